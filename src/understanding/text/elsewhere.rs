//! A text that stands elsewhere than in the letter: in a document, in a mail that is forwarded or attached, in quotes
//! inside of the request.

use std::collections::BTreeMap;

use super::cut::doubts_of_cut;
use super::versions::{chosen_version, names_version};
use super::{Found, LEAST_MARGIN, LEAST_OPENING, LEAST_TOTAL, in_letter, judged};
use crate::mail::blocks::Block;
use crate::mail::incoming::{Attachment, IncomingMail};
use crate::mail::{blocks, document, thread};
use crate::office::{Channel, fold};
use crate::understanding::channels::channels_in;
use crate::understanding::features::{self, Speakers, trim_marks};
use crate::understanding::letter::{self, Letter, Span, Unit};
use crate::understanding::reading::Reading;
use crate::understanding::{hindrance, render};

/// One channel's text in a document, the other's in the letter: `o e-mail está no Word; para o WhatsApp, este:`.
pub(super) fn one_in_document(reading: &Reading<'_>, span: &Span) -> Option<Found> {
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

/// `enviar a mensagem “O Ipreville informa …” aos segurados`: the text stands in quotes inside the request.
pub(super) fn quoted_inline(letter: &Letter, mail: &IncomingMail) -> Option<Found> {
    let asks = |it: &&Unit| it.looks.request || it.looks.points_to_text;
    let at = letter.units.iter().take(letter.tail).position(|it| asks(&it))?;
    // The quote may begin where the sentence ends: `… com estas palavras: “…”`
    let next = letter.units.get(at + 1).filter(|it| it.from > 0 && letter::opens_quote(&it.text));
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
pub(super) fn in_document(reading: &Reading<'_>, said: bool) -> Option<Found> {
    let own = in_letter(reading).is_some();
    if own && !said {
        return None;
    }
    let said_to_desk: Vec<String> = reading.letter.said_to_desk(None).map(|it| it.folded.clone()).collect();
    let mut documents: Vec<(&Attachment, Vec<Block>)> = reading
        .mail
        .attachments
        .iter()
        .filter(|it| is_document(&it.name))
        .filter(|it| !reading.is_list(it))
        .filter(|it| !own || !hindrance::names_thing(&it.name, &said_to_desk, &reading.who))
        .filter_map(|it| document::blocks(&it.name, &it.bytes).map(|blocks| (it, blocks)))
        .filter(|it| !it.1.is_empty())
        .collect();
    if documents.len() > 1 {
        let names: Vec<&str> = documents.iter().map(|it| it.0.name.as_str()).collect();
        let mut said = hindrance::said_of_files(&names, &said_to_desk, &reading.who).into_iter();
        documents.retain(|_| said.next() != Some(hindrance::SaidOfFile::Stays));
    }
    if documents.len() > 1 {
        let named = |name: &str| {
            reading.who.words.phrases("texto", "nome-arquivo").iter().any(|it| fold(name).contains(it.as_str()))
        };
        documents.retain(|it| named(&it.0.name));
    }
    if documents.len() > 1 && !own {
        // `duas sugestões de texto`, and nobody said which.
        let names = documents.into_iter().map(|it| it.0.name.clone());
        return Some(Found {
            rivals: names.collect(),
            notes: vec!["several documents may hold the text".to_owned()],
            ..Found::default()
        });
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
pub(super) fn in_history(reading: &Reading<'_>) -> Option<Found> {
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

pub(super) fn in_inner_mail(reading: &Reading<'_>) -> Option<Found> {
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
fn in_other_letter(blocks: &[Block], who: &Speakers<'_>, mail: &IncomingMail, whole_is_meant: bool) -> Option<Found> {
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
    let doubts = doubts_of_cut(&letter, who, &span, (letter.is_framed(&span), true));
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
