//! What a careful person would ask about before sending, though nothing is missing: words that hold the sending back,
//! change the text, or mean a part of the list; and, last, what nothing explains.

use std::collections::BTreeSet;

use super::Desk;
use super::lists::recount;
use crate::office::{Audience, Contact, Missing, Recipient, Vocabulary, find_words, fold, has_words, sentences};
use crate::phrases::AskedDetail;
use crate::understanding::dates::{self, When};
use crate::understanding::features::{self, Speakers};
use crate::understanding::letter::Unit;
use crate::understanding::reading::Reading;
use crate::understanding::text::Found;
use crate::understanding::{Understood, hindrance};

/// A column of groups (`Pendente`, `Regular`) has no more values than this.
const VALUES_MAX: usize = 20;

/// Characters of a requester's sentence that a letter repeats.
const SENTENCE_MAX: usize = 200;

/// A requester's sentence as a letter repeats it.
fn beginning(sentence: &str) -> String {
    let words: String = sentence.chars().take(SENTENCE_MAX).collect();
    let rest = if words.len() < sentence.len() { "…" } else { "" };
    format!("{}{rest}", words.trim())
}

/// What a careful person would ask about before sending, though nothing is missing.
pub(super) fn doubts(reading: &Reading<'_>, desk: &Desk, found: &Found, result: &mut Understood) {
    let who = &reading.who;
    if let Some(words) = held(reading, desk, found) {
        result.facts.missing.insert(Missing::SendAt);
        if let Some((said, _)) = desk.units.iter().find(|it| it.1.starts_with(&words)) {
            result.details.insert(Missing::SendAt, AskedDetail::DateSaid(beginning(said)));
        }
        result.notes.push(format!("it shall not go yet: {words}"));
    }
    let doubts = |it: &String| who.has("segurar", "duvida", it) && !who.has("segurar", "opcional", it);
    let doubted = || desk.sentences.iter().any(doubts);
    if result.facts.missing.is_empty() && doubted() {
        result.facts.missing.insert(Missing::SendAt);
        result.notes.push("the requester is not certain yet".to_owned());
    }
    let has_text = result.content.is_some() || !result.content_by_channel.is_empty();
    if let Some(order) = desk.change_of_text(who).filter(|_| has_text) {
        result.facts.missing.insert(Missing::MessageText);
        result.unclear = Some(beginning(order));
        result.notes.push("the letter orders a change of the text".to_owned());
    }
    // Also where the list cannot be read yet, since its channel is not said.
    let listed = !result.lists.is_empty() || result.list_file.is_some();
    if result.facts.audience != Some(Audience::Specific) || !listed {
        return;
    }
    let confirm = |why: &str, result: &mut Understood| {
        result.facts.missing.insert(Missing::RecipientsConfirm);
        result.notes.push(why.to_owned());
    };
    if other_group(reading, desk, result) {
        confirm("the list seems to be one of other people than the letter speaks of", result);
    }
    if let Some(sentence) = desk.sentences.iter().find(|it| hindrance::means_some(it, who)) {
        only_named_rows(sentence, who, result);
        confirm("the letter speaks of a part of the list", result);
    }
    if desk.sentences.iter().any(|it| it.matches("aba ").count() >= 2) && result.facts.channel.len() > 1 {
        confirm("each channel may have a sheet of its own", result);
    }
    if desk.units.iter().any(|it| hindrance::excepts_somebody(&it.0, &it.1, who)) {
        confirm("the letter excepts somebody", result);
    }
    let dispenses =
        |it: &(String, String)| hindrance::dispenses_somebody(&it.1, who) && !names_only_strangers(&it.0, result, who);
    if desk.units.iter().any(dispenses) {
        confirm("the letter says of somebody that the message is not needed", result);
    }
    if named_in_text(result) {
        confirm("the text names one person of the list", result);
    }
    if let Some(excepted) = excepted(desk, who, result) {
        let before = result.facts.recipients;
        for list in &mut result.lists {
            list.recipients.retain(|it| !names_of(it).any(|it| excepted.contains(&it)));
        }
        recount(result);
        if before == result.facts.recipients {
            result.notes.push("nobody was taken off the list".to_owned());
        }
        confirm("somebody of the list is excepted in the letter", result);
    }
}

