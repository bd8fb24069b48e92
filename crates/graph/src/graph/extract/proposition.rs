//! Propositions: what a claim holds of whom, its polarity aside, as words that compare.
//!
//! Whether one report affirms what another denies is asked of predicate and arguments, each by its words' families and
//! by whom or what it means. Words are hashes.

use std::sync::Arc;

use smallvec::{SmallVec, smallvec};

use super::assertion::Locus;
use super::extractor::Extractor;
use super::lemma::Lemma;
use super::referent::Referent;
use crate::article::{BlockKind, Tag};
use crate::claim::factuality::{is_foretold, is_so_far};
use crate::claim::pattern::background::{is_earlier, is_past};
use crate::claim::time::{TimexKind, When};
use crate::claim::{Attribution, Claim, Modality, Origin, Phrase, PhraseKind, Polarity, Tense};
use crate::lexicon::Sense;
use crate::symbol::Sym;

mod filler;
mod paraphrase;
mod state;
mod words;

pub(in crate::graph) use filler::{Filler, Position};
use paraphrase::paraphrase;
use state::states;
use words::Words;
pub(in crate::graph) use words::family_of;

/// The predicate of all copulas.
const COPULA: &str = "=";

/// A sentence with what it holds.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Utterance<Person = Referent> {
    /// Its words with a meaning of their own, ascending.
    pub(in crate::graph) words: Box<[Lemma]>,
    /// What it holds, in reading order.
    pub(in crate::graph) propositions: Vec<Proposition<Person>>,
}

/// By which predicates an article holds anything, each ascending.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Predicates {
    pub(in crate::graph) affirmed: Box<[Lemma]>,
    pub(in crate::graph) denied: Box<[Lemma]>,
    /// Those of what is affirmed so fully that it may be told alike elsewhere, but for one thing.
    pub(in crate::graph) full: Box<[Lemma]>,
}

/// What a claim holds.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Proposition<Person = Referent> {
    /// The predicate: the family of its word, and the class of event that it names.
    pub(in crate::graph) predicates: SmallVec<[Lemma; 2]>,
    /// Does it say what somebody or something is?
    pub(in crate::graph) copular: bool,
    /// Does it only follow from what the claim says?
    pub(in crate::graph) inferred: bool,
    /// Does one alone do it, and to one alone?
    pub(in crate::graph) sole: bool,
    /// Does a clause belong to the predicate ("seen *walking*", "asked *to leave*")?
    pub(in crate::graph) clausal: bool,
    pub(in crate::graph) polarity: Polarity,
    pub(in crate::graph) modality: Modality,
    /// When, if the claim says.
    pub(in crate::graph) time: Option<Arc<When>>,
    /// Is it of another year or month than the report, or of any ("never")?
    pub(in crate::graph) background: bool,
    /// Is it the view of somebody who may take sides, whether a name is given or not?
    pub(in crate::graph) said: bool,
    /// Subject and arguments.
    pub(in crate::graph) fillers: SmallVec<[Filler<Person>; 3]>,
    pub(in crate::graph) locus: Locus<Person>,
}

impl Predicates {
    pub(super) fn of(utterances: &[Utterance]) -> Predicates {
        let of = |polarity| move |p: &Proposition| p.polarity == polarity;
        Predicates {
            affirmed: predicates(utterances, of(Polarity::Affirmed)),
            denied: predicates(utterances, of(Polarity::Negated)),
            full: predicates(utterances, Proposition::is_full),
        }
    }
}

fn predicates(utterances: &[Utterance], counts: impl Fn(&Proposition) -> bool) -> Box<[Lemma]> {
    let all = utterances.iter().flat_map(|u| &u.propositions).filter(|p| counts(p));
    let mut predicates: Vec<Lemma> = all.flat_map(|p| p.predicates.iter().copied()).collect();
    predicates.sort_unstable();
    predicates.dedup();
    predicates.into()
}

