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

use crate::config::Config;
use crate::mail::authenticity::IdentityPolicy;
use crate::mail::incoming::{IncomingMail, TooMuch};
use crate::office::calendar::Holidays;
use crate::office::{Decision, KnownRequest};
use crate::rules::{self, RuleSet};
use crate::understanding::{self, Setting, Understood};
use crate::watch;

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
    rules: RuleSet,
    identity: IdentityPolicy,
    holidays: Holidays,
    zone: TimeZone,
    /// The daemon checks signatures itself under this configuration, and explain does not.
    checks_signatures: bool,
}

/// What is said where the daemon may believe a sender whom explain does not.
const UNCHECKED: &str = "as assinaturas DKIM não são conferidas aqui, pois nenhum servidor é consultado; o serviço as confere e \
                         pode confiar num remetente em que esta explicação não confia";

impl World {
    fn load(args: &Args) -> Result<Self, String> {
        let config = args
            .config
            .as_deref()
            .map(Config::load)
            .transpose()
            .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
        let folder = args.rules.clone().or_else(|| config.as_ref().map(|it| it.rules_dir.clone()));
        let Some(folder) = folder else {
            return Err(
                "cannot explain without rules; give their folder with --rules, or a configuration with -c".to_owned()
            );
        };
        Self::of(&folder, config.as_ref())
    }

    fn of(folder: &Path, config: Option<&Config>) -> Result<Self, String> {
        let files = watch::read_folder(folder).map_err(|why| format!("cannot read `{}`: {why}", folder.display()))?;
        let rules = RuleSet::from_files(files).map_err(|found| rules::render(&found, rules::Colours::Off))?;
        let identity = config.map_or_else(IdentityPolicy::default, |it| IdentityPolicy {
            authserv_id: it.identity.authserv_id.clone(),
            exchange_internal: it.identity.exchange_internal,
        });
        let zone = config.map_or_else(
            || TimeZone::get(ZONE).unwrap_or_else(|_| TimeZone::fixed(Offset::constant(-3))),
            |it| it.institute.timezone.clone(),
        );
        let holidays = config.map(|it| it.institute.holidays.clone()).unwrap_or_default();
        let checks_signatures = config.is_some_and(|it| it.identity.dkim_dns.is_some());
        Ok(Self { rules, identity, holidays, zone, checks_signatures })
    }

    fn explain(&self, path: &Path, mail: &IncomingMail, known: &mut Vec<KnownRequest>) -> Value {
        let now = self.local(mail.date.unwrap_or_else(Timestamp::now));
        let (understood, decision) = self.judge(mail, known, now);
        let letter = understanding::taken_apart(mail, &self.setting(known, now));
        let mut value = json!({ "file": name_of(path) });
        if let (Value::Object(all), Ok(Value::Object(facts))) = (&mut value, serde_json::to_value(&understood.facts)) {
            all.extend(facts);
            all.insert("notes".to_owned(), json!(understood.notes));
            all.insert("letter".to_owned(), json!(letter));
            all.insert("rule".to_owned(), json!(decision.rule));
            all.insert("rules_version".to_owned(), json!(decision.rules_version));
            all.insert("trace".to_owned(), json!(decision.trace));
            if self.checks_signatures {
                all.insert("unchecked".to_owned(), json!(UNCHECKED));
            }
        }
        let name = path.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        understanding::remember(&name, mail, &understood, now, known);
        value
    }

    /// The facts of a mail, and what the rules say of them.
    fn judge(&self, mail: &IncomingMail, known: &[KnownRequest], now: DateTime) -> (Understood, Decision) {
        let understood = understanding::understand(mail, &self.setting(known, now));
        let decision = rules::decide_mail(&self.rules, &understood.facts, mail, now.date());
        (understood, decision)
    }

    fn setting<'a>(&'a self, known: &'a [KnownRequest], now: DateTime) -> Setting<'a> {
        Setting {
            office: &self.rules.office,
            vocabulary: &self.rules.vocabulary,
            identity: &self.identity,
            known,
            holidays: &self.holidays,
            media: &self.rules.media,
            now,
        }
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
pub struct CompareArgs {
    /// The other rules
    rules: PathBuf,
    /// How many of the last archived mails are decided again
    #[arg(long, default_value_t = 100)]
    last: u32,
    /// The configuration
    #[arg(short, long, default_value = "/etc/carteiro/carteiro.toml")]
    config: PathBuf,
}

pub fn compare(args: &CompareArgs) -> ExitCode {
    let config = match super::configuration(&args.config) {
        Ok(config) => config,
        Err(code) => return code,
    };
    match compared(args, &config) {
        Ok((seen, changed)) => {
            println!("{changed} of {seen} decisions would change");
            ExitCode::SUCCESS
        }
        Err(why) => super::fail(why),
    }
}

/// Decides the last mails under both sets of rules, and prints where they differ.
fn compared(args: &CompareArgs, config: &Config) -> Result<(u64, u64), String> {
    let (now_in_force, other) = (World::of(&config.rules_dir, Some(config))?, World::of(&args.rules, Some(config))?);
    let mut mails = super::status::ledger(config)?.last_mails(args.last).map_err(|why| why.to_string())?;
    mails.reverse();
    let (mut seen, mut changed) = (0, 0);
    for row in mails {
        let path = config.archive.root.join(&row.mail.raw_path);
        let Ok(raw) = fs::read(&path) else {
            eprintln!("carteiro: cannot read `{}`; left out", path.display());
            continue;
        };
        let Ok(mail) = IncomingMail::parse(&raw) else { continue };
        let at = Timestamp::from_second(row.mail.received_at).unwrap_or_default();
        let (_, before) = now_in_force.judge(&mail, &[], now_in_force.local(at));
        let (_, after) = other.judge(&mail, &[], other.local(at));
        seen += 1;
        if (&before.rule, &before.actions) != (&after.rule, &after.actions) {
            changed += 1;
            let name = |decision: &Decision| decision.rule.clone().unwrap_or_else(|| "no rule".to_owned());
            println!("{}: {} -> {}", row.mail.raw_path, name(&before), name(&after));
        }
    }
    Ok((seen, changed))
}
