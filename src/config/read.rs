//! The second stage: the sections of `carteiro.toml`, each key asked for once with its default.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::ops::Range;
use std::path::PathBuf;

use toml::de::DeTable;

use super::reader::{Faults, Section};
use super::{
    Alarm, Archive, Canary, Config, ConfigError, ConfigFault, Contacts, Count, Digests, Identity, Institute, LedgerUrl,
    Login, Mailbox, MailboxUrl, OAuth2, Proof, Role, SecretSource, Smtp, SmtpUrl, Timing, Trial, Workbook,
};
use crate::office::EmailAddress;
use crate::office::calendar::{Holidays, Length};

/// Reads the whole text.
pub(super) fn config(text: &str) -> Result<Config, Vec<ConfigError>> {
    let (table, syntax) = DeTable::parse_recoverable(text);
    let faults = Faults::default();
    for error in &syntax {
        faults.add(error.span().unwrap_or(0..0), ConfigFault::Syntax(error.message().to_owned()));
    }
    if !syntax.is_empty() {
        return Err(placed(text, faults));
    }
    let root = Section::root(&table, &faults);
    let config = whole(&root, &faults);
    root.finish();
    let errors = placed(text, faults);
    match config {
        Some(config) if errors.is_empty() => Ok(config),
        _ => Err(errors),
    }
}

