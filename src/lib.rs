//! carteiro: the daily work of an institute's communications desk, started by an ordinary email.
//!
//! The manual NAD.REL_02 has 24 steps; this is where each of them lives, and `tests/it/manual.rs` has a test for each.
//!
//! | step | what the manual says | module |
//! |---|---|---|
//! | 1 | open the mailbox daily | `mailbox`, `daemon::intake` |
//! | 2 | receive the requests of the areas | `mail`, `understanding`, `daemon::requests` |
//! | 3 | save content and list in the network folder | `archive` |
//! | 4 | by email: a new message | `rules`, `request`, `channel::email` |
//! | 5 | from the president's address | `channel::email` |
//! | 6 | recipients in Bcc | `smtp::Envelope` |
//! | 7 | the subject | `understanding`, `channel::email` |
//! | 8 | the content | `understanding`, `channel::email` |
//! | 9 | attachments | `understanding`, `channel::email` |
//! | 10 | ask for a delivery notification | `smtp` (RFC 3461) |
//! | 11 | send | `daemon::sending`, `ledger` |
//! | 12 | wait for the postmaster | `mail::dsn`, `daemon::returns` |
//! | 13 | forward the notices to the area | `daemon::letters`, `phrases` |
//! | 14 | by WhatsApp: general or specific | `understanding`, `rules` |
//! | 15 | specific: text, picture and list to the call center | `channel::callcenter`, `sheets` |
//! | 16 | general: the contact workbook as CSV | `sheets::contacts`, `channel::callcenter` |
//! | 17 | ask for the report | `phrases`, `request` |
//! | 18 | forward the report to the area | `sheets::report`, `daemon::returns` |
//! | 19 | open the folder of the indicators | `config`, `workbook::record` |
//! | 20 | open the workbook | `workbook` |
//! | 21 | the tab of the year | `sheets::tally`, `workbook::year` |
//! | 22 | the number of communications at the area's place | `sheets::tally`, `workbook::edit` |
//! | 23 | save and close | `workbook::record` |
//! | 24 | bring media to what the channels take | `media`, `ffmpeg` |
//!
//! Layers, bottom up; a module uses lower layers only: see ARCHITECTURE.md.

pub mod office;

pub mod phrases;

pub mod indicators;
pub mod mail;
pub mod media;
pub mod sheets;

pub mod request;
pub mod rules;
pub mod understanding;

pub mod wire;

pub mod oauth2;

pub mod archive;
pub mod channel;
pub mod dkim;
pub mod ffmpeg;
pub mod ledger;
pub mod mailbox;
pub mod smtp;
pub mod workbook;

pub mod config;
pub mod metrics;
pub mod systemd;
pub mod watch;

pub mod daemon;
pub mod demo;

pub mod cli;
