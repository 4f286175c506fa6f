//! A desk for the tests without servers: mailboxes in folders, a clock that stands, the shipped rules. Where mail hosts
//! matter, [`crate::office`] is the place.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use carteiro::config::Config;
use carteiro::daemon::{Clock, Daemon};
use carteiro::ledger::Ledger;
use carteiro::mailbox::Maildir;
use carteiro::rules::{RuleFile, RuleSet, shipped};
use carteiro::smtp::maildir::Folder;

use crate::mailhost::AUTHSERV_ID;
use crate::office::{AREAS, CONTACTS, DESK, Mail, Received, raw_mail, sheet};

/// A Monday morning: 2 March 2026, 9 o'clock in São Paulo.
pub const MONDAY: i64 = 1_772_452_800;

pub const MINUTE: i64 = 60;
pub const HOUR: i64 = 3600;
pub const DAY: i64 = 86_400;

pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The desk, with everything that left it.
pub struct Desk {
    pub dir: tempfile::TempDir,
    pub clock: Clock,
    pub daemon: Daemon,
    /// What left: (recipients of the envelope, mail), oldest first.
    pub sent: Vec<(Vec<String>, Received)>,
}

impl Desk {
    pub async fn open() -> Self {
        Self::with("", &[]).await
    }

    /// With further lines of configuration, and rule files that stand in place of shipped ones or beside them.
    pub async fn with(settings: &str, rules: &[(&str, &str)]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        fs::create_dir_all(root.join("rede")).unwrap();
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbook/relatorio.xlsx");
        fs::copy(workbook, root.join("rede/relatorio.xlsx")).unwrap();
        fs::write(root.join("rede/contatos.xlsx"), sheet(CONTACTS)).unwrap();
        let config = Config::from_toml(&config(root, settings)).unwrap_or_else(|it| panic!("{it:?}"));
        let mut files: Vec<RuleFile> = shipped::FILES
            .iter()
            .filter(|(name, _)| *name != "areas.toml" && !rules.iter().any(|(own, _)| own == name))
            .map(|(name, text)| RuleFile { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() })
            .collect();
        let own = rules.iter().chain(&[("areas.toml", AREAS)]);
        files.extend(own.map(|(name, text)| RuleFile { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() }));
        files.retain(|it| carteiro::rules::is_rule_file(&it.name));
        let rules = RuleSet::from_files(files)
            .unwrap_or_else(|it| panic!("{}", carteiro::rules::render(&it, carteiro::rules::Colours::Off)));
        let clock = Clock::standing_at(MONDAY);
        let ledger = Ledger::in_memory().unwrap();
        let daemon = Daemon::with_ledger(config, Arc::new(rules), clock.clone(), ledger, None).unwrap();
        let mut desk = Self { dir, clock, daemon, sent: Vec::new() };
        desk.pass().await;
        desk
    }

    /// One pass at the time it is; gives how many mails left.
    pub async fn pass(&mut self) -> usize {
        self.daemon.pass().await.unwrap();
        let root = self.dir.path().join("saida");
        let folder = Folder::open(&root).unwrap();
        let waiting = folder.waiting().unwrap();
        for handed in &waiting {
            let raw = fs::read(&handed.path).unwrap();
            let to = handed.envelope.recipients.iter().map(|it| it.key()).collect();
            self.sent.push((to, Received::new(raw)));
            folder.take(handed).unwrap();
        }
        waiting.len()
    }

    /// Lets time go by, with a pass whenever something falls due.
    pub async fn wait(&mut self, seconds: i64) {
        let until = self.clock.now() + seconds;
        while let Some(due) = self.daemon.next_due().unwrap().filter(|it| *it <= until) {
            self.clock.set(due.max(self.clock.now() + 1));
            self.pass().await;
        }
        self.clock.set(until);
        self.pass().await;
    }

