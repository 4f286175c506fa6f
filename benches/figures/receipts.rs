//! Receipts: read, and read, matched and recorded against a large request.

use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use carteiro::ledger::Ledger;
use carteiro::mail::dsn::read_notice;
use carteiro::office::{Channel, RecipientState, RequestId};

use crate::figure::{Goal, Scale, median, tell};
use crate::office::{Office, all_accepted};
use crate::work::{cpu_seconds, elsewhere, peak_mib, resident_mib};

/// The notices of the tests, from many servers.
fn corpus() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/receipts");
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in fs::read_dir(root).unwrap().flatten().filter(|it| it.path().is_dir()) {
        files.extend(fs::read_dir(folder.path()).unwrap().flatten().map(|it| it.path()));
    }
    files.sort();
    files.iter().filter(|it| it.extension().is_some_and(|it| it == "eml")).map(|it| fs::read(it).unwrap()).collect()
}

/// Matches receipts: `PEOPLE RECEIPTS [WAVE]`. They come in waves of so many, as over the days of a campaign; how much
/// memory is resident after each goes to standard error.
pub fn work(arguments: &[&str]) {
    let numbers: Vec<u32> = arguments.iter().map(|it| it.parse().unwrap()).collect();
    let (people, receipts, wave) = match numbers[..] {
        [people, receipts] => (people, receipts, receipts),
        [people, receipts, wave] => (people, receipts, wave),
        _ => panic!("{arguments:?}"),
    };
    let mut office = Office::new();
    let mut ledger = office.ledger();
    let request = office.campaign(&mut ledger, people, false);
    let waves = answered(&office, &mut ledger, request, people, (receipts, wave));
    drop(ledger);
    office.config = office.place.read().unwrap().0;
    office.config.mailboxes.truncate(1);
    let mut daemon = office.daemon(1);
    let runtime = crate::office::runtime();
    runtime.block_on(daemon.pass()).unwrap();
    let inbox = office.place.mailbox("assessoria");
    fs::create_dir_all(inbox.join("new")).unwrap();
    let (mut seconds, mut cpu, mut came) = (0.0, 0.0, 0);
    for (number, feed) in waves.iter().enumerate() {
        let lines: Vec<String> = fs::read_to_string(feed).unwrap().lines().map(str::to_owned).collect();
        // The order in which receipts come is not that of the list.
        for (n, line) in lines.iter().enumerate() {
            let (envelope_id, contact) = line.split_once(' ').unwrap();
            let mixed = n * 7919 % lines.len().max(1);
            let name = format!("{:010}.M{number}P{n}.mx", 1_790_000_000 + mixed);
            fs::write(inbox.join("new").join(name), notice(envelope_id, contact)).unwrap();
        }
        let count = lines.len() as u64;
        drop(lines);
        let (started, cpu_started) = (std::time::Instant::now(), cpu_seconds("self"));
        let progress = runtime.block_on(daemon.pass()).unwrap();
        seconds += started.elapsed().as_secs_f64();
        cpu += cpu_seconds("self") - cpu_started;
        assert_eq!(progress.decided, count);
        came += count;
        if waves.len() > 1 {
            eprintln!("{came} receipts, {seconds:.1} s, {cpu:.1} s of processor, {:.1} MiB", resident_mib("self"));
            // Somebody tidies the folder of what was handled.
            fs::remove_dir_all(inbox.join(".Carteiro.Processados/cur")).unwrap();
        }
    }
    println!("{seconds} {cpu} {}", peak_mib("self"));
    let tally = daemon.into_ledger().tally(request, Channel::Email).unwrap();
    assert_eq!(tally.of(RecipientState::Relayed), came, "{tally:?}");
}

/// Has everybody accepted, and writes down who will be in which wave of receipts: each takes some of every parcel.
fn answered(
    office: &Office,
    ledger: &mut Ledger,
    request: RequestId,
    people: u32,
    (receipts, wave): (u32, u32),
) -> Vec<PathBuf> {
    let every = (people / receipts).max(1) as usize;
    let feeds: Vec<PathBuf> = (0..receipts.div_ceil(wave)).map(|it| office.root().join(format!("wave-{it}"))).collect();
    let mut files: Vec<_> = feeds.iter().map(|it| BufWriter::new(fs::File::create(it).unwrap())).collect();
    let mut turn = 0;
    all_accepted(ledger, request, |parcel| {
        for it in parcel.people.iter().step_by(every).take(receipts as usize - turn) {
            let count = files.len();
            writeln!(files[turn % count], "{} {}", parcel.envelope_id, it.contact).unwrap();
            turn += 1;
        }
    });
    files.iter_mut().for_each(|it| it.flush().unwrap());
    feeds
}

