//! The simulator: many requests of every kind on the embedded world, in virtual time, with everything going wrong
//! that goes wrong in an office; afterwards it is counted whether anything was lost, or done twice.
//!
//! | trouble | how |
//! |---|---|
//! | the process is killed | the ledger stops at a random write; another daemon goes on with it |
//! | the server defers, refuses, or says nothing | [`Mishap`] |
//! | the share is not mounted | the archive's folder is away for a while |
//! | somebody has the workbook open | Excel's lock marker lies beside it during office hours |
//! | a mail is delivered twice | the same mail, with another `Received` |
//! | people move mails | what was done with is dragged back into the inbox; the president's mailbox is tidied |

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::DemoError;
use super::chance::Chance;
use super::counts::{changed_cells, read_counts};
use super::place::{Place, at};
use super::plot::{Crowd, GoesOn, Kind, plot};
use super::world::{CALL_CENTER, Keeping, Received, World, stamp};
use crate::config::Config;
use crate::daemon::{Clock, Daemon, DaemonError, PersonsDecision, local};
use crate::ledger::{Ledger, LedgerError};
use crate::office::{Channel, Protocol, RecipientState};
use crate::request::{Phase, State};
use crate::rules::RuleSet;
use crate::smtp::{Mishap, Receipts, Rehearsal, Route};

/// Requests of one virtual working day, 72 seconds apart: many are on the way at once.
const A_DAY: u32 = 320;

/// How long the daemon may have heard nothing when it looks again: at once, or by its safety poll, late by what else the
/// machine has to do.
const LOOKS: [i64; 4] = [1, 60, 300, 600];

/// The first moment of the simulation: Monday, 2 March 2026, midnight in São Paulo.
const START: i64 = 1_772_420_400;

const HOUR: i64 = 3600;

const DAY: i64 = 86_400;

const KINDS: [Kind; 14] = [
    Kind::EmailToList,
    Kind::WhatsappToList,
    Kind::WhatsappToAll,
    Kind::BothChannels,
    Kind::PerPerson,
    Kind::ForgottenList,
    Kind::Cancelled,
    Kind::Corrected,
    Kind::Scheduled,
    Kind::Urgent,
    Kind::Typed,
    Kind::EmailToList,
    Kind::Forged,
    Kind::Newsletter,
];

/// A stop point that is never reached.
const NEVER: u64 = 1 << 40;

/// Whether things go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Troubles {
    /// Everything that goes wrong in an office.
    All,
    /// Nothing.
    None,
}

/// A simulation: the same seed and number give the same days.
#[derive(Debug, Clone, Copy)]
pub struct Simulation {
    /// The seed.
    pub seed: u64,
    /// How many mails are written of departments' own accord.
    pub requests: u32,
    /// Whether things go wrong.
    pub troubles: Troubles,
}

/// What a simulation counted.
#[derive(Debug, Default)]
pub struct Simulated {
    /// Requests in the ledger.
    pub requests: u32,
    /// Mails that came in.
    pub mails: u64,
    /// Mails that left, by recipient.
    pub sent: usize,
    /// Kills.
    pub kills: u32,
    /// Messages with which something went wrong on the way out.
    pub mishaps: u32,
    /// Times that the share was away.
    pub shares_away: u32,
    /// Mails delivered twice.
    pub doubles: u32,
    /// Mails that people moved.
    pub moved: u32,
    /// How often the daemon looked what there is to do.
    pub looks: u32,
    /// Parcels that were in doubt and decided by a person.
    pub doubts: u32,
    /// Everybody who received something.
    pub receivers: BTreeSet<String>,
    /// How often each kind of request, fault and end was seen.
    pub tally: BTreeMap<String, u64>,
    /// Promises that were broken: there must be none.
    pub broken: Vec<String>,
}

impl Simulated {
    fn seen(&mut self, what: &str, kind: impl std::fmt::Display) {
        *self.tally.entry(format!("{what}: {kind}")).or_default() += 1;
    }
}

struct Running {
    place: Place,
    config: Config,
    rules: Arc<RuleSet>,
    clock: Clock,
    rehearsal: Rehearsal,
    chance: Chance,
    world: World,
    troubles: Troubles,
    share_back_at: Option<i64>,
    /// People who may have been written to twice: their parcel was in doubt, and a person decided.
    doubted: BTreeSet<(String, String)>,
    forged: BTreeSet<String>,
    written: u32,
    counted: Simulated,
}

