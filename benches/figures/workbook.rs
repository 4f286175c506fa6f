//! The workbook: counts added one after the other to a file of 5 MB, beside packing it anew as often.

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use carteiro::workbook::{add, edit::number_at};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::figure::{Goal, Scale, tell};
use crate::work::cpu_seconds;

/// The tab and the cell of the workbook of the tests to which is added.
const PLACE: (&str, &str) = ("2025", "P6");
/// The size of the workbook that grew over the years, packed.
const SIZE: usize = 5 << 20;

fn sample() -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbook/relatorio.xlsx")).unwrap()
}

/// The workbook of the tests with a picture that brings it to 5 MB, half of which can be packed.
fn large() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let sample = sample();
    let mut archive = ZipArchive::new(Cursor::new(sample)).unwrap();
    for at in 0..archive.len() {
        writer.raw_copy_file(archive.by_index_raw(at).unwrap()).unwrap();
    }
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut noise = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let picture: Vec<u8> = (0..SIZE / 6).flat_map(|_| [noise().to_le_bytes(), [7; 8]].concat()).collect();
    writer.start_file("xl/media/image99.bmp", SimpleFileOptions::default()).unwrap();
    writer.write_all(&picture).unwrap();
    writer.finish().unwrap().into_inner()
}

/// The package unpacked and packed anew.
fn packed_anew(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = Vec::new();
        let mut entry = archive.by_index(at).unwrap();
        entry.read_to_end(&mut part).unwrap();
        writer.start_file(entry.name().unwrap().into_owned(), SimpleFileOptions::default()).unwrap();
        writer.write_all(&part).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The parts that differ between two packages.
fn changed(before: &[u8], after: &[u8]) -> Vec<String> {
    let parts = |bytes: &[u8]| -> Vec<(String, u32)> {
        let mut archive = ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).unwrap();
            parts.push((entry.name().unwrap().into_owned(), entry.crc32()));
        }
        parts
    };
    parts(before).into_iter().zip(parts(after)).filter(|(one, other)| one != other).map(|it| it.0.0).collect()
}

/// Adds one so many times; gives the workbook and the processor seconds.
fn counted(bytes: &[u8], times: u32) -> (Vec<u8>, f64) {
    let before = number_at(bytes, PLACE.0, PLACE.1).unwrap().unwrap_or(0.0);
    let started = cpu_seconds("self");
    let mut now = bytes.to_vec();
    for _ in 0..times {
        now = add(&now, PLACE.0, PLACE.1, 1).unwrap().bytes;
    }
    let cost = cpu_seconds("self") - started;
    let after = number_at(&now, PLACE.0, PLACE.1).unwrap().unwrap_or(0.0);
    assert!((after - before - f64::from(times)).abs() < 0.5, "{before} became {after}");
    let changed = changed(bytes, &now);
    assert!(changed.iter().all(|it| it.starts_with("xl/worksheets/sheet")), "{changed:?}");
    (now, cost)
}

#[allow(clippy::cast_precision_loss, reason = "figures to be shown")]
pub fn figures(scale: Scale) {
    let large = large();
    let times = scale.of(100, 1_000);
    let (_, cost) = counted(&large, times);
    let started = cpu_seconds("self");
    for _ in 0..times {
        std::hint::black_box(packed_anew(&large));
    }
    let limit = cpu_seconds("self") - started;
    let megabytes = large.len() as f64 / 1e6;
    let name = format!("{times} counts, one after the other, in {megabytes:.1} MB");
    tell(&name, cost, "s of processor", Some(limit), Goal::RatioAtMost(1.0));
    let (sample, times) = (sample(), scale.of(500, 5_000));
    let (after, cost) = counted(&sample, times);
    tell(&format!("{times} counts in {} KB", sample.len() / 1000), cost, "s of processor", None, Goal::None);
    let growth = (after.len() as f64 / sample.len() as f64 - 1.0) * 100.0;
    tell(&format!("growth by {times} counts"), growth, "%", None, Goal::AtMost(2.0));
}
