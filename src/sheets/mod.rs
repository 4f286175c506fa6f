//! Layer 2, bytes and words of sheets: lists, contacts, call-center reports, the tally. No I/O.
//!
//! ```text
//! bytes ──► kind ──► book (xlsx, binary, ods, text, document, html) ──► rows as a person sees them
//!                                                                         │
//!           list: which sheet, which header, which column ◄───────────────┘
//!             └─► recipient / rejected / excluded / duplicate, one event a row
//! ```

mod binary;
mod book;
mod cell;
mod choice;
mod contacts;
mod document;
mod error;
mod format;
mod hints;
mod html;
mod layout;
mod lines;
mod list;
mod ods;
mod package;
mod people;
mod refusals;
pub mod report;
mod table;
mod text;
mod write;
mod xls;
mod xlsx;

pub use cell::person_name;
pub use contacts::{read_contacts, stream_contacts};
pub use error::{Limits, SheetError};
pub use lines::list_from_lines;
pub use list::{
    Detail, ListAsk, ListEvent, column_of_placeholder, guess_channel, list_from_table, looks_like_a_list, read_list,
    stream_list, stream_list_from,
};
pub use table::{Row, Table};
pub use write::{ByteOrderMark, Note, RecipientsCsv, annotated_xlsx, harmless, recipients_csv, row_notes};

/// Reads every table of a file: .xlsx .xlsm .xls .xlsb .ods .csv .tsv .txt, the tables of a .docx, or a zip of one of
/// these. The kind is told by the content, never by the name.
///
/// # Errors
/// [`SheetError`] says why the file cannot be read.
pub fn read_tables(file_name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Table>, SheetError> {
    let mut book = book::Book::open(file_name, bytes, limits)?;
    let mut tables = Vec::new();
    let mut cells_left = TABLE_CELLS_MAX;
    for (index, (name, hidden)) in book.sheets().into_iter().enumerate() {
        let titles = book.merged_rows(index)?;
        let mut table = Table { name, hidden, rows: Vec::new() };
        book.visit(index, &mut |row| {
            let mut row = row.clone();
            row.title |= titles.binary_search(&row.number).is_ok();
            cells_left = cells_left.saturating_sub(row.cells.len() + 1);
            table.rows.push(row);
            cells_left > 0
        })?;
        if cells_left == 0 {
            return Err(SheetError::TooManyRows { file: file_name.to_owned(), rows_max: limits.rows_max });
        }
        tables.push(table);
    }
    Ok(tables)
}

/// Cells that are held at once where a caller wants whole tables: some 500 MB. Lists are streamed instead.
const TABLE_CELLS_MAX: usize = 12_000_000;

/// The tables of a page of HTML, in its order; tables that only lay out the page among them.
#[must_use]
pub fn tables_in_html(html: &str, limits: &Limits) -> Vec<Table> {
    html::tables_of(html, limits)
}

pub mod tally;
