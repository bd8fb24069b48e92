//! The values of some kind that were read among some words.

use gainsay::article::Tokens;
use gainsay::claim::quantity::Unit;
use gainsay::claim::{ArgumentRole, AttributeKind, AttributeValue, Claim, Origin};
use gainsay::graph::parts::{Agreement, Context, Filler, Reader};
use gainsay::graph::{Parsed, Value};
use gainsay::symbol::Sym;
use gainsay::truth::Truth;

/// The kinds of groups whose values have a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Count,
    Measure,
    Money,
    Age,
    Date,
    Place,
    Participant,
    Role,
    Ordinal,
    Status,
}

impl Kind {
    const ALL: [Kind; 10] = [
        Kind::Count,
        Kind::Measure,
        Kind::Money,
        Kind::Age,
        Kind::Date,
        Kind::Place,
        Kind::Participant,
        Kind::Role,
        Kind::Ordinal,
        Kind::Status,
    ];

    /// As the annotation names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Count => "count",
            Kind::Measure => "measure",
            Kind::Money => "money",
            Kind::Age => "age",
            Kind::Date => "date",
            Kind::Place => "place",
            Kind::Participant => "participant",
            Kind::Role => "role",
            Kind::Ordinal => "ordinal",
            Kind::Status => "status",
        }
    }

    /// The kind of this name, if its values have a type.
    pub(crate) fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The values of this kind among some words, with the words of each.
    pub(crate) fn values(self, there: Where<'_>) -> Vec<(Tokens, Read)> {
        let Where { parsed, reader, words } = there;
        let values = |found: Vec<(Tokens, Value)>| -> Vec<(Tokens, Read)> {
            let here = found.into_iter().filter(|(tokens, _)| tokens.overlaps(words));
            here.map(|(tokens, value)| (tokens, Read::Value(value))).collect()
        };
        let fillers = |found: Vec<(Tokens, Filler)>| -> Vec<(Tokens, Read)> {
            found.into_iter().map(|(tokens, filler)| (tokens, Read::Filler(filler))).collect()
        };
        let mut found = match self {
            Kind::Count => match values(self.amounts(parsed)) {
                none if none.is_empty() => values(numbers(parsed)),
                amounts => amounts,
            },
            Kind::Measure | Kind::Money | Kind::Age => values(self.amounts(parsed)),
            Kind::Date => {
                let dated = parsed.reading.times.iter().filter(|time| time.is_dated());
                values(dated.map(|time| (time.tokens, Value::from(time.when))).collect())
            }
            Kind::Place => fillers(reader.places(words)),
            Kind::Participant => fillers(reader.phrases(words)),
            Kind::Role => values(roles(parsed)),
            Kind::Ordinal => values(ordinals(parsed)),
            Kind::Status => values(states(parsed)),
        };
        found.sort_by_key(|(tokens, _)| *tokens);
        found
    }

    /// Amounts whose unit is of this kind.
    fn amounts(self, parsed: &Parsed) -> Vec<(Tokens, Value)> {
        let reading = &parsed.reading;
        let fits = |unit: &Unit| match self {
            Kind::Count => matches!(unit, Unit::Count(_) | Unit::None),
            // "Five buildings away" is a distance.
            Kind::Measure => !matches!(unit, Unit::Money(_) | Unit::Age),
            Kind::Money => matches!(unit, Unit::Money(_)),
            _ => *unit == Unit::Age,
        };
        let amounts = reading.phrases.iter().filter_map(|phrase| phrase.amount.as_ref());
        let amounts = amounts.filter(|amount| fits(&amount.quantity.unit));
        let mut found: Vec<(Tokens, Value)> =
            amounts.map(|amount| (amount.tokens, Value::from(amount.quantity.clone()))).collect();
        // What words around a bare number make of it.
        for attribute in &reading.attributes {
            let AttributeValue::Quantity(quantity) = &attribute.value else { continue };
            let age = self == Kind::Age && attribute.kind == AttributeKind::Age;
            if age || fits(&quantity.unit) && quantity.unit != Unit::None {
                found.push((attribute.tokens, Value::from(quantity.clone())));
            }
        }
        if self == Kind::Measure {
            let lengths = reading.times.iter().filter_map(|t| Some((t.tokens, t.length.clone()?)));
            found.extend(lengths.map(|(tokens, length)| (tokens, Value::from(length))));
        }
        found
    }
}

