//! The contract of the ledger, for every implementation.
