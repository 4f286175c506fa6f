//! The own check of signatures, where our mail server writes no results: keys come from a DNS server on loopback.

use std::collections::BTreeMap;
use std::net::{SocketAddr, UdpSocket};
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use carteiro::ledger::Place;
use mail_auth::common::crypto::Ed25519Key;
use mail_auth::common::headers::HeaderWriter as _;
use mail_auth::dkim::DkimSigner;

use crate::desk::{AREA, DESK, Desk, Letter, MESSAGE, list, request_text};

/// The fields that a signing server usually covers.
const FIELDS: [&str; 8] = ["From", "To", "Subject", "Date", "Message-ID", "Content-Type", "In-Reply-To", "References"];

/// A key of a mail host.
struct Key {
    secret: Vec<u8>,
    host: &'static str,
    selector: &'static str,
    flags: &'static str,
}

impl Key {
    fn of(host: &'static str, selector: &'static str, flags: &'static str) -> Self {
        Self { secret: Ed25519Key::generate_pkcs8().unwrap(), host, selector, flags }
    }

    fn secret(&self) -> Ed25519Key {
        Ed25519Key::from_pkcs8_der(&self.secret).unwrap()
    }

    /// What stands in the DNS: its name and text.
    fn record(&self) -> (String, String) {
        let public = STANDARD.encode(self.secret().public_key());
        let name = format!("{}._domainkey.{}", self.selector, self.host);
        (name, format!("v=DKIM1; k=ed25519; {}p={public}", self.flags))
    }

    /// A mail with its signature on top.
    fn sign(&self, raw: &[u8], fields: &[&str], signs: Signs) -> Vec<u8> {
        let signer = DkimSigner::from_key(self.secret())
            .domain(self.host)
            .selector(self.selector)
            .headers(fields.iter().copied())
            .body_length(signs == Signs::TheBeginning);
        let header = signer.sign(raw).unwrap().to_header();
        [header.as_bytes(), raw].concat()
    }
}

/// How much of the body a signature covers.
#[derive(PartialEq, Eq)]
enum Signs {
    All,
    TheBeginning,
}

/// A DNS server that knows these texts and nothing else (RFC 1035, 4).
fn dns(records: BTreeMap<String, String>) -> SocketAddr {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    let at = socket.local_addr().unwrap();
    thread::spawn(move || {
        let mut buffer = [0_u8; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut buffer) {
            let answer = answer(&buffer[..length], &records);
            let _ = socket.send_to(&answer, from);
        }
    });
    at
}

fn answer(asked: &[u8], records: &BTreeMap<String, String>) -> Vec<u8> {
    let (mut name, mut at) = (Vec::new(), 12);
    while asked[at] != 0 {
        let label = &asked[at + 1..at + 1 + asked[at] as usize];
        name.push(String::from_utf8_lossy(label).to_lowercase());
        at += 1 + label.len();
    }
    let question = &asked[12..at + 5];
    let text = records.get(&name.join("."));
    let mut answer = asked[..2].to_vec();
    // An answer, recursion available; NXDOMAIN where nothing is known.
    answer.extend_from_slice(&[
        0x81,
        if text.is_some() { 0x80 } else { 0x83 },
        0,
        1,
        0,
        u8::from(text.is_some()),
        0,
        0,
        0,
        0,
    ]);
    answer.extend_from_slice(question);
    if let Some(text) = text {
        let pieces: Vec<u8> = text.as_bytes().chunks(255).flat_map(|it| [&[it.len() as u8], it].concat()).collect();
        answer.extend_from_slice(&[0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60]);
        answer.extend_from_slice(&(pieces.len() as u16).to_be_bytes());
        answer.extend_from_slice(&pieces);
    }
    answer
}

/// A desk whose mail server writes no results.
fn desk(keys: &[&Key]) -> Desk {
    let at = dns(keys.iter().map(|it| it.record()).collect());
    Desk::open_with(&format!("[identity]\ndkim_dns = \"{at}\"\n"))
}

fn request(desk: &Desk, id: &str) -> Vec<u8> {
    let text = request_text("Recesso", MESSAGE);
    let files = vec![("lista.csv", list(&["Ana"]))];
    Letter { subject: "Recesso", text: &text, files, top: "", ..Letter::default() }.raw(id, desk.now())
}

fn replaced(raw: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(raw).unwrap();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1).into_bytes()
}

#[test]
fn a_colleague_whose_signature_is_good_is_served() {
    let key = Key::of("ipreville.test", "correio", "");
    for fields in [&FIELDS[..], &["From", "To", "Subject", "Date", "Message-ID", "Content-Type", "MIME-Version"]] {
        let mut desk = desk(&[&key]);
        let raw = key.sign(&request(&desk, "<bom@ipreville.test>"), fields, Signs::All);
        desk.deliver(&raw);
        desk.pass();
        assert_eq!(desk.received("ana@segurados.test").len(), 1);
        assert_eq!(desk.received(AREA).len(), 1);
        desk.check();
    }
}

