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
    let (parts, html) = (parts(what), html.as_deref());
    Ok(compose(&Outgoing { subject: &subject, message_id, date, text: &text, html, ..common(what, &parts) })?)
}

/// What is the same in all mails of a communication, for [`Mould::fill`]; `per_person` if they are filled with values.
/// None where each has to be made by itself with [`parcel`].
///
/// # Errors
/// [`EmailError`].
pub fn mould(what: &Communication<'_>, date: i64, per_person: bool) -> Result<Option<Mould>, EmailError> {
    let (text, html) = (what.message.text.as_str(), what.message.html.as_deref());
    let parts = parts(what);
    let outgoing = Outgoing { subject: what.subject, date, text, html, ..common(what, &parts) };
    Ok(if per_person { Mould::with_placeholders(&outgoing)? } else { Mould::without_placeholders(&outgoing)? })
}

/// The pictures of a communication, and its files.
type Parts<'a> = (Vec<Part<'a>>, Vec<Part<'a>>);

fn common<'a>(what: &Communication<'a>, (inline, attachments): &'a Parts<'a>) -> Outgoing<'a> {
    let (from_name, from) = (Some(what.from_name), Some(what.from));
    Outgoing { from_name, from, inline, attachments, automatic: Automatic::No, ..Outgoing::default() }
}

fn parts<'a>(what: &Communication<'a>) -> Parts<'a> {
    (what.message.inline.iter().map(part).collect(), what.message.files.iter().map(part).collect())
}

/// A filed file as a part of a mail.
#[must_use]
pub fn part(file: &ContentFile) -> Part<'_> {
    Part { name: &file.name, mime: &file.mime, content_id: file.content_id.as_deref(), bytes: &file.bytes }
}
