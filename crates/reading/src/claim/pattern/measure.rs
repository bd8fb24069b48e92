//! Measures that a noun names: "a depth of 4.5 miles", "the magnitude was 5.9", "a 5.9-magnitude quake".

use super::figure::Figure;
use super::{Attribute, Patterns};
use crate::article::{Tag, Tokens};
use crate::claim::quantity::{Bound, Unit};
use crate::claim::{Claim, PhraseId};
use crate::lexicon::Sense;
use crate::lexicon::unit::MAGNITUDE;
use crate::symbol::Sym;

/// Verbs that say how strong a quake was, and the event that they say it of; none is stronger.
const REGISTERING: [&str; 2] = ["measure", "register"];
/// Nouns that tell by how much something changes, or what somebody asks for: one such follows another.
const CHANGES: [&str; 22] = [
    "rise",
    "raise",
    "increase",
    "jump",
    "hike",
    "gain",
    "growth",
    "fall",
    "drop",
    "decrease",
    "decline",
    "loss",
    "cut",
    "reduction",
    "change",
    "offer",
    "bid",
    "demand",
    "discount",
    "bonus",
    "fine",
    "lead",
];
/// Behind a length these make it a distance.
const ELSEWHERE: [&str; 4] = ["away", "from", "ahead", "apart"];
const QUAKE: &str = "quake";
static DEPTH: Sym = Sym::new_static("depth");
const LARGEST: f64 = 10.0;
/// How far before a measure the quake is looked for, in words: a bound keeps the work on hostile text linear.
const NEAR_QUAKE: u32 = 24;
/// Verbs whose subject has what their object measures.
const DESCRIBING: [&str; 2] = ["have", "be"];

