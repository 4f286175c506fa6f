//! What is new in a mail and what is history: the mail's own words on top, the earlier mails below, each with the
//! header that the client wrote over it.

use super::blocks::{Block, Container, Enclosure};
use crate::office::{Vocabulary, find_words, fold};

/// An earlier mail as it is quoted or forwarded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    /// Who wrote it, as the client says: name and perhaps address.
    pub from: String,
    /// Its subject.
    pub subject: String,
    /// Whether the client says that it is forwarded.
    pub forwarded: bool,
    /// Its words.
    pub blocks: Vec<Block>,
}

/// A mail's words, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Thread {
    /// What the sender wrote now.
    pub new: Vec<Block>,
    /// The earlier mails, the latest first.
    pub earlier: Vec<Earlier>,
}

/// At most so many lines belong to one quote header.
const HEADER_LINES: usize = 9;

/// Takes the words of a mail apart.
#[must_use]
pub fn split(blocks: &[Block], words: &Vocabulary) -> Thread {
    let mut thread = Thread::default();
    let mut in_history = false;
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        if let Some((lines, earlier)) = header_at(blocks, at, words) {
            let attribution = !earlier.forwarded && earlier.subject.is_empty();
            drop_ruler_before(if in_history {
                thread.earlier.last_mut().map(|it| &mut it.blocks)
            } else {
                Some(&mut thread.new)
            });
            thread.earlier.push(earlier);
            at += lines;
            // After `… escreveu:` the quotation may be marked block by block, with new words between.
            let marked = blocks.get(at..).unwrap_or_default().iter().take(3).any(Block::is_history);
            in_history = in_history || !(attribution && marked);
            continue;
        }
        // No client writes a quotation straight under `pelo whats:`: it was typed to set the text apart.
        let typed_here =
            !in_history && thread.earlier.is_empty() && block.is_history() && goes_on_in_quotation(&thread.new);
        if typed_here {
            thread.new.push(typed(block.clone()));
            at += 1;
            continue;
        }
        if in_history || block.is_history() {
            if thread.earlier.is_empty() {
                thread.earlier.push(Earlier::default());
            }
            if let Some(last) = thread.earlier.last_mut() {
                last.blocks.push(block.clone());
            }
        } else {
            thread.new.push(block.clone());
        }
        at += 1;
    }
    thread
}

/// Whether what was written last opens something with a colon, or is itself such a typed quotation.
fn goes_on_in_quotation(new: &[Block]) -> bool {
    let last = new.iter().rev().find(|it| !it.is_empty());
    last.is_some_and(|it| it.is_in(Enclosure::Quotation) || it.text().ends_with(':'))
}

/// A block whose marks of history are taken for a quotation that the sender typed.
#[must_use]
pub fn typed(mut block: Block) -> Block {
    for container in &mut block.inside {
        if container.kind == Enclosure::History {
            container.kind = Enclosure::Quotation;
        }
    }
    if block.depth > 0 {
        block.depth = 0;
        block.inside.push(Container { kind: Enclosure::Quotation, id: u32::MAX });
    }
    block
}

/// The ruler that clients draw over a quote header is no ruler of the letter.
fn drop_ruler_before(blocks: Option<&mut Vec<Block>>) {
    if let Some(blocks) = blocks
        && blocks.last().is_some_and(|it| it.kind == super::blocks::Kind::Ruler)
    {
        blocks.pop();
    }
}

/// A quote header that begins at `at`: how many blocks it takes, and what it says.
fn header_at(blocks: &[Block], at: usize, words: &Vocabulary) -> Option<(usize, Earlier)> {
    let block = blocks.get(at)?;
    if block.cell.is_some_and(|it| it.column > 0) {
        return None;
    }
    let text = block.text();
    if text.is_empty() {
        return None;
    }
    if let Some(forwarded) = marker(&text, words) {
        let mut lines = 1;
        let mut earlier = Earlier { forwarded, ..Earlier::default() };
        if let Some((more, labelled)) = labelled(blocks, at + 1, words, true) {
            lines += more;
            earlier = Earlier { forwarded, ..labelled };
        }
        return Some((lines, earlier));
    }
    labelled(blocks, at, words, false).or_else(|| attribution(blocks, at, words))
}

