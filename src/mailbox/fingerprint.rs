//! Which mail this is, when the numbers cannot be trusted any more.

use sha2::{Digest, Sha256};

/// A mail's header block, hashed, and its size. Servers write time and id of the delivery into the header, so two
/// mails of the same text differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// Its number in the present numbering (0 for raw bytes).
    pub uid: u32,
    /// Its size as the server says.
    pub size: u64,
    /// SHA-256 of the header block, the empty line included.
    pub header: [u8; 32],
}

impl Fingerprint {
    /// The fingerprint of raw bytes as they were archived.
    #[must_use]
    pub fn of(raw: &[u8]) -> Self {
        Self { uid: 0, size: raw.len() as u64, header: hash(header_block(raw)) }
    }

    pub(super) fn of_header(uid: u32, size: u64, header: &[u8]) -> Self {
        Self { uid, size, header: hash(header) }
    }

    /// Whether both are of the same mail. Sizes are not compared: some servers count roughly.
    #[must_use]
    pub fn is_same_mail(&self, other: &Self) -> bool {
        self.header == other.header
    }
}

/// Everything up to and with the empty line.
fn header_block(raw: &[u8]) -> &[u8] {
    let end = memchr::memmem::find(raw, b"\r\n\r\n").map(|at| at + 4);
    let bare = memchr::memmem::find(raw, b"\n\n").map(|at| at + 2);
    let end = match (end, bare) {
        (Some(a), Some(b)) => a.min(b),
        (Some(a), None) | (None, Some(a)) => a,
        (None, None) => raw.len(),
    };
    raw.get(..end).unwrap_or(raw)
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn the_header_makes_the_mail_and_the_text_does_not() {
        let one = Fingerprint::of(b"Message-ID: <1@x>\r\n\r\ntext");
        assert!(one.is_same_mail(&Fingerprint::of_header(7, 99, b"Message-ID: <1@x>\r\n\r\n")));
        assert!(!one.is_same_mail(&Fingerprint::of(b"Message-ID: <2@x>\r\n\r\ntext")));
    }
}
