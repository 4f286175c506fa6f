//! A real mail host for the tests: a private Postfix and Dovecot on free loopback ports, gone when the test is over.
//!
//! Everybody's password is [`PASSWORD`]; every address of the domains below has a mailbox. What becomes of mail is
//! decided by the recipient:
//!
//! | recipient | what happens |
//! |---|---|
//! | `NAME@ipreville.test`, `NAME@callcenter.test`, `NAME@segurados.test` | Dovecot by LMTP; receipt `relayed` 2.0.0 |
//! | `NAME@entregue.test` | Postfix virtual(8), one Maildir; receipt `delivered` 2.0.0 |
//! | `inexistente…@` | LMTP 550; notice `failed` 5.1.1 |
//! | `cheia…@` | over quota; notice `failed` 5.2.2 |
//! | `quase-cheia…@` | `delayed` 4.2.2, then `failed` |
//! | `recusado…@` | 550 5.1.1 while you speak |
//! | `adiado…@` | 451 4.7.1 while you speak |
//! | `NAME@fora.test` | an outside host takes it; receipt `relayed` |
//! | `lista-cinza…@fora.test` | 450 at first, then taken |
//! | `nunca…@fora.test` | 450 for ever: `delayed`, then `failed` with a 4.x status |
//! | `fim-recusado…@fora.test` | 554 5.7.1 after the final dot: `failed` |
//!
//! Identity as a real server writes it: what a logged-in sender submits gets
//! `Authentication-Results: mx.ipreville.test; dmarc=pass header.from=HOST` on top (PREPEND at DATA), what comes to
//! `mx` gets `dmarc=fail`, or `dmarc=pass` for senders at `correto.test`.

mod certificates;
mod daemon;
mod dovecot;
mod outside;
mod postfix;
pub mod script;
pub mod tokens;

use std::{
    fs,
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, Weak},
    time::{Duration, Instant},
};

use carteiro::{
    mailbox::{Account, Arrival, Body, Budget, Mailbox, Place, Position, Role},
    oauth2::Credentials,
    office::{EmailAddress, Outcome, Secret},
    smtp::{Envelope, Receipts, Server, Session, Verdicts},
    wire::{Host, Tls},
};

use daemon::Daemon;
use outside::OutsideHost;

/// Everybody's password.
pub const PASSWORD: &str = "segredo-de-teste";

/// The name in the Authentication-Results headers of this host.
pub const AUTHSERV_ID: &str = "mx.ipreville.test";

/// How long tests wait for something to arrive: Dovecot tells IDLE of new mail after a second, notices of delay come
/// after three.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// What can be switched.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Lines added to Postfix's main.cf, after ours.
    pub main_cf: Vec<String>,
    /// EHLO keywords that are not announced (`DSN`, `PIPELINING`), on every port.
    pub discard_ehlo: Vec<&'static str>,
    /// Lines added to dovecot.conf, after ours.
    pub dovecot_conf: Vec<String>,
    /// Dovecot and Postfix show a certificate that ended yesterday.
    pub expired_certificate: bool,
}

/// The ports of a host.
#[derive(Debug, Clone, Copy)]
pub struct Ports {
    /// Plain SMTP from anywhere, for our own domains only.
    pub mx: u16,
    /// STARTTLS and AUTH.
    pub submission: u16,
    /// TLS and AUTH.
    pub smtps: u16,
    /// STARTTLS.
    pub imap: u16,
    /// TLS.
    pub imaps: u16,
}

/// A running mail host.
pub struct MailHost {
    ports: Ports,
    // Stopped in this order, before the folder is removed.
    _postfix: Daemon,
    _dovecot: Daemon,
    _outside: OutsideHost,
    dir: tempfile::TempDir,
}

impl MailHost {
    /// Starts a host of one's own.
    pub fn start() -> Self {
        Self::start_with(&Options::default())
    }

    /// Starts a host with other switches.
    pub fn start_with(options: &Options) -> Self {
        let mut last = String::new();
        // Between finding a port free and a daemon taking it another test may be quicker.
        for _ in 0..3 {
            match Self::try_start(options) {
                Ok(host) => return host,
                Err(reason) => last = reason,
            }
        }
        panic!("the mail host did not start: {last}");
    }

