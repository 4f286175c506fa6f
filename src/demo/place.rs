//! The places of the embedded world on disk: configuration, rules, mailboxes, network folder. All stay where they are
//! after the day, so that `status`, `show` and `explain` work on them.
//!
//! ```text
//! DIR/carteiro.toml        the configuration
//! DIR/regras/              the rules
//! DIR/ledger.db            the ledger
//! DIR/correio/ADDRESS/     who received what, as .eml
//! DIR/segurados/ADDRESS/   the same of insured people
//! DIR/caixas/              the two mailboxes that carteiro reads, and what it hands to the world's mail server
//! DIR/rede/                the network folder: archive, workbook, contacts
//! ```

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::chance::Chance;
use super::files;
use super::insured::Insured;
use super::{DemoError, client::AUTHSERV_ID};
use crate::config::Config;
use crate::rules::{self, RuleFile, RuleSet};

/// The year of the world's first day.
const YEAR: i16 = 2026;

/// The month of the world's first day.
const MONTH: i8 = 3;

/// People in the contact workbook.
pub(super) const CONTACTS: u32 = 120;

/// Of them, those who asked not to be written to.
pub(super) const OPTED_OUT: u32 = 5;

/// Where everything is.
#[derive(Debug, Clone)]
pub struct Place {
    /// The folder of the world.
    pub root: PathBuf,
}

impl Place {
    /// The configuration.
    #[must_use]
    pub fn config(&self) -> PathBuf {
        self.root.join("carteiro.toml")
    }

    /// The ledger.
    #[must_use]
    pub fn ledger(&self) -> PathBuf {
        self.root.join("ledger.db")
    }

    /// The rules.
    #[must_use]
    pub fn rules(&self) -> PathBuf {
        self.root.join("regras")
    }

    /// The network folder.
    #[must_use]
    pub fn share(&self) -> PathBuf {
        self.root.join("rede")
    }

    /// The archive.
    #[must_use]
    pub fn archive(&self) -> PathBuf {
        self.share().join("Assessoria_Executiva").join("Assessoria Relacionamento")
    }

    fn indicators(&self) -> PathBuf {
        self.share().join("Indicadores Ass.Relacionamento")
    }

    /// The indicator workbook.
    #[must_use]
    pub fn workbook(&self) -> PathBuf {
        self.indicators().join("Relatório Assessoria Relacionamento.xlsx")
    }

    /// The contact workbook.
    #[must_use]
    pub fn contacts(&self) -> PathBuf {
        self.indicators().join("Contatos WhatsApp Relação envio mensagens.xlsx")
    }

    /// A mailbox that carteiro reads.
    #[must_use]
    pub fn mailbox(&self, name: &str) -> PathBuf {
        self.root.join("caixas").join(name)
    }

    /// Where carteiro hands over what it sends.
    #[must_use]
    pub fn outgoing(&self) -> PathBuf {
        self.root.join("caixas").join("saida")
    }

    /// What an address of the world received.
    #[must_use]
    pub fn received_by(&self, address: &str) -> PathBuf {
        self.root.join("correio").join(address)
    }

    /// What an insured person received.
    #[must_use]
    pub fn received_by_insured(&self, address: &str) -> PathBuf {
        self.root.join("segurados").join(address)
    }

    /// Makes what is missing: a world that is there already stays as it is.
    ///
    /// # Errors
    /// [`DemoError`], with the file that cannot be made.
    pub fn make(&self) -> Result<(), DemoError> {
        for folder in [self.rules(), self.archive(), self.indicators(), self.root.join("caixas")] {
            fs::create_dir_all(&folder).map_err(at(&folder))?;
        }
        for (name, text) in rules::shipped::FILES {
            self.put(&self.rules().join(name), text.as_bytes())?;
        }
        self.put(&self.config(), self.config_text().as_bytes())?;
        let mut chance = Chance::of(u64::from(YEAR.unsigned_abs()));
        let areas = ["Previdência", "Gerência Financeira", "Perícia Médica/Saúde", "Comunicação"];
        self.put(&self.workbook(), &files::indicators(&areas, YEAR, MONTH, &mut chance)?)?;
        let people: Vec<Insured> = (0..CONTACTS).map(Insured::numbered).collect();
        let out: Vec<Insured> = people.iter().rev().take(OPTED_OUT as usize).cloned().collect();
        self.put(&self.contacts(), &files::contacts(&people, &out)?)
    }

    /// Writes a file that is not there yet.
    fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), DemoError> {
        if path.exists() {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        fs::write(path, bytes).map_err(at(path))
    }

    fn config_text(&self) -> String {
        let path = |path: PathBuf| toml::Value::String(path.to_string_lossy().into_owned()).to_string();
        let url = |kind: &str, path: PathBuf| toml::Value::String(format!("{kind}:{}", path.display())).to_string();
        format!(
            "# The embedded world of `carteiro demo`: nobody in it exists, and no mail leaves this folder.\n\
             [institute]\nname     = \"Ipreville\"\ntimezone = \"America/Sao_Paulo\"\n\n\
             [ledger]\nurl = {}\n\n[rules]\ndir = {}\n\n[archive]\nroot          = {}\nrequire_mount = false\n\n\
             [workbook]\nfile = {}\n\n[contacts]\nwhatsapp_general = {}\n\n\
             [[mailbox]]\nname = \"assessoria\"\nurl  = {}\nrole = \"requests\"\n\n\
             [[mailbox]]\nname = \"presidente\"\nurl  = {}\nrole = \"returns\"\n\n[smtp]\nurl = {}\n\n\
             # In this world everybody receives: nobody real is in it.\n[trial]\nenabled = false\n\n\
             [identity]\nauthserv_id = \"{AUTHSERV_ID}\"\n\n\
             # Nobody waits for proof of life in a world whose days pass in seconds.\n[canary]\nevery = \"off\"\n\n[reconciliation]\nnightly = false\n",
            url("sqlite", self.ledger()),
            path(self.rules()),
            path(self.archive()),
            path(self.workbook()),
            path(self.contacts()),
            url("maildir", self.mailbox("assessoria")),
            url("maildir", self.mailbox("presidente")),
            url("maildir", self.outgoing()),
        )
    }

    /// Reads the configuration and the rules, as a person may have changed them meanwhile.
    ///
    /// # Errors
    /// [`DemoError`], with the mistakes in them.
    pub fn read(&self) -> Result<(Config, RuleSet), DemoError> {
        let config = self.read_config()?;
        let rules = RuleSet::from_files(self.rule_files()?)
            .map_err(|found| DemoError::Settings(rules::render(&found, rules::Colours::Off)))?;
        Ok((config, rules))
    }

    /// Reads the configuration alone.
    ///
    /// # Errors
    /// [`DemoError`], with the mistakes in it.
    pub fn read_config(&self) -> Result<Config, DemoError> {
        Config::load(&self.config()).map_err(|errors| {
            DemoError::Settings(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        })
    }

    fn rule_files(&self) -> Result<Vec<RuleFile>, DemoError> {
        let mut found = Vec::new();
        for below in ["", "textos", "modelos"] {
            let folder = self.rules().join(below);
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            for entry in entries.flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                let name = if below.is_empty() { name } else { format!("{below}/{name}") };
                if rules::is_rule_file(&name) {
                    found.push(RuleFile { name, bytes: fs::read(entry.path()).map_err(at(&entry.path()))? });
                }
            }
        }
        Ok(found)
    }
}

/// The error of a file of the world.
pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> DemoError + use<> {
    let path = path.to_owned();
    move |source| DemoError::File { path, source }
}
