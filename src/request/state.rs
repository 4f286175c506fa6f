//! What is known of a request between two events: everything that the next decision needs, and nothing of its people.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::plan::Plan;
use crate::office::{Audience, Channel, Effect, EmailAddress, Missing, ReportFacts};

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "is", content = "until")]
pub enum Phase {
    /// Something is missing; the requester was asked.
    WaitingData,
    /// The requester was shown what will go out, and is to answer SIM.
    WaitingConfirmation,
    /// An approver was asked.
    WaitingApproval,
    /// It leaves at this time, as the requester wished (seconds since 1970).
    Scheduled(i64),
    /// It leaves at this time unless it is corrected or cancelled (seconds since 1970).
    Window(i64),
    /// It is leaving, parcel by parcel.
    Sending,
    /// It has left; receipts and reports come.
    Returns,
    /// A person of the desk has to decide.
    Person,
    /// Everything is known and told.
    Closed,
    /// It will not go out (any further).
    Cancelled,
}

impl Phase {
    /// The name that `status` shows and `context.json` uses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::WaitingData => "waiting-data",
            Self::WaitingConfirmation => "waiting-confirmation",
            Self::WaitingApproval => "waiting-approval",
            Self::Scheduled(_) => "scheduled",
            Self::Window(_) => "waiting-window",
            Self::Sending => "sending",
            Self::Returns => "sent",
            Self::Person => "waiting-person",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether nothing of it leaves while it stands here; what waits for a person may have left on one channel.
    #[must_use]
    pub const fn is_before_sending(self) -> bool {
        match self {
            Self::WaitingData
            | Self::WaitingConfirmation
            | Self::WaitingApproval
            | Self::Scheduled(_)
            | Self::Window(_)
            | Self::Person => true,
            Self::Sending | Self::Returns | Self::Closed | Self::Cancelled => false,
        }
    }
}

/// How far the communication is on one channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LegStatus {
    /// Not begun.
    Held,
    /// Parcels are leaving, or the package is on its way.
    Sending,
    /// Too many addresses failed: the rest waits until a person decides.
    Braked,
    /// All has left; receipts or the report are awaited.
    Sent,
    /// The final balance was told.
    Balanced,
    /// Stopped.
    Cancelled,
}

/// The communication on one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// How far it is.
    pub status: LegStatus,
    /// Distinct people who can be reached.
    pub people: u64,
    /// Rows that cannot be used.
    pub rejected: u64,
    /// Rows that repeat a contact.
    pub duplicates: u64,
    /// When it had left as a whole, seconds since 1970.
    pub sent_at: Option<i64>,
    /// When a digest, a reminder or the balance falls due.
    pub due_at: Option<i64>,
    /// When the final balance is told whatever is known.
    pub balance_at: Option<i64>,
    /// How many digests were told.
    pub digests: u32,
    /// How many times the call center was reminded.
    pub reminders: u32,
    /// The last report's figures.
    pub report: Option<ReportFacts>,
    /// Whether a person let it go on although many addresses failed.
    #[serde(default)]
    pub brake_released: bool,
}

impl Leg {
    /// A leg that has not begun.
    #[must_use]
    pub const fn held(people: u64, rejected: u64, duplicates: u64) -> Self {
        Self {
            status: LegStatus::Held,
            people,
            rejected,
            duplicates,
            sent_at: None,
            due_at: None,
            balance_at: None,
            digests: 0,
            reminders: 0,
            report: None,
            brake_released: false,
        }
    }
}

/// The thread in which the requester reads our letters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thread {
    /// The subject of the requester's mail, as it came.
    pub subject: String,
    /// The Message-ID that our next letter answers, with angle brackets.
    pub last: Option<String>,
    /// The Message-IDs before it, oldest first (RFC 5322, 3.6.4).
    pub references: Vec<String>,
}

impl Thread {
    /// Goes on with a mail that came in.
    pub fn follow(&mut self, message_id: Option<&str>) {
        let Some(id) = message_id else { return };
        if let Some(last) = self.last.take() {
            self.references.push(last);
        }
        // The first and the newest name a thread well enough; a header must not grow for ever.
        while self.references.len() > 20 {
            self.references.remove(1);
        }
        self.last = Some(id.to_owned());
    }
}

