//! Letters and parcels on their way out: written down as leaving, sent, and what became of them written down.
//!
//! | the process ends | what the ledger holds | what happens next |
//! |---|---|---|
//! | while its envelope is announced | waiting | it is sent |
//! | before `leaving` is written | waiting / due | it is sent |
//! | after that, before the server answered | leaving | doubt: a receipt or a person decides |
//! | after the answer, before it is written | leaving | doubt, as above |
//! | after the verdicts are written | answered / sent | nothing |
//!
//! Parcels leave over several connections at once (`parcels`), one on each, and their intents and verdicts share their
//! syncs. Single messages (`persons`) are written down in groups; who of a group has begun is written down one by one.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::Span;

use super::clock::local;
use super::lines::Lines;
use super::requests::Step;
use super::values::ON_TRIAL;
use super::{Daemon, DaemonError};
use crate::channel::email::{self, Communication, EmailError};
use crate::config::Trial;
use crate::ledger::{Ended, Letter, Parcel, RecipientRow, Shelf, Verdict, Wanted};
use crate::mail::mould::Mould;
use crate::office::content::{Message, Values};
use crate::office::{Channel, EmailAddress, EnvelopeId, Outcome, RecipientState, RequestId};
use crate::phrases::{Phrase, QuotaPaused};
use crate::request::{Event, LegStatus, State, must_brake};
use crate::smtp::{Envelope, Line, Receipts};

/// Letters in a pass, so that mail and parcels get their turn.
const LETTERS_IN_A_PASS: u32 = 50;

/// Parcels in a pass, at least; as many more as leave in [`PASS_MAX`]. Between two passes a cancellation is seen.
const PARCELS_IN_A_PASS: u64 = 20;

/// A pass of many parcels ends after this time.
const PASS_MAX: Duration = Duration::from_secs(2);

/// Single messages that are written down at once as about to leave on one line. Who of them has begun is written down
/// person by person, and up to whom they may begin is synced before.
const GROUP_MAX: u32 = 32;

/// When a person whom our own server refused for now is tried again, in seconds.
const DEFERRED_AGAIN_SECS: i64 = 300;

/// Tries at a letter before it counts as refused: with the waits between them about a day.
const LETTER_TRIES_MAX: u32 = 12;

/// Tries at a person before the deferral counts as refused.
const PERSON_TRIES_MAX: u32 = 12;

/// A request whose people are leaving.
pub(super) struct Leaving<'a> {
    pub request: RequestId,
    pub state: &'a State,
    pub mailing: Arc<Mailing>,
}

/// What all messages of a request have in common, owned by whoever sends them.
pub(super) struct Mailing {
    from_name: String,
    pub from: EmailAddress,
    subject: String,
    message: Message,
    pub protocol: String,
    per_person: bool,
    /// What is the same in all of its mails, and their date. None of them where each is made by itself.
    mould: Mutex<Option<(i64, Option<Arc<Mould>>)>>,
}

impl Mailing {
    fn communication(&self) -> Communication<'_> {
        Communication { from_name: &self.from_name, from: &self.from, subject: &self.subject, message: &self.message }
    }

    /// One of its mails, for one person or for a parcel.
    pub fn mail(&self, message_id: &str, date: i64, person: Option<&Values>) -> Result<Vec<u8>, EmailError> {
        match self.mould(date)? {
            Some(mould) => mould.fill(message_id, person.unwrap_or(&Values::new())).map_err(EmailError::NoValue),
            None => email::parcel(&self.communication(), message_id, date, person),
        }
    }

    fn mould(&self, date: i64) -> Result<Option<Arc<Mould>>, EmailError> {
        let mut kept = self.mould.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, mould)) = kept.as_ref().filter(|(of, _)| *of == date) {
            return Ok(mould.clone());
        }
        let mould = email::mould(&self.communication(), date, self.per_person)?.map(Arc::new);
        *kept = Some((date, mould.clone()));
        Ok(mould)
    }
}

/// How far a pass has come.
pub(super) struct Pass {
    begun: Instant,
    pub parcels: u64,
}

impl Pass {
    fn begin() -> Self {
        Self { begun: Instant::now(), parcels: 0 }
    }

    pub fn is_over(&self) -> bool {
        self.parcels >= PARCELS_IN_A_PASS && self.begun.elapsed() >= PASS_MAX
    }
}

