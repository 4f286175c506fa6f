//! Which phrases of a vocabulary stand in a text: all of them found in one pass.
//!
//! ```text
//! phrases of all keys ──► Index (by their first words, made once)
//! folded text ──────────► Standing: (key, phrase, where it first stands as whole words)
//! ```

use std::collections::BTreeMap;
use std::hash::BuildHasher as _;
use std::ops::ControlFlow;

use foldhash::fast::FixedState;

use super::vocabulary::List;

/// One key of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group(u32);

impl Group {
    /// Its place among the lists of the vocabulary.
    pub(super) const fn place(self) -> usize {
        self.0 as usize
    }

    /// All keys in their order.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..).map(Self)
    }
}

/// The keys of a vocabulary by their names: a table with twice as many slots as keys, of which the next free one is taken.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(Box<[u32]>);

impl Names {
    pub(super) fn of(lists: &[List]) -> Self {
        let mut slots = vec![NONE; (2 * lists.len()).next_power_of_two()];
        for (number, list) in (0..).zip(lists) {
            fill(&mut slots, slot_of_name(&list.table, &list.key), number);
        }
        Self(slots.into())
    }

    /// The place of a key among the lists.
    pub(super) fn group(&self, lists: &[List], table: &str, key: &str) -> Option<Group> {
        let last = self.0.len().checked_sub(1)?;
        let mut at = slot_of_name(table, key);
        loop {
            let number = *self.0.get(at & last)?;
            let list = lists.get(number as usize)?;
            if list.key == key && list.table == table {
                return Some(Group(number));
            }
            at = at.wrapping_add(1);
        }
    }
}

/// Puts a number into the first free slot from one on.
fn fill(slots: &mut [u32], from: usize, number: u32) {
    let last = slots.len().wrapping_sub(1);
    let free = (0..=last).map(|it| from.wrapping_add(it) & last).find(|it| slots.get(*it) == Some(&NONE));
    if let Some(slot) = free.and_then(|it| slots.get_mut(it)) {
        *slot = number;
    }
}

/// All phrases of a vocabulary, by the words that they begin with.
///
/// A phrase that begins with a letter stands only where a word of the text begins, so a text is looked through word by
/// word. The phrases that share their first word are in order, and each knows the longest other one that it begins with:
/// of those that a text goes on with, the last in order leads to all.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The texts of all patterns, one after the other.
    texts: Box<str>,
    /// In the order of their first words and their texts.
    patterns: Box<[Pattern]>,
    /// The keys that have them, with the rank in each.
    places: Box<[(Group, u32)]>,
    /// Patterns by their first word, or by their first sign.
    words: Leads,
    /// Beginnings of words (`cancel*`), each by itself.
    stems: Leads,
    /// How long beginnings of words are.
    stem_lengths: Box<[usize]>,
    /// The first bytes of patterns that begin with a sign.
    signs: Box<[u8]>,
}

/// A text that is looked for.
#[derive(Debug)]
struct Pattern {
    /// Where its text ends; it begins where the one before it ends.
    end: u32,
    /// Where its places end, likewise.
    places_end: u32,
    /// The longest other pattern that it begins with; none is [`NONE`].
    shorter: u32,
    /// Whether neither letter nor digit may stand behind it.
    right: bool,
}

/// No pattern, no lead.
const NONE: u32 = u32::MAX;

/// The patterns that share a first word.
#[derive(Debug, Clone, Copy)]
struct Lead {
    from: u32,
    to: u32,
    /// The length of the word.
    length: u32,
}

/// Is told a pattern and where it stands, and says whether that is enough.
type Stands<'a> = dyn FnMut(usize, usize) -> ControlFlow<usize> + 'a;

/// Leads by their words: a table with twice as many slots as leads, of which the next free one is taken.
#[derive(Debug, Default)]
struct Leads {
    leads: Box<[Lead]>,
    slots: Box<[u32]>,
}

/// A phrase that stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    group: Group,
    rank: u32,
    at: usize,
}

/// What of a vocabulary stands in one text, as [`super::find_words`] finds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Each phrase once, where it stands first; in the order of keys and ranks.
    hits: Vec<Hit>,
}

/// A pattern before it is laid out: the word it begins with, its text, whether it is the beginning of a word; the keys that
/// have it, with its rank in each.
type Sought<'a> = BTreeMap<(&'a str, &'a str, bool), Vec<(Group, u32)>>;

