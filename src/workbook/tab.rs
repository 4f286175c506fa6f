//! One tab's XML, read as a stream of rows and cells with their places in the text.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the events of quick-xml only a few matter")]

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::cellref::{Area, CellRef, ROW_MAX, column_number};
use super::edit::Refusal;
use super::xml;

/// What the reader meets, in the order of the text.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "a cell is what there is most of")]
pub enum Item<'a> {
    /// The root element's local name.
    Root(String),
    /// `<dimension ref>`.
    Dimension { tag: Range<usize> },
    /// `<col>`: columns `min..=max` have this style.
    Columns { min: u32, max: u32, style: Option<String> },
    /// `<sheetData>` or `<sheetData/>`; `prefix` is that of its name with the colon, or empty.
    Data { tag: Range<usize>, is_empty: bool, prefix: String },
    /// `<row>` or `<row/>`.
    Row(Row),
    /// A whole cell.
    Cell(Cell<'a>),
    /// `</row>`, at its `<`.
    RowEnd { at: usize },
    /// `</sheetData>`, at its `<`.
    DataEnd { at: usize },
    /// `<mergeCell>`.
    Merge(Area),
}

/// A row's tag.
#[derive(Debug, Clone)]
pub struct Row {
    pub number: u32,
    pub tag: Range<usize>,
    pub is_empty: bool,
    /// The style of its empty cells, where the row has one of its own.
    pub style: Option<String>,
    pub is_hidden: bool,
}

/// A cell.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    /// By its own name; programs that read the file go by it.
    pub place: CellRef,
    /// The row it stands in; broken programs name another one in it.
    pub in_row: u32,
    /// Its start tag.
    pub tag: Range<usize>,
    /// `<c …/>`.
    pub is_empty: bool,
    /// Behind its end tag.
    pub end: usize,
    /// The attribute `t`.
    pub kind: Option<String>,
    /// The attribute `cm`: the formula may spill.
    pub has_metadata: bool,
    /// The attribute `s`.
    pub style: Option<String>,
    pub value: Option<Value<'a>>,
    pub formula: Option<Formula<'a>>,
    /// `<is>` with its text.
    pub inline: Option<(Range<usize>, String)>,
}

/// `<v>`.
#[derive(Debug, Clone)]
pub struct Value<'a> {
    pub whole: Range<usize>,
    pub text: Cow<'a, str>,
}

/// `<f>`.
#[derive(Debug, Clone)]
pub struct Formula<'a> {
    pub whole: Range<usize>,
    pub text: Cow<'a, str>,
    /// The attribute `t`: shared, array, dataTable.
    pub kind: Option<String>,
    /// The attribute `ref`.
    pub area: Option<Area>,
    /// The attribute `si`.
    pub shared: Option<String>,
}

/// Reads a tab.
pub struct TabReader<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    part: &'a str,
    root_seen: bool,
    in_data: bool,
    row: u32,
    column: u32,
}

impl Cell<'_> {
    /// Whether it stands in another row than its name says.
    pub fn is_misplaced(&self) -> bool {
        self.place.row != self.in_row
    }
}

impl<'a> TabReader<'a> {
    /// A reader over a tab's XML without byte order mark; `part` is named in errors.
    pub fn new(text: &'a str, part: &'a str) -> Self {
        Self { reader: xml::reader(text), text, part, root_seen: false, in_data: false, row: 0, column: 0 }
    }

