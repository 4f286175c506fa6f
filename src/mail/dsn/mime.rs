//! The parts of a mail, cut out lazily and forgivingly.
//!
//! Notices come broken in every way (bare CR, boundaries that do not fit, cut at any byte), and nearly all mail is no
//! notice: so parts are slices of the mail, and only what is looked at is decoded.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use encoding_rs::Encoding;
use memchr::memmem;

/// Deeper nesting than any mail program makes.
const DEPTH_MAX: usize = 6;
/// More parts than any notice has.
const PARTS_MAX: usize = 64;
/// As much text as is read of one part: notices say what they say at their beginning.
pub(super) const TEXT_MAX: usize = 256 * 1024;
/// As many header fields as are looked at.
const FIELDS_MAX: usize = 500;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The mail with every line end as LF: CRLF, LF and bare CR read alike.
pub(super) fn with_plain_line_ends(raw: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr(b'\r', raw).is_none() {
        return Cow::Borrowed(raw);
    }
    let mut plain = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = memchr::memchr(b'\r', rest) {
        let (line, tail) = rest.split_at(at);
        plain.extend_from_slice(line);
        plain.push(b'\n');
        let tail = tail.get(1..).unwrap_or_default();
        rest = tail.strip_prefix(b"\n").unwrap_or(tail);
    }
    plain.extend_from_slice(rest);
    Cow::Owned(plain)
}

/// Header fields as they stand, folded lines and all.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields<'x>(Vec<(&'x [u8], &'x [u8])>);

impl<'x> Fields<'x> {
    /// Reads fields up to the first empty line (or a line that cannot belong to them) and gives what follows.
    pub(super) fn read(text: &'x [u8]) -> (Self, &'x [u8]) {
        let mut fields: Vec<(&[u8], &[u8])> = Vec::new();
        let mut rest = text;
        while !rest.is_empty() && fields.len() < FIELDS_MAX {
            if let Some(body) = rest.strip_prefix(b"\n") {
                return (Self(fields), body);
            }
            let end = field_end(rest);
            let (field, tail) = rest.split_at(end);
            match split_field(field) {
                Some(field) => fields.push(field),
                None if fields.is_empty() && !field.starts_with(b"From ") && !field.starts_with(b">From ") => {
                    return (Self(fields), rest);
                }
                None if field.starts_with(b"--") => return (Self(fields), rest),
                None if is_blank(field) => return (Self(fields), tail),
                None => {}
            }
            rest = tail;
        }
        (Self(fields), rest)
    }

    /// The first field of this name, as it stands.
    pub(super) fn raw(&self, name: &str) -> Option<&'x [u8]> {
        self.0.iter().find(|(it, _)| it.eq_ignore_ascii_case(name.as_bytes())).map(|(_, value)| *value)
    }

    /// Every field of this name, as it stands.
    pub(super) fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'x [u8]> + 's {
        self.0.iter().filter(move |(it, _)| it.eq_ignore_ascii_case(name.as_bytes())).map(|(_, value)| *value)
    }

    /// The first field of this name in one line, encoded words decoded.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.raw(name).map(field_text)
    }
}

/// Where the field that begins the text ends, its folded lines included (behind the last LF).
fn field_end(text: &[u8]) -> usize {
    let mut end = 0;
    loop {
        let Some(line) = text.get(end..) else { return text.len() };
        let Some(at) = memchr::memchr(b'\n', line) else { return text.len() };
        end += at + 1;
        match text.get(end) {
            Some(b' ' | b'\t') if !line_is_blank(text, end) => {}
            _ => return end,
        }
    }
}

