//! Files of a Maildir: names that nobody else takes, written beside, synced, renamed.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
    time::{SystemTime, UNIX_EPOCH},
};

/// A name that sorts by time and is given once: seconds, nanoseconds, a count of this process, its id.
#[must_use]
pub fn unique_name() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{:010}.M{:09}Q{count:08}P{}.carteiro", now.as_secs(), now.subsec_nanos(), std::process::id())
}

/// Writes a file beside its place, syncs it, renames it, and syncs the folder: it is there whole or not at all.
///
/// # Errors
/// The disk does not take it; what was written beside is removed again.
pub fn write_beside_then_rename(beside: &Path, to: &Path, bytes: &[u8]) -> io::Result<()> {
    let draft = beside.join(to.file_name().unwrap_or_default());
    let written = write_synced(&draft, bytes).and_then(|()| fs::rename(&draft, to));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
        return written;
    }
    sync_parent(to)
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Syncs the folder in which a file stands, so that its name survives a power loss.
///
/// # Errors
/// The folder cannot be synced.
pub fn sync_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}
