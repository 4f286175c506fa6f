//! Which rule decides, and in words why each earlier one did not. The first that matches wins.

use std::ops::Range;

use jiff::civil::Date;

use super::RuleSet;
use super::rule::{CLASS_WORDS, Condition, EFFECT_WORDS, Limits, MISSING_WORDS, Rule, Test};
use crate::mail::dsn::NoticeKind;
use crate::mail::incoming::IncomingMail;
use crate::office::{
    Audience, Channel, Class, Decision, Effect, EmailAddress, Facts, Missing, OfficeBook, find_words, fold,
};

/// What rules ask of a mail besides its facts.
#[derive(Debug, Clone, Copy)]
pub struct MailFacts<'a> {
    /// Who wrote, if the address can be read.
    pub from: Option<&'a EmailAddress>,
    /// Its own subject.
    pub subject: &'a str,
    /// The names of all its attachments.
    pub attachments: &'a [String],
    /// The day, for rules that hold only for a time.
    pub today: Date,
}

/// A mail with what the conditions compare, folded once for all rules.
pub(super) struct Case<'a> {
    facts: &'a Facts,
    senders: Vec<&'static str>,
    subject: String,
    attachments: Vec<String>,
    text: String,
}

impl<'a> Case<'a> {
    pub(super) fn of(office: &OfficeBook, facts: &'a Facts, mail: &MailFacts<'_>) -> Self {
        Self {
            facts,
            senders: senders(office, mail.from),
            subject: fold(mail.subject),
            attachments: mail.attachments.iter().map(|it| fold(it)).collect(),
            text: facts.message_text.as_deref().map(fold).unwrap_or_default(),
        }
    }
}

/// Which rule decides on a mail that was understood so, on a day, and why.
#[must_use]
pub fn decide_mail(rules: &RuleSet, facts: &Facts, mail: &IncomingMail, today: Date) -> Decision {
    // What a notice says is in its ids and addresses, whatever its words and the rules; and notices come by the thousand.
    if matches!(mail.notice.kind, NoticeKind::Dsn | NoticeKind::Mdn) {
        return Decision {
            rule: None,
            rules_version: rules.version.clone(),
            actions: Vec::new(),
            trace: vec!["um recibo não passa pelas regras: vale para o envio que ele nomeia".to_owned()],
        };
    }
    let attachments: Vec<String> = mail.attachments.iter().map(|it| it.name.clone()).collect();
    let of = MailFacts { from: mail.sender_address(), subject: &mail.subject, attachments: &attachments, today };
    decide(rules, facts, &of)
}

/// Which rule decides on this mail, and why.
#[must_use]
pub fn decide(rules: &RuleSet, facts: &Facts, mail: &MailFacts<'_>) -> Decision {
    let case = Case::of(&rules.office, facts, mail);
    let mut trace = Vec::new();
    let mut decided: Option<&Rule> = None;
    for rule in &rules.rules {
        let verdict = verdict(rule, &case, mail.today);
        trace.push(match (&verdict, decided) {
            (Verdict::Applies, None) => format!("{}: vale ({})", rule.name, accepted_words(rule, &case)),
            (Verdict::Applies, Some(first)) => {
                format!("{}: também valeria, mas {} vem antes", rule.name, first.name)
            }
            (Verdict::NotNow(why), _) => format!("{}: não vale, porque {why}", rule.name),
            (Verdict::Not(why), None) => format!("{}: não vale, porque {why}", rule.name),
            (Verdict::Not(_), Some(_)) => continue,
        });
        if decided.is_none() && matches!(verdict, Verdict::Applies) {
            decided = Some(rule);
        }
    }
    if decided.is_none() {
        trace.push("nenhuma regra vale: uma pessoa decide".to_owned());
    }
    Decision {
        rule: decided.map(|it| it.name.clone()),
        rules_version: rules.version.clone(),
        actions: decided.map(|it| it.actions.clone()).unwrap_or_default(),
        trace,
    }
}

/// Whether a rule applies to a mail.
enum Verdict {
    Applies,
    /// It is switched off, or not valid on this day.
    NotNow(String),
    Not(String),
}