impl Index {
    /// The patterns of those lists of a vocabulary that are looked for.
    pub(super) fn of(lists: &[List], is_sought: fn(&List) -> bool) -> Self {
        let (mut phrases, mut stems) = (Sought::new(), Sought::new());
        for (number, list) in (0..).zip(lists).filter(|it| is_sought(it.1)) {
            for (rank, phrase) in (0..).zip(&list.phrases) {
                let stem = phrase.strip_suffix('*');
                let text = stem.unwrap_or(phrase);
                let lead = lead_of(text);
                let sought =
                    if stem.is_some() && lead == text && starts_word(text) { &mut stems } else { &mut phrases };
                if !text.is_empty() {
                    sought.entry((lead, text, stem.is_some())).or_default().push((Group(number), rank));
                }
            }
        }
        let mut signs: Vec<u8> =
            phrases.keys().filter(|it| !starts_word(it.0)).filter_map(|it| first_byte(it.0)).collect();
        signs.dedup();
        let mut stem_lengths: Vec<usize> = stems.keys().map(|it| it.0.len()).collect();
        stem_lengths.sort_unstable();
        stem_lengths.dedup();
        let mut laid = Laid::default();
        let (words, stems) = (laid.lay(&phrases), laid.lay(&stems));
        Self {
            texts: laid.texts.into(),
            patterns: laid.patterns.into(),
            places: laid.places.into(),
            words,
            stems,
            stem_lengths: stem_lengths.into(),
            signs: signs.into(),
        }
    }

    /// Everything that stands in a text.
    pub(super) fn standing(&self, folded: &str) -> Standing {
        let mut hits: Vec<Hit> = Vec::new();
        // Of a phrase only its first place is asked for, and a long text has it many times.
        let mut seen = vec![0_u64; self.patterns.len().div_ceil(64)];
        let _ = self.each(folded, &mut |number, at| {
            if let Some(seen) = seen.get_mut(number / 64).filter(|it| **it >> (number % 64) & 1 == 0) {
                *seen |= 1 << (number % 64);
                hits.extend(self.places_of(number).iter().map(|it| Hit { group: it.0, rank: it.1, at }));
            }
            ControlFlow::Continue(())
        });
        hits.sort_unstable();
        hits.dedup_by_key(|it| (it.group, it.rank));
        Standing { hits }
    }

    /// Where a phrase of a key first stands in a text.
    pub(super) fn first(&self, group: Group, folded: &str) -> Option<usize> {
        let found = self.each(folded, &mut |number, at| {
            if self.places_of(number).iter().any(|it| it.0 == group) {
                ControlFlow::Break(at)
            } else {
                ControlFlow::Continue(())
            }
        });
        found.break_value()
    }

    /// Of the phrases of a key that stand in a text the one of the lowest rank, and where it first stands.
    pub(super) fn lowest(&self, group: Group, folded: &str) -> Option<(u32, usize)> {
        let mut lowest: Option<(u32, usize)> = None;
        let _ = self.each(folded, &mut |number, at| {
            for (_, rank) in self.places_of(number).iter().filter(|it| it.0 == group) {
                lowest = lowest.filter(|it| it.0 <= *rank).or(Some((*rank, at)));
            }
            ControlFlow::Continue(())
        });
        lowest
    }

    /// Whether a text begins with a phrase of a key.
    pub(super) fn begins(&self, group: Group, folded: &str) -> bool {
        let is_of = |number: usize, _: usize| {
            let is_of = self.places_of(number).iter().any(|it| it.0 == group);
            if is_of { ControlFlow::Break(0) } else { ControlFlow::Continue(()) }
        };
        self.at(folded, 0, &mut { is_of }).is_break()
    }

    /// Tells each pattern that stands in a text as whole words, each time it does, in the order of the places, until a place
    /// is enough.
    fn each(&self, folded: &str, stands: &mut Stands<'_>) -> ControlFlow<usize> {
        let letters = folded.as_bytes();
        let mut at = 0;
        while at < letters.len() {
            let Some(rest) = folded.get(at..) else { break };
            self.at(rest, at, stands)?;
            at += match word_length(rest) {
                0 => rest.chars().next().map_or(1, char::len_utf8),
                word => word,
            };
        }
        ControlFlow::Continue(())
    }

    /// Tells the patterns with which the rest of a text begins.
    fn at(&self, rest: &str, at: usize, stands: &mut Stands<'_>) -> ControlFlow<usize> {
        let word = word_length(rest);
        if word > 0 {
            self.leading(self.words.lead(self, rest.get(..word).unwrap_or_default()), rest, at, stands)?;
            for length in self.stem_lengths.iter().take_while(|it| **it <= word) {
                if let Some(stem) = rest.get(..*length) {
                    self.leading(self.stems.lead(self, stem), rest, at, stands)?;
                }
            }
        } else if first_byte(rest).is_some_and(|it| self.signs.contains(&it)) {
            self.leading(self.words.lead(self, lead_of(rest)), rest, at, stands)?;
        }
        ControlFlow::Continue(())
    }

