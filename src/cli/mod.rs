//! Layer 7, the command line: one file for each verb. Exit codes: 0 done, 1 failed, 2 wrong usage, 78 wrong configuration.

use std::io::IsTerminal as _;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Config;
use crate::rules::{self, RuleSet};
use crate::watch;

mod check;
mod completions;
mod decide;
mod demo;
mod explain;
mod init;
mod list;
mod login;
mod media;
mod receipt;
mod report;
mod run;
mod schema;
mod status;
mod workbook;

/// An email-driven postman for a communications desk: a department sends an email, the rest happens.
#[derive(Debug, Parser)]
#[command(name = "carteiro", version, about, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The daemon: waits for mail and does what is due until it is told to stop
    Run(run::RunArgs),
    /// One pass over everything due, then exit
    Once(run::RunArgs),
    /// A whole working day on an embedded world: no server, no configuration
    Demo(demo::Args),
    /// Writes a commented carteiro.toml and the default rules into a folder
    Init(init::Args),
    /// Checks configuration, rules and their examples; with --connect also logs in everywhere
    Check(check::Args),
    /// What would be done with a mail and why; touches nothing
    Explain(explain::Args),
    /// Which decisions on archived mail would change under other rules
    Compare(explain::CompareArgs),
    /// What is open, with progress and forecast
    Status(status::Args),
    /// The story of one request: who got what and when
    Show(status::ShowArgs),
    /// Consents to a request that waits for it
    Approve(decide::Args),
    /// Stops a request
    Cancel(decide::Args),
    /// Decides what nobody could know: was it sent, or shall it be sent again
    Resolve(decide::ResolveArgs),
    /// Tries again what was put aside
    Retry(decide::Args),
    /// Reads any list as a request's list would be read
    List(list::Args),
    /// Reads delivery notices
    Receipt(receipt::Args),
    /// Reads a call center report
    Report(report::Args),
    /// What WhatsApp takes as it is, what is converted, what cannot be
    Media(media::Args),
    /// Corrects a count in a workbook by hand, with nothing else changed
    Workbook(workbook::Args),
    /// OAuth2 sign-in for a mailbox by device code
    Login(login::Args),
    /// Writes the JSON schemas of the rule files
    Schema(schema::Args),
    /// Prints the completions of a shell
    Completions(completions::Args),
    /// Prints the manual page
    Man,
}

/// Reads the command line and runs its verb.
#[must_use]
pub fn main() -> ExitCode {
    match Cli::parse().verb {
        Verb::Run(args) => run::run(&args),
        Verb::Once(args) => run::once(&args),
        Verb::Demo(args) => demo::run(&args),
        Verb::Init(args) => init::run(&args),
        Verb::Check(args) => check::run(&args),
        Verb::Explain(args) => explain::run(&args),
        Verb::Compare(args) => explain::compare(&args),
        Verb::Status(args) => status::run(&args),
        Verb::Show(args) => status::show(&args),
        Verb::Approve(args) => decide::approve(&args),
        Verb::Cancel(args) => decide::cancel(&args),
        Verb::Resolve(args) => decide::resolve(&args),
        Verb::Retry(args) => decide::retry(&args),
        Verb::List(args) => list::run(&args),
        Verb::Receipt(args) => receipt::run(&args),
        Verb::Report(args) => report::run(&args),
        Verb::Media(args) => media::run(&args),
        Verb::Workbook(args) => workbook::run(&args),
        Verb::Login(args) => login::run(&args),
        Verb::Schema(args) => schema::run(&args),
        Verb::Completions(args) => completions::run(&args),
        Verb::Man => completions::man(),
    }
}

/// Exit code 1: the work was tried and failed.
const FAILED: u8 = 1;

/// Exit code 78 (`EX_CONFIG` of sysexits.h): systemd does not restart on it.
const WRONG_CONFIGURATION: u8 = 78;

/// Says on standard error what failed, and gives exit code 1.
fn fail(what: impl std::fmt::Display) -> ExitCode {
    eprintln!("carteiro: {what}");
    ExitCode::from(FAILED)
}

/// Log lines to standard error: one event a line. Crates that log secrets at their finest levels are capped.
fn log() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_env("CARTEIRO_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let capped = ["async_imap=warn", "lettre=warn", "rustls=warn", "html5ever=error", "pdf_extract=error"];
    let filter = capped.iter().filter_map(|it| it.parse().ok()).fold(filter, EnvFilter::add_directive);
    // A second call in one process keeps the first one's settings.
    let colours = std::io::stderr().is_terminal();
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
    // The journal writes the time itself.
    let _ = match std::env::var_os("JOURNAL_STREAM") {
        Some(_) => lines.without_time().try_init(),
        None => lines.try_init(),
    };
}

/// Reads the configuration; its mistakes go to standard error, all at once.
fn configuration(path: &Path) -> Result<Config, ExitCode> {
    Config::load(path).map_err(|errors| {
        for error in errors {
            eprintln!("carteiro: {error}");
        }
        ExitCode::from(WRONG_CONFIGURATION)
    })
}

/// Reads configuration and rules; the mistakes of both go to standard error, all at once.
fn configured(path: &Path) -> Result<(Config, RuleSet), ExitCode> {
    let config = configuration(path)?;
    let rules = watch::load_rules(&config.rules_dir).map_err(|found| {
        eprint!("{}", rules::render(&found, rules::Colours::Off));
        ExitCode::from(WRONG_CONFIGURATION)
    })?;
    Ok((config, rules))
}
