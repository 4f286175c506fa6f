//! The list of a request: who receives, which rows cannot be used and why.

use serde::Serialize;

use super::{Channel, EmailAddress, PhoneNumber};

/// Where one person is reached.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Contact {
    /// By email.
    Email(EmailAddress),
    /// By WhatsApp.
    Whatsapp(PhoneNumber),
}

impl Contact {
    /// The contact as the envelope, the CSV and the ledger write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(address) => address.as_str(),
            Self::Whatsapp(phone) => phone.as_str(),
        }
    }

    /// The form in which contacts are compared.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Email(address) => address.key(),
            Self::Whatsapp(phone) => phone.as_str().to_owned(),
        }
    }

    /// The channel that reaches it.
    #[must_use]
    pub const fn channel(&self) -> Channel {
        match self {
            Self::Email(_) => Channel::Email,
            Self::Whatsapp(_) => Channel::Whatsapp,
        }
    }
}

/// The cells of one row in one piece of memory: a list may have a million of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    text: Box<str>,
    /// Where each cell ends in the text.
    ends: Box<[u32]>,
}

impl Cells {
    /// The cell of a column.
    #[must_use]
    pub fn get(&self, column: usize) -> Option<&str> {
        let end = *self.ends.get(column)?;
        let start = column.checked_sub(1).and_then(|it| self.ends.get(it)).map_or(0, |it| *it);
        self.text.get(start as usize..end as usize)
    }

    /// All cells, in the order of the columns.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).filter_map(|it| self.get(it))
    }
}

impl<T: AsRef<str>> FromIterator<T> for Cells {
    /// What lies behind the first four gigabytes of a row is left out.
    fn from_iter<I: IntoIterator<Item = T>>(cells: I) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for cell in cells {
            text.push_str(cell.as_ref());
            let Ok(end) = u32::try_from(text.len()) else { break };
            ends.push(end);
        }
        Self { text: text.into(), ends: ends.into() }
    }
}

/// One person of a list, for one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The row as the spreadsheet program numbers it (1 is the first); the line of a text or a body.
    pub row: u32,
    /// The name, where a column gives one.
    pub name: Option<String>,
    /// Where the person is reached.
    pub contact: Contact,
    /// The cells of the row as a person sees them, one for each of [`RecipientList::columns`].
    pub values: Cells,
}

/// Why a row cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RejectReason {
    /// The cell is empty.
    Empty,
    /// It is no e-mail address.
    NotAnAddress,
    /// It is no phone number.
    NotAPhone,
    /// A phone number without area code: never guessed.
    NoAreaCode,
    /// The area code does not exist.
    BadAreaCode,
    /// A landline, which WhatsApp does not reach.
    Landline,
    /// A number of another country.
    Foreign,
    /// A text such as `4,79912E+12`: the digits are lost for good.
    DigitsLost,
    /// A value that the message's text needs is missing in this row.
    ContentMissing,
    /// The date in this row has passed.
    DatePast,
}

/// A row that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RejectedRow {
    /// The row as the spreadsheet program numbers it.
    pub row: u32,
    /// What stands in it.
    pub value: String,
    /// Why it cannot be used.
    pub reason: RejectReason,
}

/// Why a row is left out on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExcludedReason {
    /// The person asked not to be written to.
    OptedOut,
    /// The list says that the person has died.
    Deceased,
}

/// A row that is left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExcludedRow {
    /// The row as the spreadsheet program numbers it.
    pub row: u32,
    /// Why it is left out.
    pub reason: ExcludedReason,
}

/// A likely mistake that is pointed out and never corrected by us (`gmail.con`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The row as the spreadsheet program numbers it.
    pub row: u32,
    /// What stands in it.
    pub value: String,
    /// What was perhaps meant.
    pub perhaps: String,
}

/// A list read for one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipientList {
    /// The channel it was read for.
    pub channel: Channel,
    /// Where it was read: file name (and sheet), `body` or `body-table`.
    pub source: String,
    /// Rows of people, used or not.
    pub rows: u64,
    /// The headings, in the order of the sheet.
    pub columns: Vec<String>,
    /// Valid distinct people, in the order of the list.
    pub recipients: Vec<Recipient>,
    /// Rows without a usable contact.
    pub rejected: Vec<RejectedRow>,
    /// Rows left out on purpose.
    pub excluded: Vec<ExcludedRow>,
    /// Rows that repeat an earlier contact.
    pub duplicates: Vec<u32>,
    /// Likely mistakes.
    pub suggestions: Vec<Suggestion>,
    /// Rows that nobody sees (hidden by hand or by a filter): not used, and said.
    pub hidden: Vec<u32>,
    /// Used rows that are struck out: used, and said, for only the list's owner knows what the line means.
    pub struck: Vec<u32>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Cells;

    proptest! {
        #[test]
        fn the_cells_of_a_row_come_back_as_they_were_put_in(row in prop::collection::vec("[aé;\t]{0,5}", 0..8)) {
            let cells: Cells = row.iter().collect();
            prop_assert_eq!(cells.iter().collect::<Vec<_>>(), row.iter().map(String::as_str).collect::<Vec<_>>());
            prop_assert_eq!(cells.get(row.len()), None);
        }
    }
}
