//! Which word belongs to which number: within the clause, within the line, then with the line before.

use super::Figures;
use super::tokens::Token;
use crate::sheets::report::words::Figure;

/// What of a line or a clause found no partner.
#[derive(Debug, Clone, Default)]
struct Left {
    numbers: Vec<u64>,
    words: Vec<Figure>,
}

/// Pairs words and numbers, line by line.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) figures: Figures,
    before: Left,
}

impl Reader {
    /// Reads one line: clause by clause, then what is left over, then together with the line before.
    pub(super) fn line(&mut self, tokens: &[Token]) {
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
