//! The words by which mails, lists and reports are understood, as `rules/vocabulario.toml` gives them.
//!
//! The file has two levels, a table and in it keys with lists of phrases:
//! `[colunas]` / `email = ["e-mail", "correio eletrônico"]`. Every phrase is kept folded ([`fold`]), so a new
//! wording is a new phrase in the file and nothing else.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, LazyLock, OnceLock};

use super::fold::fold;
use super::openings::Openings;
use super::standing::{Group, Index, Names, Standing};
use super::voices::{Examples, Voices};

/// A vocabulary: for each `table.key` its phrases, folded, longest first.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// In the order of tables and keys.
    lists: Vec<List>,
    /// Where the list of a key stands: sentences are asked about by the name of a key a hundred times each.
    names: Names,
    /// All phrases by their words, made when the first text is looked at.
    index: Arc<OnceLock<Index>>,
    /// Those of [`COLUMNS`] alone: whoever only reads a list does not make the large one.
    columns: Arc<OnceLock<Index>>,
    /// Those of [`OPENINGS`] by their first words, likewise.
    openings: Arc<OnceLock<Openings>>,
    /// What the example sentences teach, likewise.
    voices: Arc<OnceLock<Voices>>,
}

/// The words that are compiled in. One place of them, for they are a large part of the program.
pub static VOCABULARY: &str = include_str!("../../rules/vocabulario.toml");

/// The table of the words in headings of lists.
const COLUMNS: &str = "colunas";

/// The tables of phrases that are compared with a sentence word by word; of the last one key.
const OPENINGS: [(&str, &str); 3] = [("segurar", ""), ("desconfianca", ""), ("lista", "menos")];

/// The table of whole sentences: what they teach is their words, nobody looks for them as they stand.
const SENTENCES: &str = "frases";

/// The phrases of one key.
#[derive(Debug, Clone, Default)]
pub(super) struct List {
    pub table: String,
    pub key: String,
    /// Folded, longest first.
    pub phrases: Vec<String>,
    /// The ranks of those that begin or end with a mark, an asterisk above all.
    marked: Box<[u32]>,
    /// Of a list of sentences what they teach; the sentences themselves are not kept.
    examples: Examples,
}

impl List {
    fn of(table: String, key: String, phrases: Vec<String>) -> Self {
        if table == SENTENCES {
            return Self { table, key, examples: Examples::of(&phrases), ..Self::default() };
        }
        let marked = (0..).zip(&phrases).filter(|it| trim_marks(it.1) != it.1).map(|it| it.0).collect();
        Self { table, key, phrases, marked, examples: Examples::default() }
    }

    fn marked(&self) -> impl Iterator<Item = &str> {
        self.marked.iter().filter_map(|it| self.phrases.get(*it as usize)).map(String::as_str)
    }
}

/// A phrase that may begin at a word.
#[derive(Debug, Clone, Copy)]
pub struct Begun<'v> {
    /// Its key.
    pub group: Group,
    /// Its place among the phrases of the key, the longest first.
    pub rank: usize,
    /// Itself, folded.
    pub phrase: &'v str,
}

/// The two levels of the file.
type Tables<'t> = BTreeMap<String, BTreeMap<String, Vec<Cow<'t, str>>>>;

