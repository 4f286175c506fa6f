//! TLS: whom we believe, and what is wrong with a certificate in words.

use std::{
    path::Path,
    sync::{Arc, OnceLock},
};

use rustls::{ClientConfig, RootCertStore, client::Resumption, crypto::ring};
use rustls_pki_types::{CertificateDer, ServerName, pem::PemObject};
use tokio::{net::TcpStream, time::timeout};
use tokio_rustls::{TlsConnector, client::TlsStream};

use super::{CONNECT_MAX, CertificateProblem, Host, WireError, silent};

/// The authorities that are believed: the system's, and those of `ca_file`.
///
/// # Errors
/// [`WireError::CaFile`] if the file cannot be read or holds none.
pub fn roots(ca_file: Option<&Path>) -> Result<Arc<RootCertStore>, WireError> {
    /// The system's are read once: a hundred files each time would cost more than the connection.
    static SYSTEM: OnceLock<Arc<RootCertStore>> = OnceLock::new();
    let system = SYSTEM.get_or_init(|| Arc::new(system_roots()));
    let Some(path) = ca_file else { return Ok(system.clone()) };
    let wrong = |reason: String| WireError::CaFile { path: path.to_owned(), reason };
    let mut store = RootCertStore::clone(system);
    let certificates = CertificateDer::pem_file_iter(path).map_err(|error| wrong(error.to_string()))?;
    for certificate in certificates {
        let certificate = certificate.map_err(|error| wrong(error.to_string()))?;
        store.add(certificate).map_err(|error| wrong(error.to_string()))?;
    }
    if store.len() == system.len() {
        return Err(wrong("no certificate stands in it".to_owned()));
    }
    Ok(Arc::new(store))
}

fn system_roots() -> RootCertStore {
    let mut store = RootCertStore::empty();
    store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    store
}

/// The handshake over a connected socket.
pub(super) async fn handshake(host: &Host, socket: TcpStream) -> Result<TlsStream<TcpStream>, WireError> {
    let failed = |reason: String| WireError::Tls { host: host.to_string(), reason };
    let roots = roots(host.ca_file.as_deref())?;
    let mut config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| failed(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.resumption = Resumption::disabled();
    let name = ServerName::try_from(host.name.clone()).map_err(|error| failed(error.to_string()))?;
    let connector = TlsConnector::from(Arc::new(config));
    match timeout(CONNECT_MAX, connector.connect(name, socket)).await {
        Err(_) => Err(silent(host, "starting TLS", CONNECT_MAX)),
        Ok(Err(error)) => Err(explain(host, error)),
        Ok(Ok(stream)) => Ok(stream),
    }
}

fn explain(host: &Host, error: std::io::Error) -> WireError {
    let inner = error.get_ref().and_then(|it| it.downcast_ref::<rustls::Error>());
    match inner {
        Some(rustls::Error::InvalidCertificate(certificate)) => {
            WireError::Certificate { host: host.to_string(), problem: problem(certificate) }
        }
        Some(other) => WireError::Tls { host: host.to_string(), reason: other.to_string() },
        None => WireError::Lost { host: host.to_string(), doing: "starting TLS", source: error },
    }
}

fn problem(error: &rustls::CertificateError) -> CertificateProblem {
    use rustls::CertificateError as E;
    if matches!(error, E::Expired | E::ExpiredContext { .. }) {
        CertificateProblem::Expired
    } else if matches!(error, E::NotValidYet | E::NotValidYetContext { .. }) {
        CertificateProblem::NotYetValid
    } else if matches!(error, E::NotValidForName | E::NotValidForNameContext { .. }) {
        CertificateProblem::WrongName
    } else if matches!(error, E::UnknownIssuer | E::BadSignature) {
        CertificateProblem::UnknownIssuer
    } else {
        CertificateProblem::Other(error.to_string())
    }
}
