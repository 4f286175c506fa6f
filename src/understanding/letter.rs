//! The grammar of a letter to the desk: greeting, request, heading lines, the text for insured people, remarks,
//! closing, signature. The text is the stretch of sentences that is best explained as said to insured people, with
//! what stands before and after it best explained as said to the desk.
//!
//! ```text
//! greeting  request  headings │ text for insured people │ remarks  closing  signature  legal notice
//!                    marker ──┘                         └── ruler, box, quote, remark, closing
//! ```

use super::features::{Features, Speakers, features};
use crate::mail::blocks::{Block, Enclosure, Kind};
use crate::office::fold;

/// A letter longer than this is looked at no further.
const MAX_UNITS: usize = 600;
/// So many bytes of a letter are judged: a letter of twenty pages has fewer.
const MAX_LETTERS: usize = 48 << 10;
/// Of one sentence no more than this is judged.
const MAX_SENTENCE: usize = 4_000;

/// A sentence, or a whole block where its sentences are of one kind.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The number of its block.
    pub block: usize,
    /// Where it stands in the block's text, in bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Its words.
    pub text: String,
    /// Its words, folded.
    pub folded: String,
    /// What it looks like.
    pub looks: Features,
    /// How much better it is explained as said to insured people than to the desk.
    pub score: i32,
    /// Whether an empty line stands before it.
    pub gap: bool,
    /// Whether it is a ruler.
    pub ruler: bool,
}

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

/// A letter, taken apart.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its units.
    pub units: Vec<Unit>,
    /// The first unit of closing and signature.
    pub tail: usize,
    /// Whether it was longer than what is looked at.
    pub cut_off: bool,
}

impl Letter {
    /// Takes the blocks of a letter apart.
    #[must_use]
    pub fn read(blocks: &[Block], who: &Speakers<'_>) -> Self {
        let mut units: Vec<Unit> = Vec::new();
        let (mut letters, mut cut_off) = (0, false);
        for (number, block) in blocks.iter().enumerate() {
            letters += block.runs.iter().map(|it| it.text.len()).sum::<usize>();
            if units.len() >= MAX_UNITS || letters > MAX_LETTERS {
                cut_off = true;
                break;
            }
            units_of_block(number, block, who, &mut units);
        }
        let mut letter = Self { blocks: blocks.to_vec(), units, tail: 0, cut_off };
        letter.tail = letter.find_tail().max(letter.first_words());
        letter.judge();
        letter
    }

    /// The units of the letter besides text, closing and signature: what is said to the desk.
    pub fn said_to_desk<'a>(&'a self, text: Option<&'a Span>) -> impl Iterator<Item = &'a Unit> {
        self.units.iter().enumerate().filter_map(move |(at, unit)| {
            let inside = text.is_some_and(|span| (span.from..=span.to).contains(&at));
            let signed = at >= self.tail && !unit.looks.remark && !unit.looks.request && unit.looks.meta.is_none();
            (!inside && !signed && !unit.ruler).then_some(unit)
        })
    }

    fn block_of(&self, unit: usize) -> Option<&Block> {
        self.units.get(unit).and_then(|it| self.blocks.get(it.block))
    }

    /// The end of the first line that says something, unless the sender signs with it: `SIM` or `Aprovado.` alone is an
    /// answer, not a name and not a closing.
    fn first_words(&self) -> usize {
        let first = self.units.iter().position(|it| !it.text.is_empty() && !it.ruler);
        let says = |at: &usize| {
            let marked = self.block_of(*at).is_some_and(|it| it.is_in(Enclosure::Signature));
            !marked && self.units.get(*at).is_some_and(|it| !it.looks.sender_name && !it.looks.mobile)
        };
        first.filter(says).map_or(0, |at| at + 1)
    }

