//! The desk decides by one word in an answer: who may, to which question, and that nothing else decides anything.

use carteiro::smtp::Mishap;

use crate::folders::Folders;
use crate::office::{AREA, CALL_CENTER, DESK, Mail, Received};

const LIST: &[u8] = b"Nome;E-mail\r\nAna Beatriz Costa;ana@segurados.test\r\nBruno Dias;bruno@segurados.test\r\n";

const PHONES: &[u8] = b"Nome;Celular\r\nAna Beatriz Costa;47 99101-0001\r\nBruno Dias;47 99101-0002\r\n";

/// Requests of the area are put before a person.
const HOLD: (&str, &str) = (
    "25-segurar.toml",
    r#"descricao = "Uma pessoa vê antes"
versao    = 1

[quando]
classe  = "pedido"
assunto-contem = ["Atendimento"]

[[entao]]
acao   = "entregar-a-pessoa"
motivo = "a assessoria confere este assunto"

[[entao]]
acao = "arquivar"

[[entao]]
acao  = "enviar-email"
lista = "do-pedido"

[[exemplo]]
nome    = "atendimento"
de      = "uma-area"
assunto = "Atendimento em dezembro"
texto   = "Solicito o envio por e-mail à lista anexa. Texto: A prova de vida começa em dezembro."
anexos  = ["lista.xlsx"]
espera  = "aceita"

[[exemplo]]
nome    = "outro assunto"
de      = "uma-area"
assunto = "Prova de vida"
texto   = "Solicito o envio por e-mail à lista anexa. Texto: A prova de vida começa em dezembro."
anexos  = ["lista.xlsx"]
espera  = "recusa"
"#,
);

/// An email to a list needs an approver.
const CONSENT: (&str, &str) = (
    "44-email.toml",
    r#"descricao = "E-mail com aprovação"
versao    = 1

[quando]
classe = "pedido"
canal  = "email"

[[entao]]
acao = "confirmar"
por  = "aprovadores"

[[entao]]
acao = "arquivar"

[[entao]]
acao  = "enviar-email"
lista = "do-pedido"

[[exemplo]]
nome    = "e-mail"
de      = "uma-area"
assunto = "Atendimento em dezembro"
texto   = "Solicito o envio por e-mail à lista anexa. Texto: A prova de vida começa em dezembro."
anexos  = ["lista.xlsx"]
espera  = "aceita"

[[exemplo]]
nome    = "WhatsApp"
de      = "uma-area"
assunto = "WhatsApp aos pensionistas da lista"
texto   = "Favor enviar por WhatsApp aos pensionistas da lista anexa. Texto: A prova de vida começa em dezembro."
anexos  = ["lista.xlsx"]
espera  = "recusa"
"#,
);

const APPROVER: &str = "gabinete@ipreville.test";

async fn ask(office: &mut Folders, channel: &str, list: &[u8]) {
    let text = format!(
        "Bom dia,\n\nSolicito o envio, por {channel}, da mensagem abaixo às pessoas da lista anexa. Urgente.\n\n\
         Assunto: Atendimento em dezembro\n\nTexto:\n\nPrezado(a) segurado(a),\n\nO atendimento presencial estará fechado \
         no dia 8 de dezembro.\n\nObrigada,\nMarlise\n"
    );
    office
        .write(&Mail {
            from: AREA,
            subject: "Atendimento em dezembro",
            text: &text,
            files: &[("lista.csv", "text/csv", list)],
            answers: None,
        })
        .await;
}

/// An answer to a letter of ours, as a person writes it above the quoted letter.
async fn answer(office: &mut Folders, from: &str, to: &Received, words: &str) {
    answer_as(office, from, to, &format!("RES: {}", to.subject()), words, "pass").await;
}

async fn answer_as(office: &mut Folders, from: &str, to: &Received, subject: &str, words: &str, dmarc: &str) {
    let quoted: String = to.text().lines().map(|it| format!("> {it}\n")).collect();
    let text = format!("{words}\n\nEm seg., 23 de nov. de 2026 às 10:05, Assessoria <{DESK}> escreveu:\n{quoted}");
    let mail = Mail { from, subject, text: &text, files: &[], answers: Some(&to.message_id()) };
    office.arrive(&mail, dmarc).await;
}

