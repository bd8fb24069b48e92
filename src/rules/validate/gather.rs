//! `[gather.NAME]`: sets of other statements that conditions count.

use super::super::expression::Expr;
use super::super::expression::check::Checker;
use super::super::file::{GATHER_WHERE, Placed, in_order, located};
use super::super::mistake::Mistake;
use super::super::pattern::Pattern;
use super::super::plan::{GatheredSet, other_than};
use super::{MAX_VARIABLES, Reader};
use crate::symbol::Sym;

impl<'t> Reader<'_, 't> {
    pub(super) fn gather(&mut self, table: Option<Placed<'t, '_>>) -> Vec<GatheredSet> {
        let mut sets = Vec::new();
        for (key, value) in table.map(|(table, _)| in_order(table)).into_iter().flatten() {
            let name = Sym::from(key.get_ref().as_ref());
            self.check_name(&name, key.span());
            let refused = if self.variables.contains(&name) {
                Some(format!("`{name}` is the name of a variable"))
            } else {
                (sets.len() == MAX_VARIABLES).then(|| format!("more than {MAX_VARIABLES} sets"))
            };
            if let Some(message) = refused {
                self.problems.add(Mistake::Value, key.span(), message, "one too many");
                continue;
            }
            let Some(table) = self.table_of("gather", &name, value) else { continue };
            let pattern = Pattern::read(table.clone(), &[GATHER_WHERE.name], self.lexicon, self.problems);
            let conditions = self.conditions_of_set(&name, &table, key.span());
            let named = (name.clone(), self.problems.span(key.span()));
            let set = GatheredSet::new(named, self.variables.len(), pattern, &conditions);
            self.sets.push((name.clone(), set.variable));
            if !conditions.is_empty() && !set.step.is_tied() && self.problems.is_sound() {
                let message = format!("no condition ties `{name}` to a statement that was found");
                let label = "this would gather from everything";
                self.problems.add(Mistake::Unjoined, key.span(), message, label);
                let other = self.variables.first().unwrap_or(&name);
                self.problems
                    .help(format!("add an equality to `where`, such as `{name}.slot = {other}.slot`"));
            }
            sets.push(set);
        }
        sets
    }

    /// The conditions of a set: each speaks of it, and all of them of one and the same variable.
    fn conditions_of_set(
        &mut self,
        name: &Sym,
        (table, _): &Placed<'_, '_>,
        at: std::ops::Range<usize>,
    ) -> Vec<Expr> {
        let Some(value) = table.get(GATHER_WHERE.name) else {
            let message = format!("`[gather.{name}]` has no `where`");
            self.problems.add(Mistake::MissingKey, at, message, "missing here");
            self.problems.help(format!("`where`: {}", GATHER_WHERE.doc));
            return Vec::new();
        };
        let own = self.variables.len();
        let names: Vec<Sym> = self.variables.iter().chain([name]).cloned().collect();
        let items = value.get_ref().as_array().map_or(std::slice::from_ref(value), |items| items.as_ref());
        let mut variable = None;
        let mut conditions = Vec::new();
        for item in items {
            let Some(text) = located(item, self.problems.text()) else {
                let message = "`where` must be a string or an array of strings".to_string();
                self.problems.add(Mistake::Shape, item.span(), message, "not a string");
                continue;
            };
            let Reader { lexicon, problems, .. } = self;
            let mut checker = Checker { variables: &names, sets: &[], lexicon, problems };
            let Some(condition) = checker.condition(&text) else { continue };
            let other = other_than(&condition, own);
            if condition.last_variable() != Some(own) {
                let message = format!("this says nothing of `{name}`");
                self.problems.add(Mistake::Unreachable, text.whole(), message, "decides nothing here");
                self.problems.help("move it to `[where]`");
            } else if other.is_some() && variable.is_some_and(|v| Some(v) != other) {
                let message = format!("`{name}` is tied to two statements");
                self.problems.add(Mistake::Value, text.whole(), message, "this speaks of the second");
                self.problems.help("gather one set for each of the two");
            }
            variable = variable.or(other);
            conditions.push(condition);
        }
        conditions
    }
}
