//! One count in a tab's XML: found, checked, and changed by splices at its place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::cellref::{Area, CellRef};
use super::edit::Refusal;
use super::part::Splice;
use super::tab::{Cell, Item, Row, TabReader};
use super::xml;

/// Beyond this a double has no exact neighbours, and adding one may change nothing.
const EXACT_MAX: f64 = 9_007_199_254_740_992.0;

/// What stands in a cell, for a count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    pub number: Option<f64>,
    pub was_text: bool,
}

/// A tab's places around the cells that are to be changed.
pub struct Places<'a> {
    text: &'a str,
    dimension: Option<Range<usize>>,
    columns: Vec<(u32, u32, Option<String>)>,
    data: Option<(Range<usize>, bool, String)>,
    data_end: usize,
    rows: BTreeMap<u32, FoundRow>,
    /// Where a row that is missing is to be put in: before the first row that comes after it.
    before: BTreeMap<u32, usize>,
    cells: BTreeMap<CellRef, Vec<Cell<'a>>>,
    merges: Vec<Area>,
    filled: Vec<Area>,
    /// Rows in which a cell names another row, and the rows they name: where a cell of these lies is a matter of opinion.
    muddled: BTreeSet<u32>,
}

struct FoundRow {
    row: Row,
    /// Columns and places of its cells.
    cells: Vec<(u32, usize)>,
    end: usize,
}

impl<'a> Places<'a> {
    /// Reads the tab once and keeps what concerns the wanted cells.
    pub fn find(text: &'a str, part: &'a str, wanted: &BTreeMap<CellRef, f64>) -> Result<Self, Refusal> {
        let mut places = Self {
            text,
            dimension: None,
            columns: Vec::new(),
            data: None,
            data_end: 0,
            rows: BTreeMap::new(),
            before: BTreeMap::new(),
            cells: BTreeMap::new(),
            merges: Vec::new(),
            filled: Vec::new(),
            muddled: BTreeSet::new(),
        };
        let rows: BTreeSet<u32> = wanted.keys().map(|it| it.row).collect();
        let mut reader = TabReader::new(text, part);
        let mut in_row = None;
        while let Some(item) = reader.next_item()? {
            match item {
                Item::Root(name) if name != "worksheet" => {
                    return Err(Refusal::Unsupported(format!("the tab is a {name}, not a sheet of cells")));
                }
                Item::Root(_) => {}
                Item::Dimension { tag } => places.dimension = Some(tag),
                Item::Columns { min, max, style } => places.columns.push((min, max, style)),
                Item::Data { tag, is_empty, prefix } => places.data = Some((tag, is_empty, prefix)),
                Item::Row(row) => {
                    for missing in rows.range(..row.number) {
                        places.before.entry(*missing).or_insert(row.tag.start);
                    }
                    in_row = None;
                    if rows.contains(&row.number) {
                        let end = row.tag.end;
                        in_row = Some(row.number);
                        places.rows.entry(row.number).or_insert(FoundRow { row, cells: Vec::new(), end });
                    }
                }
                Item::Cell(cell) => places.take(cell, in_row, wanted),
                Item::RowEnd { at } => {
                    if let Some(row) = in_row.take().and_then(|it| places.rows.get_mut(&it)) {
                        row.end = at;
                    }
                }
                Item::DataEnd { at } => places.data_end = at,
                Item::Merge(area) => places.merges.push(area),
            }
        }
        Ok(places)
    }

    fn take(&mut self, cell: Cell<'a>, in_row: Option<u32>, wanted: &BTreeMap<CellRef, f64>) {
        if let Some(formula) = &cell.formula
            && matches!(formula.kind.as_deref(), Some("array" | "dataTable"))
            && let Some(area) = formula.area
        {
            self.filled.push(area);
        }
        if cell.is_misplaced() {
            self.muddled.extend([cell.place.row, cell.in_row]);
        }
        let Some(row) = in_row.and_then(|it| self.rows.get_mut(&it)) else { return };
        row.cells.push((cell.place.column, cell.tag.start));
        if wanted.contains_key(&cell.place) {
            self.cells.entry(cell.place).or_default().push(cell);
        }
    }

