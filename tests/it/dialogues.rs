//! What departments, approvers, the call center and insured people write back, and what becomes of the request. Each
//! dialogue begins with an ordinary request; time goes by without waiting.

use carteiro::mail::incoming::IncomingMail;

use crate::desk::{DAY, Desk, HOUR, XLSX};
use crate::office::{AREA, CALL_CENTER, DESK, Mail, sheet};

const ANA: &str = "ana@segurados.test";
const BRUNO: &str = "bruno@segurados.test";
const APPROVER: &str = "gabinete@ipreville.test";
const SUBJECT: &str = "Atendimento em dezembro";
const TEXT: &str =
    "Prezado(a) segurado(a),\n\nO atendimento presencial estará fechado no dia 8 de dezembro. Voltamos no dia 9.";

fn list() -> Vec<u8> {
    sheet(&[&["Nome", "E-mail"], &["Ana Beatriz Costa", ANA], &["Bruno Dias", BRUNO]])
}

fn phones() -> Vec<u8> {
    sheet(&[&["Nome", "Celular"], &["Helena Rocha", "47 99102-0001"], &["Ivo Mendes", "47 99102-0002"]])
}

fn letter(order: &str) -> String {
    format!("Bom dia,\n\n{order}\n\nAssunto: {SUBJECT}\n\nTexto:\n\n{TEXT}\n\nObrigada,\nMarlise\n")
}

const BY_EMAIL: &str = "Solicito o envio, por e-mail, da mensagem abaixo aos segurados da lista anexa.";

async fn ask(desk: &mut Desk, order: &str, file: &[u8]) {
    let files: &[(&str, &str, &[u8])] = &[("lista.xlsx", XLSX, file)];
    let files = if file.is_empty() { &[] } else { files };
    desk.write(&Mail { from: AREA, subject: SUBJECT, text: &letter(order), files, answers: None }).await;
}

/// A rule that takes the place of the shipped one for emails, with further actions at its end.
fn email_rule(further: &str) -> String {
    format!(
        "descricao = \"E-mail\"\nversao = 1\n\n[quando]\nclasse = \"pedido\"\ncanal = \"email\"\n\n[[entao]]\nacao = \"arquivar\"\n\n\
         [[entao]]\nacao = \"enviar-email\"\nlista = \"do-pedido\"\n{further}\n\n[[entao]]\nacao = \"registrar\"\n\n\
         [[exemplo]]\nnome = \"por e-mail\"\nde = \"uma-area\"\nassunto = \"E-mail\"\n\
         texto = \"Solicito o envio por e-mail à lista anexa. Texto: A prova de vida começa.\"\nanexos = [\"lista.xlsx\"]\nespera = \"aceita\"\n\n\
         [[exemplo]]\nnome = \"outro\"\nde = \"uma-area\"\nassunto = \"WhatsApp\"\n\
         texto = \"Solicito o envio por WhatsApp à lista anexa. Texto: A prova de vida começa.\"\nanexos = [\"lista.xlsx\"]\nespera = \"recusa\"\n"
    )
}

fn assert_sent(desk: &Desk, to: &str, times: usize) {
    assert_eq!(desk.all_to(to).len(), times, "to {to}; left:\n{}", desk.told());
}

#[tokio::test]
async fn an_ordinary_request_leaves_after_the_window_and_counts() {
    let mut desk = Desk::open().await;
    ask(&mut desk, BY_EMAIL, &list()).await;
    assert_sent(&desk, ANA, 0);
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 1);
    assert_sent(&desk, BRUNO, 1);
    assert_eq!(desk.all_to(ANA)[0].text().replace("\r\n", "\n").trim(), TEXT);
    assert_eq!(desk.daemon.ledger().counted(2026).unwrap().len(), 1);
}

#[tokio::test]
async fn a_number_that_differs_from_the_list_is_asked_and_sim_releases_it() {
    let mut desk = Desk::open().await;
    ask(&mut desk, "Solicito o envio, por e-mail, da mensagem abaixo aos 15 segurados da lista anexa.", &list()).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 0);
    desk.answer(AREA, "SIM", &[]).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 1);
}

