//! Tells of each part of a claim how far it can be trusted to tell two facts apart, on annotated articles.
//!
//!     cargo run --release --example parts -- [--cases PART | --values KIND] FOLDER...
//!
//! A FOLDER holds `articles/NAME/*` and `gold/NAME.json`, as `fit_disputes` reads them. Compared are all pairs of mentions
//! of two values of one hard group, which are one fact; beside them those of one value, which are one fact as well, and
//! those of two groups of one kind, which are two. A part may be asked whether two claims speak of one thing if it seldom
//! differs in the former and mostly in the latter. A part that holds what a group of this kind disputes is left out: of
//! dates the time. For each kind of group is told in how many hard groups a value of that kind was read on both sides and
//! differs. `--cases` prints the pairs in dispute in which a part is not equal, `--values` the hard groups of a kind in
//! which no values were read that differ. The same folders print the same.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "parts/folder.rs"]
mod folder;
#[path = "annotated/gold.rs"]
mod gold;
#[path = "parts/tally.rs"]
mod tally;
#[path = "parts/typed.rs"]
mod typed;

use std::path::Path;

use folder::{Folder, Group, Mention};
use gainsay::graph::parts::{Agreement, ClaimPart};
use tally::{Relation, Table, Typed};
use typed::Kind;

/// What is asked for.
enum Wanted {
    Table,
    Cases(ClaimPart),
    Values(Kind),
}

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(wanted) = wanted(&mut arguments).filter(|_| !arguments.is_empty()) else {
        eprintln!("usage: parts [--cases PART | --values KIND] FOLDER...");
        std::process::exit(2);
    };
    let (mut table, mut typed) = (Table::default(), Typed::default());
    for corpus in arguments.iter().map(Path::new) {
        for gold in gold::files(corpus) {
            let folder = Folder::read(corpus, &gold);
            match wanted {
                Wanted::Table => count(&folder, &mut table, &mut typed),
                Wanted::Cases(part) => print_cases(&folder, part),
                Wanted::Values(kind) => print_values(&folder, kind),
            }
        }
    }
    if let Wanted::Table = wanted {
        println!("{table}\n{typed}");
    }
}

/// What is asked for, taken from the arguments; nothing if that is not known.
fn wanted(arguments: &mut Vec<String>) -> Option<Wanted> {
    let option = arguments.first().map(String::as_str);
    let wanted = match (option, arguments.get(1)) {
        (Some("--cases"), Some(name)) => {
            Wanted::Cases(ClaimPart::ALL.into_iter().find(|part| part.name() == name)?)
        }
        (Some("--values"), Some(name)) => Wanted::Values(Kind::named(name)?),
        _ => return Some(Wanted::Table),
    };
    arguments.drain(..2);
    Some(wanted)
}

/// Every two of some mentions of one list, or of two.
fn pairs<'m>(a: &'m [Mention], b: &'m [Mention]) -> impl Iterator<Item = (&'m Mention, &'m Mention)> {
    a.iter().flat_map(move |x| b.iter().map(move |y| (x, y)))
}

fn count(folder: &Folder, table: &mut Table, typed: &mut Typed) {
    for (at, group) in folder.groups.iter().enumerate() {
        if group.hard {
            let disputed = group.disputed();
            disputed.for_each(|(x, y)| compare(folder, Relation::Disputed, group, [x, y], table));
            for value in &group.values {
                for (number, x) in value.iter().enumerate() {
                    let others = value.iter().skip(number + 1);
                    others.for_each(|y| compare(folder, Relation::OneValue, group, [x, y], table));
                }
            }
            if let Some(kind) = group.typed {
                let mut disputed = group.disputed();
                let read = group.disputed().any(|(x, y)| !x.typed.is_empty() && !y.typed.is_empty());
                typed.add(kind.name(), read, disputed.any(|(x, y)| folder.differ(x, y)));
            }
        }
        for other in folder.groups.iter().skip(at + 1).filter(|other| other.kind == group.kind) {
            let all = |group: &Group| group.values.concat();
            for (x, y) in pairs(&all(group), &all(other)).filter(|(x, y)| !x.meets(y)) {
                compare(folder, Relation::OtherFact, group, [x, y], table);
            }
        }
    }
}

fn compare(folder: &Folder, relation: Relation, group: &Group, [x, y]: [&Mention; 2], table: &mut Table) {
    for part in ClaimPart::ALL.into_iter().filter(|part| group.shares(*part)) {
        table.add(part, relation, folder.compare(x, y, part));
    }
}

/// The pairs in dispute in which a part is not equal.
fn print_cases(folder: &Folder, part: ClaimPart) {
    for group in folder.groups.iter().filter(|group| group.hard && group.shares(part)) {
        for (x, y) in group.disputed() {
            let agreement = folder.compare(x, y, part);
            if agreement == Some(Agreement::Equal) {
                continue;
            }
            let verdict = agreement.map_or("untyped", tally::name);
            println!("{verdict} [{}] {}", group.kind, group.what);
            for mention in [x, y] {
                println!("    {} {}: {}", mention.place.0, folder.part(mention, part), mention.text);
                println!("        {}", folder.sentence(mention));
            }
        }
    }
}

/// The hard groups of a kind in which no value was read that differs.
fn print_values(folder: &Folder, kind: Kind) {
    let of_kind = |group: &&Group| group.hard && group.typed == Some(kind);
    for group in folder.groups.iter().filter(of_kind) {
        if group.disputed().any(|(x, y)| folder.differ(x, y)) {
            continue;
        }
        println!("{} {}", folder.name, group.what);
        for (number, value) in group.values.iter().enumerate() {
            for mention in value {
                let read: Vec<String> = mention.typed.iter().map(|value| folder.shown(value)).collect();
                println!("    {number} {read:?}: {}", mention.text);
            }
        }
    }
}

#[cfg(test)]
#[path = "parts/tests.rs"]
mod tests;
