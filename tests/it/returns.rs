//! What comes back, through the daemon: delivery notices, answers of insured people, reports of the call center; with a
//! clock that is set.

use std::collections::BTreeMap;

use calamine::Reader as _;

use crate::bureau::{AREA, Bureau, CALL_CENTER, DESK, Mail, Sent, Wishes, XLSX, sheet};

const PERICIA: &str = "pericia@ipreville.test";

const TEXT: &str =
    "Prezado(a) segurado(a),\n\nA prova de vida de 2026 começa em 5 de janeiro. Compareça à sede do Ipreville.";

/// A list with these addresses.
fn addresses(contacts: &[String]) -> Vec<u8> {
    let mut rows: Vec<Vec<&str>> = vec![vec!["Nome", "E-mail"]];
    rows.extend(contacts.iter().map(|it| vec!["Pessoa Segurada", it.as_str()]));
    sheet(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn phones(contacts: &[&str]) -> Vec<u8> {
    let mut rows: Vec<Vec<&str>> = vec![vec!["Nome", "Celular"]];
    rows.extend(contacts.iter().map(|it| vec!["Pessoa Segurada", it]));
    sheet(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// Asks for an email, and lives until it has left. Gives the protocol.
async fn sent_by_email(bureau: &mut Bureau, subject: &str, contacts: &[String]) -> String {
    bureau.write(&Mail {
        from: AREA,
        subject,
        text: &format!(
            "Bom dia,\n\nSolicito o envio, por e-mail, da mensagem abaixo aos segurados da lista anexa.\n\n\
             Assunto: {subject}\n\nTexto:\n\n{TEXT}\n\nObrigada,\nMarlise\n"
        ),
        files: &[("lista.xlsx", XLSX, &addresses(contacts))],
        answers: None,
    });
    bureau.pass().await;
    let protocol = bureau.mail_to(AREA, &["AR-", subject]).protocol();
    bureau.later(601);
    bureau.pass().await;
    protocol
}

/// Asks for a WhatsApp message, and lives until the package has left. Gives the protocol.
async fn sent_by_whatsapp(bureau: &mut Bureau, from: &str, subject: &str, contacts: &[&str]) -> String {
    bureau.write(&Mail {
        from,
        subject,
        text: &format!(
            "Prezados,\n\nFavor enviar por WhatsApp, aos segurados da lista anexa, a mensagem abaixo:\n\n\
             \"{subject}: a sua avaliação foi confirmada. Chegue com 15 minutos de antecedência.\"\n\nAtenciosamente,\nEquipe\n"
        ),
        files: &[("lista.xlsx", XLSX, &phones(contacts))],
        answers: None,
    });
    bureau.pass().await;
    let protocol = bureau.mail_to(from, &["AR-", subject]).protocol();
    bureau.later(601);
    bureau.pass().await;
    assert_eq!(bureau.status(&protocol), "waiting-report", "{protocol}");
    protocol
}

/// A notice of Postfix about one recipient of a mail that left.
fn notice(sent: &Sent, recipient: &str, action: &str, status: &str) -> Vec<u8> {
    let envelope_id = sent.envelope.envelope_id.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default();
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.fora.test (Mail Delivery System)\r\nTo: presidente@ipreville.test\r\n\
         Subject: Mail Delivery Status\r\nMessage-ID: <{action}.{status}.{recipient}.{}@mx.fora.test>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"=_n\"\r\n\r\n\
         --=_n\r\nContent-Type: text/plain\r\n\r\nThis is the mail system at host mx.fora.test.\r\n\r\n\
         --=_n\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.fora.test\r\n\
         Original-Envelope-Id: {envelope_id}\r\n\r\nFinal-Recipient: rfc822; {recipient}\r\n\
         Original-Recipient: rfc822;{recipient}\r\nAction: {action}\r\nStatus: {status}\r\n\
         Diagnostic-Code: smtp; 250 {status} said by the host\r\n\r\n\
         --=_n\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {}\r\n\r\n--=_n--\r\n",
        rand::random::<u32>(),
        sent.mail.message_id()
    )
    .into_bytes()
}

fn parcel_to(bureau: &Bureau, contact: &str) -> Sent {
    bureau.sent().into_iter().rfind(|it| it.is_to(contact)).unwrap()
}

/// *Situação* by what stands in the column of contacts.
fn situations(file: &[u8]) -> BTreeMap<String, (String, String)> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(file.to_vec())).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let at = rows[0].iter().position(|it| it == "Situação").unwrap();
    rows.iter().skip(1).map(|row| (row[1].clone(), (row[at].clone(), row[at + 1].clone()))).collect()
}

#[tokio::test]
async fn notices_move_people_forward_only_and_the_balance_says_it_in_plain_words() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let contacts: Vec<String> =
        ["ana", "bia", "caio", "davi", "elisa"].iter().map(|it| format!("{it}@segurados.test")).collect();
    let protocol = sent_by_email(&mut bureau, "Prova de vida 2026", &contacts).await;
    let sent = parcel_to(&bureau, &contacts[0]);
    let news = [
        (0, "delivered", "2.0.0"),
        (1, "relayed", "2.0.0"),
        (2, "failed", "5.1.1"),
        (3, "failed", "5.2.2"),
        // Late, repeated, and what another host says afterwards.
        (2, "delivered", "2.0.0"),
        (0, "delayed", "4.4.1"),
        (2, "failed", "5.1.1"),
    ];
    for (person, action, status) in news {
        bureau.deliver("presidente", &notice(&sent, &contacts[person], action, status));
    }
    bureau.pass().await;
    let people = bureau.people(&protocol);
    let states: Vec<&str> = contacts.iter().map(|it| people[it].as_str()).collect();
    assert_eq!(states, ["delivered", "relayed", "failed", "failed", "accepted"]);
    // A host that first took it and then gave it back: failed overrides.
    bureau.deliver("presidente", &notice(&sent, &contacts[0], "failed", "5.0.0"));
    bureau.pass().await;
    assert_eq!(bureau.people(&protocol)[&contacts[0]], "failed");
    bureau.live_until("2025-08-08T09:00:00").await;
    let balance = bureau.mail_to(AREA, &["Este é o balanço final", &protocol]);
    let (_, list) = balance.file("situação").unwrap();
    let said = situations(&list);
    assert_eq!(said[&contacts[1]].0, "Aceita pelo servidor do destinatário, sem confirmação final");
    assert_eq!(said[&contacts[2]], ("Endereço não existe".to_owned(), "Retire da lista".to_owned()));
    assert_eq!(said[&contacts[3]], ("Caixa postal cheia".to_owned(), "Pode tentar de novo".to_owned()));
    assert_eq!(said[&contacts[4]].0, "Sem notícia em 72 horas");
    assert!(balance.text().contains("Endereço não existe: retire da lista"), "{}", balance.text());
    let notices: usize = bureau
        .mails_to(AREA)
        .iter()
        .map(|it| {
            it.parsed()
                .attachments()
                .filter(|it| {
                    mail_parser::MimeHeaders::attachment_name(*it).is_some_and(|name| name.starts_with("recibo"))
                })
                .count()
        })
        .sum();
    assert_eq!(notices, 8, "every notice is handed on as it came, once");
    assert_eq!(bureau.status(&protocol), "closed");
}

