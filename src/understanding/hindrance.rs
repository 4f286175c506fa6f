//! What a letter says that stands in the way of sending: that it shall wait for something, that the text shall be
//! changed first, that only some of the list are meant. Structures, not phrases: a conjunction and a verb that has not
//! happened yet, a verb of change and a part of a text.

use std::borrow::Cow;

use super::channels::names_channel;
use super::features::{Speakers, trim_marks};
use crate::office::{Group, fold, has_words};

/// A clause is looked through for its verb over so many words.
const CLAUSE_WORDS: usize = 9;
/// Between a word of waiting and what is waited for stand at most so many words.
const BETWEEN_MAX: usize = 3;
/// So many words after a restriction a tab may be named.
const TAB_WORDS: usize = 7;
/// A word of so many letters has a meaning of its own.
const LONG_WORD: usize = 4;
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

/// Whether a sentence that has a date waits for something else: `não mandar antes do meu retorno, volto dia 18`.
#[must_use]
pub fn waits_beside_date(sentence: &str, who: &Speakers<'_>) -> bool {
    let starts = ["antes", "conjuncao"].iter().filter_map(|key| who.words.first("segurar", key, sentence));
    let Some(at) = starts.min() else { return false };
    let (before, after) = sentence.split_at(at);
    let clause = after.split([',', ';', '(']).next().unwrap_or_default();
    let names_day = |text: &str| {
        text.chars().any(|c| c.is_ascii_digit())
            || text.split_whitespace().any(|it| super::dates::names_day(trim_marks(it)))
    };
    !names_day(before) && !names_day(clause)
}

/// The sentence without its reasons (`…, porque o site só muda no dia 7`): they hold nothing back and date nothing.
#[must_use]
pub fn without_reasons<'s>(sentence: &'s str, who: &Speakers<'_>) -> Cow<'s, str> {
    if !who.has("segurar", "razao", sentence) {
        return Cow::Borrowed(sentence);
    }
    let mut rest = sentence.to_owned();
    // Each turn takes one away; a sentence has no more than a few. One that begins with its reason stays as it is.
    while let Some(at) = who.words.first("segurar", "razao", &rest).filter(|it| *it > 0) {
        let said = rest.get(at..).unwrap_or_default();
        let end = said.find([')', ';', ':', '.', '!', '?']).map_or(rest.len(), |it| at + it);
        rest.replace_range(at..end, "");
    }
    Cow::Owned(rest)
}

/// Whether the sentence takes somebody off the list by what is known of that person: `ele já entregou, não precisa`.
#[must_use]
pub fn dispenses_somebody(sentence: &str, who: &Speakers<'_>) -> bool {
    let words = words_of(sentence);
    let line = words.windows(2).any(|it| {
        let [noun, number] = it else { return false };
        matches!(trim_marks(noun), "linha" | "linhas") && trim_marks(number).starts_with(|c: char| c.is_ascii_digit())
    });
    // `(aba PENSIONISTAS; os ativos já foram avisados)`: those of the other tabs.
    let of_tabs = words.iter().any(|it| trim_marks(it) == "aba") && sentence.contains("foram");
    line || !of_tabs && who.has("lista", "dispensa", sentence) && !who.has("lista", "dispensa-nao", sentence)
}

/// Whether two files are announced in one breath: `com a cartilha e o formulário anexos`.
#[must_use]
pub fn announces_two(sentence: &str, who: &Speakers<'_>) -> bool {
    if !who.has("midia", "anexo", sentence) {
        return false;
    }
    let words: Vec<&str> = words_of(sentence).into_iter().map(trim_marks).collect();
    let noun = |at: usize| words.get(at).filter(|it| who.words.is_phrase("midia", "coisa", it));
    (0..words.len()).any(|at| {
        let Some(first) = noun(at) else { return false };
        let and = (at + 1..=at + 1 + BETWEEN_MAX).find(|it| words.get(*it) == Some(&"e"));
        and.is_some_and(|and| (and + 1..=and + 2).any(|it| noun(it).is_some_and(|it| it != first)))
    })
}

fn words_of(sentence: &str) -> Vec<&str> {
    sentence.split_whitespace().collect()
}

