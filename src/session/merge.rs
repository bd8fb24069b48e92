//! From documents to the graph: articles are read side by side, each for itself, and merged in their order.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::digest::Digest;
use super::kept::Kept;
use super::material::Material;
use super::record::Record;
use super::{Session, head, parse};
use crate::article::{Document, Meta};
use crate::diagnostic::{ArticleLine, Part};
use crate::graph::{self, ArticleHead, Candidate, Facts, Graph, Merger, Parsed};
use crate::symbol::Sym;

/// So many articles for each processor are read before they are merged: enough to keep it busy, few enough to hold.
const SIDE_BY_SIDE: usize = 8;

/// All articles of a run, merged.
#[derive(Debug)]
pub(super) struct Merged {
    /// What they say. Of an archive, the candidates only.
    pub(super) graph: Graph,
    /// The articles of the graph, by their numbers in the material.
    pub(super) articles: Vec<usize>,
    /// The same for the head of a report.
    pub(super) lines: Vec<ArticleLine>,
    /// How many claims the drafts make.
    pub(super) claims: usize,
}

impl Merged {
    /// Reads and merges the articles of a session.
    pub(super) fn of(session: &Session) -> Merged {
        let material = session.material();
        let all: Vec<usize> = (0..material.documents.len()).collect();
        let progress = &session.options.progress;
        progress.done.store(0, Ordering::Relaxed);
        progress.total.store(all.len(), Ordering::Relaxed);
        let facts = Facts::new(&material.facts, session.lexicon());
        // Until it is known which articles of an archive are needed, they lie here in bytes, a fraction of their size.
        let waiting = Kept::default();
        let kept = session.kept.as_ref().or(material.has_archive.then_some(&waiting));
        let contents = match kept {
            Some(_) => all.par_iter().filter_map(|at| material.content(*at)).collect(),
            None => Vec::new(),
        };
        let reader = Reader { session, material, facts: &facts, kept, contents };
        let merged = match material.has_archive {
            // What is read out of an article is let go as soon as it is merged.
            false => reader.merge(all, |at| reader.done(reader.record(at))),
            true => reader.merge(reader.needed(&all), |at| reader.record(at)),
        };
        session.kept.iter().for_each(|kept| kept.retain(&reader.contents));
        merged
    }
}

/// Reads articles.
struct Reader<'s> {
    session: &'s Session,
    material: &'s Material,
    facts: &'s Facts<'s>,
    /// What is known of articles already.
    kept: Option<&'s Kept>,
    /// Under which content, by article.
    contents: Vec<Digest>,
}

