//! What goes wrong on the way out.

use carteiro::daemon::PersonsDecision;
use carteiro::mailbox::{Maildir, Role};
use carteiro::office::{EmailAddress, Protocol};
use carteiro::smtp::Mishap;

use crate::desk::{AREA, CALL_CENTER, DESK, Desk, Letter, MESSAGE, phones, request_text};

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

/// How many letters ask the desk whether something left.
fn questions(desk: &Desk) -> usize {
    desk.received(DESK).iter().filter(|it| it.plain.as_deref().unwrap_or_default().contains("REENVIAR")).count()
}

/// Where the server keeps what it has sent.
const SENT_FOLDER: &str = r#"
[[mailbox]]
name = "assessoria"
url = "maildir:{at}/assessoria"
role = "requests"
[[mailbox]]
name = "presidente"
url = "maildir:{at}/presidente"
role = "returns"
sent_folder = "Itens Enviados"
"#;

/// A desk whose server keeps copies of what it has taken: `keep` puts them there.
fn desk_with_sent_folder() -> Desk {
    Desk::open_with(SENT_FOLDER)
}

fn keep_copies(desk: &Desk) {
    let mut mailbox = Maildir::open(&desk.path("presidente"), "presidente", Role::Requests).unwrap();
    for sent in desk.sent() {
        mailbox.append("Itens Enviados", &sent.mail.raw).unwrap();
    }
}

#[test]
fn what_is_in_doubt_and_lies_in_the_sent_folder_is_settled_without_a_question() {
    for (mishap, taken) in [(Mishap::TakenUnanswered, true), (Mishap::LostUnanswered, false)] {
        let mut desk = desk_with_sent_folder();
        ask(&mut desk, 12);
        desk.plan([Mishap::None, Mishap::None, mishap]);
        desk.pass();
        keep_copies(&desk);
        desk.later(60);
        assert_eq!(questions(&desk), 0, "a receipt may still come");
        for _ in 0..3 {
            desk.restart(|_| ());
            desk.later(3600);
        }
        assert_eq!(questions(&desk), usize::from(!taken), "{mishap:?}");
        assert_eq!(got(&desk, 12), [vec![1; 5], vec![usize::from(taken); 5], vec![1; 2]].concat());
        if !taken {
            let words = desk.received(DESK).pop().unwrap().plain.unwrap_or_default();
            assert!(words.contains("não há cópia nos itens enviados"), "{words}");
        }
        let doubtful = desk.restart(|ledger| ledger.doubtful_parcels(None).unwrap().len());
        assert_eq!(doubtful, usize::from(!taken));
        desk.check();
    }
}

#[test]
fn of_single_messages_in_doubt_each_person_is_looked_for_in_the_sent_folder() {
    let mut desk = desk_with_sent_folder();
    let text = request_text("Perícia", "Prezado(a) {{nome}},\n\nSua perícia é às {{hora}}.");
    let mut rows = "NOME;E-MAIL;HORA\r\n".to_owned();
    for (n, name) in names(6).iter().enumerate() {
        rows.push_str(&format!("{name} Silva;{}@segurados.test;{}h30\r\n", name.to_lowercase(), 8 + n));
    }
    let files = vec![("lista.csv", rows.into_bytes())];
    desk.write(&Letter { subject: "Perícia", text: &text, files, ..Letter::default() });
    desk.plan([Mishap::None, Mishap::TakenUnanswered, Mishap::LostUnanswered]);
    desk.pass();
    keep_copies(&desk);
    desk.later(3600);
    let doubtful = desk.restart(|ledger| ledger.doubtful_parcels(None).unwrap());
    let people: usize = doubtful.iter().map(|it| it.people.len()).sum();
    assert_eq!(people, 1, "only who has no copy is still in doubt");
    assert_eq!(questions(&desk), 1);
    assert!(got(&desk, 6).iter().all(|it| *it <= 1));
    let protocol = Protocol::from_text(&desk.requests()[0].0);
    desk.daemon().person_decides(&protocol, PersonsDecision::Resend).unwrap();
    desk.later(3600);
    assert_eq!(got(&desk, 6), vec![1; 6]);
    desk.check();
}

