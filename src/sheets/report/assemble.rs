//! From sections to the report: counts from the lines, checked against the totals that are stated.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::figures::Figures;
use super::table::Section;
use super::words::Words;
use super::{LineState, Report, ReportLine};

/// Puts the sections of one file together; `None` if they say nothing of a sending.
pub(super) fn report(sections: Vec<Section>, words: &Words) -> Option<Report> {
    let mut protocols: Vec<String> = Vec::new();
    let mut note = |protocol: Option<&String>| {
        if let Some(protocol) = protocol.filter(|it| !protocols.contains(it)) {
            protocols.push(protocol.clone());
        }
    };
    for section in &sections {
        note(section.protocol.as_ref());
        section.lines.iter().for_each(|line| note(line.protocol.as_ref()));
    }
    let mut whole = if protocols.len() > 1 { several(sections, &protocols, words) } else { single(sections, words) };
    whole.protocols = protocols;
    whole.tells_of_a_sending().then_some(whole)
}

/// The reports of several files of one ZIP: parts where they name different requests, else one filled by the others.
pub(super) fn of_files(reports: Vec<Report>) -> Option<Report> {
    let mut protocols: Vec<String> = Vec::new();
    for protocol in reports.iter().flat_map(|it| &it.protocols) {
        if !protocols.contains(protocol) {
            protocols.push(protocol.clone());
        }
    }
    let apart = reports.len() > 1 && protocols.len() == reports.len();
    if !apart {
        return reports.into_iter().reduce(Report::completed_by);
    }
    let mut whole = sum_of(reports, Vec::new());
    whole.protocols = protocols;
    Some(whole)
}

/// A report about one request.
fn single(sections: Vec<Section>, words: &Words) -> Report {
    let mut lines = Vec::new();
    let mut stated: Vec<Figures> = Vec::new();
    let mut said = String::new();
    let mut campaign = None;
    for section in sections {
        lines.extend(section.lines);
        campaign = campaign.or(section.campaign);
        said.push_str(&section.said);
        said.push('\n');
        stated.push(section.figures);
    }
    let mut report = counted(lines, agreed(stated));
    report.campaign = campaign;
    report.complete = progress(&report, words.progress_in(&said));
    report
}

/// A report about several requests: one part for each, and their sums.
fn several(sections: Vec<Section>, protocols: &[String], words: &Words) -> Report {
    let mut by_protocol: BTreeMap<String, Vec<Section>> = BTreeMap::new();
    let mut nobodys = Vec::new();
    for mut section in sections {
        let mut own: BTreeMap<Option<String>, Vec<ReportLine>> = BTreeMap::new();
        for line in std::mem::take(&mut section.lines) {
            own.entry(line.protocol.clone().or_else(|| section.protocol.clone())).or_default().push(line);
        }
        for (protocol, lines) in own {
            match protocol {
                Some(it) => by_protocol.entry(it).or_default().push(Section { lines, ..Section::default() }),
                None => nobodys.extend(lines),
            }
        }
        if let Some(protocol) = section.protocol.clone() {
            by_protocol.entry(protocol).or_default().push(section);
        }
    }
    let parts: Vec<Report> = protocols
        .iter()
        .filter_map(|protocol| {
            let mut part = single(by_protocol.remove(protocol)?, words);
            part.protocols = vec![protocol.clone()];
            part.tells_of_a_sending().then_some(part)
        })
        .collect();
    sum_of(parts, nobodys)
}

