//! The shipped rules, and what a set is made of.

use super::keys::{AREAS, CLASSES, CONDITIONS, EFFECTS, Kind, MISSING, RULE};
use super::rule::{CLASS_WORDS, EFFECT_WORDS, MISSING_WORDS, is_a_condition};
use super::{Colours, Diagnostic, RuleFile, RuleSet, render};

fn areas() -> RuleFile {
    RuleFile { name: "areas.toml".to_owned(), bytes: include_bytes!("../../rules/areas.toml").to_vec() }
}

fn shown(found: &[Diagnostic]) -> String {
    render(found, Colours::Off)
}

#[test]
fn the_shipped_rules_have_no_mistake_and_no_warning() {
    let rules = RuleSet::shipped_example().unwrap_or_else(|found| panic!("{}", shown(&found)));
    assert!(rules.warnings.is_empty(), "{}", shown(&rules.warnings));
    assert!(rules.rules.len() >= 12);
    assert_eq!(rules.notices.len(), 3);
}

#[test]
fn a_folder_with_only_areas_is_whole_and_one_without_is_not() {
    let rules = RuleSet::from_files(vec![areas()]).unwrap_or_else(|found| panic!("{}", shown(&found)));
    assert_eq!(rules.rules.len(), RuleSet::shipped_example().unwrap().rules.len());
    let found = RuleSet::from_files(Vec::new()).unwrap_err();
    assert!(found.iter().any(|it| it.reason.contains("falta o arquivo areas.toml")), "{}", shown(&found));
}

#[test]
fn the_version_names_the_content_and_not_the_order() {
    let text = |name: &str, text: &str| RuleFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let note = text("LEIA-ME.md", "a");
    let one = RuleSet::from_files(vec![areas(), note.clone()]).unwrap().version;
    let other_order = RuleSet::from_files(vec![note, areas()]).unwrap().version;
    assert_eq!(one, other_order);
    assert_eq!(one.len(), 12);
    let with_text = RuleSet::from_files(vec![areas(), text("textos/recebido.txt", "Assunto: a\nb\n")]).unwrap().version;
    assert_ne!(one, with_text);
}

#[test]
fn every_word_of_the_vocabulary_table_is_understood_by_the_parser() {
    let words = |list: &[super::keys::Word]| list.iter().map(|it| it.name).collect::<Vec<_>>();
    assert_eq!(words(CLASSES), CLASS_WORDS.map(|(word, _)| word));
    assert_eq!(words(MISSING), MISSING_WORDS.map(|(word, _)| word));
    assert_eq!(words(EFFECTS), EFFECT_WORDS.map(|(word, _)| word));
    for key in CONDITIONS {
        assert!(is_a_condition(key), "`{}` is in the table and nobody asks it", key.name);
    }
}

#[test]
fn keys_are_ascii_words_and_no_word_also_stands_for_another() {
    for keys in [RULE, AREAS, CONDITIONS] {
        for key in keys {
            assert!(key.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", key.name);
            assert!(!key.doc.is_empty());
            let is_taken = |word: &&&str| keys.iter().any(|it| it.name == **word);
            assert_eq!(key.also.iter().find(is_taken), None, "{}", key.name);
            let (Kind::Words(words) | Kind::Word(words)) = key.kind else { continue };
            for word in words {
                assert!(!word.also.iter().any(|it| words.iter().any(|other| other.name == *it)), "{}", word.name);
            }
        }
    }
}

#[test]
fn the_examples_of_the_manual_for_administrators_are_right() {
    let book = include_str!("../../rules/LEIA-ME.md");
    let blocks: Vec<&str> = book.split("```toml\n").skip(1).filter_map(|it| it.split("```").next()).collect();
    let mut checked = 0;
    for block in blocks.iter().filter(|it| it.contains("[quando]")) {
        let rule = RuleFile { name: "15-exemplo.toml".to_owned(), bytes: block.as_bytes().to_vec() };
        if let Err(found) = RuleSet::from_files(vec![areas(), rule]) {
            panic!("{}", shown(&found));
        }
        checked += 1;
    }
    assert_eq!(checked, 2);
}
