//! How the program is linked: the addresses that the loader puts right are written down in a short form
//! (DT_RELR), where the C library reads it (glibc since 2.36). It saves two megabytes of file and as much of memory.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |key: &str, value: &str| env::var(key).is_ok_and(|it| it == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && reads_short_form() {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// Whether the C library of this machine is new enough: `glibc 2.36`.
fn reads_short_form() -> bool {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().map(|it| it.stdout).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let mut numbers = said.trim().trim_start_matches("glibc ").split('.').map_while(|it| it.parse::<u32>().ok());
    numbers.next().zip(numbers.next()).is_some_and(|it| it >= (2, 36))
}
