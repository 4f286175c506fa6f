//! The faults of real mail servers, shares and people, each with its number.
