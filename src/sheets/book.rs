//! A file that holds tables, whatever its kind: told by the content, never by the name.

use std::io::{Cursor, Read, Seek, SeekFrom};

use super::document::read_document;
use super::ods::OdsBook;
use super::package::{Package, Source};
use super::text::{TextSheet, decode_text};
use super::xlsx::Workbook;
use super::{Limits, Row, SheetError, Table, binary, html, xls};

/// An opened file with its sheets.
pub enum Book<'a> {
    /// .xlsx and .xlsm, streamed.
    Workbook(Workbook<'a>),
    /// .ods, streamed.
    Ods(OdsBook<'a>),
    /// .csv, .tsv and .txt, streamed.
    Text(TextSheet<'a>),
    /// All other kinds, which are small.
    Tables(Vec<Table>),
}

/// The first bytes of OLE2: .xls, and every Office file with a password.
const OLE2: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

impl<'a> Book<'a> {
    /// Opens a file from memory.
    pub fn open(file: &str, bytes: &'a [u8], limits: &Limits) -> Result<Self, SheetError> {
        Self::open_source(file, Box::new(Cursor::new(bytes)), limits)
    }

    /// Opens a file from wherever it lies.
    pub fn open_source(file: &str, mut source: Box<dyn Source + 'a>, limits: &Limits) -> Result<Self, SheetError> {
        let head = head_of(&mut *source).map_err(|error| damaged(file, &error))?;
        if head.is_empty() {
            return Err(SheetError::Empty { file: file.to_owned() });
        }
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return open_package(file, Package::open(file, source, limits)?, Nested::Allowed);
        }
        if head.starts_with(OLE2) {
            return Ok(Self::Tables(read_ole2(file, &all_of(file, source, limits)?, limits)?));
        }
        if is_binary(&head) {
            return Err(SheetError::UnknownKind { file: file.to_owned() });
        }
        if is_html(&head) {
            let text = decode_text(&all_of(file, source, limits)?);
            return Ok(Self::Tables(html::tables_of(&text, limits)));
        }
        Ok(Self::Text(TextSheet::open(file, source, limits)?))
    }

    /// Name of each sheet, and whether it is hidden.
    pub fn sheets(&self) -> Vec<(String, bool)> {
        match self {
            Self::Workbook(book) => book.sheets(),
            Self::Ods(book) => book.sheets(),
            Self::Text(_) => vec![(String::new(), false)],
            Self::Tables(tables) => tables.iter().map(|it| (it.name.clone(), it.hidden)).collect(),
        }
    }

    /// Whether it is running text without columns.
    pub const fn is_prose(&self) -> bool {
        match self {
            Self::Text(text) => !text.has_columns(),
            Self::Workbook(_) | Self::Ods(_) | Self::Tables(_) => false,
        }
    }

    /// Shows each row of a sheet in which something stands, until `see` says `false`.
    pub fn visit(&mut self, sheet: usize, see: &mut dyn FnMut(&Row) -> bool) -> Result<(), SheetError> {
        match self {
            Self::Workbook(book) => book.visit(sheet, see),
            Self::Ods(book) => book.visit(sheet, see),
            Self::Text(text) => text.visit(see),
            Self::Tables(tables) => {
                if let Some(table) = tables.get(sheet) {
                    let _ = table.rows.iter().all(see);
                }
                Ok(())
            }
        }
    }

    /// The rows of a sheet that are one cell over several columns, where rows do not carry that themselves.
    pub fn merged_rows(&mut self, sheet: usize) -> Result<Vec<u32>, SheetError> {
        match self {
            Self::Workbook(book) => book.merged_rows(sheet),
            Self::Ods(_) | Self::Text(_) | Self::Tables(_) => Ok(Vec::new()),
        }
    }
}

/// Whether a zip inside a zip is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nested {
    Allowed,
    Refused,
}

/// Tells what a package is by its parts.
fn open_package<'a>(file: &str, mut package: Package<'a>, nested: Nested) -> Result<Book<'a>, SheetError> {
    if package.has("xl/workbook.bin") {
        let bytes = package.into_bytes()?;
        return Ok(Book::Tables(binary::read_xlsb(file, &bytes.0, &bytes.1)?));
    }
    let has_folder = |folder: &str| package.part_names().any(|it| it.starts_with(folder));
    if package.has("word/document.xml") {
        return Ok(Book::Tables(read_document(&mut package)?));
    }
    if package.has("[Content_Types].xml") && has_folder("xl/") {
        return Ok(Book::Workbook(Workbook::open(package)?));
    }
    if package.has("content.xml") {
        return Ok(Book::Ods(OdsBook::open(package)?));
    }
    match nested {
        Nested::Allowed => open_zip(file, package),
        Nested::Refused => Err(SheetError::UnknownKind { file: file.to_owned() }),
    }
}

