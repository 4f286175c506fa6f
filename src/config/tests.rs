//! What `carteiro.toml` may say, and how its mistakes are told.

use std::path::{Path, PathBuf};

use super::{Config, Count, LedgerUrl, MailboxUrl, Proof, Role, SecretSource, SmtpUrl};
use crate::office::calendar::Length;

/// The shortest file that is right.
const SHORT: &str = r#"
[institute]
name = "Ipreville"
[ledger]
url = "sqlite:ledger.db"
[rules]
dir = "rules"
[archive]
root = "arquivo"
[workbook]
file = "indicadores.xlsx"
[[mailbox]]
name = "assessoria"
url = "maildir:entrada"
[smtp]
url = "maildir:saida"
"#;

const FULL: &str = r#"
[institute]
name     = "Ipreville"
timezone = "America/Sao_Paulo"
protocol = "AR-{year}-{number:04}"
holidays = ["03-09"]
[ledger]
url = "sqlite:/var/lib/carteiro/ledger.db"
[rules]
dir = "/etc/carteiro/rules"
[archive]
root = "/mnt/ipreville/Assessoria_Executiva/Assessoria Relacionamento"
require_mount = true
[workbook]
file  = "/mnt/ipreville/Relatório Assessoria Relacionamento.xlsx"
count = "messages"
[contacts]
whatsapp_general = "/mnt/ipreville/Contatos WhatsApp Relação envio mensagens.xlsx"
[[mailbox]]
name     = "assessoria"
url      = "imaps://mail.example:993/INBOX"
user     = "assessoria@ipreville.sc.gov.br"
password = { file = "/run/credentials/assessoria" }
role     = "requests"
ca_file  = "/etc/carteiro/ca.pem"
[[mailbox]]
name     = "presidente"
url      = "imaps://mail.example:993/INBOX"
user     = "presidente@ipreville.sc.gov.br"
oauth2   = "m365"
role     = "returns"
[smtp]
url      = "smtps://mail.example:465"
user     = "assessoria@ipreville.sc.gov.br"
password = { env = "SMTP" }
connections            = 2
recipients_per_message = 100
messages_per_minute    = 20
recipients_per_day     = 5000
[oauth2.m365]
token_url     = "https://login.microsoftonline.com/TENANT/oauth2/v2.0/token"
client_id     = "abc"
client_secret = { credential = "m365-secret" }
scope         = "https://outlook.office365.com/.default"
[canary]
every = "2h"
[reconciliation]
nightly = false
[timing]
poll            = "30s"
regret          = "5m"
first_digest    = "2h"
final_balance   = "3 business days"
report_reminder = "1 business day"
[trial]
enabled    = false
deliver_to = ["assessoria@ipreville.sc.gov.br"]
[identity]
authserv_id = "mx.ipreville.sc.gov.br"
exchange_internal = true
[metrics]
listen = "127.0.0.1:9464"
"#;

#[test]
fn every_key_of_the_full_file_is_read() {
    let config = Config::from_toml(FULL).unwrap();
    assert_eq!(config.ledger, LedgerUrl::Sqlite(PathBuf::from("/var/lib/carteiro/ledger.db")));
    assert_eq!(config.workbook.count, Count::Messages);
    assert_eq!(config.mailboxes.len(), 2);
    let login = config.mailboxes[0].login.clone().unwrap();
    assert_eq!(login.proof, Proof::Password(SecretSource::File(PathBuf::from("/run/credentials/assessoria"))));
    assert_eq!(config.mailboxes[1].role, Role::Returns);
    assert_eq!(config.mailboxes[1].login.clone().unwrap().proof, Proof::OAuth2("m365".to_owned()));
    assert_eq!((config.smtp.connections, config.smtp.recipients_per_day), (2, 5000));
    assert_eq!(config.timing.final_balance, Length::BusinessDays(3));
    assert!(!config.trial.enabled && config.identity.exchange_internal);
    assert_eq!(config.metrics.unwrap().port(), 9464);
    assert_eq!((config.canary.every_secs, config.compares_nightly), (Some(7200), false));
    assert!(config.institute.holidays.is_holiday(jiff::civil::date(2026, 3, 9)));
    let secret = config.oauth2["m365"].client_secret.clone();
    assert_eq!(secret, Some(SecretSource::Credential("m365-secret".to_owned())));
}

#[test]
fn what_is_left_out_has_the_careful_default() {
    let config = Config::from_toml(SHORT).unwrap();
    assert!(config.trial.enabled, "carteiro starts in trial mode");
    assert_eq!((config.canary.every_secs, config.compares_nightly), (None, true), "no canary on trial");
    assert!(config.archive.require_mount);
    assert!(!config.identity.exchange_internal);
    assert_eq!(config.timing.regret, Length::Seconds(600));
    assert_eq!(config.timing.report_reminder, Length::BusinessDays(2));
    assert_eq!(config.smtp.recipients_per_message, 500);
    assert_eq!(config.institute.protocol, "AR-{year}-{number:04}");
    assert_eq!(config.metrics, None);
}

