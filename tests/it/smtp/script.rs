//! Against scripted servers: the words on the wire, and the faults.

use std::fmt::Write;

use carteiro::{
    oauth2::{Client, Credentials, Tokens},
    office::{EnvelopeId, Outcome, Secret},
    smtp::{Envelope, Receipts, Server, Session, SmtpError, Verdicts},
    wire::{Host, Tls, WireError},
};
use tokio::sync::oneshot;

use crate::mailhost::{
    address, password_of,
    script::{Peer, Script, serve, serve_damaged, serve_each},
};

const FULL: &str =
    "250-mx.test\n250-PIPELINING\n250-SIZE 10000000\n250-AUTH PLAIN LOGIN XOAUTH2\n250-8BITMIME\n250 DSN";
const POOR: &str = "250-mx.test\n250 HELP";
const MESSAGE: &[u8] = b"From: presidente@ipreville.test\r\nSubject: Aviso\r\n\r\ntexto\r\n";

fn server(port: u16) -> Server {
    let host = Host { name: "127.0.0.1".to_owned(), port, tls: Tls::PlainLoopback, ca_file: None };
    Server { host, credentials: None, hello: "carteiro.test".to_owned() }
}

fn envelope(count: usize) -> Envelope {
    Envelope {
        from: Some(address("presidente@ipreville.test")),
        recipients: (1..=count).map(|it| address(&format!("p{it}@ipreville.test"))).collect(),
        envelope_id: Some(EnvelopeId::new("AR-2026-0001.1")),
        receipts: Receipts::Ask,
    }
}

/// Greeting and both EHLO.
fn greet(peer: &mut Peer, capabilities: &str) {
    peer.say("220 mx.test ESMTP");
    for _ in 0..2 {
        assert_eq!(peer.hear(), "EHLO carteiro.test");
        peer.say(capabilities);
    }
}

async fn send<T>(script: &Script<T>, envelope: &Envelope, message: &[u8]) -> Verdicts {
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    session.send(envelope, message).await
}

/// `a` accepted, `d` deferred, `r` refused, `u` unknown.
fn letters(verdicts: &Verdicts) -> String {
    let letter = |it: &Outcome| match it {
        Outcome::Accepted { .. } => 'a',
        Outcome::Deferred { .. } => 'd',
        Outcome::Refused { .. } => 'r',
        Outcome::Unknown { .. } => 'u',
    };
    verdicts.outcomes.iter().map(letter).collect()
}

#[tokio::test]
async fn a_pipelining_server_gets_the_whole_envelope_in_one_group_with_its_dsn_parameters() {
    let script = serve(|peer| {
        greet(peer, FULL);
        let group = peer.hear_group();
        peer.say("250 ok\n250 ok\n250 ok\n354 go on");
        let message = peer.hear_message();
        peer.say("250 2.0.0 queued as 4711");
        (group, message)
    });
    let verdicts = send(&script, &envelope(2), MESSAGE).await;
    assert!(verdicts.receipts_asked);
    assert_eq!(verdicts.outcomes, vec![Outcome::Accepted { reply: "250 2.0.0 queued as 4711".to_owned() }; 2]);
    let (group, message) = script.end();
    assert_eq!(
        group,
        "MAIL FROM:<presidente@ipreville.test> RET=HDRS ENVID=AR-2026-0001.1\r\n\
         RCPT TO:<p1@ipreville.test> NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;p1@ipreville.test\r\n\
         RCPT TO:<p2@ipreville.test> NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;p2@ipreville.test\r\n\
         DATA\r\n"
    );
    assert_eq!(message, b"From: presidente@ipreville.test\r\nSubject: Aviso\r\n\r\ntexto\r\n.\r\n");
}

