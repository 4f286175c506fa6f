//! Layer 3, the rule files: reading, diagnostics, matching.
//!
//! ```text
//! files ─► toml_text ─► read (by the table in keys) ─► rule, notice, areas ─► RuleSet ─► matching
//!              └──────────────┴──────────┴─────────────► Diagnostic, all of all files at once
//! ```
//! A set is whole or it is not: a mistake anywhere keeps all of it from going live.

mod diagnostic;
mod examples;
pub mod keys;
mod matching;
mod notice;
mod read;
mod rule;
pub mod schema;
pub mod shipped;
mod toml_text;
mod words_file;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

pub use diagnostic::{Colours, Diagnostic, Gravity, brief, render};
pub use examples::check_examples;
pub use matching::{MailFacts, decide, decide_mail};
pub use notice::Notice;
pub use rule::{Condition, Example, ExampleMail, ExampleSender, Limits, Rule, Test};

use crate::media::MediaLimits;
use crate::office::{OfficeBook, Vocabulary};
use crate::phrases::{PhraseError, Phrases, Signature};
use read::Reader;
use rule::{Builder, Known};

/// One file of a rules folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFile {
    /// Its name below the folder, with `/`: `areas.toml`, `textos/recebido.txt`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The rules of an installation, whole and without mistakes.
#[derive(Debug)]
pub struct RuleSet {
    /// Who is who.
    pub office: OfficeBook,
    /// The words by which mails are understood.
    pub vocabulary: Vocabulary,
    /// The rules, in the order of their names.
    pub rules: Vec<Rule>,
    /// The texts that people read.
    pub phrases: Phrases,
    /// The standing notices, by name without `.txt`.
    pub notices: BTreeMap<String, Notice>,
    /// The first 12 digits of the SHA-256 over all files.
    pub version: String,
    /// What an e-mail and WhatsApp take.
    pub media: MediaLimits,
    /// What somebody should look at, though the set is live.
    pub warnings: Vec<Diagnostic>,
    areas_source: Arc<str>,
}

/// Whether the workbook has a row of this label (in a tab, where a rule names one); if not, why, in Portuguese.
pub type HasRow<'a> = dyn Fn(&str, Option<&str>) -> Result<(), String> + 'a;

/// What a file of the folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Areas,
    Words,
    Media,
    Rule,
    Text,
    Notice,
    /// A note for people, a file of an editor.
    Other,
}

impl Part {
    fn of(name: &str) -> Self {
        let is_hidden = name.split('/').any(|it| it.starts_with(['.', '~', '#']) || it.ends_with('~'));
        match name {
            _ if is_hidden => Self::Other,
            "areas.toml" => Self::Areas,
            "vocabulario.toml" => Self::Words,
            "midia.toml" => Self::Media,
            _ if name.starts_with("textos/") && name.ends_with(".txt") => Self::Text,
            _ if name.starts_with("modelos/") && name.ends_with(".txt") => Self::Notice,
            _ if !name.contains('/') && name.ends_with(".toml") => Self::Rule,
            _ => Self::Other,
        }
    }
}

/// Whether a file of this name is one of the rule files; everything else in the folder is left alone.
#[must_use]
pub fn is_rule_file(name: &str) -> bool {
    Part::of(name) != Part::Other
}

/// Files gathered so far, with their texts.
#[derive(Default)]
struct Folder {
    areas: Option<OfficeBook>,
    area_keys: Option<BTreeSet<String>>,
    vocabulary: Vocabulary,
    notices: BTreeMap<String, Notice>,
    texts: BTreeMap<String, String>,
    media: Option<MediaLimits>,
    areas_source: Option<Arc<str>>,
    found: Vec<Diagnostic>,
}

