//! The files that go with a message, and whether announced ones are missing.

use super::Desk;
use crate::mail::blocks::Enclosure;
use crate::mail::incoming::Attachment;
use crate::media::{self, Verdict};
use crate::office::{Channel, Missing, fold};
use crate::sheets::{self, ListAsk};
use crate::understanding::features::{Speakers, trim_marks};
use crate::understanding::reading::Reading;
use crate::understanding::text::Found;
use crate::understanding::{OutgoingFile, Understood, hindrance};

/// The files that go with the message, and whether announced ones are missing.
pub(super) fn files(reading: &Reading<'_>, desk: &Desk, found: &Found, result: &mut Understood) {
    let who = &reading.who;
    let text = result.facts.message_text.clone().unwrap_or_default();
    let text = fold(&text);
    let announced_picture = desk.sentences.iter().any(|it| who.has("midia", "anunciada", it));
    let mut outgoing: Vec<&Attachment> = Vec::new();
    let pictured_list = desk.sentences.iter().any(|it| who.has("lista", "imagem", it));
    for file in &reading.mail.attachments {
        // `a ficha de inscrição em Excel` goes along, if another sheet is the list.
        let other_list = result.list_file.as_ref().is_some_and(|it| it.0 != file.name);
        let form =
            other_list && hindrance::names_thing(&file.name, &desk.sentences, who) && !holds_people(file, reading);
        let is_list = !form && reading.is_list(file) || (pictured_list && mime_of(file).starts_with("image/"));
        let is_document =
            found.document.as_ref().is_some_and(|it| *it == file.name) || found.rivals.contains(&file.name);
        let technical = file.mime.starts_with("message/")
            || file.mime.contains("vcard")
            || file.name.to_ascii_lowercase().ends_with(".vcf")
            || file.mime == "text/calendar"
            || file.mime.contains("pkcs7")
            || file.mime == "text/rfc822-headers";
        if is_list || is_document || technical || file.bytes.is_empty() {
            continue;
        }
        if file.inside.as_deref().is_some_and(|it| it != "winmail.dat") && file.content_id.is_some() {
            continue;
        }
        if is_signature_picture(file, reading, found, announced_picture) {
            continue;
        }
        let ending = file.name.rsplit('.').next().map(str::to_ascii_lowercase);
        if form || !matches!(ending.as_deref(), Some("xlsx" | "xls" | "csv" | "ods" | "xlsm")) {
            outgoing.push(file);
        }
    }
    // The words of the list's name tell nothing of a file that has them too.
    let list = result.list_file.as_ref().map(|it| it.0.as_str());
    let names: Vec<&str> = outgoing.iter().map(|it| it.name.as_str()).chain(list).collect();
    let mut said = hindrance::said_of_files(&names, &desk.sentences, who);
    said.truncate(outgoing.len());
    let named = said.contains(&hindrance::SaidOfFile::Stays);
    let mut said = said.into_iter();
    outgoing.retain(|_| said.next() != Some(hindrance::SaidOfFile::Stays));
    // `o segundo anexo não é para os segurados`: which one?
    let unnamed = !named
        && !outgoing.is_empty()
        && desk.sentences.iter().any(|it| who.has("midia", "outro", it) && who.has("midia", "fica", it));
    let linked = text.contains("http") || text.contains("www.");
    let picture_wanted = desk.sentences.iter().any(|it| {
        who.has("midia", "anunciada", it)
            && (who.has("midia", "anexo", it)
                || who.has("midia", "junto", it)
                || who.has("midia", "depois", it)
                || !linked && hindrance::sends_media(it, who))
    });
    let document_wanted = desk.sentences.iter().any(|it| {
        who.has("midia", "documento", it)
            && who.has("midia", "anexo", &without_lists(it, who))
            && !who.has("texto", "anexo", it)
            && !who.has("midia", "documento-nao", it)
            // `a turma (arquivo anexo)`: the list itself.
            && !(result.list_file.is_some() && who.has("midia", "documento-lista", it))
    });
    // `o folheto anexo`, and nothing came, not even a list.
    let nothing_came = outgoing.is_empty()
        && result.list_file.is_none()
        && found.document.is_none()
        && found.rivals.is_empty()
        && desk.sentences.iter().any(|it| {
            who.has("midia", "vem-anexo", it) && !who.has("texto", "anexo", it) && !who.has("lista", "arquivo", it)
        });
    let text_wants = who.has("midia", "texto-anexa", &text) && !who.has("midia", "texto-anexa-nao", &text);
    let is_picture = |it: &&Attachment| {
        let mime = mime_of(it);
        mime.starts_with("image/") || mime.starts_with("video/") || mime.starts_with("audio/")
    };
    let inline_content = found.content.as_ref().is_some_and(|it| !it.inline.is_empty());
    let no_picture = !outgoing.iter().any(|it| is_picture(it) || it.mime == "application/pdf") && !inline_content;
    // `Seguem anexos o regimento e o cronograma`, `ambos em PDF`, with one file.
    let pictures = found.content.as_ref().map_or(0, |it| it.inline.len());
    let announced = hindrance::announced_files(&desk.sentences, who);
    let two = who.has("midia", "varios", &text)
        || desk
            .sentences
            .iter()
            .map(String::as_str)
            .chain(text.split(['.', '\n']))
            .any(|it| hindrance::announces_two(it, who));
    let several = if two { announced.max(2) } else { announced };
    let few = outgoing.len() + pictures < several;
    let wants_two = desk.sentences.iter().any(|it| who.has("midia", "dois", it));
    if (picture_wanted && no_picture)
        || (document_wanted && outgoing.is_empty())
        || (nothing_came && !inline_content)
        || (text_wants && outgoing.is_empty() && !inline_content)
        || (wants_two && files_of_its_own(reading) < 2)
        || unnamed
        || few
    {
        result.facts.missing.insert(Missing::Media);
    }
    let whatsapp = result.facts.channel.contains(&Channel::Whatsapp);
    for file in outgoing {
        result.facts.attachments_to_send.push(file.name.clone());
        if whatsapp {
            match media::judge(&file.name, &file.bytes, reading.setting.media) {
                Verdict::AsIs { .. } => {}
                Verdict::Convert(_) => result.facts.media_to_convert.push(file.name.clone()),
                Verdict::Refuse { .. } => {
                    result.facts.media_to_convert.push(file.name.clone());
                    result.notes.push(format!("`{}` cannot go by WhatsApp", file.name));
                }
            }
        }
        result.attachments.push(OutgoingFile {
            name: file.name.clone(),
            mime: file.mime.clone(),
            bytes: file.bytes.clone(),
        });
    }
}

