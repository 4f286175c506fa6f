//! A desk for tests in one process: mailboxes and server are folders, the clock stands until it is set, the ledger
//! lives in memory. What only a real server or a real process can show is tested with `office` instead.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use carteiro::archive::sha256_hex;
use carteiro::config::Config;
use carteiro::daemon::{Clock, Daemon, DaemonError, Progress};
use carteiro::ledger::{Ledger, LedgerError, MailRow, Place};
use carteiro::mail::incoming::IncomingMail;
use carteiro::mailbox::Maildir;
use carteiro::rules::{RuleFile, RuleSet, shipped};
use carteiro::smtp::maildir::Folder;
use carteiro::smtp::{Envelope, Mishap, Rehearsal, Route};

/// Monday, 9 November 2026, 9:00 in São Paulo.
pub const MONDAY: i64 = 1_794_225_600;

/// A stop point that is never reached.
pub const NEVER: u64 = 1 << 40;

pub const DESK: &str = "assessoria@ipreville.test";
pub const AREA: &str = "previdencia@ipreville.test";
pub const CALL_CENTER: &str = "envios@callcenter.test";

/// What our own server writes on top of a colleague's mail.
pub const GENUINE: &str = "Authentication-Results: mx.ipreville.test; dmarc=pass header.from=ipreville.test\r\n";

pub const AREAS: &str = r#"
[instituto]
nome     = "Ipreville"
dominios = ["ipreville.test"]

[assessoria]
enderecos = ["assessoria@ipreville.test"]
envia-de  = "presidente@ipreville.test"

[aprovadores]
enderecos = ["gabinete@ipreville.test"]

[call-center]
nome      = "Elo Atendimento"
envio     = "envios@callcenter.test"
enderecos = ["envios@callcenter.test"]
dominios  = ["callcenter.test"]

[areas.gerencia-previdencia]
nome      = "Gerência de Previdência"
enderecos = ["previdencia@ipreville.test"]
linha     = "Ger. Previdência"

[areas.pericia-medica]
nome      = "Perícia Médica/Saúde"
linha     = "Perícia Médica / Saúde"
enderecos = ["pericia@ipreville.test"]
"#;

/// A mail that left: its envelope and bytes.
pub struct Sent {
    pub envelope: Envelope,
    pub raw: Vec<u8>,
}

impl Sent {
    pub fn mail(&self) -> IncomingMail {
        IncomingMail::parse(&self.raw).unwrap()
    }

    pub fn to(&self) -> Vec<String> {
        self.envelope.recipients.iter().map(|it| it.key()).collect()
    }
}

/// A desk.
pub struct Desk {
    dir: tempfile::TempDir,
    pub config: Config,
    pub rules: Arc<RuleSet>,
    pub clock: Clock,
    pub rehearsal: Rehearsal,
    daemon: Option<Daemon>,
    runtime: tokio::runtime::Runtime,
    written: u64,
}

impl Desk {
    /// A desk that has been started once, and on which nothing waits.
    pub fn open() -> Self {
        Self::open_with("")
    }

    /// The same with further sections of the configuration, and `regret = "0s"`.
    pub fn open_with(sections: &str) -> Self {
        let mut desk = Self::closed(sections);
        desk.start();
        desk.pass();
        desk
    }

    /// A desk that was never started.
    pub fn closed(sections: &str) -> Self {
        let memory = Path::new("/dev/shm");
        let dir = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        Self::closed_in(dir, sections)
    }

