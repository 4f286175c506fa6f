//! The long files of a mail, set aside before it is parsed: they are decoded in one go, and only the short mail around
//! them is read letter by letter.
//!
//! ```text
//! the mail:   headers │ first line │ many lines of one length │ last line │ …
//! shortened:  headers │ first line │ last line │ …              and where something was cut out
//! ```
//! A cut counts only where the parser finds it inside a file in base64 that can be decoded as a whole. If one does not,
//! the mail is parsed as it stands.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::{Encoding, Message, MessagePart, PartType};

/// A shorter stretch is left to the parser.
const CUT_MIN: usize = 64 << 10;

/// Lines of base64 are not shorter than this.
const LINE_MIN: usize = 40;

/// A mail without the long stretches of its files.
#[derive(Debug)]
pub(super) struct Shortened {
    /// What is left of it.
    pub bytes: Vec<u8>,
    cuts: Vec<Cut>,
}

/// A stretch that was cut out: where in the shortened mail, and which bytes.
#[derive(Debug, Clone, Copy)]
struct Cut {
    at: usize,
    from: usize,
    to: usize,
}

/// The files of a shortened mail, decoded.
#[derive(Debug, Default)]
pub(super) struct Files<'a> {
    short: &'a [u8],
    /// Where the part begins in the shortened mail, and its bytes.
    found: Vec<(usize, Vec<u8>)>,
}

impl Shortened {
    /// Cuts the long stretches out; `None` where there are none.
    pub(super) fn of(raw: &[u8]) -> Option<Self> {
        if raw.len() < CUT_MIN {
            return None;
        }
        let stretches = stretches(raw);
        if stretches.is_empty() {
            return None;
        }
        let left = raw.len() - stretches.iter().map(|(from, to)| to - from).sum::<usize>();
        let mut short = Self { bytes: Vec::with_capacity(left), cuts: Vec::new() };
        let mut kept = 0;
        for (from, to) in stretches {
            short.bytes.extend_from_slice(raw.get(kept..from).unwrap_or_default());
            short.cuts.push(Cut { at: short.bytes.len(), from, to });
            kept = to;
        }
        short.bytes.extend_from_slice(raw.get(kept..).unwrap_or_default());
        Some(short)
    }

    /// The files that were cut, decoded from the mail as it was; `None` if any cut is not inside of one.
    pub(super) fn files(&self, raw: &[u8], message: &Message<'_>) -> Option<Files<'_>> {
        let mut files = Files { short: &self.bytes, found: Vec::new() };
        let owned = self.take(raw, message, &mut files)?;
        (owned == self.cuts.len()).then_some(files)
    }

    /// How many cuts lie in the files of a message, and of those inside it.
    fn take(&self, raw: &[u8], message: &Message<'_>, files: &mut Files<'_>) -> Option<usize> {
        if !std::ptr::eq(message.raw_message.as_ref(), self.bytes.as_slice()) {
            return Some(0);
        }
        let mut owned = 0;
        for part in &message.parts {
            let (start, end) = (part.offset_body as usize, part.offset_end as usize);
            let inside = || self.cuts.iter().filter(|it| start < it.at && it.at < end);
            match &part.body {
                PartType::Multipart(_) => {}
                PartType::Message(inner) => owned += self.take(raw, inner, files)?,
                PartType::Text(_) | PartType::Html(_) | PartType::Binary(_) | PartType::InlineBinary(_) => {
                    if inside().next().is_none() {
                        continue;
                    }
                    if part.encoding != Encoding::Base64 || part.is_encoding_problem {
                        return None;
                    }
                    let bytes = base64_decode(raw.get(self.before(start)..self.before(end))?)?;
                    files.found.push((start, bytes));
                    owned += inside().count();
                }
            }
        }
        Some(owned)
    }

    /// Where a place of the shortened mail was before.
    fn before(&self, place: usize) -> usize {
        place + self.cuts.iter().filter(|it| it.at < place).map(|it| it.to - it.from).sum::<usize>()
    }
}

impl Files<'_> {
    /// Whether the parser saw no more than the ends of this part.
    pub(super) fn hold(&self, part: &MessagePart<'_>, of: &[u8]) -> bool {
        std::ptr::eq(of, self.short) && self.found.iter().any(|it| it.0 == part.offset_body as usize)
    }

    /// The bytes of a part of which the parser saw no more than the ends; once.
    pub(super) fn take(&mut self, part: &MessagePart<'_>, of: &[u8]) -> Option<Vec<u8>> {
        let place = self.found.iter().position(|it| it.0 == part.offset_body as usize);
        place.filter(|_| std::ptr::eq(of, self.short)).map(|it| self.found.swap_remove(it).1)
    }
}

