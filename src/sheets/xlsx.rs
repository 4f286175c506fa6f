//! .xlsx and .xlsm: sheets streamed row by row, with what a reader of values alone does not see - hidden rows, lines
//! through cells, number masks.
//!
//! Written on the XML reader, not on calamine, because calamine's cells reader knows neither hidden rows nor masks
//! and takes three times the memory for shared strings (PERFORMANCE, "Contact lists").

use std::collections::HashMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::format::{NumberFormat, show_number};
use super::package::{Package, attribute, io_error, push_reference, xml_error, xml_reader};
use super::{Row, SheetError};

/// An opened workbook.
pub struct Workbook<'a> {
    package: Package<'a>,
    sheets: Vec<Sheet>,
    strings: Strings,
    styles: Styles,
    from_1904: bool,
}

/// One sheet of the workbook.
struct Sheet {
    name: String,
    hidden: bool,
    part: String,
}

/// The cells' styles: of each its number format and whether a line goes through it.
#[derive(Default)]
struct Styles {
    cells: Vec<(usize, bool)>,
    formats: Vec<NumberFormat>,
}

/// The shared strings, one after the other in one buffer.
#[derive(Default)]
struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    fn get(&self, index: usize) -> &str {
        let end = self.ends.get(index).copied().unwrap_or(0) as usize;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        self.text.get(start..end).unwrap_or_default()
    }
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

/// What the values of cells are read with.
struct Reading<'s> {
    strings: &'s Strings,
    styles: &'s Styles,
    from_1904: bool,
}

/// Reading the rows of one sheet; the one row is used again and again.
struct RowScan<'s> {
    file: &'s str,
    limits: &'s super::Limits,
    reading: Reading<'s>,
    row: Row,
    column: usize,
    row_number: u32,
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
enum Inside {
    Nothing,
    Value,
    Phonetic,
}

impl RowScan<'_> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "only some events of the XML reader hold text")]
    fn run(&mut self, source: impl BufRead, see: &mut dyn FnMut(&Row) -> bool) -> Result<(), SheetError> {
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
            CellKind::Date => place.push_str(&super::format::show_iso_date(&cell.value)),
            CellKind::Number => {
                let format = self.reading.styles.formats.get(format).unwrap_or(&NumberFormat::General);
                show_number(&cell.value, format, self.reading.from_1904, place);
            }
        }
        (!place.trim().is_empty(), line)
    }
}

/// A relationship of a part.
struct Relation {
    kind: String,
    target: String,
}

/// The workbook's part, by the package's own relationships; `xl/workbook.xml` where they do not say.
fn workbook_part(package: &mut Package<'_>) -> Result<String, SheetError> {
    let found = relations(package, "")?
        .into_values()
        .find(|it| it.kind.ends_with("/officeDocument"))
        .map(|it| it.target)
        .filter(|it| package.has(it));
    Ok(found.unwrap_or_else(|| "xl/workbook.xml".to_owned()))
}

/// The relationships of a part by their id, targets as full part names.
fn relations(package: &mut Package<'_>, part: &str) -> Result<HashMap<String, Relation>, SheetError> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let rels = format!("{folder}{}_rels/{name}.rels", if folder.is_empty() { "" } else { "/" });
    let mut found = HashMap::new();
    for_each_tag(package, &rels, &mut |tag| {
        if tag.local_name().as_ref() == "Relationship" {
            let target = attribute(tag, "Target").unwrap_or_default();
            found.insert(
                attribute(tag, "Id").unwrap_or_default(),
                Relation { kind: attribute(tag, "Type").unwrap_or_default(), target: resolve(folder, &target) },
            );
        }
    })?;
    Ok(found)
}

/// The full name of a part that a relationship names, absolute or relative to the folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            other => path.push(other),
        }
    }
    path.join("/")
}

