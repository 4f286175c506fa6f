//! What `status` and `show` tell: read from the ledger, changing nothing.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde::Serialize;

use super::DaemonError;
use super::clock::local;
use crate::ledger::{Ledger, ParcelLine, RequestRow, Whose};
use crate::office::{Channel, RecipientState, RequestId};
use crate::request::{LegStatus, Phase, State};

/// What is open.
#[derive(Debug, Serialize)]
pub struct Overview {
    /// Why nothing goes out just now, if nothing does.
    pub paused: Option<String>,
    /// Open requests, oldest first.
    pub requests: Vec<RequestView>,
    /// Parcels of which nobody knows whether they were taken.
    pub in_doubt: u64,
    /// Letters of which nobody knows whether they were taken.
    pub letters_in_doubt: u64,
    /// Counts that the workbook is owed.
    pub counts_owed: u64,
    /// Mails by the place where they ended.
    pub mails: BTreeMap<String, u64>,
    /// When each mailbox last answered, local time.
    pub mailboxes: BTreeMap<String, Option<String>>,
}

/// One request, as a person asks for it.
#[derive(Debug, Serialize)]
pub struct RequestView {
    /// Its protocol.
    pub protocol: String,
    /// Where it stands.
    pub status: String,
    /// Whom it waits for.
    pub waits_for: &'static str,
    /// Its area.
    pub area: Option<String>,
    /// Who asked.
    pub requester: String,
    /// Its subject.
    pub subject: String,
    /// When it came, local time.
    pub received: String,
    /// When something falls due, local time.
    pub due: Option<String>,
    /// Its folder in the archive.
    pub folder: String,
    /// The rule that decided, and the version of the rules.
    pub rule: Option<String>,
    /// The version of the rules.
    pub rules_version: String,
    /// How many people are in which state, by channel.
    pub channels: BTreeMap<&'static str, BTreeMap<String, u64>>,
    /// Days until all have left under the provider's limits.
    pub days_left: Option<u64>,
}

/// Everything that is open.
///
/// # Errors
/// [`DaemonError`], if the ledger cannot be read.
pub fn overview(
    ledger: &Ledger,
    mailboxes: &[String],
    recipients_per_day: u32,
    zone: &TimeZone,
) -> Result<Overview, DaemonError> {
    let mut requests = Vec::new();
    // The oldest leaves first: whoever comes later waits for those before.
    let mut ahead = 0;
    for row in ledger.open_requests()? {
        requests.push(view(ledger, &row, (recipients_per_day, ahead), zone)?);
        ahead += ledger.tally(row.id, Channel::Email)?.to_send();
    }
    let mut proven = BTreeMap::new();
    for name in mailboxes {
        let at = ledger.position(name)?.map(|it| local(it.proven_at, zone).strftime("%d/%m/%Y %H:%M").to_string());
        proven.insert(name.clone(), at);
    }
    Ok(Overview {
        paused: None,
        requests,
        in_doubt: ledger.doubtful_parcels(None)?.len() as u64,
        letters_in_doubt: ledger.doubtful_letters()?.len() as u64,
        counts_owed: ledger.owed_counts()?.len() as u64,
        mails: ledger.places()?.into_iter().collect(),
        mailboxes: proven,
    })
}

/// The story of one request.
#[derive(Debug, Serialize)]
pub struct Told {
    /// The request.
    #[serde(flatten)]
    pub request: RequestView,
    /// What happened: (local time, line).
    pub story: Vec<(String, String)>,
    /// Its parcels.
    pub parcels: Vec<ParcelLine>,
    /// Who got what: one line for each person. It stays the last field: `show --all` adds to it.
    pub people: Vec<PersonView>,
}

/// One person of a request.
#[derive(Debug, Serialize)]
pub struct PersonView {
    /// The channel.
    pub channel: &'static str,
    /// Address or number.
    pub contact: String,
    /// The name.
    pub name: Option<String>,
    /// The row of the list.
    pub row: u32,
    /// What is known.
    pub state: RecipientState,
    /// The enhanced status code.
    pub status: Option<String>,
    /// What the other side said.
    pub note: Option<String>,
    /// When it left, local time.
    pub left: Option<String>,
    /// When the last was heard of it, local time.
    pub heard: Option<String>,
}

/// The story of a request, with the fate of some of its people.
///
/// # Errors
/// [`DaemonError`], if the ledger cannot be read.
pub fn request_view(
    ledger: &Ledger,
    row: &RequestRow,
    whose: Whose<'_>,
    recipients_per_day: u32,
    zone: &TimeZone,
) -> Result<Told, DaemonError> {
    let mut people = Vec::new();
    each_person(ledger, row, whose, zone, &mut |it| people.push(it))?;
    let story = ledger.story(row.id)?.into_iter().map(|it| (to_the_second(it.at, zone), it.line));
    Ok(Told {
        request: view(ledger, row, (recipients_per_day, 0), zone)?,
        story: story.collect(),
        parcels: ledger.parcels_of(row.id)?,
        people,
    })
}

