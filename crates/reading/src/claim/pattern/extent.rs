//! How far, how much, how long: "fell 200 feet", "stole jewels worth $5 million", "sentenced to four years".

use super::{Patterns, near};
use crate::article::Tokens;
use crate::claim::attribute::{Attribute, AttributeKind, Qualifier};
use crate::claim::input::Word;
use crate::claim::quantity::{Amount, Quantity, Unit};
use crate::claim::{ArgumentRole, Claim, Determiner, Modality, Phrase, Polarity, TimeMention};
use crate::lexicon::wordnet::{HAPPENINGS, Part, WordNet};
use crate::symbol::Sym;

/// The event whose length is that of its punishment, and what that is called.
const SENTENCE: &str = "sentence";
const TERM: &str = "term";
/// The verb that says how long something took, and what that is called.
const LAST: &str = "last";
const LENGTH: &str = "length";
/// What is signed for some years.
const CONTRACTS: [&str; 4] = ["contract", "deal", "extension", "pact"];
/// What an amount of money measures.
const MONEY: &str = "money";

impl Patterns<'_> {
    /// A measure of the event of a claim. Where the subject names the event ("the quake struck 20 miles away"), the
    /// verb measures something else.
    pub(super) fn extent(&self, number: u32, claim: &Claim) -> Option<Attribute> {
        let class = self.lexicon.class(claim.predicate.class?);
        if class.name == SENTENCE {
            return self.term(number, claim);
        }
        let amount = self.measured(claim)?;
        let dimension = match &amount.quantity.unit {
            Unit::Measure(unit) => Sym::from(self.lexicon.dimension(unit)),
            _ => Sym::new_static(MONEY),
        };
        let words = near(amount.tokens, claim.predicate.tokens);
        let (kind, of) = (AttributeKind::Extent, Qualifier::word(dimension));
        Some(Attribute::of_event(number, kind, of, &amount.quantity, words))
    }

    /// "The siege *lasted three hours*": how long what the subject names took.
    pub(super) fn lasted(&self, claim: &Claim) -> Option<Attribute> {
        let told = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Did;
        let subject = claim.subject.as_ref().filter(|_| told && claim.predicate.lemma == LAST)?;
        let phrase = self.reading.phrase(*subject.phrases.first()?);
        let head = self.word(phrase.head).filter(|_| phrase.name.is_empty() && !phrase.plural)?;
        let named = head.known().noun.is_some() || phrase.determiner == Determiner::Definite;
        let (tokens, length) = self.length_in(claim)?;
        let of = Qualifier::word(Sym::from(format!("{LENGTH} of the {}", what_lasts(head))));
        let words = near(tokens, claim.predicate.tokens);
        named.then(|| Attribute::of_theme(AttributeKind::Measure, of, length, words))
    }

    /// "signed a *four-year* contract", "a *three-hour* siege": how long what a noun names binds or took.
    pub(super) fn length_of(&self, phrase: &Phrase) -> Option<Attribute> {
        let head = self.word(phrase.head).filter(|_| !phrase.plural)?;
        let times = &self.reading.times;
        let from = times.partition_point(|time| time.tokens.end <= phrase.tokens.start);
        let inside = times.get(from..)?.iter().take_while(|time| time.tokens.end <= phrase.head);
        let (tokens, length) = first_length(inside)?;
        let told = self.reading.background_of(self.article.sentence_at(phrase.head)).is_none();
        if !told || !takes_time(head) {
            return None;
        }
        let hyphened = |at: u32| self.word(at).is_some_and(|word| word.text().contains('-'));
        let of = Qualifier::word(Sym::from(format!("{LENGTH} of the {}", what_lasts(head))));
        let words = near(tokens, Tokens { start: phrase.head, end: phrase.head + 1 });
        (tokens.start..tokens.end)
            .any(hyphened)
            .then(|| Attribute::of_theme(AttributeKind::Measure, of, length, words))
    }

    /// "sentenced to *four years* in prison", "jailed for *four years*", "a *four-year* jail term".
    fn term(&self, number: u32, claim: &Claim) -> Option<Attribute> {
        let (tokens, length) = self.length_in(claim).filter(|_| claim.polarity == Polarity::Affirmed)?;
        let words = near(tokens, claim.predicate.tokens);
        let of = Qualifier::word(Sym::new_static(TERM));
        Some(Attribute::of_event(number, AttributeKind::Extent, of, length, words))
    }

    /// The first length of time behind the verb of a claim.
    fn length_in(&self, claim: &Claim) -> Option<(Tokens, &Quantity)> {
        let times = &self.reading.times;
        let ends = claim.arguments.iter().map(|a| a.tokens).fold(claim.predicate.tokens, Tokens::to);
        let from = times.partition_point(|time| time.tokens.end <= claim.predicate.tokens.start);
        let within = times.get(from..)?.iter().take_while(|time| time.tokens.start < ends.end);
        first_length(within)
    }

    /// The first amount of its object that a claim states; a second one in brackets converts it.
    fn measured(&self, claim: &Claim) -> Option<&Amount> {
        let holds = |role: &ArgumentRole| *role == ArgumentRole::Object || role.is_behind("with");
        let mut objects = claim.arguments.iter().filter(|a| holds(&a.role));
        let phrases = &self.reading.phrases;
        objects.find_map(|object| {
            let from = phrases.partition_point(|p| p.tokens.start < object.tokens.start);
            let within = phrases[from..].iter().take_while(|p| p.tokens.end <= object.tokens.end);
            let mut amounts = within.filter_map(|p| p.amount.as_ref());
            amounts.find(|a| matches!(a.quantity.unit, Unit::Measure(_) | Unit::Money(_)))
        })
    }
}

fn first_length<'a>(mut times: impl Iterator<Item = &'a TimeMention>) -> Option<(Tokens, &'a Quantity)> {
    times.find_map(|time| Some((time.tokens, time.length.as_ref()?)))
}

/// May a length before this noun be its own: a contract, or something that happens? A "20-year veteran" is not.
fn takes_time(noun: Word<'_>) -> bool {
    let meaning = || WordNet::built_in().meaning(noun.lemma(), Part::Noun).main_kind();
    let happens = || meaning().is_some_and(|kind| HAPPENINGS.contains(&kind));
    noun.tag().is_noun() && (is_contract(noun) || noun.known().noun.is_some() || happens())
}

/// What lasts, by the noun for it: contracts are all one. A strike of workers and one of an army are of one class.
fn what_lasts<'a>(noun: Word<'a>) -> &'a str {
    if is_contract(noun) { CONTRACTS[0] } else { noun.lemma() }
}

fn is_contract(noun: Word<'_>) -> bool {
    CONTRACTS.contains(&noun.lemma().as_str())
}
