//! Reading mails: list a range, read bodies in ranges, large ones in pieces straight to a file; count what came against
//! what was asked.

use std::collections::HashMap;

use async_imap::imap_proto::{AttributeValue, MessageSection, Response, SectionPath};
use tokio::{fs::File, io::AsyncWriteExt};

use super::{Imap, words};
use crate::mailbox::{Body, Budget, Fingerprint, Mail, MailboxError, Seen, Unread, Why};

/// A large mail is read in pieces of this size: the library holds one of them.
const PIECE: u64 = 1 << 20;

/// More pieces than any mail has (10 GB): a server that gives a full piece each time is broken.
const PIECES_MAX: u64 = 10_240;

/// Headers of so many mails in one command.
const HEADERS_AT_ONCE: usize = 500;

/// Exchange's own text in place of a mail that it cannot convert.
const SUBSTITUTE: &[u8] = b"\nSubject: Retrieval using the IMAP4 protocol failed for the following message";

/// Where that subject stands at the latest.
const SUBSTITUTE_WITHIN: usize = 8 * 1024;

impl Imap {
    /// Lists what stands after a number, unless it is listed already.
    pub(super) async fn list_after(&mut self, last_uid: u32) -> Result<(), MailboxError> {
        while self.listed.front().is_some_and(|it| it.uid <= last_uid) {
            self.listed.pop_front();
            self.listed_after = last_uid;
        }
        if !self.listed.is_empty() && self.listed_after == last_uid {
            return Ok(());
        }
        let Some(first) = last_uid.checked_add(1) else { return Ok(()) };
        // A server may list only what it has told of; NOOP makes it look (RFC 3501, 6.1.2).
        self.talk.run("NOOP", "asking for news", 0, |_| {}).await?;
        self.talk.news = false;
        let mut listed = self.list(&format!("{first}:*")).await?;
        // `n:*` names the last mail even when its number is lower (RFC 3501, 6.4.8).
        listed.retain(|it| it.uid > last_uid);
        if let Some(highest) = listed.last() {
            self.uid_next = self.uid_next.max(highest.uid.saturating_add(1));
        }
        self.listed = listed.into();
        self.listed_after = last_uid;
        Ok(())
    }

    /// The mails of a set, in the order of their numbers.
    pub(super) async fn list(&mut self, set: &str) -> Result<Vec<Seen>, MailboxError> {
        let uid_validity = self.uid_validity;
        let mut found: Vec<Seen> = Vec::new();
        let line = format!("UID FETCH {set} (UID FLAGS INTERNALDATE RFC822.SIZE)");
        self.talk.run(&line, "listing new mail", 0, |response| found.extend(seen_of(response, uid_validity))).await?;
        found.sort_by_key(|it| it.uid);
        found.dedup_by_key(|it| it.uid);
        Ok(found)
    }

    /// The first of the listed mails that fit into the budget; always one.
    pub(super) fn choose(&self, budget: &Budget) -> Vec<Seen> {
        let mut bytes = 0_u64;
        self.listed
            .iter()
            .take(budget.mails.max(1))
            .enumerate()
            .take_while(|(count, it)| {
                bytes = bytes.saturating_add(it.size);
                *count == 0 || bytes <= budget.bytes
            })
            .map(|(_, it)| it.clone())
            .collect()
    }

    /// Reads listed mails. Each comes back either with its bytes or with the reason why not.
    pub(super) async fn read(
        &mut self,
        listed: &[Seen],
        budget: &Budget,
    ) -> Result<(Vec<Mail>, Vec<Unread>), MailboxError> {
        self.talk.expect_bodies_of(budget.in_memory_max);
        let small: Vec<&Seen> = listed.iter().filter(|it| it.size <= budget.in_memory_max).collect();
        let mut bodies = self.read_small(&small).await?;
        let (mut mails, mut unread) = (Vec::with_capacity(listed.len()), Vec::new());
        let mut nothing = Vec::new();
        for seen in listed {
            let body = if seen.size <= budget.in_memory_max {
                bodies.remove(&seen.uid).filter(|it| !it.is_empty()).map(Body::Bytes)
            } else {
                self.read_large(seen, budget).await?
            };
            match body {
                Some(Body::Bytes(bytes)) if is_substitute(&bytes) => {
                    unread.push(Unread { seen: seen.clone(), why: Why::Substitute });
                }
                Some(body) => mails.push(Mail { seen: seen.clone(), body }),
                None => nothing.push(seen.clone()),
            }
        }
        unread.extend(self.why_nothing(nothing).await?);
        Ok((mails, unread))
    }

    async fn read_small(&mut self, listed: &[&Seen]) -> Result<HashMap<u32, Vec<u8>>, MailboxError> {
        let uids: Vec<u32> = listed.iter().map(|it| it.uid).collect();
        let bytes: u64 = listed.iter().map(|it| it.size).sum();
        let mut bodies: HashMap<u32, Vec<u8>> = HashMap::with_capacity(uids.len());
        for set in words::uid_sets(&uids) {
            let line = format!("UID FETCH {set} (UID BODY.PEEK[])");
            self.talk
                .run(&line, "reading mail", bytes.max(1), |response| {
                    if let (Some(uid), Some(body)) = (uid_of(response), body_of(response)) {
                        bodies.insert(uid, body.to_vec());
                    }
                })
                .await?;
        }
        Ok(bodies)
    }

