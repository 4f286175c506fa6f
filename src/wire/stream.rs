//! The stream itself: what is written is held until an answer is wanted, so that a group of commands leaves in one
//! write; while the other side does not take our words, its answers are read, so that neither waits for the other for
//! ever (RFC 2920, 3.1).

use std::{
    fmt, io,
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll, ready},
};

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf},
    net::TcpStream,
};
use tokio_rustls::client::TlsStream;

use super::{Host, WireError, literal::LiteralGuard, tls};

/// So much is held before it is handed to the system unasked: a full group of commands, four records of TLS.
const HELD_MAX: usize = 64 * 1024;

/// So much of the answers is kept while our own words are not taken yet: a thousand replies of the longest kind.
const AHEAD_MAX: usize = 1024 * 1024;

/// The longest line that is read before a protocol library takes over (RFC 5321, 4.5.3.1.5 allows 512).
const LINE_MAX: usize = 4096;

/// A connection to a mail host.
pub struct Wire {
    line: Line,
    peer: SocketAddr,
    held: Vec<u8>,
    gone: usize,
    /// Whether something was written that the system has not taken yet: in `held`, or encrypted behind it.
    unsent: bool,
    ahead: Vec<u8>,
    read: usize,
    tail: SentTail,
    only_ascii: bool,
    prompt: bool,
    literals: Option<LiteralGuard>,
}

enum Line {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

/// The last bytes that were handed to the system: whether the final dot of a message can have reached the other side.
#[derive(Debug, Clone, Default)]
pub struct SentTail {
    last: Arc<AtomicU64>,
    count: Arc<AtomicU64>,
}

impl SentTail {
    fn push(&self, sent: &[u8]) {
        self.count.fetch_add(sent.len() as u64, Ordering::Relaxed);
        let old = self.last.load(Ordering::Relaxed);
        let from = sent.len().saturating_sub(8);
        let new = sent.iter().skip(from).fold(old, |tail, byte| (tail << 8) | u64::from(*byte));
        self.last.store(new, Ordering::Relaxed);
    }

    /// How many bytes were handed to the system since the line was opened.
    #[must_use]
    pub fn sent(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// Whether the last thing that left was the end of a message: `<CRLF>.<CRLF>`.
    #[must_use]
    pub fn is_end_of_message(&self) -> bool {
        let [_, _, _, tail @ ..] = self.last.load(Ordering::Relaxed).to_be_bytes();
        tail == *b"\r\n.\r\n"
    }
}

impl Wire {
    pub(super) fn plain(host: &Host, stream: TcpStream) -> Result<Self, WireError> {
        let lost = |source| WireError::Lost { host: host.to_string(), doing: "connecting", source };
        // Without it the body and its final dot wait 40 ms for a delayed ACK.
        stream.set_nodelay(true).map_err(lost)?;
        let peer = stream.peer_addr().map_err(lost)?;
        Ok(Self {
            line: Line::Plain(stream),
            peer,
            held: Vec::new(),
            gone: 0,
            unsent: false,
            ahead: Vec::new(),
            read: 0,
            tail: SentTail::default(),
            only_ascii: false,
            prompt: false,
            literals: None,
        })
    }

    /// Goes over to TLS. Whatever the host said before the handshake and nobody read is a sign of a third party
    /// (RFC 3207, 6): the line is given up.
    ///
    /// # Errors
    /// [`WireError`]: no TLS, or not with this certificate.
    pub async fn start_tls(self, host: &Host) -> Result<Self, WireError> {
        if self.read < self.ahead.len() {
            return Err(WireError::Injected { host: host.to_string() });
        }
        match self.line {
            Line::Plain(socket) => {
                let stream = tls::handshake(host, socket).await?;
                Ok(Self { line: Line::Tls(Box::new(stream)), ..self })
            }
            Line::Tls(_) => Ok(self),
        }
    }

    /// Whether the line is encrypted.
    #[must_use]
    pub const fn is_encrypted(&self) -> bool {
        match self.line {
            Line::Plain(_) => false,
            Line::Tls(_) => true,
        }
    }

    /// The host's address.
    #[must_use]
    pub const fn peer(&self) -> SocketAddr {
        self.peer
    }

    /// A handle on what was sent last; it stays true when a library owns the wire.
    #[must_use]
    pub fn tail(&self) -> SentTail {
        self.tail.clone()
    }

    /// From now on a byte outside ASCII is read as `?`: some servers answer in the letters of their country, and a
    /// library that insists on UTF-8 would take the answer for a broken line.
    pub const fn only_ascii_answers(&mut self) {
        self.only_ascii = true;
    }

    /// From now on what comes in is acknowledged at once: a server without `TCP_NODELAY` that answers one group of commands
    /// in two writes would hold the second until our acknowledgement, 40 ms later.
    pub const fn acknowledge_at_once(&mut self) {
        self.prompt = true;
    }

    /// From now on a literal larger than this ends the connection when it is announced.
    pub fn limit_literals(&mut self, max: u64) {
        self.literals.get_or_insert_with(|| LiteralGuard::new(max)).set_max(max);
    }

    /// One line of the conversation that comes before TLS, without its line end.
    ///
    /// # Errors
    /// The connection ended, or the line is longer than any server's.
    pub async fn read_line(&mut self) -> io::Result<String> {
        let mut line = Vec::new();
        loop {
            let byte = self.read_u8().await?;
            if byte == b'\n' {
                while line.last() == Some(&b'\r') {
                    line.pop();
                }
                return Ok(String::from_utf8_lossy(&line).into_owned());
            }
            line.push(byte);
            if line.len() > LINE_MAX {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "a line without end"));
            }
        }
    }