    /// The same in a folder of the caller's choice.
    pub fn closed_in(dir: tempfile::TempDir, sections: &str) -> Self {
        let share = dir.path().join("rede");
        fs::create_dir_all(&share).unwrap();
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbook/relatorio.xlsx");
        fs::copy(workbook, share.join("relatorio.xlsx")).unwrap();
        for name in ["assessoria", "presidente", "saida"] {
            for part in ["tmp", "new", "cur"] {
                fs::create_dir_all(dir.path().join(name).join(part)).unwrap();
            }
        }
        let at = dir.path().display();
        let timing = if sections.contains("[timing]") { "" } else { "[timing]\nregret = \"0s\"\n" };
        let trial = if sections.contains("[trial]") { "" } else { "[trial]\nenabled = false\n" };
        let identity =
            if sections.contains("[identity]") { "" } else { "[identity]\nauthserv_id = \"mx.ipreville.test\"\n" };
        let canary = if sections.contains("[canary]") { "" } else { "[canary]\nevery = \"off\"\n" };
        let smtp = if sections.contains("[smtp]") {
            String::new()
        } else {
            format!("[smtp]\nurl = \"maildir:{at}/saida\"\nmessages_per_minute = 100000\nrecipients_per_message = 5\n")
        };
        let text = format!(
            "[institute]\nname = \"Ipreville\"\ntimezone = \"America/Sao_Paulo\"\n\
             [ledger]\nurl = \"sqlite:{at}/estado/ledger.db\"\n[rules]\ndir = \"{at}/regras\"\n\
             [archive]\nroot = \"{at}/rede\"\nrequire_mount = false\n[workbook]\nfile = \"{at}/rede/relatorio.xlsx\"\n\
             [[mailbox]]\nname = \"assessoria\"\nurl = \"maildir:{at}/assessoria\"\nrole = \"requests\"\n\
             [[mailbox]]\nname = \"presidente\"\nurl = \"maildir:{at}/presidente\"\nrole = \"returns\"\n\
             {identity}{smtp}{timing}{trial}{canary}{}",
            sections.replace("{at}", &at.to_string())
        );
        fs::create_dir_all(dir.path().join("estado")).unwrap();
        let config = Config::from_toml(&text).unwrap_or_else(|it| panic!("{it:?}\n{text}"));
        let mut files: Vec<RuleFile> = shipped::FILES
            .iter()
            .filter(|(name, _)| *name != "areas.toml")
            .map(|(name, text)| RuleFile { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() })
            .collect();
        files.push(RuleFile { name: "areas.toml".to_owned(), bytes: AREAS.as_bytes().to_vec() });
        let rules = Arc::new(RuleSet::from_files(files).unwrap_or_else(|it| panic!("{it:?}")));
        let rehearsal = Rehearsal::new(dir.path().join("saida"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let clock = Clock::standing_at(MONDAY);
        Self { dir, config, rules, clock, rehearsal, daemon: None, runtime, written: 0 }
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.dir.path().join(below)
    }

    /// A process that begins with this ledger; one that ends while it begins is followed by another.
    fn daemon_of(&self, mut ledger: Ledger) -> Daemon {
        loop {
            let (config, rules) = (self.config.clone(), Arc::clone(&self.rules));
            match Daemon::with_ledger(config, rules, self.clock.clone(), ledger, None) {
                Ok(mut daemon) => {
                    daemon.use_route(Route::Rehearsal(self.rehearsal.clone()));
                    return daemon;
                }
                Err(DaemonError::Ledger(LedgerError::Stopped(_))) => {
                    ledger = Ledger::open(&self.path("estado/ledger.db")).unwrap();
                }
                Err(other) => panic!("{other}"),
            }
        }
    }

    pub fn start(&mut self) {
        self.daemon = Some(self.daemon_of(Ledger::open(&self.path("estado/ledger.db")).unwrap()));
    }

    /// The process ends and another one begins; `look` sees the ledger between the two.
    pub fn restart<T>(&mut self, look: impl FnOnce(&mut Ledger) -> T) -> T {
        let mut ledger = self.daemon.take().unwrap().into_ledger();
        let seen = look(&mut ledger);
        self.daemon = Some(self.daemon_of(ledger));
        seen
    }

    pub fn daemon(&mut self) -> &mut Daemon {
        self.daemon.as_mut().unwrap()
    }

    pub fn try_pass(&mut self) -> Result<Progress, DaemonError> {
        let daemon = self.daemon.as_mut().unwrap();
        self.runtime.block_on(daemon.pass())
    }

    pub fn pass(&mut self) -> Progress {
        self.try_pass().unwrap()
    }

    /// Goes on to a later time.
    pub fn later(&mut self, seconds: i64) -> Progress {
        self.clock.set(self.clock.now() + seconds);
        self.pass()
    }

    /// Puts a mail into the desk's mailbox now.
    pub fn deliver(&mut self, raw: &[u8]) -> String {
        self.deliver_to("assessoria", raw)
    }

    pub fn deliver_to(&mut self, mailbox: &str, raw: &[u8]) -> String {
        let root = self.path(mailbox);
        let name = Maildir::deliver(&root, raw).unwrap();
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(self.clock.now().unsigned_abs());
        fs::File::options().write(true).open(root.join("new").join(&name)).unwrap().set_modified(time).unwrap();
        name
    }

    /// A colleague writes; gives the Message-ID.
    pub fn write(&mut self, letter: &Letter<'_>) -> String {
        self.written += 1;
        let id = format!("<carta{}@ipreville.test>", self.written);
        let raw = letter.raw(&id, self.clock.now());
        self.deliver(&raw);
        id
    }

    pub fn plan(&self, mishaps: impl IntoIterator<Item = Mishap>) {
        self.rehearsal.plan(mishaps);
    }

    /// Everything that left, in its order.
    pub fn sent(&self) -> Vec<Sent> {
        let folder = Folder::open(&self.path("saida")).unwrap();
        let waiting = folder.waiting().unwrap();
        waiting.into_iter().map(|it| Sent { raw: fs::read(&it.path).unwrap(), envelope: it.envelope }).collect()
    }

    /// What one address received.
    pub fn received(&self, address: &str) -> Vec<IncomingMail> {
        self.sent().iter().filter(|it| it.to().iter().any(|to| to == address)).map(Sent::mail).collect()
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
            let id = sent.mail().message_id.unwrap_or_default();
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
            let head = String::from_utf8_lossy(&sent.raw).to_lowercase();
            let head = head.split("\r\n\r\n").next().unwrap_or_default().to_owned();
            assert!(!head.contains("\nbcc:") && !head.starts_with("bcc:"), "{head}");
            let mail = sent.mail();
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
        let date = jiff::fmt::rfc2822::to_string(&date).unwrap();
        let subject = STANDARD.encode(self.subject);
        let mut raw = format!(
            "{}From: <{}>\r\nTo: <{DESK}>\r\nSubject: =?utf-8?B?{subject}?=\r\nDate: {date}\r\nMessage-ID: {id}\r\n{}",
            self.top, self.from, self.head
        );
        if let Some(answers) = self.answers {
            raw.push_str(&format!("In-Reply-To: {answers}\r\nReferences: {answers}\r\n"));
        }
        raw.push_str("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=_f\"\r\n\r\n");
        let part = |head: &str, bytes: &[u8]| {
            let lines: Vec<String> = STANDARD
                .encode(bytes)
                .as_bytes()
                .chunks(76)
                .map(|it| String::from_utf8(it.to_vec()).unwrap())
                .collect();
            format!("--=_f\r\n{head}Content-Transfer-Encoding: base64\r\n\r\n{}\r\n", lines.join("\r\n"))
        };
        raw.push_str(&part("Content-Type: text/plain; charset=utf-8\r\n", self.text.as_bytes()));
        for (name, bytes) in &self.files {
            let head = format!(
                "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n"
            );
            raw.push_str(&part(&head, bytes));
        }
        raw.push_str("--=_f--\r\n");
        raw.into_bytes()
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
