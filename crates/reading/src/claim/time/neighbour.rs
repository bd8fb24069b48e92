//! What a time takes from the times around it: the year of the period that it stands beside, or the quarter that an
//! amount is held against.

use super::Reader;
use super::calendar::Count;
use super::expression::{Expression, Fields, Origin, What, YearOf, YearPart};
use super::length::Length;
use super::tense::{Tense, tense};
use super::vocabulary::{Role, Unit, ordinal, plays};
use crate::article::{Tag, Tokens};
use crate::claim::annotation::Annotation;
use crate::claim::input::Word;
use crate::claim::quantity::Bound;

/// How far in front of a time the words may stand that hold an amount against another.
const REACH: u32 = 14;

impl Reader<'_> {
    /// The expression with what its neighbours tell of it.
    pub(super) fn beside(&self, run: Tokens, tokens: Tokens, expression: &Expression) -> Expression {
        let what = match expression.what {
            What::Fields(fields) => self.of_one_year(tokens, &fields).map(What::Fields),
            What::Shift { unit: Unit::Year, by: -1 }
                if self.context.reports_quarter() && self.is_held_against(run, tokens) =>
            {
                Some(What::Period { unit: None, year: YearOf::Shift(-1) })
            }
            What::Length(length) if self.is_awaited(run, tokens, &length) => {
                let (count, unit) = length.in_smaller();
                Some(What::Away { count, unit, sign: 1, from: Origin::Speech })
            }
            _ => None,
        };
        what.map_or(*expression, |what| Expression { what, ..*expression })
    }

    /// "The pier will open in three weeks": so long from now. Not "will be the first visit in five years", nor "will
    /// shut for an hour twice in three weeks", which count within it.
    fn is_awaited(&self, run: Tokens, tokens: Tokens, length: &Length) -> bool {
        let before = self.words(tokens.start.saturating_sub(REACH).max(run.start), tokens.start);
        let Some((last, before)) = before.split_last() else { return false };
        let told = length.bound == Bound::Exactly && length.unit >= Unit::Day && length.count != Count::Some;
        let ranks = |t: &Annotation<'_>| {
            let word = Word::new(t);
            let often = word.is_any(&["once", "twice", "times", "time", "only", "every"]);
            ordinal(word).is_some() || often || matches!(t.tag, Tag::Jjs | Tag::Rbs)
        };
        // "in the past year", "in two years' work", "in a year or two"
        let plain = self.words(tokens.start, tokens.start + 1).iter().all(|t| !Word::new(t).is("the"));
        let goes_on = |t: &Annotation<'_>| t.tag == Tag::Pos || Word::new(t).is_any(&["of", "or"]);
        let alone = !self.words(tokens.end, tokens.end + 1).iter().any(goes_on);
        told && plain
            && alone
            && Word::new(last).is("in")
            && !before.iter().any(ranks)
            && tense(self.text, run, tokens) == Tense::Future
    }

    /// "In the year-ago quarter, the second quarter ended Oct. 31": one period and its last day, in one year.
    fn of_one_year(&self, tokens: Tokens, fields: &Fields) -> Option<Fields> {
        let (chain, before) = (self.chain.as_ref()?, self.found.last()?.tokens);
        let [gap] = self.words(before.end, tokens.start) else { return None };
        let gap = Word::new(gap);
        let ended = gap.is_any(&["ended", "ending"]);
        let one = match (chain.last.what, fields.part?) {
            (What::Period { .. }, YearPart::Quarter(_) | YearPart::Half(_)) => gap.is(","),
            (What::Period { .. }, YearPart::Month(_)) => ended,
            (What::Fields(Fields { part, year: YearOf::Is(_), .. }), YearPart::Month(_)) => {
                ended && matches!(part, Some(YearPart::Quarter(_) | YearPart::Half(_)))
            }
            _ => false,
        };
        let unsaid = fields.year == YearOf::Unsaid && fields.direction.is_none();
        let year = chain.when.days.filter(|_| one && unsaid)?.0.year();
        Some(Fields { year: YearOf::Is(year), ..*fields })
    }

    /// "(sales rose to $3 million) from last year's $2 million", "(earned $5, compared) with a loss of $3 last year":
    /// an amount of one period, and the same of another.
    fn is_held_against(&self, run: Tokens, tokens: Tokens) -> bool {
        let before = self.words(tokens.start.saturating_sub(REACH).max(run.start), tokens.start);
        let after = self.words(tokens.end, tokens.end + 2);
        let against = |t: &Annotation<'_>| plays(Word::new(t), Role::Against);
        let money = |t: &Annotation<'_>| t.tag == Tag::Currency;
        let own = matches!(after, [own, sum] if own.tag == Tag::Pos && money(sum));
        if own {
            return before.last().is_some_and(against);
        }
        let Some(from) = before.iter().rposition(against) else { return false };
        let held = before.get(from + 1..).unwrap_or(&[]);
        held.iter().any(money) && !held.iter().any(|t| t.tag.is_verb() || t.tag == Tag::Md)
    }

    /// The words from one token to another.
    pub(super) fn words(&self, from: u32, to: u32) -> &[Annotation<'_>] {
        self.text.words().get(from as usize..to as usize).unwrap_or(&[])
    }
}
