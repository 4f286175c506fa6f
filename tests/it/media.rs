//! Pictures, audio and video.
