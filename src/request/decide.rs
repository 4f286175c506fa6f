//! The one function that decides: state, event and time in; next state and errands out.

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::errand::{Errand, Say};
use super::event::{Ask, Event, Figures, ReplyFacts};
use super::plan::{Consent, Plan};
use super::state::{Approval, Leg, LegStatus, Phase, State};
use crate::office::calendar::{Holidays, Length};
use crate::office::{Channel, Effect, EmailAddress, Missing, ReportFacts};

/// Why a requester sees first what would go, where the text may not be only that, or not all of it.
pub const TEXT_UNSURE: &str = "queremos ter certeza de que o texto é só este";

/// From so many people on, failures can brake a sending.
const BRAKE_TRIED_MIN: u64 = 1000;

/// More failures than this, in percent of the people tried, brake it.
const BRAKE_PERCENT: u64 = 5;

/// The times of the office, from `carteiro.toml`.
#[derive(Debug, Clone)]
pub struct Policy {
    /// How long a request can be corrected before it leaves, in seconds.
    pub regret_secs: i64,
    /// When the first digest of receipts is told, in seconds after the sending.
    pub first_digest_secs: i64,
    /// When the final balance is told whatever is known, in seconds after the sending.
    pub final_balance_secs: i64,
    /// When the call center is reminded of its report.
    pub report_reminder: Length,
    /// When a requester or an approver is reminded of a question.
    pub ask_reminder: Length,
    /// How many reminders there are before a request is given up or the desk is told.
    pub reminders_max: u32,
    /// The office's holidays.
    pub holidays: Holidays,
    /// The office's time zone.
    pub zone: TimeZone,
}

/// Decides what an event does to a request. A new request has no state before its first event.
///
/// Applying an event never fails: what does not fit the state changes nothing and is told to a person.
#[must_use]
pub fn decide(state: Option<State>, event: Event, policy: &Policy, now: i64) -> Option<(State, Vec<Errand>)> {
    let Some(mut state) = state else {
        return match event {
            Event::Asked(ask) => Some(asked(*ask, policy, now)),
            Event::Replied(_)
            | Event::Approved { .. }
            | Event::Released { .. }
            | Event::Rejected { .. }
            | Event::Cancelled { .. }
            | Event::TimeCame(_)
            | Event::SendingEnded(_)
            | Event::HandedOver
            | Event::SendAgain
            | Event::BrakeReleased
            | Event::PackageRefused(_)
            | Event::ReceiptsCame(_)
            | Event::ReportCame(_) => None,
        };
    };
    let mut errands = Vec::new();
    match event {
        Event::Asked(_) => {}
        Event::Replied(reply) => replied(&mut state, *reply, &mut errands, policy, now),
        Event::Approved { stale: true, .. } => ask_again(&mut state, &mut errands, policy, now),
        Event::Approved { by, send_at, stale: false } => {
            approved(&mut state, &by, send_at, &mut errands, policy, now);
        }
        Event::Released { by } => released(&mut state, &by, &mut errands, policy, now),
        Event::Rejected { by } => rejected(&mut state, &by, &mut errands),
        Event::Cancelled { message_id } => {
            state.thread.follow(message_id.as_deref());
            cancelled(&mut state, &mut errands);
        }
        Event::TimeCame(figures) => time_came(&mut state, &figures, &mut errands, policy, now),
        Event::SendingEnded(figures) => sending_ended(&mut state, figures, &mut errands, policy, now),
        Event::HandedOver => handed_over(&mut state, &mut errands, policy, now),
        Event::SendAgain => send_again(&mut state, &mut errands),
        Event::BrakeReleased => brake_released(&mut state, &mut errands),
        Event::PackageRefused(reply) => {
            state.phase = Phase::Person;
            errands.push(Errand::Tell(format!("o servidor do call center recusou o pacote: {reply}")));
            errands.push(Errand::Say(Say::ToDesk(format!("O pacote para o call center foi recusado: {reply}"))));
        }
        Event::ReceiptsCame(figures) => receipts_came(&mut state, figures, &mut errands, now),
        Event::ReportCame(report) => report_came(&mut state, report, &mut errands),
    }
    close_if_over(&mut state, &mut errands);
    Some((state, errands))
}

