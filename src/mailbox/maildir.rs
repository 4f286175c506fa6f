//! A mailbox in a folder (Maildir, folders as Maildir++): the embedded world of `demo`, tests, and a delivery agent
//! that leaves mail in files.
//!
//! ```text
//! new/NAME  cur/NAME:2,FLAGS     mails; NAME never changes
//! .Processados/cur/NAME:2,       what was moved there
//! carteiro-uids                  `V1 <validity>`, then `<number> <NAME>` a line: numbers are given once and kept
//! ```
//!
//! A number is in the index, synced, before the mail it belongs to is handed out. A torn last line of the index is
//! dropped: its mail gets its number anew.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs::{self, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use jiff::Timestamp;
use tokio::time::{Instant, sleep};

use super::{
    Arrival, Batch, Body, Budget, Fingerprint, Mail, MailboxError, Position, Role, Seen, Unread, WAIT_MAX, Why, Woken,
};
use crate::{office::MessageId, wire::files};

/// The index of numbers.
const INDEX: &str = "carteiro-uids";

/// How often the folder is looked at while waiting.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// A header block does not end later in any mail a person sent.
const HEADER_MAX: u64 = 256 * 1024;

/// An open Maildir.
#[derive(Debug)]
pub struct Maildir {
    root: PathBuf,
    name: String,
    role: Role,
    uid_validity: u32,
    uids: HashMap<String, u32>,
    next_uid: u32,
    looked_at: Option<(SystemTime, SystemTime)>,
    /// Listed and not handed out yet, so that a backlog is listed once and not once a batch.
    listed: BTreeMap<u32, Standing>,
    listed_after: u32,
    /// Where those stood that were handed out, until they are moved.
    handed: BTreeMap<u32, PathBuf>,
}

/// A mail that stands in the folder now.
#[derive(Debug)]
struct Standing {
    path: PathBuf,
    size: u64,
    modified: SystemTime,
    is_read: bool,
}

impl Maildir {
    /// Opens a Maildir; its parts are made if they are missing.
    ///
    /// # Errors
    /// [`MailboxError::File`].
    pub fn open(root: &Path, name: &str, role: Role) -> Result<Self, MailboxError> {
        make(root).map_err(|source| file_error(root, "cannot make the folder", source))?;
        let path = root.join(INDEX);
        let index = Index::load(&path).map_err(|source| file_error(&path, "cannot read the index", source))?;
        Ok(Self {
            root: root.to_owned(),
            name: name.to_owned(),
            role,
            uid_validity: index.uid_validity,
            uids: index.uids,
            next_uid: index.next_uid,
            looked_at: None,
            listed: BTreeMap::new(),
            listed_after: 0,
            handed: BTreeMap::new(),
        })
    }

    /// Puts a mail into `new/` of a Maildir, as a delivery agent does. Gives its name.
    ///
    /// # Errors
    /// The disk does not take it; nothing half-written is ever seen.
    pub fn deliver(root: &Path, raw: &[u8]) -> io::Result<String> {
        make(root)?;
        let name = files::unique_name();
        files::write_beside_then_rename(&root.join("tmp"), &root.join("new").join(&name), raw)?;
        Ok(name)
    }

    /// See [`super::Mailbox::end`].
    ///
    /// # Errors
    /// [`MailboxError::File`].
    pub fn end(&mut self) -> Result<Position, MailboxError> {
        self.scan()?;
        Ok(Position { uid_validity: self.uid_validity, last_uid: self.next_uid.saturating_sub(1) })
    }

    /// See [`super::Mailbox::new_since`].
    ///
    /// # Errors
    /// [`MailboxError::File`].
    pub fn new_since(&mut self, since: Position, budget: &Budget) -> Result<Arrival, MailboxError> {
        if since.uid_validity != self.uid_validity {
            return Ok(Arrival::Renumbered { now: self.end()? });
        }
        let is_listed = !self.listed.is_empty() && self.listed_after == since.last_uid;
        let mut listed = if is_listed { std::mem::take(&mut self.listed) } else { self.scan_after(since.last_uid)? };
        let mut batch = Batch { mails: Vec::new(), unread: Vec::new(), position: since, more: false };
        let mut bytes = 0_u64;
        while let Some((uid, it)) = listed
            .first_entry()
            .filter(|next| {
                let size = next.get().size;
                batch.mails.is_empty()
                    || (batch.mails.len() < budget.mails && bytes.saturating_add(size) <= budget.bytes)
            })
            .map(|next| next.remove_entry())
        {
            bytes = bytes.saturating_add(it.size);
            self.read_into(&mut batch, uid, &it, budget)?;
            batch.position.last_uid = uid;
        }
        if is_listed && batch.unread.iter().any(|it| it.why == Why::Gone) {
            // Somebody may have read it meanwhile, which gives it another name: what stands there now counts.
            self.listed.clear();
            return self.new_since(since, budget);
        }
        batch.more = !listed.is_empty();
        (self.listed, self.listed_after) = (listed, batch.position.last_uid);
        Ok(Arrival::Batch(batch))
    }

