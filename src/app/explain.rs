//! `gainsay explain`: what the program believes of one place or two, and what rules make of them.

use std::io::{self, Write};
use std::path::Path;

use super::args::Explain;
use super::choice::Format;
use super::outcome::Outcome;
use super::terminal::Terminal;
use super::{settings, stdin};
use crate::config::FailOn;
use crate::diagnostic::Report;
use crate::session::explain::{Explanation, text};
use crate::session::{Inputs, Options, Project, Session};
use crate::view::{json, wrap};

/// Explains one place or two.
///
/// # Errors
/// Those of reading standard input and of writing.
pub(super) fn run(args: &Explain, terminal: &Terminal) -> io::Result<Outcome> {
    let first = args.positions.first().map(|position| position.path.as_str());
    let near = first.filter(|path| *path != stdin::NAME).unwrap_or(".");
    let project = Project::load(args.config.as_deref(), Path::new(near), &[]);
    let baseline = args.baseline.clone();
    let options = Options { baseline, today: Some(settings::today()), ..Options::default() };
    let session = Session::new(project, inputs(args)?, options);
    let mut question = session.explain(&args.positions);
    if let Some(explanation) = question.answer() {
        terminal.print(|out| match args.format {
            Format::Human => write_text(&explanation, terminal.columns, out),
            Format::Json => json::write(&explanation, out),
        })?;
    }
    let problems = std::mem::take(&mut question.problems);
    terminal.problems(&problems, session.sources())?;
    Ok(Outcome::of(&Report { problems, ..Report::default() }, FailOn::Never))
}

/// For people, in lines that fit.
fn write_text(explanation: &Explanation<'_>, columns: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let Some(columns) = columns else { return text::write(explanation, out) };
    let mut whole = Vec::new();
    text::write(explanation, &mut whole)?;
    out.write_all(wrap::hanging(&String::from_utf8_lossy(&whole), columns).as_bytes())
}

/// What to read: the articles that are named, and those that a check would read with them.
fn inputs(args: &Explain) -> io::Result<Inputs> {
    let named = args.positions.iter().map(|position| position.path.clone());
    let open: Vec<String> = named.filter(|path| !Path::new(path).is_dir()).collect();
    Ok(Inputs {
        stdin: stdin::read_if_named(open.iter().chain(&args.with).chain(&args.against))?,
        paths: args.with.clone(),
        archive: settings::archive(&args.against),
        open,
        known: settings::dated(&args.date_of),
    })
}
