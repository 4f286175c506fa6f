//! One file on the network folder put in another's place, without loss at any moment.
//!
//! ```text
//! what is on the disk                                    what the next start finds
//! the workbook                                           the count still owed
//! the workbook + .carteiro-XXXX.tmp (cut off or whole)   the same; the left-over is removed
//! the workbook + .carteiro-XXXX.tmp + the backup         the same
//! the new workbook + the backup                          its hash is that of the intent: done
//! ```

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

/// A lock marker older than this is a left-over, if the file can be opened for writing: nobody works three days on end.
const MARKER_HOURS: i64 = 72;
/// A temporary file of ours older than this is a left-over of a kill.
const LEFT_OVER_MINUTES: i64 = 10;
/// How many of the last good copies are kept.
const COPIES: usize = 10;
/// For how many days the first copy of the day is kept besides.
const DAILY_COPIES: usize = 30;
/// How often a file is read again after a rename whose answer was an error, and the pause between.
const READ_TRIES: u32 = 3;
const BETWEEN_TRIES: Duration = Duration::from_millis(300);
/// The largest workbook that is read.
const FILE_MAX: u64 = 256 << 20;

/// Why a file could not be replaced now.
#[derive(Debug, thiserror::Error)]
pub enum SwapError {
    /// A person has it open.
    #[error("the file is open{}", by.as_deref().map_or_else(|| " elsewhere, or may not be written".to_owned(), |it| format!(" by {it}")))]
    Busy {
        /// Who, by the lock marker.
        by: Option<String>,
    },
    /// It is not there.
    #[error("the file is not there")]
    Missing,
    /// It changed between reading and writing.
    #[error("the file was saved by a person meanwhile")]
    ChangedMeanwhile,
    /// Disk or network.
    #[error("{0}")]
    Io(io::Error),
}

impl From<io::Error> for SwapError {
    #[expect(clippy::wildcard_enum_match_arm, reason = "every other kind is an error of the disk")]
    /// Over SMB a file that another has open answers with EACCES, EBUSY or ETXTBSY.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => {
                Self::Busy { by: None }
            }
            _ => Self::Io(error),
        }
    }
}

/// A file as it was read, while nobody had it open.
#[derive(Debug)]
pub struct Steady {
    path: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Their SHA-256.
    pub sha256: String,
    stamp: Stamp,
}

impl Steady {
    /// Reads the file; [`SwapError::Busy`] where a lock marker says that somebody has it open.
    pub fn read(path: &Path, now: Timestamp) -> Result<Self, SwapError> {
        let path = fs::canonicalize(path)?;
        check_marker(&path, now)?;
        let mut file = File::open(&path)?;
        let stamp = Stamp::of(&file.metadata()?);
        let mut bytes = Vec::new();
        (&mut file).take(FILE_MAX + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > FILE_MAX {
            return Err(SwapError::Io(io::Error::other(format!("it has more than {FILE_MAX} bytes"))));
        }
        if Stamp::of(&file.metadata()?) != stamp || bytes.len() as u64 != stamp.size {
            return Err(SwapError::ChangedMeanwhile);
        }
        Ok(Self { sha256: sha256(&bytes), path, bytes, stamp })
    }

    /// Lays the new bytes beside the file, synced and read back.
    pub fn replacement(self, new: &[u8], now: Timestamp) -> Result<Replacement, SwapError> {
        let folder = self.path.parent().unwrap_or_else(|| Path::new("."));
        remove_left_overs(folder, now);
        let sha256_after = sha256(new);
        let unique = sha256_after.get(..12).unwrap_or_default();
        let temporary = folder.join(format!(".carteiro-{}-{unique}.tmp", std::process::id()));
        let replacement = Replacement { steady: self, temporary, sha256_after };
        let mut file = File::create(&replacement.temporary)?;
        file.write_all(new)?;
        file.sync_all()?;
        drop(file);
        // The mode of the file is a courtesy: shares often do not allow it.
        if let Ok(metadata) = fs::metadata(&replacement.steady.path) {
            let _ = fs::set_permissions(&replacement.temporary, metadata.permissions());
        }
        if sha256(&fs::read(&replacement.temporary)?) != replacement.sha256_after {
            return Err(SwapError::Io(io::Error::other("the temporary file does not read back as it was written")));
        }
        Ok(replacement)
    }
}

/// A new file beside the old one.
#[derive(Debug)]
pub struct Replacement {
    steady: Steady,
    temporary: PathBuf,
    sha256_after: String,
}

impl Replacement {
    /// Renames the new file over the old one, of which a copy is kept in `backups`.
    pub fn commit(self, backups: &Path, now: Timestamp) -> Result<PathBuf, SwapError> {
        check_marker(&self.steady.path, now)?;
        self.check_unchanged()?;
        let copy = keep_copy(&self.steady, backups, now)?;
        self.check_unchanged()?;
        if let Err(error) = fs::rename(&self.temporary, &self.steady.path) {
            // A share may do the work and lose the answer: then the file itself says so.
            return if self.is_in_place() { Ok(copy) } else { Err(error.into()) };
        }
        // A share may refuse to sync a folder (EINVAL on cifs).
        if let Some(folder) = self.steady.path.parent() {
            let _ = File::open(folder).and_then(|it| it.sync_all());
        }
        // Whoever saves over it from here on saves over a count that stands: the next write notices it by the cell.
        Ok(copy)
    }

