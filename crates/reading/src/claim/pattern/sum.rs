//! Sums of money: "stole jewels worth $5 million", "40 million euros ($44 million)".

use smallvec::SmallVec;

use super::figure::Figure;
use super::{Attribute, Patterns};
use crate::article::Token;
use crate::claim::Determiner;
use crate::claim::attribute::{AttributeKind, Qualifier};
use crate::claim::quantity::Unit;
use crate::symbol::Sym;

/// From so much on, a number before a sum in brackets is a sum itself.
const LEAST_SUM: f64 = 1e6;
/// What a court asks for from each who is charged.
const BAIL: &str = "bail";

impl Patterns<'_> {
    /// "stole jewels worth $5 million", "was fined $3 million": the sum of each event that the sentence names.
    pub(super) fn sums(&self, figure: &Figure, found: &mut Vec<Attribute>) {
        let told = self.reading.background_of(figure.sentence).is_none();
        let sum = &figure.quantity;
        if !matches!(sum.unit, Unit::Money(_)) || !told || self.is_for_one(figure) {
            return;
        }
        let (article, lexicon) = (self.article, self.lexicon);
        let sentence = article.sentences.get(figure.sentence as usize).map(|s| s.tokens).unwrap_or_default();
        let tokens = article.tokens.get(sentence.range()).unwrap_or_default();
        let named = |t: &Token| {
            let entry = lexicon.entry(&t.lemma)?;
            let class = if t.tag.is_verb() { entry.verb.map(|v| v.0) } else { entry.noun };
            class.map(|c| &lexicon.class(c).name)
        };
        let mut classes: SmallVec<[Sym; 4]> = SmallVec::new();
        let bail = tokens.iter().any(|token| token.lemma == BAIL).then_some(Sym::new_static(BAIL));
        for class in tokens.iter().filter_map(named).cloned().chain(bail) {
            if !classes.contains(&class) {
                classes.push(class.clone());
                let of = Qualifier::word(class);
                found.push(Attribute::of_theme(AttributeKind::Sum, of, sum, figure.words));
            }
        }
    }

    /// "$27 a share": what one costs says nothing of what all cost.
    fn is_for_one(&self, figure: &Figure) -> bool {
        let behind = figure.tokens.end;
        let at = self.reading.phrases.partition_point(|phrase| phrase.tokens.start < behind);
        let next = self.reading.phrases.get(at).filter(|phrase| phrase.tokens.start == behind);
        next.is_some_and(|phrase| phrase.determiner == Determiner::Indefinite)
    }

    /// "40 million euros ($44 million)": a sum and what it is in other money.
    pub(super) fn exchange(&self, sum: &Figure, converted: &Figure) -> Option<Attribute> {
        let amount = sum.quantity.amount;
        let (own, foreign) = match (&sum.quantity.unit, &converted.quantity.unit) {
            (Unit::Money(own), Unit::Money(foreign)) if own != foreign => (own.as_str(), foreign),
            // "the 40 billion ($44 billion) loan": its own currency goes without saying.
            (Unit::None | Unit::Count(_), Unit::Money(foreign)) if amount >= LEAST_SUM => ("", foreign),
            _ => return None,
        };
        // The noun of the sum may stand before the bracket: "a 40 million euro loan ($44 million)".
        let before = converted.tokens.start.checked_sub(1).filter(|at| *at >= sum.tokens.end)?;
        let bracket = self.word(before).is_some_and(|w| w.is("("));
        if sum.sentence != converted.sentence || !bracket {
            return None;
        }
        let of = Qualifier::word(format!("{own} {amount} in {foreign}"));
        let words = sum.tokens.to(converted.tokens);
        Some(Attribute::of_theme(AttributeKind::Exchange, of, &converted.quantity, words))
    }
}

/// Lets go of the bail of an article that gives several: each of those who are charged has one.
pub(super) fn drop_bail_of_several(found: &mut Vec<Attribute>) {
    let is_bail = |a: &Attribute| {
        a.kind == AttributeKind::Sum && a.qualifier.as_ref().is_some_and(|qualifier| qualifier.words == BAIL)
    };
    let mut bails = found.iter().filter(|a| is_bail(a)).map(|a| &a.value);
    let first = bails.next();
    if bails.any(|bail| Some(bail) != first) {
        found.retain(|a| !is_bail(a));
    }
}
