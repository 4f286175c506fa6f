//! Was this mail written by a machine: out of office, ticket systems, lists. Never answered.

use super::incoming::IncomingMail;
use crate::office::{Vocabulary, fold};

/// Whether the mail is an automatic answer to something we (or somebody) wrote.
///
/// `X-Auto-Response-Suppress` stands on ordinary mail of people and is no evidence.
#[must_use]
pub fn is_auto_reply(mail: &IncomingMail, vocabulary: &Vocabulary) -> bool {
    let header = |name: &str| mail.headers.first(name).map(|it| fold(&it)).unwrap_or_default();
    let auto = header("Auto-Submitted");
    let precedence = header("Precedence");
    if auto.starts_with("auto-replied") || auto.starts_with("auto-notified") || precedence.starts_with("auto_reply") {
        return true;
    }
    if ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-Vacation", "Delivered-By-The-Graph-Auto"]
        .iter()
        .any(|name| mail.headers.has(name))
    {
        return true;
    }
    let subject = fold(&mail.subject);
    // A machine attaches no list: `Férias da equipe`, with one, is a person's.
    let sends_files = mail.attachments.iter().any(|it| !it.inline && it.content_id.is_none());
    let begins = |it: &String| subject.starts_with(it.as_str());
    if !sends_files && vocabulary.phrases("robos", "assunto-comeca").iter().any(begins) {
        return true;
    }
    auto.starts_with("auto-generated") && !mail.in_reply_to.is_empty()
}

/// Whether the mail goes to many: newsletters, mailing lists, bulk mail.
#[must_use]
pub fn is_bulk(mail: &IncomingMail) -> bool {
    let precedence = mail.headers.first("Precedence").map(|it| fold(&it)).unwrap_or_default();
    mail.headers.has("List-Unsubscribe")
        || mail.headers.has("List-Id")
        || matches!(precedence.as_str(), "bulk" | "list" | "junk")
}
