//! `gainsay init`: a settings file to begin with.

use std::io;
use std::path::Path;

use super::args::Init;
use super::outcome::Outcome;
use super::terminal::Terminal;
use crate::config::{FILE_NAME, FailOn};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::SourceMap;

/// Every setting, with what it means; all that is not the default is commented out.
const TEMPLATE: &str = include_str!("init/gainsay.toml");

/// Writes a settings file with comments, unless there is one.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &Init, terminal: &Terminal) -> io::Result<Outcome> {
    let folder = args.folder.as_deref();
    let path = folder.unwrap_or(Path::new("")).join(FILE_NAME);
    let name = path.display().to_string();
    let written = std::fs::File::create_new(&path)
        .and_then(|mut file| io::Write::write_all(&mut file, TEMPLATE.as_bytes()));
    let problem = match written {
        Ok(()) => {
            let folder = folder.unwrap_or(Path::new(".")).display();
            terminal.print(|out| writeln!(out, "wrote {name}; `gainsay check {folder}` goes by it"))?;
            return Ok(Outcome::Clean);
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let there = Diagnostic::new("init/exists", Severity::Error, format!("{name} is there already"));
            there.with_help("`gainsay config` shows what it says")
        }
        Err(error) => {
            Diagnostic::new("init/unwritable", Severity::Error, format!("cannot write {name}: {error}"))
        }
    };
    let report = Report { problems: vec![problem], ..Report::default() };
    terminal.problems(&report.problems, &SourceMap::default())?;
    Ok(Outcome::of(&report, FailOn::Never))
}
