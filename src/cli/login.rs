//! `carteiro login`: device-code sign-in. A person types a code into a browser, the refresh token is kept.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::config::{Config, Proof};
use crate::oauth2::{Client, OAuthError, ask_device_code, wait_for_sign_in};

/// Arguments of `carteiro login`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mailbox, or the section `[oauth2.NAME]`, to sign in
    name: String,
    /// The configuration
    #[arg(short, long, default_value = "/etc/carteiro/carteiro.toml")]
    config: PathBuf,
}

pub fn run(args: &Args) -> ExitCode {
    let config = match super::configuration(&args.config) {
        Ok(config) => config,
        Err(code) => return code,
    };
    let section = section_of(&config, &args.name);
    let client = match crate::daemon::client(&config, section) {
        Ok(client) => client,
        Err(reason) => return super::fail(format!("cannot sign `{}` in: {reason}", args.name)),
    };
    if client.refresh_file.is_none() {
        let missing = "add `token_file`, the file that keeps the sign-in";
        return super::fail(format!("`[oauth2.{section}]` has no place for it: {missing}"));
    }
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return super::fail(format!("cannot start: {error}")),
    };
    match runtime.block_on(sign_in(&client)) {
        Ok(()) => {
            println!("signed in; `carteiro check --connect` tries the login");
            ExitCode::SUCCESS
        }
        Err(error) => super::fail(error),
    }
}

/// The section that a mailbox names, or the name itself.
fn section_of<'a>(config: &'a Config, name: &'a str) -> &'a str {
    let login = config.mailboxes.iter().find(|it| it.name == name).and_then(|it| it.login.as_ref());
    match login.map(|it| &it.proof) {
        Some(Proof::OAuth2(section)) => section,
        Some(Proof::Password(_)) | None => name,
    }
}

async fn sign_in(client: &Client) -> Result<(), OAuthError> {
    let code = ask_device_code(client).await?;
    let minutes = code.valid.as_secs() / 60;
    println!("open {} and type {} (within {minutes} minutes)", code.verification_uri, code.user_code);
    wait_for_sign_in(client, &code).await
}
