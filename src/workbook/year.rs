//! The new year's tab, made from last year's: its layout, formats, formulas and charts, with the counts emptied.
//!
//! References to last year's tab mean the new tab in the copy, and those to the tab before mean last year's ("variation
//! over last year"). Pictures and pivot caches are shared, everything else that hangs on the tab is copied. Comments stay.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the events of quick-xml only a few matter")]

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::events::Event;

use super::book::Book;
use super::edit::Refusal;
use super::formula::tab_places;
use super::package::{Package, Splice, Xml, normal, relationships_of};
use super::record::RecordError;
use super::tab::{Cell, Item, TabReader};
use super::{strings, totals, xml};
use crate::sheets::tally::{self, Shows, TabGrid, TallyError};

/// What hangs on a tab and is copied with it, by the type of the relationship.
const COPIED: [&str; 14] = [
    "drawing",
    "chart",
    "chartEx",
    "chartStyle",
    "chartColorStyle",
    "chartUserShapes",
    "themeOverride",
    "comments",
    "vmlDrawing",
    "threadedComment",
    "printerSettings",
    "pivotTable",
    "customProperty",
    "legacyDrawing",
];
/// What is shared between the tabs.
const SHARED: [&str; 4] = ["image", "pivotCacheDefinition", "hyperlink", "person"];

/// A workbook with the tab of a new year.
#[derive(Debug)]
pub struct WithNewYear {
    /// The whole package.
    pub bytes: Vec<u8>,
    /// The name of the new tab.
    pub tab: String,
}

/// Copies the tab `from` (whose name holds its year) as the tab of `to_year`.
///
/// # Errors
/// A [`Refusal`] with its reason; then nothing is to be written.
pub fn new_year(bytes: &[u8], from: &str, to_year: i16) -> Result<WithNewYear, Refusal> {
    let mut package = Package::open(bytes)?;
    let book = Book::open(&mut package)?;
    let at = book.tab(from)?;
    let years = Years::of(&book, at, to_year)?;
    let grid = super::grid(bytes, &|name| name == years.from_tab)?;
    let tab = grid.tabs.get(at).ok_or_else(|| unsupported("the tab is not there"))?;
    let counts = tally::count_cells(tab, years.from)
        .ok_or_else(|| unsupported(&format!("the months are not recognised in the tab `{from}`")))?;
    let source = book.tabs.get(at).and_then(|it| it.at).ok_or_else(|| unsupported("the package has no such tab"))?;
    let mut copy = Copy { package: &mut package, years: &years, added: Vec::new(), sources: Vec::new() };
    let source_part = copy.package.name(source).to_owned();
    let xml = copy.tab_xml(&book, source, tab, &counts)?;
    let part = copy.with_relationships(&source_part, xml)?;
    let (mut added, sources) = (copy.added, copy.sources);
    let mut changed = BTreeMap::new();
    declared(&mut package, &sources, &mut changed)?;
    let id = related(&mut package, &book, &source_part, &part, &mut changed)?;
    changed.insert(book.at, book.xml.spliced(book_splices(&book, at, &years, &id)));
    let bytes = package.write(&changed, &added)?;
    package.verify(&bytes, &changed, added.len())?;
    added.clear();
    let bytes = totals::calculated(&bytes, &years.to_tab)?;
    reads_back(&bytes, &years, &book)?;
    Ok(WithNewYear { bytes, tab: years.to_tab })
}

/// Makes the tab of `year` from the tab of the year before.
///
/// # Errors
/// [`RecordError::Ask`] where there is no tab of the year before; else a refusal.
pub(super) fn with_new_year(bytes: &[u8], year: i16, tabs: &[String]) -> Result<WithNewYear, RecordError> {
    let grid = super::grid(bytes, &|_| false)?;
    let Ok(from) = tally::year_tab(&grid, year - 1) else {
        return Err(RecordError::Ask(TallyError::NoTab { year, tabs: tabs.to_vec() }));
    };
    Ok(new_year(bytes, &from.name.clone(), year)?)
}

fn unsupported(what: &str) -> Refusal {
    Refusal::Unsupported(what.to_owned())
}

/// The years and tabs of a copy.
struct Years {
    from: i16,
    to: i16,
    from_tab: String,
    to_tab: String,
    /// What each tab means in the copy.
    renamed: Vec<(String, String)>,
}

