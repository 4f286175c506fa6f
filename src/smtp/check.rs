//! The last look at a message before it leaves: no `Bcc` header, a header at all, line ends that no server can read as
//! two different messages.

use std::borrow::Cow;

use thiserror::Error;

/// Why a message does not leave.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MessageFault {
    /// It names hidden recipients in its header: everybody would see them.
    #[error("the message has a `Bcc` header, which every recipient would see")]
    Bcc,
    /// It does not begin with a header line.
    #[error("the message does not begin with a header")]
    NoHeader,
}

/// Looks at the header of a message that is about to leave.
///
/// # Errors
/// [`MessageFault`]: it must not be sent as it is.
pub fn check_message(message: &[u8]) -> Result<(), MessageFault> {
    let mut first = true;
    for line in message.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        let name = line.split(|byte| *byte == b':').next().unwrap_or_default().trim_ascii_end();
        if name.eq_ignore_ascii_case(b"bcc") || name.eq_ignore_ascii_case(b"resent-bcc") {
            return Err(MessageFault::Bcc);
        }
        let is_field = line.contains(&b':') && !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
        if first && !is_field {
            return Err(MessageFault::NoHeader);
        }
        first = false;
    }
    if first { Err(MessageFault::NoHeader) } else { Ok(()) }
}

/// The message with CRLF at the end of every line and no line end after the last (the final dot brings it). A bare LF
/// before a dot would end the message at some servers and not at others.
pub(super) fn with_crlf(message: &[u8]) -> Cow<'_, [u8]> {
    let clean = if has_bare_ends(message) { Cow::Owned(mend(message)) } else { Cow::Borrowed(message) };
    match clean {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.strip_suffix(b"\r\n").unwrap_or(bytes)),
        Cow::Owned(mut bytes) => {
            if bytes.ends_with(b"\r\n") {
                bytes.truncate(bytes.len() - 2);
            }
            Cow::Owned(bytes)
        }
    }
}

fn has_bare_ends(message: &[u8]) -> bool {
    memchr::memchr2_iter(b'\r', b'\n', message).any(|at| match message.get(at) {
        Some(b'\r') => message.get(at + 1) != Some(&b'\n'),
        Some(_) | None => at == 0 || message.get(at - 1) != Some(&b'\r'),
    })
}

fn mend(message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(message.len() + message.len() / 40);
    let mut bytes = message.iter().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' => {
                out.extend_from_slice(b"\r\n");
                let _ = bytes.next_if(|next| **next == b'\n');
            }
            b'\n' => out.extend_from_slice(b"\r\n"),
            other => out.push(*other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{MessageFault, check_message, with_crlf};

    #[test]
    fn a_bcc_header_does_not_leave() {
        let check = |text: &str, expected| assert_eq!(check_message(text.as_bytes()), expected, "{text:?}");
        check("From: a@b.c\r\nSubject: x\r\n\r\nBcc: in the text is fine\r\n", Ok(()));
        check("From: a@b.c\r\nBcc: d@e.f\r\n\r\n", Err(MessageFault::Bcc));
        check("From: a@b.c\nbCC : d@e.f\n\n", Err(MessageFault::Bcc));
        check("Resent-Bcc: d@e.f\r\n\r\n", Err(MessageFault::Bcc));
        check("Subject: x\r\n Bcc: folded, part of the subject\r\n\r\n", Ok(()));
        check("", Err(MessageFault::NoHeader));
        check("\r\ntext", Err(MessageFault::NoHeader));
        check("Olá: a header does not begin so\r\n\r\n", Err(MessageFault::NoHeader));
    }

    #[test]
    fn every_line_ends_with_crlf_and_the_last_with_nothing() {
        let check =
            |text: &str, expected: &str| assert_eq!(with_crlf(text.as_bytes()), expected.as_bytes(), "{text:?}");
        check("a\r\nb\r\n", "a\r\nb");
        check("a\nb\n", "a\r\nb");
        check("a\r.\rb", "a\r\n.\r\nb");
        check("a\n.\nb", "a\r\n.\r\nb");
        check("a\r\r\nb", "a\r\n\r\nb");
        check("a\r\n\r\n", "a\r\n");
        check("", "");
    }
}
