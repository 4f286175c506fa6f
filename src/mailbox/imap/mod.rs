//! A mailbox on an IMAP server. Ranges only: nothing is searched, fetched, flagged or moved one by one.

mod command;
mod connect;
mod fetch;
mod folders;
mod words;

use std::{
    collections::{HashSet, VecDeque},
    time::Duration,
};

use async_imap::imap_proto::{MailboxDatum, Response, ResponseCode};
use tokio::time::sleep;

use super::{Account, Arrival, Batch, Budget, MailboxError, Place, Position, Role, Seen, WAIT_MAX, Woken};
use crate::oauth2::Credentials;
use command::{Idled, Talk};

/// How often a server without IDLE is asked.
const POLL: Duration = Duration::from_secs(15);

/// An open mailbox on a server.
#[derive(Debug)]
pub struct Imap {
    talk: Talk,
    name: String,
    user: String,
    role: Role,
    folder: String,
    delimiter: char,
    capabilities: HashSet<String>,
    uid_validity: u32,
    uid_next: u32,
    /// Listed and not handed out yet, so that a backlog is listed once and not once a batch.
    listed: VecDeque<Seen>,
    listed_after: u32,
}

impl Imap {
    /// Connects, logs in and opens the folder; for [`Role::Returns`] with EXAMINE, under which a server changes no
    /// flag.
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn open(account: &Account) -> Result<Self, MailboxError> {
        let (host, folder, credentials) = match &account.place {
            Place::Imap { host, folder, credentials } => (host, folder, credentials),
            Place::Maildir(_) => {
                return Err(MailboxError::Lacks { host: account.name.clone(), what: "IMAP: it is a folder" });
            }
        };
        let session = connect::log_in(host, credentials).await?;
        let (user, tokens) = match credentials {
            Credentials::Password { user, .. } => (user, None),
            Credentials::OAuth2 { user, tokens } => (user, Some(tokens.clone())),
        };
        let mut imap = Self {
            talk: Talk::new(session, host.to_string(), tokens),
            name: account.name.clone(),
            user: user.clone(),
            role: account.role,
            folder: folder.clone(),
            delimiter: '/',
            capabilities: HashSet::new(),
            uid_validity: 0,
            uid_next: 0,
            listed: VecDeque::new(),
            listed_after: 0,
        };
        imap.talk.expect_bodies_of(0);
        imap.learn().await?;
        imap.select().await?;
        Ok(imap)
    }

    async fn learn(&mut self) -> Result<(), MailboxError> {
        let mut found = HashSet::new();
        self.talk
            .run("CAPABILITY", "asking what it can do", 0, |response| {
                if let Response::Capabilities(list) = response {
                    found.extend(list.iter().map(capability_name));
                }
            })
            .await?;
        self.capabilities = found;
        let mut delimiter = None;
        self.talk
            .run("LIST \"\" \"\"", "asking how folders are named", 0, |response| {
                if let Response::MailboxData(MailboxDatum::List(list)) = response {
                    delimiter = list.delimiter.as_deref().and_then(|it| it.chars().next());
                }
            })
            .await?;
        self.delimiter = delimiter.unwrap_or('/');
        Ok(())
    }

    /// Opens the folder (again): the numbering and its end as they are now.
    async fn select(&mut self) -> Result<(), MailboxError> {
        let name = self.wire_name(&self.folder)?;
        let verb = match self.role {
            Role::Requests => "SELECT",
            Role::Returns => "EXAMINE",
        };
        let (mut uid_validity, mut uid_next) = (0, 0);
        let answer = self
            .talk
            .try_run(&format!("{verb} {name}"), "opening the mailbox", 0, |response| {
                if let Response::Data { outcome, .. } = response {
                    if let Some(ResponseCode::UidValidity(number)) = outcome.code {
                        uid_validity = number;
                    }
                    if let Some(ResponseCode::UidNext(number)) = outcome.code {
                        uid_next = number;
                    }
                }
            })
            .await?;
        if let Err(no) = answer {
            // Exchange's `User is authenticated but not connected` stands here.
            let (host, user) = (self.talk.host().to_owned(), self.user.clone());
            return Err(MailboxError::Login { host, user, reply: no.reply });
        }
        if uid_validity == 0 {
            return Err(MailboxError::Lacks {
                host: self.talk.host().to_owned(),
                what: "lasting numbers (UIDVALIDITY)",
            });
        }
        self.uid_validity = uid_validity;
        self.uid_next = uid_next;
        self.listed.clear();
        Ok(())
    }

