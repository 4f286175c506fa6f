//! Parcels that are chosen and not written down yet: their envelopes may be announced, nothing of them is at stake. Only
//! memory knows of them; whoever was chosen and did not begin still waits.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::allowance::spend;
use super::parcels::{end, mark, write_down};
use super::recipients::recipient_row;
use super::{Ended, Ledger, LedgerError, Parcel, ParcelId, RecipientRow};
use crate::office::{Channel, RequestId};

/// A place in the order of contacts: the contact and the place in the list.
type Key = (String, i64);

/// The parcels of one request that are chosen, and how far choosing has come.
#[derive(Debug)]
pub struct Shelf {
    request: RequestId,
    channel: Channel,
    fresh_after: Key,
    deferred_after: Key,
    next_n: u32,
    /// What is chosen and has not begun, by its number: how many people, and for people who were in no parcel before
    /// where choosing stood before them.
    chosen: BTreeMap<u32, (usize, Option<Key>)>,
    returned: Vec<Parcel>,
}

impl Shelf {
    /// Parcels that are chosen and have not begun, and their people.
    #[must_use]
    pub fn chosen(&self) -> (u64, u64) {
        (self.chosen.len() as u64, self.chosen.values().map(|(people, _)| *people as u64).sum())
    }

    /// A parcel that does not begin now: it is the next one to be chosen.
    pub fn give_back(&mut self, parcel: Parcel) {
        self.returned.push(parcel);
    }

    /// Everybody up to here was in a parcel that has begun, once these have.
    fn done_after(&self, begins: &[Parcel]) -> Key {
        let open = self.chosen.iter().filter(|(n, _)| begins.iter().all(|it| it.n != **n));
        open.filter_map(|(_, (_, before))| before.as_ref()).min().unwrap_or(&self.fresh_after).clone()
    }
}

impl Ledger {
    /// Where choosing among the people of a request begins.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn shelf(&self, request: RequestId, channel: Channel) -> Result<Shelf, LedgerError> {
        self.read("look who leaves next", |it| {
            let of = (request, channel);
            Ok(Shelf {
                request,
                channel,
                fresh_after: cursor(it, of)?,
                deferred_after: start(),
                next_n: next_n(it, of)?,
                chosen: BTreeMap::new(),
                returned: Vec::new(),
            })
        })
    }

    /// Chooses the next people who have to leave, `max` of them at most: who waits first, then who was deferred before
    /// that time. Nothing is written. `name` gives envelope id and Message-ID for a number. None when nobody is left to
    /// send to now.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn choose(
        &self,
        shelf: &mut Shelf,
        max: u32,
        deferred_before: i64,
        name: impl Fn(u32) -> (String, String),
    ) -> Result<Option<Parcel>, LedgerError> {
        if let Some(parcel) = shelf.returned.pop() {
            return Ok(Some(parcel));
        }
        let (request, channel) = (shelf.request, shelf.channel);
        let of = (request, channel);
        let what = "choose who leaves next";
        let (mut people, mut before) =
            (self.read(what, |it| waiting(it, of, &shelf.fresh_after, max, Wants::Contacts))?, None);
        let fresh = !people.is_empty();
        if !fresh {
            people = self.read(what, |it| deferred(it, of, &shelf.deferred_after, deferred_before, max))?;
        }
        let Some(last) = people.last().map(|it| (it.contact.clone(), i64::from(it.seq))) else { return Ok(None) };
        if fresh {
            before = Some(std::mem::replace(&mut shelf.fresh_after, last));
        } else {
            shelf.deferred_after = last;
        }
        let n = shelf.next_n;
        shelf.next_n += 1;
        shelf.chosen.insert(n, (people.len(), before));
        let (envelope_id, message_id) = name(n);
        Ok(Some(Parcel { id: ParcelId(0), request, channel, n, envelope_id, message_id, people, fresh }))
    }

    /// One turn at the counter, in one synced transaction: marks chosen parcels as leaving, and writes down what became
    /// of others. `really` says who really receives and counts against the provider's allowance.
    ///
    /// # Errors
    /// [`LedgerError::Database`]; then nothing of it is written, and none of them may begin.
    pub fn depart(
        &mut self,
        shelf: &mut Shelf,
        begins: &mut [Parcel],
        ended: &[Ended],
        now: i64,
        really: impl Fn(&RecipientRow) -> bool,
    ) -> Result<(), LedgerError> {
        let done_after = shelf.done_after(begins);
        self.write_now("mark parcels as leaving", |it| {
            for parcel in begins.iter_mut() {
                write_down(it, parcel, "leaving", now)?;
                let moved = mark(it, parcel, now)?;
                if moved != parcel.people.len() {
                    // Somebody of it does not wait any more: then nobody of it leaves.
                    return Err(rusqlite::Error::StatementChangedRows(moved));
                }
                let people = parcel.people.iter().filter(|it| really(it)).count();
                let people = u32::try_from(people).unwrap_or(u32::MAX);
                spend(it, people.min(1), people, now)?;
            }
            for one in ended {
                end(it, one, now)?;
            }
            if begins.iter().any(|it| it.fresh) {
                keep_cursor(it, (shelf.request, shelf.channel), &done_after)?;
            }
            Ok(())
        })?;
        for parcel in begins {
            shelf.chosen.remove(&parcel.n);
        }
        Ok(())
    }
}

