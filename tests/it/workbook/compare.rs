//! Once a night the workbook is compared with what the ledger counted; nothing is changed.

use carteiro::office::Channel;
use carteiro::sheets::tally::{Mapping, Sought, TallyError};
use carteiro::workbook::compare::{Expected, Found, compare};

fn check(area_label: &str, value: i64, found: Option<Found>) {
    let expected = Expected {
        year: 2025,
        area_label: area_label.to_owned(),
        month: 8,
        channel: Channel::Email,
        mapping: Mapping::default(),
        value,
    };
    let differences = compare(&super::sample("relatorio.xlsx"), std::slice::from_ref(&expected)).unwrap();
    assert_eq!(differences.into_iter().map(|it| it.found).next(), found, "{area_label} {value}");
}

#[test]
fn only_what_differs_is_told() {
    check("Ger. Previdência", 4, None);
    check("Ger. Previdência", 6, Some(Found::Value(Some(4.0))));
    check("Outros", 0, None);
    let missing = TallyError::NotFound { tab: "2025".to_owned(), what: Sought::Area("Ouvidoria".to_owned()) };
    check("Ouvidoria", 1, Some(Found::NoPlace(missing)));
}
