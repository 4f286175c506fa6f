//! What a person of the house says about a request that is already there: data, correction, consent, cancellation,
//! question, thanks. `None` where the mail is a request of its own, or no answer at all.

use super::channels;
use super::dates::{self, When};
use super::features;
use super::reading::Reading;
use super::relation::{self, How, Relation};
use super::text::{self, Found};
use super::{OutgoingFile, Understood, request};
use crate::mail::incoming::Attachment;
use crate::office::{
    Audience, Channel, Class, Effect, EmailAddress, Facts, KnownRequest, Missing, find_words, fold, has_words,
    sentences,
};
use crate::sheets::{self, ListAsk};

/// Understands a mail as an answer.
#[must_use]
pub fn understand(reading: &Reading<'_>, sender: &EmailAddress, relation: Option<Relation<'_>>) -> Option<Understood> {
    let found = text::find(reading);
    let mut desk = request::Desk::of(reading, found);
    let mut signs = Signs::of(reading, found, &desk, relation.is_some());
    if relation.is_some() && !signs.own_text {
        // In an answer, words that nothing opens as a text are said to the desk: `Aprovado.`
        desk = request::Desk::of(reading, &Found::default());
        signs = Signs::of(reading, found, &desk, relation.is_some());
    }
    match relation {
        Some(relation) => certain(reading, sender, relation.request, relation.how, found, &desk, &signs),
        None => uncertain(reading, sender, found, &desk, &signs),
    }
}

/// A reaction to a mail of ours: a person is glad, nothing is decided.
#[must_use]
pub fn reaction(reading: &Reading<'_>, sender: &EmailAddress, relation: Option<Relation<'_>>) -> Understood {
    match relation {
        Some(relation) => reply(reading, sender, relation.request, Effect::Thanks),
        None => nameless(reading, sender, Class::ReplyToRequest, Some(Effect::Thanks)),
    }
}

/// What the new words say, text for insured people aside.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one observation of the words")]
struct Signs {
    cancels: bool,
    corrects: bool,
    partial: bool,
    approves: bool,
    rejects: bool,
    condition: bool,
    asks: bool,
    asks_status: bool,
    thanks: bool,
    fresh: bool,
    requests: bool,
    own_text: bool,
    short: bool,
    /// It shall not go yet.
    holds: bool,
    /// Nothing is decided yet.
    defers: bool,
    /// Somebody shall not receive it.
    takes_off: bool,
}

impl Signs {
    fn of(reading: &Reading<'_>, found: &Found, desk: &request::Desk, answers: bool) -> Self {
        let who = &reading.who;
        let text = &desk.all;
        let says = |key: &str| who.has("resposta", key, text);
        let subject = fold(&reading.subject);
        let own_text =
            found.span.is_some_and(|it| it.opens >= 4) || !found.by_channel.is_empty() || found.document.is_some();
        let words = text.split_whitespace().count();
        Self {
            cancels: desk.sentences.iter().any(|it| cancels(reading, it, answers))
                || (subject_cancels(reading, &subject) && !own_text),
            corrects: says("corrige"),
            partial: is_partial(reading, desk, answers)
                || desk.sentences.iter().any(|it| one_channel_only(reading, it)),
            approves: desk
                .sentences
                .iter()
                .any(|it| consents(reading, it) && !it.ends_with('?') && !who.has("resposta", "instrucao", it)),
            rejects: says("rejeita"),
            // `Aprovado, só troquem 13h por 13h30.`
            condition: says("condiciona")
                || who.has("muda-texto", "verbo", text) && !who.has("muda-texto", "nao", text),
            asks: text.contains('?'),
            asks_status: says("andamento"),
            thanks: says("agradece"),
            fresh: who.has("pedido", "novo", text),
            requests: !desk.requests.is_empty(),
            own_text,
            short: words <= 40,
            holds: request::held(reading, desk, found).is_some(),
            defers: says("adia"),
            takes_off: says("tira"),
        }
    }
}

/// Whether a sentence has a word of consent with no `não` before it.
fn consents(reading: &Reading<'_>, sentence: &str) -> bool {
    let denied = |at: usize| sentence.get(..at).is_some_and(|it| it.trim_end().ends_with("nao"));
    let said = reading.who.said("resposta", "aprova", sentence);
    said.iter().any(|(_, at)| !denied(*at))
}

