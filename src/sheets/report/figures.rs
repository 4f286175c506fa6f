//! Figures in running text: which number counts what.
//!
//! ```text
//! enviadas 2.500 das 4.873, sendo 2.311 entregues e 189 não entregues
//! └─ clause ──────────────┘ └─ clause ──────────┘   └─ clause ──────┘
//! ```
//! Within a clause a word and its number stand beside each other, in either order. What is left over is paired
//! within its line, then with the next line (tiles, a row of words above a row of numbers).

use std::collections::BTreeMap;

use super::words::{Figure, Words, first_word};
use crate::office::calendar::MONTHS_FOLDED;
use crate::office::fold;

/// Numbers of people above this are no counts of ours but phones, documents, money.
const COUNT_MAX: u64 = 99_999_999;

/// Text behind this many bytes is not searched for figures: a summary is short.
const TEXT_MAX: usize = 512 * 1024;

/// What a text counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Figures {
    pub(super) base: Option<u64>,
    pub(super) sent: Option<u64>,
    pub(super) delivered: Option<u64>,
    pub(super) read: Option<u64>,
    pub(super) failed: Option<u64>,
    pub(super) pending: Option<u64>,
    pub(super) reasons: BTreeMap<String, u64>,
    /// Further failures under another word (`FAILED 3, UNDELIVERED 1`): part of the same sum, or a contradiction.
    failed_too: Vec<u64>,
    /// Figures said twice with different numbers, in Portuguese.
    pub(super) contradictions: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Number(u64),
    Word(Figure),
    Break,
}