fn line_is_blank(text: &[u8], from: usize) -> bool {
    let line = text.get(from..).unwrap_or_default();
    let end = memchr::memchr(b'\n', line).unwrap_or(line.len());
    line.get(..end).is_none_or(is_blank)
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

/// Name and value of `Name : value`.
fn split_field(field: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = memchr::memchr(b':', field)?;
    let name = field.get(..colon)?.trim_ascii_end();
    let value = field.get(colon + 1..)?;
    let is_name = !name.is_empty() && name.len() <= 76 && name.iter().all(|b| b.is_ascii_graphic());
    is_name.then_some((name, value))
}

/// The value of a field in one line, encoded words decoded (RFC 2047).
pub(super) fn field_text(value: &[u8]) -> String {
    let text = to_text(value.get(..value.len().min(8192)).unwrap_or(value), None);
    let mut line = String::with_capacity(text.len());
    for (number, piece) in text.split('\n').enumerate() {
        let piece = if number == 0 { piece } else { piece.trim_start_matches([' ', '\t']) };
        if number > 0 && !line.is_empty() && !piece.is_empty() {
            line.push(' ');
        }
        line.push_str(piece);
    }
    if line.contains("=?") { decode_words(line.trim()) } else { line.trim().to_owned() }
}

/// Decodes the encoded words in a line; what is none stays as it is.
fn decode_words(line: &str) -> String {
    let mut decoded = String::with_capacity(line.len());
    let mut pending: Vec<u8> = Vec::new();
    let mut pending_charset = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("=?") {
        let (before, word) = rest.split_at(at);
        let Some((charset, bytes, tail)) = encoded_word(word) else {
            flush_words(&mut decoded, &mut pending, &pending_charset);
            decoded.push_str(before);
            decoded.push_str("=?");
            rest = word.get(2..).unwrap_or_default();
            continue;
        };
        // Blanks between two encoded words do not count, and a character may be split over them.
        if pending.is_empty() || !before.trim().is_empty() || !charset.eq_ignore_ascii_case(&pending_charset) {
            flush_words(&mut decoded, &mut pending, &pending_charset);
            if decoded.is_empty() || !before.trim().is_empty() {
                decoded.push_str(before);
            }
        }
        pending.extend_from_slice(&bytes);
        charset.clone_into(&mut pending_charset);
        rest = tail;
    }
    flush_words(&mut decoded, &mut pending, &pending_charset);
    decoded.push_str(rest);
    decoded
}

fn flush_words(decoded: &mut String, pending: &mut Vec<u8>, charset: &str) {
    if !pending.is_empty() {
        decoded.push_str(&to_text(pending, Some(charset)));
        pending.clear();
    }
}

/// `=?charset?B|Q?text?=`: its charset, its bytes, and what follows.
fn encoded_word(word: &str) -> Option<(&str, Vec<u8>, &str)> {
    let (charset, rest) = word.strip_prefix("=?")?.split_once('?')?;
    let (encoding, rest) = rest.split_once('?')?;
    let (text, tail) = rest.split_once("?=")?;
    if charset.len() > 40 || text.len() > 2000 {
        return None;
    }
    let charset = charset.split('*').next().unwrap_or(charset);
    let bytes = match encoding {
        "B" | "b" => base64_bytes(text.as_bytes()),
        "Q" | "q" => quoted_printable_bytes(text.replace('_', " ").as_bytes()),
        _ => return None,
    };
    Some((charset, bytes, tail))
}

/// Decodes base64 as far as it can be; everything outside the alphabet is skipped.
fn base64_bytes(text: &[u8]) -> Vec<u8> {
    let mut clean: Vec<u8> =
        text.iter().copied().filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/')).collect();
    if clean.len() % 4 == 1 {
        clean.pop();
    }
    BASE64.decode(&clean).unwrap_or_default()
}

/// Decodes quoted-printable; what is no escape stays as it is.
fn quoted_printable_bytes(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'=', rest) {
        let (before, escape) = rest.split_at(at);
        bytes.extend_from_slice(before);
        rest = escape.get(1..).unwrap_or_default();
        if let [high, low, tail @ ..] = rest
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            bytes.push(high * 16 + low);
            rest = tail;
            continue;
        }
        let blanks = rest.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        match rest.get(blanks) {
            Some(b'\n') => rest = rest.get(blanks + 1..).unwrap_or_default(),
            None => rest = &[],
            Some(_) => bytes.push(b'='),
        }
    }
    bytes.extend_from_slice(rest);
    bytes
}

const fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// Bytes as text: the charset that is announced where it can be right, else UTF-8 if it is that, else windows-1252.
pub(super) fn to_text<'x>(bytes: &'x [u8], charset: Option<&str>) -> Cow<'x, str> {
    let escapes = memchr::memchr(0x1b, bytes).is_some();
    let label = charset.map(str::trim).unwrap_or_default();
    let is_utf7 = label.eq_ignore_ascii_case("utf-7") || label.eq_ignore_ascii_case("unicode-1-1-utf-7");
    if is_utf7 && let Some(decode) = mail_parser::decoders::charsets::map::charset_decoder(b"utf-7") {
        return Cow::Owned(decode(bytes));
    }
    let encoding = match Encoding::for_label_no_replacement(label.as_bytes()) {
        Some(encoding) => Some(encoding),
        None if escapes => Some(encoding_rs::ISO_2022_JP),
        None => mailers_name_for(label),
    };
    let escapes_count = encoding == Some(encoding_rs::ISO_2022_JP) && escapes;
    if !escapes_count && let Ok(text) = std::str::from_utf8(bytes) {
        // Text that is valid UTF-8 and not plain ASCII is practically never in an older charset.
        if text.is_ascii() || encoding.is_none_or(|it| it == encoding_rs::UTF_8 || it.is_single_byte()) {
            return Cow::Borrowed(text);
        }
    }
    match encoding {
        Some(encoding) if encoding != encoding_rs::UTF_8 => encoding.decode_without_bom_handling(bytes).0,
        _ => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// Names of charsets that mail programs invented.
fn mailers_name_for(label: &str) -> Option<&'static Encoding> {
    const NAMES: [(&str, &Encoding); 8] = [
        ("cp936", encoding_rs::GBK),
        ("cp932", encoding_rs::SHIFT_JIS),
        ("cp949", encoding_rs::EUC_KR),
        ("cp950", encoding_rs::BIG5),
        ("cp-850", encoding_rs::WINDOWS_1252),
        ("iso-2022-jp-ms", encoding_rs::ISO_2022_JP),
        ("cp50220", encoding_rs::ISO_2022_JP),
        ("hz-gb-2312", encoding_rs::GBK),
    ];
    NAMES.iter().find(|(name, _)| label.eq_ignore_ascii_case(name)).map(|(_, encoding)| *encoding)
}

/// The value of `Content-Type`, read.
#[derive(Debug, Clone, Default)]
pub(super) struct ContentType {
    /// `type/subtype` in lower case; `text/plain` where nothing stands (RFC 2045, 5.2).
    pub(super) kind: String,
    parameters: Vec<(String, String)>,
}

impl ContentType {
    fn of(fields: &Fields<'_>) -> Self {
        let Some(value) = fields.raw("content-type") else {
            return Self { kind: "text/plain".to_owned(), parameters: Vec::new() };
        };
        let line = to_text(value.get(..value.len().min(4096)).unwrap_or(value), None).replace('\n', " ");
        // Some write a blank where the semicolon belongs.
        let line = line.trim_start();
        let (kind, rest) = line.split_at(line.find([';', ' ', '\t']).unwrap_or(line.len()));
        let kind = kind.trim_matches('"').to_ascii_lowercase();
        let kind = if kind.is_empty() || kind == "text" { "text/plain".to_owned() } else { kind };
        Self { kind, parameters: parameters(rest) }
    }

    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn is_multipart(&self) -> bool {
        self.kind.starts_with("multipart/")
    }
}

/// `; name=value; name="quoted; value"`.
fn parameters(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((name, tail)) = rest.split_once('=') {
        let name = name.trim_matches(|c: char| c.is_whitespace() || c == ';').to_ascii_lowercase();
        let name = name.rsplit([';', ' ']).next().unwrap_or_default().trim_end_matches("*0").to_owned();
        let tail = tail.trim_start();
        let (value, after) = match tail.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => match tail.find([';', ' ', '\t']) {
                Some(at) => tail.split_at(at),
                None => (tail, ""),
            },
        };
        found.push((name, value.trim().to_owned()));
        if found.len() > 16 {
            break;
        }
        rest = after;
    }
    found
}

/// One part of a mail (or the whole of one that has no parts).
#[derive(Debug, Clone)]
pub(super) struct Part<'x> {
    pub(super) fields: Fields<'x>,
    pub(super) content: ContentType,
    /// As it stands, still encoded.
    pub(super) body: &'x [u8],
}

impl<'x> Part<'x> {
    /// Reads the header fields of a mail or a part.
    pub(super) fn read(text: &'x [u8]) -> Self {
        let (fields, body) = Fields::read(text);
        let content = ContentType::of(&fields);
        Self { fields, content, body }
    }

    /// The parts that hold something, in order; a message within the mail is one part and is not looked into.
    pub(super) fn leaves(self) -> Vec<Self> {
        let mut leaves = Vec::new();
        self.collect(&mut leaves, 0);
        leaves
    }

