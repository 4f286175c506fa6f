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

use mime::Part;
use signs::Signs;

/// Reads any mail; what is no notice comes back as [`NoticeKind::NotAReceipt`] or [`NoticeKind::AutoReply`].
///
/// Never panics; linear in the length of the mail; CRLF, LF and bare CR read alike.
#[must_use]
pub fn read_notice(raw: &[u8]) -> Notice {
    let mail = mime::with_plain_line_ends(raw);
    let whole = Part::read(&mail);
    let signs = Signs::of(&whole);
    if !signs.is_worth_reading() {
        return Notice::nothing(signs.other_kind(None));
    }
    let header = whole.fields.clone();
    let leaves = whole.leaves();
    let notice =
        report::read_structure(&header, &leaves, &signs).or_else(|| wording::read_words(&header, &leaves, &signs));
    notice.unwrap_or_else(|| {
        let robot = leaves.first().map(|it| words::words().marks(&words::squeeze(beginning(&it.text()))).robot);
        Notice::nothing(signs.other_kind(robot))
    })
}

fn beginning(text: &str) -> &str {
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