/// The phrases of a key, folded, longest first, each once.
fn folded(phrases: &[Cow<'_, str>]) -> Vec<String> {
    let mut list: Vec<String> = phrases.iter().map(|it| fold(it)).filter(|it| !it.is_empty()).collect();
    list.sort_by(|a, b| order(a, b));
    list.dedup();
    list
}

impl Vocabulary {
    /// Reads the text of a `vocabulario.toml`.
    ///
    /// # Errors
    /// The TOML error with its place, if the text is not TOML or not two levels of lists of text.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        let lists = tables_of(text)?.into_iter().flat_map(|(table, keys)| {
            keys.into_iter().map(move |(key, phrases)| List::of(table.clone(), key, folded(&phrases)))
        });
        Ok(Self::of(lists.collect()))
    }

    fn of(mut lists: Vec<List>) -> Self {
        lists.sort_by(|a, b| (&a.table, &a.key).cmp(&(&b.table, &b.key)));
        let names = Names::of(&lists);
        Self { lists, names, ..Self::default() }
    }

    /// The vocabulary that is compiled in: the fallback where a rules folder has none.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::from_toml(VOCABULARY).unwrap_or_default());
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
        self.list(table, key).map_or(&[], |it| it.phrases.as_slice())
    }

    fn list(&self, table: &str, key: &str) -> Option<&List> {
        self.lists.get(self.group(table, key)?.place())
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
        self.names.group(&self.lists, table, key)
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

    /// Whether a folded text is a phrase of `table.key`.
    #[must_use]
    pub fn is_phrase(&self, table: &str, key: &str, folded: &str) -> bool {
        is_among(self.phrases(table, key), folded)
    }

    /// Whether a folded text without marks at its ends is a phrase of `table.key`, marks at the phrase's ends aside.
    #[must_use]
    pub fn is_bare_phrase(&self, table: &str, key: &str, text: &str) -> bool {
        let Some(list) = self.list(table, key) else { return false };
        is_among(&list.phrases, text) || list.marked().any(|it| trim_marks(it) == text)
    }

    /// Whether a folded word is one of `table.key`: `agend*` begins a word, `*ados` ends one.
    #[must_use]
    pub fn is_word(&self, table: &str, key: &str, word: &str) -> bool {
        let Some(list) = self.list(table, key) else { return false };
        let fits = |it: &str| match (it.strip_suffix('*'), it.strip_prefix('*')) {
            (Some(stem), _) => word.starts_with(stem),
            (None, Some(ending)) => word.ends_with(ending),
            (None, None) => false,
        };
        is_among(&list.phrases, word) || list.marked().any(fits)
    }

    /// The phrases of `[segurar]`, `[desconfianca]` and `lista.menos` that may begin with a word, bare of marks.
    pub fn begun_by(&self, word: &str) -> impl Iterator<Item = Begun<'_>> {
        let belongs =
            |it: &List| OPENINGS.iter().any(|(table, key)| it.table == *table && (key.is_empty() || it.key == *key));
        let openings = self.openings.get_or_init(|| Openings::of(&self.lists, belongs));
        openings.begun_by(word).filter_map(|(group, rank)| {
            let phrase = self.lists.get(group.place())?.phrases.get(rank)?;
            Some(Begun { group, rank, phrase })
        })
    }

    /// Whether a phrase of `table.key` stands in a folded text as whole words.
    #[must_use]
    pub fn stands(&self, table: &str, key: &str, folded: &str) -> bool {
        self.first(table, key, folded).is_some()
    }

    /// Where a phrase of `table.key` first stands in a folded text.
    #[must_use]
    pub fn first(&self, table: &str, key: &str, folded: &str) -> Option<usize> {
        self.index().first(self.group(table, key)?, folded)
    }

    /// Whether a folded text begins with a phrase of `table.key` as whole words.
    #[must_use]
    pub fn begins(&self, table: &str, key: &str, folded: &str) -> bool {
        self.group(table, key).is_some_and(|it| self.index().begins(it, folded))
    }

    /// The longest phrase of `table.key` that stands in a folded text, and where it first stands.
    #[must_use]
    pub fn longest(&self, table: &str, key: &str, folded: &str) -> Option<(&str, usize)> {
        let (rank, at) = self.index().lowest(self.group(table, key)?, folded)?;
        Some((self.phrases(table, key).get(rank as usize)?.as_str(), at))
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.lists, |_| true))
    }

    /// What the example sentences teach.
    #[must_use]
    pub fn voices(&self) -> &Voices {
        let of = |key| self.list(SENTENCES, key).map(|it| it.examples.clone()).unwrap_or_default();
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
        self.key_with(table, &fold(phrase))
    }

    /// The key of `table` that holds exactly this folded phrase.
    #[must_use]
    pub fn key_with(&self, table: &str, folded: &str) -> Option<&str> {
        self.keys(table).find(|it| is_among(it.1, folded)).map(|it| it.0)
    }

    /// Whether a phrase of `table.key` stands in the text as whole words.
    #[must_use]
    pub fn stands_in(&self, table: &str, key: &str, text: &str) -> bool {
        self.stands(table, key, &fold(text))
    }
}

