//! `gainsay accept`: findings that somebody has looked at, and that are not to count, go into the settings.

use std::io;
use std::path::{Path, PathBuf};

use super::args::Accept;
use super::outcome::Outcome;
use super::replace::{Reserved, replace};
use super::settings;
use super::terminal::Terminal;
use crate::config::{Accepted, Config, FILE_NAME, FailOn, Ignore, with_ignores};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::SourceMap;

/// Writes findings into the settings as ignored, and makes the file if there is none.
///
/// # Errors
/// Those of writing to the terminal.
pub(super) fn run(args: &Accept, terminal: &Terminal) -> io::Result<Outcome> {
    let file = args.config.clone().or_else(|| Config::find(Path::new(".")));
    let file = file.unwrap_or_else(|| PathBuf::from(FILE_NAME));
    if file.exists() && !file.is_file() {
        // A pipe would be waited for.
        let message = format!("{} is no file", file.display());
        let other = Diagnostic::new("accept/unwritable", Severity::Error, message);
        return fail(vec![other], &Config::default(), terminal);
    }
    // Until it is written: of two that read the same text the second would take the first one's entries away.
    let _reserved = match Reserved::wait(&file) {
        Ok(reserved) => reserved,
        Err(error) => return fail(vec![unwritable(&file, &error)], &Config::default(), terminal),
    };
    let (config, text) = match file.exists() {
        true => read(&file),
        false => (Config::default(), String::new()),
    };
    let unreadable = config.unreadable();
    if !unreadable.is_empty() {
        return fail(unreadable, &config, terminal);
    }
    if let Some(until) = args.until.filter(|until| *until < settings::today()) {
        let over = format!("{until} is over already: nothing would be ignored");
        return fail(vec![Diagnostic::new("accept/over", Severity::Error, over)], &config, terminal);
    }
    let name = config.file.as_ref().map_or_else(|| file.display().to_string(), |file| file.path.clone());
    let known =
        |fingerprint: &str| config.ignores.iter().find(|known| known.fingerprint.value == fingerprint);
    let mut accepted: Vec<Accepted> = Vec::new();
    let mut over = Vec::new();
    for fingerprint in &args.fingerprints {
        match known(fingerprint) {
            Some(known) => match known.until.filter(|until| until.value < settings::today()) {
                Some(_) => over.push(is_over(known)),
                None if !lasts(known, args) => over.push(is_shorter(known)),
                None => terminal.print(|out| {
                    let line = config.line(known.fingerprint.place);
                    writeln!(out, "{fingerprint} is ignored already ({name}:{line}): {}", known.reason)
                })?,
            },
            None if accepted.iter().any(|accepted| accepted.fingerprint == *fingerprint) => {}
            None => accepted.push(entry(fingerprint, args)),
        }
    }
    if !over.is_empty() {
        return fail(over, &config, terminal);
    }
    if accepted.is_empty() {
        return Ok(Outcome::Clean);
    }
    let Ok(longer) = with_ignores(&text, &accepted) else {
        let message = format!("{name} has `ignore` in a form that nothing can be added to");
        let other = Diagnostic::new("accept/other-form", Severity::Error, message);
        return fail(
            vec![other.with_help("write it as [[ignore]], one for each finding")],
            &config,
            terminal,
        );
    };
    if let Err(error) = replace(&file, longer.as_bytes()) {
        return fail(vec![unwritable(Path::new(&name), &error)], &config, terminal);
    }
    terminal.print(|out| {
        accepted.iter().try_for_each(|accepted| writeln!(out, "{name} ignores {} now", accepted.fingerprint))
    })?;
    Ok(Outcome::Clean)
}

fn unwritable(file: &Path, error: &io::Error) -> Diagnostic {
    let message = format!("cannot write {}: {error}", file.display());
    Diagnostic::new("accept/unwritable", Severity::Error, message)
}

/// The settings, and the text that they stand in.
fn read(file: &Path) -> (Config, String) {
    let config = Config::load(file);
    let text = config.file.as_ref().map(|file| file.text.to_string()).unwrap_or_default();
    (config, text)
}

fn entry(fingerprint: &str, args: &Accept) -> Accepted {
    Accepted {
        fingerprint: fingerprint.to_owned(),
        reason: args.reason.clone(),
        until: args.until,
        articles: args.articles.clone(),
    }
}

/// Does an entry hold as long as is asked for?
fn lasts(known: &Ignore, args: &Accept) -> bool {
    known.until.is_none_or(|until| args.until.is_some_and(|asked| asked <= until.value))
}

/// An entry is there that ends earlier.
fn is_shorter(known: &Ignore) -> Diagnostic {
    let message = format!("{} is ignored already, but not so long", known.fingerprint.value);
    let place = known.until.map_or(known.fingerprint.place, |until| until.place);
    Diagnostic::new("accept/shorter", Severity::Error, message)
        .with_label(Config::HERE, place, "no longer than this")
        .with_help("give a later day here, or none")
}

/// An entry is there, but ended: a second one beside it would leave two reasons for one finding.
fn is_over(known: &Ignore) -> Diagnostic {
    let message = format!("{} was ignored already, but no longer is", known.fingerprint.value);
    let place = known.until.map_or(known.fingerprint.place, |until| until.place);
    Diagnostic::new("accept/expired", Severity::Error, message)
        .with_label(Config::HERE, place, "over")
        .with_help("give a later day here")
}

/// Says why nothing was written.
fn fail(mut problems: Vec<Diagnostic>, config: &Config, terminal: &Terminal) -> io::Result<Outcome> {
    let mut sources = SourceMap::default();
    let own = config.source(&mut sources);
    for label in problems.iter_mut().flat_map(|problem| &mut problem.labels) {
        label.source = own.unwrap_or(label.source);
    }
    let report = Report { problems, ..Report::default() };
    terminal.problems(&report.problems, &sources)?;
    Ok(Outcome::of(&report, FailOn::Never))
}
