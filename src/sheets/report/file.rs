//! Files that reports come in, told apart by content: tables, PDF, text, a page of HTML, a ZIP of these.

use std::io::{Cursor, Read as _};

use super::words::Words;
use super::{Report, ReportError, assemble, names, pdf, running_text, table};
use crate::office::fold;
use crate::sheets::{Limits, SheetError, read_tables, tables_in_html};

/// Files of one ZIP that are looked at.
const ZIP_FILES_MAX: usize = 40;

/// Bytes that one file of a ZIP may unpack to: a million lines in .xlsx have less.
const ZIP_BYTES_MAX: u64 = 200 * 1024 * 1024;

/// Reads the report in a file.
pub(super) fn read(file_name: &str, bytes: &[u8], words: &Words) -> Result<Report, ReportError> {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let report = if memchr::memmem::find(head, b"%PDF-").is_some() {
        let text = pdf::text(bytes).map_err(|detail| unreadable(file_name, detail))?;
        assemble::report(running_text::sections(&text, words), words)
    } else if is_plain_zip(bytes) {
        return zip(file_name, bytes, words);
    } else if is_html(head) {
        let (page, _, _) = encoding_rs::UTF_8.decode(bytes);
        assemble::report(table::sections(&tables_in_html(&page, &Limits::default()), words), words)
    } else {
        from_tables(file_name, bytes, words)?
    };
    let report = report.ok_or_else(|| ReportError::NoFigures { file: file_name.to_owned() })?;
    Ok(with_name(report, file_name, words))
}

fn unreadable(file: &str, detail: impl Into<String>) -> ReportError {
    ReportError::Unreadable { file: file.to_owned(), detail: detail.into() }
}

fn is_html(head: &[u8]) -> bool {
    let lower = head.to_ascii_lowercase();
    memchr::memmem::find(&lower, b"<html").is_some() || memchr::memmem::find(&lower, b"<table").is_some()
}

/// A ZIP that is no workbook and no document.
fn is_plain_zip(bytes: &[u8]) -> bool {
    let inside = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    bytes.starts_with(b"PK\x03\x04") && !inside(b"[Content_Types].xml") && !inside(b"mimetypeapplication/vnd.oasis")
}

/// Tables of a workbook or a text; a text without lines may still say figures in sentences.
fn from_tables(file_name: &str, bytes: &[u8], words: &Words) -> Result<Option<Report>, ReportError> {
    let tables = match read_tables(file_name, bytes, &Limits::default()) {
        Ok(tables) => tables,
        Err(SheetError::UnknownKind { .. }) => return Err(ReportError::UnknownForm { file: file_name.to_owned() }),
        Err(SheetError::Empty { .. }) => return Err(ReportError::NoFigures { file: file_name.to_owned() }),
        Err(other) => return Err(unreadable(file_name, other.to_string())),
    };
    let report = assemble::report(table::sections(&tables, words), words);
    if report.as_ref().is_some_and(|it| it.lines.is_empty() && it.parts.is_empty()) || report.is_none() {
        let text = text_of(bytes).and_then(|it| assemble::report(running_text::sections(&it, words), words));
        return Ok(text.filter(|it| !it.lines.is_empty()).or(report));
    }
    Ok(report)
}

/// The text of a file that is text: UTF-8, else windows-1252.
fn text_of(bytes: &[u8]) -> Option<String> {
    if bytes.contains(&0) {
        return None;
    }
    let (text, _, damaged) = encoding_rs::UTF_8.decode(bytes);
    Some(if damaged { encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned() } else { text.into_owned() })
}

/// What the name of the file says where its content does not.
fn with_name(mut report: Report, file_name: &str, words: &Words) -> Report {
    if report.protocols.is_empty() {
        report.protocols = names::protocols_in(file_name);
    }
    if report.complete.is_none() {
        report.complete = words.progress_in(&fold(&file_name.replace(['_', '.', '-'], " ")));
    }
    report
}

/// The reports of a ZIP: one report with a part for each file, or the only one.
fn zip(file_name: &str, bytes: &[u8], words: &Words) -> Result<Report, ReportError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|it| unreadable(file_name, it.to_string()))?;
    let mut reports = Vec::new();
    let mut first_error = None;
    for index in 0..archive.len().min(ZIP_FILES_MAX) {
        match unpack(&mut archive, index, file_name) {
            Ok(Some((name, content))) => match read(&name, &content, words) {
                Ok(report) => reports.push(report),
                Err(error) => first_error = first_error.or(Some(error)),
            },
            Ok(None) => {}
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    assemble::of_files(reports)
        .ok_or_else(|| first_error.unwrap_or_else(|| ReportError::NoFigures { file: file_name.to_owned() }))
}

/// One file of a ZIP with its name; `None` for folders, for what macOS adds, and for a ZIP in the ZIP.
fn unpack(
    archive: &mut zip::ZipArchive<Cursor<&[u8]>>,
    index: usize,
    file_name: &str,
) -> Result<Option<(String, Vec<u8>)>, ReportError> {
    let entry = archive.by_index(index).map_err(|it| unreadable(file_name, it.to_string()))?;
    let name = entry.name().map_err(|it| unreadable(file_name, it.to_string()))?.into_owned();
    if entry.is_dir() || name.starts_with("__MACOSX/") || name.to_lowercase().ends_with(".zip") {
        return Ok(None);
    }
    let mut content = Vec::new();
    let mut limited = entry.take(ZIP_BYTES_MAX + 1);
    limited.read_to_end(&mut content).map_err(|it| unreadable(file_name, it.to_string()))?;
    if content.len() as u64 > ZIP_BYTES_MAX {
        return Err(unreadable(file_name, format!("`{name}` unpacks to more than {ZIP_BYTES_MAX} bytes")));
    }
    Ok(Some((name, content)))
}
