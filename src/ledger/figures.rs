//! Figures of the whole ledger: how long things wait, how many there are of each; for metrics and digests.

use rusqlite::{Connection, params};

use super::{Ledger, LedgerError};
use crate::office::{Channel, RecipientState};

/// Things that wait, and since when the oldest does (seconds since 1970).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Queue {
    /// How many.
    pub length: u64,
    /// Since when the oldest waits.
    pub oldest: Option<i64>,
}

/// What waits in the ledger.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Queues {
    /// Mails that were taken in and not decided.
    pub mails: Queue,
    /// Letters that are due.
    pub letters: Queue,
    /// Counts that the workbook is owed.
    pub counts: Queue,
    /// Parcels of which nobody knows whether they were taken.
    pub doubtful_parcels: Queue,
    /// Letters of which nobody knows whether they were taken.
    pub doubtful_letters: Queue,
}

impl Ledger {
    /// What waits now.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn queues(&self, now: i64) -> Result<Queues, LedgerError> {
        self.read("measure what waits", |it| {
            Ok(Queues {
                mails: queue(it, "SELECT count(*), min(received_at) FROM mails WHERE place = 'received'", None)?,
                letters: queue(
                    it,
                    "SELECT count(*), min(due_at) FROM letters WHERE status = 'due' AND due_at <= ?1",
                    Some(now),
                )?,
                counts: queue(
                    it,
                    "SELECT count(*), min(due_since) FROM counts WHERE status IN ('due', 'writing')",
                    None,
                )?,
                doubtful_parcels: queue(it, "SELECT count(*), min(left_at) FROM parcels WHERE status = 'doubt'", None)?,
                doubtful_letters: queue(
                    it,
                    "SELECT count(*), min(created_at) FROM letters WHERE status = 'doubt'",
                    None,
                )?,
            })
        })
    }

    /// Open requests by status.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn open_by_status(&self) -> Result<Vec<(String, u64)>, LedgerError> {
        self.read("count open requests", |it| {
            it.prepare_cached("SELECT status, count(*) FROM requests WHERE open = 1 GROUP BY status")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
    }

    /// People of all requests, by channel and state.
    ///
    /// # Errors
    /// [`LedgerError`].
    pub fn people_by_state(&self) -> Result<Vec<(String, RecipientState, u64)>, LedgerError> {
        let rows: Vec<(String, u8, u64)> = self.read("count people by state", |it| {
            it.prepare_cached("SELECT channel, state, sum(n) FROM tallies GROUP BY channel, state")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect()
        })?;
        Ok(rows
            .into_iter()
            .filter_map(|(channel, code, n)| Some((channel, RecipientState::from_code(code)?, n)))
            .collect())
    }

    /// What was done between two moments: requests that came, communications that left, the people of them,
    /// requests that ended.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn done_between(&self, from: i64, until: i64) -> Result<[u64; 4], LedgerError> {
        let one =
            |it: &Connection, sql: &str| it.prepare_cached(sql)?.query_row(params![from, until], |row| row.get(0));
        self.read("count what was done", |it| {
            Ok([
                one(it, "SELECT count(*) FROM requests WHERE created_at >= ?1 AND created_at < ?2")?,
                one(it, "SELECT count(*) FROM counts WHERE due_since >= ?1 AND due_since < ?2")?,
                one(
                    it,
                    "SELECT coalesce(sum(n), 0) FROM tallies JOIN counts USING (request_id, channel)
                     WHERE due_since >= ?1 AND due_since < ?2",
                )?,
                one(
                    it,
                    "SELECT count(DISTINCT request_id) FROM history JOIN requests ON requests.id = request_id
                     WHERE at >= ?1 AND at < ?2 AND open = 0 AND requests.status = 'closed' AND line = 'encerrado'",
                )?,
            ])
        })
    }

    /// The communications of a month as the workbook counts them: (area's row, channel, amount).
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn communications_of(&self, year: i16, month: i8) -> Result<Vec<(String, String, u64)>, LedgerError> {
        self.read("count the communications of a month", |it| {
            it.prepare_cached(
                "SELECT label, channel, sum(amount) FROM counts WHERE year = ?1 AND month = ?2
                 GROUP BY label, channel ORDER BY label, channel",
            )?
            .query_map(params![year, month], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect()
        })
    }

    /// What became of the people of one channel, in the requests that a month counts.
    ///
    /// # Errors
    /// [`LedgerError`].
    pub fn people_of_month(
        &self,
        year: i16,
        month: i8,
        channel: Channel,
    ) -> Result<Vec<(RecipientState, u64)>, LedgerError> {
        let rows: Vec<(u8, u64)> = self.read("count the people of a month", |it| {
            it.prepare_cached(
                "SELECT state, sum(n) FROM tallies JOIN counts USING (request_id, channel)
                 WHERE year = ?1 AND month = ?2 AND channel = ?3 GROUP BY state",
            )?
            .query_map(params![year, month, channel.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
        })?;
        Ok(rows.into_iter().filter_map(|(code, n)| Some((RecipientState::from_code(code)?, n))).collect())
    }

    /// How long each sending of a month took from the request to its leaving, in seconds, shortest first.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn waits_of_month(&self, year: i16, month: i8) -> Result<Vec<i64>, LedgerError> {
        self.read("measure the waits of a month", |it| {
            it.prepare_cached(
                "SELECT due_since - created_at FROM counts JOIN requests ON requests.id = request_id
                 WHERE counts.year = ?1 AND counts.month = ?2 ORDER BY 1",
            )?
            .query_map(params![year, month], |row| row.get(0))?
            .collect()
        })
    }
}

fn queue(it: &Connection, sql: &str, now: Option<i64>) -> Result<Queue, rusqlite::Error> {
    let mut statement = it.prepare_cached(sql)?;
    let read = |row: &rusqlite::Row<'_>| Ok(Queue { length: row.get(0)?, oldest: row.get(1)? });
    match now {
        Some(now) => statement.query_row([now], read),
        None => statement.query_row([], read),
    }
}