impl<Person> Proposition<Person> {
    /// Is it told by the report itself, with more than one thing beside it?
    pub(in crate::graph) fn is_full(&self) -> bool {
        self.polarity == Polarity::Affirmed
            && !(self.inferred || self.said || self.copular || self.clausal)
            && self.fillers.len() > 1
    }
}

impl<Person> Utterance<Person> {
    /// The same with whoever is meant.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P> + Copy) -> Utterance<P> {
        let propositions = self.propositions.into_iter().map(|p| Proposition {
            predicates: p.predicates,
            copular: p.copular,
            inferred: p.inferred,
            sole: p.sole,
            clausal: p.clausal,
            polarity: p.polarity,
            modality: p.modality,
            time: p.time,
            background: p.background,
            said: p.said,
            fillers: p.fillers.into_iter().map(|filler| filler.with(meant)).collect(),
            locus: p.locus.with(meant),
        });
        Utterance { words: self.words, propositions: propositions.collect() }
    }
}

/// The sentences of an article that hold something, in reading order.
pub(super) fn utterances(extractor: &Extractor<'_>) -> Vec<Utterance> {
    let all = Words::of(extractor);
    let mut found = Vec::new();
    for (number, sentence) in (0..).zip(&extractor.article.sentences) {
        let claims = extractor.reading.in_sentence(number);
        if sentence.kind == BlockKind::Furniture || claims.is_empty() {
            continue;
        }
        let first = extractor.reading.claims.partition_point(|c| c.sentence < number);
        let mut propositions = Vec::new();
        for (at, claim) in (first as u32..).zip(claims) {
            if let Some(proposition) = proposition(extractor, &all, at, claim) {
                let follows = paraphrase(extractor, claim, &proposition);
                let follows = follows.into_iter().chain(states(extractor, &all, claim, &proposition));
                propositions.extend(follows.map(|follows| Proposition { inferred: true, ..follows }));
                propositions.push(proposition);
            }
        }
        propositions.retain(Proposition::is_clear);
        if !propositions.is_empty() {
            let words: SmallVec<[Lemma; 32]> = all.families(sentence.tokens);
            found.push(Utterance { words: words.into_vec().into(), propositions });
        }
    }
    state::settle(&mut found);
    found
}

/// What a claim holds, if it commits itself far enough to be held against another.
fn proposition(extractor: &Extractor<'_>, words: &Words, number: u32, claim: &Claim) -> Option<Proposition> {
    let lexicon = extractor.lexicon;
    let predicate = &claim.predicate;
    let polarity = filler::polarity(words, claim);
    let modality = match claim.modality {
        Modality::Would if is_foretold(extractor.article, lexicon, claim) => Modality::Will,
        modality => modality,
    };
    if !matches!(modality, Modality::Did | Modality::Will) || !is_held(extractor, claim, polarity) {
        return None;
    }
    // "takes effect in 30 days": it is still to come.
    let length = claim.time.is_some_and(|time| extractor.reading.time(time).kind == TimexKind::Duration);
    let to_come = predicate.tense == Tense::Present && claim.origin != Origin::Nominal;
    if length && to_come && polarity == Polarity::Affirmed {
        return None;
    }
    let copular = lexicon.has(&predicate.lemma, Sense::Copula) && !predicate.passive;
    let class = predicate.class.map(|class| lexicon.class(class)).filter(|class| !class.is_report());
    let sole = class.is_some_and(|class| class.sole);
    let mut predicates: SmallVec<[Lemma; 2]> = smallvec![family_of(&predicate.lemma)];
    predicates.extend(class.map(|class| Lemma::of(&class.name)));
    if copular {
        predicates = smallvec![Lemma::of(COPULA)];
    }
    let when = claim.time.map(|time| extractor.reading.time(time)).filter(|time| time.kind.is_dated());
    let when = when.map(|time| time.when);
    let background = match when {
        Some(when) => is_past(extractor.article, &when),
        // What somebody is or does holds beyond the day of which the sentence tells.
        None => {
            let lasts = copular || predicate.tense == Tense::Present;
            !lasts && extractor.reading.background_of(claim.sentence).is_some()
        }
    };
    let fillers = filler::all(extractor, words, claim);
    Some(Proposition {
        predicates,
        copular,
        inferred: false,
        sole,
        clausal: filler::is_clausal(extractor, claim),
        polarity,
        modality,
        time: when.map(Arc::new),
        background: background
            || filler::is_of_any_time(words, claim)
            || is_earlier(extractor.article, claim),
        said: claim.attribution.is_some_and(|attribution| !is_observed(extractor, claim, &attribution)),
        fillers,
        locus: extractor.locus(extractor.words(claim), Some(number)),
    })
}

