//! A bureau for tests that break things: each step stands by itself, and what was promised is checked after it.

use std::collections::BTreeMap;
use std::fs;
use std::ops::{Deref, DerefMut};

use carteiro::archive::sha256_hex;
use carteiro::daemon::{DaemonError, Progress};
use carteiro::ledger::{Ledger, MailRow, Place};
use carteiro::mail::incoming::IncomingMail;

use crate::bureau::{Bureau, Sent, Wishes};
use crate::office::{Mail, mail_bytes};

pub use crate::office::{AREA, CALL_CENTER, DESK};

/// Monday, 9 November 2026, 9:00 in São Paulo.
pub const MONDAY: i64 = 1_794_225_600;

/// A stop point that is never reached.
pub const NEVER: u64 = 1 << 40;

/// What our own server writes on top of a colleague's mail.
pub const GENUINE: &str = "Authentication-Results: mx.ipreville.test; dmarc=pass header.from=ipreville.test\r\n";

/// Messages leave at once and in small parcels.
const USUAL: [(&str, &str); 3] = [
    ("[smtp]", "url = \"maildir:{at}/saida\"\nmessages_per_minute = 100000\nrecipients_per_message = 5\n"),
    ("[timing]", "regret = \"0s\"\n"),
    ("[reconciliation]", ""),
];

/// A desk.
pub struct Desk {
    bureau: Bureau,
    runtime: tokio::runtime::Runtime,
    written: u64,
}

impl Deref for Desk {
    type Target = Bureau;

    fn deref(&self) -> &Bureau {
        &self.bureau
    }
}

impl DerefMut for Desk {
    fn deref_mut(&mut self) -> &mut Bureau {
        &mut self.bureau
    }
}

impl Desk {
    /// A desk that has been started once, and on which nothing waits.
    pub fn open() -> Self {
        Self::open_with("")
    }

    /// The same with sections of the configuration that stand in place of the usual ones.
    pub fn open_with(sections: &str) -> Self {
        let mut desk = Self::closed(sections);
        desk.start();
        desk.pass();
        desk
    }

    /// A desk that was never started.
    pub fn closed(sections: &str) -> Self {
        Self::of(Bureau::closed(&wishes(&settings(sections))))
    }

    /// The same in a folder of the caller's choice.
    pub fn closed_in(dir: tempfile::TempDir, sections: &str) -> Self {
        Self::of(Bureau::closed_in(dir, &wishes(&settings(sections))))
    }

    fn of(bureau: Bureau) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { bureau, runtime, written: 0 }
    }

    /// Starts it without a lock, for the real program may be started beside it.
    pub fn start(&mut self) {
        let ledger = self.ledger();
        self.bureau.start_with(ledger);
    }

    /// The process ends and another one begins; `look` sees the ledger between the two.
    pub fn restart<T>(&mut self, look: impl FnOnce(&mut Ledger) -> T) -> T {
        let mut ledger = self.bureau.stop().unwrap().into_ledger();
        let seen = look(&mut ledger);
        self.bureau.start_with(ledger);
        seen
    }

    pub fn try_pass(&mut self) -> Result<Progress, DaemonError> {
        self.runtime.block_on(self.bureau.try_pass())
    }

    pub fn pass(&mut self) -> Progress {
        self.try_pass().unwrap()
    }

    /// Goes on to a later time.
    pub fn later(&mut self, seconds: i64) -> Progress {
        self.bureau.later(seconds);
        self.pass()
    }

    /// Puts a mail into the desk's mailbox now; gives the name of its file.
    pub fn deliver(&mut self, raw: &[u8]) -> String {
        self.deliver_to("assessoria", raw)
    }

    pub fn deliver_to(&mut self, mailbox: &str, raw: &[u8]) -> String {
        self.bureau.deliver(mailbox, raw)
    }

    /// A colleague writes; gives the Message-ID.
    pub fn write(&mut self, letter: &Letter<'_>) -> String {
        self.written += 1;
        let id = format!("<carta{}@ipreville.test>", self.written);
        let raw = letter.raw(&id, self.now());
        self.deliver(&raw);
        id
    }

    /// What one address received.
    pub fn received(&self, address: &str) -> Vec<IncomingMail> {
        self.sent().iter().filter(|it| it.to().iter().any(|to| to == address)).map(Sent::read).collect()
    }

    pub fn mails(&mut self) -> Vec<MailRow> {
        self.restart(|ledger| {
            ledger.stop_at(NEVER);
            ledger.last_mails(u32::MAX).unwrap()
        })
    }

    pub fn requests(&mut self) -> Vec<(String, String)> {
        self.restart(|ledger| {
            let rows = ledger.recent_requests(0, u32::MAX).unwrap();
            rows.into_iter().map(|it| (it.protocol.as_str().to_owned(), it.status)).collect()
        })
    }

    /// What left, by recipient and kind, for a failing test.
    pub fn described(&self) -> BTreeMap<(String, String), u32> {
        let mut found = BTreeMap::new();
        for sent in self.sent() {
            let id = sent.read().message_id.unwrap_or_default();
            let kind = id.split('.').nth(1).unwrap_or_default().to_owned();
            for to in sent.to() {
                *found.entry((to, kind.clone())).or_default() += 1;
            }
        }
        found
    }

    pub fn places(&mut self) -> BTreeMap<String, u64> {
        self.restart(|ledger| ledger.places().unwrap().into_iter().collect())
    }

    /// The promises that hold whatever happened: every mail has ended in one place, its bytes lie in the archive, and
    /// nobody got one text twice.
    pub fn check(&mut self) {
        let share = self.path("rede");
        for row in self.mails() {
            assert_ne!(row.place, Place::Received, "mail {:?} has ended nowhere", row.id);
            if !row.mail.raw_path.is_empty() {
                let raw = fs::read(share.join(&row.mail.raw_path)).unwrap();
                assert_eq!(sha256_hex(&raw), row.mail.sha256);
            }
        }
        self.check_sent();
    }

    /// Nobody got one text of one request twice, and no message names its recipients.
    pub fn check_sent(&self) {
        let mut seen: BTreeMap<(String, String), u32> = BTreeMap::new();
        for sent in self.sent() {
            let head = String::from_utf8_lossy(&sent.mail.raw).to_lowercase();
            let head = head.split("\r\n\r\n").next().unwrap_or_default().to_owned();
            assert!(!head.contains("\nbcc:") && !head.starts_with("bcc:"), "{head}");
            let mail = sent.read();
            let id = mail.message_id.clone().unwrap_or_default();
            for to in sent.to() {
                if to.ends_with("@segurados.test") {
                    assert!(!head.contains("@segurados.test") || head.contains(&to), "{head}");
                }
                *seen.entry((to, id.clone())).or_default() += 1;
            }
        }
        for ((to, id), times) in seen {
            assert_eq!(times, 1, "{to} got {id}");
        }
    }
}

