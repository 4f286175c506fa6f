//! Formulas cut into pieces: what they refer to, and their text with references moved or renamed.

use std::ops::Range;

use super::cellref::{Area, COLUMN_MAX, CellRef, ROW_MAX, column_letters, column_number};

/// A formula in pieces.
#[derive(Debug, Clone, Default)]
pub struct Formula {
    pub pieces: Vec<Piece>,
    /// Its functions, in capitals, without the prefixes of newer ones.
    pub calls: Vec<String>,
    /// Whether it may refer to cells that do not show in its text.
    pub is_opaque: bool,
}

/// A piece of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Operators, functions, numbers, texts.
    Text(String),
    /// Cells.
    Reference(Reference),
    /// A defined name.
    Name { tab: RefTab, name: String },
    /// A table's part: `Table1[Column]`; the name is empty within the table itself.
    Table { name: String, part: String },
}

/// A reference to cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub tab: RefTab,
    pub first: Corner,
    pub last: Corner,
    pub shape: Shape,
}

/// Which tab a reference names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefTab {
    /// That of the formula.
    Own,
    Named(String),
    /// All tabs from one to another.
    Span(String, String),
    /// In another workbook.
    Outside,
}

/// How a reference is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Cell,
    Area,
    Columns,
    Rows,
}

/// A corner of a reference; `$` makes it stay where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Corner {
    pub cell: CellRef,
    pub row_stays: bool,
    pub column_stays: bool,
}

/// Functions whose result depends on cells that are not in their text.
const OPAQUE: [&str; 3] = ["INDIRECT", "OFFSET", "CELL"];

impl Formula {
    /// Cuts a formula (without its `=`) into pieces. What is not understood is kept as text and makes it opaque.
    pub fn parse(text: &str) -> Self {
        let mut scanner = Scanner { text, at: 0, formula: Self::default(), verbatim: String::new() };
        scanner.run();
        scanner.formula
    }

    /// The pieces as if the formula stood `rows` further down and `columns` further right.
    pub fn moved(&self, rows: i64, columns: i64) -> Self {
        let mut moved = self.clone();
        for piece in &mut moved.pieces {
            if let Piece::Reference(reference) = piece {
                reference.first = reference.first.moved(rows, columns, reference.shape);
                reference.last = reference.last.moved(rows, columns, reference.shape);
            }
        }
        moved
    }
}

impl Corner {
    /// A corner moved; beyond the edge it comes back from the other side, as in Excel.
    fn moved(self, rows: i64, columns: i64, shape: Shape) -> Self {
        let wrapped = |from: u32, by: i64, max: u32| {
            let zero_based = (i64::from(from) - 1 + by).rem_euclid(i64::from(max));
            u32::try_from(zero_based + 1).unwrap_or(from)
        };
        let mut cell = self.cell;
        if !self.row_stays && shape != Shape::Columns {
            cell.row = wrapped(cell.row, rows, ROW_MAX);
        }
        if !self.column_stays && shape != Shape::Rows {
            cell.column = wrapped(cell.column, columns, COLUMN_MAX);
        }
        Self { cell, ..self }
    }
}

impl Reference {
    /// The cells.
    pub fn area(&self) -> Area {
        Area::new(self.first.cell, self.last.cell)
    }

