//! A message of one's own for each person: groups of them, one group on each connection, one message after the other.
//!
//! ```text
//! ledger: a group is about to leave ── synced ──► connection: MAIL, RCPT, DATA; ask to begin ─┐
//!    ▲                                                                                        │
//!    └── one transaction for all who ask: who ended and how, who begins ◄─────────────────────┘ go: the body
//! ```
//!
//! With the end of a body leaves the envelope of the next person, where the server allows it. What is written when
//! somebody begins is synced, and serves the next ones too where they leave faster than that is worth ([`Pace`]).

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{mpsc, oneshot};
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::sleep;

use super::lines::Lines;
use super::parcels::held_back;
use super::people::values_of;
use super::sending::{Leaving, Mailing, Pass, verdict};
use super::{Daemon, DaemonError};
use crate::ledger::{Begins, Ended, Parcel, ParcelId, RecipientRow, Verdict};
use crate::office::{Channel, EmailAddress, EnvelopeId, Outcome, RecipientState};
use crate::smtp::{Announced, Envelope, Line, Receipts};

/// A connection asks: the last message ended so, may the next one begin?
struct Asks {
    ended: Option<Verdict>,
    begins: Option<Start>,
}

/// Somebody's message wants to begin.
struct Start {
    /// Who, and up to whom may begin if it is synced now.
    who: Begins,
    /// It is synced already that this person may begin.
    is_named: bool,
    /// Says whether it was synced now. No answer means no.
    go: oneshot::Sender<bool>,
}

/// No verdict waits longer than this for the envelope of the next message.
const VERDICT_WAIT_MAX: Duration = Duration::from_millis(20);

/// So often it is synced on each connection up to whom messages may begin, if they leave faster than that.
const SYNC_EVERY: Duration = Duration::from_millis(4);

/// So many messages of a connection a power cut leaves in doubt at most.
const MAY_BEGIN_MAX: u128 = 16;

/// How many messages of a connection may begin on one sync: as many as leave in [`SYNC_EVERY`]. With a server that takes
/// its time for each it is one, the message in hand.
#[derive(Clone, Copy, Default)]
struct Pace {
    synced_at: Option<Instant>,
    begun: usize,
}

impl Pace {
    /// A message begins.
    const fn begins(&mut self) {
        self.begun += 1;
    }

    /// How many may begin on a sync that is made now.
    fn may_begin(&self) -> usize {
        self.synced_at.map_or(1, |it| as_many_as_leave(it.elapsed(), self.begun))
    }

    /// It was synced.
    fn synced(&mut self) {
        *self = Self { synced_at: Some(Instant::now()), begun: 0 };
    }
}

/// How many messages leave in [`SYNC_EVERY`] if so many took so long: one at least.
fn as_many_as_leave(elapsed: Duration, messages: usize) -> usize {
    let each = (elapsed.as_micros() / messages.max(1) as u128).max(1);
    usize::try_from((SYNC_EVERY.as_micros() / each).clamp(1, MAY_BEGIN_MAX)).unwrap_or(1)
}

/// A group that is no longer on its way.
struct Arrived {
    line: Line,
    pace: Pace,
    verdicts: Vec<Verdict>,
    in_doubt: bool,
    sender_refused: Option<String>,
}

/// Groups on their way.
struct Aboard {
    tasks: JoinSet<Arrived>,
    groups: HashMap<Id, Parcel>,
    ask: mpsc::UnboundedSender<Asks>,
    /// How fast the last group left.
    pace: Pace,
}

