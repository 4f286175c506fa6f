//! An incoming mail, read once: who, when, which words, which files. Foreign bytes in, values out, within budgets.

use jiff::Timestamp;
use mail_parser::{HeaderValue, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use thiserror::Error;

use super::dsn::{self, Notice, NoticeKind};
use super::headers::{Headers, decode_charset};
use super::lean::{Files, Shortened};
use super::tnef;
use crate::office::EmailAddress;

/// Larger mails are not read (Exchange Online takes 150 MB at most; FACTS 5).
const MAX_MAIL: usize = 160 << 20;
/// More nested parts than this are no letter of a person.
const MAX_PARTS: usize = 400;
/// One line of headers longer than this is an attack (RFC 5322, 2.1.1 allows 998).
const MAX_LINE: usize = 1 << 20;
/// Mails inside mails are opened to this depth.
const MAX_DEPTH: usize = 3;
/// No more than this of a body is looked at: letters have a few thousand characters.
const MAX_BODY: usize = 1 << 20;

/// Why a mail is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TooMuch {
    /// It has too many bytes.
    #[error("the mail has {0} bytes, more than is read")]
    Bytes(usize),
    /// It has too many parts, or they are nested too deeply.
    #[error("the mail has more than {MAX_PARTS} parts")]
    Parts,
    /// Its header block is too long.
    #[error("the header block of the mail is longer than is read")]
    Headers,
    /// It is no mail at all.
    #[error("this is no mail: no header field was found")]
    NoMail,
}

/// A name with an address, as `From` and `To` have them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The display name.
    pub name: Option<String>,
    /// The address as written; kept as text because it may be broken.
    pub text: String,
    /// The address, where it is one.
    pub address: Option<EmailAddress>,
}

/// A file in a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name as the client shows it, `winmail.dat` and forwarded mails unpacked; empty if it has none.
    pub name: String,
    /// Its declared type, lower case: `application/pdf`.
    pub mime: String,
    /// Its `Content-ID` without angle brackets.
    pub content_id: Option<String>,
    /// Whether its disposition is `inline`.
    pub inline: bool,
    /// The container it was taken out of: `winmail.dat`, or the name of a forwarded mail.
    pub inside: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// An incoming mail.
#[derive(Debug, Clone)]
pub struct IncomingMail {
    /// `Message-ID` with its brackets.
    pub message_id: Option<String>,
    /// Message-IDs of `In-Reply-To`, with brackets.
    pub in_reply_to: Vec<String>,
    /// Message-IDs of `References`, with brackets.
    pub references: Vec<String>,
    /// Everybody in every `From` field.
    pub from: Vec<Person>,
    /// `Sender`.
    pub sender: Vec<Person>,
    /// `Reply-To`.
    pub reply_to: Vec<Person>,
    /// `To`.
    pub to: Vec<Person>,
    /// `Cc`.
    pub cc: Vec<Person>,
    /// `Subject`, decoded; empty if there is none.
    pub subject: String,
    /// `Date`.
    pub date: Option<Timestamp>,
    /// The header fields as they stand there.
    pub headers: Headers,
    /// The media type of the whole mail, lower case: `multipart/report`.
    pub content_type: String,
    /// Parameters of the whole mail's type that matter: `report-type`, `method`.
    pub report_type: Option<String>,
    /// The words in plain text.
    pub plain: Option<String>,
    /// Whether the plain text is `format=flowed` (RFC 3676), and whether `delsp=yes`.
    pub flowed: bool,
    /// The words in HTML.
    pub html: Option<String>,
    /// Whether a body was longer than what is looked at.
    pub body_cut_off: bool,
    /// The files, in the order of the mail.
    pub attachments: Vec<Attachment>,
    /// Mails inside this one (`message/rfc822`).
    pub forwarded: Vec<IncomingMail>,
    /// What it says as a delivery notice.
    pub notice: Notice,
    /// Mail hosts of which our own check found a good signature over the whole mail; empty where there is no such
    /// check. It does not stand in the mail: whoever checked it puts it here.
    pub signed_by: Vec<String>,
}

