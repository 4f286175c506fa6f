//! Twice the work costs at most 2.2 times: counted in steps of the ledger's machine, syncs, bytes and round trips, which
//! no load of the machine changes.

use std::sync::atomic::Ordering;

use carteiro::ledger::{Ledger, MailId, NewMail, News, Place, Position};
use carteiro::office::{Channel, RecipientState};

use crate::prepared::{NOT_AGAIN, Office, address, next_parcel};
use crate::sink::Sink;

const NOW: i64 = 1_790_000_000;

/// The sizes: each is twice the one before.
const SIZES: [u32; 4] = [10_000, 20_000, 40_000, 80_000];

/// Twice the work may cost this much.
const TWICE_MAX: f64 = 2.2;

/// What some work cost.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    steps: u64,
    syncs: u64,
    bytes: u64,
    round_trips: u64,
}

/// Costs at growing sizes: none may grow faster than the work.
fn check(costs: &[Cost]) {
    assert!(costs.iter().all(|it| it.steps > 0), "nothing was counted: {costs:?}");
    for pair in costs.windows(2) {
        let [before, after] = [pair[0], pair[1]];
        for (name, once, twice) in [
            ("steps", before.steps, after.steps),
            ("syncs", before.syncs, after.syncs),
            ("bytes", before.bytes, after.bytes),
            ("round trips", before.round_trips, after.round_trips),
        ] {
            #[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
            let most = once as f64 * TWICE_MAX + 10.0;
            #[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
            let is_within = twice as f64 <= most;
            assert!(is_within, "{name}: {once} became {twice} when the work doubled: {costs:?}");
        }
    }
}

/// The size of a ledger on the disk.
fn bytes_of(office: &Office) -> u64 {
    let names = ["ledger.db", "ledger.db-wal"];
    names.iter().filter_map(|it| std::fs::metadata(office.root().join(it)).ok()).map(|it| it.len()).sum()
}

fn stored(people: u32) -> Cost {
    let office = Office::below(&std::env::temp_dir());
    let mut ledger = office.ledger();
    let steps = ledger.count_steps().unwrap();
    office.campaign(&mut ledger, people, false);
    let (steps, syncs) = (steps.load(Ordering::Relaxed), ledger.syncs());
    drop(ledger);
    Cost { steps, syncs, bytes: bytes_of(&office), round_trips: 0 }
}

#[test]
fn storing_twice_the_people_costs_twice() {
    check(&SIZES.map(stored));
}

