//! Layer 6, the one loop: mailbox, understanding, rules, request, ledger, errands.
//!
//! ```text
//! pass:  intake ──► decide each mail ──► what is due by time ──► letters ──► parcels ──► workbook ──► move mails
//!          │              │                     │                  │            │            │
//!        archive       ledger                ledger              ledger       ledger       ledger
//! ```
//! Every arrow into the ledger is one transaction; a pass that is cut off anywhere is taken up by the next one.

mod breaker;
mod canary;
mod clock;
mod counting;
mod decisions;
mod desk;
mod digests;
mod enclosures;
mod evidence;
mod hands;
mod health;
mod intake;
mod keeping;
mod letters;
mod lines;
mod lists;
mod mails;
mod night;
mod parcels;
mod people;
mod persons;
mod put_aside;
mod remedies;
mod replies;
mod requests;
mod returns;
mod run;
mod second_path;
mod secrets;
mod sending;
mod sent;
mod values;
mod views;
mod writing;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use thiserror::Error;

use crate::archive::{Archive, ArchiveError};
use crate::config::{Config, LedgerUrl};
use crate::dkim::Checker;
use crate::ledger::{InstanceLock, Ledger, LedgerError, LockError};
use crate::mail::outgoing::ComposeError;
use crate::mailbox::{Mailbox, MailboxError};
use crate::office::calendar::Length;
use crate::office::{Channel, KnownRequest, RequestId};
use crate::request::{LegStatus, Policy, State};
use crate::rules::RuleSet;
use crate::smtp::{Route, SmtpError};

pub use clock::{Clock, local};
pub use desk::PersonsDecision;
pub use hands::{account, client, route};
pub use remedies::{Trouble, of_mailbox, of_oauth, of_smtp};
pub use run::run;
pub use second_path::{Lack, Wellbeing};
pub use views::{Overview, PersonView, RequestView, Told, each_person, overview, request_view};

/// How many reminders there are before a question is given up.
const REMINDERS_MAX: u32 = 3;

/// The daemon: everything it needs, open.
pub struct Daemon {
    pub(crate) config: Config,
    pub(crate) rules: Arc<RuleSet>,
    pub(crate) ledger: Ledger,
    pub(crate) archive: Archive,
    pub(crate) clock: Clock,
    policy: Arc<Policy>,
    route: Route,
    signatures: Option<Checker>,
    accounts: Vec<crate::mailbox::Account>,
    open: BTreeMap<String, Mailbox>,
    known: BTreeMap<RequestId, KnownRequest>,
    /// The same as a list, made when it is needed and gone when anything in it changes.
    known_list: OnceCell<Arc<[KnownRequest]>>,
    /// Requests of which receipts were recorded since they were last decided.
    receipts_of: BTreeSet<(RequestId, Channel)>,
    unread: BTreeMap<(String, u32, u32), (u32, i64)>,
    told: Vec<String>,
    started_at: i64,
    written: Option<Wellbeing>,
    stop: Arc<AtomicBool>,
    _lock: Option<InstanceLock>,
}

/// Why a pass could not be made. What was written before stays written; the next pass goes on from there.
#[derive(Debug, Error)]
pub enum DaemonError {
    /// The ledger said no: nothing more is done.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// Another instance works with the ledger.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// The network folder is not there: intake and sending pause.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// A mailbox does not answer.
    #[error("cannot read the mailbox `{name}`: {source}")]
    Mailbox {
        /// Its name in the configuration.
        name: String,
        /// What went wrong.
        source: MailboxError,
    },
    /// The server that takes our mail does not answer.
    #[error("cannot reach the server that takes our mail: {0}")]
    Smtp(#[from] SmtpError),
    /// A mail cannot be made.
    #[error(transparent)]
    Compose(#[from] ComposeError),
    /// A setting of the configuration cannot be used.
    #[error("cannot use the setting `{key}`: {reason}")]
    Setting {
        /// Which.
        key: String,
        /// Why.
        reason: String,
    },
    /// Nothing comes in and nothing goes out any more, so that no mail can tell it: the process ends, and whoever
    /// started it sees that.
    #[error("no mail can be read since {hours_in:.1} h and none can be sent since {hours_out:.1} h: {detail}")]
    Deaf {
        /// Hours without an answer of a mailbox.
        hours_in: f64,
        /// Hours for which a letter has been waiting.
        hours_out: f64,
        /// What is known of it.
        detail: String,
    },
    /// The state of a request cannot be read.
    #[error("cannot read the state of request {request}: {source}")]
    State {
        /// Which.
        request: RequestId,
        /// What is wrong with it.
        source: serde_json::Error,
    },
}

/// What a pass did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Mails that came in.
    pub received: u64,
    /// Mails that were decided.
    pub decided: u64,
    /// Requests for which something was done because its time came.
    pub due: u64,
    /// Letters that left.
    pub letters: u64,
    /// Parcels that left.
    pub parcels: u64,
    /// Counts written into the workbook.
    pub counts: u64,
}

/// As `systemctl status` shows it.
impl std::fmt::Display for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { received, decided, due, letters, parcels, counts } = *self;
        let done = [
            (received, "mails in"),
            (decided, "decided"),
            (due, "requests whose time came"),
            (letters, "letters out"),
            (parcels, "parcels out"),
            (counts, "counts written"),
        ];
        let done: Vec<String> = done.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        if done.is_empty() {
            f.write_str("last pass: nothing new")
        } else {
            write!(f, "last pass: {}", done.join(", "))
        }
    }
}