    /// Where closing and signature begin: from the end upwards, as long as the lines are of that kind.
    fn find_tail(&self) -> usize {
        let mut tail = self.units.len();
        let mut named: Option<usize> = None;
        for (at, unit) in self.units.iter().enumerate().rev() {
            let marked = self.block_of(at).is_some_and(|it| it.is_in(Enclosure::Signature));
            let looks = &unit.looks;
            let cell = self.block_of(at).is_some_and(|it| it.cell.is_some());
            let short = looks.length <= 70;
            let line = unit.ruler && matches!(unit.text.trim(), "--" | "—" | "–" | "---" | "____");
            let after_closing = at > 0 && self.units.get(at - 1).is_some_and(|it| it.looks.closing);
            let plain_name = short
                && (named.is_none() || after_closing)
                && is_name_like(&unit.text)
                && !looks.role
                && !looks.house_line;
            let fits = marked
                || looks.mobile
                || looks.disclaimer
                || looks.closing
                || (looks.sender_name && !looks.request)
                || (looks.role && !looks.request && short)
                || unit.text.is_empty()
                || line
                || (cell && short && !looks.request && tail < self.units.len())
                || plain_name;
            if !fits || looks.request || looks.meta == Some("assunto") || looks.label || looks.public_greeting {
                break;
            }
            if looks.sender_name || plain_name {
                named = Some(at);
            }
            tail = at;
        }
        let tail = self.give_back(tail, named);
        let tail = self.keep_house_lines(tail, named);
        // Closing and signature begin with a closing or a name; a line of contacts above them belongs to the text.
        (tail..self.units.len())
            .find(|at| {
                self.units.get(*at).is_some_and(|it| {
                    let looks = &it.looks;
                    looks.closing
                        || looks.sender_name
                        || looks.mobile
                        || looks.disclaimer
                        || looks.house_line
                        || it.ruler
                        || (is_name_like(&it.text) && !looks.role)
                }) || self.block_of(*at).is_some_and(|it| it.is_in(Enclosure::Signature))
            })
            .unwrap_or(self.units.len())
    }

    /// `Gerência de Previdência` under a letter that nobody closes or signs belongs to its text.
    fn keep_house_lines(&self, tail: usize, named: Option<usize>) -> usize {
        let units = self.units.get(tail..).unwrap_or_default();
        let marked =
            (tail..self.units.len()).any(|at| self.block_of(at).is_some_and(|it| it.is_in(Enclosure::Signature)));
        if named.is_some() || marked || units.iter().any(|it| it.looks.closing || it.looks.sender_name) {
            return tail;
        }
        tail + units.iter().take_while(|it| it.looks.house_line && !it.looks.mobile && !it.looks.disclaimer).count()
    }

    /// The text may have a closing of its own (`Atenciosamente, Gerência de Previdência`) above the requester's:
    /// what stands above the last closing before the requester's name, or above the name itself, is given back.
    fn give_back(&self, tail: usize, named: Option<usize>) -> usize {
        let end = self.units.len();
        let signature = named
            .map(|_| (tail..end).find(|at| self.units.get(*at).is_some_and(|it| it.looks.sender_name)))
            .and_then(|it| it.or(named));
        let limit = signature.unwrap_or(end);
        let closings: Vec<usize> =
            (tail..end).filter(|at| *at <= limit && self.units.get(*at).is_some_and(|it| it.looks.closing)).collect();
        let Some(last) = closings.last().copied() else {
            return signature.map_or(tail, |at| self.above_name(tail, at));
        };
        let Some(signature) = signature else {
            // Nobody's name: the last closing opens the requester's part, unless it is the only one and formal.
            return first_of_run(&self.units, last, tail);
        };
        // Lines of the house between the last closing and the name, apart from it: that closing is the text's own.
        let between =
            (last + 1..signature).filter(|at| self.units.get(*at).is_some_and(|it| it.looks.house_line)).count();
        let apart = self.units.get(signature).is_some_and(|it| it.gap);
        let formal = self.units.get(last).is_some_and(|it| it.looks.formal_closing);
        if between > 0 && apart && formal {
            return signature;
        }
        first_of_run(&self.units, last, tail)
    }

