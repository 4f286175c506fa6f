//! `carteiro approve`, `cancel`, `resolve`, `retry`: a person's decisions.

use std::process::ExitCode;

/// Arguments of `approve`, `cancel` and `retry`.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Arguments of `resolve`.
#[derive(Debug, clap::Args)]
pub struct ResolveArgs {}

pub fn approve(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}

pub fn cancel(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}

pub fn resolve(_args: &ResolveArgs) -> ExitCode {
    super::fail("this verb is not built yet")
}

pub fn retry(_args: &Args) -> ExitCode {
    super::fail("this verb is not built yet")
}
