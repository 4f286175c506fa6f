//! `check --connect` against a real mail host: one line for each thing, what is wrong, and how to mend it.

use std::fs;

use serde_json::Value;

use crate::mailhost::Options;
use crate::office::{Office, Times};

/// The lines of `check --connect --json`, and whether all is right.
fn lines(office: &Office) -> (Vec<Value>, bool) {
    let output = office.run(&["check", "--connect", "--json"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().map(|it| serde_json::from_str::<Value>(it).unwrap()).filter(|it| it["what"].is_string());
    (lines.collect(), output.status.success())
}

/// After an edit of the configuration, the line about one thing is wrong and says these words; all others are right.
fn check(office: &Office, edit: impl Fn(&str) -> String, about: &str, words: &[&str]) {
    let before = fs::read_to_string(office.config()).unwrap();
    let edited = edit(&before);
    assert_ne!(edited, before, "the edit for {about} changes nothing");
    fs::write(office.config(), edited).unwrap();
    let (lines, is_right) = lines(office);
    fs::write(office.config(), before).unwrap();
    assert!(!is_right, "{about}: exit code 0");
    let wrong: Vec<&Value> = lines.iter().filter(|it| it["ok"] == false).collect();
    assert_eq!(wrong.len(), 1, "{about}: {wrong:#?}");
    let line = wrong[0];
    assert!(line["what"].as_str().unwrap().starts_with(about), "{line}");
    let said = format!("{} {}", line["text"].as_str().unwrap(), line["remedy"].as_str().unwrap());
    for word in words {
        assert!(said.contains(word), "{about}: `{said}` does not say `{word}`");
    }
    assert!(!said.contains("segredo-de-teste"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_in_order_has_only_lines_that_are_right() {
    let office = Office::open(&Times::default());
    let mails = office.host.mails("assessoria@ipreville.test").await.len();
    let (lines, is_right) = lines(&office);
    assert!(is_right, "{lines:#?}");
    let said = |about: &str| {
        let line = lines.iter().find(|it| it["what"].as_str().unwrap().starts_with(about));
        line.unwrap_or_else(|| panic!("no line about {about}"))["text"].as_str().unwrap().to_owned()
    };
    assert!(said("relógio").contains("America/Sao_Paulo"));
    assert!(said("caixa assessoria").contains("INBOX"));
    assert!(said("caixa presidente").contains("nada é mudado"));
    let smtp = said("servidor de envio");
    assert!(smtp.contains("com recibos de entrega (DSN)") && smtp.contains("(SIZE)"), "{smtp}");
    assert!(said("contatos").starts_with("5 contatos válidos"), "{}", said("contatos"));
    assert!(said("planilha").contains("abas: "));
    assert!(said("pasta de rede").contains("montada"));
    assert!(said("registro").contains("existe"));
    assert_eq!(office.host.mails("assessoria@ipreville.test").await.len(), mails, "nothing was sent");
    let text = String::from_utf8(office.run(&["check", "--connect"]).stdout).unwrap();
    assert!(text.contains("certo   caixa assessoria: ") && text.ends_with("Tudo certo.\n"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_named_with_its_remedy() {
    let office = Office::open(&Times::default());
    let wrong_password = office.config().with_file_name("outra-senha");
    fs::write(&wrong_password, "errada").unwrap();
    let wrong = wrong_password.display().to_string();
    // The first mailbox only, then the server that takes our mail only.
    let in_mailbox = |from: &str, to: &str| {
        let (from, to) = (from.to_owned(), to.to_owned());
        move |it: &str| it.replacen(&from, &to, 1)
    };
    let in_smtp = |from: &str, to: &str| {
        let (from, to) = (from.to_owned(), to.to_owned());
        move |it: &str| {
            let (before, after) = it.split_once("[smtp]").unwrap();
            format!("{before}[smtp]{}", after.replacen(&from, &to, 1))
        }
    };
    let password = format!("{}/senha", office.config().parent().unwrap().display());
    check(&office, in_mailbox(&password, &wrong), "caixa assessoria", &["não aceitou o login", "usuário e a senha"]);
    check(&office, in_smtp(&password, &wrong), "servidor de envio", &["não aceitou o login", "usuário e a senha"]);
    let (ca, other) = (office.host.ca_file().display().to_string(), office.host.other_ca_file().display().to_string());
    check(&office, in_mailbox(&ca, &other), "caixa assessoria", &["não foi assinado por uma autoridade", "ca_file"]);
    check(&office, in_smtp(&ca, &other), "servidor de envio", &["não foi assinado por uma autoridade", "ca_file"]);
    check(&office, in_mailbox("/INBOX", "/Pedidos"), "caixa assessoria", &["não existe", "nome da pasta"]);
    let missing = format!("{}/nenhuma", office.share().display());
    let share = format!("root = \"{}\"", office.share().display());
    check(
        &office,
        |it| it.replace(&share, &format!("root = \"{missing}\"")),
        "pasta de rede",
        &["não existe", "corrija root"],
    );
    check(
        &office,
        |it| it.replace("require_mount = false", "require_mount = true"),
        "pasta de rede",
        &["não está montada", "fstab"],
    );
    check(&office, |it| it.replace("Relatório Assessoria", "Relatorio"), "planilha", &["--workbook"]);
    check(&office, |it| it.replace("Contatos WhatsApp", "Outros"), "contatos", &["não pode ser aberta"]);
    let port = format!("smtps://127.0.0.1:{}", office.host.ports().smtps);
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let closed = format!("smtps://127.0.0.1:{closed}");
    check(&office, |it| it.replace(&port, &closed), "servidor de envio", &["não há conexão", "porta"]);
    let submission = format!("smtps://127.0.0.1:{}", office.host.ports().submission);
    check(&office, |it| it.replace(&port, &submission), "servidor de envio", &["587"]);
    let password = format!("password = {{ file = \"{password}\" }}");
    check(
        &office,
        in_mailbox(&password, "password = { credential = \"assessoria\" }"),
        "caixa assessoria",
        &["não pode ser preparado", "LoadCredential"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_receipts_or_with_a_small_limit_is_told_of() {
    let options = Options {
        discard_ehlo: vec!["DSN"],
        main_cf: vec!["message_size_limit = 2000000".to_owned()],
        ..Options::default()
    };
    let office = Office::open_on(crate::mailhost::MailHost::start_with(&options), &Times::default());
    let (lines, is_right) = lines(&office);
    assert!(!is_right);
    let smtp = lines.iter().find(|it| it["what"] == "servidor de envio").unwrap();
    assert!(smtp["text"].as_str().unwrap().contains("2 MB"), "{smtp}");
}
