//! Tables of HTML: pasted into mails, or saved as `.xls` by systems that only pretend to write workbooks.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
};

use super::{Limits, Row, Table};

/// The tables of a page, in the order in which they end; tables that only lay out the page among them.
pub fn tables_of(html: &str, limits: &Limits) -> Vec<Table> {
    let sink = Sink { reading: RefCell::new(Reading { limits: *limits, cells_left: CELLS_MAX, ..Reading::default() }) };
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut reading = tokenizer.sink.reading.into_inner();
    while !reading.open.is_empty() {
        reading.close_table();
    }
    reading.done
}

/// Cells of one page: what an old `.xls` of 65,536 rows and twenty columns has.
const CELLS_MAX: usize = 1_400_000;
/// Tables inside tables; Outlook needs six.
const DEPTH_MAX: usize = 64;

struct Sink {
    reading: RefCell<Reading>,
}

/// The state of reading a page.
#[derive(Default)]
struct Reading {
    limits: Limits,
    open: Vec<OpenTable>,
    done: Vec<Table>,
    cells_left: usize,
}

/// A table whose end has not come yet.
#[derive(Default)]
struct OpenTable {
    table: Table,
    row_number: u32,
    row: Option<Row>,
    cell: Option<String>,
    span: usize,
    struck_depth: usize,
    letters: (usize, usize),
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reading = self.reading.borrow_mut();
        match token {
            Token::CharacterTokens(text) => reading.text(&text),
            Token::TagToken(tag) => {
                let opens = tag.kind == TagKind::StartTag;
                match (tag.name.as_ref(), opens) {
                    ("style", true) => return TokenSinkResult::RawData(RawKind::Rawtext),
                    ("script", true) => return TokenSinkResult::RawData(RawKind::ScriptData),
                    ("title", true) => return TokenSinkResult::RawData(RawKind::Rcdata),
                    (_, true) => reading.open(&tag),
                    (name, false) => reading.close(name),
                }
            }
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reading {
    fn open(&mut self, tag: &Tag) {
        match tag.name.as_ref() {
            "table" if self.open.len() < DEPTH_MAX => self.open.push(OpenTable::default()),
            "tr" => {
                self.close_row();
                if let Some(table) = self.open.last_mut() {
                    table.open_row(style_of(tag));
                }
            }
            "td" | "th" => {
                self.close_cell();
                if let Some(table) = self.open.last_mut() {
                    table.row.get_or_insert_with(|| Row { number: table.row_number + 1, ..Row::default() });
                    table.cell = Some(String::new());
                    let span = value_of(tag, "colspan").and_then(|it| it.trim().parse().ok()).unwrap_or(1);
                    table.span = span;
                }
            }
            "br" => self.text("\u{1}"),
            "p" | "div" | "li" => self.text("\u{2}"),
            "s" | "strike" | "del" => {
                if let Some(table) = self.open.last_mut() {
                    table.struck_depth += 1;
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" => self.close_table(),
            "tr" => self.close_row(),
            "td" | "th" => self.close_cell(),
            "s" | "strike" | "del" => {
                if let Some(table) = self.open.last_mut() {
                    table.struck_depth = table.struck_depth.saturating_sub(1);
                }
            }
            _ => {}
        }
    }

    /// Letters of a cell: line ends of the source are blanks, `\u{1}` and `\u{2}` are line ends of the page.
    fn text(&mut self, text: &str) {
        let Some(table) = self.open.last_mut() else { return };
        let Some(cell) = table.cell.as_mut() else { return };
        if cell.len() + text.len() > self.limits.cell_bytes_max {
            return;
        }
        for c in text.chars() {
            match c {
                '\u{1}' => cell.push('\n'),
                '\u{2}' if cell.trim().is_empty() || cell.ends_with('\n') => {}
                '\u{2}' => cell.push('\n'),
                _ if c.is_whitespace() => {
                    if !cell.is_empty() && !cell.ends_with([' ', '\n']) {
                        cell.push(' ');
                    }
                }
                _ => {
                    cell.push(c);
                    table.letters.0 += 1;
                    table.letters.1 += usize::from(table.struck_depth > 0);
                }
            }
        }
    }

    fn close_cell(&mut self) {
        let Some(table) = self.open.last_mut() else { return };
        let (Some(cell), Some(row)) = (table.cell.take(), table.row.as_mut()) else { return };
        let columns_left = self.limits.columns_max.saturating_sub(row.cells.len()).min(self.cells_left);
        if columns_left == 0 {
            return;
        }
        row.title |= table.span > 1;
        row.cells.push(cell.trim().to_owned());
        // The columns under a wide cell, so that the next cells stand in their own.
        let wide = table.span.clamp(1, columns_left);
        row.cells.resize(row.cells.len() + wide - 1, String::new());
        self.cells_left = self.cells_left.saturating_sub(wide);
    }

    fn close_row(&mut self) {
        self.close_cell();
        let Some(table) = self.open.last_mut() else { return };
        let Some(mut row) = table.row.take() else { return };
        table.row_number = row.number;
        row.struck = table.letters.1 * 2 > table.letters.0;
        row.title &= row.cells.iter().filter(|it| !it.is_empty()).count() == 1;
        if !row.is_blank() {
            table.table.rows.push(row);
        }
    }

    fn close_table(&mut self) {
        self.close_row();
        if let Some(closed) = self.open.pop()
            && !closed.table.rows.is_empty()
        {
            self.done.push(closed.table);
        }
    }
}

impl OpenTable {
    fn open_row(&mut self, style: String) {
        let hidden = style.contains("display:none");
        self.row = Some(Row { number: self.row_number + 1, hidden, ..Row::default() });
        self.letters = (0, 0);
    }
}

fn value_of(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|it| *it.name.local == *name).map(|it| it.value.to_string())
}

/// The style attribute without blanks, lower case.
fn style_of(tag: &Tag) -> String {
    let style = value_of(tag, "style").unwrap_or_default();
    style.chars().filter(|it| !it.is_whitespace()).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::tables_of;
    use crate::sheets::Limits;

    fn check(html: &str, expected: &[&[&[&str]]]) {
        let tables: Vec<Vec<Vec<String>>> = tables_of(html, &Limits::default())
            .into_iter()
            .map(|table| table.rows.into_iter().map(|row| row.cells).collect())
            .collect();
        assert_eq!(tables, expected);
    }

    #[test]
    fn tables_are_read_with_or_without_closing_tags() {
        let expected: &[&[&[&str]]] = &[&[&["Nome", "E-mail"], &["José", "j@x.com"]]];
        check(
            "<table><tr><th>Nome</th><th>E-mail</th></tr><tr><td>Jos&eacute;</td><td><a href='x'>j@x.com</a></td></tr></table>",
            expected,
        );
        check("<TABLE><TR><TD>Nome<TD>E-mail<TR><TD>\n Jos&#233; \n<TD><p>j@x.com</p>", expected);
        check("<style>td{a:b}</style><table><tr><td>A<br>B</td></tr></table>", &[&[&["A\nB"]]]);
        check("<table><tr><td>x<table><tr><td>y</td></tr></table></td></tr></table>", &[&[&["y"]], &[&["x"]]]);
        check("<table><tr><td colspan=2>T</td><td>z</td></tr></table>", &[&[&["T", "", "z"]]]);
        check("no table", &[]);
    }

    proptest::proptest! {
        #[test]
        fn any_page_is_read(html in "(<(/?(table|tr|td|br|s|style)( colspan=\"[0-9]{0,9}\")?)>|[a-z&; ]){0,40}") {
            let _ = tables_of(&html, &Limits::default());
        }
    }
}
