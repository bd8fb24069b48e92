//! What becomes of a rule whose conditions hold: is it told, and if not, who wrote where that it is not?

use std::path::Path;

use serde::Serialize;

use super::both::Made;
use super::place::Place;
use crate::Merged;
use crate::app::settings::today;
use crate::config::{Config, Level, Table};
use crate::diagnostic::{Aside, Diagnostic, Exception};
use crate::rules::engine::between::Weighing;
use crate::rules::{self, Rule, RuleSet};
use crate::source::{SourceId, SourceMap, Span};
use crate::suppress::{Baseline, Settled, Suppressions, comment};

/// What keeps a finding from counting.
#[derive(Serialize)]
pub(super) struct SetAside {
    by: By,
    reason: Option<String>,
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
}

/// What can keep one from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum By {
    Comment,
    Ignore,
    Baseline,
    Rules,
    For,
    Packs,
}

impl By {
    fn name(self) -> &'static str {
        match self {
            By::Comment => "the comment",
            By::Ignore => "[[ignore]]",
            By::Baseline => "the baseline",
            By::Rules => "[rules]",
            By::For => "[[for]]",
            By::Packs => "[packs]",
        }
    }
}

impl From<Table> for By {
    fn from(table: Table) -> By {
        match table {
            Table::Rules => By::Rules,
            Table::For => By::For,
            Table::Packs => By::Packs,
        }
    }
}

impl SetAside {
    /// "by the comment at a.md:7:1: counted apart"
    pub(super) fn text(&self) -> String {
        let path = self.path.as_deref().unwrap_or_default();
        let place = match self.line.zip(self.column) {
            Some((line, column)) => format!("at {path}:{line}:{column}"),
            None => path.to_owned(),
        };
        let reason = self.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
        format!("by {} {place}{reason}", self.by.name())
    }
}

/// What is made of a rule.
pub(super) struct Conclusion {
    pub(super) made: Made,
    pub(super) why: String,
    pub(super) set_aside: Option<SetAside>,
}

/// All that has a say in what becomes of a finding.
pub(super) struct Judge<'a> {
    merged: &'a Merged,
    config: &'a Config,
    pub(super) set: &'a RuleSet,
    /// All files: the articles', the settings' and the rules'.
    pub(super) sources: &'a SourceMap,
    /// The settings' file.
    settings: Option<SourceId>,
    /// The baseline's file.
    baseline: Option<&'a Path>,
    /// The places that are explained.
    places: [Place; 2],
    /// What all rules together find.
    pub(super) settled: Settled,
}

impl<'a> Judge<'a> {
    /// Runs all rules, and sets aside what comments, settings and the baseline say, as a check would. That an exception
    /// is not used says nothing here, where not all articles are read.
    pub(super) fn new(
        merged: &'a Merged,
        config: &'a Config,
        set: &'a RuleSet,
        baseline: Option<&'a Path>,
        places: [Place; 2],
        sources: &'a mut SourceMap,
    ) -> Judge<'a> {
        let known = baseline.map(|path| Baseline::load(path, sources)).transpose();
        let settings = config.source(sources);
        let sources: &SourceMap = sources;
        let (mut comments, mut problems) = (Vec::new(), Vec::new());
        for (parsed, article) in merged.parsed.iter().zip(0..) {
            let (mut own, mut wrong) = comment::read(sources.get(parsed.article.source), &parsed.article);
            let told = places.iter().any(|place| place.article == article);
            own.iter_mut().for_each(|comment| comment.told = told);
            wrong.retain(|_| told);
            comments.append(&mut own);
            problems.append(&mut wrong);
        }
        let rules: Vec<&str> = set.rules.iter().map(|rule| rule.id.as_str()).collect();
        let suppressions = Suppressions {
            comments: &comments,
            ignores: &config.ignores,
            settings,
            baseline: known.as_ref().ok().and_then(Option::as_ref),
            today: Some(today()),
            rules: &rules,
        };
        let scoping = config.scoping(set);
        let found = rules::check_with(&set.rules, &merged.graph, |found| scoping.settle(found, sources));
        let mut settled = suppressions.settle(found);
        settled.problems.retain(|problem| problem.code != "ignore/unused");
        settled.problems.append(&mut problems);
        settled.problems.extend(known.err().map(|problem| *problem));
        Judge { merged, config, set, sources, settings, baseline, places, settled }
    }
}

