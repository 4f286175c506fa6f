//! Which sheet of a workbook is the list: the one with contacts; of several the one that the mail names.

use super::SheetError;
use super::list::SheetLook;
use crate::office::{Channel, Vocabulary, find_words, fold, has_words};

/// How many sheets hold people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A request has one list.
    OneList,
    /// The general contacts may fill several sheets.
    AllSheets,
}

/// The sheets that are read.
pub fn choose_sheets(
    file: &str,
    sheets: &[SheetLook],
    (channel, scope): (Channel, Scope),
    words: &Vocabulary,
    mail_text: &str,
) -> Result<Vec<usize>, SheetError> {
    if sheets.iter().all(|it| it.blank) {
        return Err(SheetError::Empty { file: file.to_owned() });
    }
    let all: Vec<(usize, &SheetLook)> = sheets
        .iter()
        .enumerate()
        .filter(|(_, it)| it.layout.is_some() && kind_of(&it.name, words) == SheetKind::People)
        .collect();
    let visible: Vec<(usize, &SheetLook)> = all.iter().copied().filter(|(_, it)| !it.hidden).collect();
    let named = named_sheets(&all, mail_text, words);
    let candidates = if !named.is_empty() && scope == Scope::OneList {
        named
    } else if visible.is_empty() {
        all
    } else {
        visible
    };
    // Where one sheet has good contacts, one with a mere heading is no rival.
    let good: Vec<(usize, &SheetLook)> = candidates.iter().copied().filter(|(_, it)| contacts_of(it) > 0).collect();
    let candidates = if good.is_empty() { candidates } else { good };
    // A legend with the department's own address has no heading; the list beside it has one.
    let headed = |it: &SheetLook| it.layout.as_ref().is_some_and(|it| it.header_row > 0);
    let any_headed = candidates.iter().any(|(_, it)| headed(it));
    let no_note = |it: &SheetLook| headed(it) || contacts_of(it) > 2 || !any_headed;
    let candidates: Vec<(usize, &SheetLook)> = candidates.into_iter().filter(|(_, it)| no_note(it)).collect();
    match (scope, candidates.as_slice()) {
        (_, []) => Err(SheetError::NoContacts { file: file.to_owned(), channel: channel.as_str() }),
        (Scope::AllSheets, several) => Ok(several.iter().map(|(index, _)| *index).collect()),
        (Scope::OneList, [(index, only)]) => match missing_name(sheets, mail_text) {
            Some(sheet) if sheets.len() > 1 && !only.name.is_empty() => {
                Err(SheetError::NoSuchSheet { file: file.to_owned(), sheet })
            }
            _ => Ok(vec![*index]),
        },
        (Scope::OneList, several) => {
            let called_list =
                |look: &SheetLook| words.phrases("abas", "lista").iter().any(|it| fold(&look.name) == *it);
            let mut lists = several.iter().filter(|(_, it)| called_list(it));
            if let (Some((index, _)), None) = (lists.next(), lists.next()) {
                return Ok(vec![*index]);
            }
            let sheets = several.iter().map(|(_, it)| it.name.clone()).collect();
            Err(SheetError::SeveralSheets { file: file.to_owned(), sheets })
        }
    }
}

/// What a sheet is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// People to write to.
    People,
    /// People who are not written to.
    OptedOut,
    /// People who have died.
    Deceased,
}

/// What a sheet is by its name.
pub fn kind_of(name: &str, words: &Vocabulary) -> SheetKind {
    let folded = fold(name);
    let named = |key| words.phrases("abas", key).iter().any(|it| has_words(&folded, it));
    if named("falecidos") {
        SheetKind::Deceased
    } else if named("nao-enviar") {
        SheetKind::OptedOut
    } else {
        SheetKind::People
    }
}

fn contacts_of(look: &SheetLook) -> usize {
    look.layout.as_ref().map_or(0, |it| it.contacts_seen)
}

