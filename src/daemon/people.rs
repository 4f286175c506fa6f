//! The people of a list as the ledger keeps them, and their values for per-person messages.

use std::collections::BTreeMap;

use super::requests::Step;
use super::{Daemon, DaemonError};
use crate::ledger::{NewRecipient, RecipientRow};
use crate::office::content::Values;
use crate::office::{Channel, RecipientList, RecipientState, RequestId, fold};
use crate::request::State;

/// People read from the ledger at a time.
const PAGE: u32 = 1000;

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

impl Daemon {
    /// Goes through the people of a channel, a page at a time.
    pub(super) fn for_people(
        &self,
        request: RequestId,
        channel: Channel,
        mut each: impl FnMut(&RecipientRow),
    ) -> Result<(), DaemonError> {
        let mut after: Option<(String, u32)> = None;
        loop {
            let cursor = after.as_ref().map(|(contact, seq)| (contact.as_str(), *seq));
            let page = self.ledger.people(request, channel, cursor, PAGE)?;
            let Some(last) = page.last() else { return Ok(()) };
            after = Some((last.contact.clone(), last.seq));
            page.iter().for_each(&mut each);
        }
    }

    pub(super) fn people_now(
        &self,
        request: Option<RequestId>,
        step: &Step,
        channel: Channel,
    ) -> Result<Vec<RecipientRow>, DaemonError> {
        if let Some((_, people)) = step.people.iter().find(|(it, _)| *it == channel) {
            let row = |it: &NewRecipient| RecipientRow {
                contact: it.contact.clone(),
                seq: it.seq,
                row: it.row,
                name: it.name.clone(),
                data: it.data.clone(),
                state: RecipientState::Waiting,
                status: None,
                note: None,
            };
            return Ok(people.iter().map(row).collect());
        }
        let mut people = Vec::new();
        if let Some(request) = request {
            self.for_people(request, channel, |it| people.push(it.clone()))?;
        }
        people.sort_by_key(|it| it.seq);
        Ok(people)
    }

    /// Notes for a step that has no mail of its own.
    pub(super) fn lists_of(state: &State, lists: &[RecipientList]) -> Vec<(Channel, Vec<NewRecipient>)> {
        lists
            .iter()
            .filter(|list| state.channels.contains(&list.channel))
            .map(|list| (list.channel, people_of(list, &state.placeholders)))
            .collect()
    }
}
