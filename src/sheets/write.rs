//! What we write: CSV for the call center, and the requester's own list back with two columns more. No cell that we
//! write is one that a spreadsheet program would run as a formula.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::layout::find_header;
use super::{Limits, SheetError, Table, read_tables};
use crate::office::{Channel, ExcludedReason, RecipientList, RejectReason, Vocabulary};

/// What is said beside one row of the requester's own list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The column *Situação*.
    pub situation: String,
    /// The column *O que fazer*; empty where nothing is to be done.
    pub to_do: String,
}

impl Note {
    fn new(situation: &str, to_do: &str) -> Self {
        Self { situation: situation.to_owned(), to_do: to_do.to_owned() }
    }

    /// A row that cannot be used.
    #[must_use]
    pub fn rejected(reason: RejectReason) -> Self {
        match reason {
            RejectReason::Empty => Self::new("sem contato", "preencher o contato"),
            RejectReason::NotAnAddress => Self::new("endereço inválido", "corrigir o endereço de e-mail"),
            RejectReason::NotAPhone => Self::new("número inválido", "corrigir o número"),
            RejectReason::NoAreaCode => Self::new("número sem DDD", "acrescentar o DDD"),
            RejectReason::BadAreaCode => Self::new("DDD inexistente", "corrigir o DDD"),
            RejectReason::Landline => Self::new("telefone fixo", "informar um celular com WhatsApp"),
            RejectReason::Foreign => Self::new("número de outro país", "informar um celular brasileiro"),
            RejectReason::DigitsLost => {
                Self::new("número abreviado pela planilha", "digitar o número de novo, como texto")
            }
            RejectReason::ContentMissing => Self::new("falta um dado da mensagem", "preencher o dado que falta"),
            RejectReason::DatePast => Self::new("data já passou", "corrigir a data"),
        }
    }

    /// A row that is left out on purpose.
    #[must_use]
    pub fn excluded(reason: ExcludedReason) -> Self {
        match reason {
            ExcludedReason::OptedOut => Self::new("não quer receber", "nada: não será enviado"),
            ExcludedReason::Deceased => Self::new("falecido(a)", "nada: não será enviado"),
        }
    }
}

/// What is said beside the rows of a list: what is wrong outdoes what is well, for a list that is read for both channels.
#[must_use]
pub fn row_notes(lists: &[RecipientList]) -> BTreeMap<u32, Note> {
    let mut notes: BTreeMap<u32, Note> = BTreeMap::new();
    for person in lists.iter().flat_map(|it| &it.recipients) {
        notes.entry(person.row).or_insert_with(|| Note::new("ok", ""));
    }
    for it in lists.iter().flat_map(|it| &it.suggestions) {
        notes.insert(it.row, Note::new("conferir", &format!("seria {}?", it.perhaps)));
    }
    for row in lists.iter().flat_map(|it| &it.duplicates) {
        notes.insert(*row, Note::new("repetido", "nada: já está em outra linha"));
    }
    for row in lists.iter().flat_map(|it| &it.hidden) {
        notes.insert(*row, Note::new("linha oculta", "reexibir a linha, se a pessoa deve receber"));
    }
    for it in lists.iter().flat_map(|it| &it.excluded) {
        notes.insert(it.row, Note::excluded(it.reason));
    }
    for list in lists {
        for it in &list.rejected {
            let mut note = Note::rejected(it.reason);
            if lists.len() > 1 {
                let channel = if list.channel == Channel::Email { "e-mail" } else { "WhatsApp" };
                note.situation = format!("{channel}: {}", note.situation);
            }
            match notes.get_mut(&it.row) {
                Some(before) if lists.len() > 1 && before.situation.contains(": ") => {
                    before.situation = format!("{}; {}", before.situation, note.situation);
                    before.to_do = format!("{}; {}", before.to_do, note.to_do);
                }
                Some(_) | None => {
                    notes.insert(it.row, note);
                }
            }
        }
    }
    notes
}

