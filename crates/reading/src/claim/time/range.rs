//! Ranges and lists of times: "from Monday to Thursday", "between Aug. 4 and Aug. 6", "3, 4 and 5 May", "9 to 11 p.m.".
//!
//! Every member keeps its own TIMEX3 value, and all denote the whole: it may have been on any of these days.

use jiff::civil::Date;
use nom::Parser;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;
use smallvec::SmallVec;

use super::When;
use super::calendar::days_between;
use super::clock::{bare_hour, before, clock, clock_first};
use super::date::{day, day_first, month_day};
use super::expression::{Clock, Expression, Fields, Period, TimeOfDay, What, YearPart};
use super::number::ordinal;
use super::period::quarter;
use super::set::set;
use super::vocabulary;
use crate::article::Tokens;
use crate::claim::input::{Input, Parsed, Word, no_match, text, value_of, word};

/// How one time follows another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// "and", "or", a comma.
    List,
    /// "to", "through", "until", a dash: the second is not before the first.
    Range,
}

/// The members that lack what the last one says, with the last: "3, 4 and 5 May", "9 to 11 p.m. on Monday".
pub(super) type Members = SmallVec<[(Tokens, Expression); 4]>;

/// More days are not listed; a bound keeps the work linear.
const MOST: usize = 8;

/// So many words a time on the clock may have: "half past nine in the evening".
const LONGEST_CLOCK: usize = 8;