#[tokio::test]
async fn a_notice_that_names_nothing_of_ours_changes_nothing_and_waits_for_a_person() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let contacts = vec!["ana@segurados.test".to_owned()];
    let protocol = sent_by_email(&mut bureau, "Prova de vida 2026", &contacts).await;
    let letters = bureau.sent().len();
    let mut forged = parcel_to(&bureau, &contacts[0]);
    // Our recipient, but no id of ours.
    forged.envelope.envelope_id = Some(carteiro::office::EnvelopeId::new("QQ-314159"));
    let raw = String::from_utf8(notice(&forged, &contacts[0], "failed", "5.1.1")).unwrap();
    let raw = raw.replace(&forged.mail.message_id(), "<outra@fora.test>");
    bureau.deliver("assessoria", raw.as_bytes());
    bureau.deliver("presidente", raw.as_bytes());
    // An id of ours, but a recipient whom we never wrote to.
    let sent = parcel_to(&bureau, &contacts[0]);
    bureau.deliver("presidente", &notice(&sent, "ninguem@fora.test", "failed", "5.1.1"));
    bureau.pass().await;
    assert_eq!(bureau.people(&protocol)[&contacts[0]], "accepted");
    assert_eq!(bureau.people(&protocol).len(), 1);
    let waiting = bureau.ledger().for_a_person(0).unwrap();
    assert_eq!(waiting.len(), 2, "the one in the desk's mailbox, and the one with our id");
    assert_eq!(bureau.sent().len(), letters, "nobody outside is answered, and no area is bothered");
    assert!(bureau.ledger().known_of(["ninguem@fora.test", "ana@segurados.test"].into_iter()).unwrap().0.is_empty());
}

