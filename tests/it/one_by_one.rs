//! Single messages: an end in their middle leaves one message a connection in doubt, and everybody else gets one.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use carteiro::ledger::{Begins, Ended, Ledger, Parcel, Verdict, Wanted};
use carteiro::office::{Channel, RecipientState, RequestId};

use crate::prepared::Office;
use crate::sink::Sink;

const NOW: i64 = 1_790_000_000;

fn group(ledger: &mut Ledger, request: RequestId) -> Parcel {
    let wanted =
        Wanted { request, channel: Channel::Email, parcels: 1, people_each: 8, people: 8, deferred_before: NOW };
    let name = |n: u32| (format!("AR-2026-0001.p{n}"), format!("<p{n}@ipreville.test>"));
    ledger.turn(&[], Some(&wanted), NOW, name, |_| true).unwrap().remove(0)
}

/// The first of a group has ended, the second has begun, the others have not.
fn begun(office: &Office) -> RequestId {
    let mut ledger = office.ledger();
    ledger.parcels_in_doubt(NOW).unwrap();
    let request = office.campaign(&mut ledger, 8, true);
    let group = group(&mut ledger, request);
    let begins = |n: usize, until: Option<usize>| Begins {
        parcel: group.id,
        contact: group.people[n].contact.clone(),
        seq: group.people[n].seq,
        until: until.map(|it| (group.people[it].contact.clone(), group.people[it].seq)),
    };
    let ended = Verdict {
        contact: group.people[0].contact.clone(),
        seq: group.people[0].seq,
        state: RecipientState::Accepted,
        status: None,
        reply: None,
    };
    let syncs = ledger.syncs();
    ledger.begin((request, Channel::Email), &[], &[begins(0, Some(2))], NOW).unwrap();
    assert_eq!(ledger.syncs(), syncs + 1, "who may begin is on the disk before anybody does");
    ledger.begin((request, Channel::Email), &[ended], &[begins(1, None)], NOW).unwrap();
    assert_eq!(ledger.syncs(), syncs + 1);
    request
}

fn check(office: &Office, request: RequestId, expected: &[(RecipientState, u64)]) {
    let mut ledger = office.ledger();
    assert_eq!(ledger.parcels_in_doubt(NOW).unwrap(), 1);
    assert_eq!(ledger.parcels_in_doubt(NOW).unwrap(), 0, "what is settled stays settled");
    let tally = ledger.tally(request, Channel::Email).unwrap();
    for (state, people) in expected {
        assert_eq!(tally.of(*state), *people, "{state:?}: {tally:?}");
    }
    let rows = ledger.people(request, Channel::Email, None, 100).unwrap();
    for (state, people) in expected {
        assert_eq!(rows.iter().filter(|it| it.state == *state).count() as u64, *people, "{state:?}");
    }
}

#[test]
fn after_a_kill_who_had_begun_is_in_doubt_and_the_others_go_on() {
    let office = Office::below(&std::env::temp_dir());
    let request = begun(&office);
    let states = [(RecipientState::Accepted, 1), (RecipientState::InDoubt, 1), (RecipientState::Deferred, 6)];
    check(&office, request, &states);
    let again = group(&mut office.ledger(), request);
    assert_eq!(again.people.len(), 6, "they are taken at once");
}

#[test]
fn after_a_power_cut_who_may_have_begun_is_in_doubt_and_the_others_go_on() {
    let office = Office::below(&std::env::temp_dir());
    let request = begun(&office);
    office.ledger().remember("boot", "another boot of this machine").unwrap();
    let states = [(RecipientState::Accepted, 1), (RecipientState::InDoubt, 2), (RecipientState::Deferred, 5)];
    check(&office, request, &states);
    assert_eq!(group(&mut office.ledger(), request).people.len(), 5, "they are taken at once");
}

#[test]
fn after_a_power_cut_a_group_of_an_older_program_is_in_doubt_as_a_whole() {
    let office = Office::below(&std::env::temp_dir());
    let request = begun(&office);
    office.ledger().remember("boot", "another boot of this machine").unwrap();
    let ledger = rusqlite::Connection::open(office.place.ledger()).unwrap();
    assert_eq!(ledger.execute("DELETE FROM may_begin", []).unwrap(), 1);
    drop(ledger);
    check(&office, request, &[(RecipientState::Accepted, 1), (RecipientState::InDoubt, 7)]);
}