/// Whether a sentence orders that the whole shall not go out. In an answer (`answers`) the order needs no object.
fn cancels(reading: &Reading<'_>, sentence: &str, answers: bool) -> bool {
    let who = &reading.who;
    // `troquem “quem não quiser” por “quem quiser cancelar o plano”`
    let unquoted = features::without_quoted(sentence);
    let sentence = unquoted.as_str();
    // `A palestra foi cancelada` tells of an event; `favor cancelar` orders.
    let column = who.has("resposta", "cancela-coluna", sentence);
    let known = |it: &str| {
        reading.setting.known.iter().any(|known| known.protocol.len() > 5 && it.contains(&fold(&known.protocol)))
    };
    let orders = |part: &str| {
        let Some(first) = who.words.first("resposta", "cancela", part) else { return false };
        let object = who.has("resposta", "cancela-objeto", part) || known(part) || speaks_of_earlier(reading, part);
        let short = part.split_whitespace().count() <= 6;
        let early = part.get(..first).is_some_and(|it| it.split_whitespace().count() <= 3);
        let told = ["cancela-conta", "cancela-nao"].iter().any(|key| who.has("resposta", key, part));
        !told && (object || short || answers && early)
    };
    let parts = || sentence.split(['.', '!', '?', ';']).map(str::trim).filter(|it| !it.is_empty());
    !column && (parts().any(orders) || !answers && parts().count() > 1 && orders(sentence))
}

/// `CANCELAR envio aos inscritos`: the order stands in the subject.
fn subject_cancels(reading: &Reading<'_>, subject: &str) -> bool {
    let bare = subject.trim_start_matches(|c: char| !c.is_alphanumeric());
    let after_urgent = bare.strip_prefix("urgente").unwrap_or(bare).trim_start_matches(|c: char| !c.is_alphanumeric());
    reading.who.begins("resposta", "ordem-assunto", after_urgent)
}

/// `cancela só o WhatsApp`: one channel of two.
fn one_channel_only(reading: &Reading<'_>, sentence: &str) -> bool {
    let who = &reading.who;
    who.has("resposta", "cancela", sentence)
        && who.has("resposta", "so-canal", sentence)
        && channels::channels_in(sentence, who.words).len() == 1
}

/// What of a sentence cancels: `cancela esse` of `cancela esse, o anexo não vai mais ser usado`; all of it where the
/// clause alone has no object.
fn ordering_clause<'s>(reading: &Reading<'_>, sentence: &'s str) -> Option<&'s str> {
    let who = &reading.who;
    let at = who.words.first("resposta", "cancela", sentence)?;
    let end = sentence.get(at..)?.find(',').map_or(sentence.len(), |it| at + it);
    let clause = sentence.get(..end)?;
    Some(if who.has("resposta", "cancela-objeto", clause) { clause } else { sentence })
}

/// Only some recipients are meant, or only a part of the text. Where the whole is cancelled, the sentence that does it
/// tells, or one that speaks of the others: `Sustar. Os crachás vieram com a foto trocada.` means all.
fn is_partial(reading: &Reading<'_>, desk: &request::Desk, answers: bool) -> bool {
    let who = &reading.who;
    let part = |it: &str| who.has("resposta", "parte", it) || who.has("resposta", "resto", it);
    let mut orders = desk.sentences.iter().flat_map(|it| sentences(it)).filter(|it| cancels(reading, it, answers));
    match orders.next() {
        Some(first) => {
            ordering_clause(reading, first).is_some_and(part)
                || orders.any(part)
                || who.has("resposta", "resto", &desk.all)
        }
        None => part(&desk.all),
    }
}

