//! How the mail programs of departments, insured people and the call center write: alternative parts in windows-1252,
//! quoted-printable, with what the receiving server puts on top.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::office::content::ContentFile;

/// The name by which the world's own mail server signs its results.
pub const AUTHSERV_ID: &str = "mx.ipreville.example";

/// What the world's own server found out about a sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// `dmarc=pass`.
    Genuine,
    /// `dmarc=fail`, with a forged result of ours further down.
    Forged,
}

/// A mail that a person writes.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The writer's name.
    pub name: String,
    /// The writer's address.
    pub from: String,
    /// Whom it is for.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text, paragraphs apart by an empty line.
    pub text: String,
    /// Lines below the text.
    pub signature: Vec<String>,
    /// What it answers: (Message-ID, the Message-IDs before it, who wrote it, its text).
    pub answers: Option<Answered>,
    /// Files.
    pub files: Vec<ContentFile>,
    /// Whether it goes to many, by a robot of a shop.
    pub is_newsletter: bool,
    /// Its Message-ID, with angle brackets.
    pub message_id: String,
    /// Whether the sender is who it says.
    pub proof: Proof,
}

/// The mail that a mail answers.
#[derive(Debug, Clone)]
pub struct Answered {
    /// Its Message-ID, with angle brackets.
    pub message_id: String,
    /// The Message-IDs before it.
    pub references: Vec<String>,
    /// Who wrote it.
    pub from: String,
    /// When, as mail programs write it.
    pub sent: String,
    /// Its text.
    pub text: String,
}

impl Draft {
    /// The mail as it stands in the mailbox.
    #[must_use]
    pub fn raw(&self, at: i64, zone: &TimeZone) -> Vec<u8> {
        let mut head = String::new();
        let host = self.from.rsplit('@').next().unwrap_or_default();
        let date = rfc2822(at, zone);
        head.push_str(&format!(
            "Received: from mail.{host} (mail.{host} [192.0.2.25])\r\n\tby {AUTHSERV_ID} with ESMTPS id {}\r\n\t\
             for <{}>; {date}\r\n",
            self.message_id.bytes().filter(u8::is_ascii_alphanumeric).take(10).map(char::from).collect::<String>(),
            self.to
        ));
        head.push_str(&match self.proof {
            Proof::Genuine => format!(
                "Authentication-Results: {AUTHSERV_ID};\r\n\tspf=pass smtp.mailfrom={host};\r\n\t\
                 dkim=pass header.d={host};\r\n\tdmarc=pass header.from={host}\r\n"
            ),
            Proof::Forged => format!(
                "Authentication-Results: {AUTHSERV_ID};\r\n\tspf=softfail smtp.mailfrom=brinde.example;\r\n\t\
                 dkim=none;\r\n\tdmarc=fail header.from={host}\r\nAuthentication-Results: {AUTHSERV_ID};\r\n\t\
                 dmarc=pass header.from={host}\r\n"
            ),
        });
        head.push_str(&format!("From: {} <{}>\r\nTo: <{}>\r\n", word(&self.name), self.from, self.to));
        head.push_str(&format!("Subject: {}\r\nThread-Topic: {}\r\n", word(&self.subject), word(&self.subject)));
        head.push_str(&format!("Date: {date}\r\nMessage-ID: {}\r\n", self.message_id));
        if let Some(answered) = &self.answers {
            head.push_str(&format!("In-Reply-To: {}\r\n", answered.message_id));
            let mut references = answered.references.clone();
            references.push(answered.message_id.clone());
            head.push_str(&format!("References: {}\r\n", references.join("\r\n ")));
        }
        if self.is_newsletter {
            head.push_str(&format!(
                "List-Id: Ofertas <ofertas.{host}>\r\nList-Unsubscribe: <mailto:sair@{host}>\r\nPrecedence: bulk\r\n"
            ));
        }
        head.push_str("Accept-Language: pt-BR, en-US\r\nContent-Language: pt-BR\r\nMIME-Version: 1.0\r\n");
        let mut bytes = head.into_bytes();
        bytes.extend(self.body());
        bytes
    }

