//! What speaks against the place where a text is cut out of a letter.

use std::collections::BTreeSet;

use super::replaces_text;
use crate::office::{fold, sentences};
use crate::understanding::features::{Speakers, opens_subject};
use crate::understanding::letter::{self, Letter, Span, Unit};
use crate::understanding::reading::Reading;
use crate::understanding::request::category_of;

/// A text whose end has this much evidence is closed: a frame, a mark, or the requester's closing after its own.
const CLOSED: i32 = 9;
/// So many words at the end of a text tell nothing by themselves.
const TINY_WORDS: usize = 3;
/// A line with no more words than this says too little of a category.
const SCRAP_WORDS: usize = 7;
/// A longer last paragraph is no aside to the desk.
const ASIDE_MAX: usize = 160;

/// What speaks against the place where the text is cut out of a letter.
pub(super) fn doubts_of_cut(
    letter: &Letter,
    who: &Speakers<'_>,
    span: &Span,
    (framed, colleague): (bool, bool),
) -> Vec<&'static str> {
    let checks = [
        (cuts_paragraph(letter, span), "the text ends in the middle of a paragraph"),
        (cuts_signature(letter, span), "the end of the text runs into lines of a signature"),
        (
            !framed && unexplained(letter, who, span, colleague),
            "beside the text stands something that nobody is told by",
        ),
        (!framed && doubtful_end(letter, who, span, colleague), "the last sentence may be said to the desk"),
        (goes_on_after_its_end(letter, span), "something follows what looks like the end of the text"),
    ];
    checks.into_iter().filter(|it| it.0).map(|it| it.1).collect()
}

/// Whether the text has blanks that nobody filled: `___`, `XX/XX`, `[confirmar com …]`.
pub(super) fn unfinished(text: &str, reading: &Reading<'_>) -> bool {
    let blank = text
        .split_whitespace()
        .any(|it| it.matches('_').count() >= 2 && it.chars().all(|c| !c.is_alphabetic() || c == 'h'));
    // `dia XX/02, às XXh`: capital letters where figures belong; `século XX` has none beside them.
    let holes = text.split_whitespace().any(|it| {
        let bare = it.trim_matches(|c: char| !c.is_alphanumeric());
        bare.contains("XX")
            && bare.contains(['/', ':', 'h', '-'])
            && bare.chars().all(|c| !c.is_lowercase() || c == 'h')
    });
    let folded = fold(text);
    // `Para confirmar` has no `a confirmar`.
    let stands = |phrase: &String| {
        let inside = |at: usize| folded.get(..at).is_some_and(|it| it.ends_with(char::is_alphanumeric));
        let worded = phrase.starts_with(char::is_alphanumeric);
        folded.match_indices(phrase.as_str()).any(|(at, _)| !(worded && inside(at)))
    };
    blank || holes || reading.who.words.phrases("texto", "inacabado").iter().any(stands)
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
    let clear = clear && !looks.voice.is_public();
    let goes_on = next.block == last.block && !next.text.is_empty();
    // A paragraph of its own whose rest is said to the desk: `Veja se falta alguma coisa. Amanhã estou de folga.`
    let alone = last.from == 0 && last.gap && span.from < span.to;
    let tied =
        last.looks.second_person > 0 || last.looks.informs > 0 || last.looks.closing || last.looks.voice.is_public();
    goes_on && (!clear && next.score > -6 && next.looks.length > 12 || clear && alone && !tied)
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
fn unexplained(letter: &Letter, who: &Speakers<'_>, span: &Span, colleague: bool) -> bool {
    let framed = span.closes >= CLOSED;
    let unclear = |unit: &Unit| {
        let looks = &unit.looks;
        // `A relação deve ser entregue até 8 de maio` orders, but whom?
        let sends = who.has("segurar", "verbo", &unit.folded);
        let directed = looks.request && (sends || looks.channel || looks.first_person > 0 || looks.colon);
        let said = looks.remark
            || directed
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
            || looks.meta.is_some()
            || colleague && !looks.voice.is_public()
            || looks.voice.is_to_desk()
                && sentences(&unit.folded).all(|it| who.words.voices().hear(it).is_plain(false));
        // What is short tells nothing, unless something in it speaks to insured people.
        let long = looks.length > 25 || (unit.score > 0 && !looks.role && !looks.house_line && looks.length > 12);
        !unit.ruler && !said && (unit.score > -6 || looks.request) && long || looks.sender_name && !unit.ruler
    };
    let after = letter.units.get(span.to + 1..letter.tail).unwrap_or_default();
    // `… e ponha no assunto:` is followed by the subject.
    let named = |at: usize| {
        let before = at.checked_sub(1).and_then(|it| after.get(it));
        before.is_some_and(|it| opens_subject(&it.folded))
    };
    !framed && after.iter().enumerate().any(|(at, it)| unclear(it) && !named(at))
}

/// Whether the last line of the stretch may be said to the desk: by its words, or because nothing ties it to the text.
fn doubtful_end(letter: &Letter, who: &Speakers<'_>, span: &Span, colleague: bool) -> bool {
    let closed = span.closes >= CLOSED;
    if !closed && stranger_signs(letter, who, span) {
        return true;
    }
    let units = letter.units.get(span.from..=span.to).unwrap_or_default();
    let Some((last, before)) = units.split_last().filter(|it| !it.1.is_empty()) else { return false };
    let looks = &last.looks;
    // `Até lá! Maestro Juliano`: leave is taken and signed.
    let signs = letter::is_name_like(&last.text);
    if signs && before.last().is_some_and(|it| it.looks.closing || who.has("mensagem", "cauda", &it.folded)) {
        return false;
    }
    // In a colleague's letter `a senhora` may be whoever asks.
    let addressed = looks.second_person > 0 && looks.informs == 0 && !looks.contact && !looks.house_line;
    let tied = is_tied(last, who) && !(colleague && addressed) || looks.voice.is_public();
    // `Obrigada e boa sorte para nós com esse calor`, and no other leave is taken.
    let leaves = |it: &Unit| it.looks.closing;
    let thanks = last.gap && who.begins("despedida", "agradece", &last.folded);
    if !closed && thanks && !letter.units.get(letter.tail..).unwrap_or_default().iter().any(leaves) {
        return true;
    }
    // `Brigadão!`, `É nóis 😄`: a word or two, perhaps in the last paragraph itself.
    let words = last.folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).count();
    if !closed && !tied && words <= TINY_WORDS && last.score <= 2 {
        return true;
    }
    // `…, pode mandar as duas mensagens.`
    let lets_go = looks.second_person == 0 && looks.informs == 0 && who.has("segurar", "libera", &last.folded);
    let to_desk = !looks.house_line
        && (lets_go || looks.first_person > 0 || looks.remark || looks.perhaps_remark || looks.list || looks.request);
    let of_text = tied || signs || looks.closing || looks.emoji || repeats_words(last, before);
    let to_desk = to_desk && !looks.voice.is_public();
    last.gap && looks.length <= ASIDE_MAX && (to_desk || !of_text)
}

