//! `carteiro completions` and `carteiro man`: what a package installs beside the program, made from its command line.

use std::io::Write as _;
use std::process::ExitCode;

use clap::CommandFactory as _;
use clap_complete::Shell;
use clap_mangen::Man;

use super::Cli;

/// Arguments of `carteiro completions`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell
    shell: Shell,
}

pub fn run(args: &Args) -> ExitCode {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "carteiro", &mut out);
    print(&out)
}

pub fn man() -> ExitCode {
    match page() {
        Ok(page) => print(&page),
        Err(error) => super::fail(format!("cannot make the manual page: {error}")),
    }
}

fn print(bytes: &[u8]) -> ExitCode {
    match std::io::stdout().lock().write_all(bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => super::fail(format!("cannot print: {error}")),
    }
}

/// One page: what it is, every verb with its options, exit codes and files.
fn page() -> std::io::Result<Vec<u8>> {
    let mut command = Cli::command();
    command.build();
    let main = Man::new(command.clone());
    let mut out = Vec::new();
    main.render_title(&mut out)?;
    main.render_name_section(&mut out)?;
    main.render_synopsis_section(&mut out)?;
    main.render_description_section(&mut out)?;
    writeln!(out, ".SH VERBS")?;
    for verb in command.get_subcommands().filter(|it| it.get_name() != "help") {
        writeln!(out, ".SS carteiro {}", verb.get_name())?;
        writeln!(out, "{}.", verb.get_about().map(ToString::to_string).unwrap_or_default())?;
        let mut options = Vec::new();
        Man::new(verb.clone()).render_options_section(&mut options)?;
        let options = String::from_utf8_lossy(&options);
        out.extend_from_slice(options.replace(".SH OPTIONS\n", "").as_bytes());
    }
    // Every part begins with the same two lines of set-up; one is enough.
    const SET_UP: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";
    let text = String::from_utf8_lossy(&out).replace(SET_UP, "");
    let mut out = format!("{SET_UP}{text}").into_bytes();
    writeln!(out, ".SH EXIT STATUS\n0 done, 1 failed, 2 wrong usage, 78 wrong configuration or rules.")?;
    writeln!(out, ".SH FILES\n.TP\n/etc/carteiro/carteiro.toml\nthe configuration")?;
    writeln!(out, ".TP\n/etc/carteiro/rules\nwho may ask, what is done with each mail, the texts of answers")?;
    writeln!(out, ".TP\n/var/lib/carteiro/ledger.db\nwhat has happened")?;
    Ok(out)
}
