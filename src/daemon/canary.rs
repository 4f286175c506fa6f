//! A mail to ourselves, now and then: it leaves as every other letter, and when it stands in the mailbox the whole round
//! works, the server's part included.

use super::{Daemon, DaemonError};
use crate::phrases::{Alarm, AlarmOf, Phrase};

/// A canary that has not come back after so long is lost, in seconds.
const LOST_SECS: i64 = 15 * 60;

/// The note of the canary that is on its way: `MESSAGE-ID SECONDS`.
const FLYING: &str = "canary.flying";

/// When the last one left.
const LEFT: &str = "canary.left";

/// When one last came back.
pub(super) const BACK: &str = "canary.back";

/// When its loss was told.
const TOLD: &str = "canary.told";

impl Daemon {
    /// Lets one fly when it is time, and tells when one is lost.
    pub(super) fn canary(&mut self) -> Result<(), DaemonError> {
        let Some(every) = self.config.canary.every_secs else { return Ok(()) };
        let desk = self.rules.office.assessoria.enderecos.first();
        if self.config.trial.enabled && !desk.is_some_and(|it| self.config.trial.deliver_to.contains(it)) {
            // It would go to those who receive on trial, and never come back.
            return Ok(());
        }
        let now = self.clock.now();
        if let Some(since) = self.canary_lost()? {
            self.tell_canary_lost(since)?;
        }
        let left: Option<i64> = self.ledger.remembered(LEFT)?.and_then(|it| it.parse().ok());
        let Some(left) = left else {
            // The first one leaves when the first hour is over: a start proves nothing yet.
            return Ok(self.ledger.remember(LEFT, &now.to_string())?);
        };
        if now - left < every {
            return Ok(());
        }
        let text = self.rules.phrases.render(Phrase::Canary);
        let letter = self.letter_to_desk("canary", None, &text, &[])?;
        self.together(|daemon| {
            daemon.ledger.add_letter(&letter, now)?;
            daemon.ledger.remember(LEFT, &now.to_string())?;
            Ok(daemon.ledger.remember(FLYING, &format!("{} {now}", letter.message_id))?)
        })
    }

    /// Whether a mail is the canary that is on its way; then it has arrived.
    pub(super) fn canary_arrived(&mut self, message_id: &str) -> Result<bool, DaemonError> {
        if !message_id.starts_with("<aviso.canary.") {
            return Ok(false);
        }
        if self.ledger.remembered(FLYING)?.is_some_and(|it| it.starts_with(message_id)) {
            self.ledger.remember(FLYING, "")?;
            self.ledger.remember(BACK, &self.clock.now().to_string())?;
            self.alarm_is_over(TOLD, lost())?;
        }
        Ok(true)
    }

    /// Since when a canary has been missing, if it is lost.
    pub(super) fn canary_lost(&self) -> Result<Option<i64>, DaemonError> {
        let flying = self.ledger.remembered(FLYING)?.unwrap_or_default();
        let left: Option<i64> = flying.rsplit(' ').next().and_then(|it| it.parse().ok());
        Ok(left.filter(|at| self.clock.now() - at >= LOST_SECS))
    }

    fn tell_canary_lost(&mut self, since: i64) -> Result<(), DaemonError> {
        if self.ledger.remembered(TOLD)?.is_some_and(|it| it == since.to_string()) {
            return Ok(());
        }
        let alarm = Alarm {
            what: lost(),
            since: super::clock::local(since, &self.policy.zone),
            detail: String::new(),
            remedy: Some(
                "verifique se a caixa da Assessoria recebe mensagens e se alguma regra da caixa as desvia".to_owned(),
            ),
        };
        let text = self.rules.phrases.render(Phrase::Alarm(&alarm));
        let letter = self.alarm_letter("alarm", &text)?;
        let now = self.clock.now();
        self.together(|daemon| {
            daemon.ledger.add_letter(&letter, now)?;
            Ok(daemon.ledger.remember(TOLD, &since.to_string())?)
        })
    }
}

/// What its loss is called.
fn lost() -> AlarmOf {
    AlarmOf::Other("a mensagem que o carteiro manda a si mesmo não voltou".to_owned())
}
