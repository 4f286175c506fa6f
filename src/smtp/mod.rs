//! Layer 4, sending by SMTP: envelopes, DSN parameters, a verdict for each recipient.
//!
//! A transaction, and what is known when it breaks off:
//!
//! | the line breaks… | recipients the server had accepted | recipients it had refused |
//! |---|---|---|
//! | before the final dot has left | deferred | refused, as it said |
//! | after the final dot, before its answer | **unknown**: never sent again by itself | refused, as it said |
//! | after the answer | as the answer says | refused, as it said |
//!
//! The envelope of the next message may be on its way while the answer to the final dot is awaited: nothing of it is at
//! stake before its own body goes.
//!
//! A refused sender is a fault of ours that somebody mends: everybody waits.

mod capabilities;
mod check;
mod connect;
mod envelope;
pub mod maildir;
mod rehearsal;
mod route;
mod session;
mod talk;

use thiserror::Error;

use crate::{
    oauth2::{Credentials, OAuthError},
    office::Outcome,
    wire::{Host, WireError},
};

pub use capabilities::Capabilities;
pub use check::{MessageFault, check_message};
pub use envelope::{Envelope, Receipts};
pub use rehearsal::{Mishap, Rehearsal};
pub use route::{Line, Route};
pub use session::{Announced, JOINED_MAX, Session};

/// A server that takes our mail.
#[derive(Debug, Clone)]
pub struct Server {
    /// Where it is and how it is reached.
    pub host: Host,
    /// What we prove ourselves with; a relay in the same machine may ask for nothing.
    pub credentials: Option<Credentials>,
    /// The name we greet it with: a host name, or `[127.0.0.1]`.
    pub hello: String,
}

/// What became of a message: one outcome for each recipient, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdicts {
    /// One for each recipient of the envelope.
    pub outcomes: Vec<Outcome>,
    /// Whether delivery receipts were asked for; a server without DSN (RFC 3461) sends none.
    pub receipts_asked: bool,
    /// What the server said when it refused the sender for good (5xx to MAIL, or to RCPT with the sender's
    /// name in it): the fault is ours, somebody has to mend
    /// it, and no recipient is to blame: all of them are deferred.
    pub sender_refused: Option<String>,
}

/// Why a session did not come about. Nothing was sent when one of these comes back.
#[derive(Debug, Error)]
pub enum SmtpError {
    /// No line to the host.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// No token.
    #[error(transparent)]
    OAuth(#[from] OAuthError),
    /// The server does not want us now (4xx at the greeting, at EHLO, at AUTH).
    #[error("`{host}` asks us to come later: {reply}")]
    Later {
        /// The host and port.
        host: String,
        /// What it said.
        reply: String,
    },
    /// The server does not want us at all.
    #[error("`{host}` refuses us: {reply}")]
    Refused {
        /// The host and port.
        host: String,
        /// What it said.
        reply: String,
    },
    /// The name or password is wrong, the token is not accepted, or the server's policy forbids the login.
    #[error("`{host}` does not let `{user}` log in: {reply}")]
    Login {
        /// The host and port.
        host: String,
        /// The login name.
        user: String,
        /// What it said.
        reply: String,
    },
    /// The server lacks something without which we do not go on.
    #[error("`{host}` offers no {what}")]
    Lacks {
        /// The host and port.
        host: String,
        /// What it lacks.
        what: &'static str,
    },
}

impl SmtpError {
    /// Whether trying again later can help without anybody mending anything.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        match self {
            Self::Wire(error) => error.is_passing(),
            Self::OAuth(error) => error.is_passing(),
            Self::Later { .. } => true,
            Self::Refused { .. } | Self::Login { .. } | Self::Lacks { .. } => false,
        }
    }
}
