//! The end of a client secret, announced before it hurts: from its last day on nothing is read and nothing leaves.

use jiff::civil::Date;

use super::{Daemon, DaemonError};
use crate::phrases::{Phrase, SecretEnds};

/// The days before the last one on which it is told; afterwards once more.
const TOLD_DAYS_BEFORE: [i32; 6] = [30, 14, 7, 3, 1, 0];

impl Daemon {
    /// Tells the desk and `[alarm]` of secrets that end soon, once at each of [`TOLD_DAYS_BEFORE`].
    pub(super) fn secrets(&mut self) -> Result<u64, DaemonError> {
        let today = self.local_now().date();
        let mut told = 0;
        for (name, last_day, days) in self.ending_secrets(today) {
            let stage = TOLD_DAYS_BEFORE.into_iter().filter(|it| *it >= days).min().unwrap_or(-1);
            let stage = if days < 0 { -1 } else { stage };
            let (key, value) = (format!("secret.{name}"), format!("{last_day} {stage}"));
            if self.ledger.remembered(&key)?.as_deref() == Some(value.as_str()) {
                continue;
            }
            let text = self.rules.phrases.render(Phrase::SecretEnds(&SecretEnds { name, last_day, days }));
            let letter = self.alarm_letter("alarm", &text)?;
            told += u64::from(self.ledger.add_letters_once((&key, &value), &[letter], self.clock.now())?);
        }
        Ok(told)
    }

    /// The sections `[oauth2.…]` whose secret ends within the time in which that is told, with the days that are left.
    pub(super) fn ending_secrets(&self, today: Date) -> Vec<(String, Date, i32)> {
        let first_told = TOLD_DAYS_BEFORE.into_iter().max().unwrap_or(0);
        self.config
            .oauth2
            .iter()
            .filter_map(|(name, section)| {
                let last_day = section.client_secret_expires?;
                let days = today.until(last_day).ok()?.get_days();
                (days <= first_told).then(|| (name.clone(), last_day, days))
            })
            .collect()
    }
}
