//! The stretch of a letter that is best explained as the text: the evidence for its beginning and its end, and the
//! best sum of all.

use super::{Letter, closes_quote, opens_quote};
use crate::mail::blocks::Block;

/// A stretch of units, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first unit.
    pub from: usize,
    /// The last unit.
    pub to: usize,
    /// How strong the evidence is that the text begins here.
    pub opens: i32,
    /// How strong the evidence is that the text ends here.
    pub closes: i32,
    /// By how much the best other stretch is worse.
    pub margin: i32,
    /// The sum of the scores.
    pub total: i32,
}

impl Letter {
    /// The best stretch for the text, among the units `range`; `None` if nothing speaks to insured people.
    #[must_use]
    pub fn best_span(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let opens: Vec<i32> = range.clone().map(|at| self.opens(at, range.start)).collect();
        let closes: Vec<i32> = range.clone().map(|at| self.closes(at, range.end)).collect();
        let scores: Vec<i32> = range.clone().map(|at| self.units.get(at).map_or(0, |it| it.score)).collect();
        let best = best_of(&scores, &opens, &closes, None, None)?;
        let other_start = best_of(&scores, &opens, &closes, Some(best.0), None).map_or(i32::MIN / 2, |it| it.2);
        let other_end = best_of(&scores, &opens, &closes, None, Some(best.1)).map_or(i32::MIN / 2, |it| it.2);
        let margin = best.2.saturating_sub(other_start.max(other_end));
        Some(Span {
            from: range.start + best.0,
            to: range.start + best.1,
            opens: opens.get(best.0).copied().unwrap_or(0),
            closes: closes.get(best.1).copied().unwrap_or(0),
            margin,
            total: best.2,
        })
    }

    /// The evidence that the text begins with this unit.
    pub(super) fn opens(&self, at: usize, first: usize) -> i32 {
        let Some(unit) = self.units.get(at).filter(|it| !it.ruler && !it.text.is_empty()) else { return -50 };
        let mut evidence = 0;
        if unit.looks.public_greeting {
            evidence += 6;
        }
        if opens_quote(&unit.text) {
            evidence += 2;
        }
        evidence += self.framed(at, true);
        if unit.gap {
            evidence += 1;
        }
        let (before, ruler) = self.neighbour(at, first, true);
        if ruler {
            evidence += 5;
        }
        evidence += self.colour_edge(at, before);
        let same_block = before.and_then(|it| self.units.get(it)).is_some_and(|it| it.block == unit.block);
        let Some(before) = before.and_then(|it| self.units.get(it)) else { return evidence };
        let looks = &before.looks;
        // In the middle of a paragraph the text begins after a colon or with a quote.
        if same_block && !looks.colon && !looks.label && !opens_quote(&unit.text) && looks.meta.is_none() {
            evidence -= 8;
        }
        if looks.label || (looks.points_to_text && looks.colon) {
            evidence += 10;
        } else if looks.colon && looks.request {
            evidence += 9;
        } else if looks.colon && before.score < -3 {
            evidence += 7;
        } else if looks.points_to_text && before.score < 0 {
            evidence += 5;
        } else if looks.meta.is_some() {
            evidence += 4;
        } else if looks.request || looks.closing || before.score < 0 && unit.gap && self.asked.is_some_and(|it| it < at)
        {
            evidence += 3;
        } else if looks.greeting || looks.to_desk || looks.remark || before.score < -2 {
            evidence += 1;
        } else {
            evidence -= if unit.looks.public_greeting { 3 } else { 7 };
        }
        if unit.looks.greeting && !unit.looks.to_desk && before.score < 0 {
            evidence += if unit.gap { 4 } else { 2 };
        }
        evidence
    }

