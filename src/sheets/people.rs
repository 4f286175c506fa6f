//! The rows of one list, decided one by one in the order: no person, deceased, refused, no usable contact, a missing
//! value, duplicate, recipient.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::Date;

use super::Row;
use super::cell::{contacts_in, mended_name, unmangled};
use super::hints::Hints;
use super::layout::{Layout, filled_cells, is_header};
use super::list::{Detail, ListAsk, ListEvent, column_of_placeholder};
use super::refusals::Refusals;
use crate::office::{
    Channel, Contact, CpfCheck, ExcludedRow, Recipient, RejectReason, RejectedRow, Suggestion, Vocabulary, check_cpf,
    fold,
};

/// The people of a list; lives as long as the list, over several sheets.
pub struct People<'a> {
    channel: Channel,
    detail: Detail,
    words: &'a Vocabulary,
    ask: &'a ListAsk<'a>,
    refusals: Refusals<'a>,
    hints: Hints<'a>,
    layout: Layout,
    /// For each placeholder its column.
    placeholders: Vec<(String, Option<usize>)>,
    /// Digests of the contacts that were seen: a million take 32 MB.
    seen: HashSet<u128>,
    /// Whether a person was seen in this sheet.
    begun: bool,
    /// Rows whose only cell is a name: people without contact, or titles.
    lonely: Vec<(u32, String)>,
}

/// What waits for the end of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// Rows of a single cell, which are titles if that cell is merged over several columns.
    PerhapsTitle,
}

/// Rows of a single cell that are kept to the end of a sheet.
const LONELY_MAX: usize = 100_000;

impl<'a> People<'a> {
    /// A list of which nothing was read yet.
    pub fn new(
        (channel, detail): (Channel, Detail),
        words: &'a Vocabulary,
        ask: &'a ListAsk<'a>,
        refusals: Refusals<'a>,
    ) -> Self {
        Self {
            channel,
            detail,
            words,
            ask,
            refusals,
            hints: Hints::new(words),
            layout: Layout::default(),
            placeholders: Vec::new(),
            seen: HashSet::new(),
            begun: false,
            lonely: Vec::new(),
        }
    }

    /// Begins a sheet.
    pub fn open(&mut self, layout: Layout) {
        self.begun = false;
        self.set_layout(layout);
    }

    fn set_layout(&mut self, layout: Layout) {
        let column = |it: &String| (it.clone(), column_of_placeholder(&layout.columns, it, self.words));
        self.placeholders = self.ask.placeholders.iter().map(column).collect();
        self.layout = layout;
    }

    /// Whether rows wait for the end of the sheet.
    pub fn has_unseen(&self, what: Unseen) -> bool {
        match what {
            Unseen::PerhapsTitle => !self.lonely.is_empty(),
        }
    }

