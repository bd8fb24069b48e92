//! `gainsay completions`: completion scripts for shells.

use std::io;

use clap::CommandFactory;

use super::args::{Args, Completions};
use super::outcome::Outcome;
use super::terminal::Terminal;

/// Prints the script.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &Completions, terminal: &Terminal) -> io::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "gainsay", &mut script);
    terminal.print(|out| out.write_all(&script))?;
    Ok(Outcome::Clean)
}
