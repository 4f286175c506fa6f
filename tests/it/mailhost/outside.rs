//! A mail host somewhere else: takes mail, or not, by the recipient's name. It knows no DSN.

use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

pub struct OutsideHost {
    port: u16,
    stop: Arc<AtomicBool>,
}

impl OutsideHost {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let stop = Arc::new(AtomicBool::new(false));
        let seen: Arc<Mutex<HashSet<String>>> = Arc::default();
        let stopped = stop.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                let (Ok(stream), seen) = (stream, seen.clone()) else { continue };
                thread::spawn(move || {
                    let _ = converse(&stream, &seen);
                });
            }
        });
        Self { port, stop }
    }

    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for OutsideHost {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // Wakes the listener, so that its thread sees the flag.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

fn converse(stream: &TcpStream, seen: &Mutex<HashSet<String>>) -> std::io::Result<()> {
    let mut out = stream;
    let mut lines = BufReader::new(stream).split(b'\n');
    let mut refuse_at_end = false;
    out.write_all(b"220 mx.fora.test ESMTP\r\n")?;
    while let Some(line) = lines.next() {
        let line = String::from_utf8_lossy(&line?).trim_end().to_owned();
        let verb = line.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let reply = match verb.as_str() {
            "EHLO" | "HELO" => "250-mx.fora.test\r\n250 8BITMIME",
            "RCPT" => {
                let to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                refuse_at_end |= to.starts_with("fim-recusado");
                if to.starts_with("nunca") || (to.starts_with("lista-cinza") && seen.lock().unwrap().insert(to)) {
                    "450 4.2.0 lista cinza, tente mais tarde"
                } else {
                    "250 2.1.5 ok"
                }
            }
            "DATA" => {
                out.write_all(b"354 go on\r\n")?;
                for line in lines.by_ref() {
                    if line?.trim_ascii_end() == b"." {
                        break;
                    }
                }
                if refuse_at_end { "554 5.7.1 conteudo recusado" } else { "250 2.0.0 taken" }
            }
            "QUIT" => {
                out.write_all(b"221 2.0.0 bye\r\n")?;
                return Ok(());
            }
            "MAIL" | "RSET" => {
                refuse_at_end = false;
                "250 2.0.0 ok"
            }
            _ => "250 2.0.0 ok",
        };
        out.write_all(format!("{reply}\r\n").as_bytes())?;
    }
    Ok(())
}