#[tokio::test]
async fn a_server_without_pipelining_and_dsn_gets_one_command_at_a_time_and_no_parameters() {
    let script = serve(|peer| {
        greet(peer, POOR);
        let mut groups = Vec::new();
        for reply in ["250 ok", "250 ok", "550 5.1.1 nobody", "354 go on"] {
            groups.push(peer.hear_group());
            peer.say(reply);
        }
        peer.hear_message();
        peer.say("250 taken");
        groups
    });
    let verdicts = send(&script, &envelope(2), MESSAGE).await;
    assert!(!verdicts.receipts_asked);
    assert_eq!(letters(&verdicts), "ar");
    assert_eq!(
        script.end(),
        [
            "MAIL FROM:<presidente@ipreville.test>\r\n",
            "RCPT TO:<p1@ipreville.test>\r\n",
            "RCPT TO:<p2@ipreville.test>\r\n",
            "DATA\r\n"
        ]
    );
}

#[tokio::test]
async fn fault_51_of_500_recipients_one_refused_and_one_deferred_stop_no_other() {
    let script = serve(|peer| {
        greet(peer, FULL);
        let group = peer.hear_group();
        let mut replies = String::from("250 ok\n");
        for number in 1..=500 {
            replies.push_str(match number {
                7 => "550 5.1.1 no such user\n",
                8 => "452 4.2.2 mailbox full\n",
                _ => "250 ok\n",
            });
        }
        peer.say(&(replies + "354 go on"));
        peer.hear_message();
        peer.say("250 taken");
        group
    });
    let verdicts = send(&script, &envelope(500), MESSAGE).await;
    assert_eq!(letters(&verdicts), format!("{}rd{}", "a".repeat(6), "a".repeat(492)));
    assert_eq!(verdicts.outcomes[6], Outcome::Refused { reply: "550 5.1.1 no such user".to_owned() });
    assert_eq!(script.end().lines().count(), 502);
}

#[tokio::test]
async fn fault_53_a_421_in_the_middle_defers_everybody_who_was_not_refused() {
    let script = serve(|peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say("250 ok\n250 ok\n550 5.1.1 nobody\n421 4.3.2 sender thread limit exceeded");
    });
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    let verdicts = session.send(&envelope(5), MESSAGE).await;
    assert_eq!(letters(&verdicts), "drddd");
    assert_eq!(verdicts.outcomes[4], Outcome::Deferred { reply: "421 4.3.2 sender thread limit exceeded".to_owned() });
    assert!(!session.is_usable());
    let again = session.send(&envelope(1), MESSAGE).await;
    assert_eq!(letters(&again), "d");
    script.end();
}

#[tokio::test]
async fn a_421_in_the_middle_without_pipelining_defers_the_rest_without_a_word() {
    let script = serve(|peer| {
        greet(peer, POOR);
        for reply in ["250 ok", "250 ok", "421 4.7.0 closing"] {
            peer.hear();
            peer.say(reply);
        }
        peer.hear()
    });
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    let verdicts = session.send(&envelope(4), MESSAGE).await;
    assert_eq!(letters(&verdicts), "dddd");
    drop(session);
    assert_eq!(script.end(), "");
}

#[tokio::test]
async fn a_sender_that_is_refused_is_our_fault_and_everybody_waits() {
    let script = serve(|peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say("553 5.7.1 not your address\n503 need MAIL\n503 need MAIL\n503 need RCPT");
        let second = peer.hear_group();
        peer.say("250 reset\n250 ok\n250 ok\n354 go on");
        peer.hear_message();
        peer.say("250 taken");
        second
    });
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    let verdicts = session.send(&envelope(2), MESSAGE).await;
    assert_eq!(verdicts.outcomes, vec![Outcome::Deferred { reply: "553 5.7.1 not your address".to_owned() }; 2]);
    assert_eq!(verdicts.sender_refused.as_deref(), Some("553 5.7.1 not your address"));
    let next = session.send(&envelope(1), MESSAGE).await;
    assert_eq!(letters(&next), "a");
    assert_eq!(next.sender_refused, None);
    assert!(script.end().starts_with("RSET\r\nMAIL FROM:"));
}

