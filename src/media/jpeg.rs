//! The segments of a JPEG (ITU T.81, annex B): its colours, how it is turned, whether it tells a place; and how such
//! data are cut out without touching the picture.

/// What the segments say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Four colours, for print.
    pub is_cmyk: bool,
    /// The Exif data tell where it was taken (or other data of people: XMP, IPTC).
    pub has_place: bool,
    /// The Exif data say that it must be turned or mirrored.
    pub is_turned: bool,
    /// Header and end are there.
    pub is_whole: bool,
}

/// One segment: its marker, where it begins (at the `FF`) and ends, and its body.
struct Segment<'a> {
    marker: u8,
    start: usize,
    end: usize,
    body: &'a [u8],
}

/// Start of scan: from here on no segments are looked at.
const START_OF_SCAN: u8 = 0xda;

/// The segments before the picture itself.
fn segments(bytes: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let mut at = 2;
    let mut over = !bytes.starts_with(b"\xff\xd8");
    std::iter::from_fn(move || {
        if over {
            return None;
        }
        while bytes.get(at) == Some(&0xff) && bytes.get(at + 1) == Some(&0xff) {
            at += 1;
        }
        let start = at;
        if *bytes.get(at)? != 0xff {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let end = start + 2 + length;
        let body = bytes.get(start + 4..end)?;
        over = marker == START_OF_SCAN;
        at = end;
        Some(Segment { marker, start, end, body })
    })
}

/// Start of frame: C0 to CF without the tables C4, C8, CC.
const fn is_frame(marker: u8) -> bool {
    marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
}

/// Looks at the segments.
#[must_use]
pub fn look(bytes: &[u8]) -> Look {
    let mut look = Look::default();
    let (mut has_frame, mut has_scan) = (false, false);
    for segment in segments(bytes) {
        if is_frame(segment.marker) {
            has_frame = true;
            look.is_cmyk = segment.body.get(5) == Some(&4);
        }
        has_scan |= segment.marker == START_OF_SCAN;
        if segment.marker == 0xe1 && segment.body.starts_with(b"Exif\0\0") {
            let (place, turned) = exif_says(segment.body.get(6..).unwrap_or_default());
            look.has_place |= place;
            look.is_turned |= turned;
        }
    }
    // Phones append a second picture or a film behind the end mark, so it is looked for in the whole file.
    let has_end = memchr::memmem::rfind(bytes, b"\xff\xd9").is_some();
    look.is_whole = has_frame && has_scan && has_end;
    look
}

/// Points across and down.
#[must_use]
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let frame = segments(bytes).find(|it| is_frame(it.marker))?;
    let side = |at: usize| Some(u32::from(u16::from_be_bytes([*frame.body.get(at)?, *frame.body.get(at + 1)?])));
    Some((side(3)?, side(1)?))
}

/// Whether the Exif data (a TIFF block) tell a place, and whether they say that the picture is turned.
fn exif_says(tiff: &[u8]) -> (bool, bool) {
    let Ok(exif) = exif::Reader::new().read_raw(tiff.to_vec()) else { return (false, false) };
    let place = exif.fields().any(|it| it.tag.context() == exif::Context::Gps && it.tag != exif::Tag::GPSVersionID);
    let turned = exif
        .get_field(exif::Tag::Orientation, exif::In::PRIMARY)
        .and_then(|it| it.value.get_uint(0))
        .is_some_and(|it| (2..=8).contains(&it));
    (place, turned)
}

/// The same picture without Exif, XMP, IPTC, comments and whatever stands behind its end; colour profile and JFIF
/// stay. No pixel changes. `None` if it is no whole JPEG.
#[must_use]
pub fn without_private_data(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend_from_slice(bytes.get(..2)?);
    let mut scan = None;
    for segment in segments(bytes) {
        let is_private = matches!(segment.marker, 0xe1 | 0xe3..=0xed | 0xef | 0xfe)
            || segment.marker == 0xe2 && !segment.body.starts_with(b"ICC_PROFILE\0");
        if segment.marker == START_OF_SCAN {
            scan = Some(segment.start);
        } else if !is_private {
            kept.extend_from_slice(bytes.get(segment.start..segment.end)?);
        }
    }
    let scan = bytes.get(scan?..)?;
    let end = end_of_picture(scan)?;
    kept.extend_from_slice(scan.get(..end)?);
    Some(kept)
}

/// Where the picture ends: the first end mark behind the scan (within the scan `FF` is always followed by `00`, a
/// restart mark or the next segment, which may not hold `FF D9` but by chance in its body, so bodies are skipped).
fn end_of_picture(scan: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr::memchr(0xff, scan.get(at..)?)?;
        match *scan.get(at + 1)? {
            0xd9 => return Some(at + 2),
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => {
                let length = usize::from(u16::from_be_bytes([*scan.get(at + 2)?, *scan.get(at + 3)?]));
                at += 2 + length.max(2);
            }
        }
    }
}
