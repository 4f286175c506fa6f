//! What the package, the workbook and its names say of the new tab.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the events of quick-xml only a few matter")]

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::moved::Years;
use super::unsupported;
use crate::workbook::book::Book;
use crate::workbook::edit::Refusal;
use crate::workbook::formula::tab_places;
use crate::workbook::package::{Package, normal, relationships_of};
use crate::workbook::part::{Splice, Xml};
use crate::workbook::xml;

/// Declares the new parts in `[Content_Types].xml`, each as its source is.
pub fn declared(
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
pub fn related(
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
pub fn book_splices(book: &Book, source: usize, years: &Years, id: &str) -> Vec<Splice> {
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