    /// The reference without its tab, absolute: `$A$1:$B$2`.
    pub fn absolute(&self) -> String {
        let Area { first, last } = self.area();
        let (from, to) = (column_letters(first.column), column_letters(last.column));
        match self.shape {
            Shape::Cell => format!("${from}${}", first.row),
            Shape::Area => format!("${from}${}:${to}${}", first.row, last.row),
            Shape::Columns => format!("${from}:${to}"),
            Shape::Rows => format!("${}:${}", first.row, last.row),
        }
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    formula: Formula,
    verbatim: String,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn keep(&mut self, bytes: usize) {
        let piece = self.rest().get(..bytes).unwrap_or_default().to_owned();
        self.verbatim.push_str(&piece);
        self.at += bytes;
    }

    fn push(&mut self, piece: Piece) {
        if !self.verbatim.is_empty() {
            self.formula.pieces.push(Piece::Text(std::mem::take(&mut self.verbatim)));
        }
        self.formula.pieces.push(piece);
    }

    fn run(&mut self) {
        while let Some(c) = self.peek() {
            match c {
                '"' => self.keep(quoted(self.rest(), '"')),
                '{' => self.keep(array_constant(self.rest())),
                '\'' => self.quoted_tab(),
                '[' => self.bracket(),
                '#' => {
                    let length = 1 + self.rest().chars().skip(1).take_while(|c| is_of_error(*c)).count();
                    self.keep(length);
                }
                ':' => {
                    self.formula.is_opaque = true;
                    self.keep(1);
                }
                c if c.is_ascii_digit() || c == '.' => self.number(),
                c if is_word_start(c) => self.word(),
                c => self.keep(c.len_utf8()),
            }
        }
        if !self.verbatim.is_empty() {
            self.formula.pieces.push(Piece::Text(std::mem::take(&mut self.verbatim)));
        }
    }

    /// `'My tab'!A1`, `'[1]Tab'!A1`, `'2023:2025'!A1`.
    fn quoted_tab(&mut self) {
        let length = quoted(self.rest(), '\'');
        let inner = self.rest().get(1..length.saturating_sub(1)).unwrap_or_default().replace("''", "'");
        if self.rest().get(length..).is_some_and(|it| it.starts_with('!')) {
            self.at += length + 1;
            self.after_tab(tab_named(&inner));
        } else {
            self.formula.is_opaque = true;
            self.keep(length.max(1));
        }
    }

    /// `[1]Tab!A1`, or a table's part within the table: `[@Column]`.
    fn bracket(&mut self) {
        let Some(length) = bracketed(self.rest()) else {
            self.formula.is_opaque = true;
            return self.keep(1);
        };
        let after = self.rest().get(length..).unwrap_or_default();
        let word = word_length(after);
        if after.get(word..).is_some_and(|it| it.starts_with('!')) {
            self.at += length + word + 1;
            return self.after_tab(RefTab::Outside);
        }
        let part = self.rest().get(1..length - 1).unwrap_or_default().to_owned();
        self.at += length;
        self.push(Piece::Table { name: String::new(), part });
    }

    fn number(&mut self) {
        if let Some((length, reference)) = rows(self.rest(), &RefTab::Own) {
            self.at += length;
            return self.push(Piece::Reference(reference));
        }
        let digits = |text: &str| text.bytes().take_while(|it| it.is_ascii_digit() || *it == b'.').count();
        let mut length = digits(self.rest());
        let exponent = self.rest().get(length..).unwrap_or_default();
        if exponent.starts_with(['e', 'E']) {
            let sign = usize::from(exponent.get(1..).is_some_and(|it| it.starts_with(['+', '-'])));
            let power = digits(exponent.get(1 + sign..).unwrap_or_default());
            length += if power > 0 { 1 + sign + power } else { 0 };
        }
        self.keep(length.max(1));
    }

    fn word(&mut self) {
        if let Some((length, reference)) = cells(self.rest(), &RefTab::Own) {
            self.at += length;
            return self.push(Piece::Reference(reference));
        }
        let length = word_length(self.rest());
        let word = self.rest().get(..length).unwrap_or_default().to_owned();
        let after = self.rest().get(length..).unwrap_or_default();
        if after.starts_with('(') {
            let plain = word.to_ascii_uppercase();
            let plain = plain.trim_start_matches("_XLFN.").trim_start_matches("_XLWS.").to_owned();
            self.formula.is_opaque |= OPAQUE.contains(&plain.as_str());
            self.formula.calls.push(plain);
            return self.keep(length);
        }
        if after.starts_with('!') {
            self.at += length + 1;
            return self.after_tab(RefTab::Named(word));
        }
        if let Some(second) = after.strip_prefix(':') {
            let second_length = word_length(second);
            if second.get(second_length..).is_some_and(|it| it.starts_with('!')) {
                let second = second.get(..second_length).unwrap_or_default().to_owned();
                self.at += length + 1 + second_length + 1;
                return self.after_tab(RefTab::Span(word, second));
            }
        }
        if after.starts_with('[')
            && let Some(part_length) = bracketed(after)
        {
            let part = after.get(1..part_length - 1).unwrap_or_default().to_owned();
            self.at += length + part_length;
            return self.push(Piece::Table { name: word, part });
        }
        if word.eq_ignore_ascii_case("TRUE") || word.eq_ignore_ascii_case("FALSE") || length == 0 {
            return self.keep(length.max(self.peek().map_or(1, char::len_utf8)));
        }
        self.at += length;
        self.push(Piece::Name { tab: RefTab::Own, name: word });
    }

    /// What follows `Tab!`.
    fn after_tab(&mut self, tab: RefTab) {
        let found = cells(self.rest(), &tab).or_else(|| rows(self.rest(), &tab));
        if let Some((length, reference)) = found {
            self.at += length;
            return self.push(Piece::Reference(reference));
        }
        if self.rest().starts_with('#') {
            self.verbatim.push_str("#REF!");
            self.at += 1 + self.rest().chars().skip(1).take_while(|c| is_of_error(*c)).count();
            return;
        }
        let length = word_length(self.rest());
        let name = self.rest().get(..length).unwrap_or_default().to_owned();
        self.at += length;
        self.push(Piece::Name { tab, name });
    }
}

/// A tab's name as it stands between quotes.
fn tab_named(name: &str) -> RefTab {
    if name.contains('[') {
        return RefTab::Outside;
    }
    match name.split_once(':') {
        Some((from, to)) => RefTab::Span(from.to_owned(), to.to_owned()),
        None => RefTab::Named(name.to_owned()),
    }
}

pub(super) fn is_word_start(c: char) -> bool {
    c.is_alphabetic() || c == '_' || c == '$' || c == '\\'
}

fn is_of_error(c: char) -> bool {
    c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '!' | '?' | '_')
}

