//! Which package the lines of a report belong to: by the phones in them, never by guess.

use std::collections::{BTreeMap, HashMap, HashSet};

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
/// are named and a person is asked.
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

/// Lines that are looked up to find the request of a report: enough to tell, few enough for any ledger.
const LOOK_UPS_MAX: usize = 500;

/// The same where the packages are in a ledger and may be large: `requests_with` gives the protocols of the waiting
/// requests that hold a match key. Lines spread evenly over the report are looked up, never more than a few hundred.
pub fn belonging_of(lines: &[ReportLine], mut requests_with: impl FnMut(&str) -> Vec<String>) -> Belonging {
    let step = lines.len().div_ceil(LOOK_UPS_MAX).max(1);
    let keys: Vec<&str> = lines.iter().step_by(step).filter_map(|it| it.match_key.as_deref()).collect();
    let mut hits: BTreeMap<String, u64> = BTreeMap::new();
    for key in &keys {
        let mut protocols = requests_with(key);
        protocols.sort_unstable();
        protocols.dedup();
        for protocol in protocols {
            *hits.entry(protocol).or_insert(0) += 1;
        }
    }
    let needed = keys.len() as u64 * FITS_PERCENT;
    let mut fitting: Vec<String> =
        hits.into_iter().filter(|(_, hits)| hits * 100 >= needed).map(|(protocol, _)| protocol).collect();
    if fitting.len() > 1 {
        return Belonging::Several(fitting);
    }
    fitting.pop().map_or(Belonging::None, Belonging::One)
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
