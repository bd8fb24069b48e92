//! A conversation as a real editor held it: what Neovim said in `tests/editors/neovim.lua`, a little shortened, said again.
//!
//! `conversation.jsonl` holds a message of the client a line, as it was sent, and between them the files that were written
//! or taken away meanwhile. The snapshot holds what the server said, below what it was said to.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::Editor;

/// Longer texts are cut: what a hover or an explanation says is held elsewhere.
const LONG: usize = 240;

#[test]
fn an_editor_is_told_again_what_it_was_told() {
    let mut editor = Editor::start("conversation");
    let said = include_str!("conversation.jsonl");
    let folder = editor.folder.display().to_string();
    let mut transcript = String::new();
    for line in said.replace("{folder}", &folder).lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        transcript.push_str(&title(&message));
        match message.get("file").and_then(Value::as_str) {
            Some(file) => write(&editor.folder.join(file), message["text"].as_str()),
            None => {
                for heard in say(&mut editor, &message) {
                    // How long a text is must not depend on where the folder is.
                    let heard = heard.to_string().replace(&folder, "{folder}");
                    let heard = serde_json::from_str(&heard).unwrap();
                    transcript.push_str(&format!("    {}\n", shortened(heard)));
                }
            }
        }
    }
    assert_eq!(editor.server.wait().unwrap().code(), Some(0));
    let transcript = transcript.replace(env!("CARGO_PKG_VERSION"), "{version}");
    insta::assert_snapshot!(transcript);
}

fn write(path: &Path, text: Option<&str>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    match text {
        Some(text) => fs::write(path, text).unwrap(),
        None => fs::remove_file(path).unwrap(),
    }
}

/// Says something, and hears all that the server says to it. What has no answer of its own is followed by a question,
/// before whose answer everything else is said; so nothing depends on who is faster.
fn say(editor: &mut Editor, message: &Value) -> Vec<Value> {
    editor.frame(message);
    let own = message.get("method").and_then(|_| message.get("id")).cloned();
    let last = match own.clone() {
        Some(own) => own,
        None if message["method"] == "exit" => return Vec::new(),
        None => {
            let at = json!({ "textDocument": { "uri": "untitled:none" }, "position": { "line": 0, "character": 0 } });
            let (id, method) = (json!("anything else?"), "textDocument/hover");
            editor.frame(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": at }));
            id
        }
    };
    let mut heard = Vec::new();
    loop {
        let next = editor.until(|_| true);
        let is_last = next["id"] == last && next.get("method").is_none();
        if !is_last || own.is_some() {
            heard.push(next);
        }
        if is_last {
            return heard;
        }
    }
}

/// What the client does, in a word.
fn title(message: &Value) -> String {
    let text = |name: &str| message.get(name).and_then(Value::as_str);
    match (text("file"), text("text"), text("method")) {
        (Some(file), Some(_), _) => format!("(writes {file})\n"),
        (Some(file), None, _) => format!("(takes {file} away)\n"),
        (_, _, Some(method)) => format!("{method}\n"),
        _ => format!("(answers {})\n", message["id"]),
    }
}

/// The message without what every message has, and with long texts cut.
fn shortened(message: Value) -> Value {
    match message {
        Value::String(text) if text.chars().count() > LONG => {
            Value::String(text.chars().take(LONG).chain(['…']).collect())
        }
        Value::Array(all) => all.into_iter().map(shortened).collect(),
        Value::Object(all) => {
            let all = all.into_iter().filter(|(name, _)| name != "jsonrpc");
            Value::Object(all.map(|(name, value)| (name, shortened(value))).collect())
        }
        other => other,
    }
}
