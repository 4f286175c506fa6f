//! All formulas of a workbook, and which of them depend on the cells that change.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::ops::Range;

use super::book::Book;
use super::cellref::{Area, CellRef};
use super::edit::Refusal;
use super::formula::{Formula, Piece, RefTab, Reference, Shape};
use super::functions::passes_over_empty;
use super::package::Package;
use super::tab::{Cell, Item, TabReader};
use super::tables::{Table, table, table_parts};

/// A cell of the workbook: the tab by its order, and the place.
pub type Spot = (usize, CellRef);

/// The value of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Empty,
    Number(f64),
    Text(String),
    Bool(bool),
    Error(String),
}

/// A cell that holds a formula, or the result of an array formula that stands elsewhere.
#[derive(Debug, Clone)]
pub struct FormulaCell {
    pub spot: Spot,
    /// Its result as it stands in the file; `None` where there is none.
    pub cached: Option<Value>,
    /// Its start tag, and its `<v>` where it has one, and where one is to be put in.
    pub tag: Range<usize>,
    pub value: Option<Range<usize>>,
    pub value_place: usize,
    pub content: Content,
}

/// What stands in a formula cell.
#[derive(Debug, Clone)]
pub enum Content {
    /// A formula; `fills` is the area of an array formula.
    Formula { text: Formula, fills: Option<Area> },
    /// A result of the array formula in the cell named.
    ResultOf(CellRef),
    /// What no calculator is asked for: a data table, or an array that may change its size.
    Beyond,
}

/// Everything about the formulas of a workbook.
#[derive(Debug, Default)]
pub struct Formulas {
    pub cells: Vec<FormulaCell>,
    pub by_spot: HashMap<Spot, usize>,
    pub tables: Vec<Table>,
    /// Tabs with rows that are not shown: SUBTOTAL and its kin pass them over.
    pub tabs_with_hidden_rows: BTreeSet<usize>,
    /// Some tab could not be read, or its rows contradict each other, so that nothing is sure.
    pub is_incomplete: bool,
}

/// A formula with everything resolved.
#[derive(Debug, Clone, Default)]
pub struct Resolved {
    /// For the calculator: tabs are named S0, S1, …; names and tables are put in as references.
    pub text: String,
    /// Where whole columns and rows stand in the text, in its order.
    whole: Vec<(Range<usize>, usize, Area)>,
    /// The cells it refers to.
    pub areas: Vec<(usize, Area)>,
    pub calls: Vec<String>,
    /// It may depend on cells that are not in `areas`.
    pub is_opaque: bool,
    /// It names what is not there, or what the calculator cannot be given.
    pub is_unresolved: bool,
}

/// Names may refer to names; deeper than this they run in a circle.
const NAMES_DEEP: usize = 8;

impl Formulas {
    /// Reads the formulas of all tabs.
    pub fn read(package: &mut Package<'_>, book: &Book) -> Self {
        let mut formulas = Self::default();
        for (tab, it) in book.tabs.iter().enumerate() {
            let Some(at) = it.at else { continue };
            if formulas.read_tab(package, tab, at).is_err() {
                formulas.is_incomplete = true;
            }
        }
        formulas.by_spot = formulas.cells.iter().enumerate().map(|(at, it)| (it.spot, at)).collect();
        formulas
    }

    fn read_tab(&mut self, package: &mut Package<'_>, tab: usize, at: usize) -> Result<(), Refusal> {
        let part = package.name(at).to_owned();
        let xml = package.read_xml(at)?;
        self.read_tables(package, tab, &part)?;
        if !has_formulas(&xml.text) {
            return Ok(());
        }
        let mut reader = TabReader::new(&xml.text, &part);
        let mut masters: HashMap<String, (CellRef, Formula)> = HashMap::new();
        let mut fills: Vec<(CellRef, Area)> = Vec::new();
        while let Some(item) = reader.next_item()? {
            match item {
                Item::Row(row) if row.is_hidden => {
                    self.tabs_with_hidden_rows.insert(tab);
                }
                Item::Cell(cell) => {
                    self.is_incomplete |= cell.is_misplaced();
                    if let Some(content) = content(&cell, &mut masters, &mut fills) {
                        self.cells.push(FormulaCell {
                            spot: (tab, cell.place),
                            cached: cached(&cell),
                            value: cell.value.as_ref().map(|it| it.whole.clone()),
                            value_place: cell.formula.as_ref().map_or(cell.tag.end, |it| it.whole.end),
                            tag: cell.tag,
                            content,
                        });
                    }
                }
                Item::Root(_)
                | Item::Dimension { .. }
                | Item::Columns { .. }
                | Item::Data { .. }
                | Item::Row(_)
                | Item::RowEnd { .. }
                | Item::DataEnd { .. }
                | Item::Merge(_) => {}
            }
        }
        Ok(())
    }