    /// The number that stands in a cell, or why it is no count. `shared` gives a shared string.
    pub fn standing(
        &self,
        place: CellRef,
        shared: &mut dyn FnMut(usize) -> Result<Option<String>, Refusal>,
    ) -> Result<Standing, Judged> {
        let no_count = |why: String| Err(Judged::NoCount(why));
        if let Some(area) = self.merges.iter().find(|it| it.contains(place) && it.first != place) {
            return no_count(format!("is hidden under the merged cells {area}"));
        }
        if let Some(area) = self.filled.iter().find(|it| it.contains(place)) {
            return no_count(format!("belongs to the array formula or data table in {area}"));
        }
        if self.muddled.contains(&place.row) {
            return no_count("lies in a row whose cells name another row".to_owned());
        }
        let cell = match self.cells.get(&place).map(Vec::as_slice) {
            None | Some([]) => return Ok(Standing { number: None, was_text: false }),
            Some([cell]) => cell,
            Some(_) => return no_count("is there twice".to_owned()),
        };
        if cell.formula.is_some() {
            return no_count("holds a formula".to_owned());
        }
        let value = cell.value.as_ref().map_or("", |it| it.text.as_ref());
        let text = match cell.kind.as_deref() {
            None | Some("n") => return number(value),
            Some("s") if value.trim().is_empty() => String::new(),
            Some("s") => {
                let found = value.trim().parse().ok().map_or(Ok(None), &mut *shared).map_err(Judged::Refused)?;
                match found {
                    Some(text) => text,
                    None => return no_count(format!("points to the shared string {value}, which is not there")),
                }
            }
            Some("str") => value.to_owned(),
            Some("inlineStr") => cell.inline.as_ref().map_or("", |(_, text)| text).to_owned(),
            Some("b") => return no_count("holds TRUE or FALSE".to_owned()),
            Some("e") => return no_count(format!("holds the error {value}")),
            Some(other) => return no_count(format!("holds a value of the type `{other}`")),
        };
        let digits = text.trim();
        if digits.is_empty() {
            return Ok(Standing { number: None, was_text: !text.is_empty() });
        }
        match digits.parse::<u32>() {
            Ok(count) if digits.bytes().all(|it| it.is_ascii_digit()) => {
                Ok(Standing { number: Some(f64::from(count)), was_text: true })
            }
            Ok(_) | Err(_) => no_count("holds text that is not a number".to_owned()),
        }
    }

    /// The splices that put `number` into a cell, and everything around it that must follow.
    pub fn put(&self, numbers: &BTreeMap<CellRef, f64>) -> Result<Vec<Splice>, Refusal> {
        let Some((data, is_empty, prefix)) = &self.data else {
            return Err(Refusal::Unsupported("the tab has no sheetData".to_owned()));
        };
        let mut splices = Vec::new();
        let mut new_rows: BTreeMap<u32, Vec<(CellRef, f64)>> = BTreeMap::new();
        for (place, number) in numbers {
            match (self.cells.get(place).and_then(|it| it.first()), self.rows.get(&place.row)) {
                (Some(cell), _) => splices.extend(self.rewritten(cell, *number)),
                (None, Some(row)) if !row.row.is_empty => {
                    let style = row.row.style.clone().or_else(|| self.column_style(place.column));
                    splices.push(Splice::insert(row.place_for(place.column), new_cell(*place, *number, style, prefix)));
                }
                (None, _) => new_rows.entry(place.row).or_default().push((*place, *number)),
            }
        }
        let mut in_empty_data = String::new();
        for (number, cells) in &new_rows {
            let found = self.rows.get(number);
            let row_style = found.and_then(|it| it.row.style.clone());
            let cells: String = cells
                .iter()
                .map(|(place, number)| {
                    let style = row_style.clone().or_else(|| self.column_style(place.column));
                    new_cell(*place, *number, style, prefix)
                })
                .collect();
            if let Some(found) = found {
                splices.push(self.opened(&found.row.tag, &cells));
            } else {
                let row = format!("<{prefix}row r=\"{number}\">{cells}</{prefix}row>");
                match self.before.get(number) {
                    Some(at) => splices.push(Splice::insert(*at, row)),
                    None if *is_empty => in_empty_data.push_str(&row),
                    None => splices.push(Splice::insert(self.data_end, row)),
                }
            }
        }
        if !in_empty_data.is_empty() {
            splices.push(self.opened(data, &in_empty_data));
        }
        splices.extend(self.widened(numbers));
        Ok(splices)
    }

