//! Where the text for insured people stands, and whether that is sure: in the letter, in a forwarded mail, in a mail
//! that is attached, in a document.

use std::collections::{BTreeMap, BTreeSet};

use super::Content;
use super::channels::channels_in;
use super::features::{self, trim_marks};
use super::letter::{Letter, Span, Unit};
use super::reading::Reading;
use super::{hindrance, render};
use crate::mail::blocks::Block;
use crate::mail::incoming::{Attachment, IncomingMail};
use crate::mail::{blocks, document, thread};
use crate::office::{Channel, fold};

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
    /// Why it is not sure, or where it was found.
    pub notes: Vec<String>,
}

/// Finds the text of a request; it is looked for once a mail.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Found {
    reading.found.get_or_init(|| look_for(reading)).clone()
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

/// One channel's text in a document, the other's in the letter: `o e-mail está no Word; para o WhatsApp, este:`.
fn one_in_document(reading: &Reading<'_>, span: &Span) -> Option<Found> {
    let who = &reading.who;
    let desk = reading.desk_words(Some(span));
    let spoken = |it: &&str| who.has("texto", "anexo", it) || who.has("texto", "documento", it);
    let said = desk.split(['.', ';', ':', '\n', ',']).find(spoken)?;
    let document = in_document(reading, true)?;
    let mut found = judged(reading, *span, true);
    let one = channels_in(said, who.words).into_iter().collect::<Vec<_>>();
    let all = channels_in(&desk, who.words);
    found.document.clone_from(&document.document);
    match (one.as_slice(), document.content, found.content.clone()) {
        ([channel], Some(long), Some(short)) if all.len() == 2 || who.has("canal", "ambos", &desk) => {
            let other = Channel::ALL.into_iter().find(|it| it != channel)?;
            found.by_channel = BTreeMap::from([(*channel, long), (other, short)]);
            found.sure &= document.sure;
        }
        _ => {
            found.sure = false;
            found.notes.push("a text stands in the letter and another in a document".to_owned());
        }
    }
    Some(found)
}

/// Whether a text that begins with a quote in mid-paragraph has the closing one before its end: `… com estas palavras:
/// “A audiência …”? O juiz não quer …`.
fn ends_quote_inside(letter: &Letter, span: &Span) -> bool {
    let Some(first) = letter.units.get(span.from).filter(|it| it.from > 0) else { return false };
    super::letter::opens_quote(&first.text)
        && !letter.units.get(span.to).is_some_and(|it| super::letter::closes_quote(&it.text))
}

/// Of several versions under headings (`Versão A`, `Texto 2`) the one that a request names.
fn chosen_version(
    letter: &Letter,
    asking: &Letter,
    who: &features::Speakers<'_>,
    mail: &IncomingMail,
) -> Option<Found> {
    let headings: Vec<(usize, String)> = letter
        .units
        .iter()
        .enumerate()
        .take(letter.tail)
        .filter(|(_, it)| it.looks.length < 60 && it.from == 0)
        .filter_map(|(at, it)| version_of(&it.folded, who).map(|it| (at, it)))
        .collect();
    if headings.len() < 2 {
        return version_by_place(letter, asking, who, mail);
    }
    let asked: Vec<&Unit> = asking
        .units
        .iter()
        .enumerate()
        .filter(|(at, it)| (it.looks.request || it.looks.points_to_text) && !headings.iter().any(|it| it.0 == *at))
        .map(|it| it.1)
        .collect();
    let named = |name: &str| {
        let short = name.rsplit(' ').next().unwrap_or(name);
        asked.iter().any(|it| {
            crate::office::has_words(&it.folded, name)
                || ["a", "o", "so a", "so o"]
                    .iter()
                    .any(|the| crate::office::has_words(&it.folded, &format!("{the} {short}")))
        })
    };
    let chosen: Vec<usize> =
        (0..headings.len()).filter(|it| headings.get(*it).is_some_and(|it| named(&it.1))).collect();
    let [one] = chosen.as_slice() else { return None };
    let from = headings.get(*one)?.0 + 1;
    let to = headings.get(one + 1).map_or(letter.tail, |it| it.0);
    let span = letter.best_span(from..to).filter(|it| it.total >= LEAST_TOTAL)?;
    let whole = (from..span.from).all(|at| letter.units.get(at).is_none_or(|it| it.ruler || it.text.is_empty()));
    Some(Found {
        content: Some(render::content(letter, &span, mail)),
        span: std::ptr::eq(letter, asking).then_some(span),
        sure: whole && span.margin >= LEAST_MARGIN,
        notes: vec!["of several versions the one that the letter names".to_owned()],
        ..Found::default()
    })
}