    fn read_tables(&mut self, package: &mut Package<'_>, tab: usize, part: &str) -> Result<(), Refusal> {
        for relationship in package.relationships(part)? {
            let Some(at) = relationship.part.as_deref().and_then(|it| package.find(it)) else { continue };
            if relationship.kind == "table"
                && let Some(table) = table(&package.read_xml(at)?.text, tab)
            {
                self.tables.push(table);
            }
        }
        Ok(())
    }

    /// A formula with its references, names and tables resolved.
    pub fn resolved(&self, book: &Book, at: usize) -> Resolved {
        let mut resolved = Resolved::default();
        if let Some(cell) = self.cells.get(at)
            && let Content::Formula { text, .. } = &cell.content
        {
            self.resolve(book, cell.spot, text, 0, &mut resolved);
        }
        resolved
    }

    fn resolve(&self, book: &Book, spot: Spot, formula: &Formula, depth: usize, into: &mut Resolved) {
        into.is_opaque |= formula.is_opaque;
        if depth > NAMES_DEEP {
            into.is_unresolved = true;
            return;
        }
        into.calls.extend(formula.calls.iter().cloned());
        for piece in &formula.pieces {
            match piece {
                Piece::Text(text) => into.text.push_str(text),
                Piece::Reference(reference) => self.resolve_reference(book, spot.0, reference, into),
                Piece::Name { tab, name } => self.resolve_name(book, spot, (tab, name), depth, into),
                Piece::Table { name, part } => match self.table_area(spot, name, part) {
                    Some((tab, area)) => into.refer(tab, area, Shape::Area),
                    None => into.is_unresolved = true,
                },
            }
        }
    }

    fn resolve_reference(&self, book: &Book, own: usize, reference: &Reference, into: &mut Resolved) {
        let position = |name: &str| {
            let folded = name.to_lowercase();
            book.tabs.iter().position(|it| it.name.to_lowercase() == folded)
        };
        match &reference.tab {
            RefTab::Own => into.refer(own, reference.area(), reference.shape),
            RefTab::Named(name) => match position(name) {
                Some(tab) => into.refer(tab, reference.area(), reference.shape),
                None => into.is_unresolved = true,
            },
            RefTab::Span(from, to) => match (position(from), position(to)) {
                (Some(from), Some(to)) => {
                    let (from, to) = (from.min(to), from.max(to));
                    into.areas.extend((from..=to).map(|tab| (tab, reference.area())));
                    into.text.push_str(&format!("S{from}:S{to}!{}", reference.absolute()));
                }
                _ => into.is_unresolved = true,
            },
            // Another workbook does not change with this one; its values are not at hand for the calculator.
            RefTab::Outside => into.text.push_str("#REF!"),
        }
    }

