//! Where the text for insured people stands, and whether that is sure: in the letter, in a forwarded mail, in a mail
//! that is attached, in a document.

mod cut;
mod elsewhere;
mod versions;

use std::collections::BTreeMap;

use cut::{another_text, doubts_of_cut, speaks_to_desk, two_quoted, unfinished};
use elsewhere::{in_document, in_history, in_inner_mail, one_in_document, quoted_inline};
use versions::{chosen_version, two_texts, two_versions};

use crate::office::{Channel, fold};
use crate::understanding::letter::{self, Letter, Span, Unit};
use crate::understanding::reading::Reading;
use crate::understanding::{Content, features, hindrance, render};

/// A text is taken only if its sentences explain it this well.
const LEAST_TOTAL: i32 = 6;

/// A text shorter than this is shown before it goes.
const LEAST_LETTERS: usize = 25;

/// …if the evidence for its beginning is this strong,
const LEAST_OPENING: i32 = 3;

/// …and if every other stretch is worse by this much.
const LEAST_MARGIN: i32 = 2;

/// The text that was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The text; also where it is not sure.
    pub content: Option<Content>,
    /// The texts where each channel has its own.
    pub by_channel: BTreeMap<Channel, Content>,
    /// The subject that stands with one of two texts, or in a document.
    pub subject: Option<String>,
    /// Where it stands in the letter itself.
    pub span: Option<Span>,
    /// Whether it may go without being shown first.
    pub sure: bool,
    /// The document that holds it.
    pub document: Option<String>,
    /// Documents of which nobody said which holds the text.
    pub rivals: Vec<String>,
    /// Why it is not sure, or where it was found.
    pub notes: Vec<String>,
}

/// Finds the text of a request; it is looked for once a mail.
#[must_use]
pub fn find<'r>(reading: &'r Reading<'_>) -> &'r Found {
    reading.found.get_or_init(|| look_for(reading))
}

fn look_for(reading: &Reading<'_>) -> Found {
    let letter = &reading.letter;
    if let Some(found) = two_texts(reading) {
        return found;
    }
    let all = reading.new_words();
    let says = |key: &str| reading.who.has("texto", key, &all);
    if let Some(version) = chosen_version(letter, letter, &reading.who, reading.mail) {
        return version;
    }
    let own = in_letter(reading);
    let strong = own.as_ref().is_some_and(|it| it.opens >= 7);
    if !strong && let Some(found) = in_document(reading, says("anexo")) {
        return found;
    }
    if let Some(found) = own.as_ref().filter(|_| strong).and_then(|it| one_in_document(reading, it)) {
        return found;
    }
    let quote_ends_inside = own.as_ref().is_some_and(|it| ends_quote_inside(letter, it));
    if let Some(span) = own.filter(|_| !quote_ends_inside) {
        return judged(reading, span, strong);
    }
    if let Some(found) = quoted_inline(letter, reading.mail) {
        return found;
    }
    if let Some(found) = in_history(reading) {
        return found;
    }
    if let Some(found) = in_inner_mail(reading) {
        return found;
    }
    Found { notes: vec!["no text for insured people was found".to_owned()], ..Found::default() }
}

/// Whether a text that begins with a quote in mid-paragraph has the closing one before its end: `… com estas palavras:
/// “A audiência …”? O juiz não quer …`.
fn ends_quote_inside(letter: &Letter, span: &Span) -> bool {
    let Some(first) = letter.units.get(span.from).filter(|it| it.from > 0) else { return false };
    letter::opens_quote(&first.text) && !letter.units.get(span.to).is_some_and(|it| letter::closes_quote(&it.text))
}

/// The best stretch of the letter; after a correction (`a versão correta é:`) only what follows counts.
fn in_letter(reading: &Reading<'_>) -> Option<Span> {
    let letter = &reading.letter;
    if let Some(span) = above_its_request(reading) {
        return Some(span);
    }
    let fits =
        |it: &Span| it.total >= LEAST_TOTAL && (it.opens >= LEAST_OPENING || (it.from == 0 && says_above(reading)));
    // `Assunto: WhatsApp para os 5 da planilha`, and nothing in the letter but the text.
    let subject = fold(&reading.subject);
    let asked_above = features::features(&reading.subject, &subject, &reading.who).request;
    let whole =
        (0..letter.tail).all(|at| letter.units.get(at).is_some_and(|it| it.score > 0 || it.ruler || it.looks.greeting));
    if asked_above && whole && letter.tail > 0 && !reading.answer && reading.mail.in_reply_to.is_empty() {
        return letter.best_span(0..letter.tail).filter(|it| it.from == 0).map(|it| Span { margin: 0, ..it });
    }
    let corrected = (0..letter.tail).rev().find(|at| replaces_text(reading, *at));
    if let Some(at) = corrected
        && let Some(span) = letter.best_span(at + 1..letter.tail).filter(|it| it.total >= LEAST_TOTAL)
    {
        // The evidence of the marker itself counts for the beginning.
        return Some(Span { opens: span.opens.max(8), ..span });
    }
    // People typed in the letter are a list, whatever stands before them.
    let says_more = |it: &Span| {
        letter.units.get(it.from..=it.to).unwrap_or_default().iter().any(|it| !it.looks.contact_line && !it.ruler)
    };
    // `com o assunto: Roda de conversa`, and no text
    let is_subject = |it: &Span| {
        let above = it.from.checked_sub(1).and_then(|at| letter.units.get(at));
        it.from == it.to && above.is_some_and(|it| features::opens_subject(&it.folded))
    };
    letter.best_span(0..letter.tail).filter(fits).filter(says_more).filter(|it| !is_subject(it))
}

