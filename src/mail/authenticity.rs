//! Is the sender who they say they are: only what our own server wrote on top of the mail counts, and where it wrote
//! nothing, our own check of the signature, if there is one.

use super::incoming::IncomingMail;
use crate::office::EmailAddress;

/// Whose results are believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityPolicy {
    /// The name by which our server signs its `Authentication-Results`. `None`: the topmost field of an Exchange, which
    /// writes no name; elsewhere nothing is believed.
    pub authserv_id: Option<String>,
    /// Whether the topmost `X-MS-Exchange-Organization-AuthAs: Internal` counts.
    pub exchange_internal: bool,
}

impl Default for IdentityPolicy {
    fn default() -> Self {
        Self { authserv_id: None, exchange_internal: true }
    }
}

/// What is known of the sender's identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The address that is proven, if it is.
    pub trusted: bool,
    /// Why, in a few English words.
    pub why: String,
}

/// Judges the identity of a mail's sender.
#[must_use]
pub fn identity(mail: &IncomingMail, policy: &IdentityPolicy) -> Identity {
    let refused = |why: &str| Identity { trusted: false, why: why.to_owned() };
    if mail.headers.all("From").count() > 1 {
        return refused("two From fields");
    }
    if mail.from.len() > 1 {
        return refused("more than one address in From");
    }
    let Some(sender) = mail.sender_address() else { return refused("no sender address") };
    if policy.exchange_internal
        && mail
            .headers
            .first("X-MS-Exchange-Organization-AuthAs")
            .is_some_and(|it| it.trim().eq_ignore_ascii_case("internal"))
    {
        return Identity { trusted: true, why: "internal".to_owned() };
    }
    let judged = match mail.headers.first("Authentication-Results") {
        Some(results) => judge_results(&results, sender, policy),
        None => Judged::Silent("no authentication results"),
    };
    match judged {
        Judged::Said(identity) => identity,
        Judged::Silent(_) if mail.signed_by.iter().any(|it| it.eq_ignore_ascii_case(sender.mail_host())) => {
            Identity { trusted: true, why: "own check of the signature".to_owned() }
        }
        Judged::Silent(why) => refused(why),
    }
}

