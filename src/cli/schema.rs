//! `carteiro schema`: JSON schemas of the rule files.

use std::process::ExitCode;

/// Arguments of `carteiro schema`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
