//! A session: articles, rules and settings, and the questions that can be asked of them.
//!
//! What a session is asked for first makes what the answer needs, once: files are loaded (`material`), articles are
//! read and merged into one graph (`merge`), rules run on it (`check`). All answers rest on the same graph and the same
//! findings, so they cannot contradict each other. When a draft changes, what was made of it is let go; a session that
//! keeps what articles say reads only the changed ones again.

use std::sync::{Arc, OnceLock};

use crate::article::load::Unsaved;
use crate::article::{self, Document};
use crate::claim;
use crate::claim::trigger::{Tells, eventive};
use crate::diagnostic::{Diagnostic, Part, Report};
use crate::graph::coref::{Coreference, Known, Told};
use crate::graph::{self, Apart, ArticleHead, Graph, Parsed, Topic};
use crate::lexicon::Lexicon;
use crate::rules::RuleSet;
use crate::rules::house::Tested;
use crate::source::{SourceId, SourceMap};
use crate::symbol::Sym;

mod check;
mod coverage;
mod digest;
pub mod explain;
mod inputs;
mod kept;
mod material;
mod merge;
mod project;
mod record;
mod rules;

pub use digest::Digest;
pub use inputs::{Archive, Inputs, Options, Progress};
pub use project::Project;
pub use record::Refused;
pub use rules::{Chosen, check_test, check_words, unknown_rule};

use kept::Kept;
use material::Material;
use merge::Merged;

/// Articles, rules and settings, to be asked about.
///
/// ```
/// use gainsay::session::Session;
///
/// let mut session = Session::default();
/// session.set_text("a.txt", "A fire in Split killed nine people on Monday, police said.");
/// session.set_text("b.txt", "A fire in Split killed ten people on Monday, police said.");
/// assert_eq!(session.check().findings.len(), 1);
/// session.set_text("b.txt", "A fire in Split killed nine people on Monday, police said.");
/// assert_eq!(session.check().findings.len(), 0);
/// ```
#[derive(Debug)]
pub struct Session {
    project: Project,
    inputs: Inputs,
    options: Options,
    /// Drafts that are not saved.
    unsaved: Unsaved,
    /// Where to work, if not wherever the caller does.
    pool: Option<rayon::ThreadPool>,
    /// What articles say, from one question to the next.
    kept: Option<Kept>,
    /// Of the vocabulary and the facts in which articles are read.
    vocabulary: Digest,
    material: OnceLock<Material>,
    merged: OnceLock<Merged>,
    report: OnceLock<Report>,
}

impl Default for Session {
    /// A session without settings and, so far, without articles.
    fn default() -> Session {
        Session::new(Project::default(), Inputs::default(), Options::default())
    }
}

impl Session {
    /// A session on the articles of a project. Nothing is read before something is asked.
    pub fn new(project: Project, inputs: Inputs, options: Options) -> Session {
        let pool = options.threads.and_then(|threads| {
            // If the threads cannot be had, there are those that are there.
            rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build().ok()
        });
        let vocabulary = Digest::of_project(&project);
        let (material, merged, report) = Default::default();
        let (unsaved, kept) = (Unsaved::default(), None);
        Session { project, inputs, options, unsaved, pool, kept, vocabulary, material, merged, report }
    }

    /// The session, which from now on keeps what articles say, and after a change reads only what changed. It takes a few
    /// kilobytes for each article.
    #[must_use]
    pub fn keeping(self) -> Session {
        Session { kept: Some(Kept::default()), ..self }
    }

    /// Puts a draft that is not saved in the place of a file, whether there is one or not.
    ///
    /// Where it was there before and nothing but its text changes, files on the disk are not looked at again.
    pub fn set_text(&mut self, path: &str, text: impl Into<Vec<u8>>) {
        let bytes = text.into();
        let known = self.unsaved.set(path, bytes.clone());
        let material = self.material.get_mut().filter(|_| known);
        match material.is_some_and(|material| material.replace(path, bytes)) {
            true => (self.merged, self.report) = Default::default(),
            false => self.refresh(),
        }
    }

    /// The files that are drafts from now on, whether they are found in an archive or not.
    pub fn set_drafts(&mut self, paths: Vec<String>) {
        if paths != self.inputs.paths {
            self.inputs.paths = paths;
            self.refresh();
        }
    }

    /// Takes the draft away again: the file counts, if there is one.
    pub fn remove_text(&mut self, path: &str) {
        if self.unsaved.remove(path) {
            self.refresh();
        }
    }

    /// Forgets all answers: files may have changed.
    pub fn refresh(&mut self) {
        (self.material, self.merged, self.report) = Default::default();
    }

    /// What the rules find.
    pub fn check(&self) -> &Report {
        self.report.get_or_init(|| self.in_pool(|| check::report(self)))
    }

    /// What a check reads, without running any rule: a report that has no findings.
    pub fn read(&self) -> Report {
        let (material, merged) = (self.material(), self.merged());
        let problems = [&material.problems.inputs[..], &material.rules.problems].concat();
        Report { articles: merged.lines.clone(), claims: merged.claims, problems, ..Report::default() }
    }

    /// What the articles say, as one graph. Where there is an archive, those of its articles are left out that could not
    /// contradict a draft.
    pub fn graph(&self) -> &Graph {
        &self.merged().graph
    }

