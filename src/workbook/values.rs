//! The values of cells that hold no formulas, for the calculator.

use std::collections::BTreeMap;

use super::book::Book;
use super::cellref::{Area, CellRef};
use super::dependents::{Spot, Value, cached};
use super::edit::Refusal;
use super::package::Package;
use super::tab::{Item, TabReader};

/// The values of the cells in some areas, without those that hold formulas.
pub fn values(
    package: &mut Package<'_>,
    book: &Book,
    areas: &[(usize, Area)],
    is_wanted_formula: &dyn Fn(Spot) -> bool,
) -> Result<Vec<(Spot, Value)>, Refusal> {
    let mut found = Vec::new();
    let mut strings: Option<Vec<String>> = None;
    for (tab, it) in book.tabs.iter().enumerate() {
        let cover = Cover::of(areas.iter().filter(|it| it.0 == tab).map(|it| it.1));
        let (Some(at), false) = (it.at, cover.is_empty()) else { continue };
        let part = package.name(at).to_owned();
        let xml = package.read_xml(at)?;
        let mut reader = TabReader::new(&xml.text, &part);
        while let Some(item) = reader.next_item()? {
            let Item::Cell(cell) = item else { continue };
            if !cover.contains(cell.place) || is_wanted_formula((tab, cell.place)) {
                continue;
            }
            let value = match cell.kind.as_deref() {
                Some("s") => {
                    if strings.is_none() {
                        strings = Some(match book.strings {
                            Some(at) => super::strings::read(package, at)?,
                            None => Vec::new(),
                        });
                    }
                    let index = cell.value.as_ref().and_then(|it| it.text.trim().parse::<usize>().ok());
                    let string = index.and_then(|it| strings.as_ref().and_then(|all| all.get(it)));
                    Some(Value::Text(string.cloned().unwrap_or_default()))
                }
                Some("inlineStr") => Some(Value::Text(cell.inline.map(|it| it.1).unwrap_or_default())),
                _ => cached(&cell),
            };
            found.extend(value.map(|it| ((tab, cell.place), it)));
        }
    }
    Ok(found)
}

/// Areas of one tab, for asking quickly whether a cell lies in one; it may say yes to some cells beside a wide one.
#[derive(Default)]
struct Cover {
    columns: BTreeMap<u32, Vec<(u32, u32)>>,
    /// The rows of areas wider than this is worth by column.
    wide: Vec<(u32, u32)>,
}

/// Areas up to this many columns wide are covered by column.
const COVERED_BY_COLUMN: u32 = 256;

impl Cover {
    fn of(areas: impl Iterator<Item = Area>) -> Self {
        let mut cover = Self::default();
        for area in areas {
            let rows = (area.first.row, area.last.row);
            if area.last.column - area.first.column >= COVERED_BY_COLUMN {
                cover.wide.push(rows);
                continue;
            }
            for column in area.first.column..=area.last.column {
                cover.columns.entry(column).or_default().push(rows);
            }
        }
        cover.columns.values_mut().chain([&mut cover.wide]).for_each(merge);
        cover
    }

    fn is_empty(&self) -> bool {
        self.columns.is_empty() && self.wide.is_empty()
    }

    fn contains(&self, cell: CellRef) -> bool {
        self.columns.get(&cell.column).is_some_and(|it| holds(it, cell.row)) || holds(&self.wide, cell.row)
    }
}

/// Sorts ranges of rows and joins those that touch.
fn merge(rows: &mut Vec<(u32, u32)>) {
    rows.sort_unstable();
    let mut merged: Vec<(u32, u32)> = Vec::new();
    for (from, to) in rows.drain(..) {
        match merged.last_mut() {
            Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    *rows = merged;
}

/// Whether a row lies in one of the merged ranges.
fn holds(rows: &[(u32, u32)], row: u32) -> bool {
    let after = rows.partition_point(|it| it.0 <= row);
    after.checked_sub(1).and_then(|it| rows.get(it)).is_some_and(|it| it.1 >= row)
}
