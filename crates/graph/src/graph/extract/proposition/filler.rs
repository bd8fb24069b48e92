//! What fills the places beside a predicate.

use smallvec::SmallVec;

use super::words::{Words, sorted};
use crate::article::{Tag, Tokens};
use crate::claim::attribute::Reference;
use crate::claim::quantity::Unit;
use crate::claim::thematic::says_as_what;
use crate::claim::{Argument, ArgumentRole, Claim, Determiner, Phrase, PhraseKind, Polarity, Thematic};
use crate::graph::extract::extractor::Extractor;
use crate::graph::extract::lemma::Lemma;
use crate::graph::extract::referent::Referent;
use crate::lexicon::{Frame, Sense, Senses};
use crate::symbol::Sym;

/// What fills a place beside a predicate.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Filler<Person = Referent> {
    pub(in crate::graph) position: Position,
    /// The word that it hangs on, if that tells one thing from another.
    pub(in crate::graph) head: Option<Lemma>,
    /// Its words with a meaning of their own, ascending.
    pub(in crate::graph) words: SmallVec<[Lemma; 4]>,
    /// Those among them that colour the others and may be lacking elsewhere ("a *huge* bomb"), ascending.
    pub(in crate::graph) light: SmallVec<[Lemma; 2]>,
    /// Those that only hang on the noun: "*the mayor's* wife"; and of what somebody is, "a friend *of the mayor*";
    /// ascending.
    pub(in crate::graph) hanging: SmallVec<[Lemma; 2]>,
    /// Whom or what it means, if that is one alone.
    pub(in crate::graph) who: Option<Person>,
    /// Is it one of many or some: "a medal", "children"?
    pub(in crate::graph) indefinite: bool,
    /// Is it nobody or nothing at all?
    pub(in crate::graph) nobody: bool,
    /// Is it one of a row ("the first", "the tallest")?
    pub(in crate::graph) ranked: bool,
    /// Is it what somebody was or is not quite ("the *former* mayor")?
    pub(in crate::graph) shaded: bool,
}

/// Which place that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) enum Position {
    /// Who does it.
    Agent,
    /// To whom it is done.
    Patient,
    /// One of several on one footing.
    Participant,
    /// What somebody or something is.
    Complement,
    /// Where it is.
    Location,
    /// Behind a preposition.
    Behind(Lemma),
    /// When, how.
    Circumstance,
    /// A clause.
    Clause,
    /// The event of which it is said that it was.
    Event,
}

impl<Person> Filler<Person> {
    /// The same with whoever is meant.
    pub(super) fn with<P>(self, meant: impl Fn(Person) -> Option<P>) -> Filler<P> {
        let Filler { position, head, words, light, hanging, who, indefinite, nobody, ranked, shaded } = self;
        let who = who.and_then(meant);
        Filler { position, head, words, light, hanging, who, indefinite, nobody, ranked, shaded }
    }
}

impl Filler {
    /// A word for what somebody or something is.
    pub(super) fn of_word(word: Lemma) -> Filler {
        Filler {
            position: Position::Complement,
            head: None,
            words: smallvec::smallvec![word],
            light: SmallVec::new(),
            hanging: SmallVec::new(),
            who: None,
            indefinite: false,
            nobody: false,
            ranked: false,
            shaded: false,
        }
    }
}

impl Position {
    /// Does it say where, when or with what, or what somebody is?
    pub(in crate::graph) fn is_beside(self) -> bool {
        matches!(
            self,
            Position::Complement | Position::Location | Position::Behind(_) | Position::Circumstance
        )
    }
}

/// Subject and arguments of a claim.
pub(super) fn arguments(claim: &Claim) -> impl Iterator<Item = (&Argument, &ArgumentRole)> {
    let subject = claim.subject.iter().map(|argument| (argument, &ArgumentRole::Subject));
    subject.chain(claim.arguments.iter().map(|argument| (argument, &argument.role)))
}

/// Is it a clause of its own beside the claim: "after they met"?
fn is_aside(extractor: &Extractor<'_>, argument: &Argument) -> bool {
    let opens = |word: &Sym| extractor.lexicon.has(word, Sense::Subordinator);
    argument.phrases.is_empty()
        && argument.tokens.len() > 1
        && matches!(&argument.role, ArgumentRole::Oblique(word) if opens(word))
        && extractor.claim_within(argument.tokens).is_some()
}

/// What fills the places beside the predicate of a claim. What came about at the same time or after is not denied with it:
/// "was not seen *after they met*".
pub(super) fn all(extractor: &Extractor<'_>, words: &Words, claim: &Claim) -> SmallVec<[Filler; 3]> {
    let aside = |argument: &Argument| is_aside(extractor, argument);
    // "came *on*": part of the verb.
    let particle = |argument: &Argument| {
        let says = words.among(argument.tokens).iter().any(|word| word.family.is_some());
        argument.role == ArgumentRole::Manner && !says
    };
    arguments(claim)
        .filter(|(argument, _)| !aside(argument) && !particle(argument))
        .filter_map(|(argument, role)| filler(extractor, words, claim, argument, role))
        .collect()
}

