//! One number changed in real workbooks.

mod command;
mod compare;
mod edit;
mod places;
mod record;
mod year;

/// A file of tests/workbook.
fn sample(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap()
}

/// Where a file of tests/workbook lies.
fn path(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbook").join(name)
}

/// The parts of a package in their order.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut entry = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (entry.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// A workbook with every part's text passed through something.
fn rewritten(bytes: &[u8], with: impl Fn(&str, String) -> String) -> Vec<u8> {
    let parts: Vec<(String, String)> = parts(bytes)
        .into_iter()
        .map(|(name, bytes)| {
            let text = with(&name, String::from_utf8(bytes).unwrap());
            (name, text)
        })
        .collect();
    let parts: Vec<(&str, &str)> = parts.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    package(&parts)
}

/// The same workbook as the Open XML SDK writes it: every name of the main schema with a prefix.
fn prefixed(bytes: &[u8]) -> Vec<u8> {
    let names = regex::Regex::new("<(/?)([A-Za-z0-9]+)([ />])").unwrap();
    let main = "=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    rewritten(bytes, |name, text| {
        let is_main = name.starts_with("xl/worksheets/sheet")
            || name == "xl/workbook.xml"
            || name == "xl/sharedStrings.xml"
            || name == "xl/styles.xml";
        if !is_main {
            return text;
        }
        names.replace_all(&text, "<${1}x:$2$3").replace(&format!("xmlns{main}"), &format!("xmlns:x{main}"))
    })
}

/// The same workbook in the strict form of the standard.
fn strict(bytes: &[u8]) -> Vec<u8> {
    rewritten(bytes, |_, text| {
        text.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        .replace("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/")
    })
}

/// A package of parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What calamine reads in a tab: cells with their values.
fn values(bytes: &[u8], tab: &str) -> std::collections::BTreeMap<(u32, u32), String> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let mut reader = book.worksheet_cells_reader(tab).unwrap();
    let mut found = std::collections::BTreeMap::new();
    while let Some(cell) = reader.next_cell().unwrap() {
        let (row, column) = cell.get_position();
        found.insert((row + 1, column + 1), calamine::Data::from(cell.get_value().clone()).to_string());
    }
    found
}
