//! Layer 4, the network folder (step 3).