#[test]
fn relative_paths_are_taken_from_the_folder_of_the_file() {
    let config = Config::from_toml(SHORT).unwrap().below(Path::new("/etc/carteiro"));
    assert_eq!(config.rules_dir, Path::new("/etc/carteiro/rules"));
    assert_eq!(config.ledger, LedgerUrl::Sqlite(PathBuf::from("/etc/carteiro/ledger.db")));
    assert_eq!(config.mailboxes[0].url, MailboxUrl::Maildir(PathBuf::from("/etc/carteiro/entrada")));
    assert_eq!(config.smtp.url, SmtpUrl::Maildir(PathBuf::from("/etc/carteiro/saida")));
    let full = Config::from_toml(FULL).unwrap().below(Path::new("/etc/carteiro"));
    assert_eq!(full.rules_dir, Path::new("/etc/carteiro/rules"), "an absolute path stays");
}

#[test]
fn every_mistake_is_told_with_its_place() {
    let check = |from: &str, to: &str, under_the_caret: &str, part: &str| {
        let text = FULL.replacen(from, to, 1);
        assert_ne!(text, FULL, "{from}");
        let at = text.find(under_the_caret).unwrap();
        let line = text[..at].matches('\n').count() + 1;
        let column = at - text[..at].rfind('\n').map_or(0, |it| it + 1) + 1;
        let errors: Vec<String> = Config::from_toml(&text).unwrap_err().iter().map(ToString::to_string).collect();
        let place = format!("carteiro.toml:{line}:{column}: ");
        let found = errors.iter().any(|it| it.starts_with(&place) && it.contains(part));
        assert!(found, "{from} -> {to}: expected {place}: {errors:#?}");
    };
    check("regret ", "regrets", "regrets", "unknown key `timing.regrets`, did you mean `regret`?");
    check("[trial]", "[trail]", "trail]", "unknown key `trail`, did you mean `trial`?");
    check("name     = \"Ipreville\"", "", "[institute]", "`institute.name` is missing");
    check("\"5m\"", "\"five\"", "\"five\"", "`five` cannot be used for `timing.regret`");
    check("\"5m\"", "\"2 business days\"", "\"2 business days\"", "cannot be used for `timing.regret`");
    check("enabled    = false", "enabled = \"no\"", "\"no\"", "`trial.enabled` must be true or false");
    check("imaps://mail.example:993/INBOX", "http://mail.example", "\"http:", "imaps://host:993/INBOX");
    check("{ env = \"SMTP\" }", "\"1234\"", "\"1234\"", "must not hold the secret itself");
    check("{ env = \"SMTP\" }", "{ env = \"A\", file = \"b\" }", "{ env", "exactly one of");
    check("\"m365\"", "\"google\"", "\"google\"", "no section `[oauth2.google]`");
    check("role     = \"requests\"", "role = \"returns\"", "\n", "no mailbox has role = \"requests\"");
    check("127.0.0.1:9464", "0.0.0.0:9464", "\"0.0.0.0", "loopback");
    check(
        "\"presidente\"",
        "\"assessoria\"",
        "[[mailbox]]\nname     = \"assessoria\"\nurl      = \"imaps://mail.example:993/INBOX\"\nuser     = \"presidente",
        "two mailboxes are called `assessoria`",
    );
    check("recipients_per_day     = 5000", "recipients_per_day = 0", "0\n[oauth2", "a whole number from 1");
    check("count = \"messages\"", "count = 3", "3\n[contacts]", "must be a text in quotes");
    check("America/Sao_Paulo", "Joinville", "\"Joinville", "tz database");
    check("{number:04}", "{number:4}", "\"AR-", "a pattern with {number} and {year}");
    check("03-09", "31-12", "\"31-12", "month-day");
    check("https://login", "http://login", "\"http://login", "https://");
}

#[test]
fn all_mistakes_come_at_once_and_in_order() {
    let text = SHORT.replace("name = \"Ipreville\"", "nome = 3").replace("root = ", "roots = ");
    let lines: Vec<usize> = Config::from_toml(&text).unwrap_err().iter().map(|it| it.line).collect();
    assert_eq!(lines, [2, 3, 8, 9]);
    let broken = "[institute]\nname = \ntimezone = 'a\nprotocol = \"x\"\n";
    assert!(Config::from_toml(broken).unwrap_err().len() >= 2);
}

#[test]
fn no_secret_is_ever_repeated_in_a_mistake() {
    let text = FULL.replace("{ env = \"SMTP\" }", "\"hunter2\"");
    let errors = Config::from_toml(&text).unwrap_err();
    assert!(!format!("{errors:?}").contains("hunter2"));
}
