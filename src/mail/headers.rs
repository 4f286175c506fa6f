//! The header fields of a mail as they stand in the bytes: in order, unfolded, decoded on demand.

use base64::Engine as _;

/// More than this in one header block is no mail of a person (RFC 5322 has about forty fields).
const MAX_BLOCK: usize = 1 << 20;
/// More fields than this are not kept.
const MAX_FIELDS: usize = 2_000;

/// One header field, unfolded.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name as written.
    pub name: String,
    /// Its value: bytes, because some clients write raw 8-bit text.
    pub value: Vec<u8>,
}

/// The header fields of one mail, the topmost first.
#[derive(Debug, Clone, Default)]
pub struct Headers {
    fields: Vec<Field>,
    /// Whether the block was longer than what is looked at.
    pub cut_off: bool,
}

impl Headers {
    /// Reads the header block at the beginning of a mail.
    #[must_use]
    pub fn read(raw: &[u8]) -> Self {
        let mut headers = Self::default();
        let mut rest = raw;
        let mut read = 0_usize;
        while !rest.is_empty() {
            let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
            let (line, tail) = rest.split_at(end);
            let after = match tail {
                [b'\r', b'\n', after @ ..] | [b'\n' | b'\r', after @ ..] => after,
                _ => &[],
            };
            read = read.saturating_add(rest.len() - after.len());
            rest = after;
            if line.is_empty() {
                break;
            }
            if read > MAX_BLOCK || headers.fields.len() >= MAX_FIELDS {
                headers.cut_off = true;
                break;
            }
            headers.take_line(line);
        }
        headers
    }

    fn take_line(&mut self, line: &[u8]) {
        if line.first().is_some_and(|b| *b == b' ' || *b == b'\t') {
            if let Some(last) = self.fields.last_mut() {
                last.value.push(b' ');
                last.value.extend_from_slice(line.trim_ascii());
            }
            return;
        }
        let Some(colon) = memchr::memchr(b':', line) else { return };
        let (name, value) = line.split_at(colon);
        let value = value.get(1..).unwrap_or_default().trim_ascii();
        let name = String::from_utf8_lossy(name).trim().to_owned();
        self.fields.push(Field { name, value: value.to_vec() });
    }

    /// Every field of this name, the topmost first, decoded.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = String> + 'a {
        self.fields.iter().filter(move |it| it.name.eq_ignore_ascii_case(name)).map(|it| decode(&it.value))
    }

    /// The topmost field of this name, decoded.
    #[must_use]
    pub fn first(&self, name: &str) -> Option<String> {
        self.all(name).next()
    }

    /// Whether a field of this name stands there.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|it| it.name.eq_ignore_ascii_case(name))
    }

    /// Every field, the topmost first.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }
}

/// Decodes a header value: encoded words (RFC 2047), raw UTF-8, and raw 8-bit text as Windows-1252.
#[must_use]
pub fn decode(value: &[u8]) -> String {
    let raw = match std::str::from_utf8(value) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(value).0.into_owned(),
    };
    if !raw.contains("=?") {
        return raw;
    }
    decode_words(&raw)
}

/// Replaces the encoded words; blanks between two of them do not count (RFC 2047, 6.2). Words of one charset that
/// follow each other are decoded together, since some clients cut a letter in two.
fn decode_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending: Option<(String, Vec<u8>)> = None;
    let mut rest = text;
    while !rest.is_empty() {
        let at = rest.find("=?").unwrap_or(rest.len());
        let (before, tail) = rest.split_at(at);
        let Some((charset, bytes, after)) = encoded_word(tail) else {
            flush(&mut pending, &mut out);
            let step = if tail.is_empty() { 0 } else { 2 };
            out.push_str(before);
            out.push_str(tail.get(..step).unwrap_or_default());
            rest = tail.get(step..).unwrap_or_default();
            continue;
        };
        if !before.trim().is_empty() || (pending.is_none() && !before.is_empty()) {
            flush(&mut pending, &mut out);
            out.push_str(before);
        }
        match &mut pending {
            Some((same, collected)) if same.eq_ignore_ascii_case(&charset) => collected.extend_from_slice(&bytes),
            _ => {
                flush(&mut pending, &mut out);
                pending = Some((charset, bytes));
            }
        }
        rest = after;
    }
    flush(&mut pending, &mut out);
    out
}

