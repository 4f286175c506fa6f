//! The small server of `/metrics` and `/healthz`: loopback only, two answers, nothing that changes anything.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, oneshot};

use super::{Board, text};

/// Connections at a time: a scraper and an administrator need one each.
const CONNECTIONS_MAX: usize = 16;

/// A connection lives no longer: a scrape takes milliseconds.
const CONNECTION_MAX: Duration = Duration::from_secs(30);

/// The text form that `prometheus-client` writes.
const OPEN_METRICS: HeaderValue =
    HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");

const PLAIN: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

/// The stack of the server's thread.
const STACK: usize = 256 * 1024;

/// A server that answers as long as this is kept.
#[derive(Debug)]
pub struct Figures {
    /// Where it listens.
    pub address: SocketAddr,
    _until: oneshot::Sender<Infallible>,
}

/// Listens and answers on a thread of its own: a daemon that is busy is asked all the more. `now` gives seconds since 1970.
///
/// # Errors
/// The port cannot be had.
pub fn serve(
    listen: SocketAddr,
    board: Board,
    now: impl Fn() -> i64 + Clone + Send + Sync + 'static,
) -> std::io::Result<Figures> {
    let listener = std::net::TcpListener::bind(listen)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (until, ended) = oneshot::channel();
    let answering = async move {
        let Ok(listener) = TcpListener::from_std(listener) else { return };
        tokio::select! {
            () = answer_all(listener, board, now) => {}
            _ = ended => {}
        }
    };
    let thread = std::thread::Builder::new().name("figures".to_owned()).stack_size(STACK);
    thread.spawn(move || runtime.block_on(answering))?;
    Ok(Figures { address, _until: until })
}

async fn answer_all(listener: TcpListener, board: Board, now: impl Fn() -> i64 + Clone + Send + Sync + 'static) {
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            // Out of file descriptors, most likely: a moment later there may be one.
            tokio::time::sleep(Duration::from_millis(200)).await;
            continue;
        };
        let (board, now) = (board.clone(), now.clone());
        tokio::spawn(async move {
            let _ = tokio::time::timeout(CONNECTION_MAX, converse(stream, board, now)).await;
            drop(place);
        });
    }
}

async fn converse(stream: TcpStream, board: Board, now: impl Fn() -> i64) {
    let service = service_fn(|request: Request<Incoming>| {
        let answer = answer(request.method(), request.uri().path(), &board, now());
        async move { Ok::<_, Infallible>(answer) }
    });
    if let Err(error) = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await {
        tracing::debug!(reason = %error, "a request for figures was broken off");
    }
}

fn answer(method: &Method, path: &str, board: &Board, now: i64) -> Response<String> {
    let said = |status: StatusCode, kind: HeaderValue, body: String| {
        let mut response = Response::new(body);
        *response.status_mut() = status;
        response.headers_mut().insert(CONTENT_TYPE, kind);
        response
    };
    if method != Method::GET && method != Method::HEAD {
        return said(StatusCode::METHOD_NOT_ALLOWED, PLAIN, "only GET\n".to_owned());
    }
    match path {
        "/metrics" => match text::render(&board.look(), now) {
            Ok(text) => said(StatusCode::OK, OPEN_METRICS, text),
            Err(_) => said(StatusCode::INTERNAL_SERVER_ERROR, PLAIN, "the figures cannot be written\n".to_owned()),
        },
        "/healthz" => {
            let complaints = board.look().complaints(now);
            if complaints.is_empty() {
                said(StatusCode::OK, PLAIN, "ok\n".to_owned())
            } else {
                said(StatusCode::SERVICE_UNAVAILABLE, PLAIN, format!("{}\n", complaints.join("\n")))
            }
        }
        _ => said(StatusCode::NOT_FOUND, PLAIN, "here are /metrics and /healthz\n".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::{Board, serve};
    use crate::metrics::Health;

    async fn ask(address: std::net::SocketAddr, request: &str) -> String {
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        stream
            .write_all(format!("{request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes())
            .await
            .unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).await.unwrap();
        text
    }

    #[tokio::test]
    async fn health_turns_bad_when_a_mailbox_is_deaf_for_more_than_six_minutes() {
        let check = async |now: i64, request: &str, expected: &[&str]| {
            let board = Board::default();
            board.put(Health {
                mailboxes: [("assessoria".to_owned(), Some(1000))].into(),
                last_pass_at: Some(1000),
                ..Health::default()
            });
            let figures = serve("127.0.0.1:0".parse().unwrap(), board, move || now).unwrap();
            let text = ask(figures.address, request).await;
            for word in expected {
                assert!(text.contains(word), "{request} at {now}: no `{word}` in {text}");
            }
        };
        check(1360, "GET /healthz", &["HTTP/1.1 200", "\r\n\r\nok\n"]).await;
        check(1361, "GET /healthz", &["HTTP/1.1 503", "mailbox assessoria has not been read for 361 s"]).await;
        check(1100, "GET /metrics", &["HTTP/1.1 200", "openmetrics-text", "age_seconds{mailbox=\"assessoria\"} 100"])
            .await;
        check(1100, "GET /", &["HTTP/1.1 404"]).await;
        check(1100, "POST /metrics", &["HTTP/1.1 405"]).await;
        check(1100, "NONSENSE", &["HTTP/1.1 400"]).await;
    }
}
