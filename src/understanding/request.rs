//! The facts of a request: channel, audience, area, subject, text, list, files, time, and what is missing.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::channels::channels_in;
use super::dates::{self, When};
use super::features::{self, placeholders};
use super::hindrance;
use super::reading::Reading;
use super::text::{self, Found};
use super::{Change, OutgoingFile, Understood, relation};
use crate::mail::blocks::Enclosure;
use crate::mail::incoming::Attachment;
use crate::media::{self, Verdict};
use crate::office::{
    Audience, Channel, Class, Contact, EmailAddress, Facts, Missing, RecipientList, Vocabulary, fold, has_words,
};
use crate::sheets::{self, Limits, ListAsk};

/// A column of groups (`Pendente`, `Regular`) has no more values than this.
const VALUES_MAX: usize = 20;

/// Over how many lines the head of a memo goes back from its subject.
const MEMO_LINES: usize = 3;

/// How the head of a memo names whom it is for.
const MEMO_HEAD: [&str; 5] = ["para: ", "a: ", "ao: ", "destinatario: ", "destino: "];

/// Understands a mail as a request of an area.
#[must_use]
pub fn understand(reading: &Reading<'_>, sender: &EmailAddress) -> Understood {
    let mut facts = Facts::of(Class::Request);
    let found = text::find(reading);
    let desk = Desk::of(reading, &found);
    let mut notes = found.notes.clone();

    facts.channel = channels(reading, &desk, &found, &mut facts.missing);
    facts.area = area(reading, sender);
    if facts.area.is_none() {
        facts.missing.insert(Missing::Area);
    }
    facts.urgent = reading.who.has("quando", "urgente", &desk.all) || fold(&reading.mail.subject).contains("urgente");
    set_text(&mut facts, &found);
    match send_at(reading, &desk) {
        When::Now => {}
        When::At(at) => facts.send_at = Some(at),
        When::Undecided(why) => {
            notes.push(format!("time of sending: {why}"));
            facts.missing.insert(Missing::SendAt);
        }
    }

    let mut result = Understood::of(facts);
    let body = body_without_text(reading, &found);
    let lists = Lists::read(reading, &result.facts, &desk, &found, &body);
    audience(reading, &desk, &lists, &mut result.facts);
    apply_lists(reading, lists, &desk, &mut result);
    subject(reading, &desk, &found, &mut result.facts);
    files(reading, &desk, &found, &mut result);
    category(reading, &found, &mut result.facts);

    result.content = found.content.clone();
    result.content_by_channel = found.by_channel.clone();
    if desk.changes_text(&reading.who) {
        corrected(&desk, &reading.who, &mut result);
    }
    result.content_digest = digest(&result);
    result.change = Change::default();
    if !found.sure && (result.facts.message_text.is_some() || !result.content_by_channel.is_empty()) {
        result.facts.missing.insert(Missing::MessageText);
    }
    doubts(reading, &desk, &found, &mut result);
    suspected(reading, &found, &mut result);
    repeated(reading, sender, &mut result);
    let reached = result.facts.audience == Some(Audience::General) || result.facts.recipients.is_some_and(|it| it > 0);
    let convertible = result.facts.media_to_convert.is_empty() || result.facts.missing.is_empty();
    result.facts.dispatch =
        result.facts.missing.is_empty() && found.sure && reached && convertible && result.facts.duplicate_of.is_none();
    result.notes.extend(notes);
    result
}

/// What is said to the desk, in the ways it is asked for.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Every sentence to the desk, folded.
    pub sentences: Vec<String>,
    /// The sentences that ask for the sending, folded.
    pub requests: Vec<String>,
    /// Headings: kind and value.
    pub headings: Vec<(&'static str, String)>,
    /// Every sentence as it stands, and folded; subjects and other headings aside.
    pub units: Vec<(String, String)>,
    /// All sentences as one text.
    pub all: String,
}

impl Desk {
    /// What is said to the desk in a mail.
    #[must_use]
    pub fn of(reading: &Reading<'_>, found: &Found) -> Self {
        let units: Vec<_> = reading.letter.said_to_desk(found.span.as_ref()).collect();
        let sentences: Vec<String> = units.iter().map(|it| it.folded.clone()).collect();
        let requests = units.iter().filter(|it| it.looks.request).map(|it| it.folded.clone()).collect();
        let mut headings = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            if unit.looks.meta == Some("canal") && !unit.text.contains(':') {
                headings.push(("canal", unit.text.clone()));
                continue;
            }
            let Some((kind, value)) = features::meta_label(&unit.text, &reading.who) else { continue };
            // `Assunto:` alone: the value stands in the next line.
            let value = if value.is_empty() { units.get(at + 1).map_or("", |it| it.text.as_str()) } else { value };
            // The head of a memo (`De: …`, `Para: Assessoria`, `Assunto: …`) has the subject of the memo.
            let above = units.get(at.saturating_sub(MEMO_LINES)..at).unwrap_or_default();
            let addressed = above.iter().any(|it| MEMO_HEAD.iter().any(|head| it.folded.starts_with(head)));
            let kind = if kind == "assunto" && addressed { "assunto-do-memorando" } else { kind };
            headings.push((kind, value.to_owned()));
        }
        let all = sentences.join("\n");
        let units = units
            .iter()
            .filter(|it| it.looks.meta.is_none() && !it.looks.names_subject && !it.looks.label)
            .map(|it| (it.text.clone(), it.folded.clone()))
            .collect();
        Self { sentences, requests, headings, units, all }
    }
}

