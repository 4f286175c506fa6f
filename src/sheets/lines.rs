//! Addresses and numbers typed in a mail's text: `Maria Silva - maria@x.com`, `João (47) 99123-4567`.

use std::sync::LazyLock;

use regex::Regex;

use super::cell::person_name;
use super::layout::Layout;
use super::list::{empty_list, take};
use super::refusals::Refusals;
use super::{ListAsk, ListEvent, Row};
use crate::office::{
    Channel, Contact, EmailAddress, ExcludedRow, PhoneNumber, Recipient, RecipientList, RejectReason, RejectedRow,
    Vocabulary,
};

/// Reads addresses or numbers typed in a mail's text, one or several a line (source `body`); `None` if there are none.
#[must_use]
pub fn list_from_lines(lines: &str, channel: Channel, words: &Vocabulary, ask: &ListAsk<'_>) -> Option<RecipientList> {
    let mut list = empty_list(channel, "body");
    let refusals = Refusals::of(ask.opted_out);
    let mut seen = std::collections::HashSet::new();
    for (number, line) in (1_u32..).zip(lines.lines()) {
        for entry in entries(line, channel) {
            take(&mut list, ListEvent::Row(number));
            match entry {
                Err(reason) => {
                    let value = line.trim().to_owned();
                    take(&mut list, ListEvent::Rejected(RejectedRow { row: number, value, reason }));
                }
                Ok((name, contact)) => {
                    let row = Row::plain(number, vec![line.to_owned()]);
                    let contacts = [contact.clone()];
                    let excluded = refusals.reason(&row, &Layout::default(), &contacts, words);
                    let event = if let Some(reason) = excluded {
                        ListEvent::Excluded(ExcludedRow { row: number, reason })
                    } else if seen.insert(contact.key()) {
                        let values = [line.trim()].into_iter().collect();
                        ListEvent::Recipient(Recipient { row: number, name, contact, values })
                    } else {
                        ListEvent::Duplicate(number)
                    };
                    take(&mut list, event);
                }
            }
        }
    }
    list.columns = vec!["A".to_owned()];
    (list.rows > 0).then_some(list)
}

/// More words than a name has: they are a sentence with a name at its end.
const SENTENCE_WORDS: usize = 6;

/// A contact with the name before it, or why what looks like one is none.
type Entry = Result<(Option<String>, Contact), RejectReason>;

/// The contacts of one line.
fn entries(line: &str, channel: Channel) -> Vec<Entry> {
    match channel {
        Channel::Email => addresses(line),
        Channel::Whatsapp => line.split([';', ',']).flat_map(people).filter_map(phone).collect(),
    }
}

/// Every address of a line; a word with `@` that is none is told.
fn addresses(line: &str) -> Vec<Entry> {
    let cut = |c: char| c.is_whitespace() || "<>()[]{};,|\"'“”‘’:/\u{a0}".contains(c);
    let mut found = Vec::new();
    let mut before = String::new();
    for word in line.split(cut) {
        if !word.contains('@') {
            before.push(' ');
            before.push_str(word);
            continue;
        }
        let entry = EmailAddress::parse(word.trim_matches(['.', '-', '*', '\u{2022}']));
        let name = name_before(&before);
        found.push(entry.map(|it| (name, Contact::Email(it))).map_err(|_| RejectReason::NotAnAddress));
        before.clear();
    }
    found
}

/// The numbers of a phone's length, and where each stands.
fn numbers(part: &str) -> impl Iterator<Item = regex::Match<'_>> {
    static NUMBER: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?:\+|00)?\(?\d[\d\s().\-–\u{a0}xX]{6,22}\d").ok());
    NUMBER.as_ref().into_iter().flat_map(|it| it.find_iter(part)).filter(|it| {
        let digits = it.as_str().bytes().filter(u8::is_ascii_digit).count();
        digits >= 8 && !is_date_or_cpf(it.as_str())
    })
}

/// A part of a line in as many as it names people with a number behind: `Ernesto Brandt 96799-4860 e Nelcy Schatz
/// 96835-7945`. A number without a name before it is one more of the same person.
fn people(part: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut end = None;
    for number in numbers(part) {
        let between = end.and_then(|it| part.get(it..number.start())).unwrap_or_default();
        let (name, joined): (Vec<&str>, Vec<&str>) = between.split_whitespace().partition(|it| is_capital(it));
        if name.len() >= 2 && joined.iter().all(|it| joins_names(it)) {
            cuts.extend(end);
        }
        end = Some(number.end());
    }
    cuts.push(part.len());
    cuts.windows(2).filter_map(|it| part.get(*it.first()?..*it.last()?)).collect()
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "da" | "do" | "dos" | "das")
}