#[tokio::test]
async fn hundreds_of_notices_find_their_people() {
    let count = std::env::var("CARTEIRO_NOTICES").ok().and_then(|it| it.parse().ok()).unwrap_or(300);
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let contacts: Vec<String> = (0..count).map(|n| format!("pessoa{n:04}@segurados.test")).collect();
    let protocol = sent_by_email(&mut bureau, "Prova de vida 2026", &contacts).await;
    let parcels: Vec<Sent> = bureau.sent().into_iter().filter(|it| it.envelope.envelope_id.is_some()).collect();
    for parcel in &parcels {
        for (n, person) in parcel.envelope.recipients.iter().enumerate() {
            let (action, status) = if n % 50 == 49 { ("failed", "5.1.1") } else { ("delivered", "2.0.0") };
            bureau.deliver("presidente", &notice(parcel, person.as_str(), action, status));
        }
    }
    let started = std::time::Instant::now();
    bureau.pass().await;
    eprintln!("{count} notices in {:?}", started.elapsed());
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    for (_, state) in bureau.people(&protocol) {
        *states.entry(state).or_default() += 1;
    }
    assert_eq!(
        states,
        BTreeMap::from([("delivered".to_owned(), count - count / 50), ("failed".to_owned(), count / 50)])
    );
}

#[tokio::test]
async fn a_sending_of_which_too_many_fail_waits_for_a_person() {
    let wishes =
        Wishes { settings: "[smtp]\nurl = \"maildir:{at}/saida\"\nrecipients_per_day = 1050\n", ..Wishes::default() };
    let mut bureau = Bureau::open(&wishes).await;
    let contacts: Vec<String> = (0..1300).map(|n| format!("pessoa{n:04}@segurados.test")).collect();
    let protocol = sent_by_email(&mut bureau, "Prova de vida 2026", &contacts).await;
    let parcels: Vec<Sent> = bureau.sent().into_iter().filter(|it| it.envelope.envelope_id.is_some()).collect();
    let people: Vec<(usize, String)> = parcels
        .iter()
        .enumerate()
        .flat_map(|(n, it)| it.envelope.recipients.iter().map(move |it| (n, it.to_string())))
        .collect();
    assert!((1000..=1050).contains(&people.len()), "the provider's day holds the rest back");
    for (parcel, person) in people.iter().take(50) {
        bureau.deliver("presidente", &notice(&parcels[*parcel], person, "failed", "5.1.1"));
    }
    bureau.live_until("2025-08-04T20:00:00").await;
    assert!(
        !bureau.show(&protocol).story.iter().any(|(_, it)| it.contains("suspenso")),
        "five in a hundred are not too many"
    );
    for (parcel, person) in people.iter().skip(50).take(20) {
        bureau.deliver("presidente", &notice(&parcels[*parcel], person, "failed", "5.1.1"));
    }
    bureau.live_until("2025-08-06T12:00:00").await;
    let left = |bureau: &Bureau| {
        bureau
            .sent()
            .iter()
            .filter(|it| it.envelope.envelope_id.is_some())
            .map(|it| it.envelope.recipients.len())
            .sum::<usize>()
    };
    assert!(left(&bureau) <= 1050, "nobody else is written to: {:?}", (left(&bureau), bureau.show(&protocol).story));
    let asked = bureau.mail_to(DESK, &["O envio foi suspenso", &protocol]);
    assert!(asked.text().contains("carteiro approve"), "{}", asked.text());
    assert_eq!(bureau.show(&protocol).request.waits_for, "desk");
    let name = carteiro::office::Protocol::from_text(&protocol);
    bureau.daemon().person_decides(&name, carteiro::daemon::PersonsDecision::Approve).unwrap();
    bureau.live_until("2025-08-07T12:00:00").await;
    assert_eq!(left(&bureau), 1300);
}

