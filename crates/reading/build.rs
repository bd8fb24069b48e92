//! What of `lexicon/` and `weights/` the crate carries inside: the tables, turned from TOML into JSON, which is read ten
//! times as fast at each start.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    ["lexicon", "weights"].iter().try_for_each(|tables| turn(&here.join(tables), &out.join(tables)))
}

/// Writes each TOML table of a folder as JSON into another. A table that is no TOML ends the build.
fn turn(from: &Path, to: &Path) -> io::Result<()> {
    println!("cargo:rerun-if-changed={}", from.display());
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let file = entry?.path();
        if file.extension().is_some_and(|e| e == "toml") {
            let table: toml::Table = toml::from_str(&fs::read_to_string(&file)?)
                .map_err(|e| io::Error::other(format!("{}: {e}", file.display())))?;
            let name = Path::new(file.file_stem().unwrap_or_default()).with_extension("json");
            fs::write(to.join(name), serde_json::to_vec(&table)?)?;
        }
    }
    Ok(())
}
