//! Delivery notices of real servers, with the truth beside them.

use std::collections::BTreeMap;
use std::path::Path;

use carteiro::mail::dsn::{Notice, NoticeKind, NoticeRecipient, read_notice};
use serde::Deserialize;

/// One line of a `.truth.jsonl`.
#[derive(Debug, Deserialize)]
struct Truth {
    file: String,
    kind: String,
    recipients: Vec<RecipientTruth>,
    ids: Vec<String>,
    envelope_id: Option<OneOrMore>,
}

#[derive(Debug, Deserialize)]
struct RecipientTruth {
    accept: Vec<String>,
    outcome: OneOrMore,
    status: Vec<String>,
    permanent: Option<bool>,
    hard: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn has(&self, text: &str) -> bool {
        match self {
            Self::One(one) => one == text,
            Self::More(more) => more.iter().any(|it| it == text),
        }
    }
}

const SETS: [&str; 8] =
    ["postfix-exim", "outlook-pt", "servers", "held-out", "held-out-2", "held-out-3", "held-out-4", "held-out-5"];

/// Every notice of a set with its bytes.
fn specimens(set: &str) -> Vec<(Truth, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/receipts");
    let truth = std::fs::read_to_string(folder.join(format!("{set}.truth.jsonl"))).unwrap();
    let read = |line: &str| {
        let truth: Truth = serde_json::from_str(line).unwrap();
        let raw = std::fs::read(folder.join(set).join(&truth.file)).unwrap();
        (truth, raw)
    };
    truth.lines().filter(|it| !it.is_empty()).map(read).collect()
}