#[tokio::test]
async fn an_address_that_bounced_is_pointed_out_in_the_next_list() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let contacts: Vec<String> = ["ana", "bia", "caio"].iter().map(|it| format!("{it}@segurados.test")).collect();
    sent_by_email(&mut bureau, "Prova de vida 2026", &contacts).await;
    let sent = parcel_to(&bureau, &contacts[0]);
    bureau.deliver("presidente", &notice(&sent, &contacts[1], "failed", "5.1.1"));
    bureau.deliver("presidente", &notice(&sent, &contacts[2], "failed", "5.2.2"));
    bureau.pass().await;
    bureau.at("2025-08-20T09:00:00");
    sent_by_email(&mut bureau, "Recadastramento", &contacts).await;
    let acknowledged = bureau.mail_to(AREA, &["Recebemos o seu pedido", "Recadastramento"]);
    assert!(
        acknowledged.text().contains("linha 3: em 04/08/2025 a mensagem para bia@segurados.test voltou"),
        "{}",
        acknowledged.text()
    );
    assert!(!acknowledged.text().contains("caio@"), "a full mailbox is no bad address");
    let (_, list) = acknowledged.file("situação").unwrap();
    assert_eq!(situations(&list)["bia@segurados.test"].0, "voltou em 04/08/2025");
    assert_eq!(
        parcel_to(&bureau, "bia@segurados.test").mail.subject(),
        "Recadastramento",
        "nothing is struck out by us"
    );
}

#[tokio::test]
async fn the_call_center_is_reminded_on_working_days_and_then_the_desk_is_told() {
    // Friday; the week after has a local holiday on Tuesday.
    let wishes = Wishes {
        settings: "[institute]\nname = \"Ipreville\"\ntimezone = \"America/Sao_Paulo\"\nholidays = [\"08-12\"]\n",
        ..Wishes::default()
    };
    let mut bureau = Bureau::open(&wishes).await;
    bureau.at("2025-08-08T10:00:00");
    let protocol = sent_by_whatsapp(&mut bureau, PERICIA, "Perícia confirmada", &["47 99102-0001"]).await;
    let reminders = |bureau: &Bureau| {
        bureau
            .mails_to(CALL_CENTER)
            .iter()
            .filter(|it| it.all_text().contains("relatório") && !it.all_text().contains("avaliação foi confirmada"))
            .count()
    };
    let package = bureau.mail_to(CALL_CENTER, &["avaliação foi confirmada"]).all_text();
    assert!(package.contains("responder com o relatório do envio, até 13/08/2025 (quarta-feira)"), "{package}");
    bureau.live_until("2025-08-13T08:59:00").await;
    assert_eq!(reminders(&bureau), 0, "Monday and Wednesday are the two working days");
    bureau.live_until("2025-08-13T09:01:00").await;
    assert_eq!(reminders(&bureau), 1);
    bureau.live_until("2025-08-15T09:01:00").await;
    assert_eq!(reminders(&bureau), 2);
    bureau.live_until("2025-08-19T09:01:00").await;
    assert_eq!(reminders(&bureau), 3);
    bureau.live_until("2025-09-30T09:00:00").await;
    assert_eq!(reminders(&bureau), 3);
    let alarms =
        bureau.mails_to(DESK).iter().filter(|it| it.all_text().contains("relatório do call center não veio")).count();
    assert_eq!(alarms, 1, "the desk is told once");
    assert_eq!(bureau.status(&protocol), "waiting-report", "a late report is still taken");
}

#[tokio::test]
async fn an_insured_persons_answer_goes_to_the_area_once_and_is_thanked_once_a_day() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let contacts = vec!["ana@segurados.test".to_owned(), "bia@segurados.test".to_owned()];
    let protocol = sent_by_email(&mut bureau, "Prova de vida 2026", &contacts).await;
    let id = parcel_to(&bureau, &contacts[0]).mail.message_id();
    let answer = |n: u32, text: &str| {
        format!(
            "Authentication-Results: mx.ipreville.test; dmarc=pass header.from=segurados.test\r\n\
             From: Ana Beatriz <ana@segurados.test>\r\nTo: <presidente@ipreville.test>\r\nSubject: Re: Prova de vida 2026\r\n\
             Message-ID: <resposta{n}@segurados.test>\r\nIn-Reply-To: {id}\r\nReferences: {id}\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
        )
    };
    bureau.deliver("presidente", answer(1, "Bom dia, posso ir em fevereiro?").as_bytes());
    bureau.pass().await;
    bureau.pass().await;
    bureau.deliver("presidente", answer(2, "Esqueci de dizer: moro em Curitiba.").as_bytes());
    bureau.later(3600);
    bureau.pass().await;
    let forwarded =
        |bureau: &Bureau, words: &str| bureau.mails_to(AREA).iter().filter(|it| it.text().contains(words)).count();
    assert_eq!(forwarded(&bureau, "posso ir em fevereiro"), 1);
    assert_eq!(forwarded(&bureau, "moro em Curitiba"), 1);
    assert!(bureau.mail_to(AREA, &["posso ir em fevereiro"]).subject().contains(&protocol));
    let thanks =
        bureau.mails_to("ana@segurados.test").iter().filter(|it| it.header("Auto-Submitted").is_some()).count();
    assert_eq!(thanks, 1, "one automatic mail for an address and day");
    assert!(bureau.mails_to("bia@segurados.test").len() == 1);
}

