//! What is wrong with a server, and how to mend it, in the words of the people who mend it: for `check --connect`,
//! for alarms and for the digest of the day.

use crate::mailbox::MailboxError;
use crate::oauth2::OAuthError;
use crate::smtp::SmtpError;
use crate::wire::{CertificateProblem, WireError};

/// Something that does not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong, in Portuguese.
    pub what: String,
    /// How to mend it, in Portuguese.
    pub remedy: String,
}

impl Trouble {
    /// A trouble with its remedy.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }
}

/// Why a mailbox cannot be read, and what to do.
#[must_use]
pub fn of_mailbox(error: &MailboxError) -> Trouble {
    match error {
        MailboxError::Wire(error) => of_wire(error),
        MailboxError::OAuth(error) => of_oauth(error),
        MailboxError::Login { user, reply, .. } => of_login(user, reply),
        MailboxError::Lacks { host, what } => Trouble::new(
            format!("o servidor {host} não oferece o que é preciso ({what})"),
            "peça ao responsável pelo servidor que o ative, ou escolha a outra forma de login em carteiro.toml",
        ),
        MailboxError::Refused { host, doing, reply } => Trouble::new(
            format!("o servidor {host} recusou um comando ({doing}): {reply}"),
            "mostre esta resposta ao responsável pelo servidor",
        ),
        MailboxError::Lost { host, reason, .. } => Trouble::new(
            format!("a conexão com {host} caiu: {reason}"),
            "costuma passar sozinho; se continuar, veja a rede e o servidor",
        ),
        MailboxError::TokenExpired { host } => Trouble::new(
            format!("o servidor {host} encerrou a sessão porque a autorização venceu"),
            "nada a fazer: uma nova autorização é pedida sozinha",
        ),
        MailboxError::Silent { host, seconds, .. } => Trouble::new(
            format!("o servidor {host} aceitou a conexão e não respondeu em {seconds} segundos"),
            "costuma passar sozinho; se continuar, fale com o responsável pelo servidor",
        ),
        MailboxError::File { path, source, .. } => Trouble::new(
            format!("a pasta {} não pode ser usada: {source}", path.display()),
            "confira se a pasta existe e se o usuário do serviço pode ler e gravar nela",
        ),
        MailboxError::OnlyRead { name } => Trouble::new(
            format!("a caixa {name} só é lida e não pode ser mudada"),
            "use role = \"requests\" na caixa dos pedidos",
        ),
    }
}

/// Why our mail cannot be handed in, and what to do.
#[must_use]
pub fn of_smtp(error: &SmtpError) -> Trouble {
    match error {
        SmtpError::Wire(error) => of_wire(error),
        SmtpError::OAuth(error) => of_oauth(error),
        SmtpError::Later { host, reply } => Trouble::new(
            format!("o servidor {host} pede para voltar mais tarde: {reply}"),
            "costuma passar sozinho; se continuar, fale com o responsável pelo servidor",
        ),
        SmtpError::Refused { host, reply } => Trouble::new(
            format!("o servidor {host} não nos aceita: {reply}"),
            "peça ao responsável pelo servidor que libere o envio a partir desta máquina",
        ),
        SmtpError::Login { user, reply, .. } => of_login(user, reply),
        SmtpError::Lacks { host, what } => Trouble::new(
            format!("o servidor {host} não oferece o que é preciso ({what})"),
            "peça ao responsável pelo servidor que o ative, ou use smtps:// em vez de smtp:// em carteiro.toml",
        ),
    }
}

/// What servers say when a login fails, and what it means. The first that fits decides.
const REFUSALS: &[(&[&str], &str, &str)] = &[
    (
        &["authenticated but not connected"],
        "o login foi aceito, mas falta permissão para abrir a caixa",
        "no Exchange, dê acesso total à caixa: Add-MailboxPermission -Identity CAIXA -User APLICATIVO -AccessRights \
         FullAccess (para um aplicativo, crie antes o service principal: New-ServicePrincipal); leva até uma hora para valer",
    ),
    (
        &["NONEXISTENT", "TRYCREATE", "doesn't exist", "Unknown Mailbox", "no such mailbox"],
        "o login foi aceito, mas a pasta que está no fim do endereço não existe",
        "corrija o nome da pasta em url (o comum é /INBOX) ou crie a pasta na caixa",
    ),
    (
        &["5.7.30", "Basic authentication is not supported"],
        "o servidor não aceita mais login por senha",
        "use o login por OAuth2: troque password por oauth2 = \"m365\" e preencha a seção [oauth2.m365]",
    ),
    (
        &["5.7.139", "SmtpClientAuthentication is disabled"],
        "o envio por SMTP com login está desligado para esta conta",
        "no Exchange: Set-CASMailbox -Identity CAIXA -SmtpClientAuthenticationDisabled $false; e confira os padrões de \
         segurança do locatário",
    ),
    (
        &["5.7.60", "SendAsDenied"],
        "a conta não pode enviar em nome deste remetente",
        "no Exchange: Add-RecipientPermission -Identity REMETENTE -Trustee CONTA -AccessRights SendAs",
    ),
];

fn of_login(user: &str, reply: &str) -> Trouble {
    let lower = reply.to_lowercase();
    let known = REFUSALS.iter().find(|(signs, ..)| signs.iter().any(|it| lower.contains(&it.to_lowercase())));
    match known {
        Some((_, what, remedy)) => Trouble::new(format!("{what} ({user}): {reply}"), *remedy),
        None => Trouble::new(
            format!("o servidor não aceitou o login de {user}: {reply}"),
            "confira o usuário e a senha (ou o segredo do OAuth2); uma senha trocada precisa ser trocada aqui também",
        ),
    }
}

