//! Lines of a report: which row is the header, which column the phone and the state, where one request ends and the
//! next begins. What stands around the lines (title, totals) is read for figures.

use std::collections::{BTreeSet, HashSet};

use super::figures::{self, Figures};
use super::names;
use super::words::{Figure, Role, Words};
use super::{LineState, ReportLine};
use crate::office::{PhoneNumber, fold};
use crate::sheets::{Row, Table};

/// What one stretch of a report says: a sheet, or the rows between one protocol and the next.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    pub(super) protocol: Option<String>,
    pub(super) campaign: Option<String>,
    pub(super) lines: Vec<ReportLine>,
    pub(super) figures: Figures,
    /// The texts around the lines, folded: they may say that the report is a partial one.
    pub(super) said: String,
    pub(super) loose: Vec<Vec<String>>,
}

/// The columns of a table of lines.
#[derive(Debug, Clone, Default)]
struct Columns {
    phone: usize,
    /// The area code, where it has a column of its own.
    area_code: Option<usize>,
    name: Option<usize>,
    protocol: Option<usize>,
    statuses: Vec<usize>,
    reasons: Vec<usize>,
    flags: Vec<(usize, LineState)>,
    /// The state that title or sheet name gives to all lines where there is no column for it.
    implied: Option<LineState>,
}

/// Texts of loose rows beyond this many bytes add nothing.
const SAID_MAX: usize = 16 * 1024;

/// Reads all tables of one file.
pub(super) fn sections(tables: &[Table], words: &Words) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut seen: HashSet<(String, LineState)> = HashSet::new();
    for table in tables.iter().filter(|it| !it.rows.is_empty()) {
        let mut reader = Reader::new(table, words);
        for row in &table.rows {
            reader.row(row);
        }
        let found = reader.finish();
        add_without_repeats(&mut sections, found, &mut seen);
    }
    sections
}

/// A later sheet may repeat lines of an earlier one (`Analítico`, then `Só falhas`): these count once.
fn add_without_repeats(sections: &mut Vec<Section>, found: Vec<Section>, seen: &mut HashSet<(String, LineState)>) {
    let mut here = HashSet::new();
    for mut section in found {
        section.lines.retain(|line| {
            let Some(key) = &line.match_key else { return true };
            let mark = (key.clone(), line.state);
            let is_repeat = seen.contains(&mark);
            here.insert(mark);
            !is_repeat
        });
        sections.push(section);
    }
    seen.extend(here);
}

struct Reader<'a> {
    words: &'a Words,
    table: &'a Table,
    columns: Option<Columns>,
    heading_figures: Vec<(usize, Figure)>,
    heading_protocol: Option<usize>,
    /// Rows of a summary that name no request: their figures, and whether they say they are the sum.
    summary: Vec<(bool, Figures)>,
    done: Vec<Section>,
    now: Section,
}

impl<'a> Reader<'a> {
    fn new(table: &'a Table, words: &'a Words) -> Self {
        let protocol = names::protocols_in(&table.name).into_iter().next();
        let now = Section { protocol, said: fold(&table.name), ..Section::default() };
        let columns = columns_by_content(table, words);
        Self {
            words,
            table,
            columns,
            heading_figures: Vec::new(),
            heading_protocol: None,
            summary: Vec::new(),
            done: Vec::new(),
            now,
        }
    }

    fn row(&mut self, row: &Row) {
        if row.is_blank() {
            return;
        }
        if let Some(line) = self.columns.as_ref().and_then(|columns| line_of(row, columns, self.words)) {
            self.now.lines.push(line);
            return;
        }
        if let Some(columns) = self.header(row) {
            self.columns = Some(columns);
            self.heading_figures.clear();
            return;
        }
        if self.figure_row(row) {
            return;
        }
        self.loose_row(row);
    }

