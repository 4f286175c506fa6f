//! To whom a sentence is said, and whether it holds something back: judged by its likeness to example sentences of the
//! vocabulary's `[frases]`. A naive Bayes over words and pairs of neighbours: each speaks for the kind of sentences in
//! which it is met more often, and nothing else is learnt.
//!
//! ```text
//! [frases] a-assessoria ─┐
//!          com-reserva  ─┼─► Examples, counted ─► Voices ─► Voice of a sentence: reserve, public
//!          aos-segurados ┘
//! ```

use std::hash::BuildHasher as _;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::standing::word_length;

/// Words are compared by so many first letters: the endings of Portuguese say little.
const STEM: usize = 5;

/// A sentence with so many words tells by its sound what it is.
const MANY_WORDS: u32 = 10;

/// … and with so many it tells all the better.
const LONG_SENTENCE: u32 = 14;

/// Fewer words are no sentence.
const FEW_WORDS: u32 = 4;

/// A word that was met in no sentence of a kind counts as if met in this part of one.
const SMOOTHING: f32 = 0.5;

/// The words of the example sentences of one kind.
#[derive(Debug, Clone, Default)]
pub struct Examples {
    /// The marks of all sentences.
    marks: Arc<[u32]>,
    sentences: u32,
}

impl Examples {
    /// Takes the words of folded sentences, which are not needed any more then.
    #[must_use]
    pub fn of(sentences: &[String]) -> Self {
        let letters: usize = sentences.iter().map(String::len).sum();
        let mut all = Vec::with_capacity(letters / 2);
        let mut of_one = Vec::new();
        for sentence in sentences {
            marks(sentence, &mut of_one);
            all.append(&mut of_one);
        }
        Self { marks: all.into(), sentences: u32::try_from(sentences.len()).unwrap_or(u32::MAX) }
    }
}

/// What the example sentences teach.
#[derive(Debug, Default)]
pub struct Voices {
    /// For each word and each pair of words what it says; in the order of the marks.
    learnt: Box<[Odds]>,
    /// Where the marks with the same first bits begin.
    begins: Box<[u32]>,
}

/// So many first bits of a mark tell where it stands among all, but for a few.
const FIRST_BITS: u32 = 13;

/// What one word or pair of words says, in hundredths.
#[derive(Debug, Clone, Copy)]
struct Odds {
    mark: u32,
    reserve: i16,
    public: i16,
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

    /// Holds nothing back by its sound. Few words tell little, so they must sound all the plainer, and so must a sentence
    /// that tells the desk to do something (`order`). Of the reserves of letters that were not among the examples five in
    /// a hundred sound so, of all other sentences seven in ten.
    #[must_use]
    pub const fn is_plain(self, order: bool) -> bool {
        let most = match (self.words, order) {
            (LONG_SENTENCE.., true) => 0.0,
            (LONG_SENTENCE.., false) => 2.0,
            (MANY_WORDS.., true) => -1.0,
            (MANY_WORDS.., false) => 0.0,
            (_, true) => -6.0,
            (_, false) => -3.0,
        };
        self.reserve <= most
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
        // Of a scrap (`Gabinete da Presidência`) the sound says little.
        let least = if self.words < FEW_WORDS { -3.0 } else { -8.0 };
        #[expect(clippy::cast_possible_truncation, reason = "between -8 and 6")]
        let rounded = if self.public < 0.0 { self.public.max(least) } else { (self.public * 0.6).min(6.0) } as i32;
        rounded
    }
}

impl Voices {
    /// Learns from sentences said to the desk with nothing in them that holds the sending back, said to it with a
    /// reserve, said to insured people.
    #[must_use]
    pub fn learn(plain: &Examples, reserve: &Examples, public: &Examples) -> Self {
        let kinds = [plain, reserve, public];
        let [of_plain, of_reserve, of_public] = kinds.map(|it| it.sentences);
        let (plainly, reserved) = (Share::of(of_plain), Share::of(of_reserve));
        let (publicly, to_desk) = (Share::of(of_public), Share::of(of_plain + of_reserve));
        #[expect(clippy::cast_possible_truncation, reason = "a logarithm of a count, in hundredths")]
        let hundredths = |it: f32| (it * 100.0).round() as i16;
        // All marks with their kinds, those with the same first bits beside each other.
        let all = || (0_u8..).zip(kinds).flat_map(|(kind, it)| it.marks.iter().map(move |mark| (*mark, kind)));
        let mut places = vec![0_usize; (1 << FIRST_BITS) + 1];
        all().filter_map(|it| Some(it.0 >> (u32::BITS - FIRST_BITS)).map(|it| it as usize + 1)).for_each(|it| {
            if let Some(count) = places.get_mut(it) {
                *count += 1;
            }
        });
        let mut before = 0;
        for place in &mut places {
            before += *place;
            *place = before;
        }
        let mut sorted = vec![(0, 0); before];
        for (mark, kind) in all() {
            let Some(place) = places.get_mut((mark >> (u32::BITS - FIRST_BITS)) as usize) else { continue };
            if let Some(free) = sorted.get_mut(*place) {
                *free = (mark, kind);
            }
            *place += 1;
        }
        let mut learnt: Vec<Odds> = Vec::with_capacity(before / 2);
        let mut begins: Vec<u32> = Vec::with_capacity(places.len());
        let mut from = 0;
        for end in places.into_iter().take(1 << FIRST_BITS) {
            begins.push(u32::try_from(learnt.len()).unwrap_or(u32::MAX));
            let alike = sorted.get_mut(from..end).unwrap_or_default();
            from = end;
            alike.sort_unstable();
            for same in alike.chunk_by(|a, b| a.0 == b.0) {
                let met = |kind: u8| u32::try_from(same.iter().filter(|it| it.1 == kind).count()).unwrap_or(u32::MAX);
                let (Some((mark, _)), plain, reserve, public) = (same.first(), met(0), met(1), met(2)) else {
                    continue;
                };
                learnt.push(Odds {
                    mark: *mark,
                    reserve: hundredths(reserved.ln(reserve) - plainly.ln(plain)),
                    public: hundredths(publicly.ln(public) - to_desk.ln(plain + reserve)),
                });
            }
        }
        begins.push(u32::try_from(learnt.len()).unwrap_or(u32::MAX));
        Self { learnt: learnt.into(), begins: begins.into() }
    }

