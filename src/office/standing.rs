//! Which phrases of a vocabulary stand in a text: all of them found in one pass.
//!
//! ```text
//! phrases of all keys ──► Index (one automaton, made once)
//! folded text ──────────► Standing: (key, phrase, where it first stands as whole words)
//! ```

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use foldhash::{HashMap, HashMapExt as _};

use super::vocabulary::List;

/// One key of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group(u32);

impl Group {
    /// Its place among the lists of the vocabulary.
    pub(super) const fn place(self) -> usize {
        self.0 as usize
    }
}

/// The keys of a vocabulary by their names.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(HashMap<String, HashMap<String, Group>>);

impl<'a> FromIterator<(&'a str, &'a str)> for Names {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a str)>>(names: I) -> Self {
        let mut groups: HashMap<String, HashMap<String, Group>> = HashMap::new();
        for (number, (table, key)) in (0..).zip(names) {
            groups.entry(table.to_owned()).or_default().insert(key.to_owned(), Group(number));
        }
        Self(groups)
    }
}

impl Names {
    pub(super) fn group(&self, table: &str, key: &str) -> Option<Group> {
        self.0.get(table)?.get(key).copied()
    }
}

/// All phrases of a vocabulary as one automaton.
#[derive(Debug)]
pub(super) struct Index {
    /// `None` where there are no phrases, or more than an automaton holds.
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
}

/// A text that is looked for.
#[derive(Debug)]
struct Pattern {
    /// Whether it begins with a letter or a digit, so that none may stand before it.
    left: bool,
    /// Whether none may stand behind it.
    right: bool,
    /// The keys that have it, with its rank in each.
    places: Vec<(Group, u32)>,
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

impl Index {
    /// The automaton of those lists of a vocabulary that are looked for.
    pub(super) fn of(lists: &[List], is_sought: fn(&List) -> bool) -> Self {
        let mut texts: BTreeMap<(&str, bool), Vec<(Group, u32)>> = BTreeMap::new();
        for (number, list) in (0..).zip(lists).filter(|it| is_sought(it.1)) {
            for (rank, phrase) in (0..).zip(&list.phrases) {
                let stem = phrase.strip_suffix('*');
                let text = stem.unwrap_or(phrase);
                if !text.is_empty() {
                    texts.entry((text, stem.is_some())).or_default().push((Group(number), rank));
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(texts.keys().map(|it| it.0))
            .ok()
            .filter(|_| !texts.is_empty());
        let pattern = |((text, stem), places): ((&str, bool), Vec<(Group, u32)>)| Pattern {
            left: text.starts_with(char::is_alphanumeric),
            right: !stem && text.ends_with(char::is_alphanumeric),
            places,
        };
        Self { automaton, patterns: texts.into_iter().map(pattern).collect() }
    }

    pub(super) fn standing(&self, folded: &str) -> Standing {
        let mut hits: Vec<Hit> = Vec::new();
        let Some(automaton) = &self.automaton else { return Standing { hits } };
        // Of a phrase only its first place is asked for, and a long text has it many times.
        let mut seen = vec![false; self.patterns.len()];
        for found in automaton.find_overlapping_iter(folded) {
            let number = found.pattern().as_usize();
            let (Some(pattern), Some(seen)) = (self.patterns.get(number), seen.get_mut(number)) else { continue };
            if *seen {
                continue;
            }
            let before = || folded.get(..found.start()).unwrap_or_default();
            let after = || folded.get(found.end()..).unwrap_or_default();
            let open_left = !pattern.left || !before().ends_with(char::is_alphanumeric);
            let open_right = !pattern.right || !after().starts_with(char::is_alphanumeric);
            if open_left && open_right {
                *seen = true;
                hits.extend(pattern.places.iter().map(|it| Hit { group: it.0, rank: it.1, at: found.start() }));
            }
        }
        hits.sort_unstable();
        hits.dedup_by_key(|it| (it.group, it.rank));
        Standing { hits }
    }
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
