//! Layer 4, the ledger: what has happened. What is not in it has not happened.
//!
//! One SQLite file (WAL, `synchronous=FULL`): every public function that writes is one transaction, so after a
//! kill the ledger stands before or after it, never between. What is about to leave the house is written first
//! (`leaving`), what became of it second; a row that is still `leaving` at the next start is doubt.
//!
//! A write is synced to the disk before it counts, but for two kinds that lead to nothing outside by themselves:
//! decisions about mails ([`Ledger::hold`] … [`Ledger::release`]), and which message of a group begins, among those few
//! of whom it is synced that they may. Those are with the system, so a kill loses none of them; a power cut loses the
//! last of them together, never one before.
//!
//! | row | states | what the next start does |
//! |---|---|---|
//! | mail | received → done, waiting, person, no-concern, quarantine | understands it again |
//! | letter | due → leaving → sent, refused, doubt | `leaving` becomes doubt; the others go on |
//! | parcel | leaving → answered, doubt | `leaving` becomes doubt and its recipients are in doubt |
//! | group of single messages | planned → answered, doubt | who had begun is in doubt (after a power cut: who may have begun); the others go on |
//! | count | due → writing → written, asked | `writing` is compared with the workbook |

mod allowance;
mod counts;
mod figures;
mod letters;
mod lock;
mod mails;
mod night;
mod parcels;
mod questions;
mod recipients;
mod requests;
mod shelf;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use thiserror::Error;

pub use counts::{CountId, CountedPlace, NewCount, OwedCount};
pub use figures::{Queue, Queues};
pub use letters::{DoubtfulLetter, Letter, LetterId, NewLetter};
pub use lock::{InstanceLock, LockError};
pub use mails::{MailId, MailRow, NewMail, Place, Position};
pub use night::Unsettled;
pub use parcels::{Begins, Ended, Parcel, ParcelId, ParcelLine, Verdict, Wanted};
pub use questions::{Answer, NewQuestion, Question, Topic};
pub use recipients::{NewRecipient, News, People, RecipientRow, Tally, TimedRecipient, Whose};
pub use requests::{Change, RequestRow, Story};
pub use shelf::Shelf;

/// The ledger, open. One process holds it ([`InstanceLock`]).
#[derive(Debug)]
pub struct Ledger {
    connection: Connection,
    writes: u64,
    stop_at: Option<u64>,
    sync: Sync,
    held: bool,
    unsynced: bool,
    syncs: u64,
    is_together: bool,
}

/// When a write is handed on to the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sync {
    /// Before it counts.
    Now,
    /// With the next one that is.
    Later,
}

