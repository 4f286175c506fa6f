//! The workbook (steps 19-23): all counts that are owed, in one write.
//!
//! Written down first: which cell will hold what, and the hash of the file before and after. After a kill the
//! workbook itself says whether the write had happened.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::clock::local;
use super::{Daemon, DaemonError};
use crate::ledger::{CountId, OwedCount};
use crate::office::Protocol;
use crate::phrases::{Phrase, WaitingCount, WorkbookNews};
use crate::sheets::tally::Mapping;
use crate::workbook::record::{
    Applied, DueCount, Intent, KnownCell, Notice, RecordError, Recorded, prepare, was_applied,
};

/// A workbook that has been open for this long is told to the desk, in seconds.
const BUSY_MAX_SECS: i64 = 86_400;

/// Between two looks at a workbook that could not be written, in seconds.
const AGAIN_SECS: i64 = 30;

impl Daemon {
    /// Writes what the workbook is owed, if it is free.
    pub(super) fn count(&mut self) -> Result<u64, DaemonError> {
        let owed = self.ledger.owed_counts()?;
        if owed.is_empty() {
            return Ok(0);
        }
        let now = self.clock.now();
        let waits_until: i64 = self.ledger.remembered("workbook.again")?.and_then(|it| it.parse().ok()).unwrap_or(0);
        if waits_until > now {
            return Ok(0);
        }
        let owed = self.settle_intents(owed)?;
        if owed.is_empty() {
            return Ok(0);
        }
        match self.write_counts(&owed) {
            Ok(()) => Ok(owed.len() as u64),
            Err(Trouble::Daemon(error)) => Err(error),
            Err(Trouble::Record(RecordError::Ask(_) | RecordError::Refused(_))) if owed.len() > 1 => {
                self.count_each(&owed)
            }
            Err(Trouble::Record(error)) => self.not_counted(&owed, &error, now),
        }
    }

    /// Counts that were about to be written when the process ended: the file says whether they were.
    fn settle_intents(&mut self, owed: Vec<OwedCount>) -> Result<Vec<OwedCount>, DaemonError> {
        let mut left = Vec::new();
        let mut unknown: Option<(Vec<OwedCount>, RecordError)> = None;
        for one in owed {
            let Some(intent) = one.intent.as_deref().and_then(|it| serde_json::from_str::<Intent>(it).ok()) else {
                left.push(one);
                continue;
            };
            match was_applied(&self.config.workbook.file, &intent) {
                Ok(Applied::Yes) => {
                    self.know(&intent)?;
                    self.ledger.counts_ended(&[one.id], "written", self.clock.now())?;
                    self.tell_written(&one, &intent)?;
                }
                Ok(Applied::No) => {
                    self.ledger.counts_not_written(&[one.id])?;
                    left.push(OwedCount { intent: None, ..one });
                }
                Ok(Applied::Unclear { found }) => {
                    let what = format!(
                        "a célula {} da aba {} tem {found:?}; era {} ou {}",
                        intent.cell, intent.sheet, intent.before, intent.after
                    );
                    self.ledger.counts_ended(&[one.id], "asked", self.clock.now())?;
                    self.tell_desk("Confira um número da planilha", &what)?;
                }
                Err(error) => unknown.get_or_insert_with(|| (Vec::new(), error)).0.push(one),
            }
        }
        if let Some((waiting, error)) = unknown {
            self.not_counted(&waiting, &error, self.clock.now())?;
        }
        Ok(left)
    }