impl Default for IncomingMail {
    fn default() -> Self {
        Self {
            message_id: None,
            in_reply_to: Vec::new(),
            references: Vec::new(),
            from: Vec::new(),
            sender: Vec::new(),
            reply_to: Vec::new(),
            to: Vec::new(),
            cc: Vec::new(),
            subject: String::new(),
            date: None,
            headers: Headers::default(),
            content_type: String::new(),
            report_type: None,
            plain: None,
            flowed: false,
            html: None,
            body_cut_off: false,
            attachments: Vec::new(),
            forwarded: Vec::new(),
            notice: Notice::nothing(NoticeKind::NotAReceipt),
            signed_by: Vec::new(),
        }
    }
}

impl IncomingMail {
    /// Reads a mail.
    ///
    /// # Errors
    /// [`TooMuch`] where a budget is exceeded; the caller puts the mail aside for a person.
    pub fn parse(raw: &[u8]) -> Result<Self, TooMuch> {
        if raw.len() > MAX_MAIL {
            return Err(TooMuch::Bytes(raw.len()));
        }
        let headers = Headers::read(raw);
        if headers.cut_off || longest_header_line(raw) > MAX_LINE {
            return Err(TooMuch::Headers);
        }
        if headers.fields().is_empty() {
            return Err(TooMuch::NoMail);
        }
        if count_multiparts(raw) > MAX_PARTS {
            return Err(TooMuch::Parts);
        }
        let normalised = normalise_line_ends(raw);
        let raw = normalised.as_deref().unwrap_or(raw);
        let mut mail = Self::read(raw, headers).ok_or(TooMuch::NoMail)?;
        mail.notice = dsn::read_notice(raw);
        Ok(mail)
    }

    /// Reads the parts of a mail, its long files apart from the rest.
    fn read(raw: &[u8], headers: Headers) -> Option<Self> {
        let parser = MessageParser::default();
        if let Some(short) = Shortened::of(raw)
            && let Some(message) = parser.parse(&short.bytes)
            && let Some(mut files) = short.files(raw, &message)
        {
            return Some(Self::from_message(message, headers, 0, &mut files));
        }
        Some(Self::from_message(parser.parse(raw)?, headers, 0, &mut Files::default()))
    }

    /// The one address of the sender; `None` if there is none or more than one.
    #[must_use]
    pub fn sender_address(&self) -> Option<&EmailAddress> {
        match self.from.as_slice() {
            [one] => one.address.as_ref(),
            _ => None,
        }
    }

    /// The display name of the sender.
    #[must_use]
    pub fn sender_name(&self) -> &str {
        self.from.first().and_then(|it| it.name.as_deref()).unwrap_or_default()
    }

    fn from_message(message: Message<'_>, headers: Headers, depth: usize, files: &mut Files<'_>) -> Self {
        let mut mail = Self {
            message_id: message.message_id().map(bracketed),
            in_reply_to: ids(message.in_reply_to()),
            references: ids(message.references()),
            from: persons(&message, "From"),
            sender: persons(&message, "Sender"),
            reply_to: persons(&message, "Reply-To"),
            to: persons(&message, "To"),
            cc: persons(&message, "Cc"),
            subject: headers.first("Subject").unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "),
            date: message.date().and_then(|it| Timestamp::from_second(it.to_timestamp()).ok()),
            headers,
            ..Self::default()
        };
        if let Some(kind) = message.content_type() {
            mail.content_type = mime_of(kind);
            mail.report_type = kind.attribute("report-type").map(str::to_ascii_lowercase);
        }
        // The places of the parts are counted in these bytes, also those of a mail inside another.
        let raw = message.raw_message;
        for part in message.parts.into_iter().take(MAX_PARTS) {
            mail.take_part(part, &raw, depth, files);
        }
        mail
    }

