//! `gainsay check`: from files to findings.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::args::Check;
use super::outcome::Outcome;
use super::output::{Outputs, to_file};
use super::progress::Ticker;
use super::terminal::Terminal;
use super::{settings, stdin};
use crate::config::{Config, FailOn};
use crate::diagnostic::Severity;
use crate::lexicon::Lexicon;
use crate::suppress::Baseline;
use crate::view::json;
use crate::{Checked, Inputs, Options};

/// From which severity on findings fail a run, if nobody says otherwise.
pub(super) const FAIL_ON: FailOn = FailOn::At(Severity::Error);

/// Checks articles and prints what is found.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &Check, terminal: &Terminal) -> io::Result<Outcome> {
    let first = args.paths.first().filter(|path| *path != stdin::NAME).map_or(".", String::as_str);
    let (mut config, lexicon) = settings::load(args.config.as_deref(), Path::new(first));
    if !args.against.is_empty() {
        config.against.clear();
    }
    let fail_on = args.fail_on.or(config.fail_on.map(|set| set.value)).unwrap_or(FAIL_ON);
    let inputs = inputs(args, &config, lexicon)?;
    let ticker = Ticker::start();
    let options = Options {
        threads: args.threads,
        config,
        baseline: args.baseline.clone(),
        today: Some(settings::today()),
        progress: ticker.progress(),
    };
    let Checked { sources, report } = crate::check(&inputs, &options);
    ticker.stop();
    let outputs = Outputs { format: args.format, amount: args.amount(), files: &args.output };
    outputs.write(&report, &sources, terminal)?;
    let Some(path) = &args.write_baseline else { return Ok(Outcome::of(&report, fail_on)) };
    to_file(path, |out| json::write(&Baseline::of(&report), out))
        .map_err(|error| io::Error::other(format!("cannot write {}: {error}", path.display())))?;
    // What is in the baseline now does not fail the run that put it there.
    Ok(Outcome::of(&report, FailOn::Never))
}

/// What to read: what the command line says counts for more than what the settings say.
fn inputs(args: &Check, config: &Config, lexicon: Arc<Lexicon>) -> io::Result<Inputs> {
    let against = settings::archive(&args.against, config);
    Ok(Inputs {
        stdin: stdin::read_if_named(args.paths.iter().chain(&against))?,
        paths: args.paths.clone(),
        against,
        known: settings::dated(&args.date_of).chain(settings::known(config)).collect(),
        house: config.house.clone(),
        lexicon,
        exclude: config.exclude.iter().map(|pattern| pattern.value.clone()).collect(),
    })
}