impl RuleSet {
    /// Reads the files of a folder. Without a `vocabulario.toml`, without any rule, without `textos/` or `modelos/`
    /// the shipped ones are used; `areas.toml` must be there.
    ///
    /// # Errors
    /// Every mistake of every file, in the order of files and lines.
    pub fn from_files(files: Vec<RuleFile>) -> Result<Self, Vec<Diagnostic>> {
        let mut files = with_shipped(files);
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let mut folder = Folder { vocabulary: Vocabulary::shipped().clone(), ..Folder::default() };
        for file in &files {
            folder.first_pass(file);
        }
        if !files.iter().any(|it| Part::of(&it.name) == Part::Areas) {
            folder.found.push(no_areas());
        }
        let phrases = folder.phrases();
        let rules = folder.rules(&files, phrases.as_ref());
        folder.found.extend(examples::shadowed(&rules));
        folder.found.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
        let is_broken = folder.found.iter().any(|it| it.gravity == Gravity::Error);
        match (folder.areas, phrases) {
            (Some(office), Some(phrases)) if !is_broken => Ok(Self {
                office,
                vocabulary: folder.vocabulary,
                rules,
                phrases,
                notices: folder.notices,
                version: version(&files),
                media: folder.media.unwrap_or_else(|| MediaLimits::shipped().clone()),
                warnings: folder.found,
                areas_source: folder.areas_source.unwrap_or_else(|| Arc::from("")),
            }),
            _ => Err(folder.found),
        }
    }

    /// The shipped files, with the invented institute of the shipped `areas.toml`.
    ///
    /// # Errors
    /// None in practice: a test reads them.
    pub fn shipped_example() -> Result<Self, Vec<Diagnostic>> {
        let file = |(name, text): &(&str, &str)| RuleFile { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() };
        Self::from_files(shipped::FILES.iter().map(file).collect())
    }

    /// Rows that rules and areas name and that the workbook does not have. `has_row` says why a label (in a tab, where
    /// the rule names one) is not found.
    #[must_use]
    pub fn missing_rows(&self, has_row: &HasRow<'_>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let help = "escreva em `linha` o nome da linha exatamente como está na planilha";
        for (key, area) in &self.office.areas {
            if let Err(reason) = has_row(area.row_label(), None) {
                let span = self.place_of_area(key);
                found.push(Diagnostic::error("areas.toml", &self.areas_source, span, reason).suggest(help));
            }
        }
        for rule in &self.rules {
            for (span, label, sheet) in &rule.row_labels {
                if let Err(reason) = has_row(label, sheet.as_deref()) {
                    found.push(Diagnostic::error(&rule.file, &rule.source, span.clone(), reason).suggest(help));
                }
            }
        }
        found
    }

    /// The line of an area's `linha`, or its header.
    fn place_of_area(&self, key: &str) -> std::ops::Range<usize> {
        let header = format!("[areas.{key}]");
        let start = self.areas_source.find(&header).unwrap_or(0);
        let part = self.areas_source.get(start..).unwrap_or_default();
        let part = part.get(1..).and_then(|it| it.find("\n[")).map_or(part, |end| part.get(..end + 1).unwrap_or(part));
        match part.find("\nlinha") {
            Some(at) => start + at + 1..start + at + 6,
            None => start..start + header.len(),
        }
    }
}

/// What a folder does not have comes from the shipped files.
fn with_shipped(mut files: Vec<RuleFile>) -> Vec<RuleFile> {
    files.retain(|it| is_rule_file(&it.name) || looks_like_a_rule(&it.name));
    for part in [Part::Words, Part::Rule, Part::Notice] {
        if files.iter().any(|it| Part::of(&it.name) == part) {
            continue;
        }
        let of_part = shipped::FILES.iter().filter(|(name, _)| Part::of(name) == part);
        files
            .extend(of_part.map(|(name, text)| RuleFile { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() }));
    }
    files
}

