//! `carteiro demo`: a working day on an embedded world.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};

use crate::demo::{DemoError, Ended, Happening, live};

/// Arguments of `carteiro demo`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Keep the world in this folder; asked again, the next working day follows
    #[arg(long)]
    dir: Option<PathBuf>,
}

pub fn run(args: &Args) -> ExitCode {
    let dir = match args.dir.clone().map_or_else(temporary, Ok) {
        Ok(dir) => dir,
        Err(error) => return super::fail(format!("cannot make a folder for the demo: {error}")),
    };
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return super::fail(format!("cannot start: {error}")),
    };
    let bar = bar();
    let ended = runtime.block_on(live(&dir, &mut |happening| show(&bar, happening)));
    bar.finish_and_clear();
    match ended {
        Ok(ended) => {
            print(&ended);
            ExitCode::SUCCESS
        }
        Err(error @ DemoError::Settings(_)) => {
            eprintln!("carteiro: {error}");
            ExitCode::from(super::WRONG_CONFIGURATION)
        }
        Err(error) => super::fail(error),
    }
}

/// A folder of its own for a world that nobody named; it is kept, and named at the end.
fn temporary() -> std::io::Result<PathBuf> {
    let base = std::env::temp_dir();
    for n in 1..1000 {
        let dir = base.join(format!("carteiro-demo-{n}"));
        match std::fs::create_dir(&dir) {
            Ok(()) => return Ok(dir),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(std::io::Error::other("a thousand demo folders are there already; remove them or use --dir"))
}

/// The passing of the virtual days; nothing where no person watches.
fn bar() -> ProgressBar {
    if !std::io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(1);
    let style = ProgressStyle::with_template("{bar:30} {percent:>3} %  {msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

fn show(bar: &ProgressBar, happening: &Happening<'_>) {
    match happening {
        Happening::Line(at, line) => {
            let text = format!("{}  {line}", at.strftime("%d/%m %H:%M"));
            bar.set_message(at.strftime("%d/%m %H:%M").to_string());
            if bar.is_hidden() {
                println!("{text}");
            } else {
                bar.println(text);
            }
        }
        Happening::Passed(passed, of) => {
            bar.set_length(*of);
            bar.set_position(*passed);
        }
    }
}

fn print(ended: &Ended) {
    let place = &ended.place;
    println!();
    println!("Day {} of the embedded world, {}, is over.", ended.day, ended.date.strftime("%d/%m/%Y"));
    println!("  {} letters to departments, desk and call center", ended.letters);
    println!("  {} mails to insured people", ended.to_insured);
    println!("  {} requests still open", ended.overview.requests.len());
    println!();
    println!("The workbook, {}:", place.workbook().display());
    for cell in &ended.cells {
        let name = &cell.name;
        println!(
            "  {} {} ({}, {}, {}): {} -> {}",
            name.sheet, name.cell, name.area, name.month, name.channel, cell.before, cell.after
        );
    }
    println!();
    println!("Where to look:");
    println!("  what departments and call center received: {}", place.root.join("correio").display());
    println!("  what insured people received:              {}", place.root.join("segurados").display());
    println!("  the archive:                               {}", place.archive().display());
    println!();
    let config = place.config();
    println!("Try next:");
    println!("  carteiro status -c {}", config.display());
    if let Some(request) = ended.overview.requests.first() {
        println!("  carteiro show {} -c {}", request.protocol, config.display());
    } else {
        println!("  carteiro show AR-2026-0001 -c {}", config.display());
    }
    println!("  carteiro demo --dir {}      (the next working day)", place.root.display());
}
