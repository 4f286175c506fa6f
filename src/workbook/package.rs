//! The zip package of a workbook: opened with every check, written with every other entry copied raw.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the events of quick-xml only a few matter")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::rc::Rc;

use percent_encoding::percent_decode_str;
use quick_xml::events::Event;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::edit::Refusal;
use super::part::Xml;
use super::xml;

/// The most that a workbook may hold unpacked: a tab of a million full rows is about 200 MB.
const UNPACKED_MAX: u64 = 1 << 30;
/// The most that one part may hold unpacked: it is read into memory.
const PART_MAX: u64 = 512 << 20;
/// The most entries: the largest workbooks people make have a few hundred.
const ENTRIES_MAX: usize = 20_000;
/// The first bytes of an OLE2 file: a password, or the old .xls.
const OLE2: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// An open package.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// By the normal form of the name.
    index: BTreeMap<String, usize>,
    /// Names as they stand in the zip.
    names: Vec<String>,
    /// The XML of parts that are read more than once.
    kept: BTreeMap<usize, Rc<Xml>>,
}

/// One relationship of a part.
#[derive(Debug, Clone)]
pub struct Relationship {
    pub id: String,
    /// The type, by its last word: `worksheet`, `drawing`; the same in strict and transitional files.
    pub kind: String,
    /// The whole type.
    pub full_kind: String,
    /// The part it leads to, in normal form; `None` outside the package.
    pub part: Option<String>,
}

