//! What only a person may decide: asked of the desk once each, decided by one word in an answer from its mailbox.
//!
//! An answer counts if all of this holds; in any other case a person is told, and nothing is done:
//!
//! | what | why |
//! |---|---|
//! | the sender is the desk, and our own server vouches for it | a forged `From` decides nothing |
//! | it names our question (In-Reply-To, References) and bears its token (subject) | a word said elsewhere is no answer |
//! | the first line that the person wrote is one of the words of `[decisoes]`, and nothing else | a quoted word is no decision |
//! | what was asked about is still the same | consent to one list is none to another |
//!
//! The letter, its question and the step that asks are one transaction, and so are the step, the answer and the mail
//! that brings it; parcels are settled one by one before, and one that is settled is passed over the second time.

use super::letters::notes_of;
use super::mails::InHand;
use super::requests::Step;
use super::{Daemon, DaemonError};
use crate::ledger::{Answer, NewLetter, NewQuestion, Parcel, Place, Question, Topic};
use crate::mail::authenticity::{IdentityPolicy, identity};
use crate::mail::blocks::of_mail;
use crate::mail::incoming::IncomingMail;
use crate::office::{Class, EmailAddress, RequestId, fold};
use crate::phrases::{About, Choice, DecisionTaken, Doubt, Held, Phrase, Text};
use crate::request::{Event, LegStatus, Phase, State, Thread};

/// A parcel in doubt is asked about after this time, in seconds: a receipt, where one comes, often comes before.
const ASKED_AFTER_SECS: i64 = 120;

/// Why a doubt is over, as the ledger notes it.
pub(super) const BY_A_PERSON: &str = "decided by a person";

/// The words of the vocabulary, and what each decides.
const WORDS: [(&str, Choice); 4] = [
    ("aprovar", Choice::Approve),
    ("cancelar", Choice::Cancel),
    ("reenviar", Choice::Resend),
    ("enviado", Choice::Sent),
];

/// Letters that only tell the desk something: a lost one is told again in the digest of the day.
const TO_DESK: [&str; 9] =
    ["to-desk", "trouble", "alarm", "stranger", "held", "doubt", "decision", "digest-of-day", "digest-of-month"];

impl Daemon {
    /// Asks the desk about everything in doubt that it was not asked about; says how many questions there were.
    pub(super) async fn ask_desk(&mut self) -> Result<u64, DaemonError> {
        let now = self.clock.now();
        let mut asked = 0;
        let parcels = self.ledger.doubtful_parcels(None)?;
        let mut requests: Vec<RequestId> = parcels.iter().map(|it| it.request).collect();
        requests.dedup();
        for request in requests {
            let mine: Vec<Parcel> = parcels.iter().filter(|it| it.request == request).cloned().collect();
            let left_at = self.ledger.parcels_of(request)?.into_iter().filter(|it| it.status == "doubt");
            let left_at = left_at.filter_map(|it| it.left_at).max().unwrap_or(now);
            let bound_to = numbers(&mine);
            if now - left_at < ASKED_AFTER_SECS || self.ledger.was_asked(Topic::DoubtfulParcels, &bound_to)? {
                continue;
            }
            let (mine, searched) = self.parcels_without_copy(mine).await?;
            let bound_to = numbers(&mine);
            if mine.is_empty() || self.ledger.was_asked(Topic::DoubtfulParcels, &bound_to)? {
                continue;
            }
            let Some(state) = self.state_of(request)? else { continue };
            let people = mine.iter().map(|it| it.people.len() as u64).sum();
            let text = self.rules.phrases.render(Phrase::Doubt(&Doubt {
                about: self.about(&state),
                at: super::clock::local(left_at, &self.policy.zone),
                recipients: people,
                known: searched.words().to_owned(),
            }));
            self.ask("doubt", Some((request, &state)), (Topic::DoubtfulParcels, bound_to), text)?;
            asked += 1;
        }
        for letter in self.ledger.doubtful_letters()? {
            let bound_to = letter.id.0.to_string();
            if TO_DESK.contains(&letter.kind.as_str()) || self.ledger.was_asked(Topic::DoubtfulLetter, &bound_to)? {
                continue;
            }
            if self.letter_has_copy(&letter).await? {
                continue;
            }
            let state = letter.request.map(|it| self.state_of(it)).transpose()?.flatten();
            let about = state.as_ref().map(|it| self.about(it)).unwrap_or_default();
            let what = if letter.kind == "package" { "um pacote ao call center" } else { "uma mensagem" };
            let held = Held {
                about: About { subject: format!("não se sabe se {what} chegou"), ..about },
                from: "carteiro".to_owned(),
                reason: format!(
                    "o sistema ou o servidor parou enquanto {what} saía para {}. Confirme com quem deveria receber",
                    letter.rcpt.join(", ")
                ),
                answers: vec![Choice::Sent, Choice::Resend],
                excerpt: None,
            };
            let text = self.rules.phrases.render(Phrase::HeldForPerson(&held));
            let about = letter.request.zip(state.as_ref());
            self.ask("doubt", about, (Topic::DoubtfulLetter, bound_to), text)?;
            asked += 1;
        }
        Ok(asked)
    }

