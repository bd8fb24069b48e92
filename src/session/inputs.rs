//! What a session reads, and how it works.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use jiff::civil::Date;

use super::rules::Chosen;
use crate::article::load::{Known, Origin};
use crate::config::Config;
use crate::diagnostic::Percent;

/// What to read.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    /// Files and folders with drafts; "-" for standard input.
    pub paths: Vec<String>,
    /// What was published before.
    pub archive: Archive,
    /// Files of which something is asked: drafts, unless they are found in the archive. Where there is no other draft
    /// they are drafts in any case.
    pub open: Vec<String>,
    /// What standard input held, if it is among the paths.
    pub stdin: Option<Vec<u8>>,
    /// What is known of articles beyond what they and the settings say.
    pub known: Vec<Known>,
}

/// What drafts are checked against. If there is anything, only findings that touch a draft are told.
#[derive(Debug, Clone, Default)]
pub enum Archive {
    /// Nothing but each other.
    #[default]
    None,
    /// What the settings name.
    Settings,
    /// Files and folders.
    Paths(Vec<String>),
    /// Files and folders, and what the settings name.
    SettingsAnd(Vec<String>),
}

impl Archive {
    /// The files and folders that are there. Of those that the settings name, the missing ones are told by
    /// [`Config::missing_archives`].
    pub fn paths(&self, config: &Config) -> Vec<String> {
        let there = config.against.iter().map(|path| &path.value).filter(|path| path.exists());
        let named = there.map(|path| path.display().to_string());
        match self {
            Archive::None => Vec::new(),
            Archive::Settings => named.collect(),
            Archive::Paths(paths) => paths.clone(),
            Archive::SettingsAnd(paths) => paths.iter().cloned().chain(named).collect(),
        }
    }
}

/// How to work.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Articles to work on at a time; none: one for every processor.
    pub threads: Option<NonZeroUsize>,
    /// The rules that run.
    pub rules: Chosen,
    /// A file with findings that do not count.
    pub baseline: Option<PathBuf>,
    /// Findings that are less often right are not told; none: what the settings say.
    pub min_confidence: Option<Percent>,
    /// The day on which exceptions may have ended; without it none has.
    pub today: Option<Date>,
    /// Counts how far the work is.
    pub progress: Arc<Progress>,
}

/// How far a run is, for whoever watches from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// Articles done.
    pub done: AtomicUsize,
    /// Articles found.
    pub total: AtomicUsize,
    /// Articles of which nothing was kept, so that they had to be read; counted through all questions of a session.
    pub read: AtomicUsize,
}

/// What the settings say of articles.
pub(super) fn known(config: &Config) -> impl Iterator<Item = Known> {
    config.articles.iter().map(|(pattern, meta)| Known {
        pattern: pattern.value.clone(),
        meta: meta.clone(),
        origin: Origin::Settings,
    })
}
