//! Sending: parcels and per-person messages, on loopback, at a distance, and to a real Postfix.

use std::path::Path;
use std::time::Duration;

use carteiro::office::{Channel, RecipientState, RequestId};

use crate::figure::{Goal, Scale, median, tell};
use crate::mailhost::{MailHost, Options};
use crate::office::{Office, disk, runtime};
use crate::peers::{NodeMailer, Sink, Source, far_away};
use crate::work::{Cost, elsewhere, timed};

/// Connections of both sides.
const CONNECTIONS: u32 = 4;

/// Recipients of a parcel.
const PARCEL: u32 = 100;

const TO: &str = "segurado@segurados.test";

/// Writes down a request that is leaving: `FOLDER PEOPLE PER_PERSON`.
pub fn prepare(arguments: &[&str]) {
    let [root, people, per_person] = arguments else { panic!("{arguments:?}") };
    let office = Office::at(Path::new(root));
    timed(|| office.campaign(&mut office.ledger(), people.parse().unwrap(), *per_person == "yes"));
}

/// Sends what was prepared: `FOLDER PORT CONNECTIONS PARCEL`.
pub fn work(arguments: &[&str]) {
    let [root, port, connections, parcel] = arguments else { panic!("{arguments:?}") };
    let mut office = Office::at(Path::new(root));
    office.config.smtp.connections = connections.parse().unwrap();
    office.config.smtp.recipients_per_message = parcel.parse().unwrap();
    let mut daemon = office.daemon(port.parse().unwrap());
    let runtime = runtime();
    timed(|| runtime.block_on(daemon.pass()).unwrap());
}

struct Round {
    port: u16,
    people: u32,
    parcel: u32,
    per_person: bool,
}

impl Round {
    fn ours(&self) -> Cost {
        let dir = tempfile::tempdir_in(disk()).unwrap();
        let root = dir.path().to_str().unwrap();
        elsewhere("prepare", &[root, &self.people.to_string(), if self.per_person { "yes" } else { "no" }]);
        let numbers = [u32::from(self.port), CONNECTIONS, self.parcel].map(|it| it.to_string());
        let cost = elsewhere("send", &[root, &numbers[0], &numbers[1], &numbers[2]]);
        let ledger = Office::at(dir.path()).ledger();
        let sent = RecipientState::Accepted;
        let tally = ledger.tally(RequestId(1), Channel::Email).unwrap();
        assert_eq!(tally.of(sent), u64::from(self.people), "{tally:?}");
        cost
    }

    fn peer(&self) -> f64 {
        let recipients = if self.per_person { 1 } else { self.parcel };
        let messages = self.people / recipients;
        Source { port: self.port, connections: CONNECTIONS, messages, recipients, to: TO }.seconds()
    }

    /// Both in turns: recipients a second of ours and of the peer, and our largest memory.
    fn rates(&self, rounds: usize) -> (f64, f64, f64) {
        let (mut ours, mut peer, mut peak) = (Vec::new(), Vec::new(), 0.0_f64);
        for _ in 0..rounds {
            peer.push(f64::from(self.people) / self.peer());
            let cost = self.ours();
            ours.push(f64::from(self.people) / cost.seconds);
            peak = peak.max(cost.peak_mib);
        }
        (median(ours), median(peer), peak)
    }
}

