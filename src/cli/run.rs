//! `carteiro run` and `carteiro once`: the daemon.

use std::process::ExitCode;

/// Arguments of `run` and `once`.
#[derive(Debug, clap::Args)]
pub struct RunArgs {}

pub fn run(_args: &RunArgs) -> ExitCode {
    super::fail("this verb is not built yet")
}

pub fn once(_args: &RunArgs) -> ExitCode {
    super::fail("this verb is not built yet")
}
