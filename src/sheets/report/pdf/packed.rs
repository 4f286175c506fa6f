//! How much the packed streams of a PDF unpack to, measured before any of them is kept: a few kilobytes can hold
//! gigabytes of zeros.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use memchr::memmem;

/// All streams together: a report's pages are small, its letterhead a few megabytes.
const UNPACKED_MAX: u64 = 96 * 1024 * 1024;

/// LZW, which nobody has written since the nineties, gives up to 2,700 bytes for one.
const LZW_MAX: usize = 32 * 1024;

/// A stream's dictionary is looked for within this many bytes before it.
const DICTIONARY_MAX: usize = 2048;

/// Says what is wrong with the packed streams, if anything is.
pub(super) fn check(bytes: &[u8]) -> Result<(), String> {
    let mut total = 0;
    let mut ends = memmem::find_iter(bytes, b"endstream").peekable();
    for at in memmem::find_iter(bytes, b"stream") {
        while ends.next_if(|end| *end < at).is_some() {}
        let end = ends.peek().copied().unwrap_or(bytes.len());
        let before = bytes.get(at.saturating_sub(DICTIONARY_MAX)..at).unwrap_or_default();
        if before.ends_with(b"end") {
            continue;
        }
        let data = bytes.get(at + 6..).unwrap_or_default();
        let length = end.saturating_sub(at);
        let data = data
            .strip_prefix(b"\r\n")
            .or_else(|| data.strip_prefix(b"\n"))
            .or_else(|| data.strip_prefix(b"\r"))
            .unwrap_or(data);
        total += size_of(before, data, length)?;
        if total > UNPACKED_MAX {
            return Err(format!("the PDF unpacks to more than {UNPACKED_MAX} bytes"));
        }
    }
    Ok(())
}

/// What one stream unpacks to.
fn size_of(before: &[u8], data: &[u8], length: usize) -> Result<u64, String> {
    let dictionary = before.get(memmem::rfind(before, b"obj").unwrap_or(0)..).unwrap_or_default();
    let times = |filter: &[u8]| memmem::find_iter(dictionary, filter).count();
    if times(b"FlateDecode") > 1 || times(b"LZWDecode") > 1 {
        return Err("the PDF has a stream that is packed twice".to_owned());
    }
    if times(b"LZWDecode") == 1 && length > LZW_MAX {
        return Err("the PDF has a large stream in LZW".to_owned());
    }
    if times(b"ASCII85Decode") == 1 {
        let packed = from_ascii85(data.get(..length).unwrap_or(data));
        return Ok(inflated_size(&packed));
    }
    // The decoder stops by itself at the end of its stream, wherever `endstream` stands.
    Ok(inflated_size(data))
}

/// How many bytes come out, counted up to the limit and a little more; 0 if it is not packed by deflate.
fn inflated_size(packed: &[u8]) -> u64 {
    let mut decoder = ZlibDecoder::new(packed).take(UNPACKED_MAX + 1);
    let mut buffer = [0; 16 * 1024];
    let mut size = 0;
    while let Ok(count @ 1..) = decoder.read(&mut buffer) {
        size += count as u64;
    }
    size
}

/// Base 85 (PDF 32000-1, 7.4.3), only as far as it is needed to measure what is packed in it.
fn from_ascii85(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 5 * 4);
    let (mut group, mut count) = (0_u32, 0);
    for c in text {
        match c {
            b'z' if count == 0 => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(c - b'!'));
                count += 1;
                if count == 5 {
                    bytes.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        bytes.extend(group.to_be_bytes().iter().take(count - 1));
    }
    bytes
}
