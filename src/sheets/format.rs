//! Numbers as the spreadsheet program shows them on a Brazilian desk: masks (`000"."000`), dates, times, decimal comma.
//!
//! One deviation on purpose: a long number in the General or an exponent format shows all its digits, never
//! `5,54796E+12`, because the cell still has them.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::office::calendar::{month_name, weekday_name};

/// How a cell shows its number.
#[derive(Debug, Clone, PartialEq)]
pub enum NumberFormat {
    /// As many digits as there are.
    General,
    /// By a format code, section by section.
    Code(Vec<Section>),
}

/// One section of a format code.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    condition: Option<(Comparison, f64)>,
    tokens: Vec<Token>,
}

/// `[<=9999999]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}

/// One piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Literal(String),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    Year(usize),
    /// A month, or minutes beside hours or seconds.
    Month(usize),
    Minute(usize),
    Day(usize),
    Hour(usize),
    Second(usize),
    HalfDay,
    /// `[h]`, `[m]`, `[s]`: time that runs on past a day.
    Elapsed(char),
    /// Something that is shown as in General: `General`, fractions, exponents.
    Plain,
}

impl NumberFormat {
    /// The format of a style: by its code where the workbook defines one, else the built-in one as a Brazilian
    /// Excel shows it (ECMA-376, 18.8.30).
    #[must_use]
    pub fn of(id: u32, code: Option<&str>) -> Self {
        match code.or_else(|| built_in(id)) {
            Some(code) => Self::from_code(code),
            None => Self::General,
        }
    }

    /// Reads a format code.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        if code.eq_ignore_ascii_case("general") || code == "@" || code == "0" || code.len() > CODE_BYTES_MAX {
            return Self::General;
        }
        Self::Code(sections(code))
    }
}

/// Excel takes 255 characters.
const CODE_BYTES_MAX: usize = 1024;

/// Shows the number of a cell (as the file writes it) by its format.
pub fn show_number(written: &str, format: &NumberFormat, from_1904: bool, out: &mut String) {
    let written = written.trim();
    let plain = written.len() <= 15 && written.bytes().all(|b| b.is_ascii_digit());
    if plain && *format == NumberFormat::General {
        out.push_str(written);
        return;
    }
    match written.parse::<f64>() {
        Ok(value) if value.is_finite() => out.push_str(&show_value(value, format, from_1904)),
        _ => out.push_str(written),
    }
}

/// Shows a value by a format.
#[must_use]
pub fn show_value(value: f64, format: &NumberFormat, from_1904: bool) -> String {
    let NumberFormat::Code(sections) = format else { return show_general(value) };
    let Some((section, magnitude)) = choose(sections, value) else { return show_general(value) };
    let shown = if section.is_date() {
        show_date(value, &section.tokens, from_1904)
    } else if section.tokens.contains(&Token::Plain) {
        None
    } else {
        Some(show_masked(magnitude, &section.tokens))
    };
    shown.map_or_else(|| show_general(value), |it| it.trim().to_owned())
}

/// A date of ISO 8601 (cells of type `d`, .ods) as people write it: `05/08/2025`, `05/08/2025 14:30`, `14:30`.
#[must_use]
pub fn show_iso_date(text: &str) -> String {
    let text = text.trim().trim_end_matches('Z');
    if let Ok(moment) = text.parse::<jiff::civil::DateTime>() {
        let midnight = moment.time() == jiff::civil::Time::midnight();
        return moment.strftime(if midnight { "%d/%m/%Y" } else { "%d/%m/%Y %H:%M" }).to_string();
    }
    text.parse::<jiff::civil::Time>().map_or_else(|_| text.to_owned(), |it| it.strftime("%H:%M").to_string())
}

/// All digits of a number, decimal comma, no exponent.
fn show_general(value: f64) -> String {
    // Above 2^63 no list has numbers; an exponent is honest then.
    if value.abs() >= 9.0e18 {
        return format!("{value:e}");
    }
    if value.fract() == 0.0 {
        return format!("{value:.0}");
    }
    let mut text = format!("{value:.9}");
    while text.ends_with('0') {
        text.pop();
    }
    text.trim_end_matches('.').replace('.', ",")
}

