//! Small things about XML that every part needs: a reader with positions, attributes by local name, escapes.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart};

use super::edit::Refusal;

/// A reader over a part; its positions are those of the text, which must have no byte order mark.
pub fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = false;
    reader
}

/// The reader's position.
pub fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// A part that is no XML.
pub fn damaged(part: &str, error: &quick_xml::Error) -> Refusal {
    Refusal::Damaged { part: part.to_owned(), why: error.to_string() }
}

/// An attribute by its local name (not a namespace declaration), its escapes resolved.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes().with_checks(false).flatten().find_map(|it| {
        let key = it.key;
        let is_it = key.local_name().as_ref() == name && !key.as_ref().starts_with("xmlns");
        is_it.then(|| unescaped(&it.value))
    })
}

/// The attribute that leads to a relationship: local name `id` with any prefix (`r:id`, `d3p1:id`).
/// Gives the attribute's whole name and its value.
pub fn relationship_id(tag: &BytesStart<'_>) -> Option<(String, String)> {
    tag.attributes().with_checks(false).flatten().find_map(|it| {
        let key = it.key;
        let is_it = key.local_name().as_ref() == "id" && key.prefix().is_some() && !key.as_ref().starts_with("xmlns");
        is_it.then(|| (key.as_ref().to_owned(), unescaped(&it.value)))
    })
}

/// Whether an attribute says yes.
pub fn is_true(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true" | "on"))
}

/// What a reference (`&amp;`, `&#10;`) stands for; quick-xml gives each as an event of its own.
pub fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name: &str = reference;
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => format!("&{name};"),
    }
}

/// A text with its escapes resolved; unknown ones are left as they are.
pub fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

/// A text as it stands between tags: quotes are left as they are.
pub fn escaped_text(text: &str) -> String {
    quick_xml::escape::partial_escape(text).into_owned()
}

/// A text as it stands in an attribute.
pub fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}

/// Where an attribute's value stands within a tag: `tag` is the text from `<` to `>`, the range is within it.
pub fn value_range(tag: &str, name: &str) -> Option<std::ops::Range<usize>> {
    attributes_of(tag).into_iter().find(|it| it.name == name).map(|it| it.value)
}

/// Where a whole attribute stands within a tag, with the blank before it.
pub fn attribute_range(tag: &str, name: &str) -> Option<std::ops::Range<usize>> {
    attributes_of(tag).into_iter().find(|it| it.name == name).map(|it| it.whole)
}

/// An attribute's places within a tag.
struct AttributePlace {
    name: String,
    value: std::ops::Range<usize>,
    whole: std::ops::Range<usize>,
}

/// The attributes of a tag with their places.
fn attributes_of(tag: &str) -> Vec<AttributePlace> {
    let byte = |at: usize| tag.as_bytes().get(at).copied().unwrap_or(b'>');
    let mut found = Vec::new();
    let mut at = 1;
    while !byte(at).is_ascii_whitespace() && byte(at) != b'>' && byte(at) != b'/' {
        at += 1;
    }
    loop {
        let before = at;
        while byte(at).is_ascii_whitespace() {
            at += 1;
        }
        let name_from = at;
        while !byte(at).is_ascii_whitespace() && !matches!(byte(at), b'=' | b'>' | b'/') {
            at += 1;
        }
        let name_to = at;
        while byte(at).is_ascii_whitespace() {
            at += 1;
        }
        if byte(at) != b'=' || name_from == name_to {
            return found;
        }
        at += 1;
        while byte(at).is_ascii_whitespace() {
            at += 1;
        }
        let quote = byte(at);
        if quote != b'"' && quote != b'\'' {
            return found;
        }
        let value_from = at + 1;
        let Some(length) = tag.get(value_from..).and_then(|it| it.bytes().position(|b| b == quote)) else {
            return found;
        };
        let value_to = value_from + length;
        at = value_to + 1;
        let name = tag.get(name_from..name_to).unwrap_or_default().to_owned();
        found.push(AttributePlace { name, value: value_from..value_to, whole: before..at });
    }
}

#[cfg(test)]
mod tests {
    use super::{attribute_range, value_range};

    #[test]
    fn attributes_have_places() {
        let tag = r#"<x:c  r = "B5" t='s' s="1"/>"#;
        assert_eq!(value_range(tag, "r").map(|it| &tag[it]), Some("B5"));
        assert_eq!(attribute_range(tag, "t").map(|it| &tag[it]), Some(" t='s'"));
        assert_eq!(value_range(tag, "x"), None);
        assert_eq!(value_range("<c", "r"), None);
    }
}
