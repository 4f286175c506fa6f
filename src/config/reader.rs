//! The first stage: a TOML text in which every value knows its place, asked for key by key.
//!
//! Whoever asks for a key makes it known; what was never asked for is reported at the end with the nearest
//! known key. Every mistake is collected, so that one run shows them all.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ConfigFault;

/// Collects mistakes with their places.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: RefCell<Vec<(Range<usize>, ConfigFault)>>,
}

impl Faults {
    pub(super) fn add(&self, span: Range<usize>, fault: ConfigFault) {
        self.found.borrow_mut().push((span, fault));
    }

    pub(super) fn into_sorted(self) -> Vec<(Range<usize>, ConfigFault)> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|(span, _)| span.start);
        found
    }
}

/// One table of the file.
#[derive(Debug)]
pub(super) struct Section<'a> {
    name: String,
    span: Range<usize>,
    table: Option<&'a DeTable<'a>>,
    faults: &'a Faults,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Section<'a> {
    pub(super) fn root(table: &'a Spanned<DeTable<'a>>, faults: &'a Faults) -> Self {
        Self::of(String::new(), 0..0, Some(table.get_ref()), faults)
    }

    fn of(name: String, span: Range<usize>, table: Option<&'a DeTable<'a>>, faults: &'a Faults) -> Self {
        Self { name, span, table, faults, asked: RefCell::default() }
    }

    /// Where the section begins.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Whether the section stands in the file.
    pub(super) const fn is_there(&self) -> bool {
        self.table.is_some()
    }

    fn full_name(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }

    fn value(&self, key: &'static str) -> Option<(Range<usize>, &'a DeValue<'a>)> {
        self.asked.borrow_mut().push(key);
        let (_, value) = self.table?.iter().find(|(name, _)| name.get_ref() == key)?;
        Some((value.span(), value.get_ref()))
    }

    fn wrong_type(&self, key: &str, span: Range<usize>, expected: &'static str, found: &DeValue<'_>) {
        let key = self.full_name(key);
        self.faults.add(span, ConfigFault::WrongType { key, expected, found: found.type_str() });
    }

    /// A table inside this one; an absent one reads as empty.
    pub(super) fn section(&self, key: &'static str) -> Section<'a> {
        let name = self.full_name(key);
        match self.value(key) {
            None => Self::of(name, self.span(), None, self.faults),
            Some((span, DeValue::Table(table))) => Self::of(name, span, Some(table), self.faults),
            Some((span, other)) => {
                self.wrong_type(key, span.clone(), "a table", other);
                Self::of(name, span, None, self.faults)
            }
        }
    }

    /// The tables of `[[key]]`.
    pub(super) fn sections(&self, key: &'static str) -> Vec<Section<'a>> {
        let name = self.full_name(key);
        match self.value(key) {
            None => Vec::new(),
            Some((_, DeValue::Array(items))) => {
                let one = |item: &'a Spanned<DeValue<'a>>| match item.get_ref().as_table() {
                    Some(table) => Some(Self::of(name.clone(), item.span(), Some(table), self.faults)),
                    None => {
                        self.wrong_type(key, item.span(), "a table", item.get_ref());
                        None
                    }
                };
                items.iter().filter_map(one).collect()
            }
            Some((span, other)) => {
                self.wrong_type(key, span, "tables `[[…]]`", other);
                Vec::new()
            }
        }
    }

    /// The tables whose names the operator chooses: `[key.NAME]`.
    pub(super) fn named_sections(&self, key: &'static str) -> Vec<(String, Section<'a>)> {
        let outer = self.section(key);
        let Some(table) = outer.table else { return Vec::new() };
        let mut found = Vec::new();
        for (name, value) in table {
            let full = outer.full_name(name.get_ref());
            match value.get_ref().as_table() {
                Some(inner) => {
                    found.push((name.get_ref().to_string(), Self::of(full, value.span(), Some(inner), self.faults)));
                }
                None => self.wrong_type(key, value.span(), "a table", value.get_ref()),
            }
        }
        found
    }

    /// A text.
    pub(super) fn text(&self, key: &'static str) -> Option<(Range<usize>, String)> {
        let (span, value) = self.value(key)?;
        match value.as_str() {
            Some(text) => Some((span, text.to_owned())),
            None => {
                self.wrong_type(key, span, "a text in quotes", value);
                None
            }
        }
    }

    /// Where a text stands for a table: its place and the full name of its key.
    pub(super) fn text_where_a_table_belongs(&self, key: &'static str) -> Option<(Range<usize>, String)> {
        let (span, value) = self.value(key)?;
        value.is_str().then(|| (span, self.full_name(key)))
    }

    /// A text that must stand there and not be empty.
    pub(super) fn required_text(&self, key: &'static str) -> Option<(Range<usize>, String)> {
        if self.table.is_none_or(|table| !table.keys().any(|it| it.get_ref() == key)) {
            self.asked.borrow_mut().push(key);
            self.faults.add(self.span(), ConfigFault::MissingKey { key: self.full_name(key) });
            return None;
        }
        let (span, text) = self.text(key)?;
        if text.trim().is_empty() {
            self.faults.add(span, ConfigFault::Empty { key: self.full_name(key) });
            return None;
        }
        Some((span, text))
    }

    /// A text read by `read`, or the default where the key is absent.
    pub(super) fn parsed<T>(
        &self,
        key: &'static str,
        default: &str,
        expected: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let (span, text) = self.text(key).unwrap_or_else(|| (self.span(), default.to_owned()));
        self.checked(key, (span, &text), expected, read)
    }

    /// A text that must stand there, read by `read`.
    pub(super) fn required<T>(
        &self,
        key: &'static str,
        expected: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let (span, text) = self.required_text(key)?;
        self.checked(key, (span, &text), expected, read)
    }

    /// A text that may be absent, read by `read`.
    pub(super) fn optional<T>(
        &self,
        key: &'static str,
        expected: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let (span, text) = self.text(key)?;
        self.checked(key, (span, &text), expected, read)
    }

    fn checked<T>(
        &self,
        key: &'static str,
        (span, text): (Range<usize>, &str),
        expected: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = read(text);
        if value.is_none() {
            let key = self.full_name(key);
            self.faults.add(span, ConfigFault::BadValue { key, value: text.to_owned(), expected });
        }
        value
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, key: &'static str, default: bool) -> bool {
        let Some((span, value)) = self.value(key) else { return default };
        value.as_bool().unwrap_or_else(|| {
            self.wrong_type(key, span, "true or false", value);
            default
        })
    }

    /// A whole number of at least 1.
    pub(super) fn count(&self, key: &'static str, default: u32) -> u32 {
        let Some((span, value)) = self.value(key) else { return default };
        let Some(integer) = value.as_integer() else {
            self.wrong_type(key, span, "a whole number", value);
            return default;
        };
        match u32::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(number) if number > 0 => number,
            _ => {
                let fault = ConfigFault::BadValue {
                    key: self.full_name(key),
                    value: integer.as_str().to_owned(),
                    expected: "a whole number from 1 to 4294967295",
                };
                self.faults.add(span, fault);
                default
            }
        }
    }

    /// A list of texts, each read by `read`.
    pub(super) fn list<T>(
        &self,
        key: &'static str,
        expected: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let Some((span, value)) = self.value(key) else { return Vec::new() };
        let Some(items) = value.as_array() else {
            self.wrong_type(key, span, "a list `[\"…\"]`", value);
            return Vec::new();
        };
        let one = |item: &Spanned<DeValue<'_>>| match item.get_ref().as_str() {
            Some(text) => self.checked(key, (item.span(), text), expected, &read),
            None => {
                self.wrong_type(key, item.span(), "a text in quotes", item.get_ref());
                None
            }
        };
        items.iter().filter_map(one).collect()
    }

    /// Reports what was never asked for.
    pub(super) fn finish(self) {
        let asked = self.asked.borrow();
        let unknown =
            self.table.into_iter().flat_map(DeTable::keys).filter(|it| !asked.contains(&it.get_ref().as_ref()));
        for key in unknown {
            let nearest = nearest(key.get_ref(), &asked).map(str::to_owned);
            let mut known: Vec<String> = asked.iter().map(|it| (*it).to_owned()).collect();
            known.sort();
            let fault = ConfigFault::UnknownKey { key: self.full_name(key.get_ref()), nearest, known };
            self.faults.add(key.span(), fault);
        }
    }
}

/// The known word that was probably meant.
fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let score = |it: &str| strsim::jaro_winkler(&word.to_lowercase(), it);
    known.iter().copied().max_by(|a, b| score(a).total_cmp(&score(b))).filter(|it| score(it) > 0.75)
}
