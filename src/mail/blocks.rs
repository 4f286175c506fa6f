//! The words of a mail as blocks: paragraphs, list items, rulers, with the structure and the looks that the client
//! wrote. HTML and plain text give the same form, so everything after this reads only blocks.

use super::html;
use super::incoming::IncomingMail;

/// How a stretch of text looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Struck through.
    pub strike: bool,
    /// The colour of the letters, `rrggbb`, where it is not black or the client's default.
    pub color: Option<String>,
    /// The colour behind the letters (a marker pen), where it is not white.
    pub marked: Option<String>,
    /// Where a link leads.
    pub link: Option<String>,
}

/// A picture that stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its source: `cid:…` or an address.
    pub source: String,
    /// Its width in the mail, where it says one.
    pub width: Option<u32>,
    /// Its alternative text.
    pub alt: String,
}

/// A stretch of text of one look, or a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// How they look.
    pub look: Look,
    /// A picture in place of letters.
    pub picture: Option<Picture>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A paragraph or a line of one.
    #[default]
    Paragraph,
    /// An item of a list; its text begins with its mark.
    Item,
    /// A heading.
    Heading,
    /// A ruler.
    Ruler,
}

/// What encloses blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enclosure {
    /// A frame: a bordered or coloured division, a fieldset, a table of one cell.
    Frame,
    /// Set in from the left.
    Indent,
    /// A quotation that is not the history of the thread.
    Quotation,
    /// The history of the thread, as the client marked it.
    History,
    /// A signature, as the client marked it.
    Signature,
    /// A table of several cells.
    Table,
}

/// An enclosure and its number, unique in the mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Container {
    /// What it is.
    pub kind: Enclosure,
    /// Its number.
    pub id: u32,
}

/// A place in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The number of the table.
    pub table: u32,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

/// A block: one line as a person sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    /// Its stretches.
    pub runs: Vec<Run>,
    /// What it is.
    pub kind: Kind,
    /// What encloses it, outermost first.
    pub inside: Vec<Container>,
    /// Its place in a table of several cells.
    pub cell: Option<Cell>,
    /// Whether an empty line stands before it.
    pub gap: bool,
    /// How many `>` stand before it.
    pub depth: u8,
    /// Whether it is centred.
    pub centred: bool,
    /// Whether its letters are small (signatures, disclaimers).
    pub small: bool,
}

impl Block {
    /// A line of plain text.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        let run = Run { text: text.to_owned(), ..Run::default() };
        Self { runs: vec![run], ..Self::default() }
    }

    /// The words of the block.
    #[must_use]
    pub fn text(&self) -> String {
        let text: String = self.runs.iter().map(|it| it.text.as_str()).collect();
        text.trim().to_owned()
    }

    /// Whether it has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|it| it.text.trim().is_empty())
    }

    /// The pictures of the block.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.runs.iter().filter_map(|it| it.picture.as_ref())
    }

    /// Whether an enclosure of this kind is around it.
    #[must_use]
    pub fn is_in(&self, kind: Enclosure) -> bool {
        self.inside.iter().any(|it| it.kind == kind)
    }

    /// Whether it is history of the thread by marks of the client.
    #[must_use]
    pub fn is_history(&self) -> bool {
        self.depth > 0 || self.is_in(Enclosure::History)
    }
}

/// The blocks of a mail: of its HTML where that has words, else of its plain text.
#[must_use]
pub fn of_mail(mail: &IncomingMail) -> Vec<Block> {
    if let Some(source) = &mail.html {
        let blocks = html::blocks(source);
        let words: usize = blocks.iter().map(|it| it.text().len()).sum();
        let plain = mail.plain.as_ref().map_or(0, |it| it.trim().len());
        if words > 0 && (words * 4 >= plain || plain < 40) {
            return blocks;
        }
    }
    mail.plain.as_deref().map(|it| of_plain(it, mail.flowed)).unwrap_or_default()
}

