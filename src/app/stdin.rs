//! Standard input as an article.

use std::io::{self, Read};

use crate::article::load::inputs;

/// What standard input is called on the command line.
pub(super) const NAME: &str = "-";

/// All of standard input, if it is among the paths.
///
/// # Errors
/// Those of reading.
pub(super) fn read_if_named<'p>(paths: impl IntoIterator<Item = &'p String>) -> io::Result<Option<Vec<u8>>> {
    if !paths.into_iter().any(|path| path == NAME) {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    // One byte more than is read of any input: the rest is of no use.
    let read = io::stdin().lock().take(inputs::MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| io::Error::other(format!("cannot read standard input: {error}")))?;
    Ok(Some(bytes))
}
