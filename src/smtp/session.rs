//! One connection to a mail host: groups of commands in one write where the server allows it, every phase bounded, one
//! verdict for each recipient.

use std::time::Duration;

use lettre::transport::smtp::client::AsyncSmtpConnection;
use tokio::time::timeout;

use super::{
    Capabilities, Envelope, Receipts, Server, SmtpError, Verdicts,
    check::{check_message, with_crlf},
    connect,
    talk::{Answer, bounded, mail, rcpt},
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

/// An open session.
pub struct Session {
    connection: AsyncSmtpConnection,
    tail: SentTail,
    capabilities: Capabilities,
    host: String,
    in_transaction: bool,
    usable: bool,
    closing: Option<Answer>,
    sender_refused: Option<String>,
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

    /// Sends one message and gives one outcome for each recipient, in their order. One refused recipient stops no
    /// other. A message that must not leave (a `Bcc` header, larger than the server takes) is refused for all
    /// without a word to the server.
    pub async fn send(&mut self, envelope: &Envelope, message: &[u8]) -> Verdicts {
        let receipts_asked = self.capabilities.dsn && envelope.receipts == Receipts::Ask;
        self.sender_refused = None;
        let outcomes = match self.forbidden(message) {
            Some(outcome) => vec![outcome; envelope.recipients.len()],
            None if envelope.recipients.is_empty() => Vec::new(),
            None if !self.usable => {
                vec![Outcome::Deferred { reply: "the session was over".to_owned() }; envelope.recipients.len()]
            }
            None => self.transaction(envelope, message, receipts_asked).await,
        };
        Verdicts { outcomes, receipts_asked, sender_refused: self.sender_refused.take() }
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
        let eight_bit = self.capabilities.eight_bit && !message.is_ascii();
        let mut opening = mail(envelope, dsn, eight_bit);
        if self.in_transaction {
            opening.insert_str(0, "RSET\r\n");
        }
        let mut opened = if self.capabilities.pipelining {
            self.open_in_groups(opening, &envelope.recipients, dsn).await
        } else {
            self.open_one_by_one(opening, &envelope.recipients, dsn).await
        };
        self.in_transaction = true;
        for (answer, recipient) in opened.answers.iter_mut().zip(&envelope.recipients) {
            if is_about_the_sender(answer, envelope.from.as_ref(), recipient) {
                *answer = self.waiting_for_us(std::mem::replace(answer, no_answer()));
            }
        }
        let of_the_accepted = match opened.go {
            Go::Body => self.body(message).await,
            // The message did not leave: whom the server had accepted waits.
            Go::Stop(why) => why.outcome(),
        };
        let verdict = |it: &Answer| if it.is_yes() { of_the_accepted.clone() } else { it.outcome() };
        opened.answers.iter().map(verdict).collect()
    }

    /// RFC 2920: the opening, the recipients and DATA in one write (several where there are very many).
    async fn open_in_groups(&mut self, opening: String, recipients: &[EmailAddress], dsn: bool) -> Opened {
        let mut answers = Vec::with_capacity(recipients.len() + 3);
        let mut group = opening;
        let last = recipients.len().div_ceil(GROUP_MAX);
        for (number, part) in (1..).zip(recipients.chunks(GROUP_MAX)) {
            part.iter().for_each(|it| group.push_str(&rcpt(it, dsn)));
            if number == last {
                group.push_str("DATA\r\n");
            }
            answers.extend(self.say(std::mem::take(&mut group)).await);
        }
        let mut answers = answers.into_iter();
        let reset = if self.in_transaction { answers.next() } else { None };
        let sender = answers.next().unwrap_or_else(no_answer);
        let sender = reset.filter(|it| !it.is_yes()).unwrap_or(sender);
        let data = answers.next_back();
        self.judge(sender, answers.collect(), data)
    }

    /// One command, one answer. DATA is not said when nobody was accepted.
    async fn open_one_by_one(&mut self, opening: String, recipients: &[EmailAddress], dsn: bool) -> Opened {
        let mut sender = no_answer();
        for line in opening.split_inclusive("\r\n") {
            sender = self.say_one(line).await;
            if !sender.is_yes() {
                break;
            }
        }
        let mut answers = Vec::with_capacity(recipients.len());
        for recipient in recipients {
            let answer = if sender.is_yes() { self.say_one(&rcpt(recipient, dsn)).await } else { sender.clone() };
            answers.push(answer);
        }
        let anybody = self.usable && answers.iter().any(Answer::is_yes);
        let data = if anybody { Some(self.say_one("DATA\r\n").await) } else { None };
        self.judge(sender, answers, data)
    }

    /// What the answers mean: does the body go, and if not, what stopped it.
    fn judge(&mut self, sender: Answer, answers: Vec<Answer>, data: Option<Answer>) -> Opened {
        let invited = matches!(data, Some(Answer::GoOn(_)));
        let out_of_step = |it: &&Answer| it.is_closing() || matches!(it, Answer::GoOn(_));
        if !sender.is_yes() {
            // A server that takes DATA without a sender is left before it gets a dot.
            self.usable &= !invited && !out_of_step(&&sender);
            let sender = self.waiting_for_us(sender);
            return Opened { answers: vec![sender.clone(); answers.len()], go: Go::Stop(sender) };
        }
        if let Some(why) = answers.iter().find(out_of_step).cloned() {
            self.usable = false;
            return Opened { answers, go: Go::Stop(why) };
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
        Opened { answers, go }
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
        let mut answers = Vec::with_capacity(count);
        let mut next = match &self.closing {
            Some(last) => last.clone(),
            None => bounded(COMMAND_MAX, self.connection.command(group)).await,
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

    /// The message and its final dot. Without an answer to the dot nobody knows.
    async fn body(&mut self, message: &[u8]) -> Outcome {
        let message = with_crlf(message);
        let max = DOT_MAX + Duration::from_secs((message.len() / BYTES_PER_SEC_MIN) as u64);
        let answer = bounded(max, self.connection.message_iter(message.chunks(PIECE))).await;
        self.in_transaction = false;
        self.usable &= !answer.is_closing();
        match &answer {
            Answer::Lost(reason) | Answer::GoOn(reason) if self.tail.is_end_of_message() => {
                self.usable = false;
                Outcome::Unknown { reason: format!("no answer after the end of the message: {reason}") }
            }
            Answer::Yes(_) | Answer::GoOn(_) | Answer::Later(_) | Answer::No(_) | Answer::Lost(_) => answer.outcome(),
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

fn no_answer() -> Answer {
    Answer::Lost("no answer".to_owned())
}

/// Postfix says at RCPT what it holds against the sender: `553 5.7.1 <sender>: Sender address rejected`.
fn is_about_the_sender(answer: &Answer, sender: Option<&EmailAddress>, recipient: &EmailAddress) -> bool {
    let (Answer::No(reply), Some(sender)) = (answer, sender) else { return false };
    reply.contains(&format!("<{sender}>")) && sender != recipient
}
