//! The words by which mails, lists and reports are understood, as `rules/vocabulario.toml` gives them.
//!
//! The file has two levels, a table and in it keys with lists of phrases:
//! `[colunas]` / `email = ["e-mail", "correio eletrônico"]`. Every phrase is kept folded ([`fold`]), so a new
//! wording is a new phrase in the file and nothing else.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

use super::fold::fold;
use super::standing::{Group, Index, Names, Standing};
use super::voices::{Examples, Voices};

/// A vocabulary: for each `table.key` its phrases, folded, longest first.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// In the order of tables and keys.
    lists: Vec<List>,
    /// Where the list of a key stands: sentences are asked about by the name of a key a hundred times each.
    names: Names,
    /// All phrases as one automaton, made when the first text is looked at.
    index: Arc<OnceLock<Index>>,
    /// Those of [`COLUMNS`] alone: whoever only reads a list does not make the large one.
    columns: Arc<OnceLock<Index>>,
    /// What the example sentences teach, likewise.
    voices: Arc<OnceLock<Voices>>,
}

/// The table of the words in headings of lists.
const COLUMNS: &str = "colunas";

/// The table of whole sentences: what they teach is their words, nobody looks for them as they stand.
const SENTENCES: &str = "frases";

/// The phrases of one key.
#[derive(Debug, Clone, Default)]
pub(super) struct List {
    pub table: String,
    key: String,
    /// Folded, longest first.
    pub phrases: Vec<String>,
    /// Of a list of sentences what they teach; the sentences themselves are not kept.
    examples: Examples,
}

impl List {
    fn of(table: String, key: String, phrases: Vec<String>) -> Self {
        if table == SENTENCES {
            return Self { table, key, examples: Examples::of(&phrases), phrases: Vec::new() };
        }
        Self { table, key, phrases, examples: Examples::default() }
    }
}

/// The two levels of the file.
type Tables = BTreeMap<String, BTreeMap<String, Vec<String>>>;

impl Vocabulary {
    /// Reads the text of a `vocabulario.toml`.
    ///
    /// # Errors
    /// The TOML error with its place, if the text is not TOML or not two levels of lists of text.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        let mut tables = tables_of(text)?;
        for list in tables.values_mut().flat_map(BTreeMap::values_mut) {
            for phrase in list.iter_mut() {
                *phrase = fold(phrase);
            }
            list.retain(|it| !it.is_empty());
            list.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            list.dedup();
        }
        let lists = tables.into_iter().flat_map(|(table, keys)| {
            keys.into_iter().map(move |(key, phrases)| List::of(table.clone(), key, phrases))
        });
        Ok(Self::of(lists.collect()))
    }

    fn of(mut lists: Vec<List>) -> Self {
        lists.sort_by(|a, b| (&a.table, &a.key).cmp(&(&b.table, &b.key)));
        let names = lists.iter().map(|it| (it.table.as_str(), it.key.as_str())).collect();
        Self { lists, names, index: Arc::default(), columns: Arc::default(), voices: Arc::default() }
    }

    /// The vocabulary that is compiled in: the fallback where a rules folder has none.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::from_toml(include_str!("../../rules/vocabulario.toml")).unwrap_or_default());
        &SHIPPED
    }

    /// This vocabulary, with the keys that it does not have taken from another: a file that changes one key
    /// does not lose all the others.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        let missing = other.lists.iter().filter(|it| self.group(&it.table, &it.key).is_none()).cloned();
        let missing: Vec<List> = missing.collect();
        let mut lists = self.lists;
        lists.extend(missing);
        Self::of(lists)
    }

    /// The phrases of one key, folded, longest first; none if the file has no such key.
    #[must_use]
    pub fn phrases(&self, table: &str, key: &str) -> &[String] {
        let list = self.group(table, key).and_then(|it| self.lists.get(it.place()));
        list.map_or(&[], |it| it.phrases.as_slice())
    }

    /// Everything of the vocabulary that stands in a folded text, found in one pass over it.
    #[must_use]
    pub fn standing(&self, folded: &str) -> Standing {
        self.index().standing(folded)
    }

    /// What of the table `colunas` stands in a folded heading.
    #[must_use]
    pub fn standing_in_heading(&self, folded: &str) -> Standing {
        self.columns.get_or_init(|| Index::of(&self.lists, |it| it.table == COLUMNS)).standing(folded)
    }

    /// The name by which [`Standing`] knows the phrases of one key; `None` if the file has no such key.
    #[must_use]
    pub fn group(&self, table: &str, key: &str) -> Option<Group> {
        self.names.group(table, key)
    }

    /// The phrases of one key that stand in a text, in their order, and where each stands first.
    pub fn said<'a, 's>(
        &'a self,
        standing: &'s Standing,
        table: &str,
        key: &str,
    ) -> impl Iterator<Item = (&'a str, usize)> + use<'a, 's> {
        let phrases = self.phrases(table, key);
        standing.of(self.group(table, key)).filter_map(|(rank, at)| Some((phrases.get(rank)?.as_str(), at)))
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.lists, |_| true))
    }

    /// What the example sentences teach.
    #[must_use]
    pub fn voices(&self) -> &Voices {
        let of = |key| {
            let list = self.group(SENTENCES, key).and_then(|it| self.lists.get(it.place()));
            list.map(|it| it.examples.clone()).unwrap_or_default()
        };
        self.voices.get_or_init(|| Voices::learn(&of("a-assessoria"), &of("com-reserva"), &of("aos-segurados")))
    }

    /// The keys of a table with their phrases, in the order of the keys' names.
    pub fn keys(&self, table: &str) -> impl Iterator<Item = (&str, &[String])> {
        let from = self.lists.partition_point(|it| it.table.as_str() < table);
        let of_table = self.lists.get(from..).unwrap_or_default().iter().take_while(move |it| it.table == table);
        of_table.map(|it| (it.key.as_str(), it.phrases.as_slice()))
    }

    /// The tables of the file.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        self.lists.chunk_by(|a, b| a.table == b.table).filter_map(|it| it.first()).map(|it| it.table.as_str())
    }

    /// The key of `table` that holds exactly this phrase (compared folded).
    #[must_use]
    pub fn key_of(&self, table: &str, phrase: &str) -> Option<&str> {
        let folded = fold(phrase);
        self.keys(table).find(|(_, list)| list.contains(&folded)).map(|(key, _)| key)
    }

    /// Whether a phrase of `table.key` stands in the text as whole words.
    #[must_use]
    pub fn stands_in(&self, table: &str, key: &str, text: &str) -> bool {
        let folded = fold(text);
        self.phrases(table, key).iter().any(|phrase| has_words(&folded, phrase))
    }
}

