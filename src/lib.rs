//! gainsay reads news articles and shows where they contradict each other or themselves.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

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

use article::load::{self, Loaded, Overrides};
use article::{Article, Document, Meta};
use config::Config;
use diagnostic::{ArticleLine, Diagnostic, Report};
use graph::Parsed;
use rayon::prelude::*;
use rules::{Rule, TestArticle};
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
    /// The project's settings.
    pub config: Config,
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

/// Reads articles: files to bytes to text to sentences of tagged tokens.
pub fn read(inputs: &Inputs) -> Read {
    let Loaded { sources, documents, problems } =
        load::load(&inputs.paths, inputs.stdin.as_deref(), &overrides(&inputs.known));
    let articles = documents.into_par_iter().map(article::read).collect();
    Read { sources, articles, problems }
}

/// Checks articles: reads them, takes their claims, merges the claims into one graph, runs the rules on it.
pub fn check(inputs: &Inputs, options: &Options) -> Checked {
    in_pool(options.threads, || {
        let Loaded { mut sources, documents, mut problems } =
            load::load(&inputs.paths, inputs.stdin.as_deref(), &overrides(&inputs.known));
        options.progress.total.store(documents.len(), Ordering::Relaxed);
        let parse = |document| {
            let parsed = parse(document, &sources);
            options.progress.done.fetch_add(1, Ordering::Relaxed);
            parsed
        };
        let parsed: Vec<Parsed> = documents.into_par_iter().map(parse).collect();
        let graph = graph::build(&parsed);
        let mut set = options.config.rule_set(&mut sources);
        problems.append(&mut set.problems);
        let findings = rules::check(&set.rules, &graph);
        let claims = parsed.iter().map(|p| p.reading.claims.len()).sum();
        let articles = parsed.iter().map(line).collect();
        Checked { sources, report: Report { articles, findings, problems, claims } }
    })
}

/// Runs one rule on articles in memory, as its inline tests do.
pub fn check_test(articles: &[TestArticle], rule: &Rule) -> Vec<Diagnostic> {
    let known = |(i, a): (usize, &TestArticle)| {
        let meta = Meta { outlet: a.source.clone(), title: a.title.clone(), published: a.published };
        (format!("{i}.txt"), meta)
    };
    let known: BTreeMap<String, Meta> = articles.iter().enumerate().map(known).collect();
    let bytes = |(i, a): (usize, &TestArticle)| {
        let title = a.title.as_ref().map(|t| format!("{t}\n\n")).unwrap_or_default();
        (format!("{i}.txt"), format!("{title}{}", a.text).into_bytes())
    };
    let memory = articles.iter().enumerate().map(bytes).collect();
    let Loaded { sources, documents, .. } = load::load_memory(memory, &overrides(&known));
    let parsed: Vec<Parsed> = documents.into_iter().map(|document| parse(document, &sources)).collect();
    rules::check_one(rule, &graph::build(&parsed))
}

fn parse(document: Document, sources: &SourceMap) -> Parsed {
    let path = sources.get(document.source).path.as_str();
    let name = Sym::from(path.rsplit('/').next().unwrap_or(path));
    let outlet = document.meta.outlet.as_deref().map_or(name, Sym::from);
    let article = article::read(document);
    let reading = claim::read(&article);
    Parsed { article, reading, outlet, name }
}

fn line(parsed: &Parsed) -> ArticleLine {
    let article = &parsed.article;
    ArticleLine {
        source: article.source,
        outlet: parsed.outlet.to_string(),
        title: article.meta.title.clone(),
        published: article.meta.published,
        words: article.tokens.iter().filter(|t| !t.tag.is_punctuation()).count(),
    }
}

fn overrides(known: &BTreeMap<String, Meta>) -> Overrides {
    let dates = known.iter().filter_map(|(name, meta)| Some((name.clone(), meta.published?))).collect();
    let outlets =
        known.iter().filter_map(|(name, meta)| Some((name.clone(), meta.outlet.clone()?))).collect();
    Overrides { dates, outlets }
}

/// Works on so many articles at a time; if the threads cannot be had, on as many as there are.
fn in_pool<T: Send>(threads: Option<NonZeroUsize>, work: impl FnOnce() -> T + Send) -> T {
    let Some(threads) = threads else { return work() };
    match rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}