    /// A large mail, piece by piece, into the spool; none if the first piece is empty.
    async fn read_large(&mut self, seen: &Seen, budget: &Budget) -> Result<Option<Body>, MailboxError> {
        let path = budget.spool.join(format!("{}-{}.eml", seen.uid_validity, seen.uid));
        let failed = |source| MailboxError::File { path: path.clone(), doing: "cannot keep a large mail", source };
        let mut file = File::create(&path).await.map_err(failed)?;
        let mut offset = 0_u64;
        for _ in 0..PIECES_MAX {
            let piece = self.read_piece(seen.uid, offset).await?;
            file.write_all(&piece).await.map_err(failed)?;
            offset += piece.len() as u64;
            if (piece.len() as u64) < PIECE {
                break;
            }
        }
        file.sync_all().await.map_err(failed)?;
        if offset == 0 {
            tokio::fs::remove_file(&path).await.map_err(failed)?;
            return Ok(None);
        }
        Ok(Some(Body::File(path)))
    }

    async fn read_piece(&mut self, uid: u32, offset: u64) -> Result<Vec<u8>, MailboxError> {
        let line = format!("UID FETCH {uid} (UID BODY.PEEK[]<{offset}.{PIECE}>)");
        let mut piece = Vec::new();
        self.talk
            .run(&line, "reading a large mail", PIECE, |response| {
                if let (Some(it), Some(body)) = (uid_of(response), body_of(response))
                    && it == uid
                {
                    piece = body.to_vec();
                }
            })
            .await?;
        Ok(piece)
    }

    /// Nothing came for these: are they still listed?
    async fn why_nothing(&mut self, seen: Vec<Seen>) -> Result<Vec<Unread>, MailboxError> {
        let uids: Vec<u32> = seen.iter().map(|it| it.uid).collect();
        let mut still = Vec::new();
        for set in words::uid_sets(&uids) {
            still.extend(self.list(&set).await?.iter().map(|it| it.uid));
        }
        let why = |uid: u32| if still.contains(&uid) { Why::Nothing } else { Why::Gone };
        Ok(seen.into_iter().map(|seen| Unread { why: why(seen.uid), seen }).collect())
    }

    /// Numbers that were asked for and are not listed any more.
    pub(super) fn gone(&self, uids: &[u32], listed: &[Seen]) -> Vec<Unread> {
        uids.iter()
            .filter(|uid| !listed.iter().any(|it| it.uid == **uid))
            .map(|uid| Unread {
                seen: Seen {
                    uid_validity: self.uid_validity,
                    uid: *uid,
                    internal_date: jiff::Timestamp::UNIX_EPOCH,
                    size: 0,
                    is_read: false,
                },
                why: Why::Gone,
            })
            .collect()
    }

    /// See [`crate::mailbox::Mailbox::fingerprints`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub async fn fingerprints(&mut self, first: u32, last: u32) -> Result<Vec<Fingerprint>, MailboxError> {
        let listed = self.list(&format!("{first}:{last}")).await?;
        let mut found = Vec::with_capacity(listed.len());
        for part in listed.chunks(HEADERS_AT_ONCE) {
            let uids: Vec<u32> = part.iter().map(|it| it.uid).collect();
            for set in words::uid_sets(&uids) {
                let line = format!("UID FETCH {set} (UID RFC822.SIZE BODY.PEEK[HEADER])");
                self.talk.run(&line, "reading headers", 0, |response| found.extend(fingerprint_of(response))).await?;
            }
        }
        found.sort_by_key(|it| it.uid);
        Ok(found)
    }
}

fn attributes<'a>(response: &'a Response<'a>) -> &'a [AttributeValue<'a>] {
    if let Response::Fetch(_, attributes) = response { attributes } else { &[] }
}

/// The number in a FETCH answer.
pub(super) fn uid_of(response: &Response<'_>) -> Option<u32> {
    attributes(response).iter().find_map(|it| if let AttributeValue::Uid(uid) = it { Some(*uid) } else { None })
}

fn size_of(response: &Response<'_>) -> Option<u32> {
    attributes(response)
        .iter()
        .find_map(|it| if let AttributeValue::Rfc822Size(size) = it { Some(*size) } else { None })
}

fn body_of<'a>(response: &'a Response<'a>) -> Option<&'a [u8]> {
    attributes(response).iter().find_map(|it| {
        let AttributeValue::BodySection { section: None, data: Some(data), .. } = it else { return None };
        Some(data.as_ref())
    })
}

/// A listing line; a flag change that a person made meanwhile has no size and is none.
fn seen_of(response: &Response<'_>, uid_validity: u32) -> Option<Seen> {
    let (uid, size) = (uid_of(response)?, size_of(response)?);
    let date = attributes(response)
        .iter()
        .find_map(|it| if let AttributeValue::InternalDate(text) = it { words::internal_date(text) } else { None });
    let is_read = attributes(response).iter().any(|it| {
        if let AttributeValue::Flags(flags) = it {
            flags.iter().any(|flag| flag.eq_ignore_ascii_case("\\Seen"))
        } else {
            false
        }
    });
    let internal_date = date.unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    Some(Seen { uid_validity, uid, internal_date, size: u64::from(size), is_read })
}

fn fingerprint_of(response: &Response<'_>) -> Option<Fingerprint> {
    let uid = uid_of(response)?;
    let size = u64::from(size_of(response)?);
    attributes(response).iter().find_map(|it| {
        let AttributeValue::BodySection { section: Some(section), data: Some(data), .. } = it else { return None };
        (*section == SectionPath::Full(MessageSection::Header)).then(|| Fingerprint::of_header(uid, size, data))
    })
}

fn is_substitute(bytes: &[u8]) -> bool {
    let head = bytes.get(..SUBSTITUTE_WITHIN).unwrap_or(bytes);
    memchr::memmem::find(head, SUBSTITUTE).is_some() || head.starts_with(SUBSTITUTE.get(1..).unwrap_or_default())
}
