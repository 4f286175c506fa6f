//! What a file is, by its first bytes.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Nothing we know.
    Unknown,
}

/// What the bytes are.
#[must_use]
pub fn kind_of(_bytes: &[u8]) -> Kind {
    Kind::Unknown
}
