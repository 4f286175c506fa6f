//! To whom a sentence is said, and whether it holds something back: judged by its likeness to example sentences of the
//! vocabulary's `[frases]`. A naive Bayes over words and pairs of neighbours: each speaks for the kind of sentences in
//! which it is met more often, and nothing else is learnt.
//!
//! ```text
//! [frases] a-assessoria ─┐
//!          com-reserva  ─┼─► Voices (counted once) ─► Voice: reserve, public
//!          aos-segurados ┘
//! ```

use std::hash::BuildHasher as _;

use foldhash::{HashMap, HashMapExt as _, fast::FixedState};

/// Words are compared by so many first letters: the endings of Portuguese say little.
const STEM: usize = 5;

/// A sentence with so many words tells by its sound what it is.
const MANY_WORDS: u32 = 10;

/// A word that was met in no sentence of a kind counts as if met in this part of one.
const SMOOTHING: f32 = 0.5;

/// What the example sentences teach.
#[derive(Debug, Default)]
pub struct Voices {
    /// For each word and each pair of words, in which share of the sentences of each kind it stands.
    learnt: HashMap<u64, Odds>,
}

/// What one word or pair of words says.
#[derive(Debug, Clone, Copy)]
struct Odds {
    reserve: f32,
    public: f32,
}

/// How a sentence sounds, in (natural) logarithms of odds: 0 says nothing, 3 is twenty to one.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Voice {
    /// For a reserve, against a word to the desk that holds nothing back.
    pub reserve: f32,
    /// For words to insured people, against words to the desk.
    pub public: f32,
    /// How many words it has.
    pub words: u32,
}

impl Voice {
    /// Sounds as said to insured people (fifty to one, as far as words can be weighed by themselves).
    #[must_use]
    pub fn is_public(self) -> bool {
        self.public > 4.0
    }

    /// Sounds as said to the desk (seven to one).
    #[must_use]
    pub fn is_to_desk(self) -> bool {
        self.public < -2.0
    }

    /// Holds nothing back by its sound: of the reserves of letters that were not among the examples three in a hundred
    /// sound so, of all other sentences seven in ten. Few words tell little, so they must sound all the plainer.
    #[must_use]
    pub const fn is_plain(self) -> bool {
        self.reserve <= if self.words >= MANY_WORDS { -1.0 } else { -6.0 }
    }

    /// Sounds like a reserve by far, whatever words it has.
    #[must_use]
    pub fn is_reserve(self) -> bool {
        self.reserve > 12.0
    }

    /// What the sound adds to the score of a sentence as one for insured people: words that are said to the desk only
    /// weigh more than words that both kinds may have.
    #[must_use]
    pub fn score(self) -> i32 {
        #[expect(clippy::cast_possible_truncation, reason = "between -8 and 6")]
        let rounded = if self.public < 0.0 { self.public.max(-8.0) } else { (self.public * 0.6).min(6.0) } as i32;
        rounded
    }
}

/// In how many sentences of each kind a word stands.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    plain: u16,
    reserve: u16,
    public: u16,
}

impl Voices {
    /// Counts the words of folded sentences: said to the desk with nothing in them that holds the sending back, said to
    /// it with a reserve, said to insured people.
    #[must_use]
    pub fn learn(plain: &[String], reserve: &[String], public: &[String]) -> Self {
        let mut counts: HashMap<u64, Count> = HashMap::new();
        let mut met = |sentences: &[String], count: fn(&mut Count) -> &mut u16| {
            for sentence in sentences {
                for mark in marks(sentence) {
                    let met = count(counts.entry(mark).or_default());
                    *met = met.saturating_add(1);
                }
            }
        };
        met(plain, |it| &mut it.plain);
        met(reserve, |it| &mut it.reserve);
        met(public, |it| &mut it.public);
        let of = [plain, reserve, public].map(|it| f32::from(u16::try_from(it.len()).unwrap_or(u16::MAX)));
        let [plain, reserve, public] = of;
        let share = |met: &[u16], of: f32| {
            let met: f32 = met.iter().copied().map(f32::from).sum();
            ((met + SMOOTHING) / (of + 2.0 * SMOOTHING)).ln()
        };
        let odds = |it: Count| Odds {
            reserve: share(&[it.reserve], reserve) - share(&[it.plain], plain),
            public: share(&[it.public], public) - share(&[it.plain, it.reserve], plain + reserve),
        };
        Self { learnt: counts.into_iter().map(|(mark, it)| (mark, odds(it))).collect() }
    }

    /// How a folded sentence sounds. Words that no example has say nothing.
    #[must_use]
    pub fn hear(&self, folded: &str) -> Voice {
        let words = u32::try_from(folded.split_whitespace().count()).unwrap_or(u32::MAX);
        let mut voice = Voice { words, ..Voice::default() };
        for odds in marks(folded).iter().filter_map(|it| self.learnt.get(it)) {
            voice.reserve += odds.reserve;
            voice.public += odds.public;
        }
        voice
    }
}

/// The sentences of a folded paragraph; words alone are none.
pub fn sentences(folded: &str) -> impl Iterator<Item = &str> {
    let mut before = ' ';
    folded
        .split(move |c: char| {
            let ends = c == ' ' && matches!(before, '.' | '!' | '?' | ';' | ':');
            before = c;
            ends
        })
        .filter(|it| it.split(' ').count() > 1)
}

/// The words and the pairs of neighbouring words of a folded sentence, each once; numbers are all alike.
fn marks(folded: &str) -> Vec<u64> {
    let words = folded
        .split(|c: char| !c.is_alphanumeric() && c != '?' && c != '!')
        .flat_map(|it| it.split_inclusive(['?', '!']))
        .flat_map(|it| {
            let word = it.trim_end_matches(['?', '!']);
            [word, it.get(word.len()..).unwrap_or_default()]
        })
        .filter(|it| !it.is_empty());
    let state = FixedState::default();
    let mut marks = Vec::new();
    let mut before = state.hash_one("^");
    for word in words {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let end = word.char_indices().nth(STEM).map_or(word.len(), |it| it.0);
        let mark = state.hash_one(if number { "#" } else { word.get(..end).unwrap_or(word) });
        marks.extend([mark, state.hash_one((before, mark))]);
        before = mark;
    }
    marks.push(state.hash_one((before, state.hash_one("$"))));
    marks.sort_unstable();
    marks.dedup();
    marks
}

#[cfg(test)]
mod tests {
    use super::Voices;

    #[test]
    fn a_sentence_sounds_like_the_examples_that_share_its_words() {
        let texts = |it: &[&str]| it.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let voices = Voices::learn(
            &texts(&["a lista veio do cadastro", "obrigada pela ajuda de sempre"]),
            &texts(&["a marlene ainda confere a lista", "esperem o ok da diretora"]),
            &texts(&["o credito sera feito no dia 30", "traga um documento com foto"]),
        );
        let heard = voices.hear("esperem o ok do juridico");
        assert!(heard.reserve > 1.0 && heard.public < 0.5, "{heard:?}");
        assert!(voices.hear("obrigada pela paciencia").reserve < -1.0);
        assert!(voices.hear("o credito sera no dia 15, traga um documento").public > 3.0);
        assert_eq!(voices.hear("xyz"), super::Voice { words: 1, ..super::Voice::default() });
    }
}
