//! What of `rules/` the program carries inside: the rule files under `rules/PACK/` as they are, and the tables of
//! `rules/lexicon/` and `rules/weights/` turned from TOML into JSON, which is read ten times as fast at each start.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The vocabulary that the rules share, and the weights of the models under them, are no packs.
const TABLES: [&str; 2] = ["lexicon", "weights"];

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=rules");
    let rules = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("rules");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("built_in_rules.rs"), list_of_rules(&rules)?)?;
    TABLES.iter().try_for_each(|tables| turn_tables(&rules.join(tables), &out.join(tables)))
}

fn list_of_rules(rules: &Path) -> io::Result<String> {
    let mut list = String::from("const BUILT_IN: &[BuiltIn] = &[\n");
    for folder in sorted(rules)?.iter().filter(|f| f.is_dir() && !TABLES.iter().any(|t| f.ends_with(t))) {
        println!("cargo:rerun-if-changed={}", folder.display());
        for file in sorted(folder)?.iter().filter(|f| is_rule(f)) {
            let (pack, id) = (folder.file_name().unwrap_or_default(), file.file_stem().unwrap_or_default());
            // Debug formatting of a path is a Rust string literal, whatever the platform's separators.
            let _ =
                writeln!(list, "    BuiltIn {{ pack: {pack:?}, id: {id:?}, text: include_str!({file:?}) }},");
        }
    }
    list.push_str("];\n");
    Ok(list)
}

/// Writes each TOML table of a folder as JSON into another. A table that is no TOML ends the build.
fn turn_tables(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for file in sorted(from)?.iter().filter(|f| is_rule(f)) {
        println!("cargo:rerun-if-changed={}", file.display());
        let table: toml::Table = toml::from_str(&fs::read_to_string(file)?)
            .map_err(|e| io::Error::other(format!("{}: {e}", file.display())))?;
        let name = Path::new(file.file_stem().unwrap_or_default()).with_extension("json");
        fs::write(to.join(name), serde_json::to_vec(&table)?)?;
    }
    Ok(())
}

fn is_rule(file: &Path) -> bool {
    file.extension().is_some_and(|e| e == "toml") && file.file_name().is_some_and(|n| n != "pack.toml")
}

/// What stands in a folder, in order of the names; nothing if there is no such folder.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(e),
    };
    let mut paths = entries.map(|e| Ok(e?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}
