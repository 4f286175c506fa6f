//! .ods sheets: the texts that LibreOffice itself shows in the cells, streamed row by row.

use std::collections::HashSet;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::format::{show_iso_date, show_value};
use super::package::{Package, attribute, push_reference, xml_error, xml_reader};
use super::{Limits, Row, SheetError, format::NumberFormat};

/// An opened .ods file.
pub struct OdsBook<'a> {
    package: Package<'a>,
    sheets: Vec<(String, bool)>,
}

impl<'a> OdsBook<'a> {
    /// Opens the file and reads the names of its sheets.
    pub fn open(mut package: Package<'a>) -> Result<Self, SheetError> {
        let file = package.file().to_owned();
        if is_encrypted(&mut package)? {
            return Err(SheetError::PasswordProtected { file });
        }
        let limits = *package.limits();
        let mut sheets = Vec::new();
        let Some(source) = package.part("content.xml")? else {
            return Err(SheetError::Damaged { file, what: "content.xml is missing".to_owned() });
        };
        let mut scan = Scan::new(&file, &limits);
        scan.run(source, &mut |step| {
            if let Step::Sheet(name, hidden) = step {
                sheets.push((name.to_owned(), hidden));
            }
            sheets.len() < limits.sheets_max
        })?;
        Ok(Self { package, sheets })
    }

    /// Name of each sheet, and whether it is hidden.
    pub fn sheets(&self) -> Vec<(String, bool)> {
        self.sheets.clone()
    }

    /// Shows each row in which something stands, until `see` says `false`.
    pub fn visit(&mut self, sheet: usize, see: &mut dyn FnMut(&Row) -> bool) -> Result<(), SheetError> {
        let file = self.package.file().to_owned();
        let limits = *self.package.limits();
        let Some(source) = self.package.part("content.xml")? else { return Ok(()) };
        let mut at = None;
        let mut scan = Scan::new(&file, &limits);
        scan.run(source, &mut |step| match step {
            Step::Sheet(..) => {
                at = Some(at.map_or(0, |it: usize| it + 1));
                at.is_some_and(|it| it <= sheet)
            }
            Step::Row(row) if at == Some(sheet) => see(row),
            Step::Row(_) => true,
        })
    }
}

/// Whether the manifest tells of an encrypted part.
fn is_encrypted(package: &mut Package<'_>) -> Result<bool, SheetError> {
    let manifest = package.bytes("META-INF/manifest.xml")?.unwrap_or_default();
    Ok(memchr::memmem::find(&manifest, b"encryption-data").is_some())
}

/// What the scan shows.
enum Step<'s> {
    Sheet(&'s str, bool),
    Row(&'s Row),
}

/// The state of reading content.xml.
struct Scan<'s> {
    file: &'s str,
    limits: &'s Limits,
    /// Names of automatic styles that hide a sheet, or strike a cell out.
    hiding: HashSet<String>,
    striking: HashSet<String>,
    style: String,
    row: Row,
    rows_repeated: u32,
    cell: Cell,
    filled: (usize, usize),
    number: u32,
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    text: String,
    value: String,
    kind: String,
    paragraphs: usize,
    repeated: usize,
    spanned: usize,
    struck: bool,
}

impl<'s> Scan<'s> {
    fn new(file: &'s str, limits: &'s Limits) -> Self {
        Self {
            file,
            limits,
            hiding: HashSet::new(),
            striking: HashSet::new(),
            style: String::new(),
            row: Row::default(),
            rows_repeated: 1,
            cell: Cell::default(),
            filled: (0, 0),
            number: 0,
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "only some events of the XML reader hold text")]
    fn run(&mut self, source: impl BufRead, see: &mut dyn FnMut(Step<'_>) -> bool) -> Result<(), SheetError> {
        let mut xml = xml_reader(source);
        let mut buffer = Vec::with_capacity(1 << 12);
        let (mut in_text, mut in_note, mut tables) = (false, 0_usize, 0_usize);
        loop {
            let event = xml.read_event_into(&mut buffer).map_err(|error| xml_error(self.file, &error, self.limits))?;
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "annotation" => in_note += 1,
                    _ if in_note > 0 => {}
                    "table" => {
                        tables += 1;
                        if tables == 1 && !self.open_sheet(&tag, see) {
                            return Ok(());
                        }
                    }
                    "table-row" if tables == 1 => self.open_row(&tag),
                    "table-cell" | "covered-table-cell" if tables == 1 => self.open_cell(&tag),
                    "p" => {
                        in_text = true;
                        self.cell.open_paragraph();
                    }
                    "style" => self.style = attribute(&tag, "style:name").unwrap_or_default(),
                    "text-properties" | "table-properties" => self.note_style(&tag),
                    _ => {}
                },
                Event::Empty(tag) if in_note == 0 => match tag.local_name().as_ref() {
                    "table-row" if tables == 1 => {
                        self.open_row(&tag);
                        self.number = self.number.saturating_add(self.rows_repeated);
                    }
                    "table-cell" | "covered-table-cell" if tables == 1 => {
                        self.open_cell(&tag);
                        self.close_cell();
                    }
                    "text-properties" | "table-properties" => self.note_style(&tag),
                    "s" if in_text => {
                        let count = attribute(&tag, "text:c").and_then(|it| it.parse().ok()).unwrap_or(1_usize);
                        self.cell.text.push_str(&" ".repeat(count.min(256)));
                    }
                    "tab" if in_text => self.cell.text.push(' '),
                    "line-break" if in_text => self.cell.text.push('\n'),
                    "p" => self.cell.open_paragraph(),
                    _ => {}
                },
                Event::Text(text) if in_text && in_note == 0 && self.cell.text.len() < self.limits.cell_bytes_max => {
                    self.cell.text.push_str(&text);
                }
                Event::GeneralRef(reference) if in_text && in_note == 0 => {
                    push_reference(&mut self.cell.text, &reference);
                }
                Event::End(tag) => match tag.local_name().as_ref() {
                    "annotation" => in_note = in_note.saturating_sub(1),
                    _ if in_note > 0 => {}
                    "p" => in_text = false,
                    "table" => tables = tables.saturating_sub(1),
                    "table-cell" | "covered-table-cell" if tables == 1 => self.close_cell(),
                    "table-row" if tables == 1 && !self.close_row(see)? => return Ok(()),
                    _ => {}
                },
                Event::Eof if tables > 0 => {
                    let what = "the content is cut off".to_owned();
                    return Err(SheetError::Damaged { file: self.file.to_owned(), what });
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
            buffer.clear();
        }
    }

    fn open_sheet(&mut self, tag: &BytesStart<'_>, see: &mut dyn FnMut(Step<'_>) -> bool) -> bool {
        self.number = 0;
        let name = attribute(tag, "table:name").unwrap_or_default();
        let hidden = attribute(tag, "table:style-name").is_some_and(|it| self.hiding.contains(&it));
        see(Step::Sheet(&name, hidden))
    }

