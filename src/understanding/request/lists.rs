//! The list of a request: which file or table it is, whom it reaches, whether the letter counts the same people.

use std::collections::{BTreeMap, BTreeSet};

use super::Desk;
use crate::mail::blocks::Enclosure;
use crate::mail::incoming::Attachment;
use crate::office::{
    Audience, Channel, Contact, EmailAddress, Facts, Missing, RecipientList, Vocabulary, fold, has_words,
};
use crate::phrases::AskedDetail;
use crate::sheets::{self, Limits, ListAsk};
use crate::understanding::features::Speakers;
use crate::understanding::reading::Reading;
use crate::understanding::text::Found;
use crate::understanding::{Understood, hindrance};

/// `mais de dois dependentes`: so few are no list.
const FEW: u64 = 5;

/// The lists that were read, one for each channel.
#[derive(Debug, Default)]
pub(super) struct Lists {
    by_channel: BTreeMap<Channel, RecipientList>,
    file: Option<(String, Vec<u8>)>,
    source: Option<String>,
    several: bool,
}

impl Lists {
    pub(super) fn read(reading: &Reading<'_>, facts: &Facts, desk: &Desk, found: &Found, body: &str) -> Self {
        let words = reading.setting.vocabulary;
        let ask = ListAsk {
            mail_text: &desk.all,
            placeholders: &facts.placeholders,
            today: Some(reading.setting.now.date()),
            opted_out: None,
        };
        let mut lists = Self::default();
        let channels: Vec<Channel> = facts.channel.iter().copied().collect();
        let candidates: Vec<&Attachment> = reading
            .mail
            .attachments
            .iter()
            .filter(|it| found.document.as_deref() != Some(it.name.as_str()))
            .filter(|it| reading.is_list(it))
            .collect();
        let chosen = choose(&candidates, desk, &reading.who);
        lists.several = candidates.len() > 1 && chosen.is_none();
        if let Some(file) = chosen {
            for channel in &channels {
                let read = |ask: &ListAsk<'_>| sheets::read_list(&file.name, &file.bytes, *channel, words, ask);
                let Ok(list) = read(&ask) else { continue };
                // A field that no row can fill is asked for; it makes no single row unusable.
                let list = if unfilled(&facts.placeholders, &list, words).is_empty() {
                    list
                } else {
                    read(&ListAsk { placeholders: &[], ..ask }).unwrap_or(list)
                };
                lists.by_channel.insert(*channel, list);
            }
            lists.source =
                Some(file.inside.as_ref().map_or_else(|| file.name.clone(), |it| format!("{it}/{}", file.name)));
            lists.file = Some((file.name.clone(), file.bytes.clone()));
            return lists;
        }
        if lists.several {
            return lists;
        }
        lists.read_body(reading, &channels, body, &ask);
        lists
    }

    /// Whether any list came, also one that cannot be read yet.
    pub(super) fn came(&self) -> bool {
        !self.by_channel.is_empty() || self.file.is_some() || self.several
    }

    /// A table in the letter, else lines typed in it.
    fn read_body(&mut self, reading: &Reading<'_>, channels: &[Channel], body: &str, ask: &ListAsk<'_>) {
        let words = reading.setting.vocabulary;
        let tables = if reading.letter.blocks.iter().any(|it| it.cell.is_some() && !it.is_in(Enclosure::Signature)) {
            reading.mail.html.as_deref().map(|it| sheets::tables_in_html(it, &Limits::default())).unwrap_or_default()
        } else {
            Vec::new()
        };
        for channel in channels {
            let from_table = tables.iter().find_map(|it| {
                sheets::list_from_table(it, *channel, words, ask).filter(|it| !it.recipients.is_empty())
            });
            let own: Vec<EmailAddress> = reading.mail.from.iter().filter_map(|it| it.address.clone()).collect();
            let list = from_table
                .or_else(|| sheets::list_from_lines(body, *channel, words, ask))
                .filter(|it| it.recipients.iter().any(|it| !is_own_contact(&it.contact, &own, reading)));
            if let Some(list) = list {
                self.source = Some(list.source.clone());
                self.by_channel.insert(*channel, list);
            }
        }
    }
}

