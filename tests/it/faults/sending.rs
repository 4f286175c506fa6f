//! What goes wrong on the way out.

use carteiro::daemon::PersonsDecision;
use carteiro::office::{EmailAddress, Protocol};
use carteiro::smtp::Mishap;

use crate::desk::{AREA, DESK, Desk, Letter, MESSAGE, request_text};

fn names(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("Pessoa{n:03}")).collect()
}

fn ask(desk: &mut Desk, count: usize) {
    let names = names(count);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    desk.ask("Recesso", &names);
}

/// How many mails each of the first `count` people got.
fn got(desk: &Desk, count: usize) -> Vec<usize> {
    let sent = desk.sent();
    names(count)
        .iter()
        .map(|name| {
            let address = format!("{}@segurados.test", name.to_lowercase());
            sent.iter().filter(|it| it.to().contains(&address)).count()
        })
        .collect()
}

#[test]
fn fault_50_what_is_silent_after_the_final_dot_is_in_doubt_and_a_person_decides() {
    for (mishap, decision) in
        [(Mishap::TakenUnanswered, PersonsDecision::WasSent), (Mishap::LostUnanswered, PersonsDecision::Resend)]
    {
        let mut desk = Desk::open();
        ask(&mut desk, 12);
        // The acknowledgement leaves first, then three parcels.
        desk.plan([Mishap::None, Mishap::None, mishap]);
        desk.pass();
        for _ in 0..5 {
            desk.restart(|_| ());
            desk.later(3600);
        }
        let taken = usize::from(mishap == Mishap::TakenUnanswered);
        assert_eq!(got(&desk, 12), [vec![1; 5], vec![taken; 5], vec![1; 2]].concat());
        let asked =
            desk.received(DESK).iter().filter(|it| it.plain.as_deref().unwrap_or_default().contains("resolve")).count();
        assert_eq!(asked, 1, "a person is asked once");
        let protocol = Protocol::from_text(&desk.requests()[0].0);
        desk.daemon().person_decides(&protocol, decision).unwrap();
        desk.later(3600);
        assert_eq!(got(&desk, 12), vec![1; 12], "{mishap:?}");
        desk.check();
    }
}

#[test]
fn fault_53_a_server_that_defers_in_the_middle_is_resumed_at_who_was_not_taken() {
    let mut desk = Desk::open();
    ask(&mut desk, 23);
    desk.plan([Mishap::None, Mishap::None, Mishap::DeferAll, Mishap::DeferAll]);
    desk.pass();
    assert_eq!(got(&desk, 23).iter().sum::<usize>(), 13);
    for _ in 0..5 {
        desk.restart(|_| ());
        desk.later(301);
    }
    assert_eq!(got(&desk, 23), vec![1; 23]);
    desk.check();
}

#[test]
fn fault_54_an_address_that_could_write_headers_is_no_address() {
    for bad in [
        "a@b.test\r\nBcc: c@d.test",
        "\"a b\"@c.test\n",
        "a@b.test>,<c@d.test",
        "jos\u{e9}@b.test",
        "a@b\0.test",
        "a b@c.test",
    ] {
        assert!(EmailAddress::parse(bad).is_err(), "{bad:?}");
    }
    let mut desk = Desk::open();
    let rows = "NOME;E-MAIL\r\nAna;ana@segurados.test\r\nMal;\"mal@segurados.test\r\nBcc: outro@segurados.test\"\r\n";
    let text = request_text("Recesso", MESSAGE);
    desk.write(&Letter {
        subject: "Recesso",
        text: &text,
        files: vec![("lista.csv", rows.as_bytes().to_vec())],
        ..Letter::default()
    });
    desk.pass();
    desk.later(3600);
    for sent in desk.sent() {
        let raw = String::from_utf8_lossy(&sent.mail.raw).into_owned();
        assert!(!raw.contains("\r\nBcc:") && !raw.contains("\nBcc:"), "{raw}");
        assert!(sent.envelope.recipients.iter().all(|it| !it.as_str().contains(['\r', '\n', ' '])), "{:?}", sent.to());
    }
    desk.check();
}

