//! Standing notices of `rules/modelos/`, filled for each person from the columns of the list.
//!
//! A notice begins with `Colunas: nome, data` and `Assunto: …`; then comes a blank line and the text. Fields stand
//! in single braces, `{data}`. Lines with `#` before the first of them are notes.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::diagnostic::Diagnostic;
use super::read::nearest;
use crate::office::fold;

/// A standing notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The columns that it needs, as the file writes them.
    pub columns: Vec<String>,
    /// The subject, with fields.
    pub subject: String,
    /// The text, with fields.
    pub text: String,
}

impl Notice {
    /// Reads a notice.
    ///
    /// # Errors
    /// Every mistake with its place.
    pub fn read(file: &str, source: &Arc<str>) -> Result<Self, Vec<Diagnostic>> {
        let mut found = Vec::new();
        let (head, body) = head_and_body(source);
        let columns = line_after(source, head.clone(), "Colunas:");
        let subject = line_after(source, head.clone(), "Assunto:");
        for (line, name, form) in
            [(&columns, "Colunas:", "Colunas: nome, data, hora"), (&subject, "Assunto:", "Assunto: …")]
        {
            if line.as_ref().is_none_or(|it| source.get(it.clone()).is_none_or(|it| it.trim().is_empty())) {
                let reason = format!("falta a linha “{name}” no começo do modelo");
                found.push(
                    Diagnostic::error(file, source, head.start..head.start, reason).suggest(format!("escreva {form}")),
                );
            }
        }
        let text = |span: &Option<Range<usize>>| {
            span.as_ref().and_then(|it| source.get(it.clone())).unwrap_or_default().trim().to_owned()
        };
        let columns: Vec<String> =
            text(&columns).split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
        let spans = [subject.clone().unwrap_or(0..0), body.clone()];
        for span in spans {
            found.extend(field_mistakes(file, source, span, &columns));
        }
        let notice = Self { subject: text(&subject), text: text(&Some(body.clone())), columns };
        if notice.text.is_empty() {
            found.push(
                Diagnostic::error(file, source, head.start..head.end, "o modelo não tem texto")
                    .suggest("escreva o texto depois de uma linha em branco"),
            );
        }
        if found.is_empty() { Ok(notice) } else { Err(found) }
    }

    /// The columns that a list does not have.
    #[must_use]
    pub fn missing_columns(&self, columns: &[String]) -> Vec<String> {
        let have: Vec<String> = columns.iter().map(|it| fold(it)).collect();
        self.columns.iter().filter(|it| !have.contains(&fold(it))).cloned().collect()
    }

    /// Subject and text for one person; the values by folded column.
    ///
    /// # Errors
    /// The columns without a value: such a person is never written to.
    pub fn fill(&self, values: &BTreeMap<String, String>) -> Result<(String, String), Vec<String>> {
        let value = |column: &String| values.get(&fold(column)).map(|it| it.trim()).filter(|it| !it.is_empty());
        let empty: Vec<String> = self.columns.iter().filter(|it| value(it).is_none()).cloned().collect();
        if !empty.is_empty() {
            return Err(empty);
        }
        let filled = |text: &str| {
            let mut filled = String::with_capacity(text.len());
            let mut rest = text;
            while let Some((before, after)) = rest.split_once('{') {
                filled.push_str(before);
                let Some((field, tail)) = after.split_once('}') else { break };
                filled.push_str(values.get(&fold(field)).map_or("", |it| it.trim()));
                rest = tail;
            }
            filled + rest
        };
        Ok((filled(&self.subject), filled(&self.text)))
    }
}

/// The lines before the first blank one (notes left out), and the rest.
fn head_and_body(source: &str) -> (Range<usize>, Range<usize>) {
    let mut at = 0;
    let mut start = None;
    for line in source.split_inclusive('\n') {
        let is_note = line.starts_with('#');
        match (start, line.trim().is_empty()) {
            (None, true) => {}
            (None, false) if is_note => {}
            (None, false) => start = Some(at),
            (Some(start), true) => return (start..at, at..source.len()),
            (Some(_), false) => {}
        }
        at += line.len();
    }
    let start = start.unwrap_or(source.len());
    (start..source.len(), source.len()..source.len())
}

