//! Layer 4, one number changed in a workbook that people made (steps 19-23).
//!
//! ```text
//! bytes ──► edit ──► bytes          one count set, everything else raw-copied (no I/O)
//!            └─ totals              the cached results of what depends on it, trusted cell by cell
//! path  ──► record::prepare ──► Prepared::commit ──► Recorded
//! ```

mod book;
mod calculator;
mod cellref;
pub mod compare;
mod count;
pub mod create;
mod dependents;
pub mod edit;
mod error_function;
mod formula;
mod functions;
mod grid;
mod package;
mod part;
pub mod record;
mod strings;
pub mod swap;
mod tab;
mod tables;
mod totals;
mod values;
mod xml;
pub mod year;

pub use edit::{CellChange, Change, Edited, Refusal, add, add_all};
pub use grid::{grid, place_in};
