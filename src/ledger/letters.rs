//! Letters to departments, the desk and the call center, from due to answered.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Ledger, LedgerError};
use crate::office::RequestId;

/// The row of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LetterId(pub i64);

/// A letter to be written down together with the change that causes it.
#[derive(Debug, Clone)]
pub struct NewLetter {
    /// What it is, for the log and the story: `acknowledgement`, `package`, `final-balance` …
    pub kind: &'static str,
    /// Its Message-ID with angle brackets.
    pub message_id: String,
    /// The envelope's sender; `None` for `<>`.
    pub mail_from: Option<String>,
    /// The envelope's recipients.
    pub rcpt: Vec<String>,
    /// The whole message.
    pub raw: Vec<u8>,
    /// Not before this time, seconds since 1970.
    pub due_at: i64,
}

/// A letter in the ledger.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its row.
    pub id: LetterId,
    /// Its request, if it belongs to one.
    pub request: Option<RequestId>,
    /// What it is.
    pub kind: String,
    /// Its Message-ID with angle brackets.
    pub message_id: String,
    /// The envelope's sender.
    pub mail_from: Option<String>,
    /// The envelope's recipients.
    pub rcpt: Vec<String>,
    /// The whole message.
    pub raw: Vec<u8>,
    /// How many times it was tried.
    pub tries: u32,
}

/// A letter of which nobody knows whether it left.
#[derive(Debug, Clone)]
pub struct DoubtfulLetter {
    /// Its row.
    pub id: LetterId,
    /// Its request, if it belongs to one.
    pub request: Option<RequestId>,
    /// What it is.
    pub kind: String,
    /// Its Message-ID with angle brackets.
    pub message_id: String,
    /// The envelope's recipients.
    pub rcpt: Vec<String>,
}

const COLUMNS: &str = "id, request_id, kind, message_id, mail_from, rcpt, raw, tries";

fn letter_row(row: &Row<'_>) -> Result<Letter, rusqlite::Error> {
    Ok(Letter {
        id: LetterId(row.get(0)?),
        request: row.get::<_, Option<i64>>(1)?.map(RequestId),
        kind: row.get(2)?,
        message_id: row.get(3)?,
        mail_from: row.get(4)?,
        rcpt: addresses(&row.get::<_, String>(5)?),
        raw: row.get(6)?,
        tries: row.get(7)?,
    })
}

