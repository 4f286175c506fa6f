//! Several texts in one letter: versions of which one is named, and one text for each channel.

use super::cut::doubts_of_cut;
use super::{Found, LEAST_MARGIN, LEAST_TOTAL};
use crate::mail::incoming::IncomingMail;
use crate::office::{Channel, find_words, fold, has_words};
use crate::understanding::channels::channels_in;
use crate::understanding::features::{self, Speakers};
use crate::understanding::letter::{Letter, Span, Unit};
use crate::understanding::reading::Reading;
use crate::understanding::render;

/// Of several versions under headings (`Versão A`, `Texto 2`) the one that a request names.
pub(super) fn chosen_version(
    letter: &Letter,
    asking: &Letter,
    who: &Speakers<'_>,
    mail: &IncomingMail,
) -> Option<Found> {
    let headings: Vec<(usize, String)> = letter
        .units
        .iter()
        .enumerate()
        .take(letter.tail)
        .filter(|(_, it)| it.looks.length < 60 && it.from == 0)
        .filter_map(|(at, it)| version_of(&it.folded, who).map(|it| (at, it)))
        .collect();
    if headings.len() < 2 {
        return version_by_place(letter, asking, who, mail);
    }
    let asked: Vec<&Unit> = asking
        .units
        .iter()
        .enumerate()
        .filter(|(at, it)| (it.looks.request || it.looks.points_to_text) && !headings.iter().any(|it| it.0 == *at))
        .map(|it| it.1)
        .collect();
    let named = |name: &str| {
        let short = name.rsplit(' ').next().unwrap_or(name);
        asked.iter().any(|it| {
            has_words(&it.folded, name)
                || ["a", "o", "so a", "so o"].iter().any(|the| has_words(&it.folded, &format!("{the} {short}")))
        })
    };
    let chosen: Vec<usize> =
        (0..headings.len()).filter(|it| headings.get(*it).is_some_and(|it| named(&it.1))).collect();
    let [one] = chosen.as_slice() else { return None };
    let from = headings.get(*one)?.0 + 1;
    let to = headings.get(one + 1).map_or(letter.tail, |it| it.0);
    let span = letter.best_span(from..to).filter(|it| it.total >= LEAST_TOTAL)?;
    let whole = (from..span.from).all(|at| letter.units.get(at).is_none_or(|it| it.ruler || it.text.is_empty()));
    Some(Found {
        content: Some(render::content(letter, &span, mail)),
        span: std::ptr::eq(letter, asking).then_some(span),
        sure: whole && span.margin >= LEAST_MARGIN,
        notes: vec!["of several versions the one that the letter names".to_owned()],
        ..Found::default()
    })
}

/// Of two texts under headings of their own the one that the letter names by its place: `a que vai é a segunda`.
fn version_by_place(letter: &Letter, asking: &Letter, who: &Speakers<'_>, mail: &IncomingMail) -> Option<Found> {
    let opens = |it: &Unit| it.score < 0 && (it.looks.label || it.looks.colon && it.looks.points_to_text);
    let headings: Vec<usize> =
        letter.units.iter().enumerate().take(letter.tail).filter(|it| opens(it.1)).map(|it| it.0).collect();
    let [first, second] = headings.as_slice() else { return None };
    let says = |key: &str| {
        asking.said_to_desk(None).any(|it| {
            let denied = who
                .said("texto", key, &it.folded)
                .iter()
                .any(|said| it.folded.get(..said.1).is_some_and(|before| before.trim_end().ends_with("nao")));
            who.has("texto", key, &it.folded) && !denied
        })
    };
    let (range, opener) = match (says("vale-primeiro"), says("vale-segundo")) {
        (true, false) => (first + 1..*second, first),
        (false, true) => (second + 1..letter.tail, second),
        _ => return None,
    };
    let span = letter.best_span(range).filter(|it| it.total >= LEAST_TOTAL && it.from == opener + 1)?;
    Some(Found {
        content: Some(render::content(letter, &span, mail)),
        span: std::ptr::eq(letter, asking).then_some(span),
        sure: span.margin >= LEAST_MARGIN && doubts_of_cut(letter, who, &span, (false, false)).is_empty(),
        notes: vec!["of two texts the one that the letter names by its place".to_owned()],
        ..Found::default()
    })
}

/// `Versão B`, `2ª opção`, `Texto 2 (para quem se aposentou)`: the name of a version at the beginning of its heading.
fn version_of(folded: &str, who: &Speakers<'_>) -> Option<String> {
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let (noun, mark) = (words.next()?, words.next()?);
    let is_noun = who.words.is_phrase("texto", "versao", noun);
    let is_mark = mark.len() <= 2 && mark.chars().all(|c| c.is_ascii_digit() || matches!(c, 'a'..='e'));
    (is_noun && is_mark).then(|| format!("{noun} {mark}"))
}

pub(super) fn two_versions(reading: &Reading<'_>) -> bool {
    let headings = reading
        .letter
        .units
        .iter()
        .take(reading.letter.tail)
        .filter(|it| names_version(&it.folded, it.looks.length, &reading.who));
    headings.count() >= 2
}

