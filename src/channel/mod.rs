//! Layer 4, the channels by which a communication leaves: email and the call center.