#[test]
fn after_a_power_cut_a_group_of_which_nobody_might_begin_goes_on_as_a_whole() {
    let office = Office::below(&std::env::temp_dir());
    let mut ledger = office.ledger();
    let request = office.campaign(&mut ledger, 8, true);
    group(&mut ledger, request);
    ledger.remember("boot", "another boot of this machine").unwrap();
    assert_eq!(ledger.parcels_in_doubt(NOW).unwrap(), 0);
    assert_eq!(ledger.tally(request, Channel::Email).unwrap().of(RecipientState::Deferred), 8);
}

#[test]
fn a_group_that_ended_is_over() {
    let office = Office::below(&std::env::temp_dir());
    let mut ledger = office.ledger();
    let request = office.campaign(&mut ledger, 8, true);
    let parcel = group(&mut ledger, request);
    let accepted = |it: &carteiro::ledger::RecipientRow| Verdict {
        contact: it.contact.clone(),
        seq: it.seq,
        state: RecipientState::Accepted,
        status: None,
        reply: None,
    };
    let verdicts = parcel.people.iter().map(accepted).collect();
    let ended = Ended { parcel, status: "answered", reply: String::new(), verdicts };
    ledger.turn(&[ended], None, NOW, |_| (String::new(), String::new()), |_| true).unwrap();
    assert_eq!(ledger.parcels_in_doubt(NOW).unwrap(), 0);
    assert_eq!(ledger.tally(request, Channel::Email).unwrap().of(RecipientState::Accepted), 8);
}

/// Stops a daemon in the middle of its messages, as a kill does; gives who received what from it.
async fn stopped_in_the_middle(office: &Office, after: u64) -> BTreeMap<String, u32> {
    let sink = Sink::silent_after(after).await;
    let mut daemon = office.daemon(sink.port);
    let until = Duration::from_secs(5);
    assert!(tokio::time::timeout(until, daemon.pass()).await.is_err(), "the server is silent: the pass cannot end");
    drop(daemon);
    sink.counts.people.lock().unwrap().clone()
}

async fn lives_on(office: &Office) -> BTreeMap<String, u32> {
    let sink = Sink::start().await;
    let mut daemon = office.daemon(sink.port);
    daemon.pass().await.unwrap();
    sink.counts.people.lock().unwrap().clone()
}

/// How a process ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Kill,
    /// The machine with it: what the ledger had not synced may be gone, so it believes only what was.
    PowerCut,
}

async fn nobody_gets_two(per_person: bool, parcel: u32, end: End) {
    const PEOPLE: u32 = 300;
    const CONNECTIONS: u64 = 3;
    let dir = tempfile::tempdir().unwrap();
    let mut office = at(dir.path(), parcel);
    let request = office.campaign(&mut office.ledger(), PEOPLE, per_person);
    let first = stopped_in_the_middle(&office, 10).await;
    office = at(dir.path(), parcel);
    if end == End::PowerCut {
        office.ledger().remember("boot", "another boot of this machine").unwrap();
    }
    let second = lives_on(&office).await;
    assert!(first.keys().all(|it| !second.contains_key(it)), "somebody got two");
    assert!(first.values().chain(second.values()).all(|it| *it == 1));
    let tally = office.ledger().tally(request, Channel::Email).unwrap();
    let each = match (per_person, end) {
        (true, End::Kill) => 1,
        // As many as may begin on one sync.
        (true, End::PowerCut) => 16,
        (false, _) => u64::from(parcel),
    };
    let in_doubt = tally.of(RecipientState::InDoubt);
    assert!(in_doubt >= 1 && in_doubt <= CONNECTIONS * each, "{tally:?}");
    assert_eq!(in_doubt + tally.of(RecipientState::Accepted), u64::from(PEOPLE), "{tally:?}");
}

fn at(root: &Path, parcel: u32) -> Office {
    let mut office = Office::at(root);
    (office.config.smtp.connections, office.config.smtp.recipients_per_message) = (3, parcel);
    office
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_end_in_the_middle_of_single_messages_leaves_one_a_connection_in_doubt() {
    nobody_gets_two(true, 500, End::Kill).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_power_cut_in_the_middle_of_single_messages_leaves_few_a_connection_in_doubt() {
    nobody_gets_two(true, 500, End::PowerCut).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_end_in_the_middle_of_parcels_leaves_one_a_connection_in_doubt() {
    nobody_gets_two(false, 10, End::Kill).await;
}