#[tokio::test]
async fn when_nobody_is_accepted_no_dot_is_sent() {
    let script = serve(|peer| {
        greet(peer, FULL);
        peer.hear_group();
        // A careless server invites the body all the same: an empty message to nobody must not follow.
        peer.say("250 ok\n550 5.1.1 nobody\n450 4.2.1 later\n354 go on");
        peer.hear()
    });
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    let verdicts = session.send(&envelope(2), MESSAGE).await;
    assert_eq!(letters(&verdicts), "rd");
    assert!(!session.is_usable());
    drop(session);
    assert_eq!(script.end(), "");
}

async fn verdict_of_the_end(reply: &'static str) -> String {
    let script = serve(move |peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say("250 ok\n250 ok\n550 5.1.1 nobody\n354 go on");
        peer.hear_message();
        peer.say(reply);
    });
    letters(&send(&script, &envelope(2), MESSAGE).await)
}

#[tokio::test]
async fn the_answer_to_the_final_dot_is_the_verdict_of_all_who_were_accepted() {
    assert_eq!(verdict_of_the_end("250 taken").await, "ar");
    assert_eq!(verdict_of_the_end("554 5.7.1 spam").await, "rr");
    assert_eq!(verdict_of_the_end("452 4.3.1 disk full").await, "dr");
    assert_eq!(verdict_of_the_end("421 4.3.2 shutting down").await, "dr");
    assert_eq!(verdict_of_the_end("").await, "ur");
    assert_eq!(verdict_of_the_end("no answer at all").await, "ur");
}

#[tokio::test]
async fn a_server_that_is_out_of_step_gets_no_body_and_is_not_believed() {
    // An answer too many at the front: each recipient would get its neighbour's verdict.
    let script = serve(|peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say("250 what was this\n250 ok\n250 ok\n550 5.1.1 nobody\n354 go on");
        peer.hear()
    });
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    let verdicts = session.send(&envelope(2), MESSAGE).await;
    assert_eq!(letters(&verdicts), "rr");
    assert!(!session.is_usable());
    drop(session);
    assert_eq!(script.end(), "");
    // An invitation in the middle.
    let script = serve(|peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say("250 ok\n250 ok\n354 go on\n250 ok");
        peer.hear()
    });
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    let verdicts = session.send(&envelope(2), MESSAGE).await;
    assert_eq!(letters(&verdicts), "dd");
    assert!(!session.is_usable());
    drop(session);
    assert_eq!(script.end(), "");
    // Something else than a verdict at the end is none.
    assert_eq!(verdict_of_the_end("354 go on").await, "ur");
}

#[tokio::test]
async fn a_line_that_breaks_before_the_final_dot_has_left_puts_nothing_in_doubt() {
    let script = serve(|peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say("250 ok\n250 ok\n354 go on");
    });
    // More than the buffers of two sockets hold.
    let mut message = MESSAGE.to_vec();
    message.extend("linha\r\n".repeat(1_300_000).into_bytes());
    assert_eq!(letters(&send(&script, &envelope(1), &message).await), "d");
    script.end();
}

#[tokio::test]
async fn fault_50_silence_after_the_final_dot_is_doubt_after_ten_minutes() {
    let (dot_came, dot) = oneshot::channel();
    let (_over, over) = std::sync::mpsc::channel::<()>();
    let script = serve(move |peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say("250 ok\n250 ok\n354 go on");
        peer.hear_message();
        dot_came.send(()).unwrap();
        let _ = over.recv();
    });
    let port = script.port;
    let sending = tokio::spawn(async move {
        let mut session = Session::connect(&server(port)).await.unwrap();
        let verdicts = session.send(&envelope(1), MESSAGE).await;
        (verdicts, session.is_usable())
    });
    dot.await.unwrap();
    tokio::time::pause();
    let started = tokio::time::Instant::now();
    let (verdicts, usable) = sending.await.unwrap();
    let Outcome::Unknown { reason } = &verdicts.outcomes[0] else { panic!("{verdicts:?}") };
    assert_eq!(reason, "no answer after the end of the message: no answer within 600 s");
    assert!(!usable);
    assert!((595..=605).contains(&started.elapsed().as_secs()), "{:?}", started.elapsed());
}