/// The request is certain: what does the mail do to it?
fn certain(
    reading: &Reading<'_>,
    sender: &EmailAddress,
    known: &KnownRequest,
    how: How,
    found: &Found,
    desk: &request::Desk,
    signs: &Signs,
) -> Option<Understood> {
    let waits = known.status == "waiting-data" || !known.asked.is_empty();
    // An approver's consent, or the requester's SIM to the preview that we sent.
    // A consent that comes after a cancellation or a correction is a consent, but lets nothing go.
    let approval =
        matches!(known.status.as_str(), "waiting-approval" | "waiting-confirmation" | "waiting-preview" | "cancelled");
    let own_request =
        known.message_ids.request.as_deref().is_some_and(|id| reading.mail.in_reply_to.iter().any(|it| it == id));
    let stops = signs.cancels && !signs.own_text && !has_list(reading);
    if signs.fresh && (signs.own_text || signs.requests) && !stops {
        return None;
    }
    // What was asked for comes, and with it the word that it shall wait.
    if signs.holds
        && waits
        && let Some(done) = completes(reading, sender, known, found, desk, signs)
    {
        return Some(done);
    }
    if signs.cancels && !signs.partial && !(signs.own_text && signs.corrects) {
        return Some(cancellation(reading, sender, known));
    }
    if approval && let Some(done) = judged(reading, sender, known, desk, signs) {
        return Some(done);
    }
    // Where no text was there, none is corrected.
    let text_asked = known.asked == [Missing::MessageText] && known.status == "waiting-data";
    if waits
        && (text_asked || !(signs.corrects && signs.own_text))
        && let Some(done) = completes(reading, sender, known, found, desk, signs)
    {
        return Some(done);
    }
    if signs.rejects && !signs.own_text {
        return Some(reply(reading, sender, known, Effect::Rejects));
    }
    // A new letter with its own text on an old thread is a new request; with words of correction it is none.
    let whole = signs.requests
        && signs.own_text
        && (has_list(reading) || !channels::channels_in(&desk.all, reading.setting.vocabulary).is_empty());
    let over = matches!(known.status.as_str(), "closed" | "sent" | "balanced" | "cancelled");
    if whole && !signs.corrects && (how != How::Protocol || over) {
        return None;
    }
    let takes_off = signs.takes_off && !signs.asks && !removed(reading, desk).is_empty();
    if signs.corrects
        || takes_off
        || signs.partial && signs.cancels
        || (signs.own_text && (own_request || how == How::Protocol))
    {
        return Some(correction(reading, sender, known, found, desk));
    }
    if signs.asks_status {
        return Some(reply(reading, sender, known, Effect::StatusQuestion));
    }
    if signs.asks {
        return Some(reply(reading, sender, known, Effect::Question));
    }
    if whole {
        return None;
    }
    let contacts = || reading.letter.units.iter().take(reading.letter.tail).any(|it| it.looks.contact_line);
    if has_list(reading) || !over && contacts() {
        return Some(correction(reading, sender, known, found, desk));
    }
    // What nobody can place while something is asked for is looked at by a person.
    // While the request may still go out, only thanks are taken for thanks.
    let silent = desk.all.trim().is_empty() || !waits && signs.short && over;
    let effect = if signs.thanks || silent { Effect::Thanks } else { Effect::Question };
    Some(reply(reading, sender, known, effect))
}

/// No protocol and no thread: only clear words make it an answer.
fn uncertain(
    reading: &Reading<'_>,
    sender: &EmailAddress,
    found: &Found,
    desk: &request::Desk,
    signs: &Signs,
) -> Option<Understood> {
    // `manda pra esses quatro aquele recado de novembro`, with the four below
    if signs.requests && reading.letter.has_typed_list() && !signs.cancels {
        return None;
    }
    let full_request = signs.requests && signs.own_text;
    let about_earlier = speaks_of_earlier(reading, &format!("{}\n{}", fold(&reading.subject), desk.all));
    if full_request && !(signs.corrects && about_earlier) && !(signs.cancels && about_earlier) {
        return None;
    }
    let subject_text = format!("{} {}", reading.subject, reading.new_text());
    let mine = |it: &KnownRequest| is_mine(reading, sender, it);
    let spoken_of = relation::by_words(&subject_text, reading.setting.known, 34, mine)
        .or_else(|| newest_of(reading, sender))
        .or_else(|| about_earlier.then(|| most_like(reading, sender, &subject_text)).flatten());
    // `Esquece o texto que mandei, vale este`: with text, list and channel it is a whole request.
    let channel = !channels::channels_in(&desk.all, reading.setting.vocabulary).is_empty();
    let complete = signs.own_text && has_list(reading) && channel;
    // `e-mail para a relação que juntei, com o texto da Neusa (o de baixo é o do ano passado, esquece)`
    let asked = signs.requests && has_list(reading) && channel;
    if signs.cancels && (complete || asked && !reading.thread.earlier.is_empty()) && spoken_of.is_none() {
        return None;
    }
    if signs.cancels && !signs.partial {
        if signs.own_text && signs.corrects {
            return spoken_of.map(|it| correction(reading, sender, it, found, desk));
        }
        return match spoken_of {
            Some(known) => Some(cancellation(reading, sender, known)),
            // A circular to the whole house cancels nothing of ours.
            None => is_addressed(reading).then(|| nameless(reading, sender, Class::Cancellation, None)),
        };
    }
    let approver = reading.setting.office.is_approver(sender);
    if approver && (signs.approves || signs.rejects) && !signs.own_text {
        let waiting: Vec<&KnownRequest> =
            reading.setting.known.iter().filter(|it| it.status == "waiting-approval").collect();
        let named = relation::by_words(&subject_text, reading.setting.known, 50, |it| it.status == "waiting-approval");
        if let Some(known) = named {
            return judged(reading, sender, known, desk, signs);
        }
        if !waiting.is_empty() && !signs.requests {
            return Some(nameless(reading, sender, Class::ReplyToRequest, Some(Effect::Question)));
        }
    }
    if signs.corrects && about_earlier && !full_request && !(signs.requests && has_list(reading)) {
        return Some(match spoken_of {
            Some(known) => correction(reading, sender, known, found, desk),
            None => nameless(reading, sender, Class::ReplyToRequest, Some(Effect::Corrects)),
        });
    }
    if signs.corrects && about_earlier {
        return spoken_of.map(|known| correction(reading, sender, known, found, desk));
    }
    if signs.asks_status && signs.asks && !signs.own_text && !(signs.requests && has_list(reading)) {
        return Some(match spoken_of {
            Some(known) => reply(reading, sender, known, Effect::StatusQuestion),
            None => nameless(reading, sender, Class::ReplyToRequest, Some(Effect::StatusQuestion)),
        });
    }
    if signs.requests || signs.own_text || !reading.answer {
        return None;
    }
    // An answer (`RES:`) of ours to nothing that is known by its ids.
    let known = relation::by_words(&reading.subject, reading.setting.known, 75, |_| true)?;
    certain(reading, sender, known, How::Words, found, desk, signs)
}

