//! `gainsay serve`: checking over HTTP.

use std::env::VarError;
use std::fs;
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::Path;
use std::thread;
use std::time::Duration;

use jiff::{Timestamp, Unit};

use super::args::Serve;
use super::outcome::Outcome;
use super::settings;
use super::terminal::Terminal;
use crate::config::FailOn;
use crate::diagnostic::Report;
use crate::serve::{self, Access, Answered, Log, Newsroom, Settings, Token};
use crate::session::{Inputs, Options, Project, Session};
use crate::view::clean;

/// Where the token may stand.
const TOKEN: &str = "GAINSAY_TOKEN";

/// Serves until the system asks for an end.
///
/// # Errors
/// The address is not to be had, or not without a token; the token cannot be read; a file of the archive is missing.
pub(super) fn run(args: &Serve, terminal: &Terminal) -> io::Result<Outcome> {
    let archive = [&args.paths[..], &args.against].concat();
    let access = Access::new(args.listen, token(args.token_file.as_deref())?).map_err(io::Error::other)?;
    let near = archive.first().map_or(".", String::as_str);
    let load = || Project::load(args.config.as_deref(), Path::new(near), &[]);
    let project = load();
    // A server that checks less than it was told to would go unnoticed.
    let named = archive.clone();
    let missing = move || {
        let path = named.iter().find(|path| !Path::new(path).exists())?;
        Some(format!("there is no file or folder {path}"))
    };
    if let Some(missing) = missing() {
        return Err(io::Error::other(missing));
    }
    let outcome = tell_mistakes(&project, terminal)?;
    if outcome != Outcome::Clean {
        return Ok(outcome);
    }
    let newsroom = Newsroom::new(project, settings::archive(&archive), settings::today);
    let workers = args.workers.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let settings = Settings {
        listen: args.listen,
        access,
        max_body: args.max_body,
        timeout: Duration::from_secs(args.timeout.into()),
        max_connections: args.max_connections,
        workers,
    };
    let log: Log = if args.quiet { Box::new(|_| {}) } else { Box::new(write_line) };
    let listening = |address| terminal.print(|out| writeln!(out, "listening on http://{address}"));
    let reload = || {
        // One that moves its archive away and another in its place is not to be served without any in between.
        if let Some(missing) = missing() {
            terminal.complain(&format!("{missing}: what was read before counts on"));
            return None;
        }
        let project = load();
        let told = tell_mistakes(&project, terminal);
        told.is_ok_and(|outcome| outcome == Outcome::Clean).then_some(project)
    };
    serve::run(settings, newsroom, log, listening, reload)?;
    Ok(Outcome::Clean)
}

/// Prints what is wrong with settings and rules.
fn tell_mistakes(project: &Project, terminal: &Terminal) -> io::Result<Outcome> {
    let session = Session::new(project.clone(), Inputs::default(), Options::default());
    let problems = session.rules().problems.clone();
    terminal.problems(&problems, session.sources())?;
    Ok(Outcome::of(&Report { problems, ..Report::default() }, FailOn::Never))
}

/// The token, from a file or from the surroundings.
fn token(file: Option<&Path>) -> io::Result<Option<Token>> {
    let (text, from) = match file {
        Some(file) => {
            let cannot = |error| io::Error::other(format!("cannot read {}: {error}", file.display()));
            (fs::read_to_string(file).map_err(cannot)?, file.display().to_string())
        }
        None => match std::env::var(TOKEN) {
            Ok(text) => (text, TOKEN.to_owned()),
            Err(VarError::NotPresent) => return Ok(None),
            Err(VarError::NotUnicode(_)) => return Err(io::Error::other(format!("{TOKEN} is not UTF-8"))),
        },
    };
    let token = Token::new(&text).map_err(|why| io::Error::other(format!("{from}: {why}")))?;
    Ok(Some(token))
}

/// A line of the log: the second in Greenwich, who, what, the status, how long; of a check what came of it.
fn write_line(answered: &Answered) {
    let Answered { peer, method, target, status, took, checked } = answered;
    let (now, took) = (Timestamp::now().round(Unit::Second).unwrap_or_default(), took.as_millis());
    let (method, target) = (clean::line(method), clean::line(target));
    let checked = checked
        .map_or_else(String::new, |(articles, findings)| format!(" articles={articles} findings={findings}"));
    // If nobody reads the log any more, the answers matter all the same.
    let _ = writeln!(io::stderr(), "{now} {peer} {method} {target} {status} {took}ms{checked}");
}
