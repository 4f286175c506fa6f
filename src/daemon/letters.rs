//! Letters: which one says what was decided, to whom, with what in it.

use super::clock::local;
use super::decisions::{choices, new_token, with_token};
use super::people::values_of;
use super::requests::{Notes, Step};
use super::writing::Address;
use super::{Daemon, DaemonError};
use crate::channel::callcenter::{self, PackageRow};
use crate::ledger::{Change, NewLetter, NewQuestion, Topic};
use crate::mail::outgoing::Automatic;
use crate::office::content::ContentFile;
use crate::office::{Channel, EmailAddress, Missing, Protocol, RequestId, SendAt};
use crate::phrases::{
    Acknowledged, ApprovalNews, Cancelled, CancelledHow, Counts, DuplicateHeld, Held, Package, Phrase, ReportRelayed,
    ReportReminder, StatusAnswer, Text, TooLate,
};
use crate::request::{Say, State, Thread, report_due_at};
use crate::sheets::{ByteOrderMark, recipients_csv};

impl Daemon {
    /// The letters that say one thing.
    pub(super) fn letters_for(
        &self,
        request: Option<RequestId>,
        state: &State,
        say: &Say,
        step: &Step,
        change: &mut Change<'_>,
    ) -> Result<Vec<NewLetter>, DaemonError> {
        let about = self.about(state);
        let to_requester = |kind| Address {
            kind,
            to: std::slice::from_ref(&state.requester),
            thread: Some(&state.thread),
            protocol: Some(&state.protocol),
            automatic: Automatic::Replied,
        };
        let phrases = &self.rules.phrases;
        let mut files: Vec<ContentFile> = Vec::new();
        let (address, text) = match say {
            Say::Acknowledged => {
                files.extend(self.annotated_request(state, step));
                let values = Acknowledged {
                    about,
                    understood: self.understood_of(state, step),
                    leaves: self.leaves(state),
                    days: self.days(state),
                    on_trial: self.config.trial.enabled,
                };
                (to_requester("acknowledgement"), phrases.render(Phrase::Acknowledged(&values)))
            }
            Say::AskBack(missing) | Say::AskAgain(missing) => {
                files.extend(self.annotated_request(state, step));
                let values = self.question(state, step, about, missing);
                let again = matches!(say, Say::AskAgain(_));
                let phrase = if again { Phrase::QuestionReminder(&values) } else { Phrase::Question(&values) };
                (to_requester("question"), phrases.render(phrase))
            }
            Say::CorrectionUnclear => {
                let values = self.question(state, step, about, &[Missing::MessageText].into());
                (to_requester("question"), phrases.render(Phrase::Question(&values)))
            }
            Say::Preview => {
                files.extend(self.annotated_request(state, step));
                let values = self.preview(state, step, about, "SIM");
                (to_requester("preview"), phrases.render(Phrase::Preview(&values)))
            }
            Say::Repeated => {
                let earlier = step.notes.duplicate_of.clone().unwrap_or_default();
                let earlier_at = self.known.values().find(|it| it.protocol == earlier);
                let earlier_at =
                    earlier_at.and_then(|it| it.received_at.parse().ok()).unwrap_or_else(|| self.local_now());
                let values = DuplicateHeld { about, earlier: Protocol::from_text(&earlier), earlier_at };
                (to_requester("question"), phrases.render(Phrase::DuplicateHeld(&values)))
            }
            Say::GivenUp => (to_requester("given-up"), phrases.render(Phrase::GivenUp(&about))),
            Say::ApprovalAsked | Say::ApprovalAskedAgain => {
                let by = state.approval.as_ref().map(|it| it.by.clone()).unwrap_or_default();
                let answer = format!("APROVAR {}", token(&state.digest));
                let values = self.preview(state, step, about, &answer);
                let text = phrases.render(Phrase::ApprovalAsked(&values));
                let address = Address {
                    kind: "approval-asked",
                    to: &by,
                    thread: None,
                    protocol: Some(&state.protocol),
                    automatic: Automatic::Generated,
                };
                let letter = self.letter(&address, &text, &files)?;
                change.questions.push(shown(Topic::Approval, state, &letter));
                return Ok(vec![letter]);
            }
            Say::Approved | Say::Rejected => {
                let by = step.notes.by.clone().unwrap_or_else(|| state.requester.clone());
                let values = ApprovalNews { about, by, leaves: self.leaves(state) };
                let phrase =
                    if *say == Say::Approved { Phrase::Approved(&values) } else { Phrase::NotApproved(&values) };
                (to_requester("approval-news"), phrases.render(phrase))
            }
            Say::CancelledInTime | Say::CancelledPartly | Say::CancelledAtCallCenter => {
                let how = if *say == Say::CancelledPartly {
                    self.cancelled_partly(request)?
                } else if *say == Say::CancelledInTime {
                    CancelledHow::InTime
                } else {
                    CancelledHow::CallCenterTold
                };
                (to_requester("cancelled"), phrases.render(Phrase::Cancelled(&Cancelled { about, how })))
            }
            Say::StopAtCallCenter => {
                return self.to_call_center(
                    request,
                    state,
                    "package-stop",
                    &phrases.render(Phrase::StopCallCenter(&about)),
                );
            }
            Say::TooLate => {
                let sent_at = state.legs.values().filter_map(|it| it.sent_at).min().unwrap_or_else(|| self.clock.now());
                let people = state.legs.values().map(|it| it.people).sum();
                let sent_at = local(sent_at, &self.policy.zone);
                let values = TooLate { about, sent_at, recipients: people };
                (to_requester("too-late"), phrases.render(Phrase::TooLateToCorrect(&values)))
            }
            Say::ApprovalWithoutRight => {
                (to_requester("approval-without-right"), phrases.render(Phrase::ApprovalWithoutRight(&about)))
            }
            Say::Corrected => {
                let values = Acknowledged {
                    about,
                    understood: self.understood_of(state, step),
                    leaves: self.leaves(state),
                    days: None,
                    on_trial: self.config.trial.enabled,
                };
                (to_requester("corrected"), phrases.render(Phrase::Corrected(&values)))
            }
            Say::Status => {
                let values = StatusAnswer { about, stage: self.stage(state), counts: self.counts(request, state)? };
                (to_requester("status"), phrases.render(Phrase::Status(&values)))
            }
            Say::Digest(channel) | Say::Balance(channel) => {
                let Some(request) = request else { return Ok(Vec::new()) };
                let is_balance = matches!(say, Say::Balance(_));
                files.extend(self.notices(request, state, change)?);
                if is_balance {
                    files.extend(self.annotated_result(request, state, *channel)?);
                }
                let values = self.digest(request, state, *channel, about)?;
                let first = state.legs.get(channel).is_some_and(|leg| leg.digests <= 1);
                let phrase = match (is_balance, first) {
                    (true, _) => Phrase::FinalBalance(&values),
                    (false, true) => Phrase::FirstDigest(&values),
                    (false, false) => Phrase::NewsDigest(&values),
                };
                let kind = if is_balance { "final-balance" } else { "digest" };
                (to_requester(kind), phrases.render(phrase))
            }
            Say::ReportRelayed => {
                let report = step.notes.report.clone().unwrap_or_default();
                let people = state.legs.get(&Channel::Whatsapp).map_or(0, |it| it.people);
                let counts = Counts {
                    total: report.sent.unwrap_or(people),
                    delivered: report.delivered.unwrap_or(0),
                    read: report.read.unwrap_or(0),
                    failed: report.failed.unwrap_or(0),
                    ..Counts::default()
                };
                let (not_reached, not_reached_total) = match request {
                    Some(request) => self.not_reached(request, Channel::Whatsapp)?,
                    None => (Vec::new(), 0),
                };
                files.extend(step.notes.files.iter().cloned());
                if let Some(request) = request {
                    files.extend(self.annotated_result(request, state, Channel::Whatsapp)?);
                }
                let values = ReportRelayed {
                    about,
                    complete: report.complete,
                    counts,
                    not_reached,
                    not_reached_total,
                    files: step.notes.files.iter().map(|it| it.name.clone()).collect(),
                    remarks: step.notes.remarks.clone(),
                };
                change.handed_on.extend(step.returns.iter().map(|(mail, _)| *mail));
                (to_requester("report"), phrases.render(Phrase::ReportRelayed(&values)))
            }
            Say::ReportReminder => {
                let leg = state.legs.get(&Channel::Whatsapp);
                let sent_at = leg.and_then(|it| it.sent_at).unwrap_or_else(|| self.clock.now());
                let values = ReportReminder {
                    about,
                    sent_at: local(sent_at, &self.policy.zone),
                    recipients: leg.map_or(0, |it| it.people),
                    number: leg.map_or(1, |it| it.reminders),
                };
                return self.to_call_center(
                    request,
                    state,
                    "report-reminder",
                    &phrases.render(Phrase::ReportReminder(&values)),
                );
            }
            Say::ReportAlarm => {
                let reason = "o relatório do call center não veio, apesar dos lembretes";
                return Ok(vec![self.desk_letter(state, reason, change)?]);
            }
            Say::ToDesk(reason) => return Ok(vec![self.desk_letter(state, reason, change)?]),
        };
        let letter = self.letter(&address, &text, &files)?;
        if matches!(say, Say::Preview | Say::Repeated) {
            change.questions.push(shown(Topic::Preview, state, &letter));
        }
        Ok(vec![letter])
    }

