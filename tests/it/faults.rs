//! The faults that users of email automation report, each as a test with its number; tests/FAULTS says of the others
//! where they are tested, or why they cannot be.

mod content;
mod dkim;
mod host;
mod identity;
mod intake;
mod life;
mod loops;
mod privacy;
mod sending;
mod stops;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The numbers that stand in the names of tests: `fault_7_…`, `fault_8_and_9_…`, `fault_39_to_41_…`.
fn numbers_in(text: &str) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    for rest in text.split("fn fault_").skip(1) {
        let words: Vec<&str> = rest.split('_').take(3).collect();
        let Some(first) = words.first().and_then(|it| it.parse::<u32>().ok()) else { continue };
        let second = words.get(2).and_then(|it| it.parse::<u32>().ok());
        match (words.get(1), second) {
            (Some(&"to"), Some(last)) => found.extend(first..=last),
            (Some(&"and"), Some(other)) => found.extend([first, other]),
            _ => {
                found.insert(first);
            }
        }
    }
    found
}

#[test]
fn every_numbered_fault_is_tested_or_explained() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tested = BTreeSet::new();
    let mut folders: Vec<PathBuf> = vec![root.join("src"), root.join("tests/it")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|it| it == "rs") {
                tested.extend(numbers_in(&fs::read_to_string(entry.path()).unwrap()));
            }
        }
    }
    let explained = fs::read_to_string(root.join("tests/FAULTS")).unwrap();
    let explained: BTreeSet<u32> =
        explained.lines().filter_map(|it| it.split_whitespace().next()?.parse().ok()).collect();
    let missing: Vec<u32> = (1..=69).filter(|it| !tested.contains(it) && !explained.contains(it)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
