//! One message to many: parcels over several connections, at most one on each.
//!
//! ```text
//! connection: MAIL, RCPT …, DATA ── nothing is at stake yet ──► asks to go on ─┐
//!    ▲                                                                         │
//!    │  ledger: intents of all who ask + verdicts of their last parcels ◄──────┘
//!    │                          │ one synced transaction
//!    └── answers ◄── body and final dot, and in the same write the envelope of the next
//! ```
//!
//! A parcel is chosen in memory, announced, written down as leaving, and only then its body goes: so the round trip of its
//! envelope and the sync of its intent cost no waiting of their own. Where a server takes one command at a time nothing is
//! announced, and the whole parcel goes after its intent.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::{Instant, sleep, timeout_at};

use super::lines::Lines;
use super::sending::{Leaving, Pass, verdict};
use super::{Daemon, DaemonError};
use crate::ledger::{Ended, Parcel, Shelf, Verdict, Wanted};
use crate::office::{Channel, EnvelopeId, Outcome, RecipientState};
use crate::smtp::{Announced, Envelope, JOINED_MAX, Line, Receipts};

/// No parcel waits longer than this for others to share a sync with, and no verdict for the next envelope.
const SHARED_WAIT_MAX: Duration = Duration::from_millis(20);

/// A parcel that is made, and waits for its turn to leave.
struct Load {
    envelope: Envelope,
    raw: Vec<u8>,
    names: Vec<(String, u32)>,
    kept_back: Vec<Verdict>,
}

/// A parcel with what leaves of it, or, where nothing can leave, with what is known of its people.
type Made = Result<(Parcel, Load), Box<(Parcel, Ended)>>;

/// What became of a parcel on its connection.
struct Heard {
    verdicts: Vec<Verdict>,
    receipts_asked: bool,
    sender_refused: Option<String>,
}

/// A connection says how its last parcel ended, and asks whether the next may leave.
struct Asks {
    carrier: Id,
    ended: Option<Heard>,
    /// Where it asks: the answer is the parcel that follows, if there is one. No answer means no.
    go: Option<oneshot::Sender<Option<Load>>>,
}

/// A connection that has nothing to carry any more, with what was heard on it last.
struct Arrived {
    line: Option<Line>,
    ended: Option<Heard>,
}

/// What a connection holds: the parcel that is leaving, and the one that is chosen for it.
#[derive(Default)]
struct Holds {
    begun: Option<Parcel>,
    chosen: Option<Parcel>,
}

/// Parcels on their way.
struct Aboard {
    carriers: JoinSet<Arrived>,
    holds: HashMap<Id, Holds>,
    ask: mpsc::UnboundedSender<Asks>,
}

