//! Progress of a check that lasts, for the client to show.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use serde_json::json;

use super::client::Client;
use crate::session::Progress;

/// Shorter work shows nothing.
const PATIENCE: Duration = Duration::from_millis(300);
/// Time between two reports.
const INTERVAL: Duration = Duration::from_millis(250);

/// Does some work; if it lasts, the client is told how far it is.
pub(super) fn while_working<T>(client: &mut Client, progress: &Arc<Progress>, work: impl FnOnce() -> T) -> T {
    std::thread::scope(|scope| {
        let (done, waiting) = mpsc::channel::<()>();
        let waits = move |time| waiting.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
        scope.spawn(move || {
            if waits(PATIENCE) {
                tell(client, progress, || waits(INTERVAL));
            }
        });
        let made = work();
        drop(done);
        made
    })
}

/// Tells how far it is as long as `more` waits and says so.
fn tell(client: &mut Client, progress: &Progress, more: impl Fn() -> bool) {
    let token = client.token();
    client.ask("window/workDoneProgress/create", json!({ "token": token }));
    let say =
        |value: serde_json::Value| client.notify("$/progress", json!({ "token": token, "value": value }));
    say(json!({ "kind": "begin", "title": "gainsay reads articles", "percentage": 0 }));
    while more() {
        let done = progress.done.load(Ordering::Relaxed);
        let total = progress.total.load(Ordering::Relaxed).max(1);
        let percentage = (100 * done / total).min(100);
        say(json!({ "kind": "report", "message": format!("{done} of {total}"), "percentage": percentage }));
    }
    say(json!({ "kind": "end" }));
}
