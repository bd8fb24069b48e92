//! gainsay reads news articles and shows where they contradict each other or themselves.

use std::num::NonZeroUsize;
use std::path::PathBuf;
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
pub mod suppress;
pub mod symbol;
pub mod truth;
pub mod view;

pub use symbol::Sym;

use article::load::{self, Known, Loaded, Origin, Overrides, PathPattern};
use article::{Article, Document, Meta};
use config::Config;
use diagnostic::{ArticleLine, Diagnostic, Part, Report, RuleLine};
use graph::{ArticleHead, Extraction, Facts, Graph, Merger, Parsed};
use jiff::civil::Date;
use lexicon::Lexicon;
use lexicon::fact::Fact;
use rayon::prelude::*;
use rule_test::Tried;
use rules::engine::near;
use rules::house::{Expected, House, Tested, WordTest};
use rules::{Expect, Rule, RuleSet, RuleTest, TestArticle};
use source::{SourceId, SourceMap};
use suppress::{Baseline, Comment, Settled, Suppressions, comment};

/// What to read.
#[derive(Debug)]
pub struct Inputs {
    /// Files and folders; "-" for standard input.
    pub paths: Vec<String>,
    /// Files and folders with what was published before. If there are any, only findings that touch one of the
    /// `paths` are told.
    pub against: Vec<String>,
    /// What standard input held, if it is among the paths.
    pub stdin: Option<Vec<u8>>,
    /// What is known of articles beyond what they say.
    pub known: Vec<Known>,
    /// Files in folders that are not to be read.
    pub exclude: Vec<PathPattern>,
    /// What the house knows for certain: articles are held against it.
    pub house: House,
    /// The vocabulary in which articles and rules are read.
    pub lexicon: Arc<Lexicon>,
}

impl Default for Inputs {
    fn default() -> Inputs {
        Inputs {
            paths: Vec::new(),
            against: Vec::new(),
            stdin: None,
            known: Vec::new(),
            exclude: Vec::new(),
            house: House::default(),
            lexicon: Lexicon::built_in().clone(),
        }
    }
}

/// How to check.
#[derive(Debug, Default)]
pub struct Options {
    /// Articles to work on at a time; none: one for every processor.
    pub threads: Option<NonZeroUsize>,
    /// The project's settings: rules, severities, and what is ignored.
    pub config: Config,
    /// A file with findings that do not count.
    pub baseline: Option<PathBuf>,
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
    let Loaded { sources, documents, problems, .. } =
        load::load(&inputs.paths, inputs.stdin.as_deref(), &overrides(inputs));
    let articles =
        documents.into_par_iter().map(|document| article::read(document, &inputs.lexicon)).collect();
    Read { sources, articles, problems }
}

/// Checks articles: reads them, takes their claims, merges the claims into one graph, runs the rules on it, and
/// sets aside what is not to count.
pub fn check(inputs: &Inputs, options: &Options) -> Checked {
    in_pool(options.threads, || {
        let (overrides, lexicon) = (overrides(inputs), &inputs.lexicon);
        let stdin = inputs.stdin.as_deref();
        let Loaded { mut sources, documents, drafts, mut problems } =
            load::load_against(&inputs.paths, &inputs.against, stdin, &overrides);
        problems.extend(overrides.strangers(&sources));
        let facts = inputs.house.facts(&mut sources);
        problems.extend(options.config.strangers(&mut sources));
        let archive = (!inputs.against.is_empty()).then(|| documents.len() - drafts);
        options.progress.total.store(documents.len(), Ordering::Relaxed);
        let parts = (0..).map(|at| if at < drafts { Part::Draft } else { Part::Archive });
        let documents: Vec<(Document, Part)> = documents.into_iter().zip(parts).collect();
        let parse = |(document, part)| {
            let parsed = parse(document, part, &sources, lexicon);
            options.progress.done.fetch_add(1, Ordering::Relaxed);
            parsed
        };
        let facts = Facts::new(&facts, lexicon);
        let mut taken = Taken::new(&facts, lexicon.clone());
        // What is read out of an article is let go as soon as the article is told.
        match archive {
            None => taken.take(documents, |document| Noted::of(&parse(document), &facts, &sources, lexicon)),
            Some(_) => {
                let parsed = graph::candidates(documents.into_par_iter().map(parse).collect(), lexicon);
                taken.take(parsed, |parsed| Noted::of(&parsed, &facts, &sources, lexicon));
            }
        }
        let Taken { merger, articles, comments, claims, .. } = taken;
        problems.extend(taken.problems);
        let graph = merger.finish();
        let mut set = options.config.rule_set(&mut sources, lexicon);
        problems.append(&mut set.problems);
        let scoping = options.config.scoping(&set);
        let findings = rules::check_with(&set.rules, &graph, |found| scoping.settle(found, &sources));
        let settled = settle(findings, &comments, &set.rules, options, &mut sources, &mut problems);
        let rules = set.rules.iter().filter(|rule| rule.enabled).map(rule_line).collect();
        let Settled { findings, set_aside, .. } = settled;
        let mut report = Report { articles, archive, rules, findings, set_aside, problems, claims };
        report.forget_silent();
        Checked { sources, report }
    })
}