/// Where nothing else is asked: a sentence to the desk that no rule explains and that may hold a reserve. What would go
/// is shown first.
pub(super) fn suspected(reading: &Reading<'_>, found: &Found, result: &mut Understood) {
    if !result.facts.missing.is_empty() || !found.sure || result.facts.duplicate_of.is_some() {
        return;
    }
    let said = reading.letter.said_to_desk(found.span.as_ref()).filter(|it| {
        let looks = &it.looks;
        let heading = looks.is_heading() || looks.names_subject || looks.label || looks.end_mark;
        !heading && !looks.mobile && !looks.disclaimer && !looks.contact_line && !looks.sender_name
    });
    let of_list = !result.lists.is_empty();
    let strangers = |it: &Unit| {
        of_list
            && hindrance::dispenses_somebody(&it.folded, &reading.who)
            && names_only_strangers(&it.text, result, &reading.who)
    };
    let said = said.filter(|it| !strangers(it));
    let mut suspect = said.filter_map(|it| {
        let dated = is_dated(&it.folded, reading);
        // `Oi Nádia, td certo?`, `dá pra avisar o pessoal da lista?`
        let polite = it.looks.request || it.looks.greeting || it.looks.to_desk && it.looks.length < 40;
        let voices = reading.who.words.voices();
        let unquoted = features::without_quoted(&it.folded);
        let word = sentences(&unquoted).find_map(|sentence| {
            let before =
                result.facts.send_at.is_some() && reading.who.begins("desconfianca", "antes-da-data", sentence);
            if before {
                return None;
            }
            let voice = voices.hear(sentence);
            let word = hindrance::suspicion(sentence, dated, &reading.who);
            let word = word.filter(|word| {
                !(voice.is_plain(hindrance::orders(word, sentence, &reading.who))
                    || polite && word.ends_with('?') && sentence.ends_with('?'))
            });
            word.or(voice.is_reserve().then_some("like a reserve"))
        });
        word.map(|word| (word.to_owned(), it))
    });
    // What ends a text that nothing sets apart may be said to the desk as well: `Tirem o seu Osvaldo, ele faleceu.`
    let framed = found.span.as_ref().is_some_and(|it| reading.letter.is_framed(it));
    let text = found.span.as_ref().filter(|it| !framed && it.from < it.to);
    let last = text.and_then(|it| reading.letter.units.get(it.to)).filter(|it| {
        let looks = &it.looks;
        let public =
            looks.second_person > 0 || looks.informs > 0 || looks.placeholder || looks.contact || looks.closing;
        !public && !looks.house_line && !it.signs && !looks.voice.is_public()
    });
    let of_end =
        last.and_then(|it| hindrance::suspicion(&it.folded, true, &reading.who).map(|word| (word.to_owned(), it)));
    if let Some((word, unit)) = suspect.next().or(of_end) {
        let words: String = unit.text.chars().take(160).collect();
        result.notes.push(format!("this may be a reserve (`{word}`): {words}"));
        result.unclear = Some(beginning(&unit.text));
        result.facts.missing.insert(Missing::MessageText);
    }
}

/// The words by which the letter, its subject included, says that nothing shall go yet.
#[must_use]
pub fn held(reading: &Reading<'_>, desk: &Desk, found: &Found) -> Option<String> {
    let who = &reading.who;
    let inside = found.span.iter().flat_map(|span| reading.letter.units.get(span.from..=span.to).unwrap_or_default());
    // Inside of the text only a verb of sending with a «não» before it counts.
    // … and not where the insured person is advised: `não encaminhe`.
    let advises = |it: &&Unit| it.looks.second_person > 0 || it.looks.informs > 0;
    let inside = inside.filter(|it| !advises(it)).map(|it| it.folded.clone());
    let inside = inside.into_iter().find(|it| features::refuses_to_send(it, who));
    // Words of the subject tell less than a date in the letter.
    let dated = desk.sentences.iter().any(|it| is_dated(it, reading));
    let subject = if dated { String::new() } else { fold(&reading.subject) };
    let freed = desk.sentences.iter().any(|it| who.has("segurar", "solta", it));
    let said = desk
        .sentences
        .iter()
        .chain(std::iter::once(&subject))
        .filter(|it| !is_dated(it, reading) || hindrance::waits_beside_date(it, who))
        .find(|it| {
            let bare = hindrance::without_reasons(it, who);
            let waits = features::holds(&bare, who) || hindrance::waits(&bare, who);
            waits || !freed && who.has("segurar", "teste", it)
        })
        .cloned();
    said.or(inside).map(|it| it.chars().take(60).collect())
}

/// `só depois das 18h de sexta-feira`: it says when.
fn is_dated(sentence: &str, reading: &Reading<'_>) -> bool {
    if let Some(known) = reading.dated.borrow().get(sentence) {
        return *known;
    }
    let dated = matches!(dates::read(sentence, false, &reading.who, reading.today()), Some(When::At(_)));
    reading.dated.borrow_mut().insert(sentence.to_owned(), dated);
    dated
}

/// Keeps the rows with the value that the sentence names after its restriction (`somente quem está como Pendente`),
/// where one column has it and others; the requester confirms them.
fn only_named_rows(sentence: &str, who: &Speakers<'_>, result: &mut Understood) {
    let only = who.words.first("lista", "so", sentence);
    let Some(after) = only.and_then(|at| sentence.get(at..)) else { return };
    for list in &mut result.lists {
        let named = (0..list.columns.len()).find_map(|column| {
            let values: BTreeSet<String> =
                list.recipients.iter().filter_map(|it| it.values.get(column)).map(fold).collect();
            let told = |it: &&String| it.chars().count() >= 3 && has_words(after, it);
            let first = values.iter().filter(told).min_by_key(|it| find_words(after, it))?;
            (2..=VALUES_MAX).contains(&values.len()).then(|| (column, first.clone()))
        });
        if let Some((column, value)) = named {
            list.recipients.retain(|it| it.values.get(column).is_some_and(|it| fold(it) == value));
        }
    }
    recount(result);
}

