//! Once a night: what stands in the workbook against what the ledger counted.

use super::cellref::CellRef;
use super::edit::Refusal;
use crate::office::Channel;
use crate::sheets::tally::{self, Grid, Mapping, Shows, TallyError, Wanted};

/// What the ledger expects to stand in one place, or at least there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The year of the tab.
    pub year: i16,
    /// The area's row label.
    pub area_label: String,
    /// The month, 1 to 12.
    pub month: i8,
    /// The channel.
    pub channel: Channel,
    /// The explicit place of the rule.
    pub mapping: Mapping,
    /// The value that was there after the last write of ours.
    pub value: i64,
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What was expected.
    pub expected: Expected,
    /// What is there.
    pub found: Found,
}

/// What is there instead.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// Another number, or an empty cell.
    Value(Option<f64>),
    /// No number.
    NoNumber(String),
    /// The place is not there any more.
    NoPlace(TallyError),
}

/// Compares the workbook with what the ledger counted; nothing is changed.
///
/// # Errors
/// The workbook cannot be read.
pub fn compare(bytes: &[u8], expected: &[Expected]) -> Result<Vec<Difference>, Refusal> {
    let grid = super::grid(bytes, &|_| true)?;
    Ok(expected
        .iter()
        .filter_map(|it| found(&grid, it).map(|found| Difference { expected: it.clone(), found }))
        .collect())
}

/// What is there in place of what is expected; `None` where they agree.
fn found(grid: &Grid, expected: &Expected) -> Option<Found> {
    let Expected { year, area_label, month, channel, mapping, value } = expected;
    let wanted = Wanted { year: *year, area_label, month: *month, channel: *channel };
    let place = match tally::find_place(grid, &wanted, mapping) {
        Ok(place) => place,
        Err(error) => return Some(Found::NoPlace(error)),
    };
    let cell = CellRef::parse(&place.cell)?;
    let tab = grid.tabs.iter().find(|it| it.name == place.sheet)?;
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    let is_expected = |number: f64| number == *value as f64;
    match tab.cells.get(&(cell.row, cell.column)).map(|it| &it.shows) {
        None => (*value != 0).then_some(Found::Value(None)),
        Some(Shows::Number(number)) => (!is_expected(*number)).then_some(Found::Value(Some(*number))),
        Some(Shows::Text(text)) => match text.trim().parse::<u32>().map(f64::from) {
            Ok(number) => (!is_expected(number)).then_some(Found::Value(Some(number))),
            Err(_) if text.trim().is_empty() && *value == 0 => None,
            Err(_) => Some(Found::NoNumber(text.clone())),
        },
        Some(Shows::Month(year, month)) => Some(Found::NoNumber(format!("{month:02}/{year}"))),
    }
}
