//! The token endpoint (RFC 6749 client credentials and refresh; RFC 8628 device code), asked by blocking HTTP beside
//! the loop.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use rustls_pki_types::{CertificateDer, pem::PemObject};
use serde::Deserialize;
use tokio::{task::spawn_blocking, time::sleep};
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::{Client, OAuthError, RefreshStore};
use crate::office::Secret;

/// An endpoint that needs longer than this will not answer at all.
const ANSWER_MAX: Duration = Duration::from_secs(30);

/// The longest answer that is read: tokens of Entra ID have 2 to 5 kB.
const ANSWER_BYTES_MAX: u64 = 256 * 1024;

/// The life of a token whose `expires_in` is missing (RFC 6749, 5.1 only recommends it).
const LIFE_UNKNOWN_SECS: u64 = 600;

/// No token is believed to live longer than a day.
const LIFE_SECS_MAX: u64 = 86_400;

/// How often a sign-in is asked after when the endpoint does not say (RFC 8628, 3.2).
const POLL_SECS: u64 = 5;

/// The grant of a device code (RFC 8628, 3.4).
const DEVICE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// An access token and how long it lives.
#[derive(Debug)]
pub(super) struct Grant {
    pub token: Secret,
    pub life: Duration,
}

/// What a person types where, to sign a mailbox in.
#[derive(Debug, Clone)]
pub struct DeviceCode {
    /// The code to type.
    pub user_code: String,
    /// The page to type it in.
    pub verification_uri: String,
    /// How long it can be typed.
    pub valid: Duration,
    device_code: Secret,
    interval: Duration,
}

#[derive(Deserialize)]
struct TokenAnswer {
    access_token: Option<String>,
    expires_in: Option<Seconds>,
    refresh_token: Option<String>,
    error: Option<String>,
    error_description: Option<String>,
}

#[derive(Deserialize)]
struct DeviceAnswer {
    device_code: Option<String>,
    user_code: Option<String>,
    #[serde(alias = "verification_url")]
    verification_uri: Option<String>,
    expires_in: Option<Seconds>,
    interval: Option<Seconds>,
    error: Option<String>,
    error_description: Option<String>,
}

/// Some endpoints write their numbers as texts.
#[derive(Deserialize)]
#[serde(untagged)]
enum Seconds {
    Number(u64),
    Text(String),
}

impl Seconds {
    fn secs(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok(),
        }
    }
}

/// Asks for an access token: by the refresh token where one is kept, else by client credentials.
pub(super) async fn ask(client: Arc<Client>) -> Result<Grant, OAuthError> {
    blocking(client, ask_blocking).await
}

fn ask_blocking(client: &Client) -> Result<Grant, OAuthError> {
    let mut form = vec![("client_id", client.client_id.clone()), ("scope", client.scope.clone())];
    if let Some(secret) = &client.client_secret {
        form.push(("client_secret", secret.reveal().to_owned()));
    }
    if let Some(path) = &client.refresh_file {
        let refresh = RefreshStore::at(path).load().map_err(|error| OAuthError::NotSignedIn {
            client: client.name.clone(),
            path: path.clone(),
            reason: error.to_string(),
        })?;
        form.push(("grant_type", "refresh_token".to_owned()));
        form.push(("refresh_token", refresh.reveal().to_owned()));
    } else {
        form.push(("grant_type", "client_credentials".to_owned()));
    }
    let answer: TokenAnswer = post(client, &client.token_url, &form)?;
    take_grant(client, answer)
}

/// Takes the tokens of an answer; a new refresh token is kept before the old one is forgotten.
fn take_grant(client: &Client, answer: TokenAnswer) -> Result<Grant, OAuthError> {
    if let Some(code) = answer.error {
        return Err(refused(client, &code, answer.error_description.as_deref()));
    }
    let Some(token) = answer.access_token.filter(|it| is_bearer(it)) else {
        return Err(unusable(client, "it has no access_token"));
    };
    if let (Some(path), Some(refresh)) = (&client.refresh_file, &answer.refresh_token) {
        RefreshStore::at(path).save(&Secret::new(refresh)).map_err(|error| OAuthError::NotSignedIn {
            client: client.name.clone(),
            path: path.clone(),
            reason: error.to_string(),
        })?;
    }
    let secs = answer.expires_in.and_then(|it| it.secs()).unwrap_or(LIFE_UNKNOWN_SECS).min(LIFE_SECS_MAX);
    Ok(Grant { token: Secret::new(&token), life: Duration::from_secs(secs) })
}