/// What our own server said of a sender.
enum Judged {
    /// Yes or no.
    Said(Identity),
    /// Nothing, for this reason: then our own check counts, where there is one.
    Silent(&'static str),
}

/// RFC 8601: `authserv-id; method=result …`. Exchange Online writes no authserv-id.
fn judge_results(results: &str, sender: &EmailAddress, policy: &IdentityPolicy) -> Judged {
    let refused = |why: &str| Judged::Said(Identity { trusted: false, why: why.to_owned() });
    let clauses = clauses(results);
    let first = clauses.first().map(String::as_str).unwrap_or_default();
    let authserv = if first.contains('=') { None } else { first.split_whitespace().next() };
    match &policy.authserv_id {
        Some(wanted) if !authserv.is_some_and(|it| it.eq_ignore_ascii_case(wanted)) => {
            return Judged::Silent("authentication results of another server");
        }
        None if !policy.exchange_internal => return Judged::Silent("no server is named whose results are believed"),
        Some(_) | None => {}
    }
    let mut verdict = Judged::Silent("no dmarc result");
    for clause in &clauses {
        let words: Vec<&str> = clause.split_whitespace().collect();
        let Some(result) = words.first().and_then(|it| it.strip_prefix("dmarc=")) else { continue };
        let from = words.iter().find_map(|it| it.strip_prefix("header.from="));
        let aligned = from.is_none_or(|it| {
            let host = it.rsplit('@').next().unwrap_or(it);
            host.eq_ignore_ascii_case(sender.mail_host())
                || sender.mail_host().to_ascii_lowercase().ends_with(&format!(".{}", host.to_ascii_lowercase()))
        });
        if !result.eq_ignore_ascii_case("pass") {
            return refused(&format!("dmarc {result}"));
        }
        if !aligned {
            return refused("dmarc pass of another mail host");
        }
        verdict = Judged::Said(Identity { trusted: true, why: "dmarc pass".to_owned() });
    }
    verdict
}

/// The parts between semicolons. `(comments)` are dropped, and in `"quoted strings"` nothing divides: the sender of a
/// mail chooses words that stand in both, the name before the `@` of MAIL FROM among them.
fn clauses(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let (mut depth, mut is_quoted) = (0_u32, false);
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let kept = match c {
            '\\' => {
                chars.next();
                '_'
            }
            '"' if depth == 0 => {
                is_quoted = !is_quoted;
                continue;
            }
            _ if is_quoted => {
                if c == ';' || c == '=' || c.is_whitespace() {
                    '_'
                } else {
                    c
                }
            }
            '(' => {
                depth += 1;
                continue;
            }
            ')' => {
                depth = depth.saturating_sub(1);
                continue;
            }
            ';' if depth == 0 => {
                found.push(String::new());
                continue;
            }
            _ => c,
        };
        if let Some(clause) = found.last_mut().filter(|_| depth == 0) {
            clause.push(kept);
        }
    }
    found.iter().map(|it| it.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{IdentityPolicy, identity};
    use crate::mail::incoming::IncomingMail;

    fn check(headers: &str, authserv: Option<&str>) -> bool {
        let raw = format!("{headers}Date: Tue, 9 Sep 2025 09:00:00 -0300\r\n\r\nx");
        let policy = IdentityPolicy { authserv_id: authserv.map(str::to_owned), exchange_internal: true };
        identity(&IncomingMail::parse(raw.as_bytes()).unwrap(), &policy).trusted
    }

    const FROM: &str = "From: Ana <ana@ipreville.example>\r\n";

    #[test]
    fn only_the_topmost_result_of_our_own_server_counts() {
        let pass = "Authentication-Results: mx.ours; dmarc=pass header.from=ipreville.example\r\n";
        let fail = "Authentication-Results: mx.ours; dmarc=fail header.from=ipreville.example\r\n";
        assert!(check(&format!("{pass}{FROM}"), Some("mx.ours")));
        assert!(!check(&format!("{fail}{pass}{FROM}"), Some("mx.ours")), "a forged pass below a real fail");
        assert!(!check(&format!("{pass}{FROM}"), Some("mx.other")), "somebody else's server");
        assert!(!check(FROM, None), "no result at all");
    }

    #[test]
    fn comments_other_domains_and_two_senders_prove_nothing() {
        let comment = "Authentication-Results: mx.ours; dmarc=fail (dmarc=pass) header.from=ipreville.example\r\n";
        let other = "Authentication-Results: mx.ours; dmarc=pass header.from=evil.example\r\n";
        let pass = "Authentication-Results: mx.ours; dmarc=pass header.from=ipreville.example\r\n";
        assert!(!check(&format!("{comment}{FROM}"), None));
        assert!(!check(&format!("{other}{FROM}"), None));
        assert!(!check(&format!("{pass}{FROM}{FROM}"), None), "two From fields");
        assert!(!check(&format!("{pass}From: a@ipreville.example, b@x.example\r\n"), None), "two addresses");
    }

    #[test]
    fn what_a_sender_may_choose_cannot_pass_for_a_result() {
        for mail_from in [
            "\"; dmarc=pass header.from=ipreville.example \"@evil.example",
            "\"\\\"; dmarc=pass x=\"@evil.example",
            "\"(\"@evil.example",
        ] {
            let results = format!(
                "Authentication-Results: mx.ours; spf=pass smtp.mailfrom={mail_from}; dmarc=fail header.from=ipreville.example\r\n"
            );
            assert!(!check(&format!("{results}{FROM}"), Some("mx.ours")), "{mail_from}");
        }
        let both = "Authentication-Results: mx.ours; dmarc=pass header.from=ipreville.example; dmarc=fail\r\n";
        assert!(!check(&format!("{both}{FROM}"), Some("mx.ours")));
        let nameless = "Authentication-Results: dmarc=pass header.from=ipreville.example\r\n";
        assert!(!check(&format!("{nameless}{FROM}"), Some("mx.ours")), "our server writes its name");
    }

    #[test]
    fn where_no_server_is_named_nobody_is_believed() {
        let pass = "Authentication-Results: mx.any; dmarc=pass header.from=ipreville.example\r\n";
        let raw = format!("{pass}{FROM}\r\nx");
        let policy = IdentityPolicy { authserv_id: None, exchange_internal: false };
        assert!(!identity(&IncomingMail::parse(raw.as_bytes()).unwrap(), &policy).trusted);
    }

    #[test]
    fn exchange_says_internal_on_top_only() {
        let inside = "X-MS-Exchange-Organization-AuthAs: Internal\r\n";
        let outside = "X-MS-Exchange-Organization-AuthAs: Anonymous\r\n";
        assert!(check(&format!("{inside}{FROM}"), None));
        assert!(!check(&format!("{outside}{FROM}{inside}"), None));
    }
}