    /// Whether the file has the new bytes; asked again where it cannot be read, because a wrong no would count twice.
    fn is_in_place(&self) -> bool {
        (0..READ_TRIES).any(|turn| {
            if turn > 0 {
                std::thread::sleep(BETWEEN_TRIES);
            }
            fs::read(&self.steady.path).is_ok_and(|it| sha256(&it) == self.sha256_after)
        })
    }

    /// Size, times, inode and bytes are those that were read.
    fn check_unchanged(&self) -> Result<(), SwapError> {
        let mut file = File::open(&self.steady.path)?;
        let mut bytes = Vec::new();
        if Stamp::of(&file.metadata()?) == self.steady.stamp {
            file.read_to_end(&mut bytes)?;
        }
        if bytes == self.steady.bytes { Ok(()) } else { Err(SwapError::ChangedMeanwhile) }
    }
}

impl Drop for Replacement {
    fn drop(&mut self) {
        // After the rename it is not there any more.
        let _ = fs::remove_file(&self.temporary);
    }
}

/// What tells one state of a file from another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    inode: u64,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self { size: metadata.len(), modified: metadata.modified().ok(), inode: metadata.ino() }
    }
}

/// The digest of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect()
}

/// Whether a person has the file open, by the markers that Excel (`~$name`) and LibreOffice (`.~lock.name#`) leave.
fn check_marker(path: &Path, now: Timestamp) -> Result<(), SwapError> {
    let Some(name) = path.file_name().and_then(|it| it.to_str()) else { return Ok(()) };
    let markers = [format!("~${name}"), format!(".~lock.{name}#")];
    for marker in markers.iter().map(|it| path.with_file_name(it)) {
        let metadata = match fs::metadata(&marker) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error.into()),
        };
        let age = metadata.modified().ok().and_then(|it| Timestamp::try_from(it).ok()).map(|it| now.duration_since(it));
        let is_old = age.is_some_and(|it| it > SignedDuration::from_hours(MARKER_HOURS));
        if is_old && fs::OpenOptions::new().read(true).write(true).open(path).is_ok() {
            continue;
        }
        let content = fs::read(&marker).unwrap_or_default();
        return Err(SwapError::Busy { by: holder(&content) });
    }
    Ok(())
}