impl Judge<'_> {
    /// Whether a rule finds something in two places, in one sentence.
    pub(super) fn conclude(&self, rule: &Rule, weighing: &Weighing) -> Conclusion {
        let (set_aside, settled) = (None, &self.settled);
        if !weighing.holds() {
            let against = weighing.conditions.iter().filter(|w| w.speaks_against).count();
            let verb = if against == 1 { "speaks" } else { "speak" };
            let why = format!("{against} of {} conditions {verb} against it", weighing.conditions.len());
            return Conclusion { made: Made::Silent, why, set_aside };
        }
        let told = |f: &Diagnostic| format!("{}: {}", f.severity.name(), f.message);
        let here = |f: &Diagnostic| self.touches_both(f);
        if let Some(found) = settled.findings.iter().find(|f| f.code == rule.id && here(f)) {
            return Conclusion { made: Made::Finding, why: told(found), set_aside };
        }
        if let Some((found, by)) = settled.set_aside.iter().find(|(f, _)| f.code == rule.id && here(f)) {
            let (why, set_aside) = (told(found), Some(self.aside(by)));
            return Conclusion { made: Made::SetAside, why, set_aside };
        }
        let (why, set_aside) = self.switched_off(rule, weighing).unwrap_or_else(|| {
            let all = settled.findings.iter().chain(settled.set_aside.iter().map(|(found, _)| found));
            let other =
                all.into_iter().find(|f| here(f)).map_or("another finding", |other| other.code.as_str());
            (format!("{other} tells of the same passages"), None)
        });
        Conclusion { made: Made::Withheld, why: format!("its conditions hold, but {why}"), set_aside }
    }

    /// What is switched off, and by what, where that is why the rule is not told.
    fn switched_off(&self, rule: &Rule, weighing: &Weighing) -> Option<(String, Option<SetAside>)> {
        let outcome = weighing.outcome.and_then(|at| rule.outcomes.get(at));
        if let Some(name) =
            outcome.filter(|outcome| !outcome.enabled).and_then(|outcome| outcome.name.as_ref())
        {
            let by = self.config.outcome_turned_off(rule, name.as_str());
            return Some((format!("{}/{name} is switched off", rule.id), by.and_then(|by| self.switch(by))));
        }
        let scoping = self.config.scoping(self.set);
        let raw = rules::check_one(rule, &self.merged.graph);
        let level = raw.iter().find(|f| self.touches_both(f)).and_then(|f| scoping.level(f, self.sources));
        match level {
            Some(level) if level.value == Level::Off => {
                Some(("the rule is switched off here".to_owned(), self.switch((Table::For, level.place))))
            }
            None if !rule.enabled || self.set.scoped.contains(&rule.id) => {
                let by = self.config.turned_off(rule).and_then(|by| self.switch(by));
                Some(("the rule is switched off".to_owned(), by))
            }
            _ => None,
        }
    }

    /// Has a finding a label at either place?
    fn touches_both(&self, finding: &Diagnostic) -> bool {
        self.places.iter().all(|place| {
            let source = self.merged.graph.articles.get(place.article as usize).map(|article| article.source);
            let mut labels = finding.labels.iter().filter(|label| Some(label.source) == source);
            labels.any(|label| label.span.overlaps(place.span))
        })
    }

    fn aside(&self, aside: &Aside) -> SetAside {
        let written = |by, exception: &Exception| {
            self.at(by, Some(exception.reason.clone()), exception.source, exception.place)
        };
        match aside {
            Aside::Comment(exception) => written(By::Comment, exception),
            Aside::Settings(exception) => written(By::Ignore, exception),
            Aside::Baseline => {
                let path = self.baseline.map(|path| path.display().to_string());
                SetAside { by: By::Baseline, reason: None, path, line: None, column: None }
            }
        }
    }

    fn switch(&self, (table, place): (Table, Span)) -> Option<SetAside> {
        Some(self.at(table.into(), None, self.settings?, place))
    }

    fn at(&self, by: By, reason: Option<String>, source: SourceId, place: Span) -> SetAside {
        let file = self.sources.get(source);
        let at = file.position(place);
        SetAside { by, reason, path: Some(file.path.clone()), line: Some(at.line), column: Some(at.column) }
    }
}