/// `Opção 1`, `Versão 2: “…”`: a heading of one of several texts.
pub(super) fn names_version(folded: &str, length: usize, who: &Speakers<'_>) -> bool {
    who.begins("texto", "versoes", folded) || (length < 40 && who.has("texto", "versoes", folded))
}

/// Where the text of a channel begins: the unit, the channel, the subject that is named there.
type Heading = (usize, Channel, Option<String>);

/// The two headings of a letter that has a text for each channel; `None` where there are others.
fn two_headings(
    letter: &Letter,
    of: impl Fn(&Unit) -> Option<(Channel, Option<String>)>,
) -> Option<(Heading, Heading)> {
    let units = letter.units.iter().enumerate().take(letter.tail);
    let mut found = units.filter_map(|(at, unit)| of(unit).map(|(channel, subject)| (at, channel, subject)));
    let (first, second) = (found.next()?, found.next()?);
    (found.next().is_none() && first.1 != second.1).then_some((first, second))
}

/// `1) E-MAIL – assunto: …` and `2) WHATSAPP`: a heading for each channel, a text under each.
pub(super) fn two_texts(reading: &Reading<'_>) -> Option<Found> {
    let letter = &reading.letter;
    let (first, second) = two_headings(letter, |it| channel_heading(it, reading))
        .or_else(|| two_headings(letter, |it| channel_opener(it, reading)))?;
    let mut found = Found { sure: true, ..Found::default() };
    for (heading, end) in [(&first, second.0), (&second, letter.tail)] {
        let span = letter.best_span(heading.0 + 1..end)?;
        if span.total < LEAST_TOTAL {
            return None;
        }
        // What is left under the heading and is no clear word to the desk may be the text's as well.
        let left = letter.units.get(span.to + 1..end).unwrap_or_default();
        let left = left.iter().any(|it| !it.ruler && !it.text.is_empty() && it.score > -6);
        found.sure &= span.margin >= LEAST_MARGIN && !left;
        found.by_channel.insert(heading.1, render::content(letter, &span, reading.mail));
        let below = || {
            letter.units.get(heading.0..end).unwrap_or_default().iter().find_map(|it| {
                features::meta_label(&it.text, &reading.who)
                    .filter(|it| it.0 == "assunto" && !it.1.is_empty())
                    .map(|it| it.1.to_owned())
            })
        };
        found.subject = found.subject.or_else(|| heading.2.clone()).or_else(below);
        found.span = Some(match found.span {
            Some(before) => Span { to: span.to, ..before },
            None => Span { from: heading.0, ..span },
        });
    }
    found.notes.push("one text for each channel".to_owned());
    Some(found)
}

/// Whether a sentence opens the text of one channel (`Já no WhatsApp vai só isto:`); the subject that it names.
fn channel_opener(unit: &Unit, reading: &Reading<'_>) -> Option<(Channel, Option<String>)> {
    if !unit.looks.colon || unit.score >= 0 || unit.looks.meta.is_some() {
        return None;
    }
    let mut channels = channels_in(&unit.folded, reading.who.words).into_iter();
    let (Some(one), None) = (channels.next(), channels.next()) else { return None };
    let named = features::subject_words(&unit.text).first().and_then(|at| unit.text.get(*at..));
    let subject = named.and_then(features::quoted).map(str::to_owned);
    Some((one, subject))
}

/// Whether a line is the heading of one channel's text; the subject that stands in it.
fn channel_heading(unit: &Unit, reading: &Reading<'_>) -> Option<(Channel, Option<String>)> {
    if unit.looks.length > 160 || unit.ruler {
        return None;
    }
    let named = features::subject_words(&unit.text).first().copied();
    let valued = unit.text.contains([':', '"', '“', '«']);
    let (head, subject) = match named.filter(|_| valued) {
        Some(at) => {
            let head = unit.text.get(..at)?;
            let named = unit.text.get(at..)?;
            let quoted = features::quoted(named).filter(|it| it.chars().count() >= 4);
            let value = quoted.or_else(|| named.split_once(':').map(|it| it.1));
            let value = value.map(|it| it.trim_matches(|c: char| matches!(c, ':' | ')' | ' ' | ']')).to_owned());
            (fold(head), value)
        }
        None => (unit.folded.clone(), None),
    };
    if !["email", "whatsapp"].iter().any(|key| reading.who.words.stands("canal", key, &head)) {
        return None;
    }
    let mut channels: Vec<Channel> = Vec::new();
    let mut rest = head.clone();
    for (key, channel) in [("email", Channel::Email), ("whatsapp", Channel::Whatsapp)] {
        for phrase in reading.who.words.phrases("canal", key) {
            if let Some(at) = find_words(&rest, phrase) {
                rest.replace_range(at..at + phrase.len(), " ");
                if !channels.contains(&channel) {
                    channels.push(channel);
                }
            }
        }
    }
    let filled = rest
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .all(|it| reading.who.is_word("texto", "titulo-de-canal", it));
    match channels.as_slice() {
        [one] if filled => Some((*one, subject)),
        _ => None,
    }
}
