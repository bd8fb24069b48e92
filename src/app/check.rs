//! `gainsay check`: from files to findings.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::args::Check;
use super::changed::Changed;
use super::outcome::Outcome;
use super::output::{Outputs, refuse_inputs};
use super::progress::Ticker;
use super::replace::replace;
use super::terminal::Terminal;
use super::{settings, stdin, watch};
use crate::config::FailOn;
use crate::diagnostic::Severity;
use crate::session::{Archive, Digest, Inputs, Options, Project, Session};
use crate::suppress::Baseline;
use crate::view::json;
use crate::view::summary::counted;

/// From which severity on findings fail a run, if nobody says otherwise.
pub(super) const FAIL_ON: FailOn = FailOn::At(Severity::Error);

/// What articles say, from one check to the next.
#[derive(Debug, Default)]
pub(super) struct Kept(Vec<(Digest, Arc<[u8]>)>);

/// Checks articles and prints what is found.
///
/// # Errors
/// Those of writing, and those of git where it is asked.
pub(super) fn run(args: &Check, terminal: &Terminal) -> io::Result<Outcome> {
    if args.watch { watch::run(args, terminal) } else { once(args, terminal, None) }
}

/// Checks articles once; of what was kept only that is read which has changed.
///
/// # Errors
/// Those of writing, and those of git where it is asked.
pub(super) fn once(args: &Check, terminal: &Terminal, kept: Option<&mut Kept>) -> io::Result<Outcome> {
    let first = args.paths.first().filter(|path| *path != stdin::NAME).map_or(".", String::as_str);
    let project = Project::load(args.config.as_deref(), Path::new(first), &[]);
    let fail_on = args.fail_on.or(project.config().fail_on.map(|set| set.value)).unwrap_or(FAIL_ON);
    let changed = if args.asks_git() { Some(Changed::find(args, &project)?) } else { None };
    let ticker = Ticker::start();
    let mut session = Session::new(project, inputs(args, changed.as_ref())?, options(args, &ticker));
    for (path, text) in changed.iter().flat_map(|changed| &changed.staged) {
        session.set_text(path, text.clone());
    }
    if let Some(kept) = &kept {
        session = session.keeping();
        session.keep_all(&kept.0);
    }
    let report = session.check();
    ticker.stop();
    if let Some(kept) = kept {
        kept.0 = session.kept();
    }
    let outputs = Outputs { format: args.format, amount: args.amount(), files: &args.output };
    let line = match (&args.write_baseline, changed.filter(|changed| changed.drafts.is_empty())) {
        (Some(path), _) => {
            refuse_inputs(path, &session)
                .map_err(|error| io::Error::other(format!("cannot write {}: {error}", path.display())))?;
            Some(write_baseline(path, &Baseline::of(report))?)
        }
        (None, Some(changed)) => Some(changed.nothing),
        (None, None) => None,
    };
    match line {
        Some(line) => outputs.write_line(&line, &session, terminal)?,
        None => outputs.write(&session, terminal)?,
    }
    // What is in the baseline now does not fail the run that put it there.
    let fail_on = if args.write_baseline.is_some() { FailOn::Never } else { fail_on };
    Ok(Outcome::of(report, fail_on))
}

/// What to read. What the command line says counts for more than what the settings say.
fn inputs(args: &Check, changed: Option<&Changed>) -> io::Result<Inputs> {
    let (paths, archive) = match changed {
        None => (args.paths.clone(), settings::archive(&args.against)),
        // Nothing is to be read where nothing is to be checked.
        Some(changed) if changed.drafts.is_empty() => (Vec::new(), Archive::None),
        Some(changed) => {
            let others = changed.others.clone();
            let archive = match args.against.is_empty() {
                true => Archive::SettingsAnd(others),
                false => Archive::Paths([others, args.against.clone()].concat()),
            };
            (changed.drafts.clone(), archive)
        }
    };
    Ok(Inputs {
        stdin: stdin::read_if_named(args.paths.iter().chain(&args.against))?,
        paths,
        archive,
        known: settings::dated(&args.date_of),
        ..Inputs::default()
    })
}

fn options(args: &Check, ticker: &Ticker) -> Options {
    Options {
        threads: args.threads,
        baseline: args.baseline.clone(),
        min_confidence: args.min_confidence,
        today: Some(settings::today()),
        progress: ticker.progress(),
        ..Options::default()
    }
}

/// Writes a baseline, and tells in a line where and of how much.
///
/// # Errors
/// Those of the file.
fn write_baseline(path: &Path, baseline: &Baseline) -> io::Result<String> {
    // All at once: a check that runs beside this one reads the old baseline or the new one.
    let mut text = Vec::new();
    json::write(baseline, &mut text)?;
    replace(path, &text)
        .map_err(|error| io::Error::other(format!("cannot write {}: {error}", path.display())))?;
    let findings = counted(baseline.counts().values().sum(), "finding");
    Ok(format!("wrote {}: {findings}", path.display()))
}
