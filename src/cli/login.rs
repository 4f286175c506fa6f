//! `carteiro login`: device-code sign-in.

use std::process::ExitCode;

/// Arguments of `carteiro login`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