/// Gives each mistake its line and column.
fn placed(text: &str, faults: Faults) -> Vec<ConfigError> {
    let place = |(span, fault): (Range<usize>, ConfigFault)| {
        let before = text.get(..span.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        ConfigError { file: None, line: before.matches('\n').count() + 1, column, fault }
    };
    faults.into_sorted().into_iter().map(place).collect()
}

/// Every section is read before any is used, so that all mistakes are found.
fn whole(root: &Section<'_>, faults: &Faults) -> Option<Config> {
    let institute = institute(root.section("institute"));
    let ledger = section(root.section("ledger"), |it| it.required("url", "sqlite:/path/ledger.db", LedgerUrl::parse));
    let rules_dir = section(root.section("rules"), |it| it.required("dir", "a folder", path));
    let archive = section(root.section("archive"), |it| {
        let require_mount = it.flag("require_mount", true);
        let keep_mails_years = it.optional("keep_mails", "\"5 years\"", years);
        Some(Archive { root: it.required("root", "a folder", path)?, require_mount, keep_mails_years })
    });
    let workbook = section(root.section("workbook"), |it| {
        let count = it.parsed("count", "communications", "\"communications\" or \"messages\"", count);
        Some(Workbook { file: it.required("file", "an .xlsx file", path)?, count: count? })
    });
    let contacts = section(root.section("contacts"), |it| Contacts {
        whatsapp_general: it.optional("whatsapp_general", "an .xlsx file", path),
    });
    let oauth2 = oauth2(root, faults);
    let mailboxes = mailboxes(root, faults, &oauth2);
    let smtp = section(root.section("smtp"), |it| smtp(it, faults, &oauth2));
    let timing = section(root.section("timing"), timing);
    let trial = section(root.section("trial"), |it| Trial {
        enabled: it.flag("enabled", true),
        deliver_to: it.list("deliver_to", "an address", |text| EmailAddress::parse(text).ok()),
    });
    let identity = section(root.section("identity"), |it| Identity {
        authserv_id: it.optional("authserv_id", "the name of a mail server", name),
        exchange_internal: it.flag("exchange_internal", false),
        dkim_dns: it.optional("dkim_dns", "the address of a DNS server, as \"127.0.0.53\"", dns_server),
    });
    let metrics = section(root.section("metrics"), |it| {
        it.optional("listen", "a loopback address with a port, as 127.0.0.1:9464", loopback)
    });
    let every =
        section(root.section("canary"), |it| it.optional("every", "a length of time as \"1h\", or \"off\"", every));
    let canary = Canary { every_secs: every.unwrap_or_else(|| (!trial.enabled).then_some(3600)) };
    let compares_nightly = section(root.section("reconciliation"), |it| it.flag("nightly", true));
    let alarm = section(root.section("alarm"), |it| Alarm {
        mail_to: it.list("mail_to", "an address", |text| EmailAddress::parse(text).ok()),
    });
    let digests = section(root.section("digests"), |it| {
        Some(Digests {
            at: it.parsed("at", "08:00", "a time of day, as \"08:00\"", time_of_day)?,
            when_quiet: it.flag("when_quiet", false),
            board: it.list("board", "an address", |text| EmailAddress::parse(text).ok()),
        })
    });
    Some(Config {
        institute: institute?,
        ledger: ledger?,
        rules_dir: rules_dir?,
        archive: archive?,
        workbook: workbook?,
        contacts,
        mailboxes,
        smtp: smtp?,
        oauth2,
        timing: timing?,
        trial,
        identity,
        metrics,
        alarm,
        canary,
        digests: digests?,
        compares_nightly,
    })
}

/// Reads one section and reports what in it nobody asked for.
fn section<'a, T>(section: Section<'a>, read: impl FnOnce(&Section<'a>) -> T) -> T {
    let value = read(&section);
    section.finish();
    value
}

fn institute(it: Section<'_>) -> Option<Institute> {
    section(it, |it| {
        let name = it.required("name", "a name", name);
        let zone = |text: &str| jiff::tz::TimeZone::get(text).ok();
        let timezone = it.parsed(
            "timezone",
            "America/Sao_Paulo",
            "a name of the tz database, as America/Sao_Paulo; on Debian the package tzdata brings it",
            zone,
        );
        let protocol = it.parsed("protocol", "AR-{year}-{number:04}", "a pattern with {number} and {year}", pattern);
        let days = it.list("holidays", "a day as \"03-09\" (month-day)", month_day);
        Some(Institute { name: name?, timezone: timezone?, protocol: protocol?, holidays: Holidays::with_local(days) })
    })
}

fn mailboxes(root: &Section<'_>, faults: &Faults, oauth2: &BTreeMap<String, OAuth2>) -> Vec<Mailbox> {
    let mut found: Vec<Mailbox> = Vec::new();
    let sections = root.sections("mailbox");
    let none = sections.is_empty();
    for it in sections {
        let span = it.span();
        let Some(mailbox) = section(it, |it| mailbox(it, faults, oauth2)) else { continue };
        if found.iter().any(|other| other.name == mailbox.name) {
            let text = format!("two mailboxes are called `{}`: give each its own name", mailbox.name);
            faults.add(span, ConfigFault::Contradiction(text));
            continue;
        }
        found.push(mailbox);
    }
    if none {
        faults.add(0..0, ConfigFault::MissingKey { key: "mailbox".to_owned() });
    } else if !found.is_empty() && found.iter().all(|it| it.role == Role::Returns) {
        let text = "no mailbox has role = \"requests\": nobody could ask for anything".to_owned();
        faults.add(0..0, ConfigFault::Contradiction(text));
    }
    found
}

fn mailbox(it: &Section<'_>, faults: &Faults, oauth2: &BTreeMap<String, OAuth2>) -> Option<Mailbox> {
    let label = it.required("name", "a name", name);
    let url = it.required(
        "url",
        "imaps://host:993/INBOX, imap://host/INBOX (STARTTLS) or maildir:/path; no user and no password in it",
        MailboxUrl::parse,
    );
    let is_server = matches!(url, Some(MailboxUrl::Imap { .. }));
    let login = login(it, faults, oauth2, if is_server { LoginIs::Needed } else { LoginIs::Optional });
    let role = it.parsed("role", "requests", "\"requests\" or \"returns\"", role);
    let ca_file = it.optional("ca_file", "a file", path);
    let sent_folder = it.optional("sent_folder", "the name of a folder", name);
    Some(Mailbox { name: label?, url: url?, login, role: role?, ca_file, sent_folder })
}

fn smtp(it: &Section<'_>, faults: &Faults, oauth2: &BTreeMap<String, OAuth2>) -> Option<Smtp> {
    let url = it.required(
        "url",
        "smtps://host:465, smtp://host:587 (STARTTLS) or maildir:/path; no user and no password in it",
        SmtpUrl::parse,
    );
    Some(Smtp {
        login: login(it, faults, oauth2, LoginIs::Optional),
        ca_file: it.optional("ca_file", "a file", path),
        connections: it.count("connections", 3),
        recipients_per_message: it.count("recipients_per_message", 500),
        messages_per_minute: it.count("messages_per_minute", 30),
        recipients_per_day: it.count("recipients_per_day", 10_000),
        url: url?,
    })
}

/// Whether a section must say how to log in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LoginIs {
    Needed,
    Optional,
}

