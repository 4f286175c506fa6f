//! The shared strings, and the escapes that texts of workbooks have.

use quick_xml::events::Event;

use super::rows::Inside;
use crate::sheets::SheetError;
use crate::sheets::package::{Package, push_reference, xml_error, xml_reader};

/// The shared strings, one after the other in one buffer.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub(super) fn get(&self, index: usize) -> &str {
        let end = self.ends.get(index).copied().unwrap_or(0) as usize;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        self.text.get(start..end).unwrap_or_default()
    }
}

/// Reads the shared strings: the texts of all runs, without the phonetic ones.
#[expect(clippy::wildcard_enum_match_arm, reason = "only some events of the XML reader hold text")]
pub(super) fn read_strings(package: &mut Package<'_>, part: &str) -> Result<Strings, SheetError> {
    let file = package.file().to_owned();
    let limits = *package.limits();
    let mut strings = Strings::default();
    let Some(source) = package.part(part)? else { return Ok(strings) };
    let mut xml = xml_reader(source);
    let mut buffer = Vec::with_capacity(1 << 12);
    let mut inside = Inside::Nothing;
    loop {
        match xml.read_event_into(&mut buffer).map_err(|error| xml_error(&file, &error, &limits))? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" if inside != Inside::Phonetic => inside = Inside::Value,
                "rPh" => inside = Inside::Phonetic,
                _ => {}
            },
            Event::Text(text) if inside == Inside::Value => push_controls_unescaped(&mut strings.text, &text),
            Event::CData(text) if inside == Inside::Value => strings.text.push_str(&text.into_inner()),
            Event::GeneralRef(reference) if inside == Inside::Value => {
                push_reference(&mut strings.text, &reference);
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" if inside == Inside::Value => inside = Inside::Nothing,
                "rPh" => inside = Inside::Nothing,
                "si" => strings.ends.push(string_end(&strings, &file)?),
                "sst" => return Ok(strings),
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => {
                strings.ends.push(string_end(&strings, &file)?);
            }
            Event::Empty(tag) if tag.local_name().as_ref() == "sst" => return Ok(strings),
            Event::Eof => {
                return Err(SheetError::Damaged { file, what: "the shared strings are cut off".to_owned() });
            }
            _ => {}
        }
        buffer.clear();
    }
}

/// Where the last string ends. 512 MiB of text are three times the contacts of a state.
fn string_end(strings: &Strings, file: &str) -> Result<u32, SheetError> {
    const STRINGS_BYTES_MAX: usize = 512 << 20;
    u32::try_from(strings.text.len())
        .ok()
        .filter(|_| strings.text.len() <= STRINGS_BYTES_MAX)
        .ok_or_else(|| SheetError::TooLarge { file: file.to_owned(), limit_bytes: STRINGS_BYTES_MAX as u64 })
}

/// `_x000D_` of ECMA-376, 22.9.2.19: a character that XML cannot hold.
pub(super) fn unescape_controls(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    push_controls_unescaped(&mut plain, text);
    plain
}

fn push_controls_unescaped(plain: &mut String, text: &str) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.get(..5).and_then(|it| it.strip_suffix('_')).and_then(|it| u32::from_str_radix(it, 16).ok());
        match code.and_then(char::from_u32) {
            Some(c) => {
                plain.push(c);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::unescape_controls;

    #[test]
    fn characters_that_xml_cannot_hold_are_read() {
        assert_eq!(unescape_controls("a_x000D_b_x_c_xZZZZ_"), "a\rb_x_c_xZZZZ_");
    }
}
