//! A language server: findings in the editor, while a draft is being written.
//!
//! Two threads beside the work: one reads what the client sends, one writes what is sent to it. Between them, one
//! conversation on one [`Session`](crate::session::Session), in which drafts that are not saved stand in the place of
//! their files. Protocol: <https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/>

use std::io::{self, BufRead, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use jiff::civil::Date;
use lsp_server::{Message, RequestId};

use crate::diagnostic::Diagnostic;
use crate::session::Session;

mod action;
mod capabilities;
mod client;
mod desk;
mod diagnostics;
mod frame;
mod hover;
mod progress;
mod server;
mod text;
mod uri;

use client::{Client, Pending};
use frame::{Frame, Sent};
use server::Server;

/// So many messages wait to be understood, or to be sent; then the sender waits.
const WAITING: usize = 256;

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The client said that it would go, and went.
    Orderly,
    /// It was gone all at once.
    Abruptly,
}

/// Says in words why a rule found what it did.
pub type Explain = fn(&Session, &Diagnostic) -> String;

/// Talks to a client until it goes. `today` is the day on which exceptions may have ended.
///
/// # Errors
/// Those of writing.
pub fn serve(
    input: impl BufRead + Send + 'static,
    output: impl Write + Send + 'static,
    today: Option<Date>,
    explain: Explain,
) -> io::Result<Ended> {
    let (frames, heard) = sync_channel(WAITING);
    let (out, said) = sync_channel(WAITING);
    let pending = Pending::default();
    let hears = pending.clone();
    // It waits for input that may never come: nobody waits for it.
    std::thread::spawn(move || listen(input, &frames, &hears));
    let speaks = std::thread::spawn(move || speak(&said, output));
    let ended = Server::new(Client::new(out, pending), today, explain).run(&heard);
    match speaks.join() {
        Ok(spoken) => spoken.map(|()| ended),
        Err(_) => Err(io::Error::other("the thread that writes ended by itself")),
    }
}

/// Reads what the client sends, until it sends nothing more or nobody listens. That an answer is not wanted any more is
/// noted at once: it would come too late behind the question.
fn listen(mut input: impl BufRead, frames: &SyncSender<Frame>, pending: &Pending) {
    while let Ok(Some(frame)) = frame::read(&mut input) {
        match &frame {
            Frame::Message(Message::Request(request)) => pending.add(request.id.clone()),
            Frame::Message(Message::Notification(told)) if told.method == "$/cancelRequest" => {
                let id = told.params.get("id").cloned().unwrap_or_default();
                if let Ok(id) = serde_json::from_value::<RequestId>(id) {
                    pending.cancel(id);
                }
                continue;
            }
            _ => {}
        }
        if frames.send(frame).is_err() {
            break;
        }
    }
}

/// Writes what is sent, until everybody is gone who sends. A client that does not read any more is gone too; what others
/// still want to tell it is taken and dropped, so that nobody waits.
fn speak(said: &Receiver<Sent>, mut output: impl Write) -> io::Result<()> {
    let mut written = Ok(());
    for sent in said {
        if written.is_ok() {
            written = frame::write(&sent, &mut output);
        }
    }
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