#[tokio::test]
async fn a_repeated_request_waits_for_sim_or_nao() {
    for (word, copies) in [("Sim, pode enviar.", 2), ("NÃO", 1)] {
        let mut desk = Desk::open().await;
        ask(&mut desk, BY_EMAIL, &list()).await;
        desk.wait(HOUR).await;
        ask(&mut desk, BY_EMAIL, &list()).await;
        assert_sent(&desk, ANA, 1);
        desk.answer(AREA, word, &[]).await;
        desk.wait(HOUR).await;
        assert_sent(&desk, ANA, copies);
    }
}

#[tokio::test]
async fn a_channel_named_in_the_answer_brings_the_rule_of_that_channel() {
    let mut desk = Desk::open().await;
    ask(&mut desk, "Solicito o envio da mensagem abaixo às pessoas da lista anexa.", &list()).await;
    assert!(desk.last_to(AREA).text().contains("e-mail"), "{}", desk.told());
    desk.answer(AREA, "Por e-mail, por favor.", &[]).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 1);
    assert_eq!(desk.daemon.ledger().counted(2026).unwrap().len(), 1, "the rule for email counts");
}

#[tokio::test]
async fn everybody_named_in_the_answer_brings_the_general_contacts() {
    let mut desk = Desk::open().await;
    let text = format!("Bom dia,\n\nFavor disparar por WhatsApp o texto abaixo:\n\n\"{TEXT}\"\n\nObrigada,\nMarlise\n");
    desk.write(&Mail { from: AREA, subject: SUBJECT, text: &text, files: &[], answers: None }).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, CALL_CENTER, 0);
    desk.answer(AREA, "É para todos os segurados.", &[]).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, CALL_CENTER, 1);
    assert!(desk.last_to(CALL_CENTER).file(".csv").is_some());
    assert_eq!(desk.daemon.ledger().counted(2026).unwrap().len(), 1);
}

#[tokio::test]
async fn a_correction_within_the_window_is_shown_and_sim_releases_it() {
    let mut desk = Desk::open().await;
    ask(&mut desk, BY_EMAIL, &list()).await;
    desk.answer(AREA, "Favor corrigir: onde se lê \"8 de dezembro\", leia-se \"7 de dezembro\".", &[]).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 0);
    assert!(desk.last_to(AREA).text().contains("7 de dezembro"), "{}", desk.told());
    desk.answer(AREA, "SIM", &[]).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 1);
    assert!(desk.all_to(ANA)[0].text().contains("7 de dezembro"));
}

#[tokio::test]
async fn consent_comes_from_an_approver_and_for_what_was_shown() {
    let rule = email_rule("confirmar = { por = \"aprovadores\" }");
    let mut desk = Desk::with("", &[("44-email.toml", &rule)]).await;
    ask(&mut desk, BY_EMAIL, &list()).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, APPROVER, 1);
    let asked = desk.last_to(APPROVER);
    let (subject, id) = (format!("RES: {}", asked.subject()), asked.message_id());
    desk.write(&Mail { from: AREA, subject: &subject, text: "Aprovado.\n", files: &[], answers: Some(&id) }).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 0);
    desk.answer(APPROVER, "Aprovado.", &[]).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 1);
}

#[tokio::test]
async fn consent_to_a_text_that_changed_meanwhile_does_not_count() {
    let rule = email_rule("confirmar = { por = \"aprovadores\" }");
    let mut desk = Desk::with("", &[("44-email.toml", &rule)]).await;
    ask(&mut desk, BY_EMAIL, &list()).await;
    let asked = desk.last_to(APPROVER);
    let (subject, id) = (format!("RES: {}", asked.subject()), asked.message_id());
    desk.answer(AREA, "Favor corrigir: onde se lê \"8 de dezembro\", leia-se \"7 de dezembro\".", &[]).await;
    desk.answer(AREA, "SIM", &[]).await;
    desk.write(&Mail { from: APPROVER, subject: &subject, text: "Aprovado.\n", files: &[], answers: Some(&id) }).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 0);
    assert_sent(&desk, APPROVER, 3);
    desk.answer(APPROVER, "Aprovado.", &[]).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 1);
}

