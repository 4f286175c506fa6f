//! The people of a request, one row each, and the running counts by which nobody has to count them.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Ledger, LedgerError, ParcelId};
use crate::office::{Channel, RecipientState, RequestId};

/// A person to be written down.
#[derive(Debug, Clone)]
pub struct NewRecipient {
    /// Address or phone in the form in which it is compared.
    pub contact: String,
    /// Place in the list; tells apart two people who share a contact.
    pub seq: u32,
    /// The row as the spreadsheet program numbers it.
    pub row: u32,
    /// The name, where the list gives one.
    pub name: Option<String>,
    /// For per-person messages: the values of the row, as a JSON object of column to text.
    pub data: Option<String>,
}

/// People to be written down, told one by one: a million of them need not be in memory for it.
pub struct People<'a>(Box<dyn Fn() -> Told<'a> + 'a>);

type Told<'a> = Box<dyn Iterator<Item = NewRecipient> + 'a>;

impl<'a> People<'a> {
    /// The people that `tell` tells, the same ones each time.
    #[must_use]
    pub fn told_by(tell: impl Fn() -> Told<'a> + 'a) -> Self {
        Self(Box::new(tell))
    }
}

impl From<Vec<NewRecipient>> for People<'_> {
    fn from(people: Vec<NewRecipient>) -> Self {
        Self(Box::new(move || Box::new(people.clone().into_iter())))
    }
}

impl std::fmt::Debug for People<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("People").finish_non_exhaustive()
    }
}

/// A person in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipientRow {
    /// Address or phone.
    pub contact: String,
    /// Place in the list.
    pub seq: u32,
    /// The row as the spreadsheet program numbers it.
    pub row: u32,
    /// The name.
    pub name: Option<String>,
    /// The values of the row, as JSON.
    pub data: Option<String>,
    /// What is known.
    pub state: RecipientState,
    /// The enhanced status code (RFC 3463), where one came.
    pub status: Option<String>,
    /// What the other side said.
    pub note: Option<String>,
}

/// Whose fate is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose<'a> {
    /// The first so many people of the list.
    First(u32),
    /// The person of this contact, as the ledger writes it.
    Named(&'a str),
}

/// A person in the ledger, and when what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimedRecipient {
    /// The person.
    pub person: RecipientRow,
    /// When the parcel left, seconds since 1970.
    pub left_at: Option<i64>,
    /// When the last was heard, seconds since 1970.
    pub heard_at: Option<i64>,
}

/// News of one person: from a receipt, a report or the final answer of our own server.
#[derive(Debug, Clone)]
pub struct News {
    /// Address or phone in the form in which it is compared.
    pub contact: String,
    /// What is known now.
    pub state: RecipientState,
    /// The enhanced status code.
    pub status: Option<String>,
    /// What the other side said.
    pub note: Option<String>,
}

/// How many people of a channel are in each state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    counts: Vec<(RecipientState, u64)>,
}

impl Tally {
    /// How many are in this state.
    #[must_use]
    pub fn of(&self, state: RecipientState) -> u64 {
        self.counts.iter().find(|(it, _)| *it == state).map_or(0, |(_, n)| *n)
    }

    /// How many are in one of these states.
    #[must_use]
    pub fn of_any(&self, states: &[RecipientState]) -> u64 {
        states.iter().map(|it| self.of(*it)).sum()
    }

    /// All people.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.iter().map(|(_, n)| n).sum()
    }

    /// How many still have to leave.
    #[must_use]
    pub fn to_send(&self) -> u64 {
        self.of_any(&[RecipientState::Waiting, RecipientState::Leaving, RecipientState::Deferred])
    }

    /// How many are settled: nothing better can be waited for.
    #[must_use]
    pub fn settled(&self) -> u64 {
        self.counts.iter().filter(|(state, _)| state.is_final()).map(|(_, n)| n).sum()
    }
}

const COLUMNS: &str = "contact, seq, row, name, data, state, status, note";

pub(super) fn recipient_row(row: &Row<'_>) -> Result<RecipientRow, rusqlite::Error> {
    let code: u8 = row.get(5)?;
    Ok(RecipientRow {
        contact: row.get(0)?,
        seq: row.get(1)?,
        row: row.get(2)?,
        name: row.get(3)?,
        data: row.get(4)?,
        state: RecipientState::from_code(code).unwrap_or(RecipientState::InDoubt),
        status: row.get(6)?,
        note: row.get(7)?,
    })
}

/// More people than this are brought into their order on the disk.
const SORTED_IN_MEMORY: usize = 10_000;

