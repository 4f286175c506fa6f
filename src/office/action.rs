//! What a rule wants done with a mail: the commands of `[[entao]]`, one for each kind of step of the manual.

use super::calendar::Length;

/// One action of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// `arquivar`: file content and list in the network folder (step 3).
    Archive {
        /// The folder below the archive's root, with `{ano}`, `{categoria}`, `{protocolo}`, `{assunto}`, `{area}`, `{canal}`.
        folder: String,
        /// `guardar = "5 anos"`: how many years it is kept; `None` = for ever.
        keep_years: Option<u32>,
    },
    /// `enviar-email`: steps 4-11.
    SendEmail(Sending),
    /// `enviar-call-center`: steps 14-17.
    SendCallCenter(Sending),
    /// `registrar`: +1 in the workbook (steps 19-23).
    Record {
        /// The tab, where the rule names it.
        sheet: Option<String>,
        /// The row's label, where the rule names it.
        row: Option<String>,
    },
    /// `encaminhar`: send the mail on as it came.
    Forward {
        /// To whom.
        to: Party,
    },
    /// `responder`: answer in the thread with a text of `rules/textos/`.
    Answer {
        /// The name of the text, without `.txt`.
        text: String,
    },
    /// `perguntar`: ask back what is missing.
    Ask,
    /// `agendar`: not before this hour of a working day.
    Schedule {
        /// Hour and minute, local time.
        not_before: (i8, i8),
        /// Not after this hour.
        not_after: Option<(i8, i8)>,
    },
    /// `confirmar`: wait for somebody's consent.
    Confirm(Confirmation),
    /// `entregar-a-pessoa`: leave it to a person of the desk.
    HandToPerson {
        /// Why, for the person.
        reason: String,
    },
    /// `nada`: it is no concern of ours.
    Nothing,
}

/// How a communication is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// Which list is used.
    pub list: ListChoice,
    /// Whether the call center is asked for its report (step 17).
    pub ask_report: bool,
    /// When the call center is reminded of the report.
    pub remind_in: Option<Length>,
    /// Whose consent is needed first.
    pub confirm: Option<Confirmation>,
    /// What is done when rows of the list cannot be used.
    pub bad_rows: BadRows,
    /// The standing notice of `rules/modelos/` that gives the text, without `.txt`.
    pub notice: Option<String>,
}

/// Which list a communication goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListChoice {
    /// The list that came with the request.
    OfRequest,
    /// `contatos-gerais`: the contact workbook of the network folder (step 16).
    GeneralContacts,
}

/// What is done when rows of the list cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRows {
    /// `seguir`: the good rows go, the others are reported.
    GoOn,
    /// `esperar`: nothing goes before the mended list came.
    Wait,
}

/// Somebody's consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Only above so many recipients; `None` = always.
    pub above: Option<u64>,
    /// Who consents.
    pub by: Party,
}

/// Somebody in `areas.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Party {
    /// The requester, in the thread.
    Requester,
    /// `aprovadores`.
    Approvers,
    /// `assessoria`.
    Desk,
    /// `call-center`.
    CallCenter,
    /// An area, by its key.
    Area(String),
}

/// What the rules say of one mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The rule that decided: its file name without `.toml`; `None` if none matched.
    pub rule: Option<String>,
    /// The version of the whole rule set: the first 12 digits of its SHA-256.
    pub rules_version: String,
    /// What is to be done, in order.
    pub actions: Vec<Action>,
    /// Why, rule by rule, in Portuguese.
    pub trace: Vec<String>,
}
