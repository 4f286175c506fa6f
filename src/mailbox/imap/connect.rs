//! From a socket to a session: greeting, TLS, login. Nothing is said of us before the line is protected.

use std::{collections::HashSet, time::Duration};

use async_imap::{Authenticator, Client, Session};
use tokio::time::timeout;

use crate::{
    mailbox::MailboxError,
    oauth2::{Credentials, xoauth2},
    office::Secret,
    wire::{Host, Tls, Wire, WireError, silent},
};

/// A server that has not greeted after this long will not.
const GREETING_MAX: Duration = Duration::from_secs(30);

/// A login may ask a directory elsewhere.
const LOGIN_MAX: Duration = Duration::from_secs(60);

/// More lines than stand before any answer to CAPABILITY.
const LINES_MAX: usize = 100;

/// Connects and logs in. A token that is not accepted any more is renewed once.
pub async fn log_in(host: &Host, credentials: &Credentials) -> Result<Session<Wire>, MailboxError> {
    let first = log_in_once(host, credentials).await;
    if let (Err(MailboxError::Login { .. }), Credentials::OAuth2 { tokens, .. }) = (&first, credentials) {
        tokens.forget().await;
        return log_in_once(host, credentials).await;
    }
    first
}

async fn log_in_once(host: &Host, credentials: &Credentials) -> Result<Session<Wire>, MailboxError> {
    let mut wire = Wire::connect(host).await?;
    greeting(host, &mut wire).await?;
    if host.tls == Tls::StartTls {
        ask(host, &mut wire, "c1", "STARTTLS", "asking for TLS").await?;
        wire = wire.start_tls(host).await?;
    }
    let lines = ask(host, &mut wire, "c2", "CAPABILITY", "asking what it can do").await?;
    let offered: HashSet<String> =
        lines.iter().flat_map(|it| it.split_whitespace()).map(str::to_ascii_uppercase).collect();
    let client = Client::new(wire);
    let (user, attempt) = match credentials {
        Credentials::Password { user, password } => (user, by_password(host, client, &offered, user, password).await),
        Credentials::OAuth2 { user, tokens } => {
            if !offered.contains("AUTH=XOAUTH2") {
                return Err(MailboxError::Lacks { host: host.to_string(), what: "login by OAuth2 (AUTH=XOAUTH2)" });
            }
            let token = tokens.bearer().await?;
            (user, by_sasl(host, client, "XOAUTH2", xoauth2(user, &token)).await)
        }
    };
    attempt.map_err(|failed| failed.into_error(host, user))
}

/// How a login failed.
enum Failed {
    No(String),
    Other(MailboxError),
}

impl Failed {
    fn into_error(self, host: &Host, user: &str) -> MailboxError {
        match self {
            Self::Other(error) => error,
            // RFC 5530: the directory is down, the name may be right.
            Self::No(reply) if reply.contains("UNAVAILABLE") || reply.contains("emporary") => {
                MailboxError::Lost { host: host.to_string(), doing: "logging in", reason: reply }
            }
            Self::No(reply) => MailboxError::Login { host: host.to_string(), user: user.to_owned(), reply },
        }
    }

    /// Of the library's errors only the server's words are kept: others may hold what we sent.
    fn of(host: &Host, error: &async_imap::error::Error) -> Self {
        use async_imap::error::Error as E;
        if let E::No(text) | E::Bad(text) = error {
            return Self::No(words_of(text));
        }
        let reason = if matches!(error, E::ConnectionLost | E::Io(_)) {
            "the server closed the connection"
        } else {
            "its answer cannot be read"
        };
        Self::Other(MailboxError::Lost { host: host.to_string(), doing: "logging in", reason: reason.to_owned() })
    }
}

/// The library gives the server's words as `code: …, info: Some("…")`.
fn words_of(text: &str) -> String {
    let words = text.split_once("info: Some(\"").and_then(|(_, it)| it.strip_suffix("\")"));
    words.unwrap_or(text).to_owned()
}

async fn by_password(
    host: &Host,
    client: Client<Wire>,
    offered: &HashSet<String>,
    user: &str,
    password: &Secret,
) -> Result<Session<Wire>, Failed> {
    if offered.contains("AUTH=PLAIN") {
        let words = Secret::new(&format!("\0{user}\0{}", password.reveal()));
        return by_sasl(host, client, "PLAIN", words).await;
    }
    if offered.contains("LOGINDISABLED") {
        return Err(Failed::Other(MailboxError::Lacks { host: host.to_string(), what: "login by password" }));
    }
    match timeout(LOGIN_MAX, client.login(user, password.reveal())).await {
        Err(_) => Err(Failed::Other(silent(host, "logging in", LOGIN_MAX).into())),
        Ok(Err((error, _))) => Err(Failed::of(host, &error)),
        Ok(Ok(session)) => Ok(session),
    }
}

async fn by_sasl(host: &Host, client: Client<Wire>, mechanism: &str, words: Secret) -> Result<Session<Wire>, Failed> {
    match timeout(LOGIN_MAX, client.authenticate(mechanism, OnceSaid(Some(words)))).await {
        Err(_) => Err(Failed::Other(silent(host, "logging in", LOGIN_MAX).into())),
        Ok(Err((error, _))) => Err(Failed::of(host, &error)),
        Ok(Ok(session)) => Ok(session),
    }
}

/// Says its words once. A second challenge is the reason of a refusal (XOAUTH2): it gets an empty line.
struct OnceSaid(Option<Secret>);

impl Authenticator for OnceSaid {
    type Response = String;

    fn process(&mut self, _challenge: &[u8]) -> Self::Response {
        self.0.take().map(|it| it.reveal().to_owned()).unwrap_or_default()
    }
}

async fn greeting(host: &Host, wire: &mut Wire) -> Result<(), MailboxError> {
    let doing = "waiting for its greeting";
    let line = read_line(host, wire, doing).await?;
    if line.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("* OK")) {
        return Ok(());
    }
    Err(MailboxError::Lost { host: host.to_string(), doing, reason: line })
}

/// One command before the login, and the lines of its answer.
async fn ask(
    host: &Host,
    wire: &mut Wire,
    tag: &str,
    command: &str,
    doing: &'static str,
) -> Result<Vec<String>, MailboxError> {
    let lost = |source| WireError::Lost { host: host.to_string(), doing, source };
    wire.write_line(&format!("{tag} {command}")).await.map_err(lost)?;
    let mut lines = Vec::new();
    while lines.len() < LINES_MAX {
        let line = read_line(host, wire, doing).await?;
        let Some(answer) = line.strip_prefix(tag).and_then(|it| it.strip_prefix(' ')) else {
            lines.push(line);
            continue;
        };
        if answer.get(..2).is_some_and(|it| it.eq_ignore_ascii_case("OK")) {
            return Ok(lines);
        }
        return Err(MailboxError::Refused { host: host.to_string(), doing, reply: answer.to_owned() });
    }
    Err(MailboxError::Lost { host: host.to_string(), doing, reason: "an answer without end".to_owned() })
}

async fn read_line(host: &Host, wire: &mut Wire, doing: &'static str) -> Result<String, MailboxError> {
    let lost = |source| WireError::Lost { host: host.to_string(), doing, source };
    let line = timeout(GREETING_MAX, wire.read_line()).await.map_err(|_| silent(host, doing, GREETING_MAX))?;
    Ok(line.map_err(lost)?)
}
