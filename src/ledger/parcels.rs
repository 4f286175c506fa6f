//! Parcels: one SMTP transaction each, written down before its first byte and after its answer; and groups of single
//! messages, which are written down before the first byte of the first and after the answer to each.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::allowance::spend;
use super::recipients::{News, advance, bump, remember_bounce};
use super::shelf::{Wants, cursor, deferred, keep_cursor, next_n, start, waiting};
use super::{Ledger, LedgerError, RecipientRow, Sync};
use crate::office::{Channel, RecipientState, RequestId};

/// The row of a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParcelId(pub i64);

/// A parcel that is leaving, or that is in doubt.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// Its row.
    pub id: ParcelId,
    /// Its request.
    pub request: RequestId,
    /// Its channel.
    pub channel: Channel,
    /// Its number within the request, from 1.
    pub n: u32,
    /// The ENVID that stands on the wire.
    pub envelope_id: String,
    /// The Message-ID that stands in it, with angle brackets.
    pub message_id: String,
    /// Its people.
    pub people: Vec<RecipientRow>,
    /// Nobody of it was in a parcel before, so they stand side by side in the ledger.
    pub(super) fresh: bool,
}

/// A parcel that is no longer on its way.
#[derive(Debug)]
pub struct Ended {
    /// Which.
    pub parcel: Parcel,
    /// `answered` or `doubt`.
    pub status: &'static str,
    /// What is known of it as a whole.
    pub reply: String,
    /// What our own server said of each person.
    pub verdicts: Vec<Verdict>,
}

/// What shall leave next.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Of this request.
    pub request: RequestId,
    /// On this channel.
    pub channel: Channel,
    /// So many parcels at most.
    pub parcels: u32,
    /// So many people in each at most.
    pub people_each: u32,
    /// So many people in all of them at most.
    pub people: u64,
    /// People who were deferred are taken if they were tried before this time.
    pub deferred_before: i64,
}

/// One person of a group of single messages: in which, and who.
#[derive(Debug, Clone)]
pub struct Begins {
    /// The group.
    pub parcel: ParcelId,
    /// The contact.
    pub contact: String,
    /// The place in the list.
    pub seq: u32,
    /// With it everybody up to this person may begin. Nobody begins who was not named so.
    pub until: Option<(String, u32)>,
}

/// A parcel as `show` tells of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ParcelLine {
    /// Its number within the request and channel.
    pub n: u32,
    /// Its channel.
    pub channel: String,
    /// `leaving`, `answered` or `doubt`.
    pub status: String,
    /// How many people it was for.
    pub people: u32,
    /// When it left, seconds since 1970.
    pub left_at: Option<i64>,
}

/// What our own server said of one person.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The contact.
    pub contact: String,
    /// The place in the list.
    pub seq: u32,
    /// Accepted, Deferred, Refused or `InDoubt`.
    pub state: RecipientState,
    /// The enhanced status code, where one came.
    pub status: Option<String>,
    /// The reply.
    pub reply: Option<String>,
}

