//! `carteiro status`: what is open.

use std::process::ExitCode;

/// Arguments of `carteiro status`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}

/// Arguments of `carteiro show`.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {}

pub fn show(_args: &ShowArgs) -> ExitCode {
    super::fail("this verb is not built yet")
}
