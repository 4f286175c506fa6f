//! What the workbook is owed. A count is written down when it falls due, again with what will be written
//! before the file is touched, and a third time when it stands in the file.

use rusqlite::{Connection, params};

use super::{Ledger, LedgerError};
use crate::office::{Channel, RequestId};

/// The row of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountId(pub i64);

/// A count that falls due with a change.
#[derive(Debug, Clone)]
pub struct NewCount {
    /// Its channel.
    pub channel: Channel,
    /// The year of the sending.
    pub year: i16,
    /// The month of the sending, from 1.
    pub month: i8,
    /// The key of the area.
    pub area: String,
    /// The label of the area's row.
    pub label: String,
    /// The tab, where a rule names it.
    pub sheet: Option<String>,
    /// How much is added.
    pub amount: i64,
}

/// A count that the workbook is owed.
#[derive(Debug, Clone)]
pub struct OwedCount {
    /// Its row.
    pub id: CountId,
    /// Its request.
    pub request: RequestId,
    /// What is owed.
    pub count: NewCount,
    /// What was about to be written when the process last ended, if it was.
    pub intent: Option<String>,
    /// Since when it is owed.
    pub due_since: i64,
}

/// A place of the workbook in which something of ours stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedPlace {
    /// The label of the area's row.
    pub label: String,
    /// The tab, where a rule names it.
    pub sheet: Option<String>,
    /// The month, from 1.
    pub month: i8,
    /// The channel.
    pub channel: Channel,
}

pub(super) fn insert_count(
    it: &Connection,
    request: RequestId,
    count: &NewCount,
    now: i64,
) -> Result<(), rusqlite::Error> {
    it.prepare_cached(
        "INSERT OR IGNORE INTO counts (request_id, channel, year, month, area, label, sheet, amount, status, due_since)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'due', ?9)",
    )?
    .execute(params![
        request.0,
        count.channel.as_str(),
        count.year,
        count.month,
        count.area,
        count.label,
        count.sheet,
        count.amount,
        now
    ])
    .map(drop)
}

impl Ledger {
    /// What the workbook is owed, oldest first.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn owed_counts(&self) -> Result<Vec<OwedCount>, LedgerError> {
        let rows = self.read("list owed counts", |it| {
            it.prepare_cached(
                "SELECT id, request_id, channel, year, month, area, label, sheet, amount, intent, due_since
                 FROM counts WHERE status IN ('due', 'writing') ORDER BY id",
            )?
            .query_map([], |row| {
                let channel: String = row.get(2)?;
                let count = NewCount {
                    channel: Channel::Email,
                    year: row.get(3)?,
                    month: row.get(4)?,
                    area: row.get(5)?,
                    label: row.get(6)?,
                    sheet: row.get(7)?,
                    amount: row.get(8)?,
                };
                let owed = OwedCount {
                    id: CountId(row.get(0)?),
                    request: RequestId(row.get(1)?),
                    count,
                    intent: row.get(9)?,
                    due_since: row.get(10)?,
                };
                Ok((channel, owed))
            })?
            .collect::<Result<Vec<_>, _>>()
        })?;
        rows.into_iter()
            .map(|(channel, mut owed)| {
                owed.count.channel = super::parcels::channel_of(&channel)?;
                Ok(owed)
            })
            .collect()
    }

    /// Writes down what is about to be written into the workbook, before it is touched.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn counts_writing(&mut self, intents: &[(CountId, String)]) -> Result<(), LedgerError> {
        self.write_now("write down what the workbook will hold", |it| {
            for (id, intent) in intents {
                it.execute("UPDATE counts SET status = 'writing', intent = ?2 WHERE id = ?1", params![id.0, intent])?;
            }
            Ok(())
        })
    }

    /// Writes down that counts stand in the workbook, or (`asked`) that a person was asked where they belong.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn counts_ended(&mut self, ids: &[CountId], status: &'static str, now: i64) -> Result<(), LedgerError> {
        self.write("write down that the workbook was counted", |it| {
            for id in ids {
                it.execute(
                    "UPDATE counts SET status = ?2, written_at = ?3, intent = NULL WHERE id = ?1",
                    params![id.0, status, now],
                )?;
            }
            Ok(())
        })
    }

    /// Takes back the intents: the file was not changed.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn counts_not_written(&mut self, ids: &[CountId]) -> Result<(), LedgerError> {
        self.write("put counts back", |it| {
            for id in ids {
                it.execute("UPDATE counts SET status = 'due', intent = NULL WHERE id = ?1", [id.0])?;
            }
            Ok(())
        })
    }

    /// The counts of a year as they stand in the workbook by our knowledge: (area, month, channel, amount).
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn counted(&self, year: i16) -> Result<Vec<(String, i8, String, i64)>, LedgerError> {
        self.read("add up the counts of a year", |it| {
            it.prepare_cached(
                "SELECT area, month, channel, sum(amount) FROM counts WHERE year = ?1 AND status = 'written'
                 GROUP BY area, month, channel ORDER BY area, month, channel",
            )?
            .query_map([year], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
            .collect()
        })
    }

    /// The places of a year in which something of ours stands: label, tab where a rule names it, month, channel.
    ///
    /// # Errors
    /// [`LedgerError`].
    pub fn counted_places(&self, year: i16) -> Result<Vec<CountedPlace>, LedgerError> {
        let rows = self.read("list the places of a year", |it| {
            it.prepare_cached(
                "SELECT DISTINCT label, sheet, month, channel FROM counts WHERE year = ?1 AND status = 'written'
                 ORDER BY label, sheet, month, channel",
            )?
            .query_map([year], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get::<_, String>(3)?)))?
            .collect::<Result<Vec<_>, _>>()
        })?;
        rows.into_iter()
            .map(|(label, sheet, month, channel)| {
                let channel = super::parcels::channel_of(&channel)?;
                Ok(CountedPlace { label, sheet, month, channel })
            })
            .collect()
    }
}
