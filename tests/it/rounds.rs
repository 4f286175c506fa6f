//! Lists, pictures, counts and files on their round through the daemon, with a clock that is set.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use calamine::Reader as _;
use sha2::{Digest as _, Sha256};

use crate::bureau::{AREA, Bureau, CALL_CENTER, DESK, Mail, Wishes, XLSX, files_below, sheet};
use crate::office::Received;

const TEXT: &str =
    "Prezado(a) segurado(a),\n\nA prova de vida de 2026 começa em 5 de janeiro. Compareça à sede do Ipreville.";

fn letter(channel: &str, whom: &str, text: &str) -> String {
    format!(
        "Bom dia,\n\nSolicito o envio, por {channel}, da mensagem abaixo {whom}.\n\n\
         Assunto: Prova de vida 2026\n\nTexto:\n\n{text}\n\nObrigada,\nMarlise\n"
    )
}

/// Asks in the name of an area; gives the protocol.
async fn ask(bureau: &mut Bureau, text: &str, files: &[(&str, &str, &[u8])]) -> String {
    bureau.write(&Mail { from: AREA, subject: "Prova de vida 2026", text, files, answers: None });
    bureau.pass().await;
    bureau.mail_to(AREA, &["AR-"]).protocol()
}

async fn answer(bureau: &mut Bureau, text: &str, files: &[(&str, &str, &[u8])]) {
    let last = bureau.mail_to(AREA, &["AR-"]);
    let subject = format!("RES: {}", last.subject());
    bureau.write(&Mail { from: AREA, subject: &subject, text, files, answers: Some(&last.message_id()) });
    bureau.pass().await;
}

async fn window_passes(bureau: &mut Bureau) {
    bureau.later(601);
    bureau.pass().await;
}

/// A request by email to two people that has left.
async fn left_by_email(bureau: &mut Bureau) -> String {
    let list = sheet(&[&["Nome", "E-mail"], &["Ana Costa", "ana@segurados.test"], &["Bia Dias", "bia@segurados.test"]]);
    let protocol =
        ask(bureau, &letter("e-mail", "aos segurados da lista anexa", TEXT), &[("lista.xlsx", XLSX, &list)]).await;
    window_passes(bureau).await;
    assert!(!bureau.mails_to("ana@segurados.test").is_empty());
    protocol
}

fn with_a_bad_row() -> Vec<u8> {
    sheet(&[
        &["Nome", "E-mail"],
        &["Ana Costa", "ana@segurados.test"],
        &["Bia Dias", "bia@segurados.test"],
        &["Caio Reis", "caio.segurados.test"],
        &["Ana Costa", "ANA@segurados.test"],
    ])
}

/// The two last columns of the first sheet, by row number.
fn notes(file: &[u8]) -> BTreeMap<usize, (String, String)> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file.to_vec())).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let width = range.width();
    let text = |row: &[calamine::Data], at: usize| row[at].to_string();
    range.rows().enumerate().map(|(n, row)| (n + 1, (text(row, width - 2), text(row, width - 1)))).collect()
}

#[tokio::test]
async fn the_good_rows_go_and_the_bad_ones_are_work_with_their_row_numbers() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let text = letter("e-mail", "aos segurados da lista anexa", TEXT);
    ask(&mut bureau, &text, &[("lista.xlsx", XLSX, &with_a_bad_row())]).await;
    let acknowledged = bureau.mail_to(AREA, &["Recebemos o seu pedido"]);
    assert!(acknowledged.text().contains("corrigir 1 endereço (linha 4)"), "{}", acknowledged.text());
    assert!(acknowledged.text().contains("1 contato repetido"), "{}", acknowledged.text());
    let notes = notes(&acknowledged.file("situação").unwrap().1);
    assert_eq!(notes[&1], ("Situação".to_owned(), "O que fazer".to_owned()));
    assert_eq!(notes[&2].0, "ok");
    assert_eq!(notes[&4], ("endereço inválido".to_owned(), "corrigir o endereço de e-mail".to_owned()));
    assert_eq!(notes[&5].0, "repetido");
    window_passes(&mut bureau).await;
    assert_eq!(bureau.mails_to("ana@segurados.test").len(), 1);
    assert_eq!(bureau.mails_to("bia@segurados.test").len(), 1);
}

