//! The contract of the ledger: what is written stays, what is written twice changes nothing, and after a stop
//! anywhere it stands before or after the write.

use carteiro::ledger::{Change, Ledger, LedgerError, NewMail, NewRecipient, News, Place, Position, Verdict};
use carteiro::office::{Channel, RecipientState, RequestId};

use crate::prepared::{NOT_AGAIN, next_parcel, parcel_answered};

const NOW: i64 = 1_790_000_000;

fn mail(uid: u32) -> NewMail {
    NewMail {
        mailbox: "assessoria".to_owned(),
        uid_validity: 7,
        uid,
        sha256: format!("{uid:064}"),
        message_id: Some(format!("<{uid}@ipreville.test>")),
        received_at: NOW,
        raw_path: format!("2026/Entrada/11-22/{uid}.eml"),
    }
}

fn person(contact: &str, seq: u32) -> NewRecipient {
    NewRecipient { contact: contact.to_owned(), seq, row: seq + 2, name: None, data: None }
}

fn request_with(people: Vec<NewRecipient>) -> Change<'static> {
    Change {
        protocol: "AR-2026-0001".to_owned(),
        year_and_number: (2026, 1),
        requester: "previdencia@ipreville.test".to_owned(),
        status: "sending",
        open: true,
        state: "{}".to_owned(),
        people: vec![(Channel::Email, people.into())],
        ..Change::default()
    }
}

fn ledger_with(contacts: &[&str]) -> (Ledger, RequestId) {
    let mut ledger = Ledger::in_memory().unwrap();
    let people = contacts.iter().zip(0..).map(|(contact, seq)| person(contact, seq)).collect();
    let request = ledger.apply(&request_with(people), NOW).unwrap();
    (ledger, request)
}

fn name(n: u32) -> (String, String) {
    (format!("AR-2026-0001.p{n}"), format!("<ar-2026-0001.p{n}@ipreville.test>"))
}

fn accepted(contact: &str, seq: u32) -> Verdict {
    let reply = Some("250 2.0.0 ok".to_owned());
    Verdict { contact: contact.to_owned(), seq, state: RecipientState::Accepted, status: None, reply }
}

fn news(contact: &str, state: RecipientState) -> News {
    News { contact: contact.to_owned(), state, status: Some("5.1.1".to_owned()), note: None }
}

#[test]
fn people_of_any_number_and_order_stand_in_the_order_of_their_contacts() {
    fn check(people: u32) {
        let mut ledger = Ledger::in_memory().unwrap();
        let list = |n: u32| person(&format!("{:07}@x.test", n.wrapping_mul(7_919) % 1_000_003), n);
        let request = ledger.apply(&request_with((0..people).map(list).collect()), NOW).unwrap();
        let written = ledger.people(request, Channel::Email, None, u32::MAX).unwrap();
        let mut expected: Vec<(String, u32)> = (0..people).map(list).map(|it| (it.contact, it.seq)).collect();
        expected.sort();
        let written: Vec<(String, u32)> = written.into_iter().map(|it| (it.contact, it.seq)).collect();
        assert!(written == expected, "{people} people");
        assert_eq!(ledger.tally(request, Channel::Email).unwrap().of(RecipientState::Waiting), u64::from(people));
        // Another list takes their place.
        let change = Change { request: Some(request), ..request_with(vec![person("b@x.test", 0)]) };
        ledger.apply(&change, NOW).unwrap();
        assert_eq!(ledger.tally(request, Channel::Email).unwrap().total(), 1);
        assert_eq!(ledger.people(request, Channel::Email, None, 9).unwrap().len(), 1);
    }
    [0, 1, 9_999, 10_000, 10_001, 12_345].into_iter().for_each(check);
}

#[test]
fn a_mail_that_is_received_twice_is_one_mail() {
    let mut ledger = Ledger::in_memory().unwrap();
    let position = Position { uid_validity: 7, last_uid: 2, proven_at: NOW };
    for _ in 0..2 {
        ledger.receive("assessoria", &[mail(1), mail(2)], position).unwrap();
    }
    let undecided = ledger.undecided(10).unwrap();
    assert_eq!(undecided.iter().map(|it| it.mail.uid).collect::<Vec<_>>(), [1, 2]);
    ledger.decide_mail(undecided[0].id, Place::NoConcern, Some("unrelated"), None).unwrap();
    ledger.receive("assessoria", &[mail(1)], position).unwrap();
    assert_eq!(ledger.undecided(10).unwrap().len(), 1, "what is decided stays decided");
    assert_eq!(ledger.position("assessoria").unwrap(), Some(position));
}

