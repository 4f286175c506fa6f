//! The architecture, checked: direction of the layers, a core without I/O.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module and its layer. A new module gets its place here first.
const LAYERS: &[(&str, u8)] = &[
    ("office", 0),
    ("phrases", 1),
    ("indicators", 2),
    ("mail", 2),
    ("sheets", 2),
    ("media", 2),
    ("rules", 3),
    ("understanding", 3),
    ("request", 3),
    ("wire", 4),
    ("oauth2", 4),
    ("smtp", 4),
    ("mailbox", 4),
    ("channel", 4),
    ("archive", 4),
    ("workbook", 4),
    ("ffmpeg", 4),
    ("dkim", 4),
    ("ledger", 4),
    ("config", 5),
    ("watch", 5),
    ("systemd", 5),
    ("metrics", 5),
    ("daemon", 6),
    ("demo", 6),
    ("cli", 7),
];

/// Siblings that may know each other, with the reason.
const SIBLINGS: &[(&str, &str, &str)] = &[
    ("oauth2", "wire", "a token endpoint is a host"),
    ("smtp", "wire", "a mail host is a host"),
    ("smtp", "oauth2", "who we are to it"),
    ("mailbox", "wire", "a mail host is a host"),
    ("mailbox", "oauth2", "who we are to it"),
    ("wire", "oauth2", "one kind of secret"),
    ("demo", "daemon", "the embedded world drives the same loop"),
    ("watch", "config", "where the rules lie"),
];

/// What the core (layers 0 to 3) must not name: files, sockets, clocks, randomness, environment, async.
const NO_IO: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::time::Instant",
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "tokio::",
    "rand::random",
    "use rand",
    "async fn",
];

#[test]
fn a_module_uses_lower_layers_only() {
    let mut wrong = Vec::new();
    for (module, layer) in LAYERS {
        for (file, text) in sources(module) {
            for used in modules_used(&code_of(&text)) {
                let Some((_, other)) = LAYERS.iter().find(|(name, _)| *name == used) else { continue };
                let may = used == *module
                    || other < layer
                    || SIBLINGS.iter().any(|(from, to, _)| from == module && *to == used);
                if !may {
                    wrong.push(format!("{}: {module} (layer {layer}) uses {used} (layer {other})", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_has_its_layer() {
    let lib = fs::read_to_string(src().join("lib.rs")).unwrap();
    for line in lib.lines() {
        if let Some(name) = line.strip_prefix("pub mod ").and_then(|it| it.strip_suffix(';')) {
            assert!(LAYERS.iter().any(|(it, _)| *it == name), "{name} has no layer in tests/it/tidy.rs");
        }
    }
}

#[test]
fn the_core_does_no_io() {
    let mut wrong = Vec::new();
    for (module, _) in LAYERS.iter().filter(|(_, layer)| *layer <= 3) {
        for (file, text) in sources(module) {
            let code = code_of(&text);
            for word in NO_IO.iter().filter(|it| code.contains(**it)) {
                wrong.push(format!("{} names {word}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    for (module, _) in LAYERS {
        for (file, text) in sources(module) {
            assert!(text.starts_with("//! "), "{} does not begin with a `//!` sentence", file.display());
        }
    }
}

#[test]
fn nothing_reaches_over_two_levels_and_nothing_is_left_to_do() {
    let marks = [["super", "super"].join("::"), ["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["XX", "X"].concat()];
    for (module, _) in LAYERS {
        for (file, text) in sources(module) {
            for mark in &marks {
                let found = text.lines().any(|line| {
                    line.split(|c: char| !c.is_alphanumeric() && c != ':')
                        .any(|word| word == mark || word.contains("super") && word.contains(mark.as_str()))
                });
                assert!(!found, "{} has {mark}", file.display());
            }
        }
    }
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file of a module with its text; files of tests are left out.
fn sources(module: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![src().join(module)];
    let single = src().join(format!("{module}.rs"));
    if single.exists() {
        found.push((single.clone(), fs::read_to_string(single).unwrap()));
    }
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") && path.file_stem().is_some_and(|it| it != "tests")
            {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

/// The code without its tests and comments.
fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules of this crate that the code names.
fn modules_used(code: &str) -> Vec<String> {
    let mut used: Vec<String> = Vec::new();
    for part in code.split("crate::").skip(1) {
        if let Some(inner) = part.strip_prefix('{') {
            let group = inner.split("};").next().unwrap_or_default();
            let mut depth = 0_i32;
            for piece in group.split_inclusive(['{', '}', ',']) {
                if depth == 0 {
                    used.push(piece.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
                }
                depth += i32::from(piece.ends_with('{')) - i32::from(piece.ends_with('}'));
            }
        } else {
            used.push(part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    used.retain(|it| !it.is_empty());
    used
}
