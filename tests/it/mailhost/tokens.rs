//! Access tokens that this host's Dovecot accepts: JWT, HS256, checked locally.

use std::time::{SystemTime, UNIX_EPOCH};

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use sha2::{Digest, Sha256};

/// The key that tokens are signed with.
const KEY: &[u8] = b"uma-chave-que-so-os-testes-conhecem-0123456789";

/// The key as Dovecot's dictionary wants it.
pub fn key_base64() -> String {
    STANDARD.encode(KEY)
}

/// A token for a mailbox that lives so many seconds (none: it has ended already).
pub fn token_for(user: &str, life_secs: i64) -> String {
    let now = i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()).unwrap();
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256","typ":"JWT"}"#);
    let claims =
        format!(r#"{{"sub":"{user}","upn":"{user}","iat":{},"nbf":{},"exp":{}}}"#, now - 60, now - 60, now + life_secs);
    let claims = URL_SAFE_NO_PAD.encode(claims);
    let signed = format!("{header}.{claims}");
    let signature = URL_SAFE_NO_PAD.encode(hmac(signed.as_bytes()));
    format!("{signed}.{signature}")
}

/// HMAC-SHA-256 (RFC 2104) for a key shorter than a block.
fn hmac(message: &[u8]) -> [u8; 32] {
    let pad = |mask: u8| -> Vec<u8> { (0..64).map(|at| KEY.get(at).copied().unwrap_or(0) ^ mask).collect() };
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
}
