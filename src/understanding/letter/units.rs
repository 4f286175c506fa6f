//! A letter in sentences: where one ends, and which of them stay together because they are said to the same people.

use super::{Unit, base_score, closes_quote, opens_quote};
use crate::mail::blocks::{Block, Kind};
use crate::office::fold;
use crate::understanding::features::{Speakers, features, meta_label, subject_words};

/// Of one sentence no more than this is judged.
const MAX_SENTENCE: usize = 4_000;

/// Adds the units of a block: its sentences where they are of two kinds, else the whole.
pub(super) fn units_of_block(number: usize, block: &Block, who: &Speakers<'_>, units: &mut Vec<Unit>) {
    let text = block.text();
    let make = |from: usize, to: usize, gap: bool| {
        let words = text.get(from..to).unwrap_or_default().trim();
        let mut seen = words.len().min(MAX_SENTENCE);
        while !words.is_char_boundary(seen) {
            seen -= 1;
        }
        let folded = fold(words.get(..seen).unwrap_or_default());
        let looks = features(words, &folded, who);
        let score = base_score(&looks);
        Unit { block: number, from, to, text: words.to_owned(), folded, looks, score, gap, ruler: false, signs: false }
    };
    if block.kind == Kind::Ruler || crate::mail::blocks::is_ruler(&text) || matches!(text.as_str(), "--" | "—" | "–")
    {
        let mut unit = make(0, text.len(), block.gap);
        unit.ruler = true;
        units.push(unit);
        return;
    }
    let whole = make(0, text.len(), block.gap);
    let pieces = sentences(&text, who);
    let heading =
        whole.looks.channel && whole.looks.length < 160 && whole.folded.contains("assunto") && !whole.looks.request;
    if pieces.len() < 2 || heading || whole.looks.mobile || whole.looks.disclaimer || text.len() > MAX_SENTENCE {
        units.push(whole);
        return;
    }
    let parts: Vec<Unit> =
        pieces.iter().enumerate().map(|(at, (from, to))| make(*from, *to, at == 0 && block.gap)).collect();
    let parts = merge_values(parts, &text, who);
    let letterish = |it: &Unit| {
        let looks = &it.looks;
        let clear = looks.remark
            || looks.request
            || looks.to_desk
            || looks.first_person > 0
            || looks.points_to_text
            || looks.names_subject
            || looks.contact_line;
        (it.score <= -3 && clear)
            || (looks.closing && !looks.wish)
            || looks.label
            || looks.greeting
            || looks.meta.is_some()
    };
    let mixed = parts.iter().any(letterish) && parts.iter().any(|it| !letterish(it));
    let two_metas = parts.iter().filter(|it| it.looks.meta.is_some() || it.looks.label).count() > 0;
    if !(mixed || two_metas) {
        units.push(whole);
        return;
    }
    // Sentences to the desk stand at the beginning or the end of a paragraph; what stands between stays together.
    let first = parts.iter().position(|it| !letterish(it)).unwrap_or(parts.len());
    // At the end of a paragraph that speaks to insured people only a clear word to the desk is cut off.
    let clear = |it: &Unit| {
        let looks = &it.looks;
        let aside = looks.first_person > 0 || who.has("observacao", "te", &it.folded) || looks.request;
        (looks.closing && !looks.formal_closing && !looks.wish)
            || looks.to_desk
            || looks.mobile
            || looks.names_subject
            || looks.meta == Some("assunto")
            || looks.label
            || (it.score <= -3 && aside)
    };
    let last = parts.iter().rposition(|it| !clear(it)).unwrap_or(0).max(first);
    let headings =
        parts.get(first..last).unwrap_or_default().iter().any(|it| it.looks.label || it.looks.meta == Some("assunto"));
    if headings {
        units.extend(parts);
        return;
    }
    let middle = parts.get(first).zip(parts.get(last)).map(|(a, b)| (a.from, b.to, a.gap));
    for (at, part) in parts.into_iter().enumerate() {
        if at < first || at > last {
            units.push(part);
        } else if at == first
            && let Some((from, to, gap)) = middle
        {
            units.push(make(from, to, gap));
        }
    }
}

/// A heading's value may have several sentences (`Assunto: Já fez a prova de vida? Veja como`).
fn merge_values(parts: Vec<Unit>, text: &str, who: &Speakers<'_>) -> Vec<Unit> {
    let mut merged: Vec<Unit> = Vec::new();
    for part in parts {
        let joins = merged.last().is_some_and(|it| it.looks.meta == Some("assunto"))
            && part.score > -3
            && !part.looks.label
            && part.looks.meta.is_none()
            && part.looks.length < 60
            && !part.looks.closing;
        if !joins {
            merged.push(part);
            continue;
        }
        if let Some(last) = merged.last_mut() {
            last.to = part.to;
            text.get(last.from..last.to).unwrap_or_default().trim().clone_into(&mut last.text);
            last.folded = fold(&last.text);
            last.looks = features(&last.text, &last.folded, who);
        }
    }
    merged
}

