//! The words that tell of an event or a state, each with what fills its roles.
//!
//! Claims are made by clauses and by nouns of the vocabulary's classes; a trigger (the term of the ACE guidelines) is any
//! word that tells of something happening, whatever its class: verbs but for auxiliaries, and the nouns and adjectives
//! that are [`eventive`].

use smallvec::SmallVec;

use super::{Argument, ArgumentRole, Claim, Reading};
use crate::article::{Article, Tag, Token, Tokens, lemma};
use crate::lexicon::wordnet::{Meaning, Part, WordNet};
use crate::symbol::Sym;

pub mod eventive;

/// Verbs that mostly help others.
const HELPING: [&str; 2] = ["have", "do"];
/// So many words may stand between a verb and the one that helps it.
const HELPED_WITHIN: usize = 3;
/// Behind a noun that tells of an event they lead to those who take part.
const LEADING: [&str; 6] = ["of", "by", "in", "at", "against", "on"];
/// So many words behind such a preposition are looked at, and so many nouns before the trigger.
const PHRASE: usize = 7;
const BEFORE: usize = 3;
/// Endings of verbs that also make adjectives and what headlines write with a capital.
const FORMS: [Tag; 4] = [Tag::Vbn, Tag::Vbg, Tag::Vbz, Tag::Vbp];

/// Whether a noun or an adjective with some features tells of an event or a state.
pub type Tells<'t> = &'t (dyn Fn(&[f64; eventive::FEATURES]) -> bool + Sync);

/// A word that tells of an event or a state.
#[derive(Debug, Clone, PartialEq)]
pub struct Trigger {
    /// The word.
    pub token: u32,
    /// All of the predicate, where it is one of a claim.
    pub tokens: Tokens,
    /// Its dictionary form: of a participle, its verb's.
    pub lemma: Sym,
    /// What it means as.
    pub part: Part,
    /// Its sentence, as an index into the article's; nothing outside of all.
    pub sentence: Option<u32>,
    /// The claim that it is the predicate of, as an index into the reading's.
    pub claim: Option<u32>,
    /// Who did it, and to whom or what it was done.
    pub subject: Option<Filler>,
    /// The same of its object.
    pub object: Option<Filler>,
    /// The heads of all that belongs to it, but the subject.
    pub arguments: SmallVec<[u32; 4]>,
}

/// What fills a role: its head, and all its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filler {
    /// The word that says who or what it is.
    pub head: u32,
    /// With what describes it.
    pub tokens: Tokens,
}

/// The triggers of an article, in reading order. `tells` decides on nouns and adjectives by their features.
pub fn triggers(article: &Article, reading: &Reading, tells: Tells<'_>) -> Vec<Trigger> {
    let mut sentences = vec![None; article.tokens.len()];
    for (number, sentence) in (0..).zip(&article.sentences) {
        sentences.get_mut(sentence.tokens.range()).into_iter().flatten().for_each(|s| *s = Some(number));
    }
    let mut found = Vec::new();
    for at in 0..article.tokens.len() {
        let sentence = sentences.get(at).copied().flatten();
        let claim = predicate_at(reading, at as u32, sentence);
        let Some((lemma, part, meaning)) = word(article, at) else { continue };
        let told = match part {
            Part::Verb => !is_auxiliary(&article.tokens, at),
            Part::Noun | Part::Adjective => tells(&eventive_features(article, at, &lemma, &meaning)),
        };
        if told || claim.is_some_and(|(_, claim)| claim.predicate.class.is_some()) {
            found.push(trigger(article, reading, at, (lemma, part, sentence), claim));
        }
    }
    found
}

/// The features by which it is told whether a noun or an adjective tells of an event.
pub fn eventive_features(
    article: &Article,
    at: usize,
    lemma: &str,
    meaning: &Meaning,
) -> [f64; eventive::FEATURES] {
    let tag = article.tokens.get(at).map_or(Tag::Nn, |token| token.tag);
    let of_behind = article.tokens.get(at + 1).is_some_and(|next| next.lemma == "of");
    eventive::features(lemma, tag, meaning, of_behind)
}

