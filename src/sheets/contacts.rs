//! The general contact workbook of the network folder (step 16): who has died, who is not written to, who is left.

use super::book::Book;
use super::choice::Scope;
use super::list::{empty_list, in_row_order, stream_book, take};
use super::{Detail, Limits, ListAsk, ListEvent, SheetError};
use crate::office::{Channel, RecipientList, Vocabulary};

/// Reads the general contacts: all sheets of people, without those on an opt-out sheet and the deceased.
///
/// # Errors
/// [`SheetError`] says why the file cannot be read.
pub fn read_contacts(
    file_name: &str,
    bytes: &[u8],
    words: &Vocabulary,
    ask: &ListAsk<'_>,
) -> Result<RecipientList, SheetError> {
    let mut list = empty_list(Channel::Whatsapp, file_name);
    stream_contacts(file_name, bytes, words, ask, &mut |event| take(&mut list, event))?;
    in_row_order(&mut list);
    Ok(list)
}

/// The same row by row, for files of a million people.
///
/// # Errors
/// [`SheetError`] says why the file cannot be read.
pub fn stream_contacts(
    file_name: &str,
    bytes: &[u8],
    words: &Vocabulary,
    ask: &ListAsk<'_>,
    out: &mut dyn FnMut(ListEvent<'_>),
) -> Result<(), SheetError> {
    let mut book = Book::open(file_name, bytes, &Limits::default())?;
    stream_book(&mut book, file_name, (Channel::Whatsapp, Scope::AllSheets, Detail::AllColumns), words, ask, out)
}