/// The section for a value, and the value as that section shows it (the second section shows no sign of its own).
fn choose(sections: &[Section], value: f64) -> Option<(&Section, f64)> {
    if sections.iter().any(|it| it.condition.is_some()) {
        let fits = |it: &&Section| it.condition.is_none_or(|(comparison, limit)| comparison.holds(value, limit));
        return sections.iter().find(fits).map(|it| (it, value));
    }
    let (first, second, third) = (sections.first(), sections.get(1), sections.get(2));
    match (second, third) {
        (Some(second), _) if value < 0.0 => Some((second, value.abs())),
        (_, Some(third)) if value == 0.0 => Some((third, value)),
        _ => first.map(|it| (it, value)),
    }
}

impl Comparison {
    fn holds(self, value: f64, limit: f64) -> bool {
        match self {
            Self::Less => value < limit,
            Self::LessOrEqual => value <= limit,
            Self::Greater => value > limit,
            Self::GreaterOrEqual => value >= limit,
            Self::Equal => value == limit,
            Self::NotEqual => value != limit,
        }
    }
}

impl Section {
    fn is_date(&self) -> bool {
        self.tokens.iter().any(|it| match it {
            Token::Year(_)
            | Token::Month(_)
            | Token::Minute(_)
            | Token::Day(_)
            | Token::Hour(_)
            | Token::Second(_)
            | Token::HalfDay
            | Token::Elapsed(_) => true,
            Token::Literal(_) | Token::Digit(_) | Token::Point | Token::Comma | Token::Percent | Token::Plain => false,
        })
    }
}

/// Puts the digits of a number into a mask: `000"."000"."000"-"00`, `(00) 00000-0000`, `#.##0,00`.
fn show_masked(value: f64, tokens: &[Token]) -> String {
    let point = tokens.iter().position(|it| *it == Token::Point).unwrap_or(tokens.len());
    let (whole, fraction) = tokens.split_at(point);
    let is_digit = |it: &&Token| matches!(it, Token::Digit(_));
    let decimals = fraction.iter().filter(is_digit).count().min(15);
    let last_digit = whole.iter().rposition(|it| matches!(it, Token::Digit(_))).unwrap_or(0);
    let first_digit = whole.iter().position(|it| matches!(it, Token::Digit(_))).unwrap_or(0);
    let thousands_cut = whole.iter().skip(last_digit).filter(|it| **it == Token::Comma).count();
    let grouped = whole.get(first_digit..last_digit).is_some_and(|it| it.contains(&Token::Comma));
    let percents = i32::try_from(tokens.iter().filter(|it| **it == Token::Percent).count()).unwrap_or(0);
    let scaled = value * 100_f64.powi(percents) / 1000_f64.powi(i32::try_from(thousands_cut).unwrap_or(0));
    let text = format!("{:.decimals$}", scaled.abs());
    let (digits, rest) = text.split_once('.').unwrap_or((&text, ""));
    let digits = if digits == "0" { "" } else { digits };
    let mut shown = if scaled < 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) { "-" } else { "" }.to_owned();
    shown.push_str(&whole_part(digits, whole, grouped));
    let mut decimals_left = rest.chars();
    for token in fraction {
        if matches!(token, Token::Digit(_)) {
            shown.extend(decimals_left.next());
        } else {
            shown.push_str(if *token == Token::Point { "," } else { token.literal() });
        }
    }
    shown
}

impl Token {
    /// What it shows of itself.
    fn literal(&self) -> &str {
        match self {
            Self::Literal(text) => text,
            Self::Percent => "%",
            Self::Digit(_)
            | Self::Point
            | Self::Comma
            | Self::Year(_)
            | Self::Month(_)
            | Self::Minute(_)
            | Self::Day(_)
            | Self::Hour(_)
            | Self::Second(_)
            | Self::HalfDay
            | Self::Elapsed(_)
            | Self::Plain => "",
        }
    }
}

/// The digits before the comma, filled into their places from the right; the first place takes what is left over.
fn whole_part(digits: &str, tokens: &[Token], grouped: bool) -> String {
    let mut left: Vec<char> = digits.chars().collect();
    let first_place = tokens.iter().position(|it| matches!(it, Token::Digit(_)));
    let mut reversed = String::new();
    let mut placed = 0_usize;
    let mut push_digit = |reversed: &mut String, c: char| {
        if grouped && placed > 0 && placed.is_multiple_of(3) {
            reversed.push('.');
        }
        placed += 1;
        reversed.push(c);
    };
    for (index, token) in tokens.iter().enumerate().rev() {
        let Token::Digit(kind) = token else {
            reversed.extend(token.literal().chars().rev());
            continue;
        };
        match left.pop() {
            Some(c) => push_digit(&mut reversed, c),
            None if *kind == '0' => push_digit(&mut reversed, '0'),
            None => {}
        }
        if first_place == Some(index) {
            while let Some(c) = left.pop() {
                push_digit(&mut reversed, c);
            }
        }
    }
    reversed.chars().rev().collect()
}