/// Sets aside what comments, settings and the baseline say.
fn settle(
    findings: Vec<Diagnostic>,
    comments: &[Comment],
    rules: &[Rule],
    options: &Options,
    sources: &mut SourceMap,
    problems: &mut Vec<Diagnostic>,
) -> Settled {
    let loaded = options.baseline.as_ref().map(|path| Baseline::load(path, sources)).transpose();
    let baseline = loaded.unwrap_or_else(|problem| {
        problems.push(*problem);
        None
    });
    let rules: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    let suppressions = Suppressions {
        comments,
        ignores: &options.config.ignores,
        settings: options.config.source(sources),
        baseline: baseline.as_ref(),
        today: options.today,
        rules: &rules,
    };
    let mut settled = suppressions.settle(findings);
    problems.append(&mut settled.problems);
    settled
}

/// So many articles for each processor are read before they are merged: enough to keep it busy, few enough to hold.
const SIDE_BY_SIDE: usize = 16;

/// What is kept of an article when its readings are let go.
struct Noted {
    head: ArticleHead,
    told: Extraction,
    line: ArticleLine,
    /// The comments that set findings aside.
    comments: Vec<Comment>,
    problems: Vec<Diagnostic>,
    /// How many claims it makes.
    claims: usize,
}

/// What has been taken down of all articles so far.
struct Taken<'f> {
    merger: Merger<'f>,
    articles: Vec<ArticleLine>,
    comments: Vec<Comment>,
    problems: Vec<Diagnostic>,
    /// The claims of drafts.
    claims: usize,
}

impl<'f> Taken<'f> {
    fn new(facts: &'f Facts<'f>, lexicon: Arc<Lexicon>) -> Taken<'f> {
        let (articles, comments, problems) = (Vec::new(), Vec::new(), Vec::new());
        Taken { merger: Merger::new(facts, lexicon), articles, comments, problems, claims: 0 }
    }

    /// Takes down articles, some side by side, and adds them in their order.
    fn take<T: Send>(&mut self, articles: Vec<T>, note: impl Fn(T) -> Noted + Sync) {
        let mut articles = articles.into_iter();
        let many = SIDE_BY_SIDE * rayon::current_num_threads();
        loop {
            let some: Vec<T> = articles.by_ref().take(many).collect();
            if some.is_empty() {
                return;
            }
            let noted: Vec<Noted> = some.into_par_iter().map(&note).collect();
            noted.into_iter().for_each(|noted| self.add(noted));
        }
    }

    fn add(&mut self, noted: Noted) {
        let Noted { head, told, line, comments, problems, claims } = noted;
        self.claims += if line.part == Part::Draft { claims } else { 0 };
        self.articles.push(line);
        self.comments.extend(comments);
        self.problems.extend(problems);
        self.merger.add(head, told);
    }
}

impl Noted {
    /// Takes down an article. What is wrong with comments in an archive is not told.
    fn of(parsed: &Parsed, facts: &Facts<'_>, sources: &SourceMap, lexicon: &Lexicon) -> Noted {
        let told = parsed.part == Part::Draft;
        let (mut comments, mut problems) = comment::read(sources.get(parsed.article.source), &parsed.article);
        comments.iter_mut().for_each(|comment| comment.told = told);
        problems.retain(|_| told);
        Noted {
            head: parsed.head(),
            told: graph::extract(parsed, facts, lexicon),
            line: line(parsed),
            comments,
            problems,
            claims: parsed.reading.claims.len(),
        }
    }
}

/// Runs one rule on the articles of a test.
pub fn check_test(test: &RuleTest, rule: &Rule, lexicon: &Arc<Lexicon>) -> Tried {
    let parsed = read_test(&test.articles, lexicon);
    // Behind the test's articles, where no finding looks for text.
    let source = SourceId(parsed.len() as u32);
    let facts: Vec<Fact> = test.facts.iter().map(|fact| Fact { source, ..fact.clone() }).collect();
    let graph = graph::build_with(&parsed, &facts, lexicon);
    let findings = rules::check_one(rule, &graph);
    let near = findings.is_empty().then(|| near::near(rule, &graph, 1));
    Tried { findings, near }
}

