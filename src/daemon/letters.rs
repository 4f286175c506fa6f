//! Letters: what a decision says, rendered from typed values, made into a mail and written down to be sent.

use std::collections::{BTreeMap, BTreeSet};

use super::clock::local;
use super::decisions::{choices, new_token, with_token};
use super::people::{people_of, values_of};
use super::requests::{Notes, Step};
use super::{Daemon, DaemonError};
use crate::channel::callcenter::{self, PackageRow};
use crate::channel::email::part;
use crate::ledger::{Change, MailId, NewLetter, NewQuestion, RecipientRow, Tally, Topic};
use crate::mail::outgoing::{Automatic, Outgoing, Part, compose};
use crate::office::content::ContentFile;
use crate::office::{Channel, EmailAddress, Missing, Protocol, RecipientList, RecipientState, RequestId, SendAt};
use crate::phrases::{
    About, Acknowledged, ApprovalNews, Asked, AskedDetail, Cancelled, CancelledHow, Counts, Digest, DuplicateHeld,
    Held, Leaves, ListNews, NotReached, Package, Phrase, Preview, Question, ReportRelayed, ReportReminder, Stage,
    StatusAnswer, Text, TooLate, Understood,
};
use crate::request::{LegStatus, Phase, Say, State, Thread};
use crate::sheets::{ByteOrderMark, Note, annotated_xlsx, recipients_csv, row_notes};

/// Beyond so many, notices are attached in one zip (DECISIONS 6).
const NOTICES_ATTACHED_MAX: usize = 20;

/// People named in the text of a letter; all of them stand in the attached list.
const PEOPLE_NAMED_MAX: usize = 10;

/// What is said of people of whom nothing was heard yet.
const SILENT: &str = "Enviada, sem notícia até agora";

/// People read from the ledger at a time.
const PAGE: u32 = 1000;

/// Whom a letter is for, and in which thread it goes.
struct Address<'a> {
    kind: &'static str,
    to: &'a [EmailAddress],
    thread: Option<&'a Thread>,
    protocol: Option<&'a str>,
    automatic: Automatic,
}