#[tokio::test]
async fn who_does_not_want_to_be_written_to_is_kept_out_of_general_notices_until_they_ask_to_be_back() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let rows: [&[&str]; 3] = [
        &["Nome", "Celular", "E-mail"],
        &["Ana Beatriz", "47 99101-0001", "ana@segurados.test"],
        &["Bia Costa", "47 99101-0002", "bia@segurados.test"],
    ];
    std::fs::write(bureau.archive().join("Contatos.xlsx"), sheet(&rows)).unwrap();
    let contacts = vec!["ana@segurados.test".to_owned(), "bia@segurados.test".to_owned()];
    let protocol = sent_by_email(&mut bureau, "Prova de vida 2026", &contacts).await;
    let id = parcel_to(&bureau, &contacts[0]).mail.message_id();
    let answer = |n: u32, proof: &str, text: &str| {
        format!(
            "Authentication-Results: mx.ipreville.test; dmarc={proof} header.from=segurados.test\r\n\
             From: Ana Beatriz <ana@segurados.test>\r\nTo: <presidente@ipreville.test>\r\nSubject: Re: Prova de vida 2026\r\n\
             Message-ID: <saida{n}@segurados.test>\r\nIn-Reply-To: {id}\r\nReferences: {id}\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n\r\n\
             > Se não quero mais receber, o que faço?\r\n"
        )
    };
    bureau.deliver("presidente", answer(1, "pass", "Não quero mais receber pelo banco antigo. Como faço?").as_bytes());
    bureau.pass().await;
    assert!(!bureau.ledger().has_opted_out("ana@segurados.test").unwrap(), "who speaks of a bank stays");
    bureau.later(90_000);
    bureau.deliver("presidente", answer(2, "pass", "Bom dia\r\n\r\nSAIR\r\n\r\nObrigada").as_bytes());
    bureau.pass().await;
    let told = bureau.mail_to(AREA, &["pediu para não receber mais avisos gerais", "SAIR"]);
    assert!(told.subject().contains(&protocol));
    bureau.mail_to("ana@segurados.test", &["não receberá mais os nossos avisos gerais"]);
    let story = std::fs::read_to_string(bureau.folder(&protocol).join("historico.txt")).unwrap();
    assert!(story.contains("pediu para não receber mais avisos gerais"), "{story}");

    let general = |bureau: &Bureau, words: &str| {
        bureau.write(&Mail {
            from: "comunicacao@ipreville.test",
            subject: &format!("Aviso geral por WhatsApp - {words}"),
            text: &format!(
                "Bom dia!\n\nPedimos o envio por WhatsApp para todos os segurados do aviso abaixo.\n\nTexto:\n\n\
                 O Ipreville não pede senha nem dinheiro por telefone: {words}.\n"
            ),
            files: &[],
            answers: None,
        });
    };
    let package = |bureau: &Bureau, words: &str| {
        let (_, list) = bureau.mail_to(CALL_CENTER, &[words]).file(".csv").unwrap();
        String::from_utf8(list).unwrap()
    };
    general(&bureau, "cuidado com golpes");
    bureau.pass().await;
    bureau.later(601);
    bureau.pass().await;
    let list = package(&bureau, "cuidado com golpes");
    assert!(list.contains("5547991010002") && !list.contains("5547991010001"), "{list}");

    // A list that names her is compulsory: it goes, and the requester is told.
    bureau.write(&Mail {
        from: AREA,
        subject: "Convocação para o recadastramento",
        text: "Bom dia,\n\nSolicito o envio, por e-mail, da mensagem abaixo aos segurados da lista anexa.\n\n\
               Assunto: Convocação para o recadastramento\n\nTexto:\n\nPrezado(a) segurado(a),\n\n\
               Compareça à sede do Ipreville em 12 de janeiro, às 9h.\n\nObrigada,\nMarlise\n",
        files: &[("lista.xlsx", XLSX, &addresses(&contacts))],
        answers: None,
    });
    bureau.pass().await;
    bureau.mail_to(AREA, &["AR-", "Convocação", "1 pessoa pediu para não receber"]);
    bureau.later(601);
    bureau.pass().await;
    let letter = parcel_to(&bureau, &contacts[0]).read();
    assert!(letter.subject.contains("Convocação"), "{}", letter.subject);

    // Nobody but the owner of an address brings it back.
    bureau.deliver("presidente", answer(3, "fail", "Quero voltar a receber os avisos").as_bytes());
    bureau.pass().await;
    assert!(bureau.ledger().has_opted_out("ana@segurados.test").unwrap());
    bureau.deliver("presidente", answer(4, "pass", "Quero voltar a receber os avisos").as_bytes());
    bureau.pass().await;
    bureau.mail_to(AREA, &["pediu para voltar a receber os avisos gerais"]);
    assert!(!bureau.ledger().has_opted_out("ana@segurados.test").unwrap());
}

