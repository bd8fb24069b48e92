//! A client that speaks to the language server as an editor does: over its standard input and output, in frames.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

mod conversation;

/// A folder with an archive and a server that works in it.
struct Editor {
    folder: PathBuf,
    server: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    numbers: i32,
}

fn article(killed: &str) -> String {
    format!(
        "---\nsource: Post\npublished: 2025-08-12\n---\n\nA fire on the ferry Jadran killed {killed} people off Split in Croatia on Monday, police said.\n"
    )
}

impl Editor {
    /// One that has said who it is, and knows from the first word on what stands in the settings.
    fn new(name: &str, settings: Option<&str>) -> Editor {
        let mut editor = Editor::start(name);
        fs::create_dir_all(editor.folder.join("the archive")).unwrap();
        fs::write(editor.folder.join("the archive/old.md"), article("nine")).unwrap();
        if let Some(settings) = settings {
            fs::write(editor.folder.join("gainsay.toml"), settings).unwrap();
        }
        let capabilities = json!({
            "general": { "positionEncodings": ["utf-8", "utf-16"] },
            "textDocument": {
                "publishDiagnostics": { "relatedInformation": true },
                "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix"] } } },
            },
            "workspace": { "workspaceEdit": { "resourceOperations": ["create"] } },
        });
        let root = editor.uri("");
        let said = editor.ask("initialize", &json!({ "rootUri": root, "capabilities": capabilities }));
        assert_eq!(said["capabilities"]["positionEncoding"], "utf-8");
        editor.tell("initialized", &json!({}));
        editor
    }

    /// One in an empty folder that has said nothing so far.
    fn start(name: &str) -> Editor {
        let folder = std::env::temp_dir().join(format!("gainsay-lsp-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let command = command.args(["lsp", "--stdio"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut server = command.spawn().unwrap();
        let (to, from) = (server.stdin.take().unwrap(), BufReader::new(server.stdout.take().unwrap()));
        Editor { folder, server, to, from, numbers: 0 }
    }

    fn uri(&self, name: &str) -> String {
        let path = self.folder.join(name).display().to_string();
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"/-._~".contains(&b);
        let escaped =
            path.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") });
        format!("file://{}", escaped.collect::<String>()).trim_end_matches('/').to_owned()
    }

    fn send(&mut self, bytes: &[u8]) {
        self.to.write_all(bytes).unwrap();
        self.to.flush().unwrap();
    }

    fn frame(&mut self, message: &Value) {
        let body = message.to_string();
        self.send(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.frame(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.numbers += 1;
        let id = self.numbers;
        self.frame(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        self.until(|message| message["id"] == id && message.get("method").is_none())["result"].clone()
    }

    /// Reads until something comes.
    fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let mut length = 0;
            loop {
                let mut line = String::new();
                assert_ne!(self.from.read_line(&mut line).unwrap(), 0, "the server ended");
                match line.trim().strip_prefix("Content-Length: ") {
                    Some(said) => length = said.parse().unwrap(),
                    None if line.trim().is_empty() => break,
                    None => {}
                }
            }
            let mut body = vec![0; length];
            self.from.read_exact(&mut body).unwrap();
            let message: Value = serde_json::from_slice(&body).unwrap();
            if wanted(&message) {
                return message;
            }
        }
    }

    fn open(&mut self, name: &str, text: &str) -> Vec<Value> {
        let document = json!({ "uri": self.uri(name), "languageId": "markdown", "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
        self.diagnostics(name)
    }

    fn change(&mut self, name: &str, version: i32, changes: &Value) -> Vec<Value> {
        let document = json!({ "uri": self.uri(name), "version": version });
        self.tell("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": changes }));
        self.diagnostics(name)
    }

    fn diagnostics(&mut self, name: &str) -> Vec<Value> {
        let uri = self.uri(name);
        let told = self.until(|message| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri
        });
        told["params"]["diagnostics"].as_array().unwrap().clone()
    }

    fn end(mut self) {
        self.ask("shutdown", &Value::Null);
        self.tell("exit", &Value::Null);
        assert_eq!(self.server.wait().unwrap().code(), Some(0));
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn a_draft_is_checked_against_its_neighbours_at_every_keystroke() {
    let mut editor = Editor::new("keys", None);
    let text = article("ten");
    let found = editor.open("draft.md", &text);
    assert_eq!(found.len(), 1, "{found:?}");
    let other = &found[0]["relatedInformation"][0]["location"];
    assert_eq!(other["uri"], editor.uri("the archive/old.md"));
    // Five lines stand before the sentence; the edit says only what changed.
    let at = text.lines().nth(5).unwrap().find("ten").unwrap();
    let place = |from: usize, to: usize| json!({ "start": { "line": 5, "character": from }, "end": { "line": 5, "character": to } });
    let mended = json!([{ "range": place(at, at + 3), "text": "nin" }, { "range": place(at + 3, at + 3), "text": "e" }]);
    assert_eq!(editor.change("draft.md", 2, &mended), Vec::<Value>::new());
    let worse = json!([{ "range": place(at, at + 4), "text": "twelve" }]);
    assert_eq!(editor.change("draft.md", 3, &worse).len(), 1);
    // What is saved elsewhere counts as soon as it is told.
    fs::write(editor.folder.join("the archive/old.md"), article("twelve")).unwrap();
    let uri = editor.uri("the archive/old.md");
    editor.tell("workspace/didChangeWatchedFiles", &json!({ "changes": [{ "uri": uri, "type": 2 }] }));
    assert_eq!(editor.diagnostics("draft.md"), Vec::<Value>::new());
    editor.end();
}

#[test]
fn settings_are_heeded_and_their_mistakes_shown() {
    // The exception is for a draft that is not open: in an editor it is not called unused.
    let exception = "[[ignore]]\nfingerprint = \"0000000000000000\"\nreason = \"of another draft\"\n";
    let settings = format!("[check]\nagainst = [\"the archive\"]\n\n[rules]\ntol = \"off\"\n\n{exception}");
    let mut editor = Editor::new("settings", Some(&settings));
    assert_eq!(editor.open("draft.md", &article("ten")).len(), 1);
    let mistakes = editor.diagnostics("gainsay.toml");
    assert_eq!((mistakes.len(), &mistakes[0]["code"]), (1, &json!("config/unknown-rule")), "{mistakes:?}");
    fs::write(
        editor.folder.join("gainsay.toml"),
        "[check]\nagainst = [\"the archive\"]\n\n[rules]\ntoll = \"off\"\n",
    )
    .unwrap();
    let uri = editor.uri("gainsay.toml");
    editor.tell("textDocument/didSave", &json!({ "textDocument": { "uri": uri } }));
    assert!(editor.diagnostics("draft.md").iter().all(|found| found["code"] != "toll"));
    assert_eq!(editor.diagnostics("gainsay.toml"), Vec::<Value>::new());
    editor.end();
}

/// A client may neither watch files nor show the settings to the server.
#[test]
fn settings_that_changed_unheard_count_when_the_draft_is_saved() {
    let mut editor = Editor::new("unheard", None);
    assert_eq!(editor.open("draft.md", &article("ten")).len(), 1);
    fs::write(editor.folder.join("gainsay.toml"), "[rules]\ntoll = \"off\"\n").unwrap();
    let saved = json!({ "textDocument": { "uri": editor.uri("draft.md") } });
    editor.tell("textDocument/didSave", &saved);
    assert_eq!(editor.diagnostics("draft.md"), Vec::<Value>::new());
    fs::remove_file(editor.folder.join("gainsay.toml")).unwrap();
    editor.tell("textDocument/didSave", &saved);
    assert_eq!(editor.diagnostics("draft.md").len(), 1);
    editor.end();
}

/// Whatever folder the server was started in.
#[test]
fn a_settings_file_that_the_editor_names_is_looked_for_in_the_folder_that_is_open() {
    let mut editor = Editor::new("named", None);
    fs::create_dir(editor.folder.join("desk")).unwrap();
    let settings = "[check]\nagainst = [\"../the archive\"]\n\n[rules]\ntoll = \"off\"\n";
    fs::write(editor.folder.join("desk/own.toml"), settings).unwrap();
    assert_eq!(editor.open("draft.md", &article("ten")).len(), 1);
    let named = json!({ "settings": { "gainsay": { "config": "desk/own.toml" } } });
    editor.tell("workspace/didChangeConfiguration", &named);
    assert_eq!(editor.diagnostics("draft.md"), Vec::<Value>::new());
    editor.end();
}

/// The edit that an action makes of the settings is what the settings want.
#[test]
fn a_finding_is_ignored_in_the_settings() {
    let mut editor = Editor::new("ignore", Some("[check]\nagainst = [\"the archive\"]"));
    assert_eq!(editor.open("draft.md", &article("ten")).len(), 1);
    let everywhere = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let draft = editor.uri("draft.md");
    let asked =
        json!({ "textDocument": { "uri": draft }, "range": everywhere, "context": { "diagnostics": [] } });
    let actions = editor.ask("textDocument/codeAction", &asked);
    let of_settings = |action: &&Value| action["title"] == "Ignore this finding in gainsay.toml";
    let action = actions.as_array().unwrap().iter().find(of_settings).unwrap().clone();
    let settings = editor.uri("gainsay.toml");
    let edit = &action["edit"]["changes"][&settings][0];
    assert_eq!(edit["range"]["start"], edit["range"]["end"], "something is added");
    let file = editor.folder.join("gainsay.toml");
    let text = fs::read_to_string(&file).unwrap() + edit["newText"].as_str().unwrap();
    fs::write(&file, text).unwrap();
    editor.tell("textDocument/didSave", &json!({ "textDocument": { "uri": settings } }));
    assert_eq!(editor.diagnostics("draft.md"), Vec::<Value>::new());
    editor.end();
}

#[test]
fn broken_frames_end_nothing() {
    let mut editor = Editor::new("broken", None);
    assert_eq!(editor.open("draft.md", &article("ten")).len(), 1);
    for broken in [
        &b"Content-Length: 5\r\n\r\n{\"a\":"[..],
        b"Content-Length: -1\r\n\r\n",
        b"Content-Length: 18446744073709551615\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\0\0\0\xff\xfe\r\n\r\n",
        b"Content-Length: 4\r\n\r\nnulltail that nobody announced",
    ] {
        editor.send(broken);
    }
    let nested = "[".repeat(100_000);
    editor.send(format!("Content-Length: {}\r\n\r\n{nested}", nested.len()).as_bytes());
    assert_eq!(editor.change("draft.md", 2, &json!([{ "text": article("nine") }])), Vec::<Value>::new());
    editor.end();
}

#[test]
fn a_client_that_goes_without_a_word_takes_the_server_with_it() {
    let mut editor = Editor::new("gone", None);
    editor.open("draft.md", &article("ten"));
    let Editor { server, to, .. } = &mut editor;
    drop(std::mem::replace(
        to,
        Command::new("true").stdin(Stdio::piped()).spawn().unwrap().stdin.take().unwrap(),
    ));
    assert_eq!(server.wait().unwrap().code(), Some(1));
}

/// Offsets are right in files that an editor shows in another form than they have on the disk.
#[test]
fn places_in_files_that_are_no_utf8_are_those_that_the_editor_shows() {
    let mut editor = Editor::new("latin", None);
    let old =
        article("nine").replace("A fire", "Caf\u{e9} owners said a fire").replace("said.", "said today.");
    let latin: Vec<u8> = old.chars().map(|c| c as u8).collect();
    fs::write(editor.folder.join("the archive/old.md"), latin).unwrap();
    let found = editor.open("draft.md", &article("ten"));
    let place = &found[0]["relatedInformation"][0]["location"]["range"]["start"];
    let shown = old.lines().nth(5).unwrap();
    assert_eq!(place["character"], shown.find("killed").unwrap(), "{found:?}");
    editor.end();
}

/// The path of a folder may hold anything.
#[test]
fn a_folder_with_an_odd_name_is_found() {
    let mut editor = Editor::new("odd #?%20é", None);
    let found = editor.open("draft.md", &article("ten"));
    let other = &found[0]["relatedInformation"][0]["location"]["uri"];
    assert_eq!(*other, editor.uri("the archive/old.md"));
    editor.end();
}
