//! Against scripted servers: the words on the wire, and the faults.

use std::time::Duration;

use carteiro::{
    mailbox::{Account, Arrival, Budget, Mailbox, MailboxError, Place, Position, Role, Why, Woken},
    oauth2::{Credentials, Tokens},
    wire::{Host, Tls, WireError},
};
use tokio::sync::oneshot;

use crate::mailhost::{
    password_of,
    script::{Peer, Script, serve, serve_damaged, serve_each},
};

/// What Exchange Online announces: no CONDSTORE, no QRESYNC.
const EXCHANGE: &str = "* CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+";
const PLAIN: &str = "* CAPABILITY IMAP4rev1 AUTH=PLAIN UIDPLUS";

fn account(port: u16, role: Role) -> Account {
    let host = Host { name: "127.0.0.1".to_owned(), port, tls: Tls::PlainLoopback, ca_file: None };
    let place = Place::Imap { host, folder: "INBOX".to_owned(), credentials: password_of("assessoria@ipreville.test") };
    Account { name: "assessoria".to_owned(), place, role }
}

async fn open<T>(script: &Script<T>) -> Mailbox {
    Mailbox::open(&account(script.port, Role::Requests)).await.unwrap()
}

fn budget() -> Budget {
    Budget::with_spool(std::env::temp_dir())
}

fn at(last_uid: u32) -> Position {
    Position { uid_validity: 7, last_uid }
}

/// Hears a command and gives its tag.
fn command(peer: &mut Peer, expected: &str) -> String {
    let line = peer.hear();
    let (tag, said) = line.split_once(' ').unwrap_or((&line, ""));
    assert!(said.starts_with(expected), "expected {expected:?}, heard {line:?}");
    tag.to_owned()
}

/// Hears a command and answers it.
fn answer(peer: &mut Peer, expected: &str, untagged: &str) {
    let tag = command(peer, expected);
    peer.say(untagged);
    peer.say(&format!("{tag} OK done"));
}

/// Hears that news are asked for, then a listing, and answers it.
fn list(peer: &mut Peer, expected: &str, untagged: &str) {
    answer(peer, "NOOP", "");
    answer(peer, expected, untagged);
}

/// From the greeting to the open mailbox, numbering 7, next number 4.
fn until_open(peer: &mut Peer, capabilities: &str) {
    peer.say("* OK ready");
    answer(peer, "CAPABILITY", capabilities);
    let tag = peer.hear().split_once(' ').unwrap().0.to_owned();
    peer.say("+ ");
    peer.hear();
    peer.say(&format!("{tag} OK logged in"));
    answer(peer, "CAPABILITY", capabilities);
    answer(peer, "LIST \"\" \"\"", "* LIST (\\Noselect) \"/\" \"\"");
    answer(peer, "SELECT \"INBOX\"", "* 3 EXISTS\n* OK [UIDVALIDITY 7] ok\n* OK [UIDNEXT 4] ok");
}

fn listed(uid: u32, size: usize) -> String {
    format!("* {uid} FETCH (UID {uid} FLAGS () INTERNALDATE \"22-Nov-2026 10:00:00 -0300\" RFC822.SIZE {size})")
}

fn body(uid: u32, text: &str) -> String {
    format!("* {uid} FETCH (UID {uid} BODY[] {{{}}}\r\n{text})", text.len())
}

fn batch(arrival: Arrival) -> carteiro::mailbox::Batch {
    let Arrival::Batch(batch) = arrival else { panic!("{arrival:?}") };
    batch
}

