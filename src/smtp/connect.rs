//! From a socket to a session: greeting, TLS, login. Nothing is said of us before the line is protected.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use lettre::transport::smtp::{
    authentication::{self, Mechanism},
    client::AsyncSmtpConnection,
    commands::Ehlo,
    extension::ClientId,
};
use tokio::time::timeout;

use super::{
    Capabilities, Server, SmtpError,
    talk::{Answer, bounded},
};
use crate::{
    oauth2::{Credentials, OAuthError, Tokens, xoauth2_base64},
    wire::{Host, SentTail, Tls, Wire, WireError, silent},
};

/// A server that has not greeted after this long will not (a queue of connections clears in seconds).
const GREETING_MAX: Duration = Duration::from_secs(30);

/// A login may ask a directory elsewhere.
const LOGIN_MAX: Duration = Duration::from_secs(60);

/// A connection on which messages can be sent.
pub(super) struct Opened {
    pub connection: AsyncSmtpConnection,
    pub tail: SentTail,
    pub capabilities: Capabilities,
}

/// Opens a connection. A token that is not accepted any more is renewed once.
pub(super) async fn open(server: &Server) -> Result<Opened, SmtpError> {
    let first = open_once(server).await;
    if let (Err(SmtpError::Login { .. }), Some(Credentials::OAuth2 { tokens, .. })) = (&first, &server.credentials) {
        tokens.forget().await;
        return open_once(server).await;
    }
    first
}

async fn open_once(server: &Server) -> Result<Opened, SmtpError> {
    let host = &server.host;
    let mut wire = Wire::connect(host).await?;
    wire.only_ascii_answers();
    wire.acknowledge_at_once();
    if host.tls == Tls::StartTls {
        wire = start_tls(server, wire).await?;
    }
    let tail = wire.tail();
    let hello = ClientId::Domain(server.hello.clone());
    let greeted = timeout(GREETING_MAX, AsyncSmtpConnection::connect_with_transport(Box::new(wire), &hello)).await;
    let mut connection = match greeted {
        Err(_) => return Err(silent(host, "waiting for its greeting", GREETING_MAX).into()),
        Ok(Err(error)) => return Err(not_wanted(host, "greeting it", Answer::of(Err(error)))),
        Ok(Ok(connection)) => connection,
    };
    if let Some(credentials) = &server.credentials {
        log_in(host, &mut connection, credentials).await?;
    }
    let capabilities = ask_capabilities(host, &mut connection, hello).await?;
    Ok(Opened { connection, tail, capabilities })
}

/// The conversation before TLS: greeting, EHLO, STARTTLS. The greeting is put back for the library to read.
async fn start_tls(server: &Server, mut wire: Wire) -> Result<Wire, SmtpError> {
    let host = &server.host;
    let greeting = plain_answer(host, &mut wire, None, "waiting for its greeting").await?;
    let hello = format!("EHLO {}", server.hello);
    let offered = plain_answer(host, &mut wire, Some(&hello), "greeting it").await?;
    let lines = offered.iter().map(|it| it.get(4..).unwrap_or_default());
    if !Capabilities::from_lines(lines).start_tls {
        return Err(SmtpError::Lacks { host: host.to_string(), what: "STARTTLS, and nothing goes without it" });
    }
    plain_answer(host, &mut wire, Some("STARTTLS"), "asking for TLS").await?;
    let mut wire = wire.start_tls(host).await?;
    wire.put_back(&format!("{}\r\n", greeting.join("\r\n")));
    Ok(wire)
}

/// One answer, line by line; a line with `-` after its code is followed by another (RFC 5321, 4.2.1).
async fn plain_answer(
    host: &Host,
    wire: &mut Wire,
    command: Option<&str>,
    doing: &'static str,
) -> Result<Vec<String>, SmtpError> {
    /// More lines than any EHLO answer has.
    const LINES_MAX: usize = 100;
    let lost = |source| WireError::Lost { host: host.to_string(), doing, source };
    let talk = async {
        if let Some(command) = command {
            wire.write_line(command).await?;
        }
        let mut lines: Vec<String> = Vec::new();
        while lines.len() < LINES_MAX {
            let line = wire.read_line().await?;
            let goes_on = line.as_bytes().get(3) == Some(&b'-');
            lines.push(line);
            if !goes_on {
                break;
            }
        }
        Ok(lines)
    };
    let lines = timeout(GREETING_MAX, talk).await.map_err(|_| silent(host, doing, GREETING_MAX))?.map_err(lost)?;
    let reply = lines.join(" ");
    match reply.as_bytes().first() {
        Some(b'2') => Ok(lines),
        Some(b'4') => Err(not_wanted(host, doing, Answer::Later(reply))),
        Some(_) | None => Err(not_wanted(host, doing, Answer::No(reply))),
    }
}

