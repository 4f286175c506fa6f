//! Counts written into the workbook on the network folder, one write for all that are due.
//!
//! The caller writes [`Prepared::intents`] into its ledger between [`prepare`] and [`Prepared::commit`]; after a kill
//! [`was_applied`] says whether the rename had happened.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::edit::Refusal;
use crate::office::Channel;
use crate::sheets::tally::{Mapping, TallyError};

/// A count that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueCount {
    /// The year of the sending.
    pub year: i16,
    /// The area's row label.
    pub area_label: String,
    /// The month of the sending, 1 to 12.
    pub month: i8,
    /// The channel.
    pub channel: Channel,
    /// What is added.
    pub by: i64,
    /// The explicit place of the rule.
    pub mapping: Mapping,
}

/// The value that a cell had after our last write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCell {
    /// The tab.
    pub sheet: String,
    /// The cell.
    pub cell: String,
    /// The value.
    pub value: i64,
}

/// What is about to be written; one for each due count, in the order given. To be put in the ledger before the commit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// The tab.
    pub sheet: String,
    /// The cell.
    pub cell: String,
    /// The value before all the counts of this write; an empty cell is 0.
    pub before: i64,
    /// The value after all the counts of this write.
    pub after: i64,
    /// The SHA-256 of the file before, in hexadecimal.
    pub sha256_before: String,
    /// The SHA-256 of the file after, in hexadecimal.
    pub sha256_after: String,
}

/// A count that stands in the workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// What was written.
    pub intent: Intent,
    /// What a person should be told of this cell, if anything.
    pub notice: Option<Notice>,
}

/// What a person should be told of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A person counted there too: the value was above ours; we added to what is there.
    EditedByPerson {
        /// The value after our last write.
        ours: i64,
        /// The value found.
        found: i64,
    },
    /// The value is below ours: counts of ours were probably overwritten by the save of an older copy. We added to what
    /// is there; the difference can be counted again.
    ProbablyOverwritten {
        /// The value after our last write.
        ours: i64,
        /// The value found.
        found: i64,
    },
    /// The number stood there as text, which sums pass over.
    WasText,
    /// The tab of the year was made from last year's with this write.
    TabMade,
}

/// Whether an intent reached the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// It did.
    Yes,
    /// It did not: the count is still owed.
    No,
    /// The cell holds neither the value before nor the one after: a person decides.
    Unclear {
        /// What stands there.
        found: Option<i64>,
    },
}

/// Why counts could not be recorded now.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// A person has it open: wait, keep the counts.
    #[error("the workbook is open{}", by.as_deref().map(|it| format!(" by {it}")).unwrap_or_default())]
    Busy {
        /// Who, by the lock marker.
        by: Option<String>,
    },
    /// It is not there just now (Excel deletes and renames while it saves): wait, never made anew.
    #[error("the workbook is not there")]
    Missing,
    /// It is being saved, or was cut off: wait; an error after a minute.
    #[error("the workbook is half saved: {0}")]
    HalfSaved(Refusal),
    /// It changed between reading and writing: try again.
    #[error("the workbook was saved by a person meanwhile")]
    ChangedMeanwhile,
    /// The place cannot be found for sure: ask a person.
    #[error("{0}")]
    Ask(TallyError),
    /// It cannot be changed in place: ask a person.
    #[error("{0}")]
    Refused(Refusal),
    /// Disk or network.
    #[error("cannot write the workbook: {0}")]
    Io(#[from] std::io::Error),
}

/// A write made ready: verified, lying beside the workbook under a temporary name, synced.
#[derive(Debug)]
pub struct Prepared {
    intents: Vec<Intent>,
}

impl Prepared {
    /// What will be written; one for each due count.
    #[must_use]
    pub fn intents(&self) -> &[Intent] {
        &self.intents
    }

    /// Puts it in the workbook's place.
    ///
    /// # Errors
    /// [`RecordError`]; the workbook is then as it was.
    pub fn commit(self) -> Result<Vec<Recorded>, RecordError> {
        Err(RecordError::Missing)
    }
}

/// Reads the workbook, finds the places, makes the changed copy and verifies it. The workbook itself is not touched.
///
/// # Errors
/// [`RecordError`].
pub fn prepare(
    _path: &Path,
    _due: &[DueCount],
    _last_known: &[KnownCell],
    _backups: &Path,
    _now: jiff::Timestamp,
) -> Result<Prepared, RecordError> {
    Err(RecordError::Missing)
}

/// Whether this intent reached the file: asked after a kill.
///
/// # Errors
/// [`RecordError`]: the file cannot be read just now.
pub fn was_applied(_path: &Path, _intent: &Intent) -> Result<Applied, RecordError> {
    Err(RecordError::Missing)
}
