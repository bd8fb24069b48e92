//! Values with what surrounds them: a statement with its value left out.
//!
//! Whether two articles speak of one fact is asked of everything but the value in which they differ. So each amount and
//! each time of an article keeps its surroundings: the words of its sentence, its claim, its neighbours.

use std::cell::RefCell;

use smallvec::SmallVec;

use super::assertion::Locus;
use super::extractor::Extractor;
use super::lemma::Lemma;
use super::referent::Referent;
use crate::article::memo::Memo;
use crate::article::{BlockKind, Tokens};
use crate::claim::act;
use crate::claim::norm::is_norm;
use crate::claim::phrase::is_label;
use crate::claim::quantity::Unit;
use crate::claim::superseded::is_superseded;
use crate::claim::wording::tells_of;
use crate::claim::{ArgumentRole, AttributeKind, Claim, Modality, PhraseKind, Polarity};
use crate::graph::Value;
use crate::lexicon::Sense;
use crate::lexicon::wordnet::WordNet;

/// So many words before it are neighbours.
const NEIGHBOURS: usize = 4;

/// A sentence with the values that it gives.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Passage<Person = Referent> {
    /// Its words with a meaning of their own, in reading order.
    pub(in crate::graph) words: Box<[Near]>,
    /// Its values, in reading order.
    pub(in crate::graph) values: Box<[Signature<Person>]>,
}

/// A word of a passage.
#[derive(Debug, Clone, Copy, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Near {
    /// Its dictionary form, hashed.
    pub(in crate::graph) word: Lemma,
    /// Which word of the sentence it is.
    pub(in crate::graph) at: u16,
    /// Is it a part of a name?
    pub(in crate::graph) name: bool,
    /// How seldom the language has it, in bits.
    pub(in crate::graph) information: u8,
}

/// A value and where it stands in its sentence. Words are hashes of dictionary forms.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Signature<Person = Referent> {
    pub(in crate::graph) value: Value,
    pub(in crate::graph) locus: Locus<Person>,
    /// From which word of the sentence to which.
    pub(in crate::graph) words: (u16, u16),
    /// The noun that is counted or measured.
    pub(in crate::graph) noun: Option<Lemma>,
    /// The predicate of its claim, and the class of that.
    pub(in crate::graph) predicate: Option<Lemma>,
    pub(in crate::graph) class: Option<Lemma>,
    pub(in crate::graph) modality: Modality,
    /// The words right before it, nearest first.
    pub(in crate::graph) before: SmallVec<[Lemma; NEIGHBOURS]>,
    /// Its words as they are written, hashed.
    pub(in crate::graph) written: Lemma,
    /// From where to where its claim and the subject of that run.
    pub(in crate::graph) clause: (u16, u16),
    pub(in crate::graph) owner: (u16, u16),
    /// What the subject is, if it is somebody's or of something: "subsidiary" of "Acme's subsidiary".
    pub(in crate::graph) possessed: Option<Lemma>,
    /// What happened at a time; of other values nothing.
    pub(in crate::graph) act: Box<[u32]>,
    /// The object of its claim: the noun, with how many of it where a number tells.
    pub(in crate::graph) object: Option<(Lemma, Option<Lemma>)>,
}

impl<Person> Passage<Person> {
    /// The same with whoever is meant.
    pub(in crate::graph) fn with<P>(self, meant: impl Fn(Person) -> Option<P> + Copy) -> Passage<P> {
        let values = self.values.into_iter().map(|s| Signature {
            value: s.value,
            locus: s.locus.with(meant),
            words: s.words,
            noun: s.noun,
            predicate: s.predicate,
            class: s.class,
            modality: s.modality,
            before: s.before,
            written: s.written,
            clause: s.clause,
            owner: s.owner,
            possessed: s.possessed,
            act: s.act,
            object: s.object,
        });
        Passage { words: self.words, values: values.collect() }
    }
}

/// The passages of an article that give values, in reading order.
pub(super) fn passages(extractor: &Extractor<'_>) -> Vec<Passage> {
    let mut values = values(extractor);
    values.sort_by_key(|(tokens, ..)| *tokens);
    let mut values = values.into_iter().peekable();
    let mut found = Vec::new();
    for (number, sentence) in (0..).zip(&extractor.article.sentences) {
        let mut here = Vec::new();
        while let Some(value) = values.next_if(|(tokens, ..)| tokens.start < sentence.tokens.end) {
            if sentence.tokens.contains(value.0) {
                here.extend(signature(extractor, number, sentence.tokens, value));
            }
        }
        if !here.is_empty() && sentence.kind != BlockKind::Furniture {
            found.push(Passage { words: words(extractor, sentence.tokens), values: here.into() });
        }
    }
    found
}

