//! Reports of the call center (step 18): what a file, a table or a mail says about who got a WhatsApp message.
//!
//! ```text
//! .xlsx .xls .ods .csv .zip ─► tables ─► lines (one per phone) ─┐
//! .pdf .txt, mail body      ─► text   ─► figures in words      ─┴─► Report (counts, reasons, disagreements)
//! ```

use std::collections::BTreeMap;

use serde::Serialize;
use thiserror::Error;

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

/// Reads a report from a file: .xlsx .xls .ods .csv .txt .pdf (with text) or a .zip of these.
///
/// # Errors
/// [`ReportError`] if the file cannot be read or says nothing of a sending.
pub fn read_report_file(file_name: &str, _bytes: &[u8], _words: &Vocabulary) -> Result<Report, ReportError> {
    Err(ReportError::UnknownForm { file: file_name.to_owned() })
}

/// Reads the figures that stand in running text: `enviadas 2.500, entregues 2.311, falhas 189`.
#[must_use]
pub fn read_report_text(_text: &str, _words: &Vocabulary) -> Option<Report> {
    None
}

/// A table as plain cells: what an HTML table of a mail body, a sheet or a CSV file comes down to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlainTable {
    /// The name of the sheet or file; empty for a table of a mail body.
    pub name: String,
    /// The rows with their numbers in the spreadsheet program (1 is the first), cells as a person sees them.
    pub rows: Vec<(u32, Vec<String>)>,
}

/// Reads a report from tables, for instance those of an HTML body.
#[must_use]
pub fn read_report_tables(_tables: &[PlainTable], _words: &Vocabulary) -> Option<Report> {
    None
}

impl Report {
    /// Whether the sending is over, for a request with so many recipients: what the report says of it, else
    /// whether everybody was reached for.
    #[must_use]
    pub fn is_complete_for(&self, recipients: Option<u64>) -> bool {
        match (self.complete, recipients, self.sent) {
            (Some(said), _, _) => said,
            (None, Some(recipients), Some(sent)) => sent >= recipients,
            (None, _, _) => self.pending.unwrap_or(0) == 0,
        }
    }
}

/// What a mail of the call center is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallCenterMail {
    /// The result of a sending, whole or partial.
    Report,
    /// The company needs something.
    Question,
    /// WhatsApp refused the text as a template: a question too.
    RefusedTemplate,
    /// An invoice or a statement of consumption.
    Invoice,
    /// An offer.
    Offer,
    /// Anything else.
    Other,
}

/// Tells what a mail of the call center is, by its subject, its new text (without quotes) and its attachments
/// (name and bytes).
#[must_use]
pub fn what_is_it(
    _subject: &str,
    _new_text: &str,
    _attachments: &[(&str, &[u8])],
    _words: &Vocabulary,
) -> CallCenterMail {
    CallCenterMail::Other
}

/// The phones of one package that waits for its report.
#[derive(Debug, Clone, Default)]
pub struct Package {
    /// Its protocol.
    pub protocol: String,
    /// Its match keys (area code and last eight digits), each with the number of people behind it.
    pub keys: std::collections::HashMap<String, u32>,
}

/// Which package the lines of a report belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Belonging {
    /// To this one.
    One(String),
    /// Two or more fit: a person is asked.
    Several(Vec<String>),
    /// To none.
    None,
}

/// How lines fit the packages that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matching {
    /// The package they belong to.
    pub belonging: Belonging,
    /// For that one package: lines whose phone is in it.
    pub matched: u64,
    /// Rows whose phone is in none of the candidates.
    pub strangers: Vec<u32>,
    /// Keys behind which several people stand, or of which the report says two things: to be looked at.
    pub collisions: Vec<String>,
}

/// Finds the package to which the lines of a report belong, by the phones in them. Never guesses: two candidates
/// are named and a person is asked.
#[must_use]
pub fn match_lines(_lines: &[ReportLine], _packages: &[Package]) -> Matching {
    Matching { belonging: Belonging::None, matched: 0, strangers: Vec::new(), collisions: Vec::new() }
}
