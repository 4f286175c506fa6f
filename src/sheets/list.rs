//! From rows to people: which sheet is the list, which row its header, which column the contact; then row by row
//! recipient, rejected, excluded or duplicate.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{SheetError, Table};
use crate::office::{Channel, ExcludedRow, Recipient, RecipientList, RejectedRow, Suggestion, Vocabulary};

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
    let _ = (bytes, channel, words, ask);
    Err(SheetError::UnknownKind { file: file_name.to_owned() })
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
    let _ = (bytes, channel, words, ask, out);
    Err(SheetError::UnknownKind { file: file_name.to_owned() })
}

/// Reads a table that stands in a mail's HTML (source `body-table`); `None` if it has no contacts for the channel.
#[must_use]
pub fn list_from_table(
    table: &Table,
    channel: Channel,
    words: &Vocabulary,
    ask: &ListAsk<'_>,
) -> Option<RecipientList> {
    let _ = (table, channel, words, ask);
    None
}

/// Reads addresses or numbers typed in a mail's text, one or several a line (source `body`); `None` if there are none.
#[must_use]
pub fn list_from_lines(lines: &str, channel: Channel, words: &Vocabulary, ask: &ListAsk<'_>) -> Option<RecipientList> {
    let _ = (lines, channel, words, ask);
    None
}

/// Whether an attachment is a list of contacts (and so is never sent along).
#[must_use]
pub fn looks_like_a_list(file_name: &str, bytes: &[u8], words: &Vocabulary) -> bool {
    let _ = (file_name, bytes, words);
    false
}
