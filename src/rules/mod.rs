//! Stage 4: rules written in TOML find the conflicts in the knowledge graph.
//!
//! A rule file goes through [`validate::load`]: [`file`](mod@file) knows the tables and keys, [`pattern`] reads
//! `[find]`, [`expression`] reads and types the conditions, [`message`] the texts, [`plan`] decides how to
//! look. What is wrong is noted as a [`mistake`] with its place; all of them come out together. The
//! [`engine`] runs what was loaded; [`pack`] finds the files, built in or in a project's folders; [`house`] reads a
//! project's own words and facts in the same manner.

use crate::diagnostic::Severity;
use crate::lexicon::fact::Fact;
use crate::source::{SourceId, Span};
use crate::symbol::Sym;

mod canonical;
pub mod confidence;
pub mod engine;
pub mod expression;
pub mod facts;
pub mod file;
mod folder;
pub mod house;
mod listing;
pub mod located;
pub mod message;
pub mod mistake;
pub mod pack;
pub mod pattern;
pub mod plan;
pub mod reach;
pub mod reference;
pub mod schema;
pub mod validate;
pub mod vocabulary;

pub use engine::{check, check_one, check_with};
pub use facts::{Facts, Relation};
pub use folder::SETTINGS;
pub use listing::{Listed, ListedOutcome};
pub use pack::RuleSet;

use confidence::Measured;
use expression::Expr;
use message::Template;
use plan::{Conditions, GatheredSet, Plan, Variable};

/// A rule without mistakes.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its name: the file's, without ".toml".
    pub id: Sym,
    /// The pack that it belongs to: the name of the folder.
    pub pack: Sym,
    /// Its file.
    pub source: SourceId,
    /// What it finds, in one line.
    pub summary: String,
    /// Where that stands in the file: the place of the rule as a whole, whose id is the file's name.
    pub head: Span,
    /// How bad a finding is, where no outcome says otherwise.
    pub severity: Severity,
    /// Why the rule exists.
    pub why: String,
    /// How often its findings are right, where that was measured.
    pub measured: Measured,
    /// Does it run?
    pub enabled: bool,
    /// Rules that stay silent where this one speaks, with their places in the file.
    pub over: Vec<(Sym, Span)>,
    /// Its variables, in the order of the file.
    pub variables: Vec<Variable>,
    /// Sets of other statements that its conditions count.
    pub sets: Vec<GatheredSet>,
    /// Its conditions.
    pub conditions: Conditions,
    /// How the engine goes about it.
    pub plan: Plan,
    /// Special cases; the first that holds counts.
    pub outcomes: Vec<Outcome>,
    /// What to tell the reader.
    pub report: ReportText,
    /// Its tests.
    pub tests: Vec<RuleTest>,
}

impl Rule {
    /// Turns the rule on, with a severity that its outcomes do not exceed, or off.
    pub fn set_level(&mut self, severity: Option<Severity>) {
        self.enabled = severity.is_some();
        if let Some(severity) = severity {
            self.severity = severity;
            for outcome in &mut self.outcomes {
                outcome.severity = outcome.severity.map(|own| own.min(severity));
            }
        }
    }

    /// Turns the outcomes of a name on, with a severity, or off. Are there any?
    pub fn set_outcome_level(&mut self, name: &str, severity: Option<Severity>) -> bool {
        let mut known = false;
        for outcome in self.outcomes.iter_mut().filter(|o| o.name.as_deref() == Some(name)) {
            outcome.enabled = severity.is_some();
            outcome.severity = severity.or(outcome.severity);
            known = true;
        }
        known
    }
}

/// What a finding says.
#[derive(Debug, Clone, Default)]
pub struct ReportText {
    /// The finding in one sentence.
    pub message: Template,
    /// What stands under each variable's phrase.
    pub labels: Vec<Option<Template>>,
    /// What the reader could do.
    pub help: Option<Template>,
}

/// A special case of a rule.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What settings call it.
    pub name: Option<Sym>,
    /// Is it reported?
    pub enabled: bool,
    /// The condition.
    pub when: Expr,
    /// In place of the rule's severity.
    pub severity: Option<Severity>,
    /// In place of the report's message.
    pub message: Option<Template>,
    /// In place of the report's help.
    pub help: Option<Template>,
}

/// A test in a rule file.
#[derive(Debug, Clone, Default)]
pub struct RuleTest {
    /// What it shows, if it says so.
    pub name: Option<String>,
    /// The verdict that the rule must reach.
    pub expect: Expect,
    /// The severity that the finding must have, if the test asks for one.
    pub severity: Option<Severity>,
    /// Is it known to fail so far?
    pub todo: bool,
    /// The articles.
    pub articles: Vec<TestArticle>,
    /// House facts that hold for the test.
    pub facts: Vec<Fact>,
    /// Where the expected verdict stands in the rule's file.
    pub span: Span,
}

/// The verdict that a test expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Expect {
    /// The rule finds a conflict.
    Conflict,
    /// The rule finds nothing.
    #[default]
    Silent,
}

/// An article of a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestArticle {
    /// The outlet.
    pub source: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The day of publication.
    pub published: Option<jiff::civil::Date>,
    /// The body.
    pub text: String,
}

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