    fn take_part(&mut self, part: MessagePart<'_>, raw: &[u8], depth: usize, files: &mut Files<'_>) {
        let mime = part.content_type().map(mime_of).unwrap_or_default();
        let named = part.attachment_name().is_some_and(|it| !it.trim().is_empty());
        let attached = part.content_disposition().is_some_and(mail_parser::ContentType::is_attachment);
        match &part.body {
            PartType::Multipart(_) => {}
            PartType::Message(_) => self.take_mail(part, depth, files),
            PartType::Text(_) if !named && !attached && (mime == "text/plain" || mime.is_empty()) => {
                let flowed = part
                    .content_type()
                    .and_then(|it| it.attribute("format"))
                    .is_some_and(|it| it.eq_ignore_ascii_case("flowed"));
                self.flowed |= flowed;
                let text = self.body_text(part, raw, files);
                append(&mut self.plain, text);
            }
            PartType::Html(_) if !named && !attached => {
                let text = self.body_text(part, raw, files);
                append(&mut self.html, text);
            }
            PartType::Text(_) | PartType::Html(_) | PartType::Binary(_) | PartType::InlineBinary(_) => {
                self.take_file(part, mime, raw, files);
            }
        }
    }

    /// The words of a body part; where the declared charset breaks letters, they are read as what they are.
    fn body_text(&mut self, part: MessagePart<'_>, raw: &[u8], files: &mut Files<'_>) -> String {
        let charset = part.content_type().and_then(|it| it.attribute("charset")).unwrap_or_default().to_owned();
        let long = files.hold(&part, raw);
        let decoded = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.as_ref(),
            PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) | PartType::Multipart(_) => "",
        };
        let text = if long || decoded.contains('\u{fffd}') {
            decode_charset(&charset, &bytes_of(part, raw, files))
        } else {
            decoded.get(..floor(decoded, MAX_BODY + char::MAX.len_utf8())).unwrap_or_default().to_owned()
        };
        let end = floor(&text, MAX_BODY);
        self.body_cut_off |= end < text.len();
        text.get(..end).unwrap_or_default().replace('\0', "")
    }

    fn take_file(&mut self, part: MessagePart<'_>, mime: String, raw: &[u8], files: &mut Files<'_>) {
        let name = part.attachment_name().map(clean_name).unwrap_or_default();
        let content_id = part.content_id().map(|it| it.trim_matches(|c| c == '<' || c == '>').to_owned());
        let inline = part.content_disposition().is_some_and(mail_parser::ContentType::is_inline);
        let bytes = bytes_of(part, raw, files);
        let is_tnef = mime.ends_with("ms-tnef") || name.eq_ignore_ascii_case("winmail.dat");
        if is_tnef {
            for file in tnef::files(&bytes) {
                self.attachments.push(Attachment {
                    mime: mime_by_name(&file.name).to_owned(),
                    name: file.name,
                    content_id: None,
                    inline: false,
                    inside: Some("winmail.dat".to_owned()),
                    bytes: file.bytes,
                });
            }
            if self.plain.is_none() && self.html.is_none() {
                self.html = tnef::html_body(&bytes);
            }
            return;
        }
        self.attachments.push(Attachment { name, mime, content_id, inline, inside: None, bytes });
    }

    /// A mail inside the mail: kept as a mail, and its files count as files of the whole.
    fn take_mail(&mut self, part: MessagePart<'_>, depth: usize, files: &mut Files<'_>) {
        let inside = part.attachment_name().map(clean_name);
        let PartType::Message(inner) = part.body else { return };
        if depth >= MAX_DEPTH {
            return;
        }
        let raw = inner.raw_message();
        let headers = Headers::read(raw.get(part.offset_body as usize..).unwrap_or(raw));
        let headers = if headers.has("From") || headers.has("Subject") { headers } else { Headers::read(raw) };
        let mail = Self::from_message(inner, headers, depth + 1, files);
        let inside = inside.unwrap_or_else(|| format!("{}.eml", mail.subject));
        for file in &mail.attachments {
            self.attachments.push(Attachment { inside: Some(inside.clone()), ..file.clone() });
        }
        self.forwarded.push(mail);
    }
}

fn append(body: &mut Option<String>, text: String) {
    match body {
        Some(before) => {
            if !before.ends_with('\n') {
                before.push('\n');
            }
            before.push_str(&text);
        }
        None => *body = Some(text),
    }
}

