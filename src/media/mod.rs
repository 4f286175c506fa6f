//! Layer 2, pictures, audio and video: what each channel takes, and what must be converted (step 24).

mod kind;
mod limits;
pub mod mp4;

pub use kind::{Family, Kind, kind_of};
pub use limits::MediaLimits;

use thiserror::Error;

/// What becomes of a file before it goes to the call center.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It goes as it is.
    AsIs {
        /// What it is.
        kind: Kind,
        /// The name it goes under: with the extension of its content.
        name: String,
    },
    /// It is converted first.
    Convert(Plan),
    /// It cannot go.
    Refuse {
        /// What it is.
        kind: Kind,
        /// Why, in Portuguese.
        reason_pt: String,
        /// What the requester can do, in Portuguese.
        remedy_pt: String,
    },
}

/// How a file is converted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What it is.
    pub kind: Kind,
    /// What it becomes.
    pub into: Kind,
    /// The largest result.
    pub bytes_max: u64,
    /// The name of the result.
    pub name: String,
    /// Why, in Portuguese.
    pub reason_pt: String,
}

/// A converted file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What was changed, in Portuguese, for the requester.
    pub what_changed_pt: String,
}

/// Why a conversion failed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MediaError {
    /// The bytes are damaged.
    #[error("cannot read the picture: {0}")]
    Damaged(String),
    /// More pixels than we take into memory.
    #[error("the picture has {width} x {height} pixels (at most {pixels_max} in all)")]
    TooLarge {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
        /// The limit.
        pixels_max: u64,
    },
    /// No quality is low enough for the limit.
    #[error("the picture cannot be brought below {bytes_max} bytes")]
    StillTooLarge {
        /// The limit.
        bytes_max: u64,
    },
    /// The plan asks for something that is not a picture.
    #[error("this conversion is not one of pictures")]
    NoPicture,
}

/// Judges one file for WhatsApp: by its content, never by its name.
#[must_use]
pub fn judge(name: &str, bytes: &[u8], _limits: &MediaLimits) -> Verdict {
    Verdict::AsIs { kind: kind_of(bytes), name: name.to_owned() }
}

/// Converts a picture as planned.
///
/// # Errors
/// [`MediaError`] if the bytes are damaged or no result keeps the limit.
pub fn convert_picture(_bytes: &[u8], _plan: &Plan) -> Result<Converted, MediaError> {
    Err(MediaError::NoPicture)
}
