//! What the provider allows in a day and in a minute, kept over restarts.

use rusqlite::{Connection, params};

use super::{Ledger, LedgerError};

/// The provider's day, in minutes.
const DAY_MINUTES: i64 = 24 * 60;

impl Ledger {
    /// Writes down that so many messages with so many recipients left.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn spend(&mut self, messages: u32, recipients: u32, now: i64) -> Result<(), LedgerError> {
        self.write("write down what left", |it| spend(it, messages, recipients, now))
    }

    /// Messages of the last sixty seconds, and recipients of the last 24 hours: however the provider lays its minute
    /// and its day, it counts no more.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn spent(&self, now: i64) -> Result<(u64, u64), LedgerError> {
        self.read("look what has left", |it| {
            let messages = it
                .prepare_cached("SELECT coalesce(sum(messages), 0) FROM messages_left WHERE second > ?1")?
                .query_row([now - 60], |row| row.get(0))?;
            let recipients = it
                .prepare_cached("SELECT coalesce(sum(recipients), 0) FROM allowance WHERE minute >= ?1")?
                .query_row([now / 60 - DAY_MINUTES], |row| row.get(0))?;
            Ok((messages, recipients))
        })
    }

    /// When the allowance of the minute or of the day has room again, if one of them is used up.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn room_at(&self, now: i64, messages_max: u32, recipients_max: u32) -> Result<Option<i64>, LedgerError> {
        let (messages, recipients) = self.spent(now)?;
        self.read("look when more may leave", |it| {
            let mut room = None;
            if messages >= u64::from(messages_max) {
                room = it
                    .prepare_cached("SELECT min(second) + 60 FROM messages_left WHERE second > ?1")?
                    .query_row([now - 60], |row| row.get(0))?;
            }
            if recipients >= u64::from(recipients_max) {
                let day: Option<i64> = it
                    .prepare_cached("SELECT (min(minute) + ?1 + 1) * 60 FROM allowance WHERE minute >= ?2")?
                    .query_row([DAY_MINUTES, now / 60 - DAY_MINUTES], |row| row.get(0))?;
                room = room.max(day);
            }
            Ok(room)
        })
    }
}

/// Writes down what leaves, in the transaction that lets it leave.
pub(super) fn spend(it: &Connection, messages: u32, recipients: u32, now: i64) -> Result<(), rusqlite::Error> {
    if messages == 0 {
        return Ok(());
    }
    it.prepare_cached(
        "INSERT INTO allowance VALUES (?1, ?2, ?3) ON CONFLICT (minute)
         DO UPDATE SET messages = messages + excluded.messages, recipients = recipients + excluded.recipients",
    )?
    .execute(params![now / 60, messages, recipients])?;
    it.prepare_cached(
        "INSERT INTO messages_left VALUES (?1, ?2) ON CONFLICT (second)
         DO UPDATE SET messages = messages + excluded.messages",
    )?
    .execute(params![now, messages])?;
    it.prepare_cached("DELETE FROM allowance WHERE minute < ?1")?.execute([now / 60 - 2 * DAY_MINUTES])?;
    it.prepare_cached("DELETE FROM messages_left WHERE second < ?1")?.execute([now - 120]).map(drop)
}
