//! `carteiro approve`, `cancel`, `resolve`, `retry`: a person's decisions.
//!
//! They are written to the ledger by the same daemon code, so the daemon must not be running with it: each verb
//! opens the ledger for itself, decides, makes one pass and ends.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::daemon::{Clock, Daemon, DaemonError, PersonsDecision};
use crate::office::Protocol;

/// Arguments of `approve`, `cancel` and `retry`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The protocol, `AR-2026-0412`
    protocol: String,
    /// The configuration
    #[arg(short, long, default_value = "/etc/carteiro/carteiro.toml")]
    config: PathBuf,
}

/// Arguments of `resolve`.
#[derive(Debug, clap::Args)]
pub struct ResolveArgs {
    /// The protocol, `AR-2026-0412`
    protocol: String,
    /// `sent`: it reached the server; `resend`: it did not, send it again
    #[arg(value_enum)]
    answer: Answer,
    /// The configuration
    #[arg(short, long, default_value = "/etc/carteiro/carteiro.toml")]
    config: PathBuf,
}

/// What a person knows of a parcel in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Answer {
    Sent,
    Resend,
}

pub fn approve(args: &Args) -> ExitCode {
    decide(&args.protocol, &args.config, PersonsDecision::Approve)
}

pub fn cancel(args: &Args) -> ExitCode {
    decide(&args.protocol, &args.config, PersonsDecision::Cancel)
}

pub fn resolve(args: &ResolveArgs) -> ExitCode {
    let decision = match args.answer {
        Answer::Sent => PersonsDecision::WasSent,
        Answer::Resend => PersonsDecision::Resend,
    };
    decide(&args.protocol, &args.config, decision)
}

pub fn retry(args: &Args) -> ExitCode {
    decide(&args.protocol, &args.config, PersonsDecision::Retry)
}

fn decide(protocol: &str, config: &std::path::Path, decision: PersonsDecision) -> ExitCode {
    super::log();
    let (config, rules) = match super::configured(config) {
        Ok(both) => both,
        Err(code) => return code,
    };
    let protocol = Protocol::from_text(protocol);
    let done = || -> Result<Option<String>, DaemonError> {
        let mut daemon = Daemon::open(config, std::sync::Arc::new(rules), Clock::System)?;
        daemon.person_decides(&protocol, decision)
    };
    match done() {
        Ok(Some(what)) => {
            println!("{protocol}: {what}");
            ExitCode::SUCCESS
        }
        Ok(None) => super::fail(format!("there is no request `{protocol}`; see `carteiro status`")),
        Err(error) => super::fail(error),
    }
}