impl Simulation {
    /// Runs it in an empty folder, or in one that holds other settings than a world's own. Its examples prove a set of
    /// rules once, however many offices live under it.
    ///
    /// # Errors
    /// [`DemoError`], if the world or the daemon cannot go on at all.
    pub async fn run(self, root: &Path, rules: Arc<RuleSet>) -> Result<Simulated, DemoError> {
        let place = Place { root: root.to_owned() };
        place.make()?;
        let config = place.read_config()?;
        let zone = config.institute.timezone.clone();
        let clock = Clock::standing_at(START);
        let mut world = World::new(place.clone(), zone, self.seed, Keeping::Nothing);
        // Robots' notices come in batches, as a mailbox is looked at every so often.
        world.grain(600);
        world.people(0, super::place::CONTACTS);
        world.people(1000, 1000 + self.requests * 5);
        let mut running = Running {
            rehearsal: Rehearsal::new(place.outgoing()),
            place,
            config,
            rules,
            clock,
            chance: Chance::of(self.seed ^ 0xfa_17),
            world,
            troubles: self.troubles,
            share_back_at: None,
            doubted: BTreeSet::new(),
            forged: BTreeSet::new(),
            written: 0,
            counted: Simulated::default(),
        };
        let before = read_counts(&running.place.workbook())?;
        running.write_all(self.requests);
        let ledger = running.live().await?;
        let after = read_counts(&running.place.workbook())?;
        let cells: i64 = changed_cells(&before, &after).iter().map(|it| it.after - it.before).sum();
        running.judge(&ledger, cells)?;
        Ok(running.counted)
    }
}

impl Running {
    fn write_all(&mut self, requests: u32) {
        let mut crowd = Crowd::small(1000);
        for n in 0..requests {
            let (day, place) = (n / A_DAY, n % A_DAY);
            // Working weeks of five days.
            let midnight = START + i64::from(day / 5 * 7 + day % 5) * DAY;
            let time = 8 * 3600 + i64::from(place) * 72 + self.chance.seconds(0, 300);
            let kind = KINDS.get(self.chance.index(KINDS.len())).copied().unwrap_or(Kind::EmailToList);
            self.counted.seen("asked", format_args!("{kind:?}"));
            let mut one = plot(kind, time, u64::from(n), &mut self.chance, &mut crowd);
            if kind == Kind::Forged {
                self.forged.insert(format!("3400-{n:04}"));
            }
            if matches!(kind, Kind::EmailToList | Kind::PerPerson) && self.chance.once_in(4) {
                let text = self.chance.one_of(&["Boa tarde! Já foi enviado?", "Muito obrigada!"]).to_owned();
                self.counted.seen("then", &text);
                one.goes_on.push(GoesOn { at_letter: 1, after: 5000, text, files: Vec::new() });
            }
            if kind == Kind::EmailToList && self.chance.once_in(6) {
                let mut again = one.clone();
                self.counted.seen("then", "the same again, and taken back");
                let text = "Foi engano, já tínhamos pedido. Favor cancelar.".to_owned();
                again.goes_on = vec![GoesOn { at_letter: 1, after: 900, text, files: Vec::new() }];
                self.world.write(midnight + time + 7200, again);
                self.written += 1;
            }
            self.written += u32::from(!matches!(kind, Kind::Forged | Kind::Newsletter));
            self.world.write(midnight + time, one);
        }
    }

    fn daemon(&self, ledger: Ledger) -> Result<Daemon, DaemonError> {
        let (config, rules) = (self.config.clone(), Arc::clone(&self.rules));
        let mut daemon = Daemon::with_ledger(config, rules, self.clock.clone(), ledger, None)?;
        daemon.use_route(Route::Rehearsal(self.rehearsal.clone()));
        Ok(daemon)
    }

