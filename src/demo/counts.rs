//! The counts of the indicator workbook before and after a day, by area, month and channel.

use std::collections::BTreeMap;
use std::path::Path;

use calamine::{DataType, Reader as _};

use super::DemoError;

/// A count of the workbook, by the names of its row and columns.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellName {
    /// The tab.
    pub sheet: String,
    /// The cell, `F6`.
    pub cell: String,
    /// The area's label.
    pub area: String,
    /// The month's heading.
    pub month: String,
    /// The channel's heading.
    pub channel: String,
}

/// A count that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedCell {
    /// Which.
    pub name: CellName,
    /// What it held before the day.
    pub before: i64,
    /// What it holds now.
    pub after: i64,
}

/// The counts of a workbook.
pub type CellCounts = BTreeMap<CellName, i64>;

/// Reads the counts of the world's workbook.
///
/// # Errors
/// [`DemoError::Settings`], if it cannot be read.
pub fn read_counts(path: &Path) -> Result<CellCounts, DemoError> {
    let wrong = |error: calamine::XlsxError| DemoError::Settings(format!("{}: {error}", path.display()));
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).map_err(wrong)?;
    let mut counts = CellCounts::new();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).map_err(wrong)?;
        let text = |row, column| range.get_value((row, column)).and_then(DataType::as_string);
        let Some((last, _)) = range.end() else { continue };
        for row in 5..last {
            let Some(area) = text(row, 0) else { continue };
            for column in 1..25 {
                let count = range.get_value((row, column)).and_then(DataType::as_i64);
                // A month is headed once, over the columns of both channels.
                let month = text(3, if column % 2 == 1 { column } else { column - 1 }).unwrap_or_default();
                let channel = text(4, column).unwrap_or_default();
                let letters = u16::try_from(column).map(rust_xlsxwriter::utility::column_number_to_name);
                let cell = format!("{}{}", letters.unwrap_or_default(), row + 1);
                let name = CellName { sheet: sheet.clone(), cell, area: area.clone(), month, channel };
                counts.insert(name, count.unwrap_or(0));
            }
        }
    }
    Ok(counts)
}

/// The counts that changed.
#[must_use]
pub fn changed_cells(before: &CellCounts, after: &CellCounts) -> Vec<CountedCell> {
    let changed = |(name, after): (&CellName, &i64)| {
        let before = before.get(name).copied().unwrap_or(0);
        (before != *after).then(|| CountedCell { name: name.clone(), before, after: *after })
    };
    after.iter().filter_map(changed).collect()
}
