//! The parsers that everything else is built from: each takes one word and looks at its text, lemma or tag.

use nom::Parser;

use super::{Input, NoMatch, Parsed, Word};
use crate::article::{Tag, Tokens};

/// Fails: for parsers written by hand.
///
/// ```
/// use gainsay_reading::claim::input::{no_match, reading, Input, Parsed, Word};
///
/// /// The last word of the input.
/// fn last(input: Input<'_>) -> Parsed<'_, Word<'_>> {
///     if input.len() == 1 { gainsay_reading::claim::input::any(input) } else { no_match() }
/// }
/// reading("Rain fell.", |input| assert!(last(input).is_err() && last(input.skip(2)).is_ok()));
/// ```
pub fn no_match<'a, T>() -> Parsed<'a, T> {
    Err(nom::Err::Error(NoMatch))
}

/// One token that passes a test.
///
/// ```
/// use gainsay_reading::claim::input::{reading, word};
/// reading("Rain fell.", |input| {
///     let (rest, long) = word(|w| w.text().len() > 3)(input).unwrap();
///     assert_eq!((long.text(), rest.len()), ("Rain", 2));
/// });
/// ```
pub fn word<'a>(test: impl Fn(Word<'a>) -> bool) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    move |input| match input.next() {
        Some(word) if test(word) => Ok((input.skip(1), word)),
        _ => no_match(),
    }
}

/// Any one token.
///
/// ```
/// use gainsay_reading::claim::input::{any, reading};
/// reading("Rain fell.", |input| assert_eq!(any(input).unwrap().1.text(), "Rain"));
/// ```
pub fn any(input: Input<'_>) -> Parsed<'_, Word<'_>> {
    word(|_| true)(input)
}

/// A token that is written so, in whatever case: `text("the")`.
///
/// ```
/// use gainsay_reading::claim::input::{reading, text};
/// reading("The rain fell.", |input| assert_eq!(text("the")(input).unwrap().1.text(), "The"));
/// ```
pub fn text<'a>(text: &'static str) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    word(move |w| w.is(text))
}

/// A token that is written as one of these, in whatever case: `text_in(&["in", "on"])`.
///
/// ```
/// use gainsay_reading::claim::input::{reading, text_in};
/// reading("On Monday it rained.", |input| {
///     assert_eq!(text_in(&["in", "on"])(input).unwrap().0.next().unwrap().text(), "Monday");
/// });
/// ```
pub fn text_in<'a>(texts: &'static [&'static str]) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    word(move |w| w.is_any(texts))
}

/// A token with this dictionary form: `lemma("say")`.
///
/// ```
/// use gainsay_reading::claim::input::{lemma, reading};
/// reading("They said so.", |input| assert_eq!(lemma("say")(input.skip(1)).unwrap().1.text(), "said"));
/// ```
pub fn lemma<'a>(lemma: &'static str) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    word(move |w| w.lemma() == lemma)
}

/// A token with this tag: `tagged(Tag::Cd)`.
///
/// ```
/// use gainsay_reading::article::Tag;
/// use gainsay_reading::claim::input::{reading, tagged};
/// reading("Four ships sank.", |input| assert_eq!(tagged(Tag::Cd)(input).unwrap().1.text(), "Four"));
/// ```
pub fn tagged<'a>(tag: Tag) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    word(move |w| w.tag() == tag)
}

/// A token whose tag passes a test: `tag_of(Tag::is_noun)`.
///
/// ```
/// use gainsay_reading::article::Tag;
/// use gainsay_reading::claim::input::{reading, tag_of};
/// reading("Four ships sank.", |input| {
///     assert_eq!(tag_of(Tag::is_noun)(input.skip(1)).unwrap().1.text(), "ships");
/// });
/// ```
pub fn tag_of<'a>(test: impl Fn(Tag) -> bool) -> impl Fn(Input<'a>) -> Parsed<'a, Word<'a>> {
    word(move |w| test(w.tag()))
}

/// A token that a table gives a value: `value_of(|w| months.get(&w.lemma()).copied())`.
///
/// ```
/// use gainsay_reading::claim::input::{reading, value_of};
/// let ships = reading("12 ships sank.", |input| {
///     value_of(|w| w.text().parse::<u32>().ok())(input).unwrap().1
/// });
/// assert_eq!(ships, 12);
/// ```
pub fn value_of<'a, T>(look_up: impl Fn(Word<'a>) -> Option<T>) -> impl Fn(Input<'a>) -> Parsed<'a, T> {
    move |input| match input.next().and_then(&look_up) {
        Some(value) => Ok((input.skip(1), value)),
        None => no_match(),
    }
}

/// What another parser gives, with the tokens that it read.
///
/// ```
/// use gainsay_reading::article::Tag;
/// use gainsay_reading::claim::input::{reading, spanned, tag_of};
/// use nom::multi::many0_count;
/// reading("Four cargo ships sank.", |input| {
///     let (_, (tokens, count)) = spanned(many0_count(tag_of(Tag::is_noun)))(input.skip(1)).unwrap();
///     assert_eq!((tokens.start, tokens.end, count), (1, 3, 2));
/// });
/// ```
pub fn spanned<'a, P>(mut parser: P) -> impl FnMut(Input<'a>) -> Parsed<'a, (Tokens, P::Output)>
where
    P: Parser<Input<'a>, Error = NoMatch>,
{
    move |input| {
        let (rest, value) = parser.parse(input)?;
        Ok((rest, (input.until(&rest), value)))
    }
}