/// The sender and the desk are no recipients.
fn is_own_contact(contact: &Contact, own: &[EmailAddress], reading: &Reading<'_>) -> bool {
    match contact {
        Contact::Email(address) => own.contains(address) || reading.setting.office.is_own(address),
        Contact::Whatsapp(_) => false,
    }
}

/// The one list, or the one that the letter names.
fn choose<'a>(candidates: &[&'a Attachment], desk: &Desk, who: &Speakers<'_>) -> Option<&'a Attachment> {
    if let [one] = candidates {
        return Some(one);
    }
    let names: Vec<&str> = candidates.iter().map(|it| it.name.as_str()).collect();
    let said = hindrance::said_of_files(&names, &desk.sentences, who);
    let mut kept = candidates.iter().zip(said).filter(|it| it.1 != hindrance::SaidOfFile::Stays).map(|it| *it.0);
    if let (Some(one), None) = (kept.next(), kept.next()) {
        return Some(one);
    }
    let named: Vec<&&Attachment> = candidates
        .iter()
        .filter(|it| {
            let name = fold(it.name.rsplit_once('.').map_or(it.name.as_str(), |it| it.0));
            name.len() > 3 && desk.all.contains(&name)
        })
        .collect();
    match named.as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

/// The lines of the letter outside the text, for a list that was typed there. Signatures are no list.
pub(super) fn body_without_text(reading: &Reading<'_>, found: &Found) -> String {
    let span = found.span;
    let letter = &reading.letter;
    let lines = letter.units.iter().enumerate().filter(|(at, unit)| {
        let inside = span.is_some_and(|it| (it.from..=it.to).contains(at));
        let in_table = letter.blocks.get(unit.block).is_some_and(|it| it.cell.is_some());
        !inside && !in_table && *at < letter.tail
    });
    lines.map(|(_, it)| it.text.as_str()).collect::<Vec<_>>().join("\n")
}

pub(super) fn apply_lists(reading: &Reading<'_>, lists: Lists, desk: &Desk, result: &mut Understood) {
    let facts = &mut result.facts;
    let words = reading.setting.vocabulary;
    match facts.audience {
        Some(Audience::General) => {
            if facts.channel.contains(&Channel::Email) {
                facts.missing.insert(Missing::Recipients);
            }
            // The general contacts have names and phones: nothing else can be filled.
            let named = |it: &String| words.phrases("colunas", "nome").iter().any(|name| *name == fold(it));
            if !facts.placeholders.iter().all(named) {
                facts.missing.insert(Missing::ContentData);
            }
            return;
        }
        None => return,
        Some(Audience::Specific) => {}
    }
    if lists.several {
        facts.missing.insert(Missing::RecipientsConfirm);
        result.notes.push("several lists came and the letter names none of them".to_owned());
        return;
    }
    if lists.by_channel.is_empty() {
        if !facts.channel.is_empty() || lists.file.is_none() {
            facts.missing.insert(Missing::Recipients);
        }
        result.list_file = lists.file;
        return;
    }
    count(facts, &lists.by_channel);
    if facts.recipients == Some(0) {
        facts.missing.insert(Missing::Recipients);
    }
    facts.list_source = lists.source;
    if let Some(said) = announced_number(reading, desk, &lists.by_channel, facts) {
        facts.missing.insert(Missing::RecipientsConfirm);
        let found = facts.recipients.unwrap_or_default();
        result.details.insert(Missing::RecipientsConfirm, AskedDetail::CountDiffers { said, found });
    }
    let unfilled = columns(reading, &lists.by_channel, facts);
    if !unfilled.is_empty() {
        facts.missing.insert(Missing::ContentData);
        result.details.insert(Missing::ContentData, AskedDetail::ColumnsMissing(unfilled));
    }
    result.list_file = lists.file;
    result.lists = lists.by_channel.into_values().collect();
}

/// Recipients, rejected, duplicates. With two channels: people reached by at least one.
fn count(facts: &mut Facts, lists: &BTreeMap<Channel, RecipientList>) {
    let len = |it: usize| u64::try_from(it).unwrap_or(u64::MAX);
    if let (1, Some(list)) = (lists.len(), lists.values().next()) {
        facts.recipients = Some(len(list.recipients.len()));
        facts.rejected = Some(len(list.rejected.len()));
        facts.duplicates = Some(len(list.duplicates.len()));
        return;
    }
    let mut reached: BTreeSet<u32> = BTreeSet::new();
    let mut rejected: BTreeSet<u32> = BTreeSet::new();
    let mut duplicates: BTreeSet<u32> = BTreeSet::new();
    for (channel, list) in lists {
        reached.extend(list.recipients.iter().map(|it| it.row));
        rejected.extend(list.rejected.iter().map(|it| it.row));
        duplicates.extend(list.duplicates.iter().copied());
        facts.recipients_by_channel.insert(*channel, len(list.recipients.len()));
        facts.rejected_by_channel.insert(*channel, len(list.rejected.len()));
    }
    duplicates.retain(|it| !reached.contains(it));
    rejected.retain(|it| !reached.contains(it) && !duplicates.contains(it));
    facts.recipients = Some(len(reached.len()));
    facts.rejected = Some(len(rejected.len()));
    facts.duplicates = Some(len(duplicates.len()));
}

/// Counts what the lists still hold.
pub(super) fn recount(result: &mut Understood) {
    let by_channel = result.lists.iter().map(|it| (it.channel, it.clone())).collect();
    count(&mut result.facts, &by_channel);
}

/// The number that the letter says and the list does not have: `os 15 da lista` with 9 rows. `Cerca de 50` with 48 is
/// fine.
fn announced_number(
    reading: &Reading<'_>,
    desk: &Desk,
    lists: &BTreeMap<Channel, RecipientList>,
    facts: &Facts,
) -> Option<u64> {
    let (recipients, rejected, duplicates) = (facts.recipients?, facts.rejected?, facts.duplicates?);
    let rows = lists.values().map(|it| it.rows).max().unwrap_or(recipients);
    let right = [recipients, recipients + rejected, recipients + duplicates, recipients + rejected + duplicates, rows];
    let fits = |(number, about): (u64, bool)| {
        right.contains(&number) || about && right.iter().any(|it| it.abs_diff(number) * 10 <= number.max(10))
    };
    let mut said = desk.sentences.iter().flat_map(|it| numbers_of_people(it, reading));
    said.find(|it| !fits(*it)).map(|it| it.0)
}

/// Numbers that count people or contacts: `os 15 segurados`, `esses três`, `14 da lista`, `cerca de 50`.
fn numbers_of_people(sentence: &str, reading: &Reading<'_>) -> Vec<(u64, bool)> {
    let who = &reading.who;
    let spelt = |word: &str| who.words.key_of("numeros", word).and_then(|it| it.parse::<u64>().ok());
    let words: Vec<&str> = sentence
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | ':'))
        .map(|it| it.trim_matches(['.', '!', '?', '"', '\'']))
        .filter(|it| !it.is_empty())
        .collect();
    let people = |it: &str| who.is_word("publico", "pessoas", it) || who.is_word("lista", "conta", it);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let digits = word.replace('.', "");
        let number = digits.parse::<u64>().ok().or_else(|| spelt(word));
        let Some(number) = number.filter(|it| (2..1_000_000).contains(it)) else { continue };
        let next = words.get(at + 1).copied().unwrap_or_default();
        let after = words.get(at + 2).copied().unwrap_or_default();
        let before = at.checked_sub(1).and_then(|it| words.get(it)).copied().unwrap_or_default();
        let earlier = at.checked_sub(2).and_then(|it| words.get(it)).copied().unwrap_or_default();
        let of_list = matches!(next, "da" | "na" | "do") && who.is_word("lista", "arquivo", after);
        let these = matches!(before, "esses" | "estes" | "essas" | "estas") && !who.is_word("lista", "nao-conta", next);
        let counted = people(next) || (people(after) && !matches!(next, "de" | "dos" | "das" | "para" | "e" | "aos"));
        // `são 21 ao todo`
        let in_all = who.is("lista", "ao-todo", &format!("{next} {after}"));
        // `quem não tiver nenhum dos dois contatos`: ways to reach one person.
        let ways = number == 2 && matches!(earlier, "nenhum" | "um" | "qualquer" | "algum" | "cada" | "nenhuma");
        // `quem tem mais de dois dependentes` describes; `três nomes para o auditório` are none of people.
        let describes = before == "de" && matches!(earlier, "mais" | "menos") && number <= FEW;
        let further = words.get(at + 3..).unwrap_or_default().iter().take(2);
        let for_thing = who.is_word("lista", "conta", next)
            && matches!(after, "para" | "pro" | "pra")
            && words.get(at + 3).is_some_and(|it| matches!(*it, "o" | "a"))
            && !further.into_iter().any(|it| people(it) || who.is_word("lista", "arquivo", it));
        // `já tem 40 e-mails me esperando`
        let letters =
            matches!(next, "e-mails" | "emails") && !words.iter().any(|it| who.is_word("lista", "arquivo", it));
        // `as duas primeiras linhas` are a place.
        let place = next.starts_with("primeir") || next.starts_with("ultim");
        if !(of_list || these || counted || in_all)
            || ways
            || place
            || describes
            || for_thing
            || letters
            || matches!(before, "art" | "no" | "lei" | "dia" | "em")
        {
            continue;
        }
        let about = matches!(before, "de" | "uns" | "umas" | "quase" | "aproximadamente" | "menos")
            && matches!(earlier, "cerca" | "torno" | "perto" | "mais" | "ou" | "")
            || matches!(before, "uns" | "umas" | "quase" | "aproximadamente" | "aprox");
        found.push((number, about));
    }
    found
}

