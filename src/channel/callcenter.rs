//! The package to the call center, which sends WhatsApp (steps 14-17 of the manual).

use std::collections::BTreeMap;

use crate::office::content::{ContentFile, Values, fill};

/// What the call center needs of one person.
#[derive(Debug, Clone)]
pub struct PackageRow {
    /// The name.
    pub name: String,
    /// The number in E.164, 13 digits.
    pub phone: String,
    /// The values that the text needs.
    pub values: Values,
}

/// The headings of the list of a package: name, phone, the columns that the text needs, and the finished text
/// where it differs from person to person. No other column leaves the house.
#[must_use]
pub fn columns(placeholders: &[String]) -> Vec<String> {
    let mut columns = vec!["NOME".to_owned(), "TELEFONE".to_owned()];
    columns.extend(placeholders.iter().map(|it| it.to_uppercase()).filter(|it| it != "NOME"));
    if !placeholders.is_empty() {
        columns.push("TEXTO".to_owned());
    }
    columns
}

/// The cells of one person, in the order of [`columns`].
///
/// # Errors
/// The placeholder that has no value for this person.
pub fn cells(row: &PackageRow, text: &str, placeholders: &[String]) -> Result<Vec<String>, String> {
    let mut values = row.values.clone();
    values.entry("NOME".to_owned()).or_insert_with(|| row.name.clone());
    let mut cells = vec![row.name.clone(), row.phone.clone()];
    for placeholder in placeholders.iter().filter(|it| !it.eq_ignore_ascii_case("nome")) {
        cells.push(fill(&format!("{{{placeholder}}}"), &values, false)?);
    }
    if !placeholders.is_empty() {
        cells.push(fill(text, &values, false)?);
    }
    Ok(cells)
}

/// The files of a package: the text ready to copy, the list, the pictures and files.
#[must_use]
pub fn files(protocol: &str, text: &str, list_csv: Vec<u8>, message_files: &[ContentFile]) -> Vec<ContentFile> {
    let mut files = vec![
        ContentFile {
            name: format!("{protocol} texto.txt"),
            mime: "text/plain".to_owned(),
            content_id: None,
            // The editor of the call center's people shows accents rightly only with the mark before it.
            bytes: [b"\xef\xbb\xbf".as_slice(), text.replace('\n', "\r\n").as_bytes()].concat(),
        },
        ContentFile {
            name: format!("{protocol} lista.csv"),
            mime: "text/csv".to_owned(),
            content_id: None,
            bytes: list_csv,
        },
    ];
    let mut used: BTreeMap<String, u32> = BTreeMap::new();
    for file in message_files {
        let count = used.entry(file.name.to_lowercase()).or_default();
        *count += 1;
        let name = if *count == 1 { file.name.clone() } else { format!("{count} {}", file.name) };
        files.push(ContentFile { name, ..file.clone() });
    }
    files
}

#[cfg(test)]
mod tests {
    use super::{PackageRow, cells, columns};

    #[test]
    fn only_the_columns_that_the_text_needs_leave_the_house() {
        let row = PackageRow {
            name: "Ana".to_owned(),
            phone: "5547990001234".to_owned(),
            values: [("Data", "12/08"), ("CPF", "123"), ("CID", "F32")]
                .map(|(a, b)| (a.to_owned(), b.to_owned()))
                .into(),
        };
        let placeholders = ["NOME".to_owned(), "DATA".to_owned()];
        assert_eq!(columns(&placeholders), ["NOME", "TELEFONE", "DATA", "TEXTO"]);
        let filled = cells(&row, "{NOME}: {DATA}", &placeholders).unwrap();
        assert_eq!(filled, ["Ana", "5547990001234", "12/08", "Ana: 12/08"]);
        assert_eq!(columns(&[]), ["NOME", "TELEFONE"]);
        assert_eq!(cells(&row, "Olá", &[]).unwrap(), ["Ana", "5547990001234"]);
        assert_eq!(cells(&row, "{HORA}", &["HORA".to_owned()]).unwrap_err(), "HORA");
    }
}
