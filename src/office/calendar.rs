//! Working days of a Brazilian office: national holidays, local ones, and durations as the configuration writes them.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

/// A length of time as configuration and rules write it: `10m`, `72h`, `2 business days`, `2 dias uteis`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Seconds of the clock.
    Seconds(i64),
    /// Working days of the office.
    BusinessDays(u32),
}

impl Length {
    /// Reads a length: a number with `s`, `m`, `h`, `d`, or a number of business days (`dias uteis`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let folded = super::fold(text);
        let digits: String = folded.chars().take_while(char::is_ascii_digit).collect();
        let number: i64 = digits.parse().ok()?;
        let seconds = |unit: i64| number.checked_mul(unit).map(Self::Seconds);
        match folded.get(digits.len()..)?.trim() {
            "s" | "segundo" | "segundos" | "second" | "seconds" => seconds(1),
            "m" | "min" | "minuto" | "minutos" | "minute" | "minutes" => seconds(60),
            "h" | "hora" | "horas" | "hour" | "hours" => seconds(3600),
            "d" | "dia" | "dias" | "day" | "days" => seconds(86_400),
            "dia util" | "dias uteis" | "business day" | "business days" => {
                u32::try_from(number).ok().map(Self::BusinessDays)
            }
            _ => None,
        }
    }
}

/// The months in Portuguese.
pub const MONTHS: [&str; 12] = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];

/// The same, folded.
pub const MONTHS_FOLDED: [&str; 12] = [
    "janeiro",
    "fevereiro",
    "marco",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];

/// `março` for 3; nothing for what is no month.
#[must_use]
pub fn month_name(month: i8) -> &'static str {
    usize::try_from(month).ok().and_then(|it| MONTHS.get(it.checked_sub(1)?)).copied().unwrap_or_default()
}

/// 3 for a folded word that is `marco` or `mar`.
#[must_use]
pub fn month_named(folded: &str) -> Option<i8> {
    let is_it = |name: &&str| *name == folded || (folded.len() == 3 && name.starts_with(folded));
    (1..).zip(&MONTHS_FOLDED).find(|(_, name)| is_it(name)).map(|(month, _)| month)
}

/// The months as a heading names them: `Janeiro` and so on.
pub fn month_headings() -> impl Iterator<Item = String> {
    MONTHS.iter().map(|name| {
        let mut letters = name.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    })
}

/// `segunda-feira`.
#[must_use]
pub const fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "segunda-feira",
        Weekday::Tuesday => "terça-feira",
        Weekday::Wednesday => "quarta-feira",
        Weekday::Thursday => "quinta-feira",
        Weekday::Friday => "sexta-feira",
        Weekday::Saturday => "sábado",
        Weekday::Sunday => "domingo",
    }
}

/// The days on which the office does not work.
#[derive(Debug, Clone, Default)]
pub struct Holidays {
    local: Vec<(i8, i8)>,
}

impl Holidays {
    /// The national holidays and, besides, local ones as (month, day), the same every year.
    #[must_use]
    pub const fn with_local(local: Vec<(i8, i8)>) -> Self {
        Self { local }
    }

    /// Whether the office works on this day.
    #[must_use]
    pub fn is_business_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.is_holiday(day)
    }

    /// Whether the day is a national or local holiday.
    #[must_use]
    pub fn is_holiday(&self, day: Date) -> bool {
        let month_day = (day.month(), day.day());
        FIXED.contains(&month_day)
            || (month_day == (11, 20) && day.year() >= 2024)
            || self.local.contains(&month_day)
            || movable(day.year()).contains(&Some(day))
    }

    /// The day that comes `days` working days after `day`; `day` itself does not count.
    #[must_use]
    pub fn after(&self, day: Date, days: u32) -> Date {
        let mut left = days;
        let mut at = day;
        while left > 0 {
            let Ok(next) = at.tomorrow() else { return at };
            at = next;
            if self.is_business_day(at) {
                left -= 1;
            }
        }
        at
    }
}

/// National holidays on fixed days (Lei 662/1949, 6.802/1980, 10.607/2002); 20 November since 2024 (Lei 14.759/2023).
const FIXED: [(i8, i8); 8] = [(1, 1), (4, 21), (5, 1), (9, 7), (10, 12), (11, 2), (11, 15), (12, 25)];

/// Days that move with Easter: Carnival Monday and Tuesday, Good Friday, Corpus Christi.
fn movable(year: i16) -> [Option<Date>; 4] {
    let easter = easter(year);
    let at = |days: i32| easter.and_then(|it| it.checked_add(days.days()).ok());
    [at(-48), at(-47), at(-2), at(60)]
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus, Astronomical Algorithms, ch. 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let a = y % 19;
    let (b, c) = (y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    #[test]
    fn months_are_known_by_name_and_by_three_letters() {
        for (month, name) in (1..).zip(super::MONTHS) {
            assert_eq!(super::MONTHS_FOLDED[usize::try_from(month - 1).unwrap()], crate::office::fold(name));
            assert_eq!(super::month_name(month), name);
            let folded = crate::office::fold(name);
            assert_eq!(super::month_named(&folded), Some(month));
            assert_eq!(super::month_named(&folded[..3]), Some(month));
        }
        for other in ["", "ma", "marcos", "mai0"] {
            assert_eq!(super::month_named(other), None, "{other}");
        }
        assert_eq!(super::month_headings().nth(2).unwrap(), "Março");
    }

    use super::{Holidays, Length};

    #[test]
    fn lengths_are_read_in_both_languages() {
        assert_eq!(Length::parse("10m"), Some(Length::Seconds(600)));
        assert_eq!(Length::parse("72h"), Some(Length::Seconds(259_200)));
        assert_eq!(Length::parse("2 business days"), Some(Length::BusinessDays(2)));
        assert_eq!(Length::parse("2 dias úteis"), Some(Length::BusinessDays(2)));
        assert_eq!(Length::parse("soon"), None);
    }

    #[test]
    fn holidays_and_weekends_do_not_count() {
        let office = Holidays::with_local(vec![(3, 9)]);
        assert!(office.is_holiday(date(2026, 4, 3)), "Good Friday");
        assert!(office.is_holiday(date(2026, 2, 17)), "Carnival Tuesday");
        assert!(office.is_holiday(date(2026, 6, 4)), "Corpus Christi");
        assert!(office.is_holiday(date(2025, 11, 20)) && !office.is_holiday(date(2023, 11, 20)));
        assert!(!office.is_business_day(date(2026, 3, 9)), "the day of Joinville");
        assert_eq!(office.after(date(2026, 4, 2), 1), date(2026, 4, 6));
    }
}
