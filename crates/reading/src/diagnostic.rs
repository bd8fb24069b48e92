//! The one message type: findings in articles and mistakes in rules or settings alike.
//!
//! Severity and message are final here; the views only draw them.

use std::collections::BTreeSet;
use std::str::FromStr;

use crate::source::{SourceId, Span};
use crate::symbol::Sym;

/// How bad it is. Ordered: a note is less than a warning is less than an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know; never fails a run by default.
    Note,
    /// Probably wrong, or wrong if what is missing turns out so.
    Warning,
    /// Both statements cannot be true.
    Error,
}

impl Severity {
    /// One step milder: for findings that hang on something unknown.
    pub fn milder(self) -> Severity {
        match self {
            Severity::Error => Severity::Warning,
            Severity::Warning | Severity::Note => Severity::Note,
        }
    }

    /// "error", "warning" or "note".
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

impl std::str::FromStr for Severity {
    type Err = ();
    fn from_str(s: &str) -> Result<Severity, ()> {
        [Severity::Note, Severity::Warning, Severity::Error].into_iter().find(|v| v.name() == s).ok_or(())
    }
}

/// A marked piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The file.
    pub source: SourceId,
    /// The shortest phrase that carries the claim.
    pub span: Span,
    /// What to say under it.
    pub message: String,
    /// The value that this mention gives to the slot in dispute ("at least 5").
    pub value: Option<String>,
}

/// A finding in articles, or a problem with an input, a rule or a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's id, or the code of the problem ("input/encoding", "rule/unknown-key").
    pub code: Sym,
    /// How bad.
    pub severity: Severity,
    /// False when something unknown (see `missing`) stands between the finding and certainty.
    pub decided: bool,
    /// One sentence, no trailing full stop.
    pub message: String,
    /// What the reader could do.
    pub help: Option<String>,
    /// What would decide it ("published date of a.txt").
    pub missing: Vec<String>,
    /// The places, the most important first. Findings have two or more.
    pub labels: Vec<Label>,
    /// How probable the model that it rests on finds it, if it rests on one.
    pub likelihood: Option<Percent>,
    /// Of findings with this confidence, that part is right; nothing where that was not measured.
    pub confidence: Option<Percent>,
    /// Identifies the finding across edits elsewhere in the article; empty for problems.
    pub fingerprint: String,
}

/// A share in per cent, from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Percent(u8);

impl Percent {
    /// As often as not.
    pub const HALF: Percent = Percent(50);

    /// Of a share from 0 to 1.
    pub fn of(share: f64) -> Option<Percent> {
        (0.0..=1.0).contains(&share).then(|| Percent((share * 100.0).round() as u8))
    }

    /// From 0 to 1, with two decimals.
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// From 0 to 100.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl FromStr for Percent {
    type Err = String;

    /// Reads a share from 0 to 1.
    fn from_str(text: &str) -> Result<Percent, String> {
        let share = text.parse().ok().and_then(Percent::of);
        share.ok_or_else(|| "not a share from 0 to 1, as 0.7".to_owned())
    }
}

impl Diagnostic {
    /// A decided diagnostic without labels; add to it with the `with_` methods.
    pub fn new(code: &str, severity: Severity, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code: Sym::from(code),
            severity,
            decided: true,
            message: message.into(),
            help: None,
            missing: Vec::new(),
            labels: Vec::new(),
            likelihood: None,
            confidence: None,
            fingerprint: String::new(),
        }
    }

    /// Adds a label.
    pub fn with_label(mut self, source: SourceId, span: Span, message: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { source, span, message: message.into(), value: None });
        self
    }

    /// Sets the help text.
    pub fn with_help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }
}

/// Which side of a check an article is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// It is checked, against itself and all others.
    #[default]
    Draft,
    /// It was published before: drafts are checked against it, it is not checked itself.
    Archive,
}

/// What is known of an article, for the head of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleLine {
    /// Its file.
    pub source: SourceId,
    /// Its side of the check.
    pub part: Part,
    /// The outlet, or the file's name where the article names none.
    pub outlet: String,
    /// The headline, if there is one.
    pub title: Option<String>,
    /// The day it was published, if known.
    pub published: Option<jiff::civil::Date>,
    /// The day of this version, if the article says so.
    pub updated: Option<jiff::civil::Date>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The language that it says it is in.
    pub language: Option<String>,
    /// What its editors say of this version.
    pub note: Option<String>,
    /// Words in its body.
    pub words: usize,
}

/// What is known of a rule, for programs that show it beside its findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLine {
    /// Its name.
    pub id: Sym,
    /// What it finds, in one line.
    pub summary: String,
    /// Why it exists.
    pub why: String,
    /// How bad a finding is, where nothing speaks against it.
    pub severity: Severity,
}

/// Why a finding does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aside {
    /// A comment in an article says so.
    Comment(Exception),
    /// The settings say so.
    Settings(Exception),
    /// It stands in the baseline: it was there before.
    Baseline,
}

/// What somebody wrote to set a finding aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Why.
    pub reason: String,
    /// The file that it stands in.
    pub source: SourceId,
    /// Where, in bytes of the file.
    pub place: Span,
}

/// Everything a run has to say.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The articles read, in order of their paths. Of an archive, those that findings point to.
    pub articles: Vec<ArticleLine>,
    /// How many articles of an archive were read; none where no archive was asked for.
    pub archive: Option<usize>,
    /// The rules that ran.
    pub rules: Vec<RuleLine>,
    /// Conflicts, most certain first.
    pub findings: Vec<Diagnostic>,
    /// Conflicts that do not count.
    pub set_aside: Vec<(Diagnostic, Aside)>,
    /// Trouble with inputs, rules and settings.
    pub problems: Vec<Diagnostic>,
    /// How many claims the articles make.
    pub claims: usize,
}

impl Report {
    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| f.severity == severity).count()
    }

    /// Drops the articles of an archive that no finding points to.
    pub fn forget_silent(&mut self) {
        let told = self.findings.iter().chain(self.set_aside.iter().map(|(finding, _)| finding));
        let sources: BTreeSet<SourceId> = told.flat_map(|f| &f.labels).map(|label| label.source).collect();
        self.articles.retain(|a| a.part == Part::Draft || sources.contains(&a.source));
    }

    /// How many findings a comment or the settings set aside, and how many the baseline.
    pub fn count_aside(&self) -> (usize, usize) {
        let known = self.set_aside.iter().filter(|(_, aside)| *aside == Aside::Baseline).count();
        (self.set_aside.len() - known, known)
    }
}
