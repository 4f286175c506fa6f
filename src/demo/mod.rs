//! Layer 6, the embedded world: a working day of an office in a folder, with no server and no configuration. The
//! daemon is the same as in `run`; only the hands are others.
//!
//! ```text
//! plot ──► client ──► mailboxes (Maildir) ──► daemon ──► saida (Maildir) ──► world: departments, call center, mail hosts
//!   ▲                                                                          │
//!   └───────────────── answers, reports, notices, at their time ◄──────────────┘
//! ```

mod chance;
mod client;
mod company;
mod counts;
mod day;
mod files;
mod insured;
mod notices;
mod place;
mod plot;
mod simulation;
mod world;

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::daemon::DaemonError;

pub use counts::{CellName, CountedCell};
pub use day::{Ended, Happening, Watcher, live};
pub use place::Place;
pub use simulation::{Simulated, Simulation, Troubles};

/// Why the world stopped.
#[derive(Debug, Error)]
pub enum DemoError {
    /// A file of the world cannot be read or written.
    #[error("cannot use `{path}` of the embedded world: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// A workbook of the world cannot be made.
    #[error("cannot make a workbook of the embedded world: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The configuration, the rules or the workbook of the world cannot be read; a person may have changed them.
    #[error("cannot go on with the embedded world: {0}")]
    Settings(String),
    /// The daemon stopped.
    #[error(transparent)]
    Daemon(#[from] DaemonError),
    /// The ledger cannot be read.
    #[error(transparent)]
    Ledger(#[from] crate::ledger::LedgerError),
}
