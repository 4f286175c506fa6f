//! Reads the delivery notices and read receipts of any mail server.
//!
//! ```text
//! bytes ─► parts (mime) ─► kind, by structure ─┬─ report fields (status) ─┬─► one entry per recipient
//!                      (signs, report)          ├─ words for people (text) ┤    codes, reason
//!                                              └─ returned message ────────┘    (original: ids)
//! ```
//! Structure decides before words, words before the subject. A mail that shows no sign of a notice in its header is
//! left after a look at that header.

mod address;
mod clause;
mod cloud;
mod codes;
mod html;
mod mime;
mod notice;
mod original;
mod plain;
mod reason;
mod recipient;
mod report;
mod signs;
mod status;
mod text;
mod wording;
mod words;

pub use address::decode_xtext;
pub use notice::{Notice, NoticeKind, NoticeOutcome, NoticeReason, NoticeRecipient};
pub use plain::plain_words;

use mime::{Fields, Part};
use signs::Signs;

/// As much of a mail as is looked at to tell whether it can be a notice.
const SIGNS_MAX: usize = 128 * 1024;
/// As much of a notice as is read: what it says itself comes first, and a returned message is only asked for its
/// header.
const MAIL_MAX: usize = 1024 * 1024;

/// Reads any mail; what is no notice comes back as [`NoticeKind::NotAReceipt`] or [`NoticeKind::AutoReply`].
///
/// Never panics; linear in the length of the mail; CRLF, LF and bare CR read alike.
#[must_use]
pub fn read_notice(raw: &[u8]) -> Notice {
    // Some programs save a mail with a blank line before it.
    let raw = raw.trim_ascii_start();
    let beginning = mime::with_plain_line_ends(raw.get(..SIGNS_MAX).unwrap_or(raw));
    let signs = Signs::of(&Part::read(&beginning));
    if !signs.is_worth_reading() {
        return Notice::nothing(signs.other_kind(None));
    }
    let mail = match raw.get(SIGNS_MAX..) {
        Some(_) => mime::with_plain_line_ends(raw.get(..MAIL_MAX).unwrap_or(raw)),
        None => beginning,
    };
    let whole = Part::read(&mail);
    let (header, is_multipart) = (whole.fields.clone(), whole.content.is_multipart());
    let leaves = whole.leaves();
    if is_multipart && let Some(inner) = wrapped(&header, &leaves, &signs) {
        let whole = Part::read(&inner);
        let signs = Signs::of(&whole);
        let header = whole.fields.clone();
        return read_parts(&header, &whole.leaves(), &signs);
    }
    read_parts(&header, &leaves, &signs)
}

/// A virus scanner puts a mail into a new one with the same header and adds its own words, a gateway puts a report into
/// a notice that names nobody: the mail within is the notice.
fn wrapped(header: &Fields<'_>, leaves: &[Part<'_>], signs: &Signs) -> Option<Vec<u8>> {
    let mut within = leaves.iter().filter(|it| it.content.kind == "message/rfc822");
    let (Some(only), None) = (within.next(), within.next()) else { return None };
    let bytes = mime::with_plain_line_ends(&only.bytes()).into_owned();
    let is_notice = {
        let inner = Part::read(&bytes);
        let same = |name: &str| header.text(name).is_some_and(|it| inner.fields.text(name).as_ref() == Some(&it));
        let nameless = || signs.server && !signs.report && !wording::words_for_people(leaves).contains('@');
        let reports = || Signs::of(&inner);
        (same("message-id") && same("from")) || (nameless() && reports().is_report_of_server())
    };
    is_notice.then_some(bytes)
}

fn read_parts(header: &Fields<'_>, leaves: &[Part<'_>], signs: &Signs) -> Notice {
    let notice = report::read_structure(header, leaves, signs).or_else(|| wording::read_words(header, leaves, signs));
    notice.unwrap_or_else(|| {
        let robot = leaves.first().map(|it| words::words().marks(&words::squeeze(first_words(&it.text()))).robot);
        Notice::nothing(signs.other_kind(robot))
    })
}

fn first_words(text: &str) -> &str {
    let end = text.char_indices().nth(1500).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{NoticeKind, read_notice};

    #[test]
    fn nothing_is_no_receipt() {
        for raw in [&b""[..], b"\n", b":", b"From: a@b.org\n\nHello", b"\xff\xfe"] {
            assert_eq!(read_notice(raw).kind, NoticeKind::NotAReceipt);
        }
    }
}
