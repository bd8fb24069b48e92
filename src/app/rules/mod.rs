//! `gainsay rules`: list, explain and test rules.

use std::io;
use std::path::Path;

use super::args::{Rules, RulesAction};
use super::outcome::Outcome;
use super::settings;
use super::terminal::Terminal;
use crate::config::FailOn;
use crate::diagnostic::Severity;
use crate::source::SourceMap;

mod explain;
mod list;
mod test;

/// Does what is asked with the rules.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &Rules, terminal: &Terminal) -> io::Result<Outcome> {
    let mut sources = SourceMap::default();
    let config = settings::load(args.config.as_deref(), Path::new("."));
    let report = match &args.action {
        RulesAction::List { format } => list::run(config.rule_set(&mut sources), *format, terminal)?,
        RulesAction::Explain { id } => explain::run(config.rule_set(&mut sources), id, terminal)?,
        RulesAction::Test { paths } if paths.is_empty() => {
            test::run(config.rule_set(&mut sources), &sources, terminal)?
        }
        RulesAction::Test { paths } => test::run(test::only(paths, &mut sources), &sources, terminal)?,
    };
    terminal.problems(&report.problems, &sources)?;
    Ok(Outcome::of(&report, FailOn::At(Severity::Error)))
}