    fn resolve_name(&self, book: &Book, spot: Spot, named: (&RefTab, &str), depth: usize, into: &mut Resolved) {
        let (tab, name) = named;
        if let Some(table) = self.tables.iter().find(|it| it.name.eq_ignore_ascii_case(name)) {
            let body = self.table_area(spot, &table.name, "");
            return match body {
                Some((tab, area)) => into.refer(tab, area, Shape::Area),
                None => into.is_unresolved = true,
            };
        }
        let scope = match tab {
            RefTab::Own => Some(spot.0),
            RefTab::Named(tab) => book.tab(tab).ok(),
            RefTab::Span(..) | RefTab::Outside => None,
        };
        let folded = name.to_lowercase();
        let is_it =
            |scope: Option<usize>| book.names.iter().find(|it| it.tab == scope && it.name.to_lowercase() == folded);
        let Some(found) = is_it(scope).or_else(|| is_it(None)) else {
            // A name of another workbook does not change with this one; LET and LAMBDA have names of their own.
            let is_own = formula_names(&into.calls);
            into.is_unresolved |= *tab != RefTab::Outside && !is_own;
            into.text.push_str(if is_own { name } else { "#NAME?" });
            return;
        };
        // Relative references of a name are seen from A1.
        let formula = Formula::parse(found.text.trim_start_matches('='));
        let formula = formula.moved(i64::from(spot.1.row) - 1, i64::from(spot.1.column) - 1);
        let is_single = matches!(formula.pieces.as_slice(), [Piece::Reference(_)]);
        if !is_single {
            into.text.push('(');
        }
        self.resolve(book, spot, &formula, depth + 1, into);
        if !is_single {
            into.text.push(')');
        }
    }

    /// The cells of a table's part: `Jan`, `[#This Row],[Jan]`, `[Jan]:[Dez]`, `#Totals`.
    fn table_area(&self, spot: Spot, name: &str, part: &str) -> Option<(usize, Area)> {
        let table = if name.is_empty() {
            self.tables.iter().find(|it| it.tab == spot.0 && it.area.contains(spot.1))?
        } else {
            self.tables.iter().find(|it| it.name.to_lowercase() == name.to_lowercase())?
        };
        let parts = table_parts(part)?;
        let (first_body, last_body) =
            (table.area.first.row + table.header_rows, table.area.last.row.checked_sub(table.totals_rows)?);
        let (mut rows, mut columns): (Option<(u32, u32)>, Vec<u32>) = (None, Vec::new());
        let widen = |rows: Option<(u32, u32)>, from: u32, to: u32| match rows {
            Some((first, last)) => Some((first.min(from), last.max(to))),
            None => Some((from, to)),
        };
        for part in parts {
            match part.to_lowercase().as_str() {
                "#all" => rows = widen(rows, table.area.first.row, table.area.last.row),
                "#data" => rows = widen(rows, first_body, last_body),
                "#headers" if table.header_rows > 0 => rows = widen(rows, table.area.first.row, first_body - 1),
                "#totals" if table.totals_rows > 0 => rows = widen(rows, last_body + 1, table.area.last.row),
                "#this row" if (first_body..=last_body).contains(&spot.1.row) => {
                    rows = widen(rows, spot.1.row, spot.1.row);
                }
                other if other.starts_with('#') => return None,
                other => {
                    let order = table.columns.iter().position(|it| it.to_lowercase() == other)?;
                    columns.push(table.area.first.column + u32::try_from(order).ok()?);
                }
            }
        }
        let (from, to) = rows.unwrap_or((first_body, last_body));
        let first = columns.iter().copied().min().unwrap_or(table.area.first.column);
        let last = columns.iter().copied().max().unwrap_or(table.area.last.column);
        let corner = |row, column| CellRef { row, column };
        (from <= to).then(|| (table.tab, Area::new(corner(from, first), corner(to, last))))
    }

    /// The formulas that depend on the cells, directly or through others; `None` if there are too many to follow.
    /// `resolved` are all formulas, in the order of the cells.
    pub fn dependents(&self, resolved: &[Resolved], changed: &[Spot]) -> Option<BTreeSet<usize>> {
        let mut index = Index::of(self, resolved);
        let mut found = BTreeSet::new();
        let mut queue: VecDeque<(usize, Area)> =
            changed.iter().map(|(tab, cell)| (*tab, Area::new(*cell, *cell))).collect();
        for at in index.always.clone() {
            found.insert(at);
            queue.extend(self.cells.get(at).map(|it| (it.spot.0, filled_by(it))));
        }
        while let Some((tab, area)) = queue.pop_front() {
            for at in index.touching(tab, area)? {
                if found.insert(at) {
                    queue.extend(self.cells.get(at).map(|it| (it.spot.0, filled_by(it))));
                }
            }
        }
        let masters: BTreeSet<Spot> = found.iter().filter_map(|at| self.cells.get(*at)).map(|it| it.spot).collect();
        for (at, cell) in self.cells.iter().enumerate() {
            if let Content::ResultOf(master) = &cell.content
                && masters.contains(&(cell.spot.0, *master))
            {
                found.insert(at);
            }
        }
        Some(found)
    }
}

