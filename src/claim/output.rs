//! Claims as words: subject, predicate and arguments as a reader would write them.

use super::{Argument, ArgumentRole, Claim, Origin};
use crate::article::Article;
use crate::lexicon::Lexicon;

/// The words of a claim: subject, predicate, arguments. A preposition goes with its argument.
pub fn tuple(article: &Article, lexicon: &Lexicon, claim: &Claim) -> (String, String, Vec<String>) {
    let subject = claim.subject.as_ref().map(|s| article.phrase(s.tokens).to_owned()).unwrap_or_default();
    let arguments = claim.arguments.iter().map(|a| argument(article, a)).collect();
    let predicate =
        if is_region(article, lexicon, claim) { "is in".to_owned() } else { predicate(article, claim) };
    (subject, predicate, arguments)
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