impl Daemon {
    /// Sends to one person after the other until the pass is over, nobody is left, or the provider's limits say wait.
    /// Says whether nobody is left to send to now.
    pub(super) async fn send_persons(
        &mut self,
        of: &Leaving<'_>,
        lines: &mut Lines,
        pass: &mut Pass,
    ) -> Result<bool, DaemonError> {
        let (ask, mut asked) = mpsc::unbounded_channel();
        let mut aboard = Aboard { tasks: JoinSet::new(), groups: HashMap::new(), ask, pace: Pace::default() };
        let mut ended: Vec<Ended> = Vec::new();
        // Groups that are written down and wait for a connection, so that one sync serves all connections.
        let mut ready: Vec<Parcel> = Vec::new();
        let (mut everybody_left, mut is_braked) = (false, false);
        loop {
            while lines.free() > 0 && !ready.is_empty() && lines.open(1).await > 0 {
                let Some(group) = ready.pop() else { break };
                ended.extend(self.launch_group(of, group, lines, &mut aboard));
            }
            let more = if pass.is_over() || everybody_left || is_braked { 0 } else { lines.free() };
            let can_send = more > 0 && ready.is_empty() && lines.open(1).await > 0;
            if can_send || (!ended.is_empty() && aboard.tasks.is_empty()) {
                let wanted = self.wanted(of, if can_send { lines.max() } else { 0 }, self.clock.now())?;
                ready = self.turn(&mut ended, Some(&wanted))?;
                is_braked = self.is_braked(of.request, of.state)?;
                everybody_left = ready.is_empty() && wanted.parcels > 0 && wanted.people > 0;
                pass.parcels += ready.len() as u64;
                if is_braked {
                    ended.extend(ready.drain(..).map(|it| held_back(it, "too many addresses fail")));
                }
                if !ready.is_empty() {
                    continue;
                }
            }
            if aboard.tasks.is_empty() {
                self.give_back(&mut ready, &mut ended)?;
                return Ok(everybody_left && !is_braked);
            }
            tokio::select! {
                Some(first) = asked.recv() => {
                    // Those who have their answers already ask too, and share the transaction: once for the connections
                    // that are ready, once for those that have something to read.
                    tokio::task::yield_now().await;
                    tokio::task::yield_now().await;
                    self.answer(of, first, &mut asked)?;
                }
                Some(done) = aboard.tasks.join_next_with_id() => {
                    ended.extend(self.group_arrived(done, lines, &mut aboard)?);
                }
            }
        }
    }

    /// Groups for which no connection was left: nothing of them has left.
    fn give_back(&mut self, ready: &mut Vec<Parcel>, ended: &mut Vec<Ended>) -> Result<(), DaemonError> {
        ended.extend(ready.drain(..).map(|it| held_back(it, "no connection was left for this message")));
        if ended.is_empty() { Ok(()) } else { self.turn(ended, None).map(drop) }
    }

    /// Lets a group leave on a connection of its own. One of nobody has ended.
    fn launch_group(&self, of: &Leaving<'_>, group: Parcel, lines: &mut Lines, aboard: &mut Aboard) -> Option<Ended> {
        let (people, kept_back) = self.on_trial(&group);
        let line = if people.is_empty() { None } else { lines.take() };
        let Some(line) = line else {
            return Some(Ended { parcel: group, status: "answered", reply: String::new(), verdicts: kept_back });
        };
        let people: Vec<(RecipientRow, EmailAddress)> = people
            .into_iter()
            .filter_map(|(index, address)| Some((group.people.get(index)?.clone(), address)))
            .collect();
        let carrier = Carrier {
            mailing: Arc::clone(&of.mailing),
            group: group.id,
            n: group.n,
            date: self.clock.now(),
            ask: aboard.ask.clone(),
        };
        let task = aboard.tasks.spawn(carrier.carry(line, aboard.pace, people, kept_back));
        aboard.groups.insert(task.id(), group);
        None
    }

    /// Writes down in one transaction who ended and who begins, and lets them go. A sync that one of them needs serves the
    /// others too.
    fn answer(
        &mut self,
        of: &Leaving<'_>,
        first: Asks,
        asked: &mut mpsc::UnboundedReceiver<Asks>,
    ) -> Result<(), DaemonError> {
        let (mut ended, mut begins, mut go) = (Vec::new(), Vec::<Begins>::new(), Vec::new());
        let mut is_synced = false;
        let mut next = Some(first);
        while let Some(one) = next {
            ended.extend(one.ended);
            if let Some(Start { who, is_named, go: answer }) = one.begins {
                is_synced |= !is_named;
                begins.push(who);
                go.push(answer);
            }
            next = asked.try_recv().ok();
        }
        if !is_synced {
            begins.iter_mut().for_each(|it| it.until = None);
        }
        self.ledger.begin((of.request, Channel::Email), &ended, &begins, self.clock.now())?;
        for one in go {
            // Who does not listen any more has not begun either; the next start settles it as doubt.
            let _ = one.send(is_synced);
        }
        Ok(())
    }

