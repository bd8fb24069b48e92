//! Who may know whom: the table of modules in ARCHITECTURE.md, held by reading the code.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every module at the top of the crate with those that it may name.
const TABLE: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("symbol", &[]),
    ("truth", &[]),
    ("hint", &[]),
    ("diagnostic", &["symbol", "source"]),
    ("lexicon", &["truth", "hint", "diagnostic", "symbol", "source"]),
    ("article", &["lexicon", "truth", "hint", "diagnostic", "symbol", "source"]),
    ("claim", &["article", "lexicon", "truth", "hint", "diagnostic", "symbol", "source"]),
    ("graph", &["claim", "article", "lexicon", "truth", "hint", "diagnostic", "symbol", "source"]),
    ("rules", &["graph", "claim", "article", "lexicon", "truth", "hint", "diagnostic", "symbol", "source"]),
    (
        "rule_test",
        &["rules", "graph", "claim", "article", "lexicon", "truth", "hint", "diagnostic", "symbol", "source"],
    ),
    ("config", &["rules", "article", "lexicon", "hint", "diagnostic", "symbol", "source"]),
    ("suppress", &["config", "article", "hint", "diagnostic", "source"]),
    ("view", &["graph", "claim", "article", "lexicon", "diagnostic", "symbol", "source"]),
    (
        "session",
        &[
            "view",
            "suppress",
            "config",
            "rule_test",
            "rules",
            "graph",
            "claim",
            "article",
            "lexicon",
            "truth",
            "hint",
            "diagnostic",
            "symbol",
            "source",
        ],
    ),
];

/// Modules that see everything: the shell, and the front door, through which nobody inside goes.
const ABOVE: &[&str] = &["app", "lib", "main"];

/// All Rust files of the library except tests, which may use what they like.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs")
            && path.file_stem().is_some_and(|s| s != "tests")
        {
            found.push(path);
        }
    }
}

/// The module at the top of the crate that a file belongs to.
fn module(file: &Path, root: &Path) -> String {
    let first = file.strip_prefix(root).unwrap().iter().next().unwrap();
    Path::new(first).file_stem().unwrap().to_str().unwrap().to_owned()
}

/// What stands behind `crate::` in some code, comments aside.
fn named(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let code: String =
        code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    for rest in code.split("crate::").skip(1) {
        let group = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(group, _)| group);
        for path in group.unwrap_or(rest).split(',').take(if group.is_some() { usize::MAX } else { 1 }) {
            let name: String = path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            names.insert(name);
        }
    }
    names
}

#[test]
fn dependencies_point_one_way() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&root, &mut all);
    let mut wrong = Vec::new();
    for file in &all {
        let own = module(file, &root);
        let names = named(&fs::read_to_string(file).unwrap());
        let is_module =
            |name: &&String| ABOVE.contains(&name.as_str()) || TABLE.iter().any(|(m, _)| m == *name);
        for name in names.iter().filter(|name| !is_module(name)) {
            wrong.push(format!("{}: {name} is taken from the front door", file.display()));
        }
        if ABOVE.contains(&own.as_str()) {
            continue;
        }
        let allowed = TABLE.iter().find(|(name, _)| *name == own).map(|(_, allowed)| *allowed);
        let Some(allowed) = allowed else {
            wrong.push(format!("{}: not in the table", file.display()));
            continue;
        };
        for name in names.iter().filter(|name| is_module(name)) {
            if *name != own && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{}: {own} may not know {name}", file.display()));
            }
        }
    }
    assert!(all.len() > 10, "the code was not found");
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_table_has_no_circles() {
    for (position, (name, allowed)) in TABLE.iter().enumerate() {
        for other in *allowed {
            let below = TABLE.iter().position(|(name, _)| name == other);
            assert!(below.is_some_and(|below| below < position), "{name} knows {other}");
        }
    }
}

#[test]
fn paths_are_found_in_code() {
    let code =
        "use crate::{Sym, source::Span, view};\n// crate::app\nlet x = crate::graph::X; crate::check(y)";
    let names: Vec<_> = named(code).into_iter().collect();
    assert_eq!(names, ["Sym", "check", "graph", "source", "view"]);
}