    /// Somebody writes to the desk, and a pass is made. Gives the mail's Message-ID.
    pub async fn write(&mut self, mail: &Mail<'_>) -> String {
        let (raw, id) = raw_mail(mail);
        let domain = mail.from.rsplit('@').next().unwrap();
        let head = format!("Authentication-Results: {AUTHSERV_ID}; dmarc=pass header.from={domain}\r\n");
        self.arrive("assessoria", &[head.as_bytes(), &raw].concat()).await;
        id
    }

    /// A mail stands in a mailbox as it is, and a pass is made.
    pub async fn arrive(&mut self, mailbox: &str, raw: &[u8]) {
        let root = self.dir.path().join(mailbox);
        let name = Maildir::deliver(&root, raw).unwrap();
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(self.clock.now().unsigned_abs());
        let path = root.join("new").join(name);
        fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
        self.clock.set(self.clock.now() + 1);
        self.pass().await;
    }

    /// An answer in the thread of the last mail to somebody, quoting it as mail programs do.
    pub async fn answer(&mut self, from: &str, words: &str, files: &[(&str, &str, &[u8])]) -> String {
        let last = self.last_to(from);
        let subject = format!("RES: {}", last.subject());
        let quoted: String = last.text().lines().map(|it| format!("> {it}\n")).collect();
        let text = format!("{words}\n\nEm seg., 2 de mar. de 2026 às 09:12, Assessoria <{DESK}> escreveu:\n{quoted}");
        let id = last.message_id();
        self.write(&Mail { from, subject: &subject, text: &text, files, answers: Some(&id) }).await
    }

    /// Everything that somebody received, oldest first.
    pub fn all_to(&self, address: &str) -> Vec<&Received> {
        self.sent.iter().filter(|(to, _)| to.iter().any(|it| it == address)).map(|(_, mail)| mail).collect()
    }

    pub fn last_to(&self, address: &str) -> &Received {
        self.all_to(address).pop().unwrap_or_else(|| panic!("{address} received nothing; left: {}", self.told()))
    }

    /// The status of a request.
    pub fn status(&self, protocol: &str) -> String {
        let row = self.daemon.ledger().request_named(&carteiro::office::Protocol::from_text(protocol)).unwrap();
        row.unwrap_or_else(|| panic!("no request {protocol}")).status
    }

    /// All that left, for the word of a test that failed.
    pub fn told(&self) -> String {
        let mails = self.daemon.ledger().last_mails(100).unwrap();
        let ends = mails.iter().map(|it| format!("{:?} {:?} {:?}\n", it.class, it.place, it.reason));
        let sent = self.sent.iter().map(|(to, mail)| format!("→ {}\n{}\n", to.join(", "), mail.all_text()));
        sent.chain(ends).collect()
    }

    pub fn share(&self) -> PathBuf {
        self.dir.path().join("rede")
    }
}

fn config(root: &Path, further: &str) -> String {
    let dir = root.display();
    format!(
        "[institute]\nname = \"Ipreville\"\ntimezone = \"America/Sao_Paulo\"\n\n[ledger]\nurl = \"sqlite:{dir}/ledger.db\"\n\n\
         [rules]\ndir = \"{dir}/regras\"\n\n[archive]\nroot = \"{dir}/rede\"\nrequire_mount = false\n\n\
         [workbook]\nfile = \"{dir}/rede/relatorio.xlsx\"\n\n[contacts]\nwhatsapp_general = \"{dir}/rede/contatos.xlsx\"\n\n\
         [[mailbox]]\nname = \"assessoria\"\nurl = \"maildir:{dir}/assessoria\"\nrole = \"requests\"\n\n\
         [[mailbox]]\nname = \"presidente\"\nurl = \"maildir:{dir}/presidente\"\nrole = \"returns\"\n\n\
         [smtp]\nurl = \"maildir:{dir}/saida\"\n\n[trial]\nenabled = false\n\n\
         [identity]\nauthserv_id = \"{AUTHSERV_ID}\"\n{further}"
    )
}
