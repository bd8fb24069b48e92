//! Rows in the form that was asked for.

use std::io;

use super::choice::Format;
use super::terminal::Terminal;
use crate::view::table::{self, Row};

/// Prints rows; `name` is what programs find them under.
///
/// # Errors
/// Those of standard output.
pub(super) fn print<R: Row>(name: &str, rows: &[R], format: Format, terminal: &Terminal) -> io::Result<()> {
    terminal.print(|out| match format {
        Format::Human => table::write(rows, terminal.columns, out),
        Format::Json => table::write_json(name, rows, out),
    })
}