#[tokio::test]
async fn mail_is_listed_by_number_and_read_in_one_ranged_command_without_marking_it() {
    let script = serve(|peer| {
        until_open(peer, EXCHANGE);
        let text = "Subject: x\r\n\r\ny\r\n";
        list(
            peer,
            "UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE)",
            &[1, 2, 3, 9].map(|it| listed(it, 17)).join("\n"),
        );
        let all = [1, 2, 3, 9].map(|it| body(it, text)).join("\r\n");
        let tag = command(peer, "UID FETCH 1:3,9 (UID BODY.PEEK[])");
        peer.say_bytes(format!("{all}\r\n{tag} OK done\r\n").as_bytes());
        let tag = command(peer, "UID MOVE 1:3,9 \"Processados\"");
        peer.say(&format!("* OK [COPYUID 8 1:3,9 1:4] moved\n* 1 EXPUNGE\n{tag} OK done"));
    });
    let mut mailbox = open(&script).await;
    let got = batch(mailbox.new_since(at(0), &budget()).await.unwrap());
    assert_eq!(got.mails.iter().map(|it| it.seen.uid).collect::<Vec<_>>(), [1, 2, 3, 9]);
    assert_eq!(got.mails[0].seen.internal_date, "2026-11-22T13:00:00Z".parse().unwrap());
    mailbox.move_all(&[1, 2, 3, 9], "Processados").await.unwrap();
    script.end();
}

#[tokio::test]
async fn fault_2_a_server_that_closes_during_idle_is_a_loss_and_not_our_doing() {
    let script = serve(|peer| {
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 4:*", "");
        command(peer, "IDLE");
        peer.say("+ idling");
    });
    let mut mailbox = open(&script).await;
    batch(mailbox.new_since(at(3), &budget()).await.unwrap());
    let error = mailbox.wait(Duration::from_secs(60)).await.unwrap_err();
    assert!(matches!(error, MailboxError::Lost { .. }) && error.is_passing(), "{error:?}");
    // And it stays one: nothing is asked on a dead line.
    assert!(mailbox.end().await.is_err());
    script.end();
}

fn expiring(endpoint: &crate::oauth2::Endpoint, port: u16) -> (Account, Tokens) {
    let tokens = Tokens::new(endpoint.client());
    let mut account = account(port, Role::Requests);
    if let Place::Imap { credentials, .. } = &mut account.place {
        *credentials = Credentials::OAuth2 { user: "a@x.test".to_owned(), tokens: tokens.clone() };
    }
    (account, tokens)
}

