//! One connection to a mail host: groups of commands in one write where the server allows it, every phase bounded, one
//! verdict for each recipient.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use lettre::transport::smtp::{
    Error,
    authentication::{self, Mechanism},
    client::AsyncSmtpConnection,
    commands::Ehlo,
    extension::ClientId,
    response::Response,
};
use tokio::time::timeout;

use super::{
    Capabilities, Envelope, Receipts, Server, SmtpError, Verdicts,
    check::{check_message, with_crlf},
    talk::{Answer, mail, rcpt},
};
use crate::{
    oauth2::{Credentials, OAuthError, Tokens, xoauth2_base64},
    office::Outcome,
    wire::{Host, SentTail, Tls, Wire, WireError, silent},
};

/// A server that has not greeted after this long will not (a queue of connections clears in seconds).
const GREETING_MAX: Duration = Duration::from_secs(30);

/// A login may ask a directory elsewhere.
const LOGIN_MAX: Duration = Duration::from_secs(60);

/// For each answer to MAIL, RCPT and DATA (RFC 5321, 4.5.3.2).
const COMMAND_MAX: Duration = Duration::from_secs(5 * 60);

/// After the final dot the server may filter and store (RFC 5321, 4.5.3.2.6).
const DOT_MAX: Duration = Duration::from_secs(10 * 60);

/// A message may travel no slower than this on average before we give up.
const BYTES_PER_SEC_MIN: usize = 8 * 1024;

/// A polite farewell is not worth more.
const QUIT_MAX: Duration = Duration::from_secs(5);

/// Recipients in one write; their answers fit into what the wire reads ahead.
const GROUP_MAX: usize = 1000;

/// The message is stuffed and written in pieces of this size, so that it is in memory once.
const PIECE: usize = 32 * 1024;

/// An open session.
pub struct Session {
    connection: AsyncSmtpConnection,
    tail: SentTail,
    capabilities: Capabilities,
    host: String,
    in_transaction: bool,
    usable: bool,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("host", &self.host).field("usable", &self.usable).finish_non_exhaustive()
    }
}

impl Session {
    /// Connects, starts TLS, greets, logs in, and learns what the server can do. A token that is not accepted any
    /// more is renewed once.
    ///
    /// # Errors
    /// [`SmtpError`]; nothing was sent.
    pub async fn connect(server: &Server) -> Result<Self, SmtpError> {
        let first = Self::connect_once(server).await;
        if let (Err(SmtpError::Login { .. }), Some(Credentials::OAuth2 { tokens, .. })) = (&first, &server.credentials)
        {
            tokens.forget().await;
            return Self::connect_once(server).await;
        }
        first
    }

    async fn connect_once(server: &Server) -> Result<Self, SmtpError> {
        let host = &server.host;
        let mut wire = Wire::connect(host).await?;
        wire.only_ascii_answers();
        if host.tls == Tls::StartTls {
            wire = start_tls(server, wire).await?;
        }
        let tail = wire.tail();
        let hello = ClientId::Domain(server.hello.clone());
        let opened = timeout(GREETING_MAX, AsyncSmtpConnection::connect_with_transport(Box::new(wire), &hello)).await;
        let mut connection = match opened {
            Err(_) => return Err(silent(host, "waiting for its greeting", GREETING_MAX).into()),
            Ok(Err(error)) => return Err(not_wanted(host, "greeting it", Answer::of(Err(error)))),
            Ok(Ok(connection)) => connection,
        };
        if let Some(credentials) = &server.credentials {
            log_in(host, &mut connection, credentials).await?;
        }
        let capabilities = ask_capabilities(host, &mut connection, hello).await?;
        Ok(Self { connection, tail, capabilities, host: host.to_string(), in_transaction: false, usable: true })
    }

    /// What the server can do.
    #[must_use]
    pub const fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    /// Whether another message can be sent here; after 421, silence or a break it cannot.
    #[must_use]
    pub const fn is_usable(&self) -> bool {
        self.usable
    }

    /// Sends one message and gives one outcome for each recipient, in their order. One refused recipient stops no
    /// other. A message that must not leave (a `Bcc` header, larger than the server takes) is refused for all
    /// without a word to the server.
    pub async fn send(&mut self, envelope: &Envelope, message: &[u8]) -> Verdicts {
        let receipts_asked = self.capabilities.dsn && envelope.receipts == Receipts::Ask;
        let outcomes = match self.forbidden(message) {
            Some(outcome) => vec![outcome; envelope.recipients.len()],
            None if envelope.recipients.is_empty() => Vec::new(),
            None if !self.usable => {
                vec![Outcome::Deferred { reply: "the session was over".to_owned() }; envelope.recipients.len()]
            }
            None => self.transaction(envelope, message, receipts_asked).await,
        };
        Verdicts { outcomes, receipts_asked }
    }

