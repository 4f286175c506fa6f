//! Layer 4, the socket under SMTP and IMAP: TCP without delay, TLS, groups of commands in one write, every step under
//! a deadline. `smtp`, `mailbox` and `oauth2` share it; nothing else speaks to a socket.

pub mod files;
mod literal;
mod stream;
mod tls;

use std::{fmt, net::SocketAddr, path::PathBuf, time::Duration};

use thiserror::Error;
use tokio::{
    net::{TcpStream, lookup_host},
    time::timeout,
};

pub use stream::{SentTail, Wire};
pub use tls::roots;

/// How long a host may take to accept a connection, and again to finish the TLS handshake: a living one needs
/// milliseconds, a satellite line a few seconds.
pub const CONNECT_MAX: Duration = Duration::from_secs(30);

/// How the line to a mail host is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// TLS from the first byte (`smtps://`, `imaps://`).
    Implicit,
    /// TLS by command, and nothing goes on without it (`smtp://`, `imap://`).
    StartTls,
    /// No TLS, to this machine only: local relays and tests.
    PlainLoopback,
}

/// A mail host and how it is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    /// Its name; the certificate must be valid for it.
    pub name: String,
    /// The TCP port.
    pub port: u16,
    /// How the line is protected.
    pub tls: Tls,
    /// A PEM file with authorities that are believed besides the system's.
    pub ca_file: Option<PathBuf>,
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.name, self.port)
    }
}

/// Why there is no line to a host. No login has been tried when one of these comes back.
#[derive(Debug, Error)]
pub enum WireError {
    /// The name has no address.
    #[error("cannot find an address of `{host}`: {reason}")]
    NoAddress {
        /// The host.
        host: String,
        /// What the resolver said.
        reason: String,
    },
    /// Nobody listens there, or the network is down.
    #[error("cannot connect to `{host}`: {source}")]
    Refused {
        /// The host and port.
        host: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The host took the connection and then said nothing.
    #[error("`{host}` did not answer within {seconds} s while {doing}")]
    Silent {
        /// The host and port.
        host: String,
        /// What was being waited for.
        doing: &'static str,
        /// How long was waited.
        seconds: u64,
    },
    /// The connection broke.
    #[error("lost the connection to `{host}` while {doing}: {source}")]
    Lost {
        /// The host and port.
        host: String,
        /// What was being done.
        doing: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file of authorities cannot be used.
    #[error("cannot use the certificates in `{}`: {reason}", path.display())]
    CaFile {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The host's certificate is expired, for another name, or signed by nobody we trust.
    #[error("the certificate of `{host}` is not accepted: {problem}")]
    Certificate {
        /// The host and port.
        host: String,
        /// What is wrong with it.
        problem: CertificateProblem,
    },
    /// The TLS handshake failed otherwise.
    #[error("no TLS with `{host}`: {reason}")]
    Tls {
        /// The host and port.
        host: String,
        /// Why.
        reason: String,
    },
    /// A host elsewhere was to be spoken to without TLS.
    #[error("`{host}` is not on this machine and would be reached without TLS (use smtps://, imaps:// or STARTTLS)")]
    PlainElsewhere {
        /// The host and port.
        host: String,
    },
    /// The host spoke before its turn while TLS was being started (injected by somebody on the line).
    #[error("`{host}` sent something unencrypted after STARTTLS: somebody may be on the line")]
    Injected {
        /// The host and port.
        host: String,
    },
}

impl WireError {
    /// Whether trying again later can help without anybody mending anything.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        match self {
            Self::NoAddress { .. } | Self::Refused { .. } | Self::Silent { .. } | Self::Lost { .. } => true,
            Self::CaFile { .. }
            | Self::Certificate { .. }
            | Self::Tls { .. }
            | Self::PlainElsewhere { .. }
            | Self::Injected { .. } => false,
        }
    }
}

/// What is wrong with a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CertificateProblem {
    /// Its time is over.
    #[error("it has expired")]
    Expired,
    /// Its time has not begun.
    #[error("it is not valid yet (or the clock of this machine is wrong)")]
    NotYetValid,
    /// It is for another name.
    #[error("it is for another name")]
    WrongName,
    /// No authority we trust has signed it.
    #[error("no authority we trust has signed it (a private one is named by ca_file)")]
    UnknownIssuer,
    /// Anything else.
    #[error("{0}")]
    Other(String),
}

impl Wire {
    /// Connects; with [`Tls::Implicit`] the handshake is done as well. With [`Tls::StartTls`] the line is still plain.
    ///
    /// # Errors
    /// [`WireError`]; nothing was said to the host.
    pub async fn connect(host: &Host) -> Result<Self, WireError> {
        let addresses = addresses(host).await?;
        let stream = timeout(CONNECT_MAX, connect_any(host, &addresses))
            .await
            .map_err(|_| silent(host, "connecting", CONNECT_MAX))??;
        let wire = Self::plain(host, stream)?;
        match host.tls {
            Tls::Implicit => wire.start_tls(host).await,
            Tls::StartTls | Tls::PlainLoopback => Ok(wire),
        }
    }
}

async fn addresses(host: &Host) -> Result<Vec<SocketAddr>, WireError> {
    let no_address = |reason: String| WireError::NoAddress { host: host.to_string(), reason };
    let found = timeout(CONNECT_MAX, lookup_host((host.name.as_str(), host.port)))
        .await
        .map_err(|_| no_address("the resolver did not answer".to_owned()))?
        .map_err(|error| no_address(error.to_string()))?;
    let addresses: Vec<SocketAddr> = found.collect();
    if addresses.is_empty() {
        return Err(no_address("the name has none".to_owned()));
    }
    if host.tls == Tls::PlainLoopback && !addresses.iter().all(|it| it.ip().is_loopback()) {
        return Err(WireError::PlainElsewhere { host: host.to_string() });
    }
    Ok(addresses)
}

async fn connect_any(host: &Host, addresses: &[SocketAddr]) -> Result<TcpStream, WireError> {
    let mut last = std::io::Error::from(std::io::ErrorKind::AddrNotAvailable);
    for address in addresses {
        match TcpStream::connect(address).await {
            Ok(stream) => return Ok(stream),
            Err(error) => last = error,
        }
    }
    Err(WireError::Refused { host: host.to_string(), source: last })
}

/// The error of a host that did not answer in time.
#[must_use]
pub fn silent(host: &Host, doing: &'static str, waited: Duration) -> WireError {
    WireError::Silent { host: host.to_string(), doing, seconds: waited.as_secs() }
}