/// Whether a CSV begins with the byte order mark of UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByteOrderMark {
    /// For people who open the file in Excel, which would show `JoÃ£o` without it.
    With,
    /// For programs that import it, as the expected file of the contact workbook has it.
    Without,
}

/// A CSV as the call center takes it, written row by row: `;`, UTF-8, CRLF, formulas neutralised.
pub struct RecipientsCsv<W: std::io::Write> {
    writer: csv::Writer<W>,
}

impl<W: std::io::Write> RecipientsCsv<W> {
    /// Begins it with its headings.
    ///
    /// # Errors
    /// That of the output.
    pub fn begin(mark: ByteOrderMark, columns: &[&str], mut out: W) -> Result<Self, csv::Error> {
        if mark == ByteOrderMark::With {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut builder = csv::WriterBuilder::new();
        builder.delimiter(b';').terminator(csv::Terminator::CRLF).flexible(true);
        let mut csv = Self { writer: builder.from_writer(out) };
        csv.row(columns)?;
        Ok(csv)
    }

    /// Writes one row.
    ///
    /// # Errors
    /// That of the output.
    pub fn row(&mut self, cells: &[&str]) -> Result<(), csv::Error> {
        for cell in cells {
            self.writer.write_field(harmless(cell).as_bytes())?;
        }
        self.writer.write_record(None::<&[u8]>)
    }

    /// Writes what is still in memory.
    ///
    /// # Errors
    /// That of the output.
    pub fn end(mut self) -> Result<(), csv::Error> {
        Ok(self.writer.flush()?)
    }
}

/// Writes a CSV as [`RecipientsCsv`] does, into memory.
pub fn recipients_csv<'a>(
    mark: ByteOrderMark,
    columns: &[&str],
    rows: impl IntoIterator<Item = Vec<&'a str>>,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    if let Ok(mut csv) = RecipientsCsv::begin(mark, columns, &mut bytes) {
        for row in rows {
            let _ = csv.row(&row);
        }
        let _ = csv.end();
    }
    bytes
}

/// A text that no spreadsheet program runs: one that begins with `=`, `+`, `-`, `@`, TAB or CR gets a `'` before it.
/// Phones (`+5547…`) and numbers (`-3,5`) are none and stay.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if !runs || is_signed_number(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("'{text}"))
}

/// `+55 47 99123-4567`, `-3`, `-3,50`.
fn is_signed_number(text: &str) -> bool {
    let rest = text.get(1..).unwrap_or_default();
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let phone =
        text.starts_with('+') && digits >= 8 && rest.chars().all(|it| it.is_ascii_digit() || " ()-.".contains(it));
    let marks = rest.bytes().filter(|it| matches!(it, b',' | b'.')).count();
    let number = text.starts_with(['+', '-']) && digits > 0 && digits + marks == rest.len() && marks <= 1;
    phone || number
}

/// Gives the requester's own list back as .xlsx with the columns *Situação* and *O que fazer*: all its sheets, each
/// row where it was; `notes` by row number of the sheet named (empty = the first).
///
/// # Errors
/// [`SheetError`] if the original cannot be read, or has more rows than a sheet takes.
pub fn annotated_xlsx(
    file_name: &str,
    original: &[u8],
    sheet: &str,
    words: &Vocabulary,
    notes: &BTreeMap<u32, Note>,
) -> Result<Vec<u8>, SheetError> {
    let tables = read_tables(file_name, original, &Limits::default())?;
    let noted = tables.iter().position(|it| it.name == sheet).unwrap_or(0);
    let failed = |error: XlsxError| SheetError::Damaged { file: file_name.to_owned(), what: error.to_string() };
    let mut workbook = Workbook::new();
    for (index, table) in tables.iter().enumerate() {
        let notes = (index == noted).then_some(notes);
        let heading = find_header(&table.rows, words).and_then(|it| table.rows.get(it)).map(|it| it.number);
        write_sheet(&mut workbook, table, index, (heading, notes)).map_err(failed)?;
    }
    workbook.save_to_buffer().map_err(failed)
}

