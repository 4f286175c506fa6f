//! Words to the desk: what went wrong, what waits for a person, and silence that must not go unnoticed.

use super::requests::Step;
use super::{Daemon, DaemonError};
use crate::ledger::NewLetter;
use crate::mailbox::MailboxError;
use crate::office::Protocol;
use crate::phrases::{About, Alarm, AlarmOf, Held, Phrase, RulesNews, Text};
use crate::request::{Event, LegStatus};

/// A mailbox that has been silent this long is told to a person, in seconds.
const SILENT_MAX_SECS: i64 = 15 * 60;

/// The same trouble is told again after this time, in seconds.
const TOLD_AGAIN_SECS: i64 = 24 * 3600;

/// Under which note the ledger holds when the silence of a mailbox was told; empty once it is over.
pub(super) fn silent_note(mailbox: &str) -> String {
    format!("silent.{mailbox}")
}

impl Daemon {
    /// Tells the desk of trouble that belongs to no mail, at most once a day for each kind.
    pub(super) fn tell_desk(&mut self, subject: &str, reason: &str) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let key = format!("told.{subject}");
        let last: Option<i64> = self.ledger.remembered(&key)?.and_then(|it| it.parse().ok());
        if last.is_some_and(|at| now - at < TOLD_AGAIN_SECS) {
            return Ok(());
        }
        let held = Held {
            about: About { protocol: None, subject: subject.to_owned(), name: None },
            from: "carteiro".to_owned(),
            reason: reason.to_owned(),
            answers: Vec::new(),
            excerpt: None,
        };
        let text = self.rules.phrases.render(Phrase::HeldForPerson(&held));
        let letter = self.letter_to_desk("trouble", None, &text, &[])?;
        self.ledger.add_letter(&letter, now)?;
        Ok(self.ledger.remember(&key, &now.to_string())?)
    }

    /// A mailbox does not answer: after a quarter of an hour a person is told.
    pub(super) fn mailbox_is_silent(&mut self, name: &str, error: &MailboxError) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let Some(position) = self.ledger.position(name)? else { return Ok(()) };
        if now - position.proven_at < SILENT_MAX_SECS {
            return Ok(());
        }
        let key = silent_note(name);
        let last: Option<i64> = self.ledger.remembered(&key)?.and_then(|it| it.parse().ok());
        if last.is_some_and(|at| now - at < TOLD_AGAIN_SECS) {
            return Ok(());
        }
        let trouble = super::of_mailbox(error);
        let alarm = Alarm {
            what: AlarmOf::Mailbox(name.to_owned()),
            since: super::clock::local(position.proven_at, &self.policy.zone),
            detail: trouble.what,
            remedy: Some(trouble.remedy),
        };
        let text = self.rules.phrases.render(Phrase::Alarm(&alarm));
        let letter = self.alarm_letter("alarm", &text)?;
        self.ledger.add_letter(&letter, now)?;
        Ok(self.ledger.remember(&key, &now.to_string())?)
    }

    /// What was told as an alarm works again: those who were told are told so.
    pub(super) fn alarm_is_over(&mut self, key: &str, what: AlarmOf) -> Result<(), DaemonError> {
        let told: Option<i64> = self.ledger.remembered(key)?.and_then(|it| it.parse().ok());
        let Some(told) = told else { return Ok(()) };
        let since = super::clock::local(told, &self.policy.zone);
        let alarm = Alarm { what, since, detail: String::new(), remedy: None };
        let text = self.rules.phrases.render(Phrase::AlarmOver(&alarm));
        let letter = self.alarm_letter("alarm", &text)?;
        let now = self.clock.now();
        self.together(|it| {
            it.ledger.add_letter(&letter, now)?;
            Ok(it.ledger.remember(key, "")?)
        })
    }

    /// The rule files were saved with mistakes: the administrator reads which and where.
    pub(super) fn rules_broken(&mut self, diagnostics: &str, mistakes: usize) -> Result<(), DaemonError> {
        let news = self.rules_news(diagnostics, mistakes);
        let text = self.rules.phrases.render(Phrase::RulesBroken(&news));
        let letter = self.alarm_letter("rules-broken", &text)?;
        Ok(self.ledger.add_letter(&letter, self.clock.now())?)
    }

    /// The rule files are right again.
    pub(super) fn rules_mended(&mut self) -> Result<(), DaemonError> {
        let news = self.rules_news("", 0);
        let text = self.rules.phrases.render(Phrase::RulesMended(&news));
        let letter = self.alarm_letter("rules-mended", &text)?;
        Ok(self.ledger.add_letter(&letter, self.clock.now())?)
    }

    /// A letter to the desk and to whoever else is told when something does not work (`[alarm] mail_to`).
    pub(super) fn alarm_letter(&self, kind: &'static str, text: &Text) -> Result<NewLetter, DaemonError> {
        let mut to = self.rules.office.assessoria.enderecos.clone();
        to.extend(
            self.config.alarm.mail_to.iter().filter(|it| !self.rules.office.assessoria.enderecos.contains(it)).cloned(),
        );
        self.letter_to(kind, &to, text, &[])
    }

    fn rules_news(&self, diagnostics: &str, mistakes: usize) -> RulesNews {
        RulesNews {
            version: self.rules.version.clone(),
            diagnostics: diagnostics.to_owned(),
            mistakes: mistakes as u64,
        }
    }

    /// After a start: a package in doubt is told to a person, and its report may still come.
    pub(super) fn settle_doubtful_letters(&mut self) -> Result<(), DaemonError> {
        for letter in self.ledger.doubtful_letters()? {
            let key = format!("doubt.{}", letter.id.0);
            if self.ledger.remembered(&key)?.is_some() {
                continue;
            }
            // Its report may still come; whether it left is asked of the desk in the next pass.
            self.together(|it| {
                if let (Some(request), "package") = (letter.request, letter.kind.as_str()) {
                    it.step(Some(request), Event::HandedOver, Step::default())?;
                }
                Ok(it.ledger.remember(&key, "told")?)
            })?;
        }
        Ok(())
    }
}