/// Where the sentences of a block begin and end: after `.`, `!`, `?`, `:` before a capital letter, a quote or a sign,
/// and before a heading's label in mid-block.
fn sentences(text: &str, who: &Speakers<'_>) -> Vec<(usize, usize)> {
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut parentheses = 0_i32;
    // Quotes that are closed in the same block hold their sentences together.
    let curly = text.matches('“').count() > 0 && text.matches('“').count() == text.matches('”').count();
    let straight = text.matches('"').count().is_multiple_of(2);
    let (mut in_curly, mut in_straight) = (false, false);
    for (at, (offset, c)) in letters.iter().enumerate() {
        let next = letters.get(at + 1).map(|it| it.1);
        // No sentence ends inside parentheses: `(assunto: Reajuste)`.
        match c {
            '(' => parentheses += 1,
            ')' if parentheses > 0 => parentheses -= 1,
            _ => {}
        }
        match c {
            '“' => in_curly = curly,
            '”' => in_curly = false,
            '"' => in_straight = straight && !in_straight,
            _ => {}
        }
        // A text that begins with its quote is cut as any other.
        let opened = text.get(from..).is_some_and(|it| it.starts_with(['“', '"']));
        if parentheses > 0 || (in_curly || in_straight) && !opened {
            continue;
        }
        if !matches!(c, '.' | '!' | '?' | ':' | ';' | '…' | ')' | '”' | '"') || !next.is_some_and(char::is_whitespace)
        {
            continue;
        }
        // `…, assunto: Revisão de pensões`: the heading begins at its label.
        if *c == ':'
            && let Some(label) = subject_label_before(text.get(from..*offset).unwrap_or_default())
            && label > 0
        {
            cuts.push((from, from + label));
            from += label;
            continue;
        }
        let Some((start, after)) = letters.iter().skip(at + 1).find(|it| !it.1.is_whitespace()) else { break };
        let before = text.get(from..*offset).unwrap_or_default();
        let opens = after.is_uppercase()
            || matches!(after, '“' | '"' | '«' | '{' | '*')
            || ((*after as u32) > 0x2600 && text.get(*start..).unwrap_or_default().chars().any(char::is_alphanumeric));
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let abbreviated = *c == '.' && is_abbreviation(word, who);
        let ends = match c {
            '.' => opens && !abbreviated,
            '!' | '?' | '…' => opens,
            // `… cujo título é Abono: como requerer:` opens with its last colon.
            ':' => {
                let rest = text.get(*start..).unwrap_or_default();
                let quoted = opens_quote(rest) && closes_quote(rest);
                !leads_to_colon(rest) && opens_value(before, after.is_lowercase(), quoted, who)
            }
            ')' | '”' | '"' => opens && ends_sentence_before(text, *offset),
            _ => false,
        };
        if ends {
            cuts.push((from, offset + c.len_utf8()));
            from = *start;
        }
    }
    cuts.push((from, text.len()));
    cuts
}

/// Where the label of a subject begins that ends these words: `por email, assunto do e-mail`.
fn subject_label_before(before: &str) -> Option<usize> {
    let at = *subject_words(before).last()?;
    let label = before.get(at..)?;
    let lead = before.get(..at)?.trim_end();
    // `(assunto: …)` stays with its sentence; `o assunto é` is one.
    let of_line = fold(lead);
    let of_line = ["linha de", "linha do", "campo", "campo do", "campo de"].iter().any(|it| of_line.ends_with(it));
    let apart = !lead.ends_with('(') && !lead.ends_with(['o', 'O']) && !of_line;
    (label.split_whitespace().count() <= 3 && apart).then_some(at)
}

/// `Sr.`, `Dra.`, `art.`, an initial: no end of a sentence.
fn is_abbreviation(word: &str, who: &Speakers<'_>) -> bool {
    let folded = fold(word.trim_start_matches(['(', '“', '"']));
    folded.chars().count() == 1 && folded.chars().all(char::is_alphabetic)
        || who.is_word("texto", "abreviatura", &folded)
}

/// Whether words that begin in lower case go on to a colon at their end, without a sentence between.
fn leads_to_colon(rest: &str) -> bool {
    rest.starts_with(char::is_lowercase) && rest.trim_end().ends_with(':') && !rest.contains(". ") && rest.len() < 120
}

/// `…enviada).` `…Instituto.”`: the full stop stands inside.
fn ends_sentence_before(text: &str, offset: usize) -> bool {
    text.get(..offset).and_then(|it| it.chars().next_back()).is_some_and(|c| matches!(c, '.' | '!' | '?'))
}

/// Whether a colon after these words opens something: a request or a pointer to the text, and no heading.
fn opens_value(before: &str, goes_on: bool, quoted: bool, who: &Speakers<'_>) -> bool {
    let folded = fold(before);
    let looks = features(before, &folded, who);
    let heading = meta_label(&format!("{before}:"), who).is_some();
    let label = who.words.is_phrase("texto", "rotulo-na-linha", &folded);
    // `repare no cartaz: ele traz o mapa` goes on; only a request opens a text in lower case.
    label || !heading && (looks.request || (looks.points_to_text && (quoted || before.len() > 12 && !goes_on)))
}
