//! The peers: Postfix's load generator and its sink, and a line with distance.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::sync::mpsc;

/// A running `smtp-sink`; it ends with the value.
pub struct Sink {
    child: Child,
    /// Its port on 127.0.0.1.
    pub port: u16,
}

impl Sink {
    /// Starts one. `more` are further switches of its own.
    pub fn start(more: &[&str]) -> Self {
        let port = free_port();
        let child = Command::new("/usr/sbin/smtp-sink")
            .args(more)
            .args(["-u", "nobody", &format!("127.0.0.1:{port}"), "1000"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("smtp-sink comes with Debian's package postfix");
        let sink = Self { child, port };
        let until = Instant::now() + Duration::from_secs(5);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < until, "smtp-sink does not listen");
            std::thread::sleep(Duration::from_millis(10));
        }
        sink
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What `smtp-source` shall do.
pub struct Source {
    pub port: u16,
    pub connections: u32,
    pub messages: u32,
    pub recipients: u32,
    pub to: &'static str,
}

impl Source {
    /// How long it takes, in seconds.
    pub fn seconds(&self) -> f64 {
        let started = Instant::now();
        let status = Command::new("/usr/sbin/smtp-source")
            .args(["-d", "-l", "4096", "-f", "presidente@ipreville.test", "-t", self.to])
            .args(["-s", &self.connections.to_string(), "-m", &self.messages.to_string()])
            .args(["-r", &self.recipients.to_string(), &format!("127.0.0.1:{}", self.port)])
            .stdin(Stdio::null())
            .status()
            .unwrap();
        assert!(status.success());
        started.elapsed().as_secs_f64()
    }
}

/// nodemailer's pool, the usual sender of npm: as many mails of 4 KB, one recipient each, over as many connections.
pub struct NodeMailer {
    pub port: u16,
    pub connections: u32,
    pub messages: u32,
}

impl NodeMailer {
    /// Its seconds and processor seconds; none where `node` does not find it (`NODE_PATH`).
    pub fn costs(&self) -> Option<(f64, f64)> {
        let script = format!(
            "const t = require('nodemailer').createTransport({{ pool: true, host: '127.0.0.1', port: {}, \
             maxConnections: {}, maxMessages: Infinity, ignoreTLS: true }});\n\
             const text = 'Prezado(a) segurado(a), o recadastramento ocorre de janeiro a marco.\\n'.repeat(56);\n\
             const start = process.hrtime.bigint(), cpu = process.cpuUsage();\n\
             const one = n => t.sendMail({{ from: 'presidente@ipreville.test', to: 's' + n + '@segurados.test', \
             subject: 'Recadastramento', text }});\n\
             Promise.all(Array.from({{ length: {} }}, (_, n) => one(n))).then(() => {{\n\
             const used = process.cpuUsage(cpu);\n\
             console.log(Number(process.hrtime.bigint() - start) / 1e9, (used.user + used.system) / 1e6);\n\
             t.close(); }});",
            self.port, self.connections, self.messages
        );
        let done =
            Command::new("node").args(["-e", &script]).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        let text = String::from_utf8(done.stdout).ok()?;
        let mut numbers = text.split_whitespace().map_while(|it| it.parse().ok());
        numbers.next().zip(numbers.next())
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Passes connections on to a port of this machine, each byte `one_way` later. Lives as long as the process.
pub fn far_away(to: u16, one_way: Duration) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    listener.set_nonblocking(true).unwrap();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(async move {
                    let far = tokio::net::TcpStream::connect(("127.0.0.1", to)).await.unwrap();
                    near.set_nodelay(true).unwrap();
                    far.set_nodelay(true).unwrap();
                    let (near_in, near_out) = near.into_split();
                    let (far_in, far_out) = far.into_split();
                    tokio::join!(carry(near_in, far_out, one_way), carry(far_in, near_out, one_way));
                });
            }
        });
    });
    port
}

async fn carry(mut from: tokio::net::tcp::OwnedReadHalf, mut to: tokio::net::tcp::OwnedWriteHalf, one_way: Duration) {
    let (put, mut take) = mpsc::unbounded_channel::<(tokio::time::Instant, Vec<u8>)>();
    let read = async move {
        let mut space = vec![0; 64 * 1024];
        while let Ok(count) = from.read(&mut space).await {
            if count == 0 || put.send((tokio::time::Instant::now() + one_way, space[..count].to_vec())).is_err() {
                break;
            }
        }
    };
    let write = async move {
        while let Some((at, bytes)) = take.recv().await {
            tokio::time::sleep_until(at).await;
            if to.write_all(&bytes).await.is_err() {
                break;
            }
        }
        let _ = to.shutdown().await;
    };
    tokio::join!(read, write);
}