/// A report file as the company's platform exports it.
fn report_csv(lines: &[(&str, &str)]) -> Vec<u8> {
    let mut text = "Telefone;Status;Data\r\n".to_owned();
    for (phone, status) in lines {
        text.push_str(&format!("{phone};{status};06/08/2025 10:00\r\n"));
    }
    text.into_bytes()
}

fn report(bureau: &Bureau, from: &str, subject: &str, text: &str, file: &[u8]) {
    bureau.write(&Mail { from, subject, text, files: &[("relatorio.csv", "text/csv", file)], answers: None });
}

#[tokio::test]
async fn a_report_outside_the_thread_is_linked_by_its_numbers_partial_then_complete() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let protocol = sent_by_whatsapp(
        &mut bureau,
        PERICIA,
        "Perícia confirmada",
        &["47 99102-0001", "47 99102-0002", "48 99102-0003"],
    )
    .await;
    assert_eq!(bureau.people(&protocol)["5547991020001"], "accepted", "the package is in the call center's hands");
    bureau.later(7200);
    // From another address of the company, without protocol, with the ninth digit missing in one number.
    let lines = [("554791020001", "Lido"), ("5547991020002", "Entregue")];
    report(
        &bureau,
        "operacoes@callcenter.test",
        "Relatório parcial de disparo",
        "Segue relatório parcial.",
        &report_csv(&lines),
    );
    bureau.pass().await;
    let people = bureau.people(&protocol);
    assert_eq!(
        [&people["5547991020001"], &people["5547991020002"], &people["5548991020003"]],
        ["read", "delivered", "accepted"]
    );
    assert_eq!(bureau.status(&protocol), "waiting-report");
    let first = bureau.mail_to(PERICIA, &["relatório parcial", &protocol]);
    assert_eq!(first.file("relatorio.csv").unwrap().1, report_csv(&lines), "the report as it came");
    bureau.later(86_400);
    let lines =
        [("554791020001", "Lido"), ("5547991020002", "Entregue"), ("5548991020003", "Falha - número sem WhatsApp")];
    report(
        &bureau,
        "operacoes@callcenter.test",
        "Relatório final de disparo",
        "Segue relatório final. Envio concluído.",
        &report_csv(&lines),
    );
    bureau.pass().await;
    assert_eq!(bureau.people(&protocol)["5548991020003"], "failed");
    assert_eq!(bureau.status(&protocol), "closed");
    let last = bureau.mail_to(PERICIA, &["concluiu o envio", &protocol]);
    let said = situations(&last.file("situação").unwrap().1);
    assert_eq!(said["47 99102-0001"].0, "Lida");
    assert_eq!(said["48 99102-0003"].0, "Não entregue: sem WhatsApp");
}

