//! Requests, and the one transaction that changes one: state, mail, letters, people, counts and story together.

use rusqlite::{OptionalExtension as _, Row, params};

use super::counts::{NewCount, insert_count};
use super::letters::{NewLetter, insert_letter};
use super::mails::{MailId, Place};
use super::questions::{Answer, NewQuestion, insert_answer, insert_question};
use super::recipients::{People, bump, replace_recipients};
use super::{Ledger, LedgerError, News};
use crate::office::{Channel, Protocol, RecipientState, RequestId};

/// A request in the ledger.
#[derive(Debug, Clone)]
pub struct RequestRow {
    /// Its row.
    pub id: RequestId,
    /// Its protocol.
    pub protocol: Protocol,
    /// Its status, as `status` shows it.
    pub status: String,
    /// When something falls due by time alone, seconds since 1970.
    pub due_at: Option<i64>,
    /// When it came.
    pub created_at: i64,
    /// Its state, as JSON of `request::State`.
    pub state: String,
}

/// Everything that one step changes, written in one transaction.
#[derive(Debug, Default)]
pub struct Change<'a> {
    /// The request; `None` makes a new one.
    pub request: Option<RequestId>,
    /// Its protocol.
    pub protocol: String,
    /// The year and number in it.
    pub year_and_number: (i16, u32),
    /// The key of its area.
    pub area: Option<String>,
    /// The requester's address.
    pub requester: String,
    /// Its status.
    pub status: &'static str,
    /// Whether anything is still to be done.
    pub open: bool,
    /// When something falls due.
    pub due_at: Option<i64>,
    /// Digest of sender, text and list.
    pub digest: String,
    /// Its state as JSON.
    pub state: String,
    /// The mail that caused it, where it ended and how it was understood.
    pub mail: Option<(MailId, Place, String, Option<String>)>,
    /// Letters that leave because of it.
    pub letters: Vec<NewLetter>,
    /// Questions that these letters ask.
    pub questions: Vec<NewQuestion>,
    /// The question that the mail answers.
    pub answer: Option<Answer>,
    /// Further Message-IDs that name it: (id, kind).
    pub message_ids: Vec<(String, &'static str)>,
    /// People, channel by channel; they replace those that were there.
    pub people: Vec<(Channel, People<'a>)>,
    /// Channels whose waiting people will not be written to.
    pub cancelled: Vec<Channel>,
    /// All people of these channels were handed to the call center.
    pub handed_over: Vec<Channel>,
    /// What the workbook is owed.
    pub counts: Vec<NewCount>,
    /// Notices and reports that belong to it: (mail, kind).
    pub returns: Vec<(MailId, &'static str)>,
    /// Returns that a letter of this change hands on.
    pub handed_on: Vec<MailId>,
    /// Lines of the story.
    pub story: Vec<String>,
}

/// One line of a request's story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// When, seconds since 1970.
    pub at: i64,
    /// What, in Portuguese.
    pub line: String,
}

const COLUMNS: &str = "id, protocol, status, due_at, created_at, state";

fn request_row(row: &Row<'_>) -> Result<RequestRow, rusqlite::Error> {
    Ok(RequestRow {
        id: RequestId(row.get(0)?),
        protocol: Protocol::from_text(&row.get::<_, String>(1)?),
        status: row.get(2)?,
        due_at: row.get(3)?,
        created_at: row.get(4)?,
        state: row.get(5)?,
    })
}

impl Ledger {
    /// The number that the next request of a year will have.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn next_number(&self, year: i16) -> Result<u32, LedgerError> {
        self.read("mint a protocol", |it| {
            it.prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM requests WHERE year = ?1")?
                .query_row([year], |row| row.get(0))
        })
    }

    /// Writes down one step of one request: all of it or nothing.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn apply(&mut self, change: &Change<'_>, now: i64) -> Result<RequestId, LedgerError> {
        self.write("write down a step of a request", |it| {
            let request = match change.request {
                Some(id) => {
                    it.prepare_cached(
                        "UPDATE requests SET area = ?2, status = ?3, open = ?4, due_at = ?5, digest = ?6, state = ?7 WHERE id = ?1",
                    )?
                    .execute(params![id.0, change.area, change.status, change.open, change.due_at, change.digest, change.state])?;
                    id
                }
                None => {
                    it.prepare_cached(
                        "INSERT INTO requests (protocol, year, number, area, requester, status, open, due_at, created_at, digest, state)
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                    )?
                    .execute(params![
                        change.protocol,
                        change.year_and_number.0,
                        change.year_and_number.1,
                        change.area,
                        change.requester,
                        change.status,
                        change.open,
                        change.due_at,
                        now,
                        change.digest,
                        change.state
                    ])?;
                    RequestId(it.last_insert_rowid())
                }
            };
            if let Some((mail, place, class, reason)) = &change.mail {
                it.prepare_cached("UPDATE mails SET place = ?2, class = ?3, reason = ?4, request_id = ?5 WHERE id = ?1")?
                    .execute(params![mail.0, place.as_str(), class, reason, request.0])?;
            }
            for letter in &change.letters {
                insert_letter(it, Some(request), letter, now)?;
            }
            for question in &change.questions {
                insert_question(it, Some(request), question, now)?;
            }
            if let Some(answer) = &change.answer {
                insert_answer(it, answer, now)?;
            }
            for (message_id, kind) in &change.message_ids {
                it.prepare_cached("INSERT OR IGNORE INTO message_ids VALUES (?1, ?2, ?3)")?
                    .execute(params![message_id, request.0, kind])?;
            }
            for (channel, people) in &change.people {
                replace_recipients(it, request, *channel, people)?;
            }
            for channel in &change.cancelled {
                move_all(it, request, *channel, &[RecipientState::Waiting, RecipientState::Deferred], RecipientState::Cancelled, now)?;
            }
            for channel in &change.handed_over {
                move_all(it, request, *channel, &[RecipientState::Waiting], RecipientState::Accepted, now)?;
            }
            for count in &change.counts {
                insert_count(it, request, count, now)?;
            }
            for (mail, kind) in &change.returns {
                it.prepare_cached("INSERT OR IGNORE INTO returns (request_id, mail_id, kind) VALUES (?1, ?2, ?3)")?
                    .execute(params![request.0, mail.0, kind])?;
            }
            for mail in &change.handed_on {
                it.prepare_cached("UPDATE returns SET handed_on = 1 WHERE request_id = ?1 AND mail_id = ?2")?
                    .execute(params![request.0, mail.0])?;
            }
            for line in &change.story {
                it.prepare_cached("INSERT INTO history (request_id, at, line) VALUES (?1, ?2, ?3)")?
                    .execute(params![request.0, now, line])?;
            }
            Ok(request)
        })
    }

    /// Links a mail to a request whose state it does not change, with news of its people, in one transaction.
    /// Returns how many of the people named are people of the request, and how many rows changed.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn take_return(
        &mut self,
        request: RequestId,
        channel: Channel,
        (mail, place, class): (MailId, Place, &str),
        kind: &'static str,
        news: &[News],
        now: i64,
    ) -> Result<(u64, u64), LedgerError> {
        let counted = self.take_news(request, channel, news, now)?;
        self.write("link a return to its request", |it| {
            it.prepare_cached("UPDATE mails SET place = ?2, class = ?3, request_id = ?4 WHERE id = ?1")?
                .execute(params![mail.0, place.as_str(), class, request.0])?;
            it.prepare_cached("INSERT OR IGNORE INTO returns (request_id, mail_id, kind) VALUES (?1, ?2, ?3)")?
                .execute(params![request.0, mail.0, kind])
                .map(drop)
        })?;
        Ok(counted)
    }

    /// A request by its row.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn request(&self, id: RequestId) -> Result<Option<RequestRow>, LedgerError> {
        self.read("look up a request", |it| {
            it.prepare_cached(&format!("SELECT {COLUMNS} FROM requests WHERE id = ?1"))?
                .query_row([id.0], request_row)
                .optional()
        })
    }

    /// A request by its protocol.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn request_named(&self, protocol: &Protocol) -> Result<Option<RequestRow>, LedgerError> {
        self.read("look up a protocol", |it| {
            it.prepare_cached(&format!("SELECT {COLUMNS} FROM requests WHERE protocol = ?1"))?
                .query_row([protocol.as_str()], request_row)
                .optional()
        })
    }

    /// Requests that are open, oldest first.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn open_requests(&self) -> Result<Vec<RequestRow>, LedgerError> {
        self.read("list open requests", |it| {
            it.prepare_cached(&format!("SELECT {COLUMNS} FROM requests WHERE open = 1 ORDER BY id"))?
                .query_map([], request_row)?
                .collect()
        })
    }

    /// Requests that an incoming mail may relate to: the open ones and those of the last `since`.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn recent_requests(&self, since: i64, max: u32) -> Result<Vec<RequestRow>, LedgerError> {
        self.read("list recent requests", |it| {
            it.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM (SELECT * FROM requests WHERE open = 1 OR created_at >= ?1 ORDER BY id DESC LIMIT ?2) ORDER BY id"
            ))?
            .query_map(params![since, max], request_row)?
            .collect()
        })
    }

    /// Requests for which something falls due by time.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn due_requests(&self, now: i64, max: u32) -> Result<Vec<RequestRow>, LedgerError> {
        self.read("list due requests", |it| {
            it.prepare_cached(&format!("SELECT {COLUMNS} FROM requests WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2"))?
                .query_map(params![now, max], request_row)?
                .collect()
        })
    }

    /// When the next request falls due.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn next_request_due(&self) -> Result<Option<i64>, LedgerError> {
        self.read("look for the next due request", |it| {
            it.prepare_cached("SELECT min(due_at) FROM requests WHERE due_at IS NOT NULL")?
                .query_row([], |row| row.get(0))
        })
    }

    /// Requests of which something may be leaving, oldest first: those that are sending, and those of which one
    /// channel waits for a person.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn sending_requests(&self) -> Result<Vec<RequestRow>, LedgerError> {
        self.read("list requests that are sending", |it| {
            it.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM requests WHERE open = 1 AND status IN ('sending', 'waiting-person') ORDER BY id"
            ))?
            .query_map([], request_row)?
            .collect()
        })
    }

    /// Requests that ended, came before a time, and whose data are still there.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn ended_before(&self, before: i64) -> Result<Vec<RequestRow>, LedgerError> {
        self.read("list requests of past years", |it| {
            it.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM requests WHERE open = 0 AND created_at < ?1
                 AND NOT EXISTS (SELECT 1 FROM meta WHERE key = 'deleted.' || requests.id) ORDER BY id"
            ))?
            .query_map([before], request_row)?
            .collect()
        })
    }

    /// Where the mails of a request lie that belong to no other which is still kept: neither the mail itself nor the
    /// same bytes that came another time or to another mailbox.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn own_mails_of(&self, request: RequestId) -> Result<Vec<String>, LedgerError> {
        self.read("list the mails of a request", |it| {
            it.prepare_cached(
                "SELECT DISTINCT raw_path FROM mails WHERE raw_path <> '' AND
                 (request_id = ?1 OR id IN (SELECT mail_id FROM returns WHERE request_id = ?1)) AND
                 NOT EXISTS (
                   SELECT 1 FROM mails other LEFT JOIN returns ON returns.mail_id = other.id
                   WHERE other.sha256 = mails.sha256 AND other.raw_path = mails.raw_path AND (
                     other.place = 'received'
                     OR other.request_id <> ?1
                        AND NOT EXISTS (SELECT 1 FROM meta WHERE key = 'deleted.' || other.request_id)
                     OR returns.request_id <> ?1
                        AND NOT EXISTS (SELECT 1 FROM meta WHERE key = 'deleted.' || returns.request_id)))",
            )?
            .query_map([request.0], |row| row.get(0))?
            .collect()
        })
    }

    /// Mails that came before a time and belong to no request, the oldest first: (row, where it lies).
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn mails_of_nobody(&self, before: i64, max: u32) -> Result<Vec<(i64, String)>, LedgerError> {
        self.read("list old mails of no request", |it| {
            it.prepare_cached(
                "SELECT id, raw_path FROM mails WHERE received_at < ?1 AND raw_path <> '' AND request_id IS NULL
                 AND place NOT IN ('received', 'waiting')
                 AND NOT EXISTS (SELECT 1 FROM returns WHERE returns.mail_id = mails.id)
                 AND NOT EXISTS (SELECT 1 FROM mails other WHERE other.sha256 = mails.sha256
                                 AND (other.request_id IS NOT NULL OR other.received_at >= ?1))
                 ORDER BY id LIMIT ?2",
            )?
            .query_map((before, max), |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
        })
    }

    /// Forgets where mails lie that were deleted; that they came stays.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn forget_mails(&mut self, rows: &[i64]) -> Result<(), LedgerError> {
        self.write("forget deleted mails", |it| {
            let mut forget = it.prepare_cached("UPDATE mails SET raw_path = '', reason = NULL WHERE id = ?1")?;
            rows.iter().try_for_each(|row| forget.execute([row]).map(drop))
        })
    }

    /// Forgets the people of a request and the letters about it; counts and story stay.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn forget_people(&mut self, request: RequestId) -> Result<(), LedgerError> {
        self.write("forget the people of a request", |it| {
            it.execute("DELETE FROM recipients WHERE request_id = ?1", [request.0])?;
            it.execute("UPDATE letters SET raw = x'', rcpt = '' WHERE request_id = ?1", [request.0])?;
            it.execute("INSERT OR REPLACE INTO meta VALUES ('deleted.' || ?1, '1')", [request.0])?;
            it.execute("DELETE FROM meta WHERE key = 'deleting.' || ?1", [request.0]).map(drop)
        })
    }

    /// The request that a Message-ID names, and what kind of mail bore it.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn request_of_message(&self, message_id: &str) -> Result<Option<(RequestId, String)>, LedgerError> {
        let bracketed = crate::office::MessageId::new(message_id);
        self.read("look up a Message-ID", |it| {
            it.prepare_cached("SELECT request_id, kind FROM message_ids WHERE message_id = ?1")?
                .query_row([bracketed.as_str()], |row| Ok((RequestId(row.get(0)?), row.get(1)?)))
                .optional()
        })
    }

    /// The Message-IDs of a request: (id, kind).
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn message_ids_of(&self, request: RequestId) -> Result<Vec<(String, String)>, LedgerError> {
        self.read("list the Message-IDs of a request", |it| {
            it.prepare_cached("SELECT message_id, kind FROM message_ids WHERE request_id = ?1 LIMIT 1000")?
                .query_map([request.0], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
    }

    /// Notices and reports of a request that were not handed on yet: (mail, kind).
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn returns_of(&self, request: RequestId, all: bool) -> Result<Vec<(MailId, String)>, LedgerError> {
        self.read("list the returns of a request", |it| {
            it.prepare_cached(
                "SELECT mail_id, kind FROM returns WHERE request_id = ?1 AND (handed_on = 0 OR ?2) ORDER BY id",
            )?
            .query_map(params![request.0, all], |row| Ok((MailId(row.get(0)?), row.get(1)?)))?
            .collect()
        })
    }

    /// The story of a request.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn story(&self, request: RequestId) -> Result<Vec<Story>, LedgerError> {
        self.read("read the story of a request", |it| {
            it.prepare_cached("SELECT at, line FROM history WHERE request_id = ?1 ORDER BY id")?
                .query_map([request.0], |row| Ok(Story { at: row.get(0)?, line: row.get(1)? }))?
                .collect()
        })
    }

    /// Adds a line to the story of a request.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn tell(&mut self, request: RequestId, line: &str, now: i64) -> Result<(), LedgerError> {
        self.write("add to the story of a request", |it| {
            it.execute("INSERT INTO history (request_id, at, line) VALUES (?1, ?2, ?3)", params![request.0, now, line])
                .map(drop)
        })
    }
}

/// Moves all people of a channel from some states to another.
fn move_all(
    it: &rusqlite::Connection,
    request: RequestId,
    channel: Channel,
    from: &[RecipientState],
    to: RecipientState,
    now: i64,
) -> Result<(), rusqlite::Error> {
    for state in from {
        let moved = it
            .prepare_cached(
                "UPDATE recipients SET state = ?4, at = ?5 WHERE request_id = ?1 AND channel = ?2 AND state = ?3",
            )?
            .execute(params![request.0, channel.as_str(), state.code(), to.code(), now])?;
        let moved = i64::try_from(moved).unwrap_or(i64::MAX);
        bump(it, request, channel, *state, -moved)?;
        bump(it, request, channel, to, moved)?;
    }
    Ok(())
}
