//! Names are looked up and types checked: a [`Node`] becomes an [`Expr`], or every mistake in it is noted.

use super::operator::type_name;
use super::parse::{Node, NodeKind};
use super::{Expr, Function, Kind, Operator, parse};
use crate::claim::time::When;
use crate::graph::{Field, Tolerance, Type, Value};
use crate::hint::{hint, nearest};
use crate::lexicon::Lexicon;
use crate::rules::located::Located;
use crate::rules::mistake::{Mistake, Problems};
use crate::rules::vocabulary;
use crate::symbol::Sym;
use crate::truth::Judged;

/// Reads and checks expressions that speak of the same variables.
#[derive(Debug)]
pub struct Checker<'a, 'f> {
    /// The names of the variables, in the order of the rule file.
    pub variables: &'a [Sym],
    /// The sets that can be counted: their names and the variables that they were gathered for.
    pub sets: &'a [(Sym, usize)],
    /// What words of events there are.
    pub lexicon: &'a Lexicon,
    /// Where mistakes are noted.
    pub problems: &'a mut Problems<'f>,
}

impl Checker<'_, '_> {
    /// Reads an expression that is true, false or unknown; none if there was a mistake.
    pub fn condition(&mut self, text: &Located<'_>) -> Option<Expr> {
        let node = match parse::parse(text.text) {
            Ok(node) => node,
            Err(unexpected) => {
                self.unreadable(text, &unexpected);
                return None;
            }
        };
        let expr = self.expr(&node, text)?;
        self.expect_condition(expr, &node, text)
    }

    fn unreadable(&mut self, text: &Located<'_>, unexpected: &parse::Unexpected<'_>) {
        let word = offending(text.text, unexpected.at);
        let found = if word.is_empty() { "the end".to_string() } else { format!("`{word}`") };
        let message = format!("expected {}, found {found}", unexpected.expected);
        self.problems.add(Mistake::Syntax, text.at(word), message, "cannot be read from here on");
        if let Some(help) = syntax_help(word) {
            self.problems.help(help);
        }
    }

    fn expr(&mut self, node: &Node<'_>, text: &Located<'_>) -> Option<Expr> {
        let literal = |value, ty| Some((Kind::Literal(value), ty));
        let (kind, ty) = match &node.kind {
            NodeKind::Text(t) => literal(Value::Text(Sym::from(*t)), Type::Text),
            NodeKind::Number(n) => literal(Value::Number(*n), Type::Number),
            NodeKind::Truth(b) => literal(Value::Truth(Judged::from(*b)), Type::Truth),
            NodeKind::Date(day) => {
                let when = When { days: Some((*day, *day)), ..When::default() };
                literal(Value::from(when), Type::Time)
            }
            NodeKind::Name => self.bare(node, text),
            NodeKind::Path(variable, field) => self.path(variable, field, text),
            NodeKind::Call(name, arguments) => self.call(name, arguments, text),
            NodeKind::Not(inner) => {
                let checked = self.expr(inner, text).and_then(|e| self.expect_condition(e, inner, text));
                checked.map(|e| (Kind::Not(Box::new(e)), Type::Truth))
            }
            NodeKind::All(parts) => self.conditions(parts, text).map(|p| (Kind::All(p), Type::Truth)),
            NodeKind::Any(parts) => self.conditions(parts, text).map(|p| (Kind::Any(p), Type::Truth)),
            NodeKind::Compare(operator, sides) => self.compare(*operator, sides, text),
            NodeKind::Close(operator, sides, tolerance) => {
                self.close(*operator, sides, *tolerance, node, text)
            }
        }?;
        Some(Expr { kind, ty, span: self.problems.span(text.at(node.text)) })
    }