fn addresses(lines: &str) -> Vec<String> {
    lines.split('\n').filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

pub(super) fn insert_letter(
    it: &Connection,
    request: Option<RequestId>,
    letter: &NewLetter,
    now: i64,
) -> Result<(), rusqlite::Error> {
    it.prepare_cached(
        "INSERT OR IGNORE INTO letters (request_id, kind, message_id, mail_from, rcpt, raw, status, due_at, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'due', ?7, ?8)",
    )?
    .execute(params![
        request.map(|it| it.0),
        letter.kind,
        letter.message_id,
        letter.mail_from,
        letter.rcpt.join("\n"),
        letter.raw,
        letter.due_at,
        now
    ])?;
    if let Some(request) = request {
        it.prepare_cached("INSERT OR IGNORE INTO message_ids VALUES (?1, ?2, ?3)")?.execute(params![
            letter.message_id,
            request.0,
            letter.kind
        ])?;
    }
    Ok(())
}

impl Ledger {
    /// Writes down a letter that belongs to no request.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn add_letter(&mut self, letter: &NewLetter, now: i64) -> Result<(), LedgerError> {
        self.write("write down a letter", |it| insert_letter(it, None, letter, now))
    }

    /// Writes down letters that are written once for a value of a key (a day, a month), and that they were: the
    /// second time nothing happens. Says whether it was the first.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn add_letters_once(
        &mut self,
        (key, value): (&str, &str),
        letters: &[NewLetter],
        now: i64,
    ) -> Result<bool, LedgerError> {
        self.write("write down letters of a day", |it| {
            let before: Option<String> = it
                .prepare_cached("SELECT value FROM meta WHERE key = ?1")?
                .query_row([key], |row| row.get(0))
                .optional()?;
            if before.as_deref() == Some(value) {
                return Ok(false);
            }
            it.execute("INSERT OR REPLACE INTO meta VALUES (?1, ?2)", [key, value])?;
            for letter in letters {
                insert_letter(it, None, letter, now)?;
            }
            Ok(true)
        })
    }

    /// The next letter that is due, marked as leaving before its first byte leaves.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn take_letter(&mut self, now: i64) -> Result<Option<Letter>, LedgerError> {
        let due = self.read("look for a letter", |it| {
            it.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM letters WHERE status = 'due' AND due_at <= ?1 ORDER BY due_at, id LIMIT 1"
            ))?
            .query_row([now], letter_row)
            .optional()
        })?;
        let Some(letter) = due else { return Ok(None) };
        self.write_now("mark a letter as leaving", |it| {
            it.execute("UPDATE letters SET status = 'leaving', tries = tries + 1 WHERE id = ?1", [letter.id.0])
                .map(drop)
        })?;
        Ok(Some(letter))
    }

    /// Writes down what became of a letter: `sent`, `refused` or `doubt`.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn letter_ended(&mut self, id: LetterId, status: &str, reply: &str) -> Result<(), LedgerError> {
        self.write("write down what became of a letter", |it| {
            it.execute("UPDATE letters SET status = ?2, reply = ?3 WHERE id = ?1", params![id.0, status, reply])
                .map(drop)
        })
    }

    /// Puts a letter back for a later try: it was refused for now, or nothing of it left.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn letter_deferred(&mut self, id: LetterId, due_at: i64, reply: &str) -> Result<(), LedgerError> {
        self.write("put a letter back", |it| {
            it.execute(
                "UPDATE letters SET status = 'due', due_at = ?2, reply = ?3 WHERE id = ?1",
                params![id.0, due_at, reply],
            )
            .map(drop)
        })
    }

    /// After a start: letters that were leaving when the process ended are in doubt.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn letters_in_doubt(&mut self) -> Result<u64, LedgerError> {
        self.write("find letters in doubt", |it| {
            let found = it.execute("UPDATE letters SET status = 'doubt' WHERE status = 'leaving'", [])?;
            Ok(found as u64)
        })
    }

    /// Letters whose outcome nobody knows.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn doubtful_letters(&self) -> Result<Vec<DoubtfulLetter>, LedgerError> {
        self.read("list letters in doubt", |it| {
            // Asked in every pass: their texts are not read.
            it.prepare_cached(
                "SELECT id, request_id, kind, message_id, rcpt FROM letters WHERE status = 'doubt' ORDER BY id",
            )?
            .query_map([], |row| {
                Ok(DoubtfulLetter {
                    id: LetterId(row.get(0)?),
                    request: row.get::<_, Option<i64>>(1)?.map(RequestId),
                    kind: row.get(2)?,
                    message_id: row.get(3)?,
                    rcpt: addresses(&row.get::<_, String>(4)?),
                })
            })?
            .collect()
        })
    }

    /// The letter in doubt that has this Message-ID.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn letter_in_doubt(&self, message_id: &str) -> Result<Option<LetterId>, LedgerError> {
        self.read("look up a letter in doubt", |it| {
            it.prepare_cached("SELECT id FROM letters WHERE message_id = ?1 AND status = 'doubt'")?
                .query_row([message_id], |row| row.get(0).map(LetterId))
                .optional()
        })
    }

    /// When the next letter is due.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn next_letter_due(&self) -> Result<Option<i64>, LedgerError> {
        self.read("look for the next letter", |it| {
            it.prepare_cached("SELECT min(due_at) FROM letters WHERE status = 'due'")?.query_row([], |row| row.get(0))
        })
    }

    /// How many letters of two kinds were written since a time.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn letters_since(&self, [first, second]: [&str; 2], since: i64) -> Result<u64, LedgerError> {
        self.read("count letters of the last hour", |it| {
            it.prepare_cached("SELECT count(*) FROM letters WHERE created_at > ?1 AND kind IN (?2, ?3)")?
                .query_row(params![since, first, second], |row| row.get(0))
        })
    }

    /// Whether an automatic mail may go to this address now: at most one a day outside a request's own thread
    /// (RFC 3834, 2). Says yes once and writes it down.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn may_write_automatically(&mut self, address: &str, now: i64) -> Result<bool, LedgerError> {
        self.write("note an automatic mail", |it| {
            let last: Option<i64> = it
                .prepare_cached("SELECT at FROM automatic WHERE address = ?1")?
                .query_row([address], |row| row.get(0))
                .optional()?;
            if last.is_some_and(|at| now - at < 86_400) {
                return Ok(false);
            }
            it.execute("INSERT OR REPLACE INTO automatic VALUES (?1, ?2)", params![address, now])?;
            Ok(true)
        })
    }
}
