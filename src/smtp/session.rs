//! One connection to a mail host: groups of commands in one write where the server allows it, every phase bounded, one
//! verdict for each recipient.
//!
//! A message goes in two steps, so that its intent can be written down between them: it is announced (MAIL, RCPT, DATA:
//! nothing is at stake yet), then delivered (the body and its final dot). The announcement of the next message may leave
//! in one write with the end of this one (RFC 2920, 3.1), which saves a round trip.

use std::time::Duration;

use lettre::transport::smtp::client::AsyncSmtpConnection;
use tokio::time::timeout;

use super::{
    Capabilities, Envelope, Receipts, Server, SmtpError, Verdicts,
    check::{check_message, with_crlf},
    connect,
    talk::{Answer, bounded, mail, push_rcpt},
};
use crate::{
    office::{EmailAddress, Outcome},
    wire::SentTail,
};

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

/// A message up to this size and the announcement of the next one leave in one write.
pub const JOINED_MAX: usize = 48 * 1024;

/// An open session.
pub struct Session {
    connection: AsyncSmtpConnection,
    tail: SentTail,
    capabilities: Capabilities,
    host: String,
    in_transaction: bool,
    usable: bool,
    /// The server waits for a body.
    invited: bool,
    /// The envelope of the next message was said already; its answers are not read yet.
    said_ahead: bool,
    closing: Option<Answer>,
    sender_refused: Option<String>,
}

/// A message whose envelope the server has judged. Nothing is at stake before its body goes.
#[derive(Debug)]
pub struct Announced {
    answers: Vec<Answer>,
    go: Go,
    receipts_asked: bool,
    sender_refused: Option<String>,
}

impl Announced {
    /// One answer for all of so many people, without a word to the server.
    pub(super) fn answered(answer: &Answer, people: usize) -> Self {
        Self {
            answers: vec![answer.clone(); people],
            go: Go::Stop(answer.clone()),
            receipts_asked: false,
            sender_refused: None,
        }
    }

    /// Nothing was said: what takes the message knows no announcements.
    pub(super) const fn unsaid() -> Self {
        Self { answers: Vec::new(), go: Go::Body, receipts_asked: false, sender_refused: None }
    }

    /// The line was lost before the server had said anything of it.
    #[must_use]
    pub fn was_not_heard(&self) -> bool {
        matches!(self.go, Go::Stop(Answer::Lost(_))) && self.answers.iter().all(|it| matches!(it, Answer::Lost(_)))
    }
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
        let opened = connect::open(server).await?;
        Ok(Self {
            connection: opened.connection,
            tail: opened.tail,
            capabilities: opened.capabilities,
            host: server.host.to_string(),
            in_transaction: false,
            usable: true,
            invited: false,
            said_ahead: false,
            closing: None,
            sender_refused: None,
        })
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

    /// Whether the announcement of a message may leave with the end of the one before.
    #[must_use]
    pub const fn announces_ahead(&self) -> bool {
        self.capabilities.pipelining
    }

    /// Sends one message and gives one outcome for each recipient, in their order. One refused recipient stops no
    /// other. A message that must not leave (a `Bcc` header, larger than the server takes) is refused for all
    /// without a word to the server.
    pub async fn send(&mut self, envelope: &Envelope, message: &[u8]) -> Verdicts {
        let announced = self.announce(envelope, message).await;
        self.deliver(announced, message, None).await
    }

