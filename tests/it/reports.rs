//! Reports of the call center.

use std::path::PathBuf;

use carteiro::office::Vocabulary;
use carteiro::sheets::report::{Report, ReportError, read_report_file};
use serde_json::{Value, json};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reports")
}

fn read(name: &str) -> Result<Report, ReportError> {
    let bytes = std::fs::read(folder().join(name)).unwrap();
    read_report_file(name.rsplit('/').next().unwrap(), &bytes, Vocabulary::shipped())
}

/// Compares a report with what is expected of it; gives the differences.
fn differences(report: &Report, expected: &Value) -> Vec<String> {
    let mut keys: Vec<&str> = report.all_lines().filter_map(|it| it.match_key.as_deref()).collect();
    keys.sort_unstable();
    let found = json!({
        "protocols": report.protocols,
        "campaign": report.campaign,
        "complete": report.is_complete_for(None),
        "sent": report.sent,
        "delivered": report.delivered,
        "read": report.read,
        "failed": report.failed,
        "pending": report.pending,
        "reasons": report.reasons,
        "lines": report.all_lines().count(),
        "keys": keys,
        "opt_outs": report.all_lines().filter(|it| it.opt_out).count(),
        "disagreements": report.disagreements.len() + report.parts.iter().map(|it| it.disagreements.len()).sum::<usize>(),
        "parts": report.parts.iter().map(|it| json!({
            "protocol": it.protocols.first(), "sent": it.sent, "delivered": it.delivered, "read": it.read, "failed": it.failed,
        })).collect::<Vec<_>>(),
    });
    let expected = expected.as_object().unwrap().iter().filter(|(field, _)| *field != "file");
    expected
        .filter(|(field, value)| found.get(field.as_str()) != Some(value))
        .map(|(field, value)| {
            format!("{field}: expected {value}, found {} ({:?})", found[field.as_str()], report.disagreements)
        })
        .collect()
}

#[test]
fn every_report_is_read_as_its_truth_says() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let Some(name) = path.file_name().and_then(|it| it.to_str()).and_then(|it| it.strip_suffix(".expected.json"))
        else {
            continue;
        };
        count += 1;
        let expected: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let is_none = expected.get("none").is_some();
        match read(name) {
            Err(ReportError::NoFigures { .. }) if is_none => {}
            Ok(report) if is_none => wrong.push(format!("{name}: is no report, but {report:?}")),
            Ok(report) => wrong.extend(differences(&report, &expected).iter().map(|it| format!("{name}: {it}"))),
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(count >= 40, "{count}");
}

#[test]
fn the_sample_reports_are_read_as_expected() {
    let expected: Vec<Value> =
        serde_json::from_slice(&std::fs::read(folder().join("samples/expected.json")).unwrap()).unwrap();
    for expected in expected {
        let name = expected["file"].as_str().unwrap();
        let report = read(&format!("samples/{name}")).unwrap();
        // Encoding, separator and preamble describe the file, not what it says.
        let mut said = expected.clone();
        for field in ["encoding", "separator", "preamble_lines"] {
            said.as_object_mut().unwrap().remove(field);
        }
        let protocol = said.as_object_mut().unwrap().remove("protocol").unwrap();
        assert_eq!(protocol.as_str(), report.protocols.first().map(String::as_str), "{name}");
        assert_eq!(differences(&report, &said), Vec::<String>::new(), "{name}");
        assert_eq!(report.disagreements, Vec::<String>::new(), "{name}");
    }
}