/// Writes the people of one channel, in the order of their contacts, replacing those that were there.
pub(super) fn replace_recipients(
    it: &Connection,
    request: RequestId,
    channel: Channel,
    people: &People<'_>,
) -> Result<(), rusqlite::Error> {
    it.prepare_cached("DELETE FROM recipients WHERE request_id = ?1 AND channel = ?2")?
        .execute(params![request.0, channel.as_str()])?;
    it.prepare_cached("DELETE FROM tallies WHERE request_id = ?1 AND channel = ?2")?
        .execute(params![request.0, channel.as_str()])?;
    let mut people = (people.0)();
    let mut first: Vec<NewRecipient> = people.by_ref().take(SORTED_IN_MEMORY).collect();
    let written = if first.len() < SORTED_IN_MEMORY {
        first.sort_unstable_by(|a, b| (&a.contact, a.seq).cmp(&(&b.contact, b.seq)));
        insert_sorted(it, (request, channel), &first)?
    } else {
        insert_many(it, (request, channel), first.into_iter().chain(people))?
    };
    bump(it, request, channel, RecipientState::Waiting, i64::try_from(written).unwrap_or(i64::MAX))
}

/// Writes people who are in the order of their contacts.
fn insert_sorted(
    it: &Connection,
    (request, channel): (RequestId, Channel),
    people: &[NewRecipient],
) -> Result<usize, rusqlite::Error> {
    let mut insert = it.prepare_cached(
        "INSERT INTO recipients (request_id, channel, contact, seq, row, name, data, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for person in people {
        insert.execute(params![
            request.0,
            channel.as_str(),
            person.contact,
            person.seq,
            person.row,
            person.name,
            person.data,
            RecipientState::Waiting.code()
        ])?;
    }
    Ok(people.len())
}

/// Writes people in any order and of any number: SQLite sorts them in files of its own, a part at a time in memory.
/// Written in the order of a list, a million rows would take ten times as long.
fn insert_many(
    it: &Connection,
    (request, channel): (RequestId, Channel),
    people: impl Iterator<Item = NewRecipient>,
) -> Result<usize, rusqlite::Error> {
    it.execute_batch(
        "DROP TABLE IF EXISTS temp.incoming;
         CREATE TABLE temp.incoming (contact TEXT, seq INTEGER, row INTEGER, name TEXT, data TEXT)",
    )?;
    {
        let mut insert = it.prepare("INSERT INTO temp.incoming VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for person in people {
            insert.execute(params![person.contact, person.seq, person.row, person.name, person.data])?;
        }
    }
    let written = it
        .prepare(
            "INSERT INTO recipients (request_id, channel, contact, seq, row, name, data, state)
             SELECT ?1, ?2, contact, seq, row, name, data, ?3 FROM temp.incoming ORDER BY contact, seq",
        )?
        .execute(params![request.0, channel.as_str(), RecipientState::Waiting.code()])?;
    it.execute_batch("DROP TABLE temp.incoming")?;
    Ok(written)
}

/// Adds to a running count.
pub(super) fn bump(
    it: &Connection,
    request: RequestId,
    channel: Channel,
    state: RecipientState,
    by: i64,
) -> Result<(), rusqlite::Error> {
    if by == 0 {
        return Ok(());
    }
    it.prepare_cached(
        "INSERT INTO tallies VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (request_id, channel, state) DO UPDATE SET n = n + excluded.n",
    )?
    .execute(params![request.0, channel.as_str(), state.code(), by])
    .map(drop)
}

/// Brings a row forward by news; returns whether anything changed.
pub(super) fn advance(
    it: &Connection,
    request: RequestId,
    channel: Channel,
    person: &RecipientRow,
    news: &News,
    now: i64,
) -> Result<bool, rusqlite::Error> {
    let next = person.state.after(news.state);
    if next == person.state {
        return Ok(false);
    }
    it.prepare_cached(
        "UPDATE recipients SET state = ?5, status = coalesce(?6, status), note = coalesce(?7, note), at = ?8
         WHERE request_id = ?1 AND channel = ?2 AND contact = ?3 AND seq = ?4",
    )?
    .execute(params![
        request.0,
        channel.as_str(),
        person.contact,
        person.seq,
        next.code(),
        news.status,
        news.note,
        now
    ])?;
    bump(it, request, channel, person.state, -1)?;
    bump(it, request, channel, next, 1)?;
    remember_bounce(it, news, now)?;
    Ok(true)
}

