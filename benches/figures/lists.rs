//! Lists of contacts: reading and validating, streamed from a file.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

use carteiro::office::{Channel, Vocabulary};
use carteiro::sheets::{Detail, ListAsk, ListEvent, stream_list_from};

use crate::figure::{Goal, Scale, median, tell};
use crate::office::{address, disk, name};
use crate::work::{elsewhere, timed};

/// Reads a list, as the verb `list` does: `FILE PEOPLE`.
pub fn work(arguments: &[&str]) {
    let [path, people] = arguments else { panic!("{arguments:?}") };
    let file = BufReader::new(File::open(path).unwrap());
    let mut recipients = 0_u32;
    timed(|| {
        let mut count = |event: ListEvent<'_>| recipients += u32::from(matches!(event, ListEvent::Recipient(_)));
        let ask = ListAsk::default();
        let how = (Channel::Email, Detail::AllColumns);
        stream_list_from(path, file, how, Vocabulary::shipped(), &ask, &mut count).unwrap();
    });
    assert_eq!(recipients.to_string(), *people);
}

/// The least that reading it costs: unpacked (or read) and looked through for its separators: `FILE`.
pub fn floor(arguments: &[&str]) {
    let path = Path::new(arguments[0]);
    let mut found = 0;
    timed(|| {
        let mut space = vec![0; 64 * 1024];
        let file = File::open(path).unwrap();
        let mut zip;
        let (mut source, mark): (Box<dyn std::io::Read + '_>, u8) = if path.extension().is_some_and(|it| it == "xlsx") {
            zip = zip::ZipArchive::new(BufReader::new(file)).unwrap();
            (Box::new(zip.by_name("xl/worksheets/sheet1.xml").unwrap()), b'<')
        } else {
            (Box::new(file), b';')
        };
        while let Ok(count) = source.read(&mut space) {
            if count == 0 {
                break;
            }
            found += memchr::memchr_iter(mark, &space[..count]).count();
        }
    });
    assert!(found > 0);
}

const HEADINGS: [&str; 6] = ["Nome", "E-mail", "CPF", "Cidade", "Data", "Valor"];

fn cells(n: u32) -> [String; 6] {
    let day = format!("{:02}/03/2027", n % 28 + 1);
    [name(n), address(n), String::new(), "Joinville".to_owned(), day, format!("{},{:02}", n % 9000, n % 100)]
}

/// A list as .xlsx with inline strings, or as .csv.
pub fn list_file(dir: &Path, people: u32, extension: &str) -> PathBuf {
    let path = dir.join(format!("lista-{people}.{extension}"));
    let file = BufWriter::new(File::create(&path).unwrap());
    if extension == "xlsx" {
        xlsx(file, people)
    } else {
        csv(file, people)
    }
    path
}

pub fn csv(mut out: impl std::io::Write, people: u32) {
    writeln!(out, "{}\r", HEADINGS.join(";")).unwrap();
    for n in 0..people {
        writeln!(out, "{}\r", cells(n).join(";")).unwrap();
    }
    out.flush().unwrap();
}

fn xlsx(out: impl std::io::Write + std::io::Seek, people: u32) {
    const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
    const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Lista" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const BOOK_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let mut zip = zip::ZipWriter::new(out);
    let options = zip::write::SimpleFileOptions::default().large_file(true);
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
    ];
    for (name, text) in parts {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    let mut sheet = BufWriter::new(&mut zip);
    sheet
        .write_all(br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#)
        .unwrap();
    let row = |number: u32, cells: [String; 6]| {
        let cells: String = cells
            .iter()
            .zip('A'..)
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, column)| format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#))
            .collect();
        format!(r#"<row r="{number}">{cells}</row>"#)
    };
    sheet.write_all(row(1, HEADINGS.map(str::to_owned)).as_bytes()).unwrap();
    for n in 0..people {
        sheet.write_all(row(n + 2, cells(n)).as_bytes()).unwrap();
    }
    sheet.write_all(b"</sheetData></worksheet>").unwrap();
    sheet.flush().unwrap();
    drop(sheet);
    zip.finish().unwrap();
}

pub fn figures(scale: Scale) {
    let dir = tempfile::tempdir_in(disk()).unwrap();
    let sizes = [
        (100_000, "xlsx", 0.6, 16.0),
        (scale.of(300_000, 1_000_000), "xlsx", 6.0 * f64::from(scale.of(300_000, 1_000_000)) / 1e6, 48.0),
        (scale.of(400_000, 1_600_000), "csv", 3.0 * f64::from(scale.of(400_000, 1_600_000)) / 1.6e6, 64.0),
    ];
    for (people, extension, goal, memory) in sizes {
        let path = list_file(dir.path(), people, extension);
        let path = path.to_str().unwrap();
        let (mut ours, mut floor, mut peak) = (Vec::new(), Vec::new(), 0.0_f64);
        for _ in 0..scale.rounds() {
            floor.push(elsewhere("floor", &[path]).cpu.max(0.01));
            let cost = elsewhere("list", &[path, &people.to_string()]);
            ours.push(cost.cpu);
            peak = peak.max(cost.peak_mib);
        }
        tell(
            &format!("list: {people} rows of .{extension}"),
            median(ours),
            "CPU s",
            Some(median(floor)),
            Goal::AtMost(goal),
        );
        tell(&format!("list: {people} rows of .{extension}, memory"), peak, "MiB", None, Goal::AtMost(memory));
    }
}