/// Whether the mail names the desk among those it is written to, or names nobody.
fn is_addressed(reading: &Reading<'_>) -> bool {
    reading.mail.to.is_empty() && reading.mail.cc.is_empty() || reading.names_desk()
}

/// Words that point to something asked for before.
fn speaks_of_earlier(reading: &Reading<'_>, folded: &str) -> bool {
    reading.who.has("resposta", "anterior", folded)
}

/// Whether the request is of the sender or the sender's area.
fn is_mine(reading: &Reading<'_>, sender: &EmailAddress, known: &KnownRequest) -> bool {
    let areas = reading.setting.office.areas_of(sender);
    known.area.as_deref().is_some_and(|it| areas.contains(&it))
        || EmailAddress::parse(&known.requester).is_ok_and(|it| it == *sender)
}

/// The requests that came within the last days and are not over.
fn open_lately<'a>(reading: &Reading<'a>) -> impl Iterator<Item = &'a KnownRequest> {
    let now = reading.setting.now;
    reading.setting.known.iter().filter(move |it| {
        !it.received_at.is_empty()
            && relation::is_recent(it, now, 2)
            && !matches!(it.status.as_str(), "closed" | "cancelled")
    })
}

/// The one request of the sender that came within the last days and has not gone out.
fn newest_of<'a>(reading: &Reading<'a>, sender: &EmailAddress) -> Option<&'a KnownRequest> {
    let mut open = open_lately(reading).filter(|it| {
        // Several people write from a mailbox of the house, and of each other's requests.
        let several = reading.who.sender.is_empty() && is_mine(reading, sender, it);
        several || EmailAddress::parse(&it.requester).is_ok_and(|it| it == *sender)
    });
    let first = open.next()?;
    open.next().is_none().then_some(first)
}

/// Of the requests of the sender's area in the last days the one whose subject is spoken of best.
fn most_like<'a>(reading: &Reading<'a>, sender: &EmailAddress, text: &str) -> Option<&'a KnownRequest> {
    let mine = open_lately(reading).filter(|it| is_mine(reading, sender, it));
    let said = relation::telling_words(text);
    let mut liked: Vec<(usize, &KnownRequest)> = mine.map(|it| (relation::likeness(&said, it), it)).collect();
    liked.sort_by_key(|it| std::cmp::Reverse(it.0));
    match liked.as_slice() {
        [(like, one), rest @ ..] if *like > 0 && rest.first().is_none_or(|it| it.0 < *like) => Some(one),
        _ => None,
    }
}