#[test]
fn whatever_a_good_signature_does_not_cover_proves_nobody() {
    let key = Key::of("ipreville.test", "correio", "");
    let trial = Key::of("ipreville.test", "prova", "t=y; ");
    let other = Key::of("fora.test", "correio", "");
    let below = Key::of("mail.ipreville.test", "correio", "");
    let unknown = Key::of("ipreville.test", "nenhum", "");
    type Forge<'a> = Box<dyn Fn(&Desk) -> Vec<u8> + 'a>;
    let signed = |desk: &Desk| key.sign(&request(desk, "<f@ipreville.test>"), &FIELDS, Signs::All);
    let put_on_top =
        |line: &'static str| -> Forge<'_> { Box::new(move |desk| [line.as_bytes(), &signed(desk)].concat()) };
    let without = |left_out: &'static str| -> Forge<'_> {
        let fields: Vec<&str> = FIELDS.into_iter().filter(|it| *it != left_out).collect();
        let key = &key;
        Box::new(move |desk| key.sign(&request(desk, "<f@ipreville.test>"), &fields, Signs::All))
    };
    let forged: Vec<(&str, Forge<'_>)> = vec![
        ("no signature", Box::new(|desk| request(desk, "<f@ipreville.test>"))),
        ("another body", Box::new(|desk| changed_body(signed(desk)))),
        ("another sender", Box::new(|desk| replaced(signed(desk), AREA, "pericia@ipreville.test"))),
        ("a second subject", put_on_top("Subject: Outro\r\n")),
        ("a second sender", put_on_top("From: <previdencia@ipreville.test>\r\n")),
        ("another kind of content", put_on_top("Content-Type: text/html\r\n")),
        ("an answer that it was not", put_on_top("In-Reply-To: <x@ipreville.test>\r\n")),
        ("our server says no", put_on_top("Authentication-Results: mx.ipreville.test; dmarc=fail\r\n")),
        ("the subject is not signed", without("Subject")),
        ("the content type is not signed", without("Content-Type")),
        (
            "only the beginning is signed",
            Box::new(|desk| {
                let raw = key.sign(&request(desk, "<f@ipreville.test>"), &FIELDS, Signs::TheBeginning);
                [raw, b"mais\r\n".to_vec()].concat()
            }),
        ),
        (
            "a key that is only tried",
            Box::new(|desk| trial.sign(&request(desk, "<f@ipreville.test>"), &FIELDS, Signs::All)),
        ),
        (
            "somebody else's signature",
            Box::new(|desk| other.sign(&request(desk, "<f@ipreville.test>"), &FIELDS, Signs::All)),
        ),
        ("a host below ours", Box::new(|desk| below.sign(&request(desk, "<f@ipreville.test>"), &FIELDS, Signs::All))),
        (
            "a key that nobody has published",
            Box::new(|desk| unknown.sign(&request(desk, "<f@ipreville.test>"), &FIELDS, Signs::All)),
        ),
    ];
    for (what, forge) in forged {
        let at = dns([&key, &trial, &other, &below].map(Key::record).into());
        let mut desk =
            Desk::open_with(&format!("[identity]\nauthserv_id = \"mx.ipreville.test\"\ndkim_dns = \"{at}\"\n"));
        desk.deliver(&forge(&desk));
        desk.pass();
        assert_eq!(desk.requests().len(), 0, "{what}");
        for sent in desk.sent() {
            assert_eq!(sent.to(), [DESK], "{what} was answered");
        }
        let row = desk.mails().pop().unwrap();
        assert!(matches!(row.place, Place::Person | Place::Quarantine | Place::NoConcern), "{what}: {:?}", row.place);
        desk.check();
    }
}

/// One letter of the last line of the first part is another.
fn changed_body(raw: Vec<u8>) -> Vec<u8> {
    let mut raw = raw;
    let at = raw.windows(4).rposition(|it| it == b"\r\n--").unwrap() - 4;
    raw[at] = if raw[at] == b'A' { b'B' } else { b'A' };
    raw
}

#[test]
fn a_dns_server_that_is_silent_proves_nobody_and_stops_nothing() {
    let key = Key::of("ipreville.test", "correio", "");
    let silent = UdpSocket::bind("127.0.0.1:0").unwrap();
    let at = silent.local_addr().unwrap();
    let mut desk = Desk::open_with(&format!("[identity]\ndkim_dns = \"{at}\"\n"));
    let raw = key.sign(&request(&desk, "<s@ipreville.test>"), &FIELDS, Signs::All);
    desk.deliver(&raw);
    desk.pass();
    assert_eq!(desk.requests().len(), 0);
    assert_eq!(desk.mails().pop().unwrap().place, Place::Person);
    desk.check();
}
