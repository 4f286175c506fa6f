//! What goes wrong on the machine: the disk, the share, the clock, a second process.

use std::fs;
use std::process::Command;

use carteiro::daemon::DaemonError;
use carteiro::ledger::{Change, Ledger};

use super::content;
use crate::desk::{AREA, Desk, Letter, MESSAGE, MONDAY, request_text};

const CARTEIRO: &str = env!("CARGO_BIN_EXE_carteiro");

/// The memory that a mail of 150 MB may bring the program to, also as it is built for tests.
const MEMORY_KIB: u64 = 64 * 1024;

#[test]
fn fault_58_a_share_that_is_gone_for_three_hours_pauses_everything_and_nothing_is_lost() {
    let mut desk = Desk::open();
    desk.ask("Recesso", &["Ana"]);
    let (share, away) = (desk.path("rede"), desk.path("fora"));
    fs::rename(&share, &away).unwrap();
    for _ in 0..6 {
        desk.clock.set(desk.clock.now() + 1800);
        assert!(matches!(desk.try_pass(), Err(DaemonError::Archive(_))));
        assert!(!share.exists(), "nothing is written beside it");
        assert!(desk.sent().is_empty());
    }
    fs::rename(&away, &share).unwrap();
    desk.pass();
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
    desk.check();
}

#[test]
fn fault_58_a_disk_without_room_lets_nothing_happen_and_leaves_no_half_file() {
    let mut desk = Desk::open();
    let config = desk.config();
    let run = |limit: &str| {
        // A file may not grow beyond the limit, as on a full disk; the signal that comes with it is not taken.
        let script = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$@\"");
        Command::new("sh").args(["-c", &script, "sh", CARTEIRO, "once", "-c"]).arg(&config).output().unwrap()
    };
    assert!(run("unlimited").status.success());
    desk.ask("Recesso", &["Ana"]);
    for limit in ["0", "1", "8"] {
        let full = run(limit);
        let said = String::from_utf8_lossy(&full.stderr).into_owned();
        assert!(fs::read_dir(desk.path("saida/new")).unwrap().next().is_none(), "{limit}: {said}");
        let mut folders = vec![desk.path("rede")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                assert!(!entry.file_name().to_string_lossy().ends_with("-tmp"), "{:?}", entry.path());
                if entry.path().is_dir() {
                    folders.push(entry.path());
                }
            }
        }
    }
    let done = run("unlimited");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(desk.received("ana@segurados.test").len(), 1);
}

#[test]
fn fault_60_a_ledger_whose_last_record_is_torn_stands_at_the_last_whole_one() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ledger.db");
    let mut ledger = Ledger::open(&path).unwrap();
    for number in 1..=8 {
        let protocol = format!("AR-2026-{number:04}");
        let change = Change {
            protocol,
            year_and_number: (2026, number),
            requester: AREA.to_owned(),
            status: "sending",
            open: true,
            state: "x".repeat(5000),
            ..Change::default()
        };
        ledger.apply(&change, MONDAY).unwrap();
    }
    let whole = fs::read(&path).unwrap();
    let journal = fs::read(dir.path().join("ledger.db-wal")).unwrap();
    drop(ledger);
    let mut seen = std::collections::BTreeSet::new();
    for cut in (0..journal.len()).step_by(1511).chain([journal.len()]) {
        let torn = tempfile::tempdir().unwrap();
        let path = torn.path().join("ledger.db");
        fs::write(&path, &whole).unwrap();
        fs::write(torn.path().join("ledger.db-wal"), &journal[..cut]).unwrap();
        let ledger = Ledger::open(&path).unwrap();
        let requests = ledger.open_requests().unwrap();
        for (row, number) in requests.iter().zip(1..) {
            assert_eq!(row.protocol.as_str(), format!("AR-2026-{number:04}"), "the first ones, without a gap");
            assert_eq!(row.state.len(), 5000);
        }
        seen.insert(requests.len());
    }
    assert!(seen.contains(&0) || seen.len() > 4, "{seen:?}");
    assert_eq!(seen.last(), Some(&8));
}

