//! Tokens: a token endpoint that fails in every way it can, and logins by token at a real Postfix and Dovecot.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    path::PathBuf,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use carteiro::{
    mailbox::{Account, Mailbox, MailboxError, Place, Role},
    oauth2::{Client, Credentials, OAuthError, Tokens, ask_device_code, wait_for_sign_in},
    office::Secret,
    smtp::{Session, SmtpError},
};

use crate::mailhost::{MailHost, tokens::token_for};

/// A token endpoint that gives the answers it was told, the last one again and again.
pub struct Endpoint {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

/// Starts one.
pub fn endpoint<T: Into<String>>(answers: Vec<(u16, T)>) -> Endpoint {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let kept = asked.clone();
    let answers: Vec<(u16, String)> = answers.into_iter().map(|(status, body)| (status, body.into())).collect();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut line, mut length) = (String::new(), 0);
            let mut path = String::new();
            while reader.read_line(&mut line).unwrap_or(0) > 0 && !line.trim().is_empty() {
                if path.is_empty() {
                    path = line.split_whitespace().nth(1).unwrap_or_default().to_owned();
                }
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
                line.clear();
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            let mut asked = kept.lock().unwrap();
            let (status, answer) = &answers[asked.len().min(answers.len() - 1)];
            asked.push(format!("{path} {}", String::from_utf8(body).unwrap()));
            let _ = write!(
                stream,
                "HTTP/1.1 {status} Whatever\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{answer}",
                answer.len()
            );
        }
    });
    Endpoint { port, asked }
}

impl Endpoint {
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/oauth2/v2.0/token", self.port)
    }

    /// The forms that were sent.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// A client of this endpoint, by client credentials.
    pub fn client(&self) -> Client {
        Client {
            name: "m365".to_owned(),
            token_url: self.url(),
            device_url: None,
            client_id: "aplicativo".to_owned(),
            client_secret: Some(Secret::new("s3gr3d0")),
            scope: "https://outlook.office365.com/.default".to_owned(),
            refresh_file: None,
            ca_file: None,
        }
    }
}

const GOOD: &str = r#"{"token_type":"Bearer","expires_in":3600,"access_token":"primeiro"}"#;

