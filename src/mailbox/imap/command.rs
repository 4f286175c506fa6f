//! One command and its answers: counted to the tagged end, under a deadline. A session in which an answer was not
//! awaited to its end is out of step and is given up.

use std::time::Duration;

use async_imap::{
    Session,
    imap_proto::{MailboxDatum, Outcome, RequestId, Response, ResponseCode, Status},
};
use tokio::time::{Instant, timeout_at};

use crate::{mailbox::MailboxError, oauth2::Tokens, wire::Wire};

/// The longest silence within an answer: a server that works sends something.
const ANSWER_MAX: Duration = Duration::from_secs(60);

/// Literals up to this size are read whatever was asked for (headers, names).
const LITERAL_MIN: u64 = 4 << 20;

/// A line slower than this is not alive (1 byte a second is a known fault).
const BYTES_PER_SEC_MIN: u64 = 16 * 1024;

/// How long leaving IDLE may take.
const DONE_MAX: Duration = Duration::from_secs(30);

/// A session and what was noticed in passing.
pub struct Talk {
    session: Session<Wire>,
    host: String,
    tokens: Option<Tokens>,
    /// The mailbox has grown since this was last taken.
    pub news: bool,
    out_of_step: bool,
    idle: Idle,
}

enum Idle {
    No,
    Asked(RequestId),
    Running(RequestId),
    Ending(RequestId),
}

/// A tagged answer other than OK.
pub struct NotOk {
    /// The words of the server.
    pub reply: String,
    /// The folder does not exist and may be made (RFC 3501, 7.1).
    pub try_create: bool,
}

/// One answer, as far as the conversation is concerned.
enum Heard {
    /// The tagged end of the command.
    End(Result<(), NotOk>),
    /// `+`: go on.
    GoOn,
    /// Anything else; it was shown to the caller.
    Untagged,
}

/// How IDLE began or ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idled {
    /// The mailbox has grown.
    News,
    /// The time is over.
    Elapsed,
    /// The server does not do it.
    Unable,
}

impl Talk {
    pub const fn new(session: Session<Wire>, host: String, tokens: Option<Tokens>) -> Self {
        Self { session, host, tokens, news: false, out_of_step: false, idle: Idle::No }
    }

    /// What a literal may have: twice what is asked for, because some servers count sizes roughly.
    pub fn expect_bodies_of(&mut self, bytes: u64) {
        let stream: &mut Wire = self.session.as_mut();
        stream.limit_literals(bytes.saturating_mul(2).max(LITERAL_MIN));
    }

    pub fn host(&self) -> &str {
        &self.host
    }

