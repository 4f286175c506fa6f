//! The cached results of the formulas that depend on changed counts.

use super::book::Book;
use super::edit::{Counts, Refusal};
use super::package::{Package, Splice};

/// What is to be written besides the counts.
pub(super) struct Fresh {
    /// For each tab, the splices of its results.
    pub results: Vec<Vec<Splice>>,
    /// Whether some result could not be had: the workbook is to be recalculated when it is opened.
    pub ask_full_calculation: bool,
}

/// Works out the results that changed.
pub(super) fn refreshed(_package: &mut Package<'_>, book: &Book, _counts: &[Counts]) -> Result<Fresh, Refusal> {
    Ok(Fresh { results: vec![Vec::new(); book.tabs.len()], ask_full_calculation: true })
}
