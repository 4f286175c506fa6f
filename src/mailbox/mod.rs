//! Layer 4, mailboxes that are read: IMAP and Maildir behind one word.
//!
//! A mailbox is read forward: everything after a [`Position`], in batches; what is done with is moved away in one
//! command, after the caller has made it durable. "Already handled" lives in the ledger and in folders, never in flags.

mod fingerprint;
pub mod imap;
pub mod maildir;

use std::{path::PathBuf, time::Duration};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    oauth2::{Credentials, OAuthError},
    office::MessageId,
    wire::{Host, WireError},
};

pub use fingerprint::Fingerprint;
pub use imap::Imap;
pub use maildir::Maildir;

/// IDLE is renewed at least this often: a peer that vanished without a word is noticed then (and NAT tables forget a
/// silent line after five minutes).
pub const WAIT_MAX: Duration = Duration::from_secs(5 * 60);

/// A mailbox of the configuration.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its name in the configuration.
    pub name: String,
    /// Where it is.
    pub place: Place,
    /// What it is read for.
    pub role: Role,
}

/// Where a mailbox is.
#[derive(Debug, Clone)]
pub enum Place {
    /// `imaps://host:port/FOLDER`, `imap://…`.
    Imap {
        /// The server.
        host: Host,
        /// The folder that is read.
        folder: String,
        /// Who we are to it.
        credentials: Credentials,
    },
    /// `maildir:/path`.
    Maildir(PathBuf),
}

/// What a mailbox is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Everything in it is for us; what is done with is moved.
    Requests,
    /// Receipts and answers to our own mail are read; nothing in it is ever changed.
    Returns,
}

/// How far a mailbox has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The numbering that the number belongs to (RFC 3501, 2.3.1.1).
    pub uid_validity: u32,
    /// The last number that was read.
    pub last_uid: u32,
}

/// A mail as the mailbox lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The numbering.
    pub uid_validity: u32,
    /// Its number.
    pub uid: u32,
    /// When it came, by the server's clock.
    pub internal_date: Timestamp,
    /// Its size in bytes as the server says (some count roughly).
    pub size: u64,
    /// Whether somebody has marked it read.
    pub is_read: bool,
}

/// The bytes of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// In memory.
    Bytes(Vec<u8>),
    /// Too large for that: in a file of the caller's spool folder, synced; the caller takes it away.
    File(PathBuf),
}

/// A mail that was fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// As it was listed.
    pub seen: Seen,
    /// Its bytes, exactly.
    pub body: Body,
}

/// A mail that is listed and could not be read. It is not done: the caller asks for it again ([`Mailbox::fetch`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// As it was listed.
    pub seen: Seen,
    /// Why.
    pub why: Why,
}

/// Why a listed mail could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The server said OK and gave nothing.
    Nothing,
    /// The server gave a text of its own in place of the mail (Exchange: `Retrieval using the IMAP4 protocol failed`).
    Substitute,
    /// Somebody moved or deleted it between listing and reading.
    Gone,
}

/// How much is read at once.
#[derive(Debug, Clone)]
pub struct Budget {
    /// Mails in a batch.
    pub mails: usize,
    /// Bytes in a batch; one mail is always read, whatever its size.
    pub bytes: u64,
    /// A mail larger than this goes to a file in pieces and is never in memory.
    pub in_memory_max: u64,
    /// Where such files are made.
    pub spool: PathBuf,
}

impl Budget {
    /// 256 mails, 4 MB, files from 2 MB: one sync is shared by many small mails, and large ones do not pile up.
    #[must_use]
    pub fn with_spool(spool: PathBuf) -> Self {
        Self { mails: 256, bytes: 4 << 20, in_memory_max: 2 << 20, spool }
    }
}

/// What came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The mails, in the order of their numbers.
    pub mails: Vec<Mail>,
    /// Listed and not readable now.
    pub unread: Vec<Unread>,
    /// How far this batch reads, unread ones included: where the next begins.
    pub position: Position,
    /// Whether more is known to wait.
    pub more: bool,
}

/// What is new in a mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// Mails after the position (perhaps none).
    Batch(Batch),
    /// The numbering is another one: the position means nothing any more. [`Mailbox::fingerprints`] tells which mails
    /// are known.
    Renumbered {
        /// The present end of the mailbox in the new numbering.
        now: Position,
    },
}

/// Why waiting ended. A loss of the connection is an error; when the caller drops the wait, it knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Woken {
    /// Something changed in the mailbox.
    News,
    /// The time is over.
    Elapsed,
}

