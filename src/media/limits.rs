//! The limits of the channels, from `rules/midia.toml`.

use thiserror::Error;

/// The limits of the channels.
#[derive(Debug, Clone, Default)]
pub struct MediaLimits {}

/// Why a `midia.toml` cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LimitsError {
    /// It is not TOML or has another form.
    #[error("{0}")]
    Toml(String),
}

impl MediaLimits {
    /// The limits that are compiled in.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: MediaLimits = MediaLimits {};
        &SHIPPED
    }
}
