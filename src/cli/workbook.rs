//! `carteiro workbook`: corrects a count.

use std::process::ExitCode;

/// Arguments of `carteiro workbook`.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