/// Whether the sentence is about sending at all; `pode ir`, `sai`, `manda` are too.
fn speaks_of_sending(sentence: &str, who: &Speakers<'_>) -> bool {
    who.has("pedido", "envia", sentence)
        || who.has("quando", "envio", sentence)
        || who.has("segurar", "verbo", sentence)
        || names_channel(sentence, who)
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
            || who.has("segurar", "a-vontade", &clause.join(" "));
        // `passa no whats de todos assim que chegar:` speaks of the requester's own mail.
        let opens = words.get(after).is_some_and(|it| it.ends_with(':'));
        let at_once = opens && clause.len() == 1 && clause.first().is_some_and(|it| is_one_of(it, "recebido", who));
        // `me avisem quando enviarem`: what is waited for is the sending itself.
        let said = clause.get(verb..).unwrap_or_default().join(" ");
        let of_sending =
            ["verbo", "saida"].iter().any(|key| who.has("segurar", key, &said)) || who.has("pedido", "envia", &said);
        !(at_leisure || at_once || told && of_sending)
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
    let stands = |phrase: &str| {
        let mut parts = phrase.split(' ').enumerate();
        parts.all(|(back, part)| {
            words.get(at + back).is_some_and(|it| match part.strip_suffix('*') {
                Some(stem) => trim_marks(it).starts_with(stem),
                None => trim_marks(it) == part,
            })
        })
    };
    let first = trim_marks(words.get(at)?);
    let group = who.words.group("segurar", key)?;
    let begun = who.words.begun_by(first).filter(|it| it.group == group && may_begin(first, it.phrase));
    let longest = begun.filter(|it| stands(it.phrase)).min_by_key(|it| it.rank)?;
    Some(at + longest.phrase.split(' ').count())
}

/// Whether a word can be the first of a phrase, by its first letter: nearly all phrases begin with another one.
fn may_begin(word: &str, phrase: &str) -> bool {
    let first = phrase.as_bytes().first();
    !first.is_some_and(u8::is_ascii_alphanumeric) || word.as_bytes().first() == first
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
    who.words.stands("segurar", key, word)
}

/// Whether the sentence orders a change of the text that stands elsewhere: `a última frase pode tirar`, `no texto,
/// troque 10h por 14h`, `onde se lê …`.
#[must_use]
pub fn changes_text(sentence: &str, who: &Speakers<'_>) -> bool {
    if who.has("muda-texto", "expressao", sentence) {
        return !who.has("muda-texto", "nao", sentence);
    }
    // `por e-mail, porque telefone de estudante muda toda hora`
    let said = without_reasons(sentence, who);
    let words = words_of(&said);
    let is = |word: &str, key: &str| who.words.stands("muda-texto", key, trim_marks(word));
    // What does not stand in the sentence stands in none of its words.
    let stands = |key: &str| who.has("muda-texto", key, sentence);
    // `coloca o telefone no final`
    let may_add = stands("poe") && stands("lugar");
    let adds = may_add
        && words.iter().enumerate().any(|(at, word)| {
            let after = words.get(at + 1..(at + 1 + CHANGE_WORDS).min(words.len())).unwrap_or_default();
            is(word, "poe")
                && after.windows(2).any(|it| matches!(it, [a, b] if matches!(*a, "no" | "ao") && is(b, "lugar")))
        });
    let may_change = stands("verbo") && stands("parte");
    let changes = adds
        || may_change
            && words.iter().enumerate().any(|(at, word)| {
                let near = || {
                    let from = at.saturating_sub(CHANGE_WORDS);
                    words.get(from..(at + CHANGE_WORDS + 1).min(words.len())).unwrap_or_default()
                };
                // `com a redação completa`: no verb.
                let adjective = trim_marks(word) == "completa"
                    && at.checked_sub(1).and_then(|it| words.get(it)).is_some_and(|it| is(it, "parte"));
                // `o valor já muda na folha de julho` tells.
                let tells = at.checked_sub(1).and_then(|it| words.get(it)).is_some_and(|it| *it == "ja");
                is(word, "verbo") && !adjective && !tells && near().iter().any(|it| is(it, "parte"))
            });
    changes && !who.has("muda-texto", "nao", sentence)
}

/// Where indirect speech begins: `avisa no whats o pessoal que já está tudo certo`.
#[must_use]
pub fn told(sentence: &str, who: &Speakers<'_>) -> Option<usize> {
    let tells = who.words.first("pedido", "conta", sentence)?;
    let at = sentence.get(tells..)?.find(" que ")?;
    Some(tells + at)
}