impl Years {
    fn of(book: &Book, at: usize, to: i16) -> Result<Self, Refusal> {
        let from_tab = book.tabs.get(at).map(|it| it.name.clone()).unwrap_or_default();
        let from = from_tab
            .split(|c: char| !c.is_ascii_digit())
            .find(|it| it.len() == 4)
            .and_then(|it| it.parse::<i16>().ok())
            .ok_or_else(|| unsupported(&format!("the name of the tab `{from_tab}` holds no year")))?;
        let mut years = Self { from, to, from_tab, to_tab: String::new(), renamed: Vec::new() };
        years.to_tab = years.moved(&years.from_tab);
        let there = |name: &str| book.tabs.iter().any(|it| it.name.to_lowercase() == name.to_lowercase());
        if there(&years.to_tab) {
            return Err(unsupported(&format!("the tab `{}` is there already", years.to_tab)));
        }
        years.renamed = book
            .tabs
            .iter()
            .map(|it| (it.name.clone(), years.moved(&it.name)))
            .filter(|(before, after)| before != after && (there(after) || *after == years.to_tab))
            .collect();
        Ok(years)
    }

    /// A text with the year moved on: last year becomes the new one, the one before becomes last year.
    fn moved(&self, text: &str) -> String {
        let (from, before) = (self.from.to_string(), (self.from - 1).to_string());
        let mut moved = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
            let (head, tail) = rest.split_at(start);
            let length = tail.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, after) = tail.split_at(length);
            moved.push_str(head);
            if digits == from {
                moved.push_str(&self.to.to_string());
            } else if digits == before {
                moved.push_str(&from);
            } else {
                moved.push_str(digits);
            }
            rest = after;
        }
        moved + rest
    }

    /// A month's heading with its year moved on, also where it has two digits: `jan/25`.
    fn moved_heading(&self, text: &str) -> String {
        let moved = self.moved(text);
        let short = |year: i16| format!("{:02}", year.rem_euclid(100));
        let (from, to) = (short(self.from), short(self.to));
        match moved.strip_suffix(&from) {
            Some(head)
                if tally::month_of(text, self.from).is_some() && !head.ends_with(|c: char| c.is_ascii_digit()) =>
            {
                format!("{head}{to}")
            }
            Some(_) | None => moved,
        }
    }

    /// A formula with its tabs renamed, and the year moved on where it stands as a number, in a text or in a name.
    fn moved_formula(&self, formula: &str) -> String {
        let mut moved = String::new();
        let mut at = 0;
        for (range, name) in tab_places(formula) {
            moved.push_str(&self.moved_literals(formula.get(at..range.start).unwrap_or_default()));
            match self.renamed.iter().find(|it| it.0.to_lowercase() == name.to_lowercase()) {
                Some((_, after)) => moved.push_str(&format!("'{}'", after.replace('\'', "''"))),
                None => moved.push_str(formula.get(range.clone()).unwrap_or_default()),
            }
            at = range.end;
        }
        moved + &self.moved_literals(formula.get(at..).unwrap_or_default())
    }

    /// Years that stand for themselves; not the rows of `A2025` and `2025:2025`.
    fn moved_literals(&self, text: &str) -> String {
        let mut moved = String::new();
        let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '$' | ':' | '.');
        let mut word = String::new();
        for c in text.chars() {
            if is_of_word(c) {
                word.push(c);
            } else {
                moved.push_str(&self.moved_word(&word));
                word.clear();
                moved.push(c);
            }
        }
        moved + &self.moved_word(&word)
    }

    fn moved_word(&self, word: &str) -> String {
        if word.len() == 4 && word.bytes().all(|it| it.is_ascii_digit()) { self.moved(word) } else { word.to_owned() }
    }
}

/// The parts of the new tab, as they are made.
struct Copy<'p, 'b, 'y> {
    package: &'p mut Package<'b>,
    years: &'y Years,
    added: Vec<(String, Vec<u8>)>,
    /// For each new part, the one it was copied from.
    sources: Vec<(String, String)>,
}

