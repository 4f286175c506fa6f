//! Layer 4, who we are to a mail host: a password, or a token from an OAuth2 endpoint.

mod endpoint;
mod tokens;

use std::{path::PathBuf, time::Duration};

use base64::{Engine, engine::general_purpose::STANDARD};
use thiserror::Error;

use crate::office::Secret;

pub use endpoint::{DeviceCode, ask_device_code, wait_for_sign_in};
pub use tokens::{RefreshStore, Tokens};

/// What we prove ourselves with.
#[derive(Debug, Clone)]
pub enum Credentials {
    /// A name and its password.
    Password {
        /// The login name.
        user: String,
        /// The password.
        password: Secret,
    },
    /// XOAUTH2: the mailbox and a provider of tokens.
    OAuth2 {
        /// The mailbox that is opened (a shared one under client credentials).
        user: String,
        /// Where tokens come from; clones share one cache.
        tokens: Tokens,
    },
}

/// The SASL response of XOAUTH2 before base64.
#[must_use]
pub fn xoauth2(user: &str, token: &Secret) -> Secret {
    Secret::new(&format!("user={user}\u{1}auth=Bearer {}\u{1}\u{1}", token.reveal()))
}

/// The same, in base64, as it follows `AUTH XOAUTH2`.
#[must_use]
pub fn xoauth2_base64(user: &str, token: &Secret) -> Secret {
    Secret::new(&STANDARD.encode(xoauth2(user, token).reveal()))
}

/// An `[oauth2.NAME]` section, with its secrets resolved.
#[derive(Debug, Clone)]
pub struct Client {
    /// The name of the section.
    pub name: String,
    /// Where tokens are asked for.
    pub token_url: String,
    /// Where a device code is asked for; by default the token URL with `devicecode` for its last segment.
    pub device_url: Option<String>,
    /// The application's id.
    pub client_id: String,
    /// The application's secret; without one only a refresh token can be used.
    pub client_secret: Option<Secret>,
    /// What is asked for.
    pub scope: String,
    /// Where the refresh token of `carteiro login` is kept; without one the grant is client credentials.
    pub refresh_file: Option<PathBuf>,
    /// A private authority of the endpoint.
    pub ca_file: Option<PathBuf>,
}

/// Why there is no token.
#[derive(Debug, Clone, Error)]
pub enum OAuthError {
    /// The endpoint refused us: nothing helps but a person (`invalid_client`: the secret has expired;
    /// `invalid_grant`: sign in again).
    #[error("the token endpoint of `{client}` refused us: {code}: {description} ({advice})")]
    Refused {
        /// The section's name.
        client: String,
        /// `error` of RFC 6749, 5.2.
        code: String,
        /// `error_description`, first line.
        description: String,
        /// What to do.
        advice: &'static str,
    },
    /// The endpoint is busy, broken or out of reach (429, 5xx, no connection): passes by itself.
    #[error("the token endpoint of `{client}` cannot answer now: {reason}")]
    Busy {
        /// The section's name.
        client: String,
        /// What it said.
        reason: String,
    },
    /// A try was made less than a minute ago and failed.
    #[error("the token endpoint of `{client}` is asked again in {} s: {last}", wait.as_secs())]
    NotYet {
        /// The section's name.
        client: String,
        /// How long until the next try.
        wait: Duration,
        /// Why the last one failed.
        last: String,
    },
    /// The answer makes no sense, or the configuration does not.
    #[error("the token endpoint of `{client}` gave no usable answer: {reason}")]
    Unusable {
        /// The section's name.
        client: String,
        /// What is wrong.
        reason: String,
    },
    /// The file with the refresh token cannot be used.
    #[error("cannot use the sign-in kept in `{}`: {reason} (sign in with `carteiro login {client}`)", path.display())]
    NotSignedIn {
        /// The section's name.
        client: String,
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

impl OAuthError {
    /// Whether it passes by itself.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        match self {
            Self::Busy { .. } | Self::NotYet { .. } => true,
            Self::Refused { .. } | Self::Unusable { .. } | Self::NotSignedIn { .. } => false,
        }
    }
}
