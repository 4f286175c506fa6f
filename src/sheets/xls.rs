//! .xls (BIFF8, Excel 97 to 2003): by records, so that one value in the last cell costs one value, and hidden rows,
//! lines through cells and number masks are seen ([MS-XLS], 2.3 and 2.4).

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use super::format::{NumberFormat, show_value};
use super::{Limits, Row, SheetError, Table};

/// What was found in an OLE2 file.
pub enum OldBook {
    /// Its tables.
    Tables(Vec<Table>),
    /// A workbook of Excel 5 or 95, within bounds that another reader can bear.
    OlderThan97,
}

/// Reads an old workbook out of its OLE2 file.
pub fn read_old_book(file: &str, bytes: &[u8], limits: &Limits) -> Result<OldBook, SheetError> {
    let damaged = |what: String| SheetError::Damaged { file: file.to_owned(), what };
    let mut streams = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    if streams.exists("/EncryptedPackage") {
        return Err(SheetError::PasswordProtected { file: file.to_owned() });
    }
    let Some(name) = ["/Workbook", "/Book"].into_iter().find(|it| streams.is_stream(it)) else {
        return Err(SheetError::UnknownKind { file: file.to_owned() });
    };
    let mut stream = Vec::new();
    streams
        .open_stream(name)
        .and_then(|it| it.take(bytes.len() as u64).read_to_end(&mut stream))
        .map_err(|error| damaged(error.to_string()))?;
    let globals = Globals::read(file, &stream, limits)?;
    if globals.version != BIFF8 {
        return bounded(file, &stream, limits);
    }
    let mut tables = Vec::new();
    for sheet in globals.sheets.iter().take(limits.sheets_max) {
        let rows = globals.read_sheet(file, stream.get(sheet.at..).unwrap_or_default(), limits)?;
        tables.push(Table { name: sheet.name.clone(), hidden: sheet.hidden, rows });
    }
    Ok(OldBook::Tables(tables))
}

const BIFF8: u16 = 0x0600;

/// Cells of one old workbook: a full sheet of 65,536 rows with fifty columns.
const CELLS_MAX: usize = 3_500_000;

/// A workbook of Excel 95, if its sheets are not larger than what a reader that pads them can bear.
fn bounded(file: &str, stream: &[u8], limits: &Limits) -> Result<OldBook, SheetError> {
    let (mut last_row, mut last_column) = (0_usize, 0_usize);
    for record in Records::of(stream) {
        if matches!(record.kind, 0x0203 | 0x0204 | 0x0205 | 0x0006 | 0x027E | 0x00BD | 0x00D6) {
            last_row = last_row.max(usize::from(record.u16(0)));
            last_column = last_column.max(usize::from(record.u16(2)));
        }
    }
    if (last_row + 1) * (last_column + 1) > CELLS_MAX {
        return Err(SheetError::TooLarge { file: file.to_owned(), limit_bytes: limits.unpacked_bytes_max });
    }
    Ok(OldBook::OlderThan97)
}

/// One record: its kind and its bytes.
#[derive(Clone, Copy)]
struct Record<'b> {
    kind: u16,
    body: &'b [u8],
}

impl Record<'_> {
    fn u16(&self, at: usize) -> u16 {
        read_u16(self.body, at)
    }
}

/// The records of a stream, one after the other; ends where the stream does.
struct Records<'b> {
    rest: &'b [u8],
}

impl<'b> Records<'b> {
    const fn of(stream: &'b [u8]) -> Self {
        Self { rest: stream }
    }
}

impl<'b> Iterator for Records<'b> {
    type Item = Record<'b>;

    fn next(&mut self) -> Option<Record<'b>> {
        let (head, rest) = self.rest.split_at_checked(4)?;
        let (kind, length) = (read_u16(head, 0), usize::from(read_u16(head, 2)));
        let (body, rest) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        self.rest = rest;
        Some(Record { kind, body })
    }
}

/// One sheet as the workbook names it.
struct SheetPlace {
    name: String,
    hidden: bool,
    at: usize,
}