fn not_wanted(host: &Host, doing: &'static str, answer: Answer) -> SmtpError {
    let host = host.to_string();
    match answer {
        Answer::Later(reply) => SmtpError::Later { host, reply },
        Answer::No(reply) | Answer::Yes(reply) => SmtpError::Refused { host, reply },
        Answer::Lost(reason) | Answer::GoOn(reason) => {
            WireError::Lost { host, doing, source: std::io::Error::other(reason) }.into()
        }
    }
}

async fn ask_capabilities(
    host: &Host,
    connection: &mut AsyncSmtpConnection,
    hello: ClientId,
) -> Result<Capabilities, SmtpError> {
    // The library reads the answer and keeps half of it: asked again, after the login.
    match timeout(GREETING_MAX, connection.command(Ehlo::new(hello))).await {
        Err(_) => Err(silent(host, "greeting it", GREETING_MAX).into()),
        Ok(Err(error)) => Err(not_wanted(host, "greeting it", Answer::of(Err(error)))),
        Ok(Ok(response)) => Ok(Capabilities::from_lines(response.message())),
    }
}

async fn log_in(host: &Host, connection: &mut AsyncSmtpConnection, credentials: &Credentials) -> Result<(), SmtpError> {
    let (user, answer) = match credentials {
        Credentials::Password { user, password } => {
            let mechanisms = [Mechanism::Plain, Mechanism::Login];
            if connection.server_info().get_auth_mechanism(&mechanisms).is_none() {
                return Err(SmtpError::Lacks {
                    host: host.to_string(),
                    what: "login by password (AUTH PLAIN or LOGIN)",
                });
            }
            let pair = authentication::Credentials::new(user.clone(), password.reveal().to_owned());
            (user, bounded(LOGIN_MAX, connection.auth(&mechanisms, &pair)).await)
        }
        Credentials::OAuth2 { user, tokens } => {
            if !connection.server_info().supports_auth_mechanism(Mechanism::Xoauth2) {
                return Err(SmtpError::Lacks { host: host.to_string(), what: "login by OAuth2 (AUTH XOAUTH2)" });
            }
            (user, log_in_by_token(connection, user, tokens).await?)
        }
    };
    match answer {
        Answer::Yes(_) => Ok(()),
        Answer::No(reply) => Err(SmtpError::Login { host: host.to_string(), user: user.clone(), reply }),
        Answer::Later(_) | Answer::GoOn(_) | Answer::Lost(_) => Err(not_wanted(host, "logging in", answer)),
    }
}

/// A refused token is answered by 334 and the reason in JSON; an empty line brings the 535.
async fn log_in_by_token(
    connection: &mut AsyncSmtpConnection,
    user: &str,
    tokens: &Tokens,
) -> Result<Answer, OAuthError> {
    let token = tokens.bearer().await?;
    let line = format!("AUTH XOAUTH2 {}\r\n", xoauth2_base64(user, &token).reveal());
    let first = bounded(LOGIN_MAX, connection.command(line)).await;
    let Answer::GoOn(challenge) = &first else { return Ok(first) };
    let reason = challenge.get(3..).unwrap_or_default().trim();
    let reason = STANDARD.decode(reason).map(|it| String::from_utf8_lossy(&it).into_owned()).unwrap_or_default();
    let last = bounded(LOGIN_MAX, connection.command("\r\n")).await;
    Ok(match last {
        Answer::No(reply) | Answer::Yes(reply) => Answer::No(format!("{reply} {reason}").trim_end().to_owned()),
        Answer::Later(_) | Answer::GoOn(_) | Answer::Lost(_) => last,
    })
}
