//! Layer 2, bytes and words of sheets: lists, contacts, call-center reports, the tally. No I/O.

pub mod tally;
