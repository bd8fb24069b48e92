//! `gainsay inspect`: what the program reads in one article, layer by layer.

use std::io;
use std::path::Path;

use super::args::Inspect;
use super::choice::Layer;
use super::outcome::Outcome;
use super::stdin;
use super::table::print;
use super::terminal::Terminal;
use crate::article::Meta;
use crate::article::load::{Known, Origin, PathPattern};
use crate::config::FailOn;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::session::{Inputs, Options, Project, Session};
use crate::source::SourceId;
use crate::view::inspect::{claims, entities, events, sentences, slots, times, tokens};

/// Prints a layer of an article.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &Inspect, terminal: &Terminal) -> io::Result<Outcome> {
    // What is read hangs on the words of the project, and on nothing else of it.
    let near = if args.path == stdin::NAME { "." } else { &args.path };
    let project = Project::load(None, Path::new(near), &[]).words_only();
    let meta = Meta { published: args.published, ..Meta::default() };
    let pattern = PathPattern::exact(&args.path);
    let known = vec![Known { pattern, meta, origin: Origin::CommandLine }];
    let paths = vec![args.path.clone()];
    let stdin = stdin::read_if_named(&paths)?;
    let session =
        Session::new(project, Inputs { paths, stdin, known, ..Inputs::default() }, Options::default());
    let mut problems = [session.input_problems(), &session.rules().problems].concat();
    match session.articles().collect::<Vec<_>>().as_slice() {
        [] => {}
        [article] => print_layer(&session, *article, args, terminal)?,
        several => {
            let message = format!("{} holds {} articles", args.path, several.len());
            let first = several.first().map(|article| session.sources().get(*article).path.clone());
            let problem = Diagnostic::new("input/several", Severity::Error, message);
            problems.push(problem.with_help(format!("name one of them, as {}", first.unwrap_or_default())));
        }
    }
    terminal.problems(&problems, session.sources())?;
    Ok(Outcome::of(&Report { problems, ..Report::default() }, FailOn::Never))
}

fn print_layer(
    session: &Session,
    article: SourceId,
    &Inspect { layer, format, .. }: &Inspect,
    terminal: &Terminal,
) -> io::Result<()> {
    let Some(parsed) = session.parsed(article) else { return Ok(()) };
    match layer {
        Layer::Sentences => print("sentences", &sentences::rows(&parsed.article), format, terminal),
        Layer::Tokens => print("tokens", &tokens::rows(&parsed.article), format, terminal),
        Layer::Times => print("times", &times::rows(&parsed), format, terminal),
        Layer::Claims => print("claims", &claims::rows(&parsed, session.lexicon()), format, terminal),
        Layer::Entities => print("entities", &entities::rows(session.graph()), format, terminal),
        Layer::Events => print("events", &events::rows(session.graph()), format, terminal),
        Layer::Slots => print("slots", &slots::rows(session.graph()), format, terminal),
    }
}
