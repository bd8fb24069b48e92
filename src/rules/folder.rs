//! Folders of TOML files.

use std::path::{Path, PathBuf};

/// The TOML files in a folder, in order of their names.
pub(super) fn toml_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
    let toml = entries.filter(|p| p.extension().is_some_and(|e| e == "toml"));
    // Pipes and devices would be waited for.
    let endless = |p: &PathBuf| p.metadata().is_ok_and(|data| !data.is_file() && !data.is_dir());
    let mut files: Vec<PathBuf> = toml.filter(|p| !endless(p)).collect();
    files.sort();
    Ok(files)
}
