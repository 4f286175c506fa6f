//! `carteiro init`: a first configuration and the default rules; with `--workbook` a first workbook.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::office::OfficeBook;
use crate::phrases;
use crate::rules::{schema, shipped};
use crate::workbook::create::create;

/// Arguments of `carteiro init`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder that gets carteiro.toml, rules/ and schema/; nothing that exists is overwritten
    #[arg(required_unless_present = "workbook")]
    dir: Option<PathBuf>,
    /// Makes the indicator workbook of this year, for the areas of DIR/rules/areas.toml
    #[arg(long, value_name = "FILE")]
    workbook: Option<PathBuf>,
}

/// The configuration as it ships.
const CONFIGURATION: &str = include_str!("carteiro.toml");

pub fn run(args: &Args) -> ExitCode {
    let written = match &args.dir {
        Some(dir) => folder(dir).map_err(|(path, error)| format!("cannot write `{}`: {error}", path.display())),
        None => Ok(()),
    };
    let made = written.and_then(|()| match &args.workbook {
        Some(file) => workbook(file, args.dir.as_deref()),
        None => Ok(()),
    });
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => super::fail(error),
    }
}

fn folder(dir: &Path) -> Result<(), (PathBuf, std::io::Error)> {
    let mut files: Vec<(PathBuf, String)> = vec![(dir.join("carteiro.toml"), CONFIGURATION.to_owned())];
    let rules = dir.join("rules");
    files.extend(shipped::FILES.iter().map(|(name, text)| (rules.join(name), (*text).to_owned())));
    files.extend(phrases::shipped_texts().map(|(name, text)| (rules.join("textos").join(name), text.to_owned())));
    for (name, value) in schema::all() {
        files.push((dir.join("schema").join(name), format!("{value:#}\n")));
    }
    for (path, text) in files {
        write_new(&path, text.as_bytes()).map_err(|error| (path, error))?;
    }
    println!(
        "\nNext: put your addresses into {}, then: carteiro check -c {}",
        rules.join("areas.toml").display(),
        dir.join("carteiro.toml").display()
    );
    Ok(())
}

/// Writes a file that does not exist yet; one that exists is somebody's work and stays.
fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    match std::fs::OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => {
            file.write_all(bytes)?;
            println!("written  {}", path.display());
            Ok(())
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            println!("kept     {}", path.display());
            Ok(())
        }
        Err(error) => Err(error),
    }
}

fn workbook(file: &Path, dir: Option<&Path>) -> Result<(), String> {
    let areas = dir.map(|it| it.join("rules/areas.toml"));
    let text = match &areas {
        Some(path) => std::fs::read_to_string(path).map_err(|it| format!("cannot read `{}`: {it}", path.display()))?,
        None => shipped::file("areas.toml").unwrap_or_default().to_owned(),
    };
    let office = OfficeBook::from_toml(&text).map_err(|it| format!("cannot read areas.toml: {it}"))?;
    let rows: Vec<&str> = office.areas.values().map(crate::office::Area::row_label).collect();
    let year = jiff::Zoned::now().year();
    let bytes = create(&rows, year).map_err(|it| it.to_string())?;
    if file.exists() {
        return Err(format!("`{}` exists and stays as it is", file.display()));
    }
    write_new(file, &bytes).map_err(|it| format!("cannot write `{}`: {it}", file.display()))
}
