//! The subject of the email to insured people: the stated one, else the mail's own without the words of asking.

use super::Desk;
use crate::office::{Channel, Facts, Missing, Vocabulary, find_words, fold};
use crate::understanding::features::{opens_subject, subject_words};
use crate::understanding::reading::Reading;
use crate::understanding::text::Found;

/// The subject: as stated, else the mail's own without the words of asking.
pub(super) fn subject(reading: &Reading<'_>, desk: &Desk, found: &Found, facts: &mut Facts) {
    if !facts.channel.contains(&Channel::Email) && !facts.channel.is_empty() {
        return;
    }
    let of_text = found.subject.clone();
    let stated = of_text
        .clone()
        .filter(|_| !found.by_channel.is_empty())
        .or_else(|| desk.headings.iter().find(|it| it.0 == "assunto" && !it.1.trim().is_empty()).map(|it| it.1.clone()))
        .or_else(|| subject_after_colon(desk))
        .or_else(|| {
            reading.letter.said_to_desk(found.span.as_ref()).find_map(|it| subject_in_sentence(&it.text, reading))
        })
        .or(of_text)
        .or_else(|| desk.headings.iter().find(|it| it.0 == "assunto-do-memorando").map(|it| it.1.clone()));
    facts.message_subject = match stated {
        Some(stated) => Some(bare_subject(&stated, reading.setting.vocabulary)),
        None => own_subject(&reading.subject, reading.setting.vocabulary),
    }
    .filter(|it| !it.is_empty());
    if facts.message_subject.is_none() && facts.channel.contains(&Channel::Email) {
        facts.missing.insert(Missing::MessageSubject);
    }
}

/// `… e ponha no assunto:` at the end of a sentence: the next one begins with the subject.
fn subject_after_colon(desk: &Desk) -> Option<String> {
    let at = desk.units.iter().position(|it| opens_subject(&it.1))?;
    desk.units.get(at + 1).map(|it| it.0.clone())
}

/// What a heading names as subject, without the sentences after it: `Consulta pública. O que vale está abaixo`.
fn until_next_sentence<'t>(text: &'t str, words: &Vocabulary) -> &'t str {
    let quoted = text.trim_start().starts_with(['"', '“', '«', '\'', '‘']);
    for (at, c) in text.char_indices() {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        let begins = after.starts_with(' ') && after.trim_start().chars().next().is_some_and(char::is_uppercase);
        let before = text.get(..at).unwrap_or_default();
        let word = before.rsplit(' ').next().unwrap_or_default();
        let short = word.chars().count() <= 3 || word.contains('.');
        let goes_on = || words.begins("assunto", "fim", &fold(after));
        let ends = c == '.' && begins && !short || c == ',' && goes_on();
        if ends && before.chars().count() >= 4 && !quoted {
            return before;
        }
    }
    text
}

/// Quotes and marks around a stated subject aside.
fn bare_subject(text: &str, words: &Vocabulary) -> String {
    let text = until_next_sentence(text.split('\n').next().unwrap_or_default().trim(), words);
    // `"…".`: the full stop belongs to the sentence around.
    let text = text.strip_suffix('.').filter(|it| it.ends_with(['"', '”', '»', '’'])).unwrap_or(text);
    let unquoted =
        text.trim_matches(|c: char| matches!(c, '"' | '“' | '”' | '«' | '»' | '\'' | '‘' | '’' | '*' | '_')).trim();
    let unquoted = if unquoted.len() + 2 <= text.len() { unquoted } else { text };
    // A full stop ends the sentence that names the subject; `etc.` and `...` keep theirs.
    let unquoted =
        unquoted.strip_suffix('.').filter(|it| !it.ends_with('.') && !it.ends_with("etc")).unwrap_or(unquoted);
    unquoted.trim_end_matches([';', ',']).trim_end_matches(['"', '”']).trim().to_owned()
}

