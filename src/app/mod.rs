//! The shell around the library, one file a subcommand: the only code that prints or sets the exit code.

use std::io;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

mod accept;
mod args;
mod changed;
mod check;
mod choice;
mod completions;
mod config;
mod explain;
mod git;
mod graph;
mod init;
mod inspect;
mod lsp;
mod outcome;
mod output;
mod progress;
mod replace;
mod rules;
#[cfg(feature = "serve")]
mod serve;
mod settings;
mod stdin;
mod table;
mod terminal;
mod watch;

use args::{Args, Command};
use outcome::Outcome;
use terminal::Terminal;

use crate::view::clean;

/// Does what the command line says.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are "errors" of clap's too; they go to standard output and are no failure.
            let failed = error.use_stderr();
            let _ = named(error).print();
            return if failed { Outcome::Failed.into() } else { Outcome::Clean.into() };
        }
    };
    let terminal = Terminal::new(args.color, args.hyperlinks);
    let done = match &args.command {
        Command::Check(args) => check::run(args, &terminal),
        Command::Inspect(args) => inspect::run(args, &terminal),
        Command::Explain(args) => explain::run(args, &terminal),
        Command::Graph(args) => graph::run(args, &terminal),
        Command::Rules(args) => rules::run(args, &terminal),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, &terminal),
        Command::Accept(args) => accept::run(args, &terminal),
        Command::Init(args) => init::run(args, &terminal),
        Command::Config(args) => config::run(args, &terminal),
        Command::Lsp(_) => lsp::run(),
        Command::Completions(args) => completions::run(args, &terminal),
    };
    match done {
        Ok(outcome) => outcome.into(),
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Clean.into(),
        Err(error) => {
            terminal.complain(&error.to_string());
            Outcome::Failed.into()
        }
    }
}

/// The error with what it leaves unsaid: the argument that it speaks of, or where those went that it misses.
fn named(error: clap::Error) -> clap::Error {
    let (kind, mut args) = (error.kind(), std::env::args_os());
    let better = match kind {
        ErrorKind::InvalidUtf8 => args.find(|arg| arg.to_str().is_none()).map(|arg| {
            let arg = arg.to_string_lossy().into_owned();
            format!("the argument `{}` is not UTF-8", clean::line(&arg))
        }),
        ErrorKind::MissingRequiredArgument => args.find(|arg| arg == "--against").map(|_| {
            "nothing is left to check: --against takes all paths that follow it\n\n  \
             name the articles before it: gainsay check draft.md --against archive"
                .to_owned()
        }),
        _ => None,
    };
    better.map_or(error, |message| Args::command().error(kind, message))
}
