//! Folders of TOML files.

use std::path::{Path, PathBuf};

/// A project's settings: the folder of a pack may be that of the project.
pub const SETTINGS: &str = "gainsay.toml";

/// The TOML files in a folder, in order of their names, but for settings.
pub(super) fn toml_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
    let toml = entries.filter(|p| p.extension().is_some_and(|e| e == "toml") && !p.ends_with(SETTINGS));
    // Pipes and devices would be waited for.
    let endless = |p: &PathBuf| p.metadata().is_ok_and(|data| !data.is_file() && !data.is_dir());
    let mut files: Vec<PathBuf> = toml.filter(|p| !endless(p)).collect();
    files.sort();
    Ok(files)
}
