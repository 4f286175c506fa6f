//! Notices with machine-readable parts (RFC 3464, RFC 8098), with the words for people where the fields fall short.

use super::address::{self, decode_xtext};
use super::mime::{self, Fields, Part};
use super::notice::{Notice, NoticeKind, NoticeOutcome, NoticeRecipient};
use super::original::{gather_ids, push_fallback};
use super::recipient::{Findings, recipient_of};
use super::signs::{Signs, is_disposition_kind, is_report_kind};
use super::status::{self, Group, Report};
use super::wording::{Said, push_mentions, words_of};
use super::words::Marks;
use super::{codes, words};

/// Reads what stands in machine-readable parts; `None` if there are none that say something.
pub(super) fn read_structure(header: &Fields<'_>, leaves: &[Part<'_>], signs: &Signs) -> Option<Notice> {
    if leaves.iter().any(|it| it.content.kind == "message/feedback-report") {
        return Some(Notice::nothing(NoticeKind::NotAReceipt));
    }
    if signs.answer && !signs.server && header.raw("content-type").is_none_or(|it| !contains_report(it)) {
        return None;
    }
    let mut reports: Vec<(Report, bool)> = Vec::new();
    for leaf in leaves {
        let announced = is_report_kind(&leaf.content.kind);
        let unannounced = !announced && may_be_report(&leaf.content.kind) && signs.weight() >= 3;
        if !(announced || unannounced) {
            continue;
        }
        let text = mime::to_text(&leaf.bytes(), leaf.content.parameter("charset")).into_owned();
        if announced || status::looks_like_report(&text) {
            reports.push((status::read(&text), is_disposition_kind(&leaf.content.kind)));
        }
    }
    let reports: Vec<(Report, bool)> =
        reports.into_iter().filter(|(it, _)| it.has_fields || !it.groups.is_empty()).collect();
    if reports.is_empty() {
        return None;
    }
    let disposition = reports.iter().any(|(it, mdn)| *mdn || it.groups.iter().any(|it| it.disposition.is_some()));
    let envelope_id = reports.iter().find_map(|(it, _)| it.envelope_id.clone());
    let mut findings = Findings { envelope_id, ..Findings::default() };
    for (report, _) in &reports {
        findings.ids.extend(report.message_ids.iter().cloned());
    }
    let groups: Vec<Group> = reports.into_iter().flat_map(|(it, _)| it.groups).collect();
    let refusal = disposition && is_refusal(header, leaves);
    if refusal {
        findings.recipients = read_refusals(header, leaves, &groups);
    } else if disposition {
        findings.recipients = read_receipts(header, &groups);
    } else if !read_groups(header, leaves, &groups, signs, &mut findings) {
        return Some(Notice::nothing(NoticeKind::NotAReceipt));
    }
    let returned = findings.ids.len();
    gather_ids(header, leaves, None, &mut findings.ids);
    // The returned message knows its own name better than a field of the report.
    findings.ids.rotate_left(if disposition { 0 } else { returned });
    Some(findings.into_notice(if disposition && !refusal { NoticeKind::Mdn } else { NoticeKind::Dsn }))
}

pub(super) fn contains_report(content_type: &[u8]) -> bool {
    memchr::memmem::find(&content_type.to_ascii_lowercase(), b"report").is_some()
}

pub(super) fn may_be_report(kind: &str) -> bool {
    matches!(kind, "text/plain" | "application/octet-stream" | "message/deliverystatus" | "message/delivery_status")
        || (kind.starts_with("message/") && kind.contains("status"))
}