#[tokio::test]
async fn a_rule_can_wait_for_the_mended_list() {
    let (_, rule) = carteiro::rules::shipped::FILES.iter().find(|(name, _)| *name == "44-email.toml").unwrap();
    let waits = rule.replace("linhas-recusadas = \"seguir\"", "linhas-recusadas = \"esperar\"");
    assert_ne!(*rule, waits);
    let mut bureau = Bureau::open(&Wishes { rules: &[("44-email.toml", &waits)], ..Wishes::default() }).await;
    let text = letter("e-mail", "aos segurados da lista anexa", TEXT);
    let protocol = ask(&mut bureau, &text, &[("lista.xlsx", XLSX, &with_a_bad_row())]).await;
    let asked = bureau.mail_to(AREA, &["corrigir 1 endereço (linha 4)"]);
    assert!(asked.file("situação").is_some());
    bureau.later(7200);
    bureau.pass().await;
    assert!(bureau.mails_to("ana@segurados.test").is_empty(), "nothing leaves before the list is mended");
    let mended = sheet(&[
        &["Nome", "E-mail"],
        &["Ana Costa", "ana@segurados.test"],
        &["Bia Dias", "bia@segurados.test"],
        &["Caio Reis", "caio@segurados.test"],
    ]);
    answer(&mut bureau, "Segue a lista corrigida.\n\nMarlise\n", &[("lista.xlsx", XLSX, &mended)]).await;
    if bureau.status(&protocol) == "waiting-confirmation" {
        answer(&mut bureau, "SIM\n\nMarlise\n", &[]).await;
    }
    window_passes(&mut bureau).await;
    for person in ["ana", "bia", "caio"] {
        assert_eq!(bureau.mails_to(&format!("{person}@segurados.test")).len(), 1, "{person}");
    }
}

fn per_person_list() -> Vec<u8> {
    sheet(&[
        &["Nome", "E-mail", "Celular", "Data", "Hora"],
        &["Ana Costa", "ana@segurados.test", "47 99102-0001", "20/08/2025", "8h30"],
        &["Bia Dias", "bia@segurados.test", "47 99102-0002", "21/08/2025", "9h"],
        &["Caio Reis", "caio@segurados.test", "47 99102-0003", "", "10h"],
        &["Davi Lima", "davi@segurados.test", "47 99102-0004", "01/07/2025", "11h"],
    ])
}

const PER_PERSON: &str = "Prezado(a) {NOME},\n\nA sua perícia será em {DATA}, às {HORA}.";

#[tokio::test]
async fn each_person_gets_the_text_filled_and_a_row_that_cannot_be_filled_is_stopped() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let text = letter("e-mail", "a cada segurado da lista anexa", PER_PERSON);
    let protocol = ask(&mut bureau, &text, &[("lista.xlsx", XLSX, &per_person_list())]).await;
    let told = bureau.mail_to(AREA, &[&protocol]);
    assert!(told.text().contains("linha 4") && told.text().contains("linha 5"), "{}", told.text());
    if bureau.status(&protocol) == "waiting-confirmation" {
        answer(&mut bureau, "SIM\n\nMarlise\n", &[]).await;
    }
    window_passes(&mut bureau).await;
    let ana = bureau.mails_to("ana@segurados.test");
    assert_eq!(ana.len(), 1);
    assert!(ana[0].text().contains("Prezado(a) Ana Costa,"), "{}", ana[0].text());
    assert!(ana[0].text().contains("em 20/08/2025, às 8h30"), "{}", ana[0].text());
    let sent = bureau.sent();
    let bia = sent.iter().find(|it| it.is_to("bia@segurados.test")).unwrap();
    assert_eq!(bia.envelope.recipients.len(), 1, "one message for each person");
    assert!(bia.mail.text().contains("Bia Dias") && !bia.mail.text().contains("Ana"));
    assert!(bureau.mails_to("caio@segurados.test").is_empty(), "a value is missing");
    assert!(bureau.mails_to("davi@segurados.test").is_empty(), "the day has passed");
    assert_eq!(bureau.people(&protocol).len(), 2);
}

