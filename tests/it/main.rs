//! Everything that is tested from outside: one program, so that the library is linked once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on shall stop at once"
)]
#![allow(dead_code, reason = "helpers are shared by modules that do not all use them")]

mod allowance;
mod bureau;
mod check;
mod conversations;
mod corpus;
mod demo;
mod desk;
mod dialogues;
mod digests;
mod faults;
mod growth;
mod hostile;
mod imap;
mod kills;
mod ledger;
mod lists;
mod mailhost;
mod manual;
mod media;
mod oauth2;
mod office;
mod one_by_one;
#[path = "../../benches/figures/office.rs"]
mod prepared;
mod receipts;
mod reports;
mod returns;
mod rounds;
mod rules;
mod service;
mod sink;
mod smtp;
mod tidy;
mod workbook;