    /// Without a closing: lines of the house directly above the name, but apart from it, close the text.
    fn above_name(&self, tail: usize, name: usize) -> usize {
        let ruled = name.checked_sub(1).and_then(|it| self.units.get(it)).is_some_and(|it| it.ruler);
        let apart = ruled || self.units.get(name).is_some_and(|it| it.gap);
        let house_above = (tail..name).any(|at| self.units.get(at).is_some_and(|it| it.looks.house_line));
        if house_above && apart { name } else { tail }
    }

    /// How much better each unit is explained as said to insured people.
    fn judge(&mut self) {
        let tail = self.tail;
        let mut greeted = false;
        let mut value_next = false;
        let mut lists: Vec<u32> = Vec::new();
        for unit in &self.units {
            let cell = self.blocks.get(unit.block).and_then(|it| it.cell);
            if let Some(cell) = cell.filter(|_| unit.looks.contact_line) {
                lists.push(cell.table);
            }
        }
        lists.dedup();
        for at in 0..self.units.len() {
            let Some(block) = self.block_of(at) else { continue };
            let listed = block.cell.is_some_and(|it| lists.contains(&it.table));
            let (signature, pictures) = (block.is_in(Enclosure::Signature), block.pictures().next().is_some());
            let Some(unit) = self.units.get_mut(at) else { continue };
            let mut score = base_score(&unit.looks);
            // The first greeting of the letter is for the desk, unless it greets insured people.
            if (unit.looks.greeting || unit.looks.to_desk) && !greeted {
                score -= 8;
            }
            greeted |= !unit.ruler && !unit.text.is_empty();
            if at >= tail {
                score -= 14;
            }
            if signature {
                score -= 20;
            }
            if listed {
                score -= 12;
            }
            // `Assunto:` alone: the next line is its value.
            if value_next && !unit.ruler && !unit.text.is_empty() {
                score -= 14;
                value_next = false;
            }
            if unit.looks.meta == Some("assunto") && unit.text.chars().filter(|c| c.is_alphabetic()).count() <= 24 {
                value_next = unit.text.trim_end().ends_with(':') || !unit.text.contains([':', '-', '–']);
            }
            if unit.ruler || (unit.text.is_empty() && pictures) {
                score = 0;
            }
            unit.score = score;
        }
    }

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
    fn opens(&self, at: usize, first: usize) -> i32 {
        let Some(unit) = self.units.get(at).filter(|it| !it.ruler && !it.text.is_empty()) else { return -50 };
        let mut evidence = 0;
        if unit.looks.public_greeting {
            evidence += 6;
        }
        if opens_quote(&unit.text) {
            evidence += 5;
        }
        if unit.gap {
            evidence += 1;
        }
        let (before, ruler) = self.neighbour(at, first, true);
        if ruler {
            evidence += 5;
        }
        evidence += self.container_edge(at, before);
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
        } else if looks.request {
            evidence += 3;
        } else if looks.greeting || looks.to_desk || looks.remark || before.score < -2 {
            evidence += 1;
        } else {
            evidence -= if unit.looks.public_greeting { 3 } else { 7 };
        }
        if unit.looks.greeting && !unit.looks.to_desk && before.score < 0 {
            evidence += 2;
        }
        evidence
    }

    /// The evidence that the text ends with this unit.
    fn closes(&self, at: usize, end: usize) -> i32 {
        let Some(unit) = self.units.get(at).filter(|it| !it.ruler && !it.text.is_empty()) else { return -50 };
        let mut evidence = 0;
        if closes_quote(&unit.text) {
            evidence += 4;
        }
        if unit.looks.colon {
            evidence -= 4;
        }
        // Nothing ends with its greeting, or in the middle of a sentence.
        let greets = (unit.looks.public_greeting || unit.looks.greeting) && unit.looks.length < 60;
        if greets || unit.text.ends_with(',') {
            evidence -= 12;
        }
        let (after, ruler) = self.neighbour(at, end, false);
        if ruler {
            evidence += 4;
        }
        evidence += self.container_edge(at, after);
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

    /// Whether a frame, an indent or a quotation begins or ends between this unit and its neighbour.
    fn container_edge(&self, at: usize, neighbour: Option<usize>) -> i32 {
        let Some(block) = self.block_of(at) else { return 0 };
        let beside: Vec<u32> = neighbour
            .and_then(|it| self.block_of(it))
            .map(|it| it.inside.iter().map(|container| container.id).collect())
            .unwrap_or_default();
        let drawn = block
            .inside
            .iter()
            .filter(|it| !beside.contains(&it.id))
            .any(|it| matches!(it.kind, Enclosure::Frame | Enclosure::Indent | Enclosure::Quotation));
        if drawn { 6 } else { 0 }
    }
}