    /// Says the envelope of a message, if it was not said ahead, and hears what the server thinks of it. Whoever is
    /// announced is delivered next, or the line is left.
    pub async fn announce(&mut self, envelope: &Envelope, message: &[u8]) -> Announced {
        let people = envelope.recipients.len();
        if let Some(answer) = self.forbidden(message) {
            return Announced::answered(&answer, people);
        }
        if people == 0 {
            return Announced::answered(&Answer::Later("nobody to send to".to_owned()), 0);
        }
        let said_ahead = std::mem::take(&mut self.said_ahead);
        if !self.usable || self.invited {
            // What was said ahead on a line that broke was not judged; a body that was invited and did not come leaves
            // no place for commands.
            self.usable = false;
            let over = "the session was over".to_owned();
            return Announced::answered(&if said_ahead { Answer::Lost(over) } else { Answer::Later(over) }, people);
        }
        let receipts_asked = self.dsn(envelope);
        self.sender_refused = None;
        let mut announced = if said_ahead {
            let answers = self.hear(people + 2, None).await;
            self.judge_group(answers)
        } else {
            let mut opening = mail(envelope, receipts_asked, self.eight_bit(message));
            if self.in_transaction {
                opening.insert_str(0, "RSET\r\n");
            }
            if self.capabilities.pipelining {
                self.open_in_groups(opening, &envelope.recipients, receipts_asked).await
            } else {
                self.open_one_by_one(opening, &envelope.recipients, receipts_asked).await
            }
        };
        self.in_transaction = true;
        for (answer, recipient) in announced.answers.iter_mut().zip(&envelope.recipients) {
            if is_about_the_sender(answer, envelope.from.as_ref(), recipient) {
                *answer = self.waiting_for_us(std::mem::replace(answer, no_answer()));
            }
        }
        self.invited = matches!(announced.go, Go::Body);
        announced.receipts_asked = receipts_asked;
        announced.sender_refused = self.sender_refused.take();
        announced
    }

    /// Sends the body of a message that was announced; with its end leaves the announcement of the next, where the
    /// server allows it.
    pub async fn deliver(
        &mut self,
        announced: Announced,
        message: &[u8],
        next: Option<(&Envelope, &[u8])>,
    ) -> Verdicts {
        let Announced { answers, go, receipts_asked, sender_refused } = announced;
        let of_the_accepted = match go {
            Go::Body => self.body(message, next).await,
            // The message did not leave: whom the server had accepted waits.
            Go::Stop(why) => why.outcome(),
        };
        let verdict = |it: &Answer| if it.is_yes() { of_the_accepted.clone() } else { it.outcome() };
        Verdicts { outcomes: answers.iter().map(verdict).collect(), receipts_asked, sender_refused }
    }

    fn dsn(&self, envelope: &Envelope) -> bool {
        self.capabilities.dsn && envelope.receipts == Receipts::Ask
    }

    fn eight_bit(&self, message: &[u8]) -> bool {
        self.capabilities.eight_bit && !message.is_ascii()
    }

    fn forbidden(&self, message: &[u8]) -> Option<Answer> {
        if let Err(fault) = check_message(message) {
            return Some(Answer::No(format!("not sent: {fault}")));
        }
        let size = message.len() as u64;
        let max = self.capabilities.size_max.filter(|max| size > *max)?;
        Some(Answer::No(format!("not sent: {size} bytes, and the server takes {max}")))
    }

    /// RFC 2920: the opening, the recipients and DATA in one write (several where there are very many).
    async fn open_in_groups(&mut self, opening: String, recipients: &[EmailAddress], dsn: bool) -> Announced {
        let mut answers = Vec::with_capacity(recipients.len() + 3);
        let mut group = opening;
        let last = recipients.len().div_ceil(GROUP_MAX);
        for (number, part) in (1..).zip(recipients.chunks(GROUP_MAX)) {
            part.iter().for_each(|it| push_rcpt(&mut group, it, dsn));
            if number == last {
                group.push_str("DATA\r\n");
            }
            answers.extend(self.say(std::mem::take(&mut group)).await);
        }
        self.judge_group(answers)
    }

    /// The answers to RSET where it was said, MAIL, the recipients and DATA.
    fn judge_group(&mut self, answers: Vec<Answer>) -> Announced {
        let mut answers = answers.into_iter();
        let reset = if self.in_transaction { answers.next() } else { None };
        let sender = answers.next().unwrap_or_else(no_answer);
        let sender = reset.filter(|it| !it.is_yes()).unwrap_or(sender);
        let data = answers.next_back();
        self.judge(sender, answers.collect(), data)
    }

