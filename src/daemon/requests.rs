//! New requests, and the one way by which a decision becomes letters, people, counts and story.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::clock::{local, moment};
use super::mails::InHand;
use super::{Daemon, DaemonError};
use crate::archive::{folder, legal};
use crate::ffmpeg;
use crate::ledger::{Change, MailId, NewCount, Place};
use crate::media;
use crate::office::content::{ContentFile, Filing, Message};
use crate::office::{
    Audience, Channel, KnownMessageIds, KnownRequest, Missing, Protocol, RecipientList, RequestId, SendAt, fold,
};
use crate::phrases::AskedDetail;
use crate::request::{Ask, Errand, Event, Figures, Leg, Plan, State, TEXT_UNSURE, Thread, decide};

/// How long a closed request is remembered for answers to it, in seconds: a report of December comes in January.
const REMEMBERED_SECS: i64 = 90 * 86_400;

/// How many requests an incoming mail is compared with.
const REMEMBERED_MAX: u32 = 2000;

/// What a step brings besides its state.
#[derive(Default)]
pub(super) struct Step {
    /// The mail that caused it, where it ends, and its class.
    pub mail: Option<(MailId, Place, &'static str)>,
    /// The Message-ID of that mail.
    pub message_id: Option<String>,
    /// Lists of this step, for the letter that tells of them.
    pub lists: Vec<RecipientList>,
    /// Whose people the lists replace.
    pub replaced: Option<Replaced>,
    /// Notices or reports that belong to the request.
    pub returns: Vec<(MailId, &'static str)>,
    /// What a letter of this step explains further.
    pub notes: Notes,
    /// The question that the mail answers.
    pub answer: Option<crate::ledger::Answer>,
    /// Letters besides those that the decision asks for.
    pub letters: Vec<crate::ledger::NewLetter>,
}

/// The people of these channels are those of the step's lists from now on.
pub(super) struct Replaced {
    /// The channels.
    pub channels: BTreeSet<Channel>,
    /// What the text needs of each person.
    pub placeholders: Vec<String>,
}

/// What the letters of a step explain further.
#[derive(Default, Clone)]
pub(super) struct Notes {
    /// What is known of what is missing.
    pub details: BTreeMap<Missing, AskedDetail>,
    /// Files converted for WhatsApp.
    pub converted: Vec<String>,
    /// The same as they came.
    pub originals: Vec<ContentFile>,
    /// Files that WhatsApp cannot take, with the remedy.
    pub not_possible: Vec<String>,
    /// The request that this one repeats.
    pub duplicate_of: Option<String>,
    /// Who decided.
    pub by: Option<crate::office::EmailAddress>,
    /// The figures of a report.
    pub report: Option<crate::office::ReportFacts>,
    /// What does not add up in a report.
    pub remarks: Vec<String>,
    /// Files of a report, as they came.
    pub files: Vec<ContentFile>,
}

impl Daemon {
    /// A department asks for a sending.
    pub(super) async fn new_request(&mut self, in_hand: &mut InHand) -> Result<(), DaemonError> {
        let mut lists = std::mem::take(&mut in_hand.understood.lists);
        let in_hand = &*in_hand;
        let facts = &in_hand.understood.facts;
        let Some(requester) = in_hand.mail.sender_address().cloned() else { return self.unauthorized(in_hand) };
        if in_hand.decision.rule.is_none() {
            return self.hand_to_person(in_hand, "nenhuma regra trata deste pedido");
        }
        let now = self.clock.now();
        let today = local(now, &self.policy.zone).date();
        let number = self.ledger.next_number(today.year())?;
        let protocol = Protocol::mint(&self.config.institute.protocol, today.year(), number);
        let plan = Plan::of(
            in_hand.decision.rule.clone(),
            in_hand.decision.rules_version.clone(),
            &in_hand.decision.actions,
            &self.rules.office,
        );
        let mut missing = facts.missing.clone();
        let mut step = Step { message_id: in_hand.mail.message_id.clone(), ..Step::default() };
        let words = &self.rules.vocabulary;
        step.notes.details.clone_from(&in_hand.understood.details);
        if lists.is_empty() && words.stands_in("lista", "fora", &super::returns::excerpt(in_hand, words)) {
            step.notes.details.insert(Missing::Recipients, AskedDetail::ListElsewhere);
        }
        if wants_general_contacts(&plan, facts) {
            match self.general_contacts()? {
                Ok(list) => {
                    lists.retain(|it| it.channel != Channel::Whatsapp);
                    lists.push(list);
                }
                Err(problem) => {
                    missing.insert(Missing::Recipients);
                    step.notes.details.insert(Missing::Recipients, AskedDetail::FileUnreadable(problem.clone()));
                    self.tell_desk("A lista geral de contatos não pôde ser usada", &problem)?;
                }
            }
        }
        let filing = self.filing_of(in_hand, &plan, &mut step.notes, &mut missing).await;
        let placeholders = if facts.per_person { facts.placeholders.clone() } else { Vec::new() };
        let legs = legs_of(&facts.channel, &lists);
        let subject = filing.subject.clone().or_else(|| facts.message_subject.clone());
        let folder =
            self.folder_for(&plan, &protocol, facts, subject.as_deref().unwrap_or(&in_hand.mail.subject), today);
        self.archive.write(&format!("{folder}/pedido.eml"), &in_hand.raw)?;
        self.file_lists(&folder, in_hand.understood.list_file.as_ref(), &lists)?;
        self.file_originals(&folder, &step.notes)?;
        self.archive.file(&folder, &filing)?;
        let texts: BTreeMap<Channel, String> =
            filing.messages.iter().map(|(channel, message)| (*channel, message.text.clone())).collect();
        let shown = !texts.is_empty() && facts.channel.iter().all(|it| texts.contains_key(it));
        let doubt = (shown && missing.remove(&Missing::MessageText)).then(|| doubt_in_words(&in_hand.understood));
        let digest = digest_of(subject.as_deref(), &texts, &lists);
        let duplicate_of = facts.duplicate_of.clone();
        step.notes.duplicate_of.clone_from(&duplicate_of);
        step.replaced = Some(Replaced { channels: facts.channel.clone(), placeholders: placeholders.clone() });
        let ask = Ask {
            protocol: protocol.as_str().to_owned(),
            area: facts.area.clone(),
            requester,
            requester_name: Some(in_hand.mail.sender_name().to_owned()).filter(|it| !it.is_empty()),
            thread: Thread {
                subject: in_hand.mail.subject.clone(),
                last: in_hand.mail.message_id.clone(),
                references: in_hand.mail.references.clone(),
            },
            channels: facts.channel.clone(),
            audience: facts.audience,
            category: facts.category.clone(),
            subject,
            texts,
            per_person: facts.per_person,
            placeholders,
            send_at: facts.send_at.and_then(|it| self.moment_of(it)),
            urgent: facts.urgent,
            missing,
            doubt,
            legs,
            plan,
            folder,
            digest,
            dispatch: facts.dispatch,
            list_file: in_hand.understood.list_file.as_ref().map(|(name, _)| name.clone()),
            list_sheet: lists
                .first()
                .and_then(|it| it.source.split_once('#'))
                .map(|(_, sheet)| sheet.to_owned())
                .unwrap_or_default(),
            content_digest: in_hand.understood.content_digest.clone(),
            duplicate_of,
        };
        step.lists = lists;
        step.mail = Some((in_hand.row.id, Place::Done, "request"));
        self.told.push(format!("{protocol}: pedido de {}", ask.requester));
        self.step(None, Event::Asked(Box::new(ask)), step)?;
        Ok(())
    }

    /// Decides an event and writes everything that follows from it in one transaction.
    pub(super) fn step(
        &mut self,
        request: Option<RequestId>,
        event: Event,
        step: Step,
    ) -> Result<Option<RequestId>, DaemonError> {
        let now = self.clock.now();
        let state = request.map(|it| self.state_of(it)).transpose()?.flatten();
        let before = state.as_ref().map(State::status);
        let is_handed_over = matches!(event, Event::HandedOver);
        let Some((state, errands)) = decide(state, event, &self.policy, now) else { return Ok(None) };
        let local_now = local(now, &self.policy.zone);
        let number = self.number_in(&state.protocol);
        let mut change = Change {
            request,
            protocol: state.protocol.clone(),
            year_and_number: (local_now.year(), number),
            area: state.area.clone(),
            requester: state.requester.key(),
            status: state.status(),
            open: state.is_open(),
            due_at: state.due_at(),
            digest: state.digest.clone(),
            returns: step.returns.clone(),
            handed_over: if is_handed_over { vec![Channel::Whatsapp] } else { Vec::new() },
            answer: step.answer.clone(),
            letters: step.letters.clone(),
            ..Change::default()
        };
        if let Some(id) = &step.message_id {
            change.message_ids.push((id.clone(), if request.is_none() { "request" } else { "reply" }));
        }
        let mut needs_person = None;
        for errand in &errands {
            match errand {
                Errand::Say(say) => {
                    let letters = self.letters_for(request, &state, say, &step, &mut change)?;
                    change.letters.extend(letters);
                }
                Errand::OpenSending => {}
                Errand::HandOver => {
                    let package = self.package(request, &state, &step)?;
                    change.letters.extend(package);
                }
                Errand::StopPeople(channel) => change.cancelled.push(*channel),
                Errand::Count(channel) => change.counts.extend(self.count_of(request, &state, *channel, now)?),
                Errand::Tell(line) => change.story.push(line.clone()),
                Errand::NeedsPerson(reason) => needs_person = Some(reason.clone()),
            }
        }
        if let Some((mail, place, class)) = step.mail {
            let place = match needs_person {
                Some(_) => Place::Person,
                None if place == Place::Done
                    && matches!(state.status(), "waiting-data" | "waiting-confirmation" | "waiting-approval") =>
                {
                    Place::Waiting
                }
                None => place,
            };
            change.mail = Some((mail, place, class.to_owned(), needs_person));
        }
        change.state = serde_json::to_string(&state)
            .map_err(|source| DaemonError::State { request: request.unwrap_or(RequestId(0)), source })?;
        for line in &change.story {
            self.told.push(format!("{}: {line}", state.protocol));
        }
        change.people = step.people();
        let id = self.ledger.apply(&change, now)?;
        self.remember(id, &state, now)?;
        let before = before.unwrap_or_default();
        if before != state.status() && matches!(state.status(), "sending" | "sent" | "waiting-report" | "closed") {
            self.seal(id, &state)?;
        }
        // A receipt that adds no line writes none: thousands of them come in an hour.
        if !change.story.is_empty() {
            self.write_story(id, &state)?;
        }
        Ok(Some(id))
    }

    /// Requests whose time came.
    pub(super) fn time_came(&mut self) -> Result<u64, DaemonError> {
        let now = self.clock.now();
        let due = self.ledger.due_requests(now, 200)?;
        let count = due.len() as u64;
        for row in due {
            let mut figures = BTreeMap::new();
            for channel in Channel::ALL {
                figures.insert(channel, self.figures(row.id, channel)?);
            }
            let mut step = Step::default();
            if let Some(state) = self.state_of(row.id)? {
                step.notes.report = state.legs.get(&Channel::Whatsapp).and_then(|leg| leg.report.clone());
            }
            self.step(Some(row.id), Event::TimeCame(figures), step)?;
        }
        Ok(count)
    }

    pub(super) fn figures(&self, request: RequestId, channel: Channel) -> Result<Figures, DaemonError> {
        use crate::office::RecipientState as S;
        let tally = self.ledger.tally(request, channel)?;
        let accepted =
            tally.of_any(&[S::Accepted, S::Delayed, S::Relayed, S::Expanded, S::Delivered, S::Read, S::Failed]);
        Ok(Figures {
            total: tally.total(),
            settled: tally.settled(),
            accepted,
            in_doubt: tally.of(S::InDoubt),
            failed: tally.of_any(&[S::Failed, S::Refused]),
            to_send: tally.to_send(),
        })
    }

    /// The local time of a wish as seconds since 1970; a day without an hour begins at eight.
    pub(super) fn moment_of(&self, at: SendAt) -> Option<i64> {
        let time = if at.hour_is_known { at.at } else { at.at.date().at(8, 0, 0, 0) };
        moment(time, &self.policy.zone)
    }

    fn number_in(&self, protocol: &str) -> u32 {
        protocol
            .rsplit(|c: char| !c.is_ascii_digit())
            .find(|it| !it.is_empty())
            .and_then(|it| it.parse().ok())
            .unwrap_or(0)
    }

    fn folder_for(
        &self,
        plan: &Plan,
        protocol: &Protocol,
        facts: &crate::office::Facts,
        subject: &str,
        today: jiff::civil::Date,
    ) -> String {
        let area = facts
            .area
            .as_deref()
            .and_then(|key| self.rules.office.areas.get(key))
            .map_or("sem área", |it| it.nome.as_str());
        let channel = facts.channel.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(" e ");
        let year = today.year().to_string();
        folder(
            &plan.folder,
            &[
                ("ano", &year),
                ("categoria", facts.category.as_deref().unwrap_or("geral")),
                ("protocolo", protocol.as_str()),
                ("assunto", subject),
                ("area", area),
                ("canal", &channel),
            ],
        )
    }

    /// What goes out, channel by channel; pictures for WhatsApp are converted where that is needed (step 24).
    async fn filing_of(
        &self,
        in_hand: &InHand,
        plan: &Plan,
        notes: &mut Notes,
        missing: &mut BTreeSet<Missing>,
    ) -> Filing {
        let understood = &in_hand.understood;
        let mut filing = Filing { subject: understood.facts.message_subject.clone(), messages: BTreeMap::new() };
        let channels: Vec<Channel> = if understood.facts.channel.is_empty() {
            Channel::ALL.to_vec()
        } else {
            understood.facts.channel.iter().copied().collect()
        };
        for channel in channels {
            let content = understood.content_by_channel.get(&channel).or(understood.content.as_ref());
            let Some(content) = content else { continue };
            let mut message = Message { text: content.text.clone(), ..Message::default() };
            let files: Vec<ContentFile> = understood
                .attachments
                .iter()
                .map(|it| ContentFile {
                    name: it.name.clone(),
                    mime: it.mime.clone(),
                    content_id: None,
                    bytes: it.bytes.clone(),
                })
                .collect();
            match channel {
                Channel::Email => {
                    message.html.clone_from(&content.html);
                    message.inline = content.inline.iter().map(inline_file).collect();
                    message.files = files;
                }
                Channel::Whatsapp => {
                    let pictures =
                        content.inline.iter().map(inline_file).map(|it| ContentFile { content_id: None, ..it });
                    for file in files.into_iter().chain(pictures) {
                        if understood.facts.channel.contains(&Channel::Whatsapp) {
                            self.for_whatsapp(file, &mut message.files, notes, missing).await;
                        } else {
                            message.files.push(file);
                        }
                    }
                }
            }
            filing.messages.insert(channel, message);
        }
        if let Some(notice) = plan.notice.as_deref().and_then(|it| self.rules.notices.get(it)) {
            for channel in &understood.facts.channel {
                let message = Message { text: notice.text.clone(), ..Message::default() };
                filing.messages.entry(*channel).or_insert(message);
            }
            filing.subject.get_or_insert_with(|| notice.subject.clone());
        }
        filing
    }

    /// What was converted, as it came.
    pub(super) fn file_originals(&self, folder: &str, notes: &Notes) -> Result<(), DaemonError> {
        for (n, file) in notes.originals.iter().enumerate() {
            self.archive.write(&format!("{folder}/originais/{} {}", n + 1, legal(&file.name)), &file.bytes)?;
        }
        Ok(())
    }

    /// A file as WhatsApp takes it: as it is, converted, or not at all (step 24).
    pub(super) async fn for_whatsapp(
        &self,
        file: ContentFile,
        to: &mut Vec<ContentFile>,
        notes: &mut Notes,
        missing: &mut BTreeSet<Missing>,
    ) {
        let limits = &self.rules.media;
        let problem = match media::judge(&file.name, &file.bytes, limits) {
            media::Verdict::AsIs { name, .. } => {
                to.push(ContentFile { name, ..file });
                return;
            }
            media::Verdict::Convert(plan) => {
                let converted = match plan.tool {
                    media::Tool::Picture => media::convert_picture(&file.bytes, &plan).map_err(|it| it.to_string()),
                    media::Tool::Ffmpeg => ffmpeg::convert(ffmpeg::PROGRAM, &file.bytes, &plan, limits)
                        .await
                        .map_err(|it| it.in_portuguese()),
                };
                match converted {
                    Ok(done) => {
                        notes.originals.push(file.clone());
                        notes.converted.push(format!("{}: {}", file.name, done.what_changed_pt));
                        let mime = done.mime.to_owned();
                        to.push(ContentFile { name: done.name, mime, content_id: None, bytes: done.bytes });
                        return;
                    }
                    Err(_) if !plan.is_required => {
                        to.push(file);
                        return;
                    }
                    Err(problem) => problem,
                }
            }
            media::Verdict::Refuse { reason_pt, remedy_pt, .. } => format!("{reason_pt}. {remedy_pt}"),
        };
        notes.not_possible.push(format!("{}: {problem}", file.name));
        missing.insert(Missing::Media);
    }

    /// What the workbook is owed for a channel (DECISIONS 2): month and year of the sending.
    fn count_of(
        &self,
        request: Option<RequestId>,
        state: &State,
        channel: Channel,
        now: i64,
    ) -> Result<Option<NewCount>, DaemonError> {
        let Some(area) = &state.area else { return Ok(None) };
        let day = local(now, &self.policy.zone).date();
        let label = state.plan.row.clone().unwrap_or_else(|| {
            self.rules.office.areas.get(area).map_or_else(|| area.clone(), |it| it.row_label().to_owned())
        });
        let amount = match self.config.workbook.count {
            crate::config::Count::Communications => 1,
            crate::config::Count::Messages => match request {
                Some(request) => i64::try_from(self.ledger.tally(request, channel)?.total()).unwrap_or(i64::MAX),
                None => 0,
            },
        };
        Ok(Some(NewCount {
            channel,
            year: day.year(),
            month: day.month(),
            area: area.clone(),
            label,
            sheet: state.plan.sheet.clone(),
            amount,
        }))
    }

    /// Loads what an incoming mail may relate to.
    pub(super) fn load_known(&mut self) -> Result<(), DaemonError> {
        let now = self.clock.now();
        for row in self.ledger.recent_requests(now - REMEMBERED_SECS, REMEMBERED_MAX)? {
            if let Some(state) = self.state_of(row.id)? {
                self.remember_at(row.id, &state, row.created_at)?;
            }
        }
        Ok(())
    }

    fn remember(&mut self, request: RequestId, state: &State, now: i64) -> Result<(), DaemonError> {
        let created = self.ledger.request(request)?.map_or(now, |it| it.created_at);
        self.remember_at(request, state, created)?;
        if self.known.len() > REMEMBERED_MAX as usize {
            self.known.pop_first();
        }
        Ok(())
    }

    fn remember_at(&mut self, request: RequestId, state: &State, created_at: i64) -> Result<(), DaemonError> {
        let mut ids = KnownMessageIds::default();
        for (id, kind) in self.ledger.message_ids_of(request)? {
            match kind.as_str() {
                "request" => ids.request = Some(id),
                "acknowledgement" => ids.ack = Some(id),
                "package" => ids.to_call_center = Some(id),
                "dispatch" => ids.dispatch.push(id),
                "approval-asked" => ids.approval_ask = Some(id),
                _ => ids.others.push(id),
            }
        }
        let form = |at: i64| local(at, &self.policy.zone).strftime("%Y-%m-%dT%H:%M").to_string();
        let sent_at = state.legs.values().filter_map(|it| it.sent_at).min();
        self.known_list.take();
        self.known.insert(
            request,
            KnownRequest {
                protocol: state.protocol.clone(),
                area: state.area.clone(),
                requester: state.requester.to_string(),
                channel: state.channels.clone(),
                audience: state.audience,
                status: state.status().to_owned(),
                subject: state.subject.clone().unwrap_or_else(|| state.thread.subject.clone()),
                asked_as: state.thread.subject.clone(),
                sent_at: sent_at.map(form).unwrap_or_default(),
                recipients: state.legs.values().map(|it| it.people).max(),
                message_ids: ids,
                asked: state.missing.iter().copied().collect(),
                received_at: form(created_at),
                content_digest: state.content_digest.clone(),
            },
        );
        Ok(())
    }

    /// `historico.txt`, anew after every step; the ledger holds the same, so a share that is away loses nothing.
    pub(super) fn write_story(&self, request: RequestId, state: &State) -> Result<(), DaemonError> {
        let mut text = format!("{}\r\nSolicitante: {}\r\n\r\n", state.protocol, state.requester);
        for line in self.ledger.story(request)? {
            let at = local(line.at, &self.policy.zone).strftime("%d/%m/%Y %H:%M").to_string();
            text.push_str(&format!("{at}  {}\r\n", line.line));
        }
        if let Err(error) = self.archive.write(&format!("{}/historico.txt", state.folder), text.as_bytes()) {
            tracing::warn!(request = request.0, reason = %error, "the story could not be written to the archive yet");
        }
        Ok(())
    }

    /// The request that a mail relates to, by the protocol that the understanding found.
    pub(super) fn related(&self, in_hand: &InHand) -> Result<Option<RequestId>, DaemonError> {
        let Some(name) = &in_hand.understood.facts.relates_to else { return Ok(None) };
        Ok(self.ledger.request_named(&Protocol::from_text(name))?.map(|it| it.id))
    }

    /// Leaves a mail to a person of the desk, who is told.
    pub(super) fn hand_to_person(&mut self, in_hand: &InHand, reason: &str) -> Result<(), DaemonError> {
        let class = class_name(in_hand);
        self.ledger.decide_mail(in_hand.row.id, Place::Person, Some(class), Some(reason))?;
        self.held_for_person(in_hand, reason)
    }
}

/// The name of a mail's class in the ledger.
pub(super) fn class_name(in_hand: &InHand) -> &'static str {
    use crate::office::Class;
    match in_hand.understood.facts.class {
        Class::Request => "request",
        Class::ReplyToRequest => "reply-to-request",
        Class::Approval => "approval",
        Class::Cancellation => "cancellation",
        Class::DeliveryReceipt => "delivery-receipt",
        Class::CallCenterReport => "call-center-report",
        Class::AutoReply => "auto-reply",
        Class::InsuredReply => "insured-reply",
        Class::Unauthorized => "unauthorized",
        Class::Unrelated => "unrelated",
    }
}

fn wants_general_contacts(plan: &Plan, facts: &crate::office::Facts) -> bool {
    plan.general_contacts && facts.audience == Some(Audience::General) && facts.channel.contains(&Channel::Whatsapp)
}

fn inline_file(part: &crate::understanding::InlinePart) -> ContentFile {
    ContentFile {
        name: part.name.clone(),
        mime: part.mime.clone(),
        content_id: Some(part.content_id.clone()),
        bytes: part.bytes.clone(),
    }
}

/// The legs of a request: one for each channel, with the people that its list reaches.
pub(super) fn legs_of(channels: &BTreeSet<Channel>, lists: &[RecipientList]) -> BTreeMap<Channel, Leg> {
    channels
        .iter()
        .map(|channel| {
            let leg = lists.iter().find(|it| it.channel == *channel).map_or_else(
                || Leg::held(0, 0, 0),
                |list| {
                    Leg::held(list.recipients.len() as u64, list.rejected.len() as u64, list.duplicates.len() as u64)
                },
            );
            (*channel, leg)
        })
        .collect()
}

/// The digest that consent is bound to: subject, texts and every contact.
pub(super) fn digest_of(subject: Option<&str>, texts: &BTreeMap<Channel, String>, lists: &[RecipientList]) -> String {
    let mut all = Sha256::new();
    all.update(fold(subject.unwrap_or_default()));
    for (channel, text) in texts {
        all.update(format!("\n{}\n{text}", channel.as_str()));
    }
    for list in lists {
        for person in &list.recipients {
            all.update("\n");
            all.update(person.contact.as_str());
            for value in person.values.iter() {
                all.update("\t");
                all.update(value);
            }
        }
    }
    all.finalize().iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}"))
}

/// Why a requester sees first what would go.
fn doubt_in_words(understood: &crate::understanding::Understood) -> String {
    match &understood.unclear {
        Some(sentence) => {
            format!("não ficou claro o que esta frase do seu e-mail muda no envio: “{}”", sentence)
        }
        None => TEXT_UNSURE.to_owned(),
    }
}
