//! Layer 2, bytes and words of mail: incoming, notices, robots, authenticity, outgoing. No I/O.

pub mod authenticity;
pub mod blocks;
pub mod document;
pub mod dsn;
pub mod headers;
pub mod html;
pub mod incoming;
pub mod robot;
pub mod thread;
pub mod tnef;
