//! The cached results of the formulas that depend on changed counts, trusted cell by cell.
//!
//! A result is rewritten only where the calculator reproduces the one that stood in the file *before* the change, from
//! the old count; whatever it cannot reproduce is left, and the workbook asks to be recalculated when it is opened. So
//! programs that calculate always show the right totals, and those that do not are never shown a wrong new one.
//!
//! Some results were wrong before the change: programs that do not calculate write zeros or nothing. Where the calculator
//! cannot reproduce a result, it is asked again for the plain formulas behind it too; a plain formula over constants and
//! plain formulas is then trusted, because nobody disputes a sum, and so is a result that was never set; the workbook
//! asks to be recalculated besides.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::panic::AssertUnwindSafe;
use std::sync::mpsc;
use std::time::Duration;

use super::book::Book;
use super::calculator::{self, Sheet};
use super::cellref::{Area, CellRef};
use super::count::written;
use super::dependents::{Content, FormulaCell, Formulas, Index, Resolved, Spot, Value, filled_by};
use super::edit::{Counts, Refusal};
use super::functions::{is_common, is_plain, is_volatile, sees_hidden};
use super::package::Package;
use super::part::Splice;
use super::values::values;
use super::xml;

/// So long the calculator may take; real workbooks were seen to take half a minute.
const CALCULATION_MAX: Duration = Duration::from_secs(5);
/// So many formulas are calculated at most.
const FORMULAS_MAX: usize = 50_000;
/// So many cells are given to the calculator at most.
const CELLS_MAX: usize = 500_000;

/// What is to be written besides the counts.
pub(super) struct Fresh {
    /// For each tab, the splices of its results.
    pub results: Vec<Vec<Splice>>,
    /// How many results those are.
    pub count: usize,
    /// Whether some result could not be had: the workbook is to be recalculated when it is opened.
    pub ask_full_calculation: bool,
}

/// Works out the results that changed.
pub(super) fn refreshed(package: &mut Package<'_>, book: &Book, counts: &[Counts]) -> Result<Fresh, Refusal> {
    let formulas = Formulas::read(package, book);
    let resolved: Vec<Resolved> = (0..formulas.cells.len()).map(|at| formulas.resolved(book, at)).collect();
    let changes = changes(counts);
    let spots: Vec<Spot> = changes.iter().map(|it| it.0).collect();
    let mut fresh = Fresh { results: Vec::new(), count: 0, ask_full_calculation: formulas.is_incomplete };
    fresh.results.resize(book.tabs.len(), Vec::new());
    let Some(dependents) = formulas.dependents(&resolved, &spots) else {
        fresh.ask_full_calculation = true;
        return Ok(fresh);
    };
    let question = Question { book, formulas: &formulas, resolved: &resolved, dependents: &dependents };
    question.answered(package, changes, &mut fresh)?;
    Ok(fresh)
}

/// A workbook with the results of one tab calculated, as far as its formulas are plain; the tab's own are unset.
pub(super) fn calculated(bytes: &[u8], tab: &str) -> Result<Vec<u8>, Refusal> {
    let mut package = Package::look(bytes)?;
    let book = Book::open(&mut package)?;
    let at = book.tab(tab)?;
    let formulas = Formulas::read(&mut package, &book);
    let resolved: Vec<Resolved> = (0..formulas.cells.len()).map(|at| formulas.resolved(&book, at)).collect();
    let dependents = formulas.cells.iter().enumerate().filter(|it| it.1.spot.0 == at).map(|it| it.0).collect();
    let question = Question { book: &book, formulas: &formulas, resolved: &resolved, dependents: &dependents };
    let mut fresh = Fresh { results: Vec::new(), count: 0, ask_full_calculation: false };
    fresh.results.resize(book.tabs.len(), Vec::new());
    question.answered(&mut package, Vec::new(), &mut fresh)?;
    let mut changed = BTreeMap::new();
    for (tab, splices) in book.tabs.iter().zip(fresh.results) {
        if let (Some(entry), false) = (tab.at, splices.is_empty()) {
            changed.insert(entry, package.read_xml(entry)?.spliced(splices));
        }
    }
    let bytes = package.write(&changed, &[])?;
    package.verify(&bytes, &changed, 0)?;
    Ok(bytes)
}