    /// An empty element (`<row/>`) with content.
    fn opened(&self, tag: &Range<usize>, content: &str) -> Splice {
        let text = self.text.get(tag.clone()).unwrap_or_default();
        let name = element_name(text);
        let head = text.strip_suffix("/>").unwrap_or(text).trim_end();
        Splice::replace(tag.clone(), format!("{head}>{content}</{name}>"))
    }

    /// The splices of a cell that is there: it keeps every attribute but its type, and its other children.
    fn rewritten(&self, cell: &Cell<'_>, number: f64) -> Vec<Splice> {
        let tag = self.text.get(cell.tag.clone()).unwrap_or_default();
        let (name, prefix) = (element_name(tag), prefix(tag));
        let value = format!("<{prefix}v>{}</{prefix}v>", written(number));
        let mut head = tag.to_owned();
        if let Some(range) = xml::attribute_range(tag, "t") {
            head.replace_range(range, "");
        }
        if cell.is_empty {
            let head = head.strip_suffix("/>").unwrap_or(&head).trim_end();
            return vec![Splice::replace(cell.tag.clone(), format!("{head}>{value}</{name}>"))];
        }
        let mut splices = Vec::new();
        if head != tag {
            splices.push(Splice::replace(cell.tag.clone(), head));
        }
        match &cell.value {
            Some(there) => splices.push(Splice::replace(there.whole.clone(), value)),
            None => splices.push(Splice::insert(cell.tag.end, value)),
        }
        if let Some((whole, _)) = &cell.inline {
            splices.push(Splice::replace(whole.clone(), ""));
        }
        splices
    }

    /// `spans` of the rows and `dimension` of the tab, where the new cells lie outside.
    fn widened(&self, numbers: &BTreeMap<CellRef, f64>) -> Vec<Splice> {
        let mut splices = Vec::new();
        for (number, found) in &self.rows {
            if found.row.is_empty {
                continue;
            }
            let new: Vec<u32> = numbers
                .keys()
                .filter(|it| it.row == *number && !self.cells.contains_key(it))
                .map(|it| it.column)
                .collect();
            let tag = self.text.get(found.row.tag.clone()).unwrap_or_default();
            if let (Some(range), false) = (xml::value_range(tag, "spans"), new.is_empty())
                && let Some(spans) = tag.get(range.clone()).and_then(|it| wider_spans(it, &new))
            {
                let at = found.row.tag.start;
                splices.push(Splice::replace(at + range.start..at + range.end, spans));
            }
        }
        let Some(dimension) = &self.dimension else { return splices };
        let tag = self.text.get(dimension.clone()).unwrap_or_default();
        let Some(range) = xml::value_range(tag, "ref") else { return splices };
        let Some(area) = tag.get(range.clone()).and_then(Area::parse) else { return splices };
        let wider = numbers.keys().filter(|it| !self.cells.contains_key(it)).fold(area, |area, it| Area {
            first: CellRef { row: area.first.row.min(it.row), column: area.first.column.min(it.column) },
            last: CellRef { row: area.last.row.max(it.row), column: area.last.column.max(it.column) },
        });
        if wider != area {
            let at = dimension.start;
            splices.push(Splice::replace(at + range.start..at + range.end, wider.to_string()));
        }
        splices
    }

    fn column_style(&self, column: u32) -> Option<String> {
        self.columns
            .iter()
            .find(|(min, max, _)| (*min..=*max).contains(&column))
            .and_then(|(_, _, style)| style.clone())
    }
}

impl FoundRow {
    /// Where a cell that is missing is to be put in.
    fn place_for(&self, column: u32) -> usize {
        self.cells.iter().find(|(it, _)| *it > column).map_or(self.end, |(_, at)| *at)
    }
}

/// Why a cell holds no count.
#[derive(Debug)]
pub enum Judged {
    /// Said of the cell.
    NoCount(String),
    /// Said of the workbook.
    Refused(Refusal),
}

