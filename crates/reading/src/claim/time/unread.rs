//! Named times that are ruled by words which the grammar does not read: a piece of a date is not the date.

use super::expression::{Expression, Fields, What, YearOf};
use super::vocabulary::{self, Unit};
use crate::article::Tag;
use crate::claim::input::{Input, Word};

/// The expression, or an unknown time where words around it say that it is only a piece of what is meant: "the third
/// Monday after Easter", "two Fridays in May", "the May before the vote".
pub(super) fn read(input: Input<'_>, rest: Input<'_>, expression: Expression) -> Expression {
    let What::Fields(fields) = expression.what else { return expression };
    let named = fields.year == YearOf::Unsaid && fields.day.is_none();
    let unit = match fields {
        Fields { weekday: Some(_), .. } => Unit::Day,
        Fields { part: Some(_), .. } => Unit::Month,
        _ => return expression,
    };
    let counted = input.before(1).is_some_and(|w| counts(w, unit));
    let the = input.before(1).is_some_and(|w| w.is("the")) && fields.direction.is_none();
    let governs = rest.next().is_some_and(|w| w.is_any(&["before", "after", "following", "preceding"]));
    if named && (counted || (the && governs)) {
        Expression { what: What::Unread { unit }, vague: true, ..expression }
    } else {
        expression
    }
}

/// "third", "two", "other", "most" in front of a day or month.
fn counts(word: Word<'_>, unit: Unit) -> bool {
    let ordinal = vocabulary::ordinal(word).is_some() && word.tag() != Tag::Cd;
    let number =
        vocabulary::number(word).is_some_and(|n| n > 1) || word.is_any(&["several", "many", "most", "some"]);
    ordinal || (number && unit == Unit::Day)
}