/// The verdict on a request that waits for consent.
fn judged(
    reading: &Reading<'_>,
    sender: &EmailAddress,
    known: &KnownRequest,
    desk: &request::Desk,
    signs: &Signs,
) -> Option<Understood> {
    if signs.rejects {
        return Some(reply(reading, sender, known, Effect::Rejects));
    }
    if !signs.approves && !is_yes(reading, desk) {
        return None;
    }
    // Whoever cannot approve changes nothing by a consent at second hand.
    let counts = reading.setting.office.is_approver(sender) || known.status != "waiting-approval";
    let condition = counts && signs.condition;
    if condition || signs.corrects || signs.partial || signs.own_text || signs.asks || !signs.short {
        let effect = if signs.asks && !condition && !signs.corrects { Effect::Question } else { Effect::Corrects };
        let mut result = reply(reading, sender, known, effect);
        for sentence in &desk.sentences {
            if let Some(When::At(at)) = dates::read(sentence, false, &reading.who, reading.today()) {
                result.facts.send_at = Some(at);
                result.change.send_at = Some(at);
            }
        }
        return Some(result);
    }
    let mut result = reply(reading, sender, known, Effect::Completes);
    result.facts.class = Class::Approval;
    result.facts.effect = None;
    result.change.confirms = true;
    let waiting = matches!(known.status.as_str(), "waiting-approval" | "waiting-confirmation");
    result.facts.dispatch = reading.setting.office.is_approver(sender) && waiting && !signs.holds;
    for sentence in &desk.sentences {
        match dates::read(sentence, false, &reading.who, reading.today()) {
            Some(When::At(at)) => {
                result.facts.send_at = Some(at);
                result.change.send_at = Some(at);
            }
            Some(When::Undecided(_)) => {
                result.facts.missing.insert(Missing::SendAt);
                result.facts.dispatch = false;
            }
            Some(When::Now) | None => {}
        }
    }
    Some(result)
}

/// Gives what was asked for: list, channel, text, number, date, area.
fn completes(
    reading: &Reading<'_>,
    sender: &EmailAddress,
    known: &KnownRequest,
    found: &Found,
    desk: &request::Desk,
    signs: &Signs,
) -> Option<Understood> {
    // Where no text was asked for, every word is an answer (`1) Qual está certo? São 9.`).
    let whole;
    let desk = if known.asked.contains(&Missing::MessageText) {
        desk
    } else {
        whole = request::Desk::of(reading, &Found::default());
        &whole
    };
    // `ainda não sei se vai por e-mail ou por WhatsApp` answers nothing.
    if signs.defers && !has_list(reading) && found.content.is_none() {
        return Some(reply(reading, sender, known, Effect::Question));
    }
    let mut open: Vec<Missing> = known.asked.clone();
    let before = open.len();
    let mut result = reply(reading, sender, known, Effect::Completes);
    let mut channels = channels::channels_in(&desk.all, reading.setting.vocabulary);
    // `Os dois!`, to the question by which channel.
    let both = |it: &String| reading.who.is("canal", "ambos-resposta", it);
    if open.contains(&Missing::Channel) && channels.is_empty() && desk.sentences.iter().any(both) {
        channels.extend(Channel::ALL);
    }
    if open.contains(&Missing::Channel) && channels.is_empty() {
        channels.extend(the_other_channel(reading, desk));
    }
    if open.contains(&Missing::Channel) && !channels.is_empty() && !signs.asks {
        result.facts.channel.clone_from(&channels);
        result.change.channels = channels.iter().copied().collect();
        open.retain(|it| *it != Missing::Channel);
    }
    let wanted: Vec<Channel> =
        if channels.is_empty() { known.channel.iter().copied().collect() } else { channels.iter().copied().collect() };
    if open.contains(&Missing::Recipients) || open.contains(&Missing::RecipientsConfirm) {
        let listed = take_list(reading, &wanted, &mut result);
        if listed {
            open.retain(|it| !matches!(it, Missing::Recipients | Missing::RecipientsConfirm));
        } else if open.contains(&Missing::RecipientsConfirm) && confirms_number(reading, desk, known) {
            result.change.confirms = true;
            open.retain(|it| *it != Missing::RecipientsConfirm);
        }
    }
    if open.contains(&Missing::MessageText) {
        if let Some(content) = &found.content {
            result.change.text = Some(content.clone());
            result.facts.message_text = Some(content.text.clone());
            if found.sure {
                open.retain(|it| *it != Missing::MessageText);
            }
        } else if is_yes(reading, desk) {
            // SIM to the preview that we sent.
            result.change.confirms = true;
            open.retain(|it| *it != Missing::MessageText);
        }
    }
    if open.contains(&Missing::Audience)
        && let Some(audience) = says_audience(reading, desk)
    {
        result.facts.audience = Some(audience);
        result.change.audience = Some(audience);
        open.retain(|it| *it != Missing::Audience);
        if audience == Audience::Specific && !has_list(reading) && known.recipients.is_none() {
            open.push(Missing::Recipients);
            open.dedup();
        }
    }
    if let Some(subject) = desk.headings.iter().find(|it| it.0 == "assunto").map(|it| it.1.clone()) {
        result.change.subject = Some(subject);
        open.retain(|it| *it != Missing::MessageSubject);
    }
    if open.contains(&Missing::MessageSubject)
        && known.asked.len() == 1
        && let Some(subject) = subject_alone(reading, signs)
    {
        result.change.subject = Some(subject);
        open.retain(|it| *it != Missing::MessageSubject);
    }
    if open.contains(&Missing::Area) {
        let named = reading.setting.office.areas.iter().find(|(_, area)| has_words(&desk.all, &fold(&area.nome)));
        if let Some((key, _)) = named {
            result.change.area = Some(key.clone());
            open.retain(|it| *it != Missing::Area);
        }
    }
    if open.contains(&Missing::SendAt) {
        let said = desk.sentences.iter().find_map(|it| match dates::read(it, true, &reading.who, reading.today()) {
            Some(When::At(at)) => Some(at),
            Some(When::Now | When::Undecided(_)) | None => None,
        });
        if let Some(at) = said {
            result.change.send_at = Some(at);
            result.facts.send_at = Some(at);
            open.retain(|it| *it != Missing::SendAt);
        } else if !signs.asks && desk.sentences.iter().any(|it| reading.who.has("quando", "agora", it)) {
            // `Pode mandar agora`, to the question when.
            open.retain(|it| *it != Missing::SendAt);
        }
    }
    if open.contains(&Missing::Media) {
        let goes = |it: &&Attachment| it.content_id.is_none() && !it.bytes.is_empty() && !reading.is_list(it);
        let mut files: Vec<&Attachment> = reading.mail.attachments.iter().filter(goes).collect();
        if files.is_empty() {
            files.extend(pasted_picture(reading));
        }
        result.attachments.extend(files.into_iter().map(|it| OutgoingFile {
            name: it.name.clone(),
            mime: it.mime.clone(),
            bytes: it.bytes.clone(),
        }));
        if !result.attachments.is_empty() {
            open.retain(|it| *it != Missing::Media);
        }
    }
    // A text that is not sure where it ends still answers; it is shown first.
    let text_alone = known.asked == [Missing::MessageText] && signs.own_text && result.change.text.is_some();
    if open.len() == before && result.change.audience.is_none() && (signs.asks || !text_alone) {
        return None;
    }
    result.facts.missing = open.into_iter().collect();
    let changes = desk.changes_text(&reading.who);
    let doubtful = signs.condition || signs.corrects || signs.holds || signs.defers || changes;
    let ours = is_mine(reading, sender, known);
    result.facts.dispatch = result.facts.missing.is_empty() && !doubtful && ours;
    Some(result)
}

