//! Intake: every new mail into the archive, synced, then into the ledger, before anything acts on it.
//!
//! A mailbox for returns is read with other eyes: only receipts and answers to our own mail are kept; all else
//! stays unread by us and is written nowhere.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::thread::JoinHandle;

use super::{Daemon, DaemonError};
use crate::archive::{ArchiveError, raw_path, sha256_hex};
use crate::ledger::{NewMail, Place, Position};
use crate::mail::dsn::{NoticeKind, read_notice};
use crate::mail::headers::Headers;
use crate::mailbox::{self, Arrival, Body, Budget, Fingerprint, Mail, Mailbox, MailboxError, Role, Unread};
use crate::office::MessageId;
use crate::phrases::AlarmOf;

/// When a mail that the server lists and does not give is asked for again, in seconds after the try before.
const UNREAD_AGAIN_SECS: [i64; 3] = [5, 60, 600];

/// A mail larger than this is archived and left to a person: it is never in the memory as a whole.
pub(super) const LARGE_BYTES: u64 = 40 << 20;

/// What is looked at of a large mail before it is in the archive, and of a header before it is known to be one.
const HEAD_BYTES: u64 = 256 * 1024;

/// Mails on their way into the archive.
struct Writing {
    kept: Vec<NewMail>,
    /// How far the mailbox is read with them.
    position: Position,
    /// None where there is nothing to be written: most looks find nothing new.
    files: Option<JoinHandle<Result<(), ArchiveError>>>,
}

impl Daemon {
    /// Takes in what is new in every mailbox; one that does not answer is told and left for the next pass.
    pub(super) async fn take_in(&mut self) -> Result<u64, DaemonError> {
        let mut received = 0;
        for index in 0..self.accounts.len() {
            let Some(account) = self.accounts.get(index).cloned() else { continue };
            match self.take_in_from(&account).await {
                Ok(count) => received += count,
                Err(DaemonError::Mailbox { name, source }) => {
                    self.open.remove(&name);
                    tracing::warn!(mailbox = name, reason = %source, "a mailbox does not answer");
                    self.mailbox_is_silent(&name, &source)?;
                }
                Err(other) => return Err(other),
            }
        }
        Ok(received)
    }

    async fn take_in_from(&mut self, account: &mailbox::Account) -> Result<u64, DaemonError> {
        let at = |source: MailboxError| DaemonError::Mailbox { name: account.name.clone(), source };
        let mut open = match self.open.remove(&account.name) {
            Some(open) => open,
            None => Mailbox::open(account).await.map_err(at)?,
        };
        let now = self.clock.now();
        let Some(start) = self.ledger.position(&account.name)? else {
            // On the first start nothing older than the start is acted on (DECISIONS 13).
            let end = open.end().await.map_err(at)?;
            let position = Position { uid_validity: end.uid_validity, last_uid: end.last_uid, proven_at: now };
            self.ledger.receive(&account.name, &[], position)?;
            self.open.insert(account.name.clone(), open);
            return Ok(0);
        };
        let mut position = mailbox::Position { uid_validity: start.uid_validity, last_uid: start.last_uid };
        let mut received = 0;
        let spool = self.spool();
        // Large mails pass through this folder on their way to the archive.
        let _ = std::fs::create_dir_all(&spool);
        let budget = Budget::with_spool(spool);
        let mut writing: Option<Writing> = None;
        loop {
            let arrival = open.new_since(position, &budget).await;
            // What came before it was written meanwhile; it is on record before anything else is done.
            if let Some(writing) = writing.take() {
                received += self.written(account, writing)?;
            }
            match arrival.map_err(at)? {
                Arrival::Batch(batch) => {
                    let last = self.held_back(&account.name, &batch.unread, batch.position.last_uid, now)?;
                    let place = Position { uid_validity: batch.position.uid_validity, last_uid: last, proven_at: now };
                    let begun = self.keep(account, batch.mails, place)?;
                    position = batch.position;
                    if !batch.more {
                        received += self.written(account, begun)?;
                        break;
                    }
                    writing = Some(begun);
                }
                Arrival::Renumbered { now: end } => {
                    position = self.renumbered(account, &mut open, end).await?;
                }
            }
        }
        self.ledger.proven(&account.name, now)?;
        self.alarm_is_over(&super::desk::silent_note(&account.name), AlarmOf::Mailbox(account.name.clone()))?;
        self.open.insert(account.name.clone(), open);
        Ok(received)
    }

