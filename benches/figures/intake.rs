//! Intake: fetch, parse, understand, decide, record and move, beside one raw ranged fetch.

use std::fs;
use std::os::unix::fs::chown;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use carteiro::config::Config;
use carteiro::daemon::{Clock, Daemon, account};
use carteiro::ledger::{Ledger, Position};
use carteiro::mail::authenticity::IdentityPolicy;
use carteiro::mail::incoming::IncomingMail;
use carteiro::mailbox::Mailbox;
use carteiro::rules::{RuleSet, decide_mail};
use carteiro::smtp::Route;
use carteiro::understanding::{Setting, understand};
use carteiro::wire::{Host, Tls, Wire};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::figure::{Goal, Scale, median, tell};
use crate::mailhost::{MailHost, PASSWORD};
use crate::office::{Office, disk};
use crate::work::{cpu_seconds, elsewhere, timed};

const USER: &str = "assessoria@ipreville.test";

/// Takes in everything in the box: `CONFIGURATION MAILS`.
pub fn work(arguments: &[&str]) {
    let [path, mails] = arguments else { panic!("{arguments:?}") };
    let mut config = Config::load(Path::new(path)).unwrap();
    config.mailboxes.truncate(1);
    let rules = Arc::new(RuleSet::shipped_example().unwrap());
    let runtime = crate::office::runtime();
    let box_of_ours = account(&config.mailboxes[0], &config).unwrap();
    let end = runtime.block_on(async { Mailbox::open(&box_of_ours).await.unwrap().end().await.unwrap() });
    let carteiro::config::LedgerUrl::Sqlite(ledger) = config.ledger.clone();
    let start = Position { uid_validity: end.uid_validity, last_uid: 0, proven_at: 0 };
    Ledger::open(&ledger).unwrap().receive(&box_of_ours.name, &[], start).unwrap();
    let mut daemon = Daemon::open(config, rules, Clock::System).unwrap();
    daemon.use_route(Route::Maildir(Path::new(path).with_file_name("saida")));
    let progress = timed(|| runtime.block_on(daemon.pass()).unwrap());
    assert_eq!(
        (progress.received.to_string(), progress.decided.to_string()),
        ((*mails).to_owned(), (*mails).to_owned())
    );
}

/// Puts mails into the box behind Dovecot's back: answering machines, which are filed away without an answer.
fn fill(host: &MailHost, mails: u32, size: usize) {
    let root = host.dir().join("mail/ipreville.test/assessoria");
    let _ = fs::remove_dir_all(&root);
    for part in ["", "new", "cur", "tmp"] {
        fs::create_dir_all(root.join(part)).unwrap();
        chown(root.join(part), Some(8), Some(8)).unwrap();
    }
    chown(root.parent().unwrap(), Some(8), Some(8)).unwrap();
    let line = "Estou em viagem a trabalho e volto na segunda-feira; em caso de urgencia, fale com a recepcao.\r\n";
    let body = line.repeat(size / line.len());
    for n in 0..mails {
        let raw = format!(
            "From: Pessoa {n} <pessoa{n}@segurados.test>\r\nTo: {USER}\r\nSubject: Resposta automatica: aviso {n}\r\n\
             Message-ID: <{n}@segurados.test>\r\nAuto-Submitted: auto-replied\r\nDate: Sun, 22 Nov 2026 10:00:00 -0300\r\n\r\n{body}"
        );
        let path = root.join("new").join(format!("{:010}.M{n}P1.mx", 1_700_000_000 + n));
        fs::write(&path, raw).unwrap();
        chown(&path, Some(8), Some(8)).unwrap();
    }
}

/// One ranged fetch of everything, read and thrown away.
async fn raw_fetch(host: &Host) -> f64 {
    let mut wire = Wire::connect(host).await.unwrap();
    let _ = wire.read_line().await.unwrap();
    say(&mut wire, "a1", &format!("LOGIN {USER} {PASSWORD}")).await;
    say(&mut wire, "a2", "SELECT INBOX").await;
    let started = Instant::now();
    say(&mut wire, "a3", "UID FETCH 1:* (UID INTERNALDATE BODY.PEEK[])").await;
    started.elapsed().as_secs_f64()
}

