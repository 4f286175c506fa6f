//! One test for each of the 24 steps of the manual (NAD.REL_02), read off one working day on a real mail host.
//!
//! The day is lived once: the real program, Postfix and Dovecot, three requests (an email to a list, WhatsApp to
//! listed people with a picture, a general notice by WhatsApp) and what comes back for them.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use calamine::{Reader as _, open_workbook_auto};
use mail_parser::MimeHeaders as _;

use crate::office::{AREA, CALL_CENTER, DESK, Mail, Office, Received, Times, sheet};

/// People of the email list, and what becomes of the mail to each.
const DELIVERED: &str = "davi@entregue.test";
const RELAYED: [&str; 2] = ["ana@segurados.test", "bruno@segurados.test"];
const BOUNCED: &str = "inexistente.celia@segurados.test";
const FULL: &str = "cheia.elisa@segurados.test";
const REFUSED: &str = "recusado.fabio@segurados.test";

const TEXT: &str = "Prezado(a) segurado(a),\n\nA prova de vida de 2027 começa em 4 de janeiro. Compareça à sede do \
Ipreville, das 8h às 14h, com documento oficial com foto.\n\nAtenciosamente,\nGerência de Previdência";

const WHATSAPP_TEXT: &str = "Ipreville: a sua avaliação médica foi confirmada. Chegue com 15 minutos de antecedência.";

const GENERAL_TEXT: &str =
    "O Ipreville não pede senha nem dinheiro por telefone. Em caso de dúvida, ligue (47) 3400-0000.";

struct Day {
    office: Office,
    acknowledged: Received,
    balance: Received,
    email_protocol: String,
    package: Received,
    general_package: Received,
    relayed_report: Received,
    counts_before: Vec<i64>,
    counts_after: Vec<i64>,
    sent_copies: Vec<Vec<u8>>,
}

static DAY: LazyLock<Day> = LazyLock::new(|| tokio::runtime::Runtime::new().unwrap().block_on(live()));

async fn live() -> Day {
    let office = Office::open(&Times::default());
    let counts_before = counts(&office);
    let daemon = office.daemon();
    ask_email(&office).await;
    ask_whatsapp(&office).await;
    ask_general(&office).await;
    let acknowledged = office.waits_for(AREA, &["AR-", "Prova de vida 2027"]).await;
    let package = office.waits_for(CALL_CENTER, &["avaliação médica foi confirmada"]).await;
    let general_package = office.waits_for(CALL_CENTER, &["não pede senha"]).await;
    report(&office, &package).await;
    let relayed_report = office.waits_for("pericia@ipreville.test", &["elatório"]).await;
    let balance = office.waits_for(AREA, &["Este é o balanço final"]).await;
    let counts_after = until_counted(&office, &counts_before).await;
    let sent_copies = office.host.mails_in("presidente@ipreville.test", "Itens Enviados").await;
    assert!(daemon.stop(), "the daemon stops within 20 s of SIGTERM");
    Day {
        email_protocol: acknowledged.protocol(),
        office,
        acknowledged,
        balance,
        package,
        general_package,
        relayed_report,
        counts_before,
        counts_after,
        sent_copies,
    }
}

async fn ask_email(office: &Office) {
    let list = sheet(&[
        &["Nome", "E-mail", "CPF"],
        &["Ana Beatriz Costa", RELAYED[0], "529.982.247-25"],
        &["Bruno Dias", RELAYED[1], ""],
        &["Célia Souza", BOUNCED, ""],
        &["Davi Lima", DELIVERED, ""],
        &["Elisa Prado", FULL, ""],
        &["Fábio Nunes", REFUSED, ""],
        &["Gilda Reis", "gilda.segurados.test", ""],
        &["Ana B. Costa", "ANA@segurados.test", ""],
    ]);
    let text = format!(
        "Bom dia,\n\nSolicitamos o envio da comunicação abaixo, por e-mail, aos segurados da planilha anexa. \
         Segue também a cartilha em PDF, que deve ir anexa à mensagem.\n\nAssunto: Prova de vida 2027\n\nTexto:\n\n{TEXT}\n\nObrigada,\n\nMarlise Kuhnen\nGerente de Previdência\n"
    );
    office
        .write(&Mail {
            from: AREA,
            subject: "Envio de e-mail - Prova de vida 2027",
            text: &text,
            files: &[
                (
                    "lista prova de vida.xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    &list,
                ),
                ("Cartilha do Segurado.pdf", "application/pdf", PDF),
            ],
            answers: None,
        })
        .await;
}