    /// Tells those patterns of a lead that a text goes on with.
    fn leading(&self, lead: Option<Lead>, rest: &str, at: usize, stands: &mut Stands<'_>) -> ControlFlow<usize> {
        let Some(lead) = lead else { return ControlFlow::Continue(()) };
        let of_lead = self.patterns.get(lead.from as usize..lead.to as usize).unwrap_or_default();
        let mut low = 0;
        let mut high = of_lead.len();
        while low < high {
            let middle = low.midpoint(high);
            let is_before = self.text(lead.from as usize + middle).as_bytes() <= rest.as_bytes();
            (low, high) = if is_before { (middle + 1, high) } else { (low, middle) };
        }
        // The last one not behind the text in order, or one that it begins with: whatever the text goes on with.
        let mut next = if low == 0 { NONE } else { lead.from + u32::try_from(low - 1).unwrap_or(NONE) };
        let mut fits = false;
        while let Some(pattern) = self.patterns.get(next as usize) {
            let text = self.text(next as usize);
            fits = fits || rest.starts_with(text);
            if fits && !(pattern.right && rest.get(text.len()..).is_some_and(starts_word)) {
                stands(next as usize, at)?;
            }
            next = pattern.shorter;
        }
        ControlFlow::Continue(())
    }

    fn text(&self, number: usize) -> &str {
        let end = |it: usize| self.patterns.get(it).map_or(0, |it| it.end as usize);
        self.texts.get(number.checked_sub(1).map_or(0, end)..end(number)).unwrap_or_default()
    }

    fn places_of(&self, number: usize) -> &[(Group, u32)] {
        let end = |it: usize| self.patterns.get(it).map_or(0, |it| it.places_end as usize);
        self.places.get(number.checked_sub(1).map_or(0, end)..end(number)).unwrap_or_default()
    }
}

/// Patterns, one after the other.
#[derive(Default)]
struct Laid {
    texts: String,
    patterns: Vec<Pattern>,
    places: Vec<(Group, u32)>,
}

impl Laid {
    /// Adds patterns in their order.
    fn lay(&mut self, sought: &Sought<'_>) -> Leads {
        let small = |it: usize| u32::try_from(it).unwrap_or(NONE);
        let mut leads: Vec<(&str, Lead)> = Vec::new();
        // The patterns that the one before begins with, the shortest first.
        let mut within: Vec<(&str, u32)> = Vec::new();
        for ((word, text, stem), places) in sought {
            let number = small(self.patterns.len());
            if leads.last().is_none_or(|it| it.0 != *word) {
                leads.push((word, Lead { from: number, to: number, length: small(word.len()) }));
                within.clear();
            }
            if let Some(last) = leads.last_mut() {
                last.1.to = number + 1;
            }
            while within.last().is_some_and(|it| !text.starts_with(it.0)) {
                within.pop();
            }
            self.texts.push_str(text);
            self.places.extend(places);
            self.patterns.push(Pattern {
                end: small(self.texts.len()),
                places_end: small(self.places.len()),
                shorter: within.last().map_or(NONE, |it| it.1),
                right: !stem && text.ends_with(char::is_alphanumeric),
            });
            within.push((text, number));
        }
        let mut slots = vec![NONE; (2 * leads.len()).next_power_of_two()];
        for (number, (word, _)) in (0..).zip(&leads) {
            fill(&mut slots, slot_of(word), number);
        }
        Leads { leads: leads.into_iter().map(|it| it.1).collect(), slots: slots.into() }
    }
}

impl Leads {
    /// The patterns that begin with a word.
    fn lead(&self, index: &Index, word: &str) -> Option<Lead> {
        let last = self.slots.len().checked_sub(1)?;
        let mut at = slot_of(word);
        loop {
            let lead = self.leads.get(*self.slots.get(at & last)? as usize)?;
            let own = index.text(lead.from as usize).get(..lead.length as usize)?;
            if own == word {
                return Some(*lead);
            }
            at = at.wrapping_add(1);
        }
    }
}

fn slot_of(word: &str) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "a place in a table")]
    let hash = FixedState::default().hash_one(word) as usize;
    hash
}