pub(super) fn word_length(text: &str) -> usize {
    text.char_indices()
        .find(|(_, c)| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '$' | '\\' | '?') || !c.is_ascii()))
        .map_or(text.len(), |(at, _)| at)
}

/// The length of a quoted text, doubled quotes within.
pub(super) fn quoted(text: &str, quote: char) -> usize {
    let mut inner = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = inner.next() {
        if c == quote && inner.next_if(|(_, next)| *next == quote).is_none() {
            return at + 1;
        }
    }
    text.len()
}

/// The length of `{…}`.
pub(super) fn array_constant(text: &str) -> usize {
    let mut at = 1;
    while let Some(c) = text.get(at..).and_then(|it| it.chars().next()) {
        at += match c {
            '"' => quoted(text.get(at..).unwrap_or_default(), '"'),
            '}' => return at + 1,
            c => c.len_utf8(),
        };
    }
    text.len()
}

/// The length of `[…]` with brackets within; `'` takes the next character as it is.
fn bracketed(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\'' => is_escaped = true,
            '[' => depth += 1,
            ']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// `A1`, `A1:B2`, `A:B` at the start of a text, with its length.
fn cells(text: &str, tab: &RefTab) -> Option<(usize, Reference)> {
    let reference = |first, last, shape| Reference { tab: tab.clone(), first, last, shape };
    if let Some((length, first)) = corner(text) {
        let second = text.get(length..).and_then(|it| it.strip_prefix(':')).and_then(corner);
        if let Some((second_length, last)) = second {
            let whole = length + 1 + second_length;
            return ends(text, whole).then(|| (whole, reference(first, last, Shape::Area)));
        }
        return ends(text, length).then(|| (length, reference(first, first, Shape::Cell)));
    }
    let (length, first, first_stays) = column(text)?;
    let (second_length, last, last_stays) = column(text.get(length..)?.strip_prefix(':')?)?;
    let whole = length + 1 + second_length;
    let corner = |column, row, column_stays| Corner { cell: CellRef { row, column }, row_stays: true, column_stays };
    let (first, last) = (corner(first, 1, first_stays), corner(last, ROW_MAX, last_stays));
    ends(text, whole).then(|| (whole, reference(first, last, Shape::Columns)))
}

/// `1:3` at the start of a text, with its length.
fn rows(text: &str, tab: &RefTab) -> Option<(usize, Reference)> {
    let (length, first, first_stays) = row(text)?;
    let (second_length, last, last_stays) = row(text.get(length..)?.strip_prefix(':')?)?;
    let whole = length + 1 + second_length;
    let corner = |row, column, row_stays| Corner { cell: CellRef { row, column }, row_stays, column_stays: true };
    let reference = Reference {
        tab: tab.clone(),
        first: corner(first, 1, first_stays),
        last: corner(last, COLUMN_MAX, last_stays),
        shape: Shape::Rows,
    };
    ends(text, whole).then_some((whole, reference))
}

/// Whether a reference may end here: no word goes on, no function, tab or table begins.
fn ends(text: &str, at: usize) -> bool {
    let next = text.get(at..).and_then(|it| it.chars().next());
    next.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '(' | '!' | '[' | '?' | '\\' | '$')))
}

fn corner(text: &str) -> Option<(usize, Corner)> {
    let (column_length, column, column_stays) = column(text)?;
    let (row_length, row, row_stays) = row(text.get(column_length..)?)?;
    Some((column_length + row_length, Corner { cell: CellRef { row, column }, row_stays, column_stays }))
}

fn column(text: &str) -> Option<(usize, u32, bool)> {
    let stays = usize::from(text.starts_with('$'));
    let letters: &str = text.get(stays..)?;
    let length = letters.bytes().take_while(u8::is_ascii_alphabetic).count();
    Some((stays + length, column_number(letters.get(..length)?)?, stays == 1))
}