/// Before everybody.
pub(super) const fn start() -> Key {
    (String::new(), -1)
}

/// What of people is wanted.
#[derive(Clone, Copy)]
pub(super) enum Wants {
    /// One message goes to all of them.
    Contacts,
    /// Each has a message of one's own.
    Values,
}

/// Who waits behind a place, in the order of contacts.
pub(super) fn waiting(
    it: &Connection,
    (request, channel): (RequestId, Channel),
    (contact, seq): &Key,
    max: u32,
    wants: Wants,
) -> Result<Vec<RecipientRow>, rusqlite::Error> {
    let question = match wants {
        Wants::Contacts => {
            "SELECT contact, seq, row, NULL, NULL, state, NULL, NULL FROM recipients
             WHERE request_id = ?1 AND channel = ?2 AND (contact, seq) > (?3, ?4) AND +state = 0
             ORDER BY contact, seq LIMIT ?5"
        }
        Wants::Values => {
            "SELECT contact, seq, row, name, data, state, status, note FROM recipients
             WHERE request_id = ?1 AND channel = ?2 AND (contact, seq) > (?3, ?4) AND +state = 0
             ORDER BY contact, seq LIMIT ?5"
        }
    };
    it.prepare_cached(question)?
        .query_map(params![request.0, channel.as_str(), contact, seq, max], recipient_row)?
        .collect()
}

/// Who was deferred before a time, behind a place.
pub(super) fn deferred(
    it: &Connection,
    (request, channel): (RequestId, Channel),
    (contact, seq): &Key,
    before: i64,
    max: u32,
) -> Result<Vec<RecipientRow>, rusqlite::Error> {
    it.prepare_cached(
        "SELECT contact, seq, row, name, data, state, status, note FROM recipients INDEXED BY recipients_deferred
         WHERE request_id = ?1 AND channel = ?2 AND state = 2 AND (contact, seq) > (?3, ?4)
         AND coalesce(at, 0) <= ?5 ORDER BY contact, seq LIMIT ?6",
    )?
    .query_map(params![request.0, channel.as_str(), contact, seq, before, max], recipient_row)?
    .collect()
}

/// The number of the next parcel.
pub(super) fn next_n(it: &Connection, (request, channel): (RequestId, Channel)) -> Result<u32, rusqlite::Error> {
    it.prepare_cached("SELECT coalesce(max(n), 0) + 1 FROM parcels WHERE request_id = ?1 AND channel = ?2")?
        .query_row(params![request.0, channel.as_str()], |row| row.get(0))
}

/// Under which name it is kept how far the people of a request have been taken.
fn cursor_key((request, channel): (RequestId, Channel)) -> String {
    format!("cursor.{}.{}", request.0, channel.as_str())
}

/// Keeps how far the people of a request have been taken.
pub(super) fn keep_cursor(
    it: &Connection,
    of: (RequestId, Channel),
    (contact, seq): &Key,
) -> Result<(), rusqlite::Error> {
    it.prepare_cached("INSERT OR REPLACE INTO meta VALUES (?1, ?2)")?
        .execute(params![cursor_key(of), format!("{seq}\n{contact}")])
        .map(drop)
}

/// How far the people of a request have been taken: nobody up to there waits.
pub(super) fn cursor(it: &Connection, of: (RequestId, Channel)) -> Result<Key, rusqlite::Error> {
    let kept: Option<String> = it
        .prepare_cached("SELECT value FROM meta WHERE key = ?1")?
        .query_row([cursor_key(of)], |row| row.get(0))
        .optional()?;
    let read = kept.as_deref().and_then(|it| it.split_once('\n'));
    Ok(read.map_or_else(start, |(seq, contact)| (contact.to_owned(), seq.parse().unwrap_or(-1))))
}