#[test]
fn our_own_copy_in_the_sent_folder_is_no_evidence() {
    let mut desk = desk_with_sent_folder();
    ask(&mut desk, 3);
    desk.plan([Mishap::None, Mishap::LostUnanswered]);
    desk.pass();
    for _ in 0..4 {
        desk.later(3600);
    }
    assert_eq!(questions(&desk), 1);
    let protocol = Protocol::from_text(&desk.requests()[0].0);
    desk.daemon().person_decides(&protocol, PersonsDecision::Resend).unwrap();
    desk.later(3600);
    assert_eq!(got(&desk, 3), vec![1; 3]);
    desk.check();
}

#[test]
fn a_receipt_for_one_person_settles_the_doubt_of_the_whole_parcel() {
    let mut desk = Desk::open();
    ask(&mut desk, 5);
    desk.plan([Mishap::None, Mishap::TakenUnanswered]);
    desk.pass();
    let mail = desk.received("pessoa000@segurados.test").pop().unwrap();
    let notice = format!(
        "From: Mail Delivery System <MAILER-DAEMON@mx.ipreville.test>\r\nTo: <presidente@ipreville.test>\r\n\
         Subject: Successful Mail Delivery Report\r\nMessage-ID: <dsn1@mx.ipreville.test>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\
         Content-Type: text/plain\r\n\r\nYour message was relayed.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mx.ipreville.test\r\n\r\nFinal-Recipient: rfc822; pessoa003@segurados.test\r\n\
         Action: relayed\r\nStatus: 2.0.0\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         Message-ID: {}\r\n\r\n--b--\r\n",
        mail.message_id.unwrap()
    );
    desk.deliver_to("presidente", notice.as_bytes());
    for _ in 0..4 {
        desk.later(3600);
    }
    assert_eq!(questions(&desk), 0);
    assert_eq!(desk.restart(|ledger| ledger.doubtful_parcels(None).unwrap().len()), 0);
    assert_eq!(got(&desk, 5), vec![1; 5]);
    desk.check();
}

#[test]
fn an_answer_to_a_package_in_doubt_shows_that_it_had_left() {
    for answers in [false, true] {
        let mut desk = Desk::open();
        ask_whatsapp(&mut desk);
        desk.plan([Mishap::None, Mishap::TakenUnanswered]);
        desk.pass();
        let package = desk.received(CALL_CENTER).pop().unwrap();
        if answers {
            let top = "Authentication-Results: mx.ipreville.test; dmarc=pass header.from=callcenter.test\r\n";
            let answers = package.message_id.unwrap();
            let letter = Letter {
                from: CALL_CENTER,
                subject: "RES: Envio",
                text: "Recebido, obrigado. Vamos disparar hoje à tarde.",
                answers: Some(&answers),
                top,
                ..Letter::default()
            };
            let raw = letter.raw("<ok@callcenter.test>", desk.now());
            desk.deliver(&raw);
        }
        desk.later(60);
        let doubtful = desk.restart(|ledger| ledger.doubtful_letters().unwrap().len());
        assert_eq!(doubtful, usize::from(!answers));
        assert_eq!(desk.received(CALL_CENTER).len(), 1);
        desk.check();
    }
}

fn ask_whatsapp(desk: &mut Desk) {
    let text = "Bom dia,\n\nSolicito o envio, por WhatsApp, da mensagem abaixo aos segurados da lista anexa.\n\nTexto:\n\n\
                O atendimento presencial estará fechado no dia 8 de dezembro. Voltamos no dia 9.\n\nObrigada,\nMarlise\n";
    desk.write(&Letter { subject: "Recesso", text, files: vec![("lista.csv", phones(3))], ..Letter::default() });
}

