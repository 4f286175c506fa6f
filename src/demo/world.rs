//! The embedded world in motion: who writes when, what the world's mail server does with what carteiro hands it, and
//! how departments, mail hosts, insured people and the call center answer.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use jiff::tz::TimeZone;

use super::DemoError;
use super::chance::Chance;
use super::client::{Answered, Draft, Proof};
use super::company::Company;
use super::insured::{Fate, Insured};
use super::notices::{self, Sent, Verdict};
use super::place::{Place, at};
use super::plot::{GoesOn, Plot};
use crate::mail::incoming::IncomingMail;
use crate::mailbox::Maildir;
use crate::office::calendar::{month_name, weekday_name};
use crate::smtp::maildir::{Folder, Handed};
use crate::smtp::{Envelope, Receipts};

/// The desk's address.
pub const DESK: &str = "assessoria@ipreville.example";

/// From where insured people are written to.
pub const PRESIDENT: &str = "presidente@ipreville.example";

/// The call center's address.
pub const CALL_CENTER: &str = "envios@callcenter.example";

/// A mailbox that carteiro reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inbox {
    /// The desk's.
    Desk,
    /// The president's.
    President,
}

impl Inbox {
    /// Its name in the configuration.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Desk => "assessoria",
            Self::President => "presidente",
        }
    }
}

/// What will come at a time.
#[derive(Debug, Clone)]
pub enum Coming {
    /// A person writes.
    Written(Inbox, Box<Draft>),
    /// A robot answers.
    Robot(Inbox, Vec<u8>),
}

/// One mail that a person of the world received.
#[derive(Debug, Clone)]
pub struct Received {
    /// Who.
    pub address: String,
    /// The envelope with which it came.
    pub envelope: Envelope,
    /// The mail's own id.
    pub message_id: String,
    /// Its text.
    pub text: String,
    /// The names of its files.
    pub files: Vec<String>,
}

/// A thread that a writer of the world follows.
#[derive(Debug)]
struct Thread {
    plot: Plot,
    letters: u32,
}

/// Whether the world keeps what people receive as files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// As `.eml`, for people who look.
    Files,
    /// Only in memory: for the simulator.
    Nothing,
}

/// The world.
#[derive(Debug)]
pub struct World {
    /// Where it is.
    pub place: Place,
    zone: TimeZone,
    chance: Chance,
    keeping: Keeping,
    coming: BTreeMap<(i64, u64), Coming>,
    serial: u64,
    threads: HashMap<String, Thread>,
    people: BTreeMap<String, Insured>,
    company: Company,
    /// What people received, oldest first.
    pub received: Vec<Received>,
    told: Vec<String>,
    grain: i64,
    last_put: Option<Vec<u8>>,
    /// How many mails came to the desk.
    pub put_to_desk: u64,
    /// How many mails came to a mailbox that carteiro reads.
    pub put: u64,
}

impl World {
    /// A world at a place, with the chance of a seed.
    #[must_use]
    pub fn new(place: Place, zone: TimeZone, seed: u64, keeping: Keeping) -> Self {
        Self {
            place,
            zone,
            chance: Chance::of(seed),
            keeping,
            coming: BTreeMap::new(),
            serial: 0,
            threads: HashMap::new(),
            people: BTreeMap::new(),
            company: Company::default(),
            received: Vec::new(),
            told: Vec::new(),
            grain: 1,
            last_put: None,
            put_to_desk: 0,
            put: 0,
        }
    }

    /// Makes the people from `first` to `last` known, so that their mail hosts answer.
    pub fn people(&mut self, first: u32, last: u32) {
        for person in (first..last).map(Insured::numbered) {
            self.people.insert(person.email.clone(), person);
        }
    }

    /// The chance of the world.
    pub const fn chance(&mut self) -> &mut Chance {
        &mut self.chance
    }

    /// What happened since the last call, one line each.
    pub fn told(&mut self) -> Vec<String> {
        std::mem::take(&mut self.told)
    }

    /// When the next thing comes.
    #[must_use]
    pub fn next(&self) -> Option<i64> {
        self.coming.first_key_value().map(|((at, _), _)| *at)
    }

    /// Robots' mails come at full multiples of so many seconds.
    pub const fn grain(&mut self, seconds: i64) {
        self.grain = if seconds < 1 { 1 } else { seconds };
    }