/// The place of a key, by the ends and the lengths of its names: keys are looked up a thousand times a mail.
fn slot_of_name(table: &str, key: &str) -> usize {
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let ends = |name: &str| {
        let letters = name.as_bytes();
        let short = || letters.iter().fold(0, |sum: u32, it| sum << 8 | u32::from(*it));
        let four = |it: Option<&[u8; 4]>| it.map_or_else(short, |it| u32::from_le_bytes(*it));
        let both = u64::from(four(letters.first_chunk())) << 32 | u64::from(four(letters.last_chunk()));
        (both ^ letters.len() as u64).wrapping_mul(MIX)
    };
    ((ends(table).rotate_left(23) ^ ends(key)).wrapping_mul(MIX) >> 40) as usize
}

/// The first word of a text, or the sign that it begins with.
fn lead_of(text: &str) -> &str {
    let word = word_length(text);
    let length = if word > 0 { word } else { text.chars().next().map_or(0, char::len_utf8) };
    text.get(..length).unwrap_or_default()
}

/// The length of the word that a text begins with.
pub(super) fn word_length(text: &str) -> usize {
    let letters = text.as_bytes();
    let plain = letters.iter().take_while(|it| it.is_ascii_alphanumeric()).count();
    if letters.get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())
}

fn starts_word(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

fn first_byte(text: &str) -> Option<u8> {
    text.as_bytes().first().copied()
}

impl Standing {
    /// The phrases of a key that stand in the text: their ranks in the key's list, and where each stands first.
    pub fn of(&self, group: Option<Group>) -> impl Iterator<Item = (usize, usize)> + use<'_> {
        let from = group.map_or(self.hits.len(), |it| self.hits.partition_point(|hit| hit.group < it));
        let hits = self.hits.get(from..).unwrap_or_default();
        hits.iter().take_while(move |it| Some(it.group) == group).map(|it| (it.rank as usize, it.at))
    }

    /// Whether any phrase of a key stands in the text.
    #[must_use]
    pub fn has(&self, group: Option<Group>) -> bool {
        self.of(group).next().is_some()
    }

    /// Whether the text begins with a phrase of a key.
    #[must_use]
    pub fn begins(&self, group: Option<Group>) -> bool {
        self.of(group).any(|(_, at)| at == 0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::office::{Vocabulary, find_words};

    /// What one pass finds is what looking for each phrase by itself finds.
    fn check(vocabulary: &Vocabulary, text: &str) {
        let standing = vocabulary.standing(text);
        let tables: Vec<String> = vocabulary.tables().map(str::to_owned).collect();
        for table in tables {
            for (key, phrases) in vocabulary.keys(&table) {
                let one_by_one =
                    phrases.iter().enumerate().filter_map(|(rank, it)| Some((rank, find_words(text, it)?)));
                let found = standing.of(vocabulary.group(&table, key));
                assert_eq!(found.collect::<Vec<_>>(), one_by_one.collect::<Vec<_>>(), "{table}.{key} in {text:?}");
            }
        }
    }

    #[test]
    fn every_shipped_phrase_is_found_where_it_stands_alone_and_beside_others() {
        let words = Vocabulary::shipped();
        for (_, phrases) in words.tables().collect::<Vec<_>>().iter().flat_map(|it| words.keys(it)) {
            let first = phrases.first().map_or("", String::as_str).trim_end_matches('*');
            let last = phrases.last().map_or("", String::as_str).trim_end_matches('*');
            check(words, &format!("{first} {last}, x{first}. {last}s"));
        }
    }

    #[test]
    fn a_key_that_the_file_does_not_have_stands_nowhere() {
        let words = Vocabulary::from_toml("[a]\nb = ['sim']\n").unwrap();
        let standing = words.standing("sim");
        assert!(standing.has(words.group("a", "b")) && standing.begins(words.group("a", "b")));
        assert!(!standing.has(words.group("a", "c")) && !standing.begins(words.group("z", "b")));
    }

    proptest! {
        #[test]
        fn in_any_text_one_pass_finds_what_a_search_for_each_phrase_finds(
            texts in prop::collection::vec("[abé(.]{1,3}[*]?( [ab]{1,2})?", 1..12),
            text in "[abé(. ]{0,40}",
        ) {
            let list = texts.iter().map(|it| format!("'{it}'")).collect::<Vec<_>>().join(",");
            let words = Vocabulary::from_toml(&format!("[t]\nk = [{list}]\nl = ['a', {list}]\n")).unwrap();
            check(&words, &crate::office::fold(&text));
        }
    }
}