/// Why a mailbox could not be read. After any of these but [`MailboxError::Refused`] the connection is given up;
/// nothing was lost: the position says where to go on.
#[derive(Debug, Error)]
pub enum MailboxError {
    /// No line to the host.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// No token.
    #[error(transparent)]
    OAuth(#[from] OAuthError),
    /// Name or password is wrong, or the mailbox is not opened to us.
    #[error("`{host}` does not let `{user}` open the mailbox: {reply}")]
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
    /// The server said NO or BAD; the session goes on.
    #[error("`{host}` refused while {doing}: {reply}")]
    Refused {
        /// The host and port, or the folder.
        host: String,
        /// What was being done.
        doing: &'static str,
        /// What it said.
        reply: String,
    },
    /// The connection ended.
    #[error("lost `{host}` while {doing}: {reason}")]
    Lost {
        /// The host and port.
        host: String,
        /// What was being done.
        doing: &'static str,
        /// What is known of it.
        reason: String,
    },
    /// The server ended the connection because the token ran out: connect again at once.
    #[error("`{host}` ended the session: the access token has expired")]
    TokenExpired {
        /// The host and port.
        host: String,
    },
    /// The server was silent, or too slow to be alive.
    #[error("`{host}` did not answer within {seconds} s while {doing}")]
    Silent {
        /// The host and port.
        host: String,
        /// What was being done.
        doing: &'static str,
        /// How long was waited.
        seconds: u64,
    },
    /// A file of the Maildir or the spool could not be read or written.
    #[error("{doing} in `{}`: {source}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// A mailbox that is only read was to be changed.
    #[error("the mailbox `{name}` is only read for returns and is not changed")]
    OnlyRead {
        /// Its name.
        name: String,
    },
}

impl MailboxError {
    /// Whether trying again later can help without anybody mending anything.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        match self {
            Self::Wire(error) => error.is_passing(),
            Self::OAuth(error) => error.is_passing(),
            Self::Lost { .. } | Self::TokenExpired { .. } | Self::Silent { .. } | Self::File { .. } => true,
            Self::Login { .. } | Self::Lacks { .. } | Self::Refused { .. } | Self::OnlyRead { .. } => false,
        }
    }
}

/// An open mailbox.
#[derive(Debug)]
pub enum Mailbox {
    /// On a server.
    Imap(Box<Imap>),
    /// In a folder.
    Maildir(Maildir),
}

impl Mailbox {
    /// Opens it. One for [`Role::Returns`] is opened for reading only.
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn open(account: &Account) -> Result<Self, MailboxError> {
        match &account.place {
            Place::Imap { .. } => Ok(Self::Imap(Box::new(Imap::open(account).await?))),
            Place::Maildir(path) => Ok(Self::Maildir(Maildir::open(path, &account.name, account.role)?)),
        }
    }

    /// The present end of the mailbox: the baseline of a first start, on which nothing old is acted on.
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn end(&mut self) -> Result<Position, MailboxError> {
        match self {
            Self::Imap(imap) => imap.end().await,
            Self::Maildir(maildir) => maildir.end(),
        }
    }

    /// Everything after a position, one batch at a time. Flags stay as they are.
    ///
    /// # Errors
    /// [`MailboxError`]; what was read of the batch is lost and comes again.
    pub async fn new_since(&mut self, since: Position, budget: &Budget) -> Result<Arrival, MailboxError> {
        match self {
            Self::Imap(imap) => imap.new_since(since, budget).await,
            Self::Maildir(maildir) => maildir.new_since(since, budget),
        }
    }

    /// These mails once more: those that could not be read before.
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn fetch(&mut self, uids: &[u32], budget: &Budget) -> Result<Batch, MailboxError> {
        match self {
            Self::Imap(imap) => imap.fetch(uids, budget).await,
            Self::Maildir(maildir) => maildir.fetch(uids, budget),
        }
    }

    /// Headers of a range of numbers, hashed: which mails these are when the numbering has changed.
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn fingerprints(&mut self, first: u32, last: u32) -> Result<Vec<Fingerprint>, MailboxError> {
        match self {
            Self::Imap(imap) => imap.fingerprints(first, last).await,
            Self::Maildir(maildir) => maildir.fingerprints(first, last),
        }
    }

    /// Makes a folder if it is missing (`Processados/2026`, `/` between the levels).
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn create_folder(&mut self, folder: &str) -> Result<(), MailboxError> {
        match self {
            Self::Imap(imap) => imap.create_folder(folder).await,
            Self::Maildir(maildir) => maildir.create_folder(folder),
        }
    }

    /// Moves mails into a folder, all in one command. Mails that somebody took away meanwhile are no error.
    ///
    /// # Errors
    /// [`MailboxError`]; asked again, it goes on where it stopped.
    pub async fn move_all(&mut self, uids: &[u32], folder: &str) -> Result<(), MailboxError> {
        match self {
            Self::Imap(imap) => imap.move_all(uids, folder).await,
            Self::Maildir(maildir) => maildir.move_all(uids, folder),
        }
    }

    /// Puts a mail into a folder, marked read: our copy in Sent.
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn append(&mut self, folder: &str, raw: &[u8]) -> Result<(), MailboxError> {
        match self {
            Self::Imap(imap) => imap.append(folder, raw).await,
            Self::Maildir(maildir) => maildir.append(folder, raw),
        }
    }

    /// Whether a folder holds a mail of this Message-ID: evidence in doubt, never asked in the ordinary course.
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn has_message(&mut self, folder: &str, id: &MessageId) -> Result<bool, MailboxError> {
        match self {
            Self::Imap(imap) => imap.has_message(folder, id).await,
            Self::Maildir(maildir) => maildir.has_message(folder, id),
        }
    }

    /// Waits until something changes, at most `max` and never longer than [`WAIT_MAX`]. May be dropped at any time.
    ///
    /// # Errors
    /// [`MailboxError`]: the connection is gone. That is never our own doing.
    pub async fn wait(&mut self, max: Duration) -> Result<Woken, MailboxError> {
        match self {
            Self::Imap(imap) => imap.wait(max).await,
            Self::Maildir(maildir) => maildir.wait(max).await,
        }
    }

    /// Says goodbye.
    pub async fn close(self) {
        match self {
            Self::Imap(imap) => imap.close().await,
            Self::Maildir(_) => {}
        }
    }
}
