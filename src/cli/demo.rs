//! `carteiro demo`: a working day on an embedded world.

use std::process::ExitCode;

/// Arguments of `carteiro demo`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
