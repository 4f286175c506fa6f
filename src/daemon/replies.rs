//! Replies, approvals and cancellations: what a mail does to a request that exists.

use std::collections::{BTreeMap, BTreeSet};

use super::clock::local;
use super::letters::{notes_of, token};
use super::mails::InHand;
use super::requests::{Replaced, Step, digest_of, legs_of};
use super::{Daemon, DaemonError};
use crate::ledger::Place;
use crate::office::content::{ContentFile, Message, placeholders};
use crate::office::{Audience, Channel, Class, Effect, Facts, Missing, RecipientList, RequestId};
use crate::request::{Event, Phase, Plan, ReplyFacts, State};
use crate::rules::{self, MailFacts};

impl Daemon {
    /// A reply about a request.
    pub(super) fn reply(&mut self, in_hand: &InHand) -> Result<(), DaemonError> {
        let Some(request) = self.related(in_hand)? else {
            return self.hand_to_person(in_hand, "não se sabe a que pedido esta resposta pertence");
        };
        let Some(state) = self.state_of(request)? else { return Ok(()) };
        let facts = &in_hand.understood.facts;
        let from = in_hand.mail.sender_address().cloned();
        if from.as_ref().is_some_and(|it| self.rules.office.is_call_center(it)) {
            return self.call_center_writes(in_hand, request, &state);
        }
        if self.is_plain_approval(in_hand, &state)? {
            return self.approval(in_hand);
        }
        if !self.may_speak_for(&state, in_hand) {
            return self.hand_to_person(in_hand, "quem escreve não é da área que fez o pedido");
        }
        let word = self.yes_or_no(in_hand, &state)?;
        let mut step = Step {
            mail: Some((in_hand.row.id, Place::Done, "reply-to-request")),
            message_id: in_hand.mail.message_id.clone(),
            notes: notes_of(from.clone()),
            ..Step::default()
        };
        let mut reply = ReplyFacts {
            effect: facts.effect,
            from,
            message_id: in_hand.mail.message_id.clone(),
            consents: in_hand.understood.change.confirms,
            stale: self.consents_to_another(in_hand, &state)?,
            dispatch: facts.dispatch,
            ..ReplyFacts::default()
        };
        if let Some(is_yes) = word {
            // SIM or NÃO alone, to what was shown: nothing else is read into it.
            reply.effect = Some(if is_yes { Effect::Completes } else { Effect::Rejects });
            reply.consents = is_yes;
        } else if matches!(facts.effect, Some(Effect::Completes | Effect::Corrects)) && state.is_untouched() {
            self.take_over(in_hand, &state, &mut reply, &mut step)?;
        }
        self.step(Some(request), Event::Replied(Box::new(reply)), step)?;
        Ok(())
    }

