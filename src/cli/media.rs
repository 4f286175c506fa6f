//! `carteiro media`: what WhatsApp takes as it is, what is converted, what cannot be.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::ffmpeg;
use crate::media::{Converted, Kind, MediaLimits, Plan, Tool, Verdict, convert_picture, judge};

/// Arguments of `carteiro media`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Pictures, sounds, films, documents
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Writes what may go, converted where that is needed, into this folder; nothing that exists is overwritten
    #[arg(long)]
    out: Option<PathBuf>,
    /// Prints one JSON object a line for each file
    #[arg(long)]
    json: bool,
    /// The folder of the rules, whose midia.toml is used; without it the limits that are compiled in
    #[arg(long)]
    rules: Option<PathBuf>,
    /// The ffmpeg to use
    #[arg(long, default_value = ffmpeg::PROGRAM)]
    ffmpeg: String,
}

/// Judges and, with `--out`, converts. Exit code 1 if a file could not be read or converted.
pub fn run(args: &Args) -> ExitCode {
    match all(args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(super::FAILED),
        Err(error) => super::fail(error),
    }
}

/// What became of one file.
struct Shown {
    file: String,
    kind: Kind,
    bytes: u64,
    verdict: Verdict,
    result: Option<Result<Converted, String>>,
    written: Option<PathBuf>,
}

fn all(args: &Args) -> Result<bool, String> {
    let limits = limits(args.rules.as_deref())?;
    if let Some(folder) = &args.out {
        std::fs::create_dir_all(folder).map_err(|it| format!("cannot make `{}`: {it}", folder.display()))?;
    }
    let mut all_went = true;
    for path in &args.files {
        let shown = one(args, path, &limits)?;
        all_went &= !matches!(shown.result, Some(Err(_)));
        if args.json { println!("{}", as_json(&shown)) } else { print!("{}", in_words(&shown)) }
    }
    Ok(all_went)
}

fn limits(rules: Option<&Path>) -> Result<MediaLimits, String> {
    let Some(folder) = rules else { return Ok(MediaLimits::shipped().clone()) };
    let path = folder.join("midia.toml");
    let text = std::fs::read_to_string(&path).map_err(|it| format!("cannot read `{}`: {it}", path.display()))?;
    MediaLimits::from_toml(&text).map_err(|it| format!("`{}`: {it}", path.display()))
}

fn one(args: &Args, path: &Path, limits: &MediaLimits) -> Result<Shown, String> {
    let bytes = std::fs::read(path).map_err(|it| format!("cannot read `{}`: {it}", path.display()))?;
    let file = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let verdict = judge(&file, &bytes, limits);
    let kind = match &verdict {
        Verdict::AsIs { kind, .. } | Verdict::Refuse { kind, .. } => *kind,
        Verdict::Convert(plan) => plan.kind,
    };
    let mut shown = Shown { file, kind, bytes: bytes.len() as u64, verdict, result: None, written: None };
    let Some(folder) = &args.out else { return Ok(shown) };
    match &shown.verdict {
        Verdict::AsIs { name, .. } => shown.written = Some(write(folder, name, &bytes)?),
        Verdict::Convert(plan) => {
            let result = convert(&args.ffmpeg, &bytes, plan, limits);
            if let Ok(converted) = &result {
                shown.written = Some(write(folder, &converted.name, &converted.bytes)?);
            }
            shown.result = Some(result);
        }
        Verdict::Refuse { .. } => {}
    }
    Ok(shown)
}

fn convert(program: &str, bytes: &[u8], plan: &Plan, limits: &MediaLimits) -> Result<Converted, String> {
    match plan.tool {
        Tool::Picture => convert_picture(bytes, plan).map_err(|it| it.to_string()),
        Tool::Ffmpeg => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = runtime.map_err(|it| it.to_string())?;
            runtime.block_on(ffmpeg::convert(program, bytes, plan, limits)).map_err(|it| it.to_string())
        }
    }
}

/// Writes under the name, or under `name (2)` where that is taken.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, String> {
    use std::io::Write as _;
    const TRIES: u32 = 1000;
    let name = Path::new(name).file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    for number in 1..=TRIES {
        let path = folder.join(numbered(&name, number));
        match std::fs::OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(bytes).map_err(|it| format!("cannot write `{}`: {it}", path.display()))?;
                return Ok(path);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(format!("cannot write `{}`: {error}", path.display())),
        }
    }
    Err(format!("cannot write `{name}`: too many files of this name"))
}

fn numbered(name: &str, number: u32) -> String {
    match name.rsplit_once('.') {
        _ if number == 1 => name.to_owned(),
        Some((stem, extension)) => format!("{stem} ({number}).{extension}"),
        None => format!("{name} ({number})"),
    }
}

fn as_json(shown: &Shown) -> Value {
    let (verdict, name, reason, remedy, required) = match &shown.verdict {
        Verdict::AsIs { name, .. } => ("as-is", Some(name), None, None, false),
        Verdict::Convert(plan) => ("convert", Some(&plan.name), Some(&plan.reason_pt), None, plan.is_required),
        Verdict::Refuse { reason_pt, remedy_pt, .. } => ("refuse", None, Some(reason_pt), Some(remedy_pt), false),
    };
    let converted = shown.result.as_ref().and_then(|it| it.as_ref().ok());
    json!({
        "file": shown.file,
        "type": shown.kind.mime(),
        "bytes": shown.bytes,
        "verdict": verdict,
        "required": required,
        "reason": reason,
        "remedy": remedy,
        "name": converted.map(|it| &it.name).or(name),
        "converted": converted.map(|it| json!({"type": it.mime, "bytes": it.bytes.len(), "changed": it.what_changed_pt})),
        "error": shown.result.as_ref().and_then(|it| it.as_ref().err()),
        "written": shown.written,
    })
}

fn in_words(shown: &Shown) -> String {
    let mut text = match &shown.verdict {
        Verdict::AsIs { .. } => format!("{}: vai como está ({})\n", shown.file, shown.kind.in_words()),
        Verdict::Convert(plan) => format!("{}: será convertido: {}\n", shown.file, plan.reason_pt),
        Verdict::Refuse { reason_pt, remedy_pt, .. } => {
            format!("{}: não pode ir: {reason_pt}\n  {remedy_pt}\n", shown.file)
        }
    };
    match &shown.result {
        Some(Ok(converted)) => text.push_str(&format!("  {}: {}\n", converted.name, converted.what_changed_pt)),
        Some(Err(error)) => text.push_str(&format!("  {error}\n")),
        None => {}
    }
    if let Some(path) = &shown.written {
        text.push_str(&format!("  → {}\n", path.display()));
    }
    text
}