#[tokio::test]
async fn fault_50_silence_at_rcpt_defers_after_five_minutes() {
    let (group_came, group) = oneshot::channel();
    let (_over, over) = std::sync::mpsc::channel::<()>();
    let script = serve(move |peer| {
        greet(peer, FULL);
        peer.hear_group();
        group_came.send(()).unwrap();
        let _ = over.recv();
    });
    let port = script.port;
    let sending = tokio::spawn(async move { send_to(port, 3).await });
    group.await.unwrap();
    tokio::time::pause();
    let started = tokio::time::Instant::now();
    assert_eq!(letters(&sending.await.unwrap()), "ddd");
    assert!((295..=305).contains(&started.elapsed().as_secs()), "{:?}", started.elapsed());
}

async fn send_to(port: u16, count: usize) -> Verdicts {
    Session::connect(&server(port)).await.unwrap().send(&envelope(count), MESSAGE).await
}

#[tokio::test]
async fn fault_50_a_server_that_never_greets_is_given_up_after_half_a_minute() {
    let (came, client) = oneshot::channel();
    let (_over, over) = std::sync::mpsc::channel::<()>();
    let script = serve(move |_peer| {
        came.send(()).unwrap();
        let _ = over.recv();
    });
    let port = script.port;
    let connecting = tokio::spawn(async move { Session::connect(&server(port)).await });
    client.await.unwrap();
    tokio::time::pause();
    let error = connecting.await.unwrap().unwrap_err();
    assert!(matches!(error, SmtpError::Wire(WireError::Silent { seconds: 30, .. })), "{error:?}");
    assert!(error.is_passing());
}

#[tokio::test]
async fn a_greeting_that_says_no_or_later_is_told_apart() {
    let check = async |greeting: &'static str, passing: bool| {
        let script = serve(move |peer| peer.say(greeting));
        let error = Session::connect(&server(script.port)).await.unwrap_err();
        assert_eq!(error.is_passing(), passing, "{error}");
        assert!(error.to_string().contains(greeting.split_once(' ').unwrap().1), "{error}");
    };
    check("421 4.3.2 too many connections", true).await;
    check("554 5.7.1 go away", false).await;
}

#[tokio::test]
async fn a_message_with_a_bcc_header_or_too_large_does_not_leave_at_all() {
    let script = serve(|peer| {
        greet(peer, FULL);
        peer.hear()
    });
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    let bcc = b"From: a@ipreville.test\r\nBcc: p1@ipreville.test\r\n\r\ntexto\r\n";
    assert_eq!(letters(&session.send(&envelope(2), bcc).await), "rr");
    let mut large = MESSAGE.to_vec();
    large.resize(10_000_001, b'x');
    assert_eq!(letters(&session.send(&envelope(1), &large).await), "r");
    session.quit().await;
    assert_eq!(script.end(), "QUIT");
}

#[tokio::test]
async fn bare_line_ends_and_leading_dots_cannot_end_the_message_early() {
    let script = serve(|peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say("250 ok\n250 ok\n354 go on");
        let message = peer.hear_message();
        peer.say("250 taken");
        message
    });
    let message = b"Subject: x\n\n.\nMAIL FROM:<evil@x.test>\r.\r..b\r\n";
    send(&script, &envelope(1), message).await;
    let wire = String::from_utf8(script.end()).unwrap();
    assert_eq!(wire, "Subject: x\r\n\r\n..\r\nMAIL FROM:<evil@x.test>\r\n..\r\n...b\r\n.\r\n");
}

#[tokio::test]
async fn eight_bit_messages_are_announced_where_the_server_knows_the_word() {
    let script = serve(|peer| {
        greet(peer, FULL);
        let group = peer.hear_group();
        peer.say("250 ok\n250 ok\n354 go on");
        peer.hear_message();
        peer.say("250 taken");
        group
    });
    send(&script, &envelope(1), "Subject: x\r\n\r\nperícia\r\n".as_bytes()).await;
    assert!(script.end().starts_with("MAIL FROM:<presidente@ipreville.test> BODY=8BITMIME RET=HDRS "));
}

