//! The examples of the rules as mails, understood as any other mail would be.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use base64::Engine as _;
use jiff::civil::DateTime;

use crate::mail::authenticity::IdentityPolicy;
use crate::mail::incoming::IncomingMail;
use crate::office::calendar::Holidays;
use crate::office::{Channel, Class, EmailAddress, Facts, KnownMessageIds, KnownRequest};
use crate::rules::{Diagnostic, ExampleMail, ExampleSender, RuleSet, check_examples};
use crate::understanding::{Setting, understand};

/// Tries every example of a rule set by understanding its mail.
#[must_use]
pub fn try_examples(rules: &RuleSet) -> Vec<Diagnostic> {
    let known = [known_request(rules)];
    // The day is fixed: an example means the same in every year.
    let now = DateTime::constant(2026, 11, 23, 9, 0, 0, 0);
    let holidays = Holidays::default();
    let identity = IdentityPolicy { authserv_id: None, exchange_internal: true };
    let setting = Setting {
        office: &rules.office,
        vocabulary: &rules.vocabulary,
        identity: &identity,
        known: &known,
        holidays: &holidays,
        media: &rules.media,
        now,
    };
    let understood = understood(rules, &setting);
    check_examples(rules, &|example| {
        understood.get(example).cloned().unwrap_or_else(|| facts(rules, example, &setting))
    })
}

/// The facts of every example, each mail understood once, on all processors: an administrator waits for it.
fn understood<'r>(rules: &'r RuleSet, setting: &Setting<'_>) -> BTreeMap<&'r ExampleMail, Facts> {
    let mails: BTreeSet<&ExampleMail> = rules.rules.iter().flat_map(|it| &it.examples).map(|it| &it.mail).collect();
    let mails: Vec<&ExampleMail> = mails.into_iter().collect();
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = mails.len().div_ceil(workers).max(1);
    // The index of the vocabulary stays; made by a worker it would stay among the worker's own memory.
    let _ = rules.vocabulary.standing("");
    let read = |part: &[&'r ExampleMail]| -> Vec<(&'r ExampleMail, Facts)> {
        part.iter().map(|mail| (*mail, facts(rules, mail, setting))).collect()
    };
    std::thread::scope(|scope| {
        let parts: Vec<_> = mails.chunks(share).map(|part| scope.spawn(|| read(part))).collect();
        // A worker that did not come back leaves its mails to the caller, which understands them itself.
        parts.into_iter().filter_map(|it| it.join().ok()).flatten().collect()
    })
}

fn facts(rules: &RuleSet, example: &ExampleMail, setting: &Setting<'_>) -> Facts {
    let raw = raw_mail(rules, example);
    match IncomingMail::parse(&raw) {
        Ok(mail) => understand(&mail, setting).facts,
        Err(_) => Facts::of(Class::Unrelated),
    }
}

/// `AR-2026-0001`, sent to the list and waiting for its report: what examples of replies and reports refer to.
fn known_request(rules: &RuleSet) -> KnownRequest {
    let area = rules.office.areas.keys().next().cloned();
    let requester = ExampleSender::AnyArea.address(&rules.office).map(|it| it.to_string()).unwrap_or_default();
    KnownRequest {
        protocol: "AR-2026-0001".to_owned(),
        area,
        requester,
        channel: Channel::ALL.into(),
        audience: Some(crate::office::Audience::Specific),
        status: "waiting-window".to_owned(),
        subject: "Prova de vida 2026".to_owned(),
        recipients: Some(52),
        message_ids: KnownMessageIds {
            request: Some("<pedido@exemplo.example>".to_owned()),
            ..KnownMessageIds::default()
        },
        received_at: "2026-11-23T08:55".to_owned(),
        ..KnownRequest::default()
    }
}

/// A list with the columns that requests and notices use.
const LIST: &str = "Nome;E-mail;Celular;Data;Hora;Local;Protocolo;Situação\r\n\
    Ana de Exemplo;ana@correio.example;(47) 99000-0001;10/12/2026;9h;Sala 2;2026/101;em análise\r\n\
    Beto de Exemplo;beto@correio.example;(47) 99000-0002;10/12/2026;10h;Sala 2;2026/102;em análise\r\n\
    Carla de Exemplo;carla@correio.example;(47) 99000-0003;10/12/2026;11h;Sala 2;2026/103;em análise\r\n";

/// The boundary of the parts; no example holds it.
const BOUNDARY: &str = "=_exemplo_do_carteiro_=";

/// The example as a mail program would have sent it.
fn raw_mail(rules: &RuleSet, example: &ExampleMail) -> Vec<u8> {
    let from = example.from.address(&rules.office);
    let from = from.as_ref().map_or("ninguem@exemplo.example", EmailAddress::as_str);
    let to = rules.office.assessoria.enderecos.first().unwrap_or(&rules.office.assessoria.envia_de);
    let one_line = |text: &str| text.replace(['\r', '\n'], " ");
    let mut mail = String::new();
    let host = from.rsplit('@').next().unwrap_or(from);
    let proof = if !example.from.is_proved() {
        "Authentication-Results: mx.exemplo; spf=fail; dkim=none; dmarc=fail\r\nX-MS-Exchange-Organization-AuthAs: Anonymous\r\n".to_owned()
    } else if EmailAddress::parse(from).is_ok_and(|it| rules.office.is_internal(&it)) {
        "X-MS-Exchange-Organization-AuthAs: Internal\r\n".to_owned()
    } else {
        format!(
            "Authentication-Results: mx.exemplo; dmarc=pass header.from={host}\r\nX-MS-Exchange-Organization-AuthAs: Anonymous\r\n"
        )
    };
    let _ = write!(
        mail,
        "{proof}From: <{from}>\r\nTo: <{to}>\r\nSubject: {}\r\nDate: Mon, 23 Nov 2026 08:59:00 -0300\r\n\
         Message-ID: <exemplo@{host}>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"{BOUNDARY}\"\r\n\r\n\
         --{BOUNDARY}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n",
        one_line(&example.subject),
        example.text.trim().replace("\r\n", "\n").replace('\n', "\r\n"),
    );
    for name in &example.attachments {
        let safe = one_line(name).replace('"', "'");
        let content = base64::engine::general_purpose::STANDARD.encode(content_of(&safe));
        let _ = write!(
            mail,
            "--{BOUNDARY}\r\nContent-Type: application/octet-stream; name=\"{safe}\"\r\n\
             Content-Disposition: attachment; filename=\"{safe}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{content}\r\n",
        );
    }
    let _ = write!(mail, "--{BOUNDARY}--\r\n");
    mail.into_bytes()
}

/// What stands in a file of that name: three invented people in a list, next to nothing in all else. Files are told
/// apart by their content, and a plain list is read faster than a workbook: rules have many examples.
fn content_of(name: &str) -> &'static [u8] {
    let lower = name.to_lowercase();
    let ending = lower.rsplit('.').next().unwrap_or_default();
    match ending {
        "xlsx" | "xls" | "ods" | "csv" | "txt" => LIST.as_bytes(),
        "png" => {
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
        }
        "jpg" | "jpeg" => b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9",
        "pdf" => b"%PDF-1.4\n%%EOF\n",
        _ => b"exemplo",
    }
}
