//! The code of all crates, read as text: their modules, and which of them names which. A crate shows the modules of
//! those below it under their own names, so that one path means one module in all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A module by the names on the way to it: `["claim", "time"]`.
pub(crate) type Module = Vec<String>;

/// Where the crates have their code. Of their roots, which would be one module, the last counts: the program's.
const CRATES: [&str; 3] = ["crates/reading/src", "crates/graph/src", "src"];

/// The modules of the crates, tests aside, which may use what they like.
pub(crate) struct Code {
    /// The code of each without comments, and without what stands in for tests.
    pub(crate) modules: BTreeMap<Module, String>,
    /// What each imports, by the name that it gets: the path from the crate on.
    imports: BTreeMap<Module, BTreeMap<String, Module>>,
}

impl Code {
    /// Reads all modules.
    pub(crate) fn read() -> Code {
        let modules: BTreeMap<Module, String> = CRATES.iter().flat_map(|code| modules_below(code)).collect();
        let mut code = Code { modules, imports: BTreeMap::new() };
        let of = |(module, text): (&Module, &String)| (module.clone(), code.imported(module, text));
        code.imports = code.modules.iter().map(of).collect();
        code
    }

    fn imported(&self, module: &Module, text: &str) -> BTreeMap<String, Module> {
        let paths = uses(text).into_iter().flat_map(|path| expanded(&path));
        let named = paths.filter_map(|path| {
            let (path, alias) = path.split_once(" as ").map_or((path.as_str(), None), |(p, a)| (p, Some(a)));
            let full = self.absolute(module, path)?;
            Some((alias.or(full.last().map(String::as_str))?.to_owned(), full))
        });
        named.collect()
    }

    /// A path from its crate on; none if it leads out of all.
    fn absolute(&self, module: &Module, path: &str) -> Option<Module> {
        let mut names: Vec<&str> = path.split("::").map(str::trim).filter(|name| *name != "self").collect();
        let mut base = match *names.first()? {
            "crate" | "gainsay_graph" | "gainsay_reading" => Module::new(),
            "super" => module.clone(),
            name if self.modules.contains_key(&child(module, name)) => module.clone(),
            _ if path.starts_with("self::") => module.clone(),
            _ => return None,
        };
        if base.is_empty() {
            names.remove(0);
        }
        while names.first() == Some(&"super") {
            names.remove(0);
            base.pop();
        }
        base.extend(names.into_iter().map(str::to_owned));
        Some(base)
    }

    /// The module that defines what a path names, wherever it is imported on the way.
    fn definer(&self, path: &Module, steps: usize) -> Module {
        let is_module = |n: &usize| *n == 0 || self.modules.contains_key(&path[..*n]);
        let inside = (0..=path.len()).take_while(is_module).last().unwrap_or(0);
        let module = path[..inside].to_vec();
        let imported = path.get(inside).and_then(|name| self.imports.get(&module)?.get(name));
        match imported.filter(|_| steps > 0) {
            Some(further) => {
                let whole = further.iter().chain(&path[inside + 1..]).cloned().collect();
                self.definer(&whole, steps - 1)
            }
            None => module,
        }
    }

    /// What a module names of the crate, whether in `use` or elsewhere: paths from the crate on.
    pub(crate) fn named_in(&self, module: &Module) -> BTreeSet<Module> {
        let elsewhere =
            paths(&self.modules[module]).into_iter().filter_map(|path| self.absolute(module, &path));
        self.imports[module].values().cloned().chain(elsewhere).collect()
    }

    /// The modules that define what a module names.
    pub(crate) fn named_by(&self, module: &Module) -> BTreeSet<Module> {
        let all = self.named_in(module).into_iter().map(|path| self.definer(&path, 8));
        all.filter(|other| other != module && !other.is_empty()).collect()
    }
}

/// The modules of one crate.
fn modules_below(code: &str) -> Vec<(Module, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(code);
    let mut files = Vec::new();
    list(&root, &mut files);
    let module = |file: PathBuf| (path_of(&file, &root), plain(&fs::read_to_string(file).unwrap()));
    let modules: Vec<(Module, String)> = files.into_iter().map(module).collect();
    assert!(modules.len() > 50, "the code below {code} was not found");
    modules
}

fn child(module: &Module, name: &str) -> Module {
    module.iter().cloned().chain([name.to_owned()]).collect()
}

/// All Rust files below a folder, tests aside.
fn list(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        match path.is_dir() {
            true => list(&path, found),
            false if path.extension().is_some_and(|e| e == "rs") && stem.as_deref() != Some("tests") => {
                found.push(path);
            }
            false => {}
        }
    }
}

fn path_of(file: &Path, root: &Path) -> Module {
    let inside = file.strip_prefix(root).unwrap().with_extension("");
    let mut names: Module = inside.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names.pop_if(|last| last == "mod");
    names
}

/// Code without comments, and without modules and imports for tests.
fn plain(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut for_tests = false;
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        match line.trim() == "#[cfg(test)]" {
            true => for_tests = true,
            false => {
                let module_or_import = line.contains("mod ") || line.contains("use ");
                if !(for_tests && module_or_import) {
                    lines.push(line.split(" // ").next().unwrap_or(line));
                }
                for_tests = false;
            }
        }
    }
    lines.join("\n")
}

/// The paths of all `use` declarations, braces included.
fn uses(text: &str) -> Vec<String> {
    let declared = |line: usize| {
        let rest: String = text.lines().skip(line).collect::<Vec<_>>().join(" ");
        let start = rest.find("use ")? + "use ".len();
        Some(rest[start..].split(';').next()?.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let opens = |line: &str| {
        let line = line.trim_start();
        line.starts_with("use ") || (line.starts_with("pub") && line.contains(" use "))
    };
    let lines = text.lines().enumerate().filter(|(_, line)| opens(line)).map(|(number, _)| number);
    lines.filter_map(declared).collect()
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn expanded(path: &str) -> Vec<String> {
    let Some((front, group)) = path.split_once('{') else { return vec![path.trim().to_owned()] };
    let group = group.rsplit_once('}').map_or(group, |(group, _)| group);
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in group.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match c {
            ',' if depth == 0 => parts.push(String::new()),
            c => parts.last_mut().unwrap().push(c),
        }
    }
    let whole = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    whole.flat_map(|part| expanded(&format!("{}{part}", front.trim()))).collect()
}

/// Everything of the form `a::b` outside of `use`.
fn paths(text: &str) -> Vec<String> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = text.split(|c: char| !is_name(c)).map(|word| word.trim_matches(':'));
    words.filter(|word| word.contains("::")).map(str::to_owned).collect()
}

#[test]
fn paths_are_found_in_code() {
    let code =
        "use crate::{Sym, source::Span,\n    view};\npub(super) use super::x as y;\nlet x = crate::graph::X;";
    let found: Vec<String> = uses(code).iter().flat_map(|path| expanded(path)).collect();
    assert_eq!(found, ["crate::Sym", "crate::source::Span", "crate::view", "super::x as y"]);
    assert!(paths(code).contains(&"crate::graph::X".to_owned()));
}

#[test]
fn what_is_imported_on_the_way_counts_for_the_module_that_defines_it() {
    let code = Code::read();
    let own = |path: &[&str]| path.iter().map(|name| (*name).to_owned()).collect::<Module>();
    assert_eq!(code.definer(&own(&["graph", "Name"]), 8), own(&["graph", "name"]));
    assert_eq!(code.definer(&own(&["claim", "Tense"]), 8), own(&["claim", "verb"]));
}
