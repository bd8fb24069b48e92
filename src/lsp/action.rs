//! What can be done about a finding: set it aside here or in the settings, look at the other article, have it explained.

use std::collections::HashMap;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, Command, CreateFile,
    CreateFileOptions, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, ResourceOp, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};
use serde_json::json;

use super::client::Can;
use super::desk::{Desk, Draft};
use super::diagnostics::{Teller, Touching};
use super::text::Lines;
use super::uri;
use crate::article::markup::Format;
use crate::config::{Accepted, with_ignores};
use crate::diagnostic::Label;

/// Opens a passage: the arguments are a document and a range in it.
pub(super) const OPEN: &str = "gainsay.open";
/// Explains a finding: the arguments are a draft and a fingerprint.
pub(super) const EXPLAIN: &str = "gainsay.explain";

/// What stands where the writer is to say why.
const REASON: &str = "say why this is no contradiction";

/// What can be done about the findings in a range.
pub(super) fn at(desk: &Desk, can: Can, asked: &CodeActionParams) -> Vec<CodeActionOrCommand> {
    let only = asked.context.only.as_deref();
    let wanted = |kind: &CodeActionKind| kind.as_str().is_empty() || *kind == CodeActionKind::QUICKFIX;
    if only.is_some_and(|kinds| !kinds.iter().any(wanted)) {
        return Vec::new();
    }
    let Some(draft) = desk.draft(asked.text_document.uri.as_str()) else { return Vec::new() };
    let teller = desk.teller(can.related);
    let touching = teller.touching(&draft.name).into_iter();
    let meant = touching.filter(|t| overlap(teller.range(t.here), asked.range));
    let mut actions = Vec::new();
    for touching in meant {
        let offer = Offer { desk, can, draft, teller: &teller, touching: &touching, asked };
        let found = [offer.other(), offer.explain(), offer.comment(), offer.settings()];
        actions.extend(found.into_iter().flatten());
    }
    actions
}

fn overlap(a: Range, b: Range) -> bool {
    a.start <= b.end && b.start <= a.end
}

/// What is offered for one finding.
struct Offer<'o, 's> {
    desk: &'o Desk,
    can: Can,
    draft: &'o Draft,
    teller: &'o Teller<'s>,
    touching: &'o Touching<'s>,
    asked: &'o CodeActionParams,
}

impl Offer<'_, '_> {
    /// Look at the passage that says otherwise.
    fn other(&self) -> Option<CodeActionOrCommand> {
        let here = self.touching.here;
        let differs = |label: &&Label| label.source != here.source && label.value != here.value;
        let labels = &self.touching.finding.labels;
        let other = labels.iter().find(differs).or(labels.iter().find(|label| *label != here))?;
        let location = self.teller.location(other)?;
        let file = self.teller.file(other.source);
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        let title = format!("Open {name}, line {}", location.range.start.line + 1);
        let arguments = vec![json!(location.uri), json!(location.range)];
        self.can.open.then(|| command(title, OPEN, arguments))
    }

    fn explain(&self) -> Option<CodeActionOrCommand> {
        let arguments = vec![json!(self.draft.uri), json!(self.touching.finding.fingerprint)];
        Some(command(format!("Explain “{}”", self.touching.finding.code), EXPLAIN, arguments))
    }

    /// Set it aside by a comment in the draft.
    fn comment(&self) -> Option<CodeActionOrCommand> {
        let (text, rule) = (self.draft.text(), &self.touching.finding.code);
        let format = Format::of(&self.draft.name, text.as_bytes());
        let file = self.teller.file(self.touching.here.source);
        let end = file.map.to_text(self.touching.here.span).end;
        let lines = Lines::of(text, self.desk.unit());
        let at = match format {
            Format::Markdown => lines.line_end(end),
            Format::Html => end,
            _ => return None,
        };
        let new_text = format!(" <!-- gainsay-ignore {rule}: {REASON} -->");
        let edit = TextEdit { range: lines.range(at..at), new_text };
        self.fix(format!("Ignore “{rule}” in this paragraph"), changed(self.draft.uri.clone(), edit))
    }

    /// Set it aside by its fingerprint in the settings.
    fn settings(&self) -> Option<CodeActionOrCommand> {
        let (path, text) = self.desk.settings_file()?;
        let uri = uri::of_file(path.as_os_str().as_encoded_bytes())?;
        let entry = Accepted {
            fingerprint: self.touching.finding.fingerprint.clone(),
            reason: REASON.to_owned(),
            until: None,
            articles: Vec::new(),
        };
        let (known, before) = (text.is_some(), text.unwrap_or_default());
        let longer = with_ignores(before, &[entry]).ok()?;
        let new_text = longer.strip_prefix(before)?.to_owned();
        let edit = match known {
            true => {
                let range = Lines::of(before, self.desk.unit()).range(before.len()..before.len());
                changed(uri, TextEdit { range, new_text })
            }
            false if self.can.create => created(uri, new_text),
            false => return None,
        };
        self.fix(format!("Ignore this finding in {}", path.file_name()?.to_string_lossy()), edit)
    }

    fn fix(&self, title: String, edit: WorkspaceEdit) -> Option<CodeActionOrCommand> {
        let fingerprint = Some(&self.touching.finding.fingerprint);
        let of_it = |shown: &&lsp_types::Diagnostic| {
            shown.data.as_ref().and_then(|data| data.get("fingerprint")?.as_str())
                == fingerprint.map(String::as_str)
        };
        let diagnostics: Vec<_> = self.asked.context.diagnostics.iter().filter(of_it).cloned().collect();
        self.can.actions.then(|| {
            CodeActionOrCommand::CodeAction(CodeAction {
                title,
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: (!diagnostics.is_empty()).then_some(diagnostics),
                edit: Some(edit),
                ..CodeAction::default()
            })
        })
    }
}

fn command(title: String, command: &str, arguments: Vec<serde_json::Value>) -> CodeActionOrCommand {
    CodeActionOrCommand::Command(Command { title, command: command.to_owned(), arguments: Some(arguments) })
}

/// A document with one edit.
#[expect(clippy::mutable_key_type, reason = "the protocol's types have it so; nobody changes a key")]
fn changed(uri: Uri, edit: TextEdit) -> WorkspaceEdit {
    let changes = HashMap::from([(uri, vec![edit])]);
    WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
}

/// A file that is made with this text in it.
fn created(uri: Uri, text: String) -> WorkspaceEdit {
    let options = CreateFileOptions { overwrite: None, ignore_if_exists: Some(true) };
    let create = CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None };
    let edit = TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version: None },
        edits: vec![OneOf::Left(TextEdit { range: Range::default(), new_text: text })],
    };
    let changes =
        vec![DocumentChangeOperation::Op(ResourceOp::Create(create)), DocumentChangeOperation::Edit(edit)];
    WorkspaceEdit { document_changes: Some(DocumentChanges::Operations(changes)), ..WorkspaceEdit::default() }
}
