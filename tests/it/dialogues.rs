//! What departments, approvers, the call center and insured people write back, and what becomes of the request. Each
//! dialogue begins with an ordinary request; time goes by without waiting.

use crate::bureau::{AREA, Bureau, CALL_CENTER, DESK, Mail, Wishes, XLSX, sheet};
use crate::office::Received;

const HOUR: i64 = 3600;
const DAY: i64 = 86_400;

/// The bureau, for people who talk with it: each mail is followed by a pass.
struct Desk(Bureau);

impl Desk {
    async fn open() -> Self {
        Self::with(&[]).await
    }

    /// With rule files that stand in place of shipped ones. It is Monday, 2 March 2026.
    async fn with(rules: &[(&str, &str)]) -> Self {
        Self(Bureau::open(&Wishes { rules, opens: "2026-03-02T09:00:00", ..Wishes::default() }).await)
    }

    async fn write(&mut self, mail: &Mail<'_>) {
        self.0.write(mail);
        self.0.pass().await;
    }

    /// An answer in the thread of the last mail to somebody, quoting it as mail programs do.
    async fn answer(&mut self, from: &str, words: &str, files: &[(&str, &str, &[u8])]) {
        let last = self.last_to(from);
        let subject = format!("RES: {}", last.subject());
        let quoted: String = last.text().lines().map(|it| format!("> {it}\n")).collect();
        let text = format!("{words}\n\nEm seg., 2 de mar. de 2026 às 09:12, Assessoria <{DESK}> escreveu:\n{quoted}");
        let id = last.message_id();
        self.write(&Mail { from, subject: &subject, text: &text, files, answers: Some(&id) }).await;
    }

    /// Lets time go by, with a pass whenever something falls due.
    async fn wait(&mut self, seconds: i64) {
        let now = jiff::Timestamp::from_second(self.0.now() + seconds).unwrap().to_zoned(crate::bureau::zone());
        self.0.live_until(&now.datetime().to_string()).await;
    }

    fn all_to(&self, address: &str) -> Vec<Received> {
        self.0.mails_to(address)
    }

    fn last_to(&self, address: &str) -> Received {
        self.all_to(address).pop().unwrap_or_else(|| panic!("{address} received nothing; left: {}", self.told()))
    }

    /// How many cells of the workbook the year's sendings belong to.
    fn counted(&self) -> usize {
        self.0.ledger().counted(2026).unwrap().len()
    }

    /// All that left, and where each mail ended, for the word of a test that failed.
    fn told(&self) -> String {
        let mails = self.0.ledger().last_mails(100).unwrap();
        let ends = mails.iter().map(|it| format!("{:?} {:?} {:?}\n", it.class, it.place, it.reason));
        let sent = self.0.sent();
        let sent = sent.iter().map(|it| format!("→ {:?}\n{}\n", it.envelope.recipients, it.mail.all_text()));
        sent.chain(ends).collect()
    }
}

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
    assert_eq!(desk.counted(), 1);
}

#[tokio::test]
async fn a_list_that_lies_on_the_network_is_asked_for_as_a_file() {
    let mut desk = Desk::open().await;
    desk.write(&Mail {
        from: AREA,
        subject: "E-mail aos aposentados da lista - Prova de vida",
        text: "Bom dia,\n\nSolicito o envio por e-mail, aos aposentados da lista que está na rede, da mensagem abaixo.\n\n\
               Assunto: Prova de vida\n\nTexto:\n\nPrezado(a) segurado(a),\n\nA prova de vida começa em março.\n\n\
               Obrigada,\nMarlise\n",
        files: &[],
        answers: None,
    })
    .await;
    let asked = desk.last_to(AREA).text();
    assert!(asked.contains("A lista está em uma pasta, em um link ou em uma imagem"), "{asked}");
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
    assert_eq!(desk.counted(), 1, "the rule for email counts");
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
    assert_eq!(desk.counted(), 1);
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
    let mut desk = Desk::with(&[("44-email.toml", &rule)]).await;
    ask(&mut desk, BY_EMAIL, &list()).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, APPROVER, 1);
    let asked = desk.last_to(APPROVER);
    let (subject, id) = (format!("RES: {}", asked.subject()), asked.message_id());
    desk.write(&Mail { from: AREA, subject: &subject, text: "Aprovado.\n", files: &[], answers: Some(&id) }).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 0);
    assert!(desk.last_to(AREA).text().contains("precisa da aprovação de quem está na lista de aprovadores"));
    desk.answer(APPROVER, "Aprovado.", &[]).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 1);
}