    /// Which words of all articles tell of one event. The articles are read anew.
    pub fn coreference(&self) -> Coreference {
        self.in_pool(|| Coreference::of(self.everything_told()))
    }

    /// What each article of the graph tells, as the model of events has it.
    fn everything_told(&self) -> Vec<Told> {
        self.told(|_| &eventive::tells)
    }

    /// What each article of the graph tells, given what decides on its nouns and adjectives.
    pub fn told<'t>(&self, tells: impl Fn(SourceId) -> Tells<'t> + Sync) -> Vec<Told> {
        use rayon::prelude::*;
        let graph = self.graph();
        let known = Known::of(graph);
        let articles = (0..).zip(graph.articles.iter().zip(&known)).collect::<Vec<(u32, _)>>();
        let told = articles.into_par_iter().filter(|(_, (article, _))| !article.house).filter_map(
            |(number, (article, known))| {
                let parsed = self.parsed(article.source)?;
                Some(Told::of(number, &parsed, known, self.lexicon(), tells(article.source)))
            },
        );
        told.collect()
    }

    /// An article with what the grammar reads out of it, read anew; none if the file is no article.
    pub fn parsed(&self, article: SourceId) -> Option<Parsed> {
        let (at, material) = (article.0 as usize, self.material());
        let document = material.documents.get(at)?.clone();
        Some(parse(document, material.part(at), &material.sources, self.lexicon()))
    }

    /// The articles, by their files, in order; drafts first.
    pub fn articles(&self) -> impl Iterator<Item = SourceId> {
        self.material().documents.iter().map(|document| document.source)
    }

    /// The articles without their markup, in the same order.
    pub fn documents(&self) -> &[Document] {
        &self.material().documents
    }

    /// All files: of articles, facts, rules and settings.
    pub fn sources(&self) -> &SourceMap {
        &self.material().sources
    }

    /// The rules, with what is wrong with them and with the settings.
    pub fn rules(&self) -> &RuleSet {
        &self.material().rules
    }

    /// What is wrong with the files of the articles.
    pub fn input_problems(&self) -> &[Diagnostic] {
        &self.material().problems.inputs
    }

    /// The project.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The vocabulary.
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        self.project.lexicon()
    }

    /// What is kept of articles, in bytes, each with the digest of the content that says so. [`Session::keep`] takes it in
    /// another session.
    pub fn kept(&self) -> Vec<(Digest, Arc<[u8]>)> {
        self.kept.as_ref().map_or_else(Vec::new, Kept::all)
    }

    /// Takes what was kept of an article in another session; it counts until the next question only, unless an article has
    /// this content.
    ///
    /// # Errors
    /// The bytes are not of this version of the program, or of other words and facts than the project's.
    pub fn keep(&mut self, content: Digest, record: Arc<[u8]>) -> Result<(), Refused> {
        record::body(&record, self.vocabulary)?;
        self.kept.get_or_insert_default().put(content, record);
        Ok(())
    }

    /// Takes what was kept in another session, as far as it holds in this one: what is refused is read again.
    pub fn keep_all(&mut self, kept: &[(Digest, Arc<[u8]>)]) {
        for (content, record) in kept {
            let _ = self.keep(*content, Arc::clone(record));
        }
    }

    /// Why two articles, by their numbers in the graph, do not tell one story.
    fn apart(&self, a: u32, b: u32) -> Apart {
        let articles: Vec<SourceId> = self.graph().articles.iter().map(|article| article.source).collect();
        let topic = |article| self.parsed(article).map(|parsed| Topic::of(&parsed, self.lexicon()));
        let topics: Vec<Topic> = self.in_pool(|| {
            use rayon::prelude::*;
            articles.into_par_iter().filter_map(topic).collect()
        });
        graph::apart(topics, a as usize, b as usize)
    }

    fn material(&self) -> &Material {
        self.material.get_or_init(|| self.in_pool(|| Material::load(self)))
    }

    fn merged(&self) -> &Merged {
        self.merged.get_or_init(|| self.in_pool(|| Merged::of(self)))
    }

    fn tested(&self) -> &[Tested] {
        &self.material().tested
    }

    fn in_pool<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.pool {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}

/// What is known of an article without its text being read.
fn head(document: &Document, part: Part, sources: &SourceMap) -> ArticleHead {
    let file = sources.get(document.source);
    let last = |path: &str| Sym::from(path.rsplit('/').next().unwrap_or(path));
    let name = last(&file.path);
    // The articles of one file have one publisher.
    let outlet = document.meta.outlet.as_deref().map_or_else(|| last(file.file()), Sym::from);
    let (source, published, text) = (document.source, document.meta.published, document.text.clone());
    ArticleHead { source, part, outlet, name, published, text }
}

/// Reads an article.
fn parse(document: Document, part: Part, sources: &SourceMap, lexicon: &Lexicon) -> Parsed {
    let ArticleHead { outlet, name, .. } = head(&document, part, sources);
    let article = article::read(document, lexicon);
    let reading = claim::read(&article, lexicon);
    Parsed { article, reading, part, outlet, name }
}

#[cfg(test)]
mod tests;
