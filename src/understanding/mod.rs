//! Layer 3, judgement: from a mail to its facts. What cannot be decided is `missing`, never guessed.

mod answer;
mod channels;
mod company;
pub mod dates;
pub mod features;
mod forms;
mod hindrance;
pub mod judge;
pub mod letter;
pub mod opt_out;
mod outside;
pub mod reading;
pub mod relation;
pub mod render;
pub mod request;
pub mod text;

pub use company::report_of;

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use crate::mail::authenticity::IdentityPolicy;
use crate::mail::incoming::IncomingMail;
use crate::media::MediaLimits;
use crate::office::calendar::Holidays;
use crate::office::{
    Audience, Channel, Class, Effect, Facts, KnownMessageIds, KnownRequest, Missing, OfficeBook, RecipientList, SendAt,
    Vocabulary,
};
use crate::phrases::AskedDetail;

/// What is known besides the mail itself.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// Who is who.
    pub office: &'a OfficeBook,
    /// The words.
    pub vocabulary: &'a Vocabulary,
    /// Whose proof of identity is believed.
    pub identity: &'a IdentityPolicy,
    /// The requests that are known, the oldest first.
    pub known: &'a [KnownRequest],
    /// Days on which the office does not work.
    pub holidays: &'a Holidays,
    /// What the channels take (step 24).
    pub media: &'a MediaLimits,
    /// When the mail came, local time of the institute.
    pub now: DateTime,
}

/// What insured people shall read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// In plain text.
    pub text: String,
    /// With its formatting, cut at the same place and cleaned; `None` where the mail had no HTML.
    pub html: Option<String>,
    /// The pictures that stand in `html`.
    pub inline: Vec<InlinePart>,
}

/// A picture that stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlinePart {
    /// As `src="cid:…"` names it.
    pub content_id: String,
    /// Its type.
    pub mime: String,
    /// Its file name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file that goes out with the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingFile {
    /// Its name.
    pub name: String,
    /// Its type.
    pub mime: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What an answer changes in its request.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    /// The answer is a plain yes to what was asked (`SIM`, `pode enviar`, `aprovo`).
    pub confirms: bool,
    /// A new text in place of the old one.
    pub text: Option<Content>,
    /// A new subject.
    pub subject: Option<String>,
    /// The channels, where the answer gives them.
    pub channels: Vec<Channel>,
    /// Whom the message is for, where the answer says it.
    pub audience: Option<Audience>,
    /// The key of the area, where the answer gives it.
    pub area: Option<String>,
    /// A new date.
    pub send_at: Option<SendAt>,
    /// Pairs of words to replace: what stands there, what shall stand there.
    pub replace: Vec<(String, String)>,
    /// Names, addresses or phones that shall be taken off the list.
    pub remove: Vec<String>,
}

/// A mail, understood.
#[derive(Debug, Clone)]
pub struct Understood {
    /// The facts, as `explain` prints them.
    pub facts: Facts,
    /// The message, where there is one.
    pub content: Option<Content>,
    /// The messages, where each channel has its own.
    pub content_by_channel: BTreeMap<Channel, Content>,
    /// The list, read once for each channel.
    pub lists: Vec<RecipientList>,
    /// The list as it came: name and bytes.
    pub list_file: Option<(String, Vec<u8>)>,
    /// The files that go out.
    pub attachments: Vec<OutgoingFile>,
    /// What an answer changes.
    pub change: Change,
    /// The requester's own sentence for which what would go is shown first.
    pub unclear: Option<String>,
    /// What is known of what is missing, for the question.
    pub details: BTreeMap<Missing, AskedDetail>,
    /// What a person should know, in English, for `explain` and the audit.
    pub notes: Vec<String>,
    /// A digest of text and list, by which a repeated request is known; empty for other mails.
    pub content_digest: String,
}

impl Understood {
    /// A mail of which only the facts are known.
    #[must_use]
    pub fn of(facts: Facts) -> Self {
        Self {
            facts,
            content: None,
            content_by_channel: BTreeMap::new(),
            lists: Vec::new(),
            list_file: None,
            attachments: Vec::new(),
            change: Change::default(),
            unclear: None,
            details: BTreeMap::new(),
            notes: Vec::new(),
            content_digest: String::new(),
        }
    }
}

/// Understands a mail.
#[must_use]
pub fn understand(mail: &IncomingMail, setting: &Setting<'_>) -> Understood {
    judge::understand(mail, setting)
}

/// How the letter in a mail is taken apart, for `explain`: one line a sentence.
#[must_use]
pub fn taken_apart(mail: &IncomingMail, setting: &Setting<'_>) -> String {
    reading::Reading::of(mail, setting).letter.to_string()
}

/// A request that was understood is known to the mails that come after it, under a name of its own; an answer changes
/// what is known of its request.
pub fn remember(
    name: &str,
    mail: &IncomingMail,
    understood: &Understood,
    now: DateTime,
    known: &mut Vec<KnownRequest>,
) {
    let facts = &understood.facts;
    if facts.class != Class::Request {
        apply_answer(facts, known);
        return;
    }
    let status = if facts.missing.is_empty() { "waiting-window" } else { "waiting-data" };
    known.push(KnownRequest {
        protocol: name.to_owned(),
        area: facts.area.clone(),
        requester: mail.sender_address().map(ToString::to_string).unwrap_or_default(),
        channel: facts.channel.clone(),
        audience: facts.audience.or(Some(Audience::Specific)),
        status: status.to_owned(),
        subject: facts.message_subject.clone().unwrap_or_else(|| mail.subject.clone()),
        asked_as: mail.subject.clone(),
        sent_at: String::new(),
        recipients: facts.recipients,
        message_ids: KnownMessageIds { request: mail.message_id.clone(), ..KnownMessageIds::default() },
        asked: facts.missing.iter().copied().collect(),
        received_at: now.strftime("%Y-%m-%dT%H:%M").to_string(),
        content_digest: understood.content_digest.clone(),
    });
}

/// An answer changes what is known of its request.
fn apply_answer(facts: &Facts, known: &mut [KnownRequest]) {
    let Some(request) = facts.relates_to.as_ref().and_then(|id| known.iter_mut().find(|it| it.protocol == *id)) else {
        return;
    };
    if facts.class == Class::Cancellation {
        "cancelled".clone_into(&mut request.status);
    } else if facts.effect == Some(Effect::Corrects)
        && request.status == "waiting-approval"
        && request.area == facts.area
    {
        // The area corrects: what the approver has seen is not what would go.
        "waiting-preview".clone_into(&mut request.status);
    } else if facts.class == Class::ReplyToRequest && facts.effect == Some(Effect::Completes) {
        request.asked = facts.missing.iter().copied().collect();
        if request.asked.is_empty() {
            "waiting-window".clone_into(&mut request.status);
        }
    }
}
