//! The servers of `check --connect`: a login at each mailbox, a greeting at the mail server; no mail is read or sent.

use std::path::Path;

use super::connect::Line;
use crate::config::{self, Config, MailboxUrl, SmtpUrl};
use crate::daemon::{self, Trouble, of_mailbox, of_oauth, of_smtp};
use crate::mailbox::Mailbox;
use crate::oauth2::Tokens;
use crate::smtp::{Capabilities, Route, Session};

/// A message with a list and a picture is larger than this; a server that takes less is told of.
const SIZE_WANTED: u64 = 10 * 1024 * 1024;

/// Logs in at a mailbox and opens its folder.
pub(super) async fn mailbox(config: &Config, mailbox: &config::Mailbox) -> Line {
    let what = format!("caixa {}", mailbox.name);
    let (place, is_folder) = match &mailbox.url {
        MailboxUrl::Maildir(path) => return Line::new(what, maildir(path)),
        MailboxUrl::Imap { server, folder } => (format!("{}:{}", server.host, server.port), folder),
    };
    let verdict = async {
        let account = daemon::account(mailbox, config).map_err(|it| of_setting(&it.to_string()))?;
        let mut open = Mailbox::open(&account).await.map_err(|it| of_mailbox(&it))?;
        let end = open.end().await.map_err(|it| of_mailbox(&it));
        open.close().await;
        end?;
        let user = mailbox.login.as_ref().map(|it| it.user.as_str()).unwrap_or_default();
        let use_of = match mailbox.role {
            config::Role::Requests => "os pedidos são lidos e movidos",
            config::Role::Returns => "só se leem recibos e respostas; nada é mudado",
        };
        Ok(format!("{user} entra em {place} e abre a pasta {is_folder}; {use_of}"))
    };
    Line::new(what, verdict.await)
}

/// A Maildir is only looked at: opening it would make its parts.
fn maildir(path: &Path) -> Result<String, Trouble> {
    let parts = ["new", "cur", "tmp"];
    if parts.iter().all(|it| path.join(it).is_dir()) {
        return Ok(format!("a pasta {} pode ser lida", path.display()));
    }
    if path.is_dir() {
        return Err(Trouble::new(
            format!("{} não é uma Maildir: faltam as pastas new, cur e tmp", path.display()),
            "confira o caminho; numa pasta vazia, carteiro as cria no primeiro início",
        ));
    }
    Err(Trouble::new(format!("a pasta {} não existe", path.display()), "corrija o caminho em url ou crie a pasta"))
}

/// Greets the mail server, logs in, and says what it offers.
pub(super) async fn smtp(config: &Config) -> Line {
    let what = "servidor de envio";
    if let SmtpUrl::Maildir(path) = &config.smtp.url {
        let verdict = if path.is_dir() || path.parent().is_some_and(Path::is_dir) {
            Ok(format!("as mensagens são postas na pasta {}; nada sai para fora", path.display()))
        } else {
            Err(Trouble::new(format!("a pasta {} não existe", path.display()), "corrija o caminho em [smtp] url"))
        };
        return Line::new(what, verdict);
    }
    let verdict = async {
        let server = match daemon::route(config).map_err(|it| of_setting(&it.to_string()))? {
            Route::Server(server) => server,
            Route::Maildir(_) | Route::Rehearsal(_) => return Ok("nada sai para fora".to_owned()),
        };
        let session = Session::connect(&server).await.map_err(|it| of_smtp(&it))?;
        let offered = session.capabilities().clone();
        session.quit().await;
        offer(&server.host.to_string(), config, &offered)
    };
    Line::new(what, verdict.await)
}

/// What the EHLO answer says of receipts (DSN, RFC 3461) and sizes (SIZE, RFC 1870).
fn offer(host: &str, config: &Config, offered: &Capabilities) -> Result<String, Trouble> {
    let size = offered.size_max.map_or("sem limite de tamanho anunciado".to_owned(), |it| {
        format!("mensagens de até {} MB (SIZE)", it / 1_000_000)
    });
    if offered.size_max.is_some_and(|it| it < SIZE_WANTED) {
        return Err(Trouble::new(
            format!("{host} aceita o login, mas só {size}"),
            "peça ao responsável pelo servidor um limite de 25 MB ou mais; mensagens maiores são recusadas",
        ));
    }
    let receipts = if offered.dsn {
        "com recibos de entrega (DSN)"
    } else {
        "SEM recibos de entrega (DSN): só se saberá das mensagens que voltarem"
    };
    let limits = format!(
        "até {} pessoas por mensagem e {} por dia, pelo que está em [smtp]",
        config.smtp.recipients_per_message, config.smtp.recipients_per_day
    );
    Ok(format!("{host} aceita o login; {receipts}; {size}; {limits}"))
}

/// Asks for a token of `[oauth2.NAME]`.
pub(super) async fn token(config: &Config, name: &str) -> Line {
    let verdict = async {
        let client = daemon::client(config, name).map_err(|it| of_setting(&it))?;
        Tokens::new(client).bearer().await.map_err(|it| of_oauth(&it))?;
        let last_day = config.oauth2.get(name).and_then(|it| it.client_secret_expires);
        let until = last_day.map(|it| it.strftime("; a senha de aplicação vale até %d/%m/%Y").to_string());
        Ok(format!("o servidor de autorização nos reconhece{}", until.unwrap_or_default()))
    };
    Line::new(format!("autorização {name}"), verdict.await)
}

/// A secret that cannot be read, most often because the command is not run as the service is.
fn of_setting(reason: &str) -> Trouble {
    let remedy = if reason.contains("CREDENTIALS_DIRECTORY") {
        "confira dentro do serviço: systemd-run --pipe --wait -p User=carteiro -p LoadCredential=NOME:ARQUIVO carteiro \
         check --connect"
    } else {
        "confira a seção em carteiro.toml, se o arquivo do segredo existe e se o usuário do serviço pode lê-lo"
    };
    Trouble::new(format!("o login não pode ser preparado: {reason}"), remedy)
}
