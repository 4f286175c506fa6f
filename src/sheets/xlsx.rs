//! .xlsx and .xlsm: sheets streamed row by row, with what a reader of values alone does not see - hidden rows, lines
//! through cells, number masks.
//!
//! Written on the XML reader, not on calamine, because calamine's cells reader knows neither hidden rows nor masks
//! and takes three times the memory for shared strings (PERFORMANCE, "Contact lists").

mod parts;
mod place;
mod rows;
mod strings;
mod styles;

use std::io::BufRead;

use parts::{Sheet, read_workbook, relations, workbook_part};
use place::cell_place;
use quick_xml::events::Event;
use rows::{Reading, RowScan};
use strings::{Strings, read_strings};
use styles::{Styles, read_styles};

use super::package::{Package, attribute, io_error, xml_reader};
use super::{Row, SheetError};

/// An opened workbook.
pub struct Workbook<'a> {
    package: Package<'a>,
    sheets: Vec<Sheet>,
    strings: Strings,
    styles: Styles,
    from_1904: bool,
}

impl<'a> Workbook<'a> {
    /// Opens a workbook: its sheets, shared strings and styles.
    pub fn open(mut package: Package<'a>) -> Result<Self, SheetError> {
        let workbook_part = workbook_part(&mut package)?;
        let relations = relations(&mut package, &workbook_part)?;
        let (mut sheets, from_1904) = read_workbook(&mut package, &workbook_part, &relations)?;
        sheets.retain(|it| !it.part.is_empty());
        let by_kind = |kind: &str| relations.values().find(|it| it.kind.ends_with(kind)).map(|it| it.target.clone());
        let strings = match by_kind("/sharedStrings") {
            Some(part) => read_strings(&mut package, &part)?,
            None => Strings::default(),
        };
        let styles = match by_kind("/styles") {
            Some(part) => read_styles(&mut package, &part)?,
            None => Styles::default(),
        };
        Ok(Self { package, sheets, strings, styles, from_1904 })
    }

    /// Name of each sheet, and whether it is hidden.
    pub fn sheets(&self) -> Vec<(String, bool)> {
        self.sheets.iter().map(|it| (it.name.clone(), it.hidden)).collect()
    }

    /// Shows each row in which something stands, until `see` says `false`.
    pub fn visit(&mut self, sheet: usize, see: &mut dyn FnMut(&Row) -> bool) -> Result<(), SheetError> {
        let Some(sheet) = self.sheets.get(sheet) else { return Ok(()) };
        let part = sheet.part.clone();
        let file = self.package.file().to_owned();
        let limits = *self.package.limits();
        let Some(reader) = self.package.part(&part)? else {
            return Err(SheetError::Damaged { file, what: format!("part {part} is missing") });
        };
        let reading = Reading { strings: &self.strings, styles: &self.styles, from_1904: self.from_1904 };
        let mut scan = RowScan { file: &file, limits: &limits, reading, row: Row::default(), column: 0, row_number: 0 };
        scan.run(reader, see)
    }

    /// The rows of the sheet that are one cell merged over several columns: titles.
    pub fn merged_rows(&mut self, sheet: usize) -> Result<Vec<u32>, SheetError> {
        let Some(sheet) = self.sheets.get(sheet) else { return Ok(Vec::new()) };
        let part = sheet.part.clone();
        let file = self.package.file().to_owned();
        let limits = *self.package.limits();
        let Some(mut reader) = self.package.part(&part)? else { return Ok(Vec::new()) };
        skip_to_tail(&mut reader).map_err(|error| io_error(&file, &error, &limits))?;
        let mut rows = Vec::new();
        let mut xml = xml_reader(reader);
        let mut buffer = Vec::new();
        loop {
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Eof) => break,
                Ok(Event::Start(tag) | Event::Empty(tag)) if tag.local_name().as_ref() == "mergeCell" => {
                    let range = attribute(&tag, "ref").unwrap_or_default();
                    let (from, to) = range.split_once(':').unwrap_or((&range, &range));
                    if let (Some((row, left)), Some((last, right))) = (cell_place(from), cell_place(to))
                        && left < right
                        && row == last
                        && rows.len() < MERGED_MAX
                    {
                        rows.push(row);
                    }
                }
                Ok(_) => {}
                // What stands behind the rows is only a hint; the rows themselves were read whole.
                Err(_) => break,
            }
            buffer.clear();
        }
        rows.sort_unstable();
        Ok(rows)
    }
}

/// Merged cells that are looked at.
const MERGED_MAX: usize = 100_000;

/// Skips what stands before `</sheetData>` (the merged cells come after it).
fn skip_to_tail(reader: &mut impl BufRead) -> std::io::Result<()> {
    const MARK: &[u8] = b"sheetData>";
    let finder = memchr::memmem::Finder::new(MARK);
    let mut carry: Vec<u8> = Vec::new();
    loop {
        let chunk = reader.fill_buf()?;
        if chunk.is_empty() {
            return Ok(());
        }
        let count = chunk.len();
        // `<sheetData>` opens it as well; only a mark after `/` (or `/x:`) closes it, and the opening one stands
        // within the first chunk, where going on reading merely repeats it.
        let joined: Vec<u8>;
        let search: &[u8] = if carry.is_empty() {
            chunk
        } else {
            joined = [carry.as_slice(), chunk].concat();
            &joined
        };
        let closes = finder.find_iter(search).any(|at| {
            let before = search.get(at.saturating_sub(12)..at).unwrap_or_default();
            memchr::memrchr(b'<', before).and_then(|tag| before.get(tag + 1)) == Some(&b'/')
        });
        let keep = search.get(search.len().saturating_sub(24)..).unwrap_or_default().to_vec();
        if closes {
            return Ok(());
        }
        carry = keep;
        reader.consume(count);
    }
}

/// `1` and `true` of XML Schema's boolean.
fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "TRUE" | "on")
}
