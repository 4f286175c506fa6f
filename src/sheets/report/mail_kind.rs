//! What a mail of the call center is: a report, or a question, an invoice, an offer that only looks like one.

use serde::Serialize;

use super::words::Words;
use super::{Report, assemble, file, running_text};
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

/// Tells what a mail of the call center is, by its subject, its new text (without quotes) and its attachments
/// (name and bytes). What an attachment says weighs more than words: a report has lines or figures of a sending.
#[must_use]
pub fn what_is_it(
    subject: &str,
    new_text: &str,
    attachments: &[(&str, &[u8])],
    vocabulary: &Vocabulary,
) -> CallCenterMail {
    let words = Words::of(vocabulary);
    let folded = fold(&format!("{subject}\n{new_text}"));
    let says = |key: &str| vocabulary.phrases("call-center", key).iter().any(|it| has_words(&folded, it));
    let attached: Vec<_> =
        attachments.iter().filter_map(|(name, bytes)| file::read(name, bytes, &words).ok()).collect();
    let has_lines = attached.iter().any(|it| it.all_lines().next().is_some());
    let in_text = assemble::report(running_text::sections(new_text, &words), &words);
    let delivered = attached.iter().chain(&in_text).filter_map(|it| it.delivered).max();
    if has_lines {
        return CallCenterMail::Report;
    }
    if says("modelo-recusado") && delivered.is_none_or(|it| it == 0) {
        return CallCenterMail::RefusedTemplate;
    }
    if says("cobranca") {
        return CallCenterMail::Invoice;
    }
    // `O número 47 … deu erro, podem verificar?` names failures and asks.
    let asks = new_text.contains('?');
    let asks_about_failures = |it: &Report| asks && !it.lines.is_empty() && it.failed == it.sent;
    if !attached.is_empty() || in_text.as_ref().is_some_and(|it| !asks_about_failures(it)) {
        return CallCenterMail::Report;
    }
    if says("oferta") && !says("relatorio") {
        return CallCenterMail::Offer;
    }
    // A scanned PDF or a file we cannot open, announced as the report, is one: a person reads it.
    if says("relatorio") && !attachments.is_empty() && !asks {
        return CallCenterMail::Report;
    }
    if asks || says("pergunta") {
        return CallCenterMail::Question;
    }
    CallCenterMail::Other
}