    /// See [`super::Mailbox::fetch`].
    ///
    /// # Errors
    /// [`MailboxError::File`].
    pub fn fetch(&mut self, uids: &[u32], budget: &Budget) -> Result<Batch, MailboxError> {
        let standing = self.scan()?;
        let last_uid = uids.iter().copied().max().unwrap_or(0);
        let position = Position { uid_validity: self.uid_validity, last_uid };
        let mut batch = Batch { mails: Vec::new(), unread: Vec::new(), position, more: false };
        for uid in uids {
            match standing.get(uid) {
                Some(it) => self.read_into(&mut batch, *uid, it, budget)?,
                None => batch.unread.push(Unread { seen: self.seen(*uid, None), why: Why::Gone }),
            }
        }
        Ok(batch)
    }

    /// What was moved away has its number no longer: brought back it is new, as in any mailbox.
    fn forget(&mut self, uid: u32) {
        let Some(path) = self.handed.remove(&uid) else { return };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.uids.remove(name.split_once(":2,").map_or(name.as_str(), |(base, _)| base));
    }

    fn read_into(&mut self, batch: &mut Batch, uid: u32, it: &Standing, budget: &Budget) -> Result<(), MailboxError> {
        let seen = self.seen(uid, Some(it));
        match self.body(uid, it, budget) {
            Ok(Some(body)) => {
                if self.role == Role::Requests {
                    self.handed.insert(uid, it.path.clone());
                }
                batch.mails.push(Mail { seen, body });
            }
            Ok(None) => batch.unread.push(Unread { seen, why: Why::Nothing }),
            Err(source) if source.kind() == io::ErrorKind::NotFound => {
                batch.unread.push(Unread { seen, why: Why::Gone });
            }
            Err(source) => return Err(file_error(&it.path, "cannot read a mail", source)),
        }
        Ok(())
    }

    fn body(&self, uid: u32, it: &Standing, budget: &Budget) -> io::Result<Option<Body>> {
        if it.size == 0 {
            return Ok(None);
        }
        if it.size <= budget.in_memory_max {
            return Ok(Some(Body::Bytes(fs::read(&it.path)?)));
        }
        let path = budget.spool.join(format!("{}-{uid}.eml", self.uid_validity));
        fs::copy(&it.path, &path)?;
        OpenOptions::new().write(true).open(&path)?.sync_all()?;
        Ok(Some(Body::File(path)))
    }

    fn seen(&self, uid: u32, it: Option<&Standing>) -> Seen {
        Seen {
            uid_validity: self.uid_validity,
            uid,
            internal_date: it.and_then(|it| Timestamp::try_from(it.modified).ok()).unwrap_or(Timestamp::UNIX_EPOCH),
            size: it.map_or(0, |it| it.size),
            is_read: it.is_some_and(|it| it.is_read),
        }
    }

    /// See [`super::Mailbox::fingerprints`].
    ///
    /// # Errors
    /// [`MailboxError::File`].
    pub fn fingerprints(&mut self, first: u32, last: u32) -> Result<Vec<Fingerprint>, MailboxError> {
        let standing = self.scan()?;
        let within = standing.iter().filter(|(uid, _)| (first..=last).contains(*uid));
        within
            .map(|(uid, it)| {
                let head = read_head(&it.path).map_err(|source| file_error(&it.path, "cannot read a mail", source))?;
                Ok(Fingerprint { uid: *uid, size: it.size, ..Fingerprint::of(&head) })
            })
            .collect()
    }