/// Words of an article that was read.
#[derive(Clone, Copy)]
pub(crate) struct Where<'a> {
    pub(crate) parsed: &'a Parsed,
    pub(crate) reader: Reader<'a>,
    pub(crate) words: Tokens,
}

/// What was read there.
#[derive(Clone)]
pub(crate) enum Read {
    Value(Value),
    /// Somebody or something, with or without a name.
    Filler(Filler),
}

impl Read {
    /// Is it the same as another, or may it be?
    pub(crate) fn is(&self, other: &Read, of: Context<'_>) -> bool {
        match (self, other) {
            (Read::Value(a), Read::Value(b)) => a == b || a.same(b, of.graph).truth == Truth::True,
            (Read::Filler(a), Read::Filler(b)) => {
                matches!(a.compare(b, of.graph, of.described), Agreement::Equal | Agreement::Compatible)
            }
            _ => false,
        }
    }

    /// Do they not go together?
    pub(crate) fn differs(&self, other: &Read, of: Context<'_>) -> bool {
        match (self, other) {
            (Read::Value(a), Read::Value(b)) => {
                let apart = a.same(b, of.graph).truth == Truth::False;
                apart || a.conflicts(b, of.graph).truth == Truth::True
            }
            _ => !self.is(other, of),
        }
    }
}

/// How many nouns tell of by their form: "a boat", "boats".
fn numbers(parsed: &Parsed) -> Vec<(Tokens, Value)> {
    let phrases = parsed.reading.phrases.iter();
    phrases.filter_map(|phrase| Some((phrase.tokens, Value::from(phrase.number()?)))).collect()
}

/// Titles in front of names, and what somebody is said to be.
fn roles(parsed: &Parsed) -> Vec<(Tokens, Value)> {
    let Parsed { article, reading, .. } = parsed;
    let word = |tokens: Tokens| Value::Text(Sym::from(article.phrase(tokens).to_lowercase()));
    let titles = reading.phrases.iter().map(|phrase| phrase.titles).filter(|titles| !titles.is_empty());
    let mut found: Vec<(Tokens, Value)> = titles.map(|titles| (titles, word(titles))).collect();
    let said = |claim: &&Claim| matches!(claim.origin, Origin::Apposition | Origin::Copula);
    for argument in reading.claims.iter().filter(said).flat_map(|claim| &claim.arguments) {
        let Some(id) = argument.phrases.first() else { continue };
        let phrase = reading.phrase(*id);
        if argument.role == ArgumentRole::Complement && phrase.name.is_empty() {
            found.push((argument.tokens, word(phrase.tokens)));
        }
    }
    found
}

fn ordinals(parsed: &Parsed) -> Vec<(Tokens, Value)> {
    let at =
        |number: i32, token: u32| (Tokens { start: token, end: token + 1 }, Value::Number(f64::from(number)));
    let phrases = parsed.reading.phrases.iter().filter_map(|phrase| phrase.ordinal);
    phrases.map(|(number, token)| at(number, token)).collect()
}

/// What is told, and how far it is claimed.
fn states(parsed: &Parsed) -> Vec<(Tokens, Value)> {
    let state = |claim: &Claim| {
        let held = [claim.predicate.lemma.as_str(), claim.polarity.name(), claim.modality.name()].join(" ");
        (claim.predicate.tokens, Value::Text(Sym::from(held)))
    };
    parsed.reading.claims.iter().map(state).collect()
}
