//! The workbook part: which tabs there are and where, names, dates, and whether it asks to be recalculated.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the events of quick-xml only a few matter")]

use std::ops::Range;
use std::rc::Rc;

use quick_xml::events::Event;

use super::edit::Refusal;
use super::package::Package;
use super::part::{Splice, Xml};
use super::xml;

/// The workbook part, read.
pub struct Book {
    /// Its entry.
    pub at: usize,
    /// Its name in the zip.
    pub part: String,
    pub xml: Rc<Xml>,
    pub tabs: Vec<Tab>,
    /// All `sheetId`.
    pub sheet_ids: Vec<u32>,
    /// `<workbookView …>`, from `<` to `>`.
    pub views: Vec<Range<usize>>,
    pub names: Vec<DefinedName>,
    /// `<calcPr …>`, from `<` to `>`.
    pub calculation: Option<Range<usize>>,
    /// Whether it asks to be recalculated when opened.
    pub asks_full_calculation: bool,
    /// Days count from 1904.
    pub from_1904: bool,
    /// Where a `calcPr` would have to stand: its successors in the schema come after (ECMA-376, 18.2.27).
    pub calculation_place: usize,
    /// The prefix of its element names with the colon, or empty.
    pub prefix: String,
    /// The entry of the shared strings.
    pub strings: Option<usize>,
}

/// A tab.
#[derive(Debug, Clone)]
pub struct Tab {
    pub name: String,
    /// The relationship's type: `worksheet`, `chartsheet`, `dialogsheet`, `xlMacrosheet`.
    pub kind: String,
    /// Its entry; `None` if the package does not hold it.
    pub at: Option<usize>,
    /// `<sheet …/>`.
    pub tag: Range<usize>,
    /// The name of the attribute with its relationship: `r:id`.
    pub id_name: String,
}

/// A defined name.
#[derive(Debug, Clone)]
pub struct DefinedName {
    pub name: String,
    /// The place in the order of tabs, where it is local to one.
    pub tab: Option<usize>,
    pub text: String,
    /// `<definedName …>`, the start tag.
    pub tag: Range<usize>,
    /// The whole element.
    pub whole: Range<usize>,
}

/// Elements that may follow `calcPr` (ECMA-376, 18.2.27).
const AFTER_CALCULATION: [&str; 9] = [
    "oleSize",
    "customWorkbookViews",
    "pivotCaches",
    "smartTagPr",
    "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr",
    "webPublishObjects",
    "extLst",
];

impl Book {
    /// Finds the workbook by the package's relationships and reads it.
    pub fn open(package: &mut Package<'_>) -> Result<Self, Refusal> {
        let roots = package.relationships("")?;
        if roots.iter().any(|it| it.full_kind.ends_with("digital-signature/origin")) {
            return Err(Refusal::Unsupported(
                "the workbook is signed, and a change would break the signature".to_owned(),
            ));
        }
        let root = roots.iter().find(|it| it.kind == "officeDocument").and_then(|it| it.part.clone());
        let Some(at) = root.as_deref().and_then(|it| package.find(it)) else {
            return Err(Refusal::Unsupported("the package holds no Excel workbook".to_owned()));
        };
        let part = package.name(at).to_owned();
        if part.to_ascii_lowercase().ends_with(".bin") {
            return Err(Refusal::Unsupported("the workbook is binary (.xlsb)".to_owned()));
        }
        let xml = package.read_xml(at)?;
        let relationships = package.relationships(&part)?;
        let strings = relationships
            .iter()
            .find(|it| it.kind == "sharedStrings")
            .and_then(|it| it.part.as_deref())
            .and_then(|it| package.find(it));
        let end = xml.text.len();
        let mut book = Self {
            at,
            part,
            xml,
            tabs: Vec::new(),
            sheet_ids: Vec::new(),
            views: Vec::new(),
            names: Vec::new(),
            calculation: None,
            asks_full_calculation: false,
            from_1904: false,
            calculation_place: end,
            prefix: String::new(),
            strings,
        };
        let entry = |id: &str| {
            let found = relationships.iter().find(|it| it.id == id);
            let at = found.and_then(|it| it.part.as_deref()).and_then(|it| package.find(it));
            (found.map_or_else(String::new, |it| it.kind.clone()), at)
        };
        book.read(entry)?;
        if book.tabs.is_empty() {
            return Err(Refusal::Unsupported("the workbook has no tabs".to_owned()));
        }
        Ok(book)
    }

    fn read(&mut self, entry: impl Fn(&str) -> (String, Option<usize>)) -> Result<(), Refusal> {
        let xml = Rc::clone(&self.xml);
        self.read_text(&xml.text, entry)
    }

