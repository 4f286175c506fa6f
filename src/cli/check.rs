//! `carteiro check`: what is wrong, where, and how to mend it.

use std::process::ExitCode;

/// Arguments of `carteiro check`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