fn asked(ask: Ask, policy: &Policy, now: i64) -> (State, Vec<Errand>) {
    let mut state = State {
        protocol: ask.protocol,
        area: ask.area,
        requester: ask.requester,
        requester_name: ask.requester_name,
        thread: ask.thread,
        channels: ask.channels,
        audience: ask.audience,
        category: ask.category,
        subject: ask.subject,
        texts: ask.texts,
        per_person: ask.per_person,
        placeholders: ask.placeholders,
        send_at: ask.send_at,
        urgent: ask.urgent,
        missing: ask.missing,
        doubt: ask.doubt,
        asked_at: None,
        asked: 0,
        phase: Phase::WaitingData,
        legs: ask.legs,
        plan: ask.plan,
        approval: None,
        approved: None,
        confirmed: None,
        folder: ask.folder,
        digest: ask.digest,
        list_file: ask.list_file,
        list_sheet: ask.list_sheet,
        content_digest: ask.content_digest,
        revision: 0,
        last_effect: None,
    };
    let mut errands = vec![Errand::Tell(format!("pedido recebido de {}", state.requester))];
    if let Some(reason) = state.plan.to_person.clone() {
        state.phase = Phase::Person;
        errands.push(Errand::Say(Say::Acknowledged));
        errands.push(Errand::NeedsPerson(reason.clone()));
        errands.push(Errand::Say(Say::ToDesk(reason)));
        return (state, errands);
    }
    if ask.duplicate_of.is_some() {
        state.phase = Phase::WaitingConfirmation;
        state.asked += 1;
        state.asked_at = Some(after(policy, policy.ask_reminder, now));
        errands.push(Errand::Tell("repete um pedido anterior; aguarda a confirmação do solicitante".to_owned()));
        errands.push(Errand::Say(Say::Repeated));
        return (state, errands);
    }
    if !ask.dispatch && state.missing.is_empty() {
        // Everything seems to be there, but the understanding is not sure: the requester sees it first.
        preview(&mut state, &mut errands, policy, now);
        return (state, errands);
    }
    go_on(&mut state, &mut errands, policy, now);
    (state, errands)
}

/// From here a request goes as far as it can: asks, waits for consent, or gets its time of leaving.
fn go_on(state: &mut State, errands: &mut Vec<Errand>, policy: &Policy, now: i64) {
    if !state.missing.is_empty() {
        state.phase = Phase::WaitingData;
        state.asked += 1;
        state.asked_at = Some(after(policy, policy.ask_reminder, now));
        errands.push(Errand::Tell(format!("faltam dados: {}", missing_words(state))));
        errands.push(Errand::Say(Say::AskBack(state.missing.clone())));
        return;
    }
    let bad_rows = state.legs.values().any(|leg| leg.rejected > 0);
    let unconfirmed = state.confirmed.as_deref() != Some(&state.digest);
    if state.doubt.is_some() || bad_rows && state.plan.wait_for_mended_list && unconfirmed {
        preview(state, errands, policy, now);
        return;
    }
    let people: u64 = state.legs.values().map(|leg| leg.people).sum();
    if people == 0 {
        state.missing.insert(Missing::Recipients);
        state.phase = Phase::WaitingData;
        state.asked += 1;
        state.asked_at = Some(after(policy, policy.ask_reminder, now));
        errands.push(Errand::Say(Say::AskBack(state.missing.clone())));
        return;
    }
    if let Some(consent) = consent_still_wanted(state) {
        if consent.by.is_empty() {
            preview(state, errands, policy, now);
            return;
        }
        state.phase = Phase::WaitingApproval;
        state.asked_at = Some(after(policy, policy.ask_reminder, now));
        state.approval = Some(Approval { by: consent.by, of: state.digest.clone(), asked_at: now });
        errands.push(Errand::Tell("aguarda aprovação".to_owned()));
        errands.push(Errand::Say(Say::Acknowledged));
        errands.push(Errand::Say(Say::ApprovalAsked));
        return;
    }
    set_time(state, policy, now);
    errands.push(Errand::Say(Say::Acknowledged));
    if let Phase::Scheduled(until) | Phase::Window(until) = state.phase {
        errands.push(Errand::Tell(format!("sai em {}", local(policy, until))));
        if until <= now {
            leave(state, errands);
        }
    }
}

/// The first consent that the rule wants and nobody has given for exactly this text and list. A requester's SIM never
/// stands for an approver's word.
fn consent_still_wanted(state: &State) -> Option<Consent> {
    let people: u64 = state.legs.values().map(|leg| leg.people).sum();
    let is_given = |it: &Consent| {
        let given = if it.by.is_empty() { &state.confirmed } else { &state.approved };
        given.as_deref() == Some(&state.digest)
    };
    let is_wanted = |it: &Consent| it.above.is_none_or(|limit| people > limit);
    state.plan.consent.iter().find(|it| is_wanted(it) && !is_given(it)).cloned()
}