    /// One command, one answer. DATA is not said when nobody was accepted.
    async fn open_one_by_one(&mut self, opening: String, recipients: &[EmailAddress], dsn: bool) -> Announced {
        let mut sender = no_answer();
        for line in opening.split_inclusive("\r\n") {
            sender = self.say_one(line).await;
            if !sender.is_yes() {
                break;
            }
        }
        let mut answers = Vec::with_capacity(recipients.len());
        for recipient in recipients {
            let mut line = String::new();
            push_rcpt(&mut line, recipient, dsn);
            let answer = if sender.is_yes() { self.say_one(&line).await } else { sender.clone() };
            answers.push(answer);
        }
        let anybody = self.usable && answers.iter().any(Answer::is_yes);
        let data = if anybody { Some(self.say_one("DATA\r\n").await) } else { None };
        self.judge(sender, answers, data)
    }

    /// What the answers mean: does the body go, and if not, what stopped it.
    fn judge(&mut self, sender: Answer, answers: Vec<Answer>, data: Option<Answer>) -> Announced {
        let invited = matches!(data, Some(Answer::GoOn(_)));
        let out_of_step = |it: &&Answer| it.is_closing() || matches!(it, Answer::GoOn(_));
        if !sender.is_yes() {
            // A server that takes DATA without a sender is left before it gets a dot.
            self.usable &= !invited && !out_of_step(&&sender);
            let sender = self.waiting_for_us(sender);
            return Announced::answered(&sender, answers.len());
        }
        if let Some(why) = answers.iter().find(out_of_step).cloned() {
            self.usable = false;
            return announced(answers, Go::Stop(why));
        }
        let anybody = answers.iter().any(Answer::is_yes);
        let go = match data {
            Some(Answer::GoOn(_)) if anybody => Go::Body,
            // Invited for nobody, or an answer to something else: no dot is sent on this line any more.
            Some(Answer::GoOn(reply) | Answer::Yes(reply)) => {
                self.usable = false;
                Go::Stop(Answer::Later(reply))
            }
            Some(why @ (Answer::Later(_) | Answer::No(_) | Answer::Lost(_))) => {
                // Recipients and yet no invitation: perhaps the answers are those of other commands.
                self.usable &= !anybody;
                Go::Stop(why)
            }
            None => Go::Stop(Answer::Later("nobody was accepted".to_owned())),
        };
        announced(answers, go)
    }

    /// A sender refused for good is our fault: the recipients wait until it is mended.
    fn waiting_for_us(&mut self, sender: Answer) -> Answer {
        match sender {
            Answer::No(reply) => {
                self.sender_refused = Some(reply.clone());
                Answer::Later(reply)
            }
            Answer::Yes(_) | Answer::GoOn(_) | Answer::Later(_) | Answer::Lost(_) => sender,
        }
    }

    async fn say_one(&mut self, line: &str) -> Answer {
        self.say(line.to_owned()).await.pop().unwrap_or_else(no_answer)
    }

    /// Writes a group of commands and reads one answer for each; once the line is closing the rest are as its last
    /// answer was, and nothing more is said.
    async fn say(&mut self, group: String) -> Vec<Answer> {
        let count = group.lines().count();
        self.hear(count, Some(group)).await
    }

