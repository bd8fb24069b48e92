//! Writes a file so that whoever reads it finds the old text or the new one, never half of either.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Puts a text in the place of what a file holds; there need not be one yet.
///
/// # Errors
/// Those of writing. The file then holds what it held.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    // Behind a link the file itself is replaced, not the link; what lies behind one that leads nowhere is not known.
    let path = match path.canonicalize() {
        Ok(path) => path,
        Err(error) if path.is_symlink() => return Err(error),
        Err(_) => path.to_owned(),
    };
    // A new file would take the place of one that nobody is to write.
    if fs::metadata(&path).is_ok_and(|about| about.permissions().readonly()) {
        return Err(io::Error::from(io::ErrorKind::PermissionDenied));
    }
    let beside = beside(&path);
    let written = write(&beside, &path, text).and_then(|()| fs::rename(&beside, &path));
    if written.is_err() {
        // What failed is told already; at worst a file is left that nothing reads.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write(beside: &Path, path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(beside)?;
    if let Ok(about) = fs::metadata(path) {
        file.set_permissions(about.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// A name of this process's own in the same folder, for a file can only be renamed within one file system.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}", std::process::id()))
}