/// Whether the closing begins with a name that is not the sender's: it may sign the text.
fn stranger_signs(letter: &Letter, who: &Speakers<'_>, span: &Span) -> bool {
    let Some(first) = letter.units.get(letter.tail).filter(|_| letter.tail == span.to + 1) else { return false };
    let looks = &first.looks;
    letter::is_name_like(&first.text)
        && !(looks.closing || looks.sender_name || looks.house_line || looks.role)
        && who.sender_words(&first.folded) == 0
        && !who.sender.is_empty()
}

/// Whether a line speaks to or of insured people, or has what only texts have: a figure, a contact, an item.
fn is_tied(unit: &Unit, who: &Speakers<'_>) -> bool {
    let looks = &unit.looks;
    let says = |table: &str, key: &str| who.has(table, key, &unit.folded);
    let own = looks.first_person > 0 || looks.remark;
    // A word of a category alone ties nothing (`A demanda veio do Conselho.`); a whole sentence about it does.
    let told =
        unit.folded.split_whitespace().count() > SCRAP_WORDS && category_of("", &unit.folded, who.words).is_some();
    let weakly = told || unit.text.chars().any(|c| c.is_ascii_digit());
    looks.house_line
        || looks.contact
        || looks.informs > 0
        || looks.second_person > 0
        || looks.placeholder
        || !own && weakly
        || unit.text.starts_with("- ")
        || says("mensagem", "cauda")
        || says("mensagem", "liga")
        || says("assinatura", "cargo") && !unit.text.ends_with('.')
}

/// Whether a line takes up a long word of the lines before it.
fn repeats_words(unit: &Unit, before: &[Unit]) -> bool {
    let stem = |word: &str| word.chars().take(6).collect::<String>();
    let long = |it: &Unit| -> BTreeSet<String> {
        it.folded.split(|c: char| !c.is_alphanumeric()).filter(|it| it.len() >= 6).map(stem).collect()
    };
    let own = long(unit);
    before.iter().any(|it| !long(it).is_disjoint(&own))
}

/// Whether inside the stretch, after a line that closes it (`Conselho Administrativo`), something else follows.
fn goes_on_after_its_end(letter: &Letter, span: &Span) -> bool {
    let units: Vec<&Unit> = letter.units.get(span.from..=span.to).unwrap_or_default().iter().collect();
    let framed = span.closes >= CLOSED;
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
