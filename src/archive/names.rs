//! Names that a Windows share takes, short enough, and still readable.

use unicode_normalization::UnicodeNormalization as _;

/// The longest name of one folder or file, in UTF-16 units: a path on the share must stay under 260 of them.
const UNITS_MAX: usize = 80;

/// Names that Windows keeps for devices, with any extension.
const RESERVED: [&str; 22] = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2",
    "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
];

/// Makes a legal name of one folder or file: NFC, none of `< > : " / \ | ? *` and control characters, no dot or
/// blank at its end, no device's name, at most 80 UTF-16 units with the extension kept. Never empty.
///
/// Source: Microsoft, "Naming Files, Paths, and Namespaces".
#[must_use]
pub fn legal(name: &str) -> String {
    let mut text: String = name
        .nfc()
        .map(|c| match c {
            '<' | '>' | '"' | '|' | '?' | '*' => '_',
            ':' | '/' | '\\' => '-',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text = shortened(&text);
    let trimmed = text.trim_end_matches(['.', ' ']).trim_start().to_owned();
    let stem = trimmed.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let stem: String = stem.chars().map(superscript_to_digit).collect();
    if trimmed.is_empty() || trimmed.chars().all(|c| c == '.') {
        "_".to_owned()
    } else if RESERVED.contains(&stem.as_str()) {
        format!("_{trimmed}")
    } else {
        trimmed
    }
}

/// `COM¹` is a device to Windows as `COM1` is.
const fn superscript_to_digit(c: char) -> char {
    match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        _ => c,
    }
}

/// Cuts a name to its longest length between two characters; a short extension stays.
fn shortened(name: &str) -> String {
    let units = |text: &str| text.encode_utf16().count();
    if units(name) <= UNITS_MAX {
        return name.to_owned();
    }
    let extension = match name.rsplit_once('.') {
        Some((_, extension)) if units(extension) <= 8 && !extension.contains(' ') => format!(".{extension}"),
        _ => String::new(),
    };
    let stem = name.strip_suffix(&extension).unwrap_or(name);
    let room = UNITS_MAX - units(&extension);
    let mut short = String::new();
    let mut used = 0;
    for c in stem.chars() {
        used += c.len_utf16();
        if used > room {
            break;
        }
        short.push(c);
    }
    format!("{}{extension}", short.trim_end())
}

/// Fills the pattern of a folder (`{ano}/{categoria}/{protocolo} {assunto}`); every part becomes a legal name,
/// and no value can add a part.
#[must_use]
pub fn folder(pattern: &str, fields: &[(&str, &str)]) -> String {
    pattern
        .split('/')
        .map(|part| {
            let mut name = part.to_owned();
            for (field, value) in fields {
                name = name.replace(&format!("{{{field}}}"), value);
            }
            legal(&name)
        })
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::{folder, legal};

    #[test]
    fn names_are_legal_on_a_windows_share() {
        let check = |name: &str, expected: &str| assert_eq!(legal(name), expected, "{name}");
        check("Relatório 1º/2025: e-mail?", "Relatório 1º-2025- e-mail_");
        check("CON.csv", "_CON.csv");
        check("com¹", "_com¹");
        check("lista final.", "lista final");
        check("../../x", "..-..-x");
        check("..", "_");
        check("Peri\u{301}cia\tMédica", "Perícia Médica");
        let long = legal(&format!("{}.xlsx", "á".repeat(300)));
        assert!(long.encode_utf16().count() <= 80 && long.ends_with("á.xlsx"), "{long}");
    }

    #[test]
    fn a_subject_cannot_add_a_folder() {
        let fields = [("ano", "2026"), ("protocolo", "AR-2026-0001"), ("assunto", "a/../../b")];
        assert_eq!(folder("{ano}/{protocolo} {assunto}", &fields), "2026/AR-2026-0001 a-..-..-b");
    }
}
