//! Claims as words: subject, predicate and arguments as a reader would write them.

use super::{Argument, ArgumentRole, Claim, Origin, Reading, Tense};
use crate::article::{Article, Tokens};
use crate::lexicon::Lexicon;

/// A claim as words.
#[derive(Debug, Clone, PartialEq)]
pub struct Tuple {
    /// Who or what; empty where nobody is named.
    pub subject: String,
    /// The verbs, with the adverbs in front: "later tried to leave".
    pub predicate: String,
    /// Objects, complements and adjuncts; a preposition goes with its argument.
    pub arguments: Vec<String>,
    /// How sure the grammar is, from 0 to 1.
    pub confidence: f32,
}

/// The claims of a sentence as words. What is "tried to" and what is done are told in one: "tried to leave".
pub fn tuples(article: &Article, lexicon: &Lexicon, reading: &Reading, sentence: u32) -> Vec<Tuple> {
    let claims = reading.in_sentence(sentence);
    let governs_one = |outer: &&Claim| claims.iter().any(|inner| is_governed(article, inner, outer));
    let told = claims.iter().filter(|claim| !governs_one(claim));
    told.map(|claim| tuple(article, lexicon, claim, claims)).collect()
}

fn tuple(article: &Article, lexicon: &Lexicon, claim: &Claim, beside: &[Claim]) -> Tuple {
    // The chain of verbs above, each governed by the next: a verb stands in front of what it governs.
    let mut chain = vec![claim];
    while let Some(outer) =
        chain.last().and_then(|inner| beside.iter().find(|c| is_governed(article, inner, c)))
    {
        chain.push(outer);
    }
    let outer = chain.last().copied().unwrap_or(claim);
    let verbs = outer.predicate.tokens.to(claim.predicate.tokens);
    let verbs = with_adverbs(article, verbs, outer.subject.as_ref());
    let own = |a: &&Argument| !verbs.contains(a.tokens);
    let arguments = chain.iter().rev().flat_map(|c| &c.arguments);
    let arguments = arguments.filter(|a| !chain.iter().any(|c| is_clause_of(a, c))).filter(own);
    Tuple {
        subject: outer.subject.as_ref().map(|s| article.phrase(s.tokens).to_owned()).unwrap_or_default(),
        predicate: if is_region(article, lexicon, claim) {
            "is in".to_owned()
        } else if claim.origin == Origin::Apposition {
            predicate(article, claim)
        } else {
            article.phrase(verbs).to_owned()
        },
        arguments: arguments.map(|a| argument(article, a)).collect(),
        confidence: outer.confidence,
    }
}

/// "tried | to leave", "is able | to pay", "began | building": does the one verb stand right behind the other, or behind
/// nothing but its adverbs and its adjective?
fn is_governed(article: &Article, inner: &Claim, outer: &Claim) -> bool {
    let (verb, above) = (inner.predicate.tokens, outer.predicate.tokens);
    if inner.origin == Origin::Apposition || outer.origin == Origin::Nominal || above.end > verb.start {
        return false;
    }
    if inner.predicate.tense == Tense::Gerund {
        let same =
            outer.subject.as_ref().zip(inner.subject.as_ref()).is_some_and(|(o, i)| o.tokens == i.tokens);
        return above.end == verb.start && inner.origin == Origin::Participle && same;
    }
    let adjective = |a: &&Argument| a.role == ArgumentRole::Complement && a.phrases.is_empty();
    let adjective = outer.arguments.iter().filter(adjective).find(|a| a.tokens.end == verb.start);
    let between = Tokens { start: above.end, end: adjective.map_or(verb.start, |a| a.tokens.start) };
    inner.predicate.tense == Tense::Infinitive
        && outer.arguments.iter().any(|a| is_clause_of(a, inner))
        && between.range().all(|at| article.tokens.get(at).is_some_and(|t| t.tag.is_adverb()))
}

/// Is the argument the clause of this claim?
fn is_clause_of(argument: &Argument, claim: &Claim) -> bool {
    argument.role == ArgumentRole::Clause && argument.tokens.start == claim.predicate.tokens.start
}

/// "often refers": a verb with the adverbs right in front of it, as far as the subject.
fn with_adverbs(article: &Article, verb: Tokens, subject: Option<&Argument>) -> Tokens {
    let floor = subject.map_or(verb.start, |s| s.tokens.end);
    let adverb = |at: &u32| article.tokens.get(*at as usize).is_some_and(|t| t.tag.is_adverb());
    let start = (floor..verb.start).rev().take_while(adverb).last().unwrap_or(verb.start);
    Tokens { start, ..verb }
}

/// The words of the predicate: the verb group, or "is" where an apposition stands for it.
pub fn predicate(article: &Article, claim: &Claim) -> String {
    if claim.origin == Origin::Apposition {
        return "is".to_owned();
    }
    article.phrase(claim.predicate.tokens).to_owned()
}

fn argument(article: &Article, argument: &Argument) -> String {
    let words = article.phrase(argument.tokens);
    match &argument.role {
        ArgumentRole::Oblique(preposition) => format!("{preposition} {words}"),
        _ => words.to_owned(),
    }
}

/// "Lyon, France": does a place stand beside another one, in which it lies?
fn is_region(article: &Article, lexicon: &Lexicon, claim: &Claim) -> bool {
    let [argument] = claim.arguments.as_slice() else { return false };
    let place = |tokens| lexicon.likeliest_place(article.phrase(tokens)).is_some();
    let beside = claim.origin == Origin::Apposition && argument.role == ArgumentRole::Complement;
    beside && place(argument.tokens)
}

#[cfg(test)]
mod tests;
