//! What the server can do, as it says itself.

use serde_json::{Value, json};

use super::action;
use super::client::Can;

/// Files that may be articles, settings, rules or words.
const WATCHED: &str =
    "**/*.{toml,txt,text,md,markdown,html,htm,docx,rss,atom,nitf,ninjs,json,jsonl,ndjson,xml}";

/// The answer to a client that says who it is.
pub(super) fn all(can: Can) -> Value {
    json!({
        "capabilities": {
            "positionEncoding": can.unit.kind(),
            "textDocumentSync": { "openClose": true, "change": 2, "save": { "includeText": false } },
            "hoverProvider": true,
            "codeActionProvider": match can.actions {
                true => json!({ "codeActionKinds": ["quickfix"] }),
                false => json!(true),
            },
            "executeCommandProvider": { "commands": [action::OPEN, action::EXPLAIN] },
            "workspace": { "workspaceFolders": { "supported": false } },
        },
        "serverInfo": { "name": "gainsay", "version": env!("CARGO_PKG_VERSION") },
    })
}

/// The wish to be told when files change.
pub(super) fn watching() -> Value {
    let watchers = json!([{ "globPattern": WATCHED }]);
    json!({
        "registrations": [{
            "id": "gainsay-files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        }],
    })
}
