//! The file on the network folder: waited for, replaced as a whole, never harmed.

use std::fs;
use std::path::{Path, PathBuf};

use carteiro::office::Channel;
use carteiro::sheets::tally::Mapping;
use carteiro::workbook::record::{Applied, DueCount, KnownCell, Notice, RecordError, prepare, was_applied};
use jiff::Timestamp;

/// A folder with the workbook, and one for its copies.
struct Folder {
    _folder: tempfile::TempDir,
    file: PathBuf,
    copies: PathBuf,
}

fn folder() -> Folder {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Relatório.xlsx");
    fs::write(&file, super::sample("relatorio.xlsx")).unwrap();
    Folder { file, copies: folder.path().join("copies"), _folder: folder }
}

fn due(month: i8, channel: Channel) -> DueCount {
    let area_label = "Ger. Previdência".to_owned();
    DueCount { year: 2025, area_label, month, channel, by: 1, mapping: Mapping::default() }
}

fn now() -> Timestamp {
    Timestamp::now()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn counts_due_are_one_write_and_a_copy_is_kept() {
    let folder = folder();
    let counts = [due(8, Channel::Email), due(9, Channel::Email), due(8, Channel::Email)];
    let prepared = prepare(&folder.file, &counts, &[], now()).unwrap();
    let intents: Vec<_> = prepared.intents().cloned().collect();
    assert_eq!(fs::read(&folder.file).unwrap(), super::sample("relatorio.xlsx"), "nothing is changed by preparing");
    assert_eq!((intents[0].before, intents[0].after), (4, 6));
    assert_eq!(was_applied(&folder.file, &intents[0]).unwrap(), Applied::No);
    let recorded = prepared.commit(&folder.copies, now()).unwrap();
    assert_eq!(recorded.len(), 3);
    assert_eq!(was_applied(&folder.file, &intents[0]).unwrap(), Applied::Yes);
    let values = super::values(&fs::read(&folder.file).unwrap(), "2025");
    assert_eq!([&values[&(6, 16)], &values[&(6, 18)]], ["6", "1"]);
    assert_eq!(names(&folder.copies).len(), 1);
    assert_eq!(names(folder.file.parent().unwrap()), ["Relatório.xlsx", "copies"]);
}

#[test]
fn a_kill_before_the_rename_leaves_the_count_owed_and_one_after_it_does_not_double_it() {
    let folder = folder();
    let prepared = prepare(&folder.file, &[due(8, Channel::Email)], &[], now()).unwrap();
    let intent = prepared.intents().next().unwrap().clone();
    std::mem::forget(prepared);
    assert_eq!(was_applied(&folder.file, &intent).unwrap(), Applied::No);
    let later = now() + jiff::SignedDuration::from_hours(1);
    let again = prepare(&folder.file, &[due(8, Channel::Email)], &[], later).unwrap();
    let intent = again.intents().next().unwrap().clone();
    again.commit(&folder.copies, later).unwrap();
    assert_eq!(names(folder.file.parent().unwrap()), ["Relatório.xlsx", "copies"], "the left-over is removed");
    assert_eq!(was_applied(&folder.file, &intent).unwrap(), Applied::Yes);
    // A person saves something else afterwards: the cell tells.
    let saved = carteiro::workbook::add(&fs::read(&folder.file).unwrap(), "2024", "B6", 1).unwrap().bytes;
    fs::write(&folder.file, saved).unwrap();
    assert_eq!(was_applied(&folder.file, &intent).unwrap(), Applied::Yes);
    let saved = carteiro::workbook::add(&fs::read(&folder.file).unwrap(), "2025", "P6", 7).unwrap().bytes;
    fs::write(&folder.file, saved).unwrap();
    assert_eq!(was_applied(&folder.file, &intent).unwrap(), Applied::Unclear { found: Some(12) });
}

#[test]
fn an_open_workbook_is_waited_for_and_its_holder_is_named() {
    let folder = folder();
    let marker = folder.file.with_file_name("~$Relatório.xlsx");
    let mut content = vec![b' '; 165];
    content[0] = 5;
    content[1..6].copy_from_slice(b"Maria");
    fs::write(&marker, content).unwrap();
    let busy = prepare(&folder.file, &[due(8, Channel::Email)], &[], now());
    assert!(matches!(busy, Err(RecordError::Busy { by: Some(name) }) if name == "Maria"));
    fs::remove_file(&marker).unwrap();
    let prepared = prepare(&folder.file, &[due(8, Channel::Email)], &[], now()).unwrap();
    fs::write(folder.file.with_file_name(".~lock.Relatório.xlsx#"), ",João,pc,,;").unwrap();
    assert!(
        matches!(prepared.commit(&folder.copies, now()), Err(RecordError::Busy { by: Some(name) }) if name == "João")
    );
    let in_a_week = now() + jiff::SignedDuration::from_hours(24 * 7);
    assert!(
        prepare(&folder.file, &[due(8, Channel::Email)], &[], in_a_week).is_ok(),
        "a marker of last week is a left-over"
    );
}

#[test]
fn a_save_between_reading_and_writing_is_kept() {
    let folder = folder();
    let prepared = prepare(&folder.file, &[due(8, Channel::Email)], &[], now()).unwrap();
    let saved = carteiro::workbook::add(&super::sample("relatorio.xlsx"), "2024", "B6", 1).unwrap().bytes;
    fs::write(&folder.file, &saved).unwrap();
    assert!(matches!(prepared.commit(&folder.copies, now()), Err(RecordError::ChangedMeanwhile)));
    assert_eq!(fs::read(&folder.file).unwrap(), saved);
}

#[test]
fn a_missing_workbook_is_waited_for_and_a_half_saved_one_too() {
    let folder = folder();
    fs::write(&folder.file, &super::sample("relatorio.xlsx")[..20_000]).unwrap();
    assert!(matches!(prepare(&folder.file, &[due(8, Channel::Email)], &[], now()), Err(RecordError::HalfSaved(_))));
    fs::remove_file(&folder.file).unwrap();
    assert!(matches!(prepare(&folder.file, &[due(8, Channel::Email)], &[], now()), Err(RecordError::Missing)));
    assert_eq!(names(folder.file.parent().unwrap()), Vec::<String>::new());
}

#[test]
fn what_a_person_counted_or_overwrote_is_noticed() {
    let folder = folder();
    let check = |value, expected| {
        let known = [KnownCell { sheet: "2025".to_owned(), cell: "P6".to_owned(), value }];
        let prepared = prepare(&folder.file, &[due(8, Channel::Email)], &known, now()).unwrap();
        assert_eq!(prepared.commit(&folder.copies, now()).unwrap()[0].notice, expected);
    };
    check(3, Some(Notice::EditedByPerson { ours: 3, found: 4 }));
    check(5, None);
    check(9, Some(Notice::ProbablyOverwritten { ours: 9, found: 6 }));
}

#[test]
fn a_place_that_is_not_there_is_asked_for() {
    let folder = folder();
    let mut elsewhere = due(8, Channel::Email);
    elsewhere.area_label = "Ouvidoria".to_owned();
    let error = prepare(&folder.file, &[elsewhere], &[], now()).unwrap_err();
    assert!(matches!(error, RecordError::Ask(_)));
    assert_eq!(error.in_portuguese(), "não encontramos a área `Ouvidoria` na aba `2025`");
}

#[test]
fn the_first_count_of_a_year_makes_its_tab_and_says_so_once() {
    let folder = folder();
    let counts = [8, 9].map(|month| DueCount { year: 2027, ..due(month, Channel::Whatsapp) });
    let recorded = prepare(&folder.file, &counts, &[], now()).unwrap().commit(&folder.copies, now()).unwrap();
    let notices: Vec<_> = recorded.iter().map(|it| it.notice.clone()).collect();
    assert_eq!(notices, [Some(Notice::TabMade), None]);
    let bytes = fs::read(&folder.file).unwrap();
    let values = super::values(&bytes, "2027");
    assert_eq!([&values[&(6, 17)], &values[&(6, 27)]], ["1", "2"]);
    assert_eq!(super::values(&bytes, "2026"), super::values(&super::sample("relatorio.xlsx"), "2026"));
    let too_late = DueCount { year: 2040, ..due(1, Channel::Email) };
    assert!(matches!(prepare(&folder.file, &[too_late], &[], now()), Err(RecordError::Ask(_))));
}
