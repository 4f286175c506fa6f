//! A mistake in a rule file: where it stands, why it is one, what to write instead. In Portuguese.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// How grave it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// The set does not go live.
    Error,
    /// It goes live; somebody should look.
    Warning,
}

/// A mistake in a rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub gravity: Gravity,
    /// The file, below the rules folder.
    pub file: String,
    /// Its text, for the line that is shown.
    pub source: Arc<str>,
    /// The bytes of the text that it is about.
    pub span: Range<usize>,
    /// Why it is a mistake.
    pub reason: String,
    /// What is said below the caret, where there is more to say.
    pub label: Option<String>,
    /// What to write instead.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// A mistake because of which the set does not go live.
    #[must_use]
    pub fn error(file: &str, source: &Arc<str>, span: Range<usize>, reason: impl Into<String>) -> Self {
        Self {
            gravity: Gravity::Error,
            file: file.to_owned(),
            source: Arc::clone(source),
            span: within(source, span),
            reason: reason.into(),
            label: None,
            suggestion: None,
        }
    }

    /// The same with what to write instead.
    #[must_use]
    pub fn suggest(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// The same with a word below the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The same as a warning.
    #[must_use]
    pub const fn as_warning(mut self) -> Self {
        self.gravity = Gravity::Warning;
        self
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.before().matches('\n').count() + 1
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        let before = self.before();
        before.get(before.rfind('\n').map_or(0, |at| at + 1)..).unwrap_or_default().chars().count() + 1
    }

    fn before(&self) -> &str {
        self.source.get(..self.span.start).unwrap_or(&self.source)
    }
}

/// A span that lies inside the text and on its characters, so that it can always be shown.
fn within(source: &str, span: Range<usize>) -> Range<usize> {
    let floor = |at: usize| (0..=at.min(source.len())).rev().find(|it| source.is_char_boundary(*it)).unwrap_or(0);
    let start = floor(span.start);
    let line_end = source.get(start..).and_then(|it| it.find('\n')).map_or(source.len(), |at| start + at);
    start..floor(span.end).clamp(start, line_end.max(start))
}

/// Whether colours are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// A terminal.
    On,
    /// A file, a mail, a pipe.
    Off,
}

/// All diagnostics as a person reads them, with the lines and carets.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], colours: Colours) -> String {
    let renderer = match colours {
        Colours::On => Renderer::styled(),
        Colours::Off => Renderer::plain(),
    };
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&[group(diagnostic)]));
        text.push_str("\n\n");
    }
    text
}

fn group(diagnostic: &Diagnostic) -> annotate_snippets::Group<'_> {
    let level = match diagnostic.gravity {
        Gravity::Error => Level::ERROR.with_name("erro"),
        Gravity::Warning => Level::WARNING.with_name("aviso"),
    };
    let annotation = AnnotationKind::Primary.span(diagnostic.span.clone());
    let annotation = match &diagnostic.label {
        Some(label) => annotation.label(label),
        None => annotation,
    };
    let snippet = Snippet::source(diagnostic.source.as_ref()).path(&diagnostic.file).annotation(annotation);
    let group = level.primary_title(diagnostic.reason.as_str()).element(snippet);
    match &diagnostic.suggestion {
        Some(suggestion) => group.element(Level::HELP.with_name("sugestão").message(suggestion.as_str())),
        None => group,
    }
}

/// One line for each: `10-pedido.toml:6:1: erro: …`.
#[must_use]
pub fn brief(diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for it in diagnostics {
        let gravity = match it.gravity {
            Gravity::Error => "erro",
            Gravity::Warning => "aviso",
        };
        let _ = write!(text, "{}:{}:{}: {gravity}: {}", it.file, it.line(), it.column(), it.reason);
        if let Some(suggestion) = &it.suggestion {
            let _ = write!(text, " ({suggestion})");
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Colours, Diagnostic, brief, render};

    #[test]
    fn a_mistake_is_shown_with_its_line_and_a_caret() {
        let source: Arc<str> = Arc::from("descricao = \"é\"\ncanall = \"email\"\n");
        let at = source.find("canall").unwrap();
        let mistake = Diagnostic::error("10-a.toml", &source, at..at + 6, "a chave `canall` não existe")
            .suggest("você quis dizer `canal`?");
        assert_eq!((mistake.line(), mistake.column()), (2, 1));
        let text = render(std::slice::from_ref(&mistake), Colours::Off);
        for part in [
            "erro: a chave `canall` não existe",
            "10-a.toml:2:1",
            "2 | canall = \"email\"",
            "| ^^^^^^",
            "sugestão: você quis",
        ] {
            assert!(text.contains(part), "{part}:\n{text}");
        }
        assert_eq!(brief(&[mistake]), "10-a.toml:2:1: erro: a chave `canall` não existe (você quis dizer `canal`?)\n");
    }

    #[test]
    fn a_place_outside_the_text_is_moved_inside() {
        let source: Arc<str> = Arc::from("é");
        for span in [1..1, 0..99, 50..60] {
            let mistake = Diagnostic::error("x.toml", &source, span, "x");
            assert!(!render(&[mistake], Colours::Off).is_empty());
        }
    }
}
