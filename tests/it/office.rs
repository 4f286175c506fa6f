//! An office for the tests: a real mail host, a network folder with the institute's workbook, a configuration, and
//! the real program that lives there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_parser::{Message, MessageParser, MimeHeaders as _};

use crate::mailhost::{AUTHSERV_ID, DEADLINE, MailHost, PASSWORD};

/// The program under test.
const CARTEIRO: &str = env!("CARGO_BIN_EXE_carteiro");

/// The desk's address.
pub const DESK: &str = "assessoria@ipreville.test";

/// An area's address.
pub const AREA: &str = "previdencia@ipreville.test";

/// Where packages go.
pub const CALL_CENTER: &str = "envios@callcenter.test";

/// An office.
pub struct Office {
    pub host: MailHost,
    dir: tempfile::TempDir,
}

/// The times of an office, as `carteiro.toml` writes them.
#[derive(Debug, Clone)]
pub struct Times {
    pub regret: &'static str,
    pub first_digest: &'static str,
    pub final_balance: &'static str,
    pub report_reminder: &'static str,
}

impl Default for Times {
    fn default() -> Self {
        Self { regret: "0s", first_digest: "3s", final_balance: "20s", report_reminder: "1h" }
    }
}

/// A mail to the desk.
pub struct Mail<'a> {
    pub from: &'a str,
    pub subject: &'a str,
    pub text: &'a str,
    pub files: &'a [(&'a str, &'a str, &'a [u8])],
    /// The Message-ID that it answers, with angle brackets.
    pub answers: Option<&'a str>,
}

impl Office {
    /// An office whose program has started once, so that what comes from now on is acted on.
    pub fn open(times: &Times) -> Self {
        Self::open_on(MailHost::start(), times)
    }

    /// The same on a mail host with other switches.
    pub fn open_on(host: MailHost, times: &Times) -> Self {
        let office = Self { host, dir: tempfile::tempdir().unwrap() };
        let share = office.share();
        fs::create_dir_all(share.join("Indicadores Ass.Relacionamento")).unwrap();
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbook/relatorio.xlsx");
        fs::copy(workbook, office.workbook()).unwrap();
        fs::write(office.contacts(), sheet(CONTACTS)).unwrap();
        fs::create_dir_all(office.dir.path().join("rules")).unwrap();
        fs::write(office.dir.path().join("rules/areas.toml"), AREAS).unwrap();
        fs::write(office.dir.path().join("senha"), PASSWORD).unwrap();
        fs::write(office.config(), office.settings(times)).unwrap();
        let started = office.run(&["once"]);
        assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
        office
    }

    fn settings(&self, times: &Times) -> String {
        let dir = self.dir.path().display();
        let ports = self.host.ports();
        let ca = self.host.ca_file();
        let mailbox = |name: &str, role: &str| {
            format!(
                "[[mailbox]]\nname = \"{name}\"\nurl = \"imaps://127.0.0.1:{}/INBOX\"\nuser = \"{name}@ipreville.test\"\n\
                 password = {{ file = \"{dir}/senha\" }}\nrole = \"{role}\"\nca_file = \"{}\"\n\
                 sent_folder = \"Itens Enviados\"\n\n",
                ports.imaps,
                ca.display()
            )
        };
        format!(
            "[institute]\nname = \"Ipreville\"\ntimezone = \"America/Sao_Paulo\"\n\n\
             [ledger]\nurl = \"sqlite:{dir}/ledger.db\"\n\n[rules]\ndir = \"{dir}/rules\"\n\n\
             [archive]\nroot = \"{share}\"\nrequire_mount = false\n\n\
             [workbook]\nfile = \"{workbook}\"\n\n[contacts]\nwhatsapp_general = \"{contacts}\"\n\n\
             {requests}{returns}\
             [smtp]\nurl = \"smtps://127.0.0.1:{smtps}\"\nuser = \"{DESK}\"\npassword = {{ file = \"{dir}/senha\" }}\n\
             ca_file = \"{ca}\"\nrecipients_per_message = 5\nmessages_per_minute = 600\n\n\
             [timing]\npoll = \"1s\"\nregret = \"{regret}\"\nfirst_digest = \"{first}\"\nfinal_balance = \"{balance}\"\n\
             report_reminder = \"{reminder}\"\n\n[trial]\nenabled = false\ndeliver_to = []\n\n\
             [identity]\nauthserv_id = \"{AUTHSERV_ID}\"\nexchange_internal = false\n",
            share = self.share().display(),
            workbook = self.workbook().display(),
            contacts = self.contacts().display(),
            requests = mailbox("assessoria", "requests"),
            returns = mailbox("presidente", "returns"),
            smtps = ports.smtps,
            ca = ca.display(),
            regret = times.regret,
            first = times.first_digest,
            balance = times.final_balance,
            reminder = times.report_reminder,
        )
    }

