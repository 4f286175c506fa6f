//! Where closing and signature of a letter begin, and what signs the text above them.

use super::frames::drawn;
use super::{Letter, Unit};
use crate::mail::blocks::Enclosure;
use crate::office::has_words;

/// Under the sender's name stand at most so many lines of an unknown kind.
const MAX_CAPTIONS: usize = 4;

/// A line that somebody's mail program puts below every mail is no longer than this.
const FOOTER_MAX: usize = 120;

/// A closing with a comma has no more words: `Um cheiro,`.
const LEAVE_WORDS: usize = 4;

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

impl Letter {
    /// The end of the first line that says something, unless the sender signs with it: `SIM` or `Aprovado.` alone is an
    /// answer, not a name and not a closing.
    pub(super) fn first_words(&self) -> usize {
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
    pub(super) fn find_tail(&self, impersonal: bool) -> usize {
        let end = self.units.len();
        let mut tail = end;
        let mut stage = Stage::Below;
        let mut name: Option<usize> = None;
        let mut below = 0;
        for (at, unit) in self.units.iter().enumerate().rev() {
            let looks = &unit.looks;
            let marked = self.block_of(at).is_some_and(|it| it.is_in(Enclosure::Signature));
            let apart = unit.text.is_empty() || (unit.ruler && is_signature_mark(&unit.text));
            let footer = stage == Stage::Below && self.is_footer(at);
            if marked || looks.mobile || looks.disclaimer || apart || footer {
                // A name in what the client marked as signature is the name: above it only a closing belongs to it.
                let names = looks.sender_name || is_name_like(&unit.text) && !looks.role && !looks.house_line;
                if marked && names {
                    (stage, name) = (Stage::Named, Some(at));
                }
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
            // `Um abraço da equipe de Comunicação.`, and below it the requester's own leave.
            if stage == Stage::Closed && looks.leaves_for_house && self.units.get(tail).is_some_and(|it| it.gap) {
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
                    // `Obrigada! Ivete - Concessão de Benefícios`
                    Stage::Below if person || self.signs_after_leave(at) => Stage::Named,
                    Stage::Below if (looks.role || cell) && looks.length <= 90 => Stage::Below,
                    Stage::Below if titled || impersonal && caption && self.captions_name(at) => {
                        below += 1;
                        Stage::Below
                    }
                    // `Neusa Tambosi / Patrimônio e Atendimento / Gerência …`: what looked like a name is her office.
                    Stage::Named if person && impersonal && name.is_some_and(|it| self.heads_lines(at, it)) => {
                        name = Some(at);
                        Stage::Named
                    }
                    // `Obrigada, / Neide Barreto / Protocolo Central`, where the mailbox has the name of the office.
                    Stage::Named
                        if person && self.closing_above(at) && name.is_some_and(|it| self.heads_lines(at, it)) =>
                    {
                        name = Some(at);
                        Stage::Named
                    }
                    // `Feliz virada e até a volta!` between a text of one paragraph and the name
                    Stage::Named if looks.wishes && self.ends_one_paragraph(at) => Stage::Closed,
                    // `Um cheiro,` right above the name
                    Stage::Named if self.leaves_with_comma(at) => Stage::Closed,
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

    /// Whether a short line of an unknown kind stands below the requester's whole signature, with a text above that:
    /// `Economize papel: só imprima se precisar.` A text that follows a signature speaks to insured people.
    fn is_footer(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at).filter(|it| it.looks.length <= FOOTER_MAX && !it.looks.colon) else {
            return false;
        };
        let looks = &unit.looks;
        let speaks = looks.second_person > 0 || looks.informs > 0;
        let of_text = looks.voice.is_public() || speaks && !looks.voice.is_to_desk();
        // `Depois me conte quantos confirmaram.` is said by a person.
        let by_person = looks.first_person > 0 || looks.remark || looks.perhaps_remark;
        let of_signature = looks.role || looks.house_line || looks.closing || looks.sender_name || looks.contact;
        let last = self.units.get(at + 1..).unwrap_or_default();
        let last = last.iter().all(|it| it.text.is_empty() || it.ruler || it.looks.mobile || it.looks.disclaimer);
        if of_text || by_person || of_signature || looks.request || !last || !unit.text.ends_with(['.', '!']) {
            return false;
        }
        let above = self.units.get(..at).unwrap_or_default();
        let near = above.len().saturating_sub(MAX_CAPTIONS + 2);
        let signs = |at: &usize| {
            let titled = || above.get(*at + 1).is_some_and(|it| !it.gap && (it.looks.role || it.looks.house_line));
            above.get(*at).is_some_and(|it| it.looks.sender_name || is_name_like(&it.text) && titled())
        };
        let Some(name) = (near..above.len()).find(signs) else { return false };
        let leave = (name.saturating_sub(2)..name).rev().find(|it| above.get(*it).is_some_and(|it| it.looks.closing));
        leave.is_some_and(|it| above.iter().take(it).any(|it| it.score > 0 && it.looks.length > FOOTER_MAX / 2))
    }

    /// Whether a line was drawn here that no mail program draws over a signature.
    pub(super) fn is_plain_ruler(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|it| it.ruler && !is_signature_mark(&it.text))
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

    /// Whoever signs twice signs the text first: names above a closing of the requester's, with a title under them or a
    /// closing of their own above, are the text's.
    pub(super) fn mark_signers(&mut self) {
        let words = |it: &&Unit| !it.text.is_empty() && !it.ruler;
        let leaves =
            self.units.get(self.tail..).unwrap_or_default().iter().find(words).is_some_and(|it| it.looks.closing);
        for at in 1..self.tail {
            let (Some(unit), Some(above)) = (self.units.get(at), self.units.get(at - 1)) else { continue };
            let named = is_name_like(&unit.text) && !unit.looks.house_line && unit.looks.length <= 60;
            let below = self.units.get(at + 1).filter(|_| at + 1 < self.tail);
            let titled = below.is_some_and(|it| it.looks.role && !it.gap);
            let closed = above.looks.closing && !unit.gap;
            // The requester signs the text, and below it the letter.
            let mut below_text = self.units.get(self.tail..).unwrap_or_default().iter().filter(words);
            let again = named && below_text.any(|it| it.folded.starts_with(&unit.folded));
            let titled = titled || again && below.is_some_and(|it| !it.gap && it.looks.length <= 60);
            let leaves = leaves || again;
            if leaves && named && (titled || closed) && above.score > -3 {
                let marks = [closed.then_some(at - 1), Some(at), titled.then_some(at + 1)];
                for unit in marks.into_iter().flatten() {
                    if let Some(unit) = self.units.get_mut(unit) {
                        unit.signs = true;
                        unit.score = unit.score.max(1);
                    }
                }
            }
        }
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
        // `Neusa Tambosi / Patrimônio e Atendimento`: a line of an unknown kind right under the name, and no more.
        let captioned = unit.gap
            && below.first().is_some_and(|it| !it.gap && !it.text.is_empty() && it.looks.length <= 60)
            && below.iter().skip(1).all(|it| it.text.is_empty() || it.looks.mobile || it.looks.disclaimer);
        unit.looks.sender_name || titled || captioned
    }

    /// Whether this line stands right under a name that an empty line sets apart.
    fn captions_name(&self, at: usize) -> bool {
        let above = at.checked_sub(1).and_then(|it| self.units.get(it));
        let set_apart =
            self.units.get(at).is_some_and(|it| !it.gap && it.looks.second_person == 0 && it.looks.informs == 0);
        set_apart
            && above
                .is_some_and(|it| it.gap && it.folded.contains(' ') && is_name_like(&it.text) && !it.looks.house_line)
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

    /// Whether this line is set apart from one paragraph that stands between it and words to the desk.
    fn ends_one_paragraph(&self, at: usize) -> bool {
        let set_apart = self.units.get(at).is_some_and(|it| it.gap && it.from == 0);
        let mut above =
            self.units.get(..at).unwrap_or_default().iter().rev().filter(|it| !it.text.is_empty() && !it.ruler);
        let Some(text) = above.next() else { return false };
        let before = above.find(|it| it.block != text.block);
        set_apart && text.score > 0 && before.is_some_and(|it| it.score < 0)
    }

    /// Whether a few words stand behind a closing in the same line, and say nothing to anybody.
    fn signs_after_leave(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at).filter(|it| it.from > 0 && it.looks.length <= 60) else { return false };
        let leave = at.checked_sub(1).and_then(|it| self.units.get(it));
        let silent = unit.looks.second_person == 0 && unit.looks.informs == 0 && !unit.text.ends_with(['.', '!', '?']);
        silent && leave.is_some_and(|it| it.looks.closing && it.block == unit.block && it.from == 0 && it.gap)
    }

    /// Whether the line above takes leave.
    fn closing_above(&self, at: usize) -> bool {
        let above = self.units.get(..at).unwrap_or_default().iter().rev().find(|it| !it.text.is_empty());
        above.is_some_and(|it| it.looks.closing)
    }

    /// Whether these few words end with a comma, as only a closing does above a name, and say nothing to anybody.
    fn leaves_with_comma(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|it| {
            let looks = &it.looks;
            it.gap
                && it.text.ends_with(',')
                && it.folded.split(' ').count() <= LEAVE_WORDS
                && !(looks.greeting || looks.public_greeting || looks.to_desk || looks.people)
                && looks.second_person == 0
        })
    }

    /// Whether two lines name the same person.
    fn same_person(&self, one: usize, other: usize) -> bool {
        let (Some(one), Some(other)) = (self.units.get(one), self.units.get(other)) else { return false };
        let shares = one.folded.split_whitespace().any(|it| it.len() > 2 && has_words(&other.folded, it));
        shares || (one.looks.sender_name && other.looks.sender_name)
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
    pub(super) fn signs_text(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        let above = at.checked_sub(1).and_then(|it| self.units.get(it));
        let under_name = above.is_some_and(|it| {
            is_name_like(&it.text) && !it.looks.house_line && (it.signs || !it.looks.sender_name && !it.looks.role)
        });
        let looks = &unit.looks;
        unit.signs
            || (looks.house_line && !unit.text.contains(':') && looks.length < 60)
            || (looks.role && under_name && !unit.gap)
    }
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
