//! A zip package (.xlsx, .xlsb, .ods, .docx) of unknown origin: parts by name, every part read within limits.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Limits, SheetError};

/// What a file is read from: bytes in memory or an open file. (A trait of two std traits, because `dyn` takes one.)
pub trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

/// An opened package.
pub struct Package<'a> {
    archive: ZipArchive<Box<dyn Source + 'a>>,
    /// Lower-case part name with `/` → index in the archive. Part names are compared without case, and some writers
    /// use `\`.
    parts: HashMap<String, usize>,
    file: String,
    limits: Limits,
}

/// Bytes between two `<` of the XML: Excel's longest cell has 32,767 characters, so this is no sheet any more.
const TEXT_RUN_BYTES_MAX: u64 = 4 << 20;

/// Parts of one package: a workbook of 200 sheets has about 1,000.
const PARTS_MAX: usize = 20_000;

impl<'a> Package<'a> {
    /// Opens a package by its central directory.
    pub fn open(file: &str, source: Box<dyn Source + 'a>, limits: &Limits) -> Result<Self, SheetError> {
        let archive = ZipArchive::new(source).map_err(|error| zip_error(file, &error))?;
        if archive.len() > PARTS_MAX {
            return Err(SheetError::Damaged { file: file.to_owned(), what: "too many parts".to_owned() });
        }
        let parts = (0..archive.len())
            .filter_map(|index| Some((part_key(archive.name_for_index(index)?.ok()?.as_ref()), index)))
            .collect();
        Ok(Self { archive, parts, file: file.to_owned(), limits: *limits })
    }

    /// Whether the part is there.
    pub fn has(&self, part: &str) -> bool {
        self.parts.contains_key(&part_key(part))
    }

    /// The names of all parts, lower case, with `/`.
    pub fn part_names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// Opens a part for reading within the limits; `None` if it is not there.
    pub fn part(&mut self, part: &str) -> Result<Option<BufReader<Bounded<'_>>>, SheetError> {
        let Some(index) = self.parts.get(&part_key(part)).copied() else { return Ok(None) };
        let entry = self.archive.by_index(index).map_err(|error| zip_error(&self.file, &error))?;
        let packed = entry.compressed_size().max(1);
        let by_ratio = packed.saturating_mul(self.limits.ratio_max).max(Limits::RATIO_FREE_BYTES);
        let left = by_ratio.min(self.limits.unpacked_bytes_max);
        Ok(Some(BufReader::with_capacity(1 << 16, Bounded { inner: Box::new(entry), left, since_tag: 0 })))
    }

    /// A whole part, for the small ones.
    pub fn bytes(&mut self, part: &str) -> Result<Option<Vec<u8>>, SheetError> {
        let file = self.file.clone();
        let limits = self.limits;
        let Some(mut reader) = self.part(part)? else { return Ok(None) };
        // A packed list inside a zip is no XML: runs without `<` are its nature.
        reader.get_mut().since_tag = u64::MAX;
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|error| io_error(&file, &error, &limits))?;
        Ok(Some(bytes))
    }

    /// The whole package as it came, for readers that open it themselves; refused where its parts unpack to too much.
    pub fn into_bytes(mut self) -> Result<(Vec<u8>, Limits), SheetError> {
        for index in 0..self.archive.len() {
            let Ok(entry) = self.archive.by_index(index) else { continue };
            let size = entry.size();
            let by_ratio = entry.compressed_size().max(1).saturating_mul(self.limits.ratio_max);
            if size > by_ratio.max(Limits::RATIO_FREE_BYTES) || size > self.limits.unpacked_bytes_max {
                let limit_bytes = self.limits.unpacked_bytes_max;
                return Err(SheetError::TooLarge { file: self.file, limit_bytes });
            }
        }
        let mut source = self.archive.into_inner();
        let mut bytes = Vec::new();
        let read = source.rewind().and_then(|()| source.read_to_end(&mut bytes));
        read.map_err(|error| io_error(&self.file, &error, &self.limits))?;
        Ok((bytes, self.limits))
    }

    /// The file's name, for errors.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The limits it is read within.
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }
}

/// A reader that ends with an error where a part unpacks to more than a list needs.
pub struct Bounded<'a> {
    inner: Box<dyn Read + 'a>,
    left: u64,
    /// Bytes since the last `<`; `u64::MAX` = not watched.
    since_tag: u64,
}

/// The text of the error by which [`io_error`] knows a limit that was met.
const TOO_LARGE: &str = "unpacks to too much";

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let Some(left) = self.left.checked_sub(count as u64) else { return Err(std::io::Error::other(TOO_LARGE)) };
        self.left = left;
        if self.since_tag != u64::MAX {
            let got = buffer.get(..count).unwrap_or_default();
            self.since_tag = match memchr::memrchr(b'<', got) {
                Some(at) => (count - at) as u64,
                None => self.since_tag.saturating_add(count as u64),
            };
            if self.since_tag > TEXT_RUN_BYTES_MAX {
                return Err(std::io::Error::other(TOO_LARGE));
            }
        }
        Ok(count)
    }
}

/// The error of reading a part.
pub fn io_error(file: &str, error: &std::io::Error, limits: &Limits) -> SheetError {
    if error.to_string() == TOO_LARGE {
        return SheetError::TooLarge { file: file.to_owned(), limit_bytes: limits.unpacked_bytes_max };
    }
    SheetError::Damaged { file: file.to_owned(), what: error.to_string() }
}

/// The error of reading XML out of a part.
pub fn xml_error(file: &str, error: &quick_xml::Error, limits: &Limits) -> SheetError {
    if let quick_xml::Error::Io(cause) = error {
        return io_error(file, cause, limits);
    }
    SheetError::Damaged { file: file.to_owned(), what: error.to_string() }
}

/// An XML reader that is lenient where Excel is.
pub fn xml_reader<R: BufRead>(source: R) -> quick_xml::Reader<R> {
    let mut reader = quick_xml::Reader::from_reader(source);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    config.allow_unmatched_ends = true;
    reader
}

/// An attribute's value, unescaped.
pub fn attribute(tag: &quick_xml::events::BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|it| it.key.as_ref() == name)?;
    Some(quick_xml::escape::unescape(&found.value).map_or_else(|_| found.value.to_string(), |it| it.to_string()))
}

/// Writes what `&amp;` or `&#233;` stands for.
pub fn push_reference(text: &mut String, reference: &quick_xml::events::BytesRef<'_>) {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        text.push(c);
        return;
    }
    match reference.clone().into_inner().as_ref() {
        "amp" => text.push('&'),
        "lt" => text.push('<'),
        "gt" => text.push('>'),
        "quot" => text.push('"'),
        "apos" => text.push('\''),
        _ => {}
    }
}

fn zip_error(file: &str, error: &ZipError) -> SheetError {
    let what = error.to_string();
    if what.contains("assword") {
        return SheetError::PasswordProtected { file: file.to_owned() };
    }
    SheetError::Damaged { file: file.to_owned(), what }
}

/// The form in which part names are compared.
fn part_key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}
