//! The text of a PDF report.

use std::panic::catch_unwind;

/// Larger files are not opened: a report of text has kilobytes, one of many lines a few megabytes.
const PDF_BYTES_MAX: usize = 32 * 1024 * 1024;

/// The text of a PDF, or what is wrong with it.
pub(super) fn text(bytes: &[u8]) -> Result<String, String> {
    if bytes.len() > PDF_BYTES_MAX {
        return Err(format!("it has more than {PDF_BYTES_MAX} bytes"));
    }
    // The library panics on some damaged files; the file is foreign and must not stop the process.
    let read = catch_unwind(|| pdf_extract::extract_text_from_mem(bytes));
    match read {
        Ok(Ok(text)) if text.trim().is_empty() => Err("the PDF has no text (is it a picture?)".to_owned()),
        Ok(Ok(text)) => Ok(text),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err("the PDF is damaged".to_owned()),
    }
}
