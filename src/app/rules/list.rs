//! `gainsay rules list`

use std::io;

use crate::app::choice::Format;
use crate::app::table;
use crate::app::terminal::Terminal;
use crate::diagnostic::Report;
use crate::rules::{Listed, RuleSet};
use crate::view::table::Row;

/// A rule in a line; for people, one of its outcomes as well.
impl Row for Listed<'_> {
    const HEAD: &'static [&'static str] = &["rule", "severity", "pack", "summary"];

    fn cells(&self) -> Vec<String> {
        let severity = if self.enabled { self.severity } else { "off" };
        [self.id.as_str(), severity, self.pack, self.summary].map(str::to_owned).to_vec()
    }
}

/// Prints the rules; the report has what is wrong with others.
///
/// # Errors
/// Those of writing.
pub(super) fn run(set: &RuleSet, format: Format, terminal: &Terminal) -> io::Result<Report> {
    let rows: Vec<_> = match format {
        Format::Human => set.rules.iter().flat_map(Listed::with_outcomes).collect(),
        Format::Json => set.rules.iter().map(Listed::new).collect(),
    };
    table::print("rules", &rows, format, terminal)?;
    Ok(Report { problems: set.problems.clone(), ..Report::default() })
}