#[tokio::test]
async fn the_call_center_gets_the_columns_and_the_finished_text_of_each_row() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let text = letter("WhatsApp", "a cada segurado da lista anexa", PER_PERSON);
    let protocol = ask(&mut bureau, &text, &[("lista.xlsx", XLSX, &per_person_list())]).await;
    if bureau.status(&protocol) == "waiting-confirmation" {
        answer(&mut bureau, "SIM\n\nMarlise\n", &[]).await;
    }
    window_passes(&mut bureau).await;
    let package = bureau.mail_to(CALL_CENTER, &["{NOME}"]);
    let csv = String::from_utf8(package.file(".csv").unwrap().1).unwrap();
    assert_eq!(csv.matches(";55479910200").count(), 2, "{csv}");
    assert!(csv.contains("Ana Costa;5547991020001;20/08/2025;8h30;"), "{csv}");
    assert!(
        csv.contains("Prezado(a) Ana Costa,") && csv.contains("A sua perícia será em 20/08/2025, às 8h30."),
        "{csv}"
    );
    assert!(!csv.contains("segurados.test"), "the call center needs no e-mail addresses");
}

#[tokio::test]
async fn a_number_that_the_letter_says_is_checked_against_the_list() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let text = letter("e-mail", "aos 15 segurados da lista anexa", TEXT);
    let list = sheet(&[&["Nome", "E-mail"], &["Ana Costa", "ana@segurados.test"], &["Bia Dias", "bia@segurados.test"]]);
    ask(&mut bureau, &text, &[("lista.xlsx", XLSX, &list)]).await;
    let asked = bureau.mail_to(AREA, &["Responda SIM se a lista está certa"]);
    assert!(asked.text().contains("O e-mail fala de 15 pessoas, mas a lista tem 2 pessoas."), "{}", asked.text());
    bureau.later(3600);
    bureau.pass().await;
    assert!(bureau.mails_to("ana@segurados.test").is_empty());
    answer(&mut bureau, "SIM, a lista está certa.\n\nMarlise\n", &[]).await;
    window_passes(&mut bureau).await;
    assert_eq!(bureau.mails_to("ana@segurados.test").len(), 1);
}

/// A red square.
fn picture(format: image::ImageFormat, side: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::from_pixel(side, side, image::Rgb([200, 30, 30])).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn a_picture_is_converted_as_the_rules_in_force_say_and_both_forms_are_filed() {
    let (_, limits) = carteiro::rules::shipped::FILES.iter().find(|(name, _)| *name == "midia.toml").unwrap();
    // An office whose call center takes small pictures only.
    let limit = picture(image::ImageFormat::Jpeg, 900).len() * 9 / 10;
    let only_small = limits.replace("maximo = 5_242_880", &format!("maximo = {limit}"));
    assert_ne!(*limits, only_small);
    let text = letter("WhatsApp", "aos segurados da lista anexa, com a imagem em anexo", TEXT);
    let list = "Nome;Celular\r\nAna Costa;47 99102-0001\r\n";
    for (rules, name, converted) in [
        (vec![], "cartaz.jpg", false),
        (vec![("midia.toml", only_small.as_str())], "cartaz.jpg", true),
        (vec![], "cartaz.bmp", true),
    ] {
        let mut bureau = Bureau::open(&Wishes { rules: &rules, ..Wishes::default() }).await;
        let format = if name.ends_with("bmp") { image::ImageFormat::Bmp } else { image::ImageFormat::Jpeg };
        let original = picture(format, if name.ends_with("bmp") { 40 } else { 900 });
        let files: &[(&str, &str, &[u8])] =
            &[("lista.csv", "text/csv", list.as_bytes()), (name, "image/jpeg", &original)];
        let protocol = ask(&mut bureau, &text, files).await;
        let told = bureau.mail_to(AREA, &[&protocol]);
        assert_eq!(
            told.text().contains("Convertidos para o WhatsApp"),
            converted,
            "{name} {}: {}",
            rules.len(),
            told.text()
        );
        let filed = files_below(&bureau.folder(&protocol));
        assert_eq!(filed.iter().any(|it| it.starts_with("originais/")), converted, "{filed:?}");
        if converted {
            assert_eq!(fs::read(bureau.folder(&protocol).join(format!("originais/1 {name}"))).unwrap(), original);
        }
        window_passes(&mut bureau).await;
        let package = bureau.mail_to(CALL_CENTER, &["prova de vida de 2026"]);
        let (sent, bytes) = package.file("cartaz").unwrap();
        assert_eq!(bytes == original, !converted, "{sent}");
        assert!(filed.iter().any(|it| it.starts_with("anexos/") && it.ends_with(&sent)), "{filed:?}");
    }
}

#[tokio::test]
async fn a_picture_that_comes_with_an_answer_is_converted_too() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let text = letter("WhatsApp", "aos segurados da lista anexa, com a imagem em anexo", TEXT);
    let list = "Nome;Celular\r\nAna Costa;47 99102-0001\r\n";
    let protocol = ask(&mut bureau, &text, &[("lista.csv", "text/csv", list.as_bytes())]).await;
    assert_eq!(bureau.status(&protocol), "waiting-data", "{}", bureau.mail_to(AREA, &["AR-"]).text());
    let bitmap = picture(image::ImageFormat::Bmp, 40);
    answer(&mut bureau, "Segue a imagem.\n\nMarlise\n", &[("cartaz.bmp", "image/bmp", &bitmap)]).await;
    if bureau.status(&protocol) == "waiting-confirmation" {
        answer(&mut bureau, "SIM\n\nMarlise\n", &[]).await;
    }
    window_passes(&mut bureau).await;
    assert_eq!(bureau.status(&protocol), "waiting-report", "{}", bureau.mail_to(AREA, &["AR-"]).text());
    let package = bureau.mail_to(CALL_CENTER, &["prova de vida de 2026"]);
    let (name, bytes) = package.file("cartaz").unwrap();
    assert!(!name.ends_with(".bmp") && bytes != bitmap, "{name}");
    assert!(files_below(&bureau.folder(&protocol)).contains(&"originais/1 cartaz.bmp".to_owned()));
}

