//! Layer 1, what people read: the texts of `rules/textos/`, rendered from typed values in one place.
//!
//! A template's first line is `Assunto: …`, the rest is the text; `layout` makes plain text and HTML of it. An
//! unknown variable is an error when the texts are loaded; the shipped texts are compiled in as the fallback.

mod context;
mod layout;
mod names;
mod samples;
mod values;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde_json::{Map, Value};
use thiserror::Error;

pub use values::*;

/// A text ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// One line, without control characters.
    pub subject: String,
    /// The plain text.
    pub plain: String,
    /// The same as HTML with inline styles.
    pub html: String,
}

/// Who signs the texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// The institute's name.
    pub institute: String,
    /// The desk's name.
    pub desk: String,
    /// The address to turn to.
    pub contact: String,
}

/// A mistake in a text of `rules/textos/`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{name}.txt:{line}: {fault}")]
pub struct PhraseError {
    /// The text, without `.txt`.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: PhraseFault,
}

/// What is wrong with a text. Its words are Portuguese: an administrator reads them.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PhraseFault {
    /// A variable that this text does not have.
    #[error("o campo `{field}` não existe neste texto; existem: {}", .known.join(", "))]
    UnknownField {
        /// The field.
        field: String,
        /// The fields that exist.
        known: Vec<String>,
    },
    /// The template language's own complaint.
    #[error("o texto tem uma marca `{{{{ }}}}` ou `{{% %}}` com erro: {0}")]
    Syntax(String),
    /// The first line is not `Assunto: …`.
    #[error("a primeira linha deve ser `Assunto: …`")]
    NoSubject,
    /// No text of this name is ever sent.
    #[error("nenhuma mensagem usa este texto; confira o nome do arquivo")]
    UnusedName,
    /// A text that a rule names and that does not exist.
    #[error("o texto não existe em rules/textos/")]
    Missing,
}

/// The texts of an installation.
#[derive(Debug)]
pub struct Phrases {
    edited: Environment<'static>,
    signature: Signature,
    names: BTreeSet<String>,
}

impl Phrases {
    /// The texts that are compiled in.
    #[must_use]
    pub fn shipped(signature: Signature) -> Self {
        Self { edited: shipped().clone(), signature, names: BTreeSet::new() }
    }

    /// The texts of a rules folder, by name without `.txt`; what is not there comes from the shipped ones.
    ///
    /// # Errors
    /// Every mistake of every text, with its line.
    pub fn from_texts(texts: &BTreeMap<String, String>, signature: Signature) -> Result<Self, Vec<PhraseError>> {
        let mut edited = shipped().clone();
        let mut errors = Vec::new();
        for (name, text) in texts {
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            if let Err(error) = edited.add_template_owned(file_name(name), with_firm_subject(&text)) {
                errors.push(template_error(name, &error));
                continue;
            }
            errors.extend(faults(&edited, name, &text));
        }
        if errors.is_empty() {
            let phrases = Self { edited, signature, names: texts.keys().cloned().collect() };
            errors = phrases.failing_samples(texts);
            if errors.is_empty() {
                return Ok(phrases);
            }
        }
        Err(errors)
    }

    /// Whether a text of this name can be sent by a rule.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.names.contains(name) || names::SHIPPED.iter().any(|(shipped, _)| *shipped == file_name(name))
    }

    /// Renders a text. Never fails: a text that cannot be rendered (every one was tried when it was loaded) is
    /// replaced by the shipped one, and that by a sentence with the protocol.
    #[must_use]
    pub fn render(&self, phrase: Phrase<'_>) -> Text {
        let context = self.context(phrase);
        let name = file_name(names::name(phrase));
        let rendered = rendered(&self.edited, &name, &context).or_else(|_| rendered(shipped(), &name, &context));
        rendered.unwrap_or_else(|_| self.last_resort(&context))
    }

    fn context(&self, phrase: Phrase<'_>) -> Map<String, Value> {
        let mut context = context::context(phrase);
        for (key, text) in [
            ("instituto", &self.signature.institute),
            ("assessoria", &self.signature.desk),
            ("contato", &self.signature.contact),
        ] {
            context.insert(key.to_owned(), Value::String(text.clone()));
        }
        clean(&mut context);
        context
    }

    /// Each edited text is rendered once with full and once with sparse values, so that a mistake inside a
    /// branch or an attribute is found at load.
    fn failing_samples(&self, texts: &BTreeMap<String, String>) -> Vec<PhraseError> {
        let mut errors: Vec<PhraseError> = Vec::new();
        samples::for_each(&mut |phrase| {
            let name = names::name(phrase);
            let seen = errors.iter().any(|it| it.name == name);
            if seen || !texts.contains_key(name) {
                return;
            }
            if let Err(error) = rendered(&self.edited, &file_name(name), &self.context(phrase)) {
                errors.push(template_error(name, &error));
            }
        });
        errors
    }

    fn last_resort(&self, context: &Map<String, Value>) -> Text {
        let protocol = context.get("protocolo").and_then(Value::as_str).unwrap_or_default();
        let subject = format!("Sobre o seu pedido {protocol}").trim_end().to_owned();
        let body = format!(
            "Há uma novidade sobre o pedido {protocol}. Por favor, fale com a {} ({}).",
            self.signature.desk, self.signature.contact
        );
        let (plain, html) = layout::lay_out(&body, &subject);
        Text { subject, plain, html }
    }
}

