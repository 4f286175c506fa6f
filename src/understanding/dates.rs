//! When a communication shall go, as people write it: `no dia 05/01 às 9h`, `na segunda de manhã`, `amanhã cedo`.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time, Weekday};

use super::features::Speakers;
use super::hindrance;
use crate::office::calendar::{Holidays, month_named};
use crate::office::{SendAt, find_words, has_words};

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

/// The day on which a letter came.
#[derive(Debug, Clone, Copy)]
pub struct Today<'a> {
    /// Day and hour.
    pub now: DateTime,
    /// Days on which the office does not work: `no próximo dia útil`.
    pub holidays: &'a Holidays,
}

/// Reads the time of sending from one folded sentence, if it speaks of sending; `heading` = the sentence is the value
/// of a heading such as `Data de envio:`, where any date counts.
#[must_use]
pub fn read(folded: &str, heading: bool, who: &Speakers<'_>, today: Today<'_>) -> Option<When> {
    let now = today.now;
    let by_channel = || who.has("canal", "email", folded) || who.has("canal", "whatsapp", folded);
    // Whoever names the list, or opens the text with a colon, speaks of the sending, however the verb is spelt.
    let about = || who.has("publico", "restrito", folded) || folded.ends_with(':');
    if !heading
        && !who.has("quando", "envio", folded)
        && !who.has("pedido", "envia", folded)
        && !by_channel()
        && !about()
    {
        return None;
    }
    // `…, porque o site só muda no dia 7`
    let said = hindrance::without_reasons(folded, who);
    let folded = &*said;
    let words = words_of(folded);
    let starts = clause_starts(folded);
    let mut perhaps = false;
    let mut meant = |words: &[String], at: usize| match meant_by(words, &starts, at, who) {
        Meant::Sending => true,
        Meant::Event => false,
        Meant::Perhaps => {
            perhaps = true;
            false
        }
    };
    let mut day: Option<Date> = None;
    let mut weekday: Option<Weekday> = None;
    let mut event: Option<Date> = None;
    let mut at = 0;
    while at < words.len() {
        if let Some((found, taken)) = date_at(&words, at, now.date()) {
            event = event.or(found);
            // `a semana de 19 a 23 de julho` is no day.
            if !ends_range(&words, at) && (heading || meant(&words, at)) {
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
        // `a segunda turma` counts.
        let counts = words.get(at).is_some_and(|it| !it.contains('-'))
            && starts.get(at + 1) == Some(&false)
            && words.get(at + 1).is_some_and(|it| who.words.is_phrase("quando", "contado", it));
        if let Some(found) = words.get(at).filter(|_| !counts).and_then(|it| weekday_of(it))
            && (heading || meant(&words, at))
        {
            weekday = Some(found);
        }
        at += 1;
    }
    // `O ensaio é na quinta, 19/11, e o lembrete sai na véspera`: the day before another.
    if who.has("quando", "vespera", folded) {
        let before = day.or(event).or_else(|| weekday.map(|it| next_weekday(now.date(), it)));
        let Some(eve) = before.and_then(|it| it.yesterday().ok()) else {
            return Some(When::Undecided("the day before which day?".to_owned()));
        };
        return Some(with_time(eve, &words, now));
    }
    if day.is_none() && weekday.is_none() {
        day = business_day(folded, who, today);
    }
    if day.is_none() && relative(folded, "depois de amanha", who) {
        day = now.date().checked_add(2.days()).ok();
    } else if day.is_none() && relative(folded, "amanha", who) {
        day = now.date().tomorrow().ok();
    }
    let day = match (day, weekday) {
        (Some(day), Some(weekday)) if day.weekday() != weekday => {
            return Some(When::Undecided("weekday and date contradict each other".to_owned()));
        }
        (Some(day), _) => day,
        (None, Some(weekday)) => next_weekday(now.date(), weekday),
        (None, None) => {
            let vague = who.has("quando", "vago", folded) && (heading || who.has("quando", "envio", folded));
            if vague || vaguely(folded, who) {
                return Some(When::Undecided("no day is said".to_owned()));
            }
            if perhaps {
                return Some(When::Undecided("the day of sending or of the event?".to_owned()));
            }
            return time_today(&words, now, heading);
        }
    };
    Some(with_time(day, &words, now))
}

/// Whether the date at this word ends a range of days: `de 19 a 23 de julho`.
fn ends_range(words: &[String], at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).and_then(|it| words.get(it)).map_or("", String::as_str);
    matches!(word(1), "a" | "ate") && word(2).parse::<u8>().is_ok_and(|it| (1..=31).contains(&it))
}

/// `para a semana que vem`, `por e-mail, no fim da tarde`: a vague time that stands apart or after `para`; one after
/// `da` or `do` belongs to an event.
fn vaguely(folded: &str, who: &Speakers<'_>) -> bool {
    ["vago", "vago-apartado"].iter().flat_map(|key| who.said("quando", key, folded)).any(|(_, at)| {
        let before = folded.get(..at).unwrap_or_default().trim_end();
        let bare = ["a", "o", "na", "no", "logo", "la", "isso", "ja"].iter().fold(before, |text, word| {
            text.strip_suffix(word).filter(|it| it.is_empty() || it.ends_with([' ', ','])).map_or(text, str::trim_end)
        });
        let last = bare.rsplit(' ').next().unwrap_or_default();
        bare.is_empty()
            || bare.ends_with([',', ';', ':', '('])
            || matches!(last, "para" | "pra" | "so" | "somente" | "apenas")
    })
}

/// `no próximo dia útil`, `no primeiro dia útil do mês que vem`: counted without weekends and holidays.
fn business_day(folded: &str, who: &Speakers<'_>, today: Today<'_>) -> Option<Date> {
    let date = today.now.date();
    let month = date.first_of_month().checked_add(1.month()).ok()?;
    // `no primeiro dia útil de maio`
    let of_month = ["primeiro dia util de ", "1o dia util de "].iter().find_map(|it| {
        let at = find_words(folded, it.trim_end())?;
        let name = folded.get(at + it.len()..)?.split(|c: char| !c.is_alphanumeric()).next()?;
        let month = month_named(name)?;
        let year = if month < date.month() { date.year() + 1 } else { date.year() };
        Date::new(year, month, 1).ok()
    });
    if let Some(first) = of_month {
        Some(today.holidays.after(first.yesterday().ok()?, 1))
    } else if who.has("quando", "primeiro-util", folded) {
        let before = month.yesterday().ok()?;
        Some(today.holidays.after(before, 1))
    } else if who.has("quando", "proximo-util", folded) {
        Some(today.holidays.after(date, 1))
    } else {
        None
    }
}

fn with_time(day: Date, words: &[String], now: DateTime) -> When {
    let time = time_in(words);
    if day < now.date() {
        return When::Undecided("the date has passed".to_owned());
    }
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
fn relative(folded: &str, phrase: &str, who: &Speakers<'_>) -> bool {
    has_words(folded, phrase) && !(phrase == "amanha" && who.has("quando", "amanha-nao", folded))
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

/// Whether each of [`words_of`] begins after a comma or another mark.
fn clause_starts(folded: &str) -> Vec<bool> {
    let mut starts = Vec::new();
    let mut marked = true;
    for piece in folded.split_inclusive(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '!' | '?' | '"' | '*' | '–' | '\'')
    }) {
        let word = piece.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '!' | '?' | '"' | '*' | '–' | '\'')
        });
        let bare = word.trim_matches(|c: char| matches!(c, '.' | ':' | '-' | '[' | ']'));
        if !bare.is_empty() {
            starts.push(marked);
            marked = word.ends_with(['.', ':']);
        }
        marked |= piece.ends_with([',', ';', '(', ')', '!', '?']);
    }
    starts
}

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
    if let Some(month) = words.get(month_at).and_then(|it| month_named(it)) {
        let year_at = if words.get(month_at + 1).is_some_and(|it| it == "de") { month_at + 2 } else { month_at + 1 };
        let year = words.get(year_at).filter(|it| it.len() == 4).and_then(|it| year_of(it));
        let taken = if year.is_some() { year_at + 1 - at } else { month_at + 1 - at };
        return Some((in_year(day, month, year, today), taken));
    }
    // `dia 29`: the next such day.
    let said_day = at > 0 && words.get(at - 1).is_some_and(|it| it == "dia");
    said_day.then(|| (next_day(day, today), 1))
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