    fn forbidden(&self, message: &[u8]) -> Option<Outcome> {
        if let Err(fault) = check_message(message) {
            return Some(Outcome::Refused { reply: format!("not sent: {fault}") });
        }
        let size = message.len() as u64;
        let max = self.capabilities.size_max.filter(|max| size > *max)?;
        Some(Outcome::Refused { reply: format!("not sent: {size} bytes, and the server takes {max}") })
    }

    async fn transaction(&mut self, envelope: &Envelope, message: &[u8], dsn: bool) -> Vec<Outcome> {
        let opened = if self.capabilities.pipelining {
            self.open_in_groups(envelope, message, dsn).await
        } else {
            self.open_one_by_one(envelope, message, dsn).await
        };
        let Opened { answers, go } = opened;
        self.in_transaction = true;
        match go {
            Go::Body => {
                let outcome = self.body(message).await;
                answers.iter().map(|it| if let Answer::Yes(_) = it { outcome.clone() } else { it.outcome() }).collect()
            }
            // The message did not leave: whom the server had accepted waits.
            Go::Stop(why) => {
                answers.iter().map(|it| if let Answer::Yes(_) = it { why.outcome() } else { it.outcome() }).collect()
            }
        }
    }

    /// RFC 2920: RSET (after a broken transaction), MAIL, the recipients and DATA in one write.
    async fn open_in_groups(&mut self, envelope: &Envelope, message: &[u8], dsn: bool) -> Opened {
        let mut group = String::with_capacity(128 * (envelope.recipients.len().min(GROUP_MAX) + 2));
        let resets = self.in_transaction;
        if resets {
            group.push_str("RSET\r\n");
        }
        group.push_str(&self.mail_line(envelope, message, dsn));
        let mut answers = Vec::with_capacity(envelope.recipients.len());
        let mut waiting = usize::from(resets) + 1;
        let mut sender = None;
        let mut groups = envelope.recipients.chunks(GROUP_MAX).peekable();
        while let Some(recipients) = groups.next() {
            recipients.iter().for_each(|it| group.push_str(&rcpt(it, dsn)));
            waiting += recipients.len();
            let is_last = groups.peek().is_none();
            if is_last {
                group.push_str("DATA\r\n");
                waiting += 1;
            }
            let mut got = self.say(std::mem::take(&mut group), waiting).await;
            if sender.is_none() {
                if resets {
                    got.remove(0);
                }
                sender = Some(got.remove(0));
            }
            waiting = 0;
            let data = if is_last { got.pop() } else { None };
            answers.extend(got);
            if let Some(data) = data {
                return self.judge(sender, answers, Some(data));
            }
        }
        self.judge(sender, answers, None)
    }

    /// One command, one answer. DATA is not said when nobody was accepted.
    async fn open_one_by_one(&mut self, envelope: &Envelope, message: &[u8], dsn: bool) -> Opened {
        if self.in_transaction {
            self.say("RSET\r\n".to_owned(), 1).await;
        }
        let line = self.mail_line(envelope, message, dsn);
        let sender = self.say_one(line).await;
        let mut answers = Vec::with_capacity(envelope.recipients.len());
        let mut stopped = if let Answer::Yes(_) = sender { None } else { Some(sender.clone()) };
        for recipient in &envelope.recipients {
            let answer = match &stopped {
                Some(why) => why.clone(),
                None => self.say_one(rcpt(recipient, dsn)).await,
            };
            if stopped.is_none() && answer.is_closing() {
                stopped = Some(answer.clone());
            }
            answers.push(answer);
        }
        let anybody = answers.iter().any(|it| matches!(it, Answer::Yes(_)));
        let data = if stopped.is_none() && anybody { Some(self.say_one("DATA\r\n".to_owned()).await) } else { None };
        self.judge(Some(sender), answers, data)
    }

    fn mail_line(&self, envelope: &Envelope, message: &[u8], dsn: bool) -> String {
        mail(envelope, dsn, self.capabilities.eight_bit && !message.is_ascii())
    }

