//! The place of a count, found as a person finds it: the tab of the year, the area's row, the month, the channel.
//!
//! Two layouts are known, and every block of each may stand anywhere in the tab:
//!
//! ```text
//!            Janeiro          Fevereiro             ENVIOS POR E-MAIL
//!            E-mail WhatsApp  E-mail WhatsApp       MÊS     Previdência  Financeiro
//! Previdência   *                                   jan/26       *
//! Financeiro                                        fev/26
//! ```
//!
//! The channel may also stand above the months, beside the area, or over a block of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::office::calendar::month_named;
use crate::office::{Channel, find_words, fold};

/// A workbook as a person sees it; read by `workbook::grid`.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// The tabs, in their order.
    pub tabs: Vec<TabGrid>,
}

/// A tab.
#[derive(Debug, Clone, Default)]
pub struct TabGrid {
    /// Its name.
    pub name: String,
    /// Its cells by row and column, counted from 1; those under a merge are not there.
    pub cells: BTreeMap<(u32, u32), GridCell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct GridCell {
    /// What it shows.
    pub shows: Shows,
    /// Whether a formula gives it.
    pub is_formula: bool,
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Shows {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A date: year and month.
    Month(i16, i8),
}

/// An explicit place, where a rule names it; what is `None` is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// The tab; `{ano}` stands for the year.
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

/// What is looked for in a tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// The tab of the rule.
    Tab(String),
    /// The area's label.
    Area(String),
    /// The month.
    Month(i8),
    /// The channel's heading.
    Channel(Channel),
    /// The cell where they meet.
    Crossing,
}

impl std::fmt::Display for Sought {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Tab(name) => write!(f, "the tab `{name}`"),
            Self::Area(label) => write!(f, "the area `{label}`"),
            Self::Month(month) => write!(f, "the month {month}"),
            Self::Channel(channel) => write!(f, "the channel {}", channel.as_str()),
            Self::Crossing => f.write_str("the cell where area, month and channel meet"),
        }
    }
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
    #[error("{what} is not in the tab `{tab}`")]
    NotFound {
        /// The tab.
        tab: String,
        /// What is missing.
        what: Sought,
    },
    /// Something is there more than once.
    #[error("{what} is there more than once: {}", places.join(", "))]
    Ambiguous {
        /// What.
        what: Sought,
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

/// A cell by row and column.
type Spot = (u32, u32);

/// Finds the place of one count.
///
/// # Errors
/// [`TallyError`].
pub fn find_place(grid: &Grid, wanted: &Wanted<'_>, mapping: &Mapping) -> Result<Place, TallyError> {
    let tab = match &mapping.sheet {
        Some(name) => named_tab(grid, &name.replace("{ano}", &wanted.year.to_string()))?,
        None => year_tab(grid, wanted.year)?,
    };
    let label = mapping.row.as_deref().unwrap_or(wanted.area_label);
    let headings = Headings::of(tab, wanted.year);
    let not_found = |what: Sought| TallyError::NotFound { tab: tab.name.clone(), what };
    let areas = labelled(tab, label);
    if areas.is_empty() {
        return Err(not_found(Sought::Area(label.to_owned())));
    }
    let months: Vec<Spot> = headings.months.iter().filter(|it| it.1 == wanted.month).map(|it| it.0).collect();
    if months.is_empty() {
        return Err(not_found(Sought::Month(wanted.month)));
    }
    if !headings.channels.values().any(|it| *it == wanted.channel) {
        return Err(not_found(Sought::Channel(wanted.channel)));
    }
    let mut places = BTreeSet::new();
    for area in &areas {
        for month in &months {
            if area.0 > month.0 && area.1 < month.1 {
                places.extend(headings.crossing(tab, *area, *month, wanted.channel));
            } else if area.0 < month.0 && area.1 > month.1 {
                places.extend(headings.crossing(tab, *month, *area, wanted.channel));
            }
        }
    }
    let cells: Vec<String> = places.iter().map(|it| named(*it)).collect();
    match cells.as_slice() {
        [] => Err(not_found(Sought::Crossing)),
        [cell] => Ok(Place { sheet: tab.name.clone(), cell: cell.clone() }),
        _ => Err(TallyError::Ambiguous { what: Sought::Crossing, places: cells }),
    }
}

/// The tab of a year: `2026`, `Ano 2026`, `Exercício 2026`.
///
/// # Errors
/// [`TallyError::NoTab`] or [`TallyError::Ambiguous`].
pub fn year_tab(grid: &Grid, year: i16) -> Result<&TabGrid, TallyError> {
    let year_text = year.to_string();
    let has_year = |name: &str| name.split(|c: char| !c.is_ascii_digit()).any(|it| it == year_text);
    let folded = |it: &&TabGrid| fold(&it.name);
    let plain: Vec<&TabGrid> =
        grid.tabs.iter().filter(|it| [year_text.clone(), format!("ano {year_text}")].contains(&folded(it))).collect();
    let any: Vec<&TabGrid> = grid.tabs.iter().filter(|it| has_year(&it.name)).collect();
    // "2026" is the tab of the year also where somebody left a "2026 (2)" beside it.
    let found = if plain.is_empty() { any } else { plain };
    match found.as_slice() {
        [] => Err(TallyError::NoTab { year, tabs: grid.tabs.iter().map(|it| it.name.clone()).collect() }),
        [tab] => Ok(tab),
        several => Err(TallyError::Ambiguous {
            what: Sought::Tab(year_text),
            places: several.iter().map(|it| it.name.clone()).collect(),
        }),
    }
}

fn named_tab<'a>(grid: &'a Grid, name: &str) -> Result<&'a TabGrid, TallyError> {
    let folded = fold(name);
    grid.tabs
        .iter()
        .find(|it| it.name == name)
        .or_else(|| grid.tabs.iter().find(|it| fold(&it.name) == folded))
        .ok_or_else(|| TallyError::NotFound { tab: name.to_owned(), what: Sought::Tab(name.to_owned()) })
}

