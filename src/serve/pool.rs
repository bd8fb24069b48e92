//! The threads that check: a queue before them, and a desk for each.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::{io, thread};

use tokio::sync::oneshot;

use super::ask::Ask;
use super::limits::Held;
use super::problem::Problem;

/// What a check may put on its stack: as much as a program's first thread.
const STACK: usize = 8 * 1024 * 1024;

/// Where one draft after another is checked.
pub(super) trait Check {
    /// Checks a draft as if it were the first.
    ///
    /// # Errors
    /// It is no article, or its name will not do.
    fn check(&mut self, ask: &Ask, body: Vec<u8>) -> Result<Checked, Problem>;
}

/// What came of a check.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Checked {
    /// The report, in JSON.
    pub(super) json: Vec<u8>,
    /// How many drafts it speaks of.
    pub(super) articles: usize,
    /// How many findings it has.
    pub(super) findings: usize,
}

type Answer = Result<Checked, Problem>;

/// A draft that waits.
struct Job {
    ask: Ask,
    body: Held,
    answer: oneshot::Sender<Answer>,
}

/// Threads that check.
pub(super) struct Pool {
    queue: Sender<Job>,
    ready: Arc<AtomicBool>,
}

impl Pool {
    /// Starts so many threads. Each makes a desk of its own, and another one if something falls over.
    ///
    /// # Errors
    /// The system has no thread left.
    pub(super) fn start<D: Check>(
        threads: usize,
        desk: impl Fn() -> D + Send + Sync + 'static,
    ) -> io::Result<Pool> {
        let (queue, waiting) = mpsc::channel();
        let (waiting, desk) = (Arc::new(Mutex::new(waiting)), Arc::new(desk));
        let ready = Arc::new(AtomicBool::new(false));
        for number in 1..=threads.max(1) {
            let (waiting, desk, ready) = (Arc::clone(&waiting), Arc::clone(&desk), Arc::clone(&ready));
            let thread = thread::Builder::new().name(format!("check-{number}")).stack_size(STACK);
            thread.spawn(move || work(&waiting, &*desk, &ready))?;
        }
        Ok(Pool { queue, ready })
    }

    /// Is there a desk where a check can begin at once?
    pub(super) fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Acquire)
    }

    /// Checks a draft as soon as a thread is free. If nobody waits for the answer any more by then, it is let go.
    ///
    /// # Errors
    /// Those of the check.
    pub(super) async fn check(&self, ask: Ask, body: Held) -> Answer {
        let (answer, answered) = oneshot::channel();
        // Neither fails while there are threads, and they end with the pool.
        let sent = self.queue.send(Job { ask, body, answer });
        sent.map_err(|_| Problem::internal())?;
        answered.await.unwrap_or_else(|_| Err(Problem::internal()))
    }
}

/// What one thread does until the pool is gone.
fn work<D: Check>(waiting: &Mutex<Receiver<Job>>, desk: &impl Fn() -> D, ready: &AtomicBool) {
    let mut own = catch_unwind(AssertUnwindSafe(desk)).ok();
    ready.fetch_or(own.is_some(), Ordering::AcqRel);
    while let Some(Job { ask, mut body, answer }) = next(waiting) {
        if answer.is_closed() {
            continue;
        }
        let mut used = own.take();
        let bytes = std::mem::take(&mut body.bytes);
        let checked = catch_unwind(AssertUnwindSafe(|| used.get_or_insert_with(desk).check(&ask, bytes)));
        // What fell over may be in any state: nobody works there again.
        own = used.filter(|_| checked.is_ok());
        ready.fetch_or(own.is_some(), Ordering::AcqRel);
        let _ = answer.send(checked.unwrap_or_else(|_| Err(Problem::internal())));
    }
}

fn next(waiting: &Mutex<Receiver<Job>>) -> Option<Job> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests;