/// A sending in parcels, between two turns at the ledger.
struct Convoy {
    shelf: Shelf,
    /// Parcels that were made ready while the connections were busy.
    stock: VecDeque<(Parcel, Load)>,
    aboard: Aboard,
    asks: Vec<Asks>,
    ended: Vec<Ended>,
    /// Parcels of which nothing leaves, and what is known of their people: they begin and end in the ledger.
    idle: Vec<(Parcel, Ended)>,
    nobody_is_left: bool,
    is_braked: bool,
    /// The message is so large that it is not made before the one in front of it has left.
    is_large: bool,
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
        let (ask, mut asked) = mpsc::unbounded_channel();
        let mut convoy = Convoy {
            shelf: self.ledger.shelf(of.request, Channel::Email)?,
            stock: VecDeque::new(),
            aboard: Aboard { carriers: JoinSet::new(), holds: HashMap::new(), ask },
            asks: Vec::new(),
            ended: Vec::new(),
            idle: Vec::new(),
            nobody_is_left: false,
            is_braked: self.is_braked(of.request, of.state)?,
            is_large: false,
        };
        let mut turn_took = Duration::ZERO;
        loop {
            if !convoy.is_braked && !pass.is_over() {
                self.embark(of, &mut convoy, lines).await?;
            }
            if !convoy.asks.is_empty() || !convoy.ended.is_empty() || !convoy.idle.is_empty() {
                let began = Instant::now();
                self.turn_of(of, &mut convoy, pass)?;
                turn_took = began.elapsed();
                if !convoy.ended.is_empty() {
                    continue;
                }
            }
            if convoy.aboard.carriers.is_empty() {
                let has_stock = !convoy.stock.is_empty();
                return Ok(convoy.nobody_is_left && !convoy.is_braked && !has_stock);
            }
            if !convoy.is_braked && !pass.is_over() {
                self.lay_in(of, &mut convoy)?;
            }
            // Whoever comes while a sync would take shares the next turn, and so its sync.
            let mut until = None;
            while !convoy.aboard.carriers.is_empty() && convoy.asks.len() < convoy.aboard.carriers.len() {
                let next = async {
                    tokio::select! {
                        Some(one) = asked.recv() => Ok(one),
                        Some(done) = convoy.aboard.carriers.join_next_with_id() => Err(done),
                    }
                };
                let next = match until {
                    None => next.await,
                    Some(until) => match timeout_at(until, next).await {
                        Ok(next) => next,
                        Err(_) => break,
                    },
                };
                match next {
                    Ok(one) => convoy.asks.push(one),
                    Err(done) => {
                        // What it said before it came back.
                        while let Ok(one) = asked.try_recv() {
                            convoy.asks.push(one);
                        }
                        self.came_back(done, lines, &mut convoy)?;
                    }
                }
                until = until.or_else(|| Some(Instant::now() + turn_took.min(SHARED_WAIT_MAX)));
            }
        }
    }

    /// Chooses parcels for the connections that are free, and lets them be announced.
    async fn embark(&mut self, of: &Leaving<'_>, convoy: &mut Convoy, lines: &mut Lines) -> Result<(), DaemonError> {
        if lines.free() == 0 {
            return Ok(());
        }
        let room = self.wanted(of, u32::MAX, self.clock.now())?;
        let mut ready = Vec::new();
        while ready.len() < lines.free() as usize {
            let Some(chosen) = self.choose(of, convoy, &room)? else { break };
            ready.push(chosen);
        }
        if ready.is_empty() {
            return Ok(());
        }
        lines.open(u32::try_from(ready.len()).unwrap_or(u32::MAX)).await;
        for (parcel, load) in ready {
            let Some(line) = lines.take() else {
                convoy.shelf.give_back(parcel);
                // Nobody takes our mail now: the people wait for the next pass.
                convoy.nobody_is_left = false;
                continue;
            };
            let carrier = Carrier { ask: convoy.aboard.ask.clone() };
            let task = convoy.aboard.carriers.spawn(carrier.carry(line, load));
            convoy.aboard.holds.insert(task.id(), Holds { begun: None, chosen: Some(parcel) });
        }
        Ok(())
    }

    /// Makes the next parcels ready while the connections are busy: one for each.
    fn lay_in(&mut self, of: &Leaving<'_>, convoy: &mut Convoy) -> Result<(), DaemonError> {
        let wanted = convoy.aboard.carriers.len();
        if convoy.is_large || convoy.nobody_is_left || convoy.stock.len() >= wanted {
            return Ok(());
        }
        let room = self.wanted(of, u32::MAX, self.clock.now())?;
        while convoy.stock.len() < wanted {
            let Some(ready) = self.make(of, convoy, &room)? else { break };
            convoy.stock.push_back(ready);
        }
        Ok(())
    }

    /// The next parcel within the provider's limits, from the stock or made ready now.
    fn choose(
        &mut self,
        of: &Leaving<'_>,
        convoy: &mut Convoy,
        room: &Wanted,
    ) -> Result<Option<(Parcel, Load)>, DaemonError> {
        match convoy.stock.pop_front() {
            Some(ready) => Ok(Some(ready)),
            None => self.make(of, convoy, room),
        }
    }

    /// The next parcel within the provider's limits, made ready. One of which nothing leaves is put aside.
    fn make(
        &mut self,
        of: &Leaving<'_>,
        convoy: &mut Convoy,
        room: &Wanted,
    ) -> Result<Option<(Parcel, Load)>, DaemonError> {
        loop {
            let (parcels, people) = convoy.shelf.chosen();
            let people = room.people.saturating_sub(people);
            let most = u32::try_from(people).unwrap_or(u32::MAX).min(room.people_each);
            if most == 0 || parcels >= u64::from(room.parcels) {
                return Ok(None);
            }
            let name = self.names_of(&of.mailing.protocol);
            let Some(parcel) = self.ledger.choose(&mut convoy.shelf, most, room.deferred_before, name)? else {
                convoy.nobody_is_left = true;
                return Ok(None);
            };
            match self.load(of, parcel)? {
                Ok(ready) => {
                    convoy.is_large = ready.1.raw.len() > JOINED_MAX;
                    return Ok(Some(ready));
                }
                Err(aside) => convoy.idle.push(*aside),
            }
        }
    }

    /// Makes a parcel ready to leave, or says what is known of its people if nothing of it can leave.
    fn load(&mut self, of: &Leaving<'_>, parcel: Parcel) -> Result<Made, DaemonError> {
        let raw = match of.mailing.mail(&parcel.message_id, self.clock.now(), None) {
            Ok(raw) => raw,
            Err(error) => {
                let ended = self.park(parcel.clone(), &error.to_string())?;
                return Ok(Err(Box::new((parcel, ended))));
            }
        };
        self.keep_copy(of.state, &parcel, &raw);
        let (people, kept_back) = self.on_trial(&parcel);
        if people.is_empty() {
            let (status, reply) = ("answered", String::new());
            let ended = Ended { parcel: parcel.clone(), status, reply, verdicts: kept_back };
            return Ok(Err(Box::new((parcel, ended))));
        }
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
        Ok(Ok((parcel, Load { envelope, raw, names, kept_back })))
    }

    /// One turn at the ledger: who ended and how, who begins. Then those who asked go on, each with the parcel that
    /// follows.
    fn turn_of(&mut self, of: &Leaving<'_>, convoy: &mut Convoy, pass: &mut Pass) -> Result<(), DaemonError> {
        let mut ended = std::mem::take(&mut convoy.ended);
        let (mut begins, mut go) = (Vec::new(), Vec::new());
        for one in convoy.asks.drain(..) {
            let Some(holds) = convoy.aboard.holds.get_mut(&one.carrier) else { continue };
            if let Some(heard) = one.ended {
                self.sender_is_refused(heard.sender_refused.as_deref())?;
                ended.extend(holds.begun.take().map(|it| end_of(it, heard)));
            }
            let Some(answer) = one.go else { continue };
            if convoy.is_braked {
                // Not answered: the connection is left before anything is at stake.
                continue;
            }
            if let Some(parcel) = holds.chosen.take() {
                begins.push(parcel);
                go.push((one.carrier, answer));
            }
        }
        let aside = std::mem::take(&mut convoy.idle);
        begins.extend(aside.iter().map(|(parcel, _)| parcel.clone()));
        self.depart(&mut convoy.shelf, &mut begins, &mut ended)?;
        pass.parcels += begins.len() as u64;
        let known = begins.split_off(go.len());
        convoy.ended.extend(known.into_iter().zip(aside).map(|(parcel, (_, ended))| Ended { parcel, ..ended }));
        convoy.is_braked = self.is_braked(of.request, of.state)?;
        if convoy.is_braked {
            convoy.ended.extend(begins.into_iter().map(|it| held_back(it, "too many addresses fail")));
            return Ok(());
        }
        let goes_on = !pass.is_over() && !convoy.is_large;
        let room = self.wanted(of, u32::MAX, self.clock.now())?;
        for ((carrier, answer), parcel) in go.into_iter().zip(begins) {
            let next = if goes_on { self.choose(of, convoy, &room)? } else { None };
            let (chosen, load) = next.unzip();
            convoy.aboard.holds.insert(carrier, Holds { begun: Some(parcel), chosen });
            // A carrier that broke down does not listen: its parcel is settled when it comes back.
            let _ = answer.send(load);
        }
        Ok(())
    }

    /// A connection came back. If its carrier broke down, nobody knows what became of the parcel that was leaving.
    fn came_back(
        &mut self,
        done: Result<(Id, Arrived), JoinError>,
        lines: &mut Lines,
        convoy: &mut Convoy,
    ) -> Result<(), DaemonError> {
        let (id, line, heard) = match done {
            Ok((id, it)) => (id, it.line, it.ended),
            Err(broken) => (broken.id(), None, None),
        };
        lines.give_back(line);
        // What it said before it came back is in the turn first.
        let said = convoy.asks.iter_mut().filter(|it| it.carrier == id).find_map(|it| it.ended.take());
        let Some(holds) = convoy.aboard.holds.remove(&id) else { return Ok(()) };
        if let Some(chosen) = holds.chosen {
            convoy.shelf.give_back(chosen);
            convoy.nobody_is_left = false;
        }
        let Some(parcel) = holds.begun else { return Ok(()) };
        let Some(heard) = heard.or(said) else {
            let nobody_knows = Outcome::Unknown { reason: "sending broke down".to_owned() };
            let verdicts = parcel.people.iter().map(|it| verdict(&it.contact, it.seq, &nobody_knows)).collect();
            convoy.ended.push(Ended { parcel, status: "doubt", reply: String::new(), verdicts });
            return Ok(());
        };
        self.sender_is_refused(heard.sender_refused.as_deref())?;
        convoy.ended.push(end_of(parcel, heard));
        Ok(())
    }
}

