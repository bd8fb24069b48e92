//! Annotated mentions of events, and the articles that they stand in.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gainsay::article::Article;
use gainsay::claim::trigger::{self, Tells, eventive};
use gainsay::graph::coref::{Candidate, Mention, candidates};
use gainsay::lexicon::wordnet::Part;
use gainsay::source::SourceId;
use gainsay::{Archive, Inputs, Options, Project, Session};

/// A mention as it is annotated.
#[derive(Debug, Clone, serde::Deserialize)]
pub(crate) struct Gold {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) chain: String,
    lemma: String,
}

#[derive(serde::Deserialize)]
struct Line {
    folder: String,
    doc: String,
    mentions: Vec<Gold>,
}

/// Articles by their names, with what is annotated in them.
type Docs = BTreeMap<String, Vec<Gold>>;

/// A noun or an adjective of an annotated sentence: does it tell of an event?
pub(crate) struct Word {
    pub(crate) features: [f64; eventive::FEATURES],
    pub(crate) tells: bool,
}

/// The articles of one folder, or of some.
pub(crate) struct Folder {
    names: Vec<String>,
    docs: Docs,
    session: Session,
    /// The annotated mentions of each article of the graph.
    pub(crate) gold: Vec<(u32, Gold)>,
    pub(crate) words: Vec<Word>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) candidates: Vec<Candidate>,
    /// The place of each annotated mention in the list of mentions, if it is there.
    pub(crate) found: Vec<Option<u32>>,
}

pub(crate) fn read(gold: &Path, articles: &Path) -> Vec<Folder> {
    let mut folders: BTreeMap<String, Docs> = BTreeMap::new();
    for line in fs::read_to_string(gold).expect("annotations that can be read").lines() {
        let line: Line = serde_json::from_str(line).expect("an annotated article");
        folders.entry(line.folder).or_default().insert(line.doc, line.mentions);
    }
    folders.into_iter().map(|(name, docs)| Folder::new(vec![name], &docs, articles)).collect()
}

/// Each topic with the articles of all its folders, which tell of different events of one kind.
pub(crate) fn join(folders: &[Folder], articles: &Path) -> Vec<Folder> {
    let mut topics: BTreeMap<&str, (Vec<String>, Docs)> = BTreeMap::new();
    for folder in folders {
        let (names, docs) = topics.entry(folder.topic()).or_default();
        names.extend(folder.names.iter().cloned());
        docs.extend(folder.docs.clone());
    }
    topics.into_values().map(|(names, docs)| Folder::new(names, &docs, articles)).collect()
}

impl Folder {
    fn new(names: Vec<String>, docs: &Docs, articles: &Path) -> Folder {
        let paths = names.iter().map(|name| articles.join(name).display().to_string()).collect();
        let inputs = Inputs { paths, archive: Archive::None, ..Inputs::default() };
        let session = Session::new(Project::default(), inputs, Options::default());
        let (mut gold, mut words) = (Vec::new(), Vec::new());
        for (number, article) in (0..).zip(&session.graph().articles) {
            let doc = Path::new(&session.sources().get(article.source).path).file_name();
            let Some(own) = doc.and_then(|doc| docs.get(&*doc.to_string_lossy())) else { continue };
            let parsed = session.parsed(article.source).expect("an article");
            words.extend(annotated_words(&parsed.article, own));
            gold.extend(own.iter().cloned().map(|mention| (number, mention)));
        }
        let (mentions, candidates, found) = Default::default();
        Folder { names, docs: docs.clone(), session, gold, words, mentions, candidates, found }
    }

    pub(crate) fn topic(&self) -> &str {
        &self.names[0][..2]
    }

    /// Reads the mentions and the pairs of them that may be one, given what decides on nouns and adjectives.
    pub(crate) fn read(&mut self, tells: Tells<'_>) {
        let told = self.session.told(|_: SourceId| tells);
        (self.mentions, self.candidates) = candidates(told);
        let found = |(article, gold): &(u32, Gold)| {
            let overlaps = |m: &Mention| {
                m.article == *article && m.extent.span.start < gold.end && gold.start < m.extent.span.end
            };
            let own = (0..).zip(&self.mentions).filter(|(_, mention)| overlaps(mention));
            own.min_by_key(|(at, m)| (m.extent.span.end - m.extent.span.start, *at)).map(|(at, _)| at)
        };
        self.found = self.gold.iter().map(found).collect();
    }

    /// The candidates both of whose mentions are annotated: whether they are one, and what that counts for: less where a
    /// chain is long, for it makes many pairs.
    pub(crate) fn answered(&self) -> impl Iterator<Item = (&Candidate, bool, f64)> {
        let mut chain: BTreeMap<u32, &str> = BTreeMap::new();
        for (found, (_, gold)) in self.found.iter().zip(&self.gold) {
            found.iter().for_each(|at| _ = chain.entry(*at).or_insert(&gold.chain));
        }
        let mut sizes: BTreeMap<&str, f64> = BTreeMap::new();
        chain.values().for_each(|chain| *sizes.entry(chain).or_default() += 1.0);
        self.candidates.iter().filter_map(move |candidate| {
            let (a, b) = (chain.get(&candidate.pair.0)?, chain.get(&candidate.pair.1)?);
            Some((candidate, a == b, (sizes[a] * sizes[b]).powf(-0.25)))
        })
    }
}

/// The nouns and adjectives of the sentences that have an annotated mention. The head of a mention of several words is the
/// one with its lemma; of the others nothing is known.
fn annotated_words(article: &Article, gold: &[Gold]) -> Vec<Word> {
    let inside = |at: usize, gold: &Gold| {
        let span = article.tokens[at].span;
        span.start < gold.end && gold.start < span.end
    };
    let mut words = Vec::new();
    for sentence in &article.sentences {
        let own = || sentence.tokens.range();
        let here: Vec<&Gold> = gold.iter().filter(|g| own().any(|at| inside(at, g))).collect();
        let heads: Vec<usize> = here
            .iter()
            .filter_map(|g| {
                let within = || own().filter(|at| inside(*at, g));
                let named = within().find(|at| article.tokens[*at].lemma.eq_ignore_ascii_case(&g.lemma));
                named.or_else(|| within().find(|at| eventive::part(article.tokens[*at].tag).is_some()))
            })
            .collect();
        for at in own().filter(|_| !here.is_empty()) {
            let tells = heads.contains(&at);
            if !tells && here.iter().any(|g| inside(at, g)) {
                continue;
            }
            let Some((lemma, part, meaning)) = trigger::word(article, at) else { continue };
            if part != Part::Verb {
                let features = trigger::eventive_features(article, at, &lemma, &meaning);
                words.push(Word { features, tells });
            }
        }
    }
    words
}
