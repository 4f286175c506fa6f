//! Secrets: where they lie, and a type that never shows them.

use std::fmt;
use std::path::PathBuf;

use thiserror::Error;

/// A password or client secret. It prints as `…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a secret.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The secret itself, for the one line that sends it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Where a secret is read when it is needed: a rotated one is taken up without a restart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecretSource {
    /// `{ file = "…" }`.
    File(PathBuf),
    /// `{ env = "NAME" }`.
    Env(String),
    /// `{ credential = "name" }`: a file of that name in `$CREDENTIALS_DIRECTORY` (systemd, LoadCredential=).
    Credential(String),
}

/// Why a secret cannot be had. Never holds the secret.
#[derive(Debug, Error)]
pub enum SecretError {
    /// Its file cannot be read.
    #[error("cannot read the secret in `{path}`: {source}; check that the file exists and that carteiro may read it")]
    File {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: std::io::Error,
    },
    /// Its environment variable is not set.
    #[error("the secret's environment variable `{0}` is not set")]
    Env(String),
    /// systemd gave no credentials.
    #[error("no credential `{0}`: `CREDENTIALS_DIRECTORY` is not set; add `LoadCredential={0}:/path` to the unit")]
    NoCredentials(String),
    /// Nothing but blanks stands there.
    #[error("the secret in {0} is empty")]
    Empty(String),
}

impl SecretSource {
    /// Reads the secret; the line end that editors add is dropped.
    ///
    /// # Errors
    /// [`SecretError`] says where it was looked for.
    pub fn resolve(&self) -> Result<Secret, SecretError> {
        let text = match self {
            Self::File(path) => read(path.clone())?,
            Self::Env(name) => std::env::var(name).map_err(|_| SecretError::Env(name.clone()))?,
            Self::Credential(name) => {
                let folder = std::env::var_os("CREDENTIALS_DIRECTORY")
                    .ok_or_else(|| SecretError::NoCredentials(name.clone()))?;
                read(PathBuf::from(folder).join(name))?
            }
        };
        let secret = text.trim_end_matches(['\r', '\n']);
        if secret.trim().is_empty() {
            return Err(SecretError::Empty(self.to_string()));
        }
        Ok(Secret::new(secret.to_owned()))
    }
}

impl fmt::Display for SecretSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "file `{}`", path.display()),
            Self::Env(name) => write!(f, "environment variable `{name}`"),
            Self::Credential(name) => write!(f, "credential `{name}`"),
        }
    }
}

fn read(path: PathBuf) -> Result<String, SecretError> {
    std::fs::read_to_string(&path).map_err(|source| SecretError::File { path, source })
}

#[cfg(test)]
mod tests {
    use super::{Secret, SecretSource};

    #[test]
    fn a_secret_is_read_without_its_line_end_and_never_shown() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "segredo da casa\r\n").unwrap();
        let secret = SecretSource::File(file.path().to_owned()).resolve().unwrap();
        assert_eq!(secret, Secret::new("segredo da casa".to_owned()));
        assert_eq!(format!("{secret} {secret:?}"), "… …");
        std::fs::write(file.path(), "\n").unwrap();
        assert!(SecretSource::File(file.path().to_owned()).resolve().unwrap_err().to_string().contains("is empty"));
    }
}
