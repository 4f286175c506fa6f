//! The machine-readable part: groups of fields for the message and for each recipient (RFC 3464, RFC 8098).

use super::address;

/// One group of fields about one recipient, as they stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    pub(super) original: Option<String>,
    pub(super) last: Option<String>,
    pub(super) actual: Option<String>,
    /// A name without host, where no address stands.
    pub(super) local: Option<String>,
    pub(super) action: Option<String>,
    pub(super) status: Option<String>,
    pub(super) diagnostic: Option<String>,
    /// `Disposition` of a read receipt.
    pub(super) disposition: Option<String>,
}

impl Group {
    fn names_somebody(&self) -> bool {
        self.original.is_some() || self.last.is_some() || self.actual.is_some() || self.local.is_some()
    }

    fn is_empty(&self) -> bool {
        !self.names_somebody() && self.action.is_none() && self.status.is_none() && self.diagnostic.is_none()
    }
}

/// A machine-readable part, read.
#[derive(Debug, Clone, Default)]
pub(super) struct Report {
    pub(super) envelope_id: Option<String>,
    pub(super) message_ids: Vec<String>,
    pub(super) groups: Vec<Group>,
    /// Whether any field of a report stood there at all.
    pub(super) has_fields: bool,
}

/// More recipients than any notice about one message has.
const GROUPS_MAX: usize = 20_000;

/// Reads the groups; blank lines between and within them are hints only, since servers forget and add them.
pub(super) fn read(text: &str) -> Report {
    let mut report = Report::default();
    let mut group = Group::default();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.trim().is_empty() {
            // A group without a recipient may go on below the blank line.
            if group.names_somebody() && (group.action.is_some() || group.status.is_some()) {
                close(&mut report, &mut group);
            }
            continue;
        }
        let Some((name, first)) = line.split_once(':') else { continue };
        let name = name.trim().trim_start_matches(['>', ' ', '\t']);
        let mut value = first.trim().to_owned();
        while let Some(more) = lines.next_if(|it| it.starts_with([' ', '\t']) && !it.trim().is_empty()) {
            value.push(' ');
            value.push_str(more.trim());
        }
        take(&mut report, &mut group, &name.to_ascii_lowercase(), &value);
        if report.groups.len() >= GROUPS_MAX {
            return report;
        }
    }
    close(&mut report, &mut group);
    report
}

fn close(report: &mut Report, group: &mut Group) {
    let group = std::mem::take(group);
    if group.is_empty() && group.disposition.is_none() {
        return;
    }
    if !group.names_somebody() {
        // What follows a recipient's fields after a blank line belongs to it still.
        if let Some(last) = report.groups.last_mut()
            && (last.action.is_none() || (group.action.is_none() && last.status.is_none()))
            && last.disposition.is_none()
        {
            last.action = last.action.take().or(group.action);
            last.status = last.status.take().or(group.status);
            last.diagnostic = last.diagnostic.take().or(group.diagnostic);
            last.disposition = group.disposition;
            return;
        }
    }
    report.groups.push(group);
}

fn take(report: &mut Report, group: &mut Group, name: &str, value: &str) {
    match name {
        "original-envelope-id" => {
            report.has_fields = true;
            if !value.is_empty() {
                report.envelope_id.get_or_insert_with(|| value.to_owned());
            }
        }
        "reporting-mta" | "reporting-ua" | "arrival-date" | "received-from-mta" | "dsn-gateway" | "mdn-gateway" => {
            report.has_fields = true;
        }
        "original-message-id" | "x-original-message-id" | "message-id" => {
            report.message_ids.push(bare_id(value).to_owned());
        }
        "final-recipient" => {
            report.has_fields = true;
            if group.last.is_some() || (group.local.is_some() && group.action.is_some()) {
                close(report, group);
            }
            group.last = address::of_field(value);
            if group.last.is_none() {
                group.local = address::local_of_field(value);
            }
        }
        "original-recipient" => {
            report.has_fields = true;
            if group.original.is_some() || (group.names_somebody() && group.action.is_some() && group.status.is_some())
            {
                close_unless_same(report, group, value);
            }
            group.original = address::of_field(value).or_else(|| group.original.take());
        }
        "x-actual-recipient" => {
            group.actual = address::of_field(value);
        }
        "action" => {
            report.has_fields = true;
            if group.action.is_some() {
                close(report, group);
            }
            group.action = Some(value.to_ascii_lowercase());
        }
        "status" => {
            if group.status.is_some() && group.names_somebody() && group.action.is_some() {
                group.status = better_status(group.status.take(), value);
            } else {
                group.status = Some(value.to_owned());
            }
        }
        "diagnostic-code" => {
            let known = group.diagnostic.get_or_insert_default();
            if !known.is_empty() {
                known.push(' ');
            }
            known.push_str(value);
        }
        "disposition" => {
            report.has_fields = true;
            group.disposition = Some(value.to_ascii_lowercase());
        }
        _ => {}
    }
}

