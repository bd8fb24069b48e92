//! Checking over HTTP, for a newsroom's system.
//!
//! One thread speaks HTTP ([`listen`], [`stream`], [`limits`]) and never waits for a check. Checks run on threads of
//! their own ([`pool`]), each with a session that has the archive ([`desk`]). What a client sends can make its own
//! request fail, and nothing else.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

mod access;
mod ask;
mod desk;
mod limits;
mod listen;
mod metrics;
mod pool;
mod problem;
mod route;
mod server;
mod signal;
mod stream;

pub(crate) use access::{Access, Token};
pub(crate) use desk::Newsroom;
pub(crate) use server::{Answered, Log};

use desk::Desk;
use limits::Limits;
use metrics::Metrics;
use pool::Pool;
use server::Server;

use crate::session::Project;

/// How to serve.
pub(crate) struct Settings {
    /// Where; port 0 means any that is free.
    pub(crate) listen: SocketAddr,
    /// Who may ask.
    pub(crate) access: Access,
    /// The most bytes of a body.
    pub(crate) max_body: usize,
    /// How long a client may take to send something, and a check until it is done.
    pub(crate) timeout: Duration,
    /// How many connections there may be at a time.
    pub(crate) max_connections: u32,
    /// How many drafts are checked at a time.
    pub(crate) workers: usize,
}

/// Serves until the system asks for an end, and then finishes what runs. `listening` is told the address; `reload` reads
/// the project again where the system asks for that, and says none if the old one is to count on.
///
/// # Errors
/// The address cannot be listened on; the system has no threads.
pub(crate) fn run(
    settings: Settings,
    newsroom: Newsroom,
    log: Log,
    listening: impl FnOnce(SocketAddr) -> io::Result<()>,
    reload: impl Fn() -> Option<Project>,
) -> io::Result<()> {
    let Settings { listen, access, max_body, timeout, max_connections, workers } = settings;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let ((stop, hurry), mut again) = (signal::ends()?, signal::Reloads::new()?);
        let cannot =
            |error: io::Error| io::Error::new(error.kind(), format!("cannot listen on {listen}: {error}"));
        let listener = TcpListener::bind(listen).await.map_err(cannot)?;
        let newsroom = Arc::new(newsroom);
        let desks = Arc::clone(&newsroom);
        let pool = Pool::start(workers, move || Desk::new(&desks))?;
        let (metrics, limits) = (Metrics::default(), Limits::new(max_body, timeout));
        let server = Server { access, limits, metrics, pool, newsroom: Arc::clone(&newsroom), log };
        listening(listener.local_addr()?)?;
        let reloading = async {
            loop {
                again.next().await;
                reload().into_iter().for_each(|project| newsroom.renew(project));
            }
        };
        tokio::select! {
            () = listen::serve(Arc::new(server), listener, max_connections, stop, hurry) => Ok(()),
            () = reloading => Ok(()),
        }
    })
}