fn verdict(rule: &Rule, case: &Case<'_>, today: Date) -> Verdict {
    if !rule.active {
        return Verdict::NotNow("está desligada (ativa = false)".to_owned());
    }
    if rule.from.is_some_and(|it| today < it) {
        return Verdict::NotNow(format!("só vale a partir de {}", day_words(rule.from)));
    }
    if rule.until.is_some_and(|it| today > it) {
        return Verdict::NotNow(format!("só valeu até {}", day_words(rule.until)));
    }
    if let Some(failing) = rule.when.iter().find(|it| !holds(&it.test, case)) {
        return Verdict::Not(difference(failing, case));
    }
    match rule.except.iter().find(|it| holds(&it.test, case)) {
        Some(exception) => Verdict::Not(format!("é exceção: {}", fact_words(exception, case))),
        None => Verdict::Applies,
    }
}

fn day_words(day: Option<Date>) -> String {
    day.map(|it| it.strftime("%d/%m/%Y").to_string()).unwrap_or_default()
}

/// Whether the conditions of a rule hold, whatever the day.
pub(super) fn accepts(rule: &Rule, case: &Case<'_>) -> bool {
    rule.when.iter().all(|it| holds(&it.test, case)) && !rule.except.iter().any(|it| holds(&it.test, case))
}

/// Each condition with a tick or a cross, for a failing example.
pub(super) fn checklist(rule: &Rule, case: &Case<'_>) -> (String, Option<Range<usize>>) {
    let mut lines = Vec::new();
    let mut first_failing = None;
    for condition in &rule.when {
        if holds(&condition.test, case) {
            lines.push(format!("✓ {}", fact_words(condition, case)));
        } else {
            lines.push(format!("✗ {}", difference(condition, case)));
            first_failing = first_failing.or_else(|| Some(condition.span.clone()));
        }
    }
    for exception in &rule.except {
        if holds(&exception.test, case) {
            lines.push(format!("✗ é exceção: {}", fact_words(exception, case)));
            first_failing = first_failing.or_else(|| Some(exception.span.clone()));
        } else {
            lines.push(format!("✓ não é exceção: {}", fact_words(exception, case)));
        }
    }
    if lines.is_empty() {
        lines.push("✓ a regra não tem condições: vale para todo e-mail".to_owned());
    }
    (lines.join("\n"), first_failing)
}

fn holds(test: &Test, case: &Case<'_>) -> bool {
    let facts = case.facts;
    match test {
        Test::Class(classes) => classes.contains(&facts.class),
        Test::Channel(words) => words.contains(&channel_word(facts)),
        Test::Audience(audiences) => audiences.contains(&facts.audience),
        Test::Area(areas) => facts.area.as_ref().is_some_and(|it| areas.contains(it)),
        Test::Category(categories) => facts.category.as_ref().is_some_and(|it| categories.contains(it)),
        Test::Sender(senders) => senders.iter().any(|it| case.senders.contains(it)),
        Test::SubjectHas(phrases) => phrases.iter().any(|it| has(&case.subject, it)),
        Test::TextHas(phrases) => phrases.iter().any(|it| has(&case.text, it)),
        Test::AttachmentHas(phrases) => {
            phrases.iter().any(|it| case.attachments.iter().any(|name| name.contains(it.as_str())))
        }
        Test::Recipients(limits) => facts.recipients.is_some_and(|it| limits.hold(it)),
        Test::Rejected(limits) => facts.rejected.is_some_and(|it| limits.hold(it)),
        Test::HasList(flag) => facts.recipients.is_some() == *flag,
        Test::HasAttachment(flag) => facts.attachments_to_send.is_empty() != *flag,
        Test::NeedsConversion(flag) => facts.media_to_convert.is_empty() != *flag,
        Test::PerPerson(flag) => facts.per_person == *flag,
        Test::Urgent(flag) => facts.urgent == *flag,
        Test::Scheduled(flag) => facts.send_at.is_some() == *flag,
        Test::AnythingMissing(flag) => facts.missing.is_empty() != *flag,
        Test::Missing(kinds) => kinds.iter().any(|it| facts.missing.contains(it)),
        Test::Effect(effects) => facts.effect.is_some_and(|it| effects.contains(&it)),
        Test::Duplicate(flag) => facts.duplicate_of.is_some() == *flag,
        Test::OptOut(flag) => facts.opt_out == *flag,
        Test::Report(complete) => facts.report.as_ref().is_some_and(|it| complete.contains(&it.complete)),
    }
}

