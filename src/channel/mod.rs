//! Layer 4, the channels by which a communication leaves: email and the call center.
//!
//! A channel makes the bytes of what leaves; `smtp` carries them. A new channel is a new file here and its line
//! in `office::Channel`.

pub mod callcenter;
pub mod email;
