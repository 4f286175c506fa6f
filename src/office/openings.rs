//! Phrases of several words by the word that they begin with, for readers that go through a sentence word by word.

use foldhash::{HashMap, HashMapExt as _};

use super::standing::Group;
use super::vocabulary::{List, trim_marks};

/// The phrases of some tables by their first words, bare of marks.
#[derive(Debug, Default)]
pub(super) struct Openings {
    words: HashMap<Box<str>, Vec<Place>>,
    /// Beginnings of first words (`cancel* o envio`).
    stems: HashMap<Box<str>, Vec<Place>>,
    /// How long those are.
    stem_lengths: Box<[usize]>,
}

/// A key, and the rank of a phrase in it.
type Place = (Group, usize);

impl Openings {
    /// The phrases of those lists that belong to it.
    pub(super) fn of(lists: &[List], belongs: fn(&List) -> bool) -> Self {
        let mut openings = Self { words: HashMap::new(), stems: HashMap::new(), stem_lengths: Box::default() };
        for (group, list) in Group::all().zip(lists).filter(|it| belongs(it.1)) {
            for (rank, phrase) in list.phrases.iter().enumerate() {
                let first = phrase.split(' ').next().unwrap_or_default();
                let (by, word) = match first.strip_suffix('*') {
                    Some(stem) => (&mut openings.stems, stem),
                    None => (&mut openings.words, trim_marks(first)),
                };
                by.entry(word.into()).or_default().push((group, rank));
            }
        }
        let mut lengths: Vec<usize> = openings.stems.keys().map(|it| it.len()).collect();
        lengths.sort_unstable();
        lengths.dedup();
        openings.stem_lengths = lengths.into();
        openings
    }

    /// The phrases that may begin with a bare word.
    pub(super) fn begun_by(&self, word: &str) -> impl Iterator<Item = Place> {
        let lengths = self.stem_lengths.iter().take_while(|it| **it <= word.len());
        let stems = lengths.filter_map(|it| self.stems.get(word.get(..*it)?));
        self.words.get(word).into_iter().chain(stems).flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use crate::office::Vocabulary;

    #[test]
    fn a_word_leads_to_the_phrases_that_begin_with_it() {
        let words =
            Vocabulary::from_toml("[segurar]\na = ['ate que', 'ate', '(ate) logo', 'at* x', 'outra']\n").unwrap();
        let check = |word: &str, phrases: &[&str]| {
            let mut found: Vec<&str> = words.begun_by(word).map(|it| it.phrase).collect();
            found.sort_unstable();
            assert_eq!(found, phrases, "{word}");
        };
        check("ate", &["(ate) logo", "at* x", "ate", "ate que"]);
        check("atraves", &["at* x"]);
        check("que", &[]);
        check("é", &[]);
    }
}