/// The cells that change, before and after.
fn changes(counts: &[Counts]) -> Vec<(Spot, Value, f64)> {
    let of = |count: &Counts, place: CellRef, after: f64| {
        let before = match count.before.get(&place) {
            Some(standing) => match (standing.number, standing.was_text) {
                (Some(number), false) => Value::Number(number),
                (Some(number), true) => Value::Text(written(number)),
                (None, true) => Value::Text(" ".to_owned()),
                (None, false) => Value::Empty,
            },
            None => Value::Empty,
        };
        ((count.tab, place), before, after)
    };
    counts.iter().flat_map(|count| count.after.iter().map(move |(place, after)| of(count, *place, *after))).collect()
}

/// What is asked of the calculator.
struct Question<'a> {
    book: &'a Book,
    formulas: &'a Formulas,
    resolved: &'a [Resolved],
    dependents: &'a BTreeSet<usize>,
}

/// How much is calculated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// What depends on the change; all else is taken from the file.
    Near,
    /// Also the plain formulas that it comes from.
    Far,
}

/// The results of formula cells, before and after.
type Answers = HashMap<usize, (Value, Value)>;

impl Question<'_> {
    /// Asks, and takes what can be trusted.
    fn answered(
        &self,
        package: &mut Package<'_>,
        changes: Vec<(Spot, Value, f64)>,
        fresh: &mut Fresh,
    ) -> Result<(), Refusal> {
        if self.dependents.is_empty() {
            return Ok(());
        }
        let near = self.asked(package, &changes, Reach::Near)?;
        let all_stand = |it: &Answers| self.dependents.iter().all(|at| self.reproduces(*at, it));
        let (answers, reach) = match near {
            Some(answers) if all_stand(&answers) => (answers, Reach::Near),
            near => match self.asked(package, &changes, Reach::Far)? {
                Some(answers) => (answers, Reach::Far),
                None => (near.unwrap_or_default(), Reach::Near),
            },
        };
        let trusted = self.trusted(&answers, reach);
        for at in self.dependents {
            let Some(cell) = self.formulas.cells.get(*at) else { continue };
            let answer = answers.get(at).filter(|_| trusted.contains(at));
            let Some((_, after)) = answer.filter(|it| is_writable(it, cell)) else {
                fresh.ask_full_calculation = true;
                continue;
            };
            // Where one result was wrong or missing, others may be; and an error is better looked at twice.
            let is_new_error = matches!(after, Value::Error(_)) && !same(cell.cached.as_ref(), after);
            fresh.ask_full_calculation |= is_new_error || !self.reproduces(*at, &answers);
            if let (Some(results), false) = (fresh.results.get_mut(cell.spot.0), same(cell.cached.as_ref(), after)) {
                results.extend(rewritten(package, self.book, cell, after)?);
                fresh.count += 1;
                fresh.ask_full_calculation |= !self.is_common(*at);
            }
        }
        Ok(())
    }

    /// Asks the calculator; `None` where it has no answer in time.
    fn asked(
        &self,
        package: &mut Package<'_>,
        changes: &[(Spot, Value, f64)],
        reach: Reach,
    ) -> Result<Option<Answers>, Refusal> {
        let wanted = self.wanted(reach);
        if wanted.len() > FORMULAS_MAX {
            return Ok(None);
        }
        let changing: BTreeSet<Spot> = changes.iter().map(|it| it.0).collect();
        let spots: BTreeSet<Spot> =
            wanted.iter().filter_map(|at| self.formulas.cells.get(*at)).map(|it| it.spot).collect();
        let mut areas: Vec<(usize, Area)> =
            wanted.iter().filter_map(|at| self.resolved.get(*at)).flat_map(|it| it.areas.iter().copied()).collect();
        if wanted.iter().filter_map(|at| self.resolved.get(*at)).any(|it| it.is_opaque) {
            // What INDIRECT and its kin refer to shows only when they are calculated.
            let last = CellRef { row: super::cellref::ROW_MAX, column: super::cellref::COLUMN_MAX };
            let whole = Area::new(CellRef { row: 1, column: 1 }, last);
            areas = (0..self.book.tabs.len()).map(|tab| (tab, whole)).collect();
        }
        areas.sort_unstable();
        areas.dedup();
        let is_known = |spot: Spot| spots.contains(&spot) || changing.contains(&spot);
        let constants = values(package, self.book, &areas, &is_known)?;
        if constants.len() > CELLS_MAX {
            return Ok(None);
        }
        let filled = constants.iter().map(|it| it.0.1).chain(spots.iter().map(|it| it.1));
        let filled = filled.chain(changing.iter().map(|it| it.1));
        let last = filled.fold(CellRef { row: 1, column: 1 }, |last, it| CellRef {
            row: last.row.max(it.row),
            column: last.column.max(it.column),
        });
        let formulas = wanted.iter().filter_map(|at| self.formula(*at, last)).collect();
        let sheet = Sheet {
            tabs: self.book.tabs.len(),
            constants,
            formulas,
            changes: changes.to_vec(),
            asked: wanted.iter().filter_map(|at| self.formulas.cells.get(*at)).map(|it| it.spot).collect(),
        };
        let answers = in_time(sheet);
        Ok(answers.map(|answers| wanted.into_iter().zip(answers).collect()))
    }

    /// The formula of a cell for the calculator; `last` is the last cell that holds something.
    fn formula(&self, at: usize, last: CellRef) -> Option<(Spot, String, Option<Area>)> {
        let cell = self.formulas.cells.get(at)?;
        match &cell.content {
            Content::Formula { fills, .. } => Some((cell.spot, self.resolved.get(at)?.text_within(last), *fills)),
            Content::ResultOf(_) | Content::Beyond => None,
        }
    }

    /// The cells to be calculated: what depends on the change, and from afar also what that comes from and may stand.
    fn wanted(&self, reach: Reach) -> Vec<usize> {
        let is_known =
            |at: &usize| self.formulas.cells.get(*at).is_some_and(|it| !matches!(it.content, Content::Beyond));
        let mut wanted: BTreeSet<usize> = self.dependents.iter().copied().filter(is_known).collect();
        let mut waiting: Vec<usize> = match reach {
            Reach::Near => Vec::new(),
            Reach::Far => wanted.iter().copied().collect(),
        };
        let by_column = self.by_column();
        while let Some(at) = waiting.pop() {
            for (tab, area) in self.resolved.get(at).map_or(&[][..], |it| &it.areas) {
                let columns = by_column.range((*tab, area.first.column)..=(*tab, area.last.column));
                for (_, other) in columns.flat_map(|it| it.1.range(area.first.row..=area.last.row)) {
                    if !wanted.contains(other) && self.may_stand(*other) {
                        wanted.insert(*other);
                        waiting.push(*other);
                    }
                }
            }
            if wanted.len() > FORMULAS_MAX {
                break;
            }
        }
        wanted.into_iter().collect()
    }

    fn by_column(&self) -> BTreeMap<(usize, u32), BTreeMap<u32, usize>> {
        let mut by_column: BTreeMap<(usize, u32), BTreeMap<u32, usize>> = BTreeMap::new();
        for (at, cell) in self.formulas.cells.iter().enumerate() {
            by_column.entry((cell.spot.0, cell.spot.1.column)).or_default().insert(cell.spot.1.row, at);
        }
        by_column
    }

    /// Whether a formula has only functions whose meaning nobody disputes.
    fn is_plain(&self, at: usize) -> bool {
        let (Some(cell), Some(resolved)) = (self.formulas.cells.get(at), self.resolved.get(at)) else { return false };
        matches!(cell.content, Content::Formula { fills: None, .. })
            && !resolved.is_opaque
            && !resolved.is_unresolved
            && resolved.calls.iter().all(|it| is_plain(it))
            && !(resolved.has_whole_columns() && resolved.calls.iter().any(|it| it == "COUNTIF"))
            && self.sees_all_rows(resolved)
    }

    /// Whether all spreadsheet programs give the formula the same result.
    fn is_common(&self, at: usize) -> bool {
        let master = self.formulas.cells.get(at).and_then(|it| match &it.content {
            Content::ResultOf(master) => self.formulas.by_spot.get(&(it.spot.0, *master)).copied(),
            Content::Formula { .. } | Content::Beyond => None,
        });
        let resolved = self.resolved.get(master.unwrap_or(at));
        resolved.is_some_and(|it| it.calls.iter().all(|call| is_common(call)))
    }

    /// Whether a result may be trusted though the file holds another: the formula is plain, or its result was never set by
    /// the program that wrote the file.
    fn may_stand(&self, at: usize) -> bool {
        self.is_plain(at) || self.is_unset(at)
    }

    /// Whether the file holds no result, or the zero of a program that does not calculate and says so.
    fn is_unset(&self, at: usize) -> bool {
        let (Some(cell), Some(resolved)) = (self.formulas.cells.get(at), self.resolved.get(at)) else { return false };
        let is_unset = match &cell.cached {
            None => true,
            Some(Value::Number(number)) => *number == 0.0 && self.book.asks_full_calculation,
            Some(Value::Empty | Value::Text(_) | Value::Bool(_) | Value::Error(_)) => false,
        };
        is_unset
            && !matches!(cell.content, Content::Beyond)
            && !resolved.is_unresolved
            && self.sees_all_rows(resolved)
            && !resolved.calls.iter().any(|it| is_volatile(it))
    }

    /// Whether hidden rows make no difference.
    fn sees_all_rows(&self, resolved: &Resolved) -> bool {
        let hides = |(tab, _): &(usize, Area)| self.formulas.tabs_with_hidden_rows.contains(tab);
        !resolved.calls.iter().any(|it| sees_hidden(it)) || !resolved.areas.iter().any(hides)
    }

    /// Which of the answers are trusted: they reproduce what stood in the file (or, from afar, may stand), and so do all
    /// the calculated cells they come from.
    fn trusted(&self, answers: &Answers, reach: Reach) -> BTreeSet<usize> {
        let mut trusted: BTreeSet<usize> =
            answers.keys().copied().filter(|at| self.stands(*at, answers, reach)).collect();
        // Doubt spreads from each cell that is not trusted to those that refer to it.
        let doubted = answers.keys().chain(self.dependents).filter(|at| !trusted.contains(*at));
        let mut waiting: Vec<usize> = doubted.copied().collect();
        let mut index = Index::of(self.formulas, self.resolved);
        if !waiting.is_empty() {
            waiting.extend(index.always.iter().copied());
        }
        while let Some(at) = waiting.pop() {
            trusted.remove(&at);
            let Some(cell) = self.formulas.cells.get(at) else { continue };
            let area = filled_by(cell);
            let Some(touched) = index.touching(cell.spot.0, area) else { return BTreeSet::new() };
            waiting.extend(touched.into_iter().filter(|it| trusted.contains(it) && *it != at));
        }
        let has_trusted_master = |at: &usize| match self.formulas.cells.get(*at).map(|it| (it.spot.0, &it.content)) {
            Some((tab, Content::ResultOf(master))) => {
                self.formulas.by_spot.get(&(tab, *master)).is_some_and(|it| trusted.contains(it))
            }
            Some((_, Content::Formula { .. } | Content::Beyond)) => true,
            None => false,
        };
        trusted.iter().copied().filter(has_trusted_master).collect()
    }

    /// Whether an answer stands by itself.
    fn stands(&self, at: usize, answers: &Answers, reach: Reach) -> bool {
        let is_error = answers.get(&at).is_none_or(|it| matches!(it.0, Value::Error(_)));
        self.reproduces(at, answers) || (!is_error && reach == Reach::Far && self.may_stand(at))
    }

    /// Whether the calculator gives the result that stood in the file before the change.
    fn reproduces(&self, at: usize, answers: &Answers) -> bool {
        let (Some(cell), Some(resolved), Some((before, _))) =
            (self.formulas.cells.get(at), self.resolved.get(at), answers.get(&at))
        else {
            return false;
        };
        same(cell.cached.as_ref(), before) && !resolved.is_unresolved && self.sees_all_rows(resolved)
    }
}