/// The figures of a text.
pub(super) fn in_text(text: &str, words: &Words) -> Figures {
    let mut reader = Reader::default();
    let end = (0..=TEXT_MAX.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    for line in text.get(..end).unwrap_or_default().lines() {
        // A gap of several blanks parts columns; folding would close it.
        let line = without_shares(line).replace('\t', "|").replace("  ", " | ");
        reader.line(&tokens(&fold(&line), words));
    }
    reader.figures.normalised()
}

/// `4.598 (93,4%) foram entregues`: a share in parentheses parts no number from its word.
fn without_shares(line: &str) -> String {
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

/// The figures of rows of cells: each cell is a clause of its own.
pub(super) fn in_cells<'a>(rows: impl IntoIterator<Item = &'a [String]>, words: &Words) -> Figures {
    let mut reader = Reader::default();
    for row in rows {
        let mut line = Vec::new();
        for cell in row {
            line.extend(tokens(&fold(cell), words));
            line.push(Token::Break);
        }
        reader.line(&line);
    }
    reader.figures.normalised()
}

impl Figures {
    /// Whether this says what became of messages (a mere count of contacts does not).
    pub(super) const fn tell_of_a_sending(&self) -> bool {
        let outcomes = self.delivered.is_some() as u8 + self.read.is_some() as u8 + self.failed.is_some() as u8;
        let whole = self.sent.is_some() || self.base.is_some() || self.pending.is_some();
        outcomes >= 2 || outcomes == 1 && whole
    }

    /// Whether nothing at all was counted.
    pub(super) const fn is_empty(&self) -> bool {
        self.base.is_none()
            && self.sent.is_none()
            && self.delivered.is_none()
            && self.read.is_none()
            && self.failed.is_none()
            && self.pending.is_none()
    }

    /// These figures, and the other ones where these say nothing.
    pub(super) fn or(mut self, other: Self) -> Self {
        if self.reasons.is_empty() {
            self.reasons.clone_from(&other.reasons);
        }
        if self.is_empty() { Self { reasons: self.reasons, ..other } } else { self }
    }

    /// Fills what is not said here from another stretch, and notes where the two differ.
    pub(super) fn complete_with(&mut self, other: Self) {
        let counts = [
            (Figure::Base, other.base),
            (Figure::Sent, other.sent),
            (Figure::Delivered, other.delivered),
            (Figure::Read, other.read),
            (Figure::Failed, other.failed),
            (Figure::Pending, other.pending),
        ];
        for (figure, count) in counts {
            if let Some(count) = count {
                self.note(&figure, count);
            }
        }
        if self.reasons.is_empty() {
            self.reasons = other.reasons;
        }
        self.contradictions.extend(other.contradictions);
    }

    /// These figures of a row that says it is the sum, and what the rows it sums differ in.
    pub(super) fn checked_against(&self, parts: &[&Self]) -> Self {
        let mut sum = self.clone();
        for (at, (name, total)) in self.named().into_iter().enumerate() {
            let Some(total) = total else { continue };
            let added: u64 = parts.iter().filter_map(|it| it.named().get(at)?.1).sum();
            if added != total {
                sum.contradictions.push(format!("{name}: a linha do total diz {total}, as outras somam {added}"));
            }
        }
        sum
    }

    const fn named(&self) -> [(&'static str, Option<u64>); 5] {
        [
            ("enviadas", self.sent),
            ("entregues", self.delivered),
            ("lidas", self.read),
            ("falhas", self.failed),
            ("pendentes", self.pending),
        ]
    }

    /// Notes one count; a second and different one is said.
    pub(super) fn note(&mut self, figure: &Figure, count: u64) {
        let (slot, name) = match figure {
            Figure::Base => (&mut self.base, "contatos"),
            Figure::Sent => (&mut self.sent, "enviadas"),
            Figure::Delivered => (&mut self.delivered, "entregues"),
            Figure::Read => (&mut self.read, "lidas"),
            Figure::Failed => (&mut self.failed, "falhas"),
            Figure::Pending => (&mut self.pending, "pendentes"),
            Figure::Of => (&mut self.base, "contatos"),
            Figure::Other | Figure::Pause => return,
            Figure::Reason(reason) => {
                *self.reasons.entry(reason.clone()).or_insert(0) += count;
                return;
            }
        };
        match slot {
            None => *slot = Some(count),
            Some(first) if *first == count => {}
            Some(_) if matches!(figure, Figure::Base | Figure::Of) => {}
            Some(_) if *figure == Figure::Failed => self.failed_too.push(count),
            Some(first) => {
                self.contradictions.push(format!("o relatório diz {name}: {first} e, mais adiante, {count}"));
            }
        }
    }

    /// Brings the company's way of counting to ours: read messages are delivered ones, failed ones were sent.
    pub(super) fn normalised(mut self) -> Self {
        let zero = |it: Option<u64>| it.unwrap_or(0);
        self.settle_failures();
        let whole = self.base.or(self.sent);
        // A table by final state counts each person once: the parts add up to the whole.
        if let (Some(delivered), Some(read)) = (self.delivered, self.read) {
            let in_parts = delivered + read + zero(self.failed) + zero(self.pending);
            let sent_alone = self.sent.filter(|it| self.base.is_some_and(|base| base != *it)).unwrap_or(0);
            let adds_up = whole.is_some_and(|it| it == in_parts || it == in_parts + sent_alone);
            let cumulative = whole.is_some_and(|it| it == delivered + zero(self.failed) + zero(self.pending));
            if read > delivered || adds_up && !cumulative && read > 0 {
                self.delivered = Some(delivered + read);
            }
        }
        if let (Some(sent), Some(delivered)) = (self.sent, self.delivered) {
            // "SENT 2, DELIVERED 12, READ 30": sent and no further.
            if sent < delivered {
                self.sent = Some(sent + delivered + zero(self.failed));
            }
        }
        if self.sent.is_none() && self.tell_of_a_sending() {
            self.sent = match (self.base, self.delivered, self.failed) {
                (Some(base), _, _) => Some(base.saturating_sub(zero(self.pending))),
                (None, Some(delivered), Some(failed)) => Some(delivered + failed),
                (None, _, _) => None,
            };
        }
        self
    }
}

impl Figures {
    /// Failures under two words are two kinds of them where the figures count each person once or add up so;
    /// else the report contradicts itself.
    fn settle_failures(&mut self) {
        let more: u64 = self.failed_too.iter().sum();
        let (Some(failed), Some(delivered)) = (self.failed, self.delivered) else {
            self.failed_too.clear();
            return;
        };
        let read_apart = self.read.filter(|it| *it > delivered);
        let all = delivered + read_apart.unwrap_or(0) + failed + more;
        let adds_up = self.base.or(self.sent).is_some_and(|whole| whole == all);
        if more > 0 && (adds_up || read_apart.is_some()) {
            self.failed = Some(failed + more);
        } else {
            let contradictions =
                self.failed_too.iter().map(|it| format!("o relatório diz falhas: {failed} e, mais adiante, {it}"));
            self.contradictions.extend(contradictions);
        }
        self.failed_too.clear();
    }
}

/// What of a line or a clause found no partner.
#[derive(Debug, Clone, Default)]
struct Left {
    numbers: Vec<u64>,
    words: Vec<Figure>,
}

#[derive(Debug, Default)]
struct Reader {
    figures: Figures,
    before: Left,
}

impl Reader {
    /// Reads one line: clause by clause, then what is left over, then together with the line before.
    fn line(&mut self, tokens: &[Token]) {
        if tokens.iter().all(|it| *it == Token::Break) {
            return;
        }
        let mut left = Left::default();
        let mut number_before = false;
        for clause in tokens.split(|it| *it == Token::Break).filter(|it| !it.is_empty()) {
            self.clause(clause, number_before, &mut left);
            number_before = clause.iter().any(|it| matches!(it, Token::Number(_)));
        }
        if left.words.len() == left.numbers.len() {
            self.pair(left.words.drain(..).zip(left.numbers.drain(..)));
        }
        self.with_line_before(left);
    }

    fn pair(&mut self, pairs: impl Iterator<Item = (Figure, u64)>) {
        for (figure, count) in pairs {
            self.figures.note(&figure, count);
        }
    }

    fn clause(&mut self, clause: &[Token], number_before: bool, left: &mut Left) {
        let clause = self.without_whole(clause, number_before);
        let clause =
            if clause.iter().any(|it| matches!(it, Token::Number(_))) { one_word_each(&clause) } else { clause };
        let word_first = matches!(clause.first(), Some(Token::Word(_)));
        let mut waiting: Option<&Token> = None;
        for token in &clause {
            match (waiting, token) {
                (Some(Token::Word(figure)), Token::Number(count)) if word_first => {
                    self.figures.note(figure, *count);
                    waiting = None;
                }
                (Some(Token::Number(count)), Token::Word(figure)) if !word_first => {
                    self.figures.note(figure, *count);
                    waiting = None;
                }
                (Some(lonely), _) => {
                    left.keep(lonely);
                    waiting = Some(token);
                }
                (None, _) => waiting = Some(token),
            }
        }
        if let Some(lonely) = waiting {
            left.keep(lonely);
        }
    }

    /// Takes `das 4.873` out of a clause: the whole of which the number before is a part.
    fn without_whole(&mut self, clause: &[Token], mut number_before: bool) -> Vec<Token> {
        let mut kept = Vec::with_capacity(clause.len());
        let mut rest = clause.iter();
        while let Some(token) = rest.next() {
            match (token, rest.as_slice().first()) {
                (Token::Word(Figure::Of), Some(Token::Number(whole))) => {
                    if number_before {
                        self.figures.note(&Figure::Of, *whole);
                    } else {
                        kept.push(Token::Number(*whole));
                    }
                    rest.next();
                }
                (Token::Word(Figure::Of), _) => {}
                (token, _) => {
                    number_before |= matches!(token, Token::Number(_));
                    kept.push(token.clone());
                }
            }
        }
        kept
    }

    /// A line of words only and a line of numbers only, one above the other, belong together.
    fn with_line_before(&mut self, left: Left) {
        let before = std::mem::take(&mut self.before);
        let (words, numbers) = match (left.words.is_empty(), left.numbers.is_empty()) {
            (false, true) if before.words.is_empty() => (&left.words, &before.numbers),
            (true, false) if before.numbers.is_empty() => (&before.words, &left.numbers),
            _ => {
                self.before = left;
                return;
            }
        };
        // `Total de mensagens enviadas` above one number is one label, `Enviadas Entregues` above two are two.
        let one_label: Vec<Figure> = telling(words);
        let words = if words.len() == numbers.len() { words } else { &one_label };
        if words.len() == numbers.len() {
            let pairs: Vec<(Figure, u64)> = words.iter().cloned().zip(numbers.iter().copied()).collect();
            self.pair(pairs.into_iter());
        } else {
            self.before = left;
        }
    }
}

/// The more telling one of figure words in a row.
fn telling(words: &[Figure]) -> Vec<Figure> {
    let tokens: Vec<Token> = words.iter().cloned().map(Token::Word).collect();
    let kept = one_word_each(&tokens).into_iter();
    kept.filter_map(|it| if let Token::Word(figure) = it { Some(figure) } else { None }).collect()
}

impl Left {
    fn keep(&mut self, token: &Token) {
        match token {
            Token::Number(count) => self.numbers.push(*count),
            Token::Word(figure) => self.words.push(figure.clone()),
            Token::Break => {}
        }
    }
}

/// Of figure words in a row the more telling one stands: `total de mensagens entregues` counts the delivered.
fn one_word_each(clause: &[Token]) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(clause.len());
    for token in clause {
        match (kept.last_mut(), token) {
            (Some(last @ Token::Word(_)), Token::Word(figure)) => {
                if *last == Token::Word(Figure::Base) || matches!(figure, Figure::Reason(_)) {
                    *last = token.clone();
                }
            }
            _ => kept.push(token.clone()),
        }
    }
    kept
}

/// The count that a cell holds and nothing else.
pub(super) fn plain_count(cell: &str) -> Option<u64> {
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
fn tokens(folded: &str, words: &Words) -> Vec<Token> {
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