    fn body(&self) -> Vec<u8> {
        let mark: String = self.message_id.bytes().filter(u8::is_ascii_alphanumeric).map(char::from).collect();
        let mark = mark.get(..mark.len().min(24)).unwrap_or_default().to_owned();
        let both = format!("_000_{mark}_");
        let mut alternative = format!(
            "Content-Type: multipart/alternative;\r\n\tboundary=\"{both}\"\r\n\r\n--{both}\r\nContent-Type: text/plain; \
             charset=\"Windows-1252\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        );
        alternative.push_str(&quoted_printable(&self.plain()));
        alternative.push_str(&format!(
            "\r\n--{both}\r\nContent-Type: text/html; charset=\"Windows-1252\"\r\nContent-Transfer-Encoding: \
             quoted-printable\r\n\r\n"
        ));
        alternative.push_str(&quoted_printable(&self.html()));
        alternative.push_str(&format!("\r\n--{both}--\r\n"));
        if self.files.is_empty() {
            return alternative.into_bytes();
        }
        let mixed = format!("_004_{mark}_");
        let mut body = format!("Content-Type: multipart/mixed;\r\n\tboundary=\"{mixed}\"\r\n\r\n--{mixed}\r\n");
        body.push_str(&alternative);
        for file in &self.files {
            body.push_str(&format!(
                "\r\n--{mixed}\r\nContent-Type: {}; name=\"{name}\"\r\nContent-Disposition: attachment; \
                 filename=\"{name}\"; size={}\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
                file.mime,
                file.bytes.len(),
                base64_lines(&file.bytes),
                name = word(&file.name),
            ));
        }
        body.push_str(&format!("\r\n--{mixed}--\r\n"));
        body.into_bytes()
    }

    fn plain(&self) -> String {
        let mut text = self.text.clone();
        if !self.signature.is_empty() {
            text.push_str(&format!("\n\n{}", self.signature.join("\n")));
        }
        if let Some(answered) = &self.answers {
            text.push_str(&format!(
                "\n\n________________________________\nDe: {}\nEnviado: {}\nPara: {}\nAssunto: {}\n\n{}",
                answered.from, answered.sent, self.from, self.subject, answered.text
            ));
        }
        text.push('\n');
        text
    }

    fn html(&self) -> String {
        let mut html =
            "<html>\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Windows-1252\">\n\
                        <meta name=\"Generator\" content=\"Microsoft Word 15 (filtered medium)\">\n<style><!--\n\
                        p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:\"Calibri\",sans-serif;}\n--></style>\n\
                        </head>\n<body lang=\"PT-BR\">\n<div class=\"WordSection1\">\n"
                .to_owned();
        for line in self.text.lines() {
            html.push_str(&paragraph(line));
        }
        if !self.signature.is_empty() {
            html.push_str(&paragraph(""));
            for line in &self.signature {
                html.push_str(&format!(
                    "<p class=MsoNormal><span style='font-size:10.0pt;color:#1F3864'>{}<o:p></o:p></span></p>\n",
                    escaped(line)
                ));
            }
        }
        if let Some(answered) = &self.answers {
            html.push_str(&format!(
                "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>\n<p class=MsoNormal>\
                 <b>De:</b> {}<br><b>Enviado:</b> {}<br><b>Para:</b> {}<br><b>Assunto:</b> {}<o:p></o:p></p></div>\n",
                escaped(&answered.from),
                answered.sent,
                escaped(&self.from),
                escaped(&self.subject)
            ));
            for line in answered.text.lines() {
                html.push_str(&paragraph(line));
            }
        }
        html.push_str("</div>\n</body>\n</html>\n");
        html
    }
}

fn paragraph(line: &str) -> String {
    let text = if line.trim().is_empty() { "&nbsp;".to_owned() } else { escaped(line) };
    format!("<p class=MsoNormal>{text}<o:p></o:p></p>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// `Mon, 2 Mar 2026 08:12:00 -0300`.
#[must_use]
pub fn rfc2822(at: i64, zone: &TimeZone) -> String {
    Timestamp::from_second(at)
        .map(|it| it.to_zoned(zone.clone()).strftime("%a, %-d %b %Y %H:%M:%S %z").to_string())
        .unwrap_or_default()
}

/// A header's words: encoded where they are not ASCII (RFC 2047), in pieces that fit a line.
#[must_use]
pub fn word(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut pieces = vec![String::new()];
    for c in text.chars() {
        if pieces.last().is_some_and(|it| it.len() + c.len_utf8() > 42) {
            pieces.push(String::new());
        }
        if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces.iter().map(|it| format!("=?utf-8?B?{}?=", STANDARD.encode(it))).collect::<Vec<_>>().join("\r\n ")
}

/// Base64 in lines of 76.
#[must_use]
pub fn base64_lines(bytes: &[u8]) -> String {
    let mut lines = String::new();
    // 57 bytes are 76 characters.
    for piece in bytes.chunks(57) {
        lines.push_str(&STANDARD.encode(piece));
        lines.push_str("\r\n");
    }
    lines
}

/// Quoted-printable of the text in windows-1252 (RFC 2045, 6.7).
#[must_use]
pub fn quoted_printable(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(line);
        let mut width = 0;
        for (at, byte) in bytes.iter().enumerate() {
            let is_last = at + 1 == bytes.len();
            let plain = (0x21..=0x7e).contains(byte) && *byte != b'=' || (*byte == b' ' && !is_last);
            let piece = if plain { char::from(*byte).to_string() } else { format!("={byte:02X}") };
            if width + piece.len() > 75 {
                out.push_str("=\r\n");
                width = 0;
            }
            width += piece.len();
            out.push_str(&piece);
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Answered, Draft, Proof};
    use crate::mail::authenticity::{IdentityPolicy, identity};
    use crate::mail::incoming::IncomingMail;
    use crate::office::content::ContentFile;

    fn draft(proof: Proof) -> Draft {
        Draft {
            name: "Marlise Kühnen".to_owned(),
            from: "previdencia@ipreville.example".to_owned(),
            to: "assessoria@ipreville.example".to_owned(),
            subject: "Solicitação de envio de e-mail – prova de vida para os aposentados da lista anexa".to_owned(),
            text: "Bom dia!\n\nLinha com = e acentuação, comprida o bastante para que o programa de correio a quebre."
                .to_owned(),
            signature: vec!["Marlise Kühnen".to_owned()],
            answers: Some(Answered {
                message_id: "<a@x.example>".to_owned(),
                references: vec!["<b@x.example>".to_owned()],
                from: "assessoria@ipreville.example".to_owned(),
                sent: "segunda-feira, 2 de março de 2026 08:12".to_owned(),
                text: "Olá".to_owned(),
            }),
            files: vec![ContentFile {
                name: "relação.csv".to_owned(),
                mime: "text/csv".to_owned(),
                content_id: None,
                bytes: vec![7; 200],
            }],
            is_newsletter: false,
            message_id: "<c@x.example>".to_owned(),
            proof,
        }
    }

    #[test]
    fn what_a_client_writes_is_read_back_as_it_was_meant() {
        let zone = jiff::tz::TimeZone::get("America/Sao_Paulo").unwrap();
        let mail = IncomingMail::parse(&draft(Proof::Genuine).raw(1_772_449_920, &zone)).unwrap();
        assert_eq!(mail.sender_name(), "Marlise Kühnen");
        assert!(mail.subject.ends_with("prova de vida para os aposentados da lista anexa"), "{}", mail.subject);
        assert!(
            mail.plain.as_deref().unwrap().contains("comprida o bastante para que o programa de correio a quebre.")
        );
        assert_eq!(mail.references, ["<b@x.example>", "<a@x.example>"]);
        assert_eq!((mail.attachments[0].name.as_str(), mail.attachments[0].bytes.len()), ("relação.csv", 200));
        assert_eq!(mail.date.unwrap().as_second(), 1_772_449_920);
    }

    #[test]
    fn only_a_genuine_mail_proves_its_sender() {
        let zone = jiff::tz::TimeZone::UTC;
        let policy = IdentityPolicy { authserv_id: Some(super::AUTHSERV_ID.to_owned()), exchange_internal: true };
        let check = |proof, trusted| {
            let mail = IncomingMail::parse(&draft(proof).raw(0, &zone)).unwrap();
            assert_eq!(identity(&mail, &policy).trusted, trusted, "{proof:?}");
        };
        check(Proof::Genuine, true);
        check(Proof::Forged, false);
    }
}
