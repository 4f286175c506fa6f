//! The words of the conversation: commands as they stand on the wire, answers as verdicts.

use std::{fmt::Write, io, net::SocketAddr, time::Duration};

use lettre::transport::smtp::{
    Error,
    client::AsyncTokioStream,
    extension::{MailParameter, RcptParameter},
    response::Response,
};
use tokio::time::timeout;

use super::{Envelope, Receipts};
use crate::{
    office::{EmailAddress, Outcome},
    wire::Wire,
};

impl AsyncTokioStream for Wire {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer())
    }
}

/// One answer of the server, or its absence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// 2xx.
    Yes(String),
    /// 3xx: the server waits for more. At any other place than where it is asked for, we are out of step.
    GoOn(String),
    /// 4xx.
    Later(String),
    /// 5xx.
    No(String),
    /// The connection ended, was silent too long, or what came is no answer.
    Lost(String),
}

impl Answer {
    pub fn of(result: Result<Response, Error>) -> Self {
        match result {
            Ok(response) => {
                let mut reply = String::with_capacity(64);
                let _ = write!(reply, "{}", response.code());
                for line in response.message() {
                    reply.push(' ');
                    reply.push_str(line);
                }
                reply.truncate(reply.trim_end().len());
                if reply.starts_with('3') { Self::GoOn(reply) } else { Self::Yes(reply) }
            }
            Err(error) => Self::of_error(&error),
        }
    }

    fn of_error(error: &Error) -> Self {
        let words = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
        match error.status() {
            Some(code) if error.is_permanent() => Self::No(format!("{code} {words}").trim_end().to_owned()),
            Some(code) => Self::Later(format!("{code} {words}").trim_end().to_owned()),
            None => Self::Lost(if words.is_empty() { error.to_string() } else { words }),
        }
    }

    /// The server is about to close the connection (RFC 5321, 3.8).
    pub fn is_closing(&self) -> bool {
        match self {
            Self::Later(reply) => reply.starts_with("421"),
            Self::Lost(_) => true,
            Self::Yes(_) | Self::GoOn(_) | Self::No(_) => false,
        }
    }

    pub const fn is_yes(&self) -> bool {
        matches!(self, Self::Yes(_))
    }

    /// The verdict that this answer is for a recipient. A lost connection before the final dot put nothing at stake.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Yes(reply) => Outcome::Accepted { reply: reply.clone() },
            Self::Later(reply) | Self::GoOn(reply) | Self::Lost(reply) => Outcome::Deferred { reply: reply.clone() },
            Self::No(reply) => Outcome::Refused { reply: reply.clone() },
        }
    }
}

/// An answer within a limit; silence is a lost line.
pub(super) async fn bounded(max: Duration, answer: impl Future<Output = Result<Response, Error>>) -> Answer {
    match timeout(max, answer).await {
        Ok(result) => Answer::of(result),
        Err(_) => Answer::Lost(format!("no answer within {} s", max.as_secs())),
    }
}

/// `MAIL FROM` with what the server knows.
pub(super) fn mail(envelope: &Envelope, dsn: bool, eight_bit: bool) -> String {
    let mut line = format!("MAIL FROM:<{}>", envelope.from.as_ref().map_or("", EmailAddress::as_str));
    if eight_bit {
        line.push_str(" BODY=8BITMIME");
    }
    if dsn && envelope.receipts == Receipts::Ask {
        line.push_str(" RET=HDRS");
        if let Some(id) = &envelope.envelope_id {
            // The parameter's Display writes xtext (RFC 3461, 4): once, here.
            let parameter = MailParameter::Other { keyword: "ENVID".to_owned(), value: Some(id.as_str().to_owned()) };
            let _ = write!(line, " {parameter}");
        }
    }
    line.push_str("\r\n");
    line
}

/// `RCPT TO`, with the receipts asked for, behind what stands in the group already.
pub(super) fn push_rcpt(group: &mut String, recipient: &EmailAddress, dsn: bool) {
    let address = recipient.as_str();
    group.extend(["RCPT TO:<", address, ">"]);
    if dsn {
        group.push_str(" NOTIFY=SUCCESS,FAILURE,DELAY ");
        if stands_in_xtext(address) {
            group.extend(["ORCPT=rfc822;", address]);
        } else {
            let (keyword, value) = ("ORCPT".to_owned(), Some(format!("rfc822;{address}")));
            let _ = write!(group, "{}", RcptParameter::Other { keyword, value });
        }
    }
    group.push_str("\r\n");
}

/// Whether a text is the same in xtext (RFC 3461, 4): nearly every address is.
fn stands_in_xtext(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_graphic() && !matches!(it, b'+' | b'='))
}

#[cfg(test)]
mod tests {
    use super::{Envelope, Receipts, mail, push_rcpt};
    use crate::office::{EmailAddress, EnvelopeId};

    fn rcpt(recipient: &EmailAddress, dsn: bool) -> String {
        let mut line = String::new();
        push_rcpt(&mut line, recipient, dsn);
        line
    }

    #[test]
    fn xtext_is_written_once() {
        let plus = EmailAddress::parse("ana+x=y@ipreville.test").unwrap();
        assert_eq!(
            rcpt(&plus, true),
            "RCPT TO:<ana+x=y@ipreville.test> NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;ana+2Bx+3Dy@ipreville.test\r\n"
        );
        assert_eq!(rcpt(&plus, false), "RCPT TO:<ana+x=y@ipreville.test>\r\n");
        let plain = EmailAddress::parse("ana@ipreville.test").unwrap();
        assert_eq!(
            rcpt(&plain, true),
            "RCPT TO:<ana@ipreville.test> NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;ana@ipreville.test\r\n"
        );
    }

    #[test]
    fn the_null_sender_and_the_envelope_id_have_their_form() {
        let mut envelope = Envelope {
            from: None,
            recipients: Vec::new(),
            envelope_id: Some(EnvelopeId::new("AR-2026-0001.p1")),
            receipts: Receipts::Ask,
        };
        assert_eq!(mail(&envelope, true, false), "MAIL FROM:<> RET=HDRS ENVID=AR-2026-0001.p1\r\n");
        assert_eq!(mail(&envelope, false, true), "MAIL FROM:<> BODY=8BITMIME\r\n");
        envelope.receipts = Receipts::Silent;
        assert_eq!(mail(&envelope, true, false), "MAIL FROM:<>\r\n");
    }
}
