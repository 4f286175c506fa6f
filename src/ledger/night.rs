//! What is asked of the ledger once a night: whether it agrees with itself, and what it expects to find elsewhere.

use rusqlite::params;

use super::mails::{MailRow, mail_row};
use super::{Ledger, LedgerError};

/// What should have come to an end and has not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unsettled {
    /// Mails that were archived and not decided.
    pub mails: u64,
    /// Decided mails that still lie in the inbox.
    pub unmoved: u64,
    /// Letters that are due and did not leave.
    pub letters: u64,
    /// Letters of which nobody knows whether they left.
    pub letters_in_doubt: u64,
    /// Parcels of which nobody knows whether they left.
    pub parcels_in_doubt: u64,
}

impl Ledger {
    /// What was to be done before `before` and is not.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn unsettled(&self, before: i64) -> Result<Unsettled, LedgerError> {
        self.read("count what is not settled", |it| {
            let count = |sql: &str| it.prepare_cached(sql)?.query_row([before], |row| row.get::<_, u64>(0));
            Ok(Unsettled {
                mails: count("SELECT count(*) FROM mails WHERE place = 'received' AND received_at < ?1")?,
                unmoved: count(
                    "SELECT count(*) FROM mails WHERE moved = 0 AND place NOT IN ('received', 'no-concern') AND received_at < ?1",
                )?,
                letters: count("SELECT count(*) FROM letters WHERE status = 'due' AND due_at < ?1")?,
                letters_in_doubt: count("SELECT count(*) FROM letters WHERE status = 'doubt' AND created_at < ?1")?,
                parcels_in_doubt: count("SELECT count(*) FROM parcels WHERE status = 'doubt' AND left_at < ?1")?,
            })
        })
    }

    /// Mails that came in a span of time, for a look at their files in the archive.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn mails_between(&self, from: i64, until: i64, max: u32) -> Result<Vec<MailRow>, LedgerError> {
        self.read("list the mails of a day", |it| {
            it.prepare_cached(&format!(
                "SELECT {} FROM mails WHERE received_at >= ?1 AND received_at < ?2 AND raw_path <> '' ORDER BY id LIMIT ?3",
                super::mails::COLUMNS
            ))?
            .query_map(params![from, until, max], mail_row)?
            .collect()
        })
    }

    /// The lowest number of a mailbox's numbering that is known; older mails were there before the first start.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn first_uid(&self, mailbox: &str, uid_validity: u32) -> Result<Option<u32>, LedgerError> {
        self.read("look up the first known number", |it| {
            it.prepare_cached("SELECT min(uid) FROM mails WHERE mailbox = ?1 AND uid_validity = ?2")?
                .query_row(params![mailbox, uid_validity], |row| row.get(0))
        })
    }

    /// Protocols of open requests whose running counts do not agree with their people.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn tallies_that_differ(&self) -> Result<Vec<String>, LedgerError> {
        self.read("add up the people of open requests", |it| {
            it.prepare_cached(
                "SELECT DISTINCT requests.protocol FROM requests
                 LEFT JOIN (SELECT request_id, channel, state, count(*) AS n FROM recipients GROUP BY 1, 2, 3) AS rows
                   ON rows.request_id = requests.id
                 LEFT JOIN tallies ON tallies.request_id = rows.request_id AND tallies.channel = rows.channel
                   AND tallies.state = rows.state
                 WHERE requests.open = 1 AND rows.n IS NOT NULL AND rows.n <> coalesce(tallies.n, 0)",
            )?
            .query_map([], |row| row.get(0))?
            .collect()
        })
    }
}
