//! The embedded world lives through its day.