/// The blocks of plain text: wrapped lines joined, `>` counted, rulers recognised.
#[must_use]
pub fn of_plain(text: &str, flowed: bool) -> Vec<Block> {
    let lines: Vec<(u8, &str)> = text.lines().map(unquoted).collect();
    let wrap = if flowed { None } else { wrap_column(&lines) };
    let mut blocks: Vec<Block> = Vec::new();
    let mut gap = false;
    let mut open: Option<(u8, usize)> = None;
    let quoted = |at: usize| lines.get(at).is_some_and(|it| it.0 > 0 && !it.1.trim().is_empty());
    for (at, (depth, line)) in lines.iter().copied().enumerate() {
        let visible = line.trim();
        // `>>>` alone, with nothing quoted above and below, was drawn by the sender.
        if visible.is_empty() && depth > 1 && !quoted(at + 1) && !at.checked_sub(1).is_some_and(quoted) {
            blocks.push(Block { kind: Kind::Ruler, gap, ..Block::plain(">>>") });
            (gap, open) = (false, None);
            continue;
        }
        if visible.is_empty() {
            gap = true;
            open = None;
            continue;
        }
        let first_word = visible.split_whitespace().next().map_or(0, |it| it.chars().count());
        // A line that ends without a full stop goes on in one that begins in lower case.
        let goes_on_below = wrap.is_some()
            && visible.chars().next().is_some_and(char::is_lowercase)
            && open.is_some_and(|(before, length)| before == depth && length > 40)
            // The paragraph so far is one stretch, and may be long.
            && blocks.last().and_then(|it| it.runs.last()).is_some_and(|it| {
                !it.text.trim_end().ends_with(['.', '!', '?', ':', ';'])
            });
        let joins = (goes_on_below
            || open.is_some_and(|(before, length)| {
                before == depth
                    && (flowed || wrap.is_some_and(|column| length + 1 + first_word > column && length + 25 > column))
            }))
            && !is_ruler(visible)
            && !starts_item(visible);
        let signature_mark = line.trim_end_matches('\r') == "-- ";
        if joins {
            if let Some(run) = blocks.last_mut().and_then(|it| it.runs.last_mut()) {
                if !run.text.ends_with(' ') {
                    run.text.push(' ');
                }
                run.text.push_str(visible);
            }
        } else {
            let mut block = Block::plain(visible);
            block.gap = gap;
            block.depth = depth;
            if is_ruler(visible) || signature_mark {
                block.kind = Kind::Ruler;
            }
            blocks.push(block);
        }
        gap = false;
        let goes_on = if flowed { line.ends_with(' ') && !signature_mark } else { !is_ruler(visible) };
        open = goes_on.then(|| (depth, line.trim_end().chars().count()));
    }
    blocks
}

/// The column at which the client wrapped the lines, if it did: the longest line of at most 80 characters, where
/// no line is longer (addresses and links aside) and several come near to it.
fn wrap_column(lines: &[(u8, &str)]) -> Option<usize> {
    let lengths = || {
        lines
            .iter()
            .filter(|(depth, it)| *depth == 0 && !it.contains("http") && !it.contains('<'))
            .map(|(_, it)| it.trim_end().chars().count())
    };
    let longest = lengths().max()?;
    let near = lengths().filter(|it| it + 12 >= longest).count();
    ((55..=80).contains(&longest) && near >= 1).then_some(longest.max(70))
}

/// How many `>` stand before a line, and the line without them.
fn unquoted(line: &str) -> (u8, &str) {
    let mut depth = 0_u8;
    let mut rest = line;
    while let Some(after) = rest.strip_prefix('>') {
        depth = depth.saturating_add(1);
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    (depth, rest)
}

/// Words of a line that is drawn (`8< - - - recorte aqui - - -`) are no more than this.
const RULER_WORDS_MAX: usize = 4;
/// Marks of a line that is drawn with words in it are no fewer than this.
const RULER_MARKS_MIN: usize = 6;

/// A line of rulers: `-----`, `_____`, `=====`, `*****`, `~~~~~`, `>>>`, `8< - - - recorte aqui - - -`.
#[must_use]
pub fn is_ruler(line: &str) -> bool {
    let line = line.trim();
    let drawn = |c: char| {
        matches!(c, '-' | '_' | '=' | '*' | '~' | '–' | '—' | '#' | '─' | '━' | '═' | '.' | '•' | '+' | '<' | '>' | '✂')
            || matches!(c, '↑' | '↓' | '⇩' | '⇧' | '▼' | '▲' | '⬇' | '⬆' | '👇' | '👆' | '\u{fe0f}' | '|')
    };
    // Nearly all lines begin with a letter.
    if !line.starts_with(|c: char| drawn(c) || c == '8' || c == '%') {
        return false;
    }
    let marks = line.chars().filter(|c| drawn(*c)).count();
    let pointing = line.chars().any(|c| matches!(c, '⬇' | '⬆' | '👇' | '👆' | '↓' | '↑'));
    if line.chars().all(|c| drawn(c) || c == ' ') && (marks >= 3 || pointing) {
        return true;
    }
    let words = line.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).count();
    let rows = ['-', '_', '=', '*', '~', '–', '—', '─', '━', '#'];
    marks >= RULER_MARKS_MIN
        && words <= RULER_WORDS_MAX
        && rows.iter().any(|it| line.matches(*it).count() >= RULER_MARKS_MIN)
}

/// Whether a line begins an item of a list.
#[must_use]
pub fn starts_item(line: &str) -> bool {
    let mut letters = line.trim_start().chars();
    match letters.next() {
        Some('-' | '•' | '·' | '*' | '–' | '▪' | '◦' | '●' | '‣') => {
            letters.next().is_some_and(char::is_whitespace)
        }
        Some(c) if c.is_ascii_alphanumeric() => {
            let rest: String = letters.take(3).collect();
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(") ") || (c.is_ascii_digit() && (rest.starts_with(". ") || rest.starts_with("- ")))
        }
        _ => false,
    }
}
