//! Layer 2, bytes and words of sheets: lists, contacts, call-center reports, the tally. No I/O.
//!
//! ```text
//! bytes ──► kind ──► book (xlsx, binary, ods, text, document, html) ──► rows as a person sees them
//!                                                                         │
//!           list: which sheet, which header, which column ◄───────────────┘
//!             └─► recipient / rejected / excluded / duplicate, one event a row
//! ```

mod contacts;
mod error;
mod format;
mod list;
mod package;
pub mod report;
mod table;
mod text;
mod write;
mod xlsx;

pub use contacts::{read_contacts, stream_contacts};
pub use error::{Limits, SheetError};
pub use list::{ListAsk, ListEvent, list_from_lines, list_from_table, looks_like_a_list, read_list, stream_list};
pub use table::{Row, Table};
pub use write::{Note, annotated_xlsx, recipients_csv};

/// Reads every table of a file: .xlsx .xlsm .xls .xlsb .ods .csv .tsv .txt, the tables of a .docx, or a zip of one of
/// these. The kind is told by the content, never by the name.
///
/// # Errors
/// [`SheetError`] says why the file cannot be read.
pub fn read_tables(file_name: &str, _bytes: &[u8], _limits: &Limits) -> Result<Vec<Table>, SheetError> {
    Err(SheetError::UnknownKind { file: file_name.to_owned() })
}

/// The tables of a page of HTML, in its order; tables that only lay out the page among them.
#[must_use]
pub fn tables_in_html(_html: &str, _limits: &Limits) -> Vec<Table> {
    Vec::new()
}