/// What all sheets share.
#[derive(Default)]
struct Globals {
    version: u16,
    sheets: Vec<SheetPlace>,
    strings: Vec<String>,
    formats: Vec<NumberFormat>,
    /// Of each cell style its format and whether a line goes through it.
    styles: Vec<(usize, bool)>,
    from_1904: bool,
}

impl Globals {
    fn read(file: &str, stream: &[u8], limits: &Limits) -> Result<Self, SheetError> {
        let mut globals = Self::default();
        let mut codes: BTreeMap<u16, String> = BTreeMap::new();
        let (mut fonts, mut styles): (Vec<bool>, Vec<(u16, u16)>) = (Vec::new(), Vec::new());
        let mut shared: Vec<&[u8]> = Vec::new();
        let mut in_strings = false;
        for record in Records::of(stream) {
            in_strings = record.kind == 0x00FC || (in_strings && record.kind == 0x003C);
            match record.kind {
                0x0809 if globals.version == 0 => globals.version = record.u16(0),
                0x002F => {
                    return Err(SheetError::PasswordProtected { file: file.to_owned() });
                }
                0x0022 => globals.from_1904 = record.u16(0) == 1,
                0x0085 if globals.version == BIFF8 => globals.sheets.extend(sheet_place(record.body)),
                0x0031 => fonts.push(record.u16(2) & 0x0008 != 0),
                0x00E0 => styles.push((record.u16(0), record.u16(2))),
                0x041E if globals.version == BIFF8 => {
                    let code = Text::of(record.body.get(2..).unwrap_or_default()).string(2, limits);
                    codes.insert(record.u16(0), code.unwrap_or_default());
                }
                0x00FC => shared.push(record.body.get(8..).unwrap_or_default()),
                0x003C if in_strings => shared.push(record.body),
                0x000A => break,
                _ => {}
            }
        }
        globals.set_styles(&codes, &fonts, &styles);
        let mut text = Text { segments: shared, segment: 0, at: 0 };
        while !text.is_at_end() {
            let Some(string) = text.string(2, limits) else { break };
            globals.strings.push(string);
        }
        Ok(globals)
    }

    fn set_styles(&mut self, codes: &BTreeMap<u16, String>, fonts: &[bool], styles: &[(u16, u16)]) {
        let mut known: BTreeMap<u16, usize> = BTreeMap::new();
        for (font, format) in styles {
            let place = *known.entry(*format).or_insert_with(|| {
                self.formats.push(NumberFormat::of(u32::from(*format), codes.get(format).map(String::as_str)));
                self.formats.len() - 1
            });
            // [MS-XLS] 2.4.353: there is no font 4.
            let font = usize::from(*font) - usize::from(*font > 4);
            self.styles.push((place, fonts.get(font).copied().unwrap_or(false)));
        }
    }

    fn read_sheet(&self, file: &str, stream: &[u8], limits: &Limits) -> Result<Vec<Row>, SheetError> {
        let mut sheet = SheetRows { globals: self, limits, rows: BTreeMap::new(), cells: 0, formula_at: None };
        let (mut hidden, mut merged): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        let mut depth = 0_usize;
        for record in Records::of(stream) {
            match record.kind {
                // Charts within a sheet have records of their own between a beginning and an end.
                0x0809 => depth += 1,
                0x000A => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        break;
                    }
                }
                _ if depth > 1 => {}
                0x0208 if record.u16(12) & 0x0020 != 0 => hidden.push(u32::from(record.u16(0)) + 1),
                0x00E5 => merged.extend(merged_rows(record.body)),
                _ => sheet.cell(record),
            }
            if sheet.cells > CELLS_MAX {
                return Err(SheetError::TooManyRows { file: file.to_owned(), rows_max: limits.rows_max });
            }
        }
        Ok(sheet.into_rows(&hidden, &merged))
    }
}

/// A row while its cells come: shown texts, filled cells, struck ones.
#[derive(Default)]
struct OpenRow {
    cells: Vec<String>,
    filled: usize,
    struck: usize,
}

