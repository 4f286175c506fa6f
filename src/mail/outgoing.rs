//! Making the mails that leave: to departments, to the call center, to insured people.
//!
//! There is no place for recipients in Bcc here: they stand in the SMTP envelope and nowhere else (step 6 of the
//! manual). A mail to many shows `To: undisclosed-recipients:;`.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use lettre::address::Envelope;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, Message, MultiPart, SinglePart};
use lettre::{Address, message::MessageBuilder};
use thiserror::Error;

use crate::office::EmailAddress;

/// The header by which our own mails are known, besides their Message-ID.
pub const OWN_HEADER: &str = "X-Carteiro";

/// A mail to be made.
#[derive(Debug, Clone, Default)]
pub struct Outgoing<'a> {
    /// The sender's name.
    pub from_name: Option<&'a str>,
    /// The sender's address.
    pub from: Option<&'a EmailAddress>,
    /// Whom the mail shows as its addressees; empty for a mail to many.
    pub to: &'a [EmailAddress],
    /// Where answers go, if not to the sender.
    pub reply_to: Option<&'a EmailAddress>,
    /// The subject.
    pub subject: &'a str,
    /// The Message-ID with angle brackets.
    pub message_id: &'a str,
    /// The Message-ID that it answers, with angle brackets.
    pub in_reply_to: Option<&'a str>,
    /// The Message-IDs of its thread, oldest first.
    pub references: &'a [String],
    /// Seconds since 1970.
    pub date: i64,
    /// The plain text.
    pub text: &'a str,
    /// The same with its formatting.
    pub html: Option<&'a str>,
    /// Pictures that stand in `html`.
    pub inline: &'a [Part<'a>],
    /// Files that go with it.
    pub attachments: &'a [Part<'a>],
    /// What kind of mail it is, for other machines.
    pub automatic: Automatic,
    /// The protocol, for our own mark.
    pub protocol: Option<&'a str>,
}

/// A file in a mail.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its type, `image/png`.
    pub mime: &'a str,
    /// As `src="cid:…"` names it; for inline pictures only.
    pub content_id: Option<&'a str>,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// How a mail says that a machine made it (RFC 3834, 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Automatic {
    /// It does not: a communication of the institute to insured people.
    #[default]
    No,
    /// `auto-replied`: an answer to somebody's mail.
    Replied,
    /// `auto-generated`: written of our own accord.
    Generated,
}

/// Why a mail cannot be made.
#[derive(Debug, Error)]
pub enum ComposeError {
    /// There is no sender.
    #[error("cannot make the mail `{0}`: it has no sender; set `envia-de` in areas.toml")]
    NoSender(String),
    /// An address or a header is not allowed in a mail.
    #[error("cannot make the mail `{subject}`: {source}")]
    Message {
        /// Its subject.
        subject: String,
        /// What is wrong.
        source: lettre::error::Error,
    },
    /// An address is not allowed in a mail.
    #[error("cannot make the mail `{subject}`: `{address}` is not allowed in a header: {source}")]
    Address {
        /// Its subject.
        subject: String,
        /// The address.
        address: String,
        /// What is wrong.
        source: lettre::address::AddressError,
    },
}

/// Makes the bytes of a mail, with CRLF line ends.
///
/// # Errors
/// [`ComposeError`], if there is no sender or something is not allowed in a mail.
pub fn compose(mail: &Outgoing<'_>) -> Result<Vec<u8>, ComposeError> {
    compose_encoded(mail, |text| Body::new(text.to_owned()))
}

/// The same, with its text and formatted text encoded in a certain way.
pub(super) fn compose_encoded(mail: &Outgoing<'_>, encoded: fn(&str) -> Body) -> Result<Vec<u8>, ComposeError> {
    let Some(from) = mail.from else { return Err(ComposeError::NoSender(mail.subject.to_owned())) };
    let from = address(from, mail)?;
    let name = mail.from_name.map(one_line);
    let mut builder = Message::builder()
        .from(Mailbox::new(name, from.clone()))
        .subject(one_line(mail.subject))
        .message_id(Some(one_line(mail.message_id)))
        .date(date(mail.date));
    if mail.to.is_empty() {
        builder = raw(builder, "To", "undisclosed-recipients:;");
    }
    for to in mail.to {
        builder = builder.to(Mailbox::new(None, address(to, mail)?));
    }
    if let Some(reply_to) = mail.reply_to {
        builder = builder.reply_to(Mailbox::new(None, address(reply_to, mail)?));
    }
    if let Some(id) = mail.in_reply_to {
        builder = builder.in_reply_to(one_line(id));
    }
    if !mail.references.is_empty() {
        builder = builder.references(one_line(&mail.references.join(" ")));
    }
    builder = match mail.automatic {
        // Absence notes of insured people help nobody; receipts are asked for in the envelope and still come.
        Automatic::No => raw(builder, "X-Auto-Response-Suppress", "OOF, AutoReply"),
        Automatic::Replied => raw(builder, "Auto-Submitted", "auto-replied"),
        Automatic::Generated => raw(builder, "Auto-Submitted", "auto-generated"),
    };
    if let Some(protocol) = mail.protocol {
        builder = raw(builder, OWN_HEADER, protocol);
    }
    // The envelope that the builder wants is not the one that is sent with.
    let envelope = Envelope::new(Some(from.clone()), vec![from]);
    let wrong = |source| ComposeError::Message { subject: mail.subject.to_owned(), source };
    builder = builder.envelope(envelope.map_err(wrong)?);
    let message = match body(mail, encoded) {
        Tree::Leaf(part) => builder.singlepart(part),
        Tree::Branch(parts) => builder.multipart(parts),
    };
    Ok(message.map_err(wrong)?.formatted())
}