    /// The package to the call center (steps 15-17).
    pub(super) fn package(
        &self,
        request: Option<RequestId>,
        state: &State,
        step: &Step,
    ) -> Result<Vec<NewLetter>, DaemonError> {
        let Some(company) = &self.rules.office.call_center else {
            let reason = "não há call center em areas.toml; o pacote não foi enviado";
            return Ok(vec![self.desk_letter(state, reason, &mut Change::default())?]);
        };
        let text = state.texts.get(&Channel::Whatsapp).cloned().unwrap_or_default();
        let filing = self.archive.filed(&state.folder)?;
        let message_files = filing.messages.get(&Channel::Whatsapp).map(|it| it.files.clone()).unwrap_or_default();
        let mut rows = Vec::new();
        for person in self.people_now(request, step, Channel::Whatsapp)? {
            let row = PackageRow {
                name: person.name.clone().unwrap_or_default(),
                phone: person.contact.clone(),
                values: values_of(&person),
            };
            // A person whose values do not fill the text was rejected when the list was read.
            if let Ok(cells) = callcenter::cells(&row, &text, &state.placeholders) {
                rows.push(cells);
            }
        }
        let columns = callcenter::columns(&state.placeholders);
        let headings: Vec<&str> = columns.iter().map(String::as_str).collect();
        let csv = recipients_csv(
            ByteOrderMark::Without,
            &headings,
            rows.iter().map(|it| it.iter().map(String::as_str).collect()),
        );
        let files = callcenter::files(&state.protocol, &text, csv, &message_files);
        let leg = state.legs.get(&Channel::Whatsapp);
        let area = state.area.as_deref().and_then(|key| self.rules.office.areas.get(key));
        let report_due = report_due_at(state.plan.remind_in, &self.policy, self.clock.now());
        let values = Package {
            about: self.about(state),
            area: area.map(|it| it.nome.clone()).unwrap_or_default(),
            message_text: text,
            recipients: leg.map_or(rows.len() as u64, |it| it.people),
            list_file: files.get(1).map(|it| it.name.clone()),
            columns,
            placeholders: state.placeholders.clone(),
            attachments: message_files.iter().map(|it| it.name.clone()).collect(),
            text_file: files.first().map(|it| it.name.clone()),
            send_at: state.send_at.map(|at| SendAt { at: local(at, &self.policy.zone), hour_is_known: true }),
            hours: (8, 20),
            ask_report: state.plan.ask_report,
            report_until: Some(local(report_due, &self.policy.zone).date()),
        };
        let text = self.rules.phrases.render(Phrase::Package(&values));
        let address = Address {
            kind: "package",
            to: std::slice::from_ref(&company.envio),
            thread: None,
            protocol: Some(&state.protocol),
            automatic: Automatic::Generated,
        };
        Ok(vec![self.letter(&address, &text, &files)?])
    }

