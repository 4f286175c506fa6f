//! The facts of one incoming mail: what a careful assistant would conclude from it, and nothing guessed.
//!
//! The names of the JSON form are those of `explain` (README, "The JSON forms").

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// What kind of mail it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// An area asks for a sending.
    Request,
    /// Anything else about an existing request: data asked for, correction, question, thanks.
    ReplyToRequest,
    /// Clear consent to a request that waits for it.
    Approval,
    /// The whole request shall not go out.
    Cancellation,
    /// A delivery status notification, a bounce in plain text, a read receipt.
    DeliveryReceipt,
    /// The result of a sending by the call center, whole or partial.
    CallCenterReport,
    /// Out of office, ticket systems, challenge-response.
    AutoReply,
    /// An insured person (or a relative) writes.
    InsuredReply,
    /// Asks for a sending or for data without the right or without proof of identity.
    Unauthorized,
    /// The rest.
    Unrelated,
}

/// The way by which a communication reaches people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Email from the president's address, recipients in Bcc (steps 4-11 of the manual).
    Email,
    /// A package to the call center, which sends WhatsApp (steps 14-17).
    Whatsapp,
}

impl Channel {
    /// Both channels, in the order of the manual.
    pub const ALL: [Self; 2] = [Self::Email, Self::Whatsapp];

    /// The name in JSON, rules and the ledger.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Whatsapp => "whatsapp",
        }
    }
}

/// Whom a communication is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// All insured people: the contact workbook of the network folder (step 16).
    General,
    /// Anything narrower (step 15).
    Specific,
}

/// What must be asked back before anything may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// E-mail or WhatsApp is not stated.
    Channel,
    /// No list, or not the right one.
    Recipients,
    /// A list is there but contradicts the mail.
    RecipientsConfirm,
    /// No text, or several and not said which.
    MessageText,
    /// No subject for the e-mail.
    MessageSubject,
    /// The requesting area is unknown.
    Area,
    /// A picture or attachment is announced and not there.
    Media,
    /// The date is contradictory, past or not decidable.
    SendAt,
    /// It cannot be told which request it belongs to.
    Request,
    /// Per-person data for the text's placeholders are missing.
    ContentData,
    /// All insured or only some: not stated.
    Audience,
}

/// What a reply does to its request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Gives what was asked for.
    Completes,
    /// Changes text, list, date or channel.
    Corrects,
    /// Asks something back.
    Question,
    /// Asks how far the request is.
    StatusQuestion,
    /// Thanks, nothing to do.
    Thanks,
    /// Says no to what waits for consent.
    Rejects,
}

/// When a communication shall go: a day, or a day and an hour, local time of the institute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SendAt {
    /// The local time; midnight where only the day was said.
    pub at: DateTime,
    /// Whether an hour was said.
    pub hour_is_known: bool,
}

impl std::fmt::Display for SendAt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let form = if self.hour_is_known { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%d" };
        write!(f, "{}", self.at.strftime(form))
    }
}

impl Serialize for SendAt {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a delivery receipt says, in the corpus's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptFacts {
    /// `delivered`, `relayed`, `delayed`, `failed`, `expanded`, `read` or `deleted-unread`.
    pub action: String,
    /// The addresses it speaks of.
    pub recipients: Vec<String>,
}

/// The figures of a call-center report; `None` where it gives none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFacts {
    /// Whether the sending is over.
    pub complete: bool,
    /// People the message was sent to.
    pub sent: Option<u64>,
    /// People it was delivered to, those who read it among them.
    pub delivered: Option<u64>,
    /// People who read it.
    pub read: Option<u64>,
    /// People whom it did not reach.
    pub failed: Option<u64>,
}

