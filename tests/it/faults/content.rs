//! What goes wrong in what people and robots write.

use carteiro::ledger::Place;

use crate::desk::{AREA, DESK, Desk, GENUINE, Letter, MESSAGE, list, request_text};

/// Delivers what nobody can survive, and then an ordinary request: one is put aside or passed over with a reason, the
/// other is done.
fn check(hostile: &[u8], may_be: &[Place]) {
    let mut desk = Desk::open();
    desk.deliver(hostile);
    desk.ask("Recesso", &["Ana"]);
    desk.pass();
    let rows = desk.mails();
    let first = rows.last().unwrap();
    assert!(may_be.contains(&first.place), "{:?}: {:?}", first.place, first.reason);
    assert!(first.reason.is_some() || first.place == Place::NoConcern || first.place == Place::Waiting, "no reason");
    assert_eq!(desk.received("ana@segurados.test").len(), 1, "the next mail is handled");
    desk.check();
}

pub(super) fn head(kind: &str) -> String {
    format!(
        "{GENUINE}From: <previdencia@ipreville.test>\r\nTo: <{DESK}>\r\nSubject: Aviso\r\nMessage-ID: <h@ipreville.test>\r\n\
         MIME-Version: 1.0\r\n{kind}"
    )
}

/// What a colleague is told whose mail cannot be read.
fn told(desk: &Desk) -> Vec<String> {
    let mails = desk.received(AREA);
    let unread = mails.into_iter().filter(|it| it.plain.as_deref().unwrap_or_default().contains("não conseguiu lê-la"));
    unread.map(|it| it.plain.unwrap_or_default()).collect()
}

#[test]
fn a_colleague_whose_mail_cannot_be_read_is_told_once_a_day_and_nobody_else_is() {
    let many_parts = |top: &str, extra: &str| {
        let mut raw = head("Content-Type: multipart/mixed; boundary=b0\r\n").replace(GENUINE, top) + extra + "\r\n";
        for n in 0..5000 {
            raw.push_str(&format!("--b{n}\r\nContent-Type: multipart/mixed; boundary=b{}\r\n\r\n", n + 1));
        }
        raw
    };
    let mut large = head("Content-Type: text/plain\r\n\r\n").into_bytes();
    large.resize(large.len() + (41 << 20), b'a');
    for (raw, is_told) in [
        (many_parts(GENUINE, "").into_bytes(), true),
        (large, true),
        (many_parts("", "").into_bytes(), false),
        (many_parts("Authentication-Results: mx.ipreville.test; dmarc=fail\r\n", "").into_bytes(), false),
        (many_parts(GENUINE, "Auto-Submitted: auto-replied\r\n").into_bytes(), false),
    ] {
        let mut desk = Desk::open();
        desk.deliver(&raw);
        desk.pass();
        assert_eq!(desk.mails()[0].place, Place::Quarantine);
        assert_eq!(told(&desk).len(), usize::from(is_told));
        let mut again = b"X-Outra: vez\r\n".to_vec();
        again.extend_from_slice(&raw);
        desk.deliver(&again);
        desk.later(3600);
        assert!(told(&desk).len() <= 1, "at most once a day");
        for sent in desk.sent() {
            assert!(sent.to().iter().all(|it| it == DESK || (is_told && it == AREA)), "{:?}", sent.to());
        }
        desk.check();
    }
}

#[test]
fn fault_29_five_thousand_nested_parts_end_in_quarantine_with_a_reason() {
    check(nested().as_bytes(), &[Place::Quarantine]);
}

