//! Letters that are laid out as tables: a form with labels on the left, a text for each channel side by side. They are
//! laid out as lines with labels, so that one grammar reads them all; what stood in a cell stays set apart.

use super::channels::channels_in;
use super::features::trim_marks;
use crate::mail::blocks::{Block, Container, Enclosure};
use crate::office::{Vocabulary, fold};

/// A table with more rows than this is a list, not a form.
const ROWS_MAX: u32 = 20;

/// The blocks of a letter with its forms laid out as lines.
#[must_use]
pub fn laid_out(blocks: Vec<Block>, words: &Vocabulary) -> Vec<Block> {
    if blocks.iter().all(|it| it.cell.is_none()) {
        return blocks;
    }
    let mut lines: Vec<Block> = Vec::new();
    let mut rest = blocks.as_slice();
    while let Some(first) = rest.first() {
        let table = first.cell.map(|it| it.table);
        let length = rest.iter().take_while(|it| table.is_some() && it.cell.map(|it| it.table) == table).count();
        let (these, after) = rest.split_at(length.max(1));
        match form(these, words).or_else(|| side_by_side(these, words)) {
            Some(form) if table.is_some() => lines.extend(form),
            _ => lines.extend(these.iter().cloned()),
        }
        rest = after;
    }
    lines
}

/// The blocks of one cell.
fn cell(table: &[Block], row: u32, column: u32) -> Vec<&Block> {
    table.iter().filter(|it| it.cell.is_some_and(|it| it.row == row && it.column == column)).collect()
}

fn text_of(blocks: &[&Block]) -> String {
    blocks.iter().map(|it| it.text()).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `Meio | E-mail`, `Mensagem | Prezado …`: most rows begin with a known label.
fn form(table: &[Block], words: &Vocabulary) -> Option<Vec<Block>> {
    let rows = table.iter().filter_map(|it| it.cell).map(|it| it.row).max()? + 1;
    let columns = table.iter().filter_map(|it| it.cell).map(|it| it.column).max()? + 1;
    if columns != 2 || rows > ROWS_MAX {
        return None;
    }
    let labels: Vec<Option<Label>> = (0..rows).map(|row| label(&text_of(&cell(table, row, 0)), words)).collect();
    let known = labels.iter().flatten().count();
    let opens_text = labels.iter().flatten().any(|it| *it == Label::Text);
    if known * 2 < labels.len() || !(known >= 2 || opens_text) {
        return None;
    }
    let mut lines = Vec::new();
    for (row, label) in (0..rows).zip(&labels) {
        let name = text_of(&cell(table, row, 0));
        let name = name.trim_end_matches([':', ' ']);
        let values = cell(table, row, 1);
        match (label, values.as_slice()) {
            (Some(Label::Text), values) => {
                lines.push(Block { gap: true, ..Block::plain(&format!("{name}:")) });
                lines.extend(set_apart(values, row));
            }
            (Some(Label::Heading) | None, [value]) => {
                lines.push(Block { gap: true, ..Block::plain(&format!("{name}: {}", value.text())) });
            }
            (Some(Label::Heading) | None, values) => {
                lines.push(Block { gap: true, ..Block::plain(&format!("{name}:")) });
                lines.extend(values.iter().map(|it| Block { cell: None, ..(*it).clone() }));
            }
        }
    }
    Some(lines)
}

/// What a label of a form opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    /// The text for insured people.
    Text,
    /// Anything else that a request says of itself.
    Heading,
}

fn label(text: &str, words: &Vocabulary) -> Option<Label> {
    let folded = fold(text);
    let bare = trim_marks(&folded);
    let in_key = |table: &str, key: &str| words.is_phrase(table, key, bare);
    if in_key("texto", "rotulo") || in_key("texto", "rotulo-titulo") {
        Some(Label::Text)
    } else {
        words.keys("rotulos").any(|(key, _)| in_key("rotulos", key)).then_some(Label::Heading)
    }
}

/// A heading for each channel in the first row, the text of each below it.
fn side_by_side(table: &[Block], words: &Vocabulary) -> Option<Vec<Block>> {
    let rows = table.iter().filter_map(|it| it.cell).map(|it| it.row).max()? + 1;
    let columns = table.iter().filter_map(|it| it.cell).map(|it| it.column).max()? + 1;
    let heads = [text_of(&cell(table, 0, 0)), text_of(&cell(table, 0, 1))];
    let channels: Vec<_> = heads.iter().map(|it| channels_in(&fold(it), words)).collect();
    let [one, other] = channels.as_slice() else { return None };
    let short = heads.iter().all(|it| it.split_whitespace().count() <= 12);
    if columns != 2 || !(2..=ROWS_MAX).contains(&rows) || !short || one.len() != 1 || other.len() != 1 || one == other {
        return None;
    }
    let mut lines = Vec::new();
    for (column, head) in (0..2).zip(&heads) {
        lines.push(Block { gap: true, ..Block::plain(head) });
        let below: Vec<&Block> = (1..rows).flat_map(|row| cell(table, row, column)).collect();
        lines.extend(set_apart(&below, column));
    }
    Some(lines)
}

/// The blocks of a cell, in a frame of their own.
fn set_apart(blocks: &[&Block], number: u32) -> Vec<Block> {
    let frame = Container { kind: Enclosure::Frame, id: u32::MAX - 1 - number };
    let apart = |(at, it): (usize, &&Block)| {
        let mut block = Block { cell: None, gap: at == 0 || it.gap, ..(*it).clone() };
        block.inside.push(frame);
        block
    };
    blocks.iter().enumerate().map(apart).collect()
}

#[cfg(test)]
mod tests {
    use super::laid_out;
    use crate::mail::html;
    use crate::office::Vocabulary;

    /// The lines of a letter in HTML, one for each block.
    fn check(page: &str, lines: &[&str]) {
        let found: Vec<String> =
            laid_out(html::blocks(page), Vocabulary::shipped()).iter().map(|it| it.text()).collect();
        assert_eq!(found, lines, "{page}");
    }

    #[test]
    fn a_form_becomes_lines_with_labels() {
        check(
            "<table border=1><tr><td>Meio</td><td>E-mail</td></tr><tr><td>Mensagem</td><td><p>Caro,</p><p>vem.</p></td></tr></table>",
            &["Meio: E-mail", "Mensagem:", "Caro,", "vem."],
        );
    }

    #[test]
    fn texts_side_by_side_stand_one_after_the_other() {
        check(
            "<table border=1><tr><td>E-MAIL</td><td>WHATSAPP</td></tr><tr><td>longo</td><td>curto</td></tr></table>",
            &["E-MAIL", "longo", "WHATSAPP", "curto"],
        );
    }

    #[test]
    fn a_table_of_people_stays_one() {
        check(
            "<table border=1><tr><td>Nome</td><td>E-mail</td></tr><tr><td>Ana</td><td>a@x.com</td></tr></table>",
            &["Nome", "E-mail", "Ana", "a@x.com"],
        );
    }
}
