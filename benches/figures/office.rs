//! An office in a folder: carteiro's own daemon on it, with requests that are made ready to leave.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use carteiro::archive::Archive;
use carteiro::config::Config;
use carteiro::daemon::{Clock, Daemon};
use carteiro::demo::Place;
use carteiro::ledger::{Change, Ended, Ledger, NewRecipient, Parcel, People, RecipientRow, Verdict};
use carteiro::office::calendar::Length;
use carteiro::office::content::{Filing, Message};
use carteiro::office::{Channel, EmailAddress, RecipientState, RequestId};
use carteiro::request::{Leg, LegStatus, Phase, Plan, State, Thread};
use carteiro::rules::RuleSet;
use carteiro::smtp::{Route, Server};
use carteiro::wire::{Host, Tls};

/// The protocol of a prepared request.
pub const PROTOCOL: &str = "AR-2026-0001";

const FOLDER: &str = "2026/geral/AR-2026-0001 Recadastramento";

/// An office.
pub struct Office {
    // Gone with the office, where the folder is its own.
    #[allow(dead_code, reason = "it is gone with the office")]
    held: Option<tempfile::TempDir>,
    pub place: Place,
    pub config: Config,
    pub rules: Arc<RuleSet>,
}

impl Office {
    /// An office without mailboxes, without limits of the provider, and without a regret window.
    pub fn new() -> Self {
        // On a disk that syncs, not in memory: what is measured is also the disk's.
        Self::below(&disk())
    }

    /// An office in a folder of its own below this one.
    pub fn below(folder: &Path) -> Self {
        let dir = tempfile::Builder::new().prefix("carteiro-office").tempdir_in(folder).unwrap();
        let mut office = Self::at(dir.path());
        office.held = Some(dir);
        office
    }

    /// The office in this folder, made where there is none.
    pub fn at(folder: &Path) -> Self {
        let place = Place { root: folder.to_owned() };
        place.make().unwrap();
        let (mut config, rules) = place.read().unwrap();
        config.mailboxes.clear();
        config.smtp.messages_per_minute = u32::MAX;
        config.smtp.recipients_per_day = u32::MAX;
        config.timing.regret = Length::Seconds(0);
        Self { held: None, place, config, rules: Arc::new(rules) }
    }

    pub fn root(&self) -> &Path {
        &self.place.root
    }

    pub fn ledger(&self) -> Ledger {
        Ledger::open(&self.place.ledger()).unwrap()
    }

    /// The daemon of this office, which sends to a port of this machine.
    pub fn daemon(&self, port: u16) -> Daemon {
        self.daemon_at(port, Clock::System)
    }

    /// The same by another clock.
    pub fn daemon_at(&self, port: u16, clock: Clock) -> Daemon {
        let mut daemon = Daemon::open(self.config.clone(), Arc::clone(&self.rules), clock).unwrap();
        daemon.use_route(to_port(port));
        daemon
    }

    /// The same with a ledger that is open already.
    pub fn daemon_with(&self, port: u16, ledger: Ledger) -> Daemon {
        let rules = Arc::clone(&self.rules);
        let mut daemon = Daemon::with_ledger(self.config.clone(), rules, Clock::System, ledger, None).unwrap();
        daemon.use_route(to_port(port));
        daemon
    }

    /// Writes down a request that is leaving by email.
    pub fn campaign(&self, ledger: &mut Ledger, people: u32, per_person: bool) -> RequestId {
        let text = text(per_person);
        let message = Message { text: text.clone(), ..Message::default() };
        let filing = Filing {
            subject: Some("Recadastramento dos segurados".to_owned()),
            messages: [(Channel::Email, message)].into(),
        };
        Archive::new(self.config.archive.root.clone(), false).file(FOLDER, &filing).unwrap();
        let state = self.state(text, people, per_person);
        let change = Change {
            protocol: PROTOCOL.to_owned(),
            year_and_number: (2026, 1),
            requester: state.requester.key(),
            status: state.status(),
            open: true,
            state: serde_json::to_string(&state).unwrap(),
            people: vec![(Channel::Email, People::told_by(|| Box::new((0..people).map(|it| person(it, per_person)))))],
            ..Change::default()
        };
        ledger.apply(&change, Clock::System.now()).unwrap()
    }

    fn state(&self, text: String, people: u32, per_person: bool) -> State {
        let leg = Leg { status: LegStatus::Sending, ..Leg::held(u64::from(people), 0, 0) };
        State {
            protocol: PROTOCOL.to_owned(),
            area: self.rules.office.areas.keys().next().cloned(),
            requester: EmailAddress::parse("previdencia@ipreville.test").unwrap(),
            requester_name: None,
            thread: Thread::default(),
            channels: [Channel::Email].into(),
            audience: None,
            category: None,
            subject: Some("Recadastramento dos segurados".to_owned()),
            texts: [(Channel::Email, text)].into(),
            per_person,
            placeholders: if per_person { vec!["NOME".to_owned(), "DATA".to_owned()] } else { Vec::new() },
            send_at: None,
            urgent: true,
            missing: std::collections::BTreeSet::new(),
            doubt: None,
            asked_at: None,
            asked: 0,
            phase: Phase::Sending,
            legs: BTreeMap::from([(Channel::Email, leg)]),
            plan: Plan { record: false, ..Plan::default() },
            approval: None,
            approved: None,
            confirmed: None,
            folder: FOLDER.to_owned(),
            digest: "0".repeat(64),
            list_file: None,
            list_sheet: String::new(),
            content_digest: String::new(),
            revision: 0,
            last_effect: None,
        }
    }
}

