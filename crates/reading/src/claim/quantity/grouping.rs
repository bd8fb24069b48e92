//! Digits as the world's press groups and divides them: "1.200 people", "1'200", "1 200", "1,5 percent", "1 1/2 miles",
//! "5½", "¾". Most of them the tokenizer takes apart.

use nom::Parser;
use nom::branch::alt;

use crate::article::Tag;
use crate::claim::input::{Input, Parsed, Word, no_match, text_in, value_of};
use crate::lexicon::Sense;

/// So many digits in a row and more are those of an identifier.
const IDENTIFIER: usize = 10;

/// A number written in digits, as far as the token goes: "1,200", "3.4", "47". Not "9305142129", which counts nothing.
///
/// ```
/// use gainsay_reading::claim::quantity::digits;
/// assert_eq!((digits("1,200"), digits("12th"), digits("9305142129")), (Some(1200.0), None, None));
/// ```
pub fn digits(written: &str) -> Option<f64> {
    if !written.starts_with(|c: char| c.is_ascii_digit() || c == '.') || written.len() > 24 {
        return None;
    }
    if written.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() >= IDENTIFIER) {
        return None;
    }
    // Stray spaces come from texts that were taken apart and put together again: "6 . 1".
    let mut plain = [0u8; 24];
    let mut length = 0;
    for b in written.bytes() {
        match b {
            b'0'..=b'9' | b'.' => {
                plain[length] = b;
                length += 1;
            }
            b',' | b' ' => {}
            _ => return None,
        }
    }
    std::str::from_utf8(&plain[..length]).ok()?.parse().ok()
}

/// A number in digits that is more than its first token, or less than it seems.
pub(super) fn written(input: Input<'_>) -> Parsed<'_, f64> {
    let is_number = |w: Word<'_>| w.text().starts_with(|c: char| c.is_numeric());
    if !input.next().is_some_and(is_number) {
        return no_match();
    }
    // "23 sailors": nothing but digits, and nothing that they could go on with.
    let goes_on = |w: Word<'_>| is_number(w) || w.is_any(&[",", "'", "’"]);
    if plain(input).is_ok() && !input.peek(1).is_some_and(goes_on) {
        return no_match();
    }
    alt((mixed, fraction, stopped, decimal_comma, grouped)).parse(input)
}

/// "1 1/2", "2 ¾".
fn mixed(input: Input<'_>) -> Parsed<'_, f64> {
    let (rest, whole) = value_of(|w| digits(w.text()).filter(|n| n.fract() == 0.0)).parse(input)?;
    fraction(rest).map(|(rest, part)| (rest, whole + part))
}

/// "1/2", "¾", "5½"; not "24/7".
fn fraction(input: Input<'_>) -> Parsed<'_, f64> {
    value_of(|w: Word<'_>| fraction_of(w.text())).parse(input)
}

fn fraction_of(text: &str) -> Option<f64> {
    if let Some((above, below)) = text.split_once(['/', '⁄']) {
        let (above, below) = (digits(above)?, digits(below)?);
        return (above < below && below <= 16.0 && above.fract() == 0.0).then_some(above / below);
    }
    let last = text.chars().next_back()?;
    let part = match last {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    };
    let whole = text.trim_end_matches(last);
    Some(if whole.is_empty() { part } else { digits(whole)? + part })
}

/// "1.200 people", "3.500.000": full stops in front of three digits group them where things are counted, for there is
/// no fraction of a person.
fn stopped(input: Input<'_>) -> Parsed<'_, f64> {
    let (rest, (number, stops)) = value_of(|w: Word<'_>| {
        let mut groups = w.text().split('.');
        let first = groups.next().filter(|g| (1..=3).contains(&g.len()) && !g.starts_with('0'))?;
        let rest: Vec<&str> = groups.collect();
        let threes = rest.iter().all(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit()));
        (threes && !rest.is_empty()).then_some((digits(&[first, &rest.concat()].concat())?, rest.len()))
    })
    .parse(input)?;
    if stops > 1 || counts(rest) { Ok((rest, number)) } else { no_match() }
}

/// Do things that are whole stand here: no unit of measure, no scale, no share?
fn counts(input: Input<'_>) -> bool {
    let whole = |w: Word<'_>| w.known().unit.is_none() && !w.known().has(Sense::Scale) && !w.is("percent");
    // "killed 1.200." and "killed 1.200 off Split"
    input.next().is_none_or(|w| match w.tag() {
        Tag::Nns => whole(w),
        Tag::Jj | Tag::Nn => whole(w) && input.peek(1).is_some_and(|w| w.tag() == Tag::Nns && whole(w)),
        _ => false,
    })
}

/// "1,5 percent", "2,75 million": a comma before one or two digits.
fn decimal_comma(input: Input<'_>) -> Parsed<'_, f64> {
    let (rest, (whole, comma, part)) = (plain, text_in(&[","]), plain).parse(input)?;
    let joined = joins(whole, comma) && joins(comma, part) && part.text().len() < 3;
    let measured = rest.next().is_some_and(|w| {
        w.known().unit.is_some() || w.known().has(Sense::Scale) || w.is_any(&["%", "percent", "per", "pct"])
    });
    match digits(&[whole.text(), ".", part.text()].concat()) {
        Some(number) if joined && measured => Ok((rest, number)),
        _ => no_match(),
    }
}

/// "1'200", "1 200 000" (with any space): groups of three digits.
fn grouped(input: Input<'_>) -> Parsed<'_, f64> {
    let (mut rest, first) = plain(input)?;
    let mut number = first.text().to_owned();
    let mut last = first;
    for _ in 0..4 {
        let mark = rest.next().filter(|w| w.is_any(&["'", "’"]) && joins(last, *w));
        let after = rest.skip(usize::from(mark.is_some()));
        let Ok((next, group)) = plain(after) else { break };
        let gap = if let Some(mark) = mark { joins(mark, group) } else { near(last, group) };
        if group.text().len() != 3 || !gap {
            break;
        }
        number.push_str(group.text());
        (rest, last) = (next, group);
    }
    let several =
        number.len() > first.text().len() && first.text().len() <= 3 && !first.text().starts_with('0');
    let dated = input.before(1).is_some_and(|w| w.tag() == Tag::Nnp || w.tag() == Tag::Cd);
    match digits(&number) {
        Some(number) if several && !dated => Ok((rest, number)),
        _ => no_match(),
    }
}

/// Digits and nothing else.
fn plain(input: Input<'_>) -> Parsed<'_, Word<'_>> {
    value_of(|w: Word<'_>| w.text().bytes().all(|b| b.is_ascii_digit()).then_some(w)).parse(input)
}

/// Does nothing stand between two words?
pub(super) fn joins(a: Word<'_>, b: Word<'_>) -> bool {
    gap(a, b) == Some(0)
}

/// Does no more than one space stand between two words?
pub(super) fn near(a: Word<'_>, b: Word<'_>) -> bool {
    gap(a, b).is_some_and(|bytes| bytes <= 3)
}

/// How many bytes stand between two words of one text.
fn gap(a: Word<'_>, b: Word<'_>) -> Option<usize> {
    (b.text().as_ptr() as usize).checked_sub(a.text().as_ptr() as usize + a.text().len())
}