/// Carries parcels over one connection, one after the other.
struct Carrier {
    ask: mpsc::UnboundedSender<Asks>,
}

impl Carrier {
    async fn carry(self, mut line: Line, mut load: Load) -> Arrived {
        let mut ended = None;
        let mut announced = None;
        if line.announces_ahead() {
            announced = Some(line.announce(&load.envelope, &load.raw).await);
        }
        loop {
            let (go, gone) = oneshot::channel();
            self.tell(ended.take(), Some(go));
            // Whoever may not go on leaves the line: what was announced on it never was.
            let Ok(next) = gone.await else {
                return Arrived { line: announced.is_none().then_some(line), ended: None };
            };
            let message = (&load.envelope, load.raw.as_slice());
            let answer = match announced.take() {
                Some(announced) => {
                    let ahead = next.as_ref().map(|it| (&it.envelope, it.raw.as_slice()));
                    line.deliver(announced, message, ahead).await
                }
                None => line.send(message.0, message.1).await,
            };
            let said = load.names.iter().zip(&answer.outcomes);
            let mut verdicts = load.kept_back;
            verdicts.extend(said.map(|((contact, seq), outcome)| verdict(contact, *seq, outcome)));
            let (receipts_asked, sender_refused) = (answer.receipts_asked, answer.sender_refused);
            ended = Some(Heard { verdicts, receipts_asked, sender_refused });
            let Some(next) = next.filter(|_| line.is_usable()) else { return Arrived { line: Some(line), ended } };
            load = next;
            if line.announces_ahead() {
                let heard = self.announce(&mut line, &load, &mut ended).await;
                if heard.was_not_heard() {
                    return Arrived { line: None, ended };
                }
                announced = Some(heard);
            }
        }
    }

