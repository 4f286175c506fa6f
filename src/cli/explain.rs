//! `carteiro explain`: what would be done with a mail, and why. Touches nothing.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use serde_json::{Value, json};

use crate::mail::authenticity::IdentityPolicy;
use crate::mail::incoming::{IncomingMail, TooMuch};
use crate::office::calendar::Holidays;
use crate::office::{KnownRequest, OfficeBook, Vocabulary};
use crate::understanding::{self, Setting, remember};

/// Arguments of `carteiro explain`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A mail (.eml), or a folder of mails
    mail: PathBuf,
    /// The configuration, for identity and time zone
    #[arg(short = 'c', long = "config", value_name = "FILE")]
    config: Option<PathBuf>,
    /// The rules; what is missing there is taken from the rules that are built in
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
    /// The requests that are known, in place of the ledger
    #[arg(long, value_name = "FILE")]
    requests: Option<PathBuf>,
    /// Prints JSON, one object a line for a folder
    #[arg(long)]
    json: bool,
}

/// The zone of the institute where no configuration says another.
const ZONE: &str = "America/Sao_Paulo";

pub fn run(args: &Args) -> ExitCode {
    match explain(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => super::fail(why),
    }
}

fn explain(args: &Args) -> Result<(), String> {
    let world = World::load(args)?;
    let mut known = match &args.requests {
        Some(file) => read_requests(file)?,
        None => Vec::new(),
    };
    let folder = args.mail.is_dir();
    let mut mails = if folder { mails_of(&args.mail)? } else { vec![args.mail.clone()] }
        .into_iter()
        .map(|path| {
            let raw = fs::read(&path).map_err(|why| format!("cannot read `{}`: {why}", path.display()))?;
            Ok((path, IncomingMail::parse(&raw)))
        })
        .collect::<Result<Vec<_>, String>>()?;
    // Later mails see the requests of earlier ones; a mail without a date comes last.
    let date =
        |mail: &Result<IncomingMail, TooMuch>| mail.as_ref().ok().and_then(|it| it.date).unwrap_or(Timestamp::MAX);
    mails.sort_by(|a, b| (date(&a.1), &a.0).cmp(&(date(&b.1), &b.0)));
    let mut out = std::io::stdout().lock();
    for (path, mail) in mails {
        let value = match mail {
            Ok(mail) => world.explain(&path, &mail, &mut known),
            Err(why) => {
                json!({ "file": name_of(&path), "class": "unrelated", "dispatch": false, "error": why.to_string() })
            }
        };
        let text = if folder || !args.json {
            if args.json { value.to_string() } else { in_words(&value) }
        } else {
            serde_json::to_string_pretty(&value).unwrap_or_default()
        };
        writeln!(out, "{text}").map_err(|why| format!("cannot write the explanation: {why}"))?;
    }
    Ok(())
}

/// What an explanation needs besides mails.
struct World {
    office: OfficeBook,
    vocabulary: Vocabulary,
    identity: IdentityPolicy,
    holidays: Holidays,
    zone: TimeZone,
}

impl World {
    fn load(args: &Args) -> Result<Self, String> {
        let read = |name: &str| -> Result<Option<String>, String> {
            let Some(folder) = &args.rules else { return Ok(None) };
            let path = folder.join(name);
            match fs::read_to_string(&path) {
                Ok(text) => Ok(Some(text)),
                Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(why) => Err(format!("cannot read `{}`: {why}", path.display())),
            }
        };
        let areas =
            read("areas.toml")?.ok_or("cannot explain without an `areas.toml` (give its folder with --rules)")?;
        let office = OfficeBook::from_toml(&areas).map_err(|why| format!("areas.toml: {why}"))?;
        let vocabulary = match read("vocabulario.toml")? {
            Some(text) => Vocabulary::from_toml(&text).map_err(|why| format!("vocabulario.toml: {why}"))?,
            None => Vocabulary::shipped().clone(),
        };
        let _ = &args.config;
        Ok(Self {
            office,
            vocabulary,
            identity: IdentityPolicy::default(),
            holidays: Holidays::default(),
            zone: TimeZone::get(ZONE).unwrap_or_else(|_| TimeZone::fixed(Offset::constant(-3))),
        })
    }

    fn explain(&self, path: &Path, mail: &IncomingMail, known: &mut Vec<KnownRequest>) -> Value {
        let now = self.local(mail.date.unwrap_or_else(Timestamp::now));
        let setting = Setting {
            office: &self.office,
            vocabulary: &self.vocabulary,
            identity: &self.identity,
            known,
            holidays: &self.holidays,
            now,
        };
        let understood = understanding::understand(mail, &setting);
        let mut value = json!({ "file": name_of(path) });
        if let (Value::Object(all), Ok(Value::Object(facts))) = (&mut value, serde_json::to_value(&understood.facts)) {
            all.extend(facts);
            all.insert("notes".to_owned(), json!(understood.notes));
            all.insert("letter".to_owned(), json!(understood.letter));
            all.insert("rule".to_owned(), Value::Null);
            all.insert("trace".to_owned(), json!([]));
        }
        let name = path.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        remember(&name, mail, &understood, now, known);
        value
    }

    fn local(&self, at: Timestamp) -> DateTime {
        self.zone.to_datetime(at)
    }
}

/// A `context.json`: `{"requests": […]}`.
fn read_requests(file: &Path) -> Result<Vec<KnownRequest>, String> {
    #[derive(serde::Deserialize)]
    struct Context {
        requests: Vec<KnownRequest>,
    }
    let text = fs::read_to_string(file).map_err(|why| format!("cannot read `{}`: {why}", file.display()))?;
    let context: Context =
        serde_json::from_str(&text).map_err(|why| format!("cannot read `{}`: {why}", file.display()))?;
    Ok(context.requests)
}

/// The mails of a folder, by name.
fn mails_of(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries =
        fs::read_dir(folder).map_err(|why| format!("cannot read the folder `{}`: {why}", folder.display()))?;
    let mut mails: Vec<PathBuf> = entries
        .filter_map(|it| it.ok().map(|it| it.path()))
        .filter(|it| it.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("eml")))
        .collect();
    mails.sort();
    Ok(mails)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The explanation for a person: one line for each thing that is known.
fn in_words(value: &Value) -> String {
    let empty = |it: &Value| it.is_null() || it.as_array().is_some_and(Vec::is_empty) || *it == Value::Bool(false);
    let fields: BTreeMap<usize, String> = value
        .as_object()
        .into_iter()
        .flatten()
        .enumerate()
        .filter(|(_, (_, it))| !empty(it))
        .map(|(at, (key, it))| {
            let text = it.as_str().map_or_else(|| it.to_string(), |it| it.replace('\n', "\n    "));
            (at, format!("{key}: {text}"))
        })
        .collect();
    fields.into_values().collect::<Vec<_>>().join("\n") + "\n"
}

/// Arguments of `carteiro compare`.
#[derive(Debug, clap::Args)]
pub struct CompareArgs {}

pub fn compare(_args: &CompareArgs) -> ExitCode {
    super::fail("this verb is not built yet")
}