/// Long runs of lines of one length that base64 may have, their first and last line left out.
fn stretches(raw: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut keep = |run: &Run| {
        let (from, to) = (run.start + run.line, run.end.saturating_sub(run.line));
        if to.saturating_sub(from) >= CUT_MIN {
            found.push((from, to));
        }
    };
    let mut run = Run::default();
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', raw) {
        let line = end + 1 - start;
        let letters = line - 1 - usize::from(end > start && raw.get(end - 1) == Some(&b'\r'));
        if line == run.line {
            run.end = end + 1;
        } else {
            keep(&run);
            let may_be = letters >= LINE_MIN && letters.is_multiple_of(4);
            run = Run { start, end: end + 1, line: if may_be { line } else { 0 } };
        }
        start = end + 1;
    }
    keep(&run);
    found
}

/// Lines of one length, with their ends; of length 0 where they are no base64.
#[derive(Debug, Default)]
struct Run {
    start: usize,
    end: usize,
    line: usize,
}

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;
    use proptest::prelude::*;

    use super::{Shortened, base64_decode};
    use crate::mail::incoming::IncomingMail;

    /// A mail with a file of so many letters in lines of base64, with these line ends.
    fn mail_with(kind: &str, encoding: &str, body: &str, end: &str) -> Vec<u8> {
        let head = format!(
            "From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=\"=_b\"\n\n--=_b\nContent-Type: \
             text/plain\n\nBom dia\n--=_b\nContent-Type: {kind}; name=\"f.bin\"\nContent-Disposition: attachment; \
             filename=\"f.bin\"\nContent-Transfer-Encoding: {encoding}\n\n{body}\n--=_b--\n"
        );
        head.replace('\n', end).into_bytes()
    }

    fn lines(letters: usize, last: &str) -> String {
        let line: String = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNk".chars().cycle().take(76).collect();
        format!("{}{last}", format!("{line}\n").repeat(letters / 76))
    }

    /// What is decoded of a shortened mail is what the parser decodes of the whole; the number of such files.
    fn check(raw: &[u8]) -> usize {
        let Some(short) = Shortened::of(raw) else { return 0 };
        let parser = MessageParser::default();
        let (Some(whole), Some(message)) = (parser.parse(raw), parser.parse(&short.bytes)) else { return 0 };
        let Some(mut files) = short.files(raw, &message) else { return 0 };
        let mut found = 0;
        for (part, known) in message.parts.iter().zip(&whole.parts) {
            if let Some(bytes) = files.take(part, &short.bytes) {
                let body = &raw[known.offset_body as usize..known.offset_end as usize];
                assert_eq!(Some(bytes), base64_decode(body));
                found += 1;
            }
        }
        found
    }

    #[test]
    fn a_long_file_is_what_the_parser_makes_of_it_whatever_its_kind_and_line_ends() {
        for end in ["\n", "\r\n"] {
            for kind in ["application/octet-stream", "text/csv", "image/png"] {
                for last in ["", "QUI=", "QQ==", "QUJD"] {
                    let raw = mail_with(kind, "base64", &lines(200_000, last), end);
                    assert_eq!(check(&raw), 1, "{kind} {last}");
                    let mail = IncomingMail::parse(&raw).unwrap();
                    let bytes = &mail.attachments[0].bytes;
                    assert!(bytes.len() >= 140_000 && bytes.starts_with(b"ABCDEFGHIJ"), "{kind} {last}");
                    assert_eq!(mail.plain.as_deref(), Some("Bom dia"));
                }
            }
        }
    }

    #[test]
    fn a_file_of_a_forwarded_mail_is_found_as_well() {
        let inner = String::from_utf8(mail_with("application/pdf", "base64", &lines(150_000, ""), "\r\n")).unwrap();
        let inner = inner.replace("=_b", "=_c");
        let head =
            "From: a@b.example\r\nSubject: ENC: x\r\nContent-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\n--=_b\r\n";
        let raw = format!("{head}Content-Type: message/rfc822\r\n\r\n{inner}\r\n--=_b--\r\n");
        let mail = IncomingMail::parse(raw.as_bytes()).unwrap();
        assert_eq!(mail.forwarded.len(), 1);
        assert!(mail.attachments.iter().any(|it| it.name == "f.bin" && it.bytes.len() > 100_000));
    }

    #[test]
    fn long_lines_that_are_no_base64_stay_in_the_mail() {
        let text = mail_with("text/plain", "7bit", &lines(200_000, ""), "\r\n");
        assert_eq!(check(&text), 0);
        assert!(IncomingMail::parse(&text).unwrap().attachments[0].bytes.len() > 190_000);
        let broken = lines(200_000, "").replacen("QUJD", "Q!JD", 900).replacen("Q!JD", "QUJD", 800);
        assert_eq!(check(&mail_with("application/pdf", "base64", &broken, "\r\n")), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

        #[test]
        fn a_cut_or_flipped_mail_is_never_read_otherwise(
            at in 0.0..1.0_f64,
            byte in any::<u8>(),
            cut in any::<bool>(),
        ) {
            let mut raw = mail_with("application/pdf", "base64", &lines(140_000, "QQ=="), "\r\n");
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place")]
            let at = (at * raw.len() as f64) as usize;
            if cut {
                raw.truncate(at);
            } else if let Some(it) = raw.get_mut(at) {
                *it = byte;
            }
            check(&raw);
        }
    }
}
