//! From the settings to the hands: which server, which mailbox, with which proof.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::DaemonError;
use crate::config::{self, Config, Login, MailboxUrl, Proof, SmtpUrl};
use crate::dkim::Checker;
use crate::mailbox::{Account, Place, Role};
use crate::oauth2::{Client, Credentials, Tokens};
use crate::office::Secret;
use crate::smtp::{Route, Server};
use crate::wire::{Host, Tls};

/// Where our mail leaves, by the configuration.
///
/// # Errors
/// [`DaemonError::Setting`], if a secret cannot be read.
pub fn route(config: &Config) -> Result<Route, DaemonError> {
    match &config.smtp.url {
        SmtpUrl::Maildir(path) => Ok(Route::Maildir(path.clone())),
        SmtpUrl::Smtp(server) => Ok(Route::Server(Server {
            host: host(server, config.smtp.ca_file.as_deref()),
            credentials: config.smtp.login.as_ref().map(|it| credentials(it, config, "smtp")).transpose()?,
            hello: "[127.0.0.1]".to_owned(),
        })),
    }
}

/// Our own check of signatures, if the configuration wants one.
pub(super) fn signatures(config: &Config) -> Result<Option<Checker>, DaemonError> {
    let checker = config.identity.dkim_dns.map(Checker::asking).transpose();
    checker.map_err(|it| DaemonError::Setting { key: "identity.dkim_dns".to_owned(), reason: it.to_string() })
}

/// A mailbox, by the configuration.
///
/// # Errors
/// [`DaemonError::Setting`], if a secret cannot be read or a login is missing.
pub fn account(mailbox: &config::Mailbox, config: &Config) -> Result<Account, DaemonError> {
    let place = match &mailbox.url {
        MailboxUrl::Maildir(path) => Place::Maildir(path.clone()),
        MailboxUrl::Imap { server, folder } => {
            let Some(login) = &mailbox.login else {
                let key = format!("mailbox.{}", mailbox.name);
                return Err(DaemonError::Setting {
                    key,
                    reason: "it has no user; add `user` and `password`".to_owned(),
                });
            };
            Place::Imap {
                host: host(server, mailbox.ca_file.as_deref()),
                folder: folder.clone(),
                credentials: credentials(login, config, &format!("mailbox.{}", mailbox.name))?,
            }
        }
    };
    let role = match mailbox.role {
        config::Role::Requests => Role::Requests,
        config::Role::Returns => Role::Returns,
    };
    Ok(Account { name: mailbox.name.clone(), place, role })
}

fn host(server: &config::Server, ca_file: Option<&std::path::Path>) -> Host {
    Host {
        name: server.host.clone(),
        port: server.port,
        tls: match server.tls {
            config::Tls::Implicit => Tls::Implicit,
            config::Tls::StartTls => Tls::StartTls,
        },
        ca_file: ca_file.map(std::path::Path::to_owned),
    }
}

fn credentials(login: &Login, config: &Config, key: &str) -> Result<Credentials, DaemonError> {
    let setting = |what: &str, reason: String| DaemonError::Setting { key: format!("{key}.{what}"), reason };
    match &login.proof {
        Proof::Password(source) => {
            let password = source.resolve().map_err(|it| setting("password", it.to_string()))?;
            Ok(Credentials::Password { user: login.user.clone(), password: Secret::new(password.expose()) })
        }
        Proof::OAuth2(name) => {
            let client = client(config, name).map_err(|it| setting("oauth2", it))?;
            Ok(Credentials::OAuth2 { user: login.user.clone(), tokens: shared(client) })
        }
    }
}

/// The section `[oauth2.NAME]` with its secret read, or why it cannot be had.
pub fn client(config: &Config, name: &str) -> Result<Client, String> {
    let section = config.oauth2.get(name).ok_or_else(|| format!("there is no section `[oauth2.{name}]`"))?;
    let secret = section.client_secret.as_ref().map(config::SecretSource::resolve).transpose();
    let secret = secret.map_err(|it| it.to_string())?;
    Ok(Client {
        name: name.to_owned(),
        token_url: section.token_url.clone(),
        device_url: section.device_url.clone(),
        client_id: section.client_id.clone(),
        client_secret: secret.map(|it| Secret::new(it.expose())),
        scope: section.scope.clone(),
        refresh_file: section.token_file.clone(),
        ca_file: None,
    })
}

/// Mailboxes and SMTP that name one section share one token.
fn shared(client: Client) -> Tokens {
    static TOKENS: LazyLock<Mutex<BTreeMap<(String, String), Tokens>>> = LazyLock::new(Mutex::default);
    let key = (client.name.clone(), client.token_url.clone());
    let mut tokens = TOKENS.lock().unwrap_or_else(PoisonError::into_inner);
    tokens.entry(key).or_insert_with(|| Tokens::new(client)).clone()
}