/// Whether anybody can be reached by a file: what holds people goes to nobody.
fn holds_people(file: &Attachment, reading: &Reading<'_>) -> bool {
    let words = reading.setting.vocabulary;
    let reached = |channel: Channel| {
        sheets::read_list(&file.name, &file.bytes, channel, words, &ListAsk::default())
            .is_ok_and(|it| !(it.recipients.is_empty() && it.duplicates.is_empty()))
    };
    reading.is_list(file) && Channel::ALL.into_iter().any(reached)
}

/// A sentence without what announces the list: `aos assinantes do boletim (CSV anexo)`.
fn without_lists(folded: &str, who: &Speakers<'_>) -> String {
    let words: Vec<&str> = folded.split_whitespace().collect();
    let is_list = |at: usize| words.get(at).is_some_and(|it| who.is_word("lista", "arquivo", trim_marks(it)));
    let announces = |at: usize| {
        let list = at.checked_sub(1).is_some_and(is_list);
        let after_in = at.checked_sub(1).and_then(|it| words.get(it)) == Some(&"em");
        list || after_in && at.checked_sub(2).is_some_and(is_list)
    };
    let kept = words.iter().enumerate().filter(|(at, it)| !(it.contains("anex") && announces(*at)));
    kept.map(|it| *it.1).collect::<Vec<_>>().join(" ")
}

/// How many files came that are no pictures of a signature: `dois arquivos em anexo` may be list and text.
fn files_of_its_own(reading: &Reading<'_>) -> usize {
    let of_its_own = |it: &&Attachment| it.content_id.is_none() || !mime_of(it).starts_with("image/");
    reading.mail.attachments.iter().filter(of_its_own).filter(|it| !it.bytes.is_empty()).count()
}

/// The type of a file; by its name where the client did not know it.
fn mime_of(file: &Attachment) -> &str {
    if file.mime == "application/octet-stream" { crate::mail::incoming::mime_by_name(&file.name) } else { &file.mime }
}

/// A picture of the signature, not of the message: it stands in closing and signature, or is small and without a name
/// of its own.
fn is_signature_picture(file: &Attachment, reading: &Reading<'_>, found: &Found, announced: bool) -> bool {
    let Some(id) = file.content_id.as_deref() else { return file.name.is_empty() };
    let source = format!("cid:{id}");
    let letter = &reading.letter;
    let place = letter.blocks.iter().position(|block| block.pictures().any(|it| it.source == source));
    let Some(place) = place else {
        // Not in the letter: in quoted mails, or nowhere. With a disposition of its own it is a file.
        let quoted = reading
            .thread
            .earlier
            .iter()
            .any(|it| it.blocks.iter().any(|block| block.pictures().any(|it| it.source == source)));
        // … or below the letter: a logo of the signature is no announced picture.
        let shown = reading.mail.html.as_deref().is_some_and(|it| it.contains(&source));
        let logo = shown || !announced || file.bytes.len() < LOGO_MAX;
        return quoted || (file.inline && logo && is_numbered(&file.name, &reading.who));
    };
    let in_text = found.span.is_some_and(|span| {
        let first = letter.units.get(span.from).map_or(usize::MAX, |it| it.block);
        let last = letter.units.get(span.to).map_or(0, |it| it.block);
        (first..=last).contains(&place)
    });
    if in_text {
        return false;
    }
    let marked = letter.blocks.get(place).is_some_and(|it| it.is_in(Enclosure::Signature));
    let signed = letter.units.get(letter.tail).is_some_and(|it| place >= it.block);
    if marked || (signed && is_numbered(&file.name, &reading.who)) {
        return true;
    }
    // After the text and before any name: an announced picture, unless it is a logo by its size.
    !announced || (file.bytes.len() < LOGO_MAX && is_numbered(&file.name, &reading.who))
}

/// Bytes: what is smaller is a logo or a line.
pub const LOGO_MAX: usize = 6_000;

/// `image001.png`: a name that the client gave.
fn is_numbered(name: &str, who: &Speakers<'_>) -> bool {
    let stem = fold(name.rsplit_once('.').map_or(name, |it| it.0));
    let bare = stem.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '_');
    bare.is_empty() || who.is_word("midia", "nome-automatico", bare)
}
