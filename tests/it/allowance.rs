//! The provider's allowance over virtual days: nearly all of it is used, and no refusal is provoked, over restarts.

use std::sync::atomic::Ordering;

use carteiro::daemon::Clock;

use crate::prepared::Office;
use crate::sink::{Limits, Sink};

/// An hour of a working day.
const START: i64 = 1_790_000_000;

struct Case {
    per_person: bool,
    people: u32,
    seconds: i64,
    /// The daemon is started anew after so many passes.
    restart_after: usize,
}

/// Lets the daemon work by a clock that jumps to whatever falls due next; gives the recipients that were taken.
async fn lives(case: &Case) -> u64 {
    let clock = Clock::standing_at(START);
    let limits = Limits {
        clock: clock.clone(),
        messages_a_minute: 30,
        recipients_a_message: 500,
        recipients_a_day: 10_000,
        connections: 3,
    };
    let sink = Sink::with(Some(limits)).await;
    let mut office = Office::below(&std::env::temp_dir());
    (office.config.smtp.messages_per_minute, office.config.smtp.recipients_per_message) = (30, 500);
    (office.config.smtp.recipients_per_day, office.config.smtp.connections) = (10_000, 3);
    office.campaign(&mut office.ledger(), case.people, case.per_person);
    let mut daemon = office.daemon_at(sink.port, clock.clone());
    let mut passes = 0;
    while clock.now() < START + case.seconds {
        daemon.pass().await.unwrap();
        passes += 1;
        if passes % case.restart_after == 0 {
            drop(daemon);
            daemon = office.daemon_at(sink.port, clock.clone());
        }
        let next = daemon.next_due().unwrap().unwrap_or(clock.now() + 60);
        clock.set(next.max(clock.now() + 1));
    }
    assert_eq!(sink.counts.refusals.load(Ordering::SeqCst), 0, "a refusal was provoked");
    sink.counts.recipients.load(Ordering::SeqCst)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_larger_than_a_day_uses_every_day_to_its_end_and_provokes_no_refusal() {
    let case = Case { per_person: false, people: 60_000, seconds: 4 * 86_400, restart_after: 2 };
    let taken = lives(&case).await;
    assert!(taken * 100 >= 4 * 10_000 * 99, "{taken} of 40000");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn single_messages_use_every_minute_to_its_end_and_provoke_no_refusal() {
    let case = Case { per_person: true, people: 4_000, seconds: 2 * 3600, restart_after: 7 };
    let taken = lives(&case).await;
    assert!(taken * 100 >= 120 * 30 * 99, "{taken} of 3600");
}