    /// Begins to archive the mails of a batch; while it goes on the next one is fetched.
    fn keep(&self, account: &mailbox::Account, mails: Vec<Mail>, position: Position) -> Result<Writing, DaemonError> {
        let mut kept: Vec<NewMail> = Vec::new();
        let mut small: Vec<(String, Vec<u8>)> = Vec::new();
        for mail in mails {
            if self.ledger.knows(&account.name, mail.seen.uid_validity, mail.seen.uid)? {
                continue;
            }
            let large = match &mail.body {
                Body::File(path) if std::fs::metadata(path).is_ok_and(|it| it.len() > LARGE_BYTES) => Some(path),
                Body::File(_) | Body::Bytes(_) => None,
            };
            let spooled;
            let raw = match &mail.body {
                Body::Bytes(bytes) => bytes.as_slice(),
                Body::File(path) => {
                    // Of a large one only the head is looked at here.
                    let most = if large.is_some() { HEAD_BYTES } else { u64::MAX };
                    spooled = read_at_most(path, most).map_err(|source| DaemonError::Mailbox {
                        name: account.name.clone(),
                        source: MailboxError::File { path: path.clone(), doing: "reading a spooled mail", source },
                    })?;
                    spooled.as_slice()
                }
            };
            if account.role == Role::Returns && !self.is_return(raw)? {
                continue;
            }
            let received_at = mail.seen.internal_date.as_second();
            let day = super::clock::local(received_at, &self.policy.zone).date();
            let day = (day.year(), day.month(), day.day());
            let (sha256, raw_path) = match large {
                Some(path) => self.archive.keep_raw_file(day, path)?,
                None => {
                    let sha256 = sha256_hex(raw);
                    let path = raw_path(day, &sha256);
                    (sha256, path)
                }
            };
            let new = NewMail {
                mailbox: account.name.clone(),
                uid_validity: mail.seen.uid_validity,
                uid: mail.seen.uid,
                raw_path,
                sha256,
                message_id: first_message_id(raw),
                received_at,
            };
            // Those that were spooled go one at a time: that is memory enough.
            if matches!(mail.body, Body::File(_)) && large.is_none() {
                self.archive.keep_all(vec![(&new.raw_path, raw)])?;
            }
            match mail.body {
                Body::Bytes(bytes) => small.push((new.raw_path.clone(), bytes)),
                // It is in the archive now; a left-over in the spool folder harms nobody.
                Body::File(path) => {
                    let _ = std::fs::remove_file(path);
                }
            }
            kept.push(new);
        }
        let archive = self.archive.clone();
        let files = (!small.is_empty()).then(|| {
            std::thread::spawn(move || {
                archive.keep_all(small.iter().map(|(path, raw)| (path.as_str(), raw.as_slice())).collect())
            })
        });
        Ok(Writing { kept, position, files })
    }

    /// The mails of a batch are in the archive: they are written down, and how far the mailbox is read now.
    fn written(&mut self, account: &mailbox::Account, writing: Writing) -> Result<u64, DaemonError> {
        let Writing { kept, position, files } = writing;
        if let Some(files) = files {
            files.join().unwrap_or_else(|_| Err(self.archive.broke_down()))?;
        }
        let known = self.ledger.position(&account.name)?;
        let moved = known.is_none_or(|it| it.uid_validity != position.uid_validity || it.last_uid != position.last_uid);
        if !kept.is_empty() || moved {
            self.ledger.receive(&account.name, &kept, position)?;
        }
        Ok(kept.len() as u64)
    }

