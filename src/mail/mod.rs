//! Layer 2, mail: raw bytes to words and back. No I/O.

pub mod dsn;
pub mod outgoing;
