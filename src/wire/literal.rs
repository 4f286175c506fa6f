//! Watches what an IMAP server announces: a literal larger than anything that was asked for ends the connection before
//! memory is set aside for it, and so does a line without end.

use std::io;

/// The longest tail of a line in which a literal is announced: `{4294967295+}` and CR.
const TAIL: usize = 16;

/// A line may always be this long: flags, names, numbers.
const LINE_MIN: u64 = 1 << 20;

/// The watch over one connection.
#[derive(Debug)]
pub(super) struct LiteralGuard {
    max: u64,
    inside: u64,
    line: u64,
    tail: Vec<u8>,
}

impl LiteralGuard {
    pub const fn new(max: u64) -> Self {
        Self { max, inside: 0, line: 0, tail: Vec::new() }
    }

    pub const fn set_max(&mut self, max: u64) {
        self.max = max;
    }

    /// Looks at what was read.
    pub fn look(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            if self.inside > 0 {
                let count = usize::try_from(self.inside).unwrap_or(usize::MAX).min(bytes.len());
                self.inside -= count as u64;
                bytes = bytes.get(count..).unwrap_or_default();
                continue;
            }
            let end = memchr::memchr(b'\n', bytes);
            let line = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
            self.keep(line);
            self.line += line.len() as u64;
            if end.is_some() {
                self.inside = announced(&self.tail).unwrap_or(0);
                self.line = 0;
                self.tail.clear();
            }
            if self.inside > self.max || self.line > self.max.max(LINE_MIN) {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "more than anything that was asked for"));
            }
            bytes = bytes.get(line.len() + usize::from(end.is_some())..).unwrap_or_default();
        }
        Ok(())
    }

    fn keep(&mut self, line: &[u8]) {
        self.tail.extend_from_slice(line.get(line.len().saturating_sub(TAIL)..).unwrap_or(line));
        let surplus = self.tail.len().saturating_sub(TAIL);
        self.tail.drain(..surplus);
    }
}

/// The size that a line announces at its end: `{SIZE}` (RFC 3501, 4.3) or `{SIZE+}` (RFC 7888).
fn announced(tail: &[u8]) -> Option<u64> {
    let line = tail.strip_suffix(b"\r")?.strip_suffix(b"}")?;
    let digits = line.get(line.iter().rposition(|it| *it == b'{')? + 1..)?;
    let digits = digits.strip_suffix(b"+").unwrap_or(digits);
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::LiteralGuard;

    /// Fed whole and byte by byte, the verdict is the same.
    fn check(text: &str, fine: bool) {
        let mut guard = LiteralGuard::new(100);
        assert_eq!(guard.look(text.as_bytes()).is_ok(), fine, "{text:?}");
        let mut guard = LiteralGuard::new(100);
        let bytewise = text.as_bytes().iter().all(|it| guard.look(&[*it]).is_ok());
        assert_eq!(bytewise, fine, "{text:?} byte by byte");
    }

    #[test]
    fn an_announced_literal_is_measured_and_what_stands_inside_one_is_not() {
        check("* 1 FETCH (BODY[] {100}\r\n", true);
        check("* 1 FETCH (BODY[] {101}\r\n", false);
        check("* 1 FETCH (BODY[] {101+}\r\n", false);
        check("* 1 FETCH (BODY[] {99999999999999999999}\r\n", true);
        check("* 1 FETCH (BODY[] {11}\r\nabc {900}\r\n)\r\n", true);
        check("* 1 FETCH (BODY[] {5}\r\nabcde {900}\r\n", false);
        check("* OK a brace { and {x}\r\n* 2 FETCH ({}\r\n", true);
        check(&format!("{} {{900}}\r\n", "x".repeat(9000)), false);
        check(&"x".repeat(1 << 20), true);
        check(&"x".repeat((1 << 20) + 1), false);
    }
}
