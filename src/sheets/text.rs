//! Texts with separators (.csv, .tsv, .txt): encoding and separator told by the content, rows streamed.

use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::package::Source;
use super::{Limits, Row, SheetError};

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    encoding: &'static Encoding,
    bom_bytes: usize,
    /// Lines that end with CR alone, as on old Macs.
    mac_lines: bool,
    /// The separator; `None` = one column.
    delimiter: Option<u8>,
    /// Whether the first line is `sep=;`.
    sep_line: bool,
    /// The bytes of the first piece of it that is read; nearly all lists are one.
    piece_bytes: usize,
}

/// A text that is read as one sheet.
pub struct TextSheet<'a> {
    file: String,
    source: Box<dyn Source + 'a>,
    dialect: Dialect,
    limits: Limits,
}

/// Records that the separator is judged by.
const SAMPLE_RECORDS: usize = 200;
/// Bytes that the separator is judged by.
const SAMPLE_BYTES: usize = 64 << 10;

impl<'a> TextSheet<'a> {
    /// Looks through the text once: BOM, else strict UTF-8, else windows-1252 (right in all of 2,160 samples).
    pub fn open(file: &str, mut source: Box<dyn Source + 'a>, limits: &Limits) -> Result<Self, SheetError> {
        let dialect = dialect(&mut *source).map_err(|error| damaged(file, &error))?;
        Ok(Self { file: file.to_owned(), source, dialect, limits: *limits })
    }

    /// Whether a separator was found.
    pub const fn has_columns(&self) -> bool {
        self.dialect.delimiter.is_some()
    }

    /// Shows each row in which something stands, until `see` says `false`.
    pub fn visit(&mut self, see: &mut dyn FnMut(&Row) -> bool) -> Result<(), SheetError> {
        let dialect = self.dialect;
        self.source.seek(SeekFrom::Start(dialect.bom_bytes as u64)).map_err(|error| damaged(&self.file, &error))?;
        let mut lines = BufReader::with_capacity(dialect.piece_bytes, Decoded::new(&mut *self.source, dialect));
        if dialect.sep_line {
            // The program that reads it takes this line away and numbers the rows without it.
            let mut line = Vec::new();
            lines.read_until(b'\n', &mut line).map_err(|error| damaged(&self.file, &error))?;
        }
        let mut rows = Rows::new(lines, dialect.delimiter);
        let mut row = Row::default();
        while rows.next(&mut row, &self.limits).map_err(|error| damaged(&self.file, &error))? {
            if row.number > self.limits.rows_max {
                return Err(SheetError::TooManyRows { file: self.file.clone(), rows_max: self.limits.rows_max });
            }
            if !row.is_blank() && !see(&row) {
                break;
            }
        }
        Ok(())
    }
}

/// Decodes a text whole, for texts that are no sheets of their own (a list pasted into a mail's .txt).
pub fn decode_text(bytes: &[u8]) -> String {
    let head = bytes.get(..bytes.len().min(SAMPLE_BYTES)).unwrap_or_default();
    let Ok((encoding, bom_bytes)) = encoding_of(head, &mut std::io::Cursor::new(bytes)) else { return String::new() };
    let (text, _) = encoding.decode_without_bom_handling(bytes.get(bom_bytes..).unwrap_or_default());
    text.into_owned()
}

/// The records of a text, whatever their number of fields.
fn records<R: Read>(source: R, separator: u8) -> csv::Reader<R> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(source)
}

/// The records of a text, with the numbers that a spreadsheet program gives them (empty lines count).
struct Rows<R: Read> {
    reader: csv::Reader<R>,
    record: csv::ByteRecord,
    number: u32,
}

impl<R: Read> Rows<R> {
    fn new(source: R, delimiter: Option<u8>) -> Self {
        // No text has this byte: one column.
        let reader = records(source, delimiter.unwrap_or(0xFF));
        Self { reader, record: csv::ByteRecord::new(), number: 0 }
    }

