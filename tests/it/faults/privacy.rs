//! What must not stand in a log, and who may read a file.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use crate::desk::{AREA, CALL_CENTER, Desk, GENUINE, Letter, MESSAGE, list, phones, request_text};

/// A day with a bit of everything: both channels, a bad row, a reply, a notice, a forger, a workbook in use.
fn a_day(desk: &mut Desk, mut pass: impl FnMut(&mut Desk)) {
    let text = request_text("Recesso", MESSAGE);
    let mut rows = String::from_utf8(list(&["Anacleta", "Bonifacio", "Crescencia"])).unwrap();
    rows.push_str("Deodoro da Silva;deodoro.arroba.segurados.test\r\n");
    desk.write(&Letter {
        subject: "Recesso",
        text: &text,
        files: vec![("lista.csv", rows.into_bytes())],
        ..Letter::default()
    });
    let text = "Bom dia,\n\nSolicito o envio, por WhatsApp, da mensagem abaixo aos segurados da lista anexa.\n\nTexto:\n\n\
                A sala de espera mudou para o térreo.\n\nObrigada,\nMarlise\n";
    desk.write(&Letter { subject: "Sala", text, files: vec![("lista.csv", phones(5))], ..Letter::default() });
    desk.write(&Letter {
        top: "",
        subject: "Golpe",
        text: "Transfira tudo para golpista@fora.test",
        ..Letter::default()
    });
    pass(desk);
    let parcel = desk.received("anacleta@segurados.test").pop().unwrap().message_id.unwrap();
    let reply = format!(
        "{}From: Anacleta da Silva <anacleta@segurados.test>\r\nTo: presidente@ipreville.test\r\nSubject: Re: Recesso\r\n\
         Message-ID: <re@segurados.test>\r\nIn-Reply-To: {parcel}\r\nReferences: {parcel}\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\nMeu telefone mudou para 47 99888-7766. Obrigada.\r\n",
        GENUINE.replace("header.from=ipreville.test", "header.from=segurados.test")
    );
    desk.deliver_to("presidente", reply.as_bytes());
    let notice = format!(
        "From: MAILER-DAEMON@mx.test\r\nTo: presidente@ipreville.test\r\nSubject: Undelivered Mail\r\nMessage-ID: <n@mx.test>\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\n\
         Final-Recipient: rfc822; bonifacio@segurados.test\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 5.1.1 <bonifacio@segurados.test> unknown\r\n\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {parcel}\r\n\r\n--b--\r\n"
    );
    desk.deliver_to("presidente", notice.as_bytes());
    desk.deliver(&vec![b'a'; 3 << 20]);
    for _ in 0..3 {
        pass(desk);
    }
}

#[test]
fn no_address_phone_name_or_text_of_insured_people_stands_in_the_log_at_its_most_talkative() {
    let mut desk = Desk::closed("");
    let config = desk.config();
    let mut said = String::new();
    let mut once = || {
        let done = Command::new(env!("CARGO_BIN_EXE_carteiro"))
            .args(["once", "-c"])
            .arg(&config)
            .env("CARTEIRO_LOG", "trace")
            .output();
        let done = done.unwrap();
        assert!(done.status.success());
        said.push_str(&String::from_utf8_lossy(&done.stderr));
        said.push_str(&String::from_utf8_lossy(&done.stdout));
    };
    once();
    a_day(&mut desk, |_| once());
    assert!(said.lines().count() > 10, "{said}");
    let said = said.to_lowercase();
    for secret in [
        "segurados.test",
        "anacleta",
        "bonifacio",
        "crescencia",
        "deodoro",
        "golpista",
        "99101",
        "99888",
        "7766",
        "atendimento presencial",
        "térreo",
        "telefone mudou",
    ] {
        let found: Vec<&str> = said.lines().filter(|it| it.contains(secret)).take(5).collect();
        assert!(found.is_empty(), "`{secret}`: {found:#?}");
    }
    assert_eq!(desk.received(CALL_CENTER).len(), 1, "the package");
    assert!(!desk.received(AREA).is_empty());
}

#[test]
fn what_lies_in_the_archive_and_beside_the_ledger_is_for_the_service_and_its_group_only() {
    let mut desk = Desk::open();
    a_day(&mut desk, |desk| {
        desk.later(3600);
    });
    desk.daemon().write_wellbeing().unwrap();
    let mut folders = vec![desk.path("rede/2026"), desk.path("estado")];
    let mut looked = 0;
    while let Some(folder) = folders.pop() {
        if folder != desk.path("estado") {
            assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o750, "{}", folder.display());
        }
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            looked += 1;
            let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(mode & 0o137, 0, "{} is {mode:o}", entry.path().display());
        }
    }
    assert!(looked > 20, "{looked}");
}