#[test]
fn fault_61_a_second_process_refuses_with_the_firsts_number_and_age() {
    let desk = Desk::open();
    let config = desk.config();
    let mut first =
        Command::new(CARTEIRO).args(["run", "-c"]).arg(&config).stderr(std::process::Stdio::null()).spawn().unwrap();
    let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while !fs::read_to_string(desk.path("estado/ledger.db.lock")).is_ok_and(|it| !it.is_empty()) {
        assert!(std::time::Instant::now() < until);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let second = Command::new(CARTEIRO).args(["once", "-c"]).arg(&config).output().unwrap();
    first.kill().unwrap();
    first.wait().unwrap();
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert_eq!(second.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("process {}", first.id())) && said.contains("0 h 0 min"), "{said}");
}

#[test]
fn fault_62_a_clock_that_jumps_and_the_turn_of_the_year_count_once_in_the_right_tab() {
    // 31 December 2026, 23:59:30 in São Paulo.
    let eve = 1_798_772_370;
    for jumps in [[-3600, 3600, 60, 60], [86_400, -86_400, 60, 60], [20, 20, 3600, 3600]] {
        let mut desk = Desk::open();
        desk.clock.set(eve);
        desk.pass();
        desk.ask("Recesso", &["Ana", "Bia"]);
        desk.pass();
        for jump in jumps {
            desk.restart(|_| ());
            desk.later(jump);
        }
        assert_eq!(desk.received("ana@segurados.test").len(), 1, "{jumps:?}");
        let (protocol, _) = desk.requests().remove(0);
        let folder = fs::read_dir(desk.path("rede/2026")).unwrap().count();
        assert!(folder >= 1 && protocol.starts_with("AR-2026-"), "{protocol}");
        let counted = desk.restart(|ledger| {
            (ledger.counted(2026).unwrap(), ledger.counted(2027).unwrap(), ledger.owed_counts().unwrap())
        });
        let all: i64 = counted.0.iter().chain(&counted.1).map(|it| it.3).sum::<i64>()
            + counted.2.iter().map(|it| it.count.amount).sum::<i64>();
        assert_eq!(all, 1, "{jumps:?}: {counted:?}");
        assert!(counted.1.is_empty(), "it left in December: {counted:?}");
        desk.check();
    }
}

#[test]
fn fault_59_a_workbook_that_is_open_in_excel_is_waited_for_and_counted_once() {
    let mut desk = Desk::open();
    let marker = desk.archive().join("~$Relatório Assessoria Relacionamento.xlsx");
    fs::write(&marker, "\u{5}Nádia").unwrap();
    let before = fs::read(desk.workbook()).unwrap();
    desk.ask("Recesso", &["Ana"]);
    desk.pass();
    for _ in 0..4 {
        desk.restart(|_| ());
        desk.later(3600);
    }
    assert_eq!(fs::read(desk.workbook()).unwrap(), before);
    assert_eq!(desk.restart(|ledger| ledger.owed_counts().unwrap().len()), 1);
    fs::remove_file(&marker).unwrap();
    for _ in 0..3 {
        desk.later(3600);
        desk.restart(|_| ());
    }
    let counted = desk.restart(|ledger| ledger.counted(2026).unwrap());
    assert_eq!(counted.iter().map(|it| it.3).sum::<i64>(), 1, "{counted:?}");
    assert_ne!(fs::read(desk.workbook()).unwrap(), before);
    desk.check();
}

