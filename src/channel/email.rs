//! Email from the president's address (steps 4-11 of the manual).

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
    let inline: Vec<Part<'_>> = what.message.inline.iter().map(part).collect();
    let attachments: Vec<Part<'_>> = what.message.files.iter().map(part).collect();
    Ok(compose(&Outgoing {
        from_name: Some(what.from_name),
        from: Some(what.from),
        subject: &subject,
        message_id,
        date,
        text: &text,
        html: html.as_deref(),
        inline: &inline,
        attachments: &attachments,
        automatic: Automatic::No,
        ..Outgoing::default()
    })?)
}

/// A filed file as a part of a mail.
#[must_use]
pub fn part(file: &ContentFile) -> Part<'_> {
    Part { name: &file.name, mime: &file.mime, content_id: file.content_id.as_deref(), bytes: &file.bytes }
}
