//! `carteiro workbook`: corrects a count.

use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `carteiro workbook`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    /// Adds to one count; totals that depend on it follow
    Add(AddArgs),
}

/// Arguments of `carteiro workbook add`.
#[derive(Debug, clap::Args)]
struct AddArgs {
    /// The workbook (.xlsx or .xlsm)
    file: PathBuf,
    /// The tab, by its name
    #[arg(long)]
    sheet: String,
    /// The cell, for example B5
    #[arg(long)]
    cell: String,
    /// What is added; a negative number takes away
    #[arg(long, allow_negative_numbers = true)]
    by: i64,
    /// Writes the changed workbook here and leaves FILE as it is
    #[arg(long)]
    output: Option<PathBuf>,
}

pub fn run(args: &Args) -> ExitCode {
    match &args.verb {
        Verb::Add(add) => super::fail(format!("cannot change {}: not built yet", add.file.display())),
    }
}
