//! `carteiro report`: reads call center reports, as files or as the mails they came in.

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::mail::incoming::IncomingMail;
use crate::office::Vocabulary;
use crate::sheets::report::{CallCenterMail, Report, read_report_file};
use crate::understanding::report_of;

/// Arguments of `carteiro report`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A report (.xlsx .xls .ods .csv .txt .html .pdf .zip) or a mail (.eml)
    file: PathBuf,
    /// Prints one JSON object
    #[arg(long)]
    json: bool,
    /// The folder of the rules, whose vocabulario.toml is used; without it the one that is compiled in
    #[arg(long)]
    rules: Option<PathBuf>,
}

/// Reads one report and shows it.
pub fn run(args: &Args) -> ExitCode {
    match read(args) {
        Ok((kind, report)) if args.json => {
            println!("{}", as_json(args, kind, report.as_ref()));
            ExitCode::SUCCESS
        }
        Ok((kind, report)) => {
            print!("{}", in_words(args, kind, report.as_ref()));
            ExitCode::SUCCESS
        }
        Err(error) => super::fail(error),
    }
}

fn read(args: &Args) -> Result<(Option<CallCenterMail>, Option<Report>), String> {
    let words = match &args.rules {
        None => Vocabulary::shipped().clone(),
        Some(folder) => {
            let path = folder.join("vocabulario.toml");
            let text =
                std::fs::read_to_string(&path).map_err(|it| format!("cannot read `{}`: {it}", path.display()))?;
            Vocabulary::from_toml(&text).map_err(|it| format!("`{}`: {it}", path.display()))?
        }
    };
    let bytes = std::fs::read(&args.file).map_err(|it| format!("cannot read `{}`: {it}", args.file.display()))?;
    let name = args.file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    if is_mail(&name, &bytes) {
        return read_mail(&name, &bytes, &words);
    }
    let report = read_report_file(&name, &bytes, &words).map_err(|it| it.to_string())?;
    Ok((None, Some(report)))
}

/// Whether the file is a mail: by its extension, or by a header field in its first line.
fn is_mail(name: &str, bytes: &[u8]) -> bool {
    const FIRST_FIELDS: [&[u8]; 8] =
        [b"Received:", b"Return-Path:", b"From:", b"Delivered-To:", b"Date:", b"Message-ID:", b"MIME-Version:", b"X-"];
    name.to_lowercase().ends_with(".eml") || FIRST_FIELDS.iter().any(|it| bytes.starts_with(it))
}

/// The report of a mail: its attachments first, completed by its body. What it quotes is not read.
fn read_mail(name: &str, bytes: &[u8], words: &Vocabulary) -> Result<(Option<CallCenterMail>, Option<Report>), String> {
    let mail = IncomingMail::parse(bytes).map_err(|it| format!("cannot read `{name}`: {it}"))?;
    let (kind, report) = report_of(&mail, words);
    Ok((Some(kind), report))
}

fn as_json(args: &Args, kind: Option<CallCenterMail>, report: Option<&Report>) -> Value {
    let mut object = report.map_or_else(|| json!({}), report_json);
    if let Value::Object(fields) = &mut object {
        fields.shift_insert(0, "file".to_owned(), json!(args.file.file_name().map(|it| it.to_string_lossy())));
        if let Some(kind) = kind {
            fields.shift_insert(1, "kind".to_owned(), json!(kind));
        }
    }
    object
}

fn report_json(report: &Report) -> Value {
    json!({
        "protocol": report.protocols.first(),
        "protocols": report.protocols,
        "campaign": report.campaign,
        "complete": report.is_complete_for(None),
        "contacts": report.base,
        "sent": report.sent,
        "delivered": report.delivered,
        "read": report.read,
        "failed": report.failed,
        "pending": report.pending,
        "lines": report.all_lines().count(),
        "opt_outs": report.all_lines().filter(|it| it.opt_out).count(),
        "reasons": report.reasons,
        "disagreements": report.disagreements,
        "parts": report.parts.iter().map(report_json).collect::<Vec<_>>(),
    })
}

fn in_words(args: &Args, kind: Option<CallCenterMail>, report: Option<&Report>) -> String {
    let file = args.file.display();
    let Some(report) = report else {
        let what = match kind {
            Some(CallCenterMail::Question) => "a question of the call center",
            Some(CallCenterMail::RefusedTemplate) => "a refused template",
            Some(CallCenterMail::Invoice) => "an invoice",
            Some(CallCenterMail::Offer) => "an offer",
            Some(CallCenterMail::Report) => "a report whose figures cannot be read: a person must look at it",
            Some(CallCenterMail::Other) | None => "no report",
        };
        return format!("{file}: {what}\n");
    };
    let mut text = format!("{file}\n");
    if report.parts.is_empty() {
        text.push_str(&one_in_words(report));
    }
    for part in &report.parts {
        text.push_str(&one_in_words(part));
    }
    for disagreement in &report.disagreements {
        text.push_str(&format!("  to be looked at: {disagreement}\n"));
    }
    text
}

fn one_in_words(report: &Report) -> String {
    let count = |it: Option<u64>| it.map_or_else(|| "-".to_owned(), |it| it.to_string());
    let mut text = format!(
        "  request    {}\n  campaign   {}\n  complete   {}\n  sent       {}\n  delivered  {} (read {})\n  failed     {}\n  pending    {}\n  lines      {}\n",
        if report.protocols.is_empty() { "-".to_owned() } else { report.protocols.join(", ") },
        report.campaign.as_deref().unwrap_or("-"),
        if report.is_complete_for(None) { "yes" } else { "no" },
        count(report.sent),
        count(report.delivered),
        count(report.read),
        count(report.failed),
        count(report.pending),
        report.lines.len(),
    );
    for (reason, count) in &report.reasons {
        text.push_str(&format!("    {count:>6}  {reason}\n"));
    }
    text
}