    /// The last mail to the desk is delivered once more, as a server does that lost its own answer.
    ///
    /// # Errors
    /// [`DemoError`], if the mailbox cannot be written.
    pub fn deliver_again(&mut self, now: i64) -> Result<bool, DemoError> {
        let Some(raw) = self.last_put.take() else { return Ok(false) };
        let again = [format!("Received: from again.example; {now}\r\n").into_bytes(), raw].concat();
        self.put(Inbox::Desk, &again, now)?;
        self.last_put = None;
        Ok(true)
    }

    /// Something will come.
    pub fn schedule(&mut self, at: i64, coming: Coming) {
        self.serial += 1;
        let at = match coming {
            Coming::Robot(..) => (at + self.grain - 1) / self.grain * self.grain,
            Coming::Written(..) => at,
        };
        self.coming.insert((at, self.serial), coming);
    }

    /// A writer of a plot will write at a time.
    pub fn write(&mut self, at: i64, plot: Plot) -> String {
        self.serial += 1;
        let host = plot.from.rsplit('@').next().unwrap_or_default();
        let message_id = format!("<CP3A152MB{:04}A{:08}@{host}>", self.serial, at % 100_000_000);
        let draft = Draft {
            name: plot.name.clone(),
            from: plot.from.clone(),
            to: DESK.to_owned(),
            subject: plot.subject.clone(),
            text: plot.text.clone(),
            signature: plot.signature.clone(),
            answers: None,
            files: plot.files.clone(),
            is_newsletter: plot.is_newsletter,
            message_id: message_id.clone(),
            proof: plot.proof,
        };
        self.threads.insert(message_id.clone(), Thread { plot, letters: 0 });
        self.schedule(at, Coming::Written(Inbox::Desk, Box::new(draft)));
        message_id
    }

    /// Puts what has come until `now` into the mailboxes. Gives how many mails.
    ///
    /// # Errors
    /// [`DemoError`], if a mailbox cannot be written.
    pub fn deliver(&mut self, now: i64) -> Result<usize, DemoError> {
        let mut count = 0;
        while let Some(entry) = self.coming.first_entry() {
            if entry.key().0 > now {
                break;
            }
            count += 1;
            match entry.remove() {
                Coming::Written(inbox, draft) => {
                    self.told.push(format!("{} → {}: {}", draft.from, inbox.name(), draft.subject));
                    self.put(inbox, &draft.raw(now, &self.zone), now)?;
                }
                Coming::Robot(inbox, raw) => self.put(inbox, &raw, now)?,
            }
        }
        Ok(count)
    }

    /// A mail stands in a mailbox, with the world's time on it.
    ///
    /// # Errors
    /// [`DemoError`], if it cannot be written.
    pub fn put(&mut self, inbox: Inbox, raw: &[u8], now: i64) -> Result<(), DemoError> {
        self.put += 1;
        if inbox == Inbox::Desk {
            self.put_to_desk += 1;
            self.last_put = Some(raw.to_vec());
        }
        let root = self.place.mailbox(inbox.name());
        let name = Maildir::deliver(&root, raw).map_err(at(&root))?;
        let path = root.join("new").join(name);
        stamp(&path, now).map_err(at(&path))
    }

    /// What carteiro handed over is delivered, and answered in its time. Gives how many mails.
    ///
    /// # Errors
    /// [`DemoError`], if a file cannot be read or written.
    pub fn post(&mut self, now: i64) -> Result<usize, DemoError> {
        let root = self.place.outgoing();
        let folder = Folder::open(&root).map_err(at(&root))?;
        let waiting = folder.waiting().map_err(at(&root))?;
        let count = waiting.len();
        for handed in waiting {
            let raw = fs::read(&handed.path).map_err(at(&handed.path))?;
            self.hand_on(&handed, &raw, now)?;
            match self.keeping {
                Keeping::Files => folder.take(&handed).map(drop).map_err(at(&handed.path))?,
                Keeping::Nothing => {
                    fs::remove_file(&handed.path).map_err(at(&handed.path))?;
                    let envelope = root.join("envelopes").join(format!("{}.json", handed.name));
                    fs::remove_file(&envelope).map_err(at(&envelope))?;
                }
            }
        }
        Ok(count)
    }

