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
/// How strongly a frame speaks for a beginning or an end at its edge, and against one inside of it.
const FRAME_EDGE: i32 = 12;
/// See [`FRAME_EDGE`].
const FRAME_INSIDE: i32 = -9;
/// Under the sender's name stand at most so many lines of an unknown kind.
const MAX_CAPTIONS: usize = 4;
/// A line with a colon that opens the text by its place alone is no longer than this.
const OPENER_MAX: usize = 32;
/// A text in quotes has no more units than this.
const MAX_QUOTED: usize = 120;

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

/// A letter, taken apart.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its units.
    pub units: Vec<Unit>,
    /// The first unit of closing and signature.
    pub tail: usize,
    /// Stretches that the sender set apart: in quotes, in a frame, set in from the left.
    pub frames: Vec<Frame>,
    /// Where words to the desk alone have named channel and people: what follows apart may be the text.
    pub asked: Option<usize>,
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
        let mut letter = Self { blocks: blocks.to_vec(), units, tail: 0, frames: Vec::new(), asked: None, cut_off };
        letter.tail = letter.find_tail(who.sender.is_empty()).max(letter.first_words());
        letter.judge();
        letter.frames = letter.find_frames();
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

    /// Where closing and signature begin, read from the end upwards: titles and contacts, one person's name, one run of
    /// closings. What stands above that run is not the requester's, whatever it looks like: the text may have a
    /// closing and a sender of its own (`Atenciosamente, Gerência de Previdência`). A mailbox that is nobody's own
    /// (`impersonal`) may sign with lines of the house alone.
    fn find_tail(&self, impersonal: bool) -> usize {
        let end = self.units.len();
        let mut tail = end;
        let mut stage = Stage::Below;
        let mut name: Option<usize> = None;
        let mut below = 0;
        for (at, unit) in self.units.iter().enumerate().rev() {
            let looks = &unit.looks;
            let marked = self.block_of(at).is_some_and(|it| it.is_in(Enclosure::Signature));
            let apart = unit.text.is_empty() || (unit.ruler && is_signature_mark(&unit.text));
            if marked || looks.mobile || looks.disclaimer || apart {
                tail = at;
                continue;
            }
            if self.enters_frame(at, tail)
                || unit.ruler
                || looks.request
                || looks.label
                || looks.public_greeting
                || looks.meta == Some("assunto")
            {
                break;
            }
            if looks.closing && self.closes_paragraph_of_text(at, stage) {
                break;
            }
            let cell = self.block_of(at).is_some_and(|it| it.cell.is_some());
            // Any line under the sender's own name is a line of the signature: `Recepção (terceirizada)`.
            let caption =
                below < MAX_CAPTIONS && looks.length <= 60 && !unit.text.ends_with(['.', '!', '?', ':', ',', ';']);
            let titled = stage == Stage::Below && caption && !looks.sender_name && self.titled_above(at);
            let person = looks.sender_name || !titled && (is_name_like(&unit.text) && !looks.role && !looks.house_line);
            let next = if looks.closing {
                Stage::Closed
            } else {
                match stage {
                    // `Folha de Benefícios` under the sender's name is no other person.
                    Stage::Below if !looks.sender_name && caption && self.sender_above(at) => {
                        below += 1;
                        Stage::Below
                    }
                    Stage::Below if person => Stage::Named,
                    Stage::Below if (looks.role || cell) && looks.length <= 90 => Stage::Below,
                    Stage::Below if titled => {
                        below += 1;
                        Stage::Below
                    }
                    // `Neusa Tambosi / Patrimônio e Atendimento / Gerência …`: what looked like a name is her office.
                    Stage::Named if person && impersonal && name.is_some_and(|it| self.heads_lines(at, it)) => {
                        name = Some(at);
                        Stage::Named
                    }
                    // `Marlise` typed over the signature that begins with `Marlise Kühnen`.
                    Stage::Named if person && name.is_some_and(|it| self.same_person(at, it)) => Stage::Named,
                    // … or name and title typed over it.
                    Stage::Named if looks.role && at > 0 && name.is_some_and(|it| self.same_person(at - 1, it)) => {
                        Stage::Named
                    }
                    Stage::Below | Stage::Named | Stage::Closed => break,
                }
            };
            if next == Stage::Named && name.is_none() {
                name = Some(at);
            }
            stage = next;
            tail = at;
        }
        match stage {
            Stage::Closed => tail,
            Stage::Named if name.is_some_and(|it| self.is_signed(it)) => tail,
            // `Tatiana` alone at the end of a mail from a mailbox of several people.
            Stage::Named if impersonal && name.is_some_and(|it| it > 0 && self.stands_alone(it)) => tail,
            Stage::Below if impersonal && self.signs_as_house(tail) => tail,
            // Neither a closing nor a name: titles and contacts belong to the text, marks of the client do not.
            Stage::Below | Stage::Named => (tail..end)
                .find(|at| {
                    self.units.get(*at).is_some_and(|it| it.looks.mobile || it.looks.disclaimer || it.ruler)
                        || self.block_of(*at).is_some_and(|it| it.is_in(Enclosure::Signature))
                })
                .unwrap_or(end),
        }
    }

    /// Whether a word of leave ends a paragraph in which nothing is said to the desk (`… pela manhã não haverá
    /// atendimento. Boas festas!`): a wish is the text's, thanks are where the requester takes leave below.
    fn closes_paragraph_of_text(&self, at: usize, stage: Stage) -> bool {
        let Some(unit) = self.units.get(at).filter(|it| it.from > 0) else { return false };
        let above = || self.units.get(..at).unwrap_or_default().iter().rev().take_while(|it| it.block == unit.block);
        let to_desk = |it: &Unit| {
            let looks = &it.looks;
            looks.request || looks.to_desk || looks.remark || looks.first_person > 0 || looks.closing || looks.label
        };
        let of_text = above().next().is_some() && !above().any(|it| to_desk(it) || it.score <= -3);
        of_text && (unit.looks.wish || stage == Stage::Closed)
    }

    /// Whether the sender's own name stands in one of the lines above this one, without an empty line between.
    fn sender_above(&self, at: usize) -> bool {
        for back in 0..MAX_CAPTIONS {
            let Some(unit) = at.checked_sub(back).and_then(|it| self.units.get(it)) else { return false };
            if back > 0 && unit.looks.sender_name && unit.looks.length <= 60 && !unit.looks.request {
                return true;
            }
            if unit.gap {
                return false;
            }
        }
        false
    }

    /// Whether this line ends a run of lines without an empty one that begins with a name and has a title under it.
    fn titled_above(&self, at: usize) -> bool {
        let mut titled = false;
        for back in 0..=MAX_CAPTIONS {
            let Some(unit) = at.checked_sub(back).and_then(|it| self.units.get(it)) else { return false };
            let looks = &unit.looks;
            if looks.length > 60 {
                return false;
            }
            let house = looks.role || looks.house_line;
            if back > 0 && titled && is_name_like(&unit.text) && !house {
                return true;
            }
            titled |= back > 0 && house;
            if unit.gap {
                return false;
            }
        }
        false
    }

    /// Whether the lines from here on sign as an office does: several of them, apart from what stands above.
    fn signs_as_house(&self, tail: usize) -> bool {
        let lines: Vec<&Unit> =
            self.units.get(tail..).unwrap_or_default().iter().filter(|it| !it.text.is_empty() && !it.ruler).collect();
        let signing = lines.iter().take_while(|it| it.looks.house_line || it.looks.role).count();
        signing >= 2 && lines.first().is_some_and(|it| it.gap && (it.looks.house_line || !it.looks.contact)) && tail > 0
    }

    /// Whether this unit stands in a frame, an indent or a quotation that neither what follows nor the letter's
    /// beginning shares: what was set apart is no signature.
    fn enters_frame(&self, at: usize, tail: usize) -> bool {
        let ids = |at: usize| self.block_of(at).map(|it| drawn(it).collect::<Vec<_>>()).unwrap_or_default();
        let (first, below) = (ids(0), ids(tail));
        tail < self.units.len() && ids(at).iter().any(|it| !below.contains(it) && !first.contains(it))
    }

    /// Whether the name at this place signs: it is the sender's, or titles and contacts stand under it, or it stands
    /// alone after an empty line.
    fn is_signed(&self, name: usize) -> bool {
        let Some(unit) = self.units.get(name) else { return false };
        let below = self.units.get(name + 1..).unwrap_or_default();
        let house = |it: &Unit| it.looks.role || it.looks.house_line;
        let titled = below.iter().find(|it| !it.text.is_empty()).is_some_and(house)
            // … or, under a line of an unknown kind, the line after it.
            || below.iter().take_while(|it| !it.gap && it.looks.length <= 60).take(2).any(house);
        unit.looks.sender_name || titled
    }

    /// Whether a line of one or two words stands after an empty line and ends the letter.
    fn stands_alone(&self, name: usize) -> bool {
        let last =
            self.units.get(name + 1..).unwrap_or_default().iter().all(|it| it.text.is_empty() || it.looks.mobile);
        self.units.get(name).is_some_and(|it| {
            last && it.gap && it.folded.split(' ').count() <= 2 && it.looks.second_person == 0 && it.looks.informs == 0
        })
    }

    /// Whether this line begins a run of lines, after an empty one, in which the line `below` follows at once.
    fn heads_lines(&self, at: usize, below: usize) -> bool {
        let set_apart = self.units.get(at).is_some_and(|it| it.gap && it.looks.length <= 60);
        set_apart && below == at + 1 && self.units.get(below).is_some_and(|it| !it.gap)
    }

    /// Whether two lines name the same person.
    fn same_person(&self, one: usize, other: usize) -> bool {
        let (Some(one), Some(other)) = (self.units.get(one), self.units.get(other)) else { return false };
        let shares =
            one.folded.split_whitespace().any(|it| it.len() > 2 && crate::office::has_words(&other.folded, it));
        shares || (one.looks.sender_name && other.looks.sender_name)
    }

    /// How much better each unit is explained as said to insured people.
    fn judge(&mut self) {
        let tail = self.tail;
        self.join_lists();
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
        let labels: Vec<bool> = (0..self.units.len()).map(|at| self.labels_list(at)).collect();
        let mut to_desk_so_far = true;
        let mut colon_before = false;
        let (mut channel, mut list) = (false, false);
        // `Você pode:` and the items under it are one sentence.
        let mut items_follow = false;
        let mut asked = None;
        let mut unfinished = false;
        for at in 0..self.units.len() {
            let Some(block) = self.block_of(at) else { continue };
            let listed = block.cell.is_some_and(|it| lists.contains(&it.table));
            let (signature, pictures) = (block.is_in(Enclosure::Signature), block.pictures().next().is_some());
            let Some(unit) = self.units.get_mut(at) else { continue };
            // A line that goes on with a sentence of the text is no heading: `… escreva no campo / Assunto: CENSO`.
            if std::mem::take(&mut unfinished) && !unit.gap && unit.looks.meta.is_some() {
                unit.looks.meta = None;
                unit.looks.names_subject = false;
            }
            let mut score = base_score(&unit.looks);
            // A greeting in mid-letter that calls nobody of the desk begins a text: `Prezados, segue em anexo …`
            if unit.looks.greeting && greeted && !unit.looks.to_desk && !unit.looks.request && unit.gap {
                score = score.max(1);
            }
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
            if listed || labels.get(at) == Some(&true) {
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
            let silent = unit.ruler || unit.text.is_empty();
            if items_follow && crate::mail::blocks::starts_item(&unit.text) && !unit.looks.to_desk {
                score = score.max(1);
            } else if !silent {
                items_follow = score > 0 && unit.looks.colon && !to_desk_so_far;
            }
            // After words to the desk alone a short line with a colon opens the text, whatever it says: `Dizer:`
            let opener = unit.looks.announces || unit.looks.length <= OPENER_MAX;
            if to_desk_so_far && !colon_before && unit.looks.colon && opener && !unit.looks.public_greeting && at > 0 {
                score = score.min(-8);
            }
            if unit.ruler || (unit.text.is_empty() && pictures) {
                score = 0;
            }
            if !silent {
                let asks = to_desk_so_far && score < 0;
                channel |= asks && unit.looks.channel;
                list |= asks && (unit.looks.list || unit.looks.people);
                if channel && list && asks {
                    asked = asked.or(Some(at));
                }
                to_desk_so_far &= score < 0;
                colon_before = unit.looks.colon && score < -3;
            }
            unfinished = score > 0 && unit.looks.length > 25 && unit.text.ends_with(char::is_alphanumeric);
            unit.score = score;
        }
        self.asked = asked;
        // A sentence that goes on in thanks to the desk (`É só para o grupo. Obrigadaaa!`) is said to the desk too.
        for at in 1..self.units.len() {
            let thanks = self.units.get(at).filter(|it| it.looks.closing && !it.looks.formal_closing);
            let block = thanks.map(|it| it.block);
            if let Some(before) = self.units.get_mut(at - 1).filter(|it| Some(it.block) == block && it.from == 0)
                && at > 1
            {
                before.score -= 5;
            }
        }
    }

    /// A line with a contact right under a line of a list is a line of it too: `Elfrida Voigt / 5548987879082`.
    fn join_lists(&mut self) {
        let mut listed = false;
        let tail = self.tail;
        for unit in self.units.iter_mut().take(tail) {
            let looks = &mut unit.looks;
            let short = looks.length <= 80 && looks.informs == 0 && looks.second_person == 0 && !looks.house_line;
            if listed && looks.contact && short && !looks.contact_line {
                looks.contact_line = true;
            }
            listed = looks.contact_line || (listed && unit.text.is_empty());
        }
    }

    /// Whether a line with a colon stands over a table or over lines of contacts: `Segurados:`.
    fn labels_list(&self, at: usize) -> bool {
        let next = self.units.get(at + 1);
        let in_table = |at: usize| self.block_of(at).is_some_and(|it| it.cell.is_some());
        // `Segurados:`, `RELAÇÃO`
        let heads = |it: &Unit| {
            let words = it.folded.split(' ').count();
            it.looks.colon && it.looks.length < 60 || words <= 3 && it.looks.list && !it.text.ends_with('.')
        };
        self.units.get(at).is_some_and(heads)
            && !in_table(at)
            && next.is_some_and(|it| it.looks.contact_line || in_table(at + 1))
    }

    /// What the sender set apart: a pair of quotes around whole units, a box, an indent, a quotation.
    fn find_frames(&self) -> Vec<Frame> {
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
        let rulers: Vec<usize> = (0..self.tail).filter(|at| self.units.get(*at).is_some_and(|it| it.ruler)).collect();
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
    fn framed(&self, at: usize, begins: bool) -> i32 {
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
    fn closes(&self, at: usize, end: usize) -> i32 {
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

    /// Whether the letter ends with a closing and lines of the house, and no person's name: the text's or the
    /// requester's, nobody can tell.
    #[must_use]
    pub fn ends_as_house(&self) -> bool {
        let tail = self.units.get(self.tail..).unwrap_or_default();
        let named = tail
            .iter()
            .any(|it| it.looks.sender_name || (is_name_like(&it.text) && !it.looks.role && !it.looks.house_line));
        let marked =
            (self.tail..self.units.len()).any(|at| self.block_of(at).is_some_and(|it| it.is_in(Enclosure::Signature)));
        let closed = tail.iter().position(|it| it.looks.closing);
        let house =
            closed.is_some_and(|at| tail.get(at + 1..).unwrap_or_default().iter().any(|it| it.looks.house_line));
        house && !named && !marked
    }

    /// Whether this line, above the requester's closing, signs the text: a line of the house, or a title under a name.
    fn signs_text(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        let above = at.checked_sub(1).and_then(|it| self.units.get(it));
        let under_name = above.is_some_and(|it| {
            is_name_like(&it.text) && !it.looks.sender_name && !it.looks.role && !it.looks.house_line
        });
        let looks = &unit.looks;
        (looks.house_line && !unit.text.contains(':') && looks.length < 60) || (looks.role && under_name && !unit.gap)
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

/// The frames, indents and quotations that are drawn around a block.
fn drawn(block: &Block) -> impl Iterator<Item = u32> {
    block
        .inside
        .iter()
        .filter(|it| matches!(it.kind, Enclosure::Frame | Enclosure::Indent | Enclosure::Quotation))
        .map(|it| it.id)
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

/// The quote that the text opens with, and what closes it.
fn quote_of(text: &str) -> Option<(char, char)> {
    let first = text.trim_start().chars().next()?;
    QUOTES.into_iter().find(|(open, _)| *open == first)
}

/// How far the end of a letter has been read, from below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Titles, contacts, legal notices.
    Below,
    /// The name was found.
    Named,
    /// The closing was found.
    Closed,
}

/// The line that mail programs draw over a signature.
fn is_signature_mark(text: &str) -> bool {
    matches!(text.trim(), "--" | "—" | "–" | "---" | "____")
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
    if it.holds {
        score -= 8;
    }
    if it.label || it.end_mark {
        score -= 14;
    }
    if it.meta.is_some() {
        score -= match it.meta {
            Some("assunto") => 14,
            Some("outros") if it.postscript => 5,
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
        (it.score <= -3 && clear)
            || (looks.closing && !looks.wish)
            || looks.label
            || looks.greeting
            || looks.meta.is_some()
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
        (looks.closing && !looks.formal_closing && !looks.wish)
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
    // Quotes that are closed in the same block hold their sentences together.
    let curly = text.matches('“').count() > 0 && text.matches('“').count() == text.matches('”').count();
    let straight = text.matches('"').count().is_multiple_of(2);
    let (mut in_curly, mut in_straight) = (false, false);
    for (at, (offset, c)) in letters.iter().enumerate() {
        let next = letters.get(at + 1).map(|it| it.1);
        // No sentence ends inside parentheses: `(assunto: Reajuste)`.
        match c {
            '(' => parentheses += 1,
            ')' if parentheses > 0 => parentheses -= 1,
            _ => {}
        }
        match c {
            '“' => in_curly = curly,
            '”' => in_curly = false,
            '"' => in_straight = straight && !in_straight,
            _ => {}
        }
        // A text that begins with its quote is cut as any other.
        let opened = text.get(from..).is_some_and(|it| it.starts_with(['“', '"']));
        if parentheses > 0 || (in_curly || in_straight) && !opened {
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
            // `… cujo título é Abono: como requerer:` opens with its last colon.
            ':' => {
                let rest = text.get(*start..).unwrap_or_default();
                let quoted = opens_quote(rest) && closes_quote(rest);
                !leads_to_colon(rest) && opens_value(before, after.is_lowercase(), quoted, who)
            }
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
    let of_line = fold(lead);
    let of_line = ["linha de", "linha do", "campo", "campo do", "campo de"].iter().any(|it| of_line.ends_with(it));
    let apart = !lead.ends_with('(') && !lead.ends_with(['o', 'O']) && !of_line;
    (label.split_whitespace().count() <= 3 && apart).then_some(at)
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

/// Whether words that begin in lower case go on to a colon at their end, without a sentence between.
fn leads_to_colon(rest: &str) -> bool {
    rest.starts_with(char::is_lowercase) && rest.trim_end().ends_with(':') && !rest.contains(". ") && rest.len() < 120
}

/// `…enviada).` `…Instituto.”`: the full stop stands inside.
fn ends_sentence_before(text: &str, offset: usize) -> bool {
    text.get(..offset).and_then(|it| it.chars().next_back()).is_some_and(|c| matches!(c, '.' | '!' | '?'))
}

/// Whether a colon after these words opens something: a request or a pointer to the text, and no heading.
fn opens_value(before: &str, goes_on: bool, quoted: bool, who: &Speakers<'_>) -> bool {
    let folded = fold(before);
    let looks = features(before, &folded, who);
    let heading = super::features::meta_label(&format!("{before}:"), who).is_some();
    let label = who.words.phrases("texto", "rotulo-na-linha").contains(&folded);
    // `repare no cartaz: ele traz o mapa` goes on; only a request opens a text in lower case.
    label || !heading && (looks.request || (looks.points_to_text && (quoted || before.len() > 12 && !goes_on)))
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
