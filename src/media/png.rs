//! The chunks of a PNG (W3C PNG, 5): its depth, whether it is whole, whether one sees through it.

use super::limits::MediaLimits;
use super::picture;

/// Whether it has 16 bits for each colour.
#[must_use]
pub fn is_deep(bytes: &[u8]) -> bool {
    bytes.get(24) == Some(&16)
}

/// Whether the last chunk is there.
#[must_use]
pub fn is_whole(bytes: &[u8]) -> bool {
    memchr::memmem::rfind(bytes, b"IEND").is_some()
}

/// Whether the colour type has an alpha channel, or single colours are transparent (`tRNS`).
fn may_be_see_through(bytes: &[u8]) -> bool {
    let colour_type = bytes.get(25).copied().unwrap_or(0);
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    matches!(colour_type, 4 | 6) || memchr::memmem::find(head, b"tRNS").is_some()
}

/// `tRNS` stands before the picture's own data, behind palette and profile.
const HEAD: usize = 64 * 1024;

/// Whether one really sees through some of its pixels: many programs write an alpha channel that is full everywhere.
#[must_use]
pub fn has_see_through(bytes: &[u8], limits: &MediaLimits) -> bool {
    may_be_see_through(bytes)
        && picture::open(bytes, limits.conversao.pixels).is_ok_and(|it| picture::is_see_through(&it))
}
