//! `carteiro receipt`: reads delivery notices.

use std::process::ExitCode;

/// Arguments of `carteiro receipt`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
