//! .docx: its tables as sheets, its paragraphs as one more where it has no table.

use std::io::BufRead;

use quick_xml::events::Event;

use super::package::{Package, attribute, push_reference, xml_error, xml_reader};
use super::{Limits, Row, SheetError, Table};

/// Reads the tables of a document; where it has none, one table with a paragraph in each row.
pub fn read_document(package: &mut Package<'_>) -> Result<Vec<Table>, SheetError> {
    let file = package.file().to_owned();
    let limits = *package.limits();
    let part = "word/document.xml";
    let Some(source) = package.part(part)? else {
        return Err(SheetError::Damaged { file, what: format!("{part} is missing") });
    };
    let mut reading = Reading { limits, ..Reading::default() };
    reading.run(source, &file)?;
    let mut tables = reading.tables;
    let count = tables.len();
    for (index, table) in tables.iter_mut().enumerate().filter(|_| count > 1) {
        table.name = format!("tabela {}", index + 1);
    }
    if tables.is_empty() && !reading.paragraphs.is_empty() {
        tables.push(Table { name: String::new(), hidden: false, rows: reading.paragraphs });
    }
    Ok(tables)
}

/// The state of reading document.xml.
#[derive(Default)]
struct Reading {
    limits: Limits,
    tables: Vec<Table>,
    paragraphs: Vec<Row>,
    /// How many tables stand around; a table inside a cell is text of that cell.
    depth: usize,
    row: Row,
    row_number: u32,
    cell: String,
    /// Letters of the row: all, and those with a line through them.
    letters: (usize, usize),
    run_struck: bool,
    text: String,
    paragraph_number: u32,
    cells_left: usize,
}

/// Cells of one document: a list of 20,000 people with ten columns.
const CELLS_MAX: usize = 200_000;

impl Reading {
    #[expect(clippy::wildcard_enum_match_arm, reason = "only some events of the XML reader hold text")]
    fn run(&mut self, source: impl BufRead, file: &str) -> Result<(), SheetError> {
        self.cells_left = CELLS_MAX;
        let mut xml = xml_reader(source);
        let mut buffer = Vec::new();
        let mut in_text = false;
        loop {
            let event = xml.read_event_into(&mut buffer).map_err(|error| xml_error(file, &error, &self.limits))?;
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "tbl" => self.open_table(),
                    "tr" if self.depth == 1 => self.open_row(),
                    "tc" if self.depth == 1 => self.cell.clear(),
                    "p" => self.text.clear(),
                    "r" => self.run_struck = false,
                    "t" => in_text = true,
                    name => self.note(name, &tag),
                },
                Event::Empty(tag) => match tag.local_name().as_ref() {
                    "br" | "cr" => self.text.push('\n'),
                    "tab" => self.text.push('\t'),
                    name => self.note(name, &tag),
                },
                Event::Text(text) if in_text => {
                    let count = text.trim().len();
                    self.letters.0 += count;
                    self.letters.1 += if self.run_struck { count } else { 0 };
                    self.text.push_str(&text);
                }
                Event::GeneralRef(reference) if in_text => push_reference(&mut self.text, &reference),
                Event::End(tag) => match tag.local_name().as_ref() {
                    "t" => in_text = false,
                    "p" => self.close_paragraph(),
                    "tc" if self.depth == 1 => self.close_cell(file)?,
                    "tr" if self.depth == 1 => self.close_row(),
                    "tbl" => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                },
                Event::Eof if self.depth > 0 => {
                    return Err(SheetError::Damaged { file: file.to_owned(), what: "the text is cut off".to_owned() });
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
            buffer.clear();
        }
    }

    fn open_table(&mut self) {
        self.depth += 1;
        if self.depth == 1 {
            self.tables.push(Table::default());
            self.row_number = 0;
        }
    }

    fn open_row(&mut self) {
        self.row_number += 1;
        self.row = Row { number: self.row_number, ..Row::default() };
        self.letters = (0, 0);
    }

    /// Properties that matter: lines through letters, cells over several columns, hidden rows.
    fn note(&mut self, name: &str, tag: &quick_xml::events::BytesStart<'_>) {
        let on = || attribute(tag, "w:val").is_none_or(|it| !matches!(it.as_str(), "0" | "false" | "none" | "off"));
        match name {
            "strike" | "dstrike" => self.run_struck = on(),
            "hidden" if self.depth == 1 => self.row.hidden = on(),
            "gridSpan" if self.depth == 1 => self.row.title = true,
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        if self.depth > 0 {
            if !self.cell.is_empty() {
                self.cell.push('\n');
            }
            self.cell.push_str(text.trim());
            return;
        }
        self.paragraph_number += 1;
        if !text.trim().is_empty() && self.paragraphs.len() < CELLS_MAX {
            let cells = text.split('\t').map(|it| it.trim().to_owned()).collect();
            self.paragraphs.push(Row::plain(self.paragraph_number, cells));
        }
    }

    fn close_cell(&mut self, file: &str) -> Result<(), SheetError> {
        let Some(left) = self.cells_left.checked_sub(1) else {
            return Err(SheetError::TooManyRows { file: file.to_owned(), rows_max: self.row_number });
        };
        self.cells_left = left;
        if self.row.cells.len() < self.limits.columns_max {
            self.row.cells.push(self.cell.trim().to_owned());
        }
        Ok(())
    }

    fn close_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        row.struck = self.letters.1 * 2 > self.letters.0;
        row.title &= row.cells.iter().filter(|it| !it.is_empty()).count() == 1;
        if !row.is_blank()
            && let Some(table) = self.tables.last_mut()
        {
            table.rows.push(row);
        }
    }
}
