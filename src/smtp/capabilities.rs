//! What a server said in its EHLO answer: the keywords that a mail library hides.

/// The extensions that we use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// Delivery status notifications (RFC 3461).
    pub dsn: bool,
    /// Groups of commands (RFC 2920).
    pub pipelining: bool,
    /// Eight-bit bodies (RFC 6152).
    pub eight_bit: bool,
    /// The largest message it takes, if it says so (RFC 1870).
    pub size_max: Option<u64>,
    /// TLS by command (RFC 3207).
    pub start_tls: bool,
    /// The mechanisms of AUTH (RFC 4954), upper case.
    pub auth: Vec<String>,
}

impl Capabilities {
    /// Reads the lines of an EHLO answer without their codes; the first is the server's name.
    #[must_use]
    pub fn from_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut found = Self::default();
        for line in lines.skip(1) {
            let line = line.to_ascii_uppercase();
            let mut words = line.split_whitespace();
            match words.next() {
                Some("DSN") => found.dsn = true,
                Some("PIPELINING") => found.pipelining = true,
                Some("8BITMIME") => found.eight_bit = true,
                Some("STARTTLS") => found.start_tls = true,
                // SIZE 0 is no limit (RFC 1870, 4).
                Some("SIZE") => found.size_max = words.next().and_then(|it| it.parse().ok()).filter(|it| *it > 0),
                Some("AUTH") => found.auth.extend(words.map(str::to_owned)),
                Some(_) | None => {}
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::Capabilities;

    #[test]
    fn the_keywords_are_read_whatever_their_case() {
        let lines =
            ["mail.example hello", "PIPELINING", "size 35651584", "Auth PLAIN login XOAUTH2", "8BITMIME", "DSN"];
        let found = Capabilities::from_lines(lines.into_iter());
        assert!(found.dsn && found.pipelining && found.eight_bit && !found.start_tls);
        assert_eq!(found.size_max, Some(35_651_584));
        assert_eq!(found.auth, ["PLAIN", "LOGIN", "XOAUTH2"]);
    }

    #[test]
    fn a_server_of_that_name_is_no_capability_and_size_zero_no_limit() {
        let found = Capabilities::from_lines(["DSN", "SIZE 0"].into_iter());
        assert_eq!(found, Capabilities::default());
    }
}