/// The cells of a tab that hold counts: numbers, or texts that are numbers, that no formula gives, in the months' columns
/// or rows. `None` where the twelve months cannot be recognised.
#[must_use]
pub fn count_cells(tab: &TabGrid, year: i16) -> Option<BTreeSet<(u32, u32)>> {
    let headings = Headings::of(tab, year);
    let found: BTreeSet<i8> = headings.months.iter().map(|it| it.1).collect();
    if found.len() < 12 {
        return None;
    }
    let mut counts = BTreeSet::new();
    for (spot, cell) in &tab.cells {
        let is_count = match &cell.shows {
            Shows::Number(_) => !cell.is_formula,
            Shows::Text(text) => !cell.is_formula && !text.trim().is_empty() && text.trim().parse::<u32>().is_ok(),
            Shows::Month(..) => false,
        };
        let is_month = headings.months.iter().any(|it| it.0 == *spot);
        if is_count && !is_month && headings.months.iter().any(|(month, _)| headings.governs(tab, *month, *spot)) {
            counts.insert(*spot);
        }
    }
    Some(counts)
}

/// The headings of a tab.
struct Headings {
    months: Vec<(Spot, i8)>,
    channels: BTreeMap<Spot, Channel>,
}

impl Headings {
    fn of(tab: &TabGrid, year: i16) -> Self {
        let mut headings = Self { months: Vec::new(), channels: BTreeMap::new() };
        for (spot, cell) in &tab.cells {
            match &cell.shows {
                Shows::Month(of_year, month) if *of_year == year => headings.months.push((*spot, *month)),
                Shows::Text(text) => {
                    headings.months.extend(month_of(text, year).map(|it| (*spot, it)));
                    headings.channels.extend(channel_of(text).map(|it| (*spot, it)));
                }
                Shows::Month(..) | Shows::Number(_) => {}
            }
        }
        headings
    }

