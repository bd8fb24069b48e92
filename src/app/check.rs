//! `gainsay check`: from files to findings.

use std::io;
use std::path::Path;

use super::args::Check;
use super::outcome::Outcome;
use super::output::{Outputs, to_file};
use super::progress::Ticker;
use super::terminal::Terminal;
use super::{settings, stdin};
use crate::config::FailOn;
use crate::diagnostic::Severity;
use crate::session::{Inputs, Options, Project, Session};
use crate::suppress::Baseline;
use crate::view::json;
use crate::view::summary::counted;

/// From which severity on findings fail a run, if nobody says otherwise.
pub(super) const FAIL_ON: FailOn = FailOn::At(Severity::Error);

/// Checks articles and prints what is found.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &Check, terminal: &Terminal) -> io::Result<Outcome> {
    let first = args.paths.first().filter(|path| *path != stdin::NAME).map_or(".", String::as_str);
    let project = Project::load(args.config.as_deref(), Path::new(first), &[]);
    let fail_on = args.fail_on.or(project.config().fail_on.map(|set| set.value)).unwrap_or(FAIL_ON);
    // What the command line says counts for more than what the settings say.
    let inputs = Inputs {
        stdin: stdin::read_if_named(args.paths.iter().chain(&args.against))?,
        paths: args.paths.clone(),
        archive: settings::archive(&args.against),
        known: settings::dated(&args.date_of),
        ..Inputs::default()
    };
    let ticker = Ticker::start();
    let options = Options {
        threads: args.threads,
        baseline: args.baseline.clone(),
        min_confidence: args.min_confidence,
        today: Some(settings::today()),
        progress: ticker.progress(),
        ..Options::default()
    };
    let session = Session::new(project, inputs, options);
    let report = session.check();
    ticker.stop();
    let outputs = Outputs { format: args.format, amount: args.amount(), files: &args.output };
    let Some(path) = &args.write_baseline else {
        outputs.write(report, session.sources(), terminal)?;
        return Ok(Outcome::of(report, fail_on));
    };
    let baseline = Baseline::of(report);
    to_file(path, |out| json::write(&baseline, out))
        .map_err(|error| io::Error::other(format!("cannot write {}: {error}", path.display())))?;
    let findings = counted(baseline.counts().values().sum(), "finding");
    outputs.write_line(
        &format!("wrote {}: {findings}", path.display()),
        report,
        session.sources(),
        terminal,
    )?;
    // What is in the baseline now does not fail the run that put it there.
    Ok(Outcome::of(report, FailOn::Never))
}