#[tokio::test]
async fn answers_in_latin1_are_answers() {
    let script = serve(|peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say_bytes(b"250 ok\r\n550 5.1.1 usu\xe1rio desconhecido\r\n250 ok\r\n354 go on\r\n");
        peer.hear_message();
        peer.say_bytes(b"250 conclu\xeddo\r\n");
    });
    let verdicts = send(&script, &envelope(2), MESSAGE).await;
    assert_eq!(
        verdicts.outcomes,
        [
            Outcome::Refused { reply: "550 5.1.1 usu?rio desconhecido".to_owned() },
            Outcome::Accepted { reply: "250 conclu?do".to_owned() }
        ]
    );
}

#[tokio::test]
async fn three_thousand_recipients_and_long_answers_do_not_lock_both_sides() {
    let script = serve(|peer| {
        greet(peer, FULL);
        let mut count = 0;
        // Answers while it is being spoken to, a line at a time, as slowly as it likes.
        loop {
            let line = peer.hear();
            if line == "DATA" {
                break;
            }
            count += 1;
            peer.say(&format!("250 {}", "x".repeat(480)));
        }
        peer.say("354 go on");
        peer.hear_message();
        peer.say("250 taken");
        count
    });
    let verdicts = send(&script, &envelope(3000), MESSAGE).await;
    assert_eq!(letters(&verdicts), "a".repeat(3000));
    assert_eq!(script.end(), 3001);
}

#[tokio::test]
async fn several_messages_go_over_one_session() {
    let script = serve(|peer| {
        greet(peer, FULL);
        let mut groups = String::new();
        for _ in 0..3 {
            let _ = write!(groups, "{}", peer.hear_group());
            peer.say("250 ok\n250 ok\n354 go on");
            peer.hear_message();
            peer.say("250 taken");
        }
        groups
    });
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    for _ in 0..3 {
        assert_eq!(letters(&session.send(&envelope(1), MESSAGE).await), "a");
    }
    assert!(!script.end().contains("RSET"));
}

#[tokio::test]
async fn without_starttls_nothing_is_said_of_us() {
    let script = serve(|peer| {
        peer.say("220 mx.test ESMTP");
        assert_eq!(peer.hear(), "EHLO carteiro.test");
        peer.say("250-mx.test\n250 AUTH PLAIN");
        peer.hear()
    });
    let mut server = server(script.port);
    server.host.tls = Tls::StartTls;
    server.credentials = Some(password_of("assessoria@ipreville.test"));
    let error = Session::connect(&server).await.unwrap_err();
    assert!(matches!(error, SmtpError::Lacks { .. }), "{error:?}");
    assert_eq!(script.end(), "");
}

#[tokio::test]
async fn what_is_injected_before_the_handshake_ends_the_attempt() {
    let script = serve(|peer| {
        peer.say("220 mx.test ESMTP");
        peer.hear();
        peer.say("250-mx.test\n250 STARTTLS");
        peer.hear();
        peer.say("220 go ahead\n250-evil.test\n250 AUTH PLAIN\n235 welcome");
    });
    let mut server = server(script.port);
    server.host.tls = Tls::StartTls;
    server.credentials = Some(password_of("assessoria@ipreville.test"));
    let error = Session::connect(&server).await.unwrap_err();
    assert!(matches!(error, SmtpError::Wire(WireError::Tls { .. } | WireError::Lost { .. })), "{error:?}");
    script.end();
}

#[tokio::test]
async fn a_refused_password_names_the_user_and_never_the_password() {
    let script = serve(|peer| {
        peer.say("220 mx.test ESMTP");
        peer.hear();
        peer.say(FULL);
        let login = peer.hear();
        peer.say("535 5.7.8 authentication failed");
        login
    });
    let mut server = server(script.port);
    server.credentials = Some(Credentials::Password { user: "ana@x.test".to_owned(), password: Secret::new("s3nh4") });
    let error = Session::connect(&server).await.unwrap_err();
    assert!(!error.is_passing());
    let text = format!("{error} {error:?} {server:?}");
    assert!(text.contains("ana@x.test") && text.contains("535 5.7.8 authentication failed"), "{text}");
    assert!(!text.contains("s3nh4") && !text.contains("czNuaDQ"), "{text}");
    assert!(script.end().starts_with("AUTH PLAIN "));
}

