//! Running text cut into what counts: numbers that are counts, words of figures, ends of clauses.

use crate::office::calendar::MONTHS_FOLDED;
use crate::sheets::report::words::{Figure, Words, first_word};

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Number(u64),
    Word(Figure),
    Break,
}

/// Numbers of people above this are no counts of ours but phones, documents, money.
const COUNT_MAX: u64 = 99_999_999;

/// The count that a cell holds and nothing else.
pub(in crate::sheets::report) fn plain_count(cell: &str) -> Option<u64> {
    let cell = cell.trim();
    let numeric = cell.starts_with(|c: char| c.is_ascii_digit())
        && cell.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    if numeric { count_of(cell).filter(|it| *it <= COUNT_MAX) } else { None }
}

/// Words after which a number is a day, a time, a page; before which it is an amount of time or money.
const NO_COUNT_BEFORE: [&str; 7] = ["dia", "pagina", "pag", "ramal", "n", "no", "numero"];
const NO_COUNT_AFTER: [&str; 14] = [
    "h", "hs", "hora", "horas", "min", "minutos", "dia", "dias", "reais", "mil", "milhao", "milhoes", "segundos", "de",
];

/// Cuts a folded line into numbers, figure words and breaks between clauses.
pub(super) fn tokens(folded: &str, words: &Words) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = folded.get(at..).filter(|it| !it.is_empty()) {
        let before = folded.get(..at).unwrap_or_default();
        let c = rest.chars().next().unwrap_or(' ');
        if c.is_ascii_digit() {
            let (length, count) = number(before, rest);
            found.extend(count.map(Token::Number));
            at += length;
        } else if c.is_alphabetic() {
            let (length, word) = word(rest, words);
            found.extend(word);
            at += length;
        } else {
            if matches!(c, ',' | ';' | '|' | '(' | ')' | '\u{2022}' | '\t')
                || c == '.' && !rest.starts_with("..") && !before.ends_with('.')
            {
                found.push(Token::Break);
            }
            at += c.len_utf8();
        }
    }
    found
}

/// A figure word, a break (`e`, `sendo`) or nothing, and how many bytes it takes.
fn word(rest: &str, words: &Words) -> (usize, Option<Token>) {
    if let Some((length, figure)) = words.figures.at_start(rest) {
        let token = if *figure == Figure::Pause { Token::Break } else { Token::Word(figure.clone()) };
        return (length, Some(token));
    }
    let first = first_word(rest);
    let joins = matches!(first, "e" | "sendo" | "and" | "com");
    (first.len().max(1), joins.then_some(Token::Break))
}

/// A count, if the digits at the start of `rest` are one, and how many bytes they take with all that belongs to them.
fn number(before: &str, rest: &str) -> (usize, Option<u64>) {
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(rest.len());
    let mut written = rest.get(..end).unwrap_or_default();
    written = written.trim_end_matches(['.', ',']);
    let after = rest.get(written.len()..).unwrap_or_default();
    let length = written.len();
    // 05/08, 13:10, 2025-0131, IPREVILLE_0608, 48h, 1o: the number is a part of something else.
    let glued_after = after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '%'))
        || after.starts_with([':', '-'])
            && after.get(1..).is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()))
        || after.trim_start().starts_with('%');
    let glued_before = before.ends_with(['/', '_', '#', '-', '+'])
        || before.ends_with(':') && before.trim_end_matches(':').ends_with(|c: char| c.is_ascii_digit())
        || before.trim_end().ends_with(['$', '+'])
        || before.trim_end().ends_with("r$");
    if glued_after || glued_before {
        let more = after
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '/' | '_' | ':' | '-' | '.')))
            .unwrap_or(after.len());
        return (length + if after.starts_with('-') || glued_before && !glued_after { 0 } else { more }, None);
    }
    let last_word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let next_word = first_word(after.trim_start());
    let date_word = NO_COUNT_BEFORE.contains(&last_word) || is_year_of_month(before, written);
    let unit_word = NO_COUNT_AFTER.contains(&next_word) && (next_word != "de" || is_month_day(after));
    if date_word || unit_word {
        return (length, None);
    }
    (length, count_of(written).filter(|it| *it <= COUNT_MAX))
}

/// `agosto de 2025`.
fn is_year_of_month(before: &str, written: &str) -> bool {
    let before = before.trim_end();
    let month = before.strip_suffix("de").map_or(before, str::trim_end);
    written.len() == 4 && MONTHS_FOLDED.iter().any(|it| month.ends_with(it))
}

/// `5 de agosto`.
fn is_month_day(after: &str) -> bool {
    let rest = after.trim_start().strip_prefix("de").unwrap_or_default().trim_start();
    MONTHS_FOLDED.contains(&first_word(rest))
}

/// `2.500` and `2500` are counts, `12,5` is none; `2,500` is what English programs write.
fn count_of(written: &str) -> Option<u64> {
    let thousands = |mark: char| {
        let mut groups = written.split(mark);
        let head = groups.next().unwrap_or_default();
        (1..=3).contains(&head.len()) && groups.all(|it| it.len() == 3 && it.bytes().all(|b| b.is_ascii_digit()))
    };
    let dot = written.contains('.');
    let comma = written.contains(',');
    let plain = match (dot, comma) {
        (false, false) => written.to_owned(),
        (true, false) if thousands('.') => written.replace('.', ""),
        (false, true) if thousands(',') => written.replace(',', ""),
        // A cell shown with decimals: 48,00.
        _ => {
            let (whole, decimals) = written.rsplit_once([',', '.'])?;
            if decimals.is_empty() || decimals.bytes().any(|b| b != b'0') {
                return None;
            }
            whole.replace(['.', ','], "")
        }
    };
    plain.parse().ok()
}

/// `4.598 (93,4%) foram entregues`: a share in parentheses parts no number from its word.
pub(super) fn without_shares(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('(') {
        kept.push_str(before);
        let share = after.split_once(')').filter(|(inner, _)| {
            let bare = inner.trim();
            bare.ends_with('%') && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '%' | ' '))
        });
        rest = match share {
            Some((_, after)) => {
                kept.truncate(kept.trim_end().len());
                after
            }
            None => {
                kept.push('(');
                after
            }
        };
    }
    kept.push_str(rest);
    kept
}
