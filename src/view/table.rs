//! Rows: a table for people, a list of objects for programs.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::{clean, json};

/// Wider columns than this (in characters) are not padded.
const WIDEST: usize = 40;

/// An object for programs, cells for people.
pub trait Row: Serialize {
    /// What stands above the cells.
    const HEAD: &'static [&'static str];

    /// One text for each column; they need not be safe to show.
    fn cells(&self) -> Vec<String>;
}

/// Writes rows for programs, which find them under `name`.
///
/// # Errors
/// Those of `out`.
pub fn write_json<R: Row>(name: &str, rows: &[R], out: &mut dyn Write) -> io::Result<()> {
    json::write(&BTreeMap::from([(name, rows)]), out)
}

/// Writes rows as a table.
///
/// # Errors
/// Those of `out`.
pub fn write<R: Row>(rows: &[R], out: &mut dyn Write) -> io::Result<()> {
    let head = R::HEAD.iter().map(|name| (*name).to_owned()).collect();
    let table: Vec<Vec<String>> = std::iter::once(head).chain(rows.iter().map(safe_cells)).collect();
    let width = |column: usize| {
        let cells = table.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).filter(|width| *width <= WIDEST).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..R::HEAD.len()).map(width).collect();
    table.iter().try_for_each(|row| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())
    })
}

fn safe_cells<R: Row>(row: &R) -> Vec<String> {
    row.cells().iter().map(|cell| clean::line(cell).into_owned()).collect()
}
