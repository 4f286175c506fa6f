//! What a letter says that stands in the way of sending: that it shall wait for something, that the text shall be
//! changed first, that only some of the list are meant. Structures, not phrases: a conjunction and a verb that has not
//! happened yet, a verb of change and a part of a text.

use super::channels::channels_in;
use super::features::{Speakers, trim_marks};
use crate::office::{find_words, has_words};

/// A clause is looked through for its verb over so many words.
const CLAUSE_WORDS: usize = 9;
/// Between a word of waiting and what is waited for stand at most so many words.
const BETWEEN_MAX: usize = 3;
/// Between a verb of change and what it changes stand at most so many words.
const CHANGE_WORDS: usize = 6;

/// Whether the sending shall wait for something that nobody can date: `quando a Helga voltar`, `assim que o jurídico
/// liberar`, `se a presidente aprovar`, `após o ok da diretoria`.
#[must_use]
pub fn waits(sentence: &str, who: &Speakers<'_>) -> bool {
    let words = words_of(sentence);
    // `até eu gritar`, `até a Helga assinar`: somebody has to act first.
    let until = (0..words.len()).any(|at| {
        conjunction(&words, at, "ate", who)
            .is_some_and(|after| clause_from(&words, after).iter().take(BETWEEN_MAX + 1).any(|it| is_still_to_come(it)))
    });
    until
        || waits_for_consent(&words, who)
        || speaks_of_sending(sentence, who) && waits_for_event(sentence, &words, who)
}

fn words_of(sentence: &str) -> Vec<&str> {
    sentence.split_whitespace().collect()
}

/// Whether the sentence is about sending at all; `pode ir`, `sai`, `manda` are too.
fn speaks_of_sending(sentence: &str, who: &Speakers<'_>) -> bool {
    who.has("pedido", "envia", sentence)
        || who.has("quando", "envio", sentence)
        || who.has("segurar", "verbo", sentence)
        || !channels_in(sentence, who.words).is_empty()
}

/// `quando`, `assim que` and a verb that has not happened: in Portuguese it ends with `-r` or `-rem`.
fn waits_for_event(sentence: &str, words: &[&str], who: &Speakers<'_>) -> bool {
    let told = who.has("segurar", "recado", sentence);
    (0..words.len()).any(|at| {
        let Some(after) = conjunction(words, at, "conjuncao", who) else { return false };
        let clause: Vec<&str> = clause_from(words, after);
        let Some(verb) = clause.iter().position(|it| is_still_to_come(it)) else { return false };
        // `quando puderem`, `assim que for possível`: at the desk's convenience.
        let theirs = verb.checked_sub(1).is_none_or(|at| clause.get(at).is_some_and(|it| is_one_of(it, "voces", who)));
        let at_leisure = theirs && clause.get(verb).is_some_and(|it| is_one_of(it, "comodidade", who))
            || clause.contains(&"possivel");
        // `me avisem quando enviarem`: what is waited for is the sending itself.
        let said = clause.get(verb..).unwrap_or_default().join(" ");
        let of_sending =
            ["verbo", "saida"].iter().any(|key| who.has("segurar", key, &said)) || who.has("pedido", "envia", &said);
        !(at_leisure || told && of_sending)
    })
}

/// `se o jurídico aprovar`, `após a aprovação da diretora`, `depende do ok`.
fn waits_for_consent(words: &[&str], who: &Speakers<'_>) -> bool {
    (0..words.len()).any(|at| {
        let condition = conjunction(words, at, "condicao", who)
            .is_some_and(|after| clause_from(words, after).iter().any(|it| is_one_of(it, "consentir", who)));
        let noun = conjunction(words, at, "espera", who).is_some_and(|after| {
            let near: Vec<&str> = clause_from(words, after).into_iter().take(BETWEEN_MAX + 1).collect();
            let done = words.get(at.saturating_sub(2)..at).unwrap_or_default().iter().any(|it| trim_marks(it) == "ja");
            !done && near.iter().any(|it| is_one_of(it, "aval", who))
        });
        condition || noun
    })
}