    /// Whether the row heads lines: a phone column and one that tells the state.
    fn header(&self, row: &Row) -> Option<Columns> {
        let roles: Vec<BTreeSet<Role>> = row.cells.iter().map(|it| self.words.roles_of(it)).collect();
        let all = |role: Role| roles.iter().enumerate().filter(move |(_, it)| it.contains(&role)).map(|(at, _)| at);
        let has_digits = row.cells.iter().any(|it| digits_in(it) >= PHONE_DIGITS_MIN);
        if has_digits || !roles.iter().any(|it| it.contains(&Role::Phone)) {
            return None;
        }
        let phone = self.phone_column(row, &all(Role::Phone).collect::<Vec<_>>());
        let mut columns = Columns {
            phone,
            area_code: all(Role::AreaCode).next(),
            name: all(Role::Name).find(|it| *it != phone),
            protocol: all(Role::Protocol).next(),
            statuses: all(Role::Status).collect(),
            reasons: all(Role::Reason).collect(),
            ..Columns::default()
        };
        if columns.statuses.is_empty() {
            let flags = [
                (Role::SentFlag, LineState::Sent),
                (Role::DeliveredFlag, LineState::Delivered),
                (Role::ReadFlag, LineState::Read),
                (Role::FailedFlag, LineState::Failed),
            ];
            columns.flags = flags.iter().flat_map(|(role, state)| all(*role).map(|at| (at, *state))).collect();
        }
        if columns.statuses.is_empty() && columns.flags.is_empty() {
            columns.implied = self.implied_state(&columns);
        }
        let tells = !columns.statuses.is_empty() || !columns.flags.is_empty() || columns.implied.is_some();
        tells.then_some(columns)
    }

    /// Of several columns that may hold the phone (`Contato`, `Destino`) the one with digits in the rows below.
    fn phone_column(&self, header: &Row, candidates: &[usize]) -> usize {
        let below = self.table.rows.iter().filter(|it| it.number > header.number).take(SAMPLE_ROWS);
        let rows: Vec<&Row> = below.collect();
        let filled = |at: usize| rows.iter().filter(|it| is_phone_like(it.cell(at))).count();
        candidates.iter().copied().max_by_key(|at| (filled(*at), usize::MAX - at)).unwrap_or(0)
    }

    /// A list under the title `NÃO ENTREGUES` needs no column for the state.
    fn implied_state(&self, columns: &Columns) -> Option<LineState> {
        let near = self.now.loose.last().map(|it| it.join(" ")).unwrap_or_default();
        [near.as_str(), self.table.name.as_str()]
            .iter()
            .map(|it| self.words.state_of(&fold(it)))
            .find(|it| *it != LineState::Unknown)
            .or_else(|| (!columns.reasons.is_empty()).then_some(LineState::Failed))
    }

    /// Rows under a row of figure words: `Campanha;Enviadas;Entregues;Falhas`.
    fn figure_row(&mut self, row: &Row) -> bool {
        let headings: Vec<(usize, Figure)> = row
            .cells
            .iter()
            .enumerate()
            .filter_map(|(at, cell)| self.words.figure_heading(cell).map(|figure| (at, figure)))
            .filter(|(_, figure)| !matches!(figure, Figure::Of))
            .collect();
        let has_numbers = row.cells.iter().any(|it| figures::plain_count(it).is_some());
        if headings.len() >= 2 && !has_numbers {
            self.heading_figures = headings;
            self.heading_protocol = row.cells.iter().position(|it| self.words.roles_of(it).contains(&Role::Protocol));
            return true;
        }
        if self.heading_figures.is_empty() {
            return false;
        }
        let counted: Vec<(Figure, u64)> = self
            .heading_figures
            .iter()
            .filter_map(|(at, figure)| figures::plain_count(row.cell(*at)).map(|count| (figure.clone(), count)))
            .collect();
        if counted.len() < 2 {
            return false;
        }
        self.summary_row(row, &counted);
        true
    }

    /// One row of a summary: its own request, if it names one; the sum of all, if it says so; else the whole.
    fn summary_row(&mut self, row: &Row, counted: &[(Figure, u64)]) {
        let text = row.cells.join(" ");
        let protocol = names::protocols_in(&text).into_iter().next();
        let is_sum = row.cells.iter().take(2).any(|it| fold(it).starts_with("total"));
        let mut figures = Figures::default();
        for (figure, count) in counted {
            figures.note(figure, *count);
        }
        match protocol {
            Some(protocol) => {
                let section = Section { protocol: Some(protocol), figures: figures.normalised(), ..Section::default() };
                self.done.push(section);
            }
            None if is_sum && self.done.iter().any(|it| !it.figures.is_empty()) => {}
            None => self.summary.push((is_sum, figures)),
        }
    }

    /// The figures of a summary: its own sum where it has one, checked against the rows above.
    fn summed(&mut self) -> Figures {
        let rows = std::mem::take(&mut self.summary);
        let Some((_, sum)) = rows.iter().rfind(|(is_sum, _)| *is_sum).filter(|_| rows.len() > 1) else {
            return rows.into_iter().fold(Figures::default(), |mut all, (_, it)| {
                all.complete_with(it);
                all
            });
        };
        let parts: Vec<&Figures> = rows.iter().filter(|(is_sum, _)| !is_sum).map(|(_, it)| it).collect();
        sum.checked_against(&parts)
    }

