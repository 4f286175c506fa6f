//! The size of an HEIC or AVIF picture (ISO 23008-12), by which a converted one is checked.

use super::mp4;

/// The largest picture of the file: across and down, as stored (before it is turned).
fn largest(bytes: &[u8]) -> Option<(u32, u32)> {
    mp4::bodies(bytes, &[b"meta", b"iprp", b"ipco", b"ispe"])
        .into_iter()
        .filter_map(|body| {
            let side = |from: usize| Some(u32::from_be_bytes(body.get(from..from + 4)?.try_into().ok()?));
            Some((side(4)?, side(8)?))
        })
        .max_by_key(|(across, down)| u64::from(*across) * u64::from(*down))
}

/// Whether a converted JPEG shows the whole of the original, not one of the tiles of which phones make a photograph.
#[must_use]
pub fn is_whole_picture(jpeg: &[u8], original: &[u8]) -> bool {
    let Some((across, down)) = largest(original) else { return true };
    let Some((new_across, new_down)) = super::jpeg::size(jpeg) else { return false };
    let near = |one: u32, other: u32| one.abs_diff(other) <= TOLERANCE;
    near(across, new_across) && near(down, new_down) || near(across, new_down) && near(down, new_across)
}

/// Cropping to even sides takes a point or two.
const TOLERANCE: u32 = 8;
