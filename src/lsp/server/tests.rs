use std::sync::mpsc::sync_channel;

use serde_json::Map;

use super::super::client::Pending;
use super::*;

/// A conversation in which all is said at once.
struct Talk {
    frames: Vec<Frame>,
    numbers: i32,
}

const DRAFT: &str = "file:///nowhere/draft.md";
const OTHER: &str = "file:///nowhere/other.md";

fn fire(killed: &str) -> String {
    format!("A fire in Split killed {killed} people on Monday, police said.\n")
}

fn explain(_: &crate::session::Session, finding: &crate::diagnostic::Diagnostic) -> String {
    format!("because of {}", finding.code)
}

impl Talk {
    /// With a client that can do much.
    fn new() -> Talk {
        Talk::with(&Value::Null)
    }

    /// With a client that can do much, and something that no other can.
    fn with(experimental: &Value) -> Talk {
        let mut talk = Talk { frames: Vec::new(), numbers: 0 };
        talk.ask(
            "initialize",
            json!({ "capabilities": {
                "experimental": experimental,
                "window": { "showDocument": { "support": true } },
                "textDocument": {
                    "publishDiagnostics": { "relatedInformation": true },
                    "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } },
                },
            } }),
        );
        talk.tell("initialized", json!({}));
        talk
    }

    fn ask(&mut self, method: &str, params: Value) -> i32 {
        self.numbers += 1;
        let (id, method) = (RequestId::from(self.numbers), method.to_owned());
        self.frames.push(Frame::Message(Message::Request(Request { id, method, params })));
        self.numbers
    }

    fn tell(&mut self, method: &str, params: Value) {
        let method = method.to_owned();
        self.frames.push(Frame::Message(Message::Notification(Notification { method, params })));
    }

    fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn change(&mut self, uri: &str, version: i32, text: &str) {
        let changes = json!([{ "text": text }]);
        let document = json!({ "uri": uri, "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// What is said back, and how it ends.
    fn hold(self) -> (Vec<Message>, Ended) {
        let (frames, heard) = sync_channel(self.frames.len());
        let (out, said) = sync_channel(1000);
        self.frames.into_iter().for_each(|frame| frames.send(frame).unwrap());
        drop(frames);
        let ended = Server::new(Client::new(out, Pending::default()), None, explain).run(&heard);
        let messages = said.try_iter().filter_map(|sent| match sent {
            Sent::Message(message) => Some(message),
            Sent::Refusal(_) => None,
        });
        (messages.collect(), ended)
    }
}

fn answer(said: &[Message], number: i32) -> Result<Value, i32> {
    let of_it =
        |message: &&Message| matches!(message, Message::Response(r) if r.id == RequestId::from(number));
    match said.iter().find(of_it) {
        Some(Message::Response(response)) => response.response_result.clone().map_err(|error| error.code),
        _ => panic!("{number} was not answered"),
    }
}

/// All that is told under a method.
fn told<'m>(said: &'m [Message], method: &str) -> Vec<&'m Map<String, Value>> {
    let of_it = said.iter().filter_map(|message| match message {
        Message::Notification(told) if told.method == method => told.params.as_object(),
        _ => None,
    });
    of_it.collect()
}

fn diagnostics<'m>(said: &'m [Message], uri: &str) -> Vec<&'m Vec<Value>> {
    let all = told(said, "textDocument/publishDiagnostics").into_iter();
    all.filter(|told| told["uri"] == uri).filter_map(|told| told["diagnostics"].as_array()).collect()
}

#[test]
fn two_open_drafts_are_held_against_each_other() {
    let mut talk = Talk::new();
    talk.open(DRAFT, &fire("nine"));
    talk.open(OTHER, &fire("ten"));
    let (said, ended) = talk.hold();
    assert_eq!(ended, Ended::Abruptly);
    let [found] = diagnostics(&said, DRAFT)[..] else { panic!("both were open before the first check") };
    let [found] = &found[..] else { panic!("one finding: {found:?}") };
    assert_eq!((&found["code"], &found["source"]), (&json!("toll"), &json!("gainsay")));
    let killed = fire("nine").find("killed").unwrap();
    assert_eq!(found["range"]["start"], json!({ "line": 0, "character": killed }));
    assert_eq!(found["relatedInformation"][0]["location"]["uri"], OTHER);
    assert_eq!(diagnostics(&said, OTHER).len(), 1);
}

#[test]
fn what_is_mended_is_taken_back() {
    let mut talk = Talk::new();
    talk.open(DRAFT, &fire("nine"));
    talk.open(OTHER, &fire("ten"));
    // A question has everything before it checked.
    talk.ask(
        "textDocument/hover",
        json!({ "textDocument": { "uri": DRAFT }, "position": { "line": 0, "character": 0 } }),
    );
    talk.change(OTHER, 2, &fire("nine"));
    let (said, _) = talk.hold();
    let counts: Vec<usize> = diagnostics(&said, DRAFT).iter().map(|found| found.len()).collect();
    assert_eq!(counts, [1, 0]);
}