#[tokio::test]
async fn a_date_that_has_passed_is_asked_and_a_new_one_is_kept() {
    let mut desk = Desk::open().await;
    ask(&mut desk, &format!("{BY_EMAIL} O envio deve ser feito em 20/02/2026."), &list()).await;
    desk.wait(DAY).await;
    assert_sent(&desk, ANA, 0);
    desk.answer(AREA, "Pode enviar no dia 05/03/2026, às 10h.", &[]).await;
    desk.wait(DAY).await;
    assert_sent(&desk, ANA, 0);
    desk.wait(2 * DAY).await;
    assert_sent(&desk, ANA, 1);
}

#[tokio::test]
async fn one_word_in_the_thread_stops_a_request_within_its_window() {
    let mut desk = Desk::open().await;
    ask(&mut desk, BY_EMAIL, &list()).await;
    desk.answer(AREA, "Cancelar.", &[]).await;
    desk.wait(DAY).await;
    assert_sent(&desk, ANA, 0);
    assert!(desk.last_to(AREA).text().contains("cancelad"), "{}", desk.told());
}

async fn whatsapp(desk: &mut Desk, file: &[u8]) -> String {
    ask(desk, "Solicito o envio, por WhatsApp, da mensagem abaixo às pessoas da lista anexa.", file).await;
    desk.wait(HOUR).await;
    desk.last_to(CALL_CENTER).protocol()
}

#[tokio::test]
async fn a_question_of_the_call_center_reaches_the_area_without_what_it_quotes() {
    let mut desk = Desk::open().await;
    whatsapp(&mut desk, &phones()).await;
    desk.answer(CALL_CENTER, "Bom dia, a imagem citada não veio. Podem reenviar?", &[]).await;
    let relayed = desk.last_to(AREA).text();
    assert!(relayed.contains("a imagem citada não veio"), "{}", desk.told());
    assert!(!relayed.contains("escreveu:"), "{relayed}");
}

#[tokio::test]
async fn a_report_of_two_requests_reaches_each_with_its_own_part() {
    let mut desk = Desk::open().await;
    let first = whatsapp(&mut desk, &phones()).await;
    let others = sheet(&[&["Nome", "Celular"], &["Júlia Reis", "47 99102-0003"], &["Karl Muller", "47 99102-0004"]]);
    desk.write(&Mail {
        from: "pericia@ipreville.test",
        subject: "Perícia",
        text: "Bom dia,\n\nSolicito o envio, por WhatsApp, da mensagem abaixo às pessoas da lista anexa.\n\nTexto:\n\nA sua \
               perícia foi confirmada. Chegue com 15 minutos de antecedência.\n\nObrigado,\nOtávio\n",
        files: &[("lista.xlsx", XLSX, &others)],
        answers: None,
    })
    .await;
    desk.wait(HOUR).await;
    let second = desk.last_to(CALL_CENTER).protocol();
    assert_ne!(first, second);
    let report = sheet(&[
        &["Protocolo", "Telefone", "Status"],
        &[&first, "5547991020001", "Lido"],
        &[&first, "5547991020002", "Entregue"],
        &[&second, "5547991020003", "Entregue"],
        &[&second, "5547991020004", "Não entregue - sem WhatsApp"],
    ]);
    desk.write(&Mail {
        from: CALL_CENTER,
        subject: "Relatório dos envios",
        text: "Segue o relatório dos dois envios, concluídos.\n",
        files: &[("relatorio.xlsx", XLSX, &report)],
        answers: None,
    })
    .await;
    desk.wait(HOUR).await;
    assert!(desk.last_to(AREA).subject().contains(&first), "{}", desk.told());
    assert!(desk.last_to("pericia@ipreville.test").subject().contains(&second), "{}", desk.told());
    let (_, own) = desk.last_to(AREA).file(".xlsx").expect("the area's own list");
    let other_number = IncomingMail::parse(&desk.last_to(AREA).raw).unwrap();
    assert!(other_number.attachments.iter().all(|it| !it.name.contains("relatorio.xlsx")));
    let told = cells(own);
    assert!(told.contains("Lida") && told.contains("Entregue") && !told.contains("Júlia"), "{told}");
    assert_eq!((desk.status(&first).as_str(), desk.status(&second).as_str()), ("closed", "closed"));
}