/// What a person decides on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonsDecision {
    /// Consents in the desk's name to what waits for it.
    Approve,
    /// Stops a request.
    Cancel,
    /// What was in doubt had been sent.
    WasSent,
    /// What was in doubt had not been sent: it is sent again.
    Resend,
    /// What was put aside is tried again.
    Retry,
}

impl Daemon {
    /// Carries out a person's decision; says what was done, or `None` if there is no such request.
    ///
    /// # Errors
    /// [`DaemonError`].
    pub fn person_decides(
        &mut self,
        protocol: &Protocol,
        decision: PersonsDecision,
    ) -> Result<Option<String>, DaemonError> {
        self.together(|it| it.carry_out(protocol, decision))
    }

    fn carry_out(&mut self, protocol: &Protocol, decision: PersonsDecision) -> Result<Option<String>, DaemonError> {
        let Some(row) = self.ledger.request_named(protocol)? else { return Ok(None) };
        let now = self.clock.now();
        let what = match decision {
            PersonsDecision::Approve => {
                let Some(state) = self.state_of(row.id)? else { return Ok(None) };
                if state.legs.values().any(|leg| leg.status == LegStatus::Braked) {
                    self.step(Some(row.id), Event::BrakeReleased, Step::default())?;
                    return Ok(Some("the sending goes on".to_owned()));
                }
                let by = match &state.approval {
                    Some(approval) => approval.by.first().cloned().unwrap_or_else(|| state.requester.clone()),
                    None => state.requester.clone(),
                };
                self.ledger.tell(row.id, "aprovado por uma pessoa na linha de comando", now)?;
                let event = if state.phase == crate::request::Phase::Person {
                    Event::Released { by }
                } else {
                    Event::Approved { by, send_at: None, stale: false }
                };
                self.step(Some(row.id), event, Step::default())?;
                "approved".to_owned()
            }
            PersonsDecision::Cancel => {
                self.ledger.tell(row.id, "cancelado por uma pessoa na linha de comando", now)?;
                self.step(Some(row.id), Event::Cancelled { message_id: None }, Step::default())?;
                "cancelled".to_owned()
            }
            PersonsDecision::WasSent | PersonsDecision::Resend => {
                let was_sent = decision == PersonsDecision::WasSent;
                let parcels = self.ledger.doubtful_parcels(Some(row.id))?;
                for parcel in &parcels {
                    self.ledger.resolve(parcel, was_sent, super::decisions::BY_A_PERSON, now)?;
                }
                let people: usize = parcels.iter().map(|it| it.people.len()).sum();
                let line =
                    if was_sent { "dúvida decidida: tinha saído" } else { "dúvida decidida: será enviado de novo" };
                self.ledger.tell(row.id, line, now)?;
                if !was_sent && !parcels.is_empty() {
                    self.step(Some(row.id), Event::SendAgain, Step::default())?;
                }
                format!(
                    "{} parcels with {people} people: {}",
                    parcels.len(),
                    if was_sent { "sent" } else { "will be sent again" }
                )
            }
            PersonsDecision::Retry => {
                let (letters, people) = self.ledger.try_again(row.id, now)?;
                self.ledger.tell(row.id, "nova tentativa pedida por uma pessoa", now)?;
                if people > 0 {
                    self.step(Some(row.id), Event::SendAgain, Step::default())?;
                }
                format!("{letters} letters and {people} people will be tried again")
            }
        };
        Ok(Some(what))
    }
}
