//! The conversation: what the client says, in its order, and what is said back.
//!
//! Everything that waits is taken in before anything is checked, so that of many keystrokes only the last is checked. A
//! question about a draft is answered on the text that it had when the question came.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Receiver;

use jiff::civil::Date;
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::{
    CodeActionParams, DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, ExecuteCommandParams,
    HoverParams, InitializeParams, MessageType, PublishDiagnosticsParams, Range, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::client::{Answer, Can, Client, Failure};
use super::desk::{Desk, Settings};
use super::frame::{Frame, Sent};
use super::{Ended, Explain, action, capabilities, hover, progress, uri};
use crate::diagnostic::Severity;

/// So many messages are taken in before something is checked, even if more wait.
const MOST_AT_ONCE: usize = 1000;

/// One side of a conversation.
pub(super) struct Server {
    client: Client,
    today: Option<Date>,
    explain: Explain,
    state: State,
}

/// How far the conversation is.
enum State {
    /// Nobody has said who they are.
    New,
    /// Under way.
    Open(Box<Open>),
    /// The client has said that it will go.
    Closing,
}

/// A conversation under way.
struct Open {
    can: Can,
    desk: Desk,
    /// Something changed since the last check.
    stale: bool,
    /// The documents of which something was told.
    told: BTreeSet<String>,
    /// What was said that stands in no document.
    said: BTreeSet<String>,
    /// Under which number the client was asked for its settings.
    asked: Option<RequestId>,
}

impl Server {
    pub(super) fn new(client: Client, today: Option<Date>, explain: Explain) -> Server {
        Server { client, today, explain, state: State::New }
    }

    /// Talks until the client goes.
    pub(super) fn run(mut self, frames: &Receiver<Frame>) -> Ended {
        while let Ok(first) = frames.recv() {
            let waiting = std::iter::once(first).chain(frames.try_iter()).take(MOST_AT_ONCE);
            for frame in waiting {
                if let Some(ended) = self.take(frame) {
                    return ended;
                }
            }
            self.settle();
        }
        Ended::Abruptly
    }

    /// Takes a message in. Was it the last one?
    fn take(&mut self, frame: Frame) -> Option<Ended> {
        match frame {
            Frame::Broken(broken) => self.client.send(Sent::Refusal(broken)),
            Frame::Message(Message::Request(request)) => self.request(request),
            Frame::Message(Message::Response(response)) => self.response(response),
            Frame::Message(Message::Notification(notification)) if notification.method == "exit" => {
                return Some(match self.state {
                    State::Closing => Ended::Orderly,
                    _ => Ended::Abruptly,
                });
            }
            Frame::Message(Message::Notification(notification)) => self.notification(notification),
        }
        None
    }

    fn request(&mut self, request: Request) {
        let Request { id, method, params } = request;
        let answer = match (&mut self.state, method.as_str()) {
            (State::New, "initialize") => self.initialize(params),
            (State::New, _) => {
                Err(Failure::new(ErrorCode::ServerNotInitialized, "the first request is `initialize`"))
            }
            (State::Closing, _) => {
                Err(Failure::new(ErrorCode::InvalidRequest, "the server is shutting down"))
            }
            (State::Open(_), "shutdown") => {
                self.state = State::Closing;
                Ok(Value::Null)
            }
            (State::Open(_), "initialize") => {
                Err(Failure::new(ErrorCode::InvalidRequest, "`initialize` was answered already"))
            }
            (State::Open(_), method) => self.ask(method, params),
        };
        self.client.answer(id, answer);
    }

    fn initialize(&mut self, params: Value) -> Answer {
        let params: InitializeParams = read(params)?;
        let can = Can::of(&params.capabilities);
        let root = root(&params);
        let settings = params.initialization_options.map_or(Ok(None), settings);
        let settings = settings.unwrap_or_else(|why| {
            self.client.show(MessageType::WARNING, &why);
            None
        });
        let desk = Desk::new(root, settings.unwrap_or_default(), can.unit, self.today);
        self.state = State::Open(Box::new(Open {
            can,
            desk,
            stale: false,
            told: BTreeSet::new(),
            said: BTreeSet::new(),
            asked: None,
        }));
        Ok(capabilities::all(can))
    }

    /// What is asked about drafts.
    fn ask(&mut self, method: &str, params: Value) -> Answer {
        if !["textDocument/hover", "textDocument/codeAction", "workspace/executeCommand"].contains(&method) {
            return Err(Failure::new(ErrorCode::MethodNotFound, format!("there is no method `{method}`")));
        }
        self.settle();
        let (State::Open(open), explain) = (&self.state, self.explain) else { return Ok(Value::Null) };
        match method {
            "textDocument/hover" => {
                let HoverParams { text_document_position_params: at, .. } = read(params)?;
                Ok(json!(hover::at(
                    &open.desk,
                    at.text_document.uri.as_str(),
                    at.position,
                    open.can.markdown
                )))
            }
            "textDocument/codeAction" => {
                let params: CodeActionParams = read(params)?;
                Ok(json!(action::at(&open.desk, open.can, &params)))
            }
            _ => {
                let ExecuteCommandParams { command, arguments, .. } = read(params)?;
                match command.as_str() {
                    action::OPEN => self.show(arguments),
                    action::EXPLAIN => self.explain(arguments, explain),
                    _ => Err(Failure::new(
                        ErrorCode::InvalidParams,
                        format!("there is no command `{command}`"),
                    )),
                }
            }
        }
    }

    /// Has the client open a passage.
    fn show(&mut self, arguments: Vec<Value>) -> Answer {
        let (uri, range): (Uri, Range) = read(Value::Array(arguments))?;
        self.client.ask("window/showDocument", json!({ "uri": uri, "takeFocus": true, "selection": range }));
        Ok(Value::Null)
    }

    /// Explains a finding: the text is the answer, and is shown as a message where a client does nothing with answers.
    fn explain(&mut self, arguments: Vec<Value>, explain: Explain) -> Answer {
        let (uri, fingerprint): (Uri, String) = read(Value::Array(arguments))?;
        let State::Open(open) = &self.state else { return Ok(Value::Null) };
        let gone = || Failure::new(ErrorCode::RequestFailed, "there is no such finding any more");
        let draft = open.desk.draft(uri.as_str()).ok_or_else(gone)?;
        let teller = open.desk.teller(false);
        let found = teller.touching(&draft.name).into_iter();
        let found = found.map(|t| t.finding).find(|finding| finding.fingerprint == fingerprint);
        let text = explain(open.desk.session(), found.ok_or_else(gone)?);
        if !open.can.answers {
            self.client.show(MessageType::INFO, &text);
        }
        Ok(json!(text))
    }

    fn notification(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        let State::Open(open) = &mut self.state else { return };
        if let Err(failure) = open.notice(&method, params, &mut self.client) {
            self.client.log(MessageType::WARNING, &format!("{method}: {failure}"));
        }
    }

    fn response(&mut self, response: Response) {
        let State::Open(open) = &mut self.state else { return };
        if open.asked.take_if(|asked| *asked == response.id).is_none() {
            return;
        }
        let Ok(Value::Array(said)) = response.response_result else { return };
        if let Some(said) = said.into_iter().next() {
            open.take_settings(said, &self.client);
        }
    }

    /// Checks, if something changed, and tells what is found. What brings a check down costs the check and no more.
    fn settle(&mut self) {
        let State::Open(open) = &mut self.state else { return };
        if !std::mem::take(&mut open.stale) {
            return;
        }
        let client = &mut self.client;
        let checked = catch_unwind(AssertUnwindSafe(|| {
            open.desk.catch_up();
            open.check(client);
            open.publish(client);
        }));
        if checked.is_err() {
            client.show(MessageType::ERROR, "gainsay could not check this draft; please report it");
            open.desk.reload();
        }
    }
}

impl Open {
    fn notice(&mut self, method: &str, params: Value, client: &mut Client) -> Result<(), String> {
        match method {
            "initialized" => self.initialized(client),
            "textDocument/didOpen" => {
                let DidOpenTextDocumentParams { text_document: opened } = said(params)?;
                self.desk.open(opened.uri, &opened.language_id, opened.version, opened.text);
                self.stale = true;
            }
            "textDocument/didChange" => {
                let DidChangeTextDocumentParams { text_document, content_changes } = said(params)?;
                let (uri, version) = (text_document.uri.as_str(), text_document.version);
                self.stale |= self.desk.change(uri, version, content_changes);
            }
            "textDocument/didClose" => {
                let DidCloseTextDocumentParams { text_document } = said(params)?;
                self.stale |= self.desk.close(text_document.uri.as_str()).is_some();
            }
            "textDocument/didSave" => {
                let DidSaveTextDocumentParams { text_document, .. } = said(params)?;
                self.changed_on_disk([&text_document.uri].into_iter());
            }
            "workspace/didChangeWatchedFiles" => {
                let DidChangeWatchedFilesParams { changes } = said(params)?;
                self.changed_on_disk(changes.iter().map(|change| &change.uri));
            }
            "workspace/didChangeConfiguration" => {
                let DidChangeConfigurationParams { settings } = said(params)?;
                match settings.get("gainsay").cloned() {
                    Some(settings) => self.take_settings(settings, client),
                    None if self.can.settings => self.ask_for_settings(client),
                    None => {}
                }
            }
            // Whatever else a client tells is not for this server.
            _ => {}
        }
        Ok(())
    }

    fn initialized(&mut self, client: &mut Client) {
        if self.can.watch {
            client.ask("client/registerCapability", capabilities::watching());
        }
        if self.can.settings {
            self.ask_for_settings(client);
        }
    }

    fn ask_for_settings(&mut self, client: &mut Client) {
        let asked = client.ask("workspace/configuration", json!({ "items": [{ "section": "gainsay" }] }));
        self.asked = Some(asked);
    }

    fn take_settings(&mut self, said: Value, client: &Client) {
        match settings(said) {
            Ok(Some(settings)) => self.stale |= self.desk.set(settings),
            Ok(None) => {}
            Err(why) => client.show(MessageType::WARNING, &why),
        }
    }

    /// Settings and rules are read anew if one of them changed; articles are looked at again in any case.
    fn changed_on_disk<'u>(&mut self, mut uris: impl Iterator<Item = &'u Uri>) {
        let settings = |uri: &Uri| uri::to_path(uri.as_str()).is_some_and(|path| uri::is_settings(&path));
        // Of the settings file not every client tells: some watch no files.
        match uris.any(settings) || self.desk.has_old_settings() {
            true => self.desk.reload(),
            false => self.desk.refresh(),
        }
        self.stale = true;
    }

    fn check(&self, client: &mut Client) {
        let work = || self.desk.check();
        match self.can.progress {
            true => progress::while_working(client, self.desk.progress(), work),
            false => work(),
        }
    }

    /// Tells what is found, document by document, and takes back what is not found any more.
    fn publish(&mut self, client: &Client) {
        let mut told = BTreeSet::new();
        let mut tell = |params: PublishDiagnosticsParams| {
            told.insert(params.uri.as_str().to_owned());
            client.notify("textDocument/publishDiagnostics", params);
        };
        for (draft, diagnostics) in self.desk.told(self.can.related) {
            let (uri, version) = (draft.uri.clone(), Some(draft.version));
            tell(PublishDiagnosticsParams { uri, diagnostics, version });
        }
        for (uri, diagnostics) in self.desk.mistakes() {
            tell(PublishDiagnosticsParams { uri, diagnostics, version: None });
        }
        let problems = &self.desk.session().check().problems;
        let placeless = problems.iter().filter(|p| p.labels.is_empty() && p.severity == Severity::Error);
        let said: BTreeSet<String> = placeless.map(|problem| problem.message.clone()).collect();
        said.difference(&self.said)
            .for_each(|new| client.show(MessageType::WARNING, &format!("gainsay: {new}")));
        self.said = said;
        for gone in self.told.difference(&told) {
            client.notify("textDocument/publishDiagnostics", json!({ "uri": gone, "diagnostics": [] }));
        }
        self.told = told;
    }
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, Failure> {
    serde_json::from_value(params).map_err(|error| Failure::new(ErrorCode::InvalidParams, error.to_string()))
}

fn said<T: DeserializeOwned>(params: Value) -> Result<T, String> {
    serde_json::from_value(params).map_err(|error| error.to_string())
}

/// Settings as a client sends them, under their name or without; none if it has none.
fn settings(said: Value) -> Result<Option<Settings>, String> {
    let said = said.get("gainsay").cloned().unwrap_or(said);
    match said {
        Value::Null => Ok(None),
        said => match serde_json::from_value(said) {
            Ok(settings) => Ok(Some(settings)),
            Err(error) => Err(format!("gainsay does not understand the editor's settings: {error}")),
        },
    }
}

/// The folder that is worked in: the first one that the client names.
#[expect(deprecated, reason = "older clients name it so")]
fn root(params: &InitializeParams) -> Option<std::path::PathBuf> {
    let folders = params.workspace_folders.iter().flatten().map(|folder| &folder.uri);
    let mut named = folders.chain(&params.root_uri).filter_map(|uri| uri::to_path(uri.as_str()));
    named.next().or_else(|| params.root_path.as_ref().map(std::path::PathBuf::from))
}

#[cfg(test)]
mod tests;
