//! Numbers in time expressions: "two", "twenty-four", "a hundred", "1,000", "a few", "the 5th", "nineteen ninety-four".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{pair, preceded};

use super::calendar::Count;
use super::vocabulary::{self, Role, plays};
use crate::article::fold::fold;
use crate::claim::input::{Input, Parsed, Word, no_match, text, text_in, value_of, word};

/// Larger counts are no counts of time.
const LARGEST: u32 = 100_000;

/// "two", "24", "twenty-four", "two hundred", "a dozen", "several", "a few", "a couple of".
pub(super) fn count(input: Input<'_>) -> Parsed<'_, Count> {
    alt((
        preceded(opt(text("a")), word(|w| plays(w, Role::Some))).map(|_| Count::Some),
        (opt(text("half")), opt(text("a")), value_of(vocabulary::group), opt(text("of")))
            .map(|(half, _, n, _)| Count::Exact(if half.is_some() { n / 2 } else { n })),
        decimal,
        // "two to three weeks": how many is not said.
        (cardinal, text_in(&["to", "or"]), verify(cardinal, |n| *n > 1)).map(|_| Count::Some),
        pair(cardinal, opt(and_a_half))
            .map(|(n, half)| if half.is_some() { Count::Half(n) } else { Count::Exact(n) }),
    ))
    .parse(input)
}

/// "3.5", "1.0"; of other fractions no more than that there are some: "2.3 years".
fn decimal(input: Input<'_>) -> Parsed<'_, Count> {
    value_of(|w| {
        let (whole, fraction) = w.text().split_once('.')?;
        let whole = digits_of(whole)?;
        fraction.bytes().all(|b| b.is_ascii_digit()).then_some(match fraction.trim_end_matches('0') {
            "" => Count::Exact(whole),
            "5" => Count::Half(whole),
            _ => Count::Some,
        })
    })
    .parse(input)
}

/// The count of "a year and a half", whose half stands behind the unit.
pub(super) fn halved(input: Input<'_>, count: Count) -> Parsed<'_, Count> {
    match count {
        Count::Exact(n) => opt(and_a_half)
            .map(|half| if half.is_some() { Count::Half(n) } else { Count::Exact(n) })
            .parse(input),
        _ => Ok((input, count)),
    }
}

/// "and a half", "1/2".
fn and_a_half(input: Input<'_>) -> Parsed<'_, ()> {
    let words = (text("and"), text("a"), text("half")).map(|_| ());
    alt((words, text("1/2").map(|_| ()))).parse(input)
}

/// A whole number in digits or words; "a" and "an" are one.
pub(super) fn cardinal(input: Input<'_>) -> Parsed<'_, u32> {
    alt((digits, words)).parse(input)
}

/// A number in digits: "24", "1,000".
pub(super) fn digits(input: Input<'_>) -> Parsed<'_, u32> {
    verify(value_of(|w| digits_of(w.text())), |n| *n <= LARGEST).parse(input)
}

/// The value of digits with or without thousands separators.
pub(super) fn digits_of(text: &str) -> Option<u32> {
    let starts = text.as_bytes().first().is_some_and(u8::is_ascii_digit);
    if !starts || text.len() > 9 {
        return None;
    }
    text.bytes().filter(|b| *b != b',').try_fold(0u32, |sum, b| {
        let digit = b.is_ascii_digit().then(|| u32::from(b - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

/// A number in words, of at most four tokens: "two hundred", "twenty four", "a thousand".
fn words(input: Input<'_>) -> Parsed<'_, u32> {
    let (mut rest, mut sum) = value_of(word_value).parse(input)?;
    for _ in 0..3 {
        let Ok((next, value)) = value_of(word_value).parse(rest) else { break };
        sum = match value {
            _ if rest.next().is_some_and(|w| w.is_any(&["a", "an"])) => break,
            100 | 1000 => sum.saturating_mul(value),
            1..=9 if sum % 10 == 0 && sum >= 20 => sum + value,
            10..=99 if sum % 100 == 0 => sum + value,
            _ => break,
        };
        rest = next;
    }
    if sum > LARGEST { no_match() } else { Ok((rest, sum)) }
}

/// "four", "twenty-four".
fn word_value(word: Word<'_>) -> Option<u32> {
    vocabulary::number(word).or_else(|| compound_value(word.text()))
}

/// "twenty-four" as one token or as a piece of a longer one.
pub(super) fn compound_value(text: &str) -> Option<u32> {
    let (tens, ones) = text.split_once('-')?;
    let tens = fold(tens, |t| vocabulary::number(t)).filter(|n| (20..100).contains(n))?;
    let ones = fold(ones, |o| vocabulary::number(o)).filter(|n| (1..10).contains(n))?;
    Some(tens + ones)
}

/// "first", "5th", "21st".
pub(super) fn ordinal(input: Input<'_>) -> Parsed<'_, u8> {
    value_of(|w| vocabulary::ordinal(w).or_else(|| ordinal_of(w.text()))).parse(input)
}

/// The value of "5th".
pub(super) fn ordinal_of(text: &str) -> Option<u8> {
    let digits = text.get(..text.len().checked_sub(2)?)?;
    let ending = text.get(digits.len()..)?;
    let fits = ["st", "nd", "rd", "th"].iter().any(|e| ending.eq_ignore_ascii_case(e));
    digits_of(digits).filter(|_| fits).and_then(|n| u8::try_from(n).ok())
}

/// A year in words: "nineteen ninety-four", "nineteen ninety four", "two thousand", "two thousand ten".
pub(super) fn spoken_year(input: Input<'_>) -> Parsed<'_, i16> {
    let century = verify(value_of(vocabulary::number), |n| (16..=20).contains(n));
    let pair =
        (century, verify(words, |n| (10..100).contains(n))).map(|(century, rest)| century * 100 + rest);
    let thousand = verify(words, |n| (2000..2100).contains(n));
    map(alt((pair, thousand)), |year| year as i16).parse(input)
}

/// "1996", "'96".
pub(super) fn year_value(text: &str) -> Option<i16> {
    if let Some(short) = text.strip_prefix(['\'', '’']) {
        return digits_of(short).filter(|_| short.len() == 2).map(two_digits);
    }
    let year = digits_of(text).filter(|_| text.len() == 4 && !text.contains(','))?;
    (1000..2100).contains(&year).then_some(year as i16)
}

/// The year of two digits, in the century that newswriters mean.
pub(super) fn two_digits(year: u32) -> i16 {
    (if year < 40 { 2000 + year } else { 1900 + year }) as i16
}
