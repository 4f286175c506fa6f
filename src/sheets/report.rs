//! Reports of the call center (step 18): what a file, a table or a mail says about who got a WhatsApp message.
//!
//! ```text
//! .xlsx .xls .ods .csv .zip ─► tables ─► lines (one per phone) ─┐
//! .pdf .txt, mail body      ─► text   ─► figures in words      ─┴─► Report (counts, reasons, disagreements)
//! ```

mod assemble;
mod figures;
mod file;
mod mail_kind;
mod matching;
mod names;
mod pdf;
mod running_text;
mod table;
mod words;

use std::collections::BTreeMap;

pub use mail_kind::{CallCenterMail, MailParts, read_report_mail, what_is_it};
pub use matching::{Belonging, Matching, Package, belonging_of, match_lines};

use serde::Serialize;
use thiserror::Error;

use self::words::Words;
use super::{Row, Table};
use crate::office::{RecipientState, Vocabulary};

/// What one report says. Counts are `None` where the report gives none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The protocols that stand in it, in the order of their first mention.
    pub protocols: Vec<String>,
    /// The name that the company gave the sending.
    pub campaign: Option<String>,
    /// Whether the sending is over, where the report says so.
    pub complete: Option<bool>,
    /// People on the list that the company received.
    pub base: Option<u64>,
    /// People the message was sent to, those whom it did not reach among them.
    pub sent: Option<u64>,
    /// People it was delivered to, those who read it among them.
    pub delivered: Option<u64>,
    /// People who read it.
    pub read: Option<u64>,
    /// People whom it did not reach.
    pub failed: Option<u64>,
    /// People to whom it is still to be sent.
    pub pending: Option<u64>,
    /// One line for each phone, where the report has lines.
    pub lines: Vec<ReportLine>,
    /// Why messages failed, in one word for one reason, with counts.
    pub reasons: BTreeMap<String, u64>,
    /// Totals that do not agree with the lines, in Portuguese.
    pub disagreements: Vec<String>,
    /// The single requests, where the report speaks of several; the counts above are then their sums.
    pub parts: Vec<Report>,
}

/// One line of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLine {
    /// The row as the spreadsheet program numbers it.
    pub row: u32,
    /// The protocol in this line, where the report has such a column or section.
    pub protocol: Option<String>,
    /// The phone as written.
    pub phone: String,
    /// Area code and last eight digits, by which lines are matched; `None` if the phone has no area code.
    pub match_key: Option<String>,
    /// The name, where there is one.
    pub name: Option<String>,
    /// The company's word for the state, as written.
    pub status_word: String,
    /// What it means.
    pub state: LineState,
    /// Why it failed: the vocabulary's word, else the company's own.
    pub reason: Option<String>,
    /// Whether the person blocked the institute or asked not to be written to.
    pub opt_out: bool,
}

/// What a line says of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineState {
    /// Still to be sent.
    Pending,
    /// Sent, no news since.
    Sent,
    /// On the phone.
    Delivered,
    /// Opened.
    Read,
    /// Could not be delivered.
    Failed,
    /// A word that the vocabulary does not know.
    Unknown,
}

impl LineState {
    /// The recipient's state that follows from it; `None` where the line is no news.
    #[must_use]
    pub const fn recipient_state(self) -> Option<RecipientState> {
        match self {
            Self::Pending | Self::Unknown => None,
            Self::Sent => Some(RecipientState::Accepted),
            Self::Delivered => Some(RecipientState::Delivered),
            Self::Read => Some(RecipientState::Read),
            Self::Failed => Some(RecipientState::Failed),
        }
    }
}

/// Why a file gives no report.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReportError {
    /// The form of the file is not one that reports come in.
    #[error(
        "`{file}` is no file that a report can be read from (expected .xlsx, .xls, .ods, .csv, .txt, .pdf or .zip)"
    )]
    UnknownForm {
        /// The file.
        file: String,
    },
    /// The file is damaged, encrypted or larger than a report may be.
    #[error("cannot read `{file}`: {detail}")]
    Unreadable {
        /// The file.
        file: String,
        /// What went wrong.
        detail: String,
    },
    /// It was read, but there are neither lines nor figures of a sending in it.
    #[error("`{file}` has neither lines nor figures of a sending")]
    NoFigures {
        /// The file.
        file: String,
    },
}

/// Reads a report from a file: .xlsx .xls .ods .csv .txt .html .pdf (with text) or a .zip of these.
///
/// # Errors
/// [`ReportError`] if the file cannot be read or says nothing of a sending.
pub fn read_report_file(file_name: &str, bytes: &[u8], words: &Vocabulary) -> Result<Report, ReportError> {
    file::read(file_name, bytes, &Words::of(words))
}