impl Copy<'_, '_, '_> {
    /// Adds a part beside its source, with all that hangs on it; gives its name.
    fn with_relationships(&mut self, source: &str, bytes: Vec<u8>) -> Result<String, Refusal> {
        let part = self.free_name(source);
        self.sources.push((part.clone(), source.to_owned()));
        self.added.push((part.clone(), bytes));
        let Some(at) = self.package.find(&relationships_of(source)) else { return Ok(part) };
        let xml = self.package.read_xml(at)?;
        let mut splices = Vec::new();
        let targets = targets(&xml.text)?;
        for (relationship, range) in self.package.relationships(source)?.into_iter().zip(targets) {
            let kind = relationship.kind.as_str();
            let Some(target) = relationship.part.as_deref() else { continue };
            if SHARED.contains(&kind) {
                let absolute = format!("/{target}");
                splices.push(Splice::replace(range, xml::escaped(&absolute)));
                continue;
            }
            if !COPIED.contains(&kind) {
                return Err(unsupported(&format!(
                    "the tab has a part of the kind `{kind}`, which cannot be copied yet"
                )));
            }
            let Some(target_at) = self.package.find(target) else { continue };
            let name = self.package.name(target_at).to_owned();
            let bytes = self.moved_part(target_at)?;
            let copied = self.with_relationships(&name, bytes)?;
            splices.push(Splice::replace(range, xml::escaped(&format!("/{copied}"))));
        }
        self.added.push((relationships_of(&part), xml.spliced(splices)));
        Ok(part)
    }

    /// A part's bytes with references and titles moved on; what is no XML stays as it is.
    fn moved_part(&mut self, at: usize) -> Result<Vec<u8>, Refusal> {
        let name = self.package.name(at).to_lowercase();
        if !name.ends_with(".xml") {
            return self.package.read(at);
        }
        let xml = self.package.read_xml(at)?;
        let is_comments = name.contains("comment");
        let splices = if is_comments { Vec::new() } else { self.years.text_splices(&xml.text, &name)? };
        Ok(xml.spliced(splices))
    }

    /// A name that no part has: the source's with the next free number.
    fn free_name(&self, source: &str) -> String {
        let source = source.replace('\\', "/");
        let source = source.trim_start_matches('/');
        let (stem, extension) = source.rsplit_once('.').unwrap_or((source, "xml"));
        let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_free = |name: &String| {
            self.package.find(name).is_none() && !self.added.iter().any(|it| normal(&it.0) == normal(name))
        };
        (1_u32..).map(|number| format!("{stem}{number}.{extension}")).find(is_free).unwrap_or_default()
    }

    /// The new tab's XML.
    fn tab_xml(
        &mut self,
        book: &Book,
        at: usize,
        tab: &TabGrid,
        counts: &std::collections::BTreeSet<(u32, u32)>,
    ) -> Result<Vec<u8>, Refusal> {
        let part = self.package.name(at).to_owned();
        let xml = self.package.read_xml(at)?;
        let strings = match book.strings {
            Some(at) => strings::read(self.package, at)?,
            None => Vec::new(),
        };
        let mut splices = self.years.text_splices(&xml.text, &part)?;
        splices.extend(tag_splices(&xml.text, &part, self.years)?);
        let mut reader = TabReader::new(&xml.text, &part);
        while let Some(item) = reader.next_item()? {
            let Item::Cell(cell) = item else { continue };
            let spot = (cell.place.row, cell.place.column);
            let of_cell = if counts.contains(&spot) {
                emptied(&xml.text, &cell)
            } else if cell.formula.is_some() {
                without_result(&xml.text, &cell)
            } else {
                self.years.heading_splices(&xml.text, &cell, tab.cells.get(&spot).map(|it| &it.shows), &strings, book)
            };
            if !of_cell.is_empty() {
                splices.retain(|it| !of_cell.iter().any(|other| other.from <= it.from && it.to <= other.to));
                splices.extend(of_cell);
            }
        }
        Ok(xml.spliced(splices))
    }
}

