//! From words to amounts: hedges, ranges, units, money, percentages, ages and scores.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{pair, preceded, terminated};

use super::grouping::joins;
use super::joined::{joined_amount, joined_number};
use super::number::{is_hyphenated_number, is_metres, number};
use super::parts::{
    as_percent, counted_fraction, feet_and_inches, fraction_of, further_part, hundredths,
    hyphenated_fraction, ratio,
};
use super::telephone::is_telephone;
use super::{Amount, Bound, Quantity, Unit};
use crate::article::Tag;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};
use crate::lexicon::{Hedge, Lexicon, Sense, Senses};

/// An amount with its hedges and, where one follows, its unit: "at least 23", "some $4.2 billion",
/// "between five and seven", "5.4 per cent", "dozens of", "10 miles".
///
/// ```
/// use gainsay_reading::claim::input::reading;
/// use gainsay_reading::claim::quantity::{Bound, amount};
/// reading("At least 23 sailors drowned.", |input| {
///     let quantity = amount(input).unwrap().1.quantity;
///     assert_eq!((quantity.amount, quantity.bound), (23.0, Bound::AtLeast));
/// });
/// ```
pub fn amount(input: Input<'_>) -> Parsed<'_, Amount> {
    if !opens_amount(input) {
        return no_match();
    }
    let (rest, hedge) = hedge(input)?;
    if !opens_number(rest) {
        return no_match();
    }
    let (rest, mut quantity) = match rest.next() {
        Some(sign) if sign.written().has(Sense::Currency) => money(rest)?,
        _ => bare(rest)?,
    };
    // "more than half of" is more than about half.
    if let (Some(bound), Bound::Exactly | Bound::About) = (hedge, quantity.bound) {
        quantity.bound = bound;
    }
    let (rest, after) = opt(trailing_hedge).parse(rest)?;
    if let (Some(bound), Bound::Exactly) = (after, quantity.bound) {
        quantity.bound = bound;
    }
    let (rest, unit) = if quantity.unit == Unit::None { opt(unit).parse(rest)? } else { (rest, None) };
    let (rest, more) = match unit {
        Some(Unit::Measure(ref name)) => {
            opt(|rest| further_part(rest, input.lexicon().unit_named(name))).parse(rest)?
        }
        Some(Unit::Money(_)) => opt(hundredths).parse(rest)?,
        _ => (rest, None),
    };
    if let Some(unit) = unit {
        quantity.unit = unit;
    }
    quantity.amount += more.unwrap_or(0.0);
    Ok((rest, Amount { tokens: input.until(&rest), quantity }))
}

/// An amount that begins with no currency.
fn bare(input: Input<'_>) -> Parsed<'_, Quantity> {
    alt((
        feet_and_inches,
        part_of_amount,
        counted_fraction.map(as_percent),
        owed,
        between_sums,
        between,
        number_or_range,
        roughly,
        pair_of_numbers,
        vague,
        below_zero,
        unit_first,
        half_of_unit,
        hyphenated_fraction.map(as_percent),
    ))
    .parse(input)
}

/// "half of the 40 jobs", "two thirds of $300 million": how many or how much that is, and no more than the whole.
fn part_of_amount(input: Input<'_>) -> Parsed<'_, Quantity> {
    let (rest, share) = fraction_of(input)?;
    // "three quarters of a million" is so many, and "two thirds of the 40" some of those.
    let scale = rest.next().is_some_and(|w| w.is_any(&["a", "an"]));
    let (rest, whole) = match rest.next() {
        Some(sign) if sign.written().has(Sense::Currency) => money(rest)?,
        _ => number(rest).map(|(rest, n)| (rest, Quantity::exactly(n, Unit::None)))?,
    };
    // "half of the 2012 budget"
    let year = whole.unit == Unit::None && (1900.0..2100.0).contains(&whole.amount);
    if year || whole.bound != Bound::Exactly {
        return no_match();
    }
    // Two thirds are no exact number: what is smaller than a penny is an error of the arithmetic.
    let amount = (share * whole.amount * 100.0).round() / 100.0;
    if scale {
        return Ok((rest, Quantity::exactly(amount, whole.unit)));
    }
    // Other reports may speak of the whole.
    let bound = Bound::Range(amount.min(whole.amount), amount.max(whole.amount));
    Ok((rest, Quantity { amount, bound, unit: whole.unit }))
}

/// Can an amount begin here? The annotations of one or two words tell for nearly all.
pub(in crate::claim) fn opens_amount(input: Input<'_>) -> bool {
    input.next().is_some_and(|w| w.written().has(Sense::OpensHedge)) || opens_number(input)
}

/// The same of an amount without hedges in front.
fn opens_number(input: Input<'_>) -> bool {
    const NUMBERS: Senses = Senses::of(&[Sense::Cardinal, Sense::Scale, Sense::Fraction]);
    let counts = |w: Word| w.known().senses.meets(NUMBERS) || w.written().has(Sense::Vague);
    input.next().is_some_and(|w| {
        w.written().has(Sense::Currency)
            || counts(w)
            || (w.text().starts_with(|c: char| c.is_numeric() || c == '.') && !is_telephone(input))
            || (w.is_any(&["a", "an"])
                && input.peek(1).is_some_and(|w| counts(w) || w.is("of") || w.known().unit.is_some()))
            || w.is_any(&["between", "from", "minus", "magnitude"])
            || is_hyphenated_number(w, input.lexicon())
            || rough(w, input.lexicon()).is_some()
            || hyphenated_fraction(input).is_ok()
            || (w.is_any(&["-", "−", "–"]) && input.peek(1).is_some_and(|w| w.written().has(Sense::Currency)))
    })
}

/// More hedges do not stand in a row.
const MOST_HEDGES: usize = 4;

/// Hedges before the number; several may stand together ("at least some"), the first binds.
pub(in crate::claim) fn hedge(input: Input<'_>) -> Parsed<'_, Option<Bound>> {
    let (mut rest, mut bound) = (input, None);
    for _ in 0..MOST_HEDGES {
        let Ok((next, found)) = one_hedge(rest) else { break };
        bound = bound.or(found);
        rest = next;
    }
    Ok((rest, bound))
}

fn one_hedge(input: Input<'_>) -> Parsed<'_, Option<Bound>> {
    if !input.next().is_some_and(|w| w.written().has(Sense::OpensHedge)) {
        return no_match();
    }
    let words = |n| input.peek(n).map(|w| w.lower());
    let Some((length, hedge)) = input.lexicon().hedge(words) else { return no_match() };
    Ok((input.skip(length), bound_of(hedge)))
}

/// What a hedge of the lexicon makes of an amount.
pub(in crate::claim) fn bound_of(hedge: Hedge) -> Option<Bound> {
    match hedge {
        Hedge::About => Some(Bound::About),
        Hedge::Nearly => Some(Bound::Nearly),
        Hedge::AtLeast => Some(Bound::AtLeast),
        Hedge::MoreThan => Some(Bound::MoreThan),
        Hedge::AtMost => Some(Bound::AtMost),
        Hedge::Exactly => None,
    }
}

/// "or more", "or so" after the number.
pub(in crate::claim) fn trailing_hedge(input: Input<'_>) -> Parsed<'_, Bound> {
    let (rest, how) =
        preceded(text("or"), text_in(&["more", "so", "fewer", "less", "thereabouts"])).parse(input)?;
    let bound = match how.text().to_ascii_lowercase().as_str() {
        "more" => Bound::AtLeast,
        "fewer" | "less" => Bound::AtMost,
        _ => Bound::About,
    };
    Ok((rest, bound))
}

/// "-$5 million", "minus $5 million", "$-5 million": less than nothing. Not the dash of "$3-$5" or "he won – $5 million".
fn owed(input: Input<'_>) -> Parsed<'_, Quantity> {
    let (rest, minus) = text_in(&["minus", "-", "−", "–"])(input)?;
    let written = |w: Word<'_>| minus.is("minus") || joins(minus, w);
    let free = input.before(1).is_none_or(|w| !joins(w, minus) || w.tag() == Tag::Open)
        && input.before(1).is_none_or(|w| w.tag() != Tag::Cd);
    if !free || !rest.next().is_some_and(written) {
        return no_match();
    }
    money(rest).map(|(rest, sum)| (rest, below(sum)))
}

/// So much less than nothing.
fn below(sum: Quantity) -> Quantity {
    let bound = match sum.bound {
        Bound::Range(low, high) => Bound::Range(-high, -low),
        bound => bound,
    };
    Quantity { amount: -sum.amount, bound, unit: sum.unit }
}

/// "$4.2 billion", "US$5", "€30 million", "euro110 billion".
fn money(input: Input<'_>) -> Parsed<'_, Quantity> {
    let sign = value_of(|w| {
        let id = w.written().unit.filter(|_| w.written().has(Sense::Currency))?;
        let sign = !w.text().chars().all(char::is_alphabetic) || w.text().chars().all(char::is_uppercase);
        sign.then_some(id)
    });
    let (rest, code) = { sign }.parse(input)?;
    let (rest, first) = number(rest).or_else(|_| {
        let minus = |w: Word<'_>| w.is_any(&["-", "−"]) && rest.before(1).is_some_and(|sign| joins(sign, w));
        preceded(word(minus), number).map(|n| -n).parse(rest)
    })?;
    // "$4MM", as bankers write
    let (rest, millions) = opt(word(|w| w.text() == "MM")).parse(rest)?;
    let first = if millions.is_some() { first * 1e6 } else { first };
    let unit = Unit::Money(input.lexicon().unit(code).name.clone());
    let same = word(|w| w.written().has(Sense::Currency) && w.written().unit == Some(code));
    let second = preceded(text_in(&["-", "–", "to"]), preceded(opt(same), number));
    let (rest, second) = opt(second).parse(rest)?;
    Ok((
        rest,
        match second {
            Some(high) => span(first, high, unit),
            None => Quantity::exactly(first, unit),
        },
    ))
}

fn span(low: f64, high: f64, unit: Unit) -> Quantity {
    // "$3-4 million": the scale belongs to both.
    let low = if low < high / 1000.0 { low * 10f64.powf((high / low).log10().floor()) } else { low };
    Quantity { amount: (low + high) / 2.0, bound: Bound::Range(low.min(high), low.max(high)), unit }
}

/// "between €1 million and €2 million".
fn between_sums(input: Input<'_>) -> Parsed<'_, Quantity> {
    let exact = |sum: &Quantity| sum.bound == Bound::Exactly;
    let sums = pair(verify(money, exact), preceded(text("and"), verify(money, exact)));
    let (rest, (low, high)) = preceded(text("between"), sums).parse(input)?;
    let rising = low.amount < high.amount && low.unit == high.unit;
    if rising { Ok((rest, span(low.amount, high.amount, low.unit))) } else { no_match() }
}

/// "between five and seven".
fn between(input: Input<'_>) -> Parsed<'_, Quantity> {
    let (rest, (low, high)) =
        preceded(text("between"), pair(number, preceded(text("and"), number))).parse(input)?;
    if low < high { Ok((rest, span(low, high, Unit::None))) } else { no_match() }
}

/// "23", "3.4 million", "five to seven", "from 3 to 5", "5-7", "one in five".
fn number_or_range(input: Input<'_>) -> Parsed<'_, Quantity> {
    let (rest, from) = opt(text("from")).parse(input)?;
    let (rest, low) = number(rest)?;
    if let (None, Ok(share)) = (from, ratio(input, low, rest)) {
        return Ok(share);
    }
    if let Ok((rest, high)) = to_joined(rest) {
        return Ok((rest, span(low, high.amount, high.unit)));
    }
    // "from 1994 to 1998"
    let is_year = |n: f64| (1_700.0..2_100.0).contains(&n) && n.fract() == 0.0;
    match preceded(text_in(&["to", "or", "–"]), number).parse(rest) {
        Ok((rest, high)) if from.is_some() && is_year(low) && is_year(high) && !counts_things(rest) => {
            no_match()
        }
        Ok((rest, high)) if low < high => Ok((rest, span(low, high, Unit::None))),
        _ if from.is_none() => Ok((rest, Quantity::exactly(low, Unit::None))),
        _ => no_match(),
    }
}

/// "30-odd", "forty-plus".
fn roughly(input: Input<'_>) -> Parsed<'_, Quantity> {
    value_of(|w| rough(w, input.lexicon())).parse(input)
}

fn rough(w: Word<'_>, lexicon: &Lexicon) -> Option<Quantity> {
    let (number, how) = w.split_at_hyphen()?;
    let bound = match how {
        "odd" => Bound::About,
        "plus" => Bound::AtLeast,
        _ => return None,
    };
    Some(Quantity { amount: joined_number(number, lexicon)?, bound, unit: Unit::None })
}

/// "24*- to 30-foot*": the unit stands at the second number alone.
fn to_joined(input: Input<'_>) -> Parsed<'_, Quantity> {
    preceded((text("-"), text_in(&["to", "or", "and"])), value_of(|w| joined_amount(w, input.lexicon())))
        .parse(input)
}

/// "3-1", "98-94": a score or a record; "5-7 people" is a range.
fn pair_of_numbers(input: Input<'_>) -> Parsed<'_, Quantity> {
    let (rest, found) = value_of(|w| score(w.text())).parse(input)?;
    match found.unit {
        Unit::Pair(second) if found.amount < f64::from(second) && counts_things(rest) => {
            Ok((rest, span(found.amount, f64::from(second), Unit::None)))
        }
        _ => Ok((rest, found)),
    }
}

fn counts_things(input: Input<'_>) -> bool {
    input.next().is_some_and(|w| w.tag() == Tag::Nns || w.known().unit.is_some())
}

/// "minus 28 degrees".
fn below_zero(input: Input<'_>) -> Parsed<'_, Quantity> {
    preceded(text("minus"), number).map(|n| Quantity::exactly(-n, Unit::None)).parse(input)
}

/// "magnitude 6.4".
fn unit_first(input: Input<'_>) -> Parsed<'_, Quantity> {
    let measure = value_of(|w| w.known().unit.filter(|_| w.is("magnitude")));
    pair(measure, number).map(|(unit, n)| Quantity::exactly(n, Unit::of(unit, input.lexicon()))).parse(input)
}

/// "half a metre", "half an ounce", "a mile and a half".
fn half_of_unit(input: Input<'_>) -> Parsed<'_, Quantity> {
    let half = pair(text("half"), text_in(&["a", "an"]));
    let below_one = terminated(half, peek(unit)).map(|_| Quantity::exactly(0.5, Unit::None));
    let and_half = (text("and"), text("a"), text("half"));
    let above_one =
        preceded(text_in(&["a", "an"]), terminated(unit, and_half)).map(|unit| Quantity::exactly(1.5, unit));
    alt((below_one, above_one)).parse(input)
}

/// "dozens of", "several", "hundreds", "several hundred", "tens of thousands".
fn vague(input: Input<'_>) -> Parsed<'_, Quantity> {
    let listed = value_of(|w| w.written().vague.filter(|_| w.written().has(Sense::Vague)));
    let (rest, (low, high)) = preceded(opt(text("a")), listed).parse(input)?;
    let of_scale =
        preceded(opt(text("of")), value_of(|w| w.known().has(Sense::Scale).then_some(w.known().number)));
    let (rest, scale) = opt(of_scale).parse(rest)?;
    let (low, high) = (low * scale.unwrap_or(1.0), high * scale.unwrap_or(1.0));
    // "dozens *of the 400* passengers"
    let (rest, _) =
        opt((text("of"), text_in(&["the", "its", "their", "these", "those"]), number)).parse(rest)?;
    // "a handful of them" is a part of those named, "dozens of men" an amount of men.
    let named = word(|w: Word| !matches!(w.tag(), Tag::Prp | Tag::Wp | Tag::Wdt));
    let (rest, _) = opt(terminated(text("of"), peek(named))).parse(rest)?;
    Ok((rest, Quantity { amount: (low + high) / 2.0, bound: Bound::Range(low, high), unit: Unit::None }))
}

/// A unit after the number: "per cent", "%", "miles", "euros", "miles per hour".
fn unit(input: Input<'_>) -> Parsed<'_, Unit> {
    alt((percent, metres, stones, named_unit)).parse(input)
}

/// "(2,300)m long": elsewhere the letter stands for millions.
fn metres(input: Input<'_>) -> Parsed<'_, Unit> {
    let lexicon = input.lexicon();
    let Some(metre) = lexicon.look_up("metre").unit.filter(|_| is_metres(input)) else { return no_match() };
    text("m").map(|_| Unit::of(metre, lexicon)).parse(input)
}

/// "11st": apart from its number it is a saint or a street.
fn stones(input: Input<'_>) -> Parsed<'_, Unit> {
    let lexicon = input.lexicon();
    let Some(stone) = lexicon.look_up("stone").unit else { return no_match() };
    let attached = input.before(1).zip(input.next()).is_some_and(|(number, st)| joins(number, st));
    if attached { text("st").map(|_| Unit::of(stone, lexicon)).parse(input) } else { no_match() }
}

fn percent(input: Input<'_>) -> Parsed<'_, Unit> {
    let two = pair(text("per"), text("cent")).map(|_| Unit::Percent);
    // In small letters only: "five PC users".
    let short = word(|w: Word<'_>| w.text() == "pc").map(|_| Unit::Percent);
    alt((text_in(&["%", "percent", "pct", "pct."]).map(|_| Unit::Percent), short, two)).parse(input)
}

fn named_unit(input: Input<'_>) -> Parsed<'_, Unit> {
    let Some(first) = input.next() else { return no_match() };
    let lexicon = input.lexicon();
    let opens = first.known().has(Sense::OpensPhrase);
    let long = || {
        let (more, key) = lexicon.phrase(first.lemma(), |i| input.peek(i + 1).map(|w| w.lemma()))?;
        Some((more + 1, Unit::of(lexicon.look_up(&key).unit?, lexicon)))
    };
    let short = || Some((1, Unit::of(first.known().unit?, lexicon)));
    // "m" and the like are units only right after digits, and never a name's initial.
    match opens.then(long).flatten().or_else(short) {
        Some((length, unit)) if length > 1 || first.text().len() > 1 => Ok((input.skip(length), unit)),
        _ => no_match(),
    }
}

/// A score or a record: "3-1", "98-94", "52-3".
///
/// ```
/// use gainsay_reading::claim::quantity::{Unit, score};
/// let home_and_away = score("3-1").unwrap();
/// assert_eq!((home_and_away.amount, home_and_away.unit), (3.0, Unit::Pair(1)));
/// ```
pub fn score(written: &str) -> Option<Quantity> {
    let (first, second) = written.split_once(['-', '–'])?;
    // "555-0199" is no score.
    let zero = |s: &str| s.len() > 1 && s.starts_with('0');
    let plain =
        |s: &str| s.bytes().all(|b| b.is_ascii_digit() && !zero(s)).then(|| s.parse::<u32>().ok()).flatten();
    let (first, second) = (plain(first)?, plain(second)?);
    (first < 1000 && second < 1000).then_some(Quantity::exactly(f64::from(first), Unit::Pair(second)))
}