    /// The next thing of interest; `None` at the end.
    pub fn next_item(&mut self) -> Result<Option<Item<'a>>, Refusal> {
        loop {
            let from = xml::position(&self.reader);
            match self.event()? {
                Event::Eof => return Ok(None),
                Event::Start(tag) => {
                    let place = from..xml::position(&self.reader);
                    if let Some(item) = self.opened(&tag, place, false)? {
                        return Ok(Some(item));
                    }
                }
                Event::Empty(tag) => {
                    let place = from..xml::position(&self.reader);
                    if let Some(item) = self.opened(&tag, place, true)? {
                        return Ok(Some(item));
                    }
                }
                Event::End(tag) if self.in_data => match tag.local_name().as_ref() {
                    "row" => return Ok(Some(Item::RowEnd { at: from })),
                    "sheetData" => {
                        self.in_data = false;
                        return Ok(Some(Item::DataEnd { at: from }));
                    }
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn event(&mut self) -> Result<Event<'a>, Refusal> {
        self.reader.read_event().map_err(|error| xml::damaged(self.part, &error))
    }

    fn damaged(&self, why: impl Into<String>) -> Refusal {
        Refusal::Damaged { part: self.part.to_owned(), why: why.into() }
    }

    fn opened(
        &mut self,
        tag: &BytesStart<'a>,
        place: Range<usize>,
        is_empty: bool,
    ) -> Result<Option<Item<'a>>, Refusal> {
        let name = tag.local_name();
        let name = name.as_ref();
        if !self.root_seen {
            self.root_seen = true;
            return Ok(Some(Item::Root(name.to_owned())));
        }
        if self.in_data {
            return match name {
                "row" => self.row_opened(tag, place, is_empty).map(Some),
                "c" => self.cell(tag, place, is_empty).map(|it| Some(Item::Cell(it))),
                _ => Ok(None),
            };
        }
        Ok(match name {
            "sheetData" => {
                self.in_data = !is_empty;
                let prefix = tag.name().prefix().map_or_else(String::new, |it| format!("{}:", it.as_ref()));
                Some(Item::Data { tag: place, is_empty, prefix })
            }
            "dimension" => Some(Item::Dimension { tag: place }),
            "col" => {
                let number = |name: &str| xml::attribute(tag, name).and_then(|it| it.trim().parse().ok());
                match (number("min"), number("max")) {
                    (Some(min), Some(max)) => Some(Item::Columns { min, max, style: xml::attribute(tag, "style") }),
                    _ => None,
                }
            }
            "mergeCell" => xml::attribute(tag, "ref").and_then(|it| Area::parse(&it)).map(Item::Merge),
            _ => None,
        })
    }

    fn row_opened(&mut self, tag: &BytesStart<'a>, place: Range<usize>, is_empty: bool) -> Result<Item<'a>, Refusal> {
        let mut row = Row { number: self.row + 1, tag: place, is_empty, style: None, is_hidden: false };
        let (mut has_format, mut has_number) = (false, false);
        for it in tag.attributes().with_checks(false) {
            let it = it.map_err(|error| self.damaged(error.to_string()))?;
            let value = it.value;
            match it.key.as_ref() {
                "r" => {
                    row.number = value.trim().parse().map_err(|_| self.damaged(format!("row `{value}`")))?;
                    has_number = true;
                }
                "s" => row.style = Some(value.into_owned()),
                "customFormat" => has_format = xml::is_true(Some(&value)),
                "hidden" => row.is_hidden = xml::is_true(Some(&value)),
                _ => {}
            }
        }
        if !has_format {
            row.style = None;
        }
        if !has_number && !is_empty {
            row.number = self.first_cell_row(row.tag.end).unwrap_or(row.number);
        }
        self.row = row.number;
        self.column = 0;
        Ok(Item::Row(row))
    }

    /// The row that the first cell of an unnamed row names.
    fn first_cell_row(&self, at: usize) -> Option<u32> {
        let rest = self.text.get(at..)?.trim_start();
        let tag = rest.get(..=rest.find('>')?)?;
        let name = tag.get(xml::value_range(tag, "r")?)?;
        CellRef::parse(name).map(|it| it.row)
    }

    fn cell(&mut self, tag: &BytesStart<'a>, place: Range<usize>, is_empty: bool) -> Result<Cell<'a>, Refusal> {
        let mut cell = Cell {
            place: CellRef { row: self.row, column: self.column + 1 },
            in_row: self.row,
            end: place.end,
            tag: place,
            is_empty,
            kind: None,
            has_metadata: false,
            style: None,
            value: None,
            formula: None,
            inline: None,
        };
        for it in tag.attributes().with_checks(false) {
            let it = it.map_err(|error| self.damaged(error.to_string()))?;
            match it.key.as_ref() {
                "r" => cell.place = self.named(&it.value)?,
                "t" => cell.kind = Some(it.value.into_owned()),
                "cm" => cell.has_metadata = true,
                "s" => cell.style = Some(it.value.into_owned()),
                _ => {}
            }
        }
        self.column = cell.place.column;
        if !is_empty {
            self.content(&mut cell)?;
        }
        Ok(cell)
    }

    /// A cell's own name.
    fn named(&self, text: &str) -> Result<CellRef, Refusal> {
        let digits_from = text.bytes().position(|it| it.is_ascii_digit()).unwrap_or(text.len());
        let (letters, digits) = text.split_at(digits_from);
        match (column_number(letters), digits.parse::<u32>()) {
            (Some(column), Ok(row)) if (1..=ROW_MAX).contains(&row) => Ok(CellRef { row, column }),
            _ => Err(self.damaged(format!("cell `{text}` in row {}", self.row))),
        }
    }

    fn content(&mut self, cell: &mut Cell<'a>) -> Result<(), Refusal> {
        loop {
            let from = xml::position(&self.reader);
            match self.event()? {
                Event::End(_) => {
                    cell.end = xml::position(&self.reader);
                    return Ok(());
                }
                Event::Empty(tag) => {
                    let whole = from..xml::position(&self.reader);
                    self.child(cell, &tag, whole, Cow::Borrowed(""));
                }
                Event::Start(tag) => {
                    let text = if tag.local_name().as_ref() == "is" { self.rich_text()? } else { self.text()? };
                    let whole = from..xml::position(&self.reader);
                    self.child(cell, &tag, whole, text);
                }
                Event::Eof => return Err(self.damaged("it ends within a cell")),
                _ => {}
            }
        }
    }

    fn child(&self, cell: &mut Cell<'a>, tag: &BytesStart<'a>, whole: Range<usize>, text: Cow<'a, str>) {
        match tag.local_name().as_ref() {
            "v" => cell.value = Some(Value { whole, text }),
            "is" => cell.inline = Some((whole, text.into_owned())),
            "f" => {
                cell.formula = Some(Formula {
                    whole,
                    text,
                    kind: xml::attribute(tag, "t"),
                    area: xml::attribute(tag, "ref").and_then(|it| Area::parse(&it)),
                    shared: xml::attribute(tag, "si"),
                });
            }
            _ => {}
        }
    }

    /// The text of the element just opened, up to its end; nested elements are passed over.
    fn text(&mut self) -> Result<Cow<'a, str>, Refusal> {
        let mut text: Cow<'a, str> = Cow::Borrowed("");
        let mut depth = 0_usize;
        loop {
            let from = xml::position(&self.reader);
            match self.event()? {
                Event::Text(_) if depth == 0 => {
                    let piece = self.text.get(from..xml::position(&self.reader)).unwrap_or_default();
                    if text.is_empty() {
                        text = Cow::Borrowed(piece);
                    } else {
                        text.to_mut().push_str(piece);
                    }
                }
                Event::CData(data) if depth == 0 => text.to_mut().push_str(&data),
                Event::GeneralRef(reference) if depth == 0 => text.to_mut().push_str(&xml::resolved(&reference)),
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return Ok(text),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(self.damaged("it ends within a cell")),
                _ => {}
            }
        }
    }

    /// The text of `<is>`: all its `<t>`, without phonetic readings.
    fn rich_text(&mut self) -> Result<Cow<'a, str>, Refusal> {
        let mut text = String::new();
        let (mut depth, mut phonetic_from) = (0_usize, None);
        loop {
            match self.event()? {
                Event::Start(tag) if tag.local_name().as_ref() == "t" && phonetic_from.is_none() => {
                    text.push_str(&self.text()?);
                }
                Event::Start(tag) => {
                    depth += 1;
                    if tag.local_name().as_ref() == "rPh" {
                        phonetic_from = phonetic_from.or(Some(depth));
                    }
                }
                Event::End(_) if depth == 0 => return Ok(Cow::Owned(text)),
                Event::End(_) => {
                    if phonetic_from == Some(depth) {
                        phonetic_from = None;
                    }
                    depth -= 1;
                }
                Event::Eof => return Err(self.damaged("it ends within a cell")),
                _ => {}
            }
        }
    }
}
