//! The HTML of a mail as blocks of text with their looks. One pass over the tokens; no tree is built, so depth costs
//! nothing and the time is linear.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, Tag, TagKind, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use percent_encoding::percent_decode_str;

use super::blocks::{Block, Cell, Container, Enclosure, Kind, Look, Picture, Run};

/// Open elements beyond this depth change nothing more.
const MAX_OPEN: usize = 256;
/// Blocks beyond this number are not kept.
const MAX_BLOCKS: usize = 8_000;

/// The blocks of an HTML body.
#[must_use]
pub fn blocks(html: &str) -> Vec<Block> {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    let sink = Sink { reader: RefCell::new(Reader::new()) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.reader.into_inner().finish()
}

struct Sink {
    reader: RefCell<Reader>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.reader.borrow_mut();
        match token {
            CharacterTokens(text) => reader.text(&text),
            TagToken(tag) => return reader.tag(&tag),
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

/// An open element with what it hands down.
#[derive(Debug, Clone, Default)]
struct Open {
    name: String,
    look: Look,
    inside: Vec<Container>,
    hidden: bool,
    pre: bool,
    centred: bool,
    small: bool,
    /// The mark of a Word list item stands here.
    list_mark: bool,
    /// The number of the next item, for `ol`; 0 for `ul`.
    next_item: u32,
    /// The table that a `table` element opened.
    table: Option<usize>,
}

/// What is known of a table when it is read.
#[derive(Debug, Clone, Copy, Default)]
struct Table {
    id: u32,
    rows: u32,
    columns: u32,
    column: u32,
}

struct Reader {
    open: Vec<Open>,
    too_deep: usize,
    blocks: Vec<Block>,
    line: Block,
    pending_space: bool,
    gap: bool,
    next_id: u32,
    tables: Vec<Table>,
}

impl Reader {
    fn new() -> Self {
        Self {
            open: vec![Open::default()],
            too_deep: 0,
            blocks: Vec::new(),
            line: Block::default(),
            pending_space: false,
            gap: false,
            next_id: 1,
            tables: Vec::new(),
        }
    }

    fn top(&self) -> Open {
        self.open.last().cloned().unwrap_or_default()
    }

    fn text(&mut self, text: &str) {
        let Some(top) = self.open.last() else { return };
        if top.hidden {
            return;
        }
        let (look, pre, list_mark) = (top.look.clone(), top.pre, top.list_mark);
        if list_mark {
            self.mark_item(text);
            return;
        }
        if pre {
            for (number, piece) in text.split('\n').enumerate() {
                if number > 0 {
                    self.break_line();
                }
                self.push(piece, &look);
            }
            return;
        }
        let mut word = String::new();
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                if !word.is_empty() {
                    self.push(&word, &look);
                    word.clear();
                }
                self.pending_space = true;
            } else {
                if self.pending_space && !self.line_is_blank() {
                    // The blank belongs to what stands before it, so that looks begin with a letter.
                    match self.line.runs.last_mut().filter(|it| word.is_empty() && it.picture.is_none()) {
                        Some(run) => run.text.push(' '),
                        None => word.push(' '),
                    }
                }
                self.pending_space = false;
                word.push(if c == '\u{a0}' { ' ' } else { c });
            }
        }
        if !word.is_empty() {
            self.push(&word, &look);
        }
    }

    fn line_is_blank(&self) -> bool {
        self.line.runs.is_empty()
    }

    fn push(&mut self, text: &str, look: &Look) {
        if text.is_empty() {
            return;
        }
        match self.line.runs.last_mut() {
            Some(run) if run.look == *look && run.picture.is_none() => run.text.push_str(text),
            _ => self.line.runs.push(Run { text: text.to_owned(), look: look.clone(), picture: None }),
        }
    }

    /// The mark of a Word list item: a number stays, a drawn dot (often a letter of a symbol font) becomes `- `.
    fn mark_item(&mut self, text: &str) {
        let mark = text.trim();
        if mark.is_empty() {
            return;
        }
        let numbered = mark.len() > 1 && mark.ends_with(['.', ')']);
        self.line.kind = Kind::Item;
        let written = if numbered { format!("{mark} ") } else { "- ".to_owned() };
        self.push(&written, &Look::default());
        self.pending_space = false;
    }

    /// Ends the line; an empty one is remembered as a gap before the next.
    fn break_line(&mut self) {
        self.flush(true);
    }

    fn flush(&mut self, blank_counts: bool) {
        self.pending_space = false;
        let line = std::mem::take(&mut self.line);
        let has_picture = line.pictures().next().is_some();
        if line.is_empty() && line.kind != Kind::Ruler && !has_picture {
            self.gap |= blank_counts || !line.runs.is_empty();
            return;
        }
        if self.blocks.len() >= MAX_BLOCKS {
            return;
        }
        let top = self.open.last();
        let mut block = line;
        block.inside = top.map(|it| it.inside.clone()).unwrap_or_default();
        block.centred = top.is_some_and(|it| it.centred);
        block.small = top.is_some_and(|it| it.small);
        block.gap = std::mem::take(&mut self.gap);
        block.cell = self.cell();
        // Some clients keep the `>` of a quoted plain text as a letter.
        if let Some(first) = block.runs.first_mut()
            && first.text.starts_with('>')
        {
            let marks = first.text.chars().take_while(|c| *c == '>' || *c == ' ').collect::<String>();
            block.depth = u8::try_from(marks.matches('>').count()).unwrap_or(u8::MAX);
            first.text = first.text.get(marks.len()..).unwrap_or_default().to_owned();
            if block.is_empty() {
                self.gap = true;
                return;
            }
        }
        self.blocks.push(block);
    }

    fn cell(&self) -> Option<Cell> {
        let index = self.open.iter().rev().find_map(|it| it.table)?;
        let table = self.tables.get(index)?;
        Some(Cell { table: table.id, row: table.rows.saturating_sub(1), column: table.column.saturating_sub(1) })
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        match tag.kind {
            TagKind::StartTag => self.start(name, tag),
            TagKind::EndTag => {
                self.end(name);
                TokenSinkResult::Continue
            }
        }
    }

    fn start(&mut self, name: &str, tag: &Tag) -> TokenSinkResult<()> {
        match name {
            "br" => {
                if !self.top().hidden {
                    self.flush_br();
                }
                return TokenSinkResult::Continue;
            }
            "hr" => {
                self.flush(false);
                self.line.kind = Kind::Ruler;
                self.flush(false);
                return TokenSinkResult::Continue;
            }
            "img" => {
                self.picture(tag);
                return TokenSinkResult::Continue;
            }
            "meta" | "link" | "input" | "col" | "base" | "area" | "wbr" => return TokenSinkResult::Continue,
            _ => {}
        }
        self.close_implied(name);
        if is_block(name) {
            self.flush(false);
        }
        let child = self.child(name, tag);
        // Word's paragraphs stand close together; those of all others are apart.
        let word = tag.attrs.iter().any(|it| &*it.name.local == "class" && it.value.starts_with("Mso"));
        self.gap |= matches!(name, "p" | "h1" | "h2" | "h3" | "h4") && !word;
        self.enter_table(name);
        if name == "li" && !child.hidden {
            self.begin_item();
        }
        if matches!(name, "h1" | "h2" | "h3" | "h4") {
            self.line.kind = Kind::Heading;
        }
        if self.open.len() < MAX_OPEN && !tag.self_closing {
            self.open.push(child);
        } else if !tag.self_closing {
            self.too_deep += 1;
        }
        match name {
            "script" | "style" | "noscript" | "iframe" | "noframes" | "xmp" => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    /// `<br>` at the end of a line with words ends it; a second one is an empty line.
    fn flush_br(&mut self) {
        self.flush(true);
    }

    fn begin_item(&mut self) {
        let number = self.open.iter_mut().rev().find(|it| it.name == "ol" || it.name == "ul").map_or(0, |list| {
            if list.next_item > 0 {
                list.next_item += 1;
                list.next_item - 1
            } else {
                0
            }
        });
        self.line.kind = Kind::Item;
        let mark = if number > 0 { format!("{number}. ") } else { "- ".to_owned() };
        self.push(&mark, &Look::default());
    }

    fn enter_table(&mut self, name: &str) {
        let Some(index) = self.open.iter().rev().find_map(|it| it.table) else { return };
        let Some(table) = self.tables.get_mut(index) else { return };
        match name {
            "tr" => {
                table.rows += 1;
                table.column = 0;
            }
            "td" | "th" => {
                table.column += 1;
                table.columns = table.columns.max(table.column);
            }
            _ => {}
        }
    }

    /// What a child element hands down: the looks of its parent and its own.
    fn child(&mut self, name: &str, tag: &Tag) -> Open {
        let mut child = self.top();
        name.clone_into(&mut child.name);
        child.table = None;
        child.next_item = u32::from(name == "ol");
        let mut attribute = Attributes::read(tag);
        match name {
            "b" | "strong" | "th" => child.look.bold = true,
            "i" | "em" => child.look.italic = true,
            "u" | "ins" => child.look.underline = true,
            "s" | "strike" | "del" => child.look.strike = true,
            "a" => child.look.link = attribute.href.take().map(|it| unwrap_link(&it)),
            "mark" => child.look.marked = Some("ffff00".to_owned()),
            "center" => child.centred = true,
            "pre" => child.pre = true,
            "head" | "script" | "style" | "title" | "noscript" | "iframe" | "object" | "template" | "select"
            | "xml" | "o:p-hidden" => child.hidden = true,
            "font" => {
                if let Some(color) = attribute.color.take() {
                    child.look.color = visible_color(&color);
                }
            }
            _ => {}
        }
        if attribute.centre {
            child.centred = true;
        }
        apply_style(&mut child, &attribute.style);
        if let Some(kind) = enclosure(name, &attribute, &child) {
            self.next_id += 1;
            child.inside.push(Container { kind, id: self.next_id });
        }
        if name == "table" {
            self.next_id += 1;
            child.table = Some(self.tables.len());
            self.tables.push(Table { id: self.next_id, ..Table::default() });
            child.inside.push(Container { kind: Enclosure::Table, id: self.next_id });
        }
        child
    }

    /// Elements that a new one closes by itself.
    fn close_implied(&mut self, name: &str) {
        let (closed, stop): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "p" | "div" | "table" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "hr" | "blockquote" => {
                (&["p"], &["td", "th", "div", "li", "table", "blockquote"])
            }
            _ => return,
        };
        let found =
            self.open.iter().rposition(|it| closed.contains(&it.name.as_str()) || stop.contains(&it.name.as_str()));
        if let Some(at) = found
            && self.open.get(at).is_some_and(|it| closed.contains(&it.name.as_str()))
        {
            self.flush(false);
            self.open.truncate(at.max(1));
        }
    }

    fn end(&mut self, name: &str) {
        if name == "br" {
            self.flush_br();
            return;
        }
        if name == "p" && !self.open.iter().any(|it| it.name == "p") {
            self.flush_br();
            return;
        }
        if self.too_deep > 0 && !self.open.iter().rev().take(8).any(|it| it.name == name) {
            self.too_deep -= 1;
            return;
        }
        if is_block(name) {
            self.flush(false);
        }
        // A cell or a table ends what was left open inside it; inline elements do not cross a block.
        let stop: &[&str] = if is_block(name) { &[] } else { &["td", "th", "table", "div", "p", "li"] };
        for at in (1..self.open.len()).rev() {
            let Some(open) = self.open.get(at) else { break };
            if open.name == name {
                self.open.truncate(at);
                break;
            }
            if stop.contains(&open.name.as_str()) {
                break;
            }
        }
    }

    fn picture(&mut self, tag: &Tag) {
        let top = self.top();
        if top.hidden {
            return;
        }
        let attribute = Attributes::read(tag);
        let tiny = attribute.width.is_some_and(|it| it <= 2) || attribute.height.is_some_and(|it| it <= 2);
        let Some(source) = attribute.src.filter(|_| !tiny) else { return };
        let picture = Picture { source, width: attribute.width, alt: attribute.alt.unwrap_or_default() };
        self.line.runs.push(Run { text: String::new(), look: top.look, picture: Some(picture) });
    }

    /// Tables of one column are frames; only tables of several columns and rows stay tables.
    fn finish(mut self) -> Vec<Block> {
        self.flush(false);
        let real = |id: u32| self.tables.iter().any(|it| it.id == id && it.columns >= 2);
        for block in &mut self.blocks {
            if block.cell.is_some_and(|it| !real(it.table)) {
                block.cell = None;
            }
            for container in &mut block.inside {
                if container.kind == Enclosure::Table && !real(container.id) {
                    container.kind = Enclosure::Frame;
                }
            }
        }
        self.blocks
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "table"
            | "tr"
            | "td"
            | "th"
            | "tbody"
            | "thead"
            | "ul"
            | "ol"
            | "li"
            | "blockquote"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "pre"
            | "center"
            | "body"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "fieldset"
            | "legend"
            | "address"
            | "dl"
            | "dt"
            | "dd"
            | "form"
            | "figure"
            | "caption"
            | "aside"
            | "main"
            | "head"
            | "html"
    )
}

/// The attributes that matter.
#[derive(Debug, Default)]
struct Attributes {
    style: String,
    class: String,
    id: String,
    href: Option<String>,
    src: Option<String>,
    alt: Option<String>,
    color: Option<String>,
    kind: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
    border: bool,
    centre: bool,
    name: String,
}

impl Attributes {
    fn read(tag: &Tag) -> Self {
        let mut found = Self::default();
        for attribute in &tag.attrs {
            let value: &str = &attribute.value;
            match &*attribute.name.local {
                "style" => found.style = value.to_ascii_lowercase(),
                "class" => found.class = value.to_ascii_lowercase(),
                "id" => found.id = value.to_ascii_lowercase(),
                "name" => found.name = value.to_ascii_lowercase(),
                "href" => found.href = Some(value.to_owned()),
                "src" => found.src = Some(value.to_owned()),
                "alt" => found.alt = Some(value.to_owned()),
                "color" | "bgcolor" => found.color = Some(value.to_owned()),
                "type" => found.kind = Some(value.to_ascii_lowercase()),
                "width" => found.width = value.trim_end_matches("px").parse().ok(),
                "height" => found.height = value.trim_end_matches("px").parse().ok(),
                "border" => found.border = value != "0",
                "align" => found.centre = value.eq_ignore_ascii_case("center"),
                _ => {}
            }
        }
        found
    }
}

/// The declarations of a `style` attribute.
fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style.split(';').filter_map(|it| it.split_once(':')).map(|(name, value)| (name.trim(), value.trim()))
}

fn apply_style(open: &mut Open, style: &str) {
    for (name, value) in declarations(style) {
        match name {
            "font-weight" => {
                open.look.bold = value.starts_with("bold") || value.parse::<u32>().is_ok_and(|it| it >= 600)
            }
            "font-style" => open.look.italic = value.starts_with("italic") || value.starts_with("oblique"),
            "text-decoration" | "text-decoration-line" => {
                open.look.underline |= value.contains("underline");
                open.look.strike |= value.contains("line-through");
            }
            "color" => open.look.color = visible_color(value),
            "background" | "background-color" | "mso-highlight" => {
                if let Some(color) = visible_color(value).filter(|it| it != "ffffff") {
                    open.look.marked = Some(color);
                }
            }
            "text-align" => open.centred = value == "center",
            "display" => open.hidden |= value == "none",
            "mso-hide" => open.hidden |= value == "all",
            "visibility" => open.hidden |= value == "hidden",
            "white-space" => open.pre = value.starts_with("pre"),
            "font-size" => open.small = is_small(value),
            "mso-list" => open.list_mark |= value == "ignore",
            _ => {}
        }
    }
}

fn is_small(value: &str) -> bool {
    let number: f32 = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%').parse().unwrap_or(12.0);
    (value.ends_with("pt") && number <= 8.5) || (value.ends_with("px") && number <= 11.5) || value == "x-small"
}

/// A colour as `rrggbb`; `None` for black and the near-black that clients write as default.
fn visible_color(value: &str) -> Option<String> {
    let value = value.trim().to_ascii_lowercase();
    let value = value.split("!important").next().unwrap_or_default().trim();
    let named = match value.split_whitespace().next().unwrap_or_default() {
        "black" | "windowtext" | "inherit" | "initial" | "auto" | "transparent" | "none" | "currentcolor" | "" => {
            return None;
        }
        "red" => "ff0000",
        "blue" => "0000ff",
        "green" => "008000",
        "yellow" => "ffff00",
        "aqua" | "cyan" => "00ffff",
        "lime" => "00ff00",
        "orange" => "ffa500",
        "purple" => "800080",
        "gray" | "grey" => "808080",
        "white" => "ffffff",
        _ => "",
    };
    let hex = if !named.is_empty() {
        named.to_owned()
    } else if let Some(hex) = value.strip_prefix('#') {
        let hex: String = hex.chars().take_while(char::is_ascii_hexdigit).collect();
        if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex }
    } else if let Some(inner) = value.strip_prefix("rgb(").or_else(|| value.strip_prefix("rgba(")) {
        let parts: Vec<u8> = inner.split([',', ')', ' ']).filter_map(|it| it.trim().parse().ok()).take(3).collect();
        parts.iter().map(|it| format!("{it:02x}")).collect()
    } else {
        return None;
    };
    if hex.len() < 6 {
        return None;
    }
    let channel = |at: usize| hex.get(at..at + 2).and_then(|it| u8::from_str_radix(it, 16).ok()).unwrap_or(0);
    let dark = channel(0) < 0x38 && channel(2) < 0x38 && channel(4) < 0x38;
    (!dark).then_some(hex)
}