/// Shows the requester what will go out, and waits for SIM.
fn preview(state: &mut State, errands: &mut Vec<Errand>, policy: &Policy, now: i64) {
    state.phase = Phase::WaitingConfirmation;
    state.asked += 1;
    state.asked_at = Some(after(policy, policy.ask_reminder, now));
    errands.push(Errand::Tell("aguarda a confirmação do solicitante".to_owned()));
    errands.push(Errand::Say(Say::Preview));
}

/// The time at which it leaves: as wished, or after the regret window; within the hours that the rule allows.
fn set_time(state: &mut State, policy: &Policy, now: i64) {
    let window = if state.urgent { now } else { now + policy.regret_secs };
    state.phase = match state.send_at {
        Some(at) if at > window => Phase::Scheduled(within_hours(state, policy, at)),
        _ => Phase::Window(within_hours(state, policy, window)),
    };
}

/// The first moment from `at` on that lies within the hours and working days that the rule allows.
fn within_hours(state: &State, policy: &Policy, at: i64) -> i64 {
    let Some((hour, minute)) = state.plan.not_before else { return at };
    let Ok(start) = Time::new(hour, minute, 0, 0) else { return at };
    let end = state.plan.not_after.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
    let Ok(moment) = Timestamp::from_second(at) else { return at };
    let local = moment.to_zoned(policy.zone.clone()).datetime();
    let opens = |day: jiff::civil::Date| {
        day.to_datetime(start).to_zoned(policy.zone.clone()).map_or(at, |it| it.timestamp().as_second())
    };
    let works = policy.holidays.is_business_day(local.date());
    if works && local.time() < start {
        opens(local.date())
    } else if works && end.is_none_or(|end| local.time() < end) {
        at
    } else {
        opens(policy.holidays.after(local.date(), 1))
    }
}

/// It leaves now.
fn leave(state: &mut State, errands: &mut Vec<Errand>) {
    state.phase = Phase::Sending;
    state.asked_at = None;
    for (channel, leg) in &mut state.legs {
        if leg.status != LegStatus::Held {
            continue;
        }
        leg.status = LegStatus::Sending;
        errands.push(match channel {
            Channel::Email => Errand::OpenSending,
            Channel::Whatsapp => Errand::HandOver,
        });
    }
}

fn replied(state: &mut State, reply: ReplyFacts, errands: &mut Vec<Errand>, policy: &Policy, now: i64) {
    state.thread.follow(reply.message_id.as_deref());
    state.last_effect = reply.effect;
    match reply.effect {
        Some(Effect::Thanks) => {}
        Some(Effect::StatusQuestion) => errands.push(Errand::Say(Say::Status)),
        Some(Effect::Rejects) => {
            let waits = matches!(state.phase, Phase::WaitingApproval | Phase::WaitingConfirmation);
            if let (true, Some(by)) = (waits, &reply.from) {
                rejected(state, &by.clone(), errands);
            } else {
                to_person(errands, "a resposta diz não, e nada aguardava consentimento");
            }
        }
        Some(Effect::Question) => to_person(errands, "há uma pergunta na conversa deste pedido"),
        Some(Effect::Completes | Effect::Corrects) => {
            if state.is_untouched() {
                fill(state, reply, errands, policy, now);
            } else {
                errands.push(Errand::Tell("chegou uma correção depois do envio".to_owned()));
                errands.push(Errand::Say(Say::TooLate));
                to_person(errands, "chegou uma correção depois do envio");
            }
        }
        None => to_person(errands, "não se entende o que esta resposta pede"),
    }
}