/// Whether the sentence means only some of the list: `somente para quem está como pendente`, `os regulares não devem
/// receber`.
#[must_use]
pub fn means_some(sentence: &str, who: &Speakers<'_>) -> bool {
    // `apenas para quem está na aba PENSIONISTAS` names the tab.
    let of_tab = |at: usize| {
        let after = sentence.get(at..).unwrap_or_default();
        after.split_whitespace().take(TAB_WORDS).any(|it| trim_marks(it) == "aba")
    };
    if who.said("lista", "parte", sentence).iter().any(|it| !of_tab(it.1)) {
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
    let group = who.words.group("lista", "menos");
    (0..said.len()).any(|at| {
        let stands = |phrase: &str| {
            phrase
                .split(' ')
                .enumerate()
                .all(|(back, part)| said.get(at + back).is_some_and(|it| trim_marks(it) == part))
        };
        let first = said.get(at).map_or("", |it| trim_marks(it));
        let begun = who.words.begun_by(first).filter(|it| Some(it.group) == group && stands(it.phrase));
        let Some(phrase) = begun.min_by_key(|it| it.rank).map(|it| it.phrase) else { return false };
        let after = at + phrase.split(' ').count();
        (after..(after + BETWEEN_MAX + 1).min(said.len())).any(|it| {
            let name = words.get(it).is_some_and(|it| it.chars().next().is_some_and(char::is_uppercase));
            let bare = said.get(it).map_or("", |it| trim_marks(it));
            let people = who.words.is_phrase("publico", "pessoas", bare);
            let number = bare.bytes().all(|it| it.is_ascii_digit()) && !bare.is_empty();
            name && !who.has("canal", "email", bare) && !who.has("canal", "whatsapp", bare) || people || number
        })
    })
}

/// Whether a picture is what shall be sent: `mandar o flyer e o recado`, `enviem a arte`.
#[must_use]
pub fn sends_media(sentence: &str, who: &Speakers<'_>) -> bool {
    let words = words_of(sentence);
    let is = |word: &str, table: &str, key: &str| who.words.stands(table, key, trim_marks(word));
    words.iter().enumerate().any(|(at, word)| {
        let object = || words.get(at + 1..(at + 1 + BETWEEN_MAX).min(words.len())).unwrap_or_default();
        is(word, "pedido", "envia") && object().iter().any(|it| is(it, "midia", "anunciada"))
    })
}

/// What a letter says of one of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidOfFile {
    /// Nothing by which it could be told from the others.
    Nothing,
    /// It is named, and nothing keeps it back.
    Named,
    /// It is named as one that goes to nobody: `o v1 vai só para o seu histórico`.
    Stays,
}

/// Words that stand in any name and tell none from another.
fn joins(word: &str) -> bool {
    matches!(
        word,
        "de" | "da" | "do" | "das" | "dos" | "em" | "no" | "na" | "os" | "as" | "ao" | "com" | "por" | "para"
    )
}

/// What the sentences say of each file, by the words of its name that no other file has.
#[must_use]
pub fn said_of_files(names: &[&str], sentences: &[String], who: &Speakers<'_>) -> Vec<SaidOfFile> {
    let words_of_name = |name: &str| -> Vec<String> {
        let stem = name.rsplit_once('.').map_or(name, |it| it.0);
        let words = fold(stem);
        words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|it| it.len() >= 2 && !joins(it))
            .map(str::to_owned)
            .collect()
    };
    let all: Vec<Vec<String>> = names.iter().map(|it| words_of_name(it)).collect();
    let clauses: Vec<&str> = sentences
        .iter()
        .flat_map(|it| it.split([';', ',', '(', ')', '\n']))
        .flat_map(|it| it.split(". "))
        .flat_map(|it| it.split(" mas "))
        .collect();
    let stays = |clause: &str| {
        let only = who.has("publico", "so", clause) || who.has("lista", "so", clause);
        who.has("midia", "fica", clause)
            || only && who.has("midia", "fica-so", clause) && !who.has("publico", "pessoas", clause)
    };
    all.iter()
        .enumerate()
        .map(|(at, words)| {
            let own: Vec<&String> = words
                .iter()
                .filter(|it| !all.iter().enumerate().any(|(other, its)| other != at && its.contains(it)))
                .collect();
            let naming: Vec<&&str> =
                clauses.iter().filter(|clause| own.iter().any(|it| has_words(clause, it))).collect();
            match naming.iter().any(|it| stays(it)) {
                true => SaidOfFile::Stays,
                false if naming.is_empty() => SaidOfFile::Nothing,
                false => SaidOfFile::Named,
            }
        })
        .collect()
}

