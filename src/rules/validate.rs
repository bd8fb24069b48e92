//! From a rule file to a [`Rule`], or to everything that is wrong with it.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Rule;
use super::confidence::Measured;
use super::expression::Expr;
use super::expression::check::Checker;
use super::expression::parse::is_name;
use super::file::{self, Placed, Section, in_order, placed};
use super::mistake::{Mistake, Problems};
use super::pattern::Pattern;
use super::plan::{Conditions, Plan, Variable};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lexicon::Lexicon;
use crate::source::{SourceFile, SourceId};
use crate::symbol::Sym;

mod cases;
mod gather;
mod report;
mod whole;

/// How many variables a rule may have, and how many sets.
const MAX_VARIABLES: usize = 4;

/// Reads a rule, whose words must mean something in a vocabulary. With mistakes there is no rule; with warnings alone
/// there is.
pub fn load(
    pack: &str,
    id: &str,
    source: SourceId,
    text: &SourceFile,
    lexicon: &Lexicon,
) -> (Option<Rule>, Vec<Diagnostic>) {
    let (root, errors) = DeTable::parse_recoverable(&text.text);
    let mut problems = Problems::new(source, text);
    problems.add_toml(&errors);
    let mut rule = None;
    if errors.is_empty() {
        let reader = Reader { problems: &mut problems, lexicon, variables: Vec::new(), sets: Vec::new() };
        rule = reader.rule(pack, id, source, (root.get_ref(), root.span()));
    }
    let problems = problems.finish();
    let sound = problems.iter().all(|p| p.severity < Severity::Error);
    (rule.filter(|_| sound), problems)
}

/// Reads the tables of one file.
struct Reader<'p, 't> {
    problems: &'p mut Problems<'t>,
    lexicon: &'p Lexicon,
    /// The names of the variables, in the order of the file.
    variables: Vec<Sym>,
    /// The names of the sets and the variables that they are gathered for, in the order of the file.
    sets: Vec<(Sym, usize)>,
}

impl<'t> Reader<'_, 't> {
    fn rule(mut self, pack: &str, id: &str, source: SourceId, root: Placed<'t, '_>) -> Option<Rule> {
        let top = Section::open(root, "the rule", &file::RULE, self.problems);
        let severity = severity(&top, self.problems);
        let variables = self.find(top.table("find"));
        self.variables = variables.iter().map(|v| v.name.clone()).collect();
        let sets = self.gather(top.table("gather"));
        let mut conditions = self.conditions(top.table("where"));
        let report = self.report(top.table("report"));
        let outcomes: Vec<_> =
            top.tables("outcome").into_iter().filter_map(|table| self.outcome(table)).collect();
        let tests = self.tests(&top);
        conditions.outcomes = outcomes.iter().map(|o| o.when.clone()).collect();
        let plan = Plan::new(&variables, &sets, conditions.clone());
        self.whole(&variables, &sets, &conditions, &report, &plan);
        let over = top.texts("over");
        Some(Rule {
            id: Sym::from(id),
            pack: Sym::from(pack),
            source,
            summary: top.text("summary")?.text.to_string(),
            head: self.problems.span(top.text("summary")?.whole()),
            severity: severity?,
            why: top.text("why")?.text.to_string(),
            measured: Measured::default(),
            enabled: top.flag("enabled").unwrap_or(true),
            over: over.iter().map(|t| (Sym::from(t.text), self.problems.span(t.whole()))).collect(),
            variables,
            sets,
            conditions,
            plan,
            outcomes,
            report,
            tests,
        })
    }

    fn find(&mut self, find: Option<Placed<'t, '_>>) -> Vec<Variable> {
        let Some((table, at)) = find else { return Vec::new() };
        let mut variables = Vec::new();
        for (key, value) in in_order(table) {
            self.check_name(key.get_ref(), key.span());
            if variables.len() == MAX_VARIABLES {
                let message = format!("more than {MAX_VARIABLES} variables");
                self.problems.add(Mistake::Value, key.span(), message, "one too many");
                break;
            }
            let Some(pattern) = self.table_of("find", key.get_ref(), value) else { continue };
            let pattern = Pattern::read(pattern, &[], self.lexicon, self.problems);
            let name = Sym::from(key.get_ref().as_ref());
            variables.push(Variable { name, pattern, span: self.problems.span(key.span()) });
        }
        if table.is_empty() {
            let at = file::head(&at, self.problems.text());
            let message = "a rule finds at least one statement, this one none".to_string();
            self.problems.add(Mistake::MissingKey, at, message, "a `[find.NAME]` is needed");
        }
        variables
    }

    /// Notes a name that no condition could speak of.
    fn check_name(&mut self, name: &str, at: std::ops::Range<usize>) {
        if !is_name(name) {
            let message = format!("`{name}` cannot name a variable");
            self.problems.add(Mistake::Value, at, message, "not a name");
            self.problems.help("a name is made of letters, digits and `_`, and is no word of the language");
        }
    }

    /// The table of a variable or a set.
    fn table_of<'v, 'i>(
        &mut self,
        kind: &str,
        name: &str,
        value: &'v Spanned<DeValue<'i>>,
    ) -> Option<Placed<'v, 'i>> {
        let table = placed(value);
        if table.is_none() {
            let message = format!("`{kind}.{name}` must be a table");
            self.problems.add(Mistake::Shape, value.span(), message, "not a table");
        }
        table
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

    fn checker(&mut self) -> Checker<'_, 't> {
        let Reader { problems, lexicon, variables, sets } = self;
        Checker { variables, sets, lexicon, problems }
    }
}

/// The severity that a table gives.
fn severity<'t>(section: &Section<'t, '_>, problems: &mut Problems<'t>) -> Option<Severity> {
    section.choice("severity", &file::SEVERITIES, |word| word.parse().ok(), problems)
}