impl Ledger {
    /// One turn at the counter for single messages, in one synced transaction: writes down what became of groups, and
    /// plans the next ones, whose people begin one after the other ([`Ledger::begin`]). `name` gives envelope id and Message-ID for a number; `really` says who really receives and counts
    /// against the provider's allowance.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn turn(
        &mut self,
        ended: &[Ended],
        wanted: Option<&Wanted>,
        now: i64,
        name: impl Fn(u32) -> (String, String),
        really: impl Fn(&RecipientRow) -> bool,
    ) -> Result<Vec<Parcel>, LedgerError> {
        self.write_now("mark parcels as leaving", |it| {
            for one in ended {
                end(it, one, now)?;
            }
            let mut taken = Vec::new();
            let Some(wanted) = wanted else { return Ok(taken) };
            let mut left = wanted.people;
            while taken.len() < wanted.parcels as usize {
                let most = u32::try_from(left).unwrap_or(u32::MAX).min(wanted.people_each);
                if most == 0 {
                    break;
                }
                let Some(parcel) = take_next(it, wanted, most, now, &name)? else { break };
                let people = parcel.people.iter().filter(|it| really(it)).count();
                let people = u32::try_from(people).unwrap_or(u32::MAX);
                spend(it, people, people, now)?;
                left = left.saturating_sub(u64::from(people.max(1)));
                taken.push(parcel);
            }
            Ok(taken)
        })
    }

    /// Of synced groups of single messages: who ended and how, and who begins now. Synced if it says up to whom may begin
    /// ([`Begins::until`]), and with it all verdicts before; else it stands after a kill, and after a power cut those
    /// are in doubt who might have begun.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn begin(
        &mut self,
        (request, channel): (RequestId, Channel),
        ended: &[Verdict],
        begins: &[Begins],
        now: i64,
    ) -> Result<(), LedgerError> {
        let sync = if begins.iter().any(|it| it.until.is_some()) { Sync::Now } else { Sync::Later };
        self.transact(sync, "mark messages as leaving", |it| {
            let mut moved = Moved::default();
            for verdict in ended {
                set_state(it, (request, channel), verdict, now, &mut moved)?;
            }
            moved.write(it, request, channel)?;
            let mut mark = it.prepare_cached("INSERT OR REPLACE INTO begun VALUES (?1, ?2, ?3)")?;
            for one in begins {
                mark.execute(params![one.parcel.0, one.contact, one.seq])?;
                if let Some(until) = &one.until {
                    note_until(it, one.parcel, until)?;
                }
            }
            Ok(())
        })
    }

    /// After a start: parcels that were leaving when the process ended are in doubt, and so are their people. Of a
    /// group of single messages who had begun is in doubt, and the others go on; if the machine itself went down since,
    /// it is only known who might have begun, and they are in doubt.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn parcels_in_doubt(&mut self, now: i64) -> Result<u64, LedgerError> {
        let unsettled = self.read("find parcels in doubt", |it| {
            it.prepare_cached(
                "SELECT p.id, request_id, channel, status, b.contact, b.seq, m.contact, m.seq FROM parcels p
                 LEFT JOIN begun b ON b.parcel = p.id LEFT JOIN may_begin m ON m.parcel = p.id
                 WHERE status IN ('leaving', 'planned')",
            )?
            .query_map([], |row| {
                let begun = row.get::<_, Option<String>>(4)?.zip(row.get::<_, Option<u32>>(5)?);
                let until = row.get::<_, Option<String>>(6)?.zip(row.get::<_, Option<u32>>(7)?);
                Ok(Unsettled {
                    parcel: ParcelId(row.get(0)?),
                    request: RequestId(row.get(1)?),
                    channel: row.get(2)?,
                    is_group: row.get::<_, String>(3)? == "planned",
                    begun,
                    until,
                })
            })?
            .collect::<Result<Vec<_>, _>>()
        })?;
        let boot = boot_id();
        let same_boot = boot.is_some() && self.remembered("boot")? == boot;
        let mut in_doubt = 0;
        let mut found = Vec::new();
        for one in unsettled {
            let channel = channel_of(&one.channel)?;
            found.push((channel, self.in_parcel(one.parcel)?, one));
        }
        if found.is_empty() && same_boot {
            return Ok(0);
        }
        self.write("mark parcels as in doubt", |it| {
            for (channel, people, one) in &found {
                let doubtful = settle(it, one, *channel, people, (same_boot, now))?;
                in_doubt += u64::from(doubtful);
            }
            let boot = boot.as_deref().unwrap_or_default();
            it.execute("INSERT OR REPLACE INTO meta VALUES ('boot', ?1)", [boot]).map(drop)
        })?;
        Ok(in_doubt)
    }

    /// Parcels of which nobody knows whether they were taken.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn doubtful_parcels(&self, request: Option<RequestId>) -> Result<Vec<Parcel>, LedgerError> {
        let mut parcels = self.read("list parcels in doubt", |it| {
            it.prepare_cached(
                "SELECT id, request_id, channel, n, envelope_id, message_id FROM parcels
                 WHERE status = 'doubt' AND (?1 IS NULL OR request_id = ?1) ORDER BY id",
            )?
            .query_map([request.map(|it| it.0)], |row| {
                Ok((
                    ParcelId(row.get(0)?),
                    RequestId(row.get(1)?),
                    row.get::<_, String>(2)?,
                    row.get(3)?,
                    row.get(4)?,
                    row.get(5)?,
                ))
            })?
            .collect::<Result<Vec<_>, _>>()
        })?;
        parcels
            .drain(..)
            .map(|(id, request, channel, n, envelope_id, message_id)| {
                let people = self.in_parcel(id)?.into_iter().filter(|it| it.state == RecipientState::InDoubt).collect();
                Ok(Parcel {
                    id,
                    request,
                    channel: channel_of(&channel)?,
                    n,
                    envelope_id,
                    message_id,
                    people,
                    fresh: false,
                })
            })
            .collect()
    }

    /// Ends the doubt of a parcel: it was sent, or its people shall be sent to again.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn resolve(&mut self, parcel: &Parcel, was_sent: bool, because: &str, now: i64) -> Result<(), LedgerError> {
        self.write("decide a doubt", |it| {
            let state = if was_sent { RecipientState::Accepted } else { RecipientState::Deferred };
            let mut moved = Moved::default();
            for person in &parcel.people {
                let verdict = Verdict {
                    contact: person.contact.clone(),
                    seq: person.seq,
                    state,
                    status: None,
                    reply: Some(because.to_owned()),
                };
                let at = if was_sent { now } else { 0 };
                set_state(it, (parcel.request, parcel.channel), &verdict, at, &mut moved)?;
            }
            moved.write(it, parcel.request, parcel.channel)?;
            // Of a group of single messages some may still be in doubt.
            it.execute(
                "UPDATE parcels SET status = 'answered', reply = ?2 WHERE id = ?1 AND NOT EXISTS
                 (SELECT 1 FROM recipients WHERE parcel = ?1 AND state IN (1, 3))",
                params![parcel.id.0, because],
            )
            .map(drop)
        })
    }

    /// People who were deferred `tries_max` times count as refused.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn refuse_tired(
        &mut self,
        request: RequestId,
        channel: Channel,
        tries_max: u32,
        now: i64,
    ) -> Result<(), LedgerError> {
        if self.tally(request, channel)?.of(RecipientState::Deferred) == 0 {
            return Ok(());
        }
        self.write("give up on deferred recipients", |it| {
            let tired = it
                .prepare_cached(
                    "UPDATE recipients INDEXED BY recipients_deferred SET state = ?3, at = ?4
                     WHERE request_id = ?1 AND channel = ?2 AND state = 2 AND tries >= ?5",
                )?
                .execute(params![request.0, channel.as_str(), RecipientState::Refused.code(), now, tries_max])?;
            let tired = i64::try_from(tired).unwrap_or(i64::MAX);
            bump(it, request, channel, RecipientState::Deferred, -tired)?;
            bump(it, request, channel, RecipientState::Refused, tired)
        })
    }

    /// Letters of a request that were refused, and people whom our own server deferred until we gave up, are due now.
    /// Returns how many letters and how many people. Who was refused for good and what is in doubt is not touched.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn try_again(&mut self, request: RequestId, now: i64) -> Result<(u64, u64), LedgerError> {
        self.write("try again", |it| {
            let letters = it.execute(
                "UPDATE letters SET status = 'due', due_at = ?2 WHERE request_id = ?1 AND status = 'refused'",
                params![request.0, now],
            )?;
            let due = it.execute(
                "UPDATE recipients INDEXED BY recipients_deferred SET at = 0 WHERE request_id = ?1 AND state = 2",
                params![request.0],
            )?;
            let mut tired = 0;
            for channel in Channel::ALL {
                let reopened = it.execute(
                    "UPDATE recipients SET state = ?3, at = 0, tries = 0
                     WHERE request_id = ?1 AND channel = ?2 AND state = ?4 AND tries > 0 AND status LIKE '4.%'",
                    params![
                        request.0,
                        channel.as_str(),
                        RecipientState::Deferred.code(),
                        RecipientState::Refused.code()
                    ],
                )?;
                let moved = i64::try_from(reopened).unwrap_or(i64::MAX);
                bump(it, request, channel, RecipientState::Refused, -moved)?;
                bump(it, request, channel, RecipientState::Deferred, moved)?;
                tired += reopened;
            }
            Ok((letters as u64, (due + tired) as u64))
        })
    }

    /// The request and channel that an envelope id or a Message-ID of a parcel names.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn parcel_named(
        &self,
        envelope_or_message_id: &str,
    ) -> Result<Option<(ParcelId, RequestId, Channel)>, LedgerError> {
        let bare = envelope_or_message_id.trim().trim_matches(['<', '>']);
        let found = self.read("look up a parcel", |it| {
            it.prepare_cached("SELECT id, request_id, channel FROM parcels WHERE envelope_id = ?1 OR message_id = ?2")?
                .query_row(params![bare, format!("<{bare}>")], |row| {
                    Ok((ParcelId(row.get(0)?), RequestId(row.get(1)?), row.get::<_, String>(2)?))
                })
                .optional()
        })?;
        found.map(|(id, request, channel)| Ok((id, request, channel_of(&channel)?))).transpose()
    }

    /// The parcels of a request, in the order in which they left.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn parcels_of(&self, request: RequestId) -> Result<Vec<ParcelLine>, LedgerError> {
        self.read("list the parcels of a request", |it| {
            it.prepare_cached(
                "SELECT n, channel, status, recipients, left_at FROM parcels WHERE request_id = ?1 ORDER BY id",
            )?
            .query_map([request.0], |row| {
                Ok(ParcelLine {
                    n: row.get(0)?,
                    channel: row.get(1)?,
                    status: row.get(2)?,
                    people: row.get(3)?,
                    left_at: row.get(4)?,
                })
            })?
            .collect()
        })
    }
}

