//! The rows of one sheet, one after the other.

use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::is_true;
use super::place::column_of;
use super::strings::{Strings, unescape_controls};
use super::styles::Styles;
use crate::sheets::format::{NumberFormat, show_iso_date, show_number};
use crate::sheets::package::xml_reader;
use crate::sheets::package::{push_reference, xml_error};
use crate::sheets::{Limits, Row, SheetError};

/// What the values of cells are read with.
pub(super) struct Reading<'s> {
    pub(super) strings: &'s Strings,
    pub(super) styles: &'s Styles,
    pub(super) from_1904: bool,
}

/// Reading the rows of one sheet; the one row is used again and again.
pub(super) struct RowScan<'s> {
    pub(super) file: &'s str,
    pub(super) limits: &'s Limits,
    pub(super) reading: Reading<'s>,
    pub(super) row: Row,
    pub(super) column: usize,
    pub(super) row_number: u32,
}

/// The cell that is being read.
#[derive(Default)]
struct OpenCell {
    kind: CellKind,
    style: usize,
    value: String,
}

/// The `t` of a cell.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum CellKind {
    #[default]
    Number,
    Shared,
    Text,
    Bool,
    Error,
    Date,
}

/// Where in a cell the reader stands: only `<v>` and the `<t>` of `<is>` hold what a person sees.
#[derive(PartialEq, Eq, Clone, Copy)]
pub(super) enum Inside {
    Nothing,
    Value,
    Phonetic,
}

impl RowScan<'_> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "only some events of the XML reader hold text")]
    pub(super) fn run(&mut self, source: impl BufRead, see: &mut dyn FnMut(&Row) -> bool) -> Result<(), SheetError> {
        let mut xml = xml_reader(source);
        let mut buffer = Vec::with_capacity(1 << 12);
        let mut cell = OpenCell::default();
        let mut inside = Inside::Nothing;
        let mut struck = (0_usize, 0_usize);
        loop {
            let event = xml.read_event_into(&mut buffer).map_err(|error| xml_error(self.file, &error, self.limits))?;
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "c" => self.open_cell(&tag, &mut cell),
                    "v" | "t" if inside != Inside::Phonetic => inside = Inside::Value,
                    "rPh" => inside = Inside::Phonetic,
                    "row" => {
                        self.open_row(&tag)?;
                        struck = (0, 0);
                    }
                    _ => {}
                },
                Event::Empty(tag) => match tag.local_name().as_ref() {
                    "c" => self.open_cell(&tag, &mut cell),
                    "row" => self.open_row(&tag)?,
                    "sheetData" => return Ok(()),
                    _ => {}
                },
                Event::Text(text) if inside == Inside::Value && cell.value.len() < self.limits.cell_bytes_max => {
                    cell.value.push_str(&text);
                }
                Event::CData(text) if inside == Inside::Value => cell.value.push_str(&text.into_inner()),
                Event::GeneralRef(reference) if inside == Inside::Value => push_reference(&mut cell.value, &reference),
                Event::End(tag) => match tag.local_name().as_ref() {
                    "v" | "t" if inside == Inside::Value => inside = Inside::Nothing,
                    "rPh" => inside = Inside::Nothing,
                    "c" => {
                        let (filled, line) = self.close_cell(&cell);
                        struck.0 += usize::from(filled);
                        struck.1 += usize::from(filled && line);
                        cell.value.clear();
                    }
                    "row" => {
                        // A line through one corrected number is not a line through the person.
                        self.row.struck = struck.1 * 2 > struck.0;
                        if struck.0 > 0 && !see(&self.row) {
                            return Ok(());
                        }
                    }
                    "sheetData" => return Ok(()),
                    _ => {}
                },
                Event::Eof => {
                    return Err(SheetError::Damaged {
                        file: self.file.to_owned(),
                        what: "a sheet is cut off".to_owned(),
                    });
                }
                _ => {}
            }
            buffer.clear();
        }
    }

    fn open_row(&mut self, tag: &BytesStart<'_>) -> Result<(), SheetError> {
        self.row_number += 1;
        self.row.hidden = false;
        for attribute in tag.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "r" => self.row_number = attribute.value.parse().unwrap_or(self.row_number),
                "hidden" => self.row.hidden = is_true(&attribute.value),
                _ => {}
            }
        }
        if self.row_number > self.limits.rows_max {
            return Err(SheetError::TooManyRows { file: self.file.to_owned(), rows_max: self.limits.rows_max });
        }
        self.row.number = self.row_number;
        self.column = 0;
        for cell in &mut self.row.cells {
            cell.clear();
        }
        Ok(())
    }

    fn open_cell(&mut self, tag: &BytesStart<'_>, cell: &mut OpenCell) {
        cell.kind = CellKind::Number;
        cell.style = 0;
        cell.value.clear();
        self.column += 1;
        for attribute in tag.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "r" => self.column = column_of(&attribute.value).unwrap_or(self.column),
                "s" => cell.style = attribute.value.parse().unwrap_or(0),
                "t" => {
                    cell.kind = match attribute.value.as_ref() {
                        "s" => CellKind::Shared,
                        "str" | "inlineStr" => CellKind::Text,
                        "b" => CellKind::Bool,
                        "e" => CellKind::Error,
                        "d" => CellKind::Date,
                        _ => CellKind::Number,
                    }
                }
                _ => {}
            }
        }
    }

    /// Puts the cell's text into the row; says whether something stands there, and whether it is struck out.
    fn close_cell(&mut self, cell: &OpenCell) -> (bool, bool) {
        if cell.value.is_empty() || self.column == 0 || self.column > self.limits.columns_max {
            return (false, false);
        }
        if self.row.cells.len() < self.column {
            self.row.cells.resize(self.column, String::new());
        }
        let Some(place) = self.row.cells.get_mut(self.column - 1) else { return (false, false) };
        place.clear();
        let (format, line) = self.reading.styles.cells.get(cell.style).copied().unwrap_or((usize::MAX, false));
        match cell.kind {
            CellKind::Shared => {
                place.push_str(self.reading.strings.get(cell.value.trim().parse().unwrap_or(usize::MAX)));
            }
            CellKind::Text => place.push_str(&unescape_controls(&cell.value)),
            CellKind::Bool => place.push_str(if is_true(&cell.value) { "VERDADEIRO" } else { "FALSO" }),
            CellKind::Error => place.push_str(&cell.value),
            CellKind::Date => place.push_str(&show_iso_date(&cell.value)),
            CellKind::Number => {
                let format = self.reading.styles.formats.get(format).unwrap_or(&NumberFormat::General);
                show_number(&cell.value, format, self.reading.from_1904, place);
            }
        }
        (!place.trim().is_empty(), line)
    }
}
