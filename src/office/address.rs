//! E-mail addresses: the `Mailbox` of RFC 5321 as people type it into lists, checked once.

use std::fmt;

use thiserror::Error;

/// An address that may stand in an SMTP envelope: `local@domain`, domain in lower case (RFC 5321, 4.1.2).
///
/// Two addresses that differ only in case are equal: every mail host met in practice treats them so.
#[derive(Debug, Clone)]
pub struct EmailAddress {
    text: String,
    at: usize,
}

/// Why a text is no address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddressError {
    /// Nothing stands there.
    #[error("no address stands there")]
    Empty,
    /// The `@` is missing or stands more than once.
    #[error("`{0}` is not an address (expected name@host)")]
    NoAt(String),
    /// The part before the `@` is not allowed.
    #[error("the part before `@` in `{0}` is not allowed in an address")]
    Local(String),
    /// The part after the `@` is no mail host name.
    #[error("the part after `@` in `{0}` is not the name of a mail host")]
    Host(String),
    /// A letter outside ASCII: the institute's server has no SMTPUTF8 (policy of the corpus).
    #[error("`{0}` has an accented letter or another character that addresses do not have")]
    NotAscii(String),
    /// Longer than RFC 5321, 4.5.3.1 allows (64 before the `@`, 254 in all).
    #[error("`{0}` is longer than an address may be")]
    TooLong(String),
}

impl EmailAddress {
    /// Reads an address as it stands in a cell or a body: outer blanks, `<>`, `;`, `,` and `.` are trimmed,
    /// nothing else is mended.
    ///
    /// # Errors
    /// [`AddressError`] says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || "<>;,.\u{200b}\u{feff}".contains(c));
        let trimmed = trimmed.strip_prefix("mailto:").unwrap_or(trimmed);
        if trimmed.is_empty() {
            return Err(AddressError::Empty);
        }
        if !trimmed.is_ascii() {
            return Err(AddressError::NotAscii(trimmed.to_owned()));
        }
        let Some((local, host)) = trimmed.rsplit_once('@') else {
            return Err(AddressError::NoAt(trimmed.to_owned()));
        };
        if local.contains('@') {
            return Err(AddressError::NoAt(trimmed.to_owned()));
        }
        if local.len() > 64 || trimmed.len() > 254 {
            return Err(AddressError::TooLong(trimmed.to_owned()));
        }
        if !is_dot_atom(local) {
            return Err(AddressError::Local(trimmed.to_owned()));
        }
        if !is_mail_host(host) {
            return Err(AddressError::Host(trimmed.to_owned()));
        }
        Ok(Self { text: format!("{local}@{}", host.to_ascii_lowercase()), at: local.len() })
    }

    /// The address as it goes into the envelope.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The part before the `@`.
    #[must_use]
    pub fn local_part(&self) -> &str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The mail host: the part after the `@`, lower case.
    #[must_use]
    pub fn mail_host(&self) -> &str {
        self.text.get(self.at + 1..).unwrap_or_default()
    }

    /// The form in which addresses are compared: all lower case.
    #[must_use]
    pub fn key(&self) -> String {
        self.text.to_ascii_lowercase()
    }
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.text.eq_ignore_ascii_case(&other.text)
    }
}

impl Eq for EmailAddress {}

impl PartialOrd for EmailAddress {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EmailAddress {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl std::hash::Hash for EmailAddress {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl serde::Serialize for EmailAddress {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> serde::Deserialize<'de> for EmailAddress {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// `Dot-string` of RFC 5321, 4.1.2: atoms joined by single dots.
fn is_dot_atom(local: &str) -> bool {
    local.split('.').all(|atom| {
        !atom.is_empty() && atom.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
    })
}

/// A host name of at least two labels (RFC 1035, 2.3.1; a label may begin with a digit, RFC 1123, 2.1).
fn is_mail_host(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        })
        && labels.last().is_some_and(|top| top.len() >= 2 && top.bytes().any(|b| b.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::{AddressError, EmailAddress};

    #[test]
    fn outer_marks_are_trimmed_and_case_is_no_difference() {
        let one = EmailAddress::parse(" <Maria.Silva@Ipreville.SC.gov.br>; ").unwrap();
        assert_eq!(one.as_str(), "Maria.Silva@ipreville.sc.gov.br");
        assert_eq!(one, EmailAddress::parse("maria.silva@ipreville.sc.gov.br").unwrap());
    }

    #[test]
    fn what_is_no_address_is_refused_with_its_reason() {
        let check = |text: &str| EmailAddress::parse(text).unwrap_err();
        assert_eq!(check("  ; "), AddressError::Empty);
        assert!(matches!(check("maria.silva"), AddressError::NoAt(_)));
        assert!(matches!(check("a@b@c.com"), AddressError::NoAt(_)));
        assert!(matches!(check("joão@x.com"), AddressError::NotAscii(_)));
        assert!(matches!(check("a b@x.com"), AddressError::Local(_)));
        assert!(matches!(check("a@x"), AddressError::Host(_)));
        assert!(matches!(check("a@x.com\r\nRCPT TO:<b@y.com>"), AddressError::NoAt(_)));
        assert!(matches!(check("a\r\n@y.com"), AddressError::Local(_)));
    }
}