    /// Reads the next record into `row`; `false` at the end.
    fn next(&mut self, row: &mut Row, limits: &Limits) -> std::io::Result<bool> {
        let line_before = self.reader.position().line();
        if !self.reader.read_byte_record(&mut self.record).map_err(std::io::Error::other)? {
            return Ok(false);
        }
        let lines = self.reader.position().line() - line_before;
        let inside: usize = self.record.iter().map(|it| memchr::memchr_iter(b'\n', it).count()).sum();
        // A record takes one line and those inside its quotes; whatever else was passed was empty lines.
        let empty = u32::try_from(lines.saturating_sub(inside as u64 + 1)).unwrap_or(u32::MAX);
        self.number = self.number.saturating_add(1).saturating_add(empty);
        row.number = self.number;
        let count = self.record.len().min(limits.columns_max);
        row.cells.resize(row.cells.len().max(count), String::new());
        for (index, cell) in row.cells.iter_mut().enumerate() {
            cell.clear();
            let bytes = if index < count { self.record.get(index).unwrap_or_default() } else { &[] };
            let bytes = bytes.get(..bytes.len().min(limits.cell_bytes_max)).unwrap_or_default();
            match std::str::from_utf8(bytes) {
                Ok(text) => cell.push_str(text.trim()),
                Err(_) => cell.push_str(String::from_utf8_lossy(bytes).trim()),
            }
        }
        Ok(true)
    }
}

/// Bytes of any encoding as UTF-8 with LF line ends.
struct Decoded<'s> {
    source: &'s mut dyn Source,
    decoder: Option<Decoder>,
    mac_lines: bool,
    raw: Vec<u8>,
    raw_at: usize,
    /// The source gave its last byte.
    ended: bool,
    /// The decoder gave its last letter; it may not be asked again.
    finished: bool,
}

impl<'s> Decoded<'s> {
    fn new(source: &'s mut dyn Source, dialect: Dialect) -> Self {
        let decoder = (dialect.encoding != UTF_8).then(|| dialect.encoding.new_decoder_without_bom_handling());
        Self {
            source,
            decoder,
            mac_lines: dialect.mac_lines,
            raw: Vec::new(),
            raw_at: 0,
            ended: false,
            finished: false,
        }
    }

    fn decode(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        loop {
            if self.raw_at >= self.raw.len() && !self.ended {
                self.raw.resize(1 << 15, 0);
                let count = self.source.read(&mut self.raw)?;
                self.raw.truncate(count);
                self.raw_at = 0;
                self.ended = count == 0;
            }
            let Some(decoder) = self.decoder.as_mut().filter(|_| !self.finished) else { return Ok(0) };
            let rest = self.raw.get(self.raw_at..).unwrap_or_default();
            let (result, read, written, _) = decoder.decode_to_utf8(rest, buffer, self.ended);
            self.raw_at += read;
            self.finished = self.ended && result == CoderResult::InputEmpty;
            if written > 0 || result == CoderResult::OutputFull || self.ended {
                return Ok(written);
            }
        }
    }
}

impl Read for Decoded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = if self.decoder.is_some() { self.decode(buffer)? } else { self.source.read(buffer)? };
        if self.mac_lines {
            for byte in buffer.iter_mut().take(count).filter(|it| **it == b'\r') {
                *byte = b'\n';
            }
        }
        Ok(count)
    }
}

/// Tells how a text is written, by one look through it.
fn dialect(source: &mut dyn Source) -> std::io::Result<Dialect> {
    source.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    Read::take(&mut *source, SAMPLE_BYTES as u64).read_to_end(&mut head)?;
    let (encoding, bom_bytes) = encoding_of(&head, source)?;
    let (text, _) = encoding.decode_without_bom_handling(head.get(bom_bytes..).unwrap_or_default());
    // A Mac's file may hold LF inside quotes.
    let mac_lines = text.contains('\r') && !text.contains("\r\n");
    let text = if mac_lines { text.replace('\r', "\n").into() } else { text };
    let named = sep_line(&text);
    let delimiter = named.or_else(|| guess_delimiter(&text, head.len() < SAMPLE_BYTES));
    let piece_bytes = head.len().max(1 << 10);
    Ok(Dialect { encoding, bom_bytes, mac_lines, delimiter, sep_line: named.is_some(), piece_bytes })
}