    pub fn config(&self) -> PathBuf {
        self.dir.path().join("carteiro.toml")
    }

    pub fn share(&self) -> PathBuf {
        self.dir.path().join("rede")
    }

    pub fn workbook(&self) -> PathBuf {
        self.share().join("Indicadores Ass.Relacionamento/Relatório Assessoria Relacionamento.xlsx")
    }

    pub fn contacts(&self) -> PathBuf {
        self.share().join("Indicadores Ass.Relacionamento/Contatos WhatsApp Relação envio mensagens.xlsx")
    }

    /// Runs a verb of the program with this office's configuration.
    pub fn run(&self, words: &[&str]) -> Output {
        Command::new(CARTEIRO).args(words).arg("-c").arg(self.config()).stdin(Stdio::null()).output().unwrap()
    }

    /// One pass, which must succeed.
    pub fn once(&self) {
        let done = self.run(&["once"]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    /// Starts the daemon; it is ended when the value goes.
    pub fn daemon(&self) -> Running {
        let log = fs::File::create(self.dir.path().join("daemon.log")).unwrap();
        let child = Command::new(CARTEIRO)
            .arg("run")
            .arg("-c")
            .arg(self.config())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        Running { child }
    }

    /// What the daemon logged.
    pub fn log(&self) -> String {
        fs::read_to_string(self.dir.path().join("daemon.log")).unwrap_or_default()
    }

    /// Sends a mail to the desk as a person with a login; gives its Message-ID.
    pub async fn write(&self, mail: &Mail<'_>) -> String {
        let (raw, id) = raw_mail(mail, &jiff::Zoned::now());
        self.host.submit(mail.from, &[DESK], &raw).await;
        id
    }

    /// Passes until somebody has a mail that contains all of these words in its decoded text or subject.
    pub async fn passes_until(&self, user: &str, words: &[&str]) -> Received {
        let until = Instant::now() + DEADLINE;
        loop {
            self.once();
            if let Some(found) = self.find(user, words).await {
                return found;
            }
            assert!(Instant::now() < until, "{user} got no mail with {words:?}; has:\n{}", self.texts(user).await);
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }

    /// Waits, while the daemon runs, until somebody has such a mail.
    pub async fn waits_for(&self, user: &str, words: &[&str]) -> Received {
        let until = Instant::now() + DEADLINE * 2;
        loop {
            if let Some(found) = self.find(user, words).await {
                return found;
            }
            assert!(
                Instant::now() < until,
                "{user} got no mail with {words:?}; has:\n{}\n{}",
                self.texts(user).await,
                self.log()
            );
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }

    pub async fn find(&self, user: &str, words: &[&str]) -> Option<Received> {
        let mails = self.host.mails(user).await;
        mails.into_iter().map(Received::new).find(|it| words.iter().all(|word| it.all_text().contains(word)))
    }

    async fn texts(&self, user: &str) -> String {
        let mails = self.host.mails(user).await;
        mails.into_iter().map(|it| Received::new(it).all_text()).collect::<Vec<_>>().join("\n-----\n")
    }

    /// The folder of a request in the archive.
    pub fn folder(&self, protocol: &str) -> PathBuf {
        find_folder(&self.share(), protocol).unwrap_or_else(|| panic!("no folder of {protocol}"))
    }
}

/// The daemon, running.
pub struct Running {
    child: Child,
}

impl Running {
    /// Asks it to stop and waits until it has.
    pub fn stop(mut self) -> bool {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
        let until = Instant::now() + Duration::from_secs(20);
        while Instant::now() < until {
            if self.child.try_wait().unwrap().is_some() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A mail that somebody received.
pub struct Received {
    pub raw: Vec<u8>,
}

impl Received {
    pub const fn new(raw: Vec<u8>) -> Self {
        Self { raw }
    }

    pub fn parsed(&self) -> Message<'_> {
        MessageParser::new().parse(&self.raw).unwrap()
    }

    pub fn subject(&self) -> String {
        self.parsed().subject().unwrap_or_default().to_owned()
    }

    pub fn text(&self) -> String {
        self.parsed().body_text(0).unwrap_or_default().into_owned()
    }

    pub fn all_text(&self) -> String {
        format!("{}\n{}", self.subject(), self.text())
    }

    pub fn header(&self, name: &str) -> Option<String> {
        self.parsed().header_raw(name).map(|it| it.trim().to_owned())
    }

    pub fn message_id(&self) -> String {
        format!("<{}>", self.parsed().message_id().unwrap_or_default())
    }

    /// An attachment whose name contains these words.
    pub fn file(&self, words: &str) -> Option<(String, Vec<u8>)> {
        let parsed = self.parsed();
        let found = parsed.attachments().find(|it| it.attachment_name().is_some_and(|name| name.contains(words)));
        found.map(|it| (it.attachment_name().unwrap_or_default().to_owned(), it.contents().to_vec()))
    }

    /// The protocol in its subject.
    pub fn protocol(&self) -> String {
        let subject = self.subject();
        let at = subject.find("AR-").unwrap_or_else(|| panic!("no protocol in {subject}"));
        subject[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
    }
}

fn find_folder(root: &Path, protocol: &str) -> Option<PathBuf> {
    for entry in fs::read_dir(root).ok()?.flatten() {
        let path = entry.path();
        if !path.is_dir() {
            continue;
        }
        if entry.file_name().to_string_lossy().contains(protocol) {
            return Some(path);
        }
        if let Some(found) = find_folder(&path, protocol) {
            return Some(found);
        }
    }
    None
}

/// A mail as an ordinary client writes it, and the Message-ID that it got.
pub fn raw_mail(mail: &Mail<'_>, now: &jiff::Zoned) -> (Vec<u8>, String) {
    let unique: u64 = rand::random();
    let id = format!("<{unique:016x}@ipreville.test>");
    (mail_bytes(mail, &id, now), id)
}

/// The same with a Message-ID of the caller's choice.
pub fn mail_bytes(mail: &Mail<'_>, id: &str, now: &jiff::Zoned) -> Vec<u8> {
    let subject = STANDARD.encode(mail.subject);
    let mut raw = format!(
        "From: <{}>\r\nTo: <{DESK}>\r\nSubject: =?utf-8?B?{subject}?=\r\nMessage-ID: {id}\r\nMIME-Version: 1.0\r\n",
        mail.from
    );
    raw.push_str(&format!("Date: {}\r\n", jiff::fmt::rfc2822::to_string(now).unwrap()));
    if let Some(answers) = mail.answers {
        raw.push_str(&format!("In-Reply-To: {answers}\r\nReferences: {answers}\r\n"));
    }
    let text = wrapped(&STANDARD.encode(mail.text));
    let part =
        format!("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{text}\r\n");
    if mail.files.is_empty() {
        raw.push_str(&part);
        return raw.into_bytes();
    }
    raw.push_str("Content-Type: multipart/mixed; boundary=\"=_fronteira\"\r\n\r\n");
    raw.push_str(&format!("--=_fronteira\r\n{part}"));
    for (name, mime, bytes) in mail.files {
        let encoded = || format!("=?utf-8?B?{}?=", STANDARD.encode(name));
        let name = if name.is_ascii() { (*name).to_owned() } else { encoded() };
        let body = wrapped(&STANDARD.encode(bytes));
        raw.push_str(&format!(
            "--=_fronteira\r\nContent-Type: {mime}; name=\"{name}\"\r\nContent-Disposition: attachment; \
             filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n"
        ));
    }
    raw.push_str("--=_fronteira--\r\n");
    raw.into_bytes()
}

fn wrapped(base64: &str) -> String {
    base64.as_bytes().chunks(76).map(|it| std::str::from_utf8(it).unwrap()).collect::<Vec<_>>().join("\r\n")
}

/// A list as .xlsx: the first row is the heading.
pub fn sheet(rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *cell).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// The general contacts: five people who can be reached, one who has died, one whose number lacks the area code.
pub const CONTACTS: &[&[&str]] = &[
    &["NOME", "CELULAR / WHATSAPP", "OBS"],
    &["Ana Beatriz Costa", "47 99101-0001", ""],
    &["Bruno Dias", "(47) 9 9101-0002", ""],
    &["Célia Souza", "47 99101-0003", "falecida em 2024"],
    &["Davi Lima", "99101-0004", ""],
    &["Elisa Prado", "5547991010005", ""],
    &["Fábio Nunes", "48 99101-0006", ""],
    &["Gilda Reis", "049 99101-0007", ""],
];

pub const AREAS: &str = r#"
[instituto]
nome     = "Ipreville"
dominios = ["ipreville.test"]

[assessoria]
enderecos = ["assessoria@ipreville.test"]
envia-de  = "presidente@ipreville.test"

[aprovadores]
enderecos = ["gabinete@ipreville.test"]

[call-center]
nome      = "Elo Atendimento"
envio     = "envios@callcenter.test"
enderecos = ["envios@callcenter.test"]
dominios  = ["callcenter.test"]

[areas.gerencia-previdencia]
nome      = "Gerência de Previdência"
enderecos = ["previdencia@ipreville.test"]
linha     = "Ger. Previdência"

[areas.pericia-medica]
nome      = "Perícia Médica/Saúde"
linha     = "Perícia Médica / Saúde"
enderecos = ["pericia@ipreville.test"]

[areas.comunicacao]
nome      = "Comunicação"
enderecos = ["comunicacao@ipreville.test"]
"#;