    fn read_text(&mut self, text: &str, entry: impl Fn(&str) -> (String, Option<usize>)) -> Result<(), Refusal> {
        let mut reader = xml::reader(text);
        let mut depth = 0_usize;
        let mut place_is_known = false;
        let mut open_name: Option<DefinedName> = None;
        loop {
            let from = xml::position(&reader);
            let event = reader.read_event().map_err(|error| xml::damaged(&self.part, &error))?;
            let place = from..xml::position(&reader);
            match &event {
                Event::Eof => return Ok(()),
                Event::Start(tag) | Event::Empty(tag) => {
                    let is_start = matches!(event, Event::Start(_));
                    let name = tag.local_name();
                    let name = name.as_ref();
                    if depth == 0 {
                        if name != "workbook" {
                            return Err(Refusal::Unsupported("the main part is no workbook".to_owned()));
                        }
                        self.prefix = tag.name().prefix().map_or_else(String::new, |it| format!("{}:", it.as_ref()));
                    }
                    if depth == 1 && !place_is_known && AFTER_CALCULATION.contains(&name) {
                        self.calculation_place = from;
                        place_is_known = true;
                    }
                    let attribute = |name: &str| xml::attribute(tag, name);
                    match (depth, name) {
                        (1, "workbookPr") => self.from_1904 = xml::is_true(attribute("date1904").as_deref()),
                        (1, "calcPr") => {
                            self.asks_full_calculation = xml::is_true(attribute("fullCalcOnLoad").as_deref());
                            self.calculation = Some(place.clone());
                        }
                        (2, "sheet") => {
                            let (id_name, id) = xml::relationship_id(tag).unwrap_or_default();
                            let (kind, at) = entry(&id);
                            let name = attribute("name").unwrap_or_default();
                            self.sheet_ids.extend(attribute("sheetId").and_then(|it| it.trim().parse::<u32>().ok()));
                            self.tabs.push(Tab { name, kind, at, tag: place.clone(), id_name });
                        }
                        (2, "workbookView") => self.views.push(place.clone()),
                        (2, "definedName") => {
                            open_name = Some(DefinedName {
                                name: attribute("name").unwrap_or_default(),
                                tab: attribute("localSheetId").and_then(|it| it.trim().parse().ok()),
                                text: String::new(),
                                tag: place.clone(),
                                whole: place.clone(),
                            });
                        }
                        _ => {}
                    }
                    depth += usize::from(is_start);
                }
                Event::Text(_) => {
                    if let Some(name) = &mut open_name {
                        name.text.push_str(text.get(place).unwrap_or_default());
                    }
                }
                Event::GeneralRef(reference) => {
                    if let Some(name) = &mut open_name {
                        name.text.push_str(&xml::resolved(reference));
                    }
                }
                Event::End(tag) => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 && !place_is_known {
                        self.calculation_place = from;
                        place_is_known = true;
                    }
                    if tag.local_name().as_ref() == "definedName"
                        && let Some(mut name) = open_name.take()
                    {
                        name.whole.end = place.end;
                        self.names.push(name);
                    }
                }
                _ => {}
            }
        }
    }

    /// The tab of this name; the case does not matter, as in Excel.
    pub fn tab(&self, name: &str) -> Result<usize, Refusal> {
        let by = |same: &dyn Fn(&str) -> bool| self.tabs.iter().position(|it| same(&it.name));
        by(&|it| it == name)
            .or_else(|| by(&|it| it.to_lowercase() == name.to_lowercase()))
            .ok_or_else(|| Refusal::NoSuchTab { sheet: name.to_owned(), there: self.tab_names().join(", ") })
    }

    /// What makes the workbook ask to be recalculated when it is opened; `None` where it does already.
    pub fn asking_full_calculation(&self) -> Option<Splice> {
        if self.asks_full_calculation {
            return None;
        }
        let Some(range) = &self.calculation else {
            let element = format!("<{}calcPr fullCalcOnLoad=\"1\"/>", self.prefix);
            return Some(Splice::insert(self.calculation_place, element));
        };
        let tag = self.xml.text.get(range.clone()).unwrap_or_default();
        if let Some(value) = xml::value_range(tag, "fullCalcOnLoad") {
            return Some(Splice::replace(range.start + value.start..range.start + value.end, "1"));
        }
        let close = if tag.ends_with("/>") { "/>" } else { ">" };
        Some(Splice::insert(range.end - close.len(), " fullCalcOnLoad=\"1\""))
    }

    /// The names of the tabs.
    pub fn tab_names(&self) -> Vec<String> {
        self.tabs.iter().map(|it| it.name.clone()).collect()
    }
}
