//! Which settings hold.

use std::path::Path;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::source::SourceMap;

/// The settings of the file that was named, or else of the nearest gainsay.toml around `near`.
///
/// # Errors
/// Everything that is wrong with the file.
pub(super) fn load(
    named: Option<&Path>,
    near: &Path,
    sources: &mut SourceMap,
) -> Result<Config, Vec<Diagnostic>> {
    match named.map(Path::to_owned).or_else(|| Config::find(near)) {
        Some(file) => Config::load(&file, sources),
        None => Ok(Config::default()),
    }
}
