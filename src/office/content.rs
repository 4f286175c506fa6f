//! What a communication says and brings: text, formatting, pictures, files; and how it is filled for one person.

use std::collections::BTreeMap;

use super::{Channel, fold};

/// A file or picture that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentFile {
    /// Its name, as people read it.
    pub name: String,
    /// Its type, `image/png`.
    pub mime: String,
    /// As `src="cid:…"` names it, for a picture that stands in the text.
    pub content_id: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The message of one channel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// In plain text.
    pub text: String,
    /// With its formatting.
    pub html: Option<String>,
    /// Pictures that stand in the formatted text.
    pub inline: Vec<ContentFile>,
    /// Files that go with it.
    pub files: Vec<ContentFile>,
}

/// Everything that goes out for one request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filing {
    /// The subject of the email.
    pub subject: Option<String>,
    /// The message of each channel.
    pub messages: BTreeMap<Channel, Message>,
}

/// The values of one person: heading of the column → what stands in it.
pub type Values = BTreeMap<String, String>;

/// Fills the placeholders of a text (`{NOME}`, `{data}`) from a person's values; headings and placeholders are
/// compared folded. The name of the first placeholder without a value comes back as the error: such a person is
/// not written to.
///
/// # Errors
/// The placeholder that has no value.
pub fn fill(text: &str, values: &Values, escape_html: bool) -> Result<String, String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        match after.split_once('}') {
            Some((name, behind)) if is_placeholder(name) => {
                let value = value_of(values, name).ok_or_else(|| name.to_owned())?;
                if escape_html {
                    escape(&mut filled, value)
                } else {
                    filled.push_str(value)
                }
                rest = behind;
            }
            _ => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    Ok(filled)
}

/// The placeholders of a text, in its order, each once.
#[must_use]
pub fn placeholders(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in text.split('{').skip(1) {
        if let Some((name, _)) = part.split_once('}')
            && is_placeholder(name)
            && !found.iter().any(|it| it == name)
        {
            found.push(name.to_owned());
        }
    }
    found
}

/// A placeholder is a word or a few of letters, digits, blanks, `_`, `-` and `/`, at most 40 characters.
fn is_placeholder(name: &str) -> bool {
    let name = name.trim();
    !name.is_empty()
        && name.chars().count() <= 40
        && name.chars().any(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || " _-/".contains(c))
}

fn value_of<'a>(values: &'a Values, name: &str) -> Option<&'a str> {
    let wanted = key(name);
    values
        .iter()
        .find(|(heading, _)| key(heading) == wanted)
        .map(|(_, value)| value.trim())
        .filter(|value| !value.is_empty())
}

fn key(name: &str) -> String {
    fold(name).replace(['_', '-', '/'], " ")
}

fn escape(html: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Values, fill, placeholders};

    #[test]
    fn placeholders_are_filled_whatever_their_case_and_accents() {
        let values: Values =
            [("Nome", "João & Filhos"), ("HORÁRIO", "14h")].map(|(a, b)| (a.to_owned(), b.to_owned())).into();
        assert_eq!(fill("Olá, {NOME}, às {horario}. {}", &values, false).unwrap(), "Olá, João & Filhos, às 14h. {}");
        assert_eq!(fill("{nome}", &values, true).unwrap(), "João &amp; Filhos");
        assert_eq!(fill("{LOCAL}", &values, false).unwrap_err(), "LOCAL");
        assert_eq!(placeholders("{NOME} em {DATA}, {NOME} {a+b}"), ["NOME", "DATA"]);
    }
}
