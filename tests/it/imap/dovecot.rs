//! Against a real Dovecot: what a Maildir has no counterpart for.

use std::{fs, future::poll_fn, os::unix::fs::chown, pin::Pin, task::Poll, time::Duration};

use carteiro::{
    mailbox::{Arrival, Body, Budget, Mailbox, MailboxError, Place, Position, Role},
    oauth2::Credentials,
    office::Secret,
    wire::{CertificateProblem, Tls, Wire, WireError},
};
use tokio::{
    io::{AsyncRead as _, AsyncWriteExt as _, ReadBuf},
    task::{coop::poll_proceed, yield_now},
    time::timeout,
};

use crate::mailhost::MailHost;

fn budget(host: &MailHost) -> Budget {
    Budget::with_spool(host.dir().to_owned())
}

/// Puts mails into somebody's Maildir behind Dovecot's back, as a migration does.
fn put_many(host: &MailHost, user: &str, count: usize, text: &str) {
    let (local, domain) = user.split_once('@').unwrap();
    let root = host.dir().join("mail").join(domain).join(local);
    for part in ["", "new", "cur", "tmp"] {
        fs::create_dir_all(root.join(part)).unwrap();
        chown(root.join(part), Some(8), Some(8)).unwrap();
    }
    chown(root.parent().unwrap(), Some(8), Some(8)).unwrap();
    for number in 0..count {
        let path = root.join("new").join(format!("{:010}.M1P1.migrado", 1_700_000_000 + number));
        fs::write(&path, format!("Message-ID: <{number}@x.test>\r\nSubject: m{number}\r\n\r\n{text}\r\n")).unwrap();
        chown(&path, Some(8), Some(8)).unwrap();
    }
}

#[tokio::test]
async fn starttls_opens_the_mailbox_and_unknown_authorities_and_wrong_passwords_do_not() {
    let host = MailHost::shared();
    let user = "imap-porta@ipreville.test";
    let mut account = host.account(user, Role::Requests);
    let Place::Imap { host: line, .. } = &mut account.place else { panic!() };
    *line = host.host(host.ports().imap, Tls::StartTls);
    Mailbox::open(&account).await.unwrap().close().await;

    let Place::Imap { host: line, .. } = &mut account.place else { panic!() };
    line.ca_file = Some(host.other_ca_file());
    let error = Mailbox::open(&account).await.unwrap_err();
    let MailboxError::Wire(WireError::Certificate { problem, .. }) = &error else { panic!("{error:?}") };
    assert_eq!(*problem, CertificateProblem::UnknownIssuer);

    let mut account = host.account(user, Role::Requests);
    let Place::Imap { credentials: it, .. } = &mut account.place else { panic!() };
    *it = Credentials::Password { user: user.to_owned(), password: Secret::new("s3nh4 errada \"\\") };
    let error = Mailbox::open(&account).await.unwrap_err();
    assert!(matches!(&error, MailboxError::Login { .. }) && !error.is_passing(), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("s3nh4"));
}

/// The runtime gives a task so many steps at once (128), then answers «not now» though the line is free: on whichever
/// step of sending that falls, the command leaves, also what TLS has taken and not passed on.
#[tokio::test]
async fn a_command_leaves_whichever_step_the_runtime_makes_it_wait_at() {
    let host = MailHost::shared();
    let mut wire = Wire::connect(&host.host(host.ports().imaps, Tls::Implicit)).await.unwrap();
    wire.read_line().await.unwrap();
    for spent in 100..=130 {
        wire.write_all(b"a1 NOOP\r\n").await.unwrap();
        yield_now().await;
        let mut to_spend = spent;
        let mut space = [0; 200];
        let answer = poll_fn(|cx| {
            for _ in 0..std::mem::take(&mut to_spend) {
                if let Poll::Ready(step) = poll_proceed(cx) {
                    step.made_progress();
                }
            }
            let mut buffer = ReadBuf::new(&mut space);
            Pin::new(&mut wire).poll_read(cx, &mut buffer).map_ok(|()| buffer.filled().len())
        });
        let length = timeout(Duration::from_secs(20), answer).await;
        let length = length.unwrap_or_else(|_| panic!("no answer where {spent} steps were done before")).unwrap();
        assert!(space[..length].starts_with(b"a1 OK"), "{}", space[..length].escape_ascii());
    }
}

#[tokio::test]
async fn fault_7_an_expired_certificate_is_told_as_such() {
    let host = MailHost::start_with(&crate::mailhost::Options { expired_certificate: true, ..Default::default() });
    let error = Mailbox::open(&host.account("x@ipreville.test", Role::Requests)).await.unwrap_err();
    let MailboxError::Wire(WireError::Certificate { problem, .. }) = &error else { panic!("{error:?}") };
    assert_eq!(*problem, CertificateProblem::Expired);
    assert!(!host.logs().contains("AUTHENTICATE"), "a login was tried");
}