/// Asks the calculator on a thread of its own, which is left to itself when it takes too long.
fn in_time(sheet: Sheet) -> Option<Vec<(Value, Value)>> {
    let (sender, receiver) = mpsc::channel();
    let work = move || {
        // Foreign code on foreign data: whatever it does, the workbook is then recalculated when it is opened.
        let answers = std::panic::catch_unwind(AssertUnwindSafe(|| calculator::results(&sheet)));
        // Nobody may be listening any more.
        let _ = sender.send(answers.ok().flatten());
    };
    let stack = 64 << 20;
    std::thread::Builder::new().name("calculator".to_owned()).stack_size(stack).spawn(work).ok()?;
    receiver.recv_timeout(CALCULATION_MAX).ok().flatten()
}

/// Whether a result is the one that stands in the file.
fn same(cached: Option<&Value>, result: &Value) -> bool {
    match (cached, result) {
        (Some(Value::Number(one)), Value::Number(other)) => {
            one == other || (one - other).abs() <= 1e-11 * one.abs().max(other.abs())
        }
        (Some(Value::Text(text)), Value::Empty) => text.is_empty(),
        // Some programs write TRUE and FALSE as numbers.
        (Some(Value::Number(number)), Value::Bool(is_true)) => *number == f64::from(u8::from(*is_true)),
        (Some(one), other) => one == other,
        (None, _) => false,
    }
}

