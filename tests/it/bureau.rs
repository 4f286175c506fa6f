//! An office in folders, with a clock that stands until it is set: the daemon of this process, its mailboxes, what it
//! sends, its network folder and its workbook.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use carteiro::config::Config;
use carteiro::daemon::{Clock, Daemon, DaemonError, Progress, Told, request_view};
use carteiro::ledger::Ledger;
use carteiro::mailbox::Maildir;
use carteiro::office::Protocol;
use carteiro::rules::{self, RuleSet};
use carteiro::smtp::Envelope;
use carteiro::smtp::maildir::Folder;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::office::{self, Received};

pub use crate::office::{AREA, CALL_CENTER, DESK, Mail, sheet};

pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A mail that left, with its envelope.
pub struct Sent {
    pub envelope: Envelope,
    pub mail: Received,
}

impl Sent {
    pub fn is_to(&self, address: &str) -> bool {
        self.envelope.recipients.iter().any(|it| it.as_str() == address)
    }
}

/// What a test wants to be otherwise.
#[derive(Default)]
pub struct Wishes<'a> {
    /// Keys for sections of `carteiro.toml` besides the usual ones: (section, lines).
    pub settings: &'a [(&'a str, &'a str)],
    /// Rule files besides `areas.toml`: (name, text).
    pub rules: &'a [(&'a str, &'a str)],
}

pub struct Bureau {
    dir: tempfile::TempDir,
    clock: Clock,
    daemon: Option<Daemon>,
}

impl Bureau {
    /// An office on a Monday morning, 4 August 2025, whose program has looked at its mailboxes once.
    pub async fn open(wishes: &Wishes<'_>) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let clock = Clock::standing_at(0);
        let mut bureau = Self { dir, clock, daemon: None };
        fs::create_dir_all(bureau.share()).unwrap();
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbook/relatorio.xlsx");
        fs::copy(workbook, bureau.workbook()).unwrap();
        fs::write(bureau.share().join("Contatos.xlsx"), sheet(office::CONTACTS)).unwrap();
        let rules = bureau.dir.path().join("rules");
        fs::create_dir_all(rules.join("textos")).unwrap();
        fs::create_dir_all(rules.join("modelos")).unwrap();
        for (name, text) in carteiro::rules::shipped::FILES {
            fs::write(rules.join(name), text).unwrap();
        }
        fs::write(rules.join("areas.toml"), office::AREAS).unwrap();
        for (name, text) in wishes.rules {
            fs::write(rules.join(name), text).unwrap();
        }
        fs::write(bureau.dir.path().join("carteiro.toml"), bureau.settings(wishes.settings)).unwrap();
        bureau.at("2025-08-04T09:00:00");
        bureau.start();
        bureau.pass().await;
        bureau
    }

    fn settings(&self, wishes: &[(&str, &str)]) -> String {
        let dir = self.dir.path().display();
        let mut sections: BTreeMap<&str, String> = BTreeMap::from([
            ("institute", "name = \"Ipreville\"\ntimezone = \"America/Sao_Paulo\"\n".to_owned()),
            ("ledger", format!("url = \"sqlite:{dir}/ledger.db\"\n")),
            ("rules", format!("dir = \"{dir}/rules\"\n")),
            ("archive", format!("root = \"{dir}/rede/Arquivo\"\nrequire_mount = false\n")),
            ("workbook", format!("file = \"{}\"\n", self.workbook().display())),
            ("contacts", format!("whatsapp_general = \"{dir}/rede/Contatos.xlsx\"\n")),
            ("smtp", format!("url = \"maildir:{dir}/saida\"\n")),
            ("trial", "enabled = false\n".to_owned()),
            ("identity", "authserv_id = \"mx.ipreville.test\"\n".to_owned()),
            ("timing", String::new()),
            // What the office writes to itself would only hide what a test looks for.
            ("canary", "every = \"off\"\n".to_owned()),
            ("reconciliation", "nightly = false\n".to_owned()),
        ]);
        for (section, lines) in wishes {
            sections.get_mut(section).unwrap().push_str(lines);
        }
        let mut text: String = sections.iter().map(|(name, lines)| format!("[{name}]\n{lines}\n")).collect();
        for (name, role) in [("assessoria", "requests"), ("presidente", "returns")] {
            text.push_str(&format!(
                "[[mailbox]]\nname = \"{name}\"\nurl = \"maildir:{dir}/{name}\"\nrole = \"{role}\"\n\n"
            ));
        }
        text
    }

    /// Starts the program; one that runs ends first.
    pub fn start(&mut self) {
        self.daemon = None;
        fs::create_dir_all(self.archive()).unwrap();
        let config = Config::load(&self.dir.path().join("carteiro.toml")).unwrap_or_else(|it| panic!("{it:?}"));
        let files = carteiro::watch::read_folder(&self.dir.path().join("rules")).unwrap();
        let rules =
            RuleSet::from_files(files).unwrap_or_else(|it| panic!("{}", rules::render(&it, rules::Colours::Off)));
        self.daemon = Some(Daemon::open(config, Arc::new(rules), self.clock.clone()).unwrap());
    }

    pub fn share(&self) -> PathBuf {
        self.dir.path().join("rede")
    }

    pub fn archive(&self) -> PathBuf {
        self.share().join("Arquivo")
    }

    pub fn workbook(&self) -> PathBuf {
        self.share().join("Relatório Assessoria Relacionamento.xlsx")
    }

    pub fn config(&self) -> PathBuf {
        self.dir.path().join("carteiro.toml")
    }