/// The number of a cell of type `n`.
fn number(value: &str) -> Result<Standing, Judged> {
    let value = value.trim();
    if value.is_empty() {
        return Ok(Standing { number: None, was_text: false });
    }
    match value.parse::<f64>() {
        Ok(number) if number.is_finite() && number.abs() < EXACT_MAX => {
            Ok(Standing { number: Some(number), was_text: false })
        }
        Ok(_) => Err(Judged::NoCount("holds a number too large to be counted on".to_owned())),
        Err(_) => Err(Judged::NoCount("holds no number".to_owned())),
    }
}

/// What a cell holds after an addition.
pub fn sum(before: Option<f64>, by: i64) -> Result<f64, String> {
    let start = before.unwrap_or(0.0);
    #[expect(clippy::cast_precision_loss, reason = "checked below: beyond 2^53 it is refused")]
    let after = start + by as f64;
    if !after.is_finite() || after.abs() >= EXACT_MAX || by.unsigned_abs() >= 1 << 53 {
        return Err("would hold a number too large to be counted on".to_owned());
    }
    if start >= 0.0 && after < 0.0 {
        return Err(format!("holds {}, so {} cannot be taken away", written(start), by.unsigned_abs()));
    }
    Ok(after)
}

/// A number as it stands in a cell: whole numbers without exponent or decimals, others in the shortest form that reads
/// back as the same.
pub fn written(number: f64) -> String {
    let magnitude = number.abs();
    if number != 0.0 && !(1e-5..1e21).contains(&magnitude) {
        return format!("{number:E}");
    }
    if number == 0.0 { "0".to_owned() } else { number.to_string() }
}

fn new_cell(place: CellRef, number: f64, style: Option<String>, prefix: &str) -> String {
    let style = style.filter(|it| it != "0").map_or_else(String::new, |it| format!(" s=\"{it}\""));
    format!("<{prefix}c r=\"{place}\"{style}><{prefix}v>{}</{prefix}v></{prefix}c>", written(number))
}

/// The name of an element with its prefix.
fn element_name(tag: &str) -> &str {
    let name = tag.strip_prefix('<').unwrap_or(tag);
    name.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default()
}

/// The prefix of an element's name with the colon, or empty.
pub fn prefix(tag: &str) -> String {
    element_name(tag).rsplit_once(':').map_or_else(String::new, |(prefix, _)| format!("{prefix}:"))
}

/// `spans` that take in the new columns; `None` where they do already.
fn wider_spans(spans: &str, columns: &[u32]) -> Option<String> {
    let parts: Option<Vec<(u32, u32)>> = spans
        .split_ascii_whitespace()
        .map(|it| it.split_once(':').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?))))
        .collect();
    let parts = parts?;
    if columns.iter().all(|column| parts.iter().any(|(from, to)| (*from..=*to).contains(column))) {
        return None;
    }
    let from = parts.iter().map(|it| it.0).chain(columns.iter().copied()).min()?;
    let to = parts.iter().map(|it| it.1).chain(columns.iter().copied()).max()?;
    Some(format!("{from}:{to}"))
}

#[cfg(test)]
mod tests {
    use super::{sum, wider_spans, written};

    #[test]
    fn numbers_are_written_as_a_person_would() {
        for (number, text) in
            [(0.0, "0"), (-0.0, "0"), (7.0, "7"), (1e15, "1000000000000000"), (4.5, "4.5"), (1.5e-9, "1.5E-9")]
        {
            assert_eq!(written(number), text);
        }
    }

    #[test]
    fn a_count_never_falls_below_zero_and_is_never_inexact() {
        assert_eq!(sum(None, 1), Ok(1.0));
        assert_eq!(sum(Some(3.5), 1), Ok(4.5));
        assert!(sum(Some(1.0), -2).is_err() && sum(Some(1e15), i64::MAX).is_err());
    }

    #[test]
    fn spans_take_in_new_columns() {
        assert_eq!(wider_spans("1:5", &[3]), None);
        assert_eq!(wider_spans("2:5", &[7]), Some("2:7".to_owned()));
        assert_eq!(wider_spans("1:2 5:6", &[3]), Some("1:6".to_owned()));
        assert_eq!(wider_spans("x", &[3]), None);
    }
}