    fn ask(
        &mut self,
        kind: &'static str,
        about: Option<(RequestId, &State)>,
        (topic, bound_to): (Topic, String),
        text: Text,
    ) -> Result<(), DaemonError> {
        let token = new_token();
        let protocol = about.map(|(_, state)| state.protocol.as_str());
        let letter = self.letter_to_desk(kind, protocol, &with_token(text, &token), &[])?;
        let question = NewQuestion { token, message_id: letter.message_id.clone(), topic, bound_to };
        Ok(self.ledger.ask(about.map(|(request, _)| request), &question, &letter, self.clock.now())?)
    }

    /// A question to the desk about a request that waits for it, in the letter that tells why it waits.
    pub(super) fn question_about(&self, state: &State, letter: &NewLetter, token: String) -> NewQuestion {
        NewQuestion { token, message_id: letter.message_id.clone(), topic: Topic::Held, bound_to: state.digest.clone() }
    }

    /// Whether the mail is the desk's decision; then it is carried out, or a person is told why not.
    pub(super) fn desk_decides(&mut self, in_hand: &InHand) -> Result<bool, DaemonError> {
        if in_hand.understood.facts.class == Class::AutoReply {
            return Ok(false);
        }
        let Some(question) = self.question_answered(&in_hand.mail)? else { return Ok(false) };
        if matches!(question.asked.topic, Topic::Preview | Topic::Approval) {
            return Ok(false);
        }
        let Some(choice) = self.word_of(&in_hand.mail) else { return Ok(false) };
        let refused = |why: &str| format!("chegou a palavra {}, que não valeu: {why}", name_of(choice));
        let Some(by) = self.desk_person(&in_hand.mail) else {
            let why = refused("quem escreveu não é da assessoria, ou nosso servidor não confirma que seja");
            return self.hand_to_person(in_hand, &why).map(|()| true);
        };
        if !bears_token(&in_hand.mail.subject, &question.asked.token) {
            let why = refused("responda ao próprio aviso, sem mudar o assunto");
            return self.hand_to_person(in_hand, &why).map(|()| true);
        }
        if question.is_answered {
            let id = in_hand.row.id;
            self.ledger.decide_mail(id, Place::Done, Some("decision"), Some("já estava decidido"))?;
            return Ok(true);
        }
        let done = match question.asked.topic {
            Topic::DoubtfulParcels => self.settle_parcels(in_hand, &question, choice, &by)?,
            Topic::DoubtfulLetter => self.settle_letter(in_hand, &question, choice, &by)?,
            Topic::Held => self.settle_request(in_hand, &question, choice, &by)?,
            Topic::Preview | Topic::Approval => return Ok(false),
        };
        if let Err(why) = done {
            self.hand_to_person(in_hand, &refused(why))?;
        } else {
            tracing::info!(mail = in_hand.row.id.0, word = name_of(choice), "the desk decided");
        }
        Ok(true)
    }

