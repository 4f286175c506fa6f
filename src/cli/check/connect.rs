//! `carteiro check --connect`: everything outside is tried, one line each; nothing is written and nothing is sent.
//!
//! A line says what is right, or what is wrong and how to mend it. A new check is a line in [`run`].

use std::path::Path;
use std::process::ExitCode;

use serde_json::json;

use super::servers;
use crate::archive::{Archive, ArchiveError};
use crate::cli;
use crate::config::{Config, LedgerUrl};
use crate::daemon::Trouble;
use crate::rules::RuleSet;
use crate::sheets::{ListAsk, read_contacts};
use crate::{ffmpeg, workbook};

/// What was looked at, and what is to be said of it.
#[derive(Debug)]
pub(super) struct Line {
    /// What was looked at.
    what: String,
    /// What is right, or what is wrong and how to mend it.
    verdict: Result<String, Trouble>,
}

impl Line {
    /// A line about something.
    pub(super) fn new(what: impl Into<String>, verdict: Result<String, Trouble>) -> Self {
        Self { what: what.into(), verdict }
    }
}

/// Tries everything; exit code 1 if something is wrong.
pub fn run(config: &Config, rules: &RuleSet, as_json: bool) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return cli::fail(format!("cannot start: {error}")),
    };
    let mut wrong = 0_usize;
    let mut tell = |line: Line| {
        wrong += usize::from(line.verdict.is_err());
        say(&line, as_json);
    };
    tell(clock(config));
    tell(ledger(config));
    tell(archive(config));
    tell(count_workbook(config));
    contacts(config, rules).into_iter().for_each(&mut tell);
    for name in config.oauth2.keys() {
        tell(runtime.block_on(servers::token(config, name)));
    }
    for mailbox in &config.mailboxes {
        tell(runtime.block_on(servers::mailbox(config, mailbox)));
    }
    tell(runtime.block_on(servers::smtp(config)));
    tell(converter());
    if !as_json {
        match wrong {
            0 => println!("Tudo certo."),
            1 => println!("1 item a corrigir."),
            _ => println!("{wrong} itens a corrigir."),
        }
    }
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::from(cli::FAILED) }
}

fn say(line: &Line, as_json: bool) {
    match (&line.verdict, as_json) {
        (Ok(text), true) => println!("{}", json!({ "what": line.what, "ok": true, "text": text, "remedy": null })),
        (Err(it), true) => {
            println!("{}", json!({ "what": line.what, "ok": false, "text": it.what, "remedy": it.remedy }));
        }
        (Ok(text), false) => println!("certo   {}: {text}", line.what),
        (Err(it), false) => println!("ERRADO  {}: {}. Para corrigir: {}", line.what, it.what, it.remedy),
    }
}

/// A clock that is years off would give wrong protocols, folders and tabs; a wrong zone, wrong days.
fn clock(config: &Config) -> Line {
    let zone = &config.institute.timezone;
    let now = jiff::Timestamp::now().to_zoned(zone.clone());
    let text = now.strftime("%d/%m/%Y %H:%M").to_string();
    let name = zone.iana_name().unwrap_or("sem nome");
    let verdict = if now.year() < 2026 {
        Err(Trouble::new(format!("o relógio diz {text}"), "acerte-o: timedatectl set-ntp true"))
    } else if synchronized() == Some(false) {
        Err(Trouble::new(
            format!("são {text} em {name}, mas o relógio não é acertado pela rede"),
            "ligue o acerto: timedatectl set-ntp true",
        ))
    } else {
        Ok(format!("são {text} em {name} (UTC{})", now.strftime("%:z")))
    };
    Line::new("relógio e fuso", verdict)
}

