//! Which parts a workbook has, and where each lies in the package.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::is_true;
use crate::sheets::SheetError;
use crate::sheets::package::{Package, attribute, xml_error, xml_reader};

/// One sheet of the workbook.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) part: String,
}

/// A relationship of a part.
pub(super) struct Relation {
    pub(super) kind: String,
    pub(super) target: String,
}

/// The workbook's part, by the package's own relationships; `xl/workbook.xml` where they do not say.
pub(super) fn workbook_part(package: &mut Package<'_>) -> Result<String, SheetError> {
    let found = relations(package, "")?
        .into_values()
        .find(|it| it.kind.ends_with("/officeDocument"))
        .map(|it| it.target)
        .filter(|it| package.has(it));
    Ok(found.unwrap_or_else(|| "xl/workbook.xml".to_owned()))
}

/// The relationships of a part by their id, targets as full part names.
pub(super) fn relations(package: &mut Package<'_>, part: &str) -> Result<HashMap<String, Relation>, SheetError> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let rels = format!("{folder}{}_rels/{name}.rels", if folder.is_empty() { "" } else { "/" });
    let mut found = HashMap::new();
    for_each_tag(package, &rels, &mut |tag| {
        if tag.local_name().as_ref() == "Relationship" {
            let target = attribute(tag, "Target").unwrap_or_default();
            found.insert(
                attribute(tag, "Id").unwrap_or_default(),
                Relation { kind: attribute(tag, "Type").unwrap_or_default(), target: resolve(folder, &target) },
            );
        }
    })?;
    Ok(found)
}

/// The full name of a part that a relationship names, absolute or relative to the folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            other => path.push(other),
        }
    }
    path.join("/")
}

/// The sheets in the order of the tabs, and whether days count from 1904.
pub(super) fn read_workbook(
    package: &mut Package<'_>,
    part: &str,
    relations: &HashMap<String, Relation>,
) -> Result<(Vec<Sheet>, bool), SheetError> {
    let file = package.file().to_owned();
    let sheets_max = package.limits().sheets_max;
    let mut sheets = Vec::new();
    let mut from_1904 = false;
    let seen = for_each_tag(package, part, &mut |tag| match tag.local_name().as_ref() {
        "sheet" if sheets.len() < sheets_max => {
            let relation = attribute_by_local_name(tag, "id").and_then(|id| relations.get(&id));
            // Chart sheets and dialogs are no tables.
            let part = relation.filter(|it| it.kind.ends_with("/worksheet")).map(|it| it.target.clone());
            sheets.push(Sheet {
                name: attribute(tag, "name").unwrap_or_default(),
                hidden: attribute(tag, "state").is_some_and(|it| it != "visible"),
                part: part.unwrap_or_default(),
            });
        }
        "workbookPr" => from_1904 = attribute(tag, "date1904").is_some_and(|it| is_true(&it)),
        _ => {}
    })?;
    if !seen || sheets.is_empty() {
        return Err(SheetError::Damaged { file, what: "the workbook names no sheet".to_owned() });
    }
    Ok((sheets, from_1904))
}

/// Shows each opening tag of a part; says whether the part is there.
#[expect(clippy::wildcard_enum_match_arm, reason = "only some events of the XML reader hold text")]
pub(super) fn for_each_tag(
    package: &mut Package<'_>,
    part: &str,
    see: &mut dyn FnMut(&BytesStart<'_>),
) -> Result<bool, SheetError> {
    let file = package.file().to_owned();
    let limits = *package.limits();
    let Some(source) = package.part(part)? else { return Ok(false) };
    let mut xml = xml_reader(source);
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer).map_err(|error| xml_error(&file, &error, &limits))? {
            Event::Start(tag) | Event::Empty(tag) => see(&tag),
            Event::Eof => return Ok(true),
            _ => {}
        }
        buffer.clear();
    }
}

/// An attribute's value, whatever its prefix (`r:id`, `d3p1:id`).
fn attribute_by_local_name(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let mut all = attributes.with_checks(false).flatten();
    all.find(|it| it.key.local_name().as_ref() == name && it.key.prefix().is_some()).map(|it| it.value.to_string())
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn names_of_parts_are_resolved() {
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "..\\xl\\./sheet1.xml"), "xl/sheet1.xml");
    }
}
