//! The daemon that waits, and its binary.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::figure::{Goal, Scale, tell};
use crate::mailhost::MailHost;
use crate::office::disk;
use crate::work::{cpu_seconds, elsewhere, peak_mib};

/// The program itself.
pub const CARTEIRO: &str = env!("CARGO_BIN_EXE_carteiro");

/// The size of the program without its symbols.
pub fn binary(_scale: Scale) {
    let dir = tempfile::tempdir_in(disk()).unwrap();
    let stripped = dir.path().join("carteiro");
    let done = Command::new("strip").arg("-o").arg(&stripped).arg(CARTEIRO).status();
    let file = if done.is_ok_and(|it| it.success()) { stripped } else { CARTEIRO.into() };
    #[allow(clippy::cast_precision_loss, reason = "a size to be shown")]
    let megabytes = fs::metadata(file).unwrap().len() as f64 / 1e6;
    tell("binary, stripped", megabytes, "MB", None, Goal::AtMost(20.0));
}

/// The real program with TLS, IDLE and a large ledger.
pub fn figures(scale: Scale) {
    let people = scale.of(400_000, 1_600_000);
    let dir = tempfile::tempdir_in(disk()).unwrap();
    elsewhere("store", &[dir.path().to_str().unwrap(), &people.to_string()]);
    let settled = rusqlite::Connection::open(dir.path().join("ledger.db")).unwrap();
    // The people wait for the call center: nothing of them is due.
    settled.execute_batch("UPDATE requests SET status = 'sent', due_at = NULL").unwrap();
    drop(settled);
    let host = MailHost::start();
    fs::create_dir_all(dir.path().join("arquivo")).unwrap();
    let office = crate::office::Office::new();
    copy(&office.place.rules(), &dir.path().join("rules"));
    let path = dir.path().join("carteiro.toml");
    fs::write(&path, host.configuration(dir.path())).unwrap();
    let log = fs::File::create(dir.path().join("log")).unwrap();
    let mut child = Command::new(CARTEIRO)
        .args(["run", "-c", path.to_str().unwrap()])
        .envs(of_the_unit())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .unwrap();
    let process = child.id().to_string();
    std::thread::sleep(Duration::from_secs(4));
    assert!(child.try_wait().unwrap().is_none(), "{}", fs::read_to_string(dir.path().join("log")).unwrap());
    let before = cpu_seconds(&process);
    std::thread::sleep(Duration::from_secs(10));
    let (cpu, peak) = (cpu_seconds(&process) - before, peak_mib(&process));
    let _ = child.kill();
    let _ = child.wait();
    tell(&format!("idle: memory, ledger of {people}"), peak, "MiB", None, Goal::AtMost(15.0));
    tell("idle: processor", cpu / 10.0 * 1000.0, "ms a second", None, Goal::AtMost(2.0));
}

/// The environment in which the unit file starts it.
pub fn of_the_unit() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../../systemd/carteiro.service")
        .lines()
        .filter_map(|it| it.strip_prefix("Environment=")?.split_once('='))
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