#[test]
fn bytes_that_serve_another_request_go_with_the_last_request_that_they_serve() {
    let (mut ledger, first) = ledger_with(&["a@x.test"]);
    let other = |request| Change {
        request,
        protocol: "AR-2026-0002".to_owned(),
        year_and_number: (2026, 2),
        ..request_with(Vec::new())
    };
    let second = ledger.apply(&other(None), NOW).unwrap();
    // The same notice came into both mailboxes: two rows, one file. Another mail is the first request's alone.
    let position = Position { uid_validity: 7, last_uid: 3, proven_at: NOW };
    let again = NewMail { mailbox: "presidente".to_owned(), ..mail(1) };
    ledger.receive("assessoria", &[mail(1), mail(2), mail(3)], position).unwrap();
    ledger.receive("presidente", &[again], position).unwrap();
    let rows = ledger.undecided(10).unwrap();
    let id_of =
        |mailbox: &str, uid| rows.iter().find(|it| it.mail.mailbox == mailbox && it.mail.uid == uid).unwrap().id;
    let decided = |id| Some((id, Place::Done, "delivery-receipt".to_owned(), None));
    for uid in [1, 2] {
        let mail = decided(id_of("assessoria", uid));
        ledger.apply(&Change { request: Some(first), mail, ..request_with(Vec::new()) }, NOW).unwrap();
    }
    let files = |ledger: &Ledger, request| ledger.own_mails_of(request).unwrap();
    assert_eq!(files(&ledger, first), [mail(2).raw_path], "the other row is not even decided");
    ledger.apply(&Change { mail: decided(id_of("presidente", 1)), ..other(Some(second)) }, NOW).unwrap();
    assert_eq!(files(&ledger, first), [mail(2).raw_path]);
    assert!(files(&ledger, second).is_empty());
    ledger.forget_people(first).unwrap();
    assert_eq!(files(&ledger, second), [mail(1).raw_path]);
}

#[test]
fn parcels_take_each_person_once_and_in_order() {
    let (mut ledger, request) = ledger_with(&["c@x.test", "a@x.test", "b@x.test"]);
    let first = next_parcel(&mut ledger, request, 2, NOT_AGAIN, (NOW, name)).unwrap();
    let second = next_parcel(&mut ledger, request, 2, NOT_AGAIN, (NOW, name)).unwrap();
    let contacts: Vec<&str> = first.people.iter().chain(&second.people).map(|it| it.contact.as_str()).collect();
    assert_eq!(contacts, ["a@x.test", "b@x.test", "c@x.test"]);
    assert!(next_parcel(&mut ledger, request, 2, NOT_AGAIN, (NOW, name)).is_none());
}

#[test]
fn a_parcel_cut_off_while_leaving_is_not_sent_again() {
    let (mut ledger, request) = ledger_with(&["a@x.test", "b@x.test", "c@x.test"]);
    next_parcel(&mut ledger, request, 2, NOT_AGAIN, (NOW, name));
    assert_eq!(ledger.parcels_in_doubt(NOW).unwrap(), 1);
    let doubtful = ledger.doubtful_parcels(Some(request)).unwrap();
    assert_eq!(doubtful[0].people.len(), 2);
    let next = next_parcel(&mut ledger, request, 9, NOT_AGAIN, (NOW, name)).unwrap();
    assert_eq!(next.people.len(), 1, "only who was in no parcel");
    assert!(next_parcel(&mut ledger, request, 9, NOW, (NOW, name)).is_none());
    ledger.resolve(&doubtful[0], false, "decided by a person", NOW).unwrap();
    let again = next_parcel(&mut ledger, request, 9, NOW, (NOW, name)).unwrap();
    assert_eq!(again.people.len(), 2, "a person has decided: they are sent to again");
}

#[test]
fn the_deferred_alone_are_tried_again() {
    let (mut ledger, request) = ledger_with(&["a@x.test", "b@x.test"]);
    let parcel = next_parcel(&mut ledger, request, 9, NOT_AGAIN, (NOW, name)).unwrap();
    let deferred = Verdict { state: RecipientState::Deferred, ..accepted("b@x.test", 1) };
    parcel_answered(&mut ledger, &parcel, &[accepted("a@x.test", 0), deferred], NOW);
    let again = next_parcel(&mut ledger, request, 9, NOW, (NOW + 300, name)).unwrap();
    assert_eq!(again.people.iter().map(|it| it.contact.as_str()).collect::<Vec<_>>(), ["b@x.test"]);
}