impl Progress {
    /// Whether anything was done.
    #[must_use]
    pub const fn is_any(&self) -> bool {
        self.received + self.decided + self.due + self.letters + self.parcels + self.counts > 0
    }

    fn add(&mut self, other: Self) {
        self.received += other.received;
        self.decided += other.decided;
        self.due += other.due;
        self.letters += other.letters;
        self.parcels += other.parcels;
        self.counts += other.counts;
    }
}

impl Daemon {
    /// Opens ledger, archive and rules for a configuration. No server is spoken to yet.
    ///
    /// # Errors
    /// [`DaemonError`], with what cannot be opened.
    pub fn open(config: Config, rules: Arc<RuleSet>, clock: Clock) -> Result<Self, DaemonError> {
        let LedgerUrl::Sqlite(path) = config.ledger.clone();
        let lock = InstanceLock::take(&path, clock.now())?;
        let ledger = Ledger::open(&path)?;
        Self::with_ledger(config, rules, clock, ledger, Some(lock))
    }

    /// The same with a ledger that is open already.
    ///
    /// # Errors
    /// [`DaemonError`], with what cannot be used.
    pub fn with_ledger(
        config: Config,
        rules: Arc<RuleSet>,
        clock: Clock,
        ledger: Ledger,
        lock: Option<InstanceLock>,
    ) -> Result<Self, DaemonError> {
        let policy = Arc::new(policy(&config));
        let mut daemon = Self {
            archive: Archive::new(config.archive.root.clone(), config.archive.require_mount),
            route: hands::route(&config)?,
            signatures: hands::signatures(&config)?,
            accounts: config.mailboxes.iter().map(|it| hands::account(it, &config)).collect::<Result<_, _>>()?,
            policy,
            config,
            rules,
            ledger,
            open: BTreeMap::new(),
            known: BTreeMap::new(),
            known_list: OnceCell::new(),
            receipts_of: BTreeSet::new(),
            unread: BTreeMap::new(),
            told: Vec::new(),
            started_at: clock.now(),
            written: None,
            stop: Arc::default(),
            clock,
            _lock: lock,
        };
        for name in ["spool", "workbook-copies"] {
            private_folder(&daemon.state_dir().join(name));
        }
        daemon.after_a_start()?;
        Ok(daemon)
    }

    /// Another way out from now on: the simulator's, on which things go wrong as planned.
    pub fn use_route(&mut self, route: Route) {
        self.route = route;
    }

    /// Gives the ledger back, as a process that ends leaves it.
    #[must_use]
    pub fn into_ledger(self) -> Ledger {
        self.ledger
    }

    /// Other rules from now on; what is in hand finishes under the plan it began with.
    pub fn use_rules(&mut self, rules: Arc<RuleSet>) {
        self.rules = rules;
    }

    /// One pass over everything due, repeated until nothing more can be done now.
    ///
    /// # Errors
    /// The first [`DaemonError`] that stops it; a mailbox that does not answer stops only itself.
    pub async fn pass(&mut self) -> Result<Progress, DaemonError> {
        let mut all = Progress::default();
        loop {
            let mut once = Progress::default();
            self.archive.ready()?;
            once.received = self.take_in().await?;
            self.alive();
            once.decided = self.decide_mails().await?;
            once.due = self.time_came()? + self.ask_desk().await? + self.digests()? + self.secrets()?;
            self.canary()?;
            self.alive();
            once.letters = self.send_letters().await?;
            self.alive();
            if self.is_stopping() {
                return Ok(all);
            }
            once.parcels = self.send_parcels().await?;
            self.copy_to_sent().await?;
            self.alive();
            once.counts = self.count()?;
            self.keep_house()?;
            self.move_mails().await?;
            self.night().await?;
            all.add(once);
            if !once.is_any() || self.is_stopping() {
                return Ok(all);
            }
        }
    }