    /// A letter to the call center in the thread of the package.
    fn to_call_center(
        &self,
        request: Option<RequestId>,
        state: &State,
        kind: &'static str,
        text: &Text,
    ) -> Result<Vec<NewLetter>, DaemonError> {
        let Some(company) = &self.rules.office.call_center else { return Ok(Vec::new()) };
        let mut thread = Thread { subject: text.subject.clone(), ..Thread::default() };
        if let Some(request) = request {
            let package = self.ledger.message_ids_of(request)?.into_iter().find(|(_, kind)| kind == "package");
            thread.last = package.map(|(id, _)| id);
        }
        let address = Address {
            kind,
            to: std::slice::from_ref(&company.envio),
            thread: Some(&thread),
            protocol: Some(&state.protocol),
            automatic: Automatic::Generated,
        };
        Ok(vec![self.letter(&address, text, &[])?])
    }

    /// A letter to the desk about a request.
    fn desk_letter(&self, state: &State, reason: &str, change: &mut Change<'_>) -> Result<NewLetter, DaemonError> {
        let answers = choices(state);
        let values = Held {
            about: self.about(state),
            from: state.requester.to_string(),
            reason: reason.to_owned(),
            answers: answers.clone(),
            excerpt: None,
        };
        let text = self.rules.phrases.render(Phrase::HeldForPerson(&values));
        if answers.is_empty() {
            return self.letter_to_desk("to-desk", Some(&state.protocol), &text, &[]);
        }
        let token = new_token();
        let letter = self.letter_to_desk("held", Some(&state.protocol), &with_token(text, &token), &[])?;
        change.questions.push(self.question_about(state, &letter, token));
        Ok(letter)
    }

    pub(super) fn local_now(&self) -> jiff::civil::DateTime {
        local(self.clock.now(), &self.policy.zone)
    }
}

/// The question of a letter that shows what would go out: consent to it is bound to exactly that.
fn shown(topic: Topic, state: &State, letter: &NewLetter) -> NewQuestion {
    NewQuestion { token: new_token(), message_id: letter.message_id.clone(), topic, bound_to: state.digest.clone() }
}

/// What a step without a list of its own explains.
pub(super) fn notes_of(by: Option<EmailAddress>) -> Notes {
    Notes { by, ..Notes::default() }
}

/// The part of a digest that stands in a question (`APROVAR d9a0d6ad`).
pub(super) fn token(digest: &str) -> &str {
    digest.get(..8).unwrap_or(digest)
}