    /// Runs a command and shows every untagged answer to `each`.
    pub async fn run(
        &mut self,
        line: &str,
        doing: &'static str,
        expected_bytes: u64,
        each: impl FnMut(&Response<'_>),
    ) -> Result<(), MailboxError> {
        let host = self.host.clone();
        self.try_run(line, doing, expected_bytes, each).await?.map_err(|no| MailboxError::Refused {
            host,
            doing,
            reply: no.reply,
        })
    }

    /// The same, with NO and BAD as a value.
    pub async fn try_run(
        &mut self,
        line: &str,
        doing: &'static str,
        expected_bytes: u64,
        each: impl FnMut(&Response<'_>),
    ) -> Result<Result<(), NotOk>, MailboxError> {
        self.begin(doing).await?;
        let tag = self.say(line, doing).await?;
        self.until_tagged(&tag, doing, expected_bytes, each).await
    }

    /// APPEND: the literal goes when the server asks for it.
    pub async fn append(&mut self, line: &str, literal: &[u8]) -> Result<Result<(), NotOk>, MailboxError> {
        use tokio::io::AsyncWriteExt;
        let doing = "putting a mail into a folder";
        self.begin(doing).await?;
        let tag = self.say(line, doing).await?;
        loop {
            match self.next(doing, Instant::now() + ANSWER_MAX, &tag, &mut |_| {}).await? {
                Heard::GoOn => break,
                Heard::Untagged => {}
                Heard::End(answer) => {
                    self.out_of_step = false;
                    return Ok(answer);
                }
            }
        }
        let deadline = Instant::now() + ANSWER_MAX + slowest(literal.len() as u64);
        let stream: &mut Wire = self.session.as_mut();
        let written = timeout_at(deadline, async {
            stream.write_all(literal).await?;
            stream.write_all(b"\r\n").await
        });
        match written.await {
            Err(_) => return Err(self.silent(doing, ANSWER_MAX)),
            Ok(Err(error)) => return Err(self.lost(doing, &error.kind().to_string())),
            Ok(Ok(())) => {}
        }
        self.until_tagged(&tag, doing, literal.len() as u64, |_| {}).await
    }

    /// Waits in IDLE until the mailbox grows or `max` is over. Dropping the wait is allowed: the next command ends
    /// the IDLE first.
    pub async fn idle(&mut self, max: Duration) -> Result<Idled, MailboxError> {
        let doing = "waiting for mail";
        let deadline = Instant::now() + max;
        if !self.start_idle(doing).await? {
            return Ok(Idled::Unable);
        }
        while let (false, Idle::Running(tag)) = (self.news, &self.idle) {
            let tag = tag.clone();
            match self.hear(doing, deadline, &tag, &mut |_| {}).await? {
                None => break,
                // The server ended it by itself: asked again by the next wait.
                Some(Heard::End(_)) => self.idle = Idle::No,
                Some(Heard::GoOn | Heard::Untagged) => {}
            }
        }
        self.leave_idle().await?;
        Ok(if self.news { Idled::News } else { Idled::Elapsed })
    }

    async fn start_idle(&mut self, doing: &'static str) -> Result<bool, MailboxError> {
        self.leave_idle().await?;
        self.begin(doing).await?;
        let tag = self.say("IDLE", doing).await?;
        self.idle = Idle::Asked(tag);
        self.out_of_step = false;
        self.await_continuation(doing).await
    }

    /// Reads up to the `+` of IDLE; false if the server says NO (the library would wait for ever here).
    async fn await_continuation(&mut self, doing: &'static str) -> Result<bool, MailboxError> {
        let deadline = Instant::now() + DONE_MAX;
        while let Idle::Asked(tag) = &self.idle {
            let tag = tag.clone();
            match self.next(doing, deadline, &tag, &mut |_| {}).await? {
                Heard::GoOn => self.idle = Idle::Running(tag),
                Heard::Untagged => {}
                Heard::End(_) => {
                    self.idle = Idle::No;
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Ends an IDLE that is still open, wherever a dropped wait left it.
    pub async fn leave_idle(&mut self) -> Result<(), MailboxError> {
        let doing = "ending the wait for mail";
        if let Idle::Asked(_) = &self.idle
            && !self.await_continuation(doing).await?
        {
            return Ok(());
        }
        if let Idle::Running(tag) = &self.idle {
            let tag = tag.clone();
            let said = self.session.run_command_untagged("DONE").await;
            self.idle = Idle::Ending(tag);
            if said.is_err() {
                return Err(self.lost(doing, "the server closed the connection"));
            }
        }
        let deadline = Instant::now() + DONE_MAX;
        while let Idle::Ending(tag) = &self.idle {
            let tag = tag.clone();
            match self.next(doing, deadline, &tag, &mut |_| {}).await? {
                Heard::End(_) => self.idle = Idle::No,
                Heard::GoOn | Heard::Untagged => {}
            }
        }
        Ok(())
    }

    async fn begin(&mut self, doing: &'static str) -> Result<(), MailboxError> {
        if self.out_of_step {
            return Err(self.lost(doing, "an earlier command was broken off"));
        }
        self.leave_idle().await?;
        self.out_of_step = true;
        Ok(())
    }

    async fn say(&mut self, line: &str, doing: &'static str) -> Result<RequestId, MailboxError> {
        match self.session.run_command(line).await {
            Ok(tag) => Ok(tag),
            // The library's text could repeat the command.
            Err(_) => Err(self.lost(doing, "the server closed the connection")),
        }
    }

    async fn until_tagged(
        &mut self,
        tag: &RequestId,
        doing: &'static str,
        expected_bytes: u64,
        mut each: impl FnMut(&Response<'_>),
    ) -> Result<Result<(), NotOk>, MailboxError> {
        let patience = ANSWER_MAX + slowest(expected_bytes);
        let mut deadline = Instant::now() + patience;
        loop {
            match self.next(doing, deadline, tag, &mut each).await? {
                Heard::End(answer) => {
                    self.out_of_step = false;
                    return Ok(answer);
                }
                Heard::GoOn | Heard::Untagged => {}
            }
            // What was expected has its time as a whole; an answer of unknown length only has to go on.
            if expected_bytes == 0 {
                deadline = Instant::now() + patience;
            }
        }
    }

    /// The next answer; silence is an error.
    async fn next(
        &mut self,
        doing: &'static str,
        deadline: Instant,
        tag: &RequestId,
        each: &mut impl FnMut(&Response<'_>),
    ) -> Result<Heard, MailboxError> {
        let started = Instant::now();
        match self.hear(doing, deadline, tag, each).await? {
            Some(heard) => Ok(heard),
            None => Err(self.silent(doing, started.elapsed())),
        }
    }

    /// The next answer, if one comes in time.
    async fn hear(
        &mut self,
        doing: &'static str,
        deadline: Instant,
        tag: &RequestId,
        each: &mut impl FnMut(&Response<'_>),
    ) -> Result<Option<Heard>, MailboxError> {
        let response = match timeout_at(deadline, self.session.read_response()).await {
            Err(_) => return Ok(None),
            Ok(Ok(Some(response))) => response,
            Ok(Ok(None)) => return Err(self.lost(doing, "the server closed the connection")),
            // The library's text holds the whole buffer: mail, perhaps. Only the kind is told.
            Ok(Err(error)) if error.kind() == std::io::ErrorKind::Other => {
                return Err(self.lost(doing, "an answer that cannot be read"));
            }
            Ok(Err(error)) => return Err(self.lost(doing, &error.kind().to_string())),
        };
        let parsed = response.parsed();
        if let Response::Done { tag: it, status, outcome } = parsed
            && it == tag
        {
            return Ok(Some(Heard::End(judge(status, outcome))));
        }
        if let Response::Continue(_) = parsed {
            return Ok(Some(Heard::GoOn));
        }
        if let Response::Data { status: Status::Bye, outcome } = parsed {
            let words = outcome.information.as_deref().unwrap_or_default().to_owned();
            return Err(self.bye(doing, &words).await);
        }
        self.news |= matches!(parsed, Response::MailboxData(MailboxDatum::Exists(_)));
        each(parsed);
        Ok(Some(Heard::Untagged))
    }

    async fn bye(&mut self, doing: &'static str, words: &str) -> MailboxError {
        self.out_of_step = true;
        match &self.tokens {
            Some(tokens) if words.contains("AccessTokenExpired") => {
                tokens.forget().await;
                MailboxError::TokenExpired { host: self.host.clone() }
            }
            Some(_) | None => self.lost(doing, &format!("the server said goodbye: {words}")),
        }
    }

    fn lost(&mut self, doing: &'static str, reason: &str) -> MailboxError {
        self.out_of_step = true;
        MailboxError::Lost { host: self.host.clone(), doing, reason: reason.to_owned() }
    }

    fn silent(&mut self, doing: &'static str, waited: Duration) -> MailboxError {
        self.out_of_step = true;
        MailboxError::Silent { host: self.host.clone(), doing, seconds: waited.as_secs() }
    }
}

impl std::fmt::Debug for Talk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Talk").field("host", &self.host).finish_non_exhaustive()
    }
}

const fn slowest(bytes: u64) -> Duration {
    Duration::from_secs(bytes / BYTES_PER_SEC_MIN)
}

fn judge(status: &Status, outcome: &Outcome<'_>) -> Result<(), NotOk> {
    if *status == Status::Ok {
        return Ok(());
    }
    let reply = outcome.information.as_deref().unwrap_or("no reason given").to_owned();
    let try_create = matches!(outcome.code, Some(ResponseCode::TryCreate)) || reply.contains("TRYCREATE");
    Err(NotOk { reply, try_create })
}
