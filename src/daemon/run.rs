//! The daemon's outer loop: pass, wait for news or for the next due time, pass again; until it is told to stop.
//!
//! The watchdog of systemd is fed after a pass only: it is fed by progress, never by a timer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::select_all;
use tokio::signal::unix::{SignalKind, signal};

use super::health::Watched;
use super::{Daemon, DaemonError};
use crate::mailbox::{Mailbox, Woken};
use crate::metrics::RulesHealth;
use crate::office::calendar::Length;
use crate::rules;
use crate::systemd;
use crate::watch::{Hint, News, RuleWatch};

/// After a failed pass the next one waits this long, then twice as long, up to [`BACK_OFF_MAX`].
const BACK_OFF_FIRST: Duration = Duration::from_secs(1);

/// The longest wait after a failed pass.
const BACK_OFF_MAX: Duration = Duration::from_secs(60);

/// How long a pass in hand may go on after a stop came: the service manager waits 20 s.
const FINISH_MAX: Duration = Duration::from_secs(12);

/// Saying goodbye to a mailbox takes no longer.
const GOODBYE_MAX: Duration = Duration::from_secs(3);

/// The shortest wait between two passes.
const WAIT_MIN: Duration = Duration::from_millis(50);

/// Runs until SIGTERM or SIGINT; SIGHUP asks for a look at the rules. A pass in hand is finished first, if it can be
/// within 12 seconds.
///
/// # Errors
/// [`DaemonError::Ledger`]: without a ledger nothing may be done.
pub async fn run(mut daemon: Daemon) -> Result<(), DaemonError> {
    let stop = |source: std::io::Error| DaemonError::Setting { key: "signals".to_owned(), reason: source.to_string() };
    let mut term = signal(SignalKind::terminate()).map_err(stop)?;
    let mut int = signal(SignalKind::interrupt()).map_err(stop)?;
    let mut hup = signal(SignalKind::hangup()).map_err(stop)?;
    let stop_flag = daemon.stop_flag();
    let mut rules = LiveRules::of(&daemon);
    let mut watched = Watched::start(&daemon);
    let mut back_off = BACK_OFF_FIRST;
    let mut said_ready = false;
    loop {
        rules.look(&mut daemon)?;
        let passed = {
            let mut pass = std::pin::pin!(daemon.pass());
            tokio::select! {
                passed = &mut pass => Some(passed),
                _ = term.recv() => finish(pass, &stop_flag).await,
                _ = int.recv() => finish(pass, &stop_flag).await,
            }
        };
        if let Some(passed) = &passed {
            watched.after(&daemon, &rules, passed.as_ref().err())?;
        }
        if let Err(error) = daemon.write_wellbeing() {
            tracing::warn!(reason = %error, "how the daemon is could not be written down");
        }
        daemon.end_if_deaf()?;
        if passed.is_none() || stop_flag.load(Ordering::SeqCst) {
            break;
        }
        let Some(passed) = passed else { break };
        let wait = match passed {
            Ok(progress) => {
                back_off = BACK_OFF_FIRST;
                if !said_ready {
                    systemd::ready();
                    said_ready = true;
                }
                systemd::progress(&progress.to_string());
                daemon.wait_secs()?
            }
            Err(error @ (DaemonError::Ledger(_) | DaemonError::Lock(_))) => return Err(error),
            Err(error) => {
                tracing::error!(reason = %error, "a pass failed; the next one goes on from there");
                // A pass that ends with an error ended all the same: the process is not hanging.
                systemd::progress(&format!("paused: {error}"));
                back_off = (back_off * 2).min(BACK_OFF_MAX);
                back_off
            }
        };
        let wait = wait.min(rules.next_look());
        tokio::select! {
            _ = term.recv() => break,
            _ = int.recv() => break,
            _ = hup.recv() => rules.look_soon(),
            () = rules.hint.rung() => rules.look_soon(),
            () = daemon.news_or(wait) => {}
        }
    }
    systemd::stopping();
    for (_, mailbox) in std::mem::take(&mut daemon.open) {
        let _ = tokio::time::timeout(GOODBYE_MAX, mailbox.close()).await;
    }
    Ok(())
}