/// Takes over what a reply gives, and goes on.
fn fill(state: &mut State, reply: ReplyFacts, errands: &mut Vec<Errand>, policy: &Policy, now: i64) {
    let before = state.missing.clone();
    let corrects = reply.effect == Some(Effect::Corrects);
    let mut changed = false;
    if !reply.channels.is_empty() && (corrects || state.missing.contains(&Missing::Channel)) {
        state.channels.clone_from(&reply.channels);
        state.missing.remove(&Missing::Channel);
        changed = true;
    }
    if let Some(audience) = reply.audience
        && state.missing.remove(&Missing::Audience)
    {
        state.audience = Some(audience);
        changed = true;
    }
    if let Some(area) = reply.area
        && state.missing.remove(&Missing::Area)
    {
        state.area = Some(area);
        changed = true;
    }
    if let Some(subject) = reply.subject {
        state.subject = Some(subject);
        state.missing.remove(&Missing::MessageSubject);
        changed = true;
    }
    if !reply.texts.is_empty() {
        for (channel, text) in reply.texts {
            state.texts.insert(channel, text);
        }
        if let Some(placeholders) = reply.placeholders {
            state.per_person = !placeholders.is_empty();
            state.placeholders = placeholders;
        }
        state.missing.remove(&Missing::MessageText);
        state.doubt = (!reply.dispatch).then(|| TEXT_UNSURE.to_owned());
        changed = true;
    }
    if !reply.legs.is_empty() {
        state.legs = reply.legs;
        state.missing.remove(&Missing::Recipients);
        state.missing.remove(&Missing::RecipientsConfirm);
        state.missing.remove(&Missing::ContentData);
        changed = true;
    }
    if reply.send_at.is_some() {
        state.send_at = reply.send_at;
        state.missing.remove(&Missing::SendAt);
        changed = true;
    }
    if reply.media && state.missing.remove(&Missing::Media) {
        changed = true;
    }
    if let Some(plan) = reply.plan {
        state.plan = Plan { folder: state.plan.folder.clone(), ..plan };
    }
    let confirms = state.missing.remove(&Missing::RecipientsConfirm) && (reply.consents || reply.dispatch);
    if let Some(digest) = reply.digest
        && changed
    {
        state.digest = digest;
        state.revision += 1;
    }
    if state.phase == Phase::WaitingConfirmation && reply.consents && reply.stale && !changed {
        ask_again(state, errands, policy, now);
        return;
    }
    if state.phase == Phase::WaitingConfirmation && reply.consents && !changed {
        state.confirmed = Some(state.digest.clone());
        state.doubt = None;
        errands.push(Errand::Tell("o solicitante confirmou: SIM".to_owned()));
        go_on(state, errands, policy, now);
        return;
    }
    if !changed && !confirms {
        // A correction that cannot be applied word for word stops the request: in doubt nothing goes out.
        state.missing = before;
        state.phase = Phase::WaitingData;
        state.missing.insert(Missing::MessageText);
        state.asked_at = Some(after(policy, policy.ask_reminder, now));
        errands.push(Errand::Tell("correção recebida; o envio está suspenso".to_owned()));
        errands.push(Errand::Say(Say::CorrectionUnclear));
        to_person(errands, "uma correção precisa ser conferida; o envio está suspenso");
        return;
    }
    errands.push(Errand::Tell("a resposta do solicitante completou o pedido".to_owned()));
    if corrects && state.missing.is_empty() {
        preview(state, errands, policy, now);
    } else {
        go_on(state, errands, policy, now);
    }
}

/// A yes to what has changed meanwhile is no yes to what it is now: whoever decides sees it once more.
fn ask_again(state: &mut State, errands: &mut Vec<Errand>, policy: &Policy, now: i64) {
    let say = match state.phase {
        Phase::WaitingConfirmation => Say::Preview,
        Phase::WaitingApproval => Say::ApprovalAskedAgain,
        Phase::WaitingData => Say::AskAgain(state.missing.clone()),
        Phase::Scheduled(_)
        | Phase::Window(_)
        | Phase::Sending
        | Phase::Returns
        | Phase::Person
        | Phase::Closed
        | Phase::Cancelled => return to_person(errands, "uma aprovação chegou, e nada a aguardava"),
    };
    state.asked_at = Some(after(policy, policy.ask_reminder, now));
    errands.push(Errand::Tell(
        "a resposta era para um texto ou uma lista que mudou depois; pergunta-se de novo".to_owned(),
    ));
    errands.push(Errand::Say(say));
}

