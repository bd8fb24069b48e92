//! `gainsay inspect`: what the program reads in one article, layer by layer.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use super::args::{Inspect, Layer};
use super::outcome::Outcome;
use super::table::write;
use super::terminal::Terminal;
use super::{settings, stdin};
use crate::article::load::{Known, Origin, PathPattern};
use crate::article::{Article, Meta};
use crate::claim;
use crate::config::{Config, FailOn};
use crate::diagnostic::{Diagnostic, Part, Report, Severity};
use crate::graph::{self, Parsed};
use crate::lexicon::Lexicon;
use crate::{Inputs, Read, Sym};

pub(super) mod claims;
mod entities;
mod events;
pub(super) mod passage;
mod sentences;
mod times;
mod tokens;

/// Prints a layer of an article.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &Inspect, terminal: &Terminal) -> io::Result<Outcome> {
    // What is read hangs on the words of the project.
    let near = if args.path == stdin::NAME { "." } else { &args.path };
    let (Config { house, .. }, lexicon) = settings::load(None, Path::new(near));
    let meta = Meta { published: args.published, ..Meta::default() };
    let pattern = PathPattern::exact(&args.path);
    let known = vec![Known { pattern, meta, origin: Origin::CommandLine }];
    let paths = vec![args.path.clone()];
    let stdin = stdin::read_if_named(&paths)?;
    let Read { mut sources, articles, mut problems } =
        crate::read(&Inputs { paths, stdin, known, lexicon: lexicon.clone(), ..Inputs::default() });
    problems.extend(house.problems(&mut sources));
    match <[Article; 1]>::try_from(articles) {
        Ok([article]) => terminal.print(|out| write_layer(article, &lexicon, args, out))?,
        Err(none) if none.is_empty() => {}
        Err(several) => {
            let message = format!("{} holds {} articles", args.path, several.len());
            let problem = Diagnostic::new("input/several", Severity::Error, message);
            problems.push(problem.with_help("name one of them"));
        }
    }
    terminal.problems(&problems, &sources)?;
    Ok(Outcome::of(&Report { problems, ..Report::default() }, FailOn::Never))
}

fn write_layer(
    article: Article,
    lexicon: &Arc<Lexicon>,
    &Inspect { layer, format, .. }: &Inspect,
    out: &mut dyn Write,
) -> io::Result<()> {
    let reading = claim::read(&article, lexicon);
    let (outlet, name) = (Sym::default(), Sym::default());
    let parsed = Parsed { article, reading, part: Part::Draft, outlet, name };
    let graph = || graph::build(std::slice::from_ref(&parsed), lexicon);
    match layer {
        Layer::Sentences => write("sentences", &sentences::rows(&parsed.article), format, out),
        Layer::Tokens => write("tokens", &tokens::rows(&parsed.article), format, out),
        Layer::Times => write("times", &times::rows(&parsed), format, out),
        Layer::Claims => write("claims", &claims::rows(&parsed, lexicon), format, out),
        Layer::Entities => write("entities", &entities::rows(&graph()), format, out),
        Layer::Events => write("events", &events::rows(&graph()), format, out),
    }
}