/// The facts of one mail.
#[derive(Debug, Clone, Serialize)]
pub struct Facts {
    /// What kind of mail it is.
    pub class: Class,
    /// The channels asked for; none if it is not said.
    pub channel: BTreeSet<Channel>,
    /// Whom it is for.
    pub audience: Option<Audience>,
    /// The key of the requesting area in `areas.toml`.
    pub area: Option<String>,
    /// The category of the subject, a key of `vocabulario.toml`'s `[categorias]`.
    pub category: Option<String>,
    /// The subject that insured people read.
    pub message_subject: Option<String>,
    /// Exactly the text that insured people read.
    pub message_text: Option<String>,
    /// The texts where each channel has its own.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub message_text_by_channel: BTreeMap<Channel, String>,
    /// Valid distinct recipients; `None` where there is no list.
    pub recipients: Option<u64>,
    /// Rows without a usable contact.
    pub rejected: Option<u64>,
    /// Repeated contacts.
    pub duplicates: Option<u64>,
    /// Recipients of each channel where there are two.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub recipients_by_channel: BTreeMap<Channel, u64>,
    /// Rejected rows of each channel where there are two.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rejected_by_channel: BTreeMap<Channel, u64>,
    /// Names of the files that go with the message.
    pub attachments_to_send: Vec<String>,
    /// Of these, what WhatsApp does not take as it is (step 24).
    pub media_to_convert: Vec<String>,
    /// When it shall go; `None` = at once.
    pub send_at: Option<SendAt>,
    /// What must be asked back.
    pub missing: BTreeSet<Missing>,
    /// Whether something may go out because of this mail without a person deciding first.
    pub dispatch: bool,
    /// The protocol (or mail) it relates to.
    pub relates_to: Option<String>,
    /// What a reply does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// What a delivery receipt says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptFacts>,
    /// What a call-center report says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportFacts>,
    /// Whether the text has placeholders filled per person.
    pub per_person: bool,
    /// The placeholders, in the order of the text, without braces.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub placeholders: Vec<String>,
    /// The columns that go to the call center.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forward_columns: Vec<String>,
    /// The columns that must not leave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub never_forward_columns: Vec<String>,
    /// Whether an insured person asks not to be written to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub opt_out: bool,
    /// Whether an insured person asks to be written to again.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub opt_back: bool,
    /// The request this one repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<String>,
    /// Why a sender is not believed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether the requester says that it is urgent (no regret window).
    pub urgent: bool,
    /// Where the list came from: a file name, `body` or `body-table`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list_source: Option<String>,
}

impl Facts {
    /// The facts of a mail of which only the class is known.
    #[must_use]
    pub fn of(class: Class) -> Self {
        Self {
            class,
            channel: BTreeSet::new(),
            audience: None,
            area: None,
            category: None,
            message_subject: None,
            message_text: None,
            message_text_by_channel: BTreeMap::new(),
            recipients: None,
            rejected: None,
            duplicates: None,
            recipients_by_channel: BTreeMap::new(),
            rejected_by_channel: BTreeMap::new(),
            attachments_to_send: Vec::new(),
            media_to_convert: Vec::new(),
            send_at: None,
            missing: BTreeSet::new(),
            dispatch: false,
            relates_to: None,
            effect: None,
            receipt: None,
            report: None,
            per_person: false,
            placeholders: Vec::new(),
            forward_columns: Vec::new(),
            never_forward_columns: Vec::new(),
            opt_out: false,
            opt_back: false,
            duplicate_of: None,
            reason: None,
            urgent: false,
            list_source: None,
        }
    }
}

/// A request that is already known, as far as a new mail may relate to it. One element of `requests` in the
/// `context.json` that `explain --requests` takes; the ledger gives the same.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownRequest {
    /// Its protocol, `AR-2026-0412`.
    pub protocol: String,
    /// The key of its area.
    pub area: Option<String>,
    /// The requester's address.
    pub requester: String,
    /// Its channels.
    pub channel: BTreeSet<Channel>,
    /// Its audience.
    pub audience: Option<Audience>,
    /// `waiting-data`, `waiting-approval`, `waiting-window`, `scheduled`, `sending`, `sent`, `waiting-report`, `closed`, `cancelled`.
    pub status: String,
    /// The subject of the communication.
    pub subject: String,
    /// The subject of the mail that asked for it; empty where the context does not say.
    pub asked_as: String,
    /// Local time of the sending, `YYYY-MM-DDTHH:MM`; empty if it has not been sent.
    pub sent_at: String,
    /// How many recipients it has.
    pub recipients: Option<u64>,
    /// The Message-IDs by which an answer names it.
    pub message_ids: KnownMessageIds,
    /// What was asked back.
    pub asked: Vec<Missing>,
    /// When its first mail came, local time; empty where the context does not say.
    pub received_at: String,
    /// A digest of text and list, by which a repeated request is known; empty where the context has none.
    pub content_digest: String,
}

/// The Message-IDs of one request, with their angle brackets.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownMessageIds {
    /// The requester's mail.
    pub request: Option<String>,
    /// Our acknowledgement.
    pub ack: Option<String>,
    /// The package to the call center.
    pub to_call_center: Option<String>,
    /// The parcels to insured people.
    pub dispatch: Vec<String>,
    /// Our question to an approver.
    pub approval_ask: Option<String>,
    /// Whatever else we wrote in its thread.
    pub others: Vec<String>,
}
