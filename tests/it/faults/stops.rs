//! The process ends at every write of the ledger, again and again: whatever the point, everything happens once.

use carteiro::daemon::{DaemonError, PersonsDecision};
use carteiro::ledger::LedgerError;
use carteiro::office::Protocol;

use crate::desk::{AREA, CALL_CENTER, DESK, Desk, Letter, MESSAGE, NEVER, list, phones, request_text};

/// What an office asks for in this test: an email, a WhatsApp message, an answer of an insured person.
fn fill(desk: &mut Desk) {
    desk.ask("Recesso", &["Ana", "Bia", "Cida", "Duda", "Eva", "Fabi", "Gabi"]);
    let text = "Bom dia,\n\nSolicito o envio, por WhatsApp, da mensagem abaixo aos segurados da lista anexa.\n\nTexto:\n\n\
                A sala de espera mudou para o térreo a partir de segunda-feira.\n\nObrigada,\nMarlise\n";
    desk.write(&Letter { subject: "Sala de espera", text, files: vec![("lista.csv", phones(3))], ..Letter::default() });
    let text = request_text("Prazo", MESSAGE);
    let forged = Letter {
        from: AREA,
        top: "",
        subject: "Prazo",
        text: &text,
        files: vec![("lista.csv", list(&["Zoe"]))],
        ..Letter::default()
    };
    desk.write(&forged);
}

/// Lives through some hours with processes that end at these points of the ledger, each counted from its start.
fn live(desk: &mut Desk, mut stops: impl Iterator<Item = u64>) -> u32 {
    let mut ended = 0;
    for round in 0..400 {
        let stop = stops.next();
        desk.restart(|ledger| ledger.stop_at(stop.unwrap_or(NEVER)));
        match desk.try_pass() {
            Ok(progress) => {
                if stop.is_none() && !progress.is_any() && round > 6 {
                    return ended;
                }
                desk.clock.set(desk.clock.now() + 1800);
            }
            Err(DaemonError::Ledger(LedgerError::Stopped(_))) => ended += 1,
            Err(other) => panic!("{other}"),
        }
        if stop.is_none() {
            decide(desk);
        }
    }
    panic!("it does not come to rest: {:?}\n{:?}", desk.described(), desk.requests());
}

/// A person decides what is in doubt, and knows it.
fn decide(desk: &mut Desk) {
    for (protocol, _) in desk.requests() {
        let protocol = Protocol::from_text(&protocol);
        let ids = desk.restart(|ledger| {
            let id = ledger.request_named(&protocol).unwrap().unwrap().id;
            ledger.doubtful_parcels(Some(id)).unwrap().into_iter().map(|it| it.message_id).collect::<Vec<_>>()
        });
        if let Some(id) = ids.first() {
            let arrived = desk.sent().iter().any(|it| it.read().message_id.as_deref() == Some(id));
            let decision = if arrived { PersonsDecision::WasSent } else { PersonsDecision::Resend };
            desk.daemon().person_decides(&protocol, decision).unwrap();
        }
    }
}

/// What must be true afterwards, whatever the points were.
fn check(desk: &mut Desk, what: &str) {
    assert_eq!(desk.requests().len(), 2, "{what}");
    for name in ["ana", "bia", "cida", "duda", "eva", "fabi", "gabi"] {
        let got = desk.received(&format!("{name}@segurados.test")).len();
        assert_eq!(got, 1, "{what}: {name} got {got}");
    }
    assert_eq!(desk.received("zoe@segurados.test").len(), 0, "{what}");
    let packages = desk
        .received(CALL_CENTER)
        .iter()
        .filter(|it| it.attachments.iter().any(|file| file.name.contains("lista")))
        .count();
    // A package in doubt is asked about, not sent again.
    let asked = desk.received(DESK).iter().any(|it| it.plain.as_deref().unwrap_or_default().contains("call center"));
    assert!(packages == 1 || (packages == 0 && asked), "{what}: {packages} packages");
    let strangers = desk
        .received(DESK)
        .iter()
        .filter(|it| it.message_id.as_deref().unwrap_or_default().contains("stranger"))
        .count();
    assert!(strangers <= 1, "{what}: told {strangers} times of the stranger");
    let acknowledged = desk
        .received(AREA)
        .iter()
        .filter(|it| it.message_id.as_deref().unwrap_or_default().contains("acknowledgement"))
        .count();
    assert!(acknowledged <= 2, "{what}: {acknowledged}");
    desk.check();
}

#[test]
fn fault_57_a_process_that_ends_at_any_write_and_three_times_in_a_row_does_everything_once() {
    let mut desk = Desk::open();
    fill(&mut desk);
    let began = desk.restart(|ledger| ledger.writes());
    live(&mut desk, std::iter::empty());
    check(&mut desk, "nothing happens");
    let writes = desk.restart(|ledger| ledger.writes()) - began;
    assert!(writes > 20, "{writes}");
    // Each point is two for each write: before its commit and after it.
    for point in 1..=2 * writes {
        let mut desk = Desk::open();
        fill(&mut desk);
        let ended = live(&mut desk, [point, 1 + point % 7, 2 + point % 5].into_iter());
        if ended == 0 {
            break;
        }
        check(&mut desk, &format!("stopped at point {point} of {}", 2 * writes));
    }
}