/// Reads a channel's name.
pub(super) fn channel_of(name: &str) -> Result<Channel, LedgerError> {
    Channel::ALL
        .into_iter()
        .find(|it| it.as_str() == name)
        .ok_or_else(|| LedgerError::Strange { what: "a channel", value: name.to_owned() })
}

/// A parcel that was on its way when the process ended.
struct Unsettled {
    parcel: ParcelId,
    request: RequestId,
    channel: String,
    is_group: bool,
    begun: Option<(String, u32)>,
    until: Option<(String, u32)>,
}

impl Unsettled {
    /// Whether something of this person's message may have left.
    fn may_have_begun(&self, person: &RecipientRow, same_boot: bool) -> bool {
        if !self.is_group {
            return true;
        }
        let is_up_to =
            |(contact, seq): &(String, u32)| (person.contact.as_str(), person.seq) <= (contact.as_str(), *seq);
        if same_boot {
            self.begun.as_ref().is_some_and(|(contact, seq)| *contact == person.contact && *seq == person.seq)
        } else {
            self.until.as_ref().is_none_or(is_up_to)
        }
    }
}

/// The boot of this machine: what was handed to the system under it is still there (random(4)).
fn boot_id() -> Option<String> {
    std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok().map(|it| it.trim().to_owned())
}