/// The fate of some people of a request, told one after the other.
///
/// # Errors
/// [`DaemonError`], if the ledger cannot be read.
pub fn each_person(
    ledger: &Ledger,
    row: &RequestRow,
    whose: Whose<'_>,
    zone: &TimeZone,
    tell: &mut dyn FnMut(PersonView),
) -> Result<(), DaemonError> {
    let state = state_of(row)?;
    // Those of one parcel left, and were heard of, in the same seconds.
    let (mut left_forms, mut heard_forms) = (Form::default(), Form::default());
    for channel in Channel::ALL {
        let handed_over = state.legs.get(&channel).and_then(|it| it.sent_at).filter(|_| channel == Channel::Whatsapp);
        ledger.each_with_times(row.id, channel, whose, &mut |it| {
            let (person, left_at) = (it.person, it.left_at.or(handed_over));
            let heard_at = it.heard_at.filter(|it| Some(*it) != left_at);
            tell(PersonView {
                channel: channel.as_str(),
                contact: person.contact,
                name: person.name,
                row: person.row,
                state: person.state,
                status: person.status,
                note: person.note,
                left: left_at.map(|it| left_forms.of(it, zone)),
                heard: heard_at.map(|it| heard_forms.of(it, zone)),
            });
        })?;
    }
    Ok(())
}

/// A time as it is written, and the last one that was asked for.
#[derive(Default)]
struct Form {
    last: Option<(i64, String)>,
}

impl Form {
    fn of(&mut self, at: i64, zone: &TimeZone) -> String {
        if let Some((_, form)) = self.last.as_ref().filter(|it| it.0 == at) {
            return form.clone();
        }
        let form = to_the_second(at, zone);
        self.last = Some((at, form.clone()));
        form
    }
}

fn to_the_second(at: i64, zone: &TimeZone) -> String {
    local(at, zone).strftime("%d/%m/%Y %H:%M:%S").to_string()
}

fn state_of(row: &RequestRow) -> Result<State, DaemonError> {
    serde_json::from_str(&row.state).map_err(|source| DaemonError::State { request: row.id, source })
}

fn view(
    ledger: &Ledger,
    row: &RequestRow,
    (recipients_per_day, ahead): (u32, u64),
    zone: &TimeZone,
) -> Result<RequestView, DaemonError> {
    let state = state_of(row)?;
    let form = |at: i64| local(at, zone).strftime("%d/%m/%Y %H:%M").to_string();
    let mut channels = BTreeMap::new();
    for channel in &state.channels {
        channels.insert(channel.as_str(), states(ledger, row.id, *channel)?);
    }
    let to_send = ledger.tally(row.id, Channel::Email)?.to_send();
    let days_left = (state.phase.is_before_sending() || state.phase == Phase::Sending)
        .then(|| days_of(to_send, ahead, recipients_per_day))
        .flatten();
    Ok(RequestView {
        protocol: state.protocol.clone(),
        status: state.status().to_owned(),
        waits_for: waits_for(&state),
        area: state.area.clone(),
        requester: state.requester.to_string(),
        subject: state.subject.clone().unwrap_or_else(|| state.thread.subject.clone()),
        received: form(row.created_at),
        due: row.due_at.map(form),
        folder: state.folder.clone(),
        rule: state.plan.rule.clone(),
        rules_version: state.plan.rules_version.clone(),
        channels,
        days_left,
    })
}

/// On which day, counted from 1 for today, the last of so many people is written to under the limit of a day; `None`
/// if nobody is left.
pub(super) fn days_of(to_send: u64, ahead: u64, recipients_per_day: u32) -> Option<u64> {
    (to_send > 0).then(|| (ahead + to_send).div_ceil(u64::from(recipients_per_day.max(1))))
}

fn states(ledger: &Ledger, request: RequestId, channel: Channel) -> Result<BTreeMap<String, u64>, DaemonError> {
    let tally = ledger.tally(request, channel)?;
    let named = |state: RecipientState| {
        let name = serde_json::to_value(state).ok()?.as_str()?.to_owned();
        Some((name, tally.of(state)))
    };
    Ok(RecipientState::ALL.into_iter().filter_map(named).filter(|(_, n)| *n > 0).collect())
}

fn waits_for(state: &State) -> &'static str {
    match state.phase {
        Phase::WaitingData | Phase::WaitingConfirmation => "requester",
        Phase::WaitingApproval => "approver",
        Phase::Scheduled(_) | Phase::Window(_) => "its time",
        Phase::Sending if state.legs.values().any(|leg| leg.status == LegStatus::Braked) => "desk",
        Phase::Sending => "the mail server",
        Phase::Returns if state.status() == "waiting-report" => "call center",
        Phase::Returns => "receipts",
        Phase::Person => "desk",
        Phase::Closed | Phase::Cancelled => "nobody",
    }
}

#[cfg(test)]
mod tests {
    use super::days_of;

    #[test]
    fn a_forecast_counts_those_who_are_written_to_before() {
        assert_eq!(days_of(1_600_000, 0, 10_000), Some(160));
        assert_eq!(days_of(5, 9_995, 10_000), Some(1));
        assert_eq!(days_of(6, 9_995, 10_000), Some(2));
        assert_eq!(days_of(0, 50_000, 10_000), None);
        assert_eq!(days_of(3, 0, 0), Some(3));
    }
}
