//! The new year's tab, made from last year's: its layout, formats, formulas and charts, with the counts emptied.
//!
//! References to last year's tab mean the new tab in the copy, and those to the tab before mean last year's ("variation
//! over last year"). Pictures and pivot caches are shared, everything else that hangs on the tab is copied. Comments stay.

mod announce;
mod copy;
mod moved;

use std::collections::BTreeMap;

use announce::{book_splices, declared, related};
use copy::Copy;
use moved::Years;

use super::book::Book;
use super::edit::Refusal;
use super::package::Package;
use super::record::RecordError;
use super::totals;
use crate::sheets::tally::{self, TallyError};

/// A workbook with the tab of a new year.
#[derive(Debug)]
pub struct WithNewYear {
    /// The whole package.
    pub bytes: Vec<u8>,
    /// The name of the new tab.
    pub tab: String,
}

/// Copies the tab `from` (whose name holds its year) as the tab of `to_year`.
///
/// # Errors
/// A [`Refusal`] with its reason; then nothing is to be written.
pub fn new_year(bytes: &[u8], from: &str, to_year: i16) -> Result<WithNewYear, Refusal> {
    let mut package = Package::open(bytes)?;
    let book = Book::open(&mut package)?;
    let at = book.tab(from)?;
    let years = Years::of(&book, at, to_year)?;
    let grid = super::grid(bytes, &|name| name == years.from_tab)?;
    let tab = grid.tabs.get(at).ok_or_else(|| unsupported("the tab is not there"))?;
    let counts = tally::count_cells(tab, years.from)
        .ok_or_else(|| unsupported(&format!("the months are not recognised in the tab `{from}`")))?;
    let source = book.tabs.get(at).and_then(|it| it.at).ok_or_else(|| unsupported("the package has no such tab"))?;
    let mut copy = Copy { package: &mut package, years: &years, added: Vec::new(), sources: Vec::new() };
    let source_part = copy.package.name(source).to_owned();
    let xml = copy.tab_xml(&book, source, tab, &counts)?;
    let part = copy.with_relationships(&source_part, xml)?;
    let (mut added, sources) = (copy.added, copy.sources);
    let mut changed = BTreeMap::new();
    declared(&mut package, &sources, &mut changed)?;
    let id = related(&mut package, &book, &source_part, &part, &mut changed)?;
    changed.insert(book.at, book.xml.spliced(book_splices(&book, at, &years, &id)));
    let bytes = package.write(&changed, &added)?;
    package.verify(&bytes, &changed, added.len())?;
    added.clear();
    let bytes = totals::calculated(&bytes, &years.to_tab)?;
    reads_back(&bytes, &years, &book)?;
    Ok(WithNewYear { bytes, tab: years.to_tab })
}

/// Makes the tab of `year` from the tab of the year before.
///
/// # Errors
/// [`RecordError::Ask`] where there is no tab of the year before; else a refusal.
pub(super) fn with_new_year(bytes: &[u8], year: i16, tabs: &[String]) -> Result<WithNewYear, RecordError> {
    let grid = super::grid(bytes, &|_| false)?;
    let Ok(from) = tally::year_tab(&grid, year - 1) else {
        return Err(RecordError::Ask(TallyError::NoTab { year, tabs: tabs.to_vec() }));
    };
    Ok(new_year(bytes, &from.name.clone(), year)?)
}

fn unsupported(what: &str) -> Refusal {
    Refusal::Unsupported(what.to_owned())
}

/// Whether the new workbook reads as it should: one tab more, no count in it.
fn reads_back(bytes: &[u8], years: &Years, before: &Book) -> Result<(), Refusal> {
    let wrong = |what: &str| Err(Refusal::Unverified(what.to_owned()));
    let grid = super::grid(bytes, &|name| name == years.to_tab)?;
    if grid.tabs.len() != before.tabs.len() + 1 {
        return wrong("the new tab is not there");
    }
    let tab = grid.tabs.iter().find(|it| it.name == years.to_tab);
    match tab.and_then(|it| tally::count_cells(it, years.to)) {
        Some(counts) if counts.is_empty() => Ok(()),
        Some(_) => wrong("the new tab has counts"),
        None => wrong("the months of the new tab are not recognised"),
    }
}