#[test]
fn news_go_forward_only_and_repeats_change_nothing() {
    let (mut ledger, request) = ledger_with(&["a@x.test", "b@x.test"]);
    let parcel = next_parcel(&mut ledger, request, 9, NOT_AGAIN, (NOW, name)).unwrap();
    let verdicts = [accepted("a@x.test", 0), accepted("b@x.test", 1)];
    parcel_answered(&mut ledger, &parcel, &verdicts, NOW);
    let mut take = |state| ledger.take_news(request, Channel::Email, &[news("a@x.test", state)], NOW).unwrap();
    assert_eq!(take(RecipientState::Relayed), (1, 1));
    assert_eq!(take(RecipientState::Delayed), (1, 0));
    assert_eq!(take(RecipientState::Failed), (1, 1));
    assert_eq!(take(RecipientState::Failed), (1, 0));
    assert_eq!(take(RecipientState::Delivered), (1, 0));
    let tally = ledger.tally(request, Channel::Email).unwrap();
    assert_eq!((tally.of(RecipientState::Failed), tally.of(RecipientState::Accepted), tally.total()), (1, 1, 2));
    assert_eq!(ledger.known_of(["b@x.test", "a@x.test"].into_iter()).unwrap(), (vec![(1, NOW)], 0));
}

#[test]
fn news_of_people_who_were_not_written_to_change_nothing() {
    let (mut ledger, request) = ledger_with(&["a@x.test"]);
    assert_eq!(
        ledger.take_news(request, Channel::Email, &[news("z@x.test", RecipientState::Failed)], NOW).unwrap(),
        (0, 0)
    );
    assert_eq!(
        ledger.take_news(request, Channel::Email, &[news("a@x.test", RecipientState::Read)], NOW).unwrap(),
        (1, 0)
    );
}

#[test]
fn the_running_counts_agree_with_the_rows() {
    let contacts: Vec<String> = (0..50).map(|n| format!("p{n:02}@x.test")).collect();
    let (mut ledger, request) = ledger_with(&contacts.iter().map(String::as_str).collect::<Vec<_>>());
    while let Some(parcel) = next_parcel(&mut ledger, request, 7, NOT_AGAIN, (NOW, name)) {
        let states = [RecipientState::Accepted, RecipientState::Refused, RecipientState::Deferred];
        let verdict = |(n, it): (usize, &carteiro::ledger::RecipientRow)| Verdict {
            state: states[n % 3],
            ..accepted(&it.contact, it.seq)
        };
        let verdicts: Vec<Verdict> = parcel.people.iter().enumerate().map(verdict).collect();
        parcel_answered(&mut ledger, &parcel, &verdicts, NOW);
    }
    let tally = ledger.tally(request, Channel::Email).unwrap();
    let rows = ledger.people(request, Channel::Email, None, 100).unwrap();
    for state in RecipientState::ALL {
        assert_eq!(tally.of(state), rows.iter().filter(|it| it.state == state).count() as u64, "{state:?}");
    }
}

#[test]
fn after_a_stop_the_ledger_stands_before_or_after_the_write() {
    let dir = tempfile::tempdir().unwrap();
    for (stop, expected) in [(1, 0), (2, 1)] {
        let path = dir.path().join(format!("{stop}.db"));
        let mut ledger = Ledger::open(&path).unwrap();
        ledger.stop_at(stop);
        let stopped = ledger.apply(&request_with(vec![person("a@x.test", 0)]), NOW).unwrap_err();
        assert!(matches!(stopped, LedgerError::Stopped(_)), "{stopped}");
        assert!(ledger.remember("key", "value").is_err(), "after a stop nothing is written any more");
        drop(ledger);
        let ledger = Ledger::open(&path).unwrap();
        let requests = ledger.open_requests().unwrap();
        assert_eq!(requests.len(), expected);
        for request in requests {
            assert_eq!(ledger.tally(request.id, Channel::Email).unwrap().total(), 1);
        }
    }
}

#[test]
fn an_automatic_mail_goes_to_an_address_once_a_day() {
    let mut ledger = Ledger::in_memory().unwrap();
    assert!(ledger.may_write_automatically("ana@x.test", NOW).unwrap());
    assert!(!ledger.may_write_automatically("ana@x.test", NOW + 3600).unwrap());
    assert!(ledger.may_write_automatically("ana@x.test", NOW + 86_400).unwrap());
}

#[test]
fn the_allowance_of_minute_and_day_is_kept() {
    let mut ledger = Ledger::in_memory().unwrap();
    ledger.spend(2, 500, NOW).unwrap();
    ledger.spend(1, 10, NOW + 1).unwrap();
    assert_eq!(ledger.spent(NOW + 1).unwrap(), (3, 510));
    assert_eq!(ledger.spent(NOW + 120).unwrap(), (0, 510));
    assert_eq!(ledger.spent(NOW + 86_400 + 60).unwrap(), (0, 0));
}