/// Does a clause belong to the predicate?
pub(super) fn is_clausal(extractor: &Extractor<'_>, claim: &Claim) -> bool {
    let next = extractor.article.tokens.get(claim.predicate.tokens.end as usize);
    next.is_some_and(|token| token.tag == Tag::Vbg)
        || claim.arguments.iter().any(|argument| argument.role == ArgumentRole::Clause)
}

/// Does a claim affirm or deny what its complement tells: "pleaded *not* guilty"?
pub(super) fn polarity(words: &Words, claim: &Claim) -> Polarity {
    let denied = |argument: &Argument| {
        let first = words.among(argument.tokens).first();
        argument.role == ArgumentRole::Complement && first.is_some_and(|word| word.senses.has(Sense::Negator))
    };
    match (claim.polarity, claim.arguments.iter().any(denied)) {
        (Polarity::Affirmed, true) => Polarity::Negated,
        (Polarity::Negated, true) => Polarity::Affirmed,
        (polarity, false) => polarity,
    }
}

/// Does a denial hold at any time: "never"? Other denials are of the time of the report.
pub(super) fn is_of_any_time(words: &Words, claim: &Claim) -> bool {
    let verb = claim.predicate.tokens;
    let around = Tokens { start: verb.start.saturating_sub(1), end: verb.end + 1 };
    claim.polarity == Polarity::Negated && words.among(around).iter().any(|word| word.senses.has(Sense::Ever))
}

/// What fills a place, by its words and by whom it means.
pub(super) fn filler(
    extractor: &Extractor<'_>,
    words: &Words,
    claim: &Claim,
    argument: &Argument,
    role: &ArgumentRole,
) -> Option<Filler> {
    let own = argument.phrases.first().map(|id| extractor.reading.phrase(*id));
    let stands_for = antecedent(extractor, words, claim, argument);
    let phrase = stands_for.or(own);
    let tokens = stands_for.map_or(argument.tokens, |phrase| phrase.tokens);
    let at = phrase.map_or(tokens.end.checked_sub(1)?, |phrase| phrase.head);
    let head = words.at(at)?;
    let position = match position(claim.predicate.frame, claim.predicate.passive, role) {
        // "grew by 5%": "grew 5%".
        Position::Agent | Position::Location if *role != ArgumentRole::Subject && is_measure(phrase, at) => {
            Position::Patient
        }
        position => position,
    };
    let is = |sense| head.senses.has(sense);
    let kind = |kind| phrase.is_some_and(|phrase: &Phrase| phrase.kind == kind);
    // "All *of the exits*"
    let whole = phrase.is_some_and(|phrase: &Phrase| phrase.tokens == tokens);
    let pronoun = kind(PhraseKind::Pronoun) && whole;
    let general = [Sense::Anyone, Sense::Cardinal, Sense::NegativeDeterminer].into_iter().any(is);
    let telling = !pronoun && !general;
    let mut families = if pronoun { SmallVec::new() } else { words.families(tokens) };
    // "one of them", "people": anybody.
    families.retain(|family| telling || Some(*family) != head.family);
    // "that facility": of which the report has spoken.
    let pointed = phrase.is_some_and(|phrase: &Phrase| phrase.determiner == Determiner::Demonstrative);
    if pointed && position != Position::Circumstance {
        families.clear();
    }
    let hanging = phrase.map(|phrase| hanging(extractor, words, argument, phrase, tokens, position));
    let negative = phrase.is_some_and(|phrase| phrase.determiner == Determiner::Negative);
    // "did not arrest anyone"
    let none = negative || (claim.polarity == Polarity::Negated && *role == ArgumentRole::Object);
    let nobody = families.is_empty() && (is(Sense::NegativeDeterminer) || (none && is(Sense::Anyone)));
    // Whoever is said to be a judge and a judge are one, but not by their names.
    let meant = position != Position::Complement || phrase.is_some_and(|phrase| !phrase.name.is_empty());
    let who = match argument.phrases.as_slice() {
        [only] if meant => extractor.the_one(*only),
        _ => None,
    };
    let all = words.among(tokens);
    let any = |sense| all.iter().any(|word| word.senses.has(sense));
    Some(Filler {
        position,
        // "attacked troops *and a station*": neither is the other's.
        head: head
            .family
            .filter(|_| telling && (argument.phrases.len() < 2 || claim.polarity == Polarity::Negated)),
        light: sorted(all.iter().filter(|word| word.light).filter_map(|word| word.family)),
        hanging: hanging.unwrap_or_default(),
        words: families,
        who,
        indefinite: phrase.is_some_and(is_indefinite),
        nobody,
        ranked: any(Sense::Ordinal) || all.iter().any(|word| word.superlative),
        shaded: any(Sense::Shade),
    })
}