/// Where the words after a conjunction of the vocabulary begin, if one stands here.
fn conjunction(words: &[&str], at: usize, key: &str, who: &Speakers<'_>) -> Option<usize> {
    let stands = |phrase: &String| {
        let mut parts = phrase.split(' ').enumerate();
        parts.all(|(back, part)| {
            words.get(at + back).is_some_and(|it| match part.strip_suffix('*') {
                Some(stem) => trim_marks(it).starts_with(stem),
                None => trim_marks(it) == part,
            })
        })
    };
    let phrase = who.words.phrases("segurar", key).iter().find(|it| stands(it))?;
    Some(at + phrase.split(' ').count())
}

/// The words of a clause up to its end or a limit.
fn clause_from<'w>(words: &[&'w str], from: usize) -> Vec<&'w str> {
    let mut clause = Vec::new();
    for word in words.get(from..).unwrap_or_default().iter().take(CLAUSE_WORDS) {
        clause.push(trim_marks(word));
        if word.ends_with(['.', '!', '?', ';', ':', ',']) {
            break;
        }
    }
    clause
}

/// The future subjunctive: `voltar`, `liberarem`, `der`, `for`, `estiver`.
fn is_still_to_come(word: &str) -> bool {
    let stem = word.strip_suffix("em").unwrap_or(word);
    let verb = ["ar", "er", "ir", "or"].iter().any(|it| stem.ends_with(it));
    verb && word.len() >= 3 && !matches!(word, "por" | "qualquer" | "maior" | "menor" | "melhor" | "celular" | "lugar")
}

fn is_one_of(word: &str, key: &str, who: &Speakers<'_>) -> bool {
    who.words.phrases("segurar", key).iter().any(|it| has_words(word, it))
}

/// Whether the sentence orders a change of the text that stands elsewhere: `a última frase pode tirar`, `no texto,
/// troque 10h por 14h`, `onde se lê …`.
#[must_use]
pub fn changes_text(sentence: &str, who: &Speakers<'_>) -> bool {
    if who.has("muda-texto", "expressao", sentence) {
        return !who.has("muda-texto", "nao", sentence);
    }
    let words = words_of(sentence);
    let is =
        |word: &str, key: &str| who.words.phrases("muda-texto", key).iter().any(|it| has_words(trim_marks(word), it));
    let changes = words.iter().enumerate().any(|(at, word)| {
        let near = || {
            let from = at.saturating_sub(CHANGE_WORDS);
            words.get(from..(at + CHANGE_WORDS + 1).min(words.len())).unwrap_or_default()
        };
        is(word, "verbo") && near().iter().any(|it| is(it, "parte"))
    });
    changes && !who.has("muda-texto", "nao", sentence)
}

/// Where indirect speech begins: `avisa no whats o pessoal que já está tudo certo`.
#[must_use]
pub fn told(sentence: &str, who: &Speakers<'_>) -> Option<usize> {
    let tells = who.words.phrases("pedido", "conta").iter().filter_map(|it| find_words(sentence, it)).min()?;
    let at = sentence.get(tells..)?.find(" que ")?;
    Some(tells + at)
}

/// Whether the sentence means only some of the list: `somente para quem está como pendente`, `os regulares não devem
/// receber`.
#[must_use]
pub fn means_some(sentence: &str, who: &Speakers<'_>) -> bool {
    if who.has("lista", "parte", sentence) {
        return true;
    }
    // A column with a restriction beside it, unless the column only says where the contact stands.
    who.has("publico", "so", sentence) && who.has("lista", "marca", sentence) && !who.has("lista", "contato", sentence)
}

