//! The people of a list as the ledger keeps them, and their values for per-person messages.

use std::collections::BTreeMap;

use crate::ledger::{NewRecipient, RecipientRow};
use crate::office::content::Values;
use crate::office::{RecipientList, fold};

/// The people of a list; their values are kept only where the text needs them.
pub(super) fn people_of(list: &RecipientList, placeholders: &[String]) -> Vec<NewRecipient> {
    let wanted: Vec<String> = placeholders.iter().map(|it| fold(it)).collect();
    let columns: Vec<(usize, &str)> = list
        .columns
        .iter()
        .enumerate()
        .filter(|(_, heading)| wanted.contains(&fold(heading)))
        .map(|(at, heading)| (at, heading.as_str()))
        .collect();
    list.recipients
        .iter()
        .zip(0..)
        .map(|(person, seq)| NewRecipient {
            contact: person.contact.key(),
            seq,
            row: person.row,
            name: person.name.clone(),
            data: (!wanted.is_empty()).then(|| values_json(&columns, &person.values)),
        })
        .collect()
}

fn values_json(columns: &[(usize, &str)], cells: &[String]) -> String {
    let values: BTreeMap<&str, &str> =
        columns.iter().filter_map(|(at, heading)| Some((*heading, cells.get(*at)?.as_str()))).collect();
    serde_json::to_string(&values).unwrap_or_default()
}

/// A person's values, with the name under `NOME` where no column says it.
pub(super) fn values_of(person: &RecipientRow) -> Values {
    let mut values: Values = person.data.as_deref().and_then(|it| serde_json::from_str(it).ok()).unwrap_or_default();
    if let Some(name) = &person.name
        && !values.keys().any(|it| fold(it) == "nome")
    {
        values.insert("NOME".to_owned(), name.clone());
    }
    values
}
