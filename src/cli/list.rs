//! `carteiro list`: reads any list as a request's list would be read, and shows what would become of it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;

use crate::office::{Channel, ExcludedRow, Recipient, RejectedRow, Suggestion, Vocabulary};
use crate::sheets::{self, ByteOrderMark, Detail, ListAsk, ListEvent, Note, RecipientsCsv};

/// Arguments of `carteiro list`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The list: .xlsx .xlsm .xls .xlsb .ods .csv .tsv .txt .docx, or a zip of one of these
    file: PathBuf,
    /// Read it for this channel; left out: for the one that the list has contacts for
    #[arg(long, value_enum)]
    channel: Option<ChannelName>,
    /// The sheet to read, where several could be the list
    #[arg(long)]
    sheet: Option<String>,
    /// Write the good rows as the call center gets them
    #[arg(long, value_name = "OUT")]
    csv: Option<PathBuf>,
    /// Write the list back with the columns Situação and O que fazer
    #[arg(long, value_name = "OUT.xlsx")]
    annotated: Option<PathBuf>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// A channel on the command line.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ChannelName {
    Email,
    Whatsapp,
}

pub fn run(args: &Args) -> ExitCode {
    match answer(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => super::fail(what),
    }
}

fn answer(args: &Args) -> Result<(), String> {
    let name = args.file.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let channel = match args.channel {
        Some(ChannelName::Email) => Channel::Email,
        Some(ChannelName::Whatsapp) => Channel::Whatsapp,
        None => sheets::guess_channel(&name, open(&args.file)?, Vocabulary::shipped()).map_err(|it| it.to_string())?,
    };
    let reading = read(&name, channel, args)?;
    if let Some(path) = &args.annotated {
        let original =
            std::fs::read(&args.file).map_err(|error| format!("cannot read `{}`: {error}", args.file.display()))?;
        let words = Vocabulary::shipped();
        let annotated = sheets::annotated_xlsx(&name, &original, &reading.sheet, words, &notes_of(&reading));
        let annotated = annotated.map_err(|error| error.to_string())?;
        std::fs::write(path, annotated).map_err(|error| cannot_write(path, &error))?;
    }
    let text = if args.json { format!("{}\n", json_of(&reading)) } else { text_of(&reading) };
    // A closed pipe (`| head`) is no failure of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(())
}

fn open(path: &Path) -> Result<BufReader<File>, String> {
    let file = File::open(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))?;
    Ok(BufReader::with_capacity(1 << 16, file))
}

fn cannot_write(path: &Path, error: &dyn std::fmt::Display) -> String {
    format!("cannot write `{}`: {error}", path.display())
}

/// What was read; of the good rows only their number, so that a list of a state needs no more memory than one of a
/// village.
struct Reading {
    channel: Channel,
    source: String,
    sheet: String,
    rows: u64,
    columns: Vec<String>,
    recipients: u64,
    /// The rows of the recipients, kept only for the annotated list.
    good_rows: Vec<u32>,
    rejected: Vec<RejectedRow>,
    excluded: Vec<ExcludedRow>,
    duplicates: Vec<u32>,
    suggestions: Vec<Suggestion>,
    hidden: Vec<u32>,
    struck: Vec<u32>,
}

/// Reads the list, and writes the good rows on the way: name and contact, as the call center gets them.
fn read(name: &str, channel: Channel, args: &Args) -> Result<Reading, String> {
    let sheet = args.sheet.as_ref().map(|it| format!("aba \"{it}\"")).unwrap_or_default();
    let ask = ListAsk { mail_text: &sheet, ..ListAsk::default() };
    let mut csv = match &args.csv {
        Some(path) => Some(begin_csv(path, channel)?),
        None => None,
    };
    let mut failed = None;
    let mut reading = Reading::of(name, channel);
    let source = open(&args.file)?;
    let wanted = (channel, Detail::ContactsOnly);
    sheets::stream_list_from(name, source, wanted, Vocabulary::shipped(), &ask, &mut |event| {
        if let (ListEvent::Recipient(it), Some(csv)) = (&event, csv.as_mut()) {
            let row = [it.name.as_deref().unwrap_or_default(), it.contact.as_str()];
            failed = csv.row(&row).err().or_else(|| failed.take());
        }
        reading.take(event, args.annotated.is_some());
    })
    .map_err(|error| {
        // A file of mere headings would look like an answer.
        let _ = args.csv.as_ref().map(std::fs::remove_file);
        error.to_string()
    })?;
    let ended = csv.map_or(Ok(()), RecipientsCsv::end);
    if let (Some(path), Some(error)) = (&args.csv, failed.or_else(|| ended.err())) {
        return Err(cannot_write(path, &error));
    }
    reading.rejected.sort_by_key(|it| it.row);
    reading.suggestions.sort_by_key(|it| it.row);
    Ok(reading)
}

