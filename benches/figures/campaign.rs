//! A whole campaign: one mail with a list, read, checked, approved, merged, sent, recorded and reported.

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use carteiro::daemon::PersonsDecision;
use carteiro::office::{Channel, Protocol, RecipientState};

use crate::figure::{Goal, Scale, tell};
use crate::office::Office;
use crate::peers::{Sink, Source};
use crate::work::{elsewhere, timed};

/// Lives through a campaign: `PORT PEOPLE`.
pub fn work(arguments: &[&str]) {
    let [port, people] = arguments else { panic!("{arguments:?}") };
    let (port, people): (u16, u32) = (port.parse().unwrap(), people.parse().unwrap());
    let mut office = Office::new();
    let mailboxes = office.place.read().unwrap().0.mailboxes;
    office.config.mailboxes = mailboxes;
    office.config.mailboxes.truncate(1);
    office.config.smtp.connections = 4;
    let mut daemon = office.daemon(port);
    let runtime = crate::office::runtime();
    runtime.block_on(daemon.pass()).unwrap();
    let inbox = office.place.mailbox("assessoria").join("new");
    fs::create_dir_all(&inbox).unwrap();
    fs::write(inbox.join("1790000000.M1P1.mx"), request(&office, people)).unwrap();
    let ledger = timed(|| {
        runtime.block_on(daemon.pass()).unwrap();
        let open = office.ledger().open_requests().unwrap();
        let row = open.first().expect("the mail was taken for a request");
        if row.status == "waiting-approval" || row.status == "waiting-confirmation" {
            daemon.person_decides(&Protocol::from_text(row.protocol.as_str()), PersonsDecision::Approve).unwrap();
            runtime.block_on(daemon.pass()).unwrap();
        }
        daemon.into_ledger()
    });
    let row = ledger.open_requests().unwrap().remove(0);
    let tally = ledger.tally(row.id, Channel::Email).unwrap();
    assert_eq!(tally.of(RecipientState::Accepted), u64::from(people), "{} {tally:?}", row.status);
}

/// A department's mail with its list, packed as large lists are.
fn request(office: &Office, people: u32) -> String {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("lista.csv", zip::write::SimpleFileOptions::default()).unwrap();
    crate::lists::csv(&mut zip, people);
    let list = STANDARD.encode(zip.finish().unwrap().into_inner());
    let list: Vec<&str> = list.as_bytes().chunks(76).map(|it| std::str::from_utf8(it).unwrap()).collect();
    let from = office.rules.office.areas.values().flat_map(|it| it.enderecos.iter()).next().unwrap();
    let authserv = office.config.identity.authserv_id.as_deref().unwrap();
    let line =
        "O recadastramento anual dos segurados aposentados e pensionistas do Ipreville ocorre de janeiro a março.\n";
    let text = format!(
        "Bom dia,\n\nSolicito o envio, por e-mail, da mensagem abaixo aos segurados da lista anexa.\n\n\
         Assunto: Recadastramento\n\nTexto:\n\nPrezado(a) {{Nome}},\n\nCompareça em {{Data}}.\n\n{}\nObrigada,\nMarlise\n",
        line.repeat(30)
    );
    let host = from.mail_host();
    format!(
        "Authentication-Results: {authserv}; dmarc=pass header.from={host}\r\nFrom: <{from}>\r\nTo: <{}>\r\n\
         Subject: Envio de e-mail\r\nMessage-ID: <campanha@{host}>\r\nDate: Sun, 22 Nov 2026 10:00:00 -0300\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\n--=_b\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--=_b\r\nContent-Type: application/zip; name=\"lista.zip\"\r\n\
         Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"lista.zip\"\r\n\r\n{}\r\n--=_b--\r\n",
        office.rules.office.assessoria.enderecos[0],
        STANDARD.encode(text),
        list.join("\r\n"),
    )
}

pub fn figures(scale: Scale) {
    let people = scale.of(20_000, 1_600_000);
    let sink = Sink::start(&[]);
    let source =
        Source { port: sink.port, connections: 4, messages: people, recipients: 1, to: "segurado@segurados.test" };
    let limit = source.seconds();
    let cost = elsewhere("campaign", &[&sink.port.to_string(), &people.to_string()]);
    let name = format!("{people} per-person notices from one list");
    tell(&name, cost.seconds, "s", Some(limit), Goal::RatioAtMost(1.2));
    tell(&format!("{name}, memory"), cost.peak_mib, "MiB", None, Goal::AtMost(48.0));
}
