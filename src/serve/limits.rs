//! How much a client may send, and how long it may take.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::BodyExt;
use hyper::StatusCode;
use hyper::body::{Body, Incoming};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::problem::Problem;

/// The most bytes of the line and the headers that a request begins with.
pub(super) const MAX_HEAD: usize = 16 * 1024;
/// The most headers of a request.
pub(super) const MAX_HEADERS: usize = 64;
/// So many bytes of bodies are held at a time, or so many of the longest bodies.
const HELD: usize = 64 * 1024 * 1024;
const HELD_BODIES: usize = 8;

/// What limits the clients.
#[derive(Debug, Clone)]
pub(super) struct Limits {
    max_body: usize,
    timeout: Duration,
    /// One permit for each byte of a body that there is still room for.
    room: Arc<Semaphore>,
}

/// A body, and the room that it takes.
#[derive(Debug)]
pub(super) struct Held {
    /// The body.
    pub(super) bytes: Vec<u8>,
    _room: Option<OwnedSemaphorePermit>,
}

#[cfg(test)]
impl Held {
    /// A body that takes no room.
    pub(super) fn of(text: &str) -> Held {
        Held { bytes: text.as_bytes().to_vec(), _room: None }
    }
}

impl Limits {
    /// Bodies of so many bytes, and so much time for each.
    pub(super) fn new(max_body: usize, timeout: Duration) -> Limits {
        let room = HELD.max(max_body.saturating_mul(HELD_BODIES)).min(Semaphore::MAX_PERMITS);
        Limits { max_body, timeout, room: Arc::new(Semaphore::new(room)) }
    }

    /// How long a client may take to send a body, and a check until it is done.
    pub(super) fn timeout(&self) -> Duration {
        self.timeout
    }

    /// Reads a body.
    ///
    /// # Errors
    /// It is too long, comes too slowly, is not what HTTP prescribes, or there is no room for it now.
    pub(super) async fn read(&self, body: Incoming) -> Result<Held, Problem> {
        if body.size_hint().lower() > self.max_body as u64 {
            return Err(self.too_long());
        }
        let slow = |_| {
            let detail = format!("the body did not arrive within {} seconds", self.timeout.as_secs());
            Problem::new(StatusCode::REQUEST_TIMEOUT, detail)
        };
        timeout(self.timeout, self.collect(body)).await.map_err(slow)?
    }

    async fn collect(&self, mut body: Incoming) -> Result<Held, Problem> {
        let mut held = Held { bytes: Vec::new(), _room: None };
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|error| Problem::bad(format!("the body is broken: {error}")))?;
            // What is no data are trailers, and of no interest.
            let Ok(data) = frame.into_data() else { continue };
            if held.bytes.len() + data.len() > self.max_body {
                return Err(self.too_long());
            }
            let room =
                u32::try_from(data.len()).ok().map(|bytes| self.room.clone().try_acquire_many_owned(bytes));
            let Some(Ok(room)) = room else {
                return Err(Problem::busy("too many articles are being sent at a time"));
            };
            match &mut held._room {
                Some(all) => all.merge(room),
                none => *none = Some(room),
            }
            held.bytes.extend_from_slice(&data);
        }
        Ok(held)
    }

    fn too_long(&self) -> Problem {
        let detail = format!("the body is longer than {} bytes", self.max_body);
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
    }
}
