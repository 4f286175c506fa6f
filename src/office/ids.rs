//! Names minted before the work and stored with it: protocol, parcel, Message-ID, envelope id.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The number by which people name a request: `AR-2026-0412`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Protocol(String);

impl Protocol {
    /// Makes the protocol of a year's n-th request by the pattern of `carteiro.toml`, whose fields are `{year}`
    /// and `{number}` or `{number:04}`.
    #[must_use]
    pub fn mint(pattern: &str, year: i16, number: u32) -> Self {
        let mut text = pattern.replace("{year}", &year.to_string()).replace("{number}", &number.to_string());
        for width in 1..=9_usize {
            text = text.replace(&format!("{{number:0{width}}}"), &format!("{number:0width$}"));
        }
        Self(text)
    }

    /// A protocol as it stands in a mail or on the command line.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self(text.trim().to_ascii_uppercase())
    }

    /// The protocol as people read it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Protocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The row of a request in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RequestId(pub i64);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A `Message-ID` with its angle brackets (RFC 5322, 3.6.4).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(String);

impl MessageId {
    /// Takes a Message-ID with or without its brackets.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let inner = text.trim().trim_start_matches('<').trim_end_matches('>');
        Self(format!("<{inner}>"))
    }

    /// With its angle brackets.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Without its angle brackets.
    #[must_use]
    pub fn bare(&self) -> &str {
        self.0.trim_start_matches('<').trim_end_matches('>')
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What stands in `MAIL FROM … ENVID=` (RFC 3461, 4.4): only `[A-Za-z0-9.-]`, because Postfix gives it back
/// decoded and Exim encoded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EnvelopeId(String);

impl EnvelopeId {
    /// Makes an envelope id; whatever is not in `[A-Za-z0-9.-]` becomes `-`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let safe = |c: char| if c.is_ascii_alphanumeric() || c == '.' || c == '-' { c } else { '-' };
        Self(text.chars().map(safe).collect())
    }

    /// The id as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EnvelopeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{EnvelopeId, MessageId, Protocol};

    #[test]
    fn a_protocol_is_made_by_the_pattern() {
        assert_eq!(Protocol::mint("AR-{year}-{number:04}", 2026, 412).as_str(), "AR-2026-0412");
        assert_eq!(Protocol::mint("{number}/{year}", 2026, 7).as_str(), "7/2026");
    }

    #[test]
    fn ids_keep_their_form() {
        assert_eq!(MessageId::new("a@b").as_str(), "<a@b>");
        assert_eq!(EnvelopeId::new("AR-2026-0412.p+1=x").as_str(), "AR-2026-0412.p-1-x");
    }
}
