//! `carteiro check`: what is wrong, where, and how to mend it. All mistakes of all files in one run.

mod connect;
mod servers;

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;

use crate::config::Config;
use crate::office::Channel;
use crate::rules::{self, Colours, Diagnostic, Gravity, RuleSet};
use crate::sheets::tally::{Mapping, Sought, TallyError, Wanted, find_place};
use crate::{watch, workbook};

/// Arguments of `carteiro check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A rules folder to check by itself, without any configuration
    #[arg(conflicts_with_all = ["config", "connect"])]
    rules: Option<PathBuf>,
    /// The configuration, whose rules and workbook are checked with it
    #[arg(short, long, value_name = "FILE", default_value = "/etc/carteiro/carteiro.toml")]
    config: PathBuf,
    /// Also logs in everywhere and opens workbook and contacts; writes nothing
    #[arg(long)]
    connect: bool,
    /// Prints one JSON object for each mistake, a line each
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> ExitCode {
    let (config, is_configured) = match &args.rules {
        Some(_) => (None, true),
        None => match Config::load(&args.config) {
            Ok(config) => (Some(config), true),
            Err(errors) => {
                for error in &errors {
                    say_config_error(error, args.json);
                }
                (None, false)
            }
        },
    };
    let folder = args.rules.clone().or_else(|| config.as_ref().map(|it| it.rules_dir.clone()));
    let rules_are_right = folder.is_none_or(|it| check_rules(&it, config.as_ref(), args.json));
    if !is_configured || !rules_are_right {
        return ExitCode::from(super::WRONG_CONFIGURATION);
    }
    match config.filter(|_| args.connect) {
        Some(config) => match watch::load_rules(&config.rules_dir) {
            Ok(rules) => connect::run(&config, &rules, args.json),
            // Somebody saved them with mistakes since they were checked a moment ago.
            Err(_) => ExitCode::from(super::WRONG_CONFIGURATION),
        },
        None => ExitCode::SUCCESS,
    }
}

fn say_config_error(error: &crate::config::ConfigError, as_json: bool) {
    if as_json {
        let file = error.file.as_ref().map(|it| it.display().to_string());
        let line = json!({
            "gravity": "error", "file": file, "line": error.line, "column": error.column,
            "reason": error.fault.to_string(), "suggestion": null,
        });
        println!("{line}");
    } else {
        eprintln!("{error}");
    }
}

/// Whether the rules of a folder may go live. Mistakes go to standard error, the good news to standard output.
fn check_rules(folder: &Path, config: Option<&Config>, as_json: bool) -> bool {
    let (found, rules) = match watch::load_rules(folder) {
        Ok(rules) => {
            let mut found = rules.warnings.clone();
            found.extend(config.map(|it| workbook_rows(&rules, it)).unwrap_or_default());
            (found, Some(rules))
        }
        Err(found) => (found, None),
    };
    say(&found, as_json);
    let errors = found.iter().filter(|it| it.gravity == Gravity::Error).count();
    if let Some(rules) = rules
        && !as_json
        && errors == 0
    {
        println!(
            "{}: tudo certo. {} regras, {} exemplos, {} áreas; versão {}.",
            folder.display(),
            rules.rules.len(),
            rules.rules.iter().map(|it| it.examples.len()).sum::<usize>(),
            rules.office.areas.len(),
            rules.version,
        );
    } else if !as_json {
        eprintln!("{}: {errors} {} a corrigir.", folder.display(), if errors == 1 { "erro" } else { "erros" });
    }
    errors == 0
}

fn say(found: &[Diagnostic], as_json: bool) {
    if as_json {
        for it in found {
            let gravity = match it.gravity {
                Gravity::Error => "error",
                Gravity::Warning => "warning",
            };
            let line = json!({
                "gravity": gravity, "file": it.file, "line": it.line(), "column": it.column(),
                "reason": it.reason, "suggestion": it.suggestion,
            });
            println!("{line}");
        }
        return;
    }
    let colours = if std::io::stderr().is_terminal() { Colours::On } else { Colours::Off };
    eprint!("{}", rules::render(found, colours));
}

/// Rows that the workbook does not have. A workbook that cannot be read now is `--connect`'s to tell: rules are
/// checked on machines without the share as well.
fn workbook_rows(rules: &RuleSet, config: &Config) -> Vec<Diagnostic> {
    let Ok(bytes) = std::fs::read(&config.workbook.file) else { return Vec::new() };
    let Ok(grid) = workbook::grid(&bytes, &|_| true) else { return Vec::new() };
    let now = jiff::Timestamp::now().to_zoned(config.institute.timezone.clone());
    let has_row = |label: &str, sheet: Option<&str>| {
        let wanted = Wanted { year: now.year(), area_label: label, month: now.month(), channel: Channel::Email };
        let mapping = Mapping { sheet: sheet.map(str::to_owned), row: None };
        match find_place(&grid, &wanted, &mapping) {
            Err(TallyError::NotFound { tab, what: Sought::Area(label) }) => {
                Err(format!("a planilha não tem a linha \"{label}\" na aba \"{tab}\""))
            }
            Err(TallyError::NotFound { tab, what: Sought::Tab(_) }) => {
                Err(format!("a planilha não tem a aba \"{tab}\""))
            }
            Ok(_)
            | Err(
                TallyError::NotFound { what: Sought::Month(_) | Sought::Channel(_) | Sought::Crossing, .. }
                | TallyError::NoTab { .. }
                | TallyError::Unreadable(_)
                | TallyError::Ambiguous { .. },
            ) => Ok(()),
        }
    };
    rules.missing_rows(&has_row)
}
