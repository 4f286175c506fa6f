//! A small certificate authority, its certificate for 127.0.0.1, and another authority that nobody here uses.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

pub fn make(dir: &Path) {
    let ca = dir.join("ca");
    fs::create_dir(&ca).unwrap();
    authority(&ca, "ca");
    authority(&ca, "other");
    fs::write(
        ca.join("server.ext"),
        "subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:mx.ipreville.test\nextendedKeyUsage=serverAuth\n",
    )
    .unwrap();
    openssl(
        &ca,
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr -subj /CN=mx.ipreville.test",
    );
    openssl(
        &ca,
        "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile server.ext -out server.pem",
    );
}

fn authority(ca: &Path, name: &str) {
    openssl(
        ca,
        &format!(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -keyout {name}.key -out {name}.pem \
         -subj /CN=Teste-{name} -addext basicConstraints=critical,CA:TRUE -addext keyUsage=keyCertSign"
        ),
    );
}

/// A certificate for 127.0.0.1 that ended yesterday, signed by the right authority; its files' stem.
pub fn make_expired(dir: &Path) -> &'static str {
    let ca = dir.join("ca");
    openssl(
        &ca,
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout expired.key -out expired.csr -subj /CN=mx.ipreville.test",
    );
    openssl(
        &ca,
        "x509 -req -in expired.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days -1 -extfile server.ext -out expired.pem",
    );
    "expired"
}

fn openssl(ca: &Path, arguments: &str) {
    let done = Command::new("openssl")
        .args(arguments.split_whitespace())
        .current_dir(ca)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(done.status.success(), "openssl {arguments}: {}", String::from_utf8_lossy(&done.stderr));
}
