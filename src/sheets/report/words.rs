//! The words of reports, made ready for search: states, reasons, figures, headings, from `vocabulario.toml`.

use std::collections::{BTreeSet, HashMap};

use super::LineState;
use crate::office::{Vocabulary, fold};

/// Phrases found in a folded text as whole words, the longest first, none over another.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    by_first_word: HashMap<String, Vec<(String, T)>>,
}

impl<T: Clone> Phrases<T> {
    fn new(rows: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut by_first_word: HashMap<String, Vec<(String, T)>> = HashMap::new();
        for (phrase, value) in rows {
            let first: String = phrase.chars().take_while(|c| c.is_alphanumeric()).collect();
            by_first_word.entry(first).or_default().push((phrase, value));
        }
        for list in by_first_word.values_mut() {
            list.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        Self { by_first_word }
    }

    /// The longest phrase at the start of `rest`, which must begin with a word: its length and what it means.
    pub(super) fn at_start(&self, rest: &str) -> Option<(usize, &T)> {
        let first = first_word(rest);
        let list = self.by_first_word.get(first)?;
        list.iter()
            .find(|(phrase, _)| {
                rest.strip_prefix(phrase.as_str()).is_some_and(|after| {
                    !(phrase.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric))
                })
            })
            .map(|(phrase, value)| (phrase.len(), value))
    }

    /// What the phrases in the folded text mean, in its order.
    pub(super) fn all_in(&self, folded: &str) -> Vec<T> {
        self.placed_in(folded).into_iter().map(|(_, value)| value).collect()
    }

    /// The same, each with what stands before its phrase.
    fn placed_in<'x>(&self, folded: &'x str) -> Vec<(&'x str, T)> {
        let mut found = Vec::new();
        let mut rest = folded;
        while let Some(start) = rest.find(char::is_alphanumeric) {
            rest = rest.get(start..).unwrap_or_default();
            if let Some((length, value)) = self.at_start(rest) {
                let before = folded.get(..folded.len() - rest.len()).unwrap_or_default();
                found.push((before, value.clone()));
                rest = rest.get(length..).unwrap_or_default();
            } else {
                rest = rest.get(first_word(rest).len()..).unwrap_or_default();
            }
        }
        found
    }
}

/// What a state means behind the words before it: `could not be delivered`, `não foi lida`, `sem erro`.
fn turned(before: &str, state: LineState) -> Option<LineState> {
    const NOT: [&str; 8] = ["nao", "not", "no", "sem", "nem", "never", "unable", "cannot"];
    const YET: [&str; 3] = ["ainda", "yet", "still"];
    let clause = before.rsplit(['.', ',', ';', ':', '/', '|', '(']).next().unwrap_or_default();
    let near: Vec<&str> = clause.split(|c: char| !c.is_alphanumeric()).rev().filter(|it| !it.is_empty()).collect();
    let has = |words: &[&str]| near.iter().take(WORDS_BEFORE).any(|it| words.contains(it));
    if !has(&NOT) {
        return Some(state);
    }
    match state {
        LineState::Read => Some(LineState::Delivered),
        LineState::Delivered if has(&YET) => Some(LineState::Sent),
        LineState::Sent if has(&YET) => Some(LineState::Pending),
        LineState::Delivered | LineState::Sent => Some(LineState::Failed),
        LineState::Failed | LineState::Pending | LineState::Unknown => None,
    }
}

/// A negation stands not farther before what it turns round.
const WORDS_BEFORE: usize = 4;

/// The letters and digits with which a text begins.
pub(super) fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// What a number in a summary counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Figure {
    Base,
    Sent,
    Delivered,
    Read,
    Failed,
    Pending,
    /// `das`, `dos`: the number after it is the whole of which the one before is a part.
    Of,
    /// Something that is counted and does not concern us (duplicates, pages, money).
    Other,
    /// `das quais`: what stands behind it is a new clause.
    Pause,
    Reason(String),
}

/// What a column of a report holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Role {
    Phone,
    AreaCode,
    Name,
    Status,
    Reason,
    Protocol,
    Campaign,
    SentFlag,
    DeliveredFlag,
    ReadFlag,
    FailedFlag,
    Count,
}

/// All words of one vocabulary.
#[derive(Debug)]
pub(super) struct Words {
    states: Phrases<LineState>,
    reasons: Phrases<String>,
    pub(super) figures: Phrases<Figure>,
    progress: Phrases<bool>,
    headings: HashMap<String, BTreeSet<Role>>,
    opt_outs: BTreeSet<String>,
    no: BTreeSet<String>,
}

const STATES: [(&str, LineState); 5] = [
    ("falha", LineState::Failed),
    ("lido", LineState::Read),
    ("entregue", LineState::Delivered),
    ("enviado", LineState::Sent),
    ("pendente", LineState::Pending),
];

const FIGURES: [(&str, Figure); 9] = [
    ("base", Figure::Base),
    ("enviadas", Figure::Sent),
    ("entregues", Figure::Delivered),
    ("lidas", Figure::Read),
    ("falhas", Figure::Failed),
    ("pendentes", Figure::Pending),
    ("de", Figure::Of),
    ("nenhuma", Figure::Other),
    ("pausa", Figure::Pause),
];

const ROLES: [(&str, Role); 12] = [
    ("telefone", Role::Phone),
    ("ddd", Role::AreaCode),
    ("nome", Role::Name),
    ("situacao", Role::Status),
    ("motivo", Role::Reason),
    ("protocolo", Role::Protocol),
    ("campanha", Role::Campaign),
    ("enviado", Role::SentFlag),
    ("entregue", Role::DeliveredFlag),
    ("lido", Role::ReadFlag),
    ("falha", Role::FailedFlag),
    ("quantidade", Role::Count),
];

