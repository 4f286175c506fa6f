//! What the rule that matched wants done with a request, in the form in which it is kept with the request.

use serde::{Deserialize, Serialize};

use crate::office::calendar::Length;
use crate::office::{Action, BadRows, ListChoice, OfficeBook, Party, Sending};

/// The wishes of a rule, kept with the request: a mail in hand finishes under the rules it began with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The rule that decided.
    pub rule: Option<String>,
    /// The version of the rule set.
    pub rules_version: String,
    /// The folder's pattern.
    pub folder: String,
    /// How many years the archive keeps it.
    pub keep_years: Option<u32>,
    /// Whether the workbook is counted.
    pub record: bool,
    /// The tab, where the rule names it.
    pub sheet: Option<String>,
    /// The row's label, where the rule names it.
    pub row: Option<String>,
    /// Whether the general contact list is used.
    pub general_contacts: bool,
    /// Whether the call center is asked for its report.
    pub ask_report: bool,
    /// When the call center is reminded: seconds, or working days as a negative number.
    pub remind_in: Option<i64>,
    /// Whose consent is needed.
    pub consent: Vec<Consent>,
    /// Whether bad rows hold the sending.
    pub wait_for_mended_list: bool,
    /// The standing notice that gives the text.
    pub notice: Option<String>,
    /// Not before this hour and minute, local time.
    pub not_before: Option<(i8, i8)>,
    /// Not after this hour and minute, local time.
    pub not_after: Option<(i8, i8)>,
    /// Why the rule leaves it to a person, if it does.
    pub to_person: Option<String>,
}

/// A consent that a rule asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Only above so many people.
    pub above: Option<u64>,
    /// The addresses whose consent counts; empty = the requester.
    pub by: Vec<crate::office::EmailAddress>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            rule: None,
            rules_version: String::new(),
            folder: "{ano}/{categoria}/{protocolo} {assunto}".to_owned(),
            keep_years: None,
            record: false,
            sheet: None,
            row: None,
            general_contacts: false,
            ask_report: true,
            remind_in: None,
            consent: Vec::new(),
            wait_for_mended_list: false,
            notice: None,
            not_before: None,
            not_after: None,
            to_person: None,
        }
    }
}

impl Plan {
    /// Gathers the actions of a rule.
    #[must_use]
    pub fn of(rule: Option<String>, rules_version: String, actions: &[Action], office: &OfficeBook) -> Self {
        let mut plan = Self { rule, rules_version, ..Self::default() };
        for action in actions {
            match action {
                Action::Archive { folder, keep_years } => {
                    plan.folder.clone_from(folder);
                    plan.keep_years = *keep_years;
                }
                Action::SendEmail(sending) => plan.take(sending, office),
                Action::SendCallCenter(sending) => {
                    plan.take(sending, office);
                    plan.ask_report = sending.ask_report;
                }
                Action::Record { sheet, row } => {
                    plan.record = true;
                    plan.sheet.clone_from(sheet);
                    plan.row.clone_from(row);
                }
                Action::Schedule { not_before, not_after } => {
                    plan.not_before = Some(*not_before);
                    plan.not_after = *not_after;
                }
                Action::Confirm(consent) => plan.consent.push(consent_of(consent.above, &consent.by, office)),
                Action::HandToPerson { reason } => plan.to_person = Some(reason.clone()),
                Action::Forward { .. } | Action::Answer { .. } | Action::Ask | Action::Nothing => {}
            }
        }
        plan
    }

    fn take(&mut self, sending: &Sending, office: &OfficeBook) {
        self.general_contacts |= sending.list == ListChoice::GeneralContacts;
        self.wait_for_mended_list |= sending.bad_rows == BadRows::Wait;
        if let Some(length) = sending.remind_in {
            self.remind_in = Some(match length {
                Length::Seconds(seconds) => seconds,
                Length::BusinessDays(days) => -i64::from(days),
            });
        }
        if let Some(notice) = &sending.notice {
            self.notice = Some(notice.clone());
        }
        if let Some(consent) = &sending.confirm {
            self.consent.push(consent_of(consent.above, &consent.by, office));
        }
    }
}

fn consent_of(above: Option<u64>, by: &Party, office: &OfficeBook) -> Consent {
    let by = match by {
        Party::Requester => Vec::new(),
        Party::Approvers => office.aprovadores.enderecos.clone(),
        Party::Desk => office.assessoria.enderecos.clone(),
        Party::CallCenter => office.call_center.iter().map(|it| it.envio.clone()).collect(),
        Party::Area(key) => office.areas.get(key).map(|it| it.enderecos.clone()).unwrap_or_default(),
    };
    Consent { above, by }
}
