//! Every mail that came in, and the one place where it ended.

use rusqlite::{OptionalExtension as _, Row, params};

use super::{Ledger, LedgerError};
use crate::office::RequestId;

/// The row of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailId(pub i64);

/// Where a mail ended; every mail ends in exactly one of the last five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// It is in the archive, and not yet decided.
    Received,
    /// Everything it asked for is under way or done.
    Done,
    /// Its request waits for somebody's answer.
    Waiting,
    /// A person of the desk decides.
    Person,
    /// It is no concern of ours.
    NoConcern,
    /// It could not be read; a person looks at it.
    Quarantine,
}

impl Place {
    /// The name in the ledger.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Done => "done",
            Self::Waiting => "waiting",
            Self::Person => "person",
            Self::NoConcern => "no-concern",
            Self::Quarantine => "quarantine",
        }
    }

    fn from_name(name: &str) -> Self {
        match name {
            "done" => Self::Done,
            "waiting" => Self::Waiting,
            "person" => Self::Person,
            "no-concern" => Self::NoConcern,
            "quarantine" => Self::Quarantine,
            _ => Self::Received,
        }
    }
}

/// A mail that was written to the archive and synced.
#[derive(Debug, Clone)]
pub struct NewMail {
    /// The name of the mailbox in `carteiro.toml`.
    pub mailbox: String,
    /// UIDVALIDITY of the folder (RFC 3501, 2.3.1.1).
    pub uid_validity: u32,
    /// UID.
    pub uid: u32,
    /// SHA-256 of the raw bytes, in hexadecimal.
    pub sha256: String,
    /// Its Message-ID with angle brackets, if it has one.
    pub message_id: Option<String>,
    /// When it came, seconds since 1970.
    pub received_at: i64,
    /// Where its raw bytes lie, relative to the archive's root.
    pub raw_path: String,
}

/// A mail in the ledger.
#[derive(Debug, Clone)]
pub struct MailRow {
    /// Its row.
    pub id: MailId,
    /// What was written when it came.
    pub mail: NewMail,
    /// Where it ended.
    pub place: Place,
    /// How it was understood.
    pub class: Option<String>,
    /// Why it ended there.
    pub reason: Option<String>,
    /// Its request.
    pub request: Option<RequestId>,
    /// How many times deciding it was tried.
    pub tries: u32,
}

/// How far a mailbox has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// UIDVALIDITY that the UIDs belong to.
    pub uid_validity: u32,
    /// The last UID that was seen.
    pub last_uid: u32,
    /// When the mailbox last answered, seconds since 1970.
    pub proven_at: i64,
}

pub(super) const COLUMNS: &str = "id, mailbox, uid_validity, uid, sha256, message_id, received_at, raw_path, place, class, reason, request_id, tries";

pub(super) fn mail_row(row: &Row<'_>) -> Result<MailRow, rusqlite::Error> {
    Ok(MailRow {
        id: MailId(row.get(0)?),
        mail: NewMail {
            mailbox: row.get(1)?,
            uid_validity: row.get(2)?,
            uid: row.get(3)?,
            sha256: row.get(4)?,
            message_id: row.get(5)?,
            received_at: row.get(6)?,
            raw_path: row.get(7)?,
        },
        place: Place::from_name(&row.get::<_, String>(8)?),
        class: row.get(9)?,
        reason: row.get(10)?,
        request: row.get::<_, Option<i64>>(11)?.map(RequestId),
        tries: row.get(12)?,
    })
}

impl Ledger {
    /// Writes down mails that lie in the archive, and how far the mailbox has now been read. A mail that stands
    /// there already (same mailbox, UIDVALIDITY and UID) changes nothing.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn receive(&mut self, mailbox: &str, mails: &[NewMail], position: Position) -> Result<(), LedgerError> {
        self.write("write down mails that came", |it| {
            let mut insert = it.prepare_cached(
                "INSERT OR IGNORE INTO mails (mailbox, uid_validity, uid, sha256, message_id, received_at, raw_path, place)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'received')",
            )?;
            for mail in mails {
                insert.execute(params![
                    mail.mailbox,
                    mail.uid_validity,
                    mail.uid,
                    mail.sha256,
                    mail.message_id,
                    mail.received_at,
                    mail.raw_path
                ])?;
            }
            it.prepare_cached("INSERT OR REPLACE INTO positions VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![mailbox, position.uid_validity, position.last_uid, position.proven_at])?;
            Ok(())
        })
    }

