//! The new tab and all that hangs on it, part by part.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the events of quick-xml only a few matter")]

use std::collections::BTreeSet;
use std::ops::Range;

use quick_xml::events::Event;

use super::moved::Years;
use super::unsupported;
use crate::sheets::tally::{Shows, TabGrid};
use crate::workbook::book::Book;
use crate::workbook::edit::Refusal;
use crate::workbook::package::{Package, normal, relationships_of};
use crate::workbook::part::Splice;
use crate::workbook::tab::{Cell, Item, TabReader};
use crate::workbook::{count, strings, xml};

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

/// The parts of the new tab, as they are made.
pub struct Copy<'p, 'b, 'y> {
    pub package: &'p mut Package<'b>,
    pub years: &'y Years,
    pub added: Vec<(String, Vec<u8>)>,
    /// For each new part, the one it was copied from.
    pub sources: Vec<(String, String)>,
}

impl Copy<'_, '_, '_> {
    /// Adds a part beside its source, with all that hangs on it; gives its name.
    pub fn with_relationships(&mut self, source: &str, bytes: Vec<u8>) -> Result<String, Refusal> {
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
    pub fn tab_xml(
        &mut self,
        book: &Book,
        at: usize,
        tab: &TabGrid,
        counts: &BTreeSet<(u32, u32)>,
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
            if cell.is_misplaced() {
                return Err(unsupported(&format!("the cell {} of the tab stands in row {}", cell.place, cell.in_row)));
            }
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
        let prefix = count::prefix(tag);
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