    /// Reads so many answers, the first of them to a group that leaves now or that has left before.
    async fn hear(&mut self, count: usize, group: Option<String>) -> Vec<Answer> {
        let mut answers = Vec::with_capacity(count);
        let mut next = match (&self.closing, group) {
            (Some(last), _) => last.clone(),
            (None, Some(group)) => bounded(COMMAND_MAX, self.connection.command(group)).await,
            (None, None) => bounded(COMMAND_MAX, self.connection.read_response()).await,
        };
        while answers.len() < count {
            if next.is_closing() {
                self.usable = false;
                self.closing = Some(next.clone());
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

    /// The message and its final dot, and right behind it the envelope of the next. Without an answer to the dot nobody
    /// knows.
    async fn body(&mut self, message: &[u8], next: Option<(&Envelope, &[u8])>) -> Outcome {
        let message = with_crlf(message);
        let max = DOT_MAX + Duration::from_secs((message.len() / BYTES_PER_SEC_MIN) as u64);
        let joined = next.and_then(|(envelope, next)| self.joined(&message, envelope, next));
        let dot_at = joined.as_ref().map(|(_, end)| self.tail.sent() + *end as u64);
        self.said_ahead = joined.is_some();
        let answer = match joined {
            Some((words, _)) => bounded(max, self.connection.command(words)).await,
            None => bounded(max, self.connection.message_iter(message.chunks(PIECE))).await,
        };
        let dot_has_left = dot_at.map_or_else(|| self.tail.is_end_of_message(), |end| self.tail.sent() >= end);
        self.in_transaction = false;
        self.invited = false;
        self.usable &= !answer.is_closing();
        match &answer {
            Answer::Lost(reason) | Answer::GoOn(reason) if dot_has_left => {
                self.usable = false;
                Outcome::Unknown { reason: format!("no answer after the end of the message: {reason}") }
            }
            Answer::Lost(_) | Answer::GoOn(_) => {
                self.usable = false;
                answer.outcome()
            }
            Answer::Yes(_) | Answer::Later(_) | Answer::No(_) => answer.outcome(),
        }
    }

    /// A message with its final dot and the announcement of the next, as they stand on the wire, and where the dot ends.
    /// None where the server, or their size, asks for two writes.
    fn joined(&self, message: &[u8], next: &Envelope, next_message: &[u8]) -> Option<(String, usize)> {
        let people = next.recipients.len();
        let is_plain = self.capabilities.pipelining && people > 0 && people <= GROUP_MAX && message.len() <= JOINED_MAX;
        if !is_plain || self.forbidden(next_message).is_some() {
            return None;
        }
        let text = std::str::from_utf8(message).ok()?;
        let mut words = String::with_capacity(text.len() + 128 * (people + 2));
        for (n, line) in text.split("\r\n").enumerate() {
            if n > 0 {
                words.push_str("\r\n");
            }
            // RFC 5321, 4.5.2.
            if line.starts_with('.') {
                words.push('.');
            }
            words.push_str(line);
        }
        words.push_str("\r\n.\r\n");
        let end = words.len();
        let dsn = self.dsn(next);
        words.push_str(&mail(next, dsn, self.eight_bit(next_message)));
        next.recipients.iter().for_each(|it| push_rcpt(&mut words, it, dsn));
        words.push_str("DATA\r\n");
        Some((words, end))
    }

    /// Says goodbye. Whatever happens now changes nothing that was sent.
    pub async fn quit(mut self) {
        if self.usable && !self.invited && !self.said_ahead {
            let _ = timeout(QUIT_MAX, self.connection.quit()).await;
        }
    }
}

#[derive(Debug)]
enum Go {
    Body,
    Stop(Answer),
}

const fn announced(answers: Vec<Answer>, go: Go) -> Announced {
    Announced { answers, go, receipts_asked: false, sender_refused: None }
}

fn no_answer() -> Answer {
    Answer::Lost("no answer".to_owned())
}

/// Postfix says at RCPT what it holds against the sender: `553 5.7.1 <sender>: Sender address rejected`.
fn is_about_the_sender(answer: &Answer, sender: Option<&EmailAddress>, recipient: &EmailAddress) -> bool {
    let (Answer::No(reply), Some(sender)) = (answer, sender) else { return false };
    reply.contains(&format!("<{sender}>")) && sender != recipient
}
