//! The global breaker: however many machines write to us, we write so many letters an hour of our own accord and no more.
//! What is not written is not lost: the mail stands in its folder and in `status`.

use super::{Daemon, DaemonError};

/// Letters an hour that tell the desk of single mails. An office that gets more is being flooded.
const TO_DESK_MAX: u64 = 40;

/// Acknowledgements to insured people an hour.
const THANKS_MAX: u64 = 300;

/// The span in which letters are counted, in seconds.
const SPAN_SECS: i64 = 3600;

/// What is written of our own accord, outside the threads of requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Talk {
    /// A letter to the desk about a single mail.
    Desk,
    /// An acknowledgement to an insured person.
    Thanks,
}

impl Daemon {
    /// Whether one more such letter may be written now. The desk is told once a day that the breaker opened.
    pub(super) fn may_talk(&mut self, talk: Talk) -> Result<bool, DaemonError> {
        let (kinds, max) = match talk {
            Talk::Desk => (["to-desk", "stranger"], TO_DESK_MAX),
            Talk::Thanks => (["insured-thanks", "insured-thanks"], THANKS_MAX),
        };
        let since = self.clock.now() - SPAN_SECS;
        if self.ledger.letters_since(kinds, since)? < max {
            return Ok(true);
        }
        tracing::warn!(?talk, max, "the breaker is open: no more letters of this kind within this hour");
        self.tell_desk(
            "Muitas mensagens automáticas em pouco tempo",
            "Chegaram mais mensagens do que o normal numa hora, talvez de máquinas. Elas não são mais respondidas nem \
             avisadas uma a uma; estão nas pastas da caixa e em `carteiro status`.",
        )?;
        Ok(false)
    }
}