enum Tree {
    Leaf(SinglePart),
    Branch(MultiPart),
}

/// mixed( related( alternative( text, html ), pictures ), files ), leaving out what is not needed.
fn body(mail: &Outgoing<'_>, encoded: fn(&str) -> Body) -> Tree {
    let text = SinglePart::plain(encoded(mail.text));
    let words = match mail.html {
        None => Tree::Leaf(text),
        Some(html) => {
            let html = SinglePart::html(encoded(html));
            let html = if mail.inline.is_empty() {
                Tree::Leaf(html)
            } else {
                let mut related = MultiPart::related().singlepart(html);
                for picture in mail.inline {
                    let id = picture.content_id.unwrap_or(picture.name).trim_matches(['<', '>']).to_owned();
                    let inline = Attachment::new_inline_with_name(id, one_line(picture.name));
                    related = related.singlepart(inline.body(base64(picture), content_type(picture)));
                }
                Tree::Branch(related)
            };
            let alternative = MultiPart::alternative().singlepart(text);
            Tree::Branch(match html {
                Tree::Leaf(html) => alternative.singlepart(html),
                Tree::Branch(related) => alternative.multipart(related),
            })
        }
    };
    if mail.attachments.is_empty() {
        return words;
    }
    let mut mixed = match words {
        Tree::Leaf(text) => MultiPart::mixed().singlepart(text),
        Tree::Branch(parts) => MultiPart::mixed().multipart(parts),
    };
    for file in mail.attachments {
        mixed = mixed.singlepart(Attachment::new(one_line(file.name)).body(base64(file), content_type(file)));
    }
    Tree::Branch(mixed)
}

/// Every file as base64, so that it arrives byte for byte.
fn base64(part: &Part<'_>) -> Body {
    Body::new_with_encoding(part.bytes.to_vec(), ContentTransferEncoding::Base64).unwrap_or_else(Body::new)
}

fn content_type(part: &Part<'_>) -> ContentType {
    ContentType::parse(part.mime)
        .or_else(|_| ContentType::parse("application/octet-stream"))
        .unwrap_or(ContentType::TEXT_PLAIN)
}

fn address(address: &EmailAddress, mail: &Outgoing<'_>) -> Result<Address, ComposeError> {
    Address::new(address.local_part(), address.mail_host()).map_err(|source| ComposeError::Address {
        subject: mail.subject.to_owned(),
        address: address.to_string(),
        source,
    })
}

fn raw(builder: MessageBuilder, name: &'static str, value: &str) -> MessageBuilder {
    builder.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str(name), one_line(value)))
}

/// A header's value on one line: no line end gets into a header from a list or a subject.
pub(super) fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

fn date(seconds: i64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use mail_parser::{MessageParser, MimeHeaders as _};

    use super::{Automatic, Outgoing, Part, compose};
    use crate::office::EmailAddress;

    fn mail<'a>(from: &'a EmailAddress) -> Outgoing<'a> {
        Outgoing {
            from_name: Some("Presidência"),
            from: Some(from),
            subject: "Prova de vida – aviso\r\nBcc: x@y.com",
            message_id: "<ar-2026-0001.p1@ipreville.test>",
            date: 1_790_000_000,
            text: "Olá, João.\n",
            ..Outgoing::default()
        }
    }

    #[test]
    fn a_mail_to_many_shows_nobody_and_has_no_bcc() {
        let from = EmailAddress::parse("presidente@ipreville.test").unwrap();
        let raw = compose(&mail(&from)).unwrap();
        let text = String::from_utf8(raw.clone()).unwrap();
        assert!(text.contains("To: undisclosed-recipients:;\r\n"), "{text}");
        assert!(!text.lines().any(|line| line.to_ascii_lowercase().starts_with("bcc:")), "{text}");
        let parsed = MessageParser::new().parse(&raw).unwrap();
        assert_eq!(parsed.subject(), Some("Prova de vida – aviso Bcc: x@y.com"));
        assert_eq!(parsed.body_text(0).unwrap().trim(), "Olá, João.");
        assert_eq!(parsed.message_id(), Some("ar-2026-0001.p1@ipreville.test"));
    }

    #[test]
    fn files_arrive_byte_for_byte_and_pictures_stay_in_their_place() {
        let from = EmailAddress::parse("presidente@ipreville.test").unwrap();
        let picture =
            [Part { name: "arte.png", mime: "image/png", content_id: Some("arte1"), bytes: b"\x89PNG\r\n\x1a\n" }];
        let csv = "NOME;TELEFONE\r\nJoão;5547990001234\r\n".as_bytes();
        let file = [Part { name: "Cartilha 2º semestre.csv", mime: "text/csv", content_id: None, bytes: csv }];
        let outgoing = Outgoing {
            html: Some("<p>Olá <img src=\"cid:arte1\"></p>"),
            inline: &picture,
            attachments: &file,
            automatic: Automatic::Replied,
            ..mail(&from)
        };
        let raw = compose(&outgoing).unwrap();
        let parsed = MessageParser::new().parse(&raw).unwrap();
        let files: Vec<_> = parsed.attachments().collect();
        assert_eq!(files.len(), 2);
        assert_eq!(files[0].content_id(), Some("arte1"));
        assert_eq!(files[0].contents(), b"\x89PNG\r\n\x1a\n");
        assert_eq!(files[1].attachment_name(), Some("Cartilha 2º semestre.csv"));
        assert_eq!(files[1].contents(), csv);
        assert_eq!(parsed.header_raw("Auto-Submitted").unwrap().trim(), "auto-replied");
    }
}
