//! `carteiro receipt`: reads delivery notices.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use crate::mail::dsn::{self, Notice, NoticeKind, NoticeOutcome, NoticeReason, NoticeRecipient};

/// Arguments of `carteiro receipt`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A mail, or a folder of mails
    #[arg(value_name = "MAIL|DIR")]
    mail: PathBuf,
    /// Answer in JSON: one object, or one a line for a folder
    #[arg(long)]
    json: bool,
}

/// The form of the answer is fixed: other programs read it.
#[derive(Serialize)]
struct NoticeJson<'x> {
    file: String,
    kind: NoticeKind,
    original_message_id: Option<&'x str>,
    envelope_id: Option<&'x str>,
    recipients: Vec<RecipientJson<'x>>,
}

#[derive(Serialize)]
struct RecipientJson<'x> {
    address: &'x str,
    final_address: Option<&'x str>,
    outcome: NoticeOutcome,
    status: Option<&'x str>,
    permanent: Option<bool>,
    hard: Option<bool>,
    reason: Option<NoticeReason>,
    diagnostic: Option<&'x str>,
}

pub fn run(args: &Args) -> ExitCode {
    let files = match mails_in(&args.mail) {
        Ok(files) => files,
        Err(error) => return super::fail(format_args!("cannot read `{}`: {error}", args.mail.display())),
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    for file in files {
        let raw = match std::fs::read(&file) {
            Ok(raw) => raw,
            Err(error) => return super::fail(format_args!("cannot read the mail `{}`: {error}", file.display())),
        };
        let notice = dsn::read_notice(&raw);
        let name = file.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
        let answer = if args.json { as_json(name, &notice) } else { as_words(&name, &notice) };
        match writeln!(out, "{answer}") {
            Ok(()) => {}
            // Who reads us has seen enough (`| head`).
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Err(error) => return super::fail(format_args!("cannot write the answer: {error}")),
        }
    }
    match out.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            super::fail(format_args!("cannot write the answer: {error}"))
        }
        Ok(()) | Err(_) => ExitCode::SUCCESS,
    }
}

/// The mail itself, or the files of the folder in the order of their names.
fn mails_in(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let entry = entry?.path();
        let is_hidden = entry.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
        if entry.is_file() && !is_hidden {
            files.push(entry);
        }
    }
    files.sort();
    Ok(files)
}

fn as_json(file: String, notice: &Notice) -> String {
    let recipients = notice.recipients.iter().map(|it| RecipientJson {
        address: &it.address,
        final_address: it.final_address.as_deref(),
        outcome: it.outcome,
        status: it.status.as_deref(),
        permanent: it.permanent,
        hard: it.hard,
        reason: it.reason,
        diagnostic: it.diagnostic.as_deref(),
    });
    let json = NoticeJson {
        file,
        kind: notice.kind,
        original_message_id: notice.original_message_ids.first().map(String::as_str),
        envelope_id: notice.envelope_id.as_deref(),
        recipients: recipients.collect(),
    };
    serde_json::to_string(&json).unwrap_or_default()
}

/// The short form for people at a terminal.
fn as_words(file: &str, notice: &Notice) -> String {
    let kind = match notice.kind {
        NoticeKind::Dsn => "delivery notice",
        NoticeKind::Mdn => "read receipt",
        NoticeKind::AutoReply => "automatic reply",
        NoticeKind::NotAReceipt => "no receipt",
    };
    let mut words = format!("{file}: {kind}");
    if let Some(id) = notice.original_message_ids.first() {
        let _ = write!(words, " about <{id}>");
    }
    if let Some(id) = &notice.envelope_id {
        let _ = write!(words, ", envelope {id}");
    }
    for recipient in &notice.recipients {
        let _ = write!(words, "\n  {}", recipient_as_words(recipient));
    }
    words
}

fn recipient_as_words(recipient: &NoticeRecipient) -> String {
    let outcome = match recipient.outcome {
        NoticeOutcome::Delivered => "delivered",
        NoticeOutcome::Relayed => "relayed",
        NoticeOutcome::Delayed => "delayed",
        NoticeOutcome::Failed => "failed",
        NoticeOutcome::Expanded => "expanded",
        NoticeOutcome::Read => "read",
        NoticeOutcome::Deleted => "deleted unread",
    };
    let mut words = format!("{}: {outcome}", recipient.address);
    if let Some(status) = &recipient.status {
        let _ = write!(words, " {status}");
    }
    if recipient.hard == Some(true) {
        words.push_str(" (bad address)");
    }
    if let Some(diagnostic) = &recipient.diagnostic {
        let _ = write!(words, " - {diagnostic}");
    }
    words
}
