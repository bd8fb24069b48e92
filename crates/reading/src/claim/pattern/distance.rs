//! Distances: "about 20 miles north of Port Ellery".

use nom::Parser;
use nom::multi::many_m_n;

use super::figure::Figure;
use super::{Attribute, Patterns};
use crate::article::Tokens;
use crate::claim::attribute::{AttributeKind, Qualifier};
use crate::claim::input::{Input, Parsed, Word, text, text_in, word};
use crate::claim::quantity::Unit;
use crate::lexicon::unit::LENGTH;
use crate::symbol::Sym;

/// How many words may give the direction ("miles north of", "miles south and east of").
const DIRECTION: usize = 3;
/// What ties a distance to its landmark.
const LINKS: &[&str] = &["of", "from"];

impl Patterns<'_> {
    /// How far from somewhere, and in which direction if one word tells.
    pub(super) fn distance(&self, figure: &Figure) -> Option<Vec<Attribute>> {
        let Unit::Measure(unit) = &figure.quantity.unit else { return None };
        let length = self.lexicon.dimension(unit) == LENGTH;
        let (rest, direction) = bearing(self.from(figure.tokens.end)).ok().filter(|_| length)?;
        let landmark = self.name_at(rest.at())?;
        let tokens = Tokens { start: figure.tokens.start, end: rest.at() + 1 };
        let from = |words: String| Some(Qualifier { words: Sym::from(words), of: Some(("from", landmark)) });
        let quantity = &figure.quantity;
        let distance =
            Attribute::of_theme(AttributeKind::Distance, from("distance".to_owned()), quantity, tokens);
        let mut found = vec![distance];
        if let [direction] = direction.as_slice() {
            let within = from(format!("direction at {} {unit}", quantity.amount));
            let value = direction.lower().clone();
            found.push(Attribute::of_theme(AttributeKind::Distance, within, value, tokens));
        }
        Some(found)
    }
}

/// "north of", "from": the words of the direction, in front of the landmark. "Two miles of road" is no distance.
fn bearing(input: Input<'_>) -> Parsed<'_, Vec<Word<'_>>> {
    let pointing = word(|w| !w.is_any(LINKS));
    let (rest, direction) = many_m_n(0, DIRECTION, pointing).parse(input)?;
    let (rest, _) = if direction.is_empty() { text("from")(rest)? } else { text_in(LINKS)(rest)? };
    Ok((rest, direction))
}
