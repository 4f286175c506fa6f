//! When a communication shall go, as people write it: `no dia 05/01 às 9h`, `na segunda de manhã`, `amanhã cedo`.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time, Weekday};

use super::features::Speakers;
use crate::office::{SendAt, has_words};

/// What a letter says of the time of sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// Nothing: at once.
    Now,
    /// A day, perhaps an hour.
    At(SendAt),
    /// Something that cannot be decided, and why.
    Undecided(String),
}

/// Reads the time of sending from one folded sentence, if it speaks of sending; `heading` = the sentence is the value
/// of a heading such as `Data de envio:`, where any date counts.
#[must_use]
pub fn read(folded: &str, heading: bool, who: &Speakers<'_>, now: DateTime) -> Option<When> {
    let by_channel = || who.has("canal", "email", folded) || who.has("canal", "whatsapp", folded);
    if !heading && !who.has("quando", "envio", folded) && !who.has("pedido", "envia", folded) && !by_channel() {
        return None;
    }
    let words = words_of(folded);
    let vague = [
        "semana que vem",
        "proxima semana",
        "fim do mes",
        "final do mes",
        "inicio do mes",
        "comeco do mes",
        "apos o feriado",
        "depois do feriado",
        "a combinar",
        "a definir",
        "proximo mes",
        "mes que vem",
        "nos proximos dias",
        "depois do recesso",
        "apos o recesso",
        "quando eu avisar",
        "quando eu confirmar",
    ];
    let mut day: Option<Date> = None;
    let mut weekday: Option<Weekday> = None;
    let mut at = 0;
    while at < words.len() {
        if let Some((found, taken)) = date_at(&words, at, now.date()) {
            if heading || is_of_sending(&words, at, who) {
                match found {
                    Some(found) if day.is_some_and(|it| it != found) => {
                        return Some(When::Undecided("two different dates".to_owned()));
                    }
                    Some(found) => day = Some(found),
                    None => return Some(When::Undecided("a date that does not exist".to_owned())),
                }
            }
            at += taken;
            continue;
        }
        if let Some(found) = words.get(at).and_then(|it| weekday_of(it))
            && (heading || is_of_sending(&words, at, who))
        {
            weekday = Some(found);
        }
        at += 1;
    }
    if day.is_none() && relative(folded, "depois de amanha") {
        day = now.date().checked_add(2.days()).ok();
    } else if day.is_none() && relative(folded, "amanha") {
        day = now.date().tomorrow().ok();
    }
    let day = match (day, weekday) {
        (Some(day), Some(weekday)) if day.weekday() != weekday => {
            return Some(When::Undecided("weekday and date contradict each other".to_owned()));
        }
        (Some(day), _) => day,
        (None, Some(weekday)) => next_weekday(now.date(), weekday),
        (None, None) => {
            if vague.iter().any(|it| has_words(folded, it)) && (heading || who.has("quando", "envio", folded)) {
                return Some(When::Undecided("no day is said".to_owned()));
            }
            return time_today(&words, now, heading);
        }
    };
    Some(with_time(day, &words, folded, who, now))
}

fn with_time(day: Date, words: &[String], folded: &str, who: &Speakers<'_>, now: DateTime) -> When {
    let time = time_in(words);
    if day < now.date() {
        return When::Undecided("the date has passed".to_owned());
    }
    let _ = (folded, who);
    match time {
        Some(time) => {
            let at = day.to_datetime(time);
            if at < now {
                When::Undecided("the hour has passed".to_owned())
            } else {
                When::At(SendAt { at, hour_is_known: true })
            }
        }
        None if day == now.date() => When::Now,
        None => When::At(SendAt { at: day.to_datetime(Time::midnight()), hour_is_known: false }),
    }
}

