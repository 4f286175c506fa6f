//! One message to many: parcels over several connections, at most one on each.
//!
//! ```text
//! ledger: intents of the free connections + verdicts of the last parcels ── one synced transaction
//!    └─► each connection: MAIL, RCPT …, DATA, body, verdicts ──► the next turn
//! ```

use std::collections::HashMap;
use std::time::Duration;

use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::{Instant, timeout_at};

use super::lines::Lines;
use super::sending::{Leaving, Pass, verdict};
use super::{Daemon, DaemonError};
use crate::channel::email;
use crate::ledger::{Ended, Parcel, Verdict};
use crate::office::{Channel, EnvelopeId, Outcome, RecipientState};
use crate::smtp::{Envelope, Line, Receipts};

/// No parcel waits longer than this for others to share a sync with.
const SHARED_WAIT_MAX: Duration = Duration::from_millis(20);

/// Parcels on their way.
#[derive(Default)]
struct Aboard {
    tasks: JoinSet<Arrived>,
    parcels: HashMap<Id, Parcel>,
}

/// A connection with what was heard on it.
struct Arrived {
    line: Line,
    verdicts: Vec<Verdict>,
    receipts_asked: bool,
    sender_refused: Option<String>,
}

impl Daemon {
    /// Sends parcels until the pass is over, nobody is left, or the provider's limits say wait. Says whether nobody is
    /// left to send to now.
    pub(super) async fn send_in_parcels(
        &mut self,
        of: &Leaving<'_>,
        lines: &mut Lines,
        pass: &mut Pass,
    ) -> Result<bool, DaemonError> {
        let mut aboard = Aboard::default();
        let mut ended: Vec<Ended> = Vec::new();
        let mut everybody_left = false;
        let (mut turn_took, mut is_braked) = (Duration::ZERO, false);
        loop {
            let parcels =
                if pass.is_over() || everybody_left || is_braked { 0 } else { self.parcels_now(of, lines).await? };
            if parcels > 0 || !ended.is_empty() {
                let wanted = self.wanted(of, parcels, self.clock.now())?;
                let began = Instant::now();
                let taken = self.turn(&mut ended, Some(&wanted))?;
                turn_took = began.elapsed();
                is_braked = self.is_braked(of.request, of.state)?;
                everybody_left = taken.is_empty() && wanted.parcels > 0 && wanted.people > 0;
                pass.parcels += taken.len() as u64;
                if is_braked {
                    ended.extend(taken.into_iter().map(|it| held_back(it, "too many addresses fail")));
                    continue;
                }
                for parcel in taken {
                    ended.extend(self.launch(of, parcel, lines, &mut aboard)?);
                }
            }
            if aboard.tasks.is_empty() {
                if ended.is_empty() {
                    return Ok(everybody_left && !is_braked);
                }
                continue;
            }
            // Whoever arrives while a sync would take shares the next turn, and so its sync.
            if let Some(done) = aboard.tasks.join_next_with_id().await {
                ended.extend(self.arrived(done, lines, &mut aboard.parcels)?);
            }
            let until = Instant::now() + turn_took.min(SHARED_WAIT_MAX);
            while let Ok(Some(done)) = timeout_at(until, aboard.tasks.join_next_with_id()).await {
                ended.extend(self.arrived(done, lines, &mut aboard.parcels)?);
            }
        }
    }

    /// How many parcels may begin now: one on each connection that can be had, and none that nobody needs.
    async fn parcels_now(&self, of: &Leaving<'_>, lines: &mut Lines) -> Result<u32, DaemonError> {
        let wanted = self.wanted(of, lines.free(), self.clock.now())?;
        let to_send = self.ledger.tally(of.request, Channel::Email)?;
        let waiting = to_send.of_any(&[RecipientState::Waiting, RecipientState::Deferred]);
        let needed = waiting.min(wanted.people).div_ceil(u64::from(wanted.people_each.max(1)));
        let needed = u32::try_from(needed).unwrap_or(u32::MAX).max(1).min(wanted.parcels);
        if wanted.people == 0 || needed == 0 {
            return Ok(0);
        }
        // Nobody to be seen: the turn finds that out without a connection.
        if waiting == 0 { Ok(1) } else { Ok(lines.open(needed).await.min(needed)) }
    }