/// What an element encloses, by the marks that clients write.
fn enclosure(name: &str, attribute: &Attributes, open: &Open) -> Option<Enclosure> {
    let named =
        |text: &str| attribute.id.contains(text) || attribute.class.contains(text) || attribute.name.contains(text);
    if ["signature", "moz-signature", "x_signature", "ms-outlook-mobile-signature", "applesignature"]
        .iter()
        .any(|it| named(it))
    {
        return Some(Enclosure::Signature);
    }
    let history = ["yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "zmail_extra", "gmail_attr"];
    if history.iter().any(|it| named(it)) {
        return Some(Enclosure::History);
    }
    if name == "blockquote" {
        let cite = attribute.kind.as_deref() == Some("cite") || named("gmail_quote") || named("cite");
        return Some(if cite { Enclosure::History } else { Enclosure::Quotation });
    }
    if name == "fieldset" {
        return Some(Enclosure::Frame);
    }
    if !matches!(name, "div" | "p" | "section" | "td") {
        return None;
    }
    frame_of_style(attribute, open, name)
}

/// A frame or an indent by its style. A line above only (`border-top`) is a separator, not a frame.
fn frame_of_style(attribute: &Attributes, _open: &Open, name: &str) -> Option<Enclosure> {
    let mut indent = false;
    for (property, value) in declarations(&attribute.style) {
        let drawn = !value.contains("none")
            && !value.starts_with('0')
            && (value.contains("solid")
                || value.contains("dashed")
                || value.contains("dotted")
                || value.contains("double"));
        match property {
            "border" | "border-left" | "outline" | "mso-border-alt" | "mso-element" if drawn && name != "td" => {
                return Some(Enclosure::Frame);
            }
            "background" | "background-color"
                if name == "div" && visible_color(value).is_some_and(|it| it != "ffffff") =>
            {
                return Some(Enclosure::Frame);
            }
            "margin-left" | "padding-left" if length_in_points(value) >= 14.0 && name != "td" => indent = true,
            "margin" => {
                let left = value.split_whitespace().nth(3).map_or(0.0, length_in_points);
                indent |= left >= 14.0 && name != "td";
            }
            _ => {}
        }
    }
    (indent && !attribute.class.contains("listparagraph") && !attribute.style.contains("mso-list"))
        .then_some(Enclosure::Indent)
}

/// A CSS length in points, near enough.
fn length_in_points(value: &str) -> f32 {
    let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-');
    let number: f32 = value.get(..value.len() - unit.len()).and_then(|it| it.parse().ok()).unwrap_or(0.0);
    match unit.trim() {
        "pt" => number,
        "cm" => number * 28.35,
        "mm" => number * 2.835,
        "in" => number * 72.0,
        "em" | "rem" | "ex" => number * 12.0,
        _ => number * 0.75,
    }
}

/// A link as it was before a gateway wrapped it (`safelinks.protection.outlook.com/?url=…`).
#[must_use]
pub fn unwrap_link(link: &str) -> String {
    let wrapped = link.contains("safelinks.protection.outlook.com") || link.contains("google.com/url?");
    if !wrapped {
        return link.trim().to_owned();
    }
    let Some((_, query)) = link.split_once('?') else { return link.trim().to_owned() };
    let target = query
        .split('&')
        .filter_map(|it| it.strip_prefix("amp;").unwrap_or(it).split_once('='))
        .find(|(name, _)| matches!(*name, "url" | "q"));
    target
        .map_or_else(|| link.trim().to_owned(), |(_, value)| percent_decode_str(value).decode_utf8_lossy().into_owned())
}
