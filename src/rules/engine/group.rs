//! Statements that a rule cannot tell apart stand in one group.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::Facts;
use super::each::read_each;
use crate::diagnostic::Part;
use crate::graph::{Field, StatementId, Value};
use crate::rules::expression::eval::{Bindings, Tally};
use crate::rules::plan::Step;
use crate::truth::Judged;

/// How many members it takes at most to find one apart from a given statement: the first, the second, the
/// first of another article and the first of another outlet. (Two more leave room for other orders.)
const MAX_PROBES: usize = 6;

/// The sizes of a rule's sets for one statement, in the order of the file; sets that are gathered for another
/// variable are empty.
pub type Tallies = SmallVec<[Tally; 1]>;

/// Statements with the same values in every field that the rule reads of their variable.
#[derive(Debug)]
pub struct Group {
    /// The values, in the order of [`Step::fields`].
    pub row: Box<[Value]>,
    /// The statements, ascending; never empty.
    pub members: SmallVec<[StatementId; 4]>,
    /// Enough of the members to find, for any statement elsewhere, one that is not it, one in another
    /// article and one of another outlet, if there are any.
    pub probes: SmallVec<[StatementId; 4]>,
    /// What the conditions on the variable alone say of it.
    pub judged: Judged,
    /// Is one of the statements a draft's? Where there is no archive, all articles are drafts.
    pub drafted: bool,
    /// The sizes of the sets that were gathered for them.
    pub tallies: Tallies,
}

impl Group {
    fn new(row: Box<[Value]>, first: StatementId, drafted: bool) -> Group {
        let probes = SmallVec::from_slice(&[first]);
        let tallies = Tallies::new();
        Group { row, members: probes.clone(), probes, judged: Judged::TRUE, drafted, tallies }
    }

    /// Adds a member; the first one of a draft is the first to be asked.
    fn add<F: Facts>(&mut self, statement: StatementId, drafted: bool, facts: &F) {
        self.members.push(statement);
        if drafted && !self.drafted {
            self.drafted = true;
            self.probes.insert(0, statement);
        } else {
            self.probe(statement, facts);
        }
    }

    /// Keeps a new member as a probe if it is the second, or the first from another article or outlet.
    fn probe<F: Facts>(&mut self, statement: StatementId, facts: &F) {
        let is_new = |field| {
            let own = origin(facts, statement, field);
            self.probes.iter().all(|p| origin(facts, *p, field) != own)
        };
        let is_second = self.probes.len() == 1;
        if is_second || (self.probes.len() < MAX_PROBES && (is_new(Field::Article) || is_new(Field::Source)))
        {
            self.probes.push(statement);
        }
    }
}

/// Is a statement a draft's?
pub fn is_drafted<F: Facts>(facts: &F, statement: StatementId) -> bool {
    let article = facts.statement(statement).map(|s| s.article as usize);
    article.and_then(|at| facts.articles().get(at)).is_some_and(|article| article.part == Part::Draft)
}

/// The groups of each variable of a rule, in the order of the statements read first.
#[derive(Debug)]
pub struct Groups {
    pub(super) by_variable: Vec<Vec<Group>>,
    /// Have both variables the same groups?
    pub(super) shared: bool,
}

impl Groups {
    /// The groups of a variable.
    pub fn of(&self, variable: usize) -> &[Group] {
        let at = if self.shared { 0 } else { variable };
        self.by_variable.get(at).map_or(&[], Vec::as_slice)
    }
}

/// What the conditions on a variable alone say of a group.
pub fn judge_alone<F: Facts>(step: &Step, variable: usize, facts: &F, group: &Group) -> Judged {
    let bound = Bound { steps: &[(variable, step, group)] };
    step.filters.iter().fold(Judged::TRUE, |so_far, filter| so_far.and(filter.judge(facts, &bound)))
}

/// Puts statements together that have the same values in all fields of a step.
pub fn into_groups<F: Facts>(step: &Step, facts: &F, statements: &[StatementId]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_hash: FxHashMap<u64, SmallVec<[u32; 1]>> = FxHashMap::default();
    let read = |statement| {
        let row: Box<[Value]> = step.fields.iter().map(|f| facts.field(statement, *f)).collect();
        (hash_row(&row), row)
    };
    read_each(statements, read, |statement, (hash, row)| {
        let drafted = is_drafted(facts, statement);
        let alike = by_hash.entry(hash).or_default();
        let known = alike.iter().find_map(|at| {
            let at = *at as usize;
            groups.get(at).is_some_and(|g| g.row == row).then_some(at)
        });
        match known.and_then(|at| groups.get_mut(at)) {
            Some(group) => {
                group.add(statement, drafted, facts);
            }
            None => {
                alike.push(groups.len() as u32);
                groups.push(Group::new(row, statement, drafted));
            }
        }
    });
    groups
}

/// Where a statement comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin<'f> {
    /// An article, by its number.
    Article(u32),
    /// An outlet.
    Outlet(&'f str),
}

/// The article or the outlet of a statement.
pub fn origin<F: Facts>(facts: &F, statement: StatementId, field: Field) -> Origin<'_> {
    let article = facts.statement(statement).map_or(0, |s| s.article);
    match (field, facts.outlet(article)) {
        (Field::Source, Some(outlet)) => Origin::Outlet(outlet),
        _ => Origin::Article(article),
    }
}

/// A variable, its step and the group that it stands for.
pub type Binding<'a> = (usize, &'a Step, &'a Group);

/// Groups bound to some variables.
#[derive(Debug, Clone, Copy)]
pub struct Bound<'a> {
    /// The variables bound so far.
    pub steps: &'a [Binding<'a>],
}

impl<'a> Bound<'a> {
    /// A field of the group that a variable stands for, if the rule reads it.
    pub fn read(&self, variable: usize, field: Field) -> Option<&'a Value> {
        let (_, step, group) = self.steps.iter().find(|(v, ..)| *v == variable)?;
        field_of(step, group, field)
    }
}

impl Bindings for Bound<'_> {
    fn value(&self, variable: usize, field: Field) -> &Value {
        self.read(variable, field).unwrap_or(&Value::Unknown)
    }

    fn tally(&self, variable: usize, set: usize) -> Tally {
        let group = self.steps.iter().find(|(v, ..)| *v == variable).map(|(.., group)| group);
        group.and_then(|g| g.tallies.get(set)).copied().unwrap_or_default()
    }
}

/// The value of a field in a group's row.
pub fn field_of<'a>(step: &Step, group: &'a Group, field: Field) -> Option<&'a Value> {
    group.row.get(step.fields.binary_search(&field).ok()?)
}

/// Equal rows have equal hashes.
pub fn hash_row(row: &[Value]) -> u64 {
    let mut hasher = FxHasher::default();
    for value in row {
        value.digest(&mut hasher);
    }
    hasher.finish()
}
