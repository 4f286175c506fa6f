//! Reads the delivery notices and read receipts of any mail server.
//!
//! ```text
//! bytes ─► parts (mime) ─► kind, by structure ─┬─ report fields (status) ─┬─► one entry per recipient
//!                      (signs, report)          ├─ words for people (text) ┤    codes, reason
//!                                              └─ returned message ────────┘    (original: ids)
//! ```
//! Structure decides before words, words before the subject. A mail that shows no sign of a notice in its header is
//! left after a look at that header.

mod address;
mod cloud;
mod codes;
mod html;
mod mime;
mod notice;
mod original;
mod plain;
mod reason;
mod recipient;
mod report;
mod signs;
mod status;
mod text;
mod wording;
mod words;

pub use address::decode_xtext;
pub use notice::{Notice, NoticeKind, NoticeOutcome, NoticeReason, NoticeRecipient};
pub use plain::plain_words;

use mime::Part;
use signs::Signs;

/// As much of a mail as is looked at to tell whether it can be a notice.
const SIGNS_MAX: usize = 128 * 1024;
/// As much of a notice as is read: what it says itself comes first, and a returned message is only asked for its
/// header.
const MAIL_MAX: usize = 2 * 1024 * 1024;

/// Reads any mail; what is no notice comes back as [`NoticeKind::NotAReceipt`] or [`NoticeKind::AutoReply`].
///
/// Never panics; linear in the length of the mail; CRLF, LF and bare CR read alike.
#[must_use]
pub fn read_notice(raw: &[u8]) -> Notice {
    let beginning = mime::with_plain_line_ends(raw.get(..SIGNS_MAX).unwrap_or(raw));
    let signs = Signs::of(&Part::read(&beginning));
    if !signs.is_worth_reading() {
        return Notice::nothing(signs.other_kind(None));
    }
    let mail = match raw.get(SIGNS_MAX..) {
        Some(_) => mime::with_plain_line_ends(raw.get(..MAIL_MAX).unwrap_or(raw)),
        None => beginning,
    };
    let whole = Part::read(&mail);
    let header = whole.fields.clone();
    let leaves = whole.leaves();
    let notice =
        report::read_structure(&header, &leaves, &signs).or_else(|| wording::read_words(&header, &leaves, &signs));
    notice.unwrap_or_else(|| {
        let robot = leaves.first().map(|it| words::words().marks(&words::squeeze(first_words(&it.text()))).robot);
        Notice::nothing(signs.other_kind(robot))
    })
}

