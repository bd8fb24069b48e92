//! What a sentence says that a thing has so much of: "the bridge is 300 metres long", "weighs six tonnes", "costs $300",
//! "employs 5,000 people".

use super::{Attribute, Patterns, near};
use crate::claim::quantity::{Amount, Quantity, Unit};
use crate::claim::{Argument, ArgumentRole, Claim, Determiner, Modality, Origin, Polarity};
use crate::symbol::Sym;

const LENGTH: &str = "length";
const MASS: &str = "mass";
/// Adjectives behind a measure, by its dimension, and what it measures then.
const ADJECTIVES: [(&str, &str, &str); 7] = [
    (LENGTH, "long", "length"),
    (LENGTH, "wide", "width"),
    (LENGTH, "high", "height"),
    (LENGTH, "tall", "height"),
    (LENGTH, "deep", "depth"),
    (LENGTH, "thick", "thickness"),
    (MASS, "heavy", WEIGHT),
];
/// Verbs that say what their subject weighs, costs ("cost $300", "sells for $300"), and whom it employs.
const WEIGH: &str = "weigh";
const COST: &str = "cost";
const SELLING: [&str; 3] = [COST, "retail", "sell"];
const EMPLOY: &str = "employ";
const HAVE: &str = "have";
/// Who works for somebody, and people of any kind.
const STAFF: [&str; 3] = ["employee", "worker", "staff"];
const PERSON: &str = "person";
/// What a thing has so much of.
const WEIGHT: &str = "weight";
const PRICE: &str = "price";
const EMPLOYEES: &str = "number of employees";
/// What a report is about is new.
const NEW: [&str; 3] = ["new", "latest", "newest"];

impl Patterns<'_> {
    /// What the subject of a claim has so much of.
    pub(super) fn property(&self, claim: &Claim) -> Option<Attribute> {
        let told =
            claim.polarity == Polarity::Affirmed && matches!(claim.modality, Modality::Did | Modality::Will);
        let [owner] = claim.subject.as_ref().filter(|_| told)?.phrases.as_slice() else { return None };
        // "12 metres wide *at the mouth*": a part, or another time.
        let [argument] = claim.arguments.as_slice() else { return None };
        let amount = self.amount_of(argument)?;
        let what = self.property_by_verb(claim, argument, amount)?;
        if self.reading.background_of(claim.sentence).is_some() {
            return None;
        }
        let quantity = match what {
            EMPLOYEES => Quantity { unit: Unit::None, ..amount.quantity.clone() },
            _ => amount.quantity.clone(),
        };
        let phrase = self.reading.phrase(*owner);
        let words = near(argument.tokens, claim.predicate.tokens);
        let named = !phrase.name.is_empty();
        let head = self.word(phrase.head).filter(|_| named || phrase.determiner == Determiner::Definite)?;
        // What happened is no thing; "the old bridge" is another one than the new.
        let modified = |at: u32| self.word(at).is_some_and(|w| w.tag().is_adjective() && !w.is_any(&NEW));
        if head.known().noun.is_some() || (phrase.tokens.start..phrase.head).any(modified) {
            return None;
        }
        let what = match named {
            true => Sym::new_static(what),
            false => Sym::from(format!("{what} of the {}", head.lemma())),
        };
        Some(Attribute::measure(named.then_some(*owner), what, &quantity, words))
    }

    fn property_by_verb(&self, claim: &Claim, argument: &Argument, amount: &Amount) -> Option<&'static str> {
        let verb = claim.predicate.lemma.as_str();
        let object = argument.role == ArgumentRole::Object && !claim.predicate.passive;
        let priced =
            argument.role.is_behind("for") || argument.role.is_behind("at") || verb == COST && object;
        match &amount.quantity.unit {
            Unit::Measure(unit) => {
                let dimension = self.lexicon.dimension(unit);
                if verb == WEIGH && object && dimension == MASS {
                    return Some(WEIGHT);
                }
                let measured = self.measured_by_adjective(amount.tokens.end, dimension);
                measured.filter(|_| claim.origin == Origin::Copula)
            }
            Unit::Money(_) if SELLING.contains(&verb) && priced => Some(PRICE),
            Unit::Count(noun) if object && claim.modality == Modality::Did => {
                let staff = matches!(verb, EMPLOY | HAVE) && STAFF.contains(&noun.as_str());
                (staff || verb == EMPLOY && noun == PERSON).then_some(EMPLOYEES)
            }
            _ => None,
        }
    }

    /// "300 metres *long*": what an adjective behind a measure of some dimension says that it measures.
    pub(super) fn measured_by_adjective(&self, behind: u32, dimension: &str) -> Option<&'static str> {
        let adjective = self.word(behind)?;
        let found = ADJECTIVES.iter().find(|(of, word, _)| *of == dimension && adjective.is(word));
        found.map(|(.., what)| *what)
    }

    /// The first amount of an argument.
    fn amount_of(&self, argument: &Argument) -> Option<&Amount> {
        self.reading.phrases_in(argument.tokens).find_map(|(_, phrase)| phrase.amount.as_ref())
    }
}
