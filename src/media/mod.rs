//! Layer 2, pictures, audio and video: what each channel takes, and what must be converted (step 24).

mod heif;
pub mod jpeg;
mod judge;
mod kind;
mod limits;
pub mod mp4;
mod name;
pub mod pdf;
mod picture;
pub mod png;

pub use heif::is_whole_picture;
pub use judge::{EmailVerdict, judge, judge_for_email, size_pt};
pub use kind::{Family, Kind, kind_of};
pub use limits::MediaLimits;
pub use name::fitting_name;
pub use picture::convert_picture;

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
    /// Whether the channel would not take the file as it is; else it is only made better (turned upright, the place
    /// removed).
    pub is_required: bool,
    /// Pixels that may be opened.
    pub pixels_max: u64,
    /// What converts it.
    pub tool: Tool,
}

/// What converts a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tool {
    /// [`convert_picture`], in this process.
    Picture,
    /// ffmpeg, a separate program that may be missing.
    Ffmpeg,
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