    /// The cell in the row of `left` and below `above` for the channel, if these two headings belong together.
    fn crossing(&self, tab: &TabGrid, left: Spot, above: Spot, channel: Channel) -> Option<Spot> {
        if self.is_overruled(tab, left, above) {
            return None;
        }
        let span = span(tab, above);
        let of_channel = |it: &(&Spot, &Channel)| *it.1 == channel;
        // Below the heading above: one column for each channel.
        let below = |it: &Spot| it.0 > above.0 && it.0 < left.0 && span.contains(&it.1);
        if self.channels.keys().any(below) {
            let mut found = self.channels.iter().filter(|it| below(it.0)).filter(of_channel);
            let column = found.next_back()?.0.1;
            return Some((left.0, column));
        }
        // Beside the heading to the left: one row for each channel.
        let next_row = tab.cells.keys().filter(|it| it.1 == left.1 && it.0 > left.0).map(|it| it.0).min();
        let beside =
            |it: &Spot| it.1 > left.1 && it.1 < above.1 && it.0 >= left.0 && next_row.is_none_or(|next| it.0 < next);
        if self.channels.keys().any(beside) {
            let row = self.channels.iter().filter(|it| beside(it.0)).find(of_channel)?.0.0;
            return Some((row, above.1));
        }
        // Above: over some of the columns, or over the whole block.
        let row = self.channels.keys().filter(|it| it.0 < above.0).map(|it| it.0).max()?;
        let in_row: Vec<(&Spot, &Channel)> = self.channels.iter().filter(|it| it.0.0 == row).collect();
        let over = match in_row.as_slice() {
            [one] => Some(one),
            several => several.iter().rfind(|it| it.0.1 <= above.1),
        };
        over.filter(|it| of_channel(it)).map(|_| (left.0, above.1))
    }

    /// Whether another heading row stands between: the heading above then belongs to a block further up.
    fn is_overruled(&self, tab: &TabGrid, left: Spot, above: Spot) -> bool {
        let is_heading_row = |row: u32| {
            let months = self.months.iter().filter(|it| it.0.0 == row && it.0.1 > left.1).count();
            months > 1 || same_texts(tab, above.0, row)
        };
        (above.0 + 1..left.0).any(is_heading_row)
    }

    /// Whether a month heading governs a cell: below it in its columns, or beside it in its row.
    fn governs(&self, tab: &TabGrid, month: Spot, cell: Spot) -> bool {
        let in_row = self.months.iter().filter(|it| it.0.0 == month.0).count();
        if in_row > 1 {
            cell.0 > month.0 && span(tab, month).contains(&cell.1)
        } else {
            cell.0 == month.0 && cell.1 > month.1
        }
    }
}

/// Whether two rows have at least two texts in common in the same columns: the heading row of another block.
fn same_texts(tab: &TabGrid, one: u32, other: u32) -> bool {
    let text = |spot: Spot| match tab.cells.get(&spot).map(|it| &it.shows) {
        Some(Shows::Text(text)) if text.trim().parse::<f64>().is_err() => Some(fold(text)),
        Some(Shows::Text(_) | Shows::Number(_) | Shows::Month(..)) | None => None,
    };
    let columns = tab.cells.range((one, 0)..=(one, u32::MAX)).map(|it| it.0.1);
    columns.filter(|column| text((one, *column)).is_some_and(|it| Some(it) == text((other, *column)))).count() >= 2
}

/// The columns that a heading stands over: up to the next cell of its row; the last one is as wide as the one before.
fn span(tab: &TabGrid, heading: Spot) -> std::ops::Range<u32> {
    let (row, column) = heading;
    let shown = |it: &(&Spot, &GridCell)| !matches!(&it.1.shows, Shows::Text(text) if text.trim().is_empty());
    let next = tab.cells.range((row, column + 1)..=(row, u32::MAX)).find(shown).map(|it| it.0.1);
    let before = tab.cells.range((row, 0)..(row, column)).rfind(shown).map(|it| it.0.1);
    let end = next.unwrap_or_else(|| column + before.map_or(1, |it| column - it));
    column..end
}

