//! What fills the places beside a predicate.

use smallvec::SmallVec;

use crate::article::family::family;
use crate::article::{Tag, Token, Tokens};
use crate::claim::wording::tells_of;
use crate::claim::{Argument, ArgumentRole, Claim, Determiner, Phrase, PhraseKind, Polarity, Thematic};
use crate::graph::extract::extractor::Extractor;
use crate::graph::extract::referent::Referent;
use crate::graph::extract::signature::{Lemma, hashed};
use crate::lexicon::Sense;
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
    /// Whom or what it means, if that is one alone.
    pub(in crate::graph) who: Option<Person>,
    /// Is it nobody or nothing at all?
    pub(in crate::graph) nobody: bool,
    /// Is it one of a row ("the first", "the tallest")?
    pub(in crate::graph) ranked: bool,
    /// Is it what somebody was or is not quite ("the *former* mayor")?
    pub(in crate::graph) shaded: bool,
}

/// Which place that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
        let Filler { position, head, words, light, who, nobody, ranked, shaded } = self;
        Filler { position, head, words, light, who: who.and_then(meant), nobody, ranked, shaded }
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
pub(super) fn all(extractor: &Extractor<'_>, claim: &Claim) -> SmallVec<[Filler; 3]> {
    let aside = |argument: &Argument| is_aside(extractor, argument);
    arguments(claim)
        .filter(|(argument, _)| !aside(argument))
        .filter_map(|(argument, role)| filler(extractor, claim, argument, role))
        .collect()
}

/// Does a clause belong to the predicate?
pub(super) fn is_clausal(extractor: &Extractor<'_>, claim: &Claim) -> bool {
    let next = extractor.article.tokens.get(claim.predicate.tokens.end as usize);
    next.is_some_and(|token| token.tag == Tag::Vbg)
        || claim.arguments.iter().any(|argument| argument.role == ArgumentRole::Clause)
}

/// Does a denial hold at any time: "never"? Other denials are of the time of the report.
pub(super) fn is_of_any_time(extractor: &Extractor<'_>, claim: &Claim) -> bool {
    let verb = claim.predicate.tokens;
    let around = Tokens { start: verb.start.saturating_sub(1), end: verb.end + 1 };
    let words = extractor.article.tokens.get(around.range()).unwrap_or_default();
    claim.polarity == Polarity::Negated && words.iter().any(|t| extractor.lexicon.has(&t.lemma, Sense::Ever))
}

/// What fills a place, by its words and by whom it means.
fn filler(
    extractor: &Extractor<'_>,
    claim: &Claim,
    argument: &Argument,
    role: &ArgumentRole,
) -> Option<Filler> {
    let lexicon = extractor.lexicon;
    let phrase = argument.phrases.first().map(|id| extractor.reading.phrase(*id));
    let at = phrase.map_or(argument.tokens.end.checked_sub(1)?, |phrase| phrase.head);
    let head = extractor.article.tokens.get(at as usize)?;
    let position = position(claim, role);
    let is = |sense| lexicon.has(&head.lemma, sense);
    let kind = |kind| phrase.is_some_and(|phrase: &Phrase| phrase.kind == kind);
    let pronoun = kind(PhraseKind::Pronoun);
    let telling = !pronoun && !is(Sense::Anyone) && !is(Sense::Cardinal);
    let own = word(extractor, head);
    let mut words = if pronoun { SmallVec::new() } else { words(extractor, argument.tokens) };
    // "one of them", "people": anybody.
    words.retain(|word| telling || Some(*word) != own);
    let negative = phrase.is_some_and(|phrase| phrase.determiner == Determiner::Negative);
    let nobody = words.is_empty() && (is(Sense::NegativeDeterminer) || (negative && is(Sense::Anyone)));
    // Whoever is said to be a judge and a judge are one, but not by their names.
    let meant = position != Position::Complement || phrase.is_some_and(|phrase| !phrase.name.is_empty());
    let who = match argument.phrases.as_slice() {
        [only] if meant => extractor.the_one(*only),
        _ => None,
    };
    let tokens = extractor.article.tokens.get(argument.tokens.range()).unwrap_or_default();
    let any = |sense| tokens.iter().any(|token| lexicon.has(&token.lemma, sense));
    Some(Filler {
        position,
        head: own.filter(|_| telling),
        light: sorted(tokens.iter().filter(|t| is_light(extractor, t)).filter_map(|t| word(extractor, t))),
        words,
        who,
        nobody,
        ranked: any(Sense::Ordinal) || tokens.iter().any(|token| token.tag == Tag::Jjs),
        shaded: any(Sense::Shade),
    })
}

fn position(claim: &Claim, role: &ArgumentRole) -> Position {
    match (role, role.thematic(claim.predicate.frame, claim.predicate.passive)) {
        (ArgumentRole::Complement, _) => Position::Complement,
        (ArgumentRole::Clause, _) => Position::Clause,
        (_, Some(Thematic::Agent)) => Position::Agent,
        (_, Some(Thematic::Patient)) => Position::Patient,
        (_, Some(Thematic::Participant)) => Position::Participant,
        (_, Some(Thematic::Location)) => Position::Location,
        (ArgumentRole::Oblique(preposition), None) => Position::Behind(hashed(preposition)),
        _ => Position::Circumstance,
    }
}

/// The families of words with a meaning of their own, ascending.
pub(super) fn words(extractor: &Extractor<'_>, tokens: Tokens) -> SmallVec<[Lemma; 4]> {
    let tokens = extractor.article.tokens.get(tokens.range()).unwrap_or_default();
    sorted(tokens.iter().filter_map(|token| word(extractor, token)))
}

fn sorted<A: smallvec::Array<Item = Lemma>>(words: impl Iterator<Item = Lemma>) -> SmallVec<A> {
    let mut found: SmallVec<A> = words.collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Is it an adjective or adverb that tells no thing from others by a name or a number?
fn is_light(extractor: &Extractor<'_>, token: &Token) -> bool {
    let tells = |sense| extractor.lexicon.has(&token.lemma, sense);
    matches!(token.tag, Tag::Jj | Tag::Rb)
        && !(tells(Sense::Ordinal) || tells(Sense::Cardinal) || tells(Sense::Shade))
        && extractor.lexicon.demonym(extractor.article.word(token)).is_none()
}

/// The family of a word; of a people, that of its country.
fn word(extractor: &Extractor<'_>, token: &Token) -> Option<Lemma> {
    let lexicon = extractor.lexicon;
    if !tells_of(token, lexicon) || lexicon.has(&token.lemma, Sense::Negator) {
        return None;
    }
    if let Some(place) = lexicon.demonym(extractor.article.word(token)) {
        return Some(family_of(&lexicon.place(place).name));
    }
    Some(family_of(lexicon.usual_word(&token.lemma)))
}

/// The family of a dictionary form.
pub(super) fn family_of(lemma: &str) -> Lemma {
    hashed(family(&lemma.to_lowercase().replace('.', "")))
}
