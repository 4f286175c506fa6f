//! The place of a count is found as a person finds it.

use carteiro::office::Channel;
use carteiro::sheets::tally::{Mapping, Place, TallyError, Wanted, find_place};
use carteiro::workbook::grid;

/// Every place of an `*.expected.json` is found in its workbook.
fn check(name: &str, tab_of: fn(&str) -> String, places: usize) {
    for written_by in ["", "-libreoffice", "-openpyxl"] {
        check_bytes(&super::sample(&format!("{name}{written_by}.xlsx")), name, tab_of, places);
    }
    check_bytes(&super::prefixed(&super::sample(&format!("{name}.xlsx"))), name, tab_of, places);
    check_bytes(&super::strict(&super::sample(&format!("{name}.xlsx"))), name, tab_of, places);
}

fn check_bytes(bytes: &[u8], name: &str, tab_of: fn(&str) -> String, places: usize) {
    let text = std::fs::read_to_string(super::path(&format!("{name}.expected.json"))).unwrap();
    let expected: serde_json::Value = serde_json::from_str(&text).unwrap();
    let grid = grid(bytes, &|_| true).unwrap();
    let cells = expected["cells"].as_object().unwrap();
    assert_eq!(cells.len(), places);
    for (key, cell) in cells {
        let [year, area, month, channel] = key.split('|').collect::<Vec<_>>().try_into().unwrap();
        let area_label = expected["labels"][area].as_str().unwrap();
        let channel = if channel == "email" { Channel::Email } else { Channel::Whatsapp };
        let wanted = Wanted { year: year.parse().unwrap(), area_label, month: month.parse().unwrap(), channel };
        let place = Place { sheet: tab_of(year), cell: cell.as_str().unwrap().to_owned() };
        assert_eq!(find_place(&grid, &wanted, &Mapping::default()), Ok(place), "{key}");
    }
}

#[test]
fn areas_in_rows_and_months_in_columns_are_found() {
    check("relatorio", str::to_owned, 864);
}

#[test]
fn months_in_rows_and_a_block_for_each_channel_are_found() {
    check("outro-layout", |year| format!("Ano {year}"), 648);
}

#[test]
fn a_rule_may_name_tab_and_row_and_what_is_not_there_is_said() {
    let grid = grid(&super::sample("relatorio.xlsx"), &|_| true).unwrap();
    let wanted = Wanted { year: 2026, area_label: "Previdência", month: 2, channel: Channel::Email };
    let find = |sheet: Option<&str>, row: Option<&str>| {
        find_place(&grid, &wanted, &Mapping { sheet: sheet.map(str::to_owned), row: row.map(str::to_owned) })
    };
    let place = |cell: &str| Ok(Place { sheet: "2026".to_owned(), cell: cell.to_owned() });
    assert_eq!(find(None, Some("ger. previdencia")), place("D6"));
    assert_eq!(find(Some("{ano}"), Some("Outros")), place("D15"));
    assert_eq!(find(None, None).unwrap_err().to_string(), "the area `Previdência` is not in the tab `2026`");
    assert!(matches!(find(Some("Planilha1"), None), Err(TallyError::NotFound { .. })));
    let later = Wanted { year: 2031, ..wanted.clone() };
    let tabs = ["2023", "2024", "2025", "2026", "Resumo"].map(str::to_owned).to_vec();
    assert_eq!(find_place(&grid, &later, &Mapping::default()), Err(TallyError::NoTab { year: 2031, tabs }));
}