/// The sums of the parts; lines of no protocol stay with the whole and are said.
fn sum_of(parts: Vec<Report>, nobodys: Vec<ReportLine>) -> Report {
    let sum = |of: fn(&Report) -> Option<u64>| parts.iter().map(of).try_fold(0, |sum, it| Some(sum + it?));
    let some_sum = |of: fn(&Report) -> Option<u64>| parts.iter().filter_map(of).reduce(|a, b| a + b);
    let mut whole = Report {
        base: sum(|it| it.base),
        sent: sum(|it| it.sent),
        delivered: sum(|it| it.delivered),
        read: some_sum(|it| it.read),
        failed: sum(|it| it.failed),
        pending: some_sum(|it| it.pending),
        complete: parts
            .iter()
            .map(|it| it.complete)
            .reduce(|a, b| match (a, b) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), Some(true)) => Some(true),
                (_, None) | (None, _) => None,
            })
            .flatten(),
        ..Report::default()
    };
    for part in &parts {
        for (reason, count) in &part.reasons {
            *whole.reasons.entry(reason.clone()).or_insert(0) += count;
        }
    }
    if !nobodys.is_empty() {
        let rows: Vec<String> = nobodys.iter().take(ROWS_NAMED_MAX).map(|it| it.row.to_string()).collect();
        whole.disagreements.push(format!(
            "{} linha(s) sem protocolo (por exemplo: {})",
            nobodys.len(),
            rows.join(", ")
        ));
        whole.lines = nobodys;
    }
    whole.parts = parts;
    whole
}

/// Rows that are named as examples.
const ROWS_NAMED_MAX: usize = 5;

/// The stated figures of several stretches: the first that says something, the others checked against it.
fn agreed(stated: Vec<Figures>) -> Figures {
    let mut first: Option<Figures> = None;
    for figures in stated {
        match &mut first {
            None if figures.is_empty() && figures.reasons.is_empty() => {}
            None => first = Some(figures),
            Some(kept) => kept.complete_with(figures),
        }
    }
    first.unwrap_or_default()
}

/// Counts lines and compares them with the stated totals.
fn counted(lines: Vec<ReportLine>, stated: Figures) -> Report {
    let mut report = Report { disagreements: stated.contradictions.clone(), ..Report::default() };
    if lines.is_empty() {
        take_stated(&mut report, stated);
        return report;
    }
    let lines = without_steps(lines);
    let tally = Tally::of(&lines);
    report.disagreements.extend(tally.unknown_words(&lines));
    report.disagreements.extend(two_states(&lines));
    let whole = stated.base.or(stated.sent);
    if whole.is_some_and(|it| it > tally.all) {
        let whole = whole.unwrap_or_default();
        // A list of the failures alone below the totals of all is complete in itself.
        let only_failures = tally.failed == tally.all && stated.failed == Some(tally.failed);
        if !only_failures {
            report.disagreements.push(format!("o total informado é {whole}, mas há só {} linha(s)", tally.all));
        }
        take_stated(&mut report, stated);
        if report.reasons.is_empty() {
            report.reasons = tally.reasons;
        }
        report.failed = report.failed.or(Some(tally.failed));
    } else {
        tally.compare(&stated, &mut report.disagreements);
        let tells_deliveries = tally.delivered > 0 || tally.sent_only == 0 || stated.delivered.is_some();
        report.base = stated.base;
        report.sent = Some(tally.all - tally.pending - tally.unknown);
        report.delivered = tells_deliveries.then_some(tally.delivered);
        report.read = (tally.read > 0 || stated.read.is_some()).then_some(tally.read);
        report.failed = Some(tally.failed);
        report.pending = (tally.pending > 0 || stated.pending.is_some()).then_some(tally.pending);
        report.reasons = if tally.reasons.is_empty() { stated.reasons } else { tally.reasons };
    }
    report.lines = lines;
    report
}

fn take_stated(report: &mut Report, stated: Figures) {
    report.base = stated.base;
    report.sent = stated.sent;
    report.delivered = stated.delivered;
    report.read = stated.read;
    // `31 enviadas, 29 entregues, 2 sem WhatsApp`: reasons that fill what is left are the failures.
    let reasons: u64 = stated.reasons.values().sum();
    let left = stated.sent.zip(stated.delivered).and_then(|(sent, delivered)| sent.checked_sub(delivered));
    report.failed = stated.failed.or(left.filter(|it| *it > 0 && *it == reasons));
    report.pending = stated.pending;
    report.reasons = stated.reasons;
}

/// Whether the sending is over: what is said, or people who still wait.
pub(super) fn progress(report: &Report, said: Option<bool>) -> Option<bool> {
    match said {
        Some(false) => Some(false),
        _ if report.pending.unwrap_or(0) > 0 => Some(false),
        _ if report.sent.zip(report.base).is_some_and(|(sent, base)| sent < base) && said.is_none() => None,
        said => said,
    }
}

