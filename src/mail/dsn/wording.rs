//! Notices that have nothing but words for people.

use std::collections::HashMap;

use super::address;
use super::cloud;
use super::codes;
use super::mime::{self, Fields, Part};
use super::notice::{Notice, NoticeKind, NoticeOutcome, NoticeReason};
use super::original::{gather_ids, is_returned_kind, push_fallback};
use super::recipient::{Findings, recipient_of};
use super::report::{Action, action, push_group};
use super::signs::{Shown, Signs};
use super::status::{self, Group};
use super::text::{self, Setting};
use super::words::{self, Marks};

/// What the words of a notice say of each recipient.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) mentions: Vec<text::Mention>,
    pub(super) marks: Marks,
    /// Where each address stands among the mentions.
    places: HashMap<String, usize>,
}

impl Said {
    pub(super) fn new(mentions: Vec<text::Mention>, marks: Marks) -> Self {
        let places = mentions.iter().enumerate().map(|(at, it)| (it.address.to_lowercase(), at)).collect();
        Self { mentions, marks, places }
    }

    /// What is said of an address.
    pub(super) fn of(&self, address: &str) -> Option<&text::Mention> {
        if self.places.is_empty() {
            return None;
        }
        self.places.get(&address.to_lowercase()).and_then(|at| self.mentions.get(*at))
    }
}

/// The words of a notice and what they say.
pub(super) fn words_of(header: &Fields<'_>, leaves: &[Part<'_>]) -> Said {
    let own = own_addresses(header);
    let setting = Setting { own: &own, returned_apart: true };
    let reading = text::zone_of(&words_for_people(leaves), &setting);
    let mentions = text::mentions(&reading.zone, &setting);
    let marks = words::words().marks(&reading.squeezed);
    Said::new(mentions, marks)
}

