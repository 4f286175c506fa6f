//! Email from the president's address (steps 4-11 of the manual).

use crate::mail::mould::Mould;
use crate::mail::outgoing::{Automatic, ComposeError, Outgoing, Part, compose};
use crate::office::EmailAddress;
use crate::office::content::{ContentFile, Message, Values, fill};

/// What all parcels of a request have in common.
#[derive(Debug, Clone, Copy)]
pub struct Communication<'a> {
    /// The sender's name, as insured people read it.
    pub from_name: &'a str,
    /// `envia-de` (step 5).
    pub from: &'a EmailAddress,
    /// The subject (step 7).
    pub subject: &'a str,
    /// Text, formatting, pictures and files (steps 8 and 9).
    pub message: &'a Message,
}

/// Why an email cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum EmailError {
    /// A placeholder has no value for this person.
    #[error("the placeholder `{0}` has no value for this person")]
    NoValue(String),
    /// The mail cannot be made.
    #[error(transparent)]
    Compose(#[from] ComposeError),
}

/// Makes the mail of a parcel: nobody's address stands in it (step 6). With a person's values it is the mail for
/// this person alone, and still shows no address.
///
/// # Errors
/// [`EmailError`].
pub fn parcel(
    what: &Communication<'_>,
    message_id: &str,
    date: i64,
    person: Option<&Values>,
) -> Result<Vec<u8>, EmailError> {
    let filled = |text: &str, html: bool| match person {
        Some(values) => fill(text, values, html).map_err(EmailError::NoValue),
        None => Ok(text.to_owned()),
    };
    let text = filled(&what.message.text, false)?;
    let html = what.message.html.as_deref().map(|it| filled(it, true)).transpose()?;
    let subject = filled(what.subject, false)?;
    let outgoing = Outgoing { subject: &subject, message_id, date, text: &text, html: html.as_deref(), ..common(what) };
    let (inline, attachments) = parts(what);
    Ok(compose(&Outgoing { inline: &inline, attachments: &attachments, ..outgoing })?)
}

/// What is the same in all mails of a communication, for [`Mould::fill`]; `per_person` if they are filled with values.
/// None where each has to be made by itself with [`parcel`].
///
/// # Errors
/// [`EmailError`].
pub fn mould(what: &Communication<'_>, date: i64, per_person: bool) -> Result<Option<Mould>, EmailError> {
    let (text, html) = (what.message.text.as_str(), what.message.html.as_deref());
    let outgoing = Outgoing { subject: what.subject, date, text, html, ..common(what) };
    let (inline, attachments) = parts(what);
    let outgoing = Outgoing { inline: &inline, attachments: &attachments, ..outgoing };
    Ok(if per_person { Mould::with_placeholders(&outgoing)? } else { Mould::without_placeholders(&outgoing)? })
}

fn common<'a>(what: &Communication<'a>) -> Outgoing<'a> {
    Outgoing { from_name: Some(what.from_name), from: Some(what.from), automatic: Automatic::No, ..Outgoing::default() }
}

/// The pictures of a communication, and its files.
fn parts<'a>(what: &Communication<'a>) -> (Vec<Part<'a>>, Vec<Part<'a>>) {
    (what.message.inline.iter().map(part).collect(), what.message.files.iter().map(part).collect())
}

/// A filed file as a part of a mail.
#[must_use]
pub fn part(file: &ContentFile) -> Part<'_> {
    Part { name: &file.name, mime: &file.mime, content_id: file.content_id.as_deref(), bytes: &file.bytes }
}