impl Daemon {
    /// The letters that say one thing.
    pub(super) fn letters_for(
        &self,
        request: Option<RequestId>,
        state: &State,
        say: &Say,
        step: &Step,
        change: &mut Change,
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
            Say::Corrected => {
                let values = Acknowledged {
                    about,
                    understood: self.understood_of(state, step),
                    leaves: self.leaves(state),
                    days: None,
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
            report_until: None,
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
    fn desk_letter(&self, state: &State, reason: &str, change: &mut Change) -> Result<NewLetter, DaemonError> {
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

    pub(super) fn letter_to_desk(
        &self,
        kind: &'static str,
        protocol: Option<&str>,
        text: &Text,
        files: &[ContentFile],
    ) -> Result<NewLetter, DaemonError> {
        let to = &self.rules.office.assessoria.enderecos;
        self.letter(&Address { kind, to, thread: None, protocol, automatic: Automatic::Generated }, text, files)
    }

    /// A letter to whom it may concern, in no thread.
    pub(super) fn letter_to(
        &self,
        kind: &'static str,
        to: &[EmailAddress],
        text: &Text,
        files: &[ContentFile],
    ) -> Result<NewLetter, DaemonError> {
        self.letter(&Address { kind, to, thread: None, protocol: None, automatic: Automatic::Generated }, text, files)
    }

    /// A letter to somebody in a thread that is no request's.
    pub(super) fn letter_in_thread(
        &self,
        kind: &'static str,
        to: &EmailAddress,
        thread: &Thread,
        protocol: Option<&str>,
        text: &Text,
        files: &[ContentFile],
    ) -> Result<NewLetter, DaemonError> {
        let to = std::slice::from_ref(to);
        self.letter(&Address { kind, to, thread: Some(thread), protocol, automatic: Automatic::Replied }, text, files)
    }

    /// Makes a letter. On trial it goes only to those who really receive.
    fn letter(&self, address: &Address<'_>, text: &Text, files: &[ContentFile]) -> Result<NewLetter, DaemonError> {
        let now = self.clock.now();
        let from = self.rules.office.assessoria.enderecos.first().unwrap_or(&self.rules.office.assessoria.envia_de);
        let mark = address.protocol.unwrap_or("aviso");
        let message_id = self.message_id(&format!("{mark}.{}", address.kind));
        let subject = match address.thread {
            Some(thread) => thread_subject(&thread.subject, address.protocol),
            None => text.subject.clone(),
        };
        let mut references: Vec<String> = Vec::new();
        if let Some(thread) = address.thread {
            references.extend(thread.references.iter().cloned());
            references.extend(thread.last.clone());
        }
        let parts: Vec<Part<'_>> = files.iter().map(part).collect();
        let raw = compose(&Outgoing {
            from_name: Some("Assessoria de Relacionamento"),
            from: Some(from),
            to: address.to,
            subject: &subject,
            message_id: &message_id,
            in_reply_to: address.thread.and_then(|it| it.last.as_deref()),
            references: &references,
            date: now,
            text: &text.plain,
            html: Some(&text.html),
            attachments: &parts,
            automatic: address.automatic,
            protocol: Some(mark),
            ..Outgoing::default()
        })?;
        Ok(NewLetter {
            kind: address.kind,
            message_id,
            mail_from: Some(from.to_string()),
            rcpt: self.really_to(address.to),
            raw,
            due_at: now,
        })
    }

    /// A Message-ID of ours: unique, and readable in a log.
    pub(super) fn message_id(&self, mark: &str) -> String {
        let host = self.rules.office.assessoria.envia_de.mail_host();
        let mark: String =
            mark.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
        format!("<{mark}.{:016x}@{host}>", rand::random::<u64>())
    }

    /// Who really receives: on trial, nobody outside `deliver_to`.
    pub(super) fn really_to(&self, to: &[EmailAddress]) -> Vec<String> {
        if !self.config.trial.enabled {
            return to.iter().map(ToString::to_string).collect();
        }
        let allowed: Vec<String> =
            to.iter().filter(|it| self.config.trial.deliver_to.contains(it)).map(ToString::to_string).collect();
        if allowed.is_empty() {
            self.config.trial.deliver_to.iter().map(ToString::to_string).collect()
        } else {
            allowed
        }
    }

    pub(super) fn about(&self, state: &State) -> About {
        About {
            protocol: Some(Protocol::from_text(&state.protocol)),
            subject: state.subject.clone().unwrap_or_else(|| state.thread.subject.clone()),
            name: state.requester_name.as_deref().and_then(|it| it.split_whitespace().next()).map(str::to_owned),
        }
    }

    fn understood_of(&self, state: &State, step: &Step) -> Understood {
        let area = state.area.as_deref().and_then(|key| self.rules.office.areas.get(key));
        let lists = if step.lists.is_empty() {
            state
                .legs
                .iter()
                .filter(|(_, leg)| leg.people > 0)
                .map(|(channel, leg)| ListNews {
                    channel: *channel,
                    source: state.list_file.clone().unwrap_or_default(),
                    recipients: leg.people,
                    rejected: Vec::new(),
                    excluded: Vec::new(),
                    duplicates: leg.duplicates,
                    suggestions: Vec::new(),
                    bounced: Vec::new(),
                    asked_out: 0,
                })
                .collect()
        } else {
            step.lists.iter().map(|it| self.list_news(it)).collect()
        };
        Understood {
            channels: state.channels.iter().copied().collect(),
            audience: state.audience,
            area: area.map(|it| it.nome.clone()),
            category: state.category.clone(),
            message_subject: state.subject.clone().filter(|_| state.channels.contains(&Channel::Email)),
            message_text: state.texts.values().next().cloned(),
            lists,
            attachments: self.attachment_names(state),
            converted: step.notes.converted.clone(),
            not_possible: step.notes.not_possible.clone(),
        }
    }

    fn list_news(&self, list: &RecipientList) -> ListNews {
        let (bounced, asked_out) = self.bounced(list);
        ListNews {
            channel: list.channel,
            source: list.source.clone(),
            recipients: list.recipients.len() as u64,
            rejected: list.rejected.clone(),
            excluded: list.excluded.clone(),
            duplicates: list.duplicates.len() as u64,
            suggestions: list.suggestions.clone(),
            bounced,
            asked_out,
        }
    }

    /// Rows of a list whose address sent an earlier message back for good, and how many people of it asked not to be
    /// written to.
    fn bounced(&self, list: &RecipientList) -> (Vec<(u32, String, jiff::civil::Date)>, u64) {
        let keys: Vec<String> = list.recipients.iter().map(|it| it.contact.key()).collect();
        // A hint: a ledger that does not answer stops the step where it is written, not here.
        let (bounced, asked_out) = self.ledger.known_of(keys.iter().map(String::as_str)).unwrap_or_default();
        let told = |(index, at): (usize, i64)| {
            let person = list.recipients.get(index)?;
            Some((person.row, person.contact.as_str().to_owned(), local(at, &self.policy.zone).date()))
        };
        (bounced.into_iter().filter_map(told).collect(), asked_out)
    }

    fn attachment_names(&self, state: &State) -> Vec<String> {
        let Ok(filing) = self.archive.filed(&state.folder) else { return Vec::new() };
        let names: BTreeSet<String> =
            filing.messages.values().flat_map(|it| it.files.iter().map(|file| file.name.clone())).collect();
        names.into_iter().collect()
    }

    fn question(&self, state: &State, step: &Step, about: About, missing: &BTreeSet<Missing>) -> Question {
        let detail = |what: &Missing| match what {
            Missing::Recipients if step.notes.file_problem.is_some() => {
                step.notes.file_problem.clone().map(AskedDetail::FileUnreadable)
            }
            Missing::Recipients
                if state.channels.contains(&Channel::Email)
                    && state.audience == Some(crate::office::Audience::General) =>
            {
                Some(AskedDetail::NoGeneralEmailList)
            }
            Missing::Area => {
                Some(AskedDetail::Areas(self.rules.office.areas.values().map(|it| it.nome.clone()).collect()))
            }
            Missing::Channel
            | Missing::Recipients
            | Missing::RecipientsConfirm
            | Missing::MessageText
            | Missing::MessageSubject
            | Missing::Media
            | Missing::SendAt
            | Missing::Request
            | Missing::ContentData
            | Missing::Audience => None,
        };
        Question {
            about,
            understood: self.understood_of(state, step),
            missing: missing.iter().map(|it| Asked { what: *it, detail: detail(it) }).collect(),
            until: None,
        }
    }

    fn preview(&self, state: &State, step: &Step, about: About, answer: &str) -> Preview {
        Preview {
            about,
            understood: self.understood_of(state, step),
            reason: None,
            requester: Some(state.requester.clone()),
            answer: answer.to_owned(),
            leaves: self.leaves(state),
        }
    }

    fn leaves(&self, state: &State) -> Leaves {
        let at = |seconds| local(seconds, &self.policy.zone);
        match state.phase {
            Phase::Scheduled(until) => Leaves::Scheduled(SendAt { at: at(until), hour_is_known: true }),
            Phase::Window(until) if until > self.clock.now() => Leaves::At(at(until)),
            Phase::WaitingApproval => Leaves::AfterApproval,
            Phase::WaitingData | Phase::WaitingConfirmation => Leaves::AfterMending,
            Phase::Person => Leaves::AfterDesk,
            Phase::Window(_) | Phase::Sending | Phase::Returns | Phase::Closed | Phase::Cancelled => Leaves::Now,
        }
    }

    /// How many days the sending takes under the provider's limits, where more than one.
    fn days(&self, state: &State) -> Option<u32> {
        let people = state.legs.get(&Channel::Email)?.people;
        let days = super::views::days_of(people, 0, self.config.smtp.recipients_per_day)?;
        u32::try_from(days).ok().filter(|days| *days > 1)
    }

    fn cancelled_partly(&self, request: Option<RequestId>) -> Result<CancelledHow, DaemonError> {
        let Some(request) = request else { return Ok(CancelledHow::InTime) };
        let tally = self.ledger.tally(request, Channel::Email)?;
        let stopped = tally.of_any(&[RecipientState::Waiting, RecipientState::Deferred, RecipientState::Cancelled]);
        Ok(CancelledHow::Partly { sent: tally.total() - stopped, stopped })
    }

    fn stage(&self, state: &State) -> Stage {
        let at = |seconds| local(seconds, &self.policy.zone);
        let sent_at = state.legs.values().filter_map(|it| it.sent_at).min().map_or_else(|| self.local_now(), at);
        match state.phase {
            Phase::WaitingData | Phase::WaitingConfirmation => Stage::WaitingForRequester,
            Phase::WaitingApproval => Stage::WaitingForApproval,
            Phase::Scheduled(until) => Stage::Scheduled(SendAt { at: at(until), hour_is_known: true }),
            Phase::Window(until) => Stage::LeavesAt(at(until)),
            Phase::Sending => Stage::Sending,
            Phase::Returns if state.status() == "waiting-report" => Stage::WaitingForReport(sent_at),
            Phase::Returns => Stage::Sent(sent_at),
            Phase::Person => Stage::WithAPerson,
            Phase::Closed => Stage::Closed,
            Phase::Cancelled => Stage::Cancelled,
        }
    }

    fn counts(&self, request: Option<RequestId>, state: &State) -> Result<Option<Counts>, DaemonError> {
        let Some(request) = request else { return Ok(None) };
        if state.is_untouched() {
            return Ok(None);
        }
        let channel = state.channels.iter().next().copied().unwrap_or(Channel::Email);
        Ok(Some(counts_of(&self.ledger.tally(request, channel)?)))
    }

    fn digest(&self, request: RequestId, state: &State, channel: Channel, about: About) -> Result<Digest, DaemonError> {
        let leg = state.legs.get(&channel);
        let (not_reached, not_reached_total) = self.not_reached(request, channel)?;
        let at = |seconds| local(seconds, &self.policy.zone);
        Ok(Digest {
            about,
            channels: vec![(channel, counts_of(&self.ledger.tally(request, channel)?))],
            not_reached,
            not_reached_total,
            sent_at: leg.and_then(|it| it.sent_at).map(at),
            balance_at: leg.filter(|it| it.status != LegStatus::Balanced).and_then(|it| it.balance_at).map(at),
            notices_attached: self.ledger.returns_of(request, false)?.len() as u64,
            without_receipts: false,
        })
    }

    /// The first people who were not reached, and how many there are.
    fn not_reached(&self, request: RequestId, channel: Channel) -> Result<(Vec<NotReached>, u64), DaemonError> {
        let tally = self.ledger.tally(request, channel)?;
        let total = tally.of_any(&[RecipientState::Failed, RecipientState::Refused]);
        let mut named = Vec::new();
        if total > 0 {
            self.for_people(request, channel, |person| {
                if matches!(person.state, RecipientState::Failed | RecipientState::Refused)
                    && named.len() < PEOPLE_NAMED_MAX
                {
                    named.push(NotReached {
                        row: Some(person.row),
                        contact: person.contact.clone(),
                        reason: match situation(person, SILENT) {
                            (situation, to_do) if to_do.is_empty() => situation,
                            (situation, to_do) => format!("{situation}: {}", to_do.to_lowercase()),
                        },
                    });
                }
            })?;
        }
        Ok((named, total))
    }

    /// What is said of people of whom nothing was heard: at the balance, how long.
    fn silent(&self, state: &State, channel: Channel) -> String {
        let balanced = state.legs.get(&channel).is_some_and(|leg| leg.status == LegStatus::Balanced);
        match (channel, balanced) {
            (Channel::Email, true) => {
                format!("Sem notícia em {} horas", self.policy.final_balance_secs.max(3600) / 3600)
            }
            (Channel::Email, false) | (Channel::Whatsapp, _) => SILENT.to_owned(),
        }
    }

    /// Goes through the people of a channel, a page at a time.
    pub(super) fn for_people(
        &self,
        request: RequestId,
        channel: Channel,
        mut each: impl FnMut(&RecipientRow),
    ) -> Result<(), DaemonError> {
        let mut after: Option<(String, u32)> = None;
        loop {
            let cursor = after.as_ref().map(|(contact, seq)| (contact.as_str(), *seq));
            let page = self.ledger.people(request, channel, cursor, PAGE)?;
            let Some(last) = page.last() else { return Ok(()) };
            after = Some((last.contact.clone(), last.seq));
            page.iter().for_each(&mut each);
        }
    }

    fn people_now(
        &self,
        request: Option<RequestId>,
        step: &Step,
        channel: Channel,
    ) -> Result<Vec<RecipientRow>, DaemonError> {
        if let Some((_, people)) = step.people.iter().find(|(it, _)| *it == channel) {
            let row = |it: &crate::ledger::NewRecipient| RecipientRow {
                contact: it.contact.clone(),
                seq: it.seq,
                row: it.row,
                name: it.name.clone(),
                data: it.data.clone(),
                state: RecipientState::Waiting,
                status: None,
                note: None,
            };
            return Ok(people.iter().map(row).collect());
        }
        let mut people = Vec::new();
        if let Some(request) = request {
            self.for_people(request, channel, |it| people.push(it.clone()))?;
        }
        people.sort_by_key(|it| it.seq);
        Ok(people)
    }

    /// The requester's own list back, where rows of it need work.
    fn annotated_request(&self, state: &State, step: &Step) -> Option<ContentFile> {
        let mut notes = row_notes(&step.lists);
        let mut to_do = step.lists.iter().any(|it| !it.rejected.is_empty());
        for list in &step.lists {
            for (row, _, day) in self.bounced(list).0 {
                to_do = true;
                let situation = format!("voltou em {}", day.strftime("%d/%m/%Y"));
                let note = Note { situation, to_do: "confira o endereço".to_owned() };
                notes.entry(row).and_modify(|it| it.clone_from(&note)).or_insert(note);
            }
        }
        if !to_do {
            return None;
        }
        self.annotated(state, &notes)
    }

    /// The requester's own list back with what became of each person (step 13).
    fn annotated_result(
        &self,
        request: RequestId,
        state: &State,
        channel: Channel,
    ) -> Result<Option<ContentFile>, DaemonError> {
        let silent = self.silent(state, channel);
        let mut notes = BTreeMap::new();
        let mut rows: Vec<(u32, [String; 4])> = Vec::new();
        self.for_people(request, channel, |person| {
            let (situation, to_do) = situation(person, &silent);
            rows.push((
                person.row,
                [person.name.clone().unwrap_or_default(), person.contact.clone(), situation.clone(), to_do.clone()],
            ));
            notes.insert(person.row, Note { situation, to_do });
        })?;
        if let Some(file) = self.annotated(state, &notes) {
            return Ok(Some(file));
        }
        rows.sort_by_key(|(row, _)| *row);
        let csv = recipients_csv(
            ByteOrderMark::With,
            &["Nome", "Contato"],
            rows.iter().map(|(_, it)| it.iter().take(2).map(String::as_str).collect()),
        );
        let by_line: BTreeMap<u32, Note> = rows
            .iter()
            .zip(2..)
            .map(|((_, it), line)| {
                let [_, _, situation, to_do] = it.clone();
                (line, Note { situation, to_do })
            })
            .collect();
        Ok(xlsx(annotated_xlsx("lista.csv", &csv, "", &self.rules.vocabulary, &by_line).ok(), &state.protocol))
    }

    fn annotated(&self, state: &State, notes: &BTreeMap<u32, Note>) -> Option<ContentFile> {
        let name = state.list_file.as_deref()?;
        let original = self.archive.read(&super::lists::original_path(&state.folder, name)).ok()?;
        xlsx(annotated_xlsx(name, &original, &state.list_sheet, &self.rules.vocabulary, notes).ok(), &state.protocol)
    }

    /// The notices that were not handed on yet, as they came, or zipped beyond twenty (step 13).
    fn notices(&self, request: RequestId, state: &State, change: &mut Change) -> Result<Vec<ContentFile>, DaemonError> {
        let mut notices: Vec<(MailId, Vec<u8>)> = Vec::new();
        for (mail, kind) in self.ledger.returns_of(request, false)? {
            if kind != "receipt" {
                continue;
            }
            let Some(row) = self.ledger.mail(mail)? else { continue };
            if let Ok(raw) = self.archive.read(&row.mail.raw_path) {
                notices.push((mail, raw));
            }
        }
        change.handed_on.extend(notices.iter().map(|(mail, _)| *mail));
        let named = |n: usize, raw: &[u8]| ContentFile {
            name: format!("recibo-{:02}.eml", n + 1),
            // As message/rfc822 it could not be base64 (RFC 2046, 5.2.1), and would not arrive byte for byte.
            mime: "application/octet-stream".to_owned(),
            content_id: None,
            bytes: raw.to_vec(),
        };
        let files: Vec<ContentFile> = notices.iter().enumerate().map(|(n, (_, raw))| named(n, raw)).collect();
        let attached: Vec<ContentFile> = if files.len() <= NOTICES_ATTACHED_MAX {
            files
        } else {
            zipped("recibos.zip", &files).into_iter().collect()
        };
        // The request's folder holds them as the requester reads them; `Entrada` has each as it came.
        let first = notices.first().map_or(0, |(mail, _)| mail.0);
        for file in &attached {
            self.archive.write(&format!("{}/recibos/{first} {}", state.folder, file.name), &file.bytes)?;
        }
        Ok(attached)
    }

    pub(super) fn local_now(&self) -> jiff::civil::DateTime {
        local(self.clock.now(), &self.policy.zone)
    }

    /// Notes for a step that has no mail of its own.
    pub(super) fn lists_of(state: &State, lists: &[RecipientList]) -> Vec<(Channel, Vec<crate::ledger::NewRecipient>)> {
        lists
            .iter()
            .filter(|list| state.channels.contains(&list.channel))
            .map(|list| (list.channel, people_of(list, &state.placeholders)))
            .collect()
    }
}

/// The question of a letter that shows what would go out: consent to it is bound to exactly that.
fn shown(topic: Topic, state: &State, letter: &NewLetter) -> NewQuestion {
    NewQuestion { token: new_token(), message_id: letter.message_id.clone(), topic, bound_to: state.digest.clone() }
}

/// What became of a person, and what to do, as a department reads it; `silent` says how long nothing was heard.
fn situation(person: &RecipientRow, silent: &str) -> (String, String) {
    let hard = person.status.as_deref().is_some_and(|it| it.starts_with("5.1.") && !matches!(it, "5.1.7" | "5.1.8"));
    let full = person.status.as_deref().is_some_and(|it| it.ends_with(".2.2"));
    let (situation, to_do) = match person.state {
        RecipientState::Waiting | RecipientState::Leaving => ("Ainda não enviada", ""),
        RecipientState::InDoubt => ("Em dúvida: não se sabe se saiu", "A assessoria vai decidir"),
        RecipientState::Deferred => ("O servidor pediu nova tentativa", ""),
        RecipientState::Accepted => (silent, ""),
        RecipientState::Delayed => ("Atrasada: o servidor continua tentando", ""),
        RecipientState::Relayed => ("Aceita pelo servidor do destinatário, sem confirmação final", ""),
        RecipientState::Expanded => ("Entregue a um grupo de endereços", ""),
        RecipientState::Delivered => ("Entregue", ""),
        RecipientState::Read => ("Lida", ""),
        RecipientState::Cancelled => ("Não enviada: cancelada", ""),
        RecipientState::Refused | RecipientState::Failed if full => ("Caixa postal cheia", "Pode tentar de novo"),
        RecipientState::Refused | RecipientState::Failed if hard => ("Endereço não existe", "Retire da lista"),
        RecipientState::Refused | RecipientState::Failed => ("Não entregue", "Confira o contato com a pessoa"),
    };
    let by_phone = !person.contact.contains('@');
    let situation = match &person.note {
        // The company's own reason, in the words of the vocabulary; a mail host's says nothing to a department.
        Some(reason) if by_phone && person.state == RecipientState::Failed => format!("{situation}: {reason}"),
        Some(_) | None => situation.to_owned(),
    };
    (situation, to_do.to_owned())
}

pub(super) fn counts_of(tally: &Tally) -> Counts {
    use RecipientState as S;
    Counts {
        total: tally.total(),
        delivered: tally.of_any(&[S::Delivered, S::Read, S::Expanded]),
        read: tally.of(S::Read),
        relayed: tally.of(S::Relayed),
        failed: tally.of_any(&[S::Failed, S::Refused]),
        delayed: tally.of_any(&[S::Delayed, S::Deferred]),
        cancelled: tally.of(S::Cancelled),
        in_doubt: tally.of(S::InDoubt),
        silent: tally.of_any(&[S::Accepted, S::Waiting, S::Leaving]),
    }
}

fn xlsx(bytes: Option<Vec<u8>>, protocol: &str) -> Option<ContentFile> {
    Some(ContentFile {
        name: format!("{protocol} lista com situação.xlsx"),
        mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned(),
        content_id: None,
        bytes: bytes?,
    })
}

fn zipped(name: &str, files: &[ContentFile]) -> Option<ContentFile> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for file in files {
        zip.start_file(&file.name, options).ok()?;
        zip.write_all(&file.bytes).ok()?;
    }
    let bytes = zip.finish().ok()?.into_inner();
    Some(ContentFile { name: name.to_owned(), mime: "application/zip".to_owned(), content_id: None, bytes })
}

/// `RES: subject [AR-2026-0412]`, with one prefix and one protocol.
fn thread_subject(subject: &str, protocol: Option<&str>) -> String {
    let mut bare = subject.trim();
    loop {
        let folded = crate::office::fold(bare);
        let Some(prefix) = ["res:", "re:", "enc:", "fwd:", "fw:"].into_iter().find(|it| folded.starts_with(it)) else {
            break;
        };
        let Some(rest) = bare.get(prefix.len()..) else { break };
        bare = rest.trim_start();
    }
    match protocol {
        Some(protocol) if !bare.contains(protocol) => format!("RES: {bare} [{protocol}]"),
        _ => format!("RES: {bare}"),
    }
}

/// What a step without a list of its own explains.
pub(super) fn notes_of(by: Option<EmailAddress>) -> Notes {
    Notes { by, ..Notes::default() }
}

/// The part of a digest that stands in a question (`APROVAR d9a0d6ad`).
pub(super) fn token(digest: &str) -> &str {
    digest.get(..8).unwrap_or(digest)
}