    fn write_counts(&mut self, owed: &[OwedCount]) -> Result<(), Trouble> {
        let now = self.timestamp();
        let due: Vec<DueCount> = owed.iter().map(due_of).collect();
        let known = self.known_cells()?;
        let prepared = prepare(&self.config.workbook.file, &due, &known, now)?;
        let intents: Vec<(CountId, String)> = owed
            .iter()
            .zip(prepared.intents())
            .map(|(one, intent)| (one.id, serde_json::to_string(intent).unwrap_or_default()))
            .collect();
        self.ledger.counts_writing(&intents).map_err(DaemonError::from)?;
        let backups = self.backups();
        let recorded = match prepared.commit(&backups, now) {
            Ok(recorded) => recorded,
            Err(error) => {
                // After an error of disk or network nobody knows whether the rename happened: the intents stay, and the
                // file itself is asked before the next try. Every other error says that it did not.
                if !matches!(error, RecordError::Io(_)) {
                    let ids: Vec<CountId> = owed.iter().map(|it| it.id).collect();
                    self.ledger.counts_not_written(&ids).map_err(DaemonError::from)?;
                }
                return Err(error.into());
            }
        };
        let ids: Vec<CountId> = owed.iter().map(|it| it.id).collect();
        self.ledger.counts_ended(&ids, "written", self.clock.now()).map_err(DaemonError::from)?;
        for (one, recorded) in owed.iter().zip(&recorded) {
            self.know(&recorded.intent)?;
            self.tell_count(one, recorded)?;
        }
        Ok(())
    }

    fn tell_count(&mut self, owed: &OwedCount, recorded: &Recorded) -> Result<(), DaemonError> {
        self.tell_written(owed, &recorded.intent)?;
        let news = |reason: String| WorkbookNews {
            file: self.workbook_name(),
            sheet: recorded.intent.sheet.clone(),
            waiting: Vec::new(),
            since: None,
            reason: Some(reason),
        };
        let (subject, text) = match &recorded.notice {
            None | Some(Notice::WasText) => return Ok(()),
            Some(Notice::TabMade) => {
                let text = self.rules.phrases.render(Phrase::NewTabMade(&news(String::new())));
                let letter = self.letter_to_desk("new-tab", None, &text, &[])?;
                return Ok(self.ledger.add_letter(&letter, self.clock.now())?);
            }
            Some(Notice::EditedByPerson { ours, found }) => {
                tracing::info!(ours, found, "a person counted in the same cell");
                return Ok(());
            }
            Some(Notice::ProbablyOverwritten { ours, found }) => (
                "Um número da planilha diminuiu",
                format!(
                    "a célula {} da aba {} tinha {ours} depois da nossa última gravação e agora tinha {found}; \
                     talvez uma cópia antiga tenha sido salva por cima",
                    recorded.intent.cell, recorded.intent.sheet
                ),
            ),
        };
        self.tell_desk(subject, &text)
    }

    fn tell_written(&mut self, owed: &OwedCount, intent: &Intent) -> Result<(), DaemonError> {
        let line = format!("planilha: +{} em {} {}", owed.count.amount, intent.sheet, intent.cell);
        self.ledger.tell(owed.request, &line, self.clock.now())?;
        self.told.push(line);
        if let Some(state) = self.state_of(owed.request)? {
            self.write_story(owed.request, &state)?;
        }
        Ok(())
    }

    /// One of several counts has no place: each is tried alone, so that the others are not held up.
    fn count_each(&mut self, owed: &[OwedCount]) -> Result<u64, DaemonError> {
        let mut written = 0;
        for one in owed {
            match self.write_counts(std::slice::from_ref(one)) {
                Ok(()) => written += 1,
                Err(Trouble::Daemon(error)) => return Err(error),
                Err(Trouble::Record(error)) => {
                    self.not_counted(std::slice::from_ref(one), &error, self.clock.now())?;
                }
            }
        }
        Ok(written)
    }

