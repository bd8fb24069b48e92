//! Names that are made of words of time: "Good Evening Today", the programme "90 Minutes".

use super::expression::{Anchor, Anchored, Expression, Fields, What};
use super::vocabulary::{self, Known, Role, Sense, plays};
use crate::claim::input::{Input, Word};

/// Does a capital letter where the language has none show that what was read is a piece of a name? Months, weekdays,
/// seasons and feasts always have theirs, a headline may have them everywhere, and "Today" may begin a sentence in a
/// quotation.
pub(super) fn is_title(input: Input<'_>, rest: Input<'_>, expression: &Expression) -> bool {
    if names_paper(input, rest, expression) {
        return true;
    }
    use Anchored::{Around, From};
    let feast = |anchor: &Anchor| matches!(anchor, Anchor::Holiday(..));
    match &expression.what {
        What::Holiday(..) => return false,
        What::Anchored(Around { anchor, .. } | From { anchor, .. }) if feast(anchor) => return false,
        _ => {}
    }
    let length = (rest.at() - input.at()) as usize;
    let named = |ahead: usize| input.peek(ahead).is_some_and(is_common) && follows_capital(input, ahead);
    (0..length).any(named) && !is_headline(input)
}

/// "The Sunday Times", "the Saturday Evening Post", "the Mail on Sunday", "Bloody Sunday": is the weekday a piece of a name?
fn names_paper(input: Input<'_>, rest: Input<'_>, expression: &Expression) -> bool {
    let weekday = input.next().is_some_and(|w| vocabulary::weekday(w).is_some());
    if !weekday || !matches!(expression.what, What::Fields(Fields { part: None, day: None, .. })) {
        return false;
    }
    let named = |w: Option<Word<'_>>, role| w.is_some_and(|w| capital(w) && plays(w, role));
    let on = input.before(1).is_some_and(|w| w.is("on")) && input.before(3).is_some_and(|w| w.is("the"));
    // "on Sunday Times Square was full"
    const PLACING: &[&str] = &["on", "last", "next", "this", "until", "by", "since"];
    let placed = input.before(1).is_some_and(|w| w.is_any(PLACING));
    let paper = named(rest.next(), Role::Paper) && !placed && !is_headline(input);
    paper || named(input.before(1), Role::Epithet) || (on && named(input.before(2), Role::PaperOn))
}

/// A capital in front of a word of time that has none by itself.
fn is_common(word: Word<'_>) -> bool {
    let common = |sense: &Sense| {
        matches!(sense, Sense::Unit(_) | Sense::Clock(_) | Sense::Day(_) | Sense::TimeReference(_))
    };
    capital(word) && vocabulary::weekday(word).is_none() && word.senses().iter().any(common)
}

/// Does the word before have a capital or digits as well, so that no sentence begins here?
fn follows_capital(input: Input<'_>, ahead: usize) -> bool {
    let before = if ahead > 0 { input.peek(ahead - 1) } else { input.before(1) };
    let number = |w: Word<'_>| w.text().starts_with(|c: char| c.is_ascii_digit());
    // "Harbour Co. Today": the full stop may end a sentence.
    before.is_some_and(|w| (capital(w) || number(w)) && !w.text().ends_with('.'))
}

/// Are nearly all words around it written with a capital, and does no full stop end them?
fn is_headline(input: Input<'_>) -> bool {
    const AROUND: usize = 12;
    let before = || (1..=AROUND).filter_map(|n| input.before(n));
    let around = || before().chain((0..AROUND).filter_map(|n| input.peek(n)));
    if around().any(|w| w.is(".")) {
        return false;
    }
    let (mut capitals, mut others) = (0, 0);
    for word in around().filter(|w| w.text().starts_with(char::is_alphabetic)) {
        if capital(word) { capitals += 1 } else { others += 1 }
    }
    capitals > 2 * others
}

fn capital(word: Word<'_>) -> bool {
    word.text().starts_with(char::is_uppercase)
}
