//! What goes wrong between a mailbox and the ledger.

use std::fs;

use carteiro::daemon::DaemonError;
use carteiro::ledger::{LedgerError, Place};

use crate::desk::{Desk, Letter, MESSAGE, list, request_text};

/// Gives the mailbox another numbering, as a server does that lost its own.
fn renumber(desk: &Desk, validity: u32, keep_numbers: bool) {
    let path = desk.path("assessoria/carteiro-uids");
    let text = fs::read_to_string(&path).unwrap();
    let rest = text.split_once('\n').map(|(_, rest)| rest).unwrap_or_default();
    let rest = if keep_numbers { rest } else { "" };
    fs::write(&path, format!("V1 {validity}\n{rest}")).unwrap();
}

fn validity(desk: &Desk) -> u32 {
    let text = fs::read_to_string(desk.path("assessoria/carteiro-uids")).unwrap();
    text.lines().next().unwrap().strip_prefix("V1 ").unwrap().parse().unwrap()
}

/// A newsletter: it stays in the mailbox, where a new numbering finds it again.
fn newsletter(n: u32) -> Vec<u8> {
    format!(
        "From: Loja <ofertas@loja.example>\r\nTo: assessoria@ipreville.test\r\nSubject: Ofertas {n}\r\n\
         Message-ID: <n{n}@loja.example>\r\nList-Unsubscribe: <mailto:sair@loja.example>\r\n\r\nCompre {n}!\r\n"
    )
    .into_bytes()
}

#[test]
fn fault_8_a_new_numbering_of_the_same_mails_repeats_nothing_and_is_told_once() {
    let mut desk = Desk::open();
    for n in 0..5 {
        desk.deliver(&newsletter(n));
    }
    desk.ask("Recesso", &["Ana", "Bia"]);
    desk.pass();
    let before = desk.sent().len();
    let mails = desk.mails().len();
    renumber(&desk, validity(&desk) + 1, false);
    desk.restart(|_| ());
    desk.pass();
    let told = desk.received("assessoria@ipreville.test");
    let told = told.iter().filter(|it| it.plain.as_deref().unwrap_or_default().contains("renumerada")).count();
    assert_eq!(told, 1);
    assert_eq!(desk.sent().len(), before + 1);
    assert_eq!(desk.requests().len(), 1);
    assert_eq!(desk.mails().len(), mails + 5, "known ones stand under their new numbers too");
    desk.check();
}

#[test]
fn fault_9_a_new_numbering_and_three_new_mails_are_exactly_three_new_mails() {
    let mut desk = Desk::open();
    for n in 0..5 {
        desk.deliver(&newsletter(n));
    }
    desk.pass();
    renumber(&desk, validity(&desk) + 7, false);
    for (n, name) in ["Ana", "Bia", "Cida"].iter().enumerate() {
        desk.clock.set(desk.clock.now() + 60);
        desk.ask(&format!("Recesso {n}"), &[name]);
    }
    desk.restart(|_| ());
    desk.pass();
    assert_eq!(desk.requests().len(), 3);
    for name in ["ana", "bia", "cida"] {
        assert_eq!(desk.received(&format!("{name}@segurados.test")).len(), 1, "{name}");
    }
    desk.check();
}

#[test]
fn fault_10_a_numbering_that_comes_back_repeats_nothing() {
    let mut desk = Desk::open();
    for n in 0..4 {
        desk.deliver(&newsletter(n));
    }
    desk.ask("Recesso", &["Ana"]);
    desk.pass();
    let first = fs::read(desk.path("assessoria/carteiro-uids")).unwrap();
    renumber(&desk, validity(&desk) + 1, false);
    desk.restart(|_| ());
    desk.pass();
    fs::write(desk.path("assessoria/carteiro-uids"), first).unwrap();
    desk.restart(|_| ());
    desk.ask("Outro recesso", &["Bia"]);
    desk.pass();
    assert_eq!(desk.requests().len(), 2);
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    assert_eq!(desk.received("bia@segurados.test").len(), 1);
    desk.check();
}

#[test]
fn fault_12_a_mail_that_never_comes_is_asked_for_three_times_and_then_a_person_is_told_its_number() {
    let mut desk = Desk::open();
    desk.deliver(b"");
    desk.pass();
    desk.ask("Recesso", &["Ana"]);
    for seconds in [1, 5, 60, 600] {
        desk.later(seconds);
    }
    desk.later(60);
    assert_eq!(desk.received("ana@segurados.test").len(), 1, "the next mail did not wait for it");
    let rows = desk.mails();
    let aside: Vec<_> = rows.iter().filter(|it| it.place == Place::Quarantine).collect();
    assert_eq!(aside.len(), 1);
    assert!(aside[0].reason.as_deref().unwrap().contains("UID 1"), "{:?}", aside[0].reason);
    let told = desk.received("assessoria@ipreville.test");
    assert!(told.iter().any(|it| it.plain.as_deref().unwrap_or_default().contains("UID 1")));
    desk.check();
}