#[tokio::test]
async fn without_ffmpeg_the_requester_is_told_and_nothing_goes_out() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    bureau.stop();
    bureau.at_this_moment();
    let film = include_bytes!("../media/filme.avi");
    let text = letter("WhatsApp", "aos segurados da lista anexa, com o vídeo em anexo", TEXT);
    let list = "Nome;Celular\r\nAna Costa;47 99102-0001\r\n";
    let files: &[(&str, &str, &[u8])] =
        &[("lista.csv", "text/csv", list.as_bytes()), ("chamada.avi", "video/x-msvideo", film)];
    bureau.write(&Mail { from: AREA, subject: "Prova de vida 2026", text: &text, files, answers: None });
    let carteiro = |verb: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_carteiro"));
        command.args([verb, "-c"]).arg(bureau.config()).env("PATH", "/nonexistent");
        command.output().unwrap()
    };
    let done = carteiro("once");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let told = bureau.mail_to(AREA, &["chamada.avi"]);
    assert!(told.text().contains("não pode ir pelo canal pedido"), "{}", told.text());
    assert!(told.text().contains("MP4"), "the remedy is said: {}", told.text());
    assert!(bureau.mails_to(CALL_CENTER).is_empty());
    let checked = Command::new(env!("CARGO_BIN_EXE_carteiro"))
        .args(["check", "--connect", "-c"])
        .arg(bureau.config())
        .env("PATH", "/nonexistent")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&checked.stdout).into_owned() + &String::from_utf8_lossy(&checked.stderr);
    assert!(said.contains("ffmpeg"), "{said}");
}

const EMAIL_IN_AUGUST: (u32, u32) = (5, 15);

fn august(bureau: &Bureau) -> i64 {
    bureau.cell("2025", EMAIL_IN_AUGUST.0, EMAIL_IN_AUGUST.1).parse().unwrap()
}

fn copies(bureau: &Bureau) -> usize {
    let folder = bureau.path("estado/workbook-copies");
    fs::read_dir(folder).map_or(0, Iterator::count)
}

