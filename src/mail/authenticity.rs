//! Is the sender who they say they are: only what our own server wrote on top of the mail counts.

use super::incoming::IncomingMail;
use crate::office::EmailAddress;

/// Whose results are believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityPolicy {
    /// The name by which our server signs its `Authentication-Results`; `None` = the topmost field, whoever wrote it.
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
    let Some(results) = mail.headers.first("Authentication-Results") else {
        return refused("no authentication results");
    };
    judge_results(&results, sender, policy)
}

/// RFC 8601: `authserv-id; method=result …`. Exchange Online writes no authserv-id.
fn judge_results(results: &str, sender: &EmailAddress, policy: &IdentityPolicy) -> Identity {
    let results = without_comments(results);
    let mut clauses = results.split(';').map(str::trim).peekable();
    let first = clauses.peek().copied().unwrap_or_default();
    let authserv = if first.contains('=') { None } else { first.split_whitespace().next() };
    if let Some(wanted) = &policy.authserv_id
        && authserv.is_some_and(|it| !it.eq_ignore_ascii_case(wanted))
    {
        return Identity { trusted: false, why: "authentication results of another server".to_owned() };
    }
    for clause in clauses {
        let words: Vec<&str> = clause.split_whitespace().collect();
        let Some(result) = words.first().and_then(|it| it.strip_prefix("dmarc=")) else { continue };
        let from = words.iter().find_map(|it| it.strip_prefix("header.from="));
        let aligned = from.is_none_or(|it| {
            let host = it.rsplit('@').next().unwrap_or(it).trim_matches('"');
            host.eq_ignore_ascii_case(sender.mail_host())
                || sender.mail_host().to_ascii_lowercase().ends_with(&format!(".{}", host.to_ascii_lowercase()))
        });
        return if result.eq_ignore_ascii_case("pass") && aligned {
            Identity { trusted: true, why: "dmarc pass".to_owned() }
        } else {
            Identity { trusted: false, why: format!("dmarc {result}") }
        };
    }
    Identity { trusted: false, why: "no dmarc result".to_owned() }
}

/// Drops `(comments)`, in which anybody's words may stand.
fn without_comments(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|c| match c {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
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
    fn exchange_says_internal_on_top_only() {
        let inside = "X-MS-Exchange-Organization-AuthAs: Internal\r\n";
        let outside = "X-MS-Exchange-Organization-AuthAs: Anonymous\r\n";
        assert!(check(&format!("{inside}{FROM}"), None));
        assert!(!check(&format!("{outside}{FROM}{inside}"), None));
    }
}