/// The desk was asked about a parcel whose answer was lost; nobody has it.
async fn with_a_parcel_in_doubt() -> (Folders, Received) {
    let mut office = Folders::open(&[], "").await;
    office.plan(&[Mishap::None, Mishap::LostUnanswered]);
    ask(&mut office, "e-mail", LIST).await;
    assert_eq!(office.in_doubt(), (1, 0));
    let questions = |office: &Folders| {
        office.sent_to(DESK).into_iter().filter(|it| it.subject().contains("Em dúvida se saiu")).count()
    };
    assert_eq!(questions(&office), 0, "a receipt may still come");
    office.later(150).await;
    let question = office.letter(DESK, "Em dúvida se saiu");
    assert!(question.text().contains("ENVIADO") && question.text().contains("REENVIAR"), "{}", question.text());
    office.later(3600).await;
    office.restart();
    office.later(60).await;
    assert_eq!(questions(&office), 1, "it is asked once");
    (office, question)
}

#[tokio::test]
async fn reenviar_sends_the_parcel_in_doubt_again_and_once() {
    let (mut office, question) = with_a_parcel_in_doubt().await;
    answer(&mut office, DESK, &question, "REENVIAR").await;
    assert_eq!(office.in_doubt(), (0, 0));
    office.later(600).await;
    assert_eq!(office.sent_to("ana@segurados.test").len(), 1);
    assert_eq!(office.sent_to("bruno@segurados.test").len(), 1);
    let said = office.letter(DESK, "A decisão REENVIAR");
    assert!(said.text().contains(DESK), "{}", said.text());
    // The same word again, and the other one, come too late.
    answer(&mut office, DESK, &question, "Reenviar.").await;
    answer(&mut office, DESK, &question, "ENVIADO").await;
    office.later(600).await;
    assert_eq!(office.sent_to("ana@segurados.test").len(), 1);
}

#[tokio::test]
async fn enviado_settles_the_doubt_without_sending() {
    let (mut office, question) = with_a_parcel_in_doubt().await;
    let protocol = question.protocol();
    answer(&mut office, DESK, &question, "enviado").await;
    office.later(600).await;
    assert_eq!(office.in_doubt(), (0, 0));
    assert!(office.sent_to("ana@segurados.test").is_empty());
    assert_eq!(office.request(&protocol).channels["email"]["accepted"], 2);
}

#[tokio::test]
async fn nothing_but_the_desks_own_word_to_this_question_decides() {
    let (mut office, question) = with_a_parcel_in_doubt().await;
    let subject = format!("RES: {}", question.subject());
    let check = async |office: &mut Folders, from: &str, subject: &str, words: &str, dmarc: &str| {
        answer_as(office, from, &question, subject, words, dmarc).await;
        office.later(400).await;
        assert_eq!(office.in_doubt(), (1, 0), "{from} {subject} {words} {dmarc}");
        assert!(office.sent_to("ana@segurados.test").is_empty(), "{from} {subject} {words} {dmarc}");
    };
    // Not the desk: an area, the president, a stranger; the desk by a forged sender.
    check(&mut office, AREA, &subject, "REENVIAR", "pass").await;
    check(&mut office, "presidente@ipreville.test", &subject, "REENVIAR", "pass").await;
    check(&mut office, "alguem@fora.test", &subject, "REENVIAR", "pass").await;
    check(&mut office, DESK, &subject, "REENVIAR", "fail").await;
    // Another token, or none.
    check(&mut office, DESK, "RES: Em dúvida [#00000000]", "REENVIAR", "pass").await;
    check(&mut office, DESK, "REENVIAR", "REENVIAR", "pass").await;
    // A word among others, a quoted word, a word that answers another kind of question.
    check(&mut office, DESK, &subject, "Devo REENVIAR?", "pass").await;
    check(&mut office, DESK, &subject, "> REENVIAR", "pass").await;
    check(&mut office, DESK, &subject, "Bom dia,\nREENVIAR", "pass").await;
    check(&mut office, DESK, &subject, "APROVAR", "pass").await;
    // The right one still counts.
    answer(&mut office, DESK, &question, "REENVIAR").await;
    office.later(400).await;
    assert_eq!(office.sent_to("ana@segurados.test").len(), 1);
}

#[tokio::test]
async fn a_package_in_doubt_goes_again_only_by_the_desks_word() {
    let mut office = Folders::open(&[], "").await;
    office.plan(&[Mishap::None, Mishap::LostUnanswered]);
    ask(&mut office, "WhatsApp", PHONES).await;
    assert!(office.sent_to(CALL_CENTER).is_empty());
    let question = office.letter(DESK, "não se sabe se um pacote ao call center chegou");
    office.later(600).await;
    assert!(office.sent_to(CALL_CENTER).is_empty());
    answer(&mut office, DESK, &question, "REENVIAR").await;
    office.later(600).await;
    assert_eq!(office.sent_to(CALL_CENTER).len(), 1);
    assert_eq!(office.in_doubt(), (0, 0));
}