/// `Por e-mail não, faz pelo outro`: the channel that is not refused.
fn the_other_channel(reading: &Reading<'_>, desk: &request::Desk) -> Option<Channel> {
    let who = &reading.who;
    let refused: Vec<Channel> = [(Channel::Email, "email"), (Channel::Whatsapp, "whatsapp")]
        .into_iter()
        .filter(|(_, key)| who.has("canal", key, &desk.all))
        .map(|it| it.0)
        .collect();
    let [refused] = refused.as_slice() else { return None };
    let other = desk.sentences.iter().any(|it| who.has("canal", "o-outro", it) && !it.ends_with('?'));
    other.then(|| Channel::ALL.into_iter().find(|it| it != refused)).flatten()
}

/// The subject, where nothing else was asked for: in quotes, after a colon, or the one short line of the answer.
fn subject_alone(reading: &Reading<'_>, signs: &Signs) -> Option<String> {
    let unit = reading.letter.said_to_desk(None).find(|it| !it.text.is_empty() && !it.looks.greeting)?;
    if signs.asks || signs.defers || signs.rejects || signs.cancels || unit.looks.closing {
        return None;
    }
    let bare = |it: &str| it.trim().trim_matches(['"', '“', '”', '«', '»', '.', ' ']).to_owned();
    let quoted = features::quoted(&unit.text).filter(|it| it.chars().count() >= 4);
    let after_colon = unit.text.split_once(": ").map(|it| it.1);
    let line = (unit.text.split_whitespace().count() <= 12).then_some(unit.text.as_str());
    quoted.or(after_colon).or(line).map(bare).filter(|it| it.chars().count() >= 4)
}

