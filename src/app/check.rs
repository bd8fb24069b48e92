//! `gainsay check`: from files to findings.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::args::Check;
use super::outcome::Outcome;
use super::progress::Ticker;
use super::terminal::Terminal;
use super::{settings, stdin};
use crate::article::Meta;
use crate::config::FailOn;
use crate::diagnostic::{Report, Severity};
use crate::source::SourceMap;
use crate::{Checked, Inputs, Options};

/// Checks articles and prints what is found.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &Check, terminal: &Terminal) -> io::Result<Outcome> {
    let mut sources = SourceMap::default();
    let first = args.paths.first().filter(|path| *path != stdin::NAME).map_or(".", String::as_str);
    let mut config = match settings::load(args.config.as_deref(), Path::new(first), &mut sources) {
        Ok(config) => config,
        Err(problems) => {
            let report = Report { problems, ..Report::default() };
            terminal.report(&report, &sources, args.format)?;
            return Ok(Outcome::of(&report, FailOn::Never));
        }
    };
    let fail_on = args.fail_on.or(config.fail_on).unwrap_or(FailOn::At(Severity::Error));
    let inputs = inputs(args, std::mem::take(&mut config.articles))?;
    let ticker = Ticker::start();
    let options = Options { threads: args.threads, config, progress: ticker.progress() };
    let Checked { sources, report } = crate::check(&inputs, &options);
    ticker.stop();
    terminal.report(&report, &sources, args.format)?;
    Ok(Outcome::of(&report, fail_on))
}

/// What to read: what the command line says of an article counts for more than what the settings say.
fn inputs(args: &Check, mut known: BTreeMap<String, Meta>) -> io::Result<Inputs> {
    for (name, date) in &args.date_of {
        known.entry(name.clone()).or_default().published = Some(*date);
    }
    Ok(Inputs { paths: args.paths.clone(), stdin: stdin::read_if_named(&args.paths)?, known })
}
