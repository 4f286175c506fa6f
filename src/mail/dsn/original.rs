//! What a notice tells of the original message: its name, and to whom it went.

use super::address;
use super::mime::{self, Fields, Part};
use super::notice::NoticeOutcome;
use super::recipient::{Findings, IDS_MAX, recipient_of};
use super::status::Group;
use super::wording::push_failed_recipients;

pub(super) fn is_returned_kind(kind: &str) -> bool {
    matches!(
        kind,
        "message/rfc822"
            | "text/rfc822-headers"
            | "message/rfc822-headers"
            | "message/global"
            | "message/global-headers"
            | "message/partial"
            | "text/rfc822"
            | "message/delivery-status-headers"
            | "text/rfc822-header"
            | "message/news"
    )
}

/// Nobody is named: the header of the returned message tells to whom it went, if it was one.
pub(super) fn push_fallback(
    header: &Fields<'_>,
    leaves: &[Part<'_>],
    tail: Option<(&str, &str)>,
    known: &Group,
    outcome: NoticeOutcome,
    findings: &mut Findings,
) {
    push_failed_recipients(header, outcome, findings);
    if !findings.recipients.is_empty() {
        return;
    }
    let returned = leaves.iter().find(|it| is_returned_kind(&it.content.kind)).map(|it| it.bytes());
    let (message, said) = match (&returned, tail) {
        (Some(returned), _) => (mime::to_text(returned, None).into_owned(), tail.map_or("", |(_, said)| said)),
        (None, Some((tail, said))) => (tail.to_owned(), said),
        (None, None) => return,
    };
    let mut named = Vec::new();
    for line in message.lines().take(400) {
        let line = line.trim_start_matches(['>', ' ', '\t']);
        let Some((name, value)) = line.split_once(':') else { continue };
        if name.eq_ignore_ascii_case("to")
            || name.eq_ignore_ascii_case("x-envelope-to")
            || name.eq_ignore_ascii_case("apparently-to")
        {
            named.extend(address::in_line(value).take(4).map(|it| it.text.to_owned()));
            if name.eq_ignore_ascii_case("to") {
                break;
            }
        }
    }
    named.dedup();
    if named.is_empty() {
        named = traced(&message);
    }
    if let [only] = named.as_slice() {
        let group = Group { last: Some(only.clone()), ..known.clone() };
        findings.recipients.extend(recipient_of(&group, outcome, said));
    }
}

/// To whom the trace fields of a message say it went: `Received: … for <a@b>`.
pub(super) fn traced(message: &str) -> Vec<String> {
    let mut traced: Vec<String> = Vec::new();
    for (at, _) in message.match_indices("for <").take(20) {
        let rest = message.get(at + 5..).unwrap_or_default();
        if let Some((address, _)) = rest.split_once('>')
            && address.len() < 255
            && address.contains('@')
            && !traced.iter().any(|it| address::same(it, address))
        {
            traced.push(address.to_owned());
        }
    }
    traced
}

/// Message-IDs: of the returned message, of the words, and what the notice itself refers to.
pub(super) fn gather_ids(header: &Fields<'_>, leaves: &[Part<'_>], words: Option<&str>, ids: &mut Vec<String>) {
    let returned = leaves.iter().find(|it| is_returned_kind(&it.content.kind)).map(Part::bytes);
    if let Some(returned) = &returned {
        ids.extend(id_in(header_block(&mime::to_text(returned, None))));
    }
    if let Some(words) = words {
        ids.extend(id_in(words));
    }
    for name in ["in-reply-to", "references", "x-original-message-id", "original-message-id"] {
        if let Some(value) = header.text(name) {
            let ids_there = value.split('<').skip(1).filter_map(|it| it.split('>').next());
            let bare = (!value.contains('<')).then(|| value.split_whitespace().next()).flatten();
            let mut found: Vec<String> =
                ids_there.chain(bare).filter(|it| it.contains('@')).map(str::to_owned).take(IDS_MAX).collect();
            found.reverse();
            ids.append(&mut found);
        }
    }
    if let Some(returned) = returned.filter(|_| ids.is_empty()) {
        ids.extend(id_in(&mime::to_text(&returned, None)));
    }
    if ids.is_empty() {
        // Some put the message itself where a part with a header of its own belongs.
        let bare = leaves.iter().skip(1).find(|it| it.fields.raw("received").is_some());
        let id = bare.and_then(|it| it.fields.text("message-id"));
        ids.extend(id.map(|it| it.trim_matches(['<', '>', ' ']).to_owned()));
    }
    if ids.is_empty() {
        let texts = leaves.iter().filter(|it| it.content.kind.starts_with("text/")).take(3);
        let more: Vec<String> = texts.filter_map(|it| id_in(&it.text())).collect();
        ids.extend(more);
    }
}

/// As many places that may name an id as are looked at.
const ID_TRIES_MAX: usize = 100;
/// The longest Message-ID that is read (RFC 5322, 2.1.1).
const ID_MAX: usize = 998;

/// The beginning of a text, cut between two characters.
fn head(text: &str, length_max: usize) -> &str {
    let end = (0..=length_max.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.get(..end).unwrap_or(text)
}

/// The header of a message: what stands before its first empty line.
pub(super) fn header_block(message: &str) -> &str {
    let message = message.trim_start_matches('\n');
    message.split_once("\n\n").map_or(message, |(header, _)| header)
}

/// The `Message-ID:` of a header block or a text, folded or not: one that begins a line before any other.
pub(super) fn id_in(text: &str) -> Option<String> {
    let mut elsewhere = None;
    let mut tries = 0;
    for at in memchr::memchr2_iter(b'm', b'M', text.as_bytes()) {
        if tries == ID_TRIES_MAX {
            break;
        }
        if name_at(text, at).is_none() {
            continue;
        }
        tries += 1;
        let Some((id, begins_line)) = id_at(text, at) else { continue };
        if begins_line {
            return Some(id.to_owned());
        }
        elsewhere = elsewhere.or(Some(id));
    }
    elsewhere.map(str::to_owned)
}

/// The spelling of `Message-ID` that stands at this place.
fn name_at(text: &str, at: usize) -> Option<&'static str> {
    let here = text.as_bytes().get(at..)?;
    let is_here = |name: &&str| here.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes()));
    ["message-id", "message id", "messageid"].into_iter().find(is_here)
}

/// The id of the `Message-ID:` at this place, and whether it begins a line.
pub(super) fn id_at(text: &str, at: usize) -> Option<(&str, bool)> {
    let named = name_at(text, at)?;
    let before = text.get(..at)?.trim_end_matches([' ', '\t', '>', '|', '*']);
    let begins_line = before.is_empty() || before.ends_with('\n');
    if before.ends_with(char::is_alphanumeric) && before.len() == at {
        return None;
    }
    let rest = text.get(at + named.len()..)?.trim_start_matches([' ', '\t', '"']);
    let value = rest.strip_prefix([':', '=', '：'])?;
    let value = value.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '|' | '"'));
    let bracketed = value.starts_with('<') || value.starts_with("&lt;");
    let value = value.strip_prefix("&lt;").unwrap_or(value);
    let bare = value.strip_prefix('<').unwrap_or(value).trim_start();
    let bare = head(bare, ID_MAX);
    let end = bare.find(|c: char| c.is_whitespace() || matches!(c, '>' | '<' | '&' | '"')).unwrap_or(bare.len());
    let id = bare.get(..end)?;
    // `h=from:message-id:subject` of a signature names no id.
    let is_id = id.len() > 2 && (bracketed || id.contains('@'));
    is_id.then_some((id, begins_line))
}