/// Whether a formula gives names to values of its own.
fn formula_names(calls: &[String]) -> bool {
    calls.iter().any(|it| it == "LET" || it == "LAMBDA")
}

/// The cells that a formula cell gives results to.
pub fn filled_by(cell: &FormulaCell) -> Area {
    match &cell.content {
        Content::Formula { fills: Some(area), .. } => *area,
        Content::Formula { fills: None, .. } | Content::ResultOf(_) | Content::Beyond => {
            Area::new(cell.spot.1, cell.spot.1)
        }
    }
}

/// Areas up to this many columns wide are kept by column.
const NARROW: u32 = 8;
/// So many comparisons are made at most: a workbook beyond is recalculated when it is opened.
const COMPARISONS_MAX: u64 = 50_000_000;

/// The first and the last row of an area, and the formula that refers to it.
type Rows = (u32, u32, usize);

/// Which formulas refer to a cell.
pub struct Index {
    cells: HashMap<Spot, Vec<usize>>,
    columns: HashMap<(usize, u32), Vec<Rows>>,
    wide: Vec<(usize, Area, usize)>,
    /// What may depend on anything.
    pub always: BTreeSet<usize>,
    comparisons: u64,
}

impl Index {
    /// The index of all formulas.
    pub fn of(formulas: &Formulas, resolved: &[Resolved]) -> Self {
        let mut index = Self {
            cells: HashMap::new(),
            columns: HashMap::new(),
            wide: Vec::new(),
            always: BTreeSet::new(),
            comparisons: 0,
        };
        for (at, (cell, resolved)) in formulas.cells.iter().zip(resolved).enumerate() {
            if resolved.is_opaque || resolved.is_unresolved || matches!(cell.content, Content::Beyond) {
                index.always.insert(at);
            }
            for (tab, area) in &resolved.areas {
                if area.first == area.last {
                    index.cells.entry((*tab, area.first)).or_default().push(at);
                } else if area.last.column - area.first.column < NARROW {
                    for column in area.first.column..=area.last.column {
                        let rows = (area.first.row, area.last.row, at);
                        index.columns.entry((*tab, column)).or_default().push(rows);
                    }
                } else {
                    index.wide.push((*tab, *area, at));
                }
            }
        }
        index
    }

    /// The formulas that refer to a cell of the area; `None` beyond the limit.
    pub fn touching(&mut self, tab: usize, area: Area) -> Option<Vec<usize>> {
        let mut found = Vec::new();
        let mut comparisons = self.wide.len() as u64;
        for row in area.first.row..=area.last.row {
            for column in area.first.column..=area.last.column {
                let cell = CellRef { row, column };
                found.extend(self.cells.get(&(tab, cell)).into_iter().flatten());
                comparisons += 1;
            }
        }
        for column in area.first.column..=area.last.column {
            let rows = self.columns.get(&(tab, column)).map_or(&[][..], Vec::as_slice);
            comparisons += rows.len() as u64;
            let meets = |it: &&(u32, u32, usize)| it.0 <= area.last.row && area.first.row <= it.1;
            found.extend(rows.iter().filter(meets).map(|it| it.2));
        }
        found.extend(self.wide.iter().filter(|it| it.0 == tab && it.1.meets(&area)).map(|it| it.2));
        self.comparisons += comparisons;
        (self.comparisons < COMPARISONS_MAX).then_some(found)
    }
}

impl Resolved {
    fn refer(&mut self, tab: usize, area: Area, shape: Shape) {
        let corner = |cell| super::formula::Corner { cell, row_stays: true, column_stays: true };
        let shape = if shape == Shape::Area && area.first == area.last { Shape::Cell } else { shape };
        let reference = Reference { tab: RefTab::Own, first: corner(area.first), last: corner(area.last), shape };
        let begins = self.text.len();
        self.text.push_str(&format!("S{tab}!{}", reference.absolute()));
        if matches!(shape, Shape::Columns | Shape::Rows) {
            self.whole.push((begins..self.text.len(), tab, area));
        }
        self.areas.push((tab, area));
    }

