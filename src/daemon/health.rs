//! What the daemon tells of itself after each pass, to machines that watch (`/metrics`, `/healthz`).

use super::run::LiveRules;
use super::{Clock, Daemon, DaemonError};
use crate::metrics::{self, Board, Figures, Health};

/// The board of a daemon that runs, and what it counts from pass to pass.
pub(super) struct Watched {
    board: Option<(Board, Figures)>,
    started_at: i64,
    passes: u64,
    passes_failed: u64,
}

impl Watched {
    /// Starts the server of `[metrics] listen`, where there is one.
    pub(super) fn start(daemon: &Daemon) -> Self {
        let started_at = daemon.clock.now();
        let board = match daemon.config.metrics {
            None => None,
            Some(listen) => {
                let board = Board::default();
                board.put(Health { started_at, ..Health::default() });
                let clock: Clock = daemon.clock.clone();
                match metrics::serve(listen, board.clone(), move || clock.now()) {
                    Ok(figures) => {
                        let address = figures.address;
                        tracing::info!(%address, "figures are told on /metrics, health on /healthz");
                        Some((board, figures))
                    }
                    Err(error) => {
                        // Nobody's post waits for a figure.
                        tracing::error!(%listen, reason = %error, "figures cannot be told; is the port taken?");
                        None
                    }
                }
            }
        };
        Self { board, started_at, passes: 0, passes_failed: 0 }
    }

    /// Puts up what is known after a pass.
    pub(super) fn after(
        &mut self,
        daemon: &Daemon,
        rules: &LiveRules,
        failed: Option<&DaemonError>,
    ) -> Result<(), DaemonError> {
        let Some((board, _)) = &self.board else { return Ok(()) };
        if failed.is_some() {
            self.passes_failed += 1;
        } else {
            self.passes += 1;
        }
        let now = daemon.clock.now();
        board.put(Health {
            started_at: self.started_at,
            rules: rules.health(daemon),
            passes: self.passes,
            passes_failed: self.passes_failed,
            last_pass_at: Some(now),
            failing: failed.map(DaemonError::part),
            ..daemon.health(now)?
        });
        Ok(())
    }
}

impl Daemon {
    /// What the ledger knows of how things are.
    fn health(&self, now: i64) -> Result<Health, DaemonError> {
        let mut mailboxes = std::collections::BTreeMap::new();
        for account in &self.accounts {
            mailboxes.insert(account.name.clone(), self.ledger.position(&account.name)?.map(|it| it.proven_at));
        }
        Ok(Health {
            mailboxes,
            proofs: self.proofs()?,
            queues: self.ledger.queues(now)?,
            requests: self.ledger.open_by_status()?.into_iter().collect(),
            people: self.ledger.people_by_state()?,
            mails: self.ledger.places()?.into_iter().collect(),
            ..Health::default()
        })
    }
}

impl Daemon {
    /// When our mail to ourselves last came back, and when everything was last compared.
    fn proofs(&self) -> Result<std::collections::BTreeMap<String, i64>, DaemonError> {
        let mut found = std::collections::BTreeMap::new();
        for (name, key) in [("canary", super::canary::BACK), ("comparison", super::night::COMPARED)] {
            if let Some(at) = self.ledger.remembered(key)?.and_then(|it| it.parse().ok()) {
                found.insert(name.to_owned(), at);
            }
        }
        Ok(found)
    }
}

impl DaemonError {
    /// What part of the work an error stopped, in one word and without anybody's data.
    const fn part(&self) -> &'static str {
        match self {
            Self::Ledger(_) | Self::Lock(_) => "ledger",
            Self::Archive(_) => "archive",
            Self::Mailbox { .. } => "mailbox",
            Self::Smtp(_) => "smtp",
            Self::Compose(_) => "mail",
            Self::Setting { .. } => "configuration",
            Self::State { .. } => "state",
            Self::Deaf { .. } => "deaf",
        }
    }
}
