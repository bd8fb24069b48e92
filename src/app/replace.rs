//! Writes a file so that whoever reads it finds the old text or the new one, never half of either; and keeps others from
//! writing it between its being read and being written.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use same_file::Handle;

/// A file that nobody else who asks for it may write, as long as this lives.
///
/// The lock is a file beside it, for the file itself is replaced. Whoever is killed leaves it lying, but not locked.
pub(super) struct Reserved {
    lock: PathBuf,
    _locked: File,
}

impl Reserved {
    /// Waits until nobody else has the file; there need not be one yet.
    ///
    /// # Errors
    /// The folder cannot be written to, or its file system knows no locks.
    pub(super) fn wait(path: &Path) -> io::Result<Reserved> {
        let lock = beside(&resolved(path)?, "lock");
        // Who may write the one file may not be let write the other.
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", lock.display()));
        Reserved::locked(lock.clone()).map_err(named)
    }

    fn locked(lock: PathBuf) -> io::Result<Reserved> {
        loop {
            let locked = File::options().create(true).truncate(false).write(true).open(&lock)?;
            locked.lock()?;
            // Who had it before may have removed it, and a third one put a new one there.
            let ours = Handle::from_file(locked.try_clone()?)?;
            if Handle::from_path(&lock).is_ok_and(|there| there == ours) {
                return Ok(Reserved { lock, _locked: locked });
            }
        }
    }
}

impl Drop for Reserved {
    fn drop(&mut self) {
        // While it is still locked; what stays lying keeps nobody waiting.
        let _ = fs::remove_file(&self.lock);
    }
}

/// Puts a text in the place of what a file holds; there need not be one yet. What is no file (a pipe) is written to.
///
/// # Errors
/// Those of writing. The file then holds what it held.
pub(super) fn replace(path: &Path, text: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|about| !about.is_file()) {
        return fs::write(path, text);
    }
    let path = resolved(path)?;
    // A new file would take the place of one that nobody is to write.
    if fs::metadata(&path).is_ok_and(|about| about.permissions().readonly()) {
        return Err(io::Error::from(io::ErrorKind::PermissionDenied));
    }
    // A name of this process's own in the same folder, for a file can only be renamed within one file system.
    let beside = beside(&path, &std::process::id().to_string());
    let written = write(&beside, &path, text).and_then(|()| fs::rename(&beside, &path));
    if written.is_err() {
        // What failed is told already; at worst a file is left that nothing reads.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write(beside: &Path, path: &Path, text: &[u8]) -> io::Result<()> {
    // What a process that was killed left there had the number of this one: nobody writes it any more.
    let mut file = match File::create_new(beside) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(beside)?;
            File::create_new(beside)?
        }
        created => created?,
    };
    if let Ok(about) = fs::metadata(path) {
        file.set_permissions(about.permissions())?;
    }
    file.write_all(text)?;
    file.sync_all()
}

/// Behind a link the file itself is meant, not the link; what lies behind one that leads nowhere is not known.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if path.is_symlink() => Err(error),
        Err(_) => Ok(path.to_owned()),
        resolved => resolved,
    }
}

/// A hidden name in the same folder.
fn beside(path: &Path, end: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{end}"))
}
