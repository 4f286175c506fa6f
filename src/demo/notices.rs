//! What mail hosts and robots answer, in the forms that real ones have: Postfix, Microsoft 365 in Portuguese,
//! read receipts, notes of absence.

use jiff::tz::TimeZone;

use super::client::{AUTHSERV_ID, quoted_printable, rfc2822, word};

/// A mail that a notice is about.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Who sent it by its envelope: where notices go.
    pub from: String,
    /// Its Message-ID, with angle brackets.
    pub message_id: String,
    /// Its envelope id.
    pub envelope_id: String,
    /// Its subject.
    pub subject: String,
    /// When it left, seconds since 1970.
    pub at: i64,
}

/// What a host says of one recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It stands in the mailbox.
    Delivered,
    /// It was given to a host that says no more.
    Relayed,
    /// No such mailbox.
    Unknown,
    /// The mailbox is full.
    Full,
    /// It is late.
    Delayed,
}

impl Verdict {
    const fn action(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Relayed => "relayed",
            Self::Unknown | Self::Full => "failed",
            Self::Delayed => "delayed",
        }
    }

    const fn status(self) -> &'static str {
        match self {
            Self::Delivered | Self::Relayed => "2.0.0",
            Self::Unknown => "5.1.1",
            Self::Full => "5.2.2",
            Self::Delayed => "4.4.1",
        }
    }

    const fn diagnostic(self) -> &'static str {
        match self {
            Self::Delivered => "250 2.0.0 <RCPT> Saved",
            Self::Relayed => "250 2.0.0 Ok: queued as 4bZt1D2pMjz",
            Self::Unknown => "550 5.1.1 <RCPT>: Recipient address rejected: User unknown in virtual mailbox table",
            Self::Full => "552 5.2.2 <RCPT>: Mailbox full",
            Self::Delayed => "connect to mx.HOST[198.51.100.7]:25: Connection timed out",
        }
    }

    fn diagnostic_for(self, recipient: &str) -> String {
        let host = recipient.rsplit('@').next().unwrap_or_default();
        self.diagnostic().replace("RCPT", recipient).replace("HOST", host)
    }
}