/// `b64token` of RFC 6750, 2.1: nothing that could end the line it is sent in.
fn is_bearer(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|b| b.is_ascii_graphic())
}

/// Asks for a code that a person types into a browser.
///
/// # Errors
/// [`OAuthError`] as for a token.
pub async fn ask_device_code(client: &Client) -> Result<DeviceCode, OAuthError> {
    blocking(Arc::new(client.clone()), ask_device_code_blocking).await
}

fn ask_device_code_blocking(client: &Client) -> Result<DeviceCode, OAuthError> {
    let url = client.device_url.clone().unwrap_or_else(|| device_url_of(&client.token_url));
    let form = [("client_id", client.client_id.clone()), ("scope", client.scope.clone())];
    let answer: DeviceAnswer = post(client, &url, &form)?;
    if let Some(code) = answer.error {
        return Err(refused(client, &code, answer.error_description.as_deref()));
    }
    let (Some(device_code), Some(user_code), Some(verification_uri)) =
        (answer.device_code, answer.user_code, answer.verification_uri)
    else {
        return Err(unusable(client, "it has no device_code, user_code or verification_uri"));
    };
    let secs = |it: Option<Seconds>, otherwise: u64| it.and_then(|it| it.secs()).unwrap_or(otherwise);
    Ok(DeviceCode {
        user_code,
        verification_uri,
        valid: Duration::from_secs(secs(answer.expires_in, LIFE_UNKNOWN_SECS)),
        device_code: Secret::new(&device_code),
        interval: Duration::from_secs(secs(answer.interval, POLL_SECS)),
    })
}

/// `…/oauth2/v2.0/token` → `…/oauth2/v2.0/devicecode`, as at Entra ID.
fn device_url_of(token_url: &str) -> String {
    token_url.rsplit_once('/').map_or_else(|| token_url.to_owned(), |(base, _)| format!("{base}/devicecode"))
}

/// Waits until the person has signed in, and keeps the refresh token.
///
/// # Errors
/// [`OAuthError::Refused`] if the person declined or the code ran out; [`OAuthError::Unusable`] if no refresh token
/// came (`offline_access` is missing in the scope).
pub async fn wait_for_sign_in(client: &Client, code: &DeviceCode) -> Result<(), OAuthError> {
    if client.refresh_file.is_none() {
        return Err(unusable(client, "there is no file to keep the sign-in in"));
    }
    let until = Instant::now() + code.valid;
    let mut interval = code.interval;
    loop {
        sleep(interval).await;
        let device_code = code.device_code.clone();
        let shared = Arc::new(client.clone());
        let asked = blocking(shared, move |client| ask_sign_in(client, &device_code)).await;
        match asked {
            Ok(()) => return Ok(()),
            Err(OAuthError::Refused { code, .. }) if code == "authorization_pending" => {}
            // RFC 8628, 3.5: five seconds more, from now on.
            Err(OAuthError::Refused { code, .. }) if code == "slow_down" => interval += Duration::from_secs(POLL_SECS),
            Err(OAuthError::Busy { .. }) => {}
            Err(error) => return Err(error),
        }
        if Instant::now() >= until {
            return Err(refused(client, "expired_token", Some("nobody signed in in time")));
        }
    }
}

fn ask_sign_in(client: &Client, device_code: &Secret) -> Result<(), OAuthError> {
    let mut form = vec![
        ("grant_type", DEVICE_GRANT.to_owned()),
        ("client_id", client.client_id.clone()),
        ("device_code", device_code.reveal().to_owned()),
    ];
    if let Some(secret) = &client.client_secret {
        form.push(("client_secret", secret.reveal().to_owned()));
    }
    let answer: TokenAnswer = post(client, &client.token_url, &form)?;
    if answer.error.is_none() && answer.refresh_token.is_none() {
        return Err(unusable(client, "no refresh_token came (is `offline_access` in the scope?)"));
    }
    take_grant(client, answer).map(|_| ())
}