/// Whether a unit opens the text that takes the place of one above: `O certo é:`, after `Esquece o texto aí de cima,
/// mudou agora.` in the same breath.
fn replaces_text(reading: &Reading<'_>, at: usize) -> bool {
    let letter = &reading.letter;
    let Some(unit) = letter.units.get(at) else { return false };
    let looks = &unit.looks;
    let opens = looks.points_to_text || looks.label || looks.colon;
    if !(opens && (unit.score < 0 || looks.colon && looks.length < 60)) {
        return false;
    }
    let who = &reading.who;
    let orders = |it: &Unit| {
        who.has("resposta", "corrige", &it.folded)
            || who.has("resposta", "cancela", &it.folded)
            || who.has("texto", "substitui", &it.folded)
    };
    let breath = letter.units.get(..at).unwrap_or_default().iter().rev().take(2);
    let before = breath.take_while(|it| it.block == unit.block || it.score < 0).any(orders);
    orders(unit) || before
}

/// The text on top, with nothing else above the sentence that points up to it.
fn above_its_request(reading: &Reading<'_>) -> Option<Span> {
    let letter = &reading.letter;
    let points = |it: &Unit| it.score < 0 && reading.who.has("texto", "acima", &it.folded);
    let at = letter.units.iter().take(letter.tail).position(points).filter(|it| *it > 0)?;
    let above = letter.units.get(..at)?;
    let of_text = |it: &Unit| it.ruler || it.score > -3 || it.looks.greeting && !it.looks.to_desk;
    let total: i32 = above.iter().filter(|it| !it.looks.greeting).map(|it| it.score).sum();
    let to = above.iter().rposition(|it| !it.ruler && !it.text.is_empty())?;
    (above.iter().all(of_text) && total >= 2).then_some(Span { from: 0, to, opens: 8, closes: 8, margin: 4, total })
}

fn says_above(reading: &Reading<'_>) -> bool {
    reading.letter.units.iter().skip(1).any(|it| it.score < 0 && reading.who.has("texto", "acima", &it.folded))
}

/// Whether a sentence leaves it to the desk which text goes; one about the list speaks of contacts.
fn leaves_choice(reading: &Reading<'_>, span: &Span) -> bool {
    let who = &reading.who;
    reading.letter.said_to_desk(Some(span)).any(|it| {
        let heading = it.looks.is_heading() || it.looks.names_subject;
        let text = who.has("texto", "nome", &it.folded) || who.has("texto", "versao", &it.folded);
        !heading && who.has("texto", "escolha", &it.folded) && (text || !it.looks.list)
    })
}

/// Whether the stretch is sure enough to go without being shown.
fn judged(reading: &Reading<'_>, span: Span, strong: bool) -> Found {
    let desk = reading.desk_words(Some(&span));
    let says = |key: &str| reading.who.has("texto", key, &desk);
    let mut notes = Vec::new();
    let mut sure = true;
    let framed = reading.letter.is_framed(&span);
    if span.margin < LEAST_MARGIN && !framed {
        notes.push(format!("another cut of the text is nearly as good (margin {})", span.margin));
        sure = false;
    }
    if !strong && (says("antigo") || says("pendente")) {
        notes.push("the letter speaks of a text that is not in it".to_owned());
        return Found { notes, ..Found::default() };
    }
    if leaves_choice(reading, &span) || two_versions(reading) || two_quoted(reading) {
        notes.push("there are several versions of the text".to_owned());
        return Found { notes, span: Some(span), ..Found::default() };
    }
    if speaks_to_desk(reading, &span) {
        notes.push("inside of the text something is said to the desk".to_owned());
        sure = false;
    }
    if reading.letter.units.get(span.from..=span.to).unwrap_or_default().iter().any(|it| {
        let own = it.looks.first_person > 0 || it.looks.remark || reading.who.has("texto", "acima", &it.folded);
        own && hindrance::changes_text(&it.folded, &reading.who)
    }) {
        notes.push("a correction of the text stands in it".to_owned());
        sure = false;
    }
    // `Errata: o prazo é 30 de maio`, `Ah, e coloca o telefone no final`: after the text, with nothing between.
    let later = reading.letter.units.get(span.from + 1..=span.to).unwrap_or_default();
    if later.iter().any(|it| {
        let short = it.looks.length <= 100 && it.looks.second_person == 0 && it.looks.informs == 0;
        it.gap
            && (reading.who.begins("texto", "emenda", &it.folded)
                || short && hindrance::changes_text(&it.folded, &reading.who))
    }) {
        notes.push("something in the text may be an amendment of it".to_owned());
        sure = false;
    }
    if another_text(reading, &span) {
        notes.push("there is more than one text".to_owned());
        sure = false;
    }
    if !framed && !reading.who.sender.is_empty() && reading.letter.ends_as_house() {
        notes.push("the closing may be the text's or the requester's".to_owned());
        sure = false;
    }
    for doubt in doubts_of_cut(&reading.letter, &reading.who, &span, (framed, false)) {
        notes.push(doubt.to_owned());
        sure = false;
    }
    if (reading.mail.body_cut_off && reading.thread.earlier.is_empty()) || reading.letter.cut_off {
        notes.push("the mail is longer than what is read".to_owned());
        sure = false;
    }
    notes.push(format!("text: opening {}, closing {}, margin {}", span.opens, span.closes, span.margin));
    let content = render::content(&reading.letter, &span, reading.mail);
    if unfinished(&content.text, reading) {
        notes.push("the text has blanks that nobody filled".to_owned());
        sure = false;
    }
    if content.text.chars().count() < LEAST_LETTERS {
        notes.push("the text is too short to be sure of".to_owned());
        sure = false;
    }
    Found { content: Some(content), span: Some(span), sure, notes, ..Found::default() }
}
