//! How a run ended: the one place where exit codes are made.

use std::process::ExitCode;

use crate::config::FailOn;
use crate::diagnostic::{Report, Severity};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing that should fail the run.
    Clean,
    /// Findings that should.
    Findings,
    /// The tool could not do all of its work.
    Failed,
}

impl Outcome {
    /// What a report means for the run.
    pub(super) fn of(report: &Report, fail_on: FailOn) -> Outcome {
        let fails = |severity| matches!(fail_on, FailOn::At(least) if severity >= least);
        if report.problems.iter().any(|problem| problem.severity == Severity::Error) {
            Outcome::Failed
        } else if report.findings.iter().any(|finding| fails(finding.severity)) {
            Outcome::Findings
        } else {
            Outcome::Clean
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

#[cfg(test)]
mod tests;