/// Settles a parcel that was on its way; says whether anybody of it is in doubt.
fn settle(
    it: &Connection,
    one: &Unsettled,
    channel: Channel,
    people: &[RecipientRow],
    (same_boot, now): (bool, i64),
) -> Result<bool, rusqlite::Error> {
    let mut in_doubt = !one.is_group;
    let mut back = it.prepare_cached(
        "UPDATE recipients SET state = ?5, tries = tries - 1, at = 0
         WHERE request_id = ?1 AND channel = ?2 AND contact = ?3 AND seq = ?4",
    )?;
    for person in people.iter().filter(|it| it.state == RecipientState::Leaving) {
        if one.may_have_begun(person, same_boot) {
            let state = RecipientState::InDoubt;
            let news = News { contact: person.contact.clone(), state, status: None, note: None };
            advance(it, one.request, channel, person, &news, now)?;
            in_doubt = true;
            continue;
        }
        // Nothing of this person's message has left: taken again by the next parcel of deferred people.
        let state = RecipientState::Deferred;
        back.execute(params![one.request.0, channel.as_str(), person.contact, person.seq, state.code()])?;
        bump(it, one.request, channel, RecipientState::Leaving, -1)?;
        bump(it, one.request, channel, state, 1)?;
    }
    it.prepare_cached("UPDATE parcels SET status = ?2 WHERE id = ?1")?
        .execute(params![one.parcel.0, if in_doubt { "doubt" } else { "answered" }])?;
    nobody_begins(it, one.parcel)?;
    Ok(in_doubt)
}

