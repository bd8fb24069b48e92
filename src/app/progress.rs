//! How far a long run is, on standard error.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::session::Progress;

/// Runs shorter than this show nothing.
const PATIENCE: Duration = Duration::from_millis(500);
/// Time between two looks.
const INTERVAL: Duration = Duration::from_millis(100);

/// Shows how far a run is once it has lasted a while, if standard error is a terminal.
pub(super) struct Ticker {
    progress: Arc<Progress>,
    thread: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Ticker {
    /// Starts the clock.
    pub(super) fn start() -> Ticker {
        let progress = Arc::new(Progress::default());
        let thread = io::stderr().is_terminal().then(|| {
            let (stop, stopped) = mpsc::channel::<()>();
            let progress = Arc::clone(&progress);
            let handle = std::thread::spawn(move || {
                let waits = |time| stopped.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
                if waits(PATIENCE) {
                    draw_while(&progress, || waits(INTERVAL));
                }
            });
            (stop, handle)
        });
        Ticker { progress, thread }
    }

    /// What the run counts in.
    pub(super) fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// Takes everything off the screen again.
    pub(super) fn stop(self) {
        if let Some((stop, handle)) = self.thread {
            drop(stop);
            // The thread only draws: if it fell over, the run has lost nothing.
            let _ = handle.join();
        }
    }
}

/// Draws a bar as long as `more` waits and says so.
fn draw_while(progress: &Progress, more: impl Fn() -> bool) {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} articles") {
        bar.set_style(style);
    }
    loop {
        bar.set_length(progress.total.load(Ordering::Relaxed) as u64);
        bar.set_position(progress.done.load(Ordering::Relaxed) as u64);
        if !more() {
            break;
        }
    }
    bar.finish_and_clear();
}