/// Whether the word is a day: `segunda`, `amanhã`.
#[must_use]
pub fn names_day(word: &str) -> bool {
    matches!(word, "amanha" | "hoje") || weekday_of(word).is_some()
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
        } else if matches!(next, Some("horas" | "h" | "hs")) && said {
            (word.as_str(), "")
        } else if next == Some("e") && words.get(at + 2).is_some_and(|it| it == "meia") {
            (word.as_str(), "30")
        } else if let Some(later) = part_of_day(words, at + 1).filter(|_| word.len() <= 2) {
            let Ok(hour) = word.parse::<i8>() else { continue };
            let hour = if later && hour < 12 { hour + 12 } else { hour };
            return Time::new(hour, 0, 0, 0).ok();
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

/// `8 da manhã`, `2 da tarde`, `7 horas da noite`: whether the words from here on name a part of the day, and whether
/// its hours are those after noon.
fn part_of_day(words: &[String], at: usize) -> Option<bool> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let at = if matches!(word(at), "horas" | "h") { at + 1 } else { at };
    if !matches!(word(at), "da" | "de") {
        return None;
    }
    match word(at + 1) {
        "manha" | "manhazinha" | "madrugada" => Some(false),
        "tarde" | "tardinha" | "noite" => Some(true),
        _ => None,
    }
}