    /// What a reply gives: channel, subject, text, list, files; filed beside what was there.
    fn take_over(
        &mut self,
        in_hand: &InHand,
        state: &State,
        reply: &mut ReplyFacts,
        step: &mut Step,
    ) -> Result<(), DaemonError> {
        let understood = &in_hand.understood;
        let change = &understood.change;
        reply.channels = change.channels.iter().copied().chain(understood.facts.channel.iter().copied()).collect();
        reply.area = change.area.clone().or_else(|| understood.facts.area.clone()).filter(|_| state.area.is_none());
        reply.audience = understood.facts.audience;
        reply.subject = change.subject.clone().or_else(|| understood.facts.message_subject.clone());
        reply.send_at = change.send_at.or(understood.facts.send_at).and_then(|it| self.moment_of(it));
        let mut channels = state.channels.clone();
        if !reply.channels.is_empty()
            && (state.missing.contains(&Missing::Channel) || reply.effect == Some(Effect::Corrects))
        {
            channels.clone_from(&reply.channels);
        }
        let mut filing = self.archive.filed(&state.folder)?;
        let new_text = change.text.as_ref().or(understood.content.as_ref());
        if let Some(content) = new_text {
            for channel in if channels.is_empty() { Channel::ALL.to_vec() } else { channels.iter().copied().collect() }
            {
                let content = understood.content_by_channel.get(&channel).unwrap_or(content);
                let old = filing.messages.remove(&channel).unwrap_or_default();
                filing.messages.insert(
                    channel,
                    Message {
                        text: content.text.clone(),
                        html: content.html.clone(),
                        inline: content
                            .inline
                            .iter()
                            .map(|it| ContentFile {
                                name: it.name.clone(),
                                mime: it.mime.clone(),
                                content_id: Some(it.content_id.clone()),
                                bytes: it.bytes.clone(),
                            })
                            .collect(),
                        files: old.files,
                    },
                );
                reply.texts.insert(channel, content.text.clone());
            }
        }
        for (old, new) in &change.replace {
            replace_once(&mut filing.messages, old, new, &mut reply.texts);
        }
        if let Some(subject) = &reply.subject {
            filing.subject = Some(subject.clone());
        }
        if !understood.attachments.is_empty() && state.missing.contains(&Missing::Media) {
            let by_whatsapp = channels.contains(&Channel::Whatsapp);
            for (channel, message) in &mut filing.messages {
                if *channel == Channel::Whatsapp && by_whatsapp {
                    message.files.extend(in_hand.brought.files.iter().cloned());
                    continue;
                }
                message.files.extend(understood.attachments.iter().map(|it| ContentFile {
                    name: it.name.clone(),
                    mime: it.mime.clone(),
                    content_id: None,
                    bytes: it.bytes.clone(),
                }));
            }
            if by_whatsapp {
                self.file_originals(&state.folder, &in_hand.brought.notes)?;
                step.notes.converted.clone_from(&in_hand.brought.notes.converted);
                step.notes.not_possible.clone_from(&in_hand.brought.notes.not_possible);
            }
            reply.media = !by_whatsapp || in_hand.brought.notes.not_possible.is_empty();
        }
        let asked = [Missing::Channel, Missing::Audience, Missing::Area];
        if asked.iter().any(|it| state.missing.contains(it)) {
            reply.plan = Some(self.plan_after(state, reply, &channels));
        }
        let text_placeholders = reply.texts.values().next().map(|it| placeholders(it));
        reply.placeholders.clone_from(&text_placeholders);
        let wanted = text_placeholders.unwrap_or_else(|| state.placeholders.clone());
        let mut lists = self.lists_after(in_hand, state, &channels, &wanted)?;
        let audience = reply.audience.filter(|_| state.missing.contains(&Missing::Audience)).or(state.audience);
        let general = reply.plan.as_ref().is_some_and(|it| it.general_contacts)
            && audience == Some(Audience::General)
            && channels.contains(&Channel::Whatsapp);
        if general {
            match self.general_contacts()? {
                Ok(list) => {
                    lists = lists.into_iter().filter(|it| it.channel != Channel::Whatsapp).chain([list]).collect()
                }
                Err(problem) => self.tell_desk("A lista geral de contatos não pôde ser usada", &problem)?,
            }
        }
        if !lists.is_empty() {
            reply.legs = legs_of(&channels, &lists);
            step.replaced = Some(Replaced { channels: channels.clone(), placeholders: wanted });
            self.file_lists(&state.folder, understood.list_file.as_ref(), &lists)?;
        }
        self.archive.file(&state.folder, &filing)?;
        let mail_name = format!("{}/resposta-{}.eml", state.folder, in_hand.row.id.0);
        self.archive.write(&mail_name, &in_hand.raw)?;
        let texts: BTreeMap<Channel, String> =
            filing.messages.iter().map(|(channel, message)| (*channel, message.text.clone())).collect();
        let mut digest = digest_of(filing.subject.as_deref(), &texts, &lists);
        if lists.is_empty() {
            // The list is the one that was there: its part of the digest comes from the old digest.
            digest = crate::archive::sha256_hex(format!("{digest}\n{}", state.digest).as_bytes());
        }
        reply.digest = Some(digest);
        step.lists = lists;
        Ok(())
    }

    /// What the rules want of a request of which more is known now.
    fn plan_after(&self, state: &State, reply: &ReplyFacts, channels: &BTreeSet<Channel>) -> Plan {
        let mut facts = Facts::of(Class::Request);
        facts.channel.clone_from(channels);
        facts.audience = reply.audience.filter(|_| state.missing.contains(&Missing::Audience)).or(state.audience);
        facts.area = state.area.clone().or_else(|| reply.area.clone());
        facts.category.clone_from(&state.category);
        facts.message_subject = reply.subject.clone().or_else(|| state.subject.clone());
        facts.per_person = state.per_person;
        facts.urgent = state.urgent;
        facts.recipients = state.legs.values().map(|it| it.people).max();
        let mail = MailFacts {
            from: Some(&state.requester),
            subject: &state.thread.subject,
            attachments: &state.list_file.iter().cloned().collect::<Vec<_>>(),
            today: local(self.clock.now(), &self.policy.zone).date(),
        };
        let decision = rules::decide(&self.rules, &facts, &mail);
        Plan::of(decision.rule, decision.rules_version, &decision.actions, &self.rules.office)
    }

    /// The lists after a reply: those it brings, or the filed one read for a channel that is known only now.
    fn lists_after(
        &self,
        in_hand: &InHand,
        state: &State,
        channels: &BTreeSet<Channel>,
        wanted: &[String],
    ) -> Result<Vec<RecipientList>, DaemonError> {
        let brought = &in_hand.understood.lists;
        let mut lists: Vec<RecipientList> = Vec::new();
        for channel in channels {
            if let Some(list) = brought.iter().find(|it| it.channel == *channel) {
                lists.push(list.clone());
                continue;
            }
            if let Some((name, bytes)) = &in_hand.understood.list_file {
                let ask = crate::sheets::ListAsk { placeholders: wanted, ..crate::sheets::ListAsk::default() };
                if let Ok(list) = crate::sheets::read_list(name, bytes, *channel, &self.rules.vocabulary, &ask) {
                    lists.push(list);
                    continue;
                }
            }
            let has_people = state.legs.get(channel).is_some_and(|leg| leg.people > 0);
            if has_people && lists.is_empty() {
                continue;
            }
            if let Some(name) = &state.list_file
                && let Ok(list) = self.read_filed_list(&state.folder, name, *channel, wanted)?
            {
                lists.push(list);
            } else if let Some(list) = self.typed_list(state, *channel, wanted) {
                lists.push(list);
            }
        }
        Ok(lists)
    }