/// Elements whose text is a formula, in tabs and charts.
const FORMULAS: [&str; 4] = ["f", "formula", "formula1", "formula2"];
/// Elements whose text a person reads: runs of text, headers, footers.
const TEXTS: [&str; 7] = ["t", "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

impl Years {
    /// The splices that move formulas and texts of a part on; a text is joined before it is looked at, because
    /// quick-xml gives `&apos;` as an event of its own.
    fn text_splices(&self, text: &str, part: &str) -> Result<Vec<Splice>, Refusal> {
        let mut reader = xml::reader(text);
        let mut splices = Vec::new();
        let mut open: Option<(String, usize, String)> = None;
        loop {
            let from = xml::position(&reader);
            let event = reader.read_event().map_err(|error| xml::damaged(part, &error))?;
            let to = xml::position(&reader);
            match event {
                Event::Eof => return Ok(splices),
                Event::Start(tag) => {
                    let name = tag.local_name().as_ref().to_owned();
                    let is_wanted = FORMULAS.contains(&name.as_str()) || TEXTS.contains(&name.as_str());
                    open = is_wanted.then(|| (name, to, String::new()));
                }
                Event::Text(piece) => {
                    if let Some((_, _, content)) = &mut open {
                        content.push_str(&piece);
                    }
                }
                Event::GeneralRef(reference) => {
                    if let Some((_, _, content)) = &mut open {
                        content.push_str(&xml::resolved(&reference));
                    }
                }
                Event::CData(_) | Event::Empty(_) => open = None,
                Event::End(_) => {
                    let Some((name, start, content)) = open.take() else { continue };
                    let moved = if TEXTS.contains(&name.as_str()) {
                        self.moved_heading(&content)
                    } else {
                        self.moved_formula(&content)
                    };
                    if moved != content {
                        splices.push(Splice::replace(start..from, xml::escaped_text(&moved)));
                    }
                }
                _ => {}
            }
        }
    }

    /// The splices of a cell that is no count: months that are dates, titles with the year.
    fn heading_splices(
        &self,
        text: &str,
        cell: &Cell<'_>,
        shows: Option<&Shows>,
        strings: &[String],
        book: &Book,
    ) -> Vec<Splice> {
        let tag = text.get(cell.tag.clone()).unwrap_or_default();
        let Some(value) = &cell.value else { return Vec::new() };
        let prefix = super::count::prefix(tag);
        match (shows, cell.kind.as_deref()) {
            (Some(Shows::Month(year, _)), None | Some("n")) if *year == self.from => {
                let moved = self.moved_day(&value.text, book.from_1904);
                let element = |number: String| format!("<{prefix}v>{number}</{prefix}v>");
                moved.map(|it| vec![Splice::replace(value.whole.clone(), element(it))]).unwrap_or_default()
            }
            (Some(Shows::Text(shown)), Some("s")) => {
                let moved = self.moved_heading(shown);
                if moved == *shown || strings.is_empty() {
                    return Vec::new();
                }
                let typed = xml::value_range(tag, "t").map(|range| {
                    Splice::replace(cell.tag.start + range.start..cell.tag.start + range.end, "inlineStr")
                });
                let space = if moved.trim() == moved { "" } else { " xml:space=\"preserve\"" };
                let inline =
                    format!("<{prefix}is><{prefix}t{space}>{}</{prefix}t></{prefix}is>", xml::escaped_text(&moved));
                typed.into_iter().chain([Splice::replace(value.whole.clone(), inline)]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The number of a day one or more years later.
    fn moved_day(&self, value: &str, from_1904: bool) -> Option<String> {
        let number: f64 = value.trim().parse().ok()?;
        let first = if from_1904 { jiff::civil::date(1904, 1, 1) } else { jiff::civil::date(1899, 12, 30) };
        #[expect(clippy::cast_possible_truncation, reason = "it was read as a date before")]
        let days = number.floor() as i32;
        let day = first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
        let later = day.checked_add(jiff::Span::new().try_years(self.to - self.from).ok()?).ok()?;
        Some(first.until(later).ok()?.get_days().to_string())
    }
}

/// The targets of a relationships part, in order, each with its place.
fn targets(text: &str) -> Result<Vec<Range<usize>>, Refusal> {
    let mut reader = xml::reader(text);
    let mut found = Vec::new();
    loop {
        let from = xml::position(&reader);
        let event = reader.read_event().map_err(|error| xml::damaged("relationships", &error))?;
        let tag_text = text.get(from..xml::position(&reader)).unwrap_or_default();
        match event {
            Event::Eof => return Ok(found),
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                let range = xml::value_range(tag_text, "Target").unwrap_or(0..0);
                found.push(from + range.start..from + range.end);
            }
            _ => {}
        }
    }
}

/// What must not be there twice (the selected tab, code names, unique ids), and links within the workbook.
fn tag_splices(text: &str, part: &str, years: &Years) -> Result<Vec<Splice>, Refusal> {
    let mut reader = xml::reader(text);
    let mut splices = Vec::new();
    let mut is_root = true;
    loop {
        let from = xml::position(&reader);
        let event = reader.read_event().map_err(|error| xml::damaged(part, &error))?;
        let (Event::Start(tag) | Event::Empty(tag)) = event else {
            if matches!(event, Event::Eof) {
                return Ok(splices);
            }
            continue;
        };
        let tag_text = text.get(from..xml::position(&reader)).unwrap_or_default();
        let name = tag.local_name();
        let removed = match name.as_ref() {
            "sheetView" => Some("tabSelected"),
            "sheetPr" => Some("codeName"),
            _ if is_root => Some("xr:uid"),
            _ => None,
        };
        is_root = false;
        if let Some(range) = removed.and_then(|it| xml::attribute_range(tag_text, it)) {
            splices.push(Splice::replace(from + range.start..from + range.end, ""));
        }
        if name.as_ref() == "hyperlink"
            && let Some(range) = xml::value_range(tag_text, "location")
        {
            let before = xml::unescaped(tag_text.get(range.clone()).unwrap_or_default());
            let moved = xml::escaped(&years.moved_formula(&before));
            splices.push(Splice::replace(from + range.start..from + range.end, moved));
        }
    }
}

/// A count emptied: the cell keeps everything but its type and value.
fn emptied(text: &str, cell: &Cell<'_>) -> Vec<Splice> {
    let mut splices = without_result(text, cell);
    splices.extend(cell.inline.as_ref().map(|it| Splice::replace(it.0.clone(), "")));
    splices
}

/// A cell without its type and value.
fn without_result(text: &str, cell: &Cell<'_>) -> Vec<Splice> {
    let tag = text.get(cell.tag.clone()).unwrap_or_default();
    let kind = xml::attribute_range(tag, "t")
        .map(|range| Splice::replace(cell.tag.start + range.start..cell.tag.start + range.end, ""));
    let value = cell.value.as_ref().map(|it| Splice::replace(it.whole.clone(), ""));
    kind.into_iter().chain(value).collect()
}

/// Declares the new parts in `[Content_Types].xml`, each as its source is.
fn declared(
    package: &mut Package<'_>,
    sources: &[(String, String)],
    changed: &mut BTreeMap<usize, Vec<u8>>,
) -> Result<(), Refusal> {
    let at = package.find("[Content_Types].xml").ok_or_else(|| unsupported("the package declares no content types"))?;
    let xml = package.read_xml(at)?;
    let mut types: BTreeMap<String, String> = BTreeMap::new();
    let mut reader = xml::reader(&xml.text);
    loop {
        match reader.read_event().map_err(|error| xml::damaged("[Content_Types].xml", &error))? {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Override" => {
                let attribute = |name: &str| xml::attribute(&tag, name).unwrap_or_default();
                types.insert(normal(&attribute("PartName")), attribute("ContentType"));
            }
            _ => {}
        }
    }
    let (end, prefix) = closing(&xml)?;
    let overrides: String = sources
        .iter()
        .filter_map(|(part, source)| types.get(&normal(source)).map(|kind| (part, kind)))
        .map(|(part, kind)| {
            let (part, kind) = (xml::escaped(part), xml::escaped(kind));
            format!("<{prefix}Override PartName=\"/{part}\" ContentType=\"{kind}\"/>")
        })
        .collect();
    changed.insert(at, xml.spliced(vec![Splice::insert(end, overrides)]));
    Ok(())
}

/// Relates the workbook to the new tab; gives the id.
fn related(
    package: &mut Package<'_>,
    book: &Book,
    source: &str,
    part: &str,
    changed: &mut BTreeMap<usize, Vec<u8>>,
) -> Result<String, Refusal> {
    let missing = || unsupported("the workbook has no relationships");
    let at = package.find(&relationships_of(&book.part)).ok_or_else(missing)?;
    let xml = package.read_xml(at)?;
    let all = package.relationships(&book.part)?;
    let kind =
        all.iter().find(|it| it.part.as_deref().is_some_and(|it| normal(it) == normal(source))).ok_or_else(missing)?;
    let is_free = |id: &String| !all.iter().any(|it| it.id == *id);
    let id = (all.len() + 1..).map(|number| format!("rId{number}")).find(is_free).unwrap_or_default();
    let (end, prefix) = closing(&xml)?;
    let (kind, part) = (xml::escaped(&kind.full_kind), xml::escaped(part));
    let element = format!("<{prefix}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"/{part}\"/>");
    changed.insert(at, xml.spliced(vec![Splice::insert(end, element)]));
    Ok(id)
}

/// Where the root element closes, and its prefix with the colon.
fn closing(xml: &Xml) -> Result<(usize, String), Refusal> {
    let at = xml.text.rfind("</").ok_or_else(|| unsupported("a part has an empty root"))?;
    let name = xml.text.get(at + 2..).and_then(|it| it.split('>').next()).unwrap_or_default();
    Ok((at, name.rsplit_once(':').map_or_else(String::new, |(prefix, _)| format!("{prefix}:"))))
}

/// The splices of the workbook part: the new tab behind its source, names, and the order of tabs.
fn book_splices(book: &Book, source: usize, years: &Years, id: &str) -> Vec<Splice> {
    let text = &book.xml.text;
    let mut splices = Vec::new();
    if let Some(tab) = book.tabs.get(source) {
        let tag = text.get(tab.tag.clone()).unwrap_or_default();
        let sheet_id = book.sheet_ids.iter().max().map_or(1, |it| it + 1).to_string();
        let mut copy = tag.trim_end_matches('>').trim_end_matches('/').to_owned();
        for (name, value) in
            [("name", xml::escaped(&years.to_tab)), ("sheetId", sheet_id), (tab.id_name.as_str(), id.to_owned())]
        {
            if let Some(range) = xml::value_range(&copy, name) {
                copy.replace_range(range, &value);
            }
        }
        copy.push_str("/>");
        let end = if tag.ends_with("/>") {
            tab.tag.end
        } else {
            let rest = text.get(tab.tag.end..).unwrap_or_default();
            tab.tag.end + rest.find('>').map_or(0, |it| it + 1)
        };
        splices.push(Splice::insert(end, copy));
    }
    for view in &book.views {
        let tag = text.get(view.clone()).unwrap_or_default();
        for name in ["activeTab", "firstSheet"] {
            let range = xml::value_range(tag, name);
            let order = range.clone().and_then(|it| tag.get(it)).and_then(|it| it.trim().parse::<usize>().ok());
            if let (Some(range), Some(order)) = (range, order.filter(|it| *it > source)) {
                splices
                    .push(Splice::replace(view.start + range.start..view.start + range.end, (order + 1).to_string()));
            }
        }
    }
    splices.extend(name_splices(book, source, years));
    splices.extend(book.asking_full_calculation());
    splices
}

/// Names: those of the tabs behind move on, those of the source are there for the new tab too, and so are the workbook's
/// own that carry the year (`Total_2025`).
fn name_splices(book: &Book, source: usize, years: &Years) -> Vec<Splice> {
    let text = &book.xml.text;
    let mut splices = Vec::new();
    for name in &book.names {
        let whole = text.get(name.whole.clone()).unwrap_or_default();
        let tag_length = name.tag.end - name.tag.start;
        let tag = whole.get(..tag_length).unwrap_or_default();
        let own = xml::value_range(tag, "localSheetId");
        if let (Some(tab), Some(range)) = (name.tab.filter(|it| *it > source), own.clone()) {
            let at = name.tag.start;
            splices.push(Splice::replace(at + range.start..at + range.end, (tab + 1).to_string()));
        }
        let moved_name = years.moved(&name.name);
        let is_free = !book.names.iter().any(|it| it.name.eq_ignore_ascii_case(&moved_name));
        let is_of_source = name.tab == Some(source);
        let is_of_year = name.tab.is_none()
            && moved_name != name.name
            && is_free
            && tab_places(&name.text).iter().any(|it| it.1.to_lowercase() == years.from_tab.to_lowercase());
        if !is_of_source && !is_of_year {
            continue;
        }
        let mut copy = tag.to_owned();
        if let (true, Some(range)) = (is_of_source, own) {
            copy.replace_range(range, &(source + 1).to_string());
        }
        if let (true, Some(range)) = (is_of_year, xml::value_range(&copy, "name")) {
            copy.replace_range(range, &xml::escaped(&moved_name));
        }
        let end = whole.rfind("</").map_or("", |it| whole.get(it..).unwrap_or_default());
        let moved = xml::escaped_text(&years.moved_formula(&name.text));
        splices.push(Splice::insert(name.whole.end, format!("{copy}{moved}{end}")));
    }
    splices
}

/// Whether the new workbook reads as it should: one tab more, no count in it.
fn reads_back(bytes: &[u8], years: &Years, before: &Book) -> Result<(), Refusal> {
    let wrong = |what: &str| Err(Refusal::Unverified(what.to_owned()));
    let grid = super::grid(bytes, &|name| name == years.to_tab)?;
    if grid.tabs.len() != before.tabs.len() + 1 {
        return wrong("the new tab is not there");
    }
    let tab = grid.tabs.iter().find(|it| it.name == years.to_tab);
    match tab.and_then(|it| tally::count_cells(it, years.to)) {
        Some(counts) if counts.is_empty() => Ok(()),
        Some(_) => wrong("the new tab has counts"),
        None => wrong("the months of the new tab are not recognised"),
    }
}
