//! Adds to counts in a workbook's bytes; every other entry of the package is copied raw.

/// One count to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The name of the tab, as it stands in the workbook.
    pub sheet: String,
    /// The cell, `B5`.
    pub cell: String,
    /// What is added.
    pub by: i64,
}

/// What became of one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct CellChange {
    /// The name of the tab.
    pub sheet: String,
    /// The cell, `B5`.
    pub cell: String,
    /// The number before; `None` where the cell was empty or missing.
    pub before: Option<f64>,
    /// The number after.
    pub after: f64,
    /// The number stood there as text: sums passed it over until now, so a person should be told.
    pub was_text: bool,
}

/// A workbook with counts changed.
#[derive(Debug, Clone)]
pub struct Edited {
    /// The whole package.
    pub bytes: Vec<u8>,
    /// The cells changed, in the order asked for; several changes of one cell are several entries.
    pub cells: Vec<CellChange>,
    /// How many dependents got their new result.
    pub recalculated: usize,
    /// Whether the workbook now asks to be recalculated when it is opened.
    pub flagged_full_calc: bool,
}

/// Why a workbook is left untouched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// OLE2: protected by a password, or the old .xls.
    #[error("the file is protected by a password or is an old .xls (OLE2), which cannot be changed in place")]
    Ole2,
    /// Not a zip package: cut off, or half saved.
    #[error("the file is no complete zip package: {0}")]
    NotAPackage(String),
    /// A part is damaged.
    #[error("the part `{part}` is damaged: {why}")]
    Damaged {
        /// The part.
        part: String,
        /// What is wrong.
        why: String,
    },
    /// Larger than is reasonable when unpacked.
    #[error("the workbook is too large when unpacked: {0}")]
    TooLarge(String),
    /// No such tab.
    #[error("there is no tab `{sheet}`; there are {there}")]
    NoSuchTab {
        /// The tab asked for.
        sheet: String,
        /// The tabs that are there.
        there: String,
    },
    /// Not a cell reference.
    #[error("`{0}` is not a cell (expected for example B5)")]
    NotACell(String),
    /// What stands in the cell is not a count.
    #[error("{sheet}!{cell} {why}")]
    NotACount {
        /// The tab.
        sheet: String,
        /// The cell.
        cell: String,
        /// What stands in it.
        why: String,
    },
    /// Something in the workbook that this program does not change.
    #[error("not changed: {0}")]
    Unsupported(String),
    /// What was written does not read back as it should: nothing was given out.
    #[error("the changed workbook does not read back as it should: {0}")]
    Unverified(String),
}

/// Adds `by` to one cell.
///
/// # Errors
/// A [`Refusal`] with its reason; then nothing is to be written.
pub fn add(bytes: &[u8], sheet: &str, cell: &str, by: i64) -> Result<Edited, Refusal> {
    add_all(bytes, &[Change { sheet: sheet.to_owned(), cell: cell.to_owned(), by }])
}

/// Adds to several cells in one go.
///
/// # Errors
/// A [`Refusal`] with its reason; then none of the changes is made.
pub fn add_all(_bytes: &[u8], _changes: &[Change]) -> Result<Edited, Refusal> {
    Err(Refusal::Unsupported("not built yet".to_owned()))
}
