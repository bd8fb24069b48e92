//! A report as one page for a browser: findings beside their articles, the graph of the story, a timeline.
//!
//! The page loads nothing. Its policy allows the one script and the one style that it carries, each by its hash, and
//! without the script everything but filters and zoom is there. Templates escape what articles say; what a reader cannot
//! see is replaced in the finished page, so that no part of it can be forgotten.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::clean;
use crate::article::Document;
use crate::diagnostic::Report;
use crate::graph::Graph;
use crate::source::SourceMap;

mod articles;
mod book;
mod columns;
mod drawing;
mod filters;
mod findings;
mod head;
mod marked;
mod network;
mod passage;
mod timeline;
mod touched;

use book::Book;
use touched::Touched;

/// How the page looks.
const STYLE: &str = include_str!("html/style.css");
/// What the page does: filters, zoom, keys.
const SCRIPT: &str = include_str!("html/script.js");
/// The SHA-256 hashes of both. A test says what they have to be after a change.
const STYLE_HASH: &str = "hhN46FLAc6ZZB/wid2scoqBKsC97ZNmq6ZX3WjL/4eE=";
const SCRIPT_HASH: &str = "pd+E4IatWiuvMXCuSnpIHVILidMQIySmE/6etUAjHy8=";

/// What a page shows.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// The findings.
    pub report: &'a Report,
    /// All files.
    pub sources: &'a SourceMap,
    /// The articles without their markup.
    pub documents: &'a [Document],
    /// What the articles say together.
    pub graph: &'a Graph,
}

/// Writes a report as one page.
///
/// # Errors
/// Those of `out`.
pub fn write_report(contents: &Contents<'_>, out: &mut dyn Write) -> io::Result<()> {
    let page = page(contents).into_string();
    writeln!(out, "{}", clean::html(&page))
}

fn page(contents: &Contents<'_>) -> Markup {
    let book = Book::new(contents);
    let touched = Touched::of(&book, contents.graph);
    let network = network::section(&book, contents.graph, &touched);
    let timeline = timeline::section(&book, contents.graph, &touched);
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content=(concat!("gainsay ", env!("CARGO_PKG_VERSION")));
                title { (head::title(contents.report)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#findings" { "Skip to the findings" }
                (head::header(&book, network.is_some()))
                main {
                    (findings::section(&book, &contents.graph.lexicon))
                    @if let Some(network) = network { (network) }
                    (timeline)
                    (articles::section(&book))
                }
                footer { p { "Made by gainsay " (env!("CARGO_PKG_VERSION")) ", which reads articles and judges nobody: a finding says that two passages do not fit, not which of them is wrong." } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// What the page may load and run: itself.
fn policy() -> String {
    format!(
        "default-src 'none'; script-src 'sha256-{SCRIPT_HASH}'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests;
