//! `carteiro status` and `carteiro show`: what is open, and the story of one request.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use crate::archive::Archive;
use crate::config::{Config, LedgerUrl};
use crate::daemon::{Overview, PersonView, RequestView, Told, each_person, overview, request_view};
use crate::ledger::{Ledger, RequestRow, Whose};
use crate::office::{EmailAddress, PhoneNumber, Protocol};

/// People listed by `show` without `--all`.
const PEOPLE_SHOWN: u32 = 200;

/// Between two looks of `status --watch`.
const WATCH_EVERY: Duration = Duration::from_secs(2);

/// Arguments of `carteiro status`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The configuration
    #[arg(short, long, default_value = "/etc/carteiro/carteiro.toml")]
    config: PathBuf,
    /// Look again every two seconds
    #[arg(long)]
    watch: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Arguments of `carteiro show`.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// The protocol, `AR-2026-0412`
    protocol: String,
    /// The configuration
    #[arg(short, long, default_value = "/etc/carteiro/carteiro.toml")]
    config: PathBuf,
    /// List every person
    #[arg(long)]
    all: bool,
    /// List only this person: an address or a phone with its area code
    #[arg(long, conflicts_with = "all")]
    person: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> ExitCode {
    let config = match super::configuration(&args.config) {
        Ok(config) => config,
        Err(code) => return code,
    };
    loop {
        let seen = match look(&config) {
            Ok(seen) => seen,
            Err(reason) => return super::fail(reason),
        };
        if args.json {
            println!("{}", serde_json::to_string(&seen).unwrap_or_default());
        } else {
            if args.watch {
                // Home and clear, as terminals have understood since the VT100.
                print!("\u{1b}[H\u{1b}[2J");
            }
            print(&seen);
        }
        if !args.watch {
            return ExitCode::SUCCESS;
        }
        std::thread::sleep(WATCH_EVERY);
    }
}

pub fn show(args: &ShowArgs) -> ExitCode {
    let config = match super::configuration(&args.config) {
        Ok(config) => config,
        Err(code) => return code,
    };
    match tell(&config, args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => super::fail(reason),
    }
}

pub(super) fn ledger(config: &Config) -> Result<Ledger, String> {
    let LedgerUrl::Sqlite(path) = &config.ledger;
    if !path.exists() {
        return Err(format!(
            "there is no ledger at `{}` yet; start `carteiro run` or `carteiro once` first",
            path.display()
        ));
    }
    Ledger::open(path).map_err(|it| it.to_string())
}

fn look(config: &Config) -> Result<Overview, String> {
    let names: Vec<String> = config.mailboxes.iter().map(|it| it.name.clone()).collect();
    let seen = overview(&ledger(config)?, &names, config.smtp.recipients_per_day, &config.institute.timezone)
        .map_err(|it| it.to_string())?;
    let archive = Archive::new(config.archive.root.clone(), config.archive.require_mount);
    Ok(Overview { paused: archive.ready().err().map(|it| it.to_string()), ..seen })
}

fn tell(config: &Config, args: &ShowArgs) -> Result<(), String> {
    let ledger = ledger(config)?;
    let protocol = Protocol::from_text(&args.protocol);
    let row = ledger.request_named(&protocol).map_err(|it| it.to_string())?;
    let Some(row) = row else { return Err(format!("there is no request `{protocol}`; see `carteiro status`")) };
    let person = args.person.as_deref().map(|it| match (EmailAddress::parse(it), PhoneNumber::parse(it)) {
        (Ok(address), _) => address.key(),
        (Err(_), Ok(phone)) => phone.as_str().to_owned(),
        (Err(_), Err(_)) => it.to_owned(),
    });
    let whose = match &person {
        Some(contact) => Whose::Named(contact),
        None => Whose::First(if args.all { 0 } else { PEOPLE_SHOWN }),
    };
    let zone = &config.institute.timezone;
    let told = request_view(&ledger, &row, whose, config.smtp.recipients_per_day, zone).map_err(|it| it.to_string())?;
    if !args.json {
        print_story(&told);
    }
    match (args.all, args.json) {
        (true, _) => print_everybody(&told, &ledger, &row, (zone, args.json))?,
        (false, true) => println!("{}", serde_json::to_string(&told).unwrap_or_default()),
        (false, false) => {}
    }
    Ok(())
}

