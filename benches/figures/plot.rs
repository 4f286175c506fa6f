//! The plot of cost against size.

/// Draws it.
pub fn draw(_quick: bool) {}
