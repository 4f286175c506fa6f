//! Layer 5, readiness, watchdog and stopping, as systemd wants them told. Elsewhere nothing happens.

use std::sync::atomic::{AtomicBool, Ordering};

use sd_notify::NotifyState;

/// Whether systemd was told that the daemon works: before that it waits for the start, not for the watchdog.
static IS_READY: AtomicBool = AtomicBool::new(false);

/// Says that the daemon works (`READY=1`).
pub fn ready() {
    IS_READY.store(true, Ordering::Relaxed);
    say(&[NotifyState::Ready]);
}

/// Says what was done last, and feeds the watchdog: called after progress only.
pub fn progress(status: &str) {
    say(&[NotifyState::Status(status), NotifyState::Watchdog]);
}

/// Feeds the watchdog in the middle of much work: called after each piece of it, never by a timer.
pub fn alive() {
    if IS_READY.load(Ordering::Relaxed) {
        say(&[NotifyState::Watchdog]);
    }
}

/// Says that the daemon is stopping.
pub fn stopping() {
    say(&[NotifyState::Stopping]);
}

fn say(states: &[NotifyState<'_>]) {
    // Without systemd there is no socket, and nobody who would listen.
    if let Err(error) = sd_notify::notify(states) {
        tracing::debug!(reason = %error, "systemd could not be told");
    }
}
