//! An office without servers: mailboxes are folders, mail leaves into a folder where it can go wrong as planned, and
//! the clock stands until a test sets it. The same daemon as in an office.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use carteiro::config::Config;
use carteiro::daemon::{Clock, Daemon, RequestView, overview, request_view};
use carteiro::ledger::Ledger;
use carteiro::mailbox::maildir::Maildir;
use carteiro::office::Protocol;
use carteiro::rules::shipped;
use carteiro::smtp::{Mishap, Rehearsal, Route};
use carteiro::watch;

use crate::mailhost::AUTHSERV_ID;
use crate::office::{AREAS, Mail, Received, raw_mail};

/// Monday, 23 November 2026, 10:00 in Joinville.
pub const MONDAY: i64 = 1_795_438_800;

/// Such an office.
pub struct Folders {
    dir: tempfile::TempDir,
    pub clock: Clock,
    rehearsal: Rehearsal,
    daemon: Option<Daemon>,
}

impl Folders {
    /// An office with further rule files and further sections of `carteiro.toml`, which has started once.
    pub async fn open(rules: &[(&str, &str)], sections: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        for (name, text) in shipped::FILES {
            let text = if *name == "areas.toml" { AREAS } else { text };
            put(&root.join("rules").join(name), text.as_bytes());
        }
        for (name, text) in rules {
            put(&root.join("rules").join(name), text.as_bytes());
        }
        fs::create_dir_all(root.join("rede")).unwrap();
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbook/relatorio.xlsx");
        fs::copy(workbook, root.join("rede/Relatorio.xlsx")).unwrap();
        let text = format!(
            "[institute]\nname = \"Ipreville\"\ntimezone = \"America/Sao_Paulo\"\n[ledger]\nurl = \"sqlite:{0}/ledger.db\"\n\
             [rules]\ndir = \"{0}/rules\"\n[archive]\nroot = \"{0}/rede\"\nrequire_mount = false\n\
             [workbook]\nfile = \"{0}/rede/Relatorio.xlsx\"\n\
             [[mailbox]]\nname = \"assessoria\"\nurl = \"maildir:{0}/assessoria\"\nrole = \"requests\"\n\
             [[mailbox]]\nname = \"presidente\"\nurl = \"maildir:{0}/presidente\"\nrole = \"returns\"\n\
             [smtp]\nurl = \"maildir:{0}/saida\"\n[trial]\nenabled = false\n\
             [identity]\nauthserv_id = \"{AUTHSERV_ID}\"\nexchange_internal = false\n{sections}",
            root.display()
        );
        put(&root.join("carteiro.toml"), text.as_bytes());
        let rehearsal = Rehearsal::new(root.join("saida"));
        let mut office = Self { dir, clock: Clock::standing_at(MONDAY), rehearsal, daemon: None };
        office.restart();
        office.pass().await;
        office
    }

    pub fn config(&self) -> PathBuf {
        self.dir.path().join("carteiro.toml")
    }

    /// The process ends and begins again.
    pub fn restart(&mut self) {
        self.daemon = None;
        let config = Config::load(&self.config()).unwrap();
        let rules = watch::load_rules(&config.rules_dir).unwrap_or_else(|found| panic!("{found:#?}"));
        let mut daemon = Daemon::open(config, Arc::new(rules), self.clock.clone()).unwrap();
        daemon.use_route(Route::Rehearsal(self.rehearsal.clone()));
        self.daemon = Some(daemon);
    }

    /// The process ends; another may take the ledger.
    pub fn release(&mut self) {
        self.daemon = None;
    }

    /// What will happen to the next messages that leave, in turn.
    pub fn plan(&self, mishaps: &[Mishap]) {
        self.rehearsal.plan(mishaps.iter().copied());
    }

    /// A pass of the daemon.
    pub async fn pass(&mut self) {
        self.daemon.as_mut().unwrap().pass().await.unwrap();
    }

    /// The clock goes on, and then a pass.
    pub async fn later(&mut self, seconds: i64) {
        self.clock.set(self.clock.now() + seconds);
        self.pass().await;
    }

    /// A mail comes to the desk with the word of the office's own server on top, and a pass; gives its Message-ID.
    pub async fn write(&mut self, mail: &Mail<'_>) -> String {
        self.arrive(mail, "pass").await
    }

    /// The same with another verdict (`fail`).
    pub async fn arrive(&mut self, mail: &Mail<'_>, dmarc: &str) -> String {
        let (raw, id) = raw_mail(mail, &jiff::Zoned::now());
        let host = mail.from.split('@').nth(1).unwrap();
        let top = format!("Authentication-Results: {AUTHSERV_ID}; dmarc={dmarc} header.from={host}\r\n");
        let raw = [top.as_bytes(), &raw].concat();
        Maildir::deliver(&self.dir.path().join("assessoria"), &raw).unwrap();
        self.pass().await;
        id
    }

    /// Everything that was sent to an address, oldest first.
    pub fn sent_to(&self, address: &str) -> Vec<Received> {
        let root = self.dir.path().join("saida");
        let mut names: Vec<String> = fs::read_dir(root.join("new"))
            .map(|it| it.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect())
            .unwrap_or_default();
        names.sort();
        let is_for = |name: &String| {
            let envelope = fs::read(root.join("envelopes").join(format!("{name}.json"))).unwrap();
            let envelope: carteiro::smtp::Envelope = serde_json::from_slice(&envelope).unwrap();
            envelope.recipients.iter().any(|it| it.to_string() == address)
        };
        let read = |name: String| Received::new(fs::read(root.join("new").join(name)).unwrap());
        names.into_iter().filter(is_for).map(read).collect()
    }

    /// The last letter to an address whose subject or text contains these words.
    pub fn letter(&self, address: &str, words: &str) -> Received {
        let all = self.sent_to(address);
        let said: Vec<String> = all.iter().map(Received::all_text).collect();
        all.into_iter()
            .rev()
            .find(|it| it.all_text().contains(words))
            .unwrap_or_else(|| panic!("{address} got no letter with {words:?}:\n{}", said.join("\n-----\n")))
    }

    /// A request as `show` tells of it.
    pub fn request(&self, protocol: &str) -> RequestView {
        let config = Config::load(&self.config()).unwrap();
        let ledger = Ledger::open(&self.dir.path().join("ledger.db")).unwrap();
        let row = ledger.request_named(&Protocol::from_text(protocol)).unwrap().unwrap();
        request_view(&ledger, &row, 100, config.smtp.recipients_per_day, &config.institute.timezone).unwrap().request
    }

    /// Every mail: its place, class and reason.
    pub fn mails(&self) -> Vec<String> {
        let ledger = Ledger::open(&self.dir.path().join("ledger.db")).unwrap();
        let rows = ledger.last_mails(1000).unwrap();
        rows.iter().map(|it| format!("{} {:?} {:?} {:?}", it.id.0, it.place, it.class, it.reason)).collect()
    }

    /// How much is in doubt: parcels and letters.
    pub fn in_doubt(&self) -> (u64, u64) {
        let ledger = Ledger::open(&self.dir.path().join("ledger.db")).unwrap();
        let seen = overview(&ledger, &[], 10_000, &jiff::tz::TimeZone::UTC).unwrap();
        (seen.in_doubt, seen.letters_in_doubt)
    }
}

fn put(path: &std::path::Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}
