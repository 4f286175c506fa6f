//! What a communication is about, by the words of subject and text.

use crate::office::{Facts, Vocabulary, find_words, fold};
use crate::understanding::reading::Reading;
use crate::understanding::text::Found;

/// What a word of a category weighs, and what each word of a phrase adds.
const WORD: i32 = 3;
const EACH_WORD: i32 = 2;

/// What a word weighs that only hints at a category.
const HINT: i32 = 1;

/// A line of so many words is no salutation and no title.
const SENTENCE_WORDS: usize = 6;

/// The category by the words of subject and text: the subject counts twice, and so does the first sentence of the text.
pub(super) fn category(reading: &Reading<'_>, found: &Found, facts: &mut Facts) {
    let subject =
        format!("{} {}", fold(&reading.subject), facts.message_subject.as_deref().map(fold).unwrap_or_default());
    let text = found.content.as_ref().map(|it| fold(&it.text)).unwrap_or_default()
        + &found.by_channel.values().map(|it| fold(&it.text)).collect::<Vec<_>>().join("\n");
    let first = found.content.as_ref().map(|it| fold(first_sentence(&it.text))).unwrap_or_default();
    // Where there is no text, what is asked for tells.
    let text = if text.is_empty() { reading.new_words() } else { text };
    let area = facts.area.as_deref().and_then(|it| reading.setting.office.areas.get(it)).map(|it| fold(&it.nome));
    facts.category = heaviest(&[(2, &subject), (1, &text), (1, &first)], reading.setting.vocabulary)
        .or_else(|| category_of(&area.unwrap_or_default(), "", reading.setting.vocabulary))
        .or_else(|| reading.setting.vocabulary.phrases("geral", "categoria").first().cloned());
}

/// The category of folded subject and text; `None` if no word of any category stands there.
#[must_use]
pub fn category_of(subject: &str, text: &str, words: &Vocabulary) -> Option<String> {
    heaviest(&[(2, subject), (1, text)], words)
}

/// The category whose words weigh most in folded texts, each with its factor.
fn heaviest(texts: &[(i32, &str)], words: &Vocabulary) -> Option<String> {
    let mut best: Option<(i32, &str)> = None;
    let texts: Vec<_> = texts.iter().map(|(factor, text)| (factor, *text, words.standing(text))).collect();
    for (key, phrases) in words.keys("categorias") {
        let hints = words.phrases("categorias-indicios", key);
        let groups = [words.group("categorias", key), words.group("categorias-indicios", key)];
        let said = texts.iter().filter(|it| groups.iter().any(|group| it.2.has(*group)));
        let score: i32 = said.map(|(factor, text, _)| *factor * weight_of(text, phrases, hints)).sum();
        if score > 0 && best.is_none_or(|it| score > it.0) {
            best = Some((score, key));
        }
    }
    best.map(|it| it.1.to_owned())
}

/// The weight of the phrases and hints that stand in a folded text, the longest first; what one took the next does not
/// count.
fn weight_of(text: &str, phrases: &[String], hints: &[String]) -> i32 {
    let mut rest = text.to_owned();
    let mut weight = 0;
    let weighed = |phrase: &str| WORD + EACH_WORD * (i32::try_from(phrase.split(' ').count()).unwrap_or(1) - 1);
    for (phrase, of_it) in phrases.iter().map(|it| (it, weighed(it))).chain(hints.iter().map(|it| (it, HINT))) {
        let Some(at) = find_words(&rest, phrase) else { continue };
        let end = at + phrase.trim_end_matches('*').len();
        rest.replace_range(at..end, &" ".repeat(end - at));
        weight += of_it;
    }
    weight
}

/// The first sentence of the first line that is more than a salutation or a title; nothing if there is none.
fn first_sentence(text: &str) -> &str {
    let line = text.lines().find(|it| it.split_whitespace().count() >= SENTENCE_WORDS).unwrap_or_default();
    let end = line
        .match_indices(['.', '!', '?'])
        .map(|it| it.0 + 1)
        .find(|at| line.get(*at..).is_some_and(|rest| rest.starts_with(char::is_whitespace)));
    end.and_then(|it| line.get(..it)).unwrap_or(line)
}
