//! From rows to people: which sheet is the list, which row its header, which column the contact; then row by row
//! recipient, rejected, excluded or duplicate.

use std::collections::BTreeSet;
use std::io::{Read, Seek};

use jiff::civil::Date;

use super::book::Book;
use super::choice::{Scope, choose_sheets};
use super::layout::{Layout, PREVIEW_ROWS, layout_of};
use super::lines::list_from_lines;
use super::people::{People, Unseen};
use super::refusals::Refusals;
use super::{Limits, Row, SheetError, Table};
use crate::office::{
    Channel, ExcludedRow, Recipient, RecipientList, RejectedRow, Suggestion, Vocabulary, fold, has_words,
};

/// What a mail says of its list.
#[derive(Debug, Clone, Copy, Default)]
pub struct ListAsk<'a> {
    /// The words of the mail, in which a sheet may be named (`aba Aposentados`).
    pub mail_text: &'a str,
    /// The placeholders that each row must fill, without braces.
    pub placeholders: &'a [String],
    /// The day of today: a placeholder's date before it is past. `None` = dates are not checked.
    pub today: Option<Date>,
    /// Contacts ([`crate::office::Contact::key`]) that are not written to: opt-outs and addresses that do not exist.
    pub opted_out: Option<&'a BTreeSet<String>>,
}

/// How much of each row is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// All columns of the row.
    AllColumns,
    /// Name and contact; [`Recipient::values`] stays empty, which spares time and memory.
    ContactsOnly,
}

/// What is learnt from a list, in the order of its rows.
#[derive(Debug)]
pub enum ListEvent<'a> {
    /// The sheet was chosen and its headings are known. Comes first, once for each sheet that is read.
    Opened {
        /// The sheet; empty where there is none.
        sheet: &'a str,
        /// The headings.
        columns: &'a [String],
    },
    /// A person's row, used or not; the events about it follow.
    Row(u32),
    /// A person who receives.
    Recipient(Recipient),
    /// A row without a usable contact.
    Rejected(RejectedRow),
    /// A row left out on purpose.
    Excluded(ExcludedRow),
    /// A row that repeats an earlier contact.
    Duplicate(u32),
    /// A likely mistake.
    Suggestion(Suggestion),
    /// A row that nobody sees: not used, and said.
    Hidden(u32),
    /// A used row that is struck out: used, and said.
    Struck(u32),
}

/// Reads the list of a request for one channel.
///
/// # Errors
/// [`SheetError`] says why there is no list.
pub fn read_list(
    file_name: &str,
    bytes: &[u8],
    channel: Channel,
    words: &Vocabulary,
    ask: &ListAsk<'_>,
) -> Result<RecipientList, SheetError> {
    let mut list = empty_list(channel, file_name);
    stream_list(file_name, bytes, channel, words, ask, &mut |event| take(&mut list, event))?;
    in_row_order(&mut list);
    Ok(list)
}

/// Reads a list row by row: memory does not grow with the rows but by the shared strings of a workbook and a few
/// bytes for each distinct contact.
///
/// # Errors
/// [`SheetError`] says why there is no list.
pub fn stream_list(
    file_name: &str,
    bytes: &[u8],
    channel: Channel,
    words: &Vocabulary,
    ask: &ListAsk<'_>,
    out: &mut dyn FnMut(ListEvent<'_>),
) -> Result<(), SheetError> {
    stream_list_from(file_name, std::io::Cursor::new(bytes), (channel, Detail::AllColumns), words, ask, out)
}

/// The same from an open file, of which only a small part is ever in memory.
///
/// # Errors
/// [`SheetError`] says why there is no list.
pub fn stream_list_from<'s>(
    file_name: &str,
    source: impl Read + Seek + 's,
    (channel, detail): (Channel, Detail),
    words: &Vocabulary,
    ask: &ListAsk<'_>,
    out: &mut dyn FnMut(ListEvent<'_>),
) -> Result<(), SheetError> {
    let mut book = Book::open_source(file_name, Box::new(source), &Limits::default())?;
    stream_book(&mut book, file_name, (channel, Scope::OneList, detail), words, ask, out)
}

/// The channel that a list has contacts for, by its first rows; of two the one with more of them, of equals email.
///
/// # Errors
/// [`SheetError`] says why the file cannot be read, or that it holds no contacts.
pub fn guess_channel<'s>(
    file_name: &str,
    source: impl Read + Seek + 's,
    words: &Vocabulary,
) -> Result<Channel, SheetError> {
    let mut book = Book::open_source(file_name, Box::new(source), &Limits::default())?;
    let mut seen = |channel| -> Result<usize, SheetError> {
        let looks = look_into(&mut book, channel, words, "")?;
        // A heading without any good contact still says what the list is for.
        let score = |it: &Layout| it.contacts_seen * 2 + usize::from(it.header_row > 0);
        Ok(looks.iter().filter_map(|it| it.layout.as_ref()).map(score).sum())
    };
    let (email, whatsapp) = (seen(Channel::Email)?, seen(Channel::Whatsapp)?);
    Ok(if whatsapp > email { Channel::Whatsapp } else { Channel::Email })
}

