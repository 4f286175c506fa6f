//! The facts of a request: channel, audience, area, subject, text, list, files, time, and what is missing.

mod audience;
mod category;
mod desk;
mod doubts;
mod files;
mod lists;
mod subject;

pub use audience::audience_in;
pub use category::category_of;
pub use desk::Desk;
pub use doubts::held;
pub use files::LOGO_MAX;

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use crate::office::{Audience, Channel, Class, EmailAddress, Facts, Missing, fold, has_words};
use crate::understanding::channels::channels_in;
use crate::understanding::dates::{self, When};
use crate::understanding::features::{self, placeholders};
use crate::understanding::hindrance;
use crate::understanding::reading::Reading;
use crate::understanding::text::{self, Found};
use crate::understanding::{Change, Understood, answer, relation};

/// Understands a mail as a request of an area.
#[must_use]
pub fn understand(reading: &Reading<'_>, sender: &EmailAddress) -> Understood {
    let mut facts = Facts::of(Class::Request);
    let found = text::find(reading);
    let desk = Desk::of(reading, found);
    let mut notes = found.notes.clone();

    facts.channel = channels(reading, &desk, found, &mut facts.missing);
    facts.area = area(reading, sender);
    if facts.area.is_none() {
        facts.missing.insert(Missing::Area);
    }
    facts.urgent = reading.who.has("quando", "urgente", &desk.all) || fold(&reading.mail.subject).contains("urgente");
    set_text(&mut facts, found);
    match send_at(reading, &desk) {
        When::Now => {}
        When::At(at) => facts.send_at = Some(at),
        When::Undecided(why) => {
            notes.push(format!("time of sending: {why}"));
            facts.missing.insert(Missing::SendAt);
        }
    }

    let mut result = Understood::of(facts);
    let body = lists::body_without_text(reading, found);
    let read = lists::Lists::read(reading, &result.facts, &desk, found, &body);
    audience::audience(reading, &desk, &read, &mut result.facts);
    lists::apply_lists(reading, read, &desk, &mut result);
    subject::subject(reading, &desk, found, &mut result.facts);
    files::files(reading, &desk, found, &mut result);
    category::category(reading, found, &mut result.facts);

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
    doubts::doubts(reading, &desk, found, &mut result);
    repeated(reading, sender, &mut result);
    doubts::suspected(reading, found, &mut result);
    let reached = result.facts.audience == Some(Audience::General) || result.facts.recipients.is_some_and(|it| it > 0);
    let convertible = result.facts.media_to_convert.is_empty() || result.facts.missing.is_empty();
    result.facts.dispatch =
        result.facts.missing.is_empty() && found.sure && reached && convertible && result.facts.duplicate_of.is_none();
    result.notes.extend(notes);
    result
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
    // `Assunto (e-mail): Folha suplementar – crédito em 19/07`
    let of_subject = |it: &&String| who.begins("assunto", "anuncia", it) && it.contains(':');
    let sentences = desk.sentences.iter().filter(|it| !of_subject(it)).map(|it| (own(it), false));
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
    for (old, new) in orders.flat_map(|it| answer::replacements(&it.0)) {
        if old.is_empty() || content.text.matches(old.as_str()).count() != 1 {
            continue;
        }
        content.text = content.text.replacen(&old, &new, 1);
        let once = |it: &String| it.matches(old.as_str()).count() == 1;
        content.html = content.html.take().filter(once).map(|it| it.replacen(&old, &new, 1));
        result.facts.message_text = Some(content.text.clone());
    }
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
