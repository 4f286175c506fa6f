//! `carteiro workbook`: corrects a count.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::workbook::swap::{Steady, SwapError};
use crate::workbook::{Edited, Refusal};

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
    /// Where the workbook as it was is kept when it is changed in place
    #[arg(long, conflicts_with = "output")]
    backups: Option<PathBuf>,
}

pub fn run(args: &Args) -> ExitCode {
    match &args.verb {
        Verb::Add(add) => match added(add) {
            Ok(said) => {
                println!("{said}");
                ExitCode::SUCCESS
            }
            Err(why) => super::fail(format!("cannot change `{}`: {why}", add.file.display())),
        },
    }
}

/// Why a count was not corrected.
#[derive(Debug, thiserror::Error)]
enum AddError {
    #[error("{0}")]
    Refused(#[from] Refusal),
    #[error("{0}")]
    File(#[from] SwapError),
}

/// Changes the count and says what was done.
fn added(args: &AddArgs) -> Result<String, AddError> {
    let now = jiff::Timestamp::now();
    let change = |bytes: &[u8]| crate::workbook::add(bytes, &args.sheet, &args.cell, args.by);
    let (edited, kept) = match &args.output {
        Some(output) => {
            let edited = change(&std::fs::read(&args.file).map_err(SwapError::from)?)?;
            write_beside(output, &edited.bytes).map_err(SwapError::from)?;
            (edited, None)
        }
        None => {
            let steady = Steady::read(&args.file, now)?;
            let edited = change(&steady.bytes)?;
            let backups = args.backups.clone().unwrap_or_else(default_backups);
            let copy = steady.replacement(&edited.bytes, now)?.commit(&backups, now)?;
            (edited, Some(copy))
        }
    };
    Ok(said(&edited, kept.as_deref()))
}

/// What was done, in a few lines.
fn said(edited: &Edited, kept: Option<&Path>) -> String {
    let mut lines = Vec::new();
    for cell in &edited.cells {
        let before = cell.before.map_or_else(|| "empty".to_owned(), |it| it.to_string());
        lines.push(format!("{}!{}: {before} -> {}", cell.sheet, cell.cell, cell.after));
        if cell.was_text {
            lines.push("the cell held text; it is a number now and counts in sums".to_owned());
        }
    }
    if edited.recalculated > 0 {
        lines.push(format!("{} dependent results brought up to date", edited.recalculated));
    }
    if edited.flagged_full_calc {
        lines.push("some results are left to Excel or LibreOffice, which work them out on opening".to_owned());
    }
    if let Some(kept) = kept {
        lines.push(format!("the workbook as it was is kept in {}", kept.display()));
    }
    lines.join("\n")
}

/// Writes a whole file or none.
fn write_beside(output: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let name = output.file_name().and_then(|it| it.to_str()).unwrap_or("workbook");
    let temporary = output.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = std::fs::File::create(&temporary)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&temporary, output));
    if written.is_err() {
        let _ = std::fs::remove_file(&temporary);
    }
    written
}

/// Where copies are kept if the command line does not say it: outside the folder that people see.
fn default_backups() -> PathBuf {
    let folder = |name: &str| std::env::var_os(name).filter(|it| !it.is_empty()).map(PathBuf::from);
    folder("STATE_DIRECTORY")
        .or_else(|| folder("XDG_STATE_HOME").map(|it| it.join("carteiro")))
        .or_else(|| folder("HOME").map(|it| it.join(".local/state/carteiro")))
        .unwrap_or_else(|| std::env::temp_dir().join("carteiro"))
        .join("workbook-copies")
}
