//! `carteiro schema`: JSON schemas of the rule files.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::rules::schema;

/// Arguments of `carteiro schema`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder into which the schemas are written; it is made if it does not exist
    dir: PathBuf,
}

/// Writes every schema; existing ones are replaced, since nobody edits them.
pub fn run(args: &Args) -> ExitCode {
    if let Err(error) = std::fs::create_dir_all(&args.dir) {
        return super::fail(format!("cannot make the folder `{}`: {error}", args.dir.display()));
    }
    for (name, value) in schema::all() {
        let path = args.dir.join(name);
        let text = match serde_json::to_string_pretty(&value) {
            Ok(text) => text + "\n",
            Err(error) => return super::fail(format!("cannot write `{}`: {error}", path.display())),
        };
        if let Err(error) = std::fs::write(&path, text) {
            return super::fail(format!("cannot write `{}`: {error}", path.display()));
        }
        println!("{}", path.display());
    }
    ExitCode::SUCCESS
}
