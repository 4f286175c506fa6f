//! Parcels: one SMTP transaction each, written down before its first byte and after its answer.

use rusqlite::{OptionalExtension as _, params};

use super::recipients::{News, advance, recipient_row, remember_bounce};
use super::{Ledger, LedgerError, RecipientRow};
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
    /// Takes the next people of a request who have to leave, and marks them and their parcel as leaving. `name`
    /// gives envelope id and Message-ID for a number. `None` when nobody is left to send to now.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn take_parcel(
        &mut self,
        request: RequestId,
        channel: Channel,
        max: u32,
        now: i64,
        name: impl Fn(u32) -> (String, String),
    ) -> Result<Option<Parcel>, LedgerError> {
        self.write("mark a parcel as leaving", |it| {
            let n: u32 = it
                .prepare_cached("SELECT coalesce(max(n), 0) + 1 FROM parcels WHERE request_id = ?1 AND channel = ?2")?
                .query_row(params![request.0, channel.as_str()], |row| row.get(0))?;
            let cursor_key = format!("cursor.{}.{}", request.0, channel.as_str());
            let cursor: Option<String> = it
                .prepare_cached("SELECT value FROM meta WHERE key = ?1")?
                .query_row([&cursor_key], |row| row.get(0))
                .optional()?;
            let (contact, seq) = cursor
                .as_deref()
                .and_then(|it| it.split_once('\n'))
                .map_or((String::new(), -1_i64), |(seq, contact)| (contact.to_owned(), seq.parse().unwrap_or(-1)));
            let people: Vec<RecipientRow> = it
                .prepare_cached(
                    "SELECT contact, seq, row, name, data, state, status, note FROM recipients
                     WHERE request_id = ?1 AND channel = ?2 AND (contact, seq) > (?3, ?4) AND state = ?5
                     ORDER BY contact, seq LIMIT ?6",
                )?
                .query_map(
                    params![request.0, channel.as_str(), contact, seq, RecipientState::Waiting.code(), max],
                    recipient_row,
                )?
                .collect::<Result<_, _>>()?;
            let Some(last) = people.last() else { return Ok(None) };
            it.prepare_cached("INSERT OR REPLACE INTO meta VALUES (?1, ?2)")?
                .execute(params![cursor_key, format!("{}\n{}", last.seq, last.contact)])?;
            leave(it, request, channel, n, people, now, &name).map(Some)
        })
    }

    /// Takes people whom our own server refused for now, once their time has come.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn take_deferred(
        &mut self,
        request: RequestId,
        channel: Channel,
        max: u32,
        tried_before: i64,
        now: i64,
        name: impl Fn(u32) -> (String, String),
    ) -> Result<Option<Parcel>, LedgerError> {
        let tally = self.tally(request, channel)?;
        if tally.of(RecipientState::Deferred) == 0 {
            return Ok(None);
        }
        self.write("mark a parcel as leaving again", |it| {
            let n: u32 = it
                .prepare_cached("SELECT coalesce(max(n), 0) + 1 FROM parcels WHERE request_id = ?1 AND channel = ?2")?
                .query_row(params![request.0, channel.as_str()], |row| row.get(0))?;
            let people: Vec<RecipientRow> = it
                .prepare_cached(
                    "SELECT contact, seq, row, name, data, state, status, note FROM recipients
                     WHERE request_id = ?1 AND channel = ?2 AND state = ?3 AND coalesce(at, 0) <= ?4
                     ORDER BY contact, seq LIMIT ?5",
                )?
                .query_map(
                    params![request.0, channel.as_str(), RecipientState::Deferred.code(), tried_before, max],
                    recipient_row,
                )?
                .collect::<Result<_, _>>()?;
            if people.is_empty() {
                return Ok(None);
            }
            leave(it, request, channel, n, people, now, &name).map(Some)
        })
    }

    /// Writes down what our own server said of each person of a parcel.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn parcel_answered(
        &mut self,
        parcel: &Parcel,
        status: &'static str,
        reply: &str,
        verdicts: &[Verdict],
        now: i64,
    ) -> Result<(), LedgerError> {
        self.write("write down the verdicts of a parcel", |it| {
            it.prepare_cached("UPDATE parcels SET status = ?2, reply = ?3, answered_at = ?4 WHERE id = ?1")?
                .execute(params![parcel.id.0, status, reply, now])?;
            for verdict in verdicts {
                set_state(it, parcel.request, parcel.channel, verdict, now)?;
                let news = News {
                    contact: verdict.contact.clone(),
                    state: verdict.state,
                    status: verdict.status.clone(),
                    note: verdict.reply.clone(),
                };
                remember_bounce(it, &news, now)?;
            }
            Ok(())
        })
    }

    /// After a start: parcels that were leaving when the process ended are in doubt, and so are their people.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn parcels_in_doubt(&mut self, now: i64) -> Result<u64, LedgerError> {
        let leaving = self.read("find parcels in doubt", |it| {
            it.prepare_cached("SELECT id, request_id, channel FROM parcels WHERE status = 'leaving'")?
                .query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?)))?
                .collect::<Result<Vec<_>, _>>()
        })?;
        for (parcel, request, channel) in &leaving {
            let channel = channel_of(channel)?;
            let people = self.in_parcel(ParcelId(*parcel))?;
            self.write("mark a parcel as in doubt", |it| {
                it.execute("UPDATE parcels SET status = 'doubt' WHERE id = ?1", [parcel])?;
                let news = |person: &RecipientRow| News {
                    contact: person.contact.clone(),
                    state: RecipientState::InDoubt,
                    status: None,
                    note: None,
                };
                for person in people.iter().filter(|it| it.state == RecipientState::Leaving) {
                    advance(it, RequestId(*request), channel, person, &news(person), now)?;
                }
                Ok(())
            })?;
        }
        Ok(leaving.len() as u64)
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
                Ok(Parcel { id, request, channel: channel_of(&channel)?, n, envelope_id, message_id, people })
            })
            .collect()
    }

    /// Ends the doubt of a parcel: it was sent, or its people shall be sent to again.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn resolve(&mut self, parcel: &Parcel, was_sent: bool, now: i64) -> Result<(), LedgerError> {
        self.write("decide a doubt", |it| {
            it.execute(
                "UPDATE parcels SET status = 'answered', reply = 'decided by a person' WHERE id = ?1",
                [parcel.id.0],
            )?;
            let state = if was_sent { RecipientState::Accepted } else { RecipientState::Deferred };
            for person in &parcel.people {
                let verdict = Verdict {
                    contact: person.contact.clone(),
                    seq: person.seq,
                    state,
                    status: None,
                    reply: Some("decided by a person".to_owned()),
                };
                set_state(it, parcel.request, parcel.channel, &verdict, if was_sent { now } else { 0 })?;
            }
            Ok(())
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
                    "UPDATE recipients SET state = ?4, at = ?5
                     WHERE request_id = ?1 AND channel = ?2 AND state = ?3 AND tries >= ?6",
                )?
                .execute(params![
                    request.0,
                    channel.as_str(),
                    RecipientState::Deferred.code(),
                    RecipientState::Refused.code(),
                    now,
                    tries_max
                ])?;
            let tired = i64::try_from(tired).unwrap_or(i64::MAX);
            super::recipients::bump(it, request, channel, RecipientState::Deferred, -tired)?;
            super::recipients::bump(it, request, channel, RecipientState::Refused, tired)
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
                "UPDATE recipients SET at = 0 WHERE request_id = ?1 AND state = ?2",
                params![request.0, RecipientState::Deferred.code()],
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
                super::recipients::bump(it, request, channel, RecipientState::Refused, -moved)?;
                super::recipients::bump(it, request, channel, RecipientState::Deferred, moved)?;
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

fn leave(
    it: &rusqlite::Connection,
    request: RequestId,
    channel: Channel,
    n: u32,
    people: Vec<RecipientRow>,
    now: i64,
    name: &impl Fn(u32) -> (String, String),
) -> Result<Parcel, rusqlite::Error> {
    let (envelope_id, message_id) = name(n);
    it.prepare_cached(
        "INSERT INTO parcels (request_id, channel, n, envelope_id, message_id, status, recipients, left_at)
         VALUES (?1, ?2, ?3, ?4, ?5, 'leaving', ?6, ?7)",
    )?
    .execute(params![request.0, channel.as_str(), n, envelope_id, message_id, people.len(), now])?;
    let id = ParcelId(it.last_insert_rowid());
    it.prepare_cached("INSERT OR IGNORE INTO message_ids VALUES (?1, ?2, 'dispatch')")?
        .execute(params![message_id, request.0])?;
    let mut update = it.prepare_cached(
        "UPDATE recipients SET state = ?5, parcel = ?6, tries = tries + 1, at = ?7
         WHERE request_id = ?1 AND channel = ?2 AND contact = ?3 AND seq = ?4",
    )?;
    for person in &people {
        update.execute(params![
            request.0,
            channel.as_str(),
            person.contact,
            person.seq,
            RecipientState::Leaving.code(),
            id.0,
            now
        ])?;
        super::recipients::bump(it, request, channel, person.state, -1)?;
    }
    super::recipients::bump(it, request, channel, RecipientState::Leaving, i64::try_from(people.len()).unwrap_or(0))?;
    Ok(Parcel { id, request, channel, n, envelope_id, message_id, people })
}

/// Sets the state that our own server's verdict (or a person's) gives, which may also go back to be tried again.
fn set_state(
    it: &rusqlite::Connection,
    request: RequestId,
    channel: Channel,
    verdict: &Verdict,
    at: i64,
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
    super::recipients::bump(it, request, channel, old, -1)?;
    super::recipients::bump(it, request, channel, verdict.state, 1)
}
