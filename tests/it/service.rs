//! What an administrator installs and watches: the unit and its protocol, figures, manual page, completions, first
//! workbook.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::bureau::{Bureau, Wishes};
use crate::mailhost::DEADLINE;

const CARTEIRO: &str = env!("CARGO_BIN_EXE_carteiro");

fn output(words: &[&str]) -> Vec<u8> {
    let done = Command::new(CARTEIRO).args(words).output().unwrap();
    assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

#[test]
fn manual_page_and_completions_are_those_of_the_program() {
    let check = |file: &str, words: &[&str]| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("systemd").join(file);
        let made = output(words);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, &made).unwrap();
        }
        assert!(
            fs::read(&path).unwrap_or_default() == made,
            "systemd/{file} is old: UPDATE_EXPECT=1 cargo test service"
        );
    };
    check("carteiro.1", &["man"]);
    check("completions/carteiro.bash", &["completions", "bash"]);
    check("completions/carteiro.zsh", &["completions", "zsh"]);
    check("completions/carteiro.fish", &["completions", "fish"]);
    let page = String::from_utf8(output(&["man"])).unwrap();
    for verb in ["carteiro run", "carteiro check", "\\-\\-connect", ".SH FILES", "78 wrong configuration"] {
        assert!(page.contains(verb), "the manual page does not tell of {verb}");
    }
}

#[test]
fn the_unit_is_hardened_and_says_what_the_program_does() {
    let unit = concat!(env!("CARGO_MANIFEST_DIR"), "/systemd/carteiro.service");
    let text = fs::read_to_string(unit).unwrap();
    for line in ["Type=notify", "WatchdogSec=", "RestartPreventExitStatus=78", "LoadCredential=", "RequiresMountsFor="]
    {
        assert!(text.contains(line), "{line}");
    }
    let Ok(judged) = Command::new("systemd-analyze").args(["security", "--offline=true", "--no-pager", unit]).output()
    else {
        eprintln!("systemd-analyze is not installed: the exposure was not measured");
        return;
    };
    let said = String::from_utf8_lossy(&judged.stdout).into_owned();
    let level =
        said.lines().find_map(|it| it.split("exposure level for carteiro.service: ").nth(1)).unwrap_or_else(|| {
            panic!("no exposure level in\n{said}\n{}", String::from_utf8_lossy(&judged.stderr));
        });
    let exposure: f64 = level.split_whitespace().next().unwrap().parse().unwrap();
    assert!(exposure <= 1.5, "{level}");
    let verified = Command::new("systemd-analyze").args(["verify", "--man=no", unit]).output().unwrap();
    let complaints = String::from_utf8_lossy(&verified.stderr).into_owned();
    // The program is not installed where tests run; anything else is a mistake of the unit.
    let wrong: Vec<&str> =
        complaints.lines().filter(|it| it.contains("carteiro.service") && !it.contains("is not executable")).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

fn get(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

#[tokio::test]
async fn the_daemon_tells_systemd_when_it_is_ready_that_it_lives_and_that_it_stops_and_others_how_it_is() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let sections = format!("[metrics]\nlisten = \"127.0.0.1:{port}\"\n[timing]\npoll = \"1s\"\n");
    let mut bureau = Bureau::open(&Wishes { settings: &sections, ..Wishes::default() }).await;
    bureau.stop();
    let socket_path = bureau.config().with_file_name("notify");
    let socket = UnixDatagram::bind(&socket_path).unwrap();
    socket.set_read_timeout(Some(DEADLINE)).unwrap();
    let mut child = Command::new(CARTEIRO)
        .arg("run")
        .arg("-c")
        .arg(bureau.config())
        .env("NOTIFY_SOCKET", &socket_path)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    let mut hear_until = |wanted: &str| {
        let until = Instant::now() + DEADLINE;
        while !said.contains(wanted) {
            assert!(Instant::now() < until, "systemd did not hear {wanted}, but:\n{said}");
            let mut buffer = [0; 4096];
            let n = socket.recv(&mut buffer).unwrap();
            said.push_str(&String::from_utf8_lossy(&buffer[..n]));
            said.push('\n');
        }
        said.clone()
    };
    let ready = hear_until("READY=1");
    assert!(!ready.contains("WATCHDOG=1"), "it is ready before it feeds the watchdog");
    hear_until("WATCHDOG=1");
    let health = get(port, "/healthz");
    assert!(health.starts_with("HTTP/1.1 200"), "{health}");
    let figures = get(port, "/metrics");
    for figure in ["carteiro_mailbox_intake_age_seconds{mailbox=\"assessoria\"}", "carteiro_rules_last_load_success 1"]
    {
        assert!(figures.contains(figure), "{figures}");
    }
    assert!(!figures.contains('@'), "no figure bears an address: {figures}");
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    hear_until("STOPPING=1");
    let until = Instant::now() + Duration::from_secs(20);
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        assert!(Instant::now() < until, "it does not end");
        std::thread::sleep(Duration::from_millis(50));
    };
    assert!(status.success(), "{status}");
    let mut log = String::new();
    child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(!log.contains('\u{1b}') && !log.contains('@'), "one plain line an event, nobody's address: {log}");
}

#[test]
fn init_makes_a_configuration_that_can_be_read_and_a_first_workbook() {
    let dir = tempfile::tempdir().unwrap();
    let (etc, book) = (dir.path().join("etc"), dir.path().join("Relatório.xlsx"));
    output(&["init", etc.to_str().unwrap(), "--workbook", book.to_str().unwrap()]);
    carteiro::config::Config::load(&etc.join("carteiro.toml")).unwrap();
    assert!(etc.join("rules/textos/recebido.txt").exists() && etc.join("schema/regra.schema.json").exists());
    let bytes = fs::read(&book).unwrap();
    let grid = carteiro::workbook::grid(&bytes, &|_| true).unwrap();
    let year = jiff::Zoned::now().year().to_string();
    assert!(grid.tabs.iter().any(|it| it.name.contains(&year)), "a tab of this year");
    // A second time nothing that exists is overwritten.
    let again = Command::new(CARTEIRO).args(["init", "--workbook", book.to_str().unwrap()]).output().unwrap();
    assert!(!again.status.success() && fs::read(&book).unwrap() == bytes);
}
