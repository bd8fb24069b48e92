//! Who may know whom: the table of modules in ARCHITECTURE.md, held by reading the code. What is imported on the way
//! counts for the module that defines it.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::{Code, Module};

/// Every module at the top of the crate with those that it may name.
const TABLE: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("symbol", &[]),
    ("truth", &[]),
    ("hint", &[]),
    ("logistic", &[]),
    ("diagnostic", &["symbol", "source"]),
    ("lexicon", &["truth", "hint", "diagnostic", "symbol", "source"]),
    ("article", &["lexicon", "truth", "hint", "diagnostic", "symbol", "source"]),
    ("claim", &["logistic", "article", "lexicon", "truth", "hint", "diagnostic", "symbol", "source"]),
    (
        "graph",
        &["logistic", "claim", "article", "lexicon", "truth", "hint", "diagnostic", "symbol", "source"],
    ),
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
    (
        "lsp",
        &[
            "session",
            "view",
            "config",
            "graph",
            "claim",
            "article",
            "lexicon",
            "diagnostic",
            "symbol",
            "source",
        ],
    ),
    ("serve", &["session", "view", "rules", "article", "diagnostic", "symbol", "source"]),
];

/// Modules that see everything: the shell, and the front door, through which nobody inside goes.
const ABOVE: &[&str] = &["app", "lib", "main"];

/// Files of one folder that need each other: a word is split as it is scanned, a clause holds nouns and a noun relative
/// clauses, a date holds a year and a year a date.
const RECURSIVE: &[&[&str]] = &[
    &["article::token::scan", "article::token::word"],
    &["claim::clause::complement", "claim::clause::nominal"],
    &["claim::time::compound", "claim::time::date", "claim::time::period"],
];

#[test]
fn dependencies_point_one_way() {
    let code = Code::read();
    let mut wrong = Vec::new();
    for module in code.modules.keys().filter(|module| !ABOVE.contains(&module[0].as_str())) {
        let own = module[0].as_str();
        let Some((_, allowed)) = TABLE.iter().find(|(name, _)| *name == own) else {
            wrong.push(format!("{own}: not in the table"));
            continue;
        };
        for other in code.named_by(module) {
            if other[0] != own && !allowed.contains(&other[0].as_str()) {
                wrong.push(format!("{} may not know {}", module.join("::"), other.join("::")));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn nobody_inside_goes_through_the_front_door() {
    let code = Code::read();
    let is_module = |name: &str| ABOVE.contains(&name) || TABLE.iter().any(|(module, _)| *module == name);
    let paths = |module: &Module| {
        let paths =
            code.named_in(module).into_iter().filter(|path| path.first().is_some_and(|p| !is_module(p)));
        paths.map(|path| format!("{}: {}", module.join("::"), path.join("::"))).collect::<Vec<_>>()
    };
    let inside = code.modules.keys().filter(|module| !["lib", "main"].contains(&module[0].as_str()));
    assert_eq!(inside.flat_map(paths).collect::<Vec<_>>(), Vec::<String>::new());
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
fn the_files_of_a_folder_form_no_circle() {
    let code = Code::read();
    let folders: BTreeSet<Module> =
        code.modules.keys().filter(|m| m.len() > 1).map(|m| m[..m.len() - 1].to_vec()).collect();
    let rooms = folders.iter().filter(|folder| !ABOVE.contains(&folder[0].as_str()));
    let circles: Vec<Vec<String>> = rooms.flat_map(|folder| circles(&code, folder)).collect();
    assert_eq!(circles, RECURSIVE.iter().map(|circle| circle.to_vec()).collect::<Vec<_>>());
}

/// The circles among the files of a folder. A file and the folder of its name are one; what stands above them is none
/// of them.
fn circles(code: &Code, folder: &Module) -> Vec<Vec<String>> {
    let depth = folder.len();
    let inside = |module: &Module| module.len() > depth && module.starts_with(folder);
    let mut knows: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for module in code.modules.keys().filter(|module| inside(module)) {
        let others = code.named_by(module).into_iter().filter(inside).map(|other| other[..=depth].to_vec());
        let own = module[..=depth].to_vec();
        knows.entry(own.clone()).or_default().extend(others.filter(|other| *other != own));
    }
    let reach: BTreeMap<&Module, BTreeSet<&Module>> =
        knows.keys().map(|from| (from, reached(from, &knows))).collect();
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for from in knows.keys().filter(|from| reach[from].contains(from)) {
        let circle = reach[from].iter().filter(|to| reach[**to].contains(from));
        found.insert(circle.map(|module| module.join("::")).collect());
    }
    found.into_iter().collect()
}

/// Everything that is reached from a file, over others.
fn reached<'k>(from: &Module, knows: &'k BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<&'k Module> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Module> = knows[from].iter().collect();
    while let Some(next) = open.pop() {
        if found.insert(next) {
            open.extend(&knows[next]);
        }
    }
    found
}