    /// Hears what the server thinks of the next envelope. The verdict of the last parcel does not wait for that long.
    async fn announce(&self, line: &mut Line, load: &Load, ended: &mut Option<Heard>) -> Announced {
        let mut announced = std::pin::pin!(line.announce(&load.envelope, &load.raw));
        tokio::select! {
            announced = &mut announced => return announced,
            () = sleep(SHARED_WAIT_MAX) => self.tell(ended.take(), None),
        }
        announced.await
    }

    fn tell(&self, ended: Option<Heard>, go: Option<oneshot::Sender<Option<Load>>>) {
        if let Some(carrier) = tokio::task::try_id() {
            // Nobody listens any more: the pass has ended with an error.
            let _ = self.ask.send(Asks { carrier, ended, go });
        }
    }
}

/// What is known of a parcel after its end.
fn end_of(parcel: Parcel, heard: Heard) -> Ended {
    let Heard { mut verdicts, receipts_asked, .. } = heard;
    let in_doubt = verdicts.iter().any(|it| it.state == RecipientState::InDoubt);
    let mut reply = if receipts_asked { String::new() } else { "no DSN".to_owned() };
    if let Some(said) = shared_reply(&mut verdicts) {
        reply = if reply.is_empty() { said } else { format!("{reply}; {said}") };
    }
    Ended { parcel, status: if in_doubt { "doubt" } else { "answered" }, reply, verdicts }
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
