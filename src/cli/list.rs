//! `carteiro list`: reads any list.

use std::process::ExitCode;

/// Arguments of `carteiro list`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