    /// See [`super::Mailbox::create_folder`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub fn create_folder(&mut self, folder: &str) -> Result<(), MailboxError> {
        self.may_change()?;
        let path = self.folder(folder)?;
        make(&path).map_err(|source| file_error(&path, "cannot make the folder", source))
    }

    /// See [`super::Mailbox::move_all`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub fn move_all(&mut self, uids: &[u32], folder: &str) -> Result<(), MailboxError> {
        self.create_folder(folder)?;
        let to = self.folder(folder)?.join("cur");
        let mut left = Vec::new();
        for uid in uids {
            let moved = match self.handed.get(uid) {
                Some(path) => moved(path, &to)?,
                None => false,
            };
            if moved { self.forget(*uid) } else { left.push(*uid) }
        }
        // Somebody read them meanwhile, which gives them other names.
        let standing = if left.is_empty() { BTreeMap::new() } else { self.scan()? };
        for (uid, it) in left.iter().filter_map(|uid| Some((uid, standing.get(uid)?))) {
            if moved(&it.path, &to)? {
                self.forget(*uid);
            }
        }
        let synced = files::sync_parent(&to.join("any")).and_then(|()| files::sync_parent(&self.root.join("new/any")));
        synced.map_err(|source| file_error(&to, "cannot sync the folder", source))
    }

    /// See [`super::Mailbox::append`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub fn append(&mut self, folder: &str, raw: &[u8]) -> Result<(), MailboxError> {
        self.create_folder(folder)?;
        let path = self.folder(folder)?;
        let to = path.join("cur").join(format!("{}:2,S", files::unique_name()));
        files::write_beside_then_rename(&path.join("tmp"), &to, raw)
            .map_err(|source| file_error(&to, "cannot write a mail", source))
    }

    /// See [`super::Mailbox::has_message`].
    ///
    /// # Errors
    /// [`MailboxError`].
    pub fn has_message(&mut self, folder: &str, id: &MessageId) -> Result<bool, MailboxError> {
        let path = self.folder(folder)?;
        let failed = |source| file_error(&path, "cannot look into the folder", source);
        for part in ["cur", "new"] {
            for entry in fs::read_dir(path.join(part)).map_err(failed)? {
                let head = read_head(&entry.map_err(failed)?.path()).map_err(failed)?;
                if has_message_id(&head, id) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// See [`super::Mailbox::wait`].
    ///
    /// # Errors
    /// [`MailboxError::File`].
    pub async fn wait(&mut self, max: Duration) -> Result<Woken, MailboxError> {
        let until = Instant::now() + max.min(WAIT_MAX);
        loop {
            if self.looked_at.is_none() || self.changed_at()? != self.looked_at {
                self.looked_at = self.changed_at()?;
                if self.has_unnumbered()? {
                    return Ok(Woken::News);
                }
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(Woken::Elapsed);
            }
            sleep(left.min(LOOK_EVERY)).await;
        }
    }

    fn has_unnumbered(&self) -> Result<bool, MailboxError> {
        Ok(self.standing(u32::MAX)?.keys().any(|name| !self.uids.contains_key(name)))
    }

    fn changed_at(&self) -> Result<Option<(SystemTime, SystemTime)>, MailboxError> {
        let of = |part: &str| fs::metadata(self.root.join(part)).and_then(|it| it.modified());
        let pair = of("new").and_then(|new| Ok((new, of("cur")?)));
        pair.map(Some).map_err(|source| file_error(&self.root, "cannot look into the folder", source))
    }

    /// What stands in the folder, by number. New mails get theirs, oldest first.
    fn scan(&mut self) -> Result<BTreeMap<u32, Standing>, MailboxError> {
        self.scan_after(0)
    }

    /// The same without what has a number up to `last_uid`: a mailbox full of old mail is only listed.
    fn scan_after(&mut self, last_uid: u32) -> Result<BTreeMap<u32, Standing>, MailboxError> {
        self.looked_at = self.changed_at()?;
        let mut standing = self.standing(last_uid)?;
        let mut fresh: Vec<(SystemTime, String)> = standing
            .iter()
            .filter(|(name, _)| !self.uids.contains_key(*name))
            .map(|(name, it)| (it.modified, name.clone()))
            .collect();
        fresh.sort();
        self.number(fresh.into_iter().map(|(_, name)| name).collect())?;
        let uids = &self.uids;
        Ok(standing.drain().filter_map(|(name, it)| Some((*uids.get(&name)?, it))).collect())
    }

    fn number(&mut self, names: Vec<String>) -> Result<(), MailboxError> {
        if names.is_empty() {
            return Ok(());
        }
        let path = self.root.join(INDEX);
        let lines: String = names.iter().zip(self.next_uid..).map(|(name, uid)| format!("{uid} {name}\n")).collect();
        let written = OpenOptions::new()
            .append(true)
            .open(&path)
            .and_then(|mut file| file.write_all(lines.as_bytes()).and_then(|()| file.sync_all()));
        written.map_err(|source| file_error(&path, "cannot write the index", source))?;
        for name in names {
            self.uids.insert(name, self.next_uid);
            self.next_uid = self.next_uid.saturating_add(1);
        }
        Ok(())
    }

    /// What stands in the folder now, but for mails with a number up to `last_uid`.
    fn standing(&self, last_uid: u32) -> Result<HashMap<String, Standing>, MailboxError> {
        let mut found = HashMap::new();
        for part in ["new", "cur"] {
            let folder = self.root.join(part);
            let failed = |source| file_error(&folder, "cannot look into the folder", source);
            for entry in fs::read_dir(&folder).map_err(failed)? {
                let entry = entry.map_err(failed)?;
                let name = entry.file_name().to_string_lossy().into_owned();
                if name.starts_with('.') {
                    continue;
                }
                let (base, flags) = name.split_once(":2,").unwrap_or((&name, ""));
                if self.uids.get(base).is_some_and(|uid| *uid <= last_uid) {
                    continue;
                }
                let Ok(metadata) = entry.metadata() else { continue };
                let standing = Standing {
                    path: entry.path(),
                    size: metadata.len(),
                    modified: metadata.modified().map_err(failed)?,
                    is_read: flags.contains('S'),
                };
                found.insert(base.to_owned(), standing);
            }
        }
        Ok(found)
    }

    fn folder(&self, folder: &str) -> Result<PathBuf, MailboxError> {
        if folder.eq_ignore_ascii_case("inbox") {
            return Ok(self.root.clone());
        }
        let is_level = |it: &str| !it.is_empty() && !it.contains('.') && !it.chars().any(char::is_control);
        if !folder.split('/').all(is_level) {
            return Err(MailboxError::Refused {
                host: self.root.display().to_string(),
                doing: "naming a folder",
                reply: format!("`{}` is no name of a folder", folder.escape_debug()),
            });
        }
        Ok(self.root.join(format!(".{}", folder.replace('/', "."))))
    }

    fn may_change(&self) -> Result<(), MailboxError> {
        match self.role {
            Role::Requests => Ok(()),
            Role::Returns => Err(MailboxError::OnlyRead { name: self.name.clone() }),
        }
    }
}

/// Moves a mail into a folder; `false` if it no longer stands where it did.
fn moved(path: &Path, to: &Path) -> Result<bool, MailboxError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = if name.contains(":2,") { name } else { format!("{name}:2,") };
    match fs::rename(path, to.join(name)) {
        Ok(()) => Ok(true),
        Err(source) if source.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(file_error(path, "cannot move a mail", source)),
    }
}

struct Index {
    uid_validity: u32,
    uids: HashMap<String, u32>,
    next_uid: u32,
}

impl Index {
    fn load(path: &Path) -> io::Result<Self> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Self::create(path),
            Err(error) => return Err(error),
        };
        let Some(index) = std::str::from_utf8(&bytes).ok().and_then(Self::parse) else {
            // A damaged index is a new numbering: every mail is recognised by its fingerprint.
            return Self::create(path);
        };
        let whole = memchr::memrchr(b'\n', &bytes).map_or(0, |at| at + 1);
        if whole < bytes.len() {
            // A torn last line would swallow the next one.
            OpenOptions::new().write(true).open(path)?.set_len(whole as u64)?;
        }
        Ok(index)
    }

    /// A line that cannot be read, or gives a number a second time, is none: its mail gets a number anew.
    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split_inclusive('\n').filter_map(|it| it.strip_suffix('\n'));
        let uid_validity = lines.next()?.strip_prefix("V1 ")?.parse().ok()?;
        let mut index = Self { uid_validity, uids: HashMap::new(), next_uid: 1 };
        let mut given = HashSet::new();
        for line in lines {
            let Some((uid, name)) = line.split_once(' ') else { continue };
            let Ok(uid) = uid.parse::<u32>() else { continue };
            index.next_uid = index.next_uid.max(uid.saturating_add(1));
            if given.insert(uid) {
                index.uids.insert(name.to_owned(), uid);
            }
        }
        Some(index)
    }

    fn create(path: &Path) -> io::Result<Self> {
        let secs = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let uid_validity = u32::try_from(secs).unwrap_or(u32::MAX).max(1);
        let beside = path.parent().unwrap_or(path).join("tmp");
        files::write_beside_then_rename(&beside, path, format!("V1 {uid_validity}\n").as_bytes())?;
        Ok(Self { uid_validity, uids: HashMap::new(), next_uid: 1 })
    }
}

