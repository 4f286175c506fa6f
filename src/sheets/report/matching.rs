//! Which package the lines of a report belong to: by the phones in them, never by guess.

use std::collections::{HashMap, HashSet};

use super::{LineState, ReportLine};

/// The phones of one package that waits for its report.
#[derive(Debug, Clone, Default)]
pub struct Package {
    /// Its protocol.
    pub protocol: String,
    /// Its match keys (area code and last eight digits), each with the number of people behind it.
    pub keys: HashMap<String, u32>,
}

/// Which package the lines of a report belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Belonging {
    /// To this one.
    One(String),
    /// Two or more fit: a person is asked.
    Several(Vec<String>),
    /// To none.
    None,
}

/// How lines fit the packages that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matching {
    /// The package they belong to.
    pub belonging: Belonging,
    /// For that one package: lines whose phone is in it.
    pub matched: u64,
    /// For that one package: rows whose phone is not in it.
    pub strangers: Vec<u32>,
    /// Keys behind which several people stand, or of which the report says two things: to be looked at.
    pub collisions: Vec<String>,
}

/// A package fits if at least so many of a hundred lines are in it.
const FITS_PERCENT: u64 = 80;

/// Finds the package to which the lines of a report belong, by the phones in them. Never guesses: two candidates
/// are named and a person is asked. A line that names a protocol is matched with that package alone.
#[must_use]
pub fn match_lines(lines: &[ReportLine], packages: &[Package]) -> Matching {
    let keyed: Vec<(&ReportLine, &str)> =
        lines.iter().filter_map(|it| it.match_key.as_deref().map(|key| (it, key))).collect();
    let hits = |package: &Package| keyed.iter().filter(|(_, key)| package.keys.contains_key(*key)).count() as u64;
    let all = keyed.len() as u64;
    let fitting: Vec<&Package> = packages.iter().filter(|it| all > 0 && hits(it) * 100 >= all * FITS_PERCENT).collect();
    match fitting.as_slice() {
        [] => Matching { belonging: Belonging::None, matched: 0, strangers: Vec::new(), collisions: Vec::new() },
        [package] => fitted(lines, &keyed, package),
        several => Matching {
            belonging: Belonging::Several(several.iter().map(|it| it.protocol.clone()).collect()),
            matched: 0,
            strangers: Vec::new(),
            collisions: Vec::new(),
        },
    }
}

fn fitted(lines: &[ReportLine], keyed: &[(&ReportLine, &str)], package: &Package) -> Matching {
    let is_in = |line: &ReportLine| line.match_key.as_ref().is_some_and(|it| package.keys.contains_key(it));
    Matching {
        belonging: Belonging::One(package.protocol.clone()),
        matched: lines.iter().filter(|it| is_in(it)).count() as u64,
        strangers: lines.iter().filter(|it| !is_in(it)).map(|it| it.row).collect(),
        collisions: collisions(keyed, package),
    }
}

/// Keys of which it cannot be said whose state a line tells: two people on one phone, or two ends of one phone.
fn collisions(keyed: &[(&ReportLine, &str)], package: &Package) -> Vec<String> {
    let mut first: HashMap<&str, LineState> = HashMap::with_capacity(keyed.len());
    let mut found: Vec<String> = Vec::new();
    let mut said: HashSet<&str> = HashSet::new();
    for (line, key) in keyed {
        let shared = package.keys.get(*key).is_some_and(|it| *it > 1);
        let earlier = *first.entry(key).or_insert(line.state);
        let two_ends = (earlier == LineState::Failed) != (line.state == LineState::Failed);
        if (shared || two_ends) && said.insert(key) {
            found.push((*key).to_owned());
        }
    }
    found
}