/// Whether a file is a thing that the letter names as such (`com o guia (PDF) e o requerimento (Word, para preencher)`): it
/// goes along, and holds neither the text nor the list.
#[must_use]
pub fn names_thing(file: &str, sentences: &[String], who: &Speakers<'_>) -> bool {
    let stem = fold(file.rsplit_once('.').map_or(file, |it| it.0));
    let words = stem.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|it| !who.words.is_phrase("texto", "nome-arquivo", it));
    let mut things = words.filter(|it| who.is_word("midia", "coisa", it));
    things.any(|it| sentences.iter().any(|sentence| has_words(sentence, it)))
}

/// The greatest number of files of one kind that the sentences announce: `ambos em PDF`, `as três fotos`.
#[must_use]
pub fn announced_files(sentences: &[String], who: &Speakers<'_>) -> usize {
    let number = |word: &str| -> Option<usize> {
        if matches!(word, "ambos" | "ambas") {
            return Some(2);
        }
        word.parse().ok().or_else(|| who.words.key_of("numeros", word).and_then(|it| it.parse().ok()))
    };
    let counted = |sentence: &String| {
        let words: Vec<&str> = words_of(sentence).into_iter().map(trim_marks).collect();
        let near = |at: usize| words.get(at + 1..(at + 3).min(words.len())).unwrap_or_default();
        let kinds = |it: &&str| who.words.is_phrase("midia", "contavel", it);
        (0..words.len())
            .filter(|at| near(*at).iter().any(kinds))
            .filter_map(|at| words.get(at).and_then(|it| number(it)))
            .filter(|it| (2..=20).contains(it))
            .max()
    };
    sentences.iter().filter_map(counted).max().unwrap_or(0)
}

/// The keys of the words of suspicion.
const SUSPICIONS: [&str; 5] = ["condicao", "demora", "negacao", "mudanca", "incerteza"];
/// The same in a sentence that says when to send.
const BESIDE_DATE: [&str; 2] = ["mudanca", "incerteza"];
/// The keys of what commonly holds such a word and keeps nothing back.
const HARMLESS: [&str; 6] = ["cortesia", "aviso", "prazo", "lista", "canal", "conta"];

/// The word of suspicion that a sentence to the desk holds beside all that is known to be harmless: a reserve in words
/// that no other rule knows (`esperem a Rute dar uma lida`, `o quinto da lista deixem quieto por ora`).
#[must_use]
pub fn suspicion<'w>(sentence: &'w str, dated: bool, who: &Speakers<'_>) -> Option<&'w str> {
    let sentence = released(sentence, who).unwrap_or(sentence);
    let words = words_of(sentence);
    // Cells and scraps are no sentences.
    if words.len() < 3 {
        return None;
    }
    let bare: Vec<&str> = words.iter().map(|it| trim_marks(it)).collect();
    let length = |phrase: &str, at: usize| {
        let mut parts = phrase.split(' ').enumerate();
        let stands = parts.all(|(back, part)| {
            bare.get(at + back).is_some_and(|it| match part.strip_suffix('*') {
                Some(stem) => it.starts_with(stem),
                None => *it == trim_marks(part),
            })
        });
        stands.then(|| phrase.split(' ').count())
    };
    // For each word, how many words the longest phrase has that begins with it.
    let longest = |keys: &[&str]| -> Vec<usize> {
        let groups: Vec<Group> = keys.iter().filter_map(|key| who.words.group("desconfianca", key)).collect();
        let longest = |(at, word): (usize, &&str)| {
            let begun = who.words.begun_by(word).filter(|it| groups.contains(&it.group) && may_begin(word, it.phrase));
            begun.filter_map(|it| length(it.phrase, at)).max().unwrap_or(0)
        };
        bare.iter().enumerate().map(longest).collect()
    };
    let mut explained = in_quotes(&words);
    for (at, far) in longest(&HARMLESS).into_iter().enumerate() {
        let day = until_day(&bare, at);
        explained.iter_mut().skip(at).take(far.max(day)).for_each(|it| *it = true);
    }
    // `os que se aposentam`: a condition has a verb that has not happened.
    let opens = |at: usize| clause_from(&words, at + 1).iter().take(CHANGE_WORDS).any(|it| is_still_to_come(it));
    let asks = who.has("pedido", "envia", sentence) || explained.last() == Some(&true);
    // A question that holds a courtesy is one.
    let asks = asks || explained.contains(&true);
    // `só depois das 18h de sexta-feira` is understood as a date.
    let suspicions = longest(if dated { BESIDE_DATE.as_slice() } else { SUSPICIONS.as_slice() });
    let by_words = words.iter().enumerate().find_map(|(at, word)| {
        let known = explained.get(at).copied().unwrap_or(false);
        let suspect = !known && suspicions.get(at).is_some_and(|it| *it > 0) && (*word != "se" || opens(at));
        (suspect || word.ends_with('?') && !asks && !known).then_some(*word)
    });
    by_words.or_else(|| in_progress(&words, &explained, who)).or_else(|| unknown_order(&words, &explained, who))
}