fn approved(
    state: &mut State,
    by: &EmailAddress,
    send_at: Option<i64>,
    errands: &mut Vec<Errand>,
    policy: &Policy,
    now: i64,
) {
    let asked_about_list = state.phase == Phase::WaitingData && state.missing.contains(&Missing::RecipientsConfirm);
    if *by == state.requester && (state.phase == Phase::WaitingConfirmation || asked_about_list) {
        state.confirmed = Some(state.digest.clone());
        state.missing.remove(&Missing::RecipientsConfirm);
        state.doubt = state.doubt.take().filter(|_| asked_about_list);
        errands.push(Errand::Tell("o solicitante confirmou".to_owned()));
        go_on(state, errands, policy, now);
        return;
    }
    let Some(approval) = state.approval.clone().filter(|_| state.phase == Phase::WaitingApproval) else {
        to_person(errands, "uma aprovação chegou, e nada a aguardava");
        return;
    };
    if !approval.by.contains(by) {
        if *by == state.requester {
            errands.push(Errand::Say(Say::ApprovalWithoutRight));
        } else {
            to_person(errands, "uma aprovação chegou de quem não pode aprovar");
        }
        return;
    }
    if approval.of != state.digest {
        to_person(errands, "a aprovação vale para um texto ou uma lista que mudou depois");
        return;
    }
    state.approved = Some(approval.of);
    if send_at.is_some() {
        state.send_at = send_at;
    }
    errands.push(Errand::Tell(format!("aprovado por {by}")));
    errands.push(Errand::Say(Say::Approved));
    if consent_still_wanted(state).is_some() {
        go_on(state, errands, policy, now);
        return;
    }
    // The consent took its time: a further window would only delay what was just looked at.
    let at = state.send_at.filter(|it| *it > now).unwrap_or(now);
    let at = within_hours(state, policy, at);
    state.phase = Phase::Scheduled(at);
    if at <= now {
        leave(state, errands);
    }
}

/// The desk lets a request go on that a rule had put before a person. What else it needs (data, consent) it still needs.
fn released(state: &mut State, by: &EmailAddress, errands: &mut Vec<Errand>, policy: &Policy, now: i64) {
    if state.phase != Phase::Person || state.legs.values().any(|leg| leg.status != LegStatus::Held) {
        to_person(errands, "uma liberação chegou, e o pedido não a aguardava");
        return;
    }
    state.plan.to_person = None;
    errands.push(Errand::Tell(format!("liberado pela assessoria ({by})")));
    go_on(state, errands, policy, now);
}

fn rejected(state: &mut State, by: &EmailAddress, errands: &mut Vec<Errand>) {
    let may = match state.phase {
        Phase::WaitingApproval => state.approval.as_ref().is_some_and(|it| it.by.contains(by)),
        Phase::WaitingConfirmation => *by == state.requester,
        Phase::WaitingData
        | Phase::Scheduled(_)
        | Phase::Window(_)
        | Phase::Sending
        | Phase::Returns
        | Phase::Person
        | Phase::Closed
        | Phase::Cancelled => false,
    };
    if !may {
        to_person(errands, "um «não» chegou de quem não decide este pedido");
        return;
    }
    stop(state, errands);
    errands.push(Errand::Tell(format!("não aprovado por {by}")));
    errands.push(Errand::Say(Say::Rejected));
}

fn cancelled(state: &mut State, errands: &mut Vec<Errand>) {
    match state.phase {
        Phase::WaitingData
        | Phase::WaitingConfirmation
        | Phase::WaitingApproval
        | Phase::Scheduled(_)
        | Phase::Window(_) => stopped_in_time(state, errands),
        Phase::Person if !has_email_left(state) => stopped_in_time(state, errands),
        Phase::Person => cancelled_after_email(state, errands),
        Phase::Sending | Phase::Returns => {
            let email_leaves = state
                .legs
                .get(&Channel::Email)
                .is_some_and(|leg| matches!(leg.status, LegStatus::Sending | LegStatus::Braked));
            let at_call_center = state
                .legs
                .get(&Channel::Whatsapp)
                .is_some_and(|leg| matches!(leg.status, LegStatus::Sending | LegStatus::Sent) && leg.report.is_none());
            if email_leaves {
                // A braked leg has nobody left to send to now, and ends as any other.
                brake_released(state, &mut Vec::new());
                errands.push(Errand::StopPeople(Channel::Email));
                errands.push(Errand::Tell("cancelado durante o envio".to_owned()));
                errands.push(Errand::Say(Say::CancelledPartly));
            }
            if at_call_center {
                errands.push(Errand::Tell("cancelamento pedido ao call center".to_owned()));
                errands.push(Errand::Say(Say::StopAtCallCenter));
                errands.push(Errand::Say(Say::CancelledAtCallCenter));
            }
            if !email_leaves && !at_call_center {
                errands.push(Errand::Say(Say::TooLate));
            }
            to_person(errands, "um cancelamento chegou depois do início do envio");
        }
        Phase::Closed => errands.push(Errand::Say(Say::TooLate)),
        Phase::Cancelled => {}
    }
}

fn stopped_in_time(state: &mut State, errands: &mut Vec<Errand>) {
    stop(state, errands);
    errands.push(Errand::Tell("cancelado antes do envio".to_owned()));
    errands.push(Errand::Say(Say::CancelledInTime));
}