    /// Remembers the automatic styles that matter.
    fn note_style(&mut self, tag: &BytesStart<'_>) {
        if attribute(tag, "table:display").is_some_and(|it| it == "false") {
            self.hiding.insert(self.style.clone());
        }
        let line =
            attribute(tag, "style:text-line-through-style").or_else(|| attribute(tag, "style:text-line-through-type"));
        if line.is_some_and(|it| it != "none") {
            self.striking.insert(self.style.clone());
        }
    }

    fn open_row(&mut self, tag: &BytesStart<'_>) {
        let repeated = attribute(tag, "table:number-rows-repeated").and_then(|it| it.parse().ok());
        self.rows_repeated = repeated.unwrap_or(1).max(1);
        self.row.hidden = attribute(tag, "table:visibility").is_some_and(|it| it != "visible");
        self.row.title = false;
        self.row.cells.clear();
        self.filled = (0, 0);
    }

    fn open_cell(&mut self, tag: &BytesStart<'_>) {
        let number = |name| attribute(tag, name).and_then(|it| it.parse::<usize>().ok()).unwrap_or(1).max(1);
        self.cell.text.clear();
        self.cell.paragraphs = 0;
        self.cell.repeated = number("table:number-columns-repeated");
        self.cell.spanned = number("table:number-columns-spanned");
        self.cell.kind = attribute(tag, "office:value-type").unwrap_or_default();
        let value = ["office:value", "office:date-value", "office:string-value"];
        self.cell.value = value.iter().find_map(|it| attribute(tag, it)).unwrap_or_default();
        self.cell.struck = attribute(tag, "table:style-name").is_some_and(|it| self.striking.contains(&it));
    }

    fn close_cell(&mut self) {
        let shown = self.cell.shown();
        let blank = shown.trim().is_empty();
        let columns_left = self.limits.columns_max.saturating_sub(self.row.cells.len());
        for _ in 0..self.cell.repeated.min(columns_left) {
            self.row.cells.push(shown.clone());
        }
        if !blank {
            self.filled.0 += 1;
            self.filled.1 += usize::from(self.cell.struck);
            self.row.title |= self.cell.spanned > 1;
        }
    }

    /// Shows the row as often as it is repeated.
    fn close_row(&mut self, see: &mut dyn FnMut(Step<'_>) -> bool) -> Result<bool, SheetError> {
        let repeated = self.rows_repeated;
        if self.filled.0 == 0 {
            self.number = self.number.saturating_add(repeated);
            return Ok(true);
        }
        self.row.struck = self.filled.1 * 2 > self.filled.0;
        self.row.title &= self.filled.0 == 1;
        for _ in 0..repeated {
            self.number = self.number.saturating_add(1);
            if self.number > self.limits.rows_max {
                let rows_max = self.limits.rows_max;
                return Err(SheetError::TooManyRows { file: self.file.to_owned(), rows_max });
            }
            self.row.number = self.number;
            if !see(Step::Row(&self.row)) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl Cell {
    fn open_paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.text.push('\n');
        }
        self.paragraphs += 1;
    }

    /// The text in the cell; where the program shortened a number (`4,79912E+12`) or wrote no text, the value.
    fn shown(&self) -> String {
        let shortened = self.kind == "float" && self.text.contains(['E', 'e']);
        if !self.text.is_empty() && !shortened {
            return self.text.clone();
        }
        match (self.kind.as_str(), self.value.parse::<f64>()) {
            ("float" | "percentage" | "currency", Ok(value)) => show_value(value, &NumberFormat::General, false),
            ("date", _) => show_iso_date(&self.value),
            _ if self.paragraphs == 0 => self.value.clone(),
            _ => self.text.clone(),
        }
    }
}
