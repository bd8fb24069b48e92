//! What git says of files: which have changed, and what stands in the index. It is asked through its program.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A working tree of git's.
pub(super) struct Repository {
    /// Where git is run.
    here: PathBuf,
    /// The folder that its paths begin in.
    root: PathBuf,
}

/// What is held against what was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The files as they lie in their folders, new ones too unless they are ignored.
    Tree,
    /// What is staged for the next commit.
    Index,
}

impl Repository {
    /// The one that a file or folder lies in.
    ///
    /// # Errors
    /// It lies in none, or there is no git.
    pub(super) fn around(near: &Path) -> io::Result<Repository> {
        // A hook is run in the root, and is told by these which repository and which index are meant.
        let in_hook = ["GIT_DIR", "GIT_INDEX_FILE"].iter().any(|name| std::env::var_os(name).is_some());
        let folder = near.ancestors().find(|folder| folder.is_dir()).filter(|_| !in_hook);
        let here = folder.unwrap_or(Path::new(".")).to_owned();
        let root = git(&here, [OsStr::new("rev-parse"), OsStr::new("--show-toplevel")])?;
        let root = root.strip_suffix(b"\n").unwrap_or(&root);
        let root = PathBuf::from(os_string(root));
        Ok(Repository { here, root: root.canonicalize().unwrap_or(root) })
    }

    /// The folder of the whole, as it is called from where git is run.
    ///
    /// # Errors
    /// Git fails.
    pub(super) fn whole(&self) -> io::Result<String> {
        let up = git(&self.here, [OsStr::new("rev-parse"), OsStr::new("--show-cdup")])?;
        let up = PathBuf::from(os_string(up.strip_suffix(b"\n").unwrap_or(&up)));
        let whole = match up.as_os_str().is_empty() {
            true => self.here.clone(),
            false => self.here.strip_prefix(".").unwrap_or(&self.here).join(up),
        };
        Ok(whole.display().to_string())
    }

    /// The files that differ from a commit, with whole paths; deleted ones are none.
    ///
    /// # Errors
    /// There is no such commit, or git fails.
    pub(super) fn changed(&self, base: &str, side: Side) -> io::Result<BTreeSet<PathBuf>> {
        let mut names = match self.commit(base)? {
            Some(commit) => {
                let mut args = vec!["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff"];
                args.extend(["--diff-filter=d", "--no-relative"]);
                args.extend((side == Side::Index).then_some("--cached"));
                args.extend([commit.as_str(), "--"]);
                self.names(&args)?
            }
            // Before the first commit all is new.
            None => self.names(&["ls-files", "-z", "--cached"])?,
        };
        if side == Side::Tree {
            names.extend(self.names(&["ls-files", "-z", "--others", "--exclude-standard"])?);
        }
        Ok(names)
    }

    /// What stands in the index in the place of a file.
    ///
    /// # Errors
    /// It is not there, or git fails.
    pub(super) fn staged(&self, file: &Path) -> io::Result<Vec<u8>> {
        let name = file.strip_prefix(&self.root).unwrap_or(file);
        let mut object = OsString::from(":0:");
        object.push(name);
        git(&self.root, [OsStr::new("cat-file"), OsStr::new("blob"), &object])
    }

    /// The commit that a name stands for; none of a branch that has no commit yet.
    fn commit(&self, base: &str) -> io::Result<Option<String>> {
        let commit = format!("{base}^{{commit}}");
        let args = ["rev-parse", "--verify", "--end-of-options", &commit].map(OsStr::new);
        match git(&self.here, args) {
            Ok(id) => Ok(Some(String::from_utf8_lossy(&id).trim().to_owned())),
            Err(_) if base == "HEAD" => Ok(None),
            Err(_) => Err(io::Error::other(format!("git knows no commit `{base}`"))),
        }
    }

    /// What a command lists, with whole paths.
    fn names(&self, args: &[&str]) -> io::Result<BTreeSet<PathBuf>> {
        let listed = git(&self.root, args.iter().map(OsStr::new))?;
        let names = listed.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| self.root.join(os_string(name))).collect())
    }
}

/// What git prints.
///
/// # Errors
/// There is no git, or it fails: then in its words.
fn git<'a>(folder: &Path, args: impl IntoIterator<Item = &'a OsStr>) -> io::Result<Vec<u8>> {
    let output = Command::new("git").arg("-C").arg(folder).args(args).output().map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::NotFound => "there is no such program".to_owned(),
            _ => error.to_string(),
        };
        io::Error::other(format!("cannot run git: {why}"))
    })?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => {
            let said = String::from_utf8_lossy(&output.stderr);
            let said = said.lines().next().unwrap_or("it failed").trim_start_matches("fatal: ");
            Err(io::Error::other(format!("git: {said}")))
        }
    }
}

/// A name as the system has it.
#[cfg(unix)]
fn os_string(bytes: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(bytes).to_owned()
}

/// A name as the system has it: git writes UTF-8 there.
#[cfg(not(unix))]
fn os_string(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}