    /// See [`super::Mailbox::end`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn end(&mut self) -> Result<Position, MailboxError> {
        let mut last = self.uid_next.saturating_sub(1);
        self.talk
            .run("UID FETCH * (UID)", "asking for its end", 0, |response| {
                last = last.max(fetch::uid_of(response).unwrap_or(0));
            })
            .await?;
        self.uid_next = last.saturating_add(1);
        Ok(Position { uid_validity: self.uid_validity, last_uid: last })
    }

    /// See [`super::Mailbox::new_since`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn new_since(&mut self, since: Position, budget: &Budget) -> Result<Arrival, MailboxError> {
        // Numbers that went back are numbers that are given a second time.
        let went_back = self.uid_next != 0 && self.uid_next <= since.last_uid;
        if since.uid_validity != self.uid_validity || went_back {
            return Ok(Arrival::Renumbered { now: self.end().await? });
        }
        self.list_after(since.last_uid).await?;
        let chosen = self.choose(budget);
        let last = chosen.last().map_or(since.last_uid, |it| it.uid);
        let (mails, unread) = self.read(&chosen, budget).await?;
        self.listed.drain(..chosen.len().min(self.listed.len()));
        self.listed_after = last;
        let more = !self.listed.is_empty() || self.talk.news;
        Ok(Arrival::Batch(Batch { mails, unread, position: Position { last_uid: last, ..since }, more }))
    }

    /// See [`super::Mailbox::fetch`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn fetch(&mut self, uids: &[u32], budget: &Budget) -> Result<Batch, MailboxError> {
        let mut listed = Vec::new();
        for set in words::uid_sets(uids) {
            listed.extend(self.list(&set).await?);
        }
        let (mails, mut unread) = self.read(&listed, budget).await?;
        unread.extend(self.gone(uids, &listed));
        let last_uid = uids.iter().copied().max().unwrap_or(0);
        Ok(Batch { mails, unread, position: Position { uid_validity: self.uid_validity, last_uid }, more: false })
    }

    /// See [`super::Mailbox::wait`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn wait(&mut self, max: Duration) -> Result<Woken, MailboxError> {
        if self.talk.news || !self.listed.is_empty() {
            return Ok(Woken::News);
        }
        let max = max.min(WAIT_MAX);
        if self.capabilities.contains("IDLE") {
            match self.talk.idle(max).await? {
                Idled::News => return Ok(Woken::News),
                Idled::Elapsed => return Ok(Woken::Elapsed),
                Idled::Unable => {
                    self.capabilities.remove("IDLE");
                }
            }
        }
        sleep(max.min(POLL)).await;
        self.talk.run("NOOP", "asking for news", 0, |_| {}).await?;
        Ok(if self.talk.news { Woken::News } else { Woken::Elapsed })
    }

    /// Says goodbye; the answer changes nothing.
    pub async fn close(mut self) {
        /// A polite farewell is not worth more.
        const FAREWELL_MAX: Duration = Duration::from_secs(5);
        let _ = tokio::time::timeout(FAREWELL_MAX, self.talk.run("LOGOUT", "saying goodbye", 0, |_| {})).await;
    }

    fn wire_name(&self, folder: &str) -> Result<String, MailboxError> {
        words::folder_name(folder, self.delimiter).ok_or_else(|| MailboxError::Refused {
            host: self.talk.host().to_owned(),
            doing: "naming a folder",
            reply: format!("`{}` is no name of a folder", folder.escape_debug()),
        })
    }

    fn has(&self, capability: &str) -> bool {
        self.capabilities.contains(capability)
    }
}

fn capability_name(capability: &async_imap::imap_proto::Capability<'_>) -> String {
    use async_imap::imap_proto::Capability as C;
    match capability {
        C::Imap4rev1 => "IMAP4REV1".to_owned(),
        C::Auth(mechanism) => format!("AUTH={}", mechanism.to_ascii_uppercase()),
        C::Atom(atom) => atom.to_ascii_uppercase(),
    }
}
