//! The words of an attached document as blocks: Word (.docx), OpenDocument (.odt), plain text, HTML. Headers, footers
//! and comments of a document are no part of its text.

use std::io::{Cursor, Read as _};

use quick_xml::events::Event;

use super::blocks::{Block, Kind, of_plain};
use super::headers::decode_charset;
use super::html;

/// A packed document may unpack to this much and no more.
const MAX_XML: u64 = 8 << 20;

/// The blocks of a document; `None` if it is none that can be read.
#[must_use]
pub fn blocks(name: &str, bytes: &[u8]) -> Option<Vec<Block>> {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "docx" | "docm" | "dotx" => xml_blocks(&unpack(bytes, "word/document.xml")?, &WORD),
        "odt" | "ott" => xml_blocks(&unpack(bytes, "content.xml")?, &OPEN),
        "txt" => Some(of_plain(&decode_charset("utf-8", bytes), false)),
        "htm" | "html" => Some(html::blocks(&decode_charset("utf-8", bytes))),
        "rtf" => Some(of_plain(&rtf_text(bytes)?, false)),
        _ => None,
    }
}

/// The names of the elements of a format.
struct Names {
    paragraph: &'static [&'static str],
    text: Option<&'static str>,
    item: &'static [&'static str],
    tab: &'static str,
    line: &'static [&'static str],
    skip: &'static [&'static str],
    space: &'static str,
}

const WORD: Names = Names {
    paragraph: &["w:p"],
    text: Some("w:t"),
    item: &["w:numPr"],
    tab: "w:tab",
    line: &["w:br", "w:cr"],
    skip: &["w:del", "w:instrText", "mc:Fallback", "w:txbxContent"],
    space: "",
};

const OPEN: Names = Names {
    paragraph: &["text:p", "text:h"],
    text: None,
    item: &["text:list-item"],
    tab: "text:tab",
    line: &["text:line-break"],
    skip: &["office:annotation", "text:tracked-changes", "text:note"],
    space: "text:s",
};

fn unpack(bytes: &[u8], part: &str) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let file = archive.by_name(part).ok()?;
    let mut xml = Vec::new();
    file.take(MAX_XML).read_to_end(&mut xml).ok()?;
    Some(xml)
}