#[tokio::test]
async fn fault_3_a_token_that_runs_out_in_mid_session_is_replaced_and_no_mail_is_skipped() {
    let endpoint = crate::oauth2::endpoint(vec![
        (200, r#"{"access_token":"um","expires_in":3600}"#),
        (200, r#"{"access_token":"dois","expires_in":3600}"#),
        (200, r#"{"access_token":"tres","expires_in":3600}"#),
    ]);
    let bye = "* BYE Session invalidated - AccessTokenExpired";
    let script = serve_each(move |listener| {
        let peer = &mut Peer::accept(listener);
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 1:*", &listed(1, 5));
        command(peer, "UID FETCH 1 (UID BODY.PEEK[])");
        peer.say_bytes(format!("* 1 FETCH (UID 1 FLAGS ())\r\n{bye}\r\n").as_bytes());
        let peer = &mut Peer::accept(listener);
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 1:*", &listed(1, 5));
        let tag = command(peer, "UID FETCH 1 (UID BODY.PEEK[])");
        peer.say_bytes(format!("{}\r\n{tag} OK done\r\n", body(1, "A: b\r\n\r\n")).as_bytes());
        command(peer, "IDLE");
        peer.say(&format!("+ idling\n{bye}"));
    });
    let (account, tokens) = expiring(&endpoint, script.port);
    let mut mailbox = Mailbox::open(&account).await.unwrap();
    let error = mailbox.new_since(at(0), &budget()).await.unwrap_err();
    assert!(matches!(error, MailboxError::TokenExpired { .. }) && error.is_passing(), "{error:?}");
    let mut mailbox = Mailbox::open(&account).await.unwrap();
    let got = batch(mailbox.new_since(at(0), &budget()).await.unwrap());
    assert_eq!(got.mails.len(), 1);
    let error = mailbox.wait(Duration::from_secs(60)).await.unwrap_err();
    assert!(matches!(error, MailboxError::TokenExpired { .. }), "{error:?}");
    assert_eq!(tokens.bearer().await.unwrap().reveal(), "tres");
    script.end();
}

#[tokio::test]
async fn fault_4_an_idle_whose_end_is_never_answered_is_given_up_after_half_a_minute() {
    let (asked, done) = oneshot::channel();
    let (_over, over) = std::sync::mpsc::channel::<()>();
    let script = serve(move |peer| {
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 4:*", "");
        command(peer, "IDLE");
        peer.say("+ idling\n* 4 EXISTS");
        assert_eq!(peer.hear(), "DONE");
        asked.send(()).unwrap();
        let _ = over.recv();
    });
    let mut mailbox = open(&script).await;
    batch(mailbox.new_since(at(3), &budget()).await.unwrap());
    let waiting = tokio::spawn(async move { mailbox.wait(Duration::from_secs(300)).await });
    done.await.unwrap();
    tokio::time::pause();
    let started = tokio::time::Instant::now();
    let error = waiting.await.unwrap().unwrap_err();
    assert!(matches!(error, MailboxError::Silent { .. }), "{error:?}");
    assert!((29..=31).contains(&started.elapsed().as_secs()), "{:?}", started.elapsed());
}

#[tokio::test]
async fn fault_5_a_server_that_never_greets_is_given_up_after_half_a_minute() {
    let (came, client) = oneshot::channel();
    let (_over, over) = std::sync::mpsc::channel::<()>();
    let script = serve(move |_peer| {
        came.send(()).unwrap();
        let _ = over.recv();
    });
    let account = account(script.port, Role::Requests);
    let opening = tokio::spawn(async move { Mailbox::open(&account).await });
    client.await.unwrap();
    tokio::time::pause();
    let error = opening.await.unwrap().unwrap_err();
    assert!(matches!(error, MailboxError::Wire(WireError::Silent { seconds: 30, .. })), "{error:?}");
}

#[tokio::test]
async fn fault_1_a_peer_that_vanishes_during_idle_is_noticed_within_six_minutes() {
    let (idling, started_idle) = oneshot::channel();
    let (_over, over) = std::sync::mpsc::channel::<()>();
    let script = serve(move |peer| {
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 4:*", "");
        command(peer, "IDLE");
        peer.say("+ idling");
        idling.send(()).unwrap();
        let _ = over.recv();
    });
    let mut mailbox = open(&script).await;
    batch(mailbox.new_since(at(3), &budget()).await.unwrap());
    let waiting = tokio::spawn(async move { mailbox.wait(Duration::from_secs(24 * 3600)).await });
    started_idle.await.unwrap();
    tokio::time::pause();
    let started = tokio::time::Instant::now();
    assert!(waiting.await.unwrap().is_err());
    assert!(started.elapsed() <= Duration::from_secs(360), "{:?}", started.elapsed());
}

#[tokio::test]
async fn fault_6_a_fetch_that_trickles_is_broken_off() {
    let (begun, trickling) = oneshot::channel();
    let (go_on, mut wait) = tokio::sync::mpsc::unbounded_channel::<()>();
    let script = serve(move |peer| {
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 1:*", &listed(1, 100_000));
        command(peer, "UID FETCH 1 (UID BODY.PEEK[])");
        peer.say_bytes(b"* 1 FETCH (UID 1 BODY[] {100000}\r\n");
        begun.send(()).unwrap();
        // A byte for every second of the clock that stands still.
        while wait.blocking_recv().is_some() {
            peer.say_bytes(b"x");
        }
    });
    let mut mailbox = open(&script).await;
    let reading = tokio::spawn(async move { mailbox.new_since(at(0), &budget()).await });
    trickling.await.unwrap();
    tokio::time::pause();
    let started = tokio::time::Instant::now();
    while !reading.is_finished() {
        go_on.send(()).unwrap();
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(started.elapsed() < Duration::from_secs(300), "still reading");
    }
    let error = reading.await.unwrap().unwrap_err();
    assert!(matches!(error, MailboxError::Silent { .. }), "{error:?}");
    drop(go_on);
    script.end();
}

#[tokio::test]
async fn fault_12_a_mail_that_is_listed_and_does_not_come_is_never_done() {
    let script = serve(|peer| {
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 1:*", &[1, 2, 3, 5].map(|it| listed(it, 8)).join("\n"));
        let tag = command(peer, "UID FETCH 1:3,5 (UID BODY.PEEK[])");
        // 1 comes, 2 is empty, 3 does not come, 5 has been deleted meanwhile.
        peer.say_bytes(
            format!("{}\r\n* 2 FETCH (UID 2 BODY[] {{0}}\r\n)\r\n{tag} OK done\r\n", body(1, "A: b\r\n\r\n"))
                .as_bytes(),
        );
        answer(peer, "UID FETCH 2:3,5 (UID FLAGS", &[2, 3].map(|it| listed(it, 8)).join("\n"));
        // Asked for again.
        answer(peer, "UID FETCH 2:3 (UID FLAGS", &[2, 3].map(|it| listed(it, 8)).join("\n"));
        let tag = command(peer, "UID FETCH 2:3 (UID BODY.PEEK[])");
        peer.say_bytes(
            format!("{}\r\n{}\r\n{tag} OK done\r\n", body(3, "A: c\r\n\r\n"), body(2, "A: d\r\n\r\n")).as_bytes(),
        );
    });
    let mut mailbox = open(&script).await;
    let got = batch(mailbox.new_since(at(0), &budget()).await.unwrap());
    assert_eq!(got.mails.iter().map(|it| it.seen.uid).collect::<Vec<_>>(), [1]);
    let unread: Vec<(u32, Why)> = got.unread.iter().map(|it| (it.seen.uid, it.why)).collect();
    assert_eq!(unread, [(2, Why::Nothing), (3, Why::Nothing), (5, Why::Gone)]);
    assert_eq!(got.position, at(5));
    let again = mailbox.fetch(&[2, 3], &budget()).await.unwrap();
    assert_eq!(again.mails.iter().map(|it| it.seen.uid).collect::<Vec<_>>(), [2, 3]);
    script.end();
}

#[tokio::test]
async fn fault_13_a_substitute_of_the_server_is_no_mail_and_a_person_who_quotes_it_is() {
    let substitute = "From: Microsoft Exchange\r\nSubject: Retrieval using the IMAP4 protocol failed for the following message: 12\r\n\r\nThe server couldn't retrieve the following message\r\n";
    let quoting = "From: ana@x.test\r\nSubject: ENC: Retrieval using the IMAP4 protocol failed for the following message: 12\r\n\r\nque fazer?\r\n";
    let script = serve(move |peer| {
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 1:*", &[1, 2].map(|it| listed(it, 200)).join("\n"));
        let tag = command(peer, "UID FETCH 1:2 (UID BODY.PEEK[])");
        peer.say_bytes(format!("{}\r\n{}\r\n{tag} OK done\r\n", body(1, substitute), body(2, quoting)).as_bytes());
    });
    let mut mailbox = open(&script).await;
    let got = batch(mailbox.new_since(at(0), &budget()).await.unwrap());
    assert_eq!(got.mails.iter().map(|it| it.seen.uid).collect::<Vec<_>>(), [2]);
    assert_eq!((got.unread[0].seen.uid, got.unread[0].why), (1, Why::Substitute));
    script.end();
}

#[tokio::test]
async fn fault_11_numbers_that_went_back_are_another_numbering() {
    let script = serve(|peer| {
        until_open(peer, EXCHANGE);
        answer(peer, "UID FETCH * (UID)", "* 3 FETCH (UID 3)");
    });
    let mut mailbox = open(&script).await;
    let arrival = mailbox.new_since(at(10), &budget()).await.unwrap();
    assert_eq!(arrival, Arrival::Renumbered { now: at(3) });
    script.end();
}

#[tokio::test]
async fn fault_22_nothing_is_searched_and_no_charset_named_in_the_ordinary_course() {
    let script = serve(|peer| {
        let mut heard = Vec::new();
        until_open(peer, EXCHANGE);
        loop {
            let line = peer.hear();
            let Some((tag, said)) = line.split_once(' ') else { break };
            heard.push(said.to_owned());
            let untagged = match said {
                it if it.starts_with("UID FETCH 1:* ") => listed(1, 8),
                it if it.starts_with("LOGOUT") => "* BYE bye".to_owned(),
                _ => String::new(),
            };
            if said.contains("BODY.PEEK") {
                peer.say_bytes(format!("{}\r\n", body(1, "A: b\r\n\r\n")).as_bytes());
            }
            peer.say(format!("{untagged}\n{tag} OK done").trim_start());
        }
        heard
    });
    let mut mailbox = open(&script).await;
    batch(mailbox.new_since(at(0), &budget()).await.unwrap());
    mailbox.fingerprints(1, 1).await.unwrap();
    mailbox.move_all(&[1], "Processados").await.unwrap();
    mailbox.close().await;
    for said in script.end() {
        assert!(!said.contains("SEARCH") && !said.contains("CHARSET") && !said.contains("STORE"), "{said}");
    }
}

#[tokio::test]
async fn fault_24_without_move_exactly_these_are_copied_marked_and_removed() {
    let script = serve(|peer| {
        until_open(peer, PLAIN);
        let tag = command(peer, "UID COPY 1:2,9 \"Processados\"");
        peer.say(&format!("{tag} NO [TRYCREATE] no such folder"));
        answer(peer, "LIST \"\" \"Processados\"", "");
        answer(peer, "CREATE \"Processados\"", "");
        answer(peer, "SUBSCRIBE \"Processados\"", "");
        answer(peer, "UID COPY 1:2,9 \"Processados\"", "");
        answer(peer, "UID STORE 1:2,9 +FLAGS.SILENT (\\Deleted)", "");
        answer(peer, "UID EXPUNGE 1:2,9", "* 1 EXPUNGE");
    });
    let mut mailbox = open(&script).await;
    mailbox.move_all(&[9, 1, 2], "Processados").await.unwrap();
    script.end();
}

#[tokio::test]
async fn fault_24_without_uidplus_nothing_is_removed_at_all() {
    let script = serve(|peer| {
        until_open(peer, "* CAPABILITY IMAP4rev1 AUTH=PLAIN");
        answer(peer, "UID COPY 1 \"Processados\"", "");
        answer(peer, "UID STORE 1 +FLAGS.SILENT (\\Deleted)", "");
        peer.hear()
    });
    let mut mailbox = open(&script).await;
    mailbox.move_all(&[1], "Processados").await.unwrap();
    drop(mailbox);
    assert_eq!(script.end(), "");
}

#[tokio::test]
async fn a_move_that_fails_half_way_is_told_and_the_session_goes_on() {
    let script = serve(|peer| {
        until_open(peer, EXCHANGE);
        let tag = command(peer, "UID MOVE 1:3");
        peer.say(&format!("* 1 EXPUNGE\n{tag} NO [OVERQUOTA] the rest did not fit"));
        answer(peer, "UID FETCH * (UID)", "");
    });
    let mut mailbox = open(&script).await;
    let error = mailbox.move_all(&[1, 2, 3], "Processados").await.unwrap_err();
    assert!(matches!(&error, MailboxError::Refused { reply, .. } if reply.contains("did not fit")), "{error:?}");
    assert!(mailbox.end().await.is_ok());
    script.end();
}

#[tokio::test]
async fn fault_23_an_account_that_is_not_connected_names_what_the_server_said() {
    let script = serve(|peer| {
        peer.say("* OK ready");
        answer(peer, "CAPABILITY", EXCHANGE);
        let tag = peer.hear().split_once(' ').unwrap().0.to_owned();
        peer.say("+ ");
        peer.hear();
        peer.say(&format!("{tag} OK logged in"));
        answer(peer, "CAPABILITY", EXCHANGE);
        answer(peer, "LIST", "");
        let tag = command(peer, "SELECT");
        peer.say(&format!("{tag} BAD User is authenticated but not connected."));
    });
    let error = Mailbox::open(&account(script.port, Role::Requests)).await.unwrap_err();
    assert!(matches!(&error, MailboxError::Login { reply, .. } if reply.contains("authenticated but not connected")));
    assert!(!error.is_passing());
    let trouble = carteiro::daemon::of_mailbox(&error);
    assert!(trouble.what.contains("falta permissão"), "{trouble:?}");
    assert!(trouble.remedy.contains("Add-MailboxPermission"), "{trouble:?}");
    script.end();
}

#[tokio::test]
async fn a_fetch_that_is_refused_or_cut_is_an_error_and_never_an_empty_batch() {
    let check = async |last_words: &'static str| {
        let script = serve(move |peer| {
            until_open(peer, EXCHANGE);
            list(peer, "UID FETCH 1:*", &[1, 2].map(|it| listed(it, 8)).join("\n"));
            let tag = command(peer, "UID FETCH 1:2 (UID BODY.PEEK[])");
            peer.say_bytes(format!("{}\r\n", body(1, "A: b\r\n\r\n")).as_bytes());
            peer.say_bytes(last_words.replace("TAG", &tag).as_bytes());
        });
        let mut mailbox = open(&script).await;
        let result = mailbox.new_since(at(0), &budget()).await;
        assert!(result.is_err(), "{last_words:?}: {result:?}");
        script.end();
    };
    check("").await;
    check("TAG NO server busy\r\n").await;
    check("TAG BAD what\r\n").await;
    check("* 2 FETCH (UID 2 BODY[] {8}\r\nA:").await;
    check("this is not IMAP at all {\r\n").await;
}

#[tokio::test]
async fn a_server_that_cannot_idle_is_asked_now_and_then() {
    let (asked, noop) = oneshot::channel();
    let script = serve(move |peer| {
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 4:*", "");
        let tag = command(peer, "IDLE");
        peer.say(&format!("{tag} NO not today"));
        asked.send(()).unwrap();
        answer(peer, "NOOP", "* 4 EXISTS");
    });
    let mut mailbox = open(&script).await;
    batch(mailbox.new_since(at(3), &budget()).await.unwrap());
    let waiting = tokio::spawn(async move { mailbox.wait(Duration::from_millis(200)).await });
    noop.await.unwrap();
    assert_eq!(waiting.await.unwrap().unwrap(), Woken::News);
    script.end();
}

#[tokio::test]
async fn chatter_of_the_server_ends_no_wait_and_new_mail_does() {
    let script = serve(|peer| {
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 4:*", "");
        let tag = command(peer, "IDLE");
        peer.say("+ idling\n* OK still here\n* 2 FETCH (FLAGS (\\Seen))\n* 1 EXPUNGE\n* 3 EXISTS");
        assert_eq!(peer.hear(), "DONE");
        peer.say(&format!("{tag} OK idled"));
    });
    let mut mailbox = open(&script).await;
    batch(mailbox.new_since(at(3), &budget()).await.unwrap());
    assert_eq!(mailbox.wait(Duration::from_secs(60)).await.unwrap(), Woken::News);
    script.end();
}

#[tokio::test]
async fn a_greeting_that_is_no_greeting_gets_no_login() {
    let check = async |greeting: &'static str| {
        let script = serve(move |peer| {
            peer.say(greeting);
            peer.hear()
        });
        assert!(Mailbox::open(&account(script.port, Role::Requests)).await.is_err());
        assert_eq!(script.end(), "", "{greeting}");
    };
    check("* BYE too many connections").await;
    check("* PREAUTH welcome, somebody else").await;
    check("220 mx.test ESMTP").await;
}

#[tokio::test]
async fn a_literal_that_nobody_could_have_asked_for_is_not_waited_for_in_memory() {
    let script = serve(|peer| {
        until_open(peer, EXCHANGE);
        list(peer, "UID FETCH 1:*", &listed(1, 100));
        command(peer, "UID FETCH 1 (UID BODY.PEEK[])");
        peer.say_bytes(b"* 1 FETCH (UID 1 BODY[] {400000000}\r\nA: b\r\n");
        peer.hear()
    });
    let mut mailbox = open(&script).await;
    let error = mailbox.new_since(at(0), &budget()).await.unwrap_err();
    assert!(matches!(&error, MailboxError::Lost { reason, .. } if reason == "invalid data"), "{error:?}");
    drop(mailbox);
    script.end();
}

#[tokio::test]
async fn whatever_a_server_says_the_conversation_ends_and_gives_no_mail_that_was_not_listed() {
    const CONVERSATION: &[u8] = b"* OK ready\r\n\
        * CAPABILITY IMAP4rev1 AUTH=PLAIN UIDPLUS MOVE\r\nc2 OK done\r\n\
        + \r\nA0001 OK logged in\r\n\
        * CAPABILITY IMAP4rev1 AUTH=PLAIN UIDPLUS MOVE\r\nA0002 OK done\r\n\
        * LIST (\\Noselect) \"/\" \"\"\r\nA0003 OK done\r\n\
        * FLAGS (\\Seen)\r\n* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 4] ok\r\nA0004 OK done\r\n\
        A0005 OK nothing\r\n\
        * 1 FETCH (UID 1 FLAGS (\\Seen) INTERNALDATE \"22-Nov-2026 10:00:00 -0300\" RFC822.SIZE 17)\r\n\
        * 2 FETCH (UID 2 FLAGS () INTERNALDATE \"22-Nov-2026 10:00:01 -0300\" RFC822.SIZE 17)\r\nA0006 OK done\r\n\
        * 1 FETCH (UID 1 BODY[] {17}\r\nSubject: x\r\n\r\ny\r\n)\r\n\
        * 2 FETCH (UID 2 BODY[] {17}\r\nSubject: z\r\n\r\nw\r\n)\r\nA0007 OK done\r\n\
        * OK [COPYUID 8 1:2 1:2] moved\r\n* 1 EXPUNGE\r\n* 1 EXPUNGE\r\nA0008 OK done\r\n";
    const CLIENTS: u64 = 400;
    let script = serve_damaged(CONVERSATION, CLIENTS);
    let account = account(script.port, Role::Requests);
    let mut moved = 0;
    for seed in 0..CLIENTS {
        let conversation = async {
            let mut mailbox = Mailbox::open(&account).await.ok()?;
            let Arrival::Batch(batch) = mailbox.new_since(at(0), &budget()).await.ok()? else { return None };
            let listed: Vec<u32> = batch.mails.iter().map(|it| it.seen.uid).collect();
            assert!(listed.len() <= 2 && listed.iter().all(|it| *it <= batch.position.last_uid), "{seed}: {batch:?}");
            mailbox.move_all(&listed, "Processados").await.ok()
        };
        let ended = tokio::time::timeout(Duration::from_secs(20), conversation).await;
        moved += u32::from(ended.unwrap_or_else(|_| panic!("seed {seed} does not end")).is_some());
    }
    assert!(moved > 10, "hardly a conversation came to its end: {moved}");
    script.end();
}