/// Of two texts under headings of their own the one that the letter names by its place: `a que vai é a segunda`.
fn version_by_place(
    letter: &Letter,
    asking: &Letter,
    who: &features::Speakers<'_>,
    mail: &IncomingMail,
) -> Option<Found> {
    let opens = |it: &Unit| it.score < 0 && (it.looks.label || it.looks.colon && it.looks.points_to_text);
    let headings: Vec<usize> =
        letter.units.iter().enumerate().take(letter.tail).filter(|it| opens(it.1)).map(|it| it.0).collect();
    let [first, second] = headings.as_slice() else { return None };
    let says = |key: &str| {
        asking.said_to_desk(None).any(|it| {
            let denied = who
                .said("texto", key, &it.folded)
                .iter()
                .any(|said| it.folded.get(..said.1).is_some_and(|before| before.trim_end().ends_with("nao")));
            who.has("texto", key, &it.folded) && !denied
        })
    };
    let (range, opener) = match (says("vale-primeiro"), says("vale-segundo")) {
        (true, false) => (first + 1..*second, first),
        (false, true) => (second + 1..letter.tail, second),
        _ => return None,
    };
    let span = letter.best_span(range).filter(|it| it.total >= LEAST_TOTAL && it.from == opener + 1)?;
    Some(Found {
        content: Some(render::content(letter, &span, mail)),
        span: std::ptr::eq(letter, asking).then_some(span),
        sure: span.margin >= LEAST_MARGIN && doubts_of_cut(letter, who, &span, false).is_empty(),
        notes: vec!["of two texts the one that the letter names by its place".to_owned()],
        ..Found::default()
    })
}