fn first_words(text: &str) -> &str {
    let end = text.char_indices().nth(1500).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// What the header alone tells.
#[derive(Debug, Default)]
struct Signs {
    /// A mail server signs as sender.
    server: bool,
    /// The subject is that of a notice.
    subject: bool,
    /// The subject is that of a reply or a forward.
    answer: bool,
    /// `Return-Path: <>`.
    null_path: bool,
    /// `X-Failed-Recipients` stands there.
    failed_recipients: bool,
    /// `multipart/report`, or a part of a report is announced.
    report: bool,
    /// Some other report: abuse, TLS, DMARC.
    other_report: bool,
    /// `Auto-Submitted: auto-replied` or one of its elder kin.
    robot: bool,
    /// `Auto-Submitted: auto-generated`: a robot that need not answer anybody.
    generated: bool,
    /// The subject is that of an answering machine.
    robot_subject: bool,
    /// A mailing list or a newsletter.
    list: bool,
    /// JSON of Amazon.
    cloud: bool,
}

impl Signs {
    fn of(whole: &Part<'_>) -> Self {
        let fields = &whole.fields;
        let lower = |name: &str| words::squeeze(&fields.text(name).unwrap_or_default());
        let sender = lower("from");
        let subject = lower("subject");
        let report_type = whole.content.parameter("report-type").unwrap_or_default().to_ascii_lowercase();
        let announced = whole.content.kind == "multipart/report" || !report_type.is_empty();
        let has = |name: &str| fields.raw(name).is_some();
        let submitted = lower("auto-submitted");
        let precedence = lower("precedence");
        let words = words::words();
        Self {
            server: words.is_server(&sender) || sender.trim().is_empty() || sender.trim() == "<>",
            subject: words.is_notice_subject(&subject),
            answer: words.is_answer(subject.trim_start()),
            null_path: fields.raw("return-path").is_some_and(|it| matches!(it.trim_ascii(), b"<>" | b"" | b"<<>>")),
            failed_recipients: has("x-failed-recipients"),
            report: announced
                || (whole.content.is_multipart() && announces_report_part(whole.body))
                || is_report_kind(&whole.content.kind),
            other_report: report_type.contains("feedback")
                || report_type.contains("tlsrpt")
                || report_type.contains("dmarc"),
            generated: submitted.starts_with("auto-generated") || submitted.starts_with("auto-notified"),
            robot: (!submitted.is_empty()
                && !submitted.starts_with("no")
                && !submitted.starts_with("auto-generated")
                && !submitted.starts_with("auto-notified"))
                || has("x-autoreply")
                || has("x-autorespond")
                || has("x-autoresponder")
                || has("x-auto-reply")
                || has("x-autogenerated")
                || has("x-mail-autoreply")
                || has("x-auto-response-from")
                || precedence.contains("auto_reply")
                || precedence.contains("auto-reply")
                || precedence.contains("autoreply"),
            robot_subject: words.is_robot_subject(&subject),
            list: has("list-id") || has("list-unsubscribe") || has("list-post") || precedence.contains("list"),
            cloud: sender.contains("no-reply@sns.")
                || has("x-amz-sns-message-type")
                || subject.contains("aws notification")
                || subject.contains("amazon s"),
        }
    }

    /// How much in the header speaks for a notice.
    fn weight(&self) -> usize {
        let mut weight = 0;
        weight += usize::from(self.server) * 3;
        weight += usize::from(self.subject) * 2;
        weight += usize::from(self.null_path) * 2;
        weight += usize::from(self.failed_recipients) * 4;
        weight += usize::from(self.report) * 3;
        weight += usize::from(self.robot || self.generated);
        weight
    }

    fn is_worth_reading(&self) -> bool {
        !self.other_report && (self.weight() >= 2 || self.robot || self.generated || self.cloud || self.robot_subject)
    }

    /// What a mail is that is no notice.
    fn other_kind(&self, robot_words: Option<bool>) -> NoticeKind {
        let says_so = robot_words == Some(true) && (self.null_path || self.robot || self.generated);
        let answers = (self.robot && !self.list && !self.server)
            || (self.generated && self.answer && !self.list && !self.server)
            || (self.robot_subject && (!self.answer || self.null_path) && !self.list)
            || says_so;
        if answers && !self.other_report { NoticeKind::AutoReply } else { NoticeKind::NotAReceipt }
    }
}

/// Whether a part of a report is announced early in the body.
fn announces_report_part(body: &[u8]) -> bool {
    let start = body.get(..body.len().min(64 * 1024)).unwrap_or(body);
    memchr::memmem::find_iter(start, b"elivery-status")
        .chain(memchr::memmem::find_iter(start, b"isposition-notification"))
        .chain(memchr::memmem::find_iter(start, b"ELIVERY-STATUS"))
        .next()
        .is_some()
}

fn is_report_kind(kind: &str) -> bool {
    is_status_kind(kind) || is_disposition_kind(kind)
}

fn is_status_kind(kind: &str) -> bool {
    matches!(kind, "message/delivery-status" | "message/global-delivery-status" | "text/delivery-status")
}

fn is_disposition_kind(kind: &str) -> bool {
    matches!(kind, "message/disposition-notification" | "message/global-disposition-notification")
}

fn is_returned_kind(kind: &str) -> bool {
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

/// What was gathered from all parts of a notice.
#[derive(Debug, Default)]
struct Findings {
    ids: Vec<String>,
    envelope_id: Option<String>,
    recipients: Vec<NoticeRecipient>,
}

impl Findings {
    fn into_notice(self, kind: NoticeKind) -> Notice {
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
fn merge(recipients: Vec<NoticeRecipient>) -> Vec<NoticeRecipient> {
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

/// Reads what stands in machine-readable parts; `None` if there are none that say something.
fn read_structure(header: &Fields<'_>, leaves: &[Part<'_>], signs: &Signs) -> Option<Notice> {
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
    let mut findings = Findings::default();
    findings.envelope_id = reports.iter().find_map(|(it, _)| it.envelope_id.clone());
    for (report, _) in &reports {
        findings.ids.extend(report.message_ids.iter().cloned());
    }
    let groups: Vec<Group> = reports.into_iter().flat_map(|(it, _)| it.groups).collect();
    if disposition {
        findings.recipients = read_receipts(header, &groups);
    } else if !read_groups(header, leaves, &groups, signs, &mut findings) {
        return Some(Notice::nothing(NoticeKind::NotAReceipt));
    }
    let returned = findings.ids.len();
    gather_ids(header, leaves, None, &mut findings.ids);
    // The returned message knows its own name better than a field of the report.
    findings.ids.rotate_left(if disposition { 0 } else { returned });
    Some(findings.into_notice(if disposition { NoticeKind::Mdn } else { NoticeKind::Dsn }))
}

fn contains_report(content_type: &[u8]) -> bool {
    memchr::memmem::find(&content_type.to_ascii_lowercase(), b"report").is_some()
}

fn may_be_report(kind: &str) -> bool {
    matches!(kind, "text/plain" | "application/octet-stream" | "message/deliverystatus" | "message/delivery_status")
        || (kind.starts_with("message/") && kind.contains("status"))
}

/// Reads the groups of a delivery notice; `false` if every one is a mere probe.
fn read_groups(
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
    let mut reading: Option<(Vec<text::Mention>, Marks)> = None;
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
        if wants_words && reading.is_none() {
            reading = Some(words_of(header, leaves, true));
        }
        let (mentions, marks) =
            reading.as_ref().map_or((&[] as &[text::Mention], Marks::default()), |(it, marks)| (it.as_slice(), *marks));
        let outcome = outcome.unwrap_or_else(|| outcome_of(status, &marks));
        push_group(group, groups.len(), outcome, mentions, findings);
    }
    if is_from_exim(header) {
        for recipient in &mut findings.recipients {
            recipient.address = decode_xtext(&recipient.address);
        }
    }
    if findings.recipients.is_empty() {
        let (mentions, marks) = reading.unwrap_or_else(|| words_of(header, leaves, true));
        let action = groups.first().and_then(|it| it.action.as_deref()).map(action);
        let outcome = match action {
            Some(Action::Known(outcome)) => outcome,
            Some(Action::Probe | Action::Unknown) | None => outcome_of(None, &marks),
        };
        let group = groups.first().filter(|_| groups.len() == 1).cloned().unwrap_or_default();
        push_mentions(&mentions, &group, outcome, findings);
        if findings.recipients.is_empty() {
            push_fallback(header, leaves, None, &group, outcome, findings);
        }
    }
    // An empty report by no server is somebody's mistake.
    !(findings.recipients.is_empty() && findings.envelope_id.is_none() && !signs.server && !signs.report)
}

/// Exim gives ORCPT back as it came, in xtext; Postfix decodes it, and decoding it again would corrupt it.
fn is_from_exim(header: &Fields<'_>) -> bool {
    header.raw("content-type").is_some_and(|it| memchr::memmem::find(it, b"eximdsn").is_some())
}

/// Makes the entry of one group, with what the words say of the same recipient.
fn push_group(
    group: &Group,
    groups: usize,
    outcome: NoticeOutcome,
    mentions: &[text::Mention],
    findings: &mut Findings,
) {
    let known = [&group.original, &group.last, &group.actual];
    let mention = mentions
        .iter()
        .find(|mention| known.iter().any(|it| it.as_deref().is_some_and(|it| address::same(it, &mention.address))));
    let mention = mention.or_else(|| mentions.first().filter(|_| groups == 1 && mentions.len() == 1));
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

enum Action {
    Known(NoticeOutcome),
    /// `deliverable`: somebody asked whether he could (sendmail -bv).
    Probe,
    Unknown,
}

/// The first word of an `Action` field (RFC 3464, 2.3.3), and what servers write instead.
fn action(value: &str) -> Action {
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
fn outcome_of(status: Option<&str>, marks: &Marks) -> NoticeOutcome {
    match status.and_then(|it| it.bytes().next()) {
        Some(b'2') => return NoticeOutcome::Delivered,
        Some(b'5') => return NoticeOutcome::Failed,
        _ => {}
    }
    if marks.delayed && !marks.given_up { NoticeOutcome::Delayed } else { NoticeOutcome::Failed }
}

/// Makes the entry of one recipient; `None` if it is not named.
fn recipient_of(group: &Group, outcome: NoticeOutcome, said: &str) -> Option<NoticeRecipient> {
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
fn addressed(original: Option<String>, last: Option<&str>) -> Option<String> {
    match (original, last) {
        (Some(original), Some(last)) => {
            let encoded = !address::same(&original, last) && address::same(&decode_xtext(&original), last);
            Some(if encoded { last.to_owned() } else { original })
        }
        (Some(original), None) => Some(original),
        (None, last) => last.map(str::to_owned),
    }
}

fn success_code(said: &str) -> Option<&str> {
    codes::enhanced_codes(said).find(|it| it.starts_with('2'))
}

/// `smtp; 550 …` without its type, in one line.
fn plain_diagnostic(value: &str) -> String {
    let mut rest = value.trim();
    while let Some((kind, tail)) = rest.split_once(';') {
        if kind.len() > 12 || kind.contains(' ') || kind.is_empty() {
            break;
        }
        rest = tail.trim_start();
    }
    shortened(rest)
}

fn shortened(text: &str) -> String {
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
fn diagnostic_in(said: &str) -> Option<String> {
    let lines = || said.lines().filter(|it| !it.trim().is_empty()).take(200);
    let spoken = lines().find(|it| codes::reply_code(it).is_some() || codes::enhanced_codes(it).next().is_some());
    let reasoned = || lines().find(|it| words::words().reason(&words::squeeze(it)).is_some());
    spoken.or_else(reasoned).map(shortened)
}

/// Reads the groups of a read receipt.
fn read_receipts(header: &Fields<'_>, groups: &[Group]) -> Vec<NoticeRecipient> {
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

/// The words of a notice and what they say.
fn words_of(header: &Fields<'_>, leaves: &[Part<'_>], report: bool) -> (Vec<text::Mention>, Marks) {
    let own = own_addresses(header);
    let returned_apart = leaves.iter().any(|it| is_returned_kind(&it.content.kind));
    let setting = Setting { own: &own, returned_apart: returned_apart || report };
    let mut reading = text::zone_of(&words_for_people(leaves), &setting);
    reading.mentions = text::mentions(&reading.zone, &setting);
    let marks = words::words().marks(&reading.squeezed);
    (reading.mentions, marks)
}

/// To whom the notice came: the sender of the original message.
fn own_addresses(header: &Fields<'_>) -> Vec<String> {
    let mut own = Vec::new();
    for name in ["to", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "apparently-to"] {
        for value in header.all(name).take(8) {
            let line = mime::field_text(value);
            own.extend(address::in_line(&line).take(8).map(|it| it.text.to_owned()));
        }
    }
    own.sort_unstable();
    own.dedup();
    own
}

/// The text of all parts that people read, HTML only where nothing plainer says anything.
fn words_for_people(leaves: &[Part<'_>]) -> String {
    let mut text = String::new();
    for leaf in leaves {
        if is_returned_kind(&leaf.content.kind) {
            break;
        }
        let plain = leaf.content.kind == "text/plain" && !is_attached(leaf);
        if plain && text.len() < mime::TEXT_MAX {
            text.push_str(&leaf.text());
            text.push('\n');
        }
    }
    if text.trim().len() < 30 {
        if let Some(html) = leaves.iter().find(|it| it.content.kind == "text/html") {
            text.push_str(&html.text());
        }
    }
    text
}

fn is_attached(leaf: &Part<'_>) -> bool {
    let disposition = leaf.fields.raw("content-disposition").unwrap_or_default().trim_ascii_start();
    disposition.len() >= 10 && disposition.get(..10).is_some_and(|it| it.eq_ignore_ascii_case(b"attachment"))
}

/// Reads a notice that has nothing but words; `None` if it is none.
fn read_words(header: &Fields<'_>, leaves: &[Part<'_>], signs: &Signs) -> Option<Notice> {
    if signs.answer && !signs.server && !signs.failed_recipients {
        return None;
    }
    let text = words_for_people(leaves);
    if (signs.cloud || signs.server || signs.subject)
        && let Some(notice) = cloud::read(&text)
    {
        return Some(notice);
    }
    let own = own_addresses(header);
    let returned_apart = leaves.iter().any(|it| is_returned_kind(&it.content.kind));
    let setting = Setting { own: &own, returned_apart };
    let reading = text::zone_of(&text, &setting);
    let marks = words::words().marks(&reading.squeezed);
    if !signs.speaks_of_delivery(&marks) {
        return None;
    }
    let mut findings = Findings::default();
    let mentions = text::mentions(&reading.zone, &setting);
    let outcome = outcome_by_words(&marks);
    if is_written_by_reader(&marks, signs) {
        return read_by_words(header, leaves, &marks, findings);
    }
    push_mentions(&mentions, &Group::default(), outcome, &mut findings);
    push_failed_recipients(header, outcome, &mut findings);
    let tail = reading.returned_at.and_then(|at| text.get(at..));
    if findings.recipients.is_empty() {
        push_embedded_fields(&text, &mut findings);
    }
    if findings.recipients.is_empty() && tail.is_some() {
        // What looked like the returned message may have been the notice's own list.
        push_mentions(&text::sure_mentions(&text, &setting), &Group::default(), outcome, &mut findings);
    }
    if findings.recipients.is_empty() {
        push_fallback(
            header,
            leaves,
            tail.map(|it| (it, reading.zone.as_str())),
            &Group::default(),
            outcome,
            &mut findings,
        );
    }
    if findings.recipients.is_empty() && !signs.report {
        return None;
    }
    gather_ids(header, leaves, Some(tail.unwrap_or(&text)), &mut findings.ids);
    Some(findings.into_notice(NoticeKind::Dsn))
}

impl Signs {
    /// Whether header and words together make a notice.
    fn speaks_of_delivery(&self, marks: &Marks) -> bool {
        let weight = self.weight();
        let evident = weight >= 2 && marks.openings > 0 && !self.list;
        let vouched = self.subject || self.failed_recipients || self.report || self.null_path;
        let said = weight >= 4 && (marks.openings > 0 || (marks.hints > 0 && vouched));
        let robot_only = !self.server && !self.failed_recipients && !self.report && (self.robot_subject || marks.robot);
        let stranger = !self.server && !self.failed_recipients && !self.report && !self.null_path;
        let strange = stranger && !(self.subject && marks.openings > 1);
        (evident || said) && !robot_only && !strange
    }
}

/// The outcome of a notice that has only words.
fn outcome_by_words(marks: &Marks) -> NoticeOutcome {
    if marks.given_up {
        return NoticeOutcome::Failed;
    }
    if marks.relayed {
        return NoticeOutcome::Relayed;
    }
    if marks.delayed {
        return NoticeOutcome::Delayed;
    }
    if marks.delivered {
        return NoticeOutcome::Delivered;
    }
    if marks.expanded {
        return NoticeOutcome::Expanded;
    }
    NoticeOutcome::Failed
}

/// Whether the words are those of a read receipt.
fn is_written_by_reader(marks: &Marks, signs: &Signs) -> bool {
    (marks.read || marks.deleted) && !signs.server && signs.subject
}

fn read_by_words(header: &Fields<'_>, leaves: &[Part<'_>], marks: &Marks, mut findings: Findings) -> Option<Notice> {
    let outcome = if marks.deleted { NoticeOutcome::Deleted } else { NoticeOutcome::Read };
    let group = Group { last: header.text("from").and_then(|it| address::of_field(&it)), ..Group::default() };
    findings.recipients.push(recipient_of(&group, outcome, "")?);
    gather_ids(header, leaves, None, &mut findings.ids);
    Some(findings.into_notice(NoticeKind::Mdn))
}

fn push_mentions(mentions: &[text::Mention], known: &Group, outcome: NoticeOutcome, findings: &mut Findings) {
    for mention in mentions {
        let group = Group {
            original: mention.expanded_from.clone(),
            last: Some(mention.address.clone()),
            status: known.status.clone(),
            diagnostic: known.diagnostic.clone(),
            ..Group::default()
        };
        findings.recipients.extend(recipient_of(&group, outcome, &mention.said));
    }
}

/// `X-Failed-Recipients` (Exim, Google): names whoever the words did not.
fn push_failed_recipients(header: &Fields<'_>, outcome: NoticeOutcome, findings: &mut Findings) {
    for value in header.all("x-failed-recipients").take(200) {
        let line = mime::field_text(value);
        for found in address::in_line(&line).take(1000) {
            let known = findings.recipients.iter().any(|it| {
                address::same(&it.address, found.text)
                    || it.final_address.as_deref().is_some_and(|it| address::same(it, found.text))
            });
            if !known {
                let group = Group { last: Some(found.text.to_owned()), ..Group::default() };
                findings.recipients.extend(recipient_of(&group, outcome, ""));
            }
        }
    }
}

/// Report fields in the middle of the words.
fn push_embedded_fields(text: &str, findings: &mut Findings) {
    if !text.contains("-Recipient") && !text.contains("-recipient") {
        return;
    }
    let report = status::read(text);
    for group in report.groups.iter().filter(|it| it.original.is_some() || it.last.is_some()) {
        let outcome = match group.action.as_deref().map(action) {
            Some(Action::Known(outcome)) => outcome,
            Some(Action::Probe) => continue,
            Some(Action::Unknown) | None => NoticeOutcome::Failed,
        };
        findings.recipients.extend(recipient_of(group, outcome, ""));
    }
    findings.envelope_id = report.envelope_id;
}

/// Nobody is named: the header of the returned message tells to whom it went, if it was one.
fn push_fallback(
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
    if let [only] = named.as_slice() {
        let group = Group { last: Some(only.clone()), ..known.clone() };
        findings.recipients.extend(recipient_of(&group, outcome, said));
    }
}

/// Message-IDs: of the returned message, of the words, and what the notice itself refers to.
fn gather_ids(header: &Fields<'_>, leaves: &[Part<'_>], words: Option<&str>, ids: &mut Vec<String>) {
    if let Some(returned) = leaves.iter().find(|it| is_returned_kind(&it.content.kind)) {
        ids.extend(id_in(&mime::to_text(&returned.bytes(), None)));
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
    if ids.is_empty() {
        let texts = leaves.iter().filter(|it| it.content.kind.starts_with("text/")).take(3);
        let more: Vec<String> = texts.filter_map(|it| id_in(&it.text())).collect();
        ids.extend(more);
    }
}

/// The first `Message-ID:` in a header block or a text, folded or not.
fn id_in(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    for at in memchr::memchr2_iter(b'm', b'M', bytes) {
        let here = bytes.get(at..).unwrap_or_default();
        let named = ["message-id", "message id", "messageid"].iter().find(|it| {
            here.len() > it.len() && here.get(..it.len()).is_some_and(|head| head.eq_ignore_ascii_case(it.as_bytes()))
        });
        let Some(named) = named else { continue };
        let glued = at.checked_sub(1).and_then(|it| bytes.get(it)).is_some_and(|b| b.is_ascii_alphanumeric());
        let rest = text.get(at + named.len()..).unwrap_or_default();
        let rest = rest.trim_start_matches([' ', '\t', '"']);
        let Some(value) = rest.strip_prefix([':', '=', '：']) else { continue };
        if glued {
            continue;
        }
        let value = value.trim_start_matches(|c: char| c.is_whitespace() || c == '>' || c == '|' || c == '"');
        let value = value.strip_prefix("&lt;").unwrap_or(value);
        let value = value.strip_prefix('<').unwrap_or(value).trim_start();
        let end = value.find(|c: char| c.is_whitespace() || matches!(c, '>' | '<' | '&' | '"')).unwrap_or(value.len());
        let id = value.get(..end).unwrap_or_default();
        if id.len() > 2 && !id.ends_with(':') {
            return Some(id.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{NoticeKind, read_notice};

    #[test]
    fn nothing_is_no_receipt() {
        for raw in [&b""[..], b"\n", b":", b"From: a@b.org\n\nHello", b"\xff\xfe"] {
            assert_eq!(read_notice(raw).kind, NoticeKind::NotAReceipt);
        }
    }
}
