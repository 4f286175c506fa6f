//! What a letter says to the desk: its sentences, its requests, its headings.

use crate::understanding::features::Speakers;
use crate::understanding::reading::Reading;
use crate::understanding::text::Found;
use crate::understanding::{features, hindrance};

/// Over how many lines the head of a memo goes back from its subject.
const MEMO_LINES: usize = 3;

/// What is said to the desk, in the ways it is asked for.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Every sentence to the desk, folded.
    pub sentences: Vec<String>,
    /// The sentences that ask for the sending, folded.
    pub requests: Vec<String>,
    /// Headings: kind and value.
    pub headings: Vec<(&'static str, String)>,
    /// Every sentence as it stands, and folded; subjects and other headings aside.
    pub units: Vec<(String, String)>,
    /// All sentences as one text.
    pub all: String,
}

impl Desk {
    /// What is said to the desk in a mail.
    #[must_use]
    pub fn of(reading: &Reading<'_>, found: &Found) -> Self {
        let units: Vec<_> = reading.letter.said_to_desk(found.span.as_ref()).collect();
        let sentences: Vec<String> = units.iter().map(|it| it.folded.clone()).collect();
        let requests = units.iter().filter(|it| it.looks.request).map(|it| it.folded.clone()).collect();
        let mut headings = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            if unit.looks.meta == Some("canal") && !unit.text.contains(':') {
                headings.push(("canal", unit.text.clone()));
                continue;
            }
            let Some((kind, value)) = features::meta_label(&unit.text, &reading.who) else { continue };
            // `Assunto:` alone: the value stands in the next line.
            let value = if value.is_empty() { units.get(at + 1).map_or("", |it| it.text.as_str()) } else { value };
            // The head of a memo (`De: …`, `Para: Assessoria`, `Assunto: …`) has the subject of the memo.
            let above = units.get(at.saturating_sub(MEMO_LINES)..at).unwrap_or_default();
            let addressed = above.iter().any(|it| {
                let head = it.folded.split_once(": ").map_or("", |it| it.0);
                reading.who.is_word("assunto", "memorando", head)
            });
            let kind = if kind == "assunto" && addressed { "assunto-do-memorando" } else { kind };
            headings.push((kind, value.to_owned()));
        }
        let all = sentences.join("\n");
        let units = units
            .iter()
            .filter(|it| !it.looks.is_heading() && !it.looks.names_subject && !it.looks.label)
            .map(|it| (it.text.clone(), it.folded.clone()))
            .collect();
        Self { sentences, requests, headings, units, all }
    }

    /// The sentence that orders a change of the text, as it stands.
    #[must_use]
    pub fn change_of_text(&self, who: &Speakers<'_>) -> Option<&str> {
        self.units.iter().find(|it| hindrance::changes_text(&it.1, who)).map(|it| it.0.as_str())
    }

    /// Whether a sentence orders a change of the text.
    #[must_use]
    pub fn changes_text(&self, who: &Speakers<'_>) -> bool {
        self.change_of_text(who).is_some()
    }
}