/// A zip of one list: the one entry that holds tables.
fn open_zip<'a>(file: &str, mut package: Package<'_>) -> Result<Book<'a>, SheetError> {
    let limits = *package.limits();
    let noise = |name: &str| name.ends_with('/') || name.starts_with("__macosx/") || name.ends_with(".ds_store");
    let mut names: Vec<String> = package.part_names().filter(|it| !noise(it)).map(str::to_owned).collect();
    names.sort();
    if names.len() > PACKED_FILES_MAX {
        return Err(SheetError::SeveralFiles { file: file.to_owned(), count: names.len() });
    }
    let mut found: Vec<Book<'a>> = Vec::new();
    let mut last_error = None;
    for name in names {
        let Some(bytes) = package.bytes(&name)? else { continue };
        match open_owned(&name, bytes, &limits) {
            Ok(book) => found.push(book),
            Err(SheetError::UnknownKind { .. }) => {}
            Err(error) => last_error = Some(error),
        }
    }
    match (found.len(), found.pop(), last_error) {
        (1, Some(book), None) => Ok(book),
        (0, _, Some(error)) => Err(error),
        (0, _, None) => Err(SheetError::UnknownKind { file: file.to_owned() }),
        (count, _, _) => Err(SheetError::SeveralFiles { file: file.to_owned(), count }),
    }
}

/// Files of one zip that are looked into.
const PACKED_FILES_MAX: usize = 50;

/// Opens a file that was taken out of a zip.
fn open_owned<'a>(file: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Book<'a>, SheetError> {
    if bytes.starts_with(b"PK\x03\x04") {
        let package = Package::open(file, Box::new(Cursor::new(bytes)), limits)?;
        return open_package(file, package, Nested::Refused);
    }
    Book::open_source(file, Box::new(Cursor::new(bytes)), limits)
}

/// An OLE2 file: an old workbook, or one that is protected by a password.
fn read_ole2(file: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Table>, SheetError> {
    match xls::read_old_book(file, bytes, limits)? {
        xls::OldBook::Tables(tables) => Ok(tables),
        xls::OldBook::OlderThan97 => binary::read_xls(file, bytes, limits),
    }
}

/// The first bytes of a file; the source stands at its start again.
fn head_of(source: &mut dyn Source) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let mut reader = source;
    Read::take(&mut reader, 4096).read_to_end(&mut head)?;
    let source = reader;
    source.seek(SeekFrom::Start(0))?;
    Ok(head)
}

/// A whole file. No mail host lets 100 MB through.
fn all_of(file: &str, mut source: Box<dyn Source + '_>, limits: &Limits) -> Result<Vec<u8>, SheetError> {
    const FILE_BYTES_MAX: u64 = 200 << 20;
    let limit_bytes = FILE_BYTES_MAX.min(limits.unpacked_bytes_max);
    let size = source.seek(SeekFrom::End(0)).map_err(|error| damaged(file, &error))?;
    if size > limit_bytes {
        return Err(SheetError::TooLarge { file: file.to_owned(), limit_bytes });
    }
    source.rewind().map_err(|error| damaged(file, &error))?;
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).map_err(|error| damaged(file, &error))?;
    Ok(bytes)
}

/// Pictures, PDFs, programs: bytes that no text has, and no UTF-16 either.
fn is_binary(head: &[u8]) -> bool {
    const MAGICS: [&[u8]; 8] =
        [b"%PDF", b"{\\rtf", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"Rar!", b"7z\xBC\xAF", b"\x1F\x8B"];
    if MAGICS.iter().any(|it| head.starts_with(it)) {
        return true;
    }
    let wide = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|it| **it == 0).count();
    let one_sided = (zeros(0) == 0) != (zeros(1) == 0) && head.len() >= 4;
    let odd = |b: &&u8| **b < 0x09 || (0x0E..0x1B).contains(*b) || (0x1C..0x20).contains(*b);
    let controls = head.iter().filter(odd).count();
    let nulls = zeros(0) + zeros(1);
    !wide && ((controls - nulls.min(controls)) * 50 > head.len() || (nulls > 0 && !one_sided))
}

/// Whether a text is a page of HTML with a table (or the beginning of one).
fn is_html(head: &[u8]) -> bool {
    let text = decode_text(head).trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    ["<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style", "<div"]
        .iter()
        .any(|it| text.starts_with(it))
        || (text.starts_with('<') && text.contains("<table"))
}

fn damaged(file: &str, error: &std::io::Error) -> SheetError {
    SheetError::Damaged { file: file.to_owned(), what: error.to_string() }
}
