//! `carteiro explain`: what would be done with a mail, and why.

use std::process::ExitCode;

/// Arguments of `carteiro explain`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}

/// Arguments of `carteiro compare`.
#[derive(Debug, clap::Args)]
pub struct CompareArgs {}

pub fn compare(_args: &CompareArgs) -> ExitCode {
    super::fail("this verb is not built yet")
}
