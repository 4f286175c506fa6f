//! News: how long it takes from what the server says in IDLE to our first `MAIL FROM`.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::fs::chown;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine as _;
use carteiro::config::{Config, MailboxUrl};
use carteiro::daemon::{Clock, Daemon, run};
use carteiro::office::calendar::Length;

use crate::figure::{Goal, Scale, median, tell};
use crate::mailhost::MailHost;
use crate::office::{Office, disk, to_port};
use crate::work::elsewhere;

/// A server is quiet if it has said nothing for so long: what it says then is news.
const QUIET: Duration = Duration::from_millis(300);

/// Longer than Dovecot waits before it tells of a new mail.
const PATIENCE: Duration = Duration::from_secs(20);

type Moment = Arc<Mutex<Option<Instant>>>;

/// Waits in IDLE, takes a request and sends it: `CONFIGURATION IMAP_PORT MAILDIR any|parcel`. The cost is the time from
/// the news to the first `MAIL FROM`, or to the first of a parcel.
pub fn work(arguments: &[&str]) {
    let [path, imap_port, maildir, what] = arguments else { panic!("{arguments:?}") };
    let mut config = Config::load(Path::new(path)).unwrap();
    config.mailboxes.truncate(1);
    config.timing.regret = Length::Seconds(0);
    let (news, left) = (Moment::default(), Moment::default());
    let listening = line(imap_port.parse().unwrap(), Arc::clone(&news));
    if let MailboxUrl::Imap { server, .. } = &mut config.mailboxes[0].url {
        server.port = listening;
    }
    config.trial.enabled = false;
    let office = Office::new();
    config.rules_dir = office.place.rules();
    let sink = sink(Arc::clone(&left), if *what == "parcel" { "<presidente@" } else { "<" });
    let mut daemon = Daemon::open(config, Arc::clone(&office.rules), Clock::System).unwrap();
    daemon.use_route(to_port(sink));
    thread::spawn(move || crate::office::runtime().block_on(run(daemon)).unwrap());
    let patience = Instant::now() + PATIENCE;
    let quiet = || news.lock().unwrap().is_some_and(|it| it.elapsed() > 4 * QUIET);
    while !quiet() {
        assert!(Instant::now() < patience, "the daemon does not come to rest");
        thread::sleep(QUIET / 3);
    }
    put(Path::new(maildir));
    while left.lock().unwrap().is_none() {
        assert!(Instant::now() < patience + PATIENCE, "the request did not leave");
        thread::sleep(Duration::from_millis(5));
    }
    let took = left.lock().unwrap().unwrap() - news.lock().unwrap().unwrap();
    println!("{} 0 {}", took.as_secs_f64(), crate::work::peak_mib("self"));
    std::process::exit(0);
}

/// A request as Dovecot's own delivery would put it there.
fn put(maildir: &Path) {
    let list = base64::engine::general_purpose::STANDARD
        .encode("Nome;E-mail\r\nAna Costa;ana@segurados.test\r\nBruno Dias;bruno@segurados.test\r\n");
    let raw = format!(
        "Authentication-Results: mx.ipreville.test; dmarc=pass header.from=ipreville.example\r\n\
         From: Marlise <previdencia@ipreville.example>\r\nTo: assessoria@ipreville.example\r\n\
         Subject: Envio de e-mail aos aposentados da lista - Prova de vida\r\nMessage-ID: <pedido@ipreville.example>\r\n\
         Date: Sun, 22 Nov 2026 10:00:00 -0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
         Bom dia,\r\n\r\nFavor enviar por e-mail a mensagem abaixo aos aposentados da lista em anexo.\r\n\r\n\
         Assunto: Prova de vida 2027\r\n\r\nTexto:\r\n\r\nPrezado(a) segurado(a),\r\n\r\n\
         A prova de vida de 2027 começa em 4 de janeiro. Compareça à sede do Ipreville, das 8h às 14h, com documento \
         oficial com foto.\r\n\r\nAtenciosamente,\r\nMarlise\r\n\
         --b\r\nContent-Type: text/csv; name=\"lista.csv\"\r\nContent-Disposition: attachment; filename=\"lista.csv\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{list}\r\n--b--\r\n"
    );
    let name = "1790000000.M1P1.mx";
    let beside = maildir.join("tmp").join(name);
    fs::write(&beside, raw).unwrap();
    chown(&beside, Some(8), Some(8)).unwrap();
    fs::rename(beside, maildir.join("new").join(name)).unwrap();
}