/// What a word means, and as which part of speech. A participle that stands as an adjective, and a verb that a headline
/// writes with a capital, mean what their verb does.
pub fn word(article: &Article, at: usize) -> Option<(Sym, Part, Meaning)> {
    let token = article.tokens.get(at)?;
    let part = eventive::part(token.tag)?;
    let wordnet = WordNet::built_in();
    let meaning = wordnet.meaning(&token.lemma, part);
    let as_verb = part == Part::Adjective || meaning.word.is_none();
    if as_verb && part != Part::Verb {
        for form in FORMS {
            let verb = lemma::lemma(&article.word(token).to_lowercase(), form);
            let own = wordnet.meaning(&verb, Part::Verb);
            if verb != token.lemma && !own.synsets.is_empty() {
                return Some((verb, Part::Verb, own));
            }
        }
    }
    Some((token.lemma.clone(), part, meaning))
}

/// Does a verb only help another, or say no more than that something is?
fn is_auxiliary(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return true };
    let behind = || tokens.iter().skip(at + 1).take(HELPED_WITHIN);
    token.lemma == "be"
        || HELPING.iter().any(|verb| token.lemma == *verb)
            && behind().any(|next| eventive::part(next.tag) == Some(Part::Verb))
}

/// The claim whose predicate a word carries.
fn predicate_at(reading: &Reading, at: u32, sentence: Option<u32>) -> Option<(u32, &Claim)> {
    let sentence = sentence?;
    let from = reading.claims.partition_point(|claim| claim.sentence < sentence);
    let own = (0..).zip(&reading.claims).skip(from).take_while(|(_, claim)| claim.sentence == sentence);
    own.into_iter().find(|(_, claim)| claim.predicate.head == at && !claim.predicate.tokens.is_empty())
}

fn trigger(
    article: &Article,
    reading: &Reading,
    at: usize,
    (lemma, part, sentence): (Sym, Part, Option<u32>),
    claim: Option<(u32, &Claim)>,
) -> Trigger {
    let mut trigger = Trigger {
        token: at as u32,
        tokens: claim.map_or(Tokens::new(at, at + 1), |(_, claim)| claim.predicate.tokens),
        lemma,
        part,
        sentence,
        claim: claim.map(|(number, _)| number),
        subject: None,
        object: None,
        arguments: SmallVec::new(),
    };
    match claim {
        Some((_, claim)) => of_claim(&mut trigger, reading, claim),
        None if part == Part::Noun => of_noun(&mut trigger, article),
        None => {}
    }
    trigger
}

/// The fillers that the grammar found.
fn of_claim(trigger: &mut Trigger, reading: &Reading, claim: &Claim) {
    let filler = |argument: &Argument| {
        let head = argument.phrases.first().map(|id| reading.phrase(*id).head);
        head.map(|head| Filler { head, tokens: argument.tokens })
    };
    let subject = claim.subject.as_ref().and_then(filler);
    let object = claim.arguments.iter().find(|a| a.role == ArgumentRole::Object).and_then(filler);
    (trigger.subject, trigger.object) =
        if claim.predicate.passive && object.is_none() { (None, subject) } else { (subject, object) };
    trigger.arguments.extend(claim.arguments.iter().filter_map(filler).map(|filler| filler.head));
}

/// The fillers around a noun: "the Lund office raid by police", "the arrest of two men".
fn of_noun(trigger: &mut Trigger, article: &Article) {
    let at = trigger.token as usize;
    let (before, behind) = article.tokens.split_at(at);
    let nouns = before
        .iter()
        .rev()
        .take(BEFORE)
        .take_while(|token| eventive::part(token.tag).is_some() || token.tag == Tag::Pos);
    let nouns = (0..at as u32).rev().zip(nouns).filter(|(_, token)| is_noun(token));
    trigger.arguments.extend(nouns.map(|(number, _)| number));

    let Some(preposition) = behind.get(1).and_then(|next| LEADING.iter().find(|p| next.lemma == **p)) else {
        return;
    };
    let in_phrase = |token: &&Token| {
        is_noun(token) || matches!(token.tag, Tag::Jj | Tag::Cd | Tag::Dt | Tag::Prp | Tag::PRPS | Tag::Pos)
    };
    let length = behind.iter().skip(2).take(PHRASE).take_while(in_phrase).count();
    let tokens = Tokens::new(at + 2, at + 2 + length);
    let head = tokens.range().rev().find(|at| article.tokens.get(*at).is_some_and(is_noun));
    let Some(head) = head.map(|head| head as u32) else { return };
    match *preposition {
        "of" => trigger.object = Some(Filler { head, tokens }),
        "by" => trigger.subject = Some(Filler { head, tokens }),
        _ => {}
    }
    trigger.arguments.push(head);
}

fn is_noun(token: &Token) -> bool {
    matches!(token.tag, Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps)
}

#[cfg(test)]
mod tests;