    /// The question that a mail answers: the nearest reference counts.
    fn question_answered(&self, mail: &IncomingMail) -> Result<Option<Question>, DaemonError> {
        for id in mail.in_reply_to.iter().chain(mail.references.iter().rev()) {
            let id = crate::office::MessageId::new(id);
            if let Some(question) = self.ledger.question_of(id.as_str())? {
                return Ok(Some(question));
            }
        }
        Ok(None)
    }

    /// The word that is the whole of the first line that the person wrote; what is quoted does not count.
    fn word_of(&self, mail: &IncomingMail) -> Option<Choice> {
        let words = &self.rules.vocabulary;
        let line = first_line(mail)?;
        let line = fold(line.trim().trim_matches(|c: char| !c.is_alphanumeric()));
        WORDS.iter().find(|(key, _)| words.phrases("decisoes", key).contains(&line)).map(|(_, choice)| *choice)
    }

    /// The sender, if it is one of the desk's addresses and our own server vouches for it.
    fn desk_person(&self, mail: &IncomingMail) -> Option<EmailAddress> {
        let policy = IdentityPolicy {
            authserv_id: self.config.identity.authserv_id.clone(),
            exchange_internal: self.config.identity.exchange_internal,
        };
        let from = mail.sender_address()?;
        let is_desk = self.rules.office.assessoria.enderecos.contains(from);
        (is_desk && identity(mail, &policy).trusted).then(|| from.clone())
    }