    /// Addresses or numbers that were typed in the request itself.
    fn typed_list(&self, state: &State, channel: Channel, wanted: &[String]) -> Option<RecipientList> {
        let raw = self.archive.read(&format!("{}/pedido.eml", state.folder)).ok()?;
        let mail = crate::mail::incoming::IncomingMail::parse(&raw).ok()?;
        let ask = crate::sheets::ListAsk { placeholders: wanted, ..crate::sheets::ListAsk::default() };
        crate::sheets::list_from_lines(mail.plain.as_deref()?, channel, &self.rules.vocabulary, &ask)
    }

    /// Whether the writer may change a request: the requester, or somebody of the same area, or the desk.
    fn may_speak_for(&self, state: &State, in_hand: &InHand) -> bool {
        let Some(from) = in_hand.mail.sender_address() else { return false };
        let office = &self.rules.office;
        let same_area = state.area.as_deref().is_some_and(|area| office.areas_of(from).contains(&area));
        *from == state.requester || same_area || office.is_own(from) || office.is_approver(from)
    }

    /// Somebody consents.
    pub(super) fn approval(&mut self, in_hand: &InHand) -> Result<(), DaemonError> {
        let Some(request) = self.related(in_hand)? else {
            return self.hand_to_person(in_hand, "não se sabe o que esta mensagem aprova");
        };
        let Some(by) = in_hand.mail.sender_address().cloned() else { return Ok(()) };
        let Some(state) = self.state_of(request)? else { return Ok(()) };
        let stale = self.consents_to_another(in_hand, &state)?;
        let asks_consent = matches!(state.phase, Phase::WaitingApproval | Phase::WaitingConfirmation);
        if asks_consent && !stale && !self.consents_to_this(in_hand, &state)? {
            let mark = token(&state.digest);
            let reason = format!(
                "uma aprovação chegou fora do pedido de aprovação; peça que respondam a ele, ou que escrevam: APROVAR {mark}"
            );
            return self.hand_to_person(in_hand, &reason);
        }
        let step = Step {
            mail: Some((in_hand.row.id, Place::Done, "approval")),
            message_id: in_hand.mail.message_id.clone(),
            notes: notes_of(Some(by.clone())),
            ..Step::default()
        };
        let send_at = in_hand.understood.facts.send_at.and_then(|it| self.moment_of(it));
        self.step(Some(request), Event::Approved { by, send_at, stale }, step)?;
        Ok(())
    }

    /// The whole request shall not go out.
    pub(super) fn cancellation(&mut self, in_hand: &InHand) -> Result<(), DaemonError> {
        let Some(request) = self.related(in_hand)? else {
            return self.hand_to_person(in_hand, "não se sabe qual pedido deve ser cancelado");
        };
        let Some(state) = self.state_of(request)? else { return Ok(()) };
        if !self.may_speak_for(&state, in_hand) {
            return self.hand_to_person(in_hand, "um cancelamento veio de quem não é da área do pedido");
        }
        let step = Step {
            mail: Some((in_hand.row.id, Place::Done, "cancellation")),
            message_id: in_hand.mail.message_id.clone(),
            notes: notes_of(in_hand.mail.sender_address().cloned()),
            ..Step::default()
        };
        self.step(Some(request), Event::Cancelled { message_id: in_hand.mail.message_id.clone() }, step)?;
        // A request that came in twice is cancelled with its copy.
        for copy in self.copies_of(&state) {
            self.step(Some(copy), Event::Cancelled { message_id: None }, Step::default())?;
        }
        Ok(())
    }

    /// Other requests of the same content that still wait.
    fn copies_of(&self, state: &State) -> Vec<RequestId> {
        let same = |known: &crate::office::KnownRequest| {
            known.protocol != state.protocol
                && !state.content_digest.is_empty()
                && known.content_digest == state.content_digest
                && !matches!(known.status.as_str(), "closed" | "cancelled" | "sent" | "sending" | "waiting-report")
        };
        self.known.iter().filter(|(_, known)| same(known)).map(|(id, _)| *id).collect()
    }
}

/// Replaces words in every text, where they stand exactly once; else the correction is left to a person.
fn replace_once(
    messages: &mut BTreeMap<Channel, Message>,
    old: &str,
    new: &str,
    texts: &mut BTreeMap<Channel, String>,
) {
    if old.is_empty() || !messages.values().all(|it| it.text.matches(old).count() == 1) {
        return;
    }
    for (channel, message) in messages.iter_mut() {
        message.text = message.text.replacen(old, new, 1);
        match &mut message.html {
            Some(html) if html.matches(old).count() == 1 => *html = html.replacen(old, new, 1),
            // Formatting stands between the words: the plain text is right, the formatted one would not be.
            Some(_) => message.html = None,
            None => {}
        }
        texts.insert(*channel, message.text.clone());
    }
}