    fn collect(self, leaves: &mut Vec<Self>, depth: usize) {
        if leaves.len() >= PARTS_MAX {
            return;
        }
        if !self.content.is_multipart() || depth >= DEPTH_MAX {
            leaves.push(self);
            return;
        }
        let announced = self.content.parameter("boundary").filter(|it| !it.is_empty());
        let mut pieces = announced.map(|it| split_at_boundary(self.body, it.as_bytes())).unwrap_or_default();
        if pieces.is_empty() {
            // A boundary that never comes: the first line that looks like one counts.
            pieces = likely_boundary(self.body).map(|it| split_at_boundary(self.body, it)).unwrap_or_default();
        }
        if pieces.is_empty() {
            leaves
                .push(Self { content: ContentType { kind: "text/plain".to_owned(), parameters: Vec::new() }, ..self });
            return;
        }
        for piece in pieces {
            Part::read(piece).collect(leaves, depth + 1);
        }
    }

    /// The body without its transfer encoding.
    pub(super) fn bytes(&self) -> Cow<'x, [u8]> {
        let body = self.body.get(..self.body.len().min(TEXT_MAX)).unwrap_or(self.body);
        let encoding = self.fields.raw("content-transfer-encoding").unwrap_or_default().trim_ascii();
        if encoding.eq_ignore_ascii_case(b"base64") {
            let decoded = base64_bytes(body);
            // Some servers announce base64 and write plain text.
            if decoded.is_empty() || looks_unencoded(body) {
                return Cow::Borrowed(body);
            }
            return Cow::Owned(with_plain_line_ends(&decoded).into_owned());
        }
        if encoding.len() >= 6 && encoding.get(..6).is_some_and(|it| it.eq_ignore_ascii_case(b"quoted")) {
            return Cow::Owned(with_plain_line_ends(&quoted_printable_bytes(body)).into_owned());
        }
        Cow::Borrowed(body)
    }

    /// The body as people read it.
    pub(super) fn text(&self) -> String {
        let bytes = self.bytes();
        let text = to_text(&bytes, self.content.parameter("charset"));
        if self.content.kind == "text/html" || looks_like_html(&text) {
            return super::html::to_plain(&text);
        }
        text.into_owned()
    }
}

fn looks_like_html(text: &str) -> bool {
    let start = text.trim_start();
    start.get(..5).is_some_and(|it| it.eq_ignore_ascii_case("<html"))
        || start.get(..9).is_some_and(|it| it.eq_ignore_ascii_case("<!doctype"))
}

fn looks_unencoded(body: &[u8]) -> bool {
    let start = body.get(..body.len().min(400)).unwrap_or(body);
    start.iter().filter(|b| matches!(b, b' ' | b':' | b'@' | b'<')).count() > 4
}

/// The pieces between the lines `--boundary`.
fn split_at_boundary<'x>(body: &'x [u8], boundary: &[u8]) -> Vec<&'x [u8]> {
    let mut delimiter = Vec::with_capacity(boundary.len() + 2);
    delimiter.extend_from_slice(b"--");
    delimiter.extend_from_slice(boundary);
    let mut pieces = Vec::new();
    let mut start = None;
    for at in memmem::find_iter(body, &delimiter) {
        let begins_line = at == 0 || body.get(at - 1) == Some(&b'\n');
        let rest = body.get(at + delimiter.len()..).unwrap_or_default();
        let closes = rest.starts_with(b"--");
        if !begins_line || !(closes || rest.first().is_none_or(u8::is_ascii_whitespace)) {
            continue;
        }
        if let Some(from) = start {
            pieces.push(body.get(from..at).unwrap_or_default());
        }
        let line_end = memchr::memchr(b'\n', rest).map_or(rest.len(), |it| it + 1);
        start = Some(at + delimiter.len() + line_end);
        if closes || pieces.len() >= PARTS_MAX {
            return pieces;
        }
    }
    if let Some(from) = start {
        pieces.push(body.get(from..).unwrap_or_default());
    }
    pieces
}

/// The first line that looks like a boundary: `--…` with a header field below it.
fn likely_boundary(body: &[u8]) -> Option<&[u8]> {
    let mut lines = body.split(|b| *b == b'\n').take(200).peekable();
    while let Some(line) = lines.next() {
        let Some(boundary) = line.strip_prefix(b"--") else { continue };
        let boundary = boundary.trim_ascii_end();
        let next = lines.peek().copied().unwrap_or_default();
        let heads_part = next.len() > 8 && next.get(..8).is_some_and(|it| it.eq_ignore_ascii_case(b"content-"));
        if boundary.len() > 4 && heads_part {
            return Some(boundary);
        }
    }
    None
}