async fn sent(people: u32, per_person: bool) -> Cost {
    let sink = Sink::start().await;
    let mut office = Office::below(&std::env::temp_dir());
    office.config.smtp.connections = 3;
    office.config.smtp.recipients_per_message = 500;
    let request = office.campaign(&mut office.ledger(), people, per_person);
    let mut daemon = office.daemon(sink.port);
    let mut ledger = daemon.into_ledger();
    let (steps, before) = (ledger.count_steps().unwrap(), ledger.syncs());
    daemon = office.daemon_with(sink.port, ledger);
    daemon.pass().await.unwrap();
    let ledger = daemon.into_ledger();
    assert_eq!(ledger.tally(request, Channel::Email).unwrap().of(RecipientState::Accepted), u64::from(people));
    Cost {
        steps: steps.load(Ordering::Relaxed),
        syncs: ledger.syncs() - before,
        bytes: sink.counts.bytes.load(Ordering::Relaxed),
        round_trips: sink.counts.round_trips.load(Ordering::Relaxed),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sending_parcels_to_twice_the_people_costs_twice() {
    let mut costs = Vec::new();
    for people in SIZES {
        costs.push(sent(people, false).await);
    }
    check(&costs);
    let last = costs[3];
    assert!(last.round_trips <= 3 * 160 + 60, "a parcel takes three answers at most: {last:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sending_single_messages_to_twice_the_people_costs_twice() {
    let mut costs = Vec::new();
    for people in [500, 1_000, 2_000, 4_000] {
        costs.push(sent(people, true).await);
    }
    // How many may begin on one sync goes by how fast the server answers: a slow one costs a sync a message, no more.
    let last = costs[3];
    assert!(last.syncs <= 4_000 + 4_000 / 32 + 40, "{last:?}");
    costs.iter_mut().for_each(|it| it.syncs = 0);
    check(&costs);
}

/// Receipts for everybody of a request, in another order than the list's.
fn matched(people: u32) -> Cost {
    let office = Office::below(&std::env::temp_dir());
    let mut ledger = office.ledger();
    let request = office.campaign(&mut ledger, people, false);
    let name = |n: u32| (format!("p{n}"), format!("<p{n}@ipreville.test>"));
    while next_parcel(&mut ledger, request, 500, NOT_AGAIN, (NOW, name)).is_some() {}
    let (steps, before) = (ledger.count_steps().unwrap(), ledger.syncs());
    ledger.hold();
    for n in 0..people {
        let contact = address(n * 7919 % people);
        let news = News { contact, state: RecipientState::Relayed, status: Some("2.0.0".to_owned()), note: None };
        let mail = (MailId(i64::from(n)), Place::Done, "delivery-receipt");
        ledger.take_return(request, Channel::Email, mail, "receipt", &[news], NOW).unwrap();
        if n % 200 == 0 {
            ledger.release().unwrap();
            ledger.hold();
        }
    }
    ledger.release().unwrap();
    assert_eq!(ledger.tally(request, Channel::Email).unwrap().of(RecipientState::Relayed), u64::from(people));
    let (steps, syncs) = (steps.load(Ordering::Relaxed), ledger.syncs() - before);
    drop(ledger);
    Cost { steps, syncs, bytes: bytes_of(&office), round_trips: 0 }
}

#[test]
fn matching_twice_the_receipts_costs_twice() {
    check(&[5_000, 10_000, 20_000, 40_000].map(matched));
}

/// One new mail while so many lie in the box that are no concern of ours.
fn one_more(left_in_the_box: u32) -> u64 {
    let mut ledger = Ledger::in_memory().unwrap();
    let mail = |uid: u32| NewMail {
        mailbox: "assessoria".to_owned(),
        uid_validity: 7,
        uid,
        sha256: format!("{:064x}", u64::from(uid) * 0x9E37_79B9),
        message_id: Some(format!("<{uid}@ipreville.test>")),
        received_at: NOW,
        raw_path: format!("2026/Entrada/11-22/{uid}.eml"),
    };
    let at = |uid| Position { uid_validity: 7, last_uid: uid, proven_at: NOW };
    for start in (1..=left_in_the_box).step_by(1_000) {
        let mails: Vec<NewMail> = (start..start + 1_000).map(mail).collect();
        ledger.receive("assessoria", &mails, at(start + 999)).unwrap();
        let ids: Vec<MailId> = ledger.undecided(1_000).unwrap().iter().map(|it| it.id).collect();
        for id in &ids {
            ledger.decide_mail(*id, Place::NoConcern, Some("unrelated"), None).unwrap();
        }
        ledger.moved(&ids).unwrap();
    }
    let steps = ledger.count_steps().unwrap();
    // A hundred of them, so that the counter's own grain does not show.
    for uid in left_in_the_box + 1..=left_in_the_box + 100 {
        let new = mail(uid);
        assert!(!ledger.knows("assessoria", 7, uid).unwrap());
        ledger.receive("assessoria", std::slice::from_ref(&new), at(uid)).unwrap();
        let row = ledger.undecided(200).unwrap().remove(0);
        ledger.count_tries(&[row.id]).unwrap();
        assert!(ledger.same_bytes(&new.sha256, row.id).unwrap().is_none());
        assert!(ledger.same_message_id(new.message_id.as_deref().unwrap(), row.id).unwrap().is_empty());
        ledger.decide_mail(row.id, Place::Done, Some("request"), None).unwrap();
        assert_eq!(ledger.unmoved("assessoria", 7).unwrap().len(), 1);
        ledger.moved(&[row.id]).unwrap();
        assert!(ledger.places().unwrap().len() >= 2);
    }
    steps.load(Ordering::Relaxed)
}

#[test]
fn a_new_mail_costs_the_same_whatever_lies_in_the_box() {
    let costs = SIZES.map(one_more);
    for pair in costs.windows(2) {
        assert!(pair[1] * 100 <= pair[0] * 115, "the steps for a hundred mails grew: {costs:?}");
    }
}

#[test]
fn show_tells_of_everybody_of_a_large_request_one_after_the_other() {
    use std::process::Command;
    let office = Office::below(&std::env::temp_dir());
    let mut ledger = office.ledger();
    let request = office.campaign(&mut ledger, 1_200, false);
    crate::prepared::all_accepted(&mut ledger, request, |_| {});
    let opted =
        [News { contact: address(7), state: RecipientState::Failed, status: None, note: Some("\"x\"".to_owned()) }];
    ledger.take_news(request, Channel::Email, &opted, NOW).unwrap();
    drop(ledger);
    let show = |more: &[&str]| {
        let config = office.place.config();
        let done = Command::new(env!("CARGO_BIN_EXE_carteiro"))
            .args(["show", crate::prepared::PROTOCOL, "-c"])
            .arg(config)
            .args(more)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let json = |more: &[&str]| -> serde_json::Value { serde_json::from_str(&show(more)).unwrap() };
    let (first, all) = (json(&["--json"]), json(&["--all", "--json"]));
    let people = all["people"].as_array().unwrap();
    assert_eq!((first["people"].as_array().unwrap().len(), people.len()), (200, 1_200));
    assert_eq!(first["people"].as_array().unwrap(), &people[..200]);
    assert_eq!((&first["parcels"], &first["channels"]), (&all["parcels"], &all["channels"]));
    let failed: Vec<&serde_json::Value> = people.iter().filter(|it| it["state"] == "failed").collect();
    assert_eq!(failed.len(), 1);
    assert_eq!((failed[0]["contact"].as_str(), failed[0]["note"].as_str()), (Some(address(7).as_str()), Some("\"x\"")));
    let lines = |text: &str| text.lines().filter(|it| it.starts_with("row ")).map(str::to_owned).collect::<Vec<_>>();
    let (first, all) = (lines(&show(&[])), lines(&show(&["--all"])));
    assert_eq!((first.len(), all.len()), (200, 1_200));
    assert_eq!(first, all[..200]);
    assert_eq!(lines(&show(&["--person", &address(7)])).len(), 1);
}