    fn settle_parcels(
        &mut self,
        in_hand: &InHand,
        question: &Question,
        choice: Choice,
        by: &EmailAddress,
    ) -> Result<Result<(), &'static str>, DaemonError> {
        let was_sent = match choice {
            Choice::Sent => true,
            Choice::Resend => false,
            Choice::Approve | Choice::Cancel => return Ok(Err("responda ENVIADO ou REENVIAR")),
        };
        let Some(request) = question.request else { return Ok(Err("o pedido não existe mais")) };
        let now = self.clock.now();
        let asked: Vec<&str> = question.asked.bound_to.split(',').collect();
        for parcel in self.ledger.doubtful_parcels(Some(request))? {
            if asked.contains(&parcel.id.0.to_string().as_str()) {
                self.ledger.resolve(&parcel, was_sent, BY_A_PERSON, now)?;
            }
        }
        let line = if was_sent { "dúvida decidida: tinha saído" } else { "dúvida decidida: será enviado de novo" };
        self.ledger.tell(request, &format!("{line} ({by})"), now)?;
        if !was_sent {
            self.step(Some(request), Event::SendAgain, Step::default())?;
        }
        self.confirm(in_hand, question, choice, by)?;
        Ok(Ok(()))
    }

    fn settle_letter(
        &mut self,
        in_hand: &InHand,
        question: &Question,
        choice: Choice,
        by: &EmailAddress,
    ) -> Result<Result<(), &'static str>, DaemonError> {
        let now = self.clock.now();
        let doubtful = self.ledger.doubtful_letters()?;
        let letter = doubtful.into_iter().find(|it| it.id.0.to_string() == question.asked.bound_to);
        match (choice, letter) {
            (Choice::Sent, Some(letter)) => self.ledger.letter_ended(letter.id, "sent", BY_A_PERSON)?,
            (Choice::Resend, Some(letter)) => self.ledger.letter_deferred(letter.id, now, BY_A_PERSON)?,
            (Choice::Sent | Choice::Resend, None) => {}
            (Choice::Approve | Choice::Cancel, _) => return Ok(Err("responda ENVIADO ou REENVIAR")),
        }
        self.confirm(in_hand, question, choice, by)?;
        Ok(Ok(()))
    }

    fn settle_request(
        &mut self,
        in_hand: &InHand,
        question: &Question,
        choice: Choice,
        by: &EmailAddress,
    ) -> Result<Result<(), &'static str>, DaemonError> {
        let Some(request) = question.request else { return Ok(Err("o pedido não existe mais")) };
        let Some(state) = self.state_of(request)? else { return Ok(Err("o pedido não existe mais")) };
        if state.digest != question.asked.bound_to {
            return Ok(Err("o pedido mudou depois deste aviso"));
        }
        if !choices(&state).contains(&choice) {
            return Ok(Err("o pedido não espera mais por esta palavra"));
        }
        let event = match choice {
            Choice::Approve => Event::Released { by: by.clone() },
            Choice::Cancel => Event::Cancelled { message_id: None },
            Choice::Resend => {
                self.ledger.try_again(request, self.clock.now())?;
                self.confirm(in_hand, question, choice, by)?;
                return Ok(Ok(()));
            }
            Choice::Sent => return Ok(Err("responda APROVAR ou CANCELAR")),
        };
        let step = Step {
            mail: Some((in_hand.row.id, Place::Done, "decision")),
            message_id: in_hand.mail.message_id.clone(),
            notes: notes_of(Some(by.clone())),
            answer: Some(answer_of(question, choice, by)),
            letters: vec![self.confirmation(in_hand, Some(&state), choice, by)?],
            ..Step::default()
        };
        self.step(Some(request), event, step)?;
        Ok(Ok(()))
    }

    /// Writes the answer down, and tells the person what it did.
    fn confirm(
        &mut self,
        in_hand: &InHand,
        question: &Question,
        choice: Choice,
        by: &EmailAddress,
    ) -> Result<(), DaemonError> {
        let state = question.request.map(|it| self.state_of(it)).transpose()?.flatten();
        let letter = self.confirmation(in_hand, state.as_ref(), choice, by)?;
        let answer = answer_of(question, choice, by);
        let mail = (in_hand.row.id, Place::Done, "decision");
        Ok(self.ledger.answer(&answer, mail, question.request, &letter, self.clock.now())?)
    }

    fn confirmation(
        &self,
        in_hand: &InHand,
        state: Option<&State>,
        choice: Choice,
        by: &EmailAddress,
    ) -> Result<NewLetter, DaemonError> {
        let about = state.map(|it| self.about(it)).unwrap_or_default();
        let taken = DecisionTaken { about, choice, by: by.clone() };
        let text = self.rules.phrases.render(Phrase::DecisionTaken(&taken));
        let thread = Thread {
            subject: in_hand.mail.subject.clone(),
            last: in_hand.mail.message_id.clone(),
            references: in_hand.mail.references.clone(),
        };
        let protocol = state.map(|it| it.protocol.as_str());
        self.letter_in_thread("decision", by, &thread, protocol, &text, &[])
    }

    /// APROVAR, with or without its mark and with nothing else in the first line, to exactly what approvers were shown.
    pub(super) fn is_plain_approval(&self, in_hand: &InHand, state: &State) -> Result<bool, DaemonError> {
        if state.phase != Phase::WaitingApproval || !self.consents_to_this(in_hand, state)? {
            return Ok(false);
        }
        let Some(line) = first_line(&in_hand.mail) else { return Ok(false) };
        let mark = token_said(&in_hand.mail).unwrap_or_default();
        let line = fold(&line.to_ascii_lowercase().replace(&mark, ""));
        let line = line.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        Ok(self.rules.vocabulary.phrases("decisoes", "aprovar").contains(&line))
    }

    /// SIM or NÃO, the whole of the first line, to exactly what was shown to the requester.
    pub(super) fn yes_or_no(&self, in_hand: &InHand, state: &State) -> Result<Option<bool>, DaemonError> {
        if state.phase != Phase::WaitingConfirmation || !self.consents_to_this(in_hand, state)? {
            return Ok(None);
        }
        let Some(line) = first_line(&in_hand.mail) else { return Ok(None) };
        let line = fold(line.trim().trim_matches(|c: char| !c.is_alphanumeric()));
        let says = |key: &str| self.rules.vocabulary.phrases("decisoes", key).contains(&line);
        Ok(if says("sim") { Some(true) } else { says("nao").then_some(false) })
    }

    /// Whether a consent answers a question about another text or list than the one that waits now: by the letter
    /// that it answers, or by the token that it repeats (`APROVAR 1a2b3c4d`).
    pub(super) fn consents_to_another(&self, in_hand: &InHand, state: &State) -> Result<bool, DaemonError> {
        let by_letter = self.question_answered(&in_hand.mail)?.filter(|it| it.asked.topic != Topic::Held);
        if by_letter.is_some_and(|it| it.asked.bound_to != state.digest) {
            return Ok(true);
        }
        let said = token_said(&in_hand.mail);
        Ok(said.is_some_and(|it| !state.digest.starts_with(&it)))
    }

    /// Whether a consent is an answer to exactly what waits now.
    pub(super) fn consents_to_this(&self, in_hand: &InHand, state: &State) -> Result<bool, DaemonError> {
        let by_letter = self.question_answered(&in_hand.mail)?;
        let is_named = by_letter.is_some_and(|it| it.asked.bound_to == state.digest);
        let said = token_said(&in_hand.mail);
        Ok(is_named || said.is_some_and(|it| state.digest.starts_with(&it)))
    }
}