impl Patterns<'_> {
    /// What a figure measures, unless it is of another time.
    pub(super) fn measure(&self, figure: &Figure) -> Option<Attribute> {
        let (noun, start) = self.measured_noun(figure)?;
        if self.reading.background_of(figure.sentence).is_some() {
            return None;
        }
        let mut quantity = figure.quantity.clone();
        if let (Unit::None, Some(unit)) = (&quantity.unit, self.lexicon.unit_called(noun)) {
            quantity.unit = Unit::Measure(unit.clone());
        }
        let words = figure.words.to(Tokens { start, end: figure.tokens.end });
        let owner = self.owner_of(figure, start);
        // "Started at the age of nine": a bare number of nobody may be anybody's; "a mother of two" is whom it is about.
        if owner.is_none()
            && quantity.unit == Unit::None
            && self.word(start).is_some_and(|w| !w.known().has(Sense::Parent))
        {
            return None;
        }
        Some(Attribute::measure(owner, noun.clone(), &quantity, words))
    }

    /// The noun that says what a figure measures, and the token it stands at.
    fn measured_noun<'f>(&'f self, figure: &'f Figure) -> Option<(&'f Sym, u32)> {
        if let Unit::Measure(unit) = &figure.quantity.unit
            && self.lexicon.dimension(unit) == MAGNITUDE
        {
            // An aftershock is a kind of quake: another event.
            let head = self.word(figure.head)?;
            let class = head.known().noun.map(|class| self.lexicon.class(class));
            return class.is_none_or(|c| c.parent.is_none()).then_some((unit, figure.tokens.start));
        }
        if let Some(magnitude) = self.registered(figure) {
            return Some((magnitude, figure.tokens.start));
        }
        if let Some(depth) = self.how_deep(figure) {
            return Some((depth, figure.tokens.start));
        }
        let before = |back: u32| figure.tokens.start.checked_sub(back).and_then(|at| self.word(at));
        let (link, noun) = (before(1)?, before(2)?);
        let linked = link.known().has(Sense::Copula) || link.is_any(&["of", "at"]);
        // "in front of 8,000", "in excess of 40": no noun of its own.
        let preposition = link.is("of") && before(3).is_some_and(|w| w.is("in"));
        let names_measure = noun.tag() == Tag::Nn
            && !noun.known().has(Sense::Group)
            && !noun.known().has(Sense::Vague)
            && !CHANGES.contains(&noun.lemma().as_str())
            && !preposition;
        let measured = match &figure.quantity.unit {
            // "The bridge is 300 metres long", "300 metres away": no noun names what is measured.
            Unit::Measure(unit)
                if self.measured_by_adjective(figure.tokens.end, self.lexicon.dimension(unit)).is_some()
                    || self.word(figure.tokens.end).is_some_and(|w| w.is_any(&ELSEWHERE)) =>
            {
                false
            }
            Unit::Measure(_) | Unit::Percent => !matches!(figure.quantity.bound, Bound::Range(..)),
            // "a man of 71" is as old, "a mother of two" has children.
            Unit::None => {
                figure.bare && (!noun.known().has(Sense::Person) || noun.known().has(Sense::Parent))
            }
            _ => false,
        };
        (linked && names_measure && measured).then_some((noun.lemma(), figure.tokens.start - 2))
    }

    /// "An aftershock followed, centred 20 miles from Lyon": a figure of another quake than the one reported.
    pub(super) fn is_of_aftershock(&self, figure: &Figure) -> bool {
        let Some(quake) = self.lexicon.class_named(QUAKE) else { return false };
        let sentence = self.article.sentences.get(figure.sentence as usize).map_or(0, |s| s.tokens.start);
        let start = sentence.max(figure.head.saturating_sub(NEAR_QUAKE));
        let class = |at: u32| {
            let class = self.word(at)?.known().noun.filter(|class| self.lexicon.is_a(*class, quake))?;
            Some((class, self.is_another_one(at)))
        };
        // "The largest *of them* had a magnitude of 4.9": of those told of right before.
        let of_them = (start..figure.head).any(|at| {
            let word = |at: u32, text: &str| self.word(at).is_some_and(|w| w.is(text));
            word(at, "of") && word(at + 1, "them")
        });
        let several = |at: &u32| self.word(*at).is_some_and(|w| w.tag() == Tag::Nns);
        let told = match of_them {
            true => (sentence.saturating_sub(NEAR_QUAKE)..sentence).rev().filter(several).find_map(class),
            false => (start..=figure.head).rev().find_map(class),
        };
        told.is_some_and(|(class, another)| another || class != quake)
    }

    /// "A *second* earthquake", "*another* strong quake": not the one that the story is about.
    fn is_another_one(&self, noun: u32) -> bool {
        const OTHERS: [&str; 6] = ["second", "third", "another", "earlier", "previous", "smaller"];
        let before = (1..=2).filter_map(|back| self.word(noun.checked_sub(back)?));
        before.into_iter().any(|w| w.is_any(&OTHERS))
    }

    /// "The earthquake measured 5.9", "registered 5.9": what a bare figure behind such a verb is, of a quake.
    fn registered(&self, figure: &Figure) -> Option<&Sym> {
        let before = figure.tokens.start.checked_sub(1).and_then(|at| self.word(at))?;
        let bare = figure.bare && figure.quantity.unit == Unit::None && figure.quantity.amount < LARGEST;
        if !bare || !REGISTERING.contains(&before.lemma().as_str()) {
            return None;
        }
        let quake = self.lexicon.class_named(QUAKE)?;
        let sentence = self.article.sentences.get(figure.sentence as usize)?.tokens;
        let told = |at: u32| self.word(at).is_some_and(|w| w.known().noun == Some(quake));
        (sentence.start..figure.tokens.start).any(told).then(|| self.lexicon.unit_called(MAGNITUDE)).flatten()
    }

    /// "It was centred 10 km *below the surface*", "was 10 km *deep*": in a report of a quake, its depth.
    fn how_deep(&self, figure: &Figure) -> Option<&'static Sym> {
        let Unit::Measure(_) = &figure.quantity.unit else { return None };
        let is = |at: u32, words: &[&str]| self.word(at).is_some_and(|w| w.is_any(words));
        let end = figure.tokens.end;
        let below = is(end, &["below", "beneath", "under"])
            && (end + 1..end + 4).any(|at| is(at, &["surface", "ground", "seabed", "seafloor", "sea"]));
        let told = below || is(end, &["deep", "underground"]);
        let quake = self.lexicon.class_named(QUAKE).filter(|_| told)?;
        let of_quake = self.reading.claims.iter().any(|claim| claim.predicate.class == Some(quake));
        of_quake.then_some(&DEPTH)
    }

    /// Whose measure it is: "Norland's population of ...", "The island has a population of ...".
    fn owner_of(&self, figure: &Figure, noun: u32) -> Option<PhraseId> {
        let measure = self.heads.get(&noun).map(|id| self.reading.phrase(*id));
        let holds = |c: &&Claim| c.arguments.iter().any(|a| a.tokens.contains(figure.tokens));
        let describes = |c: &&Claim| DESCRIBING.contains(&c.predicate.lemma.as_str());
        let mut claims = self.reading.in_sentence(figure.sentence).iter().filter(holds).filter(describes);
        let subject = || claims.find_map(|c| c.subject.as_ref()?.phrases.first().copied());
        measure.and_then(|phrase| phrase.possessor).or_else(subject)
    }
}