/// A notice as Postfix writes it.
#[must_use]
pub fn postfix(sent: &Sent, recipient: &str, verdict: Verdict, at: i64, zone: &TimeZone) -> Vec<u8> {
    let host = recipient.rsplit('@').next().unwrap_or_default();
    let id = format!("{:X}", at.unsigned_abs().wrapping_mul(2_654_435_761) ^ crc(recipient));
    let (subject, words) = match verdict {
        Verdict::Delivered | Verdict::Relayed => (
            "Successful Mail Delivery Report",
            "Your message was successfully delivered to the destination(s)\nlisted below. If the message was delivered to mailbox you will\n\
             receive no further notifications. Otherwise you may still receive\nnotifications of mail delivery errors from other systems.",
        ),
        Verdict::Unknown | Verdict::Full => (
            "Undelivered Mail Returned to Sender",
            "I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n\
             For further assistance, please send mail to postmaster.",
        ),
        Verdict::Delayed => (
            "Delayed Mail (still being retried)",
            "####################################################################\n\
             # THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n\
             ####################################################################\n\n\
             Your message could not be delivered for more than 1 hour(s).\nIt will be retried until it is 5 day(s) old.",
        ),
    };
    let diagnostic = verdict.diagnostic_for(recipient);
    let mut dsn = format!(
        "Reporting-MTA: dns; mail.{host}\nOriginal-Envelope-Id: {}\nX-Postfix-Queue-ID: {id}\nX-Postfix-Sender: rfc822; {}\n\
         Arrival-Date: {}\n\nFinal-Recipient: rfc822; {recipient}\nOriginal-Recipient: rfc822;{recipient}\nAction: {}\nStatus: {}\n\
         Diagnostic-Code: smtp; {diagnostic}\n",
        sent.envelope_id,
        sent.from,
        rfc2822(sent.at, zone),
        verdict.action(),
        verdict.status(),
    );
    if verdict == Verdict::Delayed {
        dsn.push_str(&format!("Will-Retry-Until: {}\n", rfc2822(sent.at + 5 * 86_400, zone)));
    }
    let text = format!(
        "This is the mail system at host mail.{host}.\n\n{words}\n\n                   The mail system\n\n<{recipient}>: {diagnostic}\n"
    );
    let boundary = format!("{id}.{}/mail.{host}", at);
    let original = format!(
        "Return-Path: <{}>\nFrom: <{}>\nSubject: {}\nMessage-ID: {}\nDate: {}\n",
        sent.from,
        sent.from,
        word(&sent.subject).replace('\r', ""),
        sent.message_id,
        rfc2822(sent.at, zone)
    );
    format!(
        "Return-Path: <>\nReceived: by mail.{host} (Postfix)\n\tid {id}; {date}\nDate: {date}\nFrom: MAILER-DAEMON@mail.{host} (Mail Delivery System)\n\
         Subject: {subject}\nTo: {}\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status;\n\
         \tboundary=\"{boundary}\"\nMessage-Id: <{date_id}.{id}@mail.{host}>\n\nThis is a MIME-encapsulated message.\n\n--{boundary}\n\
         Content-Description: Notification\nContent-Type: text/plain; charset=us-ascii\n\n{text}\n--{boundary}\n\
         Content-Description: Delivery report\nContent-Type: message/delivery-status\n\n{dsn}\n--{boundary}\n\
         Content-Description: Message Headers\nContent-Type: text/rfc822-headers\n\n{original}\n--{boundary}--\n",
        sent.from,
        date = rfc2822(at, zone),
        date_id = at,
    )
    .replace('\n', "\r\n")
    .into_bytes()
}

/// A notice as Microsoft 365 writes it in Portuguese: no envelope id, the original in In-Reply-To and References.
#[must_use]
pub fn microsoft(sent: &Sent, recipient: &str, verdict: Verdict, at: i64, zone: &TimeZone) -> Vec<u8> {
    let (subject, words) = match verdict {
        Verdict::Delivered => ("Entregue", "Sua mensagem foi entregue aos seguintes destinatários:"),
        Verdict::Relayed => (
            "Retransmitida",
            "A entrega para estes destinatários ou grupos foi concluída, mas nenhuma notificação de entrega foi enviada pelo servidor de destino:",
        ),
        Verdict::Unknown | Verdict::Full => {
            ("Não é possível entregar", "Falha na entrega para estes destinatários ou grupos:")
        }
        Verdict::Delayed => ("Entrega atrasada", "A entrega para estes destinatários ou grupos está atrasada:"),
    };
    let server = "CP2P152MB0002.LAMP152.PROD.OUTLOOK.EXAMPLE";
    let number = at.unsigned_abs() ^ crc(recipient);
    let (outer, inner) = (format!("{number:08x}-6007-4958-94f2-a3f535cef18c"), format!("{number:08x}-0b60-4585-b255"));
    let text = format!("{words}\n\n{recipient}\n\nAssunto: {}\n", sent.subject);
    let html = format!(
        "<html><body>{words}<br>\n<br>\n<a href=\"mailto:{recipient}\">{recipient}</a><br>\n<br>\nAssunto: {}<br>\n</body></html>\n",
        sent.subject
    );
    let full_subject = word(&format!("{subject}: {}", sent.subject)).replace('\r', "");
    let head = format!(
        "Received: from {server} by {AUTHSERV_ID} with HTTPS;\n\t{date}\nFrom: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@ipreville.example>\n\
         To: <{}>\nDate: {date}\nContent-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"{outer}\"\nContent-Language: pt-BR\n\
         Message-ID:\n <{number:016x}@{server}>\nIn-Reply-To:\n {id}\nReferences:\n {id}\nSubject: {full_subject}\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n\n",
        sent.from,
        date = rfc2822(at, zone),
        id = sent.message_id,
    );
    let body = format!(
        "--{outer}\nContent-Type: multipart/alternative; differences=Content-Type;\n\tboundary=\"{inner}\"\n\n--{inner}\n\
         Content-Type: text/plain; charset=\"iso-8859-1\"\nContent-Transfer-Encoding: quoted-printable\n\n{}\n--{inner}\n\
         Content-Type: text/html; charset=\"iso-8859-1\"\nContent-Transfer-Encoding: quoted-printable\n\n{}\n--{inner}--\n\n",
        quoted_printable(&text).replace('\r', ""),
        quoted_printable(&html).replace('\r', "")
    );
    let dsn = format!(
        "--{outer}\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;{server}\nReceived-From-MTA: dns;{server}\nArrival-Date: {}\n\n\
         Final-Recipient: rfc822;{recipient}\nAction: {}\nStatus: {}\nDiagnostic-Code: smtp;{}\nX-Display-Name: {recipient}\n\n",
        rfc2822(sent.at, zone),
        verdict.action(),
        verdict.status(),
        verdict.diagnostic_for(recipient)
    );
    let original = format!(
        "--{outer}\nContent-Type: text/rfc822-headers\n\nFrom: <{}>\nSubject: {}\nDate: {}\nMessage-ID:\n {}\nMIME-Version: 1.0\n\n--{outer}--\n",
        sent.from,
        word(&sent.subject).replace('\r', ""),
        rfc2822(sent.at, zone),
        sent.message_id
    );
    [head, body, dsn, original].concat().replace('\n', "\r\n").into_bytes()
}