/// The cells with an area's label.
fn labelled(tab: &TabGrid, label: &str) -> Vec<Spot> {
    let plain = |text: &str| fold(text).trim_end_matches([':', '.', ' ']).to_owned();
    let wanted = plain(label);
    let is_it = |cell: &GridCell| matches!(&cell.shows, Shows::Text(text) if plain(text) == wanted);
    tab.cells.iter().filter(|it| is_it(it.1)).map(|it| *it.0).collect()
}

/// The month that a heading names: `Janeiro`, `JAN`, `jan/26`, `Janeiro de 2026`, `01/2026`; not that of another year.
#[must_use]
pub fn month_of(text: &str, year: i16) -> Option<i8> {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty() && *it != "de").collect();
    let (first, rest) = words.split_first()?;
    let is_year = |it: &str| it == year.to_string() || (it.len() == 2 && it == format!("{:02}", year.rem_euclid(100)));
    let month = match (month_named(first), rest) {
        (Some(month), []) => month,
        (Some(month), [of]) if is_year(of) => month,
        (None, [of]) if *of == year.to_string() && first.len() <= 2 => first.parse().ok()?,
        _ => return None,
    };
    (1..=12).contains(&month).then_some(month)
}

/// The words by which a heading names a channel.
const CHANNEL_WORDS: [(&str, Channel); 8] = [
    ("e-mail", Channel::Email),
    ("email", Channel::Email),
    ("e-mails", Channel::Email),
    ("emails", Channel::Email),
    ("correio eletronico", Channel::Email),
    ("whatsapp", Channel::Whatsapp),
    ("whats", Channel::Whatsapp),
    ("zap", Channel::Whatsapp),
];
/// A heading is no longer than this; a sentence that names a channel is none.
const HEADING_MAX: usize = 40;

/// The channel that a heading names, if it names one only.
fn channel_of(text: &str) -> Option<Channel> {
    let folded = fold(text);
    if folded.len() > HEADING_MAX {
        return None;
    }
    let named =
        |channel: Channel| CHANNEL_WORDS.iter().any(|it| it.1 == channel && find_words(&folded, it.0).is_some());
    match (named(Channel::Email), named(Channel::Whatsapp)) {
        (true, false) => Some(Channel::Email),
        (false, true) => Some(Channel::Whatsapp),
        (true, true) | (false, false) => None,
    }
}

/// The name of a cell.
fn named(spot: Spot) -> String {
    let mut letters = Vec::new();
    let mut rest = spot.1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    format!("{}{}", letters.iter().rev().collect::<String>(), spot.0)
}

#[cfg(test)]
mod tests {
    use super::{Channel, Grid, GridCell, Mapping, Shows, TabGrid, Wanted, channel_of, find_place, month_of};

    /// A tab from rows of cells between bars.
    fn grid(name: &str, rows: &[&str]) -> Grid {
        let mut tab = TabGrid { name: name.to_owned(), ..TabGrid::default() };
        for (row, line) in (1..).zip(rows) {
            for (column, text) in (1..).zip(line.split('|')) {
                let text = text.trim();
                let shows = text.parse().map_or_else(|_| Shows::Text(text.to_owned()), Shows::Number);
                if !text.is_empty() {
                    tab.cells.insert((row, column), GridCell { shows, is_formula: false });
                }
            }
        }
        Grid { tabs: vec![tab] }
    }

    fn check(grid: &Grid, area_label: &str, month: i8, channel: Channel, expected: &str) {
        let wanted = Wanted { year: 2026, area_label, month, channel };
        let found = match find_place(grid, &wanted, &Mapping::default()) {
            Ok(place) => place.cell,
            Err(error) => error.to_string(),
        };
        assert_eq!(found, expected, "{area_label} {month} {channel:?}");
    }

