//! The limits of the channels, from `rules/midia.toml`: numbers and types are data, the compiled-in file is the fallback.

use std::sync::LazyLock;

use serde::Deserialize;

use super::kind::Family;

/// The limits of the channels.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediaLimits {
    /// `[whatsapp.*]`.
    pub whatsapp: Whatsapp,
    /// `[email]`.
    pub email: Email,
    /// `[conversao]`.
    pub conversao: Conversion,
}

/// What WhatsApp takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whatsapp {
    /// Pictures.
    pub imagem: Accepted,
    /// Video.
    pub video: Accepted,
    /// Sound.
    pub audio: Accepted,
    /// Documents.
    pub documento: Accepted,
}

/// Types that are taken, and up to which size.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// Media types.
    pub tipos: Vec<String>,
    /// Bytes.
    pub maximo: u64,
}

/// What an e-mail may carry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Email {
    /// Bytes of all attachments together, before encoding.
    pub maximo: u64,
}

/// How far a conversion may go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conversion {
    /// Pictures with more pixels are not opened.
    pub pixels: u64,
    /// The longer side of a picture that must be made smaller.
    pub lado: u32,
    /// Seconds of a conversion of sound or video.
    pub segundos: u64,
    /// Bytes of memory of a conversion.
    pub memoria: u64,
}

impl MediaLimits {
    /// Reads the text of a `midia.toml`.
    ///
    /// # Errors
    /// The TOML error with its place.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The limits that are compiled in.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<MediaLimits> =
            LazyLock::new(|| MediaLimits::from_toml(include_str!("../../rules/midia.toml")).unwrap_or_default());
        &SHIPPED
    }

    /// What WhatsApp takes of a family; `None` if it takes nothing of it.
    #[must_use]
    pub const fn whatsapp_takes(&self, family: Family) -> Option<&Accepted> {
        match family {
            Family::Picture => Some(&self.whatsapp.imagem),
            Family::Video => Some(&self.whatsapp.video),
            Family::Audio => Some(&self.whatsapp.audio),
            Family::Document => Some(&self.whatsapp.documento),
            Family::Artwork | Family::Other => None,
        }
    }
}

impl Accepted {
    /// Whether the media type is one of these.
    #[must_use]
    pub fn takes(&self, mime: &str) -> bool {
        self.tipos.iter().any(|it| it.eq_ignore_ascii_case(mime))
    }
}

#[cfg(test)]
mod tests {
    use super::MediaLimits;

    #[test]
    fn the_shipped_limits_can_be_read() {
        let limits = MediaLimits::from_toml(include_str!("../../rules/midia.toml")).unwrap();
        assert_eq!(limits.whatsapp.imagem.maximo, 5 * 1024 * 1024);
        assert_eq!(limits.whatsapp.video.maximo, 16 * 1024 * 1024);
        assert_eq!(limits.whatsapp.documento.maximo, 100 * 1024 * 1024);
    }
}
