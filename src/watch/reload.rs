//! Live reload of the rules: the content decides, hints only say when to look.
//!
//! ```text
//!              content differs            unchanged for SETTLE
//!  in force ───────────────────► settling ─────────────────────► whole and right: in force, told if it was broken
//!      ▲                             │                            with mistakes:   refused, told once
//!      └── content as in force ◄─────┴──── content differs again: settling anew
//! ```
//! Events of the file system do not come from network shares and come in bursts from editors, so the truth is the
//! digest of all files, taken every [`LOOK_EVERY`]. A bad set never replaces a good one.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use super::{examples, folder};
use crate::rules::{Diagnostic, Gravity, RuleFile, RuleSet};

/// How often the content is looked at without any hint.
pub const LOOK_EVERY: Duration = Duration::from_secs(30);

/// How long the content must stay the same before it is read: editors save in several steps.
pub const SETTLE: Duration = Duration::from_secs(2);

/// Reads the rules of a folder, with their examples. For the start and for `carteiro check`.
///
/// # Errors
/// Every mistake of every file.
pub fn load_rules(folder: &Path) -> Result<RuleSet, Vec<Diagnostic>> {
    match folder::read_folder(folder) {
        Ok(files) => judge(files),
        Err(error) => Err(vec![unreadable(folder, &error)]),
    }
}

/// A set is good when it is whole, without mistakes, and does what its examples say.
fn judge(files: Vec<RuleFile>) -> Result<RuleSet, Vec<Diagnostic>> {
    let mut rules = RuleSet::from_files(files)?;
    let found = examples::try_examples(&rules);
    if found.iter().any(|it| it.gravity == Gravity::Error) {
        return Err(found);
    }
    rules.warnings.extend(found);
    Ok(rules)
}

fn unreadable(folder: &Path, error: &std::io::Error) -> Diagnostic {
    let reason = format!("a pasta das regras ({}) não pode ser lida: {error}", folder.display());
    Diagnostic::error("rules/", &Arc::from(""), 0..0, reason)
        .suggest("confira se a pasta existe e se o carteiro pode lê-la")
}

/// What a look at the folder brought.
#[derive(Debug)]
pub enum News {
    /// Nothing new.
    Nothing,
    /// The content is changing; look again after [`SETTLE`].
    Settling,
    /// New rules are in force.
    InForce {
        /// The rules.
        rules: Arc<RuleSet>,
        /// Whether mistakes had been told before.
        mended: bool,
    },
    /// The files were saved with mistakes; the last good rules stay in force.
    Refused(Vec<Diagnostic>),
}

type Fingerprint = [u8; 32];

/// Keeps the rules in force.
#[derive(Debug)]
pub struct RuleWatch {
    folder: PathBuf,
    in_force: Arc<RuleSet>,
    live: Option<Fingerprint>,
    refused: Option<Fingerprint>,
    settling: Option<(Fingerprint, Duration)>,
}

impl RuleWatch {
    /// Begins with the rules that the start has read. The first look compares them with the folder.
    #[must_use]
    pub fn new(folder: PathBuf, rules: Arc<RuleSet>) -> Self {
        let live =
            folder::read_folder(&folder).ok().filter(|files| is_version(files, &rules)).map(|it| fingerprint(&it));
        Self { folder, in_force: rules, live, refused: None, settling: None }
    }

    /// The rules in force. A mail in hand keeps its own `Arc` and finishes under it.
    #[must_use]
    pub fn rules(&self) -> Arc<RuleSet> {
        Arc::clone(&self.in_force)
    }

    /// Whether the last files that were read are in force (`false`: they were refused).
    #[must_use]
    pub const fn is_up_to_date(&self) -> bool {
        self.refused.is_none()
    }

    /// When to look again.
    #[must_use]
    pub const fn next_look(&self) -> Duration {
        if self.settling.is_some() { SETTLE } else { LOOK_EVERY }
    }

    /// Looks at the folder. `now` is a clock that only goes forward.
    pub fn look(&mut self, now: Duration) -> News {
        let (files, seen) = match folder::read_folder(&self.folder) {
            Ok(files) => {
                let seen = fingerprint(&files);
                (Ok(files), seen)
            }
            Err(error) => {
                let seen = Sha256::digest(format!("unreadable {:?}", error.kind())).into();
                (Err(error), seen)
            }
        };
        if Some(seen) == self.refused || (self.refused.is_none() && Some(seen) == self.live) {
            self.settling = None;
            return News::Nothing;
        }
        match self.settling {
            Some((before, since)) if before == seen => {
                if now.saturating_sub(since) < SETTLE {
                    return News::Settling;
                }
            }
            Some(_) | None => {
                self.settling = Some((seen, now));
                return News::Settling;
            }
        }
        self.settling = None;
        let judged = match files {
            Ok(files) => judge(files),
            Err(error) => Err(vec![unreadable(&self.folder, &error)]),
        };
        self.take(seen, judged)
    }

    fn take(&mut self, seen: Fingerprint, judged: Result<RuleSet, Vec<Diagnostic>>) -> News {
        match judged {
            Ok(rules) => {
                let mended = self.refused.take().is_some();
                self.live = Some(seen);
                self.in_force = Arc::new(rules);
                News::InForce { rules: self.rules(), mended }
            }
            Err(found) => {
                self.refused = Some(seen);
                News::Refused(found)
            }
        }
    }
}

/// Whether the files are those that the rules were made of.
fn is_version(files: &[RuleFile], rules: &RuleSet) -> bool {
    RuleSet::from_files(files.to_vec()).is_ok_and(|it| it.version == rules.version)
}

fn fingerprint(files: &[RuleFile]) -> Fingerprint {
    let mut hash = Sha256::new();
    for file in files {
        for part in [file.name.as_bytes(), &file.bytes] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    hash.finalize().into()
}
