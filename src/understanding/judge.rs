//! What kind of mail it is, and what follows: receipts, robots, the call center, people of the house, people outside.

use super::reading::Reading;
use super::relation::{self, How, Relation};
use super::{Setting, Understood, answer, outside, request};
use crate::mail::authenticity::{self, Identity};
use crate::mail::dsn::{Notice, NoticeKind, NoticeOutcome};
use crate::mail::incoming::IncomingMail;
use crate::mail::robot;
use crate::office::{Class, EmailAddress, Facts, ReceiptFacts, fold};

/// Understands a mail.
#[must_use]
pub fn understand(mail: &IncomingMail, setting: &Setting<'_>) -> Understood {
    judge(&Reading::of(mail, setting), mail, setting)
}

fn judge(reading: &Reading<'_>, mail: &IncomingMail, setting: &Setting<'_>) -> Understood {
    let identity = authenticity::identity(mail, setting.identity);
    let sender = mail.sender_address().cloned();
    if matches!(mail.notice.kind, NoticeKind::Dsn | NoticeKind::Mdn) {
        return receipt(reading, &mail.notice);
    }
    let from_company = sender.as_ref().is_some_and(|it| setting.office.is_call_center(it));
    if from_company && identity.trusted {
        // A ticket system answers for the company: `Recebemos a sua solicitação, que gerou o chamado …`
        let says_nothing = super::company::says_nothing(reading);
        if says_nothing && is_robot(reading) {
            return robot_answer(reading, &identity, sender.as_ref());
        }
        return super::company::understand(reading);
    }
    if is_robot(reading) {
        return robot_answer(reading, &identity, sender.as_ref());
    }
    if is_invitation(mail) {
        return unrelated(reading, &identity, sender.as_ref());
    }
    let Some(sender) = sender else { return outside::understand(reading, None, &identity) };
    let house = setting.office.is_internal(&sender) || !setting.office.areas_of(&sender).is_empty();
    if house && identity.trusted {
        return of_house(reading, &sender);
    }
    outside::understand(reading, Some(&sender), &identity)
}

/// A mail of a person of the house whose identity is proven.
fn of_house(reading: &Reading<'_>, sender: &EmailAddress) -> Understood {
    let relation = relation::named(reading.mail, &reading.new_text(), &reading.history(), reading.setting.known);
    if is_reaction(reading) {
        return answer::reaction(reading, sender, relation);
    }
    if let Some(done) = answer::understand(reading, sender, relation) {
        return done;
    }
    let to_desk = reading.names_desk();
    if only_in_copy(reading) {
        let mut result = Understood::of(Facts::of(Class::Unrelated));
        result.facts.area = request::area(reading, sender);
        result.notes.push("the desk has only a copy and is not asked".to_owned());
        return result;
    }
    if !robot::is_bulk(reading.mail) && asks_for_sending(reading, to_desk) {
        return request::understand(reading, sender);
    }
    let mut result = Understood::of(Facts::of(Class::Unrelated));
    result.facts.area = request::area(reading, sender);
    result
}

/// A thumb under a mail of ours (`Helga reagiu à sua mensagem`): it repeats our words and says none of its own, so it
/// is never a consent.
fn is_reaction(reading: &Reading<'_>) -> bool {
    let first = reading.letter.units.iter().find(|it| !it.text.is_empty()).map(|it| it.folded.as_str());
    let subject = fold(&reading.mail.subject);
    let says = |it: &str| reading.who.has("robos", "reacao", it);
    says(&subject) || first.is_some_and(|it| it.split_whitespace().count() <= 12 && says(it))
}

/// Whether the mail is written to others and the desk only has a copy of it: unless its people are called by name,
/// they are not asked.
fn only_in_copy(reading: &Reading<'_>) -> bool {
    let office = reading.setting.office;
    let own = |it: &crate::mail::incoming::Person| it.address.as_ref().is_some_and(|it| office.is_own(it));
    let mail = reading.mail;
    let copy = mail.cc.iter().any(own) && !mail.to.iter().any(own) && !mail.to.is_empty();
    copy && !reading.letter.units.iter().take(reading.letter.tail).any(|it| it.looks.to_desk)
}