fn login(it: &Section<'_>, faults: &Faults, oauth2: &BTreeMap<String, OAuth2>, need: LoginIs) -> Option<Login> {
    let user = it.optional("user", "a user name", name);
    let password = secret(it, faults, "password");
    let token = it.text("oauth2");
    if let Some((span, known)) = &token
        && !oauth2.contains_key(known)
    {
        let text = format!("there is no section `[oauth2.{known}]`");
        faults.add(span.clone(), ConfigFault::Contradiction(text));
    }
    let proof = match (password, token) {
        (Some(_), Some((span, _))) => {
            let text = "`password` and `oauth2` cannot stand together: keep one".to_owned();
            faults.add(span, ConfigFault::Contradiction(text));
            None
        }
        (Some(source), None) => Some(Proof::Password(source)),
        (None, Some((_, name))) => Some(Proof::OAuth2(name)),
        (None, None) => None,
    };
    match (user, proof) {
        (Some(user), Some(proof)) => Some(Login { user, proof }),
        (None, None) if need == LoginIs::Optional => None,
        (user, _) => {
            let text = match user {
                Some(_) => "`user` stands without `password` or `oauth2`",
                None => "`user` and `password` (or `oauth2`) are needed to log in here",
            };
            faults.add(it.span(), ConfigFault::Contradiction(text.to_owned()));
            None
        }
    }
}

/// `{ file = "…" }`, `{ env = "…" }` or `{ credential = "…" }`; a text is a secret in the wrong place.
fn secret(it: &Section<'_>, faults: &Faults, key: &'static str) -> Option<SecretSource> {
    if let Some((span, full)) = it.text_where_a_table_belongs(key) {
        faults.add(span, ConfigFault::SecretInFile { key: full });
        return None;
    }
    let inner = it.section(key);
    if !inner.is_there() {
        return None;
    }
    let span = inner.span();
    section(inner, |it| {
        let file = it.optional("file", "a file", path).map(SecretSource::File);
        let env = it.optional("env", "the name of an environment variable", name).map(SecretSource::Env);
        let credential = it.optional("credential", "the name of a systemd credential", credential);
        let mut given: Vec<SecretSource> =
            file.into_iter().chain(env).chain(credential.map(SecretSource::Credential)).collect();
        if given.len() != 1 {
            let text = format!("`{key}` needs exactly one of file, env and credential");
            faults.add(span, ConfigFault::Contradiction(text));
        }
        given.pop()
    })
}

fn oauth2(root: &Section<'_>, faults: &Faults) -> BTreeMap<String, OAuth2> {
    let one = |(label, it): (String, Section<'_>)| {
        let read = section(it, |it| {
            let token_url = it.required("token_url", "a URL that begins with https://", https);
            let client_id = it.required("client_id", "the application's id", name);
            let scope = it.required("scope", "a scope", name);
            Some(OAuth2 {
                device_url: it.optional("device_url", "a URL that begins with https://", https),
                client_secret: secret(it, faults, "client_secret"),
                client_secret_expires: it.optional("client_secret_expires", "a day as \"2027-03-31\"", |text| {
                    text.parse::<jiff::civil::Date>().ok()
                }),
                token_file: it.optional("token_file", "a file", path),
                token_url: token_url?,
                client_id: client_id?,
                scope: scope?,
            })
        });
        Some((label, read?))
    };
    root.named_sections("oauth2").into_iter().filter_map(one).collect()
}