    /// A mail that is listed and not given holds the position back until it is read or given to a person: it is
    /// asked for again three times, then it is quarantined with its UID.
    fn held_back(&mut self, name: &str, unread: &[Unread], last: u32, now: i64) -> Result<u32, DaemonError> {
        let mut until = last;
        for one in unread {
            if one.why == mailbox::Why::Gone {
                tracing::info!(mailbox = name, uid = one.seen.uid, "a mail was taken away before it was read");
                continue;
            }
            let key = (name.to_owned(), one.seen.uid_validity, one.seen.uid);
            let (tries, next) = self.unread.get(&key).copied().unwrap_or((0, now));
            let tries = if next <= now { tries + 1 } else { tries };
            match UNREAD_AGAIN_SECS.get(tries.saturating_sub(1) as usize) {
                Some(wait) => {
                    let next = if next <= now { now + wait } else { next };
                    self.unread.insert(key, (tries, next));
                    until = until.min(one.seen.uid.saturating_sub(1));
                }
                None => {
                    self.unread.remove(&key);
                    self.quarantine_unread(name, one)?;
                }
            }
        }
        Ok(until)
    }

    fn quarantine_unread(&mut self, name: &str, unread: &Unread) -> Result<(), DaemonError> {
        let Some(position) = self.ledger.position(name)? else { return Ok(()) };
        let mail = NewMail {
            mailbox: name.to_owned(),
            uid_validity: unread.seen.uid_validity,
            uid: unread.seen.uid,
            sha256: String::new(),
            message_id: None,
            received_at: unread.seen.internal_date.as_second(),
            raw_path: String::new(),
        };
        let reason = format!("o servidor não entregou a mensagem UID {} da caixa {name}", unread.seen.uid);
        self.together(|it| {
            it.ledger.receive(name, &[mail], position)?;
            for row in it.ledger.undecided(1000)? {
                if row.mail.mailbox == name && row.mail.uid == unread.seen.uid {
                    it.ledger.decide_mail(row.id, Place::Quarantine, None, Some(&reason))?;
                }
            }
            it.tell_desk("Mensagem que não pôde ser lida", &reason)
        })
    }

    /// The numbering of a mailbox changed: mails that are in the archive already are found by their headers and
    /// only noted under their new number; what is left is new.
    async fn renumbered(
        &mut self,
        account: &mailbox::Account,
        open: &mut Mailbox,
        end: mailbox::Position,
    ) -> Result<mailbox::Position, DaemonError> {
        let at = |source: MailboxError| DaemonError::Mailbox { name: account.name.clone(), source };
        let old: BTreeMap<[u8; 32], NewMail> = self
            .ledger
            .last_mails(u32::MAX)?
            .into_iter()
            .filter(|row| row.mail.mailbox == account.name && !row.mail.raw_path.is_empty())
            .filter_map(|row| {
                let raw = self.archive.read(&row.mail.raw_path).ok()?;
                Some((Fingerprint::of(&raw).header, row.mail))
            })
            .collect();
        let now = self.clock.now();
        let prints = open.fingerprints(1, end.last_uid.max(1)).await.map_err(at)?;
        let first_new = prints.iter().filter(|it| !old.contains_key(&it.header)).map(|it| it.uid).min();
        let known: Vec<NewMail> = prints
            .iter()
            .filter_map(|it| {
                let mail = old.get(&it.header)?;
                Some(NewMail { uid_validity: end.uid_validity, uid: it.uid, ..mail.clone() })
            })
            .collect();
        // A role that is only read has mails that we never kept: only what comes from here on is new there.
        let last_uid = match (account.role, first_new) {
            (Role::Returns, _) | (Role::Requests, None) => end.last_uid,
            (Role::Requests, Some(uid)) => uid.saturating_sub(1),
        };
        self.ledger.receive(
            &account.name,
            &known,
            Position { uid_validity: end.uid_validity, last_uid, proven_at: now },
        )?;
        tracing::warn!(mailbox = account.name, known = known.len(), "the mailbox was renumbered by its server");
        self.tell_desk(
            "A caixa de correio foi renumerada pelo servidor",
            &format!("{} mensagens já conhecidas foram reconhecidas; nada foi feito de novo.", known.len()),
        )?;
        Ok(mailbox::Position { uid_validity: end.uid_validity, last_uid })
    }