    fn loose_row(&mut self, row: &Row) {
        let text = row.cells.iter().map(String::as_str).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
        if let Some(protocol) = names::protocols_in(&text).into_iter().next() {
            let begins = self.now.protocol.as_ref().is_some_and(|it| *it != protocol);
            if begins && (!self.now.lines.is_empty() || !self.now.loose.is_empty()) {
                self.close();
            }
            self.now.protocol = Some(protocol);
        }
        if self.now.campaign.is_none() {
            self.now.campaign = campaign_of(row);
        }
        if self.now.said.len() < SAID_MAX {
            self.now.said.push('\n');
            self.now.said.push_str(&fold(&text));
        }
        self.now.loose.push(row.cells.clone());
    }

    /// Ends a section and begins the next.
    fn close(&mut self) {
        let mut section = std::mem::take(&mut self.now);
        section.figures.complete_with(self.summed());
        let around = figures::in_cells(section.loose.iter().map(Vec::as_slice), self.words);
        section.figures = std::mem::take(&mut section.figures).normalised().or(around);
        self.done.push(section);
    }

    fn finish(mut self) -> Vec<Section> {
        self.close();
        self.done
    }
}

/// `Campanha;Prova de vida` or `Campanha: Prova de vida`.
fn campaign_of(row: &Row) -> Option<String> {
    let filled: Vec<&str> = row.cells.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
    match filled.as_slice() {
        [label, value] if fold(label).trim_end_matches(':') == "campanha" => Some((*value).to_owned()),
        [text] => names::campaign_in(text),
        _ => None,
    }
}

/// Rows by which a column is judged.
const SAMPLE_ROWS: usize = 50;

/// A phone has at least its eight digits.
const PHONE_DIGITS_MIN: usize = 8;

fn digits_in(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Whether a cell may be a phone: eight to fifteen digits with hardly anything else.
fn is_phone_like(cell: &str) -> bool {
    let digits = digits_in(cell);
    let others = cell.chars().filter(|c| c.is_alphabetic() || *c == '/' || *c == ':').count();
    (PHONE_DIGITS_MIN..=15).contains(&digits) && others == 0
}

/// Columns of a table without any header: one of phones, one of words that name a state.
fn columns_by_content(table: &Table, words: &Words) -> Option<Columns> {
    let rows: Vec<&Row> = table.rows.iter().take(SAMPLE_ROWS).collect();
    let width = rows.iter().map(|it| it.cells.len()).max().unwrap_or(0).min(COLUMNS_MAX);
    let share = |is_it: &dyn Fn(&str) -> bool, at: usize| rows.iter().filter(|it| is_it(it.cell(at))).count();
    let enough = (rows.len() * 4).div_ceil(5).max(1);
    let is_state = |cell: &str| {
        let folded = fold(cell);
        folded.len() <= STATE_WORD_MAX && words.state_of(&folded) != LineState::Unknown
    };
    let phone = (0..width).find(|at| share(&is_phone_like, *at) >= enough)?;
    let status = (0..width).find(|at| *at != phone && share(&is_state, *at) >= enough)?;
    let is_name = |cell: &str| cell.contains(' ') && cell.chars().all(|c| c.is_alphabetic() || " '.-".contains(c));
    let name = (0..width).find(|at| *at != phone && *at != status && share(&is_name, *at) >= enough);
    Some(Columns { phone, name, statuses: vec![status], ..Columns::default() })
}

/// More columns than this no report has.
const COLUMNS_MAX: usize = 64;

/// A state is named in a few words.
const STATE_WORD_MAX: usize = 60;

/// A line, if the row has a phone where the phone should be.
fn line_of(row: &Row, columns: &Columns, words: &Words) -> Option<ReportLine> {
    let phone = phone_of(row, columns)?;
    let filled = |at: &usize| Some(row.cell(*at).trim()).filter(|it| !it.is_empty());
    let status_word = columns.statuses.iter().filter_map(filled).collect::<Vec<_>>().join(" / ");
    let remarks: Vec<&str> = columns.reasons.iter().filter_map(filled).collect();
    let remark = remarks.join(" / ");
    let state = state_of(row, columns, &status_word, &remark, words);
    let reason = reason_of(state, &status_word, &remarks, words);
    let protocol = columns.protocol.and_then(|at| {
        let cell = row.cell(at).trim();
        names::protocols_in(cell).into_iter().next().or_else(|| (!cell.is_empty()).then(|| cell.to_uppercase()))
    });
    Some(ReportLine {
        row: row.number,
        protocol,
        match_key: match_key(&phone),
        phone,
        name: columns.name.and_then(|at| filled(&at)).map(ToOwned::to_owned),
        opt_out: reason.as_deref().is_some_and(|it| words.is_opt_out(it)),
        status_word,
        state,
        reason,
    })
}

/// The phone as written, with the area code of its own column before it; `None` if there is none.
fn phone_of(row: &Row, columns: &Columns) -> Option<String> {
    let cell = row.cell(columns.phone).trim();
    // `whatsapp:+5547…`, `tel:+5547…` as platforms write it.
    let phone = cell
        .split_once(':')
        .filter(|(scheme, _)| scheme.bytes().all(|b| b.is_ascii_alphabetic()))
        .map_or(cell, |it| it.1);
    let letters = phone.chars().filter(|c| c.is_alphabetic()).count();
    if digits_in(phone) < PHONE_DIGITS_MIN || letters > LETTERS_BESIDE_PHONE_MAX || is_date(phone) {
        return None;
    }
    if letters > 0 && !names::protocols_in(phone).is_empty() {
        return None;
    }
    let area_code = columns.area_code.map(|at| row.cell(at).trim()).filter(|_| digits_in(phone) <= LOCAL_DIGITS_MAX);
    Some(match area_code {
        Some(area_code) if !area_code.is_empty() => format!("{area_code} {phone}"),
        Some(_) | None => phone.to_owned(),
    })
}

/// `05/08/2025 10:30`: two numbers of one or two digits before the year.
fn is_date(cell: &str) -> bool {
    let mut parts = cell.splitn(3, ['/', '-']).map(str::trim);
    let short = |part: Option<&str>| {
        part.is_some_and(|it| (1..=2).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_digit()))
    };
    let year = |part: &str| part.split([' ', 'T', ',']).next().is_some_and(|it| matches!(it.len(), 2 | 4));
    short(parts.next()) && short(parts.next()) && parts.next().is_some_and(year)
}