impl Reader<'_> {
    /// Merges some articles, in this order.
    fn merge(&self, articles: Vec<usize>, record: impl Fn(usize) -> Record + Sync) -> Merged {
        let mut merger = Merger::new(self.facts, self.session.lexicon().clone());
        let (mut lines, mut claims) = (Vec::new(), 0);
        let read = |some: &[usize]| -> Vec<Record> { some.par_iter().map(|at| record(*at)).collect() };
        let mut merge = |some: &[usize], records: Vec<Record>| {
            for (at, record) in some.iter().zip(records) {
                let (document, part) = (&self.material.documents[*at], self.material.part(*at));
                let head = head(document, part, &self.material.sources);
                claims += if part == Part::Draft { record.claims } else { 0 };
                lines.push(line(document, &head, record.words));
                merger.add(head, record.extraction);
            }
        };
        // While some are merged, the next are read. All merging is done by this thread: what lives long is not to lie
        // among what is let go at once.
        let mut chunks = articles.chunks(SIDE_BY_SIDE * rayon::current_num_threads());
        let mut next = || chunks.next().map(|some| (some, read(some)));
        let mut before = next();
        while let Some((some, records)) = before.take() {
            rayon::in_place_scope(|scope| {
                scope.spawn(|_| before = next());
                merge(some, records);
            });
        }
        Merged { graph: merger.finish(), articles, lines, claims }
    }

    /// The drafts, and those articles of the archive that could contradict one.
    fn needed(&self, all: &[usize]) -> Vec<usize> {
        let (drafts, archive) = all.split_at_checked(self.material.drafts).unwrap_or((all, &[]));
        let draft = |at: &usize| Candidate { part: Part::Draft, names: self.done(self.record(*at)).names };
        let mut candidates: Vec<Candidate> = drafts.par_iter().map(draft).collect();
        let known: FxHashSet<Sym> = candidates.iter().flat_map(|draft| draft.names.iter().cloned()).collect();
        let kept = match &self.session.kept {
            Some(kept) => kept.names(self.contents.get(drafts.len()..).unwrap_or_default()),
            None => vec![None; archive.len()],
        };
        let archived = archive.par_iter().zip(kept).map(|(at, kept)| self.archived(*at, kept, &known));
        candidates.par_extend(archived.map(|candidate| self.done(candidate)));
        let needed = all.iter().zip(graph::candidates(&candidates));
        needed.filter(|(_, needed)| *needed).map(|(at, _)| *at).collect()
    }

    /// Whom an article of the archive names that a draft names as well. If there is nobody, it is not even taken down,
    /// unless that is kept for later.
    fn archived(&self, at: usize, kept: Option<Arc<[Sym]>>, known: &FxHashSet<Sym>) -> Candidate {
        let names: Arc<[Sym]> = match (kept, &self.session.kept) {
            (Some(names), _) => names,
            (None, Some(kept)) => {
                let names: Arc<[Sym]> = self.record(at).names.into();
                self.contents.get(at).into_iter().for_each(|content| kept.put_names(*content, names.clone()));
                names
            }
            (None, None) => {
                let parsed = self.parse(at);
                let names = graph::names(&parsed, self.session.lexicon());
                if names.iter().any(|name| known.contains(name)) {
                    self.keep(at, &self.take_down(&parsed));
                }
                names.into()
            }
        };
        let names = names.iter().filter(|name| known.contains(*name)).cloned().collect();
        Candidate { part: Part::Archive, names }
    }

    /// What is taken down of an article: what was kept of it, or what is read now.
    fn record(&self, at: usize) -> Record {
        let known = self.kept.zip(self.contents.get(at)).and_then(|(kept, content)| kept.get(*content));
        let known = known.and_then(|bytes| Record::from_kept(&bytes));
        known.unwrap_or_else(|| {
            let record = self.take_down(&self.parse(at));
            self.keep(at, &record);
            record
        })
    }

    fn keep(&self, at: usize, record: &Record) {
        if let Some((kept, content)) = self.kept.zip(self.contents.get(at)) {
            let bytes = record.to_bytes(self.session.vocabulary);
            bytes.into_iter().for_each(|bytes| kept.put(*content, bytes.into()));
        }
    }

    fn take_down(&self, parsed: &Parsed) -> Record {
        Record::of(parsed, self.facts, self.session.lexicon())
    }

    fn parse(&self, at: usize) -> Parsed {
        self.session.options.progress.read.fetch_add(1, Ordering::Relaxed);
        let (document, part) = (self.material.documents[at].clone(), self.material.part(at));
        parse(document, part, &self.material.sources, self.session.lexicon())
    }

    /// Counts an article.
    fn done<T>(&self, of: T) -> T {
        self.session.options.progress.done.fetch_add(1, Ordering::Relaxed);
        of
    }
}

/// What is known of an article for the head of a report.
fn line(document: &Document, head: &ArticleHead, words: usize) -> ArticleLine {
    let Meta { title, updated, byline, language, note, .. } = document.meta.clone();
    ArticleLine {
        source: head.source,
        part: head.part,
        outlet: head.outlet.to_string(),
        title,
        published: head.published,
        updated,
        byline,
        language,
        note,
        words,
    }
}
