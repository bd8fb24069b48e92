//! Standard output and standard error: colours, width, reports.

use std::io::{self, BufWriter, IsTerminal, Write};

use super::choice::When;
use crate::diagnostic::Diagnostic;
use crate::source::SourceMap;
use crate::view::human::{self, Look};

/// Columns where there is no terminal to ask, and COLUMNS is not set, which counts for more than what a terminal says.
const DEFAULT_WIDTH: usize = 100;

/// Where output goes, and how it wants to look.
pub(super) struct Terminal {
    /// How standard output wants to look.
    pub(super) out: Look,
    err: Look,
    /// Columns of standard output, if anybody says how many it has. What is read by lines (tables) is not broken where
    /// nobody does.
    pub(super) columns: Option<usize>,
}

impl Terminal {
    /// Asks the surroundings.
    pub(super) fn new(color: When, links: When) -> Terminal {
        let wanted = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let wanted = wanted.filter(|columns| *columns > 0);
        let real = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let columns = |is_terminal: bool| wanted.or(real.filter(|real| is_terminal && *real > 0));
        let look = |is_terminal: bool| Look {
            color: color.holds(|| is_terminal && wants_color()),
            width: columns(is_terminal).unwrap_or(DEFAULT_WIDTH),
            links: links.holds(|| wants_links(is_terminal)),
        };
        let (out, err) = (io::stdout().is_terminal(), io::stderr().is_terminal());
        Terminal { out: look(out), err: look(err), columns: columns(out) }
    }

    /// Prints what went wrong to standard error.
    ///
    /// # Errors
    /// Those of writing.
    pub(super) fn problems(&self, problems: &[Diagnostic], sources: &SourceMap) -> io::Result<()> {
        human::write_problems(problems, sources, self.err, &mut io::stderr().lock())
    }

    /// Prints to standard output.
    ///
    /// # Errors
    /// Those of writing.
    pub(super) fn print(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let mut out = BufWriter::new(io::stdout().lock());
        write(&mut out)?;
        out.flush()
    }

    /// Says on standard error that the tool itself failed.
    pub(super) fn complain(&self, message: &str) {
        // If even that cannot be written, there is nobody left to tell.
        let _ = writeln!(io::stderr(), "gainsay: {message}");
    }
}

/// Do the surroundings allow colours? (https://no-color.org)
fn wants_color() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("NO_COLOR") && !is_dumb()
}

/// Do they make links of paths? A terminal that does not know them shows the paths.
fn wants_links(is_terminal: bool) -> bool {
    match std::env::var_os("FORCE_HYPERLINK").filter(|value| !value.is_empty()) {
        Some(value) => value != "0",
        None => is_terminal && !is_dumb(),
    }
}

fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}
