//! An office in folders, in this process: its mailboxes, what leaves it, its network folder and its workbook, and a clock
//! that stands until it is set. What only a real server or a real process can show is tested with `office` instead.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime};

use carteiro::config::Config;
use carteiro::daemon::{Clock, Daemon, DaemonError, Progress, Told, overview, request_view};
use carteiro::ledger::{Ledger, LedgerError, Whose};
use carteiro::mail::incoming::IncomingMail;
use carteiro::mailbox::Maildir;
use carteiro::office::Protocol;
use carteiro::rules::{self, RuleSet, shipped};
use carteiro::smtp::maildir::Folder;
use carteiro::smtp::{Envelope, Mishap, Rehearsal, Route};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::mailhost::AUTHSERV_ID;
use crate::office::{self, Received};

pub use crate::office::{AREA, AREAS, CALL_CENTER, DESK, Mail, sheet};

pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `carteiro.toml` by its sections; `{at}` is the folder of the office.
const USUAL: &str = r#"
[institute]
name = "Ipreville"
timezone = "America/Sao_Paulo"
[ledger]
url = "sqlite:{at}/estado/ledger.db"
[rules]
dir = "{at}/regras"
[archive]
root = "{at}/rede"
require_mount = false
[workbook]
file = "{at}/rede/Relatório Assessoria Relacionamento.xlsx"
[contacts]
whatsapp_general = "{at}/rede/Contatos.xlsx"
[smtp]
url = "maildir:{at}/saida"
[trial]
enabled = false
[identity]
authserv_id = "{authserv_id}"
# What the office writes to itself would only hide what a test looks for.
[canary]
every = "off"
[reconciliation]
nightly = false
[[mailbox]]
name = "assessoria"
url = "maildir:{at}/assessoria"
role = "requests"
[[mailbox]]
name = "presidente"
url = "maildir:{at}/presidente"
role = "returns"
"#;

/// A mail that left, with its envelope.
pub struct Sent {
    pub envelope: Envelope,
    pub mail: Received,
}

impl Sent {
    pub fn to(&self) -> Vec<String> {
        self.envelope.recipients.iter().map(|it| it.key()).collect()
    }

    pub fn is_to(&self, address: &str) -> bool {
        self.envelope.recipients.iter().any(|it| it.as_str() == address)
    }

    /// As the program itself reads a mail.
    pub fn read(&self) -> IncomingMail {
        IncomingMail::parse(&self.mail.raw).unwrap()
    }
}

/// What a test wants to be otherwise.
pub struct Wishes<'a> {
    /// Sections of `carteiro.toml` that stand in place of the usual ones; `{at}` is the folder of the office.
    pub settings: &'a str,
    /// Rule files besides the shipped ones, or in their place: (name, text).
    pub rules: &'a [(&'a str, &'a str)],
    /// When it opens, local time.
    pub opens: &'a str,
}

impl Default for Wishes<'_> {
    fn default() -> Self {
        Self { settings: "", rules: &[], opens: "2025-08-04T09:00:00" }
    }
}

pub struct Bureau {
    dir: tempfile::TempDir,
    pub clock: Clock,
    pub rehearsal: Rehearsal,
    rules: Arc<RuleSet>,
    daemon: Option<Daemon>,
}

impl Bureau {
    /// An office on a Monday morning whose program has looked at its mailboxes once.
    pub async fn open(wishes: &Wishes<'_>) -> Self {
        let mut bureau = Self::closed(wishes);
        bureau.start();
        bureau.pass().await;
        bureau
    }

    /// An office whose program was never started. Its files live in memory where there is such a folder.
    pub fn closed(wishes: &Wishes<'_>) -> Self {
        let memory = Path::new("/dev/shm");
        let dir = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        Self::closed_in(dir, wishes)
    }

    /// The same in a folder of the caller's choice.
    pub fn closed_in(dir: tempfile::TempDir, wishes: &Wishes<'_>) -> Self {
        let root = dir.path();
        for (name, text) in shipped::FILES {
            put(&root.join("regras").join(name), if *name == "areas.toml" { AREAS } else { text });
        }
        for (name, text) in wishes.rules {
            put(&root.join("regras").join(name), text);
        }
        let rules = if wishes.rules.is_empty() {
            static USUAL: OnceLock<Arc<RuleSet>> = OnceLock::new();
            Arc::clone(USUAL.get_or_init(|| read_rules(root)))
        } else {
            read_rules(root)
        };
        put(&root.join("carteiro.toml"), &settings(root, wishes.settings));
        fs::create_dir_all(root.join("estado")).unwrap();
        for name in ["assessoria", "presidente", "saida"] {
            for part in ["tmp", "new", "cur"] {
                fs::create_dir_all(root.join(name).join(part)).unwrap();
            }
        }
        let (clock, rehearsal) = (Clock::standing_at(0), Rehearsal::new(root.join("saida")));
        let bureau = Self { dir, clock, rehearsal, rules, daemon: None };
        fs::create_dir_all(bureau.archive()).unwrap();
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbook/relatorio.xlsx");
        fs::copy(workbook, bureau.workbook()).unwrap();
        fs::write(bureau.archive().join("Contatos.xlsx"), sheet(office::CONTACTS)).unwrap();
        bureau.at(wishes.opens);
        bureau
    }

