//! Questions to people that one word answers, each bound to exactly what it asks about.
//!
//! A question is written down with the letter that asks it; an answer counts if it names that letter and bears its
//! token, and if what was asked about is still the same.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::letters::{NewLetter, insert_letter};
use super::mails::{MailId, Place};
use super::{Ledger, LedgerError};
use crate::office::RequestId;

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Parcels of which nobody knows whether they left: bound to their numbers.
    DoubtfulParcels,
    /// A letter of which nobody knows whether it left: bound to its number.
    DoubtfulLetter,
    /// A request that needs a person of the desk: bound to its content.
    Held,
    /// What would go out, shown to its requester: bound to its content.
    Preview,
    /// What would go out, shown to approvers: bound to its content.
    Approval,
}

impl Topic {
    const ALL: [Self; 5] = [Self::DoubtfulParcels, Self::DoubtfulLetter, Self::Held, Self::Preview, Self::Approval];

    const fn as_str(self) -> &'static str {
        match self {
            Self::DoubtfulParcels => "doubtful-parcels",
            Self::DoubtfulLetter => "doubtful-letter",
            Self::Held => "held",
            Self::Preview => "preview",
            Self::Approval => "approval",
        }
    }
}

/// A question to be written down with its letter.
#[derive(Debug, Clone)]
pub struct NewQuestion {
    /// Stands in the subject of the letter.
    pub token: String,
    /// The letter's Message-ID, with angle brackets.
    pub message_id: String,
    /// What it is about.
    pub topic: Topic,
    /// Exactly what the answer is bound to.
    pub bound_to: String,
}

/// A question that was asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// What was written down.
    pub asked: NewQuestion,
    /// Its request, if it belongs to one.
    pub request: Option<RequestId>,
    /// When it was asked, seconds since 1970.
    pub asked_at: i64,
    /// Whether somebody has answered.
    pub is_answered: bool,
}

/// A person's answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The token of the question.
    pub token: String,
    /// The word.
    pub word: &'static str,
    /// Who.
    pub by: String,
}

const COLUMNS: &str = "token, message_id, topic, bound_to, request_id, asked_at, answer IS NOT NULL";

fn question_row(row: &Row<'_>) -> Result<Question, rusqlite::Error> {
    let topic: String = row.get(2)?;
    // A topic of a newer version is one that this version never acts on: previews only hold back.
    let topic = Topic::ALL.into_iter().find(|it| it.as_str() == topic).unwrap_or(Topic::Preview);
    Ok(Question {
        asked: NewQuestion { token: row.get(0)?, message_id: row.get(1)?, topic, bound_to: row.get(3)? },
        request: row.get::<_, Option<i64>>(4)?.map(RequestId),
        asked_at: row.get(5)?,
        is_answered: row.get(6)?,
    })
}

pub(super) fn insert_question(
    it: &Connection,
    request: Option<RequestId>,
    question: &NewQuestion,
    now: i64,
) -> Result<(), rusqlite::Error> {
    it.prepare_cached(
        "INSERT OR IGNORE INTO questions (token, message_id, topic, bound_to, request_id, asked_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        question.token,
        question.message_id,
        question.topic.as_str(),
        question.bound_to,
        request.map(|it| it.0),
        now
    ])
    .map(drop)
}

pub(super) fn insert_answer(it: &Connection, answer: &Answer, now: i64) -> Result<(), rusqlite::Error> {
    it.prepare_cached(
        "UPDATE questions SET answer = ?2, answered_by = ?3, answered_at = ?4 WHERE token = ?1 AND answer IS NULL",
    )?
    .execute(params![answer.token, answer.word, answer.by, now])
    .map(drop)
}

impl Ledger {
    /// Asks a question with its letter, unless the same was asked already.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn ask(
        &mut self,
        request: Option<RequestId>,
        question: &NewQuestion,
        letter: &NewLetter,
        now: i64,
    ) -> Result<(), LedgerError> {
        self.write("ask a question", |it| {
            insert_question(it, request, question, now)?;
            insert_letter(it, request, letter, now)
        })
    }

    /// Whether exactly this was asked before.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn was_asked(&self, topic: Topic, bound_to: &str) -> Result<bool, LedgerError> {
        self.read("look up a question", |it| {
            it.prepare_cached("SELECT count(*) > 0 FROM questions WHERE topic = ?1 AND bound_to = ?2")?
                .query_row(params![topic.as_str(), bound_to], |row| row.get(0))
        })
    }

    /// The question that a letter with this Message-ID asked.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn question_of(&self, message_id: &str) -> Result<Option<Question>, LedgerError> {
        self.read("look up a question", |it| {
            it.prepare_cached(&format!("SELECT {COLUMNS} FROM questions WHERE message_id = ?1"))?
                .query_row([message_id], question_row)
                .optional()
        })
    }

    /// Writes down that a question was answered, and where the mail ended that answered it.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn answer(
        &mut self,
        answer: &Answer,
        (mail, place, class): (MailId, Place, &str),
        request: Option<RequestId>,
        letter: &NewLetter,
        now: i64,
    ) -> Result<(), LedgerError> {
        self.write("write down an answer", |it| {
            insert_answer(it, answer, now)?;
            it.prepare_cached("UPDATE mails SET place = ?2, class = ?3, request_id = ?4 WHERE id = ?1")?
                .execute(params![mail.0, place.as_str(), class, request.map(|it| it.0)])?;
            insert_letter(it, request, letter, now)
        })
    }
}