impl Words {
    /// Makes the words of a vocabulary ready.
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        let reasons: Vec<(String, String)> = vocabulary
            .keys("motivos")
            .flat_map(|(reason, list)| list.iter().map(move |phrase| (phrase.clone(), reason.to_owned())))
            .collect();
        // A figure word stands before a reason of the same spelling: they come first and the search takes the first.
        let figures = rows(vocabulary, "figuras", &FIGURES)
            .chain(reasons.iter().map(|(phrase, reason)| (phrase.clone(), Figure::Reason(reason.clone()))))
            .filter(|(phrase, _)| !phrase.starts_with(|c: char| c.is_ascii_digit()));
        let mut headings: HashMap<String, BTreeSet<Role>> = HashMap::new();
        let shared = vocabulary.phrases("colunas", "telefone").iter().map(|it| (it.clone(), Role::Phone));
        let names = vocabulary.phrases("colunas", "nome").iter().map(|it| (it.clone(), Role::Name));
        for (phrase, role) in rows(vocabulary, "colunas-relatorio", &ROLES).chain(shared).chain(names) {
            headings.entry(heading_form(&phrase)).or_default().insert(role);
        }
        Self {
            states: Phrases::new(rows(vocabulary, "situacoes", &STATES)),
            figures: Phrases::new(figures),
            reasons: Phrases::new(reasons),
            progress: Phrases::new(rows(vocabulary, "andamento", &[("parcial", false), ("final", true)])),
            headings,
            opt_outs: vocabulary.phrases("recusas", "motivos").iter().cloned().collect(),
            no: vocabulary.phrases("negativas", "nao").iter().cloned().collect(),
        }
    }

    /// What the company's word for a state means: a failure wins over the rest, then the furthest state.
    pub(super) fn state_of(&self, folded: &str) -> LineState {
        let folded = &spaced(folded);
        let found = self.states.placed_in(folded);
        let found: Vec<LineState> = found.into_iter().filter_map(|(before, state)| turned(before, state)).collect();
        if found.contains(&LineState::Failed) {
            return LineState::Failed;
        }
        if let Some(furthest) = found.into_iter().max() {
            return furthest;
        }
        if self.reason_of(folded).is_some() { LineState::Failed } else { LineState::Unknown }
    }

    /// Whether a text is a word for a state and nothing behind it but a mark and more.
    pub(super) fn begins_with_state(&self, folded: &str) -> bool {
        self.states.at_start(folded).is_some_and(|(length, _)| {
            let rest = folded.get(length..).unwrap_or_default().trim_start();
            rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric())
        })
    }

    /// The reason that a text names, in our word.
    pub(super) fn reason_of(&self, folded: &str) -> Option<String> {
        let found = self.reasons.all_in(&spaced(folded));
        found.iter().find(|it| self.is_opt_out(it)).or_else(|| found.first()).cloned()
    }

    /// Whether the reason is the person's own wish.
    pub(super) fn is_opt_out(&self, reason: &str) -> bool {
        self.opt_outs.contains(&fold(reason))
    }

    /// Whether the text says that the sending is over or only part of it; a partial one wins.
    pub(super) fn progress_in(&self, folded: &str) -> Option<bool> {
        self.progress.all_in(folded).into_iter().min()
    }

    /// What a column of this heading may hold.
    pub(super) fn roles_of(&self, heading: &str) -> BTreeSet<Role> {
        let form = heading_form(&fold(heading));
        if let Some(roles) = self.headings.get(&form) {
            return roles.clone();
        }
        // "Telefone do beneficiário", "Status do WhatsApp em 05/08": the first words decide.
        const LEADING: [Role; 4] = [Role::Phone, Role::Status, Role::Reason, Role::Protocol];
        let words: Vec<&str> = form.split(' ').collect();
        let short = words.len() <= HEADING_WORDS_MAX;
        (1..words.len())
            .rev()
            .filter_map(|count| self.headings.get(&words.get(..count)?.join(" ")))
            .find_map(|roles| LEADING.into_iter().find(|it| short && roles.contains(it)))
            .into_iter()
            .collect()
    }

    /// What a cell counts if it is a figure word and nothing else.
    pub(super) fn figure_heading(&self, cell: &str) -> Option<Figure> {
        let form = heading_form(&fold(cell));
        let (length, figure) = self.figures.at_start(&form)?;
        (length == form.len()).then(|| figure.clone())
    }

    /// Whether a cell of a yes-or-no column (or of a column with times) says yes.
    pub(super) fn says_yes(&self, cell: &str) -> bool {
        let folded = fold(cell);
        !folded.is_empty() && !self.no.contains(&folded)
    }
}

/// Programs write `NOT_ON_WHATSAPP`.
fn spaced(folded: &str) -> String {
    folded.replace('_', " ")
}

/// A heading has few words; a sentence is none.
const HEADING_WORDS_MAX: usize = 6;

/// The phrases of a table's keys, with what each key means.
fn rows<'a, T: Clone + 'a>(
    vocabulary: &'a Vocabulary,
    table: &'a str,
    keys: &'a [(&'a str, T)],
) -> impl Iterator<Item = (String, T)> + 'a {
    keys.iter().flat_map(move |(key, meaning)| {
        vocabulary.phrases(table, key).iter().map(move |phrase| (phrase.clone(), meaning.clone()))
    })
}

/// The form in which headings are compared: folded, every mark a blank.
fn heading_form(folded: &str) -> String {
    let spaced: String = folded.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
