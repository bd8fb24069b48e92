//! The rules of a session, and the tests in rule and lexicon files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::Session;
use super::project::Project;
use crate::article::Meta;
use crate::article::load::{self, Known, Loaded, Origin, Overrides, PathPattern};
use crate::diagnostic::{Diagnostic, Part, Severity};
use crate::graph::{self, Parsed};
use crate::hint::nearest;
use crate::lexicon::Lexicon;
use crate::lexicon::fact::Fact;
use crate::rule_test::{self, TestRun, Tried};
use crate::rules::engine::lacking::lacking;
use crate::rules::engine::near::{self, Near};
use crate::rules::house::{self, Expected, Tested, WordTest};
use crate::rules::{self, Expect, Rule, RuleSet, RuleTest, TestArticle};
use crate::source::{SourceId, SourceMap};

/// Which rules run.
#[derive(Debug, Clone, Default)]
pub enum Chosen {
    /// The built-in ones and the project's own, as its settings want them.
    #[default]
    Settings,
    /// Those of some files and folders.
    Files(Vec<PathBuf>),
    /// One: that of a file, or the one of this id if there is no such file.
    One(PathBuf),
}

impl Chosen {
    /// The rules, with what is wrong with them and with the settings.
    pub(super) fn load(&self, project: &Project, sources: &mut SourceMap) -> RuleSet {
        match self {
            Chosen::Settings => project.config().rule_set(sources, project.lexicon()),
            Chosen::Files(paths) => of_files(paths, project, sources),
            Chosen::One(rule) => one(rule, project, sources),
        }
    }

    /// Where the tests are that are meant, if not all are.
    fn within(&self) -> Option<&[PathBuf]> {
        if let Chosen::Files(paths) = self { Some(paths) } else { None }
    }
}

/// The rules of some files and folders, and no others. Lexicon files are told from rules by the project and by the
/// name of their folder.
fn of_files(paths: &[PathBuf], project: &Project, sources: &mut SourceMap) -> RuleSet {
    let (house, lexicon) = (&project.config().house, project.lexicon());
    let mut set = RuleSet::default();
    set.problems = house.problems(sources);
    for path in paths.iter().filter(|path| !house::is_lexicon(path) && !house.holds(path)) {
        match path.is_dir() {
            true => set.add_folder(path, sources, lexicon),
            false => set.add_file(path, sources, lexicon),
        }
    }
    set.cross_check();
    set
}

fn one(rule: &Path, project: &Project, sources: &mut SourceMap) -> RuleSet {
    if rule.extension().is_some() || rule.exists() {
        let mut set = RuleSet::default();
        set.add_file(rule, sources, project.lexicon());
        set.cross_check();
        return set;
    }
    let id = rule.to_string_lossy();
    let mut set = project.config().rule_set(sources, project.lexicon());
    if set.get(&id).is_none() {
        set.problems.push(unknown_rule(&id, &set));
    }
    set.rules.retain(|rule| rule.id.as_str() == id);
    set
}

/// What to say of a rule that there is not.
pub fn unknown_rule(id: &str, set: &RuleSet) -> Diagnostic {
    let known = set.rules.iter().map(|rule| rule.id.as_str());
    let help = match nearest(id, known) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "`gainsay rules list` shows all that there are".to_owned(),
    };
    Diagnostic::new("rule/unknown", Severity::Error, format!("there is no rule `{id}`")).with_help(help)
}

impl Session {
    /// Runs the tests in the files of the rules, and those in the project's lexicon files.
    pub fn test_rules(&self) -> Vec<TestRun> {
        let lexicon = self.lexicon();
        let check = |test: &_, rule: &_| check_test(test, rule, lexicon);
        let check_words = |tested: &_, test: &_| check_words(tested, test, lexicon);
        self.in_pool(|| {
            let rules = self.rules().rules.par_iter();
            let mut runs: Vec<TestRun> = rules.flat_map_iter(|rule| rule_test::run(rule, &check)).collect();
            runs.extend(self.tested().iter().flat_map(|words| rule_test::run_words(words, &check_words)));
            runs
        })
    }

    /// What a rule finds in the articles, whether it is enabled or not, and so many of those places where it finds
    /// nothing only just.
    pub fn try_rule(&self, rule: &Rule, most: usize) -> (Vec<Diagnostic>, Near) {
        let graph = self.graph();
        (rules::check_one(rule, graph), near::near(rule, graph, most))
    }
}

/// The lexicon files of a project whose tests are meant.
pub(super) fn tested(chosen: &Chosen, project: &Project, sources: &mut SourceMap) -> Vec<Tested> {
    project.config().house.tests(sources, chosen.within())
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
    let lacks = if findings.is_empty() { lacking(rule, &graph) } else { Vec::new() };
    Tried { findings, near, lacks }
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
        let meta = Meta { outlet: a.source.clone(), published: a.published, ..Meta::default() };
        Known { pattern: PathPattern::Path(format!("{i}.txt")), meta, origin: Origin::CommandLine }
    };
    let known = articles.iter().enumerate().map(known).collect();
    let bytes = |(i, a): (usize, &TestArticle)| {
        let title = a.title.as_ref().map(|t| format!("{t}\n\n")).unwrap_or_default();
        (format!("{i}.txt"), format!("{title}{}", a.text).into_bytes())
    };
    let memory = articles.iter().enumerate().map(bytes).collect();
    let Loaded { sources, documents, .. } = load::load_memory(memory, &Overrides::new(known, Vec::new()));
    documents.into_iter().map(|document| super::parse(document, Part::Draft, &sources, lexicon)).collect()
}