/// `com o assunto "…"`, `O assunto pode ser "…"`, `o título será …`.
fn subject_in_sentence(text: &str, reading: &Reading<'_>) -> Option<String> {
    subject_words(text).into_iter().find_map(|at| {
        let rest = text.get(at..).unwrap_or_default();
        subject_at(rest, reading.setting.vocabulary).or_else(|| bare_value(rest, reading))
    })
}

/// `assunto Nota do Conselho Fiscal nº 3.`, `com o assunto Calendário de reuniões, do que segue:`: without a mark the
/// subject begins with a capital letter and goes to the end of the sentence, or to a comma after which the letter
/// goes on.
fn bare_value(rest: &str, reading: &Reading<'_>) -> Option<String> {
    let words = reading.setting.vocabulary;
    let mut value = rest.split_once(char::is_whitespace)?.1.trim_start();
    let links = words.phrases("assunto", "ligacao");
    while let Some(link) = links.iter().find(|it| find_words(&fold(value), it) == Some(0)) {
        let skip = link.split(' ').count();
        let mut after = value;
        for _ in 0..skip {
            after = after.split_once(char::is_whitespace).map_or("", |it| it.1.trim_start());
        }
        value = after;
    }
    if !value.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || c == '[') {
        return None;
    }
    let mut end = value.len();
    for (at, c) in value.char_indices() {
        let after = value.get(at + c.len_utf8()..).unwrap_or_default();
        let opens = after.trim_start().chars().next().is_none_or(|c| c.is_uppercase() || matches!(c, '“' | '"' | '('));
        let goes_on = || words.begins("assunto", "fim", &fold(after));
        let stops = match c {
            '.' | '!' | '?' => opens && (after.is_empty() || after.starts_with(char::is_whitespace)),
            ',' | ':' | ';' => goes_on(),
            _ => false,
        };
        if stops {
            end = if matches!(c, '!' | '?') { at + c.len_utf8() } else { at };
            break;
        }
    }
    let value = value.get(..end)?.trim().trim_end_matches([':', ',', ';', '.']).trim();
    (4..=120).contains(&value.chars().count()).then(|| value.to_owned())
}

/// The subject that a sentence names from its word `assunto` on.
fn subject_at(rest: &str, words: &Vocabulary) -> Option<String> {
    let quoted = [('“', '”'), ('"', '"'), ('«', '»'), ('‘', '’'), ('\'', '\'')].iter().find_map(|(open, close)| {
        let start = rest.find(*open)?;
        let inner = rest.get(start + open.len_utf8()..)?;
        let end = inner.find(*close)?;
        (start < 50).then(|| inner.get(..end).unwrap_or_default().to_owned())
    });
    if quoted.is_some() {
        return quoted;
    }
    // `título é Abono de permanência: como requerer` has its colon in the subject.
    let is_label = |it: &str| {
        it.len() < 34 && !it.split_whitespace().skip(1).any(|it| it.chars().next().is_some_and(char::is_uppercase))
    };
    let after_colon = rest.split_once(':').filter(|it| is_label(it.0)).map(|it| it.1.trim().to_owned());
    if let Some(value) = after_colon.filter(|it| !it.is_empty()) {
        let sentence = value.split(". ").next().unwrap_or_default();
        // `(assunto: Reajuste dos benefícios):` ends with its parenthesis.
        let open = sentence.matches('(').count();
        let sentence = if sentence.matches(')').count() > open {
            sentence.rsplit_once(')').map_or(sentence, |it| it.0)
        } else {
            sentence
        };
        return Some(sentence.trim_end_matches([':', '.']).to_owned());
    }
    let folded = fold(rest);
    for lead in words.phrases("assunto", "sera") {
        if let Some(start) = find_words(&folded, lead).filter(|it| *it < 30) {
            let skip = folded.get(..start + lead.len()).map_or(0, |it| it.chars().count());
            let value: String = rest.chars().skip(skip).collect();
            let value = value.trim_end_matches(':').to_owned();
            let value = value.trim().trim_end_matches('.').trim();
            let own = fold(value);
            if words.begins("assunto", "mesmo", &own) {
                return None;
            }
            if value.chars().count() >= 4 {
                return Some(value.to_owned());
            }
        }
    }
    None
}

