//! Whom a communication is for: all insured people, or some.

use super::Desk;
use super::lists::Lists;
use crate::office::{Audience, Facts, Missing, fold, has_words};
use crate::understanding::features::{self, Speakers};
use crate::understanding::reading::Reading;

/// Between a word for all and the insured stand at most so many words.
const ALL_GAP_MAX: usize = 3;

/// All insured people, or some: by the words of the request; a list that came makes it some.
pub(super) fn audience(reading: &Reading<'_>, desk: &Desk, lists: &Lists, facts: &mut Facts) {
    let who = &reading.who;
    let subject = fold(&reading.subject);
    let mut general = false;
    let mut restricted = false;
    let mut strongly = false;
    for sentence in &desk.sentences {
        if let Some(narrowed) = everybody(sentence, who) {
            general |= !narrowed;
            strongly |= who.has("publico", "geral", sentence) || !who.has("publico", "geral-fraco", sentence);
            restricted |= narrowed;
        }
    }
    // `WhatsApp geral da ouvidoria`: the letter tells better than its subject to whom.
    if let Some(narrowed) = everybody(&subject, who).filter(|narrowed| !(*narrowed && general)) {
        general |= !narrowed;
        strongly |= !narrowed;
        restricted |= narrowed;
    }
    for (kind, value) in &desk.headings {
        if *kind == "publico" {
            strongly = true;
            general |= matches!(fold(value).as_str(), "todos" | "geral" | "todos os segurados");
        }
    }
    let has_list = lists.came();
    let announced = desk.sentences.iter().any(|it| who.has("publico", "restrito", it));
    let people = desk.sentences.iter().any(|it| who.has("publico", "pessoas", it) || who.has("lista", "arquivo", it))
        || who.has("publico", "pessoas", &subject);
    // `resolvemos chamar todo mundo`, and the list is named.
    let weakly = has_list && announced && !strongly;
    facts.audience = if general && !restricted && !weakly {
        if has_list {
            // Everybody is said and a list came: which of the two is meant?
            facts.missing.insert(Missing::Audience);
        }
        Some(Audience::General)
    } else if has_list || announced || restricted || people {
        Some(Audience::Specific)
    } else {
        facts.missing.insert(Missing::Audience);
        None
    };
}

/// Whom an answer to `para quem?` names: everybody, or the people of a list.
pub fn audience_in(reading: &Reading<'_>, desk: &Desk) -> Option<Audience> {
    let who = &reading.who;
    let mut general = false;
    for sentence in &desk.sentences {
        match everybody(sentence, who) {
            Some(true) => return Some(Audience::Specific),
            Some(false) => general = true,
            None => general |= who.words.is_phrase("publico", "geral-resposta", features::trim_marks(sentence)),
        }
    }
    if general {
        return Some(Audience::General);
    }
    let listed = desk.sentences.iter().any(|it| who.has("publico", "restrito", it) || who.has("lista", "arquivo", it));
    listed.then_some(Audience::Specific)
}

/// Whether the sentence says everybody; if so, whether it narrows that at once (`todos os segurados da planilha`).
fn everybody(sentence: &str, who: &Speakers<'_>) -> Option<bool> {
    let (at, end) = all_of_them(sentence, who)?;
    // `antes de abrir para todo mundo`: not yet.
    let clause =
        sentence.get(..at).unwrap_or_default().rsplit([',', '.', ';', ':', '!', '?']).next().unwrap_or_default();
    if who.has("segurar", "antes", clause) {
        return None;
    }
    // `com todos os contatos`, `tem todos os telefones`: what the list holds.
    let before = sentence.get(..at).unwrap_or_default().trim_end().rsplit(' ').next().unwrap_or_default();
    if who.is_word("publico", "traz", before) {
        return None;
    }
    let after: String = sentence.get(end..).unwrap_or_default().chars().take(32).collect();
    let after = after.split(['.', ';', '!', '?']).next().unwrap_or_default();
    let only = who.words.phrases("publico", "so");
    let lead = only.iter().any(|it| has_words(sentence, it) && has_words(after, it));
    let listed = who.words.stands("publico", "restrito", after) && !after.trim_start().starts_with(',');
    let rest = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '('));
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    // `todos os segurados do instituto` are all; `todos os beneficiários de pensão`, `todos os segurados inativos` are not.
    let narrows = who.words.is_phrase("publico", "estreita", first);
    let house = who.names_house(rest) || who.words.stands("publico", "casa", rest);
    // `… do aviso abaixo`, `… com a arte em anexo` tell what goes, not to whom.
    let what_goes = [first, second].iter().any(|it| who.words.is_phrase("texto", "nome", it))
        || (first == "com" && who.words.is_phrase("publico", "vai-junto", second));
    // `sem exceção` takes nobody out.
    let nobody_out = who.begins("publico", "sem-excecao", rest);
    let described = narrows && !what_goes && !house && !nobody_out;
    Some(lead || listed || described)
}

/// Where the sentence says everybody: a phrase of the vocabulary, or a word for all and, at most two small words later,
/// the insured (`a integralidade dos segurados`, `todos os nossos queridos segurados`).
fn all_of_them(sentence: &str, who: &Speakers<'_>) -> Option<(usize, usize)> {
    let said = who.words.longest("publico", "geral", sentence);
    if let Some((phrase, at)) = said.or_else(|| who.words.longest("publico", "geral-fraco", sentence)) {
        return Some((at, at + phrase.len()));
    }
    let mut all: Option<(usize, usize)> = None;
    let mut from = 0;
    for piece in sentence.split_inclusive(' ') {
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let place = from + piece.find(|c: char| c.is_alphanumeric()).unwrap_or(0);
        from += piece.len();
        all = match all {
            _ if who.is_word("publico", "todo", word) => Some((place, 0)),
            Some((at, _)) if who.is_word("publico", "conjunto", word) => return Some((at, place + word.len())),
            Some((at, gap)) if gap < ALL_GAP_MAX && who.is_word("publico", "entre", word) => Some((at, gap + 1)),
            _ => None,
        };
        if piece.trim_end().ends_with([',', '.', ';', ':', '!', '?', '(']) {
            all = None;
        }
    }
    None
}