/// What a date in a sentence about sending is the date of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant {
    /// Of the sending.
    Sending,
    /// Of an event that the sentence names.
    Event,
    /// Of one of the two.
    Perhaps,
}

/// What the date at this word is the date of: `no dia 5`, `para segunda`, `em 05/01` after no event are the time of
/// sending (`agendadas para 25/08`, `palestra de 02/10`, `até sexta` are not).
fn meant_by(words: &[String], starts: &[bool], at: usize, who: &Speakers<'_>) -> Meant {
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
    // `quinta de manhã (12/02)`
    if place < at && before(place, 1) == "de" && weekday_of(before(place, 2)).is_some() {
        place -= 2;
    }
    // `…, quinta de manhã`, at the beginning of a clause
    let part = words.get(at + 1..at + 3).is_some_and(|it| {
        matches!(it, [join, part] if matches!(join.as_str(), "de" | "a" | "pela")
            && matches!(part.as_str(), "manha" | "tarde" | "noite"))
    });
    if part && starts.get(place) == Some(&true) && weekday_of(words.get(at).map_or("", String::as_str)).is_some() {
        return Meant::Sending;
    }
    let preposition = before(place, 1);
    // `depois das 18h de sexta-feira`, `por e-mail, quarta-feira`.
    let after_hour = matches!(preposition, "de" | "da" | "do")
        && before(place, 2).split_once('h').is_some_and(|it| it.0.parse::<u8>().is_ok());
    let after_channel = ["email", "whatsapp"].iter().any(|key| who.words.is_phrase("canal", key, preposition));
    // `a partir do dia 22/09`, `depois do dia 22`.
    let after_start = matches!(preposition, "de" | "da" | "do" | "das") && before(place, 2) == "partir";
    // `manda terça`
    let after_verb = ["ordem", "envia"].iter().any(|key| who.words.is_phrase("pedido", key, preposition))
        && weekday_of(words.get(at).map_or("", String::as_str)).is_some();
    if after_hour || after_channel || after_start || after_verb {
        return Meant::Sending;
    }
    if place == at && !preposition.is_empty() && !who.is_word("quando", "dia-do-envio", preposition) {
        return Meant::Event;
    }
    if who.is_word("quando", "dia-do-evento", preposition) {
        return Meant::Event;
    }
    let mut subject = before(place, 2);
    if matches!(subject, "so" | "somente" | "apenas" | "para" | "a") {
        subject = before(place, 3);
    }
    if who.words.is_phrase("publico", "pessoas", subject) {
        let plans = words.iter().any(|it| {
            it.starts_with("program") || it.starts_with("agend") && !it.ends_with("os") && !it.ends_with("as")
        });
        let sending = plans || !matches!(preposition, "para" | "pra" | "pro");
        return if sending { Meant::Sending } else { Meant::Event };
    }
    let event = who.is_word("quando", "evento", subject);
    // `aos da lista, no dia 15/05`, `a planilha anexada, no dia 15`: a list takes place on no day.
    let listed = [("lista", "arquivo"), ("lista", "conta"), ("midia", "anexo")]
        .iter()
        .any(|(table, key)| who.words.is_phrase(table, key, subject));
    if !event || listed || who.is_word("quando", "feito", subject) {
        Meant::Sending
    } else if place.checked_sub(1).and_then(|it| starts.get(it)) == Some(&true) {
        Meant::Perhaps
    } else {
        Meant::Event
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Holidays, Today, When, read};
    use crate::office::{Vocabulary, fold};
    use crate::understanding::features::Speakers;

    /// Friday, 5 September 2025, nine o'clock.
    fn check(text: &str) -> Option<String> {
        let who = Speakers::unknown(Vocabulary::shipped());
        let today = Today { now: date(2025, 9, 5).at(9, 0, 0, 0), holidays: &Holidays::default() };
        match read(&fold(text), false, &who, today) {
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
        assert_eq!(check("manda amanhã, 7 e meia, no zap").as_deref(), Some("2025-09-06T07:30"));
        assert_eq!(check("ajenda pra segunda, 08/09, pros cinco da lista:").as_deref(), Some("2025-09-08"));
        assert_eq!(check("naum manda hj, manda terça de manha cedo").as_deref(), Some("2025-09-09"));
        assert_eq!(check("deve sair no primeiro dia útil de outubro").as_deref(), Some("2025-10-01"));
        assert_eq!(check("o e-mail, com o assunto Viver Bem abre a segunda turma"), None);
        assert_eq!(check("isto é para a semana que vem, por e-mail, aos nove da lista").as_deref(), Some("?"));
        assert_eq!(check("por e-mail, aos nove da lista, no fim da tarde").as_deref(), Some("?"));
        assert_eq!(check("por e-mail aos inscritos na oficina da semana que vem"), None);
        assert_eq!(check("no sábado às 8 da manhã dispara no zap").as_deref(), Some("2025-09-06T08:00"));
        assert_eq!(check("enviar na segunda às 2 da tarde").as_deref(), Some("2025-09-08T14:00"));
    }

    #[test]
    fn a_day_after_the_list_is_the_day_of_sending() {
        assert_eq!(check("por e-mail aos da lista, no dia 15/09").as_deref(), Some("2025-09-15"));
        assert_eq!(check("enviar aos da planilha anexada, no dia 15/09").as_deref(), Some("2025-09-15"));
        assert_eq!(check("enviar por e-mail aos da lista, no dia 31/09").as_deref(), Some("?"));
        assert_eq!(check("enviar o aviso da palestra, no dia 15/09, aos da lista").as_deref(), Some("?"));
        assert_eq!(check("enviar o aviso da palestra que será realizada no dia 15/09"), None);
    }

    #[test]
    fn days_are_counted_from_others_and_without_holidays() {
        // Sunday 7 September is a holiday, Monday is a working day.
        assert_eq!(check("enviar no próximo dia útil").as_deref(), Some("2025-09-08"));
        assert_eq!(check("enviar no primeiro dia útil do mês que vem").as_deref(), Some("2025-10-01"));
        assert_eq!(
            check("O ensaio é na quinta, 11/09, e o lembrete tem de sair na véspera, às 17h").as_deref(),
            Some("2025-09-10T17:00")
        );
        assert_eq!(check("enviar na véspera do evento").as_deref(), Some("?"));
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
