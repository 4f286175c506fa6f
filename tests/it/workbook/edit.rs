//! One number is changed and nothing else; every trap that was met in real workbooks.

use carteiro::workbook::{Edited, Refusal, add, add_all};
use proptest::prelude::*;

use super::{package, parts, sample, values};

/// The parts that differ.
fn changed_parts(before: &[u8], after: &[u8]) -> Vec<String> {
    let (before, after) = (parts(before), parts(after));
    assert_eq!(before.len(), after.len());
    before.into_iter().zip(after).filter(|(one, other)| one != other).map(|(one, _)| one.0).collect()
}

#[test]
fn a_count_and_its_totals_change_and_nothing_else() {
    let before = sample("relatorio.xlsx");
    let edited = add(&before, "2025", "P6", 1).unwrap();
    assert_eq!((edited.cells[0].before, edited.cells[0].after), (Some(4.0), 5.0));
    assert_eq!(changed_parts(&before, &edited.bytes), ["xl/worksheets/sheet3.xml", "xl/worksheets/sheet5.xml"]);
    let (was, is) = (values(&before, "2025"), values(&edited.bytes, "2025"));
    let differing: Vec<_> = is.iter().filter(|it| was.get(it.0) != Some(it.1)).collect();
    // P6 itself, its row's total Z6, its column's total P16, and the total of totals Z16.
    let now = |row, column, value: &str| ((row, column), value.to_owned());
    let expected = [now(6, 16, "5"), now(6, 26, "45"), now(16, 16, "14"), now(16, 26, "208")];
    assert_eq!(differing.into_iter().map(|it| (*it.0, it.1.clone())).collect::<Vec<_>>(), expected);
    // The summary was never calculated by the program that wrote it (it says 0 and asks for a calculation).
    assert_eq!(values(&edited.bytes, "Resumo").get(&(4, 4)).map(String::as_str), Some("404"));
}

#[test]
fn totals_are_fresh_whoever_saved_the_workbook() {
    let original = sample("relatorio.xlsx");
    let forms = [
        original.clone(),
        sample("relatorio-libreoffice.xlsx"),
        sample("relatorio-openpyxl.xlsx"),
        super::prefixed(&original),
        super::strict(&original),
    ];
    for (form, bytes) in forms.iter().enumerate() {
        let edited = add(bytes, "2025", "P6", 1).unwrap();
        let is = values(&edited.bytes, "2025");
        let at = |row, column| is.get(&(row, column)).map(String::as_str);
        let found = [at(6, 16), at(6, 26), at(16, 16), at(16, 26)];
        assert_eq!(found, [Some("5"), Some("45"), Some("14"), Some("208")], "form {form}");
        let summary = values(&edited.bytes, "Resumo");
        assert_eq!(summary.get(&(4, 4)).map(String::as_str), Some("404"), "form {form}");
    }
}

#[test]
fn an_empty_cell_takes_its_first_count_and_keeps_its_style() {
    let before = sample("relatorio.xlsx");
    let edited = add(&before, "2026", "C9", 1).unwrap();
    assert_eq!((edited.cells[0].before, edited.cells[0].after), (None, 1.0));
    let sheet = parts(&edited.bytes).into_iter().find(|it| it.0 == "xl/worksheets/sheet4.xml").unwrap().1;
    assert!(String::from_utf8(sheet).unwrap().contains("<c r=\"C9\" s=\"6\"><v>1</v></c>"));
}

#[test]
fn a_count_typed_as_text_becomes_a_number_and_is_reported() {
    let edited = add(&sample("outro-layout.xlsx"), "Ano 2025", "D13", 1).unwrap();
    assert!(edited.cells[0].was_text && edited.cells[0].after == 2.0);
    assert_eq!(values(&edited.bytes, "Ano 2025").get(&(13, 4)).map(String::as_str), Some("2"));
}