    /// Whether it refers to whole columns or rows.
    pub fn has_whole_columns(&self) -> bool {
        !self.whole.is_empty()
    }

    /// The formula with whole columns and rows cut off behind the last cell that holds something: a calculator walks a
    /// million empty cells, and the functions concerned pass them over.
    pub fn text_within(&self, last: CellRef) -> String {
        if self.whole.is_empty() || !self.calls.iter().all(|it| passes_over_empty(it)) {
            return self.text.clone();
        }
        let mut text = self.text.clone();
        for (place, tab, area) in self.whole.iter().rev() {
            let end = CellRef { row: area.last.row.min(last.row), column: area.last.column.min(last.column) };
            let end = CellRef { row: end.row.max(area.first.row), column: end.column.max(area.first.column) };
            let corner = |cell| super::formula::Corner { cell, row_stays: true, column_stays: true };
            let (first, last) = (corner(area.first), corner(end));
            let reference = Reference { tab: RefTab::Own, first, last, shape: Shape::Area };
            text.replace_range(place.clone(), &format!("S{tab}!{}", reference.absolute()));
        }
        text
    }
}

/// Whether a tab's XML may hold a formula at all.
fn has_formulas(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'f', bytes).any(|at| {
        let before = at.checked_sub(1).and_then(|it| bytes.get(it));
        let after = bytes.get(at + 1);
        matches!(before, Some(b'<' | b':')) && matches!(after, Some(b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n'))
    })
}

/// What a cell holds, if it is a formula or the result of one.
fn content(
    cell: &Cell<'_>,
    masters: &mut HashMap<String, (CellRef, Formula)>,
    fills: &mut Vec<(CellRef, Area)>,
) -> Option<Content> {
    let Some(formula) = &cell.formula else {
        let (master, _) = fills.iter().find(|(_, area)| area.contains(cell.place))?;
        return Some(Content::ResultOf(*master));
    };
    let parsed = || Formula::parse(formula.text.trim_start_matches('='));
    match (formula.kind.as_deref(), formula.area) {
        (Some("array"), Some(area)) if area.contains(cell.place) => {
            if area.size() > 1 {
                fills.push((cell.place, area));
            }
            // The size of a newer (spilling) array may change with the numbers.
            let may_spill = cell.has_metadata && area.size() > 1;
            Some(if may_spill { Content::Beyond } else { Content::Formula { text: parsed(), fills: Some(area) } })
        }
        (Some("dataTable" | "array"), _) => {
            fills.extend(formula.area.map(|it| (cell.place, it)));
            Some(Content::Beyond)
        }
        (Some("shared"), _) if formula.text.is_empty() => {
            let master = formula.shared.as_ref().and_then(|it| masters.get(it));
            Some(match master {
                Some((place, text)) => {
                    let rows = i64::from(cell.place.row) - i64::from(place.row);
                    let columns = i64::from(cell.place.column) - i64::from(place.column);
                    Content::Formula { text: text.moved(rows, columns), fills: None }
                }
                None => Content::Beyond,
            })
        }
        (Some("shared"), _) => {
            let text = parsed();
            if let Some(index) = &formula.shared {
                masters.insert(index.clone(), (cell.place, text.clone()));
            }
            Some(Content::Formula { text, fills: None })
        }
        _ if formula.text.trim().is_empty() => Some(Content::Beyond),
        _ => Some(Content::Formula { text: parsed(), fills: None }),
    }
}

/// The result of a formula as it stands in the file.
pub(super) fn cached(cell: &Cell<'_>) -> Option<Value> {
    let text = cell.value.as_ref()?.text.as_ref();
    match cell.kind.as_deref() {
        None | Some("n") => text.trim().parse().ok().map(Value::Number),
        Some("str") => Some(Value::Text(text.to_owned())),
        Some("b") => Some(Value::Bool(matches!(text.trim(), "1" | "true"))),
        Some("e") => Some(Value::Error(text.trim().to_owned())),
        Some(_) => None,
    }
}