/// The shipped texts, with the names of their files.
pub fn shipped_texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    names::SHIPPED.iter().copied()
}

/// Fields that every text has.
const COMMON: [&str; 3] = ["instituto", "assessoria", "contato"];

fn file_name(name: &str) -> String {
    format!("{name}.txt")
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    if let Ok(syntax) = syntax.build() {
        environment.set_syntax(syntax);
    }
    environment.add_filter("citar", |text: String| format!("\n{}{text}{}\n", layout::QUOTE.0, layout::QUOTE.1));
    environment.add_filter("caixa", |text: String| format!("\n{}{text}{}\n", layout::BOX.0, layout::BOX.1));
    environment.add_filter("codigo", |text: String| format!("\n{}{text}{}\n", layout::CODE.0, layout::CODE.1));
    environment
}

/// The shipped texts. They can be read: a test renders every one of them.
fn shipped() -> &'static Environment<'static> {
    static SHIPPED: LazyLock<Environment<'static>> = LazyLock::new(|| {
        let mut environment = environment();
        for (name, text) in names::SHIPPED.iter().copied() {
            let _ = environment.add_template_owned(name, with_firm_subject(text));
        }
        environment
    });
    &SHIPPED
}

/// A line that ends with a block mark is joined with the next one; the subject must not be.
fn with_firm_subject(text: &str) -> String {
    match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().ends_with("%}") => format!("{first}{{{{ '' }}}}\n{rest}"),
        _ => text.to_owned(),
    }
}

fn template_error(name: &str, error: &minijinja::Error) -> PhraseError {
    let fault = PhraseFault::Syntax(error.detail().map_or_else(|| error.kind().to_string(), str::to_owned));
    PhraseError { name: name.to_owned(), line: error.line().unwrap_or(1), fault }
}

/// What is wrong with one text that can be parsed.
fn faults(environment: &Environment<'_>, name: &str, text: &str) -> Vec<PhraseError> {
    let error = |line: usize, fault: PhraseFault| PhraseError { name: name.to_owned(), line, fault };
    let mut found = Vec::new();
    let is_part = names::PARTS.contains(&name);
    if !is_part && !text.lines().next().unwrap_or_default().starts_with("Assunto:") {
        found.push(error(1, PhraseFault::NoSubject));
    }
    let Some(known) = fields(name) else { return found };
    let Ok(template) = environment.get_template(&file_name(name)) else { return found };
    let mut unknown: Vec<String> =
        template.undeclared_variables(false).into_iter().filter(|it| !known.contains(it)).collect();
    unknown.sort();
    for field in unknown {
        let line = text.lines().position(|it| names_field(it, &field)).map_or(1, |at| at + 1);
        found.push(error(line, PhraseFault::UnknownField { field, known: known.iter().cloned().collect() }));
    }
    found
}

/// Whether a line holds the field inside a mark.
fn names_field(line: &str, field: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    line.contains('{')
        && line.match_indices(field).any(|(at, _)| {
            let (before, rest) = line.split_at(at);
            !before.ends_with(is_word) && !rest.get(field.len()..).unwrap_or_default().starts_with(is_word)
        })
}

/// The fields of a text, by its name; a text that only a rule names has those of [`About`].
fn fields(name: &str) -> Option<BTreeSet<String>> {
    let mut known: BTreeSet<String> = COMMON.iter().map(|it| (*it).to_owned()).collect();
    if names::PARTS.contains(&name) {
        return None;
    }
    let mut found = false;
    samples::for_each(&mut |phrase| {
        if names::name(phrase) == name {
            found = true;
            known.extend(context::context(phrase).keys().cloned());
        }
    });
    if !found {
        known.extend(context::context(Phrase::Named { name, about: &About::default() }).keys().cloned());
    }
    Some(known)
}

fn rendered(environment: &Environment<'_>, name: &str, context: &Map<String, Value>) -> Result<Text, minijinja::Error> {
    let rendered = environment.get_template(name)?.render(Serde(context))?;
    let (first, body) = rendered.split_once('\n').unwrap_or((&rendered, ""));
    let subject = first.trim_start_matches("Assunto:").split_whitespace().collect::<Vec<_>>().join(" ");
    let (plain, html) = layout::lay_out(body, &subject);
    Ok(Text { subject, plain, html })
}

/// Values are words, never marks: no line ends except in whole texts, no control characters, none of our own marks.
fn clean(context: &mut Map<String, Value>) {
    for (key, value) in context.iter_mut() {
        clean_value(value, key == "texto");
    }
}

fn clean_value(value: &mut Value, keeps_lines: bool) {
    match value {
        Value::String(text) => {
            let is_mark = |c: char| ('\u{e000}'..='\u{e005}').contains(&c);
            let allowed = |c: char| !is_mark(c) && (!c.is_control() || c == '\t' || (keeps_lines && c == '\n'));
            let spaced = if keeps_lines { text.replace("\r\n", "\n") } else { text.replace(['\r', '\n'], " ") };
            *text = spaced.chars().filter(|c| allowed(*c)).collect();
        }
        Value::Array(items) => items.iter_mut().for_each(|it| clean_value(it, false)),
        Value::Object(map) => map.iter_mut().for_each(|(key, it)| clean_value(it, key == "texto")),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests;
