//! One instance for each ledger: a second one refuses with the first one's process id and age.

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// The right to work with a ledger; gone when dropped, or when the process dies.
#[derive(Debug)]
pub struct InstanceLock {
    file: File,
}

/// Why the right was not given.
#[derive(Debug, Error)]
pub enum LockError {
    /// Another carteiro works with this ledger.
    #[error("another carteiro (process {pid}, running for {age}) works with the ledger `{path}`; stop it first")]
    Held {
        /// The ledger.
        path: PathBuf,
        /// The other process.
        pid: String,
        /// How long it has been running.
        age: String,
    },
    /// The lock file cannot be written.
    #[error("cannot lock the ledger `{path}`: {source}; check the rights of its folder")]
    Io {
        /// The ledger.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl InstanceLock {
    /// Takes the right to work with the ledger at `path`; `now` is seconds since 1970.
    ///
    /// # Errors
    /// [`LockError::Held`] names the process that has it.
    pub fn take(path: &Path, now: i64) -> Result<Self, LockError> {
        let io = |source| LockError::Io { path: path.to_owned(), source };
        let mut name = path.as_os_str().to_owned();
        name.push(".lock");
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o640);
        let mut file = options.open(PathBuf::from(name)).map_err(io)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(held(path, &mut file, now)),
            Err(TryLockError::Error(source)) => return Err(io(source)),
        }
        file.set_len(0).map_err(io)?;
        file.rewind().map_err(io)?;
        write!(file, "{} {now}", std::process::id()).map_err(io)?;
        file.flush().map_err(io)?;
        Ok(Self { file })
    }
}

impl Drop for InstanceLock {
    /// Unlocks by itself: a child that is being started has the file open until it runs its own program.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

fn held(path: &Path, file: &mut File, now: i64) -> LockError {
    let mut text = String::new();
    // What cannot be read is told as unknown: the refusal stands all the same.
    let _ = file.rewind().and_then(|()| file.read_to_string(&mut text));
    let mut words = text.split_whitespace();
    let pid = words.next().unwrap_or("unknown").to_owned();
    let age = words.next().and_then(|it| it.parse::<i64>().ok()).map_or_else(
        || "an unknown time".to_owned(),
        |since| {
            let minutes = (now - since).max(0) / 60;
            format!("{} h {} min", minutes / 60, minutes % 60)
        },
    );
    LockError::Held { path: path.to_owned(), pid, age }
}

#[cfg(test)]
mod tests {
    use super::{InstanceLock, LockError};

    #[test]
    fn a_second_instance_is_refused_with_the_firsts_pid_and_age() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("ledger.db");
        let first = InstanceLock::take(&path, 1000).unwrap();
        let refused = InstanceLock::take(&path, 1000 + 7260).unwrap_err();
        let LockError::Held { pid, age, .. } = refused else { panic!("{refused}") };
        assert_eq!((pid, age), (std::process::id().to_string(), "2 h 1 min".to_owned()));
        drop(first);
        InstanceLock::take(&path, 2000).unwrap();
    }
}