/// Members of a range or list whose first lacks what only the last one says.
pub(super) fn open_members(input: Input<'_>) -> Parsed<'_, Members> {
    let Some(first) = input.next() else { return no_match() };
    let linked = input.peek(1).is_some_and(|w| link(w).is_some());
    let digits = first.text().starts_with(|c: char| c.is_ascii_digit());
    match () {
        () if !linked && !digits && vocabulary::number(first).is_none() => no_match(),
        () if digits && linked => days(input).or_else(|_| hours(input)).or_else(|_| clocks(input)),
        () if digits || vocabulary::number(first).is_some() || vocabulary::clock(first).is_some() => {
            let joins = |at| input.peek(at).is_some_and(|w| link(w).is_some() || w.is("("));
            if (1..LONGEST_CLOCK).any(joins) { clocks(input) } else { no_match() }
        }
        () if vocabulary::ordinal(first).is_some() => quarters(input),
        () if vocabulary::weekday(first).is_some() => evenings(input),
        () => no_match(),
    }
}

/// "(the) second and fourth quarters", "first to third quarters of 2014".
fn quarters(input: Input<'_>) -> Parsed<'_, Members> {
    let (rest, nth) = ordinal(input)?;
    let (after, _) = word(|w| link(w).is_some()).parse(rest)?;
    let (end, last) = preceded(opt(text("the")), quarter).parse(after)?;
    let What::Fields(fields) = last.what else { return no_match() };
    let part = match fields.part {
        Some(YearPart::Quarter(n)) if i8::try_from(nth).is_ok_and(|nth| nth < n) => {
            YearPart::Quarter(nth as i8)
        }
        _ => return no_match(),
    };
    let first = Expression { what: What::Fields(Fields { part: Some(part), ..fields }), ..last };
    Ok((end, [(input.until(&rest), first), (after.until(&end), last)].into_iter().collect()))
}

/// "Monday and Tuesday nights": both are habits.
fn evenings(input: Input<'_>) -> Parsed<'_, Members> {
    let (rest, first) = value_of(vocabulary::weekday).parse(input)?;
    let (after, _) = word(|w| link(w).is_some()).parse(rest)?;
    let (end, last) = set(after)?;
    let What::Every(Period::Weekdays(_, part @ Some(_))) = last.what else { return no_match() };
    let first = Expression { what: What::Every(Period::Weekdays(first, part)), ..last };
    Ok((end, [(input.until(&rest), first), (after.until(&end), last)].into_iter().collect()))
}

/// "3, 4 and 5 May", "4 to 6 August 2013".
fn days(input: Input<'_>) -> Parsed<'_, Members> {
    let mut numbers: SmallVec<[(Tokens, i8); 4]> = SmallVec::new();
    let mut rest = input;
    for _ in 0..MOST {
        if !numbers.is_empty()
            && let Ok((after, last)) = day_first(rest)
        {
            let rising = numbers.iter().map(|(_, n)| *n).chain(last.day).is_sorted_by(|a, b| a < b);
            let tokens = rest.until(&after);
            let day =
                |(tokens, n): (Tokens, i8)| (tokens, Expression::fields(Fields { day: Some(n), ..last }));
            let mut members: Members = numbers.into_iter().map(day).collect();
            members.push((tokens, Expression::fields(last)));
            return if rising { Ok((after, members)) } else { no_match() };
        }
        let (after, number) = month_day(rest)?;
        numbers.push((rest.until(&after), number));
        let (after, linking) = word(|w| link(w).is_some()).parse(after)?;
        // "4, and 5 May"
        let and = linking.is(",") && after.next().is_some_and(|w| w.is_any(&["and", "or"]));
        rest = after.skip(usize::from(and));
    }
    no_match()
}

/// "9 to 11 p.m. on Monday", "(between) 10 and 11:30 a.m."
fn hours(input: Input<'_>) -> Parsed<'_, Members> {
    let between = input.before(1).is_some_and(|w| w.is("between"));
    let (rest, first) = bare_hour(input)?;
    let (after, _) =
        verify(word(|w| link(w).is_some()), |w| !w.is(",") && (between || !w.is_any(&["and", "or"])))
            .parse(rest)?;
    let (end, last) = clock_first(after)?;
    let Some(Clock { time: TimeOfDay::At { minute, .. }, .. }) = last.clock else { return no_match() };
    let time = TimeOfDay::At { minute: before(first, minute), exact: true };
    let clock = last.clock.map(|clock| Clock { time, ..clock });
    let members = [(input.until(&rest), Expression { clock, ..last }), (after.until(&end), last)];
    Ok((end, members.into_iter().collect()))
}

/// "3 a.m. to noon on Tuesday", "midnight and 5 a.m. on Monday", "5 a.m. (0200 GMT) on Monday": the day is that of both.
fn clocks(input: Input<'_>) -> Parsed<'_, Members> {
    let (rest, first) = clock(input)?;
    if rest.next().is_some_and(|w| w.is("(")) {
        return told_twice(input, rest, first);
    }
    let (after, linking) = verify(word(|w| link(w).is_some()), |w| !w.is(",")).parse(rest)?;
    let (end, last) = clock_first(after)?;
    // Which day "10 p.m. to 3 a.m. on Tuesday" begins is not said.
    let rising = match (first.time, last.clock.map(|clock| clock.time)) {
        (TimeOfDay::At { minute: first, .. }, Some(TimeOfDay::At { minute: last, .. })) => {
            first < last || last == 0 || link(linking) == Some(Link::List)
        }
        _ => false,
    };
    if !rising || matches!(last.what, What::Clock) {
        return no_match();
    }
    let first = Expression { clock: Some(first), ..last };
    Ok((end, [(input.until(&rest), first), (after.until(&end), last)].into_iter().collect()))
}

/// "5 a.m. (0200 GMT) on Monday": one time on two clocks.
fn told_twice<'a>(input: Input<'a>, rest: Input<'a>, first: Clock) -> Parsed<'a, Members> {
    let (inner, _) = text("(")(rest)?;
    let (after, second) = clock(inner)?;
    let (behind, _) = preceded(text(")"), opt(text("on"))).parse(after)?;
    let (end, day) = day(behind)?;
    if day.weekday.is_none() && day.day.is_none() {
        return no_match();
    }
    let day = Expression::fields(day);
    let told = |clock| Expression { clock: Some(clock), ..day };
    let members =
        [(input.until(&rest), told(first)), (inner.until(&after), told(second)), (behind.until(&end), day)];
    Ok((end, members.into_iter().collect()))
}

/// What a word between two times makes of them.
pub(super) fn link(word: Word<'_>) -> Option<Link> {
    if word.is_any(&["to", "through", "until", "till", "-", "–"]) {
        Some(Link::Range)
    } else {
        word.is_any(&["and", "or", ","]).then_some(Link::List)
    }
}

/// How the time behind this gap follows the one in front of it.
pub(super) fn link_of(before: Option<Word<'_>>, gap: &[Word<'_>]) -> Option<Link> {
    let found = match gap {
        [one] => link(*one),
        [comma, and] if comma.is(",") && and.is_any(&["and", "or"]) => Some(Link::List),
        _ => None,
    }?;
    let between = before.is_some_and(|w| w.is("between")) && gap.iter().any(|w| w.is("and"));
    Some(if between { Link::Range } else { found })
}

impl When {
    /// Lets it end on a later day.
    pub(super) fn reach(&mut self, last: Date) {
        let Some((first, end)) = self.days else { return };
        let further = days_between(end, last);
        self.days = Some((first, last));
        self.offset = self.offset.map(|(a, b)| (a, b.saturating_add(further)));
    }

    /// All that lies from the one to the other.
    pub(super) fn hull(&self, other: &When) -> When {
        fn wide<T: Ord + Copy>(a: Option<(T, T)>, b: Option<(T, T)>) -> Option<(T, T)> {
            let (a, b) = a.zip(b)?;
            Some((a.0.min(b.0), a.1.max(b.1)))
        }
        fn same<T: PartialEq + Copy>(a: Option<T>, b: Option<T>) -> Option<T> {
            a.filter(|a| b == Some(*a))
        }
        let one_day = self.days == other.days && self.day == other.day && self.weekday == other.weekday;
        let minutes = self.minutes.zip(other.minutes).filter(|_| one_day);
        When {
            days: wide(self.days, other.days),
            offset: wide(self.offset, other.offset),
            year: same(self.year, other.year),
            month: same(self.month, other.month),
            day: same(self.day, other.day),
            weekday: same(self.weekday, other.weekday),
            minutes: minutes.map(|(a, b)| (a.0, b.1)),
            zone: same(self.zone, other.zone),
            vague: self.vague || other.vague,
        }
    }
}