/// Day, month and time of a serial number; `None` where it is no date of the program (then it is shown as a number).
fn show_date(serial: f64, tokens: &[Token], from_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    // To the second: 8:30 is stored as 0.354166666666667.
    let seconds_all = (serial * 86_400.0).round();
    #[expect(clippy::cast_possible_truncation, reason = "below 2,958,466 days")]
    let (days, seconds) = ((seconds_all / 86_400.0).floor() as i32, (seconds_all % 86_400.0) as u32);
    let day = serial_date(days, from_1904)?;
    let half_day = tokens.contains(&Token::HalfDay);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let hour_shown = if half_day { (hour + 11) % 12 + 1 } else { hour };
    let mut shown = String::new();
    for token in tokens {
        match token {
            Token::Year(width) if *width <= 2 => shown.push_str(&format!("{:02}", day.year() % 100)),
            Token::Year(_) => shown.push_str(&format!("{:04}", day.year())),
            Token::Month(width) => shown.push_str(&month_text(day, *width)),
            Token::Day(width) => shown.push_str(&day_text(day, *width)),
            Token::Hour(width) => shown.push_str(&format!("{hour_shown:0width$}")),
            Token::Minute(width) => shown.push_str(&format!("{minute:0width$}")),
            Token::Second(width) => shown.push_str(&format!("{second:0width$}")),
            Token::HalfDay => shown.push_str(if hour < 12 { "AM" } else { "PM" }),
            Token::Elapsed('h') => shown.push_str(&format!("{:.0}", (seconds_all / 3600.0).floor())),
            Token::Elapsed('m') => shown.push_str(&format!("{:.0}", (seconds_all / 60.0).floor())),
            Token::Elapsed(_) => shown.push_str(&format!("{seconds_all:.0}")),
            // Fractions of seconds, which no notice shows.
            Token::Digit(_) | Token::Point | Token::Comma | Token::Percent | Token::Plain => {}
            Token::Literal(text) => shown.push_str(text),
        }
    }
    Some(shown)
}

/// The day of a serial number. Excel's 29 February 1900 never was; days before it are one off.
#[must_use]
pub fn serial_date(days: i32, from_1904: bool) -> Option<Date> {
    let start = match (from_1904, days) {
        (true, _) => date(1904, 1, 1),
        (false, 0..60) => date(1899, 12, 31),
        (false, _) => date(1899, 12, 30),
    };
    start.checked_add(days.days()).ok()
}

fn month_text(day: Date, width: usize) -> String {
    let (month, name) = (day.month(), month_name(day.month()));
    match width {
        1 | 2 => format!("{month:0width$}"),
        3 => name.chars().take(3).collect(),
        5 => name.chars().take(1).collect(),
        _ => name.to_owned(),
    }
}

fn day_text(day: Date, width: usize) -> String {
    let name = weekday_name(day.weekday());
    match width {
        1 | 2 => format!("{:0width$}", day.day()),
        3 => name.chars().take(3).collect(),
        _ => name.to_owned(),
    }
}

/// Splits a code at `;` outside quotes and brackets, and reads each section.
fn sections(code: &str) -> Vec<Section> {
    let mut found = Vec::new();
    let mut current = String::new();
    let mut chars = code.chars();
    let (mut quoted, mut bracketed) = (false, false);
    while let Some(c) = chars.next() {
        match c {
            '\\' if !quoted => {
                current.push(c);
                current.extend(chars.next());
                continue;
            }
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            ';' if !quoted && !bracketed => {
                found.push(section(&std::mem::take(&mut current)));
                continue;
            }
            _ => {}
        }
        current.push(c);
    }
    found.push(section(&current));
    found
}