    async fn live(&mut self) -> Result<Ledger, DemoError> {
        let mut daemon = self.daemon(Ledger::in_memory()?)?;
        daemon.pass().await?;
        let mut last_hour = 0;
        loop {
            let now = self.clock.now();
            let hour = (now - START) / HOUR;
            if hour != last_hour {
                last_hour = hour;
                self.tidy_the_presidents_mailbox(now)?;
            }
            let is_workbook_open = self.lock_the_workbook(now)?;
            if is_workbook_open && !daemon.ledger.owed_counts()?.is_empty() {
                self.counted.seen("fault", "workbook open in Excel");
            }
            self.counted.looks += 1;
            self.trouble(now, &mut daemon)?;
            self.world.deliver(now)?;
            let _ = self.world.told();
            let passed = daemon.pass().await;
            let _ = daemon.told();
            // A pass goes on until nothing is left to be done at this time.
            let mut again = false;
            match passed {
                Ok(_) => {}
                Err(DaemonError::Ledger(LedgerError::Stopped(_))) => {
                    self.counted.kills += 1;
                    self.counted.seen("fault", "killed in a pass");
                    let mut ledger = daemon.into_ledger();
                    ledger.stop_at(NEVER);
                    daemon = self.daemon(ledger)?;
                    again = true;
                }
                // The share is away: nothing can be done until it is back.
                Err(DaemonError::Archive(_)) if self.share_back_at.is_some() => {}
                Err(other) => return Err(other.into()),
            }
            let before = self.world.put;
            self.world.post(now)?;
            again |= self.world.put > before;
            again |= self.decide_doubts(&mut daemon)?;
            if again {
                continue;
            }
            // A workbook that somebody has open is free at the next full hour at the earliest: the looks of each minute
            // until then would find it as it is.
            let due = if is_workbook_open {
                let free = (!daemon.ledger.owed_counts()?.is_empty()).then_some((now / HOUR + 1) * HOUR);
                daemon.next_due_but_counts()?.into_iter().chain(free).min()
            } else {
                daemon.next_due()?
            };
            let next = [self.world.next(), due, self.share_back_at].into_iter().flatten().min();
            // Reminders of what nobody answers go on for some days; then the simulated weeks are over.
            let Some(next) = next.filter(|_| self.world.next().is_some() || !is_idle(&daemon, now)) else { break };
            let every = LOOKS.get(self.chance.index(LOOKS.len())).copied().unwrap_or(1);
            self.clock.set((next.max(now + 1) + every - 1) / every * every);
        }
        Ok(daemon.into_ledger())
    }

    /// Draws what goes wrong next.
    fn trouble(&mut self, now: i64, daemon: &mut Daemon) -> Result<(), DemoError> {
        let (there, away) = (self.place.archive(), self.place.share().join("nicht-gemountet"));
        if self.share_back_at.is_some_and(|until| until <= now) {
            fs::rename(&away, &there).map_err(at(&away))?;
            self.share_back_at = None;
        }
        if self.troubles == Troubles::None {
            return Ok(());
        }
        if self.chance.once_in(5) {
            daemon.ledger.stop_at(self.chance.between(1, 120));
        }
        if self.chance.once_in(2) {
            let mishap = match self.chance.between(1, 6) {
                1 => Mishap::TakenUnanswered,
                2 => Mishap::LostUnanswered,
                3 | 4 => Mishap::DeferAll,
                _ => Mishap::RefuseFirst,
            };
            self.counted.seen("fault", format_args!("{mishap:?}"));
            let wait = self.chance.index(8);
            self.rehearsal.plan(std::iter::repeat_n(Mishap::None, wait).chain([mishap]));
            self.counted.mishaps += 1;
        }
        if self.share_back_at.is_none() && self.chance.once_in(60) {
            fs::rename(&there, &away).map_err(at(&there))?;
            self.share_back_at = Some(now + self.chance.seconds(60, 1500));
            self.counted.shares_away += 1;
            self.counted.seen("fault", "share away");
        }
        if self.chance.once_in(8) && self.world.deliver_again(now)? {
            self.counted.doubles += 1;
            self.counted.seen("fault", "delivered twice");
        }
        if self.chance.once_in(8) {
            self.drag_back()?;
        }
        Ok(())
    }

    /// A person drags a mail that was done with back into the inbox.
    fn drag_back(&mut self) -> Result<(), DemoError> {
        let inbox = self.place.mailbox("assessoria");
        let done = inbox.join(".Carteiro.Processados").join("cur");
        let names = names_in(&done)?;
        let Some(name) = names.get(self.chance.index(names.len())) else { return Ok(()) };
        let (from, to) = (done.join(name), inbox.join("cur").join(name));
        fs::rename(&from, &to).map_err(at(&from))?;
        self.counted.moved += 1;
        self.counted.seen("fault", "dragged back by a person");
        Ok(())
    }

    /// The president's mails belong to the president, who throws away what is older than an hour.
    fn tidy_the_presidents_mailbox(&self, now: i64) -> Result<(), DemoError> {
        let old = SystemTime::UNIX_EPOCH + Duration::from_secs((now - HOUR).unsigned_abs());
        for part in ["new", "cur"] {
            let folder = self.place.mailbox("presidente").join(part);
            for name in names_in(&folder)? {
                let path = folder.join(name);
                if fs::metadata(&path).and_then(|it| it.modified()).map_err(at(&path))? < old {
                    fs::remove_file(&path).map_err(at(&path))?;
                }
            }
        }
        Ok(())
    }