/// `-----Mensagem original-----`, `---------- Forwarded message ---------`, `Início da mensagem encaminhada:`.
fn marker(text: &str, words: &Vocabulary) -> Option<bool> {
    let drawn = text.starts_with(['-', '_', '=', '*']);
    let folded = fold(text.trim_matches(|c: char| matches!(c, '-' | '_' | '=' | '*' | ' ' | ':' | '>')));
    if folded.len() > 60 {
        return None;
    }
    let is = |key: &str| {
        words.phrases("citacao", key).iter().any(|it| *it == folded || (drawn && folded.starts_with(it.as_str())))
    };
    if is("encaminhada") {
        Some(true)
    } else if is("original") {
        Some(false)
    } else {
        None
    }
}

/// `De: … Enviada em: … Para: … Assunto: …`, in any order and language known to the vocabulary. A sentence that
/// begins with `De:` is none: an address or a clock time must stand in it.
fn labelled(blocks: &[Block], at: usize, words: &Vocabulary, after_marker: bool) -> Option<(usize, Earlier)> {
    let mut earlier = Earlier::default();
    let mut seen: Vec<&str> = Vec::new();
    let mut proof = after_marker;
    let mut lines = 0;
    let mut value_of: Option<&str> = None;
    for block in blocks.get(at..)?.iter().take(HEADER_LINES) {
        let text = block.text();
        let Some((label, value)) = label_of(&text, words) else {
            // The value may stand in the next cell, or go on in the next line.
            let goes_on = value_of.is_some() && (block.cell.is_some() || text.contains('@')) && text.len() < 400;
            if !goes_on {
                break;
            }
            take_label(&mut earlier, value_of.unwrap_or_default(), &text, &mut proof);
            lines += 1;
            continue;
        };
        if lines == 0 && label == "copia" {
            return None;
        }
        if seen.contains(&label) {
            break;
        }
        seen.push(label);
        take_label(&mut earlier, label, value, &mut proof);
        value_of = Some(label);
        lines += 1;
    }
    let complete = seen.contains(&"de") && seen.len() >= 2 && (seen.contains(&"enviado") || seen.contains(&"para"));
    (complete && proof).then_some((lines, earlier))
}

fn take_label(earlier: &mut Earlier, label: &str, value: &str, proof: &mut bool) {
    match label {
        "de" => {
            value.clone_into(&mut earlier.from);
            *proof |= value.contains('@');
        }
        "para" => *proof |= value.contains('@'),
        "assunto" => value.clone_into(&mut earlier.subject),
        "enviado" => *proof |= has_clock_time(value),
        _ => {}
    }
}

/// Whether a time of day with minutes stands in the text: `09:12`.
fn has_clock_time(text: &str) -> bool {
    text.as_bytes()
        .windows(4)
        .any(|it| matches!(it, [a, b':', c, d] if a.is_ascii_digit() && c.is_ascii_digit() && d.is_ascii_digit()))
}

/// The label that a line begins with: a key of `[citacao]`.
fn label_of<'t, 'w>(text: &'t str, words: &'w Vocabulary) -> Option<(&'w str, &'t str)> {
    let (label, value) = text.split_once(':')?;
    if label.len() > 24 {
        return None;
    }
    let label = label.trim_matches(|c: char| c == '*' || c == '>' || c.is_whitespace());
    let key = words.key_of("citacao", label)?;
    matches!(key, "de" | "enviado" | "para" | "assunto" | "copia")
        .then(|| (key, value.trim_matches(|c: char| c == '*' || c.is_whitespace())))
}