fn has_email_left(state: &State) -> bool {
    state.legs.get(&Channel::Email).is_some_and(|leg| match leg.status {
        LegStatus::Sending | LegStatus::Braked | LegStatus::Sent | LegStatus::Balanced => true,
        LegStatus::Held | LegStatus::Cancelled => false,
    })
}

/// The call center's package never left, the emails did (or do): what has not left stays, what has left is balanced.
fn cancelled_after_email(state: &mut State, errands: &mut Vec<Errand>) {
    // A braked leg has nobody left to send to now, and ends as any other.
    brake_released(state, &mut Vec::new());
    errands.push(Errand::StopPeople(Channel::Email));
    if let Some(leg) = state.legs.get_mut(&Channel::Whatsapp) {
        leg.status = LegStatus::Cancelled;
        errands.push(Errand::StopPeople(Channel::Whatsapp));
    }
    state.phase = Phase::Sending;
    to_returns(state);
    errands
        .push(Errand::Tell("cancelado; o que saiu por e-mail não volta, o pacote ao call center não sai".to_owned()));
    errands.push(Errand::Say(Say::CancelledPartly));
}

/// Nothing of it goes out.
fn stop(state: &mut State, errands: &mut Vec<Errand>) {
    state.phase = Phase::Cancelled;
    for (channel, leg) in &mut state.legs {
        leg.status = LegStatus::Cancelled;
        errands.push(Errand::StopPeople(*channel));
    }
}

fn time_came(
    state: &mut State,
    figures: &std::collections::BTreeMap<Channel, Figures>,
    errands: &mut Vec<Errand>,
    policy: &Policy,
    now: i64,
) {
    let is_due = |at: Option<i64>| at.is_some_and(|it| it <= now);
    match state.phase {
        Phase::Scheduled(until) | Phase::Window(until) => {
            if until <= now {
                leave(state, errands);
            }
        }
        Phase::WaitingData | Phase::WaitingConfirmation => {
            if is_due(state.asked_at) {
                remind_requester(state, errands, policy, now);
            }
        }
        Phase::WaitingApproval => {
            if is_due(state.asked_at) {
                state.asked_at = Some(after(policy, policy.ask_reminder, now));
                errands.push(Errand::Say(Say::ApprovalAskedAgain));
            }
        }
        Phase::Sending | Phase::Returns | Phase::Person | Phase::Closed | Phase::Cancelled => {}
    }
    for channel in Channel::ALL {
        let Some(leg) = state.legs.get_mut(&channel) else { continue };
        if leg.status != LegStatus::Sent || leg.due_at.is_none_or(|at| at > now) {
            continue;
        }
        match channel {
            Channel::Email => {
                let figures = figures.get(&channel).copied().unwrap_or_default();
                email_due(leg, figures, errands, now);
            }
            Channel::Whatsapp => report_due(leg, state.plan.remind_in, errands, policy, now),
        }
    }
}

fn remind_requester(state: &mut State, errands: &mut Vec<Errand>, policy: &Policy, now: i64) {
    if state.asked > policy.reminders_max {
        stop(state, errands);
        errands.push(Errand::Tell("encerrado: a resposta do solicitante não veio".to_owned()));
        errands.push(Errand::Say(Say::GivenUp));
        return;
    }
    state.asked += 1;
    state.asked_at = Some(after(policy, policy.ask_reminder, now));
    let say =
        if state.phase == Phase::WaitingConfirmation { Say::Preview } else { Say::AskAgain(state.missing.clone()) };
    errands.push(Errand::Say(say));
}

/// A digest, or the balance, of the email leg.
fn email_due(leg: &mut Leg, figures: Figures, errands: &mut Vec<Errand>, now: i64) {
    if figures.settled >= figures.total || leg.balance_at.is_some_and(|at| at <= now) {
        leg.status = LegStatus::Balanced;
        leg.due_at = None;
        errands.push(Errand::Say(Say::Balance(Channel::Email)));
        return;
    }
    leg.digests += 1;
    // News as they come, at most one mail a day, until the balance (DECISIONS 6).
    leg.due_at = Some(leg.balance_at.map_or(now + 86_400, |at| at.min(now + 86_400)));
    errands.push(Errand::Say(Say::Digest(Channel::Email)));
}