/// Errors that a formula may come to; others are the calculator's own.
const ERRORS: [&str; 4] = ["#DIV/0!", "#N/A", "#NUM!", "#VALUE!"];

/// Whether a result may be written.
fn is_writable(answer: &(Value, Value), cell: &FormulaCell) -> bool {
    match &answer.1 {
        Value::Number(number) => number.is_finite(),
        Value::Text(text) => !text.chars().any(|c| c.is_control()),
        Value::Bool(_) => true,
        Value::Error(name) => same(cell.cached.as_ref(), &answer.1) || ERRORS.contains(&name.as_str()),
        Value::Empty => same(cell.cached.as_ref(), &Value::Empty),
    }
}

/// The splices of a new result.
fn rewritten(
    package: &mut Package<'_>,
    book: &Book,
    cell: &FormulaCell,
    result: &Value,
) -> Result<Vec<Splice>, Refusal> {
    let Some(at) = book.tabs.get(cell.spot.0).and_then(|it| it.at) else { return Ok(Vec::new()) };
    let part = package.read_xml(at)?;
    let tag = part.text.get(cell.tag.clone()).unwrap_or_default();
    let (kind, value) = match result {
        Value::Number(number) => (None, written(*number)),
        Value::Text(text) => (Some("str"), xml::escaped_text(text)),
        Value::Bool(is_true) => {
            let was_number = matches!(cell.cached, Some(Value::Number(_)));
            ((!was_number).then_some("b"), u8::from(*is_true).to_string())
        }
        Value::Error(name) => (Some("e"), xml::escaped_text(name)),
        Value::Empty => return Ok(Vec::new()),
    };
    let mut splices = Vec::new();
    let typed = typed(tag, kind);
    if typed != tag {
        splices.push(Splice::replace(cell.tag.clone(), typed));
    }
    let prefix = super::count::prefix(tag);
    let blanks = value.starts_with(char::is_whitespace) || value.ends_with(char::is_whitespace);
    let space = if blanks { " xml:space=\"preserve\"" } else { "" };
    let value = format!("<{prefix}v{space}>{value}</{prefix}v>");
    splices.push(match &cell.value {
        Some(range) => Splice::replace(range.clone(), value),
        None => Splice::insert(cell.value_place, value),
    });
    Ok(splices)
}

