//! Notices that are JSON in a mail: Amazon SES, with or without the envelope of SNS.

use serde::Deserialize as _;
use serde_json::Value;

use super::notice::{Notice, NoticeKind, NoticeOutcome};
use super::recipient::{Findings, recipient_of};
use super::status::{Group, bare_id};

/// Reads the first JSON object of a text if it is such a notice; a complaint is none.
pub(super) fn read(text: &str) -> Option<Notice> {
    let from = text.find('{')?;
    let early = text.get(..from)?.trim().len() < 400;
    if !early || !(text.contains("otificationType") || text.contains("ventType")) {
        return None;
    }
    let value = first_value(text.get(from..)?)?;
    let inner = value.get("Message").and_then(Value::as_str).and_then(first_value);
    notice(inner.as_ref().unwrap_or(&value))
}

/// The first JSON value of a text; a text broken into lines by mail is mended first.
fn first_value(text: &str) -> Option<Value> {
    let parse = |text: &str| Value::deserialize(&mut serde_json::Deserializer::from_str(text)).ok();
    parse(text).or_else(|| parse(&text.replace('\n', "")))
}

fn notice(event: &Value) -> Option<Notice> {
    let kind = event.get("notificationType").or_else(|| event.get("eventType"))?.as_str()?;
    let mail = event.get("mail");
    let mut findings = Findings::default();
    if let Some(mail) = mail {
        findings.ids.extend(message_ids(mail));
    }
    let recipients = match kind {
        "Bounce" => listed(event.get("bounce")?.get("bouncedRecipients")?, NoticeOutcome::Failed),
        "Delivery" => listed(event.get("delivery")?.get("recipients")?, NoticeOutcome::Delivered),
        "DeliveryDelay" => listed(event.get("deliveryDelay")?.get("delayedRecipients")?, NoticeOutcome::Delayed),
        _ => return Some(Notice::nothing(NoticeKind::NotAReceipt)),
    };
    findings.recipients = recipients?;
    Some(findings.into_notice(NoticeKind::Dsn))
}

fn message_ids(mail: &Value) -> Vec<String> {
    let common = mail.get("commonHeaders").and_then(|it| it.get("messageId")).and_then(Value::as_str);
    let header =
        mail.get("headers").and_then(Value::as_array).into_iter().flatten().find(|it| {
            it.get("name").and_then(Value::as_str).is_some_and(|name| name.eq_ignore_ascii_case("message-id"))
        });
    let header = header.and_then(|it| it.get("value")).and_then(Value::as_str);
    let own = mail.get("messageId").and_then(Value::as_str);
    [common, header, own].into_iter().flatten().map(|it| bare_id(it).to_owned()).collect()
}

fn listed(recipients: &Value, outcome: NoticeOutcome) -> Option<Vec<super::notice::NoticeRecipient>> {
    let read = recipients.as_array()?.iter().filter_map(|it| {
        let field = |name: &str| it.get(name).and_then(Value::as_str).map(str::to_owned);
        let address = it.as_str().map(str::to_owned).or_else(|| field("emailAddress"))?;
        let group = Group {
            last: super::address::of_field(&address),
            status: field("status"),
            diagnostic: field("diagnosticCode"),
            ..Group::default()
        };
        recipient_of(&group, outcome, "")
    });
    Some(read.collect())
}
