//! A mail that leaves many times, made once: what is the same each time is encoded once, and for each person who has words
//! of one's own in it only the lines in which a placeholder stands.

use lettre::message::Body;
use lettre::message::header::ContentTransferEncoding;
use memchr::memmem;

use super::outgoing::{ComposeError, Outgoing, compose, compose_encoded, one_line};
use crate::office::content::{Values, fill, placeholders};

/// Stands for what differs while the mail is made; that it stands nowhere else is checked.
const GAP: &str = "lacuna-";

/// A mail with gaps.
#[derive(Debug)]
pub struct Mould {
    /// What comes before each gap, and the gap.
    parts: Vec<(Vec<u8>, Gap)>,
    rest: Vec<u8>,
}

/// What differs from person to person.
#[derive(Debug)]
enum Gap {
    MessageId,
    Line { text: String, is_html: bool },
}

impl Mould {
    /// Makes what is the same for all of a mail whose text and formatted text have placeholders. None where it cannot be
    /// told apart from the rest: each of these mails has to be made by itself.
    ///
    /// # Errors
    /// [`ComposeError`], if there is no sender or something is not allowed in a mail.
    pub fn with_placeholders(mail: &Outgoing<'_>) -> Result<Option<Self>, ComposeError> {
        if !placeholders(mail.subject).is_empty() {
            return Ok(None);
        }
        let mut gaps = vec![Gap::MessageId];
        let text = with_gaps(mail.text, false, &mut gaps);
        let html = mail.html.map(|it| with_gaps(it, true, &mut gaps));
        let message_id = mark_of_id();
        let made = Outgoing { text: &text, html: html.as_deref(), message_id: &message_id, ..mail.clone() };
        Ok(cut(&compose_encoded(&made, quoted_printable)?, gaps, &message_id))
    }

    /// The same for a mail that says the same to all: only its Message-ID differs.
    ///
    /// # Errors
    /// [`ComposeError`], as above.
    pub fn without_placeholders(mail: &Outgoing<'_>) -> Result<Option<Self>, ComposeError> {
        let message_id = mark_of_id();
        let raw = compose(&Outgoing { message_id: &message_id, ..mail.clone() })?;
        Ok(cut(&raw, vec![Gap::MessageId], &message_id))
    }

    /// The mail once more: for one person, or under another Message-ID.
    ///
    /// # Errors
    /// The placeholder that has no value.
    pub fn fill(&self, message_id: &str, values: &Values) -> Result<Vec<u8>, String> {
        let len: usize = self.parts.iter().map(|(before, _)| before.len() + 128).sum();
        let mut raw = Vec::with_capacity(len + self.rest.len());
        for (before, gap) in &self.parts {
            raw.extend_from_slice(before);
            match gap {
                Gap::MessageId => raw.extend_from_slice(one_line(message_id).as_bytes()),
                Gap::Line { text, is_html } => {
                    let line = fill(text, values, *is_html)?;
                    raw.extend_from_slice(quoted_printable(&line).as_ref());
                }
            }
        }
        raw.extend_from_slice(&self.rest);
        Ok(raw)
    }
}

/// Whatever a person's values are, this encoding takes them; it goes line by line.
fn quoted_printable(text: &str) -> Body {
    Body::new_with_encoding(text.to_owned(), ContentTransferEncoding::QuotedPrintable).unwrap_or_else(Body::new)
}

/// What stands in place of the Message-ID.
fn mark_of_id() -> String {
    format!("<{}@{GAP}>", name_of(0))
}

fn name_of(gap: usize) -> String {
    format!("{GAP}{gap}-")
}

/// The text with a gap in place of each line that has a placeholder.
fn with_gaps(text: &str, is_html: bool, gaps: &mut Vec<Gap>) -> String {
    let mut made = String::with_capacity(text.len());
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            made.push('\n');
        }
        if placeholders(line).is_empty() {
            made.push_str(line);
            continue;
        }
        let text = line.strip_suffix('\r').unwrap_or(line);
        made.push_str(&name_of(gaps.len()));
        made.push_str(line.get(text.len()..).unwrap_or_default());
        gaps.push(Gap::Line { text: text.to_owned(), is_html });
    }
    made
}

/// Cuts a mail at its gaps; none if one of them does not stand there once, and in its turn.
fn cut(raw: &[u8], gaps: Vec<Gap>, message_id: &str) -> Option<Mould> {
    if memmem::find_iter(raw, GAP).count() != gaps.len() + 1 {
        return None;
    }
    let mut parts = Vec::with_capacity(gaps.len());
    let mut rest = raw;
    for (n, gap) in gaps.into_iter().enumerate() {
        let name = name_of(n);
        let mark = if n == 0 { message_id } else { &name };
        let at = memmem::find(rest, mark.as_bytes())?;
        parts.push((rest.get(..at)?.to_vec(), gap));
        rest = rest.get(at + mark.len()..)?;
    }
    Some(Mould { parts, rest: rest.to_vec() })
}

#[cfg(test)]
mod tests {
    use mail_parser::{MessageParser, MimeHeaders as _};
    use proptest::prelude::*;

