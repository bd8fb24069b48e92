//! Lengths of time: "three days", "the past two months", "nearly an hour", "years", "the first nine months".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, verify};
use nom::sequence::{pair, preceded, terminated};

use super::calendar::Count;
use super::expression::{Expression, What};
use super::length::Length;
use super::number::{cardinal, count, halved};
use super::vocabulary::{self, Role, TimeReference, Unit, plays};
use crate::article::Tag;
use crate::claim::input::{Input, NoMatch, Parsed, Word, no_match, text, text_in, value_of, word};
use crate::claim::quantity::{Bound, bound_of, hedge, trailing_hedge};

/// Any length of time outside a compound word.
pub(super) fn duration(input: Input<'_>) -> Parsed<'_, Expression> {
    alt((counted, half, unsaid, unbordered, recent, over_the, bare)).parse(input)
}

/// "three days", "the past two months", "at least 20 more years", "almost a hundred years", "nearly an hour".
fn counted(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, _) = opt((text("each"), text("of"))).parse(input)?;
    let (rest, hedges) = hedges(rest)?;
    let (rest, the) = opt(text_in(&["the", "these", "those"])).parse(rest)?;
    let (rest, which) = up_to_three(which)(rest)?;
    let (rest, count) = verify(count, |_| !is_as_many(rest)).parse(rest)?;
    let (rest, _) = up_to_three(word(|w| plays(w, Role::Filler)))(rest)?;
    let (rest, (unit, name)) = value_of(|w| vocabulary::unit(w).map(|u| (u, w))).parse(rest)?;
    let (rest, count) = halved(rest, count)?;
    let article = hedges == 0 && the.is_none() && which == 0;
    if !is_length(input, rest, unit, name, count) || (article && is_rate(input)) || is_someday(input, rest) {
        return no_match();
    }
    let (rest, further) = opt(further(unit, count)).parse(rest)?;
    // "a year and three months old"
    if further.is_some() && is_age(rest) {
        return no_match();
    }
    let bound = bound(input, rest);
    Ok((rest, Expression::new(What::Length(Length { count, unit, further, bound })).vague(is_vague(bound))))
}

/// "the third strike in as many years": how many is said before.
fn is_as_many(input: Input<'_>) -> bool {
    input.before(1).is_some_and(|w| w.is("as")) && input.next().is_some_and(|w| w.is("many"))
}

/// "(two hours) and 40 minutes", "(a year), three months", "(5 hours) 12 minutes": so many of a smaller unit.
pub(super) fn further<'a>(larger: Unit, count: Count) -> impl FnMut(Input<'a>) -> Parsed<'a, (u32, Unit)> {
    move |input| {
        let (rest, joint) = opt(text_in(&["and", ","])).parse(input)?;
        let (rest, (more, unit)) = pair(cardinal, value_of(vocabulary::unit)).parse(rest)?;
        let pairs = match larger {
            Unit::Year => matches!(unit, Unit::Month | Unit::Week | Unit::Day),
            Unit::Month => matches!(unit, Unit::Week | Unit::Day),
            Unit::Week => unit == Unit::Day,
            Unit::Day => matches!(unit, Unit::Hour | Unit::Minute),
            Unit::Hour => matches!(unit, Unit::Minute | Unit::Second),
            Unit::Minute => unit == Unit::Second,
            _ => false,
        };
        // "They waited two hours, 10 minutes later they left."
        let apart = joint.is_some_and(|w| w.is(","))
            && rest
                .next()
                .is_some_and(|w| plays(w, Role::Later) || plays(w, Role::Earlier) || plays(w, Role::Ago));
        let exact = matches!(count, Count::Exact(_));
        if pairs && exact && !apart { Ok((rest, (more, unit))) } else { no_match() }
    }
}

