//! Lists as offices write them, with the truth beside them (`tests/lists/truth.jsonl`, made by `tests/lists/make.py`
//! from what was put into the files).

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;

use carteiro::office::{Channel, RecipientList, Vocabulary};
use carteiro::sheets::{
    ByteOrderMark, Limits, ListAsk, Note, SheetError, annotated_xlsx, looks_like_a_list, read_contacts, read_list,
    read_tables, recipients_csv,
};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/lists")
}

fn bytes_of(file: &str) -> Vec<u8> {
    std::fs::read(folder().join("files").join(file)).unwrap()
}

fn read(file: &str, bytes: &[u8], truth: &Value) -> Result<RecipientList, SheetError> {
    let channel = if truth["channel"] == "whatsapp" { Channel::Whatsapp } else { Channel::Email };
    let texts = |key: &str| -> Vec<String> {
        truth[key].as_array().into_iter().flatten().map(|it| it.as_str().unwrap().to_owned()).collect()
    };
    let placeholders = texts("placeholders");
    let ask = ListAsk {
        mail_text: truth["mail_text"].as_str().unwrap_or_default(),
        placeholders: &placeholders,
        today: truth["today"].as_str().map(|it| it.parse().unwrap()),
        opted_out: None,
    };
    read_list(file, bytes, channel, Vocabulary::shipped(), &ask)
}

/// What a list says, in the form of the truth; `None` for what the truth does not speak of.
fn differences(list: &RecipientList, truth: &Value) -> Vec<String> {
    let reason = |it: &dyn erased::Named| it.name();
    let rows = |all: &[u32]| serde_json::json!(all);
    let suggestions: Vec<u32> = list.suggestions.iter().map(|it| it.row).collect();
    let said = [
        ("contacts", serde_json::json!(list.recipients.iter().map(|it| it.contact.as_str()).collect::<Vec<_>>())),
        (
            "rejected",
            Value::Array(list.rejected.iter().map(|it| serde_json::json!([it.row, reason(&it.reason)])).collect()),
        ),
        (
            "excluded",
            Value::Array(list.excluded.iter().map(|it| serde_json::json!([it.row, reason(&it.reason)])).collect()),
        ),
        ("duplicates", rows(&list.duplicates)),
        ("hidden", rows(&list.hidden)),
        ("struck", rows(&list.struck)),
        ("suggestions", rows(&suggestions)),
        ("rows", serde_json::json!(list.rows)),
    ];
    said.into_iter()
        .filter(|(key, value)| truth.get(key).is_some_and(|it| it != value))
        .map(|(key, value)| format!("{key}: {value} instead of {}", truth[key]))
        .collect()
}

/// Reasons by the name that they have in JSON.
mod erased {
    pub trait Named {
        fn name(&self) -> serde_json::Value;
    }
    impl<T: serde::Serialize> Named for T {
        fn name(&self) -> serde_json::Value {
            serde_json::to_value(self).unwrap()
        }
    }
}

/// What a format cannot hold is not asked of it.
fn can_tell(file: &str, key: &str) -> bool {
    let is = |ending: &str| file.ends_with(ending);
    let text = is(".csv") || is(".txt") || is(".tsv");
    match key {
        "hidden" | "struck" => !text && !is(".docx") && !is("web.xls"),
        _ => true,
    }
}