/// Which columns go to the call center, and which must not. Gives the fields of the text that no column fills.
fn columns(reading: &Reading<'_>, lists: &BTreeMap<Channel, RecipientList>, facts: &mut Facts) -> Vec<String> {
    let words = reading.setting.vocabulary;
    let Some(list) = lists.values().next() else { return Vec::new() };
    let forbidden = |name: &str| {
        let folded = fold(name);
        words.phrases("colunas-proibidas", "nunca").contains(&folded)
    };
    let needed = |name: &str| facts.placeholders.iter().any(|it| fold(it) == fold(name));
    facts.never_forward_columns = list.columns.iter().filter(|it| forbidden(it) && !needed(it)).cloned().collect();
    if facts.channel.contains(&Channel::Whatsapp) && !facts.never_forward_columns.is_empty() {
        facts.forward_columns =
            list.columns.iter().filter(|it| !facts.never_forward_columns.contains(it)).cloned().collect();
    }
    unfilled(&facts.placeholders, list, words)
}

/// The fields of the text that no column of the list fills.
fn unfilled(placeholders: &[String], list: &RecipientList, words: &Vocabulary) -> Vec<String> {
    let bare = |it: &str| fold(it).replace(['_', '-'], " ");
    let filled = |field: &str| {
        let field = bare(field);
        list.columns.iter().map(|it| bare(it)).any(|column| {
            column == field
                || has_words(&column, &field)
                || has_words(&field, &column)
                || (field.len() >= 4 && column.starts_with(field.get(..4).unwrap_or_default()))
        })
    };
    let named = |field: &str| words.phrases("colunas", "nome").iter().any(|it| *it == fold(field));
    let has_name = list.recipients.iter().any(|it| it.name.is_some());
    placeholders.iter().filter(|it| !(filled(it) || named(it) && has_name)).cloned().collect()
}