/// A notice as Postfix writes it.
fn notice(envelope_id: &str, contact: &str) -> String {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.segurados.test (Mail Delivery System)\r\nTo: presidente@ipreville.example\r\n\
         Subject: Successful Mail Delivery Report\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Message-Id: <{contact}.relatorio@mx.segurados.test>\r\n\
         Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"4F1.179/mx\"\r\n\r\n\
         --4F1.179/mx\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nYour message was successfully delivered to the \
         destination(s)\r\nlisted below.\r\n\r\n<{contact}>: delivery via lmtp: 250 2.0.0 Saved\r\n\r\n\
         --4F1.179/mx\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.segurados.test\r\n\
         Original-Envelope-Id: {envelope_id}\r\nArrival-Date: Sun, 22 Nov 2026 10:00:00 -0300 (-03)\r\n\r\n\
         Final-Recipient: rfc822; {contact}\r\nOriginal-Recipient: rfc822;{contact}\r\nAction: relayed\r\nStatus: 2.0.0\r\n\
         Remote-MTA: dns; lmtp\r\nDiagnostic-Code: smtp; 250 2.0.0 <{contact}> Saved\r\n\r\n\
         --4F1.179/mx\r\nContent-Type: text/rfc822-headers\r\n\r\nFrom: Ipreville <presidente@ipreville.example>\r\n\
         Subject: Recadastramento\r\nTo: undisclosed-recipients:;\r\n\r\n--4F1.179/mx--\r\n"
    )
}

/// Notices cut off and with bytes overwritten or turned: the slowest of them, in milliseconds. `CARTEIRO_BENCH_NOTICES`
/// names a folder of further ones.
fn slowest_torn(corpus: &[Vec<u8>], each: u32) -> f64 {
    let mut further = Vec::new();
    if let Some(folder) = std::env::var_os("CARTEIRO_BENCH_NOTICES") {
        let files = fs::read_dir(folder).unwrap().flatten().filter(|it| it.path().is_file());
        further.extend(files.map(|it| fs::read(it.path()).unwrap()));
    }
    let mut slowest = 0.0_f64;
    for (name, whole) in corpus.iter().chain(&further).enumerate() {
        for n in 0..each {
            let mut bytes = whole.clone();
            // A sequence that anybody can repeat: the fractional parts of multiples of the golden ratio.
            let place = |k: u32| (f64::from(n * 8 + k) * 0.618_033_988_749_895).fract();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place within the notice")]
            let at = |k: u32, len: usize| (place(k) * len.max(1) as f64) as usize;
            match n % 4 {
                0 => bytes.truncate(at(0, whole.len())),
                1 => {
                    for k in 0..8 {
                        let here = at(k, whole.len());
                        if let Some(byte) = bytes.get_mut(here) {
                            *byte ^= 1 << (n / 4 % 8);
                        }
                    }
                }
                2 => {
                    let (from, to) = (at(1, whole.len()), at(2, whole.len()));
                    bytes.drain(from.min(to)..from.max(to));
                }
                _ => {
                    let (from, to) = (at(3, whole.len()), at(4, whole.len()));
                    let piece = whole[from.min(to)..from.max(to)].to_vec();
                    let here = at(5, whole.len());
                    bytes.splice(here..here, piece);
                }
            }
            // The fastest of up to three readings: one may have had to wait for the processor.
            let mut fastest = f64::INFINITY;
            for _ in 0..3 {
                let started = std::time::Instant::now();
                std::hint::black_box(read_notice(&bytes));
                fastest = fastest.min(started.elapsed().as_secs_f64() * 1000.0);
                if fastest < 5.0 {
                    break;
                }
            }
            if fastest > slowest && fastest > 20.0 {
                eprintln!("notice {name}, form {n}: {fastest:.1} ms for {} bytes", bytes.len());
            }
            slowest = slowest.max(fastest);
        }
    }
    slowest
}

pub fn figures(scale: Scale) {
    let corpus = corpus();
    let slowest = slowest_torn(&corpus, scale.of(100, 1_000));
    tell("a notice cut or flipped, the slowest", slowest, "ms", None, Goal::AtMost(50.0));
    let count = scale.of(10_000, 50_000) as usize;
    let (mut ours, mut limit) = (Vec::new(), Vec::new());
    #[allow(clippy::cast_precision_loss, reason = "a rate to be shown")]
    let rate = |started: f64| count as f64 / (cpu_seconds("self") - started);
    for _ in 0..scale.rounds() {
        let started = cpu_seconds("self");
        let parser = mail_parser::MessageParser::new();
        assert!(corpus.iter().cycle().take(count).filter_map(|it| parser.parse(it)).count() > 0);
        limit.push(rate(started));
        let started = cpu_seconds("self");
        assert!(corpus.iter().cycle().take(count).filter(|it| !read_notice(it).recipients.is_empty()).count() > 0);
        ours.push(rate(started));
    }
    tell("receipts read, one core", median(ours), "receipts/s", Some(median(limit)), Goal::AtLeast(15_000.0));
    let (people, receipts) = (scale.of(160_000, 1_600_000), scale.of(4_000, 1_600_000));
    let wave = receipts.min(20_000);
    let cost = elsewhere("receipts", &[&people.to_string(), &receipts.to_string(), &wave.to_string()]);
    let name = format!("receipts read, matched, recorded against {people}");
    tell(&name, f64::from(receipts) / cost.seconds, "receipts/s", None, Goal::AtLeast(5_000.0));
}