/// How far the words commit themselves: hedges at the beginning ("more than four hours") or in front of it ("just
/// under four hours"), and "or so" behind it.
fn bound(input: Input<'_>, rest: Input<'_>) -> Bound {
    let own = hedge(input).ok().and_then(|(_, bound)| bound);
    let ahead = || (1..=LONGEST_HEDGE).rev().find_map(|back| hedge_before(input, back));
    let behind = || trailing_hedge(rest).ok().map(|(_, bound)| bound);
    own.or_else(ahead).or_else(behind).unwrap_or(Bound::Exactly)
}

/// Words of the longest hedge: "in the region of".
const LONGEST_HEDGE: usize = 4;

/// A hedge that ends in front of the next word and has so many words.
fn hedge_before(input: Input<'_>, back: usize) -> Option<Bound> {
    let words = |n: usize| input.before(back.checked_sub(n)?).map(|w| w.lower());
    let (length, hedge) = input.lexicon().hedge(words)?;
    // "such as two days"
    let alone = back == 1 && input.before(1).is_some_and(|w| w.is("as"));
    bound_of(hedge).filter(|_| length == back && !alone)
}

fn is_vague(bound: Bound) -> bool {
    matches!(bound, Bound::About | Bound::Nearly)
}

/// "They will *one day* be ready": no length, but some time to come.
pub(super) fn is_someday(input: Input<'_>, rest: Input<'_>) -> bool {
    let verb = rest.next().is_some_and(|w| w.tag().is_verb());
    let asked = input.before(1).is_some_and(|w| matches!(w.tag(), Tag::Md | Tag::Prp));
    verb && asked && input.next().is_some_and(|w| w.is("one"))
}

