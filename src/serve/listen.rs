//! Connections: how many there may be, and how they end.

use std::convert::Infallible;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{StatusCode, header};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::time::{sleep, timeout};

use super::limits::{MAX_HEAD, MAX_HEADERS};
use super::problem::{Problem, RETRY_AFTER};
use super::server::Server;
use super::stream::{Patient, close};

/// Connections beyond those that are served get an answer that says so, so many at a time; further ones are closed.
const TURNED_AWAY: usize = 64;
/// How long to wait if the system has no room for another connection.
const NO_ROOM: Duration = Duration::from_millis(50);
/// How much longer than a request may take the end may wait for those that run.
const GRACE: Duration = Duration::from_secs(5);

/// Serves so many connections at a time, until `stop` is ready; then it finishes what runs, and no longer than `hurry`.
pub(super) async fn serve(
    server: Arc<Server>,
    listener: TcpListener,
    connections: u32,
    stop: impl Future<Output = ()>,
    hurry: impl Future<Output = ()>,
) {
    let (served, turned_away) =
        (Arc::new(Semaphore::new(connections as usize)), Arc::new(Semaphore::new(TURNED_AWAY)));
    let (stopping, told) = watch::channel(false);
    tokio::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(_) => {
                    sleep(NO_ROOM).await;
                    continue;
                }
            },
        };
        // An answer is written in one piece: there is nothing to wait for.
        let _ = stream.set_nodelay(true);
        if let Ok(place) = Arc::clone(&served).try_acquire_owned() {
            let (server, told) = (Arc::clone(&server), told.clone());
            tokio::spawn(async move {
                connection(server, stream, peer, told).await;
                drop(place);
            });
        } else if let Ok(place) = Arc::clone(&turned_away).try_acquire_owned() {
            let problem = Problem::busy("too many connections");
            server.refused(peer, &problem);
            tokio::spawn(async move {
                close(stream, Some(&by_hand(&problem))).await;
                drop(place);
            });
        }
    }
    drop(listener);
    let _ = stopping.send(true);
    let patience = server.limits.timeout() * 2 + GRACE;
    tokio::select! {
        _ = timeout(patience, served.acquire_many(connections)) => {}
        () = hurry => {}
    }
}

/// Serves one connection until either side ends it.
async fn connection(
    server: Arc<Server>,
    stream: TcpStream,
    peer: SocketAddr,
    mut stop: watch::Receiver<bool>,
) {
    let asked = Arc::new(AtomicBool::new(false));
    let stream = TokioIo::new(Patient::new(stream, server.limits.timeout()));
    let service = {
        let (server, asked) = (Arc::clone(&server), Arc::clone(&asked));
        service_fn(move |request| {
            let server = Arc::clone(&server);
            asked.store(true, Ordering::Relaxed);
            Box::pin(async move { Ok::<_, Infallible>(server.answer(peer, request).await) })
        })
    };
    let mut http = http1::Builder::new();
    // Who has said all may close its half and wait for the answer.
    http.half_close(true);
    http.timer(TokioTimer::new()).header_read_timeout(server.limits.timeout());
    http.max_headers(MAX_HEADERS).max_header_size(MAX_HEAD);
    let mut connection = http.serve_connection(stream, service);
    let asked = || asked.load(Ordering::Relaxed);
    let ended = tokio::select! {
        outcome = poll_fn(|context| connection.poll_without_shutdown(context)) => Some(outcome),
        () = told(&mut stop) => None,
    };
    let outcome = match ended {
        Some(outcome) => outcome,
        // Where nothing was asked, nothing is lost.
        None if !asked() => return,
        None => {
            Pin::new(&mut connection).graceful_shutdown();
            poll_fn(|context| connection.poll_without_shutdown(context)).await
        }
    };
    let late = outcome.is_err_and(|error| error.is_timeout()) && !asked();
    let stream = connection.into_parts().io.into_inner().into_stream();
    let last = late.then(|| {
        let detail = format!("no request arrived within {} seconds", server.limits.timeout().as_secs());
        let problem = Problem::new(StatusCode::REQUEST_TIMEOUT, detail);
        server.refused(peer, &problem);
        by_hand(&problem)
    });
    close(stream, last.as_deref()).await;
}

/// Waits until the server is to end.
async fn told(stop: &mut watch::Receiver<bool>) {
    // If nobody can tell it any more, it has ended.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// A problem as the answer to a request that was not read.
fn by_hand(problem: &Problem) -> Vec<u8> {
    let (status, body) = (problem.status, problem.json());
    let retry = match status {
        StatusCode::SERVICE_UNAVAILABLE => {
            format!("{}: {}\r\n", header::RETRY_AFTER, RETRY_AFTER)
        }
        _ => String::new(),
    };
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/problem+json\r\ncontent-length: {length}\r\n{retry}connection: close\r\n\r\n{body}"
    )
    .into_bytes()
}