/// Five thousand parts, each in the one before.
pub(super) fn nested() -> String {
    let mut raw = head("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
    for n in 0..5000 {
        raw.push_str(&format!("--b{n}\r\nContent-Type: multipart/mixed; boundary=b{}\r\n\r\n", n + 1));
    }
    raw
}

#[test]
fn fault_29_a_million_headers_end_in_quarantine_with_a_reason() {
    check(headers().as_bytes(), &[Place::Quarantine]);
}

/// A million headers.
pub(super) fn headers() -> String {
    let mut raw = head("");
    for n in 0..1_000_000 {
        raw.push_str(&format!("X-{n}: a\r\n"));
    }
    raw.push_str("\r\ncorpo\r\n");
    raw
}

#[test]
fn fault_29_a_header_line_without_end_is_no_reason_to_stop() {
    let mut raw = head("X-Longo: ").into_bytes();
    raw.resize(raw.len() + 20_000_000, b'a');
    raw.extend_from_slice(b"\r\n\r\ncorpo\r\n");
    check(&raw, &[Place::Quarantine, Place::Person]);
}

#[test]
fn fault_31_twenty_megabytes_of_line_breaks_and_backtracking_words_are_no_reason_to_stop() {
    let mut raw = head("Content-Type: text/html; charset=utf-8\r\n\r\n<p>").into_bytes();
    raw.extend_from_slice(&b"<br>".repeat(5_000_000));
    raw.extend_from_slice(b"</p>\r\n");
    check(&raw, &[Place::Quarantine, Place::Person, Place::Waiting, Place::NoConcern]);
    let mut raw = head("Content-Type: text/plain; charset=utf-8\r\n\r\n").into_bytes();
    raw.extend_from_slice(&b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! ".repeat(20_000));
    check(&raw, &[Place::Quarantine, Place::Person, Place::Waiting, Place::NoConcern]);
}

/// A list of 900 MB, packed.
pub(super) fn bomb() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for name in ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
        zip.start_file(name, options).unwrap();
        for _ in 0..300 {
            std::io::Write::write_all(&mut zip, &vec![b' '; 1 << 20]).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_packed_bomb_in_place_of_a_list_is_answered_and_the_next_mail_is_handled() {
    let mut desk = Desk::open();
    let text = request_text("Recesso", MESSAGE);
    desk.write(&Letter { subject: "Recesso", text: &text, files: vec![("lista.xlsx", bomb())], ..Letter::default() });
    desk.ask("Outro recesso", &["Ana"]);
    desk.pass();
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    let first = desk.mails().pop().unwrap();
    assert!(matches!(first.place, Place::Waiting | Place::Person | Place::Quarantine), "{:?}", first.place);
    desk.check();
}

#[test]
fn fault_32_raw_bytes_and_wrong_charsets_keep_their_bytes_and_are_read_as_they_were_meant() {
    for (subject, charset) in
        [(&b"Per\xedcia"[..], "iso-8859-1"), (&b"Per\xc3\xadcia"[..], "x-mac-turkish"), (&b"Per\xedcia"[..], "utf-8")]
    {
        let raw = [
            b"From: a@b.test\r\nSubject: ",
            subject,
            format!("\r\nContent-Type: text/plain; charset={charset}\r\n\r\na\0b\r\n").as_bytes(),
        ]
        .concat();
        let mail = carteiro::mail::incoming::IncomingMail::parse(&raw).unwrap();
        assert_eq!(mail.subject, "Perícia", "{charset}");
        let mut desk = Desk::open();
        desk.deliver(&raw);
        desk.pass();
        desk.check();
    }
}

#[test]
fn fault_34_lists_are_found_whatever_they_are_called_and_however_they_are_attached() {
    let text = request_text("Recesso", MESSAGE);
    let forms = [
        "Content-Disposition: attachment; filename=\"lista final.v2.CSV\"\r\n",
        "Content-Disposition: attachment; filename*0=\"lista-\"; filename*1=\"final.csv\"\r\n",
        "Content-Disposition: inline; filename=\"lista.csv\"\r\n",
        "Content-Type: text/csv; name=\"lista.csv\"\r\n",
    ];
    for form in forms {
        let mut desk = Desk::open();
        let letter =
            Letter { subject: "Recesso", text: &text, files: vec![("lista.csv", list(&["Ana"]))], ..Letter::default() };
        let raw = String::from_utf8(letter.raw("<f34@ipreville.test>", desk.now())).unwrap();
        let plain = "Content-Type: application/octet-stream; name=\"lista.csv\"\r\n\
                     Content-Disposition: attachment; filename=\"lista.csv\"\r\n";
        assert!(raw.contains(plain));
        desk.deliver(raw.replace(plain, form).as_bytes());
        desk.pass();
        assert_eq!(desk.received("ana@segurados.test").len(), 1, "{form}");
        desk.check();
    }
}

#[test]
fn fault_35_a_list_with_a_bad_row_goes_out_to_the_others_and_the_row_is_told() {
    let mut desk = Desk::open();
    let mut rows = "\u{feff}NOME;E-MAIL\r\n".to_owned();
    for n in 0..300 {
        rows.push_str(&format!("Pessoa {n};p{n:03}@segurados.test\r\n"));
    }
    rows.push_str("=cmd|' /C calc'!A0;p000@segurados.test\r\nSem arroba;maria.segurados.test\r\n");
    let text = request_text("Recesso", MESSAGE);
    desk.write(&Letter {
        subject: "Recesso",
        text: &text,
        files: vec![("lista.csv", rows.into_bytes())],
        ..Letter::default()
    });
    desk.pass();
    let sent = desk.sent();
    for n in 0..300 {
        let got = sent.iter().filter(|it| it.to().contains(&format!("p{n:03}@segurados.test"))).count();
        assert_eq!(got, 1, "{n}");
    }
    let told = desk.received("previdencia@ipreville.test");
    let words = told[0].plain.clone().unwrap_or_default();
    assert!(words.contains("300 pessoas; 1 linha sem contato válido; 1 contato repetido"), "{words}");
    assert!(words.contains("linha 303"), "{words}");
    // What comes back is the list with a remark beside each row; no cell of it is a formula.
    let list = told[0].attachments.iter().find(|it| it.name.ends_with(".xlsx")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&list.bytes)).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "a formula");
    desk.check();
}

#[test]
fn fault_36_names_that_reach_elsewhere_or_that_windows_forbids_stay_in_the_requests_folder() {
    let long = format!("{}.pdf", "a".repeat(300));
    for name in ["../../x.pdf", "CON.pdf", long.as_str(), "nota.pdf. ", "a:b|c?.pdf"] {
        let mut desk = Desk::open();
        let text = request_text("Recesso", &format!("{MESSAGE} Veja o anexo."));
        let files = vec![("lista.csv", list(&["Ana"])), (name, b"%PDF-1.4\n%%EOF\n".to_vec())];
        desk.write(&Letter { subject: "Recesso", text: &text, files, ..Letter::default() });
        desk.pass();
        assert!(!desk.path("x.pdf").exists() && !desk.path("rede/x.pdf").exists());
        let mut folders = vec![desk.path("rede")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
                let file = entry.file_name().into_string().unwrap();
                assert!(file.len() <= 255 && !file.ends_with(['.', ' ']) && !file.contains([':', '|', '?']), "{file}");
                assert!(!file.eq_ignore_ascii_case("con.pdf"), "{file}");
                if entry.path().is_dir() {
                    folders.push(entry.path());
                }
            }
        }
        desk.check();
    }
}