    /// Decides one row.
    pub fn see(&mut self, row: &Row, out: &mut dyn FnMut(ListEvent<'_>)) {
        if row.number <= self.layout.header_row || row.title || row.is_blank() {
            return;
        }
        let (text, contacts) = self.contacts_of(row);
        if contacts.is_err() && self.is_no_person(row) {
            return;
        }
        if row.hidden {
            out(ListEvent::Hidden(row.number));
            return;
        }
        self.begun |= contacts.is_ok();
        out(ListEvent::Row(row.number));
        let found = contacts.as_deref().unwrap_or_default();
        if let Some(reason) = self.refusals.reason(row, &self.layout, found, self.words) {
            out(ListEvent::Excluded(ExcludedRow { row: row.number, reason }));
            return;
        }
        match contacts {
            Err(reason) => self.reject(row.number, &text, reason, out),
            Ok(contacts) => self.receive(row, contacts, out),
        }
    }

    /// Ends a sheet: what was put off is decided; `titles` are the rows of one merged cell.
    pub fn close(&mut self, titles: &[u32], out: &mut dyn FnMut(ListEvent<'_>)) {
        for (row, _) in std::mem::take(&mut self.lonely) {
            if titles.binary_search(&row).is_err() {
                out(ListEvent::Row(row));
                self.reject(row, "", RejectReason::Empty, out);
            }
        }
    }

    /// The contacts of a row, and the text that they were read from.
    fn contacts_of(&self, row: &Row) -> (String, Result<Vec<Contact>, RejectReason>) {
        if let [only] = self.layout.contacts.as_slice() {
            let text = self.layout.contact_text(row, *only);
            let contacts = contacts_in(self.channel, &text);
            // The text is told only where it is wrong.
            let told = if contacts.is_ok() { String::new() } else { text.trim().to_owned() };
            return (told, contacts);
        }
        let mut found = Vec::new();
        let mut reason = RejectReason::Empty;
        let mut told = String::new();
        for column in &self.layout.contacts {
            match contacts_in(self.channel, row.cell(*column)) {
                Ok(contacts) => found.extend(contacts),
                Err(RejectReason::Empty) => {}
                Err(other) => {
                    reason = other;
                    row.cell(*column).trim().clone_into(&mut told);
                }
            }
        }
        if found.is_empty() { (told, Err(reason)) } else { (told, Ok(found)) }
    }

    /// Titles, totals, repeated headers and notes below a list; called for rows without a usable contact.
    fn is_no_person(&mut self, row: &Row) -> bool {
        let filled = filled_cells(row);
        let first = row.cells.iter().position(|it| !it.trim().is_empty());
        let Some(first_text) = first.map(|it| fold(row.cell(it))) else { return true };
        let contact_blank = self.layout.contacts.iter().all(|it| row.cell(*it).trim().is_empty());
        if filled > 1 && is_header(row, self.words) {
            self.take_new_header(row);
            return true;
        }
        if filled <= 3 && self.begins_with("rodape", &first_text) {
            return true;
        }
        if filled != 1 {
            return false;
        }
        if contact_blank {
            return self.is_lonely_title(row, first, &first_text);
        }
        // One column of addresses: words before the first of them are its title, later ones a mistake in the list.
        let is_heading = row.cells.iter().any(|it| self.layout.columns.iter().any(|column| fold(column) == fold(it)));
        is_heading
            || (first_text.contains(' ') && !first_text.contains('@') && !self.begun && self.layout.header_row == 0)
            || (first_text.ends_with(':') && !first_text.contains('@'))
    }

    /// A row of one cell, beside the contact's column: a section's title, or a person of whom only the name is known.
    fn is_lonely_title(&mut self, row: &Row, first: Option<usize>, text: &str) -> bool {
        let no_name = text.contains(|c: char| c.is_ascii_digit() || c == ':' || c == '@');
        // A person may be written with one name in a list of two columns, hardly in one of CPF and registration.
        let one_word = !text.contains(' ') && self.layout.cells_usual >= 3;
        if self.layout.name != first || no_name || one_word || self.begins_with("titulo", text) {
            return true;
        }
        if row.hidden {
            return true;
        }
        if self.lonely.len() < LONELY_MAX {
            self.lonely.push((row.number, String::new()));
            return true;
        }
        false
    }

    /// A second table below the first may have its columns in another order.
    fn take_new_header(&mut self, row: &Row) {
        let same = row.cells.iter().zip(&self.layout.columns).all(|(cell, column)| fold(cell) == fold(column));
        if same {
            return;
        }
        let mut layout = Layout::of_header(row, self.channel, self.words);
        if layout.contacts.is_empty() {
            return;
        }
        layout.contacts.truncate(1);
        layout.cells_usual = self.layout.cells_usual;
        layout.contacts_seen = self.layout.contacts_seen;
        self.set_layout(layout);
    }

    fn begins_with(&self, key: &str, folded: &str) -> bool {
        self.words
            .phrases("linhas", key)
            .iter()
            .any(|it| folded.strip_prefix(it.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    }

    fn reject(&self, row: u32, value: &str, reason: RejectReason, out: &mut dyn FnMut(ListEvent<'_>)) {
        if reason == RejectReason::NotAnAddress
            && let Some(perhaps) = self.hints.for_text(value)
        {
            out(ListEvent::Suggestion(Suggestion { row, value: value.to_owned(), perhaps }));
        }
        out(ListEvent::Rejected(RejectedRow { row, value: value.to_owned(), reason }));
    }

    fn receive(&mut self, row: &Row, contacts: Vec<Contact>, out: &mut dyn FnMut(ListEvent<'_>)) {
        if let Some((placeholder, reason)) = self.wrong_value(row) {
            out(ListEvent::Rejected(RejectedRow { row: row.number, value: placeholder, reason }));
            return;
        }
        self.check_cpf(row, out);
        for contact in contacts {
            if let Contact::Email(address) = &contact
                && let Some(perhaps) = self.hints.for_address(address)
            {
                let value = address.to_string();
                out(ListEvent::Suggestion(Suggestion { row: row.number, value, perhaps }));
            }
            if !self.seen.insert(self.digest(row, &contact)) {
                out(ListEvent::Duplicate(row.number));
                continue;
            }
            if row.struck {
                out(ListEvent::Struck(row.number));
            }
            out(ListEvent::Recipient(self.recipient(row, contact)));
        }
    }

    fn recipient(&self, row: &Row, contact: Contact) -> Recipient {
        let name = self.layout.name.map(|it| mended_name(row.cell(it), self.words)).filter(|it| !it.is_empty());
        let columns = match self.detail {
            Detail::AllColumns => self.layout.columns.len(),
            Detail::ContactsOnly => 0,
        };
        let values = (0..columns).map(|it| unmangled(row.cell(it))).collect();
        Recipient { row: row.number, name, contact, values }
    }

    /// The placeholder that this row cannot fill: nothing stands there, or a day that has passed.
    fn wrong_value(&self, row: &Row) -> Option<(String, RejectReason)> {
        self.placeholders.iter().find_map(|(placeholder, column)| {
            let value = row.cell((*column)?).trim();
            if value.is_empty() {
                return Some((placeholder.clone(), RejectReason::ContentMissing));
            }
            let past = self.ask.today.is_some_and(|today| day_in(value).is_some_and(|it| it < today));
            past.then(|| (value.to_owned(), RejectReason::DatePast))
        })
    }

    /// Points out a CPF whose check digits do not agree.
    fn check_cpf(&self, row: &Row, out: &mut dyn FnMut(ListEvent<'_>)) {
        let Some(cell) = self.layout.cpf.map(|it| row.cell(it).trim()).filter(|it| !it.is_empty()) else { return };
        if check_cpf(cell) != CpfCheck::Valid {
            let perhaps = "CPF com dígito verificador errado".to_owned();
            out(ListEvent::Suggestion(Suggestion { row: row.number, value: cell.to_owned(), perhaps }));
        }
    }

    /// What makes a row a repetition: the contact; with placeholders also what would be told to the person (a couple
    /// may share a phone).
    fn digest(&self, row: &Row, contact: &Contact) -> u128 {
        let key = contact.key();
        if self.placeholders.is_empty()
            && let (Contact::Whatsapp(_), Ok(number)) = (contact, key.parse::<u64>())
        {
            return u128::from(number);
        }
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            salt.hash(&mut hasher);
            key.hash(&mut hasher);
            for (_, column) in &self.placeholders {
                column.map(|it| fold(row.cell(it))).hash(&mut hasher);
            }
            u128::from(hasher.finish())
        };
        half(1) << 64 | half(2)
    }
}

/// The day in a text such as `25/08/2025 08:30`.
fn day_in(text: &str) -> Option<Date> {
    let day = text.split_whitespace().find(|it| it.contains('/'))?;
    let mut parts = day.trim_matches(|c: char| !c.is_ascii_digit()).split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let year: i16 = year.parse().ok()?;
    let year = if year < 100 { 2000 + year } else { year };
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}