    /// The counts stay owed; a place that cannot be found is asked of the desk, once.
    fn not_counted(&mut self, owed: &[OwedCount], error: &RecordError, now: i64) -> Result<u64, DaemonError> {
        tracing::info!(counts = owed.len(), reason = %error, "the workbook waits");
        let oldest = owed.iter().map(|it| it.due_since).min().unwrap_or(now);
        let mut waiting = Vec::new();
        for one in owed {
            let protocol = self.ledger.request(one.request)?.map_or_else(|| Protocol::from_text(""), |it| it.protocol);
            waiting.push(WaitingCount {
                protocol,
                row: one.count.label.clone(),
                month: one.count.month,
                channel: one.count.channel,
                by: u64::try_from(one.count.amount).unwrap_or(0),
            });
        }
        let news = WorkbookNews {
            file: self.workbook_name(),
            sheet: owed.first().map(|it| it.count.year.to_string()).unwrap_or_default(),
            waiting,
            since: Some(local(oldest, &self.policy.zone)),
            reason: Some(error.in_portuguese()),
        };
        match error {
            RecordError::Ask(_) | RecordError::Refused(_) => {
                let text = self.rules.phrases.render(Phrase::WorkbookPlaceMissing(&news));
                let letter = self.letter_to_desk("workbook-place", None, &text, &[])?;
                let ids: Vec<CountId> = owed.iter().map(|it| it.id).collect();
                self.ledger.counts_ended(&ids, "asked", now)?;
                self.ledger.add_letter(&letter, now)?;
            }
            RecordError::Busy { .. }
            | RecordError::Missing
            | RecordError::HalfSaved(_)
            | RecordError::ChangedMeanwhile
            | RecordError::Io(_) => {
                self.ledger.remember("workbook.again", &(now + AGAIN_SECS).to_string())?;
                let told: i64 =
                    self.ledger.remembered("workbook.busy-told")?.and_then(|it| it.parse().ok()).unwrap_or(0);
                if now - oldest >= BUSY_MAX_SECS && now - told >= BUSY_MAX_SECS {
                    let text = self.rules.phrases.render(Phrase::WorkbookBusy(&news));
                    let letter = self.letter_to_desk("workbook-busy", None, &text, &[])?;
                    self.ledger.add_letter(&letter, now)?;
                    self.ledger.remember("workbook.busy-told", &now.to_string())?;
                }
            }
        }
        Ok(0)
    }

    /// What our last write left in each cell.
    fn known_cells(&self) -> Result<Vec<KnownCell>, DaemonError> {
        let text = self.ledger.remembered("workbook.cells")?.unwrap_or_default();
        let cells: BTreeMap<String, i64> = serde_json::from_str(&text).unwrap_or_default();
        Ok(cells
            .into_iter()
            .filter_map(|(key, value)| {
                let (sheet, cell) = key.split_once('\t')?;
                Some(KnownCell { sheet: sheet.to_owned(), cell: cell.to_owned(), value })
            })
            .collect())
    }

    fn know(&mut self, intent: &Intent) -> Result<(), DaemonError> {
        let text = self.ledger.remembered("workbook.cells")?.unwrap_or_default();
        let mut cells: BTreeMap<String, i64> = serde_json::from_str(&text).unwrap_or_default();
        cells.insert(format!("{}\t{}", intent.sheet, intent.cell), intent.after);
        Ok(self.ledger.remember("workbook.cells", &serde_json::to_string(&cells).unwrap_or_default())?)
    }

    /// Copies of the workbook lie beside the ledger, outside the folder that people see.
    fn backups(&self) -> std::path::PathBuf {
        let crate::config::LedgerUrl::Sqlite(path) = &self.config.ledger;
        path.parent().unwrap_or(std::path::Path::new(".")).join("workbook-copies")
    }

    fn workbook_name(&self) -> String {
        self.config.workbook.file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default()
    }

    fn timestamp(&self) -> Timestamp {
        Timestamp::from_second(self.clock.now()).unwrap_or_default()
    }
}

enum Trouble {
    Daemon(DaemonError),
    Record(RecordError),
}

impl From<DaemonError> for Trouble {
    fn from(error: DaemonError) -> Self {
        Self::Daemon(error)
    }
}

impl From<RecordError> for Trouble {
    fn from(error: RecordError) -> Self {
        Self::Record(error)
    }
}

fn due_of(owed: &OwedCount) -> DueCount {
    DueCount {
        year: owed.count.year,
        area_label: owed.count.label.clone(),
        month: owed.count.month,
        channel: owed.count.channel,
        by: owed.count.amount,
        mapping: Mapping { sheet: owed.count.sheet.clone(), ..Mapping::default() },
    }
}