/// Reads the figures that stand in running text: `enviadas 2.500, entregues 2.311, falhas 189`.
#[must_use]
pub fn read_report_text(text: &str, words: &Vocabulary) -> Option<Report> {
    let words = Words::of(words);
    assemble::report(running_text::sections(text, &words), &words)
}

/// The protocols in a text (a subject, a file name), in its order, each once, in the form `AR-2025-0131`.
#[must_use]
pub fn protocols_in(text: &str) -> Vec<String> {
    names::protocols_in(text)
}

/// Reads a report from tables, for instance those of an HTML body.
#[must_use]
pub fn read_report_tables(tables: &[Table], words: &Vocabulary) -> Option<Report> {
    let words = Words::of(words);
    assemble::report(table::sections(tables, &words), &words)
}

/// Puts cells that were read one by one (number of the table, row, column, text) back into tables, in their order.
#[must_use]
pub fn tables_of_cells(cells: impl IntoIterator<Item = (u32, u32, u32, String)>) -> Vec<Table> {
    let mut tables: BTreeMap<u32, BTreeMap<u32, BTreeMap<u32, String>>> = BTreeMap::new();
    for (table, row, column, text) in cells {
        let cell = tables.entry(table).or_default().entry(row).or_default().entry(column).or_default();
        if !cell.is_empty() {
            cell.push(' ');
        }
        cell.push_str(text.trim());
    }
    let row_of = |(number, cells): (u32, BTreeMap<u32, String>)| {
        let width = cells.keys().next_back().map_or(0, |it| it.saturating_add(1)).min(COLUMNS_MAX);
        let texts = (0..width).map(|column| cells.get(&column).cloned().unwrap_or_default()).collect();
        Row::plain(number.saturating_add(1), texts)
    };
    let table_of = |rows: BTreeMap<u32, _>| Table { rows: rows.into_iter().map(row_of).collect(), ..Table::default() };
    tables.into_values().map(table_of).collect()
}

/// More columns than this no table in a mail has.
const COLUMNS_MAX: u32 = 256;

impl Report {
    /// Whether it says what became of messages, in lines or in figures.
    #[must_use]
    pub fn tells_of_a_sending(&self) -> bool {
        let outcomes = [self.delivered, self.read, self.failed].iter().filter(|it| it.is_some()).count();
        let whole = self.sent.is_some() || self.base.is_some() || self.pending.is_some();
        !self.lines.is_empty() || !self.parts.is_empty() || outcomes >= 2 || outcomes == 1 && whole
    }

    /// All lines, those of the parts too.
    pub fn all_lines(&self) -> impl Iterator<Item = &ReportLine> {
        self.lines.iter().chain(self.parts.iter().flat_map(|it| it.lines.iter()))
    }

    /// What another source of the same mail adds (its body beside its attachment): what is not known here is
    /// taken from there, what differs is said.
    #[must_use]
    pub fn completed_by(mut self, other: Self) -> Self {
        let slots = [
            ("enviadas", &mut self.sent, other.sent),
            ("entregues", &mut self.delivered, other.delivered),
            ("lidas", &mut self.read, other.read),
            ("falhas", &mut self.failed, other.failed),
            ("pendentes", &mut self.pending, other.pending),
        ];
        for (name, own, news) in slots {
            match (*own, news) {
                (None, news) => *own = news,
                (Some(own), Some(news)) if own != news => {
                    self.disagreements.push(format!("{name}: o e-mail diz {news}, o arquivo diz {own}"));
                }
                (Some(_), _) => {}
            }
        }
        self.base = self.base.or(other.base);
        self.campaign = self.campaign.take().or(other.campaign);
        self.complete = match (self.complete, other.complete) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (own, news) => own.or(news),
        };
        for protocol in other.protocols {
            if !self.protocols.contains(&protocol) {
                self.protocols.push(protocol);
            }
        }
        if self.lines.is_empty() && self.parts.is_empty() {
            self.lines = other.lines;
            self.parts = other.parts;
        }
        if self.reasons.is_empty() {
            self.reasons = other.reasons;
        }
        self.disagreements.extend(other.disagreements);
        self
    }

    /// Whether the sending is over, for a request with so many recipients: what the report says of it, else
    /// whether everybody was reached for.
    #[must_use]
    pub fn is_complete_for(&self, recipients: Option<u64>) -> bool {
        match (self.complete, recipients.or(self.base), self.sent) {
            (Some(said), _, _) => said,
            (None, Some(recipients), Some(sent)) => sent >= recipients,
            (None, _, _) => self.pending.unwrap_or(0) == 0,
        }
    }
}
