//! `gainsay rules try RULE ARTICLE...`

use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::Inputs;
use crate::app::terminal::Terminal;
use crate::app::{settings, stdin};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::graph::Graph;
use crate::lexicon::Lexicon;
use crate::rules::engine::near::{self, Near, NearMiss};
use crate::rules::{self, Rule, RuleSet};
use crate::source::SourceMap;
use crate::view::{human, summary};

/// The code of what a rule did not find by a little.
const NEAR_MISS: &str = "near-miss";

/// Prints what a rule finds in articles, then what came close and which condition decided against it.
///
/// # Errors
/// Those of reading standard input and of writing.
pub(super) fn run(
    rule: &Path,
    paths: &[String],
    most: usize,
    config: &Config,
    lexicon: &Arc<Lexicon>,
    sources: &mut SourceMap,
    terminal: &Terminal,
) -> io::Result<Report> {
    let (stdin, known) = (stdin::read_if_named(paths)?, settings::known(config));
    let (paths, house, lexicon) = (paths.to_vec(), config.house.clone(), lexicon.clone());
    let inputs = Inputs { paths, stdin, known, house, lexicon, ..Inputs::default() };
    let merged = crate::merge(&inputs);
    let (graph, mut report) = (merged.graph, merged.report);
    *sources = merged.sources;
    let set = rule_of(rule, config, &graph.lexicon, sources);
    report.problems.extend(set.problems);
    let Some(rule) = set.rules.first() else { return Ok(report) };
    report.findings = rules::check_one(rule, &graph);
    let near = near::near(rule, &graph, most);
    let near: Vec<Diagnostic> = match &near {
        Near::NoStatement { variable, why } => no_statement(rule, *variable, why).into_iter().collect(),
        Near::Misses(misses) => misses.iter().map(|miss| near_miss(rule, miss, &graph)).collect(),
    };
    terminal.print(|out| {
        human::write_findings(&report, sources, terminal.out, out)?;
        writeln!(out, "{}", summary::line(&report))?;
        if !near.is_empty() {
            writeln!(out)?;
        }
        human::write_problems(&near, sources, terminal.out, out)
    })?;
    // What it would find is what was asked for, no failure.
    report.findings.clear();
    Ok(report)
}

/// The rule of a file, or of an id if there is no such file.
fn rule_of(rule: &Path, config: &Config, lexicon: &Lexicon, sources: &mut SourceMap) -> RuleSet {
    let id = rule.to_string_lossy();
    if rule.extension().is_some() || rule.exists() {
        let mut set = RuleSet::default();
        set.add_file(rule, sources, lexicon);
        set.cross_check();
        return set;
    }
    let mut set = config.rule_set(sources, lexicon);
    if set.get(&id).is_none() {
        set.problems.push(super::unknown(&id, &set.rules));
    }
    set.rules.retain(|rule| rule.id.as_str() == id);
    set
}

fn no_statement(rule: &Rule, variable: usize, why: &str) -> Option<Diagnostic> {
    let variable = rule.variables.get(variable)?;
    let message = format!("no statement fits `{}`", variable.name);
    Some(Diagnostic::new(NEAR_MISS, Severity::Note, message).with_label(rule.source, variable.span, why))
}

/// The statements, and under the rule's conditions what speaks against them.
fn near_miss(rule: &Rule, miss: &NearMiss, graph: &Graph) -> Diagnostic {
    let conditions = match miss.against.len() {
        1 => "one condition speaks against it".to_owned(),
        n => format!("{n} conditions speak against it"),
    };
    let mut told = Diagnostic::new(NEAR_MISS, Severity::Note, format!("not found, for {conditions}"));
    for (id, variable) in miss.statements.iter().zip(&rule.variables) {
        let Some(statement) = graph.statement(*id) else { continue };
        let Some(article) = graph.articles.get(statement.article as usize) else { continue };
        let value = statement.value.text(graph);
        told = told.with_label(article.source, statement.span, format!("{}: {value}", variable.name));
    }
    miss.against
        .iter()
        .fold(told, |told, against| told.with_label(rule.source, against.span, against.verdict.clone()))
}
