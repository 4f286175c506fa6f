//! Sending: what stands on the wire, what every fault of a server leads to, and all of it against a real Postfix.

mod postfix;
mod script;