#[tokio::test]
async fn counts_wait_while_a_person_has_the_workbook_open_and_are_one_write_then() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let before = august(&bureau);
    let marker = bureau.archive().join("~$Relatório Assessoria Relacionamento.xlsx");
    let mut lock = vec![0_u8; 165];
    lock[0] = 12;
    lock[1..13].copy_from_slice(b"Joana Medina");
    fs::write(&marker, &lock).unwrap();
    let untouched = fs::read(bureau.workbook()).unwrap();
    left_by_email(&mut bureau).await;
    bureau.later(3600);
    left_by_email_again(&mut bureau).await;
    assert_eq!(fs::read(bureau.workbook()).unwrap(), untouched, "nothing is written beside a person");
    assert_eq!(bureau.ledger().owed_counts().unwrap().len(), 2);
    let texts = |bureau: &Bureau| {
        bureau.mails_to(DESK).iter().map(crate::office::Received::all_text).collect::<Vec<_>>().join("\n---\n")
    };
    assert!(bureau.mails_to(DESK).is_empty(), "not yet a day: {}", texts(&bureau));
    bureau.live_until("2025-08-05T12:00:00").await;
    let told = bureau.mail_to(DESK, &["planilha"]);
    assert!(told.text().contains("Joana Medina"), "{}", told.text());
    assert!(!told.text().contains("workbook"), "{}", told.text());
    bureau.live_until("2025-08-05T20:00:00").await;
    assert_eq!(bureau.mails_to(DESK).len(), 1, "told once a day");
    fs::remove_file(&marker).unwrap();
    bureau.later(60);
    bureau.pass().await;
    assert_eq!(august(&bureau), before + 2);
    assert_eq!(copies(&bureau), 1, "two counts are one write");
    assert!(bureau.ledger().owed_counts().unwrap().is_empty());
    bureau.later(60);
    bureau.pass().await;
    assert_eq!(august(&bureau), before + 2);
}

async fn left_by_email_again(bureau: &mut Bureau) {
    let list = sheet(&[&["Nome", "E-mail"], &["Caio Reis", "caio@segurados.test"]]);
    let text =
        letter("e-mail", "aos segurados da lista anexa", "Prezados,\n\nO atendimento fecha no dia 8 de dezembro.");
    bureau.write(&Mail {
        from: AREA,
        subject: "Atendimento em dezembro",
        text: &text,
        files: &[("outra lista.xlsx", XLSX, &list)],
        answers: None,
    });
    bureau.pass().await;
    window_passes(bureau).await;
    assert_eq!(bureau.mails_to("caio@segurados.test").len(), 1);
}

#[tokio::test]
async fn a_workbook_that_is_missing_is_waited_for_and_never_made_anew() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let before = august(&bureau);
    let elsewhere = bureau.archive().join("em outro lugar.xlsx");
    fs::rename(bureau.workbook(), &elsewhere).unwrap();
    left_by_email(&mut bureau).await;
    bureau.later(7200);
    bureau.pass().await;
    assert!(!bureau.workbook().exists());
    fs::rename(&elsewhere, bureau.workbook()).unwrap();
    bureau.later(60);
    bureau.pass().await;
    assert_eq!(august(&bureau), before + 1);
}

#[tokio::test]
async fn an_error_of_the_disk_leaves_the_count_to_the_file_itself() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let before = august(&bureau);
    // The folder of the copies is a file: the commit fails after the intents were written.
    let copies = bureau.path("estado/workbook-copies");
    fs::remove_dir_all(&copies).unwrap();
    fs::write(&copies, b"").unwrap();
    left_by_email(&mut bureau).await;
    assert_eq!(august(&bureau), before);
    let owed = bureau.ledger().owed_counts().unwrap();
    assert_eq!(owed.len(), 1);
    fs::remove_file(bureau.path("estado/workbook-copies")).unwrap();
    // It ends, and starts anew.
    bureau.start();
    bureau.later(60);
    bureau.pass().await;
    assert_eq!(august(&bureau), before + 1);
    bureau.later(60);
    bureau.pass().await;
    assert_eq!(august(&bureau), before + 1);
    assert!(bureau.ledger().owed_counts().unwrap().is_empty());
}

#[tokio::test]
async fn the_first_sending_of_a_new_year_makes_its_tab() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    bureau.at("2027-01-04T09:00:00");
    bureau.pass().await;
    let book = |bureau: &Bureau| {
        let book: calamine::Xlsx<_> = calamine::open_workbook(bureau.workbook()).unwrap();
        book.sheet_names()
    };
    assert!(!book(&bureau).contains(&"2027".to_owned()), "not at midnight");
    left_by_email(&mut bureau).await;
    assert!(book(&bureau).contains(&"2027".to_owned()), "{:?}", book(&bureau));
    assert_eq!(bureau.cell("2027", 5, 1), "1", "January by email");
    assert_eq!(bureau.cell("2027", 5, 3), "", "the counts of the year before are emptied");
    let told = bureau.mail_to(DESK, &["2027"]);
    assert!(told.text().contains("aba"), "{}", told.text());
    bureau.later(86_400);
    left_by_email_again(&mut bureau).await;
    assert_eq!(bureau.cell("2027", 5, 1), "2");
    let texts: Vec<String> = bureau.mails_to(DESK).iter().map(crate::office::Received::all_text).collect();
    assert_eq!(texts.len(), 1, "the new tab is told once: {texts:#?}");
}