#[tokio::test]
async fn fault_27_a_token_is_asked_once_and_renewed_at_four_fifths_of_its_life() {
    let endpoint = endpoint(vec![(200, GOOD), (200, r#"{"expires_in":"3600","access_token":"segundo"}"#)]);
    let tokens = Tokens::new(endpoint.client());
    let start = Instant::now();
    let at = async |secs: u64| tokens.bearer_at(start + Duration::from_secs(secs)).await.unwrap().reveal().to_owned();
    assert_eq!(at(0).await, "primeiro");
    assert_eq!(at(2879).await, "primeiro");
    assert_eq!(endpoint.asked().len(), 1);
    assert_eq!(at(2881).await, "segundo");
    assert_eq!(
        endpoint.asked()[0],
        "/oauth2/v2.0/token client_id=aplicativo&scope=https%3A%2F%2Foutlook.office365.com%2F.default\
         &client_secret=s3gr3d0&grant_type=client_credentials"
    );
}

#[tokio::test]
async fn fault_25_an_expired_secret_is_told_with_what_to_do_and_asked_once_a_minute() {
    let endpoint = endpoint(vec![(
        401,
        r#"{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys are expired.\r\nTrace ID: 1"}"#,
    )]);
    let tokens = Tokens::new(endpoint.client());
    let start = Instant::now();
    let error = tokens.bearer_at(start).await.unwrap_err();
    assert!(matches!(&error, OAuthError::Refused { code, .. } if code == "invalid_client"), "{error:?}");
    assert!(!error.is_passing());
    let text = error.to_string();
    assert!(text.contains("AADSTS7000222") && text.contains("make a new one") && !text.contains("Trace"), "{text}");
    assert!(!format!("{text} {tokens:?}").contains("s3gr3d0"));
    for secs in [1, 30, 59] {
        let error = tokens.bearer_at(start + Duration::from_secs(secs)).await.unwrap_err();
        assert!(matches!(error, OAuthError::NotYet { .. }), "{error:?}");
    }
    assert_eq!(endpoint.asked().len(), 1);
    let _ = tokens.bearer_at(start + Duration::from_secs(61)).await.unwrap_err();
    assert_eq!(endpoint.asked().len(), 2);
}

#[tokio::test]
async fn fault_26_a_failing_endpoint_is_no_interruption_while_the_token_lives() {
    let endpoint = endpoint(vec![(200, GOOD), (429, "slow down"), (500, "<html>"), (503, "")]);
    let tokens = Tokens::new(endpoint.client());
    let start = Instant::now();
    tokens.bearer_at(start).await.unwrap();
    // From four fifths of its life on, asked every ten seconds until it ends.
    for secs in (2880..3600).step_by(10) {
        let token = tokens.bearer_at(start + Duration::from_secs(secs)).await.unwrap();
        assert_eq!(token.reveal(), "primeiro");
    }
    assert!(endpoint.asked().len() <= 1 + 12, "{} tries in 12 minutes", endpoint.asked().len());
    assert!(tokens.failing().is_some_and(|it| it.is_passing()));
    let error = tokens.bearer_at(start + Duration::from_secs(3601)).await.unwrap_err();
    assert!(error.is_passing(), "{error:?}");
}

#[tokio::test]
async fn an_answer_that_makes_no_sense_is_no_token() {
    let check = async |status: u16, body: &str| {
        let endpoint = endpoint(vec![(status, body)]);
        let error = Tokens::new(endpoint.client()).bearer().await.unwrap_err();
        assert!(matches!(error, OAuthError::Unusable { .. }), "{body}: {error:?}");
    };
    check(200, "<html>login</html>").await;
    check(200, "{}").await;
    check(302, "").await;
    check(200, r#"{"access_token":"a\r\nb"}"#).await;
    check(200, r#"{"access_token":""}"#).await;
}

#[tokio::test]
async fn a_secret_is_not_sent_without_tls() {
    let mut client = endpoint(vec![(200, GOOD)]).client();
    client.token_url = "http://login.example.test/token".to_owned();
    let error = Tokens::new(client).bearer().await.unwrap_err();
    assert!(matches!(error, OAuthError::Unusable { .. }), "{error:?}");
}

#[tokio::test]
async fn a_refresh_token_that_is_replaced_is_kept_before_the_old_one_is_forgotten() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let path: PathBuf = dir.path().join("m365.token");
    let endpoint = endpoint(vec![(200, r#"{"expires_in":10,"access_token":"a","refresh_token":"novo"}"#)]);
    let mut client = endpoint.client();
    client.refresh_file = Some(path.clone());
    let tokens = Tokens::new(client);
    let error = tokens.bearer().await.unwrap_err();
    assert!(
        matches!(error, OAuthError::NotSignedIn { .. }) && error.to_string().contains("carteiro login m365"),
        "{error}"
    );

    std::fs::write(&path, "antigo\n").unwrap();
    tokens.bearer_at(Instant::now() + Duration::from_secs(61)).await.unwrap();
    assert!(endpoint.asked()[0].ends_with("grant_type=refresh_token&refresh_token=antigo"), "{:?}", endpoint.asked());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "novo\n");
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn a_person_signs_in_by_device_code() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("m365.token");
    let endpoint = endpoint(vec![
        (
            200,
            r#"{"device_code":"dc","user_code":"ABCD-1234","verification_uri":"https://microsoft.com/devicelogin","expires_in":900,"interval":0}"#,
        ),
        (400, r#"{"error":"authorization_pending"}"#),
        (503, ""),
        (200, r#"{"access_token":"a","expires_in":3600,"refresh_token":"guardado"}"#),
    ]);
    let mut client = endpoint.client();
    client.refresh_file = Some(path.clone());
    let code = ask_device_code(&client).await.unwrap();
    assert_eq!(
        (code.user_code.as_str(), code.verification_uri.as_str()),
        ("ABCD-1234", "https://microsoft.com/devicelogin")
    );
    wait_for_sign_in(&client, &code).await.unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "guardado\n");
    let asked = endpoint.asked();
    assert!(asked[0].starts_with("/oauth2/v2.0/devicecode client_id=aplicativo&scope="), "{asked:?}");
    assert!(asked[1].contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"), "{asked:?}");
}

#[tokio::test]
async fn a_sign_in_that_is_declined_ends() {
    let endpoint = endpoint(vec![
        (200, r#"{"device_code":"dc","user_code":"X","verification_uri":"https://x","interval":0}"#),
        (400, r#"{"error":"access_denied"}"#),
    ]);
    let dir = tempfile::tempdir().unwrap();
    let mut client = endpoint.client();
    client.refresh_file = Some(dir.path().join("m365.token"));
    let code = ask_device_code(&client).await.unwrap();
    let error = wait_for_sign_in(&client, &code).await.unwrap_err();
    assert!(matches!(&error, OAuthError::Refused { code, .. } if code == "access_denied"), "{error:?}");
}

fn by_token(host: &MailHost, user: &str, tokens: &Tokens) -> Account {
    let mut account = host.account(user, Role::Requests);
    if let Place::Imap { credentials, .. } = &mut account.place {
        *credentials = Credentials::OAuth2 { user: user.to_owned(), tokens: tokens.clone() };
    }
    account
}

#[tokio::test]
async fn dovecot_and_postfix_open_to_a_token_and_a_dead_one_is_renewed_once() {
    let host = MailHost::shared();
    let user = "assessoria@ipreville.test";
    let answer = |life: i64| format!(r#"{{"expires_in":3600,"access_token":"{}"}}"#, token_for(user, life));
    let endpoint = endpoint(vec![(200, answer(-10)), (200, answer(3600))]);
    let tokens = Tokens::new(endpoint.client());

    let mailbox =
        Mailbox::open(&by_token(&host, user, &tokens)).await.unwrap_or_else(|it| panic!("{it}\n{}", host.logs()));
    mailbox.close().await;
    assert_eq!(endpoint.asked().len(), 2);

    let mut server = host.submission(user);
    server.credentials = Some(Credentials::OAuth2 { user: user.to_owned(), tokens: tokens.clone() });
    Session::connect(&server).await.unwrap().quit().await;
    assert_eq!(endpoint.asked().len(), 2);
}

#[tokio::test]
async fn a_token_for_somebody_else_opens_nothing() {
    let host = MailHost::shared();
    let user = "assessoria@ipreville.test";
    let token = token_for("pericia@ipreville.test", 3600);
    let endpoint = endpoint(vec![(200, format!(r#"{{"expires_in":3600,"access_token":"{token}"}}"#))]);
    let tokens = Tokens::new(endpoint.client());
    let error = Mailbox::open(&by_token(&host, user, &tokens)).await.unwrap_err();
    assert!(matches!(error, MailboxError::Login { .. }), "{error:?}");
    assert!(!format!("{error} {error:?}").contains(&token));
    let mut server = host.submission(user);
    server.credentials = Some(Credentials::OAuth2 { user: user.to_owned(), tokens });
    let error = Session::connect(&server).await.unwrap_err();
    assert!(matches!(error, SmtpError::Login { .. }), "{error:?}");
    assert!(!format!("{error} {error:?}").contains(&token));
}

#[test]
fn carteiro_login_shows_the_code_and_keeps_the_sign_in() {
    let dir = tempfile::tempdir().unwrap();
    let endpoint = endpoint(vec![
        (
            200,
            r#"{"device_code":"dc","user_code":"WXYZ-9876","verification_uri":"https://microsoft.com/devicelogin","expires_in":900,"interval":0}"#,
        ),
        (200, r#"{"access_token":"a","expires_in":3600,"refresh_token":"guardado"}"#),
    ]);
    let config = dir.path().join("carteiro.toml");
    std::fs::write(&config, configuration(dir.path(), &endpoint)).unwrap();
    let login = |name: &str| {
        std::process::Command::new(env!("CARGO_BIN_EXE_carteiro"))
            .args(["login", name, "--config", config.to_str().unwrap()])
            .output()
            .unwrap()
    };
    // By the mailbox's name, which leads to its section.
    let done = login("assessoria");
    let (said, wrong) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{said}{wrong}");
    assert!(said.contains("open https://microsoft.com/devicelogin and type WXYZ-9876"), "{said}");
    assert_eq!(std::fs::read_to_string(dir.path().join("m365.token")).unwrap(), "guardado\n");
    assert!(!format!("{said}{wrong}").contains("guardado"));

    let failed = login("ninguem");
    assert_eq!(failed.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&failed.stderr).contains("there is no section `[oauth2.ninguem]`"));
}

fn configuration(dir: &std::path::Path, endpoint: &Endpoint) -> String {
    let sections = format!(
        r#"
[[mailbox]]
name = "assessoria"
url = "imaps://mail.example:993/INBOX"
user = "assessoria@ipreville.sc.gov.br"
oauth2 = "m365"
role = "requests"
[oauth2.m365]
token_url = "{}"
client_id = "aplicativo"
scope = "https://outlook.office365.com/IMAP.AccessAsUser.All offline_access"
token_file = "{{at}}/m365.token"
[identity]
authserv_id = "mx.ipreville.sc.gov.br"
exchange_internal = true
"#,
        endpoint.url()
    );
    crate::bureau::settings(dir, &sections)
}
