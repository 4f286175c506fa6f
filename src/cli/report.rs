//! `carteiro report`: reads call center reports.

use std::process::ExitCode;

/// Arguments of `carteiro report`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