    use super::Mould;
    use crate::mail::outgoing::{Outgoing, Part, compose};
    use crate::office::EmailAddress;
    use crate::office::content::{Values, fill};

    /// What a reader sees of a mail.
    #[derive(Debug, PartialEq, Eq)]
    struct Seen {
        words: Vec<String>,
        files: Vec<(String, Vec<u8>)>,
        headers: Vec<(String, String)>,
    }

    fn seen(raw: &[u8]) -> Seen {
        let mail = MessageParser::new().parse(raw).unwrap();
        // In another encoding a text may end with one more line end.
        let words = mail.parts.iter().filter_map(|it| it.text_contents()).map(|it| it.trim_end().to_owned()).collect();
        let files = mail
            .attachments()
            .map(|it| (it.attachment_name().unwrap_or_default().to_owned(), it.contents().to_vec()))
            .collect();
        let headers = mail
            .headers_raw()
            .filter(|(name, _)| !name.starts_with("Content-"))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Seen { words, files, headers }
    }

    /// Filled from the mould, a mail is the same to its reader as one that is made by itself.
    fn check(mail: &Outgoing<'_>, values: &Values) {
        let mould = Mould::with_placeholders(mail).unwrap().expect("its gaps can be told apart");
        let same = Mould::without_placeholders(mail).unwrap().expect("its gap can be told apart");
        assert_eq!(seen(&same.fill(mail.message_id, values).unwrap()), seen(&compose(mail).unwrap()));
        let filled = fill(mail.text, values, false)
            .and_then(|text| mail.html.map(|it| fill(it, values, true)).transpose().map(|html| (text, html)));
        match filled {
            Err(missing) => assert_eq!(mould.fill(mail.message_id, values), Err(missing)),
            Ok((text, html)) => {
                let alone = compose(&Outgoing { text: &text, html: html.as_deref(), ..mail.clone() }).unwrap();
                let raw = mould.fill(mail.message_id, values).unwrap();
                assert_eq!(seen(&raw), seen(&alone));
                assert!(raw.split(|it| *it == b'\n').all(|line| line.len() <= 998));
            }
        }
    }

    fn mail<'a>(from: &'a EmailAddress, text: &'a str) -> Outgoing<'a> {
        Outgoing {
            from_name: Some("Presidência"),
            from: Some(from),
            subject: "Aviso de perícia – lacuna",
            message_id: "<ar-2026-0001.s4.p1@previdencia.ipreville.test>",
            date: 1_790_000_000,
            text,
            ..Outgoing::default()
        }
    }

    fn values(name: &str, day: &str) -> Values {
        [("Nome", name), ("DATA", day)].map(|(a, b)| (a.to_owned(), b.to_owned())).into()
    }

    const TEXT: &str = "Prezado(a) {NOME},\r\n\r\nCompareça em {data}, {nome}.\n.\nUma linha com fim branco \n\
        Uma linha que é mais longa do que as setenta e seis letras que uma linha da codificação tem.\n{ {a+b} {}\n{DATA}";

    #[test]
    fn who_is_written_to_from_a_mould_reads_the_same() {
        let from = EmailAddress::parse("presidente@ipreville.test").unwrap();
        let plain = mail(&from, TEXT);
        check(&plain, &values("João & Filhos", "02/03/2027"));
        check(&plain, &values("Ana = .\n.\r\nBcc: x@y.com", "=3D \t"));
        check(&plain, &values("Ana", " "));
        let picture =
            [Part { name: "arte.png", mime: "image/png", content_id: Some("arte1"), bytes: b"\x89PNG\r\n\x1a\n" }];
        let file = [Part { name: "Cartilha {NOME}.csv", mime: "text/csv", content_id: None, bytes: b"lacuna;1" }];
        let full = Outgoing {
            html: Some("<p>Olá, {NOME}</p><img src=\"cid:arte1\">\n<p>{HORA}{DATA}"),
            inline: &picture,
            attachments: &file,
            ..plain
        };
        check(&full, &values("João & <Filhos>", "02/03/2027"));
        let mut all = values("João & <Filhos>", "02/03/2027");
        all.insert("hora".to_owned(), "14h".to_owned());
        check(&full, &all);
    }

    #[test]
    fn what_cannot_be_told_apart_is_made_by_itself() {
        let from = EmailAddress::parse("presidente@ipreville.test").unwrap();
        let check = |it: &Outgoing<'_>| assert!(Mould::with_placeholders(it).unwrap().is_none(), "{it:?}");
        check(&Outgoing { subject: "Perícia de {NOME}", ..mail(&from, TEXT) });
        check(&mail(&from, "Prezado(a) {NOME},\nlacuna-1-"));
        check(&Outgoing { subject: "lacuna-0-", ..mail(&from, TEXT) });
    }

    proptest! {
        #[test]
        fn whatever_a_person_is_called_the_mail_reads_the_same(name in "\\PC{0,120}", day in "[ -~\\r\\n\\t=]{0,90}") {
            let from = EmailAddress::parse("presidente@ipreville.test").unwrap();
            check(&mail(&from, TEXT), &values(&name, &day));
        }
    }
}
