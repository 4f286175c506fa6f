//! The second path of an alarm, for when mail itself is dead: a file beside the ledger that any monitoring reads, and
//! the end of the process, which its service manager sees.
//!
//! | what is wrong | noticed after | who learns it, and how |
//! |---|---|---|
//! | a mailbox does not answer | 6 minutes | `saude.json`; after 15 minutes the desk, by mail |
//! | letters cannot leave | 10 minutes | `saude.json` |
//! | our own mail to ourselves does not come back | 15 minutes | `saude.json`; the desk, by mail |
//! | nothing comes in for 15 minutes, and the letter that says so cannot leave | 16 minutes | the process ends with status 1 and is started anew |

use std::fs;
use std::io::{self, Write as _};

use serde::Serialize;

use super::{Daemon, DaemonError};
use crate::config::Role;
use crate::systemd;

/// A mailbox that has not answered for so long is deaf, in seconds: IDLE is renewed every five minutes.
const DEAF_SECS: i64 = 6 * 60;

/// A letter that has been due for so long cannot leave, in seconds.
const MUTE_SECS: i64 = 10 * 60;

/// Nothing came in for so long, in seconds, and what would tell it cannot leave: nobody can be told by mail.
const END_SECS: i64 = 15 * 60;

/// A letter that has been due for so long when nothing comes in either cannot leave, in seconds.
const STUCK_SECS: i64 = 60;

/// An unchanged state is written anew after so long, in seconds, so that an old file tells of a dead process.
const WRITTEN_AGAIN_SECS: i64 = 60;

/// How the daemon is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wellbeing {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// When this was true, seconds since 1970.
    pub at: i64,
    /// What is wrong.
    pub troubles: Vec<Lack>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lack {
    /// What: `mailbox-silent`, `mail-cannot-leave`, `canary-lost`, `archive-away`.
    pub what: &'static str,
    /// Which, where there are several.
    pub name: String,
    /// Since when, seconds since 1970.
    pub since: i64,
}

impl Daemon {
    /// How the daemon is now, by what the ledger knows.
    ///
    /// # Errors
    /// [`DaemonError::Ledger`].
    pub fn wellbeing(&self) -> Result<Wellbeing, DaemonError> {
        let now = self.clock.now();
        let mut troubles = Vec::new();
        for mailbox in &self.config.mailboxes {
            let proven_at = self.proven_at(&mailbox.name)?;
            if now - proven_at >= DEAF_SECS {
                troubles.push(Lack { what: "mailbox-silent", name: mailbox.name.clone(), since: proven_at });
            }
        }
        if let Some(since) = self.ledger.next_letter_due()?.filter(|at| now - at >= MUTE_SECS) {
            troubles.push(Lack { what: "mail-cannot-leave", name: String::new(), since });
        }
        if let Some(since) = self.canary_lost()? {
            troubles.push(Lack { what: "canary-lost", name: String::new(), since });
        }
        if self.archive.ready().is_err() {
            troubles.push(Lack { what: "archive-away", name: String::new(), since: now });
        }
        Ok(Wellbeing { ok: troubles.is_empty(), at: now, troubles })
    }

    /// A mailbox that has not answered even once has no place in the ledger yet: it is told here.
    fn tell_never_heard(&mut self) -> Result<(), DaemonError> {
        let names: Vec<String> = self.config.mailboxes.iter().map(|it| it.name.clone()).collect();
        for name in names {
            if self.ledger.position(&name)?.is_none() && self.clock.now() - self.started_at >= END_SECS {
                let reason = format!("a caixa {name} não respondeu nenhuma vez desde o início");
                self.tell_desk(&format!("A caixa {name} não pode ser lida"), &reason)?;
            }
        }
        Ok(())
    }

    /// When a mailbox last answered; a new process gives it time from its own start.
    fn proven_at(&self, name: &str) -> Result<i64, DaemonError> {
        let proven_at = self.ledger.position(name)?.map_or(0, |it| it.proven_at);
        Ok(proven_at.max(self.started_at))
    }

    /// A piece of work is done: the service manager hears it, and in the middle of a long pass `saude.json` goes on. A
    /// loop that hangs comes by here no more.
    pub(super) fn alive(&mut self) {
        systemd::alive();
        let now = self.clock.now();
        if self.written.as_ref().is_some_and(|it| now - it.at >= WRITTEN_AGAIN_SECS)
            && let Err(error) = self.put_wellbeing()
        {
            tracing::warn!(reason = %error, "how the daemon is could not be written down");
        }
    }

    /// Writes `saude.json` beside the ledger, if it changed or is a minute old.
    ///
    /// # Errors
    /// The ledger cannot be read; a disk that does not take the file is told as an error of the setting.
    pub fn write_wellbeing(&mut self) -> Result<(), DaemonError> {
        self.tell_never_heard()?;
        self.put_wellbeing()
    }

    fn put_wellbeing(&mut self) -> Result<(), DaemonError> {
        let health = self.wellbeing()?;
        let is_same = self
            .written
            .as_ref()
            .is_some_and(|it| it.troubles == health.troubles && health.at - it.at < WRITTEN_AGAIN_SECS);
        if is_same {
            return Ok(());
        }
        let path = self.state_dir().join("saude.json");
        put(&path, &serde_json::to_vec_pretty(&health).unwrap_or_default()).map_err(|source| DaemonError::Setting {
            key: "ledger.url".to_owned(),
            reason: format!("`{}` cannot be written: {source}", path.display()),
        })?;
        for trouble in &health.troubles {
            tracing::error!(what = trouble.what, name = trouble.name, since = trouble.since, "something does not work");
        }
        self.written = Some(health);
        Ok(())
    }

    /// Ends the process when no mail comes in and none goes out: by mail nobody can be told.
    ///
    /// # Errors
    /// [`DaemonError::Deaf`], if so.
    pub fn end_if_deaf(&self) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let mut oldest = i64::MAX;
        for mailbox in self.config.mailboxes.iter().filter(|it| it.role == Role::Requests) {
            oldest = oldest.min(now - self.proven_at(&mailbox.name)?);
        }
        let waiting = self.ledger.next_letter_due()?.map_or(0, |at| now - at.max(self.started_at));
        if oldest < END_SECS || waiting < STUCK_SECS || oldest == i64::MAX {
            return Ok(());
        }
        #[expect(clippy::cast_precision_loss, reason = "hours of a failure are few")]
        let hours = |seconds: i64| seconds as f64 / 3600.0;
        Err(DaemonError::Deaf {
            hours_in: hours(oldest),
            hours_out: hours(waiting),
            detail: "look at the network, the passwords and the mail host; nothing is lost".to_owned(),
        })
    }
}

/// Whole or not at all, for the service's group only.
fn put(path: &std::path::Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("json.tmp");
    let mut options = fs::File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o640);
    }
    options.open(&beside)?.write_all(bytes)?;
    fs::rename(&beside, path)
}