    /// The evidence that the text ends with this unit.
    pub(super) fn closes(&self, at: usize, end: usize) -> i32 {
        let Some(unit) = self.units.get(at).filter(|it| !it.ruler && !it.text.is_empty()) else { return -50 };
        let mut evidence = 0;
        if closes_quote(&unit.text) {
            evidence += 1;
        }
        evidence += self.framed(at, false);
        if unit.looks.colon {
            evidence -= 4;
        }
        // Nothing ends with its greeting, or in the middle of a sentence.
        let bare = unit.text.ends_with([',', ':', '!']) || unit.folded.split(' ').count() <= 5;
        let greets = (unit.looks.public_greeting || unit.looks.greeting) && unit.looks.length < 60 && bare;
        if greets || unit.text.ends_with(',') {
            evidence -= 12;
        }
        let (after, ruler) = self.neighbour(at, end, false);
        if ruler {
            evidence += 4;
        }
        evidence += self.colour_edge(at, after);
        // A sender of the text's own (`Gerência de Previdência`, `Helga Tiedt, Diretora-Presidente`) ends it, the more
        // under a closing of its own.
        if at > 0 && self.signs_text(at) {
            let above = (at.saturating_sub(3)..at).any(|it| self.units.get(it).is_some_and(|it| it.looks.closing));
            evidence += if above { 9 } else { 4 };
        }
        let Some(number) = after.filter(|it| *it < self.tail) else { return evidence + 3 };
        let Some(after) = self.units.get(number) else { return evidence + 4 };
        let looks = &after.looks;
        if after.gap {
            evidence += 1;
        }
        // A formal closing above the requester's own is the text's.
        if looks.formal_closing {
            return evidence - 4;
        }
        if looks.end_mark {
            evidence += 8;
        } else if looks.meta.is_some()
            || looks.request
            || looks.names_subject
            || looks.remark
            || looks.closing
            || looks.first_person > 0
            || looks.perhaps_remark
        {
            evidence += 3;
        } else if after.score < -2 {
            evidence += 2;
        } else if self.signs_text(at) && after.gap {
            evidence += 1;
        } else {
            evidence -= 6;
        }
        evidence
    }

    /// The next unit with words before or after, and whether a ruler stands between.
    fn neighbour(&self, at: usize, limit: usize, up: bool) -> (Option<usize>, bool) {
        let mut ruler = false;
        let mut next = at;
        loop {
            if (up && next <= limit) || (!up && next + 1 >= limit.max(1)) {
                return (None, ruler);
            }
            next = if up { next - 1 } else { next + 1 };
            let Some(unit) = self.units.get(next) else { return (None, ruler) };
            if unit.ruler {
                ruler = true;
            } else if !unit.text.is_empty() {
                return (Some(next), ruler);
            }
        }
    }

    /// Whether the letters are of another colour on the other side of this edge.
    fn colour_edge(&self, at: usize, neighbour: Option<usize>) -> i32 {
        let colour = |at: usize| self.block_of(at).map(colour_of);
        let Some((one, other)) = colour(at).zip(neighbour.and_then(colour)) else { return 0 };
        if one == other { 0 } else { 3 }
    }
}

/// The colour of all letters of a block, or of those behind them; `None` where it has none or several.
fn colour_of(block: &Block) -> Option<String> {
    let mut colours = block
        .runs
        .iter()
        .filter(|it| !it.text.trim().is_empty())
        .map(|it| it.look.color.as_ref().or(it.look.marked.as_ref()));
    let first = colours.next()??;
    colours.all(|it| it == Some(first)).then(|| first.clone())
}

/// The best stretch by dynamic programming: start, end, total. One start or one end may be forbidden.
fn best_of(
    scores: &[i32],
    opens: &[i32],
    closes: &[i32],
    not_from: Option<usize>,
    not_to: Option<usize>,
) -> Option<(usize, usize, i32)> {
    let mut best: Option<(usize, usize, i32)> = None;
    let mut running: Option<(usize, i32)> = None;
    for at in 0..scores.len() {
        let score = scores.get(at).copied().unwrap_or(0);
        let fresh = (Some(at) != not_from).then(|| (at, opens.get(at).copied().unwrap_or(0)));
        let carried = running;
        let start = match (carried, fresh) {
            (Some(old), Some(new)) => Some(if new.1 > old.1 { new } else { old }),
            (old, new) => old.or(new),
        };
        let Some((from, before)) = start else { continue };
        let total = before + score;
        running = Some((from, total));
        if Some(at) != not_to {
            let closed = total + closes.get(at).copied().unwrap_or(0);
            if best.is_none_or(|it| closed > it.2) {
                best = Some((from, at, closed));
            }
        }
    }
    best
}