/// The same from an opened file of any origin.
///
/// # Errors
/// [`SheetError`] says why there is no list.
pub(super) fn stream_book(
    book: &mut Book<'_>,
    file_name: &str,
    (channel, scope, detail): (Channel, Scope, Detail),
    words: &Vocabulary,
    ask: &ListAsk<'_>,
    out: &mut dyn FnMut(ListEvent<'_>),
) -> Result<(), SheetError> {
    let sheets = look_into(book, channel, words, ask.mail_text)?;
    let chosen = match choose_sheets(file_name, &sheets, (channel, scope), words, ask.mail_text) {
        Err(SheetError::NoContacts { .. }) if scope == Scope::OneList && book.is_prose() => {
            return stream_lines(book, file_name, channel, words, ask, out);
        }
        other => other?,
    };
    let refusals = Refusals::gather(book, &sheets, channel, words, ask.opted_out)?;
    let mut people = People::new((channel, detail), words, ask, refusals);
    for index in chosen {
        let Some(sheet) = sheets.get(index) else { continue };
        let Some(layout) = &sheet.layout else { continue };
        out(ListEvent::Opened { sheet: &sheet.name, columns: &layout.columns });
        people.open(layout.clone());
        let mut titles_asked = false;
        book.visit(index, &mut |row| {
            people.see(row, out);
            true
        })?;
        if people.has_unseen(Unseen::PerhapsTitle) {
            titles_asked = true;
        }
        let titles = if titles_asked { book.merged_rows(index)? } else { Vec::new() };
        people.close(&titles, out);
    }
    Ok(())
}

/// Reads running text: contacts with names and labels around them, line by line.
fn stream_lines(
    book: &mut Book<'_>,
    file_name: &str,
    channel: Channel,
    words: &Vocabulary,
    ask: &ListAsk<'_>,
    out: &mut dyn FnMut(ListEvent<'_>),
) -> Result<(), SheetError> {
    let mut lines = String::new();
    let mut number = 1;
    book.visit(0, &mut |row| {
        while number < row.number {
            lines.push('\n');
            number += 1;
        }
        lines.push_str(&row.cells.join("\t").replace('\n', " "));
        number <= PROSE_LINES_MAX
    })?;
    let list = list_from_lines(&lines, channel, words, ask)
        .filter(|it| !it.recipients.is_empty())
        .ok_or_else(|| SheetError::NoContacts { file: file_name.to_owned(), channel: channel.as_str() })?;
    replay(list, out);
    Ok(())
}

/// Lines of running text that are looked through.
const PROSE_LINES_MAX: u32 = 100_000;

/// Tells a list that was read whole as events.
fn replay(list: RecipientList, out: &mut dyn FnMut(ListEvent<'_>)) {
    out(ListEvent::Opened { sheet: "", columns: &list.columns });
    let used = list.recipients.iter().map(|it| it.row);
    let others = list.rejected.iter().map(|it| it.row).chain(list.excluded.iter().map(|it| it.row));
    let rows: Vec<u32> = used.chain(others).chain(list.duplicates.iter().copied()).collect();
    rows.into_iter().for_each(|it| out(ListEvent::Row(it)));
    list.recipients.into_iter().for_each(|it| out(ListEvent::Recipient(it)));
    list.rejected.into_iter().for_each(|it| out(ListEvent::Rejected(it)));
    list.excluded.into_iter().for_each(|it| out(ListEvent::Excluded(it)));
    list.duplicates.into_iter().for_each(|it| out(ListEvent::Duplicate(it)));
}

/// One sheet of a file, as far as the choice needs it.
pub(super) struct SheetLook {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Whether nothing stands in it.
    pub blank: bool,
    /// Where the list stands in it, if one does.
    pub layout: Option<Layout>,
}

/// Looks at the first rows of each sheet.
fn look_into(
    book: &mut Book<'_>,
    channel: Channel,
    words: &Vocabulary,
    mail_text: &str,
) -> Result<Vec<SheetLook>, SheetError> {
    let mut looks = Vec::new();
    for (index, (name, hidden)) in book.sheets().into_iter().enumerate() {
        let mut rows: Vec<Row> = Vec::new();
        book.visit(index, &mut |row| {
            if !row.is_blank() {
                rows.push(row.clone());
            }
            rows.len() < PREVIEW_ROWS
        })?;
        looks.push(SheetLook {
            name,
            hidden,
            blank: rows.is_empty(),
            layout: layout_of(&rows, channel, words, mail_text),
        });
    }
    Ok(looks)
}

/// Reads a table that stands in a mail's HTML (source `body-table`); `None` if it has no contacts for the channel.
#[must_use]
pub fn list_from_table(
    table: &Table,
    channel: Channel,
    words: &Vocabulary,
    ask: &ListAsk<'_>,
) -> Option<RecipientList> {
    let preview = table.rows.get(..table.rows.len().min(PREVIEW_ROWS)).unwrap_or_default();
    let layout = layout_of(preview, channel, words, ask.mail_text).filter(|it| it.contacts_seen > 0)?;
    let mut list = empty_list(channel, "body-table");
    let mut people = People::new((channel, Detail::AllColumns), words, ask, Refusals::of(ask.opted_out));
    take(&mut list, ListEvent::Opened { sheet: "", columns: &layout.columns });
    people.open(layout);
    for row in &table.rows {
        people.see(row, &mut |event| take(&mut list, event));
    }
    people.close(&[], &mut |event| take(&mut list, event));
    in_row_order(&mut list);
    Some(list)
}

/// Whether an attachment is a list of contacts (and so is never sent along).
#[must_use]
pub fn looks_like_a_list(file_name: &str, bytes: &[u8], words: &Vocabulary) -> bool {
    let is_text = file_name.rsplit_once('.').is_some_and(|(_, it)| it.eq_ignore_ascii_case("txt"));
    let Ok(mut book) = Book::open(file_name, bytes, &Limits::default()) else { return false };
    let is_prose = book.is_prose();
    Channel::ALL.into_iter().any(|channel| {
        look_into(&mut book, channel, words, "").is_ok_and(|looks| {
            // A letter may name an address or two; a list holds little else.
            let enough = |layout: &Layout| {
                let least = if is_prose || (is_text && layout.header_row == 0) { 2 } else { 1 };
                layout.contacts_seen >= least || layout.header_row > 0
            };
            looks.iter().any(|it| it.layout.as_ref().is_some_and(enough))
        })
    })
}

/// The column that fills a placeholder: the heading of the same words, else the only one that has them.
#[must_use]
pub fn column_of_placeholder(columns: &[String], placeholder: &str, words: &Vocabulary) -> Option<usize> {
    let plain = |text: &str| fold(&text.replace(['_', '-'], " ")).trim_matches(['{', '}', ' ', ':', '.']).to_owned();
    let wanted = plain(placeholder);
    if wanted.is_empty() {
        return None;
    }
    let folded: Vec<String> = columns.iter().map(|it| plain(it)).collect();
    if let Some(exact) = folded.iter().position(|it| *it == wanted) {
        return Some(exact);
    }
    let mut having = folded.iter().enumerate().filter(|(_, it)| has_words(it, &wanted)).map(|(at, _)| at);
    if let (Some(only), None) = (having.next(), having.next()) {
        return Some(only);
    }
    // `{NOME}` and the heading `Segurado`: words of one kind.
    let key = words.keys("colunas").find(|(_, list)| list.contains(&wanted)).map(|(key, _)| key)?;
    let mut same = folded.iter().enumerate().filter(|(_, it)| words.phrases("colunas", key).contains(it));
    match (same.next(), same.next()) {
        (Some((only, _)), None) => Some(only),
        _ => None,
    }
}

/// A list in which nothing stands yet.
pub(super) fn empty_list(channel: Channel, source: &str) -> RecipientList {
    RecipientList {
        channel,
        source: source.to_owned(),
        rows: 0,
        columns: Vec::new(),
        recipients: Vec::new(),
        rejected: Vec::new(),
        excluded: Vec::new(),
        duplicates: Vec::new(),
        suggestions: Vec::new(),
        hidden: Vec::new(),
        struck: Vec::new(),
    }
}

/// Puts what was learnt into the list.
pub(super) fn take(list: &mut RecipientList, event: ListEvent<'_>) {
    match event {
        ListEvent::Opened { sheet, columns } => {
            if list.columns.is_empty() {
                list.columns = columns.to_vec();
            }
            if !sheet.is_empty() && !list.source.contains('#') {
                list.source = format!("{}#{sheet}", list.source);
            }
        }
        ListEvent::Row(_) => list.rows += 1,
        ListEvent::Recipient(recipient) => list.recipients.push(recipient),
        ListEvent::Rejected(row) => list.rejected.push(row),
        ListEvent::Excluded(row) => list.excluded.push(row),
        ListEvent::Duplicate(row) => list.duplicates.push(row),
        ListEvent::Suggestion(suggestion) => list.suggestions.push(suggestion),
        ListEvent::Hidden(row) => list.hidden.push(row),
        ListEvent::Struck(row) => list.struck.push(row),
    }
}

/// Rows that were decided at the end of a sheet take their place.
pub(super) fn in_row_order(list: &mut RecipientList) {
    list.rejected.sort_by_key(|it| it.row);
    list.suggestions.sort_by_key(|it| it.row);
}