impl Daemon {
    /// Sends letters that are due.
    pub(super) async fn send_letters(&mut self) -> Result<u64, DaemonError> {
        let mut sent = 0;
        let mut line: Option<Line> = None;
        for _ in 0..LETTERS_IN_A_PASS {
            let now = self.clock.now();
            if self.ledger.next_letter_due()?.is_none_or(|at| at > now) {
                break;
            }
            if line.as_ref().is_none_or(|it| !it.is_usable()) {
                match Line::open(&self.route).await {
                    Ok(open) => line = Some(open),
                    Err(error) => {
                        tracing::warn!(reason = %error, "the server that takes our mail does not answer");
                        break;
                    }
                }
            }
            let Some(letter) = self.ledger.take_letter(now)? else { break };
            let Some(open) = line.as_mut() else { break };
            self.send_letter(open, &letter).await?;
            self.alive();
            sent += 1;
        }
        if let Some(line) = line {
            line.quit().await;
        }
        Ok(sent)
    }

    async fn send_letter(&mut self, line: &mut Line, letter: &Letter) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let recipients: Vec<EmailAddress> = letter.rcpt.iter().filter_map(|it| EmailAddress::parse(it).ok()).collect();
        if recipients.is_empty() {
            return Ok(self.ledger.letter_ended(letter.id, "refused", "no recipient")?);
        }
        let envelope = Envelope {
            from: letter.mail_from.as_deref().and_then(|it| EmailAddress::parse(it).ok()),
            recipients,
            envelope_id: None,
            receipts: Receipts::Silent,
        };
        let verdicts = line.send(&envelope, &letter.raw).await;
        self.ledger.spend(1, u32::try_from(envelope.recipients.len()).unwrap_or(u32::MAX), now)?;
        let unknown = verdicts
            .outcomes
            .iter()
            .find_map(|it| if let Outcome::Unknown { reason } = it { Some(reason.clone()) } else { None });
        let accepted = verdicts
            .outcomes
            .iter()
            .find_map(|it| if let Outcome::Accepted { reply } = it { Some(reply.clone()) } else { None });
        let refused = verdicts
            .outcomes
            .iter()
            .find_map(|it| if let Outcome::Refused { reply } = it { Some(reply.clone()) } else { None });
        tracing::info!(
            letter = letter.id.0,
            kind = letter.kind,
            request = letter.request.map(|it| it.0),
            accepted = accepted.is_some(),
            "letter"
        );
        let verdict = LetterVerdict { unknown, accepted, refused };
        self.together(|it| it.letter_answered(letter, verdict, now))
    }

    /// What a letter's answer means, and what follows from it, written together.
    fn letter_answered(&mut self, letter: &Letter, verdict: LetterVerdict, now: i64) -> Result<(), DaemonError> {
        let LetterVerdict { unknown, accepted, refused } = verdict;
        if let Some(reason) = unknown {
            self.ledger.letter_ended(letter.id, "doubt", &reason)?;
            return self.settle_doubtful_letters();
        }
        if let Some(reply) = accepted {
            self.ledger.letter_ended(letter.id, "sent", &reply)?;
            if let (Some(request), "package") = (letter.request, letter.kind.as_str()) {
                self.step(Some(request), Event::HandedOver, Step::default())?;
            }
            return Ok(());
        }
        if refused.is_none() && letter.tries < LETTER_TRIES_MAX {
            let wait = 60_i64 << letter.tries.min(7);
            return Ok(self.ledger.letter_deferred(letter.id, now + wait, "deferred")?);
        }
        let reply = refused.unwrap_or_else(|| "deferred too often".to_owned());
        self.ledger.letter_ended(letter.id, "refused", &reply)?;
        if let (Some(request), "package") = (letter.request, letter.kind.as_str()) {
            self.step(Some(request), Event::PackageRefused(reply.clone()), Step::default())?;
        } else if !matches!(letter.kind.as_str(), "trouble" | "to-desk" | "alarm" | "stranger") {
            self.tell_desk(
                "Uma carta não pôde ser enviada",
                &format!("{} ({}): {reply}", letter.rcpt.join(", "), letter.kind),
            )?;
        }
        Ok(())
    }

    /// Sends parcels of requests that are leaving, within the provider's allowance.
    pub(super) async fn send_parcels(&mut self) -> Result<u64, DaemonError> {
        let mut pass = Pass::begin();
        for (request, state) in self.leaving()? {
            self.send_request(request, &state, &mut pass).await?;
        }
        Ok(pass.parcels)
    }

    /// The requests whose emails are leaving.
    pub(super) fn leaving(&self) -> Result<Vec<(RequestId, State)>, DaemonError> {
        let mut found = Vec::new();
        for row in self.ledger.sending_requests()? {
            let Some(state) = self.state_of(row.id)? else { continue };
            if state.legs.get(&Channel::Email).is_some_and(|leg| leg.status == LegStatus::Sending) {
                found.push((row.id, state));
            }
        }
        Ok(found)
    }

    async fn send_request(&mut self, request: RequestId, state: &State, pass: &mut Pass) -> Result<(), DaemonError> {
        let filing = self.archive.filed(&state.folder)?;
        let Some(message) = filing.messages.get(&Channel::Email) else {
            return self.tell_desk("Uma remessa não pôde ser montada", "there is no message for email in the archive");
        };
        let mailing = Arc::new(Mailing {
            from_name: self.config.institute.name.clone(),
            from: self.rules.office.assessoria.envia_de.clone(),
            subject: filing.subject.as_deref().or(state.subject.as_deref()).unwrap_or(&state.thread.subject).to_owned(),
            message: message.clone(),
            protocol: state.protocol.clone(),
            per_person: state.per_person,
            mould: Mutex::new(None),
        });
        let mut lines = Lines::new(&self.route, self.config.smtp.connections);
        let of = Leaving { request, state, mailing };
        let everybody_left = if state.per_person {
            self.send_persons(&of, &mut lines, pass).await?
        } else {
            self.send_in_parcels(&of, &mut lines, pass).await?
        };
        if lines.without_receipts() {
            self.notes_no_receipts(request)?;
        }
        lines.quit().await;
        if everybody_left { self.end_sending(request) } else { self.tell_of_pause(request, state) }
    }

    /// Remembers that a server without delivery receipts took mail of a request.
    fn notes_no_receipts(&mut self, request: RequestId) -> Result<(), DaemonError> {
        if self.gave_no_receipts(request)? {
            return Ok(());
        }
        Ok(self.ledger.remember(&no_receipts_note(request), "1")?)
    }

    /// Whether a server that took mail of a request gives no delivery receipts.
    pub(super) fn gave_no_receipts(&self, request: RequestId) -> Result<bool, DaemonError> {
        Ok(self.ledger.remembered(&no_receipts_note(request))?.is_some())
    }

    /// The limit of the day has stopped a sending: its requester is told, once, unless the acknowledgement foresaw it.
    fn tell_of_pause(&mut self, request: RequestId, state: &State) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let a_day = self.config.smtp.recipients_per_day;
        let key = format!("paused.{}", request.0);
        let (_, spent) = self.ledger.spent(now)?;
        if spent < u64::from(a_day) || self.days(state).is_some() || self.ledger.remembered(&key)?.is_some() {
            return Ok(());
        }
        let tally = self.ledger.tally(request, Channel::Email)?;
        let left = tally.of_any(&[RecipientState::Waiting, RecipientState::Deferred]);
        let Some(resumes_at) = self.ledger.room_at(now, u32::MAX, a_day)?.filter(|_| left > 0) else { return Ok(()) };
        let resumes_at = local(resumes_at, &self.policy.zone);
        let more_days = super::views::days_of(left, 0, a_day).unwrap_or(1) - 1;
        let values = QuotaPaused {
            about: self.about(state),
            sent: tally.total() - left,
            left,
            resumes_at,
            done_on: resumes_at.date().saturating_add(Span::new().days(i64::try_from(more_days).unwrap_or(0))),
        };
        let text = self.rules.phrases.render(Phrase::QuotaPaused(&values));
        let protocol = Some(state.protocol.as_str());
        let letter = self.letter_in_thread("paused", &state.requester, &state.thread, protocol, &text, &[])?;
        self.together(|it| {
            it.ledger.add_letter(&letter, now)?;
            Ok(it.ledger.remember(&key, "told")?)
        })
    }

    /// Whether too many addresses fail: then the rest waits for a person.
    pub(super) fn is_braked(&mut self, request: RequestId, state: &State) -> Result<bool, DaemonError> {
        let figures = self.figures(request, Channel::Email)?;
        let brakes = state.legs.get(&Channel::Email).is_some_and(|leg| must_brake(leg, figures));
        if brakes {
            self.step(Some(request), Event::ReceiptsCame(figures), Step::default())?;
        }
        Ok(brakes)
    }

    /// What may leave now under the provider's limits: at most so many parcels of so many people.
    pub(super) fn wanted(&self, of: &Leaving<'_>, parcels: u32, now: i64) -> Result<Wanted, DaemonError> {
        let smtp = &self.config.smtp;
        let (messages, recipients) = self.ledger.spent(now)?;
        let messages_left = u64::from(smtp.messages_per_minute).saturating_sub(messages);
        let people_left = u64::from(smtp.recipients_per_day).saturating_sub(recipients);
        let one_by_one = of.state.per_person;
        let parcels_left = if one_by_one { u64::from(parcels) } else { messages_left };
        let most = if one_by_one { GROUP_MAX } else { smtp.recipients_per_message };
        Ok(Wanted {
            request: of.request,
            channel: Channel::Email,
            parcels: parcels.min(u32::try_from(parcels_left).unwrap_or(u32::MAX)),
            people_each: most,
            people: if one_by_one { people_left.min(messages_left) } else { people_left },
            deferred_before: now - DEFERRED_AGAIN_SECS,
        })
    }

    /// One turn at the ledger: what became of the last parcels, and the next ones, marked as leaving.
    pub(super) fn turn(&mut self, ended: &mut Vec<Ended>, wanted: Option<&Wanted>) -> Result<Vec<Parcel>, DaemonError> {
        let request = wanted.map(|it| it.request);
        let protocol = match request.map(|it| self.ledger.request(it)).transpose()?.flatten() {
            Some(row) => row.protocol.as_str().to_owned(),
            None => String::new(),
        };
        let (name, now) = (self.names_of(&protocol), self.clock.now());
        let trial = &self.config.trial;
        let taken = self.ledger.turn(ended, wanted, now, name, |it| really(trial, it))?;
        for one in ended.drain(..) {
            Self::told_of(&one);
        }
        self.alive();
        Ok(taken)
    }

    /// One turn at the ledger for parcels that are chosen: what became of the last ones, and these marked as leaving.
    pub(super) fn depart(
        &mut self,
        shelf: &mut Shelf,
        begins: &mut [Parcel],
        ended: &mut Vec<Ended>,
    ) -> Result<(), DaemonError> {
        if begins.is_empty() && ended.is_empty() {
            return Ok(());
        }
        let trial = &self.config.trial;
        self.ledger.depart(shelf, begins, ended, self.clock.now(), |it| really(trial, it))?;
        for one in ended.drain(..) {
            Self::told_of(&one);
        }
        self.alive();
        Ok(())
    }

    /// Envelope id and Message-ID of a parcel by its number.
    pub(super) fn names_of(&self, protocol: &str) -> impl Fn(u32) -> (String, String) + use<> {
        let host = self.rules.office.assessoria.envia_de.mail_host().to_owned();
        let protocol = protocol.to_owned();
        move |n: u32| {
            let tag = rand::random::<u32>();
            let envelope = EnvelopeId::new(&format!("{protocol}.p{n}.{tag:08x}"));
            let id = format!("<{}.p{n}.{tag:08x}@{host}>", protocol.to_lowercase());
            (envelope.as_str().to_owned(), id)
        }
    }

    /// What a parcel's end means: a line in the log. Where nobody knows, evidence is sought and the desk asked.
    fn told_of(ended: &Ended) {
        let parcel = &ended.parcel;
        let accepted = ended.verdicts.iter().filter(|it| it.state == RecipientState::Accepted).count();
        let in_doubt = ended.status == "doubt";
        tracing::info!(
            request = parcel.request.0,
            parcel = parcel.n,
            people = parcel.people.len(),
            accepted,
            in_doubt,
            "parcel"
        );
    }

    /// The server does not let us send from this address: nobody on the list is to blame, somebody has to mend it.
    pub(super) fn sender_is_refused(&mut self, reply: Option<&str>) -> Result<(), DaemonError> {
        let Some(reply) = reply else { return Ok(()) };
        let from = self.rules.office.assessoria.envia_de.clone();
        self.tell_desk(
            "O servidor não aceita o remetente",
            &format!("{from}: {reply}. A conta do carteiro precisa da permissão «Enviar como» (Send As) desta caixa."),
        )
    }

    /// The people of a parcel who really receive, and the verdicts of those who, on trial, do not.
    pub(super) fn on_trial(&self, parcel: &Parcel) -> (Vec<(usize, EmailAddress)>, Vec<Verdict>) {
        let mut people = Vec::new();
        let mut kept_back = Vec::new();
        for (index, person) in parcel.people.iter().enumerate() {
            match EmailAddress::parse(&person.contact) {
                Ok(address) if !self.config.trial.enabled || self.config.trial.deliver_to.contains(&address) => {
                    people.push((index, address));
                }
                Ok(_) => kept_back.push(Verdict {
                    contact: person.contact.clone(),
                    seq: person.seq,
                    state: RecipientState::Cancelled,
                    status: None,
                    reply: Some(ON_TRIAL.to_owned()),
                }),
                Err(error) => {
                    let outcome = Outcome::Refused { reply: error.to_string() };
                    kept_back.push(verdict(&person.contact, person.seq, &outcome));
                }
            }
        }
        (people, kept_back)
    }

    /// A parcel that cannot be made is refused for everybody in it, and a person is told.
    pub(super) fn park(&mut self, parcel: Parcel, reason: &str) -> Result<Ended, DaemonError> {
        let verdicts: Vec<Verdict> = parcel
            .people
            .iter()
            .map(|it| verdict(&it.contact, it.seq, &Outcome::Refused { reply: reason.to_owned() }))
            .collect();
        self.tell_desk("Uma remessa não pôde ser montada", reason)?;
        Ok(Ended { parcel, status: "answered", reply: reason.to_owned(), verdicts })
    }

    /// One copy of what was sent lies in the archive; a share that is away is no reason to stop.
    pub(super) fn keep_copy(&self, state: &State, parcel: &Parcel, raw: &[u8]) {
        if parcel.n > 1 {
            return;
        }
        if let Err(error) = self.archive.write(&format!("{}/enviado.eml", state.folder), raw) {
            tracing::warn!(request = parcel.request.0, reason = %error, "the copy of what was sent could not be archived");
        }
    }

    /// Nobody is left to send to now: the sending has ended, or waits for people who were deferred.
    fn end_sending(&mut self, request: RequestId) -> Result<(), DaemonError> {
        self.give_up_deferred(request)?;
        let tally = self.ledger.tally(request, Channel::Email)?;
        if tally.to_send() > 0 {
            return Ok(());
        }
        let figures = self.figures(request, Channel::Email)?;
        self.step(Some(request), Event::SendingEnded(figures), Step::default())?;
        Ok(())
    }

    /// People whom our own server deferred too often count as refused.
    fn give_up_deferred(&mut self, request: RequestId) -> Result<(), DaemonError> {
        Ok(self.ledger.refuse_tired(request, Channel::Email, PERSON_TRIES_MAX, self.clock.now())?)
    }
}