/// From now on those of a group may begin who come up to this person.
fn note_until(it: &Connection, group: ParcelId, (contact, seq): &(String, u32)) -> Result<(), rusqlite::Error> {
    it.prepare_cached("INSERT OR REPLACE INTO may_begin VALUES (?1, ?2, ?3)")?
        .execute(params![group.0, contact, seq])
        .map(drop)
}

/// A group has ended.
fn nobody_begins(it: &Connection, group: ParcelId) -> Result<(), rusqlite::Error> {
    it.prepare_cached("DELETE FROM begun WHERE parcel = ?1")?.execute([group.0])?;
    it.prepare_cached("DELETE FROM may_begin WHERE parcel = ?1")?.execute([group.0]).map(drop)
}

/// Plans the next group: who waits first, then who was deferred.
fn take_next(
    it: &Connection,
    wanted: &Wanted,
    max: u32,
    now: i64,
    name: &impl Fn(u32) -> (String, String),
) -> Result<Option<Parcel>, rusqlite::Error> {
    let of @ (request, channel) = (wanted.request, wanted.channel);
    let mut people = waiting(it, of, &cursor(it, of)?, max, Wants::Values)?;
    let fresh = !people.is_empty();
    if !fresh {
        people = deferred(it, of, &start(), wanted.deferred_before, max)?;
    }
    let Some(last) = people.last() else { return Ok(None) };
    if fresh {
        keep_cursor(it, of, &(last.contact.clone(), last.seq.into()))?;
    }
    let n = next_n(it, of)?;
    let (envelope_id, message_id) = name(n);
    let mut parcel = Parcel { id: ParcelId(0), request, channel, n, envelope_id, message_id, people, fresh };
    write_down(it, &mut parcel, "planned", now)?;
    // Nobody of it may begin yet: the empty contact comes before all.
    note_until(it, parcel.id, &(String::new(), 0))?;
    mark(it, &parcel, now)?;
    Ok(Some(parcel))
}

/// Marks the people of a parcel as leaving with it; says how many they were.
pub(super) fn mark(it: &Connection, parcel: &Parcel, now: i64) -> Result<usize, rusqlite::Error> {
    if parcel.fresh { mark_fresh(it, parcel, now) } else { mark_again(it, parcel, now) }
}