/// Everybody of a request, a line each, or at their place in the JSON of its story, while they are read.
fn print_everybody(
    told: &Told,
    ledger: &Ledger,
    row: &RequestRow,
    (zone, as_json): (&jiff::tz::TimeZone, bool),
) -> Result<(), String> {
    let text = if as_json { serde_json::to_string(told).unwrap_or_default() } else { String::new() };
    let (head, tail) = text.strip_suffix(PEOPLE_END).map_or(("", ""), |head| (head, PEOPLE_END));
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut written = write!(out, "{head}");
    let mut is_first = true;
    each_person(ledger, row, Whose::First(u32::MAX), zone, &mut |person| {
        if written.is_err() {
            return;
        }
        written = match (as_json, std::mem::take(&mut is_first)) {
            (true, is_first) => out
                .write_all(if is_first { b"" } else { b"," })
                .and_then(|()| serde_json::to_writer(&mut out, &person).map_err(io::Error::from)),
            (false, true) => writeln!(out).and_then(|()| write_person(&mut out, &person)),
            (false, false) => write_person(&mut out, &person),
        };
    })
    .map_err(|it| it.to_string())?;
    let end = if as_json { "\n" } else { "" };
    let written = written.and_then(|()| write!(out, "{tail}{end}")).and_then(|()| out.flush());
    match written {
        // Who listened has heard enough: `| head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| format!("cannot write the list: {error}")),
    }
}

/// How the JSON of a story ends in which nobody is listed yet.
const PEOPLE_END: &str = "]}";

fn print(seen: &Overview) {
    if let Some(reason) = &seen.paused {
        println!("PAUSED, nothing goes out: {reason}\n");
    }
    if seen.requests.is_empty() {
        println!("nothing is open");
    }
    for request in &seen.requests {
        print_request(request);
    }
    println!();
    for (name, at) in &seen.mailboxes {
        println!("mailbox {name}: last answered {}", at.as_deref().unwrap_or("never"));
    }
    if seen.counts_owed > 0 {
        println!("the workbook is owed {} counts", seen.counts_owed);
    }
    if seen.in_doubt + seen.letters_in_doubt > 0 {
        println!(
            "IN DOUBT: {} parcels, {} letters; see `carteiro show`, decide with `carteiro resolve`",
            seen.in_doubt, seen.letters_in_doubt
        );
    }
}

fn print_request(request: &RequestView) {
    println!("{}  {}  waits for {}", request.protocol, request.status, request.waits_for);
    println!("    {}", request.subject);
    for (channel, states) in &request.channels {
        let all: u64 = states.values().sum();
        let open: u64 = ["waiting", "leaving", "deferred"].iter().filter_map(|it| states.get(*it)).sum();
        let words = states.iter().map(|(state, n)| format!("{n} {state}")).collect::<Vec<_>>().join(", ");
        println!("    {channel:8} {} {words}", bar(all - open.min(all), all));
    }
    if let Some(days) = request.days_left.filter(|it| *it > 1) {
        let last = jiff::Zoned::now().date().checked_add(jiff::Span::new().days(i64::try_from(days).unwrap_or(0) - 1));
        let last = last.map(|it| it.strftime("%d/%m/%Y").to_string()).unwrap_or_default();
        println!("    {days} days under the limit of recipients a day: the last leave about {last}");
    }
    if let Some(due) = &request.due {
        println!("    next: {due}");
    }
}

/// A bar of twenty marks.
fn bar(done: u64, all: u64) -> String {
    let full = (done * 20).checked_div(all).unwrap_or(0).min(20);
    let full = usize::try_from(full).unwrap_or(20);
    format!("[{}{}] {done}/{all}", "#".repeat(full), "·".repeat(20 - full))
}

fn print_story(told: &Told) {
    print_request(&told.request);
    println!("    {} ({})", told.request.requester, told.request.area.as_deref().unwrap_or("no area"));
    println!("    archive: {}", told.request.folder);
    let rule = told.request.rule.as_deref().unwrap_or("none");
    println!("    rule: {rule} (rules {})", told.request.rules_version);
    println!();
    for (at, line) in &told.story {
        println!("{at}  {line}");
    }
    if !told.parcels.is_empty() {
        println!();
    }
    for parcel in &told.parcels {
        println!("parcel {} ({}): {} people, {}", parcel.n, parcel.channel, parcel.people, parcel.status);
    }
    if !told.people.is_empty() {
        println!();
    }
    for person in &told.people {
        // Who listens no more needs no error.
        let _ = write_person(&mut io::stdout(), person);
    }
}

fn write_person(out: &mut impl io::Write, person: &PersonView) -> io::Result<()> {
    let state =
        serde_json::to_value(person.state).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default();
    write!(out, "row {:>6}  {state:10} ", person.row)?;
    if let Some(left) = &person.left {
        write!(out, "left {left} ")?;
    }
    if let Some(heard) = &person.heard {
        write!(out, "heard {heard}")?;
    }
    let (status, note) = (person.status.as_deref().unwrap_or_default(), person.note.as_deref().unwrap_or_default());
    writeln!(out, " {} {status} {note}", person.contact)
}