/// The one picture that was pasted into the new words, above closing and signature; where there are several, a person
/// says which.
fn pasted_picture<'x>(reading: &Reading<'x>) -> Option<&'x Attachment> {
    let letter = &reading.letter;
    let signed = letter.units.iter().skip(letter.tail).find(|it| !it.text.is_empty()).map(|it| it.block);
    let is_pasted = |it: &&Attachment| {
        let Some(source) = it.content_id.as_deref().map(|id| format!("cid:{id}")) else { return false };
        let place = letter.blocks.iter().position(|block| block.pictures().any(|it| it.source == source));
        place.is_some_and(|place| signed.is_none_or(|signed| place < signed)) && it.mime.starts_with("image/")
    };
    let mut pasted = reading.mail.attachments.iter().filter(is_pasted).filter(|it| it.bytes.len() >= request::LOGO_MAX);
    pasted.next().filter(|_| pasted.next().is_none())
}

/// `É só para o pessoal do grupo`, `para todos`: the answer to the question whom the message is for.
fn says_audience(reading: &Reading<'_>, desk: &request::Desk) -> Option<Audience> {
    let said = request::audience_in(reading, desk);
    let group = reading.who.has("publico", "grupo", &desk.all);
    let (all, some) = (said == Some(Audience::General), said == Some(Audience::Specific) || group);
    match (all, some || has_list(reading)) {
        (true, false) => Some(Audience::General),
        (false, true) => Some(Audience::Specific),
        _ => None,
    }
}

/// `São 9 mesmo`, `pode enviar para os 9`: the number of the list is confirmed.
fn confirms_number(reading: &Reading<'_>, desk: &request::Desk, known: &KnownRequest) -> bool {
    let said = |number: u64| {
        let spelt = reading.who.words.phrases("numeros", &number.to_string());
        has_words(&desk.all, &number.to_string()) || spelt.iter().any(|it| has_words(&desk.all, it))
    };
    let number = known.recipients.is_some_and(said);
    (number || is_yes(reading, desk)) && !reading.who.has("resposta", "numero-nao", &desk.all)
}

/// A plain yes.
fn is_yes(reading: &Reading<'_>, desk: &request::Desk) -> bool {
    desk.sentences.first().is_some_and(|it| {
        let bare = it.trim_matches(|c: char| !c.is_alphanumeric());
        reading
            .who
            .words
            .phrases("resposta", "sim")
            .iter()
            .any(|yes| bare == yes || (find_words(bare, yes) == Some(0) && bare.split_whitespace().count() <= 8))
            && !it.contains('?')
            && !reading.who.has("resposta", "sim-nao", it)
    })
}

fn has_list(reading: &Reading<'_>) -> bool {
    reading.mail.attachments.iter().any(|it| reading.is_list(it))
}

/// Reads the one list of the mail into the result; whether there was one.
fn take_list(reading: &Reading<'_>, channels: &[Channel], result: &mut Understood) -> bool {
    let words = reading.setting.vocabulary;
    let lists: Vec<&Attachment> = reading.mail.attachments.iter().filter(|it| reading.is_list(it)).collect();
    let ask = ListAsk { today: Some(reading.setting.now.date()), ..ListAsk::default() };
    let body =
        reading.letter.units.iter().take(reading.letter.tail).map(|it| it.text.as_str()).collect::<Vec<_>>().join("\n");
    for channel in channels {
        let list = match lists.as_slice() {
            [one] => sheets::read_list(&one.name, &one.bytes, *channel, words, &ask).ok(),
            [] => sheets::list_from_lines(&body, *channel, words, &ask),
            _ => None,
        };
        if let Some(list) = list.filter(|it| !it.recipients.is_empty()) {
            let len = |it: usize| u64::try_from(it).unwrap_or(u64::MAX);
            if result.facts.recipients.is_none() {
                result.facts.recipients = Some(len(list.recipients.len()));
                result.facts.rejected = Some(len(list.rejected.len()));
                result.facts.duplicates = Some(len(list.duplicates.len()));
                result.facts.list_source = Some(list.source.clone());
            }
            result.lists.push(list);
        }
    }
    if let [one] = lists.as_slice() {
        result.list_file = Some((one.name.clone(), one.bytes.clone()));
    }
    !result.lists.is_empty()
}

fn correction(
    reading: &Reading<'_>,
    sender: &EmailAddress,
    known: &KnownRequest,
    found: &Found,
    desk: &request::Desk,
) -> Understood {
    let mut result = reply(reading, sender, known, Effect::Corrects);
    if found.span.is_some_and(|it| it.opens >= 5) || found.document.is_some() {
        result.change.text.clone_from(&found.content);
    }
    result.change.subject = desk.headings.iter().find(|it| it.0 == "assunto").map(|it| it.1.clone());
    result.change.channels = channels::channels_in(&desk.all, reading.setting.vocabulary).into_iter().collect();
    let text = reading.new_text();
    result.change.replace = replacements(&text);
    let wanted: Vec<Channel> = known.channel.iter().copied().collect();
    let mut listed = Understood::of(Facts::of(Class::ReplyToRequest));
    if has_list(reading) && take_list(reading, &wanted, &mut listed) {
        result.lists = listed.lists;
        result.list_file = listed.list_file;
    }
    for sentence in &desk.sentences {
        if let Some(When::At(at)) = dates::read(sentence, false, &reading.who, reading.today()) {
            result.change.send_at = Some(at);
        }
    }
    result.change.remove = removed(reading, desk);
    result
}