async fn ask_whatsapp(office: &Office) {
    let list = "Paciente;Celular;CPF;CID\r\nHelena Rocha;47 99102-0001;111.444.777-35;F32\r\nIvo Mendes;47 99102-0002;;M54\r\n";
    let text = format!(
        "Prezados,\n\nFavor enviar por WhatsApp, aos segurados da lista anexa, a mensagem abaixo com a imagem em anexo:\n\n\
         \"{WHATSAPP_TEXT}\"\n\nAtenciosamente,\nPerícia Médica\n"
    );
    office
        .write(&Mail {
            from: "pericia@ipreville.test",
            subject: "WhatsApp - avaliação médica",
            text: &text,
            files: &[("convocados.csv", "text/csv", list.as_bytes()), ("mapa.bmp", "image/bmp", &bitmap())],
            answers: None,
        })
        .await;
}

async fn ask_general(office: &Office) {
    let text = format!(
        "Bom dia!\n\nPedimos o envio por WhatsApp para todos os segurados do aviso abaixo.\n\nTexto:\n\n{GENERAL_TEXT}\n"
    );
    office
        .write(&Mail {
            from: "comunicacao@ipreville.test",
            subject: "Aviso geral por WhatsApp - golpes",
            text: &text,
            files: &[],
            answers: None,
        })
        .await;
}