#[test]
fn of_many_edits_the_last_is_checked() {
    let mut talk = Talk::new();
    talk.open(OTHER, &fire("ten"));
    talk.open(DRAFT, "");
    (2..50).for_each(|version| talk.change(DRAFT, version, &fire("nine")));
    let (said, _) = talk.hold();
    let all = told(&said, "textDocument/publishDiagnostics");
    let versions: Vec<&Value> = all.iter().filter(|t| t["uri"] == DRAFT).map(|t| &t["version"]).collect();
    assert_eq!(versions, [&json!(49)]);
}

#[test]
fn a_hover_shows_both_passages_and_the_reason() {
    let mut talk = Talk::new();
    talk.open(DRAFT, &fire("nine"));
    talk.open(OTHER, &fire("ten"));
    let nine = fire("nine").find("nine").unwrap();
    let at = |character: usize| json!({ "textDocument": { "uri": DRAFT }, "position": { "line": 0, "character": character } });
    let on = talk.ask("textDocument/hover", at(nine + 1));
    let beside = talk.ask("textDocument/hover", at(0));
    let (said, _) = talk.hold();
    let text = answer(&said, on).unwrap()["contents"]["value"].as_str().unwrap().to_owned();
    for part in ["toll", "killed nine people", "killed ten people", "other.md:1", "fingerprint"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(answer(&said, beside), Ok(Value::Null));
}

#[test]
fn a_finding_can_be_ignored_opened_and_explained() {
    let mut talk = Talk::new();
    talk.open(DRAFT, &fire("nine"));
    talk.open(OTHER, &fire("ten"));
    let line = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 70 } });
    let asked = talk.ask(
        "textDocument/codeAction",
        json!({ "textDocument": { "uri": DRAFT }, "range": line, "context": { "diagnostics": [] } }),
    );
    let (said, _) = talk.hold();
    let actions = answer(&said, asked).unwrap();
    let titles: Vec<&str> = actions.as_array().unwrap().iter().filter_map(|a| a["title"].as_str()).collect();
    assert_eq!(titles, ["Open other.md, line 1", "Explain “toll”", "Ignore “toll” in this paragraph"]);
    let edit = &actions[2]["edit"]["changes"][DRAFT][0];
    assert!(edit["newText"].as_str().unwrap().contains("<!-- gainsay-ignore toll: "));
    assert_eq!(edit["range"]["start"]["character"], fire("nine").len() - 1);

    // The comment does what it says.
    let mut talk = Talk::new();
    talk.open(OTHER, &fire("ten"));
    talk.open(DRAFT, &format!("{}{}\n", fire("nine").trim_end(), edit["newText"].as_str().unwrap()));
    let explain = talk.ask(
        "workspace/executeCommand",
        json!({
            "command": actions[1]["command"], "arguments": actions[1]["arguments"],
        }),
    );
    let (said, _) = talk.hold();
    assert_eq!(diagnostics(&said, DRAFT), [&Vec::<Value>::new()]);
    assert_eq!(answer(&said, explain), Err(ErrorCode::RequestFailed as i32), "it is a finding no more");
}

#[test]
fn commands_open_and_explain() {
    let mut talk = Talk::new();
    talk.open(DRAFT, &fire("nine"));
    talk.open(OTHER, &fire("ten"));
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 1 } });
    let open = talk
        .ask("workspace/executeCommand", json!({ "command": "gainsay.open", "arguments": [OTHER, range] }));
    let unknown = talk.ask("workspace/executeCommand", json!({ "command": "rm", "arguments": [] }));
    let (said, _) = talk.hold();
    assert_eq!(answer(&said, open), Ok(Value::Null));
    assert!(said.iter().any(|m| matches!(m, Message::Request(r) if r.method == "window/showDocument")));
    assert_eq!(answer(&said, unknown), Err(ErrorCode::InvalidParams as i32));
}

#[test]
fn an_explanation_is_a_message_unless_the_client_shows_answers() {
    for (can, messages) in [(json!({ "gainsay": { "answers": true } }), 0), (json!([1]), 1)] {
        let [mut first, mut talk] = [(); 2].map(|()| Talk::with(&can));
        for talk in [&mut first, &mut talk] {
            talk.open(DRAFT, &fire("nine"));
            talk.open(OTHER, &fire("ten"));
        }
        let (said, _) = first.hold();
        let found = diagnostics(&said, DRAFT)[0][0]["data"]["fingerprint"].clone();
        let explain = talk.ask(
            "workspace/executeCommand",
            json!({ "command": "gainsay.explain", "arguments": [DRAFT, found] }),
        );
        let (said, _) = talk.hold();
        assert_eq!(answer(&said, explain), Ok(json!("because of toll")));
        assert_eq!(told(&said, "window/showMessage").len(), messages);
    }
}