#[tokio::test]
async fn a_directory_that_is_down_is_no_wrong_password() {
    let script = serve(|peer| {
        peer.say("220 mx.test ESMTP");
        peer.hear();
        peer.say(FULL);
        peer.hear();
        peer.say("454 4.7.0 temporary authentication failure");
    });
    let mut server = server(script.port);
    server.credentials = Some(password_of("assessoria@ipreville.test"));
    let error = Session::connect(&server).await.unwrap_err();
    assert!(error.is_passing(), "{error:?}");
    script.end();
}

#[tokio::test]
async fn a_refused_token_is_renewed_once_and_its_reason_is_told() {
    let endpoint = crate::oauth2::endpoint(vec![
        (200, r#"{"access_token":"velho","expires_in":3600}"#),
        (200, r#"{"access_token":"novo","expires_in":3600}"#),
    ]);
    let script = serve_each(|listener| {
        let mut logins = Vec::new();
        for _ in 0..2 {
            let peer = &mut Peer::accept(listener);
            peer.say("220 mx.test ESMTP");
            peer.hear();
            peer.say(FULL);
            logins.push(peer.hear());
            // {"status":"401"} in base64
            peer.say("334 eyJzdGF0dXMiOiI0MDEifQ==");
            logins.push(peer.hear());
            peer.say("535 5.7.3 authentication unsuccessful");
        }
        logins
    });
    let mut server = server(script.port);
    let tokens = Tokens::new(Client {
        name: "m365".to_owned(),
        token_url: endpoint.url(),
        device_url: None,
        client_id: "id".to_owned(),
        client_secret: Some(Secret::new("segredo")),
        scope: "https://outlook.office365.com/.default".to_owned(),
        refresh_file: None,
        ca_file: None,
    });
    server.credentials = Some(Credentials::OAuth2 { user: "a@x.test".to_owned(), tokens });
    let error = Session::connect(&server).await.unwrap_err();
    assert!(error.to_string().contains(r#"535 5.7.3 authentication unsuccessful {"status":"401"}"#), "{error}");
    let expected = |token: &str| {
        use base64::{Engine, engine::general_purpose::STANDARD};
        format!("AUTH XOAUTH2 {}", STANDARD.encode(format!("user=a@x.test\u{1}auth=Bearer {token}\u{1}\u{1}")))
    };
    assert_eq!(script.end(), [expected("velho"), String::new(), expected("novo"), String::new()]);
    assert_eq!(endpoint.asked().len(), 2);
}

#[tokio::test]
async fn whatever_a_server_says_every_recipient_gets_one_verdict() {
    const CONVERSATION: &[u8] = b"220 mx.test ESMTP\r\n\
        250-mx.test\r\n250-PIPELINING\r\n250-SIZE 10000000\r\n250 DSN\r\n\
        250-mx.test\r\n250-PIPELINING\r\n250-SIZE 10000000\r\n250 DSN\r\n\
        250 2.1.0 ok\r\n250 2.1.5 ok\r\n550 5.1.1 nobody\r\n250 2.1.5 ok\r\n354 go on\r\n250 2.0.0 queued\r\n\
        250 2.1.0 ok\r\n250 2.1.5 ok\r\n250 2.1.5 ok\r\n250 2.1.5 ok\r\n354 go on\r\n250 2.0.0 queued\r\n";
    const CLIENTS: u64 = 400;
    let script = serve_damaged(CONVERSATION, CLIENTS);
    let mut accepted = 0;
    for seed in 0..CLIENTS {
        let conversation = async {
            let mut session = Session::connect(&server(script.port)).await.ok()?;
            for _ in 0..2 {
                let verdicts = session.send(&envelope(3), MESSAGE).await;
                assert_eq!(verdicts.outcomes.len(), 3, "{seed}");
                accepted += usize::from(letters(&verdicts) == "ara");
            }
            Some(())
        };
        let ended = tokio::time::timeout(std::time::Duration::from_secs(20), conversation).await;
        assert!(ended.is_ok(), "seed {seed} does not end");
    }
    assert!(accepted > 10, "hardly a conversation came to its end: {accepted}");
    script.end();
}

/// Two messages on one line, the second said ahead; what the server heard after the first invitation, and both verdicts.
async fn ahead(answers: &'static str) -> (String, String, String) {
    let script = serve(move |peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say("250 ok\n250 ok\n250 ok\n354 go on");
        let body = peer.hear_message();
        let mut group = String::new();
        while !group.ends_with("DATA\r\n") {
            group.push_str(&peer.hear_group());
        }
        if !answers.is_empty() {
            peer.say(answers);
        }
        if answers.ends_with("354 go on") {
            peer.hear_message();
            peer.say("250 second");
        }
        format!("{}{group}", String::from_utf8(body).unwrap())
    });
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    let (first, second) = (envelope(2), envelope(1));
    let announced = session.announce(&first, DOTTED).await;
    let of_first = session.deliver(announced, DOTTED, Some((&second, MESSAGE))).await;
    let announced = session.announce(&second, MESSAGE).await;
    let of_second = session.deliver(announced, MESSAGE, None).await;
    drop(session);
    (script.end(), letters(&of_first), letters(&of_second))
}

const DOTTED: &[u8] = b"Subject: Aviso\r\n\r\n.um\r\n..dois\r\n.\r\ntres\r\n";

#[tokio::test]
async fn the_envelope_of_the_next_message_leaves_with_the_end_of_the_one_before() {
    let (heard, first, second) = ahead("250 first\n250 ok\n250 ok\n354 go on").await;
    assert_eq!((first.as_str(), second.as_str()), ("aa", "a"));
    assert_eq!(
        heard,
        "Subject: Aviso\r\n\r\n..um\r\n...dois\r\n..\r\ntres\r\n.\r\n\
         MAIL FROM:<presidente@ipreville.test> RET=HDRS ENVID=AR-2026-0001.1\r\n\
         RCPT TO:<p1@ipreville.test> NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;p1@ipreville.test\r\n\
         DATA\r\n"
    );
}

#[tokio::test]
async fn what_was_said_ahead_is_judged_by_its_own_answers() {
    for (answers, first, second) in [
        ("554 5.7.1 spam\n250 ok\n250 ok\n354 go on", "rr", "a"),
        ("250 first\n250 ok\n550 5.1.1 nobody\n554 5.5.1 no recipients", "aa", "r"),
        ("250 first\n451 4.7.0 later\n503 need MAIL\n503 need RCPT", "aa", "d"),
        ("250 first\n421 4.3.2 closing", "aa", "d"),
        ("250 first", "aa", "d"),
        ("421 4.3.2 closing", "dd", "d"),
        // Nobody knows of the first; nothing of the second was at stake.
        ("", "uu", "d"),
        ("354 what", "uu", "d"),
    ] {
        let (_, of_first, of_second) = ahead(answers).await;
        assert_eq!((of_first.as_str(), of_second.as_str()), (first, second), "{answers:?}");
    }
}

#[tokio::test]
async fn a_line_on_which_a_body_is_awaited_takes_no_other_command() {
    let script = serve(|peer| {
        greet(peer, FULL);
        peer.hear_group();
        peer.say("250 ok\n250 ok\n354 go on");
        peer.hear()
    });
    let mut session = Session::connect(&server(script.port)).await.unwrap();
    let left = session.announce(&envelope(1), MESSAGE).await;
    drop(left);
    assert_eq!(letters(&session.send(&envelope(1), MESSAGE).await), "d");
    session.quit().await;
    assert_eq!(script.end(), "");
}
