//! Enhanced status codes (RFC 3463) and reply codes (RFC 5321) in what servers write.

/// Words before a number with dots that make it a version and no status code.
const VERSION_WORDS: [&str; 22] = [
    "version", "v", "ver", "release", "exim", "postfix", "sendmail", "qmail", "build", "rev", "revision", "dovecot",
    "esmtp", "server", "client", "courier", "amavisd", "receiver", "agent", "gateway", "smtpsvc", "mailer",
];

/// Every enhanced status code in a text, in order; addresses of hosts, versions and dates are none.
pub(super) fn enhanced_codes(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'.', bytes).filter_map(move |dot| code_around(text, dot))
}

/// The code whose first dot stands at `dot`.
fn code_around(text: &str, dot: usize) -> Option<&str> {
    let bytes = text.as_bytes();
    let start = dot.checked_sub(1)?;
    let class = *bytes.get(start)?;
    if !matches!(class, b'2' | b'4' | b'5') {
        return None;
    }
    let subject = digits_at(bytes, dot + 1);
    let second_dot = dot + 1 + subject;
    if subject != 1 || bytes.get(dot + 1).is_none_or(|b| *b > b'7') || bytes.get(second_dot) != Some(&b'.') {
        return None;
    }
    let detail = digits_at(bytes, second_dot + 1);
    let end = second_dot + 1 + detail;
    if !(1..=3).contains(&detail) || !ends_well(bytes, end) || !begins_well(text, start) {
        return None;
    }
    text.get(start..end)
}

fn digits_at(bytes: &[u8], from: usize) -> usize {
    bytes.iter().skip(from).take(4).take_while(|b| b.is_ascii_digit()).count()
}

fn ends_well(bytes: &[u8], end: usize) -> bool {
    match bytes.get(end) {
        None => true,
        Some(b'.' | b'-') => !bytes.get(end + 1).is_some_and(u8::is_ascii_digit),
        Some(b) => !(b.is_ascii_alphanumeric() || matches!(b, b'_' | b'@' | b'%')),
    }
}

fn begins_well(text: &str, start: usize) -> bool {
    let Some(before) = text.get(..start) else { return false };
    let Some(last) = before.bytes().next_back() else { return true };
    if last.is_ascii_alphanumeric() || matches!(last, b'.' | b'/' | b'_' | b'@' | b'+') {
        return false;
    }
    if last == b'-' {
        // `550-5.1.1`, and not `host-5.1.1`.
        let reply = before.trim_end_matches('-').bytes().rev().take_while(u8::is_ascii_digit).count();
        return reply == 3 || before.ends_with(" -") || before.ends_with("--");
    }
    let word_end = before.trim_end_matches([' ', '(', '[', ':', '=']);
    let word = word_end.as_bytes().rsplit(|b| !b.is_ascii_alphabetic()).next().unwrap_or_default();
    !VERSION_WORDS.iter().any(|it| word.eq_ignore_ascii_case(it.as_bytes()))
}

/// The first three-digit reply code that stands for itself: `550`, `<<< 421-`, `(550)`.
pub(super) fn reply_code(text: &str) -> Option<u16> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_digit() {
            at += 1;
            continue;
        }
        let length = bytes.iter().skip(at).take_while(|b| b.is_ascii_digit()).count();
        let before = at.checked_sub(1).and_then(|it| bytes.get(it));
        let after = bytes.get(at + length);
        let stands_alone = before.is_none_or(|b| {
            matches!(b, b' ' | b'\t' | b'\n' | b'\'' | b'"' | b'(' | b':' | b'#' | b'=' | b';' | b'<' | b'>' | b'[')
        }) && after.is_none_or(|b| {
            matches!(b, b' ' | b'\t' | b'\n' | b'-' | b')' | b':' | b',' | b';' | b'\'' | b'"' | b']' | b'>' | b'#')
        });
        if length == 3 && matches!(byte, b'4' | b'5') && stands_alone {
            let code = text.get(at..at + length).and_then(|it| it.parse().ok()).filter(|code| is_reply(*code));
            if code.is_some() {
                return code;
            }
        }
        at += length;
    }
    None
}

/// Reply codes that servers use for mail.
const fn is_reply(code: u16) -> bool {
    matches!(code, 421 | 422 | 430..=432 | 441 | 442 | 446 | 447 | 449..=458 | 465 | 471 | 500..=505 | 510..=513 | 515 | 517 | 521..=525 | 530..=535 | 540..=599)
}