#[test]
fn what_is_no_count_is_refused_with_its_reason() {
    let check = |tab: &str, cell: &str, by: i64, expected: &str| {
        assert_eq!(add(&sample("relatorio.xlsx"), tab, cell, by).unwrap_err().to_string(), expected);
    };
    check("2026", "Z6", 1, "2026!Z6 holds a formula");
    check("2026", "B4", 1, "2026!B4 holds text that is not a number");
    check("2026", "C4", 1, "2026!C4 is hidden under the merged cells B4:C4");
    check("2026", "XFE1", 1, "`XFE1` is not a cell (expected for example B5)");
    check("2027", "B6", 1, "there is no tab `2027`; there are 2023, 2024, 2025, 2026, Resumo");
    check("2025", "P6", -5, "2025!P6 holds 4, so 5 cannot be taken away");
}

#[test]
fn files_that_are_no_workbooks_are_refused() {
    assert_eq!(add(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a", "A1", 1).unwrap_err(), Refusal::Ole2);
    assert!(matches!(add(b"", "a", "A1", 1), Err(Refusal::NotAPackage(_))));
    assert!(matches!(add(&package(&[("a.txt", "a")]), "a", "A1", 1), Err(Refusal::Unsupported(_))));
    let mut half = sample("relatorio.xlsx");
    half.truncate(half.len() / 2);
    assert!(matches!(add(&half, "2026", "B6", 1), Err(Refusal::NotAPackage(_) | Refusal::Damaged { .. })));
}

#[test]
fn several_counts_are_one_write() {
    let change =
        |sheet: &str, cell: &str, by| carteiro::workbook::Change { sheet: sheet.to_owned(), cell: cell.to_owned(), by };
    let changes =
        [change("2025", "P6", 1), change("2026", "C9", 1), change("2025", "P6", 2), change("2025", "AC40", 3)];
    let edited = add_all(&sample("relatorio.xlsx"), &changes).unwrap();
    let after: Vec<f64> = edited.cells.iter().map(|it| it.after).collect();
    assert_eq!(after, [5.0, 1.0, 7.0, 3.0]);
    assert_eq!(values(&edited.bytes, "2025").get(&(6, 16)).map(String::as_str), Some("7"));
    assert_eq!(values(&edited.bytes, "2025").get(&(40, 29)).map(String::as_str), Some("3"));
}

#[test]
fn many_changes_neither_lose_a_count_nor_let_the_file_grow() {
    let before = sample("relatorio.xlsx");
    let mut bytes = before.clone();
    for turn in 0..60_u32 {
        let cell = format!("{}{}", ["B", "C", "R", "Y"][turn as usize % 4], 6 + turn % 10);
        bytes = add(&bytes, "2026", &cell, 1).unwrap().bytes;
    }
    let sum = |bytes: &[u8]| -> u32 {
        let values = values(bytes, "2026");
        let counts = values.iter().filter(|it| (6..=15).contains(&it.0.0) && (2..=25).contains(&it.0.1));
        counts.map(|it| it.1.parse::<u32>().unwrap_or(0)).sum()
    };
    assert_eq!(sum(&bytes), sum(&before) + 60);
    assert!(bytes.len() < before.len() * 102 / 100, "{} bytes became {}", before.len(), bytes.len());
    let rest = |tab: &str| assert_eq!(values(&bytes, tab), values(&before, tab), "{tab}");
    rest("2025");
    rest("2024");
}

/// The parts of a small workbook around one tab; `{S}` in them is the namespace of the main schema.
fn small(tab: &str, workbook: &str, more: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let tab = tab.replace("{S}", MAIN);
    let workbook = workbook.replace("{S}", MAIN);
    let mut parts = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", workbook.as_str()),
        ("xl/_rels/workbook.xml.rels", RELATIONSHIPS),
        ("xl/worksheets/sheet1.xml", tab.as_str()),
    ];
    parts.retain(|it| !more.iter().any(|other| other.0 == it.0));
    parts.extend(more);
    package(&parts)
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONSHIPS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="{S}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="T" sheetId="1" r:id="rId1"/></sheets><definedNames/><pivotCaches/></workbook>"#;

/// The tab's XML after a change, or the refusal.
fn tab_after(bytes: &[u8], cell: &str) -> String {
    match add(bytes, "T", cell, 1) {
        Ok(Edited { bytes, .. }) => {
            let part = parts(&bytes).into_iter().find(|it| it.0.to_lowercase().ends_with("sheet1.xml")).unwrap().1;
            String::from_utf8(part).unwrap()
        }
        Err(refusal) => refusal.to_string(),
    }
}

/// Changes a cell of a tab with this content and compares the content afterwards.
fn check(content: &str, cell: &str, expected: &str) {
    let wrapped = |content: &str| format!("<worksheet xmlns=\"{{S}}\">{content}</worksheet>");
    let after = tab_after(&small(&wrapped(content), BOOK, &[]), cell);
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let inner = after
        .strip_prefix(&format!("<worksheet xmlns=\"{main}\">"))
        .and_then(|it| it.strip_suffix("</worksheet>"))
        .unwrap_or(&after);
    assert_eq!(inner, expected, "{cell} in {content}");
}

#[test]
fn cells_and_rows_are_put_in_at_their_places() {
    check("<sheetData/>", "B2", "<sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c></row></sheetData>");
    check(
        "<dimension ref=\"A1\"/><sheetData><row r=\"1\" spans=\"1:1\"><c r=\"A1\"><v>7</v></c></row></sheetData>",
        "C1",
        "<dimension ref=\"A1:C1\"/><sheetData><row r=\"1\" spans=\"1:3\"><c r=\"A1\"><v>7</v></c><c r=\"C1\"><v>1</v></c></row></sheetData>",
    );
    check(
        "<sheetData><row r=\"1\"/><row r=\"5\"><c r=\"B5\"/></row></sheetData>",
        "A5",
        "<sheetData><row r=\"1\"/><row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"B5\"/></row></sheetData>",
    );
    check(
        "<sheetData><row r=\"1\"/><row r=\"5\"/></sheetData>",
        "A3",
        "<sheetData><row r=\"1\"/><row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"5\"/></sheetData>",
    );
    check(
        "<sheetData><row r=\"1\"/></sheetData>",
        "B1",
        "<sheetData><row r=\"1\"><c r=\"B1\"><v>1</v></c></row></sheetData>",
    );
}

#[test]
fn rows_and_cells_without_names_are_counted() {
    check(
        "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>",
        "B1",
        "<sheetData><row><c><v>1</v></c><c><v>3</v></c></row><row><c><v>3</v></c></row></sheetData>",
    );
    check(
        "<sheetData><row r=\"4\"><c r=\"C4\"/><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>",
        "A5",
        "<sheetData><row r=\"4\"><c r=\"C4\"/><c><v>2</v></c></row><row><c><v>4</v></c></row></sheetData>",
    );
    check(
        "<sheetData><row><c r=\"B7\"><v>2</v></c></row><row><c r=\"B9\"/></row></sheetData>",
        "B8",
        "<sheetData><row><c r=\"B7\"><v>2</v></c></row><row r=\"8\"><c r=\"B8\"><v>1</v></c></row><row><c r=\"B9\"/></row></sheetData>",
    );
}

#[test]
fn a_new_cell_takes_the_style_of_its_row_or_column() {
    let columns = "<cols><col min=\"2\" max=\"4\" style=\"5\"/></cols>";
    check(
        &format!("{columns}<sheetData><row r=\"1\" s=\"9\"><c r=\"A1\"/></row></sheetData>"),
        "C1",
        &format!(
            "{columns}<sheetData><row r=\"1\" s=\"9\"><c r=\"A1\"/><c r=\"C1\" s=\"5\"><v>1</v></c></row></sheetData>"
        ),
    );
    check(
        &format!("{columns}<sheetData><row r=\"1\" s=\"9\" customFormat=\"1\"/></sheetData>"),
        "C1",
        &format!(
            "{columns}<sheetData><row r=\"1\" s=\"9\" customFormat=\"1\"><c r=\"C1\" s=\"9\"><v>1</v></c></row></sheetData>"
        ),
    );
}

#[test]
fn a_cell_keeps_its_attributes_and_other_children() {
    check(
        "<sheetData><row r=\"1\"><c r=\"A1\" s=\"3\" t=\"inlineStr\" ph=\"1\"><is><r><t>1</t></r><r><t>2</t></r></is><extLst><ext/></extLst></c></row></sheetData>",
        "A1",
        "<sheetData><row r=\"1\"><c r=\"A1\" s=\"3\" ph=\"1\"><v>13</v><extLst><ext/></extLst></c></row></sheetData>",
    );
    check(
        "<sheetData><row r=\"1\"><c t='n' r='A1' ><v/></c></row></sheetData>",
        "A1",
        "<sheetData><row r=\"1\"><c r='A1' ><v>1</v></c></row></sheetData>",
    );
    check(
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>1.5E1</v></c></row></sheetData>",
        "A1",
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>16</v></c></row></sheetData>",
    );
}

#[test]
fn formulas_of_every_kind_are_left_alone() {
    let refused = |formula: &str, cell: &str, why: &str| {
        let content = format!(
            "<sheetData><row r=\"1\"><c r=\"A1\">{formula}<v>1</v></c><c r=\"B1\"><v>1</v></c></row></sheetData>"
        );
        check(&content, cell, &format!("T!{cell} {why}"));
    };
    refused("<f>1</f>", "A1", "holds a formula");
    refused("<f t=\"shared\" si=\"0\"/>", "A1", "holds a formula");
    refused("<f t=\"array\" ref=\"A1:C1\">1</f>", "B1", "belongs to the array formula or data table in A1:C1");
    refused(
        "<f t=\"dataTable\" ref=\"A1:B3\" dt2D=\"1\"/>",
        "A3",
        "belongs to the array formula or data table in A1:B3",
    );
    check(
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"e\"><v>#N/A</v></c><c r=\"B1\" t=\"b\"><v>1</v></c><c r=\"C1\"><v>1E300</v></c></row></sheetData>",
        "A1",
        "T!A1 holds the error #N/A",
    );
}

#[test]
fn a_byte_order_mark_does_not_shift_the_splice() {
    let tab = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<worksheet xmlns=\"{S}\"><sheetData><row r=\"1\"><c r=\"A1\"><v>41</v></c></row></sheetData></worksheet>";
    let after = tab_after(&small(tab, BOOK, &[]), "A1");
    assert!(after.starts_with("\u{feff}<?xml") && after.contains("<c r=\"A1\"><v>42</v></c>"), "{after}");
}

#[test]
fn prefixed_names_stay_prefixed() {
    let tab = "<x:worksheet xmlns:x=\"{S}\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"n\"><x:v>1</x:v></x:c><x:c r=\"C1\"><x:f>SUM(A1:B1)</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    let book = "<x:workbook xmlns:x=\"{S}\" xmlns:d3p1=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><x:sheets><x:sheet name=\"T\" sheetId=\"1\" d3p1:id=\"rId1\"/></x:sheets></x:workbook>";
    let after = tab_after(&small(tab, book, &[]), "B1");
    assert!(
        after.contains("<x:c r=\"A1\" t=\"n\"><x:v>1</x:v></x:c><x:c r=\"B1\"><x:v>1</x:v></x:c><x:c r=\"C1\">"),
        "{after}"
    );
    assert!(after.contains("<x:f>SUM(A1:B1)</x:f><x:v>2</x:v>"), "{after}");
}

#[test]
fn strict_files_backslashes_and_other_case_are_found() {
    let tab = "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
    let relationships = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" Target=\"/xl/Worksheets/Sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings\" Target=\"SharedStrings.xml\"/></Relationships>";
    let bytes = package(&[
        ("[Content_Types].xml", TYPES),
        (
            "_rels/.rels",
            &ROOT.replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"),
        ),
        ("xl\\workbook.xml", &BOOK.replace("{S}", "http://purl.oclc.org/ooxml/spreadsheetml/main")),
        ("xl\\_rels\\workbook.xml.rels", relationships),
        ("xl\\worksheets\\sheet1.xml", tab),
        (
            "xl\\sharedstrings.xml",
            "<sst xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><si><t>8</t></si></sst>",
        ),
    ]);
    let edited = add(&bytes, "T", "A1", 1).unwrap();
    assert_eq!(changed_parts(&bytes, &edited.bytes), ["xl\\worksheets\\sheet1.xml"]);
    assert!(edited.cells[0].was_text && edited.cells[0].after == 9.0);
}

/// The small workbook with this tab, written as its bytes say.
fn small_in_bytes(tab: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let parts = parts(&small("", BOOK, &[]));
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(if name.ends_with("sheet1.xml") { tab } else { &bytes }).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_tab_in_utf_16_or_an_old_code_keeps_it() {
    let tab = |declaration: &str, count: u32| {
        format!(
            "{declaration}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\
             <row r=\"1\"><c r=\"A1\"><v>{count}</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Previdência</t></is></c></row>\
             </sheetData></worksheet>"
        )
    };
    let utf_16 = |count: u32| -> Vec<u8> {
        let text = format!("\u{feff}{}", tab("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", count));
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let latin = |count: u32| -> Vec<u8> {
        let text = tab("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", count);
        text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
    };
    for (before, after) in [(utf_16(7), utf_16(8)), (latin(7), latin(8))] {
        let edited = add(&small_in_bytes(&before), "T", "A1", 1).unwrap().bytes;
        let part = parts(&edited).into_iter().find(|it| it.0.ends_with("sheet1.xml")).unwrap().1;
        assert_eq!(part, after);
    }
    let lying = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet/>".replace("<w", "\u{e3}<w");
    let lying: Vec<u8> = lying.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert!(matches!(add(&small_in_bytes(&lying), "T", "A1", 1), Err(Refusal::Unsupported(_))));
}

#[test]
fn rows_whose_cells_name_another_row_are_left_alone_and_the_others_take_counts() {
    let muddled = |a2: u32| {
        format!(
            "<sheetData><row r=\"2\"><c r=\"A2\"><v>{a2}</v></c></row><row r=\"3\"><c r=\"A4\"/></row>\
             <row r=\"4\"><c r=\"A4\"><v>3</v></c></row></sheetData>"
        )
    };
    check(&muddled(1), "A2", &muddled(2));
    for cell in ["A3", "A4", "C3", "C4"] {
        check(&muddled(1), cell, &format!("T!{cell} lies in a row whose cells name another row"));
    }
}

/// The workbook part after a change of A1 in a tab with this content.
fn book_after(content: &str, workbook: &str) -> String {
    let tab = format!(
        "<worksheet xmlns=\"{{S}}\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>{content}</row></sheetData></worksheet>"
    );
    let edited = add(&small(&tab, workbook, &[]), "T", "A1", 1).unwrap();
    String::from_utf8(parts(&edited.bytes).into_iter().find(|it| it.0 == "xl/workbook.xml").unwrap().1).unwrap()
}

#[test]
fn what_cannot_be_calculated_is_left_to_the_next_opening() {
    let asks = |content: &str| {
        book_after(content, BOOK).contains("<definedNames/><calcPr fullCalcOnLoad=\"1\"/><pivotCaches/>")
    };
    let cell = |formula: &str, value: &str| format!("<c r=\"B1\"><f>{formula}</f><v>{value}</v></c>");
    assert!(!asks(""), "nothing depends on it");
    assert!(!asks(&cell("A1*2", "2")), "the calculator knows it");
    assert!(!asks(&cell("C1*2", "99")), "it does not depend on it");
    assert!(asks(&cell("A1*2", "3")), "the result was another one before");
    assert!(asks(&cell("MYMACRO(A1)", "2")), "nobody knows it but the workbook's macro");
    assert!(asks(&cell("SYD(10,0,10,A1)", "1.8181818181818181")), "programs may differ about it");
    assert!(asks(&cell("NOW()+A1", "40000")), "it changes by itself");
    assert!(!asks(&cell("INDIRECT(\"A\"&amp;1)", "1")), "what it refers to shows when it is calculated");
    let there = BOOK.replace("<pivotCaches/>", "<calcPr calcId=\"1\" fullCalcOnLoad=\"0\"></calcPr><pivotCaches/>");
    assert!(book_after(&cell("A1*2", "3"), &there).contains("<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"></calcPr>"));
}

#[test]
fn results_follow_through_shared_and_array_formulas_names_tables_and_other_tabs() {
    let tab = "<worksheet xmlns=\"{S}\"><sheetData>\
        <row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f t=\"shared\" ref=\"B1:B3\" si=\"0\">A1*$A$1</f><v>1</v></c></row>\
        <row r=\"2\"><c r=\"A2\"><v>2</v></c><c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>\
        <row r=\"3\"><c r=\"A3\"><v>3</v></c><c r=\"B3\"><f t=\"shared\" si=\"0\"/><v>3</v></c></row>\
        <row r=\"5\"><c r=\"A5\"><f t=\"array\" ref=\"A5\">SUM(A1:A3*B1:B3)</f><v>14</v></c></row>\
        <row r=\"6\"><c r=\"A6\"><f>SUM(Counts)</f><v>6</v></c><c r=\"B6\" t=\"str\"><f>IF(A6&gt;6,\"many\",\"few\")</f><v>few</v></c></row>\
        </sheetData></worksheet>";
    let book = BOOK.replace(
        "<definedNames/>",
        "<definedNames><definedName name=\"Counts\">T!$A$1:$A$3</definedName></definedNames>",
    );
    let edited = add(&small(tab, &book, &[]), "T", "A1", 1).unwrap();
    let values = values(&edited.bytes, "T");
    let at = |row, column| values.get(&(row, column)).map(String::as_str);
    assert_eq!([at(1, 2), at(2, 2), at(3, 2)], [Some("4"), Some("4"), Some("6")]);
    // 2*4 + 2*4 + 3*6
    assert_eq!([at(5, 1), at(6, 1), at(6, 2)], [Some("34"), Some("7"), Some("many")]);
    assert!(!edited.flagged_full_calc);
}

#[test]
fn error_functions_follow_through_chains_of_formulas_to_their_last_digit() {
    // Results as Excel saved them.
    let tab = "<worksheet xmlns=\"{S}\"><sheetData>\
        <row r=\"1\"><c r=\"A1\"><v>-1</v></c><c r=\"B1\"><f>ERF($A1)</f><v>-0.84270079294971501</v></c><c r=\"C1\"><f>ERF(A1:A3)</f><v>-0.84270079294971501</v></c></row>\
        <row r=\"2\"><c r=\"A2\"><f>A1+0.5</f><v>-0.5</v></c><c r=\"B2\"><f>_xlfn.ERFC.PRECISE($A2)</f><v>1.5204998778130465</v></c></row>\
        <row r=\"3\"><c r=\"A3\"><f>ERF(ERF(B1-B1)+A2,A2+1)</f><v>1.040999755626093</v></c><c r=\"B3\" t=\"str\"><f>IF(ERFC(A1)&gt;1,\"high\",\"low\")</f><v>high</v></c></row>\
        <row r=\"4\"><c r=\"B4\"><f>ERFC(A1:A3)*2</f><v>9</v></c></row>\
        </sheetData></worksheet>";
    let edited = add(&small(tab, BOOK, &[]), "T", "A1", 1).unwrap();
    let values = values(&edited.bytes, "T");
    let at = |row, column| values.get(&(row, column)).map(String::as_str);
    let near = |row, column, expected: f64| {
        let found: f64 = at(row, column).unwrap().parse().unwrap();
        assert!((found - expected).abs() <= 1e-14, "{row},{column}: {found}");
    };
    near(1, 2, 0.0);
    near(2, 2, 0.479_500_122_186_953_5);
    near(3, 1, 0.966_105_146_475_310_8 - 0.520_499_877_813_046_5);
    assert_eq!(at(3, 2), Some("low"));
    // An area in a formula of its own row is the cell of that row; where there is none, the old result was another one.
    near(1, 3, 0.0);
    assert_eq!((at(4, 2), edited.flagged_full_calc), (Some("9"), true));
}

#[test]
fn totals_over_whole_columns_follow_and_take_no_time() {
    let tab = "<worksheet xmlns=\"{S}\"><sheetData>\
        <row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"C1\"><f>SUM(A:A)</f><v>6</v></c></row>\
        <row r=\"2\"><c r=\"A2\"><v>2</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>b</t></is></c><c r=\"C2\"><f>SUMIF(B:B,\"b\",A:A)</f><v>2</v></c></row>\
        <row r=\"3\"><c r=\"A3\"><v>3</v></c><c r=\"C3\"><f>AVERAGE($A:$A)+COUNT(T!A:A)</f><v>5</v></c></row>\
        <row r=\"4\"><c r=\"C4\"><f>SUM(1:3)</f><v>19</v></c><c r=\"D4\"><f>ROWS(A:A)+A2</f><v>1048578</v></c></row>\
        </sheetData></worksheet>";
    let edited = add(&small(tab, BOOK, &[]), "T", "A2", 1).unwrap();
    let values = values(&edited.bytes, "T");
    let at = |row, column| values.get(&(row, column)).and_then(|it| it.parse::<f64>().ok());
    assert_eq!([at(1, 3), at(2, 3), at(4, 4)], [Some(7.0), Some(3.0), Some(1_048_579.0)]);
    assert!(at(3, 3).is_some_and(|it| (it - (7.0 / 3.0 + 3.0)).abs() < 1e-9), "{:?}", at(3, 3));
    // The counts themselves and the three results above.
    assert!(at(4, 3).is_some_and(|it| (it - (7.0 + 7.0 + 3.0 + 7.0 / 3.0 + 3.0)).abs() < 1e-9), "{:?}", at(4, 3));
}

#[test]
fn a_table_grows_no_row_but_its_totals_follow() {
    let tab = "<worksheet xmlns=\"{S}\"><sheetData>\
        <row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Jan</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Fev [x]</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c><c r=\"C2\"><f>SUM(Counts[[#This Row],[Jan]:[Fev '[x']]])</f><v>3</v></c></row>\
        <row r=\"3\"><c r=\"A3\"><v>4</v></c><c r=\"B3\"><f>Counts[[#This Row],[Jan]]</f><v>4</v></c></row>\
        <row r=\"4\"><c r=\"A4\"><f>SUBTOTAL(109,Counts[Jan])</f><v>5</v></c><c r=\"D4\"><f>A2:A3*2</f><v>0</v></c></row>\
        <row r=\"5\"><c r=\"D5\"><f>SUM(Counts)+ROWS(Counts[#All])</f><v>15</v></c></row>\
        </sheetData></worksheet>";
    let table = "<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\"1\" name=\"Counts\" displayName=\"Counts\" ref=\"A1:B4\" totalsRowCount=\"1\"><tableColumns count=\"2\"><tableColumn id=\"1\" name=\"Jan\"/><tableColumn id=\"2\" name=\"Fev [x]\"/></tableColumns></table>";
    let relationships = RELATIONSHIPS
        .replace("officeDocument/2006/relationships/worksheet", "officeDocument/2006/relationships/table")
        .replace("worksheets/sheet1.xml", "../tables/table1.xml");
    let more = [("xl/worksheets/_rels/sheet1.xml.rels", relationships.as_str()), ("xl/tables/table1.xml", table)];
    let edited = add(&small(tab, BOOK, &more), "T", "A3", 1).unwrap();
    let values = values(&edited.bytes, "T");
    let at = |row, column| values.get(&(row, column)).map(String::as_str);
    assert_eq!([at(3, 2), at(4, 1), at(2, 3)], [Some("5"), Some("6"), Some("3")]);
    // 1 + 2 + 5 + 5, and four rows with headings and totals
    assert_eq!(at(5, 4), Some("17"));
}

#[test]
fn an_area_in_an_old_formula_means_the_cell_of_its_own_row() {
    let tab = "<worksheet xmlns=\"{S}\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1:A2*2</f><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><v>5</v></c><c r=\"B2\"><f>A1:A2*2</f><v>10</v></c></row></sheetData></worksheet>";
    let edited = add(&small(tab, BOOK, &[]), "T", "A2", 1).unwrap();
    let values = values(&edited.bytes, "T");
    assert_eq!([&values[&(1, 2)], &values[&(2, 2)]], ["2", "12"]);
    assert!(!edited.flagged_full_calc);
}

#[test]
fn totals_over_filtered_rows_are_not_guessed() {
    let tab = "<worksheet xmlns=\"{S}\"><sheetData><row r=\"1\"><c r=\"A1\"/></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>0</v></c></row><row r=\"3\"><c r=\"A3\"><f>SUBTOTAL(109,A1:A2)</f><v>0</v></c></row></sheetData></worksheet>";
    let edited = add(&small(tab, BOOK, &[]), "T", "A2", 1).unwrap();
    assert!(edited.flagged_full_calc && edited.recalculated == 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn cut_and_flipped_files_end_with_a_refusal_or_a_workbook(at in 0_usize..20_000, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = sample("outro-layout.xlsx");
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        if let Ok(edited) = add(&bytes, "Ano 2025", "C7", 1) {
            prop_assert_eq!(edited.cells[0].after, 4.0);
        }
    }

    #[test]
    fn broken_xml_ends_with_a_refusal_or_a_workbook(at in 0_usize..12_000, with in "[<>/=\"a1& ]{1,3}") {
        let tab = parts(&sample("outro-layout.xlsx")).into_iter().find(|it| it.0 == "xl/worksheets/sheet3.xml").unwrap().1;
        let mut tab = String::from_utf8(tab).unwrap();
        let at = at % tab.len();
        prop_assume!(tab.is_char_boundary(at));
        tab.insert_str(at, &with);
        // Only that it ends.
        let _ = add(&small(&tab, BOOK, &[]), "T", "C7", 1);
    }
}

/// The sample packed anew in another way.
fn packed(pack: impl Fn(&str) -> zip::write::SimpleFileOptions) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts(&sample("relatorio.xlsx")).into_iter().rev() {
        writer.start_file(name.as_str(), pack(&name)).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.set_comment("made by hand").unwrap();
    writer.finish().unwrap().into_inner()
}

#[test]
fn stored_entries_zip64_headers_data_descriptors_and_odd_order_are_kept() {
    use std::io::Write as _;
    let options = zip::write::SimpleFileOptions::default();
    let stored = packed(|_| options.compression_method(zip::CompressionMethod::Stored));
    let large = packed(|_| options.large_file(true));
    let mut described = zip::ZipWriter::new_stream(Vec::new());
    for (name, bytes) in parts(&sample("relatorio.xlsx")) {
        described.start_file(name.as_str(), options).unwrap();
        described.write_all(&bytes).unwrap();
    }
    let described = described.finish().unwrap().into_inner();
    for before in [stored, large, described] {
        let edited = add(&before, "2025", "P6", 1).unwrap();
        assert_eq!(changed_parts(&before, &edited.bytes).len(), 2);
        let comment = |bytes: &[u8]| zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap().comment().to_vec();
        assert_eq!(comment(&before), comment(&edited.bytes));
    }
}

#[test]
fn a_wrong_checksum_anywhere_is_refused() {
    let mut bytes =
        packed(|_| zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored));
    let theme = bytes.windows(9).position(|it| it == b"<a:theme ").unwrap();
    bytes[theme + 1] = b'b';
    assert!(
        matches!(add(&bytes, "2025", "P6", 1), Err(Refusal::Damaged { part, .. }) if part == "xl/theme/theme1.xml")
    );
}