/// An address that bounced for good is remembered until a message reaches it.
pub(super) fn remember_bounce(it: &rusqlite::Connection, news: &News, now: i64) -> Result<(), rusqlite::Error> {
    if matches!(news.state, RecipientState::Failed | RecipientState::Refused) && is_hard(news) {
        it.prepare_cached("INSERT OR REPLACE INTO hard_bounces VALUES (?1, ?2, ?3)")?.execute(params![
            news.contact,
            now,
            news.note
        ])?;
    } else if matches!(news.state, RecipientState::Delivered | RecipientState::Read) {
        it.prepare_cached("DELETE FROM hard_bounces WHERE contact = ?1")?.execute([&news.contact])?;
    }
    Ok(())
}

pub(super) fn people_at(
    it: &rusqlite::Connection,
    request: RequestId,
    channel: Channel,
    contact: &str,
) -> Result<Vec<RecipientRow>, rusqlite::Error> {
    it.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM recipients WHERE request_id = ?1 AND channel = ?2 AND contact = ?3"
    ))?
    .query_map(params![request.0, channel.as_str(), contact], recipient_row)?
    .collect()
}

impl Ledger {
    /// Takes news of people of a request; returns how many of them are people of this request, and how many
    /// rows changed. Repeated and late news change nothing.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn take_news(
        &mut self,
        request: RequestId,
        channel: Channel,
        news: &[News],
        now: i64,
    ) -> Result<(u64, u64), LedgerError> {
        self.write("write down news of recipients", |it| {
            let (mut known, mut changed) = (0, 0);
            for one in news {
                for person in people_at(it, request, channel, &one.contact)? {
                    known += 1;
                    // Nobody can have received what never left: such news are of another sending.
                    if matches!(person.state, RecipientState::Waiting | RecipientState::Cancelled) {
                        continue;
                    }
                    changed += u64::from(advance(it, request, channel, &person, one, now)?);
                }
            }
            Ok((known, changed))
        })
    }

    /// How many people of a channel are in each state.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn tally(&self, request: RequestId, channel: Channel) -> Result<Tally, LedgerError> {
        self.read("count recipients", |it| {
            let counts = it
                .prepare_cached("SELECT state, n FROM tallies WHERE request_id = ?1 AND channel = ?2 AND n > 0")?
                .query_map(params![request.0, channel.as_str()], |row| {
                    Ok((row.get::<_, u8>(0)?, row.get::<_, u64>(1)?))
                })?
                .collect::<Result<Vec<_>, _>>()?;
            let named = |(code, n): (u8, u64)| RecipientState::from_code(code).map(|state| (state, n));
            Ok(Tally { counts: counts.into_iter().filter_map(named).collect() })
        })
    }

    /// The people of a channel in the order of their contacts, from `after` (exclusive), at most `max`.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn people(
        &self,
        request: RequestId,
        channel: Channel,
        after: Option<(&str, u32)>,
        max: u32,
    ) -> Result<Vec<RecipientRow>, LedgerError> {
        let (contact, seq) = after.map_or(("", -1), |(contact, seq)| (contact, i64::from(seq)));
        self.read("list recipients", |it| {
            it.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM recipients
                 WHERE request_id = ?1 AND channel = ?2 AND (contact, seq) > (?3, ?4)
                 ORDER BY contact, seq LIMIT ?5"
            ))?
            .query_map(params![request.0, channel.as_str(), contact, seq, max], recipient_row)?
            .collect()
        })
    }

    /// Tells of the people of a channel with their times, one after the other: a million of them need not be in memory.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn each_with_times(
        &self,
        request: RequestId,
        channel: Channel,
        whose: Whose<'_>,
        tell: &mut dyn FnMut(TimedRecipient),
    ) -> Result<(), LedgerError> {
        const ALL: &str = "SELECT contact, seq, row, name, data, state, r.status, note, left_at, at FROM recipients r
             LEFT JOIN parcels p ON p.id = r.parcel WHERE r.request_id = ?1 AND r.channel = ?2";
        self.read("list recipients and times", |it| {
            let mut statement;
            let mut rows = match whose {
                Whose::First(max) => {
                    statement = it.prepare_cached(&format!("{ALL} ORDER BY contact, seq LIMIT ?3"))?;
                    statement.query(params![request.0, channel.as_str(), max])?
                }
                Whose::Named(contact) => {
                    statement = it.prepare_cached(&format!("{ALL} AND contact = ?3 ORDER BY seq"))?;
                    statement.query(params![request.0, channel.as_str(), contact])?
                }
            };
            while let Some(row) = rows.next()? {
                tell(TimedRecipient { person: recipient_row(row)?, left_at: row.get(8)?, heard_at: row.get(9)? });
            }
            Ok(())
        })
    }

    /// The people of a channel who have a contact, for a receipt or a report line.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn people_of(
        &self,
        request: RequestId,
        channel: Channel,
        contact: &str,
    ) -> Result<Vec<RecipientRow>, LedgerError> {
        self.read("look up a recipient", |it| people_at(it, request, channel, contact))
    }

    /// The protocols of requests since `since` whose package with this number is at the call center.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn at_call_center(&self, contact: &str, since: i64) -> Result<Vec<String>, LedgerError> {
        self.read("look whose package holds a number", |it| {
            it.prepare_cached(
                "SELECT q.protocol FROM requests q
                 CROSS JOIN recipients r ON r.request_id = q.id AND r.channel = ?1 AND r.contact = ?2
                 WHERE q.open = 1 AND q.created_at >= ?3 AND r.state NOT IN (?4, ?5)",
            )?
            .query_map(
                params![
                    Channel::Whatsapp.as_str(),
                    contact,
                    since,
                    RecipientState::Waiting.code(),
                    RecipientState::Cancelled.code()
                ],
                |row| row.get(0),
            )?
            .collect()
        })
    }

    /// The people of a parcel who are on the way or in doubt.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn in_parcel(&self, parcel: ParcelId) -> Result<Vec<RecipientRow>, LedgerError> {
        self.read("list the people of a parcel", |it| {
            it.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM recipients INDEXED BY recipients_open
                 WHERE parcel = ?1 AND state IN (1, 3) ORDER BY contact, seq"
            ))?
            .query_map([parcel.0], recipient_row)?
            .collect()
        })
    }

    /// Keeps people out of general notices from now on.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn opt_out(&mut self, contacts: &[String], now: i64) -> Result<(), LedgerError> {
        self.write("keep an opt-out", |it| {
            for contact in contacts {
                it.execute("INSERT OR IGNORE INTO opt_outs VALUES (?1, ?2)", params![contact, now])?;
            }
            Ok(())
        })
    }

    /// Writes to a contact again; says whether it had asked not to be written to.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn opt_back(&mut self, contact: &str) -> Result<bool, LedgerError> {
        self.write("end an opt-out", |it| Ok(it.execute("DELETE FROM opt_outs WHERE contact = ?1", [contact])? > 0))
    }

    /// Whether a contact asked not to be written to.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn has_opted_out(&self, contact: &str) -> Result<bool, LedgerError> {
        self.read("look up an opt-out", |it| {
            it.prepare_cached("SELECT 1 FROM opt_outs WHERE contact = ?1")?.exists([contact])
        })
    }

    /// Those of these contacts that bounced for good (their place among them, and when), and how many of them asked
    /// not to be written to.
    ///
    /// # Errors
    /// [`LedgerError::Database`].
    pub fn known_of(
        &self,
        contacts: impl Iterator<Item = impl AsRef<str>>,
    ) -> Result<(Vec<(usize, i64)>, u64), LedgerError> {
        self.read("look up bounces and opt-outs", |it| {
            let none =
                |table| it.query_row(&format!("SELECT NOT EXISTS (SELECT 1 FROM {table})"), [], |row| row.get(0));
            let (no_bounces, no_opt_outs): (bool, bool) = (none("hard_bounces")?, none("opt_outs")?);
            if no_bounces && no_opt_outs {
                return Ok((Vec::new(), 0));
            }
            let mut bounced = it.prepare_cached("SELECT at FROM hard_bounces WHERE contact = ?1")?;
            let mut opted_out = it.prepare_cached("SELECT 1 FROM opt_outs WHERE contact = ?1")?;
            let (mut found, mut out) = (Vec::new(), 0);
            for (index, contact) in contacts.enumerate() {
                let contact = contact.as_ref();
                let at: Option<i64> = bounced.query_row([contact], |row| row.get(0)).optional()?;
                found.extend(at.map(|at| (index, at)));
                out += u64::from(opted_out.exists([contact])?);
            }
            Ok((found, out))
        })
    }
}

/// Whether the recipient's address itself is bad (RFC 3463: 5.1.x, but 5.1.7 and 5.1.8 speak of the sender's), not only
/// its mailbox full.
fn is_hard(news: &News) -> bool {
    news.status.as_deref().is_some_and(|it| it.starts_with("5.1.") && !matches!(it, "5.1.7" | "5.1.8"))
}