/// The encoding of a text, and the length of its mark, by its beginning and, where that does not tell it, the whole.
fn encoding_of(head: &[u8], source: &mut dyn Source) -> std::io::Result<(&'static Encoding, usize)> {
    Ok(match Encoding::for_bom(head) {
        Some(known) => known,
        None if looks_like_utf16(head, 1) => (UTF_16LE, 0),
        None if looks_like_utf16(head, 0) => (UTF_16BE, 0),
        None if head.len() < SAMPLE_BYTES => (if std::str::from_utf8(head).is_ok() { UTF_8 } else { WINDOWS_1252 }, 0),
        None => (if is_utf8(source)? { UTF_8 } else { WINDOWS_1252 }, 0),
    })
}

/// `sep=;` in the first line, with which Excel is told the separator.
fn sep_line(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim_end_matches(['\r', '\n']).trim_matches('"');
    let separator = line.get(..4).filter(|it| it.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    separator.bytes().next().filter(|it| separator.len() == 1 && it.is_ascii())
}

/// The separators that are known, in the order in which they are tried.
const SEPARATORS: [u8; 4] = *b";\t,|";

/// The separator that gives the same number of fields in all records, `;` first; else the one by which most records
/// agree (title lines have fewer fields).
fn guess_delimiter(text: &str, whole: bool) -> Option<u8> {
    let mut best: Option<(u8, usize, usize)> = None;
    // One that does not stand there separates nothing.
    for separator in SEPARATORS.into_iter().filter(|it| memchr::memchr(*it, text.as_bytes()).is_some()) {
        let counts = field_counts(text, separator, whole);
        let Some((fields, agreeing)) = most_common(&counts) else { continue };
        if agreeing == counts.len() && fields > 1 {
            return Some(separator);
        }
        if fields > 1 && best.is_none_or(|(_, most, _)| agreeing > most) {
            best = Some((separator, agreeing, counts.len()));
        }
    }
    // A comma in every third line of free text is no table.
    best.filter(|(_, agreeing, all)| agreeing * 2 >= *all).map(|(separator, _, _)| separator)
}

/// Fields of each record of the sample, empty lines left out.
fn field_counts(text: &str, separator: u8, whole: bool) -> Vec<usize> {
    let mut reader = records(text.as_bytes(), separator);
    let mut counts = Vec::new();
    let mut record = csv::ByteRecord::new();
    while counts.len() < SAMPLE_RECORDS && reader.read_byte_record(&mut record).is_ok_and(|it| it) {
        counts.push(record.len());
    }
    // The last record of a cut sample may be cut as well.
    if !whole && counts.len() < SAMPLE_RECORDS && counts.len() > 1 {
        counts.pop();
    }
    counts
}

/// The most common count above one, and how many records have it.
fn most_common(counts: &[usize]) -> Option<(usize, usize)> {
    let mut sorted: Vec<usize> = counts.iter().copied().filter(|it| *it > 1).collect();
    sorted.sort_unstable();
    let runs = sorted.chunk_by(|a, b| a == b);
    runs.filter_map(|run| Some((*run.first()?, run.len()))).max_by_key(|(_, length)| *length)
}

/// Whether the whole source is UTF-8; read in pieces, characters cut at their borders put together.
fn is_utf8(source: &mut dyn Source) -> std::io::Result<bool> {
    source.seek(SeekFrom::Start(0))?;
    let mut buffer = vec![0; 1 << 16];
    let mut kept = 0;
    loop {
        let count = source.read(buffer.get_mut(kept..).unwrap_or_default())?;
        let filled = buffer.get(..kept + count).unwrap_or_default();
        let valid = match std::str::from_utf8(filled) {
            Ok(_) => filled.len(),
            Err(error) if error.error_len().is_none() && count > 0 => error.valid_up_to(),
            Err(_) => return Ok(false),
        };
        if count == 0 {
            return Ok(true);
        }
        kept = filled.len() - valid;
        let end = filled.len();
        buffer.copy_within(valid..end, 0);
    }
}

/// UTF-16 without byte order mark: nearly every other byte is zero.
fn looks_like_utf16(head: &[u8], zero_at: usize) -> bool {
    let sample = head.get(..head.len().min(512)).unwrap_or_default();
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|it| **it == 0).count();
    sample.len() >= 4 && zeros(zero_at) * 2 * 10 >= sample.len() * 8 && zeros(1 - zero_at) == 0
}