/// Short lines above a closing that take leave as well (`Obrigada!` above `Att.`) belong to it.
fn first_of_run(units: &[Unit], closing: usize, tail: usize) -> usize {
    let mut first = closing;
    while first > tail
        && units.get(first - 1).is_some_and(|it| (it.looks.closing && !it.looks.formal_closing) || it.text.is_empty())
    {
        first -= 1;
    }
    first
}

/// Whether a line can be a person's name: one to six capitalised words.
#[must_use]
pub fn is_name_like(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=6).contains(&words.len())
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '\'' | '-'))
        && !text.ends_with('.')
        && words.iter().all(|it| {
            matches!(*it, "de" | "da" | "do" | "dos" | "das" | "e") || it.chars().next().is_some_and(char::is_uppercase)
        })
}

fn base_score(it: &Features) -> i32 {
    let mut score = 1 + i32::from(it.length > 80) + i32::from(it.length > 200);
    score += 2 * it.informs.min(2) + it.second_person.min(3);
    score += 6 * i32::from(it.public_greeting) + 6 * i32::from(it.placeholder) + i32::from(it.emoji);
    score -= 12 * i32::from(it.to_desk);
    score -= 2 * it.first_person.min(2);
    if it.request {
        score -= 11;
    }
    if it.label || it.end_mark {
        score -= 14;
    }
    if it.meta.is_some() {
        score -= match it.meta {
            Some("assunto") => 14,
            Some("outros" | "data" | "anexos") => 1,
            _ => 8,
        };
    }
    if it.points_to_text {
        score -= if it.colon || it.list || it.channel { 8 } else { 4 };
    }
    if it.remark {
        score -= 5;
    } else if it.perhaps_remark {
        score -= 3;
    }
    if it.list && it.informs == 0 {
        score -= 2;
    }
    if it.contact_line && it.informs == 0 {
        score -= 8;
    }
    if it.mobile || it.disclaimer {
        score -= 16;
    }
    if it.closing && !it.formal_closing {
        score -= 3;
    }
    if it.sender_name && !it.house_line {
        score -= 6;
    }
    if it.names_subject {
        score -= 12;
    }
    score
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

/// The opening quotes and what closes them.
const QUOTES: [(char, char); 5] = [('“', '”'), ('"', '"'), ('«', '»'), ('‘', '’'), ('\'', '\'')];

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

/// Adds the units of a block: its sentences where they are of two kinds, else the whole.
fn units_of_block(number: usize, block: &Block, who: &Speakers<'_>, units: &mut Vec<Unit>) {
    let text = block.text();
    let make = |from: usize, to: usize, gap: bool| {
        let words = text.get(from..to).unwrap_or_default().trim();
        let mut seen = words.len().min(MAX_SENTENCE);
        while !words.is_char_boundary(seen) {
            seen -= 1;
        }
        let folded = fold(words.get(..seen).unwrap_or_default());
        let looks = features(words, &folded, who);
        let score = base_score(&looks);
        Unit { block: number, from, to, text: words.to_owned(), folded, looks, score, gap, ruler: false }
    };
    if block.kind == Kind::Ruler || crate::mail::blocks::is_ruler(&text) || matches!(text.as_str(), "--" | "—" | "–")
    {
        let mut unit = make(0, text.len(), block.gap);
        unit.ruler = true;
        units.push(unit);
        return;
    }
    let whole = make(0, text.len(), block.gap);
    let pieces = sentences(&text, who);
    let heading =
        whole.looks.channel && whole.looks.length < 160 && whole.folded.contains("assunto") && !whole.looks.request;
    if pieces.len() < 2 || heading || whole.looks.mobile || whole.looks.disclaimer || text.len() > MAX_SENTENCE {
        units.push(whole);
        return;
    }
    let parts: Vec<Unit> =
        pieces.iter().enumerate().map(|(at, (from, to))| make(*from, *to, at == 0 && block.gap)).collect();
    let parts = merge_values(parts, &text, who);
    let letterish = |it: &Unit| {
        let looks = &it.looks;
        let clear = looks.remark
            || looks.request
            || looks.to_desk
            || looks.first_person > 0
            || looks.points_to_text
            || looks.names_subject
            || looks.contact_line;
        (it.score <= -3 && clear) || looks.closing || looks.label || looks.greeting || looks.meta.is_some()
    };
    let mixed = parts.iter().any(letterish) && parts.iter().any(|it| !letterish(it));
    let two_metas = parts.iter().filter(|it| it.looks.meta.is_some() || it.looks.label).count() > 0;
    if !(mixed || two_metas) {
        units.push(whole);
        return;
    }
    // Sentences to the desk stand at the beginning or the end of a paragraph; what stands between stays together.
    let first = parts.iter().position(|it| !letterish(it)).unwrap_or(parts.len());
    // At the end of a paragraph that speaks to insured people only a clear word to the desk is cut off.
    let clear = |it: &Unit| {
        let looks = &it.looks;
        let aside = looks.first_person > 0 || who.has("observacao", "te", &it.folded) || looks.request;
        (looks.closing && !looks.formal_closing)
            || looks.to_desk
            || looks.mobile
            || looks.names_subject
            || looks.meta == Some("assunto")
            || looks.label
            || (it.score <= -3 && aside)
    };
    let last = parts.iter().rposition(|it| !clear(it)).unwrap_or(0).max(first);
    let headings =
        parts.get(first..last).unwrap_or_default().iter().any(|it| it.looks.label || it.looks.meta == Some("assunto"));
    if headings {
        units.extend(parts);
        return;
    }
    let middle = parts.get(first).zip(parts.get(last)).map(|(a, b)| (a.from, b.to, a.gap));
    for (at, part) in parts.into_iter().enumerate() {
        if at < first || at > last {
            units.push(part);
        } else if at == first
            && let Some((from, to, gap)) = middle
        {
            units.push(make(from, to, gap));
        }
    }
}

/// A heading's value may have several sentences (`Assunto: Já fez a prova de vida? Veja como`).
fn merge_values(parts: Vec<Unit>, text: &str, who: &Speakers<'_>) -> Vec<Unit> {
    let mut merged: Vec<Unit> = Vec::new();
    for part in parts {
        let joins = merged.last().is_some_and(|it| it.looks.meta == Some("assunto"))
            && part.score > -3
            && !part.looks.label
            && part.looks.meta.is_none()
            && part.looks.length < 60
            && !part.looks.closing;
        if !joins {
            merged.push(part);
            continue;
        }
        if let Some(last) = merged.last_mut() {
            last.to = part.to;
            text.get(last.from..last.to).unwrap_or_default().trim().clone_into(&mut last.text);
            last.folded = fold(&last.text);
            last.looks = features(&last.text, &last.folded, who);
        }
    }
    merged
}

/// Where the sentences of a block begin and end: after `.`, `!`, `?`, `:` before a capital letter, a quote or a sign,
/// and before a heading's label in mid-block.
fn sentences(text: &str, who: &Speakers<'_>) -> Vec<(usize, usize)> {
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut parentheses = 0_i32;
    for (at, (offset, c)) in letters.iter().enumerate() {
        let next = letters.get(at + 1).map(|it| it.1);
        // No sentence ends inside parentheses: `(assunto: Reajuste)`.
        match c {
            '(' => parentheses += 1,
            ')' if parentheses > 0 => parentheses -= 1,
            _ => {}
        }
        if parentheses > 0 {
            continue;
        }
        if !matches!(c, '.' | '!' | '?' | ':' | ';' | '…' | ')' | '”' | '"') || !next.is_some_and(char::is_whitespace)
        {
            continue;
        }
        // `…, assunto: Revisão de pensões`: the heading begins at its label.
        if *c == ':'
            && let Some(label) = subject_label_before(text.get(from..*offset).unwrap_or_default())
            && label > 0
        {
            cuts.push((from, from + label));
            from += label;
            continue;
        }
        let Some((start, after)) = letters.iter().skip(at + 1).find(|it| !it.1.is_whitespace()) else { break };
        let before = text.get(from..*offset).unwrap_or_default();
        let opens = after.is_uppercase()
            || matches!(after, '“' | '"' | '«' | '{' | '*')
            || ((*after as u32) > 0x2600 && text.get(*start..).unwrap_or_default().chars().any(char::is_alphanumeric));
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let abbreviated = *c == '.' && is_abbreviation(word);
        let ends = match c {
            '.' => opens && !abbreviated,
            '!' | '?' | '…' => opens,
            ':' => opens_value(before, who),
            ')' | '”' | '"' => opens && ends_sentence_before(text, *offset),
            _ => false,
        };
        if ends {
            cuts.push((from, offset + c.len_utf8()));
            from = *start;
        }
    }
    cuts.push((from, text.len()));
    cuts
}

/// Where the label of a subject begins that ends these words: `por email, assunto do e-mail`.
fn subject_label_before(before: &str) -> Option<usize> {
    let lower = before.to_lowercase();
    if lower.len() != before.len() {
        return None;
    }
    let at = ["assunto", "título", "titulo"].iter().filter_map(|it| lower.rfind(it)).max()?;
    let label = before.get(at..)?;
    let lead = before.get(..at)?.trim_end();
    // `(assunto: …)` stays with its sentence; `o assunto é` is one.
    (label.split_whitespace().count() <= 3 && !lead.ends_with('(') && !lead.ends_with(['o', 'O'])).then_some(at)
}

/// `Sr.`, `Dra.`, `art.`, an initial: no end of a sentence.
fn is_abbreviation(word: &str) -> bool {
    let folded = fold(word.trim_start_matches(['(', '“', '"']));
    folded.chars().count() == 1 && folded.chars().all(char::is_alphabetic)
        || matches!(
            folded.as_str(),
            "sr" | "sra"
                | "srs"
                | "sras"
                | "dr"
                | "dra"
                | "drs"
                | "art"
                | "av"
                | "prof"
                | "profa"
                | "exmo"
                | "exma"
                | "ilmo"
                | "ilma"
                | "tel"
                | "fls"
                | "inc"
                | "no"
                | "pag"
                | "sto"
                | "sta"
                | "v.sa"
                | "ref"
                | "gov"
                | "dep"
                | "ger"
                | "pe"
        )
}

/// `…enviada).` `…Instituto.”`: the full stop stands inside.
fn ends_sentence_before(text: &str, offset: usize) -> bool {
    text.get(..offset).and_then(|it| it.chars().next_back()).is_some_and(|c| matches!(c, '.' | '!' | '?'))
}

/// Whether a colon after these words opens something: a request or a pointer to the text, and no heading.
fn opens_value(before: &str, who: &Speakers<'_>) -> bool {
    let folded = fold(before);
    let looks = features(before, &folded, who);
    let heading = super::features::meta_label(&format!("{before}:"), who).is_some();
    let label = who.words.phrases("texto", "rotulo-na-linha").contains(&folded);
    label || !heading && (looks.request || (looks.points_to_text && before.len() > 12))
}

impl std::fmt::Display for Letter {
    /// The units with their scores, one a line, for `explain`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let end = self.units.len();
        for (at, unit) in self.units.iter().enumerate() {
            let tail = if at >= self.tail { 'T' } else { ' ' };
            let (opens, closes) = (self.opens(at, 0), self.closes(at, end.min(self.tail.max(at + 1))));
            let words: String = unit.text.chars().take(70).collect();
            writeln!(f, "{at:3}{tail} {:4} o{opens:3} c{closes:3} {words}", unit.score)?;
        }
        Ok(())
    }
}
