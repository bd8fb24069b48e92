//! Messages with placeholders: `{first.source} counts {first.value}`.

use super::located::Located;
use super::mistake::{Mistake, Problems};
use crate::graph::Field;
use crate::hint::hint;
use crate::symbol::Sym;

/// A message whose placeholders have been looked up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    parts: Vec<Segment>,
}

/// A piece of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Segment {
    /// As it stands.
    Text(String),
    /// To be filled in.
    Hole(usize, Hole),
}

/// What a placeholder asks of the statement that a variable stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hole {
    /// `{a.value}`: a field, as a reader would write it.
    Field(Field),
    /// `{a.sources}`: how many outlets give this value ("3 sources").
    Sources,
}

/// What `{a.sources}` is called.
const SOURCES: &str = "sources";

impl Template {
    /// Reads a message; braces that are meant as such are doubled. Mistakes are noted.
    pub fn read(text: &Located<'_>, variables: &[Sym], problems: &mut Problems<'_>) -> Template {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut rest = text.text;
        while let Some(at) = rest.find(['{', '}']) {
            plain.push_str(&rest[..at]);
            let (brace, after) = rest[at..].split_at(1);
            if let Some(after) = after.strip_prefix(brace) {
                plain.push_str(brace);
                rest = after;
                continue;
            }
            let Some((inside, after)) = after.split_once('}').filter(|_| brace == "{") else {
                let message = format!("a `{brace}` alone");
                problems.add(
                    Mistake::Placeholder,
                    text.at(&rest[at..=at]),
                    message,
                    "opens or closes no placeholder",
                );
                problems.help(format!("double it to mean the brace itself: `{brace}{brace}`"));
                return Template::default();
            };
            let whole = &rest[at..at + inside.len() + 2];
            if let Some((variable, hole)) = read_hole(inside, whole, text, variables, problems) {
                parts.push(Segment::Text(std::mem::take(&mut plain)));
                parts.push(Segment::Hole(variable, hole));
            }
            rest = after;
        }
        plain.push_str(rest);
        parts.push(Segment::Text(plain));
        Template { parts }
    }

    /// The message with every placeholder filled by `fill`.
    pub fn fill(&self, fill: impl Fn(usize, Hole) -> String) -> String {
        let mut message = String::new();
        for part in &self.parts {
            match part {
                Segment::Text(text) => message.push_str(text),
                Segment::Hole(variable, hole) => message.push_str(&fill(*variable, *hole)),
            }
        }
        message
    }

    /// The variables that the message speaks of.
    pub fn variables(&self) -> impl Iterator<Item = usize> + '_ {
        self.parts
            .iter()
            .filter_map(|part| if let Segment::Hole(variable, _) = part { Some(*variable) } else { None })
    }
}

/// `variable.field` or `variable.sources`.
fn read_hole(
    inside: &str,
    with_braces: &str,
    text: &Located<'_>,
    variables: &[Sym],
    problems: &mut Problems<'_>,
) -> Option<(usize, Hole)> {
    let Some((variable, field)) = inside.split_once('.') else {
        let message = format!("unknown placeholder `{{{inside}}}`");
        problems.add(Mistake::Placeholder, text.at(with_braces), message, "not a variable and its field");
        problems.help("a placeholder names a variable and a field, as in `{first.value}`");
        return None;
    };
    let known = variables.iter().position(|v| v.as_str() == variable);
    if known.is_none() {
        problems.unknown_variable(Mistake::Placeholder, variable, text.at(variable), variables);
    }
    let mut hole = Field::ALL.into_iter().find(|f| f.name() == field).map(Hole::Field);
    if field == SOURCES {
        hole = Some(Hole::Sources);
    }
    if hole.is_none() {
        let names: Vec<&str> = Field::ALL.iter().map(|f| f.name()).chain([SOURCES]).collect();
        let message = format!("unknown field `{field}` in a placeholder");
        problems.add(Mistake::Placeholder, text.at(field), message, "statements have no such field");
        problems.help(hint(field, &names));
    }
    Some((known?, hole?))
}
