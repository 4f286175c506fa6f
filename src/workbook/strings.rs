//! The shared strings of a workbook; they are read and never changed.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the events of quick-xml only a few matter")]

use quick_xml::events::Event;

use super::edit::Refusal;
use super::package::Package;
use super::xml;

/// Reads all shared strings, without phonetic readings.
pub fn read(package: &mut Package<'_>, at: usize) -> Result<Vec<String>, Refusal> {
    let part = package.name(at).to_owned();
    let text = package.read_xml(at)?;
    let mut reader = xml::reader(&text.text);
    let mut strings = Vec::new();
    let mut current = String::new();
    let (mut in_text, mut in_phonetic) = (false, false);
    loop {
        match reader.read_event().map_err(|error| xml::damaged(&part, &error))? {
            Event::Eof => return Ok(strings),
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => strings.push(String::new()),
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => in_text = !in_phonetic,
                "rPh" => in_phonetic = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => in_phonetic = false,
                "si" => strings.push(std::mem::take(&mut current)),
                _ => {}
            },
            Event::Text(piece) if in_text => current.push_str(&piece),
            Event::CData(piece) if in_text => current.push_str(&piece),
            Event::GeneralRef(reference) if in_text => current.push_str(&xml::resolved(&reference)),
            _ => {}
        }
    }
}