/// The process ends right after the mail that waits is in the archive and the ledger.
fn archived_and_not_decided(desk: &mut Desk) {
    // The first points lie in the start of the process itself.
    for point in 3..40 {
        desk.restart(|ledger| ledger.stop_at(point));
        match desk.try_pass() {
            Err(DaemonError::Ledger(LedgerError::Stopped(_))) => {}
            other => panic!("{other:?}"),
        }
        if desk.mails().iter().any(|it| it.place == Place::Received) {
            return;
        }
    }
    panic!("it never stands between archive and decision");
}

#[test]
fn fault_14_a_mail_that_is_taken_away_is_no_loss_once_it_is_in_the_archive_and_no_crash_before() {
    let mut desk = Desk::open();
    // Taken away before it was read: there is nothing to go on with.
    let name = desk.deliver(&newsletter(1));
    desk.restart(|_| ());
    fs::remove_file(desk.path("assessoria/new").join(&name)).unwrap();
    desk.pass();
    assert_eq!(desk.mails().len(), 0);
    // Taken away between archive and decision: it is done all the same.
    desk.ask("Recesso", &["Ana"]);
    archived_and_not_decided(&mut desk);
    for entry in fs::read_dir(desk.path("assessoria/new")).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    desk.pass();
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    desk.check();
}