    /// Whether a mail in a mailbox for returns is for us: a notice or an answer that names a mail of ours.
    fn is_return(&self, raw: &[u8]) -> Result<bool, DaemonError> {
        let head = raw.get(..raw.len().min(64 * 1024)).unwrap_or(raw);
        for id in thread_ids(head) {
            if self.ledger.request_of_message(&id)?.is_some() || self.names_a_person_of_ours(&id)?.is_some() {
                return Ok(true);
            }
        }
        if Headers::read(raw).cut_off {
            // No server that tells of a delivery writes so many.
            return Ok(false);
        }
        let notice = read_notice(raw);
        if matches!(notice.kind, NoticeKind::NotAReceipt | NoticeKind::AutoReply) {
            return Ok(false);
        }
        Ok(self.request_of_notice(&notice)?.is_some())
    }

    /// Moves decided mails out of the inbox, all of a folder in one command. What is no concern of ours stays.
    pub(super) async fn move_mails(&mut self) -> Result<(), DaemonError> {
        for index in 0..self.accounts.len() {
            let Some(account) = self.accounts.get(index).cloned() else { continue };
            let Some(position) = self.ledger.position(&account.name)? else { continue };
            let unmoved = self.ledger.unmoved(&account.name, position.uid_validity)?;
            if unmoved.is_empty() {
                continue;
            }
            if account.role == Role::Requests {
                let Some(open) = self.open.get_mut(&account.name) else { continue };
                let moved = move_out(open, &unmoved).await;
                if let Err(error) = moved {
                    tracing::warn!(mailbox = account.name, reason = %error, "mails could not be moved yet");
                    self.open.remove(&account.name);
                    continue;
                }
            }
            let ids: Vec<_> = unmoved.iter().map(|(id, _, _)| *id).collect();
            self.ledger.moved(&ids)?;
        }
        Ok(())
    }
}

/// The folder in which a mail of this place is found, if it leaves the inbox.
const fn folder_of(place: Place) -> Option<&'static str> {
    match place {
        Place::Done | Place::Waiting => Some("Carteiro/Processados"),
        Place::Person => Some("Carteiro/Precisa de uma pessoa"),
        Place::Quarantine => Some("Carteiro/Quarentena"),
        Place::NoConcern | Place::Received => None,
    }
}

async fn move_out(open: &mut Mailbox, unmoved: &[(crate::ledger::MailId, u32, Place)]) -> Result<(), MailboxError> {
    let mut folders: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (_, uid, place) in unmoved {
        if let Some(folder) = folder_of(*place) {
            folders.entry(folder).or_default().push(*uid);
        }
    }
    for (folder, uids) in folders {
        open.create_folder(folder).await?;
        open.move_all(&uids, folder).await?;
    }
    Ok(())
}

fn read_at_most(path: &std::path::Path, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The mail's own Message-ID, with angle brackets.
fn first_message_id(raw: &[u8]) -> Option<String> {
    // A million headers would each take their place in memory.
    let head = raw.get(..usize::try_from(HEAD_BYTES).unwrap_or(usize::MAX)).unwrap_or(raw);
    let parsed = mail_parser::MessageParser::new().with_message_ids().parse_headers(head)?;
    parsed.message_id().map(|id| MessageId::new(id).as_str().to_owned())
}

/// The Message-IDs that a mail answers or goes on from.
fn thread_ids(head: &[u8]) -> Vec<String> {
    let Some(parsed) = mail_parser::MessageParser::new().with_message_ids().parse_headers(head) else {
        return Vec::new();
    };
    let mut ids: Vec<String> = Vec::new();
    for header in [parsed.in_reply_to(), parsed.references()] {
        ids.extend(header.as_text_list().unwrap_or_default().iter().map(|id| MessageId::new(id).as_str().to_owned()));
    }
    ids
}