/// Whether the machine's clock follows the network's; `None` where nobody can say.
fn synchronized() -> Option<bool> {
    if !Path::new("/run/systemd/system").exists() {
        return None;
    }
    let output =
        std::process::Command::new("timedatectl").args(["show", "-p", "NTPSynchronized", "--value"]).output().ok()?;
    match String::from_utf8_lossy(&output.stdout).trim() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn may_write(path: &Path) -> bool {
    rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_ok()
}

/// A folder that must be there and be writable.
fn writable(folder: &Path) -> Result<(), Trouble> {
    let shown = folder.display();
    match std::fs::metadata(folder) {
        Ok(facts) if !facts.is_dir() => Err(Trouble::new(format!("{shown} não é uma pasta"), "corrija o caminho")),
        Ok(_) if !may_write(folder) => Err(Trouble::new(
            format!("não se pode gravar em {shown}"),
            "dê ao usuário do serviço o direito de gravar (chown, ou as opções uid= e gid= da montagem)",
        )),
        Ok(_) => Ok(()),
        Err(error) => Err(Trouble::new(
            format!("a pasta {shown} não pode ser aberta: {error}"),
            "crie a pasta ou monte a rede, e dê ao usuário do serviço o direito de gravar",
        )),
    }
}

fn ledger(config: &Config) -> Line {
    let LedgerUrl::Sqlite(path) = &config.ledger;
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let verdict = writable(folder).and_then(|()| match path.exists() {
        true if !may_write(path) => Err(Trouble::new(
            "o arquivo não pode ser gravado",
            "rode como o usuário do serviço (runuser -u carteiro -- …) ou acerte o dono do arquivo",
        )),
        true => Ok("existe e pode ser gravado".to_owned()),
        false => Ok("será criado no primeiro início".to_owned()),
    });
    Line::new(format!("registro {}", path.display()), verdict)
}

fn archive(config: &Config) -> Line {
    let root = &config.archive.root;
    let verdict = match Archive::new(root.clone(), config.archive.require_mount).ready() {
        Ok(()) => writable(root).map(|()| "está montada e pode ser gravada".to_owned()),
        Err(ArchiveError::NotMounted { .. }) => Err(Trouble::new(
            "a pasta de rede não existe ou não está montada",
            "monte-a (mount, /etc/fstab) ou corrija root; se for uma pasta local, crie-a e use require_mount = false",
        )),
        Err(error @ (ArchiveError::Io { .. } | ArchiveError::Changed { .. } | ArchiveError::Content { .. })) => {
            Err(Trouble::new(error.to_string(), "confira o caminho e os direitos da pasta"))
        }
    };
    Line::new(format!("pasta de rede {}", root.display()), verdict)
}

fn count_workbook(config: &Config) -> Line {
    let path = &config.workbook.file;
    let verdict = match std::fs::read(path) {
        Ok(bytes) => match workbook::grid(&bytes, &|_| false) {
            Ok(grid) => {
                let tabs: Vec<&str> = grid.tabs.iter().map(|it| it.name.as_str()).collect();
                let folder = path.parent().unwrap_or_else(|| Path::new("."));
                let open = is_open_by_somebody(path);
                writable(folder).map(|()| {
                    let busy = if open { "; está aberta por alguém agora, e as contagens esperam" } else { "" };
                    format!("pode ser lida e gravada; abas: {}{busy}", tabs.join(", "))
                })
            }
            Err(error) => Err(Trouble::new(
                format!("não é uma planilha .xlsx que se possa ler: {error}"),
                "confira em [workbook] file se é a planilha dos indicadores",
            )),
        },
        Err(error) => Err(Trouble::new(
            format!("não pode ser aberta: {error}"),
            "monte a rede ou corrija o caminho; para criar uma: carteiro init --workbook ARQUIVO",
        )),
    };
    Line::new(format!("planilha {}", path.display()), verdict)
}

/// By the markers that Excel and LibreOffice leave beside an open file.
fn is_open_by_somebody(path: &Path) -> bool {
    let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    [format!("~${name}"), format!(".~lock.{name}#")].iter().any(|it| path.with_file_name(it).exists())
}

fn contacts(config: &Config, rules: &RuleSet) -> Option<Line> {
    let path = config.contacts.whatsapp_general.as_ref()?;
    let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let verdict = match std::fs::read(path) {
        Ok(bytes) => match read_contacts(&name, &bytes, &rules.vocabulary, &ListAsk::default()) {
            Ok(list) if list.recipients.is_empty() => Err(Trouble::new(
                "não tem nenhum contato que se possa usar",
                "confira se há colunas de nome e de telefone: carteiro list ARQUIVO mostra o motivo de cada linha",
            )),
            Ok(list) => Ok(format!(
                "{} contatos válidos, {} linhas recusadas, {} fora a pedido ou por falecimento",
                list.recipients.len(),
                list.rejected.len(),
                list.excluded.len()
            )),
            Err(error) => Err(Trouble::new(
                format!("não pode ser lida: {error}"),
                "abra-a no Excel e salve de novo como .xlsx, sem senha",
            )),
        },
        Err(error) => Err(Trouble::new(
            format!("não pode ser aberta: {error}"),
            "monte a rede ou corrija o caminho; até lá os avisos gerais por WhatsApp esperam",
        )),
    };
    Some(Line::new(format!("contatos {}", path.display()), verdict))
}

/// Without ffmpeg pictures are still converted; sound and film are not.
fn converter() -> Line {
    let missing = "instale-o (apt install ffmpeg); sem ele, som e vídeo não podem ser convertidos";
    let output = std::process::Command::new(ffmpeg::PROGRAM).arg("-version").output();
    let verdict = match output {
        Ok(output) if output.status.success() => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            let version = text.split_whitespace().nth(2).unwrap_or("sem número");
            Ok(format!("versão {version}, converte som e vídeo para o WhatsApp"))
        }
        Ok(output) => Err(Trouble::new(format!("terminou com {}", output.status), missing)),
        Err(error) => Err(Trouble::new(format!("não pode ser chamado: {error}"), missing)),
    };
    Line::new("ffmpeg", verdict)
}
