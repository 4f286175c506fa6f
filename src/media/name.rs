//! The name under which a file goes: the requester's own, with the extension of its content.

use unicode_normalization::UnicodeNormalization as _;

use super::kind::Kind;

/// The name with an extension that fits the content: kept if it does, replaced if it is that of another kind of
/// file, else added. Composed Unicode (macOS sends names decomposed).
#[must_use]
pub fn fitting_name(name: &str, kind: Kind) -> String {
    let name: String = name.trim().nfc().collect();
    let Some(usual) = kind.extensions().first() else { return name };
    let (stem, extension) = split(&name);
    if kind.extensions().iter().any(|it| extension.eq_ignore_ascii_case(it)) {
        return name;
    }
    if stem.is_empty() {
        return format!("arquivo.{usual}");
    }
    if is_known_extension(extension) { format!("{stem}.{usual}") } else { format!("{name}.{usual}") }
}

/// The extension of a name in lower case; empty if it has none.
#[must_use]
pub fn extension(name: &str) -> String {
    split(name).1.to_lowercase()
}

fn split(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !extension.is_empty() && !extension.contains(' ') => (stem, extension),
        Some(_) | None => (name, ""),
    }
}

/// Whether an extension names a kind of file, so that it may be replaced (`Relatório 1.5` has none).
fn is_known_extension(extension: &str) -> bool {
    const OTHERS: [&str; 8] = ["csv", "tmp", "bin", "download", "jp2", "tga", "pdf_", "file"];
    let lower = extension.to_lowercase();
    OTHERS.contains(&lower.as_str()) || Kind::ALL.iter().any(|it| it.extensions().contains(&lower.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{Kind, fitting_name};

    #[test]
    fn the_extension_follows_the_content() {
        let check = |name: &str, kind, expected: &str| assert_eq!(fitting_name(name, kind), expected);
        check("foto.png", Kind::Jpeg, "foto.jpg");
        check("FOTO.JPEG", Kind::Jpeg, "FOTO.JPEG");
        check("arte", Kind::Png, "arte.png");
        check("Relatório 1.5", Kind::Pdf, "Relatório 1.5.pdf");
        check("Programac\u{327}a\u{303}o.png", Kind::Png, "Programação.png");
        check(".jpg", Kind::Png, "arquivo.png");
        check("lista.csv", Kind::Text, "lista.txt");
        check("sem fim.", Kind::Pdf, "sem fim..pdf");
    }
}