    /// What the answers mean: does the body go, and if not, what stopped it.
    fn judge(&mut self, sender: Option<Answer>, answers: Vec<Answer>, data: Option<Answer>) -> Opened {
        let sender = sender.unwrap_or_else(|| Answer::Lost("no answer to MAIL".to_owned()));
        let closing = answers.iter().chain(data.as_ref()).find(|it| it.is_closing()).cloned();
        if closing.is_some() || sender.is_closing() {
            self.usable = false;
        }
        let all = |answers: &[Answer], why: &Answer| vec![why.clone(); answers.len()];
        match sender {
            // A server that takes DATA without a sender is left before it gets a dot.
            Answer::Later(_) | Answer::No(_) | Answer::Lost(_) => {
                self.usable &= !matches!(data, Some(Answer::Yes(_)));
                return Opened { answers: all(&answers, &sender), go: Go::Stop(sender) };
            }
            Answer::Yes(_) => {}
        }
        if let Some(why) = closing {
            return Opened { answers, go: Go::Stop(why) };
        }
        let anybody = answers.iter().any(|it| matches!(it, Answer::Yes(_)));
        match data {
            Some(Answer::Yes(_)) if anybody => Opened { answers, go: Go::Body },
            Some(Answer::Yes(reply)) => {
                self.usable = false;
                Opened { answers, go: Go::Stop(Answer::Later(reply)) }
            }
            Some(why) => Opened { answers, go: Go::Stop(why) },
            None => Opened { answers, go: Go::Stop(Answer::Later("nobody was accepted".to_owned())) },
        }
    }

    async fn say_one(&mut self, line: String) -> Answer {
        self.say(line, 1).await.pop().unwrap_or_else(|| Answer::Lost("no answer".to_owned()))
    }

    /// Writes a group of commands and reads `count` answers; after a lost line the rest are lost as it was.
    async fn say(&mut self, group: String, count: usize) -> Vec<Answer> {
        let mut answers = Vec::with_capacity(count);
        let mut next = bounded(COMMAND_MAX, self.connection.command(group)).await;
        while answers.len() < count {
            if next.is_closing() {
                self.usable = false;
                answers.resize(count, next);
                break;
            }
            answers.push(next);
            if answers.len() == count {
                break;
            }
            next = bounded(COMMAND_MAX, self.connection.read_response()).await;
        }
        answers
    }

    /// The message and its final dot. Without an answer to the dot nobody knows.
    async fn body(&mut self, message: &[u8]) -> Outcome {
        let message = with_crlf(message);
        let max = DOT_MAX + Duration::from_secs((message.len() / BYTES_PER_SEC_MIN) as u64);
        let answer = bounded(max, self.connection.message_iter(message.chunks(PIECE))).await;
        self.in_transaction = false;
        self.usable &= !answer.is_closing();
        match &answer {
            Answer::Lost(reason) if self.tail.is_end_of_message() => {
                Outcome::Unknown { reason: format!("no answer after the end of the message: {reason}") }
            }
            Answer::Yes(_) | Answer::Later(_) | Answer::No(_) | Answer::Lost(_) => answer.outcome(),
        }
    }

    /// Says goodbye. Whatever happens now changes nothing that was sent.
    pub async fn quit(mut self) {
        if self.usable {
            let _ = timeout(QUIT_MAX, self.connection.quit()).await;
        }
    }
}

struct Opened {
    answers: Vec<Answer>,
    go: Go,
}

enum Go {
    Body,
    Stop(Answer),
}

async fn bounded(max: Duration, answer: impl Future<Output = Result<Response, Error>>) -> Answer {
    match timeout(max, answer).await {
        Ok(result) => Answer::of(result),
        Err(_) => Answer::Lost(format!("no answer within {} s", max.as_secs())),
    }
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
        Answer::Lost(reason) => WireError::Lost { host, doing, source: std::io::Error::other(reason) }.into(),
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
        Answer::Later(_) | Answer::Lost(_) => Err(not_wanted(host, "logging in", answer)),
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
    let Answer::Yes(challenge) = &first else { return Ok(first) };
    let Some(reason) = challenge.strip_prefix("334") else { return Ok(first) };
    let reason = STANDARD.decode(reason.trim()).map(|it| String::from_utf8_lossy(&it).into_owned()).unwrap_or_default();
    let last = bounded(LOGIN_MAX, connection.command("\r\n")).await;
    Ok(match last {
        Answer::No(reply) | Answer::Yes(reply) => Answer::No(format!("{reply} {reason}").trim_end().to_owned()),
        Answer::Later(_) | Answer::Lost(_) => last,
    })
}
