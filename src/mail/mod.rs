//! Layer 2, mail: raw bytes to words and back. No I/O.

pub mod authenticity;
pub mod blocks;
pub mod document;
pub mod dsn;
pub mod headers;
pub mod html;
pub mod incoming;
mod lean;
pub mod mould;
pub mod outgoing;
pub mod robot;
pub mod thread;
pub mod tnef;