    /// Notes that a mailbox answered, at most once a minute, so that an idle daemon leaves the disk alone.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn proven(&mut self, mailbox: &str, now: i64) -> Result<(), LedgerError> {
        if self.position(mailbox)?.is_some_and(|it| now - it.proven_at < 60) {
            return Ok(());
        }
        self.write("note that a mailbox answered", |it| {
            it.execute("UPDATE positions SET proven_at = ?2 WHERE mailbox = ?1", params![mailbox, now]).map(drop)
        })
    }

    /// How far a mailbox has been read; `None` before its first start.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn position(&self, mailbox: &str) -> Result<Option<Position>, LedgerError> {
        self.read("look up how far a mailbox was read", |it| {
            it.prepare_cached("SELECT uid_validity, last_uid, proven_at FROM positions WHERE mailbox = ?1")?
                .query_row([mailbox], |row| {
                    Ok(Position { uid_validity: row.get(0)?, last_uid: row.get(1)?, proven_at: row.get(2)? })
                })
                .optional()
        })
    }

    /// Mails that are in the archive and not yet decided, in the order in which they came.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn undecided(&self, max: u32) -> Result<Vec<MailRow>, LedgerError> {
        self.read("list mails not yet decided", |it| {
            it.prepare_cached(&format!("SELECT {COLUMNS} FROM mails WHERE place = 'received' ORDER BY id LIMIT ?1"))?
                .query_map([max], mail_row)?
                .collect()
        })
    }

    /// The mail of a row.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn mail(&self, id: MailId) -> Result<Option<MailRow>, LedgerError> {
        self.read("look up a mail", |it| {
            it.prepare_cached(&format!("SELECT {COLUMNS} FROM mails WHERE id = ?1"))?
                .query_row([id.0], mail_row)
                .optional()
        })
    }

    /// An earlier mail with the same bytes that was already decided.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn same_bytes(&self, sha256: &str, before: MailId) -> Result<Option<MailRow>, LedgerError> {
        self.read("look for the same mail", |it| {
            it.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM mails WHERE sha256 = ?1 AND id < ?2 AND place <> 'received' ORDER BY id LIMIT 1"
            ))?
            .query_row(params![sha256, before.0], mail_row)
            .optional()
        })
    }

    /// Earlier mails with the same Message-ID that were already decided.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn same_message_id(&self, message_id: &str, before: MailId) -> Result<Vec<MailRow>, LedgerError> {
        self.read("look for the same Message-ID", |it| {
            it.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM mails WHERE message_id = ?1 AND id < ?2 AND place <> 'received' ORDER BY id"
            ))?
            .query_map(params![message_id, before.0], mail_row)?
            .collect()
        })
    }

    /// Whether this place of a mailbox is known already.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn knows(&self, mailbox: &str, uid_validity: u32, uid: u32) -> Result<bool, LedgerError> {
        self.read("look up a mail's place", |it| {
            it.prepare_cached("SELECT 1 FROM mails WHERE mailbox = ?1 AND uid_validity = ?2 AND uid = ?3")?
                .exists(params![mailbox, uid_validity, uid])
        })
    }

    /// Whether a mail with these bytes came into this mailbox before.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn knows_bytes(&self, mailbox: &str, sha256: &str) -> Result<bool, LedgerError> {
        self.read("look up a mail's bytes", |it| {
            it.prepare_cached("SELECT 1 FROM mails WHERE sha256 = ?2 AND mailbox = ?1")?
                .exists(params![mailbox, sha256])
        })
    }

    /// Decides a mail that concerns no request (one that does is decided by the request's change).
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn decide_mail(
        &mut self,
        id: MailId,
        place: Place,
        class: Option<&str>,
        reason: Option<&str>,
    ) -> Result<(), LedgerError> {
        self.write("decide a mail", |it| {
            it.prepare_cached("UPDATE mails SET place = ?2, class = ?3, reason = ?4 WHERE id = ?1")?
                .execute(params![id.0, place.as_str(), class, reason])
                .map(drop)
        })
    }

    /// Counts a try at deciding each of these mails, before the try: one that kills the process again and again is put
    /// aside.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn count_tries(&mut self, mails: &[MailId]) -> Result<(), LedgerError> {
        if mails.is_empty() {
            return Ok(());
        }
        self.write("count a try", |it| {
            let mut count = it.prepare_cached("UPDATE mails SET tries = tries + 1 WHERE id = ?1")?;
            mails.iter().try_for_each(|id| count.execute([id.0]).map(drop))
        })
    }

    /// Decided mails of a mailbox that still lie in its inbox: (row, UID, where they go).
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn unmoved(&self, mailbox: &str, uid_validity: u32) -> Result<Vec<(MailId, u32, Place)>, LedgerError> {
        self.read("list mails to be moved", |it| {
            it.prepare_cached(
                "SELECT id, uid, place FROM mails INDEXED BY mails_to_move
                 WHERE moved = 0 AND mailbox = ?1 AND uid_validity = ?2 AND place <> 'received' ORDER BY uid",
            )?
            .query_map(params![mailbox, uid_validity], |row| {
                Ok((MailId(row.get(0)?), row.get(1)?, Place::from_name(&row.get::<_, String>(2)?)))
            })?
            .collect()
        })
    }

    /// Notes that mails were moved (or need no moving).
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn moved(&mut self, ids: &[MailId]) -> Result<(), LedgerError> {
        if ids.is_empty() {
            return Ok(());
        }
        self.write("note moved mails", |it| {
            let mut update = it.prepare_cached("UPDATE mails SET moved = 1 WHERE id = ?1")?;
            for id in ids {
                update.execute([id.0])?;
            }
            Ok(())
        })
    }

    /// How many mails ended in each place: (place, number).
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn places(&self) -> Result<Vec<(String, u64)>, LedgerError> {
        self.read("count mails", |it| {
            it.prepare_cached("SELECT place, n FROM mail_places WHERE n > 0 ORDER BY place")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
    }

    /// The last mails that were archived, newest first, for `compare`.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn last_mails(&self, max: u32) -> Result<Vec<MailRow>, LedgerError> {
        self.read("list the last mails", |it| {
            it.prepare_cached(&format!("SELECT {COLUMNS} FROM mails ORDER BY id DESC LIMIT ?1"))?
                .query_map([max], mail_row)?
                .collect()
        })
    }

    /// What a person of the desk has to look at, oldest first.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn for_a_person(&self, since: i64) -> Result<Vec<MailRow>, LedgerError> {
        self.read("list what waits for a person", |it| {
            it.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM mails INDEXED BY mails_with_person WHERE place = 'person' AND received_at >= ?1
                 UNION ALL
                 SELECT {COLUMNS} FROM mails INDEXED BY mails_in_quarantine WHERE place = 'quarantine' AND received_at >= ?1
                 ORDER BY id"
            ))?
            .query_map([since], mail_row)?
            .collect()
        })
    }
}