#[tokio::test]
async fn a_report_without_a_name_finds_its_request_by_the_phones_in_it() {
    let mut desk = Desk::open().await;
    let first = whatsapp(&mut desk, &phones()).await;
    let report = sheet(&[&["Telefone", "Status"], &["47991020001", "Lido"], &["4791020002", "Entregue"]]);
    let files: &[(&str, &str, &[u8])] = &[("retorno.xlsx", XLSX, &report)];
    desk.write(&Mail {
        from: CALL_CENTER,
        subject: "Retorno da campanha",
        text: "Segue retorno.\n",
        files,
        answers: None,
    })
    .await;
    assert!(desk.last_to(AREA).subject().contains(&first), "{}", desk.told());
}

#[tokio::test]
async fn a_report_that_fits_two_requests_is_left_to_a_person() {
    let mut desk = Desk::open().await;
    let first = whatsapp(&mut desk, &phones()).await;
    let text = letter("Solicito o envio, por WhatsApp, da mensagem abaixo às pessoas da lista anexa.")
        .replace("8 de dezembro", "15 de dezembro");
    let files: &[(&str, &str, &[u8])] = &[("lista.xlsx", XLSX, &phones())];
    desk.write(&Mail { from: AREA, subject: "Outro aviso", text: &text, files, answers: None }).await;
    desk.wait(HOUR).await;
    let second = desk.last_to(CALL_CENTER).protocol();
    assert_ne!(first, second);
    let report = sheet(&[&["Telefone", "Status"], &["47991020001", "Lido"], &["47991020002", "Entregue"]]);
    let files: &[(&str, &str, &[u8])] = &[("retorno.xlsx", XLSX, &report)];
    desk.write(&Mail {
        from: CALL_CENTER,
        subject: "Retorno da campanha",
        text: "Segue retorno.\n",
        files,
        answers: None,
    })
    .await;
    let told = desk.last_to(DESK).text();
    assert!(told.contains(&first) && told.contains(&second), "{told}");
    assert_eq!((desk.status(&first).as_str(), desk.status(&second).as_str()), ("waiting-report", "waiting-report"));
}

#[tokio::test]
async fn an_insured_persons_answer_reaches_the_area_once_and_is_thanked_once_a_day() {
    let mut desk = Desk::open().await;
    ask(&mut desk, BY_EMAIL, &list()).await;
    desk.wait(HOUR).await;
    let letters = desk.all_to(AREA).len();
    for _ in 0..2 {
        let got = desk.all_to(ANA)[0];
        let (subject, id) = (format!("Re: {}", got.subject()), got.message_id());
        let text = "Obrigada pelo aviso. Posso ir no dia 10?\n";
        desk.write(&Mail { from: ANA, subject: &subject, text, files: &[], answers: Some(&id) }).await;
    }
    assert_eq!(desk.all_to(AREA).len(), letters + 2, "each answer once; left:\n{}", desk.told());
    assert_sent(&desk, ANA, 2);
}

/// All cells of the first sheet, one row a line.
fn cells(workbook: Vec<u8>) -> String {
    use calamine::Reader as _;
    let mut book = calamine::open_workbook_auto_from_rs(std::io::Cursor::new(workbook)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ") + "\n").collect()
}