    /// The host that is shared by the tests that run at this moment; it ends with the last of them.
    pub fn shared() -> Arc<Self> {
        static SHARED: Mutex<Weak<MailHost>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(host) = shared.upgrade() {
            return host;
        }
        let host = Arc::new(Self::start());
        *shared = Arc::downgrade(&host);
        host
    }

    fn try_start(options: &Options) -> Result<Self, String> {
        require_packages();
        let dir = tempfile::Builder::new().prefix("mh").tempdir_in("/tmp").unwrap();
        // Postfix, Dovecot and the mail user have to get in.
        fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let ports = free_ports();
        certificates::make(dir.path(), options.expired_certificate);
        let outside = OutsideHost::start();
        dovecot::configure(dir.path(), &ports, options);
        postfix::configure(dir.path(), &ports, outside.port(), options);
        let dovecot = dovecot::start(dir.path());
        let postfix = postfix::start(dir.path());
        let host = Self { ports, _postfix: postfix, _dovecot: dovecot, _outside: outside, dir };
        host.wait_until_ready()?;
        Ok(host)
    }

    fn wait_until_ready(&self) -> Result<(), String> {
        let until = Instant::now() + Duration::from_secs(10);
        for port in [self.ports.mx, self.ports.submission, self.ports.smtps, self.ports.imap, self.ports.imaps] {
            while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
                if Instant::now() > until {
                    return Err(format!("nobody listens on port {port}\n{}", self.logs()));
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        Ok(())
    }

    /// What the daemons logged, for a failing test.
    pub fn logs(&self) -> String {
        ["log/postfix.log", "log/dovecot.log"]
            .iter()
            .map(|it| fs::read_to_string(self.dir.path().join(it)).unwrap_or_default())
            .collect()
    }

    /// Its ports.
    pub fn ports(&self) -> Ports {
        self.ports
    }

    /// Its folder.
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// The certificate authority that signed its certificate.
    pub fn ca_file(&self) -> PathBuf {
        self.dir.path().join("ca/ca.pem")
    }

    /// An authority that did not.
    pub fn other_ca_file(&self) -> PathBuf {
        self.dir.path().join("ca/other.pem")
    }

    /// The way to a port.
    pub fn host(&self, port: u16, tls: Tls) -> Host {
        let ca_file = if tls == Tls::PlainLoopback { None } else { Some(self.ca_file()) };
        Host { name: "127.0.0.1".to_owned(), port, tls, ca_file }
    }

    /// Submission with STARTTLS, logged in as `user`.
    pub fn submission(&self, user: &str) -> Server {
        self.server(self.host(self.ports.submission, Tls::StartTls), Some(user))
    }

    /// Submission with TLS from the first byte, logged in as `user`.
    pub fn smtps(&self, user: &str) -> Server {
        self.server(self.host(self.ports.smtps, Tls::Implicit), Some(user))
    }

    /// The door for everybody, without a login.
    pub fn mx(&self) -> Server {
        self.server(self.host(self.ports.mx, Tls::PlainLoopback), None)
    }

    fn server(&self, host: Host, user: Option<&str>) -> Server {
        Server { host, credentials: user.map(password_of), hello: "carteiro.test".to_owned() }
    }

    /// A mailbox by `imaps`.
    pub fn account(&self, user: &str, role: Role) -> Account {
        let place = Place::Imap {
            host: self.host(self.ports.imaps, Tls::Implicit),
            folder: "INBOX".to_owned(),
            credentials: password_of(user),
        };
        Account { name: user.to_owned(), place, role }
    }

    /// A `carteiro.toml` for this host: mailboxes assessoria (requests) and presidente (returns), sending by
    /// submission as assessoria; ledger, rules, archive, workbook and contacts below `dir`. Sections can be added at
    /// its end.
    pub fn configuration(&self, dir: &Path) -> String {
        let password = dir.join("senha");
        fs::write(&password, PASSWORD).unwrap();
        let (root, password, ca) = (dir.display(), password.display(), self.ca_file());
        let (ca, Ports { submission, imap, imaps, .. }) = (ca.display(), self.ports);
        format!(
            r#"[institute]
name = "Ipreville"
timezone = "America/Sao_Paulo"
protocol = "AR-{{year}}-{{number:04}}"

[ledger]
url = "sqlite:{root}/ledger.db"

[rules]
dir = "{root}/rules"

[archive]
root = "{root}/arquivo"
require_mount = false

[workbook]
file = "{root}/Relatorio.xlsx"
count = "communications"

[contacts]
whatsapp_general = "{root}/Contatos.xlsx"

[[mailbox]]
name = "assessoria"
url = "imaps://127.0.0.1:{imaps}/INBOX"
user = "assessoria@ipreville.test"
password = {{ file = "{password}" }}
role = "requests"
ca_file = "{ca}"

[[mailbox]]
name = "presidente"
url = "imap://127.0.0.1:{imap}/INBOX"
user = "presidente@ipreville.test"
password = {{ file = "{password}" }}
role = "returns"
ca_file = "{ca}"

[smtp]
url = "smtp://127.0.0.1:{submission}"
user = "assessoria@ipreville.test"
password = {{ file = "{password}" }}
ca_file = "{ca}"
connections = 3
recipients_per_message = 500
messages_per_minute = 600
recipients_per_day = 10000

[identity]
authserv_id = "{AUTHSERV_ID}"
exchange_internal = false
"#
        )
    }

    /// A person with a login sends a mail: genuine, by this host's own word.
    pub async fn submit(&self, user: &str, recipients: &[&str], raw: &[u8]) -> Verdicts {
        self.send(&self.submission(user), user, recipients, raw).await
    }

    /// A mail from anywhere else, with any sender it likes.
    pub async fn arrive_from(&self, from: &str, recipients: &[&str], raw: &[u8]) -> Verdicts {
        self.send(&self.mx(), from, recipients, raw).await
    }

    async fn send(&self, server: &Server, from: &str, recipients: &[&str], raw: &[u8]) -> Verdicts {
        let envelope = Envelope {
            from: Some(address(from)),
            recipients: recipients.iter().map(|it| address(it)).collect(),
            envelope_id: None,
            receipts: Receipts::Silent,
        };
        let mut session = Session::connect(server).await.unwrap();
        let verdicts = session.send(&envelope, raw).await;
        session.quit().await;
        assert!(
            verdicts.outcomes.iter().all(|it| matches!(it, Outcome::Accepted { .. })),
            "{verdicts:?}\n{}",
            self.logs()
        );
        verdicts
    }

    /// Everything in somebody's INBOX, read by IMAP without changing anything.
    pub async fn mails(&self, user: &str) -> Vec<Vec<u8>> {
        self.mails_in(user, "INBOX").await
    }

    /// Everything in a folder of somebody's mailbox.
    pub async fn mails_in(&self, user: &str, folder: &str) -> Vec<Vec<u8>> {
        let mut account = self.account(user, Role::Returns);
        if let Place::Imap { folder: it, .. } = &mut account.place {
            folder.clone_into(it);
        }
        let mut mailbox = Mailbox::open(&account).await.unwrap();
        let end = mailbox.end().await.unwrap();
        let budget =
            Budget { mails: 10_000, bytes: u64::MAX, in_memory_max: u64::MAX, spool: self.dir.path().to_owned() };
        let arrival = mailbox.new_since(Position { last_uid: 0, ..end }, &budget).await.unwrap();
        mailbox.close().await;
        let Arrival::Batch(batch) = arrival else { panic!("{arrival:?}") };
        assert!(batch.unread.is_empty(), "{:?}", batch.unread);
        batch.mails.into_iter().map(|it| if let Body::Bytes(raw) = it.body { raw } else { unreachable!() }).collect()
    }

    /// Waits until somebody has at least `count` mails that contain `needle`, and gives those.
    pub async fn wait_for(&self, user: &str, count: usize, needle: &str) -> Vec<Vec<u8>> {
        let until = Instant::now() + DEADLINE;
        loop {
            let mut mails = self.mails(user).await;
            mails.retain(|it| memchr::memmem::find(it, needle.as_bytes()).is_some());
            if mails.len() >= count {
                return mails;
            }
            assert!(
                Instant::now() < until,
                "{user} has {} of {count} mails with {needle:?}\n{}",
                mails.len(),
                self.logs()
            );
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// What virtual(8) has delivered at `entregue.test` (with `Delivered-To`), read from its Maildir.
    pub fn delivered(&self) -> Vec<Vec<u8>> {
        let Ok(entries) = fs::read_dir(self.dir.path().join("entregue/new")) else { return Vec::new() };
        entries.map(|it| fs::read(it.unwrap().path()).unwrap()).collect()
    }
}

/// A login by password.
pub fn password_of(user: &str) -> Credentials {
    Credentials::Password { user: user.to_owned(), password: Secret::new(PASSWORD) }
}

/// An address, which a test knows to be one.
pub fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

fn require_packages() {
    for program in [postfix::MASTER, dovecot::PROGRAM, "/usr/bin/openssl", "/usr/lib/dovecot/lmtp"] {
        assert!(
            Path::new(program).exists(),
            "these tests need Postfix and Dovecot (`{program}` is missing): run `tests/run`, which installs them"
        );
    }
    let is_root = rustix::process::geteuid().is_root();
    assert!(is_root, "these tests start Postfix and Dovecot and must run as root: use `tests/run`");
}

fn free_ports() -> Ports {
    let held: Vec<TcpListener> = (0..5).map(|_| TcpListener::bind("127.0.0.1:0").unwrap()).collect();
    let port = |at: usize| held[at].local_addr().unwrap().port();
    Ports { mx: port(0), submission: port(1), smtps: port(2), imap: port(3), imaps: port(4) }
}

#[tokio::test]
async fn a_mail_that_a_department_submits_arrives_with_the_word_of_its_own_server_on_top() {
    let host = MailHost::shared();
    let raw = b"From: previdencia@ipreville.test\r\nTo: mh-1@ipreville.test\r\nSubject: mh-1\r\n\r\nbom dia\r\n";
    host.submit("previdencia@ipreville.test", &["mh-1@ipreville.test"], raw).await;
    let mails = host.wait_for("mh-1@ipreville.test", 1, "Subject: mh-1").await;
    let text = String::from_utf8(mails[0].clone()).unwrap();
    let results: Vec<&str> = text.lines().filter(|it| it.starts_with("Authentication-Results:")).collect();
    assert_eq!(results, ["Authentication-Results: mx.ipreville.test; dmarc=pass header.from=ipreville.test"]);
    assert!(text.ends_with("\r\n\r\nbom dia\r\n"), "{text}");
}

#[tokio::test]
async fn a_mail_from_elsewhere_with_a_forged_sender_carries_the_failure_on_top() {
    let host = MailHost::shared();
    let raw = b"From: previdencia@ipreville.test\r\nSubject: mh-2\r\n\r\nmentira\r\n";
    host.arrive_from("previdencia@ipreville.test", &["mh-2@ipreville.test"], raw).await;
    let mails = host.wait_for("mh-2@ipreville.test", 1, "Subject: mh-2").await;
    let text = String::from_utf8(mails[0].clone()).unwrap();
    assert!(
        text.contains("Authentication-Results: mx.ipreville.test; dmarc=fail header.from=ipreville.test"),
        "{text}"
    );
}

#[tokio::test]
async fn two_hosts_stand_side_by_side() {
    let (one, two) = (MailHost::start(), MailHost::start());
    let raw = b"From: a@ipreville.test\r\nSubject: so aqui\r\n\r\n.\r\n";
    one.submit("a@ipreville.test", &["b@ipreville.test"], raw).await;
    one.wait_for("b@ipreville.test", 1, "Subject: so aqui").await;
    assert!(two.mails("b@ipreville.test").await.is_empty());
}

#[test]
fn the_configuration_of_this_host_is_a_valid_one() {
    let host = MailHost::shared();
    let dir = tempfile::tempdir().unwrap();
    let config = carteiro::config::Config::from_toml(&host.configuration(dir.path())).unwrap();
    assert_eq!(config.mailboxes.len(), 2);
    let account = carteiro::daemon::account(&config.mailboxes[0], &config).unwrap();
    let Place::Imap { host: line, .. } = &account.place else { panic!("{account:?}") };
    assert_eq!(*line, host.host(host.ports().imaps, Tls::Implicit));
    assert!(matches!(carteiro::daemon::route(&config).unwrap(), carteiro::smtp::Route::Server(_)));
}
