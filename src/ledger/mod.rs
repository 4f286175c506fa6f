//! Layer 4, the ledger: what has happened. What is not in it has not happened.
