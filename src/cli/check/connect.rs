//! `carteiro check --connect`: everything outside is tried, one line each; nothing is written.
//!
//! A check is a function from the configuration to [`Line`]s; a new one is a row in [`CHECKS`].

use std::path::Path;
use std::process::ExitCode;

use serde_json::json;

use crate::archive::Archive;
use crate::cli;
use crate::config::{Config, LedgerUrl, Login, Proof};
use crate::{ffmpeg, workbook};

/// What was looked at, and what is to be said of it.
#[derive(Debug)]
pub struct Line {
    /// What was looked at.
    pub what: String,
    /// What is right, or what is wrong and how to mend it.
    pub verdict: Result<String, String>,
}

impl Line {
    /// A line about something.
    pub fn new(what: impl Into<String>, verdict: Result<String, String>) -> Self {
        Self { what: what.into(), verdict }
    }
}

/// Every check, in the order of the file.
const CHECKS: &[fn(&Config) -> Vec<Line>] = &[clock, ledger, archive, count_workbook, contacts, secrets, converter];

/// Tries everything; exit code 1 if something is wrong.
pub fn run(config: &Config, as_json: bool) -> ExitCode {
    let mut is_right = true;
    for line in CHECKS.iter().flat_map(|check| check(config)) {
        is_right &= line.verdict.is_ok();
        say(&line, as_json);
    }
    if is_right { ExitCode::SUCCESS } else { ExitCode::from(cli::FAILED) }
}

fn say(line: &Line, as_json: bool) {
    let (mark, text) = match &line.verdict {
        Ok(text) => ("ok   ", text),
        Err(text) => ("WRONG", text),
    };
    if as_json {
        println!("{}", json!({ "what": line.what, "ok": line.verdict.is_ok(), "text": text }));
    } else {
        println!("{mark}  {}: {text}", line.what);
    }
}

/// A clock that is years off would give wrong protocols, folders and tabs.
fn clock(config: &Config) -> Vec<Line> {
    let now = jiff::Timestamp::now().to_zoned(config.institute.timezone.clone());
    let verdict = if now.year() < 2026 {
        Err(format!("it says {}; set it (timedatectl set-ntp true)", now.strftime("%Y-%m-%d %H:%M")))
    } else {
        Ok(now.strftime("%Y-%m-%d %H:%M %Z").to_string())
    };
    vec![Line::new("clock", verdict)]
}

fn ledger(config: &Config) -> Vec<Line> {
    let LedgerUrl::Sqlite(path) = &config.ledger;
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let verdict = match std::fs::metadata(folder) {
        Ok(facts) if facts.is_dir() && !facts.permissions().readonly() => {
            Ok(if path.exists() { "is there" } else { "will be made on the first start" }.to_owned())
        }
        Ok(_) => Err(format!("`{}` is no folder that can be written; check its owner", folder.display())),
        Err(error) => {
            Err(format!("`{}`: {error}; make the folder and give it to the service's user", folder.display()))
        }
    };
    vec![Line::new(format!("ledger {}", path.display()), verdict)]
}

fn archive(config: &Config) -> Vec<Line> {
    let root = &config.archive.root;
    let verdict = match Archive::new(root.clone(), config.archive.require_mount).ready() {
        Ok(()) => Ok("is there".to_owned()),
        Err(error) => Err(format!("{error}; mount the share, or set require_mount = false for a local folder")),
    };
    vec![Line::new(format!("archive {}", root.display()), verdict)]
}

fn count_workbook(config: &Config) -> Vec<Line> {
    let path = &config.workbook.file;
    let verdict = match std::fs::read(path) {
        Ok(bytes) => match workbook::grid(&bytes, &|_| false) {
            Ok(grid) => {
                let tabs: Vec<&str> = grid.tabs.iter().map(|it| it.name.as_str()).collect();
                Ok(format!("can be read, tabs: {}", tabs.join(", ")))
            }
            Err(error) => Err(format!("{error}; is it the indicator workbook (.xlsx)?")),
        },
        Err(error) => Err(format!("{error}; mount the share, or make one: carteiro init --workbook FILE")),
    };
    vec![Line::new(format!("workbook {}", path.display()), verdict)]
}

fn contacts(config: &Config) -> Vec<Line> {
    let Some(path) = &config.contacts.whatsapp_general else { return Vec::new() };
    let verdict = match std::fs::metadata(path) {
        Ok(facts) => Ok(format!("is there, {} bytes", facts.len())),
        Err(error) => Err(format!("{error}; general notices by WhatsApp wait until it is there")),
    };
    vec![Line::new(format!("contacts {}", path.display()), verdict)]
}

fn secrets(config: &Config) -> Vec<Line> {
    let of_login = |place: String, login: Option<&Login>| {
        let proof = login.map(|it| &it.proof)?;
        match proof {
            Proof::Password(source) => Some((place, source.clone())),
            Proof::OAuth2(_) => None,
        }
    };
    let mailboxes =
        config.mailboxes.iter().filter_map(|it| of_login(format!("mailbox {}", it.name), it.login.as_ref()));
    let smtp = of_login("smtp".to_owned(), config.smtp.login.as_ref());
    let clients = config
        .oauth2
        .iter()
        .filter_map(|(name, it)| it.client_secret.clone().map(|source| (format!("oauth2 {name}"), source)));
    let one = |(place, source): (String, crate::config::SecretSource)| {
        let verdict = source.resolve().map(|_| format!("{source} can be read")).map_err(|it| it.to_string());
        Line::new(format!("secret of {place}"), verdict)
    };
    mailboxes.chain(smtp).chain(clients).map(one).collect()
}

/// Without ffmpeg pictures are still converted; sound and film are not.
fn converter(_config: &Config) -> Vec<Line> {
    let output = std::process::Command::new(ffmpeg::PROGRAM).arg("-version").output();
    let verdict = match output {
        Ok(output) if output.status.success() => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            Ok(text.lines().next().unwrap_or("is there").to_owned())
        }
        Ok(output) => Err(format!("`{} -version` ended with {}", ffmpeg::PROGRAM, output.status)),
        Err(error) => Err(format!("{error}; install it (apt install ffmpeg), or sound and film cannot be converted")),
    };
    vec![Line::new("ffmpeg", verdict)]
}