/// `Versão B`, `2ª opção`, `Texto 2 (para quem se aposentou)`: the name of a version at the beginning of its heading.
fn version_of(folded: &str, who: &features::Speakers<'_>) -> Option<String> {
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let (noun, mark) = (words.next()?, words.next()?);
    let is_noun = who.words.phrases("texto", "versao").iter().any(|it| it == noun);
    let is_mark = mark.len() <= 2 && mark.chars().all(|c| c.is_ascii_digit() || matches!(c, 'a'..='e'));
    (is_noun && is_mark).then(|| format!("{noun} {mark}"))
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
    letter.best_span(0..letter.tail).filter(fits)
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
    if says("escolha") || two_versions(reading) || two_quoted(reading) {
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
    for doubt in doubts_of_cut(&reading.letter, &reading.who, &span, framed) {
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

/// What speaks against the place where the text is cut out of a letter.
fn doubts_of_cut(letter: &Letter, who: &features::Speakers<'_>, span: &Span, framed: bool) -> Vec<&'static str> {
    let checks = [
        (cuts_paragraph(letter, span), "the text ends in the middle of a paragraph"),
        (cuts_signature(letter, span), "the end of the text runs into lines of a signature"),
        (!framed && unexplained(letter, span), "beside the text stands something that nobody is told by"),
        (
            !framed && (doubtful_end(letter, who, span) || aside_at_end(letter, who, span)),
            "the last sentence may be said to the desk",
        ),
        (goes_on_after_its_end(letter, span), "something follows what looks like the end of the text"),
    ];
    checks.into_iter().filter(|it| it.0).map(|it| it.1).collect()
}

/// Whether the text has blanks that nobody filled: `___`, `XX/XX`, `[confirmar com …]`.
fn unfinished(text: &str, reading: &Reading<'_>) -> bool {
    let blank = text
        .split_whitespace()
        .any(|it| it.matches('_').count() >= 2 && it.chars().all(|c| !c.is_alphabetic() || c == 'h'));
    blank || reading.who.words.phrases("texto", "inacabado").iter().any(|it| fold(text).contains(it.as_str()))
}

/// Whether a paragraph inside of the stretch calls the desk by name or asks it for something.
fn speaks_to_desk(reading: &Reading<'_>, span: &Span) -> bool {
    let units = reading.letter.units.get(span.from..=span.to).unwrap_or_default();
    units.iter().any(|it| it.looks.to_desk || it.looks.label || (it.looks.request && it.score <= -6))
        || units.iter().skip(1).any(|it| it.looks.colon && it.looks.points_to_text && it.score < 0)
}

/// Whether the paragraph goes on after the end of the stretch with something that is not clearly said to the desk.
fn cuts_paragraph(letter: &Letter, span: &Span) -> bool {
    let units = &letter.units;
    let (Some(last), Some(next)) = (units.get(span.to), units.get(span.to + 1)) else { return false };
    let looks = &next.looks;
    let clear = looks.request
        || looks.to_desk
        || looks.names_subject
        || looks.closing
        || looks.mobile
        || looks.first_person > 0
        || looks.meta.is_some();
    next.block == last.block && !next.text.is_empty() && !clear && next.score > -6 && next.looks.length > 12
}

/// Whether lines of contacts follow the end of the stretch without an empty line: it was cut in mid-signature.
fn cuts_signature(letter: &Letter, span: &Span) -> bool {
    let units = &letter.units;
    let signs = |it: &Unit| it.looks.role || it.looks.house_line;
    span.closes < 12
        && units.get(span.to).is_some_and(|it| signs(it) && !it.looks.colon)
        && units.get(span.to + 1).is_some_and(|it| !it.gap && !it.ruler && (signs(it) || it.looks.contact))
}

/// Whether two texts stand in quotes one after the other.
fn two_quoted(reading: &Reading<'_>) -> bool {
    let letter = &reading.letter;
    let texts = letter.frames.iter().filter(|frame| {
        let score: i32 = letter.units.get(frame.from..=frame.to).unwrap_or_default().iter().map(|it| it.score).sum();
        frame.quoted && score > 0
    });
    texts.count() >= 2
}

/// Whether sentences between the text and the closing, or between the request and the text, are neither clearly said
/// to the desk nor part of the text.
fn unexplained(letter: &Letter, span: &Span) -> bool {
    let framed = span.closes >= 9;
    let unclear = |unit: &Unit| {
        let looks = &unit.looks;
        let said = looks.remark
            || looks.request
            || looks.to_desk
            || looks.greeting
            || looks.closing
            || looks.names_subject
            || looks.label
            || looks.end_mark
            || looks.perhaps_remark
            || looks.first_person > 0
            || looks.contact_line
            || looks.list
            || looks.points_to_text
            || looks.meta.is_some();
        // What is short tells nothing, unless something in it speaks to insured people.
        let long = looks.length > 25 || (unit.score > 0 && !looks.role && !looks.house_line && looks.length > 12);
        !unit.ruler && !said && unit.score > -6 && long
    };
    let after = letter.units.get(span.to + 1..letter.tail).unwrap_or_default();
    // `… e ponha no assunto:` is followed by the subject.
    let named = |at: usize| {
        let before = at.checked_sub(1).and_then(|it| after.get(it));
        before.is_some_and(|it| it.folded.ends_with("assunto:") || it.folded.ends_with("titulo:"))
    };
    !framed && after.iter().enumerate().any(|(at, it)| unclear(it) && !named(at))
}

/// Whether the last paragraph has nothing that ties it to the text: no word to insured people, no figure, no word that
/// the text has used before.
fn aside_at_end(letter: &Letter, who: &features::Speakers<'_>, span: &Span) -> bool {
    let units = letter.units.get(span.from..=span.to).unwrap_or_default();
    let Some((last, before)) = units.split_last() else { return false };
    let looks = &last.looks;
    if before.is_empty() || !last.gap || looks.length > 160 {
        return false;
    }
    let desk = looks.first_person > 0 || looks.remark || looks.perhaps_remark || looks.list || looks.request;
    let signs = looks.house_line
        || looks.closing
        || last.text.starts_with("- ")
        || who.has("assinatura", "cargo", &last.folded)
        || super::letter::is_name_like(&last.text);
    let public = looks.informs > 0
        || looks.second_person > 0
        || looks.contact
        || looks.emoji
        || looks.people
        || looks.placeholder
        || who.has("mensagem", "cauda", &last.folded)
        || who.has("mensagem", "liga", &last.folded)
        || last.text.chars().any(|c| c.is_ascii_digit())
        || super::request::category_of("", &last.folded, who.words).is_some();
    let stem = |word: &str| word.chars().take(6).collect::<String>();
    let told = || {
        let earlier: BTreeSet<String> = before
            .iter()
            .flat_map(|it| it.folded.split(|c: char| !c.is_alphanumeric()).filter(|it| it.len() >= 6).map(stem))
            .collect();
        last.folded.split(|c: char| !c.is_alphanumeric()).any(|it| it.len() >= 6 && earlier.contains(&stem(it)))
    };
    desk || !(signs || public || told())
}

/// Whether the last paragraph is so short and so general that it may be a word to the desk, or the closing begins
/// with a name that is not the sender's.
fn doubtful_end(letter: &Letter, who: &features::Speakers<'_>, span: &Span) -> bool {
    if span.closes >= 9 {
        return false;
    }
    if let Some(first) = letter.units.get(letter.tail).filter(|_| letter.tail == span.to + 1) {
        let looks = &first.looks;
        let stranger = super::letter::is_name_like(&first.text)
            && !looks.closing
            && !looks.sender_name
            && !looks.house_line
            && !looks.role
            && who.sender_words(&first.folded) == 0
            && !who.sender.is_empty();
        if stranger {
            return true;
        }
    }
    let Some(last) = letter.units.get(span.to) else { return false };
    let looks = &last.looks;
    // `Até lá! Maestro Juliano`: leave is taken and signed.
    let leaves = span.to.checked_sub(1).and_then(|it| letter.units.get(it));
    if leaves.is_some_and(|it| it.looks.closing || who.has("mensagem", "cauda", &it.folded))
        && super::letter::is_name_like(&last.text)
    {
        return false;
    }
    // `Brigadão!`, `É nóis 😄`: a word or two that nothing ties to the text.
    let tiny = span.to > span.from
        && last.folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).count() <= 3
        && last.score <= 2
        && !looks.house_line
        && !looks.contact
        && looks.second_person == 0
        && !last.text.starts_with("- ")
        && !last.text.chars().any(|c| c.is_ascii_digit())
        && !who.has("mensagem", "cauda", &last.folded)
        && !who.has("assinatura", "cargo", &last.folded)
        && super::request::category_of("", &last.folded, who.words).is_none()
        && !who.has("publico", "pessoas", &last.folded);
    if tiny {
        return true;
    }
    span.to > span.from
        && last.gap
        && last.folded.split_whitespace().count() <= 7
        && last.score <= 1
        && !looks.house_line
        && !looks.contact
        && !looks.closing
        && !looks.emoji
        && !last.text.ends_with('!')
        && !last.text.chars().any(|c| c.is_ascii_digit())
        && !who.has("mensagem", "liga", &last.folded)
        && !who.has("mensagem", "cauda", &last.folded)
        && !who.has("assinatura", "cargo", &last.folded)
        && super::request::category_of("", &last.folded, who.words).is_none()
        && !who.has("publico", "pessoas", &last.folded)
}

/// Whether inside the stretch, after a line that closes it (`Conselho Administrativo`), something else follows.
fn goes_on_after_its_end(letter: &Letter, span: &Span) -> bool {
    let units: Vec<&Unit> = letter.units.get(span.from..=span.to).unwrap_or_default().iter().collect();
    let framed = span.closes >= 9;
    units.iter().enumerate().skip(2).any(|(at, unit)| {
        let ends = unit.looks.house_line && !unit.looks.colon && unit.looks.length < 60;
        let next = units.get(at + 1..).unwrap_or_default().iter().find(|it| !it.ruler && !it.text.is_empty());
        ends && !framed
            && next.is_some_and(|it| {
                it.gap && !it.looks.house_line && !it.looks.role && !it.looks.contact && it.looks.informs == 0
            })
    })
}

fn two_versions(reading: &Reading<'_>) -> bool {
    let headings = reading
        .letter
        .units
        .iter()
        .take(reading.letter.tail)
        .filter(|it| names_version(&it.folded, it.looks.length, &reading.who));
    headings.count() >= 2
}

/// `Opção 1`, `Versão 2: “…”`: a heading of one of several texts.
fn names_version(folded: &str, length: usize, who: &features::Speakers<'_>) -> bool {
    who.begins("texto", "versoes", folded) || (length < 40 && who.has("texto", "versoes", folded))
}

/// Whether a second stretch, apart from the first, would be taken as well.
fn another_text(reading: &Reading<'_>, span: &Span) -> bool {
    let letter = &reading.letter;
    let marked = |it: &Span| it.opens >= 8 && it.closes >= 2 && it.total >= 14;
    let before = letter.best_span(0..span.from).is_some_and(|it| marked(&it));
    let after = letter.best_span(span.to + 1..letter.tail).is_some_and(|it| marked(&it));
    // A text that was corrected in the same letter was replaced.
    let opener =
        (0..span.from).rev().find(|at| letter.units.get(*at).is_some_and(|it| !it.ruler && !it.text.is_empty()));
    let corrected = opener.is_some_and(|at| replaces_text(reading, at));
    (before && !corrected) || after
}

/// `1) E-MAIL – assunto: …` and `2) WHATSAPP`: a heading for each channel, a text under each.
fn two_texts(reading: &Reading<'_>) -> Option<Found> {
    let letter = &reading.letter;
    let mut headings: Vec<(usize, Channel, Option<String>)> = Vec::new();
    for (at, unit) in letter.units.iter().enumerate().take(letter.tail) {
        if let Some((channel, subject)) = channel_heading(unit, reading) {
            headings.push((at, channel, subject));
        }
    }
    let (first, second) = match headings.as_slice() {
        [a, b] if a.1 != b.1 => (a.clone(), b.clone()),
        _ => return None,
    };
    let mut found = Found { sure: true, ..Found::default() };
    for (heading, end) in [(&first, second.0), (&second, letter.tail)] {
        let span = letter.best_span(heading.0 + 1..end)?;
        if span.total < LEAST_TOTAL {
            return None;
        }
        found.sure &= span.margin >= LEAST_MARGIN;
        found.by_channel.insert(heading.1, render::content(letter, &span, reading.mail));
        let below = || {
            letter.units.get(heading.0..end).unwrap_or_default().iter().find_map(|it| {
                features::meta_label(&it.text, &reading.who)
                    .filter(|it| it.0 == "assunto" && !it.1.is_empty())
                    .map(|it| it.1.to_owned())
            })
        };
        found.subject = found.subject.or_else(|| heading.2.clone()).or_else(below);
        found.span = Some(match found.span {
            Some(before) => Span { to: span.to, ..before },
            None => Span { from: heading.0, ..span },
        });
    }
    found.notes.push("one text for each channel".to_owned());
    Some(found)
}

/// Whether a line is the heading of one channel's text; the subject that stands in it.
fn channel_heading(unit: &Unit, reading: &Reading<'_>) -> Option<(Channel, Option<String>)> {
    if unit.looks.length > 160 || unit.ruler {
        return None;
    }
    let (head, subject) = match fold(&unit.text).find("assunto").filter(|_| unit.text.contains(':')) {
        Some(_) => {
            let lower = unit.text.to_lowercase();
            let at = lower.find("assunto")?;
            let head = unit.text.get(..at)?;
            let named = unit.text.get(at..)?;
            let quoted = named.split(['"', '“', '”', '«', '»']).nth(1).filter(|it| it.chars().count() >= 4);
            let value = quoted.or_else(|| named.split_once(':').map(|it| it.1));
            let value = value.map(|it| it.trim_matches(|c: char| matches!(c, ':' | ')' | ' ' | ']')).to_owned());
            (fold(head), value)
        }
        None => (unit.folded.clone(), None),
    };
    const FILL: [&str; 50] = [
        "redacao", "completa", "completo", "integral", "resumida", "resumido", "resumo", "maior", "menor", "ao",
        "texto", "mensagem", "versao", "para", "por", "via", "o", "a", "do", "da", "no", "na", "pelo", "pela", "de",
        "em", "segue", "com", "conteudo", "envio", "enviar", "canal", "1", "2", "1o", "2o", "i", "ii", "b", "legenda",
        "teor", "corpo", "e", "disparo", "abaixo", "este", "esta", "curta", "curto", "longa",
    ];
    let mut channels: Vec<Channel> = Vec::new();
    let mut rest = head.clone();
    for (key, channel) in [("email", Channel::Email), ("whatsapp", Channel::Whatsapp)] {
        for phrase in reading.who.words.phrases("canal", key) {
            if let Some(at) = crate::office::find_words(&rest, phrase) {
                rest.replace_range(at..at + phrase.len(), " ");
                if !channels.contains(&channel) {
                    channels.push(channel);
                }
            }
        }
    }
    let filled = rest.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).all(|it| FILL.contains(&it));
    match channels.as_slice() {
        [one] if filled => Some((*one, subject)),
        _ => None,
    }
}

/// `enviar a mensagem “O Ipreville informa …” aos segurados`: the text stands in quotes inside the request.
fn quoted_inline(letter: &Letter, mail: &IncomingMail) -> Option<Found> {
    let asks = |it: &&Unit| it.looks.request || it.looks.points_to_text;
    let at = letter.units.iter().take(letter.tail).position(|it| asks(&it))?;
    // The quote may begin where the sentence ends: `… com estas palavras: “…”`
    let next = letter.units.get(at + 1).filter(|it| it.from > 0 && super::letter::opens_quote(&it.text));
    let unit = next.or_else(|| letter.units.get(at))?;
    for (open, close) in [('“', '”'), ('"', '"'), ('«', '»')] {
        let Some(start) = unit.text.find(open) else { continue };
        let after = unit.text.get(start + open.len_utf8()..)?;
        let Some(end) = after.rfind(close) else { continue };
        let inner = after.get(..end)?.trim();
        let before = fold(unit.text.get(..start)?);
        let tail: String = before.chars().rev().take(30).collect::<String>().chars().rev().collect();
        if inner.chars().count() < 40 || tail.contains("assunto") || tail.contains("titulo") {
            continue;
        }
        let content = render::of_blocks(&[Block::plain(inner)], mail);
        return Some(Found { content: Some(content), sure: true, ..Found::default() });
    }
    None
}

/// The text in an attached document: where the letter says so, or where the letter has none.
fn in_document(reading: &Reading<'_>, said: bool) -> Option<Found> {
    let own = in_letter(reading).is_some();
    if own && !said {
        return None;
    }
    let mut documents: Vec<(&Attachment, Vec<Block>)> = reading
        .mail
        .attachments
        .iter()
        .filter(|it| is_document(&it.name))
        .filter(|it| !reading.is_list(it))
        .filter_map(|it| document::blocks(&it.name, &it.bytes).map(|blocks| (it, blocks)))
        .filter(|it| !it.1.is_empty())
        .collect();
    if documents.len() > 1 {
        let names: Vec<&str> = documents.iter().map(|it| it.0.name.as_str()).collect();
        let desk: Vec<String> = reading.letter.said_to_desk(None).map(|it| it.folded.clone()).collect();
        let mut said = hindrance::said_of_files(&names, &desk, &reading.who).into_iter();
        documents.retain(|_| said.next() != Some(hindrance::SaidOfFile::Stays));
    }
    if documents.len() > 1 {
        let named = |name: &str| {
            ["texto", "mensagem", "comunicado", "minuta", "convite", "aviso", "redacao", "conteudo"]
                .iter()
                .any(|it| fold(name).contains(it))
        };
        documents.retain(|it| named(&it.0.name));
    }
    let single = documents.len() == 1;
    let (file, blocks) = documents.into_iter().next()?;
    let letter = Letter::read(&blocks, &reading.who);
    let mut subject = None;
    let mut kept: Vec<Block> = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        let Some(unit) = letter.units.iter().find(|it| it.block == number) else { continue };
        if let Some(("assunto", value)) = features::meta_label(&unit.text, &reading.who) {
            subject = Some(value.to_owned());
            continue;
        }
        let opening =
            kept.is_empty() && (unit.looks.label || unit.looks.meta.is_some() || unit.ruler || unit.looks.to_desk);
        if opening || unit.looks.end_mark {
            continue;
        }
        kept.push(block.clone());
    }
    while kept.last().is_some_and(|it| blocks::is_ruler(&it.text())) {
        kept.pop();
    }
    if kept.is_empty() {
        return None;
    }
    let strange = letter.units.iter().any(|it| it.looks.request || it.looks.first_person > 1);
    Some(Found {
        content: Some(render::of_blocks(&kept, &IncomingMail::default())),
        subject,
        sure: single && !strange,
        document: Some(file.name.clone()),
        notes: vec![format!("the text is in `{}`", file.name)],
        ..Found::default()
    })
}

fn is_document(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    matches!(ending.as_str(), "docx" | "docm" | "odt" | "rtf" | "txt" | "htm" | "html" | "dotx")
}

/// The text in the mail that is forwarded or answered: only where the letter itself points to it.
fn in_history(reading: &Reading<'_>) -> Option<Found> {
    let points = reading.letter.said_to_desk(None).any(|it| it.looks.points_to_text || it.looks.request);
    if reading.thread.earlier.is_empty() || !(reading.forwarded || points) {
        return None;
    }
    // `esta mensagem abaixo, que é golpe`: the mail is what the letter warns of.
    let warned = |it: &Unit| reading.who.has("texto", "advertencia", &it.folded);
    if reading.letter.said_to_desk(None).any(warned) || reading.who.has("texto", "advertencia", &fold(&reading.subject))
    {
        return None;
    }
    let levels = if reading.forwarded { 4 } else { 1 };
    for earlier in reading.thread.earlier.iter().take(levels) {
        let who = reading.who.from_sender(&earlier.from);
        let other = Letter::read(&earlier.blocks, &who);
        if let Some(version) = chosen_version(&other, &reading.letter, &who, reading.mail) {
            return Some(Found { sure: version.sure && reading.forwarded, ..version });
        }
        if let Some(found) = in_other_letter(&earlier.blocks, &who, reading.mail, whole_is_meant(reading)) {
            // A quotation without a header was typed by the sender to set the text apart.
            let own = earlier.from.is_empty() && earlier.subject.is_empty();
            return Some(Found { sure: found.sure && (reading.forwarded || own), ..found });
        }
    }
    None
}

fn in_inner_mail(reading: &Reading<'_>) -> Option<Found> {
    let inner = reading.mail.forwarded.first()?;
    let thread = thread::split(&blocks::of_mail(inner), reading.setting.vocabulary);
    let who = reading.who.from_sender(inner.sender_name());
    let mut found = in_other_letter(&thread.new, &who, reading.mail, whole_is_meant(reading))?;
    found.subject = (!inner.subject.is_empty()).then(|| inner.subject.clone()).filter(|_| found.subject.is_none());
    Some(found)
}

/// `inteirinho`, `na íntegra`: the earlier mail itself is the text, from greeting to signature.
fn whole_is_meant(reading: &Reading<'_>) -> bool {
    reading.letter.said_to_desk(None).any(|it| reading.who.has("texto", "inteiro", &it.folded))
}

/// The text in somebody else's letter; a letter without words to anybody else is the text itself.
fn in_other_letter(
    blocks: &[Block],
    who: &features::Speakers<'_>,
    mail: &IncomingMail,
    whole_is_meant: bool,
) -> Option<Found> {
    let letter = Letter::read(blocks, who);
    if whole_is_meant && !letter.units.is_empty() {
        let all = Span { from: 0, to: letter.units.len() - 1, opens: 9, closes: 9, margin: 9, total: 9 };
        return Some(Found {
            content: Some(render::content(&letter, &all, mail)),
            sure: true,
            notes: vec!["the earlier mail goes as a whole".to_owned()],
            ..Found::default()
        });
    }
    let span = letter.best_span(0..letter.tail)?;
    if span.total < LEAST_TOTAL {
        return None;
    }
    let whole = (0..letter.tail).all(|at| letter.units.get(at).is_some_and(|it| it.score > -3 || it.ruler));
    let opens = span.opens >= LEAST_OPENING || (whole && span.from == 0);
    if !opens {
        return None;
    }
    let subject = letter
        .units
        .iter()
        .find_map(|it| features::meta_label(&it.text, who).filter(|it| it.0 == "assunto"))
        .map(|it| trim_marks(it.1).to_owned());
    // A line of the house under the text may be its closing or the colleague's signature.
    let tail = letter.units.get(letter.tail..).unwrap_or_default();
    let house = tail.first().is_some_and(|it| it.looks.house_line && !it.looks.closing);
    // A closing that another than the writer signs (`Um abraço fraterno, A Diretoria da Associação`) may be the text's.
    let strange = whole
        && tail.iter().any(|it| it.looks.closing)
        && !tail.iter().any(|it| it.looks.sender_name)
        && tail.iter().any(|it| !it.looks.closing && !it.looks.mobile && !it.text.is_empty() && !it.ruler);
    let inside = letter.units.get(span.from..=span.to).unwrap_or_default();
    let doubts = doubts_of_cut(&letter, who, &span, letter.is_framed(&span));
    let several = inside.iter().any(|it| names_version(&it.folded, it.looks.length, who))
        || inside.iter().skip(1).any(|it| it.looks.label || (it.looks.colon && it.looks.points_to_text))
        || inside.iter().skip(1).any(|it| who.has("texto", "versoes", &it.folded));
    Some(Found {
        content: Some(render::content(&letter, &span, mail)),
        subject,
        sure: span.margin >= LEAST_MARGIN && !house && !strange && !several && doubts.is_empty(),
        notes: std::iter::once("the text is in an earlier mail").chain(doubts).map(str::to_owned).collect(),
        ..Found::default()
    })
}
