//! The people of a list as the ledger keeps them, and their values for per-person messages.

use std::collections::BTreeMap;

use super::requests::Step;
use super::{Daemon, DaemonError};
use crate::ledger::{NewRecipient, People, RecipientRow};
use crate::office::content::Values;
use crate::office::{Cells, Channel, Recipient, RecipientList, RecipientState, RequestId, fold};

/// People read from the ledger at a time.
const PAGE: u32 = 1000;

/// The people of a list, one by one; their values are kept only where the text needs them.
fn people_of<'a>(list: &'a RecipientList, placeholders: &[String]) -> Box<dyn Iterator<Item = NewRecipient> + 'a> {
    let wanted: Vec<String> = placeholders.iter().map(|it| fold(it)).collect();
    let columns: Vec<(usize, &str)> = list
        .columns
        .iter()
        .enumerate()
        .filter(|(_, heading)| wanted.contains(&fold(heading)))
        .map(|(at, heading)| (at, heading.as_str()))
        .collect();
    let one = move |(person, seq): (&Recipient, u32)| NewRecipient {
        contact: person.contact.key(),
        seq,
        row: person.row,
        name: person.name.clone(),
        data: (!wanted.is_empty()).then(|| values_json(&columns, &person.values)),
    };
    Box::new(list.recipients.iter().zip(0..).map(one))
}

fn values_json(columns: &[(usize, &str)], cells: &Cells) -> String {
    let values: BTreeMap<&str, &str> =
        columns.iter().filter_map(|(at, heading)| Some((*heading, cells.get(*at)?))).collect();
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
        if let Some((list, placeholders)) = step.new_people_of(channel) {
            let row = |it: NewRecipient| RecipientRow {
                contact: it.contact,
                seq: it.seq,
                row: it.row,
                name: it.name,
                data: it.data,
                state: RecipientState::Waiting,
                status: None,
                note: None,
            };
            return Ok(people_of(list, placeholders).map(row).collect());
        }
        let mut people = Vec::new();
        if let Some(request) = request {
            self.for_people(request, channel, |it| people.push(it.clone()))?;
        }
        people.sort_by_key(|it| it.seq);
        Ok(people)
    }
}

impl Step {
    /// The people of this step as the ledger takes them.
    pub(super) fn people(&self) -> Vec<(Channel, People<'_>)> {
        let of = |channel: &Channel| {
            let (list, placeholders) = self.new_people_of(*channel)?;
            Some((*channel, People::told_by(move || people_of(list, placeholders))))
        };
        Channel::ALL.iter().filter_map(of).collect()
    }

    /// The list that replaces the people of a channel, and what the text needs of each of them.
    fn new_people_of(&self, channel: Channel) -> Option<(&RecipientList, &[String])> {
        let replaced = self.replaced.as_ref().filter(|it| it.channels.contains(&channel))?;
        let list = self.lists.iter().rfind(|it| it.channel == channel)?;
        Some((list, &replaced.placeholders))
    }
}
