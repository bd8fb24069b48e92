//! Amounts inside one word: "6.1-magnitude", "23-year-old", "5-foot-8".

use super::grouping::digits;
use super::{Quantity, Unit};
use crate::article::fold::fold;
use crate::claim::input::Word;
use crate::lexicon::{Lexicon, Sense};

/// An amount inside one token with hyphens: "6.1-magnitude", "10-metre", "23-year-old", "two-week",
/// "magnitude-5.9".
///
/// ```
/// use gainsay_reading::claim::input::reading;
/// use gainsay_reading::claim::quantity::{Unit, joined_amount};
/// reading("23-year-old twins won.", |input| {
///     let age = joined_amount(input.next().unwrap(), input.lexicon()).unwrap();
///     assert_eq!((age.amount, age.unit), (23.0, Unit::Age));
/// });
/// ```
pub fn joined_amount(w: Word<'_>, lexicon: &Lexicon) -> Option<Quantity> {
    let (first, rest) = w.split_at_hyphen()?;
    let entry = |s: &str| fold(s, |lower| lexicon.entry(lower));
    let Some(amount) = joined_number(first, lexicon) else {
        let unit = entry(first).filter(|_| first.eq_ignore_ascii_case("magnitude"))?.unit?;
        return Some(Quantity::exactly(digits(rest)?, Unit::of(unit, lexicon)));
    };
    let (amount, rest) = with_units(amount, rest, lexicon).unwrap_or((amount, rest));
    if let Some(age) = rest.strip_suffix("-old").or(rest.strip_suffix("-olds")) {
        return matches!(age, "year" | "years").then_some(Quantity::exactly(amount, Unit::Age));
    }
    if let Some(height) = feet_joined_to_inches(amount, rest, lexicon) {
        return Some(height);
    }
    // "10-metre-long"
    let rest = ["-long", "-high", "-deep", "-wide", "-tall", "-thick"]
        .into_iter()
        .find_map(|extent| rest.strip_suffix(extent))
        .unwrap_or(rest);
    // "two-million-euro"
    let scaled = rest.split_once('-').and_then(|(scale, unit)| {
        let scale = entry(scale).filter(|e| e.senses.has(Sense::Scale))?;
        Some((scale.number, unit))
    });
    let (by, rest) = scaled.unwrap_or((1.0, rest));
    let unit = entry(rest)?.unit?;
    Some(Quantity::exactly(amount * by, Unit::of(unit, lexicon)))
}

/// "thirty-*six-year-old*": units behind tens.
fn with_units<'a>(tens: f64, rest: &'a str, lexicon: &Lexicon) -> Option<(f64, &'a str)> {
    let (units, rest) = rest.split_once('-')?;
    let units = joined_number(units, lexicon).filter(|n| (1.0..10.0).contains(n))?;
    (tens >= 20.0 && tens % 10.0 == 0.0 && digits(rest).is_none()).then_some((tens + units, rest))
}

/// The number in front of a hyphen: "12", "eight".
pub(super) fn joined_number(written: &str, lexicon: &Lexicon) -> Option<f64> {
    let cardinal =
        |lower: &str| lexicon.entry(lower).filter(|e| e.senses.has(Sense::Cardinal)).map(|e| e.number);
    digits(written).or_else(|| fold(written, cardinal))
}

/// "5-foot-8", "six-foot-two", "5-feet-11-inch".
fn feet_joined_to_inches(feet: f64, rest: &str, lexicon: &Lexicon) -> Option<Quantity> {
    let (foot, inches) = rest.split_once('-')?;
    let unit =
        fold(foot, |lower| lexicon.entry(lower)?.unit).filter(|id| lexicon.unit(*id).name == "foot")?;
    let inches = inches.split_once('-').map_or(inches, |(inches, _)| inches);
    let inches = joined_number(inches, lexicon).filter(|n| (0.0..12.0).contains(n))?;
    Some(Quantity::exactly(feet + inches / 12.0, Unit::of(unit, lexicon)))
}