/// Reads the tables one by one, and of a large one each key: read at once, the tree of the whole file takes many times its
/// size. Where a piece cannot be read by itself, or something comes twice, the file is read as a whole, and what is wrong is
/// told with its place.
fn tables_of(text: &str) -> Result<Tables, toml::de::Error> {
    let mut tables = Tables::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (section, behind) = before_line(rest, |it| it == b'[');
        let Some(some) = section_of(section) else { return toml::from_str(text) };
        for (table, keys) in some {
            if tables.insert(table, keys).is_some() {
                return toml::from_str(text);
            }
        }
        rest = behind;
    }
    Ok(tables)
}

/// A table larger than this is read key by key.
const LARGE_TABLE: usize = 64 << 10;

/// Reads one table; none if it cannot be read in pieces.
fn section_of(section: &str) -> Option<Tables> {
    let heading = section.lines().next().filter(|it| section.len() > LARGE_TABLE && it.starts_with('['));
    let Some(heading) = heading else { return toml::from_str(section).ok() };
    let mut tables = Tables::new();
    let mut rest = section.get(heading.len()..)?;
    while !rest.is_empty() {
        let (piece, behind) = before_line(rest, |it| it.is_ascii_lowercase());
        for (table, keys) in toml::from_str::<Tables>(&format!("{heading}\n{piece}")).ok()? {
            let known = tables.entry(table).or_default();
            for (key, phrases) in keys {
                if known.insert(key, phrases).is_some() {
                    return None;
                }
            }
        }
        rest = behind;
    }
    Some(tables)
}