/// The report has not come.
fn report_due(leg: &mut Leg, remind_in: Option<i64>, errands: &mut Vec<Errand>, policy: &Policy, now: i64) {
    leg.reminders += 1;
    leg.due_at = Some(report_due_at(remind_in, policy, now));
    if leg.reminders > policy.reminders_max {
        errands.push(Errand::Tell("o relatório do call center não veio; a assessoria foi avisada".to_owned()));
        errands.push(Errand::Say(Say::ReportAlarm));
        leg.due_at = None;
    } else {
        errands.push(Errand::Tell("relatório pedido de novo ao call center".to_owned()));
        errands.push(Errand::Say(Say::ReportReminder));
    }
}

fn sending_ended(state: &mut State, figures: Figures, errands: &mut Vec<Errand>, policy: &Policy, now: i64) {
    let Some(leg) = state.legs.get_mut(&Channel::Email) else { return };
    if leg.status != LegStatus::Sending {
        return;
    }
    leg.status = LegStatus::Sent;
    leg.sent_at = Some(now);
    leg.balance_at = Some(now + policy.final_balance_secs);
    leg.due_at = Some(now + policy.first_digest_secs.min(policy.final_balance_secs));
    errands.push(Errand::Tell(format!("enviado: {} de {} aceitos pelo servidor", figures.accepted, figures.total)));
    // What failed as a whole is no communication (DECISIONS 2).
    if figures.accepted + figures.in_doubt > 0 && state.plan.record {
        errands.push(Errand::Count(Channel::Email));
    }
    if figures.total > 0 && figures.settled >= figures.total {
        leg.due_at = Some(now);
    }
    to_returns(state);
}

/// What a person wants sent again leaves although the sending had ended. The workbook's count is written down once.
fn send_again(state: &mut State, errands: &mut Vec<Errand>) {
    let Some(leg) = state.legs.get_mut(&Channel::Email) else { return };
    match leg.status {
        LegStatus::Sent | LegStatus::Balanced => {
            leg.status = LegStatus::Sending;
            leg.due_at = None;
            state.phase = Phase::Sending;
            errands.push(Errand::Tell("uma remessa sai de novo".to_owned()));
        }
        LegStatus::Held | LegStatus::Sending | LegStatus::Braked | LegStatus::Cancelled => {}
    }
}

/// Many failures say that the list is old or not what it seems, and they cost the sender its good name: what has not
/// left yet waits for a person.
fn brake(leg: &mut Leg, figures: Figures, errands: &mut Vec<Errand>) {
    if !must_brake(leg, figures) {
        return;
    }
    let tried = figures.total.saturating_sub(figures.to_send);
    leg.status = LegStatus::Braked;
    let what = format!(
        "{} de {tried} envios falharam; os outros {} esperam a decisão de uma pessoa",
        figures.failed, figures.to_send
    );
    errands.push(Errand::Tell(format!("envio suspenso: {what}")));
    errands.push(Errand::Say(Say::ToDesk(format!(
        "O envio foi suspenso: {what}. Para continuar, «carteiro approve»; para encerrar, «carteiro cancel»"
    ))));
}

/// Whether so many addresses failed that a person has to decide before more leave.
#[must_use]
pub fn must_brake(leg: &Leg, figures: Figures) -> bool {
    let tried = figures.total.saturating_sub(figures.to_send);
    let too_many = tried >= BRAKE_TRIED_MIN && figures.failed * 100 > tried * BRAKE_PERCENT;
    leg.status == LegStatus::Sending && !leg.brake_released && too_many && figures.to_send > 0
}

fn brake_released(state: &mut State, errands: &mut Vec<Errand>) {
    let Some(leg) = state.legs.get_mut(&Channel::Email) else { return };
    if leg.status == LegStatus::Braked {
        leg.status = LegStatus::Sending;
        leg.brake_released = true;
        errands.push(Errand::Tell("uma pessoa decidiu: o envio continua".to_owned()));
    }
}

fn handed_over(state: &mut State, errands: &mut Vec<Errand>, policy: &Policy, now: i64) {
    let remind_in = state.plan.remind_in;
    let asks = state.plan.ask_report;
    let Some(leg) = state.legs.get_mut(&Channel::Whatsapp) else { return };
    if leg.status != LegStatus::Sending {
        return;
    }
    leg.status = LegStatus::Sent;
    leg.sent_at = Some(now);
    leg.due_at = asks.then(|| report_due_at(remind_in, policy, now));
    errands.push(Errand::Tell("pacote entregue ao call center".to_owned()));
    if state.plan.record {
        errands.push(Errand::Count(Channel::Whatsapp));
    }
    if !asks {
        leg.status = LegStatus::Balanced;
    }
    to_returns(state);
}