fn flush(pending: &mut Option<(String, Vec<u8>)>, out: &mut String) {
    if let Some((charset, bytes)) = pending.take() {
        out.push_str(&decode_charset(&charset, &bytes));
    }
}

/// `=?charset?Q?text?=` at the beginning of `text`: charset, bytes, and what follows.
fn encoded_word(text: &str) -> Option<(String, Vec<u8>, &str)> {
    let inner = text.strip_prefix("=?")?;
    let (charset, inner) = inner.split_once('?')?;
    let (kind, inner) = inner.split_once('?')?;
    let (data, after) = inner.split_once("?=")?;
    if charset.is_empty() || charset.len() > 40 || data.len() > 2_000 {
        return None;
    }
    let charset = charset.split('*').next().unwrap_or(charset).to_owned();
    let bytes = match kind {
        "B" | "b" => {
            let clean: Vec<u8> = data.bytes().filter(|b| !b.is_ascii_whitespace() && *b != b'=').collect();
            base64::engine::general_purpose::STANDARD_NO_PAD.decode(clean).ok()?
        }
        "Q" | "q" => quoted(data),
        _ => return None,
    };
    Some((charset, bytes, after))
}

/// The `Q` encoding of RFC 2047, 4.2.
fn quoted(data: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len());
    let mut bytes = data.bytes();
    while let Some(b) = bytes.next() {
        match b {
            b'_' => out.push(b' '),
            b'=' => {
                let pair = [bytes.next().unwrap_or(b'0'), bytes.next().unwrap_or(b'0')];
                let value = std::str::from_utf8(&pair).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
                out.push(value.unwrap_or(b'?'));
            }
            _ => out.push(b),
        }
    }
    out
}

/// Decodes bytes by the name of a charset; a wrong label does not lose letters: UTF-8 if it is that, else
/// Windows-1252.
#[must_use]
pub fn decode_charset(charset: &str, bytes: &[u8]) -> String {
    if let Some(encoding) = encoding_rs::Encoding::for_label(charset.trim().as_bytes()) {
        let (text, _, broken) = encoding.decode(bytes);
        if !broken {
            return text.into_owned();
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Headers, decode};

    #[test]
    fn encoded_words_raw_bytes_and_folding_are_read() {
        assert_eq!(decode(b"=?iso-8859-1?Q?Solicita=E7=E3o_de?= =?iso-8859-1?Q?_envio?="), "Solicitação de envio");
        assert_eq!(decode(b"=?utf-8?B?UkVT?= x"), "RES x");
        assert_eq!(decode(b"Per\xedcia"), "Perícia");
        assert_eq!(decode("Perícia".as_bytes()), "Perícia");
        assert_eq!(decode(b"a =?broken"), "a =?broken");
        let headers = Headers::read(b"A: one\r\n two\r\nB: x\r\na: three\r\n\r\nA: body");
        assert_eq!(headers.all("a").collect::<Vec<_>>(), ["one two", "three"]);
    }

    #[test]
    fn a_letter_cut_in_two_encoded_words_is_one_letter() {
        assert_eq!(decode(b"=?utf-8?Q?Per=C3?= =?utf-8?Q?=ADcia?="), "Perícia");
    }

    #[test]
    fn a_million_fields_are_not_all_kept() {
        let raw = b"X: y\r\n".repeat(200_000);
        let headers = Headers::read(&raw);
        assert!(headers.cut_off && headers.fields().len() <= 2_000);
    }
}
