//! Names that stand in reports: protocols and campaigns.

use std::sync::LazyLock;

use regex::Regex;

/// A protocol as people and programs write it: `AR-2025-0131`, `AR_2025_0131`, `AR 2025/0131`.
static PROTOCOL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|[^\p{L}\p{N}])([a-z]{2,6})[-_ ./–—]{1,2}(20\d\d)[-_ ./–—]{1,2}(\d{3,7})(?:$|[^\p{L}\p{N}])")
        .ok()
});

/// Letters before a year and a number that are no protocol: invoices, laws, months.
const NO_PROTOCOL: [&str; 18] = [
    "nf", "nfe", "nfse", "nfs", "lei", "art", "res", "port", "in", "de", "em", "ago", "rev", "dec", "of", "oficio",
    "ata", "no",
];

/// The protocols in a text, in its order, each once, in the form `AR-2025-0131`.
pub(super) fn protocols_in(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let Some(pattern) = PROTOCOL.as_ref() else { return found };
    let mut from = 0;
    while let Some(hit) = text.get(from..).and_then(|rest| pattern.captures(rest)) {
        let (Some(letters), Some(year), Some(number)) = (hit.get(1), hit.get(2), hit.get(3)) else { break };
        let letters_lower = letters.as_str().to_lowercase();
        if !NO_PROTOCOL.contains(&letters_lower.as_str()) {
            let protocol = format!("{}-{}-{}", letters.as_str().to_uppercase(), year.as_str(), number.as_str());
            if !found.contains(&protocol) {
                found.push(protocol);
            }
        }
        // The mark after one protocol may be the one before the next.
        from += number.end();
    }
    found
}

/// `Campanha: IPREVILLE_VACINA_0608`.
static CAMPAIGN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?im)(?:^|[\s|;])(?:nome da )?campa(?:nha|ign)\s*[:=]\s*(\S[^\r\n|;]*)").ok());

/// A campaign's name is not longer.
const CAMPAIGN_MAX: usize = 120;

/// The campaign that a text names.
pub(super) fn campaign_in(text: &str) -> Option<String> {
    let name = CAMPAIGN.as_ref()?.captures(text)?.get(1)?.as_str().trim();
    (!name.is_empty()).then(|| name.chars().take(CAMPAIGN_MAX).collect())
}

/// The text with its protocols taken out.
pub(super) fn without_protocols(text: &str) -> String {
    PROTOCOL.as_ref().map_or_else(|| text.to_owned(), |it| it.replace_all(text, " ").into_owned())
}