/// A text without marks at its ends.
#[must_use]
pub fn trim_marks(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Longest first.
fn order(one: &str, other: &str) -> std::cmp::Ordering {
    other.len().cmp(&one.len()).then_with(|| one.cmp(other))
}

/// Whether a folded text is one of the phrases of a key.
fn is_among(phrases: &[String], folded: &str) -> bool {
    phrases.binary_search_by(|it| order(it, folded)).is_ok()
}

/// Reads the tables. A file that is written as plainly as the shipped one is read at once; from any other, and from one with
/// mistakes, a reader of all of TOML makes a tree, which takes ten times as long and many times the file's size.
fn tables_of(text: &str) -> Result<Tables<'_>, toml::de::Error> {
    plain_tables(text).map_or_else(|| toml::from_str(text), Ok)
}

/// Reads tables of lists of texts without other escapes than of quotes; none if anything else stands there, or something twice.
fn plain_tables(text: &str) -> Option<Tables<'_>> {
    let mut tables = Tables::new();
    let mut table: Option<&mut BTreeMap<String, Vec<Cow<'_, str>>>> = None;
    let mut rest = after_blanks(text)?;
    while !rest.is_empty() {
        if let Some(heading) = rest.strip_prefix('[') {
            let (name, behind) = plain_key(heading)?;
            let Entry::Vacant(free) = tables.entry(name) else { return None };
            table = Some(free.insert(BTreeMap::new()));
            rest = line_end(behind.strip_prefix(']')?)?;
            continue;
        }
        let (key, behind) = plain_key(rest)?;
        let value = behind.trim_start_matches([' ', '\t']).strip_prefix('=')?.trim_start_matches([' ', '\t']);
        let (phrases, behind) = plain_list(value.strip_prefix('[')?)?;
        if table.as_mut()?.insert(key, phrases).is_some() {
            return None;
        }
        rest = line_end(behind)?;
    }
    Some(tables)
}

/// The texts of a list up to its bracket, and what stands behind it.
fn plain_list(text: &str) -> Option<(Vec<Cow<'_, str>>, &str)> {
    let mut phrases = Vec::new();
    let mut rest = after_blanks(text)?;
    loop {
        if let Some(behind) = rest.strip_prefix(']') {
            return Some((phrases, behind));
        }
        let (phrase, behind) = match rest.strip_prefix('"') {
            Some(quoted) => unquoted(quoted)?,
            None => rest.strip_prefix('\'')?.split_once('\'').map(|it| (Cow::Borrowed(it.0), it.1))?,
        };
        if phrase.bytes().any(|it| it.is_ascii_control()) {
            return None;
        }
        phrases.push(phrase);
        rest = after_blanks(behind)?;
        match rest.strip_prefix(',') {
            Some(behind) => rest = after_blanks(behind)?,
            None if rest.starts_with(']') => {}
            None => return None,
        }
    }
}

/// A text up to its closing quote, in which a quote or a backslash stands behind a backslash, and what stands behind it.
fn unquoted(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let mut phrase = Cow::Borrowed("");
    let mut rest = text;
    loop {
        let (plain, behind) = rest.split_at_checked(memchr::memchr2(b'"', b'\\', rest.as_bytes())?)?;
        phrase += plain;
        if let Some(behind) = behind.strip_prefix('"') {
            return Some((phrase, behind));
        }
        let escaped = behind.strip_prefix('\\')?;
        phrase.to_mut().push(escaped.chars().next().filter(|it| matches!(it, '"' | '\\'))?);
        rest = escaped.get(1..)?;
    }
}

/// A key, and what stands behind it.
fn plain_key(text: &str) -> Option<(String, &str)> {
    if let Some(quoted) = text.strip_prefix('"') {
        let key = unquoted(quoted).filter(|it| !it.0.bytes().any(|it| it.is_ascii_control()));
        return key.map(|it| (it.0.into_owned(), it.1));
    }
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))?;
    text.split_at_checked(end).filter(|it| !it.0.is_empty()).map(|it| (it.0.to_owned(), it.1))
}

