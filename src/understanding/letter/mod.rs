//! The grammar of a letter to the desk: greeting, request, heading lines, the text for insured people, remarks,
//! closing, signature. The text is the stretch of sentences that is best explained as said to insured people, with
//! what stands before and after it best explained as said to the desk.
//!
//! ```text
//! greeting  request  headings │ text for insured people │ remarks  closing  signature  legal notice
//!                    marker ──┘                         └── ruler, box, quote, remark, closing
//! ```

mod frames;
mod signature;
mod stretch;
mod units;

pub use frames::{Frame, closes_quote, opens_quote};
pub use signature::is_name_like;
pub use stretch::Span;

use crate::mail::blocks::{Block, Enclosure};
use crate::understanding::features::{Features, Speakers, opens_subject};

/// A letter longer than this is looked at no further.
const MAX_UNITS: usize = 600;

/// So many bytes of a letter are judged: a letter of twenty pages has fewer.
const MAX_LETTERS: usize = 48 << 10;

/// A line with a colon that opens the text by its place alone is no longer than this.
const OPENER_MAX: usize = 32;

/// What the sound of an item of an enumeration takes off its score at most.
const ITEM_VOICE_LEAST: i32 = -1;

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
    /// Whether it signs the text, above the requester's own closing.
    pub signs: bool,
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
            units::units_of_block(number, block, who, &mut units);
        }
        let mut letter = Self { blocks: blocks.to_vec(), units, tail: 0, frames: Vec::new(), asked: None, cut_off };
        letter.tail = letter.find_tail(who.sender.is_empty()).max(letter.first_words());
        letter.judge();
        letter.mark_signers();
        letter.frames = letter.find_frames();
        letter
    }

    /// Whether people are typed in the letter, one a line.
    #[must_use]
    pub fn has_typed_list(&self) -> bool {
        self.units.iter().take(self.tail).filter(|it| it.looks.contact_line).count() >= 2
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
        // The paragraph in which the desk was asked, up to a colon.
        let mut asking: Option<usize> = None;
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
            // A paragraph speaks to one person: what follows a request in it is said to the desk too.
            if asking == Some(unit.block) && !unit.looks.public_greeting && unit.looks.second_person == 0 {
                score = score.min(-2);
            }
            if unit.looks.request && !unit.looks.colon && !unit.looks.label && unit.score < 0 {
                asking = Some(unit.block);
            } else if unit.looks.colon || opens_quote(&unit.text) {
                asking = None;
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
            // `… para a turma da planilha com o assunto:`
            value_next |= opens_subject(&unit.folded);
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
}

fn base_score(it: &Features) -> i32 {
    let mut score = 1 + i32::from(it.length > 80) + i32::from(it.length > 200);
    // Items of an enumeration are no sentences, and sound like nothing.
    score += if it.item { it.voice.score().max(ITEM_VOICE_LEAST) } else { it.voice.score() };
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

impl std::fmt::Display for Letter {
    /// The units with their scores, one a line, for `explain`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let end = self.units.len();
        for (at, unit) in self.units.iter().enumerate() {
            let tail = if at >= self.tail { 'T' } else { ' ' };
            let (opens, closes) = (self.opens(at, 0), self.closes(at, end.min(self.tail.max(at + 1))));
            let words: String = unit.text.chars().take(70).collect();
            let voice = unit.looks.voice;
            let (public, reserve) = (voice.public, voice.reserve);
            writeln!(f, "{at:3}{tail} {:4} o{opens:3} c{closes:3} p{public:5.1} r{reserve:5.1} {words}", unit.score)?;
        }
        Ok(())
    }
}