/// `10-pedido.toml.txt`, as Windows saves it: nobody would read it, and nobody would know.
fn looks_like_a_rule(name: &str) -> bool {
    let lower = name.to_lowercase();
    [".toml.txt", ".tml", ".tom"].iter().any(|it| lower.ends_with(it))
        || (lower.ends_with(".toml")
            && !is_rule_file(name)
            && !name.contains('/')
            && !name.starts_with(['.', '~', '#']))
}

fn no_areas() -> Diagnostic {
    Diagnostic::error("areas.toml", &Arc::from(""), 0..0, "falta o arquivo areas.toml: quem pode pedir")
        .suggest("copie o modelo com `carteiro init PASTA` e ponha nele os endereços do instituto")
}

fn version(files: &[RuleFile]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        for part in [file.name.as_bytes(), &file.bytes] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    hash.finalize().iter().take(6).map(|it| format!("{it:02x}")).collect()
}

impl Folder {
    /// Everything but the rules, which refer to it.
    fn first_pass(&mut self, file: &RuleFile) {
        let part = Part::of(&file.name);
        if part == Part::Rule {
            return;
        }
        if part == Part::Other {
            let reason = "este arquivo não é lido: o nome não termina em .toml";
            let mistake = Diagnostic::error(&file.name, &Arc::from(""), 0..0, reason);
            self.found.push(mistake.suggest("mude o nome; no Windows, mostre as extensões dos arquivos").as_warning());
            return;
        }
        if shipped::file(&file.name).is_some_and(|it| it.as_bytes() == file.bytes) && part == Part::Words {
            return;
        }
        let (source, mistake) = toml_text::text(&file.name, &file.bytes);
        self.found.extend(mistake);
        match part {
            Part::Areas => self.areas(&file.name, &source),
            Part::Words => {
                let (vocabulary, found) = words_file::read(&file.name, &source);
                self.found.extend(found);
                self.vocabulary = vocabulary.or(Vocabulary::shipped());
            }
            Part::Media => self.media(&file.name, &source),
            Part::Text => {
                self.texts.insert(base_name(&file.name), source.to_string());
            }
            Part::Notice => match Notice::read(&file.name, &source) {
                Ok(notice) => {
                    self.notices.insert(base_name(&file.name), notice);
                }
                Err(found) => self.found.extend(found),
            },
            Part::Rule | Part::Other => {}
        }
    }

    fn areas(&mut self, name: &str, source: &Arc<str>) {
        let (table, mut found) = toml_text::parse(name, source);
        if found.is_empty() {
            let mut reader = Reader::new(name, source);
            let section = reader.section("", 0..0, table.get_ref(), keys::AREAS);
            found = reader.found;
            found.extend(words_file::repeated_addresses(name, source, &section));
            self.area_keys = Some(section.named.keys().cloned().collect());
        }
        if found.iter().all(|it| it.gravity != Gravity::Error) {
            match OfficeBook::from_toml(source) {
                Ok(office) => self.areas = Some(office),
                Err(error) => {
                    let span = error.span().unwrap_or(0..0);
                    found.push(Diagnostic::error(name, source, span, error.message().to_owned()));
                }
            }
        }
        self.areas_source = Some(Arc::clone(source));
        self.found.extend(found);
    }

    fn media(&mut self, name: &str, source: &Arc<str>) {
        let (table, mut found) = toml_text::parse(name, source);
        if found.is_empty() {
            let mut reader = Reader::new(name, source);
            reader.section("", 0..0, table.get_ref(), keys::MEDIA);
            found = reader.found;
        }
        if found.is_empty() {
            match MediaLimits::from_toml(source) {
                Ok(limits) => self.media = Some(limits),
                Err(error) => {
                    let span = error.span().unwrap_or(0..0);
                    found.push(Diagnostic::error(name, source, span, error.message().to_owned()));
                }
            }
        }
        self.found.extend(found);
    }

