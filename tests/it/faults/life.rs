//! Proof of life: deafness is noticed, and told where mail cannot tell it; once a night everything is compared.

use std::fs;

use carteiro::daemon::DaemonError;
use carteiro::ledger::Place;
use carteiro::mail::incoming::IncomingMail;
use carteiro::workbook::add;

use crate::desk::{DESK, Desk, MONDAY};

/// What any monitoring reads beside the ledger.
fn told(desk: &mut Desk) -> Vec<String> {
    desk.daemon().write_wellbeing().unwrap();
    let text = fs::read_to_string(desk.path("estado/saude.json")).unwrap();
    let health: serde_json::Value = serde_json::from_str(&text).unwrap();
    let troubles = health["troubles"].as_array().unwrap();
    assert_eq!(health["ok"], troubles.is_empty());
    troubles.iter().map(|it| it["what"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_file_goes_on_within_a_pass_whose_work_goes_on() {
    let mut desk = Desk::open();
    assert!(told(&mut desk).is_empty());
    let written_at = |desk: &Desk| -> i64 {
        let text = fs::read_to_string(desk.path("estado/saude.json")).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["at"].as_i64().unwrap()
    };
    let before = written_at(&desk);
    desk.later(30);
    assert_eq!(written_at(&desk), before, "not more often than every minute");
    // A pass alone: nobody asks for the file behind it.
    desk.later(40);
    assert_eq!(written_at(&desk), before + 70);
}

fn words(mail: &IncomingMail) -> &str {
    mail.plain.as_deref().unwrap_or_default()
}

#[test]
fn a_deaf_mailbox_stands_in_the_file_after_six_minutes_and_in_a_letter_after_fifteen() {
    let mut desk = Desk::open();
    assert!(told(&mut desk).is_empty());
    let (inbox, away) = (desk.path("assessoria"), desk.path("fora"));
    fs::rename(&inbox, &away).unwrap();
    fs::write(&inbox, "").unwrap();
    desk.later(60);
    assert!(told(&mut desk).is_empty());
    for _ in 0..5 {
        desk.later(60);
    }
    assert_eq!(told(&mut desk), ["mailbox-silent"]);
    assert!(desk.received(DESK).is_empty());
    for _ in 0..9 {
        desk.later(60);
    }
    assert_eq!(desk.received(DESK).len(), 1);
    desk.daemon().end_if_deaf().unwrap();
    fs::remove_file(&inbox).unwrap();
    fs::rename(&away, &inbox).unwrap();
    desk.ask("Recesso", &["Ana"]);
    desk.later(60);
    assert!(told(&mut desk).is_empty());
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    // Whoever was alarmed reads that it is over, once.
    desk.restart(|_| ());
    desk.later(60);
    let subjects: Vec<String> = desk.received(DESK).iter().map(|it| it.subject.clone()).collect();
    assert!(subjects[0].starts_with("Atenção: a caixa"), "{subjects:?}");
    assert_eq!(subjects[1..], ["Resolvido: a caixa de e-mail “assessoria” não pode ser lida"]);
    desk.check();
}

#[test]
fn fault_25_when_nothing_comes_in_and_nothing_goes_out_the_process_ends_so_that_its_manager_sees_it() {
    let mut desk = Desk::open();
    for name in ["assessoria", "saida"] {
        fs::remove_dir_all(desk.path(name)).unwrap();
        fs::write(desk.path(name), "").unwrap();
    }
    let mut minutes = 0;
    let ended = loop {
        desk.later(60);
        minutes += 1;
        let _ = told(&mut desk);
        if let Err(error) = desk.daemon().end_if_deaf() {
            break error;
        }
        assert!(minutes < 30);
    };
    assert!(matches!(ended, DaemonError::Deaf { .. }), "{ended}");
    assert!((15..=17).contains(&minutes), "{minutes}");
    // A process that was just started has the same time again: it does not end at once.
    desk.restart(|_| ());
    desk.later(60);
    desk.daemon().end_if_deaf().unwrap();
}

#[test]
fn a_mail_to_ourselves_proves_the_round_and_its_loss_is_told_once() {
    let mut desk = Desk::open_with("[canary]\nevery = \"1h\"\n");
    for _ in 0..59 {
        desk.later(60);
    }
    assert!(desk.sent().is_empty());
    desk.later(60);
    let canary = desk.sent().pop().unwrap();
    assert_eq!(canary.to(), [DESK]);
    desk.deliver(&canary.mail.raw);
    desk.later(60);
    assert!(told(&mut desk).is_empty());
    assert_eq!(desk.mails()[0].place, Place::Done);
    // The next one does not come back.
    for _ in 0..61 {
        desk.later(60);
    }
    assert!(told(&mut desk).is_empty());
    for _ in 0..16 {
        desk.restart(|_| ());
        desk.later(60);
    }
    assert_eq!(told(&mut desk), ["canary-lost"]);
    let alarms = desk.received(DESK).iter().filter(|it| words(it).contains("não voltou")).count();
    assert_eq!(alarms, 1);
    desk.check();
}

#[test]
fn the_end_of_a_client_secret_is_announced_before_it_hurts() {
    let sections = "[oauth2.m365]\ntoken_url = \"https://login.test/token\"\nclient_id = \"x\"\nscope = \"y\"\n\
                    client_secret = { env = \"SEGREDO\" }\nclient_secret_expires = \"2026-12-31\"\n\
                    [alarm]\nmail_to = [\"ti@ipreville.test\"]\n";
    let mut desk = Desk::open_with(sections);
    let mut seen = Vec::new();
    // From Monday, 9 November on: fifty-two days are left.
    for day in 0..60 {
        let mails = desk.received("ti@ipreville.test");
        assert_eq!(mails.len(), desk.received(DESK).iter().filter(|it| it.subject.contains("m365")).count());
        if mails.len() > seen.len() {
            seen.push((day, mails.last().unwrap().subject.clone()));
        }
        desk.later(86_400);
    }
    let days: Vec<i32> = seen.iter().map(|(day, _)| 52 - day).collect();
    assert_eq!(days, [30, 14, 7, 3, 1, 0, -1], "{seen:?}");
    assert!(seen[0].1.contains("vence em 30 dias") && seen[6].1.contains("venceu"), "{seen:?}");
    desk.check();
}

#[test]
fn who_is_named_in_alarm_is_told_of_a_deaf_mailbox_besides_the_desk() {
    let mut desk = Desk::open_with("[alarm]\nmail_to = [\"ti@ipreville.test\"]\n");
    let (inbox, away) = (desk.path("presidente"), desk.path("fora"));
    fs::rename(&inbox, &away).unwrap();
    fs::write(&inbox, "").unwrap();
    for _ in 0..20 {
        desk.later(60);
    }
    let told = desk.received("ti@ipreville.test");
    assert_eq!(told.len(), 1);
    assert!(told[0].subject.contains("presidente"), "{}", told[0].subject);
    desk.ask("Recesso", &["Ana"]);
    desk.later(60);
    assert_eq!(desk.received("ti@ipreville.test").len(), 1, "nothing else is told there");
}

#[test]
fn on_trial_no_canary_flies_unless_it_is_configured() {
    let trial = "[trial]\nenabled = true\ndeliver_to = [\"assessoria@ipreville.test\"]\n[x]\n";
    let text = trial.replace("[x]\n", "[canary]\n");
    let mut desk = Desk::open_with(&text);
    for _ in 0..5 {
        desk.later(3600);
    }
    assert!(desk.sent().is_empty());
}

#[test]
fn once_a_night_mailbox_ledger_archive_and_workbook_are_compared_and_nothing_is_mended() {
    let mut desk = Desk::open();
    desk.ask("Recesso", &["Ana"]);
    desk.pass();
    desk.later(3600);
    let night = |desk: &Desk| -> Vec<IncomingMail> {
        desk.received(DESK)
            .into_iter()
            .filter(|it| it.message_id.as_deref().unwrap_or_default().contains(".night."))
            .collect()
    };
    // 10 November, 3:10 in São Paulo.
    desk.clock.set(MONDAY + 18 * 3600 + 600);
    desk.pass();
    desk.later(60);
    assert_eq!(night(&desk).len(), 1);
    assert!(night(&desk)[0].subject.contains("tudo confere"), "{}", words(&night(&desk)[0]));
    // The next day somebody changes a mail in the archive, and a number that was counted.
    desk.ask("Outro aviso", &["Bia"]);
    desk.pass();
    let raw = desk.mails().first().unwrap().mail.raw_path.clone();
    fs::write(desk.path("rede").join(&raw), "outra coisa").unwrap();
    let workbook = desk.workbook();
    let cells = desk.restart(|ledger| ledger.remembered("workbook.cells").unwrap().unwrap());
    let cells: std::collections::BTreeMap<String, i64> = serde_json::from_str(&cells).unwrap();
    let (place, _) = cells.iter().next().unwrap();
    let (sheet, cell) = place.split_once('\t').unwrap();
    let edited = add(&fs::read(&workbook).unwrap(), sheet, cell, 7).unwrap();
    fs::write(&workbook, &edited.bytes).unwrap();
    desk.clock.set(MONDAY + 42 * 3600 + 600);
    desk.pass();
    let second = night(&desk).pop().unwrap();
    assert_eq!(night(&desk).len(), 2);
    assert!(second.subject.contains("2 diferenças"), "{}\n{}", second.subject, words(&second));
    assert!(words(&second).contains(&raw), "{}", words(&second));
    assert_eq!(fs::read(&workbook).unwrap(), edited.bytes, "nothing is overwritten");
    assert_eq!(fs::read(desk.path("rede").join(&raw)).unwrap(), b"outra coisa");
}