/// The last place of a text, at most this one, at which it can be cut.
fn floor(text: &str, most: usize) -> usize {
    (0..=most.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0)
}

fn bracketed(id: &str) -> String {
    format!("<{}>", id.trim().trim_matches(|c| c == '<' || c == '>'))
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    match value {
        HeaderValue::Text(one) => vec![bracketed(one)],
        HeaderValue::TextList(many) => many.iter().map(|it| bracketed(it)).collect(),
        HeaderValue::Address(_)
        | HeaderValue::DateTime(_)
        | HeaderValue::ContentType(_)
        | HeaderValue::Received(_)
        | HeaderValue::Empty => Vec::new(),
    }
}

/// Everybody in all fields of this name: two `From` fields are two senders.
fn persons(message: &Message<'_>, name: &str) -> Vec<Person> {
    message
        .headers()
        .iter()
        .filter(|it| it.name().eq_ignore_ascii_case(name))
        .filter_map(|it| it.value().as_address())
        .flat_map(|it| it.iter())
        .map(|it| {
            let text = it.address().unwrap_or_default().to_owned();
            let name = it.name().map(|name| super::headers::decode(name.as_bytes())).filter(|name| !name.is_empty());
            Person { name, address: EmailAddress::parse(&text).ok(), text }
        })
        .collect()
}

fn mime_of(kind: &mail_parser::ContentType<'_>) -> String {
    format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase()
}

/// A file name as the client shows it: encoded words inside `filename="…"` decoded (Exchange writes them), no path.
fn clean_name(name: &str) -> String {
    let decoded = super::headers::decode(name.as_bytes());
    decoded.rsplit(['/', '\\']).next().unwrap_or_default().trim().to_owned()
}

/// The type by the ending of a name, for files that carry no type of their own.
#[must_use]
pub fn mime_by_name(name: &str) -> &'static str {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xls" => "application/vnd.ms-excel",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "csv" => "text/csv",
        "txt" => "text/plain",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt" => "application/vnd.oasis.opendocument.text",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "mp4" => "video/mp4",
        "mp3" => "audio/mpeg",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

/// The bytes of a part after its transfer encoding, in the charset they came in.
fn bytes_of(part: MessagePart<'_>, raw: &[u8], files: &mut Files<'_>) -> Vec<u8> {
    if let Some(bytes) = files.take(&part, raw) {
        return bytes;
    }
    let body = raw.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default();
    let decoded = |otherwise: Vec<u8>| match part.encoding {
        mail_parser::Encoding::None => body.to_vec(),
        mail_parser::Encoding::Base64 => mail_parser::decoders::base64::base64_decode(body).unwrap_or(otherwise),
        mail_parser::Encoding::QuotedPrintable => {
            mail_parser::decoders::quoted_printable::quoted_printable_decode(body).unwrap_or(otherwise)
        }
    };
    match part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.into_owned(),
        PartType::Text(text) | PartType::Html(text) => decoded(text.into_owned().into_bytes()),
        PartType::Message(_) | PartType::Multipart(_) => decoded(Vec::new()),
    }
}

/// Mails with bare CR line ends are read as if they had proper ones.
fn normalise_line_ends(raw: &[u8]) -> Option<Vec<u8>> {
    let head = raw.get(..raw.len().min(2_000)).unwrap_or_default();
    if memchr::memchr(b'\n', head).is_some() || memchr::memchr(b'\r', head).is_none() {
        return None;
    }
    Some(raw.iter().map(|b| if *b == b'\r' { b'\n' } else { *b }).collect())
}

/// How many multiparts the mail announces: the depth of nesting cannot be more.
fn count_multiparts(raw: &[u8]) -> usize {
    let finder = memchr::memmem::Finder::new("ultipart/");
    finder.find_iter(raw).take(MAX_PARTS + 1).count()
}

/// The longest line of the header block, as far as it is looked at.
fn longest_header_line(raw: &[u8]) -> usize {
    let mut longest = 0;
    let mut rest = raw;
    while !rest.is_empty() && longest <= MAX_LINE {
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        if end <= 1 {
            break;
        }
        longest = longest.max(end);
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    longest
}