#[test]
fn a_cancellation_after_the_emails_left_and_the_package_was_refused_says_what_left() {
    let mut desk = Desk::open();
    let text = "Bom dia,\n\nSolicito o envio, por e-mail e por WhatsApp, da mensagem abaixo aos segurados da lista anexa.\n\n\
                Assunto: Recesso\n\nTexto:\n\nO atendimento presencial estará fechado no dia 8 de dezembro.\n\nObrigada,\nMarlise\n";
    let rows = "NOME;E-MAIL;CELULAR\r\nAna Silva;ana@segurados.test;47 99101-0001\r\nBia Silva;bia@segurados.test;47 99101-0002\r\n";
    let files = vec![("lista.csv", rows.as_bytes().to_vec())];
    desk.write(&Letter { subject: "Recesso", text, files, ..Letter::default() });
    desk.plan([Mishap::None, Mishap::RefuseAll]);
    desk.pass();
    assert_eq!(desk.received("ana@segurados.test").len(), 1, "{:?}", desk.described());
    // A corrected text comes too late for what has left.
    let ack = desk.received(AREA).pop().unwrap().message_id.unwrap();
    let text =
        "Por favor, corrijam o texto.\n\nTexto:\n\nO atendimento presencial estará fechado no dia 9 de dezembro.\n";
    desk.write(&Letter { subject: "RES: Recesso", text, answers: Some(&ack), ..Letter::default() });
    desk.later(60);
    assert_eq!(desk.received("ana@segurados.test").len(), 1, "{:?}", desk.described());
    let protocol = Protocol::from_text(&desk.requests()[0].0);
    desk.daemon().person_decides(&protocol, PersonsDecision::Cancel).unwrap();
    desk.later(60);
    let told = desk.received(AREA).pop().unwrap().plain.unwrap_or_default();
    assert!(told.contains("já tinha saído para 2 pessoas"), "{told}");
    assert!(!told.contains("Nada foi enviado"), "{told}");
    assert_eq!(desk.received(CALL_CENTER).len(), 0);
    for _ in 0..5 {
        desk.later(86_400);
    }
    assert_eq!(desk.requests()[0].1, "closed", "its receipts are balanced as always");
    assert_eq!(desk.received("bia@segurados.test").len(), 1);
    desk.check();
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
        assert_eq!(questions(&desk), 1, "a person is asked once");
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
    assert_eq!(told_of_limits(&desk), ["Pelos limites do servidor de e-mail, o envio todo leva 3 dias."]);
    desk.check();
}

/// The sentences by which the requester hears of limits.
fn told_of_limits(desk: &Desk) -> Vec<String> {
    let letters = desk.received(AREA);
    let lines = letters.iter().flat_map(|it| it.plain.as_deref().unwrap_or_default().lines());
    lines.filter(|it| it.contains("limite")).map(str::to_owned).collect()
}

#[test]
fn fault_56_who_is_stopped_by_what_others_sent_that_day_is_told_once_until_when() {
    let mut desk = Desk::open_with(
        "[smtp]\nurl = \"maildir:{at}/saida\"\nmessages_per_minute = 100000\nrecipients_per_message = 5\nrecipients_per_day = 14\n",
    );
    let others: Vec<String> = (0..10).map(|n| format!("Outra{n:03}")).collect();
    desk.ask("Feira", &others.iter().map(String::as_str).collect::<Vec<_>>());
    desk.pass();
    ask(&mut desk, 10);
    desk.pass();
    // The letters to the requester count too.
    assert_eq!(got(&desk, 10).iter().sum::<usize>(), 2);
    for _ in 0..30 {
        desk.restart(|_| ());
        desk.later(3600);
    }
    assert_eq!(got(&desk, 10), vec![1; 10]);
    assert_eq!(
        told_of_limits(&desk),
        ["O limite diário do servidor de e-mail foi alcançado. Já receberam: 2 pessoas. Faltam: 8 pessoas."]
    );
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
