//! Every reader of foreign bytes gets torn forms of everything that lies in the corpora, and ends with a value or an
//! error. `CARTEIRO_TORN=100000` tries more of each, `CARTEIRO_SEED` another sequence; a failure names file and seed.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use carteiro::archive::Archive;
use carteiro::config::Config;
use carteiro::mail::dsn::read_notice;
use carteiro::mail::incoming::IncomingMail;
use carteiro::media::{MediaLimits, judge};
use carteiro::office::content::{Filing, Message};
use carteiro::office::{Channel, OfficeBook, Vocabulary};
use carteiro::rules::{RuleFile, RuleSet, shipped};
use carteiro::sheets::report::read_report_file;
use carteiro::sheets::{ListAsk, read_contacts, read_list};
use carteiro::understanding::understand;
use carteiro::workbook::add;

use crate::corpus::{context, office, setting};

/// Larger files are left to tests of their own: a torn form is read from its beginning.
const BYTES_MAX: u64 = 300_000;

/// Words at which readers turn.
const WORDS: [&[u8]; 24] = [
    b"\r\n\r\n",
    b"--",
    b"boundary=",
    b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"=?utf-8?B?",
    b"\xff\xfe",
    b"\0",
    b"{{",
    b"}}",
    b"[[",
    b"\"\"\"",
    b"<table><td colspan=99999999>",
    b"<![CDATA[",
    b"&#x110000;",
    b"PK\x03\x04",
    b"99999999999999999999",
    b"-1",
    b"rfc822;",
    b"Action: failed\r\n",
    b"=cmd|",
    b";",
    b"\xed\xa0\x80",
    b"2026-02-30T25:61",
];

/// A sequence that can be repeated (xorshift64*).
struct Sequence(u64);

impl Sequence {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }

    /// Cuts, flips, repeats, joins with another file, or puts a word in; up to four times.
    fn torn(&mut self, whole: &[u8], other: &[u8]) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len());
            match self.below(6) {
                0 => bytes.truncate(at),
                1 if !bytes.is_empty() => bytes[at] ^= 1 << self.below(8),
                2 if !bytes.is_empty() => bytes[at] = u8::try_from(self.below(256)).unwrap(),
                3 => {
                    let end = (at + self.below(400)).min(bytes.len());
                    let piece = bytes[at..end].to_vec();
                    for _ in 0..self.below(30) {
                        bytes.splice(at..at, piece.iter().copied());
                    }
                }
                4 => {
                    let from = self.below(other.len());
                    bytes.truncate(at);
                    bytes.extend_from_slice(&other[from..]);
                }
                _ => {
                    let word = WORDS[self.below(WORDS.len())];
                    bytes.splice(at..at, word.iter().copied());
                }
            }
        }
        bytes
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