#[tokio::test]
async fn a_backlog_is_drained_in_batches_and_its_end_is_known_without_reading_it() {
    let host = MailHost::shared();
    let user = "imap-fila@ipreville.test";
    put_many(&host, user, 1000, "bom dia");
    let mut mailbox = Mailbox::open(&host.account(user, Role::Requests)).await.unwrap();
    let end = mailbox.end().await.unwrap();
    assert_eq!(end.last_uid, 1000);
    let mut position = Position { last_uid: 0, ..end };
    let (mut subjects, mut rounds) = (Vec::new(), 0);
    loop {
        let Arrival::Batch(batch) = mailbox.new_since(position, &budget(&host)).await.unwrap() else { panic!() };
        assert!(batch.unread.is_empty());
        for mail in &batch.mails {
            let Body::Bytes(raw) = &mail.body else { panic!() };
            subjects.push(String::from_utf8_lossy(raw).lines().nth(1).unwrap().to_owned());
        }
        position = batch.position;
        rounds += 1;
        if !batch.more {
            break;
        }
    }
    assert_eq!(rounds, 4);
    let expected: Vec<String> = (0..1000).map(|it| format!("Subject: m{it}")).collect();
    assert_eq!(subjects, expected);
    // All of them in one command.
    let all: Vec<u32> = (1..=1000).collect();
    mailbox.move_all(&all, "Processados").await.unwrap();
    assert_eq!(host.mails_in(user, "Processados").await.len(), 1000);
    assert!(host.mails(user).await.is_empty());
}

#[tokio::test]
async fn fault_8_and_9_a_new_numbering_is_told_and_every_mail_is_recognised() {
    let host = MailHost::shared();
    let user = "imap-validade@ipreville.test";
    put_many(&host, user, 3, "x");
    let mut mailbox = Mailbox::open(&host.account(user, Role::Requests)).await.unwrap();
    let end = mailbox.end().await.unwrap();
    let before = mailbox.fingerprints(1, end.last_uid).await.unwrap();
    mailbox.close().await;
    // The index is lost, as after a restore; three mails have come meanwhile.
    let root = host.dir().join("mail/ipreville.test/imap-validade");
    for name in ["dovecot-uidlist", "dovecot.index", "dovecot.index.log", "dovecot.index.cache", "dovecot-uidvalidity"]
    {
        let _ = fs::remove_file(root.join(name));
    }
    tokio::time::sleep(Duration::from_millis(1100)).await;
    for number in 0..3 {
        let raw = format!("Subject: nova {number}\r\n\r\nx\r\n");
        host.submit("pericia@ipreville.test", &[user], raw.as_bytes()).await;
    }
    host.wait_for(user, 3, "Subject: nova").await;
    let mut mailbox = Mailbox::open(&host.account(user, Role::Requests)).await.unwrap();
    let Arrival::Renumbered { now } = mailbox.new_since(end, &budget(&host)).await.unwrap() else {
        panic!("the numbering is the same: this test proves nothing")
    };
    let after = mailbox.fingerprints(1, now.last_uid).await.unwrap();
    let unknown: Vec<u32> =
        after.iter().filter(|new| !before.iter().any(|old| old.is_same_mail(new))).map(|it| it.uid).collect();
    assert_eq!(after.len(), 6);
    assert_eq!(unknown.len(), 3);
    let got = mailbox.fetch(&unknown, &budget(&host)).await.unwrap();
    for mail in &got.mails {
        let Body::Bytes(raw) = &mail.body else { panic!() };
        assert!(String::from_utf8_lossy(raw).contains("Subject: nova"));
    }
}

#[tokio::test]
async fn mail_that_comes_while_we_work_is_not_slept_over() {
    let host = MailHost::shared();
    let user = "imap-meio@ipreville.test";
    put_many(&host, user, 1, "x");
    let mut mailbox = Mailbox::open(&host.account(user, Role::Requests)).await.unwrap();
    let end = mailbox.end().await.unwrap();
    let Arrival::Batch(first) = mailbox.new_since(Position { last_uid: 0, ..end }, &budget(&host)).await.unwrap()
    else {
        panic!()
    };
    host.submit("pericia@ipreville.test", &[user], b"Subject: no meio\r\n\r\nx\r\n").await;
    host.wait_for(user, 1, "Subject: no meio").await;
    // This command's answer brings the news, not IDLE.
    mailbox.move_all(&[1], "Processados").await.unwrap();
    let started = std::time::Instant::now();
    mailbox.wait(Duration::from_secs(60)).await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(10));
    let Arrival::Batch(second) = mailbox.new_since(first.position, &budget(&host)).await.unwrap() else { panic!() };
    assert_eq!(second.mails.len(), 1);
}

#[tokio::test]
async fn an_empty_mailbox_has_an_end() {
    let host = MailHost::shared();
    let mut mailbox = Mailbox::open(&host.account("imap-vazia@ipreville.test", Role::Requests)).await.unwrap();
    let end = mailbox.end().await.unwrap();
    assert_eq!(end.last_uid, 0);
    let Arrival::Batch(batch) = mailbox.new_since(end, &budget(&host)).await.unwrap() else { panic!() };
    assert!(batch.mails.is_empty() && !batch.more);
    assert!(mailbox.fingerprints(1, 10).await.unwrap().is_empty());
    assert!(mailbox.fetch(&[], &budget(&host)).await.unwrap().mails.is_empty());
    mailbox.move_all(&[], "Processados").await.unwrap();
}