    fn group_arrived(
        &mut self,
        done: Result<(Id, Arrived), JoinError>,
        lines: &mut Lines,
        aboard: &mut Aboard,
    ) -> Result<Option<Ended>, DaemonError> {
        match done {
            Ok((id, it)) => {
                lines.give_back(Some(it.line));
                aboard.pace = it.pace;
                self.sender_is_refused(it.sender_refused.as_deref())?;
                let Some(parcel) = aboard.groups.remove(&id) else { return Ok(None) };
                let status = if it.in_doubt { "doubt" } else { "answered" };
                Ok(Some(Ended { parcel, status, reply: String::new(), verdicts: it.verdicts }))
            }
            Err(broken) => {
                lines.give_back(None);
                let Some(parcel) = aboard.groups.remove(&broken.id()) else { return Ok(None) };
                // Those who ended before keep their verdicts; of the others nobody knows.
                let nobody_knows = Outcome::Unknown { reason: "sending broke down".to_owned() };
                let verdicts = parcel.people.iter().map(|it| verdict(&it.contact, it.seq, &nobody_knows)).collect();
                Ok(Some(Ended { parcel, status: "doubt", reply: String::new(), verdicts }))
            }
        }
    }
}

/// The message of one person.
struct Single {
    contact: String,
    seq: u32,
    envelope: Envelope,
    raw: Vec<u8>,
}

impl Single {
    /// Whether it is written down and synced that this person may begin.
    fn is_named(&self, until: Option<&(String, u32)>) -> bool {
        until.is_some_and(|(contact, seq)| (self.contact.as_str(), self.seq) <= (contact.as_str(), *seq))
    }
}

/// Carries one group over one connection.
struct Carrier {
    mailing: Arc<Mailing>,
    group: ParcelId,
    n: u32,
    date: i64,
    ask: mpsc::UnboundedSender<Asks>,
}

impl Carrier {
    async fn carry(
        self,
        mut line: Line,
        mut pace: Pace,
        people: Vec<(RecipientRow, EmailAddress)>,
        mut verdicts: Vec<Verdict>,
    ) -> Arrived {
        let mut last: Option<Verdict> = None;
        let (mut in_doubt, mut sender_refused) = (false, None);
        let mut named: Option<(String, u32)> = None;
        let mut people = people.into_iter();
        let mut next = self.made(&mut people, &mut verdicts);
        while let Some(message) = next.take() {
            if !line.is_usable() {
                let why = "the connection ended before this person's message".to_owned();
                verdicts.push(verdict(&message.contact, message.seq, &Outcome::Deferred { reply: why }));
                next = self.made(&mut people, &mut verdicts);
                continue;
            }
            let announced =
                if line.announces_ahead() { Some(self.announce(&mut line, &message, &mut last).await) } else { None };
            let until = nth(&message, people.as_slice(), pace.may_begin());
            let is_named = message.is_named(named.as_ref());
            let may_begin = self.may_begin(&message, is_named, until.clone(), last.take());
            // While the ledger is asked, the next one is made.
            next = self.made(&mut people, &mut verdicts);
            let Some(is_synced) = may_begin.await else { break };
            if is_synced {
                named = Some(until);
                pace.synced();
            }
            pace.begins();
            let answer = match announced {
                Some(announced) => {
                    let ahead = next.as_ref().map(|it| (&it.envelope, it.raw.as_slice()));
                    line.deliver(announced, (&message.envelope, &message.raw), ahead).await
                }
                None => line.send(&message.envelope, &message.raw).await,
            };
            sender_refused = answer.sender_refused.or(sender_refused);
            last = answer.outcomes.first().map(|outcome| verdict(&message.contact, message.seq, outcome));
            in_doubt |= last.as_ref().is_some_and(|it| it.state == RecipientState::InDoubt);
        }
        verdicts.extend(last);
        Arrived { line, pace, verdicts, in_doubt, sender_refused }
    }