/// The call center's report, in the thread of the package.
async fn report(office: &Office, package: &Received) {
    let rows = sheet(&[
        &["Telefone", "Nome", "Status"],
        &["5547991020001", "Helena Rocha", "Lido"],
        &["554791020002", "Ivo Mendes", "Não entregue - sem WhatsApp"],
    ]);
    let subject = format!("RES: {}", package.subject());
    office
        .write(&Mail {
            from: CALL_CENTER,
            subject: &subject,
            text: "Boa tarde,\n\nSegue em anexo o relatório final do envio.\n\nEnviadas: 2\nEntregues: 1\nFalhas: 1\n",
            files: &[("relatorio.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &rows)],
            answers: Some(&package.message_id()),
        })
        .await;
}

/// The numbers in the workbook's tab of this year, without the totals: every cell of areas and months.
fn counts(office: &Office) -> Vec<i64> {
    let mut workbook = open_workbook_auto(office.workbook()).unwrap();
    let year = jiff::Zoned::now().year().to_string();
    let tab = workbook.sheet_names().into_iter().find(|it| it.contains(&year)).unwrap();
    let range = workbook.worksheet_range(&tab).unwrap();
    let areas: BTreeSet<&str> =
        ["Ger. Previdência", "Perícia Médica / Saúde", "Comunicação", "Controle Interno", "Gabinete"].into();
    let mut numbers = Vec::new();
    for row in range.rows() {
        if row.first().is_some_and(|it| areas.contains(it.to_string().trim())) {
            // Twelve months of two channels; what stands behind them is a total.
            numbers.extend(row.iter().skip(1).take(24).map(|it| it.to_string().parse::<i64>().unwrap_or(0)));
        }
    }
    numbers
}

async fn until_counted(office: &Office, before: &[i64]) -> Vec<i64> {
    let sum = |it: &[i64]| it.iter().sum::<i64>();
    for _ in 0..100 {
        let now = counts(office);
        if sum(&now) >= sum(before) + 3 {
            return now;
        }
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    panic!("the workbook was not counted: {}", office.log())
}

/// What an insured person received of the email.
fn received(person: &str) -> Vec<Received> {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mails = runtime.block_on(DAY.office.host.mails(person));
    mails.into_iter().map(Received::new).collect()
}

fn folder() -> PathBuf {
    DAY.office.folder(&DAY.email_protocol)
}

#[test]
fn step_01_reads_the_mailbox_of_the_desk() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let left = runtime.block_on(DAY.office.host.mails(DESK));
    let requests = left.iter().filter(|it| memchr::memmem::find(it, b"To: <assessoria@ipreville.test>").is_some());
    assert_eq!(requests.count(), 0, "what is under way leaves the inbox");
    let done = runtime.block_on(DAY.office.host.mails_in(DESK, "Carteiro/Processados"));
    assert!(done.len() >= 4, "{}", done.len());
}

#[test]
fn step_02_receives_the_requests_of_the_areas() {
    assert!(DAY.email_protocol.starts_with("AR-"), "{}", DAY.email_protocol);
    let text = DAY.acknowledged.text();
    assert!(text.contains("linha 8"), "the row that cannot be used is named: {text}");
    assert!(DAY.acknowledged.header("In-Reply-To").is_some(), "it stands in the requester's thread");
    assert_eq!(DAY.acknowledged.header("Auto-Submitted").as_deref(), Some("auto-replied"));
}

#[test]
fn step_03_saves_content_and_list_in_the_folder_of_year_and_category() {
    let folder = folder();
    let year = jiff::Zoned::now().year().to_string();
    assert!(folder.to_string_lossy().contains(&format!("/{year}/")), "{}", folder.display());
    assert!(
        fs::read(folder.join("pedido.eml")).unwrap().starts_with(b"Received:") || folder.join("pedido.eml").exists()
    );
    assert_eq!(fs::read_to_string(folder.join("mensagem-email.txt")).unwrap().trim(), TEXT);
    let used = fs::read_to_string(folder.join("lista-usada-email.csv")).unwrap();
    assert!(used.contains(RELAYED[0]) && !used.contains("529"), "{used}");
    let rejected = fs::read_to_string(folder.join("lista-recusados-email.csv")).unwrap();
    assert!(rejected.contains("8;gilda.segurados.test;"), "{rejected}");
    assert!(folder.join("lista-original.xlsx").exists() && folder.join("historico.txt").exists());
}

#[test]
fn step_04_opens_an_email_for_a_request_by_email() {
    for person in RELAYED {
        assert_eq!(received(person).len(), 1, "{person}");
    }
}

#[test]
fn step_05_sends_from_the_president() {
    let mail = &received(RELAYED[0])[0];
    let parsed = mail.parsed();
    assert_eq!(parsed.from().unwrap().first().unwrap().address(), Some("presidente@ipreville.test"));
}

#[test]
fn step_06_puts_recipients_in_bcc() {
    for mail in RELAYED.iter().flat_map(|it| received(it)) {
        let text = String::from_utf8_lossy(&mail.raw).to_lowercase();
        assert!(!text.lines().any(|line| line.starts_with("bcc:")), "{text}");
        let others = [RELAYED[0], RELAYED[1], BOUNCED, DELIVERED, FULL, REFUSED];
        let own = mail.header("Delivered-To").or_else(|| mail.header("X-Original-To")).unwrap_or_default();
        for other in others.iter().filter(|it| !own.contains(**it)) {
            let seen = text
                .lines()
                .filter(|line| !line.starts_with("\tfor <") && !line.contains("for <"))
                .any(|line| line.contains(other));
            assert!(!seen || own.is_empty() && RELAYED.contains(other), "{other} is seen in {text}");
        }
        assert_eq!(mail.header("To").as_deref(), Some("undisclosed-recipients:;"));
    }
}

#[test]
fn step_07_fills_in_the_subject() {
    assert_eq!(received(RELAYED[0])[0].subject(), "Prova de vida 2027");
}

#[test]
fn step_08_fills_in_the_content_to_the_letter() {
    assert_eq!(received(RELAYED[0])[0].text().replace("\r\n", "\n").trim(), TEXT);
}

#[test]
fn step_09_attaches_what_is_meant_and_never_the_list() {
    let mail = &received(RELAYED[0])[0];
    let parsed = mail.parsed();
    let names: Vec<_> = parsed.attachments().filter_map(|it| it.attachment_name()).collect();
    assert_eq!(names, ["Cartilha do Segurado.pdf"]);
    assert_eq!(mail.file("Cartilha").unwrap().1, PDF);
}

#[test]
fn step_10_asks_for_delivery_notices() {
    // A success notice exists only because NOTIFY=SUCCESS was asked for.
    let folder = folder();
    let story = fs::read_to_string(folder.join("historico.txt")).unwrap();
    assert!(story.contains("enviado: 5 de 6"), "{story}");
    let shown = DAY.office.run(&["show", &DAY.email_protocol, "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    let state = |contact: &str| {
        let people = shown["people"].as_array().unwrap();
        people.iter().find(|it| it["contact"] == contact).unwrap()["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state(DELIVERED), "delivered");
    assert_eq!(state(RELAYED[0]), "relayed");
}

#[test]
fn step_11_sends_once() {
    for person in RELAYED {
        assert_eq!(received(person).len(), 1, "{person}");
    }
    assert_eq!(DAY.office.host.delivered().len(), 1);
    let copies: Vec<_> = DAY.sent_copies.iter().map(|it| Received::new(it.clone()).subject()).collect();
    assert_eq!(copies, ["Prova de vida 2027"], "one copy in the sender's Sent folder");
}

#[test]
fn step_12_waits_for_the_postmaster() {
    let shown = DAY.office.run(&["show", &DAY.email_protocol, "--json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    let people = shown["people"].as_array().unwrap();
    let person = |contact: &str| people.iter().find(|it| it["contact"] == contact).unwrap();
    assert_eq!(
        (person(BOUNCED)["state"].as_str(), person(BOUNCED)["status"].as_str()),
        (Some("failed"), Some("5.1.1"))
    );
    assert_eq!((person(FULL)["state"].as_str(), person(FULL)["status"].as_str()), (Some("failed"), Some("5.2.2")));
    assert_eq!(person(REFUSED)["state"].as_str(), Some("refused"));
    let one = DAY.office.run(&["show", &DAY.email_protocol, "--person", &BOUNCED.to_uppercase(), "--json"]);
    let one: serde_json::Value = serde_json::from_slice(&one.stdout).unwrap();
    assert_eq!(one["people"].as_array().unwrap(), &[person(BOUNCED).clone()], "of one person only");
}

#[test]
fn step_13_forwards_the_notices_to_the_area() {
    let text = DAY.balance.text();
    assert!(text.contains(BOUNCED), "the people who were not reached are named: {text}");
    let (_, list) = DAY.balance.file("lista").expect("the list comes back");
    let mut book = calamine::open_workbook_auto_from_rs(std::io::Cursor::new(list)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    let cells: Vec<String> = range.cells().map(|(_, _, it)| it.to_string()).collect();
    assert!(cells.iter().any(|it| it == "Situação"), "{cells:?}");
    assert!(cells.iter().any(|it| it == "Entregue"), "{cells:?}");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let letters: Vec<Received> = runtime.block_on(DAY.office.host.mails(AREA)).into_iter().map(Received::new).collect();
    let notices: usize = letters
        .iter()
        .map(|it| {
            it.parsed()
                .attachments()
                .filter(|file| file.attachment_name().is_some_and(|name| name.starts_with("recibo")))
                .count()
        })
        .sum();
    assert!(notices > 0, "the notices themselves are attached");
}

#[test]
fn step_14_tells_general_from_specific() {
    let listed = DAY.package.file("lista.csv").unwrap().1;
    let general = DAY.general_package.file("lista.csv").unwrap().1;
    assert_eq!(String::from_utf8(listed).unwrap().lines().count(), 3);
    assert_eq!(String::from_utf8(general).unwrap().lines().count(), 6);
}

#[test]
fn step_15_hands_text_picture_and_list_to_the_call_center() {
    let csv = String::from_utf8(DAY.package.file("lista.csv").unwrap().1).unwrap();
    assert_eq!(csv, "NOME;TELEFONE\r\nHelena Rocha;5547991020001\r\nIvo Mendes;5547991020002\r\n");
    let text = String::from_utf8(DAY.package.file("texto.txt").unwrap().1).unwrap();
    assert_eq!(text.trim_start_matches('\u{feff}').trim(), WHATSAPP_TEXT);
    assert!(DAY.package.subject().contains("AR-"), "{}", DAY.package.subject());
}

#[test]
fn step_16_adds_the_contact_workbook_to_a_general_notice() {
    let csv = String::from_utf8(DAY.general_package.file("lista.csv").unwrap().1).unwrap();
    assert!(csv.contains("Ana Beatriz Costa;5547991010001"), "{csv}");
    assert!(!csv.contains("Célia"), "who has died is not written to: {csv}");
    assert!(!csv.contains("Davi"), "a number without area code is never guessed: {csv}");
}

#[test]
fn step_17_asks_for_the_report() {
    for package in [&DAY.package, &DAY.general_package] {
        assert!(package.text().to_lowercase().contains("relatório"), "{}", package.text());
    }
}

#[test]
fn step_18_forwards_the_report_to_the_area() {
    let (name, bytes) = DAY.relayed_report.file("relatorio").expect("the report as it came");
    assert_eq!(name, "relatorio.xlsx");
    assert!(bytes.starts_with(b"PK"));
    assert!(DAY.relayed_report.header("In-Reply-To").is_some());
}

#[test]
fn step_19_finds_the_workbook_in_the_network_folder() {
    assert!(DAY.office.workbook().exists());
}

#[test]
fn step_20_opens_the_workbook_without_leaving_anything_beside_it() {
    let folder = DAY.office.workbook();
    let names: Vec<String> = fs::read_dir(folder.parent().unwrap())
        .unwrap()
        .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn step_21_opens_the_tab_of_the_year() {
    assert_eq!(DAY.counts_before.len(), DAY.counts_after.len());
}

#[test]
fn step_22_adds_one_for_each_communication_at_its_area() {
    let changed: Vec<(usize, i64)> = DAY
        .counts_before
        .iter()
        .zip(&DAY.counts_after)
        .enumerate()
        .filter(|(_, (before, after))| before != after)
        .map(|(at, (before, after))| (at, after - before))
        .collect();
    assert_eq!(changed.len(), 3, "one cell for each of the three requests: {changed:?}");
    assert!(changed.iter().all(|(_, by)| *by == 1), "{changed:?}");
}

#[test]
fn step_23_saves_and_closes_with_everything_else_as_it_was() {
    let before = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbook/relatorio.xlsx")).unwrap();
    let after = fs::read(DAY.office.workbook()).unwrap();
    let parts = |bytes: &[u8]| {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
        (0..zip.len())
            .map(|at| {
                let part = zip.by_index_raw(at).unwrap();
                (part.name().unwrap().into_owned(), part.crc32())
            })
            .collect::<Vec<_>>()
    };
    let (before, after) = (parts(&before), parts(&after));
    assert_eq!(before.len(), after.len());
    let changed: Vec<&String> = before.iter().zip(&after).filter(|(a, b)| a != b).map(|((name, _), _)| name).collect();
    assert!(
        changed.iter().all(|it| it.starts_with("xl/worksheets/") || *it == "xl/workbook.xml"),
        "only the tab and its totals change: {changed:?}"
    );
}

#[test]
fn step_24_brings_pictures_to_what_the_channel_takes() {
    let parsed = DAY.package.parsed();
    let names: Vec<_> = parsed.attachments().filter_map(|it| it.attachment_name()).collect();
    let picture = names.iter().find(|it| it.starts_with("mapa")).unwrap_or_else(|| panic!("{names:?}"));
    assert!(picture.ends_with(".jpg") || picture.ends_with(".png"), "{picture}");
}

const PDF: &[u8] =
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n\
trailer<</Root 1 0 R>>\n%%EOF\n";

/// A small picture in a form that WhatsApp does not take.
fn bitmap() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8 * 4, y as u8 * 5, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Bmp).unwrap();
    bytes.into_inner()
}
