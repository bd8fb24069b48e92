//! Findings that do not count: a comment in an article says so, or the settings, or the baseline.
//!
//! Whoever sets a finding aside gives a reason. What is set aside without effect is told, so that no stale
//! exception hides the next mistake.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::config::Ignore;
use crate::diagnostic::{Aside, Diagnostic, Exception, Severity};
use crate::hint::hint;
use crate::source::{SourceId, Span};

pub mod baseline;
pub mod comment;

pub use baseline::Baseline;
pub use comment::Comment;

/// All that can set findings aside.
#[derive(Debug, Default)]
pub struct Suppressions<'a> {
    /// Comments in articles.
    pub comments: &'a [Comment],
    /// The findings that the settings ignore, and their file.
    pub ignores: &'a [Ignore],
    /// The settings' file.
    pub settings: Option<SourceId>,
    /// Findings that were there before.
    pub baseline: Option<&'a Baseline>,
    /// The day of the run, for exceptions that end. Without it none does.
    pub today: Option<Date>,
    /// Every rule that there is.
    pub rules: &'a [&'a str],
}

/// Findings, sorted out.
#[derive(Debug, Default)]
pub struct Applied {
    /// Those that count.
    pub findings: Vec<Diagnostic>,
    /// Those that do not, and why.
    pub set_aside: Vec<(Diagnostic, Aside)>,
    /// Exceptions without effect.
    pub problems: Vec<Diagnostic>,
    /// What the settings ignore and no finding is, by its place among [`Suppressions::ignores`]. Whether to speak of it
    /// depends on what was read: see [`unused`].
    pub unused: Vec<usize>,
}

impl Suppressions<'_> {
    /// Sorts findings out. Comments count before settings, and those before the baseline.
    pub fn apply(&self, findings: Vec<Diagnostic>) -> Applied {
        let mut used = Used {
            places: Places::new(self.comments),
            comments: vec![false; self.comments.len()],
            ignores: vec![false; self.ignores.len()],
        };
        let mut known = self.baseline.map(Baseline::counts).unwrap_or_default();
        let mut applied = Applied::default();
        for finding in findings {
            let aside =
                self.by_comment(&finding, &mut used).or_else(|| self.by_settings(&finding, &mut used));
            let aside = aside.or_else(|| {
                let left = known.get_mut(finding.fingerprint.as_str()).filter(|left| **left > 0)?;
                *left -= 1;
                Some(Aside::Baseline)
            });
            match aside {
                Some(aside) => applied.set_aside.push((finding, aside)),
                None => applied.findings.push(finding),
            }
        }
        applied.problems = self.without_effect(&used);
        applied.unused = self.unused(&used).map(|(at, _)| at).collect();
        applied
    }

    fn by_comment(&self, finding: &Diagnostic, used: &mut Used) -> Option<Aside> {
        let found = finding.labels.iter().find_map(|label| {
            let at = used.places.at(label.source, &finding.code, label.span.start)?;
            Some((at, self.comments.get(at)?))
        });
        let (at, comment) = found?;
        mark(&mut used.comments, at);
        let (reason, source, place) = (comment.reason.clone(), comment.source, comment.place);
        Some(Aside::Comment(Exception { reason, source, place }))
    }

    fn by_settings(&self, finding: &Diagnostic, used: &mut Used) -> Option<Aside> {
        let fits = |(_, ignore): &(usize, &Ignore)| {
            ignore.fingerprint.value == finding.fingerprint && !self.is_over(ignore)
        };
        let source = self.settings?;
        let (at, ignore) = self.ignores.iter().enumerate().find(fits)?;
        mark(&mut used.ignores, at);
        let (reason, place) = (ignore.reason.clone(), ignore.fingerprint.place);
        Some(Aside::Settings(Exception { reason, source, place }))
    }

    fn is_over(&self, ignore: &Ignore) -> bool {
        ignore.until.zip(self.today).is_some_and(|(until, today)| until.value < today)
    }

    /// Exceptions that are unknown, over or unused.
    fn without_effect(&self, used: &Used) -> Vec<Diagnostic> {
        let warning = |code, message: String| Diagnostic::new(code, Severity::Warning, message);
        let mut problems = Vec::new();
        for (comment, _) in self.comments.iter().zip(&used.comments).filter(|(c, used)| !**used && c.told) {
            let rule = &comment.rule;
            let problem = if self.rules.contains(&rule.as_str()) {
                warning("ignore/unused", format!("nothing is left here for `{rule}` to find"))
                    .with_label(comment.source, comment.place, "without effect")
                    .with_help("take the comment out")
            } else {
                warning("ignore/unknown-rule", format!("there is no rule `{rule}`"))
                    .with_label(comment.source, comment.place, "not known")
                    .with_help(hint(rule, self.rules))
            };
            problems.push(problem);
        }
        let Some(settings) = self.settings else { return problems };
        for (ignore, used) in self.ignores.iter().zip(&used.ignores) {
            let Some(until) = ignore.until.filter(|_| !used && self.is_over(ignore)) else { continue };
            let fingerprint = &ignore.fingerprint.value;
            let message = format!("the finding {fingerprint} was to be ignored until {}", until.value);
            let expired = warning("ignore/expired", message).with_label(settings, until.place, "over");
            problems.push(expired.with_help("correct the article, or give a later day"));
        }
        problems
    }

    /// What is ignored, without end or not yet ended, and was not found.
    fn unused(&self, used: &Used) -> impl Iterator<Item = (usize, &Ignore)> {
        let unused = self.ignores.iter().enumerate().zip(&used.ignores).filter(|(_, used)| !**used);
        let unused = unused.map(|(ignore, _)| ignore);
        unused.filter(|(_, ignore)| self.settings.is_some() && !self.is_over(ignore))
    }
}

/// What to say of an exception of the settings, of which it is certain that no finding needs it.
pub fn unused(ignore: &Ignore, settings: SourceId) -> Diagnostic {
    let message = format!("there is no finding {} to ignore", ignore.fingerprint.value);
    Diagnostic::new("ignore/unused", Severity::Warning, message)
        .with_label(settings, ignore.fingerprint.place, "without effect")
        .with_help("take it out if the articles were corrected")
}

/// Which exceptions have had an effect.
struct Used {
    places: Places,
    comments: Vec<bool>,
    ignores: Vec<bool>,
}

fn mark(used: &mut [bool], at: usize) {
    used.iter_mut().skip(at).take(1).for_each(|used| *used = true);
}

/// The comments by file, rule and the paragraph that they speak for. Paragraphs do not overlap.
struct Places {
    by_place: BTreeMap<(SourceId, String, u32), (Span, usize)>,
}

impl Places {
    fn new(comments: &[Comment]) -> Places {
        let mut by_place = BTreeMap::new();
        for (at, comment) in comments.iter().enumerate() {
            if let Some(covers) = comment.covers {
                let key = (comment.source, comment.rule.clone(), covers.start);
                by_place.entry(key).or_insert((covers, at));
            }
        }
        Places { by_place }
    }

    /// The comment on a rule that speaks for a byte of a file.
    fn at(&self, source: SourceId, rule: &str, byte: u32) -> Option<usize> {
        let upto = (source, rule.to_owned(), byte);
        let ((file, about, _), (covers, at)) = self.by_place.range(..=upto).next_back()?;
        (*file == source && about == rule && byte < covers.end).then_some(*at)
    }
}

#[cfg(test)]
mod tests;