/// "..., police said": is it told after a body that takes no part in it, in the report's own words?
fn is_observed(extractor: &Extractor<'_>, claim: &Claim, attribution: &Attribution) -> bool {
    let Some(speaker) = attribution.speaker.filter(|_| !attribution.quoted) else { return false };
    let phrase = extractor.reading.phrase(speaker);
    let head = |phrase: &Phrase| extractor.article.tokens.get(phrase.head as usize).map(|token| &token.lemma);
    let is = |head: &Sym, sense| extractor.lexicon.has(head, sense);
    let body = head(phrase).is_some_and(|head| is(head, Sense::Group) || is(head, Sense::Observing));
    let own = extractor.article.tokens.get(phrase.tokens.start as usize).is_some_and(|t| t.tag == Tag::PRPS);
    let arguments = claim.subject.iter().chain(&claim.arguments).flat_map(|argument| &argument.phrases);
    let partaking =
        arguments.map(|id| extractor.reading.phrase(*id)).any(|other| head(other) == head(phrase));
    phrase.kind == PhraseKind::Common && body && !own && !partaking
}

/// Can the claim be held against others? A denial counts as a clause of its own with a subject; what is affirmed, however
/// it is said, unless the speaker is said to be wrong.
fn is_held(extractor: &Extractor<'_>, claim: &Claim, polarity: Polarity) -> bool {
    if claim.attribution.is_some_and(|Attribution { denied, .. }| denied) {
        return false;
    }
    let clause = matches!(claim.origin, Origin::Clause | Origin::Relative | Origin::Copula);
    // "Did not plead" says nothing; "pleaded not guilty" does, and so does "was not warned".
    let says = claim.polarity == Polarity::Negated
        && !claim.predicate.passive
        && extractor.lexicon.has(&claim.predicate.lemma, Sense::Reporting);
    let finite = clause && claim.predicate.tense.is_finite();
    let so_far = is_so_far(extractor.article, claim);
    let denial = (finite || has_failed(extractor, claim)) && !says && !so_far && claim.subject.is_some();
    polarity == Polarity::Affirmed || denial
}

/// "Failed *to adopt*" denies as "did not adopt" does; "decided not to" tells of what was to come, "are reluctant to" of no
/// day.
fn has_failed(extractor: &Extractor<'_>, claim: &Claim) -> bool {
    let before = claim.predicate.tokens.start.checked_sub(1);
    let ruling = before.and_then(|at| extractor.article.tokens.get(at as usize)).map(|token| token.tag);
    claim.origin == Origin::Participle
        && claim.modality == Modality::Did
        && matches!(ruling, Some(Tag::Vbd | Tag::Vbn))
}

impl Proposition {
    /// Is it told of whom it holds? What a denial is about has to be known in full.
    fn is_clear(&self) -> bool {
        let known = |f: &Filler| f.who.is_some() || !f.words.is_empty() || f.nobody;
        let event = self.predicates.len() > 1;
        match self.polarity {
            // "An explosion", wherever it was.
            Polarity::Affirmed => event || !self.fillers.is_empty(),
            Polarity::Negated => {
                self.fillers.len() > usize::from(self.copular)
                    && self.fillers.iter().all(known)
                    && (event || !self.fillers.iter().any(|filler| filler.nobody))
            }
        }
    }
}
