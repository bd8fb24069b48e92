//! What becomes of a rule whose conditions hold: is it told, and if not, who wrote where that it is not?

use serde::Serialize;

use super::super::Session;
use super::place::Place;
use crate::config::{Config, Level, Table};
use crate::diagnostic::{Aside, Diagnostic, Exception, Label};
use crate::rules::engine::between::Weighing;
use crate::rules::{self, Rule};
use crate::source::{SourceId, Span};

/// What a rule makes of two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Made {
    /// It finds a conflict.
    Finding,
    /// It finds one that does not count.
    SetAside,
    /// Its conditions hold, yet the finding is not told.
    Withheld,
    /// Some of its conditions do not hold.
    Silent,
    /// Only one of the places gives what it compares.
    OneSided,
    /// Neither does.
    Nothing,
}

/// What keeps a finding from counting.
#[derive(Debug, Serialize)]
pub struct SetAside {
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
    pub(crate) fn text(&self) -> String {
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

/// What a session made of its findings, asked about two places.
pub(super) struct Judge<'a> {
    pub(super) session: &'a Session,
    /// The places that are explained.
    pub(super) places: [Place; 2],
}

impl Judge<'_> {
    /// What a rule finds in the two places, in one sentence: a check's finding with a phrase at each, on two sides of it.
    pub(super) fn found(&self, rule: &Rule) -> Option<Conclusion> {
        let report = self.session.check();
        let told = |f: &Diagnostic| format!("{}: {}", f.severity.name(), f.message);
        let here = |f: &Diagnostic| f.code == rule.id && self.has_sides(f);
        if let Some(found) = report.findings.iter().find(|f| here(f)) {
            return Some(Conclusion { made: Made::Finding, why: told(found), set_aside: None });
        }
        let (found, by) = report.set_aside.iter().find(|(f, _)| here(f))?;
        Some(Conclusion { made: Made::SetAside, why: told(found), set_aside: Some(self.aside(by)) })
    }

    /// Why a rule finds nothing in two places, in one sentence.
    pub(super) fn conclude(&self, rule: &Rule, weighing: &Weighing) -> Conclusion {
        if !weighing.holds() {
            let against = weighing.conditions.iter().filter(|w| w.speaks_against).count();
            let verb = if against == 1 { "speaks" } else { "speak" };
            let why = format!("{against} of {} conditions {verb} against it", weighing.conditions.len());
            return Conclusion { made: Made::Silent, why, set_aside: None };
        }
        let (why, set_aside) = self.switched_off(rule, weighing).unwrap_or_else(|| {
            let report = self.session.check();
            let mut all = report.findings.iter().chain(report.set_aside.iter().map(|(found, _)| found));
            let other =
                all.find(|f| self.touches_both(f)).map_or("another finding", |other| other.code.as_str());
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
            let by = self.config().outcome_turned_off(rule, name.as_str());
            return Some((format!("{}/{name} is switched off", rule.id), by.and_then(|by| self.switch(by))));
        }
        let scoping = self.config().scoping(self.session.rules());
        let raw = rules::check_one(rule, self.session.graph());
        let level =
            raw.iter().find(|f| self.touches_both(f)).and_then(|f| scoping.level(f, self.session.sources()));
        match level {
            Some(level) if level.value == Level::Off => {
                Some(("the rule is switched off here".to_owned(), self.switch((Table::For, level.place))))
            }
            None if !rule.enabled || self.session.rules().scoped.contains(&rule.id) => {
                let by = self.config().turned_off(rule).and_then(|by| self.switch(by));
                Some(("the rule is switched off".to_owned(), by))
            }
            _ => None,
        }
    }

    /// Has a finding a label at either place?
    fn touches_both(&self, finding: &Diagnostic) -> bool {
        self.places.iter().all(|place| self.labels(finding, place).next().is_some())
    }

    /// The same, on two sides of the finding: not two labels of one value.
    fn has_sides(&self, finding: &Diagnostic) -> bool {
        let [a, b] = &self.places;
        // "It happened: Ann Lee" and "it did not: Ann Lee" are two sides.
        let one = |x: &Label, y: &Label| x.value == y.value && x.message == y.message;
        let opposed = |x: &Label, y: &Label| x != y && (x.value.is_none() || !one(x, y));
        self.labels(finding, a).any(|x| self.labels(finding, b).any(|y| opposed(x, y)))
    }

    /// The labels of a finding at a place.
    fn labels<'f>(
        &self,
        finding: &'f Diagnostic,
        place: &Place,
    ) -> impl Iterator<Item = &'f Label> + use<'f> {
        let article = self.session.graph().articles.get(place.article as usize);
        let (source, span) = (article.map(|article| article.source), place.span);
        finding.labels.iter().filter(move |label| Some(label.source) == source && label.span.overlaps(span))
    }

    fn config(&self) -> &Config {
        self.session.project().config()
    }

    fn aside(&self, aside: &Aside) -> SetAside {
        let written = |by, exception: &Exception| {
            self.at(by, Some(exception.reason.clone()), exception.source, exception.place)
        };
        match aside {
            Aside::Comment(exception) => written(By::Comment, exception),
            Aside::Settings(exception) => written(By::Ignore, exception),
            Aside::Baseline => {
                let path = self.session.options.baseline.as_ref().map(|path| path.display().to_string());
                SetAside { by: By::Baseline, reason: None, path, line: None, column: None }
            }
        }
    }

    fn switch(&self, (table, place): (Table, Span)) -> Option<SetAside> {
        Some(self.at(table.into(), None, self.session.material().settings?, place))
    }

    fn at(&self, by: By, reason: Option<String>, source: SourceId, place: Span) -> SetAside {
        let file = self.session.sources().get(source);
        let at = file.position(place);
        SetAside { by, reason, path: Some(file.path.clone()), line: Some(at.line), column: Some(at.column) }
    }
}
