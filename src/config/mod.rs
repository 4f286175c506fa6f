//! Layer 5, `carteiro.toml`: text with places, merged sections, valid settings.
//!
//! `reader` gives every value its place, `read` asks for the keys section by section, and what comes out here
//! cannot be wrong any more. All mistakes are told at once.

mod read;
mod reader;
mod secret;
mod urls;

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use thiserror::Error;

pub use secret::{Secret, SecretError, SecretSource};
pub use urls::{LedgerUrl, MailboxUrl, Server, SmtpUrl, Tls};

use crate::office::EmailAddress;
use crate::office::calendar::{Holidays, Length};

/// The settings of an installation.
#[derive(Debug, Clone)]
pub struct Config {
    /// `[institute]`.
    pub institute: Institute,
    /// `[ledger]`: where it lies.
    pub ledger: LedgerUrl,
    /// `[rules]`: the folder of the rule files.
    pub rules_dir: PathBuf,
    /// `[archive]`.
    pub archive: Archive,
    /// `[workbook]`.
    pub workbook: Workbook,
    /// `[contacts]`.
    pub contacts: Contacts,
    /// `[[mailbox]]`, in the order of the file.
    pub mailboxes: Vec<Mailbox>,
    /// `[smtp]`.
    pub smtp: Smtp,
    /// `[oauth2.NAME]`.
    pub oauth2: BTreeMap<String, OAuth2>,
    /// `[timing]`.
    pub timing: Timing,
    /// `[trial]`.
    pub trial: Trial,
    /// `[identity]`.
    pub identity: Identity,
    /// `[metrics]`: where `/metrics` and `/healthz` listen; always a loopback address.
    pub metrics: Option<SocketAddr>,
    /// `[alarm]`.
    pub alarm: Alarm,
    /// `[canary]`.
    pub canary: Canary,
    /// `[digests]`.
    pub digests: Digests,
    /// `[reconciliation] nightly`: whether mailbox, ledger, archive and workbook are compared once a night.
    pub compares_nightly: bool,
}

/// `[institute]`.
#[derive(Debug, Clone)]
pub struct Institute {
    /// Its name.
    pub name: String,
    /// Its time zone: days, months and years are counted in it.
    pub timezone: jiff::tz::TimeZone,
    /// The pattern of protocols.
    pub protocol: String,
    /// The days on which it does not work: national ones and `holidays = ["03-09"]`.
    pub holidays: Holidays,
}

/// `[archive]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// The folder of the network share below which the years stand.
    pub root: PathBuf,
    /// Whether the share must be mounted: an unmounted one is waited for, never written beside.
    pub require_mount: bool,
    /// For so many years mails that belong to no request are kept; for ever if nothing stands there.
    pub keep_mails_years: Option<u32>,
}

/// `[workbook]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// The indicator workbook.
    pub file: PathBuf,
    /// What is counted.
    pub count: Count,
}

/// What the workbook counts (DECISIONS, "Quantidade de comunicações").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// One for each channel of a sending.
    Communications,
    /// One for each recipient.
    Messages,
}

/// `[contacts]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contacts {
    /// The contact workbook of general notices by WhatsApp (step 16).
    pub whatsapp_general: Option<PathBuf>,
}

/// `[[mailbox]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Its name in logs, status and alarms.
    pub name: String,
    /// Where it is.
    pub url: MailboxUrl,
    /// How carteiro logs in; `None` for a Maildir.
    pub login: Option<Login>,
    /// What is done with its mail.
    pub role: Role,
    /// Certificates that are believed besides the system's.
    pub ca_file: Option<PathBuf>,
    /// The folder in which a copy of what was sent is kept (`Itens Enviados`); `None` where the server keeps one.
    pub sent_folder: Option<String>,
}

/// A user and what proves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// The user name, for shared mailboxes their address.
    pub user: String,
    /// The proof.
    pub proof: Proof,
}

/// What proves a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// A password.
    Password(SecretSource),
    /// A token of the section `[oauth2.NAME]`, which exists.
    OAuth2(String),
}