/// Whether a word of suspicion is something that the desk is told to do or to wait for: `Corrijam os erros`, `Aguardem`.
#[must_use]
pub fn orders(word: &str, sentence: &str, who: &Speakers<'_>) -> bool {
    let bare = trim_marks(word);
    // `não`, `só` and `se` begin phrases of all kinds.
    let heads = |phrase: &String| {
        let first = phrase.split([' ', '*']).next().unwrap_or_default();
        first.len() >= LONG_WORD && bare.starts_with(first)
    };
    let listed = ["mudanca", "demora"].iter().any(|key| who.words.phrases("desconfianca", key).iter().any(heads));
    listed || unknown_order(&words_of(sentence), &[], who).is_some()
}

/// `está conferindo`, `estamos ainda fechando`: what is being done is not done.
fn in_progress<'w>(words: &[&'w str], explained: &[bool], who: &Speakers<'_>) -> Option<&'w str> {
    let goes_on = |it: &str| ["ando", "endo", "indo"].iter().any(|end| it.ends_with(end) && it.len() > end.len() + 1);
    (0..words.len()).find_map(|at| {
        let is = who.is_word("desconfianca", "estar", trim_marks(words.get(at)?));
        let near = (at + 1..=at + 2).find(|it| words.get(*it).is_some_and(|it| goes_on(trim_marks(it))))?;
        let word = trim_marks(words.get(near)?);
        let known = explained.get(near) == Some(&true) || who.is_word("desconfianca", "andamento-nao", word);
        (is && !known).then_some(word)
    })
}

/// `Pulem a linha 4`, `Antes, passem para a Helga ver`: the desk is told to do what is neither to send nor to tell.
fn unknown_order<'w>(words: &[&'w str], explained: &[bool], who: &Speakers<'_>) -> Option<&'w str> {
    let skipped = |it: &&&str| who.is_word("desconfianca", "antes-da-ordem", trim_marks(it));
    let at = words.iter().take_while(skipped).count();
    let word = trim_marks(words.get(at)?);
    let ordered = word.len() >= 4
        && (word.ends_with("em") || word.ends_with("am"))
        && !["ram", "vam", "iam", "agem"].iter().any(|it| word.ends_with(it));
    let known = explained.get(at) == Some(&true) || who.is_word("desconfianca", "ordem-nao", word);
    (ordered && !known).then_some(word)
}

/// What follows the last `mas` of a sentence, where it lets the sending go: `se acharem comprido eu encurto, mas pode ir
/// assim mesmo`.
fn released<'t>(sentence: &'t str, who: &Speakers<'_>) -> Option<&'t str> {
    let turn = who.said("segurar", "mas", sentence).into_iter().map(|it| it.1).max()?;
    let last = sentence.get(turn..)?.rfind(" mas ").map_or(turn, |it| turn + it);
    sentence.get(last..).filter(|it| who.has("segurar", "libera", it))
}

/// Which words stand in double quotes: a title, a name, not what is said to the desk.
fn in_quotes(words: &[&str]) -> Vec<bool> {
    let marks = |word: &str| word.chars().filter(|it| matches!(it, '"' | '“' | '”' | '«' | '»')).count();
    let paired = words.iter().map(|it| marks(it)).sum::<usize>() % 2 == 0;
    let mut open = false;
    let quoted = |word: &&str| {
        let stands = open || marks(word) > 0;
        open ^= marks(word) % 2 == 1;
        paired && stands
    };
    words.iter().map(quoted).collect()
}

