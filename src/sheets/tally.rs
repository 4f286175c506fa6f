//! The place of a count, found as a person finds it: the tab of the year, the area's row, the month, the channel.

use crate::office::Channel;

/// An explicit place, where a rule names it; what is `None` is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// The tab.
    pub sheet: Option<String>,
    /// The row's label, in place of the area's.
    pub row: Option<String>,
}

/// The place of a count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The tab, as it is named in the workbook.
    pub sheet: String,
    /// The cell, `B5`.
    pub cell: String,
}

/// Why no place was found: a person is asked, nothing is guessed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TallyError {
    /// The workbook cannot be read.
    #[error("the workbook cannot be read: {0}")]
    Unreadable(String),
    /// No tab for the year.
    #[error("there is no tab for {year} (there are: {})", tabs.join(", "))]
    NoTab {
        /// The year.
        year: i16,
        /// The tabs.
        tabs: Vec<String>,
    },
    /// Something is not there.
    #[error("the tab `{tab}` has no {what}")]
    NotFound {
        /// The tab.
        tab: String,
        /// What is missing.
        what: String,
    },
    /// Something is there more than once.
    #[error("{what} is there more than once: {}", places.join(", "))]
    Ambiguous {
        /// What.
        what: String,
        /// Where.
        places: Vec<String>,
    },
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// The year of the tab.
    pub year: i16,
    /// The area's row label.
    pub area_label: &'a str,
    /// The month, 1 to 12.
    pub month: i8,
    /// The channel.
    pub channel: Channel,
}

/// Finds the place of one count.
///
/// # Errors
/// [`TallyError`].
pub fn find_place(_bytes: &[u8], _wanted: &Wanted<'_>, _mapping: &Mapping) -> Result<Place, TallyError> {
    Err(TallyError::Unreadable("not built yet".to_owned()))
}