async fn blocking<T: Send + 'static>(
    client: Arc<Client>,
    work: impl FnOnce(&Client) -> Result<T, OAuthError> + Send + 'static,
) -> Result<T, OAuthError> {
    let name = client.name.clone();
    spawn_blocking(move || work(&client))
        .await
        .unwrap_or_else(|error| Err(OAuthError::Busy { client: name, reason: error.to_string() }))
}

/// One POST. The answer is JSON whatever its status; 429 and 5xx pass by themselves.
fn post<T: serde::de::DeserializeOwned>(
    client: &Client,
    url: &str,
    form: &[(&'static str, String)],
) -> Result<T, OAuthError> {
    if !url.starts_with("https://") && !is_loopback_url(url) {
        return Err(unusable(client, "its address does not begin with https://"));
    }
    let busy = |reason: String| OAuthError::Busy { client: client.name.clone(), reason };
    let form = form.iter().map(|(key, value)| (*key, value.as_str()));
    let mut response = agent(client)?.post(url).send_form(form).map_err(|error| busy(error.to_string()))?;
    let status = response.status().as_u16();
    let text = response
        .body_mut()
        .with_config()
        .limit(ANSWER_BYTES_MAX)
        .read_to_string()
        .map_err(|error| busy(error.to_string()))?;
    if status == 429 || status >= 500 {
        return Err(busy(format!("HTTP status {status}")));
    }
    serde_json::from_str(&text).map_err(|_| unusable(client, &format!("HTTP status {status} and no JSON")))
}

fn is_loopback_url(url: &str) -> bool {
    url.starts_with("http://127.0.0.1:") || url.starts_with("http://localhost:")
}

/// No redirects: a secret goes to the address in the configuration and to no other.
fn agent(client: &Client) -> Result<ureq::Agent, OAuthError> {
    let certificates = match client.ca_file.as_deref() {
        Some(path) => file_certificates(client, path)?,
        None => rustls_native_certs::load_native_certs().certs,
    };
    let roots: Vec<Certificate<'static>> =
        certificates.iter().map(|it| Certificate::from_der(it.as_ref()).to_owned()).collect();
    let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&roots)).build();
    Ok(ureq::Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(ANSWER_MAX))
        .max_redirects(0)
        .http_status_as_error(false)
        .build()
        .into())
}

fn file_certificates(client: &Client, path: &Path) -> Result<Vec<CertificateDer<'static>>, OAuthError> {
    let wrong = |error: rustls_pki_types::pem::Error| unusable(client, &format!("{}: {error}", path.display()));
    CertificateDer::pem_file_iter(path).map_err(wrong)?.collect::<Result<_, _>>().map_err(wrong)
}

fn unusable(client: &Client, reason: &str) -> OAuthError {
    OAuthError::Unusable { client: client.name.clone(), reason: reason.to_owned() }
}

fn refused(client: &Client, code: &str, description: Option<&str>) -> OAuthError {
    let advice = match code {
        "invalid_client" | "unauthorized_client" => {
            "the secret of the application has expired or is wrong: make a new one"
        }
        "invalid_grant" | "expired_token" | "interaction_required" => "sign in again with `carteiro login`",
        "access_denied" => "the sign-in was declined",
        "invalid_scope" | "invalid_request" | "unsupported_grant_type" => {
            "scope and grant do not fit the application's permissions"
        }
        _ => "see the description",
    };
    OAuthError::Refused {
        client: client.name.clone(),
        code: code.to_owned(),
        description: description.and_then(|it| it.lines().next()).unwrap_or_default().to_owned(),
        advice,
    }
}

#[cfg(test)]
mod tests {
    use super::{device_url_of, is_bearer};

    #[test]
    fn the_device_address_stands_beside_the_token_address() {
        let token = "https://login.example/tenant/oauth2/v2.0/token";
        assert_eq!(device_url_of(token), "https://login.example/tenant/oauth2/v2.0/devicecode");
    }

    #[test]
    fn a_token_cannot_end_the_line_it_is_sent_in() {
        assert!(is_bearer("eyJ0.eXAi-_~+/="));
        assert!(!is_bearer("abc\r\nQUIT"));
        assert!(!is_bearer(""));
    }
}