/// "at least", "more than", "up to", "nearly".
fn hedges(input: Input<'_>) -> Parsed<'_, usize> {
    let pairs =
        (text_in(&["at", "up", "no"]), text_in(&["least", "most", "to", "more", "less"]), opt(text("than")));
    let compared = pair(text_in(&["more", "less", "fewer"]), text("than"));
    let single = terminated(word(|w| plays(w, Role::Hedge)), not(text("the")));
    up_to_three(alt((pairs.map(|_| ()), compared.map(|_| ()), single.map(|_| ()))))(input)
}

/// How often a parser succeeds in a row, up to three times: nobody hedges more, and the work stays linear.
fn up_to_three<'a, T>(
    mut parser: impl Parser<Input<'a>, Output = T, Error = NoMatch>,
) -> impl FnMut(Input<'a>) -> Parsed<'a, usize> {
    move |mut input| {
        for times in 0..3 {
            match parser.parse(input) {
                Ok((rest, _)) => input = rest,
                Err(_) => return Ok((input, times)),
            }
        }
        Ok((input, 3))
    }
}

/// "past", "last", "next", "first", "final", "year-earlier".
fn which(input: Input<'_>) -> Parsed<'_, ()> {
    word(|w| (vocabulary::direction(w).is_some() && w.tag() != Tag::In) || plays(w, Role::Ranking))
        .map(|_| ())
        .parse(input)
}

/// Ages ("52 years old"), fractions ("a quarter of"), "a second" and the like are no lengths.
fn is_length(input: Input<'_>, rest: Input<'_>, unit: Unit, name: Word<'_>, count: Count) -> bool {
    let one = matches!(count, Count::Exact(1));
    let plural = name.text().ends_with('s') || name.is_any(&["centuries", "millennia"]);
    let article = input.next().is_some_and(|w| w.is_any(&["a", "an"])) && one;
    let part = matches!(unit, Unit::Half)
        || (unit == Unit::Quarter && (one || !plural))
        || (unit == Unit::Season && one);
    let part = part || (unit == Unit::Quarter && is_share(rest, count));
    let ordinal = unit == Unit::Second && (article || !plural);
    let money = input.before(1).is_some_and(|w| w.tag() == Tag::Currency);
    let vague = unit == Unit::Weekend && article;
    // "40 hours a week"
    let rate = unit < Unit::Day
        && rest.next().is_some_and(|w| w.is_any(&["a", "an", "per", "each", "every"]))
        && rest.peek(1).and_then(vocabulary::unit).is_some_and(|per| per > unit);
    !is_age(rest) && !part && !vague && !ordinal && !money && !rate
}

/// "three quarters of voters", "several quarters of the town"; not "several quarters of losses".
fn is_share(rest: Input<'_>, count: Count) -> bool {
    let of = rest.next().is_some_and(|w| w.is("of"));
    let one_thing = rest.peek(1).is_some_and(|w| matches!(w.tag(), Tag::Dt | Tag::PRPS) || w.tag().is_name());
    of && (one_thing || matches!(count, Count::Exact(3)))
}

/// "(52 years) old", "(52 years) of age"
fn is_age(rest: Input<'_>) -> bool {
    rest.next().is_some_and(|w| w.is_any(&["old", "older", "younger"]))
        || rest.peek(1).is_some_and(|w| w.is("age"))
}

/// "$1.76 a year", "358,000 a month", "24 hours a day", "twice a week": how often, not how long.
fn is_rate(input: Input<'_>) -> bool {
    let article = input.next().is_some_and(|w| w.is_any(&["a", "an"]));
    let counted = |w: Word| matches!(w.tag(), Tag::Cd | Tag::Nns | Tag::Nnps) || plays(w, Role::Amount);
    article && input.before(1).is_some_and(counted)
}

/// "some time", "a while", "a long time", "a fairly lengthy period": nobody says how long.
fn unsaid(input: Input<'_>) -> Parsed<'_, Expression> {
    let asked = input.before(1).is_some_and(|w| plays(w, Role::Lasting));
    let time = pair(text("some"), text("time")).map(|_| Expression::length(Count::Some, Unit::Month));
    let span = || word(|w| plays(w, Role::Span));
    let a_while = (text("a"), opt(word(|w| plays(w, Role::Filler))), text_in(&["while", "time"]));
    let period = (text("a"), span(), opt(span()), text_in(&["while", "time", "period"]));
    let unsaid = alt((a_while.map(|_| ()), period.map(|_| ()))).map(|()| Expression::new(What::While));
    let (rest, length) = alt((time, unsaid)).parse(input)?;
    if asked { Ok((rest, length)) } else { no_match() }
}

/// "half an hour", "half a century", "a half year".
fn half(input: Input<'_>) -> Parsed<'_, Expression> {
    half_of.map(|(n, unit)| Expression::length(Count::Exact(n), unit)).parse(input)
}

/// A half in whole units: "half an hour" is 30 minutes.
pub(super) fn half_of(input: Input<'_>) -> Parsed<'_, (u32, Unit)> {
    let (rest, _) = (opt(text("a")), text("half"), opt(text_in(&["a", "an"]))).parse(input)?;
    value_of(|w| match vocabulary::unit(w)? {
        Unit::Hour => Some((30, Unit::Minute)),
        Unit::Day => Some((12, Unit::Hour)),
        Unit::Year => Some((6, Unit::Month)),
        Unit::Decade => Some((5, Unit::Year)),
        Unit::Century => Some((50, Unit::Year)),
        _ => None,
    })(rest)
}

/// "past years", "future quarters": no length, but what was or will be.
fn unbordered(input: Input<'_>) -> Parsed<'_, Expression> {
    let ruled = input.before(1).is_some_and(|w| matches!(w.tag(), Tag::Dt | Tag::PRPS | Tag::Pos | Tag::Cd));
    let (rest, (which, _)) = pair(text_in(&["past", "future"]), value_of(plural)).parse(input)?;
    if ruled {
        return no_match();
    }
    let reference = if which.is("past") { TimeReference::Past } else { TimeReference::Future };
    Ok((rest, Expression::new(What::TimeReference(reference)).vague(true)))
}

/// "over (the years)", "through (the decades)": many of them.
fn over_the(input: Input<'_>) -> Parsed<'_, Expression> {
    let asked = input.before(1).is_some_and(|w| w.is_any(&["over", "through", "throughout", "across"]));
    let long = value_of(|w| plural(w).filter(|unit| *unit >= Unit::Year));
    let (rest, unit) = preceded(text("the"), long).parse(input)?;
    let told = rest.next().is_some_and(|w| w.is_any(&["of", "that", "which", "when"]));
    if asked && !told { Ok((rest, Expression::length(Count::Some, unit))) } else { no_match() }
}

/// "recent years", "recent months", "the coming weeks", "the weeks ahead", "the past few years".
fn recent(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, the) = opt(text("the")).parse(input)?;
    let (rest, recent) = opt(word(|w| plays(w, Role::Recent))).parse(rest)?;
    let (rest, unit) = value_of(|w| plural(w).or_else(|| clock_unit(w))).parse(rest)?;
    let (rest, ahead) = opt(text("ahead")).parse(rest)?;
    let (rest, further) = opt((text_in(&["and", "or"]), value_of(plural))).parse(rest)?;
    let beside = the.is_some() && placed(input) && is_beside(rest);
    if recent.is_none() && !(the.is_some() && ahead.is_some()) && !beside {
        return no_match();
    }
    // "recent weeks and months" are as many as nobody says.
    let reference = recent.filter(|_| the.is_none() && further.is_some()).and_then(|w| match () {
        () if w.is_any(&["recent", "past", "last"]) => Some(TimeReference::Past),
        () if w.is_any(&["coming", "next"]) => Some(TimeReference::Future),
        () => None,
    });
    let length = Expression::length(Count::Some, unit);
    let vague = |reference| Expression::new(What::TimeReference(reference)).vague(true);
    Ok((rest, reference.map_or(length, vague)))
}

/// "in (the days before the vote)", "during (the weeks after it)".
fn placed(input: Input<'_>) -> bool {
    input.before(1).is_some_and(|w| w.is_any(&["in", "during", "over", "for"]))
}

fn is_beside(rest: Input<'_>) -> bool {
    rest.next().is_some_and(|w| w.is_any(&["before", "after", "since", "leading", "preceding", "following"]))
        || rest.next().is_some_and(|w| w.is("that")) && rest.peek(1).is_some_and(|w| w.is("followed"))
}

/// A plural of a day or more.
fn plural(word: Word<'_>) -> Option<Unit> {
    let plural = word.text().ends_with('s') || word.is("millennia");
    vocabulary::unit(word).filter(|unit| plural && *unit >= Unit::Day && *unit != Unit::Half)
}

/// "hours", "minutes"; not "seconds", who may be boxers' or second helpings.
fn clock_unit(word: Word<'_>) -> Option<Unit> {
    vocabulary::unit(word).filter(|_| word.is_any(&["hours", "minutes"]))
}

/// "for years", "within weeks", "in decades", "(followed) months of talks".
fn bare(input: Input<'_>) -> Parsed<'_, Expression> {
    let (rest, unit) = value_of(|w| plural(w).or_else(|| clock_unit(w))).parse(input)?;
    let asked = input.before(1).is_some_and(|w| plays(w, Role::Lasting));
    if asked || is_filled(input, rest) {
        Ok((rest, Expression::length(Count::Some, unit)))
    } else {
        no_match()
    }
}

/// "(follows) months of talks": a bare plural, and what filled it. Not "the days of old", "seven weeks of the year".
fn is_filled(input: Input<'_>, rest: Input<'_>) -> bool {
    let bare = input.before(1).is_none_or(|w| {
        !w.tag().is_adjective()
            && !w.tag().is_noun()
            && !matches!(w.tag(), Tag::Dt | Tag::Cd | Tag::PRPS | Tag::Pos)
    });
    let filling = |w: Word<'_>| {
        (w.tag().is_noun() || w.tag().is_adjective() || w.tag() == Tag::Vbg) && vocabulary::unit(w).is_none()
    };
    bare && rest.next().is_some_and(|w| w.is("of")) && rest.peek(1).is_some_and(filling)
}