/// Sheets whose name stands in the mail: after `aba`, `guia` and the like; else anywhere, if exactly one does.
fn named_sheets<'s>(
    all: &[(usize, &'s SheetLook)],
    mail_text: &str,
    words: &Vocabulary,
) -> Vec<(usize, &'s SheetLook)> {
    let text = fold(mail_text);
    let names: Vec<String> = all.iter().map(|(_, it)| fold(&it.name)).collect();
    // Where the name begins after this mention of a sheet.
    let after = |at: usize, name: &String| {
        let after = text.get(at..).unwrap_or_default();
        let near: String = after.chars().take(name.chars().count() + 24).collect();
        find_words(&near, name).filter(|it| *it <= 16)
    };
    // Of `aba OUTUBRO (a de setembro já foi)` the name that comes first is meant.
    let nearest = |at: usize| names.iter().filter_map(|it| after(at, it)).min();
    let spoken = |look: &SheetLook| {
        let name = fold(&look.name);
        SHEET_WORDS.iter().any(|word| {
            text.match_indices(word).any(|(at, _)| {
                let before_is_word = text.get(..at).is_some_and(|it| it.ends_with(char::is_alphanumeric));
                let end = at + word.len();
                let place = after(end, &name);
                let several = *word == "abas ";
                !before_is_word && place.is_some() && (several || place == nearest(end))
            })
        })
    };
    let spoken: Vec<(usize, &SheetLook)> = all.iter().copied().filter(|(_, it)| spoken(it)).collect();
    if !spoken.is_empty() {
        // `usar somente a aba "Faltam"; a aba "Feitos" é de quem já fez`
        let alone = |look: &SheetLook| {
            let name = fold(&look.name);
            text.match_indices("aba ").any(|(at, word)| {
                let before = text.get(..at).unwrap_or_default().trim_end();
                let before = before.strip_suffix(" a").or_else(|| before.strip_suffix(" da")).unwrap_or(before);
                let only = ONLY_WORDS.iter().any(|it| before.ends_with(it));
                let named = after(at + word.len(), &name);
                only && named.is_some() && named == nearest(at + word.len())
            })
        };
        let mut only = spoken.iter().filter(|(_, it)| alone(it));
        if let (Some(one), None) = (only.next(), only.next()) {
            return vec![*one];
        }
        return without_staying(longest_only(spoken), &text, words);
    }
    let mentioned: Vec<(usize, &SheetLook)> = all
        .iter()
        .copied()
        .filter(|(_, it)| it.name.chars().count() >= 4 && has_words(&text, &fold(&it.name)))
        .collect();
    let mentioned = without_staying(longest_only(mentioned), &text, words);
    if mentioned.len() == 1 { mentioned } else { Vec::new() }
}

/// Of several sheets the one of which the mail does not say that it stays (`a aba Licenciados fica para março`, `a outra é
/// a lista de espera`); all where that leaves none or several.
fn without_staying<'s>(
    named: Vec<(usize, &'s SheetLook)>,
    text: &str,
    words: &Vocabulary,
) -> Vec<(usize, &'s SheetLook)> {
    let clauses = || text.split([',', '.', ';', ':', '(', ')', '\n']);
    let stays = |it: &&(usize, &SheetLook)| {
        let name = fold(&it.1.name);
        let says = |clause: &str| {
            let around = clause.replace(&name, " ");
            has_words(clause, &name) && words.phrases("abas", "fica").iter().any(|it| has_words(&around, it))
        };
        clauses().any(says)
    };
    let mut used = named.iter().filter(|it| !stays(it)).copied();
    match (used.next(), used.next()) {
        (Some(one), None) if named.len() > 1 => vec![one],
        _ => named,
    }
}

/// The words before a sheet that leave the others out.
const ONLY_WORDS: [&str; 7] = [" so", "somente", "apenas", "unicamente", "exclusivamente", "usar", "usem"];

/// The words by which people name a sheet.
const SHEET_WORDS: [&str; 7] = ["aba ", "abas ", "guia ", "folha ", "pasta ", "planilha ", "sheet "];

/// `aba Aposentados 2025` does not name the sheet `Aposentados` as well.
fn longest_only(named: Vec<(usize, &SheetLook)>) -> Vec<(usize, &SheetLook)> {
    let folded: Vec<String> = named.iter().map(|(_, it)| fold(&it.name)).collect();
    named
        .into_iter()
        .zip(&folded)
        .filter(|(_, name)| !folded.iter().any(|it| it != *name && has_words(it, name)))
        .map(|(it, _)| it)
        .collect()
}

/// The sheet that the mail names in quotation marks (`aba "Julho"`) and the workbook does not have.
fn missing_name(sheets: &[SheetLook], mail_text: &str) -> Option<String> {
    let text = fold(mail_text);
    for word in ["aba \"", "guia \"", "aba '", "guia '"] {
        let Some((_, after)) = text.split_once(word) else { continue };
        let name = after.split(['"', '\'']).next().unwrap_or_default().trim();
        if !name.is_empty() && !sheets.iter().any(|it| fold(&it.name) == name) {
            return Some(name.to_owned());
        }
    }
    None
}
