//! `carteiro list`: reads any list as a request's list would be read, and shows what would become of it.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;

use crate::office::{Channel, ExcludedReason, RecipientList, RejectReason, Vocabulary};
use crate::sheets::{self, ByteOrderMark, ListAsk, Note, SheetError};

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
    let bytes = std::fs::read(&args.file).map_err(|error| format!("cannot read `{}`: {error}", args.file.display()))?;
    let name = args.file.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let list = read(&name, &bytes, args).map_err(|error| error.to_string())?;
    if let Some(path) = &args.csv {
        write(path, &csv_of(&list))?;
    }
    if let Some(path) = &args.annotated {
        let sheet = list.source.split_once('#').map_or("", |(_, it)| it);
        let annotated = sheets::annotated_xlsx(&name, &bytes, sheet, Vocabulary::shipped(), &notes_of(&list));
        write(path, &annotated.map_err(|error| error.to_string())?)?;
    }
    let text = if args.json { format!("{}\n", json_of(&list)) } else { text_of(&list) };
    // A closed pipe (`| head`) is no failure of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("cannot write `{}`: {error}", path.display()))
}

/// Reads for the channel asked for; without one for that of which the list has more contacts.
fn read(name: &str, bytes: &[u8], args: &Args) -> Result<RecipientList, SheetError> {
    let sheet = args.sheet.as_ref().map(|it| format!("aba \"{it}\"")).unwrap_or_default();
    let ask = ListAsk { mail_text: &sheet, ..ListAsk::default() };
    let for_channel = |channel| sheets::read_list(name, bytes, channel, Vocabulary::shipped(), &ask);
    match args.channel {
        Some(ChannelName::Email) => for_channel(Channel::Email),
        Some(ChannelName::Whatsapp) => for_channel(Channel::Whatsapp),
        None => match (for_channel(Channel::Email), for_channel(Channel::Whatsapp)) {
            (Ok(email), Ok(whatsapp)) => {
                Ok(if whatsapp.recipients.len() > email.recipients.len() { whatsapp } else { email })
            }
            (Ok(only), Err(_)) | (Err(_), Ok(only)) => Ok(only),
            (Err(error), Err(_)) => Err(error),
        },
    }
}

/// The good rows: name and contact.
fn csv_of(list: &RecipientList) -> Vec<u8> {
    let contact = match list.channel {
        Channel::Email => "EMAIL",
        Channel::Whatsapp => "TELEFONE",
    };
    let rows = list.recipients.iter().map(|it| vec![it.name.as_deref().unwrap_or_default(), it.contact.as_str()]);
    sheets::recipients_csv(ByteOrderMark::Without, &["NOME", contact], rows)
}

/// The JSON form of DESIGN, with what else is worth knowing.
fn json_of(list: &RecipientList) -> serde_json::Value {
    json!({
        "channel": list.channel,
        "source": list.source,
        "rows": list.rows,
        "recipients": list.recipients.len(),
        "rejected": list.rejected,
        "excluded": list.excluded,
        "duplicates": list.duplicates.len(),
        "duplicate_rows": list.duplicates,
        "columns": list.columns,
        "suggestions": list.suggestions,
        "hidden_rows": list.hidden,
        "struck_rows": list.struck,
    })
}

fn text_of(list: &RecipientList) -> String {
    let mut text = format!(
        "{} ({}): {} linhas, {} destinatários, {} recusadas, {} repetidas, {} deixadas de fora\n",
        list.source,
        list.channel.as_str(),
        list.rows,
        list.recipients.len(),
        list.rejected.len(),
        list.duplicates.len(),
        list.excluded.len(),
    );
    for row in &list.rejected {
        text.push_str(&format!("  linha {}: {} `{}`\n", row.row, situation(row.reason), row.value));
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
fn notes_of(list: &RecipientList) -> BTreeMap<u32, Note> {
    let mut notes = BTreeMap::new();
    let mut put = |row: u32, situation: &str, to_do: &str| {
        notes.insert(row, Note { situation: situation.to_owned(), to_do: to_do.to_owned() });
    };
    for it in &list.recipients {
        put(it.row, "ok", "");
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
    for it in &list.excluded {
        let why = match it.reason {
            ExcludedReason::OptedOut => "não quer receber",
            ExcludedReason::Deceased => "falecido(a)",
        };
        put(it.row, why, "nada: não será enviado");
    }
    for it in &list.rejected {
        put(it.row, situation(it.reason), to_do(it.reason));
    }
    notes
}

const fn situation(reason: RejectReason) -> &'static str {
    match reason {
        RejectReason::Empty => "sem contato",
        RejectReason::NotAnAddress => "endereço inválido",
        RejectReason::NotAPhone => "número inválido",
        RejectReason::NoAreaCode => "número sem DDD",
        RejectReason::BadAreaCode => "DDD inexistente",
        RejectReason::Landline => "telefone fixo",
        RejectReason::Foreign => "número de outro país",
        RejectReason::DigitsLost => "número abreviado pela planilha",
        RejectReason::ContentMissing => "falta um dado da mensagem",
        RejectReason::DatePast => "data já passou",
    }
}

const fn to_do(reason: RejectReason) -> &'static str {
    match reason {
        RejectReason::Empty => "preencher o contato",
        RejectReason::NotAnAddress => "corrigir o endereço de e-mail",
        RejectReason::NotAPhone => "corrigir o número",
        RejectReason::NoAreaCode => "acrescentar o DDD",
        RejectReason::BadAreaCode => "corrigir o DDD",
        RejectReason::Landline => "informar um celular com WhatsApp",
        RejectReason::Foreign => "informar um celular brasileiro",
        RejectReason::DigitsLost => "digitar o número de novo, como texto",
        RejectReason::ContentMissing => "preencher o dado que falta",
        RejectReason::DatePast => "corrigir a data",
    }
}