pub fn figures(scale: Scale) {
    let rounds = scale.rounds();
    let sink = Sink::start(&[]);
    let parcels = Round { port: sink.port, people: scale.of(40_000, 100_000), parcel: PARCEL, per_person: false };
    let (ours, peer, _) = parcels.rates(rounds);
    tell("parcels of 100, loopback", ours, "recipients/s", Some(peer), Goal::RatioAtLeast(3.0));

    let persons = Round { port: sink.port, people: scale.of(10_000, 40_000), parcel: 500, per_person: true };
    let (ours, peer, _) = persons.rates(rounds);
    tell("per-person messages, loopback", ours, "mails/s", Some(peer), Goal::RatioAtLeast(1.0));

    beside_nodemailer(&persons);

    let port = far_away(sink.port, Duration::from_millis(5));
    let far = Round { port, people: scale.of(4_000, 16_000), ..parcels };
    let (ours, peer, _) = far.rates(1);
    tell("parcels of 100, 10 ms away", ours, "recipients/s", Some(peer), Goal::RatioAtLeast(30.0));

    let plain = Sink::start(&["-p"]);
    let plain = Round { port: plain.port, people: scale.of(10_000, 40_000), parcel: PARCEL, per_person: false };
    let (ours, peer, _) = plain.rates(1);
    tell("parcels of 100, a server without PIPELINING", ours, "recipients/s", Some(peer), Goal::None);

    let all = scale.of(160_000, 1_600_000);
    let parcels = Round { port: sink.port, people: all, parcel: PARCEL, per_person: false };
    let (ours, peer, peak) = parcels.rates(1);
    let (seconds, limit) = (f64::from(all) / ours, f64::from(all) / peer);
    tell(&format!("{all} recipients in parcels"), seconds, "s", Some(limit), Goal::RatioAtMost(0.35));
    tell(&format!("{all} recipients in parcels, memory"), peak, "MiB", None, Goal::AtMost(48.0));
}

/// The same messages by nodemailer's pool, where it is installed.
fn beside_nodemailer(persons: &Round) {
    let messages = persons.people / 5;
    let Some((seconds, cpu)) = (NodeMailer { port: persons.port, connections: CONNECTIONS, messages }).costs() else {
        eprintln!("nodemailer is not installed (NODE_PATH): not compared");
        return;
    };
    let (ours, people) = (persons.ours(), f64::from(persons.people));
    let name = "per-person messages, beside nodemailer's pool";
    let theirs = f64::from(messages) / seconds;
    tell(name, people / ours.seconds, "mails/s", Some(theirs), Goal::RatioAtLeast(9.0));
    let theirs = cpu / f64::from(messages) * 1000.0;
    tell(
        &format!("{name}, processor"),
        ours.cpu / people * 1000.0,
        "ms a mail",
        Some(theirs),
        Goal::RatioAtMost(1.0 / 15.0),
    );
}

/// Against a real Postfix with its durable queue on the same disk.
pub fn postfix(scale: Scale) {
    let host = throwing_away(&[]);
    let people = scale.of(10_000, 50_000);
    let round = Round { port: host.ports().mx, people, parcel: PARCEL, per_person: false };
    let (ours, peer, _) = round.rates(scale.rounds());
    tell("parcels of 100, to a real Postfix", ours, "recipients/s", Some(peer), Goal::RatioAtLeast(0.9));
    let round = Round { people: scale.of(1_000, 5_000), parcel: 500, per_person: true, ..round };
    let (ours, peer, _) = round.rates(scale.rounds());
    tell("per-person messages, to a real Postfix", ours, "mails/s", Some(peer), Goal::RatioAtLeast(0.9));
    drop(host);
    // The peer asks for no receipts, of which Postfix makes a mail each: the same work, where none can be asked for.
    let host = throwing_away(&["smtpd_discard_ehlo_keywords = dsn"]);
    let round = Round { port: host.ports().mx, ..round };
    let (ours, peer, _) = round.rates(scale.rounds());
    let name = "per-person messages, to a real Postfix that gives no receipts";
    tell(name, ours, "mails/s", Some(peer), Goal::RatioAtLeast(0.9));
}

/// A Postfix that queues what it takes, and then throws it away.
fn throwing_away(more: &[&str]) -> MailHost {
    let settings = [
        "mynetworks = 127.0.0.0/8",
        "smtpd_relay_restrictions = permit_mynetworks, reject",
        "default_transport = discard:",
        "virtual_transport = discard:",
        "transport_maps =",
    ];
    let main_cf = settings.iter().chain(more).map(|it| (*it).to_owned()).collect();
    MailHost::start_with(&Options { main_cf, ..Options::default() })
}
