//! gainsay reads news articles and shows where they contradict each other or themselves.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

pub mod app;
pub mod article;
pub mod claim;
pub mod config;
pub mod diagnostic;
pub mod graph;
pub mod hint;
pub mod lexicon;
pub mod rule_test;
pub mod rules;
pub mod source;
pub mod truth;
pub mod view;

/// An interned string: compared and hashed as a pointer, ordered as text.
pub use ustr::Ustr as Sym;

use article::{Article, Meta};
use config::Level;
use diagnostic::{ArticleLine, Diagnostic, Report};
use source::SourceMap;

/// What to read.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Files and folders; "-" for standard input.
    pub paths: Vec<String>,
    /// What standard input held, if it is among the paths.
    pub stdin: Option<Vec<u8>>,
    /// What is known of articles beyond what they say, by file name or path.
    pub known: BTreeMap<String, Meta>,
}

/// How to check.
#[derive(Debug, Default)]
pub struct Options {
    /// Articles to work on at a time; none: one for every processor.
    pub threads: Option<NonZeroUsize>,
    /// Other severities for rules, by id.
    pub rules: BTreeMap<String, Level>,
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
}

/// Articles, read.
#[derive(Debug)]
pub struct Read {
    /// Their files.
    pub sources: SourceMap,
    /// The articles, in order of their paths.
    pub articles: Vec<Article>,
    /// What could not be read.
    pub problems: Vec<Diagnostic>,
}

/// Articles, checked.
#[derive(Debug)]
pub struct Checked {
    /// Their files.
    pub sources: SourceMap,
    /// What was found.
    pub report: Report,
}

/// Reads articles.
pub fn read(inputs: &Inputs) -> Read {
    use article::{Block, BlockKind, Document};
    let mut read = Read { sources: SourceMap::default(), articles: Vec::new(), problems: Vec::new() };
    for path in &inputs.paths {
        let bytes = match (&inputs.stdin, path.as_str()) {
            (Some(bytes), "-") => Ok(bytes.clone()),
            _ => std::fs::read(path),
        };
        match bytes {
            Err(error) => {
                let message = format!("cannot read {path}: {error}");
                read.problems.push(Diagnostic::new("input/unreadable", diagnostic::Severity::Error, message));
            }
            Ok(bytes) => {
                let text: Arc<str> = String::from_utf8_lossy(&bytes).into();
                let map = source::OffsetMap::identity();
                let mut at = 0;
                let blocks = text.split_inclusive('\n').map(|line| {
                    at += line.len();
                    Block { kind: BlockKind::Paragraph, range: at - line.len()..at }
                });
                let blocks = blocks.collect();
                let file = source::SourceFile::new(path.clone(), text.clone(), map.clone());
                let source = read.sources.add(file);
                let meta = inputs.known.get(path).cloned().unwrap_or_default();
                read.articles.push(article::token::read(Document { source, text, map, meta, blocks }));
            }
        }
    }
    read
}

/// Checks articles.
pub fn check(inputs: &Inputs, _options: &Options) -> Checked {
    let Read { sources, articles, problems } = read(inputs);
    let line = |article: &Article| ArticleLine {
        source: article.source,
        outlet: article.meta.outlet.clone().unwrap_or_else(|| sources.get(article.source).path.clone()),
        title: article.meta.title.clone(),
        published: article.meta.published,
        words: article.tokens.len(),
    };
    let articles = articles.iter().map(line).collect();
    Checked { report: Report { articles, problems, ..Report::default() }, sources }
}