#[test]
fn every_list_gives_the_people_that_were_put_into_it() {
    let truths = std::fs::read_to_string(folder().join("truth.jsonl")).unwrap();
    let mut wrong = Vec::new();
    let mut files = std::collections::BTreeSet::new();
    for line in truths.lines() {
        let mut truth: Value = serde_json::from_str(line).unwrap();
        let file = truth["file"].as_str().unwrap().to_owned();
        for key in ["hidden", "struck"] {
            if !can_tell(&file, key) {
                truth.as_object_mut().unwrap().remove(key);
            }
        }
        files.insert(file.clone());
        let channel = truth["channel"].clone();
        match (read(&file, &bytes_of(&file), &truth), truth["error"].as_str()) {
            (Ok(list), None) => {
                let different = differences(&list, &truth);
                if !different.is_empty() {
                    wrong.push(format!("{file} ({channel}):\n    {}", different.join("\n    ")));
                }
                for (column, value) in truth["first_values"].as_object().into_iter().flatten() {
                    let at = list.columns.iter().position(|it| it == column).unwrap();
                    let got = list.recipients[0].values.get(at).unwrap();
                    if got != value.as_str().unwrap() {
                        wrong.push(format!("{file}: {column} is shown as {got} instead of {value}"));
                    }
                }
            }
            (Err(error), Some(expected)) if error.key() == expected => {}
            (Err(error), expected) => wrong.push(format!("{file} ({channel}): {error} instead of {expected:?}")),
            (Ok(list), Some(expected)) => {
                wrong.push(format!("{file} ({channel}): {} recipients instead of {expected}", list.recipients.len()));
            }
        }
    }
    assert!(files.len() >= 120, "only {} files", files.len());
    assert!(wrong.is_empty(), "{} of them wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_contact_workbook_gives_its_expected_csv_byte_for_byte() {
    let name = "Contatos WhatsApp Relação envio mensagens.xlsx";
    let sample = |it: &str| std::fs::read(folder().join("contatos").join(it)).unwrap();
    let list = read_contacts(name, &sample(name), Vocabulary::shipped(), &ListAsk::default()).unwrap();
    let expected: Value = serde_json::from_slice(&sample("Contatos.expected.json")).unwrap();
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for it in &list.rejected {
        *counts.entry(serde_json::to_value(it.reason).unwrap().as_str().unwrap().to_owned()).or_default() += 1;
    }
    for it in &list.excluded {
        *counts.entry(serde_json::to_value(it.reason).unwrap().as_str().unwrap().to_owned()).or_default() += 1;
    }
    let check = |ours: u64, theirs: &Value| assert_eq!(Some(ours), theirs.as_u64());
    check(list.rows, &expected["people"]);
    check(list.recipients.len() as u64, &expected["valid_distinct"]);
    check(list.duplicates.len() as u64, &expected["duplicates"]);
    check(list.struck.len() as u64, &expected["struck_out_rows"]);
    for (ours, (group, theirs)) in [
        ("deceased", ("excluded", "deceased")),
        ("opted-out", ("excluded", "opt_out_sheet")),
        ("empty", ("rejected", "empty")),
        ("no-area-code", ("rejected", "no_ddd")),
        ("landline", ("rejected", "landline")),
        ("foreign", ("rejected", "foreign")),
        ("bad-area-code", ("rejected", "bad_ddd")),
        ("not-a-phone", ("rejected", "garbage")),
    ] {
        check(counts[ours], &expected[group][theirs]);
    }
    let rows = list.recipients.iter().map(|it| vec![it.name.as_deref().unwrap_or_default(), it.contact.as_str()]);
    let csv = recipients_csv(ByteOrderMark::Without, &["NOME", "TELEFONE"], rows);
    assert!(csv == sample("Contatos - CSV esperado.csv"), "the CSV differs");
}

#[test]
fn a_requesters_list_comes_back_with_what_to_do_beside_each_row() {
    let original = bytes_of("enderecos-sujos.openpyxl.xlsx");
    let note = Note { situation: "endereço inválido".to_owned(), to_do: "corrigir".to_owned() };
    let notes = BTreeMap::from([(8, note)]);
    let annotated = annotated_xlsx("lista.xlsx", &original, "Plan1", Vocabulary::shipped(), &notes).unwrap();
    let before = read_tables("lista.xlsx", &original, &Limits::default()).unwrap();
    let after = read_tables("lista.xlsx", &annotated, &Limits::default()).unwrap();
    assert_eq!(after[0].rows[0].cells, ["NOME", "E-MAIL", "OBS", "Situação", "O que fazer"]);
    for (old, new) in before[0].rows.iter().zip(&after[0].rows) {
        assert_eq!((old.number, old.cell(0), old.cell(1)), (new.number, new.cell(0), new.cell(1)));
        let noted = if old.number == 8 { ["endereço inválido", "corrigir"] } else { ["", ""] };
        if old.number > 1 {
            assert_eq!([new.cell(3), new.cell(4)], noted);
        }
    }
}

#[test]
fn what_we_write_holds_no_formula() {
    let original = bytes_of("formulas.openpyxl.xlsx");
    let notes = BTreeMap::from([(2, Note { situation: "ok".to_owned(), to_do: String::new() })]);
    let annotated = annotated_xlsx("lista.xlsx", &original, "", Vocabulary::shipped(), &notes).unwrap();
    let rows = read_tables("lista.xlsx", &annotated, &Limits::default()).unwrap().remove(0).rows;
    for cell in rows.iter().flat_map(|it| &it.cells).filter(|it| !it.starts_with("+55")) {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
    }
    assert_eq!(rows[1].cell(0), "'=cmd|' /C calc'!A0");
}

#[test]
fn a_list_is_told_from_files_that_are_to_be_sent() {
    let check = |file: &str, is_list: bool| {
        assert_eq!(looks_like_a_list(file, &bytes_of(file), Vocabulary::shipped()), is_list, "{file}");
    };
    check("simples.openpyxl.xlsx", true);
    check("telefones-ruins.excel-br.csv", true);
    check("sem-cabecalho.libreoffice.ods", true);
    check("simples.word.docx", true);
    check("uma-lista.zip", true);
    check("orcamento.openpyxl.xlsx", false);
    check("imagem-disfarcada.xlsx", false);
    check("pdf-disfarcado.csv", false);
}

/// A workbook of the parts that every reader needs, with this sheet.
fn workbook_of(sheet: &[u8]) -> Vec<u8> {
    let parts: [(&str, &[u8]); 5] = [
        ("[Content_Types].xml", br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#),
        ("_rels/.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Plan1" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        package.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        package.write_all(bytes).unwrap();
    }
    package.finish().unwrap().into_inner()
}

#[test]
fn one_value_in_the_last_cell_of_a_sheet_costs_nothing() {
    let sheet = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>E-mail</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>ana@mail.example</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
    let bytes = workbook_of(sheet);
    assert!(bytes.len() < 5_000);
    let list = read_list("x.xlsx", &bytes, Channel::Email, Vocabulary::shipped(), &ListAsk::default()).unwrap();
    assert_eq!((list.recipients.len(), list.rejected.len()), (1, 0));
    assert_eq!(read_tables("x.xlsx", &bytes, &Limits::default()).unwrap()[0].rows.len(), 2);
}

#[test]
fn a_packed_bomb_is_refused_before_it_fills_the_memory() {
    let refused = |sheet: &[u8], limits: &Limits| {
        let error = read_tables("x.xlsx", &workbook_of(sheet), limits);
        assert_eq!(error.map(|it| it.len()).unwrap_err().key(), "lista-grande-demais");
    };
    let row = b"<row><c t=\"str\"><v>ana@mail.example</v></c></row>";
    let rows = [b"<worksheet><sheetData>".as_slice(), &row.repeat(40_000), b"</sheetData></worksheet>"].concat();
    let small = Limits { unpacked_bytes_max: 1 << 20, ..Limits::default() };
    refused(&rows, &small);
    let open = b"<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>".as_slice();
    let text = [open, &vec![b'a'; 5 << 20], b"</t></is></c></row></sheetData></worksheet>"].concat();
    refused(&text, &Limits::default());
}

#[test]
fn cut_and_flipped_lists_end_with_a_value_or_an_error() {
    let seeds = [
        "com-titulos.openpyxl.xlsx",
        "avisos.libreoffice.ods",
        "com-titulos.xlwt.xls",
        "simples.word.docx",
        "formulario.utf16.txt",
        "uma-lista.zip",
        "simples.web.xls",
        "com-senha.xlsx",
    ];
    for file in seeds {
        let whole = bytes_of(file);
        let try_it = |bytes: &[u8]| {
            let _ = read_list(file, bytes, Channel::Email, Vocabulary::shipped(), &ListAsk::default());
        };
        for step in 1..12 {
            try_it(&whole[..whole.len() * step / 12]);
        }
        // A fixed generator, so that a failure can be repeated.
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        for _ in 0..60 {
            let mut bytes = whole.clone();
            for _ in 0..4 {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                let at = usize::try_from(state % bytes.len() as u64).unwrap();
                bytes[at] ^= 1 << (state >> 61);
            }
            try_it(&bytes);
        }
    }
}