/// Once no leg is leaving any more, only returns are awaited.
fn to_returns(state: &mut State) {
    if state.legs.values().all(|leg| !matches!(leg.status, LegStatus::Sending | LegStatus::Braked | LegStatus::Held)) {
        state.phase = Phase::Returns;
    }
}

fn receipts_came(state: &mut State, figures: Figures, errands: &mut Vec<Errand>, now: i64) {
    let Some(leg) = state.legs.get_mut(&Channel::Email) else { return };
    brake(leg, figures, errands);
    if leg.status == LegStatus::Sent && figures.total > 0 && figures.settled >= figures.total {
        // All is known before its time; the letter still waits for the first digest's hour, so that an office
        // does not get two letters within minutes.
        if leg.digests > 0 || leg.due_at.is_none_or(|at| at <= now) {
            leg.due_at = Some(now);
        }
    }
    if leg.status == LegStatus::Balanced {
        errands.push(Errand::Tell("um recibo chegou depois do balanço final".to_owned()));
    }
}

fn report_came(state: &mut State, report: ReportFacts, errands: &mut Vec<Errand>) {
    let Some(leg) = state.legs.get_mut(&Channel::Whatsapp) else {
        to_person(errands, "um relatório chegou para um pedido sem WhatsApp");
        return;
    };
    let complete = report.complete;
    if leg.report.as_ref() == Some(&report) && leg.status == LegStatus::Balanced {
        errands.push(Errand::Tell("o mesmo relatório chegou de novo".to_owned()));
        return;
    }
    leg.report = Some(report);
    errands.push(Errand::Tell(
        if complete { "relatório do call center recebido" } else { "relatório parcial do call center recebido" }
            .to_owned(),
    ));
    errands.push(Errand::Say(Say::ReportRelayed));
    if complete && leg.status == LegStatus::Sent {
        leg.status = LegStatus::Balanced;
        leg.due_at = None;
    }
}

fn close_if_over(state: &mut State, errands: &mut Vec<Errand>) {
    let over = state.phase == Phase::Returns
        && state.legs.values().all(|leg| matches!(leg.status, LegStatus::Balanced | LegStatus::Cancelled));
    if over {
        state.phase = Phase::Closed;
        errands.push(Errand::Tell("encerrado".to_owned()));
    }
}

fn to_person(errands: &mut Vec<Errand>, why: &str) {
    errands.push(Errand::NeedsPerson(why.to_owned()));
    errands.push(Errand::Say(Say::ToDesk(why.to_owned())));
}

/// When the report on a package that is handed over `now` is due, in seconds since 1970; `remind_in` as in a rule's plan.
#[must_use]
pub fn report_due_at(remind_in: Option<i64>, policy: &Policy, now: i64) -> i64 {
    after(policy, reminder(remind_in, policy), now)
}

fn reminder(remind_in: Option<i64>, policy: &Policy) -> Length {
    match remind_in {
        Some(seconds) if seconds >= 0 => Length::Seconds(seconds),
        Some(days) => Length::BusinessDays(u32::try_from(-days).unwrap_or(1)),
        None => policy.report_reminder,
    }
}

/// The time a length after `now`; business days end at nine in the morning.
fn after(policy: &Policy, length: Length, now: i64) -> i64 {
    match length {
        Length::Seconds(seconds) => now + seconds,
        Length::BusinessDays(days) => {
            let Ok(moment) = Timestamp::from_second(now) else { return now };
            let today = moment.to_zoned(policy.zone.clone()).date();
            let day = policy.holidays.after(today, days);
            day.at(9, 0, 0, 0).to_zoned(policy.zone.clone()).map_or(now, |it| it.timestamp().as_second())
        }
    }
}

fn local(policy: &Policy, at: i64) -> String {
    Timestamp::from_second(at)
        .map(|it| it.to_zoned(policy.zone.clone()).strftime("%d/%m/%Y às %H:%M").to_string())
        .unwrap_or_default()
}

fn missing_words(state: &State) -> String {
    let word = |it: &Missing| match it {
        Missing::Channel => "o canal",
        Missing::Recipients => "a lista",
        Missing::RecipientsConfirm => "a confirmação da lista",
        Missing::MessageText => "o texto",
        Missing::MessageSubject => "o assunto",
        Missing::Area => "a área",
        Missing::Media => "o anexo anunciado",
        Missing::SendAt => "a data",
        Missing::Request => "o pedido a que se refere",
        Missing::ContentData => "dados por pessoa",
        Missing::Audience => "o público",
    };
    state.missing.iter().map(word).collect::<Vec<_>>().join(", ")
}