#[test]
fn whoever_breaks_the_protocol_is_told_so_and_nothing_ends() {
    let mut talk = Talk { frames: Vec::new(), numbers: 0 };
    let early = talk.ask("textDocument/hover", json!({}));
    talk.tell("textDocument/didOpen", json!({}));
    let first = talk.ask("initialize", json!({ "capabilities": {} }));
    let second = talk.ask("initialize", json!({ "capabilities": {} }));
    let unknown = talk.ask("textDocument/rename", json!({}));
    let wrong = talk.ask("textDocument/hover", json!({ "position": "here" }));
    talk.tell("textDocument/didOpen", json!([1, 2]));
    talk.change("file:///not/open.md", 3, "x");
    talk.tell("textDocument/didClose", json!({ "textDocument": { "uri": "file:///not/open.md" } }));
    talk.tell(
        "textDocument/didOpen",
        json!({ "textDocument": { "uri": "::", "languageId": "", "version": 1, "text": "" } }),
    );
    let shutdown = talk.ask("shutdown", Value::Null);
    let late = talk.ask("textDocument/hover", json!({}));
    talk.tell("exit", Value::Null);
    let (said, ended) = talk.hold();
    assert_eq!(ended, Ended::Orderly);
    assert_eq!(answer(&said, early), Err(ErrorCode::ServerNotInitialized as i32));
    assert!(answer(&said, first).is_ok());
    assert_eq!(answer(&said, second), Err(ErrorCode::InvalidRequest as i32));
    assert_eq!(answer(&said, unknown), Err(ErrorCode::MethodNotFound as i32));
    assert_eq!(answer(&said, wrong), Err(ErrorCode::InvalidParams as i32));
    assert_eq!(answer(&said, shutdown), Ok(Value::Null));
    assert_eq!(answer(&said, late), Err(ErrorCode::InvalidRequest as i32));
}

#[test]
fn a_document_that_is_closed_says_nothing() {
    let mut talk = Talk::new();
    talk.open(DRAFT, &fire("nine"));
    talk.open(OTHER, &fire("ten"));
    talk.ask(
        "textDocument/hover",
        json!({ "textDocument": { "uri": DRAFT }, "position": { "line": 0, "character": 0 } }),
    );
    talk.tell("textDocument/didClose", json!({ "textDocument": { "uri": OTHER } }));
    let (said, _) = talk.hold();
    assert_eq!(diagnostics(&said, OTHER).last(), Some(&&Vec::new()));
    assert_eq!(diagnostics(&said, DRAFT).last(), Some(&&Vec::new()));
}

#[test]
fn settings_of_the_editor_count() {
    let mut talk = Talk::new();
    talk.open(DRAFT, &fire("nine"));
    talk.open(OTHER, &fire("ten"));
    talk.tell(
        "workspace/didChangeConfiguration",
        json!({ "settings": { "gainsay": { "minConfidence": "high" } } }),
    );
    let (said, _) = talk.hold();
    assert_eq!(told(&said, "window/showMessage").len(), 1, "what makes no sense is said");
    assert_eq!(diagnostics(&said, DRAFT).last().unwrap().len(), 1, "and changes nothing");
}

#[test]
fn an_answer_that_is_not_wanted_any_more_is_not_given() {
    let (out, said) = sync_channel(10);
    let pending = Pending::default();
    pending.add(RequestId::from(1));
    pending.cancel(RequestId::from(1));
    // Of a request that there is not, nothing is kept.
    pending.cancel(RequestId::from(2));
    let client = Client::new(out, pending.clone());
    client.answer(RequestId::from(1), Ok(json!("late")));
    client.answer(RequestId::from(2), Ok(json!("here")));
    let said: Vec<Message> =
        said.try_iter().filter_map(|s| if let Sent::Message(m) = s { Some(m) } else { None }).collect();
    assert_eq!(answer(&said, 1), Err(ErrorCode::RequestCanceled as i32));
    assert_eq!(answer(&said, 2), Ok(json!("here")));
}

/// What is wrong with the archive stands in no document: it is shown, and once.
#[test]
fn an_archive_that_is_not_there_is_told() {
    let mut talk = Talk { frames: Vec::new(), numbers: 0 };
    let options = json!({ "against": ["/nowhere/at/all"] });
    talk.ask("initialize", json!({ "capabilities": {}, "initializationOptions": options }));
    talk.open(DRAFT, &fire("nine"));
    talk.ask(
        "textDocument/hover",
        json!({ "textDocument": { "uri": DRAFT }, "position": { "line": 0, "character": 0 } }),
    );
    talk.change(DRAFT, 2, &fire("ten"));
    let (said, _) = talk.hold();
    let shown = told(&said, "window/showMessage");
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert!(shown[0]["message"].as_str().unwrap().contains("/nowhere/at/all"));
}
