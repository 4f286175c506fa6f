//! Adds to counts in a workbook's bytes; every other entry of the package is copied raw.

use std::collections::BTreeMap;

use super::book::Book;
use super::cellref::CellRef;
use super::count::{Judged, Places, Standing, sum};
use super::package::Package;
use super::part::Splice;
use super::{strings, totals};

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
pub fn add_all(bytes: &[u8], changes: &[Change]) -> Result<Edited, Refusal> {
    let mut package = Package::open(bytes)?;
    let book = Book::open(&mut package)?;
    let mut tabs: BTreeMap<usize, Vec<(usize, CellRef, i64)>> = BTreeMap::new();
    for (order, change) in changes.iter().enumerate() {
        let place = CellRef::parse(&change.cell).ok_or_else(|| Refusal::NotACell(change.cell.clone()))?;
        tabs.entry(book.tab(&change.sheet)?).or_default().push((order, place, change.by));
    }
    let mut strings = None;
    let mut cells: BTreeMap<usize, CellChange> = BTreeMap::new();
    let mut counts = Vec::new();
    for (tab, wanted) in &tabs {
        let (count, done) = counted(&mut package, &book, *tab, wanted, &mut strings)?;
        counts.push(count);
        cells.extend(done);
    }
    let fresh = totals::refreshed(&mut package, &book, &counts)?;
    let changed = spliced(&mut package, &book, &counts, &fresh)?;
    let bytes = package.write(&changed, &[])?;
    package.verify(&bytes, &changed, 0)?;
    reads_back(&bytes, &book, &counts)?;
    Ok(Edited {
        bytes,
        cells: cells.into_values().collect(),
        recalculated: fresh.count,
        flagged_full_calc: fresh.ask_full_calculation,
    })
}

/// The number that stands in a cell.
///
/// # Errors
/// A [`Refusal`]: no such tab, no count in the cell, or the file cannot be read.
pub fn number_at(bytes: &[u8], sheet: &str, cell: &str) -> Result<Option<f64>, Refusal> {
    let mut package = Package::look(bytes)?;
    let book = Book::open(&mut package)?;
    let place = CellRef::parse(cell).ok_or_else(|| Refusal::NotACell(cell.to_owned()))?;
    let (_, done) = counted(&mut package, &book, book.tab(sheet)?, &[(0, place, 0)], &mut None)?;
    Ok(done.first().and_then(|(_, it)| it.before))
}

/// The changes of one tab: the numbers before and after, and the splices that make them.
pub(super) struct Counts {
    /// The tab.
    pub tab: usize,
    /// Its entry.
    pub at: usize,
    /// Before.
    pub before: BTreeMap<CellRef, Standing>,
    /// After.
    pub after: BTreeMap<CellRef, f64>,
    splices: Vec<Splice>,
}

/// Finds and checks the cells of one tab.
fn counted(
    package: &mut Package<'_>,
    book: &Book,
    tab: usize,
    wanted: &[(usize, CellRef, i64)],
    strings: &mut Option<Vec<String>>,
) -> Result<(Counts, Vec<(usize, CellChange)>), Refusal> {
    let unsupported = |what: &str| Refusal::Unsupported(what.to_owned());
    let named = book.tabs.get(tab).ok_or_else(|| unsupported("the tab is not there"))?;
    let at = named.at.ok_or_else(|| unsupported("the package does not hold the tab"))?;
    let part = package.name(at).to_owned();
    let xml = package.read_xml(at)?;
    let cells = wanted.iter().map(|(_, place, _)| (*place, 0.0)).collect();
    let places = Places::find(&xml.text, &part, &cells)?;
    let mut counts = Counts { tab, at, before: BTreeMap::new(), after: BTreeMap::new(), splices: Vec::new() };
    let mut done = Vec::new();
    for (order, place, by) in wanted {
        let no_count = |why: String| Refusal::NotACount { sheet: named.name.clone(), cell: place.to_string(), why };
        let standing =
            places.standing(*place, &mut |index| shared_string(package, book, strings, index)).map_err(|judged| {
                match judged {
                    Judged::NoCount(why) => no_count(why),
                    Judged::Refused(refusal) => refusal,
                }
            })?;
        let before = counts.after.get(place).copied().or(standing.number);
        let after = sum(before, *by).map_err(no_count)?;
        counts.before.entry(*place).or_insert(standing);
        counts.after.insert(*place, after);
        let (sheet, cell) = (named.name.clone(), place.to_string());
        done.push((*order, CellChange { sheet, cell, before, after, was_text: standing.was_text }));
    }
    counts.splices = places.put(&counts.after)?;
    Ok((counts, done))
}

/// A shared string; they are read when the first is asked for.
fn shared_string(
    package: &mut Package<'_>,
    book: &Book,
    strings: &mut Option<Vec<String>>,
    index: usize,
) -> Result<Option<String>, Refusal> {
    if strings.is_none() {
        *strings = Some(match book.strings {
            Some(at) => strings::read(package, at)?,
            None => Vec::new(),
        });
    }
    Ok(strings.as_ref().and_then(|it| it.get(index).cloned()))
}

/// The changed parts: tabs with counts and fresh totals, and the workbook part where it is to ask for a recalculation.
fn spliced(
    package: &mut Package<'_>,
    book: &Book,
    counts: &[Counts],
    fresh: &totals::Fresh,
) -> Result<BTreeMap<usize, Vec<u8>>, Refusal> {
    let mut splices: BTreeMap<usize, Vec<Splice>> = BTreeMap::new();
    for count in counts {
        splices.entry(count.at).or_default().extend(count.splices.iter().cloned());
    }
    for (tab, results) in book.tabs.iter().zip(&fresh.results) {
        if let (Some(at), false) = (tab.at, results.is_empty()) {
            splices.entry(at).or_default().extend(results.iter().cloned());
        }
    }
    let mut changed = BTreeMap::new();
    for (at, splices) in splices {
        changed.insert(at, package.read_xml(at)?.spliced(splices));
    }
    if fresh.ask_full_calculation
        && let Some(splice) = book.asking_full_calculation()
    {
        changed.insert(book.at, book.xml.spliced(vec![splice]));
    }
    Ok(changed)
}

/// Reads the counts back from what was written.
fn reads_back(bytes: &[u8], book: &Book, counts: &[Counts]) -> Result<(), Refusal> {
    let mut package = Package::look(bytes)?;
    let again = Book::open(&mut package)?;
    if again.tab_names() != book.tab_names() {
        return Err(Refusal::Unverified("the tabs are others".to_owned()));
    }
    for count in counts {
        let part = package.name(count.at).to_owned();
        let xml = package.read_xml(count.at)?;
        let places = Places::find(&xml.text, &part, &count.after)?;
        for (place, after) in &count.after {
            let standing = places.standing(*place, &mut |_| Ok(None));
            if !standing.is_ok_and(|it| it == Standing { number: Some(*after), was_text: false }) {
                return Err(Refusal::Unverified(format!("{place} does not hold {after}")));
            }
        }
    }
    Ok(())
}