/// A consent that is awaited, bound to exactly what it was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Whose consent counts.
    pub by: Vec<EmailAddress>,
    /// The digest of text and list that the consent is for.
    pub of: String,
    /// When it was asked, seconds since 1970.
    pub asked_at: i64,
}

/// The state of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Its protocol.
    pub protocol: String,
    /// The key of its area.
    pub area: Option<String>,
    /// Who asked.
    pub requester: EmailAddress,
    /// The requester's name as the mail gives it.
    pub requester_name: Option<String>,
    /// The thread in which answers go.
    pub thread: Thread,
    /// The channels.
    pub channels: BTreeSet<Channel>,
    /// Whom it is for.
    pub audience: Option<Audience>,
    /// The category of its subject.
    pub category: Option<String>,
    /// The subject of the email to insured people.
    pub subject: Option<String>,
    /// The text for each channel.
    pub texts: BTreeMap<Channel, String>,
    /// Whether the text is filled for each person.
    pub per_person: bool,
    /// The placeholders of the text.
    pub placeholders: Vec<String>,
    /// When it shall leave, seconds since 1970; `None` = at once.
    pub send_at: Option<i64>,
    /// No regret window.
    pub urgent: bool,
    /// What is missing.
    pub missing: BTreeSet<Missing>,
    /// Why the requester sees first what would go, in Portuguese; a SIM to it settles it.
    #[serde(default)]
    pub doubt: Option<String>,
    /// When the requester was last asked.
    pub asked_at: Option<i64>,
    /// How many times the requester was asked.
    pub asked: u32,
    /// Where it stands.
    pub phase: Phase,
    /// The channels' progress.
    pub legs: BTreeMap<Channel, Leg>,
    /// What the rule wants.
    pub plan: Plan,
    /// A consent that is awaited or was given.
    pub approval: Option<Approval>,
    /// The digest for which an approver's consent was given.
    pub approved: Option<String>,
    /// The digest that the requester has said SIM to: consent of one's own, never an approver's.
    #[serde(default)]
    pub confirmed: Option<String>,
    /// Its folder in the archive, relative to the root.
    pub folder: String,
    /// Digest of subject, texts and list: what a consent is bound to.
    pub digest: String,
    /// The name of the list's file, where it came as one.
    pub list_file: Option<String>,
    /// The sheet of the list that is used; empty where there is only one.
    pub list_sheet: String,
    /// The digest by which the understanding knows a repeated request.
    pub content_digest: String,
    /// How many times its content was replaced.
    pub revision: u32,
    /// The last thing a reply did to it.
    pub last_effect: Option<Effect>,
}

impl State {
    /// When something falls due by time alone.
    #[must_use]
    pub fn due_at(&self) -> Option<i64> {
        let by_phase = match self.phase {
            Phase::Scheduled(until) | Phase::Window(until) => Some(until),
            Phase::WaitingData | Phase::WaitingConfirmation | Phase::WaitingApproval => self.asked_at,
            Phase::Sending | Phase::Returns | Phase::Person | Phase::Closed | Phase::Cancelled => None,
        };
        let legs = self.legs.values().filter(|it| it.status == LegStatus::Sent).filter_map(|it| it.due_at);
        by_phase.into_iter().chain(legs).min()
    }

    /// Whether anything is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.phase {
            Phase::Closed | Phase::Cancelled => false,
            Phase::WaitingData
            | Phase::WaitingConfirmation
            | Phase::WaitingApproval
            | Phase::Scheduled(_)
            | Phase::Window(_)
            | Phase::Sending
            | Phase::Returns
            | Phase::Person => true,
        }
    }

    /// Whether nothing of it has left yet on any channel, so that it can be changed or stopped without a trace.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.phase.is_before_sending() && self.legs.values().all(|leg| leg.status == LegStatus::Held)
    }

    /// The status as `status` and `context.json` name it.
    #[must_use]
    pub fn status(&self) -> &'static str {
        let waits_for_report = self
            .legs
            .get(&Channel::Whatsapp)
            .is_some_and(|leg| leg.status == LegStatus::Sent && !leg.report.as_ref().is_some_and(|it| it.complete));
        if self.phase == Phase::Returns && waits_for_report { "waiting-report" } else { self.phase.name() }
    }
}