/// Whether the letter speaks of one group (`pensionistas`) and the list of another (`aposentados`).
fn other_group(reading: &Reading<'_>, desk: &Desk, result: &Understood) -> bool {
    let words = reading.setting.vocabulary;
    let groups = |text: &str| -> BTreeSet<String> {
        words
            .keys("grupos")
            .filter(|(_, phrases)| phrases.iter().any(|it| names_people(text, it, words)))
            .map(|it| it.0.to_owned())
            .collect()
    };
    let asked = groups(&format!("{}\n{}", desk.requests.join("\n"), fold(&reading.subject)));
    let columns = result.lists.iter().flat_map(|it| it.columns.iter().map(String::as_str));
    let named: Vec<&str> = result.facts.list_source.as_deref().into_iter().chain(columns).collect();
    let listed = groups(&fold(&named.join(" ")).replace(['_', '-', '.'], " "));
    !asked.is_empty() && !listed.is_empty() && asked.is_disjoint(&listed)
}

/// Whether a phrase stands in the text as people: `contratos ativos` are none.
fn names_people(text: &str, phrase: &str, words: &Vocabulary) -> bool {
    let Some(at) = find_words(text, phrase) else { return false };
    let before = text.get(..at).unwrap_or_default().trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let beside = text.get(before.len()..at).unwrap_or_default() == " ";
    let people = |it: &str| {
        [("publico", "pessoas"), ("lista", "arquivo"), ("lista", "conta")]
            .iter()
            .any(|(table, key)| words.is_phrase(table, key, it))
    };
    !beside || word.chars().count() <= 4 || people(word)
}

/// Whether a text that goes to several names one of them in full: the others would learn of that person's affairs.
fn named_in_text(result: &Understood) -> bool {
    let text = result.facts.message_text.as_deref().map(fold).unwrap_or_default();
    let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    result.lists.iter().filter(|it| it.recipients.len() > 1).any(|list| {
        list.recipients.iter().filter_map(|it| it.name.as_deref()).any(|name| {
            let name = fold(name);
            let mut parts = name.split(' ');
            name.contains(' ') && parts.all(|it| words.contains(it)) && has_words(&text, &name)
        })
    })
}

/// Whether all people that a paragraph names (`A Dra. Noeli está de licença e não precisa receber`) are none of the
/// list's, and the list tells of each of its people who it is.
fn names_only_strangers(text: &str, result: &Understood, who: &Speakers<'_>) -> bool {
    let words = text.split_whitespace().map(features::trim_marks).filter(|it| !it.is_empty());
    let begins_small = |it: &str| !it.starts_with(char::is_uppercase);
    let named: Vec<String> = words
        .skip(1)
        .filter(|it| !begins_small(it) && it.chars().skip(1).all(char::is_lowercase) && it.chars().count() >= 4)
        .map(fold)
        .filter(|it| !who.calls_desk(it) && !who.names_house(it))
        .collect();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for person in result.lists.iter().flat_map(|it| &it.recipients) {
        let address = match &person.contact {
            Contact::Email(address) => address.as_str().split('@').next().unwrap_or_default().to_owned(),
            Contact::Whatsapp(_) => String::new(),
        };
        let told = person.name.clone().or_else(|| address.contains('.').then_some(address));
        let Some(told) = told else { return false };
        known.extend(fold(&told).split(|c: char| !c.is_alphabetic()).map(str::to_owned));
    }
    !named.is_empty() && !named.iter().any(|it| known.contains(it))
}

/// What may be the person's name in a row, folded: also where no column was known as one of names.
fn names_of(it: &Recipient) -> impl Iterator<Item = String> {
    let said = it.name.as_deref().into_iter().chain(it.values.iter()).map(fold);
    said.filter(|it| it.contains(' ') && it.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'')))
}

/// The names of the list that a sentence to the desk excepts (`menos para Maria da Silva`), folded; `None` where none
/// is named in such a sentence.
fn excepted(desk: &Desk, who: &Speakers<'_>, result: &Understood) -> Option<BTreeSet<String>> {
    let excepts = |it: &&String| who.has("lista", "exceto", it) || who.has("lista", "menos", it);
    let sentences: Vec<&String> = desk.sentences.iter().filter(excepts).collect();
    if sentences.is_empty() {
        return None;
    }
    let names: BTreeSet<String> = result
        .lists
        .iter()
        .flat_map(|it| it.recipients.iter().flat_map(names_of))
        .filter(|name| sentences.iter().any(|it| has_words(it, name)))
        .collect();
    (!names.is_empty()).then_some(names)
}