impl<'a> Package<'a> {
    /// Opens a package; every entry is unpacked once and its CRC compared.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut package = Self::look(bytes)?;
        for at in 0..package.archive.len() {
            let part = package.name(at).to_owned();
            let mut entry = package.archive.by_index(at).map_err(|error| Refusal::NotAPackage(error.to_string()))?;
            let declared = entry.size();
            let unpacked = std::io::copy(&mut (&mut entry).take(declared.saturating_add(1)), &mut std::io::sink())
                .map_err(|error| Refusal::Damaged { part: part.clone(), why: error.to_string() })?;
            if unpacked != declared {
                return Err(Refusal::Damaged { part, why: "its size is not the one declared".to_owned() });
            }
        }
        Ok(package)
    }

    /// Opens a package for reading only: the CRC of a part is compared when it is read.
    pub fn look(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if bytes.starts_with(&OLE2) {
            return Err(Refusal::Ole2);
        }
        let not_a_package = |error: ZipError| Refusal::NotAPackage(error.to_string());
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(not_a_package)?;
        if archive.len() > ENTRIES_MAX {
            return Err(Refusal::TooLarge(format!("{} entries", archive.len())));
        }
        if archive.has_duplicate_names() {
            return Err(Refusal::Unsupported("the package has two entries of one name".to_owned()));
        }
        if archive.offset() != 0 {
            return Err(Refusal::Unsupported("there is something before the zip package".to_owned()));
        }
        let mut index = BTreeMap::new();
        let mut names = Vec::new();
        let mut total = 0_u64;
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).map_err(not_a_package)?;
            let name = entry.name().map_err(not_a_package)?.into_owned();
            total = total.saturating_add(entry.size());
            if total > UNPACKED_MAX || entry.size() > PART_MAX {
                return Err(Refusal::TooLarge(format!("`{name}` has {} bytes", entry.size())));
            }
            if index.insert(normal(&name), at).is_some() {
                return Err(Refusal::Unsupported(format!("two entries differ only in the case of `{name}`")));
            }
            names.push(name);
        }
        Ok(Self { archive, index, names, kept: BTreeMap::new() })
    }

    /// Where a part is; names are compared without case, `\` is `/`.
    pub fn find(&self, part: &str) -> Option<usize> {
        self.index.get(&normal(part)).copied()
    }

    /// The name of an entry as it stands in the zip.
    pub fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }

    /// A part's bytes.
    pub fn read(&mut self, at: usize) -> Result<Vec<u8>, Refusal> {
        let part = self.name(at).to_owned();
        let damaged = |why: String| Refusal::Damaged { part: part.clone(), why };
        let mut entry = self.archive.by_index(at).map_err(|error| damaged(error.to_string()))?;
        let mut bytes = Vec::with_capacity(usize::try_from(entry.size()).unwrap_or(0));
        let declared = entry.size();
        (&mut entry)
            .take(declared.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| damaged(error.to_string()))?;
        if bytes.len() as u64 != declared {
            return Err(damaged("its size is not the one declared".to_owned()));
        }
        Ok(bytes)
    }

    /// A part's XML.
    pub fn read_xml(&mut self, at: usize) -> Result<Rc<Xml>, Refusal> {
        if let Some(xml) = self.kept.get(&at) {
            return Ok(Rc::clone(xml));
        }
        let bytes = self.read(at)?;
        let xml = Rc::new(Xml::new(bytes, self.name(at))?);
        self.kept.insert(at, Rc::clone(&xml));
        Ok(xml)
    }

    /// The relationships of a part; `""` is the package itself.
    pub fn relationships(&mut self, part: &str) -> Result<Vec<Relationship>, Refusal> {
        let Some(at) = self.find(&relationships_of(part)) else { return Ok(Vec::new()) };
        let xml = self.read_xml(at)?;
        let mut found = Vec::new();
        let mut reader = xml::reader(&xml.text);
        loop {
            match reader.read_event().map_err(|error| xml::damaged(part, &error))? {
                Event::Eof => return Ok(found),
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                    let attribute = |name: &str| xml::attribute(&tag, name).unwrap_or_default();
                    let target = attribute("Target");
                    let kind = attribute("Type");
                    let outside = attribute("TargetMode").eq_ignore_ascii_case("External");
                    found.push(Relationship {
                        id: attribute("Id"),
                        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                        part: (!outside).then(|| self.resolve(part, &target)),
                        full_kind: kind,
                    });
                }
                _ => {}
            }
        }
    }

    /// The part that a relationship's target means, seen from the part that has it.
    fn resolve(&self, from: &str, target: &str) -> String {
        let plain = resolved(from, target);
        if self.find(&plain).is_some() {
            return plain;
        }
        let decoded = resolved(from, &percent_decode_str(target).decode_utf8_lossy());
        if self.find(&decoded).is_some() { decoded } else { plain }
    }

    /// Writes the package anew: changed parts with the method they had, new parts at the end, all else copied raw.
    pub fn write(
        &mut self,
        changed: &BTreeMap<usize, Vec<u8>>,
        added: &[(String, Vec<u8>)],
    ) -> Result<Vec<u8>, Refusal> {
        let failed = |error: ZipError| Refusal::Unverified(error.to_string());
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.set_raw_comment(self.archive.comment().to_vec().into_boxed_slice()).map_err(failed)?;
        for at in 0..self.archive.len() {
            let entry = self.archive.by_index_raw(at).map_err(failed)?;
            let Some(bytes) = changed.get(&at) else {
                writer.raw_copy_file(entry).map_err(failed)?;
                continue;
            };
            let method = match entry.compression() {
                CompressionMethod::Stored => CompressionMethod::Stored,
                // The package may hold others; Excel reads these two.
                _ => CompressionMethod::Deflated,
            };
            let mut options = SimpleFileOptions::default().compression_method(method);
            if let Some(at) = entry.last_modified() {
                options = options.last_modified_time(at);
            }
            let name = entry.name().map_err(failed)?.into_owned();
            drop(entry);
            writer.start_file(name, options).map_err(failed)?;
            writer.write_all(bytes).map_err(|error| Refusal::Unverified(error.to_string()))?;
        }
        for (name, bytes) in added {
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            writer.start_file(name.as_str(), options).map_err(failed)?;
            writer.write_all(bytes).map_err(|error| Refusal::Unverified(error.to_string()))?;
        }
        Ok(writer.finish().map_err(failed)?.into_inner())
    }

    /// Checks what was written: every CRC, and that no other entry than the changed ones differs by a byte.
    pub fn verify(&mut self, written: &[u8], changed: &BTreeMap<usize, Vec<u8>>, added: usize) -> Result<(), Refusal> {
        let differs = |what: &str| Refusal::Unverified(what.to_owned());
        let unread = |error: ZipError| Refusal::Unverified(error.to_string());
        let mut after = ZipArchive::new(Cursor::new(written)).map_err(unread)?;
        if after.len() != self.archive.len() + added {
            return Err(differs("the number of entries is another"));
        }
        for at in 0..after.len() {
            if at >= self.archive.len() || changed.contains_key(&at) {
                let mut entry = after.by_index(at).map_err(unread)?;
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).map_err(|error| Refusal::Unverified(error.to_string()))?;
                if changed.get(&at).is_some_and(|it| *it != bytes) {
                    return Err(differs("a changed part reads back otherwise"));
                }
                continue;
            }
            let mut before_entry = self.archive.by_index_raw(at).map_err(unread)?;
            let mut after_entry = after.by_index_raw(at).map_err(unread)?;
            let same_head = before_entry.name_raw() == after_entry.name_raw()
                && before_entry.crc32() == after_entry.crc32()
                && before_entry.size() == after_entry.size();
            if !same_head || !same_stream(&mut before_entry, &mut after_entry) {
                return Err(differs("an entry that was to be copied differs"));
            }
        }
        Ok(())
    }
}

/// Whether two streams have the same bytes.
fn same_stream(one: &mut impl std::io::Read, other: &mut impl std::io::Read) -> bool {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    one.read_to_end(&mut first).is_ok() && other.read_to_end(&mut second).is_ok() && first == second
}

/// The normal form of a part's name: no leading `/`, no `\`, lower case.
pub fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// The part that holds the relationships of a part.
pub fn relationships_of(part: &str) -> String {
    let part = part.replace('\\', "/");
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// A target seen from the part that has it: absolute, or relative to its folder.
fn resolved(from: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let from = from.replace('\\', "/");
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let start: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    let mut steps: Vec<&str> = Vec::new();
    for step in start.into_iter().chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::{relationships_of, resolved};

    #[test]
    fn targets_are_absolute_or_relative() {
        assert_eq!(resolved("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl/workbook.xml", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl\\workbook.xml", "worksheets\\sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl/worksheets/sheet1.xml", "../drawings/drawing1.xml"), "xl/drawings/drawing1.xml");
        assert_eq!(resolved("", "xl/workbook.xml"), "xl/workbook.xml");
        assert_eq!(relationships_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
        assert_eq!(relationships_of(""), "_rels/.rels");
    }
}
