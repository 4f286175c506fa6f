//! Layer 3, the life of a request: events, state, errands, and the one function that decides.
