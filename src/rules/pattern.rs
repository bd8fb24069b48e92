//! `[find.NAME]`: which statements a variable can stand for.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::file::{Placed, in_order};
use super::mistake::{Mistake, Problems};
use super::vocabulary;
use crate::graph::{Field, StatementId, Type, Value, role};
use crate::hint::hint;
use crate::lexicon::Lexicon;
use crate::rules::facts::{Facts, Relation};
use crate::symbol::Sym;
use crate::truth::Judged;

/// The role of a pattern that names none: that the event happened.
const DEFAULT_ROLE: &str = "event";

/// The role that stands for every role.
pub const EVERY_ROLE: &str = "*";

/// Stands for every role that counts whom an event happened to.
pub const COUNTED_ROLES: &str = "@counted";

/// Fields with the values that a statement may have in them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pattern {
    /// The roles, ascending; none: every role.
    pub roles: Vec<Sym>,
    /// Other fields; each must have one of its values.
    pub fields: Vec<(Field, Vec<Value>)>,
}

impl Pattern {
    /// Does the statement, whose role fits already, have the values asked for?
    pub fn admits<F: Facts>(&self, statement: StatementId, facts: &F) -> bool {
        self.fields.iter().all(|(field, wanted)| {
            let found = facts.field(statement, *field);
            let relation = if *field == Field::Class { Relation::IsA } else { Relation::Same };
            wanted.iter().any(|w| facts.relate(relation, &found, w).truth.is_true())
        })
    }

    /// Reads a `[find.NAME]` table, but for the keys of `others`; mistakes are noted.
    pub fn read(
        (table, _): Placed<'_, '_>,
        others: &[&str],
        lexicon: &Lexicon,
        problems: &mut Problems<'_>,
    ) -> Pattern {
        let mut pattern = Pattern { roles: vec![Sym::from(DEFAULT_ROLE)], fields: Vec::new() };
        for (key, value) in in_order(table) {
            let name = key.get_ref().as_ref();
            if others.contains(&name) {
                continue;
            }
            let Some(field) = field_named(name) else {
                unmatchable(name, key.span(), problems);
                continue;
            };
            let values = literals(field, name, value, lexicon, problems);
            if field == Field::Role {
                pattern.roles = roles(&values, lexicon);
            } else {
                pattern.fields.push((field, values));
            }
        }
        pattern.fields.sort_by_key(|(field, _)| *field);
        pattern
    }
}

/// Notes a key that names no field, or none that a literal can be held against.
fn unmatchable(name: &str, at: Range<usize>, problems: &mut Problems<'_>) {
    let names: Vec<&str> = Field::ALL.iter().map(|f| f.name()).filter(|n| field_named(n).is_some()).collect();
    if Field::ALL.iter().any(|f| f.name() == name) {
        let message = format!("`{name}` has no literals to be matched with");
        problems.add(Mistake::Value, at, message, "cannot be matched here");
        problems.help("compare it with a field of another statement in `[where]`");
    } else {
        let message = format!("unknown field `{name}`");
        problems.add(Mistake::UnknownField, at, message, "statements have no such field");
        problems.help(hint(name, &names));
    }
}

/// The field that a key of a pattern means. `event = "meet"` asks for an event of that class.
pub fn field_named(name: &str) -> Option<Field> {
    let field = Field::ALL.into_iter().find(|f| f.name() == name)?;
    match field {
        Field::Event => Some(Field::Class),
        field => literal_type(field).map(|_| field),
    }
}

/// The type of the literals that a field can be matched with; none if only conditions can speak of it.
pub fn literal_type(field: Field) -> Option<Type> {
    match field {
        Field::Ordinal => Some(Type::Number),
        Field::Slot | Field::Article => None,
        field => match field.kind() {
            // Entities are named.
            Type::Text | Type::Entity => Some(Type::Text),
            Type::Truth => Some(Type::Truth),
            Type::Any => Some(Type::Any),
            _ => None,
        },
    }
}

/// The roles that a pattern names, ascending; none: every role. "!killed" takes one of several away.
fn roles(values: &[Value], lexicon: &Lexicon) -> Vec<Sym> {
    let named = values.iter().filter_map(|v| if let Value::Text(t) = v { Some(t.as_str()) } else { None });
    let (not, named): (Vec<&str>, Vec<&str>) = named.partition(|name| name.starts_with('!'));
    if not.is_empty() && named.contains(&EVERY_ROLE) {
        return Vec::new();
    }
    // "!killed" alone: all the others.
    let named = if named.is_empty() { vec![EVERY_ROLE] } else { named };
    let meant = named.into_iter().flat_map(|name| match name {
        EVERY_ROLE => role::roles(lexicon),
        COUNTED_ROLES => role::counted(lexicon),
        name => vec![name],
    });
    let wanted = meant.filter(|role| !not.iter().any(|not| not.strip_prefix('!') == Some(*role)));
    let mut roles: Vec<Sym> = wanted.map(Sym::from).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

/// A literal, or an array of them.
fn literals(
    field: Field,
    name: &str,
    value: &Spanned<DeValue<'_>>,
    lexicon: &Lexicon,
    problems: &mut Problems<'_>,
) -> Vec<Value> {
    let items = match value.get_ref() {
        DeValue::Array(items) if !items.is_empty() => items,
        _ => std::slice::from_ref(value),
    };
    let mut values = Vec::with_capacity(items.len());
    for item in items {
        match literal(field, item.get_ref()) {
            Some(literal) => {
                if let Value::Text(word) = &literal {
                    check_word(field, word, item.span(), lexicon, problems);
                }
                values.push(literal);
            }
            None => {
                let wanted = match literal_type(field) {
                    Some(Type::Number) => "a number",
                    Some(Type::Truth) => "`true` or `false`",
                    _ => "a string",
                };
                let message = format!("`{name}` is matched with {wanted}");
                problems.add(Mistake::Shape, item.span(), message, &format!("not {wanted}"));
            }
        }
    }
    values
}

/// Notes a word that the field never holds; of roles, some signs stand for several.
fn check_word(field: Field, word: &str, at: Range<usize>, lexicon: &Lexicon, problems: &mut Problems<'_>) {
    let several = [EVERY_ROLE, COUNTED_ROLES].contains(&word);
    match word.strip_prefix('!').filter(|_| field == Field::Role) {
        Some(role) => vocabulary::check(field, role, at, lexicon, problems),
        None if field == Field::Role && several => {}
        None => vocabulary::check(field, word, at, lexicon, problems),
    }
}

fn literal(field: Field, value: &DeValue<'_>) -> Option<Value> {
    let wanted = literal_type(field)?;
    let fits = |ty| wanted == ty || wanted == Type::Any;
    match value {
        DeValue::String(text) if fits(Type::Text) => Some(Value::Text(Sym::from(text.as_ref()))),
        DeValue::Boolean(b) if fits(Type::Truth) => Some(Value::Truth(Judged::from(*b))),
        DeValue::Integer(n) if fits(Type::Number) => Some(Value::Number(n.to_string().parse().ok()?)),
        DeValue::Float(n) if fits(Type::Number) => Some(Value::Number(n.as_str().parse().ok()?)),
        _ => None,
    }
}
