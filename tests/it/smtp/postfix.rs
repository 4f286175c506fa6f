//! Against a real Postfix.

use std::time::Duration;

use carteiro::{
    office::{EnvelopeId, Outcome},
    smtp::{Envelope, Receipts, Server, Session, SmtpError, Verdicts},
    wire::{CertificateProblem, WireError},
};

use crate::mailhost::{MailHost, Options, address, password_of};

const ASSESSORIA: &str = "assessoria@ipreville.test";
const PRESIDENTE: &str = "presidente@ipreville.test";

fn envelope(from: &str, id: &str, recipients: &[&str]) -> Envelope {
    Envelope {
        from: Some(address(from)),
        recipients: recipients.iter().map(|it| address(it)).collect(),
        envelope_id: Some(EnvelopeId::new(id)),
        receipts: Receipts::Ask,
    }
}

fn message(subject: &str) -> Vec<u8> {
    format!("From: {PRESIDENTE}\r\nTo: undisclosed-recipients:;\r\nSubject: {subject}\r\n\r\ntexto\r\n..\r\nfim\r\n")
        .into_bytes()
}

async fn send(server: &Server, envelope: &Envelope, message: &[u8]) -> Verdicts {
    let mut session = Session::connect(server).await.unwrap();
    let verdicts = session.send(envelope, message).await;
    session.quit().await;
    verdicts
}

#[tokio::test]
async fn one_is_taken_one_refused_one_deferred_and_nobody_sees_another() {
    let host = MailHost::shared();
    let people = ["smtp-a@segurados.test", "recusado@segurados.test", "adiado@segurados.test", "smtp-b@segurados.test"];
    let verdicts = send(&host.submission(ASSESSORIA), &envelope(PRESIDENTE, "s1", &people), &message("s1")).await;
    assert!(verdicts.receipts_asked);
    assert!(matches!(verdicts.outcomes[0], Outcome::Accepted { .. }), "{verdicts:?}");
    let Outcome::Refused { reply } = &verdicts.outcomes[1] else { panic!("{verdicts:?}") };
    assert!(reply.starts_with("550 5.1.1 "), "{reply}");
    let Outcome::Deferred { reply } = &verdicts.outcomes[2] else { panic!("{verdicts:?}") };
    assert!(reply.starts_with("451 4.7.1 "), "{reply}");
    for person in [people[0], people[3]] {
        let mails = host.wait_for(person, 1, "Subject: s1\r\n").await;
        assert_eq!(mails.len(), 1);
        let text = String::from_utf8(mails[0].clone()).unwrap();
        assert!(text.ends_with("\r\n\r\ntexto\r\n..\r\nfim\r\n"), "{text}");
        for other in people.iter().filter(|it| **it != person) {
            assert!(!text.contains(other), "{person} sees {other}:\n{text}");
        }
        assert!(!text.to_lowercase().contains("bcc:"));
    }
}

