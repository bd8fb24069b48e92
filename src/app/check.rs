//! `gainsay check`: from files to findings.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::args::Check;
use super::outcome::Outcome;
use super::progress::Ticker;
use super::stdin;
use super::terminal::Terminal;
use crate::article::Meta;
use crate::config::{Config, FailOn};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::SourceMap;
use crate::{Checked, Inputs, Options};

/// Checks articles and prints what is found.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &Check, terminal: &Terminal) -> io::Result<Outcome> {
    let mut sources = SourceMap::default();
    let config = match config(args, &mut sources) {
        Ok(config) => config,
        Err(problems) => {
            let report = Report { problems, ..Report::default() };
            terminal.report(&report, &sources, args.format)?;
            return Ok(Outcome::of(&report, FailOn::Never));
        }
    };
    let fail_on = args.fail_on.or(config.fail_on).unwrap_or(FailOn::At(Severity::Error));
    let inputs = inputs(args, config.articles)?;
    let ticker = Ticker::start();
    let options = Options { threads: args.threads, rules: config.rules, progress: ticker.progress() };
    let Checked { sources, report } = crate::check(&inputs, &options);
    ticker.stop();
    terminal.report(&report, &sources, args.format)?;
    Ok(Outcome::of(&report, fail_on))
}

/// The settings that hold for the first path.
fn config(args: &Check, sources: &mut SourceMap) -> Result<Config, Vec<Diagnostic>> {
    let first = args.paths.first().filter(|path| *path != stdin::NAME).map_or(".", String::as_str);
    match args.config.clone().or_else(|| Config::find(Path::new(first))) {
        Some(file) => Config::load(&file, sources),
        None => Ok(Config::default()),
    }
}

/// What to read: what the command line says of an article counts for more than what the settings say.
fn inputs(args: &Check, mut known: BTreeMap<String, Meta>) -> io::Result<Inputs> {
    for (name, date) in &args.date_of {
        known.entry(name.clone()).or_default().published = Some(*date);
    }
    Ok(Inputs { paths: args.paths.clone(), stdin: stdin::read_if_named(&args.paths)?, known })
}
