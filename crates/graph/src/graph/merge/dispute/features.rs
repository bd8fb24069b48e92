//! What tells whether two values answer one question: everything but the values, and a little of them.

use super::{Given, Kind, Relation, Word, shared};
use crate::claim::quantity::{Quantity, Unit};
use crate::graph::Value;
use crate::graph::extract::{Lemma, Signature};
use crate::lexicon::Lexicon;

/// Names so near a value are taken for whose it is, in words.
pub(super) const BESIDE: u16 = 4;
/// What lies further apart is no further apart.
const FARTHEST: f64 = 5.0;

/// How much the sentences share: how many words, how rare they are, how many in a row before the value, and how much of
/// either all that is.
pub(super) fn alignment<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> [f64; 4] {
    let rare: f64 = shared(x, y).map(|(a, b)| a.rarity().min(b.rarity())).sum();
    let product: f64 = shared(x, y).map(|(a, b)| a.rarity() * b.rarity()).sum();
    let norm = |g: &Given<'_, P>| g.around.iter().map(|w| w.rarity().powi(2)).sum::<f64>().sqrt();
    let norms = norm(x) * norm(y);
    [
        (shared(x, y).count() as f64).ln_1p(),
        rare.ln_1p(),
        run(&x.signature.before, &y.signature.before),
        if norms > 0.0 { product / norms } else { 0.0 },
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

/// Whose value it is, as far as words tell: the names right beside, the words of the subject, and of ages the nearest name.
pub(super) fn owners<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> [f64; 4] {
    let beside = relation(x, y, |w, _| w.name && w.distance <= BESIDE);
    let subject = relation(x, y, |w, g| {
        let (from, to) = g.signature.owner;
        from <= w.at && w.at < to
    });
    let aged = x.kind == Kind::Age || y.kind == Kind::Age;
    let nearest = relation(x, y, |w, g| {
        let least = g.around.iter().filter(|w| w.name).map(|w| w.distance).min().unwrap_or(0);
        w.name && w.distance <= least + 1
    });
    [
        is(beside == Some(Relation::Same)),
        is(beside == Some(Relation::Excluded)),
        is(subject == Some(Relation::Same)),
        is(aged && nearest == Some(Relation::Excluded)),
    ]
}

/// Do some words around either have one in common, or none although there are some?
pub(super) fn relation<'a, P>(
    x: &Given<'a, P>,
    y: &Given<'a, P>,
    wanted: impl Fn(&Word, &Given<'a, P>) -> bool,
) -> Option<Relation> {
    let words = |g: &Given<'a, P>| -> Vec<Lemma> {
        g.around.iter().filter(|w| wanted(w, g)).map(|w| w.word).collect()
    };
    let (a, b) = (words(x), words(y));
    let common = a.iter().any(|word| b.contains(word));
    (!a.is_empty() && !b.is_empty()).then_some(if common { Relation::Same } else { Relation::Excluded })
}

/// Which share of the shorter claim the two have in common.
pub(super) fn clauses<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> f64 {
    let within = |w: &Word, (from, to): (u16, u16)| from <= w.at && w.at < to;
    let clause = |g: &Given<'_, P>| -> f64 {
        g.around.iter().filter(|w| within(w, g.signature.clause)).map(Word::rarity).sum()
    };
    let both = |(a, b): &(&Word, &Word)| within(a, x.signature.clause) && within(b, y.signature.clause);
    let common: f64 = shared(x, y).filter(both).map(|(a, _)| a.rarity()).sum();
    let least = clause(x).min(clause(y));
    if least > 0.0 { common / least } else { 0.0 }
}

/// Do the times nearest to the values agree, or part them? Does only a common day of publication part the two?
pub(super) fn times<P>(x: &Given<'_, P>, y: &Given<'_, P>, lexicon: &Lexicon) -> [f64; 3] {
    let beside = nearest_time(x).zip(nearest_time(y)).and_then(|(a, b)| Relation::of(a, b, lexicon));
    let assumed = match (&x.signature.value, &y.signature.value) {
        (Value::Time(a), Value::Time(b)) => a.same(b).assumed,
        _ => false,
    };
    [is(beside == Some(Relation::Same)), is(beside == Some(Relation::Excluded)), is(assumed)]
}

/// The other time in its sentence that stands nearest to a value.
pub(super) fn nearest_time<'a, P>(g: &Given<'a, P>) -> Option<&'a Signature<P>> {
    let own = g.signature.words;
    let others = g.passage.values.iter().filter(|s| matches!(s.value, Value::Time(_)) && s.words != own);
    others.min_by_key(|s| s.words.0.abs_diff(own.0))
}

/// What the values themselves tell.
pub(super) fn values<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> [f64; 12] {
    let kind = |kind: Kind| is(x.kind == kind || y.kind == kind);
    let mut amounts = [0.0; 5];
    if let (Value::Quantity(a), Value::Quantity(b)) = (&x.signature.value, &y.signature.value) {
        let round = |n: f64| is(n >= 10.0 && n % 10.0 == 0.0);
        let broken = |q: &Quantity| q.amount.fract() != 0.0;
        let counts = x.kind == Kind::Number && y.kind == Kind::Number;
        amounts = [
            round(a.amount) + round(b.amount),
            is(a.amount.abs().min(b.amount.abs()) <= 1.0),
            is(a.unit == Unit::None || b.unit == Unit::None),
            is(a.unit != b.unit),
            is(counts && broken(a) != broken(b)),
        ];
    }
    let [round, one, bare, units, fraction] = amounts;
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
        fraction,
        kind(Kind::Age),
        kind(Kind::Money),
        kind(Kind::Percent),
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