/// The rows of one sheet while its records come.
struct SheetRows<'g> {
    globals: &'g Globals,
    limits: &'g Limits,
    rows: BTreeMap<u32, OpenRow>,
    cells: usize,
    /// A formula whose text comes in the next record.
    formula_at: Option<(u16, u16, u16)>,
}

impl SheetRows<'_> {
    /// Takes one record, if it is one of a cell.
    fn cell(&mut self, record: Record<'_>) {
        let (row, column, style) = (record.u16(0), record.u16(2), record.u16(4));
        let body = record.body;
        match record.kind {
            0x00FD => {
                let index = usize::try_from(read_u32(body, 6)).unwrap_or(usize::MAX);
                let text = self.globals.strings.get(index).cloned().unwrap_or_default();
                self.put(row, column, style, text);
            }
            0x0204 | 0x00D6 => {
                let text = Text::of(body.get(6..).unwrap_or_default()).string(2, self.limits);
                self.put(row, column, style, text.unwrap_or_default());
            }
            0x0203 => self.put_number(row, column, style, read_f64(body, 6)),
            0x027E => self.put_number(row, column, style, packed_number(read_u32(body, 6))),
            0x00BD => {
                let pairs = body.get(4..body.len().saturating_sub(2)).unwrap_or_default();
                for (column, pair) in (column..).zip(pairs.chunks_exact(6)) {
                    self.put_number(row, column, read_u16(pair, 0), packed_number(read_u32(pair, 2)));
                }
            }
            0x0205 if body.get(7) == Some(&0) => {
                let truth = if body.get(6) == Some(&1) { "VERDADEIRO" } else { "FALSO" };
                self.put(row, column, style, truth.to_owned());
            }
            0x0006 if read_u16(body, 12) != 0xFFFF => self.put_number(row, column, style, read_f64(body, 6)),
            0x0006 if body.get(6) == Some(&0) => self.formula_at = Some((row, column, style)),
            0x0207 => {
                if let Some((row, column, style)) = self.formula_at.take() {
                    let text = Text::of(body).string(2, self.limits);
                    self.put(row, column, style, text.unwrap_or_default());
                }
            }
            _ => {}
        }
    }

    fn put_number(&mut self, row: u16, column: u16, style: u16, value: f64) {
        let format = self.globals.styles.get(usize::from(style)).and_then(|(at, _)| self.globals.formats.get(*at));
        let shown = show_value(value, format.unwrap_or(&NumberFormat::General), self.globals.from_1904);
        self.put(row, column, style, shown);
    }

    fn put(&mut self, row: u16, column: u16, style: u16, shown: String) {
        let column = usize::from(column);
        if shown.trim().is_empty() || column >= self.limits.columns_max {
            return;
        }
        self.cells += 1;
        let open = self.rows.entry(u32::from(row) + 1).or_default();
        if open.cells.len() <= column {
            open.cells.resize(column + 1, String::new());
        }
        if let Some(place) = open.cells.get_mut(column) {
            *place = shown;
        }
        open.filled += 1;
        open.struck += usize::from(self.globals.styles.get(usize::from(style)).is_some_and(|(_, line)| *line));
    }

    fn into_rows(self, hidden: &[u32], merged: &[u32]) -> Vec<Row> {
        let (mut hidden_sorted, mut merged_sorted) = (hidden.to_vec(), merged.to_vec());
        hidden_sorted.sort_unstable();
        merged_sorted.sort_unstable();
        let (hidden, merged) = (SortedRows(hidden_sorted), SortedRows(merged_sorted));
        self.rows
            .into_iter()
            .map(|(number, open)| Row {
                number,
                hidden: hidden.has(number),
                struck: open.struck * 2 > open.filled,
                title: open.filled == 1 && merged.has(number),
                cells: open.cells,
            })
            .collect()
    }
}

/// Row numbers in order.
struct SortedRows(Vec<u32>);

impl SortedRows {
    fn has(&self, row: u32) -> bool {
        self.0.binary_search(&row).is_ok()
    }
}

/// A sheet of cells (charts and macros are none): its place, state and name.
fn sheet_place(body: &[u8]) -> Option<SheetPlace> {
    if body.get(5) != Some(&0) {
        return None;
    }
    let name = Text::of(body.get(6..)?).string(1, &Limits::default())?;
    Some(SheetPlace { name, hidden: body.get(4)? & 3 != 0, at: usize::try_from(read_u32(body, 0)).ok()? })
}

