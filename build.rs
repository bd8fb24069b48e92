//! The list of the rule files under `rules/PACK/`, which the program carries inside.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The weights of the models under the rules are no pack.
const WEIGHTS: &str = "weights";

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=rules");
    let rules = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("rules");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("built_in_rules.rs"), list_of_rules(&rules)?)
}

fn list_of_rules(rules: &Path) -> io::Result<String> {
    let mut list = String::from("const BUILT_IN: &[BuiltIn] = &[\n");
    for folder in sorted(rules)?.iter().filter(|f| f.is_dir() && !f.ends_with(WEIGHTS)) {
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
