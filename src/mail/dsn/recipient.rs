//! One entry for each recipient, whatever it was read from.

use super::address::{self, decode_xtext};
use super::notice::{Notice, NoticeKind, NoticeOutcome, NoticeRecipient};
use super::status::Group;
use super::{codes, reason, words};

/// As many Message-IDs as are kept.
pub(super) const IDS_MAX: usize = 8;

/// As long a word of the remote host as is kept.
const DIAGNOSTIC_MAX: usize = 400;

/// What was gathered from all parts of a notice.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) ids: Vec<String>,
    pub(super) envelope_id: Option<String>,
    pub(super) recipients: Vec<NoticeRecipient>,
}

impl Findings {
    pub(super) fn into_notice(self, kind: NoticeKind) -> Notice {
        let mut original_message_ids: Vec<String> = Vec::new();
        for id in self.ids {
            let fits = id.len() > 2 && id.len() < 998 && !original_message_ids.contains(&id);
            if fits && original_message_ids.len() < IDS_MAX {
                original_message_ids.push(id);
            }
        }
        Notice { kind, original_message_ids, envelope_id: self.envelope_id, recipients: merge(self.recipients) }
    }
}

/// One entry for each address: failed overrides everything, delayed overrides nothing final.
pub(super) fn merge(recipients: Vec<NoticeRecipient>) -> Vec<NoticeRecipient> {
    let mut places: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    let mut merged: Vec<NoticeRecipient> = Vec::new();
    for recipient in recipients {
        let key = recipient.address.to_lowercase();
        let known = places.get(&key).and_then(|at| merged.get_mut(*at));
        match known {
            None => {
                places.insert(key, merged.len());
                merged.push(recipient);
            }
            Some(known) => {
                let state = known.outcome.state();
                let news = recipient.outcome.state();
                let further = match (state, news) {
                    (Some(state), Some(news)) => state.after(news) != state,
                    _ => false,
                };
                let says_more =
                    recipient.outcome == known.outcome && known.status.is_none() && recipient.status.is_some();
                if further || says_more {
                    *known = recipient;
                }
            }
        }
    }
    merged
}

/// Makes the entry of one recipient; `None` if it is not named.
pub(super) fn recipient_of(group: &Group, outcome: NoticeOutcome, said: &str) -> Option<NoticeRecipient> {
    let last = group.last.clone().or_else(|| group.actual.clone());
    let address = addressed(group.original.clone(), last.as_deref())?;
    let final_address = group.actual.clone().into_iter().chain(last).find(|it| !address::same(it, &address));
    let failed = outcome == NoticeOutcome::Failed;
    let field = group.status.as_deref().and_then(codes::leading_code);
    let diagnostic = group.diagnostic.as_deref().map(plain_diagnostic).filter(|it| !it.is_empty());
    let remote = diagnostic.as_deref().unwrap_or_default();
    let trouble = failed || outcome == NoticeOutcome::Delayed;
    // Where a field gives the class, only the remote host's own word may say more: other numbers in the text for
    // people can belong to another hop.
    let sources: &[&str] = if field.is_some() { &[remote] } else { &[remote, said] };
    let status = if trouble { codes::best(field, sources, failed) } else { field.or_else(|| success_code(said)) };
    let status = status.map(str::to_owned);
    let diagnostic = diagnostic.or_else(|| diagnostic_in(said).filter(|_| trouble));
    let reply = codes::reply_code(diagnostic.as_deref().unwrap_or_default()).or_else(|| codes::reply_code(said));
    let permanent = match status.as_deref().and_then(|it| it.bytes().next()) {
        Some(class) => Some(class == b'5'),
        None if trouble => reply.map(|it| it >= 500),
        None => Some(false),
    };
    let reason = if trouble {
        let squeezed = words::squeeze(said);
        reason::of(status.as_deref(), &words::squeeze(diagnostic.as_deref().unwrap_or_default()), &squeezed)
    } else {
        None
    };
    let hard = reason::is_hard(outcome, status.as_deref(), reason);
    Some(NoticeRecipient { address, final_address, outcome, status, permanent, hard, reason, diagnostic })
}

/// Which address the sender used: the original one, unless it is the final one still in xtext.
pub(super) fn addressed(original: Option<String>, last: Option<&str>) -> Option<String> {
    match (original, last) {
        (Some(original), Some(last)) => {
            let encoded = !address::same(&original, last) && address::same(&decode_xtext(&original), last);
            Some(if encoded { last.to_owned() } else { original })
        }
        (Some(original), None) => Some(original),
        (None, last) => last.map(str::to_owned),
    }
}

pub(super) fn success_code(said: &str) -> Option<&str> {
    codes::enhanced_codes(said).find(|it| it.starts_with('2'))
}

/// `smtp; 550 …` without its type, in one line.
pub(super) fn plain_diagnostic(value: &str) -> String {
    let mut rest = value.trim();
    while let Some((kind, tail)) = rest.split_once(';') {
        if kind.len() > 12 || kind.contains(' ') || kind.is_empty() {
            break;
        }
        rest = tail.trim_start();
    }
    shortened(rest)
}

pub(super) fn shortened(text: &str) -> String {
    let mut line = String::with_capacity(text.len().min(DIAGNOSTIC_MAX));
    for word in text.split_whitespace() {
        if line.len() + word.len() >= DIAGNOSTIC_MAX {
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The line in which a host speaks: the first with a reply code, else the first that gives a reason.
pub(super) fn diagnostic_in(said: &str) -> Option<String> {
    let lines = || said.lines().filter(|it| !it.trim().is_empty()).take(200);
    let spoken = lines().find(|it| codes::reply_code(it).is_some() || codes::enhanced_codes(it).next().is_some());
    let reason = |line: &&str| words::words().reason(&words::squeeze(line));
    let reasoned =
        || lines().filter_map(|it| Some((reason(&it).map(reason::is_vague)?, it))).min_by_key(|(vague, _)| *vague);
    let reasoned = || reasoned().map(|(_, it)| it);
    spoken.or_else(reasoned).map(shortened)
}
