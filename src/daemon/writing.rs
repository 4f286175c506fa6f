//! A letter as a mail: from whom, to whom, in which thread, and on trial to those only who really receive.

use super::{Daemon, DaemonError};
use crate::channel::email::part;
use crate::ledger::NewLetter;
use crate::mail::outgoing::{Automatic, Outgoing, Part, compose};
use crate::office::EmailAddress;
use crate::office::content::ContentFile;
use crate::phrases::Text;
use crate::request::Thread;

/// Whom a letter is for, and in which thread it goes.
pub(super) struct Address<'a> {
    pub kind: &'static str,
    pub to: &'a [EmailAddress],
    pub thread: Option<&'a Thread>,
    pub protocol: Option<&'a str>,
    pub automatic: Automatic,
}

impl Daemon {
    pub(super) fn letter_to_desk(
        &self,
        kind: &'static str,
        protocol: Option<&str>,
        text: &Text,
        files: &[ContentFile],
    ) -> Result<NewLetter, DaemonError> {
        let to = &self.rules.office.assessoria.enderecos;
        self.letter(&Address { kind, to, thread: None, protocol, automatic: Automatic::Generated }, text, files)
    }

    /// A letter to whom it may concern, in no thread.
    pub(super) fn letter_to(
        &self,
        kind: &'static str,
        to: &[EmailAddress],
        text: &Text,
        files: &[ContentFile],
    ) -> Result<NewLetter, DaemonError> {
        self.letter(&Address { kind, to, thread: None, protocol: None, automatic: Automatic::Generated }, text, files)
    }

    /// A letter to somebody in a thread that is no request's.
    pub(super) fn letter_in_thread(
        &self,
        kind: &'static str,
        to: &EmailAddress,
        thread: &Thread,
        protocol: Option<&str>,
        text: &Text,
        files: &[ContentFile],
    ) -> Result<NewLetter, DaemonError> {
        let to = std::slice::from_ref(to);
        self.letter(&Address { kind, to, thread: Some(thread), protocol, automatic: Automatic::Replied }, text, files)
    }

    /// Makes a letter. On trial it goes only to those who really receive.
    pub(super) fn letter(
        &self,
        address: &Address<'_>,
        text: &Text,
        files: &[ContentFile],
    ) -> Result<NewLetter, DaemonError> {
        let now = self.clock.now();
        let from = self.rules.office.assessoria.enderecos.first().unwrap_or(&self.rules.office.assessoria.envia_de);
        let mark = address.protocol.unwrap_or("aviso");
        let message_id = self.message_id(&format!("{mark}.{}", address.kind));
        let subject = match address.thread {
            Some(thread) => thread_subject(&thread.subject, address.protocol),
            None => text.subject.clone(),
        };
        let mut references: Vec<String> = Vec::new();
        if let Some(thread) = address.thread {
            references.extend(thread.references.iter().cloned());
            references.extend(thread.last.clone());
        }
        let parts: Vec<Part<'_>> = files.iter().map(part).collect();
        let raw = compose(&Outgoing {
            from_name: Some("Assessoria de Relacionamento"),
            from: Some(from),
            to: address.to,
            subject: &subject,
            message_id: &message_id,
            in_reply_to: address.thread.and_then(|it| it.last.as_deref()),
            references: &references,
            date: now,
            text: &text.plain,
            html: Some(&text.html),
            attachments: &parts,
            automatic: address.automatic,
            protocol: Some(mark),
            ..Outgoing::default()
        })?;
        Ok(NewLetter {
            kind: address.kind,
            message_id,
            mail_from: Some(from.to_string()),
            rcpt: self.really_to(address.to),
            raw,
            due_at: now,
        })
    }

    /// A Message-ID of ours: unique, and readable in a log.
    pub(super) fn message_id(&self, mark: &str) -> String {
        let host = self.rules.office.assessoria.envia_de.mail_host();
        let mark: String =
            mark.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
        format!("<{mark}.{:016x}@{host}>", rand::random::<u64>())
    }

    /// Who really receives: on trial, nobody outside `deliver_to`.
    pub(super) fn really_to(&self, to: &[EmailAddress]) -> Vec<String> {
        if !self.config.trial.enabled {
            return to.iter().map(ToString::to_string).collect();
        }
        let allowed: Vec<String> =
            to.iter().filter(|it| self.config.trial.deliver_to.contains(it)).map(ToString::to_string).collect();
        if allowed.is_empty() {
            self.config.trial.deliver_to.iter().map(ToString::to_string).collect()
        } else {
            allowed
        }
    }
}

/// `RES: subject [AR-2026-0412]`, with one prefix and one protocol.
fn thread_subject(subject: &str, protocol: Option<&str>) -> String {
    let mut bare = subject.trim();
    loop {
        let folded = crate::office::fold(bare);
        let Some(prefix) = ["res:", "re:", "enc:", "fwd:", "fw:"].into_iter().find(|it| folded.starts_with(it)) else {
            break;
        };
        let Some(rest) = bare.get(prefix.len()..) else { break };
        bare = rest.trim_start();
    }
    match protocol {
        Some(protocol) if !bare.contains(protocol) => format!("RES: {bare} [{protocol}]"),
        _ => format!("RES: {bare}"),
    }
}