/// `enviar hoje às 15h`: today, if the hour is still to come.
fn time_today(words: &[String], now: DateTime, heading: bool) -> Option<When> {
    let today = words.iter().any(|it| it == "hoje");
    if !today && !heading {
        return None;
    }
    let time = time_in(words)?;
    let at = now.date().to_datetime(time);
    Some(if at > now {
        When::At(SendAt { at, hour_is_known: true })
    } else {
        When::Undecided("the hour has passed".to_owned())
    })
}

/// `amanhã`, unless it is said of something else (`o evento de amanhã`, `até amanhã`).
fn relative(folded: &str, phrase: &str) -> bool {
    has_words(folded, phrase)
        && !["de amanha", "ate amanha", "da amanha", "e amanha", "sera amanha", "novo texto amanha"]
            .iter()
            .any(|it| folded.contains(it) && phrase == "amanha")
}

/// The words with `/`, `:`, and `h` kept inside numbers.
fn words_of(folded: &str) -> Vec<String> {
    folded
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '!' | '?' | '"' | '*' | '–' | '\''))
        .map(|it| it.trim_matches(|c: char| matches!(c, '.' | ':' | '-' | '[' | ']')))
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

const MONTHS: [&str; 12] = [
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

/// A date at this word: the date (`None` if it cannot exist) and how many words it takes.
fn date_at(words: &[String], at: usize, today: Date) -> Option<(Option<Date>, usize)> {
    let word = words.get(at)?;
    let parts: Vec<&str> = word.split(['/', '.']).collect();
    if let [day, month] | [day, month, _] = parts.as_slice() {
        let day: i8 = day.trim_end_matches('o').parse().ok()?;
        let month: i8 = month.parse().ok()?;
        if !(1..=31).contains(&day) || !(1..=12).contains(&month) || (!word.contains('/') && parts.len() < 3) {
            return None;
        }
        let year = match parts.get(2) {
            Some(text) => Some(year_of(text)?),
            None => None,
        };
        return Some((in_year(day, month, year, today), 1));
    }
    let day: i8 = word.trim_end_matches('o').parse().ok()?;
    if !(1..=31).contains(&day) {
        return None;
    }
    let next = words.get(at + 1).map(String::as_str);
    let month_at = if next == Some("de") { at + 2 } else { at + 1 };
    if let Some(month) = words.get(month_at).and_then(|it| month_of(it)) {
        let year_at = if words.get(month_at + 1).is_some_and(|it| it == "de") { month_at + 2 } else { month_at + 1 };
        let year = words.get(year_at).filter(|it| it.len() == 4).and_then(|it| year_of(it));
        let taken = if year.is_some() { year_at + 1 - at } else { month_at + 1 - at };
        return Some((in_year(day, month, year, today), taken));
    }
    // `dia 29`: the next such day.
    let said_day = at > 0 && words.get(at - 1).is_some_and(|it| it == "dia");
    said_day.then(|| (next_day(day, today), 1))
}

fn month_of(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|it| *it == word || (word.len() == 3 && it.starts_with(word)))?;
    i8::try_from(at + 1).ok()
}

