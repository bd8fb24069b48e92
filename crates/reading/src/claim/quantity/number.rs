//! Numbers in digits and words.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::multi::fold_many_m_n;
use nom::sequence::{delimited, pair, preceded};

use super::grouping::{digits, written};
use crate::article::Tag;
use crate::article::fold::fold;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};
use crate::lexicon::{Entry, Lexicon, Sense};

/// A number: "23", "1,200", "3.4 million", "twenty-five", "two hundred and six", "half a million", "a dozen".
///
/// ```
/// use gainsay_reading::claim::input::reading;
/// use gainsay_reading::claim::quantity::number;
/// let boats = reading("They counted two hundred and six boats.", |input| number(input.skip(2)).unwrap().1);
/// assert_eq!(boats, 206.0);
/// ```
pub fn number(input: Input<'_>) -> Parsed<'_, f64> {
    let (rest, number) = match input.next() {
        Some(w) if w.is_any(&["a", "an"]) => alt((half_of_scale, article_scale)).parse(input)?,
        Some(w) if w.known().has(Sense::Fraction) => alt((half_of_scale, scaled)).parse(input)?,
        Some(_) => alt((scaled, bare_scale)).parse(input)?,
        None => return no_match(),
    };
    let (rest, _) = opt(|rest| repeated(rest, number)).parse(rest)?;
    Ok((rest, number))
}

/// "nine *(9)*": the same once more in digits.
fn repeated(input: Input<'_>, number: f64) -> Parsed<'_, f64> {
    let again = value_of(|w| digits(w.text()).filter(|n| *n == number));
    delimited(word(|w| w.tag() == Tag::Open), again, word(|w| w.tag() == Tag::Close)).parse(input)
}

/// No number has more words behind its first.
const MOST_STEPS: usize = 12;

/// "three", "23", with what multiplies it: "23 million", "two hundred thousand", "fifty-five".
fn scaled(input: Input<'_>) -> Parsed<'_, f64> {
    let (rest, first) = alt((written, simple)).parse(input)?;
    let words = input.next().is_some_and(|w| !w.text().starts_with(|c: char| c.is_ascii_digit()));
    let (rest, first) = match said_decimals(input, rest) {
        Ok((rest, decimals)) if words => (rest, first + decimals),
        _ => (rest, first),
    };
    going_on(rest, first, words)
}

/// "five *point three two*"; not "at one point three men fled". `input` is where the number begins, `rest` behind it.
fn said_decimals<'a>(input: Input<'a>, rest: Input<'a>) -> Parsed<'a, f64> {
    /// Nobody says more.
    const MOST: usize = 4;
    if input.before(1).is_some_and(|w| w.is("at")) {
        return no_match();
    }
    let (rest, _) = text("point")(rest)?;
    let digit = verify(spelled, |n| *n < 10.0);
    let places = || (0.0, 0.1);
    let place = |(sum, by): (f64, f64), n: f64| (sum + n * by, by / 10.0);
    fold_many_m_n(1, MOST, digit, places, place).map(|(sum, _)| sum).parse(rest)
}

/// What goes on behind a number: scales, smaller numbers, "and a half" of what it counts.
fn going_on(input: Input<'_>, first: f64, words: bool) -> Parsed<'_, f64> {
    let (mut total, mut group) = if words && first >= 1000.0 { (first, 0.0) } else { (0.0, first) };
    let (rest, ()) = fold_many0_steps(input, &mut total, &mut group, words)?;
    let Ok((rest, _)) = (text("and"), text("a"), text("half")).parse(rest) else {
        return Ok((rest, total + group));
    };
    // "two and a half million", "a million and a half"
    match scale(rest) {
        Ok((rest, by)) => Ok((rest, (total + group + 0.5) * by)),
        Err(_) => {
            let last = if group == 0.0 { scale_of(total) } else { 1.0 };
            Ok((rest, total + group + 0.5 * last))
        }
    }
}

/// The largest of the scales by a thousand that is not above a number.
fn scale_of(number: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| number >= *scale).unwrap_or(1.0)
}

/// What may follow: scales, "and" with a smaller number, units after tens ("twenty five").
fn fold_many0_steps<'a>(
    mut rest: Input<'a>,
    total: &mut f64,
    group: &mut f64,
    words: bool,
) -> Parsed<'a, ()> {
    for _ in 0..MOST_STEPS {
        if let Ok((next, by)) = scale(rest) {
            *group *= by;
            if by >= 1000.0 {
                *total += *group;
                *group = 0.0;
            }
            rest = next;
        } else if words && (*group >= 100.0 || (*group == 0.0 && *total > 0.0)) {
            // "two hundred and six", "one thousand two hundred"
            let Ok((next, more)) = preceded(opt(text("and")), spelled).parse(rest) else { break };
            if *group > 0.0 && more >= 100.0 {
                break;
            }
            *group += more;
            rest = next;
        } else if words && (20.0..100.0).contains(&*group) && *group % 10.0 == 0.0 {
            let Ok((next, more)) = spelled(rest) else { break };
            if !(1.0..10.0).contains(&more) {
                break;
            }
            *group += more;
            rest = next;
        } else {
            break;
        }
    }
    Ok((rest, ()))
}

/// One token: digits, a number word, or tens and units with a hyphen.
fn simple(input: Input<'_>) -> Parsed<'_, f64> {
    value_of(|w| digits(w.text()).or_else(|| spelled_word(w, input.lexicon()))).parse(input)
}

fn spelled(input: Input<'_>) -> Parsed<'_, f64> {
    value_of(|w| spelled_word(w, input.lexicon())).parse(input)
}

fn spelled_word(w: Word<'_>, lexicon: &Lexicon) -> Option<f64> {
    // "tens" is not ten.
    let exact = cardinal(w.known()).filter(|_| !w.written().has(Sense::Vague));
    exact.or_else(|| hyphenated(w, lexicon))
}

/// "twenty-five"?
pub(super) fn is_hyphenated_number(w: Word<'_>, lexicon: &Lexicon) -> bool {
    hyphenated(w, lexicon).is_some()
}

fn hyphenated(w: Word<'_>, lexicon: &Lexicon) -> Option<f64> {
    let (tens, units) = w.split_at_hyphen()?;
    let value = |part: &str| fold(part, |part| cardinal(lexicon.look_up(part)));
    if units.eq_ignore_ascii_case("and-a-half") {
        return value(tens).map(|whole| whole + 0.5);
    }
    let (tens, units) = (value(tens)?, value(units)?);
    (tens >= 20.0 && tens % 10.0 == 0.0 && units < 10.0).then_some(tens + units)
}

fn cardinal(entry: &Entry) -> Option<f64> {
    entry.has(Sense::Cardinal).then_some(entry.number)
}

/// "million", "hundred", "dozen".
fn scale(input: Input<'_>) -> Parsed<'_, f64> {
    let letter = |w: Word<'_>| w.is("k") && !thousands(input) || w.is("m") && is_metres(input);
    // "$2 million-a-day", "$5 million-plus"
    let rate = |w: Word<'_>| {
        let (scale, per) = w.split_at_hyphen()?;
        let scale = fold(scale, |lower| input.lexicon().entry(lower))?;
        (scale.senses.has(Sense::Scale)
            && (per == "plus" || per.starts_with("a-") || per.starts_with("per-")))
        .then_some(scale.number)
    };
    value_of(|w| match w.known().has(Sense::Scale) {
        true => (!letter(w)).then_some(w.known().number),
        false => rate(w),
    })
    .parse(input)
}

/// What is run, swum or skied over a distance, which is its name: "the 100m freestyle".
pub(in crate::claim) const RACES: [&str; 14] = [
    "freestyle",
    "butterfly",
    "backstroke",
    "breaststroke",
    "medley",
    "hurdles",
    "steeplechase",
    "sprint",
    "relay",
    "race",
    "final",
    "heat",
    "dash",
    "walk",
];

/// "2,300m long", "3.7m across,", "200m from shore", "the 100m freestyle": metres, and no millions; "£4m away from its goal"
/// is money, and "2m across Europe", "2m long before" are as many.
pub(super) fn is_metres(input: Input<'_>) -> bool {
    const EXTENTS: &[&str] = &["long", "high", "deep", "wide", "tall", "thick", "across", "apart", "away"];
    const BESIDE: &[&str] = &["from", "off"];
    let money = input.before(2).is_some_and(|w| w.written().has(Sense::Currency));
    let is = |ahead: usize, words: &[&str]| input.peek(ahead).is_some_and(|w| w.is_any(words));
    let goes_on = input
        .peek(2)
        .is_some_and(|w| w.tag().is_name() || w.tag().is_noun() || w.is_any(&["before", "ago", "the"]));
    !money && ((is(1, EXTENTS) && !goes_on) || is(1, BESIDE) || is(1, &RACES))
}

/// "€250k", "10k people"; not "a 10k run".
fn thousands(input: Input<'_>) -> bool {
    let digit = input.before(1).is_some_and(|w| w.text().ends_with(|c: char| c.is_ascii_digit()));
    let money = input.before(2).is_some_and(|w| w.written().has(Sense::Currency));
    digit && (money || input.peek(1).is_some_and(|w| w.tag() == Tag::Nns && w.known().unit.is_none()))
}

/// "a dozen", "a hundred", "a million".
fn article_scale(input: Input<'_>) -> Parsed<'_, f64> {
    let article =
        preceded(text_in(&["a", "an"]), fold_many_m_n(1, MOST_STEPS, scale, || 1.0, |n, by| n * by));
    let (rest, first) = { article }.parse(input)?;
    going_on(rest, first, first >= 100.0)
}

/// "half a million", "a quarter of a million".
fn half_of_scale(input: Input<'_>) -> Parsed<'_, f64> {
    let fraction = value_of(|w| {
        w.known().has(Sense::Fraction).then_some(match w.lemma().as_str() {
            "half" => 0.5,
            "quarter" => 0.25,
            "third" => 1.0 / 3.0,
            _ => w.known().number,
        })
    });
    preceded(opt(text("a")), pair(fraction, preceded(opt(text("of")), article_scale)))
        .map(|(part, whole)| part * whole)
        .parse(input)
}

/// "hundred people" in a headline.
fn bare_scale(input: Input<'_>) -> Parsed<'_, f64> {
    let singular = word(|w| w.known().has(Sense::Scale) && w.text().len() > 4 && !w.text().ends_with('s'));
    let (rest, first) = { singular }.map(|w| w.known().number).parse(input)?;
    going_on(rest, first, first >= 100.0)
}

/// "first" is 1, "88th" is 88, "last" is -1.
///
/// ```
/// use gainsay_reading::claim::input::reading;
/// use gainsay_reading::claim::quantity::ordinal;
/// reading("Her 88th goal decided it.", |input| assert_eq!(ordinal(input.peek(1).unwrap()), Some(88)));
/// ```
pub fn ordinal(w: Word<'_>) -> Option<i32> {
    if w.written().has(Sense::Ordinal) {
        return Some(w.written().number as i32);
    }
    let text = w.text();
    let number = text.get(..text.len().checked_sub(2)?)?;
    let ending = text.get(number.len()..)?;
    let ends = ["st", "nd", "rd", "th"].iter().any(|e| ending.eq_ignore_ascii_case(e));
    if ends && number.len() <= 4 { number.parse().ok() } else { None }
}
