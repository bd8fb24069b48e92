//! Amounts of several parts: "6 feet 6 inches", "5'11"", "11 stone 4 pounds", "two hours and 15 minutes"; shares of a whole: "one
//! in five", "two thirds of", "half the".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{pair, preceded, terminated};

use super::grouping::joins;
use super::number::number;
use super::{Bound, Quantity, Unit};
use crate::article::Tag;
use crate::article::fold::fold;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of};
use crate::claim::time_word;
use crate::lexicon::{Lexicon, Sense, UnitId};

/// "5'11"", "6′ 2″", "5'".
pub(super) fn feet_and_inches(input: Input<'_>) -> Parsed<'_, Quantity> {
    let digit = value_of(|w: Word<'_>| {
        w.text().bytes().all(|b| b.is_ascii_digit()).then(|| w.text().parse().ok())?
    });
    let Some(first) = input.next() else { return no_match() };
    let (rest, feet): (_, f64) = digit(input)?;
    let (rest, mark) = text_in(&["'", "’", "′"])(rest)?;
    let Some(second) = rest.next() else { return no_match() };
    let (rest, inches) = verify(digit, |n| *n < 12.0).parse(rest)?;
    let (rest, close) = text_in(&["\"", "”", "″", "''", "’’"])(rest)?;
    if !(joins(first, mark) && joins(mark, second) && joins(second, close)) {
        return no_match();
    }
    let Some(foot) = unit_called("foot", input.lexicon()).map(|id| input.lexicon().unit(id).name.clone())
    else {
        return no_match();
    };
    let amount = feet + inches / 12.0;
    Ok((rest, Quantity { amount, bound: Bound::Exactly, unit: Unit::Measure(foot) }))
}

fn unit_called(name: &str, lexicon: &Lexicon) -> Option<UnitId> {
    lexicon.look_up(name).unit
}

/// What a smaller unit of the same kind adds to an amount, in the first unit: "(6 feet) 6 inches", "(two hours) and 15
/// minutes".
pub(super) fn further_part(input: Input<'_>, first: Option<UnitId>) -> Parsed<'_, f64> {
    let lexicon = input.lexicon();
    let Some(larger) = first.map(|id| lexicon.unit(id)) else { return no_match() };
    let (rest, more) = preceded(opt(text_in(&["and", ","])), number).parse(input)?;
    let inches = |w: Word<'_>| w.is("in") && larger.name == "foot";
    let unit = value_of(|w: Word<'_>| if inches(w) { unit_called("inch", lexicon) } else { w.known().unit });
    let (rest, smaller) = unit(rest)?;
    let smaller = lexicon.unit(smaller);
    let added = more * smaller.factor / larger.factor;
    let fits = smaller.dimension == larger.dimension
        && smaller.factor < larger.factor
        && added < 1.0
        && matches!(smaller.dimension.as_str(), "length" | "mass" | "time" | "duration");
    if fits { Ok((rest, added)) } else { no_match() }
}

/// "(three dollars) *and 50 cents*", "(two pounds) *60 pence*": hundredths of the money.
pub(super) fn hundredths(input: Input<'_>) -> Parsed<'_, f64> {
    let small = |n: &f64| n.fract() == 0.0 && (1.0..100.0).contains(n);
    let (rest, more) = preceded(opt(text("and")), verify(number, small)).parse(input)?;
    text_in(&["cent", "cents", "penny", "pence"]).map(|_| more / 100.0).parse(rest)
}

/// "one *in five*", "nine *out of 10*", "one *of every four*": a share, and no count. `input` is where the part begins,
/// `rest` what is behind it.
pub(super) fn ratio<'a>(input: Input<'a>, part: f64, rest: Input<'a>) -> Parsed<'a, Quantity> {
    // "No. 1 in 50 countries"
    let money = input.next().is_some_and(|w| w.tag() == Tag::Currency);
    if money || input.before(1).is_some_and(|w| w.is_any(&["no.", "number", "ranked", "#"])) {
        return no_match();
    }
    let out_of = (text("out"), text("of")).map(|_| ());
    let of_every = (text_in(&["of", "in", "out"]), text_in(&["every", "each"])).map(|_| ());
    let (rest, ()) = alt((out_of, of_every, text("in").map(|_| ()))).parse(rest)?;
    let (rest, whole) = number(rest)?;
    let whole_numbers = part.fract() == 0.0 && whole.fract() == 0.0;
    let inside = rest.next().is_none_or(|w| {
        w.known().unit.is_none()
            && !w.tag().is_name()
            && (time_word::unit(w).is_none() && time_word::month(w).is_none())
    });
    if !(whole_numbers && part >= 1.0 && part < whole && whole <= 1000.0 && inside) {
        return no_match();
    }
    Ok((rest, as_percent(part / whole)))
}

/// "two thirds of", "three quarters of": a share of a whole, and no count.
pub(super) fn counted_fraction(input: Input<'_>) -> Parsed<'_, f64> {
    let part = value_of(|w: Word<'_>| match w.text() {
        "thirds" => Some(3.0),
        "quarters" => Some(4.0),
        "fifths" => Some(5.0),
        "tenths" => Some(10.0),
        _ => None,
    });
    let (rest, (above, below)) = pair(number, part).parse(input)?;
    // "won two quarters": there is a whole of which they are parts.
    let whole = rest.next().is_some_and(|w| w.is("of") || w.is("majority"));
    if above < below && whole { Ok((rest, above / below)) } else { no_match() }
}

/// "two-thirds", "three-quarters", "half of": a share of a whole.
pub(super) fn hyphenated_fraction(input: Input<'_>) -> Parsed<'_, f64> {
    let fraction = value_of(|w: Word<'_>| {
        w.split_at_hyphen()?;
        let written = fold(w.text(), |lower| input.lexicon().entry(lower));
        written.filter(|e| e.senses.has(Sense::Fraction)).map(|e| e.number)
    });
    let of = peek(text("of"));
    let half = terminated(text("half"), of).map(|_| 0.5);
    alt((fraction, half)).parse(input)
}

/// "half of the", "half the", "two thirds of": the share of what follows, with the words in front of it.
pub(super) fn fraction_of(input: Input<'_>) -> Parsed<'_, f64> {
    const THE: &[&str] = &["the", "its", "their", "his", "her", "these", "those", "our", "all"];
    // "half the 40 passengers"
    let half = terminated(text("half"), peek(text("the"))).map(|_| 0.5);
    let (rest, share) = alt((counted_fraction, hyphenated_fraction, half)).parse(input)?;
    let (rest, _) = opt(text("of")).parse(rest)?;
    let (rest, _) = opt(text_in(THE)).parse(rest)?;
    Ok((rest, share))
}

/// A share of a whole that is not told, in percent.
pub(super) fn as_percent(share: f64) -> Quantity {
    Quantity { amount: 100.0 * share, bound: Bound::About, unit: Unit::Percent }
}
