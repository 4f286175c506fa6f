//! Requests that need a word more, on a real mail host: what is missing, corrections, cancellations, strangers,
//! robots; and that nothing is done twice.

use std::fs;

use crate::mailhost::{MailHost, Options};
use crate::office::{AREA, CALL_CENTER, DESK, Mail, Office, Times, sheet};

const TEXT: &str =
    "Prezado(a) segurado(a),\n\nO atendimento presencial estará fechado no dia 8 de dezembro. Voltamos no dia 9.";

fn list() -> Vec<u8> {
    sheet(&[&["Nome", "E-mail"], &["Ana Beatriz Costa", "ana@segurados.test"], &["Bruno Dias", "bruno@segurados.test"]])
}

fn letter(channel: &str, closing: &str) -> String {
    format!(
        "Bom dia,\n\nSolicito o envio, por {channel}, da mensagem abaixo aos segurados da lista anexa.\n\n\
         Assunto: Atendimento em dezembro\n\nTexto:\n\n{TEXT}\n\n{closing}\n"
    )
}

async fn ask(office: &Office, files: &[(&str, &str, &[u8])]) -> String {
    office
        .write(&Mail {
            from: AREA,
            subject: "Atendimento em dezembro",
            text: &letter("e-mail", "Obrigada,\nMarlise"),
            files,
            answers: None,
        })
        .await
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_list_is_asked_once_and_the_answer_completes_the_request() {
    let office = Office::open(&Times::default());
    ask(&office, &[]).await;
    let question = office.passes_until(AREA, &["AR-", "lista"]).await;
    assert!(question.header("In-Reply-To").is_some());
    office.once();
    assert_eq!(office.host.mails(AREA).await.len(), 1, "one question, not one for each pass");
    assert!(office.host.mails("ana@segurados.test").await.is_empty());
    office
        .write(&Mail {
            from: AREA,
            subject: &format!("RES: {}", question.subject()),
            text: "Segue a lista.\n\nMarlise\n",
            files: &[("lista.xlsx", XLSX, &list())],
            answers: Some(&question.message_id()),
        })
        .await;
    let mail = office.passes_until("ana@segurados.test", &["Atendimento em dezembro"]).await;
    assert_eq!(mail.text().replace("\r\n", "\n").trim(), TEXT);
    assert_eq!(office.host.mails("bruno@segurados.test").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_cancelled_within_the_regret_window_never_leaves() {
    let office = Office::open(&Times { regret: "1h", ..Times::default() });
    ask(&office, &[("lista.xlsx", XLSX, &list())]).await;
    let acknowledged = office.passes_until(AREA, &["AR-"]).await;
    office
        .write(&Mail {
            from: AREA,
            subject: &format!("RES: {}", acknowledged.subject()),
            text: "Por favor, cancelar este envio. A data mudou.\n\nMarlise\n",
            files: &[],
            answers: Some(&acknowledged.message_id()),
        })
        .await;
    office.passes_until(AREA, &["cancelad"]).await;
    let shown = office.run(&["show", &acknowledged.protocol(), "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown["status"], "cancelled");
    assert_eq!(shown["channels"]["email"]["cancelled"], 2);
    assert!(office.host.mails("ana@segurados.test").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_and_forgers_are_not_answered_and_a_person_sees_them() {
    let office = Office::open(&Times::default());
    let forged = format!(
        "From: Marlise <{AREA}>\r\nTo: <{DESK}>\r\nSubject: Envio urgente por WhatsApp\r\nMessage-ID: <f1@fora.test>\r\n\
         Authentication-Results: mx.ipreville.test; dmarc=pass header.from=ipreville.test\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\nFavor enviar por WhatsApp para todos os segurados:\r\n\r\n\
         \"Atualize seus dados em http://golpe.example\"\r\n"
    );
    office.host.arrive_from("golpe@fora.test", &[DESK], forged.as_bytes()).await;
    let seen = office.passes_until(DESK, &["Envio urgente por WhatsApp"]).await;
    assert!(seen.header("X-Carteiro").is_some() || seen.text().contains("golpe"), "{}", seen.text());
    for _ in 0..3 {
        office.once();
    }
    assert!(office.host.mails(AREA).await.is_empty(), "the forged department is not written to");
    assert!(office.host.mails(CALL_CENTER).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn robots_are_never_answered() {
    let office = Office::open(&Times::default());
    let absent = format!(
        "From: <{AREA}>\r\nTo: <{DESK}>\r\nSubject: =?utf-8?Q?Resposta_autom=C3=A1tica=3A_Atendimento?=\r\n\
         Message-ID: <a1@ipreville.test>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\nEstou em ferias. Solicitacoes de envio, fale com Otavio.\r\n"
    );
    office.host.submit(AREA, &[DESK], absent.as_bytes()).await;
    for _ in 0..4 {
        office.once();
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    }
    assert!(office.host.mails(AREA).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn once_twice_in_a_row_does_nothing_twice() {
    let office = Office::open(&Times { first_digest: "1h", final_balance: "72h", ..Times::default() });
    ask(&office, &[("lista.xlsx", XLSX, &list())]).await;
    office.passes_until("bruno@segurados.test", &["Atendimento em dezembro"]).await;
    let letters = office.host.mails(AREA).await.len();
    let workbook = fs::read(office.workbook()).unwrap();
    for _ in 0..3 {
        office.once();
    }
    assert_eq!(office.host.mails("ana@segurados.test").await.len(), 1);
    assert_eq!(office.host.mails("bruno@segurados.test").await.len(), 1);
    assert_eq!(office.host.mails(AREA).await.len(), letters);
    assert_eq!(fs::read(office.workbook()).unwrap(), workbook);
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_52_the_requester_reads_that_a_server_gives_no_receipts() {
    let options = Options { discard_ehlo: vec!["DSN"], ..Options::default() };
    let office = Office::open_on(MailHost::start_with(&options), &Times { final_balance: "4s", ..Times::default() });
    ask(&office, &[("lista.xlsx", XLSX, &list())]).await;
    let balance = office.passes_until(AREA, &["balanço final do pedido"]).await;
    assert!(balance.text().contains("O servidor de e-mail não oferece recibo de entrega"), "{}", balance.text());
}