#[test]
fn fault_28_a_mail_of_150_megabytes_is_archived_and_left_to_a_person_and_is_never_in_memory() {
    use std::io::Write as _;
    let dir = tempfile::tempdir().unwrap();
    let mut desk = Desk::closed_in(dir, "");
    let config = desk.config();
    let once = || Command::new(CARTEIRO).args(["once", "-c"]).arg(&config).output().unwrap();
    assert!(once().status.success());
    let large = desk.path("assessoria/tmp/grande");
    let mut file = std::io::BufWriter::new(fs::File::create(&large).unwrap());
    file.write_all(b"From: previdencia@ipreville.test\r\nSubject: Video\r\nMessage-ID: <v@ipreville.test>\r\n\r\n")
        .unwrap();
    for _ in 0..150 * 1024 * 1024 / 78 {
        file.write_all(&[b'a'; 76]).unwrap();
        file.write_all(b"\r\n").unwrap();
    }
    file.into_inner().unwrap().sync_all().unwrap();
    fs::rename(&large, desk.path("assessoria/new/grande")).unwrap();
    desk.clock.set(jiff::Timestamp::now().as_second());
    desk.ask("Recesso", &["Ana"]);
    let (with, done) = peak(&config, || {
        let aside = desk.path("assessoria/.Carteiro.Quarentena/cur");
        fs::read_dir(&aside).is_ok_and(|it| it.count() == 1) && !desk.received("ana@segurados.test").is_empty()
    });
    assert!(done, "it is not put aside, or the next mail waits for it");
    // What the program takes without it, as it is built for tests.
    desk.ask("Outro recesso", &["Bia"]);
    let (without, _) = peak(&config, || !desk.received("bia@segurados.test").is_empty());
    println!("peak {with} KiB, without the large mail {without} KiB");
    assert!(with <= without.max(32 * 1024) + 8 * 1024, "{with} KiB, without the large mail {without} KiB");
    assert!(with <= MEMORY_KIB, "{with} KiB");
}

#[test]
fn mails_that_were_made_to_break_readers_leave_memory_as_it_was_and_the_next_mail_is_handled() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = Desk::closed_in(dir, "");
    let config = desk.config();
    assert!(Command::new(CARTEIRO).args(["once", "-c"]).arg(&config).status().unwrap().success());
    desk.clock.set(jiff::Timestamp::now().as_second());
    let text = request_text("Recesso", MESSAGE);
    desk.deliver(content::nested().as_bytes());
    desk.deliver(content::headers().as_bytes());
    let bomb = content::bomb();
    desk.write(&Letter { subject: "Recesso", text: &text, files: vec![("lista.xlsx", bomb)], ..Letter::default() });
    let mut regex_bomb = content::head("Content-Type: text/plain; charset=utf-8\r\n\r\n").into_bytes();
    regex_bomb.extend_from_slice(&b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! ".repeat(20_000));
    desk.deliver(&regex_bomb);
    desk.ask("Outro recesso", &["Ana"]);
    let (kib, done) = peak(&config, || !desk.received("ana@segurados.test").is_empty());
    // What the program takes without them, as it is built for tests.
    desk.ask("Recesso de julho", &["Bia"]);
    let (without, _) = peak(&config, || !desk.received("bia@segurados.test").is_empty());
    println!("peak {kib} KiB, without these mails {without} KiB");
    assert!(done, "the next mail waits for them");
    // The largest of them has 12 MB, and is read twice: to be archived and to be judged.
    assert!(kib <= without + 26 * 1024, "{kib} KiB, without these mails {without} KiB");
    assert!(kib <= MEMORY_KIB + 26 * 1024, "{kib} KiB");
}

/// The most memory that the program takes until something is true, in KiB; and whether it became true.
fn peak(config: &std::path::Path, is_done: impl Fn() -> bool) -> (u64, bool) {
    let mut child =
        Command::new(CARTEIRO).args(["run", "-c"]).arg(config).stderr(std::process::Stdio::null()).spawn().unwrap();
    let until = std::time::Instant::now() + std::time::Duration::from_secs(120);
    let mut done = false;
    while !done && std::time::Instant::now() < until && child.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(100));
        done = is_done();
    }
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let line = status.lines().find(|it| it.starts_with("VmHWM")).unwrap();
    (line.split_whitespace().nth(1).unwrap().parse().unwrap(), done)
}