/// A read receipt (RFC 8098) as Outlook writes it in Portuguese.
#[must_use]
pub fn read_receipt(sent: &Sent, recipient: &str, name: &str, at: i64, zone: &TimeZone) -> Vec<u8> {
    let number = at.unsigned_abs() ^ crc(recipient);
    let boundary = format!("----=_NextPart_{number:012X}");
    let text = format!(
        "Sua mensagem\n\n  Para: {name}\n  Assunto: {}\n  Enviada em: {}\n\nfoi lida em {}.\n",
        sent.subject,
        rfc2822(sent.at, zone),
        rfc2822(at, zone)
    );
    format!(
        "From: {} <{recipient}>\nTo: <{}>\nSubject: {}\nDate: {}\nMessage-ID: <{number:016x}.lida@{}>\nIn-Reply-To: {id}\nReferences: {id}\n\
         MIME-Version: 1.0\nContent-Type: multipart/report; report-type=disposition-notification;\n\tboundary=\"{boundary}\"\n\n--{boundary}\n\
         Content-Type: text/plain; charset=\"Windows-1252\"\nContent-Transfer-Encoding: quoted-printable\n\n{}\n--{boundary}\n\
         Content-Type: message/disposition-notification\n\nReporting-UA: leitor.example; Microsoft Outlook 16.0\nFinal-Recipient: rfc822;{recipient}\n\
         Original-Recipient: rfc822;{recipient}\nOriginal-Message-ID: {id}\nDisposition: manual-action/MDN-sent-manually; displayed\n\n--{boundary}--\n",
        word(name),
        sent.from,
        word(&format!("Lida: {}", sent.subject)).replace('\r', ""),
        rfc2822(at, zone),
        recipient.rsplit('@').next().unwrap_or_default(),
        quoted_printable(&text).replace('\r', ""),
        id = sent.message_id,
    )
    .replace('\n', "\r\n")
    .replace("\r\r", "\r")
    .into_bytes()
}

