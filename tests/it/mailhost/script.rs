//! A server that says what a test tells it to, in a thread of its own: for the faults that no real server commits on
//! demand.

use std::{
    io::{ErrorKind, Read, Write},
    net::{TcpListener, TcpStream},
    thread::{self, JoinHandle},
    time::Duration,
};

/// A group is over when nothing more has come for this long.
const QUIET: Duration = Duration::from_millis(60);

/// No test waits longer for its client.
const CLIENT_MAX: Duration = Duration::from_secs(30);

/// The server's end of one connection.
pub struct Peer {
    stream: TcpStream,
    kept: Vec<u8>,
}

/// A running script.
pub struct Script<T> {
    pub port: u16,
    thread: JoinHandle<T>,
}

/// Listens on a free port and plays `script` to the first client.
pub fn serve<T: Send + 'static>(script: impl FnOnce(&mut Peer) -> T + Send + 'static) -> Script<T> {
    serve_each(move |listener| script(&mut Peer::accept(listener)))
}

/// The same, with as many clients as the script accepts.
pub fn serve_each<T: Send + 'static>(script: impl FnOnce(&TcpListener) -> T + Send + 'static) -> Script<T> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    Script { port, thread: thread::spawn(move || script(&listener)) }
}

impl<T> Script<T> {
    /// What the script gave.
    pub fn end(self) -> T {
        self.thread.join().unwrap()
    }
}

impl Peer {
    pub fn accept(listener: &TcpListener) -> Self {
        let (stream, _) = listener.accept().unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(CLIENT_MAX)).unwrap();
        Self { stream, kept: Vec::new() }
    }

    /// Says it, with CRLF at the end of each line. A client that has gone does not hear it.
    pub fn say(&mut self, text: &str) {
        let text = text.lines().map(|it| format!("{it}\r\n")).collect::<String>();
        self.say_bytes(text.as_bytes());
    }

    pub fn say_bytes(&mut self, bytes: &[u8]) {
        let _ = self.stream.write_all(bytes);
    }

    /// The next line, without its end; empty at the end of the connection.
    pub fn hear(&mut self) -> String {
        loop {
            if let Some(at) = memchr::memchr(b'\n', &self.kept) {
                let line: Vec<u8> = self.kept.drain(..=at).collect();
                return String::from_utf8_lossy(&line).trim_end().to_owned();
            }
            if !self.more() {
                return String::new();
            }
        }
    }

    /// Everything up to a line that is a single dot, that line included.
    pub fn hear_message(&mut self) -> Vec<u8> {
        loop {
            if let Some(at) = memchr::memmem::find(&self.kept, b"\r\n.\r\n") {
                return self.kept.drain(..at + 5).collect();
            }
            if !self.more() {
                return std::mem::take(&mut self.kept);
            }
        }
    }

    /// All that comes until nothing more comes: what the client said without waiting for an answer.
    pub fn hear_group(&mut self) -> String {
        while self.kept.is_empty() {
            if !self.more() {
                return String::new();
            }
        }
        self.stream.set_read_timeout(Some(QUIET)).unwrap();
        while self.more() {}
        self.stream.set_read_timeout(Some(CLIENT_MAX)).unwrap();
        String::from_utf8_lossy(&std::mem::take(&mut self.kept)).into_owned()
    }

    /// Whether the client has ended the connection (waits for it).
    pub fn is_left(&mut self) -> bool {
        while self.more() {
            self.kept.clear();
        }
        true
    }

    fn more(&mut self) -> bool {
        let mut space = [0_u8; 64 * 1024];
        match self.stream.read(&mut space) {
            Ok(0) => false,
            Ok(count) => {
                self.kept.extend_from_slice(&space[..count]);
                true
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => true,
            Err(_) => false,
        }
    }
}

/// Plays changed forms of one conversation to one client after another: a byte flipped, a part cut out, the end cut
/// off. The client gets all of it at once and then the end of the connection.
pub fn serve_damaged(conversation: &'static [u8], clients: u64) -> Script<()> {
    serve_each(move |listener| {
        for seed in 0..clients {
            let peer = &mut Peer::accept(listener);
            peer.say_bytes(&damaged(conversation, seed));
            let _ = peer.stream.shutdown(std::net::Shutdown::Write);
            peer.is_left();
        }
    })
}

/// The same damage for the same seed.
fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1);
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let mut out = bytes.to_vec();
    for _ in 0..=next(3) {
        let at = next(out.len());
        match next(4) {
            0 => out[at] ^= 1 << next(8),
            1 => out[at] = b"\r\n {}()[]\"*+0259"[next(15)],
            2 => out.truncate(at.max(1)),
            _ => {
                let end = (at + 1 + next(40)).min(out.len());
                out.drain(at..end);
            }
        }
        if out.is_empty() {
            break;
        }
    }
    out
}
