//! Tokens in memory: renewed at four fifths of their life, counted on the monotonic clock (a wrong wall clock changes
//! nothing); after a failure at most one try a minute; while the old one lives, a failing endpoint is no interruption.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, PoisonError},
    time::{Duration, Instant},
};

use tokio::sync::Mutex;

use super::{Client, OAuthError, endpoint};
use crate::office::Secret;

/// After a failed try the endpoint is left alone so long.
const TRY_AGAIN: Duration = Duration::from_secs(60);

/// A provider of access tokens; clones share one cache and one try at a time.
#[derive(Debug, Clone)]
pub struct Tokens {
    client: Arc<Client>,
    state: Arc<Mutex<State>>,
    failing: Arc<std::sync::Mutex<Option<OAuthError>>>,
}

#[derive(Debug, Default)]
struct State {
    token: Option<Live>,
    failed: Option<(Instant, OAuthError)>,
}

#[derive(Debug)]
struct Live {
    token: Secret,
    renew_at: Instant,
    ends_at: Instant,
}

impl Tokens {
    /// A provider for one section of the configuration. Nothing is asked yet.
    #[must_use]
    pub fn new(client: Client) -> Self {
        Self { client: Arc::new(client), state: Arc::default(), failing: Arc::default() }
    }

    /// The section's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.client.name
    }

    /// A token that is valid now.
    ///
    /// # Errors
    /// [`OAuthError`] if there is none, and none can be had.
    pub async fn bearer(&self) -> Result<Secret, OAuthError> {
        self.bearer_at(Instant::now()).await
    }

    /// The same with the monotonic time given.
    ///
    /// # Errors
    /// As [`Tokens::bearer`].
    pub async fn bearer_at(&self, now: Instant) -> Result<Secret, OAuthError> {
        let mut state = self.state.lock().await;
        if let Some(live) = state.token.as_ref().filter(|it| now < it.renew_at) {
            return Ok(live.token.clone());
        }
        let renewed = match state.failed.as_ref().map(|(at, error)| (now.saturating_duration_since(*at), error)) {
            Some((since, error)) if since < TRY_AGAIN => Err(OAuthError::NotYet {
                client: self.client.name.clone(),
                wait: TRY_AGAIN.saturating_sub(since),
                last: error.to_string(),
            }),
            Some(_) | None => self.renew(&mut state, now).await,
        };
        match renewed {
            Ok(token) => Ok(token),
            // The old one still lives: no interruption.
            Err(error) => match state.token.as_ref().filter(|it| now < it.ends_at) {
                Some(live) => Ok(live.token.clone()),
                None => Err(error),
            },
        }
    }

    async fn renew(&self, state: &mut State, now: Instant) -> Result<Secret, OAuthError> {
        match endpoint::ask(self.client.clone()).await {
            Ok(grant) => {
                let life = grant.life;
                let live = Live { token: grant.token.clone(), renew_at: now + life * 4 / 5, ends_at: now + life };
                state.token = Some(live);
                state.failed = None;
                self.set_failing(None);
                Ok(grant.token)
            }
            Err(error) => {
                state.failed = Some((now, error.clone()));
                self.set_failing(Some(error.clone()));
                Err(error)
            }
        }
    }

    /// The server did not accept the token (`AccessTokenExpired`, 535): the next call asks for a new one.
    pub async fn forget(&self) {
        self.state.lock().await.token = None;
    }

    /// Why the last try failed, if it did: to be announced before the token that still lives ends.
    #[must_use]
    pub fn failing(&self) -> Option<OAuthError> {
        self.failing.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set_failing(&self, error: Option<OAuthError>) {
        *self.failing.lock().unwrap_or_else(PoisonError::into_inner) = error;
    }
}

/// The file of a refresh token: readable by its owner only, replaced whole.
#[derive(Debug, Clone)]
pub struct RefreshStore {
    path: PathBuf,
}

impl RefreshStore {
    /// The store at a path.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// The token kept there.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn load(&self) -> std::io::Result<Secret> {
        let text = std::fs::read_to_string(&self.path)?;
        if text.trim().is_empty() {
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, "the file is empty"));
        }
        Ok(Secret::new(&text))
    }

    /// Keeps a token: written beside, synced, renamed, mode 0600.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn save(&self, token: &Secret) -> std::io::Result<()> {
        use std::{io::Write, os::unix::fs::OpenOptionsExt};
        let beside = self.path.with_extension("new");
        let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
        writeln!(file, "{}", token.reveal())?;
        file.sync_all()?;
        std::fs::rename(&beside, &self.path)
    }
}
