//! Counts written into the workbook on the network folder, one write for all that are due.
//!
//! The caller writes [`Prepared::intents`] into its ledger between [`prepare`] and [`Prepared::commit`]; after a kill
//! [`was_applied`] says whether the rename had happened.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::edit::{self, CellChange, Change, Refusal};
use super::swap::{Replacement, Steady, SwapError, sha256};
use super::year;
use crate::office::Channel;
use crate::sheets::tally::{self, Mapping, TallyError, Wanted};

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
    #[error("the workbook is open{}", by.as_deref().map_or_else(|| " elsewhere, or may not be written".to_owned(), |it| format!(" by {it}")))]
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
    Io(std::io::Error),
}

/// A write made ready: verified, lying beside the workbook under a temporary name, synced.
#[derive(Debug)]
pub struct Prepared {
    replacement: Replacement,
    recorded: Vec<Recorded>,
}

impl Prepared {
    /// What will be written; one for each due count.
    pub fn intents(&self) -> impl Iterator<Item = &Intent> {
        self.recorded.iter().map(|it| &it.intent)
    }

    /// Puts it in the workbook's place.
    ///
    /// # Errors
    /// [`RecordError`]; the workbook is then as it was.
    pub fn commit(self, backups: &Path, now: Timestamp) -> Result<Vec<Recorded>, RecordError> {
        self.replacement.commit(backups, now)?;
        Ok(self.recorded)
    }
}

/// Reads the workbook, finds the places, makes the changed copy and verifies it. The workbook itself is not touched.
///
/// The tab of a new year is made from last year's where a count needs it and nobody has made it.
///
/// # Errors
/// [`RecordError`].
pub fn prepare(
    path: &Path,
    due: &[DueCount],
    last_known: &[KnownCell],
    now: Timestamp,
) -> Result<Prepared, RecordError> {
    let steady = Steady::read(path, now)?;
    let mut bytes = steady.bytes.clone();
    let mut tabs_made = Vec::new();
    let mut grid = super::grid(&bytes, &|_| true)?;
    let mut changes = Vec::new();
    for count in due {
        let wanted =
            Wanted { year: count.year, area_label: &count.area_label, month: count.month, channel: count.channel };
        let place = match tally::find_place(&grid, &wanted, &count.mapping) {
            Err(TallyError::NoTab { year, tabs }) => {
                let made = year::with_new_year(&bytes, year, &tabs)?;
                bytes = made.bytes;
                grid = super::grid(&bytes, &|_| true)?;
                tabs_made.push(made.tab);
                tally::find_place(&grid, &wanted, &count.mapping)?
            }
            found => found?,
        };
        changes.push(Change { sheet: place.sheet, cell: place.cell, by: count.by });
    }
    let edited = edit::add_all(&bytes, &changes)?;
    let sha256_after = sha256(&edited.bytes);
    let mut recorded = Vec::new();
    for cell in &edited.cells {
        let of_cell = |it: &&CellChange| it.sheet == cell.sheet && it.cell == cell.cell;
        let first = edited.cells.iter().find(of_cell).unwrap_or(cell);
        let last = edited.cells.iter().rfind(of_cell).unwrap_or(cell);
        let before = first.before.map_or(Ok(0), |it| whole(cell, it))?;
        let intent = Intent {
            sheet: cell.sheet.clone(),
            cell: cell.cell.clone(),
            before,
            after: whole(cell, last.after)?,
            sha256_before: steady.sha256.clone(),
            sha256_after: sha256_after.clone(),
        };
        let notice = noticed(&intent, first.was_text, &tabs_made, last_known);
        recorded.push(Recorded { intent, notice });
    }
    Ok(Prepared { replacement: steady.replacement(&edited.bytes, now)?, recorded })
}

/// What a person should be told of a cell.
fn noticed(intent: &Intent, was_text: bool, tabs_made: &[String], last_known: &[KnownCell]) -> Option<Notice> {
    if tabs_made.contains(&intent.sheet) {
        return Some(Notice::TabMade);
    }
    let found = intent.before;
    let ours = last_known.iter().find(|it| it.sheet == intent.sheet && it.cell == intent.cell).map(|it| it.value);
    match ours {
        Some(ours) if found > ours => Some(Notice::EditedByPerson { ours, found }),
        Some(ours) if found < ours => Some(Notice::ProbablyOverwritten { ours, found }),
        Some(_) | None => was_text.then_some(Notice::WasText),
    }
}

/// A count is a whole number; a person's 3,5 is not added to.
fn whole(cell: &CellChange, number: f64) -> Result<i64, RecordError> {
    let text = super::count::written(number);
    text.parse().map_err(|_| {
        let (sheet, cell) = (cell.sheet.clone(), cell.cell.clone());
        RecordError::Refused(Refusal::NotACount { sheet, cell, why: format!("holds {text}, which is no whole number") })
    })
}

/// Whether this intent reached the file: asked after a kill.
///
/// # Errors
/// [`RecordError`]: the file cannot be read just now.
pub fn was_applied(path: &Path, intent: &Intent) -> Result<Applied, RecordError> {
    let bytes = std::fs::read(path).map_err(io_error)?;
    let hash = sha256(&bytes);
    if hash == intent.sha256_after {
        return Ok(Applied::Yes);
    }
    if hash == intent.sha256_before {
        return Ok(Applied::No);
    }
    let found = match edit::number_at(&bytes, &intent.sheet, &intent.cell) {
        Ok(found) => found,
        // The tab was to be made by this very write.
        Err(Refusal::NoSuchTab { .. }) => return Ok(Applied::No),
        Err(Refusal::NotACount { .. }) => return Ok(Applied::Unclear { found: None }),
        Err(refusal) => return Err(refusal.into()),
    };
    let found = super::count::written(found.unwrap_or(0.0)).parse().ok();
    Ok(match found {
        Some(found) if found == intent.after => Applied::Yes,
        Some(found) if found == intent.before => Applied::No,
        Some(_) | None => Applied::Unclear { found },
    })
}

impl From<Refusal> for RecordError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotAPackage(_) | Refusal::Damaged { .. } => Self::HalfSaved(refusal),
            Refusal::Ole2
            | Refusal::TooLarge(_)
            | Refusal::NoSuchTab { .. }
            | Refusal::NotACell(_)
            | Refusal::NotACount { .. }
            | Refusal::Unsupported(_)
            | Refusal::Unverified(_) => Self::Refused(refusal),
        }
    }
}

impl From<TallyError> for RecordError {
    fn from(error: TallyError) -> Self {
        Self::Ask(error)
    }
}

/// An error of the disk, as the workbook's errors are named.
fn io_error(error: std::io::Error) -> RecordError {
    match error.into() {
        SwapError::Busy { by } => RecordError::Busy { by },
        SwapError::Missing => RecordError::Missing,
        SwapError::ChangedMeanwhile => RecordError::ChangedMeanwhile,
        SwapError::Io(error) => RecordError::Io(error),
    }
}

impl From<SwapError> for RecordError {
    fn from(error: SwapError) -> Self {
        match error {
            SwapError::Busy { by } => Self::Busy { by },
            SwapError::Missing => Self::Missing,
            SwapError::ChangedMeanwhile => Self::ChangedMeanwhile,
            SwapError::Io(error) => Self::Io(error),
        }
    }
}