/// `Em seg., 3 de nov. de 2025 às 10:00, Nome <x@y> escreveu:`, perhaps over two or three lines.
fn attribution(blocks: &[Block], at: usize, words: &Vocabulary) -> Option<(usize, Earlier)> {
    let mut text = String::new();
    for (number, block) in blocks.get(at..)?.iter().take(3).enumerate() {
        // An attribution that begins below is not the end of this line: `Quarta, dia 14, às 9` is an answer.
        let begins_anew = |it: &&str| number > 0 && fold(&block.text()).starts_with(it);
        if ["em ", "on "].iter().any(begins_anew) {
            return None;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&block.text());
        if text.len() > 400 {
            return None;
        }
        let folded = fold(&text);
        // `Em seg., 3 de nov. …`, `2026-05-07 …`: its first line has a date or an address, and begins like one.
        let begins = |it: &String| {
            let digits = it.bytes().all(|b| b.is_ascii_digit());
            (digits && folded.starts_with(it.as_str())) || find_words(&folded, it) == Some(0)
        };
        let dated = folded.bytes().any(|b| b.is_ascii_digit());
        let opens = dated && words.phrases("citacao", "em").iter().any(begins);
        if number == 0 && !opens && !folded.contains('@') {
            return None;
        }
        if words.phrases("citacao", "escreveu").iter().any(|it| folded.ends_with(it.as_str())) {
            let dated = folded.bytes().any(|b| b.is_ascii_digit()) || folded.contains('@');
            let earlier = Earlier { from: text.clone(), ..Earlier::default() };
            return dated.then_some((number + 1, earlier));
        }
        // Only a line that is not finished goes on in the next one.
        if text.ends_with(['.', '!', '?']) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::mail::blocks::of_plain;
    use crate::office::Vocabulary;

    /// The new lines, and how many earlier mails there are.
    fn check(text: &str) -> (Vec<String>, usize) {
        let thread = split(&of_plain(text, false), Vocabulary::shipped());
        (thread.new.iter().map(crate::mail::blocks::Block::text).collect(), thread.earlier.len())
    }

    #[test]
    fn fault_37_every_client_writes_its_own_header_over_the_history() {
        let outlook = "De acordo.\n\nDe: Ana <a@x.example>\nEnviada em: segunda-feira, 4 de agosto de 2025 09:12\nPara: B <b@x.example>\nAssunto: x\n\nvelho";
        let gmail = "Sim\n\nEm seg., 3 de nov. de 2025 às 10:00, Ana <a@x.example>\nescreveu:\n\n> velho\n> mais velho";
        let forward = "Segue\n\n---------- Forwarded message ---------\nDe: Ana <a@x.example>\nDate: qua., 27 de out. de 2021 às 09:31\nSubject: x\nTo: b@x.example\n\nvelho";
        let english = "Ok\n\n-----Original Message-----\nFrom: Ana\nSent: Monday, August 4, 2025 9:12 AM\nTo: B\nSubject: x\n\nold";
        // The vocabulary's `a ` begins a date, and `Aprovado` does not begin with it.
        let approved = "Aprovado.\n\nEm seg., 3 de nov. de 2025 às 10:00, Ana <a@x.example> escreveu:\n> velho";
        let told =
            [(outlook, "De acordo."), (gmail, "Sim"), (forward, "Segue"), (english, "Ok"), (approved, "Aprovado.")];
        for (text, new) in told {
            assert_eq!(check(text), (vec![new.to_owned()], 1), "{text}");
        }
    }

    #[test]
    fn words_over_an_attribution_are_new_whatever_they_begin_with() {
        for first in ["Aprovo. Pode enviar", "Em tempo: pode seguir", "A lista vai amanhã", "Sim"] {
            let text =
                format!("{first}\n\nEm qui., 7 de mai. de 2026 às 17:00, Ana\n<a@x.example> escreveu:\n\n> velho");
            assert_eq!(check(&text), (vec![first.to_owned()], 1), "{text}");
        }
    }

    #[test]
    fn an_answer_that_begins_with_a_day_is_no_attribution() {
        let text = "Quarta que vem, dia 14, às 9\n\nEnviado do meu iPhone\n\nEm 6 de out. de 2026, à(s) 17:40, Ana <a@x.example> escreveu:\n\n> velho";
        assert_eq!(
            check(text),
            (vec!["Quarta que vem, dia 14, às 9".to_owned(), "Enviado do meu iPhone".to_owned()], 1)
        );
    }

    #[test]
    fn fault_38_a_sentence_that_begins_like_a_header_is_none() {
        let (new, earlier) = check("De: segunda a sexta, das 8h às 14h.\nPara: todos os segurados\nVenha!");
        assert_eq!((new.len(), earlier), (3, 0));
    }

    #[test]
    fn answers_between_quoted_lines_are_new() {
        let (new, _) =
            check("Em 04/08/2025 09:12, Ana <a@x.example> escreveu:\n> Qual o canal?\nWhatsApp\n> Quando?\nHoje");
        assert_eq!(new, ["WhatsApp", "Hoje"]);
    }
}