    fn conditions(&mut self, parts: &[Node<'_>], text: &Located<'_>) -> Option<Vec<Expr>> {
        // Every part is looked at, so that all mistakes are told, before one of them stops.
        let checked: Vec<_> = parts
            .iter()
            .map(|part| self.expr(part, text).and_then(|e| self.expect_condition(e, part, text)))
            .collect();
        checked.into_iter().collect()
    }

    fn expect_condition(&mut self, expr: Expr, node: &Node<'_>, text: &Located<'_>) -> Option<Expr> {
        if expr.ty == Type::Truth {
            return Some(expr);
        }
        let message = format!("expected a condition, found {}", type_name(expr.ty));
        let label = format!("{} is neither true nor false", type_name(expr.ty));
        self.problems.add(Mistake::Type, text.at(node.text), message, &label);
        self.problems.help(format!("compare it with something, as in `{} = ...`", node.text));
        None
    }

    fn bare(&mut self, node: &Node<'_>, text: &Located<'_>) -> Option<(Kind, Type)> {
        let name = node.text;
        if self.variables.iter().any(|v| v.as_str() == name) {
            let message = format!("`{name}` is a statement, not a value");
            self.problems.add(Mistake::Type, text.at(name), message, "a field of it is needed");
            self.problems.help(format!("name a field, as in `{name}.value`"));
        } else if self.set(name).is_some() {
            let message = format!("`{name}` is a set of statements, not a value");
            self.problems.add(Mistake::Type, text.at(name), message, "it can only be counted");
            self.problems.help(format!("count it, as in `sources({name}) >= 2`"));
        } else {
            let message = format!("unknown name `{name}`");
            self.problems.add(
                Mistake::UnknownVariable,
                text.at(name),
                message,
                "not a variable of this rule",
            );
            let known = self.variables.iter().chain(self.sets.iter().map(|(set, _)| set));
            self.problems.help(match nearest(name, known.map(|v| v.as_str())) {
                Some(meant) if self.set(meant).is_some() => format!("did you mean `{meant}`?"),
                Some(meant) => format!("did you mean a field of `{meant}`?"),
                None => format!("a text needs quotes: `\"{name}\"`"),
            });
        }
        None
    }

    fn path(&mut self, variable: &str, field: &str, text: &Located<'_>) -> Option<(Kind, Type)> {
        let known = self.variables.iter().position(|v| v.as_str() == variable);
        if known.is_none() && self.set(variable).is_some() {
            let message = format!("`{variable}` is a set of statements and has no fields");
            self.problems.add(Mistake::Type, text.at(variable), message, "it can only be counted");
            self.problems.help("say in the set's own `where` what its statements must be like");
        } else if known.is_none() {
            let at = text.at(variable);
            self.problems.unknown_variable(Mistake::UnknownVariable, variable, at, self.variables);
        }
        let named = Field::ALL.into_iter().find(|f| f.name() == field);
        if named.is_none() {
            let message = format!("unknown field `{field}`");
            self.problems.add(
                Mistake::UnknownField,
                text.at(field),
                message,
                "statements have no such field",
            );
            self.problems.help(hint(field, &Field::ALL.map(Field::name)));
        }
        let (variable, field) = (known?, named?);
        Some((Kind::Field { variable, field }, field.kind()))
    }

    fn call(&mut self, name: &str, arguments: &[Node<'_>], text: &Located<'_>) -> Option<(Kind, Type)> {
        let function = Function::ALL.into_iter().find(|f| f.name() == name);
        if function.is_none() {
            let message = format!("unknown function `{name}`");
            self.problems.add(Mistake::UnknownFunction, text.at(name), message, "there is no such function");
            self.problems.help(hint(name, &Function::ALL.map(Function::name)));
        }
        if let Some(tally) = self.tally(function, arguments) {
            return Some((tally, Type::Number));
        }
        // Every argument is looked at, so that all mistakes are told, before one of them stops.
        let given: Vec<Option<Expr>> = arguments.iter().map(|argument| self.expr(argument, text)).collect();
        let function = function?;
        if arguments.len() != function.arity() {
            let message = format!("`{name}` takes {}, found {}", function.takes_in_words(), arguments.len());
            self.problems.add(Mistake::Type, text.at(name), message, "given too much or too little");
            self.problems.help(format!("`{}`: {}", function.call(), function.doc()));
            return None;
        }
        let given: Vec<Expr> = given.into_iter().collect::<Option<_>>()?;
        let misfit = arguments.iter().zip(&given).find(|(_, given)| !function.admits(given.ty));
        if let Some((argument, given)) = misfit {
            let (takes, found) = (function.takes_in_words(), type_name(given.ty));
            let message = format!("`{name}` takes {takes}, found {found}");
            self.problems.add(Mistake::Type, text.at(argument.text), message, &format!("this is {found}"));
            self.problems.help(format!("`{}`: {}", function.call(), function.doc()));
            return None;
        }
        Some((Kind::Call { function, arguments: given }, function.yields()))
    }

    /// A function of a gathered set.
    fn tally(&self, function: Option<Function>, arguments: &[Node<'_>]) -> Option<Kind> {
        let tallied = function?.tallies()?;
        let [argument] = arguments else { return None };
        let set = self.set(argument.text).filter(|_| argument.kind == NodeKind::Name)?;
        let (_, variable) = *self.sets.get(set)?;
        Some(Kind::Tally { variable, set, tallied })
    }

    fn set(&self, name: &str) -> Option<usize> {
        self.sets.iter().position(|(set, _)| set.as_str() == name)
    }

    fn compare(
        &mut self,
        operator: Operator,
        sides: &[Node<'_>; 2],
        text: &Located<'_>,
    ) -> Option<(Kind, Type)> {
        let [left, right] = sides;
        let checked = (self.expr(left, text), self.expr(right, text));
        let (l, r) = (checked.0?, checked.1?);
        let misfit = match (operator.admits(l.ty), operator.admits(r.ty)) {
            (false, _) => Some((left, l.ty)),
            (true, false) => Some((right, r.ty)),
            (true, true) if operator.joins(l.ty, r.ty) => None,
            (true, true) => Some((right, r.ty)),
        };
        let Some((culprit, ty)) = misfit else {
            self.check_words(operator, [(left, &l), (right, &r)], text);
            return Some((Kind::Compare { operator, sides: Box::new([l, r]) }, Type::Truth));
        };
        let symbol = operator.symbol();
        let message = format!("`{symbol}` cannot compare {} with {}", type_name(l.ty), type_name(r.ty));
        self.problems.add(
            Mistake::Type,
            text.at(culprit.text),
            message,
            &format!("this is {}", type_name(ty)),
        );
        self.problems.help(format!("`{symbol}` takes {}", operator.takes()));
        None
    }

    /// `x = y to within 5%`, or its opposite.
    fn close(
        &mut self,
        operator: Operator,
        sides: &[Node<'_>; 2],
        tolerance: Tolerance,
        node: &Node<'_>,
        text: &Located<'_>,
    ) -> Option<(Kind, Type)> {
        let checked = sides.each_ref().map(|side| self.expr(side, text));
        if !matches!(operator, Operator::Same | Operator::Differs) {
            let message = format!("`{}` takes no tolerance", operator.symbol());
            self.problems.add(Mistake::Type, text.at(node.text), message, "`to within` is out of place here");
            self.problems.help("only `=` and `!=` do, as in `a.value != b.value to within 5%`");
            return None;
        }
        let [Some(left), Some(right)] = checked else { return None };
        let amount = |ty| matches!(ty, Type::Number | Type::Quantity | Type::Any);
        let misfit = sides.iter().zip([left.ty, right.ty]).find(|(_, ty)| !amount(*ty));
        if let Some((side, ty)) = misfit {
            let found = type_name(ty);
            let message = format!("`to within` takes two numbers or amounts, found {found}");
            self.problems.add(Mistake::Type, text.at(side.text), message, &format!("this is {found}"));
            if ty == Type::Time {
                self.problems.help("count the days between two times, as in `days(a.time, b.time) <= 3`");
            }
            return None;
        }
        let close = Kind::Close { sides: Box::new([left, right]), tolerance };
        if operator == Operator::Same {
            return Some((close, Type::Truth));
        }
        let span = self.problems.span(text.at(node.text));
        Some((Kind::Not(Box::new(Expr { kind: close, ty: Type::Truth, span })), Type::Truth))
    }

    /// Notes a text that the field on the other side never holds.
    fn check_words(&mut self, operator: Operator, sides: [(&Node<'_>, &Expr); 2], text: &Located<'_>) {
        if !matches!(operator, Operator::Same | Operator::Differs | Operator::IsA) {
            return;
        }
        let [left, right] = sides;
        if let Some((field, node, word)) = field_and_text(left, right).or_else(|| field_and_text(right, left))
        {
            vocabulary::check(field, word, text.at(node.text), self.lexicon, self.problems);
        }
    }
}

/// The field and the text that a condition holds against each other.
fn field_and_text<'n>(
    one: (&'n Node<'n>, &Expr),
    other: (&'n Node<'n>, &'n Expr),
) -> Option<(Field, &'n Node<'n>, &'n str)> {
    match (&one.1.kind, &other.1.kind) {
        (Kind::Field { field, .. }, Kind::Literal(Value::Text(word))) => Some((*field, other.0, word)),
        _ => None,
    }
}

/// Symbols that operators, here or in other languages, are made of.
const SYMBOLS: [char; 7] = ['=', '!', '<', '>', '&', '|', '~'];

/// What stands at the place where an expression cannot be read on: a word, or a whole run of symbols.
fn offending<'a>(text: &'a str, rest: &'a str) -> &'a str {
    let rest = rest.trim_start();
    let at = text.len() - rest.len();
    if rest.starts_with(SYMBOLS) {
        let start = text[..at].trim_end_matches(SYMBOLS).len();
        let length = text[start..].trim_start_matches(SYMBOLS).len();
        return &text[start..text.len() - length];
    }
    let part_of_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let end = rest.find(|c| !part_of_word(c)).unwrap_or(rest.len());
    let first = rest.chars().next().map_or(0, char::len_utf8);
    &rest[..end.max(first)]
}

/// What somebody may have meant who wrote this where something else was due.
fn syntax_help(word: &str) -> Option<String> {
    let operators = Operator::ALL.map(Operator::symbol);
    let meant = match word {
        "" | "(" | ")" => return None,
        "==" | "===" | "is" | "eq" | "equals" => "=",
        "<>" | "=/=" | "ne" | "~=" | "!==" => "!=",
        "&&" | "&" => "and",
        "||" | "|" => "or",
        "!" => "not",
        "in" | "inside" => "within",
        word if operators.contains(&word) => {
            return Some("a comparison has two sides; join two comparisons with `and`".to_string());
        }
        word => nearest(word, operators.into_iter().chain(["and", "or", "not"]))?,
    };
    Some(format!("did you mean `{meant}`?"))
}
