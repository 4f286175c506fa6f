//! `carteiro media`: what WhatsApp takes.

use std::process::ExitCode;

/// Arguments of `carteiro media`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
