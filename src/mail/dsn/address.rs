//! Addresses in fields and in running text of notices.

/// An address where a field gives one: `rfc822; <a@b>`, `utf-8; jo\x{E3}o@b`, `RFC822;rfc822; "A" <a@b> (who)`.
pub(super) fn of_field(value: &str) -> Option<String> {
    let mut rest = value.trim();
    // RFC 3464, 2.3.1: `type; address`; some servers write the type twice.
    while let Some((kind, tail)) = rest.split_once(';') {
        if kind.contains('@') || kind.contains('<') || kind.len() > 20 {
            break;
        }
        rest = tail.trim();
    }
    let address = match (rest.rfind('<'), rest.rfind('>')) {
        (Some(from), Some(to)) if from < to => rest.get(from + 1..to).unwrap_or(rest),
        _ => rest,
    };
    let address = address.trim().trim_start_matches("mailto:").trim_matches(['<', '>', ',', ';']);
    let address = without_blanks(address);
    let address = address.trim_matches(['\'']);
    let at = address.rfind('@')?;
    if at == 0 || at + 1 == address.len() {
        return None;
    }
    Some(decode_code_points(address))
}

/// What a field names if it names no address: a local user, a program.
pub(super) fn local_of_field(value: &str) -> Option<String> {
    let name = value.rsplit(';').next().unwrap_or(value).trim().trim_matches(['<', '>', '"']);
    let plain =
        !name.is_empty() && name.len() <= 64 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-+".contains(&b));
    plain.then(|| name.to_owned())
}

/// `a@b (comment)` and `a @b` without what does not belong to the address.
fn without_blanks(address: &str) -> String {
    if address.starts_with('"') {
        return address.to_owned();
    }
    let words: Vec<&str> = address.split_whitespace().take(8).collect();
    let Some(at) = words.iter().position(|it| it.contains('@')) else { return address.to_owned() };
    let word = words.get(at).copied().unwrap_or_default();
    if word.starts_with('@') && at > 0 {
        return format!("{}{word}", words.get(at - 1).copied().unwrap_or_default());
    }
    if word.ends_with('@') {
        return format!("{word}{}", words.get(at + 1).copied().unwrap_or_default());
    }
    word.to_owned()
}

/// RFC 6533, 3: `\x{E3}` stands for a character.
fn decode_code_points(address: &str) -> String {
    if !address.contains("\\x{") {
        return address.to_owned();
    }
    let mut decoded = String::with_capacity(address.len());
    let mut rest = address;
    while let Some((before, tail)) = rest.split_once("\\x{") {
        decoded.push_str(before);
        let read = tail.split_once('}').filter(|(digits, _)| digits.len() <= 6).and_then(|(digits, after)| {
            let c = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
            Some((c, after))
        });
        match read {
            Some((c, after)) => {
                decoded.push(c);
                rest = after;
            }
            None => {
                decoded.push_str("\\x{");
                rest = tail;
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

/// RFC 3461, 4: `+2B` stands for `+`. What is no xtext comes back unchanged.
#[must_use]
pub fn decode_xtext(text: &str) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let ahead = bytes.as_slice_pair();
        match (byte, ahead) {
            (b'+', Some((high, low))) => {
                decoded.push(high * 16 + low);
                bytes.nth(1);
            }
            _ => decoded.push(byte),
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

trait HexPair {
    fn as_slice_pair(&self) -> Option<(u8, u8)>;
}

impl HexPair for std::str::Bytes<'_> {
    /// The two hexadecimal digits ahead, in upper case as RFC 3461 wants them.
    fn as_slice_pair(&self) -> Option<(u8, u8)> {
        let mut ahead = self.clone();
        let digit = |b: u8| match b {
            b'0'..=b'9' => Some(b - b'0'),
            b'A'..=b'F' => Some(b - b'A' + 10),
            _ => None,
        };
        Some((digit(ahead.next()?)?, digit(ahead.next()?)?))
    }
}

/// An address found in a line: its place in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'x> {
    pub(super) text: &'x str,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The longest address that is looked for (RFC 5321, 4.5.3.1, and room for what gateways make of them).
const ADDRESS_MAX: usize = 320;

/// Whether an address stands alone on a line, as programs list recipients: `<a@b>:`, `"a@b" <a@b>`.
pub(super) fn is_alone(line: &str) -> bool {
    let line = line.trim().trim_matches(|c: char| !c.is_alphanumeric());
    let mut found = in_line(line);
    let (Some(first), second) = (found.next(), found.next()) else { return false };
    let last = second.as_ref().map_or(first.end, |it| it.end);
    let repeated = second.is_none_or(|it| same(it.text, first.text));
    first.start == 0 && last == line.len() && repeated && found.next().is_none()
}

/// Every address in a line of running text.
pub(super) fn in_line(line: &str) -> impl Iterator<Item = Found<'_>> {
    let mut behind = 0;
    memchr::memchr_iter(b'@', line.as_bytes()).filter_map(move |at| {
        if at < behind {
            return None;
        }
        let found = around(line, at, behind)?;
        behind = found.end;
        Some(found)
    })
}

fn around(line: &str, at: usize, floor: usize) -> Option<Found<'_>> {
    let before = line.get(floor..at)?;
    let after = line.get(at + 1..)?;
    let host_length: usize = after.chars().take(ADDRESS_MAX).take_while(|c| is_host_char(*c)).map(char::len_utf8).sum();
    let host = after.get(..host_length)?.trim_end_matches(['.', '-']);
    let host = if host.is_empty() { bracketed(after)? } else { host };
    let local_length: usize = if let Some(inner) = before.strip_suffix('"') {
        inner.len().checked_sub(inner.rfind('"')?)? + 1
    } else {
        before.chars().rev().take(ADDRESS_MAX).take_while(|c| is_local_char(*c)).map(char::len_utf8).sum()
    };
    let local = before.get(before.len() - local_length..)?;
    let kept = trim_local(local);
    let dotless = !host.contains('.') && !host.starts_with('[');
    if kept.is_empty() || (dotless && host.len() < 3) || host.starts_with('.') {
        return None;
    }
    let start = at - kept.len();
    let end = at + 1 + host.len();
    Some(Found { text: line.get(start..end)?, start, end })
}

/// What runs into an address from the left and is no part of it: quotes, `to=`, `-->`.
fn trim_local(local: &str) -> &str {
    if local.starts_with('"') {
        return local;
    }
    let mut kept =
        local.trim_start_matches(['\'', '`', '.', '*', '=', '-', '/', '|', '{', '?', '&', '#', '!', '~', '^']);
    for prefix in
        ["to=", "rcpt=", "recipient=", "addr=", "address=", "email=", "user=", "for=", "orig_to=", "mailto=", "smtp="]
    {
        if let Some(rest) = strip_prefix_ignoring_case(kept, prefix) {
            kept = rest.trim_start_matches(['\'', '<']);
        }
    }
    kept
}

pub(super) fn strip_prefix_ignoring_case<'x>(text: &'x str, prefix: &str) -> Option<&'x str> {
    let head = text.get(..prefix.len())?;
    if head.eq_ignore_ascii_case(prefix) { text.get(prefix.len()..) } else { None }
}