/// Whether the letter, or its subject with a text, asks for a sending.
fn asks_for_sending(reading: &Reading<'_>, to_desk: bool) -> bool {
    let subject = fold(&reading.subject);
    let who = &reading.who;
    let found = super::text::find(reading);
    // `Isto não é pedido de envio, é uma dúvida.`
    if reading.letter.said_to_desk(found.span.as_ref()).any(|it| who.has("pedido", "nenhum", &it.folded)) {
        return false;
    }
    if !found.by_channel.is_empty() {
        return true;
    }
    let units: Vec<_> = reading.letter.units.iter().take(reading.letter.tail).collect();
    let listed = reading.mail.attachments.iter().any(|it| reading.is_list(it));
    let has_text = found.content.is_some() || !found.by_channel.is_empty();
    // `Queria saber se dá para enviar 5 mil`, `manda um whats quando sair`: with nothing to send and nobody to send to.
    let speaks_of =
        |it: &&super::letter::Unit| it.looks.list || it.looks.people || it.looks.points_to_text || it.looks.label;
    let about =
        units.iter().any(speaks_of) || request::category_of(&subject, &reading.new_words(), who.words).is_some();
    let wonders = || units.iter().any(|it| who.has("pedido", "pergunta", &it.folded));
    if !has_text && !listed && (!about && !who.has("publico", "pessoas", &subject) || wonders()) {
        return false;
    }
    if units.iter().any(|it| it.looks.request && !is_question_about_past(reading, &it.folded)) {
        return true;
    }
    // `Segue texto para o whats dos aposentados`, `Legenda:` and a subject that asks.
    let points = units.iter().any(|it| it.looks.label || it.looks.points_to_text);
    let subject_asks = who.has("pedido", "envia", &subject)
        && (who.has("canal", "email", &subject) || who.has("canal", "whatsapp", &subject));
    let channel = units.iter().any(|it| it.looks.channel)
        || who.has("canal", "whatsapp", &subject)
        || who.has("canal", "email", &subject);
    let about = units.iter().any(|it| it.looks.list || it.looks.people);
    let sent = format!("{}\n{subject}", reading.desk_words(found.span.as_ref()));
    let has_text = found.span.is_some_and(|it| it.opens >= 5) || found.document.is_some();
    let everybody = who.has("publico", "geral", &sent) || who.has("publico", "geral-fraco", &sent);
    let by_channel = who.has("canal", "email", &sent) || who.has("canal", "whatsapp", &sent);
    // A list and words that open a text are a request, though the channel is not said.
    let opened = found.span.is_some_and(|it| it.opens >= 6) || found.document.is_some();
    if to_desk && opened && (listed || by_channel && about) {
        return true;
    }
    // A list and a channel are enough: what is unclear besides is asked, not passed over.
    if to_desk && by_channel && (listed || (has_text && everybody)) {
        return true;
    }
    to_desk && ((subject_asks && !units.is_empty()) || (points && channel && about))
}

fn is_question_about_past(reading: &Reading<'_>, folded: &str) -> bool {
    folded.ends_with('?') && reading.who.has("resposta", "andamento", folded)
}

/// A delivery notice or a read receipt.
fn receipt(reading: &Reading<'_>, notice: &Notice) -> Understood {
    let known = reading.setting.known;
    let mut facts = Facts::of(Class::DeliveryReceipt);
    let by_envelope = notice.envelope_id.as_deref().and_then(|it| relation::by_protocol(it, known));
    let related = notice
        .original_message_ids
        .iter()
        .find_map(|it| relation::by_message_id(it, known))
        .or(by_envelope)
        .or_else(|| relation::by_thread(reading.mail, known))
        .or_else(|| {
            relation::by_words(&format!("{}\n{}", reading.subject, reading.new_text()), known, 99, |it| {
                !it.message_ids.dispatch.is_empty() && !it.sent_at.is_empty()
            })
        });
    facts.relates_to = related.map(|it| it.protocol.clone());
    // The worst news names the action: a failed address is what somebody has to mend.
    let worst = notice.recipients.iter().map(|it| it.outcome).max_by_key(|it| rank(*it));
    if let Some(worst) = worst {
        let recipients =
            notice.recipients.iter().filter(|it| it.outcome == worst).map(|it| it.address.clone()).collect();
        facts.receipt = Some(ReceiptFacts { action: action(worst).to_owned(), recipients });
    }
    Understood::of(facts)
}