    /// Lets a parcel leave. One that cannot leave has ended.
    fn launch(
        &mut self,
        of: &Leaving<'_>,
        parcel: Parcel,
        lines: &mut Lines,
        aboard: &mut Aboard,
    ) -> Result<Option<Ended>, DaemonError> {
        let raw = match email::parcel(&of.mailing.communication(), &parcel.message_id, self.clock.now(), None) {
            Ok(raw) => raw,
            Err(error) => return self.park(parcel, &error.to_string()).map(Some),
        };
        self.keep_copy(of.state, &parcel, &raw);
        let (people, kept_back) = self.on_trial(&parcel);
        if people.is_empty() {
            return Ok(Some(Ended { parcel, status: "answered", reply: String::new(), verdicts: kept_back }));
        }
        let Some(mut line) = lines.take() else {
            return Ok(Some(held_back(parcel, "no connection was left for this parcel")));
        };
        let names: Vec<(String, u32)> = people
            .iter()
            .filter_map(|(index, _)| parcel.people.get(*index))
            .map(|person| (person.contact.clone(), person.seq))
            .collect();
        let envelope = Envelope {
            from: Some(of.mailing.from.clone()),
            recipients: people.into_iter().map(|(_, address)| address).collect(),
            envelope_id: Some(EnvelopeId::new(&parcel.envelope_id)),
            receipts: Receipts::Ask,
        };
        let task = aboard.tasks.spawn(async move {
            let answer = line.send(&envelope, &raw).await;
            let mut verdicts = kept_back;
            let said = names.iter().zip(&answer.outcomes);
            verdicts.extend(said.map(|((contact, seq), outcome)| verdict(contact, *seq, outcome)));
            let (receipts_asked, sender_refused) = (answer.receipts_asked, answer.sender_refused);
            Arrived { line, verdicts, receipts_asked, sender_refused }
        });
        aboard.parcels.insert(task.id(), parcel);
        Ok(None)
    }

    /// What became of a parcel. If its sender itself broke down, nobody knows.
    fn arrived(
        &mut self,
        done: Result<(Id, Arrived), JoinError>,
        lines: &mut Lines,
        parcels: &mut HashMap<Id, Parcel>,
    ) -> Result<Option<Ended>, DaemonError> {
        match done {
            Ok((id, it)) => {
                lines.give_back(Some(it.line));
                self.sender_is_refused(it.sender_refused.as_deref())?;
                let Some(parcel) = parcels.remove(&id) else { return Ok(None) };
                let in_doubt = it.verdicts.iter().any(|it| it.state == RecipientState::InDoubt);
                let mut verdicts = it.verdicts;
                let mut reply = if it.receipts_asked { String::new() } else { "no DSN".to_owned() };
                if let Some(said) = shared_reply(&mut verdicts) {
                    reply = if reply.is_empty() { said } else { format!("{reply}; {said}") };
                }
                Ok(Some(Ended { parcel, status: if in_doubt { "doubt" } else { "answered" }, reply, verdicts }))
            }
            Err(broken) => {
                lines.give_back(None);
                let Some(parcel) = parcels.remove(&broken.id()) else { return Ok(None) };
                let nobody_knows = Outcome::Unknown { reason: "sending broke down".to_owned() };
                let verdicts = parcel.people.iter().map(|it| verdict(&it.contact, it.seq, &nobody_knows)).collect();
                Ok(Some(Ended { parcel, status: "doubt", reply: String::new(), verdicts }))
            }
        }
    }
}

/// A parcel of which nothing has left.
pub(super) fn held_back(parcel: Parcel, why: &str) -> Ended {
    let nothing = Outcome::Deferred { reply: why.to_owned() };
    let verdicts = parcel.people.iter().map(|it| verdict(&it.contact, it.seq, &nothing)).collect();
    Ended { parcel, status: "answered", reply: String::new(), verdicts }
}

/// The answer to the final dot is the same for all who were accepted: it stands with the parcel, not with each of them.
fn shared_reply(verdicts: &mut [Verdict]) -> Option<String> {
    let mut shared = None;
    for verdict in verdicts.iter_mut().filter(|it| it.state == RecipientState::Accepted) {
        shared = verdict.reply.take().or(shared);
    }
    shared
}