/// What is done with the mail of a mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Requests, answers and reports come here.
    Requests,
    /// Only receipts and answers to our own mail; all else stays untouched and unread by us.
    Returns,
}

/// `[smtp]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Smtp {
    /// Where mail is handed in.
    pub url: SmtpUrl,
    /// How carteiro logs in; `None` where the server asks for nothing, and for a Maildir.
    pub login: Option<Login>,
    /// Certificates that are believed besides the system's.
    pub ca_file: Option<PathBuf>,
    /// Connections at a time.
    pub connections: u32,
    /// Recipients in one message.
    pub recipients_per_message: u32,
    /// Messages a minute.
    pub messages_per_minute: u32,
    /// Recipients in any 24 hours.
    pub recipients_per_day: u32,
}

/// `[oauth2.NAME]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OAuth2 {
    /// Where tokens are given.
    pub token_url: String,
    /// Where a device code is given, for `carteiro login`; Microsoft's is found from `token_url`.
    pub device_url: Option<String>,
    /// The application's id.
    pub client_id: String,
    /// The application's secret; without it tokens come from `carteiro login`.
    pub client_secret: Option<SecretSource>,
    /// The last day on which the secret works, as the portal shows it.
    pub client_secret_expires: Option<jiff::civil::Date>,
    /// What is asked for.
    pub scope: String,
    /// Where `carteiro login` keeps its refresh token.
    pub token_file: Option<PathBuf>,
}

/// `[timing]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// A safety poll beside IDLE.
    pub poll: Length,
    /// How long a request can be corrected before it leaves.
    pub regret: Length,
    /// When the first digest of receipts goes out.
    pub first_digest: Length,
    /// When a request is balanced at the latest.
    pub final_balance: Length,
    /// When the call center is reminded of its report.
    pub report_reminder: Length,
    /// When a requester is reminded of a question; after twice this time the request is closed.
    pub question_reminder: Length,
}

/// `[trial]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// Whether carteiro is on trial: it starts so, and leaves it only by the operator's edit.
    pub enabled: bool,
    /// Who really receives while it is.
    pub deliver_to: Vec<EmailAddress>,
}

/// `[identity]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Whose Authentication-Results are believed (topmost only).
    pub authserv_id: Option<String>,
    /// Whether the topmost `X-MS-Exchange-Organization-AuthAs: Internal` counts. Off unless the operator says that
    /// the server is an Exchange: other servers let the header in from outside.
    pub exchange_internal: bool,
    /// The DNS server that is asked for keys, where our mail server writes no results and signatures are checked here.
    pub dkim_dns: Option<SocketAddr>,
}

/// `[alarm]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alarm {
    /// Who is told of broken rules and deaf mailboxes, besides the desk.
    pub mail_to: Vec<EmailAddress>,
}

/// `[canary]`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Canary {
    /// How often carteiro writes to itself, in seconds; `None` = never. Hourly, but on trial only if it is configured.
    pub every_secs: Option<i64>,
}

/// `[digests]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digests {
    /// From when on, each working day, the desk is told what needs a person.
    pub at: jiff::civil::Time,
    /// Whether it is told also on days on which nothing does.
    pub when_quiet: bool,
    /// Who gets the figures of the month, besides the desk.
    pub board: Vec<EmailAddress>,
}

/// A mistake in `carteiro.toml`, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The file, where one was read.
    pub file: Option<PathBuf>,
    /// The line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub fault: ConfigFault,
}