#[tokio::test]
async fn receipts_come_back_with_our_envelope_id_relayed_delivered_failed_and_delayed() {
    let host = MailHost::shared();
    let people = [
        "smtp-c@segurados.test",
        "ana@entregue.test",
        "inexistente-1@segurados.test",
        "cheia-1@segurados.test",
        "bia@fora.test",
        "fim-recusado@fora.test",
        "nunca@fora.test",
        "lista-cinza@fora.test",
    ];
    let verdicts =
        send(&host.smtps(PRESIDENTE), &envelope(PRESIDENTE, "AR-2026-0007.p1", &people), &message("s2")).await;
    assert!(verdicts.outcomes.iter().all(|it| matches!(it, Outcome::Accepted { .. })), "{verdicts:?}");
    let expected = [
        ("smtp-c@segurados.test", "relayed", "2.0.0"),
        ("ana@entregue.test", "delivered", "2.0.0"),
        ("inexistente-1@segurados.test", "failed", "5.1.1"),
        ("cheia-1@segurados.test", "failed", "5.2.2"),
        ("bia@fora.test", "relayed", "2.0.0"),
        ("fim-recusado@fora.test", "failed", "5.7.1"),
        ("nunca@fora.test", "delayed", "4.2.0"),
        ("nunca@fora.test", "failed", "4.2.0"),
        ("lista-cinza@fora.test", "relayed", "2.0.0"),
    ];
    let until = std::time::Instant::now() + Duration::from_secs(40);
    loop {
        let notices = host.wait_for(PRESIDENTE, 1, "Original-Envelope-Id: AR-2026-0007.p1").await;
        let groups: Vec<String> = notices
            .iter()
            .flat_map(|it| String::from_utf8_lossy(it).split("\r\n\r\n").map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let missing: Vec<_> = expected
            .iter()
            .filter(|(person, action, status)| {
                !groups.iter().any(|group| {
                    group.contains(&format!("Original-Recipient: rfc822;{person}"))
                        && group.contains(&format!("Action: {action}\r\n"))
                        && group.contains(&format!("Status: {status}\r\n"))
                })
            })
            .collect();
        if missing.is_empty() {
            break;
        }
        assert!(std::time::Instant::now() < until, "no notice of {missing:?}\n{groups:#?}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::test]
async fn a_certificate_of_an_authority_we_do_not_know_ends_the_attempt_before_the_login() {
    let host = MailHost::shared();
    for mut server in [host.smtps(ASSESSORIA), host.submission(ASSESSORIA)] {
        server.host.ca_file = Some(host.other_ca_file());
        let error = Session::connect(&server).await.unwrap_err();
        let SmtpError::Wire(WireError::Certificate { problem, .. }) = &error else { panic!("{error:?}") };
        assert_eq!(*problem, CertificateProblem::UnknownIssuer);
        assert!(!error.is_passing());
        // Neither the system's authorities.
        server.host.ca_file = None;
        assert!(matches!(Session::connect(&server).await, Err(SmtpError::Wire(WireError::Certificate { .. }))));
    }
}

#[tokio::test]
async fn fault_7_a_certificate_for_another_name_is_not_accepted() {
    let host = MailHost::shared();
    let mut server = host.smtps(ASSESSORIA);
    // The same machine by a name that the certificate does not hold.
    server.host.name = "localhost".to_owned();
    let error = Session::connect(&server).await.unwrap_err();
    let SmtpError::Wire(WireError::Certificate { problem, .. }) = &error else { panic!("{error:?}") };
    assert_eq!(*problem, CertificateProblem::WrongName);
}

#[tokio::test]
async fn a_wrong_password_is_told_and_a_foreign_sender_refused() {
    let host = MailHost::shared();
    let mut server = host.submission(ASSESSORIA);
    server.credentials = Some(carteiro::oauth2::Credentials::Password {
        user: ASSESSORIA.to_owned(),
        password: carteiro::office::Secret::new("errada"),
    });
    let error = Session::connect(&server).await.unwrap_err();
    assert!(matches!(&error, SmtpError::Login { user, .. } if user == ASSESSORIA), "{error:?}");

    server.credentials = Some(password_of("pericia@ipreville.test"));
    let verdicts = send(&server, &envelope(PRESIDENTE, "s3", &["smtp-d@segurados.test"]), &message("s3")).await;
    let Some(reply) = &verdicts.sender_refused else { panic!("{verdicts:?}") };
    assert!(reply.starts_with("553 5.7.1 "), "{reply}");
    assert!(matches!(verdicts.outcomes[0], Outcome::Deferred { .. }), "{verdicts:?}");
}

#[tokio::test]
async fn a_server_that_loses_patience_after_twenty_refusals_is_outlived_by_asking_again() {
    let host = MailHost::shared();
    let people: Vec<String> =
        (0..60)
            .map(|it| {
                if it % 2 == 0 { format!("recusado-{it}@segurados.test") } else { format!("smtp-e{it}@segurados.test") }
            })
            .collect();
    let mut waiting: Vec<&str> = people.iter().map(String::as_str).collect();
    let (mut accepted, mut refused, mut rounds) = (0, 0, 0);
    while !waiting.is_empty() {
        rounds += 1;
        assert!(rounds < 6, "no progress: {waiting:?}");
        let asked = std::mem::take(&mut waiting);
        let verdicts = send(&host.submission(PRESIDENTE), &envelope(PRESIDENTE, "s4", &asked), &message("s4")).await;
        for (person, outcome) in asked.into_iter().zip(&verdicts.outcomes) {
            match outcome {
                Outcome::Accepted { .. } => accepted += 1,
                Outcome::Refused { .. } => refused += 1,
                Outcome::Deferred { .. } => waiting.push(person),
                Outcome::Unknown { reason } => panic!("{person}: {reason}"),
            }
        }
    }
    assert_eq!((accepted, refused), (30, 30));
    assert!(rounds > 1, "Postfix was patient: this test proves nothing");
    let mails = host.wait_for("smtp-e59@segurados.test", 1, "Subject: s4\r\n").await;
    assert_eq!(mails.len(), 1);
}

#[tokio::test]
async fn fault_52_a_postfix_without_dsn_and_pipelining_takes_mail_and_we_say_that_no_receipt_was_asked() {
    let options = Options { discard_ehlo: vec!["DSN", "PIPELINING", "CHUNKING"], ..Options::default() };
    let host = MailHost::start_with(&options);
    let session = Session::connect(&host.smtps(PRESIDENTE)).await.unwrap();
    assert!(!session.capabilities().dsn && !session.capabilities().pipelining);
    session.quit().await;
    let people = ["f@segurados.test", "recusado@segurados.test"];
    let verdicts = send(&host.smtps(PRESIDENTE), &envelope(PRESIDENTE, "s5", &people), &message("s5")).await;
    assert!(!verdicts.receipts_asked);
    assert!(matches!(verdicts.outcomes[0], Outcome::Accepted { .. }));
    assert!(matches!(verdicts.outcomes[1], Outcome::Refused { .. }));
    host.wait_for("f@segurados.test", 1, "Subject: s5\r\n").await;
}

#[tokio::test]
async fn a_recipient_limit_defers_the_rest_and_sends_to_the_others() {
    let options = Options { main_cf: vec!["smtpd_recipient_limit = 5".to_owned()], ..Options::default() };
    let host = MailHost::start_with(&options);
    let people: Vec<String> = (0..8).map(|it| format!("g{it}@segurados.test")).collect();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let verdicts = send(&host.submission(PRESIDENTE), &envelope(PRESIDENTE, "s6", &people), &message("s6")).await;
    let deferred = verdicts.outcomes.iter().filter(|it| matches!(it, Outcome::Deferred { .. })).count();
    let accepted = verdicts.outcomes.iter().filter(|it| matches!(it, Outcome::Accepted { .. })).count();
    assert_eq!((accepted, deferred), (5, 3), "{verdicts:?}");
}