/// A note of absence.
#[must_use]
pub fn out_of_office(sent: &Sent, recipient: &str, name: &str, at: i64, zone: &TimeZone) -> Vec<u8> {
    let number = at.unsigned_abs() ^ crc(recipient);
    let text = "Olá!\n\nEstou viajando e volto no dia 20. Responderei assim que puder.\n";
    format!(
        "From: {} <{recipient}>\nTo: <{}>\nSubject: {}\nDate: {}\nMessage-ID: <{number:016x}.ausente@{}>\nIn-Reply-To: {id}\nReferences: {id}\n\
         Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: All\nPrecedence: bulk\nMIME-Version: 1.0\nContent-Type: text/plain; charset=\"Windows-1252\"\n\
         Content-Transfer-Encoding: quoted-printable\n\n{}",
        word(name),
        sent.from,
        word(&format!("Resposta automática: {}", sent.subject)).replace('\r', ""),
        rfc2822(at, zone),
        recipient.rsplit('@').next().unwrap_or_default(),
        quoted_printable(text).replace('\r', ""),
        id = sent.message_id,
    )
    .replace('\n', "\r\n")
    .replace("\r\r", "\r")
    .into_bytes()
}

/// A number of a text, so that ids differ.
fn crc(text: &str) -> u64 {
    text.bytes().fold(1469, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)) & 0xffff_ffff
}

#[cfg(test)]
mod tests {
    use super::{Sent, Verdict, microsoft, out_of_office, postfix, read_receipt};
    use crate::mail::dsn::{NoticeKind, read_notice};
    use crate::office::RecipientState;

    fn sent() -> Sent {
        Sent {
            from: "presidente@ipreville.example".to_owned(),
            message_id: "<ar-2026-0001.p1.0a@ipreville.example>".to_owned(),
            envelope_id: "AR-2026-0001.p1.0a".to_owned(),
            subject: "Perícia médica – convocação".to_owned(),
            at: 1_772_449_920,
        }
    }

    #[test]
    fn every_notice_of_the_world_names_its_mail_and_its_recipient() {
        let zone = jiff::tz::TimeZone::get("America/Sao_Paulo").unwrap();
        let check = |verdict, state, status: &str| {
            for raw in [
                postfix(&sent(), "ana@provedor.example", verdict, 1_772_450_000, &zone),
                microsoft(&sent(), "ana@provedor.example", verdict, 1_772_450_000, &zone),
            ] {
                let notice = read_notice(&raw);
                assert_eq!(notice.kind, NoticeKind::Dsn, "{verdict:?}");
                let names = notice.original_message_ids.iter().any(|it| it.contains("ar-2026-0001.p1.0a"));
                assert!(names || notice.envelope_id.is_some(), "{verdict:?}");
                assert_eq!(notice.recipients.len(), 1, "{verdict:?}");
                let one = &notice.recipients[0];
                assert_eq!(one.address, "ana@provedor.example");
                assert_eq!(one.outcome.state(), Some(state), "{verdict:?}");
                assert_eq!(one.status.as_deref(), Some(status), "{verdict:?}");
            }
        };
        check(Verdict::Delivered, RecipientState::Delivered, "2.0.0");
        check(Verdict::Relayed, RecipientState::Relayed, "2.0.0");
        check(Verdict::Unknown, RecipientState::Failed, "5.1.1");
        check(Verdict::Full, RecipientState::Failed, "5.2.2");
        check(Verdict::Delayed, RecipientState::Delayed, "4.4.1");
    }

    #[test]
    fn a_read_receipt_and_a_note_of_absence_are_told_apart() {
        let zone = jiff::tz::TimeZone::UTC;
        let read = read_notice(&read_receipt(&sent(), "ana@provedor.example", "Ana", 1_772_460_000, &zone));
        assert_eq!(read.kind, NoticeKind::Mdn);
        assert_eq!(read.recipients[0].outcome.state(), Some(RecipientState::Read));
        let away = read_notice(&out_of_office(&sent(), "ana@provedor.example", "Ana", 1_772_460_000, &zone));
        assert_eq!(away.kind, NoticeKind::AutoReply);
    }
}