fn year_of(text: &str) -> Option<i16> {
    let year: i16 = text.parse().ok()?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

/// A date without a year is the next such date from the day of writing.
fn in_year(day: i8, month: i8, year: Option<i16>, today: Date) -> Option<Date> {
    if let Some(year) = year {
        return Date::new(year, month, day).ok();
    }
    let this = Date::new(today.year(), month, day).ok();
    match this {
        Some(date) if date >= today => Some(date),
        // A few weeks ago is a slip, not next year: only the turn of the year is meant.
        Some(date) if today.since(date).is_ok_and(|it| it.get_days() < 120) && today.month() < 11 => Some(date),
        _ => Date::new(today.year() + 1, month, day).ok(),
    }
}

fn next_day(day: i8, today: Date) -> Option<Date> {
    let this = Date::new(today.year(), today.month(), day).ok();
    if let Some(date) = this.filter(|it| *it >= today) {
        return Some(date);
    }
    let next = today.first_of_month().checked_add(1.month()).ok()?;
    Date::new(next.year(), next.month(), day).ok()
}

fn weekday_of(word: &str) -> Option<Weekday> {
    let bare = word.strip_suffix("-feira").unwrap_or(word);
    Some(match bare {
        "segunda" | "2a" => Weekday::Monday,
        "terca" | "3a" => Weekday::Tuesday,
        "quarta" | "4a" => Weekday::Wednesday,
        "quinta" | "5a" => Weekday::Thursday,
        "sexta" | "6a" => Weekday::Friday,
        "sabado" => Weekday::Saturday,
        "domingo" => Weekday::Sunday,
        _ => return None,
    })
}

/// The next such weekday after today.
fn next_weekday(today: Date, weekday: Weekday) -> Date {
    let mut day = today;
    for _ in 0..7 {
        day = day.tomorrow().unwrap_or(day);
        if day.weekday() == weekday {
            break;
        }
    }
    day
}

/// `9h`, `9h30`, `09:00`, `9 horas`, after `às` or `a partir das`.
fn time_in(words: &[String]) -> Option<Time> {
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| words.get(it)).map(String::as_str);
        let said = matches!(before, Some("as" | "a" | "das" | "pelas" | "h" | "hora" | "horario" | "partir"));
        let next = words.get(at + 1).map(String::as_str);
        let (hour, minute) = if let Some((hour, minute)) = word.split_once('h') {
            (hour, minute.trim_end_matches("min"))
        } else if let Some((hour, minute)) = word.split_once(':') {
            (hour, minute.trim_end_matches('h'))
        } else if said && matches!(next, Some("horas" | "h" | "hs")) {
            (word.as_str(), "")
        } else {
            continue;
        };
        let Ok(hour) = hour.parse::<i8>() else { continue };
        let minute: i8 = if minute.is_empty() || minute == "s" || minute == "rs" { 0 } else { minute.parse().ok()? };
        if let Ok(time) = Time::new(hour, minute, 0, 0) {
            return Some(time);
        }
    }
    if words.iter().any(|it| it == "meio-dia") {
        return Time::new(12, 0, 0, 0).ok();
    }
    None
}

