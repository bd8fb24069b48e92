//! Figures of a quotation as they are compared. Houses write them in their own ways, and nobody hears the difference: "$2
//! million" and "two million dollars", "5 September" and "the 5th of September", "the nineties" and "the 1990s".

use super::{Weight, Word, is_sign};
use crate::claim::time_word::{decade, month};
use crate::lexicon::spelling::currency;
use crate::symbol::Sym;

/// From this factor on what stands before it is done: "two hundred *thousand* and six".
const THOUSAND: f64 = 1e3;
const HUNDRED: f64 = 1e2;

/// Puts the figures among some words into one form and order.
pub(super) fn unify(words: &mut Vec<Word>) {
    for word in words.iter_mut() {
        if let Some(short) = in_short(&word.text) {
            word.text = short;
        }
    }
    // Most quotations have no figures.
    if words.iter().any(|word| word.text.starts_with(is_digit) || is_sign(&word.text)) {
        *words = unified(words);
    }
}

fn unified(words: &[Word]) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some((first, behind)) = rest.split_first() {
        let sign = currency(&first.text);
        let amount = if sign.is_some() { behind } else { rest };
        if let Some((number, behind)) = number(amount) {
            found.push(number);
            found.extend(sign.map(|name| Word { text: Sym::from(name), ..first.clone() }));
            rest = behind;
        } else if let Some((date, behind)) = month_first(rest) {
            found.extend(date);
            rest = behind;
        } else {
            found.extend((!is_sign(&first.text)).then(|| first.clone()));
            rest = behind;
        }
    }
    found
}

/// A number of several words as one, with what follows it: "two million five hundred", "1.5 million", "half a million".
fn number(words: &[Word]) -> Option<(Word, &[Word])> {
    let (first, mut rest) = words.split_first()?;
    if let [half, a, of, rest @ ..] = words
        && is(half, "half")
        && is(a, "a")
        && is_factor(of)
    {
        return Some((figure(value(of)? / 2.0, half), rest));
    }
    let (mut total, mut group) = (0.0, value(first)?);
    // "thousand" alone, behind "a" or "several".
    if is_factor(first) {
        (total, group) = if group >= THOUSAND { (group, 0.0) } else { (0.0, group) };
    }
    let spelled = is_spelled(first);
    while let Some((next, behind)) = rest.split_first() {
        if let [and, a, half, behind @ ..] = rest
            && is(and, "and")
            && is(a, "a")
            && is(half, "half")
        {
            (group, rest) = (group + 0.5, behind);
            continue;
        }
        let (word, behind) = match (&*next.text, behind.split_first()) {
            ("and", Some((word, behind))) if spelled && is_spelled(word) => (word, behind),
            _ => (next, behind),
        };
        let Some(more) = value(word) else { break };
        if is_factor(word) {
            group *= more;
            if more >= THOUSAND {
                (total, group) = (total + group, 0.0);
            }
        } else if spelled && is_spelled(word) && more < room(total, group) {
            group += more;
        } else {
            break;
        }
        rest = behind;
    }
    Some((figure(total + group, first), rest))
}

/// A number that begins with a word.
fn figure(number: f64, first: &Word) -> Word {
    let text = Sym::from(format!("{number}"));
    Word { text: text.clone(), lemma: text, weight: Weight::Content, ..first.clone() }
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

fn is(word: &Word, text: &str) -> bool {
    word.text == text
}

/// Below what a number in words must be to be part of the number before it: of "twenty" less than ten.
fn room(total: f64, group: f64) -> f64 {
    match group {
        0.0 if total > 0.0 => THOUSAND,
        0.0 => 0.0,
        _ if group % HUNDRED == 0.0 => HUNDRED,
        _ if group % 10.0 == 0.0 && group % HUNDRED >= 20.0 => 10.0,
        _ => 0.0,
    }
}

/// What a word is worth that stands for a number.
fn value(word: &Word) -> Option<f64> {
    word.text.starts_with(is_digit).then(|| word.text.parse().ok())?
}

/// Is a number written in letters?
fn is_spelled(word: &Word) -> bool {
    value(word).is_some() && word.lemma.starts_with(char::is_alphabetic)
}

/// Does a number multiply what stands before it: "hundred", "million"?
fn is_factor(word: &Word) -> bool {
    is_spelled(word) && value(word).is_some_and(|n| n >= HUNDRED)
}

/// "September 5", "Sept. 5th": the day comes first, as in "5 September".
fn month_first(words: &[Word]) -> Option<([Word; 2], &[Word])> {
    let [name, day, rest @ ..] = words else { return None };
    month(name.text.as_str()).filter(|_| name.capital)?;
    let number = day_of_month(&day.text)?;
    // "In September 5 million came."
    if rest.first().is_some_and(|word| value(word).is_some_and(|n| n >= HUNDRED) && is_spelled(word)) {
        return None;
    }
    Some(([Word { text: Sym::from(number), ..day.clone() }, name.clone()], rest))
}

/// "5th", "5": the number of a day.
fn day_of_month(text: &str) -> Option<&str> {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    number.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)).then_some(number)
}

/// What is said of a decade of the last century: "90s" of "nineties", "1990s" and "'90s".
fn in_short(text: &str) -> Option<Sym> {
    /// "90s"
    const LETTERS: usize = 3;
    if let Some(number) = decade(text) {
        return Some(Sym::from(format!("{number}0s")));
    }
    let short = text.strip_prefix(['\'']).or_else(|| text.strip_prefix("19"))?;
    let is_decade = short.len() == LETTERS && short.ends_with("0s") && short.starts_with(is_digit);
    is_decade.then(|| Sym::from(short))
}
