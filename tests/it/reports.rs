//! Reports of the call center.
