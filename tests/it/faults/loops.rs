//! Machines that answer machines.

use std::collections::BTreeMap;

use carteiro::mail::incoming::IncomingMail;

use crate::desk::{AREA, CALL_CENTER, DESK, Desk, GENUINE, Letter, MESSAGE, phones};

const DAY: i64 = 86_400;

/// An answer of a machine to one of our mails, with these marks.
fn robot(from: &str, mail: &IncomingMail, marks: &str, subject: &str, text: &str, n: u32) -> Vec<u8> {
    let id = mail.message_id.clone().unwrap_or_default();
    format!(
        "{GENUINE}From: <{from}>\r\nTo: <{DESK}>\r\nSubject: {subject}\r\nMessage-ID: <r{n}@robo.test>\r\n\
         In-Reply-To: {id}\r\nReferences: {id}\r\n{marks}MIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

#[test]
fn fault_44_automatic_answers_of_every_kind_are_not_answered() {
    let kinds = [
        ("Auto-Submitted: auto-replied\r\n", "Re: Recesso"),
        ("X-Auto-Response-Suppress: All\r\nAuto-Submitted: auto-generated\r\n", "Automatic reply: Recesso"),
        ("", "=?utf-8?Q?Resposta_autom=C3=A1tica=3A_Recesso?="),
        ("", "=?utf-8?Q?Aus=C3=AAncia_tempor=C3=A1ria=3A_Recesso?="),
        ("Precedence: auto_reply\r\n", "Recesso"),
        ("X-Autoreply: yes\r\n", "Recesso"),
    ];
    for (marks, subject) in kinds {
        let mut desk = Desk::open();
        desk.ask("Recesso", &["Ana"]);
        desk.pass();
        let ours = desk.received(AREA).pop().unwrap();
        let before = desk.sent().len();
        desk.deliver(&robot(
            AREA,
            &ours,
            marks,
            subject,
            "Estou ausente até segunda. Favor cancelar comigo depois.",
            1,
        ));
        desk.later(60);
        assert_eq!(desk.sent().len(), before, "{marks}{subject}");
        desk.check();
    }
}

#[test]
fn fault_45_a_notice_about_our_letter_is_never_answered_nor_a_notice_of_a_notice() {
    let mut desk = Desk::open();
    desk.ask("Recesso", &["Ana"]);
    desk.pass();
    let sent = desk.sent();
    let ours = sent.iter().find(|it| it.to().contains(&AREA.to_owned())).unwrap().read();
    let id = ours.message_id.clone().unwrap();
    let before = sent.len();
    for (n, original) in [id.as_str(), "<dsn1@mx.test>", "<outro@lugar.test>"].iter().enumerate() {
        let notice = format!(
            "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.test\r\nTo: presidente@ipreville.test\r\nSubject: Undelivered Mail Returned to Sender\r\n\
             Message-ID: <dsn{n}@mx.test>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
             --b\r\nContent-Type: text/plain\r\n\r\nfalhou\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\
             Reporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; {AREA}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n\
             --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {original}\r\nFrom: presidente@ipreville.test\r\n\r\n--b--\r\n"
        );
        desk.deliver(notice.as_bytes());
        desk.later(60);
    }
    let new = desk.sent().split_off(before);
    assert!(new.iter().all(|it| it.to() == [DESK]), "only the desk may be told");
    desk.check();
}

#[test]
fn fault_46_our_own_mail_that_comes_back_is_known_by_its_header_and_by_its_id() {
    let mut desk = Desk::open();
    desk.ask("Recesso", &["Ana"]);
    desk.pass();
    let sent = desk.sent();
    for it in &sent {
        desk.deliver(&it.mail.raw);
        // A gateway rewrote everything but the Message-ID.
        let mail = it.read();
        let rewritten = format!(
            "{GENUINE}From: <{AREA}>\r\nTo: <{DESK}>\r\nSubject: {}\r\nMessage-ID: {}\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n",
            "Aviso",
            mail.message_id.unwrap(),
            mail.plain.unwrap()
        );
        desk.deliver(rewritten.as_bytes());
        desk.later(60);
    }
    assert_eq!(desk.sent().len(), sent.len());
    assert_eq!(desk.requests().len(), 1);
    desk.check();
}

#[test]
fn fault_47_a_person_whose_program_suppresses_automatic_answers_is_served() {
    let mut desk = Desk::open();
    let text = crate::desk::request_text("Recesso", MESSAGE);
    desk.write(&Letter {
        subject: "Recesso",
        text: &text,
        files: vec![("lista.csv", crate::desk::list(&["Ana"]))],
        head: "X-Auto-Response-Suppress: All\r\n",
        ..Letter::default()
    });
    desk.pass();
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    desk.check();
}

#[test]
fn fault_48_two_carteiros_that_answer_each_other_stop_after_three_mails() {
    let mut desk = Desk::open();
    desk.ask("Recesso", &["Ana"]);
    desk.pass();
    let mut seen = desk.sent().len();
    let mut exchanged = 0;
    // The other one lives at the area's address and sends back everything it gets, as its own automatic letters do.
    for n in 0..30 {
        let new: Vec<IncomingMail> =
            desk.sent().split_off(seen).iter().filter(|it| it.to() == [AREA]).map(crate::bureau::Sent::read).collect();
        let Some(mail) = new.first().cloned().or_else(|| (n == 0).then(|| desk.received(AREA).pop().unwrap())) else {
            break;
        };
        seen = desk.sent().len();
        exchanged += 1;
        let text = mail.plain.clone().unwrap_or_default();
        let marks = "Auto-Submitted: auto-replied\r\nX-Carteiro: outro\r\n";
        desk.deliver(&robot(AREA, &mail, marks, &format!("RES: {}", "Recesso"), &text, n));
        desk.later(60);
    }
    assert!(exchanged <= 3, "{exchanged}");
    desk.check();
}

#[test]
fn fault_49_a_report_that_comes_twenty_times_is_relayed_once() {
    let mut desk = Desk::open();
    let text = "Bom dia,\n\nSolicito o envio, por WhatsApp, da mensagem abaixo aos segurados da lista anexa.\n\nTexto:\n\n\
                O atendimento presencial estará fechado no dia 8 de dezembro. Voltamos no dia 9.\n\nObrigada,\nMarlise\n";
    desk.write(&Letter { subject: "Recesso", text, files: vec![("lista.csv", phones(4))], ..Letter::default() });
    desk.pass();
    let package = desk.received(CALL_CENTER).pop().expect("a package");
    let protocol = desk.requests()[0].0.clone();
    let mut report = "TELEFONE;SITUAÇÃO\r\n".to_owned();
    for n in 1..=4 {
        report.push_str(&format!("554799101{n:04};Entregue\r\n"));
    }
    let answers = package.message_id.unwrap();
    for n in 0..20 {
        let top = "Authentication-Results: mx.ipreville.test; dmarc=pass header.from=callcenter.test\r\n";
        let subject = format!("RES: Envio {protocol}");
        let letter = Letter {
            from: CALL_CENTER,
            subject: &subject,
            text: "Segue o relatório final do envio.",
            files: vec![("relatorio.csv", report.clone().into_bytes())],
            answers: Some(&answers),
            top,
            head: "",
        };
        let raw = letter.raw(&format!("<rel{n}@callcenter.test>"), desk.clock.now());
        desk.deliver(&raw);
        desk.later(600);
    }
    let relayed = desk
        .received(AREA)
        .iter()
        .filter(|it| it.attachments.iter().any(|file| file.name.contains("relatorio")))
        .count();
    assert_eq!(relayed, 1);
    desk.check();
}

/// Twenty machines without a mark that answer everything they get at once, for seven days.
#[test]
fn twenty_hostile_autoresponders_stay_within_one_automatic_mail_a_day() {
    let mut desk = Desk::open();
    let names: Vec<String> = (0..20).map(|n| format!("Robo{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    desk.ask("Recesso", &names);
    desk.pass();
    let began = desk.clock.now();
    let mut seen = 0;
    let mut n = 0;
    while desk.clock.now() < began + 7 * DAY {
        let sent = desk.sent();
        for it in &sent[seen..] {
            let mail = it.read();
            for to in it.to() {
                n += 1;
                let text = "Agradecemos o seu contato. Sua mensagem foi recebida e será respondida em breve.";
                if to.ends_with("@segurados.test") {
                    let raw = robot(&to, &mail, "", "Re: Recesso", text, n);
                    let raw = String::from_utf8(raw).unwrap().replace(DESK, "presidente@ipreville.test");
                    desk.deliver_to("presidente", raw.replace("ipreville.test;", "segurados.test;").as_bytes());
                } else if to == AREA {
                    desk.deliver(&robot(&to, &mail, "", "RES: Recesso", text, n));
                }
            }
        }
        seen = sent.len();
        desk.later(1800);
    }
    let mut by_day: BTreeMap<(String, i64), u32> = BTreeMap::new();
    let (mut to_area, mut to_desk) = (0, 0);
    for it in desk.sent() {
        let at = it.read().date.map_or(0, |it| it.as_second());
        for to in it.to() {
            if to.ends_with("@segurados.test") {
                let kind = it.read().message_id.unwrap_or_default();
                if !kind.contains(".p1.") && !kind.contains(".p2.") && !kind.contains(".p3.") && !kind.contains(".p4.")
                {
                    *by_day.entry((to, (at - began) / DAY)).or_default() += 1;
                }
            } else if to == AREA {
                to_area += 1;
            } else if to == DESK {
                to_desk += 1;
            }
        }
    }
    for ((to, day), count) in by_day {
        assert!(count <= 1, "{to} got {count} automatic mails on day {day}");
    }
    println!("to the area {to_area}, to the desk {to_desk}: {:?}", desk.described());
    // The area is told of each person's answer once a day at most, and its own robot does not keep us talking.
    assert!(to_area <= 20 * 7 + 20, "{to_area}");
    assert!(to_desk <= 7 * 21, "{to_desk}");
    desk.check();
}

#[test]
fn a_flood_of_mails_opens_the_breaker_and_every_mail_still_ends_in_its_place() {
    let mut desk = Desk::open();
    for n in 0..200 {
        let raw = format!(
            "From: <previdencia@ipreville.test>\r\nTo: <{DESK}>\r\nSubject: Envio urgente {n}\r\nMessage-ID: <f{n}@fora.test>\r\n\
             MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nFavor enviar por e-mail a todos o aviso {n}.\r\n"
        );
        desk.deliver(raw.as_bytes());
    }
    desk.pass();
    for _ in 0..20 {
        desk.later(60);
    }
    assert!(desk.sent().len() <= 42, "{:?}", desk.described());
    assert_eq!(desk.places().values().sum::<u64>(), 200);
    // An hour later a single one is told again.
    desk.later(3700);
    let before = desk.sent().len();
    desk.deliver(b"From: <previdencia@ipreville.test>\r\nSubject: Envio\r\nMessage-ID: <z@fora.test>\r\n\r\nFavor enviar por e-mail a todos.\r\n");
    desk.later(60);
    assert_eq!(desk.sent().len(), before + 1);
    desk.check();
}
