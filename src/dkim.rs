//! Layer 4, an own look at DKIM signatures (RFC 6376): a second opinion, only where our mail server writes no results.
//!
//! A signature counts if it is whole (no `l=`), covers every field by which a mail is understood, and none of these
//! fields stands there twice: whoever passes a signed mail on could else put another subject on top of it, or make
//! an old consent answer another question.

use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt as _;
use mail_auth::common::cache::NoCache;
use mail_auth::common::crypto::Algorithm;
use mail_auth::common::verify::DomainKey;
use mail_auth::dkim::Signature;
use mail_auth::hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig, ResolverOpts};
use mail_auth::{AuthenticatedMessage, DkimResult, MessageAuthenticator, Txt};
use thiserror::Error;

use crate::mail::incoming::IncomingMail;

/// More signatures than this nobody needs; each may cost a question to the DNS.
const SIGNATURES_MAX: usize = 5;

/// How long the whole check may take: a DNS that does not answer proves nothing.
const CHECK_MAX: Duration = Duration::from_secs(15);

/// How long one question to the DNS may take.
const ASK_MAX: Duration = Duration::from_secs(4);

/// The fields by which a mail is understood: each stands once at most, and what is there is signed.
const SIGNED: [&str; 8] = ["From", "Subject", "To", "Date", "Message-ID", "Content-Type", "In-Reply-To", "References"];

/// `t=y` of a key: its owner only tries it out, and its signatures prove nothing (RFC 6376, 3.6.1).
const TESTING: u64 = 0x10;

/// Why there is no check.
#[derive(Debug, Error)]
#[error("cannot prepare questions to the DNS: {0}")]
pub struct DkimError(String);

/// Checks signatures with keys from one DNS server.
#[derive(Clone)]
pub struct Checker {
    authenticator: MessageAuthenticator,
}

impl Checker {
    /// A checker that asks this DNS server.
    ///
    /// # Errors
    /// [`DkimError`], if the system gives no means to ask.
    pub fn asking(server: SocketAddr) -> Result<Self, DkimError> {
        let connections = [ConnectionConfig::udp(), ConnectionConfig::tcp()];
        let connections = connections.map(|mut it| {
            it.port = server.port();
            it
        });
        let server = NameServerConfig::new(server.ip(), true, connections.into());
        let mut options = ResolverOpts::default();
        (options.timeout, options.attempts) = (ASK_MAX, 2);
        let config = ResolverConfig::from_name_servers(vec![server]);
        let authenticator = MessageAuthenticator::new(config, options).map_err(|error| DkimError(error.to_string()))?;
        Ok(Self { authenticator })
    }

    /// The mail hosts, lower case, whose signature over this mail is good and covers what it is understood by.
    pub async fn signers(&self, raw: &[u8], mail: &IncomingMail) -> Vec<String> {
        let check = AssertUnwindSafe(self.good(raw, mail)).catch_unwind();
        match tokio::time::timeout(CHECK_MAX, check).await {
            Ok(Ok(signers)) => signers,
            Ok(Err(_)) | Err(_) => {
                tracing::warn!("the signatures of a mail could not be checked");
                Vec::new()
            }
        }
    }

    async fn good(&self, raw: &[u8], mail: &IncomingMail) -> Vec<String> {
        if mail.headers.all("DKIM-Signature").count() > SIGNATURES_MAX {
            return Vec::new();
        }
        let Some(message) = AuthenticatedMessage::parse(raw) else { return Vec::new() };
        let names: Vec<&[u8]> = message.raw_parsed_headers().iter().map(|(name, _)| name.trim_ascii()).collect();
        let count = |field: &str| {
            let theirs = names.iter().filter(|it| it.eq_ignore_ascii_case(field.as_bytes())).count();
            theirs.max(mail.headers.all(field).count())
        };
        if SIGNED.iter().any(|field| count(field) > 1) {
            return Vec::new();
        }
        let present: Vec<&str> = SIGNED.into_iter().filter(|field| count(field) == 1).collect();
        let mut found = Vec::new();
        for checked in self.authenticator.verify_dkim(&message).await {
            let Some(signature) = checked.signature() else { continue };
            let covers = present.iter().all(|field| signature.h.iter().any(|it| it.eq_ignore_ascii_case(field)));
            let is_good = *checked.result() == DkimResult::Pass
                && covers
                && signature.l == 0
                && !matches!(signature.a, Algorithm::RsaSha1)
                && self.is_in_use(signature).await;
            if is_good {
                found.push(signature.d.to_ascii_lowercase());
            }
        }
        found
    }

    /// Whether the key of a signature is more than a trial of its owner.
    async fn is_in_use(&self, signature: &Signature) -> bool {
        let name = format!("{}._domainkey.{}.", signature.s, signature.d);
        let cache: Option<&NoCache<Box<str>, Txt>> = None;
        let key = self.authenticator.txt_lookup::<DomainKey>(name, cache).await;
        key.is_ok_and(|it| !it.has_flag(TESTING))
    }
}

impl std::fmt::Debug for Checker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Checker")
    }
}
