//! What a mail of the call center is: a report, or a question, an invoice, an offer that only looks like one.

use serde::Serialize;

use super::words::Words;
use super::{Report, Table, assemble, file, names, running_text, table};
use crate::office::{Vocabulary, fold, has_words};

/// What a mail of the call center is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallCenterMail {
    /// The result of a sending, whole or partial.
    Report,
    /// The company needs something.
    Question,
    /// WhatsApp refused the text as a template: a question too.
    RefusedTemplate,
    /// An invoice or a statement of consumption.
    Invoice,
    /// An offer.
    Offer,
    /// Anything else.
    Other,
}

/// A mail of the call center, as far as a report may stand in it.
#[derive(Debug, Clone, Copy)]
pub struct MailParts<'a> {
    /// Its subject without prefixes.
    pub subject: &'a str,
    /// Its new text, without what it quotes.
    pub new_text: &'a str,
    /// The tables of its new text.
    pub tables: &'a [Table],
    /// Its attachments: name and bytes.
    pub attachments: &'a [(&'a str, &'a [u8])],
}

/// Tells what a mail of the call center is, by its subject, its new text (without quotes) and its attachments
/// (name and bytes). What an attachment says weighs more than words: a report has lines or figures of a sending.
#[must_use]
pub fn what_is_it(subject: &str, new_text: &str, attachments: &[(&str, &[u8])], words: &Vocabulary) -> CallCenterMail {
    read_report_mail(&MailParts { subject, new_text, tables: &[], attachments }, words).0
}

/// Tells what a mail of the call center is and, if it is a report, what the whole of it says: the attachments first,
/// then tables and words of the body; the protocol of the subject where nothing else names one. `None` beside
/// [`CallCenterMail::Report`] is a report that cannot be read (a scanned page): a person reads it.
#[must_use]
pub fn read_report_mail(mail: &MailParts<'_>, vocabulary: &Vocabulary) -> (CallCenterMail, Option<Report>) {
    let words = Words::of(vocabulary);
    let attached: Vec<Report> =
        mail.attachments.iter().filter_map(|(name, bytes)| file::read(name, bytes, &words).ok()).collect();
    let in_tables = assemble::report(table::sections(mail.tables, &words), &words);
    let in_text = assemble::report(running_text::sections(mail.new_text, &words), &words);
    let found = Found { attached: &attached, in_tables: in_tables.as_ref(), in_text: in_text.as_ref() };
    let kind = kind_of(mail, &found, vocabulary);
    if kind != CallCenterMail::Report {
        return (kind, None);
    }
    let mut report = attached.into_iter().chain(in_tables).chain(in_text).reduce(Report::completed_by);
    if let Some(report) = report.as_mut() {
        if report.protocols.is_empty() {
            report.protocols = names::protocols_in(mail.subject);
        }
        let said = words.progress_in(&fold(&format!("{}\n{}", mail.subject, mail.new_text)));
        report.complete = assemble::progress(report, if said == Some(false) { said } else { report.complete.or(said) });
    }
    (kind, report)
}

/// What was found in a mail.
struct Found<'a> {
    attached: &'a [Report],
    in_tables: Option<&'a Report>,
    in_text: Option<&'a Report>,
}

fn kind_of(mail: &MailParts<'_>, found: &Found<'_>, vocabulary: &Vocabulary) -> CallCenterMail {
    let folded = fold(&format!("{}\n{}", mail.subject, mail.new_text));
    let says = |key: &str| vocabulary.phrases("call-center", key).iter().any(|it| has_words(&folded, it));
    let all = || found.attached.iter().chain(found.in_tables).chain(found.in_text);
    let subject = fold(mail.subject);
    let offers = vocabulary.phrases("call-center", "oferta").iter().any(|it| has_words(&subject, it));
    // A pitch may show figures of its own: `Proposta de renovação e relatório de desempenho`.
    let names_none = all().all(|it| it.protocols.is_empty());
    let pitches = vocabulary.phrases("call-center", "oferta").iter().filter(|it| has_words(&folded, it)).count() >= 2;
    if offers && pitches && names_none {
        return CallCenterMail::Offer;
    }
    if found.attached.iter().chain(found.in_tables).any(|it| it.all_lines().next().is_some()) {
        return CallCenterMail::Report;
    }
    if says("modelo-recusado") && all().filter_map(|it| it.delivered).max().is_none_or(|it| it == 0) {
        return CallCenterMail::RefusedTemplate;
    }
    if says("cobranca") {
        return CallCenterMail::Invoice;
    }
    // `O número 47 … deu erro, podem verificar?` names failures and asks.
    let asks = mail.new_text.contains('?');
    let asks_about_failures = |it: &Report| asks && !it.lines.is_empty() && it.failed == it.sent;
    if offers && all().next().is_none_or(|it| it.sent.is_none() || it.delivered.is_none()) {
        return CallCenterMail::Offer;
    }
    if !found.attached.is_empty()
        || found.in_tables.is_some()
        || found.in_text.is_some_and(|it| !asks_about_failures(it))
    {
        return CallCenterMail::Report;
    }
    if says("oferta") && !says("relatorio") {
        return CallCenterMail::Offer;
    }
    // A scanned PDF or a file we cannot open, announced as the report, is one: a person reads it.
    if says("relatorio") && !mail.attachments.is_empty() && !asks {
        return CallCenterMail::Report;
    }
    if asks || says("pergunta") {
        return CallCenterMail::Question;
    }
    CallCenterMail::Other
}