/// How many words from here name a day or an hour as a limit: `até as 18h`, `antes do dia 12`, `depois de amanhã`.
fn until_day(bare: &[&str], at: usize) -> usize {
    if !bare.get(at).is_some_and(|it| matches!(*it, "ate" | "antes" | "depois" | "apos")) {
        return 0;
    }
    let near = bare.get(at + 1..(at + 2 + BETWEEN_MAX).min(bare.len())).unwrap_or_default();
    let day = |it: &&str| it.starts_with(|c: char| c.is_ascii_digit()) || super::dates::names_day(it);
    near.iter().position(day).map_or(0, |it| it + 2)
}

#[cfg(test)]
mod tests {
    use super::{
        SaidOfFile, announced_files, announces_two, changes_text, dispenses_somebody, said_of_files, suspicion, waits,
        waits_beside_date,
    };
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
    fn a_date_beside_what_is_waited_for_lets_nothing_go() {
        let check = |text: &str, waits: bool| assert_eq!(waits_beside_date(&fold(text), &who()), waits, "{text}");
        check("não mandar antes do meu retorno, volto dia 18", true);
        check("só soltem depois que a Marlise voltar, ela chega dia 18", true);
        check("não mandar antes do dia 18, quando sai a portaria", false);
        check("enviar no dia 18, assim que abrir o expediente", false);
        check("só depois das 18h de sexta-feira", false);
    }

    #[test]
    fn who_needs_no_message_is_spoken_of() {
        let check = |text: &str, said: bool| assert_eq!(dispenses_somebody(&fold(text), &who()), said, "{text}");
        check("O João (linha 4) já entregou, então ele não precisa.", true);
        check("Quem tem asterisco fica de fora.", true);
        check("Enviar por e-mail aos nove da lista.", false);
    }

    #[test]
    fn two_files_in_one_breath_are_two() {
        let check = |text: &str, two: bool| assert_eq!(announces_two(&fold(text), &who()), two, "{text}");
        check("com a cartilha e o formulário anexos", true);
        check("Encaminhamos em anexo o novo regimento interno e o cronograma", true);
        check("segue em anexo a cartilha", false);
        check("a arte e a lista em anexo", false);
    }

    #[test]
    fn of_several_files_the_letter_tells_which_stay() {
        let check = |names: &[&str], text: &str, said: &[SaidOfFile]| {
            assert_eq!(said_of_files(names, &[fold(text)], &who()), said, "{text}");
        };
        let arts = ["card_whats.webp", "card_mural.png"];
        check(
            &arts,
            "o que vai no WhatsApp é o card_whats.webp; o card_mural.png é só para a Neusa imprimir",
            &[SaidOfFile::Named, SaidOfFile::Stays],
        );
        check(
            &["Aviso v1.docx", "Aviso v2.docx"],
            "o aviso está no v2; o v1 vai apenas para o seu histórico",
            &[SaidOfFile::Stays, SaidOfFile::Named],
        );
        check(&arts, "segue o card", &[SaidOfFile::Nothing, SaidOfFile::Nothing]);
        check(
            &["ficha.pdf", "guia.pdf"],
            "a ficha é só para os aposentados imprimirem",
            &[SaidOfFile::Named, SaidOfFile::Nothing],
        );
    }

    #[test]
    fn announced_files_are_counted() {
        let check = |text: &str, files: usize| assert_eq!(announced_files(&[fold(text)], &who()), files, "{text}");
        check("acompanhado do regimento e do cronograma, ambos em PDF", 2);
        check("seguem as três fotos do encontro", 3);
        check("mandar aos dez da lista com o PDF anexo", 0);
    }

    #[test]
    fn an_order_to_change_the_text_is_seen() {
        for text in [
            "A última frase (do telefone) pode tirar que o ramal mudou",
            "no texto, \"será creditado em 20/02\" vira \"será creditado hoje\"",
            "só troquem a data do primeiro parágrafo",
            "onde se lê 10h, leia-se 14h",
            "Atualizem o horário antes: agora é às 15h",
            "Ah, e coloca o telefone 3400-0042 no final.",
            "No lugar de 29 põe 30, mudou.",
        ] {
            assert!(changes_text(&fold(text), &who()), "{text}");
        }
        for text in [
            "enviar por e-mail o texto abaixo aos aposentados",
            "não alterem o texto",
            "no e-mail com a redação completa",
            "o texto vai sem mudar nada",
            "Colocar no assunto: Prova de vida",
            "favor divulgar a mudança de horário pelo WhatsApp",
        ] {
            assert!(!changes_text(&fold(text), &who()), "{text}");
        }
    }