/// The rows of cells merged over several columns of one row.
fn merged_rows(body: &[u8]) -> impl Iterator<Item = u32> {
    body.get(2..).unwrap_or_default().chunks_exact(8).filter_map(|range| {
        let (first, last) = (read_u16(range, 0), read_u16(range, 2));
        (first == last && read_u16(range, 4) < read_u16(range, 6)).then(|| u32::from(first) + 1)
    })
}

/// Strings in records; long ones go on in the next record, which begins with their width again.
struct Text<'b> {
    segments: Vec<&'b [u8]>,
    segment: usize,
    at: usize,
}

impl<'b> Text<'b> {
    fn of(body: &'b [u8]) -> Self {
        Self { segments: vec![body], segment: 0, at: 0 }
    }

    fn is_at_end(&self) -> bool {
        self.segments.iter().skip(self.segment).map(|it| it.len()).sum::<usize>() <= self.at
    }

    fn byte(&mut self) -> Option<u8> {
        loop {
            let segment = self.segments.get(self.segment)?;
            if let Some(byte) = segment.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            self.segment += 1;
            self.at = 0;
        }
    }

    fn number(&mut self, bytes: u32) -> Option<u32> {
        (0..bytes).try_fold(0, |number, index| Some(number | u32::from(self.byte()?) << (8 * index)))
    }

    /// A string whose length stands in one or two bytes ([MS-XLS] 2.5.293).
    fn string(&mut self, length_bytes: u32, limits: &Limits) -> Option<String> {
        let count = self.number(length_bytes)?;
        let flags = self.byte()?;
        let runs = if flags & 0x08 != 0 { self.number(2)? } else { 0 };
        let extension = if flags & 0x04 != 0 { self.number(4)? } else { 0 };
        let mut wide = flags & 0x01 != 0;
        let mut units: Vec<u16> = Vec::new();
        for _ in 0..count {
            if self.segments.get(self.segment).is_some_and(|it| self.at >= it.len())
                && self.segment + 1 < self.segments.len()
            {
                self.segment += 1;
                self.at = 0;
                wide = self.byte()? & 0x01 != 0;
            }
            let unit = if wide { self.number(2)? } else { self.number(1)? };
            if units.len() < limits.cell_bytes_max {
                units.push(u16::try_from(unit).unwrap_or_default());
            }
        }
        self.skip(u64::from(runs) * 4 + u64::from(extension));
        Some(String::from_utf16_lossy(&units))
    }

    fn skip(&mut self, mut count: u64) {
        while count > 0 {
            let Some(segment) = self.segments.get(self.segment) else { return };
            let left = (segment.len() - self.at.min(segment.len())) as u64;
            if count < left {
                self.at += usize::try_from(count).unwrap_or(usize::MAX);
                return;
            }
            count -= left;
            self.segment += 1;
            self.at = 0;
        }
    }
}

/// RkNumber of [MS-XLS] 2.5.217: a number in thirty bits.
fn packed_number(packed: u32) -> f64 {
    let value = if packed & 2 != 0 {
        f64::from(packed.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(packed & 0xFFFF_FFFC) << 32)
    };
    if packed & 1 != 0 { value / 100.0 } else { value }
}

fn read_u16(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).and_then(|it| it.try_into().ok()).map_or(0, u16::from_le_bytes)
}

fn read_u32(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|it| it.try_into().ok()).map_or(0, u32::from_le_bytes)
}

fn read_f64(bytes: &[u8], at: usize) -> f64 {
    bytes.get(at..at + 8).and_then(|it| it.try_into().ok()).map_or(0.0, f64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::packed_number;

    #[test]
    fn packed_numbers_are_unpacked() {
        assert_eq!(packed_number(0x3FF0_0000), 1.0);
        assert_eq!(packed_number((47_123 << 2) | 2), 47_123.0);
        assert_eq!(packed_number((12_345 << 2) | 3), 123.45);
    }
}