/// The mail's own subject without its parts that only ask (`Envio de e-mail – …`).
fn own_subject(subject: &str, words: &Vocabulary) -> Option<String> {
    let without_tag = match subject.trim().strip_prefix('[').and_then(|it| it.split_once(']')) {
        Some((_, rest)) => rest.trim(),
        None => subject.trim(),
    };
    let mut separators: Vec<&str> = Vec::new();
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = without_tag;
    loop {
        let next = [" – ", " - ", " — ", " | ", ": ", " / ", ", "]
            .iter()
            .filter_map(|it| rest.find(it).map(|at| (at, *it)))
            .min_by_key(|it| it.0);
        let Some((at, separator)) = next else { break };
        parts.push(rest.get(..at).unwrap_or_default());
        separators.push(separator);
        rest = rest.get(at + separator.len()..).unwrap_or_default();
    }
    parts.push(rest);
    // `Envio de e-mail aos conselheiros eleitos – posse`: a part that begins by asking and names people only asks,
    // where another part remains.
    let asks_people = |it: &str| {
        let folded = fold(it);
        let asks = words.begins("assunto", "pedido", &folded);
        asks && words.phrases("assunto", "para").iter().any(|link| find_words(&folded, link).is_some_and(|at| at > 0))
    };
    let several = parts.iter().filter(|it| !only_asks(&fold(it), words) && !asks_people(it)).count() > 0;
    let kept: Vec<bool> = parts.iter().map(|it| !(only_asks(&fold(it), words) || several && asks_people(it))).collect();
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        if kept.get(at) != Some(&true) {
            continue;
        }
        if !out.is_empty() {
            out.push_str(separators.get(at - 1).copied().unwrap_or(" – "));
        }
        out.push_str(part.trim());
    }
    let out = without_lead(&out, words);
    (!out.trim().is_empty()).then(|| out.trim().to_owned())
}

/// Whether a part of a subject has only words of asking.
fn only_asks(folded: &str, words: &Vocabulary) -> bool {
    let mut rest = folded.to_owned();
    for phrase in words.phrases("assunto", "pedido") {
        while let Some(at) = find_words(&rest, phrase) {
            rest.replace_range(at..at + phrase.len(), " ");
        }
    }
    let empty = |it: &str| words.is_phrase("assunto", "vazias", it);
    // `Solicitação nº 3` says nothing either.
    let numbered = |it: &str| it.bytes().all(|it| it.is_ascii_digit()) && rest.len() < folded.len();
    rest.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).all(|it| empty(it) || numbered(it))
}

/// `Solicitação de envio de e-mail sobre X`: X.
fn without_lead(subject: &str, words: &Vocabulary) -> String {
    let lower = subject.to_lowercase();
    for link in words.phrases("assunto", "sobre") {
        // Marks and accents of the subject stay as they are: the place is sought by the same words.
        let Some(at) = place_of(&lower, link).filter(|at| *at > 0 && subject.is_char_boundary(*at)) else { continue };
        if only_asks(&fold(subject.get(..at).unwrap_or_default()), words) {
            let rest = subject.get(at..).unwrap_or_default().split(' ').skip(link.split(' ').count());
            let rest = rest.collect::<Vec<_>>().join(" ");
            let rest = rest.trim();
            return rest.strip_prefix("o ").or_else(|| rest.strip_prefix("a ")).unwrap_or(rest).to_owned();
        }
    }
    subject.to_owned()
}

/// Where a run of words begins that folded are this phrase.
fn place_of(text: &str, phrase: &str) -> Option<usize> {
    let starts = text.match_indices(' ').map(|it| it.0 + 1);
    std::iter::once(0).chain(starts).find(|at| {
        let run: Vec<&str> = text.get(*at..).unwrap_or_default().split(' ').take(phrase.split(' ').count()).collect();
        fold(&run.join(" ")) == phrase
    })
}
