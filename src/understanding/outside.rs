//! Mails from outside the house, and mails whose sender is not proven: insured people, strangers, forgers. Nothing
//! goes out because of them.

use super::opt_out::{self, Wish};
use super::reading::Reading;
use super::{Understood, relation, request};
use crate::mail::authenticity::Identity;
use crate::mail::robot;
use crate::office::{Class, EmailAddress, Facts, fold};

/// Understands a mail of somebody who is not of the house, or does not prove to be.
#[must_use]
pub fn understand(reading: &Reading<'_>, sender: Option<&EmailAddress>, identity: &Identity) -> Understood {
    let claims_house = claims_house(reading, sender, identity);
    let text = fold(&reading.new_text());
    let subject = fold(&reading.subject);
    let all = format!("{subject}\n{text}");
    let who = &reading.who;
    let asks = reading.letter.units.iter().any(|it| it.looks.request);
    let wants_data =
        who.has("segurado", "dados", &all) && (who.has("pedido", "pede", &all) || who.has("pedido", "envia", &all));
    if let Some(reason) = claims_house {
        return unauthorized(reason);
    }
    if robot::is_bulk(reading.mail) && relation::answers_dispatch(reading.mail, reading.setting.known).is_none() {
        return Understood::of(Facts::of(Class::Unrelated));
    }
    let dispatched = relation::answers_dispatch(reading.mail, reading.setting.known).or_else(|| {
        reading
            .answer
            .then(|| relation::by_words(&reading.subject, reading.setting.known, 99, |it| !it.sent_at.is_empty()))
            .flatten()
    });
    let wish = opt_out::wish(&reading.new_text(), &reading.subject, reading.setting.vocabulary);
    let own_matter = who.has("segurado", "assunto-proprio", &all);
    if dispatched.is_none() && relation::by_thread(reading.mail, reading.setting.known).is_some() {
        return unauthorized("answers a thread of the house from outside");
    }
    if let Some(known) = dispatched {
        return insured(Some(known.protocol.clone()), wish, &subject, &text, reading);
    }
    // `Nesta edição: … Para cancelar o recebimento, clique em …`
    let bulletin = wish == Wish::Leave && all.contains("http") && who.has("segurado", "boletim", &all);
    if bulletin {
        return Understood::of(Facts::of(Class::Unrelated));
    }
    let for_many = reading.letter.has_typed_list()
        || who.has("publico", "geral", &all)
        || who.has("lista", "arquivo", &all)
        || plural_people(reading, &all);
    if (asks && for_many && !own_matter) || (wants_data && !own_matter) {
        return unauthorized(if wants_data {
            "third party asks for personal data"
        } else {
            "asks for a sending without the right"
        });
    }
    let known = reading.setting.known;
    let related = relation::named(reading.mail, &reading.new_text(), "", known).map(|it| it.request.protocol.clone());
    if own_matter || wish != Wish::None || related.is_some() || speaks_of_itself(reading, &text) {
        return insured(related, wish, &subject, &text, reading);
    }
    Understood::of(Facts::of(Class::Unrelated))
}

/// A short letter of a private person in the first person singular about something that the institute does.
fn speaks_of_itself(reading: &Reading<'_>, text: &str) -> bool {
    let first_person: i32 = reading.letter.units.iter().map(|it| it.looks.first_person).sum();
    let ours = request::category_of(&fold(&reading.subject), text, reading.setting.vocabulary).is_some();
    let links = text.matches("http").count();
    first_person >= 2 && ours && links < 2 && text.len() < 3_000
}

fn plural_people(reading: &Reading<'_>, text: &str) -> bool {
    reading
        .who
        .words
        .phrases("publico", "pessoas")
        .iter()
        .any(|it| it.ends_with('s') && crate::office::has_words(text, it))
}

fn insured(related: Option<String>, wish: Wish, subject: &str, text: &str, reading: &Reading<'_>) -> Understood {
    let mut facts = Facts::of(Class::InsuredReply);
    facts.category =
        if related.is_none() { request::category_of(subject, text, reading.setting.vocabulary) } else { None };
    facts.relates_to = related;
    facts.opt_out = wish == Wish::Leave;
    facts.opt_back = wish == Wish::Return;
    Understood::of(facts)
}

fn unauthorized(reason: &str) -> Understood {
    let mut facts = Facts::of(Class::Unauthorized);
    facts.reason = Some(reason.to_owned());
    Understood::of(facts)
}

/// Whether the mail claims to come from the house: by its address without proof, by a host that looks like ours, by
/// the name of an employee on another host.
fn claims_house(reading: &Reading<'_>, sender: Option<&EmailAddress>, identity: &Identity) -> Option<&'static str> {
    let office = reading.setting.office;
    let Some(sender) = sender else {
        return (reading.mail.from.len() > 1).then_some("more than one sender");
    };
    let ours = office.is_internal(sender)
        || !office.areas_of(sender).is_empty()
        || office.is_own(sender)
        || office.is_approver(sender);
    if ours || (office.is_call_center(sender) && !identity.trusted) {
        return Some(if identity.why.starts_with("dmarc") { "dmarc fail" } else { "identity not proven" });
    }
    if office.instituto.dominios.iter().any(|host| looks_like(sender.mail_host(), host)) {
        return Some("lookalike domain");
    }
    let name = reading.mail.sender_name();
    if name.contains('@')
        && EmailAddress::parse(name.rsplit(' ').next().unwrap_or_default())
            .is_ok_and(|it| office.is_internal(&it) || !office.areas_of(&it).is_empty())
    {
        return Some("display name is an address of the house");
    }
    let text = fold(&reading.new_text());
    let asks_or_orders = reading.letter.units.iter().any(|it| it.looks.request)
        || (reading.who.has("pedido", "envia", &text)
            && (reading.who.has("canal", "whatsapp", &text) || reading.who.has("canal", "email", &text)))
        || reading.who.has("resposta", "aprova", &fold(&reading.new_text()))
        || reading.who.has("resposta", "cancela", &fold(&reading.new_text()));
    (asks_or_orders && is_employee(reading, name)).then_some("personal address of an employee")
}

/// Whether first and last name are those of an address of the house.
fn is_employee(reading: &Reading<'_>, name: &str) -> bool {
    let office = reading.setting.office;
    let name = fold(name);
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|it| it.len() > 2).collect();
    if words.len() < 2 {
        return false;
    }
    office
        .areas
        .values()
        .flat_map(|it| &it.enderecos)
        .chain(&office.aprovadores.enderecos)
        .chain(&office.assessoria.enderecos)
        .any(|address| {
            let local = address.local_part().to_ascii_lowercase();
            let parts: Vec<&str> = local.split(['.', '_', '-']).filter(|it| it.len() > 2).collect();
            parts.len() >= 2 && parts.iter().all(|part| words.contains(part))
        })
}

/// Whether a host is made to look like ours: the same but for a letter or two, or our name inside another.
fn looks_like(host: &str, ours: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let ours = ours.to_ascii_lowercase();
    if host == ours || host.ends_with(&format!(".{ours}")) {
        return false;
    }
    let name = ours.split('.').next().unwrap_or_default();
    let first = host.split('.').next().unwrap_or_default();
    let close = |a: &str, b: &str| a.len() > 4 && strsim::damerau_levenshtein(a, b) <= if b.len() > 7 { 2 } else { 1 };
    name.len() > 4
        && (host.contains(name) || host.replace('-', "").contains(name) || close(first, name) || close(&host, &ours))
}