/// Pieces of an article in reading order, each up to where it or one before it ends.
struct Cover(Vec<Tokens>);

impl Cover {
    fn of(pieces: impl Iterator<Item = Tokens>) -> Cover {
        let mut pieces: Vec<Tokens> = pieces.collect();
        pieces.sort_unstable();
        let mut end = 0;
        for piece in &mut pieces {
            end = piece.end.max(end);
            piece.end = end;
        }
        Cover(pieces)
    }

    /// Do they lie inside one of the pieces?
    fn contains(&self, tokens: Tokens) -> bool {
        let begun = self.0.partition_point(|piece| piece.start <= tokens.start);
        let last = begun.checked_sub(1).and_then(|at| self.0.get(at));
        last.is_some_and(|piece| tokens.end <= piece.end)
    }
}

/// Every amount and every time: its words, what it is, and the noun that is counted.
fn values(extractor: &Extractor<'_>) -> Vec<(Tokens, Value, Option<Lemma>)> {
    let Extractor { article, reading, lexicon, .. } = extractor;
    let timed = |tokens: Tokens| {
        let at = reading.times.partition_point(|t| t.tokens.end <= tokens.start);
        reading.times.get(at).is_some_and(|t| t.tokens.overlaps(tokens))
    };
    let ages = reading.attributes.iter().filter(|a| a.kind == AttributeKind::Age);
    let ages = Cover::of(ages.map(|a| a.tokens));
    let mut found: Vec<(Tokens, Value, Option<Lemma>)> = Vec::new();
    for phrase in &reading.phrases {
        let Some(amount) = phrase.amount.as_ref().filter(|a| !timed(a.tokens)) else { continue };
        let known = found.iter().rev().take(8).any(|(tokens, ..)| *tokens == amount.tokens);
        if known || is_label(article, phrase, amount, lexicon) {
            continue;
        }
        let mut quantity = amount.quantity.clone();
        let counted = quantity.unit.counted().map(|noun| Lemma::of(noun));
        let head = || {
            let head = article.tokens.get(phrase.head as usize)?;
            let noun = matches!(phrase.kind, PhraseKind::Common | PhraseKind::Name);
            (noun && head.tag.is_noun()).then(|| Lemma::of(&head.lemma))
        };
        let noun = counted.or_else(head);
        if ages.contains(amount.tokens) {
            quantity.unit = Unit::Age;
        }
        found.push((amount.tokens, Value::from(quantity), noun));
    }
    for time in &reading.times {
        match &time.length {
            Some(length) => found.push((time.tokens, Value::from(length.clone()), None)),
            None if time.is_dated() => {
                found.push((time.tokens, Value::from(time.when), None));
            }
            None => {}
        }
    }
    found
}

fn signature(
    extractor: &Extractor<'_>,
    number: u32,
    sentence: Tokens,
    (tokens, value, noun): (Tokens, Value, Option<Lemma>),
) -> Option<Signature> {
    let article = extractor.article;
    let claim = governing(extractor, number, tokens);
    // "Police said on Thursday": when it was said, which each report may have heard at another time. But "revealed the watch
    // on Thursday".
    let thing =
        |c: &Claim| c.arguments.iter().any(|a| a.role == ArgumentRole::Object && !a.phrases.is_empty());
    let saying = claim.is_some_and(|c| extractor.lexicon.has(&c.predicate.lemma, Sense::Reporting));
    let said = saying && !claim.is_some_and(thing);
    // When something did not happen is no time at which it did.
    let denied = claim.is_some_and(|c| c.polarity == Polarity::Negated);
    if (said || denied) && matches!(value, Value::Time(_)) || claim.is_some_and(|c| is_superseded(article, c))
    {
        return None;
    }
    let act: Box<[u32]> = match value {
        Value::Time(_) => act::act(article, extractor.reading, claim, sentence, tokens).into_vec().into(),
        _ => Box::default(),
    };
    let lemma = |at: u32| article.tokens.get(at as usize).map(|t| Lemma::of(&t.lemma));
    let before = (sentence.start..tokens.start).rev().take(NEIGHBOURS).filter_map(lemma).collect();
    let clause = claim.map_or(sentence, |c| {
        let arguments = c.subject.iter().chain(&c.arguments).map(|a| a.tokens);
        arguments.fold(c.predicate.tokens.to(tokens), Tokens::to)
    });
    let owner = claim.and_then(|c| c.subject.as_ref()).map_or(Tokens::default(), |a| a.tokens);
    let at = |token: u32| token.saturating_sub(sentence.start).min(u32::from(u16::MAX)) as u16;
    Some(Signature {
        value,
        locus: extractor.standing(tokens),
        words: (at(tokens.start), at(tokens.end)),
        noun,
        predicate: claim.map(|c| Lemma::of(&c.predicate.lemma)),
        class: claim
            .filter(|_| !saying)
            .and_then(|c| c.predicate.class)
            .map(|class| Lemma::of(&extractor.lexicon.class(class).name)),
        modality: claim.map_or(Modality::Did, |c| modality(extractor, c)),
        before,
        written: Lemma::of(&article.phrase(tokens).to_lowercase()),
        clause: (at(clause.start), at(clause.end)),
        owner: (at(owner.start), at(owner.end)),
        possessed: claim.and_then(|claim| possessed(extractor, claim)),
        act,
        object: claim.and_then(|claim| object(extractor, claim)),
    })
}