    /// Starts the program; one that runs ends first.
    pub fn start(&mut self) {
        self.daemon = None;
        fs::create_dir_all(self.archive()).unwrap();
        let daemon = Daemon::open(self.configuration(), Arc::clone(&self.rules), self.clock.clone());
        self.begin(daemon.unwrap_or_else(|it| panic!("{it}")));
    }

    /// A process that begins with this ledger; one that is stopped while it begins is followed by another.
    pub fn start_with(&mut self, mut ledger: Ledger) {
        let config = self.configuration();
        loop {
            let (rules, clock) = (Arc::clone(&self.rules), self.clock.clone());
            match Daemon::with_ledger(config.clone(), rules, clock, ledger, None) {
                Ok(daemon) => return self.begin(daemon),
                Err(DaemonError::Ledger(LedgerError::Stopped(_))) => ledger = self.ledger(),
                Err(other) => panic!("{other}"),
            }
        }
    }

    fn begin(&mut self, mut daemon: Daemon) {
        daemon.use_route(Route::Rehearsal(self.rehearsal.clone()));
        self.daemon = Some(daemon);
    }

    fn configuration(&self) -> Config {
        Config::load(&self.config()).unwrap_or_else(|it| panic!("{it:?}"))
    }

    /// The program ends; another may take the ledger.
    pub fn stop(&mut self) -> Option<Daemon> {
        self.daemon.take()
    }

    /// What will happen to the next messages that leave, in turn.
    pub fn plan(&self, mishaps: impl IntoIterator<Item = Mishap>) {
        self.rehearsal.plan(mishaps);
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.dir.path().join(below)
    }

    pub fn config(&self) -> PathBuf {
        self.path("carteiro.toml")
    }

    /// The network folder: archive, workbook and contacts.
    pub fn archive(&self) -> PathBuf {
        self.path("rede")
    }

    pub fn workbook(&self) -> PathBuf {
        self.archive().join("Relatório Assessoria Relacionamento.xlsx")
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
        self.try_pass().await.unwrap()
    }

    pub async fn try_pass(&mut self) -> Result<Progress, DaemonError> {
        self.daemon().pass().await
    }

    pub fn daemon(&mut self) -> &mut Daemon {
        self.daemon.as_mut().unwrap()
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
        self.arrive(mail, "pass")
    }

    /// The same with another verdict (`fail`) of the office's own server on top.
    pub fn arrive(&self, mail: &Mail<'_>, dmarc: &str) -> String {
        let now = jiff::Timestamp::from_second(self.clock.now()).unwrap().to_zoned(zone());
        let (raw, id) = office::raw_mail(mail, &now);
        let host = mail.from.split_once('@').unwrap().1;
        let top = format!("Authentication-Results: {AUTHSERV_ID}; dmarc={dmarc} header.from={host}\r\n");
        self.deliver("assessoria", &[top.as_bytes(), &raw].concat());
        id
    }

    /// Puts a mail into a mailbox of the institute, now; gives the name of its file.
    pub fn deliver(&self, mailbox: &str, raw: &[u8]) -> String {
        let root = self.path(mailbox);
        let name = Maildir::deliver(&root, raw).unwrap();
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(self.clock.now().unsigned_abs());
        fs::File::options().write(true).open(root.join("new").join(&name)).unwrap().set_modified(time).unwrap();
        name
    }

    /// Everything that left, in its order.
    pub fn sent(&self) -> Vec<Sent> {
        let handed = Folder::open(&self.path("saida")).unwrap().waiting().unwrap();
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
        Ledger::open(&self.path("estado/ledger.db")).unwrap()
    }

    pub fn show(&self, protocol: &str) -> Told {
        let ledger = self.ledger();
        let row = ledger.request_named(&Protocol::from_text(protocol)).unwrap().unwrap();
        request_view(&ledger, &row, Whose::First(u32::MAX), 10_000, &zone()).unwrap()
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

    /// How much is in doubt: parcels and letters.
    pub fn in_doubt(&self) -> (u64, u64) {
        let seen = overview(&self.ledger(), &[], 10_000, &zone()).unwrap();
        (seen.in_doubt, seen.letters_in_doubt)
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

/// `carteiro.toml` with the usual sections, but where the wishes have one of the same name.
pub fn settings(root: &Path, wishes: &str) -> String {
    let at = root.display().to_string();
    let read = |text: &str| -> toml::Table {
        let text = text.replace("{at}", &at).replace("{authserv_id}", AUTHSERV_ID);
        text.parse().unwrap_or_else(|it| panic!("{it}:\n{text}"))
    };
    let mut sections = read(USUAL);
    sections.extend(read(wishes));
    sections.to_string()
}

fn read_rules(root: &Path) -> Arc<RuleSet> {
    let files = carteiro::watch::read_folder(&root.join("regras")).unwrap();
    Arc::new(RuleSet::from_files(files).unwrap_or_else(|it| panic!("{}", rules::render(&it, rules::Colours::Off))))
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
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