fn make(root: &Path) -> io::Result<()> {
    for part in ["tmp", "new", "cur"] {
        fs::create_dir_all(root.join(part))?;
    }
    Ok(())
}

fn read_head(path: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    fs::File::open(path)?.take(HEADER_MAX).read_to_end(&mut head)?;
    Ok(head)
}

fn has_message_id(head: &[u8], id: &MessageId) -> bool {
    head.split(|byte| *byte == b'\n').take_while(|line| !line.trim_ascii().is_empty()).any(|line| {
        let mut parts = line.splitn(2, |byte| *byte == b':');
        let name = parts.next().unwrap_or_default().trim_ascii();
        name.eq_ignore_ascii_case(b"message-id")
            && parts.next().unwrap_or_default().trim_ascii() == id.as_str().as_bytes()
    })
}

fn file_error(path: &Path, doing: &'static str, source: io::Error) -> MailboxError {
    MailboxError::File { path: path.to_owned(), doing, source }
}

#[cfg(test)]
mod tests {
    use std::{collections::HashSet, fs};

    use proptest::prelude::*;

    use super::{INDEX, Index, Maildir};
    use crate::mailbox::{Arrival, Budget, Position, Role};

    #[test]
    fn a_torn_index_loses_no_mail_and_gives_no_number_twice() {
        let dir = tempfile::tempdir().unwrap();
        let (root, spool) = (dir.path().join("caixa"), dir.path().to_owned());
        for number in 0..5 {
            Maildir::deliver(&root, format!("Subject: {number}\r\n\r\n").as_bytes()).unwrap();
        }
        let numbers = || {
            let mut maildir = Maildir::open(&root, "caixa", Role::Requests).unwrap();
            let end = maildir.end().unwrap();
            let start = Position { last_uid: 0, ..end };
            let Arrival::Batch(batch) = maildir.new_since(start, &Budget::with_spool(spool.clone())).unwrap() else {
                panic!()
            };
            batch.mails.iter().map(|it| it.seen.uid).collect::<Vec<u32>>()
        };
        assert_eq!(numbers(), [1, 2, 3, 4, 5]);
        let index = fs::read(root.join(INDEX)).unwrap();
        for cut in 0..index.len() {
            fs::write(root.join(INDEX), &index[..cut]).unwrap();
            let found = numbers();
            assert_eq!(found.iter().collect::<HashSet<_>>().len(), 5, "cut at {cut}: {found:?}");
            // What was given is kept by the next start.
            assert_eq!(numbers(), found, "cut at {cut}");
        }
    }