    #[test]
    fn months_above_with_channels_below_them() {
        let grid = grid(
            "2026",
            &[
                "Envios por e-mail e por WhatsApp em 2026",
                "Área   | Janeiro |          | FEV/26 |",
                "       | E-mail  | WhatsApp | E-mail | WhatsApp",
                "Saúde: | 1       | 2        |        |",
                "Total  | 1       | 2        |        |",
            ],
        );
        check(&grid, "SAUDE", 1, Channel::Email, "B4");
        check(&grid, "Saúde", 2, Channel::Whatsapp, "E4");
        check(&grid, "Previdência", 2, Channel::Email, "the area `Previdência` is not in the tab `2026`");
        check(&grid, "Saúde", 3, Channel::Email, "the month 3 is not in the tab `2026`");
    }

    #[test]
    fn channels_above_with_months_below_them() {
        let grid = grid(
            "Ano 2026",
            &["      | E-mail |     | Whats |", "Área  | Jan    | Fev | Jan   | Fev", "Saúde | 1 | 2 | 3 | 4"],
        );
        check(&grid, "Saúde", 2, Channel::Email, "C3");
        check(&grid, "Saúde", 1, Channel::Whatsapp, "D3");
    }

    #[test]
    fn a_block_for_each_channel_with_areas_above_or_beside() {
        let areas_above = grid(
            "2026",
            &[
                "ENVIOS POR E-MAIL",
                "Mês | Saúde | Financeiro",
                "Janeiro | 1 | 1",
                "Total | 1 | 1",
                "ENVIOS POR WHATSAPP",
                "Mês | Saúde | Financeiro",
                "Janeiro | 1 | 1",
            ],
        );
        check(&areas_above, "Financeiro", 1, Channel::Email, "C3");
        check(&areas_above, "Saúde", 1, Channel::Whatsapp, "B7");
        let months_above = grid(
            "2026",
            &["E-mail", "Área | Jan | Fev", "Saúde | 1 | 1", "WhatsApp", "Área | Jan | Fev", "Saúde | 1 | 1"],
        );
        check(&months_above, "Saúde", 2, Channel::Email, "C3");
        check(&months_above, "Saúde", 2, Channel::Whatsapp, "C6");
    }

    #[test]
    fn channels_beside_the_area() {
        let grid = grid(
            "2026",
            &["Área | Canal | Jan | Fev", "Saúde | E-mail | 1 | 1", " | WhatsApp | 1 | 1", "Gabinete | E-mail | 1 | 1"],
        );
        check(&grid, "Saúde", 2, Channel::Whatsapp, "D3");
        check(&grid, "Saúde", 1, Channel::Email, "C2");
        check(
            &grid,
            "Gabinete",
            1,
            Channel::Whatsapp,
            "the cell where area, month and channel meet is not in the tab `2026`",
        );
    }

    #[test]
    fn what_is_there_twice_is_asked() {
        let twice = grid("2026", &["Área | Jan | Jan", " | E-mail | E-mail", "Saúde | 1 | 1"]);
        check(
            &twice,
            "Saúde",
            1,
            Channel::Email,
            "the cell where area, month and channel meet is there more than once: B3, C3",
        );
        let mut tabs = grid("Relatório 2026", &[]);
        check(&grid("2025", &[]), "Saúde", 1, Channel::Email, "there is no tab for 2026 (there are: 2025)");
        tabs.tabs.push(TabGrid { name: "2026 (2)".to_owned(), ..TabGrid::default() });
        check(&tabs, "Saúde", 1, Channel::Email, "the tab `2026` is there more than once: Relatório 2026, 2026 (2)");
    }

    #[test]
    fn headings_are_read_in_every_spelling() {
        for text in ["Março", "MAR", "mar.", "mar/26", "Março/2026", "março de 2026", "03/2026"] {
            assert_eq!(month_of(text, 2026), Some(3), "{text}");
        }
        for text in ["mar/25", "Marcos", "Março a maio", "13/2026", "3", "03/25"] {
            assert_eq!(month_of(text, 2026), None, "{text}");
        }
        assert_eq!(channel_of("Envios por E-MAIL"), Some(Channel::Email));
        assert_eq!(channel_of("WHATS APP"), Some(Channel::Whatsapp));
        assert_eq!(channel_of("E-mail e WhatsApp"), None);
    }
}
