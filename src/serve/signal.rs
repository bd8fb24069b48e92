//! What the system asks for: an end, from the terminal or with SIGTERM; with SIGHUP, that all be read again.

use std::future::Future;
use std::io;

/// Something that is ready when the system asks for an end, and something that is ready when it asks again.
///
/// # Errors
/// Signals cannot be listened for.
pub(super) fn ends() -> io::Result<(impl Future<Output = ()>, impl Future<Output = ()>)> {
    let (mut first, mut second) = (Signals::new()?, Signals::new()?);
    let again = async move {
        second.next().await;
        second.next().await;
    };
    Ok((async move { first.next().await }, again))
}

/// What asks for an end.
#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Signals> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Signals {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// What asks for an end.
#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> io::Result<Signals> {
        Ok(Signals)
    }

    async fn next(&mut self) {
        // Where the terminal cannot be listened to, nobody asks.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// What asks for all to be read again.
pub(super) struct Reloads(#[cfg(unix)] tokio::signal::unix::Signal);

impl Reloads {
    /// # Errors
    /// Signals cannot be listened for.
    #[cfg(unix)]
    pub(super) fn new() -> io::Result<Reloads> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Reloads(signal(SignalKind::hangup())?))
    }

    /// # Errors
    /// None.
    #[cfg(not(unix))]
    pub(super) fn new() -> io::Result<Reloads> {
        Ok(Reloads())
    }

    /// Waits for the next time.
    #[cfg(unix)]
    pub(super) async fn next(&mut self) {
        self.0.recv().await;
    }

    /// Nobody asks on this system.
    #[cfg(not(unix))]
    pub(super) async fn next(&mut self) {
        std::future::pending::<()>().await;
    }
}
