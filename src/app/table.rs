//! Rows in the form that was asked for.

use std::io::{self, Write};

use super::choice::Format;
use crate::view::table::{self, Row};

/// Writes rows; `name` is what programs find them under.
///
/// # Errors
/// Those of `out`.
pub(super) fn write<R: Row>(name: &str, rows: &[R], format: Format, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Human => table::write(rows, out),
        Format::Json => table::write_json(name, rows, out),
    }
}