#[test]
fn fault_15_a_mail_that_somebody_read_first_or_drags_back_is_done_once() {
    let mut desk = Desk::open();
    desk.ask("Recesso", &["Ana"]);
    // Somebody opens it before carteiro looks.
    let new = desk.path("assessoria/new");
    let name = fs::read_dir(&new).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    fs::rename(new.join(&name), desk.path("assessoria/cur").join(format!("{name}:2,S"))).unwrap();
    desk.pass();
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    for _ in 0..3 {
        let done = desk.path("assessoria/.Carteiro.Processados/cur");
        let name = fs::read_dir(&done).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
        fs::rename(done.join(&name), desk.path("assessoria/cur").join(&name)).unwrap();
        // The desk's own mail program gives it a new number.
        let index = desk.path("assessoria/carteiro-uids");
        let text = fs::read_to_string(&index).unwrap();
        let text: String = text
            .lines()
            .map(|line| match line.split_once(' ') {
                Some((uid, file)) if uid != "V1" && name.starts_with(file) => format!("{uid} fort\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        fs::write(&index, text).unwrap();
        desk.restart(|_| ());
        desk.later(60);
    }
    assert_eq!(desk.requests().len(), 1);
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    desk.check();
}

/// Two requests of one subject under one Message-ID.
fn two_letters(id: &str, now: i64) -> Vec<Vec<u8>> {
    let texts = [("O prazo termina na sexta-feira, dia 13.", "Ana"), ("A sala de espera mudou para o térreo.", "Bia")];
    let raw = |(message, name): (&str, &str)| {
        let text = request_text("Aviso", message);
        let files = vec![("lista.csv", list(&[name]))];
        Letter { subject: "Aviso", text: &text, files, ..Letter::default() }.raw(id, now)
    };
    texts.map(raw).to_vec()
}

#[test]
fn fault_16_two_mails_of_one_second_without_a_message_id_are_two_requests() {
    let mut desk = Desk::open();
    for raw in two_letters("<x@y>", desk.now()) {
        let raw = String::from_utf8(raw).unwrap();
        desk.deliver(raw.replace("Message-ID: <x@y>\r\n", "").as_bytes());
    }
    desk.pass();
    assert_eq!(desk.requests().len(), 2);
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    assert_eq!(desk.received("bia@segurados.test").len(), 1);
    desk.check();
}

#[test]
fn fault_17_a_mail_that_the_server_delivered_twice_is_one_request() {
    let mut desk = Desk::open();
    let text = request_text("Recesso", MESSAGE);
    let letter =
        Letter { subject: "Recesso", text: &text, files: vec![("lista.csv", list(&["Ana"]))], ..Letter::default() };
    let raw = letter.raw("<um@ipreville.test>", desk.clock.now());
    for hop in ["a", "b"] {
        desk.deliver(&[format!("Received: from {hop}.example; now\r\n").into_bytes(), raw.clone()].concat());
        desk.pass();
    }
    assert_eq!(desk.requests().len(), 1);
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    let twice = desk
        .mails()
        .iter()
        .filter(|it| it.reason.as_deref() == Some("a mesma mensagem foi entregue duas vezes"))
        .count();
    assert_eq!(twice, 1);
    desk.check();
}

#[test]
fn fault_18_another_mail_with_a_used_message_id_is_another_request() {
    let mut desk = Desk::open();
    for raw in two_letters("<sempre-o-mesmo@ipreville.test>", desk.now()) {
        desk.deliver(&raw);
        desk.later(120);
    }
    assert_eq!(desk.requests().len(), 2);
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    assert_eq!(desk.received("bia@segurados.test").len(), 1);
    desk.check();
}

#[test]
fn fault_19_whatever_the_date_header_says_the_day_is_the_servers() {
    let mut desk = Desk::open();
    let dates = ["Thu, 1 Jan 1970 00:00:00 +0000", "Fri, 1 Jan 2099 00:00:00 +0000", "amanhã", ""];
    for (n, date) in dates.iter().enumerate() {
        let text = request_text(&format!("Aviso {n}"), &format!("O prazo número {n} termina na sexta-feira."));
        let subject = format!("Aviso {n}");
        let names = [["Ana"], ["Bia"], ["Cida"], ["Duda"]][n];
        let letter =
            Letter { subject: &subject, text: &text, files: vec![("lista.csv", list(&names))], ..Letter::default() };
        let raw = String::from_utf8(letter.raw(&format!("<{n}@ipreville.test>"), desk.clock.now())).unwrap();
        let lines: Vec<String> = raw
            .split("\r\n")
            .filter_map(|line| match line.strip_prefix("Date: ") {
                Some(_) if date.is_empty() => None,
                Some(_) => Some(format!("Date: {date}")),
                None => Some(line.to_owned()),
            })
            .collect();
        desk.deliver(lines.join("\r\n").as_bytes());
    }
    desk.pass();
    assert_eq!(desk.requests().len(), 4);
    for row in desk.mails() {
        assert!(row.mail.raw_path.starts_with("2026/Entrada/11-09/"), "{}", row.mail.raw_path);
    }
    desk.check();
}

#[test]
fn fault_20_on_the_first_start_forty_thousand_old_mails_are_left_alone() {
    let mut desk = Desk::closed("");
    let cur = desk.path("assessoria/cur");
    for n in 0..40_000 {
        fs::write(cur.join(format!("{n:05}.antigo:2,S")), b"From: a@b.test\r\nSubject: velho\r\n\r\nx\r\n").unwrap();
    }
    desk.ask("Pedido de ontem", &["Ana"]);
    desk.start();
    desk.pass();
    assert_eq!(desk.mails().len(), 0);
    desk.ask("Recesso", &["Bia"]);
    desk.pass();
    assert_eq!((desk.mails().len(), desk.requests().len()), (1, 1));
    assert_eq!(desk.received("ana@segurados.test").len(), 0);
    assert_eq!(desk.received("bia@segurados.test").len(), 1);
    assert_eq!(fs::read_dir(&cur).unwrap().count(), 40_000);
}

#[test]
fn fault_21_a_backlog_is_drained_in_order_within_the_quota_and_starves_nobody() {
    let mut desk =
        Desk::open_with("[smtp]\nurl = \"maildir:{at}/saida\"\nmessages_per_minute = 7\nrecipients_per_message = 3\n");
    for n in 0..1500 {
        desk.deliver(&newsletter(n));
        if n % 300 == 150 {
            let names: Vec<String> = (0..4).map(|it| format!("P{n}x{it}")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let text = request_text(&format!("Aviso {n}"), &format!("O prazo número {n} termina na sexta-feira."));
            let subject = format!("Aviso {n}");
            desk.write(&Letter {
                subject: &subject,
                text: &text,
                files: vec![("lista.csv", list(&names))],
                ..Letter::default()
            });
        }
    }
    for _ in 0..40 {
        desk.later(60);
    }
    assert_eq!(desk.mails().len(), 1505);
    let rows = desk.mails();
    let uids: Vec<u32> = rows.iter().rev().map(|it| it.mail.uid).collect();
    assert!(uids.is_sorted(), "in the order in which they came");
    let sent = desk.sent();
    let dispatched = sent.iter().filter(|it| it.to().iter().any(|to| to.ends_with("@segurados.test"))).count();
    assert_eq!(dispatched, 10, "five requests of four people, three in a parcel");
    desk.check();
}

#[test]
fn fault_30_a_mail_that_ends_the_process_five_times_is_put_aside_and_the_next_one_is_done() {
    let mut desk = Desk::open();
    desk.ask("Recesso", &["Ana"]);
    archived_and_not_decided(&mut desk);
    // Each process that takes it in hand dies of it.
    desk.restart(|ledger| {
        let row = ledger.undecided(1).unwrap().remove(0);
        for _ in row.tries..5 {
            ledger.count_tries(&[row.id]).unwrap();
        }
    });
    desk.ask("Outro recesso", &["Bia"]);
    desk.pass();
    assert_eq!(desk.places()["quarantine"], 1);
    assert_eq!(desk.received("ana@segurados.test").len(), 0);
    assert_eq!(desk.received("bia@segurados.test").len(), 1);
    desk.check();
}
