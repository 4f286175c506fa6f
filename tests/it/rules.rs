//! Rule files: what is accepted, what is refused and where.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use carteiro::rules::{Colours, Diagnostic, Gravity, RuleFile, RuleSet, render};

fn data(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(name)).unwrap()
}

fn shipped(name: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// A folder without mistakes.
fn good_folder() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for name in ["areas.toml", "10-aviso.toml"] {
        files.insert(name.to_owned(), data(name).into_bytes());
    }
    for name in ["textos/enviado.txt", "modelos/pericia.txt"] {
        files.insert(name.to_owned(), shipped(name).into_bytes());
    }
    files
}

fn load(files: BTreeMap<String, Vec<u8>>) -> Result<RuleSet, Vec<Diagnostic>> {
    RuleSet::from_files(files.into_iter().map(|(name, bytes)| RuleFile { name, bytes }).collect())
}

fn with(name: &str, bytes: &[u8]) -> Result<RuleSet, Vec<Diagnostic>> {
    let mut files = good_folder();
    files.insert(name.to_owned(), bytes.to_vec());
    load(files)
}

/// The diagnostics as a person sees them.
fn shown(found: &[Diagnostic]) -> String {
    render(found, Colours::Off)
}

#[test]
fn the_good_folder_is_good() {
    if let Err(found) = load(good_folder()) {
        panic!("{}", shown(&found));
    }
}

/// One line of erros.txt.
struct Seed {
    file: String,
    from: String,
    to: String,
    on_line: String,
    says: String,
}

fn seeds() -> Vec<Seed> {
    let text = data("erros.txt");
    let unescape = |text: &str| text.replace("\\n", "\n");
    let seed = |line: &str| {
        let parts: Vec<&str> = line.splitn(4, " | ").collect();
        let (file, change, on_line, says) = match parts.as_slice() {
            [file, change, on_line, says] => (*file, *change, *on_line, *says),
            // An empty word: `… | | …`.
            [file, change, rest] => (*file, change.trim_end_matches(" |"), "", rest.trim_start_matches("| ")),
            _ => panic!("{line}"),
        };
        let (from, to) = change.split_once(" ->").unwrap();
        Seed {
            file: file.to_owned(),
            from: unescape(from),
            to: unescape(to.strip_prefix(' ').unwrap_or(to)),
            on_line: unescape(on_line),
            says: says.to_owned(),
        }
    };
    text.lines().filter(|it| !it.starts_with('#') && !it.trim().is_empty()).map(seed).collect()
}

/// The line, from 1, on which a word stands in a text.
fn line_of(text: &str, word: &str) -> Option<usize> {
    let at = text.find(word)?;
    Some(text[..at].matches('\n').count() + 1)
}

#[test]
fn every_seeded_mistake_is_refused_and_nearly_every_one_on_its_line() {
    let seeds = seeds();
    assert!(seeds.len() >= 100, "{}", seeds.len());
    let (mut wrong, mut accepted) = (Vec::new(), Vec::new());
    for seed in &seeds {
        let good = match good_folder().remove(&seed.file) {
            Some(bytes) => String::from_utf8(bytes).unwrap(),
            None => shipped(&seed.file),
        };
        let bad = good.replacen(&seed.from, &seed.to, 1);
        if good == bad {
            wrong.push(format!("{}: `{}` does not stand there", seed.file, seed.from));
            continue;
        }
        let Err(found) = with(&seed.file, bad.as_bytes()) else {
            accepted.push(format!("{} | {} -> {}", seed.file, seed.from, seed.to));
            continue;
        };
        let Some(line) = line_of(&bad, &seed.on_line) else {
            wrong.push(format!("`{}` does not stand in the broken file", seed.on_line));
            continue;
        };
        let says = seed.says.trim_end_matches('?');
        let is_right = |it: &&Diagnostic| {
            let text = shown(std::slice::from_ref(it));
            it.gravity == Gravity::Error && it.file == seed.file && it.line() == line && text.contains(says)
        };
        if !found.iter().any(|it| is_right(&it)) {
            wrong.push(format!("{} -> {} (line {line}: {says})\n{}", seed.from, seed.to, shown(&found)));
        }
    }
    assert!(accepted.is_empty(), "accepted: {accepted:#?}\n{}", wrong.join("\n"));
    let right = seeds.len() - wrong.len();
    println!("{right} of {} on the right line\n{}", seeds.len(), wrong.join("\n"));
    assert!(right * 100 >= seeds.len() * 95, "{right} of {}:\n{}", seeds.len(), wrong.join("\n"));
}