/// Whether somebody is excepted: after a word of exception stand a name, a number or people (`menos a dona Maria`,
/// `exceto os três últimos`).
#[must_use]
pub fn excepts_somebody(text: &str, folded: &str, who: &Speakers<'_>) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let said: Vec<&str> = folded.split_whitespace().collect();
    if words.len() != said.len() {
        return who.has("lista", "menos", folded) && who.has("publico", "pessoas", folded);
    }
    (0..said.len()).any(|at| {
        let stands = |phrase: &String| {
            phrase
                .split(' ')
                .enumerate()
                .all(|(back, part)| said.get(at + back).is_some_and(|it| trim_marks(it) == part))
        };
        let Some(phrase) = who.words.phrases("lista", "menos").iter().find(|it| stands(it)) else { return false };
        let after = at + phrase.split(' ').count();
        (after..(after + BETWEEN_MAX + 1).min(said.len())).any(|it| {
            let name = words.get(it).is_some_and(|it| it.chars().next().is_some_and(char::is_uppercase));
            let bare = said.get(it).map_or("", |it| trim_marks(it));
            let people = who.words.phrases("publico", "pessoas").iter().any(|it| it == bare);
            let number = bare.bytes().all(|it| it.is_ascii_digit()) && !bare.is_empty();
            name && !who.has("canal", "email", bare) && !who.has("canal", "whatsapp", bare) || people || number
        })
    })
}

/// Whether a picture is what shall be sent: `mandar o flyer e o recado`, `enviem a arte`.
#[must_use]
pub fn sends_media(sentence: &str, who: &Speakers<'_>) -> bool {
    let words = words_of(sentence);
    let is = |word: &str, table: &str, key: &str| {
        who.words.phrases(table, key).iter().any(|it| has_words(trim_marks(word), it))
    };
    words.iter().enumerate().any(|(at, word)| {
        let object = || words.get(at + 1..(at + 1 + BETWEEN_MAX).min(words.len())).unwrap_or_default();
        is(word, "pedido", "envia") && object().iter().any(|it| is(it, "midia", "anunciada"))
    })
}

#[cfg(test)]
mod tests {
    use super::{changes_text, waits};
    use crate::office::{Vocabulary, fold};
    use crate::understanding::features::Speakers;

    fn who() -> Speakers<'static> {
        Speakers::unknown(Vocabulary::shipped())
    }

    #[test]
    fn a_sending_that_waits_for_an_event_or_a_consent_is_held() {
        for text in [
            "mandem por whats quando a Helga voltar de viagem, a todos os segurados",
            "Pode enviar assim que o jurídico liberar.",
            "Só disparar depois que o Conselho aprovar a ata",
            "Enviar por e-mail se a presidente aprovar.",
            "O envio depende do ok da diretora.",
            "Disparar após a aprovação da Procuradoria",
            "pode soltar tão logo saia... digo, tão logo o decreto for publicado",
        ] {
            assert!(waits(&fold(text), &who()), "{text}");
        }
    }

    #[test]
    fn what_waits_for_the_desk_or_has_happened_is_not_held() {
        for text in [
            "Enviar assim que possível, por e-mail",
            "Mandem quando puderem, por favor",
            "Me avisem quando enviarem",
            "Enviar por e-mail aos da lista; quando sair, me confirme",
            "Texto já aprovado pela presidente, pode enviar",
            "Se tiver dúvida, me ligue",
            "Favor enviar hoje. Aguardo retorno.",
            "Enviar por WhatsApp aos segurados que vão se aposentar",
        ] {
            assert!(!waits(&fold(text), &who()), "{text}");
        }
    }

    #[test]
    fn an_order_to_change_the_text_is_seen() {
        for text in [
            "A última frase (do telefone) pode tirar que o ramal mudou",
            "no texto, \"será creditado em 20/02\" vira \"será creditado hoje\"",
            "só troquem a data do primeiro parágrafo",
            "onde se lê 10h, leia-se 14h",
            "Atualizem o horário antes: agora é às 15h",
        ] {
            assert!(changes_text(&fold(text), &who()), "{text}");
        }
        for text in [
            "enviar por e-mail o texto abaixo aos aposentados",
            "não alterem o texto",
            "o texto vai sem mudar nada",
            "Colocar no assunto: Prova de vida",
            "favor divulgar a mudança de horário pelo WhatsApp",
        ] {
            assert!(!changes_text(&fold(text), &who()), "{text}");
        }
    }
}