fn name<T: serde::Serialize>(value: T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// Everything in which the reading of a notice differs from the truth.
fn differences(truth: &Truth, notice: &Notice) -> Vec<String> {
    let mut wrong = Vec::new();
    if name(notice.kind) != truth.kind {
        wrong.push(format!("is read as {}, and is {}", name(notice.kind), truth.kind));
    }
    let mut left: Vec<&NoticeRecipient> = notice.recipients.iter().collect();
    for expected in &truth.recipients {
        let accepted =
            |it: &&NoticeRecipient| expected.accept.iter().any(|a| a.to_lowercase() == it.address.to_lowercase());
        match left.iter().position(accepted) {
            Some(at) => wrong.extend(recipient_differences(expected, left.remove(at))),
            None => wrong.push(format!("{:?} is not found", expected.accept)),
        }
    }
    wrong.extend(left.iter().map(|it| format!("{} is no recipient", it.address)));
    let id = notice.original_message_ids.first();
    if !truth.ids.is_empty() && !id.is_some_and(|it| truth.ids.contains(it)) {
        wrong.push(format!("message id {id:?}, and it is {:?}", truth.ids));
    }
    let envelope = (&truth.envelope_id, &notice.envelope_id);
    match envelope {
        (Some(expected), Some(read)) if expected.has(read) => {}
        (None, None) => {}
        _ => wrong.push(format!("envelope id {envelope:?}")),
    }
    wrong
}

fn recipient_differences(expected: &RecipientTruth, read: &NoticeRecipient) -> Vec<String> {
    let mut wrong = Vec::new();
    let address = &read.address;
    if !expected.outcome.has(&name(read.outcome)) {
        wrong.push(format!("{address}: {:?}, and it is {:?}", read.outcome, expected.outcome));
    }
    let status_fits = match &read.status {
        Some(status) => expected.status.contains(status),
        None => expected.status.is_empty(),
    };
    if !status_fits {
        wrong.push(format!("{address}: status {:?}, and it is {:?}", read.status, expected.status));
    }
    if expected.permanent.is_some() && expected.permanent != read.permanent {
        wrong.push(format!("{address}: permanent {:?}, and it is {:?}", read.permanent, expected.permanent));
    }
    if expected.hard.is_some() && expected.hard != read.hard {
        wrong.push(format!("{address}: hard {:?}, and it is {:?}", read.hard, expected.hard));
    }
    wrong
}

/// Reads a whole set and wants no difference at all.
fn check(set: &str) {
    let specimens = specimens(set);
    assert!(!specimens.is_empty());
    let mut wrong = BTreeMap::new();
    for (truth, raw) in &specimens {
        let differences = differences(truth, &read_notice(raw));
        if !differences.is_empty() {
            wrong.insert(truth.file.as_str(), differences);
        }
    }
    assert!(wrong.is_empty(), "of {}: {wrong:#?}", specimens.len());
}

#[test]
fn notices_of_real_postfix_and_exim_are_read() {
    check("postfix-exim");
}

#[test]
fn notices_of_outlook_in_portuguese_are_read() {
    check("outlook-pt");
}

#[test]
fn notices_of_many_kinds_of_servers_are_read() {
    check("servers");
}

#[test]
fn notices_that_were_held_out_are_read() {
    check("held-out");
    check("held-out-2");
    check("held-out-3");
    check("held-out-4");
    check("held-out-5");
}

/// The same mail with other line ends.
fn with_line_ends(raw: &[u8], end: &[u8]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(raw.len() + raw.len() / 20);
    for byte in raw.iter().filter(|it| **it != b'\r') {
        if *byte == b'\n' {
            lines.extend_from_slice(end);
        } else {
            lines.push(*byte);
        }
    }
    lines
}

#[test]
fn every_kind_of_line_end_reads_alike() {
    for set in SETS {
        for (truth, raw) in specimens(set) {
            let plain = read_notice(&with_line_ends(&raw, b"\n"));
            assert_eq!(read_notice(&with_line_ends(&raw, b"\r\n")), plain, "{}", truth.file);
            assert_eq!(read_notice(&with_line_ends(&raw, b"\r")), plain, "{}", truth.file);
        }
    }
}

#[test]
fn a_mail_cut_or_flipped_anywhere_ends_with_a_reading() {
    for set in SETS {
        for (number, (_, raw)) in specimens(set).into_iter().enumerate().filter(|(number, _)| number % 5 == 0) {
            for step in 0..24 {
                let at = raw.len() * step / 24;
                let cut = read_notice(&raw[..at]);
                assert!(cut.recipients.len() <= raw.len());
                let mut flipped = raw.clone();
                flipped[at] ^= 1 << ((number + step) % 8);
                let flipped = read_notice(&flipped);
                assert!(flipped.kind == NoticeKind::Dsn || flipped.recipients.len() <= raw.len());
            }
        }
    }
}

#[test]
fn a_person_who_forwards_a_notice_sends_no_receipt() {
    let forwarded = "From: Maria <maria@prefeitura.example>\nTo: presidente@ipreville.example\nSubject: devolvida\n\
        MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain; charset=utf-8\n\n\
        Esta mensagem não foi entregue para maria@provedor.example, falha na entrega.\n\n--a\nContent-Type: message/rfc822\n\n\
        From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\
        Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n\
        Final-Recipient: rfc822; maria@provedor.example\nAction: failed\nStatus: 5.1.1\n\n--b--\n\n--a--\n";
    assert_eq!(read_notice(forwarded.as_bytes()), Notice::nothing(NoticeKind::NotAReceipt));
}

#[test]
fn lists_without_end_are_read_in_bounds() {
    let head = "From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\nThis is the qmail-send program.\n\n";
    for piece in [
        "<a@b.example>: 550 5.1.1\n",
        "from: a@b.example ",
        "@",
        "\"@",
        "message-id:",
        "(expanded from <a@b.example>)\n",
    ] {
        let notice = read_notice(format!("{head}{}", piece.repeat(300_000 / piece.len())).as_bytes());
        assert!(notice.recipients.len() <= 2, "{piece}");
    }
}

proptest::proptest! {
    #[test]
    fn whatever_bytes_come_a_reading_ends(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..600)) {
        let mut raw = b"From: MAILER-DAEMON@mx.example\nSubject: failure notice\nContent-Type: multipart/report; boundary=b\n\n--b\n\
            Content-Type: message/delivery-status\n\n".to_vec();
        raw.extend_from_slice(&bytes);
        proptest::prop_assert!(read_notice(&raw).recipients.len() <= bytes.len());
        proptest::prop_assert!(read_notice(&bytes).recipients.len() <= bytes.len());
    }
}
