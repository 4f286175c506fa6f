//! Layer 5, how the service is, for machines that watch: `/metrics` for Prometheus and `/healthz`, on loopback only.
//!
//! The daemon puts a [`Health`] on the [`Board`] after every pass; the server reads it there and nowhere else, so a
//! daemon that hangs is seen as one. A new figure is a field of [`Health`] and a line in `text`. No figure bears an
//! address, a number or a name of a person.

mod server;
mod text;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::ledger::Queues;
use crate::office::RecipientState;

pub use server::{Figures, serve};

/// A mailbox that was not read for this long is deaf, in seconds: IDLE is renewed every five minutes, and one more
/// minute is a slow server's.
pub const DEAF_SECS: i64 = 6 * 60;

/// How the service was after its last pass.
#[derive(Debug, Clone, Default)]
pub struct Health {
    /// When the process began, seconds since 1970.
    pub started_at: i64,
    /// When each mailbox was last proven to be read to its end.
    pub mailboxes: BTreeMap<String, Option<i64>>,
    /// Other proofs of life, by name (a test mail that went round, a reconciliation): when each last succeeded.
    pub proofs: BTreeMap<String, i64>,
    /// What waits.
    pub queues: Queues,
    /// Open requests by status.
    pub requests: BTreeMap<String, u64>,
    /// People of all requests by channel and state.
    pub people: Vec<(String, RecipientState, u64)>,
    /// Mails by the place where they ended.
    pub mails: BTreeMap<String, u64>,
    /// The rules in force.
    pub rules: RulesHealth,
    /// Passes that were made since the start.
    pub passes: u64,
    /// Passes that failed since the start.
    pub passes_failed: u64,
    /// When the last pass ended, whatever came of it.
    pub last_pass_at: Option<i64>,
    /// What went wrong in the last pass, without anybody's data: `archive`, `smtp` …
    pub failing: Option<&'static str>,
}

/// The rules in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RulesHealth {
    /// How many.
    pub count: u64,
    /// Their version.
    pub version: String,
    /// Whether the files as they are now could be loaded.
    pub is_last_load_good: bool,
    /// When they came into force, seconds since 1970.
    pub loaded_at: i64,
}

impl Health {
    /// What is wrong now; empty if all is well.
    #[must_use]
    pub fn complaints(&self, now: i64) -> Vec<String> {
        let mut found = Vec::new();
        for (name, proven_at) in &self.mailboxes {
            let since = proven_at.unwrap_or(self.started_at);
            if now - since > DEAF_SECS {
                found.push(format!("mailbox {name} has not been read for {} s", now - since));
            }
        }
        let last = self.last_pass_at.unwrap_or(self.started_at);
        if now - last > DEAF_SECS {
            found.push(format!("the last pass ended {} s ago", now - last));
        }
        found.extend(self.failing.map(|it| format!("the last pass failed: {it}")));
        found
    }
}

/// Where the daemon puts its health, and the server reads it.
#[derive(Debug, Clone, Default)]
pub struct Board(Arc<Mutex<Health>>);

impl Board {
    /// Puts up what is known now.
    pub fn put(&self, health: Health) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = health;
    }

    /// What was put up last.
    #[must_use]
    pub fn look(&self) -> Health {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::Health;

    #[test]
    fn a_mailbox_is_deaf_after_six_minutes_and_so_is_a_daemon_that_hangs() {
        let health = |proven_at: Option<i64>, last_pass_at: Option<i64>| Health {
            started_at: 1000,
            mailboxes: [("assessoria".to_owned(), proven_at)].into(),
            last_pass_at,
            ..Health::default()
        };
        let check = |health: Health, now: i64, expected: &[&str]| assert_eq!(health.complaints(now), expected);
        check(health(Some(2000), Some(2000)), 2360, &[]);
        check(health(Some(2000), Some(2361)), 2361, &["mailbox assessoria has not been read for 361 s"]);
        check(
            health(Some(2000), Some(2000)),
            2400,
            &["mailbox assessoria has not been read for 400 s", "the last pass ended 400 s ago"],
        );
        // Never read yet: the start counts, so that a first start has its minutes.
        check(health(None, None), 1300, &[]);
        check(health(None, Some(1361)), 1361, &["mailbox assessoria has not been read for 361 s"]);
        // What an earlier life proved long ago is no proof of this one.
        check(health(Some(10), Some(1000)), 1001, &["mailbox assessoria has not been read for 991 s"]);
    }
}