fn of_wire(error: &WireError) -> Trouble {
    match error {
        WireError::NoAddress { host, reason } => Trouble::new(
            format!("o nome {host} não foi encontrado na rede: {reason}"),
            "confira o nome do servidor em url e o DNS desta máquina",
        ),
        WireError::Refused { host, source } => Trouble::new(
            format!("não há conexão com {host}: {source}"),
            "confira o nome e a porta em url, se o servidor está no ar e se o firewall deixa sair",
        ),
        WireError::Silent { host, seconds, .. } => Trouble::new(
            format!("o servidor {host} não respondeu em {seconds} segundos"),
            "confira a porta em url (993 e 465 pedem imaps:// e smtps://; 143 e 587, imap:// e smtp://) e o firewall",
        ),
        WireError::Lost { host, source, .. } => Trouble::new(
            format!("a conexão com {host} caiu: {source}"),
            "confira a porta em url (993 e 465 pedem imaps:// e smtps://; 143 e 587, imap:// e smtp://)",
        ),
        WireError::CaFile { path, reason } => Trouble::new(
            format!("os certificados de {} não podem ser usados: {reason}", path.display()),
            "em ca_file deve estar um arquivo PEM que o usuário do serviço possa ler",
        ),
        WireError::Certificate { host, problem } => of_certificate(host, problem),
        WireError::Tls { host, reason } => Trouble::new(
            format!("não há conexão segura (TLS) com {host}: {reason}"),
            "confira a porta em url (993 e 465 pedem imaps:// e smtps://; 143 e 587, imap:// e smtp://)",
        ),
        WireError::PlainElsewhere { host } => Trouble::new(
            format!("o servidor {host} seria usado sem TLS"),
            "use imaps://, smtps:// ou um servidor com STARTTLS",
        ),
        WireError::Injected { host } => Trouble::new(
            format!("{host} mandou algo sem proteção depois do STARTTLS: pode haver alguém no meio da linha"),
            "use imaps:// e smtps:// e avise o responsável pela rede",
        ),
    }
}

fn of_certificate(host: &str, problem: &CertificateProblem) -> Trouble {
    let (what, remedy) = match problem {
        CertificateProblem::Expired => {
            ("venceu".to_owned(), "peça ao responsável pelo servidor que o renove; nada é enviado até lá")
        }
        CertificateProblem::NotYetValid => {
            ("ainda não vale".to_owned(), "confira o relógio desta máquina (timedatectl) e depois o servidor")
        }
        CertificateProblem::WrongName => {
            ("é de outro nome".to_owned(), "use em url o nome que está no certificado do servidor")
        }
        CertificateProblem::UnknownIssuer => (
            "não foi assinado por uma autoridade conhecida".to_owned(),
            "se o servidor usa uma autoridade própria, ponha o certificado dela em ca_file; se não, pare e investigue",
        ),
        CertificateProblem::Other(reason) => {
            (format!("não foi aceito: {reason}"), "mostre esta resposta ao responsável pelo servidor")
        }
    };
    Trouble::new(format!("o certificado de {host} {what}"), remedy)
}

/// Why there is no token, and what to do.
#[must_use]
pub fn of_oauth(error: &OAuthError) -> Trouble {
    match error {
        OAuthError::Refused { client, code, description, .. } => {
            let remedy = match code.as_str() {
                "invalid_client" => {
                    "o segredo do aplicativo venceu ou está errado: crie outro no portal e troque client_secret"
                }
                "invalid_grant" => "entre de novo: carteiro login NOME",
                "invalid_scope" => "confira scope (para o Microsoft 365: https://outlook.office365.com/.default)",
                _ => {
                    "confira client_id, token_url e as permissões do aplicativo no portal, com o consentimento do administrador"
                }
            };
            Trouble::new(format!("a autorização [oauth2.{client}] foi recusada ({code}): {description}"), remedy)
        }
        OAuthError::Busy { client, reason } => Trouble::new(
            format!("o servidor de autorização de [oauth2.{client}] não atende agora: {reason}"),
            "costuma passar sozinho; confira token_url e se o firewall deixa sair",
        ),
        OAuthError::NotYet { client, wait, last } => Trouble::new(
            format!("a autorização [oauth2.{client}] falhou há pouco ({last}); nova tentativa em {} s", wait.as_secs()),
            "espere um minuto e confira de novo",
        ),
        OAuthError::Unusable { client, reason } => Trouble::new(
            format!("a resposta do servidor de autorização de [oauth2.{client}] não serve: {reason}"),
            "confira token_url",
        ),
        OAuthError::NotSignedIn { client, path, reason } => Trouble::new(
            format!("o login guardado em {} não pode ser usado: {reason}", path.display()),
            format!("entre de novo: carteiro login {client}"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::of_login;

    #[test]
    fn what_a_server_says_becomes_what_a_person_does() {
        let check = |reply: &str, remedy: &str| {
            let found = of_login("assessoria@ipreville.example", reply);
            assert!(found.remedy.contains(remedy), "{reply}: {found:?}");
            assert!(found.what.contains(reply), "{found:?}");
        };
        check("User is authenticated but not connected.", "Add-MailboxPermission");
        check("[NONEXISTENT] Mailbox doesn't exist: Pedidos", "nome da pasta");
        check("550 5.7.30 Basic authentication is not supported for Client Submission", "oauth2");
        check("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled", "Set-CASMailbox");
        check("550 5.7.60 SMTP; Client does not have permissions to send as this sender", "SendAs");
        check("[AUTHENTICATIONFAILED] Authentication failed.", "usuário e a senha");
    }
}