const fn rank(outcome: NoticeOutcome) -> u8 {
    match outcome {
        NoticeOutcome::Failed => 6,
        NoticeOutcome::Delayed => 5,
        NoticeOutcome::Deleted => 4,
        NoticeOutcome::Read => 3,
        NoticeOutcome::Delivered => 2,
        NoticeOutcome::Relayed => 1,
        NoticeOutcome::Expanded => 0,
    }
}

const fn action(outcome: NoticeOutcome) -> &'static str {
    match outcome {
        NoticeOutcome::Delivered => "delivered",
        NoticeOutcome::Relayed => "relayed",
        NoticeOutcome::Delayed => "delayed",
        NoticeOutcome::Failed => "failed",
        NoticeOutcome::Expanded => "expanded",
        NoticeOutcome::Read => "read",
        NoticeOutcome::Deleted => "deleted-unread",
    }
}

/// A machine answers for a person: by its headers, by its subject, or, without either, by what it says.
fn is_robot(reading: &Reading<'_>) -> bool {
    let mail = reading.mail;
    // A machine attaches no list: `Férias da equipe`, with one, is a person's.
    if !mail.headers.has("Auto-Submitted") && mail.attachments.iter().any(|it| reading.is_list(it)) {
        return false;
    }
    if mail.notice.kind == NoticeKind::AutoReply || robot::is_auto_reply(mail, reading.setting.vocabulary) {
        return true;
    }
    let address = mail.sender_address().map(|it| it.local_part().to_ascii_lowercase()).unwrap_or_default();
    let machine = reading.who.words.phrases("robos", "remetente").iter().any(|it| address.contains(it.as_str()));
    let answers = reading.answer || !mail.in_reply_to.is_empty();
    if !machine && !answers {
        return false;
    }
    let text = fold(&reading.new_text());
    let found = reading.who.said("robos", "corpo", &text).len();
    // Somebody on holiday may still ask for a sending, with a text or a list.
    let asks = reading.letter.units.iter().any(|it| it.looks.request && (it.looks.colon || it.looks.points_to_text))
        || !mail.attachments.is_empty();
    let absent = reading.letter.units.first().is_some_and(|it| reading.who.has("robos", "corpo", &it.folded))
        || reading.letter.units.iter().take(4).any(|it| reading.who.has("robos", "corpo", &it.folded));
    (machine && found >= 1 && (answers || found >= 2))
        || (answers && !asks && absent && found >= 2 && text.len() < 1_500)
}

fn robot_answer(reading: &Reading<'_>, identity: &Identity, sender: Option<&EmailAddress>) -> Understood {
    let mut facts = Facts::of(Class::AutoReply);
    let known = reading.setting.known;
    facts.relates_to = relation::named(reading.mail, &reading.new_text(), "", known)
        .map(|it| it.request)
        .or_else(|| relation::by_words(&reading.mail.subject, known, 99, |_| true))
        .map(|it| it.protocol.clone());
    if identity.trusted {
        facts.area = sender.and_then(|it| request::area(reading, it));
    }
    Understood::of(facts)
}

/// A meeting invitation or an answer to one.
fn is_invitation(mail: &IncomingMail) -> bool {
    mail.content_type == "text/calendar"
        || mail
            .attachments
            .iter()
            .any(|it| it.mime == "text/calendar" || it.name.to_ascii_lowercase().ends_with(".ics"))
        || mail.headers.first("Content-Class").is_some_and(|it| it.contains("calendarmessage"))
}

fn unrelated(reading: &Reading<'_>, identity: &Identity, sender: Option<&EmailAddress>) -> Understood {
    let mut facts = Facts::of(Class::Unrelated);
    if identity.trusted {
        facts.area = sender.and_then(|it| request::area(reading, it));
    }
    Understood::of(facts)
}

/// Whether a relation is certain enough that an answer belongs to it.
#[must_use]
pub fn is_certain(relation: Option<&Relation<'_>>) -> bool {
    relation.is_some_and(|it| it.how >= How::Thread)
}
