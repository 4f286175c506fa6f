//! What a communication is about, by the words of subject and text.

use crate::office::{Facts, Vocabulary, find_words, fold};
use crate::understanding::reading::Reading;
use crate::understanding::text::Found;

/// The category by the words of subject and text: the subject counts more.
pub(super) fn category(reading: &Reading<'_>, found: &Found, facts: &mut Facts) {
    let subject =
        format!("{} {}", fold(&reading.subject), facts.message_subject.as_deref().map(fold).unwrap_or_default());
    let text = found.content.as_ref().map(|it| fold(&it.text)).unwrap_or_default()
        + &found.by_channel.values().map(|it| fold(&it.text)).collect::<Vec<_>>().join("\n");
    // Where there is no text, what is asked for tells.
    let text = if text.is_empty() { reading.new_words() } else { text };
    let area = facts.area.as_deref().and_then(|it| reading.setting.office.areas.get(it)).map(|it| fold(&it.nome));
    facts.category = category_of(&subject, &text, reading.setting.vocabulary)
        .or_else(|| category_of(&area.unwrap_or_default(), "", reading.setting.vocabulary))
        .or_else(|| reading.setting.vocabulary.phrases("geral", "categoria").first().cloned());
}

/// The category of folded subject and text; `None` if no word of any category stands there.
#[must_use]
pub fn category_of(subject: &str, text: &str, words: &Vocabulary) -> Option<String> {
    let mut best: Option<(i32, &str)> = None;
    let texts = [(2, subject, words.standing(subject)), (1, text, words.standing(text))];
    for (key, phrases) in words.keys("categorias") {
        let group = words.group("categorias", key);
        let said = texts.iter().filter(|it| it.2.has(group));
        let score: i32 = said.map(|(factor, text, _)| factor * weight_of(text, phrases)).sum();
        if score > 0 && best.is_none_or(|it| score > it.0) {
            best = Some((score, key));
        }
    }
    best.map(|it| it.1.to_owned())
}

/// The weight of the phrases that stand in a folded text, the longest first; what one took the next does not count.
fn weight_of(text: &str, phrases: &[String]) -> i32 {
    let mut rest = text.to_owned();
    let mut weight = 0;
    for phrase in phrases {
        let Some(at) = find_words(&rest, phrase) else { continue };
        let end = at + phrase.trim_end_matches('*').len();
        rest.replace_range(at..end, &" ".repeat(end - at));
        weight += 1 + 2 * i32::try_from(phrase.split_whitespace().count()).unwrap_or(1);
    }
    weight
}