/// The runtime in which the program itself runs.
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// The way to a port of this machine.
pub fn to_port(port: u16) -> Route {
    let host = Host { name: "127.0.0.1".to_owned(), port, tls: Tls::PlainLoopback, ca_file: None };
    Route::Server(Server { host, credentials: None, hello: "carteiro.test".to_owned() })
}

/// The folder for what is measured: `CARTEIRO_BENCH_DIR`, or where the build lies.
pub fn disk() -> std::path::PathBuf {
    let dir = std::env::var_os("CARTEIRO_BENCH_DIR")
        .map_or_else(|| std::env::current_exe().unwrap().parent().unwrap().to_owned(), Into::into);
    fs::create_dir_all(&dir).unwrap();
    dir
}

/// The address of a person; their order is not that of their numbers, as in a list by name.
pub fn address(n: u32) -> String {
    format!("segurado{:08x}@segurados.test", n.wrapping_mul(2_654_435_761))
}

pub fn name(n: u32) -> String {
    const FIRST: [&str; 8] = ["Ana", "Bruno", "Célia", "Davi", "Elisa", "Fábio", "Gilda", "Heitor"];
    const LAST: [&str; 8] = ["Costa", "Dias", "Souza", "Lima", "Prado", "Nunes", "Reis", "Rocha"];
    let n = n as usize;
    format!("{} {} {}", FIRST[n % 8], LAST[n / 8 % 8], LAST[n / 64 % 8])
}

fn person(n: u32, per_person: bool) -> NewRecipient {
    let data = format!("{{\"DATA\":\"{:02}/03/2027\",\"NOME\":\"{}\"}}", n % 28 + 1, name(n));
    NewRecipient { contact: address(n), seq: n, row: n + 2, name: Some(name(n)), data: per_person.then_some(data) }
}

/// A text with which the mail has about 4 KB, as those of `smtp-source` have.
fn text(per_person: bool) -> String {
    let opening =
        if per_person { "Prezado(a) {NOME},\n\nCompareça em {DATA}.\n\n" } else { "Prezado(a) segurado(a),\n\n" };
    let line =
        "O recadastramento anual dos segurados aposentados e pensionistas do Ipreville ocorre de janeiro a marco.\n";
    format!("{opening}{}", line.repeat(33))
}

/// Nobody who was deferred.
pub const NOT_AGAIN: i64 = i64::MIN;

/// The next people of a request who have to leave, in one parcel and marked as leaving with it, as a sending does it; of
/// those who were deferred, who was tried before that time.
pub fn next_parcel(
    ledger: &mut Ledger,
    request: RequestId,
    max: u32,
    deferred_before: i64,
    (now, name): (i64, impl Fn(u32) -> (String, String)),
) -> Option<Parcel> {
    let mut shelf = ledger.shelf(request, Channel::Email).unwrap();
    let mut parcel = ledger.choose(&mut shelf, max, deferred_before, name).unwrap()?;
    ledger.depart(&mut shelf, std::slice::from_mut(&mut parcel), &[], now, |_| true).unwrap();
    Some(parcel)
}

/// A parcel was answered.
pub fn parcel_answered(ledger: &mut Ledger, parcel: &Parcel, verdicts: &[Verdict], now: i64) {
    let mut shelf = ledger.shelf(parcel.request, parcel.channel).unwrap();
    let (parcel, verdicts) = (parcel.clone(), verdicts.to_vec());
    let ended = Ended { parcel, status: "answered", reply: String::new(), verdicts };
    ledger.depart(&mut shelf, &mut [], &[ended], now, |_| true).unwrap();
}

/// Has everybody of a request accepted, in parcels of five hundred, and tells of each parcel.
pub fn all_accepted(ledger: &mut Ledger, request: RequestId, mut tell: impl FnMut(&Parcel)) {
    let name = |n: u32| (format!("{PROTOCOL}.p{n}.00000000"), format!("<ar-2026-0001.p{n}@ipreville.example>"));
    let now = Clock::System.now();
    while let Some(parcel) = next_parcel(ledger, request, 500, NOT_AGAIN, (now, name)) {
        let accepted = |it: &RecipientRow| Verdict {
            contact: it.contact.clone(),
            seq: it.seq,
            state: RecipientState::Accepted,
            status: None,
            reply: None,
        };
        let verdicts: Vec<Verdict> = parcel.people.iter().map(accepted).collect();
        parcel_answered(ledger, &parcel, &verdicts, now);
        tell(&parcel);
    }
}