/// Passes connections on to a port, and notes when the server first speaks after a silence.
fn line(to: u16, news: Moment) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let server = TcpStream::connect(("127.0.0.1", to)).unwrap();
            let (from_client, from_server) = (client.try_clone().unwrap(), server.try_clone().unwrap());
            thread::spawn(move || pass_on(from_client, server, || {}));
            let news = Arc::clone(&news);
            let mut last = Instant::now();
            thread::spawn(move || {
                pass_on(from_server, client, || {
                    let mut told = news.lock().unwrap();
                    if told.is_none() || last.elapsed() > QUIET {
                        *told = Some(Instant::now());
                    }
                    last = Instant::now();
                });
            });
        }
    });
    port
}

fn pass_on(mut from: TcpStream, mut to: TcpStream, mut noted: impl FnMut()) {
    to.set_nodelay(true).unwrap();
    let mut space = vec![0; 64 * 1024];
    while let Ok(count @ 1..) = from.read(&mut space) {
        noted();
        if to.write_all(&space[..count]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}

/// A server that takes all mail, and notes when the first `MAIL FROM` of this sender comes.
fn sink(left: Moment, sender: &'static str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let left = Arc::clone(&left);
            thread::spawn(move || take(client, &left, sender));
        }
    });
    port
}

fn take(client: TcpStream, left: &Moment, sender: &str) {
    client.set_nodelay(true).unwrap();
    let mut out = client.try_clone().unwrap();
    let mut say = |text: &str| out.write_all(text.as_bytes()).is_ok();
    say("220 sink ESMTP\r\n");
    let mut in_data = false;
    for line in BufReader::new(client).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        if in_data {
            in_data = line != ".";
            if !in_data {
                say("250 2.0.0 Ok\r\n");
            }
            continue;
        }
        let upper = line.to_ascii_uppercase();
        if upper.starts_with("MAIL FROM:") && line.contains(sender) {
            left.lock().unwrap().get_or_insert_with(Instant::now);
        }
        in_data = upper == "DATA";
        let answer = match upper.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-DSN\r\n250 SIZE 0\r\n",
            "DATA" => "354 go on\r\n",
            "QUIT" => "221 2.0.0 Bye\r\n",
            _ => "250 2.0.0 Ok\r\n",
        };
        if !say(answer) {
            return;
        }
    }
}

pub fn figures(scale: Scale) {
    let host = MailHost::start();
    let maildir = host.dir().join("mail/ipreville.test/assessoria");
    for (what, name) in [("any", "first letter"), ("parcel", "first parcel")] {
        let mut took = Vec::new();
        for _ in 0..scale.rounds() {
            let _ = fs::remove_dir_all(&maildir);
            for part in ["", "new", "cur", "tmp"] {
                fs::create_dir_all(maildir.join(part)).unwrap();
                chown(maildir.join(part), Some(8), Some(8)).unwrap();
            }
            chown(maildir.parent().unwrap(), Some(8), Some(8)).unwrap();
            let dir = tempfile::tempdir_in(disk()).unwrap();
            fs::create_dir_all(dir.path().join("arquivo")).unwrap();
            let path = dir.path().join("carteiro.toml");
            fs::write(&path, host.configuration(dir.path())).unwrap();
            let port = host.ports().imaps.to_string();
            let arguments = [path.to_str().unwrap(), &port, maildir.to_str().unwrap(), what];
            took.push(elsewhere("news", &arguments).seconds * 1000.0);
        }
        tell(&format!("news in IDLE to the MAIL FROM of the {name}"), median(took), "ms", None, Goal::AtMost(50.0));
    }
}
