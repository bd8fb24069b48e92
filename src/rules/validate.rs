//! From a rule file to a [`Rule`], or to everything that is wrong with it.

use toml::de::DeTable;

use super::expression::Expr;
use super::expression::check::Checker;
use super::expression::parse::is_name;
use super::file::{self, Placed, Section, in_order, located, placed};
use super::message::Template;
use super::mistake::{Mistake, Problems};
use super::pattern::Pattern;
use super::plan::{self, Conditions, Plan, Variable};
use super::{Expect, Outcome, ReportText, Rule, RuleTest, TestArticle};
use crate::Sym;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{SourceFile, SourceId};

/// The severities by name.
const SEVERITIES: [(&str, Severity); 3] =
    [("error", Severity::Error), ("warning", Severity::Warning), ("note", Severity::Note)];

/// The verdicts of tests by name.
const VERDICTS: [(&str, Expect); 2] = [("conflict", Expect::Conflict), ("silent", Expect::Silent)];

/// How many variables a rule may have.
const MAX_VARIABLES: usize = 4;

/// Reads a rule. With mistakes there is no rule; with warnings alone there is.
pub fn load(pack: &str, id: &str, source: SourceId, text: &SourceFile) -> (Option<Rule>, Vec<Diagnostic>) {
    let (root, errors) = DeTable::parse_recoverable(&text.text);
    let mut problems = Problems::new(source, text);
    for error in &errors {
        let at = error.span().unwrap_or(0..0);
        problems.add(Mistake::Toml, at, format!("not TOML: {}", error.message()), "here");
    }
    let rule = if errors.is_empty() {
        Reader { problems: &mut problems, variables: Vec::new() }.rule(
            pack,
            id,
            source,
            (root.get_ref(), root.span()),
        )
    } else {
        None
    };
    let problems = problems.finish();
    let sound = problems.iter().all(|p| p.severity < Severity::Error);
    (rule.filter(|_| sound), problems)
}

/// Reads the tables of one file.
struct Reader<'p, 't> {
    problems: &'p mut Problems<'t>,
    /// The names of the variables, in the order of the file.
    variables: Vec<Sym>,
}