/// The sections that a test names, and the usual ones of a desk that it does not.
fn settings(sections: &str) -> String {
    let others = USUAL.iter().filter(|(name, _)| !sections.contains(name));
    others.map(|(name, lines)| format!("{name}\n{lines}")).chain([sections.to_owned()]).collect()
}

fn wishes(settings: &str) -> Wishes<'_> {
    Wishes { settings, opens: "2026-11-09T09:00:00", ..Wishes::default() }
}

/// A mail as a colleague's client writes it.
#[derive(Clone)]
pub struct Letter<'a> {
    pub from: &'a str,
    pub subject: &'a str,
    pub text: &'a str,
    pub files: Vec<(&'a str, Vec<u8>)>,
    pub answers: Option<&'a str>,
    /// What stands on top: the results of our own server.
    pub top: &'a str,
    /// Further header lines, each with its end.
    pub head: &'a str,
}

impl Default for Letter<'_> {
    fn default() -> Self {
        Self { from: AREA, subject: "Aviso", text: "", files: Vec::new(), answers: None, top: GENUINE, head: "" }
    }
}

impl Letter<'_> {
    pub fn raw(&self, id: &str, now: i64) -> Vec<u8> {
        let date = jiff::Timestamp::from_second(now).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
        let files: Vec<(&str, &str, &[u8])> =
            self.files.iter().map(|(name, bytes)| (*name, "application/octet-stream", bytes.as_slice())).collect();
        let (from, subject, text, answers) = (self.from, self.subject, self.text, self.answers);
        let mail = mail_bytes(&Mail { from, subject, text, files: &files, answers }, id, &date);
        [self.top.as_bytes(), self.head.as_bytes(), &mail].concat()
    }
}

/// A request as the areas write it: an email to the people of a list.
pub fn request_text(subject: &str, message: &str) -> String {
    format!(
        "Bom dia,\n\nSolicito o envio, por e-mail, da mensagem abaixo aos segurados da lista anexa.\n\n\
         Assunto: {subject}\n\nTexto:\n\n{message}\n\nObrigada,\nMarlise\n"
    )
}

pub const MESSAGE: &str =
    "Prezado(a) segurado(a),\n\nO atendimento presencial estará fechado no dia 8 de dezembro. Voltamos no dia 9.";

/// A list of people at `segurados.test`, as .csv.
pub fn list(names: &[&str]) -> Vec<u8> {
    let mut text = "NOME;E-MAIL\r\n".to_owned();
    for name in names {
        text.push_str(&format!("{name} da Silva;{}@segurados.test\r\n", name.to_lowercase()));
    }
    text.into_bytes()
}

/// The same for WhatsApp: the numbers end in 0001, 0002 and so on.
pub fn phones(count: u32) -> Vec<u8> {
    let mut text = "NOME;CELULAR\r\n".to_owned();
    for n in 1..=count {
        text.push_str(&format!("Pessoa {n};47 99101-{n:04}\r\n"));
    }
    text.into_bytes()
}

impl Desk {
    /// The area asks for an email to these people; gives the Message-ID.
    pub fn ask(&mut self, subject: &str, names: &[&str]) -> String {
        let text = request_text(subject, MESSAGE);
        self.write(&Letter { subject, text: &text, files: vec![("lista.csv", list(names))], ..Letter::default() })
    }
}
