//! `winmail.dat`: the files that Outlook packs into TNEF (MS-OXTNEF), taken out.

/// A file of a `winmail.dat`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TnefFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

const SIGNATURE: u32 = 0x223e_9f78;
/// `attAttachRenddata` begins an attachment.
const ATTACH_BEGIN: u32 = 0x0006_9002;
/// `attAttachTitle`, the short name.
const ATTACH_TITLE: u32 = 0x0001_8010;
/// `attAttachData`.
const ATTACH_DATA: u32 = 0x0006_800f;
/// `attAttachment`, MAPI properties of an attachment.
const ATTACH_PROPERTIES: u32 = 0x0006_9005;
/// `attMsgProps`, MAPI properties of the message.
const MESSAGE_PROPERTIES: u32 = 0x0006_9003;
/// `PidTagAttachLongFilename`.
const LONG_NAME: u16 = 0x3707;
/// `PidTagHtml`.
const HTML: u16 = 0x1013;
/// More files than this are not taken out.
const MAX_FILES: usize = 100;

/// The files of a `winmail.dat`; none if it is broken.
#[must_use]
pub fn files(bytes: &[u8]) -> Vec<TnefFile> {
    let mut files: Vec<TnefFile> = Vec::new();
    for (id, data) in attributes(bytes) {
        match id {
            ATTACH_BEGIN if files.len() < MAX_FILES => files.push(TnefFile { name: String::new(), bytes: Vec::new() }),
            ATTACH_TITLE => {
                if let Some(file) = files.last_mut().filter(|it| it.name.is_empty()) {
                    file.name = text_8bit(data);
                }
            }
            ATTACH_DATA => {
                if let Some(file) = files.last_mut() {
                    file.bytes = data.to_vec();
                }
            }
            ATTACH_PROPERTIES => {
                if let (Some(file), Some(name)) = (files.last_mut(), property(data, LONG_NAME)) {
                    file.name = name;
                }
            }
            _ => {}
        }
    }
    files.retain(|it| !it.bytes.is_empty());
    files
}

/// The HTML body of a `winmail.dat`, where it has one.
#[must_use]
pub fn html_body(bytes: &[u8]) -> Option<String> {
    attributes(bytes)
        .find(|(id, _)| *id == MESSAGE_PROPERTIES)
        .and_then(|(_, data)| property(data, HTML))
        .filter(|it| it.contains('<'))
}

/// The attributes: level, id, length, data, checksum (MS-OXTNEF, 2.1.3.2).
fn attributes(bytes: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let signed = bytes.get(..4).is_some_and(|it| le32(it) == Some(SIGNATURE));
    let mut rest = if signed { bytes.get(6..).unwrap_or_default() } else { &[] };
    std::iter::from_fn(move || {
        let id = le32(rest.get(1..5)?)?;
        let length = le32(rest.get(5..9)?)? as usize;
        let data = rest.get(9..)?.get(..length)?;
        rest = rest.get(9 + length + 2..).unwrap_or_default();
        Some((id, data))
    })
}

/// A text or binary property of a MAPI property list (MS-OXTNEF, 2.1.3.4).
fn property(data: &[u8], wanted: u16) -> Option<String> {
    let count = le32(data.get(..4)?)?;
    let mut at = 4_usize;
    for _ in 0..count.min(500) {
        let kind = le16(data.get(at..at + 2)?)?;
        let id = le16(data.get(at + 2..at + 4)?)?;
        at += 4;
        if id >= 0x8000 {
            at = skip_name(data, at)?;
        }
        match kind & 0x0fff {
            0x1e | 0x1f | 0x102 | 0x0d => {
                let values = le32(data.get(at..at + 4)?)?;
                at += 4;
                for _ in 0..values.min(100) {
                    let length = le32(data.get(at..at + 4)?)? as usize;
                    let value = data.get(at + 4..)?.get(..length)?;
                    if id == wanted {
                        return Some(if kind == 0x1f { text_16bit(value) } else { text_8bit(value) });
                    }
                    at += 4 + length.div_ceil(4) * 4;
                }
            }
            0x05 | 0x06 | 0x07 | 0x14 | 0x40 => at += 8,
            0x48 => at += 16,
            _ => at += 4,
        }
    }
    None
}

/// A named property has a GUID and a number or a name before its value.
fn skip_name(data: &[u8], at: usize) -> Option<usize> {
    let kind = le32(data.get(at + 16..at + 20)?)?;
    if kind == 0 {
        return Some(at + 24);
    }
    let length = le32(data.get(at + 20..at + 24)?)? as usize;
    Some(at + 24 + length.div_ceil(4) * 4)
}

fn text_8bit(bytes: &[u8]) -> String {
    super::headers::decode_charset("utf-8", bytes).trim_end_matches('\0').to_owned()
}

fn text_16bit(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).filter_map(le16).collect();
    String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned()
}

fn le16(bytes: &[u8]) -> Option<u16> {
    bytes.get(..2).and_then(|it| it.try_into().ok()).map(u16::from_le_bytes)
}

fn le32(bytes: &[u8]) -> Option<u32> {
    bytes.get(..4).and_then(|it| it.try_into().ok()).map(u32::from_le_bytes)
}
