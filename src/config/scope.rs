//! `[[for]]`: what a project makes of rules in some of its articles.

use std::collections::{BTreeMap, BTreeSet};

use super::{Config, Level, Placed, known_packs, unknown_pack, unknown_rule};
use crate::article::load::PathPattern;
use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Rule, RuleSet};
use crate::source::{SourceMap, Span};
use crate::symbol::Sym;

/// Levels of rules that hold for findings in some articles.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// The articles. A finding that marks a phrase in one of them is meant.
    pub articles: Vec<Placed<PathPattern>>,
    /// What the rules are there, by their ids.
    pub rules: BTreeMap<String, Placed<Level>>,
    /// What the other rules of packs are there, by the packs' names.
    pub packs: BTreeMap<String, Placed<Level>>,
}

impl Scope {
    /// What the scope makes of a finding of a rule of this pack, if it speaks of it.
    fn level(&self, finding: &Diagnostic, pack: Option<&str>, sources: &SourceMap) -> Option<Placed<Level>> {
        let of_pack = || self.packs.get(pack?);
        let level = self.rules.get(finding.code.as_str()).or_else(of_pack)?;
        let meant = |path: &str| self.articles.iter().any(|pattern| pattern.value.matches(path));
        finding.labels.iter().any(|label| sources.get(label.source).names().any(meant)).then_some(*level)
    }
}

impl Config {
    /// Turns on the rules that run in some articles only.
    pub(super) fn open_scopes(&self, set: &mut RuleSet, problems: &mut Vec<Diagnostic>) {
        for (id, level) in self.scopes.iter().flat_map(|scope| &scope.rules) {
            open(set, |rule| rule.id.as_str() == id, level.value);
            if set.get(id).is_none() {
                problems.push(match id.split_once('/').filter(|(id, _)| set.get(id).is_some()) {
                    Some((rule, _)) => outcome_in_scope(rule, level.place),
                    None => unknown_rule(id, level.place, set),
                });
            }
        }
        let (named, packs) = (|| self.scopes.iter().flat_map(|scope| &scope.packs), known_packs(set));
        let unknown = named().filter(|(pack, _)| !packs.contains(&pack.as_str()));
        problems.extend(unknown.map(|(pack, level)| unknown_pack(pack, level.place, &packs)));
        for (pack, level) in named() {
            // A rule that is off by its own name stays off.
            let named_off = |rule: &Rule| self.level_off(rule.id.as_str()).is_some();
            open(set, |rule| rule.pack.as_str() == pack && !named_off(rule), level.value);
        }
    }

    /// What `[[for]]` makes of the findings of these rules.
    pub fn scoping<'c>(&'c self, set: &'c RuleSet) -> Scoping<'c> {
        let rules = set.rules.iter().map(|rule| (rule.id.as_str(), rule)).collect();
        Scoping { scopes: &self.scopes, rules, within: &set.scoped }
    }
}

/// Turns on those of the rules meant that are off, for scopes alone.
fn open(set: &mut RuleSet, meant: impl Fn(&Rule) -> bool, level: Level) {
    let Some(severity) = level.severity() else { return };
    for rule in set.rules.iter_mut().filter(|rule| !rule.enabled && meant(rule)) {
        rule.set_level(Some(severity));
        set.scoped.insert(rule.id.clone());
    }
}

fn outcome_in_scope(rule: &str, place: Span) -> Diagnostic {
    let message = "outcomes are set in [rules], for all articles".to_owned();
    Diagnostic::new("config/bad-value", Severity::Error, message)
        .with_label(Config::HERE, place, "an outcome")
        .with_help(format!("name the rule, `{rule}`"))
}

/// Gives findings the severity that they have where they stand.
#[derive(Debug)]
pub struct Scoping<'c> {
    scopes: &'c [Scope],
    /// The rules, as they are outside of all scopes.
    rules: BTreeMap<&'c str, &'c Rule>,
    /// Rules that run in scopes alone.
    within: &'c BTreeSet<Sym>,
}

impl Scoping<'_> {
    /// The finding with its severity; none where its rule is off.
    pub fn apply(&self, finding: Diagnostic, sources: &SourceMap) -> Option<Diagnostic> {
        match self.level(&finding, sources).map(|level| level.value) {
            None => Some(finding).filter(|finding| !self.within.contains(&finding.code)),
            Some(Level::Off) => None,
            Some(Level::At(asked)) => {
                let severity = self.severity(&finding, asked);
                Some(Diagnostic { severity, ..finding })
            }
        }
    }

    /// What is said of a finding where it stands, and at which place of the settings. Of several scopes the last that
    /// speaks of it counts.
    pub fn level(&self, finding: &Diagnostic, sources: &SourceMap) -> Option<Placed<Level>> {
        let pack = self.rules.get(finding.code.as_str()).map(|rule| rule.pack.as_str());
        self.scopes.iter().rev().find_map(|scope| scope.level(finding, pack, sources))
    }

    /// As with the severity of a rule: outcomes that are milder stay so, and what is undecided is a step milder.
    fn severity(&self, finding: &Diagnostic, asked: Severity) -> Severity {
        let decided = |severity: Severity| if finding.decided { severity } else { severity.milder() };
        let own = self.rules.get(finding.code.as_str()).map(|rule| rule.severity);
        let plain = own.is_none_or(|own| finding.severity >= decided(own));
        if plain { decided(asked) } else { finding.severity.min(decided(asked)) }
    }
}
