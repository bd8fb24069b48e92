//! What tells whether two values answer one question: everything but the values, and a little of them.

use super::{Given, Kind, Meeting, Word, shared};
use crate::claim::quantity::Unit;
use crate::graph::Value;
use crate::graph::extract::{Lemma, Signature};

/// Names so near a value are taken for whose it is, in words.
const BESIDE: u16 = 4;
/// What lies further apart is no further apart.
const FARTHEST: f64 = 5.0;

/// How much the sentences share.
pub(super) fn alignment<P>(x: &Given<'_, P>, y: &Given<'_, P>, meeting: &Meeting) -> [f64; 4] {
    let rare: f64 = shared(x, y).map(|(a, b)| a.rarity().min(b.rarity())).sum();
    [
        f64::from(meeting.similarity),
        (shared(x, y).count() as f64).ln_1p(),
        rare.ln_1p(),
        run(&x.signature.before, &y.signature.before),
    ]
}

/// How many words in a row are the same, nearest first.
fn run(a: &[Lemma], b: &[Lemma]) -> f64 {
    a.iter().zip(b).take_while(|(a, b)| a == b).count() as f64
}

/// By which predicate, and whether it happened or is still to come.
pub(super) fn grammar<P>(a: &Signature<P>, b: &Signature<P>) -> [f64; 3] {
    let same = |a: Option<Lemma>, b: Option<Lemma>| is(a.is_some() && a == b);
    [same(a.predicate, b.predicate), same(a.class, b.class), is(a.modality != b.modality)]
}

/// The names right beside: whose value it is, or what it is measured from.
pub(super) fn owners<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> [f64; 2] {
    let beside = |w: &&Word| w.name && w.distance <= BESIDE;
    let names = |g: &Given<'_, P>| -> Vec<Lemma> { g.around.iter().filter(beside).map(|w| w.word).collect() };
    let (a, b) = (names(x), names(y));
    let shared = a.iter().any(|name| b.contains(name));
    [is(shared), is(!a.is_empty() && !b.is_empty() && !shared)]
}

/// How much the claims share, and whether their subjects have names in common.
pub(super) fn clauses<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> [f64; 5] {
    let within = |w: &Word, (from, to): (u16, u16)| from <= w.at && w.at < to;
    let clause = |g: &Given<'_, P>| -> f64 {
        g.around.iter().filter(|w| within(w, g.signature.clause)).map(Word::rarity).sum()
    };
    let both = |(a, b): &(&Word, &Word)| within(a, x.signature.clause) && within(b, y.signature.clause);
    let common: f64 = shared(x, y).filter(both).map(|(a, _)| a.rarity()).sum();
    let least = clause(x).min(clause(y));
    let names = |g: &Given<'_, P>| -> Vec<Lemma> {
        let owner = |w: &&Word| w.name && within(w, g.signature.owner);
        g.around.iter().filter(owner).map(|w| w.word).collect()
    };
    let (a, b) = (names(x), names(y));
    let named = a.iter().any(|name| b.contains(name));
    [
        if least > 0.0 { common / least } else { 0.0 },
        common.ln_1p(),
        is(named),
        is(!a.is_empty() && !b.is_empty() && !named),
        is(x.signature.named || y.signature.named),
    ]
}

/// What the values themselves tell.
pub(super) fn values<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> [f64; 13] {
    let kind = |kind: Kind| is(x.kind == kind || y.kind == kind);
    let mut amounts = [0.0; 4];
    if let (Value::Quantity(a), Value::Quantity(b)) = (&x.signature.value, &y.signature.value) {
        let round = |n: f64| is(n >= 10.0 && n % 10.0 == 0.0);
        amounts = [
            round(a.amount) + round(b.amount),
            is(a.amount.abs().min(b.amount.abs()) <= 1.0),
            is(a.unit == Unit::None || b.unit == Unit::None),
            is(a.unit != b.unit),
        ];
    }
    let [round, one, bare, units] = amounts;
    let clock = match (&x.signature.value, &y.signature.value) {
        (Value::Time(a), Value::Time(b)) => is(a.minutes.is_some() && b.minutes.is_some()),
        _ => 0.0,
    };
    [
        ratio(x, y),
        round,
        one,
        bare,
        units,
        kind(Kind::Age),
        kind(Kind::Money),
        kind(Kind::Measure),
        kind(Kind::Percent),
        kind(Kind::Pair),
        kind(Kind::Length),
        kind(Kind::Time),
        clock,
    ]
}

/// The logarithm of how many times the smaller amount the larger one is, as they are written; nothing between times.
pub(super) fn ratio<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> f64 {
    match (&x.signature.value, &y.signature.value) {
        (Value::Quantity(a), Value::Quantity(b)) => {
            let (low, high) = (a.amount.abs().min(b.amount.abs()), a.amount.abs().max(b.amount.abs()));
            if low > 0.0 { (high / low).ln().min(FARTHEST) } else { FARTHEST }
        }
        _ => 0.0,
    }
}

pub(super) fn is(yes: bool) -> f64 {
    f64::from(u8::from(yes))
}