/// A stop came in the middle of a pass: what is leaving is finished, nothing new begins; what is not finished in time is
/// cut off, and the next start takes it for what it is, doubt.
async fn finish<T>(pass: std::pin::Pin<&mut impl Future<Output = T>>, stop_flag: &AtomicBool) -> Option<T> {
    stop_flag.store(true, Ordering::SeqCst);
    tokio::time::timeout(FINISH_MAX, pass).await.ok()
}

/// The rules in force, looked after while the daemon runs.
pub(super) struct LiveRules {
    watch: RuleWatch,
    hint: Hint,
    started: Instant,
    look_at: Duration,
    is_last_load_good: bool,
    loaded_at: i64,
}

impl LiveRules {
    fn of(daemon: &Daemon) -> Self {
        let folder = daemon.config.rules_dir.clone();
        let hint = Hint::on(&folder);
        let watch = RuleWatch::new(folder, Arc::clone(&daemon.rules));
        let loaded_at = daemon.clock.now();
        Self { watch, hint, started: Instant::now(), look_at: Duration::ZERO, is_last_load_good: true, loaded_at }
    }

    /// What machines that watch are told of the rules.
    pub(super) fn health(&self, daemon: &Daemon) -> RulesHealth {
        RulesHealth {
            count: daemon.rules.rules.len() as u64,
            version: daemon.rules.version.clone(),
            is_last_load_good: self.is_last_load_good,
            loaded_at: self.loaded_at,
        }
    }

    fn look_soon(&mut self) {
        self.look_at = Duration::ZERO;
    }

    fn next_look(&self) -> Duration {
        self.look_at.saturating_sub(self.started.elapsed()).max(WAIT_MIN)
    }

    /// Looks at the folder when it is time; a bad set never replaces a good one, and is told.
    fn look(&mut self, daemon: &mut Daemon) -> Result<(), DaemonError> {
        let now = self.started.elapsed();
        if now < self.look_at {
            return Ok(());
        }
        match self.watch.look(now) {
            News::Nothing | News::Settling => {}
            News::InForce { rules, mended } => {
                tracing::info!(rules = rules.version, "other rules are in force");
                daemon.use_rules(rules);
                (self.is_last_load_good, self.loaded_at) = (true, daemon.clock.now());
                if mended {
                    daemon.rules_mended()?;
                }
            }
            News::Refused(found) => {
                self.is_last_load_good = false;
                tracing::error!(
                    mistakes = found.len(),
                    "the rule files have mistakes; the last good ones stay in force"
                );
                daemon.rules_broken(&rules::render(&found, rules::Colours::Off), found.len())?;
            }
        }
        self.look_at = now + self.watch.next_look();
        Ok(())
    }
}

impl Daemon {
    /// How long nothing falls due: until the next due time, at most one poll.
    fn wait_secs(&self) -> Result<Duration, DaemonError> {
        let poll = match self.config.timing.poll {
            Length::Seconds(seconds) => seconds.max(1),
            Length::BusinessDays(_) => 60,
        };
        let now = self.clock.now();
        let due = self.next_due()?.map_or(poll, |at| (at - now).clamp(0, poll));
        Ok(Duration::from_secs(u64::try_from(due).unwrap_or(1)).max(WAIT_MIN))
    }

    /// Waits for news of any mailbox, or for a time.
    async fn news_or(&mut self, wait: Duration) {
        if self.open.is_empty() {
            tokio::time::sleep(wait).await;
            return;
        }
        let waits: Vec<_> =
            self.open.iter_mut().map(|(name, mailbox)| Box::pin(one(name.clone(), mailbox, wait))).collect();
        let (lost, _, _) = select_all(waits).await;
        if let Some(name) = lost {
            // The connection is gone; the next pass opens another.
            self.open.remove(&name);
        }
    }
}

/// Waits for news of one mailbox; gives its name if the connection was lost.
async fn one(name: String, mailbox: &mut Mailbox, wait: Duration) -> Option<String> {
    match mailbox.wait(wait).await {
        Ok(Woken::News | Woken::Elapsed) => None,
        Err(error) => {
            tracing::info!(mailbox = name, reason = %error, "the connection ended while waiting");
            Some(name)
        }
    }
}
