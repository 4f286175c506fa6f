//! Tables (ListObjects) and the structured references that name their parts.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the events of quick-xml only a few matter")]

use quick_xml::events::Event;

use super::cellref::Area;
use super::xml;

/// A table (ListObject).
#[derive(Debug, Clone)]
pub struct Table {
    pub name: String,
    pub tab: usize,
    pub area: Area,
    pub header_rows: u32,
    pub totals_rows: u32,
    pub columns: Vec<String>,
}

/// The parts of a structured reference: what stands between its brackets.
pub(super) fn table_parts(part: &str) -> Option<Vec<String>> {
    if part.is_empty() {
        return Some(Vec::new());
    }
    let plain = |text: &str| {
        let mut plain = String::new();
        let mut characters = text.chars();
        while let Some(c) = characters.next() {
            plain.extend(if c == '\'' { characters.next() } else { Some(c) });
        }
        plain
    };
    if !part.contains('[') {
        return Some(match part.strip_prefix('@') {
            Some("") => vec!["#This Row".to_owned()],
            Some(column) => vec!["#This Row".to_owned(), plain(column)],
            None => vec![plain(part)],
        });
    }
    let mut parts = Vec::new();
    let mut rest = part.trim();
    if let Some(after) = rest.strip_prefix('@') {
        parts.push("#This Row".to_owned());
        rest = after;
    }
    while let Some(after) = rest.strip_prefix('[') {
        let mut is_escaped = false;
        let end = after.char_indices().find(|(_, c)| {
            let is_end = *c == ']' && !is_escaped;
            is_escaped = *c == '\'' && !is_escaped;
            is_end
        });
        let (end, _) = end?;
        parts.push(plain(after.get(..end)?));
        rest = after.get(end + 1..)?.trim_start_matches([',', ':', ' ']);
    }
    rest.is_empty().then_some(parts)
}

/// A table's part, read.
pub(super) fn table(text: &str, tab: usize) -> Option<Table> {
    let mut reader = xml::reader(text);
    let mut table: Option<Table> = None;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return table,
            Event::Start(tag) | Event::Empty(tag) => {
                let attribute = |name: &str| xml::attribute(&tag, name);
                match (tag.local_name().as_ref(), &mut table) {
                    ("table", None) => {
                        let rows = |name: &str, default| attribute(name).map_or(Some(default), |it| it.parse().ok());
                        table = Some(Table {
                            name: attribute("displayName").or_else(|| attribute("name"))?,
                            tab,
                            area: Area::parse(&attribute("ref")?)?,
                            header_rows: rows("headerRowCount", 1)?,
                            totals_rows: rows("totalsRowCount", 0)?,
                            columns: Vec::new(),
                        });
                    }
                    // Line breaks in headings are written `_x000a_`.
                    ("tableColumn", Some(table)) => {
                        let name = attribute("name").unwrap_or_default();
                        table.columns.push(name.replace("_x000a_", "\n").replace("_x000A_", "\n"));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::table_parts;

    #[test]
    fn structured_references_have_parts() {
        let check = |part: &str, parts: &[&str]| assert_eq!(table_parts(part).unwrap(), parts, "{part}");
        check("", &[]);
        check("Jan", &["Jan"]);
        check("@Jan", &["#This Row", "Jan"]);
        check("[#This Row],[Jan]:[Dez]", &["#This Row", "Jan", "Dez"]);
        check("@[Jan]:[Dez]", &["#This Row", "Jan", "Dez"]);
        check("#Totals", &["#Totals"]);
        check("[#Headers],[a'[b']]", &["#Headers", "a[b]"]);
        assert_eq!(table_parts("[open"), None);
    }
}
