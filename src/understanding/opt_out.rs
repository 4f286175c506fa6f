//! Whether somebody asks not to be written to any more, or to be written to again.
//!
//! `[segurado]` of the vocabulary holds the words. In a pension institute "deixar de receber" mostly speaks of money, so
//! the looser wordings count only where they name a message, and none counts where what follows is a pension or a bank.

use crate::office::{Vocabulary, find_words, fold, has_words};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Nothing of the kind.
    None,
    /// Not to be written to any more.
    Leave,
    /// To be written to again.
    Return,
}

/// So many words after a wording say what it speaks of.
const OBJECT_WORDS: usize = 7;
/// A single word (`SAIR`) counts where it stands alone in one of the first lines; what comes later is a signature.
const LINES: usize = 4;

/// Reads the wish from the new text of a mail and its subject without `RES:`.
#[must_use]
pub fn wish(text: &str, subject: &str, words: &Vocabulary) -> Wish {
    let group = |key: &str| words.phrases("segurado", key);
    let is_alone = |line: &str| {
        let mut left = fold(line);
        for courtesy in group("cortesia") {
            while let Some(at) = find_words(&left, courtesy) {
                left.replace_range(at..at + courtesy.len(), " ");
            }
        }
        let left = left.trim_matches(|c: char| !c.is_alphanumeric());
        group("sozinha").iter().any(|it| it == left)
    };
    let mut lines = text.lines().filter(|it| it.contains(|c: char| c.is_alphanumeric())).take(LINES);
    // Mail programs fold lines where they like: a sentence goes on until it ends.
    let flowing = fold(text);
    let mut sentences = flowing.split(['.', '!', '?', ';']);
    let returns = |sentence: &str| {
        named(group("volta"), sentence).any(|rest| speaks_of(rest, group("mensagens"), group("outro-recebimento")))
    };
    let leaves = |sentence: &str| {
        let is_money = |rest: &str| speaks_of(rest, group("outro-recebimento"), group("mensagens"));
        !group("fica").iter().any(|it| has_words(sentence, it))
            && (named(group("sair"), sentence).any(|rest| !is_money(rest))
                || named(group("sair-de-mensagens"), sentence)
                    .any(|rest| speaks_of(rest, group("mensagens"), group("outro-recebimento"))))
    };
    if sentences.clone().any(returns) {
        return Wish::Return;
    }
    let asks = is_alone(subject) || lines.any(is_alone) || sentences.any(leaves);
    if asks { Wish::Leave } else { Wish::None }
}

/// What follows each of the phrases that stand in a sentence.
fn named<'a>(phrases: &'a [String], sentence: &'a str) -> impl Iterator<Item = &'a str> {
    phrases.iter().filter_map(move |it| {
        let at = find_words(sentence, it)?;
        sentence.get(at + it.trim_end_matches('*').len()..)
    })
}

/// Whether the next words name one of these things, and none of the others before it.
fn speaks_of(rest: &str, these: &[String], others: &[String]) -> bool {
    let end = rest.match_indices(' ').nth(OBJECT_WORDS).map_or(rest.len(), |it| it.0);
    let object = rest.get(..end).unwrap_or_default();
    let first = |of: &[String]| of.iter().filter_map(|it| find_words(object, it)).min();
    match (first(these), first(others)) {
        (Some(this), Some(other)) => this < other,
        (this, None) => this.is_some(),
        (None, Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Wish, wish};
    use crate::office::Vocabulary;

    fn check(text: &str, expected: Wish) {
        assert_eq!(wish(text, "Prova de vida 2026", Vocabulary::shipped()), expected, "{text}");
    }

    #[test]
    fn who_does_not_want_to_be_written_to_is_understood() {
        for text in [
            "Não quero mais receber esses e-mails. Sou aposentada do Ipreville.",
            "Não quero mais receber.",
            "não quero mais\nreceber esses emails de vcs",
            "SAIR",
            "Sair!",
            "Sair, por favor",
            "Bom dia\n\nSAIR\n\nObrigada,\nRosa",
            "PARE",
            "Parem",
            "quero sair da lista",
            "Por favor parem de mandar mensagem.",
            "Gostaria de não receber mais estes comunicados.",
            "Solicito que retirem o meu e-mail da lista de envio.",
            "Não tenho interesse em receber esses avisos",
            "me exclui da lista",
            "Favor me descadastrar.",
            "Quero me desinscrever",
            "Deixem de me mandar isso",
            "Não mandem mais e-mail pra mim",
            "Peço o cancelamento do envio destas mensagens ao meu endereço.",
            "Quero parar de receber as mensagens do instituto, minha aposentadoria já está em dia.",
            "Boa tarde, não desejo mais receber informativos por e-mail, grata.",
            "Tire meu nome dessa lista por gentileza",
            "Não quero mais esses avisos no meu celular.",
        ] {
            check(text, Wish::Leave);
        }
    }

    #[test]
    fn who_speaks_of_money_of_a_place_or_wants_to_stay_is_not_taken_for_leaving() {
        for text in [
            "Não quero mais receber pelo banco antigo, como faço para trocar?",
            "Não quero mais receber minha aposentadoria em conta conjunta.",
            "Tenho medo de deixar de receber minha pensão.",
            "Se eu não for, posso parar de receber o benefício?",
            "Se eu não fizer a prova de vida vou deixar de receber?",
            "Não quero sair da lista, só mudar o e-mail.",
            "Não quero deixar de receber os avisos, por isso escrevo.",
            "Por favor não me tirem da lista!",
            "Preciso excluir meu filho do plano de saúde.",
            "Quando vai sair o resultado?",
            "Que horas posso sair da perícia?",
            "Não quero mais esperar, quando sai o meu benefício?",
            "Recebi o aviso e vou comparecer, obrigado.",
            "Não recebi o informe de rendimentos.",
        ] {
            check(text, Wish::None);
        }
    }

    #[test]
    fn who_wants_to_be_written_to_again_is_understood() {
        for text in [
            "Mudei de ideia, quero voltar a receber os avisos.",
            "Podem voltar a me mandar os comunicados?",
            "Quero receber novamente os e-mails do instituto",
            "Me incluam de novo na lista de e-mails, por favor",
        ] {
            check(text, Wish::Return);
        }
        check("Quando vou voltar a receber minha pensão?", Wish::None);
    }
}