    /// The next message that can be made; who has none is refused.
    fn made(
        &self,
        people: &mut impl Iterator<Item = (RecipientRow, EmailAddress)>,
        verdicts: &mut Vec<Verdict>,
    ) -> Option<Single> {
        for (person, address) in people {
            match self.render(&person, &address) {
                Ok((envelope, raw)) => {
                    return Some(Single { contact: person.contact, seq: person.seq, envelope, raw });
                }
                Err(reply) => verdicts.push(verdict(&person.contact, person.seq, &Outcome::Refused { reply })),
            }
        }
        None
    }

    /// Hears what the server thinks of the next envelope. The verdict of the last message does not wait for that long.
    async fn announce(&self, line: &mut Line, message: &Single, last: &mut Option<Verdict>) -> Announced {
        let mut announced = std::pin::pin!(line.announce(&message.envelope, &message.raw));
        tokio::select! {
            announced = &mut announced => return announced,
            () = sleep(VERDICT_WAIT_MAX) => {
                if let Some(ended) = last.take() {
                    // Nobody listens any more: the pass has ended with an error.
                    let _ = self.ask.send(Asks { ended: Some(ended), begins: None });
                }
            }
        }
        announced.await
    }

    /// Asks to begin, and says how the last message ended. The answer says whether it is synced now up to whom may begin;
    /// no answer means no.
    fn may_begin(
        &self,
        message: &Single,
        is_named: bool,
        until: (String, u32),
        ended: Option<Verdict>,
    ) -> impl Future<Output = Option<bool>> + use<> {
        let (go, gone) = oneshot::channel();
        let (contact, seq) = (message.contact.clone(), message.seq);
        let who = Begins { parcel: self.group, contact, seq, until: Some(until) };
        let is_asked = self.ask.send(Asks { ended, begins: Some(Start { who, is_named, go }) }).is_ok();
        async move { if is_asked { gone.await.ok() } else { None } }
    }

    fn render(&self, person: &RecipientRow, address: &EmailAddress) -> Result<(Envelope, Vec<u8>), String> {
        let name = format!("{}.s{}.p{}", self.mailing.protocol.to_lowercase(), person.seq, self.n);
        let id = format!("<{name}@{}>", self.mailing.from.mail_host());
        let raw = self.mailing.mail(&id, self.date, Some(&values_of(person)));
        let envelope = Envelope {
            from: Some(self.mailing.from.clone()),
            recipients: vec![address.clone()],
            envelope_id: Some(EnvelopeId::new(&name)),
            receipts: Receipts::Ask,
        };
        Ok((envelope, raw.map_err(|it| it.to_string())?))
    }
}

/// The `n`-th of a message and the people after it, or the last of them.
fn nth(message: &Single, after: &[(RecipientRow, EmailAddress)], n: usize) -> (String, u32) {
    let others = after.get(..n.saturating_sub(1)).unwrap_or(after);
    others.last().map_or_else(|| (message.contact.clone(), message.seq), |(it, _)| (it.contact.clone(), it.seq))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::as_many_as_leave;

    #[test]
    fn a_message_begins_on_a_sync_of_its_own_unless_they_leave_faster_than_that_is_worth() {
        for (elapsed, messages, expected) in [
            (Duration::from_secs(600), 1, 1),
            (Duration::from_millis(20), 1, 1),
            (Duration::from_millis(2), 1, 2),
            (Duration::from_millis(4), 10, 10),
            (Duration::ZERO, 16, 16),
        ] {
            assert_eq!(as_many_as_leave(elapsed, messages), expected, "{elapsed:?} for {messages}");
        }
    }
}