/// `Original-Recipient` stands before or behind `Final-Recipient`: it begins a new group only if it names
/// somebody else than the group that is open.
fn close_unless_same(report: &mut Report, group: &mut Group, value: &str) {
    let new = address::of_field(value);
    let same = match (&group.original, &group.last, &new) {
        (Some(original), _, Some(new)) => address::same(original, new),
        (None, _, _) => true,
        (Some(_), _, None) => true,
    };
    if !same {
        close(report, group);
    }
}

fn better_status(known: Option<String>, value: &str) -> Option<String> {
    let generic = known.as_deref().is_none_or(super::codes::is_generic);
    if generic { Some(value.to_owned()) } else { known }
}

/// A Message-ID without its brackets.
pub(super) fn bare_id(value: &str) -> &str {
    let value = value.trim();
    let inner = match value.find('<') {
        Some(from) => value.get(from + 1..).unwrap_or_default(),
        None => value,
    };
    let end = inner.find(['>', ' ', '\t', '\n', '"']).unwrap_or(inner.len());
    inner.get(..end).unwrap_or_default().trim_end_matches([';', ','])
}

/// Whether a text is, by its first lines, a machine-readable part that nobody announced as one.
pub(super) fn looks_like_report(text: &str) -> bool {
    let mut score = 0;
    for line in text.lines().filter(|it| !it.trim().is_empty()).take(12) {
        let Some((name, _)) = line.split_once(':') else { return false };
        let name = name.trim();
        let is = |it: &str| name.eq_ignore_ascii_case(it);
        if is("final-recipient") || is("action") || is("reporting-mta") || is("original-recipient") || is("status") {
            score += 1;
        }
        if score >= 3 {
            return true;
        }
        if line.len() > 998 {
            return false;
        }
    }
    score >= 2
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let report = read(text);
        let found: Vec<_> = report
            .groups
            .iter()
            .map(|it| {
                let of = |field: &Option<String>| field.clone().unwrap_or_default();
                (it.original.clone().or_else(|| it.last.clone()).unwrap_or_default(), of(&it.action), of(&it.status))
            })
            .collect();
        let found: Vec<_> = found.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn groups_are_told_apart_without_blank_lines() {
        check(
            "Reporting-MTA: dns; x\nFinal-Recipient: rfc822; a@b.org\nAction: failed\nStatus: 5.1.1\n\
             Final-Recipient : rfc822; c@d.org\nAction: Delayed\nStatus: 4.4.1\n",
            &[("a@b.org", "failed", "5.1.1"), ("c@d.org", "delayed", "4.4.1")],
        );
        check(
            "Action: failed\nFinal-Recipient: rfc822; a@b.org\nStatus: 5.0.0\nAction: failed\n\
             Final-Recipient: rfc822; c@d.org\nStatus: 5.0.0\n",
            &[("a@b.org", "failed", "5.0.0"), ("c@d.org", "failed", "5.0.0")],
        );
    }

    #[test]
    fn blank_lines_within_a_group_do_not_split_it() {
        check(
            "Final-Recipient: rfc822; a@b.org\n\nAction: failed\n\nStatus: 5.1.1\n",
            &[("a@b.org", "failed", "5.1.1")],
        );
    }

    #[test]
    fn the_original_recipient_may_stand_on_either_side() {
        check(
            "Original-Recipient: rfc822; o@b.org\nFinal-Recipient: rfc822; a@b.org\nAction: failed\nStatus: 5.1.1\n\n\
             Final-Recipient: rfc822; c@d.org\nOriginal-Recipient: rfc822; p@d.org\nAction: failed\nStatus: 5.1.1\n",
            &[("o@b.org", "failed", "5.1.1"), ("p@d.org", "failed", "5.1.1")],
        );
    }
}