/// The sheets in the order of the tabs, and whether days count from 1904.
fn read_workbook(
    package: &mut Package<'_>,
    part: &str,
    relations: &HashMap<String, Relation>,
) -> Result<(Vec<Sheet>, bool), SheetError> {
    let file = package.file().to_owned();
    let sheets_max = package.limits().sheets_max;
    let mut sheets = Vec::new();
    let mut from_1904 = false;
    let seen = for_each_tag(package, part, &mut |tag| match tag.local_name().as_ref() {
        "sheet" if sheets.len() < sheets_max => {
            let relation = attribute_by_local_name(tag, "id").and_then(|id| relations.get(&id));
            // Chart sheets and dialogs are no tables.
            let part = relation.filter(|it| it.kind.ends_with("/worksheet")).map(|it| it.target.clone());
            sheets.push(Sheet {
                name: attribute(tag, "name").unwrap_or_default(),
                hidden: attribute(tag, "state").is_some_and(|it| it != "visible"),
                part: part.unwrap_or_default(),
            });
        }
        "workbookPr" => from_1904 = attribute(tag, "date1904").is_some_and(|it| is_true(&it)),
        _ => {}
    })?;
    if !seen || sheets.is_empty() {
        return Err(SheetError::Damaged { file, what: "the workbook names no sheet".to_owned() });
    }
    Ok((sheets, from_1904))
}

/// Reads the shared strings: the texts of all runs, without the phonetic ones.
#[expect(clippy::wildcard_enum_match_arm, reason = "only some events of the XML reader hold text")]
fn read_strings(package: &mut Package<'_>, part: &str) -> Result<Strings, SheetError> {
    let file = package.file().to_owned();
    let limits = *package.limits();
    let mut strings = Strings::default();
    let Some(source) = package.part(part)? else { return Ok(strings) };
    let mut xml = xml_reader(source);
    let mut buffer = Vec::with_capacity(1 << 12);
    let mut inside = Inside::Nothing;
    loop {
        match xml.read_event_into(&mut buffer).map_err(|error| xml_error(&file, &error, &limits))? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" if inside != Inside::Phonetic => inside = Inside::Value,
                "rPh" => inside = Inside::Phonetic,
                _ => {}
            },
            Event::Text(text) if inside == Inside::Value => push_controls_unescaped(&mut strings.text, &text),
            Event::CData(text) if inside == Inside::Value => strings.text.push_str(&text.into_inner()),
            Event::GeneralRef(reference) if inside == Inside::Value => {
                push_reference(&mut strings.text, &reference);
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" if inside == Inside::Value => inside = Inside::Nothing,
                "rPh" => inside = Inside::Nothing,
                "si" => strings.ends.push(string_end(&strings, &file)?),
                "sst" => return Ok(strings),
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => {
                strings.ends.push(string_end(&strings, &file)?);
            }
            Event::Empty(tag) if tag.local_name().as_ref() == "sst" => return Ok(strings),
            Event::Eof => {
                return Err(SheetError::Damaged { file, what: "the shared strings are cut off".to_owned() });
            }
            _ => {}
        }
        buffer.clear();
    }
}

/// Where the last string ends. 512 MiB of text are three times the contacts of a state.
fn string_end(strings: &Strings, file: &str) -> Result<u32, SheetError> {
    const STRINGS_BYTES_MAX: usize = 512 << 20;
    u32::try_from(strings.text.len())
        .ok()
        .filter(|_| strings.text.len() <= STRINGS_BYTES_MAX)
        .ok_or_else(|| SheetError::TooLarge { file: file.to_owned(), limit_bytes: STRINGS_BYTES_MAX as u64 })
}

/// Reads the styles of cells: number format and strike-through.
fn read_styles(package: &mut Package<'_>, part: &str) -> Result<Styles, SheetError> {
    let mut codes: HashMap<u32, String> = HashMap::new();
    let mut fonts: Vec<bool> = Vec::new();
    let mut cells: Vec<(u32, usize)> = Vec::new();
    // Differential formats and style templates have fonts and xf as well, which are not counted.
    let mut section = Section::Other;
    for_each_tag(package, part, &mut |tag| match tag.local_name().as_ref() {
        "numFmt" => {
            let id = attribute(tag, "numFmtId").and_then(|it| it.parse().ok());
            if let (Some(id), Some(code)) = (id, attribute(tag, "formatCode")) {
                codes.insert(id, code);
            }
        }
        "fonts" => section = Section::Fonts,
        "cellXfs" => section = Section::Cells,
        "fills" | "borders" | "cellStyleXfs" | "cellStyles" | "dxfs" => section = Section::Other,
        "font" if section == Section::Fonts => fonts.push(false),
        "strike" if section == Section::Fonts => {
            if let Some(last) = fonts.last_mut() {
                *last = attribute(tag, "val").is_none_or(|it| is_true(&it));
            }
        }
        "xf" if section == Section::Cells => {
            let number = |name| attribute(tag, name).and_then(|it| it.parse::<u32>().ok()).unwrap_or(0);
            cells.push((number("numFmtId"), number("fontId") as usize));
        }
        _ => {}
    })?;
    Ok(styles_of(&codes, &fonts, &cells))
}

