//! Mails of the call center: reports, questions, invoices.

use super::Understood;
use super::reading::{Reading, without_prefixes};
use super::relation;
use crate::mail::blocks::{self, Block};
use crate::mail::incoming::IncomingMail;
use crate::mail::thread;
use crate::office::{Channel, Class, Effect, Facts, KnownRequest, ReportFacts, Vocabulary, fold};
use crate::sheets::report::{self, CallCenterMail, MailParts, Report};

/// Understands a mail of the call center.
#[must_use]
pub fn understand(reading: &Reading<'_>) -> Understood {
    let text = reading.new_text();
    let (kind, report) = report_in(reading.mail, &reading.thread.new, &reading.subject, reading.setting.vocabulary);
    match kind {
        CallCenterMail::Report => a_report(reading, &text, report),
        CallCenterMail::Question | CallCenterMail::RefusedTemplate => a_question(reading, &text, true),
        CallCenterMail::Invoice | CallCenterMail::Offer => Understood::of(Facts::of(Class::Unrelated)),
        CallCenterMail::Other => a_question(reading, &text, false),
    }
}

/// Whether a mail of the call center is neither report nor question, invoice or offer.
#[must_use]
pub fn says_nothing(reading: &Reading<'_>) -> bool {
    let (kind, _) = report_in(reading.mail, &reading.thread.new, &reading.subject, reading.setting.vocabulary);
    kind == CallCenterMail::Other
}

/// What a mail of the call center is, and the report in it: files first, then tables and words of its own text. What
/// it quotes (the package, an earlier partial report) is not read.
#[must_use]
pub fn report_of(mail: &IncomingMail, words: &Vocabulary) -> (CallCenterMail, Option<Report>) {
    let thread = thread::split(&blocks::of_mail(mail), words);
    let (subject, _, _) = without_prefixes(&mail.subject, words);
    report_in(mail, &thread.new, &subject, words)
}

fn report_in(
    mail: &IncomingMail,
    new: &[Block],
    subject: &str,
    words: &Vocabulary,
) -> (CallCenterMail, Option<Report>) {
    let files: Vec<(&str, &[u8])> = mail
        .attachments
        .iter()
        .filter(|it| it.content_id.is_none() || !it.mime.starts_with("image/"))
        .map(|it| (it.name.as_str(), it.bytes.as_slice()))
        .collect();
    let new_text = new.iter().map(Block::text).collect::<Vec<_>>().join("\n");
    let cells = new.iter().filter_map(|block| {
        let cell = block.cell?;
        Some((cell.table, cell.row, cell.column, block.text()))
    });
    let tables = report::tables_of_cells(cells);
    let parts = MailParts { subject, new_text: &new_text, tables: &tables, attachments: &files };
    report::read_report_mail(&parts, words)
}

fn a_report(reading: &Reading<'_>, text: &str, whole: Option<Report>) -> Understood {
    let mut facts = Facts::of(Class::CallCenterReport);
    let related = related(reading, text, whole.as_ref());
    facts.relates_to = related.map(|it| it.protocol.clone());
    if facts.relates_to.is_none() {
        facts.missing.insert(crate::office::Missing::Request);
    }
    let figures = whole.as_ref().map(|it| ReportFacts {
        complete: it.is_complete_for(related.and_then(|it| it.recipients)),
        sent: it.sent,
        delivered: it.delivered,
        read: it.read,
        failed: it.failed,
    });
    facts.report = Some(figures.unwrap_or_default());
    let mut result = Understood::of(facts);
    result.notes.extend(whole.into_iter().flat_map(|it| it.disagreements));
    result
}

/// The request of a report: by protocol, thread, the number of contacts, date and subject.
fn related<'a>(reading: &Reading<'a>, text: &str, report: Option<&Report>) -> Option<&'a KnownRequest> {
    let known = reading.setting.known;
    let named = relation::named(reading.mail, text, &reading.history(), known).map(|it| it.request);
    let by_file = report.and_then(|it| it.protocols.iter().find_map(|protocol| relation::by_protocol(protocol, known)));
    if let Some(found) = by_file.or(named) {
        return Some(found);
    }
    let at_company = |it: &KnownRequest| {
        it.channel.contains(&Channel::Whatsapp)
            && matches!(it.status.as_str(), "waiting-report" | "sending" | "sent" | "closed")
    };
    let everything =
        format!("{} {text} {}", reading.subject, report.and_then(|it| it.campaign.clone()).unwrap_or_default());
    let total = |it: &KnownRequest| {
        let wanted = it.recipients;
        wanted.is_some() && report.is_some_and(|report| report.sent == wanted || report.base == wanted)
    };
    let counts = |it: &&KnownRequest| total(it) || it.recipients.is_some_and(|number| says_number(&everything, number));
    let mut by_number: Vec<&KnownRequest> = known.iter().filter(|it| at_company(it)).filter(counts).collect();
    if by_number.is_empty() {
        // What had left when it was cancelled comes back as well.
        by_number =
            known.iter().filter(|it| it.status == "cancelled" && !it.sent_at.is_empty()).filter(counts).collect();
    }
    if let [one] = by_number.as_slice() {
        return Some(one);
    }
    let waiting: Vec<&KnownRequest> = by_number.iter().copied().filter(|it| it.status == "waiting-report").collect();
    if let [one] = waiting.as_slice() {
        return Some(one);
    }
    let words = everything.replace('_', " ");
    if by_number.len() > 1 {
        let said = relation::telling_words(&words);
        return by_number
            .iter()
            .copied()
            .max_by_key(|it| relation::likeness(&said, it))
            .filter(|it| relation::likeness(&said, it) > 0);
    }
    relation::by_words(&words, known, 40, at_company).or_else(|| {
        let open: Vec<&KnownRequest> =
            known.iter().filter(|it| it.status == "waiting-report" && at_company(it)).collect();
        match open.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    })
}

/// Whether this number stands in a text, with or without its thousands point.
fn says_number(text: &str, number: u64) -> bool {
    number > 1
        && text
            .split(|c: char| !c.is_ascii_digit() && c != '.')
            .any(|it| it.trim_matches('.').replace('.', "").parse() == Ok(number))
}

/// The company needs something, or says something about a package.
fn a_question(reading: &Reading<'_>, text: &str, asks: bool) -> Understood {
    let known = reading.setting.known;
    let related = relation::named(reading.mail, text, &reading.history(), known).map(|it| it.request).or_else(|| {
        relation::by_words(&format!("{} {text}", reading.subject), known, 50, |it| {
            it.channel.contains(&Channel::Whatsapp)
        })
    });
    if related.is_none() && !asks {
        return Understood::of(Facts::of(Class::Unrelated));
    }
    let mut facts = Facts::of(Class::ReplyToRequest);
    facts.relates_to = related.map(|it| it.protocol.clone());
    if facts.relates_to.is_none() {
        facts.missing.insert(crate::office::Missing::Request);
    }
    let folded = fold(text);
    let thanks =
        !asks && folded.len() < 200 && reading.who.has("resposta", "agradece", &folded) && !folded.contains('?');
    facts.effect = Some(if thanks { Effect::Thanks } else { Effect::Question });
    Understood::of(facts)
}