fn damaged(file: &str, error: &std::io::Error) -> SheetError {
    SheetError::Damaged { file: file.to_owned(), what: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::TextSheet;
    use crate::sheets::Limits;

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let mut sheet = TextSheet::open("x.csv", Box::new(std::io::Cursor::new(bytes)), &Limits::default()).unwrap();
        let mut rows = Vec::new();
        sheet
            .visit(&mut |row| {
                rows.push((row.number, row.cells.clone()));
                true
            })
            .unwrap();
        rows
    }

    fn check(bytes: &[u8], expected: &[(u32, &[&str])]) {
        let expected: Vec<(u32, Vec<String>)> = expected
            .iter()
            .map(|(number, cells)| (*number, cells.iter().map(|it| (*it).to_owned()).collect()))
            .collect();
        assert_eq!(rows(bytes), expected);
    }

    #[test]
    fn separators_and_line_ends_are_told_by_the_content() {
        check(b"a;b\r\n1;2\r\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check(b"a,b\n1,2", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check(b"a\tb\r1\t2\r", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check(b"a|b\n1|2\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check(b"sep=|\r\na,x|b\r\n1,x|2\r\n", &[(1, &["a,x", "b"]), (2, &["1,x", "2"])]);
        check(b"a;b, c, d\n1;2, 3, 4\n", &[(1, &["a", "b, c, d"]), (2, &["1", "2, 3, 4"])]);
        check(b"x@y.com\nz@y.com\n", &[(1, &["x@y.com"]), (2, &["z@y.com"])]);
        check(b"T\xedtulo\nnome;mail\nA;a@b.c\n", &[(1, &["Título"]), (2, &["nome", "mail"]), (3, &["A", "a@b.c"])]);
    }

    #[test]
    fn rows_keep_the_numbers_of_the_spreadsheet_program() {
        check(b"a;b\n\n\n1;\"x\ny\"\n2;z\n", &[(1, &["a", "b"]), (4, &["1", "x\ny"]), (5, &["2", "z"])]);
        check(b"\n\na;b\n", &[(3, &["a", "b"])]);
        check(b"a;b\n;\n1;2", &[(1, &["a", "b"]), (3, &["1", "2"])]);
    }

    #[test]
    fn every_encoding_is_read() {
        let utf16: Vec<u8> = "\u{feff}ção;b\r\nã;2\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&utf16, &[(1, &["ção", "b"]), (2, &["ã", "2"])]);
        let utf16: Vec<u8> = "nome;b\r\na;2\r\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&utf16, &[(1, &["nome", "b"]), (2, &["a", "2"])]);
        check("\u{feff}ção;b\nã;2".as_bytes(), &[(1, &["ção", "b"]), (2, &["ã", "2"])]);
        check(b"\xe7\xe3o;b\n\xe3;2", &[(1, &["ção", "b"]), (2, &["ã", "2"])]);
        check(b"", &[]);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_end_with_rows_or_an_error(bytes: Vec<u8>) {
            let Ok(mut sheet) = TextSheet::open("x", Box::new(std::io::Cursor::new(&bytes)), &Limits::default()) else { return Ok(()) };
            let _ = sheet.visit(&mut |_| true);
        }
    }
}
