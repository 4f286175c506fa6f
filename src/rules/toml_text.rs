//! From the bytes of a rule file to its text, and from TOML's complaints to Portuguese ones.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeTable;

use super::diagnostic::Diagnostic;

/// The text of a file. Where it is no UTF-8 it is read as Windows writes it, so that its other mistakes are found
/// as well; the set does not go live all the same.
pub(super) fn text(file: &str, bytes: &[u8]) -> (Arc<str>, Option<Diagnostic>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let source: Arc<str> = Arc::from("");
        let mistake = Diagnostic::error(file, &source, 0..0, "o arquivo está em “Unicode” (UTF-16)")
            .suggest("no Bloco de Notas: Salvar como, Codificação: UTF-8");
        return (source, Some(mistake));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (Arc::from(text), None),
        Err(error) => {
            let valid = error.valid_up_to();
            let (decoded, _, _) = encoding_rs::WINDOWS_1252.decode(bytes);
            let before = bytes.get(..valid).and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default();
            // The bytes before are UTF-8, so windows-1252 made of each character beyond ASCII several.
            let (before, _, _) = encoding_rs::WINDOWS_1252.decode(before.as_bytes());
            let at = before.len();
            let source: Arc<str> = Arc::from(decoded.as_ref());
            let length = source.get(at..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
            let mistake = Diagnostic::error(
                file,
                &source,
                at..at + length,
                "o arquivo não está em UTF-8; parece ANSI (windows-1252)",
            )
            .suggest("no Bloco de Notas: Salvar como, Codificação: UTF-8");
            (source, Some(mistake))
        }
    }
}

/// The table of a TOML text and every complaint about it.
///
/// A list that is not closed swallows the rest of the file; it is told once, closed, and the text read again, so
/// that the other mistakes are found as well.
pub(super) fn parse<'t>(file: &str, source: &'t Arc<str>) -> (Spanned<DeTable<'t>>, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(source);
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut text = source.to_string();
    let mut errors: Vec<(Range<usize>, String)> = errors.iter().map(placed).collect();
    let mut closed: Vec<usize> = Vec::new();
    while closed.len() < LISTS_CLOSED_MAX
        && let Some((open, end)) = errors.iter().find_map(|(span, message)| unclosed_list(&text, span, message))
    {
        let before = closed.iter().filter(|it| **it <= open).count();
        found.push(
            Diagnostic::error(file, source, open - before..open - before + 1, "a lista não foi fechada")
                .suggest("feche com ] na mesma linha"),
        );
        text.insert(end, ']');
        closed.push(end);
        let (_, again) = DeTable::parse_recoverable(&text);
        errors = again.iter().map(placed).collect();
    }
    for (span, message) in errors {
        let original = |at: usize| at - closed.iter().filter(|it| **it < at).count();
        let mistake = complaint(file, source, original(span.start)..original(span.end), &message);
        // One slip makes TOML complain several times in a line; the first is the one to mend.
        if found.iter().all(|it| it.line() != mistake.line()) {
            found.push(mistake);
        }
    }
    (table, found)
}

/// More lists than this are not closed on trial.
const LISTS_CLOSED_MAX: usize = 8;

fn placed(error: &toml::de::Error) -> (Range<usize>, String) {
    (error.span().unwrap_or(0..0), error.message().to_owned())
}

/// Where a list begins that has swallowed the next line, and where its line ends.
fn unclosed_list(text: &str, span: &Range<usize>, message: &str) -> Option<(usize, usize)> {
    if !message.contains("missing comma between array elements") && !message.contains("unclosed array") {
        return None;
    }
    let line_start = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(line_start..)?.split('\n').next()?.trim_start();
    let is_key = line.split_once('=').is_some_and(|(key, _)| {
        !key.trim().is_empty() && key.trim().chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    });
    let is_end = text.get(span.start..).is_none_or(|it| it.trim().is_empty());
    if !is_key && !line.starts_with('[') && !is_end {
        return None;
    }
    let before = text.get(..if is_end { text.len() } else { line_start })?;
    // The last line above that opens more lists than it closes.
    let mut end = before.len();
    for candidate in before.split_inclusive('\n').rev() {
        let start = end - candidate.len();
        let opens = candidate.matches('[').count();
        if candidate.contains('=') && opens > candidate.matches(']').count() {
            return Some((start + candidate.find('[')?, start + candidate.trim_end().len()));
        }
        end = start;
    }
    None
}

fn complaint(file: &str, source: &Arc<str>, span: Range<usize>, message: &str) -> Diagnostic {
    if let Some(curly) = curly_quote(source, &span) {
        return Diagnostic::error(file, source, curly, "aspas curvas (“ ” ‘ ’) não valem em arquivos de regras")
            .suggest("troque-as por aspas retas (\"); no Word elas mudam sozinhas: use o Bloco de Notas");
    }
    let (reason, suggestion) = portuguese(message);
    let mistake = Diagnostic::error(file, source, shown(source, span), reason);
    match suggestion {
        Some(suggestion) => mistake.suggest(suggestion),
        None => mistake,
    }
}

