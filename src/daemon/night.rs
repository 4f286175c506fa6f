//! Once a night: do mailbox, ledger, archive and workbook agree? What differs is told to the desk, and never mended here:
//! a person may have meant it.

use jiff::civil::Date;

use super::clock::{local, moment};
use super::{Daemon, DaemonError};
use crate::config::Role;
use crate::phrases::{Night, Phrase};
use crate::sheets::tally::{Mapping, Wanted};
use crate::workbook::compare::{Expected, Found, compare};
use crate::workbook::place_in;

/// The hour at which it is done, local time: the backups of the share are over, nobody works.
const HOUR: i8 = 3;

/// The day of the last one.
const DONE: &str = "night.done";

/// When it was last done, seconds since 1970.
pub(super) const COMPARED: &str = "night.at";

/// Mails whose files are looked at in one night.
const MAILS_MAX: u32 = 5_000;

/// Differences that one letter names; of more only the number is told.
const NAMED_MAX: usize = 20;

/// What is younger than this may still be under way, in seconds.
const SETTLED_SECS: i64 = 3600;

impl Daemon {
    /// Compares, when the hour has come and it was not done today.
    pub(super) async fn night(&mut self) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let here = local(now, &self.policy.zone);
        let today = here.date();
        let done: Option<Date> = self.ledger.remembered(DONE)?.and_then(|it| it.parse().ok());
        let Some(done) = done else {
            // Before the first whole day there is nothing to compare.
            return Ok(self.ledger.remember(DONE, &today.to_string())?);
        };
        if done >= today || here.hour() < HOUR {
            return Ok(());
        }
        let mut found = Night::default();
        self.compare_mailboxes(&mut found).await?;
        self.compare_ledger(now, &mut found)?;
        self.compare_archive(done, now, &mut found)?;
        self.compare_workbook(today.year(), &mut found)?;
        tracing::info!(differences = found.differences.len(), "mailbox, ledger, archive and workbook were compared");
        if found.differences.len() > NAMED_MAX {
            let more = found.differences.len() - NAMED_MAX;
            found.differences.truncate(NAMED_MAX);
            found.differences.push(format!("e mais {more}"));
        }
        let text = self.rules.phrases.render(Phrase::Night(&found));
        let letter = self.letter_to_desk("night", None, &text, &[])?;
        self.together(|daemon| {
            daemon.ledger.add_letter(&letter, now)?;
            daemon.ledger.remember(COMPARED, &now.to_string())?;
            Ok(daemon.ledger.remember(DONE, &today.to_string())?)
        })
    }

    /// Every mail that stands in the inbox is known.
    async fn compare_mailboxes(&mut self, found: &mut Night) -> Result<(), DaemonError> {
        let names: Vec<String> =
            self.config.mailboxes.iter().filter(|it| it.role == Role::Requests).map(|it| it.name.clone()).collect();
        for name in names {
            let Some(position) = self.ledger.position(&name)? else { continue };
            let Some(first) = self.ledger.first_uid(&name, position.uid_validity)? else { continue };
            let Some(open) = self.open.get_mut(&name) else {
                found.differences.push(format!("a caixa {name} não pôde ser lida nesta noite"));
                continue;
            };
            let standing = match open.fingerprints(first, position.last_uid).await {
                Ok(standing) => standing,
                Err(error) => {
                    tracing::warn!(mailbox = name, reason = %error, "the mailbox could not be compared");
                    self.open.remove(&name);
                    found.differences.push(format!("a caixa {name} não pôde ser lida nesta noite"));
                    continue;
                }
            };
            let mut unknown = 0;
            for it in &standing {
                unknown += u32::from(!self.ledger.knows(&name, position.uid_validity, it.uid)?);
            }
            found.numbers.push(format!("caixa {name}: {} mensagens na entrada", standing.len()));
            if unknown > 0 {
                found.differences.push(format!("caixa {name}: {unknown} mensagens que o registro não conhece"));
            }
        }
        Ok(())
    }

    /// The ledger agrees with itself, and nothing has been waiting without a reason.
    fn compare_ledger(&self, now: i64, found: &mut Night) -> Result<(), DaemonError> {
        let mails: u64 = self.ledger.places()?.iter().map(|(_, count)| count).sum();
        let open = self.ledger.open_requests()?.len();
        found.numbers.push(format!("registro: {mails} mensagens, {open} pedidos em aberto"));
        let unsettled = self.ledger.unsettled(now - SETTLED_SECS)?;
        let parts = [
            (unsettled.mails, "mensagens recebidas e ainda não decididas"),
            (unsettled.unmoved, "mensagens decididas que ainda estão na entrada"),
            (unsettled.letters, "cartas que deviam ter saído"),
            (unsettled.letters_in_doubt, "cartas em dúvida"),
            (unsettled.parcels_in_doubt, "remessas em dúvida"),
        ];
        for (count, what) in parts.iter().filter(|(count, _)| *count > 0) {
            found.differences.push(format!("registro: {count} {what}"));
        }
        for protocol in self.ledger.tallies_that_differ()? {
            found.differences.push(format!("registro: as somas do pedido {protocol} não conferem com as pessoas dele"));
        }
        Ok(())
    }

    /// The bytes of every mail since the last night, and what goes out of every open request, are as they were filed.
    fn compare_archive(&self, since: Date, now: i64, found: &mut Night) -> Result<(), DaemonError> {
        let from = moment(since.at(0, 0, 0, 0), &self.policy.zone).unwrap_or(0);
        let rows = self.ledger.mails_between(from, now, MAILS_MAX)?;
        for row in &rows {
            match self.archive.digest(&row.mail.raw_path) {
                Ok(digest) if digest == row.mail.sha256 => {}
                Ok(_) => found.differences.push(format!("arquivo: {} foi alterado", row.mail.raw_path)),
                Err(_) => found.differences.push(format!("arquivo: {} não está mais lá", row.mail.raw_path)),
            }
        }
        let open = self.ledger.open_requests()?;
        for row in &open {
            let Some(state) = self.state_of(row.id)? else { continue };
            if let Err(error) = self.archive.filed(&state.folder) {
                tracing::warn!(request = row.id.0, reason = %error, "the folder of a request differs");
                found.differences.push(format!("arquivo: a pasta do pedido {} foi alterada", row.protocol));
            }
        }
        found.numbers.push(format!("arquivo: {} mensagens, {} pastas de pedidos", rows.len(), open.len()));
        Ok(())
    }

    /// Every cell still holds what our last write left there, or more than a person would wonder at.
    fn compare_workbook(&self, year: i16, found: &mut Night) -> Result<(), DaemonError> {
        let owed = self.ledger.owed_counts()?.len();
        if owed > 0 {
            found.differences.push(format!("planilha: {owed} contagens ainda não anotadas"));
        }
        let places = self.ledger.counted_places(year)?;
        if places.is_empty() {
            return Ok(());
        }
        let Ok(bytes) = std::fs::read(&self.config.workbook.file) else {
            found.differences.push("planilha: não foi encontrada".to_owned());
            return Ok(());
        };
        let known = self.known_cells()?;
        let mut expected = Vec::new();
        for place in places {
            let mapping = Mapping { sheet: place.sheet.clone(), ..Mapping::default() };
            let wanted = Wanted { year, area_label: &place.label, month: place.month, channel: place.channel };
            let value = place_in(&bytes, &wanted, &mapping)
                .ok()
                .and_then(|at| known.iter().find(|it| it.sheet == at.sheet && it.cell == at.cell))
                .map(|it| it.value);
            let Some(value) = value else {
                found.differences.push(format!("planilha: a linha “{}” mudou de lugar", place.label));
                continue;
            };
            let (area_label, month, channel) = (place.label, place.month, place.channel);
            expected.push(Expected { year, area_label, month, channel, mapping, value });
        }
        found.numbers.push(format!("planilha: {} células", expected.len()));
        let differences = match compare(&bytes, &expected) {
            Ok(differences) => differences,
            Err(refusal) => {
                found.differences.push(format!("planilha: não pôde ser lida ({refusal})"));
                return Ok(());
            }
        };
        for it in differences {
            let there = match &it.found {
                Found::Value(Some(number)) => number.to_string(),
                Found::Value(None) => "nada".to_owned(),
                Found::NoNumber(text) => format!("“{text}”"),
                Found::NoPlace(_) => "outro lugar".to_owned(),
            };
            let Expected { area_label, month, value, .. } = &it.expected;
            found.differences.push(format!(
                "planilha: “{area_label}”, mês {month}: há {there} onde a última anotação deixou {value}"
            ));
        }
        Ok(())
    }
}
