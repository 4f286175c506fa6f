//! What speaks against the place where a text is cut out of a letter.

use std::collections::BTreeSet;

use super::replaces_text;
use crate::office::fold;
use crate::understanding::features::Speakers;
use crate::understanding::letter::{self, Letter, Span, Unit};
use crate::understanding::reading::Reading;
use crate::understanding::request::category_of;

/// What speaks against the place where the text is cut out of a letter.
pub(super) fn doubts_of_cut(letter: &Letter, who: &Speakers<'_>, span: &Span, framed: bool) -> Vec<&'static str> {
    let checks = [
        (cuts_paragraph(letter, span), "the text ends in the middle of a paragraph"),
        (cuts_signature(letter, span), "the end of the text runs into lines of a signature"),
        (!framed && unexplained(letter, span), "beside the text stands something that nobody is told by"),
        (
            !framed && (doubtful_end(letter, who, span) || aside_at_end(letter, who, span)),
            "the last sentence may be said to the desk",
        ),
        (goes_on_after_its_end(letter, span), "something follows what looks like the end of the text"),
    ];
    checks.into_iter().filter(|it| it.0).map(|it| it.1).collect()
}

/// Whether the text has blanks that nobody filled: `___`, `XX/XX`, `[confirmar com …]`.
pub(super) fn unfinished(text: &str, reading: &Reading<'_>) -> bool {
    let blank = text
        .split_whitespace()
        .any(|it| it.matches('_').count() >= 2 && it.chars().all(|c| !c.is_alphabetic() || c == 'h'));
    blank || reading.who.words.phrases("texto", "inacabado").iter().any(|it| fold(text).contains(it.as_str()))
}

/// Whether a paragraph inside of the stretch calls the desk by name or asks it for something.
pub(super) fn speaks_to_desk(reading: &Reading<'_>, span: &Span) -> bool {
    let units = reading.letter.units.get(span.from..=span.to).unwrap_or_default();
    units.iter().any(|it| it.looks.to_desk || it.looks.label || (it.looks.request && it.score <= -6))
        || units.iter().skip(1).any(|it| it.looks.colon && it.looks.points_to_text && it.score < 0)
}

/// Whether the paragraph goes on after the end of the stretch with something that is not clearly said to the desk.
fn cuts_paragraph(letter: &Letter, span: &Span) -> bool {
    let units = &letter.units;
    let (Some(last), Some(next)) = (units.get(span.to), units.get(span.to + 1)) else { return false };
    let looks = &next.looks;
    let clear = looks.request
        || looks.to_desk
        || looks.names_subject
        || looks.closing
        || looks.mobile
        || looks.first_person > 0
        || looks.meta.is_some();
    next.block == last.block && !next.text.is_empty() && !clear && next.score > -6 && next.looks.length > 12
}

/// Whether lines of contacts follow the end of the stretch without an empty line: it was cut in mid-signature.
fn cuts_signature(letter: &Letter, span: &Span) -> bool {
    let units = &letter.units;
    let signs = |it: &Unit| it.looks.role || it.looks.house_line;
    span.closes < 12
        && units.get(span.to).is_some_and(|it| signs(it) && !it.looks.colon)
        && units.get(span.to + 1).is_some_and(|it| !it.gap && !it.ruler && (signs(it) || it.looks.contact))
}

/// Whether sentences between the text and the closing, or between the request and the text, are neither clearly said
/// to the desk nor part of the text.
fn unexplained(letter: &Letter, span: &Span) -> bool {
    let framed = span.closes >= 9;
    let unclear = |unit: &Unit| {
        let looks = &unit.looks;
        let said = looks.remark
            || looks.request
            || looks.to_desk
            || looks.greeting
            || looks.closing
            || looks.names_subject
            || looks.label
            || looks.end_mark
            || looks.perhaps_remark
            || looks.first_person > 0
            || looks.contact_line
            || looks.list
            || looks.points_to_text
            || looks.meta.is_some();
        // What is short tells nothing, unless something in it speaks to insured people.
        let long = looks.length > 25 || (unit.score > 0 && !looks.role && !looks.house_line && looks.length > 12);
        !unit.ruler && !said && unit.score > -6 && long
    };
    let after = letter.units.get(span.to + 1..letter.tail).unwrap_or_default();
    // `… e ponha no assunto:` is followed by the subject.
    let named = |at: usize| {
        let before = at.checked_sub(1).and_then(|it| after.get(it));
        before.is_some_and(|it| it.folded.ends_with("assunto:") || it.folded.ends_with("titulo:"))
    };
    !framed && after.iter().enumerate().any(|(at, it)| unclear(it) && !named(at))
}

/// Whether the last paragraph has nothing that ties it to the text: no word to insured people, no figure, no word that
/// the text has used before.
fn aside_at_end(letter: &Letter, who: &Speakers<'_>, span: &Span) -> bool {
    let units = letter.units.get(span.from..=span.to).unwrap_or_default();
    let Some((last, before)) = units.split_last() else { return false };
    let looks = &last.looks;
    if before.is_empty() || !last.gap || looks.length > 160 {
        return false;
    }
    let desk = looks.first_person > 0 || looks.remark || looks.perhaps_remark || looks.list || looks.request;
    let signs = looks.house_line
        || looks.closing
        || last.text.starts_with("- ")
        || who.has("assinatura", "cargo", &last.folded)
        || letter::is_name_like(&last.text);
    let public = looks.informs > 0
        || looks.second_person > 0
        || looks.contact
        || looks.emoji
        || looks.people
        || looks.placeholder
        || who.has("mensagem", "cauda", &last.folded)
        || who.has("mensagem", "liga", &last.folded)
        || last.text.chars().any(|c| c.is_ascii_digit())
        || category_of("", &last.folded, who.words).is_some();
    let stem = |word: &str| word.chars().take(6).collect::<String>();
    let told = || {
        let earlier: BTreeSet<String> = before
            .iter()
            .flat_map(|it| it.folded.split(|c: char| !c.is_alphanumeric()).filter(|it| it.len() >= 6).map(stem))
            .collect();
        last.folded.split(|c: char| !c.is_alphanumeric()).any(|it| it.len() >= 6 && earlier.contains(&stem(it)))
    };
    desk || !(signs || public || told())
}

/// Whether the last paragraph is so short and so general that it may be a word to the desk, or the closing begins
/// with a name that is not the sender's.
fn doubtful_end(letter: &Letter, who: &Speakers<'_>, span: &Span) -> bool {
    if span.closes >= 9 {
        return false;
    }
    if let Some(first) = letter.units.get(letter.tail).filter(|_| letter.tail == span.to + 1) {
        let looks = &first.looks;
        let stranger = letter::is_name_like(&first.text)
            && !looks.closing
            && !looks.sender_name
            && !looks.house_line
            && !looks.role
            && who.sender_words(&first.folded) == 0
            && !who.sender.is_empty();
        if stranger {
            return true;
        }
    }
    let Some(last) = letter.units.get(span.to) else { return false };
    let looks = &last.looks;
    // `Até lá! Maestro Juliano`: leave is taken and signed.
    let leaves = span.to.checked_sub(1).and_then(|it| letter.units.get(it));
    if leaves.is_some_and(|it| it.looks.closing || who.has("mensagem", "cauda", &it.folded))
        && letter::is_name_like(&last.text)
    {
        return false;
    }
    // `Brigadão!`, `É nóis 😄`: a word or two that nothing ties to the text.
    let tiny = span.to > span.from
        && last.folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).count() <= 3
        && last.score <= 2
        && !looks.house_line
        && !looks.contact
        && looks.second_person == 0
        && !last.text.starts_with("- ")
        && !last.text.chars().any(|c| c.is_ascii_digit())
        && !who.has("mensagem", "cauda", &last.folded)
        && !who.has("assinatura", "cargo", &last.folded)
        && category_of("", &last.folded, who.words).is_none()
        && !who.has("publico", "pessoas", &last.folded);
    if tiny {
        return true;
    }
    span.to > span.from
        && last.gap
        && last.folded.split_whitespace().count() <= 7
        && last.score <= 1
        && !looks.house_line
        && !looks.contact
        && !looks.closing
        && !looks.emoji
        && !last.text.ends_with('!')
        && !last.text.chars().any(|c| c.is_ascii_digit())
        && !who.has("mensagem", "liga", &last.folded)
        && !who.has("mensagem", "cauda", &last.folded)
        && !who.has("assinatura", "cargo", &last.folded)
        && category_of("", &last.folded, who.words).is_none()
        && !who.has("publico", "pessoas", &last.folded)
}

