//! What the sender of a letter set apart: in quotes, in a box, set in from the left, between rulers.

use super::{Letter, Span};
use crate::mail::blocks::{Block, Enclosure};

/// How strongly a frame speaks for a beginning or an end at its edge, and against one inside of it.
const FRAME_EDGE: i32 = 12;

/// See [`FRAME_EDGE`].
const FRAME_INSIDE: i32 = -9;

/// A text in quotes has no more units than this.
const MAX_QUOTED: usize = 120;

/// The opening quotes and what closes them.
const QUOTES: [(char, char); 5] = [('“', '”'), ('"', '"'), ('«', '»'), ('‘', '’'), ('\'', '\'')];

/// A stretch of units that the sender set apart, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The first unit.
    pub from: usize,
    /// The last unit.
    pub to: usize,
    /// Whether quotes set it apart; else a box, an indent or a quotation.
    pub quoted: bool,
}

impl Letter {
    /// What the sender set apart: a pair of quotes around whole units, a box, an indent, a quotation.
    pub(super) fn find_frames(&self) -> Vec<Frame> {
        let mut frames = Vec::new();
        let mut from = 0;
        while let Some(unit) = self.units.get(from).filter(|_| from < self.tail) {
            let to = quote_of(&unit.text).and_then(|marks| self.quote_end(from, marks));
            if let Some(to) = to {
                frames.push(Frame { from, to, quoted: true });
            }
            from = to.unwrap_or(from) + 1;
        }
        let mut open: Vec<(u32, usize)> = Vec::new();
        for at in 0..=self.tail.min(self.units.len()) {
            let block = if at < self.tail { self.block_of(at) } else { None };
            let ids: Vec<u32> = block.map(|it| drawn(it).collect()).unwrap_or_default();
            let closed = |it: &&(u32, usize)| !ids.contains(&it.0);
            frames.extend(open.iter().filter(closed).map(|it| Frame {
                from: it.1,
                to: at.saturating_sub(1),
                quoted: false,
            }));
            open.retain(|it| ids.contains(&it.0));
            for id in ids {
                if !open.iter().any(|it| it.0 == id) {
                    open.push((id, at));
                }
            }
        }
        // The line that closes the text may stand right above the requester's closing.
        let last = self.tail + usize::from(self.is_plain_ruler(self.tail));
        let rulers: Vec<usize> = (0..last).filter(|at| self.units.get(*at).is_some_and(|it| it.ruler)).collect();
        frames.extend(rulers.windows(2).filter_map(|it| {
            let (from, to) = (it.first()? + 1, it.last()?.checked_sub(1)?);
            (from <= to).then_some(Frame { from, to, quoted: false })
        }));
        // `Abre aspas.` … `Fecha aspas.`
        for end in (0..self.tail).filter(|at| self.units.get(*at).is_some_and(|it| it.looks.end_mark)) {
            let start =
                (0..end).rev().find(|at| self.units.get(*at).is_some_and(|it| it.looks.label || it.looks.end_mark));
            let opened = start.filter(|at| self.units.get(*at).is_some_and(|it| it.looks.label));
            if let Some(from) = opened.map(|it| it + 1).filter(|from| *from < end) {
                frames.push(Frame { from, to: end - 1, quoted: false });
            }
        }
        // What holds the whole letter sets nothing apart.
        let first = (0..self.tail).find(|at| self.units.get(*at).is_some_and(|it| !it.text.is_empty())).unwrap_or(0);
        frames.retain(|it| it.quoted || it.from > first || it.to + 1 < self.tail);
        frames
    }

    /// Where the quote that opens with this unit closes; `None` where it is short or does not close with a unit.
    fn quote_end(&self, from: usize, marks: (char, char)) -> Option<usize> {
        let (open, close) = marks;
        let mut depth = 0_i32;
        let mut length = 0;
        for (at, unit) in self.units.get(from..self.tail)?.iter().enumerate().take(MAX_QUOTED) {
            length += unit.looks.length;
            for c in unit.text.chars() {
                if open == close && c == open {
                    depth = 1 - depth;
                } else if c == open {
                    depth += 1;
                } else if c == close {
                    depth -= 1;
                }
            }
            let shut =
                closes_quote(&unit.text) && unit.text.trim_end().trim_end_matches(['.', ',', ';']).ends_with(close);
            if depth <= 0 {
                return (shut && length > 25).then_some(from + at);
            }
        }
        None
    }

    /// The evidence that the frames give for a beginning or an end here, and against one inside of them.
    pub(super) fn framed(&self, at: usize, begins: bool) -> i32 {
        let evidence = self.frames.iter().map(|frame| {
            let edge = if begins { frame.from } else { frame.to };
            match (frame.from..=frame.to).contains(&at) {
                true if at == edge => FRAME_EDGE,
                true => FRAME_INSIDE,
                false => 0,
            }
        });
        evidence.clone().max().unwrap_or(0).max(0) + evidence.min().unwrap_or(0).min(0)
    }

    /// Whether this stretch is exactly what the sender set apart.
    #[must_use]
    pub fn is_framed(&self, span: &Span) -> bool {
        self.frames.iter().any(|it| self.bare(it.from, it.to) == self.bare(span.from, span.to))
    }

    /// A stretch without rulers and empty units at its ends.
    fn bare(&self, from: usize, to: usize) -> (usize, usize) {
        let words = |at: &usize| self.units.get(*at).is_some_and(|it| !it.ruler && !it.text.is_empty());
        ((from..=to).find(words).unwrap_or(from), (from..=to).rev().find(words).unwrap_or(to))
    }
}

/// The frames, indents and quotations that are drawn around a block.
pub(super) fn drawn(block: &Block) -> impl Iterator<Item = u32> {
    block
        .inside
        .iter()
        .filter(|it| matches!(it.kind, Enclosure::Frame | Enclosure::Indent | Enclosure::Quotation))
        .map(|it| it.id)
}

/// The quote that the text opens with, and what closes it.
fn quote_of(text: &str) -> Option<(char, char)> {
    let first = text.trim_start().chars().next()?;
    QUOTES.into_iter().find(|(open, _)| *open == first)
}

/// Whether the text begins with a quote.
#[must_use]
pub fn opens_quote(text: &str) -> bool {
    text.trim_start().chars().next().is_some_and(|c| QUOTES.iter().any(|(open, _)| *open == c))
}

/// Whether the text ends with a quote, a full stop aside.
#[must_use]
pub fn closes_quote(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['.', ',', ';']);
    text.chars().next_back().is_some_and(|c| QUOTES.iter().any(|(_, close)| *close == c))
}