    /// How a folded sentence sounds. Words that no example has say nothing.
    #[must_use]
    pub fn hear(&self, folded: &str) -> Voice {
        let words = u32::try_from(folded.split_whitespace().count()).unwrap_or(u32::MAX);
        let mut voice = Voice { words, ..Voice::default() };
        let mut all = Vec::new();
        marks(folded, &mut all);
        for mark in all {
            if let Some(odds) = self.odds(mark) {
                voice.reserve += f32::from(odds.reserve) / 100.0;
                voice.public += f32::from(odds.public) / 100.0;
            }
        }
        voice
    }

    fn odds(&self, mark: u32) -> Option<&Odds> {
        let bits = (mark >> (u32::BITS - FIRST_BITS)) as usize;
        let (from, to) = (*self.begins.get(bits)?, *self.begins.get(bits + 1)?);
        self.learnt.get(from as usize..to as usize)?.iter().find(|it| it.mark == mark)
    }
}

/// The part of the sentences of a kind in which a mark stands.
struct Share(f32);

impl Share {
    #[expect(clippy::cast_precision_loss, reason = "a count of sentences")]
    fn of(sentences: u32) -> Self {
        Self(sentences as f32 + 2.0 * SMOOTHING)
    }

    /// Its logarithm, by the number of sentences that have the mark.
    #[expect(clippy::cast_precision_loss, reason = "a count of sentences")]
    fn ln(&self, met: u32) -> f32 {
        ((met as f32 + SMOOTHING) / self.0).ln()
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

/// The words and the pairs of neighbouring words of a folded sentence, each once; numbers are all alike. A question mark and
/// an exclamation mark are words.
fn marks(folded: &str, marks: &mut Vec<u32>) {
    let state = FixedState::default();
    let half = |it: u64| (it >> 32) as u32;
    let mut before = state.hash_one("^");
    let mut rest = folded;
    while let Some(letter) = rest.chars().next() {
        let length = word_length(rest);
        let (word, behind) = rest.split_at_checked(length.max(letter.len_utf8())).unwrap_or((rest, ""));
        rest = behind;
        if length == 0 && !matches!(letter, '?' | '!') {
            continue;
        }
        let end = if word.is_ascii() { STEM } else { word.char_indices().nth(STEM).map_or(word.len(), |it| it.0) };
        let mark = state.hash_one(if letter.is_ascii_digit() { "#" } else { word.get(..end).unwrap_or(word) });
        marks.extend([half(mark), half(state.hash_one((before, mark)))]);
        before = mark;
    }
    marks.push(half(state.hash_one((before, state.hash_one("$")))));
    marks.sort_unstable();
    marks.dedup();
}

#[cfg(test)]
mod tests {
    use super::{Examples, Voices};

    #[test]
    fn a_sentence_sounds_like_the_examples_that_share_its_words() {
        let examples = |it: &[&str]| Examples::of(&it.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
        let voices = Voices::learn(
            &examples(&["a lista veio do cadastro", "obrigada pela ajuda de sempre"]),
            &examples(&["a marlene ainda confere a lista", "esperem o ok da diretora"]),
            &examples(&["o credito sera feito no dia 30", "traga um documento com foto"]),
        );
        let heard = voices.hear("esperem o ok do juridico");
        assert!(heard.reserve > 1.0 && heard.public < 0.5, "{heard:?}");
        assert!(voices.hear("obrigada pela paciencia").reserve < -1.0);
        assert!(voices.hear("o credito sera no dia 15, traga um documento").public > 3.0);
        assert_eq!(voices.hear("xyz"), super::Voice { words: 1, ..super::Voice::default() });
    }
}