/// `cel.` may stand beside a phone; a sentence with eight digits is none.
const LETTERS_BESIDE_PHONE_MAX: usize = 4;

/// A phone without area code has at most nine digits.
const LOCAL_DIGITS_MAX: usize = 9;

/// The state of a line: by its word, by its yes-or-no columns, or by the title above it.
fn state_of(row: &Row, columns: &Columns, status_word: &str, remark: &str, words: &Words) -> LineState {
    if !columns.statuses.is_empty() {
        let mut state = columns.statuses.iter().map(|at| row.cell(*at)).filter(|it| !it.trim().is_empty()).fold(
            LineState::Unknown,
            |before, cell| match (before, words.state_of(&fold(cell))) {
                (LineState::Unknown, it) | (it, LineState::Unknown) => it,
                (one, other) => one.max(other),
            },
        );
        if state == LineState::Unknown && status_word.is_empty() && !remark.is_empty() {
            state = words.state_of(&fold(remark));
        }
        return state;
    }
    if !columns.flags.is_empty() {
        let yes = columns.flags.iter().filter(|(at, _)| words.says_yes(row.cell(*at))).map(|(_, state)| *state);
        let remark_state = words.reason_of(&fold(remark)).map(|_| LineState::Failed);
        return yes.max().max(remark_state).unwrap_or(LineState::Pending);
    }
    columns.implied.unwrap_or(LineState::Unknown)
}

/// Why a line failed: our word for it, else the company's own.
fn reason_of(state: LineState, status_word: &str, remarks: &[&str], words: &Words) -> Option<String> {
    let by_remark = words.reason_of(&fold(&remarks.join(" / ")));
    if state != LineState::Failed {
        // A person who got the message may still ask for no more.
        return by_remark.filter(|it| words.is_opt_out(it));
    }
    let own = || remarks.iter().find(|it| it.chars().any(char::is_alphabetic)).map(|it| (*it).to_owned());
    by_remark.or_else(|| words.reason_of(&fold(status_word))).or_else(own)
}

/// Area code and last eight digits, also of landlines and of the 12-digit form without the ninth digit.
pub(super) fn match_key(phone: &str) -> Option<String> {
    if let Some(number) = PhoneNumber::find(phone) {
        return Some(number.match_key());
    }
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let national = match digits.len() {
        12 | 13 => digits.strip_prefix("55")?,
        10 | 11 => digits.as_str(),
        _ => return None,
    };
    let (area, rest) = national.split_at_checked(2)?;
    let last = rest.get(rest.len().checked_sub(8)?..)?;
    Some(format!("{area}{last}"))
}
