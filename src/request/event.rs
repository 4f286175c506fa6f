//! What happens to a request, in the past tense.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::Plan;
use super::state::{Leg, Thread};
use crate::office::{Audience, Channel, Effect, EmailAddress, Missing, ReportFacts};

/// A new request, as it was understood.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Its protocol, minted.
    pub protocol: String,
    /// The key of its area.
    pub area: Option<String>,
    /// Who asked.
    pub requester: EmailAddress,
    /// The requester's name.
    pub requester_name: Option<String>,
    /// The thread it opens.
    pub thread: Thread,
    /// The channels.
    pub channels: BTreeSet<Channel>,
    /// Whom it is for.
    pub audience: Option<Audience>,
    /// The category.
    pub category: Option<String>,
    /// The subject.
    pub subject: Option<String>,
    /// The text for each channel.
    pub texts: BTreeMap<Channel, String>,
    /// Whether the text is filled for each person.
    pub per_person: bool,
    /// The placeholders.
    pub placeholders: Vec<String>,
    /// When it shall leave, seconds since 1970.
    pub send_at: Option<i64>,
    /// No regret window.
    pub urgent: bool,
    /// What is missing.
    pub missing: BTreeSet<Missing>,
    /// Why the requester sees first what would go, in Portuguese; nothing is missing for it.
    pub doubt: Option<String>,
    /// People of each channel.
    pub legs: BTreeMap<Channel, Leg>,
    /// What the rule wants.
    pub plan: Plan,
    /// Its folder.
    pub folder: String,
    /// Digest of subject, texts and list.
    pub digest: String,
    /// Whether it may go without a person, by the understanding of the mail.
    pub dispatch: bool,
    /// The name of the list's file, where it came as one.
    pub list_file: Option<String>,
    /// The sheet of the list that is used; empty where there is only one.
    pub list_sheet: String,
    /// The digest by which the understanding knows a repeated request.
    pub content_digest: String,
    /// The request that this one repeats.
    pub duplicate_of: Option<String>,
}

/// What a reply brings.
#[derive(Debug, Clone, Default)]
pub struct ReplyFacts {
    /// What it does.
    pub effect: Option<Effect>,
    /// Who wrote it.
    pub from: Option<EmailAddress>,
    /// Its Message-ID, for the thread.
    pub message_id: Option<String>,
    /// A channel it names.
    pub channels: BTreeSet<Channel>,
    /// An audience it names.
    pub audience: Option<Audience>,
    /// The area it names.
    pub area: Option<String>,
    /// A subject it gives.
    pub subject: Option<String>,
    /// Texts it gives.
    pub texts: BTreeMap<Channel, String>,
    /// Placeholders of the new text.
    pub placeholders: Option<Vec<String>>,
    /// A time it gives, seconds since 1970.
    pub send_at: Option<i64>,
    /// People of each channel, if it brings a list.
    pub legs: BTreeMap<Channel, Leg>,
    /// Whether it brings the missing picture or attachment.
    pub media: bool,
    /// Whether it simply says yes to what was shown (SIM).
    pub consents: bool,
    /// Whether it answers a letter that showed another text or another list than the request has now.
    pub stale: bool,
    /// Whether it may be acted on without a person, by the understanding of the mail.
    pub dispatch: bool,
    /// Digest of the content after it.
    pub digest: Option<String>,
    /// What the rules want now that more is known; its folder is the one that was there.
    pub plan: Option<Plan>,
}

/// The figures of one channel, counted in the ledger.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// All people.
    pub total: u64,
    /// People whose outcome is final.
    pub settled: u64,
    /// People our own server took.
    pub accepted: u64,
    /// People nobody can say of whether it left.
    pub in_doubt: u64,
    /// People whom it did not reach, by our own server or by a notice.
    pub failed: u64,
    /// People who still have to leave.
    pub to_send: u64,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A department asked for a sending.
    Asked(Box<Ask>),
    /// A reply about it came.
    Replied(Box<ReplyFacts>),
    /// Somebody with the right consented.
    Approved {
        /// Who.
        by: EmailAddress,
        /// When it shall leave, if the consent says so (seconds since 1970).
        send_at: Option<i64>,
        /// Whether it answers a letter that showed another text or another list than the request has now.
        stale: bool,
    },
    /// A person of the desk looked at a request that was put before one: it goes its way.
    Released {
        /// Who.
        by: EmailAddress,
    },
    /// Somebody with the right said no.
    Rejected {
        /// Who.
        by: EmailAddress,
    },
    /// It shall not go out.
    Cancelled {
        /// The Message-ID of the mail that says so.
        message_id: Option<String>,
    },
    /// Its time came.
    TimeCame(BTreeMap<Channel, Figures>),
    /// Every person of the email leg has a verdict of our own server.
    SendingEnded(Figures),
    /// The call center's server took the package.
    HandedOver,
    /// A person decided that what was in doubt shall be sent again.
    SendAgain,
    /// A person decided that a sending goes on although many addresses failed.
    BrakeReleased,
    /// The call center's server refused the package.
    PackageRefused(String),
    /// Receipts came.
    ReceiptsCame(Figures),
    /// A report of the call center came.
    ReportCame(ReportFacts),
}