/// The rest of the line of the head that begins with a word.
fn line_after(source: &str, head: Range<usize>, word: &str) -> Option<Range<usize>> {
    let mut at = head.start;
    for line in source.get(head)?.split_inclusive('\n') {
        if line.starts_with(word) {
            return Some(at + word.len()..at + line.trim_end().len());
        }
        at += line.len();
    }
    None
}

fn field_mistakes(file: &str, source: &Arc<str>, span: Range<usize>, columns: &[String]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let known: Vec<String> = columns.iter().map(|it| fold(it)).collect();
    let mut at = span.start;
    let mut rest = source.get(span).unwrap_or_default();
    while let Some((before, after)) = rest.split_once('{') {
        let open = at + before.len();
        let closed = after.split_once('}').filter(|(field, _)| !field.contains(['\n', '{']));
        let Some((field, tail)) = closed else {
            found.push(
                Diagnostic::error(file, source, open..open + 1, "uma chave { não foi fechada").suggest("feche com }"),
            );
            break;
        };
        if !known.contains(&fold(field)) {
            let names: Vec<&str> = columns.iter().map(String::as_str).collect();
            let suggestion = match nearest(field, &names) {
                Some(meant) => format!("você quis dizer {{{meant}}}?"),
                None => format!("acrescente {field} à linha “Colunas:”"),
            };
            let reason = format!("o campo {{{field}}} não está na linha “Colunas:”");
            found.push(Diagnostic::error(file, source, open..open + field.len() + 2, reason).suggest(suggestion));
        }
        at = open + field.len() + 2;
        rest = tail;
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::Notice;

    const GOOD: &str =
        "# nota\nColunas: nome, Data\nAssunto: Perícia em {data}\n\nPrezado(a) {nome},\n\nvenha em {Data}.\n";

    #[test]
    fn a_notice_is_filled_for_each_person_and_never_with_a_gap() {
        let notice = Notice::read("modelos/pericia.txt", &Arc::from(GOOD)).unwrap();
        assert_eq!(notice.columns, ["nome", "Data"]);
        let mut values = BTreeMap::from([("nome".to_owned(), "Ana {data}".to_owned())]);
        assert_eq!(notice.fill(&values).unwrap_err(), ["Data"]);
        values.insert("data".to_owned(), "27/11/2026".to_owned());
        let (subject, text) = notice.fill(&values).unwrap();
        assert_eq!(subject, "Perícia em 27/11/2026");
        assert_eq!(text, "Prezado(a) Ana {data},\n\nvenha em 27/11/2026.", "a value is never read as a field");
        assert_eq!(notice.missing_columns(&["NOME".to_owned()]), ["Data"]);
    }

    #[test]
    fn mistakes_in_a_notice_are_told_with_their_line() {
        let check = |text: &str, line: usize, reason: &str| {
            let found = Notice::read("modelos/x.txt", &Arc::from(text)).unwrap_err();
            assert!(found.iter().any(|it| it.line() == line && it.reason.contains(reason)), "{text}: {found:#?}");
        };
        check("Colunas: nome\nAssunto: x\n\nOlá, {nme}.\n", 4, "{nme} não está na linha");
        check("Assunto: x\n\nOlá.\n", 1, "falta a linha “Colunas:”");
        check("Colunas: nome\n\nOlá.\n", 1, "falta a linha “Assunto:”");
        check("Colunas: nome\nAssunto: {nome\n\nOlá.\n", 2, "não foi fechada");
        check("Colunas: nome\nAssunto: x\n", 1, "não tem texto");
        check("", 1, "falta a linha");
    }
}