    #[test]
    fn what_no_rule_knows_and_may_be_a_reserve_is_shown_first() {
        for text in [
            "Esperem a Rute dar uma lida no texto, por favor.",
            "O quinto da lista deixem quieto.",
            "Se o tempo virar, o evento cai e aí a mensagem perde o sentido.",
            "A quadra ainda não está confirmada pelo clube.",
            "Não rodem nada sem eu dar um alô.",
            "Talvez o horário mude, estou vendo com a escola.",
            "Vou mandar uma segunda planilha com os telefones certos.",
            "Acho que o valor da segunda linha está velho.",
            "Revejam o terceiro parágrafo comigo.",
            "Falta o nome do palestrante.",
            "Deixem na gaveta por enquanto.",
            "Fica para depois que a gente conversar.",
            "O link ainda vai ser trocado pela informática.",
            "Tirando os dois do conselho, é para os demais.",
            "Quem é da folha de dezembro fica fora desta vez.",
            "Pulem os que moram em Curitiba.",
            "O endereço do evento será que é esse mesmo?",
            "Antes quero que a Dra. Célia assine embaixo.",
            "Não me parece que o prazo esteja certo.",
            "Preciso que vocês me mostrem como ficou.",
            "Segurem o do WhatsApp; o e-mail pode seguir.",
            "Só metade da turma vai ser chamada agora.",
            "Salvo os que já compareceram.",
            "Caso chova, a gente cancela.",
            "A versão final seguirá amanhã cedo.",
            "Confiram os nomes com o cartório.",
            "Não está fechado o local da reunião.",
            "O envio depende de uma conversa com o sindicato.",
            "Nem pensem em soltar sem a assinatura dele.",
            "Até a gente ter resposta do banco, fica parado.",
            "Mandarei outra redação mais tarde.",
            "Ajustem o último período, por favor.",
            "A data eu confirmo com vocês; por ora está a combinar.",
            "Apenas quem tem cadastro novo é que interessa.",
            "Desconsiderem os três últimos nomes.",
            "Quando o sistema voltar, vocês podem rodar.",
            "Deixem em suspenso a parte do WhatsApp.",
            "Enquanto a portaria não for publicada, nada feito.",
            "Pode mudar o horário, avisarei.",
            "Me consultem na hora de soltar.",
        ] {
            assert!(suspicion(&fold(text), false, &who()).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_said_out_of_courtesy_keeps_nothing_back() {
        for text in [
            "Não é necessário responder.",
            "Qualquer dúvida, estou à disposição.",
            "Até sexta fico no ramal 3321.",
            "Assim que enviarem, me avisem.",
            "Desde já agradeço a atenção.",
            "Sem mais para o momento.",
            "Aguardo retorno.",
            "Aguardo a confirmação do envio.",
            "Caso precisem de algo, me liguem.",
            "Se possível ainda hoje.",
            "O quanto antes, por favor.",
            "Depois me mandem o relatório.",
            "Se tiverem alguma dúvida, falem comigo.",
            "Enviar por e-mail aos segurados da lista anexa.",
            "Favor divulgar por WhatsApp a todos os segurados.",
            "O texto já foi aprovado pela presidente.",
            "Pode ser hoje?",
            "Tudo bem com vocês?",
            "Fico no aguardo.",
            "Me confirmem o recebimento, por gentileza.",
            "Só por e-mail, por favor.",
            "Não precisa de imagem.",
            "A lista atualizada vai em anexo.",
            "Não mexam no texto, por favor.",
            "Espero que estejam todos bem.",
            "Precisa sair antes das 14h.",
            "Se quiserem, podem me ligar.",
            "Quando puderem, me deem um retorno.",
            "Havendo dúvidas, ramal 210.",
            "Podem enviar hoje?",
            "É só para os da planilha.",
            "Conferido e revisado pela diretoria.",
            "Sem pressa, pode ser amanhã.",
            "São os segurados que ainda não fizeram a prova de vida.",
            "Mandem ainda hoje, sem falta.",
            "Me avisem quando sair.",
            "Não há anexos.",
            "Trata-se do convite para o curso.",
            "Obrigada e até mais!",
            "Depois do envio, gostaria do comprovante.",
        ] {
            assert_eq!(suspicion(&fold(text), false, &who()), None, "{text}");
        }
    }
}