/// The first line of a mail, unless it is quoted.
fn first_line(mail: &IncomingMail) -> Option<String> {
    let blocks = of_mail(mail);
    let first = blocks.iter().find(|it| !it.is_empty())?;
    (!first.is_history()).then(|| first.text())
}

/// Eight hexadecimal digits in the first line.
fn token_said(mail: &IncomingMail) -> Option<String> {
    let line = first_line(mail)?;
    let is_token = |it: &&str| it.len() == 8 && it.bytes().all(|b| b.is_ascii_hexdigit());
    line.to_ascii_lowercase().split(|c: char| !c.is_ascii_alphanumeric()).find(is_token).map(str::to_owned)
}

/// The words by which the desk can decide about a request as it stands.
pub(super) fn choices(state: &State) -> Vec<Choice> {
    let nothing_left = state.legs.values().all(|leg| leg.status == LegStatus::Held);
    match state.phase {
        Phase::Person if nothing_left => vec![Choice::Approve, Choice::Cancel],
        // The call center's server refused the package.
        Phase::Person => vec![Choice::Resend],
        Phase::WaitingData
        | Phase::WaitingConfirmation
        | Phase::WaitingApproval
        | Phase::Scheduled(_)
        | Phase::Window(_) => vec![Choice::Cancel],
        Phase::Sending | Phase::Returns | Phase::Closed | Phase::Cancelled => Vec::new(),
    }
}

/// A token that nobody guesses.
pub(super) fn new_token() -> String {
    format!("{:08x}", rand::random::<u32>())
}

/// The text with the token at the end of its subject, where every client keeps it.
pub(super) fn with_token(text: Text, token: &str) -> Text {
    Text { subject: format!("{} [#{token}]", text.subject), ..text }
}

/// Whether a subject bears this token, and no other.
fn bears_token(subject: &str, token: &str) -> bool {
    let mut found = subject.split("[#").skip(1).filter_map(|it| it.split(']').next()).peekable();
    found.peek().is_some() && found.all(|it| it.eq_ignore_ascii_case(token))
}

fn name_of(choice: Choice) -> &'static str {
    match choice {
        Choice::Approve => "APROVAR",
        Choice::Cancel => "CANCELAR",
        Choice::Resend => "REENVIAR",
        Choice::Sent => "ENVIADO",
    }
}

fn answer_of(question: &Question, choice: Choice, by: &EmailAddress) -> Answer {
    Answer { token: question.asked.token.clone(), word: name_of(choice), by: by.to_string() }
}

fn numbers(parcels: &[Parcel]) -> String {
    parcels.iter().map(|it| it.id.0.to_string()).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::bears_token;

    #[test]
    fn a_subject_bears_one_token_or_none() {
        assert!(bears_token("RES: AR-2026-0001 – Em dúvida [#1a2b3c4d]", "1a2b3c4d"));
        assert!(bears_token("RES: dúvida [#1A2B3C4D] [AR-2026-0001]", "1a2b3c4d"));
        assert!(!bears_token("RES: dúvida", "1a2b3c4d"));
        assert!(!bears_token("RES: dúvida [#ffffffff]", "1a2b3c4d"));
        assert!(!bears_token("RES: [#1a2b3c4d] [#ffffffff]", "1a2b3c4d"));
    }
}