/// Reads the groups of a delivery notice; `false` if every one is a mere probe.
pub(super) fn read_groups(
    header: &Fields<'_>,
    leaves: &[Part<'_>],
    groups: &[Group],
    signs: &Signs,
    findings: &mut Findings,
) -> bool {
    let probes =
        groups.iter().filter(|it| it.action.as_deref().is_some_and(|it| it.starts_with("deliverable"))).count();
    if probes > 0 && probes == groups.len() {
        return false;
    }
    let mut said: Option<Said> = None;
    for group in groups {
        let outcome = match group.action.as_deref().map(action) {
            Some(Action::Probe) => continue,
            Some(Action::Known(outcome)) => Some(outcome),
            Some(Action::Unknown) | None => None,
        };
        let status = group.status.as_deref().and_then(codes::leading_code);
        let trouble = outcome.is_none_or(|it| matches!(it, NoticeOutcome::Failed | NoticeOutcome::Delayed));
        let nameless = group.original.is_none() && group.last.is_none();
        let speechless = trouble && (status.is_none() || group.diagnostic.is_none());
        let wants_words = outcome.is_none() || nameless || speechless || (trouble && group.original.is_none());
        if wants_words && said.is_none() {
            said = Some(words_of(header, leaves));
        }
        let nothing = Said::default();
        let said = said.as_ref().unwrap_or(&nothing);
        let outcome = outcome.unwrap_or_else(|| outcome_of(status, &said.marks));
        push_group(group, groups.len(), outcome, said, findings);
    }
    if is_from_exim(header) {
        for recipient in &mut findings.recipients {
            recipient.address = decode_xtext(&recipient.address);
        }
    }
    if findings.recipients.is_empty() {
        let said = said.unwrap_or_else(|| words_of(header, leaves));
        let action = groups.first().and_then(|it| it.action.as_deref()).map(action);
        let outcome = match action {
            Some(Action::Known(outcome)) => outcome,
            Some(Action::Probe | Action::Unknown) | None => outcome_of(None, &said.marks),
        };
        let group = groups.first().filter(|_| groups.len() == 1).cloned().unwrap_or_default();
        push_mentions(&said.mentions, &group, outcome, findings);
        if findings.recipients.is_empty() {
            push_fallback(header, leaves, None, &group, outcome, findings);
        }
    }
    // An empty report by no server is somebody's mistake.
    !findings.recipients.is_empty() || findings.envelope_id.is_some() || signs.server || signs.report
}

/// Exim gives ORCPT back as it came, in xtext; Postfix decodes it, and decoding it again would corrupt it.
pub(super) fn is_from_exim(header: &Fields<'_>) -> bool {
    header.raw("content-type").is_some_and(|it| memchr::memmem::find(it, b"eximdsn").is_some())
}

/// Makes the entry of one group, with what the words say of the same recipient.
pub(super) fn push_group(group: &Group, groups: usize, outcome: NoticeOutcome, said: &Said, findings: &mut Findings) {
    let known = [&group.original, &group.last, &group.actual];
    let mention = known.into_iter().flatten().find_map(|it| said.of(it));
    let only = || said.mentions.first().filter(|_| groups == 1 && said.mentions.len() == 1);
    let mention = mention.or_else(only);
    let mut group = group.clone();
    if group.original.is_none() && group.last.is_some() {
        group.original = mention
            .filter(|it| group.last.as_deref().is_some_and(|last| address::same(last, &it.address)))
            .and_then(|it| it.expanded_from.clone());
    }
    if group.original.is_none() && group.last.is_none() && group.actual.is_none() {
        group.last = mention.map(|it| it.address.clone());
    }
    let said = mention.map_or("", |it| it.said.as_str());
    findings.recipients.extend(recipient_of(&group, outcome, said));
}

pub(super) enum Action {
    Known(NoticeOutcome),
    /// `deliverable`: somebody asked whether he could (sendmail -bv).
    Probe,
    Unknown,
}

/// The first word of an `Action` field (RFC 3464, 2.3.3), and what servers write instead.
pub(super) fn action(value: &str) -> Action {
    let word = value.trim_start().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    match word {
        "failed" | "failure" | "fail" | "expired" | "error" | "undeliverable" | "bounced" | "rejected"
        | "undelivered" => Action::Known(NoticeOutcome::Failed),
        "delayed" | "delay" | "deferred" | "warning" => Action::Known(NoticeOutcome::Delayed),
        "delivered" | "success" => Action::Known(NoticeOutcome::Delivered),
        "relayed" | "transferred" => Action::Known(NoticeOutcome::Relayed),
        "expanded" => Action::Known(NoticeOutcome::Expanded),
        "deliverable" => Action::Probe,
        _ => Action::Unknown,
    }
}

/// The outcome where no field gives it: by the class of the code if it is clear, else by the words.
pub(super) fn outcome_of(status: Option<&str>, marks: &Marks) -> NoticeOutcome {
    match status.and_then(|it| it.bytes().next()) {
        Some(b'2') => return NoticeOutcome::Delivered,
        Some(b'5') => return NoticeOutcome::Failed,
        _ => {}
    }
    if marks.delayed && !marks.given_up { NoticeOutcome::Delayed } else { NoticeOutcome::Failed }
}

/// Whether a receipt is in truth a refusal: mail filters refuse with `deleted` and say so in words (RFC 5429, 2.1.2).
fn is_refusal(header: &Fields<'_>, leaves: &[Part<'_>]) -> bool {
    let submitted = header.text("auto-submitted").unwrap_or_default().to_ascii_lowercase();
    submitted.contains("reject")
        || words::squeeze(&header.text("subject").unwrap_or_default()).starts_with("rejected")
        || leaves.first().is_some_and(|it| words::squeeze(&it.text()).contains("automatically rejected"))
}

/// Reads the groups of a refusal in the form of a read receipt.
fn read_refusals(header: &Fields<'_>, leaves: &[Part<'_>], groups: &[Group]) -> Vec<NoticeRecipient> {
    let said = words_of(header, leaves);
    let mut findings = Findings::default();
    for group in groups.iter().filter(|it| it.disposition.is_some()) {
        push_group(group, groups.len(), NoticeOutcome::Failed, &said, &mut findings);
    }
    findings.recipients
}

/// Reads the groups of a read receipt.
pub(super) fn read_receipts(header: &Fields<'_>, groups: &[Group]) -> Vec<NoticeRecipient> {
    let sender = header.text("from").and_then(|it| address::of_field(&it));
    let mut recipients = Vec::new();
    for group in groups {
        let Some(disposition) = group.disposition.as_deref() else { continue };
        let kind = disposition.rsplit(';').next().unwrap_or(disposition).trim();
        let outcome = if kind.starts_with("displayed") || kind.starts_with("processed") || kind.starts_with("read") {
            NoticeOutcome::Read
        } else if kind.starts_with("deleted") {
            NoticeOutcome::Deleted
        } else {
            // Dispatched, denied, failed to say: it arrived, and that is all that is known.
            NoticeOutcome::Delivered
        };
        let mut group = group.clone();
        if group.original.is_none() && group.last.is_none() {
            group.last.clone_from(&sender);
        }
        recipients.extend(recipient_of(&group, outcome, ""));
    }
    recipients
}