/// Marks people who stand side by side and wait as leaving with their parcel; says how many they were.
fn mark_fresh(it: &Connection, parcel: &Parcel, now: i64) -> Result<usize, rusqlite::Error> {
    let (Some(first), Some(last)) = (parcel.people.first(), parcel.people.last()) else { return Ok(0) };
    let moved = it
        .prepare_cached(
            "UPDATE recipients SET state = ?7, parcel = ?8, tries = tries + 1, at = ?9
             WHERE request_id = ?1 AND channel = ?2 AND (contact, seq) >= (?3, ?4) AND (contact, seq) <= (?5, ?6)
             AND +state = 0",
        )?
        .execute(params![
            parcel.request.0,
            parcel.channel.as_str(),
            first.contact,
            first.seq,
            last.contact,
            last.seq,
            RecipientState::Leaving.code(),
            parcel.id.0,
            now
        ])?;
    let by = i64::try_from(moved).unwrap_or(i64::MAX);
    bump(it, parcel.request, parcel.channel, RecipientState::Waiting, -by)?;
    bump(it, parcel.request, parcel.channel, RecipientState::Leaving, by)?;
    Ok(moved)
}

/// Marks people who were deferred as leaving with their parcel; says how many they were.
fn mark_again(it: &Connection, parcel: &Parcel, now: i64) -> Result<usize, rusqlite::Error> {
    let mut update = it.prepare_cached(
        "UPDATE recipients SET state = ?5, parcel = ?6, tries = tries + 1, at = ?7
         WHERE request_id = ?1 AND channel = ?2 AND contact = ?3 AND seq = ?4 AND state = 2",
    )?;
    let mut moved = 0;
    for person in &parcel.people {
        moved += update.execute(params![
            parcel.request.0,
            parcel.channel.as_str(),
            person.contact,
            person.seq,
            RecipientState::Leaving.code(),
            parcel.id.0,
            now
        ])?;
    }
    let by = i64::try_from(moved).unwrap_or(i64::MAX);
    bump(it, parcel.request, parcel.channel, RecipientState::Deferred, -by)?;
    bump(it, parcel.request, parcel.channel, RecipientState::Leaving, by)?;
    Ok(moved)
}

/// Writes down a parcel; from now on it has a row.
pub(super) fn write_down(
    it: &Connection,
    parcel: &mut Parcel,
    status: &'static str,
    now: i64,
) -> Result<(), rusqlite::Error> {
    it.prepare_cached(
        "INSERT INTO parcels (request_id, channel, n, envelope_id, message_id, status, recipients, left_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        parcel.request.0,
        parcel.channel.as_str(),
        parcel.n,
        parcel.envelope_id,
        parcel.message_id,
        status,
        parcel.people.len(),
        now
    ])?;
    parcel.id = ParcelId(it.last_insert_rowid());
    it.prepare_cached("INSERT OR IGNORE INTO message_ids VALUES (?1, ?2, 'dispatch')")?
        .execute(params![parcel.message_id, parcel.request.0])
        .map(drop)
}

/// Writes down what became of a parcel and of each of its people.
pub(super) fn end(it: &Connection, ended: &Ended, now: i64) -> Result<(), rusqlite::Error> {
    let Ended { parcel, status, reply, verdicts } = ended;
    it.prepare_cached("UPDATE parcels SET status = ?2, reply = ?3, answered_at = ?4 WHERE id = ?1")?
        .execute(params![parcel.id.0, status, reply, now])?;
    nobody_begins(it, parcel.id)?;
    let of = (parcel.request, parcel.channel);
    let mut moved = Moved::default();
    let is_whole = parcel.fresh && verdicts.len() == parcel.people.len();
    let most = verdicts.first().filter(|it| is_whole && it.speaks_for_most(verdicts));
    for verdict in verdicts.iter().filter(|it| most.is_none_or(|most| !most.says_the_same(it))) {
        set_state(it, of, verdict, now, &mut moved)?;
    }
    if let Some(most) = most {
        set_the_rest(it, parcel, most, now, &mut moved)?;
    }
    moved.write(it, parcel.request, parcel.channel)
}