#[tokio::test]
async fn a_share_that_is_away_holds_everything_and_work_goes_on_by_itself() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let list = sheet(&[&["Nome", "E-mail"], &["Ana Costa", "ana@segurados.test"]]);
    let text = letter("e-mail", "aos segurados da lista anexa", TEXT);
    ask(&mut bureau, &text, &[("lista.xlsx", XLSX, &list)]).await;
    let away = bureau.path("fora");
    fs::rename(bureau.archive(), &away).unwrap();
    bureau.write(&Mail { from: AREA, subject: "Outro pedido", text: &text, files: &[], answers: None });
    bureau.later(3 * 3600);
    let letters = bureau.sent().len();
    let error = bureau.try_pass().await.unwrap_err();
    assert!(error.to_string().contains("is not mounted"), "{error}");
    assert_eq!(bureau.sent().len(), letters, "nothing goes out");
    assert!(!bureau.archive().exists(), "nothing is written beside the mount");
    bureau.stop();
    let status =
        Command::new(env!("CARGO_BIN_EXE_carteiro")).args(["status", "-c"]).arg(bureau.config()).output().unwrap();
    let said = String::from_utf8_lossy(&status.stdout);
    assert!(said.contains("PAUSED") && said.contains("is not mounted"), "{said}");
    fs::rename(&away, bureau.archive()).unwrap();
    bureau.start();
    bureau.pass().await;
    assert_eq!(bureau.mails_to("ana@segurados.test").len(), 1);
    assert!(bureau.sent().iter().any(|it| it.mail.subject().contains("Outro pedido")));
}

#[tokio::test]
async fn a_full_disk_stops_the_intake_before_anything_acts_on_the_mail() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let list = sheet(&[&["Nome", "E-mail"], &["Ana Costa", "ana@segurados.test"]]);
    let text = letter("e-mail", "aos segurados da lista anexa", TEXT);
    bureau.write(&Mail {
        from: AREA,
        subject: "Prova de vida 2026",
        text: &text,
        files: &[("lista.xlsx", XLSX, &list)],
        answers: None,
    });
    // The very file that the intake will write has no room.
    let inbox = bureau.path("assessoria/new");
    let raw = fs::read(fs::read_dir(inbox).unwrap().next().unwrap().unwrap().path()).unwrap();
    let hash: String = Sha256::digest(&raw).iter().map(|it| format!("{it:02x}")).collect();
    let folder = bureau.archive().join("2025/Entrada/08-04");
    fs::create_dir_all(&folder).unwrap();
    std::os::unix::fs::symlink("/dev/full", folder.join(format!("{}.eml.carteiro-tmp", &hash[..32]))).unwrap();
    let error = bureau.try_pass().await.unwrap_err();
    assert!(error.to_string().contains("No space left"), "{error}");
    assert!(bureau.sent().is_empty());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "no half file stays");
    bureau.pass().await;
    assert_eq!(bureau.mails_to(AREA).len(), 1);
}

