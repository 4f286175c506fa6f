//! A workbook as a person sees it, for finding the place of a count.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the events of quick-xml only a few matter")]

use quick_xml::events::Event;

use super::book::Book;
use super::edit::Refusal;
use super::package::Package;
use super::tab::{Cell, Item, TabReader};
use super::{strings, xml};
use crate::sheets::tally::{Grid, GridCell, Place, Shows, TabGrid, TallyError, Wanted, find_place};

/// A tally lies in the first rows and columns of its tab; a list of a million rows is none.
const ROWS_MAX: u32 = 5_000;
const COLUMNS_MAX: u32 = 1_000;

/// Reads the tabs whose names are wanted; the others are there without cells.
///
/// # Errors
/// A [`Refusal`]: the workbook cannot be read.
pub fn grid(bytes: &[u8], is_wanted: &dyn Fn(&str) -> bool) -> Result<Grid, Refusal> {
    let mut package = Package::look(bytes)?;
    let book = Book::open(&mut package)?;
    let strings = match book.strings {
        Some(at) => strings::read(&mut package, at)?,
        None => Vec::new(),
    };
    let dates = date_styles(&mut package, &book)?;
    let mut grid = Grid::default();
    for tab in &book.tabs {
        let mut read = TabGrid { name: tab.name.clone(), ..TabGrid::default() };
        if let (Some(at), "worksheet", true) = (tab.at, tab.kind.as_str(), is_wanted(&tab.name)) {
            let part = package.name(at).to_owned();
            let xml = package.read_xml(at)?;
            let mut reader = TabReader::new(&xml.text, &part);
            while let Some(item) = reader.next_item()? {
                let Item::Cell(cell) = item else { continue };
                if cell.place.row > ROWS_MAX || cell.place.column > COLUMNS_MAX {
                    continue;
                }
                if let Some(shows) = shows(&cell, &strings, &dates, book.from_1904) {
                    let is_formula = cell.formula.is_some();
                    read.cells.insert((cell.place.row, cell.place.column), GridCell { shows, is_formula });
                }
            }
        }
        grid.tabs.push(read);
    }
    Ok(grid)
}

/// Finds the place of a count in a workbook's bytes.
///
/// # Errors
/// [`TallyError`].
pub fn place_in(
    bytes: &[u8],
    wanted: &Wanted<'_>,
    mapping: &crate::sheets::tally::Mapping,
) -> Result<Place, TallyError> {
    let grid = grid(bytes, &|_| true).map_err(|refusal| TallyError::Unreadable(refusal.to_string()))?;
    find_place(&grid, wanted, mapping)
}

/// What a cell shows.
fn shows(cell: &Cell<'_>, strings: &[String], dates: &[bool], from_1904: bool) -> Option<Shows> {
    let value = cell.value.as_ref().map_or("", |it| it.text.as_ref());
    match cell.kind.as_deref() {
        None | Some("n") => {
            let number: f64 = value.trim().parse().ok()?;
            let style: usize = cell.style.as_deref().and_then(|it| it.trim().parse().ok()).unwrap_or(0);
            let is_date = dates.get(style) == Some(&true);
            Some(is_date.then(|| month(number, from_1904)).flatten().unwrap_or(Shows::Number(number)))
        }
        Some("s") => strings.get(value.trim().parse::<usize>().ok()?).cloned().map(Shows::Text),
        Some("str") => Some(Shows::Text(value.to_owned())),
        Some("inlineStr") => cell.inline.as_ref().map(|it| Shows::Text(it.1.clone())),
        Some("d") => {
            let date: jiff::civil::Date = value.trim().get(..10)?.parse().ok()?;
            Some(Shows::Month(date.year(), date.month()))
        }
        Some(_) => None,
    }
}

/// The month of a day's number: days count from 30 December 1899 (for days after February 1900), or from 1904.
fn month(number: f64, from_1904: bool) -> Option<Shows> {
    let first = if from_1904 { jiff::civil::date(1904, 1, 1) } else { jiff::civil::date(1899, 12, 30) };
    if !(1.0..2_958_466.0).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
    let days = number.floor() as i32;
    let date = first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    Some(Shows::Month(date.year(), date.month()))
}

/// For each cell style whether it shows a date.
fn date_styles(package: &mut Package<'_>, book: &Book) -> Result<Vec<bool>, Refusal> {
    let relationships = package.relationships(&book.part)?;
    let styles = relationships.iter().find(|it| it.kind == "styles").and_then(|it| it.part.as_deref());
    let Some(at) = styles.and_then(|it| package.find(it)) else { return Ok(Vec::new()) };
    let part = package.name(at).to_owned();
    let text = package.read_xml(at)?;
    let mut reader = xml::reader(&text.text);
    let mut date_formats: Vec<u32> = Vec::new();
    let mut dates = Vec::new();
    let mut in_cell_styles = false;
    loop {
        match reader.read_event().map_err(|error| xml::damaged(&part, &error))? {
            Event::Eof => return Ok(dates),
            Event::Start(tag) | Event::Empty(tag) => {
                let number = |name: &str| xml::attribute(&tag, name).and_then(|it| it.trim().parse::<u32>().ok());
                match tag.local_name().as_ref() {
                    "numFmt" => {
                        let code = xml::attribute(&tag, "formatCode").unwrap_or_default();
                        date_formats.extend(number("numFmtId").filter(|_| is_date_format(&code)));
                    }
                    "cellXfs" => in_cell_styles = true,
                    "xf" if in_cell_styles => {
                        let format = number("numFmtId").unwrap_or(0);
                        // ECMA-376, 18.8.30: the built-in formats of dates.
                        let is_built_in = matches!(format, 14..=17 | 22 | 27..=36 | 50..=58);
                        dates.push(is_built_in || date_formats.contains(&format));
                    }
                    _ => {}
                }
            }
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_cell_styles = false,
            _ => {}
        }
    }
}

/// Whether a format code shows a month or a year: `mmm/yy`, `dd/mm/yyyy`, `mmm/aa`; not `[m]`, not `"mês" 0`.
fn is_date_format(code: &str) -> bool {
    let mut shown = String::new();
    let mut characters = code.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => {
                characters.by_ref().find(|it| *it == '"');
            }
            '[' => {
                characters.by_ref().find(|it| *it == ']');
            }
            '\\' | '_' | '*' => {
                characters.next();
            }
            c => shown.push(c.to_ascii_lowercase()),
        }
    }
    let has_day_or_year = shown.contains(['d', 'y', 'a']) && !shown.contains("general");
    shown.contains('m') && (has_day_or_year || shown.contains("mmm"))
}

#[cfg(test)]
mod tests {
    use super::{Shows, is_date_format, month};

    #[test]
    fn formats_of_dates_are_known() {
        for code in ["mmm/yy", "mmm\\/yy", "[$-416]mmm/yy;@", "dd/mm/yyyy", "mmm/aa", "MMMM"] {
            assert!(is_date_format(code), "{code}");
        }
        for code in ["0", "General", "#,##0.00", "\"mmm/yy\" 0", "hh:mm", "[m]:ss", "0 \"dias\""] {
            assert!(!is_date_format(code), "{code}");
        }
    }

    #[test]
    fn days_are_counted_from_1900_or_1904() {
        assert_eq!(month(45_658.0, false), Some(Shows::Month(2025, 1)));
        assert_eq!(month(44_196.0, true), Some(Shows::Month(2025, 1)));
        assert_eq!(month(1e9, false), None);
    }
}
