//! Words to the desk: what went wrong, what waits for a person, and silence that must not go unnoticed.

use super::{Daemon, DaemonError};
use crate::phrases::{About, Alarm, AlarmOf, Held, Phrase};
use crate::request::Event;

/// A mailbox that has been silent this long is told to a person, in seconds.
const SILENT_MAX_SECS: i64 = 15 * 60;

/// The same trouble is told again after this time, in seconds.
const TOLD_AGAIN_SECS: i64 = 24 * 3600;

impl Daemon {
    /// Tells the desk of trouble that belongs to no mail, at most once a day for each kind.
    pub(super) fn tell_desk(&mut self, subject: &str, reason: &str) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let key = format!("told.{subject}");
        let last: Option<i64> = self.ledger.remembered(&key)?.and_then(|it| it.parse().ok());
        if last.is_some_and(|at| now - at < TOLD_AGAIN_SECS) {
            return Ok(());
        }
        let held = Held {
            about: About { protocol: None, subject: subject.to_owned(), name: None },
            from: "carteiro".to_owned(),
            reason: reason.to_owned(),
            answers: Vec::new(),
            excerpt: None,
        };
        let text = self.rules.phrases.render(Phrase::HeldForPerson(&held));
        let letter = self.letter_to_desk("trouble", None, &text, &[])?;
        self.ledger.add_letter(&letter, now)?;
        Ok(self.ledger.remember(&key, &now.to_string())?)
    }

    /// A mailbox does not answer: after a quarter of an hour a person is told.
    pub(super) fn mailbox_is_silent(&mut self, name: &str, detail: &str) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let Some(position) = self.ledger.position(name)? else { return Ok(()) };
        if now - position.proven_at < SILENT_MAX_SECS {
            return Ok(());
        }
        let key = format!("silent.{name}");
        let last: Option<i64> = self.ledger.remembered(&key)?.and_then(|it| it.parse().ok());
        if last.is_some_and(|at| now - at < TOLD_AGAIN_SECS) {
            return Ok(());
        }
        let alarm = Alarm {
            what: AlarmOf::Mailbox(name.to_owned()),
            since: super::clock::local(position.proven_at, &self.policy.zone),
            detail: detail.to_owned(),
            remedy: None,
        };
        let text = self.rules.phrases.render(Phrase::Alarm(&alarm));
        let letter = self.letter_to_desk("alarm", None, &text, &[])?;
        self.ledger.add_letter(&letter, now)?;
        Ok(self.ledger.remember(&key, &now.to_string())?)
    }

    /// After a start: a package in doubt is told to a person, and its report may still come.
    pub(super) fn settle_doubtful_letters(&mut self) -> Result<(), DaemonError> {
        for letter in self.ledger.doubtful_letters()? {
            let key = format!("doubt.{}", letter.id.0);
            if self.ledger.remembered(&key)?.is_some() {
                continue;
            }
            if let (Some(request), "package") = (letter.request, letter.kind.as_str()) {
                self.step(Some(request), Event::HandedOver, super::requests::Step::default())?;
                self.tell_desk(
                    "Não se sabe se um pacote chegou ao call center",
                    "O sistema parou enquanto o pacote saía. Confirme com o call center antes de qualquer reenvio.",
                )?;
            }
            self.ledger.remember(&key, "told")?;
        }
        Ok(())
    }
}
