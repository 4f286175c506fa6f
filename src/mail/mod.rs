//! Layer 2, bytes and words of mail: incoming, notices, robots, authenticity, outgoing. No I/O.

pub mod dsn;