    #[test]
    fn what_was_moved_is_forgotten_and_what_got_another_name_is_moved_all_the_same() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("caixa");
        let names: Vec<String> =
            (0..3).map(|it| Maildir::deliver(&root, format!("Subject: {it}\r\n\r\n").as_bytes()).unwrap()).collect();
        let mut maildir = Maildir::open(&root, "caixa", Role::Requests).unwrap();
        let start = Position { last_uid: 0, ..maildir.end().unwrap() };
        let budget = Budget::with_spool(dir.path().to_owned());
        maildir.new_since(start, &budget).unwrap();
        // Somebody reads one of them meanwhile.
        fs::rename(root.join("new").join(&names[0]), root.join("cur").join(format!("{}:2,S", names[0]))).unwrap();
        maildir.move_all(&[1, 2], "Processados").unwrap();
        let there =
            |name: &String, flags: &str| root.join(".Processados/cur").join(format!("{name}:2,{flags}")).exists();
        assert!(there(&names[0], "S") && there(&names[1], ""));
        assert!(root.join("new").join(&names[2]).exists());
        // Those that are gone take no memory; one brought back is a new mail.
        assert_eq!((maildir.uids.len(), maildir.handed.len()), (1, 1));
        fs::rename(root.join(".Processados/cur").join(format!("{}:2,", names[1])), root.join("new").join(&names[1]))
            .unwrap();
        let Arrival::Batch(batch) = maildir.new_since(Position { last_uid: 3, ..start }, &budget).unwrap() else {
            panic!()
        };
        assert_eq!(batch.mails.iter().map(|it| it.seen.uid).collect::<Vec<u32>>(), [4]);
        assert_eq!(Maildir::open(&root, "caixa", Role::Requests).unwrap().uids.get(&names[1]), Some(&4));
    }

    proptest! {
        #[test]
        fn whatever_stands_in_an_index_no_number_belongs_to_two_mails(text in "(V1 7\n)?([0-9]{1,11} [a-c]{1,2}\n|[ -~]{0,9}\n){0,20}.{0,5}") {
            if let Some(index) = Index::parse(&text) {
                let numbers: HashSet<u32> = index.uids.values().copied().collect();
                prop_assert!(index.uids.values().all(|it| *it < index.next_uid || *it == u32::MAX));
                prop_assert!(numbers.len() <= index.uids.len());
                for number in &numbers {
                    prop_assert_eq!(index.uids.values().filter(|it| *it == number).count(), 1);
                }
            }
        }
    }
}