    /// Sets the clock, local time of the office.
    pub fn at(&self, local: &str) {
        let local: DateTime = local.parse().unwrap();
        self.clock.set(local.to_zoned(zone()).unwrap().timestamp().as_second());
    }

    /// Seconds since 1970.
    pub fn now(&self) -> i64 {
        self.clock.now()
    }

    /// The clock of the system, for the real program.
    pub fn at_this_moment(&self) {
        self.clock.set(jiff::Timestamp::now().as_second());
    }

    pub fn later(&self, seconds: i64) {
        self.clock.set(self.clock.now() + seconds);
    }

    pub async fn pass(&mut self) -> Progress {
        self.daemon.as_mut().unwrap().pass().await.unwrap()
    }

    pub async fn try_pass(&mut self) -> Result<Progress, DaemonError> {
        self.daemon.as_mut().unwrap().pass().await
    }

    pub fn daemon(&mut self) -> &mut Daemon {
        self.daemon.as_mut().unwrap()
    }

    /// The program ends.
    pub fn stop(&mut self) {
        self.daemon = None;
    }

    /// Everything that falls due until a moment, each thing at its time.
    pub async fn live_until(&mut self, local: &str) {
        let end: DateTime = local.parse().unwrap();
        let end = end.to_zoned(zone()).unwrap().timestamp().as_second();
        loop {
            self.pass().await;
            let due = self.daemon.as_ref().unwrap().next_due().unwrap();
            let Some(due) = due.filter(|it| *it <= end) else { break };
            // What has no time of its own is looked at every minute; an hour is often enough for a test.
            let now = self.clock.now();
            self.clock.set(if due - now <= 60 { (now + 1800).min(end).max(due) } else { due });
            if now == end {
                break;
            }
        }
        self.clock.set(end);
        self.pass().await;
    }

    /// A mail of somebody of the house to the desk; gives its Message-ID.
    pub fn write(&self, mail: &Mail<'_>) -> String {
        let now = jiff::Timestamp::from_second(self.clock.now()).unwrap().to_zoned(zone());
        let (raw, id) = office::raw_mail(mail, &now);
        let host = mail.from.split_once('@').unwrap().1;
        let mut stamped =
            format!("Authentication-Results: mx.ipreville.test; dmarc=pass header.from={host}\r\n").into_bytes();
        stamped.extend_from_slice(&raw);
        self.deliver("assessoria", &stamped);
        id
    }

    /// Puts a mail into a mailbox of the institute, now.
    pub fn deliver(&self, mailbox: &str, raw: &[u8]) {
        let root = self.dir.path().join(mailbox);
        let name = Maildir::deliver(&root, raw).unwrap();
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(self.clock.now()).unwrap());
        fs::File::options().write(true).open(root.join("new").join(name)).unwrap().set_modified(time).unwrap();
    }

    /// Everything that left, in its order.
    pub fn sent(&self) -> Vec<Sent> {
        let handed = Folder::open(&self.dir.path().join("saida")).unwrap().waiting().unwrap();
        let sent = handed.into_iter().map(|it| {
            let mail = Received::new(fs::read(&it.path).unwrap());
            Sent { envelope: it.envelope, mail }
        });
        sent.collect()
    }

    pub fn mails_to(&self, address: &str) -> Vec<Received> {
        self.sent().into_iter().filter(|it| it.is_to(address)).map(|it| it.mail).collect()
    }

    /// The last mail to an address that contains all of these words.
    pub fn mail_to(&self, address: &str, words: &[&str]) -> Received {
        let mails = self.mails_to(address);
        let all: Vec<String> = mails.iter().map(Received::all_text).collect();
        let found = mails.into_iter().rfind(|it| words.iter().all(|word| it.all_text().contains(word)));
        found.unwrap_or_else(|| panic!("{address} got no mail with {words:?}; has:\n{}", all.join("\n-----\n")))
    }

    pub fn ledger(&self) -> Ledger {
        Ledger::open(&self.dir.path().join("ledger.db")).unwrap()
    }

    pub fn show(&self, protocol: &str) -> Told {
        let ledger = self.ledger();
        let row = ledger.request_named(&Protocol::from_text(protocol)).unwrap().unwrap();
        request_view(&ledger, &row, u32::MAX, 10_000, &zone()).unwrap()
    }

    pub fn status(&self, protocol: &str) -> String {
        self.show(protocol).request.status
    }

    /// The state of each person of a channel.
    pub fn people(&self, protocol: &str) -> BTreeMap<String, String> {
        let name = |it: &carteiro::daemon::PersonView| {
            let state = serde_json::to_value(it.state).unwrap();
            (it.contact.clone(), state.as_str().unwrap().to_owned())
        };
        self.show(protocol).people.iter().map(name).collect()
    }

    /// The folder of a request in the archive.
    pub fn folder(&self, protocol: &str) -> PathBuf {
        self.archive().join(self.show(protocol).request.folder)
    }

    /// The value of a cell of the workbook, as calamine reads it.
    pub fn cell(&self, tab: &str, row: u32, column: u32) -> String {
        use calamine::Reader as _;
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(self.workbook()).unwrap();
        let range = book.worksheet_range(tab).unwrap();
        range.get_value((row, column)).map(ToString::to_string).unwrap_or_default()
    }
}

pub fn zone() -> TimeZone {
    TimeZone::get("America/Sao_Paulo").unwrap()
}

/// The files below a folder, relative to it.
pub fn files_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}