#[tokio::test]
async fn one_file_for_two_requests_tells_each_its_own() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let one = sent_by_whatsapp(&mut bureau, PERICIA, "Perícia confirmada", &["47 99102-0001", "47 99102-0002"]).await;
    let two =
        sent_by_whatsapp(&mut bureau, AREA, "Recadastramento confirmado", &["47 99103-0001", "47 99103-0002"]).await;
    bureau.later(7200);
    let file = format!(
        "Protocolo;Telefone;Status\r\n{one};5547991020001;Lido\r\n{one};5547991020002;Entregue\r\n\
         {two};5547991030001;Falha\r\n{two};5547991030002;Entregue\r\n"
    );
    report(
        &bureau,
        CALL_CENTER,
        "Relatório dos dois envios",
        "Segue relatório final dos dois envios.",
        file.as_bytes(),
    );
    bureau.pass().await;
    assert_eq!(bureau.people(&one)["5547991020001"], "read");
    assert_eq!(bureau.people(&two)["5547991030001"], "failed");
    assert_eq!([bureau.status(&one), bureau.status(&two)], ["closed", "closed"]);
    for (area, own, other) in [(PERICIA, "99102-0001", "9103"), (AREA, "99103-0001", "9102")] {
        let mail = bureau.mail_to(area, &["concluiu o envio"]);
        let all = String::from_utf8_lossy(&mail.raw).into_owned();
        assert!(!all.contains(other), "{area} reads of people of another area");
        let said = situations(&mail.file("situação").unwrap().1);
        assert!(said.contains_key(&format!("47 {own}")), "{said:?}");
        assert!(!said.keys().any(|it| it.contains(&format!("9{other}"))), "{said:?}");
    }
}

#[tokio::test]
async fn a_report_that_fits_two_packages_is_asked_about_and_never_guessed() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let numbers = ["47 99102-0001", "47 99102-0002"];
    let one = sent_by_whatsapp(&mut bureau, PERICIA, "Perícia confirmada", &numbers).await;
    let two = sent_by_whatsapp(&mut bureau, AREA, "Recadastramento confirmado", &numbers).await;
    bureau.later(7200);
    let lines = [("5547991020001", "Lido"), ("5547991020002", "Entregue")];
    report(&bureau, CALL_CENTER, "Relatório", "Segue relatório.", &report_csv(&lines));
    bureau.pass().await;
    assert_eq!([bureau.status(&one), bureau.status(&two)], ["waiting-report", "waiting-report"]);
    assert_eq!(bureau.people(&one)["5547991020001"], "accepted");
    let asked = bureau.mail_to(DESK, &[&one, &two]);
    assert!(asked.text().contains("relatório"), "{}", asked.text());
    assert_eq!(bureau.ledger().for_a_person(0).unwrap().len(), 1);
}

#[tokio::test]
async fn totals_that_disagree_are_said_and_people_who_blocked_us_are_kept_out_of_general_notices() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let protocol =
        sent_by_whatsapp(&mut bureau, PERICIA, "Perícia confirmada", &["47 99101-0001", "47 99101-0002"]).await;
    bureau.later(7200);
    let lines = [("5547991010001", "Entregue"), ("5547991010002", "Bloqueado pelo usuário")];
    report(
        &bureau,
        CALL_CENTER,
        &format!("Relatório {protocol}"),
        "Segue relatório final: enviadas 3, entregues 2, falhas 1.",
        &report_csv(&lines),
    );
    bureau.pass().await;
    let told = bureau.mail_to(PERICIA, &["concluiu o envio"]);
    assert!(told.text().contains("entregues: o e-mail diz 2, o arquivo diz 1"), "{}", told.text());
    assert_eq!(bureau.ledger().known_of(["5547991010002"].into_iter()).unwrap().1, 1);
    bureau.at("2025-08-11T09:00:00");
    bureau.write(&Mail {
        from: "comunicacao@ipreville.test",
        subject: "Aviso geral por WhatsApp - golpes",
        text: "Bom dia!\n\nPedimos o envio por WhatsApp para todos os segurados do aviso abaixo.\n\nTexto:\n\n\
               O Ipreville não pede senha nem dinheiro por telefone.\n",
        files: &[],
        answers: None,
    });
    bureau.pass().await;
    bureau.later(601);
    bureau.pass().await;
    let package = bureau.mail_to(CALL_CENTER, &["não pede senha"]);
    let (_, list) = package.file(".csv").unwrap();
    let list = String::from_utf8(list).unwrap();
    assert!(list.contains("5547991010001") && !list.contains("5547991010002"), "{list}");
}