/// The files below folders of `tests/` whose names end so.
fn seeds(folders: &[&str], ends: &[&str]) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> =
        folders.iter().map(|it| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(it)).collect();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if ends.iter().any(|it| path.to_string_lossy().ends_with(it))
                && entry.metadata().unwrap().len() <= BYTES_MAX
            {
                found.push((path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// Reads `cases` torn forms of the seeds.
fn check(seeds: &[(String, Vec<u8>)], cases: u64, read: impl Fn(&str, &[u8])) {
    assert!(!seeds.is_empty());
    let mut sequence = Sequence(number("CARTEIRO_SEED", 20_261_122).max(1));
    for case in 0..number("CARTEIRO_TORN", cases) {
        let (name, whole) = &seeds[sequence.below(seeds.len())];
        let (_, other) = &seeds[sequence.below(seeds.len())];
        let at = sequence.0;
        let bytes = sequence.torn(whole, other);
        let ended = catch_unwind(AssertUnwindSafe(|| read(name, &bytes)));
        assert!(ended.is_ok(), "case {case}: {name} torn from {at}");
    }
}

#[test]
fn torn_mails_end_with_a_reading_or_a_reason() {
    check(&seeds(&["corpus", "corpus-own", "variants", "identity"], &[".eml"]), 3_000, |_, bytes| {
        let _ = IncomingMail::parse(bytes);
    });
}

#[test]
fn torn_mails_are_understood_in_bounds() {
    let office = office();
    let setting = setting(&office, &[], jiff::civil::date(2026, 9, 9).at(9, 0, 0, 0));
    check(&seeds(&["corpus", "corpus-own", "variants"], &[".eml"]), 100, |_, bytes| {
        if let Ok(mail) = IncomingMail::parse(bytes) {
            let _ = understand(&mail, &setting);
        }
    });
}

/// Answers are read beside the requests they belong to, notices and reports beside what was sent.
#[test]
fn torn_answers_to_requests_that_are_known_are_understood_in_bounds() {
    let office = office();
    let known = context();
    let setting = setting(&office, &known, jiff::civil::date(2026, 9, 9).at(9, 0, 0, 0));
    let answers: Vec<(String, Vec<u8>)> = seeds(&["corpus"], &[".eml"])
        .into_iter()
        .filter(|(_, raw)| memchr::memmem::find(raw, b"\nIn-Reply-To:").is_some())
        .collect();
    assert!(answers.len() > 5, "{}", answers.len());
    check(&answers, 100, |_, bytes| {
        if let Ok(mail) = IncomingMail::parse(bytes) {
            let _ = understand(&mail, &setting);
        }
    });
}

#[test]
fn torn_areas_end_with_a_book_or_with_mistakes() {
    let mut files = seeds(&["corpus/rules", "rules"], &["areas.toml"]);
    files.push(("areas.toml".to_owned(), shipped::file("areas.toml").unwrap().as_bytes().to_vec()));
    check(&files, 2_000, |_, bytes| {
        let _ = OfficeBook::from_toml(&String::from_utf8_lossy(bytes));
    });
}

/// People can change what lies in the network folder: a request whose folder was changed is read back as an error.
#[test]
fn torn_folders_of_requests_are_read_back_or_refused() {
    let dir = tempfile::tempdir().unwrap();
    let archive = Archive::new(dir.path().to_owned(), false);
    let message = Message { text: "Bom dia".to_owned(), html: None, inline: Vec::new(), files: Vec::new() };
    let filing = Filing { subject: Some("Aviso".to_owned()), messages: [(Channel::Email, message)].into() };
    archive.file("2026/geral/AR-2026-0001 Aviso", &filing).unwrap();
    let path = dir.path().join("2026/geral/AR-2026-0001 Aviso/conteudo.json");
    let whole = fs::read(&path).unwrap();
    check(&[("conteudo.json".to_owned(), whole)], 1_000, |_, bytes| {
        fs::write(&path, bytes).unwrap();
        let _ = archive.filed("2026/geral/AR-2026-0001 Aviso");
    });
}

#[test]
fn torn_notices_end_with_a_reading() {
    check(&seeds(&["receipts"], &[".eml"]), 2_000, |_, bytes| {
        let _ = read_notice(bytes);
    });
}

#[test]
fn torn_lists_of_every_kind_end_with_a_list_or_an_error() {
    for kind in [".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".docx", ".zip"] {
        check(&seeds(&["lists/files"], &[kind]), 60, |name, bytes| {
            let _ = read_list(name, bytes, Channel::Email, Vocabulary::shipped(), &ListAsk::default());
        });
    }
    check(&seeds(&["lists/contatos", "lists/files"], &[".xlsx"]), 60, |name, bytes| {
        let _ = read_contacts(name, bytes, Vocabulary::shipped(), &ListAsk::default());
    });
}

#[test]
fn torn_reports_end_with_a_report_or_an_error() {
    let kinds = [".xlsx", ".xls", ".csv", ".txt", ".pdf", ".zip", ".html"];
    check(&seeds(&["reports"], &kinds), 250, |name, bytes| {
        let _ = read_report_file(name, bytes, Vocabulary::shipped());
    });
}

#[test]
fn torn_workbooks_end_with_a_workbook_or_a_refusal() {
    check(&seeds(&["workbook"], &[".xlsx"]), 60, |_, bytes| {
        for (sheet, cell) in [("2026", "F6"), ("Ano 2025", "C7")] {
            let _ = add(bytes, sheet, cell, 1);
        }
    });
}

#[test]
fn torn_pictures_and_films_end_with_a_judgement() {
    check(&seeds(&["media"], &[""]), 600, |name, bytes| {
        let _ = judge(name, bytes, MediaLimits::shipped());
    });
}

#[test]
fn torn_rule_files_end_with_a_set_or_with_mistakes() {
    // Of the thousands of example sentences a few are enough.
    let shortened = |text: &str| -> String {
        let kept = text.lines().enumerate().filter(|(at, line)| !line.starts_with("  \"") || at % 200 == 0);
        kept.map(|it| format!("{}\n", it.1)).collect()
    };
    let files: Vec<(String, Vec<u8>)> =
        shipped::FILES.iter().map(|(name, text)| ((*name).to_owned(), shortened(text).into_bytes())).collect();
    check(&files, 60, |torn, bytes| {
        let set = files.iter().map(|(name, whole)| RuleFile {
            name: name.clone(),
            bytes: if name == torn { bytes.to_vec() } else { whole.clone() },
        });
        if let Err(found) = RuleSet::from_files(set.collect()) {
            assert!(!carteiro::rules::render(&found, carteiro::rules::Colours::Off).is_empty());
        }
    });
}

#[test]
fn torn_settings_end_with_settings_or_with_mistakes() {
    let shipped = fs::read("src/cli/carteiro.toml").unwrap();
    let open = String::from_utf8(shipped.clone()).unwrap().replace("# [oauth2", "[oauth2").into_bytes();
    check(&[("carteiro.toml".to_owned(), shipped), ("aberto.toml".to_owned(), open)], 3_000, |_, bytes| {
        if let Err(found) = Config::from_toml(&String::from_utf8_lossy(bytes)) {
            assert!(found.iter().all(|it| !it.to_string().is_empty()));
        }
    });
}