/// A text up to its next line that begins so, and from there.
fn before_line(text: &str, begins: impl Fn(u8) -> bool) -> (&str, &str) {
    let bytes = text.as_bytes();
    let is_end = |at: &usize| bytes.get(at + 1).is_some_and(|it| begins(*it));
    let end = memchr::memchr_iter(b'\n', bytes).find(is_end).map_or(text.len(), |at| at + 1);
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Whether the folded phrase stands in the folded text bounded by non-letters on both sides.
#[must_use]
pub fn has_words(folded_text: &str, folded_phrase: &str) -> bool {
    find_words(folded_text, folded_phrase).is_some()
}

/// Where the folded phrase first stands in the folded text as whole words (byte offset). A phrase that ends with `*`
/// is the beginning of a word: `cancel*` stands in `favor cancelarem`.
#[must_use]
pub fn find_words(folded_text: &str, folded_phrase: &str) -> Option<usize> {
    let stem = folded_phrase.as_bytes().last() == Some(&b'*');
    let folded_phrase = if stem { folded_phrase.get(..folded_phrase.len() - 1)? } else { folded_phrase };
    let is_word = |c: char| c.is_alphanumeric();
    let (found, letters) = (folded_phrase.as_bytes(), folded_text.as_bytes());
    let (left, right) = (folded_phrase.starts_with(is_word), !stem && folded_phrase.ends_with(is_word));
    // Searches of the library are prepared at a cost that a hundred phrases a sentence feel; phrases are short.
    let second = found.get(1);
    memchr::memchr_iter(*found.first()?, letters).find(|at| {
        // Nearly always the next letter is another one already.
        if second.is_some() && letters.get(*at + 1) != second {
            return false;
        }
        let fits = letters.get(*at..*at + found.len()) == Some(found);
        let before = || folded_text.get(..*at).unwrap_or_default();
        let after = || folded_text.get(*at + found.len()..).unwrap_or_default();
        fits && !(left && before().ends_with(is_word)) && !(right && after().starts_with(is_word))
    })
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;

    #[test]
    fn a_phrase_is_found_as_whole_words_only() {
        let vocabulary = Vocabulary::from_toml("[canais]\nwhatsapp = ['Whats', 'zap']\n").unwrap();
        assert!(vocabulary.stands_in("canais", "whatsapp", "manda no ZAP, por favor"));
        assert!(!vocabulary.stands_in("canais", "whatsapp", "zapata"));
        assert_eq!(vocabulary.key_of("canais", "WHATS"), Some("whatsapp"));
    }

    #[test]
    fn read_table_by_table_a_file_says_the_same_as_read_at_once() {
        let check = |text: &str| {
            let whole = toml::from_str::<super::Tables>(text).map_err(|it| it.to_string());
            assert_eq!(super::tables_of(text).map_err(|it| it.to_string()), whole, "{text:?}");
        };
        check(include_str!("../../rules/vocabulario.toml"));
        check("");
        check("[a]\nx = ['1']\n[b]\ny = ['2',\n'3']\n");
        check("\n[é]\nx = ['1']\n");
        check("# words\n[a]\nx = [\n'1']\n\n[a]\ny = ['2']\n");
        check("[a]\nx = ['1']\n[a.b]\ny = ['2']\n");
        check("[a]\nx = ['''\n[b]\ny = ''']\n[c]\n");
        check("[a]\nx = ['1'\n[b]\ny = 2\n");
        check("x = ['1']\n[b]\ny = ['2']\n");
        let many = format!("x = [\n{}]\n", "  'uma frase',\n".repeat(6000));
        check(&format!("[a]\n{many}"));
        check(&format!("[a]\n# words\n{many}y = ['2']\n[b]\n{many}"));
        check(&format!("[a]\n{many}x = ['2']\n"));
        check(&format!("[a]\n{many}y = '2'\n"));
        check(&format!("[a]  # words\n{many}[a]\nz = []\n"));
    }

    #[test]
    fn a_heading_is_looked_through_for_the_words_of_columns_only() {
        let text = "[canais]\nemail = ['e-mail']\n[colunas]\nemail = ['e-mail', 'correio']\nnome = ['nome']\n";
        let vocabulary = Vocabulary::from_toml(text).unwrap();
        let (all, columns) = (vocabulary.standing("e-mail"), vocabulary.standing_in_heading("e-mail"));
        for (standing, table, expected) in
            [(&all, "canais", 1), (&all, "colunas", 1), (&columns, "canais", 0), (&columns, "colunas", 1)]
        {
            assert_eq!(vocabulary.said(standing, table, "email").count(), expected, "{table}");
        }
        assert_eq!(vocabulary.said(&columns, "colunas", "nome").count(), 0);
    }

    #[test]
    fn a_star_stands_for_the_rest_of_the_word() {
        let vocabulary = Vocabulary::from_toml("[resposta]\ncancela = ['cancel*', 'sem efeito']\n").unwrap();
        assert!(vocabulary.stands_in("resposta", "cancela", "Favor CANCELAREM o envio"));
        assert!(!vocabulary.stands_in("resposta", "cancela", "o chanceler"));
    }

    #[test]
    fn a_file_that_changes_one_key_keeps_the_others_of_the_fallback() {
        let base = Vocabulary::from_toml("[canais]\nwhatsapp = ['zap']\nemail = ['e-mail']\n").unwrap();
        let own = Vocabulary::from_toml("[canais]\nwhatsapp = ['uatis']\n").unwrap().or(&base);
        assert_eq!(own.phrases("canais", "whatsapp"), ["uatis"]);
        assert_eq!(own.phrases("canais", "email"), ["e-mail"]);
    }

    #[test]
    fn the_shipped_vocabulary_can_be_read() {
        Vocabulary::from_toml(include_str!("../../rules/vocabulario.toml")).unwrap();
    }
}
