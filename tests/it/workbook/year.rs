//! The new year's tab, and a first workbook.

use carteiro::office::Channel;
use carteiro::sheets::tally::{Mapping, Wanted, find_place};
use carteiro::workbook::create::create;
use carteiro::workbook::{add, grid, year::new_year};

use super::{parts, sample, values};

fn text_of(bytes: &[u8], name: &str) -> String {
    let part = parts(bytes).into_iter().find(|it| it.0 == name);
    String::from_utf8(part.unwrap_or_else(|| panic!("no part {name}")).1).unwrap()
}

#[test]
fn the_new_tab_is_last_years_with_the_counts_emptied() {
    let before = sample("relatorio.xlsx");
    let made = new_year(&before, "2026", 2027).unwrap();
    assert_eq!(made.tab, "2027");
    let is = values(&made.bytes, "2027");
    let was = values(&before, "2026");
    for (place, value) in &was {
        let is_count = (6..=15).contains(&place.0) && (2..=25).contains(&place.1);
        let is_total = place.0 == 16 && place.1 > 1 || (6..=15).contains(&place.0) && place.1 > 25;
        let expected = if is_count {
            None
        } else if is_total {
            Some("0".to_owned())
        } else {
            Some(value.replace("2026", "2027"))
        };
        assert_eq!(
            is.get(place).cloned().filter(|it| !it.is_empty()),
            expected.filter(|it| !it.is_empty()),
            "{place:?}"
        );
    }
    for tab in ["2023", "2024", "2025", "2026", "Resumo"] {
        assert_eq!(values(&before, tab), values(&made.bytes, tab), "{tab}");
    }
    let chart = text_of(&made.bytes, "xl/charts/chart6.xml");
    assert!(chart.contains("'2027'!") && !chart.contains("2026"), "the chart shows the new tab");
    let book = text_of(&made.bytes, "xl/workbook.xml");
    assert!(
        book.contains("<sheet name=\"2026\" sheetId=\"4\" r:id=\"rId4\"/><sheet name=\"2027\" sheetId=\"6\""),
        "{book}"
    );
    assert!(book.contains("localSheetId=\"4\">'2027'!$A$1:$AA$16"), "{book}");
}

#[test]
fn the_new_tab_is_made_whoever_saved_the_workbook() {
    let original = sample("relatorio.xlsx");
    let forms = [
        sample("relatorio-libreoffice.xlsx"),
        sample("relatorio-openpyxl.xlsx"),
        super::prefixed(&original),
        super::strict(&original),
    ];
    for (form, bytes) in forms.iter().enumerate() {
        let made = new_year(bytes, "2026", 2027).unwrap();
        let edited = add(&made.bytes, "2027", "C9", 1).unwrap();
        let is = values(&edited.bytes, "2027");
        let at = |row, column| is.get(&(row, column)).map(String::as_str);
        assert_eq!([at(9, 27), at(16, 3), at(16, 26)], [Some("1"), Some("1"), Some("0")], "form {form}");
        assert_eq!(at(1, 1), Some("RELATÓRIO DA ASSESSORIA DE RELACIONAMENTO – 2027"), "form {form}");
        let charts: Vec<String> = parts(&made.bytes)
            .into_iter()
            .filter(|it| it.0.starts_with("xl/charts/chart"))
            .map(|it| String::from_utf8(it.1).unwrap().replace("&apos;", "'"))
            .collect();
        let of_year = |year: &str| charts.iter().filter(|it| it.contains(&format!("'{year}'!"))).count();
        assert_eq!([of_year("2025"), of_year("2026"), of_year("2027")], [1, 1, 1], "form {form}");
    }
}

#[test]
fn counts_go_on_in_the_new_tab() {
    let made = new_year(&sample("relatorio.xlsx"), "2026", 2027).unwrap();
    let edited = add(&made.bytes, "2027", "C9", 1).unwrap();
    let values = values(&edited.bytes, "2027");
    assert_eq!([&values[&(9, 27)], &values[&(16, 3)], &values[&(16, 27)]], ["1", "1", "1"]);
}

#[test]
fn months_that_are_dates_move_on_a_year() {
    let made = new_year(&sample("outro-layout.xlsx"), "Ano 2025", 2026).unwrap();
    assert_eq!(made.tab, "Ano 2026");
    let grid = grid(&made.bytes, &|_| true).unwrap();
    let find = |area_label, month, channel| {
        find_place(&grid, &Wanted { year: 2026, area_label, month, channel }, &Mapping::default()).unwrap().cell
    };
    assert_eq!(find("JUNTA MÉDICA", 1, Channel::Email), "F7");
    assert_eq!(find("ASCOM", 12, Channel::Whatsapp), "K36");
    let values = values(&made.bytes, "Ano 2026");
    assert_eq!(values[&(2, 2)], "Indicadores – Assessoria de Relacionamento – exercício de 2026");
    assert!(!(7..=18).any(|row| (3..=11).any(|column| values.get(&(row, column)).is_some_and(|it| !it.is_empty()))));
}

#[test]
fn a_tab_that_is_there_or_is_not_recognised_is_refused() {
    let check = |from: &str, year, expected: &str| {
        assert_eq!(new_year(&sample("relatorio.xlsx"), from, year).unwrap_err().to_string(), expected);
    };
    check("2025", 2026, "not changed: the tab `2026` is there already");
    check("Resumo", 2027, "not changed: the name of the tab `Resumo` holds no year");
    check("2030", 2031, "there is no tab `2030`; there are 2023, 2024, 2025, 2026, Resumo");
}

#[test]
fn a_first_workbook_has_every_place() {
    let areas = ["Gerência de Previdência", "Perícia Médica", "Ouvidoria"];
    let bytes = create(&areas, 2026).unwrap();
    let grid = grid(&bytes, &|_| true).unwrap();
    for area_label in areas {
        for month in 1..=12 {
            for channel in Channel::ALL {
                let wanted = Wanted { year: 2026, area_label, month, channel };
                find_place(&grid, &wanted, &Mapping::default()).unwrap();
            }
        }
    }
    let edited = add(&bytes, "2026", "C7", 3).unwrap();
    let values = values(&edited.bytes, "2026");
    assert_eq!([&values[&(7, 27)], &values[&(9, 3)], &values[&(9, 27)]], ["3", "3", "3"]);
    assert!(create(&[], 2026).is_err());
    new_year(&edited.bytes, "2026", 2027).unwrap();
}