fn timing(it: &Section<'_>) -> Option<Timing> {
    let expected = "a length of time, as \"10m\", \"72h\" or \"2 business days\"";
    let length = |key, default| it.parsed(key, default, expected, Length::parse);
    let clock = |key, default| it.parsed(key, default, "a length of time, as \"1m\"", clock_length);
    let (poll, regret) = (clock("poll", "1m"), clock("regret", "10m"));
    let (first_digest, final_balance) = (length("first_digest", "1h"), length("final_balance", "72h"));
    let report_reminder = length("report_reminder", "2 business days");
    let question_reminder = length("question_reminder", "2 business days");
    Some(Timing {
        poll: poll?,
        regret: regret?,
        first_digest: first_digest?,
        final_balance: final_balance?,
        report_reminder: report_reminder?,
        question_reminder: question_reminder?,
    })
}

fn path(text: &str) -> Option<PathBuf> {
    (!text.trim().is_empty() && !text.contains('\0')).then(|| PathBuf::from(text))
}

fn name(text: &str) -> Option<String> {
    let trimmed = text.trim();
    (!trimmed.is_empty() && !trimmed.chars().any(char::is_control)).then(|| trimmed.to_owned())
}

/// A credential is a plain file name: nothing that leaves `$CREDENTIALS_DIRECTORY`.
fn credential(text: &str) -> Option<String> {
    name(text).filter(|it| !it.contains('/') && it != ".." && it != ".")
}

fn https(text: &str) -> Option<String> {
    let is_local = ["http://127.0.0.1", "http://localhost", "http://[::1]"].iter().any(|it| text.starts_with(it));
    (text.starts_with("https://") || is_local).then(|| text.to_owned())
}

/// `5 years`.
fn years(text: &str) -> Option<u32> {
    let (number, unit) = text.trim().split_once(' ')?;
    matches!(unit.trim(), "year" | "years").then(|| number.parse().ok()).flatten().filter(|it| (1..=100).contains(it))
}

fn count(text: &str) -> Option<Count> {
    match text {
        "communications" => Some(Count::Communications),
        "messages" => Some(Count::Messages),
        _ => None,
    }
}

fn role(text: &str) -> Option<Role> {
    match text {
        "requests" => Some(Role::Requests),
        "returns" => Some(Role::Returns),
        _ => None,
    }
}

/// A protocol must tell one request from another, and one year from the next.
fn pattern(text: &str) -> Option<String> {
    let number = text.find("{number")?;
    let inner = text.get(number + 7..)?;
    let (form, _) = inner.split_once('}')?;
    let width = form.strip_prefix(":0").and_then(|it| it.parse::<u8>().ok());
    let is_number = form.is_empty() || width.is_some_and(|it| (1..=9).contains(&it));
    let is_plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "-/.{}:".contains(c));
    (is_number && is_plain && text.contains("{year}")).then(|| text.to_owned())
}

fn month_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    jiff::civil::Date::new(2024, month, day).ok().map(|_| (month, day))
}

/// `off`, or a length of time of at least a minute.
fn every(text: &str) -> Option<Option<i64>> {
    if text == "off" {
        return Some(None);
    }
    match clock_length(text)? {
        Length::Seconds(seconds) if seconds >= 60 => Some(Some(seconds)),
        Length::Seconds(_) | Length::BusinessDays(_) => None,
    }
}

fn clock_length(text: &str) -> Option<Length> {
    match Length::parse(text)? {
        Length::Seconds(seconds) => Some(Length::Seconds(seconds)),
        Length::BusinessDays(_) => None,
    }
}

fn time_of_day(text: &str) -> Option<jiff::civil::Time> {
    let (hour, minute) = text.split_once(':')?;
    jiff::civil::Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// An address, with port 53 where none is written.
fn dns_server(text: &str) -> Option<SocketAddr> {
    let plain = || text.parse::<std::net::IpAddr>().ok().map(|it| SocketAddr::new(it, 53));
    text.parse::<SocketAddr>().ok().or_else(plain)
}

/// Figures of an installation are nobody else's: only loopback.
fn loopback(text: &str) -> Option<SocketAddr> {
    text.parse::<SocketAddr>().ok().filter(|it| it.ip().is_loopback())
}
