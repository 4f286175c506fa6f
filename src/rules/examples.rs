//! The examples of the rules, tried; and rules that never decide because an earlier one takes all.

use super::diagnostic::Diagnostic;
use super::matching::{Case, MailFacts, accepts, checklist};
use super::rule::{Condition, Example, ExampleMail, Rule, Test};
use super::{ExampleSender, RuleSet};
use crate::office::{EmailAddress, Facts, OfficeBook};

/// Tries every example of every rule. `understand` gives the facts of an example's mail; rules that take each
/// other's examples are told as well.
#[must_use]
pub fn check_examples(rules: &RuleSet, understand: &dyn Fn(&ExampleMail) -> Facts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, rule) in rules.rules.iter().enumerate() {
        let earlier = rules.rules.get(..at).unwrap_or_default();
        let mut taken: Vec<(&Example, &Rule)> = Vec::new();
        for example in &rule.examples {
            let facts = understand(&example.mail);
            let from = example.mail.from.address(&rules.office);
            let mail = MailFacts {
                from: from.as_ref(),
                subject: &example.mail.subject,
                attachments: &example.mail.attachments,
                today: jiff::civil::Date::ZERO,
            };
            let case = Case::of(&rules.office, &facts, &mail);
            if accepts(rule, &case) != example.is_accepted {
                found.push(failing(rule, example, &case));
            } else if example.is_accepted {
                let first = earlier.iter().find(|it| decides_always(it) && accepts(it, &case));
                taken.extend(first.map(|it| (example, it)));
            }
        }
        found.extend(overlaps(rule, &taken));
    }
    found
}

fn failing(rule: &Rule, example: &Example, case: &Case<'_>) -> Diagnostic {
    let (list, _) = checklist(rule, case);
    let reason = if example.is_accepted {
        format!("o exemplo \"{}\" deveria ser aceito, mas a regra o recusa", example.name)
    } else {
        format!("o exemplo \"{}\" deveria ser recusado, mas a regra o aceita", example.name)
    };
    Diagnostic::error(&rule.file, &rule.source, example.span.clone(), reason)
        .suggest(format!("mude a regra ou o exemplo. O e-mail do exemplo, condição por condição:\n{list}"))
}

/// A rule that holds every day.
fn decides_always(rule: &Rule) -> bool {
    rule.active && rule.from.is_none() && rule.until.is_none()
}

/// If an earlier rule takes all accepted examples, the rule never decides; if only some, somebody should look.
fn overlaps(rule: &Rule, taken: &[(&Example, &Rule)]) -> Vec<Diagnostic> {
    let accepted = rule.examples.iter().filter(|it| it.is_accepted).count();
    if !rule.active {
        return Vec::new();
    }
    if let Some((_, first)) = taken.first()
        && taken.len() == accepted
    {
        let reason = format!("esta regra nunca decide: {} vem antes e fica com todos os seus exemplos", first.file);
        let mistake = Diagnostic::error(&rule.file, &rule.source, rule.when_span.clone(), reason);
        return vec![
            mistake.suggest(format!("dê a este arquivo um número menor, ou feche mais as condições de {}", first.file)),
        ];
    }
    let warning = |(example, first): &(&Example, &Rule)| {
        let reason =
            format!("o exemplo \"{}\" também é aceito por {}, que vem antes e decide", example.name, first.file);
        Diagnostic::error(&rule.file, &rule.source, example.span.clone(), reason)
            .suggest("se não é o que você quer, mude a ordem dos arquivos ou as condições")
            .as_warning()
    };
    taken.iter().map(warning).collect()
}

/// Rules whose conditions an earlier rule's conditions include: whatever they accept, the earlier one takes.
pub(super) fn shadowed(rules: &[Rule]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, rule) in rules.iter().enumerate() {
        let earlier = rules.get(..at).unwrap_or_default();
        let cover =
            earlier.iter().find(|it| decides_always(it) && it.except.is_empty() && includes(&it.when, &rule.when));
        let Some(cover) = cover else { continue };
        if !rule.active {
            continue;
        }
        let reason = format!("esta regra nunca decide: tudo o que ela aceita, {} já aceita antes", cover.file);
        let mistake = Diagnostic::error(&rule.file, &rule.source, rule.when_span.clone(), reason);
        found.push(mistake.suggest(format!("dê a este arquivo um número menor que o de {}", cover.file)));
    }
    found
}

/// Whether every mail that fulfils `narrow` fulfils `wide`.
fn includes(wide: &[Condition], narrow: &[Condition]) -> bool {
    wide.iter().all(|condition| narrow.iter().any(|it| within(&it.test, &condition.test)))
}

/// Whether whatever fulfils `narrow` fulfils `wide`.
fn within(narrow: &Test, wide: &Test) -> bool {
    match (narrow, wide) {
        (Test::Class(a), Test::Class(b)) => subset(a, b),
        (Test::Channel(a), Test::Channel(b)) | (Test::Sender(a), Test::Sender(b)) => subset(a, b),
        (Test::Audience(a), Test::Audience(b)) => subset(a, b),
        (Test::Area(a), Test::Area(b))
        | (Test::Category(a), Test::Category(b))
        | (Test::SubjectHas(a), Test::SubjectHas(b))
        | (Test::TextHas(a), Test::TextHas(b))
        | (Test::AttachmentHas(a), Test::AttachmentHas(b)) => subset(a, b),
        (Test::Recipients(a), Test::Recipients(b)) | (Test::Rejected(a), Test::Rejected(b)) => {
            let above = b.above.is_none_or(|b| a.above.is_some_and(|a| a >= b));
            above && b.up_to.is_none_or(|b| a.up_to.is_some_and(|a| a <= b))
        }
        (Test::Recipients(_), Test::HasList(true)) | (Test::Missing(_), Test::AnythingMissing(true)) => true,
        (Test::Missing(a), Test::Missing(b)) => subset(a, b),
        (Test::Effect(a), Test::Effect(b)) => subset(a, b),
        (Test::Report(a), Test::Report(b)) => subset(a, b),
        (narrow, wide) => narrow == wide,
    }
}

fn subset<T: PartialEq>(narrow: &[T], wide: &[T]) -> bool {
    narrow.iter().all(|it| wide.contains(it))
}

impl ExampleSender {
    /// The address that the mail of an example comes from; `None` where `areas.toml` has nobody of that kind.
    #[must_use]
    pub fn address(&self, office: &OfficeBook) -> Option<EmailAddress> {
        match self {
            Self::Address(address) => Some(address.clone()),
            Self::Area(key) => office.areas.get(key).and_then(address_of),
            Self::AnyArea | Self::Stranger => office.areas.values().find_map(address_of),
            Self::CallCenter => office.call_center.as_ref().map(|it| it.enderecos.first().unwrap_or(&it.envio).clone()),
            Self::Desk => office.assessoria.enderecos.first().cloned(),
            Self::Approver => office.aprovadores.enderecos.first().cloned(),
            Self::Insured => EmailAddress::parse("rosa.maria@correio.example").ok(),
        }
    }

    /// Whether the example's mail proves that it comes from that address.
    #[must_use]
    pub const fn is_proved(&self) -> bool {
        !matches!(self, Self::Stranger)
    }
}

/// The first address of an area; one of its mail hosts, where it has only those.
fn address_of(area: &crate::office::Area) -> Option<EmailAddress> {
    let on_host = || area.dominios.first().and_then(|host| EmailAddress::parse(&format!("setor@{host}")).ok());
    area.enderecos.first().cloned().or_else(on_host)
}
