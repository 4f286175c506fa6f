//! What letters say, as typed values: what was understood, what is asked, how far it is, who was not reached.

use std::collections::BTreeSet;

use super::clock::local;
use super::requests::Step;
use super::{Daemon, DaemonError};
use crate::ledger::{RecipientRow, Tally};
use crate::office::{Channel, Missing, Protocol, RecipientList, RecipientState, RequestId, SendAt};
use crate::phrases::{
    About, Asked, AskedDetail, CancelledHow, Counts, Digest, Leaves, ListNews, NotReached, Preview, Question, Stage,
    Understood,
};
use crate::request::{LegStatus, Phase, State};

/// People named in the text of a letter; all of them stand in the attached list.
const PEOPLE_NAMED_MAX: usize = 10;

/// What the ledger notes of people who did not receive because carteiro was on trial.
pub(super) const ON_TRIAL: &str = "modo de teste: não enviado";

/// What is said of people of whom nothing was heard yet.
const SILENT: &str = "Enviada, sem notícia até agora";

impl Daemon {
    pub(super) fn about(&self, state: &State) -> About {
        About {
            protocol: Some(Protocol::from_text(&state.protocol)),
            subject: state.subject.clone().unwrap_or_else(|| state.thread.subject.clone()),
            name: state.requester_name.as_deref().and_then(|it| it.split_whitespace().next()).map(str::to_owned),
        }
    }

    pub(super) fn understood_of(&self, state: &State, step: &Step) -> Understood {
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
    pub(super) fn bounced(&self, list: &RecipientList) -> (Vec<(u32, String, jiff::civil::Date)>, u64) {
        let keys = list.recipients.iter().map(|it| it.contact.key());
        // A hint: a ledger that does not answer stops the step where it is written, not here.
        let (bounced, asked_out) = self.ledger.known_of(keys).unwrap_or_default();
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

    pub(super) fn question(&self, state: &State, step: &Step, about: About, missing: &BTreeSet<Missing>) -> Question {
        let detail = |what: &Missing| match what {
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
            missing: missing
                .iter()
                .map(|it| Asked { what: *it, detail: step.notes.details.get(it).cloned().or_else(|| detail(it)) })
                .collect(),
            until: self.closes_on(state),
        }
    }

    /// The day on which a request is closed unsent if nobody answers: known once the last reminder goes.
    fn closes_on(&self, state: &State) -> Option<jiff::civil::Date> {
        let at = state.asked_at.filter(|_| state.asked > self.policy.reminders_max)?;
        Some(local(at, &self.policy.zone).date())
    }

    pub(super) fn preview(&self, state: &State, step: &Step, about: About, answer: &str) -> Preview {
        Preview {
            about,
            understood: self.understood_of(state, step),
            reason: state.doubt.clone().filter(|_| state.phase == Phase::WaitingConfirmation),
            requester: Some(state.requester.clone()),
            answer: answer.to_owned(),
            leaves: self.leaves(state),
        }
    }

    pub(super) fn leaves(&self, state: &State) -> Leaves {
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
    pub(super) fn days(&self, state: &State) -> Option<u32> {
        let people = state.legs.get(&Channel::Email)?.people;
        let days = super::views::days_of(people, 0, self.config.smtp.recipients_per_day)?;
        u32::try_from(days).ok().filter(|days| *days > 1)
    }

    pub(super) fn cancelled_partly(&self, request: Option<RequestId>) -> Result<CancelledHow, DaemonError> {
        let Some(request) = request else { return Ok(CancelledHow::InTime) };
        let tally = self.ledger.tally(request, Channel::Email)?;
        let stopped = tally.of_any(&[RecipientState::Waiting, RecipientState::Deferred, RecipientState::Cancelled]);
        Ok(CancelledHow::Partly { sent: tally.total() - stopped, stopped })
    }

    pub(super) fn stage(&self, state: &State) -> Stage {
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

    pub(super) fn counts(&self, request: Option<RequestId>, state: &State) -> Result<Option<Counts>, DaemonError> {
        let Some(request) = request else { return Ok(None) };
        if state.is_untouched() {
            return Ok(None);
        }
        let channel = state.channels.iter().next().copied().unwrap_or(Channel::Email);
        Ok(Some(self.counts_of(request, channel)?))
    }

    pub(super) fn digest(
        &self,
        request: RequestId,
        state: &State,
        channel: Channel,
        about: About,
    ) -> Result<Digest, DaemonError> {
        let leg = state.legs.get(&channel);
        let (not_reached, not_reached_total) = self.not_reached(request, channel)?;
        let at = |seconds| local(seconds, &self.policy.zone);
        Ok(Digest {
            about,
            channels: vec![(channel, self.counts_of(request, channel)?)],
            not_reached,
            not_reached_total,
            sent_at: leg.and_then(|it| it.sent_at).map(at),
            balance_at: leg.filter(|it| it.status != LegStatus::Balanced).and_then(|it| it.balance_at).map(at),
            notices_attached: self.ledger.returns_of(request, false)?.len() as u64,
            without_receipts: channel == Channel::Email && self.gave_no_receipts(request)?,
        })
    }

    /// How many are in each state; who was kept back on trial is told apart from who was cancelled.
    fn counts_of(&self, request: RequestId, channel: Channel) -> Result<Counts, DaemonError> {
        let mut counts = counts_of(&self.ledger.tally(request, channel)?);
        if counts.cancelled > 0 {
            self.for_people(request, channel, |person| {
                counts.kept_back += u64::from(was_kept_back(person));
            })?;
            counts.cancelled -= counts.kept_back;
        }
        Ok(counts)
    }

    /// The first people who were not reached, and how many there are.
    pub(super) fn not_reached(
        &self,
        request: RequestId,
        channel: Channel,
    ) -> Result<(Vec<NotReached>, u64), DaemonError> {
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
    pub(super) fn silent(&self, state: &State, channel: Channel) -> String {
        let balanced = state.legs.get(&channel).is_some_and(|leg| leg.status == LegStatus::Balanced);
        match (channel, balanced) {
            (Channel::Email, true) => {
                format!("Sem notícia em {} horas", self.policy.final_balance_secs.max(3600) / 3600)
            }
            (Channel::Email, false) | (Channel::Whatsapp, _) => SILENT.to_owned(),
        }
    }
}

fn counts_of(tally: &Tally) -> Counts {
    use RecipientState as S;
    Counts {
        total: tally.total(),
        delivered: tally.of_any(&[S::Delivered, S::Read, S::Expanded]),
        read: tally.of(S::Read),
        relayed: tally.of(S::Relayed),
        failed: tally.of_any(&[S::Failed, S::Refused]),
        delayed: tally.of_any(&[S::Delayed, S::Deferred]),
        cancelled: tally.of(S::Cancelled),
        kept_back: 0,
        in_doubt: tally.of(S::InDoubt),
        silent: tally.of_any(&[S::Accepted, S::Waiting, S::Leaving]),
    }
}

/// Whether somebody did not receive only because carteiro was on trial.
fn was_kept_back(person: &RecipientRow) -> bool {
    person.state == RecipientState::Cancelled && person.note.as_deref() == Some(ON_TRIAL)
}

/// What became of a person, and what to do, as a department reads it; `silent` says how long nothing was heard.
pub(super) fn situation(person: &RecipientRow, silent: &str) -> (String, String) {
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
        RecipientState::Cancelled if was_kept_back(person) => ("Não enviada: período de teste", ""),
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