/// Is it a common noun that tells of one among many, or of some?
fn is_indefinite(phrase: &Phrase) -> bool {
    let open = match phrase.determiner {
        Determiner::Indefinite => true,
        // "appointed chief executive" is no other.
        Determiner::None => phrase.plural,
        _ => false,
    };
    phrase.kind == PhraseKind::Common && phrase.name.is_empty() && phrase.possessor.is_none() && open
}

/// The words that only hang on the noun of a phrase.
fn hanging(
    extractor: &Extractor<'_>,
    words: &Words,
    argument: &Argument,
    phrase: &Phrase,
    tokens: Tokens,
    position: Position,
) -> SmallVec<[Lemma; 2]> {
    let owner = phrase.possessor.map(|owner| extractor.reading.phrase(owner).tokens);
    let behind = Tokens { start: phrase.tokens.end, end: tokens.end };
    // "a nurse *and teacher*" is both.
    let joined = argument.phrases.len() > 1;
    let behind =
        (position == Position::Complement && tokens.contains(phrase.tokens) && !joined).then_some(behind);
    let hanging = owner.into_iter().chain(behind).flat_map(|tokens| words.among(tokens));
    sorted(hanging.filter_map(|word| word.family))
}

/// Is it an amount of no things: "5%", "three miles"?
fn is_measure(phrase: Option<&Phrase>, head: u32) -> bool {
    let amount = phrase.and_then(|phrase| phrase.amount.as_ref());
    amount.is_some_and(|amount| {
        let counted = matches!(amount.quantity.unit, Unit::Count(_) | Unit::None);
        !counted && amount.tokens.contains(Tokens { start: head, end: head + 1 })
    })
}

/// Nouns that "he" or "she" may stand for, and those that "it" may.
const PERSON: Senses = Senses::of(&[Sense::Person, Sense::Office]);
const BODY: Senses = Senses::of(&[Sense::Group]);

/// "The plant's manager was questioned for hours. *He* has not been charged.": the one person of whom the sentence before
/// speaks, without a name.
fn antecedent<'a>(
    extractor: &Extractor<'a>,
    words: &Words,
    claim: &Claim,
    argument: &Argument,
) -> Option<&'a Phrase> {
    let reading = extractor.reading;
    let [pronoun] = argument.phrases.as_slice() else { return None };
    let at = reading.references.binary_search_by_key(pronoun, |(id, _)| *id).ok()?;
    if extractor.the_one(*pronoun).is_some() {
        return None;
    }
    let speaker = claim.attribution.filter(|said| !said.quoted).and_then(|said| said.speaker);
    let speaker = speaker.map(|id| reading.phrase(id)).filter(|phrase| !phrase.plural);
    let is = |phrase: &&Phrase, senses| words.at(phrase.head).is_some_and(|head| head.senses.meets(senses));
    match reading.references.get(at)?.1 {
        // "The union said *it* had accepted"
        Reference::Thing => speaker.filter(|speaker| is(speaker, BODY)),
        Reference::One(_) => {
            let common = |phrase: &&Phrase| phrase.kind == PhraseKind::Common && phrase.name.is_empty();
            let person = |phrase: &&Phrase| common(phrase) && !phrase.plural && is(phrase, PERSON);
            speaker.filter(person).or_else(|| only_one_before(extractor, claim, person))
        }
        _ => None,
    }
}

/// The one such phrase in the sentence before a claim's.
fn only_one_before<'a>(
    extractor: &Extractor<'a>,
    claim: &Claim,
    is_meant: impl Fn(&&Phrase) -> bool,
) -> Option<&'a Phrase> {
    let sentences = &extractor.article.sentences;
    let before = sentences.get(claim.sentence.checked_sub(1)? as usize)?;
    let own = sentences.get(claim.sentence as usize)?;
    let phrases = extractor.reading.phrases_in(before.tokens).map(|(_, phrase)| phrase);
    let mut meant = phrases.filter(|phrase| is_meant(phrase));
    let one = meant.next()?;
    (meant.next().is_none() && before.block == own.block).then_some(one)
}

/// Which place an argument fills beside a verb of a frame.
pub(super) fn position(frame: Frame, passive: bool, role: &ArgumentRole) -> Position {
    match (role, role.thematic(frame, passive)) {
        (ArgumentRole::Complement, _) => Position::Complement,
        (ArgumentRole::Oblique(preposition), None) if says_as_what(preposition) => Position::Complement,
        (ArgumentRole::Clause, _) => Position::Clause,
        (_, Some(Thematic::Agent)) => Position::Agent,
        (_, Some(Thematic::Patient)) => Position::Patient,
        (_, Some(Thematic::Participant)) => Position::Participant,
        (_, Some(Thematic::Location)) => Position::Location,
        (ArgumentRole::Oblique(preposition), None) => Position::Behind(Lemma::of(preposition)),
        _ => Position::Circumstance,
    }
}