    /// Somebody has the workbook open from morning to evening; says whether it is now.
    fn lock_the_workbook(&self, now: i64) -> Result<bool, DemoError> {
        let workbook = self.place.workbook();
        let name = workbook.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let marker = workbook.with_file_name(format!("~${name}"));
        let hour = local(now, &self.config.institute.timezone).hour();
        let is_open = (7..18).contains(&hour);
        if is_open && !marker.exists() {
            fs::write(&marker, "\u{5}Nádia").map_err(at(&marker))?;
            stamp(&marker, now).map_err(at(&marker))?;
        } else if !is_open && marker.exists() {
            fs::remove_file(&marker).map_err(at(&marker))?;
        }
        Ok(is_open)
    }

    /// A person decides what nobody could know, and knows it: the world tells whether somebody received it.
    fn decide_doubts(&mut self, daemon: &mut Daemon) -> Result<bool, DemoError> {
        let doubtful = daemon.ledger.doubtful_parcels(None)?;
        let mut decided = false;
        for parcel in &doubtful {
            let Some(row) = daemon.ledger.request(parcel.request)? else { continue };
            let protocol = row.protocol.as_str().to_owned();
            let marks = [parcel.message_id.to_lowercase(), format!(".p{}@", parcel.n)];
            let low = protocol.to_lowercase();
            let arrived = self.world.received.iter().any(|it| {
                let id = it.message_id.to_lowercase();
                id.contains(&low) && marks.iter().any(|mark| id.contains(mark.as_str()))
            });
            for person in &parcel.people {
                self.doubted.insert((protocol.clone(), person.contact.clone()));
            }
            let decision = if arrived { PersonsDecision::WasSent } else { PersonsDecision::Resend };
            match daemon.person_decides(&Protocol::from_text(&protocol), decision) {
                Ok(_) => {}
                // The kill hit the person's own command: asked again at the next look.
                Err(DaemonError::Ledger(LedgerError::Stopped(_))) => {
                    self.counted.seen("fault", "killed while a person decided");
                    return Ok(true);
                }
                Err(other) => return Err(other.into()),
            }
            self.counted.doubts += 1;
            self.counted.seen("doubt", if arrived { "it had left" } else { "it had not left" });
            decided = true;
        }
        Ok(decided)
    }

    /// Counts whether anything was lost, or done twice.
    fn judge(&mut self, ledger: &Ledger, cells: i64) -> Result<(), DemoError> {
        let mut broken = Vec::new();
        self.judge_mails(ledger, &mut broken)?;
        self.judge_requests(ledger, &mut broken)?;
        self.judge_letters(&mut broken);
        let mut counted = 0;
        for year in [2026, 2027] {
            counted += ledger.counted(year)?.iter().map(|it| it.3).sum::<i64>();
        }
        if counted != cells {
            broken.push(format!("the ledger counted {counted}, the workbook {cells}"));
        }
        if !ledger.owed_counts()?.is_empty() {
            broken.push(format!("{} counts are still owed", ledger.owed_counts()?.len()));
        }
        self.counted.sent = self.world.received.len();
        self.counted.receivers = self.world.received.iter().map(|it| it.address.to_lowercase()).collect();
        self.counted.broken = broken;
        Ok(())
    }

    /// Every mail is in exactly one final place.
    fn judge_mails(&mut self, ledger: &Ledger, broken: &mut Vec<String>) -> Result<(), DemoError> {
        for (place, count) in ledger.places()? {
            self.counted.mails += count;
            *self.counted.tally.entry(format!("mail: {place}")).or_default() += count;
            if place == "received" || place == "quarantine" {
                broken.push(format!("{count} mails ended in `{place}`"));
            }
        }
        let inbox = self.place.mailbox("assessoria");
        let mut standing = 0;
        for folder in [
            inbox.join("new"),
            inbox.join("cur"),
            inbox.join(".Carteiro.Processados/cur"),
            inbox.join(".Carteiro.Precisa de uma pessoa/cur"),
            inbox.join(".Carteiro.Quarentena/cur"),
        ] {
            standing += names_in(&folder)?.len() as u64;
        }
        if standing != self.world.put_to_desk {
            broken.push(format!("{} mails came to the desk, {standing} are there", self.world.put_to_desk));
        }
        Ok(())
    }