/// Whether the date at this word is the time of sending: `no dia 5`, `para segunda`, `em 05/01` after no event
/// (`agendadas para 25/08`, `palestra de 02/10`, `até sexta` are not).
fn is_of_sending(words: &[String], at: usize, who: &Speakers<'_>) -> bool {
    let mut place = at;
    let before = |at: usize, back: usize| at.checked_sub(back).and_then(|it| words.get(it)).map_or("", String::as_str);
    // `terça-feira, 20/11`, `segunda (12)`: the weekday before is part of the date.
    while place > 0
        && (weekday_of(before(place, 1)).is_some()
            || matches!(
                before(place, 1),
                "dia" | "proximo" | "proxima" | "manha" | "feira" | "amanha" | "hoje" | "vem"
            )
            || (before(place, 1) == "que" && weekday_of(before(place, 2)).is_some()))
    {
        place -= 1;
    }
    let preposition = before(place, 1);
    // `depois das 18h de sexta-feira`, `por e-mail, quarta-feira`.
    let after_hour = matches!(preposition, "de" | "da" | "do")
        && before(place, 2).split_once('h').is_some_and(|it| it.0.parse::<u8>().is_ok());
    let after_channel =
        ["email", "whatsapp"].iter().any(|key| who.words.phrases("canal", key).iter().any(|it| it == preposition));
    // `a partir do dia 22/09`, `depois do dia 22`.
    let after_start = matches!(preposition, "de" | "da" | "do" | "das") && before(place, 2) == "partir";
    if after_hour || after_channel || after_start {
        return true;
    }
    if !matches!(
        preposition,
        "no" | "na"
            | "em"
            | "para"
            | "pra"
            | "pro"
            | "a"
            | "partir"
            | "nesta"
            | "neste"
            | "nessa"
            | "somente"
            | "so"
            | "apenas"
            | "agendado"
            | "programado"
            | "o"
            | ""
    ) && place == at
    {
        return false;
    }
    if matches!(
        preposition,
        "de" | "do" | "da" | "ate" | "desde" | "das" | "dos" | "entre" | "e" | "com" | "pois" | "porque" | "que"
    ) {
        return false;
    }
    let mut subject = before(place, 2);
    if matches!(subject, "so" | "somente" | "apenas" | "para" | "a") {
        subject = before(place, 3);
    }
    let allowed = [
        "enviado",
        "enviada",
        "disparado",
        "disparada",
        "programado",
        "agendado",
        "agendada",
        "programada",
        "liberado",
        "divulgado",
        "divulgada",
        "encaminhado",
        "encaminhada",
        "enviados",
        "enviadas",
        "cedo",
    ];
    if who.words.phrases("publico", "pessoas").iter().any(|it| it == subject) {
        let plans = words.iter().any(|it| {
            it.starts_with("program") || it.starts_with("agend") && !it.ends_with("os") && !it.ends_with("as")
        });
        return plans || !matches!(preposition, "para" | "pra" | "pro");
    }
    let event = [
        "ada",
        "adas",
        "ado",
        "ados",
        "ida",
        "idas",
        "ido",
        "idos",
        "ista",
        "istas",
        "sta",
        "stas",
        "cao",
        "coes",
        "ra",
        "tra",
        "tras",
        "iao",
        "pericia",
        "pericias",
        "prazo",
        "vencimento",
        "evento",
        "curso",
        "aula",
        "encontro",
        "feriado",
        "data",
        "mudou",
        "hora",
        "horario",
    ]
    .iter()
    .any(|ending| subject.ends_with(ending));
    !event || allowed.contains(&subject)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{When, read};
    use crate::office::{Vocabulary, fold};
    use crate::understanding::features::{Heard, Speakers};

    /// Friday, 5 September 2025, nine o'clock.
    fn check(text: &str) -> Option<String> {
        let who = Speakers {
            words: Vocabulary::shipped(),
            desk: Vec::new(),
            sender: Vec::new(),
            house: Vec::new(),
            heard: Heard::default(),
        };
        match read(&fold(text), false, &who, date(2025, 9, 5).at(9, 0, 0, 0)) {
            Some(When::At(at)) => Some(at.to_string()),
            Some(When::Undecided(_)) => Some("?".to_owned()),
            Some(When::Now) | None => None,
        }
    }

    #[test]
    fn the_time_of_sending_is_read_as_people_write_it() {
        assert_eq!(check("Disparar para toda a base no dia 08/09 às 9h").as_deref(), Some("2025-09-08T09:00"));
        assert_eq!(check("Pode enviar na segunda-feira de manhã").as_deref(), Some("2025-09-08"));
        assert_eq!(check("Programar o envio para 10 de outubro, às 14h30").as_deref(), Some("2025-10-10T14:30"));
        assert_eq!(check("favor enviar amanhã cedo").as_deref(), Some("2025-09-06"));
    }

    #[test]
    fn dates_of_events_are_no_time_of_sending() {
        assert_eq!(check("enviar aos convocados da perícia de 25/09"), None);
        assert_eq!(check("enviar o aviso das avaliações agendadas para 25/09"), None);
        assert_eq!(check("A palestra será no dia 25/09"), None);
    }

    #[test]
    fn what_contradicts_itself_or_has_passed_is_asked() {
        assert_eq!(check("Programar o envio para terça-feira, 11/09, às 8h").as_deref(), Some("?"));
        assert_eq!(check("enviar no dia 01/09/2025").as_deref(), Some("?"));
        assert_eq!(check("enviar na semana que vem").as_deref(), Some("?"));
    }
}
