//! `gainsay graph`: what all articles together say, for other programs.

use std::io;
use std::path::Path;

use super::args::Graph;
use super::choice::GraphFormat;
use super::outcome::Outcome;
use super::terminal::Terminal;
use super::{settings, stdin};
use crate::config::FailOn;
use crate::diagnostic::Report;
use crate::session::{Archive, Inputs, Options, Project, Session};
use crate::view::graph::{dot, graphml, json};

/// Writes the graph of some articles.
///
/// # Errors
/// Those of reading standard input and of writing.
pub(super) fn run(args: &Graph, terminal: &Terminal) -> io::Result<Outcome> {
    let first = args.paths.first().filter(|path| *path != stdin::NAME).map_or(".", String::as_str);
    let project = Project::load(args.config.as_deref(), Path::new(first), &[]);
    let inputs = Inputs {
        stdin: stdin::read_if_named(&args.paths)?,
        paths: args.paths.clone(),
        // All that is named is written, and nothing else.
        archive: Archive::None,
        known: settings::dated(&args.date_of),
        ..Inputs::default()
    };
    let session = Session::new(project, inputs, Options { threads: args.threads, ..Options::default() });
    let (graph, sources) = (session.graph(), session.sources());
    terminal.print(|out| match args.format {
        GraphFormat::Json => json::write(graph, &session.coreference(), sources, out),
        GraphFormat::Graphml => graphml::write(graph, sources, out),
        GraphFormat::Dot => dot::write(graph, sources, out),
    })?;
    let problems = session.read().problems;
    terminal.problems(&problems, session.sources())?;
    Ok(Outcome::of(&Report { problems, ..Report::default() }, FailOn::Never))
}