impl<'t> Reader<'_, 't> {
    fn rule(mut self, pack: &str, id: &str, source: SourceId, root: Placed<'t, '_>) -> Option<Rule> {
        let top = Section::open(root, "the rule", &file::RULE, self.problems);
        let severity = top.choice("severity", &SEVERITIES, self.problems);
        let variables = self.find(top.table("find"));
        self.variables = variables.iter().map(|v| v.name).collect();
        let mut conditions = self.conditions(top.table("where"));
        let report = self.report(top.table("report"));
        let outcomes: Vec<Outcome> =
            top.tables("outcome").into_iter().filter_map(|table| self.outcome(table)).collect();
        let tests = self.tests(&top);
        conditions.outcomes = outcomes.iter().map(|o| o.when.clone()).collect();
        let listed = [&conditions.all, &conditions.any, &conditions.unless];
        let listed: Vec<Expr> = listed.into_iter().flatten().cloned().collect();
        let plan = self.plan(&variables, conditions, &report);
        Some(Rule {
            id: Sym::from(id),
            pack: Sym::from(pack),
            source,
            summary: top.text("summary")?.text.to_string(),
            severity: severity?,
            why: top.text("why")?.text.to_string(),
            enabled: top.flag("enabled").unwrap_or(true),
            over: top.texts("over").iter().map(|t| Sym::from(t.text)).collect(),
            variables,
            conditions: listed,
            plan: plan?,
            outcomes,
            report,
            tests,
        })
    }

    fn find(&mut self, find: Option<Placed<'t, '_>>) -> Vec<Variable> {
        let Some((table, at)) = find else { return Vec::new() };
        let mut variables = Vec::new();
        for (key, value) in in_order(table) {
            let name = key.get_ref().as_ref();
            if !is_name(name) {
                let message = format!("`{name}` cannot name a variable");
                self.problems.add(Mistake::Value, key.span(), message, "not a name");
                self.problems
                    .help("a name is made of letters, digits and `_`, and is no word of the language");
            }
            if variables.len() == MAX_VARIABLES {
                let message = format!("more than {MAX_VARIABLES} variables");
                self.problems.add(Mistake::Value, key.span(), message, "one too many");
                break;
            }
            let Some(pattern) = placed(value) else {
                let message = format!("`find.{name}` must be a table");
                self.problems.add(Mistake::Shape, value.span(), message, "not a table");
                continue;
            };
            let pattern = Pattern::read(pattern, self.problems);
            variables.push(Variable { name: Sym::from(name), pattern, span: self.problems.span(key.span()) });
        }
        if variables.len() < 2 {
            let message = format!("a rule compares two statements, this one finds {}", variables.len());
            let at = table.keys().next().map_or(at, |key| key.span());
            self.problems.add(Mistake::MissingKey, at, message, "another `[find.NAME]` is needed");
        }
        variables
    }

    fn conditions(&mut self, table: Option<Placed<'t, '_>>) -> Conditions {
        let Some(table) = table else { return Conditions::default() };
        let section = Section::open(table, "`[where]`", &file::WHERE, self.problems);
        let mut read = |key| -> Vec<Expr> {
            let texts = section.texts(key);
            texts.iter().filter_map(|text| self.checker().condition(text)).collect()
        };
        Conditions { all: read("all"), any: read("any"), unless: read("unless"), outcomes: Vec::new() }
    }

    fn report(&mut self, table: Option<Placed<'t, '_>>) -> ReportText {
        let Some(table) = table else { return ReportText::default() };
        let section = Section::open(table, "`[report]`", &file::REPORT, self.problems);
        ReportText {
            message: self.template(&section, "message").unwrap_or_default(),
            labels: self.labels(section.table("label")),
            help: self.template(&section, "help"),
        }
    }

    fn labels(&mut self, table: Option<Placed<'t, '_>>) -> Vec<Option<Template>> {
        let mut labels = vec![None; self.variables.len()];
        for (key, value) in table.map(|(table, _)| in_order(table)).into_iter().flatten() {
            let name = key.get_ref().as_ref();
            let known = self.variables.iter().position(|v| v.as_str() == name);
            let Some(label) = known.and_then(|at| labels.get_mut(at)) else {
                let mistake = Mistake::UnknownVariable;
                self.problems.unknown_variable(mistake, name, key.span(), &self.variables);
                continue;
            };
            if let Some(text) = located(value, self.problems.text()) {
                *label = Some(Template::read(&text, &self.variables, self.problems));
            } else {
                let message = format!("`label.{name}` must be a string");
                self.problems.add(Mistake::Shape, value.span(), message, "not a string");
            }
        }
        labels
    }

    fn outcome(&mut self, table: Placed<'t, '_>) -> Option<Outcome> {
        let section = Section::open(table, "`[[outcome]]`", &file::OUTCOME, self.problems);
        let severity = section.choice("severity", &SEVERITIES, self.problems);
        let message = self.template(&section, "message");
        let help = self.template(&section, "help");
        let when = section.text("when").and_then(|text| self.checker().condition(&text))?;
        Some(Outcome { when, severity, message, help })
    }

    fn template(&mut self, section: &Section<'t, '_>, key: &str) -> Option<Template> {
        Some(Template::read(&section.text(key)?, &self.variables, self.problems))
    }

    fn tests(&mut self, top: &Section<'t, '_>) -> Vec<RuleTest> {
        let tables = top.tables("test");
        if tables.is_empty() {
            self.problems.add(
                Mistake::Untested,
                0..1,
                "the rule has no tests".to_string(),
                "no `[[test]]` in this file",
            );
            self.problems
                .help("add one `[[test]]` that expects \"conflict\" and one that expects \"silent\"");
        }
        tables.into_iter().filter_map(|table| self.test(table)).collect()
    }

    fn test(&mut self, table: Placed<'t, '_>) -> Option<RuleTest> {
        let section = Section::open(table, "`[[test]]`", &file::TEST, self.problems);
        let expect = section.choice("expect", &VERDICTS, self.problems);
        let severity = section.choice("severity", &SEVERITIES, self.problems);
        let articles = section.tables("article").into_iter().filter_map(|a| self.article(a)).collect();
        Some(RuleTest {
            name: section.text("name").map(|t| t.text.to_string()),
            expect: expect?,
            severity,
            articles,
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

    fn plan(&mut self, variables: &[Variable], conditions: Conditions, report: &ReportText) -> Option<Plan> {
        if variables.len() < 2 {
            return None;
        }
        if let Some(expr) = plan::contradiction(&conditions.all) {
            let message = "no statements can meet this condition".to_string();
            let label = "cannot be true together with what stands before it";
            self.problems.add_at(Mistake::Contradiction, expr.span, message, label);
        }
        let used = used(&conditions, report);
        let plan = Plan::new(variables, conditions);
        // Where conditions have mistakes, what they say of variables is not known.
        if self.problems.is_sound() {
            for (at, variable) in variables.iter().enumerate() {
                if !used.contains(&at) {
                    let message = format!("the variable `{}` is never used", variable.name);
                    let label = "neither in `[where]` nor in `[report]`";
                    self.problems.add_at(Mistake::UnusedVariable, variable.span, message, label);
                    self.problems.help("tie it to another statement in `all`, or take it out");
                } else if !plan.is_joined(at) {
                    self.unjoined(variables, variable);
                }
            }
        }
        Some(plan)
    }

    fn unjoined(&mut self, variables: &[Variable], loose: &Variable) {
        let name = loose.name;
        let message = format!("no condition ties `{name}` to another statement");
        let label = "this would compare every statement with every other";
        self.problems.add_at(Mistake::Unjoined, loose.span, message, label);
        let other = variables.iter().map(|v| v.name).find(|n| *n != name).unwrap_or(name);
        self.problems.help(format!(
            "add an equality to `all`, such as `{other}.slot = {name}.slot` or \
             `{other}.participants overlaps {name}.participants`"
        ));
    }

    fn checker(&mut self) -> Checker<'_, 't> {
        Checker { variables: &self.variables, problems: self.problems }
    }
}

/// The variables that conditions or messages speak of.
fn used(conditions: &Conditions, report: &ReportText) -> Vec<usize> {
    let Conditions { all, any, unless, outcomes } = conditions;
    let mut used: Vec<usize> = report.message.variables().collect();
    for expr in [all, any, unless, outcomes].into_iter().flatten() {
        expr.fields(&mut |variable, _| used.push(variable));
    }
    used
}
