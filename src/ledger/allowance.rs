//! What the provider allows in a day and in a minute, kept over restarts.

use rusqlite::params;

use super::{Ledger, LedgerError};

impl Ledger {
    /// Writes down that so many messages with so many recipients left.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn spend(&mut self, messages: u32, recipients: u32, now: i64) -> Result<(), LedgerError> {
        self.write("write down what left", |it| {
            it.prepare_cached(
                "INSERT INTO allowance VALUES (?1, ?2, ?3) ON CONFLICT (minute)
                 DO UPDATE SET messages = messages + excluded.messages, recipients = recipients + excluded.recipients",
            )?
            .execute(params![now / 60, messages, recipients])?;
            it.prepare_cached("DELETE FROM allowance WHERE minute < ?1")?.execute([now / 60 - 2 * 24 * 60])?;
            Ok(())
        })
    }

    /// Messages of the running minute, and recipients of the last 24 hours.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn spent(&self, now: i64) -> Result<(u64, u64), LedgerError> {
        self.read("look what has left", |it| {
            let messages = it
                .prepare_cached("SELECT coalesce(sum(messages), 0) FROM allowance WHERE minute = ?1")?
                .query_row([now / 60], |row| row.get(0))?;
            let recipients = it
                .prepare_cached("SELECT coalesce(sum(recipients), 0) FROM allowance WHERE minute > ?1")?
                .query_row([now / 60 - 24 * 60], |row| row.get(0))?;
            Ok((messages, recipients))
        })
    }
}