/// Lines counted by state.
#[derive(Debug, Default)]
struct Tally {
    all: u64,
    pending: u64,
    sent_only: u64,
    delivered: u64,
    read: u64,
    failed: u64,
    unknown: u64,
    reasons: BTreeMap<String, u64>,
}

impl Tally {
    fn of(lines: &[ReportLine]) -> Self {
        let mut tally = Self::default();
        for line in lines {
            tally.all += 1;
            match line.state {
                LineState::Pending => tally.pending += 1,
                LineState::Sent => tally.sent_only += 1,
                LineState::Delivered => tally.delivered += 1,
                LineState::Read => {
                    tally.read += 1;
                    tally.delivered += 1;
                }
                LineState::Failed => {
                    tally.failed += 1;
                    if let Some(reason) = &line.reason {
                        *tally.reasons.entry(reason.clone()).or_insert(0) += 1;
                    }
                }
                LineState::Unknown => tally.unknown += 1,
            }
        }
        tally
    }

    /// States that the vocabulary does not know, so that a person adds the word.
    fn unknown_words(&self, lines: &[ReportLine]) -> Option<String> {
        let mut words: Vec<&str> =
            lines.iter().filter(|it| it.state == LineState::Unknown).map(|it| it.status_word.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        words.truncate(ROWS_NAMED_MAX);
        (self.unknown > 0).then(|| format!("{} linha(s) com situação desconhecida: {}", self.unknown, words.join(", ")))
    }

    /// Totals that are stated and do not agree with the lines.
    fn compare(&self, stated: &Figures, disagreements: &mut Vec<String>) {
        let pairs = [
            ("contatos", stated.base, self.all),
            ("enviadas", stated.sent, self.all - self.pending - self.unknown),
            ("entregues", stated.delivered, self.delivered),
            ("lidas", stated.read, self.read),
            ("falhas", stated.failed, self.failed),
            ("pendentes", stated.pending, self.pending),
        ];
        for (name, total, lines) in pairs {
            if let Some(total) = total.filter(|it| *it != lines) {
                disagreements.push(format!("{name}: o total informado é {total}, as linhas dão {lines}"));
            }
        }
    }
}

/// An export of events has a line for each step of a message: sent, delivered, read. The furthest step stands for all.
fn without_steps(lines: Vec<ReportLine>) -> Vec<ReportLine> {
    let mut of_phone: HashMap<(Option<String>, String), Vec<usize>> = HashMap::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let digits: String = line.phone.chars().filter(char::is_ascii_digit).collect();
        of_phone.entry((line.protocol.clone(), digits)).or_default().push(at);
    }
    let state = |at: &usize| lines.get(*at).map_or(LineState::Unknown, |it| it.state);
    let mut earlier_steps = HashSet::new();
    for places in of_phone.values().filter(|it| it.len() > 1) {
        let states: BTreeSet<LineState> = places.iter().map(state).collect();
        let are_steps = states.len() == places.len()
            && !states.contains(&LineState::Failed)
            && !states.contains(&LineState::Unknown);
        let furthest = places.iter().max_by_key(|at| state(at));
        if are_steps {
            earlier_steps.extend(places.iter().filter(|it| Some(*it) != furthest).copied());
        }
    }
    let kept = lines.into_iter().enumerate().filter(|(at, _)| !earlier_steps.contains(at));
    kept.map(|(_, line)| line).collect()
}

/// The same phone with two different ends: to be looked at.
fn two_states(lines: &[ReportLine]) -> Vec<String> {
    let mut first: HashMap<&str, (&ReportLine, bool)> = HashMap::with_capacity(lines.len());
    let mut found = Vec::new();
    for line in lines {
        let Some(key) = line.match_key.as_deref() else { continue };
        let (earlier, said) = first.entry(key).or_insert((line, false));
        let differs = (earlier.state == LineState::Failed) != (line.state == LineState::Failed);
        if differs && !*said && found.len() < ROWS_NAMED_MAX {
            *said = true;
            found.push(format!("o mesmo telefone com falha e sem falha (linhas {} e {})", earlier.row, line.row));
        }
    }
    found
}