/// Copies one table, and writes the notes right of its last column.
fn write_sheet(
    workbook: &mut Workbook,
    table: &Table,
    index: usize,
    (heading, notes): (Option<u32>, Option<&BTreeMap<u32, Note>>),
) -> Result<(), XlsxError> {
    // Excel shows dates and phones that are texts as they are; nothing is counted in such a list.
    let (bold, warned) = (Format::new().set_bold(), Format::new().set_background_color("#FFF2CC"));
    let sheet = workbook.add_worksheet();
    // Names of other programs may be longer or hold letters that Excel refuses: then the sheet is numbered.
    if sheet.set_name(&table.name).is_err() {
        sheet.set_name(format!("Lista {}", index + 1))?;
    }
    sheet.set_hidden(table.hidden);
    let width = u16::try_from(table.rows.iter().map(|it| it.cells.len()).max().unwrap_or(0)).unwrap_or(u16::MAX - 2);
    let mut written = 0;
    for row in &table.rows {
        let Some(line) = row.number.checked_sub(1) else { continue };
        for (column, cell) in (0_u16..).zip(&row.cells).filter(|(_, it)| !it.is_empty()) {
            let text = shortened(cell);
            let text = harmless(&text);
            if heading == Some(row.number) {
                sheet.write_string_with_format(line, column, text, &bold)?;
            } else {
                sheet.write_string(line, column, text)?;
            }
        }
        if let Some(note) = notes.and_then(|it| it.get(&row.number)) {
            written += 1;
            sheet.write_string_with_format(line, width, &note.situation, &warned)?;
            sheet.write_string_with_format(line, width + 1, &note.to_do, &warned)?;
        }
    }
    if notes.is_some() && written > 0 {
        if let Some(line) = heading.and_then(|it| it.checked_sub(1)) {
            sheet.write_string_with_format(line, width, "Situação", &bold)?;
            sheet.write_string_with_format(line, width + 1, "O que fazer", &bold)?;
        }
        sheet.set_column_width(width, 28)?;
        sheet.set_column_width(width + 1, 44)?;
    }
    sheet.autofit();
    Ok(())
}

/// Excel takes 32,767 characters in a cell.
fn shortened(text: &str) -> Cow<'_, str> {
    const CELL_CHARS_MAX: usize = 32_000;
    match text.char_indices().nth(CELL_CHARS_MAX) {
        Some((at, _)) => Cow::Owned(text.get(..at).unwrap_or_default().to_owned()),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{ByteOrderMark, harmless, recipients_csv};

    #[test]
    fn formulas_are_neutralised_and_phones_are_not() {
        let check = |text: &str, written: &str| assert_eq!(harmless(text), written);
        check("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
        check("+SOMA(A1)", "'+SOMA(A1)");
        check("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0");
        check("@SUM(1)", "'@SUM(1)");
        check("\t=1", "'\t=1");
        check("+55 47 99123-4567", "+55 47 99123-4567");
        check("+5547991234567", "+5547991234567");
        check("-3,50", "-3,50");
        check("Ana", "Ana");
        check("-", "'-");
    }

    #[test]
    fn the_csv_is_parted_by_semicolons_and_ends_lines_with_crlf() {
        let rows = vec![vec!["Ana; a \"boa\"", "5547991234567"], vec!["=1", ""]];
        let csv = recipients_csv(ByteOrderMark::With, &["NOME", "TELEFONE"], rows);
        let text = String::from_utf8(csv).unwrap();
        assert_eq!(text, "\u{feff}NOME;TELEFONE\r\n\"Ana; a \"\"boa\"\"\";5547991234567\r\n'=1;\r\n");
    }
}
