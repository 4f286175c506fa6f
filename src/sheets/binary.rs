//! .xlsb, and .xls older than Excel 97, by calamine, brought to rows as a person sees them.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader as _, SheetVisible, Xls, XlsError, Xlsb, XlsbError};

use super::format::{NumberFormat, show_iso_date, show_value};
use super::{Limits, Row, SheetError, Table, short_cells};

/// Cells of one old workbook that are held at once: a full sheet of 65,536 rows with fifty columns.
const CELLS_MAX: usize = 3_500_000;

/// Reads an .xls workbook of Excel 5 or 95; the caller has seen that its sheets are not too large to be padded.
pub fn read_xls(file: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Table>, SheetError> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| {
        if matches!(error, XlsError::Password) {
            return SheetError::PasswordProtected { file: file.to_owned() };
        }
        SheetError::Damaged { file: file.to_owned(), what: error.to_string() }
    })?;
    let sheets: Vec<_> = book.sheets_metadata().to_vec();
    let mut tables = Vec::new();
    for sheet in sheets.into_iter().take(limits.sheets_max) {
        let Ok(range) = book.worksheet_range(&sheet.name) else { continue };
        let mut table = Table { name: sheet.name, hidden: sheet.visible != SheetVisible::Visible, rows: Vec::new() };
        for (row, column, value) in range.used_cells() {
            let (first_row, first_column) = range.start().unwrap_or((0, 0));
            let row = first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX)).saturating_add(1);
            put(&mut table, row, first_column as usize + column, show(value), limits);
        }
        tables.push(table);
    }
    Ok(tables)
}

/// Reads an .xlsb workbook, by its cells: a range would pad the whole sheet.
pub fn read_xlsb(file: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Table>, SheetError> {
    let damaged = |error: XlsbError| SheetError::Damaged { file: file.to_owned(), what: error.to_string() };
    let written_out = short_cells::written_out(bytes, limits);
    let bytes = written_out.as_deref().unwrap_or(bytes);
    let mut book = Xlsb::new(Cursor::new(bytes)).map_err(damaged)?;
    let sheets: Vec<_> = book.sheets_metadata().to_vec();
    let mut tables = Vec::new();
    let mut cells = 0_usize;
    for sheet in sheets.into_iter().take(limits.sheets_max) {
        let Ok(mut reader) = book.worksheet_cells_reader(&sheet.name) else { continue };
        let mut table = Table { name: sheet.name, hidden: sheet.visible != SheetVisible::Visible, rows: Vec::new() };
        while let Some(cell) = reader.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            cells += 1;
            if cells > CELLS_MAX || row >= limits.rows_max {
                return Err(SheetError::TooManyRows { file: file.to_owned(), rows_max: limits.rows_max });
            }
            let value: DataRef<'_> = cell.get_value().clone();
            put(&mut table, row.saturating_add(1), column as usize, show(&Data::from(value)), limits);
        }
        tables.push(table);
    }
    Ok(tables)
}

/// Puts a cell into its row; cells come in the order of the sheet.
fn put(table: &mut Table, number: u32, column: usize, shown: String, limits: &Limits) {
    if shown.trim().is_empty() || column >= limits.columns_max {
        return;
    }
    if table.rows.last().is_none_or(|it| it.number != number) {
        table.rows.push(Row { number, ..Row::default() });
    }
    let Some(row) = table.rows.last_mut() else { return };
    if row.cells.len() <= column {
        row.cells.resize(column + 1, String::new());
    }
    if let Some(place) = row.cells.get_mut(column) {
        *place = shown;
    }
}

/// A value as a person sees it. Masks of cells are lost here; days and times are known.
fn show(value: &Data) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => show_value(*number, &NumberFormat::General, false),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(true) => "VERDADEIRO".to_owned(),
        Data::Bool(false) => "FALSO".to_owned(),
        Data::DateTime(moment) => {
            let serial = moment.as_f64();
            let code = match (serial < 1.0, serial.fract() == 0.0) {
                (true, _) => "hh:mm",
                (false, true) => "dd/mm/yyyy",
                (false, false) => "dd/mm/yyyy hh:mm",
            };
            show_value(serial, &NumberFormat::from_code(code), false)
        }
        Data::DateTimeIso(text) => show_iso_date(text),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}
