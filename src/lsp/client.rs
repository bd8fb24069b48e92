//! The other side: what it can do, and what is sent to it.

use std::collections::BTreeMap;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, PoisonError};

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::{ClientCapabilities, MarkupKind, MessageType};
use serde::Serialize;
use serde_json::{Value, json};

use super::frame::Sent;
use super::text::Unit;

/// What a client can do, as far as it makes a difference.
#[derive(Debug, Clone, Copy)]
pub(super) struct Can {
    /// In what it counts columns.
    pub(super) unit: Unit,
    /// Does it show other places that a diagnostic points to?
    pub(super) related: bool,
    /// Does it show text with marks in a hover?
    pub(super) markdown: bool,
    /// Does it take code actions, and not commands only?
    pub(super) actions: bool,
    /// Does it open a document when asked to?
    pub(super) open: bool,
    /// Does it create files in an edit?
    pub(super) create: bool,
    /// Does it show progress that the server begins?
    pub(super) progress: bool,
    /// Does it watch files when asked to?
    pub(super) watch: bool,
    /// Does it tell its settings when asked to?
    pub(super) settings: bool,
    /// Does it show what a command answers? No client does so by itself.
    pub(super) answers: bool,
}

impl Can {
    /// What it says of itself.
    pub(super) fn of(said: &ClientCapabilities) -> Can {
        let (general, window) = (said.general.as_ref(), said.window.as_ref());
        let (document, workspace) = (said.text_document.as_ref(), said.workspace.as_ref());
        let experimental = said.experimental.as_ref();
        let hover = document.and_then(|d| d.hover.as_ref()).and_then(|h| h.content_format.as_ref());
        let edit = workspace.and_then(|w| w.workspace_edit.as_ref());
        let watch = workspace.and_then(|w| w.did_change_watched_files.as_ref());
        let diagnostics = document.and_then(|d| d.publish_diagnostics.as_ref());
        let action = document.and_then(|d| d.code_action.as_ref());
        Can {
            unit: Unit::of(general.and_then(|g| g.position_encodings.as_deref())),
            related: diagnostics.and_then(|d| d.related_information) == Some(true),
            markdown: hover.is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
            actions: action.is_some_and(|a| a.code_action_literal_support.is_some()),
            open: window.and_then(|w| w.show_document.as_ref()).is_some_and(|s| s.support),
            create: edit
                .and_then(|e| e.resource_operations.as_ref())
                .is_some_and(|can| can.contains(&lsp_types::ResourceOperationKind::Create)),
            progress: window.and_then(|w| w.work_done_progress) == Some(true),
            watch: watch.and_then(|w| w.dynamic_registration) == Some(true),
            settings: workspace.and_then(|w| w.configuration) == Some(true),
            answers: experimental.and_then(|own| own.get("gainsay")?.get("answers")?.as_bool()) == Some(true),
        }
    }
}

/// Requests of the client that were not answered so far, and whether it still wants the answer.
#[derive(Debug, Clone, Default)]
pub(super) struct Pending {
    wanted: Arc<Mutex<BTreeMap<RequestId, bool>>>,
}

impl Pending {
    /// Notes a request.
    pub(super) fn add(&self, id: RequestId) {
        self.lock().insert(id, true);
    }

    /// The client does not want the answer any more.
    pub(super) fn cancel(&self, id: RequestId) {
        self.lock().entry(id).and_modify(|wanted| *wanted = false);
    }

    /// Does the client still want the answer?
    pub(super) fn wants(&self, id: &RequestId) -> bool {
        self.lock().get(id).copied().unwrap_or(true)
    }

    fn done(&self, id: &RequestId) {
        self.lock().remove(id);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<RequestId, bool>> {
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends to the client. What cannot be sent any more is lost: then nobody is there.
#[derive(Debug, Clone)]
pub(super) struct Client {
    out: SyncSender<Sent>,
    pending: Pending,
    /// The number of the last request to it.
    asked: i32,
}

impl Client {
    /// One that takes what goes into a channel.
    pub(super) fn new(out: SyncSender<Sent>, pending: Pending) -> Client {
        Client { out, pending, asked: 0 }
    }

    pub(super) fn send(&self, sent: Sent) {
        let _ = self.out.send(sent);
    }

    /// Tells something that needs no answer.
    pub(super) fn notify(&self, method: &str, params: impl Serialize) {
        let Ok(params) = serde_json::to_value(params) else { return };
        let notification = Notification { method: method.to_owned(), params };
        self.send(Sent::Message(Message::Notification(notification)));
    }

    /// Asks something; the answer comes under the number that is given.
    pub(super) fn ask(&mut self, method: &str, params: impl Serialize) -> RequestId {
        self.asked += 1;
        let id = RequestId::from(self.asked);
        let params = serde_json::to_value(params).unwrap_or(Value::Null);
        let request = Request { id: id.clone(), method: method.to_owned(), params };
        self.send(Sent::Message(Message::Request(request)));
        id
    }

    /// A name for something that lasts.
    pub(super) fn token(&self) -> String {
        format!("gainsay-{}", self.asked)
    }

    /// Answers a request.
    pub(super) fn answer(&self, id: RequestId, answer: Answer) {
        let answer = if self.pending.wants(&id) { answer } else { Err(Failure::CANCELED) };
        self.pending.done(&id);
        let response = match answer {
            Ok(value) => Response { id, response_result: Ok(value) },
            Err(failure) => Response::new_err(id, failure.code as i32, failure.why),
        };
        self.send(Sent::Message(Message::Response(response)));
    }

    /// Shows a message to the person.
    pub(super) fn show(&self, kind: MessageType, message: &str) {
        self.notify("window/showMessage", json!({ "type": kind, "message": message }));
    }

    /// Writes a message into the client's log.
    pub(super) fn log(&self, kind: MessageType, message: &str) {
        self.notify("window/logMessage", json!({ "type": kind, "message": message }));
    }
}

/// What comes of a request.
pub(super) type Answer = Result<Value, Failure>;

/// Why a request could not be answered.
#[derive(Debug)]
pub(super) struct Failure {
    code: ErrorCode,
    why: String,
}

impl Failure {
    const CANCELED: Failure = Failure { code: ErrorCode::RequestCanceled, why: String::new() };

    pub(super) fn new(code: ErrorCode, why: impl Into<String>) -> Failure {
        Failure { code, why: why.into() }
    }
}
