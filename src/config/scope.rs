//! `[[for]]`: what a project makes of rules in some of its articles.

use std::collections::{BTreeMap, BTreeSet};

use super::{Level, Placed};
use crate::Sym;
use crate::article::load::PathPattern;
use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::Rule;
use crate::source::SourceMap;

/// Levels of rules that hold for findings in some articles.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// The articles. A finding that marks a phrase in one of them is meant.
    pub articles: Vec<Placed<PathPattern>>,
    /// What the rules are there, by their ids.
    pub rules: BTreeMap<String, Placed<Level>>,
}

impl Scope {
    /// What the scope makes of a finding, if it speaks of it.
    fn level(&self, finding: &Diagnostic, sources: &SourceMap) -> Option<Level> {
        let level = self.rules.get(finding.code.as_str())?.value;
        let meant = |path: &str| self.articles.iter().any(|pattern| pattern.value.matches(path));
        finding.labels.iter().any(|label| meant(&sources.get(label.source).path)).then_some(level)
    }
}

/// Gives findings the severity that they have where they stand.
#[derive(Debug)]
pub struct Scoping<'c> {
    scopes: &'c [Scope],
    /// The severity of each rule outside of all scopes.
    severities: BTreeMap<Sym, Severity>,
    /// Rules that run in scopes alone.
    within: &'c BTreeSet<Sym>,
}

impl<'c> Scoping<'c> {
    pub(super) fn new(scopes: &'c [Scope], rules: &[Rule], within: &'c BTreeSet<Sym>) -> Scoping<'c> {
        let severities = rules.iter().map(|rule| (rule.id, rule.severity)).collect();
        Scoping { scopes, severities, within }
    }

    /// The finding with its severity; none where its rule is off. Of several scopes the last that speaks of it counts.
    pub fn settle(&self, finding: Diagnostic, sources: &SourceMap) -> Option<Diagnostic> {
        let level = self.scopes.iter().rev().find_map(|scope| scope.level(&finding, sources));
        match level {
            None => Some(finding).filter(|finding| !self.within.contains(&finding.code)),
            Some(Level::Off) => None,
            Some(Level::At(asked)) => {
                let severity = self.severity(&finding, asked);
                Some(Diagnostic { severity, ..finding })
            }
        }
    }

    /// As with the severity of a rule: outcomes that are milder stay so, and what is undecided is a step milder.
    fn severity(&self, finding: &Diagnostic, asked: Severity) -> Severity {
        let decided = |severity: Severity| if finding.decided { severity } else { severity.milder() };
        let plain = self.severities.get(&finding.code).is_none_or(|own| finding.severity >= decided(*own));
        if plain { decided(asked) } else { finding.severity.min(decided(asked)) }
    }
}
