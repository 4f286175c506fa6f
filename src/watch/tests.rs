//! Faults 64 to 67: what happens to the rules while somebody edits them.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::{News, RuleWatch, load_rules};
use crate::rules::RuleSet;

const AREAS: &str = include_str!("../../rules/areas.toml");

/// A rule with a condition of its own and examples that hold whatever is understood of them.
fn rule(number: u32) -> String {
    format!(
        "descricao = 'Regra {number}'\n[quando]\nassunto-contem = 'palavra-{number}'\n[[entao]]\nacao = 'nada'\n\
         [[exemplo]]\nnome = 'a'\nde = 'uma-area'\nassunto = 'uma palavra-{number}'\nespera = 'aceita'\n\
         [[exemplo]]\nnome = 'b'\nde = 'uma-area'\nassunto = 'outra'\nespera = 'recusa'\n"
    )
}

struct Desk {
    folder: tempfile::TempDir,
    watch: RuleWatch,
    now: Duration,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("areas.toml"), AREAS).unwrap();
        std::fs::write(folder.path().join("10-a.toml"), rule(1)).unwrap();
        let rules = Arc::new(loaded(folder.path()));
        let watch = RuleWatch::new(folder.path().to_owned(), rules);
        Self { folder, watch, now: Duration::ZERO }
    }

    fn save(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join(name), text).unwrap();
    }

    fn look_after(&mut self, millis: u64) -> News {
        self.now += Duration::from_millis(millis);
        self.watch.look(self.now)
    }

    /// Looks as the daemon does until nothing is settling.
    fn settled(&mut self) -> News {
        for _ in 0..10 {
            let wait = u64::try_from(self.watch.next_look().as_millis()).unwrap();
            let news = self.look_after(wait);
            if !matches!(news, News::Settling) {
                return news;
            }
        }
        panic!("never settled");
    }

    fn names(&self) -> Vec<String> {
        self.watch.rules().rules.iter().map(|it| it.name.clone()).collect()
    }
}

fn loaded(folder: &Path) -> RuleSet {
    load_rules(folder).unwrap_or_else(|found| panic!("{}", crate::rules::brief(&found)))
}

#[test]
fn fault_64_fifty_saves_in_two_seconds_are_one_reload_of_the_last_content() {
    let mut desk = Desk::new();
    assert!(matches!(desk.look_after(30_000), News::Nothing));
    let mut reloads = 0;
    for save in 2..52 {
        desk.save("10-a.toml", &rule(save));
        reloads += u32::from(matches!(desk.look_after(40), News::InForce { .. }));
    }
    assert_eq!(reloads, 0);
    assert!(matches!(desk.settled(), News::InForce { mended: false, .. }));
    assert_eq!(desk.watch.rules().rules[0].description, "Regra 51");
    assert!(matches!(desk.settled(), News::Nothing));
}

#[test]
fn fault_64_a_file_saved_in_two_steps_or_renamed_into_place_is_read_whole() {
    let mut desk = Desk::new();
    let new = rule(2);
    desk.save("10-a.toml", &new[..new.len() / 2]);
    assert!(matches!(desk.look_after(500), News::Settling));
    desk.save("10-a.toml", &new);
    assert!(matches!(desk.look_after(1_900), News::Settling));
    assert!(matches!(desk.settled(), News::InForce { .. }));
    desk.save(".10-b.toml.swp", "half");
    desk.save("10-b.toml~", "half");
    assert!(matches!(desk.settled(), News::Nothing), "files of editors are no rules");
    desk.save("10-b.tmp", &rule(3));
    std::fs::rename(desk.folder.path().join("10-b.tmp"), desk.folder.path().join("10-b.toml")).unwrap();
    assert!(matches!(desk.settled(), News::InForce { .. }));
    assert_eq!(desk.names(), ["10-a", "10-b"]);
}

#[test]
fn fault_65_a_bad_set_never_replaces_a_good_one_is_told_once_and_recovers_by_itself() {
    let mut desk = Desk::new();
    let before = desk.watch.rules().version.clone();
    desk.save("10-a.toml", &rule(2).replace("acao", "acaoo"));
    let News::Refused(found) = desk.settled() else { panic!("accepted") };
    assert!(crate::rules::brief(&found).contains("10-a.toml"), "{found:?}");
    assert_eq!(desk.watch.rules().version, before);
    assert!(!desk.watch.is_up_to_date());
    assert!(matches!(desk.settled(), News::Nothing), "the same mistake is told once");
    desk.save("10-a.toml", &rule(2));
    assert!(matches!(desk.settled(), News::InForce { mended: true, .. }));
    assert_ne!(desk.watch.rules().version, before);
    assert!(desk.watch.is_up_to_date());
}

#[test]
fn going_back_to_the_content_in_force_mends_as_well() {
    let mut desk = Desk::new();
    desk.save("10-a.toml", "isto não é uma regra");
    assert!(matches!(desk.settled(), News::Refused(_)));
    desk.save("10-a.toml", &rule(1));
    assert!(matches!(desk.settled(), News::InForce { mended: true, .. }));
}

#[test]
fn fault_65_a_deleted_areas_file_or_folder_keeps_the_old_rules() {
    let mut desk = Desk::new();
    std::fs::remove_file(desk.folder.path().join("areas.toml")).unwrap();
    let News::Refused(found) = desk.settled() else { panic!("accepted") };
    assert!(found[0].reason.contains("falta o arquivo areas.toml"));
    std::fs::remove_dir_all(desk.folder.path()).unwrap();
    let News::Refused(found) = desk.settled() else { panic!("accepted") };
    assert!(found[0].reason.contains("não pode ser lida"), "{}", found[0].reason);
    assert_eq!(desk.names(), ["10-a"]);
}

#[test]
fn a_rule_that_does_not_do_what_its_example_says_does_not_go_live() {
    let mut desk = Desk::new();
    desk.save("10-a.toml", &rule(2).replace("uma palavra-2", "outra coisa"));
    let News::Refused(found) = desk.settled() else { panic!("accepted") };
    let text = crate::rules::render(&found, crate::rules::Colours::Off);
    assert!(text.contains("o exemplo \"a\" deveria ser aceito, mas a regra o recusa"), "{text}");
    assert!(text.contains("✗ o assunto não contém “palavra-2”"), "{text}");
}

#[test]
fn fault_66_a_mail_in_hand_keeps_the_rules_it_began_with() {
    let mut desk = Desk::new();
    let in_hand = desk.watch.rules();
    desk.save("10-a.toml", &rule(2));
    assert!(matches!(desk.settled(), News::InForce { .. }));
    assert_eq!(in_hand.rules[0].description, "Regra 1");
    assert_ne!(in_hand.version, desk.watch.rules().version);
}
