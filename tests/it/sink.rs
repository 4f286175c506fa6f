//! A server that takes mail and throws it away: it counts what it costs to hand it over, and can enforce a provider's
//! limits by a clock of the test.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use carteiro::daemon::Clock;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What a provider allows.
#[derive(Debug, Clone)]
pub struct Limits {
    pub clock: Clock,
    pub messages_a_minute: usize,
    pub recipients_a_message: usize,
    pub recipients_a_day: usize,
    pub connections: u64,
}

/// What has come so far.
#[derive(Debug, Default)]
pub struct Counts {
    /// Bytes that came.
    pub bytes: AtomicU64,
    /// Answers that the client had to wait for: writes of ours.
    pub round_trips: AtomicU64,
    /// Recipients of messages that were taken.
    pub recipients: AtomicU64,
    /// Messages that were taken.
    pub messages: AtomicU64,
    /// Commands that were refused because of a limit.
    pub refusals: AtomicU64,
    /// Who received how many messages.
    pub people: Mutex<BTreeMap<String, u32>>,
    open: AtomicU64,
    /// When messages came and for how many, by the clock of the limits.
    taken: Mutex<Vec<(i64, usize)>>,
}

/// The server.
pub struct Sink {
    pub port: u16,
    pub counts: Arc<Counts>,
}

impl Sink {
    /// Takes everything.
    pub async fn start() -> Self {
        Self::with(None).await
    }

    /// Takes what a provider would take.
    pub async fn with(limits: Option<Limits>) -> Self {
        Self::serve(limits, u64::MAX).await
    }

    /// Takes everything, and from this message on says nothing any more, though it takes that one on each line.
    pub async fn silent_after(messages: u64) -> Self {
        Self::serve(None, messages).await
    }

    async fn serve(limits: Option<Limits>, silent_after: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let counts = Arc::new(Counts::default());
        let shared = Arc::clone(&counts);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(Talk::new(Arc::clone(&shared), limits.clone(), silent_after).serve(stream));
            }
        });
        Self { port, counts }
    }
}

struct Talk {
    counts: Arc<Counts>,
    limits: Option<Limits>,
    recipients: usize,
    names: Vec<String>,
    silent_after: u64,
    is_silent: bool,
}

impl Talk {
    fn new(counts: Arc<Counts>, limits: Option<Limits>, silent_after: u64) -> Self {
        Self { counts, limits, recipients: 0, names: Vec::new(), silent_after, is_silent: false }
    }

    async fn serve(mut self, mut stream: TcpStream) {
        stream.set_nodelay(true).unwrap();
        let others = self.counts.open.fetch_add(1, Ordering::SeqCst);
        let greeting = if self.limits.as_ref().is_some_and(|it| others >= it.connections) {
            self.refuse("421 4.3.2 too many connections\r\n")
        } else {
            "220 sink ESMTP\r\n"
        };
        let _ = stream.write_all(greeting.as_bytes()).await;
        let (mut waiting, mut space, mut in_body) = (Vec::new(), vec![0; 64 * 1024], false);
        while let Ok(count) = stream.read(&mut space).await {
            if count == 0 {
                break;
            }
            self.counts.bytes.fetch_add(count as u64, Ordering::Relaxed);
            waiting.extend_from_slice(&space[..count]);
            let answers = self.answers(&mut waiting, &mut in_body);
            if !answers.is_empty() {
                self.counts.round_trips.fetch_add(1, Ordering::Relaxed);
                if stream.write_all(answers.as_bytes()).await.is_err() {
                    break;
                }
            }
        }
        self.counts.open.fetch_sub(1, Ordering::SeqCst);
    }

    /// Answers to the whole commands that wait; the rest stays.
    fn answers(&mut self, waiting: &mut Vec<u8>, in_body: &mut bool) -> String {
        let mut answers = String::new();
        loop {
            if *in_body {
                let Some(end) = memchr::memmem::find(waiting, b"\r\n.\r\n") else {
                    return answers;
                };
                waiting.drain(..end + 5);
                *in_body = false;
                let answer = self.end_of_message();
                self.is_silent |= self.counts.messages.load(Ordering::SeqCst) > self.silent_after;
                if !self.is_silent {
                    answers.push_str(answer);
                }
                continue;
            }
            let Some(end) = memchr::memchr(b'\n', waiting) else { return answers };
            let line = String::from_utf8_lossy(&waiting[..end]).to_ascii_uppercase();
            waiting.drain(..=end);
            let answer = match line.split([' ', ':', '\r']).next().unwrap_or_default() {
                "EHLO" => "250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 DSN\r\n",
                "MAIL" => {
                    self.recipients = 0;
                    self.names.clear();
                    self.may_begin()
                }
                "RCPT" => {
                    self.names.extend(line.split(['<', '>']).nth(1).map(str::to_ascii_lowercase));
                    self.may_add()
                }
                "DATA" => {
                    *in_body = self.recipients > 0;
                    if *in_body { "354 go on\r\n" } else { "554 5.5.1 nobody\r\n" }
                }
                "QUIT" => "221 2.0.0 bye\r\n",
                _ => "250 2.0.0 ok\r\n",
            };
            if !self.is_silent {
                answers.push_str(answer);
            }
        }
    }

    fn refuse(&self, reply: &'static str) -> &'static str {
        self.counts.refusals.fetch_add(1, Ordering::SeqCst);
        reply
    }

    fn taken_since(&self, since: i64) -> (usize, usize) {
        let taken = self.counts.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let late = taken.iter().rev().take_while(|(at, _)| *at > since);
        late.fold((0, 0), |(messages, people), (_, some)| (messages + 1, people + some))
    }

    fn may_begin(&self) -> &'static str {
        let Some(limits) = &self.limits else { return "250 2.1.0 ok\r\n" };
        let (messages, _) = self.taken_since(limits.clock.now() - 60);
        if messages < limits.messages_a_minute {
            return "250 2.1.0 ok\r\n";
        }
        self.refuse("451 4.7.0 too many messages in a minute\r\n")
    }

    fn may_add(&mut self) -> &'static str {
        if let Some(limits) = &self.limits {
            let (_, people) = self.taken_since(limits.clock.now() - 86_400);
            if self.recipients >= limits.recipients_a_message || people + self.recipients >= limits.recipients_a_day {
                return self.refuse("452 4.5.3 too many recipients\r\n");
            }
        }
        self.recipients += 1;
        "250 2.1.5 ok\r\n"
    }

    fn end_of_message(&self) -> &'static str {
        if let Some(limits) = &self.limits {
            let mut taken = self.counts.taken.lock().unwrap_or_else(PoisonError::into_inner);
            taken.push((limits.clock.now(), self.recipients));
        }
        let mut people = self.counts.people.lock().unwrap_or_else(PoisonError::into_inner);
        for name in &self.names {
            *people.entry(name.clone()).or_default() += 1;
        }
        drop(people);
        self.counts.messages.fetch_add(1, Ordering::SeqCst);
        self.counts.recipients.fetch_add(self.recipients as u64, Ordering::SeqCst);
        "250 2.0.0 taken\r\n"
    }
}
