//! Layer 6, a whole working day on an embedded world.
