//! The general contact workbook of the network folder (step 16): who has died, who is not written to, who is left.

use super::{ListAsk, ListEvent, SheetError};
use crate::office::{RecipientList, Vocabulary};

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
    let _ = (bytes, words, ask);
    Err(SheetError::UnknownKind { file: file_name.to_owned() })
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
    let _ = (bytes, words, ask, out);
    Err(SheetError::UnknownKind { file: file_name.to_owned() })
}