#[tokio::test]
async fn who_got_what_and_when_can_be_proved_from_the_folder() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let protocol = left_by_email(&mut bureau).await;
    bureau.live_until("2025-08-08T12:00:00").await;
    assert_eq!(bureau.status(&protocol), "closed");
    let folder = bureau.folder(&protocol);
    let files = files_below(&folder);
    for file in [
        "conteudo.json",
        "enviado.eml",
        "historico.txt",
        "lista-original.xlsx",
        "lista-usada-email.csv",
        "manifesto.txt",
        "mensagem-email.txt",
        "pedido.eml",
    ] {
        assert!(files.iter().any(|it| it == file), "{file} is not among {files:?}");
    }
    let manifest = fs::read_to_string(folder.join("manifesto.txt")).unwrap();
    assert_eq!(manifest.lines().count(), files.len() - 2, "all but the story and the manifest");
    for line in manifest.lines() {
        let (hash, name) = line.split_once("  ").unwrap();
        let now: String =
            Sha256::digest(fs::read(folder.join(name)).unwrap()).iter().map(|it| format!("{it:02x}")).collect();
        assert_eq!(hash, now, "{name}");
    }
    let sealed: String = Sha256::digest(&manifest).iter().map(|it| format!("{it:02x}")).collect();
    let told = bureau.show(&protocol);
    assert!(told.story.iter().any(|(_, line)| line.contains(&sealed)), "{:?}", told.story);
    for person in &told.people {
        assert_eq!(person.left.as_deref(), Some("04/08/2025 09:10:01"), "{person:?}");
    }
    let story = fs::read_to_string(folder.join("historico.txt")).unwrap();
    for words in
        ["Solicitante: previdencia@ipreville.test", "enviado: 2 de 2 aceitos", "planilha: +1 em 2025 P6", "encerrado"]
    {
        assert!(story.contains(words), "{words} is not in\n{story}");
    }
    for (path, mode) in
        [(folder.clone(), 0o750), (folder.join("pedido.eml"), 0o640), (folder.join("manifesto.txt"), 0o640)]
    {
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode & !umask(), "{}", path.display());
    }
}

/// What the system takes away from every new file.
fn umask() -> u32 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|it| it.strip_prefix("Umask:")).unwrap();
    u32::from_str_radix(line.trim(), 8).unwrap()
}

#[tokio::test]
async fn after_its_years_a_request_is_deleted_and_the_deletion_is_on_record() {
    let (_, rule) = carteiro::rules::shipped::FILES.iter().find(|(name, _)| *name == "44-email.toml").unwrap();
    let kept = rule.replace("pasta = ", "guardar = \"5 anos\"\npasta = ");
    let mut bureau = Bureau::open(&Wishes { rules: &[("44-email.toml", &kept)], ..Wishes::default() }).await;
    let protocol = left_by_email(&mut bureau).await;
    bureau.live_until("2025-08-08T12:00:00").await;
    let folder = bureau.folder(&protocol);
    let beside = folder.parent().unwrap().join("de uma pessoa.txt");
    fs::write(&beside, "não é nosso").unwrap();
    bureau.at("2030-08-03T12:00:00");
    bureau.pass().await;
    assert!(folder.exists(), "a day too early");
    bureau.at("2030-08-04T12:00:00");
    bureau.pass().await;
    assert!(!folder.exists());
    assert!(beside.exists(), "what people put beside it stays");
    let mails: Vec<String> = files_below(&bureau.archive()).into_iter().filter(|it| it.ends_with(".eml")).collect();
    assert!(mails.is_empty(), "{mails:?}");
    let told = bureau.show(&protocol);
    assert!(told.people.is_empty());
    assert!(told.story.iter().any(|(_, it)| it.contains("guarda de 5 anos encerrada")), "{:?}", told.story);
    let list = fs::read_to_string(bureau.archive().join("eliminados.txt")).unwrap();
    assert_eq!(list.lines().count(), 1);
    assert!(list.contains(&protocol) && list.contains("44-email"), "{list}");
    assert_eq!(told.request.channels["email"]["accepted"], 2, "the counts stay");
    bureau.at("2030-08-05T12:00:00");
    bureau.pass().await;
    assert_eq!(fs::read_to_string(bureau.archive().join("eliminados.txt")).unwrap(), list);
}