impl Verdict {
    fn says_the_same(&self, other: &Self) -> bool {
        self.state == other.state && self.status == other.status && self.reply == other.reply
    }

    /// Whether one statement for many is worth it; who was refused is remembered one by one.
    fn speaks_for_most(&self, all: &[Self]) -> bool {
        self.state != RecipientState::Refused
            && all.len() >= 4
            && all.iter().filter(|it| self.says_the_same(it)).count() * 2 >= all.len()
    }
}

/// The verdict of everybody of a parcel who is still on the way: one statement over rows that stand side by side.
fn set_the_rest(
    it: &Connection,
    parcel: &Parcel,
    verdict: &Verdict,
    at: i64,
    moved: &mut Moved,
) -> Result<(), rusqlite::Error> {
    let (Some(first), Some(last)) = (parcel.people.first(), parcel.people.last()) else { return Ok(()) };
    let rows = it
        .prepare_cached(
            "UPDATE recipients SET state = ?8, status = ?9, note = ?10, at = ?11
             WHERE request_id = ?1 AND channel = ?2 AND (contact, seq) >= (?3, ?4) AND (contact, seq) <= (?5, ?6)
             AND +parcel = ?7 AND +state = 1",
        )?
        .execute(params![
            parcel.request.0,
            parcel.channel.as_str(),
            first.contact,
            first.seq,
            last.contact,
            last.seq,
            parcel.id.0,
            verdict.state.code(),
            verdict.status,
            verdict.reply,
            at
        ])?;
    moved.add(RecipientState::Leaving, verdict.state, i64::try_from(rows).unwrap_or(i64::MAX));
    Ok(())
}

/// How many people of a transaction went from which state to which.
#[derive(Default)]
struct Moved(BTreeMap<RecipientState, i64>);

impl Moved {
    fn add(&mut self, from: RecipientState, to: RecipientState, people: i64) {
        *self.0.entry(from).or_default() -= people;
        *self.0.entry(to).or_default() += people;
    }

    fn write(&self, it: &Connection, request: RequestId, channel: Channel) -> Result<(), rusqlite::Error> {
        self.0.iter().try_for_each(|(state, by)| bump(it, request, channel, *state, *by))
    }
}

/// Sets the state that our own server's verdict (or a person's) gives, which may also go back to be tried again.
fn set_state(
    it: &Connection,
    (request, channel): (RequestId, Channel),
    verdict: &Verdict,
    at: i64,
    moved: &mut Moved,
) -> Result<(), rusqlite::Error> {
    let old: Option<u8> = it
        .prepare_cached(
            "SELECT state FROM recipients WHERE request_id = ?1 AND channel = ?2 AND contact = ?3 AND seq = ?4",
        )?
        .query_row(params![request.0, channel.as_str(), verdict.contact, verdict.seq], |row| row.get(0))
        .optional()?;
    let Some(old) = old.and_then(RecipientState::from_code) else { return Ok(()) };
    // A receipt may have overtaken the verdict: what is further along stays.
    if !matches!(old, RecipientState::Leaving | RecipientState::InDoubt) {
        return Ok(());
    }
    it.prepare_cached(
        "UPDATE recipients SET state = ?5, status = ?6, note = ?7, at = ?8
         WHERE request_id = ?1 AND channel = ?2 AND contact = ?3 AND seq = ?4",
    )?
    .execute(params![
        request.0,
        channel.as_str(),
        verdict.contact,
        verdict.seq,
        verdict.state.code(),
        verdict.status,
        verdict.reply,
        at
    ])?;
    moved.add(old, verdict.state, 1);
    let (contact, state) = (verdict.contact.clone(), verdict.state);
    remember_bounce(it, &News { contact, state, status: verdict.status.clone(), note: verdict.reply.clone() }, at)
}