/// How far a claim commits itself to its values: those that are set may be kept or not.
fn modality(extractor: &Extractor<'_>, claim: &Claim) -> Modality {
    let set = claim.modality == Modality::Did && is_norm(extractor.article, extractor.reading, claim);
    if set { Modality::May } else { claim.modality }
}

/// What a subject is that is somebody's or of something.
fn possessed(extractor: &Extractor<'_>, claim: &Claim) -> Option<Lemma> {
    let Extractor { article, reading, .. } = extractor;
    let phrase = reading.phrase(*claim.subject.as_ref()?.phrases.first()?);
    phrase.possessor?;
    article.tokens.get(phrase.head as usize).map(|head| Lemma::of(&head.lemma))
}

/// What an act is done to: the noun, with how many of it.
fn object(extractor: &Extractor<'_>, claim: &Claim) -> Option<(Lemma, Option<Lemma>)> {
    let phrase = extractor.reading.phrase(act::object(claim)?);
    let head = extractor.article.tokens.get(phrase.head as usize)?;
    let amount =
        phrase.amount.as_ref().map(|a| Lemma::of(&extractor.article.phrase(a.tokens).to_lowercase()));
    Some((Lemma::of(&head.lemma), amount))
}

/// The claim whose argument some tokens stand in, the narrowest if there are several.
fn governing<'a>(extractor: &Extractor<'a>, sentence: u32, tokens: Tokens) -> Option<&'a Claim> {
    let reading = extractor.reading;
    let size = |claim: &&Claim| {
        let arguments = claim.subject.iter().chain(&claim.arguments).map(|a| a.tokens);
        let time = claim.time.map(|time| reading.time(time).tokens).filter(|time| *time == tokens);
        arguments.filter(|a| a.contains(tokens)).chain(time).map(Tokens::len).min()
    };
    let claims = reading.in_sentence(sentence).iter();
    claims.filter(|claim| size(claim).is_some()).min_by_key(size)
}

/// The words of a sentence that have a meaning of their own.
fn words(extractor: &Extractor<'_>, sentence: Tokens) -> Box<[Near]> {
    let Extractor { article, reading, lexicon, .. } = extractor;
    let first = reading.times.partition_point(|t| t.tokens.end <= sentence.start);
    let mut times = reading.times.get(first..).unwrap_or_default().iter().map(|t| t.tokens).peekable();
    let tokens = article.tokens.get(sentence.range()).unwrap_or_default();
    let mut found = Vec::new();
    for (at, token) in (sentence.start..).zip(tokens) {
        while times.next_if(|t| t.end <= at).is_some() {}
        let timely = times.peek().is_some_and(|t| t.start <= at);
        if !timely && tells_of(token, lexicon) {
            let name = token.tag.is_name();
            let information = information(&token.lemma);
            found.push(Near {
                word: Lemma::of(&token.lemma),
                at: (at - sentence.start) as u16,
                name,
                information,
            });
        }
    }
    found.into()
}

/// How seldom the language has a word, in bits.
pub(super) fn information(lemma: &str) -> u8 {
    thread_local! { static KNOWN: RefCell<Memo<u8, 2048>> = const { RefCell::new(Memo::new()) } }
    KNOWN.with_borrow_mut(|known| known.of(lemma, 0, || WordNet::built_in().information(lemma) as u8))
}

#[cfg(test)]
mod tests;