/// `[192.0.2.1]` as the host of an address.
fn bracketed(after: &str) -> Option<&str> {
    let inner = after.strip_prefix('[')?;
    let end = inner.find(']').filter(|end| *end <= 45)?;
    let literal = inner.get(..end)?;
    let fits = !literal.is_empty() && literal.bytes().all(|b| b.is_ascii_hexdigit() || matches!(b, b'.' | b':'));
    if fits { after.get(..end + 2) } else { None }
}

const fn is_host_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '\u{c0}'..='\u{24f}')
}

const fn is_local_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(
            c,
            '!' | '#'
                | '$'
                | '%'
                | '&'
                | '\''
                | '*'
                | '+'
                | '-'
                | '/'
                | '='
                | '?'
                | '^'
                | '_'
                | '`'
                | '{'
                | '|'
                | '}'
                | '~'
                | '.'
                | '\u{c0}'..='\u{24f}'
        )
}

/// Addresses are compared without regard to case.
pub(super) fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b) || (!a.is_ascii() && a.to_lowercase() == b.to_lowercase())
}

/// Whether an address is that of a server's keeper and no person's.
pub(super) fn is_keeper(address: &str) -> bool {
    const KEEPERS: [&str; 13] = [
        "postmaster",
        "mailer-daemon",
        "mailerdaemon",
        "mailer_daemon",
        "post_master",
        "mail-daemon",
        "abuse",
        "hostmaster",
        "helpdesk",
        "support",
        "noreply",
        "no-reply",
        "administrator",
    ];
    let local = address.split('@').next().unwrap_or(address);
    KEEPERS.iter().any(|it| local.eq_ignore_ascii_case(it))
}

#[cfg(test)]
mod tests {
    use super::{decode_xtext, in_line, of_field};

    #[track_caller]
    fn check_field(value: &str, address: Option<&str>) {
        assert_eq!(of_field(value).as_deref(), address, "{value}");
    }

    #[test]
    fn a_field_gives_its_address_in_any_dress() {
        check_field("rfc822; a@b.org", Some("a@b.org"));
        check_field("rfc822; rfc822;a@b.org", Some("a@b.org"));
        check_field("RFC822;<a@b.org>", Some("a@b.org"));
        check_field("a@b.org", Some("a@b.org"));
        check_field("rfc822; \"A B\" <a@b.org> (gone)", Some("a@b.org"));
        check_field("rfc822; a @b.org", Some("a@b.org"));
        check_field("utf-8; jo\\x{E3}o@b.org", Some("joão@b.org"));
        check_field("LOCAL; root", None);
        check_field("utf-8; \\x{}@b.org", Some("\\x{}@b.org"));
    }

    #[track_caller]
    fn check_line(line: &str, addresses: &[&str]) {
        assert_eq!(in_line(line).map(|it| it.text).collect::<Vec<_>>(), addresses, "{line}");
    }

    #[test]
    fn addresses_are_found_in_running_text() {
        check_line("<a@b.org>: host x[1.2.3.4] said: 550 <c@d.org>... no.", &["a@b.org", "c@d.org"]);
        check_line("para fulano.de.tal@exemplo.com.br.", &["fulano.de.tal@exemplo.com.br"]);
        check_line("to='a@b.org' orig_to=c@d.org", &["a@b.org", "c@d.org"]);
        check_line("\"joao silva\"@b.org and a@[192.0.2.1]", &["\"joao silva\"@b.org", "a@[192.0.2.1]"]);
        check_line("宛先:a@b.org に", &["a@b.org"]);
        check_line("@ @@ a@ @b", &[]);
    }

    #[test]
    fn xtext_is_decoded_and_other_text_is_left_alone() {
        assert_eq!(decode_xtext("a+2Btag+3D1@b.org"), "a+tag=1@b.org");
        assert_eq!(decode_xtext("a+tag@b.org"), "a+tag@b.org");
        assert_eq!(decode_xtext("a+2"), "a+2");
    }
}