/// A cell's start tag with another type.
fn typed(tag: &str, kind: Option<&str>) -> String {
    let mut typed = tag.to_owned();
    match (xml::attribute_range(tag, "t"), xml::value_range(tag, "t"), kind) {
        (_, Some(range), Some(kind)) => typed.replace_range(range, kind),
        (Some(_), Some(range), None) if tag.get(range.clone()) == Some("n") => {}
        (Some(range), _, None) => typed.replace_range(range, ""),
        (_, None, Some(kind)) => {
            let at = typed.len() - 1;
            typed.insert_str(at, &format!(" t=\"{kind}\""));
        }
        (None, _, None) => {}
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::{Value, same, typed};

    #[test]
    fn results_are_the_same_but_for_the_last_digits() {
        assert!(same(Some(&Value::Number(0.3)), &Value::Number(0.1 + 0.2)));
        assert!(!same(Some(&Value::Number(3.0)), &Value::Number(3.000_001)));
        assert!(!same(Some(&Value::Number(0.0)), &Value::Number(1e-15)) && !same(None, &Value::Number(0.0)));
        assert!(!same(Some(&Value::Text("1".to_owned())), &Value::Number(1.0)));
    }

    #[test]
    fn the_type_of_a_cell_follows_its_result() {
        assert_eq!(typed("<c r=\"A1\" t=\"e\">", None), "<c r=\"A1\">");
        assert_eq!(typed("<c r=\"A1\" t=\"n\">", None), "<c r=\"A1\" t=\"n\">");
        assert_eq!(typed("<c r=\"A1\">", Some("str")), "<c r=\"A1\" t=\"str\">");
        assert_eq!(typed("<x:c t=\"b\" r=\"A1\">", Some("str")), "<x:c t=\"str\" r=\"A1\">");
    }
}
