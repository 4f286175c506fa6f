//! `carteiro init`: a first configuration.

use std::process::ExitCode;

/// Arguments of `carteiro init`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