/// Who left a marker: Excel writes a length and the name, LibreOffice fields between commas.
fn holder(marker: &[u8]) -> Option<String> {
    let name = match marker.split_first() {
        Some((length, rest)) if (1..=54).contains(length) && marker.len() >= 55 => {
            let bytes = rest.get(..usize::from(*length)).unwrap_or_default();
            encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned()
        }
        _ => {
            let text = String::from_utf8_lossy(marker).into_owned();
            text.split(',').take(2).map(str::trim).find(|it| !it.is_empty()).unwrap_or_default().to_owned()
        }
    };
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// Removes what a kill left of ours.
fn remove_left_overs(folder: &Path, now: Timestamp) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|it| it.starts_with(".carteiro-") && it.ends_with(".tmp"));
        let modified = entry.metadata().and_then(|it| it.modified()).ok().and_then(|it| Timestamp::try_from(it).ok());
        let is_old = modified.is_some_and(|it| now.duration_since(it) > SignedDuration::from_mins(LEFT_OVER_MINUTES));
        if is_ours && is_old {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Keeps a copy of what is about to be replaced: the last ten, and the first of each of the last thirty days.
fn keep_copy(steady: &Steady, backups: &Path, now: Timestamp) -> Result<PathBuf, SwapError> {
    fs::create_dir_all(backups)?;
    let part = |it: Option<&std::ffi::OsStr>| it.and_then(|it| it.to_str()).unwrap_or("workbook").to_owned();
    let (stem, extension) = (part(steady.path.file_stem()), part(steady.path.extension()));
    let hash = steady.sha256.get(..8).unwrap_or_default();
    let copy = backups.join(format!("{stem}.{}.{hash}.{extension}", now.strftime("%Y%m%d-%H%M%S%.3f")));
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o640);
    let mut file = options.open(&copy)?;
    file.write_all(&steady.bytes)?;
    file.sync_all()?;
    prune(backups, &stem, &extension)?;
    Ok(copy)
}

/// Removes copies that are neither among the last nor the first of a recent day.
fn prune(backups: &Path, stem: &str, extension: &str) -> Result<(), SwapError> {
    let (before, after) = (format!("{stem}."), format!(".{extension}"));
    let mut copies: Vec<(String, PathBuf)> = fs::read_dir(backups)?
        .flatten()
        .filter_map(|it| {
            let name = it.file_name().into_string().ok()?;
            let stamp = name.strip_prefix(&before)?.strip_suffix(&after)?.to_owned();
            let is_ours = stamp.len() == 28 && stamp.bytes().take(8).all(|b| b.is_ascii_digit());
            is_ours.then(|| (stamp, it.path()))
        })
        .collect();
    copies.sort();
    let last_from = copies.len().saturating_sub(COPIES);
    let mut days: Vec<&str> = copies.iter().filter_map(|(stamp, _)| stamp.get(..8)).collect();
    days.dedup();
    let kept_days = days.split_off(days.len().saturating_sub(DAILY_COPIES));
    let mut day_before = "";
    for (order, (stamp, path)) in copies.iter().enumerate() {
        let day = stamp.get(..8).unwrap_or_default();
        let is_first_of_day = day != day_before && kept_days.contains(&day);
        day_before = day;
        if order < last_from && !is_first_of_day {
            let _ = fs::remove_file(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::holder;

    #[test]
    fn the_marker_says_who_has_the_file_open() {
        let mut excel = vec![b' '; 165];
        excel[0] = 12;
        excel[1..13].copy_from_slice(b"Jo\xe3o da Silv");
        assert_eq!(holder(&excel).as_deref(), Some("João da Silv"));
        assert_eq!(holder(b",Maria Souza,pc-07,22.11.2026 10:00,file:///x;").as_deref(), Some("Maria Souza"));
        assert_eq!(holder(b"Maria,msouza,pc-07,22.11.2026 10:00,file:///x;").as_deref(), Some("Maria"));
        assert_eq!(holder(b""), None);
        assert_eq!(holder(&[0; 165]), None);
    }
}