/// Words and marks between and in names.
fn joins_names(word: &str) -> bool {
    is_particle(word) || matches!(word, "e" | "a" | "o" | "para" | "pra") || word.chars().all(|c| !c.is_alphanumeric())
}

/// The first mobile number of one person's part of a line; `None` where no number of a phone's length stands.
fn phone(part: &str) -> Option<Entry> {
    let mut first: Option<Entry> = None;
    for found in numbers(part) {
        match PhoneNumber::parse(found.as_str()) {
            Ok(number) => {
                let name = name_before(part.get(..found.start()).unwrap_or_default());
                return Some(Ok((name, Contact::Whatsapp(number))));
            }
            Err(reason) => first = first.or(Some(Err(reason))),
        }
    }
    first
}

/// `12.08.2025 09` and `529.982.247-25` have digits enough, and are no phones.
fn is_date_or_cpf(text: &str) -> bool {
    static OTHER: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{3}\.\d{3}\.\d{3}-\d{2})").ok());
    OTHER.as_ref().is_some_and(|it| it.is_match(text))
}

/// The name before a contact, without numbering, bullets and labels.
fn name_before(text: &str) -> Option<String> {
    let text = text.trim_matches(|c: char| !c.is_alphabetic());
    // `Nádia, manda no zap pra Ernesto Brandt`: only the name at its end.
    let text = text.strip_prefix("e ").unwrap_or(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let from = words.iter().rposition(|it| !is_capital(it) && !is_particle(it));
    let of_name = from.and_then(|it| words.get(it + 1..)).filter(|it| !it.is_empty() && words.len() > SENTENCE_WORDS);
    let name = person_name(&of_name.map_or_else(|| text.to_owned(), |it| it.join(" ")));
    let label = ["e-mail", "email", "tel", "cel", "fone", "telefone", "celular", "whatsapp", "whats"];
    let is_label = label.contains(&name.to_lowercase().as_str());
    (name.chars().filter(|it| it.is_alphabetic()).count() >= 2 && !is_label && name.chars().count() <= 80)
        .then_some(name)
}

#[cfg(test)]
mod tests {
    use super::list_from_lines;
    use crate::office::{Channel, Vocabulary};
    use crate::sheets::ListAsk;

    fn check(lines: &str, channel: Channel, recipients: &[(&str, Option<&str>)], rejected: usize, duplicates: usize) {
        let list = list_from_lines(lines, channel, Vocabulary::shipped(), &ListAsk::default()).unwrap();
        let found: Vec<(&str, Option<&str>)> =
            list.recipients.iter().map(|it| (it.contact.as_str(), it.name.as_deref())).collect();
        assert_eq!((found.as_slice(), list.rejected.len(), list.duplicates.len()), (recipients, rejected, duplicates));
    }

    #[test]
    fn of_two_people_in_one_sentence_both_are_read() {
        let line = "Nadia manda no zap pra Ernesto Voigt Brandt (47) 96799-4860 e Nelcy Schatz (47) 9 6835-7945:";
        let both = [("5547967994860", Some("Ernesto Voigt Brandt")), ("5547968357945", Some("Nelcy Schatz"))];
        check(line, Channel::Whatsapp, &both, 0, 0);
        // A second number without a name is the same person's.
        let one = [("5547991234567", Some("Ana Lima"))];
        check("Ana Lima (47) 99123-4567 / (47) 3433-1122", Channel::Whatsapp, &one, 0, 0);
    }

    #[test]
    fn what_is_typed_in_a_body_is_read_line_by_line() {
        let email = "1) Maria Silva - maria@x.com\nJoão <joao@y.com>; ana@z.com\nmaria@x.com\nerrado@\nsem nada";
        check(
            email,
            Channel::Email,
            &[("maria@x.com", Some("Maria Silva")), ("joao@y.com", Some("João")), ("ana@z.com", None)],
            1,
            1,
        );
        let phones =
            "MARIA SILVA (47) 99123-4567\n2. João: 47 3433-1234 / 47 98888-7777\n99123-4567\ndia 12/08/2025 às 9h";
        check(
            phones,
            Channel::Whatsapp,
            &[("5547991234567", Some("Maria Silva")), ("5547988887777", Some("João"))],
            1,
            0,
        );
    }

    #[test]
    fn a_text_without_contacts_is_no_list() {
        let none = |text| list_from_lines(text, Channel::Email, Vocabulary::shipped(), &ListAsk::default()).is_none();
        assert!(none("") && none("Bom dia"));
    }
}