/// What is wrong in `carteiro.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConfigFault {
    /// The file cannot be read.
    #[error("cannot read the configuration: {0}")]
    Unreadable(String),
    /// No TOML.
    #[error("this is not TOML: {0}")]
    Syntax(String),
    /// A key that does not exist.
    #[error("unknown key `{key}`{}; known here: {}", .nearest.as_ref().map(|it| format!(", did you mean `{it}`?")).unwrap_or_default(), .known.join(", "))]
    UnknownKey {
        /// The key with its section.
        key: String,
        /// The known key that was probably meant.
        nearest: Option<String>,
        /// The keys that exist there.
        known: Vec<String>,
    },
    /// A key that must stand there.
    #[error("`{key}` is missing")]
    MissingKey {
        /// The key with its section.
        key: String,
    },
    /// A text without content.
    #[error("`{key}` is empty")]
    Empty {
        /// The key with its section.
        key: String,
    },
    /// A value of another type.
    #[error("`{key}` must be {expected}, this is a TOML {found}")]
    WrongType {
        /// The key with its section.
        key: String,
        /// What it must be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A value that cannot be used.
    #[error("`{value}` cannot be used for `{key}` (expected {expected})")]
    BadValue {
        /// The key with its section.
        key: String,
        /// The value.
        value: String,
        /// What would be right.
        expected: &'static str,
    },
    /// A secret written into the file.
    #[error(
        "`{key}` must not hold the secret itself: write {{ file = \"…\" }}, {{ env = \"NAME\" }} or {{ credential = \"name\" }}"
    )]
    SecretInFile {
        /// The key with its section.
        key: String,
    },
    /// Values that do not go together.
    #[error("{0}")]
    Contradiction(String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.as_deref().unwrap_or_else(|| Path::new("carteiro.toml")).display();
        if self.line == 0 {
            return write!(f, "{file}: {}", self.fault);
        }
        write!(f, "{file}:{}:{}: {}", self.line, self.column, self.fault)
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads the text of a `carteiro.toml`. Paths stay as they are written.
    ///
    /// # Errors
    /// Every mistake with its place, in the order of the file.
    pub fn from_toml(text: &str) -> Result<Self, Vec<ConfigError>> {
        read::config(text)
    }

    /// Reads a file; relative paths in it are taken from its folder.
    ///
    /// # Errors
    /// Every mistake with its place, in the order of the file.
    pub fn load(path: &Path) -> Result<Self, Vec<ConfigError>> {
        let in_file = |error: ConfigError| ConfigError { file: Some(path.to_owned()), ..error };
        let text = std::fs::read_to_string(path).map_err(|error| {
            let fault = ConfigFault::Unreadable(error.to_string());
            vec![in_file(ConfigError { file: None, line: 0, column: 0, fault })]
        })?;
        let config = Self::from_toml(&text).map_err(|errors| errors.into_iter().map(in_file).collect::<Vec<_>>())?;
        Ok(config.below(path.parent().unwrap_or_else(|| Path::new("."))))
    }

    /// The configuration with its relative paths taken from `folder`.
    #[must_use]
    pub fn below(mut self, folder: &Path) -> Self {
        let LedgerUrl::Sqlite(ledger) = &mut self.ledger;
        let mut paths = vec![ledger, &mut self.rules_dir, &mut self.archive.root, &mut self.workbook.file];
        paths.extend(self.contacts.whatsapp_general.as_mut());
        paths.extend(self.smtp.ca_file.as_mut());
        if let SmtpUrl::Maildir(path) = &mut self.smtp.url {
            paths.push(path);
        }
        if let Some(SecretSource::File(path)) = self.smtp.login.as_mut().and_then(Login::secret_mut) {
            paths.push(path);
        }
        for mailbox in &mut self.mailboxes {
            paths.extend(mailbox.ca_file.as_mut());
            if let MailboxUrl::Maildir(path) = &mut mailbox.url {
                paths.push(path);
            }
            if let Some(SecretSource::File(path)) = mailbox.login.as_mut().and_then(Login::secret_mut) {
                paths.push(path);
            }
        }
        for oauth2 in self.oauth2.values_mut() {
            paths.extend(oauth2.token_file.as_mut());
            if let Some(SecretSource::File(path)) = oauth2.client_secret.as_mut() {
                paths.push(path);
            }
        }
        for path in paths {
            *path = folder.join(&*path);
        }
        self
    }
}

impl Login {
    const fn secret_mut(&mut self) -> Option<&mut SecretSource> {
        match &mut self.proof {
            Proof::Password(source) => Some(source),
            Proof::OAuth2(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
