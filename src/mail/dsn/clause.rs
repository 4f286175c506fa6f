//! Whether a sentence says that something was not delivered, in whichever words.
//!
//! No list of phrases holds every server's. But all of them put a word of denial or failure close to one of delivery.

use serde::Deserialize;

/// As much of a text as is looked at: notices say what they say at their beginning.
const LOOKED_AT_MAX: usize = 8 * 1024;
/// As many words as may stand between the two.
const DISTANCE_MAX: usize = 7;

/// The words of which such a sentence is made.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Clauses {
    /// Words that deny, or that say that something failed or is late.
    trouble: Vec<String>,
    /// How the words of delivery begin.
    delivery: Vec<String>,
}

impl Clauses {
    /// Whether a clause of a squeezed text tells of trouble with a delivery.
    pub(super) fn tell_of_trouble(&self, squeezed: &str) -> bool {
        let end = squeezed.char_indices().map(|(at, _)| at).find(|at| *at >= LOOKED_AT_MAX).unwrap_or(squeezed.len());
        let looked_at = squeezed.get(..end).unwrap_or(squeezed);
        looked_at.split([':', ';', '!', '?']).flat_map(|it| it.split(". ")).any(|clause| self.is_told_in(clause))
    }

    fn is_told_in(&self, clause: &str) -> bool {
        let (mut trouble, mut delivery): (Option<usize>, Option<usize>) = (None, None);
        let words = clause.split([' ', ',', '.', '(', ')', '"', '*', '-']).filter(|it| !it.is_empty());
        for (at, word) in words.enumerate() {
            if word.ends_with("n't") || self.trouble.iter().any(|it| it == word) {
                trouble = Some(at);
            }
            if self.delivery.iter().any(|it| word.starts_with(it.as_str())) {
                delivery = Some(at);
            }
            if let (Some(trouble), Some(delivery)) = (trouble, delivery)
                && trouble.abs_diff(delivery) <= DISTANCE_MAX
            {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use crate::mail::dsn::words::{squeeze, words};

    #[track_caller]
    fn check(text: &str, told: bool) {
        assert_eq!(words().marks(&squeeze(text)).trouble, told, "{text}");
    }

    #[test]
    fn trouble_with_a_delivery_is_understood_in_any_wording() {
        check("Não conseguimos fazer a entrega da sua mensagem.", true);
        check("Nao houve como entregar o e-mail", true);
        check("we have not been able to deliver it", true);
        check("It isn't deliverable.", true);
        check("A entrega do e-mail está demorando.", true);
        check("Segue o relatório. A entrega será na segunda.", false);
        check("Não haverá expediente. O documento foi entregue.", false);
    }
}
