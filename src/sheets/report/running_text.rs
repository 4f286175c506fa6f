//! Reports in running text: figures in sentences, and lines with a phone and what became of it.

use std::sync::LazyLock;

use regex::Regex;

use super::table::{Section, match_key};
use super::words::Words;
use super::{LineState, ReportLine, figures, names};
use crate::office::fold;

/// A phone in a sentence, with area code.
static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^\d/.,:-])((?:\+?55[\s.-]?)?\(?0?[1-9]\d\)?[\s.-]?(?:9[\s.]?)?\d{4}[\s.-]?\d{4})(?:$|[^\d/])")
        .ok()
});

/// A text longer than this is no mail of a person; its end is not read.
const LINES_MAX: usize = 2_000_000;

/// The sections of a text: one for each protocol that begins a paragraph with figures, else one.
pub(super) fn sections(text: &str, words: &Words) -> Vec<Section> {
    let mut done: Vec<(Section, String)> = Vec::new();
    let mut now = (Section::default(), String::new());
    let mut cells = Cells::default();
    for (number, line) in (1_u32..).zip(text.lines().take(LINES_MAX)) {
        if let Some(protocol) = names::protocols_in(line).into_iter().next() {
            let begins = now.0.protocol.as_ref().is_some_and(|it| *it != protocol);
            if begins {
                done.push(std::mem::take(&mut now));
            }
            now.0.protocol = Some(protocol);
        }
        if now.0.campaign.is_none() {
            now.0.campaign = names::campaign_in(line);
        }
        match cells.line_of(number, line, words) {
            Some(person) => now.0.lines.push(person),
            None => {
                now.1.push_str(line);
                now.1.push('\n');
            }
        }
    }
    done.push(now);
    if cells.found == 1 {
        // One phone above one word may be a signature above `Enviado do meu celular`.
        done.iter_mut().for_each(|(section, _)| section.lines.retain(|it| it.row != cells.last_row));
    }
    done.into_iter()
        .map(|(mut section, rest)| {
            section.figures = figures::in_text(&without_protocols(&rest), words);
            section.said = fold(&rest);
            section
        })
        .collect()
}

/// The number in a protocol counts nobody.
fn without_protocols(text: &str) -> String {
    names::without_protocols(text)
}

/// A table that was flattened to one cell a line: a phone, and within the next few lines its state.
#[derive(Debug, Default)]
struct Cells {
    phone: Option<(u32, String)>,
    found: usize,
    last_row: u32,
}

/// Cells that may stand between phone and state: name, time, protocol.
const CELLS_BETWEEN_MAX: u32 = 4;

impl Cells {
    /// A line about one person: a phone and its state in one line, or the state of the phone above.
    fn line_of(&mut self, row: u32, line: &str, words: &Words) -> Option<ReportLine> {
        if let Some(person) = line_of(row, line, words) {
            self.phone = None;
            return Some(person);
        }
        let cell = line.trim();
        if is_phone_cell(cell) {
            self.phone = Some((row, cell.to_owned()));
            return None;
        }
        let (phone_row, phone) = self.phone.take_if(|_| is_state_cell(cell, words))?;
        if row - phone_row > CELLS_BETWEEN_MAX {
            return None;
        }
        self.found += 1;
        self.last_row = row;
        line_of(row, &format!("{phone} {cell}"), words)
    }
}

/// Whether a line is a phone and nothing else.
fn is_phone_cell(cell: &str) -> bool {
    cell.len() <= 24 && !cell.chars().any(char::is_alphabetic) && PHONE.as_ref().is_some_and(|it| it.is_match(cell))
}

/// Whether a line is the word for a state, perhaps with its reason behind a mark, and no sentence.
fn is_state_cell(cell: &str, words: &Words) -> bool {
    const STATE_CELL_MAX: usize = 60;
    cell.len() <= STATE_CELL_MAX && words.begins_with_state(&fold(cell))
}

/// A line about one person: a phone and a word for its state.
fn line_of(row: u32, line: &str, words: &Words) -> Option<ReportLine> {
    // Sorting out lines without enough digits first keeps a long text cheap.
    if line.bytes().filter(u8::is_ascii_digit).count() < 10 {
        return None;
    }
    let phone = PHONE.as_ref()?.captures(line)?.get(1)?;
    let before = line.get(..phone.start()).unwrap_or_default();
    let after = line.get(phone.end()..).unwrap_or_default();
    let rest = fold(&format!("{before} {after}"));
    let state = words.state_of(&rest);
    if state == LineState::Unknown {
        return None;
    }
    let reason = words.reason_of(&rest).filter(|it| state == LineState::Failed || words.is_opt_out(it));
    Some(ReportLine {
        row,
        protocol: None,
        phone: phone.as_str().trim().to_owned(),
        match_key: match_key(phone.as_str()),
        name: name_in(after).or_else(|| name_in(before)),
        status_word: after.trim_matches(|c: char| !c.is_alphanumeric()).to_owned(),
        state,
        opt_out: reason.as_deref().is_some_and(|it| words.is_opt_out(it)),
        reason,
    })
}

/// The name in what stands beside the phone: capitalised words before the next mark, if they are no state.
fn name_in(beside: &str) -> Option<String> {
    let trimmed = beside.trim_matches(|c: char| !c.is_alphanumeric());
    let end = trimmed.find([';', '|', '\t', '-', ':', ',', '(']).unwrap_or(trimmed.len());
    let name = trimmed.get(..end)?.trim();
    let is_name = name.split_whitespace().count() >= 2
        && name.chars().all(|c| c.is_alphabetic() || " '.".contains(c))
        && name.split_whitespace().all(|it| it.starts_with(char::is_uppercase) || it.chars().count() <= 3);
    is_name.then(|| name.to_owned())
}