/// Whether inside the stretch, after a line that closes it (`Conselho Administrativo`), something else follows.
fn goes_on_after_its_end(letter: &Letter, span: &Span) -> bool {
    let units: Vec<&Unit> = letter.units.get(span.from..=span.to).unwrap_or_default().iter().collect();
    let framed = span.closes >= 9;
    units.iter().enumerate().skip(2).any(|(at, unit)| {
        let ends = unit.looks.house_line && !unit.looks.colon && unit.looks.length < 60;
        let next = units.get(at + 1..).unwrap_or_default().iter().find(|it| !it.ruler && !it.text.is_empty());
        ends && !framed
            && next.is_some_and(|it| {
                it.gap && !it.looks.house_line && !it.looks.role && !it.looks.contact && it.looks.informs == 0
            })
    })
}

/// Whether two texts stand in quotes one after the other.
pub(super) fn two_quoted(reading: &Reading<'_>) -> bool {
    let letter = &reading.letter;
    let texts = letter.frames.iter().filter(|frame| {
        let score: i32 = letter.units.get(frame.from..=frame.to).unwrap_or_default().iter().map(|it| it.score).sum();
        frame.quoted && score > 0
    });
    texts.count() >= 2
}

/// Whether a second stretch, apart from the first, would be taken as well.
pub(super) fn another_text(reading: &Reading<'_>, span: &Span) -> bool {
    let letter = &reading.letter;
    let marked = |it: &Span| it.opens >= 8 && it.closes >= 2 && it.total >= 14;
    let before = letter.best_span(0..span.from).is_some_and(|it| marked(&it));
    let after = letter.best_span(span.to + 1..letter.tail).is_some_and(|it| marked(&it));
    // A text that was corrected in the same letter was replaced.
    let opener =
        (0..span.from).rev().find(|at| letter.units.get(*at).is_some_and(|it| !it.ruler && !it.text.is_empty()));
    let corrected = opener.is_some_and(|at| replaces_text(reading, at));
    (before && !corrected) || after
}
