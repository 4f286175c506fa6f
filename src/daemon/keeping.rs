//! What the archive keeps: the manifest of a request, the notices in its folder, and the end of its time.
//!
//! A request whose time is over (`guardar = "5 anos"` of its rule, counted from the day it came) loses its folder, its
//! mails, its letters and the names and contacts of its people; its protocol, counts and story stay, and say so. Mails that
//! belong to no request go after the time in `[archive] keep_mails`.
//!
//! | the process ends | what is there | what the next day does |
//! |---|---|---|
//! | before the line in the story | everything | deletes it |
//! | after it, before the end of the deletion | the line, and a part of the files | deletes the rest |
//! | after that | the line, `eliminados.txt`, no files | nothing |

use jiff::ToSpan as _;

use super::clock::{local, moment};
use super::{Daemon, DaemonError};
use crate::ledger::RequestRow;
use crate::office::RequestId;
use crate::request::State;

/// The list of what was deleted, in the root of the archive.
const DELETED_LIST: &str = "eliminados.txt";

/// So many mails are deleted on one day; the rest on the days after.
const MAILS_OF_A_DAY: u32 = 20_000;

impl Daemon {
    /// Once a day: requests whose time in the archive is over.
    pub(super) fn keep_house(&mut self) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let today = local(now, &self.policy.zone).date().to_string();
        if self.ledger.remembered("keeping.day")?.as_deref() == Some(&today) {
            return Ok(());
        }
        // Nothing is kept for less than a year: younger requests are not even looked at.
        let a_year_ago = now - 365 * 86_400;
        for row in self.ledger.ended_before(a_year_ago)? {
            let Some(state) = self.state_of(row.id)? else { continue };
            let Some(years) = state.plan.keep_years else { continue };
            if self.kept_until(&row, years).is_some_and(|until| until <= now) {
                self.delete(&row, &state, years)?;
            }
        }
        if let Some(years) = self.config.archive.keep_mails_years {
            self.delete_mails_of_nobody(years)?;
        }
        Ok(self.ledger.remember("keeping.day", &today)?)
    }

    /// Mails of no request whose time is over. The line in the list stands before the first of them goes.
    fn delete_mails_of_nobody(&mut self, years: u32) -> Result<(), DaemonError> {
        let here = local(self.clock.now(), &self.policy.zone);
        let Ok(first_kept) = here.checked_sub(i64::from(years).years()) else { return Ok(()) };
        let Some(before) = moment(first_kept, &self.policy.zone) else { return Ok(()) };
        let mails = self.ledger.mails_of_nobody(before, MAILS_OF_A_DAY)?;
        if mails.is_empty() {
            return Ok(());
        }
        let (count, day) = (mails.len(), first_kept.strftime("%d/%m/%Y"));
        let line =
            format!("guarda de {years} anos encerrada: {count} mensagens recebidas antes de {day} foram eliminadas");
        self.list_line("mensagens sem pedido", &line, "[archive] keep_mails")?;
        for (_, path) in &mails {
            self.archive.remove_file(path)?;
        }
        self.ledger.forget_mails(&mails.iter().map(|it| it.0).collect::<Vec<_>>())?;
        tracing::info!(mails = count, "their time in the archive is over");
        self.told.push(format!("mensagens sem pedido: {line}"));
        Ok(())
    }

    /// The day on which a request's time is over.
    fn kept_until(&self, row: &RequestRow, years: u32) -> Option<i64> {
        let came = local(row.created_at, &self.policy.zone);
        moment(came.checked_add(i64::from(years).years()).ok()?, &self.policy.zone)
    }

    fn delete(&mut self, row: &RequestRow, state: &State, years: u32) -> Result<(), DaemonError> {
        let now = self.clock.now();
        let mails = self.ledger.own_mails_of(row.id)?;
        let files = self.archive.files_of(&state.folder)?.len() + mails.len();
        let line = format!("guarda de {years} anos encerrada: {files} arquivos e os dados pessoais foram eliminados");
        let begun = format!("deleting.{}", row.id);
        if self.ledger.remembered(&begun)?.is_none() {
            self.ledger.tell(row.id, &line, now)?;
            self.ledger.remember(&begun, &line)?;
            self.list_deleted(state, &line)?;
        }
        self.archive.remove(&state.folder)?;
        for path in &mails {
            self.archive.remove_file(path)?;
        }
        self.ledger.forget_people(row.id)?;
        tracing::info!(request = row.id.0, files, "its time in the archive is over");
        self.told.push(format!("{}: {line}", state.protocol));
        Ok(())
    }

    /// One more line in the list of what was deleted.
    fn list_deleted(&self, state: &State, line: &str) -> Result<(), DaemonError> {
        let rule = format!("regra {}", state.plan.rule.as_deref().unwrap_or("sem nome"));
        self.list_line(&state.protocol, line, &rule)
    }

    fn list_line(&self, what: &str, line: &str, by: &str) -> Result<(), DaemonError> {
        let mut text = self.archive.read(DELETED_LIST).unwrap_or_default();
        let at = local(self.clock.now(), &self.policy.zone).strftime("%d/%m/%Y %H:%M");
        text.extend_from_slice(format!("{at}  {what}  {line} ({by})\r\n").as_bytes());
        Ok(self.archive.write(DELETED_LIST, &text)?)
    }

    /// Writes down the hash of every file of a request, so that what was sent can be proved (`sha256sum -c`). The hash
    /// of the list itself goes into the story.
    pub(super) fn seal(&mut self, request: RequestId, state: &State) -> Result<(), DaemonError> {
        match self.archive.seal(&state.folder) {
            Ok(Some((files, sha256))) => {
                let line = format!("manifesto.txt: {files} arquivos, sha256 {sha256}");
                Ok(self.ledger.tell(request, &line, self.clock.now())?)
            }
            Ok(None) => Ok(()),
            Err(error) => {
                tracing::warn!(request = request.0, reason = %error, "the manifest could not be written yet");
                Ok(())
            }
        }
    }
}
