//! `[[test]]`: the articles that a rule is tried on.

use std::ops::Range;

use super::super::file::{self, Placed, Section, head};
use super::super::house;
use super::super::mistake::Mistake;
use super::super::{Expect, RuleTest, TestArticle};
use super::{Reader, severity};

impl<'t> Reader<'_, 't> {
    pub(super) fn tests(&mut self, top: &Section<'t, '_>) -> Vec<RuleTest> {
        let tables = top.tables("test");
        if tables.is_empty() {
            // The summary stands for the rule as a whole.
            let at = top.text("summary").map_or(0..1, |summary| summary.whole());
            let message = "the rule has no tests".to_string();
            self.problems.add(Mistake::Untested, at, message, "no `[[test]]` in this file");
            self.problems
                .help("add one `[[test]]` that expects \"conflict\" and one that expects \"silent\"");
        }
        let at: Vec<Range<usize>> = tables.iter().map(|(_, at)| at.clone()).collect();
        let tests: Vec<RuleTest> = tables.into_iter().filter_map(|table| self.test(table)).collect();
        let fires = |test: &RuleTest| test.expect == Expect::Conflict && !test.todo;
        if let Some(first) = at.first().filter(|_| tests.len() == at.len() && !tests.iter().any(fires)) {
            let first = head(first, self.problems.text());
            let message = "no test makes the rule fire".to_string();
            self.problems.add(Mistake::NeverFires, first, message, "none of the tests expects a conflict");
            self.problems.help("add a `[[test]]` with articles that do conflict and `expect = \"conflict\"`");
        }
        tests
    }

    fn test(&mut self, table: Placed<'t, '_>) -> Option<RuleTest> {
        let section = Section::open(table, "`[[test]]`", &file::TEST, self.problems);
        let expect = section.choice("expect", &file::VERDICTS, file::verdict, self.problems);
        let severity = severity(&section, self.problems);
        let articles = section.tables("article").into_iter().filter_map(|a| self.article(a)).collect();
        let facts = section.tables("fact").into_iter();
        let facts = facts.flat_map(|table| house::read::fact(table, self.problems)).collect();
        Some(RuleTest {
            name: section.text("name").map(|t| t.text.to_string()),
            expect: expect?,
            severity,
            todo: section.flag("todo").unwrap_or(false),
            articles,
            facts,
            span: self.problems.span(section.text("expect")?.whole()),
        })
    }

    fn article(&mut self, table: Placed<'t, '_>) -> Option<TestArticle> {
        let section = Section::open(table, "the test's article", &file::ARTICLE, self.problems);
        let own = |key: &str| section.text(key).map(|t| t.text.to_string());
        Some(TestArticle {
            source: own("source"),
            title: own("title"),
            published: section.day("published"),
            text: own("text")?,
        })
    }
}
