//! Rows: a table for people, a list of objects for programs.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::{clean, json, wrap};

/// Wider columns than this (in characters) are not padded.
const WIDEST: usize = 40;
/// What stands between two cells.
const GAP: &str = "  ";

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

/// Writes rows as a table. Without a width each row is one line, for programs that go by lines.
///
/// # Errors
/// Those of `out`.
pub fn write<R: Row>(rows: &[R], width: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let head = R::HEAD.iter().map(|name| (*name).to_owned()).collect();
    let table: Vec<Vec<String>> = std::iter::once(head).chain(rows.iter().map(safe_cells)).collect();
    let widest = |column: usize, most: usize| {
        let cells = table.iter().filter_map(|row| row.get(column));
        cells.map(|cell| wrap::columns(cell)).filter(|width| *width <= most).max().unwrap_or(0)
    };
    let whole: Vec<usize> = (0..R::HEAD.len()).map(|column| widest(column, usize::MAX)).collect();
    match width.filter(|width| total(&whole) > *width) {
        Some(width) => {
            let widths = narrowed(&whole, width);
            table.iter().try_for_each(|row| write_lines(row, &widths, out))
        }
        None => {
            let widths: Vec<usize> = (0..R::HEAD.len()).map(|column| widest(column, WIDEST)).collect();
            table.iter().try_for_each(|row| write_line(row.iter().map(String::as_str), &widths, out))
        }
    }
}

fn total(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1)
}

/// The widths of columns that fit into a line: the widest ones give way.
fn narrowed(whole: &[usize], width: usize) -> Vec<usize> {
    let with = |most: usize| whole.iter().map(|width| (*width).min(most)).collect::<Vec<_>>();
    let mosts = (wrap::LEAST..=width).rev();
    mosts.map(with).find(|widths| total(widths) <= width).unwrap_or_else(|| with(wrap::LEAST))
}

/// A row whose cells take as many lines as they need.
fn write_lines(row: &[String], widths: &[usize], out: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<Vec<String>> =
        row.iter().zip(widths).map(|(cell, width)| wrap::lines(cell, *width, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    (0..height).try_for_each(|at| {
        let line = cells.iter().map(|lines| lines.get(at).map_or("", String::as_str));
        write_line(line, widths, out)
    })
}

fn write_line<'c>(
    cells: impl Iterator<Item = &'c str>,
    widths: &[usize],
    out: &mut dyn Write,
) -> io::Result<()> {
    let padded = cells.zip(widths).map(|(cell, width)| {
        let blanks = width.saturating_sub(wrap::columns(cell));
        format!("{cell}{:blanks$}", "")
    });
    writeln!(out, "{}", padded.collect::<Vec<_>>().join(GAP).trim_end())
}

fn safe_cells<R: Row>(row: &R) -> Vec<String> {
    row.cells().iter().map(|cell| clean::line(cell).into_owned()).collect()
}

#[cfg(test)]
mod tests;
