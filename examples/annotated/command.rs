//! What the fitting programs take from the command line, and the tables that they write.

#![allow(dead_code, reason = "each program takes what it needs")]

use std::fs;
use std::path::Path;

/// What is to be written, folders with answers, and behind "--" folders without.
pub(crate) struct Arguments {
    pub(crate) target: String,
    pub(crate) folders: Vec<String>,
    pub(crate) others: Vec<String>,
}

impl Arguments {
    /// Those of this run; ends it with the usage if there are none.
    pub(crate) fn read(usage: &str) -> Arguments {
        let mut own = std::env::args().skip(1);
        let Some(target) = own.next() else {
            eprintln!("usage: {usage}");
            std::process::exit(2);
        };
        let folders = own.by_ref().take_while(|argument| argument != "--").collect();
        Arguments { target, folders, others: own.collect() }
    }
}

/// Writes a table anew below the comment at its head.
pub(crate) fn rewrite(table: &Path, body: &str) {
    let before = fs::read_to_string(table).expect("a table that can be read");
    let head: String =
        before.lines().take_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    fs::write(table, head + body).expect("a table that can be written");
}