/// Whether a code says no more than its class: `5.0.0`.
pub(super) fn is_generic(code: &str) -> bool {
    code.ends_with(".0.0")
}

/// The code at the beginning of a `Status` field, whatever follows it.
pub(super) fn leading_code(value: &str) -> Option<&str> {
    let value = value.trim_start_matches(|c: char| !c.is_ascii_digit());
    let dotted = value.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(value.len());
    let code = value.get(..dotted)?.trim_end_matches('.');
    let mut pieces = code.split('.');
    let (class, subject, detail) = (pieces.next()?, pieces.next()?, pieces.next()?);
    let fits = matches!(class, "2" | "4" | "5") && (1..=3).contains(&subject.len()) && (1..=3).contains(&detail.len());
    if fits && pieces.next().is_none() { Some(code) } else { enhanced_codes(value).next() }
}

/// The code that says most: what the field says, unless it is generic and the words know more within its class;
/// without a field the first specific code of the words, those of class 5 first where it failed.
pub(super) fn best<'x>(field: Option<&'x str>, words: &[&'x str], failed: bool) -> Option<&'x str> {
    if let Some(code) = field {
        if !is_generic(code) {
            return Some(code);
        }
        let class = code.get(..1);
        let specific =
            words.iter().flat_map(|it| enhanced_codes(it)).find(|it| it.get(..1) == class && !is_generic(it));
        return specific.or(Some(code));
    }
    let classes: &[char] = if failed { &['5', '4'] } else { &['4', '2', '5'] };
    for words in words {
        for class in classes {
            let specific = enhanced_codes(words).find(|it| it.starts_with(*class) && !is_generic(it));
            if specific.is_some() {
                return specific;
            }
        }
    }
    words.iter().find_map(|it| enhanced_codes(it).find(|it| !failed || !it.starts_with('2')))
}

#[cfg(test)]
mod tests {
    use super::{best, enhanced_codes, leading_code, reply_code};

    #[track_caller]
    fn check(text: &str, codes: &[&str]) {
        assert_eq!(enhanced_codes(text).collect::<Vec<_>>(), codes, "{text}");
    }

    #[test]
    fn codes_are_found_in_every_dress() {
        check("550-5.1.1 The account 550 5.1.1 does not exist", &["5.1.1", "5.1.1"]);
        check("sorry, no mailbox (#5.1.1)", &["5.1.1"]);
        check("#< #5.2.2 smtp;552 5.2.2 full> #SMTP#", &["5.2.2", "5.2.2"]);
        check("ERROR_CODE :5.1.1", &["5.1.1"]);
        check("Remote Server returned '550 5.4.310 DNS domain does not exist'", &["5.4.310"]);
        check("see 5.1.1.", &["5.1.1"]);
    }

    #[test]
    fn addresses_versions_and_dates_are_no_codes() {
        check("host 5.1.1.9 said", &[]);
        check("mx [192.5.1.1]", &[]);
        check("Exim 4.2.1, Postfix/2.5.1, version 5.0.1", &[]);
        check("on 2.5.2010", &[]);
        check("running the Courier mail server, version 0.65.2", &[]);
        check("4.92.3 and 5.8.1", &[]);
    }

    #[test]
    fn the_more_specific_code_of_the_same_class_wins() {
        assert_eq!(best(Some("5.0.0"), &["550 5.1.1 no"], true), Some("5.1.1"));
        assert_eq!(best(Some("5.0.0"), &["450 4.2.0 later"], true), Some("5.0.0"));
        assert_eq!(best(Some("5.7.1"), &["550 5.1.1 no"], true), Some("5.7.1"));
        assert_eq!(best(None, &["503 5.0.0 need RCPT 550 5.1.1"], true), Some("5.1.1"));
        assert_eq!(best(None, &["550 no"], true), None);
    }

    #[test]
    fn a_status_field_may_carry_words() {
        assert_eq!(leading_code("5.0.0 (unknown)"), Some("5.0.0"));
        assert_eq!(leading_code(" 5.1.1Foo"), Some("5.1.1"));
        assert_eq!(leading_code("none"), None);
    }

    #[test]
    fn a_reply_code_stands_for_itself() {
        assert_eq!(reply_code("host 10.0.5.50 said: 552 full"), Some(552));
        assert_eq!(reply_code("message 550123 of 2026"), None);
    }
}
