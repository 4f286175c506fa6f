//! .xlsb sheets whose cells do not say their column ([MS-XLSB] 2.4, the records `BrtShort…`: one column right of the
//! cell before). calamine passes over them, so that people would be missing from a list: they are written out in full.
//!
//! ```text
//! BrtShortIsst = 18 [style 4][value]  ->  BrtCellIsst = 7 [column 4][style 4][value]
//! ```

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::Limits;

/// `BrtRowHdr`: the columns begin anew.
const ROW: u32 = 0;

/// Records of cells that say their column.
const LONG: std::ops::RangeInclusive<u32> = 1..=11;

/// Records of cells that do not.
const SHORT: std::ops::RangeInclusive<u32> = 12..=18;

/// A short record's number less this is that of the long one.
const SHORT_LESS_LONG: u32 = 11;

/// The workbook with every cell written out in full; `None` if it is so already, or cannot be read.
pub fn written_out(workbook: &[u8], limits: &Limits) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).ok()?;
    let mut sheets: Vec<(usize, Vec<u8>)> = Vec::new();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).ok()?;
        let name = entry.name().ok()?.replace('\\', "/").to_ascii_lowercase();
        if !name.starts_with("xl/worksheets/") || !name.ends_with(".bin") {
            continue;
        }
        let mut bytes = Vec::new();
        entry.take(limits.unpacked_bytes_max).read_to_end(&mut bytes).ok()?;
        sheets.extend(in_full(&bytes).map(|it| (index, it)));
    }
    if sheets.is_empty() {
        return None;
    }
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).ok()?;
        match sheets.iter().find(|(it, _)| *it == index) {
            Some((_, bytes)) => {
                let name = entry.name().ok()?.into_owned();
                written.start_file(name, SimpleFileOptions::default()).ok()?;
                written.write_all(bytes).ok()?;
            }
            None => written.raw_copy_file(entry).ok()?,
        }
    }
    Some(written.finish().ok()?.into_inner())
}

/// The records of a sheet with short cells written out; `None` if there are none. A record that is cut off ends it.
fn in_full(sheet: &[u8]) -> Option<Vec<u8>> {
    let mut written = Vec::with_capacity(sheet.len() + sheet.len() / 2);
    let mut column: Option<u32> = None;
    let mut any = false;
    let mut rest = sheet;
    while !rest.is_empty() {
        let (kind, after) = number(rest, 2)?;
        let (length, body) = number(after, 4)?;
        let (data, next) = body.split_at_checked(length as usize)?;
        match kind {
            ROW => column = None,
            kind if LONG.contains(&kind) => {
                column = data.first_chunk().map(|it| u32::from_le_bytes(*it));
            }
            kind if SHORT.contains(&kind) => {
                let at = column.map_or(0, |it| it.saturating_add(1));
                column = Some(at);
                any = true;
                put_number(&mut written, kind - SHORT_LESS_LONG);
                put_number(&mut written, length.saturating_add(4));
                written.extend_from_slice(&at.to_le_bytes());
                written.extend_from_slice(data);
                rest = next;
                continue;
            }
            _ => {}
        }
        written.extend_from_slice(rest.get(..rest.len() - next.len())?);
        rest = next;
    }
    any.then_some(written)
}

/// A number of at most so many bytes, seven bits each, the lowest first ([MS-XLSB] 2.1.4).
fn number(bytes: &[u8], bytes_max: usize) -> Option<(u32, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(bytes_max).enumerate() {
        value |= u32::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(index + 1..)?));
        }
    }
    None
}

fn put_number(to: &mut Vec<u8>, mut value: u32) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or(0);
        value >>= 7;
        to.push(if value == 0 { low } else { low | 0x80 });
        if value == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_full;

    #[test]
    fn short_cells_get_the_column_after_the_one_before() {
        // Row; a cell in column 2; two short ones; a new row with a short one.
        let sheet = [
            &[0, 1, 9][..],
            &[7, 12, 2, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0],
            &[18, 8, 0, 0, 0, 0, 6, 0, 0, 0],
            &[12, 4, 0, 0, 0, 0],
            &[0, 1, 9],
            &[18, 8, 0, 0, 0, 0, 7, 0, 0, 0],
            &[0x92, 0x01, 0],
        ]
        .concat();
        let expected = [
            &[0, 1, 9][..],
            &[7, 12, 2, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0],
            &[7, 12, 3, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0],
            &[1, 8, 4, 0, 0, 0, 0, 0, 0, 0],
            &[0, 1, 9],
            &[7, 12, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0],
            &[0x92, 0x01, 0],
        ]
        .concat();
        assert_eq!(in_full(&sheet), Some(expected.clone()));
        assert_eq!(in_full(&expected), None);
        for end in 0..sheet.len() {
            let _ = in_full(&sheet[..end]);
        }
    }
}