/// Reads one section.
fn section(code: &str) -> Section {
    let mut tokens = Vec::new();
    let mut condition = None;
    let chars: Vec<char> = code.chars().collect();
    let at = |index: usize| chars.get(index).copied();
    let mut index = 0;
    while let Some(c) = at(index) {
        let lower = c.to_ascii_lowercase();
        let run = chars.iter().skip(index).take_while(|it| it.to_ascii_lowercase() == lower).count();
        let mut step = 1;
        match lower {
            '"' => {
                let text: String = chars.iter().skip(index + 1).take_while(|it| **it != '"').collect();
                step = text.chars().count() + 2;
                tokens.push(Token::Literal(text));
            }
            '\\' => {
                step = 2;
                tokens.push(Token::Literal(at(index + 1).map(String::from).unwrap_or_default()));
            }
            '_' => {
                step = 2;
                tokens.push(Token::Literal(" ".to_owned()));
            }
            '*' => step = 2,
            '[' => {
                let inner: String = chars.iter().skip(index + 1).take_while(|it| **it != ']').collect();
                step = inner.chars().count() + 2;
                condition = condition.or_else(|| read_condition(&inner));
                tokens.extend(bracket_token(&inner));
            }
            '0' | '#' | '?' => tokens.push(Token::Digit(c)),
            '.' => tokens.push(Token::Point),
            ',' => tokens.push(Token::Comma),
            '%' => tokens.push(Token::Percent),
            'y' | 'm' | 'd' | 'h' | 's' => {
                step = run;
                tokens.push(date_token(lower, run));
            }
            'a' if starts_with(&chars, index, "am/pm") => {
                step = 5;
                tokens.push(Token::HalfDay);
            }
            'a' if starts_with(&chars, index, "a/p") => {
                step = 3;
                tokens.push(Token::HalfDay);
            }
            'g' if starts_with(&chars, index, "general") => {
                step = 7;
                tokens.push(Token::Plain);
            }
            'e' if matches!(at(index + 1), Some('+' | '-')) => tokens.push(Token::Plain),
            '/' if tokens.last().is_some_and(|it| matches!(it, Token::Digit(_))) => tokens.push(Token::Plain),
            '@' => {}
            _ => tokens.push(Token::Literal(c.to_string())),
        }
        index += step;
    }
    Section { condition, tokens: with_minutes(tokens) }
}

fn starts_with(chars: &[char], index: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(n, c)| chars.get(index + n).is_some_and(|it| it.to_ascii_lowercase() == c))
}

const fn date_token(letter: char, width: usize) -> Token {
    match letter {
        'y' => Token::Year(width),
        'm' => Token::Month(width),
        'd' => Token::Day(width),
        'h' => Token::Hour(width),
        _ => Token::Second(width),
    }
}

/// `[h]` runs on; `[$R$-416]` shows `R$`; colours and locales show nothing.
fn bracket_token(inner: &str) -> Option<Token> {
    let first = inner.chars().next()?.to_ascii_lowercase();
    if matches!(first, 'h' | 'm' | 's') && inner.chars().all(|it| it.to_ascii_lowercase() == first) {
        return Some(Token::Elapsed(first));
    }
    let currency = inner.strip_prefix('$')?.split('-').next().unwrap_or_default();
    (!currency.is_empty()).then(|| Token::Literal(currency.to_owned()))
}

fn read_condition(inner: &str) -> Option<(Comparison, f64)> {
    const SIGNS: [(&str, Comparison); 6] = [
        ("<=", Comparison::LessOrEqual),
        (">=", Comparison::GreaterOrEqual),
        ("<>", Comparison::NotEqual),
        ("<", Comparison::Less),
        (">", Comparison::Greater),
        ("=", Comparison::Equal),
    ];
    SIGNS.iter().find_map(|(sign, comparison)| Some((*comparison, inner.strip_prefix(sign)?.trim().parse().ok()?)))
}

/// `mm` beside hours or seconds is minutes (ECMA-376, 18.8.31).
fn with_minutes(mut tokens: Vec<Token>) -> Vec<Token> {
    let is_part = |it: &Token| {
        matches!(
            it,
            Token::Year(_) | Token::Month(_) | Token::Day(_) | Token::Hour(_) | Token::Second(_) | Token::Elapsed(_)
        )
    };
    let parts: Vec<usize> = tokens.iter().enumerate().filter(|(_, it)| is_part(it)).map(|(at, _)| at).collect();
    for (order, at) in parts.iter().enumerate() {
        let before = order.checked_sub(1).and_then(|it| parts.get(it)).and_then(|it| tokens.get(*it));
        let after = parts.get(order + 1).and_then(|it| tokens.get(*it));
        let in_time = matches!(before, Some(Token::Hour(_) | Token::Elapsed('h')))
            || matches!(after, Some(Token::Second(_) | Token::Elapsed('s')));
        if let Some(Token::Month(width)) = tokens.get(*at)
            && in_time
            && *width <= 2
        {
            let minutes = Token::Minute(*width);
            if let Some(place) = tokens.get_mut(*at) {
                *place = minutes;
            }
        }
    }
    tokens
}