/// What our own server said of a person, as the ledger keeps it.
pub(super) fn verdict(contact: &str, seq: u32, outcome: &Outcome) -> Verdict {
    let (state, reply) = match outcome {
        Outcome::Accepted { reply } => (RecipientState::Accepted, reply),
        Outcome::Deferred { reply } => (RecipientState::Deferred, reply),
        Outcome::Refused { reply } => (RecipientState::Refused, reply),
        Outcome::Unknown { reason } => (RecipientState::InDoubt, reason),
    };
    let status = reply.split_whitespace().find(|it| is_status(it)).map(str::to_owned);
    Verdict { contact: contact.to_owned(), seq, state, status, reply: Some(reply.clone()) }
}

/// Under which note the ledger holds that a server without delivery receipts took mail of a request.
fn no_receipts_note(request: RequestId) -> String {
    format!("no-receipts.{}", request.0)
}

/// Whether somebody really receives: on trial only those who are named for it.
fn really(trial: &Trial, person: &RecipientRow) -> bool {
    !trial.enabled || trial.deliver_to.iter().any(|it| it.key() == person.contact)
}

/// `5.1.1` (RFC 3463, 2).
fn is_status(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    parts.len() == 3
        && matches!(parts.first(), Some(&("2" | "4" | "5")))
        && parts.iter().all(|it| !it.is_empty() && it.len() <= 3 && it.bytes().all(|b| b.is_ascii_digit()))
}

/// What the server said of a letter.
struct LetterVerdict {
    unknown: Option<String>,
    accepted: Option<String>,
    refused: Option<String>,
}
