//! Propositions: what a claim holds of whom, its polarity aside, as words that compare.
//!
//! Whether one report affirms what another denies is asked of predicate and arguments, each by its words' families and
//! by whom or what it means. Words are hashes.

use std::sync::Arc;

use smallvec::{SmallVec, smallvec};

use super::assertion::Locus;
use super::extractor::Extractor;
use super::referent::Referent;
use super::signature::{Lemma, hashed};
use crate::article::family::family;
use crate::article::{BlockKind, Tag, Token, Tokens};
use crate::claim::time::When;
use crate::claim::wording::tells_of;
use crate::claim::{
    Argument, ArgumentRole, Claim, Determiner, Modality, Origin, PhraseKind, Polarity, Thematic,
};
use crate::lexicon::Sense;

/// The predicate of all copulas.
const IS: &str = "=";

/// A sentence with what it holds.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Utterance<Person = Referent> {
    /// Its words with a meaning of their own, ascending.
    pub(in crate::graph) words: Box<[Lemma]>,
    /// What it holds, in reading order.
    pub(in crate::graph) propositions: Vec<Proposition<Person>>,
}

/// What a claim holds.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Proposition<Person = Referent> {
    /// The predicate: the family of its word, and the class of event that it names.
    pub(in crate::graph) predicates: SmallVec<[Lemma; 2]>,
    /// Does it say what somebody or something is?
    pub(in crate::graph) copular: bool,
    pub(in crate::graph) polarity: Polarity,
    pub(in crate::graph) modality: Modality,
    /// When, if the claim says.
    pub(in crate::graph) time: Option<Arc<When>>,
    /// Subject and arguments.
    pub(in crate::graph) fillers: SmallVec<[Filler<Person>; 3]>,
    pub(in crate::graph) locus: Locus<Person>,
}

/// What fills a place beside a predicate.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Filler<Person = Referent> {
    pub(in crate::graph) part: Position,
    /// The word that it hangs on.
    pub(in crate::graph) head: Option<Lemma>,
    /// Its words with a meaning of their own, ascending.
    pub(in crate::graph) words: SmallVec<[Lemma; 4]>,
    /// Whom or what it means, if that is one alone.
    pub(in crate::graph) who: Option<Person>,
    /// Is it nobody or nothing at all?
    pub(in crate::graph) nobody: bool,
    /// Is it one of a row ("the first", "the tallest")?
    pub(in crate::graph) ranked: bool,
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
    /// Where, when, how, with what.
    Circumstance,
}

impl<Person> Utterance<Person> {
    /// The same with whoever is meant.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P> + Copy) -> Utterance<P> {
        let filler = |f: Filler<Person>| Filler {
            part: f.part,
            head: f.head,
            words: f.words,
            who: f.who.and_then(meant),
            nobody: f.nobody,
            ranked: f.ranked,
        };
        let propositions = self.propositions.into_iter().map(|p| Proposition {
            predicates: p.predicates,
            copular: p.copular,
            polarity: p.polarity,
            modality: p.modality,
            time: p.time,
            fillers: p.fillers.into_iter().map(filler).collect(),
            locus: p.locus.with(meant),
        });
        Utterance { words: self.words, propositions: propositions.collect() }
    }
}

/// The sentences of an article that hold something, in reading order.
pub(super) fn utterances(extractor: &Extractor<'_>) -> Vec<Utterance> {
    let mut found = Vec::new();
    for (number, sentence) in (0..).zip(&extractor.article.sentences) {
        let claims = extractor.reading.in_sentence(number);
        if sentence.kind == BlockKind::Furniture || claims.is_empty() {
            continue;
        }
        let first = extractor.reading.claims.partition_point(|c| c.sentence < number);
        let held = (first as u32..).zip(claims).filter_map(|(at, claim)| proposition(extractor, at, claim));
        let propositions: Vec<Proposition> = held.collect();
        if !propositions.is_empty() {
            found.push(Utterance { words: words(extractor, sentence.tokens).into_vec().into(), propositions });
        }
    }
    found
}

