//! Letters and parcels on their way out: written down as leaving, sent, and what became of them written down.
//!
//! | the process ends | what the ledger holds | what happens next |
//! |---|---|---|
//! | before `leaving` is written | waiting / due | it is sent |
//! | after that, before the server answered | leaving | doubt: a receipt or a person decides |
//! | after the answer, before it is written | leaving | doubt, as above |
//! | after the verdicts are written | answered / sent | nothing |

use super::people::values_of;
use super::requests::Step;
use super::{Daemon, DaemonError};
use crate::channel::email::{self, Communication};
use crate::ledger::{Letter, Parcel, Verdict};
use crate::office::content::Filing;
use crate::office::{Channel, EmailAddress, EnvelopeId, Outcome, RecipientState, RequestId};
use crate::request::{Event, LegStatus, State, must_brake};
use crate::smtp::{Envelope, Line, Receipts};

/// Letters in a pass, so that mail and parcels get their turn.
const LETTERS_IN_A_PASS: u32 = 50;

/// Parcels in a pass: between two passes a cancellation is seen.
const PARCELS_IN_A_PASS: u32 = 20;

/// When a person whom our own server refused for now is tried again, in seconds.
const DEFERRED_AGAIN_SECS: i64 = 300;

/// Tries at a letter before it counts as refused: with the waits between them about a day.
const LETTER_TRIES_MAX: u32 = 12;