/// To whom the notice came: the sender of the original message.
pub(super) fn own_addresses(header: &Fields<'_>) -> Vec<String> {
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
pub(super) fn words_for_people(leaves: &[Part<'_>]) -> String {
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
    if text.trim().len() < 30
        && let Some(html) = leaves.iter().find(|it| it.content.kind == "text/html")
    {
        text.push_str(&html.text());
    }
    text
}

pub(super) fn is_attached(leaf: &Part<'_>) -> bool {
    let disposition = leaf.fields.raw("content-disposition").unwrap_or_default().trim_ascii_start();
    disposition.len() >= 10 && disposition.get(..10).is_some_and(|it| it.eq_ignore_ascii_case(b"attachment"))
}

/// Reads a notice that has nothing but words; `None` if it is none.
pub(super) fn read_words(header: &Fields<'_>, leaves: &[Part<'_>], signs: &Signs) -> Option<Notice> {
    let text = words_for_people(leaves);
    let headed = begins_with_heading(&text, signs);
    if signs.answer && !signs.server && !signs.failed_recipients && !headed {
        return None;
    }
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
    let returned = reading.returned_at.is_some() || brings_message_back(leaves);
    if is_written_by_reader(&marks, signs, &reading.squeezed) {
        return read_by_words(header, leaves, &marks);
    }
    let coded = codes::reply_code(&reading.zone).is_some()
        || codes::enhanced_codes(&reading.zone).any(|it| !it.starts_with('2'));
    let listed = reading.zone.lines().take(LINES_OF_LIST).any(text::lists_recipient);
    let foreign = |it: &str| {
        text::lists_recipient(it) && address::in_line(it).any(|it| !own.iter().any(|own| address::same(own, it.text)))
    };
    let reasoned = listed
        && reading.zone.lines().take(LINES_OF_LIST).any(foreign)
        && words::words().reason(&reading.squeezed).is_some_and(is_returned_for);
    let quotes = reading.zone.lines().any(|it| it.starts_with("> "));
    if !signs.speaks_of_delivery(&Shown { marks: &marks, returned, coded, listed, quotes, headed, reasoned }) {
        return None;
    }
    let mut findings = Findings::default();
    let names = if signs.server { text::names_listed(&reading.zone) } else { Vec::new() };
    let mut mentions = text::mentions(&reading.zone, &setting);
    mentions.retain(|it| names.is_empty() || !it.loose);
    let said = Said::new(mentions, marks);
    let outcome = outcome_by_words(&marks, signs.late, coded);
    let unsigned = !signs.server && !signs.report && !signs.failed_recipients;
    if unsigned && is_good_news(outcome) && said.mentions.iter().all(|it| it.loose) {
        // An office that thanks for a mail says as much.
        return None;
    }
    if !push_embedded_fields(&reading.zone, &said, outcome, &mut findings) {
        push_each(&said.mentions, outcome, &mut findings);
    }
    push_failed_recipients(header, outcome, &mut findings);
    let tail = reading.returned_at.and_then(|at| text.get(at..));
    if let Some(tail) = tail.filter(|_| findings.recipients.is_empty()) {
        let (mentions, below) = text::mentions_below(tail, &setting);
        let marks = words::words().marks(&words::squeeze(&below));
        let speaks = marks.given_up || marks.delayed || marks.delivered || marks.relayed || marks.expanded;
        let coded = codes::reply_code(&below).is_some();
        let outcome = if speaks { outcome_by_words(&marks, signs.late, coded) } else { outcome };
        push_each(&mentions, outcome, &mut findings);
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
    if findings.recipients.is_empty() {
        push_each(&completed(&names, header, &reading.zone), outcome, &mut findings);
    }
    if findings.recipients.is_empty() && !signs.report {
        return None;
    }
    gather_ids(header, leaves, Some(tail.unwrap_or(&text)), &mut findings.ids);
    Some(findings.into_notice(NoticeKind::Dsn))
}

/// Whether a mail begins with a heading as only programs write it (`--- Non-Delivery Report ---`, a line of asterisks)
/// and the first lines below name somebody who did not get something.
fn begins_with_heading(text: &str, signs: &Signs) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    let Some(heading) = lines.next() else { return false };
    let is_ruled = heading.len() >= 5 && heading.chars().all(|c| matches!(c, '*' | '#' | '=' | '_'));
    let is_framed = ["---", "***", "===", "###"].iter().any(|it| heading.starts_with(it) && heading.ends_with(it));
    // People who forward write headings as well; theirs do not speak of delivery, and their subject says so.
    let is_heading = is_ruled || (is_framed && !signs.answer && heading.to_lowercase().contains("deliver"));
    if !is_heading {
        return false;
    }
    let below: Vec<&str> = lines.take(LINES_BELOW_HEADING).collect();
    let marks = words::words().marks(&words::squeeze(&below.join("\n")));
    marks.openings + marks.hints > 0 && below.iter().any(|it| text::lists_recipient(it))
}

/// Where a heading stands, the recipient follows at once.
const LINES_BELOW_HEADING: usize = 4;

/// The outcome of a notice that has only words. Good news quote no refusal (`coded`).
pub(super) fn outcome_by_words(marks: &Marks, late: bool, coded: bool) -> NoticeOutcome {
    if marks.given_up && !(late && marks.delayed) {
        return NoticeOutcome::Failed;
    }
    if marks.relayed && !coded {
        return NoticeOutcome::Relayed;
    }
    if marks.delayed || late {
        return NoticeOutcome::Delayed;
    }
    if marks.delivered && !coded {
        return NoticeOutcome::Delivered;
    }
    if marks.expanded {
        return NoticeOutcome::Expanded;
    }
    NoticeOutcome::Failed
}

/// Whether the message that came with it is a person's: one who forwards a notice sends a server's.
fn brings_message_back(leaves: &[Part<'_>]) -> bool {
    let returned = leaves.iter().find(|it| is_returned_kind(&it.content.kind));
    returned.is_some_and(|it| {
        let bytes = it.bytes();
        let signs = Signs::of(&Part::read(&bytes));
        !signs.server && !signs.report
    })
}

/// Whether the words are those of a read receipt, as Outlook writes it where nobody asked for more.
fn is_written_by_reader(marks: &Marks, signs: &Signs, squeezed: &str) -> bool {
    const BEGINS: [&str; 7] = [
        "your message",
        "a sua mensagem",
        "sua mensagem",
        "ihre nachricht",
        "su mensaje",
        "el mensaje",
        "votre message",
    ];
    (marks.read || marks.deleted) && !signs.server && signs.subject && BEGINS.iter().any(|it| squeezed.starts_with(it))
}

fn read_by_words(header: &Fields<'_>, leaves: &[Part<'_>], marks: &Marks) -> Option<Notice> {
    let mut findings = Findings::default();
    let outcome = if marks.deleted { NoticeOutcome::Deleted } else { NoticeOutcome::Read };
    let group = Group { last: header.text("from").and_then(|it| address::of_field(&it)), ..Group::default() };
    findings.recipients.push(recipient_of(&group, outcome, "")?);
    gather_ids(header, leaves, None, &mut findings.ids);
    Some(findings.into_notice(NoticeKind::Mdn))
}

pub(super) fn push_mentions(
    mentions: &[text::Mention],
    known: &Group,
    outcome: NoticeOutcome,
    findings: &mut Findings,
) {
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

/// Each mention with its own outcome, where one notice tells of several.
fn push_each(mentions: &[text::Mention], outcome: NoticeOutcome, findings: &mut Findings) {
    for mention in mentions {
        let own = if mentions.len() > 1 { outcome_of_mention(&mention.said, outcome) } else { outcome };
        push_mentions(std::slice::from_ref(mention), &Group::default(), own, findings);
    }
}

/// What the first paragraph behind a recipient says of it, else what the notice says of all.
fn outcome_of_mention(said: &str, of_all: NoticeOutcome) -> NoticeOutcome {
    let paragraph = said.split("\n\n").next().unwrap_or(said);
    let marks = words::words().marks(&words::squeeze(paragraph));
    let refused = codes::reply_code(paragraph).is_some_and(|it| it >= 500);
    if marks.delayed && !marks.given_up {
        return NoticeOutcome::Delayed;
    }
    if marks.given_up || marks.failed || refused {
        return NoticeOutcome::Failed;
    }
    if marks.relayed {
        return NoticeOutcome::Relayed;
    }
    if marks.delivered { NoticeOutcome::Delivered } else { of_all }
}

const fn is_good_news(outcome: NoticeOutcome) -> bool {
    match outcome {
        NoticeOutcome::Delivered
        | NoticeOutcome::Relayed
        | NoticeOutcome::Expanded
        | NoticeOutcome::Read
        | NoticeOutcome::Deleted => true,
        NoticeOutcome::Delayed | NoticeOutcome::Failed => false,
    }
}

/// Reasons for which mail is returned to its sender.
const fn is_returned_for(reason: NoticeReason) -> bool {
    matches!(
        reason,
        NoticeReason::UnknownUser | NoticeReason::UnknownHost | NoticeReason::MailboxFull | NoticeReason::Disabled
    )
}

/// Names of a server's own users as addresses: with the domain that the words give, else with the server's.
fn completed(names: &[(&str, &str)], header: &Fields<'_>, zone: &str) -> Vec<text::Mention> {
    let sender = header.text("from").and_then(|it| address::of_field(&it)).unwrap_or_default().to_lowercase();
    let Some((_, host)) = sender.split_once('@').filter(|_| !names.is_empty()) else { return Vec::new() };
    let above = |it: &str| host.strip_suffix(it).is_some_and(|it| it.ends_with('.'));
    let named = zone.lines().flat_map(address::in_line).take(100).filter_map(|it| it.text.rsplit_once('@'));
    let domain = named.map(|(_, domain)| domain.to_lowercase()).find(|it| it.contains('.') && above(it));
    let domain = domain.as_deref().unwrap_or(host);
    let mention = |(name, line): &(&str, &str)| text::Mention {
        address: format!("{name}@{domain}"),
        expanded_from: None,
        said: (*line).to_owned(),
        loose: false,
    };
    names.iter().map(mention).collect()
}

/// A program lists recipients near the beginning.
const LINES_OF_LIST: usize = 60;

/// As many recipients as a header field is believed to name.
const FAILED_MAX: usize = 500;

/// `X-Failed-Recipients` (Exim, Google): names whoever the words did not.
pub(super) fn push_failed_recipients(header: &Fields<'_>, outcome: NoticeOutcome, findings: &mut Findings) {
    for value in header.all("x-failed-recipients").take(200) {
        let line = mime::field_text(value);
        for found in address::in_line(&line).take(1000) {
            if findings.recipients.len() >= FAILED_MAX {
                return;
            }
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

/// Report fields in the middle of the words; `false` if there are none.
pub(super) fn push_embedded_fields(zone: &str, said: &Said, outcome: NoticeOutcome, findings: &mut Findings) -> bool {
    if !zone.contains("-Recipient") && !zone.contains("-recipient") {
        return false;
    }
    let report = status::read(zone);
    let named: Vec<Group> = report.groups.into_iter().filter(|it| it.original.is_some() || it.last.is_some()).collect();
    for group in &named {
        let outcome = match group.action.as_deref().map(action) {
            Some(Action::Known(outcome)) => outcome,
            Some(Action::Probe) => continue,
            Some(Action::Unknown) | None => outcome,
        };
        push_group(group, named.len(), outcome, said, findings);
    }
    findings.envelope_id = report.envelope_id;
    !findings.recipients.is_empty()
}