/// What stands behind a line, of which only blanks and a remark may be left.
fn line_end(text: &str) -> Option<&str> {
    let behind = after_blanks(text)?;
    let passed = text.get(..text.len() - behind.len())?;
    (behind.is_empty() || passed.contains('\n')).then_some(behind)
}

/// What stands behind blanks, line ends and remarks.
fn after_blanks(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let behind = rest.trim_start_matches([' ', '\t', '\n']);
        let behind = behind.strip_prefix("\r\n").unwrap_or(behind);
        if let Some(remark) = behind.strip_prefix('#') {
            let (remark, behind) = remark.split_at_checked(remark.find('\n').unwrap_or(remark.len()))?;
            let remark = if behind.is_empty() { remark } else { remark.strip_suffix('\r').unwrap_or(remark) };
            if remark.bytes().any(|it| it.is_ascii_control() && it != b'\t') {
                return None;
            }
            rest = behind;
        } else if behind.len() == rest.len() {
            return Some(rest);
        } else {
            rest = behind;
        }
    }
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
    fn a_plain_file_says_the_same_as_to_a_reader_of_all_of_toml() {
        let check = |text: &str| {
            let whole = toml::from_str::<super::Tables>(text).map_err(|it| it.to_string());
            assert_eq!(super::tables_of(text).map_err(|it| it.to_string()), whole, "{text:?}");
        };
        let shipped = super::VOCABULARY;
        assert!(super::plain_tables(shipped).is_some(), "the shipped file is not written plainly any more");
        check(shipped);
        check(&shipped.replace('\n', "\r\n"));
        check("");
        check("[a]\nx = ['1']\n[b]\ny = ['2',\n'3']\n");
        check("\n[é]\nx = ['1']\n");
        check("# words\n[a]\nx = [\n'1']\n\n[a]\ny = ['2']\n");
        check("[a]\nx = ['1']\n[a.b]\ny = ['2']\n");
        check("[a]\nx = ['''\n[b]\ny = ''']\n[c]\n");
        check("[a]\nx = ['1'\n[b]\ny = 2\n");
        check("x = ['1']\n[b]\ny = ['2']\n");
        for text in [
            "[a] # words\nx = [] # words\n[b]\n",
            "[a]x = []",
            "[a]\nx = [] y = []",
            "[a]\nx = ['1',]\ny=[ \"2\" , '\\' ]",
            "[a]\nx = [,]",
            "[a]\nx = ['1' '2']",
            "[a]\nx = ['1'\n, # one\n'2' # two\n]\n",
            "[a]\nx = [\"\\u00e9\"]",
            "[a]\nx = [\"um \\\"dois\\\" \\\\\", 'a\\', \"\\\\\\\"\"]",
            "[a]\nx = [\"\\x\"]",
            "[a]\nx = [\"\\",
            "[a]\nx = ['é\t', '\u{7}']",
            "[a]\nx = ['']\nx = []",
            "[a]\nx = [] # \u{1}",
            "[a]\nx = ['1\n']",
            "[a]\r\nx = []\r\n\r\n# é\r\n",
            "[a]\rx = []",
            "[a]\nx = [] # a\rb\n",
            "[a]\nx = [] # a\r",
            "[a]\n\"x\" = ['1']\n'y' = []",
            "[a]\nx.y = ['1']",
            "[ a ]\nx = ['1']",
            "[[a]]\nx = ['1']",
            "[a]\nx = [['1']]",
            "[a]\nx\n= ['1']",
            "[a]\nx = ['1'",
            "[a]\nx =",
            "[a]\nx",
            "[a",
            "\u{feff}[a]\nx = ['1']",
        ] {
            check(text);
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_read_plainly_is_read_so_by_a_reader_of_all_of_toml(text in "(\\[a\\]\n)?[xy='\"\\[\\], \n\r\t#é\\\\]{0,24}") {
            if let Some(tables) = super::plain_tables(&text) {
                assert_eq!(toml::from_str::<super::Tables>(&text).ok(), Some(tables), "{text:?}");
            }
        }
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
        Vocabulary::from_toml(super::VOCABULARY).unwrap();
    }
}
