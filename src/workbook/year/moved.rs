//! What last year's words, formulas and days become in the new year's tab.

use super::unsupported;
use crate::sheets::tally;
use crate::workbook::book::Book;
use crate::workbook::edit::Refusal;
use crate::workbook::formula::tab_places;

/// The years and tabs of a copy.
pub struct Years {
    pub from: i16,
    pub to: i16,
    pub from_tab: String,
    pub to_tab: String,
    /// What each tab means in the copy.
    renamed: Vec<(String, String)>,
}

impl Years {
    pub fn of(book: &Book, at: usize, to: i16) -> Result<Self, Refusal> {
        let from_tab = book.tabs.get(at).map(|it| it.name.clone()).unwrap_or_default();
        let from = from_tab
            .split(|c: char| !c.is_ascii_digit())
            .find(|it| it.len() == 4)
            .and_then(|it| it.parse::<i16>().ok())
            .ok_or_else(|| unsupported(&format!("the name of the tab `{from_tab}` holds no year")))?;
        let mut years = Self { from, to, from_tab, to_tab: String::new(), renamed: Vec::new() };
        years.to_tab = years.moved(&years.from_tab);
        let there = |name: &str| book.tabs.iter().any(|it| it.name.to_lowercase() == name.to_lowercase());
        if there(&years.to_tab) {
            return Err(unsupported(&format!("the tab `{}` is there already", years.to_tab)));
        }
        years.renamed = book
            .tabs
            .iter()
            .map(|it| (it.name.clone(), years.moved(&it.name)))
            .filter(|(before, after)| before != after && (there(after) || *after == years.to_tab))
            .collect();
        Ok(years)
    }

    /// A text with the year moved on: last year becomes the new one, the one before becomes last year.
    pub fn moved(&self, text: &str) -> String {
        let (from, before) = (self.from.to_string(), (self.from - 1).to_string());
        let mut moved = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
            let (head, tail) = rest.split_at(start);
            let length = tail.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, after) = tail.split_at(length);
            moved.push_str(head);
            if digits == from {
                moved.push_str(&self.to.to_string());
            } else if digits == before {
                moved.push_str(&from);
            } else {
                moved.push_str(digits);
            }
            rest = after;
        }
        moved + rest
    }

    /// A month's heading with its year moved on, also where it has two digits: `jan/25`.
    pub fn moved_heading(&self, text: &str) -> String {
        let moved = self.moved(text);
        let short = |year: i16| format!("{:02}", year.rem_euclid(100));
        let (from, to) = (short(self.from), short(self.to));
        match moved.strip_suffix(&from) {
            Some(head)
                if tally::month_of(text, self.from).is_some() && !head.ends_with(|c: char| c.is_ascii_digit()) =>
            {
                format!("{head}{to}")
            }
            Some(_) | None => moved,
        }
    }

    /// A formula with its tabs renamed, and the year moved on where it stands as a number, in a text or in a name.
    pub fn moved_formula(&self, formula: &str) -> String {
        let mut moved = String::new();
        let mut at = 0;
        for (range, name) in tab_places(formula) {
            moved.push_str(&self.moved_literals(formula.get(at..range.start).unwrap_or_default()));
            match self.renamed.iter().find(|it| it.0.to_lowercase() == name.to_lowercase()) {
                Some((_, after)) => moved.push_str(&format!("'{}'", after.replace('\'', "''"))),
                None => moved.push_str(formula.get(range.clone()).unwrap_or_default()),
            }
            at = range.end;
        }
        moved + &self.moved_literals(formula.get(at..).unwrap_or_default())
    }

    /// Years that stand for themselves; not the rows of `A2025` and `2025:2025`.
    fn moved_literals(&self, text: &str) -> String {
        let mut moved = String::new();
        let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '$' | ':' | '.');
        let mut word = String::new();
        for c in text.chars() {
            if is_of_word(c) {
                word.push(c);
            } else {
                moved.push_str(&self.moved_word(&word));
                word.clear();
                moved.push(c);
            }
        }
        moved + &self.moved_word(&word)
    }

    fn moved_word(&self, word: &str) -> String {
        if word.len() == 4 && word.bytes().all(|it| it.is_ascii_digit()) { self.moved(word) } else { word.to_owned() }
    }

    /// The number of a day one or more years later.
    pub fn moved_day(&self, value: &str, from_1904: bool) -> Option<String> {
        let number: f64 = value.trim().parse().ok()?;
        let first = if from_1904 { jiff::civil::date(1904, 1, 1) } else { jiff::civil::date(1899, 12, 30) };
        #[expect(clippy::cast_possible_truncation, reason = "it was read as a date before")]
        let days = number.floor() as i32;
        let day = first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
        let later = day.checked_add(jiff::Span::new().try_years(self.to - self.from).ok()?).ok()?;
        Some(first.until(later).ok()?.get_days().to_string())
    }
}
