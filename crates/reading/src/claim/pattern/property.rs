//! What a sentence says that a thing has so much of: "the bridge is 300 metres long", "weighs six tonnes", "costs $300",
//! "employs 5,000 people".

use super::{Attribute, Patterns, near};
use crate::claim::attribute::{AttributeKind, Holder, Qualifier};
use crate::claim::quantity::{Amount, Quantity, Unit};
use crate::claim::{Argument, ArgumentRole, Claim, Determiner, Modality, Origin, Polarity};
use crate::symbol::Sym;

/// Adjectives behind a measure, by its dimension, and what it measures then.
const ADJECTIVES: [(&str, &str, &str); 7] = [
    ("length", "long", "length"),
    ("length", "wide", "width"),
    ("length", "high", "height"),
    ("length", "tall", "height"),
    ("length", "deep", "depth"),
    ("length", "thick", "thickness"),
    ("mass", "heavy", "weight"),
];
/// Verbs whose object is so much of what their subject has.
const WEIGHING: &str = "weigh";
const COSTING: [&str; 3] = ["cost", "retail", "sell"];
const EMPLOYING: [&str; 2] = ["employ", "have"];
/// Who works for somebody.
const STAFF: [&str; 3] = ["employee", "worker", "staff"];
const PEOPLE: &str = "person";

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
            STAFFED => Quantity { unit: Unit::None, ..amount.quantity.clone() },
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
        let of = match named {
            true => Some(Qualifier { words: Sym::new_static(what), of: Some(("of", *owner)) }),
            false => Qualifier::word(Sym::from(format!("{what} of the {}", head.lemma()))),
        };
        let property = Attribute::of_theme(AttributeKind::Measure, of, &quantity, words);
        Some(Attribute { holder: if named { Holder::Phrase(*owner) } else { property.holder }, ..property })
    }

    fn property_by_verb(&self, claim: &Claim, argument: &Argument, amount: &Amount) -> Option<&'static str> {
        let verb = claim.predicate.lemma.as_str();
        let object = argument.role == ArgumentRole::Object && !claim.predicate.passive;
        let priced =
            argument.role.is_behind("for") || argument.role.is_behind("at") || verb == COSTING[0] && object;
        match &amount.quantity.unit {
            Unit::Measure(unit) => {
                let dimension = self.lexicon.dimension(unit);
                if verb == WEIGHING && object && dimension == "mass" {
                    return Some("weight");
                }
                let measured = self.measured_by_adjective(amount.tokens.end, dimension);
                measured.filter(|_| claim.origin == Origin::Copula)
            }
            Unit::Money(_) if COSTING.contains(&verb) && priced => Some("price"),
            Unit::Count(noun) if object && EMPLOYING.contains(&verb) && claim.modality == Modality::Did => {
                let staff = STAFF.contains(&noun.as_str()) || verb == EMPLOYING[0] && noun == PEOPLE;
                staff.then_some(STAFFED)
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
        let phrases = &self.reading.phrases;
        let from = phrases.partition_point(|p| p.tokens.start < argument.tokens.start);
        let within = phrases.get(from..)?.iter().take_while(|p| p.tokens.start < argument.tokens.end);
        within.filter_map(|p| p.amount.as_ref()).next()
    }
}

/// How many work for somebody.
const STAFFED: &str = "number of employees";
