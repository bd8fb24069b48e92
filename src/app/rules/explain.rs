//! `gainsay rules explain ID`

use std::io::{self, Write};
use std::sync::Arc;

use crate::lexicon::Lexicon;
use crate::rules::{Expect, Rule, RuleTest, TestArticle};
use crate::session::check_test;
use crate::view::clean;

/// Writes why a rule exists, and an example of either verdict with what the rule says of it.
///
/// # Errors
/// Those of `out`.
pub(super) fn write(rule: &Rule, lexicon: &Arc<Lexicon>, out: &mut dyn Write) -> io::Result<()> {
    let state = if rule.enabled { rule.severity.name() } else { "off" };
    writeln!(out, "{} ({state}, pack {})\n{}\n", rule.id, rule.pack, clean::line(&rule.summary))?;
    write_lines(rule.why.trim(), "", out)?;
    for (title, verdict) in [("A conflict:", Expect::Conflict), ("No conflict:", Expect::Silent)] {
        let mut tests = rule.tests.iter().filter(|test| test.expect == verdict && !test.todo);
        if let Some(test) = tests.next() {
            write_example(title, test, out)?;
            for finding in check_test(test, rule, lexicon).findings {
                writeln!(out, "  => {}: {}", finding.severity.name(), clean::line(&finding.message))?;
            }
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
