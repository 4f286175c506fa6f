//! The URLs of `carteiro.toml`: which server, on which port, secured how.

use std::fmt;
use std::path::PathBuf;

/// How a connection is secured. There is no way to ask for an unsecured one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// TLS from the first byte (`imaps://`, `smtps://`).
    Implicit,
    /// STARTTLS, and without it no login (`imap://`, `smtp://`).
    StartTls,
}

/// A server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Its name, which its certificate must bear.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is secured.
    pub tls: Tls,
}

/// Where mail is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailboxUrl {
    /// `imaps://host:993/INBOX` or `imap://host:143/INBOX`.
    Imap {
        /// The server.
        server: Server,
        /// The folder; `INBOX` if the URL names none.
        folder: String,
    },
    /// `maildir:/path`.
    Maildir(PathBuf),
}

/// Where mail is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SmtpUrl {
    /// `smtps://host:465` or `smtp://host:587`.
    Smtp(Server),
    /// `maildir:/path`: mail is put into a folder.
    Maildir(PathBuf),
}

/// Where the ledger lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerUrl {
    /// `sqlite:/path`.
    Sqlite(PathBuf),
}

impl MailboxUrl {
    /// Reads `imaps://`, `imap://` or `maildir:`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(path) = path_after(text, "maildir:") {
            return Some(Self::Maildir(path));
        }
        let (tls, rest, port) = match text.split_once("://")? {
            ("imaps", rest) => (Tls::Implicit, rest, 993),
            ("imap", rest) => (Tls::StartTls, rest, 143),
            _ => return None,
        };
        let (authority, folder) = rest.split_once('/').unwrap_or((rest, ""));
        let server = server(authority, port, tls)?;
        let folder = if folder.is_empty() { "INBOX" } else { folder };
        Some(Self::Imap { server, folder: folder.to_owned() })
    }
}

impl SmtpUrl {
    /// Reads `smtps://`, `smtp://` or `maildir:`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(path) = path_after(text, "maildir:") {
            return Some(Self::Maildir(path));
        }
        let (tls, rest, port) = match text.split_once("://")? {
            ("smtps", rest) => (Tls::Implicit, rest, 465),
            ("smtp", rest) => (Tls::StartTls, rest, 587),
            _ => return None,
        };
        server(rest.trim_end_matches('/'), port, tls).map(Self::Smtp)
    }
}

impl LedgerUrl {
    /// Reads `sqlite:`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        path_after(text, "sqlite:").map(Self::Sqlite)
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// `scheme:/path` and `scheme:///path`, as people write both.
fn path_after(text: &str, scheme: &str) -> Option<PathBuf> {
    let rest = text.strip_prefix(scheme)?;
    let path = rest.strip_prefix("//").filter(|it| it.starts_with('/')).unwrap_or(rest);
    (!path.is_empty()).then(|| PathBuf::from(path))
}

/// `host`, `host:port`, `[::1]:port`; a user or password in a URL is refused: it would end in logs.
fn server(authority: &str, default_port: u16, tls: Tls) -> Option<Server> {
    if authority.contains('@') {
        return None;
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, digits)) if !digits.contains(']') => (host, digits.parse().ok().filter(|it| *it > 0)?),
        _ => (authority, default_port),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let is_host = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || "-._:".contains(c));
    is_host.then(|| Server { host: host.to_ascii_lowercase(), port, tls })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{LedgerUrl, MailboxUrl, Server, SmtpUrl, Tls};

    #[test]
    fn urls_name_server_port_and_folder() {
        let server = |port, tls| Server { host: "mail.example".to_owned(), port, tls };
        let check = |text: &str, port, tls, folder: &str| {
            let expected = MailboxUrl::Imap { server: server(port, tls), folder: folder.to_owned() };
            assert_eq!(MailboxUrl::parse(text), Some(expected), "{text}");
        };
        check("imaps://mail.example:993/INBOX", 993, Tls::Implicit, "INBOX");
        check("imaps://Mail.example", 993, Tls::Implicit, "INBOX");
        check("imap://mail.example/Pedidos/2026", 143, Tls::StartTls, "Pedidos/2026");
        assert_eq!(SmtpUrl::parse("smtp://mail.example"), Some(SmtpUrl::Smtp(server(587, Tls::StartTls))));
        assert_eq!(SmtpUrl::parse("smtps://mail.example:2465/"), Some(SmtpUrl::Smtp(server(2465, Tls::Implicit))));
        assert_eq!(SmtpUrl::parse("maildir:/tmp/saida"), Some(SmtpUrl::Maildir(PathBuf::from("/tmp/saida"))));
        assert_eq!(LedgerUrl::parse("sqlite:///var/l.db"), Some(LedgerUrl::Sqlite(PathBuf::from("/var/l.db"))));
        assert_eq!(LedgerUrl::parse("sqlite:l.db"), Some(LedgerUrl::Sqlite(PathBuf::from("l.db"))));
    }

    #[test]
    fn a_url_that_could_mislead_is_refused() {
        for text in ["http://mail.example", "imaps://", "imaps://a:b@mail.example", "imaps://mail.example:0", "mail"] {
            assert_eq!(MailboxUrl::parse(text), None, "{text}");
        }
        assert_eq!(LedgerUrl::parse("postgres://x/y"), None);
    }
}
