//! The head of the page: what was checked, how much was found, and the way to everything else.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::book::Book;
use crate::diagnostic::{Aside, Diagnostic, Part, Report, Severity};
use crate::view::summary::{counted, counts, line};

/// More problems than this are counted.
const MOST_PROBLEMS: usize = 100;

/// The title of the page.
pub(super) fn title(report: &Report) -> String {
    format!("gainsay: {}", counts(report))
}

/// The head.
pub(super) fn header(book: &Book<'_>, has_network: bool) -> Markup {
    let report = book.report;
    html! {
        header.page {
            h1 { "Contradictions in " (counted(checked(report), "article")) }
            p.summary { (line(report)) }
            dl.figures {
                @for (severity, name) in [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")] {
                    @let count = report.count(severity);
                    div.(name) { dt { (if count == 1 { name.to_owned() } else { format!("{name}s") }) } dd { (count) } }
                }
                @for (name, figure) in figures(report) { div { dt { (name) } dd { (figure) } } }
            }
            nav aria-label="Parts of this page" {
                ul {
                    li { a href="#findings" { "Findings" } }
                    @if has_network { li { a href="#graph" { "Graph" } } }
                    li { a href="#timeline" { "Timeline" } }
                    li { a href="#articles" { "Articles" } }
                }
            }
            (problems(&report.problems, book))
            (set_aside(&report.set_aside))
        }
    }
}

fn checked(report: &Report) -> usize {
    report.articles.iter().filter(|article| article.part == Part::Draft).count()
}

/// What was read.
fn figures(report: &Report) -> Vec<(&'static str, String)> {
    let outlets: BTreeSet<&str> = report.articles.iter().map(|article| article.outlet.as_str()).collect();
    let words: usize =
        report.articles.iter().filter(|a| a.part == Part::Draft).map(|article| article.words).sum();
    let mut figures = vec![
        ("articles", thousands(checked(report))),
        ("outlets", thousands(outlets.len())),
        ("words", thousands(words)),
        ("claims", thousands(report.claims)),
    ];
    figures.extend(report.archive.map(|archive| ("in the archive", thousands(archive))));
    let days = || report.articles.iter().filter_map(|article| article.published);
    if let (Some(first), Some(last)) = (days().min(), days().max()) {
        let day = |day: jiff::civil::Date| day.strftime("%-d %B %Y").to_string();
        let span = if first == last { day(first) } else { format!("{} to {}", day(first), day(last)) };
        figures.push(("published", span));
    }
    figures
}

/// "12,345"
fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let comma = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
    let digits = digits.chars().enumerate();
    digits.flat_map(|(at, digit)| comma(at).then_some(',').into_iter().chain([digit])).collect()
}

fn problems(problems: &[Diagnostic], book: &Book<'_>) -> Markup {
    html! {
        @if !problems.is_empty() {
            details.problems {
                summary { (counted(problems.len(), "problem")) " with files, rules or settings" }
                ul {
                    @for problem in problems.iter().take(MOST_PROBLEMS) {
                        li {
                            (problem.message) " (" code { (problem.code) } ")"
                            @if let Some(label) = problem.labels.first() { " " code.path { (book.place(label)) } }
                        }
                    }
                    @if problems.len() > MOST_PROBLEMS {
                        li { "and " (problems.len() - MOST_PROBLEMS) " more" }
                    }
                }
            }
        }
    }
}

fn set_aside(aside: &[(Diagnostic, Aside)]) -> Markup {
    html! {
        @if !aside.is_empty() {
            details.aside {
                summary { (counted(aside.len(), "finding")) " set aside" }
                ul {
                    @for (finding, why) in aside.iter().take(MOST_PROBLEMS) {
                        li { (finding.message) " (" code { (finding.code) } "): " (reason(why)) }
                    }
                    @if aside.len() > MOST_PROBLEMS {
                        li { "and " (aside.len() - MOST_PROBLEMS) " more" }
                    }
                }
            }
        }
    }
}

fn reason(aside: &Aside) -> &str {
    match aside {
        Aside::Comment(exception) | Aside::Settings(exception) => &exception.reason,
        Aside::Baseline => "in the baseline",
    }
}
