//! Where mail leaves: a server or a folder, behind one word.

use std::path::PathBuf;

use super::{Announced, Envelope, Rehearsal, Server, Session, SmtpError, Verdicts, maildir::Folder};
use crate::wire::WireError;

/// Where mail leaves.
#[derive(Debug, Clone)]
pub enum Route {
    /// `smtps://`, `smtp://`.
    Server(Server),
    /// `maildir:/path`.
    Maildir(PathBuf),
    /// A folder with planned troubles: the simulator.
    Rehearsal(Rehearsal),
}

/// An open way out.
#[derive(Debug)]
pub enum Line {
    /// To a server.
    Session(Box<Session>),
    /// Into a folder.
    Folder(Folder),
    /// Into a folder with planned troubles.
    Rehearsal(Folder, Rehearsal),
}

impl Line {
    /// Opens the way out.
    ///
    /// # Errors
    /// [`SmtpError`]; nothing was sent.
    pub async fn open(route: &Route) -> Result<Self, SmtpError> {
        match route {
            Route::Server(server) => Ok(Self::Session(Box::new(Session::connect(server).await?))),
            Route::Maildir(path) => folder(path).map(Self::Folder),
            Route::Rehearsal(it) => Ok(Self::Rehearsal(folder(&it.folder)?, it.clone())),
        }
    }

    /// Sends one message: see [`Session::send`].
    pub async fn send(&mut self, envelope: &Envelope, message: &[u8]) -> Verdicts {
        match self {
            Self::Session(session) => session.send(envelope, message).await,
            Self::Folder(folder) => folder.send(envelope, message),
            Self::Rehearsal(folder, it) => it.send(folder, envelope, message),
        }
    }

    /// Whether the announcement of a message may leave with the end of the one before.
    #[must_use]
    pub const fn announces_ahead(&self) -> bool {
        match self {
            Self::Session(session) => session.announces_ahead(),
            Self::Folder(_) | Self::Rehearsal(..) => false,
        }
    }

    /// Says the envelope of a message: see [`Session::announce`].
    pub async fn announce(&mut self, envelope: &Envelope, message: &[u8]) -> Announced {
        match self {
            Self::Session(session) => session.announce(envelope, message).await,
            Self::Folder(_) | Self::Rehearsal(..) => Announced::unsaid(),
        }
    }

    /// Sends the body of a message that was announced: see [`Session::deliver`].
    pub async fn deliver(
        &mut self,
        announced: Announced,
        (envelope, message): (&Envelope, &[u8]),
        next: Option<(&Envelope, &[u8])>,
    ) -> Verdicts {
        match self {
            Self::Session(session) => session.deliver(announced, message, next).await,
            Self::Folder(folder) => folder.send(envelope, message),
            Self::Rehearsal(folder, it) => it.send(folder, envelope, message),
        }
    }

    /// Whether another message can be sent on it.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        match self {
            Self::Session(session) => session.is_usable(),
            Self::Folder(_) | Self::Rehearsal(..) => true,
        }
    }

    /// Whether delivery receipts can be asked for.
    #[must_use]
    pub fn gives_receipts(&self) -> bool {
        match self {
            Self::Session(session) => session.capabilities().dsn,
            Self::Folder(_) | Self::Rehearsal(..) => true,
        }
    }

    /// Says goodbye.
    pub async fn quit(self) {
        match self {
            Self::Session(session) => session.quit().await,
            Self::Folder(_) | Self::Rehearsal(..) => {}
        }
    }
}

fn folder(path: &std::path::Path) -> Result<Folder, SmtpError> {
    Folder::open(path)
        .map_err(|source| SmtpError::Wire(WireError::Refused { host: format!("maildir:{}", path.display()), source }))
}