    /// Set by whoever wants the pass in hand to end early: after the parcels that are leaving, before the next ones.
    #[must_use]
    pub fn stop_flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.stop)
    }

    fn is_stopping(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }

    /// When the next thing falls due by time, seconds since 1970.
    ///
    /// # Errors
    /// [`DaemonError::Ledger`].
    pub fn next_due(&self) -> Result<Option<i64>, DaemonError> {
        // What waits for a free workbook has no time of its own: the next minute is the next look.
        let counts = (!self.ledger.owed_counts()?.is_empty()).then(|| self.next_minute());
        Ok(self.next_due_but_counts()?.into_iter().chain(counts).min())
    }

    /// The same for a workbook that is known not to be free.
    pub(crate) fn next_due_but_counts(&self) -> Result<Option<i64>, DaemonError> {
        let letters = self.ledger.next_letter_due()?;
        let requests = self.ledger.next_request_due()?;
        // What waits for a deferred person has no time of its own either; the provider's allowance knows when it has
        // room again.
        let smtp = &self.config.smtp;
        let room = self.ledger.room_at(self.clock.now(), smtp.messages_per_minute, smtp.recipients_per_day)?;
        let sending = (!self.leaving()?.is_empty()).then(|| room.unwrap_or_else(|| self.next_minute()));
        Ok([letters, requests, sending].into_iter().flatten().min())
    }

    fn next_minute(&self) -> i64 {
        (self.clock.now() / 60 + 1) * 60
    }

    /// What happened since the last call, one line each, for people who watch.
    pub fn told(&mut self) -> Vec<String> {
        std::mem::take(&mut self.told)
    }

    /// What was leaving when the process last ended is in doubt now, and never sent again by itself.
    fn after_a_start(&mut self) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let letters = self.ledger.letters_in_doubt()?;
        let parcels = self.ledger.parcels_in_doubt(now)?;
        if letters + parcels > 0 {
            tracing::warn!(letters, parcels, "in doubt after a start: a receipt or a person decides");
        }
        self.load_known()?;
        self.receipts_before_the_start()?;
        self.settle_doubtful_letters()
    }

    /// Receipts may have been recorded right before the end, and what follows from them not decided.
    fn receipts_before_the_start(&mut self) -> Result<(), DaemonError> {
        for row in self.ledger.open_requests()? {
            let Some(state) = self.state_of(row.id)? else { continue };
            if state.legs.get(&Channel::Email).is_some_and(|leg| leg.status == LegStatus::Sent) {
                self.receipts_of.insert((row.id, Channel::Email));
            }
        }
        Ok(())
    }

    /// What `work` writes stays as a whole or not at all: a mail and the letters it causes, a doubt and what follows.
    pub(super) fn together<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, DaemonError>,
    ) -> Result<T, DaemonError> {
        if self.ledger.is_together() {
            return work(self);
        }
        self.ledger.begin_together()?;
        let done = work(self);
        self.ledger.end_together(done.is_ok())?;
        if done.is_err() {
            // What was taken back is not known either.
            self.known.clear();
            self.known_list.take();
            self.load_known()?;
        }
        done
    }

    fn state_of(&self, request: RequestId) -> Result<Option<State>, DaemonError> {
        let Some(row) = self.ledger.request(request)? else { return Ok(None) };
        serde_json::from_str(&row.state).map(Some).map_err(|source| DaemonError::State { request, source })
    }

    fn spool(&self) -> PathBuf {
        self.state_dir().join("spool")
    }

    /// The folder in which the ledger lies.
    fn state_dir(&self) -> PathBuf {
        let LedgerUrl::Sqlite(path) = &self.config.ledger;
        path.parent().unwrap_or(Path::new(".")).to_owned()
    }
}

/// Makes a folder for the service and its group, if the folder above it is there. Where it cannot be made, whoever needs
/// it says so.
fn private_folder(path: &Path) {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o750);
    let _ = builder.create(path);
}

fn policy(config: &Config) -> Policy {
    let seconds = |length: Length| match length {
        Length::Seconds(seconds) => seconds,
        Length::BusinessDays(days) => i64::from(days) * 86_400,
    };
    Policy {
        regret_secs: seconds(config.timing.regret),
        first_digest_secs: seconds(config.timing.first_digest),
        final_balance_secs: seconds(config.timing.final_balance),
        report_reminder: config.timing.report_reminder,
        ask_reminder: config.timing.question_reminder,
        reminders_max: REMINDERS_MAX,
        holidays: config.institute.holidays.clone(),
        zone: config.institute.timezone.clone(),
    }
}
