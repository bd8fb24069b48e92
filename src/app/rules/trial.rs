//! `gainsay rules try RULE ARTICLE...`

use std::io;

use crate::app::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::graph::Graph;
use crate::rules::Rule;
use crate::rules::engine::near::{Near, NearMiss};
use crate::session::Session;
use crate::view::{human, summary};

/// The code of what a rule did not find by a little.
const NEAR_MISS: &str = "near-miss";

/// Prints what a rule finds in articles, then what came close and which condition decided against it.
///
/// # Errors
/// Those of writing.
pub(super) fn run(session: &Session, most: usize, terminal: &Terminal) -> io::Result<Report> {
    let (set, sources, graph) = (session.rules(), session.sources(), session.graph());
    let mut report = session.read();
    let Some(rule) = set.rules.first() else { return Ok(report) };
    let (findings, near) = session.try_rule(rule, most);
    report.findings = findings;
    let near: Vec<Diagnostic> = match &near {
        Near::NoStatement { variable, why } => no_statement(rule, *variable, why).into_iter().collect(),
        Near::Misses(misses) => misses.iter().map(|miss| near_miss(rule, miss, graph)).collect(),
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
        let value = graph.shown(&statement);
        told = told.with_label(article.source, statement.span, format!("{}: {value}", variable.name));
    }
    if let Some(why) = miss.leeway() {
        told = told.with_help(why);
    }
    miss.against
        .iter()
        .fold(told, |told, against| told.with_label(rule.source, against.span, against.verdict.clone()))
}