    /// Everybody got what the ledger says, once.
    fn judge_requests(&mut self, ledger: &Ledger, broken: &mut Vec<String>) -> Result<(), DemoError> {
        let mut got: BTreeMap<(String, String), u32> = BTreeMap::new();
        let mut texts: BTreeMap<(String, String), u32> = BTreeMap::new();
        for mail in self.world.received.iter().filter(|it| it.envelope.receipts == Receipts::Ask) {
            *got.entry((protocol_of(mail), mail.address.clone())).or_default() += 1;
            let text: String = mail.text.split_whitespace().collect();
            if let Some(mark) = self.forged.iter().find(|it| text.contains(it.as_str())) {
                broken.push(format!("a forged request ({mark}) was sent"));
            }
            *texts.entry((mail.address.clone(), text)).or_default() += 1;
        }
        let packages: BTreeSet<&str> = self.world.received.iter().filter_map(package_of).collect();
        let all = ledger.recent_requests(0, u32::MAX)?;
        self.counted.requests = u32::try_from(all.len()).unwrap_or(u32::MAX);
        if self.counted.requests != self.written {
            broken.push(format!("{} requests were written, {} are known", self.written, self.counted.requests));
        }
        let again: Vec<_> = texts.iter().filter(|(_, count)| **count > 1).collect();
        for ((address, _), count) in again {
            if !self.doubted.iter().any(|(_, contact)| contact == address) {
                broken.push(format!("{address} got one text {count} times"));
            }
        }
        for row in &all {
            let Ok(state) = serde_json::from_str::<State>(&row.state) else { continue };
            // A package that got lost on its way is known to the desk, which asks the call center by itself.
            let lost_package = state.status() == "waiting-report" && !packages.contains(row.protocol.as_str());
            self.counted.seen("ended", state.status());
            if !matches!(state.phase, Phase::Closed | Phase::Cancelled) && !lost_package {
                broken.push(format!("{} ends as `{}`", row.protocol, state.status()));
            }
            for person in ledger.people(row.id, Channel::Email, None, u32::MAX)? {
                self.counted.seen("person", format_args!("{:?}", person.state));
                let key = (row.protocol.as_str().to_owned(), person.contact.clone());
                let times = got.remove(&key).unwrap_or(0);
                let expected = match person.state {
                    RecipientState::Waiting | RecipientState::Refused | RecipientState::Cancelled => 0,
                    RecipientState::Leaving | RecipientState::Deferred | RecipientState::InDoubt => {
                        broken.push(format!("{} is left as {:?} in {}", person.contact, person.state, row.protocol));
                        continue;
                    }
                    RecipientState::Accepted
                    | RecipientState::Delayed
                    | RecipientState::Relayed
                    | RecipientState::Expanded
                    | RecipientState::Delivered
                    | RecipientState::Read
                    | RecipientState::Failed => 1,
                };
                if times != expected && !self.doubted.contains(&key) {
                    let state = person.state;
                    broken.push(format!("{} got {} {times} times, and stands as {state:?}", key.1, key.0));
                }
            }
        }
        for (protocol, address) in got.keys() {
            broken.push(format!("{address} is no person of {protocol} and got it"));
        }
        Ok(())
    }

    /// One package for each request, and no letter twice.
    fn judge_letters(&self, broken: &mut Vec<String>) {
        let mut packages: BTreeMap<&str, u32> = BTreeMap::new();
        let mut ids: BTreeMap<(&str, &str), u32> = BTreeMap::new();
        for mail in &self.world.received {
            *ids.entry((mail.message_id.as_str(), mail.address.as_str())).or_default() += 1;
            if let Some(protocol) = package_of(mail) {
                *packages.entry(protocol).or_default() += 1;
            }
        }
        for (protocol, count) in packages.iter().filter(|(_, count)| **count > 1) {
            broken.push(format!("the call center got the package of {protocol} {count} times"));
        }
        for ((id, address), count) in ids.iter().filter(|(_, count)| **count > 1) {
            broken.push(format!("{address} got {id} {count} times"));
        }
    }
}

/// Whether nothing is left to do but what falls due days after everybody has fallen silent.
fn is_idle(daemon: &Daemon, now: i64) -> bool {
    let open = daemon.ledger.open_requests().map_or(0, |it| it.len());
    let owed = daemon.ledger.owed_counts().map_or(0, |it| it.len());
    let due = daemon.ledger.next_letter_due().ok().flatten();
    (open == 0 || now > START + 400 * DAY) && owed == 0 && due.is_none()
}

/// The request whose package a mail is.
fn package_of(mail: &Received) -> Option<&str> {
    let list = mail.files.iter().find(|it| mail.address == CALL_CENTER && it.ends_with("lista.csv"))?;
    list.split_whitespace().next()
}

/// The request that a mail to insured people belongs to, by its Message-ID.
fn protocol_of(mail: &Received) -> String {
    let bare = mail.message_id.trim_start_matches('<').to_uppercase();
    bare.split('.').next().unwrap_or_default().to_owned()
}

fn names_in(folder: &PathBuf) -> Result<Vec<String>, DemoError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        names.push(entry.map_err(at(folder))?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