#[tokio::test]
async fn what_a_rule_puts_before_the_desk_goes_by_aprovar_and_ends_by_cancelar() {
    let check = async |word: &str, status: &str, mails: usize| {
        let mut office = Folders::open(&[HOLD], "").await;
        ask(&mut office, "e-mail", LIST).await;
        office.later(3600).await;
        assert!(office.sent_to("ana@segurados.test").is_empty());
        let told = office.letter(AREA, "AR-");
        assert!(told.text().contains("Uma pessoa da assessoria vai conferir"), "{}", told.text());
        let question = office.letter(DESK, "a assessoria confere este assunto");
        assert!(question.text().contains("APROVAR") && question.text().contains("CANCELAR"), "{}", question.text());
        let protocol = question.protocol();
        assert_eq!(office.request(&protocol).status, "waiting-person");
        answer(&mut office, AREA, &question, word).await;
        assert_eq!(office.request(&protocol).status, "waiting-person", "an area does not decide for the desk");
        answer(&mut office, DESK, &question, word).await;
        office.later(60).await;
        assert_eq!(office.request(&protocol).status, status, "{word}");
        assert_eq!(office.sent_to("ana@segurados.test").len(), mails, "{word}");
        answer(&mut office, DESK, &question, "APROVAR").await;
        office.later(60).await;
        assert_eq!(office.sent_to("ana@segurados.test").len(), mails, "{word}, then APROVAR");
    };
    check("APROVAR", "sent", 1).await;
    check("Cancelar.", "cancelled", 0).await;
}

#[tokio::test]
async fn consent_is_bound_to_the_letter_that_asked_for_it() {
    let mut office = Folders::open(&[CONSENT], "").await;
    ask(&mut office, "e-mail", LIST).await;
    let first = office.letter(APPROVER, "Pedido de aprovação");
    let protocol = first.protocol();
    let acknowledged = office.letter(AREA, "AR-");
    // The area changes its list; consent to the first list is none to the second.
    let more = [LIST, b"Elisa Prado;elisa@segurados.test\r\n"].concat();
    let text = "Bom dia,\n\nSegue a lista correta, em substituição à anterior.\n\nMarlise\n";
    let mail = Mail {
        from: AREA,
        subject: &format!("RES: {}", acknowledged.subject()),
        text,
        files: &[("lista.csv", "text/csv", &more)],
        answers: Some(&acknowledged.message_id()),
    };
    office.write(&mail).await;
    assert_eq!(office.request(&protocol).status, "waiting-confirmation");
    let shown = office.letter(AREA, "responda SIM");
    let subject = format!("RES: {}", shown.subject());
    let answers = Some(shown.message_id());
    let mail = Mail { from: AREA, subject: &subject, text: "SIM\n", files: &[], answers: answers.as_deref() };
    office.write(&mail).await;
    assert_eq!(office.request(&protocol).status, "waiting-approval");
    let second = office.letter(APPROVER, "Pedido de aprovação");
    assert_ne!(first.message_id(), second.message_id());
    answer(&mut office, APPROVER, &first, "Aprovado.").await;
    office.later(60).await;
    assert_eq!(office.request(&protocol).status, "waiting-approval", "the old list was approved");
    let old_mark = first.text().split("APROVAR ").nth(1).unwrap()[..8].to_owned();
    let mail = Mail {
        from: APPROVER,
        subject: &format!("{protocol} aprovado"),
        text: &format!("APROVAR {old_mark}\n"),
        files: &[],
        answers: None,
    };
    office.write(&mail).await;
    let mail = Mail { text: "Aprovado, pode enviar.\n", ..mail };
    office.write(&mail).await;
    assert_eq!(office.request(&protocol).status, "waiting-approval", "neither an old mark nor none decides");
    assert!(office.sent_to("ana@segurados.test").is_empty());
    answer(&mut office, APPROVER, &second, "Aprovado.").await;
    office.later(60).await;
    assert_eq!(
        office.sent_to("elisa@segurados.test").len(),
        1,
        "{:#?} {}",
        office.mails(),
        office.request(&protocol).status
    );
}