fn has(text: &str, phrase: &str) -> bool {
    find_words(text, phrase).is_some()
}

/// `classe é “outro”; a regra quer “pedido”`.
fn difference(condition: &Condition, case: &Case<'_>) -> String {
    format!("{}; a regra quer {}", fact_words(condition, case), wanted(&condition.test))
}

/// The conditions of the rule that decided, as the mail fulfils them.
fn accepted_words(rule: &Rule, case: &Case<'_>) -> String {
    if rule.when.is_empty() {
        return "a regra não tem condições".to_owned();
    }
    rule.when.iter().map(|it| fact_words(it, case)).collect::<Vec<_>>().join(", ")
}

/// What the mail is in the words of a condition.
fn fact_words(condition: &Condition, case: &Case<'_>) -> String {
    let facts = case.facts;
    let is = |value: String| format!("{} é {value}", condition.key);
    let number = |it: Option<u64>| it.map_or_else(|| "desconhecido (não há lista)".to_owned(), |it| it.to_string());
    match &condition.test {
        Test::Class(_) => is(quoted(class_word(facts.class))),
        Test::Channel(_) => is(quoted(channel_word(facts))),
        Test::Audience(_) => is(quoted(audience_word(facts.audience))),
        Test::Area(_) => is(facts.area.as_deref().map_or_else(|| "desconhecida".to_owned(), quoted)),
        Test::Category(_) => is(facts.category.as_deref().map_or_else(|| "desconhecida".to_owned(), quoted)),
        Test::Sender(_) => is(alternatives(case.senders.iter().copied())),
        Test::SubjectHas(phrases) => contains("o assunto", phrases, |it| has(&case.subject, it)),
        Test::TextHas(phrases) => contains("a mensagem", phrases, |it| has(&case.text, it)),
        Test::AttachmentHas(phrases) => {
            contains("o nome dos anexos", phrases, |it| case.attachments.iter().any(|name| name.contains(it)))
        }
        Test::Recipients(_) => format!("o número de destinatários é {}", number(facts.recipients)),
        Test::Rejected(_) => format!("o número de recusados é {}", number(facts.rejected)),
        Test::HasList(_) => said(facts.recipients.is_some(), "veio uma lista", "não veio lista"),
        Test::HasAttachment(_) => {
            said(!facts.attachments_to_send.is_empty(), "há anexos para enviar", "não há anexos para enviar")
        }
        Test::NeedsConversion(_) => {
            said(!facts.media_to_convert.is_empty(), "há mídia a converter", "não há mídia a converter")
        }
        Test::PerPerson(_) => said(facts.per_person, "o texto muda por pessoa", "o texto é igual para todos"),
        Test::Urgent(_) => said(facts.urgent, "é urgente", "não é urgente"),
        Test::Scheduled(_) => said(facts.send_at.is_some(), "tem data marcada", "não tem data marcada"),
        Test::AnythingMissing(_) | Test::Missing(_) => {
            let words = alternatives(facts.missing.iter().map(|it| missing_word(*it)));
            if facts.missing.is_empty() { "não falta nada".to_owned() } else { format!("falta {words}") }
        }
        Test::Effect(_) => is(facts.effect.map_or_else(|| "nenhum".to_owned(), |it| quoted(effect_word(it)))),
        Test::Duplicate(_) => said(facts.duplicate_of.is_some(), "é repetido", "não é repetido"),
        Test::OptOut(_) => said(facts.opt_out, "pede para sair", "não pede para sair"),
        Test::Report(_) => match &facts.report {
            None => "não há relatório".to_owned(),
            Some(report) => is(quoted(report_word(report.complete))),
        },
    }
}