/// The names, addresses and phones that a correction takes off the list: what stands in the sentences that say so,
/// capitalised names of two words and more, and contacts.
fn removed(reading: &Reading<'_>, desk: &request::Desk) -> Vec<String> {
    let who = &reading.who;
    let mut found: Vec<String> = Vec::new();
    let said = |folded: &String| desk.sentences.contains(folded);
    let units: Vec<_> = reading.letter.units.iter().filter(|it| said(&it.folded)).collect();
    for (at, unit) in units.iter().enumerate() {
        let takes_off = who.has("lista", "exceto", &unit.folded) || who.has("resposta", "tira", &unit.folded);
        // `A sra. Maria da Silva faleceu. Tirem o nome dela`: the name stands in the sentence before.
        let next = units.get(at + 1).is_some_and(|it| who.has("resposta", "tira", &it.folded));
        if !(takes_off || next) {
            continue;
        }
        for contact in unit.text.split_whitespace().filter(|it| it.contains('@')) {
            found.push(contact.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
        }
        found.extend(
            names_in(&unit.text).into_iter().filter(|it| !who.names_house(&fold(it)) && !who.calls_desk(&fold(it))),
        );
    }
    found.dedup();
    found
}

/// Runs of two and more capitalised words, `da` and `dos` between them.
fn names_in(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    let joins = |it: &str| matches!(it, "de" | "da" | "do" | "dos" | "das" | "e");
    for word in text.split_whitespace().chain(std::iter::once("")) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let name = bare.chars().next().is_some_and(char::is_uppercase) && bare.chars().skip(1).any(char::is_lowercase)
            || (bare.chars().count() > 2 && bare.chars().all(char::is_uppercase));
        if name || (joins(bare) && !run.is_empty()) {
            run.push(bare);
        }
        let ends = word.ends_with(['.', ',', ';', ':', '!', '?', ')']);
        if !(name || joins(bare)) || ends {
            while run.last().is_some_and(|it| joins(it)) {
                run.pop();
            }
            if run.len() >= 2 {
                names.push(run.join(" "));
            }
            run.clear();
        }
    }
    names
}

/// `Onde se lê “A”, leia-se “B”`: pairs of quoted words.
pub fn replacements(text: &str) -> Vec<(String, String)> {
    let mut quoted: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((at, open)) = rest.char_indices().find(|(_, c)| matches!(c, '“' | '"' | '«')) {
        let close = match open {
            '“' => '”',
            '«' => '»',
            _ => '"',
        };
        rest = rest.get(at + open.len_utf8()..).unwrap_or_default();
        let Some(end) = rest.find(close) else { break };
        quoted.push(rest.get(..end).unwrap_or_default().to_owned());
        rest = rest.get(end + close.len_utf8()..).unwrap_or_default();
    }
    quoted.chunks_exact(2).filter_map(|it| Some((it.first()?.clone(), it.get(1)?.clone()))).collect()
}

fn cancellation(reading: &Reading<'_>, sender: &EmailAddress, known: &KnownRequest) -> Understood {
    let mut facts = Facts::of(Class::Cancellation);
    facts.area = request::area(reading, sender);
    facts.relates_to = Some(known.protocol.clone());
    Understood::of(facts)
}

fn reply(reading: &Reading<'_>, sender: &EmailAddress, known: &KnownRequest, effect: Effect) -> Understood {
    let mut facts = Facts::of(Class::ReplyToRequest);
    facts.area = request::area(reading, sender);
    facts.relates_to = Some(known.protocol.clone());
    facts.effect = Some(effect);
    Understood::of(facts)
}

/// It speaks of a request, and nobody can tell of which.
fn nameless(reading: &Reading<'_>, sender: &EmailAddress, class: Class, effect: Option<Effect>) -> Understood {
    let mut facts = Facts::of(class);
    facts.area = request::area(reading, sender);
    facts.effect = effect;
    facts.missing.insert(Missing::Request);
    Understood::of(facts)
}