    fn hand_on(&mut self, handed: &Handed, raw: &[u8], now: i64) -> Result<(), DemoError> {
        let Ok(mail) = IncomingMail::parse(raw) else { return Ok(()) };
        for recipient in &handed.envelope.recipients {
            let address = recipient.key();
            self.received.push(Received {
                address: address.clone(),
                envelope: handed.envelope.clone(),
                message_id: mail.message_id.clone().unwrap_or_default(),
                text: mail.plain.clone().unwrap_or_default(),
                files: mail.attachments.iter().map(|it| it.name.clone()).collect(),
            });
            let is_insured = self.people.contains_key(&address);
            self.keep(&address, &mail, raw, is_insured)?;
            match address.as_str() {
                DESK => self.put(Inbox::Desk, raw, now)?,
                PRESIDENT => self.put(Inbox::President, raw, now)?,
                CALL_CENTER => self.company_answers(&mail, now),
                _ if is_insured && handed.envelope.receipts == Receipts::Ask => {
                    self.host_answers(&address, &handed.envelope, &mail, now);
                }
                _ if is_insured => {}
                _ => self.writer_goes_on(&mail, now),
            }
        }
        Ok(())
    }

    /// Keeps a mail as a file that any mail program opens.
    fn keep(&self, address: &str, mail: &IncomingMail, raw: &[u8], is_insured: bool) -> Result<(), DemoError> {
        if self.keeping == Keeping::Nothing {
            return Ok(());
        }
        let folder = if is_insured { self.place.received_by_insured(address) } else { self.place.received_by(address) };
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        let count = fs::read_dir(&folder).map_err(at(&folder))?.count() + 1;
        let subject: String = crate::archive::legal(&mail.subject).chars().take(60).collect();
        let path = folder.join(format!("{count:03} {}.eml", subject.trim()));
        fs::write(&path, raw).map_err(at(&path))
    }

    /// A department's colleague reads a letter, and goes on as the plot says.
    fn writer_goes_on(&mut self, mail: &IncomingMail, now: i64) {
        let named = mail.references.iter().chain(&mail.in_reply_to).find(|id| self.threads.contains_key(*id));
        let Some(thread) = named.and_then(|id| self.threads.get_mut(id)) else { return };
        thread.letters += 1;
        let plot = thread.plot.clone();
        let letters = thread.letters;
        for goes_on in plot.goes_on.iter().filter(|it| it.at_letter == letters) {
            let draft = self.answer(&plot.name, &plot.from, &plot.signature, mail, goes_on);
            self.schedule(now + goes_on.after, Coming::Written(Inbox::Desk, Box::new(draft)));
        }
    }

    fn answer(&mut self, name: &str, from: &str, signature: &[String], mail: &IncomingMail, goes_on: &GoesOn) -> Draft {
        self.serial += 1;
        let host = from.rsplit('@').next().unwrap_or_default();
        let subject = mail.subject.clone();
        let prefixed = if subject.starts_with("RES:") { subject } else { format!("RES: {subject}") };
        Draft {
            name: name.to_owned(),
            from: from.to_owned(),
            to: mail.sender_address().map(ToString::to_string).unwrap_or_default(),
            subject: prefixed,
            text: goes_on.text.clone(),
            signature: signature.to_vec(),
            answers: Some(Answered {
                message_id: mail.message_id.clone().unwrap_or_default(),
                references: mail.references.clone(),
                from: mail.sender_address().map(ToString::to_string).unwrap_or_default(),
                sent: mail.date.map(|it| sent_words(it.as_second(), &self.zone)).unwrap_or_default(),
                text: mail.plain.clone().unwrap_or_default(),
            }),
            files: goes_on.files.clone(),
            is_newsletter: false,
            message_id: format!("<CP3A152MB{:04}R{}@{host}>", self.serial, self.chance.between(10_000, 99_999)),
            proof: Proof::Genuine,
        }
    }