/// A curly quote on the line of the complaint that stands where a straight one belongs.
fn curly_quote(source: &str, span: &Range<usize>) -> Option<Range<usize>> {
    let start = source.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let rest = source.get(start..)?;
    let line = rest.split('\n').next()?;
    let mut open: Option<char> = None;
    for (at, c) in line.char_indices() {
        match c {
            '"' | '\'' if open.is_none() => open = Some(c),
            '"' | '\'' if open == Some(c) => open = None,
            '#' if open.is_none() => return None,
            '\u{201c}'..='\u{201f}' | '\u{2018}'..='\u{201b}' if open.is_none() => {
                return Some(start + at..start + at + c.len_utf8());
            }
            _ => {}
        }
    }
    None
}

/// A complaint at a line's end is shown on that line, not below it.
fn shown(source: &str, span: Range<usize>) -> Range<usize> {
    let at_end = source.get(span.start..).is_none_or(|it| it.is_empty() || it.starts_with(['\n', '\r']));
    if at_end && span.start > 0 {
        let before = source.get(..span.start).unwrap_or_default().trim_end();
        let last = before.chars().next_back().map_or(0, char::len_utf8);
        return before.len() - last..before.len();
    }
    span
}

/// TOML's complaints in Portuguese; the parser's words are English constants.
fn portuguese(message: &str) -> (String, Option<&'static str>) {
    let known: &[(&str, &str, Option<&'static str>)] = &[
        ("duplicate key", "esta chave já apareceu nesta parte do arquivo", Some("deixe uma só")),
        ("string values must be quoted", "o texto precisa de aspas", Some("escreva \"…\" em volta do texto")),
        ("missing opening quote", "faltam as aspas do começo do texto", Some("escreva \"…\" em volta do texto")),
        (
            "invalid basic string",
            "o texto não foi fechado com aspas, ou tem um sinal que não vale",
            Some("feche com \" na mesma linha"),
        ),
        ("invalid literal string", "o texto não foi fechado com aspas", Some("feche com ' na mesma linha")),
        ("invalid multi-line", "o texto de várias linhas não foi fechado", Some("feche com três aspas: \"\"\"")),
        ("missing comma between array elements", "falta uma vírgula entre os itens da lista", None),
        ("extra comma in array", "há uma vírgula a mais na lista", None),
        ("unclosed array table", "a parte não foi fechada", Some("escreva [[nome]], com dois colchetes de cada lado")),
        ("unclosed table", "a parte não foi fechada", Some("escreva [nome], com um colchete de cada lado")),
        ("unclosed array", "a lista não foi fechada", Some("feche com ]")),
        ("unclosed inline table", "as chaves { } não foram fechadas", Some("feche com }")),
        ("missing assignment", "falta o sinal = entre a chave e o valor", Some("escreva chave = valor")),
        ("key with no value", "a chave está sem valor", Some("escreva chave = valor")),
        ("missing value", "falta o valor depois do sinal =", None),
        ("invalid value", "o valor não vale aqui", Some("texto entre aspas, números sem aspas, true ou false")),
        (
            "invalid unquoted key",
            "a chave tem um sinal que não vale",
            Some("use só letras sem acento, números e hífen"),
        ),
        ("unquoted keys cannot be empty", "falta o nome da chave", None),
        ("missing comma between key-value pairs", "falta uma vírgula entre as chaves dentro de { }", None),
        ("extra comma in inline table", "há uma vírgula a mais dentro de { }", None),
        ("extra `=`", "há um sinal = a mais, ou falta uma vírgula antes desta chave", None),
        ("extra assignment", "há um sinal = a mais, ou falta uma vírgula antes desta chave", None),
        (
            "missing escaped value",
            "a barra \\ precisa ser dobrada",
            Some("escreva \\\\, ou use aspas simples: 'V:\\pasta'"),
        ),
        ("carriage return must be followed", "há um fim de linha estragado", Some("salve de novo no Bloco de Notas")),
        ("invalid date", "a data não vale", Some("escreva ano-mês-dia, 2026-12-01, sem aspas")),
        ("invalid datetime", "a data não vale", Some("escreva ano-mês-dia, 2026-12-01, sem aspas")),
        ("unexpected leading zero", "um número não começa com zero", Some("se é um texto, ponha aspas")),
        (
            "invalid comment character",
            "o comentário tem um sinal invisível que não vale",
            Some("apague e escreva a linha de novo"),
        ),
        ("cannot recurse", "há partes demais dentro de partes", None),
        ("recursion limit", "há partes demais dentro de partes", None),
        ("unexpected content", "há algo a mais nesta linha", Some("uma chave por linha; texto entre aspas")),
        ("unexpected key or value", "há algo a mais nesta linha", Some("uma chave por linha; texto entre aspas")),
        ("cannot extend", "esta parte já foi definida de outro modo", None),
    ];
    match known.iter().find(|(english, _, _)| message.contains(english)) {
        Some((_, reason, suggestion)) => ((*reason).to_owned(), *suggestion),
        None => (format!("o arquivo não está na forma TOML: {message}"), None),
    }
}
