//! What must not stand in a log, and who may read a file.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::{Arc, Mutex};

use crate::desk::{AREA, CALL_CENTER, Desk, GENUINE, Letter, MESSAGE, list, phones, request_text};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A day with a bit of everything: both channels, a bad row, a reply, a notice, a forger, a workbook in use.
fn a_day(desk: &mut Desk) {
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
    desk.pass();
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
    for _ in 0..80 {
        desk.later(3600);
        let _ = desk.daemon().write_wellbeing();
    }
}

#[test]
fn no_address_phone_name_or_text_of_insured_people_stands_in_the_log_or_in_the_state_of_health() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let mut desk = Desk::open();
    tracing::subscriber::with_default(subscriber, || a_day(&mut desk));
    let mut said = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(said.lines().count() > 10, "{said}");
    said.push_str(&fs::read_to_string(desk.path("estado/saude.json")).unwrap());
    let said = said.to_lowercase();
    for secret in [
        "segurados.test",
        "anacleta",
        "bonifacio",
        "crescencia",
        "deodoro",
        "golpista",
        "99101",
        "9910",
        "99888",
        "7766",
        "atendimento presencial",
        "térreo",
        "telefone mudou",
    ] {
        let found: Vec<&str> = said.lines().filter(|it| it.contains(secret)).collect();
        assert!(found.is_empty(), "`{secret}`: {found:#?}");
    }
    assert_eq!(desk.received(CALL_CENTER).len(), 2, "the package and a reminder");
    assert!(!desk.received(AREA).is_empty());
}

#[test]
fn what_lies_in_the_archive_and_beside_the_ledger_is_for_the_service_and_its_group_only() {
    let mut desk = Desk::open();
    a_day(&mut desk);
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