/// The built-in formats as a Brazilian Excel shows them.
const fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 => "dd/mm/yyyy",
        15 => "dd/mmm/yy",
        16 => "dd/mmm",
        17 => "mmm/yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "hh:mm",
        21 => "hh:mm:ss",
        22 => "dd/mm/yyyy hh:mm",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{NumberFormat, show_iso_date, show_number};

    fn check(written: &str, code: &str, shown: &str) {
        let mut out = String::new();
        show_number(written, &NumberFormat::from_code(code), false, &mut out);
        assert_eq!(out, shown, "{written} by {code}");
    }

    #[test]
    fn masks_of_cells_are_honoured() {
        check("123", "000000", "000123");
        check("3312133971", r#"000"."000"."000"-"00"#, "033.121.339-71");
        check("3312133971", r"000\.000\.000\-00", "033.121.339-71");
        check("47991234567", r"\(00\)\ 00000\-0000", "(47) 99123-4567");
        check("4734331234", r"[<=9999999999](00) 0000-0000;(00) 00000-0000", "(47) 3433-1234");
        check("47991234567", r"[<=9999999999](00) 0000-0000;(00) 00000-0000", "(47) 99123-4567");
        check("4873", "#,##0", "4.873");
        check("1234567.5", "#,##0.00", "1.234.567,50");
        check("-5.5", "0.00", "-5,50");
        check("-5.5", "0.00;(0.00)", "(5,50)");
        check("0.125", "0.0%", "12,5%");
        check("1500", "[$R$-416] #,##0.00", "R$ 1.500,00");
        check("0", "#", "");
    }

    #[test]
    fn a_long_number_keeps_all_its_digits() {
        check("5547991234567", "General", "5547991234567");
        check("5.547991234567E12", "General", "5547991234567");
        check("5547991234567", "0.00E+00", "5547991234567");
        check("47991234567.0", "0", "47991234567");
        check("0.30000000000000004", "General", "0,3");
        check("abc", "0", "abc");
    }

    #[test]
    fn dates_and_times_are_shown_as_a_person_sees_them() {
        check("45894", "dd/mm/yyyy", "25/08/2025");
        check("45894", "d/m/yy", "25/8/25");
        check("45894", "dd/mmm", "25/ago");
        check("45894", r#"d" de "mmmm" de "yyyy"#, "25 de agosto de 2025");
        check("45894", "dddd", "segunda-feira");
        check("45894.354166666664", "dd/mm/yyyy hh:mm", "25/08/2025 08:30");
        check("0.354166666666667", "h:mm", "8:30");
        check("0.354166666666667", "hh:mm:ss", "08:30:00");
        check("0.999999", "hh:mm", "00:00");
        check("0.6041666666666666", "h:mm AM/PM", "2:30 PM");
        check("0.354166666666667", r#"hh"h"mm"#, "08h30");
        check("1.5", "[h]:mm", "36:00");
        check("45894", "[$-416]d-mmm-yy;@", "25-ago-25");
        check("-3", "dd/mm/yyyy", "-3");
        let mut out = String::new();
        show_number("44432", &NumberFormat::of(14, None), true, &mut out);
        assert_eq!(out, "25/08/2025", "days counted from 1904");
        assert_eq!(show_iso_date("2025-08-25T08:30:00"), "25/08/2025 08:30");
        assert_eq!(show_iso_date("2025-08-25"), "25/08/2025");
    }

    proptest::proptest! {
        #[test]
        fn any_code_shows_any_number(code in "[0#?.,%;yMmdhs\\[\\]<=>\"\\\\_*@/E+ -]{0,24}", value in -1e9..1e12_f64) {
            let _ = super::show_value(value, &NumberFormat::from_code(&code), false);
        }
    }
}