#[tokio::test]
async fn consent_to_a_text_that_changed_meanwhile_does_not_count() {
    let rule = email_rule("confirmar = { por = \"aprovadores\" }");
    let mut desk = Desk::with(&[("44-email.toml", &rule)]).await;
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
async fn the_last_reminder_says_until_when_an_answer_is_waited_for() {
    let mut desk = Desk::open().await;
    let order = "Solicito o envio, por e-mail, da mensagem abaixo a alguns aposentados; a lista vai depois.";
    ask(&mut desk, order, b"").await;
    let mut closed_on = None;
    for _ in 0..30 {
        desk.wait(DAY).await;
        if closed_on.is_none() && desk.last_to(AREA).text().contains("foi encerrado") {
            let now = jiff::Timestamp::from_second(desk.0.now()).unwrap();
            closed_on = Some(now.to_zoned(crate::bureau::zone()).date());
        }
    }
    let letters: Vec<String> = desk.all_to(AREA).iter().map(Received::text).collect();
    let dated = letters.iter().filter(|it| it.contains("Esperamos a resposta até")).collect::<Vec<_>>();
    let [last] = dated[..] else { panic!("{letters:#?}") };
    let day = closed_on.unwrap().strftime("%d/%m/%Y").to_string();
    assert!(last.contains(&format!("Esperamos a resposta até {day}")), "{last}");
}

/// A sentence that orders a change that nobody has made.
const UNCLEAR: &str = "Favor retirar a parte do dia 9.";

#[tokio::test]
async fn what_would_go_is_shown_with_the_sentence_that_is_not_clear_and_goes_by_a_yes() {
    let mut desk = Desk::open().await;
    ask(&mut desk, &format!("{BY_EMAIL} {UNCLEAR}"), &list()).await;
    desk.wait(DAY).await;
    assert_sent(&desk, ANA, 0);
    let shown = desk.last_to(AREA).text();
    assert!(shown.contains(UNCLEAR) && shown.contains("responda SIM"), "{shown}");
    assert!(shown.contains("fechado no dia 8 de dezembro"), "{shown}");
    desk.answer(AREA, "Sim.", &[]).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 1);
}

#[tokio::test]
async fn what_would_go_is_shown_again_after_the_right_text_came() {
    let mut desk = Desk::open().await;
    ask(&mut desk, &format!("{BY_EMAIL} {UNCLEAR}"), &list()).await;
    let right = "Segue o texto correto:\n\nPrezado(a) segurado(a),\n\nO atendimento presencial estará fechado no dia 8 de dezembro.";
    desk.answer(AREA, right, &[]).await;
    desk.wait(DAY).await;
    assert_sent(&desk, ANA, 0);
    assert!(!desk.last_to(AREA).text().contains("Voltamos no dia 9"));
    desk.answer(AREA, "SIM", &[]).await;
    desk.wait(HOUR).await;
    assert_sent(&desk, ANA, 1);
    assert!(!desk.all_to(ANA)[0].text().contains("Voltamos"));
}

#[tokio::test]
async fn what_leaves_the_day_open_is_asked_with_the_words_of_the_requester() {
    let mut desk = Desk::open().await;
    let open = "Mas só enviem depois que a diretoria confirmar o horário.";
    ask(&mut desk, &format!("{BY_EMAIL} {open}"), &list()).await;
    desk.wait(DAY).await;
    assert_sent(&desk, ANA, 0);
    let question = desk.last_to(AREA).text();
    assert!(question.contains(&format!("Não ficou claro quando enviar (“{open}”)")), "{question}");
}
