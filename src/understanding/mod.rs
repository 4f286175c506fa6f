//! Layer 3, from the raw mail to its facts.
