//! Figures in running text: which number counts what.
//!
//! ```text
//! enviadas 2.500 das 4.873, sendo 2.311 entregues e 189 não entregues
//! └─ clause ──────────────┘ └─ clause ──────────┘   └─ clause ──────┘
//! ```
//! Within a clause a word and its number stand beside each other, in either order. What is left over is paired
//! within its line, then with the next line (tiles, a row of words above a row of numbers).

mod pairing;
mod sums;
mod tokens;

use std::collections::BTreeMap;

use pairing::Reader;
pub(super) use tokens::plain_count;
use tokens::{Token, tokens, without_shares};

use super::words::Words;
use crate::office::fold;

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