/// What a condition wants, in its own words.
fn wanted(test: &Test) -> String {
    match test {
        Test::Class(classes) => alternatives(classes.iter().map(|it| class_word(*it))),
        Test::Channel(words) | Test::Sender(words) => alternatives(words.iter().copied()),
        Test::Audience(audiences) => alternatives(audiences.iter().map(|it| audience_word(*it))),
        Test::Area(names) | Test::Category(names) => alternatives(names.iter().map(String::as_str)),
        Test::SubjectHas(phrases) | Test::TextHas(phrases) | Test::AttachmentHas(phrases) => {
            alternatives(phrases.iter().map(String::as_str))
        }
        Test::Recipients(limits) | Test::Rejected(limits) => limit_words(*limits),
        Test::HasList(flag) => said(*flag, "uma lista", "que não venha lista"),
        Test::HasAttachment(flag) => said(*flag, "anexos para enviar", "que não haja anexos"),
        Test::NeedsConversion(flag) => said(*flag, "mídia a converter", "que não haja mídia a converter"),
        Test::PerPerson(flag) => said(*flag, "um texto que muda por pessoa", "um texto igual para todos"),
        Test::Urgent(flag) => said(*flag, "urgência", "que não seja urgente"),
        Test::Scheduled(flag) => said(*flag, "uma data marcada", "que não haja data marcada"),
        Test::AnythingMissing(flag) => said(*flag, "que falte algo", "que não falte nada"),
        Test::Missing(kinds) => format!("que falte {}", alternatives(kinds.iter().map(|it| missing_word(*it)))),
        Test::Effect(effects) => alternatives(effects.iter().map(|it| effect_word(*it))),
        Test::Duplicate(flag) => said(*flag, "um pedido repetido", "que não seja repetido"),
        Test::OptOut(flag) => said(*flag, "que peça para sair", "que não peça para sair"),
        Test::Report(complete) => alternatives(complete.iter().map(|it| report_word(*it))),
    }
}

fn limit_words(limits: Limits) -> String {
    match (limits.above, limits.up_to) {
        (Some(above), Some(up_to)) => format!("mais de {above} e até {up_to}"),
        (Some(above), None) => format!("mais de {above}"),
        (None, Some(up_to)) => format!("até {up_to}"),
        (None, None) => "qualquer número".to_owned(),
    }
}

fn contains(what: &str, phrases: &[String], stands: impl Fn(&str) -> bool) -> String {
    match phrases.iter().find(|it| stands(it)) {
        Some(phrase) => format!("{what} contém {}", quoted(phrase)),
        None => format!("{what} não contém {}", alternatives(phrases.iter().map(String::as_str))),
    }
}

fn said(flag: bool, yes: &str, no: &str) -> String {
    (if flag { yes } else { no }).to_owned()
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}

fn alternatives<'t>(items: impl Iterator<Item = &'t str>) -> String {
    let quoted: Vec<String> = items.map(quoted).collect();
    match quoted.as_slice() {
        [] => "nada".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} ou {last}", first.join(", ")),
    }
}

/// The words of `remetente` that fit an address; one address may be several.
fn senders(office: &OfficeBook, from: Option<&EmailAddress>) -> Vec<&'static str> {
    let Some(from) = from else { return vec!["externo"] };
    let mut found = Vec::new();
    if !office.areas_of(from).is_empty() {
        found.push("area");
    }
    if office.is_call_center(from) {
        found.push("call-center");
    }
    if office.is_own(from) {
        found.push("assessoria");
    }
    if office.is_approver(from) {
        found.push("aprovador");
    }
    if found.is_empty() {
        found.push(if office.is_internal(from) { "interno" } else { "externo" });
    }
    found
}

fn class_word(class: Class) -> &'static str {
    CLASS_WORDS.iter().find(|(_, it)| *it == class).map_or("outro", |(word, _)| word)
}

fn effect_word(effect: Effect) -> &'static str {
    EFFECT_WORDS.iter().find(|(_, it)| *it == effect).map_or("pergunta", |(word, _)| word)
}

fn missing_word(missing: Missing) -> &'static str {
    MISSING_WORDS.iter().find(|(_, it)| *it == missing).map_or("dados", |(word, _)| word)
}

fn channel_word(facts: &Facts) -> &'static str {
    match (facts.channel.contains(&Channel::Email), facts.channel.contains(&Channel::Whatsapp)) {
        (true, true) => "ambos",
        (true, false) => "email",
        (false, true) => "whatsapp",
        (false, false) => "nenhum",
    }
}

const fn audience_word(audience: Option<Audience>) -> &'static str {
    match audience {
        Some(Audience::General) => "geral",
        Some(Audience::Specific) => "especifica",
        None => "nao-dita",
    }
}

const fn report_word(complete: bool) -> &'static str {
    if complete { "completo" } else { "parcial" }
}