impl Desk {
    /// Whether a sentence orders a change of the text.
    #[must_use]
    pub fn changes_text(&self, who: &features::Speakers<'_>) -> bool {
        self.units.iter().any(|it| hindrance::changes_text(&it.1, who))
    }
}

fn channels(reading: &Reading<'_>, desk: &Desk, found: &Found, missing: &mut BTreeSet<Missing>) -> BTreeSet<Channel> {
    let words = reading.setting.vocabulary;
    if !found.by_channel.is_empty() {
        return found.by_channel.keys().copied().collect();
    }
    let of = |texts: &[String]| -> BTreeSet<Channel> { texts.iter().flat_map(|it| channels_in(it, words)).collect() };
    let heading: BTreeSet<Channel> =
        desk.headings.iter().filter(|it| it.0 == "canal").flat_map(|it| channels_in(&fold(&it.1), words)).collect();
    let mut subject = channels_in(&fold(&reading.subject), words);
    // Whoever writes `envio de e-mail` in the subject names the channel; the word alone may mean the mail itself.
    if !heading.is_empty() {
        return heading;
    }
    let mut said = of(&desk.requests);
    if said.is_empty() {
        said = of(&desk.sentences);
    }
    if said.is_empty() {
        said = std::mem::take(&mut subject);
    }
    // The subject of an answer is that of the earlier mail.
    if !reading.answer && !subject.is_empty() && subject.is_disjoint(&said) {
        missing.insert(Missing::Channel);
        return BTreeSet::new();
    }
    if said.is_empty() {
        missing.insert(Missing::Channel);
    }
    said
}

/// The area that asks: by the sender's address; where that stands in two areas, by the words of the signature.
#[must_use]
pub fn area(reading: &Reading<'_>, sender: &EmailAddress) -> Option<String> {
    let office = reading.setting.office;
    let keys = office.areas_of(sender);
    match keys.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        several => {
            let signature: String = reading
                .letter
                .units
                .iter()
                .skip(reading.letter.tail)
                .map(|it| it.folded.as_str())
                .collect::<Vec<_>>()
                .join("\n");
            let heading = reading.new_words();
            let name = fold(reading.mail.sender_name());
            let fits = |text: &str| -> Vec<&str> {
                several.iter().copied().filter(|key| names_area(text, key, reading)).collect()
            };
            for text in [&signature, &name, &heading] {
                if let [one] = fits(text).as_slice() {
                    return Some((*one).to_owned());
                }
            }
            None
        }
    }
}

fn names_area(text: &str, key: &str, reading: &Reading<'_>) -> bool {
    let Some(area) = reading.setting.office.areas.get(key) else { return false };
    let names = [Some(fold(&area.nome)), area.linha.as_deref().map(fold), Some(fold(&key.replace('-', " ")))];
    names.into_iter().flatten().any(|name| {
        has_words(text, &name) || name.split('/').any(|part| part.len() > 4 && has_words(text, part.trim()))
    })
}

fn set_text(facts: &mut Facts, found: &Found) {
    facts.message_text = found.content.as_ref().map(|it| it.text.clone());
    if !found.by_channel.is_empty() {
        // Where each channel has its own text, the one of the email stands for both.
        facts.message_text = found.by_channel.values().next().map(|it| it.text.clone());
        facts.message_text_by_channel = found.by_channel.iter().map(|(key, it)| (*key, it.text.clone())).collect();
    }
    if facts.message_text.is_none() && facts.message_text_by_channel.is_empty() {
        facts.missing.insert(Missing::MessageText);
    }
    let text = facts
        .message_text
        .clone()
        .unwrap_or_else(|| facts.message_text_by_channel.values().cloned().collect::<Vec<_>>().join("\n"));
    facts.placeholders = placeholders(&text);
    facts.per_person = !facts.placeholders.is_empty();
}

fn send_at(reading: &Reading<'_>, desk: &Desk) -> When {
    let mut result = When::Now;
    // `Data: …` is the time of sending among other headings; below a text it is the date of an event.
    let alone = !desk.headings.iter().any(|it| matches!(it.0, "canal" | "publico" | "assunto"));
    let headings = desk
        .headings
        .iter()
        .filter(|it| it.0 == "data" && !(alone && desk.headings.len() > 1))
        .map(|it| (fold(&it.1), true));
    // `avisa que o dinheiro cai dia 30`: what is told has its own dates.
    let who = &reading.who;
    let own = |it: &String| match hindrance::told(it, who) {
        Some(at) => it.get(..at).unwrap_or_default().to_owned(),
        None => it.clone(),
    };
    let sentences = desk.sentences.iter().map(|it| (own(it), false));
    for (text, heading) in headings.chain(sentences).take(60) {
        let Some(when) = dates::read(&text, heading, &reading.who, reading.today()) else { continue };
        match (&result, &when) {
            (_, When::Now) => {}
            (When::Now, _) => result = when,
            (When::At(a), When::At(b)) if a.at.date() != b.at.date() => {
                return When::Undecided("two different dates".to_owned());
            }
            (When::At(a), When::At(b)) if b.hour_is_known && !a.hour_is_known => result = when,
            (When::At(_), When::Undecided(_)) => return when,
            (When::At(_) | When::Undecided(_), _) => {}
        }
    }
    result
}