    fn phrases(&mut self) -> Option<Phrases> {
        let signature = self.areas.as_ref().map(|office| Signature {
            institute: office.instituto.nome.clone(),
            desk: "Assessoria de Relacionamento".to_owned(),
            contact: office.assessoria.enderecos.first().unwrap_or(&office.assessoria.envia_de).to_string(),
        });
        match Phrases::from_texts(&self.texts, signature.unwrap_or_default()) {
            Ok(phrases) => Some(phrases),
            Err(errors) => {
                for error in errors {
                    let source: Arc<str> = Arc::from(self.texts.get(&error.name).cloned().unwrap_or_default());
                    self.found.push(of_text(&error, &source));
                }
                None
            }
        }
    }

    fn rules(&mut self, files: &[RuleFile], phrases: Option<&Phrases>) -> Vec<Rule> {
        let has_text = |name: &str| phrases.is_none_or(|it| it.has(name));
        let known = Known {
            areas: self.area_keys.clone(),
            has_call_center: self.areas.as_ref().is_none_or(|it| it.call_center.is_some()),
            has_approvers: self.areas.as_ref().is_none_or(|it| !it.aprovadores.enderecos.is_empty()),
            categories: self.vocabulary.keys("categorias").map(|(key, _)| key.to_owned()).collect(),
            has_text: &has_text,
            notices: &self.notices,
        };
        let mut rules = Vec::new();
        let mut found = Vec::new();
        for file in files.iter().filter(|it| Part::of(&it.name) == Part::Rule) {
            let (rule, mistakes) = read_rule(file, &known);
            rules.extend(rule);
            found.extend(mistakes);
        }
        self.found.extend(found);
        rules
    }
}

fn read_rule(file: &RuleFile, known: &Known<'_>) -> (Option<Rule>, Vec<Diagnostic>) {
    let (source, not_utf8) = toml_text::text(&file.name, &file.bytes);
    let mut found: Vec<Diagnostic> = not_utf8.into_iter().collect();
    let (table, syntax) = toml_text::parse(&file.name, &source);
    let is_toml = syntax.is_empty();
    found.extend(syntax);
    if !is_toml || (source.is_empty() && !file.bytes.is_empty()) {
        return (None, found);
    }
    let mut reader = Reader::new(&file.name, &source);
    reader.found = found;
    let section = reader.section("", 0..0, table.get_ref(), keys::RULE);
    let mut builder = Builder { reader: &mut reader, known, file: &file.name, source: &source };
    let rule = builder.rule(&section);
    (rule, reader.found)
}

fn base_name(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).trim_end_matches(".txt").to_owned()
}

fn of_text(error: &PhraseError, source: &Arc<str>) -> Diagnostic {
    let start: usize = source.split_inclusive('\n').take(error.line.saturating_sub(1)).map(str::len).sum();
    let line = source.get(start..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let span = match &error.fault {
        crate::phrases::PhraseFault::UnknownField { field, .. } => {
            line.find(field.as_str()).map_or(start..start + line.len(), |at| start + at..start + at + field.len())
        }
        crate::phrases::PhraseFault::Syntax(_)
        | crate::phrases::PhraseFault::NoSubject
        | crate::phrases::PhraseFault::UnusedName
        | crate::phrases::PhraseFault::Missing => start..start + line.len(),
    };
    let mistake = Diagnostic::error(&format!("textos/{}.txt", error.name), source, span, error.fault.to_string());
    match &error.fault {
        crate::phrases::PhraseFault::UnknownField { field, known } => {
            let names: Vec<&str> = known.iter().map(String::as_str).collect();
            match read::nearest(field, &names) {
                Some(meant) => mistake.suggest(format!("você quis dizer `{meant}`?")),
                None => mistake,
            }
        }
        crate::phrases::PhraseFault::Syntax(_)
        | crate::phrases::PhraseFault::NoSubject
        | crate::phrases::PhraseFault::UnusedName
        | crate::phrases::PhraseFault::Missing => mistake,
    }
}

#[cfg(test)]
mod tests;
