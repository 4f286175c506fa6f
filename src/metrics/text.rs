//! The figures in the text form of Prometheus, with its names and units.

use std::fmt;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Registry, Unit};

use super::Health;
use crate::ledger::Queue;

/// Labels of a figure.
type Labels = Vec<(&'static str, String)>;

/// Everything that is known, as `/metrics` gives it.
pub(super) fn render(health: &Health, now: i64) -> Result<String, fmt::Error> {
    let mut registry = Registry::with_prefix("carteiro");
    intake(&mut registry, health, now);
    queues(&mut registry, health, now);
    outcomes(&mut registry, health);
    rules(&mut registry, health);
    passes(&mut registry, health);
    let mut text = String::new();
    encode(&mut text, &registry)?;
    Ok(text)
}

fn number(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn family(values: impl IntoIterator<Item = (Labels, i64)>) -> Family<Labels, Gauge> {
    let family = Family::<Labels, Gauge>::default();
    for (labels, value) in values {
        family.get_or_create(&labels).set(value);
    }
    family
}

fn gauge(registry: &mut Registry, name: &str, help: &str, value: i64) {
    let gauge: Gauge = Gauge::default();
    gauge.set(value);
    registry.register(name, help, gauge);
}

fn intake(registry: &mut Registry, health: &Health, now: i64) {
    let mailboxes = |value: &dyn Fn(i64) -> i64| {
        let one = |(name, at): (&String, &Option<i64>)| {
            (vec![("mailbox", name.clone())], value(at.unwrap_or(health.started_at)))
        };
        family(health.mailboxes.iter().map(one).collect::<Vec<_>>())
    };
    registry.register_with_unit(
        "mailbox_intake_age",
        "Time since the mailbox was last proven to be read to its end",
        Unit::Seconds,
        mailboxes(&|at| (now - at).max(0)),
    );
    registry.register_with_unit(
        "mailbox_last_intake_timestamp",
        "When the mailbox was last proven to be read to its end, since 1970",
        Unit::Seconds,
        mailboxes(&|at| at),
    );
    registry.register_with_unit(
        "proof_age",
        "Time since another proof of life last succeeded",
        Unit::Seconds,
        family(health.proofs.iter().map(|(name, at)| (vec![("proof", name.clone())], (now - at).max(0)))),
    );
}

fn queues(registry: &mut Registry, health: &Health, now: i64) {
    let all: [(&str, Queue); 5] = [
        ("mails", health.queues.mails),
        ("letters", health.queues.letters),
        ("workbook_counts", health.queues.counts),
        ("doubtful_parcels", health.queues.doubtful_parcels),
        ("doubtful_letters", health.queues.doubtful_letters),
    ];
    let label = |name: &str| vec![("queue", name.to_owned())];
    registry.register(
        "queue_length",
        "Things that wait, by queue",
        family(all.iter().map(|(name, it)| (label(name), number(it.length)))),
    );
    let age = |it: &Queue| it.oldest.map_or(0, |at| (now - at).max(0));
    registry.register_with_unit(
        "queue_oldest_age",
        "How long the oldest thing in a queue has waited; 0 if nothing waits",
        Unit::Seconds,
        family(all.iter().map(|(name, it)| (label(name), age(it)))),
    );
    gauge(registry, "workbook_counts_owed", "Counts that the workbook is owed", number(health.queues.counts.length));
}

fn outcomes(registry: &mut Registry, health: &Health) {
    registry.register(
        "requests_open",
        "Open requests by status",
        family(health.requests.iter().map(|(status, n)| (vec![("status", status.clone())], number(*n)))),
    );
    let state = |it| serde_json::to_value(it).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default();
    registry.register(
        "recipients",
        "People of all requests, by channel and by what became of them",
        family(health.people.iter().map(|(channel, outcome, n)| {
            (vec![("channel", channel.clone()), ("outcome", state(*outcome))], number(*n))
        })),
    );
    registry.register(
        "mails",
        "Mails that came in, by the place where they ended",
        family(health.mails.iter().map(|(place, n)| (vec![("place", place.clone())], number(*n)))),
    );
}

fn rules(registry: &mut Registry, health: &Health) {
    let rules = &health.rules;
    gauge(registry, "rules_loaded", "Rules in force", number(rules.count));
    gauge(
        registry,
        "rules_last_load_success",
        "Whether the rule files as they are now could be loaded (1) or the last good ones stay in force (0)",
        i64::from(rules.is_last_load_good),
    );
    let loaded: Gauge = Gauge::default();
    loaded.set(rules.loaded_at);
    registry.register_with_unit(
        "rules_last_load_timestamp",
        "When the rules in force came into force, since 1970",
        Unit::Seconds,
        loaded,
    );
    let version = vec![("carteiro", env!("CARGO_PKG_VERSION").to_owned()), ("rules", rules.version.clone())];
    registry.register("build_info", "Versions of the program and of the rules in force", family([(version, 1)]));
}

fn passes(registry: &mut Registry, health: &Health) {
    let passes = Family::<Labels, Counter>::default();
    for (result, n) in [("done", health.passes), ("failed", health.passes_failed)] {
        passes.get_or_create(&vec![("result", result.to_owned())]).inc_by(n);
    }
    registry.register("passes", "Passes of the loop since the start", passes);
    let last: Gauge = Gauge::default();
    last.set(health.last_pass_at.unwrap_or(health.started_at));
    registry.register_with_unit(
        "last_pass_timestamp",
        "When the last pass of the loop ended, since 1970",
        Unit::Seconds,
        last,
    );
}

#[cfg(test)]
mod tests {
    use super::super::{Health, RulesHealth};
    use crate::ledger::{Queue, Queues};
    use crate::office::RecipientState;

    #[test]
    fn names_and_units_are_those_of_prometheus() {
        let health = Health {
            started_at: 100,
            mailboxes: [("assessoria".to_owned(), Some(940)), ("presidente".to_owned(), None)].into(),
            proofs: [("canary".to_owned(), 700)].into(),
            queues: Queues { counts: Queue { length: 2, oldest: Some(400) }, ..Queues::default() },
            requests: [("sending".to_owned(), 1)].into(),
            people: vec![("email".to_owned(), RecipientState::InDoubt, 3)],
            mails: [("done".to_owned(), 7)].into(),
            rules: RulesHealth { count: 15, version: "ab12".to_owned(), is_last_load_good: false, loaded_at: 90 },
            passes: 5,
            passes_failed: 1,
            last_pass_at: Some(990),
            failing: None,
        };
        let text = super::render(&health, 1000).unwrap();
        for line in [
            "# TYPE carteiro_mailbox_intake_age_seconds gauge",
            "carteiro_mailbox_intake_age_seconds{mailbox=\"assessoria\"} 60",
            "carteiro_mailbox_intake_age_seconds{mailbox=\"presidente\"} 900",
            "carteiro_proof_age_seconds{proof=\"canary\"} 300",
            "carteiro_queue_length{queue=\"workbook_counts\"} 2",
            "carteiro_queue_oldest_age_seconds{queue=\"workbook_counts\"} 600",
            "carteiro_queue_oldest_age_seconds{queue=\"letters\"} 0",
            "carteiro_workbook_counts_owed 2",
            "carteiro_requests_open{status=\"sending\"} 1",
            "carteiro_recipients{channel=\"email\",outcome=\"in-doubt\"} 3",
            "carteiro_mails{place=\"done\"} 7",
            "carteiro_rules_loaded 15",
            "carteiro_rules_last_load_success 0",
            "# TYPE carteiro_passes counter",
            "carteiro_passes_total{result=\"failed\"} 1",
            "# EOF",
        ] {
            assert!(text.lines().any(|it| it == line), "no line `{line}` in\n{text}");
        }
    }
}
