//! The figures of speed and memory: carteiro's own code paths beside a limit that is measured in the same run.
//!
//! `benches/run [--quick]` builds and runs this. Each figure is one line: name, value, unit, ratio to its limit, goal,
//! `ok` or `short`, separated by tabs. Work whose memory counts is done in a process of its own (`figures work …`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a measurement that cannot go on shall stop at once"
)]
#![allow(dead_code, reason = "the mail host of the tests is shared, and not all of it is used here")]
#![allow(missing_docs, reason = "a program has no readers of its documentation")]

mod campaign;
mod figure;
mod idle;
mod intake;
mod ledger;
mod lists;
#[path = "../../tests/it/mailhost/mod.rs"]
mod mailhost;
mod news;
mod office;
mod peers;
mod plot;
mod receipts;
mod sending;
mod work;
mod workbook;

use figure::Scale;

/// A part of the figures.
type Part = fn(Scale);

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if let ["work", name, arguments @ ..] = words.as_slice() {
        return work::run(name, arguments);
    }
    if words.first() == Some(&"plot") {
        return plot::draw(words.contains(&"--quick"));
    }
    let scale = if words.contains(&"--quick") { Scale::Quick } else { Scale::Full };
    let only = words.iter().position(|it| *it == "--only").and_then(|at| words.get(at + 1)).copied();
    let wanted = |name: &str| only.is_none_or(|it| name.contains(it));
    println!("name\tvalue\tunit\tratio\tgoal\tresult");
    let parts: [(&str, Part); 11] = [
        ("binary", idle::binary),
        ("lists", lists::figures),
        ("ledger", ledger::figures),
        ("receipts", receipts::figures),
        ("workbook", workbook::figures),
        ("intake", intake::figures),
        ("news", news::figures),
        ("sending", sending::figures),
        ("postfix", sending::postfix),
        ("campaign", campaign::figures),
        ("idle", idle::figures),
    ];
    for (_, part) in parts.iter().filter(|(name, _)| wanted(name)) {
        part(scale);
    }
}
