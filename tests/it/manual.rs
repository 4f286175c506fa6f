//! One test for each of the 24 steps of the manual.
