//! `gainsay rules explain ID`

use std::io::{self, Write};

use crate::app::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::hint::hint;
use crate::rules::{Expect, Rule, RuleSet, RuleTest, TestArticle};
use crate::view::clean;

/// Prints why a rule exists and an example of either verdict.
///
/// # Errors
/// Those of writing.
pub(super) fn run(set: RuleSet, id: &str, terminal: &Terminal) -> io::Result<Report> {
    match set.get(id) {
        Some(rule) => {
            terminal.print(|out| explain(rule, out))?;
            Ok(Report { problems: set.problems, ..Report::default() })
        }
        None => {
            let known: Vec<_> = set.rules.iter().map(|rule| rule.id.as_str()).collect();
            let unknown =
                Diagnostic::new("rule/unknown", Severity::Error, format!("there is no rule `{id}`"));
            let mut problems = set.problems;
            problems.push(unknown.with_help(hint(id, &known)));
            Ok(Report { problems, ..Report::default() })
        }
    }
}

fn explain(rule: &Rule, out: &mut dyn Write) -> io::Result<()> {
    let state = if rule.enabled { rule.severity.name() } else { "off" };
    writeln!(out, "{} ({state}, pack {})\n{}\n", rule.id, rule.pack, clean::line(&rule.summary))?;
    write_lines(rule.why.trim(), "", out)?;
    let example = |verdict| rule.tests.iter().find(|test| test.expect == verdict);
    for (title, test) in
        [("A conflict:", example(Expect::Conflict)), ("No conflict:", example(Expect::Silent))]
    {
        if let Some(test) = test {
            write_example(title, test, out)?;
        }
    }
    Ok(())
}

fn write_example(title: &str, test: &RuleTest, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{title}")?;
    test.articles.iter().try_for_each(|article| {
        writeln!(out, "  {}", clean::line(&byline(article)))?;
        write_lines(article.text.trim(), "    ", out)
    })
}

/// "Harbour Post, 2024-05-06"
fn byline(article: &TestArticle) -> String {
    let outlet = article.source.as_deref().unwrap_or("an outlet");
    match article.published {
        Some(day) => format!("{outlet}, {day}"),
        None => outlet.to_owned(),
    }
}

fn write_lines(text: &str, indent: &str, out: &mut dyn Write) -> io::Result<()> {
    text.lines().try_for_each(|line| writeln!(out, "{}", format!("{indent}{}", clean::line(line)).trim_end()))
}
