//! The desk: the drafts that lie open, what they are checked against, and what is found in them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use lsp_types::{Diagnostic, TextDocumentContentChangeEvent, Uri};
use serde::Deserialize;

use super::text::{self, Unit};
use super::{diagnostics, uri};
use crate::config::FILE_NAME;
use crate::diagnostic::Percent;
use crate::session::{Archive, Inputs, Options, Progress, Project, Session};

/// What the client's settings say.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Settings {
    /// The settings file, if not the nearest one.
    config: Option<PathBuf>,
    /// What drafts are checked against, if not what the settings file says.
    against: Option<Vec<String>>,
    /// Findings that are less often right are not told.
    min_confidence: Option<f64>,
}

/// A draft in the editor.
#[derive(Debug)]
pub(super) struct Draft {
    /// What the client calls it.
    pub(super) uri: Uri,
    /// What the session calls it.
    pub(super) name: String,
    /// The number of the text, as the client counts.
    pub(super) version: i32,
    text: String,
    /// The session has an older text.
    ahead: bool,
}

/// All drafts that lie open, with a session on them.
pub(super) struct Desk {
    root: Option<PathBuf>,
    settings: Settings,
    today: Option<Date>,
    unit: Unit,
    session: Session,
    /// By what the client calls them.
    drafts: BTreeMap<String, Draft>,
    progress: std::sync::Arc<Progress>,
}

impl Desk {
    /// An empty one in a folder.
    pub(super) fn new(root: Option<PathBuf>, settings: Settings, unit: Unit, today: Option<Date>) -> Desk {
        let progress = std::sync::Arc::new(Progress::default());
        let drafts = BTreeMap::new();
        let mut desk = Desk { root, settings, today, unit, session: Session::default(), drafts, progress };
        desk.reload();
        desk
    }

    /// Reads settings and rules anew. What is known of articles is kept, where the vocabulary is the same.
    pub(super) fn reload(&mut self) {
        let near = self.root.clone().unwrap_or_else(|| PathBuf::from("."));
        let named = self.settings.config.as_ref().map(|file| near.join(file));
        let project = Project::load(named.as_deref(), &near, &[]);
        let archive = match (&self.settings.against, &self.root) {
            (Some(paths), root) => {
                Archive::Paths(paths.iter().map(|path| below(root.as_deref(), path)).collect())
            }
            // Where nobody says against what, the drafts are held against their neighbours.
            (None, Some(root)) if project.config().against.is_empty() => {
                Archive::Paths(vec![root.display().to_string()])
            }
            (None, _) => Archive::Settings,
        };
        let options = Options {
            min_confidence: self.settings.min_confidence.and_then(Percent::of),
            today: self.today,
            progress: std::sync::Arc::clone(&self.progress),
            ..Options::default()
        };
        let mut session = Session::new(project, Inputs { archive, ..Inputs::default() }, options).keeping();
        session.keep_all(&self.session.kept());
        self.session = session;
        self.lay_out();
        self.drafts.values_mut().for_each(|draft| draft.ahead = true);
        self.catch_up();
    }

    /// Gives the session the texts that it does not have yet: of many edits, only what the last one made.
    pub(super) fn catch_up(&mut self) {
        for draft in self.drafts.values_mut().filter(|draft| draft.ahead) {
            draft.ahead = false;
            self.session.set_text(&draft.name, draft.text.clone());
        }
    }

    /// Does the settings file say something else by now, or is there one now, or none any more?
    pub(super) fn has_old_settings(&self) -> bool {
        let Some((path, known)) = self.settings_file() else { return false };
        std::fs::read(path).ok().as_deref() != known.map(str::as_bytes)
    }

    /// Takes other settings. Did they change anything?
    pub(super) fn set(&mut self, settings: Settings) -> bool {
        let changed = settings != self.settings;
        if changed {
            self.settings = settings;
            self.reload();
        }
        changed
    }

    /// Files may have changed on the disk.
    pub(super) fn refresh(&mut self) {
        self.session.refresh();
    }

    pub(super) fn open(&mut self, uri: Uri, language: &str, version: i32, text: String) {
        let path = uri::to_path(uri.as_str());
        if path.as_deref().is_some_and(uri::is_settings) || language == "toml" {
            return;
        }
        let name = match path {
            Some(path) => path.display().to_string(),
            None => uri::name_of_other(uri.as_str(), language),
        };
        self.drafts.insert(uri.as_str().to_owned(), Draft { uri, name, version, text, ahead: true });
        self.lay_out();
    }

    /// Did it lie open?
    pub(super) fn close(&mut self, uri: &str) -> Option<Draft> {
        let draft = self.drafts.remove(uri)?;
        self.lay_out();
        self.session.remove_text(&draft.name);
        Some(draft)
    }

    /// Did it lie open?
    pub(super) fn change(
        &mut self,
        uri: &str,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
    ) -> bool {
        let Some(draft) = self.drafts.get_mut(uri) else { return false };
        changes.into_iter().for_each(|change| text::apply(&mut draft.text, change, self.unit));
        (draft.version, draft.ahead) = (version, true);
        true
    }

    /// Checks the drafts. What is told rests on it.
    pub(super) fn check(&self) {
        if !self.drafts.is_empty() {
            self.session.check();
        }
    }

    /// The drafts, with what is to be told of each.
    pub(super) fn told(&self, related: bool) -> Vec<(&Draft, Vec<Diagnostic>)> {
        if self.drafts.is_empty() {
            return Vec::new();
        }
        let teller = self.teller(related);
        self.drafts.values().map(|draft| (draft, teller.of_draft(&draft.name))).collect()
    }

    /// What is wrong with settings, rules and words, file by file.
    pub(super) fn mistakes(&self) -> Vec<(Uri, Vec<Diagnostic>)> {
        match self.drafts.is_empty() {
            true => Vec::new(),
            false => self.teller(false).mistakes(),
        }
    }

    pub(super) fn teller(&self, related: bool) -> diagnostics::Teller<'_> {
        let drafts = self.drafts.values().map(|draft| (draft.name.as_str(), &draft.uri)).collect();
        diagnostics::Teller::new(&self.session, drafts, self.unit, related)
    }

    pub(super) fn draft(&self, uri: &str) -> Option<&Draft> {
        self.drafts.get(uri)
    }

    pub(super) fn session(&self) -> &Session {
        &self.session
    }

    pub(super) fn unit(&self) -> Unit {
        self.unit
    }

    pub(super) fn progress(&self) -> &std::sync::Arc<Progress> {
        &self.progress
    }

    /// The settings file, and where it would be if there is none.
    pub(super) fn settings_file(&self) -> Option<(PathBuf, Option<&str>)> {
        let config = self.session.project().config();
        match &config.file {
            Some(file) => Some((PathBuf::from(file.file()), Some(&file.text))),
            None => self.root.as_ref().map(|root| (root.join(FILE_NAME), None)),
        }
    }

    /// Tells the session which drafts there are.
    fn lay_out(&mut self) {
        self.session.set_drafts(self.drafts.values().map(|draft| draft.name.clone()).collect());
    }
}

impl Draft {
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

fn below(root: Option<&Path>, path: &str) -> String {
    root.map_or_else(|| path.to_owned(), |root| root.join(path).display().to_string())
}
