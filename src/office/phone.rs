//! Brazilian mobile numbers in E.164, as lists and reports write them.

use std::fmt;

/// A mobile number that WhatsApp can reach: `55`, area code, nine digits, without `+` (FACTS 1: E.164).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber {
    digits: String,
}

impl PhoneNumber {
    /// Takes digits that were already brought to E.164 (`55` + area code + 9 digits).
    #[must_use]
    pub fn from_e164(digits: &str) -> Option<Self> {
        let valid = digits.len() == 13
            && digits.starts_with("55")
            && digits.bytes().all(|b| b.is_ascii_digit())
            && digits.as_bytes().get(4) == Some(&b'9');
        valid.then(|| Self { digits: digits.to_owned() })
    }

    /// `5547990001234`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.digits
    }

    /// Area code and last eight digits: the form by which reports are matched, since the ninth digit may be
    /// missing there.
    #[must_use]
    pub fn match_key(&self) -> String {
        let area = self.digits.get(2..4).unwrap_or_default();
        let last = self.digits.get(5..).unwrap_or_default();
        format!("{area}{last}")
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.digits)
    }
}

impl serde::Serialize for PhoneNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.digits)
    }
}