    /// Writes one line of that conversation.
    ///
    /// # Errors
    /// The connection ended.
    pub async fn write_line(&mut self, line: &str) -> io::Result<()> {
        self.write_all(line.as_bytes()).await?;
        self.write_all(b"\r\n").await
    }

    /// Gives back what was read, to be read again: a library that wants to see the greeting itself.
    pub fn put_back(&mut self, text: &str) {
        let rest = self.ahead.split_off(self.read.min(self.ahead.len()));
        self.ahead = text.as_bytes().to_vec();
        self.ahead.extend_from_slice(&rest);
        self.read = 0;
    }

    /// Hands what is held to the system, as far as it takes it.
    fn poll_send(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while let Some(rest) = self.held.get(self.gone..).filter(|it| !it.is_empty()) {
            let sent = ready!(self.line.poll_write(cx, rest))?;
            if sent == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.tail.push(rest.get(..sent).unwrap_or(rest));
            self.gone += sent;
        }
        self.held.clear();
        self.gone = 0;
        // Until then TLS may keep it: the runtime now and then says «not now» to a line that is free (cooperative
        // scheduling), and nobody but the next poll asks again.
        ready!(self.line.poll_flush(cx))?;
        self.unsent = false;
        Poll::Ready(Ok(()))
    }

    /// Reads what has come in, without waiting, into the part that is kept.
    fn read_ahead(&mut self, cx: &mut Context<'_>) {
        let mut space = [0_u8; 4096];
        while self.ahead.len() - self.read < AHEAD_MAX {
            let mut buffer = ReadBuf::new(&mut space);
            match self.line.poll_read(cx, &mut buffer) {
                Poll::Ready(Ok(())) if !buffer.filled().is_empty() => self.ahead.extend_from_slice(buffer.filled()),
                // The end and errors are met again by the next read.
                Poll::Ready(_) | Poll::Pending => return,
            }
        }
    }

    fn take_ahead(&mut self, buffer: &mut ReadBuf<'_>) -> bool {
        let Some(kept) = self.ahead.get(self.read..).filter(|it| !it.is_empty()) else { return false };
        let count = kept.len().min(buffer.remaining());
        buffer.put_slice(kept.get(..count).unwrap_or_default());
        self.read += count;
        if self.read >= self.ahead.len() {
            self.ahead.clear();
            self.read = 0;
        }
        true
    }
}

impl AsyncRead for Wire {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let wire = self.get_mut();
        let before = buffer.filled().len();
        let result = wire.poll_receive(cx, buffer);
        let fresh = buffer.filled_mut().get_mut(before..).unwrap_or_default();
        if wire.prompt && !fresh.is_empty() {
            wire.line.acknowledge();
        }
        if wire.only_ascii {
            fresh.iter_mut().filter(|it| !it.is_ascii()).for_each(|it| *it = b'?');
        }
        if let Some(guard) = &mut wire.literals
            && let Err(error) = guard.look(fresh)
        {
            return Poll::Ready(Err(error));
        }
        result
    }
}

impl Wire {
    fn poll_receive(&mut self, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let wire = self;
        let sent = if wire.unsent { wire.poll_send(cx) } else { Poll::Ready(Ok(())) };
        if wire.take_ahead(buffer) {
            return Poll::Ready(Ok(()));
        }
        let Poll::Ready(Err(failed)) = sent else { return wire.line.poll_read(cx, buffer) };
        // The line broke under our words: an answer that came before it (421) is still worth reading.
        let before = buffer.filled().len();
        match wire.line.poll_read(cx, buffer) {
            Poll::Ready(Ok(())) if buffer.filled().len() > before => Poll::Ready(Ok(())),
            Poll::Ready(_) | Poll::Pending => Poll::Ready(Err(failed)),
        }
    }
}

impl AsyncWrite for Wire {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let wire = self.get_mut();
        if wire.held.len() >= HELD_MAX
            && let Poll::Ready(sent) = wire.poll_send(cx)
        {
            sent?;
        }
        if wire.held.len() >= HELD_MAX {
            wire.read_ahead(cx);
            return Poll::Pending;
        }
        let count = bytes.len().min(HELD_MAX);
        wire.held.extend_from_slice(bytes.get(..count).unwrap_or(bytes));
        wire.unsent |= count > 0;
        Poll::Ready(Ok(count))
    }

    /// Nothing is sent yet: what is held leaves with the next read, in one write.
    fn poll_flush(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let wire = self.get_mut();
        ready!(wire.poll_send(cx))?;
        wire.line.poll_shutdown(cx)
    }
}

impl Line {
    /// The system forgets it soon: asked for after each read. Where it cannot be had, nothing is lost but time.
    #[cfg(target_os = "linux")]
    fn acknowledge(&self) {
        let _ = match self {
            Self::Plain(stream) => stream.set_quickack(true),
            Self::Tls(stream) => stream.get_ref().0.set_quickack(true),
        };
    }

    #[cfg(not(target_os = "linux"))]
    const fn acknowledge(&self) {}

    fn poll_read(&mut self, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self {
            Self::Plain(stream) => Pin::new(stream).poll_read(cx, buffer),
            Self::Tls(stream) => Pin::new(stream).poll_read(cx, buffer),
        }
    }

    fn poll_write(&mut self, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self {
            Self::Plain(stream) => Pin::new(stream).poll_write(cx, bytes),
            Self::Tls(stream) => Pin::new(stream).poll_write(cx, bytes),
        }
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self {
            Self::Plain(stream) => Pin::new(stream).poll_flush(cx),
            Self::Tls(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self {
            Self::Plain(stream) => Pin::new(stream).poll_shutdown(cx),
            Self::Tls(stream) => Pin::new(stream).poll_shutdown(cx),
        }
    }
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wire").field("peer", &self.peer).field("encrypted", &self.is_encrypted()).finish()
    }
}
