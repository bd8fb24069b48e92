//! How far clauses and nominals reach, with all that hangs on them.

use crate::article::Tokens;
use crate::claim::clause::{Clause, Complement, Item, Nominal};

/// All words of a part of a sentence.
pub(super) fn words_of(item: &Item) -> Tokens {
    match item {
        Item::Clause(clause) => extent(clause),
        Item::Fragment(nominal) => extent_of(nominal),
    }
}

/// All words of a nominal, with the clauses that modify it.
fn extent_of(nominal: &Nominal) -> Tokens {
    let attributes = nominal.attributes.iter().map(|(_, attribute)| extent_of(attribute));
    let appositions = nominal.appositions.iter().map(|apposition| extent_of(&apposition.nominal));
    nominal.clauses.iter().map(extent).chain(attributes).chain(appositions).fold(nominal.tokens, Tokens::to)
}

/// All words of a clause.
pub(super) fn extent(clause: &Clause) -> Tokens {
    let mut all = clause.verb.tokens;
    if let Some(subject) = &clause.subject {
        all = all.to(subject.tokens);
    }
    for complement in &clause.complements {
        all = all.to(match complement {
            Complement::Object(n) | Complement::Oblique(_, _, n) => extent_of(n),
            Complement::Time(_, _, t) | Complement::Adjective(t) | Complement::Adverb(t) => *t,
            Complement::Clause(inner) => extent(inner),
        });
    }
    all
}
