//! Who may: nobody in another's name, and nobody of the house is held.

use std::fs;
use std::path::Path;

use carteiro::ledger::Place;

use crate::desk::{AREA, DESK, Desk, GENUINE, Letter, MESSAGE, list, request_text};

const EXCHANGE: &str = "[identity]\nexchange_internal = true\n";

/// The mails of a folder that came through one kind of server.
fn mails(folder: &str, server: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identity").join(folder);
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap())
        .map(|it| (it.file_name().into_string().unwrap(), fs::read(it.path()).unwrap()))
        .filter(|(name, _)| name.starts_with(server))
        .collect();
    found.sort();
    found
}

/// A desk behind one kind of server.
fn desk(server: &str) -> Desk {
    Desk::open_with(if server == "exchange" { EXCHANGE } else { "" })
}

#[test]
fn fault_39_to_41_of_a_hundred_forged_mails_none_acts_and_none_is_answered() {
    let mut count = 0;
    for server in ["postfix", "exchange"] {
        for (name, raw) in mails("forged", server) {
            count += 1;
            let mut desk = desk(server);
            desk.deliver(&raw);
            desk.pass();
            desk.later(2 * 86_400);
            assert_eq!(desk.requests().len(), 0, "{name} became a request");
            for sent in desk.sent() {
                assert_eq!(sent.to(), [DESK], "{name} was answered: {}", sent.read().subject);
            }
            let row = desk.mails().pop().unwrap();
            assert!(
                matches!(row.place, Place::Person | Place::Quarantine | Place::NoConcern),
                "{name}: {:?}",
                row.place
            );
        }
    }
    assert!(count >= 100, "{count}");
}

#[test]
fn fault_42_of_a_hundred_genuine_mails_at_most_one_is_held() {
    let (mut count, mut held) = (0, Vec::new());
    for server in ["postfix", "exchange"] {
        let mut desk = desk(server);
        for (name, raw) in mails("genuine", server) {
            count += 1;
            let before = desk.requests().len();
            desk.deliver(&raw);
            desk.later(60);
            if desk.requests().len() != before + 1 {
                held.push(name);
            }
        }
        desk.check();
    }
    assert!(count >= 100, "{count}");
    assert!(held.len() <= 1, "{held:?}");
}

#[test]
fn fault_43_a_consent_from_another_address_or_with_the_token_of_another_list_is_refused() {
    let mut desk = Desk::open_with(
        "[smtp]\nurl = \"maildir:{at}/saida\"\nmessages_per_minute = 1000\nrecipients_per_message = 5\n[timing]\nregret = \"10m\"\n",
    );
    desk.ask("Recesso", &["Ana", "Bia"]);
    desk.pass();
    let ack = desk.received(AREA).pop().unwrap();
    let id = ack.message_id.unwrap();
    // A stranger, and somebody of the house without proof, consent and cancel: nothing changes.
    for (n, (from, top)) in
        [("golpe@fora.test", GENUINE), (AREA, ""), ("desconhecido@ipreville.test", "")].iter().enumerate()
    {
        for (m, text) in ["SIM", "APROVAR 00000000", "Cancelar."].iter().enumerate() {
            let letter = Letter { from, subject: "RES: Recesso", text, answers: Some(&id), top, ..Letter::default() };
            let raw = letter.raw(&format!("<c{n}{m}@fora.test>"), desk.clock.now());
            desk.deliver(&raw);
        }
    }
    desk.later(60);
    assert_eq!(desk.received("ana@segurados.test").len(), 0, "the regret window still holds");
    desk.later(700);
    assert_eq!(desk.received("ana@segurados.test").len(), 1, "nobody stopped it");
    for sent in desk.sent() {
        assert!(!sent.to().iter().any(|it| it.ends_with("fora.test")), "{:?}", sent.to());
    }
    desk.check();
}

#[test]
fn on_trial_the_requester_reads_that_nothing_really_leaves() {
    let mut desk =
        Desk::open_with(&format!("[trial]\nenabled = true\ndeliver_to = [\"{AREA}\", \"ana@segurados.test\"]\n"));
    desk.ask("Recesso", &["Ana", "Bia", "Cida"]);
    for _ in 0..80 {
        desk.later(3600);
    }
    let letters: Vec<String> =
        desk.received(AREA).iter().map(|it| it.plain.as_deref().unwrap_or_default().to_owned()).collect();
    assert!(letters[0].contains("O serviço está em período de teste"), "{}", letters[0]);
    let balance = letters.iter().find(|it| it.contains("balanço final do pedido")).unwrap();
    assert!(balance.contains("Não enviadas, porque o serviço está em período de teste: 2"), "{balance}");
    assert!(!balance.contains("Canceladas") && !balance.contains("todos foram alcançados"), "{balance}");
    desk.check();
}

#[test]
fn on_trial_nobody_outside_the_list_ever_receives() {
    let trial = "[trial]\nenabled = true\ndeliver_to = [\"assessoria@ipreville.test\", \"ana@segurados.test\"]\n[canary]\nevery = \"1h\"\n";
    let mut desk = Desk::open_with(trial);
    desk.ask("Recesso", &["Ana", "Bia", "Cida"]);
    let text = "Bom dia,\n\nSolicito o envio, por WhatsApp, da mensagem abaixo aos segurados da lista anexa.\n\nTexto:\n\n\
                A sala de espera mudou para o térreo.\n\nObrigada,\nMarlise\n";
    desk.write(&Letter {
        subject: "Sala",
        text,
        files: vec![("lista.csv", crate::desk::phones(3))],
        ..Letter::default()
    });
    let text = request_text("Sem lista", MESSAGE);
    desk.write(&Letter { subject: "Sem lista", text: &text, ..Letter::default() });
    for (_, raw) in
        mails("forged", "postfix").into_iter().take(20).chain(mails("genuine", "postfix").into_iter().take(20))
    {
        desk.deliver(&raw);
    }
    let text = request_text("Para fora", MESSAGE);
    desk.write(&Letter {
        from: "alguem@fora.test",
        top: "",
        subject: "Oi",
        text: &text,
        files: vec![("l.csv", list(&["Eva"]))],
        ..Letter::default()
    });
    for _ in 0..30 {
        desk.later(6 * 3600);
    }
    let allowed = [DESK, "ana@segurados.test"];
    let sent = desk.sent();
    assert!(sent.len() > 20);
    for it in sent {
        assert!(it.to().iter().all(|to| allowed.contains(&to.as_str())), "{:?}: {}", it.to(), it.read().subject);
    }
    desk.check();
}