/// Why the ledger could not do what was asked.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// The database said no.
    #[error("cannot {what} in the ledger: {source}; check the disk and the rights of its folder")]
    Database {
        /// What was being done.
        what: &'static str,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The file cannot be opened.
    #[error("cannot open the ledger `{path}`: {source}; check that the folder exists and can be written")]
    Open {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// A row holds what this version does not know.
    #[error("the ledger holds `{value}` where {what} was expected; was it written by a newer carteiro?")]
    Strange {
        /// What was expected.
        what: &'static str,
        /// What stands there.
        value: String,
    },
    /// The stop point of a test was reached.
    #[error("stopped at write {0}, as the test asked")]
    Stopped(u64),
}

/// Pages in the log of writes before they are carried over into the file: 16 MB. Carrying over takes three syncs, and a
/// page that was written often is carried once.
const LOG_PAGES: u32 = 4000;

impl Ledger {
    /// Opens the ledger, and makes it where there is none. The file is readable by its owner and group only.
    ///
    /// # Errors
    /// [`LedgerError::Open`] names the file and what SQLite said.
    pub fn open(path: &Path) -> Result<Self, LedgerError> {
        let at = |source| LedgerError::Open { path: path.to_owned(), source };
        let connection = Connection::open(path).map_err(at)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // A share that knows no modes is no reason to stop: its own rights protect the file then.
            let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o640));
        }
        Self::prepare(connection).map_err(at)
    }

    /// A ledger that lives in memory only: for tests and the simulator.
    ///
    /// # Errors
    /// [`LedgerError::Database`], if SQLite cannot be started.
    pub fn in_memory() -> Result<Self, LedgerError> {
        let what = "start";
        let connection = Connection::open_in_memory().map_err(|source| LedgerError::Database { what, source })?;
        Self::prepare(connection).map_err(|source| LedgerError::Database { what, source })
    }

    fn prepare(connection: Connection) -> Result<Self, rusqlite::Error> {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", "ON")?;
        connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
        connection.busy_timeout(std::time::Duration::from_secs(10))?;
        // No plan by the value of a parameter: a kept statement would be prepared anew for each state and each LIMIT.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.execute_batch(include_str!("schema.sql"))?;
        connection.execute("INSERT OR IGNORE INTO meta VALUES ('schema', '1')", [])?;
        connection.set_prepared_statement_cache_capacity(64);
        let sync = Sync::Now;
        Ok(Self {
            connection,
            writes: 0,
            stop_at: None,
            sync,
            held: false,
            unsynced: false,
            syncs: 0,
            is_together: false,
        })
    }

    /// For tests: the `n`-th stop point returns [`LedgerError::Stopped`]. Odd points lie before a write is
    /// committed, even ones after it. From then on every write is refused, as after a kill.
    pub fn stop_at(&mut self, n: u64) {
        self.stop_at = Some(self.writes * 2 + n);
    }

    /// How many transactions were synced to the disk since it was opened.
    #[must_use]
    pub const fn syncs(&self) -> u64 {
        self.syncs
    }

    /// For tests: counts the steps of SQLite's machine from now on, a measure of work that no load of the machine
    /// changes.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn count_steps(&mut self) -> Result<Arc<AtomicU64>, LedgerError> {
        /// Steps between two looks.
        const STEPS: i32 = 16;
        let steps = Arc::new(AtomicU64::new(0));
        let counter = Arc::clone(&steps);
        let count = move || {
            counter.fetch_add(STEPS.unsigned_abs().into(), Ordering::Relaxed);
            false
        };
        let what = "count its steps";
        self.connection
            .progress_handler(STEPS, Some(count))
            .map_err(|source| LedgerError::Database { what, source })?;
        Ok(steps)
    }

    /// How many writes were made since it was opened.
    #[must_use]
    pub const fn writes(&self) -> u64 {
        self.writes
    }

    /// From now on writes that lead to nothing outside by themselves need not be on the disk at once.
    pub const fn hold(&mut self) {
        self.held = true;
    }

    /// Ends [`Ledger::hold`]: everything that was written is on the disk.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn release(&mut self) -> Result<(), LedgerError> {
        self.held = false;
        if self.unsynced { self.remember("synced", "") } else { Ok(()) }
    }

    /// Whether what is written now belongs together.
    #[must_use]
    pub const fn is_together(&self) -> bool {
        self.is_together
    }

    /// From here on all writes belong together: none of them stays unless [`Ledger::end_together`] keeps them.
    ///
    /// # Errors
    /// [`LedgerError::Database`]; so it says, too, if such a time has begun already.
    pub fn begin_together(&mut self) -> Result<(), LedgerError> {
        let what = "begin to write together";
        let database = |source| LedgerError::Database { what, source };
        self.set_sync(if self.held { Sync::Later } else { Sync::Now }).map_err(database)?;
        self.connection.execute_batch("BEGIN IMMEDIATE").map_err(database)?;
        self.is_together = true;
        Ok(())
    }

    /// The end of what belongs together: all of it stays, or nothing.
    ///
    /// # Errors
    /// [`LedgerError::Database`]; nothing of it stays then.
    pub fn end_together(&mut self, keep: bool) -> Result<(), LedgerError> {
        self.is_together = false;
        if !keep {
            return self.roll_back();
        }
        self.writes += 1;
        let (before, after) = (self.writes * 2 - 1, self.writes * 2);
        if self.stop_at.is_some_and(|stop| before >= stop) {
            self.roll_back()?;
            return Err(LedgerError::Stopped(before));
        }
        if let Err(source) = self.connection.execute_batch("COMMIT") {
            // A commit that failed may have left the transaction open: the next one would not begin.
            let _ = self.roll_back();
            return Err(LedgerError::Database { what: "write together", source });
        }
        self.committed(self.sync);
        if self.stop_at.is_some_and(|stop| after >= stop) {
            return Err(LedgerError::Stopped(after));
        }
        Ok(())
    }

    fn committed(&mut self, sync: Sync) {
        self.unsynced = sync == Sync::Later;
        self.syncs += u64::from(sync == Sync::Now);
    }

    fn roll_back(&self) -> Result<(), LedgerError> {
        if self.connection.is_autocommit() {
            return Ok(());
        }
        let what = "take back what was begun";
        self.connection.execute_batch("ROLLBACK").map_err(|source| LedgerError::Database { what, source })
    }

    /// In WAL, NORMAL leaves the sync of a commit to the next one under FULL, or to a checkpoint.
    fn set_sync(&mut self, sync: Sync) -> Result<(), rusqlite::Error> {
        if sync != self.sync {
            let name = if sync == Sync::Now { "FULL" } else { "NORMAL" };
            self.connection.pragma_update(None, "synchronous", name)?;
            self.sync = sync;
        }
        Ok(())
    }

    /// One transaction, or a part of what is written together; on the disk before it counts unless writes are held.
    fn write<T>(
        &mut self,
        what: &'static str,
        work: impl FnOnce(&Connection) -> Result<T, rusqlite::Error>,
    ) -> Result<T, LedgerError> {
        self.transact(if self.held { Sync::Later } else { Sync::Now }, what, work)
    }

    /// One transaction that is on the disk before it counts, with all before it.
    fn write_now<T>(
        &mut self,
        what: &'static str,
        work: impl FnOnce(&Connection) -> Result<T, rusqlite::Error>,
    ) -> Result<T, LedgerError> {
        self.transact(Sync::Now, what, work)
    }

    fn transact<T>(
        &mut self,
        sync: Sync,
        what: &'static str,
        work: impl FnOnce(&Connection) -> Result<T, rusqlite::Error>,
    ) -> Result<T, LedgerError> {
        self.writes += 1;
        let (before, after) = (self.writes * 2 - 1, self.writes * 2);
        if self.stop_at.is_some_and(|stop| before >= stop) {
            return Err(LedgerError::Stopped(before));
        }
        let database = |source| LedgerError::Database { what, source };
        let value = if self.is_together {
            let savepoint = self.connection.savepoint().map_err(database)?;
            let value = work(&savepoint).map_err(database)?;
            savepoint.commit().map_err(database)?;
            value
        } else {
            self.set_sync(sync).map_err(database)?;
            let transaction = self.connection.transaction().map_err(database)?;
            let value = work(&transaction).map_err(database)?;
            transaction.commit().map_err(database)?;
            self.committed(sync);
            value
        };
        if self.stop_at.is_some_and(|stop| after >= stop) {
            return Err(LedgerError::Stopped(after));
        }
        Ok(value)
    }

    /// One question.
    fn read<T>(
        &self,
        what: &'static str,
        work: impl FnOnce(&Connection) -> Result<T, rusqlite::Error>,
    ) -> Result<T, LedgerError> {
        work(&self.connection).map_err(|source| LedgerError::Database { what, source })
    }

    /// What is remembered under a name.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn remembered(&self, key: &str) -> Result<Option<String>, LedgerError> {
        self.read("look up a note", |it| {
            let mut statement = it.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
            let mut rows = statement.query([key])?;
            rows.next()?.map(|row| row.get(0)).transpose()
        })
    }

    /// Remembers a value under a name.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn remember(&mut self, key: &str, value: &str) -> Result<(), LedgerError> {
        self.write("write a note", |it| {
            it.execute("INSERT OR REPLACE INTO meta VALUES (?1, ?2)", [key, value]).map(drop)
        })
    }
}
