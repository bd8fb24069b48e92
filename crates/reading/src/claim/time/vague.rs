//! Times without borders: "now", "currently", "recently", "the past", "in the future", "as soon as possible".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, peek, verify};
use nom::sequence::{pair, preceded, terminated};

use super::duration::is_someday;
use super::expression::{Expression, What};
use super::vocabulary::{self, Role, TimeReference, plays};
use crate::article::Tag;
use crate::claim::input::{Input, Parsed, Word, no_match, tag_of, text, text_in, value_of, word};

/// Any time without borders.
pub(super) fn vague(input: Input<'_>) -> Parsed<'_, Expression> {
    alt((phrase, adverb))
        .map(|reference| Expression::new(What::TimeReference(reference)).vague(true))
        .parse(input)
}

/// "as soon as possible", "the past", "the near future", "the short term", "this moment", "the present".
fn phrase(input: Input<'_>) -> Parsed<'_, TimeReference> {
    let soon = (text("as"), text("soon"), text("as"), text("possible")).map(|_| TimeReference::Future);
    // "the future of the harbour" is what becomes of it.
    let own = not(text("of"));
    let future = (opt(text("the")), opt(word(|w| plays(w, Role::Near))), text("future"), ends, own)
        .map(|_| TimeReference::Future);
    let term = (text("the"), word(|w| plays(w, Role::Near)), text("term")).map(|_| TimeReference::Future);
    let past =
        (text("the"), opt(text_in(&["recent", "distant"])), text("past"), ends).map(|_| TimeReference::Past);
    let present = (
        text_in(&["this", "the"]),
        opt(word(|w| plays(w, Role::Pressing))),
        text_in(&["moment", "present"]),
        ends,
    )
        .map(|_| TimeReference::Present);
    // "they seized the moment" tells no time.
    let placed = input.before(1).is_some_and(|w| w.is_any(&["at", "for"]))
        || !input.next().is_some_and(|w| w.is("the"));
    let present = verify(present, |_| placed);
    let later =
        (text("a"), text("later"), text_in(&["date", "time", "stage"])).map(|_| TimeReference::Future);
    let these_days = pair(text("these"), text("days")).map(|_| TimeReference::Present);
    // "the then current price" was current once.
    let then = terminated(pair(text("then"), text("current")), peek(attributed)).map(|_| TimeReference::Past);
    let attribute = terminated(text_in(&["recent", "current"]), peek(attributed))
        .map(|w| if w.is("recent") { TimeReference::Past } else { TimeReference::Present });
    alt((then, attribute, soon, future, term, past, present, these_days, later, someday)).parse(input)
}

/// "(it will) one day (be told)".
fn someday(input: Input<'_>) -> Parsed<'_, TimeReference> {
    let (rest, _) = pair(text("one"), text("day")).parse(input)?;
    if is_someday(input, rest) { Ok((rest, TimeReference::Future)) } else { no_match() }
}

/// A noun that is no unit of time, perhaps behind an adjective or a number: "recent (sharp) advances", "the current
/// (four) routes", not "recent years".
fn attributed(input: Input<'_>) -> Parsed<'_, ()> {
    preceded(
        opt(tag_of(|tag| tag.is_adjective() || tag == Tag::Cd)),
        word(|w| w.tag().is_noun() && vocabulary::unit(w).is_none()),
    )
    .map(|_| ())
    .parse(input)
}

/// The phrase ends here: no noun follows that its last word would modify.
fn ends(input: Input<'_>) -> Parsed<'_, ()> {
    let goes_on = input.next().is_some_and(|w| {
        w.tag().is_noun() || w.tag() == Tag::Cd || w.tag().is_adjective() || vocabulary::unit(w).is_some()
    });
    if goes_on { no_match() } else { Ok((input, ())) }
}

/// "now", "recently", "soon".
fn adverb(input: Input<'_>) -> Parsed<'_, TimeReference> {
    let (rest, (reference, name)) =
        value_of(|w: Word| vocabulary::reference(w).map(|r| (r, w))).parse(input)?;
    let attribute = name.is("future");
    let as_soon = name.is("soon")
        && (input.before(1).is_some_and(|w| w.is_any(&["as", "too", "how"]))
            || rest.next().is_some_and(|w| w.is("after")));
    let noun = name.tag() == Tag::Nnp;
    // "it soon became a habit", "she was soon released": soon after something that is past as well.
    let past = |w: Option<Word>| w.is_some_and(|w| w.tag() == Tag::Vbd);
    let narrated = name.is("soon") && (past(input.before(1)) || past(rest.next()));
    if attribute || as_soon || narrated || (noun && input.before(1).is_some()) {
        no_match()
    } else {
        Ok((rest, reference))
    }
}
