//! The boxes of MP4, MOV, 3GP, M4A and HEIC (ISO 14496-12): the brand, and the codecs of the tracks.

use super::kind::Kind;

/// Boxes deeper than this do not occur in files that phones and programs write.
const DEPTH_MAX: u8 = 8;

/// More boxes than this on one level are not looked at.
const BOXES_MAX: usize = 4096;

/// The tracks of a film.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tracks {
    /// The codec of each video track, as its four letters.
    pub video: Vec<[u8; 4]>,
    /// The codec of each audio track, as its four letters.
    pub audio: Vec<[u8; 4]>,
}

impl Tracks {
    /// Whether there is sound and no picture.
    #[must_use]
    pub const fn is_sound_alone(&self) -> bool {
        self.video.is_empty() && !self.audio.is_empty()
    }
}

/// What a file of this family is; `None` if it is none.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    let box_name = bytes.get(4..8)?;
    if matches!(box_name, b"moov" | b"mdat" | b"wide" | b"free" | b"skip" | b"pnot") {
        return quicktime_without_brand(bytes);
    }
    if box_name != b"ftyp" {
        return None;
    }
    let length = usize::try_from(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?)).ok()?;
    let brands = bytes.get(8..length.clamp(16, 256).min(bytes.len()))?;
    let mut all = brands.chunks_exact(4);
    let major: [u8; 4] = all.next()?.try_into().ok()?;
    let is_any = |wanted: &[&[u8; 4]]| {
        wanted.iter().any(|it| **it == major)
            || brands.chunks_exact(4).skip(2).any(|it| wanted.iter().any(|w| it == *w))
    };
    if is_any(&[b"avif", b"avis"]) {
        return Some(Kind::Avif);
    }
    if is_any(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"]) || &major == b"mif1" {
        return Some(Kind::Heic);
    }
    Some(match &major {
        b"qt  " => Kind::Mov,
        b"M4A " | b"M4B " | b"M4P " => Kind::M4a,
        _ if major.starts_with(b"3g") => Kind::ThreeGp,
        _ => only_sound(bytes),
    })
}

/// An MP4 without a picture track is sound.
fn only_sound(bytes: &[u8]) -> Kind {
    if tracks(bytes).is_sound_alone() { Kind::M4a } else { Kind::Mp4 }
}

/// Old QuickTime files begin with one of these boxes and have no brand; the second box must be one too.
fn quicktime_without_brand(bytes: &[u8]) -> Option<Kind> {
    let first = Boxes::of(bytes).next()?;
    let next = bytes.get(first.end..)?;
    let goes_on = next.is_empty() || next.get(4..8).is_some_and(|name| name.iter().all(u8::is_ascii_lowercase));
    goes_on.then_some(Kind::Mov)
}

/// The tracks of the film.
#[must_use]
pub fn tracks(bytes: &[u8]) -> Tracks {
    let mut found = Tracks::default();
    walk(bytes, 0, &mut [0; 4], &mut found);
    found
}

/// Goes down to each track's handler (`hdlr`) and sample description (`stsd`), which stand in this order.
fn walk(bytes: &[u8], depth: u8, handler: &mut [u8; 4], found: &mut Tracks) {
    if depth > DEPTH_MAX {
        return;
    }
    for part in Boxes::of(bytes).take(BOXES_MAX) {
        match &part.name {
            b"moov" | b"trak" | b"mdia" | b"minf" | b"stbl" => walk(part.body, depth + 1, handler, found),
            // ISO 14496-12, 8.4.3: version and flags, predefined, then the handler. A second `hdlr` (of the
            // data, in QuickTime's minf) does not name the track.
            b"hdlr" if depth == 3 => {
                if let Some(name) = part.body.get(8..12).and_then(|it| it.try_into().ok()) {
                    *handler = name;
                }
            }
            // 8.5.2: version and flags, count, then the first entry: its length and its codec.
            b"stsd" => {
                if let Some(codec) = part.body.get(12..16).and_then(|it| it.try_into().ok()) {
                    let codec = if &codec == b"mp4a" { mp4a_codec(part.body) } else { codec };
                    match &*handler {
                        b"vide" => found.video.push(codec),
                        b"soun" => found.audio.push(codec),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

/// `mp4a` holds AAC, but some programs put MP3 and others into it: the object type of the decoder (ISO 14496-1,
/// 7.2.6.6) says which. What is not AAC is given as `mp4?`.
fn mp4a_codec(entry: &[u8]) -> [u8; 4] {
    let object_type = memchr::memmem::find(entry, b"esds").and_then(|at| {
        // Version and flags, then the ES descriptor (tag 3) around the decoder's (tag 4).
        let body = entry.get(at + 8..)?;
        let (body, flags) = (descriptor(body, 3)?, *descriptor(body, 3)?.get(2)?);
        let skip = 3 + if flags & 0x80 == 0 { 0 } else { 2 };
        descriptor(body.get(skip..)?, 4)?.first().copied()
    });
    match object_type {
        None | Some(0x40 | 0x66..=0x68) => *b"mp4a",
        Some(_) => *b"mp4?",
    }
}

/// The body of a descriptor with this tag: its length takes one to four bytes of seven bits.
fn descriptor(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let (first, rest) = bytes.split_first()?;
    if *first != tag {
        return None;
    }
    let length_bytes = rest.iter().take(4).position(|it| it & 0x80 == 0)? + 1;
    rest.get(length_bytes..)
}

/// The bodies of all boxes at a path, such as `meta/iprp/ipco/ispe`.
pub(super) fn bodies<'a>(bytes: &'a [u8], path: &[&[u8; 4]]) -> Vec<&'a [u8]> {
    let Some((first, rest)) = path.split_first() else { return vec![bytes] };
    let mut found = Vec::new();
    for part in Boxes::of(bytes).take(BOXES_MAX).filter(|it| it.name == **first) {
        // `meta` is a full box: version and flags stand before its parts (8.11.1).
        let skip = if part.name == *b"meta" { 4 } else { 0 };
        found.extend(bodies(part.body.get(skip..).unwrap_or_default(), rest));
    }
    found
}

/// One box.
struct Part<'a> {
    name: [u8; 4],
    body: &'a [u8],
    end: usize,
}

/// The boxes of one level, in order; ends at the first that makes no sense.
struct Boxes<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Boxes<'a> {
    const fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }
}

impl<'a> Iterator for Boxes<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        let rest = self.bytes.get(self.at..)?;
        let short = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
        let name: [u8; 4] = rest.get(4..8)?.try_into().ok()?;
        // 4.2: 0 = to the end of the file, 1 = a length of 64 bits follows.
        let (head, length) = match short {
            0 => (8, rest.len()),
            1 => (16, usize::try_from(u64::from_be_bytes(rest.get(8..16)?.try_into().ok()?)).ok()?),
            _ => (8, usize::try_from(short).ok()?),
        };
        if length < head {
            return None;
        }
        let end = length.min(rest.len());
        let body = rest.get(head..end)?;
        self.at = self.at.checked_add(length)?;
        Some(Part { name, body, end: self.at.min(self.bytes.len()) })
    }
}