async fn say(wire: &mut Wire, tag: &str, command: &str) {
    wire.write_all(format!("{tag} {command}\r\n").as_bytes()).await.unwrap();
    let end = format!("\r\n{tag} OK");
    let mut tail: Vec<u8> = b"\r\n".to_vec();
    let mut space = vec![0; 64 * 1024];
    loop {
        let count = wire.read(&mut space).await.unwrap();
        assert!(count > 0, "Dovecot hung up");
        tail.extend_from_slice(&space[..count]);
        if memchr::memmem::find(&tail, end.as_bytes()).is_some() {
            return;
        }
        let keep = tail.len().saturating_sub(200);
        tail.drain(..keep);
    }
}

pub fn figures(scale: Scale) {
    understood(scale);
    let host = MailHost::start();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let line = host.host(host.ports().imaps, Tls::Implicit);
    for (mails, size, what) in [(scale.of(4_000, 10_000), 4_096, "4 KB"), (scale.of(100, 500), 300_000, "300 KB")] {
        fill(&host, mails, size);
        // Dovecot writes its index at the first look; neither side pays for it.
        runtime.block_on(raw_fetch(&line));
        let limit = f64::from(mails) / runtime.block_on(raw_fetch(&line));
        let dir = tempfile::tempdir_in(disk()).unwrap();
        fs::create_dir_all(dir.path().join("arquivo")).unwrap();
        let path = dir.path().join("carteiro.toml");
        fs::write(&path, host.configuration(dir.path())).unwrap();
        let cost = elsewhere("intake", &[path.to_str().unwrap(), &mails.to_string()]);
        let goal = if size < 10_000 { Goal::RatioAtLeast(0.5) } else { Goal::None };
        tell(
            &format!("intake: {mails} mails of {what}"),
            f64::from(mails) / cost.seconds,
            "mails/s",
            Some(limit),
            goal,
        );
        tell(&format!("intake: mails of {what}, memory"), cost.peak_mib, "MiB", None, Goal::AtMost(24.0));
    }
}

/// The corpus of the tests: parsed, understood and ruled, a processor second.
fn understood(scale: Scale) {
    let office = Office::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut paths: Vec<_> = fs::read_dir(root).unwrap().flatten().map(|it| it.path()).collect();
    paths.retain(|it| it.extension().is_some_and(|it| it == "eml"));
    paths.sort();
    let corpus: Vec<Vec<u8>> = paths.iter().map(|it| fs::read(it).unwrap()).collect();
    let identity = IdentityPolicy { authserv_id: Some("mx.ipreville.test".to_owned()), exchange_internal: true };
    let setting = Setting {
        office: &office.rules.office,
        vocabulary: &office.rules.vocabulary,
        media: &office.rules.media,
        identity: &identity,
        known: &[],
        holidays: &office.config.institute.holidays,
        now: jiff::civil::date(2026, 11, 22).at(10, 0, 0, 0),
    };
    let count = scale.of(2_000, 10_000);
    let (mut ours, mut limit) = (Vec::new(), Vec::new());
    for _ in 0..scale.rounds() {
        let started = cpu_seconds("self");
        let parser = mail_parser::MessageParser::new();
        assert!(corpus.iter().cycle().take(count as usize).filter_map(|it| parser.parse(it)).count() > 0);
        limit.push(f64::from(count) / (cpu_seconds("self") - started));
        let started = cpu_seconds("self");
        for raw in corpus.iter().cycle().take(count as usize) {
            let Ok(mail) = IncomingMail::parse(raw) else { continue };
            let understood = understand(&mail, &setting);
            std::hint::black_box(decide_mail(&office.rules, &understood.facts, &mail, setting.now.date()));
        }
        ours.push(f64::from(count) / (cpu_seconds("self") - started));
    }
    tell("mails understood and ruled, one core", median(ours), "mails/s", Some(median(limit)), Goal::AtLeast(2_000.0));
}