fn begin_csv(path: &Path, channel: Channel) -> Result<RecipientsCsv<BufWriter<File>>, String> {
    let contact = match channel {
        Channel::Email => "EMAIL",
        Channel::Whatsapp => "TELEFONE",
    };
    let file = File::create(path).map_err(|error| cannot_write(path, &error))?;
    RecipientsCsv::begin(ByteOrderMark::Without, &["NOME", contact], BufWriter::new(file))
        .map_err(|error| cannot_write(path, &error))
}

impl Reading {
    fn of(name: &str, channel: Channel) -> Self {
        Self {
            channel,
            source: name.to_owned(),
            sheet: String::new(),
            rows: 0,
            columns: Vec::new(),
            recipients: 0,
            good_rows: Vec::new(),
            rejected: Vec::new(),
            excluded: Vec::new(),
            duplicates: Vec::new(),
            suggestions: Vec::new(),
            hidden: Vec::new(),
            struck: Vec::new(),
        }
    }

    fn take(&mut self, event: ListEvent<'_>, keep_good_rows: bool) {
        match event {
            ListEvent::Opened { sheet, columns } => {
                self.columns = columns.to_vec();
                if !sheet.is_empty() {
                    self.source = format!("{}#{sheet}", self.source);
                    sheet.clone_into(&mut self.sheet);
                }
            }
            ListEvent::Row(_) => self.rows += 1,
            ListEvent::Recipient(Recipient { row, .. }) => {
                self.recipients += 1;
                if keep_good_rows {
                    self.good_rows.push(row);
                }
            }
            ListEvent::Rejected(row) => self.rejected.push(row),
            ListEvent::Excluded(row) => self.excluded.push(row),
            ListEvent::Duplicate(row) => self.duplicates.push(row),
            ListEvent::Suggestion(suggestion) => self.suggestions.push(suggestion),
            ListEvent::Hidden(row) => self.hidden.push(row),
            ListEvent::Struck(row) => self.struck.push(row),
        }
    }
}

/// The JSON form of DESIGN, with what else is worth knowing.
fn json_of(reading: &Reading) -> serde_json::Value {
    json!({
        "channel": reading.channel,
        "source": reading.source,
        "rows": reading.rows,
        "recipients": reading.recipients,
        "rejected": reading.rejected,
        "excluded": reading.excluded,
        "duplicates": reading.duplicates.len(),
        "duplicate_rows": reading.duplicates,
        "columns": reading.columns,
        "suggestions": reading.suggestions,
        "hidden_rows": reading.hidden,
        "struck_rows": reading.struck,
    })
}

fn text_of(list: &Reading) -> String {
    let mut text = format!(
        "{} ({}): {} linhas, {} destinatários, {} recusadas, {} repetidas, {} deixadas de fora\n",
        list.source,
        list.channel.as_str(),
        list.rows,
        list.recipients,
        list.rejected.len(),
        list.duplicates.len(),
        list.excluded.len(),
    );
    for row in &list.rejected {
        text.push_str(&format!("  linha {}: {} `{}`\n", row.row, Note::rejected(row.reason).situation, row.value));
    }
    for it in &list.suggestions {
        text.push_str(&format!("  linha {}: `{}` - seria `{}`?\n", it.row, it.value, it.perhaps));
    }
    for (what, rows) in [("ocultas, não usadas", &list.hidden), ("riscadas, usadas", &list.struck)] {
        if !rows.is_empty() {
            text.push_str(&format!("  {} linhas {what}\n", rows.len()));
        }
    }
    text
}

/// A note for every row that does not simply go.
fn notes_of(list: &Reading) -> BTreeMap<u32, Note> {
    let mut notes = BTreeMap::new();
    let mut put = |row: u32, situation: &str, to_do: &str| {
        notes.insert(row, Note { situation: situation.to_owned(), to_do: to_do.to_owned() });
    };
    for row in &list.good_rows {
        put(*row, "ok", "");
    }
    for it in &list.suggestions {
        put(it.row, "conferir", &format!("seria {}?", it.perhaps));
    }
    for row in &list.duplicates {
        put(*row, "repetido", "nada: já está em outra linha");
    }
    for row in &list.hidden {
        put(*row, "linha oculta", "reexibir a linha, se a pessoa deve receber");
    }
    notes.extend(list.excluded.iter().map(|it| (it.row, Note::excluded(it.reason))));
    notes.extend(list.rejected.iter().map(|it| (it.row, Note::rejected(it.reason))));
    notes
}
