//! The texts that people read, as they read them.

use std::collections::{BTreeMap, BTreeSet};

use super::{About, Phrase, PhraseFault, Phrases, Signature, names, samples};
use crate::office::Protocol;

fn signature() -> Signature {
    Signature {
        institute: "Ipreville".to_owned(),
        desk: "Assessoria de Relacionamento".to_owned(),
        contact: "assessoria@ipreville.example".to_owned(),
    }
}

fn texts(name: &str, text: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(name.to_owned(), text.to_owned())])
}

#[test]
fn every_shipped_text_is_rendered_with_full_and_with_sparse_values() {
    let phrases = Phrases::shipped(signature());
    samples::for_each(&mut |phrase| {
        let name = names::name(phrase);
        let file = format!("{name}.txt");
        let rendered = super::rendered(super::shipped(), &file, &phrases.context(phrase));
        let text = rendered.unwrap_or_else(|error| panic!("{name}: {error:#}"));
        assert!(!text.subject.is_empty() && !text.subject.contains(['\n', '{']), "{name}: {}", text.subject);
        assert!(text.plain.contains("Ipreville"), "{name} says who writes");
        for foreign in ["none", "null", "undefined", "true", "false", "{{", "{%", "http", "  ", " ."] {
            assert!(!text.plain.contains(foreign), "{name}: `{foreign}` in:\n{}", text.plain);
        }
        assert!(!text.html.contains("href") && !text.html.contains("<script"), "{name}");
    });
}

#[test]
fn every_phrase_has_a_shipped_text_and_every_shipped_text_can_be_loaded_from_a_folder() {
    let mut said = BTreeSet::new();
    samples::for_each(&mut |phrase| {
        said.insert(format!("{}.txt", names::name(phrase)));
    });
    said.extend(names::PARTS.iter().map(|it| format!("{it}.txt")));
    let shipped: BTreeSet<String> = names::SHIPPED.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(said, shipped);
    let folder = names::SHIPPED.iter().map(|(name, text)| (name.replace(".txt", ""), (*text).to_owned())).collect();
    if let Err(errors) = Phrases::from_texts(&folder, signature()) {
        panic!("{errors:#?}");
    }
}

#[test]
fn a_mistake_in_an_edited_text_is_told_when_it_is_loaded() {
    let check = |name: &str, text: &str, line: usize, expected: &str| {
        let errors = Phrases::from_texts(&texts(name, text), signature()).unwrap_err();
        let found = errors.iter().any(|it| it.line == line && it.fault.to_string().contains(expected));
        assert!(found, "{errors:#?}");
    };
    check("recebido", "Assunto: {{ protocolo }}\n\nOlá, {{ nomee }}", 3, "o campo `nomee` não existe neste texto");
    check("recebido", "Olá\n", 1, "a primeira linha deve ser");
    check("recebido", "Assunto: x\n{{ protocolo }\n", 2, "com erro");
    check("recebido", "Assunto: x\n{% for l in listas %}{{ l.nomes }}{% endfor %}\n", 2, "com erro");
    check("meu-texto", "Assunto: x\n{{ texto }}\n", 2, "o campo `texto` não existe");
}

#[test]
fn an_edited_text_replaces_the_shipped_one_and_the_others_stay() {
    let edited = texts("encerrado-sem-resposta", "\u{feff}Assunto: Fim de {{ protocolo }}\r\nAcabou.\r\n");
    let phrases = Phrases::from_texts(&edited, signature()).unwrap();
    let about = About { protocol: Some(Protocol::from_text("AR-2026-0001")), ..About::default() };
    let text = phrases.render(Phrase::GivenUp(&about));
    assert_eq!((text.subject.as_str(), text.plain.as_str()), ("Fim de AR-2026-0001", "Acabou.\n"));
    assert!(phrases.render(Phrase::StopCallCenter(&about)).subject.contains("CANCELAR"));
    assert!(phrases.has("sem-relacao") && !phrases.has("nao-ha"));
}

#[test]
fn words_of_others_can_neither_break_the_subject_nor_play_the_template() {
    let phrases = Phrases::shipped(signature());
    let subject = "x\r\nBcc: a@b.example {{ contato }} \u{e000}".to_owned();
    let text = phrases.render(Phrase::GivenUp(&About { subject, ..About::default() }));
    assert!(!text.subject.contains(['\r', '\n', '\u{e000}']));
    assert!(text.subject.contains("{{ contato }}"), "the value is not read as a template");
}

#[test]
fn a_text_that_does_not_exist_gives_a_plain_sentence_with_the_protocol() {
    let phrases = Phrases::shipped(signature());
    let about = About { protocol: Some(Protocol::from_text("AR-2026-0001")), ..About::default() };
    let text = phrases.render(Phrase::Named { name: "nao-ha", about: &about });
    assert_eq!(text.subject, "Sobre o seu pedido AR-2026-0001");
    assert_eq!(PhraseFault::Missing.to_string(), "o texto não existe em rules/textos/");
}