#[test]
fn fault_55_no_recipient_sees_another_and_no_list_stands_in_a_header() {
    let mut desk = Desk::open();
    ask(&mut desk, 40);
    desk.pass();
    let mut parcels = 0;
    for sent in desk.sent().iter().filter(|it| it.to().iter().any(|to| to.ends_with("@segurados.test"))) {
        parcels += 1;
        let raw = String::from_utf8_lossy(&sent.mail.raw).to_lowercase();
        assert!(!raw.contains("@segurados.test"), "{raw}");
        assert!(!raw.contains("\nbcc:"));
    }
    assert_eq!(parcels, 8);
    desk.check();
}

#[test]
fn fault_56_a_sending_larger_than_the_day_goes_on_the_next_day_over_restarts() {
    let mut desk = Desk::open_with(
        "[smtp]\nurl = \"maildir:{at}/saida\"\nmessages_per_minute = 100000\nrecipients_per_message = 5\nrecipients_per_day = 12\n",
    );
    ask(&mut desk, 30);
    desk.pass();
    let first = got(&desk, 30).iter().sum::<usize>();
    assert!(first <= 12, "{first}");
    for _ in 0..24 {
        desk.restart(|_| ());
        desk.later(3600);
        assert!(got(&desk, 30).iter().sum::<usize>() <= 24);
    }
    for _ in 0..72 {
        desk.restart(|_| ());
        desk.later(3600);
    }
    assert_eq!(got(&desk, 30), vec![1; 30], "{:?}\n{:?}", desk.described(), desk.requests());
    let paused =
        desk.received(AREA).iter().filter(|it| it.plain.as_deref().unwrap_or_default().contains("limite")).count();
    assert!(paused <= 1, "the requester is told at most once");
    desk.check();
}

#[test]
fn fault_69_a_list_without_people_sends_nothing_and_asks() {
    let mut desk = Desk::open();
    for (n, rows) in ["NOME;E-MAIL\r\n", "NOME;E-MAIL\r\nAna;sem arroba\r\n"].iter().enumerate() {
        let text = request_text("Recesso", &format!("O prazo número {n} termina na sexta-feira."));
        desk.write(&Letter {
            subject: "Recesso",
            text: &text,
            files: vec![("lista.csv", rows.as_bytes().to_vec())],
            ..Letter::default()
        });
        desk.later(3600);
    }
    assert!(desk.sent().iter().all(|it| it.to() == [AREA] || it.to() == [DESK]));
    assert!(desk.requests().iter().all(|(_, status)| status == "waiting-data"), "{:?}", desk.requests());
    desk.check();
}

#[test]
fn one_word_in_the_thread_stops_a_sending_between_two_parcels() {
    let mut desk =
        Desk::open_with("[smtp]\nurl = \"maildir:{at}/saida\"\nmessages_per_minute = 3\nrecipients_per_message = 5\n");
    let id = {
        let names = names(60);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        desk.ask("Recesso", &names)
    };
    desk.pass();
    desk.later(60);
    let before = got(&desk, 60).iter().sum::<usize>();
    assert!(before > 0 && before < 60, "{before}");
    desk.write(&Letter { subject: "RES: Recesso", text: "Cancelar.", answers: Some(&id), ..Letter::default() });
    desk.later(60);
    let stopped = got(&desk, 60).iter().sum::<usize>();
    for _ in 0..30 {
        desk.later(600);
    }
    assert_eq!(got(&desk, 60).iter().sum::<usize>(), stopped);
    assert_eq!(stopped, before);
    desk.check();
}

#[test]
fn the_same_text_to_the_same_list_is_asked_for_again_before_it_leaves() {
    let mut desk = Desk::open();
    let names = ["Ana", "Bia"];
    desk.ask("Recesso", &names);
    desk.pass();
    desk.later(3600);
    desk.ask("Recesso", &names);
    desk.pass();
    desk.later(3600);
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    let asked = desk.received(AREA);
    assert!(asked.iter().any(|it| it.plain.as_deref().unwrap_or_default().contains("AR-2026-0001")));
    desk.check();
}

#[test]
fn the_minutes_allowance_holds_over_restarts() {
    let mut desk =
        Desk::open_with("[smtp]\nurl = \"maildir:{at}/saida\"\nmessages_per_minute = 4\nrecipients_per_message = 1\n");
    ask(&mut desk, 10);
    for _ in 0..5 {
        desk.pass();
        desk.restart(|_| ());
    }
    assert!(desk.sent().len() <= 4, "{}", desk.sent().len());
    for _ in 0..10 {
        desk.later(60);
    }
    assert_eq!(got(&desk, 10), vec![1; 10]);
}