/// What a claim holds, if it commits itself far enough to be held against another.
fn proposition(extractor: &Extractor<'_>, number: u32, claim: &Claim) -> Option<Proposition> {
    let lexicon = extractor.lexicon;
    let predicate = &claim.predicate;
    let copular = lexicon.has(&predicate.lemma, Sense::Copula) && !predicate.passive;
    if !matches!(claim.modality, Modality::Did | Modality::Will) || !is_held(extractor, claim) {
        return None;
    }
    let subject = claim.subject.iter().map(|argument| (argument, &ArgumentRole::Subject));
    let arguments = claim.arguments.iter().map(|argument| (argument, &argument.role));
    let filler = |(argument, role)| filler(extractor, claim, argument, role);
    let fillers: Option<SmallVec<[Filler; 3]>> = subject.chain(arguments).map(filler).collect();
    // What a denial is about has to be known in full.
    let fillers = fillers.filter(|fillers| !fillers.is_empty())?;
    let known = |f: &Filler| f.who.is_some() || !f.words.is_empty() || f.nobody;
    let denies = claim.polarity == Polarity::Negated;
    if denies && !(fillers.iter().all(known) && (!copular || fillers.len() > 1)) {
        return None;
    }
    let mut predicates: SmallVec<[Lemma; 2]> =
        if copular { smallvec![hashed(IS)] } else { smallvec![hashed(family(&predicate.lemma))] };
    let class = predicate.class.map(|class| lexicon.class(class)).filter(|_| !copular);
    predicates.extend(class.filter(|class| !class.is_report()).map(|class| hashed(&class.name)));
    let when = claim.time.map(|time| extractor.reading.time(time)).filter(|time| time.kind.is_dated());
    Some(Proposition {
        predicates,
        copular,
        polarity: claim.polarity,
        modality: claim.modality,
        time: when.map(|time| Arc::new(time.when)),
        fillers,
        locus: extractor.locus(extractor.words(claim), Some(number)),
    })
}

/// Can the claim be held against others? A denial counts in the report's own voice and as a clause of its own; what is
/// affirmed, however it is said, unless the speaker is said to be wrong.
fn is_held(extractor: &Extractor<'_>, claim: &Claim) -> bool {
    let says = extractor.lexicon.has(&claim.predicate.lemma, Sense::Reporting);
    match claim.polarity {
        Polarity::Affirmed => claim.attribution.is_none_or(|attribution| !attribution.denied),
        Polarity::Negated => {
            let clause = matches!(claim.origin, Origin::Clause | Origin::Relative | Origin::Copula);
            let finite = claim.predicate.tense.is_finite();
            clause && finite && !says && claim.attribution.is_none() && claim.subject.is_some()
        }
    }
}

/// What fills a place, by its words and by whom it means.
fn filler(
    extractor: &Extractor<'_>,
    claim: &Claim,
    argument: &Argument,
    role: &ArgumentRole,
) -> Option<Filler> {
    let part = match role.thematic(claim.predicate.frame, claim.predicate.passive) {
        _ if *role == ArgumentRole::Complement => Position::Complement,
        Some(Thematic::Agent) => Position::Agent,
        Some(Thematic::Patient) => Position::Patient,
        Some(Thematic::Participant) => Position::Participant,
        Some(Thematic::Location) | None => Position::Circumstance,
    };
    let phrase = argument.phrases.first().map(|id| extractor.reading.phrase(*id));
    let at = phrase.map_or(argument.tokens.end.checked_sub(1)?, |phrase| phrase.head);
    let head = extractor.article.tokens.get(at as usize)?;
    let lexicon = extractor.lexicon;
    let negative = phrase.is_some_and(|phrase| phrase.determiner == Determiner::Negative);
    let nobody = lexicon.has(&head.lemma, Sense::NegativeDeterminer)
        || (negative && lexicon.has(&head.lemma, Sense::Anyone));
    let pronoun = phrase.is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun);
    let all = extractor.article.tokens.get(argument.tokens.range()).unwrap_or_default();
    let ranks = |t: &Token| t.tag == Tag::Jjs || lexicon.has(&t.lemma, Sense::Ordinal);
    let who = match argument.phrases.as_slice() {
        [only] => extractor.the_one(*only),
        _ => None,
    };
    Some(Filler {
        part,
        head: word(extractor, head).filter(|_| !pronoun),
        words: if pronoun { SmallVec::new() } else { words(extractor, argument.tokens) },
        who,
        nobody,
        ranked: all.iter().any(ranks),
    })
}

/// The families of words with a meaning of their own, ascending.
fn words(extractor: &Extractor<'_>, tokens: Tokens) -> SmallVec<[Lemma; 4]> {
    let tokens = extractor.article.tokens.get(tokens.range()).unwrap_or_default();
    let mut found: SmallVec<[Lemma; 4]> = tokens.iter().filter_map(|token| word(extractor, token)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The family of a word; of a people, that of its country.
fn word(extractor: &Extractor<'_>, token: &Token) -> Option<Lemma> {
    let lexicon = extractor.lexicon;
    if !tells_of(token, lexicon) || lexicon.has(&token.lemma, Sense::Negator) {
        return None;
    }
    if let Some(place) = lexicon.demonym(extractor.article.word(token)) {
        return Some(hashed(family(&lexicon.place(place).name.to_lowercase())));
    }
    let lemma = token.lemma.to_lowercase();
    Some(hashed(family(lexicon.usual_word(&lemma))))
}