/// Where in the styles part the reader stands.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Section {
    Fonts,
    Cells,
    Other,
}

/// One [`NumberFormat`] for each that is used.
fn styles_of(codes: &HashMap<u32, String>, fonts: &[bool], cells: &[(u32, usize)]) -> Styles {
    let mut styles = Styles::default();
    let mut known: HashMap<u32, usize> = HashMap::new();
    for (id, font) in cells {
        let format = *known.entry(*id).or_insert_with(|| {
            styles.formats.push(NumberFormat::of(*id, codes.get(id).map(String::as_str)));
            styles.formats.len() - 1
        });
        styles.cells.push((format, fonts.get(*font).copied().unwrap_or(false)));
    }
    styles
}

/// Shows each opening tag of a part; says whether the part is there.
#[expect(clippy::wildcard_enum_match_arm, reason = "only some events of the XML reader hold text")]
fn for_each_tag(
    package: &mut Package<'_>,
    part: &str,
    see: &mut dyn FnMut(&BytesStart<'_>),
) -> Result<bool, SheetError> {
    let file = package.file().to_owned();
    let limits = *package.limits();
    let Some(source) = package.part(part)? else { return Ok(false) };
    let mut xml = xml_reader(source);
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer).map_err(|error| xml_error(&file, &error, &limits))? {
            Event::Start(tag) | Event::Empty(tag) => see(&tag),
            Event::Eof => return Ok(true),
            _ => {}
        }
        buffer.clear();
    }
}

/// An attribute's value, whatever its prefix (`r:id`, `d3p1:id`).
fn attribute_by_local_name(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let mut all = attributes.with_checks(false).flatten();
    all.find(|it| it.key.local_name().as_ref() == name && it.key.prefix().is_some()).map(|it| it.value.to_string())
}

/// `_x000D_` of ECMA-376, 22.9.2.19: a character that XML cannot hold.
fn unescape_controls(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    push_controls_unescaped(&mut plain, text);
    plain
}

fn push_controls_unescaped(plain: &mut String, text: &str) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.get(..5).and_then(|it| it.strip_suffix('_')).and_then(|it| u32::from_str_radix(it, 16).ok());
        match code.and_then(char::from_u32) {
            Some(c) => {
                plain.push(c);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
}

/// `1` and `true` of XML Schema's boolean.
fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "TRUE" | "on")
}

/// The column of `BC12`: 1 is the first.
fn column_of(place: &str) -> Option<usize> {
    let mut column = 0_usize;
    for b in place.bytes() {
        match b {
            b'A'..=b'Z' => column = column.checked_mul(26)?.checked_add(usize::from(b - b'A') + 1)?,
            b'a'..=b'z' => column = column.checked_mul(26)?.checked_add(usize::from(b - b'a') + 1)?,
            b'$' => {}
            _ => break,
        }
    }
    (column > 0).then_some(column)
}

/// Row and column of `$BC$12`.
fn cell_place(place: &str) -> Option<(u32, usize)> {
    let digits = place.trim_start_matches(|c: char| !c.is_ascii_digit());
    Some((digits.parse().ok()?, column_of(place)?))
}

#[cfg(test)]
mod tests {
    use super::{cell_place, column_of, resolve, unescape_controls};

    #[test]
    fn places_and_part_names_are_read() {
        assert_eq!(column_of("A1"), Some(1));
        assert_eq!(column_of("XFD1048576"), Some(16384));
        assert_eq!(cell_place("$B$12"), Some((12, 2)));
        assert_eq!(column_of("12"), None);
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "..\\xl\\./sheet1.xml"), "xl/sheet1.xml");
        assert_eq!(unescape_controls("a_x000D_b_x_c_xZZZZ_"), "a\rb_x_c_xZZZZ_");
    }
}