/// Answers the last letter to the area with a picture pasted between the words and, below the name, a logo.
async fn answer_with_pasted_picture(bureau: &mut Bureau, picture: &[u8]) {
    use base64::Engine as _;
    let last = bureau.mails_to(AREA).pop().unwrap();
    let logo = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/media/arte.png")).unwrap();
    let part = |id: &str, mime: &str, name: &str, bytes: &[u8]| {
        let body = base64::engine::general_purpose::STANDARD.encode(bytes);
        let body: Vec<&str> = body.as_bytes().chunks(76).map(|it| std::str::from_utf8(it).unwrap()).collect();
        format!(
            "--=_a\r\nContent-Type: {mime}; name=\"{name}\"\r\nContent-ID: <{id}>\r\n\
             Content-Disposition: inline; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            body.join("\r\n")
        )
    };
    let raw = format!(
        "Authentication-Results: {}; dmarc=pass header.from={}\r\nFrom: <{AREA}>\r\nTo: <{DESK}>\r\n\
         Subject: RES: {}\r\nMessage-ID: <colada@ipreville.test>\r\nIn-Reply-To: {}\r\nReferences: {}\r\nMIME-Version: 1.0\r\n\
         Date: Mon, 4 Aug 2025 09:20:00 -0300\r\nContent-Type: multipart/related; boundary=\"=_a\"\r\n\r\n\
         --=_a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
         <p>Bom dia, segue a imagem:</p><p><img src=\"cid:foto@x\"></p><p>Att,</p><p>Marlise</p><p><img src=\"cid:logo@x\"></p>\r\n{}{}--=_a--\r\n",
        crate::mailhost::AUTHSERV_ID,
        AREA.split_once('@').unwrap().1,
        last.subject(),
        last.message_id(),
        last.message_id(),
        part("foto@x", "image/jpeg", "image001.jpg", picture),
        part("logo@x", "image/png", "image002.png", &logo),
    );
    bureau.deliver("assessoria", raw.as_bytes());
    bureau.pass().await;
}

#[tokio::test]
async fn a_picture_pasted_into_the_answer_is_the_one_that_was_missing() {
    let mut bureau = Bureau::open(&Wishes::default()).await;
    let text = letter("WhatsApp", "aos segurados da lista anexa, com a imagem em anexo", TEXT);
    let list = "Nome;Celular\r\nAna Costa;47 99102-0001\r\n";
    let protocol = ask(&mut bureau, &text, &[("lista.csv", "text/csv", list.as_bytes())]).await;
    assert_eq!(bureau.status(&protocol), "waiting-data");
    let pasted = picture(image::ImageFormat::Jpeg, 900);
    assert!(pasted.len() > 6_000);
    answer_with_pasted_picture(&mut bureau, &pasted).await;
    if bureau.status(&protocol) == "waiting-confirmation" {
        answer(&mut bureau, "SIM\n\nMarlise\n", &[]).await;
    }
    bureau.live_until("2025-08-04T12:00:00").await;
    let files = files_below(&bureau.folder(&protocol));
    let pictures: Vec<&String> = files.iter().filter(|it| it.contains("image00")).collect();
    let told = || bureau.mails_to(AREA).iter().map(Received::text).collect::<Vec<_>>().join("\n---\n");
    assert!(pictures.iter().any(|it| it.contains("image001")), "{files:?} {} {}", bureau.status(&protocol), told());
    assert!(!pictures.iter().any(|it| it.contains("image002")), "the logo goes to nobody: {files:?}");
    bureau.mail_to(CALL_CENTER, &[&protocol]);
}

#[tokio::test]
async fn mails_of_no_request_are_deleted_after_their_years_and_the_deletion_is_on_record() {
    let settings = "[archive]\nroot = \"{at}/rede\"\nrequire_mount = false\nkeep_mails = \"5 years\"\n";
    let mut bureau = Bureau::open(&Wishes { settings, ..Wishes::default() }).await;
    let protocol = left_by_email(&mut bureau).await;
    bureau.write(&Mail {
        from: AREA,
        subject: "Café",
        text: "Bom dia, o café da copa acabou. Obrigada!",
        files: &[],
        answers: None,
    });
    bureau.live_until("2025-08-08T12:00:00").await;
    let all = files_below(&bureau.archive()).into_iter().filter(|it| it.contains("Entrada")).count();
    let list = bureau.archive().join("eliminados.txt");
    bureau.at("2030-08-03T12:00:00");
    bureau.pass().await;
    assert!(!list.exists(), "a day too early");
    bureau.at("2030-08-05T12:00:00");
    bureau.pass().await;
    let told = fs::read_to_string(&list).unwrap();
    assert!(told.contains("mensagens sem pedido  guarda de 5 anos encerrada: 1 mensagens"), "{told}");
    let mails = files_below(&bureau.archive()).into_iter().filter(|it| it.contains("Entrada")).count();
    assert_eq!(mails, all - 1);
    assert!(bureau.folder(&protocol).exists(), "requests have their own time");
    bureau.at("2030-08-06T12:00:00");
    bureau.pass().await;
    assert_eq!(fs::read_to_string(&list).unwrap(), told);
}
