//! `carteiro workbook add`: a count corrected by hand.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{sample, values};

/// Runs the command on a copy of the sample and gives its exit code and what it said on standard error.
fn run(folder: &Path, cell: &str, more: &[&str]) -> (Option<i32>, String) {
    let file = folder.join("Relatório.xlsx");
    if !file.exists() {
        fs::write(&file, sample("relatorio.xlsx")).unwrap();
    }
    let done = Command::new(env!("CARGO_BIN_EXE_carteiro"))
        .args(["workbook", "add", file.to_str().unwrap(), "--sheet", "2025", "--by", "1", "--cell", cell])
        .args(more)
        .output()
        .unwrap();
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

#[test]
fn the_output_is_another_file_or_the_same_with_a_copy_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (output, copies) = (folder.path().join("novo.xlsx"), folder.path().join("copies"));
    assert_eq!(run(folder.path(), "P6", &["--output", output.to_str().unwrap()]).0, Some(0));
    let file = folder.path().join("Relatório.xlsx");
    assert_eq!(fs::read(&file).unwrap(), sample("relatorio.xlsx"));
    assert_eq!(values(&fs::read(&output).unwrap(), "2025")[&(6, 16)], "5");
    assert_eq!(run(folder.path(), "P6", &["--backups", copies.to_str().unwrap()]).0, Some(0));
    assert_eq!(fs::read(&file).unwrap(), fs::read(&output).unwrap());
    let kept: Vec<_> = fs::read_dir(&copies).unwrap().map(|it| fs::read(it.unwrap().path()).unwrap()).collect();
    assert_eq!(kept, [sample("relatorio.xlsx")]);
}

#[test]
fn a_refusal_is_exit_code_1_with_a_reason_and_without_output() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("novo.xlsx");
    let (code, said) = run(folder.path(), "Z6", &["--output", output.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert!(said.ends_with("Relatório.xlsx`: 2025!Z6 holds a formula\n"), "{said}");
    assert!(!output.exists());
    fs::write(folder.path().join("~$Relatório.xlsx"), [&b"\x05Maria"[..], &[b' '; 159]].concat()).unwrap();
    let (code, said) = run(folder.path(), "P6", &[]);
    assert_eq!(code, Some(1));
    assert!(said.contains("is open by Maria"), "{said}");
    assert_eq!(fs::read(folder.path().join("Relatório.xlsx")).unwrap(), sample("relatorio.xlsx"));
}