/// Does what a lexicon file's test expects come true?
pub fn check_words(tested: &Tested, test: &WordTest, lexicon: &Arc<Lexicon>) -> bool {
    match &test.expected {
        Expected::Event(class) => names(&test.article, class, lexicon),
        Expected::NoEvent(class) => !names(&test.article, class, lexicon),
        Expected::Facts(verdict) => {
            let (articles, facts) = (vec![test.article.clone()], tested.words.facts.clone());
            let of = RuleTest { articles, facts, ..RuleTest::default() };
            let rules = RuleSet::of_house(&mut SourceMap::default(), lexicon).rules;
            let found = rules.iter().any(|rule| !check_test(&of, rule, lexicon).findings.is_empty());
            found == (*verdict == Expect::Conflict)
        }
    }
}

/// Does an article tell of an event of this class, or of a kind of it?
fn names(article: &TestArticle, class: &str, lexicon: &Lexicon) -> bool {
    let Some(asked) = lexicon.class_named(class) else { return false };
    let parsed = read_test(std::slice::from_ref(article), lexicon);
    let claims = parsed.iter().flat_map(|parsed| &parsed.reading.claims);
    claims.filter_map(|claim| claim.predicate.class).any(|class| lexicon.is_a(class, asked))
}

/// Reads the articles of a test, from memory.
fn read_test(articles: &[TestArticle], lexicon: &Lexicon) -> Vec<Parsed> {
    let known = |(i, a): (usize, &TestArticle)| {
        let meta = Meta { outlet: a.source.clone(), title: None, published: a.published };
        Known { pattern: PathPattern::Path(format!("{i}.txt")), meta, origin: Origin::CommandLine }
    };
    let known = articles.iter().enumerate().map(known).collect();
    let bytes = |(i, a): (usize, &TestArticle)| {
        let title = a.title.as_ref().map(|t| format!("{t}\n\n")).unwrap_or_default();
        (format!("{i}.txt"), format!("{title}{}", a.text).into_bytes())
    };
    let memory = articles.iter().enumerate().map(bytes).collect();
    let Loaded { sources, documents, .. } = load::load_memory(memory, &Overrides::new(known, Vec::new()));
    documents.into_iter().map(|d| parse(d, Part::Draft, &sources, lexicon)).collect()
}

/// Articles, merged into one graph.
#[derive(Debug)]
pub struct Merged {
    /// Their files.
    pub sources: SourceMap,
    /// The articles with their claims, in the order of the graph's.
    pub parsed: Vec<Parsed>,
    /// What they say.
    pub graph: Graph,
    /// A report that has no findings yet.
    pub report: Report,
}

/// Reads articles, takes their claims and merges the claims into one graph, without running any rule on it.
pub fn merge(inputs: &Inputs) -> Merged {
    let Loaded { mut sources, documents, problems, .. } =
        load::load(&inputs.paths, inputs.stdin.as_deref(), &overrides(inputs));
    let facts = inputs.house.facts(&mut sources);
    let parse = |document| parse(document, Part::Draft, &sources, &inputs.lexicon);
    let parsed: Vec<Parsed> = documents.into_par_iter().map(parse).collect();
    let claims = parsed.iter().map(|p| p.reading.claims.len()).sum();
    let articles = parsed.iter().map(line).collect();
    let report = Report { articles, problems, claims, ..Report::default() };
    Merged { graph: graph::build_with(&parsed, &facts, &inputs.lexicon), sources, parsed, report }
}

fn parse(document: Document, part: Part, sources: &SourceMap, lexicon: &Lexicon) -> Parsed {
    let path = sources.get(document.source).path.as_str();
    let name = Sym::from(path.rsplit('/').next().unwrap_or(path));
    let outlet = document.meta.outlet.as_deref().map_or(name.clone(), Sym::from);
    let article = article::read(document, lexicon);
    let reading = claim::read(&article, lexicon);
    Parsed { article, reading, part, outlet, name }
}

fn line(parsed: &Parsed) -> ArticleLine {
    let article = &parsed.article;
    ArticleLine {
        source: article.source,
        part: parsed.part,
        outlet: parsed.outlet.to_string(),
        title: article.meta.title.clone(),
        published: article.meta.published,
        words: article.tokens.iter().filter(|t| !t.tag.is_punctuation()).count(),
    }
}

fn rule_line(rule: &Rule) -> RuleLine {
    let (summary, why) = (rule.summary.clone(), rule.why.clone());
    RuleLine { id: rule.id.clone(), summary, why, severity: rule.severity }
}

fn overrides(inputs: &Inputs) -> Overrides {
    Overrides::new(inputs.known.clone(), inputs.exclude.clone())
}

/// Works on so many articles at a time; if the threads cannot be had, on as many as there are.
fn in_pool<T: Send>(threads: Option<NonZeroUsize>, work: impl FnOnce() -> T + Send) -> T {
    let Some(threads) = threads else { return work() };
    match rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}