fn row(text: &str) -> Option<(usize, u32, bool)> {
    let stays = usize::from(text.starts_with('$'));
    let digits: &str = text.get(stays..)?;
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    let row: u32 = digits.get(..length)?.parse().ok()?;
    (1..=ROW_MAX).contains(&row).then_some((stays + length, row, stays == 1))
}

/// The places of tab names in a formula, each with the name it means: for renaming without touching anything else.
pub fn tab_places(text: &str) -> Vec<(Range<usize>, String)> {
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let length = match c {
            '"' => quoted(rest, '"'),
            '\'' => {
                let length = quoted(rest, '\'');
                let inner = rest.get(1..length.saturating_sub(1)).unwrap_or_default().replace("''", "'");
                if rest.get(length..).is_some_and(|it| it.starts_with('!')) && !inner.contains('[') {
                    places.push((at..at + length, inner));
                }
                length
            }
            '[' => bracketed(rest).unwrap_or(1),
            c if is_word_start(c) || c.is_ascii_digit() => {
                let length = word_length(rest).max(c.len_utf8());
                let before = text.get(..at).and_then(|it| it.chars().next_back());
                if rest.get(length..).is_some_and(|it| it.starts_with('!')) && before != Some(']') {
                    places.push((at..at + length, rest.get(..length).unwrap_or_default().to_owned()));
                }
                length
            }
            c => c.len_utf8(),
        };
        at += length.max(1);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{Formula, Piece, tab_places};

    fn shown(formula: &Formula) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Reference(it) => format!("<{:?} {}>", it.tab, it.absolute()),
            Piece::Name { name, .. } => format!("<name {name}>"),
            Piece::Table { name, part } => format!("<table {name} {part}>"),
        };
        formula.pieces.iter().map(one).collect()
    }

    #[test]
    fn formulas_are_cut_into_pieces() {
        for (text, pieces) in [
            ("SUM(B6:B15)", "SUM(<Own $B$6:$B$15>)"),
            ("B6+D6*2", "<Own $B$6>+<Own $D$6>*2"),
            ("'2025'!Z16", "<Named(\"2025\") $Z$16>"),
            ("'Maria''s'!$A$1&\"A1\"", "<Named(\"Maria's\") $A$1>&\"A1\""),
            ("Tab!A:A", "<Named(\"Tab\") $A:$A>"),
            ("SUM(1:3)", "SUM(<Own $1:$3>)"),
            ("SUM('2023:2025'!B1)", "SUM(<Span(\"2023\", \"2025\") $B$1>)"),
            ("Jan:Dez!B1", "<Span(\"Jan\", \"Dez\") $B$1>"),
            ("[1]Tab!A1+'[2]x y'!A1", "<Outside $A$1>+<Outside $A$1>"),
            ("LOG10(A1)+Total_2026", "LOG10(<Own $A$1>)+<name Total_2026>"),
            ("SUM(Tabela1[[#This Row],[Jan]:[Dez]])", "SUM(<table Tabela1 [#This Row],[Jan]:[Dez]>)"),
            ("1.5E+3+A1E", "1.5E+3+<name A1E>"),
            ("IF(A1=#N/A,TRUE,{1,\"}\"})", "IF(<Own $A$1>=#N/A,TRUE,{1,\"}\"})"),
            ("Tab!#REF!+1", "#REF!+1"),
        ] {
            let formula = Formula::parse(text);
            assert_eq!(shown(&formula), pieces, "{text}");
            assert!(!formula.is_opaque, "{text}");
        }
        for text in ["A1:INDEX(B:B,3)", "OFFSET(A1,1,1)", "INDIRECT(\"A\"&1)"] {
            assert!(Formula::parse(text).is_opaque, "{text}");
        }
    }

    #[test]
    fn shared_formulas_move_what_is_not_fixed() {
        let moved = Formula::parse("$A1+A$1+SUM(B2:C3)+$A$1+A:A").moved(2, 1);
        assert_eq!(shown(&moved), "<Own $A$3>+<Own $B$1>+SUM(<Own $C$4:$D$5>)+<Own $A$1>+<Own $B:$B>");
        assert_eq!(shown(&Formula::parse("B1").moved(-1, 0)), "<Own $B$1048576>");
    }

    #[test]
    fn tab_names_have_places() {
        let text = "'2025'!A1+Ano!B2+\"'2025'!\"+[1]Ano!C3";
        let found: Vec<_> = tab_places(text).into_iter().map(|(at, name)| (text[at].to_owned(), name)).collect();
        assert_eq!(found, [("'2025'".to_owned(), "2025".to_owned()), ("Ano".to_owned(), "Ano".to_owned())]);
    }
}
