//! Mails that are put aside unread: the desk is told, and a colleague who wrote one is told politely, once a day.

use super::{Daemon, DaemonError};
use crate::ledger::{MailRow, Place};
use crate::mail::incoming::IncomingMail;
use crate::mail::robot::{is_auto_reply, is_bulk};
use crate::office::EmailAddress;
use crate::phrases::{About, NotRead, Phrase};
use crate::request::Thread;

/// What is read of a mail to know who wrote it.
const HEAD_BYTES: u64 = 256 * 1024;

impl Daemon {
    /// Leaves a mail to a person, with a reason in Portuguese.
    pub(super) fn quarantine(&mut self, row: &MailRow, reason: &str) -> Result<(), DaemonError> {
        tracing::warn!(mail = row.id.0, reason, "put aside for a person");
        let told = format!("{reason} (arquivo: {})", row.mail.raw_path);
        let writer = self.writer_of(row);
        self.together(|it| {
            it.ledger.decide_mail(row.id, Place::Quarantine, None, Some(reason))?;
            it.tell_desk("Mensagem posta de lado", &told)?;
            match &writer {
                Some((to, mail)) => it.tell_writer(to, mail, reason),
                None => Ok(()),
            }
        })
    }

    /// The colleague who wrote a mail, by its header alone: somebody who may ask, whom our own server vouches for, and
    /// no machine. Nobody else is answered: a sender may be forged.
    fn writer_of(&self, row: &MailRow) -> Option<(EmailAddress, IncomingMail)> {
        let mut head = self.archive.head(&row.mail.raw_path, HEAD_BYTES).ok()?;
        let end = memchr::memmem::find(&head, b"\r\n\r\n").or_else(|| memchr::memmem::find(&head, b"\n\n"))?;
        head.truncate(end);
        head.extend_from_slice(b"\r\n\r\n");
        let mail = IncomingMail::parse(&head).ok()?;
        let from = mail.sender_address()?.clone();
        let office = &self.rules.office;
        let may_ask = !office.areas_of(&from).is_empty() || office.is_approver(&from) || office.is_call_center(&from);
        let is_person = !is_auto_reply(&mail, &self.rules.vocabulary) && !is_bulk(&mail);
        (may_ask && is_person && !office.is_own(&from) && self.is_proven(&mail)).then_some((from, mail))
    }

    fn tell_writer(&mut self, to: &EmailAddress, mail: &IncomingMail, reason: &str) -> Result<(), DaemonError> {
        let now = self.clock.now();
        if !self.ledger.may_write_automatically(&to.key(), now)? {
            return Ok(());
        }
        let name = mail.sender_name().split_whitespace().next().map(str::to_owned);
        let about = About { protocol: None, subject: mail.subject.clone(), name };
        let text = self.rules.phrases.render(Phrase::NotRead(&NotRead { about, reason: reason.to_owned() }));
        let thread = Thread {
            subject: mail.subject.clone(),
            last: mail.message_id.clone(),
            references: mail.references.clone(),
        };
        let letter = self.letter_in_thread("not-read", to, &thread, None, &text, &[])?;
        Ok(self.ledger.add_letter(&letter, now)?)
    }
}
