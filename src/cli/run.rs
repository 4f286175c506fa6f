//! `carteiro run` and `carteiro once`: the daemon.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use crate::config::Config;
use crate::daemon::{self, Clock, Daemon, DaemonError};
use crate::rules::RuleSet;

/// Arguments of `run` and `once`.
#[derive(Debug, clap::Args)]
pub struct RunArgs {
    /// The configuration
    #[arg(short, long, default_value = "/etc/carteiro/carteiro.toml")]
    pub config: PathBuf,
}

pub fn run(args: &RunArgs) -> ExitCode {
    super::log();
    with_daemon(args, |daemon, runtime| runtime.block_on(daemon::run(daemon)))
}

pub fn once(args: &RunArgs) -> ExitCode {
    super::log();
    with_daemon(args, |mut daemon, runtime| {
        let progress = runtime.block_on(daemon.pass())?;
        tracing::info!(?progress, "one pass done");
        Ok(())
    })
}

fn with_daemon(
    args: &RunArgs,
    work: impl FnOnce(Daemon, &tokio::runtime::Runtime) -> Result<(), DaemonError>,
) -> ExitCode {
    let (config, rules) = match super::configured(&args.config) {
        Ok(both) => both,
        Err(code) => return code,
    };
    // One thread for all connections: between the ledger and a connection go two words for each message, and words between
    // threads cost more than what a second processor could do meanwhile.
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return super::fail(format!("cannot start: {error}")),
    };
    let daemon = match open(config, rules) {
        Ok(daemon) => daemon,
        Err(error) => return super::fail(error),
    };
    match work(daemon, &runtime) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => super::fail(error),
    }
}

fn open(config: Config, rules: RuleSet) -> Result<Daemon, DaemonError> {
    Daemon::open(config, Arc::new(rules), Clock::System)
}
