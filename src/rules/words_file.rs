//! `vocabulario.toml` with places: two levels, lists of phrases; and addresses that two areas share.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::Diagnostic;
use super::read::{Section, nearest};
use super::toml_text;
use crate::office::{EmailAddress, Vocabulary};

/// Tables in which the administrator names the keys; in all others a key that the shipped file does not have would
/// never be read.
const FREE_TABLES: [&str; 1] = ["categorias"];

/// A table whose keys are those of another.
const HINTS: (&str, &str) = ("categorias-indicios", "categorias");

/// Reads the words with every mistake.
pub(super) fn read(file: &str, source: &Arc<str>) -> (Vocabulary, Vec<Diagnostic>) {
    let (table, mut found) = toml_text::parse(file, source);
    if !found.is_empty() {
        return (Vocabulary::default(), found);
    }
    for (name, value) in table.get_ref() {
        let tables: Vec<&str> = Vocabulary::shipped().tables().collect();
        let table_name = name.get_ref().as_ref();
        if !tables.contains(&table_name) {
            let mistake = Diagnostic::error(file, source, name.span(), format!("a parte [{table_name}] não existe"));
            found.push(mistake.suggest(meant(table_name, &tables, "as partes são")));
            continue;
        }
        let Some(keys) = value.get_ref().as_table() else {
            let reason = format!("`{table_name}` deve ser uma parte");
            found
                .push(Diagnostic::error(file, source, value.span(), reason).suggest(format!("escreva [{table_name}]")));
            continue;
        };
        let known = keys_of(table_name, table.get_ref());
        for (key, phrases) in keys {
            let key_name = key.get_ref().as_ref();
            if !FREE_TABLES.contains(&table_name) && !known.contains(&key_name) {
                let reason = format!("a chave `{key_name}` não existe em [{table_name}]");
                found.push(Diagnostic::error(file, source, key.span(), reason).suggest(meant(
                    key_name,
                    &known,
                    "as chaves são",
                )));
            }
            found.extend(list_mistakes(file, source, key_name, phrases));
        }
    }
    let vocabulary =
        if found.is_empty() { Vocabulary::from_toml(source).unwrap_or_default() } else { Vocabulary::default() };
    (vocabulary, found)
}

/// The keys that a table may have.
fn keys_of<'t>(table: &str, file: &'t DeTable<'_>) -> Vec<&'t str> {
    let other = file.get(HINTS.1).and_then(|it| it.get_ref().as_table()).filter(|_| table == HINTS.0);
    match other {
        Some(keys) => keys.iter().map(|(key, _)| key.get_ref().as_ref()).collect(),
        None => Vocabulary::shipped().keys(table).map(|(key, _)| key).collect(),
    }
}

fn meant(written: &str, known: &[&str], all: &str) -> String {
    match nearest(written, known) {
        Some(meant) => format!("você quis dizer `{meant}`?"),
        None => format!("{all}: {}", known.join(", ")),
    }
}

fn list_mistakes(file: &str, source: &Arc<str>, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<Diagnostic> {
    let form = format!("escreva {key} = [\"uma expressão\", \"outra\"]");
    let Some(items) = value.get_ref().as_array() else {
        let reason = format!("`{key}` deve ser uma lista de expressões");
        return vec![Diagnostic::error(file, source, value.span(), reason).suggest(form)];
    };
    let one = |item: &Spanned<DeValue<'_>>| {
        let reason = match item.get_ref().as_str() {
            None => "cada expressão é um texto entre aspas",
            Some(text) if text.trim().is_empty() => "esta expressão está vazia: ela não diria nada",
            Some(_) => return None,
        };
        Some(Diagnostic::error(file, source, item.span(), reason).suggest(form.clone()))
    };
    items.iter().filter_map(one).collect()
}

/// An address of two areas is right (one person may work for both), but the requester is asked each time.
pub(super) fn repeated_addresses(file: &str, source: &Arc<str>, areas: &Section) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<EmailAddress, (&str, Range<usize>)> = BTreeMap::new();
    let mut found = Vec::new();
    for (key, area) in &areas.named {
        for (span, text) in area.texts("enderecos") {
            let Ok(address) = EmailAddress::parse(text) else { continue };
            if let Some((other, _)) = seen.get(&address) {
                let reason = if *other == key.as_str() {
                    format!("o endereço {address} está duas vezes na área {key}")
                } else {
                    format!("o endereço {address} está nas áreas {other} e {key}")
                };
                let mistake = Diagnostic::error(file, source, span.clone(), reason);
                found.push(
                    mistake
                        .suggest("se a pessoa pede pelas duas, a assinatura decide ou ela é perguntada")
                        .as_warning(),
                );
                continue;
            }
            seen.insert(address, (key.as_str(), span.clone()));
        }
        if area.texts("enderecos").is_empty() && area.texts("dominios").is_empty() {
            let reason = format!("a área {key} não tem enderecos nem dominios: ninguém poderia pedir por ela");
            found.push(
                Diagnostic::error(file, source, area.span.clone(), reason)
                    .suggest("escreva enderecos = [\"nome@dominio\"]"),
            );
        }
    }
    found
}