    /// The host of an insured person, their robot, and the person.
    fn host_answers(&mut self, address: &str, envelope: &Envelope, mail: &IncomingMail, now: i64) {
        let Some(person) = self.people.get(address).cloned() else { return };
        let sent = Sent {
            from: envelope.from.as_ref().map(ToString::to_string).unwrap_or_default(),
            message_id: mail.message_id.clone().unwrap_or_default(),
            envelope_id: envelope.envelope_id.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default(),
            subject: mail.subject.clone(),
            at: now,
        };
        let soon = now + self.chance.seconds(10, 200);
        let later = now + self.chance.seconds(4000, 20_000);
        let zone = self.zone.clone();
        let delivered = |world: &mut Self| {
            world.robot(soon, notices::postfix(&sent, address, Verdict::Delivered, soon, &zone));
        };
        match person.fate {
            Fate::Delivered => delivered(self),
            Fate::Relayed => self.robot(soon, notices::microsoft(&sent, address, Verdict::Relayed, soon, &zone)),
            Fate::Unknown => self.robot(soon, notices::postfix(&sent, address, Verdict::Unknown, soon, &zone)),
            Fate::Full => self.robot(soon, notices::microsoft(&sent, address, Verdict::Full, soon, &zone)),
            Fate::DelayedThenRelayed => {
                let late = now + 3700;
                self.robot(late, notices::postfix(&sent, address, Verdict::Delayed, late, &zone));
                self.robot(later, notices::postfix(&sent, address, Verdict::Relayed, later, &zone));
            }
            Fate::DeliveredAndRead => {
                delivered(self);
                self.robot(later, notices::read_receipt(&sent, address, &person.name, later, &zone));
            }
            Fate::Away => {
                delivered(self);
                self.robot(soon + 5, notices::out_of_office(&sent, address, &person.name, soon + 5, &zone));
            }
            Fate::Answers => {
                delivered(self);
                let text = "Boa tarde! Posso levar o documento na semana que vem? Obrigado pela atenção.";
                self.person_answers(&person, mail, text, later);
            }
            Fate::OptsOut => {
                delivered(self);
                let text = "Por favor, não quero mais receber estas mensagens. Retirem o meu e-mail da lista.";
                self.person_answers(&person, mail, text, later);
            }
            Fate::Silent => {}
        }
    }

    fn robot(&mut self, at: i64, raw: Vec<u8>) {
        self.schedule(at, Coming::Robot(Inbox::President, raw));
    }

    fn person_answers(&mut self, person: &Insured, mail: &IncomingMail, text: &str, at: i64) {
        let goes_on = GoesOn { at_letter: 1, after: 0, text: text.to_owned(), files: Vec::new() };
        let signature = [person.name.clone()];
        let draft = self.answer(&person.name, &person.email, &signature, mail, &goes_on);
        self.schedule(at, Coming::Written(Inbox::President, Box::new(draft)));
    }

    fn company_answers(&mut self, mail: &IncomingMail, now: i64) {
        let day = jiff::Timestamp::from_second(now)
            .map(|it| it.to_zoned(self.zone.clone()).strftime("%d/%m/%Y").to_string())
            .unwrap_or_default();
        let signature = ["Suporte Envios".to_owned(), "Empresa do Call Center".to_owned()];
        for goes_on in self.company.reads(mail, &day) {
            let draft = self.answer("Suporte Envios", CALL_CENTER, &signature, mail, &goes_on);
            self.schedule(now + goes_on.after, Coming::Written(Inbox::Desk, Box::new(draft)));
        }
    }
}

/// `segunda-feira, 2 de março de 2026 08:12`, as Outlook writes it above what it quotes.
fn sent_words(at: i64, zone: &TimeZone) -> String {
    let local = crate::daemon::local(at, zone);
    let (day, month) = (weekday_name(local.weekday()), month_name(local.month()));
    format!("{day}, {} de {month} de {} {:02}:{:02}", local.day(), local.year(), local.hour(), local.minute())
}

/// The world's time on a file: when a mail came.
pub(super) fn stamp(path: &Path, now: i64) -> std::io::Result<()> {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(now.unsigned_abs());
    fs::File::options().write(true).open(path)?.set_modified(time)
}

/// A file of a mail, by the end of its name.
#[must_use]
pub fn file_ending<'a>(mail: &'a IncomingMail, end: &str) -> Option<&'a crate::mail::incoming::Attachment> {
    mail.attachments.iter().find(|it| it.name.to_lowercase().ends_with(end))
}
