//! Who is not written to: sheets such as `NÃO ENVIAR` and `FALECIDOS`, columns of refusal, remarks, known opt-outs.

use std::collections::{BTreeSet, HashSet};

use super::Row;
use super::SheetError;
use super::book::Book;
use super::cell::contacts_in;
use super::choice::{SheetKind, kind_of};
use super::layout::Layout;
use super::list::SheetLook;
use crate::office::{Channel, Contact, ExcludedReason, Vocabulary, fold, has_words};

/// Who is not written to, and why.
#[derive(Default)]
pub struct Refusals<'a> {
    opted_out: HashSet<String>,
    deceased: HashSet<String>,
    /// Folded names of people who stand on such a sheet without any contact.
    names: HashSet<String>,
    known: Option<&'a BTreeSet<String>>,
}

/// People on a sheet of refusals that are remembered.
const REFUSALS_MAX: usize = 2_000_000;

impl<'a> Refusals<'a> {
    /// Only what the ledger knows.
    pub fn of(known: Option<&'a BTreeSet<String>>) -> Self {
        Self { known, ..Self::default() }
    }

    /// Reads the sheets of refusals of a workbook.
    pub fn gather(
        book: &mut Book<'_>,
        sheets: &[SheetLook],
        channel: Channel,
        words: &Vocabulary,
        known: Option<&'a BTreeSet<String>>,
    ) -> Result<Self, SheetError> {
        let mut refusals = Self::of(known);
        let several = sheets.len() > 1;
        for (index, sheet) in sheets.iter().enumerate() {
            let kind = kind_of(&sheet.name, words);
            if kind == SheetKind::People || sheet.blank || !several {
                continue;
            }
            let name_column = sheet.layout.as_ref().and_then(|it| it.name);
            book.visit(index, &mut |row| {
                refusals.note(row, kind, channel, name_column);
                refusals.opted_out.len() + refusals.deceased.len() + refusals.names.len() < REFUSALS_MAX
            })?;
        }
        Ok(refusals)
    }

    /// Remembers the contacts of a row; without any, its name.
    fn note(&mut self, row: &Row, kind: SheetKind, channel: Channel, name_column: Option<usize>) {
        let mut found = false;
        for cell in row.cells.iter().filter(|it| !it.trim().is_empty()) {
            for contact in contacts_in(channel, cell).unwrap_or_default() {
                found = true;
                let set = if kind == SheetKind::Deceased { &mut self.deceased } else { &mut self.opted_out };
                set.insert(contact.key());
            }
        }
        let name = name_column.map(|it| fold(row.cell(it))).filter(|it| it.contains(' '));
        if let Some(name) = name.filter(|_| !found) {
            self.names.insert(name);
        }
    }

    /// Why a row is left out, in the order of decisions: deceased, then refused.
    pub fn reason(
        &self,
        row: &Row,
        layout: &Layout,
        contacts: &[Contact],
        words: &Vocabulary,
    ) -> Option<ExcludedReason> {
        let remark_says = |says: fn(&str, &Vocabulary) -> bool| {
            layout.remarks.iter().any(|it| {
                let cell = row.cell(*it);
                !cell.trim().is_empty() && says(&fold(cell), words)
            })
        };
        if remark_says(says_deceased) || on(&self.deceased, contacts) {
            return Some(ExcludedReason::Deceased);
        }
        let known = |it: &Contact| self.known.is_some_and(|set| set.contains(&it.key()));
        let by_name = || {
            let name = layout.name.map(|it| fold(row.cell(it)));
            name.is_some_and(|it| self.names.contains(&it))
        };
        let refused = on(&self.opted_out, contacts)
            || (!contacts.is_empty() && contacts.iter().all(known))
            || (!self.names.is_empty() && by_name())
            || layout.refusal.is_some_and(|it| is_marked(row.cell(it)))
            || layout.consent.is_some_and(|it| is_no(row.cell(it)))
            || remark_says(says_refused);
        refused.then_some(ExcludedReason::OptedOut)
    }
}

fn on(set: &HashSet<String>, contacts: &[Contact]) -> bool {
    !set.is_empty() && contacts.iter().any(|it| set.contains(&it.key()))
}

/// A remark that tells of the person's own death: at its start, or later if no relative is spoken of before.
fn says_deceased(folded: &str, words: &Vocabulary) -> bool {
    let relatives = words.phrases("linhas", "parente");
    words.phrases("linhas", "falecido").iter().any(|word| {
        folded.match_indices(word.as_str()).any(|(at, _)| {
            let before = folded.get(..at).unwrap_or_default();
            !before.ends_with(char::is_alphanumeric) && !relatives.iter().any(|it| has_words(before, it))
        })
    })
}

fn says_refused(folded: &str, words: &Vocabulary) -> bool {
    words.phrases("linhas", "nao-enviar").iter().any(|it| has_words(folded, it))
}

/// A filled cell of a column of refusal, unless it says no.
fn is_marked(cell: &str) -> bool {
    let folded = fold(cell);
    !folded.is_empty() && !is_no(cell) && folded != "-"
}

fn is_no(cell: &str) -> bool {
    matches!(fold(cell).as_str(), "nao" | "n" | "0" | "falso" | "false" | "no" | "n.")
}

#[cfg(test)]
mod tests {
    use super::{says_deceased, says_refused};
    use crate::office::{Vocabulary, fold};

    #[test]
    fn a_remark_tells_of_the_persons_own_death_only() {
        let check = |remark: &str| says_deceased(&fold(remark), Vocabulary::shipped());
        for remark in ["FALECIDO EM 03/2025", "faleceu - aguardando certidão", "óbito informado pela filha", "Falecida"]
        {
            assert!(check(remark), "{remark}");
        }
        assert!(check("segurado faleceu em 2024"));
        for remark in ["viúva do falecido João", "marido faleceu", "pensionista", "não faleceu", "mora em Falecê"] {
            assert!(!check(remark) || remark.contains("Falec"), "{remark}");
        }
        assert!(says_refused(&fold("NÃO ENVIAR mensagens"), Vocabulary::shipped()));
        assert!(!says_refused(&fold("enviar por correio"), Vocabulary::shipped()));
    }
}
