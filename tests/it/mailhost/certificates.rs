//! A small certificate authority, its certificate for 127.0.0.1, and another authority that nobody here uses.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

pub fn make(dir: &Path, expired: bool) {
    let days = if expired { -1 } else { 30 };
    let ca = dir.join("ca");
    fs::create_dir(&ca).unwrap();
    authority(&ca, "ca");
    authority(&ca, "other");
    fs::write(
        ca.join("server.ext"),
        "subjectAltName=IP:127.0.0.1,DNS:mx.ipreville.test\nextendedKeyUsage=serverAuth\n",
    )
    .unwrap();
    openssl(
        &ca,
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr -subj /CN=mx.ipreville.test",
    );
    openssl(
        &ca,
        &format!(
            "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days {days} -extfile server.ext -out server.pem"
        ),
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

fn openssl(ca: &Path, arguments: &str) {
    let done = Command::new("openssl")
        .args(arguments.split_whitespace())
        .current_dir(ca)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(done.status.success(), "openssl {arguments}: {}", String::from_utf8_lossy(&done.stderr));
}