/// Makes the changes that the letter orders in quotes (`onde se lê "A", leia-se "B"`) where the text has the words once,
/// so that the requester is shown what shall go.
fn corrected(desk: &Desk, who: &features::Speakers<'_>, result: &mut Understood) {
    let Some(content) = result.content.as_mut() else { return };
    let orders = desk.units.iter().filter(|it| hindrance::changes_text(&it.1, who));
    for (old, new) in orders.flat_map(|it| super::answer::replacements(&it.0)) {
        if old.is_empty() || content.text.matches(old.as_str()).count() != 1 {
            continue;
        }
        content.text = content.text.replacen(&old, &new, 1);
        let once = |it: &String| it.matches(old.as_str()).count() == 1;
        content.html = content.html.take().filter(once).map(|it| it.replacen(&old, &new, 1));
        result.facts.message_text = Some(content.text.clone());
    }
}

/// The lines of the letter outside the text, for a list that was typed there. Signatures are no list.
fn body_without_text(reading: &Reading<'_>, found: &Found) -> String {
    let span = found.span;
    let letter = &reading.letter;
    let lines = letter.units.iter().enumerate().filter(|(at, unit)| {
        let inside = span.is_some_and(|it| (it.from..=it.to).contains(at));
        let in_table = letter.blocks.get(unit.block).is_some_and(|it| it.cell.is_some());
        !inside && !in_table && *at < letter.tail
    });
    lines.map(|(_, it)| it.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The lists that were read, one for each channel.
#[derive(Debug, Default)]
struct Lists {
    by_channel: BTreeMap<Channel, RecipientList>,
    file: Option<(String, Vec<u8>)>,
    /// Names of the files that are lists, also those not used.
    list_files: Vec<String>,
    source: Option<String>,
    several: bool,
}

impl Lists {
    fn read(reading: &Reading<'_>, facts: &Facts, desk: &Desk, found: &Found, body: &str) -> Self {
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
        lists.list_files = candidates.iter().map(|it| it.name.clone()).collect();
        let chosen = choose(&candidates, desk, &reading.who);
        lists.several = candidates.len() > 1 && chosen.is_none();
        if let Some(file) = chosen {
            for channel in &channels {
                let read = |ask: &ListAsk<'_>| sheets::read_list(&file.name, &file.bytes, *channel, words, ask);
                let Ok(list) = read(&ask) else { continue };
                // A field that no row can fill is asked for; it makes no single row unusable.
                let list = if all_filled(&facts.placeholders, &list, words) {
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
fn choose<'a>(candidates: &[&'a Attachment], desk: &Desk, who: &features::Speakers<'_>) -> Option<&'a Attachment> {
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

/// All insured people, or some: by the words of the request; a list that came makes it some.
fn audience(reading: &Reading<'_>, desk: &Desk, lists: &Lists, facts: &mut Facts) {
    let who = &reading.who;
    let subject = fold(&reading.subject);
    let mut general = false;
    let mut restricted = false;
    for sentence in desk.sentences.iter().chain(std::iter::once(&subject)) {
        if let Some(narrowed) = everybody(sentence, who) {
            general |= !narrowed;
            restricted |= narrowed;
        }
    }
    for (kind, value) in &desk.headings {
        if *kind == "publico" {
            general |= matches!(fold(value).as_str(), "todos" | "geral" | "todos os segurados");
        }
    }
    let has_list = !lists.by_channel.is_empty() || lists.file.is_some() || lists.several;
    let announced = desk.sentences.iter().any(|it| who.has("publico", "restrito", it));
    let people = desk.sentences.iter().any(|it| who.has("publico", "pessoas", it) || who.has("lista", "arquivo", it))
        || who.has("publico", "pessoas", &subject);
    facts.audience = if general && !restricted {
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
            None => {
                general |=
                    who.words.phrases("publico", "geral-resposta").iter().any(|it| features::trim_marks(sentence) == it)
            }
        }
    }
    if general {
        return Some(Audience::General);
    }
    let listed = desk.sentences.iter().any(|it| who.has("publico", "restrito", it) || who.has("lista", "arquivo", it));
    listed.then_some(Audience::Specific)
}

/// Whether the sentence says everybody; if so, whether it narrows that at once (`todos os segurados da planilha`).
fn everybody(sentence: &str, who: &features::Speakers<'_>) -> Option<bool> {
    let phrase = who.words.phrases("publico", "geral").iter().find(|it| has_words(sentence, it))?;
    let at = crate::office::find_words(sentence, phrase)?;
    let after: String = sentence.get(at + phrase.len()..).unwrap_or_default().chars().take(32).collect();
    let after = after.split(['.', ';', '!', '?']).next().unwrap_or_default();
    let only = who.words.phrases("publico", "so");
    let lead = only.iter().any(|it| has_words(sentence, it) && has_words(after, it));
    let listed = who.words.phrases("publico", "restrito").iter().any(|it| has_words(after, it))
        && !after.trim_start().starts_with(',');
    let rest = after.trim_start();
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    // `todos os segurados do instituto` are all; `todos os beneficiários de pensão`, `todos os segurados inativos` are not.
    let narrows = who.words.phrases("publico", "estreita").iter().any(|it| it == first);
    let house = who.names_house(rest) || who.words.phrases("publico", "casa").iter().any(|it| has_words(rest, it));
    // `… do aviso abaixo`, `… com a arte em anexo` tell what goes, not to whom.
    let what_goes = [first, second].iter().any(|it| who.words.phrases("texto", "nome").iter().any(|noun| noun == it))
        || (first == "com" && who.words.phrases("publico", "vai-junto").iter().any(|it| it == second));
    let described = narrows && !what_goes && !house;
    Some(lead || listed || described)
}

fn apply_lists(reading: &Reading<'_>, lists: Lists, desk: &Desk, result: &mut Understood) {
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
    announced_number(reading, desk, &lists.by_channel, facts);
    columns(reading, &lists.by_channel, facts);
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

/// `os 15 da lista` with 9 rows: which is right? `cerca de 50` with 48 is fine.
fn announced_number(reading: &Reading<'_>, desk: &Desk, lists: &BTreeMap<Channel, RecipientList>, facts: &mut Facts) {
    let (Some(recipients), Some(rejected), Some(duplicates)) = (facts.recipients, facts.rejected, facts.duplicates)
    else {
        return;
    };
    let rows = lists.values().map(|it| it.rows).max().unwrap_or(recipients);
    let right = [recipients, recipients + rejected, recipients + duplicates, recipients + rejected + duplicates, rows];
    for sentence in &desk.sentences {
        for (number, about) in numbers_of_people(sentence, reading) {
            let near = about && right.iter().any(|it| it.abs_diff(number) * 10 <= number.max(10));
            if !near && !right.contains(&number) {
                facts.missing.insert(Missing::RecipientsConfirm);
            }
        }
    }
}

/// Numbers that count people or contacts: `os 15 segurados`, `esses três`, `14 da lista`, `cerca de 50`.
fn numbers_of_people(sentence: &str, reading: &Reading<'_>) -> Vec<(u64, bool)> {
    let spelt = |word: &str| reading.who.words.key_of("numeros", word).and_then(|it| it.parse::<u64>().ok());
    let words: Vec<&str> = sentence
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | ':'))
        .map(|it| it.trim_matches(['.', '!', '?', '"', '\'']))
        .filter(|it| !it.is_empty())
        .collect();
    let people = |it: &str| {
        reading.who.words.phrases("publico", "pessoas").iter().any(|phrase| phrase == it)
            || reading.who.words.phrases("lista", "conta").iter().any(|phrase| phrase == it)
    };
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let digits = word.replace('.', "");
        let number = digits.parse::<u64>().ok().or_else(|| spelt(word));
        let Some(number) = number.filter(|it| (2..1_000_000).contains(it)) else { continue };
        let next = words.get(at + 1).copied().unwrap_or_default();
        let after = words.get(at + 2).copied().unwrap_or_default();
        let before = at.checked_sub(1).and_then(|it| words.get(it)).copied().unwrap_or_default();
        let earlier = at.checked_sub(2).and_then(|it| words.get(it)).copied().unwrap_or_default();
        let of_list = matches!(next, "da" | "na" | "do")
            && matches!(after, "lista" | "planilha" | "relacao" | "arquivo" | "tabela");
        let these = matches!(before, "esses" | "estes" | "essas" | "estas")
            && !matches!(next, "dias" | "meses" | "arquivos" | "anexos" | "pdfs" | "textos");
        let counted = people(next) || (people(after) && !matches!(next, "de" | "dos" | "das" | "para" | "e" | "aos"));
        // `quem não tiver nenhum dos dois contatos`: ways to reach one person.
        let ways = number == 2 && matches!(earlier, "nenhum" | "um" | "qualquer" | "algum" | "cada" | "nenhuma");
        // `as duas primeiras linhas` are a place.
        let place = next.starts_with("primeir") || next.starts_with("ultim");
        if !(of_list || these || counted) || ways || place || matches!(before, "art" | "no" | "lei" | "dia") {
            continue;
        }
        let about = matches!(before, "de" | "uns" | "umas" | "quase" | "aproximadamente" | "menos")
            && matches!(earlier, "cerca" | "torno" | "perto" | "mais" | "ou" | "")
            || matches!(before, "uns" | "umas" | "quase" | "aproximadamente" | "aprox");
        found.push((number, about));
    }
    found
}

/// Which columns go to the call center, and which must not.
fn columns(reading: &Reading<'_>, lists: &BTreeMap<Channel, RecipientList>, facts: &mut Facts) {
    let words = reading.setting.vocabulary;
    let Some(list) = lists.values().next() else { return };
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
    if !all_filled(&facts.placeholders, list, words) {
        facts.missing.insert(Missing::ContentData);
    }
}

/// Whether each field of the text has a column of the list that fills it.
fn all_filled(placeholders: &[String], list: &RecipientList, words: &Vocabulary) -> bool {
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
    placeholders.iter().all(|it| filled(it) || named(it) && has_name)
}

/// The subject: as stated, else the mail's own without the words of asking.
fn subject(reading: &Reading<'_>, desk: &Desk, found: &Found, facts: &mut Facts) {
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
    let at = desk.units.iter().position(|it| ["assunto:", "titulo:"].iter().any(|end| it.1.ends_with(end)))?;
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
        let goes_on = || {
            let folded = fold(after);
            words.phrases("assunto", "fim").iter().any(|it| crate::office::find_words(&folded, it) == Some(0))
        };
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
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let mut places: Vec<usize> =
        ["assunto", "título", "titulo"].iter().flat_map(|it| lower.match_indices(it).map(|found| found.0)).collect();
    places.sort_unstable();
    places.into_iter().find_map(|at| {
        let rest = text.get(at..).unwrap_or_default();
        subject_at(rest).or_else(|| bare_value(rest, reading))
    })
}

/// `assunto Nota do Conselho Fiscal nº 3.`, `com o assunto Calendário de reuniões, do que segue:`: without a mark the
/// subject begins with a capital letter and goes to the end of the sentence, or to a comma after which the letter
/// goes on.
fn bare_value(rest: &str, reading: &Reading<'_>) -> Option<String> {
    let words = reading.setting.vocabulary;
    let mut value = rest.split_once(char::is_whitespace)?.1.trim_start();
    let links = words.phrases("assunto", "ligacao");
    while let Some(link) = links.iter().find(|it| crate::office::find_words(&fold(value), it) == Some(0)) {
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
        let folded = || fold(after);
        let goes_on =
            || words.phrases("assunto", "fim").iter().any(|it| crate::office::find_words(&folded(), it) == Some(0));
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
fn subject_at(rest: &str) -> Option<String> {
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
    for lead in ["pode ser", "sera", "deve ser", "e-mail e", "fica", "seria", "e o seguinte", "sugerido e"] {
        if let Some(start) = crate::office::find_words(&folded, lead).filter(|it| *it < 30) {
            let skip = folded.get(..start + lead.len()).map_or(0, |it| it.chars().count());
            let value: String = rest.chars().skip(skip).collect();
            let value = value.trim_end_matches(':').to_owned();
            let value = value.trim().trim_end_matches('.').trim();
            let own = ["o mesmo", "este mesmo", "o do", "esse mesmo"].iter().any(|it| fold(value).starts_with(it));
            if own {
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
        let asks = words
            .phrases("assunto", "pedido")
            .iter()
            .any(|phrase| crate::office::find_words(&folded, phrase) == Some(0));
        asks && [" aos ", " as ", " para ", " a todos", " ao "].iter().any(|link| folded.contains(link))
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
        while let Some(at) = crate::office::find_words(&rest, phrase) {
            rest.replace_range(at..at + phrase.len(), " ");
        }
    }
    const EMPTY: [&str; 26] = [
        "de", "da", "do", "das", "dos", "a", "o", "as", "os", "e", "por", "para", "via", "aos", "pelo", "pela", "em",
        "no", "na", "com", "ao", "um", "uma", "pra", "hoje", "todos",
    ];
    // `Solicitação nº 3` says nothing either.
    let numbered = |it: &str| it.bytes().all(|it| it.is_ascii_digit()) && rest.len() < folded.len();
    rest.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).all(|it| EMPTY.contains(&it) || numbered(it))
}

/// `Solicitação de envio de e-mail sobre X`: X.
fn without_lead(subject: &str, words: &Vocabulary) -> String {
    for link in [
        " sobre ",
        " referente a ",
        " referente ao ",
        " referente à ",
        " ref. ",
        " acerca de ",
        " relativo a ",
        " ref ",
    ] {
        if let Some(at) = subject.to_lowercase().find(link)
            && subject.is_char_boundary(at)
            && only_asks(&fold(subject.get(..at).unwrap_or_default()), words)
        {
            let rest = subject.get(at + link.len()..).unwrap_or_default().trim();
            let rest = rest.strip_prefix("o ").or_else(|| rest.strip_prefix("a ")).unwrap_or(rest);
            return rest.to_owned();
        }
    }
    subject.to_owned()
}

/// The files that go with the message, and whether announced ones are missing.
fn files(reading: &Reading<'_>, desk: &Desk, found: &Found, result: &mut Understood) {
    let who = &reading.who;
    let text = result.facts.message_text.clone().unwrap_or_default();
    let text = fold(&text);
    let announced_picture = desk.sentences.iter().any(|it| who.has("midia", "anunciada", it));
    let mut outgoing: Vec<&Attachment> = Vec::new();
    let pictured_list = desk.sentences.iter().any(|it| who.has("lista", "imagem", it));
    for file in &reading.mail.attachments {
        let is_list = reading.is_list(file) || (pictured_list && mime_of(file).starts_with("image/"));
        let is_document = found.document.as_deref() == Some(file.name.as_str());
        let technical = file.mime.starts_with("message/")
            || file.mime.contains("vcard")
            || file.name.to_ascii_lowercase().ends_with(".vcf")
            || file.mime == "text/calendar"
            || file.mime.contains("pkcs7")
            || file.mime == "text/rfc822-headers";
        if is_list || is_document || technical || file.bytes.is_empty() {
            continue;
        }
        if file.inside.as_deref().is_some_and(|it| it != "winmail.dat") && file.content_id.is_some() {
            continue;
        }
        if is_signature_picture(file, reading, found, announced_picture) {
            continue;
        }
        outgoing.push(file);
    }
    let sheets_only = |it: &&Attachment| {
        !matches!(
            it.name.rsplit('.').next().map(str::to_ascii_lowercase).as_deref(),
            Some("xlsx" | "xls" | "csv" | "ods" | "xlsm")
        )
    };
    outgoing.retain(sheets_only);
    let names: Vec<&str> = outgoing.iter().map(|it| it.name.as_str()).collect();
    let said = hindrance::said_of_files(&names, &desk.sentences, who);
    let named = said.contains(&hindrance::SaidOfFile::Stays);
    let mut said = said.into_iter();
    outgoing.retain(|_| said.next() != Some(hindrance::SaidOfFile::Stays));
    // `o segundo anexo não é para os segurados`: which one?
    let unnamed = !named
        && !outgoing.is_empty()
        && desk.sentences.iter().any(|it| who.has("midia", "outro", it) && who.has("midia", "fica", it));
    let linked = text.contains("http") || text.contains("www.");
    let picture_wanted = desk.sentences.iter().any(|it| {
        who.has("midia", "anunciada", it)
            && (who.has("midia", "anexo", it)
                || it.contains("com a ")
                || it.contains("junto")
                || who.has("midia", "depois", it)
                || !linked && hindrance::sends_media(it, who))
    });
    let document_wanted = desk.sentences.iter().any(|it| {
        who.has("midia", "documento", it)
            && who.has("midia", "anexo", it)
            && !who.has("texto", "anexo", it)
            && !who.has("midia", "documento-nao", it)
            // `a turma (arquivo anexo)`: the list itself.
            && !(result.list_file.is_some() && who.has("midia", "documento-lista", it))
    });
    let text_wants = text.contains("em anexo")
        || has_words(&text, "anexa")
        || has_words(&text, "anexo") && !text.contains("anexo i");
    let is_picture = |it: &&Attachment| {
        let mime = mime_of(it);
        mime.starts_with("image/") || mime.starts_with("video/") || mime.starts_with("audio/")
    };
    let inline_content = found.content.as_ref().is_some_and(|it| !it.inline.is_empty());
    let no_picture = !outgoing.iter().any(|it| is_picture(it) || it.mime == "application/pdf") && !inline_content;
    // `Seguem anexos o regimento e o cronograma`, `ambos em PDF`, with one file.
    let pictures = found.content.as_ref().map_or(0, |it| it.inline.len());
    let announced = hindrance::announced_files(&desk.sentences, who);
    let two = who.has("midia", "varios", &text)
        || desk
            .sentences
            .iter()
            .map(String::as_str)
            .chain(text.split(['.', '\n']))
            .any(|it| hindrance::announces_two(it, who));
    let several = if two { announced.max(2) } else { announced };
    let few = outgoing.len() + pictures < several;
    let wants_two = desk.sentences.iter().any(|it| who.has("midia", "dois", it));
    if (picture_wanted && no_picture)
        || (document_wanted && outgoing.is_empty())
        || (text_wants && outgoing.is_empty() && !inline_content)
        || (wants_two && files_of_its_own(reading) < 2)
        || unnamed
        || few
    {
        result.facts.missing.insert(Missing::Media);
    }
    let whatsapp = result.facts.channel.contains(&Channel::Whatsapp);
    for file in outgoing {
        result.facts.attachments_to_send.push(file.name.clone());
        if whatsapp {
            match media::judge(&file.name, &file.bytes, reading.setting.media) {
                Verdict::AsIs { .. } => {}
                Verdict::Convert(_) => result.facts.media_to_convert.push(file.name.clone()),
                Verdict::Refuse { .. } => {
                    result.facts.media_to_convert.push(file.name.clone());
                    result.notes.push(format!("`{}` cannot go by WhatsApp", file.name));
                }
            }
        }
        result.attachments.push(OutgoingFile {
            name: file.name.clone(),
            mime: file.mime.clone(),
            bytes: file.bytes.clone(),
        });
    }
}

/// How many files came that are no pictures of a signature: `dois arquivos em anexo` may be list and text.
fn files_of_its_own(reading: &Reading<'_>) -> usize {
    reading.mail.attachments.iter().filter(|it| it.content_id.is_none() && !it.bytes.is_empty()).count()
}

/// The type of a file; by its name where the client did not know it.
fn mime_of(file: &Attachment) -> &str {
    if file.mime == "application/octet-stream" { crate::mail::incoming::mime_by_name(&file.name) } else { &file.mime }
}

/// A picture of the signature, not of the message: it stands in closing and signature, or is small and without a name
/// of its own.
fn is_signature_picture(file: &Attachment, reading: &Reading<'_>, found: &Found, announced: bool) -> bool {
    let Some(id) = file.content_id.as_deref() else { return file.name.is_empty() };
    let source = format!("cid:{id}");
    let letter = &reading.letter;
    let place = letter.blocks.iter().position(|block| block.pictures().any(|it| it.source == source));
    let Some(place) = place else {
        // Not in the letter: in quoted mails, or nowhere. With a disposition of its own it is a file.
        let quoted = reading
            .thread
            .earlier
            .iter()
            .any(|it| it.blocks.iter().any(|block| block.pictures().any(|it| it.source == source)));
        return quoted || (file.inline && !announced && is_numbered(&file.name));
    };
    let in_text = found.span.is_some_and(|span| {
        let first = letter.units.get(span.from).map_or(usize::MAX, |it| it.block);
        let last = letter.units.get(span.to).map_or(0, |it| it.block);
        (first..=last).contains(&place)
    });
    if in_text {
        return false;
    }
    let marked = letter.blocks.get(place).is_some_and(|it| it.is_in(Enclosure::Signature));
    let signed = letter.units.get(letter.tail).is_some_and(|it| place >= it.block);
    if marked || (signed && is_numbered(&file.name)) {
        return true;
    }
    // After the text and before any name: an announced picture, unless it is a logo by its size.
    !announced || (file.bytes.len() < 6_000 && is_numbered(&file.name))
}

/// `image001.png`: a name that the client gave.
fn is_numbered(name: &str) -> bool {
    let stem = fold(name.rsplit_once('.').map_or(name, |it| it.0));
    let bare = stem.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '_');
    matches!(
        bare,
        "image"
            | "imagem"
            | "outlook"
            | "logo"
            | "assinatura"
            | "signature"
            | ""
            | "part"
            | "att"
            | "logotipo"
            | "icone"
            | "icon"
    ) || bare.starts_with("outlook-")
}

/// The category by the words of subject and text: the subject counts more.
fn category(reading: &Reading<'_>, found: &Found, facts: &mut Facts) {
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
    for (key, phrases) in words.keys("categorias") {
        let score = 2 * weight_of(subject, phrases) + weight_of(text, phrases);
        if score > 0 && best.is_none_or(|it| score > it.0) {
            best = Some((score, key));
        }
    }
    best.map(|it| it.1.to_owned())
}

/// What a careful person would ask about before sending, though nothing is missing.
fn doubts(reading: &Reading<'_>, desk: &Desk, found: &Found, result: &mut Understood) {
    let who = &reading.who;
    if let Some(words) = held(reading, desk, found) {
        result.facts.missing.insert(Missing::SendAt);
        result.notes.push(format!("it shall not go yet: {words}"));
    }
    let doubts = |it: &String| who.has("segurar", "duvida", it) && !who.has("segurar", "opcional", it);
    let doubted = || desk.sentences.iter().any(doubts);
    if result.facts.missing.is_empty() && doubted() {
        result.facts.missing.insert(Missing::SendAt);
        result.notes.push("the requester is not certain yet".to_owned());
    }
    let has_text = result.content.is_some() || !result.content_by_channel.is_empty();
    if has_text && desk.changes_text(who) {
        result.facts.missing.insert(Missing::MessageText);
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
    if desk.sentences.iter().any(|it| hindrance::dispenses_somebody(it, who)) {
        confirm("the letter says of somebody that the message is not needed", result);
    }
    if named_in_text(result) {
        confirm("the text names one person of the list", result);
    }
    if let Some(excepted) = excepted(desk, who, result) {
        let before = result.facts.recipients;
        for list in &mut result.lists {
            list.recipients.retain(|it| !it.name.as_deref().is_some_and(|it| excepted.contains(&fold(it))));
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
fn suspected(reading: &Reading<'_>, found: &Found, result: &mut Understood) {
    if !result.facts.missing.is_empty() || !found.sure {
        return;
    }
    let said = reading.letter.said_to_desk(found.span.as_ref()).filter(|it| {
        let looks = &it.looks;
        let heading = looks.meta.is_some() || looks.names_subject || looks.label || looks.end_mark;
        !heading && !looks.mobile && !looks.disclaimer && !looks.contact_line && !looks.sender_name
    });
    let mut suspect = said.filter_map(|it| {
        let dated = is_dated(&it.folded, reading);
        hindrance::suspicion(&it.folded, dated, &reading.who).map(|word| (word, it))
    });
    if let Some((word, unit)) = suspect.next() {
        let words: String = unit.text.chars().take(160).collect();
        result.notes.push(format!("this may be a reserve (`{word}`): {words}"));
        result.facts.missing.insert(Missing::MessageText);
    }
}

/// Keeps the rows with the value that the sentence names after its restriction (`somente quem está como Pendente`),
/// where one column has it and others; the requester confirms them.
fn only_named_rows(sentence: &str, who: &features::Speakers<'_>, result: &mut Understood) {
    let only = who.words.phrases("lista", "so").iter().filter_map(|it| crate::office::find_words(sentence, it)).min();
    let Some(after) = only.and_then(|at| sentence.get(at..)) else { return };
    for list in &mut result.lists {
        let named = (0..list.columns.len()).find_map(|column| {
            let values: BTreeSet<String> =
                list.recipients.iter().filter_map(|it| it.values.get(column)).map(fold).collect();
            let told = |it: &&String| it.chars().count() >= 3 && has_words(after, it);
            let first = values.iter().filter(told).min_by_key(|it| crate::office::find_words(after, it))?;
            (2..=VALUES_MAX).contains(&values.len()).then(|| (column, first.clone()))
        });
        if let Some((column, value)) = named {
            list.recipients.retain(|it| it.values.get(column).is_some_and(|it| fold(it) == value));
        }
    }
    recount(result);
}

/// Counts what the lists still hold.
fn recount(result: &mut Understood) {
    let by_channel = result.lists.iter().map(|it| (it.channel, it.clone())).collect();
    count(&mut result.facts, &by_channel);
}

/// The words by which the letter, its subject included, says that nothing shall go yet.
#[must_use]
pub fn held(reading: &Reading<'_>, desk: &Desk, found: &Found) -> Option<String> {
    let who = &reading.who;
    let inside = found.span.iter().flat_map(|span| reading.letter.units.get(span.from..=span.to).unwrap_or_default());
    // Inside of the text only a verb of sending with a «não» before it counts.
    let inside = inside.map(|it| it.folded.clone()).find(|it| features::refuses_to_send(it, who));
    // Words of the subject tell less than a date in the letter.
    let dated = desk.sentences.iter().any(|it| is_dated(it, reading));
    let subject = if dated { String::new() } else { fold(&reading.subject) };
    let freed = desk.sentences.iter().any(|it| who.has("segurar", "solta", it));
    let said = desk
        .sentences
        .iter()
        .chain(std::iter::once(&subject))
        .filter(|it| !is_dated(it, reading) || hindrance::waits_beside_date(it, who))
        .find(|it| features::holds(it, who) || hindrance::waits(it, who) || (!freed && who.has("segurar", "teste", it)))
        .cloned();
    said.or(inside).map(|it| it.chars().take(60).collect())
}

/// `só depois das 18h de sexta-feira`: it says when.
fn is_dated(sentence: &str, reading: &Reading<'_>) -> bool {
    matches!(dates::read(sentence, false, &reading.who, reading.today()), Some(When::At(_)))
}

/// Whether the letter speaks of one group (`pensionistas`) and the list of another (`aposentados`).
fn other_group(reading: &Reading<'_>, desk: &Desk, result: &Understood) -> bool {
    let words = reading.setting.vocabulary;
    let groups = |text: &str| -> BTreeSet<String> {
        words
            .keys("grupos")
            .filter(|(_, phrases)| phrases.iter().any(|it| has_words(text, it)))
            .map(|it| it.0.to_owned())
            .collect()
    };
    let asked = groups(&format!("{}\n{}", desk.requests.join("\n"), fold(&reading.subject)));
    let columns = result.lists.iter().flat_map(|it| it.columns.iter().map(String::as_str));
    let named: Vec<&str> = result.facts.list_source.as_deref().into_iter().chain(columns).collect();
    let listed = groups(&fold(&named.join(" ")).replace(['_', '-', '.'], " "));
    !asked.is_empty() && !listed.is_empty() && asked.is_disjoint(&listed)
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

/// The names of the list that a sentence to the desk excepts (`menos para Maria da Silva`), folded; `None` where none
/// is named in such a sentence.
fn excepted(desk: &Desk, who: &features::Speakers<'_>, result: &Understood) -> Option<BTreeSet<String>> {
    let sentences: Vec<&String> = desk.sentences.iter().filter(|it| who.has("lista", "exceto", it)).collect();
    if sentences.is_empty() {
        return None;
    }
    let names: BTreeSet<String> = result
        .lists
        .iter()
        .flat_map(|it| it.recipients.iter().filter_map(|it| it.name.as_deref()).map(fold))
        .filter(|name| name.contains(' ') && sentences.iter().any(|it| has_words(it, name)))
        .collect();
    (!names.is_empty()).then_some(names)
}

/// The weight of the phrases that stand in a folded text, the longest first; what one took the next does not count.
fn weight_of(text: &str, phrases: &[String]) -> i32 {
    let mut rest = text.to_owned();
    let mut weight = 0;
    for phrase in phrases {
        let Some(at) = crate::office::find_words(&rest, phrase) else { continue };
        let end = at + phrase.trim_end_matches('*').len();
        rest.replace_range(at..end, &" ".repeat(end - at));
        weight += 1 + 2 * i32::try_from(phrase.split_whitespace().count()).unwrap_or(1);
    }
    weight
}

/// Text and list as one digest, by which a repeated request is known.
fn digest(result: &Understood) -> String {
    let mut hash = Sha256::new();
    let mut text = String::new();
    for content in result.content.iter().chain(result.content_by_channel.values()) {
        text.push_str(&fold(&content.text));
        text.push('\n');
    }
    if text.trim().is_empty() {
        return String::new();
    }
    hash.update(text.as_bytes());
    for list in &result.lists {
        hash.update(list.channel.as_str().as_bytes());
        for recipient in &list.recipients {
            hash.update(recipient.contact.key().as_bytes());
            hash.update(b"\n");
        }
    }
    for channel in &result.facts.channel {
        hash.update(channel.as_str().as_bytes());
    }
    if let Some(at) = result.facts.send_at {
        hash.update(at.to_string().as_bytes());
    }
    hash.finalize().iter().take(16).map(|it| format!("{it:02x}")).collect()
}

/// The same text to the same list within a week is one request sent twice, by the sender or a colleague.
fn repeated(reading: &Reading<'_>, sender: &EmailAddress, result: &mut Understood) {
    if result.content_digest.is_empty() {
        return;
    }
    let twin = reading.setting.known.iter().find(|it| {
        it.content_digest == result.content_digest
            && (EmailAddress::parse(&it.requester).is_ok_and(|it| it == *sender) || !result.lists.is_empty())
            && it.status != "cancelled"
            && relation::is_recent(it, reading.setting.now, 7)
    });
    result.facts.duplicate_of = twin.map(|it| it.protocol.clone());
}