fn xml_blocks(xml: &[u8], names: &Names) -> Option<Vec<Block>> {
    let source = String::from_utf8_lossy(xml);
    let mut reader = quick_xml::Reader::from_str(&source);
    let mut blocks: Vec<Block> = Vec::new();
    let mut line = String::new();
    let (mut in_text, mut item, mut gap) = (names.text.is_none(), false, false);
    let (mut skip_depth, mut in_paragraph) = (0_usize, 0_usize);
    loop {
        let event = reader.read_event().ok()?;
        let name_of = |name: &str| name.to_owned();
        match event {
            Event::Eof => break,
            Event::Start(it) => {
                let name = name_of(it.name().as_ref());
                if names.skip.contains(&name.as_str()) || skip_depth > 0 {
                    skip_depth += 1;
                    continue;
                }
                if names.paragraph.contains(&name.as_str()) {
                    in_paragraph += 1;
                }
                item |= names.item.contains(&name.as_str()) || is_list_style(&it, &name);
                if names.text == Some(name.as_str()) {
                    in_text = true;
                }
            }
            Event::Empty(it) => {
                let name = name_of(it.name().as_ref());
                if skip_depth == 0 {
                    if (name == names.tab && in_paragraph > 0) || name == names.space {
                        line.push(' ');
                    } else if names.line.contains(&name.as_str()) {
                        end_line(&mut line, &mut blocks, &mut gap, &mut item, false);
                    } else if names.paragraph.contains(&name.as_str()) {
                        gap = true;
                    }
                    item |= names.item.contains(&name.as_str()) || is_list_style(&it, &name);
                }
            }
            Event::End(it) => {
                let name = name_of(it.name().as_ref());
                if skip_depth > 0 {
                    skip_depth -= 1;
                    continue;
                }
                if names.text == Some(name.as_str()) {
                    in_text = false;
                }
                if names.paragraph.contains(&name.as_str()) {
                    in_paragraph = in_paragraph.saturating_sub(1);
                    end_line(&mut line, &mut blocks, &mut gap, &mut item, true);
                }
            }
            Event::Text(it) if in_text && in_paragraph > 0 && skip_depth == 0 => {
                line.push_str(&it);
            }
            Event::GeneralRef(it) if in_text && in_paragraph > 0 && skip_depth == 0 => {
                line.push_str(entity(&it).as_str());
            }
            Event::Text(_)
            | Event::GeneralRef(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
    Some(blocks)
}

/// `<w:pStyle w:val="ListBullet"/>`: Word's own styles of lists keep their name in every language.
fn is_list_style(element: &quick_xml::events::BytesStart<'_>, name: &str) -> bool {
    name == "w:pStyle"
        && element.attributes().flatten().any(|it| {
            let value: &str = &it.value;
            value.starts_with("ListBullet") || value.starts_with("ListNumber") || value == "ListParagraph"
        })
}

fn end_line(line: &mut String, blocks: &mut Vec<Block>, gap: &mut bool, item: &mut bool, paragraph: bool) {
    let text = std::mem::take(line).replace('\u{a0}', " ");
    let text = text.trim();
    if text.is_empty() {
        *gap = true;
        return;
    }
    let marked = *item && !super::blocks::starts_item(text);
    let mut block = Block::plain(&if marked { format!("- {text}") } else { text.to_owned() });
    block.kind = if *item { Kind::Item } else { Kind::Paragraph };
    block.gap = std::mem::take(gap);
    blocks.push(block);
    if paragraph {
        *item = false;
    }
}

/// The character of an XML reference.
fn entity(name: &str) -> String {
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => {
            let code = name.strip_prefix("#x").map_or_else(
                || name.strip_prefix('#').and_then(|it| it.parse().ok()),
                |hex| u32::from_str_radix(hex, 16).ok(),
            );
            code.and_then(char::from_u32).map(String::from).unwrap_or_default()
        }
    }
}

/// The words of a rich text file; groups that hold no words are passed over.
fn rtf_text(bytes: &[u8]) -> Option<String> {
    let source = bytes.get(..bytes.len().min(1 << 20))?;
    if !source.starts_with(b"{\\rtf") {
        return None;
    }
    let mut out: Vec<u8> = Vec::new();
    let mut hidden: Vec<bool> = vec![false];
    let mut rest = source;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match first {
            b'{' => hidden.push(hidden.last().copied().unwrap_or(false)),
            b'}' => {
                hidden.pop();
            }
            b'\\' => rest = control(rest, &mut hidden, &mut out),
            b'\r' | b'\n' => {}
            letter if !hidden.last().copied().unwrap_or(false) => out.push(*letter),
            _ => {}
        }
    }
    Some(encoding_rs::WINDOWS_1252.decode_without_bom_handling(&out).0.into_owned())
}

/// A control word of rich text.
fn control<'a>(rest: &'a [u8], hidden: &mut [bool], out: &mut Vec<u8>) -> &'a [u8] {
    let shown = !hidden.last().copied().unwrap_or(false);
    match rest {
        [b'\'', a, b, after @ ..] => {
            let hex = [*a, *b];
            let value = std::str::from_utf8(&hex).ok().and_then(|it| u8::from_str_radix(it, 16).ok());
            out.extend(value.filter(|_| shown));
            after
        }
        [b'*', after @ ..] => {
            if let Some(last) = hidden.last_mut() {
                *last = true;
            }
            after
        }
        [letter, after @ ..] if !letter.is_ascii_alphabetic() => {
            if shown && matches!(letter, b'\\' | b'{' | b'}') {
                out.push(*letter);
            }
            after
        }
        _ => {
            let length = rest.iter().take_while(|it| it.is_ascii_alphabetic()).count();
            let (word, after) = rest.split_at(length);
            let digits = after.iter().take_while(|it| it.is_ascii_digit() || **it == b'-').count();
            let after = after.get(digits..).unwrap_or_default();
            match word {
                b"par" | b"line" | b"sect" if shown => out.push(b'\n'),
                b"tab" if shown => out.push(b' '),
                b"fonttbl" | b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"header" | b"footer" | b"generator" => {
                    if let Some(last) = hidden.last_mut() {
                        *last = true;
                    }
                }
                _ => {}
            }
            after.strip_prefix(b" ").unwrap_or(after)
        }
    }
}
