//! The ledger with the people of one Brazilian state: storing them, starting on them, telling of them.

use std::path::Path;

use carteiro::daemon::overview;
use carteiro::demo::Place;
use carteiro::office::Protocol;
use rusqlite::{Connection, params};

use crate::figure::{Goal, Scale, tell};
use crate::idle::CARTEIRO;
use crate::office::{Office, PROTOCOL, address, all_accepted, disk, name};
use crate::work::{elsewhere, program, timed};

/// Stores people: `FOLDER PEOPLE`; the office of the folder keeps them.
pub fn store(arguments: &[&str]) {
    let [root, people] = arguments else { panic!("{arguments:?}") };
    let office = Office::at(Path::new(root));
    let people: u32 = people.parse().unwrap();
    timed(|| {
        let mut ledger = office.ledger();
        office.campaign(&mut ledger, people, false);
    });
}

/// Opens the daemon on a ledger of that folder: `FOLDER`.
pub fn start(arguments: &[&str]) {
    let office = on(arguments);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    timed(|| {
        let mut daemon = office.daemon(1);
        // Nobody listens there: the pass looks for work and finds no way out.
        let _ = runtime.block_on(daemon.pass());
        daemon
    });
}

/// Asks for the status of that folder: `FOLDER`.
pub fn status(arguments: &[&str]) {
    let office = on(arguments);
    timed(|| overview(&office.ledger(), &[], 10_000, &office.config.institute.timezone).unwrap());
}

/// Has everybody of the request in that folder accepted: `FOLDER`.
pub fn accept(arguments: &[&str]) {
    let office = on(arguments);
    let mut ledger = office.ledger();
    let request = ledger.request_named(&Protocol::from_text(PROTOCOL)).unwrap().unwrap().id;
    timed(|| all_accepted(&mut ledger, request, |_| {}));
}

fn on(arguments: &[&str]) -> Office {
    let [root] = arguments else { panic!("{arguments:?}") };
    Office::at(Path::new(root))
}

/// The same rows by SQLite alone, sorted, one transaction.
fn raw(people: u32) -> f64 {
    let dir = tempfile::tempdir_in(disk()).unwrap();
    let mut rows: Vec<(String, u32)> = (0..people).map(|it| (address(it), it)).collect();
    let started = std::time::Instant::now();
    rows.sort_unstable();
    let mut db = Connection::open(dir.path().join("raw.db")).unwrap();
    db.pragma_update(None, "journal_mode", "WAL").unwrap();
    db.pragma_update(None, "synchronous", "FULL").unwrap();
    db.execute_batch(
        "CREATE TABLE p (r INTEGER, c TEXT, s INTEGER, n TEXT, state INTEGER, PRIMARY KEY (r, c, s)) WITHOUT ROWID",
    )
    .unwrap();
    let transaction = db.transaction().unwrap();
    {
        let mut insert = transaction.prepare("INSERT INTO p VALUES (1, ?1, ?2, ?3, 0)").unwrap();
        for (contact, seq) in &rows {
            insert.execute(params![contact, seq, name(*seq)]).unwrap();
        }
    }
    transaction.commit().unwrap();
    drop(db);
    started.elapsed().as_secs_f64()
}

pub fn figures(scale: Scale) {
    let people = scale.of(400_000, 1_600_000);
    let share = f64::from(people) / 1_600_000.0;
    let dir = tempfile::tempdir_in(disk()).unwrap();
    let root = dir.path().to_str().unwrap();
    let limit = raw(people);
    let stored = elsewhere("store", &[root, &people.to_string()]);
    tell(&format!("ledger: {people} recipients stored"), stored.seconds, "s", Some(limit), Goal::AtMost(20.0 * share));
    let bytes: u64 = ["ledger.db", "ledger.db-wal"]
        .iter()
        .filter_map(|it| std::fs::metadata(dir.path().join(it)).ok())
        .map(|it| it.len())
        .sum();
    #[allow(clippy::cast_precision_loss, reason = "a size to be shown")]
    let megabytes = bytes as f64 / 1e6;
    tell("ledger: its size", megabytes, "MB", None, Goal::AtMost(200.0 * share));
    tell("ledger: memory while storing", stored.peak_mib, "MiB", None, Goal::AtMost(48.0));
    let started = elsewhere("start", &[root]);
    tell("ledger: start-up", started.seconds, "s", None, Goal::AtMost(1.0));
    let told = elsewhere("status", &[root]);
    tell("ledger: status", told.seconds * 1000.0, "ms", None, Goal::AtMost(100.0));
    elsewhere("accept", &[root]);
    let config = Place { root: dir.path().to_owned() }.config();
    let config = config.to_str().unwrap();
    let person = address(people / 2);
    for (name, more, goal) in [
        ("show", &[][..], Goal::AtMost(1.0)),
        ("show, one person", &["--person", &person], Goal::AtMost(1.0)),
        ("show, everybody", &["--all"], Goal::None),
        ("show, everybody as JSON", &["--all", "--json"], Goal::None),
    ] {
        let shown = program(CARTEIRO, &[&["show", PROTOCOL, "-c", config], more].concat());
        tell(&format!("ledger: {name}"), shown.seconds, "s", None, goal);
        tell(&format!("ledger: {name}, memory"), shown.peak_mib, "MiB", None, Goal::AtMost(48.0));
    }
}