/// Tries at a person before the deferral counts as refused.
const PERSON_TRIES_MAX: u32 = 12;

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
        let mut sent = 0;
        for row in self.ledger.sending_requests()? {
            let Some(state) = self.state_of(row.id)? else { continue };
            if state.legs.get(&Channel::Email).is_some_and(|leg| leg.status == LegStatus::Sending) {
                sent += self
                    .send_request(
                        row.id,
                        &state,
                        PARCELS_IN_A_PASS.saturating_sub(u32::try_from(sent).unwrap_or(u32::MAX)),
                    )
                    .await?;
            }
        }
        Ok(sent)
    }

    async fn send_request(&mut self, request: RequestId, state: &State, parcels_max: u32) -> Result<u64, DaemonError> {
        let filing = self.archive.filed(&state.folder)?;
        let mut line: Option<Line> = None;
        let mut sent = 0;
        for _ in 0..parcels_max {
            let now = self.clock.now();
            let Some(people_max) = self.allowed(state, now)? else { break };
            if line.as_ref().is_none_or(|it| !it.is_usable()) {
                match Line::open(&self.route).await {
                    Ok(open) => line = Some(open),
                    Err(error) => {
                        tracing::warn!(reason = %error, "the server that takes our mail does not answer");
                        break;
                    }
                }
            }
            let Some(parcel) = self.next_parcel(request, state, people_max, now)? else {
                self.end_sending(request)?;
                break;
            };
            let Some(open) = line.as_mut() else { break };
            if state.per_person {
                self.send_each(open, state, &filing, &parcel).await?;
            } else {
                self.send_parcel(open, state, &filing, &parcel).await?;
            }
            sent += 1;
            if self.is_braked(request, state)? {
                break;
            }
        }
        if let Some(line) = line {
            line.quit().await;
        }
        Ok(sent)
    }

    /// Whether too many addresses fail: then the rest waits for a person.
    fn is_braked(&mut self, request: RequestId, state: &State) -> Result<bool, DaemonError> {
        let figures = self.figures(request, Channel::Email)?;
        let brakes = state.legs.get(&Channel::Email).is_some_and(|leg| must_brake(leg, figures));
        if brakes {
            self.step(Some(request), Event::ReceiptsCame(figures), Step::default())?;
        }
        Ok(brakes)
    }

    /// How many people may leave now under the provider's limits; `None` when it has to wait.
    fn allowed(&self, state: &State, now: i64) -> Result<Option<u32>, DaemonError> {
        let smtp = &self.config.smtp;
        let (messages, recipients) = self.ledger.spent(now)?;
        let messages_left = u64::from(smtp.messages_per_minute).saturating_sub(messages);
        let people_left = u64::from(smtp.recipients_per_day).saturating_sub(recipients);
        let people = people_left.min(u64::from(smtp.recipients_per_message));
        let people = if state.per_person { people.min(messages_left) } else { people };
        Ok(u32::try_from(people).ok().filter(|it| *it > 0 && messages_left > 0))
    }

    fn next_parcel(
        &mut self,
        request: RequestId,
        state: &State,
        max: u32,
        now: i64,
    ) -> Result<Option<Parcel>, DaemonError> {
        let host = self.rules.office.assessoria.envia_de.mail_host().to_owned();
        let protocol = state.protocol.clone();
        let tag = rand::random::<u32>();
        let name = move |n: u32| {
            let envelope = EnvelopeId::new(&format!("{protocol}.p{n}.{tag:08x}"));
            let id = format!("<{}.p{n}.{tag:08x}@{host}>", protocol.to_lowercase());
            (envelope.as_str().to_owned(), id)
        };
        if let Some(parcel) = self.ledger.take_parcel(request, Channel::Email, max, now, &name)? {
            return Ok(Some(parcel));
        }
        Ok(self.ledger.take_deferred(request, Channel::Email, max, now - DEFERRED_AGAIN_SECS, now, &name)?)
    }

    /// One message to all people of a parcel.
    async fn send_parcel(
        &mut self,
        line: &mut Line,
        state: &State,
        filing: &Filing,
        parcel: &Parcel,
    ) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let Some(message) = filing.messages.get(&Channel::Email) else {
            return self.park(parcel, "there is no message for email in the archive");
        };
        let communication = self.communication(state, filing, message);
        let raw = match email::parcel(&communication, &parcel.message_id, now, None) {
            Ok(raw) => raw,
            Err(error) => return self.park(parcel, &error.to_string()),
        };
        let (people, kept_back) = self.on_trial(parcel);
        let mut verdicts = kept_back;
        let mut reply = String::new();
        if !people.is_empty() {
            let envelope = Envelope {
                from: Some(self.rules.office.assessoria.envia_de.clone()),
                recipients: people.iter().map(|(_, address)| address.clone()).collect(),
                envelope_id: Some(EnvelopeId::new(&parcel.envelope_id)),
                receipts: Receipts::Ask,
            };
            self.ledger.spend(1, u32::try_from(envelope.recipients.len()).unwrap_or(u32::MAX), now)?;
            let answer = line.send(&envelope, &raw).await;
            for ((index, _), outcome) in people.iter().zip(&answer.outcomes) {
                verdicts.extend(parcel.people.get(*index).map(|person| verdict(&person.contact, person.seq, outcome)));
            }
            if !answer.receipts_asked {
                reply.push_str("no DSN");
            }
            self.sender_is_refused(answer.sender_refused.as_deref())?;
        }
        self.keep_copy(state, parcel, &raw);
        self.answered(parcel, &reply, &verdicts)
    }

    /// One message for each person of a parcel.
    async fn send_each(
        &mut self,
        line: &mut Line,
        state: &State,
        filing: &Filing,
        parcel: &Parcel,
    ) -> Result<(), DaemonError> {
        let Some(message) = filing.messages.get(&Channel::Email) else {
            return self.park(parcel, "there is no message for email in the archive");
        };
        let (people, mut verdicts) = self.on_trial(parcel);
        for (index, address) in people {
            let Some(person) = parcel.people.get(index) else { continue };
            let now = self.clock.now();
            if !line.is_usable() {
                let outcome =
                    Outcome::Deferred { reply: "the connection ended before this person's message".to_owned() };
                verdicts.push(verdict(&person.contact, person.seq, &outcome));
                continue;
            }
            let host = self.rules.office.assessoria.envia_de.mail_host();
            let name = format!("{}.s{}.p{}", state.protocol.to_lowercase(), person.seq, parcel.n);
            let communication = self.communication(state, filing, message);
            let raw = match email::parcel(&communication, &format!("<{name}@{host}>"), now, Some(&values_of(person))) {
                Ok(raw) => raw,
                Err(error) => {
                    let outcome = Outcome::Refused { reply: error.to_string() };
                    verdicts.push(verdict(&person.contact, person.seq, &outcome));
                    continue;
                }
            };
            let envelope = Envelope {
                from: Some(self.rules.office.assessoria.envia_de.clone()),
                recipients: vec![address],
                envelope_id: Some(EnvelopeId::new(&name)),
                receipts: Receipts::Ask,
            };
            self.ledger.spend(1, 1, now)?;
            let answer = line.send(&envelope, &raw).await;
            self.sender_is_refused(answer.sender_refused.as_deref())?;
            verdicts.extend(answer.outcomes.first().map(|outcome| verdict(&person.contact, person.seq, outcome)));
        }
        self.answered(parcel, "", &verdicts)
    }

    /// The server does not let us send from this address: nobody on the list is to blame, somebody has to mend it.
    fn sender_is_refused(&mut self, reply: Option<&str>) -> Result<(), DaemonError> {
        let Some(reply) = reply else { return Ok(()) };
        let from = self.rules.office.assessoria.envia_de.clone();
        self.tell_desk(
            "O servidor não aceita o remetente",
            &format!("{from}: {reply}. A conta do carteiro precisa da permissão «Enviar como» (Send As) desta caixa."),
        )
    }

    fn communication<'a>(
        &'a self,
        state: &'a State,
        filing: &'a Filing,
        message: &'a crate::office::content::Message,
    ) -> Communication<'a> {
        Communication {
            from_name: &self.config.institute.name,
            from: &self.rules.office.assessoria.envia_de,
            subject: filing.subject.as_deref().or(state.subject.as_deref()).unwrap_or(&state.thread.subject),
            message,
        }
    }

    /// The people of a parcel who really receive, and the verdicts of those who, on trial, do not.
    fn on_trial(&self, parcel: &Parcel) -> (Vec<(usize, EmailAddress)>, Vec<Verdict>) {
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
                    reply: Some("modo de teste: não enviado".to_owned()),
                }),
                Err(error) => {
                    let outcome = Outcome::Refused { reply: error.to_string() };
                    kept_back.push(verdict(&person.contact, person.seq, &outcome));
                }
            }
        }
        (people, kept_back)
    }

    fn answered(&mut self, parcel: &Parcel, reply: &str, verdicts: &[Verdict]) -> Result<(), DaemonError> {
        let in_doubt = verdicts.iter().any(|it| it.state == RecipientState::InDoubt);
        let status = if in_doubt { "doubt" } else { "answered" };
        let accepted = verdicts.iter().filter(|it| it.state == RecipientState::Accepted).count();
        tracing::info!(
            request = parcel.request.0,
            parcel = parcel.n,
            people = verdicts.len(),
            accepted,
            in_doubt,
            "parcel"
        );
        self.ledger.parcel_answered(parcel, status, reply, verdicts, self.clock.now())?;
        // What is in doubt is asked of the desk in the next pass.
        Ok(())
    }

    /// A parcel that cannot be made goes back untouched, and a person is told.
    fn park(&mut self, parcel: &Parcel, reason: &str) -> Result<(), DaemonError> {
        let verdicts: Vec<Verdict> = parcel
            .people
            .iter()
            .map(|it| verdict(&it.contact, it.seq, &Outcome::Refused { reply: reason.to_owned() }))
            .collect();
        self.ledger.parcel_answered(parcel, "answered", reason, &verdicts, self.clock.now())?;
        self.tell_desk("Uma remessa não pôde ser montada", reason)
    }

    /// One copy of what was sent lies in the archive; a share that is away is no reason to stop.
    fn keep_copy(&self, state: &State, parcel: &Parcel, raw: &[u8]) {
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
fn verdict(contact: &str, seq: u32, outcome: &Outcome) -> Verdict {
    let (state, reply) = match outcome {
        Outcome::Accepted { reply } => (RecipientState::Accepted, reply),
        Outcome::Deferred { reply } => (RecipientState::Deferred, reply),
        Outcome::Refused { reply } => (RecipientState::Refused, reply),
        Outcome::Unknown { reason } => (RecipientState::InDoubt, reason),
    };
    let status = reply.split_whitespace().find(|it| is_status(it)).map(str::to_owned);
    Verdict { contact: contact.to_owned(), seq, state, status, reply: Some(reply.clone()) }
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
